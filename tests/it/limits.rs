//! What a record holds at most: said in words, refused whole, and nothing slow below it.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use mahdar::arabic::When;
use mahdar::document::{
    Annex, Attendee, Block, BlockId, Body, Change, ChangeId, Comment, CommentId, Decision, Document, Entry,
    Field, Flaw, Group, GroupId, Id, Kind, Letterhead, Limit, Mark, Matter, Next, Note, Output, OutputKind,
    Pending, Person, PersonId, Piece, Place, Recommendation, RecordId, Revision, RevisionId, RichError,
    RichText, Session, Source, Speaker, Stamp, Step, StepError, Target, Template,
};
use mahdar::edit::{Command, EditError, Editor, Moment, Selection, Shift};
use mahdar::export::{Format, Options, export};
use mahdar::store::{OpenError, parse, write};
use mahdar::template::{View, compose};
use mahdar::words::{Language, Words};

fn id(counter: usize) -> Id {
    Id { session: 1, counter: u32::try_from(counter).unwrap() }
}

/// A record of so many short paragraphs, written as people write them.
fn long(blocks: usize) -> Document {
    let lines =
        (1..=blocks).map(|n| format!("  (id: \"1.{n}\", text: [Text(\"فقرة من نص المحضر رقم {n}.\")]),\n"));
    let file = format!(
        "// mahdar 1\n(\n id: \"00000000000000000000000000000001\",\n outputs: [\n  (kind: Minutes),\n ],\n blocks: [\n{} ],\n)\n",
        lines.collect::<String>()
    );
    parse(file.as_bytes()).unwrap()
}

fn editor(blocks: usize) -> Editor {
    Editor::new(long(blocks), 7)
}

fn run(editor: &mut Editor, command: Command) -> Result<(), EditError> {
    editor.run(command, &Moment::default()).map(|_| ())
}

fn at(block: usize, offset: usize) -> Selection {
    Selection::caret(Place::new(Target::Block(BlockId(id(block))), offset))
}

#[track_caller]
fn refused(editor: &mut Editor, command: Command, limit: Limit) {
    let before = editor.document().clone();
    assert_eq!(run(editor, command), Err(EditError::Step(StepError::Beyond(limit))));
    assert_eq!(editor.document(), &before, "nothing is changed");
    assert_eq!(before.check(), []);
}

#[test]
fn every_limit_is_said_in_three_languages() {
    for limit in Limit::ALL {
        for language in Language::ALL {
            let count = limit.shown().to_string();
            let words = Words::new(language);
            assert!(words.has(limit.key()), "{limit:?}");
            assert!(words.with(limit.key(), &[("count", (&count).into())]).contains(&count), "{limit:?}");
        }
    }
}

#[test]
fn the_stated_limits_are_those_of_the_program() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/FORMAT.md")).unwrap();
    for limit in Limit::ALL {
        let digits = limit.shown().to_string();
        let mut shown = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                shown.push(',');
            }
            shown.push(digit);
        }
        let row = page.lines().find(|line| line.starts_with('|') && line.contains(&format!("`{limit:?}`")));
        assert!(row.is_some_and(|row| row.contains(&shown)), "{limit:?}: {shown} in {row:?}");
    }
}

#[test]
fn a_paste_beyond_the_blocks_is_refused_whole() {
    let mut editor = editor(10);
    run(&mut editor, Command::Select(at(5, 0))).unwrap();
    let fits = "سطر\n".repeat(1_000);
    run(&mut editor, Command::PasteText(fits)).unwrap();
    let more = "سطر\n".repeat(Limit::Blocks.most());
    refused(&mut editor, Command::PasteText(more), Limit::Blocks);
}

#[test]
fn a_paragraph_takes_no_more_letters_than_it_holds() {
    let mut editor = editor(1);
    run(&mut editor, Command::Select(at(1, 0))).unwrap();
    let room = Limit::Paragraph.most() - editor.document().blocks()[0].text.text().chars().count();
    run(&mut editor, Command::PasteText("س".repeat(room))).unwrap();
    refused(&mut editor, Command::Type("ص".into()), Limit::Paragraph);
    refused(&mut editor, Command::PasteText("ص".repeat(300_000)), Limit::Paragraph);
    // What makes room is never refused.
    run(&mut editor, Command::Delete(mahdar::edit::Unit::Grapheme, mahdar::edit::Toward::Start)).unwrap();
    run(&mut editor, Command::Type("ص".into())).unwrap();
}

