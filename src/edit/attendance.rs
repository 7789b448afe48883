//! Who came: people and groups put on the attendance list, moved, marked, and taken off it.

use std::collections::BTreeSet;

use super::EditError;
use super::command::{Command, FieldError, Order, Post, Roll, Shift, Who};
use super::draft::Draft;
use super::fields::put_person;
use super::kinds;
use crate::arabic;
use crate::document::{
    Answer, Attendee, AttendeeField, Document, Entry, Field, FieldPath, Flaw, Pending, Person, PersonField,
    PersonId, Presence, Step, StepError,
};

/// Does what is asked of the list.
pub(super) fn roll(draft: &mut Draft<'_>, roll: Roll) -> Result<(), EditError> {
    match roll {
        Roll::Add { who, at, presence } => add(draft, who, at, presence)?,
        Roll::Person { person, field, value } => {
            known(draft, person)?;
            let value = one_line(&value);
            // The error names the field by the path of the rapporteur, for a person alone has none.
            let path = crate::document::FieldPath::Rapporteur(field);
            let wrong =
                |expected: &str| FieldError { path, value: value.clone(), expected: expected.to_owned() };
            put_person(draft, person, field, &value, wrong)?;
        }
        Roll::Aliases(person, aliases) => {
            let mut new = known(draft, person)?;
            new.aliases = aliases.iter().map(|alias| one_line(alias)).filter(|s| !s.is_empty()).collect();
            change(draft, person, new)?;
        }
        Roll::Remove(person) => remove(draft, person)?,
        Roll::Move(person, shift) => {
            let (at, entry) = listed(draft, person)?;
            if let Some(at) = beside(at, shift, draft.document.meeting().attendance.people.len()) {
                draft.step(Step::SetField(Field::Attendee { person, at, entry: Some(entry) }))?;
            }
        }
        Roll::Presence(person, presence) => {
            may_be(draft, person, presence)?;
            let (at, old) = listed(draft, person)?;
            put(draft, at, &old, Attendee { presence, ..old.clone() })?;
        }
        Roll::Call { person, presence, arrived } => {
            may_be(draft, person, presence)?;
            let (at, old) = listed(draft, person)?;
            let came = presence == Presence::Present;
            put(draft, at, &old, Attendee { presence, arrived: arrived.filter(|_| came), ..old.clone() })?;
        }
        Roll::AddAll(all) => add_all(draft, all)?,
        Roll::AllPresent => each(draft, |entry| {
            if entry.presence == Presence::Unknown {
                entry.presence = Presence::Present;
            }
        })?,
        Roll::Answers => each(draft, |entry| {
            if entry.presence == Presence::Unknown {
                entry.presence = match entry.answer {
                    Answer::Confirmed => Presence::Present,
                    Answer::Declined => Presence::Excused,
                    Answer::None | Answer::Invited => Presence::Unknown,
                };
            }
        })?,
        Roll::Answer(person, answer) => {
            let (at, old) = listed(draft, person)?;
            put(draft, at, &old, Attendee { answer, ..old.clone() })?;
        }
        Roll::Sort(order) => sort(draft, order)?,
        Roll::MoveGroup(index, shift) => {
            let groups = &draft.document.meeting().attendance.groups;
            if let Some(group) = groups.get(index)
                && let Some(at) = beside(index, shift, groups.len())
            {
                let (id, entry) = (group.id, Some(group.clone()));
                draft.step(Step::SetField(Field::Group { id, at, entry }))?;
            }
        }
        Roll::Chair(person) => {
            known(draft, person)?;
            chair(draft, person)?;
        }
        Roll::Rapporteur(person) => {
            if let Some(person) = person {
                known(draft, person)?;
            }
            if draft.document.meeting().rapporteur != person {
                draft.step(Step::SetField(Field::Rapporteur(person)))?;
            }
        }
    }
    Ok(())
}

