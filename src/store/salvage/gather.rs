//! From the start of a damaged file to its end: every entry that can be told from its neighbours, read by itself.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::mend::mend;
use super::{Left, Lost, Part, TOLD, record_id};
use crate::arabic::{Time, When};
use crate::document::{
    Attendance, Attendee, Block, Body, Change, ChangeId, Comment, CommentId, Field, Group, Language,
    Letterhead, Meeting, Next, Output, Person, PersonId, Quorum, RecordId, Revision, RevisionId, Session,
    Source, Style, Template,
};
use crate::store::{format, scan};

/// What a damaged file holds, each with its line.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) id: Option<RecordId>,
    pub(super) fields: Vec<(usize, Field)>,
    pub(super) outputs: Vec<(usize, Output)>,
    pub(super) people: Vec<(usize, Option<PersonId>, Person)>,
    pub(super) attendees: Vec<(usize, Attendee)>,
    pub(super) groups: Vec<(usize, Group)>,
    pub(super) blocks: Vec<(usize, Block)>,
    pub(super) comments: Vec<(usize, CommentId, Comment)>,
    pub(super) changes: Vec<(usize, ChangeId, Change)>,
    pub(super) revisions: Vec<(usize, RevisionId, Revision)>,
    pub(super) lost: Vec<Lost>,
    /// Losses that are not listed.
    pub(super) more: usize,
}

impl Gathered {
    /// Whether nothing of a record was found.
    pub(super) fn is_nothing(&self) -> bool {
        self.outputs.is_empty() && self.people.is_empty() && self.blocks.is_empty() && self.fields.is_empty()
    }
}

/// In which list the entries stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Section {
    Top,
    Outputs,
    Blocks,
    People,
    Attendees,
    Groups,
    Comments,
    Changes,
    Revisions,
}

impl Section {
    fn part(self) -> Part {
        match self {
            Self::Top => Part::Unknown,
            Self::Outputs => Part::Output,
            Self::Blocks => Part::Block,
            Self::People => Part::Person,
            Self::Attendees | Self::Groups => Part::Attendee,
            Self::Comments => Part::Remark,
            Self::Changes => Part::Change,
            Self::Revisions => Part::Version,
        }
    }

    /// The list that a field of this name opens with this bracket.
    fn opened(name: &str, bracket: Option<&u8>) -> Option<Self> {
        match (name, bracket) {
            ("outputs", _) => Some(Self::Outputs),
            ("blocks", _) => Some(Self::Blocks),
            ("people", Some(b'[')) => Some(Self::Attendees),
            ("people", _) => Some(Self::People),
            ("groups", _) => Some(Self::Groups),
            ("comments", _) => Some(Self::Comments),
            ("changes", _) => Some(Self::Changes),
            ("revisions", _) => Some(Self::Revisions),
            // These hold fields, which are known by their names wherever they stand.
            ("meeting" | "attendance", _) => Some(Self::Top),
            _ => None,
        }
    }
}

/// The fields a record and its meeting have beside their lists.
const FIELDS: [&str; 17] = [
    "id",
    "language",
    "template",
    "style",
    "letterhead",
    "source",
    "body",
    "session",
    "dates",
    "start",
    "end",
    "venue",
    "chairs",
    "rapporteur",
    "quorum",
    "next",
    "meeting",
];
/// The fields of a block.
const BLOCK: [&str; 6] = ["id", "kind", "text", "audience", "review", "prompt"];
/// The fields of an output.
const OUTPUT: [&str; 8] = ["kind", "title", "number", "reference", "state", "approval", "seal", "embargo"];
/// The fields of a person.
const PERSON: [&str; 9] =
    ["name", "latin", "gender", "honorific", "role", "body", "aliases", "phone", "identity"];

struct Walk<'a> {
    text: &'a str,
    /// Where letters stand that could not be read, in order.
    torn: Vec<usize>,
    at: usize,
    section: Section,
    /// How far unsound entries may still be looked through, so that all of it takes no more than a few readings.
    budget: usize,
    /// The line of a place that was asked for last.
    line: (usize, usize),
    found: Gathered,
}

/// What can be read of these bytes.
pub(super) fn gather(bytes: &[u8]) -> Gathered {
    let (text, torn) = letters(bytes);
    let mut walk = Walk {
        text: &text,
        torn,
        at: 0,
        section: Section::Top,
        budget: 4 * text.len(),
        line: (0, 1),
        found: Gathered::default(),
    };
    walk.head();
    walk.all();
    walk.found
}

