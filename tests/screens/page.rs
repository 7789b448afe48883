//! Writing on the page: keys, mouse, clipboard, undo, the outline.

use eframe::egui::{Event, ImeEvent, Key, Modifiers, PointerButton, vec2};
use mahdar::document::{Affinity, Kind, Place, Target};
use mahdar::ui::theme::Theme;

use crate::screen::{CTRL, FOLDED, Screen, key_events, plain, written};

const SHIFT: Modifiers = Modifiers::SHIFT;

/// Where the caret is drawn, from the left of its paragraph.
fn drawn(screen: &Screen) -> f32 {
    let (paragraph, _) = screen.caret();
    let head = &screen.open().editor().selection().head;
    screen.sheet(FOLDED).caret(paragraph, head).expect("in view").x
}

#[test]
fn words_typed_into_the_page_are_in_the_record() {
    let mut screen = Screen::page("typed", &["", "باقي النص"]);
    screen.type_words("القانون رقم 29.11 (الصيغة PDF 1.7)");
    assert_eq!(screen.words(), ["القانون رقم 29.11 (الصيغة PDF 1.7)", "باقي النص"]);
    assert!(screen.open().editor().is_changed());
}

#[test]
fn left_goes_forward_through_arabic_and_always_to_the_left() {
    let text = "ملف PDF رقم 2026 هنا";
    let mut screen = Screen::page("left", &[text]);
    screen.press(Key::Home);
    assert_eq!(screen.caret(), (1, 0));
    screen.press(Key::ArrowLeft);
    assert_eq!(screen.caret(), (1, "م".len()), "forward in Arabic");
    let mut steps = 1;
    let mut x = drawn(&screen);
    while screen.caret() != (1, text.len()) {
        screen.press(Key::ArrowLeft);
        let next = drawn(&screen);
        assert!(next < x, "step {steps}: from {x} to {next}");
        x = next;
        steps += 1;
        assert!(steps < 60, "the walk ends");
    }
    assert!(steps >= text.chars().count(), "{steps} steps over {} letters", text.chars().count());
    while screen.caret() != (1, 0) {
        screen.press(Key::ArrowRight);
        let next = drawn(&screen);
        assert!(next > x, "back from {x} to {next}");
        x = next;
    }
}

#[test]
fn home_and_end_go_to_the_ends_of_the_line_and_with_control_of_the_record() {
    let long = "ناقش المجلس حصيلة البرامج المنجزة وبرمجة الدورة المقبلة ".repeat(4);
    let mut screen = Screen::page("home-end", &["أول", long.trim(), "آخر"]);
    screen.press(Key::ArrowDown);
    screen.press(Key::End);
    let (paragraph, end) = screen.caret();
    assert_eq!(paragraph, 2);
    assert!(end > 0 && end < long.trim().len(), "the end of its first line, not of the paragraph: {end}");
    screen.press(Key::Home);
    assert_eq!(screen.caret(), (2, 0));
    screen.press_with(CTRL, Key::End);
    assert_eq!(screen.caret(), (3, "آخر".len()));
    screen.press_with(CTRL, Key::Home);
    assert_eq!(screen.caret(), (0, 0), "the start of the title");
}

#[test]
fn arrows_up_and_down_keep_their_column() {
    let mut screen = Screen::page("column", &["سطر طويل من كلمات عديدة", "قصير", "سطر طويل من كلمات عديدة"]);
    screen.press(Key::End);
    let x = drawn(&screen);
    screen.press(Key::ArrowDown);
    assert_eq!(screen.caret(), (2, "قصير".len()));
    screen.press(Key::ArrowDown);
    assert_eq!(screen.caret().0, 3);
    assert!((drawn(&screen) - x).abs() < 1.0);
    screen.presses(Key::ArrowUp, 2);
    assert_eq!(screen.caret(), (1, "سطر طويل من كلمات عديدة".len()));
}

