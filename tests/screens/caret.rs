//! The caret and what is selected on the page: the ways of the keys, the mouse held, the desktop's second clipboard.

use eframe::egui::{Context, Event, Key, Modifiers, Pos2, RawInput, pos2, vec2};
use mahdar::document::{Kind, Place};
use mahdar::text::Direction;
use mahdar::ui::primary::Desk;
use mahdar::ui::theme::{Mode, Theme};

use crate::screen::{CTRL, FOLDED, SIZE, Screen, button, key_events, plain, written};

const SHIFT: Modifiers = Modifiers::SHIFT;
const LONG: &str = "ناقش المجلس حصيلة البرامج المنجزة وبرمجة الدورة المقبلة وصادق على المقترحات المعروضة عليه بعد دراستها من طرف اللجان المختصة وأوصى بتتبع تنفيذها في الآجال المحددة لها";

/// Where the caret is drawn in its paragraph, and which way it points.
fn drawn(screen: &Screen) -> (f32, usize, Direction) {
    let (paragraph, _) = screen.caret();
    let head: &Place = &screen.open().editor().selection().head;
    let caret = screen.sheet(FOLDED).caret(paragraph, head).expect("in view");
    (caret.x, caret.line, caret.direction)
}

/// The caret in the first paragraph after these keys from its start, as a bar in the text.
fn after(name: &str, text: &str, keys: &[(Modifiers, Key)]) -> String {
    let mut screen = Screen::page(name, &[text]);
    screen.press(Key::Home);
    for &(modifiers, key) in keys {
        screen.press_with(modifiers, key);
    }
    barred(&screen)
}

fn barred(screen: &Screen) -> String {
    let (paragraph, offset) = screen.caret();
    let words = &screen.words()[paragraph - 1];
    format!("{}|{}", &words[..offset], &words[offset..])
}

/// Where the caret stands at each step of one key, from an end of the line.
fn steps(name: &str, text: &str, from: Key, modifiers: Modifiers, key: Key, count: usize) -> Vec<String> {
    let mut screen = Screen::page(name, &[text]);
    screen.press(from);
    (0..count)
        .map(|_| {
            screen.press_with(modifiers, key);
            barred(&screen)
        })
        .collect()
}

// The situations of docs/CARET.md, in its order.

#[test]
fn end_of_a_wrapped_line_goes_on_with_its_last_word() {
    let mut screen = Screen::page("wrap-end", &[LONG]);
    screen.click_at(screen.point(1, 0));
    screen.press(Key::End);
    let (x, line, _) = drawn(&screen);
    let (_, end) = screen.caret();
    assert_eq!(line, 0, "on the upper line");
    assert!(!LONG[..end].ends_with(' ') && LONG[end..].starts_with(' '), "before the blank: {end}");
    screen.press(Key::ArrowLeft);
    assert_eq!(screen.caret(), (1, end + 1), "one step to the lower line");
    assert_eq!(drawn(&screen).1, 1);
    screen.press(Key::ArrowRight);
    assert_eq!((screen.caret(), drawn(&screen).1), ((1, end), 0), "and back");
    screen.press(Key::ArrowDown);
    screen.press(Key::Home);
    assert_eq!((screen.caret().1, drawn(&screen).1), (end + 1, 1), "Home of the lower line");
    screen.click_at(screen.point(1, 0) - vec2(605.0, 0.0));
    assert_eq!((screen.caret(), drawn(&screen).0), ((1, end), x), "a click beyond the end");
    screen.type_words("،");
    assert_eq!(screen.words()[0][..end + 3], format!("{}، ", &LONG[..end]), "the comma is of the last word");
}

#[test]
fn home_and_end_of_a_mixed_line_are_its_ends() {
    let text = "الملف رقم 2026 PDF";
    let mut screen = Screen::page("mixed-ends", &[text]);
    screen.press(Key::Home);
    let start = drawn(&screen);
    assert_eq!((screen.caret(), start.2), ((1, 0), Direction::Rtl));
    screen.press(Key::End);
    let end = drawn(&screen);
    assert_eq!(screen.caret(), (1, text.len()));
    screen.press(Key::ArrowRight);
    assert_eq!(barred(&screen), "الملف رقم 2026 P|DF");
    let inside = drawn(&screen);
    assert!(start.0 > inside.0 && inside.0 > end.0, "the end is left of all: {start:?} {inside:?} {end:?}");
    assert_eq!(inside.2, Direction::Ltr);
}

