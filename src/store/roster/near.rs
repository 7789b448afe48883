//! Words of names that one wrong letter parts: found by what is left of them without one letter.

use std::collections::HashMap;

/// Shorter words are too often other names: «علي» and «علا».
const SHORTEST: usize = 4;

/// Words of names, each once.
#[derive(Default)]
pub(super) struct Words {
    all: Vec<String>,
    /// Their places by each of their skeletons.
    by_skeleton: HashMap<String, Vec<usize>>,
}

impl Words {
    /// Takes up a word of a name as search sees it.
    pub(super) fn add(&mut self, word: &str) {
        let place = self.all.len();
        if !counts(word) || self.places(word).any(|known| known == word) {
            return;
        }
        for skeleton in skeletons(word) {
            self.by_skeleton.entry(skeleton).or_default().push(place);
        }
        self.all.push(word.to_owned());
    }

    /// The words that differ from this one by a letter: another, one more, one less, or two neighbours that changed places.
    pub(super) fn near<'a>(&'a self, word: &'a str) -> Vec<&'a str> {
        if !counts(word) {
            return Vec::new();
        }
        let mut found: Vec<&str> = Vec::new();
        for skeleton in skeletons(word) {
            for known in self.places(&skeleton) {
                if !found.contains(&known) && is_one_apart(known, word) {
                    found.push(known);
                }
            }
        }
        found
    }

    fn places<'a>(&'a self, skeleton: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let places = self.by_skeleton.get(skeleton).into_iter().flatten();
        places.filter_map(|place| self.all.get(*place)).map(String::as_str)
    }
}

/// Whether one letter of this word may be wrong: it has several, and no digits.
fn counts(word: &str) -> bool {
    word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic)
}

/// A word, and what is left of it without each of its letters: two words that one letter parts have one in common.
fn skeletons(word: &str) -> impl Iterator<Item = String> + '_ {
    let without = word.char_indices().map(|(at, letter)| {
        let (before, rest) = word.split_at(at);
        format!("{before}{}", rest.get(letter.len_utf8()..).unwrap_or_default())
    });
    std::iter::once(word.to_owned()).chain(without)
}

/// Whether one letter alone makes one word of the other.
fn is_one_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = |(a, b): &(&char, &char)| a == b;
    let head = one.iter().zip(&other).take_while(same).count();
    let most = one.len().min(other.len()) - head;
    let tail = one.iter().rev().zip(other.iter().rev()).take(most).take_while(same).count();
    let rest = |word: &[char]| word.get(head..word.len() - tail).map(<[char]>::to_vec).unwrap_or_default();
    match (rest(&one).as_slice(), rest(&other).as_slice()) {
        ([_], [_] | []) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
