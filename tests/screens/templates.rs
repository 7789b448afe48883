//! Templates of one's own on the home screen: renamed, duplicated, let go, given away, taken in, edited.

use std::path::Path;

use eframe::egui::{Key, Modifiers};
use mahdar::document::{Language, RecordId, Template};
use mahdar::store::{self, Folders, Settings};
use mahdar::template;
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder};

const NAME: &str = "محضر الكتابة الجهوية";
const MORE: &str = "المزيد عن النموذج «محضر الكتابة الجهوية»";

/// Folders with one template in them.
fn kept(place: &Path) -> Folders {
    let folders = Folders::inside(&place.join("kept"));
    let offer = Template {
        id: "kitaba".into(), name: NAME.into(), about: "لاجتماعات الكتابة كل شهر".into()
    };
    store::save_template(&folders, &template::demo().as_template(RecordId(9), offer)).unwrap();
    folders
}

fn names(folders: &Folders) -> Vec<String> {
    store::own_templates(folders).sound.iter().map(|own| own.document.template().name.clone()).collect()
}

/// Does what is called so in the list of everything the window does.
fn ask(screen: &mut Screen, name: &str) {
    screen.press_with(CTRL, Key::K);
    screen.type_words(name);
    screen.press(Key::Enter);
    screen.rest();
}

fn choose(screen: &mut Screen, item: &str) {
    screen.click(MORE);
    screen.rest();
    screen.click(item);
    screen.rest();
}

#[test]
fn a_template_is_let_go_from_its_card_and_the_toast_brings_it_back() {
    let folders = kept(&folder("template-removed"));
    let mut screen = Screen::keeping(folders.clone());
    assert!(screen.has_words("لاجتماعات الكتابة كل شهر"));
    choose(&mut screen, "حذف");
    assert!(names(&folders).is_empty());
    assert!(!screen.has(MORE));
    screen.click("تراجع");
    screen.rest();
    assert_eq!(names(&folders), [NAME]);
    assert!(screen.has(MORE));
}

#[test]
fn a_template_is_renamed_by_key_and_duplicated() {
    let folders = kept(&folder("template-renamed"));
    let mut screen = Screen::keeping(folders.clone());
    screen.give_keyboard(NAME);
    screen.press(Key::F2);
    screen.rest();
    // The name that is there is selected: what is typed takes its place.
    screen.type_words("محضر المكتب");
    screen.press(Key::Enter);
    screen.rest();
    assert_eq!(names(&folders), ["محضر المكتب"]);
    screen.click("المزيد عن النموذج «محضر المكتب»");
    screen.rest();
    screen.click("إنشاء نسخة");
    screen.rest();
    assert_eq!(names(&folders), ["محضر المكتب", "محضر المكتب 2"]);
    screen.click("تراجع");
    screen.rest();
    assert_eq!(names(&folders), ["محضر المكتب"]);
}

#[test]
fn a_template_given_away_as_a_file_is_taken_in_elsewhere_by_dropping_it() {
    let place = folder("template-shared");
    let folders = kept(&place);
    let mut screen = Screen::keeping(folders);
    choose(&mut screen, "تصدير");
    let file = place.join("نموذج.mahdar-template");
    screen.give_path(&file);
    screen.press(Key::Enter);
    screen.rest();
    assert!(file.exists());
    let elsewhere = Folders::inside(&place.join("elsewhere"));
    let mut screen = Screen::keeping(elsewhere.clone());
    screen.drop_file(&file);
    screen.rest();
    assert_eq!(names(&elsewhere), [NAME]);
    assert!(screen.has(MORE), "it has a card");
    screen.drop_file(&file);
    screen.rest();
    assert_eq!(names(&elsewhere), [NAME], "the same one is not taken twice");
    assert!(screen.has_words("بين نماذجك من قبل"));
}

#[test]
fn a_bad_template_changes_nothing_and_says_why() {
    let place = folder("template-bad");
    let folders = kept(&place);
    let mut screen = Screen::keeping(folders.clone());
    let bad = place.join("bad.mahdar-template");
    std::fs::write(&bad, "// mahdar 2\n(id: \"x\"\n").unwrap();
    screen.drop_file(&bad);
    screen.rest();
    assert!(screen.has_words("ليس هذا الملف نموذجا صالحا"));
    assert!(screen.has_words("لم يتغير شيء من نماذجك"));
    std::fs::write(&bad, "// mahdar 99\n(new: 1)\n").unwrap();
    screen.drop_file(&bad);
    screen.rest();
    assert!(screen.has_words("بإصدار أحدث"));
    assert_eq!(names(&folders), [NAME]);
}

#[test]
fn a_record_taken_in_as_a_template_leaves_its_shape_alone() {
    let place = folder("template-of-record");
    let folders = Folders::inside(&place.join("kept"));
    let file = place.join("محضر شتنبر.mahdar");
    store::save(&template::demo(), &file, None).unwrap();
    let mut screen = Screen::keeping(folders.clone());
    ask(&mut screen, "استيراد نموذج");
    screen.give_path(&file);
    screen.rest();
    let found = store::own_templates(&folders).sound;
    assert_eq!(found[0].document.template().name, "محضر شتنبر");
    assert!(found[0].document.meeting().dates.is_unset());
}

#[test]
fn what_asks_for_a_paragraph_is_written_while_the_template_is_edited() {
    let folders = kept(&folder("template-prompt"));
    let mut screen = Screen::keeping(folders.clone());
    choose(&mut screen, "تعديل");
    assert!(screen.has_words("هذا نموذجك"));
    let prompt = "اذكر ما جاء في كلمة الافتتاح";
    screen.press_with(CTRL, Key::Num4);
    let at = screen.caret().0 - 1;
    ask(&mut screen, "نص الإرشاد");
    screen.press_with(CTRL, Key::A);
    screen.type_words(prompt);
    screen.press(Key::Enter);
    screen.rest();
    ask(&mut screen, "وصف هذا النموذج");
    screen.press_with(CTRL, Key::A);
    screen.type_words("للكتابة وحدها");
    screen.press(Key::Enter);
    screen.rest();
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    let own = &store::own_templates(&folders).sound[0];
    assert_eq!(own.document.template().about, "للكتابة وحدها");
    assert_eq!(own.document.blocks().get_at(at).unwrap().prompt, prompt);
    screen.press_with(CTRL, Key::Z);
    screen.press_with(CTRL, Key::Z);
    assert!(screen.document().blocks().get_at(at).unwrap().prompt.is_empty());
}

#[test]
fn pictures() {
    let folders = kept(&folder("template-pictures"));
    for (name, mode, size, language) in [
        ("templates-light", Mode::Light, SIZE, Language::Arabic),
        ("templates-dark", Mode::Dark, (1093.0, 552.0), Language::Arabic),
        ("templates-french", Mode::Light, SIZE, Language::French),
    ] {
        store::change(&folders, |settings: &mut Settings| settings.language = Some(language)).unwrap();
        let mut screen = Screen::started(&folders, Vec::new(), mode, size);
        for _ in 0..8 {
            screen.step();
        }
        screen.rest();
        if language == Language::Arabic {
            screen.click(MORE);
            screen.rest();
        }
        screen.paint(name);
        screen.press_with(Modifiers::NONE, Key::Escape);
    }
}
