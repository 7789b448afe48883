//! How a text is set on paper: its letters, what a copy for review says, which pictures there are.

use crate::text::Family;

/// How a text is set on paper, beyond what the record's style says.
#[derive(Clone, PartialEq, Debug)]
pub struct Setting {
    /// Its letters.
    pub family: Family,
    /// What a copy for review says on every page; nothing on any other.
    pub review: Option<Review>,
    /// The names of the pictures there are. Nothing where that is not known: every picture that is named has its place.
    pub pictures: Option<Vec<String>>,
    /// Whether it is told what the head still lacks: where the text is written, never on what leaves the house.
    pub prompts: bool,
}

/// What a copy for review says at the top of every page. It is set for a telephone, with room to write beside the text,
/// and every paragraph of the record has a number to answer to.
#[derive(Clone, PartialEq, Debug)]
pub struct Review {
    /// Where reading starts: what it is.
    pub state: String,
    /// Where reading ends: which version, of which day.
    pub version: String,
    /// What stands before the number of a paragraph.
    pub mark: &'static str,
}

impl Default for Setting {
    fn default() -> Self {
        Self { family: Family::Amiri, review: None, pictures: None, prompts: false }
    }
}

impl Setting {
    /// Whether a picture of this name has its place.
    pub(super) fn shows(&self, name: &str) -> bool {
        !name.is_empty() && self.pictures.as_ref().is_none_or(|known| known.iter().any(|own| own == name))
    }
}