#[test]
fn left_through_latin_in_arabic_goes_left() {
    let walk = steps("latin", "ملف PDF هنا", Key::Home, Modifiers::NONE, Key::ArrowLeft, 8);
    assert_eq!(walk[..3], ["م|لف PDF هنا", "مل|ف PDF هنا", "ملف| PDF هنا"]);
    assert_eq!(walk[3..6], ["ملف |PDF هنا", "ملف PD|F هنا", "ملف P|DF هنا"]);
    assert_eq!(walk[6..], ["ملف PDF| هنا", "ملف PDF |هنا"]);
}

#[test]
fn left_through_a_number_in_arabic_goes_left() {
    let walk = steps("number", "سنة 2026 في", Key::Home, Modifiers::NONE, Key::ArrowLeft, 9);
    assert_eq!(
        walk[3..9],
        ["سنة |2026 في", "سنة 202|6 في", "سنة 20|26 في", "سنة 2|026 في", "سنة 2026| في", "سنة 2026 |في"]
    );
}

#[test]
fn brackets_around_latin_are_passed_where_they_are_drawn() {
    let walk = steps("brackets", "نص (PDF 1.7) هنا", Key::Home, Modifiers::NONE, Key::ArrowLeft, 16);
    assert_eq!(walk[2..4], ["نص |(PDF 1.7) هنا", "نص (|PDF 1.7) هنا"]);
    assert_eq!(walk[4..6], ["نص (PDF 1.|7) هنا", "نص (PDF 1|.7) هنا"]);
    assert_eq!(
        walk[8..12],
        ["نص (PD|F 1.7) هنا", "نص (P|DF 1.7) هنا", "نص (PDF 1.7|) هنا", "نص (PDF 1.7)| هنا"]
    );
    assert_eq!(walk[15], "نص (PDF 1.7) هنا|");
}

#[test]
fn a_click_at_a_boundary_takes_the_side_of_the_letter_under_it() {
    let text = "ملف PDF رقم";
    let mut screen = Screen::page("boundary", &[text]);
    let (before, behind) = ("ملف ".len(), "ملف PDF".len());
    // Of the number's two edges the right one is where «F» ends and where the blank ends that stands before «P».
    let sheet = screen.sheet(FOLDED);
    let seen = *sheet.seen.iter().find(|seen| seen.index == 1).unwrap();
    let layout = sheet.laid[1].layout.as_ref().unwrap();
    let part = layout.rects(before..behind)[0];
    let y = seen.origin.y + 16.0;
    screen.click_at(pos2(seen.origin.x + part.right - 2.0, y));
    assert_eq!(screen.caret(), (1, behind), "on «F», behind it");
    let on_latin = drawn(&screen);
    screen.click_at(pos2(seen.origin.x + part.right + 1.0, y));
    assert_eq!(screen.caret(), (1, before), "on the blank, at its end");
    let on_blank = drawn(&screen);
    assert!((on_latin.0 - on_blank.0).abs() < 0.5, "drawn in one place: {on_latin:?} {on_blank:?}");
    assert_eq!((on_latin.2, on_blank.2), (Direction::Ltr, Direction::Rtl), "the flag tells them apart");
    screen.click_at(pos2(seen.origin.x + part.left + 2.0, y));
    assert_eq!(screen.caret(), (1, before), "on «P», before it");
}

#[test]
fn backspace_takes_one_mark_and_delete_the_letter_with_its_marks() {
    let mut screen = Screen::page("marks", &["مُحَمَّد"]);
    screen.press(Key::Home);
    screen.presses(Key::ArrowLeft, 3);
    let mut left = Vec::new();
    for _ in 0..4 {
        screen.press(Key::Backspace);
        left.push(screen.words()[0].clone());
    }
    assert_eq!(left, ["مُحَمّد", "مُحَمد", "مُحَد", "مُحد"], "the vowel, the shadda, the letter, a vowel");
    let mut screen = Screen::page("marks-delete", &["مُحَمَّد"]);
    screen.press(Key::Home);
    screen.presses(Key::Delete, 2);
    assert_eq!(screen.words(), ["مَّد"]);
}

