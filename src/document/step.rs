//! Steps: the only ways a record changes, each validated whole, then done, with its inverse returned.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::block::{Audience, Block, BlockReview, Kind};
use super::id::{BlockId, ChangeId, CommentId, GroupId, PersonId, RevisionId};
use super::limits::Limit;
use super::meeting::{Attendee, Body, Group, Next, Person, Quorum, Session};
use super::output::{Output, OutputKind};
use super::review::{Change, Comment, Revision};
use super::rich::{Mark, RichError, RichText};
use super::style::Style;
use super::{Document, Guess, Language, Letterhead, Source, Target, Template};
use crate::arabic::{Time, When};

/// One change of a record. What the journal stores; a step applied to the same record gives the same record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Step {
    /// Puts a text in place of a range of another.
    Splice {
        /// Whose text.
        at: Target,
        /// First byte replaced.
        start: usize,
        /// First byte kept after it.
        end: usize,
        /// What comes instead.
        insert: RichText,
    },
    /// Makes a mark lie, inside a range, exactly on these stretches.
    Mark {
        /// Whose text.
        at: Target,
        /// First byte of the range.
        start: usize,
        /// First byte after it.
        end: usize,
        /// Which mark.
        mark: Mark,
        /// The stretches, inside the range.
        spans: Vec<(usize, usize)>,
    },
    /// Puts a new block after another, or first.
    Insert {
        /// The block it follows.
        after: Option<BlockId>,
        /// The block; its id is new to the record.
        block: Arc<Block>,
    },
    /// Takes a block away.
    Remove(BlockId),
    /// Puts a block after another, or first.
    Move {
        /// Which block.
        id: BlockId,
        /// The block it follows from now on.
        after: Option<BlockId>,
    },
    /// Makes a block another kind, or changes what its kind carries.
    SetKind(BlockId, Box<Kind>),
    /// Gives a block other readers.
    SetAudience(BlockId, Audience),
    /// Changes what is suggested about a block as a whole.
    SetReview(BlockId, BlockReview),
    /// Changes the hint a template's block shows while it is empty.
    SetPrompt(BlockId, String),
    /// Gives a part of the header another value.
    SetField(Field),
    /// Puts an entry into a table, replaces it, or takes it away.
    Put(Entry),
}

/// A part of the record outside its blocks, with the value it gets.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Field {
    /// The language of the texts.
    Language(Language),
    /// How it is printed.
    Style(Style),
    /// What stands at the head of a letter.
    Letterhead(Letterhead),
    /// What it offers as a template.
    Template(Template),
    /// The text it was imported from.
    Source(Option<Source>),
    /// What was guessed of that text.
    Guesses(Vec<Guess>),
    /// The body that met.
    Body(Body),
    /// The nature of the session.
    Session(Session),
    /// The day or days.
    Dates(When),
    /// When it began.
    Start(Option<Time>),
    /// When it ended.
    End(Option<Time>),
    /// The place.
    Venue(String),
    /// Who chaired.
    Chairs(Vec<PersonId>),
    /// Who took the minutes.
    Rapporteur(Option<PersonId>),
    /// The quorum rule.
    Quorum(Quorum),
    /// The next meeting.
    Next(Next),
    /// One line of the attendance list: taken out where it stands, put in at a place.
    Attendee {
        /// Whose line.
        person: PersonId,
        /// Where it goes; past the end means last.
        at: usize,
        /// The line, or nothing to take it away.
        entry: Option<Attendee>,
    },
    /// One group: taken out where it stands, put in at a place.
    Group {
        /// Which group.
        id: GroupId,
        /// Where it goes; past the end means last.
        at: usize,
        /// The group, or nothing to take it away.
        entry: Option<Group>,
    },
    /// One output: taken out where it stands, put in at a place.
    Output {
        /// Which output.
        kind: OutputKind,
        /// Where it goes; past the end means last.
        at: usize,
        /// The output, or nothing to take it away.
        entry: Option<Box<Output>>,
    },
}

/// An entry of a table, or nothing to take it away.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Entry {
    /// Somebody the record knows.
    Person(PersonId, Option<Person>),
    /// A remark.
    Comment(CommentId, Option<Comment>),
    /// A suggested change.
    Change(ChangeId, Option<Box<Change>>),
    /// A kept version.
    Revision(RevisionId, Option<Revision>),
}

/// Why a step was refused. The record is then unchanged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StepError {
    /// The record has no such text.
    NoTarget(Target),
    /// The record has no such block.
    NoBlock(BlockId),
    /// The record already has a block of that name.
    Duplicate(BlockId),
    /// A block cannot follow itself.
    AfterItself(BlockId),
    /// The record, or its attendance list, does not have this person.
    NoPerson(PersonId),
    /// The range or the characters do not fit.
    Text(RichError),
    /// An entry is filed under another name than its own.
    Misfiled,
    /// The record was not imported, or what it was imported from was dismissed.
    NoSource,
    /// A level that does not exist.
    Level(u8),
    /// The record would hold more than any record may.
    Beyond(Limit),
}

