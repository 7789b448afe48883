//! Changes of whole blocks: kind, depth, readers, order.

use std::ops::Range;
use std::sync::Arc;

use super::command::Shift;
use super::draft::Draft;
use super::foreign::with_known_people;
use super::selection::{Selection, Stretch};
use crate::document::{
    AgendaItem, Annex, Audience, Block, BlockId, Decision, Document, Kind, MAX_DEPTH, Note, Place, RichText,
    Signatures, Speaker, Step, StepError, Target,
};

/// The blocks the selection touches. One whose words it only comes up to is none of them.
pub(super) fn selected(document: &Document, selection: &Selection) -> Vec<Arc<Block>> {
    let ranges = selection.ranges(document);
    let (from, to) = selection.ordered(document);
    let several = from.target != to.target;
    let block = |(target, range): &(Target, Range<usize>)| match target {
        Target::Block(id) => {
            let block = document.block(*id).cloned()?;
            let beyond = several && *target == to.target && range.end == 0 && !block.text.is_empty();
            (!beyond).then_some(block)
        }
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
    };
    ranges.iter().filter_map(block).collect()
}

/// Where the blocks stand that the selection touches, with all that is below them: stretches apart from each other, in
/// order.
#[must_use]
pub fn chosen(document: &Document, selection: &Selection) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for block in selected(document, selection) {
        let Some(start) = document.blocks().index(block.id) else { continue };
        let end = unit_end(document, start);
        match all.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => all.push(start..end),
        }
    }
    all
}

/// A stretch of blocks by the names at its ends, which stay while others move past it.
fn named(document: &Document, range: &Range<usize>) -> Option<Stretch> {
    let name = |at: usize| document.blocks().get_at(at).map(|block| block.id);
    Some(Stretch { first: name(range.start)?, last: name(range.end.checked_sub(1)?)? })
}

/// One level up or down for what is selected, each with all below it; what has no level that way stays, and all below.
pub(super) fn depth(draft: &mut Draft<'_>, selection: &Selection, shift: Shift) -> Result<(), StepError> {
    let mut done = 0;
    for block in selected(draft.document, selection) {
        let Some(at) = draft.document.blocks().index(block.id).filter(|at| *at >= done) else { continue };
        let end = unit_end(draft.document, at);
        match (block.kind.depth(), shift) {
            (Some(own), Shift::Up) if own > 0 => level(draft, at..end, -1)?,
            (Some(own), Shift::Down) if own < MAX_DEPTH => level(draft, at..end, 1)?,
            _ => {}
        }
        done = end;
    }
    Ok(())
}

