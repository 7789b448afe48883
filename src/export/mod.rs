//! Bytes for other programs, from a composed record; what could not be resolved comes back as warnings.

mod public;
mod txt;

pub use public::public_record;

use std::fmt;

use crate::arabic::{self, Gender};
use crate::document::{Atom, Document, Place, Target};
use crate::template::{Composed, Composition, How, View, compose};

/// What a text is exported as. Records are not among them: what is published of one is [`public_record`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Format {
    /// Plain text, UTF-8.
    Txt,
}

/// How lines end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Eol {
    /// As everywhere but on Windows.
    #[default]
    Lf,
    /// As older programs on Windows need it.
    Crlf,
}

/// How a text is written, beyond what its [`View`] says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct Options {
    /// How lines end.
    pub eol: Eol,
}

/// A file, and what its reader should know.
#[derive(Clone, PartialEq, Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// What could not be resolved, in the order of the text.
    pub warnings: Vec<Warning>,
}

/// Something a text went out with, or without.
#[derive(Clone, PartialEq, Debug)]
pub struct Warning {
    /// Where it is; nothing where it is about the text as a whole.
    pub place: Option<Place>,
    /// What it is.
    pub what: Loss,
}

/// What a text went out with, or without.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Loss {
    /// A field without a value: its name in brackets stands in the text.
    Unresolved(Atom),
    /// Words that agree with somebody whose gender is not stated: both forms stand in the text.
    Open(Atom),
    /// Blocks that were left out because of the readers.
    LeftOut(usize),
}

/// Why nothing was exported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
    /// The text has no title and no paragraph.
    Empty,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the text has no title and no paragraph"),
        }
    }
}

impl std::error::Error for Error {}

/// The file of this view of the record. The same arguments give the same bytes.
///
/// # Errors
/// [`Error::Empty`] where there is nothing to write.
pub fn export(document: &Document, view: &View, options: Options, format: Format) -> Result<Exported, Error> {
    let composition = compose(document, view);
    let bytes = match format {
        Format::Txt => txt::write(&composition, options)?.into_bytes(),
    };
    Ok(Exported { bytes, warnings: warnings(document, &composition) })
}

fn warnings(document: &Document, composition: &Composition) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let texts = std::iter::once(&composition.title).chain(&composition.paragraphs);
    for text in texts {
        warnings_in(document, text, &mut warnings);
    }
    if composition.left_out > 0 {
        warnings.push(Warning { place: None, what: Loss::LeftOut(composition.left_out) });
    }
    warnings
}

fn warnings_in(document: &Document, text: &Composed, warnings: &mut Vec<Warning>) {
    let place = |offset: usize| text.target.clone().map(|target: Target| Place::new(target, offset));
    for segment in &text.segments {
        let shown = text.text.get(segment.shown.clone()).unwrap_or_default();
        let what = match &segment.how {
            How::Unresolved(atom) => Loss::Unresolved(atom.clone()),
            How::Field(atom) if is_open(document, atom, shown) => Loss::Open(atom.clone()),
            How::Field(_) | How::Verbatim | How::Hidden => continue,
        };
        warnings.push(Warning { place: place(segment.source.start), what });
    }
}

/// Whether a field's words, as shown, leave both genders open.
fn is_open(document: &Document, atom: &Atom, shown: &str) -> bool {
    let meeting = document.meeting();
    let unknown = |id| document.person(id).is_some_and(|person| person.gender == Gender::Unknown);
    match atom {
        Atom::Chair(_) => meeting.chairs.iter().any(|id| unknown(*id)),
        Atom::Rapporteur(_) => meeting.rapporteur.is_some_and(unknown),
        Atom::Person(id, _) => unknown(*id),
        Atom::Verb { masculine, feminine, .. } => {
            masculine != feminine && shown == arabic::verb(masculine, feminine, Gender::Unknown)
        }
        Atom::Dates(_)
        | Atom::Start
        | Atom::End
        | Atom::Venue(_)
        | Atom::Body(_)
        | Atom::Session(_)
        | Atom::Attendance(_)
        | Atom::Count { .. }
        | Atom::NextDates(_)
        | Atom::NextVenue(_)
        | Atom::Number
        | Atom::Reference => false,
    }
}
