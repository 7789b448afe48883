//! The caret: where it can stand, where it goes, and what a click or a selection covers.
//!
//! Each grapheme is a box with a leading and a trailing edge; a caret names one edge of one box. Between two boxes there is a
//! gap, and every gap has one *stop*: the edge of the box of the lower level, the ends of the line counting as boxes of the
//! paragraph's own level. Walking from stop to stop therefore moves by one grapheme at each step, never back, and visits
//! every boundary of the line exactly once; the other edge at a change of direction is reached by a click or by typing.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::layout::{Layout, Line, Rect};
use super::paragraph::Direction;

/// A place between two graphemes, on one of its two sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Caret {
    /// The byte offset; inside a grapheme it counts as the start of it.
    pub offset: usize,
    /// The side it clings to, where the two lie apart.
    pub affinity: Affinity,
}

/// To which neighbour a caret clings where lines break or directions change.
///
/// At the very start of a paragraph `Upstream`, and at the very end `Downstream`, is the edge of the line itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Affinity {
    /// After the grapheme before it; at a line break, the end of the upper line.
    Upstream,
    /// Before the grapheme after it; at a line break, the start of the lower line.
    #[default]
    Downstream,
}

/// Where a caret is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CaretBox {
    /// Its distance from the left.
    pub x: f32,
    /// The upper edge of its line.
    pub top: f32,
    /// The lower edge of its line.
    pub bottom: f32,
    /// The index of its line.
    pub line: usize,
    /// The direction of the text it clings to.
    pub direction: Direction,
}

/// One of the places the arrow keys stop at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// The byte offset.
    pub offset: usize,
    /// The side it clings to.
    pub affinity: Affinity,
    /// Its distance from the left.
    pub x: f32,
    /// The direction of the text it clings to.
    pub direction: Direction,
}

/// Edges of neighbours differ by rounding only.
const TOUCHING: f32 = 0.01;

/// The boxes and stops of every line.
#[derive(Clone, Debug)]
pub(super) struct CaretMap {
    lines: Vec<CaretLine>,
}

#[derive(Clone, Debug)]
struct CaretLine {
    /// From left to right.
    boxes: Vec<GraphemeBox>,
    /// Indices of boxes in logical order.
    logical: Vec<usize>,
    /// One more than boxes.
    stops: Vec<Stop>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct GraphemeBox {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) level: u8,
}

/// A caret resolved: its line, the gap it stands in, and the direction it clings to.
#[derive(Clone, Copy)]
struct Place {
    line: usize,
    gap: usize,
    direction: Direction,
}

impl Layout {
    /// Where a caret is drawn.
    #[must_use]
    pub fn caret(&self, caret: Caret) -> CaretBox {
        let place = self.locate(caret);
        let line = self.lines.get(place.line);
        CaretBox {
            x: self.stop(place.line, place.gap).map_or(0.0, |stop| stop.x),
            top: line.map_or(0.0, |line| line.top),
            bottom: line.map_or(0.0, |line| line.bottom),
            line: place.line,
            direction: place.direction,
        }
    }

    /// The caret for a click: on the nearest line, on the nearer side of the grapheme there.
    #[must_use]
    pub fn hit(&self, x: f32, y: f32) -> Caret {
        self.hit_line(self.line_at(y), x)
    }

    /// One stop to the left; `None` where that leaves the paragraph.
    #[must_use]
    pub fn left(&self, caret: Caret) -> Option<Caret> {
        self.step(caret, self.rtl)
    }

    /// One stop to the right; `None` where that leaves the paragraph.
    #[must_use]
    pub fn right(&self, caret: Caret) -> Option<Caret> {
        self.step(caret, !self.rtl)
    }

    /// The caret one line up, nearest to `x`; `None` on the first line.
    #[must_use]
    pub fn up(&self, caret: Caret, x: f32) -> Option<Caret> {
        let line = self.locate(caret).line.checked_sub(1)?;
        Some(self.hit_line(line, x))
    }

    /// The caret one line down, nearest to `x`; `None` on the last line.
    #[must_use]
    pub fn down(&self, caret: Caret, x: f32) -> Option<Caret> {
        let line = self.locate(caret).line + 1;
        (line < self.lines.len()).then(|| self.hit_line(line, x))
    }

    /// Home: the start of the line the caret is on.
    #[must_use]
    pub fn line_start(&self, caret: Caret) -> Caret {
        self.start_of(self.locate(caret).line)
    }

    /// End: the end of the line the caret is on. Where the line breaks behind blanks, that is before them: what is typed
    /// there goes on with the last word.
    #[must_use]
    pub fn line_end(&self, caret: Caret) -> Caret {
        self.written_end(self.locate(caret).line)
    }