#[test]
fn control_and_left_goes_a_word_forward() {
    let mut screen = Screen::page("word", &["عقد المجلس اجتماعا"]);
    screen.press(Key::Home);
    screen.press_with(CTRL, Key::ArrowLeft);
    let (_, first) = screen.caret();
    assert!(first == "عقد".len() || first == "عقد ".len(), "{first}");
    screen.press_with(CTRL, Key::ArrowLeft);
    assert!(screen.caret().1 > first);
    screen.press_with(CTRL, Key::ArrowRight);
    screen.press_with(CTRL, Key::ArrowRight);
    assert_eq!(screen.caret(), (1, 0));
}

#[test]
fn shift_and_arrows_select() {
    let mut screen = Screen::page("shift", &["اجتماع", "ثان"]);
    screen.press(Key::Home);
    for _ in 0..3 {
        screen.press_with(SHIFT, Key::ArrowLeft);
    }
    assert_eq!(screen.selected(), [(1, 0.."اجت".len())]);
    screen.press_with(SHIFT, Key::End);
    assert_eq!(screen.selected(), [(1, 0.."اجتماع".len())]);
    screen.press_with(SHIFT, Key::ArrowDown);
    assert_eq!(screen.selected().len(), 2, "into the next paragraph");
    screen.press(Key::ArrowRight);
    assert!(screen.open().editor().selection().is_caret());
    assert_eq!(screen.caret(), (1, 0), "right is to the start");
}

fn outline() -> Vec<(Kind, &'static str)> {
    vec![
        plain("تمهيد"),
        (Kind::recommendation(0), "الماء"),
        (Kind::recommendation(1), "دعم السقي"),
        (Kind::recommendation(1), "حماية الفرشة"),
    ]
}

#[test]
fn all_is_selected_and_copied_as_plain_words_with_labels() {
    let mut screen = Screen::with("copy", &written(&outline()));
    screen.press_with(CTRL, Key::A);
    let copied = screen.clipboard_after(Event::Copy).expect("something was copied");
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines.len(), 5, "{copied}");
    assert_eq!((lines[0], lines[1]), ("بلاغ اجتماع", "تمهيد"));
    assert!(lines[2].ends_with("الماء") && lines[2].len() > "الماء".len(), "{}", lines[2]);
    assert_eq!((lines[3], lines[4]), ("1- دعم السقي", "2- حماية الفرشة"));
    assert_eq!(screen.words().len(), 4, "copying changes nothing");
    assert!(!screen.open().editor().is_changed());
}

#[test]
fn cut_takes_the_words_and_paste_brings_them_back() {
    let mut screen = Screen::page("cut", &["أول وثان"]);
    screen.press(Key::Home);
    screen.press_with(CTRL | SHIFT, Key::ArrowLeft);
    let cut = screen.clipboard_after(Event::Cut).expect("something was cut");
    assert_eq!(cut.trim_end(), "أول");
    assert_eq!(screen.words()[0].trim_start(), "وثان");
    screen.press(Key::Home);
    screen.paste(&cut);
    assert_eq!(screen.words(), ["أول وثان"]);
}

#[test]
fn nothing_selected_leaves_the_clipboard_alone() {
    let mut screen = Screen::page("copy-nothing", &["نص"]);
    assert_eq!(screen.clipboard_after(Event::Copy), None);
    assert_eq!(screen.clipboard_after(Event::Cut), None);
    assert_eq!(screen.words(), ["نص"]);
}

#[test]
fn pasted_lines_become_paragraphs_and_are_cleaned() {
    let mut screen = Screen::page("paste", &[""]);
    screen.paste("السطر الأول\r\nالسطر\u{200b} الثاني\n\nالسطر الثالث");
    let words: Vec<String> = screen.words().into_iter().filter(|words| !words.is_empty()).collect();
    assert_eq!(words, ["السطر الأول", "السطر الثاني", "السطر الثالث"]);
    assert!(screen.has_words("تنقيته"), "a toast says what was taken out");
}

#[test]
fn undo_takes_typing_back_at_once_and_redo_brings_it_again() {
    let mut screen = Screen::page("undo", &[""]);
    screen.type_words("محضر");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words(), [""]);
    assert!(!screen.open().editor().is_changed());
    screen.press_with(CTRL, Key::Y);
    assert_eq!(screen.words(), ["محضر"]);
    screen.press_with(CTRL, Key::Z);
    screen.press_with(CTRL | SHIFT, Key::Z);
    assert_eq!(screen.words(), ["محضر"], "Ctrl+Shift+Z does it again too");
}

