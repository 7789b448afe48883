//! People as running text names them: honorific, name, office, groups, and who speaks.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::agreement::Gender;
use super::cues::{Cue, Words};
use super::date::Weekday;
use super::fold::fold;
use super::given::is_no_name;
use super::lexicon::{plurals, role};
use super::wording::oblique;

/// Somebody named in a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Named {
    /// The key of the honorific, as the lexicon has it; empty where none stands.
    pub honorific: &'static str,
    /// As far as the honorific states it.
    pub gender: Gender,
    /// The name; empty where only the office is said.
    pub name: String,
    /// The office.
    pub role: String,
}

/// Who speaks in a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Voice {
    /// Somebody by name or by office.
    One(Named),
    /// Several, or a body.
    Many(String),
}

const HONORIFICS: [(&str, &str, Gender); 14] = [
    ("السيد", "mr", Gender::Male),
    ("السيده", "mr", Gender::Female),
    ("الرفيق", "comrade", Gender::Male),
    ("الرفيقه", "comrade", Gender::Female),
    ("الاخ", "brother", Gender::Male),
    ("الاخت", "brother", Gender::Female),
    ("الدكتور", "dr", Gender::Male),
    ("الدكتوره", "dr", Gender::Female),
    ("الاستاذ", "prof", Gender::Male),
    ("الاستاذه", "prof", Gender::Female),
    ("د", "dr", Gender::Unknown),
    ("ده", "dr", Gender::Female),
    ("ذ", "prof", Gender::Unknown),
    ("ذه", "prof", Gender::Female),
];

/// Words that no name goes on with.
const AFTER_NAMES: [&str; 42] = [
    "علي",
    "الي",
    "ان",
    "في",
    "من",
    "مع",
    "عن",
    "حول",
    "عند",
    "بان",
    "الذي",
    "التي",
    "وهو",
    "وهي",
    "كما",
    "حيث",
    "خلال",
    "بصفته",
    "بصفتها",
    "بمهمه",
    "علما",
    "بعد",
    "قبل",
    "له",
    "لها",
    "ثم",
    "هذا",
    "هذه",
    "اجتماعا",
    "عرضا",
    "تقريرا",
    "كلمه",
    "بمنصب",
    "بمهام",
    "الاجتماع",
    "اللقاء",
    "الجلسه",
    "الدوره",
    "تحت",
    "بحضور",
    "برياسه",
    "لهذه",
];

/// First parts of names that a second belongs to.
const COMPOUND: [&str; 14] =
    ["عبد", "ايت", "ايد", "بن", "ابن", "ولد", "ابو", "بو", "سيدي", "مولاي", "ابي", "اولاد", "للا", "بنت"];

/// The honorific at a word, and the word after it.
#[must_use]
pub fn honorific_at(words: &Words, at: usize) -> Option<(&'static str, Gender, usize)> {
    let word = words.bare(at);
    let definite;
    let word = match word.strip_prefix("لل") {
        Some(rest) => {
            definite = format!("ال{rest}");
            definite.as_str()
        }
        None => word.strip_prefix('ب').filter(|rest| rest.starts_with("ال")).unwrap_or(word),
    };
    let (known, key, gender) = HONORIFICS.iter().find(|(known, ..)| *known == word)?;
    let short = known.chars().count() <= 2;
    if short && words.mark_before(at + 1) != Some('.') {
        return None;
    }
    Some((key, *gender, at + 1))
}

/// Whether this word heads an office: «الأمين», «رئيسة».
#[must_use]
pub fn is_role(word: &str) -> bool {
    let bare = word.strip_prefix('و').filter(|rest| role(rest, Gender::Male).is_some()).unwrap_or(word);
    role(bare, Gender::Male).is_some()
}

/// Whether this word heads an office, as it follows a name: «الأمين», «رئيسا».
#[must_use]
pub fn is_office(word: &str) -> bool {
    is_role(word) || word.strip_suffix('ا').is_some_and(is_role)
}

