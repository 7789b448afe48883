//! Findings: silent where a record is sound, exact about the place where it is not.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test fails by panicking and says what it skipped"
)]

use mahdar::check::{Certainty, Finding, What, findings};
use mahdar::document::{
    Atom, Block, BlockId, BodyForm, Document, FieldPath, Id, Kind, OutputKind, PersonField, PersonForm,
    RecordId, RichText, Step, Subject, Target,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::template::{View, compose};

use crate::store::record::{self, Size};

fn editor(kind: OutputKind) -> Editor {
    let mut editor = Editor::new(Document::new(RecordId(1)), 1);
    editor.run(Command::AddOutput(kind), &Moment::default()).unwrap();
    editor
}

fn set(editor: &mut Editor, path: FieldPath, value: &str) {
    editor.run(Command::SetField { path, value: value.into() }, &Moment::default()).unwrap();
}

fn with_block(text: RichText) -> Document {
    let mut document = Document::new(RecordId(1));
    let id = BlockId(Id { session: 1, counter: 1 });
    let block = Block::new(id, Kind::default(), text);
    document.apply(Step::Insert { after: None, block: block.into() }).unwrap();
    document
}

fn only(found: &[Finding], what: &What) -> Finding {
    let all: Vec<&Finding> = found.iter().filter(|finding| finding.what == *what).collect();
    assert_eq!(all.len(), 1, "{found:?}");
    (*all.first().unwrap()).clone()
}

#[test]
fn a_sound_record_has_no_findings() {
    assert_eq!(findings(&record::record(Size::PAGE)), []);
}

#[test]
fn a_wrong_weekday_is_found_and_its_fix_repairs_it() {
    let text = "عقد اللقاء يوم الأحد 14 مارس 2026 بدار المبادرات";
    let mut editor = Editor::new(with_block(RichText::plain(text)), 1);
    let found = findings(editor.document());
    let finding = found.first().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(finding.certainty, Certainty::Error);
    assert_eq!(finding.place.offset, text.find("الأحد").unwrap());
    let fix = finding.fixes.first().unwrap().command.clone();
    editor.run(fix, &Moment::default()).unwrap();
    let right = "عقد اللقاء يوم السبت 14 مارس 2026 بدار المبادرات";
    assert_eq!(editor.document().blocks().first().unwrap().text.text(), right);
    assert_eq!(findings(editor.document()), []);
}

#[test]
fn a_right_weekday_is_left_alone() {
    let document = with_block(RichText::plain("يوم السبت 14 مارس 2026 ثم يوم الأحد 15 مارس 2026"));
    assert_eq!(findings(&document), []);
}

#[test]
fn a_wrong_weekday_in_a_title_is_found_there() {
    let mut editor = editor(OutputKind::Short);
    set(&mut editor, FieldPath::OutputTitle(OutputKind::Short), "لقاء الجمعة 14 مارس 2026");
    let found = findings(editor.document());
    assert!(
        found.iter().any(|one| one.place.target == Target::Title(OutputKind::Short)
            && matches!(one.what, What::Weekday { .. })),
        "{found:?}"
    );
}

#[test]
fn minutes_without_title_and_date_are_wrong() {
    let found = findings(editor(OutputKind::Minutes).document());
    assert_eq!(only(&found, &What::MissingTitle(OutputKind::Minutes)).certainty, Certainty::Error);
    assert_eq!(only(&found, &What::MissingDates).certainty, Certainty::Error);
    assert_eq!(only(&found, &What::MissingChair).certainty, Certainty::Warning);
}

#[test]
fn a_communique_may_lack_place_chair_and_number() {
    let mut editor = editor(OutputKind::Communique);
    set(&mut editor, FieldPath::OutputTitle(OutputKind::Communique), "بلاغ");
    set(&mut editor, FieldPath::BodyName, "المكتب الجهوي");
    set(&mut editor, FieldPath::Dates, "2026-03-14");
    assert_eq!(findings(editor.document()), []);
}

#[test]
fn what_a_public_text_lacks_is_never_an_error() {
    for kind in OutputKind::ALL.into_iter().filter(|kind| !kind.is_internal()) {
        let found = findings(editor(kind).document());
        assert!(!found.is_empty(), "{kind}");
        assert!(found.iter().all(|one| one.certainty != Certainty::Error), "{kind}: {found:?}");
    }
}

#[test]
fn an_invitation_needs_a_place_and_a_date() {
    let found = findings(editor(OutputKind::Invitation).document());
    let place = only(&found, &What::MissingVenue).place;
    assert_eq!(place.target, Target::Field(FieldPath::Venue));
    only(&found, &What::MissingDates);
}

#[test]
fn recommendations_need_at_least_one() {
    let mut editor = editor(OutputKind::Recommendations);
    set(&mut editor, FieldPath::OutputTitle(OutputKind::Recommendations), "توصيات");
    only(&findings(editor.document()), &What::NoRecommendation);
    editor.run(Command::Append(Kind::recommendation(2)), &Moment::default()).unwrap();
    editor.run(Command::Type("دعم الحدائق".into()), &Moment::default()).unwrap();
    assert_eq!(findings(editor.document()), []);
}

#[test]
fn a_chair_of_unknown_gender_is_found_where_the_text_needs_it() {
    let mut editor = editor(OutputKind::Short);
    set(&mut editor, FieldPath::OutputTitle(OutputKind::Short), "خبر");
    set(&mut editor, FieldPath::Chair(0, PersonField::Name), "نور السعيدي");
    assert_eq!(findings(editor.document()), [], "no text needs it yet");
    editor.run(Command::Append(Kind::default()), &Moment::default()).unwrap();
    editor.run(Command::InsertField(Atom::Chair(PersonForm::Full)), &Moment::default()).unwrap();
    let found = findings(editor.document());
    let finding = only(&found, &What::GenderUnknown { name: "نور السعيدي".into() });
    assert_eq!(finding.place.target, Target::Field(FieldPath::Chair(0, PersonField::Gender)));
    let fix = finding.fixes.first().unwrap().command.clone();
    editor.run(fix, &Moment::default()).unwrap();
    assert_eq!(findings(editor.document()), []);
}

#[test]
fn a_body_of_unknown_gender_is_found_where_its_verb_needs_it() {
    let mut editor = editor(OutputKind::Short);
    set(&mut editor, FieldPath::OutputTitle(OutputKind::Short), "خبر");
    set(&mut editor, FieldPath::BodyName, "تنظيمنا المحلي");
    editor.run(Command::Append(Kind::default()), &Moment::default()).unwrap();
    let verb = Atom::Verb { masculine: "عقد".into(), feminine: "عقدت".into(), of: Subject::Body };
    editor.run(Command::InsertField(verb), &Moment::default()).unwrap();
    only(&findings(editor.document()), &What::BodyGenderUnknown);
}

#[test]
fn a_field_without_a_value_is_found_in_its_block() {
    let document = with_block(RichText::atom(Atom::Start));
    let found = findings(&document);
    let finding = only(&found, &What::Unresolved(Atom::Start));
    assert_eq!(finding.place.target, Target::Block(BlockId(Id { session: 1, counter: 1 })));
}

#[test]
fn header_findings_come_before_those_of_the_text() {
    let mut editor = editor(OutputKind::Minutes);
    editor.run(Command::Append(Kind::default()), &Moment::default()).unwrap();
    editor.run(Command::Type("يوم الأحد 14 مارس 2026".into()), &Moment::default()).unwrap();
    let found = findings(editor.document());
    assert!(matches!(found.last().unwrap().what, What::Weekday { .. }), "{found:?}");
    assert!(matches!(found.first().unwrap().place.target, Target::Field(_)), "{found:?}");
}

#[test]
fn every_kind_of_finding_has_words_in_three_languages() {
    use mahdar::words::{Language, Words};
    let date = mahdar::arabic::Date::new(2026, 3, 14).unwrap();
    let (said, right) = (mahdar::arabic::Weekday::Sunday, date.weekday());
    let all = [
        What::Weekday { said, right, date },
        What::MissingTitle(OutputKind::Minutes),
        What::MissingDates,
        What::MissingChair,
        What::MissingBody,
        What::MissingVenue,
        What::MissingNumber(OutputKind::Communique),
        What::NoRecommendation,
        What::GenderUnknown { name: String::new() },
        What::GendersUnknown { count: 1 },
        What::HoldsSeveral { name: String::new(), count: 2 },
        What::ProxyAway { name: String::new() },
        What::OverMembers { present: 3, members: 2, listed: 4 },
        What::BodyGenderUnknown,
        What::UnknownRegion { name: String::new() },
        What::UnknownProvince { name: String::new() },
        What::Unresolved(Atom::Start),
        What::Spared(Atom::Start),
    ];
    for language in Language::ALL {
        for what in &all {
            assert!(Words::new(language).has(what.key()), "{language:?}: {}", what.key());
        }
    }
}

#[test]
fn a_region_nobody_knows_is_kept_shown_and_said() {
    let mut editor = editor(OutputKind::Short);
    set(&mut editor, FieldPath::OutputTitle(OutputKind::Short), "خبر");
    set(&mut editor, FieldPath::BodyRegion, "جهة الواحات العليا");
    set(&mut editor, FieldPath::BodyProvince, "إقليم النخيل");
    editor.run(Command::Append(Kind::default()), &Moment::default()).unwrap();
    editor.run(Command::InsertField(Atom::Body(BodyForm::Region)), &Moment::default()).unwrap();
    let file = mahdar::store::write(editor.document());
    let document = mahdar::store::parse(file.as_bytes()).unwrap();
    assert_eq!(document.meeting().body.region, "جهة الواحات العليا");
    let text = compose(&document, &View::of(OutputKind::Short)).paragraphs;
    let page = compose(&document, &View::page(OutputKind::Short)).paragraphs;
    assert!(text.iter().chain(&page).any(|composed| composed.text.contains("الواحات العليا")), "{page:?}");
    let found = findings(&document);
    let finding = only(&found, &What::UnknownRegion { name: "جهة الواحات العليا".into() });
    assert_eq!(finding.certainty, Certainty::Style);
    assert_eq!(finding.place.target, Target::Field(FieldPath::BodyRegion));
    only(&found, &What::UnknownProvince { name: "إقليم النخيل".into() });
    set(&mut editor, FieldPath::BodyRegion, "جهة فاس-مكناس");
    set(&mut editor, FieldPath::BodyProvince, "Sefrou");
    assert_eq!(findings(editor.document()), []);
}
