//! Where the caret may stand, and where a word ends, in reading order (UAX #29).

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::arabic;

/// The grapheme boundary before the offset.
#[must_use]
pub fn previous_grapheme(text: &str, offset: usize) -> usize {
    let mut cursor = GraphemeCursor::new(offset.min(text.len()), text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The grapheme boundary after the offset.
#[must_use]
pub fn next_grapheme(text: &str, offset: usize) -> usize {
    let mut cursor = GraphemeCursor::new(offset.min(text.len()), text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The offset itself if it is a grapheme boundary, else the next one.
#[must_use]
pub fn grapheme_at_or_after(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    let mut cursor = GraphemeCursor::new(offset, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) { offset } else { next_grapheme(text, offset) }
}

/// What Backspace takes: the last mark of the letter before the offset, or all of a letter that has none.
#[must_use]
pub fn taken_back(text: &str, offset: usize) -> Range<usize> {
    let start = previous_grapheme(text, offset);
    match text.get(start..offset).and_then(arabic::last_mark) {
        Some(mark) => start + mark.start..start + mark.end,
        None => start..offset,
    }
}

/// The start of the word before the offset; spaces and punctuation between are skipped.
#[must_use]
pub fn previous_word(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    before.split_word_bound_indices().rev().find(|(_, part)| is_word(part)).map_or(0, |(at, _)| at)
}

/// The end of the word after the offset; spaces and punctuation between are skipped.
#[must_use]
pub fn next_word(text: &str, offset: usize) -> usize {
    let after = text.get(offset..).unwrap_or_default();
    let found = after.split_word_bound_indices().find(|(_, part)| is_word(part));
    found.map_or(text.len(), |(at, part)| offset + at + part.len())
}

/// The word the offset stands inside of, with letters of it on both sides.
#[must_use]
pub fn word_around(text: &str, offset: usize) -> Option<Range<usize>> {
    let words = text.split_word_bound_indices().map(|(at, part)| (at..at + part.len(), part));
    let mut inside = words.skip_while(|(range, _)| range.end <= offset);
    inside.next().filter(|(range, part)| range.start < offset && is_word(part)).map(|(range, _)| range)
}

/// The range with the words it begins and ends in.
#[must_use]
pub fn whole_words(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = word_around(text, range.start).map_or(range.start, |word| word.start);
    let end = word_around(text, range.end).map_or(range.end, |word| word.end);
    start..end
}

fn is_word(part: &str) -> bool {
    part.chars().any(|c| c.is_alphanumeric() || c == crate::document::ATOM)
}
