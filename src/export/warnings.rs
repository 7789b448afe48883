//! What the reader of a warning should know before a text goes out: what stands open in it, and what is missing.

use super::sheet::Sheet;
use super::{Format, pdf, post};
use crate::arabic::{self, Case, Date, Gender, date};
use crate::document::{
    Atom, AttendeeField, Document, FieldPath, Output, OutputKind, PersonField, PersonForm, PersonId, Place,
    Stamp, Target,
};
use crate::template::{Composed, How, Readers, Reading};

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
    /// The meeting has no date.
    NoDate,
    /// Blocks that were left out because of the readers.
    LeftOut(usize),
    /// Remarks nobody has closed.
    Remarks(usize),
    /// Suggested changes nobody has decided on: the text reads as if they were accepted.
    Suggestions(usize),
    /// A text for the public that is not to be published before this moment.
    Embargo(Stamp),
    /// A picture the record names, which was not found.
    Picture(String),
    /// A picture that is larger than what is taken along.
    LargePicture(String),
    /// A picture that is neither PNG nor JPEG, or not all there.
    BrokenPicture(String),
    /// A picture in the colours of a printing press, which this format does not show.
    PressPicture(String),
    /// A picture that this format cannot read, while others do.
    OddPicture(String),
    /// More characters than the channel takes.
    TooLong {
        /// How many there are.
        length: usize,
        /// How many it takes.
        limit: usize,
    },
}

impl Loss {
    /// The key of the message that tells it. Its values: `field`, `count`, `when`, `name`, `length` and `limit`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unresolved(_) => "finding-unresolved",
            Self::Open(_) => "cli-open-field",
            Self::NoDate => "loss-no-date",
            Self::LeftOut(_) => "cli-left-out",
            Self::Remarks(_) => "loss-remarks",
            Self::Suggestions(_) => "loss-suggestions",
            Self::Embargo(_) => "loss-embargo",
            Self::Picture(_) => "loss-picture",
            Self::LargePicture(_) => "loss-picture-large",
            Self::BrokenPicture(_) => "loss-picture-broken",
            Self::PressPicture(_) => "loss-picture-press",
            Self::OddPicture(_) => "loss-picture-odd",
            Self::TooLong { .. } => "loss-too-long",
        }
    }
}

/// The warnings of a text: what its words say first, in their order, then what is to be said of it as a whole.
pub(super) fn warnings(sheet: &Sheet<'_>, format: Format, bytes: &[u8]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let composition = sheet.composition;
    for text in std::iter::once(&composition.title).chain(&composition.paragraphs) {
        of_words(sheet.document, text, &mut warnings);
    }
    let all = |what| Warning { place: None, what };
    if let Some(limit) = format.limit() {
        let (length, _) = post::length(std::str::from_utf8(bytes).unwrap_or_default());
        warnings.extend((length > limit).then(|| all(Loss::TooLong { length, limit })));
    }
    if format.shows_pictures() {
        warnings.extend(lost_pictures(sheet, format).into_iter().map(all));
    }
    if composition.left_out > 0 {
        warnings.push(all(Loss::LeftOut(composition.left_out)));
    }
    let is_final = sheet.view.reading == Reading::Final;
    let is_public = sheet.view.readers == Readers::Public;
    warnings.extend(of_record(sheet.document, sheet.view.output, is_public, is_final, sheet.options.today));
    warnings
}

/// What is to be said of the record as a whole, before one of its texts goes out.
pub(super) fn of_record(
    document: &Document,
    output: OutputKind,
    is_public: bool,
    is_final: bool,
    today: Option<Date>,
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if document.meeting().dates.is_unset() {
        let place = Place::new(Target::Field(FieldPath::Dates), 0);
        warnings.push(Warning { place: Some(place), what: Loss::NoDate });
    }
    let comments = document.comments();
    let open: Vec<_> = comments
        .iter()
        .filter(|(_, comment)| comment.resolved.is_none() && comment.answers.is_none())
        .map(|(id, _)| *id)
        .collect();
    if let Some(first) = open.first() {
        let place = Place::new(Target::Comment(*first), 0);
        warnings.push(Warning { place: Some(place), what: Loss::Remarks(open.len()) });
    }
    let changes = document.changes().len();
    if is_final && changes > 0 {
        warnings.push(Warning { place: None, what: Loss::Suggestions(changes) });
    }
    let kept =
        |kind: &Output| kind.embargo.filter(|embargo| today.is_some_and(|today| is_ahead(*embargo, today)));
    if let Some(embargo) = spoken_for(document, output).and_then(kept).filter(|_| is_public) {
        warnings.push(Warning { place: None, what: Loss::Embargo(embargo) });
    }
    warnings
}