/// Words at which a stretch of names, offices or places stops.
const STOPS: [&str; 33] = [
    "يوم",
    "يومي",
    "ايام",
    "ليوم",
    "ليومي",
    "لايام",
    "امس",
    "اجتماعا",
    "الاجتماع",
    "اجتماعه",
    "اجتماعها",
    "دورته",
    "دورتها",
    "لقاءا",
    "لقاءه",
    "لقاءها",
    "جمعا",
    "جمعه",
    "جمعها",
    "موتمره",
    "موتمرها",
    "بحضور",
    "بمشاركه",
    "برياسه",
    "وذلك",
    "ذلك",
    "المنعقد",
    "المنعقده",
    "المشكل",
    "المشكله",
    "بتاريخ",
    "الساعه",
    "خصص",
];

/// Where a stretch of names, offices or places stops: a mark, a date, the sitting, those who came.
#[must_use]
pub fn is_stop(words: &Words, at: usize) -> bool {
    if at >= words.len() {
        return true;
    }
    let mark = words.mark_before(at);
    if mark.is_some_and(|mark| {
        matches!(mark, '،' | ',' | '؛' | ';' | ':' | '.' | '(' | ')' | '«' | '“' | '"' | '؟' | '!')
    }) {
        return true;
    }
    let word = words.bare(at);
    STOPS.contains(&word)
        || (word == "اول" && words.word(at + 1) == "امس")
        || Weekday::of_folded(word).is_some()
}

/// The person whose honorific stands at this word, with the office that follows the name, and the word after all.
#[must_use]
pub fn person_at(text: &str, words: &Words, at: usize) -> Option<(Named, usize)> {
    let (honorific, gender, start) = honorific_at(words, at)?;
    let mut named = Named { honorific, gender, ..Named::default() };
    let first = text.get(words.place(start))?;
    if is_role(first) {
        let end = role_end(words, start);
        named.role = said(text, words, start..end);
        return Some((named, end));
    }
    let end = name_end(text, words, start);
    if end == start {
        return None;
    }
    named.name = said(text, words, start..end);
    let mark = words.mark_before(end);
    let follows = text.get(words.place(end)).is_some_and(is_role);
    if follows
        && !words.word(end).starts_with('و')
        && mark.is_none_or(|mark| matches!(mark, '،' | '؛' | ',' | '('))
    {
        let stop = role_end(words, end);
        named.role = said(text, words, end..stop);
        return Some((named, stop));
    }
    Some((named, end))
}

/// The word after a name without an honorific that begins here: two words to five, and none that no name has.
#[must_use]
pub fn bare_name(text: &str, words: &Words, at: usize) -> Option<usize> {
    let is_name = |at: usize| {
        let word = words.word(at);
        let alphabetic = word.chars().all(char::is_alphabetic) && word.chars().count() > 1;
        // «وبعد ذلك …»
        let goes_on = words.bare(at) != word && AFTER_NAMES.contains(&words.bare(at));
        alphabetic
            && !goes_on
            && !is_after_name(text, words, at)
            && !is_group(word)
            && !is_no_name(word)
            && honorific_at(words, at).is_none()
    };
    let heads = |at: usize| text.get(words.place(at)).is_some_and(is_office);
    // «مؤطرات ومؤطرو النوادي» are several.
    if words.word(at).ends_with("ات") && words.word(at + 1).starts_with('و') {
        return None;
    }
    let mut end = at;
    while end < words.len() && end - at < 6 && is_name(end) && !heads(end) {
        if end > at && words.mark_before(end).is_some_and(|mark| !matches!(mark, '\u{640}' | '\'' | '.')) {
            break;
        }
        end += 1;
    }
    (2..=5).contains(&(end - at)).then_some(end)
}

/// Whether no name goes on with this word. «علي» is a name, «على» is none: the last letter tells them apart.
fn is_after_name(text: &str, words: &Words, at: usize) -> bool {
    let is_name = words.word(at) == "علي" && text.get(words.place(at)) == Some("علي");
    !is_name && AFTER_NAMES.contains(&words.word(at))
}

