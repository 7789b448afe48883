//! Ranges that stay on one line, asked about at every place where a line might end.

use std::ops::Range;

/// The ranges by their starts, each with the furthest end of it and those before it.
pub(super) struct Keep(Vec<(usize, usize)>);

impl Keep {
    /// Of ranges in any order.
    pub(super) fn new(ranges: &[Range<usize>]) -> Self {
        let mut ends: Vec<(usize, usize)> = ranges.iter().map(|range| (range.start, range.end)).collect();
        ends.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut ends {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self(ends)
    }

    /// Whether an offset lies inside one of them.
    pub(super) fn holds(&self, offset: usize) -> bool {
        let before = self.0.partition_point(|(start, _)| *start < offset).checked_sub(1);
        before.and_then(|last| self.0.get(last)).is_some_and(|(_, end)| offset < *end)
    }
}
