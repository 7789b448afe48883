//! Find and replace in the window, going to a place, counts: by keyboard, in pictures.

use eframe::egui::{Key, Modifiers};
use mahdar::document::{
    self, Annex, Body, Carried, Decision, Document, FieldPath, Kind, Matter, Recommendation, Speaker, Step,
};
use mahdar::ui::theme::Mode;
use mahdar::words::{Language, Words};

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };
const NARROW: (f32, f32) = (1093.0, 552.0);

fn record() -> Document {
    written(&[
        plain("قررت اللجنة الجهوية عقد اجتماعها المقبل، وكلفت لجنة التتبع بالإعداد له."),
        plain("ونوهت بعمل اللجان المحلية، ودعت الى مواصلة العمل."),
        (Kind::recommendation(0), "الماء والغابة"),
        (Kind::recommendation(2), "إحداث لجنة مشتركة"),
        (Kind::recommendation(2), "تقديم تقرير للجنة كل شهر"),
    ])
}

fn window() -> Screen {
    let mut screen = Screen::with("record", &record());
    screen.press_with(CTRL, Key::Home);
    screen
}

/// The words that are selected, in one text.
fn chosen(screen: &Screen) -> String {
    let (at, range) = screen.selected().first().cloned().unwrap();
    screen.words()[at - 1][range].to_owned()
}

fn say(key: &str) -> String {
    Words::new(Language::Arabic).get(key)
}

#[test]
fn words_are_counted_while_they_are_typed_and_walked_by_keys() {
    let mut screen = window();
    screen.press_with(CTRL, Key::F);
    screen.type_words("لجنه");
    assert!(screen.has_words("1 من 4"), "with hamzas and ta marbuta folded, attached letters before it");
    screen.press(Key::Enter);
    assert!(screen.has_words("2 من 4"));
    screen.press(Key::F3);
    assert!(screen.has_words("3 من 4"));
    screen.press_with(SHIFT, Key::Enter);
    screen.press_with(SHIFT, Key::F3);
    screen.press_with(SHIFT, Key::F3);
    assert!(screen.has_words("4 من 4"), "before the first comes the last");
    screen.press(Key::Escape);
    assert_eq!(chosen(&screen), "لجنة", "the caret stands at what was looked at");
    assert!(!screen.has(&say("find-whole")), "and the strip is gone");
    screen.press(Key::F3);
    assert_eq!(chosen(&screen), "لجنة", "F3 goes on without it");
    screen.type_words("هيئة");
    assert!(screen.words().iter().any(|words| words.starts_with("قررت الهيئة")), "{:?}", screen.words());
}

#[test]
fn what_is_selected_is_looked_for() {
    let mut screen = window();
    screen.press_with(CTRL, Key::F);
    screen.type_words("العمل");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::F);
    assert!(screen.has_words("1 من 1"));
    screen.type_words("ا");
    assert!(!screen.has_words("1 من 1"), "the words were selected: the letter stands in their place");
}

#[test]
fn all_are_replaced_in_one_step_with_what_is_attached_kept_right() {
    let mut screen = window();
    let before = screen.words();
    screen.press_with(CTRL, Key::H);
    screen.type_words("لجنة");
    screen.give_keyboard(&say("find-with"));
    screen.type_words("هيئة");
    screen.click(&say("find-replace-all"));
    let after = screen.words();
    assert_eq!(after[0], "قررت الهيئة الجهوية عقد اجتماعها المقبل، وكلفت هيئة التتبع بالإعداد له.");
    assert_eq!(after[4], "تقديم تقرير للهيئة كل شهر");
    assert!(screen.has_words("استُبدلت 4 مواضع"));
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words(), before, "one step back");
}

