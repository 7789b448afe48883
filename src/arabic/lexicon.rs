//! The lexicon of words that agree: honorifics, roles, counted nouns, and the ordinals.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::agreement::{Agreement, Case, Company, Gender, open};
use super::fold::fold;
use super::numerals::to_arabic_indic;

const TABLE: &str = include_str!("../../assets/lexicon.tsv");

/// Which digits a count is written with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CountStyle {
    /// 0–9, the custom everywhere in Morocco.
    #[default]
    Western,
    /// The Arabic-Indic digits.
    ArabicIndic,
}

/// Whether a word carries the article or leans on the noun after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// «مناضلات ومناضلون»
    Indefinite,
    /// «المناضلات والمناضلون»
    Definite,
    /// «مناضلات ومناضلو الحزب»
    Construct,
}

/// The keys of the honorifics: السيد، د.، ذ.، الرفيق، الأخ.
pub const HONORIFICS: [&str; 5] = ["mr", "dr", "prof", "comrade", "brother"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Honorific,
    Role,
    Adjective,
    Noun,
}

/// One line of the table; a pair of forms is nominative, then oblique.
#[derive(Debug)]
struct Entry {
    key: &'static str,
    kind: Kind,
    masculine: &'static str,
    feminine: &'static str,
    masculine_dual: [&'static str; 2],
    feminine_dual: [&'static str; 2],
    masculine_plural: [&'static str; 2],
    feminine_plural: &'static str,
    pair: [&'static str; 2],
    folded: [String; 3],
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| TABLE.lines().filter_map(entry).collect());

fn entry(line: &'static str) -> Option<Entry> {
    if line.starts_with('#') {
        return None;
    }
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [key, kind, masculine, feminine, m_dual, f_dual, m_plural, feminine_plural, pair] = cells.as_slice()
    else {
        return None;
    };
    let kind = match *kind {
        "honorific" => Kind::Honorific,
        "role" => Kind::Role,
        "adjective" => Kind::Adjective,
        "noun" => Kind::Noun,
        _ => return None,
    };
    let cases = |cell: &'static str| cell.split_once('|').map_or([cell, cell], |(one, other)| [one, other]);
    let masculine_dual = cases(m_dual);
    let whole = whole(masculine, masculine_dual);
    Some(Entry {
        key,
        kind,
        masculine,
        feminine,
        masculine_dual,
        feminine_dual: cases(f_dual),
        masculine_plural: cases(m_plural),
        feminine_plural,
        pair: cases(pair),
        folded: [fold(masculine), fold(feminine), fold(&whole)],
    })
}

/// The masculine with the last letter it drops when it stands alone: «محام» is «المحامي», «محاميا», as its dual
/// «محاميان» tells.
fn whole(masculine: &str, [dual, _]: [&str; 2]) -> String {
    let dropped = dual.strip_suffix("ان").and_then(|stem| stem.strip_suffix('ي')) == Some(masculine);
    if dropped { format!("{masculine}ي") } else { masculine.to_owned() }
}

impl Entry {
    fn by_key(key: &str) -> Option<&'static Self> {
        ENTRIES.iter().find(|entry| entry.key == key)
    }

    /// The word of one of these kinds, written in either gender.
    fn by_word(word: &str, kinds: &[Kind]) -> Option<&'static Self> {
        let folded = fold(word);
        let known = |entry: &&Self| kinds.contains(&entry.kind) && entry.folded.contains(&folded);
        ENTRIES.iter().find(known).filter(|_| !folded.is_empty())
    }

    /// As it stands under the article or before the noun it leans on.
    fn inflect_whole(&self, agreement: Agreement, case: Case) -> String {
        let whole = whole(self.masculine, self.masculine_dual);
        match agreement {
            Agreement::One(Gender::Male) => whole,
            Agreement::One(Gender::Unknown) => open(&whole, self.feminine),
            _ => self.inflect(agreement, case),
        }
    }

    fn inflect(&self, agreement: Agreement, case: Case) -> String {
        let at = |forms: [&str; 2]| case.of(forms).to_owned();
        match agreement {
            Agreement::None => String::new(),
            Agreement::One(Gender::Male) => self.masculine.to_owned(),
            Agreement::One(Gender::Female) => self.feminine.to_owned(),
            Agreement::One(Gender::Unknown) => open(self.masculine, self.feminine),
            Agreement::Two(Company::Women) => at(self.feminine_dual),
            Agreement::Two(Company::Men | Company::Mixed) => at(self.masculine_dual),
            Agreement::Two(Company::Open) => {
                format!("{}/{}", at(self.masculine_dual), at(self.feminine_dual))
            }
            Agreement::Many(Company::Women) => self.feminine_plural.to_owned(),
            Agreement::Many(Company::Mixed | Company::Open) if self.kind == Kind::Honorific => at(self.pair),
            Agreement::Many(Company::Open) => {
                format!("{}/{}", at(self.masculine_plural), self.feminine_plural)
            }
            Agreement::Many(Company::Men | Company::Mixed) => at(self.masculine_plural),
        }
    }
}

/// Every form that is another one in the oblique: duals and sound plurals, without the article but in honorifics.
pub(super) fn nominatives() -> impl Iterator<Item = &'static str> {
    let pairs = |entry: &'static Entry| [entry.masculine_dual, entry.feminine_dual, entry.masculine_plural];
    ENTRIES.iter().flat_map(pairs).filter(|[one, other]| one != other).map(|[one, _]| one)
}

/// Every form that is the same in the oblique, or is the oblique itself.
pub(super) fn other_forms() -> impl Iterator<Item = &'static str> {
    ENTRIES.iter().flat_map(|entry| {
        let oblique = [entry.masculine_dual[1], entry.feminine_dual[1], entry.masculine_plural[1]];
        oblique.into_iter().chain([entry.masculine, entry.feminine, entry.feminine_plural])
    })
}