/// Gives a line of the list another value, as the command line writes it; the list grows by one past its end.
pub(super) fn set(
    draft: &mut Draft<'_>,
    at: usize,
    field: AttendeeField,
    value: &str,
    wrong: impl Fn(&str) -> FieldError,
) -> Result<(), EditError> {
    let people = &draft.document.meeting().attendance.people;
    if at > people.len() {
        return Err(wrong(&format!("at a place from 0 to {}", people.len())).into());
    }
    let listed = people.get(at).cloned();
    let is_new = listed.is_none();
    let old = listed.unwrap_or_else(|| Attendee::new(draft.ids.person()));
    let mut new = old.clone();
    let person = old.person;
    let time = || -> Result<_, FieldError> {
        if value.is_empty() {
            return Ok(None);
        }
        value.parse().map(Some).map_err(|_| wrong("a time such as 10:00, or nothing"))
    };
    match field {
        AttendeeField::Person(field) => put_person(draft, new.person, field, value, &wrong)?,
        AttendeeField::Presence => {
            let said = said(draft, value);
            let said =
                said.ok_or_else(|| wrong("present, excused, absent, guest, proxy, proxy:ID or unknown"))?;
            if said == Presence::Proxy(Some(person)) {
                return Err(wrong("the id of somebody else").into());
            }
            // Said again without a name, the one who stands in stays.
            if said != Presence::Proxy(None) || !matches!(new.presence, Presence::Proxy(_)) {
                new.presence = said;
            }
        }
        AttendeeField::Answer => {
            let said = Answer::ALL.into_iter().find(|answer| answer.keyword() == value);
            let said = said.or((value.is_empty()).then_some(Answer::None));
            new.answer = said.ok_or_else(|| wrong("none, invited, confirmed or declined"))?;
        }
        AttendeeField::Reason => new.reason = value.replace(['\n', '\r'], " "),
        AttendeeField::Arrived => new.arrived = time()?,
        AttendeeField::Left => new.left = time()?,
    }
    if is_new {
        if draft.document.person(new.person).is_none() {
            draft.step(Step::Put(Entry::Person(new.person, Some(Person::default()))))?;
        }
        let field = Field::Attendee { person: new.person, at, entry: Some(new) };
        draft.step(Step::SetField(field))?;
    } else {
        put(draft, at, &old, new)?;
    }
    Ok(())
}

/// A presence as the command line writes it; who stands in must be known.
fn said(draft: &Draft<'_>, value: &str) -> Option<Presence> {
    if value.is_empty() {
        return Some(Presence::Unknown);
    }
    if let Some(by) = value.strip_prefix("proxy:") {
        let by = by.parse().ok()?;
        return draft.document.person(by).map(|_| Presence::Proxy(Some(by)));
    }
    Presence::ALL.into_iter().find(|presence| presence.keyword() == value)
}

fn put(draft: &mut Draft<'_>, at: usize, old: &Attendee, new: Attendee) -> Result<(), StepError> {
    if *old == new {
        return Ok(());
    }
    draft.step(Step::SetField(Field::Attendee { person: new.person, at, entry: Some(new) }))
}

/// The name of somebody, whom the record comes to know if it did not.
pub(super) fn come(draft: &mut Draft<'_>, who: Who) -> Result<PersonId, StepError> {
    match who {
        Who::Known(person) => known(draft, person).map(|_| person),
        Who::New(person) => {
            let id = draft.ids.person();
            draft.step(Step::Put(Entry::Person(id, Some(clean(*person)))))?;
            Ok(id)
        }
    }
}

fn add_all(draft: &mut Draft<'_>, all: Vec<Who>) -> Result<(), StepError> {
    let people = &draft.document.meeting().attendance.people;
    let mut listed: BTreeSet<PersonId> = people.iter().map(|entry| entry.person).collect();
    let mut at = people.len();
    for who in all {
        let person = come(draft, who)?;
        if listed.insert(person) {
            let entry = Some(Attendee::new(person));
            draft.step(Step::SetField(Field::Attendee { person, at, entry }))?;
            at += 1;
        }
    }
    Ok(())
}

/// Changes every line of the list that this changes.
fn each(draft: &mut Draft<'_>, change: impl Fn(&mut Attendee)) -> Result<(), StepError> {
    let old = draft.document.meeting().attendance.people.clone();
    for (at, old) in old.iter().enumerate() {
        let mut new = old.clone();
        change(&mut new);
        put(draft, at, old, new)?;
    }
    Ok(())
}

