//! How far the letters of a family reach: what lines drawn below and through words are measured by.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use swash::scale::ScaleContext;

use super::font::{Family, FontId, Weight, primary};
use super::raster::{GlyphKey, raster};

/// The letters of Arabic, and Latin letters that reach below the line.
const LETTERS: [RangeInclusive<char>; 3] = ['\u{621}'..='\u{63a}', '\u{641}'..='\u{64a}', 'g'..='y'];
/// Dal: it stands on the line, and nothing rises above its body.
const DAL: char = '\u{62f}';
/// The size at which letters are measured.
const PIXELS: u16 = 128;

/// How far letters reach from the baseline, in em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Down to the lowest ink of any letter, its dots included, in both weights.
    pub below: f32,
    /// Up to the top of the letters that have neither stem nor tail: the Arabic x-height.
    pub body: f32,
}

/// How far the letters of a family reach, measured once from their ink.
#[must_use]
pub fn reach(family: Family) -> Reach {
    static REACHES: [OnceLock<Reach>; 3] = [const { OnceLock::new() }; 3];
    let index = match family {
        Family::Ui => 0,
        Family::Naskh => 1,
        Family::Amiri => 2,
    };
    REACHES.get(index).map_or(FALLBACK, |reach| *reach.get_or_init(|| measured(family)))
}

/// For a face that cannot be read.
const FALLBACK: Reach = Reach { below: 0.5, body: 0.4 };

fn measured(family: Family) -> Reach {
    let mut context = ScaleContext::new();
    let mut extent = |font: FontId, letter: char| -> Option<(f32, f32)> {
        let glyph = swash::FontRef::from_index(font.bytes(), 0)?.charmap().map(letter);
        let drawn = raster(&mut context, GlyphKey { font, glyph, size: PIXELS * 64, quarter: 0 })?;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
        let (top, height) = (drawn.top as f32, drawn.height as f32);
        Some(((height - top) / f32::from(PIXELS), top / f32::from(PIXELS)))
    };
    let fonts = [Weight::Regular, Weight::Strong].map(|weight| primary(family, weight));
    let letters = LETTERS.into_iter().flatten();
    let below = letters.flat_map(|letter| fonts.map(|font| (font, letter)));
    let below = below.filter_map(|(font, letter)| extent(font, letter)).map(|(below, _)| below);
    let below = below.fold(0.0, f32::max);
    let body = fonts.first().and_then(|font| extent(*font, DAL)).map_or(FALLBACK.body, |(_, above)| above);
    Reach { below, body }
}