#[test]
fn lam_alef_is_two_letters_to_the_caret() {
    let walk = steps("lam-alef", "سلام", Key::Home, Modifiers::NONE, Key::ArrowLeft, 3);
    assert_eq!(walk, ["س|لام", "سل|ام", "سلا|م"]);
    let delete = |count: usize, key: Key| {
        let mut screen = Screen::page("lam-alef-delete", &["سلام"]);
        screen.press(Key::Home);
        screen.presses(Key::ArrowLeft, count);
        screen.press(key);
        barred(&screen)
    };
    assert_eq!(delete(1, Key::Delete), "س|ام", "before it the lam goes");
    assert_eq!(delete(2, Key::Delete), "سل|م", "inside it the alef");
    assert_eq!(delete(2, Key::Backspace), "س|ام");
    assert_eq!(delete(3, Key::Backspace), "سل|م");
}

#[test]
fn a_selection_from_arabic_into_latin_is_what_was_passed_and_leaves_to_the_side_pressed() {
    let text = "ملف PDF هنا";
    let mut screen = Screen::page("into-latin", &[text]);
    screen.press(Key::Home);
    screen.presses_with(SHIFT, Key::ArrowLeft, 6);
    let taken = |screen: &Screen| screen.selected()[0].1.clone();
    assert_eq!(&text[taken(&screen)], "ملف P", "it is logical, whatever the arrow passed");
    let rects = {
        let sheet = screen.sheet(FOLDED);
        sheet.laid[1].layout.as_ref().unwrap().rects(taken(&screen))
    };
    assert_eq!(rects.len(), 2, "two pieces, for «DF» lies between them");
    screen.press(Key::ArrowLeft);
    assert_eq!(barred(&screen), "ملف P|DF هنا");
    for (key, expected) in [(Key::ArrowLeft, "عقد| المجلس"), (Key::ArrowRight, "|عقد المجلس")]
    {
        let keys = [(SHIFT, Key::ArrowLeft), (SHIFT, Key::ArrowLeft), (SHIFT, Key::ArrowLeft)];
        let keys: Vec<_> = keys.into_iter().chain([(Modifiers::NONE, key)]).collect();
        assert_eq!(after("leaves", "عقد المجلس", &keys), expected);
    }
    // Latin alone: its right edge is its end, though reading goes left.
    let mut screen = Screen::page("leaves-latin", &[text]);
    for (key, expected) in [(Key::ArrowLeft, "ملف |PDF هنا"), (Key::ArrowRight, "ملف PDF| هنا")] {
        screen.clicks_at(screen.point(1, "ملف P".len()), 2);
        assert_eq!(&text[taken(&screen)], "PDF");
        screen.later(1.0);
        screen.press(key);
        assert_eq!(barred(&screen), expected);
    }
}

#[test]
fn control_and_an_arrow_go_to_the_starts_of_words() {
    let text = "عقد المجلس، في PDF-A 1.7 (يوم) اجتماعه.";
    let onward = [
        "عقد |المجلس، في PDF-A 1.7 (يوم) اجتماعه.",
        "عقد المجلس، |في PDF-A 1.7 (يوم) اجتماعه.",
        "عقد المجلس، في |PDF-A 1.7 (يوم) اجتماعه.",
        "عقد المجلس، في PDF-|A 1.7 (يوم) اجتماعه.",
        "عقد المجلس، في PDF-A |1.7 (يوم) اجتماعه.",
        "عقد المجلس، في PDF-A 1.7 (|يوم) اجتماعه.",
        "عقد المجلس، في PDF-A 1.7 (يوم) |اجتماعه.",
        "عقد المجلس، في PDF-A 1.7 (يوم) اجتماعه.|",
    ];
    assert_eq!(steps("words", text, Key::Home, CTRL, Key::ArrowLeft, 8), onward);
    let back: Vec<&str> = onward.iter().rev().skip(1).copied().collect();
    assert_eq!(steps("words-back", text, Key::End, CTRL, Key::ArrowRight, 7), back);
    let mut screen = Screen::page("words-taken", &[text]);
    screen.press(Key::Home);
    screen.presses_with(CTRL | SHIFT, Key::ArrowLeft, 2);
    assert_eq!(screen.selected(), [(1, 0.."عقد المجلس، ".len())]);
}

