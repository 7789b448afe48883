//! Field paths: the one way to name a part of the header, on the command line, in findings and in forms.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::meeting::{Attendee, Person, Presence};
use super::output::OutputKind;
use super::{Document, Language, Style};
use crate::arabic::{self, Edge, Gender, When};

/// A part of the header, as `meeting.chairs.0.name` names it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum FieldPath {
    /// `language`
    Language,
    /// `style.digits`
    Digits,
    /// `style.labels.axis`, `.section`, `.item`, `.sub_item`: the label of a depth
    Label(u8),
    /// `meeting.body.name`
    BodyName,
    /// `meeting.body.organisation`
    BodyOrganisation,
    /// `meeting.body.level`
    BodyLevel,
    /// `meeting.body.region`
    BodyRegion,
    /// `meeting.body.province`
    BodyProvince,
    /// `meeting.body.gender`
    BodyGender,
    /// `meeting.session.noun`
    SessionNoun,
    /// `meeting.session.nature`
    SessionNature,
    /// `meeting.session.ordinal`
    SessionOrdinal,
    /// `meeting.session.theme`
    SessionTheme,
    /// `meeting.dates`
    Dates,
    /// `meeting.start`
    Start,
    /// `meeting.end`
    End,
    /// `meeting.venue`
    Venue,
    /// `meeting.chairs.N.FIELD`
    Chair(usize, PersonField),
    /// `meeting.rapporteur.FIELD`
    Rapporteur(PersonField),
    /// `meeting.attendance.N.FIELD`
    Attendee(usize, AttendeeField),
    /// `meeting.groups.N.nominative`
    GroupNominative(usize),
    /// `meeting.groups.N.oblique`
    GroupOblique(usize),
    /// `meeting.groups.N.count`
    GroupCount(usize),
    /// `meeting.members`
    Members,
    /// `meeting.quorum`
    Quorum,
    /// `meeting.next.dates`
    NextDates,
    /// `meeting.next.venue`
    NextVenue,
    /// `letterhead.lines`
    LetterheadLines,
    /// `letterhead.address`
    LetterheadAddress,
    /// `letterhead.contact`
    LetterheadContact,
    /// `letterhead.logo`
    LetterheadLogo,
    /// `outputs.KIND.title`
    OutputTitle(OutputKind),
    /// `outputs.KIND.number`
    OutputNumber(OutputKind),
    /// `outputs.KIND.reference`
    OutputReference(OutputKind),
    /// `outputs.KIND.state`
    OutputState(OutputKind),
}

/// A part of what is known of a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum PersonField {
    /// `name`
    Name,
    /// `latin`
    Latin,
    /// `gender`
    Gender,
    /// `honorific`
    Honorific,
    /// `role`
    Role,
    /// `body`
    Body,
    /// `phone`
    Phone,
    /// `identity`
    Identity,
}

impl PersonField {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Latin,
        Self::Gender,
        Self::Honorific,
        Self::Role,
        Self::Body,
        Self::Phone,
        Self::Identity,
    ];

    /// The word of the path.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Latin => "latin",
            Self::Gender => "gender",
            Self::Honorific => "honorific",
            Self::Role => "role",
            Self::Body => "body",
            Self::Phone => "phone",
            Self::Identity => "identity",
        }
    }

    fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.keyword() == word)
    }

    /// What this person has there, as the command line writes it.
    #[must_use]
    pub fn read(self, person: &Person) -> String {
        match self {
            Self::Name => person.name.clone(),
            Self::Latin => person.latin.clone(),
            Self::Gender => gender_keyword(person.gender).into(),
            Self::Honorific => person.honorific.keyword().into(),
            Self::Role => person.role.clone(),
            Self::Body => person.body.clone(),
            Self::Phone => person.phone.clone(),
            Self::Identity => person.identity.clone(),
        }
    }
}

/// A part of a line of the attendance list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum AttendeeField {
    /// Of the person.
    Person(PersonField),
    /// `presence`
    Presence,
    /// `answer`
    Answer,
    /// `reason`
    Reason,
    /// `arrived`
    Arrived,
    /// `left`
    Left,
}

