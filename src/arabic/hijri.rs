//! The Hijri day beside a civil one: by the tabular calendar, near enough to offer, settled only by people.
//!
//! Morocco's months begin with the sighting of the crescent, so no table knows them; the civil tabular calendar (30
//! years of 10,631 days, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29, counted from Friday 16 July 622 Julian)
//! is off by a day at most, most of the time right.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date::Date;
use super::fold::fold;
use super::numerals::to_western;

/// The names of the months as they stand after a number.
const MONTHS: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعدة",
    "ذي الحجة",
];

/// Other names that are read, with their month.
const OTHERS: [(&str, u8); 10] = [
    ("محرم الحرام", 1),
    ("صفر الخير", 2),
    ("ربيع الثاني", 4),
    ("جمادى الاولى", 5),
    ("جمادى الثانية", 6),
    ("رجب الفرد", 7),
    ("شعبان الأبرك", 8),
    ("رمضان المعظم", 9),
    ("ذو القعدة", 11),
    ("ذو الحجة", 12),
];

/// The lengths of a cycle of thirty years, of a common year, and the leap years in a cycle.
const CYCLE_DAYS: i64 = 10_631;
const YEAR_DAYS: i64 = 354;
const LEAP_YEARS: [i64; 11] = [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29];

/// A day of the Hijri calendar. Every month may have 30 days: some do that no table foresees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hijri {
    year: u16,
    month: u8,
    day: u8,
}

impl Hijri {
    /// The day, if the numbers can be one.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_day = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=30).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// What the tabular calendar says of a civil day; nothing before the first of its days.
    #[must_use]
    pub fn tabular(date: Date) -> Option<Self> {
        let mut days = epoch()?.days_until(date);
        if days < 0 {
            return None;
        }
        let mut year = days / CYCLE_DAYS * 30 + 1;
        days %= CYCLE_DAYS;
        while days >= year_days(year) {
            days -= year_days(year);
            year += 1;
        }
        let mut month = 1;
        while days >= month_days(year, month) {
            days -= month_days(year, month);
            month += 1;
        }
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(days + 1).ok()?)
    }

    /// What people may mean by the day: what the table says first, then the days it may be instead. Where the table
    /// begins a month after 29 days, the sky may have given that month thirty.
    #[must_use]
    pub fn choices(date: Date) -> Vec<Self> {
        let day = |step: i64| date.plus_days(step).and_then(Self::tabular);
        let mut all: Vec<Self> = [day(0), day(-1), day(1)].into_iter().flatten().collect();
        if let [this, before, ..] = all.as_slice()
            && this.day == 1
            && before.day == 29
        {
            all.push(Self { day: 30, ..*before });
        }
        all
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 30.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Reads a day in words, «فاتح محرم 1448 هـ», or in numbers, `1448-05-23`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = fold(&to_western(text));
        if let Ok(day) = text.trim().parse() {
            return Some(day);
        }
        let words: Vec<&str> =
            text.split_whitespace().filter(|word| !matches!(*word, "من" | "شهر" | "سنه" | "عام")).collect();
        let (first, rest) = words.split_first()?;
        let rest = match rest.split_last()? {
            (last, rest) if matches!(*last, "ه" | "هجريه" | "هجري") => rest,
            _ => rest,
        };
        let (year, name) = rest.split_last()?;
        let year = year.strip_suffix('ه').unwrap_or(year).parse().ok()?;
        let day = if *first == "فاتح" { 1 } else { first.parse().ok()? };
        Self::new(year, read_month(&name.join(" "))?, day)
    }
}

/// «23 جمادى الأولى 1448 هـ»
impl fmt::Display for Hijri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = month_name(self.month).unwrap_or_default();
        match self.day {
            1 => write!(f, "فاتح {month} {} هـ", self.year),
            day => write!(f, "{day} {month} {} هـ", self.year),
        }
    }
}

/// What a text is that names no Hijri day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHijri(String);

impl fmt::Display for NotHijri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a Hijri day YYYY-MM-DD", self.0)
    }
}

impl std::error::Error for NotHijri {}

impl FromStr for Hijri {
    type Err = NotHijri;
    fn from_str(text: &str) -> Result<Self, NotHijri> {
        let bad = || NotHijri(text.chars().take(40).collect());
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return Err(bad()) };
        let plain = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) if plain => Self::new(year, month, day).ok_or_else(bad),
            _ => Err(bad()),
        }
    }
}

impl Serialize for Hijri {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&format_args!("{:04}-{:02}-{:02}", self.year, self.month, self.day))
    }
}

impl<'de> Deserialize<'de> for Hijri {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

/// The Hijri day given beside a civil one, and whether somebody stands by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corresponding {
    /// The day.
    pub day: Hijri,
    /// Whether somebody confirmed it. What is not confirmed is called approximate.
    pub confirmed: bool,
}

impl Corresponding {
    /// What the table says of a civil day, not confirmed.
    #[must_use]
    pub fn of(date: Date) -> Option<Self> {
        Some(Self { day: Hijri::tabular(date)?, confirmed: false })
    }

    /// The day somebody stands by.
    #[must_use]
    pub fn confirmed(day: Hijri) -> Self {
        Self { day, confirmed: true }
    }

    /// What stands beside another civil day: what was confirmed stays as it is, the rest is looked up anew.
    #[must_use]
    pub fn following(self, date: Date) -> Option<Self> {
        if self.confirmed { Some(self) } else { Self::of(date) }
    }
}

/// «الموافق لـ 23 جمادى الأولى 1448 هـ», with «تقريبا» as long as nobody confirmed it.
impl fmt::Display for Corresponding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lead = if self.day.day == 1 { "الموافق لفاتح" } else { "الموافق لـ" };
        let day = self.day.to_string();
        let rest = day.strip_prefix("فاتح ").unwrap_or(&day);
        let about = if self.confirmed { "" } else { " تقريبا" };
        write!(f, "{lead} {rest}{about}")
    }
}

/// The name of a month, 1 to 12, as it stands after a number.
#[must_use]
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// The month of this name, in any usual spelling.
#[must_use]
pub fn read_month(name: &str) -> Option<u8> {
    let wanted = fold(name.trim());
    let numbered = MONTHS.into_iter().zip(1..);
    numbered.chain(OTHERS).find(|(name, _)| fold(name) == wanted).map(|(_, month)| month)
}

/// 1 Muharram 1: Friday 16 July 622 in the Julian calendar.
fn epoch() -> Option<Date> {
    Date::new(622, 7, 19)
}

fn is_leap(year: i64) -> bool {
    LEAP_YEARS.contains(&year.rem_euclid(30))
}

fn year_days(year: i64) -> i64 {
    YEAR_DAYS + i64::from(is_leap(year))
}

fn month_days(year: i64, month: i64) -> i64 {
    if month % 2 == 1 || (month == 12 && is_leap(year)) { 30 } else { 29 }
}