/// The plurals of people, without the article, in both cases.
pub(super) fn plurals() -> impl Iterator<Item = &'static str> {
    let people = ENTRIES.iter().filter(|entry| entry.kind == Kind::Role);
    people.flat_map(|entry| entry.masculine_plural.into_iter().chain([entry.feminine_plural]))
}

impl Case {
    fn of(self, [nominative, oblique]: [&str; 2]) -> &str {
        match self {
            Self::Nominative => nominative,
            Self::Oblique => oblique,
        }
    }
}

/// The honorific of one person, two, or a group: «السيدة», «السيدين», «السيدات والسادة». The key is one of
/// [`HONORIFICS`]; any other, such as `none`, gives nothing.
#[must_use]
pub fn honorific(key: &str, agreement: Agreement, case: Case) -> String {
    Entry::by_key(key)
        .filter(|entry| entry.kind == Kind::Honorific)
        .map(|entry| entry.inflect(agreement, case))
        .unwrap_or_default()
}

/// Whether this word is a title of people, as it stands before their names or what they are.
pub(super) fn is_title(word: &str) -> bool {
    let titles = ENTRIES.iter().filter(|entry| entry.kind == Kind::Honorific);
    let forms = |entry: &Entry| {
        let [one, other] = [entry.masculine_plural, entry.masculine_dual];
        one.into_iter()
            .chain(other)
            .chain(entry.feminine_dual)
            .chain([entry.masculine, entry.feminine, entry.feminine_plural])
            .any(|form| form == word)
    };
    titles.into_iter().any(forms)
}

/// A role given in either gender, for a person of this gender: «الأمينة الجهوية», and «الأمين(ة) الجهوي(ة)» while it
/// is not stated. Nothing when the word that heads it is not in the lexicon; the caller then keeps it as written.
#[must_use]
pub fn role(text: &str, gender: Gender) -> Option<String> {
    role_of(text, Agreement::One(gender), Case::Nominative)
}

/// A role for one person, two, or more: «عضوا المكتب», «الأمناء الجهويون». Inflects the head and the adjectives that
/// agree with it, and keeps what follows.
#[must_use]
pub fn role_of(text: &str, agreement: Agreement, case: Case) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (head, rest) = words.split_first()?;
    let (entry, definite) = known(head, Kind::Role)?;
    let agrees = |word: &&&str| adjective(word, definite, agreement, case).is_some();
    let (adjectives, tail) = rest.split_at_checked(rest.iter().take_while(agrees).count())?;
    let leans =
        !definite && adjectives.is_empty() && tail.first().is_some_and(|word| !begins_with_preposition(word));
    let head = if leans {
        entry.inflect_whole(agreement, case)
    } else {
        inflected(entry, definite, agreement, case)
    };
    let plural = !matches!(agreement, Agreement::One(_));
    let mut written = vec![if leans && plural { construct(&head) } else { head }];
    written.extend(adjectives.iter().filter_map(|word| adjective(word, definite, agreement, case)));
    written.extend(tail.iter().map(|word| (*word).to_owned()));
    Some(written.join(" ").trim().to_owned())
}

