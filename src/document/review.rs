//! Review data: remarks, suggested changes and kept versions. The text holds only their ids.

use serde::{Deserialize, Serialize};

use super::block::{Audience, Kind};
use super::id::{BlockId, CommentId};
use super::output::OutputKind;
use super::step::Field;

/// A moment, in seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(pub i64);

/// A remark on some words, or an answer to one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Who wrote it.
    pub author: String,
    /// When.
    pub at: Stamp,
    /// What it says.
    pub text: String,
    /// The words it was about, kept though the text may change.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quoted: String,
    /// The remark it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<CommentId>,
    /// Who closed it, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Resolved>,
}

/// Who closed a remark, and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolved {
    /// Who.
    pub by: String,
    /// When.
    pub at: Stamp,
}

/// A suggested change. Nothing of it is applied before somebody accepts it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Who suggests it.
    pub author: String,
    /// When.
    pub at: Stamp,
    /// What it would do.
    pub pending: Pending,
}

/// What a suggested change would do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Pending {
    /// Words or blocks: the marks in the text say which.
    Text,
    /// Give the block another kind or depth.
    Kind(BlockId, Kind),
    /// Give the block other readers.
    Audience(BlockId, Audience),
    /// Put the block after that one, or first.
    Order(BlockId, Option<BlockId>),
    /// Give a field of the record another value.
    Field(Field),
}

/// A version that was kept: what was sent, approved or published.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Who kept it.
    pub author: String,
    /// When.
    pub at: Stamp,
    /// What for.
    pub label: String,
    /// Of which text, if of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<OutputKind>,
    /// SHA-256 of the record as it was saved then, in hexadecimal.
    pub digest: String,
}
