//! What a user asks for, and what comes back.

use std::fmt;
use std::ops::Range;

use super::selection::Selection;
use crate::arabic::{Date, Removed, Time};
use crate::document::{
    Answer, Atom, Audience, BlockId, Body, Carried, Document, FieldPath, Guess, Kind, Letterhead, Mark,
    NoteMark, OutputKind, Person, PersonField, PersonForm, PersonId, Presence, Progress, Recommendation,
    RichText, Stamp, Step, StepError, Style, Target, Vote,
};

/// One thing a user does to a record. The only door to it.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Puts the caret, or selects.
    Select(Selection),
    /// Selects everything from the title to the last block.
    SelectAll,
    /// Types letters in place of the selection; a line break in them counts as Enter.
    Type(String),
    /// Puts text from elsewhere in place of the selection: cleaned, one block a line.
    PasteText(String),
    /// Puts parts of a record in place of the selection.
    Paste(Fragment),
    /// Deletes the selection, or one unit beside the caret.
    Delete(Unit, Toward),
    /// Enter: splits the block, promotes an empty item, or leaves the list.
    Enter,
    /// Changes the depth of the selected recommendations by one.
    Depth(Shift),
    /// Makes the selected blocks this kind; a recommendation keeps its follow-up.
    SetKind(Kind),
    /// Gives the selected blocks these readers.
    SetAudience(Audience),
    /// Gives one block this kind with all that it carries: its vote, its day, its state.
    SetBlockKind(BlockId, Kind),
    /// Gives one block these readers.
    SetBlockAudience(BlockId, Audience),
    /// Puts the person of this name in a seat of a block; a name new to the record becomes a person of it, and an
    /// empty name leaves the seat.
    SetBlockPerson {
        /// Which block.
        block: BlockId,
        /// Which of its seats.
        seat: Seat,
        /// The name, as people write it.
        name: String,
    },
    /// Gives a place in the record to somebody the record knows, or comes to know by this.
    Appoint {
        /// Which place.
        post: Post,
        /// Who.
        who: Who,
        /// The name of who had the place, where it was written over before somebody was chosen: it is put back.
        was: Option<String>,
    },
    /// Moves the selected blocks, an axis or item with all below it, past its neighbour.
    Move(Shift),
    /// Puts a mark on the selection, or takes it away where all of it has it; without a selection, on the word around
    /// the caret, or where there is none on what is typed there next. A colour goes to whole words and takes the
    /// place of another.
    Toggle(Mark),
    /// Inserts a field at the caret.
    InsertField(Atom),
    /// Inserts a field about a person at the caret; somebody new becomes a person of the record.
    InsertPerson {
        /// Who.
        who: Who,
        /// How they are named.
        form: PersonForm,
    },
    /// Puts a phrase in place of what was typed of it; the caret goes behind it.
    Complete {
        /// Whose text.
        target: Target,
        /// Which bytes were typed of it.
        range: Range<usize>,
        /// The phrase, with its fields.
        phrase: RichText,
    },
    /// Puts words in place of fields of a text: they follow the header no more.
    Freeze {
        /// Whose text.
        target: Target,
        /// Where the fields stand in it, and the words each shows.
        words: Vec<(usize, String)>,
    },
    /// Puts a new block into the record: behind another, or behind the last of its kind.
    InsertBlock {
        /// The block it follows.
        after: Option<BlockId>,
        /// What it is.
        kind: Kind,
        /// Its words.
        words: String,
    },
    /// Gives a block these words, with no fields and no marks in them.
    SetBlockWords(BlockId, String),
    /// Moves a block past the neighbour of its own kind.
    MoveBlock(BlockId, Shift),
    /// Puts a block, a recommendation with all below it, before another, or behind the last of its kind.
    MoveBefore {
        /// What is moved.
        block: BlockId,
        /// What it goes before.
        before: Option<BlockId>,
    },
    /// Puts the selected blocks, an axis or item with all below it, before another block or last, at this level.
    Put {
        /// What they go before.
        before: Option<BlockId>,
        /// The level of the highest of them; nothing where they keep theirs.
        depth: Option<u8>,
    },
    /// Takes the selected blocks out, an axis or item with all below it.
    RemoveSelected,
    /// Makes items of the selected paragraphs: a label typed before one goes, and tells its level.
    ToItems,
    /// Makes paragraphs of the selected items. What was followed of them goes.
    ToParagraphs,
    /// Parts a block, or the selected ones, where several items were run together.
    SplitItems(Option<BlockId>),
    /// Says this of all selected items.
    FollowUp(FollowUp),
    /// Takes a block out.
    RemoveBlock(BlockId),
    /// Puts a heading into the text for each agenda item that has none yet, with what its presenter said and an empty
    /// paragraph.
    Proceedings,
    /// Keeps, corrects or sends notes of the live session.
    Note(Noting),
    /// Tells what was said in a block by this verb, which agrees with who speaks.
    SetVerb {
        /// Which block.
        block: BlockId,
        /// The verb for a man.
        masculine: String,
        /// The verb for a woman.
        feminine: String,
    },
    /// Gives a part of the header another value, as the command line writes it.
    SetField {
        /// Which part.
        path: FieldPath,
        /// The value.
        value: String,
    },
    /// Gives the record to a body: its name, head, style and signatories.
    Dress(Box<Dress>),
    /// Takes a chair off the header; the person stays known to the record.
    RemoveChair(usize),
    /// Takes a group off the attendance.
    RemoveGroup(usize),
    /// Changes who is on the attendance list, or what is known of a person.
    Roll(Roll),
    /// Replaces a stretch of text: what a finding's fix does.
    Replace {
        /// Whose text.
        target: Target,
        /// Which bytes.
        range: Range<usize>,
        /// What comes instead.
        text: String,
    },
    /// Puts words in place of others in many places at once.
    Swap(Vec<Swap>),
    /// Takes out of every text of the record what no record may hold: what a file may bring that others wrote.
    Tidy,
    /// Puts what a record read from another text says in place of what this one says.
    Adopt(Box<Document>),
    /// Answers what an import guessed.
    Settle {
        /// Which guesses.
        guesses: Vec<Guess>,
        /// The answer to all of them.
        answer: Verdict,
    },
    /// Lets the text go that the record was imported from, with what is still guessed of it and still struck.
    DismissSource,
    /// Says what the record is offered as, being a template: what it is called, and what it is for.
    SetOffer {
        /// What it is called.
        name: String,
        /// What it is for.
        about: String,
    },
    /// Gives a block the words that ask for its text while it is empty.
    SetPrompt(BlockId, String),
    /// Adds an output, with nothing filled in.
    AddOutput(OutputKind),
    /// Adds an empty block of this kind at the end and puts the caret in it.
    Append(Kind),
}