#[test]
fn a_field_of_the_header_takes_no_more_than_a_line() {
    let mut editor = editor(1);
    let value = "س".repeat(Limit::Line.most() + 1);
    refused(&mut editor, Command::SetField { path: "meeting.venue".parse().unwrap(), value }, Limit::Line);
    let value = "س".repeat(Limit::Line.most());
    run(&mut editor, Command::SetField { path: "meeting.venue".parse().unwrap(), value }).unwrap();
}

#[test]
fn the_whole_record_stays_small_enough_to_be_written() {
    let mut editor = editor(1);
    run(&mut editor, Command::Select(at(1, 0))).unwrap();
    // 24 paragraphs of nearly 500 kB in each paste.
    let page = format!("{}\n", "س".repeat(Limit::Paragraph.most() - 100)).repeat(24);
    let page = format!("سطر\n{page}");
    let taken = (0..4).take_while(|_| run(&mut editor, Command::PasteText(page.clone())).is_ok()).count();
    assert_eq!(taken, 2, "two pastes of 12 MB fit, the third does not");
    refused(&mut editor, Command::PasteText(page), Limit::Record);
    assert!(write(editor.document()).len() as u64 <= mahdar::store::LIMIT);
}

#[test]
fn people_and_groups_are_counted() {
    let mut document = Document::new(RecordId(1));
    for n in 0..Limit::People.most() {
        let entry = Entry::Person(PersonId(id(n)), Some(Person::default()));
        document.apply(Step::Put(entry)).unwrap();
    }
    let one_more = Step::Put(Entry::Person(PersonId(id(99_999)), Some(Person::default())));
    assert_eq!(document.apply(one_more), Err(StepError::Beyond(Limit::People)));
    let known = Entry::Person(PersonId(id(5)), Some(Person { name: "ليلى".into(), ..Person::default() }));
    document.apply(Step::Put(known)).unwrap();
    let group = |n: usize| {
        let id = GroupId(id(n));
        let group = Group { id, nominative: String::new(), oblique: String::new(), count: None };
        Step::SetField(Field::Group { id, at: usize::MAX, entry: Some(group) })
    };
    for n in 0..Limit::Groups.most() {
        document.apply(group(n)).unwrap();
    }
    assert_eq!(document.apply(group(99_999)), Err(StepError::Beyond(Limit::Groups)));
}

fn beyond(text: &str) -> Limit {
    match parse(text.as_bytes()) {
        Err(OpenError::Beyond(limit)) => limit,
        other => panic!("{:?}", other.map(|document| document.blocks().len())),
    }
}

#[test]
fn a_file_beyond_a_limit_is_refused_and_says_which() {
    let file = |field: &str| format!("// mahdar 1\n(id: \"00000000000000000000000000000001\", {field})");
    let many = |unit: &str, count: usize| unit.repeat(count);
    assert_eq!(beyond(&file(&format!("blocks: [{}]", many("(),", 60_000)))), Limit::Blocks);
    assert_eq!(beyond(&file(&format!("people: {{{}}}", many("\"1.1\":(),", 20_000)))), Limit::People);
    assert_eq!(beyond(&file(&format!("comments: {{{}}}", many("\"1.1\":(),", 60_000)))), Limit::Remarks);
    assert_eq!(beyond(&file(&format!("meeting: (chairs: [{}])", many("\"1.1\",", 60_000)))), Limit::List);
    let line = "س".repeat(10_001);
    assert_eq!(beyond(&file(&format!("meeting: (venue: \"{line}\")"))), Limit::Line);
    let text = "س".repeat(250_001);
    assert_eq!(
        beyond(&file(&format!("blocks: [(id: \"1.1\", text: [Text(\"{text}\")])]"))),
        Limit::Paragraph
    );
    let piece = many("Marked([Bold],\"س\"),Text(\"س\"),", 11_000);
    assert_eq!(beyond(&file(&format!("blocks: [(id: \"1.1\", text: [{piece}])]"))), Limit::Marks);
    let pieces = format!("(text:[{}]),", many("Text(\"\"),", 45_000));
    assert_eq!(beyond(&file(&format!("blocks: [{}]", many(&pieces, 45)))), Limit::Entries);
}

