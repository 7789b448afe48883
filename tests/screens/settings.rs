//! The screen of settings, and the sheet of shortcuts.

use eframe::egui::{Id, Key};
use mahdar::document::{Digits, Language as RecordLanguage, Level};
use mahdar::store::{PhraseManner, Settings, Theme as Chosen};
use mahdar::ui::field::Line;
use mahdar::ui::settings::{Asked, Screen};
use mahdar::ui::shortcuts::{Shortcut, Shortcuts};
use mahdar::ui::theme::Mode;
use mahdar::words::{Language, Words};

use crate::stage::Stage;

struct Held {
    screen: Screen,
    settings: Settings,
    words: Words,
    focus: Option<(Id, Line)>,
    closed: bool,
}

fn stage_of(mode: Mode, size: (f32, f32), language: Language) -> Stage<Held> {
    let mut settings = Settings::default();
    if mode == Mode::Dark {
        settings.theme = Chosen::Dark;
    }
    let words = Words::new(language);
    let held = Held { screen: Screen::default(), settings, words, focus: None, closed: false };
    Stage::new(mode, size, held, |ui, pen, view, held| {
        let asked = held.screen.show(ui, pen, view, &held.settings, held.words, &mut held.focus);
        for asked in asked {
            match asked {
                Asked::Change(settings) => {
                    held.words = Words::new(match settings.language {
                        Some(RecordLanguage::French) => Language::French,
                        Some(RecordLanguage::English) => Language::English,
                        Some(RecordLanguage::Arabic) | None => held.words.language(),
                    });
                    held.settings = settings;
                }
                Asked::Close => held.closed = true,
            }
        }
    })
}

const SIZE: (f32, f32) = (1366.0, 690.0);

fn stage() -> Stage<Held> {
    stage_of(Mode::Light, SIZE, Language::Arabic)
}

#[test]
fn every_setting_is_there_with_its_label() {
    let stage = stage();
    for name in
        ["الإعدادات", "الواجهة", "العربية", "داكن", "حجم العرض: 100%", "الهيئة", "التنظيم أو الحزب", "الاسم"]
    {
        assert!(stage.has_words(name), "{name}");
    }
}

#[test]
fn what_is_chosen_holds_at_once() {
    let mut stage = stage();
    stage.click("داكن");
    assert_eq!(stage.state().settings.theme, Chosen::Dark);
    stage.click("١٢٣ مشرقية");
    assert_eq!(stage.state().settings.digits, Digits::Arabic);
    stage.click("Français");
    assert_eq!(stage.state().settings.language, Some(RecordLanguage::French));
    assert!(stage.has("Interface"), "the screen speaks the new language");
}

#[test]
fn the_manner_of_phrases_is_chosen() {
    let mut stage = stage();
    assert_eq!(stage.state().settings.phrases, PhraseManner::Both, "all of them from the start");
    stage.click("أممي");
    assert_eq!(stage.state().settings.phrases, PhraseManner::Un);
    stage.click("مغربي");
    assert_eq!(stage.state().settings.phrases, PhraseManner::Moroccan);
    stage.click("كلاهما");
    assert_eq!(stage.state().settings.phrases, PhraseManner::Both);
}

#[test]
fn lists_offer_the_zoom_the_level_and_the_region() {
    let mut stage = stage();
    stage.click("حجم العرض: 100%");
    stage.click("125%");
    assert_eq!(stage.state().settings.zoom, 125);
    stage.click_words("مستوى الهيئة:");
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowDown);
    stage.press(Key::Enter);
    assert_eq!(stage.state().settings.body.level, Level::Regional);
    stage.click_words("الجهة:");
    stage.click("فاس مكناس");
    assert!(stage.state().settings.body.region.contains("مكناس"));
    stage.click_words("الجهة:");
    stage.press(Key::Escape);
    assert!(!stage.state().closed, "Escape closes the list first");
    assert!(!stage.has("الشرق"));
}

#[test]
fn words_are_typed_into_the_body_and_the_name() {
    let mut stage = stage();
    let at = stage.places_with("الهيئة");
    let field = at.iter().find(|rect| (rect.height() - 32.0).abs() < 0.1).unwrap().center();
    stage.click_at(field);
    stage.type_words("الكتابة الجهوية");
    assert_eq!(stage.state().settings.body.name, "الكتابة الجهوية");
    stage.press(Key::Tab);
    stage.type_words("اتحاد الجمعيات");
    assert_eq!(stage.state().settings.body.organisation, "اتحاد الجمعيات");
}