#[test]
fn a_word_begun_behind_a_break_is_gone_to_on_its_own_line() {
    let mut screen = Screen::page("word-break", &[LONG]);
    screen.click_at(screen.point(1, 0));
    screen.press(Key::End);
    let (_, end) = screen.caret();
    screen.press_with(CTRL, Key::ArrowLeft);
    assert_eq!((screen.caret().1, drawn(&screen).1), (end + 1, 1));
}

#[test]
fn shift_and_end_select_to_the_end_of_the_line() {
    let text = "ملف PDF رقم 2026 هنا";
    for (count, expected) in [(0, text), (2, "ف PDF رقم 2026 هنا"), (6, "F رقم 2026 هنا")] {
        let mut screen = Screen::page("shift-end", &[text]);
        screen.press(Key::Home);
        screen.presses(Key::ArrowLeft, count);
        if count == 6 {
            screen.press(Key::ArrowRight);
        }
        screen.press_with(SHIFT, Key::End);
        let (_, range) = screen.selected()[0].clone();
        assert_eq!(&text[range], expected, "after {count} steps");
    }
    let mut screen = Screen::page("shift-end-long", &[LONG]);
    screen.click_at(screen.point(1, 0));
    screen.press_with(SHIFT, Key::End);
    let (_, range) = screen.selected()[0].clone();
    assert!(
        LONG[range.clone()].ends_with("المقترحات") && LONG[range.end..].starts_with(' '),
        "{}",
        &LONG[range]
    );
}

#[test]
fn up_and_down_keep_their_column_and_stay_within_the_text() {
    let long = "سطر طويل من كلمات عديدة";
    let mut screen = Screen::page("column-kept", &[long, "قصير", long]);
    screen.press_with(CTRL, Key::Home);
    screen.press(Key::ArrowDown);
    screen.press(Key::Home);
    screen.presses(Key::ArrowLeft, 12);
    let (x, ..) = drawn(&screen);
    screen.presses(Key::ArrowDown, 2);
    assert_eq!(screen.caret(), (3, "سطر طويل من ".len()));
    assert!((drawn(&screen).0 - x).abs() < 1.0);
    screen.press(Key::ArrowDown);
    assert_eq!(screen.caret(), (3, "سطر طويل من ".len()), "below the last line there is nothing");
    screen.presses(Key::ArrowUp, 2);
    assert_eq!(screen.caret(), (1, "سطر طويل من ".len()), "the column was kept meanwhile");
    screen.press_with(CTRL, Key::Home);
    screen.press(Key::ArrowLeft);
    screen.press(Key::ArrowUp);
    assert_eq!(screen.caret(), (0, "ب".len()), "nor above the first");
    screen.press_with(SHIFT, Key::ArrowUp);
    assert_eq!(screen.selected(), [(0, 0.."ب".len())], "but a selection takes the rest");
    screen.press_with(CTRL, Key::End);
    screen.press(Key::ArrowRight);
    screen.press_with(SHIFT, Key::ArrowDown);
    assert_eq!(screen.selected(), [(3, long.len() - "ة".len()..long.len())]);
}

#[test]
fn up_and_down_leave_a_selection_at_its_start_and_its_end() {
    let mut screen = Screen::page("leave", &["أبجد هوز", "أبجد هوز", "أبجد هوز"]);
    let select = |screen: &mut Screen| {
        screen.click_at(screen.point(2, "أب".len()));
        screen.presses_with(SHIFT, Key::ArrowLeft, 3);
    };
    select(&mut screen);
    screen.press(Key::ArrowDown);
    assert_eq!(screen.caret(), (3, "أبجد ".len()));
    select(&mut screen);
    screen.press(Key::ArrowUp);
    assert_eq!(screen.caret(), (1, "أب".len()));
}

#[test]
fn two_presses_take_the_word_under_the_mouse_with_its_prefix_and_marks() {
    let text = "وبالمجلس الجهويّ، الثاني PDF";
    let mut screen = Screen::page("double", &[text]);
    let middle = |screen: &Screen, from: &str, to: &str| -> Pos2 {
        let (a, b) = (screen.point(1, from.len()), screen.point(1, to.len()));
        a + (b - a) * 0.7
    };
    let cases = [
        ("وبا", "وبال", "وبالمجلس"),
        // The far half of the last letter, where the nearer edge is that of the comma.
        ("وبالمجلس الجهو", "وبالمجلس الجهويّ", "الجهويّ"),
        ("وبالمجلس الجهويّ، ", "وبالمجلس الجهويّ، ا", "الثاني"),
    ];
    for (from, to, expected) in cases {
        screen.clicks_at(middle(&screen, from, to), 2);
        let (_, range) = screen.selected()[0].clone();
        assert_eq!(&text[range], expected);
        screen.later(2.0);
    }
}

