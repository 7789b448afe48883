//! Blocks: the paragraphs of a record, each with its kind, its readers and its review.

use serde::{Deserialize, Serialize};

use super::id::{BlockId, ChangeId, PersonId};
use super::output::OutputKind;
use super::rich::RichText;
use crate::arabic::{Date, Time};

/// One paragraph of a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its lasting name.
    pub id: BlockId,
    /// What it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Kind,
    /// Its words.
    #[serde(default, skip_serializing_if = "RichText::is_empty")]
    pub text: RichText,
    /// Which outputs it belongs to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub audience: Audience,
    /// What has been suggested about it as a whole.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review: BlockReview,
    /// What a template asks for here, shown while the block is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prompt: String,
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Block {
    /// A paragraph of this kind for every output, with nothing suggested.
    #[must_use]
    pub fn new(id: BlockId, kind: Kind, text: RichText) -> Self {
        Self {
            id,
            kind,
            text,
            audience: Audience::default(),
            review: BlockReview::default(),
            prompt: String::new(),
        }
    }
}

/// Which outputs a block belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Audience {
    /// Both texts.
    #[default]
    Both,
    /// The internal minutes only; never in a public export.
    MinutesOnly,
    /// The public texts only.
    CommuniqueOnly,
}

impl Audience {
    /// Whether a block for these readers belongs to this output.
    #[must_use]
    pub fn admits(self, output: OutputKind) -> bool {
        match self {
            Self::Both => true,
            Self::MinutesOnly => output.is_internal(),
            Self::CommuniqueOnly => !output.is_internal(),
        }
    }
}

/// What has been suggested about a block as a whole. Its words carry their own marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockReview {
    /// The change that put it here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inserted: Option<ChangeId>,
    /// The change that would take it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<ChangeId>,
    /// The change that would join it to the block before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<ChangeId>,
}

/// What a block is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Kind {
    /// A paragraph, with the part it plays if that is known.
    Paragraph(Role),
    /// A heading; 1 is the highest of 3 levels.
    Heading(u8),
    /// An item of the agenda.
    AgendaItem(AgendaItem),
    /// What somebody said.
    Intervention(Speaker),
    /// Words quoted.
    Quote(Speaker),
    /// What was decided.
    Decision(Decision),
    /// A recommendation or the axis over it.
    Recommendation(Recommendation),
    /// A note of the live session.
    Note(Note),
    /// Where the signatures stand; the text is the place and date line.
    Signatures(Signatures),
    /// Something that goes with the record; the text is its caption.
    Annex(Annex),
}

impl Default for Kind {
    fn default() -> Self {
        Self::Paragraph(Role::Plain)
    }
}

impl Kind {
    /// A recommendation at this depth, with nothing known of its follow-up.
    #[must_use]
    pub fn recommendation(depth: u8) -> Self {
        Self::Recommendation(Recommendation { depth: depth.min(MAX_DEPTH), ..Recommendation::default() })
    }

    /// The depth in the outline of recommendations: 0 axis, 1 section, 2 item, 3 sub-item.
    #[must_use]
    pub fn depth(&self) -> Option<u8> {
        match self {
            Self::Recommendation(r) => Some(r.depth),
            Self::Paragraph(_)
            | Self::Heading(_)
            | Self::AgendaItem(_)
            | Self::Intervention(_)
            | Self::Quote(_)
            | Self::Decision(_)
            | Self::Note(_)
            | Self::Signatures(_)
            | Self::Annex(_) => None,
        }
    }

    /// The same kind at another depth; kinds without a depth stay as they are.
    #[must_use]
    pub fn at_depth(&self, depth: u8) -> Self {
        let mut kind = self.clone();
        if let Self::Recommendation(r) = &mut kind {
            r.depth = depth.min(MAX_DEPTH);
        }
        kind
    }
}

/// The deepest level of the outline: a sub-item.
pub const MAX_DEPTH: u8 = 3;