    /// The caret before what begins at an offset: where directions meet on the side of what stands before it, as the
    /// arrow keys come upon it; where lines break, on the lower line.
    #[must_use]
    pub fn before(&self, offset: usize) -> Caret {
        let breaks = self.lines.iter().skip(1).any(|line| line.range.start == offset);
        edge_of_line(offset, breaks)
    }

    /// The grapheme at this point of the nearest line; nothing beside what is written.
    #[must_use]
    pub fn under(&self, x: f32, y: f32) -> Option<Range<usize>> {
        let line = self.line_at(y);
        let boxes = &self.caret_line(line)?.boxes;
        let part = boxes.get(boxes.partition_point(|part| part.right <= x))?;
        (part.left <= x).then_some(part.start..part.end)
    }

    /// The stops of a line from left to right; none for a line that is not there.
    #[must_use]
    pub fn stops(&self, line: usize) -> Vec<Stop> {
        self.caret_line(line).map_or_else(Vec::new, |line| line.stops.clone())
    }

    /// The rectangles a selected range covers: on each line, neighbouring graphemes as one.
    #[must_use]
    pub fn rects(&self, range: Range<usize>) -> Vec<Rect> {
        let mut rects: Vec<Rect> = Vec::new();
        let first = self.lines.partition_point(|line| line.range.end <= range.start);
        for (index, line) in self.lines.iter().enumerate().skip(first) {
            if line.range.start >= range.end {
                break;
            }
            let from = rects.len();
            for part in self.caret_line(index).into_iter().flat_map(|line| &line.boxes) {
                if part.end <= range.start || part.start >= range.end || part.right <= part.left {
                    continue;
                }
                match rects.get_mut(from..).and_then(<[Rect]>::last_mut) {
                    Some(rect) if part.left - rect.right < TOUCHING => rect.right = part.right,
                    _ => rects.push(Rect {
                        left: part.left,
                        top: line.top,
                        right: part.right,
                        bottom: line.bottom,
                    }),
                }
            }
        }
        rects
    }

    /// Moves by one stop, with or against the direction of the paragraph. A line break is one place, not two.
    fn step(&self, caret: Caret, forward: bool) -> Option<Caret> {
        let place = self.locate(caret);
        let (start, end) = self.ends(place.line)?;
        let last = place.line + 1 >= self.lines.len();
        if forward && place.gap == end {
            return if last { None } else { self.step(self.start_of(place.line + 1), forward) };
        }
        let (line, from) = if !forward && place.gap == start {
            let above = place.line.checked_sub(1)?;
            (above, self.ends(above)?.1)
        } else {
            (place.line, place.gap)
        };
        let gap = if forward == self.rtl { from.checked_sub(1)? } else { from + 1 };
        if forward && gap == end && !last {
            return Some(self.start_of(line + 1));
        }
        self.stop(line, gap).map(Stop::caret)
    }

    /// The line nearest to this height.
    fn line_at(&self, y: f32) -> usize {
        self.lines.partition_point(|line| line.bottom <= y).min(self.lines.len().saturating_sub(1))
    }

    fn hit_line(&self, line: usize, x: f32) -> Caret {
        let Some(carets) = self.caret_line(line) else {
            return Caret::default();
        };
        let count = carets.boxes.len();
        let at = carets.boxes.partition_point(|part| part.right <= x);
        let (gap, edge) = match carets.boxes.get(at) {
            Some(part) if x < part.left => (at, None),
            Some(part) if x < f32::midpoint(part.left, part.right) => (at, Some(part.left_edge())),
            Some(part) => (at + 1, Some(part.right_edge())),
            None => (count, None),
        };
        // An edge counts only if the caret would be drawn where the click was.
        edge.filter(|&caret| {
            let place = self.locate(caret);
            (place.line, place.gap) == (line, gap)
        })
        .or_else(|| self.stop(line, gap).map(Stop::caret))
        .map(|caret| if caret == self.end_of(line) { self.written_end(line) } else { caret })
        .unwrap_or_default()
    }

