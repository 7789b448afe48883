//! People on their way into the roster: who is new, who is known, and who may be somebody known.

use std::collections::BTreeMap;

use super::near::Words;
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
    /// Somebody of the roster whose name is spelt the same but for hamzas, spaces, titles or the order of its words, or
    /// but for one letter of a word.
    Like(PersonId),
    /// Somebody of an earlier line of that name, or of one that a letter parts from it, by its place.
    Twice(usize),
}

/// People by what the spellings of their names have in common.
struct Likeness<T> {
    by_key: BTreeMap<String, Vec<T>>,
    by_bag: BTreeMap<String, Vec<T>>,
    words: Words,
}

impl<T: Copy + PartialEq> Likeness<T> {
    fn of<'a>(people: impl Iterator<Item = (T, &'a Person)>) -> Self {
        let mut all = Self { by_key: BTreeMap::new(), by_bag: BTreeMap::new(), words: Words::default() };
        for (id, person) in people {
            all.add(id, person);
        }
        all
    }

    fn add(&mut self, id: T, person: &Person) {
        for name in spellings(person) {
            let bag = name_bag(name);
            for word in bag.split(' ') {
                self.words.add(word);
            }
            for (map, key) in [(&mut self.by_key, name_key(name)), (&mut self.by_bag, bag)] {
                let ids = map.entry(key).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
    }

    /// Whom a person may be, the likeliest first.
    fn like(&self, person: &Person) -> Vec<T> {
        let mut ids: Vec<T> = Vec::new();
        for name in spellings(person) {
            let found = [self.by_key.get(&name_key(name)), self.by_bag.get(&name_bag(name))];
            for id in found.into_iter().flatten().flatten() {
                if !ids.contains(id) {
                    ids.push(*id);
                }
            }
        }
        ids
    }

    /// Whom a person may be if one letter of the name is wrong.
    fn near(&self, person: &Person) -> Option<T> {
        spellings(person).find_map(|name| {
            let bag = name_bag(name);
            let words: Vec<&str> = bag.split(' ').collect();
            words.iter().enumerate().find_map(|(at, word)| {
                self.words.near(word).into_iter().find_map(|other| {
                    let mut spelt = words.clone();
                    *spelt.get_mut(at)? = other;
                    spelt.sort_unstable();
                    self.by_bag.get(&spelt.join(" "))?.first().copied()
                })
            })
        })
    }
}

/// The names of a person as they are written: their own, in Latin letters, others.
fn spellings(person: &Person) -> impl Iterator<Item = &str> {
    let all = [&person.name, &person.latin].into_iter().chain(&person.aliases);
    all.map(String::as_str).filter(|name| !name.is_empty())
}

impl Incoming {
    /// What this table brings to this roster.
    #[must_use]
    pub fn of(table: &Table, roster: &Roster) -> Self {
        let likeness = Likeness::of(roster.people.iter().map(|(id, person)| (*id, person)));
        let mut before = Likeness::of(std::iter::empty());
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
            let (found, merges) = if let Some(at) = twice {
                let same = all.lines.get(at).is_some_and(|line: &Line| agree(&line.person, &person));
                (Found::Twice(at), same)
            } else if let Some(id) = like.iter().find(agrees) {
                let known = roster.get(*id).is_some_and(|known| *known == joined(known, &person));
                (if known { Found::Known(*id) } else { Found::Like(*id) }, true)
            } else if let Some(id) = like.first() {
                (Found::Like(*id), false)
            } else if let Some(id) = likeness.near(&person) {
                (Found::Like(id), false)
            } else if let Some(at) = before.near(&person) {
                (Found::Twice(at), false)
            } else {
                (Found::New, false)
            };
            earlier.entry(key).or_insert_with(|| {
                before.add(at, &person);
                at
            });
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