impl fmt::Display for StepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTarget(at) => write!(f, "the record has no text {at:?}"),
            Self::NoBlock(id) => write!(f, "the record has no block {id}"),
            Self::Duplicate(id) => write!(f, "the record already has a block {id}"),
            Self::AfterItself(id) => write!(f, "block {id} cannot follow itself"),
            Self::NoPerson(id) => write!(f, "the record has no person {id} there"),
            Self::Text(error) => write!(f, "{error}"),
            Self::Misfiled => f.write_str("an entry is filed under another name than its own"),
            Self::NoSource => f.write_str("the record has no text it was imported from"),
            Self::Level(level) => write!(f, "there is no level {level}"),
            Self::Beyond(limit) => write!(f, "a record holds no more than {} ({limit:?})", limit.shown()),
        }
    }
}

impl std::error::Error for StepError {}

impl From<RichError> for StepError {
    fn from(error: RichError) -> Self {
        Self::Text(error)
    }
}

impl Document {
    /// Does the step and returns the step that undoes it.
    ///
    /// # Errors
    /// [`StepError`] where the step does not fit the record, which then stays as it was.
    pub fn apply(&mut self, step: Step) -> Result<Step, StepError> {
        self.bears(&step).map_err(StepError::Beyond)?;
        match step {
            Step::Splice { at, start, end, insert } => {
                let text = self.rich_mut(&at)?;
                let old = text.splice(start..end, &insert)?;
                Ok(Step::Splice { at, start, end: start + insert.len(), insert: old })
            }
            Step::Mark { at, start, end, mark, spans } => {
                let spans: Vec<Range<usize>> = spans.into_iter().map(|(from, to)| from..to).collect();
                let before = self.rich_mut(&at)?.set_coverage(mark, start..end, &spans)?;
                let spans = before.into_iter().map(|s| (s.start, s.end)).collect();
                Ok(Step::Mark { at, start, end, mark, spans })
            }
            Step::Insert { after, block } => {
                if self.blocks.has(block.id) {
                    return Err(StepError::Duplicate(block.id));
                }
                fits(&block.kind)?;
                let index = self.index_after(after)?;
                let id = block.id;
                self.blocks.insert(index, block);
                Ok(Step::Remove(id))
            }
            Step::Remove(id) => {
                let index = self.blocks.index(id).ok_or(StepError::NoBlock(id))?;
                let after = self.blocks.id_before(index);
                let block = self.blocks.remove(index).ok_or(StepError::NoBlock(id))?;
                Ok(Step::Insert { after, block })
            }
            Step::Move { id, after } => {
                let index = self.blocks.index(id).ok_or(StepError::NoBlock(id))?;
                if after == Some(id) {
                    return Err(StepError::AfterItself(id));
                }
                self.index_after(after)?;
                let before = self.blocks.id_before(index);
                let block = self.blocks.remove(index).ok_or(StepError::NoBlock(id))?;
                let index = self.index_after(after)?;
                self.blocks.insert(index, block);
                Ok(Step::Move { id, after: before })
            }
            Step::SetKind(id, kind) => {
                fits(&kind)?;
                let block = self.block_mut(id)?;
                let old = std::mem::replace(&mut block.kind, *kind);
                Ok(Step::SetKind(id, Box::new(old)))
            }
            Step::SetAudience(id, audience) => {
                let block = self.block_mut(id)?;
                Ok(Step::SetAudience(id, std::mem::replace(&mut block.audience, audience)))
            }
            Step::SetReview(id, review) => {
                let block = self.block_mut(id)?;
                Ok(Step::SetReview(id, std::mem::replace(&mut block.review, review)))
            }
            Step::SetPrompt(id, prompt) => {
                let block = self.block_mut(id)?;
                Ok(Step::SetPrompt(id, std::mem::replace(&mut block.prompt, prompt)))
            }
            Step::SetField(field) => self.set(field).map(Step::SetField),
            Step::Put(entry) => Ok(Step::Put(self.put(entry))),
        }
    }

    fn index_after(&self, after: Option<BlockId>) -> Result<usize, StepError> {
        match after {
            None => Ok(0),
            Some(id) => self.blocks.index(id).map(|i| i + 1).ok_or(StepError::NoBlock(id)),
        }
    }

    fn block_mut(&mut self, id: BlockId) -> Result<&mut Block, StepError> {
        self.blocks.get_mut(id).ok_or(StepError::NoBlock(id))
    }

    fn rich_mut(&mut self, at: &Target) -> Result<&mut RichText, StepError> {
        let text = match at {
            Target::Block(id) => self.blocks.get_mut(*id).map(|b| &mut b.text),
            Target::Title(kind) => self.outputs.iter_mut().find(|o| o.kind == *kind).map(|o| &mut o.title),
            Target::Field(_) | Target::Comment(_) => None,
        };
        text.ok_or_else(|| StepError::NoTarget(at.clone()))
    }