#[test]
fn enter_tab_and_backspace_build_the_outline() {
    let mut screen = Screen::with("outline", &written(&[(Kind::recommendation(1), "دعم السقي")]));
    let depths = |screen: &Screen| -> Vec<Option<u8>> {
        screen.document().blocks().iter().map(|block| block.kind.depth()).collect()
    };
    screen.press(Key::End);
    screen.press(Key::Enter);
    assert_eq!(depths(&screen), [Some(1), Some(1)]);
    screen.press(Key::Tab);
    assert_eq!(depths(&screen), [Some(1), Some(2)]);
    screen.type_words("التنقيط");
    assert_eq!(screen.words(), ["دعم السقي", "التنقيط"]);
    screen.press(Key::Home);
    screen.press_with(SHIFT, Key::Tab);
    assert_eq!(depths(&screen), [Some(1), Some(1)]);
    screen.press(Key::Tab);
    screen.press(Key::Backspace);
    assert_eq!(depths(&screen), [Some(1), Some(1)], "Backspace at the start raises");
    screen.presses(Key::Backspace, 3);
    assert_eq!(screen.words(), ["دعم السقيالتنقيط"], "and in the end joins");
}

#[test]
fn a_click_puts_the_caret_where_it_was() {
    let text = "عقد المجلس اجتماعا عاديا بمقره";
    let mut screen = Screen::page("click", &["أول", text]);
    let right = screen.point(2, 0);
    screen.click_at(right + vec2(30.0, 0.0));
    assert_eq!(screen.caret(), (2, 0), "right of the text is its start");
    for (offset, _) in text.char_indices().filter(|(at, _)| at % 3 == 0).collect::<Vec<_>>() {
        screen.click_at(screen.point(2, offset));
        assert_eq!(screen.caret(), (2, offset));
    }
    let left = screen.point(2, text.len());
    screen.click_at(left - vec2(80.0, 0.0));
    assert_eq!(screen.caret(), (2, text.len()));
}

#[test]
fn a_click_within_one_frame_counts() {
    let mut screen = Screen::page("quick-click", &["أول", "عقد المجلس اجتماعا"]);
    let at = screen.point(2, "عقد ".len());
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    screen.frame(vec![Event::PointerMoved(at), button(true), button(false)]);
    screen.rest();
    assert_eq!(screen.caret(), (2, "عقد ".len()));
}

#[test]
fn two_clicks_select_a_word_and_three_a_paragraph() {
    let text = "عقد المجلس اجتماعا";
    let mut screen = Screen::page("clicks", &["أول", text]);
    let inside = screen.point(2, "عقد الم".len());
    screen.clicks_at(inside, 2);
    assert_eq!(screen.selected(), [(2, "عقد ".len().."عقد المجلس".len())]);
    screen.later(2.0);
    screen.clicks_at(inside, 3);
    assert_eq!(screen.selected(), [(2, 0..text.len())]);
}

#[test]
fn a_drag_selects_across_paragraphs() {
    let mut screen = Screen::page("drag", &["الفقرة الأولى", "الفقرة الثانية"]);
    let (from, to) = (screen.point(1, "الفقرة ".len()), screen.point(2, "الفقرة".len()));
    screen.drag(from, to);
    assert_eq!(screen.selected(), [(1, "الفقرة ".len().."الفقرة الأولى".len()), (2, 0.."الفقرة".len())]);
    screen.type_words("و");
    assert_eq!(screen.words(), ["الفقرة و الثانية"]);
}

#[test]
fn every_key_within_one_frame_counts() {
    let mut screen = Screen::page("two-keys", &["أبجد"]);
    let mut events = key_events(Modifiers::NONE, Key::Backspace);
    events.extend(key_events(Modifiers::NONE, Key::Backspace));
    screen.frame(events);
    assert_eq!(screen.words(), ["أب"]);
    screen.frame(vec![Event::Text("ت".into()), Event::Text("ث".into())]);
    assert_eq!(screen.words(), ["أبتث"]);
    let mut events = key_events(CTRL, Key::Z);
    events.extend(key_events(CTRL, Key::Z));
    screen.frame(events);
    assert_eq!(screen.words(), ["أبجد"]);
}

