//! Outputs: the texts that one record yields, each with its own title, number, state and seal.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::block::is_default;
use super::review::Stamp;
use super::rich::RichText;

/// One text that comes out of the record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// Which text it is; a record has at most one of each.
    pub kind: OutputKind,
    /// Its title.
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    pub title: RichText,
    /// Its outgoing number (رقم الصادر).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The letter it answers (المرجع).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// Where it stands on its way.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: State,
    /// Who approved it, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// What makes a later change visible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// Not to be published before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embargo: Option<Stamp>,
}

impl Output {
    /// An output of this kind with nothing filled in.
    #[must_use]
    pub fn new(kind: OutputKind) -> Self {
        Self {
            kind,
            title: RichText::default(),
            number: String::new(),
            reference: String::new(),
            state: State::default(),
            approval: None,
            seal: None,
            embargo: None,
        }
    }
}

/// Which text an output is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub enum OutputKind {
    /// Internal minutes (محضر).
    Minutes,
    /// Public communiqué (بلاغ).
    Communique,
    /// Communiqué for the press (بلاغ صحفي).
    PressCommunique,
    /// A news item (خبر).
    News,
    /// The recommendations alone (توصيات).
    Recommendations,
    /// A statement (بيان).
    Statement,
    /// An invitation with the agenda (دعوة).
    Invitation,
    /// The list to sign at the door (لائحة الحضور والتوقيع).
    AttendanceSheet,
    /// A few lines for social networks.
    Short,
}

impl OutputKind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Minutes,
        Self::Communique,
        Self::PressCommunique,
        Self::News,
        Self::Recommendations,
        Self::Statement,
        Self::Invitation,
        Self::AttendanceSheet,
        Self::Short,
    ];

    /// The word of the command line and of field paths.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Communique => "communique",
            Self::PressCommunique => "press",
            Self::News => "news",
            Self::Recommendations => "recommendations",
            Self::Statement => "statement",
            Self::Invitation => "invitation",
            Self::AttendanceSheet => "sheet",
            Self::Short => "short",
        }
    }

    /// Whether the text stays inside the body unless told otherwise.
    #[must_use]
    pub fn is_internal(self) -> bool {
        matches!(self, Self::Minutes | Self::AttendanceSheet)
    }
}

impl fmt::Display for OutputKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.keyword())
    }
}

impl FromStr for OutputKind {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.keyword() == word).ok_or(())
    }
}

/// Where an output stands on its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum State {
    /// Being written (مسودة).
    #[default]
    Draft,
    /// With its readers (قيد المراجعة).
    Review,
    /// Approved (مصادق عليه).
    Approved,
    /// Signed.
    Signed,
    /// Published.
    Published,
    /// Published, then corrected by an erratum (استدراك).
    Corrected,
    /// Filed.
    Archived,
}

impl State {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Review,
        Self::Approved,
        Self::Signed,
        Self::Published,
        Self::Corrected,
        Self::Archived,
    ];

    /// The word of the command line and of field paths.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Approved => "approved",
            Self::Signed => "signed",
            Self::Published => "published",
            Self::Corrected => "corrected",
            Self::Archived => "archived",
        }
    }
}

/// Who approved a text, and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// By whom or by which body.
    pub by: String,
    /// When.
    pub at: Stamp,
}

/// What makes a change of an approved text visible.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// SHA-256 of the composed text, in hexadecimal.
    pub digest: String,
    /// When it was set.
    pub at: Stamp,
}
