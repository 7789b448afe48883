//! What is asked for and what comes out: a view of a record, and the composed text in it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::arabic::figures;
use crate::document::{
    Affinity, Atom, Audience, BlockReview, Digits, Document, Label, Mark, OutputKind, Role, Target,
};

/// What is to be composed, and for whom.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct View {
    /// Which text.
    pub output: OutputKind,
    /// How much of the record it takes in.
    pub scope: Scope,
    /// Who reads it.
    pub readers: Readers,
    /// How suggested changes are read.
    pub reading: Reading,
    /// Which digits, if not those of the record's style.
    pub digits: Option<Digits>,
    /// The label of every listed item below the axes, if not those of the record's style.
    pub bullets: Option<Label>,
}

impl View {
    /// The text as it leaves the house: its own blocks, changes accepted, for the readers it is meant for.
    #[must_use]
    pub fn of(output: OutputKind) -> Self {
        let readers = if output.is_internal() { Readers::Internal } else { Readers::Public };
        Self { output, scope: Scope::Output, readers, reading: Reading::Final, digits: None, bullets: None }
    }

    /// The page being edited: every block of the record under this output's title.
    #[must_use]
    pub fn page(output: OutputKind) -> Self {
        Self {
            scope: Scope::Everything,
            readers: Readers::Internal,
            reading: Reading::Markup,
            ..Self::of(output)
        }
    }

    /// The view that is composed: suggestions are shown to the body itself alone, anybody else reads them as accepted.
    #[must_use]
    pub fn settled(self) -> Self {
        let shows = self.readers == Readers::Public && self.reading == Reading::Markup;
        Self { reading: if shows { Reading::Final } else { self.reading }, ..self }
    }

    /// The record's first output, as it leaves the house.
    #[must_use]
    pub fn main(document: &Document) -> Self {
        Self::of(document.outputs().first().map_or(OutputKind::Communique, |output| output.kind))
    }
}

/// How much of the record is composed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Scope {
    /// The blocks of one output, with what is generated from the header.
    Output,
    /// Every block, in the record's order, nothing generated: the page that is edited.
    Everything,
}

/// Who reads a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Readers {
    /// The body itself.
    Internal,
    /// Anybody: blocks for the minutes only, notes and remarks stay behind.
    Public,
}

/// How suggested changes are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Reading {
    /// As if all were accepted.
    Final,
    /// As if all were refused.
    Original,
    /// With everything shown.
    Markup,
}

/// A text of the record, ready for the screen and for every format: numbers, fields, audience and review resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Composition {
    /// Which text it is.
    pub output: OutputKind,
    /// Which digits it is written with.
    pub digits: Digits,
    /// Its title; empty text where none is given.
    pub title: Arc<Composed>,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Arc<Composed>>,
    /// Blocks of this output that were left out because of its readers.
    pub left_out: usize,
}

/// One composed paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Composed {
    /// Whose text it is; nothing for a paragraph written from the header alone.
    pub target: Option<Target>,
    /// What it is on the page.
    pub part: Part,
    /// What stands before it, ready to print: «1-», «المحور الأول:». Empty for most.
    pub label: String,
    /// What is shown, without the label.
    pub text: String,
    /// How the shown text and the stored text correspond: in order, covering both.
    pub segments: Vec<Segment>,
    /// Marks over the shown text, sorted by start.
    pub marks: Vec<Shown>,
    /// Which outputs the block belongs to.
    pub audience: Audience,
    /// What is suggested about the block as a whole.
    pub review: BlockReview,
    /// What the template asks for here.
    pub prompt: String,
    /// What stands in its columns, where it is a row of a table on paper; the text says the same in a line.
    pub row: Option<TableRow>,
}

/// A row of a table on paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableRow {
    /// Whether it heads the columns: it stands again on each page, and has no text in a line.
    pub head: bool,
    /// Its cells in reading order.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// How much of the width it takes, among the shares of its row.
    pub share: u8,
    /// Its words; none in a cell to be filled in by hand.
    pub text: String,
}

/// What a composed paragraph is on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Part {
    /// The title of the text.
    Title,
    /// A line of facts above the text: number, reference.
    Fact,
    /// A paragraph.
    Paragraph(Role),
    /// A heading of level 1 to 3.
    Heading(u8),
    /// An item of the agenda.
    AgendaItem,
    /// What somebody said.
    Intervention,
    /// Words quoted.
    Quote,
    /// What was decided.
    Decision,
    /// A recommendation: 0 axis, 1 section, 2 item, 3 sub-item.
    Outline(u8),
    /// A person or group on the attendance list.
    Attendee,
    /// A note of the live session.
    Note,
    /// Somebody's signature.
    Signature,
    /// Something that goes with the text.
    Annex,
}

impl Part {
    /// Whether its lines reach both edges, but for the last: running text does; titles, headings and lists of facts
    /// or people do not.
    #[must_use]
    pub fn is_justified(self) -> bool {
        match self {
            Self::Paragraph(_)
            | Self::AgendaItem
            | Self::Intervention
            | Self::Quote
            | Self::Decision
            | Self::Outline(1..)
            | Self::Note
            | Self::Annex => true,
            Self::Title
            | Self::Fact
            | Self::Heading(_)
            | Self::Outline(0)
            | Self::Attendee
            | Self::Signature => false,
        }
    }
}

/// A mark over the shown text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The bytes of the shown text it covers.
    pub range: Range<usize>,
    /// Which mark.
    pub mark: Mark,
}

/// A stretch of the shown text and the stored bytes it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// Bytes of the shown text.
    pub shown: Range<usize>,
    /// Bytes of the stored text.
    pub source: Range<usize>,
    /// How one becomes the other.
    pub how: How,
}

