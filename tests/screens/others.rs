//! Others at the same record: a second window, a change on disk, a file that went, copies of sync programs.

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Action;
use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::{Document, Language, RecordId};
use mahdar::store::{self, Folders};
use mahdar::ui::theme::Mode;
use mahdar::workspace::{Access, Standing};

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

const SMALL: (f32, f32) = (1093.0, 552.0);
const COPY: &str = "فتح نسخة";
const TAKE_OVER: &str = "تولّي التحرير";
const EDIT_NOW: &str = "التحرير الآن";
const RELOAD: &str = "إعادة التحميل";
const KEEP: &str = "إبقاء ما عندي";

fn window(path: &Path) -> Screen {
    Screen::sized(vec![path.to_owned()], false, Mode::Light, SIZE, 1.0)
}

/// A record of its own in a folder of its own, with these paragraphs.
fn file(name: &str, paragraphs: &[&str]) -> PathBuf {
    let path = folder(name).join("اجتماع المجلس.mahdar");
    put(&path, paragraphs);
    path
}

fn document(paragraphs: &[&str]) -> Document {
    let paragraphs: Vec<_> = paragraphs.iter().map(|text| plain(text)).collect();
    written(&paragraphs)
}

/// What another program does.
fn put(path: &Path, paragraphs: &[&str]) {
    store::save(&document(paragraphs), path, None).unwrap();
}

fn words_in(path: &Path) -> Vec<String> {
    let opened = store::open(path).expect("a record");
    opened.document.blocks().iter().map(|block| block.text.text().to_owned()).collect()
}

/// A lock as somebody at another machine leaves it.
fn lock_from_elsewhere(path: &Path, person: &str) {
    let lock = format!(
        "// mahdar lock 1\n(person: \"{person}\", machine: \"bureau-12\", host: \"00\", process: 1, session: 1, \
         since: 1763790000)\n"
    );
    std::fs::write(store::lock_of(path).unwrap(), lock).unwrap();
}

/// Somebody comes back to the window: it looks at the disk at once.
fn focus(screen: &mut Screen) {
    screen.frame(vec![Event::WindowFocused(true)]);
}

