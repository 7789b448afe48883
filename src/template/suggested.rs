//! Suggestions about more than words: the record with them accepted, and where a block is shown that would be moved.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::inside::kept_inside;
use crate::document::{Block, BlockId, BlockReview, ChangeId, Document, Kind, Pending, Step};

/// The record with every suggestion about kinds, readers, order and fields accepted. The words are not touched yet.
#[must_use]
pub fn accepted(document: &Document) -> Cow<'_, Document> {
    let mut accepted = Cow::Borrowed(document);
    for change in document.changes().values() {
        let step = match change.pending.clone() {
            Pending::Text => continue,
            Pending::Kind(id, kind) => Step::SetKind(id, Box::new(kind)),
            Pending::Audience(id, audience) => Step::SetAudience(id, audience),
            Pending::Order(id, after) => Step::Move { id, after },
            Pending::Field(field) => Step::SetField(field),
        };
        // A suggestion about something that is gone has nothing to change any more.
        let _ = accepted.to_mut().apply(step);
    }
    accepted
}

/// The blocks that nobody outside the house may read, in the order the record has and in the one that is suggested.
#[must_use]
pub fn kept_inside_both(document: &Document, accepted: &Document) -> BTreeSet<BlockId> {
    let mut inside = kept_inside(document, document.blocks());
    if std::ptr::eq(document, accepted) {
        return inside;
    }
    inside.extend(kept_inside(document, accepted.blocks()));
    inside
}

/// A block where suggestions are shown, which is shown twice where somebody suggests to move it: as taken away, and as
/// put in.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) block: Arc<Block>,
    pub(super) place: Place,
}

/// How a block comes to stand at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// It stands there.
    Own,
    /// It stands there, and would be moved away.
    Left(ChangeId),
    /// It would be moved there.
    Taken(ChangeId),
}

impl Place {
    /// What is suggested about the block at this place.
    pub(super) fn review(self, review: BlockReview) -> BlockReview {
        match self {
            Self::Own => review,
            Self::Left(id) => BlockReview { removed: Some(id), ..BlockReview::default() },
            Self::Taken(id) => BlockReview { inserted: Some(id), ..review },
        }
    }
}

/// The blocks with both places of those that somebody suggests to move: without what is taken away they stand in the
/// suggested order, without what is put in as they did. Nothing where none would be moved.
pub(super) fn both_places(document: &Document) -> Option<Vec<Placed>> {
    let mut ordered = Cow::Borrowed(document);
    let mut moved: BTreeMap<BlockId, ChangeId> = BTreeMap::new();
    for (change, about) in document.changes() {
        if let Pending::Order(id, after) = about.pending
            && document.block(id).is_some_and(|block| can_move(block))
            && ordered.to_mut().apply(Step::Move { id, after }).is_ok()
        {
            moved.insert(id, *change);
        }
    }
    let before: BTreeMap<BlockId, Option<BlockId>> = followed(document).collect();
    // What follows what it followed, which stays, stays.
    for (id, after) in followed(&ordered) {
        if before.get(&id) == Some(&after) && after.is_none_or(|after| !moved.contains_key(&after)) {
            moved.remove(&id);
        }
    }
    if moved.is_empty() {
        return None;
    }
    let was = |block: &Arc<Block>| Placed {
        block: Arc::clone(block),
        place: moved.get(&block.id).map_or(Place::Own, |change| Place::Left(*change)),
    };
    let mut all: Vec<Placed> = document.blocks().iter().map(was).collect();
    let mut last = None;
    for block in ordered.blocks().iter().filter(|block| block.review.removed.is_none()) {
        if let Some(change) = moved.get(&block.id) {
            let stands = |placed: &Placed| !matches!(placed.place, Place::Left(_));
            let after = |placed: &Placed| stands(placed) && Some(placed.block.id) == last;
            let at = all.iter().position(after).map_or(0, |at| at + 1);
            // What is put in anew was nowhere before.
            let is_new = block.review.inserted.is_some();
            let place = if is_new { Place::Own } else { Place::Taken(*change) };
            all.insert(at, Placed { block: Arc::clone(block), place });
        }
        last = Some(block.id);
    }
    all.retain(|placed| !(matches!(placed.place, Place::Left(_)) && placed.block.review.inserted.is_some()));
    Some(all)
}

/// Those who sign stand where they stand, and what would be taken away altogether is not moved before.
fn can_move(block: &Block) -> bool {
    block.review.removed.is_none() && !matches!(block.kind, Kind::Signatures(_))
}

/// Each block with the one it follows.
fn followed(document: &Document) -> impl Iterator<Item = (BlockId, Option<BlockId>)> {
    let ids = document.blocks().iter().map(|block| block.id);
    ids.clone().zip(std::iter::once(None).chain(ids.map(Some)))
}
