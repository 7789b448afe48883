//! The people of a text: everybody named, once, and who speaks in a paragraph.

use std::collections::BTreeMap;

use super::line::Line;
use super::tables::Seat;
use crate::arabic::lead::{Facts, goes_on};
use crate::arabic::named::{Named, Voice, voice};
use crate::arabic::proceedings::Heading;
use crate::arabic::{Gender, fold};
use crate::document::{
    Body, Honorific, Id, Level, Person, PersonId, Presence, Session, SessionNoun, Speaker,
};

/// Everybody a text names.
#[derive(Default)]
pub(super) struct People {
    list: Vec<(PersonId, Person)>,
    /// Where each name stands in the list, as it is compared.
    names: BTreeMap<String, usize>,
}

impl People {
    pub(super) fn all(self) -> Vec<(PersonId, Person)> {
        self.list
    }

    pub(super) fn add(&mut self, id: PersonId, named: &Named) -> PersonId {
        let person = Person {
            name: named.name.clone(),
            gender: named.gender,
            honorific: honorific(named.honorific),
            role: named.role.clone(),
            ..Person::default()
        };
        self.names.entry(bare(&person.name)).or_insert(self.list.len());
        self.list.push((id, person));
        id
    }

    /// The person of this name, in any spelling, or with this last name alone.
    pub(super) fn known(&self, named: &Named) -> Option<PersonId> {
        let folded = bare(&named.name);
        if folded.is_empty() {
            return None;
        }
        let at = self.names.get(&folded)?;
        self.list.get(*at).map(|(id, _)| *id)
    }

    /// Gives a person the number that a list says.
    pub(super) fn phone(&mut self, id: PersonId, phone: &str) {
        if let Some((_, person)) = self.list.iter_mut().find(|(known, _)| *known == id) {
            phone.clone_into(&mut person.phone);
        }
    }

    /// Gives a person an office that was not said before.
    pub(super) fn office(&mut self, id: PersonId, role: &str) {
        if let Some((_, person)) = self.list.iter_mut().find(|(known, _)| *known == id)
            && person.role.is_empty()
        {
            role.clone_into(&mut person.role);
        }
    }

    /// Gives a person the office that the list of those who came says: it is what is printed there.
    pub(super) fn roll_office(&mut self, id: PersonId, role: &str) {
        if let Some((_, person)) = self.list.iter_mut().find(|(known, _)| *known == id)
            && !role.is_empty()
        {
            role.clone_into(&mut person.role);
        }
    }

    /// Gives a person what a row of a table says beside name and office.
    pub(super) fn carries(&mut self, id: PersonId, seat: &Seat) {
        let Some((_, person)) = self.list.iter_mut().find(|(known, _)| *known == id) else { return };
        let fields = [
            (&mut person.body, &seat.body),
            (&mut person.phone, &seat.phone),
            (&mut person.identity, &seat.identity),
            (&mut person.latin, &seat.latin),
        ];
        for (own, said) in fields {
            if own.is_empty() {
                own.clone_from(said);
            }
        }
    }

    /// The office of somebody of whom no name is known.
    pub(super) fn unnamed(&self, id: PersonId) -> Option<String> {
        let (_, person) = self.list.iter().find(|(known, _)| *known == id)?;
        (person.name.is_empty() && !person.role.is_empty()).then(|| person.role.clone())
    }

    /// Lets somebody go who turned out to be another.
    pub(super) fn forget(&mut self, id: PersonId) {
        self.list.retain(|(known, _)| *known != id);
    }

    /// Whoever holds an office that begins like this one.
    fn holder(&self, role: &str) -> Option<PersonId> {
        let words = |role: &str| {
            fold(role)
                .split_whitespace()
                .take(2)
                .map(|word| word.strip_prefix(crate::arabic::ARTICLE).unwrap_or(word).to_owned())
                .collect::<Vec<_>>()
        };
        let said = words(role);
        let first = said.first()?;
        let alike: Vec<_> =
            self.list.iter().filter(|(_, person)| words(&person.role).first() == Some(first)).collect();
        let exact = alike.iter().find(|(_, person)| words(&person.role) == said);
        match (exact, alike.as_slice()) {
            (Some((id, _)), _) => Some(*id),
            (None, [(id, _)]) => Some(*id),
            _ => None,
        }
    }

    /// Who speaks in a line whose verb stands at a word. Who is new takes the id.
    pub(super) fn speaker(&mut self, line: &Line<'_>, verb: usize, before: &Speaker, id: Id) -> Speaker {
        match voice(line.text(), &line.words, verb, &line.cues) {
            Some(Voice::Many(name)) => Speaker::Collective(name),
            Some(Voice::One(named)) if !named.name.is_empty() => {
                let known = self.known(&named);
                let id = known.unwrap_or_else(|| self.add(PersonId(id), &named));
                self.office(id, &named.role);
                Speaker::Person(id)
            }
            Some(Voice::One(named)) => self.holder(&named.role).map_or(Speaker::Unnamed, Speaker::Person),
            None => {
                let last = line.words.word(verb + 1);
                let named = self.list.iter().find(|(_, person)| {
                    fold(&person.name).split_whitespace().next_back().is_some_and(|name| name == last)
                });
                match named {
                    Some((id, _)) => Speaker::Person(*id),
                    None if goes_on(&line.words) => before.clone(),
                    None => Speaker::Unnamed,
                }
            }
        }
    }
}

/// A name as it is compared: spaces inside names are written and left out at will.
fn bare(name: &str) -> String {
    fold(name).chars().filter(|c| !c.is_whitespace()).collect()
}

fn honorific(key: &str) -> Honorific {
    Honorific::ALL.into_iter().find(|known| known.keyword() == key).unwrap_or(Honorific::None)
}

/// The body that an opening sentence names.
pub(super) fn body(facts: &Facts) -> Body {
    Body {
        name: facts.body.clone(),
        organisation: facts.organisation.clone(),
        level: Level::ALL.into_iter().find(|level| level.keyword() == facts.level).unwrap_or_default(),
        region: facts.region.clone(),
        province: facts.province.clone(),
        gender: Gender::Unknown,
    }
}

/// The sitting that an opening sentence names.
pub(super) fn session(facts: &Facts) -> Option<Session> {
    let noun = SessionNoun::ALL.into_iter().find(|noun| Some(noun.keyword()) == facts.noun)?;
    Some(Session { noun, nature: facts.nature.clone(), ordinal: facts.ordinal, theme: String::new() })
}

/// Whether those under this heading came.
pub(super) fn presence(heading: Heading) -> Presence {
    match heading {
        Heading::Present => Presence::Present,
        Heading::Represented => Presence::Proxy(None),
        Heading::Excused => Presence::Excused,
        Heading::Absent => Presence::Absent,
        Heading::Guests => Presence::Guest,
        Heading::Invited => Presence::Unknown,
    }
}