#[test]
fn a_second_window_is_told_and_reads() {
    let path = file("others-second", &["نص"]);
    let mut first = window(&path);
    let mut second = window(&path);
    assert_eq!((first.open().access(), second.open().access()), (Access::Write, Access::Read));
    assert!(second.has_words("في نافذة أخرى على هذا الجهاز"));
    assert!(second.has("للقراءة فقط"), "the line of state says so");
    assert!(!first.has_words("في نافذة أخرى"));
    second.type_words("زائد");
    second.press(Key::Backspace);
    second.press_with(CTRL, Key::Z);
    second.press_with(CTRL, Key::V);
    assert_eq!(second.words(), ["نص"]);
    second.type_words("ز");
    assert!(second.has_words("افتح نسخة منه"), "whoever types is told what to do");
    second.press_with(CTRL, Key::S);
    assert!(!second.open().is_saving());
    first.type_words("وص");
    first.press_with(CTRL, Key::S);
    first.wait(|first| !first.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نصوص"]);
    focus(&mut second);
    second.wait(|second| second.words() == ["نصوص"]);
    assert_eq!(second.open().access(), Access::Read, "who reads sees what was saved, and reads on");
}

#[test]
fn what_cannot_be_done_while_reading_says_why() {
    let path = file("others-menus", &["نص"]);
    let _first = window(&path);
    let mut second = window(&path);
    second.click("تنسيق");
    assert!(second.has_words("الملف مفتوح هنا للقراءة فقط"));
    second.press(Key::Escape);
    second.click("جدول الأعمال: فتح للتعديل");
    second.click("إضافة نقطة: الملف مفتوح هنا للقراءة فقط");
    assert_eq!(second.words(), ["نص"], "forms change nothing either");
    second.click("جدول الأعمال: طي");
    second.click("الترويسة: فتح للتعديل");
    second.paint("others-locked-header");
    let before = second.document().clone();
    second.click("الهيئة");
    second.type_words("زائد");
    assert!(*second.document() == before, "nor do fields take what is typed");
    assert!(second.has("أنثى: الملف مفتوح هنا للقراءة فقط"), "every control says why");
}

/// What can be pressed in the part of the window so called, as it is named.
fn can_be_pressed(screen: &Screen, region: &str) -> Vec<String> {
    let mut todo = vec![screen.told()];
    let mut found = Vec::new();
    while let Some(node) = todo.pop() {
        if node.label().as_deref() == Some(region) {
            todo = node.children().collect();
            break;
        }
        todo.extend(node.children());
    }
    while let Some(node) = todo.pop() {
        let presses = node.data().supports_action(Action::Click) && !node.data().is_disabled();
        if presses && !node.data().is_read_only() {
            found.push(node.label().unwrap_or_default());
        }
        todo.extend(node.children());
    }
    found
}

#[test]
fn forms_and_panels_change_nothing_while_reading_and_say_why() {
    let path = folder("others-panels").join("record.mahdar");
    store::save(&mahdar::template::demo(), &path, None).unwrap();
    let _first = window(&path);
    let mut second = window(&path);
    let free = can_be_pressed(&second, "اللوحة الجانبية");
    let allowed = |name: &String| {
        let goes = ["الحضور", "التدقيق", "إغلاق اللوحة", "الملاحظة الموالية", "إظهار الموضع", "ملء الحقل"];
        goes.contains(&name.as_str())
            || ["خطأ: ", "تنبيه: ", "أسلوب: "].iter().any(|way| name.starts_with(way))
    };
    let beyond: Vec<_> = free.iter().filter(|name| !allowed(name)).collect();
    assert!(!free.is_empty() && beyond.is_empty(), "of the findings one only goes to the place: {beyond:?}");
    second.press_with(Modifiers::ALT, Key::Num1);
    let free = can_be_pressed(&second, "اللوحة الجانبية");
    assert_eq!(free.len(), 3, "of those present, only the panel itself is turned: {free:?}");
    second.paint("others-locked-people");
    drop(second);
    for (fold, name) in [("الترويسة", "header"), ("الحضور", "attendance"), ("جدول الأعمال", "agenda")]
    {
        let mut reads = window(&path);
        reads.click(&format!("{fold}: فتح للتعديل"));
        let free = can_be_pressed(&reads, "مساحة العمل");
        let forms: Vec<_> = free.iter().filter(|name| name.as_str() != "النص").collect();
        assert!(!forms.is_empty(), "«{fold}»");
        let folds = |name: &&String| name.ends_with(": طي") || name.ends_with(": فتح للتعديل");
        assert!(forms.iter().all(folds), "«{fold}»: only the folds open and close: {forms:?}");
        reads.paint(&format!("others-locked-form-{name}"));
    }
}

#[test]
fn the_reader_edits_once_the_other_has_closed() {
    let path = file("others-freed", &["نص"]);
    let mut first = window(&path);
    let mut second = window(&path);
    first.type_words("وص");
    first.press_with(CTRL, Key::S);
    first.wait(|first| !first.open().editor().is_changed());
    first.quit();
    focus(&mut second);
    second.wait(|second| second.has(EDIT_NOW));
    assert_eq!(second.open().access(), Access::Read, "nothing changes under the hands");
    second.click(EDIT_NOW);
    assert_eq!(second.words(), ["نصوص"]);
    second.press(Key::End);
    second.type_words("!");
    assert_eq!(second.words(), ["نصوص!"]);
    second.press_with(CTRL, Key::S);
    second.wait(|second| !second.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نصوص!"]);
}

#[test]
fn a_copy_of_what_is_read_can_be_written_on() {
    let path = file("others-copy", &["نص"]);
    let first = window(&path);
    let mut second = window(&path);
    second.click(COPY);
    assert!(second.open().path().is_none());
    assert_ne!(second.document().id(), first.document().id());
    second.type_words("وص");
    assert_eq!(second.words(), ["نصوص"]);
    assert!(second.has("نسخة من اجتماع المجلس"), "its tab says what it is a copy of");
    assert_eq!(first.open().access(), Access::Write);
}

#[test]
fn who_is_taken_over_is_told_and_loses_nothing() {
    let path = file("others-take", &["نص"]);
    let mut first = window(&path);
    first.type_words("وص");
    let mut second = window(&path);
    second.click(TAKE_OVER);
    assert_eq!(second.open().access(), Access::Write);
    second.type_words("ف");
    focus(&mut first);
    first.wait(|first| first.has_words("تولّت نافذة أخرى"));
    first.type_words("!");
    assert_eq!(first.words(), ["نصوص!"], "what was begun can be gone on with");
    first.press_with(CTRL, Key::S);
    assert!(first.has("حفظ في الملف نفسه"), "a save is asked about");
    assert_eq!(words_in(&path), ["نص"]);
    first.press(Key::Escape);
    second.press_with(CTRL, Key::S);
    second.wait(|second| !second.open().editor().is_changed());
    first.press_with(CTRL, Key::S);
    first.click("حفظ في الملف نفسه");
    first.wait(|first| first.has("استبدال الملف"));
    assert_eq!(words_in(&path), ["نصف"], "and what the other wrote is not overwritten");
    first.press(Key::Escape);
    assert!(first.open().editor().is_changed());
    assert_eq!(first.words(), ["نصوص!"]);
}

#[test]
fn somebody_at_another_machine_is_named() {
    let path = file("others-named", &["نص"]);
    lock_from_elsewhere(&path, "إدريس بناني");
    let mut screen = window(&path);
    assert!(screen.has_words(
        "هذا الملف مفتوح للتحرير عند \u{2068}إدريس بناني\u{2069} على الجهاز \u{2068}bureau-12\u{2069} منذ"
    ));
    std::fs::remove_file(store::lock_of(&path).unwrap()).unwrap();
    focus(&mut screen);
    screen.wait(|screen| screen.has(EDIT_NOW));
    screen.click(EDIT_NOW);
    assert!(matches!(screen.open().standing(), Standing::Ours(_)));
}

#[test]
fn a_lock_of_a_dead_program_is_not_spoken_of() {
    let path = file("others-stale", &["نص"]);
    let screen = window(&path);
    let lock = std::fs::read(store::lock_of(&path).unwrap()).unwrap();
    drop(screen);
    assert!(!store::lock_of(&path).unwrap().exists(), "the window took its lock along");
    std::fs::write(store::lock_of(&path).unwrap(), lock).unwrap();
    let screen = window(&path);
    assert_eq!(screen.open().access(), Access::Write);
    assert!(!screen.has(COPY));
}

#[test]
fn a_change_on_disk_is_told_within_the_poll_and_read_with_the_caret_where_it_was() {
    let path = file("others-external", &["الأول", "الثاني"]);
    let mut screen = window(&path);
    screen.press(Key::ArrowDown);
    screen.press(Key::ArrowDown);
    screen.press(Key::ArrowLeft);
    let caret = screen.caret();
    put(&path, &["الأول من غيرنا", "الثاني"]);
    let before = std::time::Instant::now();
    screen.wait(|screen| screen.has_words("غيّر برنامج آخر هذا الملف"));
    assert!(before.elapsed().as_secs_f64() < 4.0, "without anybody coming back to the window");
    assert_eq!(screen.words(), ["الأول", "الثاني"], "nothing changes under the hands");
    screen.click(RELOAD);
    assert_eq!(screen.words(), ["الأول من غيرنا", "الثاني"]);
    assert_eq!(screen.caret(), caret);
    assert!(!screen.has_words("غيّر برنامج آخر"));
    assert!(!screen.open().editor().is_changed() && !screen.open().editor().can_undo());
    screen.type_words("!");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path).first().map(String::as_str), Some("الأول من غيرنا"));
    focus(&mut screen);
    std::thread::sleep(std::time::Duration::from_millis(400));
    screen.rest();
    assert!(!screen.has_words("غيّر برنامج آخر"), "what we save ourselves is nobody else's change");
}

