//! What becomes of a save that fails, the earlier states of a record, and copies on a stick.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::Key;
use mahdar::document::Document;
use mahdar::store::{self, Folders, earlier_states};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

const NARROW: (f32, f32) = (1093.0, 552.0);

fn words_in(path: &Path) -> Vec<String> {
    let document = store::open(path).unwrap().document;
    document.blocks().iter().map(|block| block.text.text().to_owned()).collect()
}

/// Saves and waits until it has ended well.
fn save(screen: &mut Screen) {
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().is_saving() && !screen.open().editor().is_changed());
}

/// A window with a record whose folder has gone away, after a save that failed.
fn failed(name: &str) -> (Screen, PathBuf) {
    let mut screen = Screen::page(name, &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("وص");
    fs::remove_dir_all(path.parent().unwrap()).unwrap();
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| screen.has("حفظ في مكان آخر"));
    (screen, path)
}

// A save that fails.

#[test]
fn a_save_that_failed_works_when_tried_again() {
    let (mut screen, path) = failed("save-again");
    assert!(screen.has_words("لم يُكتب شيء"), "it is said why");
    assert!(screen.open().editor().is_changed());
    screen.paint("save-failed");
    screen.click("إعادة المحاولة");
    screen.wait(|screen| !screen.open().is_saving());
    assert!(screen.has("إعادة المحاولة"), "it fails again and is still offered");
    assert_eq!(screen.words(), ["نصوص"]);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    screen.click("إعادة المحاولة");
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نصوص"]);
    assert!(!screen.has("إعادة المحاولة") && !screen.has_words("تعذر الحفظ"));
}

#[test]
fn a_save_that_failed_goes_to_another_place() {
    let (mut screen, _) = failed("save-elsewhere");
    let other = folder("save-elsewhere-other").join("هنا.mahdar");
    screen.click("حفظ في مكان آخر");
    screen.give_path(&other);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&other), ["نصوص"]);
    assert_eq!(screen.open().path(), Some(other.as_path()));
    assert!(!screen.has("حفظ في مكان آخر"));
}

#[test]
fn what_failed_can_be_put_away_and_the_record_stays_unsaved() {
    let (mut screen, _) = failed("save-seen");
    screen.click("إغلاق");
    assert!(!screen.has("حفظ في مكان آخر"));
    assert!(screen.open().editor().is_changed() && screen.has_words("تعذر الحفظ"));
    screen.type_words("ا");
    assert_eq!(screen.words(), ["نصوصا"], "the page has the keyboard");
}

#[test]
fn an_export_that_failed_offers_another_place_too() {
    if !Path::new("/dev/full").exists() {
        println!("skipped: no /dev/full");
        return;
    }
    let mut screen = Screen::page("export-fails", &["عقدت اللجنة اجتماعها."]);
    screen.click("ملف");
    screen.click("تصدير");
    screen.give_path(Path::new("/dev/full"));
    // It is there, so it is asked whether it may be replaced.
    screen.press(Key::Enter);
    screen.wait(|screen| screen.has("تصدير إلى مكان آخر"));
    assert!(screen.has_words("القرص ممتلئ"));
    screen.paint("export-failed");
    let other = folder("export-elsewhere").join("نص.txt");
    screen.click("تصدير إلى مكان آخر");
    screen.give_path(&other);
    screen.wait(|_| other.exists());
    screen.wait(|screen| !screen.has("تصدير إلى مكان آخر"));
    assert!(fs::read_to_string(&other).unwrap().contains("عقدت اللجنة"));
}

#[test]
fn a_backup_that_cannot_be_kept_is_told_once_and_the_record_is_saved() {
    let base = folder("no-backup");
    let (mut screen, path, folders) = kept(&base, &written(&[plain("نص")]), Mode::Light, SIZE);
    fs::create_dir_all(&folders.state).unwrap();
    fs::write(folders.state.join("backups"), "in the way").unwrap();
    screen.type_words("وص");
    save(&mut screen);
    assert_eq!(words_in(&path), ["نصوص"]);
    screen.wait(|screen| screen.has_words("تعذر الاحتفاظ بنسخة"));
    screen.paint("no-backup");
    screen.click("إغلاق");
    screen.type_words("ا");
    save(&mut screen);
    assert!(!screen.has_words("تعذر الاحتفاظ بنسخة"));
}

// Earlier states.

/// A window that keeps what it does in a folder, with this record open.
fn kept(base: &Path, document: &Document, mode: Mode, size: (f32, f32)) -> (Screen, PathBuf, Folders) {
    let path = base.join("محضر المكتب.mahdar");
    store::save(document, &path, None).unwrap();
    let folders = Folders::inside(&base.join("own"));
    let screen = Screen::started(&folders, vec![path.clone()], mode, size);
    (screen, path, folders)
}

