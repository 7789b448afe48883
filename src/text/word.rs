//! Words for the caret: by the rules of UAX #29, skipping whatever holds neither letter nor digit.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::bidi::direction;
use super::paragraph::{Base, Direction};

/// Where the caret lands when moved left by a word: forwards where reading runs right to left.
#[must_use]
pub fn word_left(text: &str, offset: usize, base: Base) -> usize {
    match direction(text, base) {
        Direction::Rtl => word_after(text, offset),
        Direction::Ltr => word_before(text, offset),
    }
}

/// Where the caret lands when moved right by a word.
#[must_use]
pub fn word_right(text: &str, offset: usize, base: Base) -> usize {
    match direction(text, base) {
        Direction::Rtl => word_before(text, offset),
        Direction::Ltr => word_after(text, offset),
    }
}

/// The start of the next word after an offset; the end of the text when there is none.
#[must_use]
pub fn word_after(text: &str, offset: usize) -> usize {
    words(text).map(|word| word.start).find(|&start| start > offset).unwrap_or(text.len())
}

/// The start of the word before an offset; the start of the text when there is none.
#[must_use]
pub fn word_before(text: &str, offset: usize) -> usize {
    words(text).map(|word| word.start).take_while(|&start| start < offset).last().unwrap_or(0)
}

/// What a double click selects: the word, number, mark or blank around an offset.
#[must_use]
pub fn word_at(text: &str, offset: usize) -> Range<usize> {
    let mut found = text.len()..text.len();
    for (start, segment) in text.split_word_bound_indices() {
        if start > offset {
            break;
        }
        let word = start..start + segment.len();
        // At the seam after a word, the word is meant and not the blank that follows it.
        let prefers_last = start == offset && is_blank(segment) && !found.is_empty();
        if !(prefers_last && text.get(found.clone()).is_some_and(|last| !is_blank(last))) {
            found = word;
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_word_bound_indices()
        .filter(|(_, segment)| segment.contains(char::is_alphanumeric))
        .map(|(start, segment)| start..start + segment.len())
}

fn is_blank(segment: &str) -> bool {
    segment.chars().all(char::is_whitespace)
}