/// The bytes as text, U+FFFD for what is none, and where those stand.
fn letters(bytes: &[u8]) -> (Cow<'_, str>, Vec<usize>) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let (mut text, mut torn) = (String::with_capacity(bytes.len()), Vec::new());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            torn.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (Cow::Owned(text), torn)
}

impl<'a> Walk<'a> {
    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default().trim_end_matches([',', ' ', '\t', '\r', '\n'])
    }

    /// The line of a place, from 1; places are asked for in order.
    fn line(&mut self, at: usize) -> usize {
        let (from, line) = self.line;
        let breaks = self.text.get(from..at).unwrap_or_default().matches('\n').count();
        self.line = (at.max(from), line + breaks);
        self.line.1
    }

    fn lose(&mut self, line: usize, part: Part, left: Left) {
        let lost = Lost { line: Some(line), part, left };
        // What nobody can tell is told once, not line by line.
        let again = part == Part::Unknown && self.found.lost.last().is_some_and(|last| last.part == part);
        if again {
            return;
        }
        if self.found.lost.len() < TOLD {
            self.found.lost.push(lost);
        } else {
            self.found.more += 1;
        }
    }

    /// The first line, and the bracket everything stands in.
    fn head(&mut self) {
        if self.text.starts_with('\u{FEFF}') {
            self.at = '\u{FEFF}'.len_utf8();
        }
        let end = scan::line_end(self.bytes(), self.at);
        let first = self.text.get(self.at..end).unwrap_or_default().trim_end();
        if format::is_read(first) {
            self.at = end;
        } else if first.contains("mahdar") && !first.contains("id:") {
            self.lose(1, Part::Head, Left::Nothing);
            self.at = end;
        } else {
            self.lose(1, Part::Head, Left::Nothing);
        }
        self.at = scan::blank(self.bytes(), self.at);
        if self.bytes().get(self.at) == Some(&b'(') {
            self.at += 1;
        }
    }

    fn all(&mut self) {
        loop {
            self.at = scan::blank(self.bytes(), self.at);
            let Some(&byte) = self.bytes().get(self.at) else { return };
            match byte {
                b',' => self.at += 1,
                b']' | b'}' | b')' => {
                    self.section = Section::Top;
                    self.at += 1;
                }
                _ => match scan::field(self.text, self.at) {
                    Some((name, value)) if self.is_field(name, value) => self.field(name, value),
                    _ => self.entry(),
                },
            }
        }
    }

    /// Whether a field of this name may stand here. A block whose bracket was lost begins with an `id`, too, but with
    /// one that is no record's.
    fn is_field(&self, name: &str, value: usize) -> bool {
        if name == "id" {
            let end = scan::string(self.bytes(), value).and_then(Result::ok).unwrap_or(value);
            return format::value::<PersonId>(self.slice(value, end)).is_err();
        }
        FIELDS.contains(&name) || Section::opened(name, self.bytes().get(value)).is_some()
    }

    fn field(&mut self, name: &'a str, value: usize) {
        let bracket = self.bytes().get(value).copied();
        let line = self.line(self.at);
        if let Some(section) = Section::opened(name, bracket.as_ref()) {
            let opens = matches!(bracket, Some(b'[' | b'{' | b'('));
            if section == Section::Top && opens && self.whole(name, value, line) {
                self.section = Section::Top;
                return;
            }
            self.section = section;
            self.at = if opens { value + 1 } else { value };
            if !opens {
                self.lose(line, section.part(), Left::Nothing);
                self.at = self.resume(value, self.bytes().len());
            }
            return;
        }
        self.section = Section::Top;
        let end = self.field_extent(name, value);
        let torn = self.is_torn(value, end);
        let text = self.slice(value, end);
        self.at = end.max(self.at + 1);
        let left = match simple(name, text) {
            Some(_) if name == "id" => {
                self.found.id = record_id(text);
                None
            }
            Some(fields) => {
                self.found.fields.extend(fields.into_iter().map(|field| (line, field)));
                torn.then_some(Left::Letters)
            }
            None => match partial(name, text) {
                Some(field) => {
                    self.found.fields.push((line, field));
                    Some(Left::Most)
                }
                None => Some(Left::Nothing),
            },
        };
        if let Some(left) = left {
            let part = if name == "id" { Part::Head } else { Part::Field };
            self.lose(line, part, left);
        }
    }

    /// Where a field's value ends. One that can be read to its own bracket is whole, whatever its lines look like.
    fn field_extent(&mut self, name: &str, value: usize) -> usize {
        if let Some(end) = self.sound(value) {
            if simple(name, self.slice(value, end)).is_some() {
                return end;
            }
            self.budget = self.budget.saturating_sub(end - value);
        }
        self.extent(value)
    }

    /// Takes the meeting or its attendance in as a whole, if it is sound; otherwise its fields are taken one by one.
    fn whole(&mut self, name: &str, value: usize, line: usize) -> bool {
        let Some(end) = self.sound(value) else { return false };
        let text = self.slice(value, end);
        self.budget = self.budget.saturating_sub(end - value);
        if self.is_torn(value, end) {
            return false;
        }
        let (fields, attendance) = match name {
            "meeting" => {
                let Ok(meeting) = format::value::<Meeting>(text) else { return false };
                (meeting.fields(), meeting.attendance)
            }
            _ => {
                let Ok(attendance) = format::value::<Attendance>(text) else { return false };
                (vec![Field::Quorum(attendance.quorum)], attendance)
            }
        };
        self.found.fields.extend(fields.into_iter().map(|field| (line, field)));
        self.found.attendees.extend(attendance.people.into_iter().map(|entry| (line, entry)));
        self.found.groups.extend(attendance.groups.into_iter().map(|group| (line, group)));
        self.at = end;
        true
    }

    /// Where a value ends if its brackets close; looking for it takes from the budget unless it does.
    fn sound(&mut self, from: usize) -> Option<usize> {
        if self.budget == 0 {
            return None;
        }
        let end = scan::value(self.bytes(), from);
        if let Err(end) = end {
            self.budget = self.budget.saturating_sub(end - from);
        }
        end.ok()
    }

    /// Where an unsound entry ends at the latest: before the next line that begins another.
    fn resume(&self, from: usize, limit: usize) -> usize {
        let bytes = self.bytes().get(..limit).unwrap_or_default();
        let mut at = scan::line_end(bytes, from);
        while at < limit {
            let end = scan::line_end(self.bytes(), at + 1);
            let line = self.text.get(at + 1..end).unwrap_or_default().trim();
            if begins(line) {
                return at + 1;
            }
            at = end;
        }
        limit
    }

    /// Where a value ends: where its brackets close, unless another entry begins before.
    fn extent(&mut self, from: usize) -> usize {
        let Some(end) = self.sound(from) else { return self.resume(from, self.bytes().len()) };
        let next = self.resume(from, end);
        self.budget = self.budget.saturating_sub(end - next);
        next
    }

    /// Where an unsound entry ends.
    fn entry_extent(&mut self, from: usize) -> usize {
        if self.budget == 0 {
            return scan::line_end(self.bytes(), from);
        }
        let mut end = self.extent(from);
        if self.section != Section::Top && self.bytes().get(end) == Some(&b',') {
            // An entry is followed by an entry: by a field only where its own bracket was lost.
            let after = scan::blank(self.bytes(), end + 1);
            if scan::field(self.text, after).is_some() {
                end = self.resume(from, self.bytes().len());
            }
        }
        let starts: &[&str] = match self.section {
            Section::Attendees => &["(person:", "groups: [", "quorum: ("],
            Section::Groups => &["(id:", "quorum: ("],
            _ => &[],
        };
        // The whole attendance stands on one line: there the next entry begins within it.
        let start = (from + 1..=end).find(|at| self.text.is_char_boundary(*at)).unwrap_or(end);
        let rest = self.text.get(start..end).unwrap_or_default();
        let next = starts.iter().filter_map(|word| rest.find(word)).min();
        let next = next.map_or(end, |at| start + at);
        self.budget = self.budget.saturating_sub(end - next);
        next
    }

    fn is_torn(&self, from: usize, to: usize) -> bool {
        let first = self.torn.partition_point(|at| *at < from);
        self.torn.get(first).is_some_and(|at| *at < to)
    }

    fn entry(&mut self) {
        let from = self.at;
        let line = self.line(from);
        if let Some(end) = self.sound(from) {
            let text = self.slice(from, end);
            if self.take(line, text) {
                let part = self.section.part();
                if self.is_torn(from, end) {
                    self.lose(line, part, Left::Letters);
                }
                self.at = end.max(from + 1);
                return;
            }
            // It was looked through in vain.
            self.budget = self.budget.saturating_sub(end - from);
        }
        let end = self.entry_extent(from).max(from + 1);
        let end = (end..end + 4).find(|end| self.text.is_char_boundary(*end)).unwrap_or(self.text.len());
        let text = self.slice(from, end);
        self.at = end;
        if !self.take(line, text) {
            self.mended(line, text);
        }
    }

    /// Takes in a sound entry of the list it stands in, or of another if its own list's name was lost.
    fn take(&mut self, line: usize, text: &str) -> bool {
        let found = &mut self.found;
        if text.starts_with('(') {
            let block = |found: &mut Gathered| push(&mut found.blocks, line, text);
            let output = |found: &mut Gathered| push(&mut found.outputs, line, text);
            let group = |found: &mut Gathered| push(&mut found.groups, line, text);
            let attendee = |found: &mut Gathered| push(&mut found.attendees, line, text);
            return match self.section {
                Section::Groups => group(found) || block(found) || output(found) || attendee(found),
                _ => block(found) || output(found) || attendee(found) || group(found),
            };
        }
        if !text.starts_with('"') {
            return false;
        }
        let pair = format!("{{{text}}}");
        let person = |found: &mut Gathered| match one::<PersonId, Person>(&pair) {
            Some((id, person)) => {
                found.people.push((line, Some(id), person));
                true
            }
            None => false,
        };
        let other = |found: &mut Gathered| {
            let comment =
                one::<CommentId, Comment>(&pair).map(|(id, new)| found.comments.push((line, id, new)));
            let change =
                || one::<ChangeId, Change>(&pair).map(|(id, new)| found.changes.push((line, id, new)));
            let known = comment.or_else(change);
            let kept =
                || one::<RevisionId, Revision>(&pair).map(|(id, new)| found.revisions.push((line, id, new)));
            known.or_else(kept).is_some()
        };
        // Every field of a person may be left out, so that anything empty would pass for one.
        let is_first = self.section == Section::People;
        (is_first && person(found)) || other(found) || (!is_first && person(found))
    }

    /// Takes in what is left of an unsound entry.
    fn mended(&mut self, line: usize, text: &str) {
        let is_block = match self.section {
            Section::Blocks => true,
            Section::Groups => false,
            _ => text.contains("text: [") || text.contains("(id: "),
        };
        let left = if self.section == Section::Outputs || text.starts_with("(kind:") {
            mend::<Output>(text, &OUTPUT, &[("kind", "Communique")], "title").map(|mended| {
                self.found.outputs.push((line, mended.output()));
                Left::Most
            })
        } else if self.section == Section::People
            || (self.section == Section::Top && text.starts_with('"') && text.contains("name:"))
        {
            mend::<Person>(text, &PERSON, &[], "").map(|mended| {
                let id = scan::string(text.as_bytes(), 0).and_then(Result::ok);
                let id = id.and_then(|end| format::value::<PersonId>(text.get(..end)?).ok());
                self.found.people.push((line, id, mended.value));
                Left::Most
            })
        } else if self.section == Section::Attendees {
            let known = ["person", "presence", "answer", "arrived", "left", "reason"];
            let id = text.contains("person:");
            let mended = mend::<Attendee>(text, &known, &[("person", "\"0.0\"")], "").filter(|_| id);
            mended.filter(|mended| mended.value.person.0.counter > 0).map(|mended| {
                self.found.attendees.push((line, mended.value));
                Left::Most
            })
        } else if self.section == Section::Groups {
            let known = ["id", "nominative", "oblique", "count"];
            mend::<Group>(text, &known, &[("id", "\"0.0\"")], "").map(|mended| {
                self.found.groups.push((line, mended.value));
                Left::Most
            })
        } else if is_block {
            mend::<Block>(text, &BLOCK, &[("id", "\"0.0\"")], "text").map(|mended| {
                let (block, words) = mended.block();
                self.found.blocks.push((line, block));
                if words { Left::Words } else { Left::Most }
            })
        } else {
            None
        };
        let part = if is_block { Part::Block } else { self.section.part() };
        // A bracket too many is no loss to tell of.
        if left.is_some() || text.chars().any(char::is_alphanumeric) {
            self.lose(line, part, left.unwrap_or(Left::Nothing));
        }
    }
}