/// How stored text becomes shown text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum How {
    /// As it is, letter for letter; where digits are written as Arabic ones, a run of them with two bytes for one.
    Verbatim,
    /// A field, resolved; both ends are places for the caret, the inside is not.
    Field(Atom),
    /// A field the record has no value for; its name in brackets is shown.
    Unresolved(Atom),
    /// Stored, not shown in this reading.
    Hidden,
}

impl Segment {
    /// Bytes shown for each byte stored, where it is verbatim.
    fn scale(&self) -> usize {
        self.shown.len().checked_div(self.source.len()).unwrap_or(1).max(1)
    }
}

/// The office and the name of who signs, out of the words of a line that says both.
#[must_use]
pub fn signer(words: &str) -> (Option<&str>, &str) {
    match words.split_once(": ") {
        Some((office, name)) if !name.trim().is_empty() => (Some(office), name.trim()),
        _ => (None, words),
    }
}

impl Composed {
    /// Whether it is the line of somebody who signs: the office and the name, which a page writes on two lines.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.part == Part::Signature && self.target.is_none()
    }

    /// Leaves out what it says from this byte on: what was stored there is hidden.
    pub(super) fn end_at(&mut self, end: usize) {
        self.text.truncate(end);
        let cut = |range: &Range<usize>| range.start.min(end)..range.end.min(end);
        self.marks.iter_mut().for_each(|shown| shown.range = cut(&shown.range));
        self.marks.retain(|shown| !shown.range.is_empty());
        let mut segments = Vec::with_capacity(self.segments.len() + 1);
        for segment in self.segments.drain(..) {
            let shown = cut(&segment.shown);
            if segment.how != How::Verbatim || shown == segment.shown {
                segments.push(Segment { shown, ..segment });
                continue;
            }
            let middle = segment.source.start + shown.len() / segment.scale();
            let hidden = Segment { shown: end..end, source: middle..segment.source.end, how: How::Hidden };
            if !shown.is_empty() {
                segments.push(Segment { shown, source: segment.source.start..middle, how: How::Verbatim });
            }
            segments.push(hidden);
        }
        self.segments = segments;
    }

    /// The figures of its values, each read from the left as it was written, as bytes of a text with `before` bytes in
    /// front of the shown one: those in its fields, or in all of a line that the header alone writes. What was typed
    /// into the text itself is read as other programs read it.
    #[must_use]
    pub fn figures(&self, before: usize) -> Vec<Range<usize>> {
        let is_value = |range: &Range<usize>| {
            let mut fields = self.segments.iter().filter(|segment| matches!(segment.how, How::Field(_)));
            fields.any(|field| field.shown.start < range.end && range.start < field.shown.end)
        };
        let all = self.target.is_none();
        if !all && !self.segments.iter().any(|segment| matches!(segment.how, How::Field(_))) {
            return Vec::new();
        }
        let figures = figures(&self.text).into_iter().filter(|range| all || is_value(range));
        figures.map(|range| range.start + before..range.end + before).collect()
    }

    /// Where a stored offset is shown. An offset inside a field moves to its start or end, by affinity.
    #[must_use]
    pub fn shown(&self, source: usize, affinity: Affinity) -> usize {
        for segment in &self.segments {
            let within = match affinity {
                Affinity::Upstream => source <= segment.source.end,
                Affinity::Downstream => source < segment.source.end,
            };
            if within {
                return match segment.how {
                    How::Verbatim => {
                        segment.shown.start + source.saturating_sub(segment.source.start) * segment.scale()
                    }
                    How::Field(_) | How::Unresolved(_) | How::Hidden if source <= segment.source.start => {
                        segment.shown.start
                    }
                    How::Field(_) | How::Unresolved(_) | How::Hidden => segment.shown.end,
                };
            }
        }
        self.text.len()
    }

    /// Which stored offset a shown offset comes from. Inside a field it is the nearer end.
    #[must_use]
    pub fn source(&self, shown: usize) -> usize {
        for segment in &self.segments {
            if shown < segment.shown.end || (shown == segment.shown.end && segment.how == How::Verbatim) {
                return match segment.how {
                    How::Verbatim => {
                        segment.source.start + shown.saturating_sub(segment.shown.start) / segment.scale()
                    }
                    How::Hidden => segment.source.start,
                    How::Field(_) | How::Unresolved(_) => {
                        let middle = usize::midpoint(segment.shown.start, segment.shown.end);
                        if shown <= middle { segment.source.start } else { segment.source.end }
                    }
                };
            }
        }
        self.segments.last().map_or(0, |segment| segment.source.end)
    }

    /// The words as they read with every suggestion accepted, where suggestions are shown.
    #[must_use]
    pub fn accepted(&self) -> Cow<'_, str> {
        let mut dropped = self.marks.iter().filter(|shown| matches!(shown.mark, Mark::Deleted(_))).peekable();
        if dropped.peek().is_none() {
            return Cow::Borrowed(&self.text);
        }
        let (mut words, mut from) = (String::with_capacity(self.text.len()), 0);
        for shown in dropped {
            words.push_str(self.text.get(from..shown.range.start).unwrap_or_default());
            from = from.max(shown.range.end);
        }
        words.push_str(self.text.get(from..).unwrap_or_default());
        Cow::Owned(words)
    }

    /// The field shown at this offset, with the bytes it is shown on.
    #[must_use]
    pub fn field_at(&self, shown: usize) -> Option<(&Atom, Range<usize>)> {
        self.segments.iter().find_map(|segment| match &segment.how {
            How::Field(atom) | How::Unresolved(atom) if segment.shown.contains(&shown) => {
                Some((atom, segment.shown.clone()))
            }
            _ => None,
        })
    }
}
