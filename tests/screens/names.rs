//! Every control of every screen is found by its role and name, in regions that have names too.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eframe::egui::Key;
use eframe::egui::accesskit::{Action, Role};
use egui_kittest::kittest::AccessKitNode;
use mahdar::document::Language;
use mahdar::store;
use mahdar::template;
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

/// A sample record in a file of this test's own.
fn sample(name: &str) -> PathBuf {
    let path = folder(name).join("record.mahdar");
    store::save(&template::demo(), &path, None).unwrap();
    path
}

fn demo(name: &str) -> Screen {
    Screen::sized(vec![sample(name)], false, Mode::Light, SIZE, 1.0)
}

fn is_control(node: AccessKitNode<'_>) -> bool {
    let by_role = matches!(
        node.role(),
        Role::Button
            | Role::CheckBox
            | Role::RadioButton
            | Role::ComboBox
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::Tab
            | Role::MenuItem
            | Role::MenuItemRadio
            | Role::MenuItemCheckBox
            | Role::ListBoxOption
            | Role::DisclosureTriangle
            | Role::SpinButton
            | Role::Slider
            | Role::Link
    );
    by_role || node.data().supports_action(Action::Focus) || node.data().supports_action(Action::Click)
}

/// What stands for a message that is missing.
fn is_key(name: &str) -> bool {
    name.contains('-') && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn name(node: AccessKitNode<'_>) -> String {
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// What is wrong with the names below this node.
fn faults(
    node: AccessKitNode<'_>,
    group: &str,
    seen: &mut BTreeMap<String, Vec<String>>,
    out: &mut Vec<String>,
) {
    for child in node.children() {
        let (role, told) = (child.role(), name(child));
        if is_key(&told) || child.description().is_some_and(|words| is_key(&words)) {
            out.push(format!("{group}: {role:?} «{told}» is a key"));
        }
        if is_control(child) {
            if !told.chars().any(char::is_alphanumeric) {
                out.push(format!("{group}: {role:?} without a name at {:?}", child.bounding_box()));
            }
            let place = format!("{:?}", child.bounding_box());
            let more = child.description().map(|words| format!(" ({words})")).unwrap_or_default();
            seen.entry(format!("{group}: {role:?} «{told}»{more}")).or_default().push(place);
        }
        let is_group = !matches!(role, Role::GenericContainer | Role::TextRun) && !is_control(child);
        let inner =
            if is_group && !told.is_empty() { format!("{role:?} «{told}»") } else { group.to_owned() };
        if matches!(
            role,
            Role::Toolbar | Role::Navigation | Role::Main | Role::Complementary | Role::Status | Role::Dialog
        ) && told.is_empty()
        {
            out.push(format!("{role:?} without a name"));
        }
        faults(child, &inner, seen, out);
    }
}

/// Holds that all that is told in this state of the window has a name of its own, and that Tab stops at nothing else.
fn holds(screen: &mut Screen, state: &str) {
    let mut out = Vec::new();
    let mut seen = BTreeMap::new();
    faults(screen.told(), "window", &mut seen, &mut out);
    let twice = seen.iter().filter(|(_, places)| places.len() > 1);
    out.extend(twice.map(|(control, places)| format!("{control} ×{}: {}", places.len(), places.join(" "))));
    assert!(seen.len() > 3, "{state}: only {} controls are told", seen.len());
    assert!(out.is_empty(), "{state}:\n  {}", out.join("\n  "));
}

/// Goes through the window with Tab: each stop is told by a name.
fn stops(screen: &mut Screen, state: &str, count: usize) {
    for stop in 0..count {
        screen.press(Key::Tab);
        let focused = screen.focused();
        assert!(focused.is_some_and(|name| !name.is_empty()), "{state}: stop {stop} of Tab has no name");
    }
}

#[test]
fn of_the_publish_screen() {
    let mut screen = demo("names-publish");
    screen.press_with(CTRL, Key::E);
    for channel in 0..3 {
        screen.wait(|screen| !screen.has_words("قيد الإعداد"));
        holds(&mut screen, &format!("publishing, {channel}"));
        stops(&mut screen, "publishing", 14);
        screen.give_keyboard("نسخ النص");
        screen.click_words(["فيسبوك: ", "PDF للتوقيع: ", "نص خالص: "][channel]);
    }
    screen.click("ما نُشر سابقا");
    holds(&mut screen, "what was published");
}

#[test]
fn of_the_home_screen() {
    let mut screen = Screen::home();
    holds(&mut screen, "home");
    stops(&mut screen, "home", 14);
    let path = sample("names-recent");
    let folders = store::Folders::inside(&folder("names-recent-kept"));
    Screen::started(&folders, vec![path], Mode::Light, SIZE).quit();
    let mut screen = Screen::keeping(folders);
    holds(&mut screen, "home with recent records");
}

#[test]
fn of_a_record_and_its_folds() {
    let mut screen = demo("names-record");
    holds(&mut screen, "page");
    for (key, fold) in [(Key::Num1, "header"), (Key::Num2, "attendance"), (Key::Num3, "agenda")] {
        screen.press_with(CTRL, key);
        holds(&mut screen, fold);
        stops(&mut screen, fold, 6);
    }
    let mut screen = Screen::new_record();
    holds(&mut screen, "a new record");
    stops(&mut screen, "a new record", 20);
}

#[test]
fn of_the_live_session() {
    let mut screen = demo("names-live");
    screen.press_with(CTRL, Key::L);
    holds(&mut screen, "live session");
    for words in ["ملاحظة أولى", "ملاحظة ثانية"] {
        screen.type_words(words);
        screen.press(Key::Enter);
    }
    screen.press(Key::F4);
    holds(&mut screen, "live session with notes");
    screen.press(Key::Escape);
    screen.press(Key::ArrowUp);
    holds(&mut screen, "a note that is corrected");
    screen.press(Key::Escape);
    stops(&mut screen, "live session", 12);
}

#[test]
fn of_several_records() {
    let two = vec![sample("names-one"), {
        let path = folder("names-two").join("other.mahdar");
        store::save(&written(&[plain("فقرة")]), &path, None).unwrap();
        path
    }];
    let mut screen = Screen::sized(two, false, Mode::Light, SIZE, 1.0);
    holds(&mut screen, "two records");
}

#[test]
fn of_the_panels() {
    let mut screen = demo("names-panels");
    screen.wait(|screen| screen.has_words("ملاح"));
    holds(&mut screen, "checks");
    screen.click("الحضور");
    holds(&mut screen, "people");
}

#[test]
fn of_every_menu() {
    let mut screen = demo("names-menus");
    for menu in ["ملف", "تحرير", "عرض", "إدراج", "تنسيق", "أدوات", "مساعدة"] {
        if screen.has(menu) {
            screen.click(menu);
            holds(&mut screen, menu);
            screen.press(Key::Escape);
        }
    }
    screen.click("نشر");
    holds(&mut screen, "publish");
}

#[test]
fn of_the_palette_and_the_sheet_of_keys() {
    let mut screen = demo("names-palette");
    screen.press_with(CTRL, Key::K);
    holds(&mut screen, "palette");
    screen.type_words("ح");
    holds(&mut screen, "palette with a search");
    screen.press(Key::Escape);
    screen.press(Key::F1);
    holds(&mut screen, "sheet of keys");
}

#[test]
fn of_the_settings() {
    let mut screen = demo("names-settings");
    screen.press_with(CTRL, Key::Comma);
    assert!(screen.has("الإعدادات"));
    holds(&mut screen, "settings");
    stops(&mut screen, "settings", 12);
}

#[test]
fn of_the_preview() {
    let mut screen = demo("names-preview");
    screen.press_with(CTRL, Key::P);
    holds(&mut screen, "preview");
}

#[test]
fn of_the_questions() {
    let mut screen = Screen::new_record();
    screen.type_words("المكتب");
    screen.press_with(CTRL, Key::S);
    holds(&mut screen, "where to save");
    stops(&mut screen, "where to save", 4);
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::W);
    holds(&mut screen, "unsaved");
    stops(&mut screen, "unsaved", 4);
    screen.press(Key::Escape);
    screen.click("مساعدة");
    screen.click("حول محضر");
    holds(&mut screen, "about");
}

#[test]
fn of_two_records_compared_and_of_earlier_states() {
    let old = folder("names-old").join("old.mahdar");
    store::save(&written(&[plain("الأولى"), plain("الثانية")]), &old, None).unwrap();
    let new = folder("names-new").join("new.mahdar");
    store::save(&written(&[plain("الأولى"), plain("الثالثة")]), &new, None).unwrap();
    let mut screen = Screen::sized(vec![new], false, Mode::Light, SIZE, 1.0);
    screen.press_with(CTRL, Key::End);
    screen.type_words(" هنا");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().is_saving() && !screen.open().editor().is_changed());
    screen.click("ملف");
    screen.click("مقارنة مع ملف آخر");
    screen.give_path(&old);
    screen.rest();
    holds(&mut screen, "compared");
    screen.press(Key::Escape);
    screen.click("ملف");
    screen.click("النسخ السابقة…");
    screen.rest();
    holds(&mut screen, "earlier states");
}

