//! The bodies of a secretariat, by keyboard: entered, given to new records, shared as one file, taken in elsewhere.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers};
use image::{Rgba, RgbaImage};
use mahdar::document::{Language, OutputKind};
use mahdar::store::{self, Bodies, Folders, Picture, Profile, Settings};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder};

const SMALL: (f32, f32) = (1093.0, 552.0);
const OPENS: Modifiers = Modifiers { shift: true, ..CTRL };
const NEW: &str = "هيئة جديدة";

fn png(place: &Path) -> PathBuf {
    let teal = RgbaImage::from_fn(120, 80, |x, y| {
        let ring = (f64::from(x) - 60.0).hypot(f64::from(y) - 40.0);
        if (24.0..36.0).contains(&ring) { Rgba([200, 30, 40, 255]) } else { Rgba([14, 102, 92, 255]) }
    });
    let path = place.join("شعار.png");
    teal.save(&path).unwrap();
    path
}

/// A body with a logo, kept in these folders.
fn kept(place: &Path) -> Folders {
    let folders = Folders::inside(&place.join("kept"));
    let picture = Picture::of(std::fs::read(png(place)).unwrap()).unwrap();
    let mut profile = Profile::default();
    profile.body.name = "الكتابة الجهوية".into();
    profile.body.organisation = "اتحاد الجمعيات البيئية".into();
    profile.letterhead.lines = vec!["اتحاد الجمعيات البيئية".into(), "الكتابة الجهوية".into()];
    profile.letterhead.address = "دار الجمعيات، عين الأرز".into();
    profile.letterhead.logo = picture.file_name();
    profile.picture = picture;
    profile.signatories = vec!["السيدة رقية الصفصافي، الكاتبة الجهوية".into()];
    profile.last.insert(2026, 46);
    let mut other = Profile::default();
    other.body.name = "اللجنة الموضوعاتية للماء والغابة".into();
    other.body.organisation = "اتحاد الجمعيات البيئية".into();
    store::change(&folders, |bodies: &mut Bodies| {
        bodies.put(mahdar::document::RecordId(1), Some(profile));
        bodies.put(mahdar::document::RecordId(2), Some(other));
        bodies.chosen = Some(mahdar::document::RecordId(1));
    })
    .unwrap();
    folders
}

#[test]
fn a_body_is_entered_once_and_new_records_begin_with_it_by_keyboard_alone() {
    let place = folder("entered");
    let folders = Folders::inside(&place.join("kept"));
    let mut screen = Screen::keeping(folders.clone());
    screen.press_with(OPENS, Key::B);
    assert!(screen.has_words("لا هيئات بعد"));
    assert!(screen.is_focused(NEW));
    screen.press(Key::Enter);
    assert!(screen.is_focused("الهيئة"));
    screen.type_words("المكتب الإقليمي");
    screen.press(Key::Tab);
    screen.type_words("اتحاد الجمعيات البيئية");
    for (field, words) in
        [("عنوان المقر", "زنقة الأرز"), ("الموقعون، واحد في كل سطر", "السيدة نعيمة السوسي، الكاتبة الإقليمية")]
    {
        screen.give_keyboard(field);
        screen.type_words(words);
    }
    screen.press(Key::Escape);
    screen.app(|app| app.create("meeting-minutes"));
    let document = screen.document();
    assert_eq!(document.meeting().body.name, "المكتب الإقليمي");
    assert_eq!(document.letterhead().address, "زنقة الأرز");
    assert!(document.people().values().any(|person| person.name == "نعيمة السوسي"));
    assert!(!screen.open().editor().is_changed(), "nobody typed anything into it yet");
    screen.quit();
    assert_eq!(store::load::<Bodies>(&folders).value.len(), 1);
}

