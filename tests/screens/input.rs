//! What comes from the keyboard: input methods, layouts, bursts of keys, and the order they came in.

use std::ops::Range;

use eframe::egui::{Event, Id, ImeEvent, Key, Modifiers, Rect, pos2, vec2};
use image::RgbaImage;
use mahdar::document::Mark;
use mahdar::ui::field::{Line, Look, lines};
use mahdar::ui::theme::{Mode, Theme};

use crate::screen::{CTRL, Screen, key_events, plain, written};
use crate::stage::Stage;

fn composes(text: &str, active: Option<Range<usize>>) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: active })
}

fn commits(text: &str) -> Event {
    Event::Ime(ImeEvent::Commit(text.into()))
}

/// A key of a layout that writes `key` in the place where a US keyboard has `place`, pressed and released.
fn stroke(modifiers: Modifiers, key: Key, place: Key) -> Vec<Event> {
    let with_place = |event| match event {
        Event::Key { key, pressed, repeat, modifiers, .. } => {
            Event::Key { key, physical_key: Some(place), pressed, repeat, modifiers }
        }
        other => other,
    };
    key_events(modifiers, key).into_iter().map(with_place).collect()
}

fn typed(letter: &str) -> Event {
    Event::Text(letter.into())
}

/// A page with these words and the caret before this byte of them.
fn at(name: &str, words: &str, offset: usize) -> Screen {
    let mut screen = Screen::page(name, &[words]);
    screen.press_with(CTRL, Key::End);
    screen.presses(Key::ArrowRight, words[offset..].chars().count());
    assert_eq!(screen.caret(), (1, offset));
    screen
}

#[test]
fn what_is_composed_is_shown_at_the_caret_and_stored_nowhere() {
    let mut screen = at("composed", "قبل بعد", "قبل ".len());
    screen.frame(vec![composes("محض", None)]);
    assert!(screen.has_value("قبل محضبعد"), "shown in its paragraph");
    assert_eq!(screen.words(), ["قبل بعد"], "and not stored");
    assert!(!screen.open().editor().can_undo(), "nor anything to take back");
    screen.frame(vec![composes("محضر ", None)]);
    assert!(screen.has_value("قبل محضر بعد"), "the next letters stand in place of the first");
    screen.frame(vec![composes("", None), commits("محضر ")]);
    assert_eq!(screen.words(), ["قبل محضر بعد"]);
    assert_eq!(screen.caret(), (1, "قبل محضر ".len()));
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words(), ["قبل بعد"], "one undo");
}

#[test]
fn control_and_the_key_of_lam_alef_are_a_shortcut_though_x11_composes_its_letters() {
    let mut screen = Screen::page("ligature", &["قبل بعد"]);
    screen.press_with(CTRL, Key::A);
    screen.frame(vec![Event::ModifiersChanged(CTRL), composes("", None), commits("لا")]);
    screen.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    assert_eq!(screen.words(), ["قبل بعد"], "what is selected is not typed over");
    assert!(screen.open().editor().has_mark(Mark::Bold) == Some(true), "Ctrl+B");
    // Control let go within the frame: what came before that was held with it, what comes after was not.
    let events = vec![
        Event::ModifiersChanged(CTRL),
        commits("لا"),
        Event::ModifiersChanged(Modifiers::NONE),
        commits("لا"),
    ];
    screen.press(Key::End);
    screen.frame(events);
    screen.rest();
    assert_eq!(screen.words(), ["قبل بعدلا"]);
}

#[test]
fn control_and_f_search() {
    let mut screen = Screen::page("search-key", &["قبل بعد"]);
    screen.press_with(CTRL, Key::F);
    assert!(!screen.has("كل الأوامر"), "it is the words that are searched");
    screen.type_words("بعد");
    screen.press(Key::Escape);
    assert_eq!(screen.words(), ["قبل بعد"]);
    assert_eq!(screen.caret().0, 1, "at what was found");
}

