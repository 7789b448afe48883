//! The wording of groups: what «برلمانيو الجهة» becomes after a preposition, said only where every word is known.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fold::fold;
use super::lexicon::{nominatives, other_forms};
use super::regions::regions;

/// Words that end like a dual or a sound plural and are none.
const WHOLE: [&str; 96] = [
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

/// Counting words whose noun, in the accusative, looks like a dual that leans on the next word.
const TENS: [&str; 8] = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];

/// Words after which a noun already stands in the oblique.
const PREPOSITIONS: [&str; 13] =
    ["من", "في", "عن", "على", "إلى", "مع", "لدى", "عند", "بين", "ضد", "حول", "خلال", "باسم"];

static NOMINATIVES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| nominatives().chain(TENS).chain(["اثنان", "اثنتان"]).map(fold).collect());

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

/// A group named as the subject of a sentence, as it stands after a preposition or a noun: «منتخبات ومنتخبو الجهة»
/// becomes «منتخبات ومنتخبي الجهة». Nothing where a word ends like a dual or a sound plural and is not known: what it
/// becomes is asked, not guessed. Every other word is spelt alike in both.
#[must_use]
pub fn oblique(nominative: &str) -> Option<String> {
    let words: Vec<&str> = nominative.split(' ').collect();
    let mut written = Vec::with_capacity(words.len());
    let mut governed = false;
    let mut counted = false;
    for (at, word) in words.iter().enumerate() {
        let leans = words.get(at + 1..).is_some_and(|rest| rest.iter().any(|word| !word.is_empty()));
        let bare = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
        let ends = bare.len() < word.len();
        let form = if governed { Some(bare.to_owned()) } else { oblique_word(bare, leans && !ends, counted) };
        written.push(form? + word.get(bare.len()..).unwrap_or_default());
        governed = PREPOSITIONS.contains(&bare) || governed && word.is_empty();
        counted = is_number(bare, word);
    }
    Some(written.join(" "))
}

/// One word; nothing where it may be of either kind. `counted` says that a number from eleven on stands before it.
fn oblique_word(word: &str, leans: bool, counted: bool) -> Option<String> {
    let folded = fold(word);
    let sound = ["ون", "ان"].iter().find(|ending| word.ends_with(**ending));
    let leaning = ["و", "ا"].iter().find(|ending| word.ends_with(**ending) && leans && !counted);
    if let Some(ending) = sound
        && is_known(&folded, &NOMINATIVES)
    {
        return Some(word.strip_suffix(*ending)?.to_owned() + "ين");
    }
    if let Some(ending) = leaning
        && is_known(&(folded.clone() + "ن"), &NOMINATIVES)
    {
        return Some(word.strip_suffix(*ending)?.to_owned() + "ي");
    }
    let doubtful = sound.is_some() || word.ends_with('و');
    (!doubtful || folded.chars().count() == 1 || is_known(&folded, &FIXED)).then(|| word.to_owned())
}

/// Whether the set has the word, as it is or without «و» and the article.
fn is_known(folded: &str, set: &BTreeSet<String>) -> bool {
    let bare = |word: &str| word.strip_prefix("ال").is_some_and(|word| set.contains(word));
    let joined = folded.strip_prefix('و').unwrap_or_default();
    set.contains(folded)
        || bare(folded)
        || set.contains(joined)
        || bare(joined)
        || folded
            .strip_prefix("لل")
            .or_else(|| folded.strip_prefix("بال"))
            .is_some_and(|word| set.contains(word))
}

fn is_number(bare: &str, word: &str) -> bool {
    let digits =
        word.chars().any(|letter| letter.is_ascii_digit() || matches!(letter, '\u{660}'..='\u{669}'));
    let bare = bare.strip_prefix('و').unwrap_or(bare);
    digits || TENS.contains(&bare) || matches!(bare, "عشر" | "عشرة")
}
