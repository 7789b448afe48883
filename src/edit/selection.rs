//! Selections: two places in a record, compared in reading order.

use std::ops::Range;

use crate::document::{Document, Place, Target};

/// What is selected: from where it began to where the caret is. Both the same for a caret alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selection {
    /// Where the selection began.
    pub anchor: Place,
    /// Where the caret is.
    pub head: Place,
}

impl Selection {
    /// A caret alone.
    #[must_use]
    pub fn caret(at: Place) -> Self {
        Self { anchor: at.clone(), head: at }
    }

    /// Whether nothing is selected.
    #[must_use]
    pub fn is_caret(&self) -> bool {
        self.anchor.target == self.head.target && self.anchor.offset == self.head.offset
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