#[test]
fn composing_ends_with_nothing_where_the_method_gives_it_up() {
    let mut screen = at("given-up", "قبل بعد", "قبل ".len());
    screen.frame(vec![composes("مح", None)]);
    screen.frame(vec![composes("", None)]);
    assert!(screen.has_value("قبل بعد"));
    screen.frame(vec![composes("مح", None)]);
    screen.frame(vec![commits("")]);
    assert!(screen.has_value("قبل بعد"));
    assert!(!screen.ime().unwrap().should_interrupt_composition, "it knows that itself");
}

#[test]
fn empty_words_of_an_input_method_leave_a_selection_alone() {
    let mut screen = Screen::page("ime-selected", &["قبل بعد"]);
    screen.press_with(CTRL, Key::A);
    let selected = screen.selected();
    screen.frame(vec![composes("", None), commits(""), commits("\n")]);
    assert_eq!((screen.selected(), screen.words()), (selected, vec!["قبل بعد".to_owned()]));
}

#[test]
fn what_is_committed_takes_the_place_of_what_is_selected() {
    let mut screen = Screen::page("ime-over", &["قبل بعد"]);
    screen.press_with(CTRL, Key::End);
    screen.presses_with(Modifiers::SHIFT, Key::ArrowRight, 3);
    screen.frame(vec![composes("آخر", None)]);
    assert_eq!(screen.words(), ["قبل بعد"]);
    screen.frame(vec![commits("آخر")]);
    assert_eq!(screen.words(), ["قبل آخر"]);
}

/// What hands do in a window.
type Hands = fn(&mut Screen);

#[test]
fn composing_ends_with_escape_a_click_a_key_and_another_window() {
    let ends: [(&str, Hands); 5] = [
        ("escape", |screen| screen.frame(key_events(Modifiers::NONE, Key::Escape))),
        ("arrow", |screen| screen.frame(key_events(Modifiers::NONE, Key::ArrowRight))),
        ("letter", |screen| screen.frame(vec![typed("x")])),
        ("elsewhere", |screen| screen.set_active(false)),
        ("click", |screen| {
            let at = screen.point(1, 0);
            let button = |pressed| Event::PointerButton {
                pos: at,
                button: eframe::egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            };
            screen.frame(vec![Event::PointerMoved(at)]);
            screen.frame(vec![button(true)]);
        }),
    ];
    for (name, end) in ends {
        let mut screen = at(&format!("ends-{name}"), "قبل بعد", "قبل ".len());
        screen.frame(vec![composes("محضر", None)]);
        assert!(screen.has_value("قبل محضربعد"), "{name}");
        end(&mut screen);
        // Without a caret the input method is let go altogether.
        let told = |screen: &Screen| screen.ime().is_none_or(|ime| ime.should_interrupt_composition);
        let first = told(&screen);
        screen.step();
        let told = first || told(&screen);
        assert!(!screen.has_value("قبل محضربعد"), "{name} ends it");
        assert!(told, "{name}: the input method is told");
        assert!(!screen.words().iter().any(|words| words.contains("محضر")), "{name}");
        screen.step();
        assert!(!screen.ime().is_some_and(|ime| ime.should_interrupt_composition), "{name}: told once");
    }
}

/// The rows of a picture above this one.
fn above(picture: &RgbaImage, row: u32) -> Vec<u8> {
    picture.as_raw()[..(row * picture.width() * 4) as usize].to_vec()
}

#[test]
fn what_is_composed_joins_its_neighbours() {
    let mut composed = at("joined", "المغربية", "المغر".len());
    composed.press(Key::Backspace);
    composed.frame(vec![composes("ر", None)]);
    let mut stored = at("joined-stored", "المغربية", "المغر".len());
    stored.press(Key::Backspace);
    stored.frame(vec![typed("ر")]);
    assert_eq!(composed.words(), ["المغبية"]);
    // What underlines it lies below the letters' baseline, and the dots of this word are cut off with it.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
    let row = stored.point(1, 0).y as u32 + 6;
    let bar = 44;
    let cut = |screen: &mut Screen| {
        let picture = screen.picture();
        above(&picture, row)[(bar * picture.width() * 4) as usize..].to_vec()
    };
    let (one, other) = (cut(&mut composed), cut(&mut stored));
    let wide = 1366 * 4;
    // The panel and the line of facts may tell that a letter was stored; the page is in the middle.
    let page = |picture: &[u8]| -> Vec<u8> {
        picture.chunks(wide).flat_map(|line| line[430 * 4..1100 * 4].to_vec()).collect()
    };
    assert_eq!(page(&one), page(&other), "the same letters in the same places");
}