    fn locate(&self, caret: Caret) -> Place {
        let length = self.text.len();
        let offset = caret.offset.min(length);
        let before = caret.affinity == Affinity::Upstream;
        let line = self
            .lines
            .partition_point(|line| if before { line.range.end < offset } else { line.range.end <= offset });
        let last = self.lines.len().saturating_sub(1);
        let line = line.min(last);
        let edge = |gap| Place { line, gap, direction: self.base() };
        let (Some(carets), Some(ends), Some(range)) =
            (self.caret_line(line), self.ends(line), self.lines.get(line).map(|line| line.range.clone()))
        else {
            return edge(0);
        };
        let at_start = offset == range.start && (before || line > 0);
        let at_end = offset == range.end && (!before || line < last);
        if at_start {
            return edge(ends.0);
        }
        if at_end {
            return edge(ends.1);
        }
        // An offset inside a grapheme is the start of it.
        let after = carets
            .logical
            .partition_point(|&index| carets.boxes.get(index).is_some_and(|part| part.start <= offset));
        let holding = carets.logical.get(..after).unwrap_or_default();
        let found = match holding {
            [.., previous, last]
                if before && carets.boxes.get(*last).is_some_and(|part| part.start == offset) =>
            {
                Some(previous)
            }
            [.., last] => Some(last),
            [] => None,
        };
        let Some((&index, part)) = found.and_then(|index| Some((index, carets.boxes.get(*index)?))) else {
            return edge(ends.1);
        };
        let trailing = before && part.end == offset;
        Place { line, gap: index + usize::from(trailing != part.is_rtl()), direction: part.direction() }
    }

    /// The gaps at the logical start and end of a line.
    fn ends(&self, line: usize) -> Option<(usize, usize)> {
        let count = self.caret_line(line)?.boxes.len();
        Some(if self.rtl { (count, 0) } else { (0, count) })
    }

    fn start_of(&self, line: usize) -> Caret {
        let offset = self.lines.get(line).map_or(0, |line| line.range.start);
        edge_of_line(offset, line > 0 || self.text.is_empty())
    }

    fn end_of(&self, line: usize) -> Caret {
        let offset = self.lines.get(line).map_or(0, |line| line.range.end);
        edge_of_line(offset, line + 1 >= self.lines.len())
    }

    /// The end of what is written on a line: before the blanks that it breaks behind.
    fn written_end(&self, line: usize) -> Caret {
        let end = self.end_of(line);
        let Some(carets) = self.caret_line(line).filter(|_| line + 1 < self.lines.len()) else { return end };
        let blank = |part: &&GraphemeBox| {
            self.text.get(part.start..part.end).is_some_and(|part| part.chars().all(is_blank))
        };
        let parts = carets.logical.iter().rev().filter_map(|&index| carets.boxes.get(index));
        let first = parts.take_while(blank).last();
        first
            .filter(|blank| Some(blank.start) != self.lines.get(line).map(|line| line.range.start))
            .map_or(end, GraphemeBox::leading)
    }

    fn base(&self) -> Direction {
        if self.rtl { Direction::Rtl } else { Direction::Ltr }
    }

    fn stop(&self, line: usize, gap: usize) -> Option<&Stop> {
        self.caret_line(line)?.stops.get(gap)
    }

    /// The graphemes of a line in reading order.
    pub(super) fn read(&self, line: usize) -> impl Iterator<Item = &GraphemeBox> {
        let line = self.caret_line(line).into_iter();
        line.flat_map(|line| line.logical.iter().filter_map(|&index| line.boxes.get(index)))
    }

    fn caret_line(&self, line: usize) -> Option<&CaretLine> {
        let map = self.carets.get_or_init(|| self.build());
        map.lines.get(line)
    }

    fn build(&self) -> CaretMap {
        let mut bounds: Vec<usize> = self.text.grapheme_indices(true).map(|(start, _)| start).collect();
        bounds.push(self.text.len());
        let lines = (0..)
            .zip(&self.lines)
            .map(|(index, line)| {
                let boxes = self.boxes(line, &bounds);
                let stops = self.stops_between(index, &boxes);
                let mut logical: Vec<usize> = (0..boxes.len()).collect();
                logical.sort_unstable_by_key(|&index| boxes.get(index).map(|part| part.start));
                CaretLine { boxes, logical, stops }
            })
            .collect();
        CaretMap { lines }
    }

    /// The graphemes of a line from left to right. A cluster of several is shared out evenly.
    fn boxes(&self, line: &Line, bounds: &[usize]) -> Vec<GraphemeBox> {
        let mut boxes: Vec<GraphemeBox> = Vec::new();
        for (run, level) in &line.visual {
            let from = boxes.len();
            let clusters = self.shaped.clusters.get(run.clone()).unwrap_or_default();
            let places = self.places.get(run.clone()).unwrap_or_default();
            for (cluster, &(left, width)) in clusters.iter().zip(places) {
                let (start, end) = (cluster.start as usize, cluster.end as usize);
                let first = bounds.partition_point(|&bound| bound < start);
                let stop = bounds.partition_point(|&bound| bound < end);
                let inner = bounds.get(first..stop).unwrap_or_default();
                let count = inner.len().max(1);
                #[expect(clippy::cast_precision_loss, reason = "a cluster holds a few graphemes")]
                let edge = |part: usize| {
                    let share = width * part as f32 / count as f32;
                    if level % 2 == 1 { left + width - share } else { left + share }
                };
                for part in 0..count {
                    let (near, far) = (edge(part), edge(part + 1));
                    boxes.push(GraphemeBox {
                        start: if part == 0 { start } else { inner.get(part).copied().unwrap_or(start) },
                        end: inner.get(part + 1).copied().unwrap_or(end),
                        left: near.min(far),
                        right: near.max(far),
                        level: *level,
                    });
                }
            }
            if level % 2 == 1
                && let Some(run) = boxes.get_mut(from..)
            {
                run.reverse();
            }
        }
        if boxes.iter().any(|part| bounds.binary_search(&part.start).is_err()) {
            mend(&mut boxes, bounds);
        }
        // Neighbours share one edge, whatever rounding made of it.
        let mut last: Option<f32> = None;
        for part in &mut boxes {
            if let Some(edge) = last
                && (part.left - edge).abs() < TOUCHING
            {
                part.left = edge;
                part.right = part.right.max(edge);
            }
            last = Some(part.right);
        }
        boxes
    }