/// The output whose rules this text goes by: its own, else the first one for the public.
fn spoken_for(document: &Document, output: OutputKind) -> Option<&Output> {
    let own = document.output(output);
    own.or_else(|| document.outputs().iter().find(|output| !output.kind.is_internal()))
}

/// Whether the moment may still be ahead: on its own day nobody but a clock knows.
fn is_ahead(moment: Stamp, today: Date) -> bool {
    date::then_here(moment.0).is_some_and(|(day, _)| day >= today)
}

/// The pictures a page would show, and does not, or not as they are to be seen; and why.
fn lost_pictures(sheet: &Sheet<'_>, format: Format) -> Vec<Loss> {
    let is_paper = matches!(format, Format::Pdf | Format::ReviewPdf);
    let lost = |name: &str| {
        let read = sheet.pictures.iter().find(|(own, _)| *own == name);
        match read.map(|(_, picture)| picture) {
            Some(Some(picture)) if picture.press && is_paper => Some(Loss::PressPicture(name.to_owned())),
            Some(Some(picture)) if is_paper && !pdf::draws(picture) => {
                Some(Loss::OddPicture(name.to_owned()))
            }
            Some(Some(_)) => None,
            Some(None) => Some(Loss::BrokenPicture(name.to_owned())),
            None if sheet.options.too_large.iter().any(|own| own == name) => {
                Some(Loss::LargePicture(name.to_owned()))
            }
            None => Some(Loss::Picture(name.to_owned())),
        }
    };
    sheet.picture_names().into_iter().filter_map(lost).collect()
}

fn of_words(document: &Document, text: &Composed, warnings: &mut Vec<Warning>) {
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
    if text.segments.is_empty() && text.target.is_none() && arabic::is_left_open(&text.text) {
        let warning = of_line(document, &text.text);
        // A list of people says it once.
        if warnings.iter().all(|other| other.what != warning.what) {
            warnings.push(warning);
        }
    }
}

/// A line written from the header alone leaves a gender open: whose it is, and where that is stated.
fn of_line(document: &Document, line: &str) -> Warning {
    let meeting = document.meeting();
    let is_meant = |id: &PersonId| {
        let person = document.person(*id).filter(|person| person.gender == Gender::Unknown);
        person.is_some_and(|person| !person.name.is_empty() && line.contains(&person.name))
    };
    let (path, atom) = if let Some(at) = meeting.chairs.iter().position(is_meant) {
        (Some(FieldPath::Chair(at, PersonField::Gender)), Atom::Chair(PersonForm::Name))
    } else if meeting.rapporteur.as_ref().is_some_and(is_meant) {
        (Some(FieldPath::Rapporteur(PersonField::Gender)), Atom::Rapporteur(PersonForm::Name))
    } else {
        let at = meeting.attendance.people.iter().position(|entry| is_meant(&entry.person));
        let field = AttendeeField::Person(PersonField::Gender);
        (at.map(|at| FieldPath::Attendee(at, field)), Atom::Attendance(Case::Nominative))
    };
    let place = path.map(|path| Place::new(Target::Field(path), 0));
    Warning { place, what: Loss::Open(atom) }
}

/// Whether a field's words, as shown, leave both genders open.
fn is_open(document: &Document, atom: &Atom, shown: &str) -> bool {
    let meeting = document.meeting();
    let unknown = |id| document.person(id).is_some_and(|person| person.gender == Gender::Unknown);
    match atom {
        Atom::Chair(_) => meeting.chairs.iter().any(|id| unknown(*id)),
        Atom::Rapporteur(_) => meeting.rapporteur.is_some_and(unknown),
        Atom::Person(id, _) => unknown(*id),
        Atom::Attendance(_) => arabic::is_left_open(shown),
        Atom::Verb { masculine, feminine, .. } => {
            masculine != feminine && shown == arabic::verb(masculine, feminine, Gender::Unknown)
        }
        Atom::Dates(_)
        | Atom::Start
        | Atom::End
        | Atom::Venue(_)
        | Atom::Body(_)
        | Atom::Session(_)
        | Atom::Count { .. }
        | Atom::NextDates(_)
        | Atom::NextVenue(_)
        | Atom::Number
        | Atom::Reference => false,
    }
}
