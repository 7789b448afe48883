//! Where a record came from: the text it was imported from, and what was guessed of it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Target;

/// The text a record was imported from, kept until its reader dismisses it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    /// The file it came from.
    pub name: String,
    /// All of it. Shared, so that no undo copies it.
    pub text: Arc<str>,
    /// What was guessed of it and nobody has settled yet, in the order of the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guesses: Vec<Guess>,
}

/// Something the import took for what it may not be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guess {
    /// What it is about: a block, a title, a field of the header.
    pub at: Target,
    /// What was guessed.
    pub what: Guessed,
    /// How sure that is.
    pub how: Sureness,
}

/// What an import guesses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub enum Guessed {
    /// The kind of the block, its depth among the recommendations included.
    Kind,
    /// That these words are the title.
    Title,
    /// Which kind of text it is.
    Output,
    /// The value of the field.
    Field,
    /// That the block was left by a web page: it is struck until somebody says so.
    Residue,
    /// That another item begins inside the block, at this byte.
    Fused(usize),
    /// Whether the list that stands before the block goes on with it.
    ListEnd,
    /// The block had this label in the source and has another one now; at a field, its line of a list of people was
    /// worded so.
    Label(String),
    /// The block tells what was on the agenda.
    Agenda,
    /// The block tells who came.
    Attendance,
    /// The block sets a deadline.
    Deadline,
    /// The block tells when the next meeting is.
    Next,
    /// Words of somebody begin inside the block, at this byte.
    Quotation(usize),
    /// The title opens with the name of a place.
    Dateline,
    /// What the decision is about.
    Matter,
    /// How the decision was voted.
    Vote,
}

/// How sure a guess is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Sureness {
    /// Right wherever it was tried.
    Certain,
    /// Right far more often than not.
    #[default]
    Likely,
    /// As good as any other.
    Unsure,
}

impl Sureness {
    /// The word of the command line.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Unsure => "unsure",
        }
    }
}

impl fmt::Display for Guess {
    /// For machines: `blocks.7.1 Kind likely`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Target::Block(id) => write!(f, "blocks.{id}")?,
            Target::Title(kind) => write!(f, "outputs.{kind}.title")?,
            Target::Field(path) => write!(f, "{path}")?,
            Target::Comment(id) => write!(f, "comments.{id}")?,
        }
        write!(f, " {:?} {}", self.what, self.how.keyword())
    }
}