#[test]
fn a_body_is_shared_as_one_file_and_taken_in_on_another_machine() {
    let place = folder("shared");
    let mut screen = Screen::keeping(kept(&place));
    screen.press_with(OPENS, Key::B);
    assert!(screen.is_focused("الكتابة الجهوية"));
    screen.click("تصدير إلى ملف");
    let file = place.join("الكتابة.mahdar-body");
    screen.give_path(&file);
    assert!(screen.has_words("كُتبت الهيئة «الكتابة الجهوية»"));
    let there = Folders::inside(&place.join("there"));
    let mut other = Screen::keeping(there.clone());
    other.press_with(OPENS, Key::B);
    other.click("استيراد هيئة");
    other.give_path(&file);
    assert!(other.has_words("أُضيفت الهيئة «الكتابة الجهوية»"));
    other.click("استيراد هيئة");
    other.give_path(&file);
    assert!(other.has_words("حُيّنت الهيئة «الكتابة الجهوية»"), "into the one that is known");
    other.click("تراجع");
    std::fs::write(&file, "// mahdar body 1\n(id: \"00\"").unwrap();
    other.click("استيراد هيئة");
    other.give_path(&file);
    assert!(other.has_words("الكتابة.mahdar-body"), "a broken file is told");
    other.quit();
    let bodies = store::load::<Bodies>(&there).value;
    assert_eq!(bodies.len(), 1);
    let (_, profile) = bodies.by_name()[0];
    assert_eq!((profile.next_number(2026), profile.picture.is_empty()), (47, false));
}

#[test]
fn the_province_of_a_body_is_chosen_from_those_of_its_region() {
    let place = folder("province");
    let folders = kept(&place);
    store::change(&folders, |bodies: &mut Bodies| {
        let id = mahdar::document::RecordId(1);
        let mut profile = bodies.get(id).unwrap().clone();
        profile.body.region = "فاس - مكناس".into();
        profile.body.province = "إقليم الأرز".into();
        bodies.put(id, Some(profile));
    })
    .unwrap();
    let mut screen = Screen::keeping(folders.clone());
    screen.press_with(OPENS, Key::B);
    screen.click("الإقليم: إقليم الأرز");
    assert!(screen.has("إقليم صفرو") && !screen.has("إقليم ميدلت"), "those of the region");
    screen.paint("bodies-provinces");
    screen.press(Key::Escape);
    let province = |folders: &Folders| {
        let bodies = store::load::<Bodies>(folders).value;
        bodies.get(mahdar::document::RecordId(1)).unwrap().body.province.clone()
    };
    assert_eq!(province(&folders), "إقليم الأرز", "what is on no list is kept");
    screen.click("الإقليم: إقليم الأرز");
    screen.click("إقليم صفرو");
    screen.quit();
    assert_eq!(province(&folders), "صفرو");
}

#[test]
fn a_removed_body_comes_back() {
    let place = folder("removed");
    let folders = kept(&place);
    let mut screen = Screen::keeping(folders.clone());
    screen.press_with(OPENS, Key::B);
    screen.click("حذف");
    assert!(screen.has_words("حُذفت الهيئة «الكتابة الجهوية»."));
    screen.click("تراجع");
    screen.quit();
    assert_eq!(store::load::<Bodies>(&folders).value.len(), 2);
}

#[test]
fn numbers_count_on_and_one_used_twice_is_told() {
    let place = folder("numbers");
    let folders = kept(&place);
    let mut screen = Screen::keeping(folders.clone());
    screen.app(|app| app.create("meeting-minutes"));
    screen.app(|app| app.create("meeting-minutes"));
    let take = |screen: &mut Screen| {
        screen.press_with(CTRL, Key::K);
        screen.type_words("رقم الصادر الموالي");
        screen.press(Key::Enter);
    };
    take(&mut screen);
    let number = |screen: &Screen| screen.document().output(OutputKind::Minutes).unwrap().number.clone();
    let first = number(&screen);
    let year = mahdar::arabic::date::today_here().year();
    let after = if year == 2026 { 47 } else { 1 };
    assert_eq!(first, format!("{after}/{year}"));
    screen.press_with(CTRL, Key::Tab);
    take(&mut screen);
    assert_eq!(number(&screen), format!("{}/{year}", after + 1), "never given twice");
    screen.press_with(CTRL, Key::Z);
    screen.press_with(CTRL, Key::Num1);
    screen.give_keyboard("رقم الصادر (المحضر): لازم للمصادقة");
    screen.type_words(&first);
    assert!(screen.has_words("مستعمل في وثيقة أخرى لهذه الهيئة"));
}

