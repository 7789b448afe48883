//! The parts of a record: how full each is, what an output needs of it, and the axes.
#![allow(clippy::disallowed_methods, reason = "a test measures how long counting takes")]

use std::time::Instant;

use mahdar::check::{Fill, Part, PartState, parts};
use mahdar::document::{
    Document, FieldPath, Kind, OutputKind, PersonField, RecordId, Role, Signatures, Target,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::template::{Part as Printed, View, compose};

use super::store::record::{Size, record};

fn editor(kind: OutputKind) -> Editor {
    let mut editor = Editor::new(Document::new(RecordId(1)), 1);
    run(&mut editor, Command::AddOutput(kind));
    editor
}

fn run(editor: &mut Editor, command: Command) {
    editor.run(command, &Moment::default()).unwrap();
}

fn set(editor: &mut Editor, path: FieldPath, value: &str) {
    run(editor, Command::SetField { path, value: value.into() });
}

fn add(editor: &mut Editor, kind: Kind, text: &str) {
    run(editor, Command::Append(kind));
    if !text.is_empty() {
        run(editor, Command::Type(text.into()));
    }
}

fn fills(editor: &Editor, output: OutputKind) -> Vec<Fill> {
    parts(editor.document(), output).all().map(|(_, state)| state.fill).collect()
}

#[test]
fn an_empty_record_is_empty_where_nothing_is_needed() {
    let editor = Editor::new(Document::new(RecordId(1)), 1);
    assert_eq!(fills(&editor, OutputKind::Short), [Fill::Empty; 6]);
    assert!(parts(editor.document(), OutputKind::Short).all().all(|(_, state)| state.count.is_none()));
}

#[test]
fn the_header_is_needed_until_the_output_has_what_it_requires() {
    let mut editor = editor(OutputKind::Minutes);
    let header = |editor: &Editor, kind| parts(editor.document(), kind).of(Part::Header).fill;
    assert_eq!(header(&editor, OutputKind::Minutes), Fill::Needed);
    set(&mut editor, FieldPath::BodyName, "المكتب الجهوي");
    set(&mut editor, FieldPath::Dates, "2026-11-14");
    assert_eq!(header(&editor, OutputKind::Minutes), Fill::Needed, "minutes need a chair");
    assert_eq!(header(&editor, OutputKind::Communique), Fill::Filled, "a communiqué does not");
    assert_eq!(header(&editor, OutputKind::Invitation), Fill::Needed, "an invitation needs a place");
    set(&mut editor, FieldPath::Chair(0, PersonField::Name), "ليلى المرابط");
    assert_eq!(header(&editor, OutputKind::Minutes), Fill::Filled);
}

#[test]
fn a_text_without_its_title_and_recommendations_without_any_are_needed() {
    let mut editor = editor(OutputKind::Recommendations);
    let of = |editor: &Editor, part| parts(editor.document(), OutputKind::Recommendations).of(part).fill;
    assert_eq!(of(&editor, Part::Text), Fill::Needed);
    assert_eq!(of(&editor, Part::Recommendations), Fill::Needed);
    assert_eq!(parts(editor.document(), OutputKind::Short).of(Part::Recommendations).fill, Fill::Empty);
    set(&mut editor, FieldPath::OutputTitle(OutputKind::Recommendations), "توصيات");
    add(&mut editor, Kind::recommendation(2), "دعم الحدائق");
    assert_eq!(of(&editor, Part::Text), Fill::Empty);
    assert_eq!(of(&editor, Part::Recommendations), Fill::Filled);
}

#[test]
fn each_part_counts_what_has_words() {
    let mut editor = editor(OutputKind::Short);
    add(&mut editor, Kind::AgendaItem(mahdar::document::AgendaItem::default()), "نقطة");
    add(&mut editor, Kind::Paragraph(Role::Lead), "فقرة");
    add(&mut editor, Kind::Decision(mahdar::document::Decision::default()), "قرار");
    add(&mut editor, Kind::Paragraph(Role::Plain), "");
    add(&mut editor, Kind::recommendation(0), "الماء");
    add(&mut editor, Kind::recommendation(1), "أولى");
    add(&mut editor, Kind::recommendation(2), "ثانية");
    add(&mut editor, Kind::Paragraph(Role::Closing), "ختام");
    let parts = parts(editor.document(), OutputKind::Short);
    let counts: Vec<Option<usize>> = parts.all().map(|(_, state)| state.count).collect();
    assert_eq!(counts, [None, None, Some(1), Some(2), Some(2), None]);
    assert_eq!(parts.of(Part::Closing), PartState { fill: Fill::Filled, count: None });
    let order: Vec<Part> = parts.all().map(|(part, _)| part).collect();
    assert_eq!(order, Part::ALL);
}

#[test]
fn an_empty_line_for_signatures_does_not_fill_the_closing() {
    let mut editor = editor(OutputKind::Short);
    let closing = |editor: &Editor| parts(editor.document(), OutputKind::Short).of(Part::Closing).fill;
    add(&mut editor, Kind::Signatures(Signatures::default()), "");
    assert_eq!(closing(&editor), Fill::Empty);
    set(&mut editor, FieldPath::NextVenue, "دار المبادرات");
    assert_eq!(closing(&editor), Fill::Filled, "the next meeting is part of the closing");
}

#[test]
fn attendance_counts_who_is_listed_and_groups_where_nobody_is() {
    let mut editor = editor(OutputKind::Minutes);
    let count = |editor: &Editor| parts(editor.document(), OutputKind::Minutes).of(Part::Attendance).count;
    assert_eq!(count(&editor), None);
    set(&mut editor, FieldPath::GroupNominative(0), "عضوات وأعضاء المكتب");
    assert_eq!(count(&editor), Some(1), "a group nobody counted");
    set(&mut editor, FieldPath::GroupCount(0), "12");
    assert_eq!(count(&editor), Some(12));
    let page = record(Size::PAGE);
    let listed = page.meeting().attendance.people.len();
    let expected = Some(listed).filter(|count| *count > 0);
    assert_eq!(parts(&page, OutputKind::Minutes).of(Part::Attendance).count, expected);
}

#[test]
fn axes_carry_the_numbers_of_the_page() {
    let mut document = record(Size::PAGES);
    let mut editor = Editor::new(document.clone(), 9);
    // An axis without words takes its number on the page, but no row of the rail.
    run(&mut editor, Command::Append(Kind::recommendation(0)));
    run(&mut editor, Command::Append(Kind::recommendation(0)));
    run(&mut editor, Command::Type("محور أخير".into()));
    document.clone_from(editor.document());
    let parts = parts(&document, OutputKind::Communique);
    let page = compose(&document, &View::page(OutputKind::Communique));
    let axes: Vec<_> =
        page.paragraphs.iter().filter(|composed| composed.part == Printed::Outline(0)).collect();
    let worded: Vec<_> = axes.iter().filter(|composed| !composed.text.is_empty()).collect();
    assert_eq!(parts.axes.len(), worded.len());
    for (axis, composed) in parts.axes.iter().zip(worded) {
        assert_eq!(composed.target, Some(Target::Block(axis.block)));
        let nth = axes.iter().position(|other| other.target == composed.target).unwrap() + 1;
        assert_eq!(axis.number, nth);
        let words = mahdar::arabic::numerals::axis(u32::try_from(nth).unwrap());
        assert_eq!(composed.label, words.map_or(format!("{nth}-"), |words| format!("{words}:")));
        assert_eq!(axis.title, composed.text);
        assert_eq!(axis.place().target, Target::Block(axis.block));
    }
}

#[test]
fn the_parts_of_a_long_record_are_known_at_once() {
    let document = record(Size::PAGES);
    let mut times: Vec<_> = (0..50)
        .map(|_| {
            let begun = Instant::now();
            assert!(parts(&document, OutputKind::Minutes).of(Part::Text).count.is_some());
            begun.elapsed()
        })
        .collect();
    times.sort();
    println!("parts of {} blocks: median {:?}", document.blocks().len(), times[25]);
    // Ten times the aim: tests are built without optimisation and share their machine.
    assert!(times[25].as_millis() < 10, "{:?}", times[25]);
}