#[test]
fn composed_letters_are_underlined_and_what_is_chosen_for_more() {
    let mut screen = Screen::page("underlined", &["النص المكتوب هنا قبل الكلمة "]);
    screen.press_with(CTRL, Key::End);
    let ink = |screen: &mut Screen| screen.count(Theme::LIGHT.ink, 430..1100, 150..660);
    screen.frame(vec![composes("تركيب الحروف", None)]);
    screen.paint("ime-page");
    let thin = ink(&mut screen);
    screen.frame(vec![composes("تركيب الحروف", Some(0..5))]);
    let thick = ink(&mut screen);
    screen.paint("ime-page-active");
    assert!(thick > thin + 15, "{thin} then {thick}");
    let document = written(&[plain("النص المكتوب هنا قبل الكلمة ")]);
    let path = crate::screen::folder("dark").join("dark.mahdar");
    std::fs::write(&path, mahdar::store::write(&document)).unwrap();
    let mut screen = Screen::sized(vec![path], false, Mode::Dark, (1093.0, 552.0), 1.25);
    screen.press_with(CTRL, Key::End);
    screen.frame(vec![composes("تركيب الحروف", Some(6..12))]);
    screen.paint("ime-page-dark");
}

#[test]
fn an_input_method_keeps_its_hold_while_the_caret_is_out_of_view() {
    let paragraphs: Vec<String> = (0..60).map(|at| format!("فقرة رقم {at}")).collect();
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let mut screen = Screen::page("out-of-view", &paragraphs);
    screen.press(Key::ArrowLeft);
    assert!(screen.ime().is_some());
    screen.wheel(2_000.0);
    assert!(screen.ime().is_some(), "told also where the caret is not seen");
    screen.frame(vec![commits("ظ")]);
    assert!(screen.shown().iter().any(|words| words.contains('ظ')));
}

#[test]
fn a_field_shows_what_is_composed_too() {
    let mut screen = Screen::page("ime-field", &["نص"]);
    screen.click("الترويسة: فتح للتعديل");
    screen.click("الاسم");
    screen.type_words("مجلس ");
    screen.frame(vec![composes("الجهة", Some(0..2))]);
    assert!(screen.has_value("مجلس الجهة"));
    assert!(screen.ime().is_some());
    screen.paint("ime-field");
    screen.frame(key_events(Modifiers::NONE, Key::Escape));
    assert!(screen.has_value("مجلس "), "Escape ends it and leaves the field");
    screen.frame(vec![composes("الجه", None)]);
    screen.frame(vec![commits("الجهة")]);
    assert!(screen.has_value("مجلس الجهة"));
    screen.frame(vec![composes("زائد", None)]);
    screen.frame(key_events(Modifiers::NONE, Key::ArrowRight));
    assert!(screen.has_value("مجلس الجهة"), "a key that moves the caret ends it");
}