/// The same, saved three times with more words each time.
fn saved_thrice(name: &str, mode: Mode, size: (f32, f32)) -> (Screen, PathBuf, Folders) {
    let document = written(&[plain("عقدت اللجنة اجتماعها العادي بمقرها."), plain("نص")]);
    let (mut screen, path, folders) = kept(&folder(name), &document, mode, size);
    for words in [" وتدارست جدول أعمالها.", " وقررت ما يلي.", " انتهى."] {
        screen.type_words(words);
        save(&mut screen);
    }
    (screen, path, folders)
}

fn open_earlier(screen: &mut Screen) {
    screen.click("ملف");
    screen.click("النسخ السابقة…");
}

#[test]
fn each_save_keeps_an_earlier_state_that_opens_as_a_copy() {
    let (mut screen, path, folders) = saved_thrice("earlier", Mode::Light, SIZE);
    let states = earlier_states(&folders, screen.document().id());
    assert_eq!(states.len(), 4, "three saves, and what was there before them");
    let now = screen.words();
    open_earlier(&mut screen);
    screen.wait(|screen| screen.has_words("مطابقة للنص الحالي") && screen.has_words("أُضيفت بعدها 7 كلمات"));
    assert!(screen.has_words("أُضيفت بعدها كلمة واحدة"));
    screen.paint("earlier");
    screen.type_words("س");
    assert_eq!(screen.words(), now, "nothing is typed into the page behind");
    let oldest = *screen.places("فتح كنسخة").last().unwrap();
    screen.click_at(oldest.center());
    assert_eq!(screen.open().path(), None, "it has no file, so nothing is written over");
    assert!(screen.open().editor().is_changed(), "and closing it asks");
    assert_eq!(screen.words(), ["عقدت اللجنة اجتماعها العادي بمقرها.", "نص"]);
    assert_eq!(words_in(&path), now);
    assert!(screen.has_words("محضر المكتب (نسخة"), "its name says what it is");
    screen.paint("earlier-copy");
}

#[test]
fn an_earlier_state_is_compared_with_the_text_as_it_is() {
    let (mut screen, ..) = saved_thrice("earlier-compare", Mode::Light, SIZE);
    open_earlier(&mut screen);
    screen.wait(|screen| screen.has_words("أُضيفت بعدها 7 كلمات"));
    let oldest = *screen.places("مقارنة").last().unwrap();
    screen.click_at(oldest.center());
    assert!(!screen.has("فتح كنسخة") && screen.has_words("محضر المكتب (النص الحالي)"));
    screen.paint("earlier-compared");
    screen.press(Key::Escape);
    assert!(screen.has("فتح كنسخة"), "back to the list");
    assert_eq!(screen.focused().as_deref(), Some("فتح كنسخة"));
}

#[test]
fn the_screen_of_earlier_states_is_worked_from_the_keyboard() {
    let (mut screen, ..) = saved_thrice("earlier-keys", Mode::Light, SIZE);
    open_earlier(&mut screen);
    screen.wait(|screen| screen.has_words("أُضيفت بعدها 7 كلمات"));
    assert_eq!(screen.focused().as_deref(), Some("فتح كنسخة"));
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("مقارنة"));
    screen.press(Key::Escape);
    assert!(!screen.has("فتح كنسخة"));
    screen.type_words("س");
    assert!(screen.words().concat().contains('س'), "the page has the keyboard again");
}

#[test]
fn a_record_that_was_never_saved_has_no_earlier_states_and_says_so() {
    let mut screen = Screen::page("earlier-none", &["نص"]);
    open_earlier(&mut screen);
    assert!(screen.has_words("لا نسخ سابقة بعد"));
    screen.paint("earlier-none");
    screen.click("إغلاق");
    assert!(!screen.has_words("لا نسخ سابقة بعد"));
}

#[test]
fn an_earlier_state_that_cannot_be_read_is_said_to_be_so() {
    let (mut screen, _, folders) = saved_thrice("earlier-broken", Mode::Light, SIZE);
    let states = earlier_states(&folders, screen.document().id());
    fs::write(&states.last().unwrap().path, "not a record").unwrap();
    open_earlier(&mut screen);
    screen.wait(|screen| screen.has_words("تعذرت قراءة هذه النسخة"));
    let tabs = screen.words();
    let oldest = *screen.places("فتح كنسخة: تعذرت قراءة هذه النسخة").last().unwrap();
    screen.click_at(oldest.center());
    assert_eq!(screen.words(), tabs);
}