/// The inclusive plural of a role, feminine first: «المناضلات والمناضلين», «عضوات وأعضاء», «منتخبات ومنتخبي».
#[must_use]
pub fn group(key: &str, case: Case, form: Form) -> Option<String> {
    let entry = Entry::by_key(key).or_else(|| Entry::by_word(key, &[Kind::Role]))?;
    let pair = case.of(entry.pair);
    if pair.is_empty() {
        return None;
    }
    Some(match (form, pair.split_once(" و")) {
        (Form::Indefinite, _) => pair.to_owned(),
        (Form::Definite, Some((women, men))) => format!("ال{women} وال{men}"),
        (Form::Definite, None) => format!("ال{pair}"),
        (Form::Construct, _) => construct(pair),
    })
}

/// The shape an adjective takes beside its noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// «اجتماع تنظيمي»
    Plain,
    /// «اجتماعا تنظيميا»
    Accusative,
    /// «الاجتماع التنظيمي»
    Definite,
}

/// Regular adjectives, given in the masculine without the article, beside a noun of this gender: «استثنائية»,
/// «تنظيميا», «العادية والموسعة». A noun of unknown gender takes the masculine.
#[must_use]
pub fn describe(adjectives: &str, gender: Gender, shape: Shape) -> String {
    let one = |(index, word): (usize, &str)| {
        let known = index == 0 || Entry::by_word(word, &[Kind::Adjective]).is_some();
        let (lead, stem) = match word.strip_prefix('و') {
            Some(stem) if !known => ("و", stem),
            _ => ("", word),
        };
        let ending = match (gender, shape) {
            (Gender::Female, _) if !stem.ends_with('ة') => "ة",
            (Gender::Male | Gender::Unknown, Shape::Accusative) if !stem.ends_with(['ا', 'ء', 'ى']) => "ا",
            _ => "",
        };
        let article = if shape == Shape::Definite && !stem.starts_with("ال") { "ال" } else { "" };
        format!("{lead}{article}{stem}{ending}")
    };
    adjectives.split_whitespace().enumerate().map(one).collect::<Vec<_>>().join(" ")
}

/// A count with its noun: «عضو واحد», «عضوان», «3 أعضاء», «11 عضوا», «100 عضو», by the last two digits. The noun is a
/// key of the lexicon or its Arabic singular; an unknown one is written after the number as it stands.
#[must_use]
pub fn counted(n: u64, noun: &str, case: Case, style: CountStyle) -> String {
    let digits = match style {
        CountStyle::Western => n.to_string(),
        CountStyle::ArabicIndic => to_arabic_indic(&n.to_string()),
    };
    let found = Entry::by_key(noun)
        .or_else(|| Entry::by_word(noun, &[Kind::Noun]))
        .or_else(|| Entry::by_word(noun, &[Kind::Role]));
    let Some(entry) = found else { return format!("{digits} {noun}") };
    let feminine = entry.masculine.is_empty()
        || (entry.feminine != entry.masculine && fold(noun) == fold(entry.feminine));
    let whole =
        if feminine { entry.feminine.to_owned() } else { whole(entry.masculine, entry.masculine_dual) };
    let (singular, dual, plural) = if feminine {
        (entry.feminine, entry.feminine_dual, entry.feminine_plural)
    } else {
        (entry.masculine, entry.masculine_dual, Case::Oblique.of(entry.masculine_plural))
    };
    match (n, n % 100) {
        (1, _) => format!("{singular} {}", if feminine { "واحدة" } else { "واحد" }),
        (2, _) => case.of(dual).to_owned(),
        (_, 3..=10) => format!("{digits} {plural}"),
        (_, 11..) => format!("{digits} {}", accusative(&whole)),
        _ => format!("{digits} {singular}"),
    }
}

/// Whether this word stands behind a number as what it counts: «صوتا», «أعضاء», «توصية».
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.contains(word)
}

static COUNTED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let things = ENTRIES.iter().filter(|entry| matches!(entry.kind, Kind::Noun | Kind::Role));
    let forms = things.flat_map(|entry| {
        let one = [entry.masculine, entry.feminine];
        let many = [Case::Oblique.of(entry.masculine_plural), entry.feminine_plural];
        let whole = whole(entry.masculine, entry.masculine_dual);
        one.into_iter().chain(many).map(str::to_owned).chain([accusative(&whole)])
    });
    forms.filter(|form| !form.is_empty()).collect()
});

