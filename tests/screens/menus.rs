//! The bar: menus by mouse and keyboard, the output switch, languages, themes.

use eframe::egui::{Color32, Key, Modifiers, ViewportCommand};
use mahdar::document::OutputKind;
use mahdar::ui::theme::Theme;

use crate::screen::{CTRL, Screen};

#[test]
fn a_menu_opens_and_escape_closes_it() {
    let mut screen = Screen::page("menu", &["نص"]);
    assert!(!screen.has("حفظ باسم"));
    screen.click("ملف");
    assert!(screen.has("حفظ باسم"));
    screen.press(Key::Escape);
    assert!(!screen.has("حفظ باسم"));
    screen.type_words("ب");
    assert_eq!(screen.words(), ["نصب"], "the page has the keyboard again");
}

#[test]
fn a_click_elsewhere_closes_a_menu_and_pointing_beside_opens_the_next() {
    let mut screen = Screen::page("menu-outside", &["نص"]);
    screen.click("ملف");
    let edit = screen.place("تحرير").center();
    screen.frame(vec![eframe::egui::Event::PointerMoved(edit)]);
    screen.rest();
    assert!(screen.has("تحديد الكل") && !screen.has("حفظ باسم"));
    screen.click_at(eframe::egui::pos2(400.0, 600.0));
    assert!(!screen.has("تحديد الكل"));
}

#[test]
fn the_keyboard_goes_through_a_menu() {
    let mut screen = Screen::page("menu-keys", &["نص"]);
    screen.click("تحرير");
    // Undo, redo, cut and copy cannot be done now: the first line is Paste, the next Select all.
    screen.presses(Key::ArrowDown, 2);
    screen.press(Key::Enter);
    assert!(!screen.has("تحديد الكل"), "the menu is away");
    assert_eq!(screen.selected().len(), 2, "the title and the paragraph");
    assert_eq!(screen.words(), ["نص"], "Enter went to the menu alone");
}

#[test]
fn a_kind_is_chosen_from_the_menu() {
    let mut screen = Screen::page("menu-kind", &["نص"]);
    screen.click("تنسيق");
    screen.click("محور");
    assert_eq!(screen.document().blocks()[0].kind.depth(), Some(0));
}

#[test]
fn the_palette_takes_what_is_typed_at_once() {
    let mut screen = Screen::page("palette", &["نص"]);
    screen.press_with(CTRL, Key::K);
    screen.type_words("داكن");
    assert!(screen.has_value("داكن"), "it stands in the field");
    assert_eq!(screen.words(), ["نص"], "and not in the record");
    screen.press(Key::Enter);
    assert_eq!(screen.colour(20, 600), Theme::DARK.chrome);
}

#[test]
fn the_output_switch_changes_what_the_page_shows() {
    let mut screen = Screen::new_record();
    assert_eq!(screen.open().output, OutputKind::Communique);
    let before = screen.shown()[0].clone();
    screen.click("المحضر");
    assert_eq!(screen.open().output, OutputKind::Minutes);
    let after = screen.shown()[0].clone();
    assert!(before.starts_with("بلاغ") && after.starts_with("محضر"), "{before} / {after}");
}

#[test]
fn french_mirrors_the_bar_and_arabic_brings_it_back() {
    let mut screen = Screen::home();
    let middle = 683.0;
    assert!(screen.place("الصفحة الرئيسية").center().x > middle);
    screen.click("عرض");
    screen.click("Français");
    assert!(screen.place("Accueil").center().x < middle);
    assert!(!screen.has("عرض"));
    screen.click("Affichage");
    screen.click("العربية");
    assert!(screen.place("الصفحة الرئيسية").center().x > middle);
}

#[test]
fn the_dark_theme_darkens_the_bar_the_desk_and_the_sheet() {
    let mut screen = Screen::page("dark", &["نص"]);
    let spots = [(700, 3), (390, 300), (500, 400)];
    let colours = |screen: &mut Screen| -> [Color32; 3] { spots.map(|(x, y)| screen.colour(x, y)) };
    let theme = Theme::LIGHT;
    assert_eq!(colours(&mut screen), [theme.chrome, theme.desk, theme.sheet]);
    screen.click("عرض");
    screen.click("داكن");
    let theme = Theme::DARK;
    assert_eq!(colours(&mut screen), [theme.chrome, theme.desk, theme.sheet]);
}

#[test]
fn larger_and_the_actual_size() {
    let mut screen = Screen::page("zoom", &["نص"]);
    let before = screen.place("ملف");
    screen.press_with(CTRL, Key::Plus);
    assert!(screen.has("110%"));
    screen.press_with(CTRL, Key::Num0);
    assert!(screen.has("100%"));
    assert_eq!(screen.place("ملف"), before);
}

