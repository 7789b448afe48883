//! Search in a whole record: its text as it is shown, its header, its people, what its blocks carry, its remarks.

use std::ops::Range;
use std::sync::Arc;

use super::view::{Composed, How};
use crate::arabic::search::{Hit, Manner, Pattern, in_text, readied, word_before};
use crate::arabic::{self, regions, search};
use crate::document::{
    Affinity, Atom, AttendeeField, Block, BlockId, Carried, CommentId, Document, FieldPath, Mark, OutputKind,
    PersonField, PersonId, Place, Target,
};

/// What belongs to the record beside its text and can be found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// An entry of the header.
    Field(FieldPath),
    /// Something of a person.
    Person(PersonId, PersonField),
    /// What a block carries beside its words.
    Block(BlockId, Carried),
    /// A remark, and the text it is about.
    Remark(CommentId, Option<BlockId>),
}

/// A line beside the text, as it reads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Whose.
    pub owner: Owner,
    /// What it says.
    pub text: String,
}

impl Line {
    /// Whether words of it can be put in place of others: what is written freely or taken from a list that may hold the
    /// others too, and no remark of somebody else's.
    #[must_use]
    pub fn is_free(&self) -> bool {
        match self.owner {
            Owner::Field(path) => is_free(path),
            Owner::Person(_, field) => {
                matches!(
                    field,
                    PersonField::Name | PersonField::Latin | PersonField::Role | PersonField::Body
                )
            }
            // A file is not renamed by its name.
            Owner::Block(_, carried) => carried != Carried::File,
            Owner::Remark(..) => false,
        }
    }

    /// Whether it can hold this: what is taken from a list holds nothing else.
    #[must_use]
    pub fn takes(&self, value: &str) -> bool {
        match self.owner {
            Owner::Field(FieldPath::BodyRegion) => value.is_empty() || regions::region(value).is_some(),
            Owner::Field(FieldPath::BodyProvince) => value.is_empty() || regions::unit(value).is_some(),
            _ => true,
        }
    }
}

fn is_free(path: FieldPath) -> bool {
    matches!(
        path,
        FieldPath::BodyName
            | FieldPath::BodyOrganisation
            | FieldPath::BodyRegion
            | FieldPath::BodyProvince
            | FieldPath::SessionNature
            | FieldPath::SessionTheme
            | FieldPath::Venue
            | FieldPath::NextVenue
            | FieldPath::GroupNominative(_)
            | FieldPath::GroupOblique(_)
            | FieldPath::Attendee(_, AttendeeField::Reason)
            | FieldPath::LetterheadLines
            | FieldPath::LetterheadAddress
            | FieldPath::LetterheadContact
            | FieldPath::OutputTitle(_)
            | FieldPath::OutputNumber(_)
            | FieldPath::OutputReference(_)
    )
}

/// A text that is looked through, readied and searched as far as was asked for.
#[derive(Default)]
struct Looked {
    ready: Option<String>,
    hits: Option<Vec<Hit>>,
}

impl Looked {
    /// Looks for this; how many bytes that took.
    fn look(&mut self, text: &str, pattern: &Pattern) -> usize {
        if self.hits.is_some() {
            return 0;
        }
        let exact = pattern.manner().exact;
        // To ready a text takes some twenty times as long as to look through it.
        let spent = if self.ready.is_none() { text.len() } else { text.len() / 16 };
        let ready = self.ready.get_or_insert_with(|| readied(text, exact));
        self.hits = Some(pattern.hits(ready));
        spent + 8
    }

    fn count(&self) -> usize {
        self.hits.as_ref().map_or(0, Vec::len)
    }
}

/// Where something was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// In a text of the page.
    Text {
        /// Which paragraph of the page; the title is 0.
        index: usize,
        /// Whose text it is.
        target: Target,
        /// The bytes of what is shown.
        shown: Range<usize>,
        /// What can be put in their place.
        words: Words,
    },
    /// Beside the text.
    Line {
        /// Which line, and all it says.
        line: Line,
        /// The bytes of it.
        range: Range<usize>,
        /// Whether its article has gone into «لـ».
        li: bool,
    },
}

/// What words of the page are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Words {
    /// Written in the text: these bytes of what is stored.
    Stored(Range<usize>, bool),
    /// Those of a live field, or some of them: its place in the text, what it is, and all it shows.
    Live(usize, Atom, String),
    /// Written by the program alone.
    Made,
}