#[test]
fn what_brackets_and_quotes_stand_in_words_is_not_counted() {
    let text = "(,[{".repeat(50_000);
    let file = format!(
        "// mahdar 1\n(id: \"00000000000000000000000000000001\", blocks: [(id: \"1.1\", text: [Text(\"{text}\"), Text(r#\"{text}\"#)])] /* {text} */)"
    );
    // Two texts of 200,000 letters are one paragraph of too many: that is what is said, not that there is too much of else.
    assert_eq!(beyond(&file), Limit::Paragraph);
    let file = file.replace(&format!("Text(\"{text}\"), "), "");
    assert_eq!(parse(file.as_bytes()).unwrap().blocks().len(), 1);
}

// Every place that holds words, and every list.

type Holder = fn(String) -> Step;

fn person_with(change: impl FnOnce(&mut Person)) -> Step {
    let mut person = Person::default();
    change(&mut person);
    Step::Put(Entry::Person(PersonId(id(1)), Some(person)))
}

fn block_with(kind: Kind, text: &str, prompt: String) -> Step {
    let block = Block { prompt, ..Block::new(BlockId(id(2)), kind, RichText::plain(text)) };
    Step::Insert { after: None, block: Arc::new(block) }
}

fn remark(author: String, text: String, quoted: String) -> Step {
    let comment = Comment { author, at: Stamp(0), text, quoted, answers: None, resolved: None };
    Step::Put(Entry::Comment(CommentId(id(3)), Some(comment)))
}

fn version(author: String, label: String, digest: String) -> Step {
    let kept = Revision { author, at: Stamp(0), label, output: None, digest };
    Step::Put(Entry::Revision(RevisionId(id(4)), Some(kept)))
}

fn group_with(nominative: String, oblique: String) -> Step {
    let id = GroupId(id(5));
    Step::SetField(Field::Group { id, at: 0, entry: Some(Group { id, nominative, oblique, count: None }) })
}

fn output_with(change: impl FnOnce(&mut Output)) -> Step {
    let mut output = Output::new(OutputKind::News);
    change(&mut output);
    Step::SetField(Field::Output { kind: OutputKind::News, at: 0, entry: Some(Box::new(output)) })
}

const NONE: String = String::new();

const KINDS: [fn(String) -> Kind; 9] = [
    |words| Kind::Intervention(Speaker::Collective(words)),
    |words| Kind::Quote(Speaker::Collective(words)),
    |words| Kind::Note(Note { speaker: Speaker::Collective(words), ..Note::default() }),
    |post| decision(Matter::Appointment { person: None, post }),
    |name| decision(Matter::Committee { name, members: Vec::new() }),
    |words| decision(Matter::Plan(words)),
    |addressee| Kind::Recommendation(Recommendation { addressee, ..Recommendation::default() }),
    |responsible| Kind::Recommendation(Recommendation { responsible, ..Recommendation::default() }),
    |file| Kind::Annex(Annex { file }),
];

fn decision(matter: Matter) -> Kind {
    Kind::Decision(Decision { matter, vote: None })
}

const LINES: [Holder; 34] = [
    |words| block_with(Kind::default(), "", words),
    |words| Step::SetPrompt(BlockId(id(1)), words),
    |line| Step::SetField(Field::Letterhead(Letterhead { lines: vec![line], ..Letterhead::default() })),
    |address| Step::SetField(Field::Letterhead(Letterhead { address, ..Letterhead::default() })),
    |contact| Step::SetField(Field::Letterhead(Letterhead { contact, ..Letterhead::default() })),
    |logo| Step::SetField(Field::Letterhead(Letterhead { logo, ..Letterhead::default() })),
    |id| Step::SetField(Field::Template(Template { id, ..Template::default() })),
    |name| Step::SetField(Field::Template(Template { name, ..Template::default() })),
    |about| Step::SetField(Field::Template(Template { about, ..Template::default() })),
    |name| Step::SetField(Field::Body(Body { name, ..Body::default() })),
    |organisation| Step::SetField(Field::Body(Body { organisation, ..Body::default() })),
    |region| Step::SetField(Field::Body(Body { region, ..Body::default() })),
    |province| Step::SetField(Field::Body(Body { province, ..Body::default() })),
    |nature| Step::SetField(Field::Session(Session { nature, ..Session::default() })),
    |theme| Step::SetField(Field::Session(Session { theme, ..Session::default() })),
    |words| Step::SetField(Field::Dates(When::Text(words))),
    |phrase| Step::SetField(Field::Dates(When::Relative { phrase, date: None })),
    |venue| Step::SetField(Field::Venue(venue)),
    |words| Step::SetField(Field::Next(Next { dates: When::Text(words), venue: NONE })),
    |venue| Step::SetField(Field::Next(Next { dates: When::Unset, venue })),
    |reason| {
        let person = PersonId(id(1));
        let entry = Some(Attendee { reason, ..Attendee::new(person) });
        Step::SetField(Field::Attendee { person, at: 0, entry })
    },
    |words| group_with(words, NONE),
    |words| group_with(NONE, words),
    |number| output_with(|output| output.number = number),
    |reference| output_with(|output| output.reference = reference),
    |name| person_with(|person| person.name = name),
    |latin| person_with(|person| person.latin = latin),
    |role| person_with(|person| person.role = role),
    |body| person_with(|person| person.body = body),
    |alias| person_with(|person| person.aliases = vec!["a".into(), alias]),
    |phone| person_with(|person| person.phone = phone),
    |identity| person_with(|person| person.identity = identity),
    |author| remark(author, NONE, NONE),
    |author| {
        let change = Change { author, at: Stamp(0), pending: Pending::Text };
        Step::Put(Entry::Change(ChangeId(id(6)), Some(Box::new(change))))
    },
];