    fn set(&mut self, field: Field) -> Result<Field, StepError> {
        use std::mem::replace;
        let meeting = &mut self.meeting;
        Ok(match field {
            Field::Language(value) => Field::Language(replace(&mut self.language, value)),
            Field::Style(value) => Field::Style(replace(&mut self.style, value)),
            Field::Letterhead(value) => Field::Letterhead(replace(&mut self.letterhead, value)),
            Field::Template(value) => Field::Template(replace(&mut self.template, value)),
            Field::Source(value) => Field::Source(replace(&mut self.source, value)),
            Field::Guesses(value) => {
                let source = self.source.as_mut().ok_or(StepError::NoSource)?;
                Field::Guesses(replace(&mut source.guesses, value))
            }
            Field::Body(value) => Field::Body(replace(&mut meeting.body, value)),
            Field::Session(value) => Field::Session(replace(&mut meeting.session, value)),
            Field::Dates(value) => Field::Dates(replace(&mut meeting.dates, value)),
            Field::Start(value) => Field::Start(replace(&mut meeting.start, value)),
            Field::End(value) => Field::End(replace(&mut meeting.end, value)),
            Field::Venue(value) => Field::Venue(replace(&mut meeting.venue, value)),
            Field::Chairs(value) => Field::Chairs(replace(&mut meeting.chairs, value)),
            Field::Rapporteur(value) => Field::Rapporteur(replace(&mut meeting.rapporteur, value)),
            Field::Quorum(value) => Field::Quorum(replace(&mut meeting.attendance.quorum, value)),
            Field::Next(value) => Field::Next(replace(&mut meeting.next, value)),
            Field::Attendee { person, at, entry } => {
                if entry.as_ref().is_some_and(|e| e.person != person) {
                    return Err(StepError::Misfiled);
                }
                let list = &mut meeting.attendance.people;
                let (at, entry) = exchange(list, |e| e.person == person, at, entry);
                Field::Attendee { person, at, entry }
            }
            Field::Group { id, at, entry } => {
                if entry.as_ref().is_some_and(|e| e.id != id) {
                    return Err(StepError::Misfiled);
                }
                let (at, entry) = exchange(&mut meeting.attendance.groups, |e| e.id == id, at, entry);
                Field::Group { id, at, entry }
            }
            Field::Output { kind, at, entry } => {
                if entry.as_ref().is_some_and(|e| e.kind != kind) {
                    return Err(StepError::Misfiled);
                }
                let entry = entry.map(|boxed| *boxed);
                let (at, entry) = exchange(&mut self.outputs, |e| e.kind == kind, at, entry);
                Field::Output { kind, at, entry: entry.map(Box::new) }
            }
        })
    }

    fn put(&mut self, entry: Entry) -> Entry {
        fn exchange<K: Ord + Copy, V>(
            table: &mut std::collections::BTreeMap<K, V>,
            id: K,
            value: Option<V>,
        ) -> Option<V> {
            match value {
                Some(value) => table.insert(id, value),
                None => table.remove(&id),
            }
        }
        match entry {
            Entry::Person(id, value) => Entry::Person(id, exchange(&mut self.people, id, value)),
            Entry::Comment(id, value) => Entry::Comment(id, exchange(&mut self.comments, id, value)),
            Entry::Change(id, value) => {
                let old = exchange(&mut self.changes, id, value.map(|boxed| *boxed));
                Entry::Change(id, old.map(Box::new))
            }
            Entry::Revision(id, value) => Entry::Revision(id, exchange(&mut self.revisions, id, value)),
        }
    }
}

/// Takes the entry out where it stands and puts the new one in; returns where it stood, and it.
fn exchange<T>(
    list: &mut Vec<T>,
    is_it: impl Fn(&T) -> bool,
    at: usize,
    entry: Option<T>,
) -> (usize, Option<T>) {
    let stood = list.iter().position(is_it);
    let old = stood.map(|index| list.remove(index));
    if let Some(entry) = entry {
        list.insert(at.min(list.len()), entry);
    }
    (stood.unwrap_or(at), old)
}

fn fits(kind: &Kind) -> Result<(), StepError> {
    match kind {
        Kind::Heading(level) if !(1..=3).contains(level) => Err(StepError::Level(*level)),
        Kind::Recommendation(r) if r.depth > super::block::MAX_DEPTH => Err(StepError::Level(r.depth)),
        Kind::Paragraph(_)
        | Kind::Heading(_)
        | Kind::AgendaItem(_)
        | Kind::Intervention(_)
        | Kind::Quote(_)
        | Kind::Decision(_)
        | Kind::Recommendation(_)
        | Kind::Note(_)
        | Kind::Signatures(_)
        | Kind::Annex(_) => Ok(()),
    }
}