/// What a body brings to a record.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Dress {
    /// The body.
    pub body: Body,
    /// The head of its letters.
    pub letterhead: Letterhead,
    /// How its records are printed, where that is said.
    pub style: Option<Style>,
    /// Who signs, where anybody is said to.
    pub signatories: Vec<Person>,
}

/// Words in place of others, in one place.
#[derive(Clone, PartialEq, Debug)]
pub enum Swap {
    /// In a text.
    Text {
        /// Whose text.
        target: Target,
        /// Which bytes.
        range: Range<usize>,
        /// What comes instead.
        words: String,
    },
    /// In an entry of the header, which has this value from now on.
    Field {
        /// Which entry.
        path: FieldPath,
        /// All of its value.
        value: String,
    },
    /// In what is known of a person.
    Person {
        /// Whose.
        person: PersonId,
        /// Which field.
        field: PersonField,
        /// All of its value.
        value: String,
    },
    /// In what a block carries beside its text.
    Carried {
        /// Which block.
        block: BlockId,
        /// Where in it.
        place: Carried,
        /// All that stands there.
        value: String,
    },
}

/// Something that is followed of a recommendation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FollowUp {
    /// To whom it is addressed.
    Addressee(String),
    /// Who is to carry it out.
    Responsible(String),
    /// By when.
    Due(Option<Date>),
    /// How far it has come.
    State(Progress),
    /// How it was voted.
    Vote(Option<Vote>),
}