    fn stops_between(&self, index: usize, boxes: &[GraphemeBox]) -> Vec<Stop> {
        let base = u8::from(self.rtl);
        let (start, end) = (self.start_of(index), self.end_of(index));
        let (first, last) = if self.rtl { (end, start) } else { (start, end) };
        let empty = if self.rtl { self.width } else { 0.0 };
        (0..=boxes.len())
            .map(|gap| {
                let before = gap.checked_sub(1).and_then(|index| boxes.get(index));
                let after = boxes.get(gap);
                let x = match (before, after) {
                    (_, Some(part)) => part.left,
                    (Some(part), None) => part.right,
                    (None, None) => empty,
                };
                let left_side = before.map(|part| (part.level, part.right_edge()));
                let right_side = after.map(|part| (part.level, part.left_edge()));
                let (level, caret) = match (left_side, right_side) {
                    (Some(left), Some(right)) if left.0 < right.0 => left,
                    (Some(left), Some(right))
                        if left.0 == right.0 && left.1.affinity == Affinity::Downstream =>
                    {
                        left
                    }
                    (Some(_), Some(right)) => right,
                    (None, _) => (base, first),
                    (_, None) => (base, last),
                };
                Stop { offset: caret.offset, affinity: caret.affinity, x, direction: direction_of(level) }
            })
            .collect()
    }
}

impl Stop {
    /// The caret that stands here.
    #[must_use]
    pub fn caret(&self) -> Caret {
        Caret { offset: self.offset, affinity: self.affinity }
    }
}

impl GraphemeBox {
    fn is_rtl(&self) -> bool {
        self.level % 2 == 1
    }

    pub(super) fn direction(&self) -> Direction {
        direction_of(self.level)
    }

    fn leading(&self) -> Caret {
        Caret { offset: self.start, affinity: Affinity::Downstream }
    }

    fn trailing(&self) -> Caret {
        Caret { offset: self.end, affinity: Affinity::Upstream }
    }

    fn left_edge(&self) -> Caret {
        if self.is_rtl() { self.trailing() } else { self.leading() }
    }

    fn right_edge(&self) -> Caret {
        if self.is_rtl() { self.leading() } else { self.trailing() }
    }
}

/// Gives the rest of a grapheme that was shaped in pieces to its first box; what lies apart from that has no caret.
fn mend(boxes: &mut Vec<GraphemeBox>, bounds: &[usize]) {
    while let Some((rest, index)) =
        boxes.iter().position(|part| bounds.binary_search(&part.start).is_err()).and_then(|rest| {
            let start = boxes.get(rest)?.start;
            let index = boxes.iter().position(|part| part.end == start)?;
            Some((rest, index))
        })
    {
        let gone = boxes.get(rest).copied();
        if let (Some(first), Some(gone)) = (boxes.get_mut(index), gone) {
            first.end = gone.end;
            // Its pieces may be read in two directions, as a sign of numbers and the space it stands on are: the outer one counts.
            first.level = first.level.min(gone.level);
            if rest.abs_diff(index) == 1 {
                first.left = first.left.min(gone.left);
                first.right = first.right.max(gone.right);
            }
        }
        boxes.remove(rest);
    }
}

/// A blank that hangs at the end of a line; one that holds words together does not.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

fn direction_of(level: u8) -> Direction {
    if level % 2 == 1 { Direction::Rtl } else { Direction::Ltr }
}

/// The caret at an edge of a line: it clings to the line's own side of a break, and to nothing at the ends of a paragraph.
fn edge_of_line(offset: usize, downstream: bool) -> Caret {
    Caret { offset, affinity: if downstream { Affinity::Downstream } else { Affinity::Upstream } }
}
