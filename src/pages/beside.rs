//! What stands side by side, the cells of a row or those who sign, and goes on together where one page does not hold it.

use std::ops::Range;

use super::flow::TOLERANCE;
use crate::text::Layout;

/// Lines of each that must find room before what no page holds is begun: three are never parted.
pub(super) const FIRST: usize = 3;
/// The same, to count heights with.
pub(super) const FIRST_LINES: f32 = 3.0;

/// Which lines of each of these, from those that come next, stand on a page with so much room: as many as it holds, and
/// no line alone on either side of a break. Each goes on by a line at least, so that there is an end.
pub(super) fn portion(layouts: &[&Layout], next: &[usize], room: f32) -> Vec<Range<usize>> {
    let of = |(layout, from): (&&Layout, &usize)| {
        let lines = layout.lines();
        let rest = lines.get(*from..).unwrap_or_default();
        let top = rest.first().map_or(0.0, |line| line.top);
        let fits = rest.iter().take_while(|line| line.bottom - top <= room + TOLERANCE).count();
        if fits == rest.len() {
            return *from..lines.len();
        }
        let kept = if rest.len() > FIRST { fits.min(rest.len() - 2) } else { fits };
        *from..from + kept.max(1)
    };
    layouts.iter().zip(next).map(of).collect()
}

/// How high the highest of these lines are.
pub(super) fn height(layouts: &[&Layout], lines: &[Range<usize>]) -> f32 {
    let of = |(layout, lines): (&&Layout, &Range<usize>)| {
        let lines = layout.lines().get(lines.clone()).unwrap_or_default();
        lines.first().zip(lines.last()).map_or(0.0, |(first, last)| last.bottom - first.top)
    };
    layouts.iter().zip(lines).map(of).fold(0.0, f32::max)
}

/// Whether these are the last lines of all of these.
pub(super) fn are_last(layouts: &[&Layout], lines: &[Range<usize>]) -> bool {
    layouts.iter().zip(lines).all(|(layout, lines)| lines.end >= layout.lines().len())
}
