//! Exports: the words of the record in order, in the form a format asks for, and nothing the public may not see.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test fails by panicking and says what it skipped"
)]

use std::sync::Arc;

use mahdar::document::{
    Atom, Audience, Block, BlockId, BlockReview, Change, ChangeId, Comment, CommentId, DateForm, Digits,
    Document, Entry, Field, FieldPath, Id, Kind, Label, Mark, Note, Output, OutputKind, Pending, Person,
    PersonField, PersonForm, PersonId, Piece, RecordId, RichText, Source, Stamp, Step, Subject, Target,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::export::{Eol, Error, Exported, Format, Loss, Options, export, public_record};
use mahdar::store;
use mahdar::template::{Readers, View};

use crate::store::record::{self, Size};

struct Build {
    document: Document,
    next: u32,
}

impl Build {
    fn new() -> Self {
        let mut build = Self { document: Document::new(RecordId(1)), next: 1 };
        let output = Output { title: "بلاغ".into(), ..Output::new(OutputKind::Communique) };
        build.step(Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }));
        let day = mahdar::arabic::Date::new(2026, 3, 14).unwrap();
        build.step(Step::SetField(Field::Dates(mahdar::arabic::When::day(day))));
        build
    }

    fn step(&mut self, step: Step) {
        self.document.apply(step).unwrap();
    }

    fn block(&mut self, kind: Kind, text: impl Into<RichText>) -> BlockId {
        self.whole(kind, text.into(), Audience::Both, BlockReview::default())
    }

    fn whole(&mut self, kind: Kind, text: RichText, audience: Audience, review: BlockReview) -> BlockId {
        let id = BlockId(Id { session: 1, counter: self.next });
        self.next += 1;
        let after = self.document.blocks().last().map(|block| block.id);
        let block = Block { audience, review, ..Block::new(id, kind, text) };
        self.step(Step::Insert { after, block: Arc::new(block) });
        id
    }

    fn list() -> Self {
        let mut build = Self::new();
        build.block(Kind::default(), "فقرة أولى.");
        build.block(Kind::default(), "فقرة ثانية.");
        build.block(Kind::recommendation(0), "الماء");
        build.block(Kind::recommendation(2), "صيانة السواقي");
        build.block(Kind::recommendation(2), "إحصاء العيون");
        build.block(Kind::recommendation(3), "عيون السفح");
        build.block(Kind::recommendation(0), "الغابة");
        build.block(Kind::recommendation(2), "تشجير الأحزمة");
        build.block(Kind::default(), "خاتمة.");
        build
    }
}

fn view() -> View {
    View::of(OutputKind::Communique)
}

fn exported(document: &Document, view: View, eol: Eol) -> Exported {
    export(document, &view, Options { eol, ..Options::default() }, Format::Txt).unwrap()
}

fn text(document: &Document) -> String {
    String::from_utf8(exported(document, view(), Eol::Lf).bytes).unwrap()
}

fn change(n: u32) -> ChangeId {
    ChangeId(Id { session: 9, counter: n })
}

fn person(n: u32) -> PersonId {
    PersonId(Id { session: 8, counter: n })
}

// Plain text.

#[test]
fn paragraphs_stand_apart_and_lists_together() {
    let expected = [
        "بلاغ",
        "",
        "فقرة أولى.",
        "",
        "فقرة ثانية.",
        "",
        "المحور الأول: الماء",
        "أ- صيانة السواقي",
        "ب- إحصاء العيون",
        "– عيون السفح",
        "",
        "المحور الثاني: الغابة",
        "أ- تشجير الأحزمة",
        "",
        "خاتمة.",
        "",
    ];
    assert_eq!(text(&Build::list().document), expected.join("\n"));
}

#[test]
fn the_text_ends_with_one_line_break_and_has_no_byte_order_mark() {
    let bytes = exported(&Build::list().document, view(), Eol::Lf).bytes;
    assert!(bytes.ends_with(b"\n") && !bytes.ends_with(b"\n\n"));
    assert!(!bytes.starts_with(&[0xEF, 0xBB, 0xBF]));
}

#[test]
fn windows_line_ends_change_nothing_else() {
    let document = Build::list().document;
    let crlf = String::from_utf8(exported(&document, view(), Eol::Crlf).bytes).unwrap();
    assert_eq!(crlf.replace("\r\n", "\n"), text(&document));
    assert_eq!(crlf.matches('\n').count(), crlf.matches("\r\n").count());
}

#[test]
fn bullets_can_be_chosen_for_everything_below_the_axes() {
    let view = View { bullets: Some(Label::EnDash), ..view() };
    let text = String::from_utf8(exported(&Build::list().document, view, Eol::Lf).bytes).unwrap();
    assert!(text.contains("– صيانة السواقي\n– إحصاء العيون\n– عيون السفح\n"), "{text}");
    assert!(text.contains("المحور الثاني: الغابة\n"), "{text}");
}