impl Found {
    /// The place in the record where it begins, if that is in a text.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Text { target, words: Words::Stored(range, _), .. } => {
                Some(Place::new(target.clone(), range.start))
            }
            Self::Text { target, words: Words::Live(at, ..), .. } => Some(Place::new(target.clone(), *at)),
            Self::Text { target, words: Words::Made, .. } => Some(Place::new(target.clone(), 0)),
            Self::Line { .. } => None,
        }
    }
}

/// What is looked for in one record, and all that was found of it so far.
///
/// Texts are readied once and kept until they change, and looked through in slices: a long record holds nobody up.
#[derive(Default)]
pub struct Search {
    pattern: Option<Pattern>,
    manner: Manner,
    asked: String,
    texts: Vec<(Arc<Composed>, Looked)>,
    lines: Vec<(Line, Looked)>,
    /// How many of the lines stand before the text.
    before: usize,
    /// The first text that may not have been looked through.
    next: usize,
}

impl Search {
    /// Looks for these words from now on; whether that is something else than before.
    pub fn ask(&mut self, words: &str, manner: Manner) -> bool {
        if self.asked == words && self.manner == manner {
            return false;
        }
        let readies_anew = self.manner.exact != manner.exact;
        words.clone_into(&mut self.asked);
        self.manner = manner;
        self.pattern = Pattern::new(words, manner);
        let texts = self.texts.iter_mut().map(|(_, looked)| looked);
        for looked in texts.chain(self.lines.iter_mut().map(|(_, looked)| looked)) {
            looked.hits = None;
            if readies_anew {
                looked.ready = None;
            }
        }
        self.next = 0;
        true
    }

