//! The shaper's answer in our own words: clusters and glyphs for layout, runs in font units for comparison.

use std::ops::Range;

use harfrust::{GlyphBuffer, GlyphInfo, Script};
use parley_engine::CharInfo;

use super::bidi::is_trailing;
use super::font::FontId;
use super::keep::Keep;
use super::paragraph::Direction;
use super::shaper::Run;

/// Glyphs of one face, script and direction, in font units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapedRun {
    /// The face.
    pub font: FontId,
    /// The way it is read.
    pub direction: Direction,
    /// The embedding level (UAX #9).
    pub level: u8,
    /// The script, as an ISO 15924 tag.
    pub script: [u8; 4],
    /// The bytes it writes.
    pub range: Range<usize>,
    /// Its glyphs, from left to right.
    pub glyphs: Vec<ShapedGlyph>,
}

/// One glyph in font units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapedGlyph {
    /// The glyph in its face.
    pub id: u32,
    /// The byte offset of its cluster in the text; combining marks belong to the cluster of their letter.
    pub cluster: usize,
    /// How far the pen moves.
    pub x_advance: i32,
    /// Where it is drawn from the pen, to the right.
    pub x_offset: i32,
    /// Where it is drawn from the pen, upwards.
    pub y_offset: i32,
}

/// The smallest piece that layout moves: whole graphemes and whole glyph clusters.
#[expect(
    clippy::struct_excessive_bools,
    reason = "six independent facts about the first character, read together"
)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) glyphs: (u32, u32),
    pub(super) advance: f32,
    pub(super) level: u8,
    pub(super) font: FontId,
    /// A line may break before it.
    pub(super) breaks: bool,
    /// It starts inside a grapheme, which was shaped in pieces: no line breaks before it at all.
    pub(super) inner: bool,
    /// It lies inside a range to be kept on one line.
    pub(super) kept: bool,
    /// Blank: hangs beyond the edge at the end of a line.
    pub(super) hangs: bool,
    /// Widens when a line is justified.
    pub(super) gap: bool,
    /// Takes the paragraph's level at the end of a line.
    pub(super) trailing: bool,
}

/// A glyph within its cluster: offsets from the pen, y growing downwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    pub(super) id: u16,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) advance: f32,
}

/// A shaped paragraph before lines are chosen, in logical order.
#[derive(Clone, Debug, Default)]
pub(super) struct Shaped {
    pub(super) clusters: Vec<Cluster>,
    pub(super) ink: Vec<Ink>,
}

