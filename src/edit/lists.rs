//! Items of a list out of paragraphs and back, parted where they were run together, and what is followed of several.

use std::sync::Arc;

use super::EditError;
use super::blocks::{chosen, selected};
use super::command::FollowUp;
use super::draft::Draft;
use super::selection::Selection;
use crate::arabic::labels::{Sort, label};
use crate::arabic::{self, fused};
use crate::document::{
    Block, BlockId, Document, Kind, MAX_DEPTH, Place, Recommendation, RichText, Step, StepError, Target,
};

/// Makes items of the selected blocks that are none; the label typed before one goes, and tells its level.
pub(super) fn to_items(draft: &mut Draft<'_>, selection: &Selection) -> Result<Selection, StepError> {
    let mut after = selection.clone();
    let touched = selected(draft.document, selection);
    let alone = touched.len() == 1;
    let mut levels = Levels::behind(draft.document, touched.first());
    let mut next = None;
    for block in touched {
        let at = draft.document.blocks().index(block.id);
        if next.is_some() && at != next {
            // It stands apart from those before it: another list goes on.
            levels = Levels::behind(draft.document, Some(&block));
        }
        next = at.map(|at| at + 1);
        if let Some(depth) = block.kind.depth() {
            levels.meets(depth);
            continue;
        }
        if !is_worded(&block.kind) || (block.text.is_empty() && !alone) {
            continue;
        }
        let text = block.text.text();
        let blank = text.len() - text.trim_start().len();
        let found = label(text.get(blank..).unwrap_or_default()).filter(|label| !label.weak);
        let end = found.as_ref().map_or(0, |label| blank + label.end);
        let depth = levels.of(found.map(|label| label.sort));
        draft.step(Step::SetKind(block.id, Box::new(Kind::recommendation(depth))))?;
        if end > 0 {
            let target = Target::Block(block.id);
            draft.splice(&target, 0..end, RichText::default())?;
            for place in [&mut after.anchor, &mut after.head] {
                if place.target == target {
                    place.offset = place.offset.saturating_sub(end);
                }
            }
        }
    }
    Ok(after)
}

/// Makes paragraphs of the selected items.
pub(super) fn to_paragraphs(draft: &mut Draft<'_>, selection: &Selection) -> Result<(), StepError> {
    for block in selected(draft.document, selection) {
        if block.kind.depth().is_some() {
            draft.step(Step::SetKind(block.id, Box::default()))?;
        }
    }
    Ok(())
}

/// How many of the selected items carry something that a paragraph has no place for.
#[must_use]
pub fn followed(document: &Document, selection: &Selection) -> usize {
    let carries = |block: &Arc<Block>| {
        block.kind.depth().is_some_and(|depth| block.kind != Kind::recommendation(depth))
    };
    selected(document, selection).into_iter().filter(carries).count()
}

/// The items the selection touches.
#[must_use]
pub fn items(document: &Document, selection: &Selection) -> Vec<BlockId> {
    let touched = selected(document, selection).into_iter();
    touched.filter(|block| block.kind.depth().is_some()).map(|block| block.id).collect()
}

/// What is followed otherwise of another of these recommendations than of this one.
#[must_use]
pub fn differing(document: &Document, items: &[BlockId], from: BlockId) -> Vec<FollowUp> {
    let of = |id: BlockId| match document.block(id).map(|block| &block.kind) {
        Some(Kind::Recommendation(now)) => Some(now),
        _ => None,
    };
    let Some(own) = of(from) else { return Vec::new() };
    items.iter().filter_map(|id| of(*id)).flat_map(|other| FollowUp::between(own, other)).collect()
}

/// Whether a block is words that may as well be an item.
fn is_worded(kind: &Kind) -> bool {
    !matches!(kind, Kind::Signatures(_) | Kind::Annex(_) | Kind::Note(_))
}

/// The levels of a list that is being made, by the sorts of its labels.
struct Levels {
    /// The level of items that stand below no other.
    base: u8,
    /// The sorts above the last item and its own, each with its level.
    open: Vec<(Sort, u8)>,
}

impl Levels {
    /// Those of items that begin with this block: they go on with the list before it.
    fn behind(document: &Document, first: Option<&Arc<Block>>) -> Self {
        let at = first.and_then(|block| document.blocks().index(block.id));
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| document.blocks().get_at(at));
        let base = before.and_then(|block| block.kind.depth()).map_or(1, |depth| depth.max(1));
        Self { base, open: Vec::new() }
    }

    /// An item that has its level already.
    fn meets(&mut self, depth: u8) {
        *self = Self { base: depth.max(1), open: Vec::new() };
    }

    /// The level of the next item.
    fn of(&mut self, sort: Option<Sort>) -> u8 {
        let Some(sort) = sort else { return self.open.last().map_or(self.base, |(_, depth)| *depth) };
        if sort == Sort::Axis {
            *self = Self { base: 1, open: Vec::new() };
            return 0;
        }
        if let Some(at) = self.open.iter().position(|(known, _)| *known == sort) {
            self.open.truncate(at + 1);
        } else {
            self.open.retain(|(known, _)| known.rank() < sort.rank());
            let depth = self.open.last().map_or(self.base, |(_, depth)| (depth + 1).min(MAX_DEPTH));
            self.open.push((sort, depth));
        }
        self.open.last().map_or(self.base, |(_, depth)| *depth)
    }
}

