//! The last mark of an Arabic line, held at its end in fields that read from the left.

/// Shows nothing; what stands before it is read from the right.
const MARK: char = '\u{200f}';

/// The text with U+200F behind every line whose last mark a field that reads from the left would put at the other end.
#[must_use]
pub fn anchored(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        out.push_str(body);
        if strays(body) {
            out.push(MARK);
        }
        out.push_str(line.get(body.len()..).unwrap_or_default());
    }
    out
}

/// Whether a field that reads from the left shows the last mark of some line at its other end.
#[must_use]
pub fn has_stray_mark(text: &str) -> bool {
    text.lines().any(strays)
}

/// Whether the line ends in marks behind Arabic words: they have no side of their own.
fn strays(line: &str) -> bool {
    let line = line.trim_end();
    let Some(last) = line.chars().next_back() else { return false };
    if last.is_alphanumeric() || last == MARK || is_arabic(last) {
        return false;
    }
    line.chars().rev().find(|letter| letter.is_alphabetic() || *letter == '\u{200e}').is_some_and(is_arabic)
}

/// Whether the letter is read from the right: Hebrew, Arabic and what is written with them.
fn is_arabic(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
