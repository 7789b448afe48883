//! The five real texts beside the project as records: same words, same order, one style of numbers.
//!
//! The texts are not ours: the tables name lines and places, never their words.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mahdar::arabic::{Source, Style as DateStyle, clean, find_dates, write};
use mahdar::document::{
    Block, Decision, Document, Field, Kind, Label, Labels, Output, OutputKind, RecordId, RichText, Role,
    Speaker, Step, Style,
};
use mahdar::edit::{Command, Editor};
use mahdar::template::{Part, View, compose};

use crate::record::{at, block_id};

/// What a stretch of a seed is: the line, from 1, the word of the line it begins with, from 0, and its kind.
pub(crate) struct Row(usize, usize, Is);

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Is {
    Title,
    Plain,
    Lead,
    Context,
    Recital,
    Enacting,
    Closing,
    Said,
    Decided,
    /// A recommendation: 0 axis, 1 section, 2 item, 3 sub-item.
    Depth(u8),
}

impl Is {
    pub(crate) fn kind(self) -> Kind {
        match self {
            Self::Title | Self::Plain => Kind::default(),
            Self::Lead => Kind::Paragraph(Role::Lead),
            Self::Context => Kind::Paragraph(Role::Context),
            Self::Recital => Kind::Paragraph(Role::Recital),
            Self::Enacting => Kind::Paragraph(Role::Enacting),
            Self::Closing => Kind::Paragraph(Role::Closing),
            Self::Said => Kind::Intervention(Speaker::Unnamed),
            Self::Decided => Kind::Decision(Decision::default()),
            Self::Depth(depth) => Kind::recommendation(depth),
        }
    }
}

/// A seed: its file, the text it is, what it holds, and the lines that are rubbish of a web page.
pub(crate) struct Seed {
    pub(crate) file: &'static str,
    output: OutputKind,
    rows: Vec<Row>,
    pub(crate) rubbish: &'static [usize],
}

fn each(lines: impl IntoIterator<Item = usize>, is: Is) -> impl Iterator<Item = Row> {
    lines.into_iter().map(move |line| Row(line, 0, is))
}

pub(crate) fn council() -> Seed {
    use Is::{Depth, Enacting, Lead, Recital, Title};
    let mut rows = vec![
        Row(1, 0, Title),
        Row(3, 0, Lead),
        Row(3, 51, Recital),
        Row(3, 81, Recital),
        Row(3, 98, Recital),
        Row(3, 134, Enacting),
    ];
    rows.extend(each([4], Depth(0)));
    rows.extend(each(5..=10, Depth(1)));
    rows.extend(each([11], Depth(0)));
    rows.extend(each(12..=23, Depth(1)));
    // Two recommendations in one line.
    rows.push(Row(23, 10, Depth(1)));
    rows.extend(each(24..=29, Depth(1)));
    rows.extend(each([30], Depth(0)));
    rows.extend(each(31..=35, Depth(1)));
    rows.extend(each([36], Depth(0)));
    rows.extend(each([37], Depth(1)));
    rows.extend(each(38..=40, Depth(2)));
    rows.extend(each(41..=42, Depth(3)));
    rows.extend(each([43], Depth(2)));
    rows.extend(each([44], Depth(1)));
    rows.extend(each(45..=48, Depth(2)));
    rows.extend(each([49], Depth(0)));
    rows.extend(each(50..=52, Depth(1)));
    rows.extend(each([53], Depth(0)));
    let file = "000_national_council_recommendations.txt";
    Seed { file, output: OutputKind::Communique, rows, rubbish: &[55, 57, 59] }
}

fn secretariat() -> Seed {
    use Is::{Context, Decided, Lead, Plain, Said, Title};
    let mut rows = vec![Row(1, 0, Title), Row(2, 0, Lead), Row(3, 0, Context)];
    rows.extend(each(4..=6, Plain));
    rows.extend(each([7], Said));
    rows.extend(each([8], Plain));
    rows.extend(each([9], Decided));
    rows.extend(each(10..=18, Plain));
    rows.extend(each(19..=21, Said));
    Seed { file: "001_regional_secretariat_meeting.txt", output: OutputKind::News, rows, rubbish: &[] }
}

