//! Lines: where they break, how they are aligned, and where every glyph of them lies.

use std::ops::Range;
use std::sync::OnceLock;

use super::bidi::visual_order;
use super::caret::CaretMap;
use super::font::{FontId, face, primary};
use super::lines::{MOST_WIDER, balanced, even, greedy};
use super::paragraph::{Align, Style};
use super::shaped::{Cluster, Shaped};

/// A paragraph in lines. It owns all it needs; x grows to the right and y downwards from the top left corner.
#[derive(Clone, Debug)]
pub struct Layout {
    pub(super) text: String,
    pub(super) rtl: bool,
    pub(super) shaped: Shaped,
    /// Left edge and width of each cluster, as placed.
    pub(super) places: Vec<(f32, f32)>,
    pub(super) lines: Vec<Line>,
    pub(super) width: f32,
    style: Style,
    /// The clusters besides the first that begin a line wherever else lines break; nearly always none.
    parts: Vec<usize>,
    /// Built when first asked for: most paragraphs on screen never hold the caret.
    pub(super) carets: OnceLock<CaretMap>,
}

/// One line of a layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The bytes of the text on this line, blanks at its end included.
    pub range: Range<usize>,
    /// The upper edge.
    pub top: f32,
    /// Where the letters stand.
    pub baseline: f32,
    /// The lower edge.
    pub bottom: f32,
    /// The left edge of what is written, without the blanks that hang at the end.
    pub left: f32,
    /// The right edge of what is written.
    pub right: f32,
    pub(super) clusters: Range<usize>,
    /// Stretches of clusters of one level, from left to right.
    pub(super) visual: Vec<(Range<usize>, u8)>,
}

/// A rectangle: `left ≤ right`, `top ≤ bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The lower edge.
    pub bottom: f32,
}

/// A glyph where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The face.
    pub font: FontId,
    /// The glyph in that face.
    pub glyph: u16,
    /// The size of an em.
    pub size: f32,
    /// The origin, from the left.
    pub x: f32,
    /// The origin, from the top; the baseline unless the font moves it.
    pub y: f32,
    /// How far the pen moves, before any justification.
    pub advance: f32,
    /// The bytes of the cluster it belongs to.
    pub range: Range<usize>,
    /// The index of its line.
    pub line: usize,
    /// Whether it is read from right to left.
    pub rtl: bool,
}

impl Layout {
    pub(super) fn new(text: String, style: Style, rtl: bool, shaped: Shaped) -> Self {
        Self {
            text,
            rtl,
            places: Vec::with_capacity(shaped.clusters.len()),
            shaped,
            lines: Vec::new(),
            width: 0.0,
            style,
            parts: Vec::new(),
            carets: OnceLock::new(),
        }
    }

    /// Begins a line at this byte, whatever room the one before it has, and breaks the lines anew.
    pub fn part_at(&mut self, byte: usize, align: Align) {
        let at = self.shaped.clusters.partition_point(|cluster| (cluster.start as usize) < byte);
        if (1..self.shaped.clusters.len()).contains(&at) {
            self.parts = vec![at];
            self.rewrap(Some(self.width), align);
        }
    }

