//! People and bodies whose gender the text needs and nobody has stated: it is never guessed.

use std::collections::BTreeMap;

use super::{Certainty, Finding, Fix, What};
use crate::arabic::{Gender, body_gender};
use crate::document::{
    Atom, AttendeeField, Body, Document, FieldPath, Honorific, OutputKind, PersonField, PersonId, Place,
    Subject, Target,
};
use crate::edit::{Command, Roll};

/// People of the attendance list who are told of one by one.
const ONE_BY_ONE: usize = 12;

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
    let open = listed(document, &mut people);
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
            fixes: path.map_or_else(|| either_of(id), either),
        });
    }
    if let Some((at, count)) = open {
        let path = FieldPath::Attendee(at, AttendeeField::Person(PersonField::Gender));
        found.push(Finding {
            place: Place::new(Target::Field(path), 0),
            certainty: Certainty::Warning,
            what: What::GendersUnknown { count },
            fixes: Vec::new(),
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

/// People of the list whose titles a text prints with both forms: so many join those told of one by one. Where the others
/// begin, and how many they are.
fn listed(document: &Document, people: &mut BTreeMap<PersonId, Place>) -> Option<(usize, usize)> {
    let prints = document
        .outputs()
        .iter()
        .any(|output| matches!(output.kind, OutputKind::Minutes | OutputKind::AttendanceSheet));
    if !prints {
        return None;
    }
    let mut others = None;
    let mut told = 0;
    for (at, entry) in document.meeting().attendance.people.iter().enumerate() {
        let open = document.person(entry.person).is_some_and(|person| {
            let titled = person.honorific != Honorific::None || !person.role.is_empty();
            person.gender == Gender::Unknown && titled && !person.name.trim().is_empty()
        });
        if !open || people.contains_key(&entry.person) {
            continue;
        }
        if told < ONE_BY_ONE {
            told += 1;
            let path = FieldPath::Attendee(at, AttendeeField::Person(PersonField::Gender));
            people.insert(entry.person, Place::new(Target::Field(path), 0));
        } else {
            let (_, count) = others.get_or_insert((at, 0));
            *count += 1;
        }
    }
    others
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

/// The same for somebody who has no place in the header.
fn either_of(person: PersonId) -> Vec<Fix> {
    let fix = |key, value: &str| {
        let roll = Roll::Person { person, field: PersonField::Gender, value: value.to_owned() };
        Fix { key, command: Command::Roll(roll) }
    };
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
