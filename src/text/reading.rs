//! How a line is read out: its stretches of one direction in reading order, grapheme by grapheme.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::layout::Layout;
use super::paragraph::Direction;

/// A part of a line that is written one way and stands together.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Its bytes.
    pub range: Range<usize>,
    /// The way it is read.
    pub direction: Direction,
    /// Its left edge.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
    /// Where the caret can stand in it, in reading order: they begin with the stretch and follow each other.
    pub graphemes: Vec<Grapheme>,
}

/// What the caret passes in one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grapheme {
    /// Where it begins, in bytes of the text.
    pub start: usize,
    /// Its left edge.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
}

impl Layout {
    /// The stretches of a line in the order they are read; none on an empty line.
    #[must_use]
    pub fn stretches(&self, line: usize) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut level = None;
        for part in self.read(line) {
            let grapheme = Grapheme { start: part.start, left: part.left, right: part.right };
            match stretches.last_mut() {
                Some(stretch) if level == Some(part.level) => {
                    stretch.range.end = part.end.max(stretch.range.end);
                    stretch.left = stretch.left.min(part.left);
                    stretch.right = stretch.right.max(part.right);
                    stretch.graphemes.push(grapheme);
                }
                _ => stretches.push(Stretch {
                    range: part.start..part.end,
                    direction: part.direction(),
                    left: part.left,
                    right: part.right,
                    graphemes: vec![grapheme],
                }),
            }
            level = Some(part.level);
        }
        stretches
    }
}

/// Where words begin: letters or digits, by the rules of UAX #29 that the caret goes by.
pub fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    text.unicode_word_indices().map(|(start, _)| start)
}
