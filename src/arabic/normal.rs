//! Unicode normal form C and where it may be cut (UAX #15).

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

/// Whether a text may be cut before this character without its normal form changing: it neither
/// reorders with nor composes onto what stands before it.
#[must_use]
pub fn starts_segment(c: char) -> bool {
    // Marks compose onto a base; Hangul vowels and trailing consonants compose though their class is 0.
    canonical_combining_class(c) == 0
        && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
        && !matches!(c, '\u{1160}'..='\u{11FF}')
}
