//! Damaged and older files in the window: what is sound opens as a copy, the file stays as it was.

use std::fs;
use std::path::PathBuf;

use mahdar::store;
use mahdar::ui::theme::Mode;

use crate::screen::{SIZE, Screen, folder, plain, written};

const OFFER: &str = "فتح ما سلم منه في نسخة";

/// A record with three broken paragraphs.
fn damaged(name: &str) -> (PathBuf, String) {
    let words: Vec<String> = (1..=12).map(|n| format!("الفقرة رقم {n} من نص المحضر.")).collect();
    let paragraphs: Vec<_> = words.iter().map(|words| plain(words)).collect();
    let path = folder(name).join("محضر الاجتماع.mahdar");
    let mut text = store::write(&written(&paragraphs));
    for n in [3, 7, 9] {
        let line = format!("الفقرة رقم {n} من نص المحضر.\")]");
        assert!(text.contains(&line), "{text}");
        text = text.replace(&line, &line.replace('"', ""));
    }
    fs::write(&path, &text).expect("a damaged file");
    (path, text)
}

fn opened(name: &str, mode: Mode, size: (f32, f32)) -> (Screen, PathBuf, String) {
    let (path, text) = damaged(name);
    (Screen::sized(vec![path.clone()], false, mode, size, 1.0), path, text)
}

#[test]
fn what_is_sound_opens_as_an_unsaved_copy_and_the_file_stays() {
    let (mut screen, path, text) = opened("damaged-open", Mode::Light, SIZE);
    assert!(!screen.is_open());
    screen.click(OFFER);
    assert!(screen.is_open());
    assert_eq!(screen.document().blocks().len(), 12);
    assert!(screen.open().path().is_none() && screen.open().editor().is_changed());
    assert!(!screen.has(OFFER));
    screen.click("عرض ما تضرر");
    assert!(screen.has_words("فقرة"), "the list names what was damaged");
    assert_eq!(fs::read_to_string(path).expect("the file"), text);
}

#[test]
fn the_offer_can_be_left() {
    let (mut screen, path, text) = opened("damaged-leave", Mode::Light, SIZE);
    assert!(screen.has(OFFER));
    screen.click("إغلاق");
    assert!(!screen.has(OFFER) && !screen.is_open());
    assert_eq!(fs::read_to_string(path).expect("the file"), text);
}

#[test]
fn an_older_file_says_so_until_it_is_saved() {
    let path = folder("older").join("قديم.mahdar");
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/format0/flat.mahdar");
    fs::copy(old, &path).expect("an old file");
    let mut screen = Screen::sized(vec![path.clone()], false, Mode::Light, SIZE, 1.0);
    assert!(screen.has_words("بصيغة أقدم"));
    assert!(!screen.open().editor().is_changed());
    screen.paint("older-light");
    screen.press_with(crate::screen::CTRL, eframe::egui::Key::S);
    screen.wait(|screen| screen.open().older().is_none());
    screen.rest();
    assert!(!screen.has_words("بصيغة أقدم"));
    assert!(fs::read_to_string(&path).expect("the file").starts_with("// mahdar 2\n"));
}

#[test]
fn pictures_of_a_damaged_file() {
    for (mode, size, name) in [(Mode::Light, (1366.0, 690.0), "light"), (Mode::Dark, (1093.0, 552.0), "dark")]
    {
        let (mut screen, ..) = opened(&format!("damaged-{name}"), mode, size);
        screen.paint(&format!("damaged-offer-{name}"));
        screen.click(OFFER);
        screen.paint(&format!("damaged-copy-{name}"));
        screen.click("عرض ما تضرر");
        screen.paint(&format!("damaged-losses-{name}"));
    }
}
