//! Fields resolved: from an atom and the header to the words it stands for.

use crate::arabic::agreement::{Address, address, names_members};
use crate::arabic::{
    self, Agreement, Case, Company, Gender, Phrase, Sitting, body_gender, honorific,
    proceedings::join_phrases, with_ba, with_li,
};
use crate::document::{
    Atom, Block, BodyForm, Counted, DateForm, Document, Honorific, Kind, Output, Person, PersonForm,
    PersonId, Presence, SessionForm, Subject, VenueForm,
};

/// The words of a field, or the name to show while the record has none.
pub(super) type Words = Result<String, Phrase>;

/// The words of a field of this record in this output.
/// `counts` tells which blocks are counted.
pub(super) fn resolve(
    document: &Document,
    output: Option<&Output>,
    atom: &Atom,
    counts: &dyn Fn(&Block) -> bool,
) -> Words {
    let meeting = document.meeting();
    match atom {
        Atom::Chair(form) => people(document, &meeting.chairs, *form).ok_or(Phrase::NoChair),
        Atom::Rapporteur(form) => {
            let rapporteur: Vec<PersonId> = meeting.rapporteur.into_iter().collect();
            people(document, &rapporteur, *form).ok_or(Phrase::NoRapporteur)
        }
        Atom::Person(id, form) => people(document, &[*id], *form).ok_or(Phrase::NoPerson),
        Atom::Dates(form) => dates(&meeting.dates, *form),
        Atom::NextDates(form) => dates(&meeting.next.dates, *form),
        Atom::Start => meeting.start.map(|time| time.to_string()).ok_or(Phrase::NoTime),
        Atom::End => meeting.end.map(|time| time.to_string()).ok_or(Phrase::NoTime),
        Atom::Venue(form) => venue(&meeting.venue, *form),
        Atom::NextVenue(form) => venue(&meeting.next.venue, *form),
        Atom::Body(form) => body(document, *form),
        Atom::Session(form) => Ok(session(document, *form)),
        Atom::Verb { masculine, feminine, of } => {
            let gender = subject(document, *of);
            Ok(arabic::verb(masculine, feminine, gender))
        }
        Atom::Attendance(case) => attendance(document, *case).ok_or(Phrase::NoAttendance),
        Atom::Count { of, noun } => Ok(count(document, *of, noun, counts)),
        Atom::Number => filled(output.map(|o| o.number.as_str()), Phrase::NoNumber),
        Atom::Reference => filled(output.map(|o| o.reference.as_str()), Phrase::NoReference),
    }
}

fn filled(value: Option<&str>, missing: Phrase) -> Words {
    value.filter(|text| !text.is_empty()).map(str::to_owned).ok_or(missing)
}

/// The gender a verb takes before this subject. Before several people it agrees with the first.
pub(super) fn subject(document: &Document, of: Subject) -> Gender {
    let meeting = document.meeting();
    let gender =
        |id: Option<&PersonId>| id.and_then(|id| document.person(*id)).map_or(Gender::Unknown, |p| p.gender);
    match of {
        Subject::Chair => gender(meeting.chairs.first()),
        Subject::Rapporteur => gender(meeting.rapporteur.as_ref()),
        Subject::Person(id) => gender(Some(&id)),
        Subject::Body => owner(document),
    }
}

fn owner(document: &Document) -> Gender {
    let body = &document.meeting().body;
    if body.gender == Gender::Unknown { body_gender(&body.name) } else { body.gender }
}

fn people(document: &Document, ids: &[PersonId], form: PersonForm) -> Option<String> {
    let all: Vec<String> =
        ids.iter().filter_map(|id| document.person(*id)).filter_map(|person| named(person, form)).collect();
    (!all.is_empty()).then(|| join_phrases(&all))
}