fn pole() -> Seed {
    use Is::{Closing, Lead, Said, Title};
    let mut rows = vec![Row(1, 0, Title), Row(3, 0, Lead)];
    rows.extend(each(4..=8, Said));
    rows.extend(each([9], Closing));
    Seed {
        file: "002_organisation_pole_monthly_meeting.txt",
        output: OutputKind::News,
        rows,
        rubbish: &[11, 13],
    }
}

fn province() -> Seed {
    use Is::{Decided, Lead, Plain, Said, Title};
    let mut rows = vec![Row(1, 0, Title), Row(5, 0, Lead), Row(7, 0, Plain)];
    rows.extend(each((9..=21).step_by(2), Said));
    rows.extend(each([23], Decided));
    Seed {
        file: "003_provincial_secretariat_meeting.txt",
        output: OutputKind::News,
        rows,
        rubbish: &[3, 25, 27],
    }
}

fn bureau() -> Seed {
    use Is::{Closing, Decided, Lead, Title};
    let mut rows = vec![Row(1, 0, Title), Row(3, 0, Lead)];
    rows.extend(each((5..=11).step_by(2), Decided));
    rows.extend(each([13], Closing));
    let file = "004_political_bureau_press_communique.txt";
    Seed { file, output: OutputKind::PressCommunique, rows, rubbish: &[15, 17] }
}

fn folder() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds")).to_path_buf()
}

/// The whole text of a seed; nothing where the seeds are not there.
pub(crate) fn text(seed: &Seed) -> Option<String> {
    std::fs::read_to_string(folder().join(seed.file)).ok()
}

/// The line without the number or bullet a list item began with.
fn unlabelled(line: &str) -> &str {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after_number.len() < line.len() && after_number.starts_with(['-', '.', ' ']);
    let rest = if numbered { after_number } else { line };
    let marks = if numbered { ['-', '.', ' ', ' '] } else { ['–', '-', '•', ' '] };
    rest.trim_start_matches(marks)
}

/// The stretches of a seed in order, each with its words; nothing where the seeds are not there.
pub(crate) fn stretches(seed: &Seed) -> Option<Vec<(Is, String)>> {
    let text = text(seed)?;
    let lines: Vec<&str> = text.lines().collect();
    let named: Vec<usize> = seed.rows.iter().map(|row| row.0).chain(seed.rubbish.iter().copied()).collect();
    for (at, line) in lines.iter().enumerate() {
        assert_eq!(
            named.contains(&(at + 1)),
            !line.trim().is_empty(),
            "{}:{}: in the table or blank",
            seed.file,
            at + 1
        );
    }
    let mut found = Vec::new();
    for (at, Row(number, from, is)) in seed.rows.iter().enumerate() {
        let line = lines.get(number - 1).copied().unwrap_or_default();
        let line = if matches!(is, Is::Depth(_)) { unlabelled(line) } else { line };
        let words: Vec<&str> = line.split_whitespace().collect();
        let next = seed.rows.get(at + 1).filter(|next| next.0 == *number).map_or(words.len(), |next| next.1);
        let words = words.get(*from..next).expect("a stretch inside its line").join(" ");
        assert!(!words.is_empty(), "{}:{number}", seed.file);
        found.push((*is, words));
    }
    Some(found)
}

pub(crate) fn record(seed: &Seed, stretches: &[(Is, String)]) -> Document {
    let mut document = Document::new(RecordId(7));
    let labels = Labels {
        axis: Label::NumberDash,
        section: Label::EnDash,
        item: Label::NumberDot,
        sub_item: Label::Bullet,
    };
    let style = Style { labels, ..Style::default() };
    let mut output = Output::new(seed.output);
    let mut steps = vec![Step::SetField(Field::Style(style))];
    let mut after = None;
    for (n, (is, words)) in (1..).zip(stretches) {
        let words = clean(words, Source::File);
        assert_eq!(words.removed.total(), 0, "{}: nothing to clean in a seed but its spaces", seed.file);
        if *is == Is::Title {
            output.title = RichText::plain(&words.text);
            continue;
        }
        let block = Block::new(block_id(n), is.kind(), RichText::plain(&words.text));
        steps.push(Step::Insert { after, block: Arc::new(block) });
        after = Some(block_id(n));
    }
    steps.push(Step::SetField(Field::Output { kind: seed.output, at: 0, entry: Some(Box::new(output)) }));
    for step in steps {
        document.apply(step).expect("a step that fits");
    }
    assert_eq!(document.check(), [], "{}", seed.file);
    document
}