#[test]
fn in_french_and_english_too() {
    for language in [Language::French, Language::English] {
        let path = sample(&format!("names-{language:?}"));
        let mut screen = Screen::speaking(vec![path], language, Mode::Light, SIZE);
        holds(&mut screen, "page");
        screen.press_with(CTRL, Key::Num1);
        holds(&mut screen, "header");
        screen.press_with(CTRL, Key::Comma);
        holds(&mut screen, "settings");
    }
}

#[test]
fn regions_are_told_in_the_order_they_are_read() {
    /// What stands below this node, containers without a meaning left out.
    fn below(node: AccessKitNode<'_>, found: &mut Vec<(Role, String)>) {
        for child in node.children() {
            if child.role() == Role::GenericContainer {
                below(child, found);
            } else {
                found.push((child.role(), name(child)));
            }
        }
    }
    let screen = demo("names-regions");
    let mut regions = Vec::new();
    below(screen.told(), &mut regions);
    let roles: Vec<Role> = regions.iter().map(|(role, _)| *role).collect();
    let read = [Role::Toolbar, Role::Navigation, Role::Main, Role::Complementary, Role::Status];
    assert_eq!(roles, read, "{regions:?}");
}

#[test]
fn what_floats_says_what_it_is() {
    let mut screen = demo("names-floats");
    let first = |screen: &Screen, wanted: Role| -> Option<String> {
        fn find(node: AccessKitNode<'_>, wanted: Role) -> Option<String> {
            if node.role() == wanted {
                return Some(name(node));
            }
            node.children().find_map(|child| find(child, wanted))
        }
        find(screen.told(), wanted)
    };
    assert_eq!(screen.told().label().as_deref(), Some("record — محضر"));
    screen.click("تحرير");
    assert!(first(&screen, Role::Menu).is_some());
    screen.press(Key::Escape);
    assert!(first(&screen, Role::Menu).is_none());
    screen.press_with(CTRL, Key::K);
    assert_eq!(first(&screen, Role::Dialog).as_deref(), Some("كل الأوامر"));
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::End);
    screen.type_words("أ");
    screen.press_with(CTRL, Key::W);
    assert_eq!(first(&screen, Role::Dialog).as_deref(), Some("تعديلات غير محفوظة"));
}
