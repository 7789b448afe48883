//! The bodies of a secretariat, each entered once: head, signatories, style, logo, and the count of outgoing numbers.

mod picture;
mod share;

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use picture::{Picture, PictureError};
pub use share::{BODY_EXTENSION, Shared, read_body, write_body};

use super::config::{Folders, Kept};
use crate::arabic::{Gender, fold, regions};
use crate::document::{Body, Document, Letterhead, Level, OutputKind, Person, RecordId, Style};

/// How many bodies are kept, and how many numbers are remembered of each.
const MOST: usize = 200;
const MOST_NUMBERS: usize = 2000;

/// The bodies of a secretariat.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Bodies {
    bodies: BTreeMap<RecordId, Profile>,
    /// Whose new records are, unless another is chosen.
    pub chosen: Option<RecordId>,
}

/// A body, with all that its records begin with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The body itself.
    pub body: Body,
    /// The head of its letters; the logo is the name its file has beside a record.
    pub letterhead: Letterhead,
    /// The logo.
    #[serde(skip_serializing_if = "Picture::is_empty")]
    pub picture: Picture,
    /// Who signs, a line for each as people write it: «السيدة نعيمة السوسي، الكاتبة الجهوية».
    pub signatories: Vec<String>,
    /// How its records are printed, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<Style>,
    /// The last outgoing number of each year, as somebody said it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub last: BTreeMap<i32, u32>,
    /// The numbers its records have here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Taken>,
}

/// An outgoing number that a record has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Taken {
    /// The year it counts in.
    pub year: i32,
    /// The number.
    pub number: u32,
    /// Which record has it.
    pub record: RecordId,
    /// Which of its texts.
    pub output: OutputKind,
    /// What that text was called then.
    #[serde(default)]
    pub title: String,
}

impl Profile {
    /// What it is called: the body's name, or that of what it is part of.
    #[must_use]
    pub fn name(&self) -> &str {
        let name = self.body.name.trim();
        if name.is_empty() { self.body.organisation.trim() } else { name }
    }

    /// Who signs, as people of a record.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        self.signatories.iter().filter_map(|line| signatory(line)).collect()
    }

    /// The number after the last of this year: «47/2026».
    #[must_use]
    pub fn next_number(&self, year: i32) -> u32 {
        let taken = self.taken.iter().filter(|taken| taken.year == year).map(|taken| taken.number);
        let last = taken.max().max(self.last.get(&year).copied()).unwrap_or(0);
        last.saturating_add(1)
    }

    /// Whoever else has this number.
    #[must_use]
    pub fn holder(&self, number: &str, record: RecordId, output: OutputKind) -> Option<&Taken> {
        let (number, year) = parse_number(number)?;
        let same = |taken: &&Taken| (taken.number, taken.year) == (number, year);
        self.taken.iter().filter(same).find(|taken| (taken.record, taken.output) != (record, output))
    }

    /// This body with what a shared file says of it: what the file leaves empty stays, and the count of numbers never
    /// goes back.
    #[must_use]
    pub fn joined(&self, said: &Self) -> Self {
        let or =
            |said: &str, known: &str| if said.trim().is_empty() { known.to_owned() } else { said.to_owned() };
        let (body, head) = (&said.body, &said.letterhead);
        let mut last = self.last.clone();
        for (year, number) in &said.last {
            let known = last.entry(*year).or_default();
            *known = (*known).max(*number);
        }
        let has_logo = !said.picture.is_empty();
        Self {
            body: Body {
                name: or(&body.name, &self.body.name),
                organisation: or(&body.organisation, &self.body.organisation),
                region: or(&body.region, &self.body.region),
                province: or(&body.province, &self.body.province),
                level: if body.level == Level::Unsaid { self.body.level } else { body.level },
                gender: if body.gender == Gender::Unknown { self.body.gender } else { body.gender },
            },
            letterhead: Letterhead {
                lines: if head.lines.is_empty() { self.letterhead.lines.clone() } else { head.lines.clone() },
                address: or(&head.address, &self.letterhead.address),
                contact: or(&head.contact, &self.letterhead.contact),
                logo: if has_logo { head.logo.clone() } else { self.letterhead.logo.clone() },
            },
            picture: if has_logo { said.picture.clone() } else { self.picture.clone() },
            signatories: if said.signatories.is_empty() {
                self.signatories.clone()
            } else {
                said.signatories.clone()
            },
            style: said.style.clone().or_else(|| self.style.clone()),
            last,
            taken: self.taken.clone(),
        }
    }

    /// Remembers the numbers a record has now, in place of those it had.
    pub fn note(&mut self, document: &Document, title: impl Fn(OutputKind) -> String) {
        self.taken.retain(|taken| taken.record != document.id());
        for output in document.outputs() {
            let Some((number, year)) = parse_number(&output.number) else { continue };
            let (record, output) = (document.id(), output.kind);
            self.taken.push(Taken { year, number, record, output, title: title(output) });
        }
    }
}

