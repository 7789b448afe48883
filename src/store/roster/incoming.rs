//! People on their way into the roster: who is new, who is known, and who may be somebody known.

use std::collections::BTreeMap;

use super::table::Table;
use super::{Roster, agree};
use crate::arabic::Gender;
use crate::arabic::naming::{name_bag, name_key};
use crate::document::{Honorific, Person, PersonId};

/// What a table brings, row by row. Nothing is in the roster until [`Incoming::changes`] are put there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Incoming {
    /// The people of the table in its order.
    pub lines: Vec<Line>,
    /// Rows without a name, by their numbers in the source; they are left out.
    pub nameless: Vec<usize>,
}

/// One person of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The number of the row in the source.
    pub row: usize,
    /// Who.
    pub person: Person,
    /// What is known of them.
    pub found: Found,
    /// Whether they are taken for who was found: always asked, never done unseen.
    pub merges: bool,
    /// Whether they come in at all.
    pub taken: bool,
}

/// Whom somebody of a table may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// Nobody known.
    New,
    /// Somebody of the roster, of whom the table says nothing new.
    Known(PersonId),
    /// Somebody of the roster whose name is spelt the same but for hamzas, spaces, titles or the order of its words.
    Like(PersonId),
    /// Somebody of an earlier line, by its place.
    Twice(usize),
}

/// People by what the spellings of their names have in common.
#[derive(Default)]
pub(super) struct Likeness {
    by_key: BTreeMap<String, Vec<PersonId>>,
    by_bag: BTreeMap<String, Vec<PersonId>>,
}

impl Likeness {
    pub(super) fn of<'a>(people: impl Iterator<Item = (&'a PersonId, &'a Person)>) -> Self {
        let mut all = Self::default();
        for (id, person) in people {
            all.add(*id, person);
        }
        all
    }

    pub(super) fn add(&mut self, id: PersonId, person: &Person) {
        for name in person.aliases.iter().chain([&person.name, &person.latin]) {
            for (map, key) in [(&mut self.by_key, name_key(name)), (&mut self.by_bag, name_bag(name))] {
                let ids = map.entry(key).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
    }

    /// Whom a person may be, the likeliest first.
    pub(super) fn like(&self, person: &Person) -> Vec<PersonId> {
        let mut ids: Vec<PersonId> = Vec::new();
        for name in [&person.name, &person.latin].into_iter().chain(&person.aliases) {
            if name.is_empty() {
                continue;
            }
            let found = [self.by_key.get(&name_key(name)), self.by_bag.get(&name_bag(name))];
            for id in found.into_iter().flatten().flatten() {
                if !ids.contains(id) {
                    ids.push(*id);
                }
            }
        }
        ids
    }
}

impl Incoming {
    /// What this table brings to this roster.
    #[must_use]
    pub fn of(table: &Table, roster: &Roster) -> Self {
        let likeness = Likeness::of(roster.people.iter());
        let mut all = Self::default();
        let mut earlier: BTreeMap<String, usize> = BTreeMap::new();
        for (row, person) in table.people() {
            let Some(person) = person else {
                all.nameless.push(row);
                continue;
            };
            let at = all.lines.len();
            let like = likeness.like(&person);
            let agrees = |id: &&PersonId| roster.get(**id).is_some_and(|known| agree(known, &person));
            let key = name_bag(&person.name);
            let twice = earlier.get(&key).copied();
            let (found, merges) = if let Some(before) = twice {
                let same = all.lines.get(before).is_some_and(|line: &Line| agree(&line.person, &person));
                (Found::Twice(before), same)
            } else if let Some(id) = like.iter().find(agrees) {
                let known = roster.get(*id).is_some_and(|known| *known == joined(known, &person));
                (if known { Found::Known(*id) } else { Found::Like(*id) }, true)
            } else if let Some(id) = like.first() {
                (Found::Like(*id), false)
            } else {
                (Found::New, false)
            };
            earlier.entry(key).or_insert(at);
            all.lines.push(Line { row, person, found, merges, taken: true });
        }
        all
    }

    /// How many come in new, how many add to somebody known, and of how many nothing new is said.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let taken = || self.lines.iter().filter(|line| line.taken);
        let count = |is: fn(&Line) -> bool| taken().filter(|line| is(line)).count();
        (
            count(|line| line.found == Found::New || !line.merges),
            count(|line| line.merges && matches!(line.found, Found::Like(_) | Found::Twice(_))),
            count(|line| line.merges && matches!(line.found, Found::Known(_))),
        )
    }

    /// What the roster becomes: everybody who is new or changed, under the name for life they have or get. `session` is
    /// drawn anew for each window.
    #[must_use]
    pub fn changes(&self, roster: &Roster, session: u32) -> Vec<(PersonId, Option<Person>)> {
        let mut changed: BTreeMap<PersonId, Person> = BTreeMap::new();
        let mut ids: Vec<Option<PersonId>> = Vec::with_capacity(self.lines.len());
        let mut fresh = roster.fresh(session);
        for line in &self.lines {
            let whom = match line.found {
                _ if !line.taken => {
                    ids.push(None);
                    continue;
                }
                Found::Known(id) | Found::Like(id) if line.merges => Some(id),
                Found::Twice(before) if line.merges => ids.get(before).copied().flatten(),
                _ => None,
            };
            let id = whom.unwrap_or_else(|| {
                let id = fresh;
                fresh.0.counter = fresh.0.counter.saturating_add(1);
                id
            });
            let new = match changed.get(&id).or_else(|| roster.get(id)) {
                Some(known) => joined(known, &line.person),
                None => line.person.clone(),
            };
            if roster.get(id) != Some(&new) {
                changed.insert(id, new);
            }
            ids.push(Some(id));
        }
        changed.into_iter().map(|(id, person)| (id, Some(person))).collect()
    }
}

/// Somebody known with what a table says of them: the name stays, its other spelling is noted, what the table leaves
/// empty stays as it was.
pub(super) fn joined(known: &Person, said: &Person) -> Person {
    let mut all = known.clone();
    let take = |known: &mut String, said: &String| {
        if !said.is_empty() {
            known.clone_from(said);
        }
    };
    for name in [&said.name].into_iter().chain(&said.aliases) {
        if *name != all.name && *name != all.latin && !all.aliases.contains(name) {
            all.aliases.push(name.clone());
        }
    }
    take(&mut all.latin, &said.latin);
    take(&mut all.role, &said.role);
    take(&mut all.body, &said.body);
    take(&mut all.phone, &said.phone);
    take(&mut all.identity, &said.identity);
    if said.gender != Gender::Unknown {
        all.gender = said.gender;
    }
    if said.honorific != Honorific::default() {
        all.honorific = said.honorific;
    }
    all
}
