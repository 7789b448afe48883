//! What a record holds at most: said in words, refused whole, and nothing slow below it.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use mahdar::document::{
    Block, BlockId, Document, Entry, Field, Group, GroupId, Id, Kind, Limit, Mark, Person, PersonId, Piece,
    Place, RecordId, RichText, Step, StepError, Target,
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