    /// Whether anything is looked for.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.pattern.is_some()
    }

    /// Takes in the texts of the page as they are now, the title first: those that are the same keep what was found.
    pub fn take_texts<'a>(&mut self, now: impl ExactSizeIterator<Item = &'a Arc<Composed>> + Clone) {
        let count = now.len();
        let same = |(old, new): &(&(Arc<Composed>, Looked), &Arc<Composed>)| Arc::ptr_eq(&old.0, new);
        let head = self.texts.iter().zip(now.clone()).take_while(same).count();
        if head == count && head == self.texts.len() {
            return;
        }
        let new: Vec<&Arc<Composed>> = now.collect();
        let room = self.texts.len().min(count) - head;
        let tail = self.texts.iter().rev().zip(new.iter().rev().copied()).take(room);
        let tail = tail.take_while(same).count();
        let middle = new.into_iter().take(count - tail).skip(head);
        let middle: Vec<_> = middle.map(|text| (Arc::clone(text), Looked::default())).collect();
        let end = self.texts.len() - tail;
        self.texts.splice(head..end, middle);
        self.next = self.next.min(head);
    }

    /// Takes in what stands beside the text of the output that is shown.
    pub fn take_lines(&mut self, document: &Document, output: OutputKind) {
        let (header, rest) = lines(document, output);
        self.before = header.len();
        let mut old = std::mem::take(&mut self.lines).into_iter();
        let new = header.into_iter().chain(rest);
        // They stand in the same order from one state to the next; what was found in those that say the same stays.
        self.lines = new
            .map(|line| match old.next() {
                Some((was, looked)) if was == line => (line, looked),
                _ => (line, Looked::default()),
            })
            .collect();
    }

    /// Looks through what was not looked through yet, for at most so many bytes; whether all of it now is.
    pub fn look(&mut self, budget: usize) -> bool {
        let Some(pattern) = &self.pattern else { return true };
        let mut spent = 0;
        for (line, looked) in &mut self.lines {
            spent += looked.look(&line.text, pattern);
        }
        while let Some((text, looked)) = self.texts.get_mut(self.next) {
            if spent >= budget {
                return false;
            }
            spent += looked.look(&text.text, pattern);
            self.next += 1;
        }
        true
    }

    /// Whether all has been looked through.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.pattern.is_none() || self.next >= self.texts.len()
    }

    /// How often it was found so far.
    #[must_use]
    pub fn count(&self) -> usize {
        let lines = self.lines.iter().map(|(_, looked)| looked.count());
        lines.chain(self.texts.iter().map(|(_, looked)| looked.count())).sum()
    }

    /// The paragraphs of the page it was found in, each with how often: the title is 0.
    pub fn texts(&self) -> impl Iterator<Item = (usize, usize)> {
        let counts = self.texts.iter().enumerate().map(|(index, (_, looked))| (index, looked.count()));
        counts.filter(|(_, count)| *count > 0)
    }

    /// A paragraph of the page as it was taken in.
    #[must_use]
    pub fn text(&self, index: usize) -> Option<&Composed> {
        self.texts.get(index).map(|(text, _)| text.as_ref())
    }

    /// The bytes of what is shown in a paragraph of the page that were found.
    #[must_use]
    pub fn shown(&self, index: usize) -> Vec<Range<usize>> {
        let Some((text, looked)) = self.texts.get(index) else { return Vec::new() };
        match looked.hits.as_deref() {
            None | Some([]) => Vec::new(),
            Some(hits) => {
                let hits = in_text(&text.text, self.manner.exact, hits);
                hits.into_iter().map(|hit| hit.range).collect()
            }
        }
    }

    /// What was found as the n-th, in the order of the record: header, text, then what is beside it.
    #[must_use]
    pub fn nth(&self, n: usize) -> Option<Found> {
        let mut left = n;
        for (line, looked) in self.lines.iter().take(self.before) {
            match left.checked_sub(looked.count()) {
                Some(rest) => left = rest,
                None => return self.in_line(line, looked, left),
            }
        }
        for (index, (text, looked)) in self.texts.iter().enumerate() {
            match left.checked_sub(looked.count()) {
                Some(rest) => left = rest,
                None => {
                    let hit = looked.hits.as_ref()?.get(left)?.clone();
                    let hit = in_text(&text.text, self.manner.exact, &[hit]).pop()?;
                    return in_composed(index, text, hit);
                }
            }
        }
        for (line, looked) in self.lines.iter().skip(self.before) {
            match left.checked_sub(looked.count()) {
                Some(rest) => left = rest,
                None => return self.in_line(line, looked, left),
            }
        }
        None
    }

    fn in_line(&self, line: &Line, looked: &Looked, n: usize) -> Option<Found> {
        let hit = looked.hits.as_ref()?.get(n)?.clone();
        let hit = in_text(&line.text, self.manner.exact, &[hit]).pop()?;
        Some(Found::Line { line: line.clone(), range: hit.range, li: hit.li })
    }

    /// Which was found first at this byte of what is shown in a paragraph, or behind it; the first of all where none was.
    #[must_use]
    pub fn from(&self, index: usize, shown: usize) -> usize {
        let mut before: usize = self.lines.iter().take(self.before).map(|(_, looked)| looked.count()).sum();
        before += self.texts.iter().take(index).map(|(_, looked)| looked.count()).sum::<usize>();
        before += self.shown(index).iter().filter(|range| range.start < shown).count();
        if before < self.count() { before } else { 0 }
    }

    /// All that was found, in order.
    pub fn all(&self) -> impl Iterator<Item = Found> {
        let line = |(line, looked): &(Line, Looked)| {
            (0..looked.count()).filter_map(|n| self.in_line(line, looked, n)).collect::<Vec<_>>()
        };
        let header: Vec<Found> = self.lines.iter().take(self.before).flat_map(line).collect();
        let rest: Vec<Found> = self.lines.iter().skip(self.before).flat_map(line).collect();
        let texts = self.texts.iter().enumerate().filter(|(_, (_, looked))| looked.count() > 0);
        let texts = texts.flat_map(|(index, (text, looked))| {
            let hits = looked.hits.as_deref().unwrap_or_default();
            let hits = in_text(&text.text, self.manner.exact, hits).into_iter();
            hits.filter_map(move |hit| in_composed(index, text, hit)).collect::<Vec<_>>()
        });
        header.into_iter().chain(texts).chain(rest)
    }
}

/// The words to put in place of a hit in this text, so that what is attached to it stays right.
#[must_use]
pub fn instead(text: &str, range: &Range<usize>, li: bool, with: &str) -> String {
    let found = Hit { range: range.clone(), li };
    let words = text.get(range.clone()).unwrap_or_default();
    search::put_in_place(word_before(text, range.start), &found, words, with)
}

