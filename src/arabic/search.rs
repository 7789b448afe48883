//! Search in a text: whole words or any letters, with the letters that Arabic attaches, and words put in their place.

use std::ops::Range;

use super::fold::{fold, fold_char};
use super::prefix::with_li;
use super::{ARTICLE, nfc};

/// How words are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct Manner {
    /// Letter for letter: hamzas, marks and case are told apart.
    pub exact: bool,
    /// Whole words alone.
    pub whole: bool,
    /// Whole words with what Arabic attaches before them.
    pub attached: bool,
}

/// What is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern {
    needle: String,
    /// What «لـ» makes of it where it begins with the article.
    with_li: Option<String>,
    manner: Manner,
}

/// Where it was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// The bytes, of a readied text or of the text itself.
    pub range: Range<usize>,
    /// Whether its article has gone into «لـ», which is then part of what was found.
    pub li: bool,
}

/// A text as this manner of looking sees it.
#[must_use]
pub fn readied(text: &str, exact: bool) -> String {
    if exact { text.to_owned() } else { text.chars().flat_map(seen).collect() }
}

fn seen(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().filter_map(fold_char)
}

impl Pattern {
    /// Looks for these words; nothing where no letter is left of them.
    #[must_use]
    pub fn new(words: &str, manner: Manner) -> Option<Self> {
        let ready = |words: &str| if manner.exact { nfc(words) } else { fold(words) };
        let needle = ready(words);
        if needle.is_empty() {
            return None;
        }
        let joined = words.trim();
        let takes = !manner.whole || manner.attached;
        let has_article = article(joined).is_some_and(|rest| takes && !rest.is_empty());
        let with_li = has_article.then(|| ready(&with_li(joined)));
        Some(Self { needle, with_li, manner })
    }

    /// How it looks.
    #[must_use]
    pub fn manner(&self) -> Manner {
        self.manner
    }

    /// Where it stands in a readied text, in order.
    #[must_use]
    pub fn hits(&self, ready: &str) -> Vec<Hit> {
        let plain = ready.match_indices(self.needle.as_str()).map(|(at, found)| at..at + found.len());
        let mut all: Vec<Hit> =
            plain.filter(|range| self.fits(ready, range)).map(|range| Hit { range, li: false }).collect();
        if let Some(joined) = &self.with_li {
            let joined = ready.match_indices(joined.as_str()).map(|(at, found)| at..at + found.len());
            let before = all.len();
            all.extend(
                joined
                    .filter(|range| {
                        matches!(word_before(ready, range.start), "" | "و" | "ف") && self.ends(ready, range)
                    })
                    .map(|range| Hit { range, li: true }),
            );
            if all.len() > before {
                all.sort_by_key(|hit| hit.range.start);
            }
        }
        all
    }

    fn fits(&self, ready: &str, range: &Range<usize>) -> bool {
        if !self.manner.whole {
            return true;
        }
        let before = ready.get(..range.start).unwrap_or_default();
        let first = ready.get(range.clone()).and_then(|found| found.chars().next());
        let begins = !first.is_some_and(char::is_alphanumeric)
            || !before.chars().next_back().is_some_and(char::is_alphanumeric);
        let attached = || self.manner.attached && is_attached(&fold(word_before(ready, range.start)));
        (begins || attached()) && self.ends(ready, range)
    }

    fn ends(&self, ready: &str, range: &Range<usize>) -> bool {
        let last = ready.get(range.clone()).and_then(|found| found.chars().next_back());
        let after = ready.get(range.end..).and_then(|after| after.chars().find(|c| fold_char(*c).is_some()));
        !self.manner.whole
            || !last.is_some_and(char::is_alphanumeric)
            || !after.is_some_and(char::is_alphanumeric)
    }
}

/// These hits of a readied text as bytes of the text itself; marks over the last letter belong to it.
#[must_use]
pub fn in_text(text: &str, exact: bool, hits: &[Hit]) -> Vec<Hit> {
    if exact {
        return hits.to_vec();
    }
    // For each byte of the readied text the letter it comes from.
    let mut from: Vec<u32> = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        for folded in seen(letter) {
            from.extend(std::iter::repeat_n(at, folded.len_utf8()));
        }
    }
    let at = |index: usize| from.get(index).map_or(text.len(), |at| *at as usize);
    let whole = |hit: &Hit| {
        let start = at(hit.range.start);
        let end = at(hit.range.end);
        // What follows the last letter and says nothing by itself, up to the next that does.
        let last = hit.range.end.checked_sub(1).map_or(start, at);
        let tail = text.get(last..end).unwrap_or_default();
        let stop = tail.trim_end_matches('\u{640}').len() + last;
        Hit { range: start..stop.max(start), li: hit.li }
    };
    hits.iter().map(whole).collect()
}

/// The letters of the word that stand before this byte.
#[must_use]
pub fn word_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let is_letter = |c: char| c.is_alphabetic() || fold_char(c).is_none();
    let head = before.trim_end_matches(is_letter).len();
    before.get(head..).unwrap_or_default()
}

/// Whether these letters are nothing but what Arabic attaches before a word: «و», «ف», «ب», «ك», «ل», the article.
#[must_use]
pub fn is_attached(letters: &str) -> bool {
    let rest = letters.strip_prefix(['و', 'ف']).unwrap_or(letters);
    matches!(rest, "" | "ب" | "ك" | "ل" | "ال" | "بال" | "كال" | "لل")
}

/// What follows the article of a word; nothing where «ال» belongs to the word or it has none.
fn article(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(ARTICLE)?;
    (with_li(word) != format!("ل{word}")).then_some(rest)
}

/// What comes in place of a hit so that what is attached to the word stays right: after «الـ» and «للـ» no second article,
/// «لـ» with an article makes «للـ». `before` is what stands of the word before what was found.
#[must_use]
pub fn put_in_place(before: &str, found: &Hit, words: &str, with: &str) -> String {
    let is_arabic = |c: char| matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}');
    if !with.chars().next().is_some_and(is_arabic) {
        return with.to_owned();
    }
    if found.li {
        return with_li(with);
    }
    let before = fold(before);
    if before.is_empty() || !is_attached(&before) {
        return with.to_owned();
    }
    let bare = article(with);
    let one_less = |word: &str| word.strip_prefix('ل').unwrap_or(word).to_owned();
    if before.ends_with("لل") {
        return one_less(bare.unwrap_or(with));
    }
    if before.ends_with(ARTICLE) {
        return bare.unwrap_or(with).to_owned();
    }
    if !before.ends_with('ل') {
        return with.to_owned();
    }
    // «للجنة» has its article written into its first letter: what comes instead has one too.
    let hides_article = words.starts_with('ل');
    match bare {
        Some(_) => one_less(&with_li(with)),
        None if hides_article && !with.starts_with('ل') => format!("ل{with}"),
        None => with.to_owned(),
    }
}