#[test]
fn words_and_keys_of_one_frame_keep_their_order() {
    let mut screen = Screen::page("order", &[""]);
    let mut events = vec![Event::Text("أ".into())];
    events.extend(key_events(Modifiers::NONE, Key::Enter));
    events.push(Event::Text("ب".into()));
    screen.frame(events);
    assert_eq!(screen.words(), ["أ", "ب"]);
}

#[test]
fn an_edit_lays_out_no_other_paragraph() {
    let screen = Screen::page("relay", &["أول", "ثان", "ثالث"]);
    let mut sheet = screen.sheet(FOLDED);
    assert!(sheet.laid.iter().all(|laid| laid.layout.is_some()));
    let mut document = screen.document().clone();
    let at = Target::Block(document.blocks()[1].id);
    let insert = mahdar::document::RichText::plain("و");
    document.apply(mahdar::document::Step::Splice { at, start: 0, end: 0, insert }).unwrap();
    sheet.sync(&document, u64::MAX, screen.open().output);
    let laid: Vec<bool> = sheet.laid.iter().map(|laid| laid.layout.is_some()).collect();
    assert_eq!(laid, [true, true, false, true]);
}

#[test]
fn a_caret_in_an_empty_paragraph_is_at_its_right() {
    let screen = Screen::page("empty-caret", &["", "نص"]);
    let sheet = screen.sheet(FOLDED);
    let target = Target::Block(screen.document().blocks()[0].id);
    let caret = sheet.caret(1, &Place { target, offset: 0, affinity: Affinity::Downstream }).unwrap();
    assert!(caret.x > 590.0, "{}", caret.x);
}

#[test]
fn escape_leaves_the_keyboard_on_the_page() {
    let mut screen = Screen::page("escape", &["نص"]);
    screen.press(Key::Escape);
    screen.type_words("وص");
    assert_eq!(screen.words(), ["نصوص"]);
}

#[test]
fn a_click_is_as_exact_on_a_screen_of_another_scale() {
    let text = "عقد المجلس اجتماعا عاديا بمقره الجهوي";
    let document = written(&[plain("أول"), plain(text), (Kind::recommendation(2), "بند فيه كلمات")]);
    for scale in [1.25, 1.5, 2.0] {
        let mut screen = Screen::scaled(&format!("scale-{scale}"), &document, (1093.0, 552.0), scale);
        for (paragraph, text) in [(2, text), (3, "بند فيه كلمات")] {
            for (offset, _) in text.char_indices().filter(|(at, _)| at % 5 == 0).collect::<Vec<_>>() {
                screen.click_at(screen.point(paragraph, offset));
                assert_eq!(screen.caret(), (paragraph, offset), "at scale {scale}");
            }
        }
    }
}

/// The caret in the picture: pixels of its colour on the sheet, away from the header's line.
fn carets(screen: &mut Screen) -> usize {
    screen.count(Theme::LIGHT.accent, 422..1127, 198..660)
}

#[test]
fn the_caret_stays_in_view_while_writing_down_the_page() {
    let mut screen = Screen::page("follow", &["نص"]);
    assert!(
        (50..90).contains(&carets(&mut screen)),
        "a bar of 2 by 26 and its flag: {}",
        carets(&mut screen)
    );
    for _ in 0..40 {
        screen.press(Key::Enter);
        screen.type_words("و");
        assert!(carets(&mut screen) >= 50, "after {} paragraphs", screen.words().len());
    }
    screen.wheel(-600.0);
    assert_eq!(carets(&mut screen), 0, "scrolled away from it");
    screen.press(Key::ArrowRight);
    assert!(carets(&mut screen) >= 50, "a key brings it back");
    screen.press(Key::PageUp);
    screen.press(Key::PageUp);
    assert!(carets(&mut screen) >= 50 && screen.caret().0 < 20, "{:?}", screen.caret());
}

