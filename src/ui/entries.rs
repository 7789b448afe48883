//! Live fields and the entries of the header they are filled from.

use std::sync::Arc;

use crate::arabic::Case;
use crate::document::{
    Atom, AttendeeField, Block, BlockId, BodyForm, Counted, DateForm, Document, FieldPath, Kind, Matter,
    OutputKind, PersonField, PersonForm, PersonId, SessionForm, Speaker, Subject, VenueForm,
};

/// Where what a field shows is filled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// In the forms above the text.
    Header(FieldPath),
    /// In a card of their own: somebody who stands in none of those.
    Person(PersonId),
}

/// The entry a field is filled from; nothing for what is counted from the text.
#[must_use]
pub fn of(document: &Document, output: OutputKind, atom: &Atom) -> Option<Entry> {
    let path = match atom {
        Atom::Chair(form) => FieldPath::Chair(0, part(*form)),
        Atom::Rapporteur(form) => FieldPath::Rapporteur(part(*form)),
        Atom::Person(id, form) => return person(document, *id, part(*form)),
        Atom::Dates(_) => FieldPath::Dates,
        Atom::Start => FieldPath::Start,
        Atom::End => FieldPath::End,
        Atom::Venue(_) => FieldPath::Venue,
        Atom::Body(BodyForm::Name | BodyForm::ForName | BodyForm::Full) => FieldPath::BodyName,
        Atom::Body(BodyForm::Organisation | BodyForm::ForOrganisation) => FieldPath::BodyOrganisation,
        Atom::Body(BodyForm::Region) => FieldPath::BodyRegion,
        Atom::Body(BodyForm::Province) => FieldPath::BodyProvince,
        Atom::Session(_) => FieldPath::SessionNature,
        Atom::Verb { of, .. } => match of {
            Subject::Chair => FieldPath::Chair(0, PersonField::Gender),
            Subject::Rapporteur => FieldPath::Rapporteur(PersonField::Gender),
            Subject::Body => FieldPath::BodyGender,
            Subject::Person(id) => return person(document, *id, PersonField::Gender),
        },
        Atom::Attendance(_) => FieldPath::GroupNominative(0),
        Atom::Count { of, .. } => match of {
            Counted::Present | Counted::Excused | Counted::Absent | Counted::Members => FieldPath::Members,
            Counted::Agenda | Counted::Decisions | Counted::Recommendations => return None,
        },
        Atom::NextDates(_) => FieldPath::NextDates,
        Atom::NextVenue(_) => FieldPath::NextVenue,
        Atom::Number => FieldPath::OutputNumber(output),
        Atom::Reference => FieldPath::OutputReference(output),
    };
    Some(Entry::Header(path))
}

fn part(form: PersonForm) -> PersonField {
    match form {
        PersonForm::Role => PersonField::Role,
        PersonForm::Full | PersonForm::Name | PersonForm::RoleFirst => PersonField::Name,
    }
}

/// The entry of somebody the record knows.
#[must_use]
pub fn person(document: &Document, id: PersonId, field: PersonField) -> Option<Entry> {
    let meeting = document.meeting();
    let path = if let Some(at) = meeting.chairs.iter().position(|chair| *chair == id) {
        FieldPath::Chair(at, field)
    } else if meeting.rapporteur == Some(id) {
        FieldPath::Rapporteur(field)
    } else if let Some(at) = meeting.attendance.people.iter().position(|entry| entry.person == id) {
        FieldPath::Attendee(at, AttendeeField::Person(field))
    } else {
        return document.person(id).map(|_| Entry::Person(id));
    };
    Some(Entry::Header(path))
}

