//! The home screen: cards of templates, records worked on last, and the keys that go through them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use eframe::egui::Key;
use mahdar::arabic::{Date, When};
use mahdar::document::{Ahead, OutputKind, Stamp, State};
use mahdar::store::Recent;
use mahdar::template::TemplateInfo;
use mahdar::ui::action::{Action, Recover};
use mahdar::ui::bars::{Bar, Tone};
use mahdar::ui::home::{Asked, Home, HomeData, RecentRow, TemplateCard};
use mahdar::ui::pen::Icon;
use mahdar::ui::theme::Mode;
use mahdar::ui::widgets::Weight;
use mahdar::words::{Language, Words};

use crate::stage::Stage;

struct Held {
    home: Home,
    data: HomeData,
    found: Vec<Bar>,
    words: Words,
    asked: Vec<Asked>,
}

fn template(id: &str, name: &str, outputs: &[OutputKind]) -> TemplateInfo {
    TemplateInfo { id: id.into(), name: name.into(), about: String::new(), outputs: outputs.into() }
}

fn bundled() -> Vec<TemplateInfo> {
    vec![
        template("regional-communique", "بلاغ اجتماع جهوي", &[OutputKind::Communique]),
        template("council-recommendations", "توصيات المجلس", &[OutputKind::Recommendations]),
        template("minutes", "محضر اجتماع", &[OutputKind::Minutes, OutputKind::AttendanceSheet]),
        template("press-communique", "بلاغ صحفي", &[OutputKind::PressCommunique]),
        template("news-item", "خبر", &[OutputKind::News]),
        template("invitation-agenda", "دعوة", &[OutputKind::Invitation]),
    ]
}

fn own() -> Vec<TemplateInfo> {
    vec![
        template("own-1", "محضر اللجنة الموضوعاتية للماء والغابة بإقليم تيفرت", &[OutputKind::Minutes]),
        template("own-2", "بلاغ الفرع المحلي", &[OutputKind::Communique]),
    ]
}

fn recent(
    file: &str,
    title: &str,
    body: &str,
    day: (i32, u8, u8),
    outputs: &[(OutputKind, State)],
) -> Recent {
    Recent {
        path: PathBuf::from(format!("/tmp/files/{file}")),
        title: title.into(),
        body: body.into(),
        dates: When::day(Date::new(day.0, day.1, day.2).unwrap()),
        outputs: outputs.into(),
        ahead: Ahead::default(),
        opened: Stamp(0),
        caret: None,
    }
}

const GONE: &str = "/tmp/files/tawsiyat-2026.mahdar";

fn recents() -> Vec<Recent> {
    let minutes = |state| (OutputKind::Minutes, state);
    let communique = |state| (OutputKind::Communique, state);
    vec![
        recent(
            "ijtimaa-2026-11.mahdar",
            "محضر الاجتماع الدوري السابع للكتابة الجهوية",
            "الكتابة الجهوية",
            (2026, 11, 14),
            &[minutes(State::Draft), communique(State::Review)],
        ),
        recent(
            "عيون تيفرت 2.mahdar",
            "بلاغ حول وضعية عيون إقليم تيفرت وسبل حماية الفرشة المائية من الاستنزاف خلال فصل الصيف المقبل",
            "اللجنة الموضوعاتية للماء والغابة",
            (2026, 10, 28),
            &[communique(State::Published)],
        ),
        recent(
            "ijtimaa-2026-10.mahdar",
            "محضر الاجتماع الدوري السادس للكتابة الجهوية",
            "الكتابة الجهوية",
            (2026, 10, 10),
            &[minutes(State::Approved), communique(State::Published)],
        ),
        recent(
            "yawm-dirasi.mahdar",
            "توصيات اليوم الدراسي حول تثمين خشب الأرز",
            "المكتب الإقليمي بإقليم أكلمام",
            (2026, 9, 20),
            &[(OutputKind::Recommendations, State::Corrected)],
        ),
        recent(
            "tawsiyat-2026.mahdar",
            "توصيات المجلس الجهوي",
            "المجلس الجهوي",
            (2026, 6, 7),
            &[(OutputKind::Recommendations, State::Approved)],
        ),
    ]
}

fn gathered(own: &[TemplateInfo], recents: &[Recent], language: Language) -> HomeData {
    let missing = BTreeSet::from([PathBuf::from(GONE)]);
    HomeData::gather(&bundled(), own, recents, &missing, Words::new(language))
}

