//! The fields of the header whose value is chosen from a list, and what each list offers.

use crate::arabic::{self, Gender};
use crate::document::{
    BlockId, Document, FieldPath, Honorific, Language, Level, OutputKind, PersonField, SessionNoun, State,
};
use crate::edit::Command;
use crate::ui::agenda;
use crate::words::Words;

/// A field whose value is chosen from a list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Choice {
    /// At which level the body stands.
    Level,
    /// Which region.
    Region,
    /// Which province or prefecture of the region.
    Province,
    /// The gender of the body's name.
    BodyGender,
    /// Which noun a sitting has.
    Noun,
    /// How a chair is addressed.
    Honorific(usize),
    /// The gender of who takes the minutes.
    RapporteurGender,
    /// Where a text stands on its way.
    State(OutputKind),
    /// The language of the texts.
    Language,
    /// The digits of the texts.
    Digits,
    /// Which text to add.
    AddOutput,
    /// How far an item of the agenda came.
    ItemState(BlockId),
}

impl Choice {
    /// The field it sets; nothing where it adds a text or is of a block.
    #[must_use]
    pub fn path(self) -> Option<FieldPath> {
        Some(match self {
            Self::Level => FieldPath::BodyLevel,
            Self::Region => FieldPath::BodyRegion,
            Self::Province => FieldPath::BodyProvince,
            Self::BodyGender => FieldPath::BodyGender,
            Self::Noun => FieldPath::SessionNoun,
            Self::Honorific(n) => FieldPath::Chair(n, PersonField::Honorific),
            Self::RapporteurGender => FieldPath::Rapporteur(PersonField::Gender),
            Self::State(kind) => FieldPath::OutputState(kind),
            Self::Language => FieldPath::Language,
            Self::Digits => FieldPath::Digits,
            Self::AddOutput | Self::ItemState(_) => return None,
        })
    }

    /// What choosing this value does.
    fn command(self, value: String) -> Command {
        match (self.path(), value.parse()) {
            (Some(path), _) => Command::SetField { path, value },
            (None, Ok(kind)) => Command::AddOutput(kind),
            (None, Err(())) => Command::AddOutput(OutputKind::Minutes),
        }
    }

    /// The value the record has, as the list writes it: a region by its official name, however it is spelt.
    #[must_use]
    pub fn value(self, document: &Document) -> Option<String> {
        let value = document.read(self.path()?);
        Some(match self {
            Self::Region => arabic::regions::region(&value).map_or(value, |region| region.name.to_owned()),
            Self::Province => arabic::regions::unit(&value).map_or(value, |(_, unit)| unit.name.to_owned()),
            _ => value,
        })
    }

    /// Whether what the record has is not one of what the list offers: it is kept, and marked.
    #[must_use]
    pub fn is_strange(self, document: &Document) -> bool {
        let body = &document.meeting().body;
        let region = arabic::regions::region(&body.region);
        match self {
            Self::Region => !body.region.is_empty() && region.is_none(),
            Self::Province if !body.province.is_empty() => {
                let unit = arabic::regions::unit(&body.province);
                unit.is_none_or(|(of, _)| region.is_some_and(|region| region.number != of.number))
            }
            _ => false,
        }
    }

    /// What its list offers: the words, whether it is so now, and what choosing it does.
    #[must_use]
    pub fn offers(self, document: &Document, words: Words) -> Vec<(String, bool, Command)> {
        match self {
            Self::ItemState(id) => agenda::states(document, words, id),
            _ => {
                let now = self.value(document);
                let options = self.options(document, words).into_iter();
                let offer = |(words, value): (String, String)| {
                    (words, now.as_ref() == Some(&value), self.command(value))
                };
                options.map(offer).collect()
            }
        }
    }

    /// The choices: the words, and the value each sets.
    #[must_use]
    pub fn options(self, document: &Document, words: Words) -> Vec<(String, String)> {
        let named = |lead: &str, keyword: &str| (words.get(&format!("{lead}-{keyword}")), keyword.to_owned());
        let mut options: Vec<(String, String)> = match self {
            Self::Level => Level::ALL.map(|level| named("level", level.keyword())).into(),
            Self::Region => regions(words),
            Self::Province => provinces(&document.meeting().body.region, words),
            Self::BodyGender => GENDERS.map(|gender| named("body-gender", gender)).into(),
            Self::Noun => SessionNoun::ALL.map(|noun| named("session-noun", noun.keyword())).into(),
            Self::Honorific(_) => Honorific::ALL.map(|title| named("honorific", title.keyword())).into(),
            Self::RapporteurGender => GENDERS.map(|gender| named("gender", gender)).into(),
            Self::State(_) => State::ALL.map(|state| named("state", state.keyword())).into(),
            Self::Language => {
                let all = [Language::Arabic, Language::French, Language::English];
                all.map(|language| named("document-language", keyword(language))).into()
            }
            Self::Digits => ["latin", "arabic"].map(|digits| named("digits", digits)).into(),
            Self::AddOutput => missing(document).map(|kind| named("output", kind.keyword())).collect(),
            Self::ItemState(_) => Vec::new(),
        };
        // What is not in the list can be kept.
        if self.is_strange(document)
            && let Some(value) = self.value(document)
            && options.iter().all(|(_, other)| *other != value)
        {
            options.insert(0, (value.clone(), value));
        }
        options
    }
}

const GENDERS: [&str; 3] = ["female", "male", "unknown"];

fn keyword(language: Language) -> &'static str {
    match language {
        Language::Arabic => "ar",
        Language::French => "fr",
        Language::English => "en",
    }
}

/// The texts this record does not yield yet.
pub(super) fn missing(document: &Document) -> impl Iterator<Item = OutputKind> + '_ {
    OutputKind::ALL.into_iter().filter(|kind| document.output(*kind).is_none())
}

fn regions(words: Words) -> Vec<(String, String)> {
    let none = (words.get("region-none"), String::new());
    let regions = arabic::regions::regions().iter();
    let named = regions.map(|region| (arabic::regions::in_prose(region.name), region.name.to_owned()));
    std::iter::once(none).chain(named).collect()
}

/// The units of a region, each with the value it sets; of all regions where there is none.
#[must_use]
pub fn provinces(region: &str, words: Words) -> Vec<(String, String)> {
    let none = (words.get("province-all"), String::new());
    let region = arabic::regions::region(region);
    let regions = arabic::regions::regions().iter();
    let units = regions.filter(|of| region.is_none_or(|region| region.number == of.number));
    let named = units.flat_map(|region| &region.units).map(|unit| {
        (format!("{} {}", unit.kind.word(), arabic::regions::in_prose(unit.name)), unit.name.to_owned())
    });
    std::iter::once(none).chain(named).collect()
}

/// The word of a gender in values and message keys.
pub(super) fn gender_keyword(gender: Gender) -> &'static str {
    match gender {
        Gender::Female => "female",
        Gender::Male => "male",
        Gender::Unknown => "unknown",
    }
}
