//! Civil dates, times of day and the Moroccan names of days and months.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::fold::fold;
use super::numerals::to_western;

/// A valid civil date between the years 1 and 9999, saved as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The date, or nothing when the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month.into(), day.into()).map(Self)
    }

    /// The civil year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(self.0.month()).unwrap_or(1)
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        u8::try_from(self.0.day()).unwrap_or(1)
    }

    /// The day of the week this date falls on.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        let index = self.0.weekday().num_days_from_monday();
        Weekday::ALL.get(index as usize).copied().unwrap_or(Weekday::Monday)
    }

    /// The date so many days later (or earlier); nothing outside the years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let step = Days::new(days.unsigned_abs());
        let moved = if days < 0 { self.0.checked_sub_days(step) } else { self.0.checked_add_days(step) };
        moved.map(Self).filter(|date| (1..=9999).contains(&date.year()))
    }

    /// Days from this date to the other, negative when the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        (other.0 - self.0).num_days()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A text that is not a date or a time in the expected form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate(String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a date or time: {:?}", self.0)
    }
}

impl std::error::Error for NotADate {}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `YYYY-MM-DD` only; [`super::read`] reads everything people write.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let refused = || NotADate(text.to_owned());
        let mut parts = text.split('-');
        let mut part = |width: usize| -> Option<u16> {
            let part = parts.next()?;
            let plain = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        let (Some(year), Some(month), Some(day)) = (part(4), part(2), part(2)) else { return Err(refused()) };
        if parts.next().is_some() {
            return Err(refused());
        }
        let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else { return Err(refused()) };
        Self::new(year.into(), month, day).ok_or_else(refused)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// A time of day to the minute, saved as `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
}

impl Time {
    /// The time, or nothing past 23:59.
    #[must_use]
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Time {
    /// Reads what somebody types where only a time can stand: «9» and «1000» too.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let text = to_western(text.trim());
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().ok();
        }
        let (hour, minute) = match text.len() {
            1 | 2 => (text.as_str(), "0"),
            3 | 4 => text.split_at(text.len() - 2),
            _ => return None,
        };
        Self::new(hour.parse().ok()?, minute.parse().ok()?)
    }
}

impl FromStr for Time {
    type Err = NotADate;

    /// Reads `10:00`, `10h30`, `10h`, «10س», «10س30» and «10 و30», with either set of digits.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let western = to_western(text).to_lowercase();
        let mut hour = None;
        let mut number = String::new();
        let mut separator = String::new();
        for letter in western.chars() {
            if letter.is_ascii_digit() {
                if hour.is_none() && !separator.is_empty() {
                    hour = Some(std::mem::take(&mut number));
                }
                number.push(letter);
            } else if !letter.is_whitespace() {
                if number.is_empty() || hour.is_some() {
                    return Err(NotADate(text.to_owned()));
                }
                separator.push(letter);
            }
        }
        let (hour, minute) = match hour {
            Some(hour) => (hour, number),
            None => (number, "0".to_owned()),
        };
        let known = matches!(separator.as_str(), ":" | "." | "h" | "س" | "و");
        let bare = minute == "0" && separator == ":";
        let time = match (hour.parse::<u8>(), minute.parse::<u8>()) {
            (Ok(hour), Ok(minute)) if known && !bare => Self::new(hour, minute),
            _ => None,
        };
        time.ok_or_else(|| NotADate(text.to_owned()))
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// A day of the week, Monday first as in Moroccan calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// «الاثنين»
    Monday,
    /// «الثلاثاء»
    Tuesday,
    /// «الأربعاء»
    Wednesday,
    /// «الخميس»
    Thursday,
    /// «الجمعة»
    Friday,
    /// «السبت»
    Saturday,
    /// «الأحد»
    Sunday,
}

impl Weekday {
    /// The seven days, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The Arabic name, with its article.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Monday => "الاثنين",
            Self::Tuesday => "الثلاثاء",
            Self::Wednesday => "الأربعاء",
            Self::Thursday => "الخميس",
            Self::Friday => "الجمعة",
            Self::Saturday => "السبت",
            Self::Sunday => "الأحد",
        }
    }

    /// The day so named in Arabic, French or English, whatever its hamzas («الإثنين», «الاربعاء»).
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::of_folded(&fold(name))
    }

    /// The day named by a word that is folded already.
    pub(super) fn of_folded(name: &str) -> Option<Self> {
        WEEKDAY_NAMES.get(name).copied()
    }
}