/// One person as a sentence names them; nothing where the form has nothing to show.
pub(super) fn named(person: &Person, form: PersonForm) -> Option<String> {
    let title = title(person);
    let role = (!person.role.is_empty())
        .then(|| arabic::role(&person.role, person.gender).unwrap_or_else(|| person.role.clone()));
    let name = (!person.name.is_empty())
        .then(|| if title.is_empty() { person.name.clone() } else { format!("{title} {}", person.name) });
    match form {
        PersonForm::Name => name.or(role),
        PersonForm::Role => role,
        PersonForm::Full => match (name, role) {
            (Some(name), Some(role)) => Some(format!("{name}، {role}")),
            (name, role) => name.or(role),
        },
        PersonForm::RoleFirst => match (name, role) {
            (Some(name), Some(role)) => Some(format!("{role} {name}")),
            (name, role) => name.or(role),
        },
    }
}

/// A person's name behind their title: «السيدة ليلى المرابط».
#[must_use]
pub fn person_name(person: &Person) -> Option<String> {
    named(person, PersonForm::Name)
}

/// A person as a field of this form names them.
#[must_use]
pub fn person_said(person: &Person, form: PersonForm) -> Option<String> {
    named(person, form)
}

/// A person's office as it agrees with them.
#[must_use]
pub fn person_role(person: &Person) -> Option<String> {
    named(person, PersonForm::Role)
}

fn title(person: &Person) -> String {
    match person.honorific {
        Honorific::None => String::new(),
        Honorific::Mr
        | Honorific::Doctor
        | Honorific::Professor
        | Honorific::Comrade
        | Honorific::Brother => {
            honorific(person.honorific.keyword(), Agreement::of(&[person.gender]), Case::Nominative)
        }
    }
}

fn dates(when: &arabic::When, form: DateForm) -> Words {
    if when.is_unset() {
        return Err(Phrase::NoDates);
    }
    let style = match form {
        DateForm::WithDay => arabic::Style::WithDay,
        DateForm::Plain => arabic::Style::Plain,
        DateForm::Month => arabic::Style::Month,
    };
    Ok(arabic::write(when, style))
}

fn venue(place: &str, form: VenueForm) -> Words {
    match (place.is_empty(), form) {
        (true, _) => Err(Phrase::NoVenue),
        (false, VenueForm::Bare) => Ok(place.to_owned()),
        (false, VenueForm::At) => Ok(with_ba(place)),
    }
}

fn body(document: &Document, form: BodyForm) -> Words {
    let body = &document.meeting().body;
    let (text, missing) = match form {
        BodyForm::Name | BodyForm::ForName => (body.name.clone(), Phrase::NoBody),
        BodyForm::Full => {
            let full = match (body.name.is_empty(), body.organisation.is_empty()) {
                (false, false) => format!("{} {}", body.name, with_li(&body.organisation)),
                (false, true) => body.name.clone(),
                (true, _) => String::new(),
            };
            (full, Phrase::NoBody)
        }
        BodyForm::Organisation | BodyForm::ForOrganisation => {
            (body.organisation.clone(), Phrase::NoOrganisation)
        }
        BodyForm::Region => (arabic::regions::in_prose(&body.region), Phrase::NoRegion),
        BodyForm::Province => (arabic::regions::in_prose(&body.province), Phrase::NoProvince),
    };
    if text.is_empty() {
        return Err(missing);
    }
    Ok(match form {
        BodyForm::ForName | BodyForm::ForOrganisation => with_li(&text),
        BodyForm::Name | BodyForm::Full | BodyForm::Organisation | BodyForm::Region | BodyForm::Province => {
            text
        }
    })
}

fn session(document: &Document, form: SessionForm) -> String {
    let session = &document.meeting().session;
    let sitting = Sitting {
        noun: session.noun.keyword(),
        nature: &session.nature,
        ordinal: session.ordinal,
        theme: &session.theme,
    };
    match form {
        SessionForm::Indefinite => sitting.indefinite(),
        SessionForm::Definite => sitting.definite(Case::Nominative),
        SessionForm::For => sitting.after_li(),
        SessionForm::Possessed => sitting.possessed(owner(document)),
    }
}

