//! The oblique wording of a group from its nominative: «المنسقون الجهويون» → «المنسقين الجهويين».

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fold::fold;
use super::lexicon::nominatives;

/// Words that end like the plural of an adjective in «ـي» and are none.
const SINGULAR: [&str; 2] = ["تلفزيون", "تريليون"];

/// Numbers that change as sound plurals do; the noun they count is in the accusative and looks like a dual.
const TENS: [&str; 8] = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];

/// Words after which a noun stands in the oblique already.
const PREPOSITIONS: [&str; 12] =
    ["من", "في", "عن", "على", "إلى", "مع", "لدى", "عند", "بين", "ضد", "حول", "خلال"];

/// Every dual and sound plural of the lexicon, folded, without the article but in honorifics.
static NOMINATIVES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| nominatives().chain(TENS).chain(["اثنان", "اثنتان"]).map(fold).collect());

/// The same words after a preposition or a noun. Only sound masculine plurals and duals change, alone or leaning on
/// the noun after them: those of the lexicon, plurals of adjectives in «ـي», plurals beside their feminine («مؤطرات
/// ومؤطرو») and words that such an adjective follows. What is not known stays as it is; every other word is spelt
/// alike in both.
#[must_use]
pub fn oblique(nominative: &str) -> String {
    let mut written: Vec<String> = Vec::new();
    let words: Vec<&str> = nominative.split(' ').collect();
    // From the end: an adjective tells what the word before it is.
    let mut agreed = "";
    for (at, word) in words.iter().enumerate().rev() {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", |word| letters(word));
        let (bare, tail) = (letters(word), word.get(letters(word).len()..).unwrap_or_default());
        let leans = tail.is_empty() && at + 1 < words.len();
        let turned = if PREPOSITIONS.contains(&before) { None } else { turned(bare, before, leans, agreed) };
        // An adjective carries the article if its noun does, and is joined to it by nothing.
        let beside = before.trim_start_matches('و').starts_with("ال") == bare.starts_with("ال");
        agreed = match ENDINGS.iter().find(|ending| bare.ends_with(**ending)) {
            Some(ending) if turned.is_some() && beside && !bare.starts_with('و') => ending,
            _ => "",
        };
        written.push(turned.unwrap_or_else(|| bare.to_owned()) + tail);
    }
    written.reverse();
    written.join(" ")
}

/// The endings of a sound plural and of a dual.
const ENDINGS: [&str; 2] = ["ون", "ان"];

/// A word in the oblique, where that is another one. `agreed` is the ending of a plural or dual right after it.
fn turned(word: &str, before: &str, leans: bool, agreed: &str) -> Option<String> {
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending)
            && (is_plural(stem, ending, before) || ending == agreed && stem.chars().count() > 2)
        {
            return Some(format!("{stem}ين"));
        }
        // Leaning on the next word, it has dropped its «ن».
        let leaning = ending.strip_suffix('ن').unwrap_or_default();
        if let Some(stem) = word.strip_suffix(leaning).filter(|_| leans)
            && (leaning == "و" || !is_number(before))
            && is_plural(stem, ending, before)
        {
            return Some(format!("{stem}ي"));
        }
    }
    None
}

/// Whether this stem with this ending is a sound plural or a dual, with or without «و» and the article before it.
fn is_plural(stem: &str, ending: &str, before: &str) -> bool {
    let (stem, women) = (fold(stem), fold(before));
    let bare = |text: &str| text.strip_prefix("ال").unwrap_or(text).to_owned();
    let women = women.strip_suffix("ات").map(bare);
    let joined = stem.strip_prefix('و').unwrap_or_default();
    let forms = [stem.as_str(), &bare(&stem), joined, &bare(joined)];
    let singular = forms.iter().any(|form| SINGULAR.contains(&format!("{form}{ending}").as_str()));
    forms.into_iter().any(|form| {
        let whole = format!("{form}{ending}");
        let article = form.starts_with("ال");
        let relative = form.ends_with('ي') && form.chars().count() > 3 && !article && !singular;
        let beside =
            women.as_deref().is_some_and(|women| women == form || women.strip_prefix('و') == Some(form));
        let plural = ending == "ون" && form.chars().count() > 2 && (relative || beside);
        !form.is_empty() && (plural || NOMINATIVES.contains(&whole))
    })
}

/// A word without the signs after it.
fn letters(word: &str) -> &str {
    word.trim_end_matches(|letter: char| !letter.is_alphanumeric())
}

/// Whether the noun after this word is counted in the accusative.
fn is_number(word: &str) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    word.chars().any(char::is_numeric) || TENS.contains(&bare) || matches!(bare, "عشر" | "عشرة")
}
