//! Where one item of a list ends and the next begins, in words in which several were run together.

use super::cues::{Cue, Found, JOINED, Words};
use super::fold::is_letter;
use super::labels::{self, Labelled, Sort};

/// The bytes at which items begin that count on, one by one: «… 2- … 3- …», «… : أ) … ب) …». A count begins with 1,
/// or with 2 where the words before it are the first item.
#[must_use]
pub fn numbered(text: &str) -> Vec<usize> {
    let found = counted(text);
    for (at, first) in found.iter().enumerate() {
        let mut run = vec![first.at];
        let mut next = first.number + 1;
        for other in found.iter().skip(at + 1).filter(|other| other.sort == first.sort) {
            if other.number == next {
                run.push(other.at);
                next += 1;
            }
        }
        // A lone «2-» may be a figure of the text, unless the words before it have ended.
        let is_list = match first.number {
            1 => run.len() > 1,
            2 => run.len() > 1 || first.ends,
            _ => false,
        };
        if is_list {
            return run;
        }
    }
    Vec::new()
}

/// A label inside a text.
struct Inside {
    at: usize,
    sort: Sort,
    number: u32,
    /// Whether the words before it end with a sign.
    ends: bool,
}

fn counted(text: &str) -> Vec<Inside> {
    let mut found = Vec::new();
    let mut before = None;
    let mut spaced = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let begins = before.is_some() && (spaced || before.is_some_and(ends));
        if begins
            && may_label(c, letters.peek().map(|(_, next)| *next))
            && let Some((sort, number)) = text.get(at..).and_then(label)
        {
            found.push(Inside { at, sort, number, ends: before.is_some_and(ends) });
        }
        spaced = c == ' ' || c.is_whitespace();
        before = if spaced { before } else { Some(c) };
    }
    found
}

/// Whether a label may begin here: a figure, a bracket, a letter that stands alone.
fn may_label(first: char, second: Option<char>) -> bool {
    let joins = |c: char| is_letter(c) && c != '\u{640}';
    if is_letter(first) { !second.is_some_and(joins) } else { first == '(' || first.is_numeric() }
}

fn ends(c: char) -> bool {
    matches!(c, ':' | '.' | '؛' | ';' | '،')
}

fn label(text: &str) -> Option<(Sort, u32)> {
    let found: Labelled = labels::number(text).or_else(|| labels::letter(text))?;
    let words = text.get(found.end..)?;
    let number = found.number.filter(|_| !found.weak && words.contains(char::is_alphanumeric))?;
    Some((found.sort, number))
}

/// The words at which another item begins: after a sign that ends one, with a noun of action.
#[must_use]
pub fn openings(words: &Words, cues: &[Found]) -> Vec<usize> {
    let opens = |at: &usize| {
        matches!(words.mark_before(*at), Some('.' | '–' | '•' | '*' | '؛'))
            && cues.iter().any(|found| found.cue == Cue::Item && found.at == *at)
            && !words.word(*at).starts_with(JOINED)
            && words.len() - at >= 2
    };
    (4..words.len()).filter(opens).collect()
}

/// The bytes at which items begin that bear no label: at nouns of action behind a full stop, a bullet or «؛», or where
/// there are none behind each «؛» that two words follow.
#[must_use]
pub fn clauses(text: &str) -> Vec<usize> {
    let words = Words::of(text);
    let opened: Vec<usize> =
        openings(&words, &words.cues()).into_iter().map(|at| words.place(at).start).collect();
    if !opened.is_empty() {
        return opened;
    }
    let mut found = Vec::new();
    for (at, sign) in text.match_indices(['؛', ';']) {
        let rest = text.get(at + sign.len()..).unwrap_or_default();
        let clause = rest.split(['؛', ';']).next().unwrap_or_default();
        if clause.split_whitespace().nth(1).is_some() {
            found.push(at + sign.len() + (rest.len() - rest.trim_start().len()));
        }
    }
    found
}