const VERSIONS: [Holder; 3] =
    [|who| version(who, NONE, NONE), |what| version(NONE, what, NONE), |digest| version(NONE, NONE, digest)];

const PARAGRAPHS: [Holder; 5] = [
    |words| block_with(Kind::default(), &words, NONE),
    |words| output_with(|output| output.title = RichText::plain(&words)),
    |words| remark(NONE, words, NONE),
    |words| remark(NONE, NONE, words),
    |words| {
        let insert = RichText::plain(&words);
        Step::Splice { at: Target::Block(BlockId(id(1))), start: 0, end: 0, insert }
    },
];

/// A record with a person and an empty block.
fn small() -> Document {
    let mut document = Document::new(RecordId(1));
    document.apply(person_with(|person| person.name = "ليلى".into())).unwrap();
    let block = Block::new(BlockId(id(1)), Kind::default(), RichText::default());
    document.apply(Step::Insert { after: None, block: Arc::new(block) }).unwrap();
    document
}

/// Asserts that a place takes as many letters as its maximum, and that one more is refused by the step and in a file.
#[track_caller]
fn holds_just(limit: Limit, what: &str, step: impl Fn(String) -> Step) {
    let most = "س".repeat(limit.most());
    let mut document = small();
    let before = document.clone();
    assert_eq!(
        document.apply(step(format!("{most}س"))),
        Err(StepError::Beyond(limit)),
        "{what}: one letter too many"
    );
    assert_eq!(document, before, "{what}");
    document.apply(step(most.clone())).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(document.check(), [], "{what}");
    let file = write(&document);
    assert_eq!(parse(file.as_bytes()).unwrap(), document, "{what}");
    assert_eq!(file.matches(&most).count(), 1, "{what}");
    let longer = file.replace(&most, &format!("{most}س"));
    assert_eq!(beyond(&longer), limit, "{what}: in a file");
}

#[test]
fn every_line_and_paragraph_of_a_record_has_its_maximum() {
    for (at, step) in LINES.iter().chain(&VERSIONS).enumerate() {
        holds_just(Limit::Line, &format!("line {at}"), step);
    }
    for (at, kind) in KINDS.iter().enumerate() {
        holds_just(Limit::Line, &format!("kind {at}"), |words| block_with(kind(words), "", NONE));
        holds_just(Limit::Line, &format!("kind {at} given to a block"), |words| {
            Step::SetKind(BlockId(id(1)), Box::new(kind(words)))
        });
    }
    for (at, step) in PARAGRAPHS.iter().enumerate() {
        holds_just(Limit::Paragraph, &format!("paragraph {at}"), step);
    }
}

/// Asserts that so many entries are taken, that one more is not, that one of them may be replaced and one taken away.
#[track_caller]
fn counts(limit: Limit, what: &str, entry: impl Fn(usize, bool) -> Step) {
    let mut document = small();
    let first = usize::from(what == "blocks" || what == "people");
    for n in first..limit.most() {
        document.apply(entry(n + 10, true)).unwrap();
    }
    assert_eq!(document.apply(entry(9, true)), Err(StepError::Beyond(limit)), "{what}");
    if what != "blocks" {
        document.apply(entry(50, true)).unwrap_or_else(|error| panic!("{what}: {error}"));
    }
    assert_eq!(document.check(), [], "{what}");
    document.apply(entry(50, false)).unwrap_or_else(|error| panic!("{what}: {error}"));
    document.apply(entry(9, true)).unwrap_or_else(|error| panic!("{what}: {error}"));
}

