//! Sessions and bodies as sentences name them: «اجتماعا تنظيميا», «دورتها الاستثنائية».

use super::agreement::{Case, Gender};
use super::lexicon::{Shape, describe, ordinal};
use super::prefix::with_li;

/// What a sitting is called, with what its name needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SittingNoun {
    /// «اجتماع»
    pub bare: &'static str,
    /// After a verb: «اجتماعا», «دورة».
    pub accusative: &'static str,
    /// Before a possessive: «اجتماع», «دورت».
    pub construct: &'static str,
    /// A word that always follows it: «عام» of «جمع عام».
    pub follows: &'static str,
    /// The gender its adjectives take.
    pub gender: Gender,
}

const NOUNS: [(&str, SittingNoun); 5] = [
    ("meeting", noun("اجتماع", "اجتماعا", "اجتماع", "", Gender::Male)),
    ("session", noun("دورة", "دورة", "دورت", "", Gender::Female)),
    ("gathering", noun("لقاء", "لقاء", "لقاء", "", Gender::Male)),
    ("congress", noun("مؤتمر", "مؤتمرا", "مؤتمر", "", Gender::Male)),
    ("assembly", noun("جمع", "جمعا", "جمع", "عام", Gender::Male)),
];

const fn noun(
    bare: &'static str,
    accusative: &'static str,
    construct: &'static str,
    follows: &'static str,
    gender: Gender,
) -> SittingNoun {
    SittingNoun { bare, accusative, construct, follows, gender }
}

/// A sitting as it is known: which noun (the word of the command line), its nature, which one it is.
#[derive(Clone, Copy, Debug)]
pub struct Sitting<'a> {
    /// `meeting`, `session`, `gathering`, `congress` or `assembly`.
    pub noun: &'a str,
    /// Masculine adjectives without the article: «دوري», «استثنائي موسع».
    pub nature: &'a str,
    /// Which one, from 1.
    pub ordinal: Option<u16>,
    /// What it is named after.
    pub theme: &'a str,
}

impl Sitting<'_> {
    fn word(&self) -> SittingNoun {
        let found = NOUNS.iter().find(|(key, _)| *key == self.noun);
        found.or(NOUNS.first()).map_or(noun("", "", "", "", Gender::Male), |(_, noun)| *noun)
    }

    /// Each adjective with a space before it.
    fn adjectives(&self, shape: Shape) -> String {
        let noun = self.word();
        let described = describe(&format!("{} {}", noun.follows, self.nature), noun.gender, shape);
        if described.is_empty() { described } else { format!(" {described}") }
    }

    fn definite_tail(&self, case: Case) -> String {
        let mut tail = self.adjectives(Shape::Definite);
        if let Some(ordinal) =
            self.ordinal.and_then(|n| ordinal(u32::from(n), self.word().gender, case, true))
        {
            tail.push(' ');
            tail.push_str(&ordinal);
        }
        if !self.theme.is_empty() {
            tail.push_str(" «");
            tail.push_str(self.theme);
            tail.push('»');
        }
        tail
    }

    /// «اجتماعا تنظيميا», after a verb. A numbered one is named as definite: «الاجتماع الدوري السابع».
    #[must_use]
    pub fn indefinite(&self) -> String {
        let noun = self.word();
        if self.ordinal.is_some() {
            return self.definite(Case::Oblique);
        }
        noun.accusative.to_owned() + &self.adjectives(Shape::Accusative)
    }

    /// «الاجتماع الدوري السابع».
    #[must_use]
    pub fn definite(&self, case: Case) -> String {
        with_article(self.word().bare) + &self.definite_tail(case)
    }

    /// «الاجتماع», «الدورة»: the sitting alone.
    #[must_use]
    pub fn noun(&self) -> String {
        with_article(self.word().bare)
    }

    /// The gender its adjectives take.
    #[must_use]
    pub fn gender(&self) -> Gender {
        self.word().gender
    }

    /// «للاجتماع الدوري السابع».
    #[must_use]
    pub fn after_li(&self) -> String {
        with_li(&self.definite(Case::Oblique))
    }

    /// «اجتماعها الدوري السابع», of a body of this gender, after a verb.
    #[must_use]
    pub fn possessed(&self, owner: Gender) -> String {
        let pronoun = match owner {
            Gender::Female => "ها",
            Gender::Male => "ه",
            Gender::Unknown => "ه(ا)",
        };
        format!("{}{pronoun}{}", self.word().construct, self.definite_tail(Case::Oblique))
    }
}

fn with_article(word: &str) -> String {
    if word.starts_with("ال") { word.into() } else { format!("ال{word}") }
}

/// The grammatical gender of a body's name, from the word that heads it; unknown where spelling does not tell.
#[must_use]
pub fn body_gender(name: &str) -> Gender {
    let Some(head) = name.split_whitespace().next() else { return Gender::Unknown };
    let head = head.trim_matches(|c: char| !c.is_alphanumeric());
    if head.ends_with('ة') {
        return Gender::Female;
    }
    let bare = head.strip_prefix("ال").unwrap_or(head);
    let masculine = [
        "مكتب",
        "مجلس",
        "فرع",
        "حزب",
        "اتحاد",
        "قطب",
        "فريق",
        "مؤتمر",
        "منتدى",
        "تنسيق",
        "نادي",
        "ائتلاف",
        "تحالف",
        "مرصد",
        "مركز",
        "قطاع",
        "جهاز",
        "تجمع",
        "مرفق",
    ];
    if masculine.contains(&bare) { Gender::Male } else { Gender::Unknown }
}