fn sort(draft: &mut Draft<'_>, order: Order) -> Result<(), StepError> {
    let mut people = draft.document.meeting().attendance.people.clone();
    let rank = |presence: Presence| match presence {
        Presence::Present => 0,
        Presence::Proxy(_) => 1,
        Presence::Excused => 2,
        Presence::Absent => 3,
        Presence::Guest => 4,
        Presence::Unknown => 5,
    };
    match order {
        Order::Name => people.sort_by_cached_key(|entry| {
            let name = draft.document.person(entry.person).map(|person| person.name.as_str());
            arabic::naming::Spelt::of(name.unwrap_or_default())
        }),
        Order::Presence => people.sort_by_key(|entry| rank(entry.presence)),
    }
    for (at, entry) in people.into_iter().enumerate() {
        let stands = draft.document.meeting().attendance.people.get(at).map(|there| there.person);
        if stands != Some(entry.person) {
            draft.step(Step::SetField(Field::Attendee { person: entry.person, at, entry: Some(entry) }))?;
        }
    }
    Ok(())
}

/// Gives somebody a place of the record; who had it, and is named nowhere else and has no name, is forgotten.
pub(super) fn appoint(
    draft: &mut Draft<'_>,
    post: Post,
    who: Who,
    was: Option<(String, Option<(PersonId, Person)>)>,
) -> Result<(), EditError> {
    if let Post::Block(block, seat) = post {
        let person = come(draft, who)?;
        return kinds::appoint(draft, block, seat, person);
    }
    if let Post::Proxy(person) = post {
        let by = come(draft, who)?;
        return roll(draft, Roll::Presence(person, Presence::Proxy(Some(by))));
    }
    let meeting = draft.document.meeting();
    let (before, path) = match post {
        Post::Chair(at) => (meeting.chairs.get(at).copied(), FieldPath::Chair(at, PersonField::Name)),
        _ => (meeting.rapporteur, FieldPath::Rapporteur(PersonField::Name)),
    };
    let person = come(draft, who)?;
    if before == Some(person) && was.is_none() {
        return Ok(());
    }
    if let (Some(before), Some((was, over))) = (before, was) {
        // A title that was typed with a name said something of whom it was typed over.
        if let Some((_, old)) = over.filter(|(id, old)| *id == before && old.name == was) {
            change(draft, before, old)?;
        }
        let wrong = |expected: &str| FieldError { path, value: was.clone(), expected: expected.to_owned() };
        put_person(draft, before, PersonField::Name, &was, wrong)?;
    }
    match post {
        Post::Chair(at) => {
            let mut chairs = draft.document.meeting().chairs.clone();
            if chairs.contains(&person) && chairs.get(at) != Some(&person) {
                // Nobody chairs twice.
                if at < chairs.len() {
                    chairs.remove(at);
                }
            } else {
                match chairs.get_mut(at) {
                    Some(place) => *place = person,
                    None => chairs.push(person),
                }
            }
            draft.step(Step::SetField(Field::Chairs(chairs)))?;
        }
        _ => draft.step(Step::SetField(Field::Rapporteur(Some(person))))?,
    }
    if let Some(before) = before.filter(|before| *before != person) {
        let unnamed = draft.document.person(before).is_some_and(|person| person.name.trim().is_empty());
        if unnamed && !is_named(draft, before) {
            draft.step(Step::Put(Entry::Person(before, None)))?;
        }
    }
    Ok(())
}

/// Who is written over by this command, as they were before the first letter of it; nothing where no name of the header
/// is written. Whoever is chosen then takes it from here.
pub(super) fn written_over(
    document: &Document,
    command: &Command,
    before: Option<(FieldPath, PersonId, Person)>,
) -> Option<(FieldPath, PersonId, Person)> {
    let path = match command {
        Command::SetField { path, .. } => *path,
        Command::Appoint { was: Some(_), .. } => return before,
        _ => return None,
    };
    let meeting = document.meeting();
    let id = match path {
        FieldPath::Chair(at, PersonField::Name) => *meeting.chairs.get(at)?,
        FieldPath::Rapporteur(PersonField::Name) => meeting.rapporteur?,
        _ => return None,
    };
    let same = before.filter(|(of, who, _)| *of == path && *who == id);
    same.or_else(|| Some((path, id, document.person(id)?.clone())))
}

