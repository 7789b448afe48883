//! One paragraph of a text on its way into a record: its label, its words, and the cues among them.

use super::Para;
use super::tables::Seat;
use crate::arabic::cues::{Cue, Found, Words};
use crate::arabic::labels::{Labelled, label};
use crate::arabic::proceedings::Heading;
use crate::document::{Guessed, Kind, Sureness};

/// What becomes of a paragraph.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Fate {
    /// A block of this kind.
    Block(Kind),
    /// The title.
    Title,
    /// A line above the title.
    Letterhead,
    /// The outgoing number, printed from the header.
    Number,
    /// The letter that is answered, printed from the header.
    Reference,
    /// The heading over the agenda or the annexes: printed by itself.
    Over,
    /// The heading over a list of people: printed by itself.
    Heading(Heading),
    /// A heading with those it is over in the same line.
    Named(Heading),
    /// A line of the attendance list.
    Roll,
    /// The heads of the columns of a table of who was there.
    Columns,
    /// The sentence about the quorum.
    Quorum,
    /// A sentence that tells the agenda as this program would.
    AgendaSentence,
    /// Words that lead to the agenda and say no more than its heading does.
    Repeats,
    /// A fact said before the text, for programs, which the header knows.
    Front,
    /// A line on which somebody signs.
    Signature,
    /// Left by a web page.
    Residue,
}

/// A paragraph with what was found in it.
pub(super) struct Line<'a> {
    pub(super) para: &'a Para,
    /// What stands before its words, in the text or beside it.
    pub(super) label: Option<Labelled>,
    /// Where the words begin that were looked at.
    pub(super) base: usize,
    pub(super) words: Words,
    pub(super) cues: Vec<Found>,
    pub(super) fate: Fate,
    pub(super) how: Sureness,
    /// What else was guessed of it; places count from the start of the block.
    pub(super) more: Vec<Guessed>,
    /// What it says as the row of a table of who was there.
    pub(super) seat: Option<Seat>,
    /// Whether the label becomes the block's own and leaves the text.
    pub(super) is_item: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(para: &'a Para) -> Self {
        let label = match &para.list {
            // The word processor counts: its label is no part of the text.
            Some(listed) => {
                let shown = format!("{} x", listed.label);
                label(&shown).map(|found| Labelled { weak: false, end: 0, ..found })
            }
            None => label(&para.text),
        };
        let base = label.as_ref().filter(|label| !label.weak).map_or(0, |label| label.end);
        let words = Words::of(para.text.get(base..).unwrap_or_default());
        let cues = words.cues();
        let fate = Fate::Block(Kind::default());
        let (how, more) = (Sureness::Likely, Vec::new());
        Self { para, label, base, words, cues, fate, how, more, seat: None, is_item: false }
    }

    /// The words that were looked at.
    pub(super) fn text(&self) -> &'a str {
        self.para.text.get(self.base..).unwrap_or_default()
    }

    /// What the block holds.
    pub(super) fn kept(&self) -> &'a str {
        self.para.text.get(self.lifted()..).unwrap_or_default()
    }

    /// How many bytes of the text are the block's label.
    pub(super) fn lifted(&self) -> usize {
        match &self.label {
            Some(label) if self.is_item => label.end,
            _ => 0,
        }
    }

    /// Whether a sign of quotation may stand in it: all of them begin with a byte that no letter of ours has.
    pub(super) fn may_quote(&self) -> bool {
        self.para.text.bytes().any(|byte| matches!(byte, 0xc2 | 0xe2))
    }

    /// Whether it is no part of the text.
    pub(super) fn is_apart(&self) -> bool {
        matches!(self.fate, Fate::Residue | Fate::Front)
    }

    /// Whether it stands in a table of who was there.
    pub(super) fn is_seated(&self) -> bool {
        self.seat.is_some() || self.fate == Fate::Columns
    }

    pub(super) fn has(&self, cue: Cue) -> bool {
        self.cues.iter().any(|found| found.cue == cue)
    }

    /// The first of these cues within so many words of the start.
    pub(super) fn early(&self, cue: Cue, within: usize) -> Option<Found> {
        self.cues.iter().find(|found| found.cue == cue && found.at <= within).copied()
    }

    /// The first of these cues that opens a clause.
    pub(super) fn opens(&self, cue: Cue, within: usize) -> Option<Found> {
        self.cues.iter().find(|found| found.cue == cue && found.at <= within && found.opens).copied()
    }

    pub(super) fn ends_with(&self, marks: &[char]) -> bool {
        self.para.text.trim_end().ends_with(marks)
    }

    /// The words without any label, even one that could be words of the text.
    pub(super) fn unlabelled(&self) -> &'a str {
        let from = self.label.as_ref().map_or(0, |label| label.end);
        self.para.text.get(from..).unwrap_or_default()
    }

    /// Whether the line ends as one does that a list follows.
    pub(super) fn leads(&self) -> bool {
        self.ends_with(&[':'])
    }

    /// The words that end the line and lead below it.
    pub(super) fn descends(&self) -> Option<&str> {
        let last = self.words.len();
        let found = self.cues.iter().rfind(|found| found.cue == Cue::Descends && found.end == last)?;
        let is_open =
            self.leads() || !self.ends_with(&['.', '\u{61b}', '\u{60c}']) && found.end - found.at > 1;
        is_open.then(|| self.words.word(found.end - 1))
    }

    /// Whether it reads like a heading: short, and no sentence.
    pub(super) fn is_titular(&self) -> bool {
        (1..=16).contains(&self.words.len())
            && !self.ends_with(&['.', '\u{61b}', '\u{60c}', '!', '?', '\u{61f}', ';'])
    }

    pub(super) fn is_labelled(&self) -> bool {
        self.label.as_ref().is_some_and(|label| !label.weak)
    }

    pub(super) fn kind(&mut self, kind: Kind, how: Sureness) {
        (self.fate, self.how) = (Fate::Block(kind), how);
    }
}