#[test]
fn every_list_of_a_record_has_its_maximum() {
    counts(Limit::People, "people", |n, is| {
        Step::Put(Entry::Person(PersonId(id(n)), is.then(Person::default)))
    });
    counts(Limit::Remarks, "comments", |n, is| {
        let comment =
            Comment { author: NONE, at: Stamp(0), text: NONE, quoted: NONE, answers: None, resolved: None };
        Step::Put(Entry::Comment(CommentId(id(n)), is.then_some(comment)))
    });
    counts(Limit::Remarks, "changes", |n, is| {
        let change = Change { author: NONE, at: Stamp(0), pending: Pending::Text };
        Step::Put(Entry::Change(ChangeId(id(n)), is.then(|| Box::new(change))))
    });
    counts(Limit::Remarks, "versions", |n, is| {
        let kept = Revision { author: NONE, at: Stamp(0), label: NONE, output: None, digest: NONE };
        Step::Put(Entry::Revision(RevisionId(id(n)), is.then_some(kept)))
    });
    counts(Limit::Groups, "groups", |n, is| {
        let id = GroupId(id(n));
        let group = Group { id, nominative: NONE, oblique: NONE, count: None };
        Step::SetField(Field::Group { id, at: usize::MAX, entry: is.then_some(group) })
    });
    counts(Limit::Blocks, "blocks", |n, is| {
        let id = BlockId(id(n));
        if is {
            let block = Arc::new(Block::new(id, Kind::default(), RichText::default()));
            Step::Insert { after: None, block }
        } else {
            Step::Remove(id)
        }
    });
}

#[test]
fn the_chairs_and_the_attendance_list_have_their_maximum() {
    let most = Limit::People.most();
    let mut document = small();
    let chairs = |count: usize| Step::SetField(Field::Chairs(vec![PersonId(id(1)); count]));
    assert_eq!(document.apply(chairs(most + 1)), Err(StepError::Beyond(Limit::People)));
    document.apply(chairs(most)).unwrap();
    assert_eq!(document.check(), []);
    document.apply(chairs(0)).unwrap();
    let attendee = |n: usize, reason: &str| {
        let person = PersonId(id(n));
        let entry = Some(Attendee { reason: reason.into(), ..Attendee::new(person) });
        Step::SetField(Field::Attendee { person, at: usize::MAX, entry })
    };
    for n in 0..most {
        document.apply(attendee(n, "")).unwrap();
    }
    assert_eq!(document.apply(attendee(most, "")), Err(StepError::Beyond(Limit::People)));
    document.apply(attendee(5, "في مهمة")).unwrap();
    assert!(!document.check().contains(&Flaw::Beyond(Limit::People)));
}

#[test]
fn the_marks_of_a_paragraph_have_their_maximum() {
    let most = Limit::Marks.most();
    let letters = |bold: usize| {
        let pair = || [Piece::Marked(vec![Mark::Bold], "ب".into()), Piece::Text("س".into())];
        RichText::from_pieces((0..bold).flat_map(|_| pair())).unwrap()
    };
    let at = || Target::Block(BlockId(id(1)));
    let put = |start: usize, insert: RichText| Step::Splice { at: at(), start, end: start, insert };
    let mark = |start: usize, end: usize, spans: &[(usize, usize)]| Step::Mark {
        at: at(),
        start,
        end,
        mark: Mark::Underline,
        spans: spans.to_vec(),
    };
    let beyond = Err(StepError::Beyond(Limit::Marks));
    let mut document = small();
    assert_eq!(document.apply(put(0, letters(most + 1))), beyond);
    document.apply(put(0, letters(most - 1))).unwrap();
    document.apply(put(0, RichText::plain("نص"))).unwrap();
    assert_eq!(document.apply(mark(0, 6, &[(0, 2), (4, 6)])), beyond, "two more");
    document.apply(mark(0, 6, &[(0, 4)])).unwrap();
    assert_eq!(document.apply(put(0, letters(1))), beyond);
    // Words without a mark go in where they cut none in two.
    assert_eq!(document.apply(put(2, RichText::plain("نص"))), beyond);
    assert_eq!(document.apply(mark(2, 3, &[])), Err(StepError::Text(RichError::Range)));
    document.apply(put(4, RichText::plain("نص"))).unwrap();
    assert_eq!(document.check(), []);
    // Nor may a mark be cut in two by taking it away in the middle.
    document.apply(mark(0, 8, &[(0, 8)])).unwrap();
    assert_eq!(document.apply(mark(2, 4, &[])), beyond);
    let back = document.apply(mark(0, 8, &[])).unwrap();
    let cut = document.apply(put(4, letters(1))).unwrap();
    document.apply(cut).unwrap();
    document.apply(back).unwrap();
    assert_eq!(document.check(), []);
}