#[test]
fn a_field_of_several_lines_shows_what_is_composed_too() {
    struct Held {
        text: String,
        focus: Option<(Id, Line)>,
    }
    let rect = Rect::from_min_size(pos2(60.0, 60.0), vec2(300.0, 120.0));
    let held = Held { text: "سطر أول\nسطر ثان".into(), focus: None };
    let mut stage = Stage::new(Mode::Light, (420.0, 240.0), held, move |ui, pen, _, held| {
        let value = held.text.clone();
        let look = Look { name: "نص", ..Look::default() };
        if let Some(text) = lines(ui, pen, rect, Id::unique("lines"), &value, look, &mut held.focus).changed {
            held.text = text;
        }
    });
    stage.click_at(pos2(200.0, 150.0));
    stage.frame(vec![composes(" هنا", None)]);
    stage.paint("ime-lines");
    assert_eq!(stage.state().text, "سطر أول\nسطر ثان");
    let composed = stage.picture();
    stage.frame(vec![commits(" هنا")]);
    stage.frame(Vec::new());
    assert_eq!(stage.state().text, "سطر أول\nسطر ثان هنا");
    assert_ne!(composed, stage.picture(), "no line under it any more");
    stage.frame(vec![composes("زائد", None)]);
    stage.frame(key_events(Modifiers::NONE, Key::Escape));
    stage.frame(Vec::new());
    assert_eq!(stage.state().text, "سطر أول\nسطر ثان هنا");
}

#[test]
fn shortcuts_are_where_they_are_under_an_arabic_layout() {
    let mut screen = Screen::page("arabic-layout", &["نص"]);
    screen.type_words("وص");
    // egui gives the place for what it has no name of; a layout that writes a sign there is told apart.
    screen.frame(stroke(CTRL, Key::Z, Key::Z));
    assert_eq!(screen.words(), ["نص"]);
    screen.frame(stroke(CTRL, Key::A, Key::A));
    assert!(!screen.selected().is_empty());
    screen.frame(stroke(CTRL, Key::Quote, Key::B));
    screen.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    assert!(screen.open().editor().can_undo(), "bold by its place");
    screen.frame(stroke(CTRL, Key::Slash, Key::K));
    screen.rest();
    assert!(screen.has_words("أوامر") || screen.has_words("أمر"), "the palette by its place");
}

#[test]
fn shortcuts_are_what_the_keys_say_on_a_french_layout() {
    let mut screen = Screen::page("french-layout", &["نص"]);
    screen.type_words("وص");
    screen.frame(stroke(CTRL, Key::Z, Key::W));
    assert_eq!(screen.words(), ["نص"], "Ctrl+Z is the key that says Z, where a US keyboard has W");
    screen.frame(stroke(CTRL, Key::A, Key::Q));
    assert!(!screen.selected().is_empty(), "and Ctrl+A the one that says A");
    // The row of digits writes signs; its places count.
    screen.frame(stroke(CTRL, Key::Quote, Key::Num4));
    screen.frame(stroke(CTRL, Key::Minus, Key::Num6));
    screen.rest();
    assert!(screen.has("100%") || screen.has_words("100%"), "Ctrl and the sixth key is no smaller window");
    screen.frame(stroke(CTRL, Key::Semicolon, Key::Comma));
    screen.rest();
    assert!(!screen.has("الإعدادات العامة") && screen.is_open());
    screen.frame(stroke(CTRL, Key::W, Key::Z));
    screen.rest();
    assert!(screen.has("إغلاق بدون حفظ"), "Ctrl+W is where a US keyboard has Z");
}

#[test]
fn keys_of_one_frame_are_done_in_their_order() {
    let mut screen = Screen::page("one-frame", &[""]);
    let mut events = Vec::new();
    for letter in ["ا", "ب", "ج"] {
        events.push(typed(letter));
    }
    events.extend(key_events(Modifiers::NONE, Key::ArrowRight));
    events.push(typed("د"));
    events.extend(key_events(Modifiers::NONE, Key::ArrowRight));
    events.extend(key_events(Modifiers::NONE, Key::Backspace));
    events.push(typed("ه"));
    events.extend(key_events(CTRL, Key::Z));
    events.push(typed("و"));
    screen.frame(events);
    screen.rest();
    // ابج, before ج: د; before د the ب goes and ه comes; the undo takes back the group it stood in.
    let words = screen.words();
    let mut same = Screen::page("one-by-one", &[""]);
    same.frame(vec![typed("ا")]);
    same.frame(vec![typed("ب")]);
    same.frame(vec![typed("ج")]);
    same.frame(key_events(Modifiers::NONE, Key::ArrowRight));
    same.frame(vec![typed("د")]);
    same.frame(key_events(Modifiers::NONE, Key::ArrowRight));
    same.frame(key_events(Modifiers::NONE, Key::Backspace));
    same.frame(vec![typed("ه")]);
    same.frame(key_events(CTRL, Key::Z));
    same.frame(vec![typed("و")]);
    same.rest();
    assert_eq!(words, same.words(), "at once as one by one");
    assert_eq!(screen.caret(), same.caret());
}