#[test]
fn three_presses_take_the_paragraph() {
    let text = "الجملة الأولى. الجملة الثانية هنا.";
    let mut screen = Screen::page("triple", &[text, "فقرة أخرى"]);
    screen.clicks_at(screen.point(1, "الج".len()), 3);
    assert_eq!(screen.selected(), [(1, 0..text.len())]);
    screen.later(0.1);
    screen.clicks_at(screen.point(1, "الج".len()), 1);
    assert!(screen.open().editor().selection().is_caret(), "a fourth begins anew");
}

fn many(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("سطر رقم {n} من كلمات")).collect()
}

#[test]
fn page_down_goes_on_by_a_view_less_a_line_and_keeps_its_column() {
    let lines = many(90);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    for size in [SIZE, (1093.0, 552.0)] {
        let paragraphs: Vec<_> = lines.iter().map(|text| plain(text)).collect();
        let mut screen = Screen::scaled(&format!("page-down-{}", size.0), &written(&paragraphs), size, 1.0);
        screen.press_with(CTRL, Key::Home);
        screen.press(Key::ArrowDown);
        screen.press(Key::Home);
        screen.presses(Key::ArrowLeft, 3);
        let view = screen.sheet(FOLDED).view().height();
        // A paragraph of one line takes 32 and the gap above it 12.
        let far = (view - 32.0) / 44.0;
        screen.press(Key::PageDown);
        let (paragraph, offset) = screen.caret();
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let went = (paragraph - 1) as f32;
        assert!((went - far).abs() <= 1.0, "{went} of {far} lines in {size:?}");
        assert_eq!(offset, "سطر".len());
        screen.press(Key::PageUp);
        assert_eq!(screen.caret(), (1, "سطر".len()), "and back");
        screen.presses(Key::PageDown, 14);
        assert_eq!(screen.caret(), (90, lines[89].len()), "at last to the end");
        screen.press_with(SHIFT, Key::PageUp);
        assert!(screen.selected().len() > 8, "{:?}", screen.selected().len());
        screen.presses(Key::PageUp, 14);
        assert_eq!(screen.caret(), (0, 0), "and to the start");
    }
}

#[test]
fn an_empty_paragraph_has_its_caret_at_the_right_and_keeps_its_side_for_latin() {
    let mut screen = Screen::page("empty-side", &["نص أول"]);
    screen.press(Key::End);
    screen.press(Key::Enter);
    let (x, _, direction) = drawn(&screen);
    assert!(x > 590.0 && direction == Direction::Rtl, "{x} {direction:?}");
    screen.type_words("x");
    let (x, _, direction) = drawn(&screen);
    assert!(x > 590.0 && direction == Direction::Ltr, "right of what was typed: {x} {direction:?}");
}

#[test]
fn latin_typed_behind_arabic_goes_on_to_the_right() {
    let mut screen = Screen::page("typed-latin", &["نص عربي "]);
    screen.press(Key::End);
    let (start, ..) = drawn(&screen);
    let mut at = Vec::new();
    for letter in ["a", "b", "c"] {
        screen.type_words(letter);
        let (x, _, direction) = drawn(&screen);
        assert!(
            (x - start).abs() < 1.0,
            "right of the last letter, before which the Arabic ends: {x} {start}"
        );
        assert_eq!(direction, Direction::Ltr);
        at.push(x);
    }
    screen.type_words(" ");
    assert!(drawn(&screen).0 < start - 20.0, "a blank is Arabic's again: left of all");
    screen.press(Key::Backspace);
    assert!((drawn(&screen).0 - start).abs() < 1.0, "Backspace goes back to the letter");
}

// What no other editor was asked.