#[test]
fn a_change_on_disk_under_unsaved_words_is_never_overwritten() {
    let path = file("others-both", &["نص"]);
    let mut screen = window(&path);
    screen.type_words("وص");
    put(&path, &["من غيرنا"]);
    focus(&mut screen);
    screen.wait(|screen| screen.has_words("غيّر برنامج آخر هذا الملف"));
    assert!(!screen.has(RELOAD), "that would lose what was typed");
    screen.click(KEEP);
    assert!(!screen.has_words("غيّر برنامج آخر"));
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| screen.has("استبدال الملف"));
    assert_eq!(words_in(&path), ["من غيرنا"]);
    screen.press(Key::Escape);
    put(&path, &["ومرة أخرى"]);
    focus(&mut screen);
    screen.wait(|screen| screen.has("فتح نسخة القرص"));
    screen.click("فتح نسخة القرص");
    assert_eq!(screen.words(), ["ومرة أخرى"]);
    assert!(screen.open().path().is_none(), "the file stays with the first tab");
    assert!(screen.has("اجتماع المجلس من القرص"));
    screen.click("اجتماع المجلس");
    assert_eq!(screen.words(), ["نصوص"]);
}

#[test]
fn a_file_damaged_by_another_keeps_what_is_open() {
    let path = file("others-damaged", &["نص"]);
    let mut screen = window(&path);
    std::fs::write(&path, "// mahdar 1\n(id: ").unwrap();
    focus(&mut screen);
    screen.wait(|screen| screen.has_words("وتعذرت قراءته"));
    screen.type_words("وص");
    assert_eq!(screen.words(), ["نصوص"]);
    put(&path, &["صحيح من جديد"]);
    focus(&mut screen);
    screen.wait(|screen| screen.has("فتح نسخة القرص"));
    assert!(!screen.has_words("وتعذرت قراءته"));
}