fn saved_and_opened(document: &Document) -> Document {
    mahdar::store::parse(mahdar::store::write(document).as_bytes()).expect("what was written can be read")
}

/// The record's main text as it leaves the house: the title, then a paragraph a line.
fn exported_text(document: &Document) -> String {
    let view = View::main(document);
    let exported = mahdar::export::export(
        document,
        &view,
        mahdar::export::Options::default(),
        mahdar::export::Format::Txt,
    )
    .expect("the record has a text");
    String::from_utf8(exported.bytes).expect("plain text is UTF-8")
}

/// The words of the lines, list labels left out of those that are list items.
fn words<'a>(lines: impl Iterator<Item = (&'a str, bool)>) -> Vec<String> {
    let bare = |(line, is_item)| if is_item { unlabelled(line) } else { line };
    lines.map(bare).flat_map(str::split_whitespace).map(String::from).collect()
}

fn keeps_its_words(seed: &Seed) -> Option<Document> {
    let Some(stretches) = stretches(seed) else {
        println!("skipped: no seeds");
        return None;
    };
    let document = record(seed, &stretches);
    let opened = saved_and_opened(&document);
    assert_eq!(opened, document, "{}", seed.file);
    let text = exported_text(&opened);
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), stretches.len(), "{}", seed.file);
    let is_item = |is: &Is| matches!(is, Is::Depth(_));
    let out = words(lines.iter().zip(&stretches).map(|(line, (is, _))| (*line, is_item(is))));
    let source = words(stretches.iter().map(|(_, words)| (words.as_str(), false)));
    for (at, (a, b)) in out.iter().zip(&source).enumerate() {
        assert_eq!(a, b, "{}: word {at}", seed.file);
    }
    assert_eq!(out.len(), source.len(), "{}", seed.file);
    Some(document)
}

#[test]
fn the_councils_recommendations_keep_their_words_in_four_levels() {
    let Some(document) = keeps_its_words(&council()) else { return };
    let composition = compose(&document, &View::main(&document));
    let mut labels: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for paragraph in &composition.paragraphs {
        if let Part::Outline(depth) = paragraph.part {
            labels.entry(depth).or_default().push(&paragraph.label);
        }
    }
    assert_eq!(labels[&0], ["1-", "2-", "3-", "4-", "5-", "6-"]);
    assert_eq!(labels[&1], vec!["–"; 35]);
    assert_eq!(labels[&2], ["1.", "2.", "3.", "4.", "1.", "2.", "3.", "4."]);
    assert_eq!(labels[&3], ["•", "•"]);
}

#[test]
fn the_regional_meeting_keeps_its_words() {
    let Some(document) = keeps_its_words(&secretariat()) else { return };
    assert_eq!(document.blocks().len(), 20);
}

#[test]
fn the_monthly_meeting_keeps_its_words() {
    let Some(document) = keeps_its_words(&pole()) else { return };
    assert_eq!(document.blocks().len(), 7);
}

#[test]
fn the_provincial_meeting_keeps_its_words() {
    let Some(document) = keeps_its_words(&province()) else { return };
    assert_eq!(document.blocks().len(), 10);
}

#[test]
fn the_press_communique_keeps_its_words() {
    let Some(document) = keeps_its_words(&bureau()) else { return };
    assert_eq!(document.blocks().len(), 6);
}

