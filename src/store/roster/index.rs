//! People by what is typed of their names: folded once, kept while they stay as they are.

use std::collections::BTreeMap;

use crate::arabic::naming::{Fit, Spelt, name_key};
use crate::document::{Person, PersonId};

/// People with their names folded. Five thousand are searched in well under a frame.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// In the order of their ids.
    known: Vec<Known>,
    /// Their places by name.
    by_name: Vec<usize>,
    keys: BTreeMap<String, Vec<PersonId>>,
}

#[derive(Clone, Debug)]
struct Known {
    id: PersonId,
    person: Person,
    name: Spelt,
    others: Vec<Spelt>,
    about: [Spelt; 2],
}

/// How well somebody answers what was typed, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// The name does.
    Name(Fit),
    /// Another spelling, or the name in Latin letters, does.
    Other(Fit),
    /// The office or its body does.
    About,
}

impl Known {
    fn new(id: PersonId, person: &Person) -> Self {
        let others = person.aliases.iter().chain([&person.latin]).filter(|name| !name.is_empty());
        Self {
            id,
            name: Spelt::of(&person.name),
            others: others.map(|name| Spelt::of(name)).collect(),
            about: [Spelt::of(&person.role), Spelt::of(&person.body)],
            person: person.clone(),
        }
    }

    fn rank(&self, wanted: &[String], about: bool) -> Option<Rank> {
        if let Some(fit) = self.name.fits(wanted) {
            return Some(Rank::Name(fit));
        }
        if let Some(fit) = self.others.iter().filter_map(|name| name.fits(wanted)).min() {
            return Some(Rank::Other(fit));
        }
        (about && self.about.iter().any(|words| words.fits(wanted).is_some())).then_some(Rank::About)
    }
}

impl Index {
    /// Takes these people in; who is as before is not folded anew. Whether anything changed.
    pub fn take_in(&mut self, people: &BTreeMap<PersonId, Person>) -> bool {
        let same = self.known.len() == people.len()
            && self
                .known
                .iter()
                .zip(people)
                .all(|(known, (id, person))| known.id == *id && known.person == *person);
        if same {
            return false;
        }
        let old = std::mem::take(&mut self.known).into_iter().map(|known| (known.id, known));
        let mut old: BTreeMap<PersonId, Known> = old.collect();
        let known = people.iter().map(|(id, person)| {
            let before = old.remove(id).filter(|known| known.person == *person);
            before.unwrap_or_else(|| Known::new(*id, person))
        });
        self.known = known.collect();
        let mut by_name: Vec<usize> = (0..self.known.len()).collect();
        by_name.sort_by_key(|at| self.known.get(*at).map(|known| (&known.name, known.id)));
        self.by_name = by_name;
        self.keys.clear();
        for known in &self.known {
            self.keys.entry(name_key(&known.person.name)).or_default().push(known.id);
        }
        true
    }

    /// Whether somebody of this name is among them, however it is spelt.
    #[must_use]
    pub fn has_name(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    /// Those of this name, however it is spelt.
    #[must_use]
    pub fn named(&self, key: &str) -> &[PersonId] {
        self.keys.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Everybody, by name.
    pub fn all(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.by_name.iter().filter_map(|at| self.known.get(*at)).map(|known| (known.id, &known.person))
    }

    /// Those who answer what was typed, in the order of their names; `about` searches offices and bodies too.
    pub fn find<'a>(
        &'a self,
        wanted: &'a [String],
        about: bool,
    ) -> impl Iterator<Item = (Rank, PersonId, &'a Person)> + 'a {
        self.by_name
            .iter()
            .filter_map(|at| self.known.get(*at))
            .filter_map(move |known| known.rank(wanted, about).map(|rank| (rank, known.id, &known.person)))
    }
}
