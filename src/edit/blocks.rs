//! Changes of whole blocks: kind, depth, readers, order.

use std::ops::Range;
use std::sync::Arc;

use super::command::Shift;
use super::draft::Draft;
use super::foreign::with_known_people;
use super::selection::Selection;
use crate::document::{
    AgendaItem, Annex, Audience, Block, BlockId, Decision, Document, Kind, MAX_DEPTH, Note, Place, RichText,
    Signatures, Speaker, Step, StepError, Target,
};

fn selected(document: &Document, selection: &Selection) -> Vec<Arc<Block>> {
    let ranges = selection.ranges(document);
    let block = |(target, _): &(Target, Range<usize>)| match target {
        Target::Block(id) => document.block(*id).cloned(),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
    };
    ranges.iter().filter_map(block).collect()
}

pub(super) fn depth(draft: &mut Draft<'_>, selection: &Selection, shift: Shift) -> Result<(), StepError> {
    for block in selected(draft.document, selection) {
        let Some(depth) = block.kind.depth() else { continue };
        let next = match shift {
            Shift::Up => depth.saturating_sub(1),
            Shift::Down => (depth + 1).min(MAX_DEPTH),
        };
        if next != depth {
            draft.step(Step::SetKind(block.id, Box::new(block.kind.at_depth(next))))?;
        }
    }
    Ok(())
}

pub(super) fn set_kind(draft: &mut Draft<'_>, selection: &Selection, kind: &Kind) -> Result<(), StepError> {
    for block in selected(draft.document, selection) {
        let new = match (&block.kind, kind) {
            (old @ Kind::Recommendation(_), Kind::Recommendation(to)) if is_bare(kind) => {
                old.at_depth(to.depth)
            }
            (old, new) if std::mem::discriminant(old) == std::mem::discriminant(new) && is_bare(new) => {
                old.clone()
            }
            _ => with_known_people(draft.document, kind.clone()),
        };
        if new != block.kind {
            draft.step(Step::SetKind(block.id, Box::new(new)))?;
        }
    }
    Ok(())
}

/// A kind chosen with nothing filled in: a block that is of that kind already keeps what it carries.
fn is_bare(kind: &Kind) -> bool {
    match kind {
        // Their whole content is the choice itself.
        Kind::Paragraph(_) | Kind::Heading(_) => false,
        Kind::Recommendation(r) => *kind == Kind::recommendation(r.depth),
        Kind::Intervention(speaker) | Kind::Quote(speaker) => *speaker == Speaker::default(),
        Kind::AgendaItem(item) => *item == AgendaItem::default(),
        Kind::Decision(decision) => *decision == Decision::default(),
        Kind::Note(note) => *note == Note::default(),
        Kind::Signatures(list) => *list == Signatures::default(),
        Kind::Annex(annex) => *annex == Annex::default(),
    }
}

pub(super) fn set_audience(
    draft: &mut Draft<'_>,
    selection: &Selection,
    audience: Audience,
) -> Result<(), StepError> {
    for block in selected(draft.document, selection) {
        if block.audience != audience {
            draft.step(Step::SetAudience(block.id, audience))?;
        }
    }
    Ok(())
}

/// Moves the selected blocks with all below them past the neighbour and all below it.
pub(super) fn move_blocks(
    draft: &mut Draft<'_>,
    selection: &Selection,
    shift: Shift,
) -> Result<(), StepError> {
    let chosen = selected(draft.document, selection);
    let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else { return Ok(()) };
    let blocks = draft.document.blocks();
    let (Some(start), Some(last)) = (blocks.index(first.id), blocks.index(last.id)) else {
        return Ok(());
    };
    let end = unit_end(draft.document, last);
    let ids: Vec<BlockId> = blocks.iter().skip(start).take(end - start).map(|block| block.id).collect();
    let mut after = match shift {
        Shift::Up => {
            let Some(before) = start.checked_sub(1) else { return Ok(()) };
            let to = unit_start(draft.document, before, first.kind.depth());
            to.checked_sub(1).and_then(|i| blocks.get_at(i)).map(|block| block.id)
        }
        Shift::Down => {
            if end >= blocks.len() {
                return Ok(());
            }
            // Past one that is not below the mover's own level, only its first block: what goes up again comes back.
            let depth = |block: &Arc<Block>| block.kind.depth();
            let whole = depth(first).is_some_and(|own| blocks.get_at(end).and_then(depth) >= Some(own));
            let to = if whole { unit_end(draft.document, end) } else { end + 1 };
            to.checked_sub(1).and_then(|i| blocks.get_at(i)).map(|block| block.id)
        }
    };
    for id in ids {
        draft.step(Step::Move { id, after })?;
        after = Some(id);
    }
    Ok(())
}

/// Puts a block with all below it before another, or behind the last of its kind and all below that.
pub(super) fn move_before(
    draft: &mut Draft<'_>,
    id: BlockId,
    before: Option<BlockId>,
) -> Result<(), StepError> {
    let blocks = draft.document.blocks();
    let start = blocks.index(id).ok_or(StepError::NoBlock(id))?;
    let end = unit_end(draft.document, start);
    let to = match before {
        Some(other) => blocks.index(other).ok_or(StepError::NoBlock(other))?,
        None => {
            let kind = blocks.get_at(start).map(|block| std::mem::discriminant(&block.kind));
            let alike = |block: &Arc<Block>| Some(std::mem::discriminant(&block.kind)) == kind;
            blocks.iter().rposition(alike).map_or(end, |last| unit_end(draft.document, last))
        }
    };
    if (start..=end).contains(&to) {
        return Ok(());
    }
    let ids: Vec<BlockId> = blocks.iter().skip(start).take(end - start).map(|block| block.id).collect();
    let mut after = to.checked_sub(1).and_then(|at| blocks.get_at(at)).map(|block| block.id);
    for id in ids {
        draft.step(Step::Move { id, after })?;
        after = Some(id);
    }
    Ok(())
}

/// The index past the block and the deeper recommendations that follow it.
fn unit_end(document: &Document, index: usize) -> usize {
    let blocks = document.blocks();
    let Some(depth) = blocks.get_at(index).and_then(|block| block.kind.depth()) else {
        return index + 1;
    };
    let deeper = |block: &&Arc<Block>| block.kind.depth().is_some_and(|d| d > depth);
    index + 1 + blocks.iter().skip(index + 1).take_while(deeper).count()
}

/// The index where the unit begins that ends at this block, for a mover of this depth.
fn unit_start(document: &Document, index: usize, depth: Option<u8>) -> usize {
    let Some(depth) = depth else { return index };
    let mut start = index;
    let depth_at = |at: usize| document.blocks().get_at(at).and_then(|block| block.kind.depth());
    while start > 0 && depth_at(start).is_some_and(|d| d > depth) {
        start -= 1;
    }
    // Blocks deeper than the mover with none of its own depth over them are a unit without a head.
    let headless = start < index && depth_at(start).is_none_or(|d| d < depth);
    start + usize::from(headless)
}

pub(super) fn append(draft: &mut Draft<'_>, kind: Kind) -> Result<Selection, StepError> {
    let after = draft.document.blocks().last().map(|block| block.id);
    let kind = with_known_people(draft.document, kind);
    let block = Block::new(draft.ids.block(), kind, RichText::default());
    let id = block.id;
    draft.step(Step::Insert { after, block: Arc::new(block) })?;
    Ok(Selection::caret(Place::new(Target::Block(id), 0)))
}