#[test]
fn a_file_that_was_deleted_is_written_anew() {
    let path = file("others-deleted", &["نص"]);
    let mut screen = window(&path);
    std::fs::remove_file(&path).unwrap();
    focus(&mut screen);
    screen.wait(|screen| screen.has_words("حُذف هذا الملف من القرص أو نُقل"));
    assert_eq!(screen.words(), ["نص"]);
    screen.press_with(CTRL, Key::W);
    assert!(screen.has_words("تعديلات غير محفوظة"), "it is nowhere but here");
    screen.press(Key::Escape);
    let at = screen.places("حفظ").first().unwrap().center();
    screen.click_at(at);
    screen.wait(|_| path.exists());
    screen.wait(|screen| !screen.has_words("حُذف هذا الملف"));
    assert_eq!(words_in(&path), ["نص"]);
    assert!(screen.is_open());
}

#[test]
fn a_deleted_file_can_be_let_go() {
    let path = file("others-let-go", &["نص"]);
    let mut screen = window(&path);
    std::fs::remove_file(&path).unwrap();
    focus(&mut screen);
    screen.wait(|screen| screen.has_words("حُذف هذا الملف من القرص أو نُقل"));
    screen.press_with(CTRL, Key::W);
    screen.click("إغلاق بدون حفظ");
    assert!(!screen.is_open());
    assert!(!path.exists());
}

#[test]
fn a_copy_by_a_sync_program_is_offered() {
    let path = file("others-sync", &["نص"]);
    let copy = path.with_file_name("اجتماع المجلس (conflicted copy 2026-11-14 143205).mahdar");
    put(&copy, &["نص من جهاز آخر"]);
    let mut screen = window(&path);
    screen.wait(|screen| screen.has_words("بجانب هذا الملف نسخة منه مختلفة عنه"));
    screen.paint("others-sync");
    screen.click("فتح");
    assert_eq!(screen.words(), ["نص من جهاز آخر"]);
    assert!(copy.exists() && path.exists(), "both are kept");
}

#[test]
fn another_record_of_such_a_name_is_not_offered() {
    let path = file("others-namesake", &["نص"]);
    let other = document(&["سجل آخر"]).renamed(RecordId(99));
    store::save(&other, &path.with_file_name("اجتماع المجلس (1).mahdar"), None).unwrap();
    let mut screen = window(&path);
    std::thread::sleep(std::time::Duration::from_millis(300));
    screen.rest();
    assert!(!screen.has_words("بجانب هذا الملف"));
}

#[test]
fn the_lock_follows_a_record_saved_under_another_name() {
    let path = file("others-save-as", &["نص"]);
    let mut screen = window(&path);
    let other = path.with_file_name("باسم آخر.mahdar");
    screen.press_with(crate::screen::CTRL | eframe::egui::Modifiers::SHIFT, Key::S);
    screen.give_path(&other);
    screen.wait(|screen| screen.open().name().as_deref() == Some("باسم آخر"));
    assert!(!store::lock_of(&path).unwrap().exists());
    assert!(store::lock_of(&other).unwrap().exists());
    assert!(matches!(screen.open().standing(), Standing::Ours(_)));
}

#[test]
fn nothing_is_drawn_while_nobody_does_anything() {
    let path = file("others-idle", &["نص"]);
    let mut screen = window(&path);
    screen.later(20.0);
    std::thread::sleep(std::time::Duration::from_millis(300));
    screen.rest();
    assert!(!screen.wants_frame());
    std::thread::sleep(std::time::Duration::from_millis(4500));
    assert!(!screen.wants_frame(), "two looks at an unchanged disk wake nobody");
}

