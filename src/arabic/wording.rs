//! The wording of groups: what «برلمانيو الجهة» becomes after a preposition, said only where every word is known.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fold::fold;
use super::lexicon::{nominatives, other_forms};
use super::regions::regions;

/// Words that end like a dual or a sound plural and are none.
const WHOLE: [&str; 97] = [
    "لجان",
    "سكان",
    "شبان",
    "أعوان",
    "أركان",
    "إخوان",
    "برلمان",
    "ديوان",
    "ميدان",
    "عنوان",
    "بيان",
    "مهرجان",
    "ضمان",
    "ائتمان",
    "إنسان",
    "لسان",
    "مكان",
    "زمان",
    "أوطان",
    "بلدان",
    "فرسان",
    "جيران",
    "رهان",
    "إتقان",
    "عمران",
    "طيران",
    "ألوان",
    "رمضان",
    "شعبان",
    "رضوان",
    "قرآن",
    "برهان",
    "سلطان",
    "قطعان",
    "أديان",
    "حيوان",
    "عدوان",
    "بستان",
    "أحيان",
    "أسنان",
    "فيضان",
    "جثمان",
    "عثمان",
    "سليمان",
    "مروان",
    "عدنان",
    "قحطان",
    "ريان",
    "حنان",
    "إيمان",
    "جنان",
    "أمان",
    "نقصان",
    "خسران",
    "قانون",
    "شؤون",
    "فنون",
    "عيون",
    "قرون",
    "تعاون",
    "زيتون",
    "عون",
    "كون",
    "لون",
    "مضمون",
    "تلفزيون",
    "تريليون",
    "مليون",
    "صابون",
    "دون",
    "بدون",
    "مخزون",
    "ديون",
    "سجون",
    "غصون",
    "حصون",
    "هارون",
    "ميمون",
    "كانون",
    "شجون",
    "متون",
    "عضو",
    "نحو",
    "نمو",
    "جو",
    "هو",
    "لو",
    "أو",
    "بو",
    "سمو",
    "علو",
    "غلو",
    "فيديو",
    "راديو",
    "استوديو",
    "يونيو",
    "سوسيو",
];

/// Numbers that change as sound plurals do; the noun they count is in the accusative and looks like a dual.
const TENS: [&str; 8] = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];

/// Words after which a noun stands in the oblique already.
const PREPOSITIONS: [&str; 12] =
    ["من", "في", "عن", "على", "إلى", "مع", "لدى", "عند", "بين", "ضد", "حول", "خلال"];

/// Every dual and sound plural of the lexicon, folded, without the article but in honorifics.
static NOMINATIVES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| nominatives().chain(TENS).chain(["اثنان", "اثنتان"]).map(fold).collect());

/// What ends like one and is none, folded.
static FIXED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let places = regions().iter().flat_map(|region| {
        region
            .units
            .iter()
            .flat_map(|unit| unit.name.split_whitespace())
            .chain(region.name.split_whitespace())
    });
    WHOLE.into_iter().chain(other_forms()).chain(places).map(fold).filter(|word| !word.is_empty()).collect()
});

/// The same words after a preposition or a noun. Only sound masculine plurals and duals change, alone or leaning on
/// the noun after them: those of the lexicon, plurals of adjectives in «ـي», plurals beside their feminine («مؤطرات
/// ومؤطرو») and words that such an adjective follows. Nothing where another word ends like them: what it becomes is
/// asked, not guessed. Every other word is spelt alike in both.
#[must_use]
pub fn oblique(nominative: &str) -> Option<String> {
    let mut written: Vec<String> = Vec::new();
    let words: Vec<&str> = nominative.split(' ').collect();
    // From the end: an adjective tells what the word before it is.
    let mut agreed = "";
    for (at, word) in words.iter().enumerate().rev() {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", |word| letters(word));
        let bare = letters(word);
        let tail = word.get(bare.len()..).unwrap_or_default();
        let leans = tail.is_empty() && at + 1 < words.len();
        let turned =
            if PREPOSITIONS.contains(&before) { bare.into() } else { turned(bare, before, leans, agreed)? };
        // An adjective carries the article if its noun does, and is joined to it by nothing.
        let beside = before.trim_start_matches('و').starts_with("ال") == bare.starts_with("ال");
        agreed = match ["ون", "ان"].into_iter().find(|ending| bare.ends_with(*ending)) {
            Some(ending) if turned != bare && beside && !bare.starts_with('و') => ending,
            _ => "",
        };
        written.push(turned + tail);
    }
    written.reverse();
    Some(written.join(" "))
}

/// What a word ends in, the ending it has when nothing leans on it, and what takes its place.
const ENDINGS: [(&str, &str, &str); 4] =
    [("ون", "ون", "ين"), ("ان", "ان", "ين"), ("و", "ون", "ي"), ("ا", "ان", "ي")];

/// One word; nothing where it may be of either kind. `agreed` is the ending of a plural or dual right after it.
fn turned(word: &str, before: &str, leans: bool, agreed: &str) -> Option<String> {
    for (ending, whole, instead) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) else { continue };
        let leaning = ending != whole;
        if leaning && (!leans || ending == "ا" && is_number(before)) {
            continue;
        }
        let stem_folded = fold(stem);
        let is_turned = has(&NOMINATIVES, &format!("{stem_folded}{whole}"))
            || !has(&FIXED, &fold(word))
                && (ending == agreed || whole == "ون" && is_plural_stem(&stem_folded, &fold(before)));
        if is_turned {
            return Some(format!("{stem}{instead}"));
        }
        if ending != "ا" && !has(&FIXED, &fold(word)) {
            return None;
        }
    }
    Some(word.to_owned())
}

/// Whether this stem of a word in «ون» is that of an adjective in «ـي» or stands beside its own feminine.
fn is_plural_stem(stem: &str, before: &str) -> bool {
    let women = before.strip_suffix("ات").map(|women| bare_forms(women));
    bare_forms(stem).into_iter().filter(|form| !form.starts_with("ال")).any(|form| {
        let relative = form.ends_with('ي') && form.chars().count() > 3;
        let beside = women.as_ref().is_some_and(|women| women.contains(&form)) && form.chars().count() > 2;
        relative || beside
    })
}

/// Whether the set has the word, as it is or without what is joined to it.
fn has(set: &BTreeSet<String>, word: &str) -> bool {
    bare_forms(word).into_iter().any(|form| set.contains(form))
}

/// The word as it is, without «و», without the article or what swallowed it, without both.
fn bare_forms(word: &str) -> Vec<&str> {
    let joined = word.strip_prefix('و').filter(|rest| !rest.is_empty());
    let article = |word| ["بال", "لل", "ال"].into_iter().find_map(|lead| str::strip_prefix(word, lead));
    let all = [Some(word), article(word), joined, joined.and_then(article)];
    all.into_iter().flatten().filter(|form| !form.is_empty()).collect()
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