fn stage_of(data: HomeData, mode: Mode, size: (f32, f32), language: Language) -> Stage<Held> {
    let held = Held {
        home: Home::default(),
        data,
        found: Vec::new(),
        words: Words::new(language),
        asked: Vec::new(),
    };
    Stage::new(mode, size, held, |ui, pen, view, held| {
        let asked = held.home.show(ui, pen, view, &held.data, &held.found, held.words);
        if let Some(Asked::Forget(path)) = &asked {
            held.data.recents.retain(|recent| recent.path != *path);
        }
        held.asked.extend(asked);
    })
}

const SIZE: (f32, f32) = (1366.0, 690.0);

fn stage() -> Stage<Held> {
    stage_of(gathered(&[], &recents(), Language::Arabic), Mode::Light, SIZE, Language::Arabic)
}

fn names(cards: &[TemplateCard]) -> Vec<&str> {
    cards.iter().map(|card| card.name.as_str()).collect()
}

#[test]
fn what_is_prepared_most_comes_first_and_own_templates_last() {
    let data = gathered(&own(), &[], Language::Arabic);
    assert_eq!(
        names(&data.templates),
        [
            "محضر اجتماع",
            "بلاغ اجتماع جهوي",
            "دعوة",
            "لائحة الحضور والتوقيع",
            "توصيات المجلس",
            "بلاغ صحفي",
            "خبر",
            "محضر اللجنة الموضوعاتية للماء والغابة بإقليم تيفرت",
            "بلاغ الفرع المحلي",
        ]
    );
    let sheet = &data.templates[3];
    assert_eq!((sheet.id.as_str(), sheet.kind), ("minutes", OutputKind::AttendanceSheet));
}

#[test]
fn a_record_is_told_by_its_title_its_day_and_where_its_texts_stand() {
    let data = gathered(&[], &recents(), Language::Arabic);
    let dates: Vec<&str> = data.recents.iter().map(|recent| recent.date.as_str()).collect();
    assert_eq!(dates[0], "السبت 14 نونبر 2026");
    let french = gathered(&[], &recents(), Language::French);
    assert_eq!(french.recents[0].date, "samedi 14 novembre 2026");
    assert_eq!(
        data.recents.iter().map(|recent| recent.exists).collect::<Vec<_>>(),
        [true, true, true, true, false]
    );
    let mut untitled = recents();
    untitled[0].title = " ".into();
    assert_eq!(gathered(&[], &untitled, Language::Arabic).recents[0].title, "ijtimaa-2026-11");
}

#[test]
fn every_bundled_template_has_its_card_in_three_languages() {
    let bundled = mahdar::template::list();
    for language in Language::ALL {
        let data = HomeData::gather(&bundled, &[], &[], &BTreeSet::new(), Words::new(language));
        assert!(data.templates.len() >= bundled.len());
        for card in &data.templates {
            let bad = |words: &str| words.trim().is_empty() || words.contains("home-about");
            assert!(!bad(&card.name) && !bad(&card.about), "{language:?} {card:?}");
        }
        stage_of(data, Mode::Light, SIZE, language).paint(&format!("home-bundled-{}", language.code()));
    }
}

#[test]
fn a_card_begins_a_record_that_shows_its_text() {
    let mut stage = stage();
    stage.click("لائحة الحضور والتوقيع");
    stage.click("خبر");
    assert_eq!(
        stage.state().asked,
        [
            Asked::New("minutes".into(), OutputKind::AttendanceSheet),
            Asked::New("news-item".into(), OutputKind::News)
        ]
    );
}

#[test]
fn cards_stand_as_drawn_and_mirror() {
    let stage = stage();
    let card = stage.place("محضر اجتماع");
    assert_eq!((card.width(), card.height()), (248.0, 128.0));
    assert_eq!((card.right(), card.top()), (1203.0, 248.0));
    assert!((stage.place("بلاغ اجتماع جهوي").right() - (1203.0 - 264.0)).abs() < 0.01);
    let french = gathered(&[], &recents(), Language::French);
    let french = stage_of(french, Mode::Light, SIZE, Language::French);
    let name = Words::new(Language::French).get("template-minutes");
    assert!((french.place(&name).left() - 163.0).abs() < 0.01);
}

#[test]
fn a_narrow_window_has_two_cards_beside_each_other() {
    let data = gathered(&[], &recents(), Language::Arabic);
    let stage = stage_of(data, Mode::Light, (720.0, 480.0), Language::Arabic);
    let (one, two) = (stage.place("محضر اجتماع"), stage.place("بلاغ اجتماع جهوي"));
    let three = stage.place("دعوة");
    assert_eq!((one.top(), three.top()), (two.top(), one.bottom() + 16.0));
    assert_eq!((three.left(), three.width()), (one.left(), 328.0));
}