#[test]
fn the_text_a_record_was_imported_from_is_no_larger_than_a_record() {
    let from = |bytes: usize| {
        let source =
            Source { name: "محضر.txt".into(), text: "a".repeat(bytes).into(), guesses: Vec::new() };
        Step::SetField(Field::Source(Some(source)))
    };
    let mut document = small();
    assert_eq!(document.apply(from(Limit::Record.most() + 1)), Err(StepError::Beyond(Limit::Record)));
    document.apply(from(Limit::Record.most())).unwrap();
}

#[test]
fn a_replacement_counts_what_it_takes_away() {
    let most = Limit::Paragraph.most();
    let at = || Target::Block(BlockId(id(1)));
    let put = |start: usize, end: usize, words: String| Step::Splice {
        at: at(),
        start,
        end,
        insert: RichText::plain(&words),
    };
    let mut document = small();
    document.apply(put(0, 0, "س".repeat(most))).unwrap();
    // Ten letters of two bytes for ten of one, and for eleven.
    for letters in [11, 20, 21] {
        let longer = put(0, 20, "a".repeat(letters));
        assert_eq!(document.apply(longer), Err(StepError::Beyond(Limit::Paragraph)), "{letters}");
    }
    document.apply(put(0, 20, "a".repeat(10))).unwrap();
    document.apply(put(0, 10, "س".repeat(10))).unwrap();
    assert_eq!(document.apply(put(0, 20, "س".repeat(11))), Err(StepError::Beyond(Limit::Paragraph)));
    assert_eq!(document.check(), []);
}

/// Records that each hold much of one thing, and the step that brings the last of it.
fn heavy() -> Vec<(String, Document, Step)> {
    let words = || "س".repeat(500);
    let mut heavy = Vec::new();
    for field in 0..7 {
        let step = move |n: usize| {
            let mut person = Person::default();
            match field {
                0 => person.name = words(),
                1 => person.latin = words(),
                2 => person.role = words(),
                3 => person.body = words(),
                4 => person.phone = words(),
                5 => person.identity = words(),
                _ => person.aliases = vec![words(), "ليلى".into(), "ل".into()],
            }
            Step::Put(Entry::Person(PersonId(id(n)), Some(person)))
        };
        heavy.push((format!("people {field}"), filled(step), step(900)));
    }
    for field in 0..2 {
        let step = move |n: usize| {
            let (text, quoted) = if field == 0 { (words(), NONE) } else { (NONE, words()) };
            let comment =
                Comment {
                    author: "ليلى".into(), at: Stamp(0), text, quoted, answers: None, resolved: None
                };
            Step::Put(Entry::Comment(CommentId(id(n)), Some(comment)))
        };
        heavy.push((format!("remarks {field}"), filled(step), step(900)));
    }
    for field in 0..3 {
        let step = move |n: usize| {
            let mut block = Block::new(BlockId(id(n)), Kind::default(), RichText::default());
            match field {
                0 => block.text = RichText::plain(&words()),
                1 => block.prompt = words(),
                _ => {
                    let pieces = (0..40).map(|n| match n % 2 {
                        0 => Piece::Marked(vec![Mark::Bold], "ب".into()),
                        _ => Piece::Text("س".into()),
                    });
                    block.text = RichText::from_pieces(pieces).unwrap();
                }
            }
            Step::Insert { after: None, block: Arc::new(block) }
        };
        heavy.push((format!("blocks {field}"), filled(step), step(900)));
    }
    let change = |n: usize| {
        let change = Change { author: "ليلى".into(), at: Stamp(0), pending: Pending::Text };
        Step::Put(Entry::Change(ChangeId(id(n)), Some(Box::new(change))))
    };
    heavy.push(("changes".into(), filled(change), change(900)));
    let kept = |n: usize| {
        let (author, label, digest) = ("ليلى".into(), "ما أرسل".into(), "0".repeat(64));
        let kept = Revision { author, at: Stamp(0), label, output: None, digest };
        Step::Put(Entry::Revision(RevisionId(id(n)), Some(kept)))
    };
    heavy.push(("versions".into(), filled(kept), kept(900)));
    let attendee = |n: usize| {
        let person = PersonId(id(n));
        let entry = Some(Attendee { reason: "س".repeat(50), ..Attendee::new(person) });
        Step::SetField(Field::Attendee { person, at: usize::MAX, entry })
    };
    heavy.push(("attendance".into(), filled(attendee), attendee(900)));
    let source = |n: usize| {
        let source =
            Source { name: "محضر.txt".into(), text: "س".repeat(300 * n).into(), guesses: Vec::new() };
        Step::SetField(Field::Source(Some(source)))
    };
    heavy.push(("source".into(), filled(source), source(900)));
    heavy
}