impl AttendeeField {
    /// Those that are not of the person.
    pub const OWN: [Self; 5] = [Self::Presence, Self::Answer, Self::Reason, Self::Arrived, Self::Left];

    /// The word of the path.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Person(field) => field.keyword(),
            Self::Presence => "presence",
            Self::Answer => "answer",
            Self::Reason => "reason",
            Self::Arrived => "arrived",
            Self::Left => "left",
        }
    }

    fn named(word: &str) -> Option<Self> {
        let own = Self::OWN.into_iter().find(|field| field.keyword() == word);
        own.or_else(|| PersonField::named(word).map(Self::Person))
    }

    fn read(self, document: &Document, entry: &Attendee) -> String {
        let time = |time: Option<arabic::Time>| time.map(|time| time.to_string()).unwrap_or_default();
        match self {
            Self::Person(field) => document.person(entry.person).map(|p| field.read(p)).unwrap_or_default(),
            Self::Presence => match entry.presence {
                Presence::Proxy(Some(by)) => format!("proxy:{by}"),
                said => said.keyword().into(),
            },
            Self::Answer => entry.answer.keyword().into(),
            Self::Reason => entry.reason.clone(),
            Self::Arrived => time(entry.arrived),
            Self::Left => time(entry.left),
        }
    }
}

const FIXED: [(&str, FieldPath); 27] = [
    ("language", FieldPath::Language),
    ("style.digits", FieldPath::Digits),
    ("style.labels.axis", FieldPath::Label(0)),
    ("style.labels.section", FieldPath::Label(1)),
    ("style.labels.item", FieldPath::Label(2)),
    ("style.labels.sub_item", FieldPath::Label(3)),
    ("meeting.body.name", FieldPath::BodyName),
    ("meeting.body.organisation", FieldPath::BodyOrganisation),
    ("meeting.body.level", FieldPath::BodyLevel),
    ("meeting.body.region", FieldPath::BodyRegion),
    ("meeting.body.province", FieldPath::BodyProvince),
    ("meeting.body.gender", FieldPath::BodyGender),
    ("meeting.session.noun", FieldPath::SessionNoun),
    ("meeting.session.nature", FieldPath::SessionNature),
    ("meeting.session.ordinal", FieldPath::SessionOrdinal),
    ("meeting.session.theme", FieldPath::SessionTheme),
    ("meeting.dates", FieldPath::Dates),
    ("meeting.start", FieldPath::Start),
    ("meeting.end", FieldPath::End),
    ("meeting.venue", FieldPath::Venue),
    ("meeting.members", FieldPath::Members),
    ("meeting.quorum", FieldPath::Quorum),
    ("meeting.next.dates", FieldPath::NextDates),
    ("letterhead.lines", FieldPath::LetterheadLines),
    ("letterhead.address", FieldPath::LetterheadAddress),
    ("letterhead.contact", FieldPath::LetterheadContact),
    ("letterhead.logo", FieldPath::LetterheadLogo),
];

const NEXT_VENUE: &str = "meeting.next.venue";

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chair(n, field) => write!(f, "meeting.chairs.{n}.{}", field.keyword()),
            Self::Rapporteur(field) => write!(f, "meeting.rapporteur.{}", field.keyword()),
            Self::Attendee(n, field) => write!(f, "meeting.attendance.{n}.{}", field.keyword()),
            Self::GroupNominative(n) => write!(f, "meeting.groups.{n}.nominative"),
            Self::GroupOblique(n) => write!(f, "meeting.groups.{n}.oblique"),
            Self::GroupCount(n) => write!(f, "meeting.groups.{n}.count"),
            Self::OutputTitle(kind) => write!(f, "outputs.{kind}.title"),
            Self::OutputNumber(kind) => write!(f, "outputs.{kind}.number"),
            Self::OutputReference(kind) => write!(f, "outputs.{kind}.reference"),
            Self::OutputState(kind) => write!(f, "outputs.{kind}.state"),
            other => {
                let found = FIXED.iter().find(|(_, path)| path == other);
                f.write_str(found.map_or(NEXT_VENUE, |(word, _)| word))
            }
        }
    }
}