/// Whether a line looks like the start of an entry or of a list.
fn begins(line: &str) -> bool {
    if ["(id:", "(kind:", "(person:", "],", "},", "),"].iter().any(|start| line.starts_with(start)) {
        return true;
    }
    if matches!(line, "]" | "}" | ")") {
        return true;
    }
    if line.starts_with('"') {
        // `"1a2b.3": (`
        let end = scan::string(line.as_bytes(), 0).and_then(Result::ok).unwrap_or(0);
        let id = line.get(1..end.saturating_sub(1)).unwrap_or_default();
        let is_id = id.contains('.') && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'.');
        return is_id && line.get(end..).is_some_and(|rest| rest.trim_start().starts_with(':'));
    }
    scan::field(line, 0).is_some_and(|(name, value)| {
        Section::opened(name, line.as_bytes().get(value)).is_some()
            || (FIELDS.contains(&name) && !matches!(name, "id" | "body"))
    })
}

fn push<T: DeserializeOwned>(list: &mut Vec<(usize, T)>, line: usize, text: &str) -> bool {
    match format::value(text) {
        Ok(entry) => {
            list.push((line, entry));
            true
        }
        Err(_) => false,
    }
}

/// The only entry of a map.
fn one<K: DeserializeOwned + Ord, V: DeserializeOwned>(pair: &str) -> Option<(K, V)> {
    format::value::<BTreeMap<K, V>>(pair).ok()?.pop_first()
}