#[test]
fn earlier_states_are_drawn_in_both_directions_and_themes() {
    let (mut screen, ..) = saved_thrice("earlier-narrow", Mode::Dark, NARROW);
    open_earlier(&mut screen);
    screen.wait(|screen| screen.has_words("أُضيفت بعدها 7 كلمات"));
    screen.paint("earlier-dark-narrow");
    let (mut screen, ..) = saved_thrice("earlier-french", Mode::Light, SIZE);
    screen.click("عرض");
    screen.press(Key::End);
    screen.click("Français");
    screen.click("Fichier");
    screen.click("Versions précédentes…");
    screen.wait(|screen| screen.has_words("7 mots ajoutés depuis"));
    screen.paint("earlier-french");
}

// Sticks.

#[test]
fn one_click_copies_the_record_and_its_earlier_states_to_the_stick() {
    let (mut screen, ..) = saved_thrice("stick", Mode::Light, SIZE);
    let stick = folder("stick-mounted");
    let there = stick.clone();
    screen.app(|app| app.find_sticks(move || vec![there.clone()]));
    screen.type_words("ولم يحفظ هذا. ");
    let now = screen.words();
    screen.click("ملف");
    screen.click("نسخ الوثيقة ونسخها السابقة إلى مفتاح USB");
    screen.wait(|screen| screen.has_words("كل شيء على المفتاح الآن"));
    screen.paint("stick-copied");
    let copy = stick.join("محضر المكتب");
    assert_eq!(words_in(&copy.join("محضر المكتب.mahdar")), now, "as it stands, saved or not");
    assert_eq!(fs::read_dir(copy.join("backups")).unwrap().count(), 4);
    // Once more: the first copy stays as it is.
    screen.click("ملف");
    screen.click("نسخ الوثيقة ونسخها السابقة إلى مفتاح USB");
    screen.wait(|_| stick.join("محضر المكتب-2/backups").exists());
    screen.wait(|screen| screen.has_words("كل شيء على المفتاح الآن"));
    screen.click("إغلاق");
    assert!(!screen.has_words("كل شيء على المفتاح الآن"));
}

#[test]
fn without_a_stick_the_folder_is_asked_for() {
    let mut screen = Screen::page("no-stick", &["نص"]);
    screen.app(|app| app.find_sticks(Vec::new));
    screen.click("ملف");
    screen.click("نسخ الوثيقة ونسخها السابقة إلى مفتاح USB");
    assert!(screen.has_words("لم يُعثر على مفتاح USB"));
    screen.paint("stick-none");
    screen.give_path(Path::new("/no/such/folder"));
    assert!(screen.has_words("المجلد غير موجود"));
    let other = folder("no-stick-other");
    screen.give_path(&other);
    screen.wait(|screen| screen.has_words("كل شيء على المفتاح الآن"));
    assert_eq!(words_in(&other.join("record/record.mahdar")), ["نص"]);
}

#[test]
fn of_several_sticks_one_is_chosen() {
    let mut screen = Screen::page("sticks", &["نص"]);
    let (one, two) = (folder("sticks-one"), folder("sticks-two"));
    let both = vec![one.clone(), two.clone()];
    screen.app(|app| app.find_sticks(move || both.clone()));
    screen.click("ملف");
    screen.click("نسخ الوثيقة ونسخها السابقة إلى مفتاح USB");
    assert!(screen.has_words("أكثر من مفتاح"));
    assert!(screen.has_value(one.to_str().unwrap()), "the first is there to be taken");
    screen.give_path(&two);
    screen.wait(|screen| screen.has_words("كل شيء على المفتاح الآن"));
    assert!(two.join("record/record.mahdar").exists() && !one.join("record").exists());
}

#[test]
fn a_stick_that_is_gone_is_told_and_offered_again() {
    let mut screen = Screen::page("stick-gone", &["نص"]);
    let stick = folder("stick-was-there");
    let there = stick.clone();
    screen.app(|app| app.find_sticks(move || vec![there.clone()]));
    fs::remove_dir_all(&stick).unwrap();
    screen.click("ملف");
    screen.click("نسخ الوثيقة ونسخها السابقة إلى مفتاح USB");
    screen.wait(|screen| screen.has("نسخ إلى مكان آخر"));
    fs::create_dir_all(&stick).unwrap();
    screen.click("إعادة المحاولة");
    screen.wait(|screen| screen.has_words("كل شيء على المفتاح الآن"));
    assert!(stick.join("record/record.mahdar").exists());
}