    /// Breaks the lines anew, without shaping anything again.
    pub fn rewrap(&mut self, width: Option<f32>, align: Align) {
        self.carets = OnceLock::new();
        self.places.clear();
        self.places.resize(self.shaped.clusters.len(), (0.0, 0.0));
        let clusters = &self.shaped.clusters;
        let broken = |clusters: &[Cluster], width: f32| match align {
            Align::Even => even(clusters, width, self.style.size),
            Align::Balance => balanced(clusters, width),
            Align::Start | Align::Justify | Align::Center => greedy(clusters, width),
        };
        let breaks = match width {
            None => std::iter::once(0..clusters.len()).collect(),
            Some(width) if self.parts.is_empty() => broken(clusters, width),
            Some(width) => {
                let starts = || self.parts.iter().copied();
                let ends = starts().chain([clusters.len()]);
                let part = |(from, end): (usize, usize)| {
                    let lines = broken(clusters.get(from..end).unwrap_or_default(), width).into_iter();
                    lines.map(move |line| line.start + from..line.end + from)
                };
                [0].into_iter().chain(starts()).zip(ends).flat_map(part).collect()
            }
        };
        self.width =
            width.unwrap_or_else(|| self.shaped.clusters.iter().map(|cluster| cluster.advance).sum());
        let half_leading = |ascent: f32, descent: f32| {
            (self.style.line_height - (ascent + descent) * self.style.size) / 2.0 + ascent * self.style.size
        };
        let to_baseline = face(primary(self.style.family, self.style.weight))
            .map_or(self.style.size, |face| half_leading(face.ascent, face.descent));
        let count = breaks.len();
        self.lines = Vec::with_capacity(count);
        let mut top = 0.0;
        for (index, clusters) in breaks.into_iter().enumerate() {
            let last = index + 1 == count || self.parts.contains(&clusters.end);
            let range = self.bytes(&clusters);
            let line = self.place(clusters, range, width.is_some(), align, last);
            self.lines.push(Line {
                top,
                baseline: top + to_baseline,
                bottom: top + self.style.line_height,
                ..line
            });
            top += self.style.line_height;
        }
    }

