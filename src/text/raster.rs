//! Glyphs as coverage: eight bits a pixel, unhinted, at one of four places inside a pixel.

use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::{Format, Vector};

use super::font::FontId;

/// One bitmap of one glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GlyphKey {
    /// The face.
    pub font: FontId,
    /// The glyph in that face.
    pub glyph: u16,
    /// The size of an em, in 1/64 of a pixel.
    pub size: u16,
    /// Quarters of a pixel to the right, 0 to 3.
    pub quarter: u8,
}

impl GlyphKey {
    /// The bitmap for a glyph whose origin lies at `x`, and the whole pixel it is drawn from.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positions on a screen and sizes of letters are far below the limits, and `as` saturates"
    )]
    pub fn snap(font: FontId, glyph: u16, size: f32, x: f32) -> (Self, i32) {
        let quarters = (x * 4.0).round() as i32;
        let key =
            Self { font, glyph, size: (size * 64.0).round() as u16, quarter: quarters.rem_euclid(4) as u8 };
        (key, quarters.div_euclid(4))
    }
}

/// The coverage of one glyph, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// From the origin to the left edge, in pixels, growing to the right.
    pub left: i32,
    /// From the baseline to the top edge, in pixels, growing upwards.
    pub top: i32,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Linear coverage, `width × height` bytes.
    pub coverage: Vec<u8>,
}

/// Draws a glyph; `None` when there is nothing to draw, as for a space.
pub(super) fn raster(context: &mut ScaleContext, key: GlyphKey) -> Option<Raster> {
    let font = swash::FontRef::from_index(key.font.bytes(), 0)?;
    // The same key for the same bytes lets the context keep what it has read.
    let font = swash::FontRef { key: *cache_keys().get(key.font.index())?, ..font };
    let mut scaler = context.builder(font).size(f32::from(key.size) / 64.0).hint(false).build();
    let image = Render::new(&[Source::Outline])
        .format(Format::Alpha)
        .offset(Vector::new(f32::from(key.quarter) / 4.0, 0.0))
        .render(&mut scaler, key.glyph)?;
    let place = image.placement;
    (place.width > 0 && place.height > 0).then_some(Raster {
        left: place.left,
        top: place.top,
        width: place.width,
        height: place.height,
        coverage: image.data,
    })
}

fn cache_keys() -> &'static [swash::CacheKey] {
    static KEYS: std::sync::OnceLock<Vec<swash::CacheKey>> = std::sync::OnceLock::new();
    KEYS.get_or_init(|| FontId::all().map(|_| swash::CacheKey::new()).collect())
}
