//! People and bodies whose gender the text needs and nobody has stated: it is never guessed.

use std::collections::BTreeMap;

use super::{Certainty, Finding, Fix, What};
use crate::arabic::{Gender, body_gender};
use crate::document::{Atom, Body, Document, FieldPath, PersonField, PersonId, Place, Subject, Target};
use crate::edit::Command;

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let mut people: BTreeMap<PersonId, Place> = BTreeMap::new();
    let mut body = None;
    let titles = document.outputs().iter().map(|output| (Target::Title(output.kind), &output.title));
    let blocks = document.blocks().iter().map(|block| (Target::Block(block.id), &block.text));
    for (target, text) in titles.chain(blocks) {
        for (offset, atom) in text.atoms() {
            let place = || Place::new(target.clone(), offset);
            let needed = needed(document, atom);
            for id in needed.people {
                people.entry(id).or_insert_with(place);
            }
            if needed.body && body.is_none() {
                body = Some(place());
            }
        }
    }
    for (id, first) in people {
        let Some(person) = document.person(id) else { continue };
        if person.gender != Gender::Unknown || person.name.trim().is_empty() {
            continue;
        }
        let path = path_of(document, id);
        found.push(Finding {
            place: path.map_or(first, |path| Place::new(Target::Field(path), 0)),
            certainty: Certainty::Warning,
            what: What::GenderUnknown { name: person.name.clone() },
            fixes: path.map_or_else(Vec::new, either),
        });
    }
    let stated = &document.meeting().body;
    if body.is_some() && is_open(stated) {
        found.push(Finding {
            place: Place::new(Target::Field(FieldPath::BodyGender), 0),
            certainty: Certainty::Warning,
            what: What::BodyGenderUnknown,
            fixes: either(FieldPath::BodyGender),
        });
    }
}

/// Whether neither the header nor the name itself tells its gender.
fn is_open(body: &Body) -> bool {
    let told = [body.gender, body_gender(&body.name)].iter().any(|gender| *gender != Gender::Unknown);
    !told && !body.name.trim().is_empty()
}

fn either(path: FieldPath) -> Vec<Fix> {
    let fix = |key, value: &str| Fix { key, command: Command::SetField { path, value: value.to_owned() } };
    vec![fix("finding-gender-fix-female", "female"), fix("finding-gender-fix-male", "male")]
}

/// The path of a person's gender, for one who has a place in the header.
fn path_of(document: &Document, id: PersonId) -> Option<FieldPath> {
    let meeting = document.meeting();
    let chair = meeting.chairs.iter().position(|other| *other == id);
    let chair = chair.map(|index| FieldPath::Chair(index, PersonField::Gender));
    let rapporteur = (meeting.rapporteur == Some(id)).then_some(FieldPath::Rapporteur(PersonField::Gender));
    chair.or(rapporteur)
}

#[derive(Default)]
struct Needed {
    people: Vec<PersonId>,
    body: bool,
}

/// Whose gender this field needs.
fn needed(document: &Document, atom: &Atom) -> Needed {
    let meeting = document.meeting();
    let people = |people: Vec<PersonId>| Needed { people, body: false };
    match atom {
        Atom::Chair(_) => people(meeting.chairs.clone()),
        // Without a chair the sentence becomes that of the body.
        Atom::Verb { of: Subject::Chair, .. } => Needed {
            people: meeting.chairs.first().copied().into_iter().collect(),
            body: meeting.chairs.is_empty(),
        },
        Atom::Rapporteur(_) | Atom::Verb { of: Subject::Rapporteur, .. } => {
            people(meeting.rapporteur.into_iter().collect())
        }
        Atom::Person(id, _) | Atom::Verb { of: Subject::Person(id), .. } => people(vec![*id]),
        Atom::Verb { of: Subject::Body, .. } => Needed { people: Vec::new(), body: true },
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
        | Atom::Reference => Needed::default(),
    }
}
