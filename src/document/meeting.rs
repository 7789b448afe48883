//! The meeting: body, session, days, place, people and attendance. Nothing of it is mandatory.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::block::is_default;
use super::id::{GroupId, PersonId};
use super::step::Field;
use crate::arabic::{self, Gender, Time, When, naming};

/// What is known of the meeting itself.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meeting {
    /// The body that met.
    #[serde(skip_serializing_if = "is_default")]
    pub body: Body,
    /// The nature of its session.
    #[serde(skip_serializing_if = "is_default")]
    pub session: Session,
    /// The day or days.
    #[serde(skip_serializing_if = "is_default")]
    pub dates: When,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Time>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Time>,
    /// The place, without its preposition: «المقر الجهوي».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub venue: String,
    /// Who chaired, the first first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<PersonId>,
    /// Who took the minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rapporteur: Option<PersonId>,
    /// Who came.
    #[serde(skip_serializing_if = "is_default")]
    pub attendance: Attendance,
    /// The next meeting, as far as it is known.
    #[serde(skip_serializing_if = "is_default")]
    pub next: Next,
}

impl Meeting {
    /// Its fields, each as a step sets it; who came are entries of their own.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        // Taken apart by name, so that a new field does not compile until it stands here.
        let Self { body, session, dates, start, end, venue, chairs, rapporteur, attendance, next } = self;
        vec![
            Field::Body(body.clone()),
            Field::Session(session.clone()),
            Field::Dates(dates.clone()),
            Field::Start(*start),
            Field::End(*end),
            Field::Venue(venue.clone()),
            Field::Chairs(chairs.clone()),
            Field::Rapporteur(*rapporteur),
            Field::Quorum(attendance.quorum),
            Field::Next(next.clone()),
        ]
    }
}

/// The body that met.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    /// Its name: «الكتابة الجهوية».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is part of: «اتحاد الجمعيات البيئية».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// At which level it stands.
    #[serde(skip_serializing_if = "is_default")]
    pub level: Level,
    /// Its region, as the list of regions writes it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// Its province or prefecture.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub province: String,
    /// The gender of its name, for verbs: «عقدت الكتابة», «عقد المكتب».
    #[serde(skip_serializing_if = "is_default")]
    pub gender: Gender,
}

/// At which level a body stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Not said.
    #[default]
    Unsaid,
    /// The whole country.
    National,
    /// A region (جهة).
    Regional,
    /// A province or prefecture.
    Provincial,
    /// A commune or a branch.
    Local,
}

impl Level {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Unsaid, Self::National, Self::Regional, Self::Provincial, Self::Local];

    /// The word of the command line and of field paths.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Unsaid => "none",
            Self::National => "national",
            Self::Regional => "regional",
            Self::Provincial => "provincial",
            Self::Local => "local",
        }
    }
}

/// The nature of a session.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Session {
    /// Whether it is called a meeting or a session.
    #[serde(skip_serializing_if = "is_default")]
    pub noun: SessionNoun,
    /// Its nature as an adjective in the masculine, without the article: «تنظيمي», «استثنائي».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub nature: String,
    /// Which one it is, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u16>,
    /// What it is named after: «دورة …».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub theme: String,
}

/// What a sitting is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum SessionNoun {
    /// اجتماع
    #[default]
    Meeting,
    /// دورة
    Session,
    /// لقاء
    Gathering,
    /// مؤتمر
    Congress,
    /// جمع عام
    Assembly,
}

impl SessionNoun {
    /// All of them, in order.
    pub const ALL: [Self; 5] =
        [Self::Meeting, Self::Session, Self::Gathering, Self::Congress, Self::Assembly];

    /// The word of the command line and of field paths.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Session => "session",
            Self::Gathering => "gathering",
            Self::Congress => "congress",
            Self::Assembly => "assembly",
        }
    }
}

/// A person known to the record.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// The name, without a title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The name in Latin letters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub latin: String,
    /// Stated, never guessed.
    #[serde(skip_serializing_if = "is_default")]
    pub gender: Gender,
    /// How the person is addressed.
    #[serde(skip_serializing_if = "is_default")]
    pub honorific: Honorific,
    /// The office held: «الكاتبة الجهوية».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The body the office is in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// Other spellings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Personal (law 09-08): never in a public export.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Personal (law 09-08): never in a public export.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub identity: String,
}

impl Person {
    /// Takes the title out of the name, «السيدة ليلى المرابط», and says what it said: always where `stated`, else as far
    /// as the person's gender is not known and the title is the usual one.
    pub fn take_title(&mut self, stated: bool) {
        let (bare, said) = naming::without_sure_title(&self.name);
        let Some((keyword, gender)) = said else { return };
        self.name = bare.to_owned();
        if gender != Gender::Unknown && (stated || self.gender == Gender::Unknown) {
            self.gender = gender;
        }
        let title = Honorific::ALL.into_iter().find(|title| title.keyword() == keyword);
        if stated || self.honorific == Honorific::default() {
            self.honorific = title.unwrap_or_default();
        }
    }
}

