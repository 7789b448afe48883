//! Words put in place of others in many places of a record at once: one change, taken back as one.

use std::collections::HashMap;
use std::ops::Range;

use super::attendance;
use super::command::{EditError, Roll, Swap};
use super::draft::Draft;
use super::fields;
use super::selection::Selection;
use crate::arabic::{Source, clean};
use crate::document::{Mark, Piece, RichError, RichText, Step, StepError, Target};

/// Puts all of these in place of what stands there; the caret stays behind the words it was behind.
pub(super) fn swap(
    draft: &mut Draft<'_>,
    selection: &Selection,
    swaps: Vec<Swap>,
) -> Result<Selection, EditError> {
    let mut ends = [selection.anchor.clone(), selection.head.clone()];
    let mut texts: Vec<(Target, Range<usize>, String)> = Vec::new();
    for swap in swaps {
        match swap {
            Swap::Text { target, range, words } => texts.push((target, range, words)),
            Swap::Field { path, value } => fields::set(draft, path, &value)?,
            Swap::Person { person, field, value } => {
                attendance::roll(draft, Roll::Person { person, field, value })?;
            }
            Swap::Carried { block, place, value } => {
                let found = draft.document.block(block).ok_or(StepError::NoBlock(block))?;
                let value = clean(&value, Source::Typed).text.trim().replace(['\n', '\r'], " ");
                // The words of the block are swapped by themselves, so they do not follow who speaks here.
                let kind = place.put(&found.kind, value).filter(|kind| *kind != found.kind);
                if let Some(kind) = kind {
                    draft.step(Step::SetKind(block, Box::new(kind)))?;
                }
            }
        }
    }
    // From the end of each text: what is changed moves nothing that is still to be changed.
    texts.sort_by_key(|(_, range, _)| std::cmp::Reverse((range.start, range.end)));
    let mut first: HashMap<Target, usize> = HashMap::new();
    for (target, range, words) in texts {
        if first.insert(target.clone(), range.start).is_some_and(|start| range.end > start) {
            return Err(refused(RichError::Range));
        }
        let end = one(draft, &target, range.clone(), &words)?;
        for place in ends.iter_mut().filter(|place| place.target == target && place.offset > range.start) {
            place.offset = if place.offset >= range.end { place.offset + end - range.end } else { end };
        }
    }
    let [anchor, head] = ends;
    Ok(Selection::new(anchor, head))
}

fn refused(error: RichError) -> EditError {
    StepError::Text(error).into()
}

/// Changes only what differs between the two, so that marks on the rest stay where they are; where the words end.
fn one(draft: &mut Draft<'_>, target: &Target, range: Range<usize>, words: &str) -> Result<usize, EditError> {
    let Some(rich) = draft.document.rich(target) else {
        return Err(StepError::NoTarget(target.clone()).into());
    };
    let old = rich.text().get(range.clone()).ok_or_else(|| refused(RichError::Range))?;
    let words = RichText::plain(&clean(words, Source::Typed).text);
    let new = words.text();
    let same = |(a, b): &((usize, char), char)| a.1 == *b;
    let head: usize =
        old.char_indices().zip(new.chars()).take_while(same).map(|((_, c), _)| c.len_utf8()).sum();
    let (old_rest, new_rest) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail: usize = (old_rest.chars().rev().zip(new_rest.chars().rev()))
        .take_while(|(a, b)| a == b)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let inner = range.start + head..range.end - tail;
    let middle = new_rest.get(..new_rest.len() - tail).unwrap_or_default();
    if inner.is_empty() && middle.is_empty() {
        return Ok(range.end);
    }
    let insert = dressed(rich, &range, &inner, middle);
    draft.splice(target, inner.clone(), insert)?;
    // In normal form C neighbours may have joined: the rest of the text is as long as it was.
    Ok(range.start + new.len())
}

/// Words with the marks of the first letter they stand for, and all remarks on what they replace.
fn dressed(rich: &RichText, whole: &Range<usize>, inner: &Range<usize>, words: &str) -> RichText {
    let first = if inner.is_empty() { inner.start.saturating_sub(1).max(whole.start) } else { inner.start };
    let takes = |m: &&crate::document::Marked| match m.mark {
        Mark::Remark(_) => m.start < whole.end && whole.start < m.end,
        _ => m.start <= first && first < m.end,
    };
    let marks: Vec<Mark> = rich.marks().iter().filter(takes).map(|m| m.mark).collect();
    let plain = RichText::plain(words);
    if marks.is_empty() || words.is_empty() {
        return plain;
    }
    RichText::from_pieces([Piece::Marked(marks, words.to_owned())]).unwrap_or(plain)
}
