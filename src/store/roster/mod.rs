//! The people kept between meetings, each under a lasting name.

mod incoming;
mod index;
mod near;
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use incoming::{Choice, Found, Incoming, Line};
pub use index::{Index, Rank};
pub use table::{Table, TableError};

use super::config::{Folders, Kept};
use crate::arabic::fold;
use crate::document::{Id, Person, PersonId};

/// The people kept between meetings.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Roster {
    people: BTreeMap<PersonId, Person>,
}

impl Roster {
    /// Everybody, by the folded name.
    #[must_use]
    pub fn by_name(&self) -> Vec<(PersonId, &Person)> {
        let mut people: Vec<(PersonId, &Person)> =
            self.people.iter().map(|(id, person)| (*id, person)).collect();
        people.sort_by_cached_key(|(id, person)| (fold(&person.name), *id));
        people
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Keeps a person under this name, in place of who had it.
    pub fn put(&mut self, id: PersonId, person: Person) {
        self.people.insert(id, person);
    }

    /// Lets a person go.
    pub fn remove(&mut self, id: PersonId) -> Option<Person> {
        self.people.remove(&id)
    }

    /// Everybody, by their names for life.
    #[must_use]
    pub fn people(&self) -> &BTreeMap<PersonId, Person> {
        &self.people
    }

    /// A name for life that nobody has, nor any after it, of this session.
    #[must_use]
    pub fn fresh(&self, session: u32) -> PersonId {
        let last = PersonId(Id { session, counter: u32::MAX });
        let of_session = |id: &&PersonId| id.0.session == session;
        let counter = self.people.range(..=last).next_back().map(|(id, _)| id).filter(of_session);
        PersonId(Id { session, counter: counter.map_or(1, |id| id.0.counter.saturating_add(1)) })
    }

    /// Puts people in, or lets them go where there is nobody; what takes that back.
    pub fn change(&mut self, changes: Vec<(PersonId, Option<Person>)>) -> Vec<(PersonId, Option<Person>)> {
        let mut back = Vec::with_capacity(changes.len());
        for (id, person) in changes.into_iter().rev() {
            let before = match person {
                Some(person) => self.people.insert(id, person),
                None => self.people.remove(&id),
            };
            back.push((id, before));
        }
        back
    }

    /// One person of two: what is known of the first, with what is said of the second.
    #[must_use]
    pub fn joined(known: &Person, said: &Person) -> Person {
        incoming::joined(known, said)
    }

    /// Who this person of a record is here: the same name for life, or else the only one whose name is spelt the same
    /// but for what search overlooks and of whom nothing says that it is somebody else.
    #[must_use]
    pub fn find(&self, id: PersonId, person: &Person) -> Option<PersonId> {
        let name = fold(&person.name);
        let same = self.people.iter().filter(|(_, known)| fold(&known.name) == name).map(|(id, _)| *id);
        self.who(id, person, same)
    }

    /// The same, among those whose name folds to the same.
    fn who(&self, id: PersonId, person: &Person, same: impl Iterator<Item = PersonId>) -> Option<PersonId> {
        if let Some(known) = self.people.get(&id)
            && fold(&known.name) == fold(&person.name)
        {
            return Some(id);
        }
        let mut same = same.filter(|id| self.people.get(id).is_some_and(|known| agree(known, person)));
        match (same.next(), same.next()) {
            (Some(id), None) => Some(id),
            _ => None,
        }
    }

    /// The name itself, or the next that nobody has: copies of one record may have given a name twice.
    fn free(&self, mut id: PersonId) -> PersonId {
        while self.people.contains_key(&id) {
            id.0.counter = id.0.counter.wrapping_add(1);
        }
        id
    }
}

/// Whether nothing says that two of one name are two people.
fn agree(known: &Person, person: &Person) -> bool {
    let same = |one: &str, other: &str| one.is_empty() || other.is_empty() || fold(one) == fold(other);
    let gender = known.gender == person.gender
        || [known.gender, person.gender].contains(&crate::arabic::Gender::default());
    gender
        && same(&known.body, &person.body)
        && same(&known.phone, &person.phone)
        && same(&known.identity, &person.identity)
}

impl Kept for Roster {
    const NAME: &'static str = "roster";

    fn folder(folders: &Folders) -> &Path {
        &folders.config
    }

    fn settle(&mut self) {
        self.people.retain(|_, person| !person.name.trim().is_empty());
    }
}