/// The ordinals 1 to 99: «الأولى», «الحادي عشر», «الحادية والعشرين». A gender not stated is written masculine.
#[must_use]
pub fn ordinal(n: u32, gender: Gender, case: Case, definite: bool) -> Option<String> {
    const UNITS: [[&str; 2]; 10] = [
        ["أول", "أولى"],
        ["ثان", "ثانية"],
        ["ثالث", "ثالثة"],
        ["رابع", "رابعة"],
        ["خامس", "خامسة"],
        ["سادس", "سادسة"],
        ["سابع", "سابعة"],
        ["ثامن", "ثامنة"],
        ["تاسع", "تاسعة"],
        ["عاشر", "عاشرة"],
    ];
    const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
    let (unit, ten) = (usize::try_from(n % 10).ok()?, usize::try_from(n / 10).ok()?);
    let female = gender == Gender::Female;
    let small = |n: usize, compound: bool| -> Option<&'static str> {
        Some(match (n, female) {
            (1, false) if compound => {
                if definite || ten == 1 {
                    "حادي"
                } else {
                    "حاد"
                }
            }
            (1, true) if compound => "حادية",
            (2, false) if definite || ten == 1 => "ثاني",
            (n, false) => UNITS.get(n.checked_sub(1)?)?[0],
            (n, true) => UNITS.get(n.checked_sub(1)?)?[1],
        })
    };
    let article = if definite { "ال" } else { "" };
    let tens = |ten: usize| -> Option<String> {
        let ending = if case == Case::Nominative { "ون" } else { "ين" };
        Some(format!("{article}{}{ending}", TENS.get(ten.checked_sub(2)?)?))
    };
    match (ten, unit) {
        (0, 1..) | (1, 0) => Some(format!("{article}{}", small(if unit == 0 { 10 } else { unit }, false)?)),
        (1, 1..) => Some(format!("{article}{} {}", small(unit, true)?, if female { "عشرة" } else { "عشر" })),
        (2..=9, 0) => tens(ten),
        (2..=9, _) => Some(format!("{article}{} و{}", small(unit, true)?, tens(ten)?)),
        _ => None,
    }
}

/// The entry of a word and whether it carries the article.
fn known(word: &str, kind: Kind) -> Option<(&'static Entry, bool)> {
    if let Some(entry) = Entry::by_word(word, &[kind]) {
        return Some((entry, false));
    }
    let bare = word.strip_prefix("ال")?;
    Some((Entry::by_word(bare, &[kind])?, true))
}

fn inflected(entry: &Entry, definite: bool, agreement: Agreement, case: Case) -> String {
    if !definite {
        return entry.inflect(agreement, case);
    }
    let word = entry.inflect_whole(agreement, case);
    if word.is_empty() { word } else { format!("ال{}", word.replace('/', "/ال")) }
}

/// The adjective as it agrees with its head; nothing when the word is no known adjective of the same definiteness.
fn adjective(word: &str, definite: bool, agreement: Agreement, case: Case) -> Option<String> {
    if let Some((entry, article)) = known(word, Kind::Adjective) {
        return (article == definite).then(|| inflected(entry, definite, agreement, case));
    }
    let folded = fold(word);
    let form = |n: u32, gender: Gender| ordinal(n, gender, Case::Nominative, definite);
    let is = |n: &u32| {
        [Gender::Male, Gender::Female]
            .iter()
            .any(|gender| form(*n, *gender).is_some_and(|known| fold(&known) == folded))
    };
    let n = (1..=10).find(is)?;
    match agreement.gender() {
        Gender::Unknown => Some(open(&form(n, Gender::Male)?, &form(n, Gender::Female)?)),
        gender => form(n, gender),
    }
}

/// Drops the «ن» of a dual or a sound plural before the noun it leans on.
fn construct(words: &str) -> String {
    let drop = |word: &str| {
        let sound =
            ["ون", "ين", "ان"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 4;
        if sound { word.strip_suffix('ن').unwrap_or(word).to_owned() } else { word.to_owned() }
    };
    words.split('/').map(drop).collect::<Vec<_>>().join("/")
}

fn begins_with_preposition(word: &str) -> bool {
    let alone = ["في", "من", "عن", "على", "لدى", "إلى", "و", "باسم", "سابقا"];
    alone.contains(&word) || word.starts_with("لل") || word.starts_with("لحزب") || word.starts_with("بال")
}

/// A noun or an adjective as an object, after a verb or after 11 to 99, with the alef of the accusative where it is written.
#[must_use]
pub fn accusative(singular: &str) -> String {
    let bare = ["ة", "اء", "ى", "أ"].iter().any(|ending| singular.ends_with(ending));
    if bare { singular.to_owned() } else { format!("{singular}ا") }
}