/// Parts a block, or the selected ones, where several items were run together.
pub(super) fn split(
    draft: &mut Draft<'_>,
    selection: &Selection,
    one: Option<BlockId>,
) -> Result<Selection, EditError> {
    let blocks: Vec<Arc<Block>> = match one {
        Some(id) => vec![draft.document.block(id).cloned().ok_or(StepError::NoBlock(id))?],
        None => selected(draft.document, selection),
    };
    let mut after = selection.clone();
    for block in blocks {
        let seams = seams(&block);
        let Some(first) = seams.places.first() else { continue };
        // A caret beyond the first seam would be in words that went into another block.
        let target = Target::Block(block.id);
        let gone = |place: &Place| place.target == target && place.offset > *first;
        if gone(&after.head) || gone(&after.anchor) {
            after = Selection::caret(Place::new(target, 0));
        }
        for at in seams.places.into_iter().rev() {
            super::guesses::part(draft, block.id, at, Some(seams.kind.clone()))?;
        }
    }
    Ok(after)
}

/// Where a block holds several items, and what they are.
struct Seams {
    places: Vec<usize>,
    kind: Kind,
}

fn seams(block: &Block) -> Seams {
    let text = block.text.text();
    let numbered = fused::numbered(text);
    let depth = block.kind.depth();
    let Some(first) = numbered.first() else {
        let kind = depth.map_or_else(|| super::text::fresh(&block.kind), Kind::recommendation);
        return Seams { places: fused::clauses(text), kind };
    };
    // «… من خلال: 1- … 2- …»: they stand below the words that lead to them.
    let leads = text.get(..*first).is_some_and(|lead| lead.trim_end().ends_with(':'));
    let depth = depth.map_or(1, |depth| if leads { (depth + 1).min(MAX_DEPTH) } else { depth });
    Seams { places: numbered, kind: Kind::recommendation(depth) }
}

/// Whether there is something to part in the selected blocks.
#[must_use]
pub fn is_fused(document: &Document, selection: &Selection) -> bool {
    selected(document, selection).iter().any(|block| !seams(block).places.is_empty())
}

/// Says the same of all selected items.
pub(super) fn follow_up(
    draft: &mut Draft<'_>,
    selection: &Selection,
    what: &FollowUp,
) -> Result<(), StepError> {
    for block in selected(draft.document, selection) {
        let Kind::Recommendation(now) = &block.kind else { continue };
        let new = with(now, what);
        if new != *now {
            draft.step(Step::SetKind(block.id, Box::new(Kind::Recommendation(new))))?;
        }
    }
    Ok(())
}

fn with(now: &Recommendation, what: &FollowUp) -> Recommendation {
    let line = |words: &str| {
        let cleaned = arabic::clean(words, arabic::Source::Typed);
        cleaned.text.replace(['\n', '\r'], " ")
    };
    let mut new = now.clone();
    match what {
        FollowUp::Addressee(words) => new.addressee = line(words),
        FollowUp::Responsible(words) => new.responsible = line(words),
        FollowUp::Due(day) => new.due = *day,
        FollowUp::State(state) => new.state = *state,
        FollowUp::Vote(vote) => new.vote = *vote,
    }
    new
}

/// Takes the selected blocks out with all below them.
pub(super) fn remove(draft: &mut Draft<'_>, selection: &Selection) -> Result<Selection, StepError> {
    let ranges = chosen(draft.document, selection);
    let Some(range) = ranges.first() else { return Ok(selection.clone()) };
    let blocks = draft.document.blocks();
    let all = ranges.iter().cloned().flatten();
    let ids: Vec<BlockId> = all.filter_map(|at| blocks.get_at(at)).map(|block| block.id).collect();
    let next = blocks.get_at(range.end).map(|block| Place::new(Target::Block(block.id), 0));
    let before = range.start.checked_sub(1).and_then(|at| blocks.get_at(at));
    let before = before.map(|block| Place::new(Target::Block(block.id), block.text.len()));
    // From the end, so that what stays is not moved up once for each of them.
    for id in ids.into_iter().rev() {
        draft.step(Step::Remove(id))?;
    }
    Ok(next.or(before).map_or_else(|| selection.clone(), Selection::caret))
}
