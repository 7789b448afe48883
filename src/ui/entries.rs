//! Live fields and the entries of the header they are filled from.

use crate::arabic::Case;
use crate::document::{
    Atom, AttendeeField, BodyForm, Counted, DateForm, Document, FieldPath, OutputKind, PersonField,
    PersonForm, PersonId, SessionForm, Subject, VenueForm,
};

/// The entry a field is filled from; nothing for a person who stands in no form.
#[must_use]
pub fn of(document: &Document, output: OutputKind, atom: &Atom) -> Option<FieldPath> {
    Some(match atom {
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
    })
}

fn part(form: PersonForm) -> PersonField {
    match form {
        PersonForm::Role => PersonField::Role,
        PersonForm::Full | PersonForm::Name | PersonForm::RoleFirst => PersonField::Name,
    }
}

fn person(document: &Document, id: PersonId, field: PersonField) -> Option<FieldPath> {
    let meeting = document.meeting();
    if let Some(at) = meeting.chairs.iter().position(|chair| *chair == id) {
        return Some(FieldPath::Chair(at, field));
    }
    if meeting.rapporteur == Some(id) {
        return Some(FieldPath::Rapporteur(field));
    }
    let at = meeting.attendance.people.iter().position(|entry| entry.person == id)?;
    Some(FieldPath::Attendee(at, AttendeeField::Person(field)))
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