#[test]
fn control_up_and_down_go_by_paragraphs() {
    let mut screen = Screen::page("by-paragraph", &["الفقرة الأولى", "", "الفقرة الثالثة"]);
    screen.click_at(screen.point(1, "الفقرة".len()));
    screen.press_with(CTRL, Key::ArrowUp);
    assert_eq!(screen.caret(), (1, 0), "first to its own start");
    screen.press_with(CTRL, Key::ArrowUp);
    assert_eq!(screen.caret(), (0, 0));
    screen.presses_with(CTRL, Key::ArrowDown, 2);
    assert_eq!(screen.caret(), (2, 0));
    screen.press_with(CTRL | SHIFT, Key::ArrowDown);
    assert_eq!(screen.selected().len(), 2);
    screen.press_with(CTRL, Key::ArrowDown);
    assert_eq!(screen.caret(), (3, "الفقرة الثالثة".len()), "the last has its end");
}

#[test]
fn shift_and_a_click_select_up_to_it() {
    let mut screen = Screen::page("shift-click", &["عقد المجلس اجتماعا", "فقرة ثانية"]);
    screen.click_at(screen.point(1, "عقد ".len()));
    let shift_click = |screen: &mut Screen, at: Pos2| {
        let press = |pressed| match button(at, pressed) {
            Event::PointerButton { pos, button, pressed, .. } => {
                Event::PointerButton { pos, button, pressed, modifiers: SHIFT }
            }
            event => event,
        };
        screen.frame(vec![Event::ModifiersChanged(SHIFT), Event::PointerMoved(at)]);
        screen.frame(vec![press(true)]);
        screen.frame(vec![press(false)]);
        screen.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        screen.rest();
    };
    let at = screen.point(2, "فقرة".len());
    shift_click(&mut screen, at);
    assert_eq!(screen.selected(), [(1, "عقد ".len().."عقد المجلس اجتماعا".len()), (2, 0.."فقرة".len())]);
    let at = screen.point(1, "عق".len());
    shift_click(&mut screen, at);
    assert_eq!(screen.selected(), [(1, "عق".len().."عقد ".len())], "the other way from where it began");
}

/// Presses twice or three times and holds; then over each of these places, what is selected.
fn held(screen: &mut Screen, from: Pos2, presses: usize, over: &[Pos2]) -> Vec<Vec<(usize, String)>> {
    screen.frame(vec![Event::PointerMoved(from)]);
    for press in 0..presses {
        screen.frame(vec![button(from, true)]);
        if press + 1 < presses {
            screen.frame(vec![button(from, false)]);
        }
    }
    let words = screen.words();
    let mut taken = Vec::new();
    for &at in over {
        screen.frame(vec![Event::PointerMoved(at)]);
        let selected = screen.selected().into_iter();
        taken.push(selected.map(|(index, range)| (index, words[index - 1][range].to_owned())).collect());
    }
    screen.frame(vec![button(*over.last().unwrap(), false)]);
    screen.rest();
    taken
}

fn one(index: usize, words: &str) -> Vec<(usize, String)> {
    vec![(index, words.to_owned())]
}

#[test]
fn a_drag_after_two_presses_takes_whole_words() {
    let text = "عقد المجلس الجهوي اجتماعا عاديا";
    let mut screen = Screen::page("word-drag", &[text, "بمقره الرئيسي"]);
    let place = |words: &str| screen.point(1, words.len());
    let from = place("عقد المجلس الج");
    let over = [from, place("عقد المجلس الجهوي اجت"), place("عقد المج"), from, screen.point(2, "بم".len())];
    let taken = held(&mut screen, from, 2, &over);
    assert_eq!(taken[0], one(1, "الجهوي"), "taken while the button is down");
    assert_eq!(taken[1], one(1, "الجهوي اجتماعا"));
    assert_eq!(taken[2], one(1, "المجلس الجهوي"), "back beyond the first, which stays whole");
    assert_eq!(taken[3], one(1, "الجهوي"));
    assert_eq!(taken[4], [(1, "الجهوي اجتماعا عاديا".to_owned()), (2, "بمقره".to_owned())]);
}

#[test]
fn a_drag_after_three_presses_takes_whole_paragraphs() {
    let mut screen = Screen::page("paragraph-drag", &["الفقرة الأولى", "الثانية", "الثالثة هنا"]);
    let from = screen.point(2, "الث".len());
    let over = [from, screen.point(3, "الثا".len()), screen.point(1, "ال".len())];
    let taken = held(&mut screen, from, 3, &over);
    assert_eq!(taken[0], one(2, "الثانية"));
    assert_eq!(taken[1], [(2, "الثانية".to_owned()), (3, "الثالثة هنا".to_owned())]);
    assert_eq!(taken[2], [(1, "الفقرة الأولى".to_owned()), (2, "الثانية".to_owned())]);
}

