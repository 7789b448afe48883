//! What a record is: one document per meeting, changed only through [`Document::apply`].

mod atom;
mod block;
mod carried;
mod flaw;
mod id;
mod limits;
mod meeting;
mod next;
mod output;
mod path;
mod review;
mod rich;
mod source;
mod step;
mod style;
mod template;
mod tidy;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use serde::{Deserialize, Serialize};

pub use atom::{Atom, BodyForm, Counted, DateForm, PersonForm, SessionForm, Subject, VenueForm};
use block::is_default;
pub use block::{
    AgendaItem, AgendaState, Annex, Audience, Block, BlockReview, Decision, Kind, MAX_DEPTH, Matter, Note,
    NoteMark, Progress, Recommendation, Role, Signatures, Speaker, Vote,
};
pub use carried::Carried;
pub use flaw::Flaw;
pub use id::{BadId, BlockId, ChangeId, CommentId, GroupId, Id, PersonId, RecordId, RevisionId};
pub use limits::Limit;
pub use meeting::{
    Answer, Attendance, Attendee, BadRule, Body, Group, Honorific, Level, Meeting, Next, Person, Presence,
    Quorum, QuorumRule, Session, SessionNoun,
};
pub use next::Ahead;
pub use output::{Approval, Output, OutputKind, Seal, State};
pub use path::{AttendeeField, FieldPath, PersonField};
pub use review::{Change, Comment, Pending, Resolved, Revision, Stamp};
pub use rich::{ATOM, Colour, Mark, Marked, Piece, RichError, RichText};
pub use source::{Guess, Guessed, Source, Sureness};
pub use step::{Entry, Field, Step, StepError};
pub use style::{Digits, Label, Labels, Page, Recitals, Style};

/// A meeting's record: the one thing that is edited, saved and composed into texts.
///
/// It holds no runtime state. Nothing in it is mandatory but its id.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    id: RecordId,
    #[serde(default, skip_serializing_if = "is_default")]
    language: Language,
    #[serde(default, skip_serializing_if = "is_default")]
    template: Template,
    #[serde(default, skip_serializing_if = "is_default")]
    style: Style,
    #[serde(default, skip_serializing_if = "is_default")]
    letterhead: Letterhead,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    outputs: Vec<Output>,
    #[serde(default, skip_serializing_if = "is_default")]
    meeting: Meeting,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    people: BTreeMap<PersonId, Person>,
    #[serde(default)]
    blocks: Blocks,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    comments: BTreeMap<CommentId, Comment>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    changes: BTreeMap<ChangeId, Change>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    revisions: BTreeMap<RevisionId, Revision>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
}

/// The language of a record's texts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Arabic, written right to left.
    #[default]
    Arabic,
    /// French.
    French,
    /// English.
    English,
}

/// What a record offers as a template, and which template it came from.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Template {
    /// Its word on the command line: `regional-communique`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// What stands at the head of a letter.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Letterhead {
    /// The lines of the head, the first first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// Where the body has its seat.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Whom the press may ask.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// The picture's file, beside the record.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logo: String,
}

/// Something in a record that holds text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub enum Target {
    /// A block.
    Block(BlockId),
    /// An output's title.
    Title(OutputKind),
    /// A field of the header; its text is plain.
    Field(FieldPath),
    /// A remark.
    Comment(CommentId),
}

/// A place in a record's text: where a caret stands or a finding points.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Place {
    /// Whose text.
    pub target: Target,
    /// Bytes from its start.
    pub offset: usize,
    /// To which side it belongs where that makes a difference.
    pub affinity: Affinity,
}

impl Place {
    /// A place that belongs to what follows it.
    #[must_use]
    pub fn new(target: Target, offset: usize) -> Self {
        Self { target, offset, affinity: Affinity::Downstream }
    }
}

/// To which neighbour a place belongs, at a line's end or where directions meet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Affinity {
    /// To what stands before it.
    Upstream,
    /// To what follows it.
    #[default]
    Downstream,
}