/// The field of this name with this value; none for the record's name, which is no field.
fn simple(name: &str, text: &str) -> Option<Option<Field>> {
    let field = match name {
        "id" => return record_id(text).map(|_| None),
        "language" => Field::Language(format::value::<Language>(text).ok()?),
        "template" => Field::Template(format::value::<Template>(text).ok()?),
        "style" => Field::Style(format::value::<Style>(text).ok()?),
        "letterhead" => Field::Letterhead(format::value::<Letterhead>(text).ok()?),
        "source" => Field::Source(format::value::<Option<Source>>(text).ok()?),
        "body" => Field::Body(format::value::<Body>(text).ok()?),
        "session" => Field::Session(format::value::<Session>(text).ok()?),
        "dates" => Field::Dates(format::value::<When>(text).ok()?),
        "start" => Field::Start(format::value::<Option<Time>>(text).ok()?),
        "end" => Field::End(format::value::<Option<Time>>(text).ok()?),
        "venue" => Field::Venue(format::value::<String>(text).ok()?),
        "chairs" => Field::Chairs(format::value::<Vec<PersonId>>(text).ok()?),
        "rapporteur" => Field::Rapporteur(format::value::<Option<PersonId>>(text).ok()?),
        "quorum" => Field::Quorum(format::value::<Quorum>(text).ok()?),
        "next" => Field::Next(format::value::<Next>(text).ok()?),
        _ => return None,
    };
    Some(Some(field))
}

/// What is left of a field that holds fields of its own.
fn partial(name: &str, text: &str) -> Option<Field> {
    fn some<T: DeserializeOwned>(text: &str, known: &[&str]) -> Option<T> {
        mend::<T>(text, known, &[], "").map(|mended| mended.value)
    }
    let field = match name {
        "template" => Field::Template(some(text, &["id", "name", "about"])?),
        "style" => Field::Style(some(text, &["digits", "labels", "recitals", "page"])?),
        "letterhead" => Field::Letterhead(some(text, &["lines", "address", "contact", "logo"])?),
        "source" => Field::Source(Some(some(
            text.strip_prefix("Some(").unwrap_or(text),
            &["name", "text", "guesses"],
        )?)),
        "body" => {
            let known = ["name", "organisation", "level", "region", "province", "gender"];
            Field::Body(some(text, &known)?)
        }
        "session" => Field::Session(some(text, &["noun", "nature", "ordinal", "theme"])?),
        "quorum" => Field::Quorum(some(text, &["members", "rule"])?),
        "next" => Field::Next(some(text, &["dates", "venue"])?),
        _ => return None,
    };
    Some(field)
}