/// Drags from the first paragraph to this many pixels below the view and rests there for half a second, in so many
/// frames: how many paragraphs are selected then.
fn pulled(name: &str, below: f32, frames: u32) -> usize {
    let lines = many(300);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut screen = Screen::page(name, &lines);
    let from = screen.point(1, "سطر".len());
    let edge = screen.sheet(FOLDED).view().bottom();
    let at = pos2(from.x, edge + below);
    screen.frame(vec![Event::PointerMoved(from)]);
    screen.frame(vec![button(from, true)]);
    screen.frame(vec![Event::PointerMoved(at)]);
    let begun = screen.selected().len();
    for _ in 0..frames {
        assert_eq!(screen.wants_frame_in().as_millis(), 0, "the next frame is asked for");
        screen.later(0.5 / f64::from(frames));
    }
    let went = screen.selected().len() - begun;
    screen.frame(vec![button(at, false)]);
    screen.rest();
    let released = screen.selected().len();
    screen.later(0.5);
    assert_eq!(screen.selected().len(), released, "it ends with the button");
    went
}

#[test]
fn the_text_scrolls_while_the_mouse_is_held_beyond_it_by_time_and_distance() {
    let near = pulled("pull-near", 6.0, 30);
    let far = pulled("pull-far", 26.0, 30);
    let coarse = pulled("pull-coarse", 26.0, 8);
    assert!(near >= 1, "{near}");
    assert!(far >= 2 * near, "further off is faster: {near} {far}");
    assert!(far.abs_diff(coarse) <= 1, "as far in fewer frames: {far} {coarse}");
}

#[test]
fn the_key_insert_never_overtypes() {
    let mut screen = Screen::page("insert", &["أبجد"]);
    screen.press(Key::Home);
    screen.press(Key::Insert);
    screen.type_words("هـ");
    assert_eq!(screen.words(), ["هـأبجد"]);
}

#[test]
fn what_is_selected_goes_to_the_second_clipboard_once_it_rests() {
    let mut screen = Screen::page("primary", &["عقد المجلس", "اجتماعا"]);
    let (from, to) = (screen.point(1, "عقد ".len()), screen.point(2, "اجت".len()));
    screen.frame(vec![Event::PointerMoved(from)]);
    screen.frame(vec![button(from, true)]);
    for part in 1_u8..=4 {
        screen.frame(vec![Event::PointerMoved(from + (to - from) * f32::from(part) / 4.0)]);
        assert_eq!(screen.settled(), None, "not while the mouse is held");
    }
    screen.later(1.0);
    assert_eq!(screen.settled(), None, "however long");
    screen.frame(vec![button(to, false)]);
    assert_eq!(screen.settled().as_deref(), Some("المجلس\nاجت"), "at once when it is let go");
    screen.step();
    assert_eq!(screen.settled(), None, "once");
    // By keys: after a rest, and one for all of them.
    screen.click_at(screen.point(1, 0));
    for _ in 0..5 {
        screen.frame(key_events(SHIFT, Key::ArrowLeft));
        assert_eq!(screen.settled(), None);
    }
    screen.later(0.4);
    assert_eq!(screen.settled().as_deref(), Some("عقد ا"));
    screen.later(0.4);
    assert_eq!(screen.settled(), None);
    screen.press(Key::ArrowLeft);
    screen.later(1.0);
    assert_eq!(screen.settled(), None, "a caret alone leaves it as it was");
}

#[test]
fn a_middle_click_pastes_where_it_clicks() {
    let mut screen = Screen::page("middle", &["عقد المجلس", "اجتماعا"]);
    screen.press(Key::Home);
    let at = screen.point(2, "اجتم".len());
    screen.frame(vec![Event::PointerMoved(at)]);
    screen.frame(vec![Event::MiddleClickPaste { pos: at, text: "و".into() }]);
    let ink = |screen: &mut Screen| screen.count(Theme::LIGHT.ink, 500..1080, 200..600);
    let at_once = ink(&mut screen);
    screen.rest();
    assert_eq!(at_once, ink(&mut screen), "it is drawn in the frame it comes in");
    screen.press_with(CTRL, Key::Z);
    screen.middle_click(at, "\u{202B}و\u{202C}");
    assert_eq!(screen.words(), ["عقد المجلس", "اجتمواعا"]);
    assert_eq!(screen.caret(), (2, "اجتمو".len()));
    assert!(screen.has_words("تنقيته"), "what was taken out of it is told");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words(), ["عقد المجلس", "اجتماعا"]);
}

