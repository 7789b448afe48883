//! Shaped paragraphs: which glyphs write a text, where its lines break, where the caret stands and what a click means.
//!
//! The engines underneath (`parley_engine` for bidi and breaks, `harfrust` for shaping, `swash` for outlines) are named in
//! this module only and show in no signature. One layout is one paragraph; lines, alignment and the caret are our own, because in
//! a right-to-left paragraph the visual order of boxes is not that of lines joined end to end.

mod bidi;
mod caret;
mod engine;
mod font;
mod keep;
mod layout;
mod lines;
mod paragraph;
mod raster;
mod reach;
mod reading;
mod shaped;
mod shaper;
mod word;
mod words;

pub use bidi::{Levels, direction, levels};
pub use caret::{Affinity, Caret, CaretBox, Stop};
pub use engine::Engine;
pub use font::{Family, FontId, Weight, chain, is_written};
pub use layout::{Glyph, Layout, Line, Rect};
pub use paragraph::{Align, Base, Direction, Paragraph, Span, Style};
pub use raster::{GlyphKey, Raster};
pub use reach::{Reach, reach};
pub use reading::{Grapheme, Stretch, word_starts};
pub use shaped::{ShapedGlyph, ShapedRun};
pub use shaper::Counts;
pub use word::{word_after, word_at, word_before, word_left, word_right};