impl FollowUp {
    /// What one says of a recommendation and the other did not.
    #[must_use]
    pub fn between(old: &Recommendation, new: &Recommendation) -> Vec<Self> {
        let mut said = Vec::new();
        if old.addressee != new.addressee {
            said.push(Self::Addressee(new.addressee.clone()));
        }
        if old.responsible != new.responsible {
            said.push(Self::Responsible(new.responsible.clone()));
        }
        if old.due != new.due {
            said.push(Self::Due(new.due));
        }
        if old.state != new.state {
            said.push(Self::State(new.state));
        }
        if old.vote != new.vote {
            said.push(Self::Vote(new.vote));
        }
        said
    }
}

/// What is done with the notes of a meeting.
#[derive(Clone, PartialEq, Debug)]
pub enum Noting {
    /// Keeps a note, for the minutes only, below the heading of an agenda item or behind what was said.
    Keep {
        /// Which item of the agenda.
        under: Option<BlockId>,
        /// What was noted.
        noted: Box<Noted>,
    },
    /// Gives a note other words, another mark, another speaker; with neither words nor speaker it is taken out.
    Correct {
        /// Which note.
        note: BlockId,
        /// What it says from now on.
        noted: Box<Noted>,
    },
    /// The same of a note that is still being written: it is taken back together with what was written of it before.
    Draft {
        /// Which note.
        note: BlockId,
        /// What it says so far.
        noted: Box<Noted>,
    },
    /// Makes text of these notes, or of all where none is named: each becomes what it was marked as, in its place. What
    /// is no note any more is passed over.
    Send(Vec<BlockId>),
}

/// What was noted.
#[derive(Clone, PartialEq, Debug)]
pub struct Noted {
    /// When.
    pub at: Option<Time>,
    /// As what.
    pub mark: NoteMark,
    /// Who spoke.
    pub who: Said,
    /// The words.
    pub words: String,
}

/// Who said something.
#[derive(Clone, PartialEq, Debug)]
pub enum Said {
    /// Nobody named.
    Nobody,
    /// One person.
    Person(Who),
    /// Several, or a body: «الحاضرون».
    Several(String),
}

/// What becomes of a guess.
#[derive(Clone, PartialEq, Debug)]
pub enum Verdict {
    /// It is right; what a web page left goes.
    Confirm,
    /// The block is of this kind.
    Kind(Kind),
    /// What was struck stays.
    Restore,
    /// What was run together is parted.
    Split,
    /// The block belongs to the one before it.
    Join,
}

/// A change of the attendance list, or of the people a record knows. What one line of the list holds is also written
/// by its path, [`FieldPath::Attendee`].
#[derive(Clone, PartialEq, Debug)]
pub enum Roll {
    /// Puts somebody on the list at this place; past the end means last. Who is on it already moves there.
    Add {
        /// Who.
        who: Who,
        /// Where.
        at: usize,
        /// What is said of somebody who is not on it yet.
        presence: Presence,
    },
    /// Gives a field of a person another value, as the command line writes it.
    Person {
        /// Whose.
        person: PersonId,
        /// Which field.
        field: PersonField,
        /// The value.
        value: String,
    },
    /// Gives a person these other spellings.
    Aliases(PersonId, Vec<String>),
    /// Takes a person off the list; the record forgets them if nothing else in it names them.
    Remove(PersonId),
    /// Moves a person past their neighbour on the list.
    Move(PersonId, Shift),
    /// Puts several people behind the others, in their order; who is on the list already stays where they are.
    AddAll(Vec<Who>),
    /// Says whether a person came, or who stands in for them.
    Presence(PersonId, Presence),
    /// Says at a roll call whether a person came, and when, if they came late.
    Call {
        /// Who.
        person: PersonId,
        /// Whether they came.
        presence: Presence,
        /// When they came, if late.
        arrived: Option<Time>,
    },
    /// Says of everybody of whom nothing is said yet that they came; exceptions are said afterwards.
    AllPresent,
    /// Turns what was answered to the invitation into presence, for those of whom nothing is said yet: who confirmed came,
    /// who declined is excused.
    Answers,
    /// What somebody answered to the invitation.
    Answer(PersonId, Answer),
    /// Puts the list into this order.
    Sort(Order),
    /// Moves a group past its neighbour.
    MoveGroup(usize, Shift),
    /// Makes a person chair the meeting, in place of a chair without a name or after the others.
    Chair(PersonId),
    /// Says who takes the minutes.
    Rapporteur(Option<PersonId>),
}