/// A hit in the shown words of a paragraph: what it is of them.
fn in_composed(index: usize, text: &Composed, hit: Hit) -> Option<Found> {
    let target = text.target.clone()?;
    let Hit { range: shown, li } = hit;
    let touched = || {
        let inside = |s: &&super::view::Segment| s.shown.start < shown.end && shown.start < s.shown.end;
        text.segments.iter().filter(inside)
    };
    let covered: usize = touched()
        .filter(|s| s.how == How::Verbatim)
        .map(|s| s.shown.end.min(shown.end) - s.shown.start.max(shown.start))
        .sum();
    let live = touched().find_map(|s| match &s.how {
        How::Field(atom) | How::Unresolved(atom) => {
            let words = text.text.get(s.shown.clone()).unwrap_or_default();
            Some(Words::Live(s.source.start, atom.clone(), words.to_owned()))
        }
        How::Verbatim | How::Hidden => None,
    });
    let words = match live {
        Some(live) => live,
        None if covered == shown.len() => {
            let start = text.source(shown.start);
            let end = text.source(shown.end);
            Words::Stored(start..end.max(start), li)
        }
        None => Words::Made,
    };
    Some(Found::Text { index, target, shown, words })
}

/// What stands beside the text: the header with the people, then what blocks carry and remarks.
fn lines(document: &Document, output: OutputKind) -> (Vec<Line>, Vec<Line>) {
    let meeting = document.meeting();
    let mut header = Vec::new();
    let mut add = |path: FieldPath, text: String| {
        if !text.trim().is_empty() {
            header.push(Line { owner: Owner::Field(path), text });
        }
    };
    for kind in document.outputs().iter().map(|output| output.kind) {
        if kind != output {
            add(FieldPath::OutputTitle(kind), document.read(FieldPath::OutputTitle(kind)));
        }
        for path in [FieldPath::OutputNumber(kind), FieldPath::OutputReference(kind)] {
            add(path, document.read(path));
        }
    }
    for path in [
        FieldPath::BodyName,
        FieldPath::BodyOrganisation,
        FieldPath::BodyRegion,
        FieldPath::BodyProvince,
        FieldPath::SessionNature,
        FieldPath::SessionTheme,
    ] {
        add(path, document.read(path));
    }
    add(FieldPath::Dates, arabic::write(&meeting.dates, arabic::Style::WithDay));
    for path in [FieldPath::Start, FieldPath::End, FieldPath::Venue] {
        add(path, document.read(path));
    }
    add(FieldPath::NextDates, arabic::write(&meeting.next.dates, arabic::Style::WithDay));
    for path in [
        FieldPath::NextVenue,
        FieldPath::LetterheadLines,
        FieldPath::LetterheadAddress,
        FieldPath::LetterheadContact,
    ] {
        add(path, document.read(path));
    }
    for at in 0..meeting.attendance.groups.len() {
        for path in [FieldPath::GroupNominative(at), FieldPath::GroupOblique(at)] {
            add(path, document.read(path));
        }
    }
    for (at, entry) in meeting.attendance.people.iter().enumerate() {
        add(FieldPath::Attendee(at, AttendeeField::Reason), entry.reason.clone());
    }
    for (id, person) in document.people() {
        for field in [PersonField::Name, PersonField::Latin, PersonField::Role, PersonField::Body] {
            let text = field.read(person);
            if !text.trim().is_empty() {
                header.push(Line { owner: Owner::Person(*id, field), text });
            }
        }
    }
    let mut rest = Vec::new();
    for block in document.blocks() {
        let carried = Carried::of(&block.kind).into_iter().filter(|(_, text)| !text.trim().is_empty());
        rest.extend(carried.map(|(carried, text)| {
            let owner = Owner::Block(block.id, carried);
            Line { owner, text: text.to_owned() }
        }));
    }
    if !document.comments().is_empty() {
        let about = |id: CommentId| {
            let marked = |block: &&Arc<Block>| block.text.marks().iter().any(|m| m.mark == Mark::Remark(id));
            document.blocks().iter().find(marked).map(|block| block.id)
        };
        rest.extend(
            document.comments().iter().map(|(id, comment)| Line {
                owner: Owner::Remark(*id, about(*id)),
                text: comment.text.clone(),
            }),
        );
    }
    (header, rest)
}

/// Where a place of a text is shown.
#[must_use]
pub fn shown_at(text: &Composed, offset: usize) -> usize {
    text.shown(offset, Affinity::Downstream)
}