impl Document {
    /// An empty record.
    #[must_use]
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            language: Language::default(),
            template: Template::default(),
            style: Style::default(),
            letterhead: Letterhead::default(),
            outputs: Vec::new(),
            meeting: Meeting::default(),
            people: BTreeMap::new(),
            blocks: Blocks::default(),
            comments: BTreeMap::new(),
            changes: BTreeMap::new(),
            revisions: BTreeMap::new(),
            source: None,
        }
    }

    /// The same record under another name: what a template becomes when it is used.
    #[must_use]
    pub fn renamed(mut self, id: RecordId) -> Self {
        self.id = id;
        self
    }

    /// Its lasting name.
    #[must_use]
    pub fn id(&self) -> RecordId {
        self.id
    }

    /// The language of its texts.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The template it is or came from.
    #[must_use]
    pub fn template(&self) -> &Template {
        &self.template
    }

    /// How it is printed.
    #[must_use]
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// What stands at the head of a letter.
    #[must_use]
    pub fn letterhead(&self) -> &Letterhead {
        &self.letterhead
    }

    /// The texts it yields, the main one first.
    #[must_use]
    pub fn outputs(&self) -> &[Output] {
        &self.outputs
    }

    /// One of the texts it yields.
    #[must_use]
    pub fn output(&self, kind: OutputKind) -> Option<&Output> {
        self.outputs.iter().find(|output| output.kind == kind)
    }

    /// What is known of the meeting.
    #[must_use]
    pub fn meeting(&self) -> &Meeting {
        &self.meeting
    }

    /// The people it knows.
    #[must_use]
    pub fn people(&self) -> &BTreeMap<PersonId, Person> {
        &self.people
    }

    /// One of the people it knows.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// Its paragraphs, in order.
    #[must_use]
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }

    /// One of its paragraphs.
    #[must_use]
    pub fn block(&self, id: BlockId) -> Option<&Arc<Block>> {
        self.blocks.get(id)
    }

    /// The remarks made on it.
    #[must_use]
    pub fn comments(&self) -> &BTreeMap<CommentId, Comment> {
        &self.comments
    }

    /// The changes suggested.
    #[must_use]
    pub fn changes(&self) -> &BTreeMap<ChangeId, Change> {
        &self.changes
    }

    /// The versions kept.
    #[must_use]
    pub fn revisions(&self) -> &BTreeMap<RevisionId, Revision> {
        &self.revisions
    }

    /// The text it was imported from, until dismissed.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// The rich text of a block or a title; fields and remarks hold plain text.
    #[must_use]
    pub fn rich(&self, at: &Target) -> Option<&RichText> {
        match at {
            Target::Block(id) => self.block(*id).map(|block| &block.text),
            Target::Title(kind) => self.output(*kind).map(|output| &output.title),
            Target::Field(_) | Target::Comment(_) => None,
        }
    }
}

/// The blocks of a record in order, found by id without walking them.
///
/// Invariant: `ids[i] == list[i].id`. The ids lie together, so that a search reads little memory.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(from = "Vec<Arc<Block>>")]
pub struct Blocks {
    ids: Vec<BlockId>,
    list: Vec<Arc<Block>>,
    index: Index,
}

/// What finds blocks without walking them: which names there are, and where a block was found last, for the next one
/// looked for is nearly always beside it. It follows from the blocks and is no part of the record: all are equal.
#[derive(Debug, Default)]
struct Index {
    names: Arc<HashSet<BlockId>>,
    last: AtomicUsize,
}

impl Clone for Index {
    fn clone(&self) -> Self {
        Self { names: Arc::clone(&self.names), last: AtomicUsize::new(self.last.load(Relaxed)) }
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

impl From<Vec<Arc<Block>>> for Blocks {
    fn from(list: Vec<Arc<Block>>) -> Self {
        let ids: Vec<BlockId> = list.iter().map(|block| block.id).collect();
        let names = Arc::new(ids.iter().copied().collect());
        Self { ids, list, index: Index { names, ..Index::default() } }
    }
}

impl Serialize for Blocks {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(out)
    }
}

impl std::ops::Deref for Blocks {
    type Target = [Arc<Block>];
    fn deref(&self) -> &[Arc<Block>] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Blocks {
    type Item = &'a Arc<Block>;
    type IntoIter = std::slice::Iter<'a, Arc<Block>>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl Blocks {
    /// Whether there is a block of this name.
    #[must_use]
    pub fn has(&self, id: BlockId) -> bool {
        self.index.names.contains(&id)
    }

    /// Where this block stands.
    #[must_use]
    pub fn index(&self, id: BlockId) -> Option<usize> {
        if !self.has(id) {
            return None;
        }
        let last = self.index.last.load(Relaxed);
        let near = [last, last.saturating_add(1), last.saturating_sub(1)];
        let near = near.into_iter().find(|at| self.ids.get(*at) == Some(&id));
        let found = near.or_else(|| self.ids.iter().position(|other| *other == id))?;
        self.index.last.store(found, Relaxed);
        Some(found)
    }

    /// The block of this name.
    #[must_use]
    pub fn get(&self, id: BlockId) -> Option<&Arc<Block>> {
        self.index(id).and_then(|index| self.list.get(index))
    }

    /// The block at this place.
    #[must_use]
    pub fn get_at(&self, index: usize) -> Option<&Arc<Block>> {
        self.list.get(index)
    }

    fn get_mut(&mut self, id: BlockId) -> Option<&mut Block> {
        let index = self.index(id)?;
        self.list.get_mut(index).map(Arc::make_mut)
    }

    fn id_before(&self, index: usize) -> Option<BlockId> {
        index.checked_sub(1).and_then(|i| self.ids.get(i)).copied()
    }

    fn insert(&mut self, index: usize, block: Arc<Block>) {
        Arc::make_mut(&mut self.index.names).insert(block.id);
        self.ids.insert(index, block.id);
        self.list.insert(index, block);
    }

    fn remove(&mut self, index: usize) -> Option<Arc<Block>> {
        (index < self.ids.len()).then(|| {
            let id = self.ids.remove(index);
            Arc::make_mut(&mut self.index.names).remove(&id);
            self.list.remove(index)
        })
    }
}
