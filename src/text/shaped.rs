//! The shaper's answer in our own words: clusters and glyphs for layout, runs in font units for comparison.

use std::ops::Range;
use std::sync::Arc;

use harfrust::Script;
use parley_engine::CharInfo;

use super::font::FontId;
use super::keep::Keep;
use super::paragraph::Direction;
use super::shaper::Run;
use super::words::{Part, Word};

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

/// Gathers words as they are shaped.
pub(super) struct Builder<'a> {
    pub(super) info: &'a [CharInfo],
    keep: Keep,
    /// Pixels in an em.
    pub(super) size: f32,
    pub(super) shaped: Shaped,
}

impl<'a> Builder<'a> {
    pub(super) fn new(info: &'a [CharInfo], keep: &'a [Range<usize>], size: f32) -> Self {
        let count = info.len();
        let shaped = Shaped { clusters: Vec::with_capacity(count), ink: Vec::with_capacity(count) };
        Self { info, keep: Keep::new(keep), size, shaped }
    }

    /// Adds a word of a run; they come in logical order.
    pub(super) fn add(&mut self, run: &Run, part: &Part, word: &Word) {
        let scale = self.size / f32::from(run.font.units_per_em());
        #[expect(
            clippy::cast_precision_loss,
            reason = "font units are 16-bit numbers and sums of a few of them"
        )]
        let pixels = |units: i32| units as f32 * scale;
        let mut from = 0;
        for (index, piece) in word.pieces.iter().enumerate() {
            let start = part.bytes.start + piece.byte as usize;
            let next = word.pieces.get(index + 1);
            let end = next.map_or(part.bytes.end, |next| part.bytes.start + next.byte as usize);
            let first = length(&self.shaped.ink);
            let mut advance = 0.0;
            let drawn = word.inks.get(from as usize..piece.end as usize).unwrap_or_default();
            self.shaped.ink.extend(drawn.iter().map(|unit| {
                let wide = pixels(unit.advance);
                advance += wide;
                Ink { id: unit.id, x: pixels(unit.x), y: -pixels(unit.y), advance: wide }
            }));
            from = piece.end;
            let info = self.info.get(part.chars.start + piece.character as usize);
            let inner = !info.is_some_and(|info| info.is_grapheme_start());
            // A mark on a space may begin a line (UAX #14), but then a caret would stand inside a grapheme.
            let breaks = !inner && info.is_some_and(|info| info.is_soft_wrap_opportunity());
            self.shaped.clusters.push(Cluster {
                start: u32::try_from(start).unwrap_or(u32::MAX),
                end: u32::try_from(end).unwrap_or(u32::MAX),
                glyphs: (first, length(&self.shaped.ink)),
                advance,
                level: run.level,
                font: run.font,
                breaks,
                inner,
                kept: breaks && self.keep.holds(start),
                hangs: piece.blank.hangs,
                gap: piece.blank.gap,
                trailing: piece.blank.trailing,
            });
        }
    }
}

/// One run with the glyphs of its words in font units.
pub(super) fn shaped_run(run: &Run, script: Script, words: &[(Part, Arc<Word>)]) -> ShapedRun {
    let rtl = run.level % 2 == 1;
    let mut glyphs = Vec::new();
    for index in 0..words.len() {
        let nth = if rtl { words.len() - 1 - index } else { index };
        let Some((part, word)) = words.get(nth) else { continue };
        let ends = word.pieces.iter().map(|piece| piece.end as usize);
        let mut ranges: Vec<Range<usize>> =
            std::iter::once(0).chain(ends.clone()).zip(ends).map(|(from, to)| from..to).collect();
        if rtl {
            ranges.reverse();
        }
        let drawn = ranges.into_iter().filter_map(|range| word.inks.get(range)).flatten();
        glyphs.extend(drawn.map(|unit| ShapedGlyph {
            id: u32::from(unit.id),
            cluster: part.bytes.start + unit.cluster as usize,
            x_advance: unit.advance,
            x_offset: unit.x,
            y_offset: unit.y,
        }));
    }
    ShapedRun {
        font: run.font,
        direction: if rtl { Direction::Rtl } else { Direction::Ltr },
        level: run.level,
        script: script.tag().to_be_bytes(),
        range: run.bytes.clone(),
        glyphs,
    }
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