#[test]
fn digits_can_be_arabic() {
    let mut build = Build::new();
    for _ in 0..2 {
        build.block(Kind::recommendation(1), "بند");
    }
    let view = View { digits: Some(Digits::Arabic), ..view() };
    let text = String::from_utf8(exported(&build.document, view, Eol::Lf).bytes).unwrap();
    assert!(text.contains("١- بند\n٢- بند"), "{text}");
}

#[test]
fn the_text_is_normal_and_free_of_direction_controls() {
    let mut build = Build::new();
    build.block(Kind::default(), "الأ\u{200F}مل cafe\u{301} \u{202B}نص\u{202C} \u{2066}PDF\u{2069} «29.11»");
    assert_eq!(text(&build.document), "بلاغ\n\nالأمل café نص PDF «29.11»\n");
}

#[test]
fn zero_width_joiners_between_letters_survive() {
    let mut build = Build::new();
    build.block(Kind::default(), "سنة 1448 ه\u{200D} موافق");
    assert!(text(&build.document).contains("ه\u{200D} موافق"));
}

#[test]
fn empty_blocks_leave_no_trace() {
    let mut build = Build::new();
    build.block(Kind::default(), "");
    build.block(Kind::default(), "نص");
    build.block(Kind::default(), "  ");
    assert_eq!(text(&build.document), "بلاغ\n\nنص\n");
}

#[test]
fn nothing_to_write_is_an_error() {
    let document = Document::new(RecordId(1));
    let options = Options::default();
    assert_eq!(export(&document, &view(), options, Format::Txt).unwrap_err(), Error::Empty);
}

#[test]
fn the_same_record_gives_the_same_text() {
    let document = record::record(Size::PAGE);
    assert_eq!(text(&document), text(&document));
}

#[test]
fn a_long_text_holds_every_word_of_its_blocks_in_order() {
    let document = record::record(Size { words: 3000, each: 30 });
    let out = text(&document);
    let mut rest = out.as_str();
    for block in document.blocks().iter().filter(|block| block.audience == Audience::Both) {
        if block.text.atoms().next().is_some() {
            continue;
        }
        let at = rest.find(block.text.text());
        assert!(at.is_some(), "{:?}", block.text);
        rest = rest.split_at(at.unwrap()).1;
    }
}

// Warnings.

#[test]
fn a_field_without_a_value_is_a_warning_with_its_place() {
    let mut build = Build::new();
    build.step(Step::SetField(Field::Dates(mahdar::arabic::When::Unset)));
    let pieces = [Piece::Text("انعقد ".into()), Piece::Field(Atom::Dates(DateForm::WithDay))];
    let id = build.block(Kind::default(), RichText::from_pieces(pieces).unwrap());
    let exported = exported(&build.document, view(), Eol::Lf);
    let warning = exported.warnings.first().unwrap();
    let place = warning.place.clone().unwrap();
    assert_eq!(warning.what, Loss::Unresolved(Atom::Dates(DateForm::WithDay)));
    assert_eq!((place.target, place.offset), (Target::Block(id), "انعقد ".len()));
}

#[test]
fn a_gender_nobody_stated_is_a_warning() {
    let mut editor = Editor::new(Build::new().document, 2);
    let verb = Atom::Verb { masculine: "ترأس".into(), feminine: "ترأست".into(), of: Subject::Chair };
    let path = |field| FieldPath::Chair(0, field);
    for command in [
        Command::SetField { path: path(PersonField::Name), value: "نور السعيدي".into() },
        Command::Append(Kind::default()),
        Command::InsertField(verb.clone()),
        Command::InsertField(Atom::Chair(PersonForm::Name)),
    ] {
        editor.run(command, &Moment::default()).unwrap();
    }
    let losses = |editor: &Editor| -> Vec<Loss> {
        let warnings = exported(editor.document(), view(), Eol::Lf).warnings;
        warnings.into_iter().map(|warning| warning.what).collect()
    };
    assert_eq!(losses(&editor), [Loss::Open(verb), Loss::Open(Atom::Chair(PersonForm::Name))]);
    let command = Command::SetField { path: path(PersonField::Gender), value: "female".into() };
    editor.run(command, &Moment::default()).unwrap();
    assert_eq!(losses(&editor), []);
}