/// A number and its year, of «47/2026»; nothing where it is written otherwise.
#[must_use]
pub fn parse_number(written: &str) -> Option<(u32, i32)> {
    let written = crate::arabic::numerals::to_western(written);
    let (number, year) = written.split_once('/')?;
    let (number, year) = (number.trim().parse::<u32>().ok()?, year.trim().parse::<i32>().ok()?);
    (1900..=2200).contains(&year).then_some((number, year))
}

/// Somebody who signs, of a line as people write it.
fn signatory(line: &str) -> Option<Person> {
    let parted = line.split_once('،').or_else(|| line.split_once(','));
    let (name, role) = parted.unwrap_or((line, ""));
    let name = name.trim().to_owned();
    let mut person = Person { name, role: role.trim().to_owned(), ..Person::default() };
    person.take_title(true);
    (!person.name.is_empty()).then_some(person)
}

/// What a body is known by, as search sees it: secretariats of two provinces are two, though their names are one.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Identity {
    name: String,
    organisation: String,
    region: String,
    province: String,
}

impl Identity {
    fn of(body: &Body) -> Self {
        let region = regions::region(&body.region).map_or(body.region.as_str(), |region| region.name);
        let unit = regions::unit(&body.province).map_or(body.province.as_str(), |(_, unit)| unit.name);
        let (name, organisation) = (body.name.trim(), body.organisation.trim());
        Self {
            name: fold(if name.is_empty() { organisation } else { name }),
            organisation: fold(organisation),
            region: fold(region.trim()),
            province: fold(unit.trim()),
        }
    }

    /// In how much two agree that have one name and in nothing differ that both say; nothing where they do.
    fn likeness(&self, other: &Self) -> Option<usize> {
        let all = [
            (&self.organisation, &other.organisation),
            (&self.region, &other.region),
            (&self.province, &other.province),
        ];
        let differs =
            |(own, other): &(&String, &String)| !own.is_empty() && !other.is_empty() && own != other;
        let fits = self.name == other.name && !all.iter().any(differs);
        fits.then(|| all.iter().filter(|(own, other)| own == other).count())
    }
}

/// Whether two bodies may be one: of one name, and in nothing that both say different.
#[must_use]
pub fn may_be_one(body: &Body, other: &Body) -> bool {
    Identity::of(body).likeness(&Identity::of(other)).is_some()
}

