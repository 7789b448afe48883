//! Which blocks stay in the house: one rule for the page, every format and the record that is published.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::{Audience, Block, BlockId, Document, Kind, Pending};

/// The blocks that nobody outside the house may read, among these, which are the record's own or what suggestions make
/// of them, in their order.
///
/// They are those for the minutes only and the notes; what somebody suggests to make one of them, for nobody has agreed
/// to publish it yet; and what somebody suggests to join to such a block: accepted, it would be a part of it.
#[must_use]
pub fn kept_inside<'b>(
    document: &Document,
    blocks: impl IntoIterator<Item = &'b Arc<Block>>,
) -> BTreeSet<BlockId> {
    let suggested = document.changes().values().filter_map(|change| match &change.pending {
        Pending::Audience(id, Audience::MinutesOnly) | Pending::Kind(id, Kind::Note(_)) => Some(*id),
        _ => None,
    });
    let mut inside: BTreeSet<BlockId> = suggested.collect();
    let mut follows = false;
    let stays =
        |block: &Block| block.audience == Audience::MinutesOnly || matches!(block.kind, Kind::Note(_));
    for block in blocks {
        let stayed = document.block(block.id).is_none_or(|own| stays(own));
        if stays(block) || stayed || (follows && block.review.joined.is_some()) {
            inside.insert(block.id);
        }
        // What is to go away joins nothing: what follows it is joined to what stood before it.
        if block.review.removed.is_none() {
            follows = inside.contains(&block.id);
        }
    }
    inside
}