#[test]
fn a_burst_of_keys_in_one_frame_arrives_whole() {
    let mut screen = Screen::page("burst", &[""]);
    let words: String = "محضر اجتماع المكتب ".repeat(40);
    let mut events = Vec::new();
    for letter in words.chars() {
        events.extend(key_events(Modifiers::NONE, Key::M));
        events.push(Event::Text(letter.into()));
    }
    screen.frame(events);
    screen.rest();
    assert_eq!(screen.words(), [words]);
}

#[test]
fn what_is_typed_behind_a_key_that_closes_something_is_typed() {
    let opens: [(&str, Modifiers, Key); 3] =
        [("palette", CTRL, Key::K), ("keys", Modifiers::NONE, Key::F1), ("preview", CTRL, Key::P)];
    for (name, modifiers, key) in opens {
        let mut screen = Screen::page(&format!("behind-{name}"), &[""]);
        screen.frame(vec![typed("ا")]);
        screen.press_with(modifiers, key);
        let mut events = if name == "preview" {
            key_events(modifiers, key)
        } else {
            key_events(Modifiers::NONE, Key::Escape)
        };
        events.extend([typed("ب"), typed("ج")]);
        screen.frame(events);
        screen.rest();
        assert_eq!(screen.words(), ["ابج"], "{name}");
    }
}

#[test]
fn what_is_typed_behind_a_key_that_opens_something_is_typed_into_it() {
    let mut screen = Screen::page("into-palette", &[""]);
    let mut events = vec![typed("ا")];
    events.extend(key_events(CTRL, Key::K));
    events.extend([typed("ح"), typed("ف"), typed("ظ")]);
    screen.frame(events);
    screen.rest();
    assert_eq!(screen.words(), ["ا"]);
    assert!(screen.has_value("حفظ"), "in the palette");
}

#[test]
fn what_is_typed_into_a_field_before_a_shortcut_is_in_it_when_that_is_done() {
    let mut screen = Screen::page("field-first", &["نص"]);
    screen.click("الترويسة: فتح للتعديل");
    screen.click("الاسم");
    let mut events = vec![typed("م"), typed("ج")];
    events.extend(key_events(CTRL, Key::S));
    screen.frame(events);
    // What is on disk is that one save.
    let path = screen.open().path().unwrap().to_path_buf();
    let saved = |path| std::fs::read_to_string(path).unwrap();
    screen.wait(|_| saved(&path).contains("مج"));
}

#[test]
fn many_shortcuts_of_one_frame_are_all_done_in_it() {
    let mut screen = Screen::page("undos", &[""]);
    for letter in ["ا", "ب", "ج", "د"] {
        screen.frame(vec![typed(letter)]);
        screen.later(1.0);
    }
    assert_eq!(screen.words(), ["ابجد"]);
    let undos: Vec<Event> = (0..3).flat_map(|_| key_events(CTRL, Key::Z)).collect();
    screen.frame(undos);
    assert_eq!(screen.words(), ["ا"], "in one frame");
}

#[test]
fn a_menu_gives_back_what_was_typed_behind_the_key_that_closed_it() {
    let mut screen = Screen::page("behind-menu", &[""]);
    screen.click("تحرير");
    let mut events = key_events(Modifiers::NONE, Key::Escape);
    events.extend([typed("ب"), typed("ج")]);
    screen.frame(events);
    screen.rest();
    assert_eq!(screen.words(), ["بج"]);
}
