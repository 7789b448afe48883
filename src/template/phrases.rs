//! Phrases ready to be put into a text: those that come with the program, inflected for the record they go into.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::document::{
    Atom, Document, Id, Kind, OutputKind, PersonId, Piece, RichText, Role, Speaker, Subject,
};

/// Who speaks in the block a phrase goes into, while it is in none.
pub const SPEAKER: PersonId = PersonId(Id { session: 0, counter: 0 });

/// What a phrase is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Deserialize)]
pub enum Section {
    /// Who met, when, where.
    Opening,
    /// In what setting, and what was taken up.
    Context,
    /// A ground on which what follows is adopted (حيثية).
    Recital,
    /// The clause that adopts what follows.
    Enacting,
    /// What somebody said.
    Intervention,
    /// What was decided.
    Decision,
    /// What is recommended.
    Recommendation,
    /// How it ended.
    Closing,
}

impl Section {
    /// All of them, in the order of a text.
    pub const ALL: [Self; 8] = [
        Self::Opening,
        Self::Context,
        Self::Recital,
        Self::Enacting,
        Self::Intervention,
        Self::Decision,
        Self::Recommendation,
        Self::Closing,
    ];

    /// The message that names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Opening => "phrases-opening",
            Self::Context => "phrases-context",
            Self::Recital => "phrases-recital",
            Self::Enacting => "phrases-enacting",
            Self::Intervention => "phrases-intervention",
            Self::Decision => "phrases-decision",
            Self::Recommendation => "phrases-recommendation",
            Self::Closing => "phrases-closing",
        }
    }

    fn fits(self) -> &'static [Fit] {
        match self {
            Self::Opening => &[Fit::Lead],
            Self::Context => &[Fit::Context, Fit::Plain],
            Self::Recital => &[Fit::Recital],
            Self::Enacting => &[Fit::Enacting],
            Self::Intervention => &[Fit::Intervention],
            Self::Decision => &[Fit::Decision],
            Self::Recommendation => &[Fit::Item],
            Self::Closing => &[Fit::Closing],
        }
    }
}

/// In whose manner it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Deserialize)]
pub enum Manner {
    /// Everybody's.
    #[default]
    Both,
    /// That of Moroccan bodies: recitals run on, joined by «و»; items open with a masdar.
    Moroccan,
    /// That of the United Nations: each recital a paragraph, each item a verb.
    Un,
}

impl Manner {
    /// Whether a phrase of this manner is offered to whoever wants that one; who wants both is offered all.
    #[must_use]
    pub fn suits(self, wanted: Self) -> bool {
        self == wanted || self == Self::Both || wanted == Self::Both
    }
}

/// A part of a text that a phrase is meant for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Deserialize)]
pub enum Fit {
    /// The opening.
    Lead,
    /// The setting.
    Context,
    /// A recital.
    Recital,
    /// The enacting clause.
    Enacting,
    /// A paragraph of no kind.
    Plain,
    /// The closing.
    Closing,
    /// An intervention.
    Intervention,
    /// A decision.
    Decision,
    /// A recommendation.
    Item,
}

impl Fit {
    /// The part a block of this kind is; nothing where phrases have no place.
    #[must_use]
    pub fn of(kind: &Kind) -> Option<Self> {
        Some(match kind {
            Kind::Paragraph(Role::Plain) => Self::Plain,
            Kind::Paragraph(Role::Lead) => Self::Lead,
            Kind::Paragraph(Role::Context) => Self::Context,
            Kind::Paragraph(Role::Recital) => Self::Recital,
            Kind::Paragraph(Role::Enacting) => Self::Enacting,
            Kind::Paragraph(Role::Closing) | Kind::Signatures(_) => Self::Closing,
            Kind::Intervention(_) => Self::Intervention,
            Kind::Decision(_) => Self::Decision,
            Kind::Recommendation(_) => Self::Item,
            Kind::Heading(_) | Kind::AgendaItem(_) | Kind::Quote(_) | Kind::Note(_) | Kind::Annex(_) => {
                return None;
            }
        })
    }
}

/// A phrase that comes with the program.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StockPhrase {
    /// What it is about.
    pub section: Section,
    /// In whose manner.
    #[serde(default, rename = "style")]
    pub manner: Manner,
    /// The parts it is meant for; none for those of its section.
    #[serde(default)]
    pub fits: Vec<Fit>,
    /// The texts it is meant for; none for all.
    #[serde(default)]
    pub outputs: Vec<OutputKind>,
    /// Its words, with live fields in them. One that ends with a space is gone on with.
    pub text: RichText,
}

static STOCK: LazyLock<Vec<StockPhrase>> = LazyLock::new(|| {
    // A test reads all of it: a broken one cannot be released.
    ron::from_str(include_str!("../../assets/phrases.ron")).unwrap_or_default()
});

/// The phrases that come with the program.
#[must_use]
pub fn stock() -> &'static [StockPhrase] {
    &STOCK
}

impl StockPhrase {
    /// Whether it is meant for this part of this text.
    #[must_use]
    pub fn fits(&self, fit: Option<Fit>, output: OutputKind) -> bool {
        let parts = if self.fits.is_empty() { self.section.fits() } else { &self.fits };
        fit.is_some_and(|fit| parts.contains(&fit))
            && (self.outputs.is_empty() || self.outputs.contains(&output))
    }

    /// Its words for a block in which this person speaks; nothing where it needs somebody and nobody is named.
    #[must_use]
    pub fn spoken_by(&self, speaker: Option<PersonId>) -> Option<RichText> {
        if !needs_speaker(&self.text) {
            return Some(self.text.clone());
        }
        let speaker = speaker?;
        let pieces = self.text.pieces().into_iter().map(|piece| match piece {
            Piece::Field(Atom::Person(SPEAKER, form)) => Piece::Field(Atom::Person(speaker, form)),
            Piece::Field(Atom::Verb { masculine, feminine, of: Subject::Person(SPEAKER) }) => {
                Piece::Field(Atom::Verb { masculine, feminine, of: Subject::Person(speaker) })
            }
            other => other,
        });
        RichText::from_pieces(pieces).ok()
    }
}

/// Whether the words speak of whoever speaks in their block.
#[must_use]
pub fn needs_speaker(text: &RichText) -> bool {
    text.atoms().any(|(_, atom)| {
        matches!(atom, Atom::Person(SPEAKER, _) | Atom::Verb { of: Subject::Person(SPEAKER), .. })
    })
}

/// The person who speaks in a block of this kind, if the record knows them.
#[must_use]
pub fn speaker_of(document: &Document, kind: &Kind) -> Option<PersonId> {
    match kind {
        Kind::Intervention(Speaker::Person(id)) | Kind::Quote(Speaker::Person(id)) => {
            document.person(*id).map(|_| *id)
        }
        _ => None,
    }
}

/// The clauses of a text that are worth offering again: whole ones, of three words to forty, without long numbers.
pub fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(crate::arabic::prefix::CLAUSE).map(str::trim).filter(|clause| {
        let words = clause.split_whitespace().count();
        // A phone number or an identity number is nobody's phrase.
        let digits = clause.split(|c: char| !c.is_numeric()).map(|run| run.chars().count()).max();
        (3..=40).contains(&words)
            && digits.is_none_or(|most| most < 5)
            && clause.chars().all(|c| c != crate::document::ATOM)
    })
}