/// The part a paragraph plays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Role {
    /// None said.
    #[default]
    Plain,
    /// The opening: who met, when, where, with whom.
    Lead,
    /// In what setting (في إطار).
    Context,
    /// A ground on which what follows is adopted (حيثية).
    Recital,
    /// The clause that adopts what follows.
    Enacting,
    /// The closing.
    Closing,
}

/// Who speaks.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Speaker {
    /// Nobody named.
    #[default]
    Unnamed,
    /// A person of the record.
    Person(PersonId),
    /// Several, or a body: «الحاضرون».
    Collective(String),
}

/// What an agenda item carries beside its words.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgendaItem {
    /// Who presents it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presenter: Option<PersonId>,
    /// How far it came.
    #[serde(skip_serializing_if = "is_default")]
    pub state: AgendaState,
}

/// How far an agenda item came.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum AgendaState {
    /// Not yet taken.
    #[default]
    Open,
    /// Dealt with.
    Done,
    /// Left for the next meeting.
    Carried,
}

/// What a decision carries beside its words.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    /// What kind of decision it is.
    #[serde(skip_serializing_if = "is_default")]
    pub matter: Matter,
    /// How it was voted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
}

/// What a decision is about.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Matter {
    /// Anything else.
    #[default]
    General,
    /// Somebody is put in charge.
    Appointment {
        /// Who.
        person: Option<PersonId>,
        /// Of what.
        post: String,
    },
    /// A committee is formed; its members may come later.
    Committee {
        /// Its name.
        name: String,
        /// Who sits on it.
        members: Vec<PersonId>,
    },
    /// A day is set.
    Date(Option<Date>),
    /// A plan or programme is adopted.
    Plan(String),
}

/// The count of a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Vote {
    /// All agreed, uncounted.
    Unanimous,
    /// Counted.
    Counted {
        /// For.
        yes: u32,
        /// Against.
        no: u32,
        /// Abstaining.
        abstained: u32,
    },
}

/// A recommendation: its level, and what becomes of it. Its name is its block's id, for life.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Recommendation {
    /// 0 axis, 1 section, 2 item, 3 sub-item.
    #[serde(skip_serializing_if = "is_default")]
    pub depth: u8,
    /// To whom it is addressed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub addressee: String,
    /// Who is to carry it out.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub responsible: String,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How far it has come.
    #[serde(skip_serializing_if = "is_default")]
    pub state: Progress,
    /// How it was voted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
}

/// How far a recommendation has come. Overdue is not a state: it follows from the due day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Progress {
    /// Nothing done yet.
    #[default]
    NotStarted,
    /// Under way.
    InProgress,
    /// Done.
    Done,
    /// Put off.
    Postponed,
    /// Given up.
    Dropped,
}

impl Progress {
    /// All of them, from the first to the last resort.
    pub const ALL: [Self; 5] =
        [Self::NotStarted, Self::InProgress, Self::Done, Self::Postponed, Self::Dropped];
}

/// A note of the live session.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Note {
    /// When it was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Time>,
    /// What it was marked as.
    #[serde(skip_serializing_if = "is_default")]
    pub mark: NoteMark,
    /// Who spoke.
    #[serde(skip_serializing_if = "is_default")]
    pub speaker: Speaker,
}

/// What a note of the live session was marked as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum NoteMark {
    /// Nothing.
    #[default]
    None,
    /// A decision.
    Decision,
    /// A task.
    Task,
    /// A quotation.
    Quote,
}

impl NoteMark {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::None, Self::Decision, Self::Task, Self::Quote];
}

/// Who signs.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signatures {
    /// In order, the first at the right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signatories: Vec<PersonId>,
}

/// A file that goes with the record.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Annex {
    /// Its name, beside the record.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
}

impl Annex {
    /// Whether it is a picture, by the name of its file.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        let ending = self.file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.is_some_and(|ending| matches!(ending.as_str(), "png" | "jpg" | "jpeg"))
    }
}