fn filled(step: impl Fn(usize) -> Step) -> Document {
    let mut document = small();
    for n in 100..400 {
        document.apply(step(n)).unwrap();
    }
    document
}

#[test]
fn a_record_is_weighed_about_as_heavy_as_its_file() {
    for (what, mut document, step) in heavy() {
        let written = write(&document).len();
        let weight = document.weight();
        assert!(weight * 10 >= written * 9, "{what}: {weight} for {written} bytes");
        assert!(weight <= written * 3 + 8192, "{what}: {weight} for {written} bytes");
        let came = step.weight();
        document.apply(step).unwrap();
        let grown = write(&document).len().saturating_sub(written);
        assert!(came * 10 >= grown * 9 || came >= 270_000, "{what}: {came} for {grown} bytes");
        assert!(came <= grown * 4 + 256 || what == "source", "{what}: {came} for {grown} bytes");
    }
}

#[test]
fn a_step_that_marks_or_words_a_block_weighs_what_it_adds() {
    let at = || Target::Block(BlockId(id(1)));
    let pieces = (0..40).map(|n| match n % 2 {
        0 => Piece::Marked(vec![Mark::Bold], "ب".into()),
        _ => Piece::Text("س".into()),
    });
    let marked = RichText::from_pieces(pieces).unwrap();
    let spans: Vec<(usize, usize)> = (0..20).map(|n| (4 * n, 4 * n + 2)).collect();
    let steps = [
        ("words", Step::Splice { at: at(), start: 0, end: 0, insert: RichText::plain(&"س".repeat(500)) }),
        ("marks", Step::Mark { at: at(), start: 0, end: 90, mark: Mark::Strike, spans }),
        ("marked words", Step::Splice { at: at(), start: 0, end: 0, insert: marked }),
        ("a hint", Step::SetPrompt(BlockId(id(1)), "س".repeat(500))),
    ];
    let mut document = small();
    for (what, step) in steps {
        let (before, came) = (write(&document).len(), step.weight());
        document.apply(step).unwrap();
        let grown = write(&document).len() - before;
        assert!(came * 10 >= grown * 9 - 400, "{what}: {came} for {grown} bytes");
        assert!(came <= grown * 4 + 256, "{what}: {came} for {grown} bytes");
    }
    let nothing = Step::Remove(BlockId(id(1)));
    assert_eq!(nothing.weight(), 0, "what takes away brings nothing");
}

#[test]
fn what_stands_in_comments_and_behind_escapes_is_not_counted() {
    let many = ",[(".repeat(20_000);
    let file = |inside: &str| {
        format!(
            "// mahdar 1\n(id: \"00000000000000000000000000000001\", blocks: [(id: \"1.1\", text: [{inside}])])\n"
        )
    };
    for sound in [
        format!("/* /* x */ {many} */"),
        format!("/*/**/{many}*/"),
        format!("/*{many}/*{many}*/{many}*//**/"),
        format!("/***{many}***/"),
        format!("//{many}\n"),
        format!("Text(\"\\\"{many}\\\"{many}\\\\\")"),
        format!("Text(r#\"{many}\"{many}\\\"#)"),
        format!("Text(r##\"{many}\"#{many}\"##)"),
        format!("Text(r\"{many}\\\")"),
    ] {
        let file = file(&sound);
        assert!(parse(file.as_bytes()).is_ok(), "{}", file.get(..140).unwrap());
    }
    // The same outside of them is.
    assert_eq!(beyond(&file(&format!("/* x */{}", ",".repeat(60_000)))), Limit::List);
}

// How time grows.

/// How long this thread has worked, whatever else the machine does: what waits for a turn is not counted.
fn worked() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = told.split_whitespace().next().and_then(|nanos| nanos.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a measure of this test, where the system does not tell its own"
)]
static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);

fn least<T>(times: usize, mut of: impl FnMut() -> T, mut job: impl FnMut(T)) -> Duration {
    let once = || {
        let given = of();
        let from = worked();
        job(given);
        worked().saturating_sub(from)
    };
    std::iter::repeat_with(once).take(times).min().unwrap()
}