#[test]
fn a_logo_is_chosen_and_printed_and_a_missing_one_is_told() {
    let place = folder("logo");
    let folders = kept(&place);
    let mut screen = Screen::keeping(folders.clone());
    screen.press_with(OPENS, Key::B);
    let bad = place.join("bad.png");
    std::fs::write(&bad, "not a picture").unwrap();
    screen.click("اختيار شعار");
    screen.give_path(&bad);
    assert!(screen.has_words("bad.png"));
    screen.press(Key::Escape);
    screen.app(|app| app.create("meeting-minutes"));
    screen.press_with(CTRL, Key::P);
    screen.rest();
    screen.paint("bodies-logo");
    assert!(!screen.has_words("لم يُعثر على الشعار"));
    screen.press_with(CTRL, Key::S);
    screen.give_path(&place.join("محضر.mahdar"));
    screen.wait(|screen| screen.open().path().is_some());
    let logo = screen.document().letterhead().logo.clone();
    screen.wait(|_| place.join(&logo).exists());
    screen.quit();
    let bare = Folders::inside(&place.join("bare"));
    std::fs::remove_file(place.join(&logo)).unwrap();
    let mut screen = Screen::started(&bare, vec![place.join("محضر.mahdar")], Mode::Light, SIZE);
    screen.press_with(CTRL, Key::P);
    screen.rest();
    assert!(screen.has_words("لم يُعثر على الشعار"));
}

#[test]
fn pictures() {
    let place = folder("pictures");
    let folders = kept(&place);
    for (name, mode, size) in [
        ("bodies-light", Mode::Light, SIZE),
        ("bodies-dark", Mode::Dark, SIZE),
        ("bodies-1093", Mode::Light, SMALL),
    ] {
        let mut screen = Screen::started(&folders, Vec::new(), mode, size);
        screen.press_with(OPENS, Key::B);
        screen.paint(name);
    }
    store::change(&folders, |settings: &mut Settings| settings.language = Some(Language::French)).unwrap();
    let mut screen = Screen::started(&folders, Vec::new(), Mode::Light, SIZE);
    screen.press_with(OPENS, Key::B);
    screen.paint("bodies-french");
}

/// A record of the body with the counter, whose text asks for its outgoing number.
fn numbered(place: &Path, folders: &Folders) -> Screen {
    use mahdar::document::{Atom, Block, BlockId, Field, Id, Kind, Output, RichText, Role, Step};
    let mut record = mahdar::document::Document::new(mahdar::document::RecordId(77));
    let body = mahdar::document::Body { name: "الكتابة الجهوية".into(), ..Default::default() };
    let dates = mahdar::arabic::When::day(mahdar::arabic::Date::new(2026, 11, 14).unwrap());
    let kind = OutputKind::Minutes;
    let id = BlockId(Id { session: 3, counter: 1 });
    let lead = Block::new(id, Kind::Paragraph(Role::Lead), RichText::atom(Atom::Number));
    for step in [
        Step::SetField(Field::Body(body)),
        Step::SetField(Field::Dates(dates)),
        Step::SetField(Field::Output { kind, at: 0, entry: Some(Box::new(Output::new(kind))) }),
        Step::Insert { after: None, block: std::sync::Arc::new(lead) },
    ] {
        record.apply(step).unwrap();
    }
    let file = place.join("محضر.mahdar");
    store::save(&record, &file, None).unwrap();
    Screen::started(folders, vec![file], Mode::Light, SIZE)
}

fn number_of(screen: &Screen) -> String {
    screen.document().output(OutputKind::Minutes).unwrap().number.clone()
}

#[test]
fn a_missing_number_is_given_from_its_finding_once() {
    let place = folder("number-finding");
    let mut screen = numbered(&place, &kept(&place));
    screen.app(|app| app.set_panel(Some(mahdar::ui::action::Panel::Checks)));
    let offer = "إدراج \u{2066}47/2026\u{2069}";
    screen.wait(|screen| screen.has(offer));
    screen.paint("number-finding");
    screen.click(offer);
    screen.rest();
    assert_eq!(number_of(&screen), "47/2026");
    assert!(screen.has_words("أُدرج رقم الصادر"));
    screen.wait(|screen| !screen.has(offer));
}

