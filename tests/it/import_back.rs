//! Every text of the samples in every format that is text, read back: the same parts, the same facts, no word lost.

use std::collections::{BTreeMap, BTreeSet};

use mahdar::document::{Document, Kind, OutputKind, Role};
use mahdar::export::{Format, Options, export};
use mahdar::import::{Format as Read, read, record};
use mahdar::store;
use mahdar::template::{Composed, Composition, Part, View, compose, head};

use crate::cues::{fresh, outline, part, parts_of, words};
use crate::samples::{SAMPLES, root};

const FORMATS: [(Format, Option<Read>, &str); 4] = [
    (Format::Txt, Some(Read::Text), "txt"),
    (Format::Markdown, Some(Read::Markdown), "md"),
    (Format::Html, Some(Read::Html), "html"),
    (Format::Docx, Some(Read::Docx), "docx"),
];

/// How many of one sort were expected and found again.
type Table = BTreeMap<(String, &'static str), [usize; 2]>;

struct Found {
    table: Table,
    wrong: Vec<String>,
}

impl Found {
    fn is(&mut self, what: &str, format: &'static str, place: &str, expected: &str, found: &str) {
        let row = self.table.entry((what.to_owned(), format)).or_default();
        row[0] += 1;
        if expected == found {
            row[1] += 1;
        } else {
            self.wrong.push(format!("{place} {what}: «{found}», not «{expected}»"));
        }
    }

    fn print(&self) {
        let whats: BTreeSet<&str> = self.table.keys().map(|(what, _)| what.as_str()).collect();
        println!("what: found of expected in txt, md, html, docx");
        let mut all = [0; 2];
        for what in whats {
            let cells: Vec<String> = FORMATS
                .iter()
                .map(|(.., format)| {
                    let [expected, found] =
                        self.table.get(&(what.to_owned(), *format)).copied().unwrap_or_default();
                    (all[0], all[1]) = (all[0] + expected, all[1] + found);
                    format!("{found} of {expected}")
                })
                .collect();
            println!("  {what}: {}", cells.join(", "));
        }
        println!("  all: {} of {}", all[1], all[0]);
        for wrong in &self.wrong {
            println!("  {wrong}");
        }
    }
}

/// The facts of the header that a text of this kind tells.
fn facts(document: &Document, kind: OutputKind) -> Vec<(&'static str, String)> {
    let read = |path: &str| document.read(path.parse().expect("a path"));
    let meeting = document.meeting();
    let name = |id| document.person(id).map(|person| person.name.clone()).unwrap_or_default();
    let mut facts = vec![("dates", read("meeting.dates"))];
    if !matches!(kind, OutputKind::Recommendations) {
        facts.push(("venue", read("meeting.venue")));
    }
    if matches!(kind, OutputKind::Minutes | OutputKind::AttendanceSheet | OutputKind::Invitation) {
        facts.push(("start", read("meeting.start")));
    }
    if kind == OutputKind::Minutes {
        facts.push(("end", read("meeting.end")));
        facts.push(("rapporteur", meeting.rapporteur.map(name).unwrap_or_default()));
    }
    if !matches!(kind, OutputKind::Recommendations | OutputKind::Invitation | OutputKind::AttendanceSheet) {
        facts.push(("chairs", meeting.chairs.iter().map(|id| name(*id)).collect::<Vec<_>>().join(" / ")));
        facts.push(("body", read("meeting.body.name")));
        facts.push(("groups", meeting.attendance.groups.len().to_string()));
    }
    if matches!(kind, OutputKind::Minutes | OutputKind::AttendanceSheet) {
        let people = meeting.attendance.people.iter();
        let mut people: Vec<String> =
            people.map(|entry| format!("{} {}", name(entry.person), entry.presence.keyword())).collect();
        people.sort();
        facts.push(("attendance", people.join("\n")));
    }
    let decisions = document.blocks().iter().filter(|block| matches!(block.kind, Kind::Decision(_))).count();
    if kind == OutputKind::Minutes {
        facts.push(("decisions", decisions.to_string()));
    }
    if !matches!(kind, OutputKind::Recommendations | OutputKind::Invitation | OutputKind::AttendanceSheet) {
        facts.push(("next", read("meeting.next.dates")));
    }
    facts
}

#[test]
fn what_was_exported_is_read_back_from_every_format() {
    let mut found = Found { table: Table::new(), wrong: Vec::new() };
    for name in SAMPLES {
        let document =
            store::open(&root().join(format!("samples/{name}.mahdar"))).expect("a sample").document;
        // The few lines for social networks have no parts of their own.
        let kinds =
            document.outputs().iter().map(|output| output.kind).filter(|kind| *kind != OutputKind::Short);
        for kind in kinds.collect::<Vec<_>>() {
            let view = View::of(kind);
            let was = compose(&document, &view);
            for (format, hint, ending) in FORMATS {
                let place = format!("{name}.{kind}.{ending}");
                let bytes = export(&document, &view, Options::default(), format).expect("a text").bytes;
                let text = read(&bytes, hint).expect("it is read");
                let again = record(&text, &place, &fresh()).expect("a record");
                assert_eq!(again.check(), [], "{place}");
                if std::env::var_os("SHOW").is_some_and(|show| place.contains(&*show.to_string_lossy())) {
                    println!("{place}\n{}", outline(&again));
                }
                let now = compose(&again, &View::main(&again));
                found.is("kind", ending, &place, &kind.to_string(), &again.outputs()[0].kind.to_string());
                found.is("title", ending, &place, &was.title.text, &now.title.text);
                // A DOCX has its letterhead in the margin of its first page, which is told of and kept with the source.
                if format != Format::Docx && !document.letterhead().lines.is_empty() {
                    let head = |document: &Document, of: &Composition| head(document, of).lines.join("\n");
                    found.is("letterhead", ending, &place, &head(&document, &was), &head(&again, &now));
                }
                for ((what, expected), (_, read)) in
                    facts(&document, kind).into_iter().zip(facts(&again, kind))
                {
                    // Plain text of a list to sign has no column for who came.
                    let bare =
                        what == "attendance" && kind == OutputKind::AttendanceSheet && format == Format::Txt;
                    let (expected, read) =
                        if bare { (names(&expected), names(&read)) } else { (expected, read) };
                    found.is(what, ending, &place, &expected, &read);
                }
                // A row of the list to sign is a line of plain text.
                let said = |paragraph: &Composed| said(paragraph, format != Format::Txt);
                let mut left: Vec<_> =
                    now.paragraphs.iter().map(|p| (words(&said(p)), part(p.part))).collect();
                for paragraph in was.paragraphs.iter().filter(|paragraph| !said(paragraph).is_empty()) {
                    for (what, text) in parts_of(paragraph) {
                        let own = paragraph.label.is_empty() && paragraph.row.is_none();
                        let text = if own { text } else { said(paragraph) };
                        let wanted = words(&text);
                        let at = left.iter().position(|(words, _)| *words == wanted);
                        let is = at.map_or("nothing of its own".to_owned(), |at| left.remove(at).1);
                        let short: String = text.chars().take(40).collect();
                        found.is(&what, ending, &format!("{place} «{short}»"), &what, &is);
                    }
                }
                for (words, what) in left.iter().filter(|(words, _)| !words.is_empty()) {
                    found.wrong.push(format!("{place}: {what} too much: {}", words.join(" ")));
                }
            }
        }
    }
    found.print();
    assert_eq!(found.wrong, Vec::<String>::new());
}

/// Who is on a list, without their states.
fn names(list: &str) -> String {
    list.lines().filter_map(|line| Some(line.rsplit_once(' ')?.0)).collect::<Vec<_>>().join("\n")
}

/// A paragraph with its label, as it is printed.
fn said(paragraph: &Composed, rows: bool) -> String {
    match (paragraph.row.as_ref().filter(|_| rows), paragraph.part) {
        (Some(row), _) => row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "),
        (None, Part::Paragraph(Role::Plain)) => paragraph.text.clone(),
        (None, _) => format!("{} {}", paragraph.label, paragraph.text).trim().to_owned(),
    }
}