/// So many levels deeper for the recommendations of this stretch, as far as there are any.
pub(super) fn level(draft: &mut Draft<'_>, range: Range<usize>, by: i8) -> Result<(), StepError> {
    for at in range {
        let Some(block) = draft.document.blocks().get_at(at) else { continue };
        let Some(depth) = block.kind.depth() else { continue };
        let next = depth.saturating_add_signed(by).min(MAX_DEPTH);
        if next != depth {
            let step = Step::SetKind(block.id, Box::new(block.kind.at_depth(next)));
            draft.step(step)?;
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

/// Moves the selected blocks with all below them past the neighbour and all below it, each stretch of them past its own.
pub(super) fn move_blocks(
    draft: &mut Draft<'_>,
    selection: &Selection,
    shift: Shift,
) -> Result<(), StepError> {
    let ranges = chosen(draft.document, selection);
    let mut stretches: Vec<Stretch> =
        ranges.iter().filter_map(|range| named(draft.document, range)).collect();
    if shift == Shift::Down {
        // What is further on makes room first.
        stretches.reverse();
    }
    for stretch in stretches {
        let Some(range) = stretch.range(draft.document) else { continue };
        move_range(draft, range, shift)?;
    }
    Ok(())
}

fn move_range(draft: &mut Draft<'_>, range: Range<usize>, shift: Shift) -> Result<(), StepError> {
    let blocks = draft.document.blocks();
    let depth = |at: usize| blocks.get_at(at).and_then(|block| block.kind.depth());
    // The level of what moves: its highest, if it begins with a recommendation.
    let own = depth(range.start).map(|first| range.clone().filter_map(depth).fold(first, u8::min));
    let to = match shift {
        Shift::Up => {
            let Some(before) = range.start.checked_sub(1) else { return Ok(()) };
            unit_start(draft.document, before, own)
        }
        Shift::Down => {
            if range.end >= blocks.len() {
                return Ok(());
            }
            // Past one that is not below the mover's own level, only its first block: what goes up again comes back.
            let whole = own.is_some_and(|own| depth(range.end) >= Some(own));
            if whole { unit_end(draft.document, range.end) } else { range.end + 1 }
        }
    };
    relocate(draft, range, to)
}

/// Puts the selected blocks with all below them before another, or last, behind each other; the highest of each stretch
/// takes this level, and the others theirs below it.
pub(super) fn put(
    draft: &mut Draft<'_>,
    selection: &Selection,
    before: Option<BlockId>,
    depth: Option<u8>,
) -> Result<(), StepError> {
    let ranges = chosen(draft.document, selection);
    let blocks = draft.document.blocks();
    let to = match before {
        Some(other) => blocks.index(other).ok_or(StepError::NoBlock(other))?,
        None => blocks.len(),
    };
    // What goes there itself is no neighbour: the first after it that stays is.
    let to = ranges.iter().find(|range| range.contains(&to)).map_or(to, |range| range.end);
    let before = blocks.get_at(to).map(|block| block.id);
    let stretches: Vec<Stretch> = ranges.iter().filter_map(|range| named(draft.document, range)).collect();
    for stretch in stretches {
        let Some(range) = stretch.range(draft.document) else { continue };
        let blocks = draft.document.blocks();
        let to = before.map_or(Some(blocks.len()), |id| blocks.index(id)).unwrap_or(range.end);
        let depths = range.clone().filter_map(|at| blocks.get_at(at).and_then(|block| block.kind.depth()));
        if let (Some(depth), Some(now)) = (depth, depths.min()) {
            let by = i8::try_from(i16::from(depth.min(MAX_DEPTH)) - i16::from(now)).unwrap_or_default();
            level(draft, range.clone(), by)?;
        }
        relocate(draft, range, to)?;
    }
    Ok(())
}

/// Puts a stretch of blocks before the block at this place. The fewer blocks move: those, or the ones they pass.
fn relocate(draft: &mut Draft<'_>, range: Range<usize>, to: usize) -> Result<(), StepError> {
    if (range.start..=range.end).contains(&to) {
        return Ok(());
    }
    let passed = if to < range.start { to..range.start } else { range.end..to };
    let (moved, to) = if passed.len() < range.len() {
        (passed, if to < range.start { range.end } else { range.start })
    } else {
        (range, to)
    };
    let blocks = draft.document.blocks();
    let ids: Vec<BlockId> = blocks.iter().take(moved.end).skip(moved.start).map(|block| block.id).collect();
    let mut after = to.checked_sub(1).and_then(|at| blocks.get_at(at)).map(|block| block.id);
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
    relocate(draft, start..end, to)
}

/// The index past the block and the deeper recommendations that follow it.
#[must_use]
pub fn unit_end(document: &Document, index: usize) -> usize {
    let blocks = document.blocks();
    let Some(depth) = blocks.get_at(index).and_then(|block| block.kind.depth()) else {
        return index + 1;
    };
    let deeper = |block: &&Arc<Block>| block.kind.depth().is_some_and(|d| d > depth);
    index + 1 + blocks.iter().skip(index + 1).take_while(deeper).count()
}

/// Whether a block has another below it.
#[must_use]
pub fn unit_holds(document: &Document, index: usize, other: usize) -> bool {
    (index + 1..unit_end(document, index)).contains(&other)
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
