//! Figures that are read from the left whatever letters stand around them: «12-2026», «05 22 33 44 55», «+212-5».
//!
//! UAX #9 turns a number behind Arabic letters into an Arabic one, which a hyphen or a space parts from the next: the two
//! change places. A reader of a value, a telephone number or the number of a letter, wants it as it was written. In running
//! text, where a hyphen between numbers may mean «from … to», nothing is changed: it is seen as other programs show it.

use std::ops::Range;

/// The figures of a value that would not be read in their order: where they lie, in order.
///
/// Figures behind Latin letters are right as they are. A hyphen or slash at the very end counts for a figure that is still
/// being typed.
#[must_use]
pub fn figures(value: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !value.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    // Whether the last letter is read from the left, as the figures after it then are.
    let mut latin = false;
    let mut from = 0;
    while let Some(rest) = value.get(from..).filter(|rest| !rest.is_empty()) {
        let read = if latin { None } else { figure(rest) };
        if let Some((length, turns)) = read {
            if turns {
                found.push(from..from + length);
            }
            from += length;
            continue;
        }
        let Some(first) = rest.chars().next() else { break };
        if first.is_alphabetic() {
            latin = !is_right_to_left(first);
        }
        from += first.len_utf8();
    }
    found
}

/// The length of the figure a text begins with, and whether its parts might change places.
fn figure(text: &str) -> Option<(usize, bool)> {
    let plus = usize::from(text.starts_with('+'));
    let mut end = plus + word(text.get(plus..)?)?;
    let is_telephone = plus == 1 || text.starts_with('0');
    let mut turns = plus == 1;
    while let Some(rest) = text.get(end..) {
        let Some(joint) = rest.chars().next() else { break };
        let is_space = matches!(joint, ' ' | '\u{a0}' | '\u{202f}');
        let joins = (is_space && is_telephone) || joint == '_' || is_hyphen(joint) || is_calm(joint);
        let next = rest.get(joint.len_utf8()..).unwrap_or_default();
        if let Some(length) = name(next).filter(|_| joint == '_' || joint == '.' || is_hyphen(joint)) {
            return Some((end + joint.len_utf8() + length, true));
        }
        match word(next).filter(|_| joins) {
            Some(_) if is_space && !next.starts_with(|first: char| first.is_ascii_digit()) => break,
            Some(length) => {
                turns |= !is_calm(joint);
                end += joint.len_utf8() + length;
            }
            None if next.is_empty() && (is_hyphen(joint) || joint == '/') => {
                turns = true;
                end += joint.len_utf8();
            }
            None => break,
        }
    }
    Some((end, turns))
}

/// The length of the Latin letters a text begins with, and all that is joined to them: a file's name behind its number.
fn name(text: &str) -> Option<usize> {
    let is_joint = |byte: u8| matches!(byte, b'.' | b'_' | b'-');
    let length = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || is_joint(*byte)).count();
    let whole = text.get(..length)?.trim_end_matches(['.', '_', '-']);
    whole.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(whole.len())
}

/// The length of the digits, with Latin letters after the first of them, that a text begins with: «2026», «12bis».
fn word(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let has_digit = text.bytes().take(length).any(|byte| byte.is_ascii_digit());
    (length > 0 && has_digit && !text.starts_with(|first: char| first.is_ascii_alphabetic()))
        .then_some(length)
}

/// Separators that hold two numbers together (class CS): «11/04», «10:30».
fn is_calm(joint: char) -> bool {
    matches!(joint, '.' | ',' | '/' | ':')
}

fn is_hyphen(joint: char) -> bool {
    matches!(joint, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}')
}

/// Whether the letter is of a script written from the right.
#[must_use]
pub fn is_right_to_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}
