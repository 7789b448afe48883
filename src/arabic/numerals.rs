//! Digits, abjad labels and the ordinals that head points and axes.

use super::agreement::{Case, Gender};
use super::lexicon::ordinal;

/// The letters that label points, in the order Moroccan texts use.
pub const ABJAD: [&str; 28] = [
    "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش",
    "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
];

/// Writes Western digits as Arabic-Indic ones; everything else stays.
#[must_use]
pub fn to_arabic_indic(text: &str) -> String {
    text.chars()
        .map(|letter| match letter.to_digit(10) {
            Some(value) if letter.is_ascii_digit() => char::from_u32(0x660 + value).unwrap_or(letter),
            _ => letter,
        })
        .collect()
}

/// Writes Arabic-Indic and Persian digits as Western ones; everything else stays.
#[must_use]
pub fn to_western(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\u{660}'..='\u{669}' => char::from_digit(u32::from(letter) - 0x660, 10).unwrap_or(letter),
            '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(letter) - 0x6f0, 10).unwrap_or(letter),
            other => other,
        })
        .collect()
}

/// The label of the n-th point, from 1: «أ», «ب» … «غ», then «أأ», «أب» …; «ه» alone carries a joiner so that it
/// keeps its initial shape. Empty for zero.
#[must_use]
pub fn abjad(n: usize) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let letter = ABJAD.get(index % ABJAD.len()).copied().unwrap_or_default();
    let round = index / ABJAD.len();
    if round == 0 {
        return if letter == "ه" { "ه\u{200d}".to_owned() } else { letter.to_owned() };
    }
    abjad(round) + letter
}

/// The letters in the order of the dictionary, which word processors offer beside the abjad.
const ALPHABET: [&str; 28] = [
    "أ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق",
    "ك", "ل", "م", "ن", "ه", "و", "ي",
];

/// The label of the n-th point, from 1, in the order of the dictionary: «أ», «ب», «ت» …; after the last letter it is
/// doubled. Empty for zero.
#[must_use]
pub fn alphabetic(n: usize) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let letter = ALPHABET.get(index % ALPHABET.len()).copied().unwrap_or_default();
    letter.repeat((index / ALPHABET.len() + 1).min(9))
}

/// «أولا، ثانيا … عاشرا، حادي عشر …» for points 1 to 99.
#[must_use]
pub fn adverb_ordinal(n: u32) -> Option<String> {
    const FIRST: [&str; 10] =
        ["أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];
    if let Some(word) = usize::try_from(n).ok().and_then(|n| n.checked_sub(1)).and_then(|n| FIRST.get(n)) {
        return Some((*word).to_owned());
    }
    if n > 20 && !n.is_multiple_of(10) {
        let unit = if n % 10 == 1 {
            "حاديا"
        } else {
            FIRST.get(usize::try_from(n % 10).ok()?.checked_sub(1)?)?
        };
        let tens = ordinal(n / 10 * 10, Gender::Male, Case::Oblique, false)?;
        return Some(format!("{unit} و{tens}"));
    }
    ordinal(n, Gender::Male, Case::Oblique, false)
}

/// «المحور الأول», «المحور الثاني» … for axes 1 to 99.
#[must_use]
pub fn axis(n: u32) -> Option<String> {
    Some(format!("المحور {}", ordinal(n, Gender::Male, Case::Nominative, true)?))
}

/// The level of a heading that a word processor's style is named after: «عنوان 1», «العنوان 2»; «العنوان» alone is
/// the title, 0.
#[must_use]
pub fn names_heading(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("ال").unwrap_or(name).strip_prefix("عنوان")?.trim();
    if rest.is_empty() { Some(0) } else { to_western(rest).parse().ok() }
}
