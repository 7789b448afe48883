//! The panel of findings: cards that say what, where and why, and the fixes that put it right.

use std::sync::Arc;

use eframe::egui::{Key, Rect, pos2};
use mahdar::check;
use mahdar::document::{Atom, PersonForm, Piece, Stamp};
use mahdar::document::{
    Block, BlockId, Document, FieldPath, Id, Kind, OutputKind, Place, RichText, Step, Target,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::ui::checks::{Asked, Checks};
use mahdar::ui::theme::{Mode, Theme};
use mahdar::words::{Language, Words};

use crate::screen::{plain, written};
use crate::stage::Stage;

struct Held {
    checks: Checks,
    document: Document,
    findings: Vec<check::Finding>,
    words: Words,
    asked: Vec<Asked>,
}

fn record() -> Document {
    let document = written(&[
        plain("عقدت اللجنة الجهوية اجتماعها بالمقر الجهوي."),
        plain("وتقرر عقد الاجتماع المقبل يوم الأحد 14 نونبر 2026 على الساعة العاشرة."),
    ]);
    let mut editor = Editor::new(document, 1);
    let moment = Moment { now: Stamp(0), millis: 0, author: String::new() };
    let set =
        |path: &str, value: &str| Command::SetField { path: path.parse().unwrap(), value: value.into() };
    for command in [
        Command::AddOutput(OutputKind::Minutes),
        set("meeting.chairs.0.name", "نعيمة السوسي"),
        set("meeting.body.name", "الكتابة الجهوية"),
    ] {
        editor.run(command, &moment).unwrap();
    }
    let mut document = editor.document().clone();
    let text = RichText::from_pieces([Piece::Field(Atom::Chair(PersonForm::Full))]).unwrap();
    let id = BlockId(Id { session: 9, counter: 1 });
    let block = Arc::new(Block::new(id, Kind::default(), text));
    document.apply(Step::Insert { after: None, block }).unwrap();
    document
}

fn stage_of(document: Document, mode: Mode, size: (f32, f32), language: Language) -> Stage<Held> {
    let findings = check::findings(&document);
    let words = Words::new(language);
    let held = Held { checks: Checks::default(), document, findings, words, asked: Vec::new() };
    Stage::new(mode, size, held, |ui, pen, view, held| {
        let rtl = held.words.language().is_right_to_left();
        let left = if rtl { 0.0 } else { view.right() - 360.0 };
        let rect = Rect::from_min_max(pos2(left, 84.0), pos2(left + 360.0, view.bottom()));
        let asked = held.checks.show(ui, pen, rect, &held.document, &held.findings, held.words);
        held.asked.extend(asked);
    })
}

const SIZE: (f32, f32) = (1366.0, 690.0);

fn stage() -> Stage<Held> {
    stage_of(record(), Mode::Light, SIZE, Language::Arabic)
}

#[test]
fn a_card_says_what_where_and_why() {
    let stage = stage();
    assert!(stage.has("خطأ: تاريخ الاجتماع غير مُدخل (الترويسة)"));
    assert!(stage.has("خطأ: عنوان ناقص (العنوان)"));
    assert!(stage.has("خطأ: يوم لا يوافق تاريخه (الفقرة 3)"));
    assert!(stage.has("كُتب يوم الأحد، والحال أن 14 نونبر 2026 يوافق يوم السبت."));
    let first = stage.place_with("غير مُدخل (الترويسة)");
    assert_eq!((first.left(), first.width()), (16.0, 328.0));
}

#[test]
fn cards_are_twelve_apart() {
    let stage = stage();
    let mut cards = stage.places_with(" (");
    cards.sort_by(|a, b| a.top().total_cmp(&b.top()));
    assert!(cards.len() > 3);
    assert!((cards[0].top() - 96.0).abs() < 0.01, "{}", cards[0]);
    for pair in cards.windows(2) {
        assert!((pair[1].top() - pair[0].bottom() - 12.0).abs() < 0.01, "{pair:?}");
    }
}

#[test]
fn a_fix_is_a_command() {
    let mut stage = stage();
    stage.wheel_at(pos2(180.0, 400.0), 2000.0);
    stage.click("كتابة «السبت»");
    let [Asked::Run(Command::Replace { text, .. })] = stage.state().asked.as_slice() else {
        panic!("{:?}", stage.state().asked)
    };
    assert_eq!(text, "السبت");
}

#[test]
fn a_card_shows_its_place_and_is_chosen() {
    let mut stage = stage();
    stage.click("خطأ: تاريخ الاجتماع غير مُدخل (الترويسة)");
    let place = Place::new(Target::Field(FieldPath::Dates), 0);
    assert_eq!(stage.state().asked, [Asked::Jump(place)]);
    let findings = stage.state().findings.clone();
    let chosen = stage.state().checks.index(&findings).unwrap();
    assert_eq!(findings[chosen].what.key(), "finding-missing-date");
    let card = stage.place("خطأ: تاريخ الاجتماع غير مُدخل (الترويسة)");
    let picture = stage.picture();
    // The upper edge, two pixels wide, in the middle of the card.
    assert!((card.center().x - 180.0).abs() < 0.5 && (card.top() - 96.0).abs() < 0.01, "{card}");
    for (y, on) in [(95, false), (96, true), (97, true), (98, false)] {
        let accent = picture.get_pixel(180, y).0 == Theme::LIGHT.accent.to_array();
        assert_eq!(accent, on, "row {y}");
    }
}

#[test]
fn the_next_finding_goes_round() {
    let mut stage = stage();
    let findings = stage.state().findings.clone();
    let mut seen = Vec::new();
    for _ in 0..=findings.len() {
        seen.push(stage.state_mut().checks.next(&findings).unwrap());
    }
    let places: Vec<Place> = findings.iter().map(|finding| finding.place.clone()).collect();
    assert_eq!(seen[..findings.len()], places);
    assert_eq!(seen[findings.len()], places[0]);
    assert_eq!(Checks::default().next(&[]), None);
}

#[test]
fn the_chosen_finding_comes_into_view() {
    let mut stage = stage_of(record(), Mode::Light, (720.0, 480.0), Language::Arabic);
    let findings = stage.state().findings.clone();
    for _ in 0..findings.len() {
        stage.state_mut().checks.next(&findings);
    }
    stage.rest();
    let mut cards = stage.places_with(" (");
    cards.sort_by(|a, b| a.top().total_cmp(&b.top()));
    let last = cards.last().unwrap();
    assert!(last.top() >= 84.0 && last.bottom() <= 452.0, "{last}");
    stage.paint("checks-720");
}

#[test]
fn a_choice_outlives_what_is_put_right() {
    let mut stage = stage();
    stage.click("خطأ: تاريخ الاجتماع غير مُدخل (الترويسة)");
    stage.state_mut().findings.retain(|finding| finding.what.key() != "finding-gender-unknown");
    stage.rest();
    let findings = stage.state().findings.clone();
    let chosen = stage.state().checks.index(&findings).unwrap();
    assert_eq!(findings[chosen].what.key(), "finding-missing-date");
    stage.state_mut().findings.retain(|finding| finding.what.key() != "finding-missing-date");
    let findings = stage.state().findings.clone();
    stage.rest();
    assert_eq!(stage.state().checks.index(&findings), None);
}

#[test]
fn tab_and_arrows_go_through_the_cards() {
    let mut stage = stage();
    stage.press(Key::Tab);
    let first = stage.focused().unwrap();
    assert!(first.contains('('), "{first}");
    stage.press(Key::ArrowDown);
    let second = stage.focused().unwrap();
    assert!(second.contains('(') && second != first, "{second}");
    stage.press(Key::Enter);
    assert!(matches!(stage.state().asked.as_slice(), [Asked::Jump(_)]));
}

#[test]
fn a_record_without_findings_is_told_so() {
    let mut stage = stage();
    stage.state_mut().findings.clear();
    stage.rest();
    assert!(stage.has("لا ملاحظات"));
    assert!(stage.has("كل ما يلزم هذه الوثيقة موجود فيها."));
    stage.paint("checks-none");
}

#[test]
fn every_finding_has_a_head_and_a_reason_in_three_languages() {
    let source = concat!(include_str!("../../src/check/what.rs"), include_str!("../../src/check/guesses.rs"));
    let keys: Vec<&str> = source.split('"').filter(|word| word.starts_with("finding-")).collect();
    assert!(keys.len() >= 10, "{keys:?}");
    let mut without = Vec::new();
    for language in Language::ALL {
        let words = Words::new(language);
        for key in &keys {
            let head = key.replacen("finding-", "check-", 1);
            if !(words.has(&head) && words.has(&format!("{head}-why"))) {
                without.push(format!("{language:?} {head}"));
            }
        }
    }
    assert!(without.is_empty(), "{without:#?}");
}

/// One finding for each of many paragraphs.
fn many(count: usize) -> Document {
    let text = "وتقرر عقد الاجتماع المقبل يوم الأحد 14 نونبر 2026 على الساعة العاشرة.";
    written(&vec![plain(text); count])
}

#[test]
fn hundreds_of_findings_are_drawn_as_fast_as_a_few() {
    let mut took = Vec::new();
    for count in [5, 500] {
        let mut stage = stage_of(many(count), Mode::Light, SIZE, Language::Arabic);
        assert!(stage.state().findings.len() >= count);
        let begun = std::time::Instant::now();
        for _ in 0..60 {
            stage.frame(Vec::new());
        }
        took.push(begun.elapsed() / 60);
    }
    println!("a frame with 5 findings: {:?}, with 500: {:?}", took[0], took[1]);
    assert!(took[1] < took[0] * 20 + std::time::Duration::from_millis(5), "{took:?}");
}

#[test]
fn pictures() {
    let mut stage = stage();
    stage.click("خطأ: تاريخ الاجتماع غير مُدخل (الترويسة)");
    stage.paint("checks");
    stage.wheel_at(pos2(180.0, 400.0), 2000.0);
    stage.paint("checks-end");
    let mut stage = stage_of(record(), Mode::Dark, SIZE, Language::Arabic);
    stage.press(Key::Tab);
    stage.paint("checks-dark");
    stage_of(record(), Mode::Light, (1093.0, 552.0), Language::French).paint("checks-french");
    stage_of(record(), Mode::Light, SIZE, Language::English).paint("checks-english");
}