/// Names that are read, never written.
const OTHER_WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
];

static WEEKDAY_NAMES: LazyLock<BTreeMap<String, Weekday>> = LazyLock::new(|| {
    let ours = Weekday::ALL.map(|day| (fold(day.name()), day));
    let others = OTHER_WEEKDAYS.into_iter().flat_map(|names| names.into_iter().zip(Weekday::ALL));
    ours.into_iter().chain(others.map(|(name, day)| (fold(name), day))).collect()
});

/// The Moroccan names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
];

/// Other names that are read, never written: Mashriqi and Levantine ones, spelling variants, French and English.
const OTHER_MONTHS: [(&str, u8); 54] = [
    ("مايو", 5),
    ("يونيه", 6),
    ("يوليو", 7),
    ("يوليه", 7),
    ("أغسطس", 8),
    ("سبتمبر", 9),
    ("شتمبر", 9),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
    ("دجمبر", 12),
    ("إبريل", 4),
    ("فيفري", 2),
    ("أفريل", 4),
    ("جوان", 6),
    ("جويلية", 7),
    ("أوت", 8),
    ("كانون الثاني", 1),
    ("شباط", 2),
    ("آذار", 3),
    ("نيسان", 4),
    ("أيار", 5),
    ("حزيران", 6),
    ("تموز", 7),
    ("آب", 8),
    ("أيلول", 9),
    ("تشرين الأول", 10),
    ("تشرين الثاني", 11),
    ("كانون الأول", 12),
    ("janvier", 1),
    ("février", 2),
    ("fevrier", 2),
    ("mars", 3),
    ("avril", 4),
    ("mai", 5),
    ("juin", 6),
    ("juillet", 7),
    ("août", 8),
    ("aout", 8),
    ("septembre", 9),
    ("octobre", 10),
    ("novembre", 11),
    ("décembre", 12),
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];

/// The Moroccan name of a month 1 to 12.
#[must_use]
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// The month so named in Moroccan, Mashriqi, French or English usage, whatever its hamzas.
#[must_use]
pub fn read_month(name: &str) -> Option<u8> {
    month_of_folded(&fold(name))
}

/// The month named by a word that is folded already.
pub(super) fn month_of_folded(name: &str) -> Option<u8> {
    MONTH_NAMES.get(name).copied()
}

static MONTH_NAMES: LazyLock<BTreeMap<String, u8>> = LazyLock::new(|| {
    let ours = MONTHS.into_iter().zip(1..=12u8);
    ours.chain(OTHER_MONTHS).map(|(name, month)| (fold(name), month)).collect()
});

/// The day at this machine's place.
#[must_use]
pub fn today_here() -> Date {
    Date(chrono::Local::now().date_naive())
}

/// The day and the time of day at this machine's place, so many seconds after 1970 began in Greenwich.
#[must_use]
pub fn then_here(seconds: i64) -> Option<(Date, Time)> {
    let then = chrono::DateTime::from_timestamp(seconds, 0)?.with_timezone(&chrono::Local);
    Some((Date(then.date_naive()), time_of(&then)))
}

/// The day and the time of day, to the second, at this machine's place, so many seconds after 1970 began in Greenwich.
#[must_use]
pub fn second_here(seconds: i64) -> Option<(Date, String)> {
    let then = chrono::DateTime::from_timestamp(seconds, 0)?.with_timezone(&chrono::Local);
    Some((Date(then.date_naive()), then.format("%H:%M:%S").to_string()))
}

/// The time of day at this machine's place.
#[must_use]
pub fn now_here() -> Time {
    time_of(&chrono::Local::now())
}

fn time_of(moment: &impl chrono::Timelike) -> Time {
    let part = |value: u32| u8::try_from(value).unwrap_or(0);
    Time::new(part(moment.hour()), part(moment.minute())).unwrap_or(Time { hour: 0, minute: 0 })
}
