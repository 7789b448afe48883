//! Files and the questions about them: saving, opening, unsaved changes, what goes wrong.

use std::path::Path;

use eframe::egui::{Event, Key, Modifiers, PointerButton, ViewportCommand};
use mahdar::store;

use crate::screen::{CTRL, SIZE, Screen, folder, key_events, plain, written};
use mahdar::ui::theme::Mode;

const QUESTION: &str = "تعديلات غير محفوظة";
const DISCARD: &str = "إغلاق بدون حفظ";

fn words_in(path: &Path) -> Vec<String> {
    let opened = store::open(path).expect("a record");
    opened.document.blocks().iter().map(|block| block.text.text().to_owned()).collect()
}

#[test]
fn a_new_record_is_saved_where_the_path_says() {
    let path = folder("save-new").join("اجتماع.mahdar");
    let mut screen = Screen::new_record();
    screen.type_words("المكتب");
    screen.press_with(CTRL, Key::S);
    assert!(screen.is_focused("مسار الملف"));
    screen.give_path(&path);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert!(store::open(&path).unwrap().document.meeting().body.name == "المكتب");
    assert!(screen.has_words("اجتماع.mahdar"), "a toast names the file");
    assert_eq!(screen.open().name().as_deref(), Some("اجتماع"));
}

#[test]
fn a_path_without_an_ending_gets_one_and_a_file_there_is_asked_about() {
    let folder = folder("save-over");
    let path = folder.join("قديم.mahdar");
    store::save(&written(&[plain("القديم")]), &path, None).unwrap();
    let mut screen = Screen::new_record();
    screen.press_with(CTRL, Key::S);
    screen.give_path(&folder.join("قديم"));
    assert!(screen.has_words("يوجد ملف بهذا الاسم"));
    assert_eq!(words_in(&path), ["القديم"]);
    screen.click("استبدال الملف");
    screen.wait(|screen| screen.open().path().is_some());
    assert_ne!(words_in(&path), ["القديم"]);
}

#[test]
fn a_folder_that_is_not_there_is_said_beside_the_path() {
    let mut screen = Screen::new_record();
    screen.press_with(CTRL, Key::S);
    screen.give_path(&folder("save-nowhere").join("لا/يوجد.mahdar"));
    assert!(screen.has_words("المجلد غير موجود"));
    screen.press(Key::Escape);
    assert!(!screen.has("مسار الملف"));
    assert!(screen.is_open());
}