/// The word after a name that begins here.
fn name_end(text: &str, words: &Words, start: usize) -> usize {
    let ends = |at: usize| {
        (at > start && is_stop(words, at))
            || at >= words.len()
            // «السيدة سلمى الناصري لقاء مع …»
            || at > start + 1 && !words.word(at).starts_with("ال") && is_no_name(words.word(at))
            || is_after_name(text, words, at)
            || honorific_at(words, at).is_some()
            || words.word(at).starts_with(|c: char| c.is_numeric())
            || text.get(words.place(at)).is_some_and(|word| at > start && is_office(word))
    };
    // Up to the next mark or preposition, where that is near.
    let mut end = start;
    while !ends(end) && end - start < 6 {
        end += 1;
    }
    if end - start <= 3 && ends(end) {
        return end;
    }
    let mut end = start;
    while end - start < 2 && !ends(end) {
        end += 1 + usize::from(COMPOUND.contains(&words.word(end)));
    }
    while end - start < 5 && !ends(end) && words.word(end).starts_with("ال") {
        end += 1;
    }
    end.min(words.len())
}

/// The word after an office that begins here.
#[must_use]
pub fn role_end(words: &Words, start: usize) -> usize {
    let mut end = start + 1;
    while end - start < 16 && !is_stop(words, end) && !AFTER_NAMES.contains(&words.word(end)) {
        if honorific_at(words, end).is_some() {
            break;
        }
        end += 1;
    }
    end
}

/// The words of a stretch as they are written.
#[must_use]
pub fn said(text: &str, words: &Words, range: Range<usize>) -> String {
    text.get(words.stretch(range)).unwrap_or_default().to_owned()
}

/// Who speaks where the verb stands at this word: after it, or before it.
#[must_use]
pub fn voice(text: &str, words: &Words, verb: usize, cues: &[super::cues::Found]) -> Option<Voice> {
    let after = verb + 1;
    if honorific_at(words, after).is_some() {
        return person_at(text, words, after).map(|(named, _)| Voice::One(named));
    }
    let collective =
        |at: usize| cues.iter().find(|found| found.cue == Cue::Collective && found.at == at).map(|f| f.at);
    if let Some(start) = collective(after) {
        return Some(Voice::Many(said(text, words, start..many_end(words, start))));
    }
    let heads = text.get(words.place(after)).is_some_and(is_role);
    if heads && words.mark_before(after).is_none() {
        let end = role_end(words, after);
        // «مقرر المكتب، د. جمال» names the office before the person.
        if let Some((named, _)) = person_at(text, words, end).filter(|_| words.mark_before(end).is_some()) {
            let role = said(text, words, after..end);
            return Some(Voice::One(Named { role, ..named }));
        }
        return Some(Voice::One(Named { role: said(text, words, after..end), ..Named::default() }));
    }
    // «الرفيق الأمين العام، دعا …», «أما السيدة …، فنبهت».
    let open = (0..verb.min(4)).find(|at| honorific_at(words, *at).is_some());
    if let Some((named, _)) = open.and_then(|at| person_at(text, words, at)) {
        return Some(Voice::One(named));
    }
    let open = (0..verb.min(3)).find_map(collective);
    open.map(|start| Voice::Many(said(text, words, start..verb.min(many_end(words, start)))))
}

/// The word after the name of several.
fn many_end(words: &Words, start: usize) -> usize {
    let mut end = start + 1;
    let first = words.bare(start);
    if first.starts_with("ال") && !matches!(first, "السيدات" | "الساده") {
        while end - start < 4 && words.mark_before(end).is_none() && words.word(end).starts_with("ال") {
            end += 1;
        }
        return end;
    }
    let is_end = |at: usize| {
        words.mark_before(at).is_some() || AFTER_NAMES.contains(&words.word(at)) || at >= words.len()
    };
    while end - start < 8 && !is_end(end) {
        end += 1;
    }
    end
}

