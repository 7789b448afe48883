//! Gender, number and case: what a sentence must know about its people to agree with them.

use serde::{Deserialize, Serialize};

use super::ARTICLE;
use super::lexicon::is_title;

/// The stated gender of a person; never guessed from a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Gender {
    /// Not stated: words about this person stay visibly open, «ترأس(ت)».
    #[default]
    Unknown,
    /// Feminine.
    Female,
    /// Masculine.
    Male,
}

/// The place of a noun in its sentence, as far as unvocalised writing shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Case {
    /// Subject or predicate: «السيدان», «المناضلون».
    #[default]
    Nominative,
    /// Object or after a preposition: «السيدين», «المناضلين».
    Oblique,
}

/// The genders in a group of two or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Company {
    /// Only women.
    Women,
    /// Only men.
    Men,
    /// Women and men, or men and people whose gender is not stated: masculine agreement either way.
    Mixed,
    /// Nobody known to be a man and somebody not stated: the agreement is not settled.
    Open,
}

/// The number and gender that words about some people must take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// Nobody.
    None,
    /// One person.
    One(Gender),
    /// Two people: the dual.
    Two(Company),
    /// Three people or more.
    Many(Company),
}

impl Agreement {
    /// The agreement with people of these genders.
    #[must_use]
    pub fn of(genders: &[Gender]) -> Self {
        match genders {
            [] => Self::None,
            [one] => Self::One(*one),
            [_, _] => Self::Two(Company::of(genders)),
            _ => Self::Many(Company::of(genders)),
        }
    }

    /// The gender a following word agrees with: masculine as soon as one man is known.
    #[must_use]
    pub fn gender(self) -> Gender {
        match self {
            Self::None => Gender::Unknown,
            Self::One(gender) => gender,
            Self::Two(company) | Self::Many(company) => match company {
                Company::Women => Gender::Female,
                Company::Men | Company::Mixed => Gender::Male,
                Company::Open => Gender::Unknown,
            },
        }
    }
}

impl Company {
    fn of(genders: &[Gender]) -> Self {
        let has = |gender| genders.contains(&gender);
        match (has(Gender::Female), has(Gender::Male), has(Gender::Unknown)) {
            (_, true, true) | (true, true, false) => Self::Mixed,
            (_, false, true) | (false, false, false) => Self::Open,
            (true, false, false) => Self::Women,
            (false, true, false) => Self::Men,
        }
    }
}

/// How the words of a group address it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// By a title, a pair with the article, or a word that takes all of them: «السادة رؤساء الجماعات», «المناضلات
    /// والمناضلين», «كافة الأعضاء».
    Own,
    /// By a pair that leans on what follows: «عضوات وأعضاء المكتب».
    Pair,
    /// Not at all: «رؤساء الجماعات».
    Bare,
}

/// How these words address the group they name.
#[must_use]
pub fn address(group: &str) -> Address {
    let mut words = group.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let takes_all = ["كافة", "جميع", "كل", "بعض", "عدد", "مجموعة", "جمع", "ثلة", "نخبة", "وفد"];
    if takes_all.contains(&first) || is_title(first) {
        return Address::Own;
    }
    let Some(second) = second.strip_prefix('و') else { return Address::Bare };
    let bare =
        |word: &str| word.strip_prefix(ARTICLE).map_or((word.to_owned(), false), |it| (it.to_owned(), true));
    let ((one, definite), (other, also)) = (bare(first), bare(second));
    let women = |word: &str| word.ends_with("ات");
    match (women(&one) || women(&other), definite, also) {
        (true, true, true) => Address::Own,
        (true, false, false) => Address::Pair,
        _ => Address::Bare,
    }
}

/// Whether a group is the members of this body: «أعضاء الكتابة الجهوية», «عضوات وأعضاء الكتابة».
#[must_use]
pub fn names_members(group: &str, body: &str) -> bool {
    let Some(head) = body.split_whitespace().next() else { return false };
    let is_member = |word: &str| {
        let word = word.strip_prefix('و').unwrap_or(word);
        matches!(word.strip_prefix(ARTICLE).unwrap_or(word), "أعضاء" | "عضوات")
    };
    let last = group.split_whitespace().next_back();
    group.split_whitespace().any(is_member) && (group.contains(body) || last == Some(head))
}

/// A verb before its first subject: «ترأس», «ترأست», and «ترأس(ت)» while the gender is not stated.
#[must_use]
pub fn verb(masculine: &str, feminine: &str, gender: Gender) -> String {
    match gender {
        Gender::Male => masculine.to_owned(),
        Gender::Female => feminine.to_owned(),
        Gender::Unknown => open_word(masculine, feminine),
    }
}

/// Both forms at once, kept visibly open: «السيد(ة)», «الأمين(ة) الجهوي(ة)», «رأى/رأت».
#[must_use]
pub fn open(masculine: &str, feminine: &str) -> String {
    let (one, other) = (masculine.split(' '), feminine.split(' '));
    if one.clone().count() != other.clone().count() {
        return format!("{masculine}/{feminine}");
    }
    one.zip(other).map(|(one, other)| open_word(one, other)).collect::<Vec<_>>().join(" ")
}

/// Whether both forms of a word stand in a text the program wrote: a letter in brackets behind another, as in «السيد(ة)».
#[must_use]
pub fn is_left_open(text: &str) -> bool {
    text.match_indices('(').any(|(at, bracket)| {
        let (before, after) = text.split_at(at);
        let mut after = after.chars().skip(bracket.len());
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
        is_letter(before.chars().next_back()) && is_letter(after.next()) && after.next() == Some(')')
    })
}

/// The form for this gender, or both while it is not stated.
pub(super) fn open_or(masculine: &str, feminine: &str, gender: Gender) -> String {
    match gender {
        Gender::Male => masculine.to_owned(),
        Gender::Female => feminine.to_owned(),
        Gender::Unknown => open(masculine, feminine),
    }
}

fn open_word(masculine: &str, feminine: &str) -> String {
    if masculine == feminine {
        return masculine.to_owned();
    }
    let (stem, dot) = masculine.strip_suffix('.').map_or((masculine, ""), |stem| (stem, "."));
    let ending = feminine.strip_suffix(dot).and_then(|feminine| feminine.strip_prefix(stem));
    match ending {
        Some(ending) if ending.chars().count() == 1 => format!("{stem}({ending}){dot}"),
        _ => format!("{masculine}/{feminine}"),
    }
}
