//! Selections: two places in a record, compared in reading order, and whole blocks chosen beside what lies between them.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::{BlockId, Document, Place, Target};

/// What is selected: from where it began to where the caret is. Both the same for a caret alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selection {
    /// Where the selection began.
    pub anchor: Place,
    /// Where the caret is.
    pub head: Place,
    /// Whole blocks chosen beside that, apart from it.
    pub also: Vec<Stretch>,
}

/// Whole blocks, from one to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// The first of them.
    pub first: BlockId,
    /// The last, which may be the same.
    pub last: BlockId,
}

impl Stretch {
    /// Where it stands among the blocks, as far as both ends are there in this order.
    #[must_use]
    pub fn range(&self, document: &Document) -> Option<Range<usize>> {
        let blocks = document.blocks();
        let (first, last) = (blocks.index(self.first)?, blocks.index(self.last)?);
        (first <= last).then_some(first..last + 1)
    }
}

impl Selection {
    /// A caret alone.
    #[must_use]
    pub fn caret(at: Place) -> Self {
        Self::new(at.clone(), at)
    }

    /// From one place to another.
    #[must_use]
    pub fn new(anchor: Place, head: Place) -> Self {
        Self { anchor, head, also: Vec::new() }
    }

    /// The same without what is chosen beside it.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self::new(self.anchor.clone(), self.head.clone())
    }

    /// Whether nothing is selected.
    #[must_use]
    pub fn is_caret(&self) -> bool {
        let one = self.anchor.target == self.head.target && self.anchor.offset == self.head.offset;
        one && self.also.is_empty()
    }

    /// The two ends in reading order.
    #[must_use]
    pub fn ordered(&self, document: &Document) -> (Place, Place) {
        let key = |place: &Place| (rank(document, &place.target), place.offset);
        if key(&self.anchor) <= key(&self.head) {
            (self.anchor.clone(), self.head.clone())
        } else {
            (self.head.clone(), self.anchor.clone())
        }
    }

    /// What is selected of each text it touches, in reading order.
    #[must_use]
    pub fn ranges(&self, document: &Document) -> Vec<(Target, Range<usize>)> {
        let mut ranges = self.between(document);
        if self.also.is_empty() {
            return ranges;
        }
        let touched: HashSet<Target> = ranges.iter().map(|(target, _)| target.clone()).collect();
        let beside = self.also.iter().filter_map(|stretch| stretch.range(document)).flatten();
        for block in beside.filter_map(|at| document.blocks().get_at(at)) {
            let target = Target::Block(block.id);
            if !touched.contains(&target) {
                ranges.push((target, 0..block.text.len()));
            }
        }
        ranges.sort_by_cached_key(|(target, _)| rank(document, target));
        ranges
    }

    /// What of each text lies between the two places.
    fn between(&self, document: &Document) -> Vec<(Target, Range<usize>)> {
        let (from, to) = self.ordered(document);
        if from.target == to.target {
            return vec![(from.target, from.offset..to.offset)];
        }
        let (first, last) = (rank(document, &from.target), rank(document, &to.target));
        let length = |target: &Target| document.rich(target).map_or(0, crate::document::RichText::len);
        let mut ranges = vec![(from.target.clone(), from.offset..length(&from.target))];
        for block in document.blocks().iter().skip(first).take(last.saturating_sub(first + 1)) {
            ranges.push((Target::Block(block.id), 0..block.text.len()));
        }
        ranges.push((to.target, 0..to.offset));
        ranges
    }
}

/// Where a text stands in reading order: a title is 0, the n-th block n + 1.
#[must_use]
pub(super) fn rank(document: &Document, target: &Target) -> usize {
    match target {
        Target::Block(id) => document.blocks().index(*id).map_or(usize::MAX, |index| index + 1),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => 0,
    }
}
