//! Changes of what one block carries beside its words: who, by when, how it was voted, who reads it.

use super::EditError;
use super::command::Seat;
use super::draft::Draft;
use super::foreign::with_known_people;
use super::voice;
use crate::arabic::{self, Gender, Source};
use crate::document::{
    Audience, Block, BlockId, Document, Entry, Kind, Matter, Person, PersonId, Speaker, Step, StepError,
};

fn block<'a>(draft: &'a Draft<'_>, id: BlockId) -> Result<&'a Block, StepError> {
    draft.document.block(id).map(AsRef::as_ref).ok_or(StepError::NoBlock(id))
}

/// Gives the block this kind with all it carries, its words put as `edit` stores words.
pub(super) fn set_kind(draft: &mut Draft<'_>, id: BlockId, mut kind: Kind) -> Result<(), EditError> {
    clean(&mut kind);
    let kind = with_known_people(draft.document, kind);
    put(draft, id, kind)
}

/// The block becomes this; its words follow who speaks in it.
fn put(draft: &mut Draft<'_>, id: BlockId, kind: Kind) -> Result<(), EditError> {
    let was = block(draft, id)?.kind.clone();
    if was != kind {
        draft.step(Step::SetKind(id, Box::new(kind)))?;
        voice::follow(draft, id, &was)?;
    }
    Ok(())
}

pub(super) fn set_audience(draft: &mut Draft<'_>, id: BlockId, audience: Audience) -> Result<(), StepError> {
    if block(draft, id)?.audience != audience {
        draft.step(Step::SetAudience(id, audience))?;
    }
    Ok(())
}

/// Puts the person of this name in a seat of the block; the record comes to know a name that is new to it.
pub(super) fn seat(draft: &mut Draft<'_>, id: BlockId, seat: Seat, name: &str) -> Result<(), EditError> {
    let mut kind = block(draft, id)?.kind.clone();
    let mut named = Person { name: line(name).trim().to_owned(), ..Person::default() };
    named.take_title(true);
    let known = person_named(draft.document, &named.name);
    let mut new = None;
    let person = (!named.name.is_empty()).then(|| {
        known.unwrap_or_else(|| {
            let id = draft.ids.person();
            new = Some(id);
            id
        })
    });
    if !sit(&mut kind, seat, person) {
        return Err(EditError::NoSeat(id));
    }
    let told = known.and_then(|id| {
        let mut told = draft.document.person(id)?.clone();
        let open = told.gender == Gender::Unknown && named.gender != Gender::Unknown;
        told.gender = named.gender;
        open.then_some((id, told))
    });
    if let Some((id, person)) = new.map(|id| (id, named)).or(told) {
        draft.step(Step::Put(Entry::Person(id, Some(person))))?;
    }
    put(draft, id, kind)
}

/// Puts a person the record knows in a seat of the block.
pub(super) fn appoint(
    draft: &mut Draft<'_>,
    id: BlockId,
    seat: Seat,
    person: PersonId,
) -> Result<(), EditError> {
    let mut kind = block(draft, id)?.kind.clone();
    if !sit(&mut kind, seat, Some(person)) {
        return Err(EditError::NoSeat(id));
    }
    put(draft, id, kind)
}

/// The person of the record who is called so: letter for letter, or the only one as search sees names.
fn person_named(document: &Document, name: &str) -> Option<PersonId> {
    let exact = document.people().iter().find(|(_, person)| person.name == name);
    if let Some((id, _)) = exact {
        return Some(*id);
    }
    let folded = arabic::fold(name);
    let mut alike = document.people().iter().filter(|(_, person)| arabic::fold(&person.name) == folded);
    match (alike.next(), alike.next()) {
        (Some((id, _)), None) => Some(*id),
        _ => None,
    }
}

/// Whether the block has such a seat; it is then taken, or left by nobody.
fn sit(kind: &mut Kind, seat: Seat, person: Option<PersonId>) -> bool {
    match (kind, seat) {
        (Kind::AgendaItem(item), Seat::Presenter) => item.presenter = person,
        (Kind::Intervention(who) | Kind::Quote(who), Seat::Speaker) => {
            *who = person.map_or(Speaker::Unnamed, Speaker::Person);
        }
        (Kind::Note(note), Seat::Speaker) => {
            note.speaker = person.map_or(Speaker::Unnamed, Speaker::Person);
        }
        (Kind::Decision(decision), Seat::Appointed) => match &mut decision.matter {
            Matter::Appointment { person: who, .. } => *who = person,
            _ => return false,
        },
        (Kind::Decision(decision), Seat::Member(at)) => match &mut decision.matter {
            Matter::Committee { members, .. } => return list(members, at, person),
            _ => return false,
        },
        (Kind::Signatures(signatures), Seat::Signatory(at)) => {
            return list(&mut signatures.signatories, at, person);
        }
        _ => return false,
    }
    true
}

/// Puts somebody at a place of a list, or takes that place away; a list grows by one past its end, and nobody
/// stands in it twice.
fn list(people: &mut Vec<PersonId>, at: usize, person: Option<PersonId>) -> bool {
    if at > people.len() {
        return false;
    }
    match person {
        None if at < people.len() => {
            people.remove(at);
        }
        Some(person) if !people.contains(&person) => match people.get_mut(at) {
            Some(place) => *place = person,
            None => people.push(person),
        },
        None | Some(_) => {}
    }
    true
}

fn line(words: &str) -> String {
    arabic::clean(words, Source::Typed).text.replace(['\n', '\r'], " ")
}

fn clean(kind: &mut Kind) {
    let tidy = |words: &mut String| *words = line(words);
    match kind {
        Kind::Intervention(who) | Kind::Quote(who) => {
            if let Speaker::Collective(name) = who {
                tidy(name);
            }
        }
        Kind::Note(note) => {
            if let Speaker::Collective(name) = &mut note.speaker {
                tidy(name);
            }
        }
        Kind::Decision(decision) => match &mut decision.matter {
            Matter::Appointment { post: words, .. }
            | Matter::Committee { name: words, .. }
            | Matter::Plan(words) => tidy(words),
            Matter::General | Matter::Date(_) => {}
        },
        Kind::Recommendation(recommendation) => {
            tidy(&mut recommendation.addressee);
            tidy(&mut recommendation.responsible);
        }
        Kind::Annex(annex) => tidy(&mut annex.file),
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::AgendaItem(_) | Kind::Signatures(_) => {}
    }
}
