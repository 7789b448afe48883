//! Numbers as they are said: days of a month by their ordinals, years and minutes as counted words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::ARTICLE;
use super::agreement::{Case, Gender};
use super::fold::fold;
use super::lexicon::ordinal;

/// The ordinals of the days of a month by their first words, folded: the second word, if there is one, and the day;
/// those of two words first.
static DAYS: LazyLock<BTreeMap<String, Vec<(String, u8)>>> = LazyLock::new(|| {
    let mut all: BTreeMap<String, Vec<(String, u8)>> = BTreeMap::new();
    for day in 1..=31_u8 {
        for case in [Case::Nominative, Case::Oblique] {
            let words = fold(&ordinal(day.into(), Gender::Male, case, true).unwrap_or_default());
            let (first, second) = words.split_once(' ').unwrap_or((&words, ""));
            let known = all.entry(first.to_owned()).or_default();
            known.push((second.to_owned(), day));
            known.sort_by_key(|(second, _)| second.is_empty());
        }
    }
    all
});

/// The day of a month that these folded words begin with as an ordinal, and how many of them it takes: «الثاني»,
/// «الحادي والعشرين». `attached` allows «و» before the first.
pub(super) fn day<'w>(word: impl Fn(usize) -> Option<&'w str>, attached: bool) -> Option<(u8, usize)> {
    let first = word(0)?;
    let first = first.strip_prefix('و').filter(|_| attached).unwrap_or(first);
    let known = if first.starts_with(ARTICLE) { DAYS.get(first)? } else { return None };
    let second = word(1).unwrap_or_default();
    let found = known.iter().find(|(own, _)| own.is_empty() || own == second);
    found.map(|(own, day)| (*day, if own.is_empty() { 1 } else { 2 }))
}

/// Whether a folded word opens the ordinal of a day.
pub(super) fn opens_day(word: &str) -> bool {
    word.starts_with(ARTICLE) && DAYS.contains_key(word)
}

const UNITS: [(&str, u32); 25] = [
    ("واحد", 1),
    ("واحده", 1),
    ("احد", 1),
    ("احدي", 1),
    ("اثنين", 2),
    ("اثنان", 2),
    ("اثنتين", 2),
    ("اثنتان", 2),
    ("اثني", 2),
    ("اثنتي", 2),
    ("اثنتا", 2),
    ("ثلاث", 3),
    ("ثلاثه", 3),
    ("اربع", 4),
    ("اربعه", 4),
    ("خمس", 5),
    ("خمسه", 5),
    ("ست", 6),
    ("سته", 6),
    ("سبع", 7),
    ("سبعه", 7),
    ("ثمان", 8),
    ("ثماني", 8),
    ("ثمانيه", 8),
    ("تسع", 9),
];
const TENS: [(&str, u32); 8] =
    [("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90)];

fn unit(word: &str) -> Option<u32> {
    if word == "تسعه" {
        return Some(9);
    }
    UNITS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// Twenty to ninety.
fn tens(word: &str) -> Option<u32> {
    let stem = word.strip_suffix("ين").or_else(|| word.strip_suffix("ون"))?;
    TENS.iter().find(|(known, _)| *known == stem).map(|(_, value)| *value)
}

fn hundreds(word: &str) -> Option<u32> {
    const HUNDRED: [&str; 3] = ["مايه", "ميه", "مءه"];
    if HUNDRED.contains(&word) {
        return Some(100);
    }
    if matches!(word, "مايتين" | "ميتين" | "مايتان" | "ميتان") {
        return Some(200);
    }
    let stem = HUNDRED.iter().find_map(|hundred| word.strip_suffix(hundred))?;
    unit(stem).filter(|value| *value > 2).map(|value| value * 100)
}

/// The number that these folded words begin with as it is counted, below ten thousand, and how many of them it takes:
/// «ألفين وأربع وعشرين», «خمس وأربعين».
pub(super) fn counted<'w>(word: impl Fn(usize) -> Option<&'w str>) -> Option<(u32, usize)> {
    let (mut sum, mut at) = (0, 0);
    // What may still come is smaller than what came.
    let mut below = 10_000;
    loop {
        let written = word(at);
        let first = if sum == 0 { written } else { written.and_then(|word| word.strip_prefix('و')) };
        let Some(first) = first else { break };
        let teen = || matches!(word(at + 1), Some("عشر" | "عشره"));
        let (value, taken) = if matches!(first, "الف" | "الفا") {
            (1000, 1)
        } else if matches!(first, "الفين" | "الفان") {
            (2000, 1)
        } else if let Some(value) = hundreds(first) {
            (value, 1)
        } else if let Some(value) = unit(first).filter(|_| teen()) {
            (value + 10, 2)
        } else if let Some(value) = tens(first) {
            (value, 1)
        } else if matches!(first, "عشر" | "عشره") {
            (10, 1)
        } else if let Some(value) = unit(first) {
            // «أربع وعشرين»: the ten follows.
            match word(at + 1).and_then(|word| word.strip_prefix('و')).and_then(tens) {
                Some(ten) => (value + ten, 2),
                None => (value, 1),
            }
        } else {
            break;
        };
        if value >= below {
            break;
        }
        below = if value >= 1000 {
            1000
        } else if value >= 100 {
            100
        } else {
            0
        };
        (sum, at) = (sum + value, at + taken);
    }
    (sum > 0).then_some((sum, at))
}
