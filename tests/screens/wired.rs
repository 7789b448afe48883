//! The panel of findings, the settings and the sheet of keys, in the window itself.

use eframe::egui::{Key, Modifiers};
use mahdar::document::Target;
use mahdar::ui::theme::Theme;

use crate::screen::{CTRL, Screen, plain, written};

const DAY: &str = "وتقرر عقد الاجتماع المقبل يوم الأحد 14 نونبر 2026 على الساعة العاشرة.";

/// A record whose second paragraph names the wrong weekday, counted.
fn record(name: &str) -> Screen {
    let document = written(&[plain("عقدت اللجنة اجتماعها."), plain(DAY)]);
    let mut screen = Screen::with(name, &document);
    screen.later(1.0);
    screen.wait(|screen| screen.has_words("يوم لا يوافق تاريخه"));
    screen
}

#[test]
fn a_wrong_day_is_put_right_from_its_card() {
    let mut screen = record("wired-fix");
    screen.click("كتابة «السبت»");
    assert!(screen.words()[1].contains("يوم السبت 14 نونبر"), "{:?}", screen.words());
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words()[1], DAY);
}

#[test]
fn the_next_finding_puts_the_caret_at_its_words() {
    let mut screen = record("wired-next");
    let mut seen = Vec::new();
    for _ in 0..6 {
        screen.press(Key::F8);
        seen.push(screen.open().editor().selection().head.clone());
    }
    let id = screen.document().blocks()[1].id;
    assert!(seen.iter().any(|head| head.target == Target::Block(id) && head.offset > 0), "{seen:?}");
    screen.paint("wired-checks");
}

#[test]
fn settings_hold_at_once_and_escape_goes_back_to_the_page() {
    let mut screen = record("wired-settings");
    screen.press_with(CTRL, Key::Comma);
    assert!(screen.has("حجم العرض: 100%"));
    screen.type_words("س");
    assert_eq!(screen.words()[1], DAY, "nothing is typed into the page behind");
    screen.click("داكن");
    let desk = screen.colour(20, 400);
    assert_eq!(desk, Theme::DARK.desk);
    screen.paint("wired-settings");
    screen.click("English");
    assert!(screen.has("Display size: 100%"));
    screen.press(Key::Escape);
    assert!(!screen.has("Display size: 100%"));
    screen.press_with(Modifiers::NONE, Key::End);
    screen.type_words("س");
    assert!(screen.words().iter().any(|words| words.contains('س')));
}

#[test]
fn the_sheet_of_keys_lists_what_the_menus_do() {
    let mut screen = record("wired-keys");
    screen.click("مساعدة");
    screen.click("اختصارات لوحة المفاتيح");
    assert!(screen.has_words("حفظ: Ctrl S"));
    assert!(screen.has_words("الفرق السابق: Shift F7"), "those of the comparison too");
    screen.paint("wired-keys");
    screen.press(Key::Escape);
    assert!(!screen.has_words("حفظ: Ctrl S"));
}

#[test]
fn another_record_is_shown_whatever_stood_in_place_of_the_page() {
    let mut screen = record("wired-instead");
    screen.press_with(CTRL, Key::Comma);
    assert!(screen.has_words("حجم العرض"));
    screen.app(|app| app.create("regional-communique"));
    assert!(!screen.has_words("حجم العرض"), "a new record is shown, not the settings above it");
}