/// How a person is addressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Honorific {
    /// السيد، السيدة
    #[default]
    Mr,
    /// د.، دة.
    Doctor,
    /// ذ.، ذة.
    Professor,
    /// الرفيق، الرفيقة
    Comrade,
    /// الأخ، الأخت
    Brother,
    /// No title.
    None,
}

impl Honorific {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Mr, Self::Doctor, Self::Professor, Self::Comrade, Self::Brother, Self::None];

    /// The word of the command line and of field paths.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Mr => "mr",
            Self::Doctor => "dr",
            Self::Professor => "prof",
            Self::Comrade => "comrade",
            Self::Brother => "brother",
            Self::None => "none",
        }
    }
}

/// Who came to the meeting.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Attendance {
    /// People by name, in the order of the list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Attendee>,
    /// Groups with or without names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// When the body may decide.
    #[serde(skip_serializing_if = "is_default")]
    pub quorum: Quorum,
}

/// One person on the list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// Whether they came.
    #[serde(default, skip_serializing_if = "is_default")]
    pub presence: Presence,
    /// What they answered before the meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answer: Answer,
    /// When they arrived, if late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Time>,
    /// When they left, if early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Time>,
    /// Why they are excused.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Attendee {
    /// Somebody on the list of whom nothing is said yet.
    #[must_use]
    pub fn new(person: PersonId) -> Self {
        let (presence, answer) = (Presence::Unknown, Answer::None);
        Self { person, presence, answer, arrived: None, left: None, reason: String::new() }
    }
}

/// Whether somebody came.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Presence {
    /// Not yet said.
    #[default]
    Unknown,
    /// حاضر
    Present,
    /// متغيب بعذر
    Excused,
    /// متغيب بدون عذر
    Absent,
    /// ضيف
    Guest,
    /// ممثَّل بتوكيل, by this person if known.
    Proxy(Option<PersonId>),
}

impl Presence {
    /// All of them, in the order a key cycles through them.
    pub const ALL: [Self; 6] =
        [Self::Unknown, Self::Present, Self::Excused, Self::Absent, Self::Guest, Self::Proxy(None)];

    /// The word of the command line and of field paths; it does not say who stands in.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Present => "present",
            Self::Excused => "excused",
            Self::Absent => "absent",
            Self::Guest => "guest",
            Self::Proxy(_) => "proxy",
        }
    }
}

/// What somebody answered to the invitation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// Not invited yet.
    #[default]
    None,
    /// دُعي
    Invited,
    /// أكد الحضور
    Confirmed,
    /// اعتذر
    Declined,
}

impl Answer {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::None, Self::Invited, Self::Confirmed, Self::Declined];

    /// The word of the command line and of field paths.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Invited => "invited",
            Self::Confirmed => "confirmed",
            Self::Declined => "declined",
        }
    }
}

/// People named together: «عضوات وأعضاء الكتابة الجهوية».
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its lasting name.
    pub id: GroupId,
    /// As the subject of a sentence: «رؤساء المجالس وبرلمانيو الجهة».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nominative: String,
    /// After a preposition or a noun: «رؤساء المجالس وبرلمانيي الجهة».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub oblique: String,
    /// How many of them came, if counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

/// When the body may decide.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quorum {
    /// How many members the body has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// How many must be there.
    #[serde(skip_serializing_if = "is_default")]
    pub rule: QuorumRule,
}

/// How many must be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum QuorumRule {
    /// No rule.
    #[default]
    None,
    /// More than half.
    Majority,
    /// At least this share: numerator, denominator.
    Share(u8, u8),
    /// At least this many.
    AtLeast(u32),
}

impl fmt::Display for QuorumRule {
    /// As the command line writes it: `none`, `majority`, `2/3`, `atleast:14`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Majority => f.write_str("majority"),
            Self::Share(part, whole) => write!(f, "{part}/{whole}"),
            Self::AtLeast(number) => write!(f, "atleast:{number}"),
        }
    }
}

/// A text that is no quorum rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadRule;

impl FromStr for QuorumRule {
    type Err = BadRule;
    fn from_str(text: &str) -> Result<Self, BadRule> {
        if let Some(number) = text.strip_prefix("atleast:") {
            return whole(number).map(Self::AtLeast).ok_or(BadRule);
        }
        if let Some((part, of)) = text.split_once('/') {
            let small = |text| whole(text).and_then(|n| u8::try_from(n).ok()).filter(|n| *n > 0);
            let (part, of) = (small(part).ok_or(BadRule)?, small(of).ok_or(BadRule)?);
            return if part <= of { Ok(Self::Share(part, of)) } else { Err(BadRule) };
        }
        match text {
            "none" | "" => Ok(Self::None),
            "majority" => Ok(Self::Majority),
            _ => Err(BadRule),
        }
    }
}

fn whole(text: &str) -> Option<u32> {
    let digits = arabic::numerals::to_western(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// The next meeting, as far as it is known.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Next {
    /// The day or days.
    #[serde(skip_serializing_if = "is_default")]
    pub dates: When,
    /// The place, without its preposition.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub venue: String,
}