/// Plurals of people and of bodies, folded, in every case and with the article.
static GROUPS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let more = ["إدارات", "لجان", "فروع", "هيئات", "أطر", "فعاليات", "ضيوف", "أمناء", "تنسيقيات", "جمعيات"];
    let mut all = BTreeSet::new();
    let forms = plurals().map(str::to_owned).chain(more.map(str::to_owned));
    for form in forms.filter(|form| form.chars().count() > 2 && !form.contains(' ')) {
        let mut cases = vec![form.clone()];
        if let Some(stem) = form.strip_suffix("ون") {
            cases.extend([format!("{stem}ين"), format!("{stem}ي"), format!("{stem}و")]);
        }
        for case in cases {
            let case = fold(&case);
            all.insert(format!("ال{case}"));
            all.insert(format!("{case}هم"));
            all.insert(case);
        }
    }
    all
});

/// Whether this word, folded, is a plural of people or of bodies.
#[must_use]
pub fn is_group(word: &str) -> bool {
    GROUPS.contains(word)
}

/// The groups that a stretch names, as they are written there: «السيدات والسادة» left out.
#[must_use]
pub fn groups(text: &str, words: &Words, range: Range<usize>) -> Vec<String> {
    let mut start = range.start;
    while start < range.end
        && matches!(
            words.bare(start),
            "السيدات"
                | "الساده"
                | "كل"
                | "من"
                | "كافه"
                | "جميع"
                | "و"
                | "قيمه"
                | "وازنه"
                | "مكثف"
        )
    {
        start += 1;
    }
    let mut groups = Vec::new();
    let mut from = start;
    for at in start + 1..range.end {
        let word = words.word(at);
        let Some(stem) = word.strip_prefix('و') else { continue };
        let comma = words.mark_before(at) == Some('،');
        let parts = comma || (is_group(stem) && !(at == from + 1 && is_pair(words.word(from), stem)));
        if !parts {
            continue;
        }
        groups.push(said(text, words, from..at));
        from = at;
    }
    if from < range.end {
        groups.push(said(text, words, from..range.end));
    }
    let bare = |(n, group): (usize, String)| {
        let group = group.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        if n == 0 { group } else { group.strip_prefix('و').map(str::to_owned).unwrap_or(group) }
    };
    groups.into_iter().enumerate().map(bare).filter(|group| !group.is_empty()).collect()
}

/// Whether two plurals are the two genders of one word: «عضوات وأعضاء».
fn is_pair(first: &str, second: &str) -> bool {
    let bare = |word: &str| word.trim_start_matches("ال").to_owned();
    let (first, second) = (bare(first), bare(second));
    let women = |word: &str| word.ends_with("ات");
    women(&first) != women(&second)
        && (first.chars().take(2).eq(second.chars().take(2))
            || first.contains("عض") == second.contains("عض") && first.contains("عض")
            || women(&first))
}

/// The words of a group as the subject of a sentence, where they are known from how they stand after a preposition.
#[must_use]
pub fn nominative(group: &str) -> Option<String> {
    let words: Vec<&str> = group.split(' ').collect();
    // «ممثلي الجمعيات» leans on the noun after it, as «ممثلو الجمعيات» does.
    let leaning = |at: usize, stem: &str| {
        let (word, next) = (words.get(at)?, words.get(at + 1)?);
        let known = oblique(&format!("{stem}و {next}"));
        (known.as_deref() == Some(format!("{word} {next}").as_str())).then(|| format!("{stem}و"))
    };
    let turned: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| match (word.strip_suffix("ين"), word.strip_suffix("يي"), word.strip_suffix('ي'))
        {
            (Some(stem), ..) => format!("{stem}ون"),
            (_, Some(stem), _) => format!("{stem}يو"),
            // «ثماني جمعيات» is so however it stands.
            (.., Some("ثمان")) => (*word).to_owned(),
            (.., Some(stem)) => leaning(at, stem).unwrap_or_else(|| (*word).to_owned()),
            _ => (*word).to_owned(),
        })
        .collect();
    let turned = turned.join(" ");
    (oblique(&turned).as_deref() == Some(group)).then_some(turned)
}
