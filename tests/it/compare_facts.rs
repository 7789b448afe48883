//! Every value a record can hold, as a comparison tells it: to people and to the command line.

use std::path::Path;

use mahdar::arabic::When;
use mahdar::document::{
    Attendee, Block, BlockReview, Body, Change, Comment, Document, Entry, Field, Group, GroupId, Id, Kind,
    Language, Letterhead, Next, Output, OutputKind, Pending, Person, Quorum, RecordId, RichText, Session,
    Stamp, Step, Style, Target, Template,
};
use mahdar::edit::compare::{Bit, Fact, Fate, Line, Run, Value, compare};
use mahdar::store::parse;

use crate::record::{block_id, person_id};
use crate::samples::holds;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
}

/// The frozen record that holds everything a file can.
fn everything() -> Document {
    parse(&std::fs::read(root().join("format2/canonical.mahdar")).unwrap()).unwrap()
}

fn apply(document: &mut Document, steps: impl IntoIterator<Item = Step>) {
    for step in steps {
        document.apply(step.clone()).unwrap_or_else(|error| panic!("{step:?}: {error}"));
    }
}

/// The same people, lines, groups, outputs and blocks, with nothing said of any of them.
fn bare(full: &Document) -> Document {
    let mut bare = full.clone();
    let meeting = full.meeting();
    let header = [
        Field::Language(Language::Arabic),
        Field::Style(Style::default()),
        Field::Letterhead(Letterhead::default()),
        Field::Template(Template::default()),
        Field::Source(None),
        Field::Body(Body::default()),
        Field::Session(Session::default()),
        Field::Dates(When::Unset),
        Field::Start(None),
        Field::End(None),
        Field::Venue(String::new()),
        Field::Chairs(Vec::new()),
        Field::Rapporteur(None),
        Field::Quorum(Quorum::default()),
        Field::Next(Next::default()),
    ];
    apply(&mut bare, header.map(Step::SetField));
    apply(
        &mut bare,
        meeting.attendance.people.iter().enumerate().map(|(at, one)| {
            let entry = Some(Attendee::new(one.person));
            Step::SetField(Field::Attendee { person: one.person, at, entry })
        }),
    );
    apply(
        &mut bare,
        meeting.attendance.groups.iter().enumerate().map(|(at, group)| {
            let entry = Group { oblique: String::new(), count: None, ..group.clone() };
            Step::SetField(Field::Group { id: group.id, at, entry: Some(entry) })
        }),
    );
    apply(
        &mut bare,
        full.outputs().iter().enumerate().map(|(at, output)| {
            let entry = Some(Box::new(Output::new(output.kind)));
            Step::SetField(Field::Output { kind: output.kind, at, entry })
        }),
    );
    apply(
        &mut bare,
        full.people().iter().map(|(id, person)| {
            Step::Put(Entry::Person(*id, Some(Person { name: person.name.clone(), ..Person::default() })))
        }),
    );
    for block in full.blocks() {
        let at = Target::Block(block.id);
        apply(
            &mut bare,
            [
                Step::Splice { at, start: 0, end: block.text.len(), insert: RichText::default() },
                Step::SetKind(block.id, Box::default()),
                Step::SetAudience(block.id, mahdar::document::Audience::Both),
                Step::SetReview(block.id, BlockReview::default()),
                Step::SetPrompt(block.id, String::new()),
            ],
        );
    }
    apply(&mut bare, full.comments().keys().map(|id| Step::Put(Entry::Comment(*id, None))));
    apply(&mut bare, full.changes().keys().map(|id| Step::Put(Entry::Change(*id, None))));
    apply(&mut bare, full.revisions().keys().map(|id| Step::Put(Entry::Revision(*id, None))));
    bare
}