/// The first block that names somebody: in its words or by what it carries.
#[must_use]
pub fn named_in(document: &Document, id: PersonId) -> Option<BlockId> {
    let speaks = |speaker: &Speaker| *speaker == Speaker::Person(id);
    let carries = |kind: &Kind| match kind {
        Kind::Intervention(speaker) | Kind::Quote(speaker) => speaks(speaker),
        Kind::Note(note) => speaks(&note.speaker),
        Kind::AgendaItem(item) => item.presenter == Some(id),
        Kind::Signatures(list) => list.signatories.contains(&id),
        Kind::Decision(decision) => match &decision.matter {
            Matter::Appointment { person, .. } => *person == Some(id),
            Matter::Committee { members, .. } => members.contains(&id),
            Matter::General | Matter::Date(_) | Matter::Plan(_) => false,
        },
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::Recommendation(_) | Kind::Annex(_) => false,
    };
    let is = |atom: &Atom| matches!(atom, Atom::Person(who, _) | Atom::Verb { of: Subject::Person(who), .. } if *who == id);
    let names = |block: &&Arc<Block>| carries(&block.kind) || block.text.atoms().any(|(_, atom)| is(atom));
    document.blocks().iter().find(names).map(|block| block.id)
}

/// Whether somebody stands in none of the forms above the text: a card of their own is theirs.
#[must_use]
pub fn is_apart(document: &Document, id: PersonId) -> bool {
    matches!(person(document, id, PersonField::Name), Some(Entry::Person(_)))
}

/// The field that is filled from an entry of the header, for putting it into the text.
#[must_use]
pub fn field_of(path: FieldPath) -> Option<Atom> {
    Some(match path {
        FieldPath::Chair(0, PersonField::Role) => Atom::Chair(PersonForm::Role),
        FieldPath::Chair(0, _) => Atom::Chair(PersonForm::Full),
        FieldPath::Rapporteur(PersonField::Role) => Atom::Rapporteur(PersonForm::Role),
        FieldPath::Rapporteur(_) => Atom::Rapporteur(PersonForm::Name),
        FieldPath::Dates => Atom::Dates(DateForm::WithDay),
        FieldPath::Start => Atom::Start,
        FieldPath::End => Atom::End,
        FieldPath::Venue => Atom::Venue(VenueForm::At),
        FieldPath::BodyName | FieldPath::BodyGender => Atom::Body(BodyForm::Name),
        FieldPath::BodyOrganisation => Atom::Body(BodyForm::Organisation),
        FieldPath::BodyRegion => Atom::Body(BodyForm::Region),
        FieldPath::BodyProvince => Atom::Body(BodyForm::Province),
        FieldPath::SessionNoun
        | FieldPath::SessionNature
        | FieldPath::SessionOrdinal
        | FieldPath::SessionTheme => Atom::Session(SessionForm::Definite),
        FieldPath::NextDates => Atom::NextDates(DateForm::WithDay),
        FieldPath::NextVenue => Atom::NextVenue(VenueForm::At),
        FieldPath::OutputNumber(_) => Atom::Number,
        FieldPath::OutputReference(_) => Atom::Reference,
        FieldPath::GroupNominative(_) | FieldPath::GroupOblique(_) => Atom::Attendance(Case::Oblique),
        FieldPath::Members => Atom::Count { of: Counted::Members, noun: "member".into() },
        _ => return None,
    })
}

/// The entries of the header whose fields can be put into the text from there.
pub fn all() -> impl Iterator<Item = FieldPath> {
    let outputs = OutputKind::ALL.into_iter();
    let numbered = outputs.flat_map(|kind| [FieldPath::OutputNumber(kind), FieldPath::OutputReference(kind)]);
    [
        FieldPath::Chair(0, PersonField::Name),
        FieldPath::Chair(0, PersonField::Role),
        FieldPath::Chair(0, PersonField::Gender),
        FieldPath::Rapporteur(PersonField::Name),
        FieldPath::Rapporteur(PersonField::Role),
        FieldPath::Dates,
        FieldPath::Start,
        FieldPath::End,
        FieldPath::Venue,
        FieldPath::BodyName,
        FieldPath::BodyGender,
        FieldPath::BodyOrganisation,
        FieldPath::BodyRegion,
        FieldPath::BodyProvince,
        FieldPath::SessionNoun,
        FieldPath::SessionNature,
        FieldPath::SessionOrdinal,
        FieldPath::SessionTheme,
        FieldPath::NextDates,
        FieldPath::NextVenue,
        FieldPath::Members,
    ]
    .into_iter()
    .chain(numbered)
}