/// What a seed's header holds: dates of the meeting and of the next one, whether somebody chairs, groups who came.
pub(crate) struct Facts {
    pub(crate) seed: Seed,
    pub(crate) dates: &'static str,
    pub(crate) next: &'static str,
    pub(crate) chair: bool,
    pub(crate) groups: usize,
}

pub(crate) fn facts() -> [Facts; 5] {
    let fact = |seed, dates, next, chair, groups| Facts { seed, dates, next, chair, groups };
    [
        fact(council(), "2017-01-27,2017-01-28,2017-01-29", "", false, 1),
        fact(secretariat(), "2024-03-02", "", true, 5),
        fact(pole(), "أول أمس الثلاثاء", "", true, 2),
        fact(province(), "2022-12-08", "", true, 1),
        fact(bureau(), "2016-12-19", "2017-02-04,2017-02-05", false, 0),
    ]
}

#[test]
fn the_header_of_each_seed_holds_its_facts_and_changes_none_of_its_words() {
    for Facts { seed, dates, next, chair, groups } in facts() {
        let Some(mut document) = keeps_its_words(&seed) else { return };
        let before = exported_text(&document);
        let mut editor = Editor::new(document.clone(), 9);
        let mut set = |path: &str, value: &str| {
            let command = Command::SetField { path: path.parse().expect("a path"), value: value.into() };
            editor.run(command, &at(0)).unwrap_or_else(|e| panic!("{}: {path}: {e}", seed.file));
        };
        set("meeting.body.name", "الأمانة");
        set("meeting.dates", dates);
        set("meeting.next.dates", next);
        if chair {
            set("meeting.chairs.0.name", "ليلى");
            set("meeting.chairs.0.role", "الأمينة");
        }
        for n in 0..groups {
            set(&format!("meeting.groups.{n}.oblique"), &format!("أعضاء {n}"));
        }
        document = saved_and_opened(editor.document());
        assert_eq!(&document, editor.document(), "{}", seed.file);
        assert_eq!(exported_text(&document), before, "{}: the text is the writer's", seed.file);
        let read = |path: &str| document.read(path.parse().expect("a path"));
        assert_eq!((read("meeting.dates").as_str(), read("meeting.next.dates").as_str()), (dates, next));
        assert_eq!(document.meeting().attendance.groups.len(), groups);
    }
}

#[test]
fn the_days_the_seeds_name_are_read_and_their_weekdays_are_right() {
    let mut named = 0;
    for Facts { seed, dates, next, .. } in facts() {
        let Some(stretches) = stretches(&seed) else {
            println!("skipped: no seeds");
            return;
        };
        let readings: Vec<_> =
            stretches.iter().flat_map(|(_, words)| find_dates(words)).map(|(_, reading)| reading).collect();
        assert!(readings.iter().all(|reading| reading.weekday_mismatch.is_none()), "{}", seed.file);
        named += readings.len();
        let days: Vec<String> = readings.iter().map(|reading| write(&reading.when, DateStyle::Iso)).collect();
        if dates.len() == 10 {
            assert!(days.contains(&dates.to_owned()), "{}: {days:?}", seed.file);
        }
        assert!(next.is_empty() || days.contains(&next.to_owned()), "{}: {days:?}", seed.file);
    }
    assert!(named >= 6, "GENRE.md counts six dates with a weekday: {named}");
}

#[test]
fn numbers_and_bullets_are_told_from_words() {
    for (line, bare) in [
        ("-نص", "نص"),
        ("– نص", "نص"),
        ("2 نص:", "نص:"),
        ("6- نص", "نص"),
        ("1. نص", "نص"),
        ("12-نص", "نص"),
        ("2017 - نص", "نص"),
        ("نص 2017-2020", "نص 2017-2020"),
        ("19دجنبر", "19دجنبر"),
    ] {
        assert_eq!(unlabelled(line), bare);
    }
}

/// The five as records, by their files; none where they are not beside the project.
pub(crate) fn records() -> Vec<(&'static str, Document)> {
    let seeds = [council(), secretariat(), pole(), province(), bureau()];
    seeds.iter().filter_map(|seed| Some((seed.file, record(seed, &stretches(seed)?)))).collect()
}
