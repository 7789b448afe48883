//! Unicode normal form C, where it may be cut (UAX #15), and the marks of a letter in it.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Whether the text is in normal form C.
#[must_use]
pub fn is_nfc(text: &str) -> bool {
    if text.chars().all(is_plain) {
        return true;
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => unicode_normalization::is_nfc(text),
    }
}

/// Characters that neither compose nor reorder, of which most texts consist: the tables need not be asked.
fn is_plain(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{2FF}'
            | '\u{600}'..='\u{60F}'
            | '\u{61B}'..='\u{64A}'
            | '\u{660}'..='\u{66F}'
            | '\u{671}'..='\u{6D3}'
            | '\u{2010}'..='\u{2027}'
            | '\u{FFFC}'
    )
}

/// The text in normal form C.
#[must_use]
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The text with letters that differ in looks alone written as plain ones: «①» as «1» (form KC).
#[must_use]
pub fn compatible(text: &str) -> String {
    text.nfkc().collect()
}

/// Whether a text may be cut before this character without its normal form changing: it neither
/// reorders with nor composes onto what stands before it.
#[must_use]
pub fn starts_segment(c: char) -> bool {
    // Marks compose onto a base; Hangul vowels and trailing consonants compose though their class is 0.
    canonical_combining_class(c) == 0
        && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
        && !matches!(c, '\u{1160}'..='\u{11FF}')
}

/// The mark that was put on a letter last, within the one grapheme given: what Backspace takes alone, so that a vowel is
/// put right without its letter being typed again. Nothing where there is none, or where the parts are no letter and
/// marks: pictures joined to one, flags.
///
/// Normal form C puts a shadda behind the vowel that is written on it; it is the vowel that goes first.
#[must_use]
pub fn last_mark(letter: &str) -> Option<Range<usize>> {
    let mut parts = letter.char_indices();
    let (_, base) = parts.next()?;
    let marks: Vec<(usize, char)> = parts.collect();
    let &last = marks.last()?;
    if !base.is_alphabetic() || is_selector(last.1) {
        return None;
    }
    let is_vowel = |&&(_, c): &&(usize, char)| matches!(canonical_combining_class(c), 27..=32);
    let last = match marks.iter().rfind(is_vowel) {
        Some(&vowel) if last.1 == '\u{651}' => vowel,
        _ => last,
    };
    Some(last.0..last.0 + last.1.len_utf8())
}

/// Whether it chooses a form of what stands before it and is nothing by itself.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180F}')
}