#[test]
fn ctrl_s_pressed_and_released_within_one_frame_saves() {
    let mut screen = Screen::page("quick-save", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("وص");
    screen.frame(key_events(CTRL, Key::S));
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نصوص"]);
}

#[test]
fn what_is_typed_before_ctrl_s_within_one_frame_is_saved() {
    let mut screen = Screen::page("typed-and-saved", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    let mut events = vec![Event::Text("وص".into())];
    events.extend(key_events(CTRL, Key::S));
    screen.frame(events);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نصوص"]);
    let mut events = key_events(CTRL, Key::Z);
    events.push(Event::Text("ر".into()));
    screen.frame(events);
    assert_eq!(screen.words(), ["نصر"], "the letter after an undo in the same frame is not undone");
}

#[test]
fn a_save_that_fails_keeps_the_record_unsaved_and_says_why() {
    let mut screen = Screen::page("save-fails", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("وص");
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().is_saving() && screen.has_words("لم يُكتب"));
    assert!(screen.open().editor().is_changed());
    assert_eq!(screen.words(), ["نصوص"]);
    assert!(screen.has_words("تعذر الحفظ"), "the line of state says so");
}

#[test]
fn a_file_changed_by_another_is_asked_about() {
    let mut screen = Screen::page("changed", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    store::save(&written(&[plain("من برنامج آخر")]), &path, None).unwrap();
    screen.type_words("وص");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| screen.has("استبدال الملف"));
    assert_eq!(words_in(&path), ["من برنامج آخر"]);
    screen.click("استبدال الملف");
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نصوص"]);
}

#[test]
fn a_damaged_file_is_named_in_a_notice() {
    let path = folder("damaged").join("تالف.mahdar");
    std::fs::write(&path, "// mahdar 1\n(id: ").unwrap();
    let screen = Screen::sized(vec![path.clone()], false, Mode::Light, SIZE, 1.0);
    assert!(!screen.is_open());
    assert!(screen.has_words("تالف.mahdar"));
    assert_eq!(std::fs::read_to_string(path).unwrap(), "// mahdar 1\n(id: ");
}

#[test]
fn a_damaged_file_leaves_what_was_open_as_it_was() {
    let path = folder("damaged-later").join("تالف.mahdar");
    std::fs::write(&path, "ليس سجلا").unwrap();
    let mut screen = Screen::page("damaged-keeps", &["نص"]);
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    assert!(screen.has_words("تالف.mahdar"));
    assert_eq!(screen.words(), ["نص"]);
    screen.click("إغلاق");
    assert!(!screen.has_words("تالف.mahdar"), "the notice can be put away");
    screen.type_words("وص");
    assert_eq!(screen.words(), ["نصوص"], "and the page has the keyboard");
}

#[test]
fn another_record_is_opened_by_its_path() {
    let path = folder("open").join("آخر.mahdar");
    store::save(&written(&[plain("الآخر")]), &path, None).unwrap();
    let mut screen = Screen::page("open-first", &["الأول"]);
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    assert_eq!(screen.words(), ["الآخر"]);
    assert!(!screen.has("مسار الملف"));
}

#[test]
fn a_path_with_no_file_is_said_beside_it() {
    let mut screen = Screen::home();
    screen.press_with(CTRL, Key::O);
    screen.give_path(&folder("open-none").join("لا.mahdar"));
    assert!(screen.has_words("لا يوجد ملف"));
    assert!(!screen.is_open());
}

#[test]
fn unsaved_changes_are_asked_about_and_cancelling_keeps_them() {
    let mut screen = Screen::page("ask-cancel", &["نص"]);
    screen.type_words("وص");
    screen.press_with(CTRL, Key::W);
    assert!(screen.has(DISCARD));
    screen.press(Key::Escape);
    assert!(!screen.has(DISCARD));
    assert_eq!(screen.words(), ["نصوص"]);
    assert!(screen.open().editor().is_changed());
    screen.type_words("!");
    assert_eq!(screen.words(), ["نصوص!"], "the page has the keyboard again");
}

#[test]
fn unsaved_changes_can_be_thrown_away() {
    let mut screen = Screen::page("ask-discard", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("وص");
    screen.press_with(CTRL, Key::W);
    assert!(screen.has(QUESTION));
    screen.click(DISCARD);
    assert!(!screen.is_open(), "the record is closed");
    assert_eq!(words_in(&path), ["نص"]);
}

#[test]
fn unsaved_changes_can_be_saved_first() {
    let mut screen = Screen::page("ask-save", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("وص");
    screen.press_with(CTRL, Key::W);
    screen.click("حفظ");
    screen.wait(|screen| !screen.is_open());
    assert_eq!(words_in(&path), ["نصوص"]);
}

#[test]
fn without_changes_nothing_is_asked() {
    let mut screen = Screen::page("ask-nothing", &["نص"]);
    screen.press_with(CTRL, Key::W);
    assert!(!screen.has(DISCARD));
    assert!(!screen.is_open());
}

#[test]
fn keys_do_not_reach_the_page_behind_a_question() {
    let mut screen = Screen::page("modal", &["نص"]);
    screen.type_words("وص");
    screen.press_with(CTRL, Key::W);
    screen.type_words("زائد");
    screen.press_with(CTRL, Key::Z);
    screen.press(Key::Backspace);
    assert_eq!(screen.words(), ["نصوص"]);
    screen.frame(key_events(Modifiers::NONE, Key::Escape));
    screen.rest();
    assert_eq!(screen.words(), ["نصوص"]);
}

#[test]
fn tab_stays_within_a_question_and_enter_presses_what_it_is_on() {
    let mut screen = Screen::page("tab-question", &["نص"]);
    screen.type_words("وص");
    screen.press_with(CTRL, Key::W);
    for tab in 0..6 {
        let focused = ["حفظ", DISCARD, "إلغاء"].map(|name| screen.is_focused(name));
        assert_eq!(
            focused.iter().filter(|on| **on).count(),
            1,
            "the keyboard is in the question: {tab} {focused:?}"
        );
        screen.press(Key::Tab);
        screen.step();
    }
    while !screen.is_focused("إلغاء") {
        screen.press(Key::Tab);
    }
    screen.press(Key::Enter);
    assert!(!screen.has(DISCARD));
    assert_eq!(screen.words(), ["نصوص"]);
    assert!(screen.open().editor().is_changed() && !screen.open().is_saving(), "nothing was saved");
}

#[test]
fn enter_gives_the_first_answer() {
    let mut screen = Screen::page("enter-question", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("وص");
    screen.press_with(CTRL, Key::W);
    screen.press(Key::Enter);
    screen.wait(|screen| !screen.is_open());
    assert_eq!(words_in(&path), ["نصوص"]);
}

#[test]
fn closing_asks_about_unsaved_changes() {
    let mut screen = Screen::page("close", &["نص"]);
    screen.type_words("وص");
    screen.close();
    assert!(screen.commands().contains(&ViewportCommand::CancelClose));
    screen.rest();
    assert!(screen.has(DISCARD));
    let at = screen.place(DISCARD).center();
    for pressed in [true, false] {
        let modifiers = Modifiers::NONE;
        let button = Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers };
        screen.frame(vec![Event::PointerMoved(at), button]);
    }
    let mut closed = screen.commands().contains(&ViewportCommand::Close);
    for _ in 0..3 {
        screen.step();
        closed |= screen.commands().contains(&ViewportCommand::Close);
    }
    assert!(closed);
}

#[test]
fn closing_without_changes_is_not_held_up() {
    let mut screen = Screen::page("close-clean", &["نص"]);
    screen.close();
    assert!(!screen.commands().contains(&ViewportCommand::CancelClose));
    assert!(!screen.has(DISCARD));
}

#[test]
fn a_path_not_given_after_all_forgets_what_waited_for_it() {
    let mut screen = Screen::new_record();
    screen.type_words("المكتب");
    screen.press_with(CTRL, Key::W);
    screen.click("حفظ");
    assert!(screen.has("مسار الملف"), "a record without a file asks for one");
    screen.press(Key::Escape);
    assert_eq!(screen.document().meeting().body.name, "المكتب");
    let path = folder("later").join("record.mahdar");
    screen.press_with(CTRL, Key::S);
    screen.give_path(&path);
    screen.wait(|screen| !screen.open().editor().is_changed());
    screen.rest();
    assert_eq!(screen.document().meeting().body.name, "المكتب", "saving later does not begin another record");
}

#[test]
fn what_is_typed_while_a_save_is_under_way_stays_unsaved() {
    let mut screen = Screen::page("typed-on", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("و");
    let mut events = key_events(CTRL, Key::S);
    events.push(Event::Text("ص".into()));
    screen.frame(events);
    screen.wait(|screen| !screen.open().is_saving());
    assert_eq!(words_in(&path), ["نصو"]);
    assert!(screen.open().editor().is_changed());
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نصوص"]);
}

#[test]
fn a_question_put_away_leaves_the_keyboard_where_it_was() {
    let mut screen = Screen::new_record();
    screen.click("الاسم");
    screen.press_with(CTRL, Key::S);
    screen.press(Key::Escape);
    assert!(screen.is_focused("الاسم"));
    screen.type_words("نعيمة");
    assert_eq!(screen.document().read("meeting.chairs.0.name".parse().unwrap()), "نعيمة");
}