#[test]
fn blocks_left_out_for_the_public_are_counted() {
    let mut build = Build::list();
    build.whole(Kind::default(), "سر".into(), Audience::MinutesOnly, BlockReview::default());
    let public = exported(&build.document, view(), Eol::Lf);
    assert_eq!(public.warnings.iter().map(|one| one.what.clone()).collect::<Vec<_>>(), [Loss::LeftOut(1)]);
    assert!(!String::from_utf8(public.bytes).unwrap().contains("سر"));
}

// The public record.

/// A record with something of everything that is not for the public; every such thing says «خفي».
fn confidential() -> Build {
    let mut build = Build::list();
    let hidden = |n: u32| format!("خفي{n}");
    build.whole(Kind::default(), hidden(1).as_str().into(), Audience::MinutesOnly, BlockReview::default());
    build.block(Kind::Note(Note::default()), hidden(2).as_str());
    let deleted = [
        Piece::Text("باق ".into()),
        Piece::Marked(vec![Mark::Deleted(change(1))], hidden(3)),
        Piece::Marked(vec![Mark::Inserted(change(2)), Mark::Bold], "مقترح".into()),
        Piece::Marked(vec![Mark::Remark(CommentId(Id { session: 9, counter: 3 }))], " معلق".into()),
    ];
    build.block(Kind::default(), RichText::from_pieces(deleted).unwrap());
    let removed = BlockReview { removed: Some(change(1)), ..BlockReview::default() };
    build.whole(Kind::default(), hidden(4).as_str().into(), Audience::Both, removed);
    let audience = Pending::Audience(BlockId(Id { session: 1, counter: 10 }), Audience::Both);
    for (n, pending) in [(1, Pending::Text), (2, Pending::Text), (4, audience)] {
        let change_made = Change { author: hidden(5), at: Stamp(1), pending };
        build.step(Step::Put(Entry::Change(change(n), Some(Box::new(change_made)))));
    }
    let comment = Comment {
        author: hidden(6),
        at: Stamp(1),
        text: hidden(7),
        quoted: hidden(8),
        answers: None,
        resolved: None,
    };
    build.step(Step::Put(Entry::Comment(CommentId(Id { session: 9, counter: 3 }), Some(comment))));
    let source = Source { name: hidden(9), text: hidden(10).into(), guesses: Vec::new() };
    build.step(Step::SetField(Field::Source(Some(source))));
    for (n, name) in [(1, "ليلى المرابط"), (2, "خفي11")] {
        let person_known =
            Person { name: name.into(), phone: hidden(12), identity: hidden(13), ..Person::default() };
        build.step(Step::Put(Entry::Person(person(n), Some(person_known))));
    }
    build.step(Step::SetField(Field::Chairs(vec![person(1)])));
    let minutes =
        Output { title: hidden(14).as_str().into(), number: hidden(15), ..Output::new(OutputKind::Minutes) };
    build.step(Step::SetField(Field::Output { kind: minutes.kind, at: 1, entry: Some(Box::new(minutes)) }));
    build
}

#[test]
fn a_public_record_holds_nothing_that_is_not_for_the_public() {
    let document = confidential().document;
    let public = public_record(&document, OutputKind::Communique, RecordId(77)).unwrap();
    let file = store::write(&public);
    assert!(!file.contains("خفي"), "{file}");
    assert!(file.contains("ليلى المرابط") && file.contains("باق مقترح") || file.contains("مقترح"), "{file}");
    assert_eq!(public.id(), RecordId(77));
    assert!(public.comments().is_empty() && public.changes().is_empty() && public.revisions().is_empty());
    assert_eq!(public.check(), []);
}

#[test]
fn a_public_record_reads_like_the_public_text() {
    let document = confidential().document;
    let public = public_record(&document, OutputKind::Communique, RecordId(77)).unwrap();
    assert_eq!(text(&public), text(&document));
}

#[test]
fn a_public_record_of_a_sound_record_keeps_its_public_blocks() {
    let document = record::record(Size { words: 2000, each: 30 });
    let public = public_record(&document, OutputKind::Communique, RecordId(5)).unwrap();
    let kept = document.blocks().iter().filter(|block| block.audience != Audience::MinutesOnly).count();
    assert_eq!(public.blocks().len(), kept);
    assert!(public.people().values().all(|person| person.phone.is_empty()));
    assert_eq!(text(&public), text(&document));
    assert_eq!(store::parse(store::write(&public).as_bytes()).unwrap(), public);
}

#[test]
fn the_house_reads_what_the_public_does_not() {
    let document = confidential().document;
    let internal = View { readers: Readers::Internal, ..View::of(OutputKind::Minutes) };
    let text = String::from_utf8(exported(&document, internal, Eol::Lf).bytes).unwrap();
    assert!(text.contains("خفي1\n"), "{text}");
    assert!(!text.contains("خفي12") && !text.contains("خفي7"), "{text}");
}