#[test]
fn arrows_go_through_cards_and_rows_and_enter_opens() {
    let mut stage = stage();
    stage.press(Key::ArrowDown);
    assert_eq!(stage.focused().unwrap(), "التحضير للاجتماع المقبل");
    stage.press(Key::ArrowDown);
    assert_eq!(stage.focused().unwrap(), "محضر اجتماع");
    stage.press(Key::ArrowLeft);
    assert_eq!(stage.focused().unwrap(), "بلاغ اجتماع جهوي");
    stage.press(Key::ArrowRight);
    stage.press(Key::ArrowDown);
    assert_eq!(stage.focused().unwrap(), "توصيات المجلس");
    stage.press(Key::ArrowUp);
    assert_eq!(stage.focused().unwrap(), "محضر اجتماع");
    stage.press(Key::Enter);
    assert_eq!(stage.state().asked, [Asked::New("minutes".into(), OutputKind::Minutes)]);
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowDown);
    let row = stage.focused().unwrap();
    assert!(row.starts_with("بلاغ حول وضعية عيون"), "{row}");
    assert!(
        row.ends_with("اللجنة الموضوعاتية للماء والغابة · الأربعاء 28 أكتوبر 2026 · البلاغ: منشور"),
        "{row}"
    );
    stage.press(Key::Space);
    let path = PathBuf::from("/tmp/files/عيون تيفرت 2.mahdar");
    assert_eq!(stage.state().asked.last(), Some(&Asked::Open(path)));
}

#[test]
fn delete_takes_a_record_off_the_list() {
    let mut stage = stage();
    for _ in 0..4 {
        stage.press(Key::ArrowDown);
    }
    stage.press(Key::Delete);
    assert_eq!(stage.state().asked, [Asked::Forget("/tmp/files/ijtimaa-2026-11.mahdar".into())]);
    assert!(!stage.has_words("السابع"));
}

#[test]
fn the_dots_of_a_row_offer_what_can_be_done_with_it() {
    let mut stage = stage();
    stage.click("المزيد: محضر الاجتماع الدوري السابع للكتابة الجهوية");
    assert!(stage.has("فتح المجلد"));
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowDown);
    stage.press(Key::Enter);
    let path = PathBuf::from("/tmp/files/ijtimaa-2026-11.mahdar");
    assert_eq!(stage.state().asked, [Asked::Folder(path.clone())]);
    assert!(!stage.has("فتح المجلد"), "the menu is away");
    stage.click("المزيد: محضر الاجتماع الدوري السابع للكتابة الجهوية");
    stage.press(Key::Escape);
    assert!(!stage.has("فتح المجلد"));
    assert_eq!(stage.state().asked.len(), 1);
}

#[test]
fn a_file_that_is_gone_says_so_and_can_be_removed() {
    let mut stage = stage();
    assert!(
        stage.has_words("المجلس الجهوي · الأحد 7 يونيو 2026 · التوصيات: مصادق عليها · لم يعد الملف في مكانه")
    );
    stage.wheel(400.0);
    stage.click("إزالة من اللائحة");
    assert_eq!(stage.state().asked, [Asked::Forget(GONE.into())]);
}

#[test]
fn many_templates_are_asked_for() {
    let many: Vec<TemplateInfo> = (1..=6)
        .map(|at| template(&format!("own-{at}"), &format!("نموذج {at}"), &[OutputKind::Minutes]))
        .collect();
    let data = gathered(&many, &recents(), Language::Arabic);
    let mut stage = stage_of(data, Mode::Light, SIZE, Language::Arabic);
    stage.wheel(400.0);
    assert!(stage.has("نموذج 4") && !stage.has("نموذج 5"));
    stage.click("كل النماذج");
    assert!(stage.has("نموذج 6"));
    stage.click("نماذج أقل");
    assert!(!stage.has("نموذج 5"));
}

#[test]
fn an_empty_home_offers_one_action() {
    let data = gathered(&[], &[], Language::Arabic);
    let mut stage = stage_of(data, Mode::Light, SIZE, Language::Arabic);
    assert!(stage.has("لا وثائق بعد. اختر نموذجا لتبدأ."));
    stage.click("فتح ملف");
    assert_eq!(stage.state().asked, [Asked::Browse]);
    stage.paint("home-empty");
}

#[test]
fn the_keyboard_is_always_in_view() {
    let data = gathered(&own(), &recents(), Language::Arabic);
    let mut stage = stage_of(data, Mode::Light, (720.0, 480.0), Language::Arabic);
    stage.press(Key::ArrowDown);
    stage.press(Key::End);
    stage.press(Key::ArrowUp);
    let row = stage.place_with("اليوم الدراسي حول تثمين خشب الأرز · المكتب");
    assert!(row.top() >= 44.0 && row.bottom() <= 452.0, "{row}");
    stage.paint("home-720-end");
}