#[test]
fn tab_reaches_every_setting_and_escape_closes() {
    let mut stage = stage();
    let mut seen = vec![stage.focused().unwrap()];
    for _ in 0..15 {
        stage.press(Key::Tab);
        seen.extend(stage.focused());
    }
    assert_eq!(seen[0], "العربية");
    for name in
        ["فاتح", "حجم العرض: 100%", "123 مغربية", "كلاهما", "الهيئة", "الجهة: اختر الجهة", "الاسم", "إغلاق"]
    {
        assert!(seen.iter().any(|focused| focused == name), "{name}: {seen:?}");
    }
    stage.press(Key::Escape);
    assert!(stage.state().closed);
}

#[test]
fn a_low_window_scrolls_to_what_has_the_keyboard() {
    let mut stage = stage_of(Mode::Light, (720.0, 480.0), Language::Arabic);
    for _ in 0..12 {
        if stage.focused().as_deref() == Some("الاسم") {
            break;
        }
        stage.press(Key::Tab);
    }
    let field =
        stage.places_with("الاسم").into_iter().find(|rect| (rect.height() - 32.0).abs() < 0.1).unwrap();
    assert!(field.bottom() <= 452.0 && field.top() >= 44.0, "{field}");
    stage.paint("settings-720");
}

struct Listed {
    sheet: Shortcuts,
    rows: Vec<Shortcut>,
    words: Words,
    gone: bool,
}

fn shortcuts(mode: Mode, size: (f32, f32), language: Language) -> Stage<Listed> {
    let words = Words::new(language);
    let row = |group: &str, name: &str, keys: &str| Shortcut {
        group: words.get(group),
        name: words.get(name),
        keys: keys.into(),
    };
    let rows = vec![
        row("menu-file", "cmd-new", "Ctrl+N"),
        row("menu-file", "cmd-open", "Ctrl+O"),
        row("menu-file", "cmd-save", "Ctrl+S"),
        row("menu-file", "cmd-save-as", "Ctrl+Shift+S"),
        row("menu-file", "cmd-quit", "Ctrl+Q"),
        row("menu-edit", "cmd-undo", "Ctrl+Z"),
        row("menu-edit", "cmd-redo", "Ctrl+Y"),
        row("menu-edit", "cmd-select-all", "Ctrl+A"),
        row("menu-view", "cmd-zoom-in", "Ctrl++"),
        row("menu-view", "cmd-zoom-out", "Ctrl+-"),
        row("menu-format", "cmd-bold", "Ctrl+B"),
        row("menu-format", "cmd-demote", "Tab"),
        row("menu-tools", "cmd-move-up", "Alt+Up"),
        row("menu-tools", "cmd-move-down", "Alt+Down"),
    ];
    let held = Listed { sheet: Shortcuts::default(), rows, words, gone: false };
    Stage::new(mode, size, held, |ui, pen, _, held| {
        if !held.gone {
            let ctx = ui.ctx().clone();
            held.gone = held.sheet.show(&ctx, pen, &held.rows, held.words);
        }
    })
}

#[test]
fn shortcuts_stand_by_group_and_escape_puts_them_away() {
    let mut stage = shortcuts(Mode::Light, SIZE, Language::Arabic);
    assert!(stage.has("اختصارات لوحة المفاتيح"));
    assert!(stage.has("ملف"));
    assert!(stage.has("حفظ باسم: Ctrl+Shift+S"));
    assert_eq!(stage.focused().unwrap(), "إغلاق");
    stage.press(Key::Escape);
    assert!(stage.state().gone);
    assert!(!stage.has("ملف"));
}

#[test]
fn a_click_beside_the_sheet_puts_it_away_and_one_on_it_does_not() {
    let mut stage = shortcuts(Mode::Light, SIZE, Language::Arabic);
    stage.click("حفظ باسم: Ctrl+Shift+S");
    assert!(!stage.state().gone);
    stage.click_at(eframe::egui::pos2(20.0, 300.0));
    assert!(stage.state().gone);
}

#[test]
fn pictures() {
    let mut stage = stage();
    stage.paint("settings");
    stage.click_words("الجهة:");
    stage.paint("settings-regions");
    stage_of(Mode::Dark, SIZE, Language::Arabic).paint("settings-dark");
    stage_of(Mode::Light, (1093.0, 552.0), Language::French).paint("settings-french");
    shortcuts(Mode::Light, SIZE, Language::Arabic).paint("shortcuts");
    shortcuts(Mode::Dark, (720.0, 480.0), Language::French).paint("shortcuts-720-french");
    assert!(stage.picture().width() == 1366);
}
