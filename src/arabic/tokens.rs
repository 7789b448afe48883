//! Cuts a text into the words, numbers and marks that dates are read from.

use std::ops::Range;

use super::fold::{fold, is_mark};
use super::numerals::to_western;

/// What a token is.
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// A folded word.
    Word(String),
    /// Any other visible character; a line break is `\n`.
    Mark(char),
}

/// A word, a number or a mark, and where it stands in bytes.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) place: Range<usize>,
}

/// Cuts a text into words, numbers and marks; other spaces are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let class = |letter: char| {
        if letter.is_numeric() {
            1
        } else if letter.is_alphabetic() || is_mark(letter) || letter == '\u{200c}' || letter == '\u{200d}' {
            2
        } else {
            0
        }
    };
    let mut tokens = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        let kind = class(letter);
        if kind == 0 {
            if letter == '\n' || !(letter.is_whitespace() || letter.is_control()) {
                tokens.push(Token { kind: Kind::Mark(letter), place: start..end });
            }
            continue;
        }
        while let Some((next, letter)) = letters.next_if(|(_, letter)| class(*letter) == kind) {
            end = next + letter.len_utf8();
        }
        let word = text.get(start..end).unwrap_or_default();
        let number = (kind == 1)
            .then(|| to_western(word))
            .and_then(|digits| Some((digits.parse().ok()?, digits.len())));
        let kind = match number {
            Some((value, width)) => Kind::Number(value, width),
            None => Kind::Word(fold(word)),
        };
        tokens.push(Token { kind, place: start..end });
    }
    tokens
}
