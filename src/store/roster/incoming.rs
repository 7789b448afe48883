//! People on their way into the roster, from a table or a record: who is new, who is known, and who may be somebody known.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::near::Words;
use super::table::Table;
use super::{Roster, agree};
use crate::arabic::naming::{name_bag, name_key};
use crate::arabic::{Gender, fold};
use crate::document::{Honorific, Person, PersonId};

/// What a table or a record brings, person by person. Nothing is in the roster until [`Incoming::changes`] are put there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Incoming {
    /// The people in the order of where they come from.
    pub lines: Vec<Line>,
    /// Rows without a name, by their numbers in the source; they are left out.
    pub nameless: Vec<usize>,
}

/// One person who may come in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The number of the row in the source.
    pub row: usize,
    /// Who.
    pub person: Person,
    /// Under which name for life a record knows them.
    pub id: Option<PersonId>,
    /// What is known of them.
    pub found: Found,
    /// All of the roster whom they may be, the likeliest first.
    pub like: Vec<PersonId>,
    /// The earlier line whose person they may be.
    pub before: Option<usize>,
    /// Whether it is sure who they are: their record knows them under the name for life of the one found, or nobody else is
    /// spelt so.
    pub sure: bool,
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

impl Found {
    /// The person of the roster.
    fn known(self) -> Option<PersonId> {
        match self {
            Self::Known(id) | Self::Like(id) => Some(id),
            Self::Twice(_) | Self::New => None,
        }
    }
}

/// What becomes of somebody who may come in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// They come in as somebody new.
    New,
    /// They are this person of the roster.
    Same(PersonId),
    /// They are the person of this earlier line.
    Before(usize),
    /// They do not come in.
    Skip,
}

impl Line {
    /// What becomes of them as it stands.
    #[must_use]
    pub fn choice(&self) -> Choice {
        match self.found {
            _ if !self.taken => Choice::Skip,
            Found::Known(id) | Found::Like(id) if self.merges => Choice::Same(id),
            Found::Twice(before) if self.merges => Choice::Before(before),
            _ => Choice::New,
        }
    }
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
        Self::gather(table.people().map(|(row, person)| (row, None, person)), roster)
    }

    /// What these people of a record bring to it: whom it knows gets what the record says anew, and nothing said before is
    /// taken away. Who has no name is passed over.
    #[must_use]
    pub fn of_record(people: &BTreeMap<PersonId, Person>, roster: &Roster) -> Self {
        let named = people.iter().filter(|(_, person)| !person.name.trim().is_empty());
        Self::gather(named.zip(1..).map(|((id, person), row)| (row, Some(*id), Some(person.clone()))), roster)
    }

    /// Whether somebody must say who one of them is before they come in.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.lines.iter().any(|line| matches!(line.found, Found::Like(_) | Found::Twice(_)) && !line.sure)
    }

    fn gather(
        people: impl Iterator<Item = (usize, Option<PersonId>, Option<Person>)>,
        roster: &Roster,
    ) -> Self {
        let likeness = Likeness::of(roster.people.iter().map(|(id, person)| (*id, person)));
        let named = OnceCell::new();
        let mut before = Likeness::of(std::iter::empty());
        let mut all = Self::default();
        let mut earlier: BTreeMap<String, usize> = BTreeMap::new();
        for (row, id, person) in people {
            let Some(person) = person else {
                all.nameless.push(row);
                continue;
            };
            let at = all.lines.len();
            let mut like = likeness.like(&person);
            let own = id.and_then(|id| {
                let same = named.get_or_init(|| by_name(roster)).get(&fold(&person.name));
                roster.who(id, &person, same.into_iter().flatten().copied())
            });
            let agrees = |id: &&PersonId| roster.get(**id).is_some_and(|known| agree(known, &person));
            let key = name_bag(&person.name);
            let twice = earlier.get(&key).copied();
            let mut sure = own.is_some();
            let (found, merges) = if let Some(id) = own {
                (known_or_like(roster, id, &person), true)
            } else if let Some(at) = twice {
                let twin = all.lines.get(at).map(|line: &Line| &line.person);
                let same = twin.is_some_and(|twin| agree(twin, &person));
                sure = same && twin.is_some_and(|twin| fold(&twin.name) == fold(&person.name));
                (Found::Twice(at), same)
            } else if let Some(id) = like.iter().find(agrees) {
                (known_or_like(roster, *id, &person), true)
            } else if let Some(id) = like.first().copied().or_else(|| likeness.near(&person)) {
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
            like.extend(found.known().filter(|id| !like.contains(id)));
            let before = if let Found::Twice(at) = found { Some(at) } else { None };
            all.lines.push(Line { row, person, id, found, like, before, sure, merges, taken: true });
        }
        all
    }

    /// What may become of somebody, the likeliest first.
    #[must_use]
    pub fn choices(&self, at: usize) -> Vec<Choice> {
        let Some(line) = self.lines.get(at) else { return Vec::new() };
        let same = line.like.iter().map(|id| Choice::Same(*id));
        line.before.map(Choice::Before).into_iter().chain(same).chain([Choice::New, Choice::Skip]).collect()
    }

    /// This becomes of somebody.
    pub fn choose(&mut self, at: usize, choice: Choice, roster: &Roster) {
        let Some(line) = self.lines.get_mut(at) else { return };
        line.taken = choice != Choice::Skip;
        match choice {
            Choice::Same(id) => {
                line.found = known_or_like(roster, id, &line.person);
                line.merges = true;
            }
            Choice::Before(before) => (line.found, line.merges) = (Found::Twice(before), true),
            Choice::New => line.merges = false,
            Choice::Skip => {}
        }
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
            // A record gives its people their names for life, unless a copy of it gave one twice.
            let own = line.id.map(|id| roster.free(id)).filter(|id| !changed.contains_key(id));
            let id = whom.or(own).unwrap_or_else(|| {
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

/// The people of the roster by their folded names.
fn by_name(roster: &Roster) -> BTreeMap<String, Vec<PersonId>> {
    let mut named: BTreeMap<String, Vec<PersonId>> = BTreeMap::new();
    for (id, person) in &roster.people {
        named.entry(fold(&person.name)).or_default().push(*id);
    }
    named
}

/// Somebody of the roster, of whom something new is said or not.
fn known_or_like(roster: &Roster, id: PersonId, person: &Person) -> Found {
    let known = roster.get(id).is_some_and(|known| *known == joined(known, person));
    if known { Found::Known(id) } else { Found::Like(id) }
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