fn add(draft: &mut Draft<'_>, who: Who, at: usize, presence: Presence) -> Result<(), EditError> {
    let person = come(draft, who)?;
    may_be(draft, person, presence)?;
    // Who is on the list already only moves there.
    let new = Attendee { presence, ..Attendee::new(person) };
    let entry = listed(draft, person).map_or(new, |(_, entry)| entry);
    Ok(draft.step(Step::SetField(Field::Attendee { person, at, entry: Some(entry) }))?)
}

/// Who stands in must be known, and somebody else.
fn may_be(draft: &Draft<'_>, person: PersonId, presence: Presence) -> Result<(), EditError> {
    let Presence::Proxy(Some(by)) = presence else { return Ok(()) };
    known(draft, by)?;
    if by == person { Err(EditError::OwnProxy(person)) } else { Ok(()) }
}

fn remove(draft: &mut Draft<'_>, person: PersonId) -> Result<(), StepError> {
    let (at, _) = listed(draft, person)?;
    draft.step(Step::SetField(Field::Attendee { person, at, entry: None }))?;
    if draft.document.person(person).is_some() && !is_named(draft, person) {
        draft.step(Step::Put(Entry::Person(person, None)))?;
    }
    Ok(())
}

/// Whether anything in the record names this person; while values are suggested, everybody is taken to be named.
fn is_named(draft: &Draft<'_>, person: PersonId) -> bool {
    let suggested = draft.document.changes().values().any(|change| match change.pending {
        Pending::Kind(..) | Pending::Field(_) => true,
        Pending::Text | Pending::Audience(..) | Pending::Order(..) => false,
    });
    let mut without = draft.document.clone();
    let taken = without.apply(Step::Put(Entry::Person(person, None)));
    suggested || taken.is_err() || without.check().contains(&Flaw::NoPerson(person))
}

/// The person joins those who chair, in place of a chair without a name if there is one.
fn chair(draft: &mut Draft<'_>, person: PersonId) -> Result<(), StepError> {
    let mut chairs = draft.document.meeting().chairs.clone();
    if chairs.contains(&person) {
        return Ok(());
    }
    let unnamed = |id: &PersonId| draft.document.person(*id).is_none_or(|chair| chair.name.is_empty());
    match chairs.iter().position(unnamed).and_then(|at| chairs.get_mut(at)) {
        Some(place) => *place = person,
        None => chairs.push(person),
    }
    draft.step(Step::SetField(Field::Chairs(chairs)))
}

fn known(draft: &Draft<'_>, person: PersonId) -> Result<Person, StepError> {
    draft.document.person(person).cloned().ok_or(StepError::NoPerson(person))
}

fn listed(draft: &Draft<'_>, person: PersonId) -> Result<(usize, Attendee), StepError> {
    let mut people = draft.document.meeting().attendance.people.iter().enumerate();
    let found = people.find(|(_, entry)| entry.person == person);
    found.map(|(at, entry)| (at, entry.clone())).ok_or(StepError::NoPerson(person))
}

fn change(draft: &mut Draft<'_>, id: PersonId, new: Person) -> Result<(), StepError> {
    if draft.document.person(id) == Some(&new) {
        return Ok(());
    }
    draft.step(Step::Put(Entry::Person(id, Some(new))))
}

/// The place one up or down, if there is one.
fn beside(at: usize, shift: Shift, count: usize) -> Option<usize> {
    match shift {
        Shift::Up => at.checked_sub(1),
        Shift::Down => Some(at + 1).filter(|at| *at < count),
    }
}

fn one_line(words: &str) -> String {
    let cleaned = arabic::clean(words, arabic::Source::Typed).text;
    cleaned.trim().replace(['\n', '\r'], " ")
}

/// Somebody from outside the record, with every word cleaned as if it were typed.
pub(super) fn clean(mut person: Person) -> Person {
    let Person { name, latin, gender: _, honorific: _, role, body, aliases, phone, identity } = &mut person;
    for words in [name, latin, role, body, phone, identity].into_iter().chain(aliases) {
        *words = one_line(words);
    }
    person.take_title(false);
    person
}