    /// The width it was broken to, or that of its single line.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.width
    }

    /// The width of its widest line.
    #[must_use]
    pub fn content_width(&self) -> f32 {
        self.lines.iter().map(|line| line.right - line.left).fold(0.0, f32::max)
    }

    /// The height of all lines.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| line.bottom)
    }

    /// The letters it is written with where no span says otherwise.
    #[must_use]
    pub fn style(&self) -> Style {
        self.style
    }

    /// Whether the paragraph is read right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.rtl
    }

    /// The text that was shaped: as given, with line ends made spaces.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines from the top; always one at least.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The offsets where a line may begin, besides the start of the text (UAX #14, and never inside a grapheme).
    pub fn breaks(&self) -> impl Iterator<Item = usize> + '_ {
        self.shaped.clusters.iter().filter(|cluster| cluster.breaks).map(|cluster| cluster.start as usize)
    }

    /// Every glyph, line by line, in logical order of clusters and from left to right within one.
    pub fn glyphs(&self) -> impl Iterator<Item = Glyph> + '_ {
        self.glyphs_of(0..self.lines.len())
    }

    /// The glyphs of some lines only.
    pub fn glyphs_of(&self, lines: Range<usize>) -> impl Iterator<Item = Glyph> + '_ {
        let from = lines.start;
        let lines = self.lines.get(lines).unwrap_or_default();
        (from..).zip(lines).flat_map(move |(index, line)| {
            line.clusters.clone().flat_map(move |cluster| self.cluster(cluster, index, line.baseline))
        })
    }

    /// The glyphs of one line as they are printed: from left to right, whichever way their words are read.
    pub fn glyphs_across(&self, line: usize) -> impl Iterator<Item = Glyph> + '_ {
        self.lines.get(line).into_iter().flat_map(move |own| {
            own.visual.iter().flat_map(move |(run, level)| {
                let back = level % 2 == 1;
                run.clone().flat_map(move |at| {
                    let cluster = if back { run.start + (run.end - 1 - at) } else { at };
                    self.cluster(cluster, line, own.baseline)
                })
            })
        })
    }

    /// The glyphs of one cluster from left to right.
    fn cluster(&self, index: usize, line: usize, baseline: f32) -> impl Iterator<Item = Glyph> + '_ {
        let placed = self.shaped.clusters.get(index).zip(self.places.get(index));
        placed.into_iter().flat_map(move |(cluster, &(left, _))| {
            let ink = self.shaped.ink.get(cluster.glyphs.0 as usize..cluster.glyphs.1 as usize);
            ink.unwrap_or_default().iter().scan(left, move |pen, glyph| {
                let x = *pen + glyph.x;
                *pen += glyph.advance;
                Some(Glyph {
                    font: cluster.font,
                    glyph: glyph.id,
                    size: self.style.size,
                    x,
                    y: baseline + glyph.y,
                    advance: glyph.advance,
                    range: cluster.start as usize..cluster.end as usize,
                    line,
                    rtl: cluster.level % 2 == 1,
                })
            })
        })
    }

    fn bytes(&self, clusters: &Range<usize>) -> Range<usize> {
        let all = self.shaped.clusters.get(clusters.clone());
        let all = all.unwrap_or_default();
        match (all.first(), all.last()) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }

    /// Places the clusters of one line and measures it; its height is for the caller to fill in.
    fn place(
        &mut self,
        clusters: Range<usize>,
        range: Range<usize>,
        bounded: bool,
        align: Align,
        last: bool,
    ) -> Line {
        let row = self.shaped.clusters.get(clusters.clone()).unwrap_or_default();
        let visual = visual_runs(row, u8::from(self.rtl));
        // Without a bound, blanks at the end count: a field shows its caret after them.
        let hanging = if bounded { row.iter().rev().take_while(|c| c.hangs).count() } else { 0 };
        let solid = row.len() - hanging;
        let advance =
            |part: Option<&[Cluster]>| -> f32 { part.unwrap_or_default().iter().map(|c| c.advance).sum() };
        let written = advance(row.get(..solid));
        let hung = advance(row.get(solid..));
        let free = self.width - written;
        let gaps = row.iter().take(solid).filter(|c| c.gap).count();
        #[expect(clippy::cast_precision_loss, reason = "a line holds far fewer spaces than 2²⁴")]
        let widen = free / gaps.max(1) as f32;
        let both = matches!(align, Align::Justify | Align::Even) && bounded && !last && gaps > 0;
        let widen = if both && (0.0..=MOST_WIDER * self.style.size).contains(&widen) { widen } else { 0.0 };
        let left = match align {
            _ if widen > 0.0 => 0.0,
            Align::Center | Align::Balance if free > 0.0 => free / 2.0,
            _ if self.rtl => free,
            _ => 0.0,
        };
        let right = if widen > 0.0 { self.width } else { left + written };
        // Blanks that hang beyond the edge pile up on it, so that the caret stays on the page.
        let (near, far) = (left.min(0.0), right.max(self.width));
        let mut pen = if self.rtl { left - hung } else { left };
        let mut put = |index: usize| {
            let (Some(cluster), Some(place)) = (row.get(index), self.places.get_mut(clusters.start + index))
            else {
                return;
            };
            let solid = index < solid;
            let wide = cluster.advance + if solid && cluster.gap { widen } else { 0.0 };
            *place = (pen, wide);
            if !solid {
                let (from, to) = (pen.clamp(near, far), (pen + wide).clamp(near, far));
                *place = (from, to - from);
            }
            pen += wide;
        };
        for (run, level) in &visual {
            if level % 2 == 1 {
                run.clone().rev().for_each(&mut put);
            } else {
                run.clone().for_each(&mut put);
            }
        }
        let visual = visual
            .into_iter()
            .map(|(run, level)| (run.start + clusters.start..run.end + clusters.start, level))
            .collect();
        Line { range, top: 0.0, baseline: 0.0, bottom: 0.0, left, right, clusters, visual }
    }
}

/// Stretches of one level from left to right, after rules L1 and L2.
fn visual_runs(line: &[Cluster], base: u8) -> Vec<(Range<usize>, u8)> {
    let reset = line.len() - line.iter().rev().take_while(|c| c.trailing).count();
    let mut runs: Vec<(Range<usize>, u8)> = Vec::new();
    for (index, cluster) in line.iter().enumerate() {
        let level = if index < reset { cluster.level } else { base };
        match runs.last_mut() {
            Some((run, last)) if *last == level => run.end = index + 1,
            _ => runs.push((index..index + 1, level)),
        }
    }
    if let [_] = runs.as_slice() {
        return runs;
    }
    let levels: Vec<u8> = runs.iter().map(|(_, level)| *level).collect();
    visual_order(&levels).into_iter().filter_map(|index| runs.get(index).cloned()).collect()
}