#[test]
fn the_caret_is_drawn_only_where_the_keyboard_is() {
    let mut screen = Screen::page("caret-focus", &["نص"]);
    assert!(carets(&mut screen) > 0);
    screen.click("الترويسة: فتح للتعديل");
    screen.click("الاسم");
    assert_eq!(screen.count(Theme::LIGHT.accent, 422..1127, 600..660), 0);
}

#[test]
fn the_caret_blinks_and_then_rests_lit() {
    let mut screen = Screen::page("blink", &["نص"]);
    screen.press(Key::ArrowLeft);
    let lit = carets(&mut screen);
    assert!(lit > 50, "a bar of 2 by 26 and its flag: {lit}");
    screen.later(0.7);
    let out = carets(&mut screen);
    assert!(out > 0 && out < lit / 2, "after 0.6 s the flag alone: {out} of {lit}");
    screen.later(0.6);
    assert_eq!(carets(&mut screen), lit, "and in again");
    screen.later(12.0);
    assert_eq!(carets(&mut screen), lit, "at rest");
}

#[test]
fn what_is_selected_is_filled() {
    let mut screen = Screen::page("filled", &["نص طويل قليلا", ""]);
    let fill = Theme::LIGHT.selection;
    assert_eq!(screen.count(fill, 422..1127, 60..660), 0);
    screen.press_with(CTRL, Key::A);
    let all = screen.count(fill, 422..1127, 60..660);
    assert!(all > 2_000, "{all}");
    // The empty paragraph, too: at its right.
    let empty = screen.point(2, 0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
    let y = empty.y as u32;
    assert!(screen.count(fill, 1052..1077, y - 5..y + 5) > 20);
}

#[test]
fn words_of_an_input_method_are_taken_in() {
    let mut screen = Screen::page("ime", &[""]);
    screen.frame(vec![Event::Ime(ImeEvent::Commit("محضر".into()))]);
    assert_eq!(screen.words(), ["محضر"]);
}

#[test]
fn letters_are_made_bold_by_key() {
    let mut screen = Screen::page("bold", &["نص طويل"]);
    screen.press(Key::Home);
    screen.press_with(CTRL | SHIFT, Key::ArrowLeft);
    screen.press_with(CTRL, Key::B);
    let marks = screen.document().blocks()[0].text.marks().len();
    assert_eq!(marks, 1);
    screen.press_with(CTRL, Key::B);
    assert!(screen.document().blocks()[0].text.marks().is_empty());
}

#[test]
fn alt_and_an_arrow_move_a_paragraph() {
    let mut screen = Screen::page("move", &["أول", "ثان"]);
    screen.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(screen.words(), ["ثان", "أول"]);
    screen.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(screen.words(), ["أول", "ثان"]);
    assert_eq!(screen.caret().0, 1, "the caret goes with it");
}

#[test]
fn a_field_is_passed_and_deleted_as_one() {
    let mut screen = Screen::new_record();
    screen.click("الاسم");
    screen.type_words("نعيمة السوسي");
    screen.click("أنثى");
    screen.click("الترويسة: طي");
    let fields = screen.document().blocks()[0].text.atoms().count();
    screen.click_at(screen.point(1, 0));
    assert_eq!(screen.caret(), (1, 0));
    screen.press(Key::ArrowLeft);
    assert_eq!(screen.caret(), (1, '\u{FFFC}'.len_utf8()), "past all of «ترأست»");
    screen.press(Key::Backspace);
    assert_eq!(screen.document().blocks()[0].text.atoms().count(), fields - 1);
    assert!(screen.shown()[1].trim_start().starts_with("السيدة نعيمة"), "{}", screen.shown()[1]);
    screen.press_with(CTRL, Key::Z);
    assert!(screen.shown()[1].starts_with("ترأست"));
}

#[test]
fn the_paragraph_at_the_caret_is_told_to_those_who_do_not_see_it() {
    let mut screen = Screen::page("told", &["الفقرة الأولى"]);
    assert!(screen.has_value("الفقرة الأولى"));
    screen.type_words(" هنا");
    assert!(screen.has_value("الفقرة الأولى هنا"));
}