/// Those present as the sentence names them, without who chairs: people by name, and groups.
///
/// Members whom a group stands for are not named again. «السيدات والسادة» stands once, before the first group that does
/// not address its people itself; before «عضوات وأعضاء …» only where it opens the sentence.
pub(super) fn attendance(document: &Document, case: Case) -> Option<String> {
    let attendance = &document.meeting().attendance;
    let word = |group: &crate::document::Group| {
        let text = match case {
            Case::Nominative if group.nominative.is_empty() => group.oblique.clone(),
            Case::Nominative => group.nominative.clone(),
            Case::Oblique if group.oblique.is_empty() => {
                arabic::oblique(&group.nominative).unwrap_or_else(|| group.nominative.clone())
            }
            Case::Oblique => group.oblique.clone(),
        };
        Some(text).filter(|text| !text.is_empty())
    };
    let names = |wanted: &dyn Fn(Presence) -> bool| -> Vec<String> {
        let chairs = &document.meeting().chairs;
        let people = attendance.people.iter();
        people
            .filter(|entry| wanted(entry.presence) && !chairs.contains(&entry.person))
            .filter_map(|entry| document.person(entry.person))
            .filter_map(|person| named(person, PersonForm::Name))
            .collect()
    };
    let groups: Vec<String> = attendance.groups.iter().filter_map(word).collect();
    if groups.is_empty() {
        let names = names(&is_there);
        return (!names.is_empty()).then(|| join_phrases(&names));
    }
    let body = &document.meeting().body.name;
    let are_meant = attendance
        .groups
        .iter()
        .any(|group| [&group.nominative, &group.oblique].into_iter().any(|words| names_members(words, body)));
    let everybody = honorific("mr", Agreement::Many(Company::Mixed), case);
    let mut parts = if are_meant { Vec::new() } else { names(&|presence| presence == Presence::Present) };
    let (mut addressed, mut opening) = (false, String::new());
    for group in groups {
        let opens = parts.is_empty();
        let bare = match address(&group) {
            Address::Own => {
                addressed |= group.starts_with(&everybody);
                false
            }
            Address::Pair => opens,
            Address::Bare => !addressed,
        };
        addressed |= bare;
        if bare && opens {
            // Whether the groups are joined by a comma is for their own words to say.
            opening = format!("{everybody} ");
            parts.push(group);
        } else {
            parts.push(if bare { format!("{everybody} {group}") } else { group });
        }
    }
    parts.extend(names(&|presence| presence == Presence::Guest));
    Some(format!("{opening}{}", join_phrases(&parts)))
}

/// Whether somebody in this state is in the room.
pub(super) fn is_there(presence: Presence) -> bool {
    match presence {
        Presence::Present | Presence::Guest => true,
        Presence::Unknown | Presence::Excused | Presence::Absent | Presence::Proxy(_) => false,
    }
}

fn count(document: &Document, of: Counted, noun: &str, counts: &dyn Fn(&Block) -> bool) -> String {
    let attendance = &document.meeting().attendance;
    let people = |wanted: fn(&Presence) -> bool| {
        attendance.people.iter().filter(|entry| wanted(&entry.presence)).count()
    };
    let blocks = |wanted: fn(&Kind) -> bool| {
        document.blocks().iter().filter(|block| wanted(&block.kind) && counts(block)).count()
    };
    let n = match of {
        Counted::Present => {
            let grouped: u32 = attendance.groups.iter().filter_map(|group| group.count).sum();
            people(|presence| *presence == Presence::Present) + grouped as usize
        }
        Counted::Excused => people(|presence| *presence == Presence::Excused),
        Counted::Absent => people(|presence| *presence == Presence::Absent),
        Counted::Members => attendance.quorum.members.unwrap_or(0) as usize,
        Counted::Agenda => blocks(|kind| matches!(kind, Kind::AgendaItem(_))),
        Counted::Decisions => blocks(|kind| matches!(kind, Kind::Decision(_))),
        Counted::Recommendations => blocks(|kind| kind.depth().is_some_and(|depth| depth > 0)),
    };
    if noun.is_empty() {
        return n.to_string();
    }
    arabic::counted(n as u64, noun, Case::Nominative, arabic::lexicon::CountStyle::default())
}

/// Whether the field's words depend on the number of blocks, not on the header alone.
pub(super) fn counts_blocks(atom: &Atom) -> bool {
    matches!(atom, Atom::Count { of: Counted::Agenda | Counted::Decisions | Counted::Recommendations, .. })
}