impl Bodies {
    /// All of them, by name.
    #[must_use]
    pub fn by_name(&self) -> Vec<(RecordId, &Profile)> {
        let mut all: Vec<_> = self.bodies.iter().map(|(id, profile)| (*id, profile)).collect();
        all.sort_by_cached_key(|(id, profile)| (fold(profile.name()), *id));
        all
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Profile> {
        self.bodies.get(&id)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bodies.len()
    }

    /// Puts a body in, or lets it go where there is none; what was there.
    pub fn put(&mut self, id: RecordId, profile: Option<Profile>) -> Option<Profile> {
        match profile {
            Some(profile) => self.bodies.insert(id, profile),
            None => self.bodies.remove(&id),
        }
    }

    /// The body whose new records are, where one is chosen or there is only one.
    #[must_use]
    pub fn usual(&self) -> Option<(RecordId, &Profile)> {
        let chosen = self.chosen.and_then(|id| Some((id, self.bodies.get(&id)?)));
        let only = || self.bodies.iter().next().filter(|_| self.bodies.len() == 1);
        chosen.or_else(|| only().map(|(id, profile)| (*id, profile)))
    }

    /// The body that met in this record: of its name, and of what else both say of it nothing that differs. Where
    /// several may be meant, the one of which most is the same; nothing where that is not one alone.
    #[must_use]
    pub fn of(&self, document: &Document) -> Option<(RecordId, &Profile)> {
        let body = &document.meeting().body;
        if body.name.trim().is_empty() {
            return None;
        }
        let wanted = Identity::of(body);
        // Of most bodies the name says enough.
        let named = self.bodies.iter().filter(|(_, profile)| fold(profile.name()) == wanted.name);
        let like = |profile: &Profile| Identity::of(&profile.body).likeness(&wanted);
        let found = named.filter_map(|(id, profile)| Some((like(profile)?, (*id, profile))));
        let found: Vec<_> = found.collect();
        let best = found.iter().map(|(same, _)| *same).max()?;
        let mut best = found.into_iter().filter(|(same, _)| *same == best);
        let (_, one) = best.next()?;
        best.next().is_none().then_some(one)
    }

    /// The very body of which somebody else's file tells: by its name for life, else by all that it is known by.
    #[must_use]
    pub fn same(&self, id: RecordId, profile: &Profile) -> Option<RecordId> {
        if self.bodies.contains_key(&id) {
            return Some(id);
        }
        let wanted = Identity::of(&profile.body);
        let mut all = self.bodies.iter();
        all.find(|(_, known)| Identity::of(&known.body) == wanted).map(|(id, _)| *id)
    }

    /// What a body is called among the others: by its name, and where others have the same, by what tells them apart:
    /// «الأمانة الإقليمية (إفران)».
    #[must_use]
    pub fn called(&self, id: RecordId) -> String {
        let Some(profile) = self.bodies.get(&id) else { return String::new() };
        let own = Identity::of(&profile.body);
        let others = self.bodies.iter().filter(|(other, _)| **other != id).map(|(_, other)| other);
        let others = others.map(|other| Identity::of(&other.body)).filter(|other| other.name == own.name);
        let others: Vec<Identity> = others.collect();
        let body = &profile.body;
        let told = [
            (&body.province, others.iter().any(|other| other.province != own.province)),
            (&body.region, others.iter().any(|other| other.region != own.region)),
            (&body.organisation, others.iter().any(|other| other.organisation != own.organisation)),
        ];
        let apart = told.into_iter().find(|(words, differs)| *differs && !words.trim().is_empty());
        match apart {
            Some((words, _)) => format!("{} ({})", profile.name(), words.trim()),
            None => profile.name().to_owned(),
        }
    }

    /// The logo that a record names so.
    #[must_use]
    pub fn logo(&self, name: &str) -> Option<&Picture> {
        let is_it = |profile: &&Profile| profile.letterhead.logo == name && !profile.picture.is_empty();
        self.bodies.values().find(is_it).map(|profile| &profile.picture)
    }
}

impl Kept for Bodies {
    const NAME: &'static str = "bodies";

    fn folder(folders: &Folders) -> &Path {
        &folders.config
    }

    fn settle(&mut self) {
        while self.bodies.len() > MOST {
            self.bodies.pop_last();
        }
        if self.chosen.is_some_and(|id| !self.bodies.contains_key(&id)) {
            self.chosen = None;
        }
        for profile in self.bodies.values_mut() {
            let over = profile.taken.len().saturating_sub(MOST_NUMBERS);
            profile.taken.drain(..over);
            if profile.picture.is_empty() {
                profile.letterhead.logo.clear();
            }
        }
    }
}
