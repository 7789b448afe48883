//! A change while it is being made: steps applied one by one, all taken back if one is refused.

use std::ops::Range;

use super::motion::grapheme_at_or_after;
use crate::arabic::{is_nfc, nfc, starts_segment};
use crate::document::{ATOM, BlockId, Document, Id, PersonId, Piece, RichText, Step, StepError, Target};

/// Where new names come from.
#[derive(Clone, Debug)]
pub(super) struct Ids {
    session: u32,
    counter: u32,
}

impl Ids {
    /// Names of this session that the record does not have yet.
    pub(super) fn new(document: &Document, session: u32) -> Self {
        let blocks = document.blocks().iter().map(|block| block.id.0);
        let people = document.people().keys().map(|id| id.0);
        let groups = document.meeting().attendance.groups.iter().map(|group| group.id.0);
        let comments = document.comments().keys().map(|id| id.0);
        let changes = document.changes().keys().map(|id| id.0);
        let revisions = document.revisions().keys().map(|id| id.0);
        let all = blocks.chain(people).chain(groups).chain(comments).chain(changes).chain(revisions);
        let counter = all.filter(|id| id.session == session).map(|id| id.counter).max().unwrap_or(0);
        Self { session, counter }
    }

    fn next(&mut self) -> Id {
        self.counter += 1;
        Id { session: self.session, counter: self.counter }
    }

    pub(super) fn block(&mut self) -> BlockId {
        BlockId(self.next())
    }

    pub(super) fn person(&mut self) -> PersonId {
        PersonId(self.next())
    }

    pub(super) fn group(&mut self) -> crate::document::GroupId {
        crate::document::GroupId(self.next())
    }
}

/// The steps of one command, applied as they are gathered.
pub(super) struct Draft<'a> {
    pub(super) document: &'a mut Document,
    pub(super) ids: &'a mut Ids,
    pub(super) steps: Vec<Step>,
    pub(super) inverse: Vec<Step>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(document: &'a mut Document, ids: &'a mut Ids) -> Self {
        Self { document, ids, steps: Vec::new(), inverse: Vec::new() }
    }

    pub(super) fn step(&mut self, step: Step) -> Result<(), StepError> {
        let inverse = self.document.apply(step.clone())?;
        self.steps.push(step);
        self.inverse.push(inverse);
        Ok(())
    }

    /// Takes back everything done so far.
    pub(super) fn abandon(self) {
        for step in self.inverse.into_iter().rev() {
            // Each undoes what was just done, so none can be refused.
            let undone = self.document.apply(step);
            debug_assert!(undone.is_ok(), "an inverse was refused: {undone:?}");
        }
    }

    /// Puts `insert` in place of a range, in normal form C across its seams; returns where it ends.
    pub(super) fn splice(
        &mut self,
        at: &Target,
        range: Range<usize>,
        insert: RichText,
    ) -> Result<usize, StepError> {
        let Some(rich) = self.document.rich(at) else {
            return Err(StepError::NoTarget(at.clone()));
        };
        let (range, insert, end) = widened(rich, range, insert)?;
        if range.is_empty() && insert.is_empty() {
            return Ok(end);
        }
        let (start, stop) = (range.start, range.end);
        self.step(Step::Splice { at: at.clone(), start, end: stop, insert })?;
        let text = self.document.rich(at).map(RichText::text).unwrap_or_default();
        Ok(grapheme_at_or_after(text, end))
    }
}

/// The splice widened to the nearest starters where its seams would not be in normal form C.
fn widened(
    rich: &RichText,
    range: Range<usize>,
    insert: RichText,
) -> Result<(Range<usize>, RichText, usize), StepError> {
    let text = rich.text();
    let (Some(before), Some(after)) = (text.get(..range.start), text.get(range.end..)) else {
        return Err(StepError::Text(crate::document::RichError::Range));
    };
    let first = insert.text().chars().next().or_else(|| after.chars().next());
    let cut_left = first.is_none_or(starts_segment);
    let cut_right = after.chars().next().is_none_or(starts_segment);
    let plain_end = range.start + insert.len();
    if cut_left && cut_right && is_nfc(insert.text()) {
        return Ok((range, insert, plain_end));
    }
    let start = if cut_left {
        range.start
    } else {
        before.char_indices().rev().find(|(_, c)| starts_segment(*c)).map_or(0, |(at, _)| at)
    };
    let stop =
        after.char_indices().find(|(_, c)| starts_segment(*c)).map_or(text.len(), |(at, _)| range.end + at);
    let stop = if cut_right { range.end } else { stop };
    let (left, right) = (rich.slice(start..range.start)?, rich.slice(range.end..stop)?);
    let mut pieces = left.pieces();
    pieces.extend(insert.pieces());
    let inserted_end = start + nfc_pieces(&pieces).iter().map(length).sum::<usize>();
    pieces.extend(right.pieces());
    let joined = RichText::from_pieces(nfc_pieces(&pieces))?;
    let end = inserted_end.min(start + joined.len());
    Ok((start..stop, joined, end))
}

fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Text(words) | Piece::Marked(_, words) => words.len(),
        Piece::Field(_) | Piece::MarkedField(..) => ATOM.len_utf8(),
    }
}

/// The words of a piece, if it is not a field.
fn words_of(piece: &mut Piece) -> Option<&mut String> {
    match piece {
        Piece::Text(words) | Piece::Marked(_, words) => Some(words),
        Piece::Field(_) | Piece::MarkedField(..) => None,
    }
}

/// The pieces in normal form C, each for itself and across their seams. Where a letter composes with what other
/// marks lie on, it takes the marks of its start.
fn nfc_pieces(pieces: &[Piece]) -> Vec<Piece> {
    let settled = settle(pieces, Seams::WhereNeeded);
    let text: String =
        settled.clone().iter_mut().map(|piece| words_of(piece).map_or(ATOM.into(), std::mem::take)).collect();
    if is_nfc(&text) { settled } else { settle(pieces, Seams::Every) }
}

/// At which seams the marks that open a piece go to the letter before them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seams {
    /// Where the two sides are not in normal form C.
    WhereNeeded,
    /// At all: a letter and its marks lie in more than two pieces.
    Every,
}

fn settle(pieces: &[Piece], seams: Seams) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut piece = piece.clone();
        if let (Some(before), Some(words)) = (out.last_mut().and_then(words_of), words_of(&mut piece)) {
            let lead = words.find(starts_segment).unwrap_or(words.len());
            let tail = before.rfind(starts_segment).unwrap_or(0);
            let seam =
                before.get(tail..).unwrap_or_default().to_owned() + words.get(..lead).unwrap_or_default();
            if seams == Seams::Every || !is_nfc(&seam) {
                before.truncate(tail);
                before.push_str(&nfc(&seam));
                words.drain(..lead);
            }
        }
        if let Some(words) = words_of(&mut piece) {
            if words.is_empty() {
                continue;
            }
            if !is_nfc(words) {
                *words = nfc(words);
            }
        }
        out.push(piece);
    }
    out
}
