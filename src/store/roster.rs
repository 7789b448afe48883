//! The people kept between meetings, each under a lasting name.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::config::{Folders, Kept};
use crate::arabic::fold;
use crate::document::{Honorific, Person, PersonId};

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

    /// Who this person of a record is here: the same name for life, or else the only one whose name is spelt the same
    /// but for what search overlooks and of whom nothing says that it is somebody else.
    #[must_use]
    pub fn find(&self, id: PersonId, person: &Person) -> Option<PersonId> {
        if let Some(known) = self.people.get(&id)
            && fold(&known.name) == fold(&person.name)
        {
            return Some(id);
        }
        let name = fold(&person.name);
        let mut same =
            self.people.iter().filter(|(_, known)| fold(&known.name) == name && agree(known, person));
        match (same.next(), same.next()) {
            (Some((id, _)), None) => Some(*id),
            _ => None,
        }
    }

    /// Takes up the people of a record: whom it knows gets what the record says anew, and nothing said before is
    /// taken away. People without a name are passed over. Gives how many are new.
    pub fn merge(&mut self, people: &BTreeMap<PersonId, Person>) -> usize {
        let mut new = 0;
        for (id, person) in people.iter().filter(|(_, person)| !person.name.trim().is_empty()) {
            match self.find(*id, person).and_then(|known| self.people.get_mut(&known)) {
                Some(known) => learn(known, person),
                None => {
                    new += 1;
                    self.people.insert(self.free(*id), person.clone());
                }
            }
        }
        new
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

/// Takes over what is said of the person, leaves what is not.
fn learn(known: &mut Person, person: &Person) {
    let take = |known: &mut String, said: &String| {
        if !said.is_empty() {
            known.clone_from(said);
        }
    };
    if known.name != person.name && !known.aliases.contains(&known.name) {
        known.aliases.push(known.name.clone());
    }
    take(&mut known.name, &person.name);
    take(&mut known.latin, &person.latin);
    take(&mut known.role, &person.role);
    take(&mut known.body, &person.body);
    take(&mut known.phone, &person.phone);
    take(&mut known.identity, &person.identity);
    if person.gender != crate::arabic::Gender::default() {
        known.gender = person.gender;
    }
    if person.honorific != Honorific::default() {
        known.honorific = person.honorific;
    }
    for alias in &person.aliases {
        if !known.aliases.contains(alias) {
            known.aliases.push(alias.clone());
        }
    }
    known.aliases.retain(|alias| *alias != known.name);
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