#[test]
fn pictures_of_others() {
    let path =
        file("others-pictures", &["عقد المجلس الجهوي اجتماعا عاديا.", "تدارس الحاضرون حصيلة البرامج."]);
    for (mode, size, end) in
        [(Mode::Light, SIZE, ""), (Mode::Dark, SIZE, "-dark"), (Mode::Light, SMALL, "-1093")]
    {
        for (language, end) in [(Language::Arabic, end.to_owned()), (Language::French, format!("{end}-fr"))] {
            put(&path, &["عقد المجلس الجهوي اجتماعا عاديا.", "تدارس الحاضرون حصيلة البرامج."]);
            lock_from_elsewhere(&path, "إدريس بناني");
            let mut screen = Screen::speaking(vec![path.clone()], language, mode, size);
            screen.paint(&format!("others-held{end}"));
            std::fs::remove_file(store::lock_of(&path).unwrap()).unwrap();
            focus(&mut screen);
            let (edit, changed, gone) = match language {
                Language::French => ("Modifier maintenant", "Un autre programme", "supprimé du disque"),
                _ => (EDIT_NOW, "غيّر برنامج آخر", "حُذف هذا الملف"),
            };
            screen.wait(|screen| screen.has(edit));
            screen.paint(&format!("others-freed{end}"));
            screen.click(edit);
            put(&path, &["غُيّر هذا في مكان آخر."]);
            focus(&mut screen);
            screen.wait(|screen| screen.has_words(changed));
            screen.paint(&format!("others-changed-clean{end}"));
            screen.type_words("وتم ");
            screen.paint(&format!("others-changed{end}"));
            screen.press_with(CTRL, Key::S);
            screen.wait(|screen| !screen.open().is_saving());
            screen.paint(&format!("others-asked{end}"));
            screen.press(Key::Escape);
            std::fs::remove_file(&path).unwrap();
            focus(&mut screen);
            screen.wait(|screen| screen.has_words(gone));
            screen.paint(&format!("others-gone{end}"));
        }
    }
}

#[test]
fn pictures_of_one_taken_over() {
    let path = file("others-taken-pictures", &["عقد المجلس الجهوي اجتماعا عاديا."]);
    for (mode, name) in [(Mode::Light, "others-taken"), (Mode::Dark, "others-taken-dark")] {
        let mut screen = Screen::sized(vec![path.clone()], false, mode, SIZE, 1.0);
        lock_from_elsewhere(&path, "إدريس بناني");
        focus(&mut screen);
        screen.wait(|screen| screen.has_words("انتقل تحرير هذا الملف إلى"));
        screen.paint(name);
        screen.type_words("وتم ");
        screen.press_with(CTRL, Key::S);
        screen.paint(&format!("{name}-asked"));
        std::fs::remove_file(store::lock_of(&path).unwrap()).unwrap();
        screen.press(Key::Escape);
        focus(&mut screen);
        screen.wait(|screen| matches!(screen.open().standing(), Standing::Ours(_)));
    }
}

#[test]
fn settings_sign_the_lock() {
    let folder = folder("others-author");
    let path = folder.join("record.mahdar");
    put(&path, &["نص"]);
    let folders = Folders::inside(&folder.join("kept"));
    store::change(&folders, |settings: &mut store::Settings| settings.author = "نعيمة السوسي".into())
        .unwrap();
    let mut screen = Screen::keeping(folders);
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    let lock = std::fs::read_to_string(store::lock_of(&path).unwrap()).unwrap();
    assert!(lock.contains("نعيمة السوسي"), "{lock}");
}

#[test]
fn what_the_disk_holds_is_compared_with_what_is_here() {
    let path = file("others-compare", &["نص"]);
    let mut screen = window(&path);
    screen.type_words("وص");
    put(&path, &["نص من غيرنا"]);
    focus(&mut screen);
    screen.wait(|screen| screen.has("مقارنة"));
    screen.click("مقارنة");
    assert!(screen.has_words("المقارنة"), "the screen that shows what differs");
    screen.paint("others-compared");
    screen.press(Key::Escape);
    assert!(!screen.has_words("المقارنة"));
    screen.type_words("!");
    assert_eq!(screen.words(), ["نصوص!"], "and the page has the keyboard again");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| screen.has("استبدال الملف"));
    let at = screen.places("مقارنة").last().unwrap().center();
    screen.click_at(at);
    assert!(screen.has_words("المقارنة"), "the question offers it too");
    assert_eq!(words_in(&path), ["نص من غيرنا"]);
}

#[test]
fn a_file_that_must_not_be_written_is_said_and_can_be_edited_all_the_same() {
    let path = file("others-unwritable", &["نص"]);
    let immutable = |how| {
        let done = std::process::Command::new("chattr").arg(how).arg(&path).output();
        done.is_ok_and(|done| done.status.success())
    };
    if !immutable("+i") {
        println!("skipped: chattr +i does not work here");
        return;
    }
    let mut screen = window(&path);
    for _ in 0..100 {
        screen.rest();
        if screen.has_words("محمي من الكتابة") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let told = screen.has_words("محمي من الكتابة");
    screen.type_words("وص");
    screen.paint("others-unwritable");
    assert!(immutable("-i"));
    assert!(told && screen.has_words("ثم احفظ في مكان آخر"));
    assert_eq!(screen.words(), ["نصوص"]);
    focus(&mut screen);
    screen.wait(|screen| !screen.has_words("محمي من الكتابة"));
}