fn say(key: &str, args: &[(&'static str, u32)]) -> String {
    let args: Vec<String> = args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
    format!("<{key}{}>", args.concat())
}

/// A value as people and as the command line are told it.
fn value(value: &Value) -> String {
    let (said, plain) = (value.say(&say, &|at: Stamp| format!("@{}", at.0)), value.plain());
    if said == plain { said } else { format!("{said} ({plain})") }
}

fn bit(bit: &Bit) -> String {
    let (said, plain) = (bit.say(&say), bit.plain());
    if said == plain { said } else { format!("{said}({plain})") }
}

fn runs(runs: &[Run]) -> String {
    let sign = |fate: Fate| match fate {
        Fate::Kept => '=',
        Fate::Restyled => '~',
        Fate::Removed => '-',
        Fate::Added => '+',
    };
    let one = |run: &Run| format!("{}{}", sign(run.fate), run.bits.iter().map(bit).collect::<String>());
    runs.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn fact(fact: &Fact) -> String {
    let personal = if fact.personal { " (personal)" } else { "" };
    let (old, new) = (value(&fact.old), value(&fact.new));
    let mut told = format!("{} <{}> {}: {old} -> {new}{personal}\n", fact.path, fact.key, value(&fact.of));
    if !fact.words.is_empty() {
        told.push_str(&format!("    {}\n", runs(&fact.words)));
    }
    told
}

fn line(line: &Line) -> String {
    let place = |at: Option<usize>| at.map_or("-".into(), |at| at.to_string());
    let (old, new) = (line.old.as_ref().map(|spot| spot.at), line.new.as_ref().map(|spot| spot.at));
    let moved = if line.moved { " moved" } else { "" };
    let facts = line.facts.iter().map(|one| format!("  {}", fact(one))).collect::<Vec<_>>().concat();
    format!("{} -> {}{moved} {}: {}\n{facts}", place(old), place(new), value(&line.kind), runs(&line.words))
}

fn told(old: &Document, new: &Document) -> String {
    let comparison = compare(old, new);
    let facts: String = comparison.facts.iter().map(fact).collect();
    let lines: String = comparison.lines.iter().map(line).collect();
    format!("{facts}{lines}{:?}\n", comparison.summary())
}

#[test]
fn every_value_of_a_record_is_told_where_it_comes_and_where_it_goes() {
    let full = everything();
    let bare = bare(&full);
    let empty = Document::new(full.id());
    holds(&root().join("compare/said.txt"), &told(&bare, &full));
    holds(&root().join("compare/unsaid.txt"), &told(&full, &bare));
    holds(&root().join("compare/come.txt"), &told(&empty, &full));
    holds(&root().join("compare/gone.txt"), &told(&full, &empty));
    holds(&root().join("compare/same.txt"), &told(&full, &full.clone()));
}

#[test]
fn every_other_value_in_the_place_of_one_is_told() {
    let full = everything();
    let mut new = full.clone();
    let steps: Vec<Step> = full
        .changes()
        .values()
        .filter_map(|change| match &change.pending {
            Pending::Field(field) => Some(Step::SetField(field.clone())),
            Pending::Kind(id, kind) => Some(Step::SetKind(*id, Box::new(kind.clone()))),
            Pending::Audience(id, audience) => Some(Step::SetAudience(*id, *audience)),
            Pending::Order(id, after) => Some(Step::Move { id: *id, after: *after }),
            Pending::Text => None,
        })
        .collect();
    let mut all = String::new();
    for step in steps {
        let before = new.clone();
        new.apply(step).unwrap();
        all.push_str(&compare(&before, &new).facts.iter().map(fact).collect::<String>());
    }
    holds(&root().join("compare/other.txt"), &format!("{all}\n{}", told(&full, &new)));
}

#[test]
fn what_stands_elsewhere_in_a_list_is_told_by_its_place() {
    let full = everything();
    let mut new = full.clone();
    let attendance = &full.meeting().attendance;
    let (person, group) = (attendance.people.last().unwrap(), attendance.groups.last().unwrap());
    let output = full.output(OutputKind::Short).unwrap();
    apply(
        &mut new,
        [
            Step::SetField(Field::Attendee { person: person.person, at: 1, entry: Some(person.clone()) }),
            Step::SetField(Field::Group { id: group.id, at: 0, entry: Some(group.clone()) }),
            Step::SetField(Field::Output { kind: output.kind, at: 2, entry: Some(Box::new(output.clone())) }),
        ],
    );
    let facts: String = compare(&full, &new).facts.iter().map(fact).collect();
    assert_eq!(
        facts,
        "outputs.short <compare-place> <output-short> (short): 9 -> 3\n\
         meeting.attendance.1 <compare-place> <person-unnamed> (a.7): 7 -> 2\n\
         meeting.groups.0 <compare-place> : 2 -> 1\n"
    );
}

fn grouped(groups: &[(u32, &str)]) -> Document {
    let mut document = Document::new(RecordId(1));
    apply(
        &mut document,
        groups.iter().map(|(counter, words)| {
            let id = GroupId(Id { session: 3, counter: *counter });
            let group = Group { id, nominative: (*words).into(), oblique: String::new(), count: None };
            Step::SetField(Field::Group { id, at: usize::MAX, entry: Some(group) })
        }),
    );
    document
}

#[test]
fn a_group_under_another_id_is_the_same_group() {
    let facts = |old: &[(u32, &str)], new: &[(u32, &str)]| -> String {
        compare(&grouped(old), &grouped(new)).facts.iter().map(fact).collect()
    };
    assert_eq!(
        facts(&[(1, "أعضاء المكتب"), (2, "الضيوف")], &[(1, "أعضاء المكتب"), (9, "الضيوف")]),
        "meeting.groups <compare-other-groups> :  -> 1\n"
    );
    // One whose own id is still there is nobody else's, whatever it is called.
    assert_eq!(
        facts(&[(1, "الضيوف"), (2, "الشركاء")], &[(1, "الشركاء"), (9, "الضيوف")]),
        "meeting.groups <compare-group> : الشركاء -> \n\
         meeting.groups.0.nominative <field-group-nominative> الشركاء: الضيوف -> الشركاء\n\
         meeting.groups.1 <compare-group> :  -> الضيوف\n"
    );
}

#[test]
fn nobody_is_told_to_have_moved_to_where_they_stood() {
    let (old, new) = ([(1, "المكتب"), (2, "الضيوف")], [(3, "الشركاء"), (2, "الضيوف"), (1, "المكتب")]);
    let facts: String = compare(&grouped(&old), &grouped(&new)).facts.iter().map(fact).collect();
    assert_eq!(
        facts,
        "meeting.groups.0 <compare-group> :  -> الشركاء\n\
         meeting.groups.2 <compare-place> المكتب: 1 -> 3\n"
    );
}

fn paragraphs(all: &[(u32, &str)]) -> Document {
    let mut document = Document::new(RecordId(1));
    let mut after = None;
    for (counter, words) in all {
        let block = Block::new(block_id(*counter), Kind::default(), RichText::plain(words));
        apply(&mut document, [Step::Insert { after, block: block.into() }]);
        after = Some(block_id(*counter));
    }
    document
}

#[test]
fn only_a_paragraph_that_shares_half_its_words_is_the_same_under_another_id() {
    let pairs = |old: &str, new: &str| {
        let all = |counter: u32, words| paragraphs(&[(1, "قبل"), (counter, words), (3, "بعد")]);
        let comparison = compare(&all(2, old), &all(9, new));
        comparison
            .lines
            .iter()
            .any(|line| line.old.as_ref().is_some_and(|spot| spot.at == 1) && line.new.is_some())
    };
    assert!(pairs("افتتح الرئيس الجلسة مساء", "افتتح الرئيس اللقاء صباحا"), "half of them");
    assert!(!pairs("افتتح الرئيس الجلسة مساء", "افتتح الكاتب اللقاء صباحا"), "a quarter");
    assert!(!pairs("افتتح الرئيس الجلسة مساء", "ناقش الحاضرون تقرير المالية"), "none");
    assert!(!pairs("افتتح", "افتتح الكاتب اللقاء صباحا في المقر"), "a word of many");
    assert!(!pairs("", "ناقش الحاضرون التقرير"), "nothing");
}

#[test]
fn a_remark_and_a_suggestion_that_change_are_told_as_they_were_and_as_they_are() {
    let (remark, change) = (
        mahdar::document::CommentId(Id { session: 3, counter: 1 }),
        mahdar::document::ChangeId(Id { session: 3, counter: 2 }),
    );
    let made = |text: &str, at: i64| {
        let mut document = Document::new(RecordId(1));
        let comment = Comment {
            author: "سعيد".into(),
            at: Stamp(5),
            text: text.into(),
            quoted: String::new(),
            answers: None,
            resolved: None,
        };
        let suggested = Change { author: "ليلى".into(), at: Stamp(at), pending: Pending::Text };
        apply(
            &mut document,
            [
                Step::Put(Entry::Person(person_id(1), Some(Person::default()))),
                Step::Put(Entry::Comment(remark, Some(comment))),
                Step::Put(Entry::Change(change, Some(Box::new(suggested)))),
            ],
        );
        document
    };
    let facts =
        |old: &Document, new: &Document| -> String { compare(old, new).facts.iter().map(fact).collect() };
    assert_eq!(
        facts(&made("أولا", 7), &made("ثانيا", 7)),
        "comments.3.1 <compare-remark> سعيد: أولا<list-comma>سعيد<list-comma>@5 (أولا, سعيد, 5) -> \
         ثانيا<list-comma>سعيد<list-comma>@5 (ثانيا, سعيد, 5)\n"
    );
    assert_eq!(
        facts(&made("أولا", 7), &made("أولا", 8)),
        "changes.3.2 <compare-suggestion> ليلى: <compare-suggests-text><list-comma>@7 (text, 7) -> \
         <compare-suggests-text><list-comma>@8 (text, 8)\n"
    );
}

#[test]
fn every_mark_put_on_words_or_taken_off_is_told_by_its_name() {
    use mahdar::document::{Colour, CommentId, Mark};
    let id = |counter| Id { session: 3, counter };
    let marks = [
        (Mark::Bold, "bold"),
        (Mark::Underline, "underline"),
        (Mark::Strike, "strike"),
        (Mark::Colour(Colour::Red), "colour"),
        (Mark::Language(Language::French), "language"),
        (Mark::Inserted(mahdar::document::ChangeId(id(1))), "inserted"),
        (Mark::Deleted(mahdar::document::ChangeId(id(1))), "deleted"),
        (Mark::Remark(CommentId(id(2))), "remark"),
    ];
    let words = "قرر المكتب ما يلي";
    let (start, end) = ("قرر ".len(), "قرر المكتب".len());
    for (mark, name) in marks {
        let old = paragraphs(&[(1, words)]);
        let mut new = old.clone();
        let at = Target::Block(block_id(1));
        apply(&mut new, [Step::Mark { at, start, end, mark, spans: vec![(start, end)] }]);
        let (put, taken) = (compare(&old, &new), compare(&new, &old));
        assert_eq!(runs(&put.lines[0].words), "=قرر  ~المكتب = ما يلي", "{name}");
        let told = |all: &[Fact]| -> Vec<(String, String)> {
            all.iter().map(|one| (value(&one.old), value(&one.new))).collect()
        };
        let key = if ["bold", "underline"].contains(&name) { "cmd" } else { "compare-mark" };
        let named = format!("<{key}-{name}> ({name})");
        assert_eq!(told(&put.lines[0].facts), [(String::new(), named.clone())]);
        assert_eq!(told(&taken.lines[0].facts), [(named, String::new())]);
    }
}

#[test]
fn words_are_counted_without_spaces_and_signs() {
    let count = |old: &str, new: &str| {
        let summary = compare(&paragraphs(&[(1, old)]), &paragraphs(&[(1, new)])).summary();
        (summary.words_removed, summary.words_added)
    };
    assert_eq!(count("قرر المكتب", "قرر المكتب، ما يلي: أولا"), (0, 3));
    assert_eq!(count("قرر المكتب.", "قرر المكتب؛"), (0, 0));
    assert_eq!(count("ناقش المكتب التقرير المالي", "قرر"), (4, 1));
    let (old, new) = (paragraphs(&[(1, "أول")]), paragraphs(&[(1, "أول"), (2, "ثان وثالث.")]));
    assert_eq!(
        (compare(&old, &new).summary().words_added, compare(&new, &old).summary().words_removed),
        (2, 2)
    );
}

#[test]
fn whoever_is_called_otherwise_is_still_who_chairs() {
    let named = |name: &str| {
        let mut document = Document::new(RecordId(1));
        let person = Person { name: name.into(), ..Person::default() };
        let signed = mahdar::document::Signatures { signatories: vec![person_id(1)] };
        let block = Block::new(block_id(1), Kind::Signatures(signed), RichText::default());
        apply(
            &mut document,
            [
                Step::Put(Entry::Person(person_id(1), Some(person))),
                Step::SetField(Field::Chairs(vec![person_id(1)])),
                Step::SetField(Field::Rapporteur(Some(person_id(1)))),
                Step::Insert { after: None, block: block.into() },
            ],
        );
        document
    };
    let comparison = compare(&named("ليلى المرابط"), &named("ليلى المرابطي"));
    let facts: String = comparison.facts.iter().map(fact).collect();
    assert_eq!(facts, "meeting.chairs.0.name <field-name> ليلى المرابطي: ليلى المرابط -> ليلى المرابطي\n");
    assert!(comparison.lines[0].is_same());
}
