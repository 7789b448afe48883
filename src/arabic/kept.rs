//! Words a line never breaks between: «14 نونبر 2026», «الساعة 10:00», «المادة 18», «21 صوتا». Layout only, nothing is
//! stored.

use std::ops::Range;

use super::date::read_month;
use super::lexicon::is_counted;

/// Words that lean on the number after them.
const LEADS: [&str; 9] = ["الساعة", "سنة", "المادة", "الفصل", "البند", "رقم", "الفقرة", "عام", "فاتح"];

/// What is counted or measured besides the nouns of the lexicon.
const MEASURES: [&str; 22] = [
    "درهم",
    "درهما",
    "دراهم",
    "مليون",
    "مليونا",
    "ملايين",
    "مليار",
    "مليارا",
    "ملايير",
    "ألف",
    "ألفا",
    "آلاف",
    "سنة",
    "سنوات",
    "كيلومتر",
    "كيلومترا",
    "متر",
    "مترا",
    "هكتار",
    "هكتارا",
    "طن",
    "طنا",
];

/// The byte ranges of a text that stay on one line where they fit.
#[must_use]
pub fn kept_together(text: &str) -> Vec<Range<usize>> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(text);
    let word = |index: usize| words.get(index).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut kept = Vec::new();
    let mut index = 0;
    while index < words.len() {
        let end = if is_number(word(index)) && is_month(word(index + 1)) {
            index + if is_number(word(index + 2)) { 2 } else { 1 }
        } else if LEADS.contains(&word(index)) && is_number(word(index + 1)) {
            index + 1
        } else if word(index) == "فاتح" && is_month(word(index + 1)) {
            index + if is_number(word(index + 2)) { 2 } else { 1 }
        } else if is_figure(word(index)) {
            // «5 ملايين درهم»
            (index + 1..words.len())
                .take(2)
                .take_while(|next| is_measure(word(*next)))
                .last()
                .unwrap_or(index)
        } else {
            index
        };
        if end > index
            && let (Some(first), Some(last)) = (words.get(index), words.get(end))
        {
            kept.push(first.start..last.end);
        }
        index = end + 1;
    }
    kept
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c == ' ', start) {
            (true, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words.extend(start.map(|from| from..text.len()));
    words
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Nothing but a number, so that what follows may be what it counts.
fn is_figure(word: &str) -> bool {
    is_number(word) && word.ends_with(|c: char| c.is_ascii_digit())
}

fn is_measure(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '،', '؛', ':', '»', ')']);
    MEASURES.contains(&word) || is_counted(word)
}

fn is_month(word: &str) -> bool {
    read_month(word.trim_end_matches(['.', '،', '؛', ':'])).is_some()
}
