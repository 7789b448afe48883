//! What stands before its subject and agrees with it in gender alone: verbs, and words with a pronoun of theirs.

use super::fold::is_mark;

const TABLE: &str = include_str!("../../assets/verbs.tsv");

/// A word before its subject, in both its forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Verb {
    /// For a man, and for a body whose name is masculine.
    pub masculine: &'static str,
    /// For a woman, and for a body whose name is feminine.
    pub feminine: &'static str,
    /// Whether it is a verb that means something by itself, not a word of a phrase.
    pub alone: bool,
    /// Standing alone, for several men and for several women; empty for a word of a phrase.
    pub several: [&'static str; 2],
    /// What leads from who speaks to what is said.
    pub takes: Takes,
}

/// What leads from who speaks to what is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Takes {
    /// Nothing: what is said follows at once.
    #[default]
    Object,
    /// «أن»: a sentence.
    Clause,
    /// A word of its own: «على».
    Word(&'static str),
    /// «ب», joined to what follows.
    Joined(&'static str),
}

/// Opens a sentence that something is said in.
const THAT: &str = "أن";

/// What may be joined to it.
const JOINED: [&str; 7] = [" ", "ه ", "ها ", "هم ", "هن ", "نا ", "ني "];

/// Begin with the letter that other words are led on to with, and are led on to by nothing: when, with whom, on what ground.
const NOT_LED: [&str; 20] = [
    "بعد",
    "بعدما",
    "بعض",
    "بين",
    "بينما",
    "بدون",
    "بدل",
    "بل",
    "بناء",
    "بناءً",
    "بداية",
    "بمناسبة",
    "بحضور",
    "برئاسة",
    "بتاريخ",
    "باسم",
    "بصفته",
    "بصفتها",
    "بخصوص",
    "بشأن",
];

/// Have the article and are no object: when something was said, and what goes on from before.
const NOT_OBJECTS: [&str; 6] = ["اليوم", "الآن", "الذي", "التي", "الذين", "اللواتي"];

impl Takes {
    fn of(cell: &'static str) -> Self {
        match cell {
            "" | "-" => Self::Object,
            THAT => Self::Clause,
            one if one.chars().count() == 1 => Self::Joined(one),
            word => Self::Word(word),
        }
    }

    /// What stands before a sentence that is said: «أن», «على أن», «بأن».
    #[must_use]
    pub fn that(self) -> String {
        match self {
            Self::Object | Self::Clause => THAT.to_owned(),
            Self::Word(word) => format!("{word} {THAT}"),
            Self::Joined(letter) => format!("{letter}{THAT}"),
        }
    }

    /// These words, said by a verb that takes this, as one that takes the other has them after who speaks. They begin
    /// with what leads on to them.
    #[must_use]
    pub fn turned(self, words: &str, to: Self) -> String {
        let that = |lead: &str| {
            let rest = words.strip_prefix(lead)?;
            JOINED.iter().any(|joined| rest.starts_with(joined)).then_some(rest)
        };
        let before = |lead: &str| words.strip_prefix(lead).filter(|rest| rest.starts_with(' '));
        if let Some(rest) = that(&self.that()).or_else(|| that(THAT)) {
            return format!("{}{rest}", to.that());
        }
        let first = words.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).next().unwrap_or_default();
        let bare = match self {
            // Sure only of what has the article.
            Self::Object => (first.starts_with("ال") && !NOT_OBJECTS.contains(&first)).then_some(words),
            Self::Clause => None,
            Self::Word(word) => before(word).map(str::trim_start),
            Self::Joined(_) if NOT_LED.contains(&first) => None,
            Self::Joined(letter) => words.strip_prefix(letter).map(|rest| rest.trim_start_matches('ـ')),
        };
        match (bare, to) {
            (None, _) => words.to_owned(),
            (Some(rest), Self::Object | Self::Clause) => rest.to_owned(),
            (Some(rest), Self::Word(word)) => format!("{word} {rest}"),
            (Some(rest), Self::Joined(letter)) => format!("{letter}{rest}"),
        }
    }
}

/// Every one that phrases and templates use, in the order of the table.
pub fn verbs() -> impl Iterator<Item = Verb> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        let (masculine, feminine, kind) = (cells.next()?, cells.next()?, cells.next()?);
        let several = [cells.next().unwrap_or_default(), cells.next().unwrap_or_default()];
        let takes = Takes::of(cells.next().unwrap_or_default());
        Some(Verb { masculine, feminine, alone: kind == "verb", several, takes })
    })
}

/// What leads on from a verb that is written so for a man.
#[must_use]
pub fn takes(masculine: &str) -> Option<Takes> {
    verbs().find(|verb| verb.masculine == masculine).map(|verb| verb.takes)
}