/// A text that names no field; the nearest paths come with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoSuchPath {
    /// What was asked for.
    pub path: String,
    /// At most three paths that look like it, the nearest first.
    pub nearest: Vec<String>,
}

impl fmt::Display for NoSuchPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no field {:?}; nearest: {}", self.path, self.nearest.join(", "))
    }
}

impl std::error::Error for NoSuchPath {}

impl FromStr for FieldPath {
    type Err = NoSuchPath;
    fn from_str(text: &str) -> Result<Self, NoSuchPath> {
        parse(text).ok_or_else(|| NoSuchPath { path: text.into(), nearest: nearest(text) })
    }
}

fn parse(text: &str) -> Option<FieldPath> {
    if let Some((_, path)) = FIXED.iter().find(|(word, _)| *word == text) {
        return Some(*path);
    }
    let person = PersonField::named;
    let number = |word: &str| match word.parse::<usize>() {
        Ok(n) if n < 10_000 && n.to_string() == word => Some(n),
        _ => None,
    };
    let parts: Vec<&str> = text.split('.').collect();
    match parts.as_slice() {
        ["meeting", "next", "venue"] => Some(FieldPath::NextVenue),
        ["meeting", "chairs", n, field] => Some(FieldPath::Chair(number(n)?, person(field)?)),
        ["meeting", "rapporteur", field] => Some(FieldPath::Rapporteur(person(field)?)),
        ["meeting", "attendance", n, field] => {
            Some(FieldPath::Attendee(number(n)?, AttendeeField::named(field)?))
        }
        ["meeting", "groups", n, "nominative"] => Some(FieldPath::GroupNominative(number(n)?)),
        ["meeting", "groups", n, "oblique"] => Some(FieldPath::GroupOblique(number(n)?)),
        ["meeting", "groups", n, "count"] => Some(FieldPath::GroupCount(number(n)?)),
        ["outputs", kind, field] => {
            let kind = kind.parse().ok()?;
            match *field {
                "title" => Some(FieldPath::OutputTitle(kind)),
                "number" => Some(FieldPath::OutputNumber(kind)),
                "reference" => Some(FieldPath::OutputReference(kind)),
                "state" => Some(FieldPath::OutputState(kind)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Every path there is, list positions shown as 0.
#[must_use]
fn all() -> Vec<String> {
    let mut all: Vec<FieldPath> = FIXED.iter().map(|(_, path)| *path).collect();
    all.push(FieldPath::NextVenue);
    all.extend(PersonField::ALL.map(|field| FieldPath::Chair(0, field)));
    all.extend(PersonField::ALL.map(FieldPath::Rapporteur));
    all.extend(AttendeeField::OWN.map(|field| FieldPath::Attendee(0, field)));
    all.extend(PersonField::ALL.map(|field| FieldPath::Attendee(0, AttendeeField::Person(field))));
    all.extend([FieldPath::GroupNominative(0), FieldPath::GroupOblique(0), FieldPath::GroupCount(0)]);
    for kind in OutputKind::ALL {
        all.extend([
            FieldPath::OutputTitle(kind),
            FieldPath::OutputNumber(kind),
            FieldPath::OutputReference(kind),
            FieldPath::OutputState(kind),
        ]);
    }
    all.iter().map(ToString::to_string).collect()
}

fn nearest(text: &str) -> Vec<String> {
    let short: String = text.chars().take(80).collect();
    let mut scored: Vec<(usize, String)> =
        all().into_iter().map(|path| (distance(&short, &path), path)).collect();
    scored.sort();
    scored.into_iter().take(3).map(|(_, path)| path).collect()
}

/// Levenshtein distance, in chars.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let cost = diagonal + usize::from(x != *y);
            diagonal = *cell;
            left = cost.min(*cell + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FieldPath {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// The word of the command line for a gender.
#[must_use]
fn gender_keyword(gender: Gender) -> &'static str {
    match gender {
        Gender::Female => "female",
        Gender::Male => "male",
        Gender::Unknown => "unknown",
    }
}

impl Document {
    /// What stands at this path, as the command line writes it; empty where nothing does.
    #[must_use]
    pub fn read(&self, path: FieldPath) -> String {
        let meeting = &self.meeting;
        let output = |kind| self.output(kind);
        let person = |id: Option<&super::PersonId>, field: PersonField| {
            id.and_then(|id| self.people.get(id)).map(|p| field.read(p)).unwrap_or_default()
        };
        let group = |n: usize| meeting.attendance.groups.get(n);
        let shown = |value: Option<String>| value.unwrap_or_default();
        match path {
            FieldPath::Language => match self.language {
                Language::Arabic => "ar".into(),
                Language::French => "fr".into(),
                Language::English => "en".into(),
            },
            FieldPath::Digits => digits_keyword(&self.style).into(),
            FieldPath::Label(depth) => self.style.labels.at(depth).keyword().into(),
            FieldPath::BodyName => meeting.body.name.clone(),
            FieldPath::BodyOrganisation => meeting.body.organisation.clone(),
            FieldPath::BodyLevel => meeting.body.level.keyword().into(),
            FieldPath::BodyRegion => meeting.body.region.clone(),
            FieldPath::BodyProvince => meeting.body.province.clone(),
            FieldPath::BodyGender => gender_keyword(meeting.body.gender).into(),
            FieldPath::SessionNoun => meeting.session.noun.keyword().into(),
            FieldPath::SessionNature => meeting.session.nature.clone(),
            FieldPath::SessionOrdinal => shown(meeting.session.ordinal.map(|n| n.to_string())),
            FieldPath::SessionTheme => meeting.session.theme.clone(),
            FieldPath::Dates => plain_date(&meeting.dates),
            FieldPath::Start => shown(meeting.start.map(|t| t.to_string())),
            FieldPath::End => shown(meeting.end.map(|t| t.to_string())),
            FieldPath::Venue => meeting.venue.clone(),
            FieldPath::Chair(n, field) => person(meeting.chairs.get(n), field),
            FieldPath::Rapporteur(field) => person(meeting.rapporteur.as_ref(), field),
            FieldPath::Attendee(n, field) => {
                shown(meeting.attendance.people.get(n).map(|entry| field.read(self, entry)))
            }
            FieldPath::GroupNominative(n) => shown(group(n).map(|g| g.nominative.clone())),
            FieldPath::GroupOblique(n) => shown(group(n).map(|g| g.oblique.clone())),
            FieldPath::GroupCount(n) => shown(group(n).and_then(|g| g.count).map(|c| c.to_string())),
            FieldPath::Members => shown(meeting.attendance.quorum.members.map(|n| n.to_string())),
            FieldPath::Quorum => meeting.attendance.quorum.rule.to_string(),
            FieldPath::NextDates => plain_date(&meeting.next.dates),
            FieldPath::NextVenue => meeting.next.venue.clone(),
            FieldPath::LetterheadLines => self.letterhead.lines.join(" | "),
            FieldPath::LetterheadAddress => self.letterhead.address.clone(),
            FieldPath::LetterheadContact => self.letterhead.contact.clone(),
            FieldPath::LetterheadLogo => self.letterhead.logo.clone(),
            FieldPath::OutputTitle(kind) => shown(output(kind).map(|o| o.title.text().to_owned())),
            FieldPath::OutputNumber(kind) => shown(output(kind).map(|o| o.number.clone())),
            FieldPath::OutputReference(kind) => shown(output(kind).map(|o| o.reference.clone())),
            FieldPath::OutputState(kind) => shown(output(kind).map(|o| o.state.keyword().to_owned())),
        }
    }
}

/// A date for machines where that says all of it, else as people write it: given back, it is the same date.
fn plain_date(when: &When) -> String {
    let style = match when {
        When::Month { edge, .. } if *edge != Edge::None => arabic::Style::WithDay,
        When::Relative { .. } => arabic::Style::WithDay,
        When::Unset | When::Days(_) | When::Range { .. } | When::Month { .. } | When::Text(_) => {
            arabic::Style::Iso
        }
    };
    arabic::write(when, style)
}

fn digits_keyword(style: &Style) -> &'static str {
    match style.digits {
        super::Digits::Latin => "latin",
        super::Digits::Arabic => "arabic",
    }
}