/// An order of the attendance list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Order {
    /// By name.
    Name,
    /// By presence: who came, who is represented, excused, absent, guests, then those of whom nothing is said.
    Presence,
}

/// A place in the record that a person has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Post {
    /// The chair at this place, or one more behind the others.
    Chair(usize),
    /// Who takes the minutes.
    Rapporteur,
    /// A seat of a block.
    Block(BlockId, Seat),
    /// Who stands in for this person of the attendance list.
    Proxy(PersonId),
}

/// Somebody to put on the list.
#[derive(Clone, PartialEq, Debug)]
pub enum Who {
    /// A person the record knows.
    Known(PersonId),
    /// A person it does not know yet: typed, or from the roster.
    New(Box<Person>),
}

/// A place for a person in what a block carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Seat {
    /// Who presents an item of the agenda.
    Presenter,
    /// Who speaks.
    Speaker,
    /// Who is put in charge by a decision.
    Appointed,
    /// A member of the committee a decision forms, by place.
    Member(usize),
    /// Who signs, by place.
    Signatory(usize),
}

/// How much is deleted when nothing is selected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// One grapheme cluster (UAX #29).
    Grapheme,
    /// To the end of a word.
    Word,
}

/// Which way, in reading order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Toward {
    /// To the start: Backspace.
    Start,
    /// To the end: Delete.
    End,
}

/// One step in an outline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    /// Up, or a level higher.
    Up,
    /// Down, or a level deeper.
    Down,
}

/// Parts of a record on their way from one place to another; the first and last may be parts of blocks.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Fragment {
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// A block or part of one, without its name.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    /// What it was; nothing where it takes the kind of the place it goes to.
    pub kind: Option<Kind>,
    /// Which outputs it belonged to.
    pub audience: Audience,
    /// Its words.
    pub text: RichText,
}

/// When a command is given, and by whom: arguments, so that the same commands give the same record.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Moment {
    /// The time, for what is signed with it.
    pub now: Stamp,
    /// Milliseconds from any fixed start, for grouping what is typed in one go.
    pub millis: u64,
    /// Who.
    pub author: String,
}

/// What a command did.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Done {
    /// The steps applied, for the journal; empty where only the selection changed or nothing did.
    pub steps: Vec<Step>,
    /// What was cleaned out of a pasted or typed text, or of the record.
    pub removed: Removed,
}

/// Why a command was refused. The record is then unchanged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EditError {
    /// A value does not fit its field.
    Field(FieldError),
    /// A step does not fit the record.
    Step(StepError),
    /// The block is of a kind that has no such seat.
    NoSeat(BlockId),
    /// Somebody would stand in for themselves.
    OwnProxy(PersonId),
    /// The record is only read: somebody else is editing it.
    ReadOnly,
}

/// A value that does not fit its field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldError {
    /// Which field.
    pub path: FieldPath,
    /// The value given.
    pub value: String,
    /// What the field takes, in the words of the command line.
    pub expected: String,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(e) => write!(f, "{}: {:?} is not {}", e.path, e.value, e.expected),
            Self::Step(e) => write!(f, "{e}"),
            Self::NoSeat(id) => write!(f, "block {id} has no such seat"),
            Self::OwnProxy(id) => write!(f, "{id} cannot stand in for themselves"),
            Self::ReadOnly => f.write_str("somebody else is editing the record"),
        }
    }
}

impl std::error::Error for EditError {}

impl From<StepError> for EditError {
    fn from(error: StepError) -> Self {
        Self::Step(error)
    }
}

impl From<FieldError> for EditError {
    fn from(error: FieldError) -> Self {
        Self::Field(error)
    }
}