#[test]
fn a_name_is_corrected_everywhere_by_one_step_and_places_stay_in_their_list() {
    let old = "لجنة الغابات";
    let item = Recommendation {
        depth: 2,
        responsible: old.into(),
        addressee: format!("رئاسة {old}"),
        ..Recommendation::default()
    };
    let committee = Matter::Committee { name: old.into(), members: Vec::new() };
    let post = Matter::Appointment { person: None, post: format!("منسق {old}") };
    let decided = |matter| Kind::Decision(Decision { matter, vote: None });
    let mut document = written(&[
        (decided(committee), "إحداث لجنة الغابات"),
        (decided(post), "تعيين المنسق"),
        (decided(Matter::Plan("برنامج لجنة الغابات".into())), "اعتماد البرنامج"),
        (Kind::Intervention(Speaker::Collective(old.into())), "أكدت لجنة الغابات أن المنابع تنضب."),
        (Kind::Recommendation(item), "مراسلة الجماعات"),
        (Kind::Annex(Annex { file: format!("{old}.pdf") }), "ملحق"),
    ]);
    let body = Body {
        name: old.into(),
        region: "الشرق".into(),
        province: "إفران".into(),
        ..document.meeting().body.clone()
    };
    document.apply(Step::SetField(document::Field::Body(body))).unwrap();
    let mut screen = Screen::with("record", &document);
    let before = screen.document().clone();
    let replace = |screen: &mut Screen, from: &str, to: &str| {
        screen.press_with(CTRL, Key::H);
        screen.press_with(CTRL, Key::F);
        screen.press_with(CTRL, Key::A);
        screen.type_words(from);
        screen.give_keyboard(&say("find-with"));
        screen.press_with(CTRL, Key::A);
        screen.type_words(to);
        screen.click(&say("find-replace-all"));
    };
    replace(&mut screen, "الغابات", "السدرة");
    let now = screen.document();
    let carried: Vec<String> = now
        .blocks()
        .iter()
        .flat_map(|block| Carried::of(&block.kind).into_iter().map(|(_, words)| words.to_owned()))
        .collect();
    assert_eq!(
        carried,
        [
            "لجنة السدرة",
            "منسق لجنة السدرة",
            "برنامج لجنة السدرة",
            "لجنة السدرة",
            "رئاسة لجنة السدرة",
            "لجنة السدرة",
            "لجنة الغابات.pdf"
        ],
        "all but the name of a file"
    );
    assert_eq!(now.meeting().body.name, "لجنة السدرة");
    assert_eq!(screen.words()[0], "إحداث لجنة السدرة");
    assert_eq!(screen.words()[3], "أكدت لجنة السدرة أن المنابع تنضب.");
    assert_eq!(now.check(), []);
    assert!(screen.has_words("وبقي موضع واحد"), "the file");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.document(), &before, "one step back");

    replace(&mut screen, "إفران", "خنيفرة");
    assert_eq!(screen.document().meeting().body.province, "خنيفرة", "it is in the list");
    replace(&mut screen, "خنيفرة", "السدرة");
    assert_eq!(screen.document().meeting().body.province, "خنيفرة", "which holds no such province");
    assert!(screen.has_words("لا توجد «السدرة» في لائحة الجهات والأقاليم"));
}

#[test]
fn one_is_replaced_and_the_next_is_shown() {
    let mut screen = window();
    screen.press_with(CTRL, Key::H);
    screen.type_words("لجنة");
    screen.give_keyboard(&say("find-with"));
    screen.type_words("لجنة كبرى");
    screen.press(Key::Enter);
    assert!(screen.words()[0].starts_with("قررت اللجنة كبرى الجهوية"), "{:?}", screen.words());
    assert!(screen.has_words("2 من 4"), "what came in place of it is not found again at once");
    screen.press(Key::Enter);
    assert!(screen.words()[0].contains("وكلفت لجنة كبرى التتبع"));
}