/// Asserts that four times as much takes about four times as long, not sixteen.
#[track_caller]
fn linear(what: &str, of: impl Fn(usize) -> Duration) {
    let (one, four) = (of(1_000), of(4_000));
    let bound = one.max(Duration::from_millis(5)) * 9;
    assert!(four < bound, "{what}: {one:?}, then {four:?} for four times as much");
}

#[test]
fn reading_and_writing_grow_with_the_record() {
    linear("parse", |n| {
        let file = write(&long(n));
        least(3, || (), |()| drop(black_box(parse(file.as_bytes()))))
    });
    linear("write", |n| {
        let document = long(n);
        least(3, || (), |()| drop(black_box(write(&document))))
    });
    linear("open to edit", |n| least(3, || long(n), |document| drop(black_box(Editor::new(document, 1)))));
}

#[test]
fn a_text_with_many_marks_is_written_in_time() {
    linear("marks", |n| {
        let pieces = (0..2 * n).map(|n| match n % 2 {
            0 => Piece::Text("نص".into()),
            _ => Piece::Marked(vec![Mark::Bold], "نص".into()),
        });
        let text = RichText::from_pieces(pieces).unwrap();
        let mut document = Document::new(RecordId(1));
        let block = Arc::new(Block::new(BlockId(id(1)), Kind::default(), text));
        document.apply(Step::Insert { after: None, block }).unwrap();
        least(3, || (), |()| drop(black_box(write(&document))))
    });
}

#[test]
fn pasting_deleting_and_taking_back_grow_with_what_is_pasted() {
    let lines = |n: usize| "سطر من نص ملصق\n".repeat(n);
    let pasted = |n: usize| {
        let mut editor = editor(2);
        run(&mut editor, Command::Select(at(1, 0))).unwrap();
        run(&mut editor, Command::PasteText(lines(n))).unwrap();
        editor
    };
    linear("paste", |n| {
        let begun = || (editor(2), lines(n));
        least(3, begun, |(mut editor, text)| run(&mut editor, Command::PasteText(text)).unwrap())
    });
    linear("delete all", |n| {
        least(
            3,
            || pasted(n),
            |mut editor| {
                run(&mut editor, Command::SelectAll).unwrap();
                run(&mut editor, Command::Delete(mahdar::edit::Unit::Grapheme, mahdar::edit::Toward::Start))
                    .unwrap();
            },
        )
    });
    linear("undo", |n| least(3, || pasted(n), |mut editor| drop(editor.undo())));
    linear("undo of delete all", |n| {
        let emptied = || {
            let mut editor = pasted(n);
            run(&mut editor, Command::SelectAll).unwrap();
            run(&mut editor, Command::Delete(mahdar::edit::Unit::Grapheme, mahdar::edit::Toward::Start))
                .unwrap();
            editor
        };
        least(3, emptied, |mut editor| drop(editor.undo()))
    });
    linear("copy", |n| {
        let all = || {
            let mut editor = pasted(n);
            run(&mut editor, Command::SelectAll).unwrap();
            editor
        };
        least(3, all, |editor| drop(black_box(editor.copied())))
    });
}

#[test]
fn moving_and_typing_grow_with_the_record_at_most() {
    linear("move", |n| {
        let begun = || {
            let mut editor = editor(n);
            run(&mut editor, Command::Select(at(n / 2, 0))).unwrap();
            editor
        };
        least(3, begun, |mut editor| {
            (0..20).for_each(|_| run(&mut editor, Command::Move(Shift::Down)).unwrap());
        })
    });
    linear("type", |n| {
        least(
            3,
            || editor(n),
            |mut editor| {
                (0..20).for_each(|_| run(&mut editor, Command::Type("س".into())).unwrap());
            },
        )
    });
}

#[test]
fn what_is_made_of_a_record_grows_with_it() {
    linear("compose", |n| {
        let document = long(n);
        least(2, || (), |()| drop(black_box(compose(&document, &View::main(&document)))))
    });
    linear("findings", |n| {
        let document = long(n);
        least(2, || (), |()| drop(black_box(mahdar::check::findings(&document))))
    });
    linear("text", |n| {
        let document = long(n);
        let view = View::main(&document);
        least(2, || (), |()| drop(black_box(export(&document, &view, Options::default(), Format::Txt))))
    });
    linear("check", |n| {
        let document = long(n);
        least(2, || (), |()| drop(black_box(document.check())))
    });
}