#[test]
fn what_was_selected_here_is_pasted_with_its_marks() {
    let mut screen = Screen::page("middle-own", &["عقد المجلس", "اجتماعا"]);
    screen.clicks_at(screen.point(1, "عق".len()), 2);
    screen.later(1.0);
    screen.press_with(CTRL, Key::B);
    screen.later(0.4);
    assert_eq!(screen.settled().as_deref(), Some("عقد"));
    screen.middle_click(screen.point(2, "اجتماعا".len()) - vec2(20.0, 0.0), "عقد");
    assert_eq!(screen.words(), ["عقد المجلس", "اجتماعاعقد"]);
    assert_eq!(screen.document().blocks()[1].text.marks().len(), 1, "bold it was and is");
}

#[test]
fn a_middle_click_beside_the_page_pastes_nothing() {
    let mut screen = Screen::page("middle-beside", &["عقد المجلس"]);
    screen.middle_click(screen.place("الترويسة: فتح للتعديل").center(), "و");
    assert_eq!(screen.words(), ["عقد المجلس"]);
}

#[test]
fn what_is_selected_in_mixed_lines_is_filled_letter_by_letter() {
    let mixed = "صادق المجلس على ملف PDF رقم 29.11 (الصيغة Annex 1.7) وعلى مقرره القاضي بتخصيص 2,500,000 درهم لبرنامج OpenData الجهوي ثم رفع الجلسة";
    let paragraphs = [plain("فقرة أولى قصيرة"), plain(mixed), (Kind::recommendation(1), LONG), plain(LONG)];
    for (name, mode) in [("light", Mode::Light), ("dark", Mode::Dark)] {
        let path = crate::screen::folder(&format!("selected-{name}")).join("record.mahdar");
        mahdar::store::save(&written(&paragraphs), &path, None).unwrap();
        let mut screen = Screen::sized(vec![path], false, mode, SIZE, 1.0);
        let (from, to) =
            (screen.point(2, "صادق المجلس على ملف P".len()), screen.point(4, "ناقش المجلس".len()));
        screen.drag(from, to);
        assert_eq!(screen.selected().len(), 3);
        screen.paint(&format!("caret-selected-{name}"));
    }
}

/// What is brought into the next frame.
fn brought(desk: &Desk) -> Vec<Event> {
    let mut input = RawInput::default();
    desk.bring(&Context::default(), &mut input);
    input.events
}

#[test]
fn a_program_that_does_not_answer_holds_nothing_up() {
    let (answers, reads) = std::sync::mpsc::channel::<Option<String>>();
    let (asks, asked) = std::sync::mpsc::channel::<()>();
    let desk = Desk::reading(move || {
        asks.send(()).unwrap();
        reads.recv().unwrap()
    });
    let arrives = |desk: &Desk| -> Vec<Event> {
        for _ in 0..500 {
            let events = brought(desk);
            if !events.is_empty() {
                return events;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        Vec::new()
    };
    desk.ask(pos2(30.0, 40.0));
    asked.recv().unwrap();
    assert_eq!(brought(&desk), [], "it is being read, and the frame goes on");
    answers.send(Some("محضر".to_owned())).unwrap();
    assert_eq!(arrives(&desk), [Event::MiddleClickPaste { pos: pos2(30.0, 40.0), text: "محضر".to_owned() }]);
    assert_eq!(brought(&desk), [], "once");
    // The hands went on meanwhile; then they click twice, and are answered once.
    desk.ask(pos2(1.0, 1.0));
    asked.recv().unwrap();
    desk.turn();
    desk.ask(pos2(2.0, 2.0));
    desk.ask(pos2(3.0, 3.0));
    answers.send(Some("قديم".to_owned())).unwrap();
    asked.recv().unwrap();
    assert_eq!(brought(&desk), [], "an answer that comes too late is no answer");
    answers.send(Some("جديد".to_owned())).unwrap();
    assert_eq!(arrives(&desk), [Event::MiddleClickPaste { pos: pos2(3.0, 3.0), text: "جديد".to_owned() }]);
    assert!(asked.try_recv().is_err(), "the second of the two asked for both");
}