#[test]
fn words_of_a_live_field_lead_to_its_entry() {
    let mut screen = Screen::with("record", &mahdar::template::demo());
    let venue = screen.document().read(FieldPath::Venue);
    screen.press_with(CTRL, Key::H);
    screen.type_words(&venue);
    let bound = say("find-bound");
    assert!(!screen.words().is_empty());
    let mut seen = 0;
    for _ in 0..4 {
        if screen.has_words(&say("find-live")) {
            seen += 1;
            assert!(screen.has_words(&bound), "it is said that they cannot be replaced there");
            screen.click(&say("find-entry"));
            let place = say("field-place");
            assert_eq!(screen.focused().as_deref(), Some(place.as_str()));
            break;
        }
        screen.give_keyboard(&say("cmd-find"));
        screen.press(Key::Enter);
    }
    assert_eq!(seen, 1, "the text says the venue by a field");
}

#[test]
fn a_place_is_gone_to_by_its_number_or_refused() {
    let mut screen = window();
    screen.press_with(CTRL, Key::G);
    screen.type_words("توصية 1.2");
    screen.press(Key::Enter);
    screen.type_words("!");
    assert_eq!(screen.words()[4], "!تقديم تقرير للجنة كل شهر");
    screen.press_with(CTRL, Key::G);
    screen.type_words("محور 7");
    screen.paint("find-goto-none");
    assert!(screen.has_words("لا محور بهذا الرقم. عدد المحاور: 1"));
    screen.press(Key::Enter);
    screen.press(Key::Escape);
    screen.type_words("؟");
    assert_eq!(screen.words()[4], "!؟تقديم تقرير للجنة كل شهر", "the caret is where it was");
    screen.press_with(CTRL, Key::G);
    screen.type_words("2");
    screen.press(Key::Enter);
    screen.type_words("…");
    assert!(screen.words()[1].starts_with('…'));
}

#[test]
fn the_text_and_what_is_selected_are_counted() {
    let mut screen = window();
    screen.press_with(Modifiers { shift: true, ..CTRL }, Key::G);
    assert!(screen.has(&format!("{}: 31 –", say("counts-words"))), "all words, none selected");
    screen.press_with(CTRL, Key::A);
    screen.rest();
    assert!(screen.has(&format!("{}: 31 31", say("counts-words"))));
    assert!(screen.has_words(&format!("{}: 1", say("counts-pages"))));
}

#[test]
fn pictures_of_find_and_replace() {
    let file = folder("pictures").join("record.mahdar");
    std::fs::write(&file, mahdar::store::write(&mahdar::template::demo())).unwrap();
    for (name, language, mode, size) in [
        ("find", Language::Arabic, Mode::Light, SIZE),
        ("find-dark", Language::Arabic, Mode::Dark, SIZE),
        ("find-1093", Language::Arabic, Mode::Light, NARROW),
        ("find-fr", Language::French, Mode::Light, SIZE),
        ("find-fr-1093", Language::French, Mode::Dark, NARROW),
    ] {
        let spoken = match language {
            Language::French => document::Language::French,
            _ => document::Language::Arabic,
        };
        let mut screen = Screen::speaking(vec![file.clone()], spoken, mode, size);
        screen.press_with(CTRL, Key::F);
        screen.type_words("الجمعيات");
        screen.press(Key::Enter);
        screen.paint(name);
        screen.press_with(CTRL, Key::H);
        screen.type_words("الهيئات");
        for _ in 0..40 {
            if screen.has_words(&Words::new(language).get("find-live")) {
                break;
            }
            screen.press(Key::F3);
        }
        screen.paint(&format!("{name}-replace"));
        screen.press(Key::Escape);
        screen.press_with(CTRL, Key::G);
        screen.type_words("2");
        screen.paint(&format!("{name}-goto"));
        screen.press(Key::Escape);
        screen.press_with(CTRL, Key::A);
        screen.press_with(Modifiers { shift: true, ..CTRL }, Key::G);
        screen.paint(&format!("{name}-counts"));
    }
}