#[test]
fn the_title_of_the_window_names_the_record_and_marks_it_unsaved() {
    let mut screen = Screen::page("window-title", &["نص"]);
    screen.frame(vec![eframe::egui::Event::Text("و".into())]);
    let title = screen.commands().into_iter().find_map(|command| match command {
        eframe::egui::ViewportCommand::Title(title) => Some(title),
        _ => None,
    });
    assert_eq!(title.as_deref(), Some("record • غير محفوظ — محضر"));
}

#[test]
fn the_whole_text_is_copied() {
    let mut screen = Screen::page("copy-all", &["الأولى", "الثانية"]);
    let board = crate::publish::board(&mut screen);
    screen.click("ملف");
    screen.click("نسخ النص كاملا");
    screen.wait(|_| !board.lock().unwrap().is_empty());
    let copied = board.lock().unwrap()[0].text.clone();
    screen.rest();
    assert!(
        copied.contains("بلاغ اجتماع") && copied.contains("الأولى") && copied.contains("الثانية"),
        "{copied}"
    );
    assert!(screen.has("نُسخ النص"), "a toast says so");
}

#[test]
fn a_menu_is_worked_by_the_keyboard_alone() {
    let mut screen = Screen::home();
    // The bar comes after the cards in the order of Tab.
    let mut tabs = 0;
    while !screen.is_focused("مساعدة") {
        screen.press(Key::Tab);
        tabs += 1;
        assert!(tabs < 60, "Tab comes to the menus");
    }
    screen.press(Key::Enter);
    assert!(screen.has("حول محضر"));
    screen.press(Key::ArrowUp);
    screen.press(Key::Enter);
    assert!(screen.has("موافق"), "the last line was chosen");
}

#[test]
fn the_clipboard_is_reached_from_the_menu() {
    let mut screen = Screen::page("menu-clipboard", &["أول وثان"]);
    screen.press(Key::Home);
    screen.press_with(CTRL | Modifiers::SHIFT, Key::ArrowLeft);
    screen.click("تحرير");
    let (copied, _) = screen.click_and_watch("نسخ");
    assert_eq!(copied.as_deref().map(str::trim_end), Some("أول"));
    assert_eq!(screen.words(), ["أول وثان"]);
    screen.click("تحرير");
    let (copied, _) = screen.click_and_watch("قص");
    assert_eq!(copied.as_deref().map(str::trim_end), Some("أول"));
    assert_eq!(screen.words()[0].trim_start(), "وثان");
    screen.click("تحرير");
    let (_, asked) = screen.click_and_watch("لصق");
    assert!(asked.contains(&ViewportCommand::RequestPaste));
    screen.paste("ثالث");
    assert!(screen.words()[0].starts_with("ثالث"), "what the desktop answers goes to the page");
}

#[test]
fn undo_and_bold_are_reached_from_the_menus() {
    let mut screen = Screen::page("menu-undo", &["نص"]);
    screen.type_words("وص");
    screen.click("تحرير");
    screen.click("تراجع");
    assert_eq!(screen.words(), ["نص"]);
    screen.press_with(CTRL, Key::A);
    screen.click("تنسيق");
    screen.click("خط عريض");
    assert_eq!(screen.document().blocks()[0].text.marks().len(), 1);
    screen.type_words("ب");
    assert_eq!(screen.words().concat(), "", "the page has the keyboard, and its selection");
    assert_eq!(screen.shown()[0], "ب", "all was selected, the title too");
}

#[test]
fn a_field_of_the_header_is_put_into_the_text() {
    let mut screen = Screen::page("menu-field", &[""]);
    screen.click("إدراج");
    screen.click("التاريخ");
    assert_eq!(screen.document().blocks()[0].text.atoms().count(), 1);
    assert_eq!(screen.shown()[1], "[التاريخ]");
}

#[test]
fn left_and_right_go_to_the_menu_beside() {
    let mut screen = Screen::page("menu-beside", &["نص"]);
    screen.click("ملف");
    screen.press(Key::ArrowLeft);
    assert!(screen.has("تحديد الكل") && !screen.has("حفظ باسم"), "the menu after it is at the left");
    screen.press(Key::ArrowRight);
    assert!(screen.has("حفظ باسم"));
    screen.press(Key::ArrowRight);
    assert!(screen.has("حول محضر"), "around the end");
    screen.press(Key::Escape);
    assert_eq!(screen.words(), ["نص"]);
}

#[test]
fn a_letter_goes_to_the_line_that_begins_with_it() {
    let mut screen = Screen::page("menu-letters", &["نص"]);
    screen.click("تحرير");
    screen.type_words("تحد");
    screen.press(Key::Enter);
    assert_eq!(screen.selected().len(), 2, "all is selected");
    assert_eq!(screen.words(), ["نص"], "no letter reached the page");
}