#[test]
fn pictures() {
    let arabic = || gathered(&own(), &recents(), Language::Arabic);
    let mut stage = stage_of(arabic(), Mode::Light, SIZE, Language::Arabic);
    stage.hover(stage.place_with("السابع للكتابة الجهوية · الكتابة").center());
    stage.paint("home-own");
    for _ in 0..3 {
        stage.press(Key::ArrowDown);
    }
    stage.wheel(500.0);
    stage.paint("home-own-end");
    let mut stage = stage_of(gathered(&[], &recents(), Language::Arabic), Mode::Dark, SIZE, Language::Arabic);
    stage.click("المزيد: محضر الاجتماع الدوري السابع للكتابة الجهوية");
    stage.paint("home-own-dark");
    let french = gathered(&own(), &recents(), Language::French);
    stage_of(french, Mode::Light, SIZE, Language::French).paint("home-own-french");
    let mut stage = stage_of(arabic(), Mode::Light, (1093.0, 552.0), Language::Arabic);
    stage.paint("home-own-1093");
    let mut stage = stage_of(arabic(), Mode::Light, (720.0, 480.0), Language::Arabic);
    stage.paint("home-own-720");
    let gone: Vec<&RecentRow> = stage.state().data.recents.iter().filter(|recent| !recent.exists).collect();
    assert_eq!(gone.len(), 1);
}

fn card(name: &str, text: &str, detail: &str) -> Bar {
    let offer = |label: &str, weight, what| {
        let action = Action::Recover(PathBuf::from(format!("/tmp/journals/{name}")), what);
        (label.to_owned(), weight, action)
    };
    Bar {
        tone: Tone::Warn,
        icon: Icon::ClockCounterClockwise,
        text: text.into(),
        detail: detail.into(),
        offers: vec![
            offer("فتح النسخة المسترجعة", Weight::Plain, Recover::Open),
            offer("فتح النسختين", Weight::Quiet, Recover::Both),
            offer("مقارنة", Weight::Quiet, Recover::Compare),
            offer("تجاهل", Weight::Quiet, Recover::Discard),
        ],
        close: None,
    }
}

fn with_cards(count: usize) -> Stage<Held> {
    let data = gathered(&[], &recents(), Language::Arabic);
    let mut stage = stage_of(data, Mode::Light, SIZE, Language::Arabic);
    let names = (1..=count).map(|number| format!("اجتماع {number}"));
    stage.state_mut().found = names
        .map(|name| {
            let text = format!("«{name}»: استُرجع ما كُتب قبل الانقطاع إلى حدود 14:31:58");
            card(&name, &text, "412 كلمة · أُضيفت 42 كلمة في 3 فقرات إلى ما في القرص")
        })
        .collect();
    stage.rest();
    stage
}

#[test]
fn a_recovered_record_has_a_card_of_the_design_s_size_above_the_question() {
    let stage = with_cards(1);
    let (card, question) = (stage.place_with("«اجتماع 1»"), stage.place("ما الذي تُعدّه؟"));
    let (open, discard) = (stage.place("فتح النسخة المسترجعة"), stage.place("تجاهل"));
    // The card is 1040 × 56, from 163 to 1203, 24 below the bar; the question follows 16 below it.
    assert!((card.center().y - 96.0).abs() < 1.0 && (open.center().y - 96.0).abs() < 1.0, "{card} {open}");
    assert!(question.top() >= 140.0 && question.top() < 150.0, "{question}");
    assert!(card.right() < 1203.0 && discard.left() >= 163.0 + 8.0, "{card} {discard}");
    assert!(open.right() <= card.left() + 1.0, "words and offers do not meet");
    assert!((open.height() - 28.0).abs() < 0.5);
}

#[test]
fn each_offer_of_a_card_asks_for_its_own_and_more_than_three_cards_wait() {
    let mut stage = with_cards(5);
    assert!(!stage.has_words("«اجتماع 4»"));
    stage.click("عرض كل النسخ المسترجعة (5)");
    assert!(stage.has_words("«اجتماع 5»"));
    stage.click("عرض نسخ أقل");
    assert!(!stage.has_words("«اجتماع 4»"));
    stage.press(Key::ArrowDown);
    stage.press(Key::Home);
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowLeft);
    stage.press(Key::Enter);
    let journal = PathBuf::from("/tmp/journals/اجتماع 2");
    let told = stage.state().asked.last().cloned();
    assert!(
        matches!(told, Some(Asked::Recover(file, Recover::Both | Recover::Compare | Recover::Discard)) if file == journal)
    );
    stage.paint("home-cards");
}
