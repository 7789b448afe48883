//! The next meeting: from the card on the home screen, from the keys, unsaved, beside the record it came from.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers};
use mahdar::document::{Language, OutputKind};
use mahdar::store::{self, Folders, Settings};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder};

const SMALL: (f32, f32) = (1093.0, 552.0);
const NEXT: Modifiers = Modifiers { shift: true, ..CTRL };
const PREPARES: &str = "التحضير للاجتماع المقبل";

/// A folder with the sample in it, worked on before.
fn worked() -> (PathBuf, Folders) {
    let place = folder("next");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/regional-minutes.mahdar");
    let path = place.join("ijtimaa-2026-11.mahdar");
    std::fs::copy(sample, &path).unwrap();
    let folders = Folders::inside(&place.join("kept"));
    let screen = Screen::started(&folders, vec![path.clone()], Mode::Light, SIZE);
    screen.quit();
    (path, folders)
}

#[test]
fn the_next_meeting_is_prepared_from_home_by_keyboard_alone() {
    let (path, folders) = worked();
    let mut screen = Screen::keeping(folders);
    assert!(screen.has("الاجتماع المقبل للكتابة الجهوية"));
    assert!(screen.has_words("السبت 12 دجنبر 2026 · يُرحَّل إليه: نقطة من جدول الأعمال"));
    screen.press(Key::ArrowDown);
    assert!(screen.is_focused(PREPARES));
    screen.press(Key::Enter);
    assert_eq!(screen.document().meeting().session.ordinal, Some(8));
    assert!(screen.open().path().is_none() && screen.open().editor().is_changed(), "it is unsaved");
    assert!(screen.has_words("هذا ملف الاجتماع المقبل، ولم يُحفظ بعد."));
    assert_eq!(screen.open().output, OutputKind::Minutes);
    screen.press_with(CTRL, Key::S);
    let proposed = path.parent().unwrap().join("الكتابة-الجهوية-2026-12-12.mahdar");
    assert!(screen.has_value(proposed.to_str().unwrap()), "a name of its own, beside the other");
    screen.press(Key::Enter);
    screen.wait(|screen| screen.open().path().is_some());
    assert!(store::open(&proposed).is_ok());
    assert_eq!(store::open(&path).unwrap().document.meeting().session.ordinal, Some(7), "as it was");
}

#[test]
fn keys_prepare_it_from_the_record_that_is_shown_and_it_can_be_let_go() {
    let (path, folders) = worked();
    let mut screen = Screen::started(&folders, vec![path], Mode::Light, SIZE);
    screen.press_with(NEXT, Key::N);
    assert_eq!(screen.document().meeting().session.ordinal, Some(8));
    screen.click("تراجع عن التحضير");
    assert_eq!(screen.document().meeting().session.ordinal, Some(7), "the record it came from is shown");
}

#[test]
fn without_any_record_the_key_does_nothing() {
    let mut screen = Screen::home();
    screen.press_with(NEXT, Key::N);
    assert!(!screen.is_open());
}

#[test]
fn a_record_whose_file_is_gone_or_broken_is_told_and_nothing_is_made() {
    let (path, folders) = worked();
    std::fs::write(&path, "// mahdar 2\n(id: \"oops").unwrap();
    let mut screen = Screen::keeping(folders);
    screen.click(PREPARES);
    assert!(!screen.is_open());
    assert!(screen.has_words("ijtimaa-2026-11"));
}

#[test]
fn pictures_of_the_card_and_of_what_it_makes() {
    let (_, folders) = worked();
    for (name, mode, size) in [
        ("home-next-light", Mode::Light, SIZE),
        ("home-next-dark", Mode::Dark, SIZE),
        ("home-next-1093", Mode::Light, SMALL),
    ] {
        Screen::started(&folders, Vec::new(), mode, size).paint(name);
    }
    let mut screen = Screen::keeping(folders.clone());
    screen.press_with(NEXT, Key::N);
    screen.paint("next-made");
    screen.press_with(CTRL, Key::P);
    screen.paint("next-preview");
    store::change(&folders, |settings: &mut Settings| settings.language = Some(Language::French)).unwrap();
    Screen::started(&folders, Vec::new(), Mode::Light, SIZE).paint("home-next-french");
}

#[test]
fn a_template_of_the_program_is_edited_as_a_copy_of_one_s_own() {
    let place = folder("template");
    let folders = Folders::inside(&place.join("kept"));
    let mut screen = Screen::keeping(folders.clone());
    screen.app(|app| app.create("invitation"));
    screen.press_with(CTRL, Key::K);
    screen.type_words("تعديل نموذج هذه");
    screen.press(Key::Enter);
    let path = store::templates_folder(&folders).join("invitation.mahdar");
    assert_eq!(screen.open().path(), Some(path.as_path()));
    screen.press_with(CTRL, Key::Num1);
    screen.give_keyboard("المكان");
    screen.type_words("قاعة الاجتماعات");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| screen.has_words("حُفظ النموذج"));
    screen.app(|app| app.create("invitation"));
    assert_eq!(screen.document().meeting().venue, "قاعة الاجتماعات", "new records begin with it");
    assert!(
        mahdar::template::load("invitation").unwrap().meeting().venue.is_empty(),
        "the program's own stays"
    );
}

#[test]
fn first_pages_of_templates_are_drawn_after_the_first_frame_and_once() {
    let mut screen = Screen::home();
    let drawn = screen.picture();
    screen.paint("home-pages-light");
    screen.rest();
    assert!(screen.picture() == drawn);
    let mut dark = Screen::sized(Vec::new(), false, Mode::Dark, SIZE, 1.0);
    dark.paint("home-pages-dark");
    for info in mahdar::template::list() {
        let document = mahdar::template::load(&info.id).unwrap();
        let mut engine = mahdar::text::Engine::new();
        let begun = std::time::Instant::now();
        let page = mahdar::ui::drawn::Miniature::of(&document, info.outputs[0], &mut engine);
        println!("{}: {:?}", info.id, begun.elapsed());
        assert!(page.is_some(), "{}", info.id);
    }
}