/// Gathers runs as they are shaped.
pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) info: &'a [CharInfo],
    keep: Keep,
    /// Pixels in an em.
    pub(super) size: f32,
    pub(super) shaped: Shaped,
    /// Scratch: where each cluster of a run starts, and its glyphs.
    pieces: Vec<(usize, usize, Range<usize>)>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, info: &'a [CharInfo], keep: &'a [Range<usize>], size: f32) -> Self {
        Self {
            text,
            info,
            keep: Keep::new(keep),
            size,
            shaped: Shaped { clusters: Vec::with_capacity(info.len()), ink: Vec::with_capacity(info.len()) },
            pieces: Vec::new(),
        }
    }

    /// Adds the glyphs of one run; runs come in logical order.
    pub(super) fn add(&mut self, run: &Run, glyphs: &GlyphBuffer) {
        let (infos, positions) = (glyphs.glyph_infos(), glyphs.glyph_positions());
        self.part(run, infos);
        let scale = self.size / f32::from(run.font.units_per_em());
        #[expect(
            clippy::cast_precision_loss,
            reason = "font units are 16-bit numbers and sums of a few of them"
        )]
        let pixels = |units: i32| units as f32 * scale;
        for (index, (start, at, glyphs)) in self.pieces.iter().enumerate() {
            let end = self.pieces.get(index + 1).map_or(run.bytes.end, |(next, ..)| *next);
            let from = length(&self.shaped.ink);
            let mut advance = 0.0;
            let drawn = infos.get(glyphs.clone()).unwrap_or_default();
            for (info, position) in drawn.iter().zip(positions.get(glyphs.clone()).unwrap_or_default()) {
                let wide = pixels(position.x_advance);
                advance += wide;
                self.shaped.ink.push(Ink {
                    id: u16::try_from(info.glyph_id).unwrap_or(0),
                    x: pixels(position.x_offset),
                    y: -pixels(position.y_offset),
                    advance: wide,
                });
            }
            let Some(first) = self.text.get(*start..).and_then(|rest| rest.chars().next()) else {
                continue;
            };
            let info = self.info.get(*at);
            let inner = !info.is_some_and(|info| info.is_grapheme_start());
            // A mark on a space may begin a line (UAX #14), but then a caret would stand inside a grapheme.
            let breaks = !inner && info.is_some_and(|info| info.is_soft_wrap_opportunity());
            self.shaped.clusters.push(Cluster {
                start: u32::try_from(*start).unwrap_or(u32::MAX),
                end: u32::try_from(end).unwrap_or(u32::MAX),
                glyphs: (from, length(&self.shaped.ink)),
                advance,
                level: run.level,
                font: run.font,
                breaks,
                inner,
                kept: breaks && self.keep.holds(*start),
                hangs: first.is_whitespace() && !matches!(first, '\u{a0}' | '\u{2007}' | '\u{202f}'),
                gap: matches!(first, ' ' | '\u{a0}'),
                trailing: is_trailing(first),
            });
        }
    }

    /// Parts a run where both a cluster of glyphs and a grapheme start: start, character and glyphs of each, in logical order.
    fn part(&mut self, run: &Run, glyphs: &[GlyphInfo]) {
        self.pieces.clear();
        self.pieces.push((run.bytes.start, run.chars.start, 0..0));
        let words = self.text.get(run.bytes.clone()).unwrap_or_default();
        let mut characters = (run.chars.start..).zip(words.char_indices());
        let mut at = run.chars.start;
        let mut to = 0;
        let count = glyphs.len();
        while to < count {
            let from = to;
            let nth = |index: usize| {
                if run.level % 2 == 1 { count - 1 - index } else { index }
            };
            let cluster = |index: usize| glyphs.get(nth(index)).map(|glyph| glyph.cluster as usize);
            let start = cluster(from).unwrap_or(0);
            while to < count && cluster(to) == Some(start) {
                to += 1;
            }
            for (index, (byte, _)) in characters.by_ref() {
                at = index;
                if run.bytes.start + byte >= start {
                    break;
                }
            }
            let range = nth(from).min(nth(to - 1))..nth(from).max(nth(to - 1)) + 1;
            let whole = self.info.get(at).is_some_and(|info| info.is_grapheme_start());
            match self.pieces.last_mut() {
                // The first piece takes the first glyphs, wherever they start; the rest of a grapheme goes to the piece before.
                Some((.., last)) if last.end == 0 => *last = range,
                Some((.., last)) if !whole => {
                    *last = last.start.min(range.start)..last.end.max(range.end);
                }
                _ => self.pieces.push((start, at, range)),
            }
        }
    }
}

/// One run with its glyphs in font units.
pub(super) fn shaped_run(run: &Run, script: Script, glyphs: &GlyphBuffer) -> ShapedRun {
    let glyphs = glyphs
        .glyph_infos()
        .iter()
        .zip(glyphs.glyph_positions())
        .map(|(info, position)| ShapedGlyph {
            id: info.glyph_id,
            cluster: info.cluster as usize,
            x_advance: position.x_advance,
            x_offset: position.x_offset,
            y_offset: position.y_offset,
        })
        .collect();
    ShapedRun {
        font: run.font,
        direction: if run.level % 2 == 1 { Direction::Rtl } else { Direction::Ltr },
        level: run.level,
        script: script.tag().to_be_bytes(),
        range: run.bytes.clone(),
        glyphs,
    }
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