#[test]
fn the_header_gives_the_next_number_at_the_end_of_its_field() {
    let place = folder("number-header");
    let folders = kept(&place);
    let mut screen = numbered(&place, &folders);
    screen.press_with(CTRL, Key::Num1);
    screen.rest();
    let take = "إدراج \u{2066}47/2026\u{2069} (المحضر)";
    assert!(screen.has(take));
    screen.give_keyboard(take);
    screen.rest();
    screen.paint("number-header");
    screen.press(Key::Enter);
    screen.rest();
    assert_eq!(number_of(&screen), "47/2026");
    assert!(!screen.has(take), "the text has its number");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    screen.quit();
    let bodies = store::load::<Bodies>(&folders).value;
    let profile = bodies.get(mahdar::document::RecordId(1)).unwrap();
    assert_eq!(profile.next_number(2026), 48, "nobody else gets it");
}

#[test]
fn a_body_dropped_on_the_window_says_what_it_brought_and_goes_with_its_templates() {
    use mahdar::document::{RecordId, Template};
    let place = folder("body-dropped");
    let folders = kept(&place);
    let bodies = store::load::<Bodies>(&folders).value;
    let offer =
        Template { id: "kitaba".into(), name: "محضر الكتابة".into(), about: String::new() };
    let template = mahdar::template::demo().as_template(RecordId(5), offer);
    let file = place.join("الكتابة.mahdar-body");
    let shared = store::write_body(RecordId(1), bodies.get(RecordId(1)).unwrap(), &[&template]);
    std::fs::write(&file, shared).unwrap();
    let there = Folders::inside(&place.join("there"));
    let mut screen = Screen::keeping(there.clone());
    screen.drop_file(&file);
    screen.rest();
    assert!(screen.has_words("أُضيفت الهيئة «الكتابة الجهوية»"));
    assert!(screen.has_words("شعار") && screen.has_words("موقع واحد") && screen.has_words("نموذج واحد"));
    screen.paint("body-dropped");
    assert_eq!(store::own_templates(&there).sound.len(), 1);
    screen.click("تراجع");
    screen.rest();
    assert!(store::own_templates(&there).sound.is_empty(), "its template went with it");
    screen.quit();
    assert_eq!(store::load::<Bodies>(&there).value.len(), 0);
}

#[test]
fn the_file_of_a_secretariat_of_another_province_writes_over_nothing() {
    use mahdar::document::RecordId;

    let place = folder("two");
    let folders = Folders::inside(&place.join("folders"));
    let secretariat = |province: &str, address: &str, last: u32| {
        let mut profile = Profile::default();
        profile.body.name = "الأمانة الإقليمية".into();
        profile.body.province = province.into();
        profile.letterhead.address = address.into();
        profile.last.insert(2026, last);
        profile
    };
    store::change(&folders, |bodies: &mut Bodies| {
        bodies.put(RecordId(1), Some(secretariat("إفران", "زنقة الأرز", 46)));
    })
    .unwrap();
    let mut screen = Screen::keeping(folders.clone());
    for (id, province, address, last) in [(2, "ميدلت", "زنقة التفاح", 7), (3, "إفران", "زنقة العرعار", 40)]
    {
        let file = place.join(format!("{id}.mahdar-body"));
        let shared = store::write_body(RecordId(id), &secretariat(province, address, last), &[]);
        std::fs::write(&file, shared).unwrap();
        screen.drop_file(&file);
        screen.rest();
    }
    assert!(screen.has("الأمانة الإقليمية (إفران)") && screen.has("الأمانة الإقليمية (ميدلت)"));
    screen.paint("bodies-two");
    screen.quit();
    let bodies = store::load::<Bodies>(&folders).value;
    let kept = |id| {
        let profile = bodies.get(RecordId(id)).unwrap();
        (profile.body.province.clone(), profile.letterhead.address.clone(), profile.next_number(2026))
    };
    assert_eq!(bodies.len(), 2, "the third file was of the first body");
    assert_eq!(kept(2), ("ميدلت".into(), "زنقة التفاح".into(), 8), "each counts by itself");
    assert_eq!(kept(1), ("إفران".into(), "زنقة العرعار".into(), 47), "and no count goes back");
}
