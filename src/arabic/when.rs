//! When something happened, as people say it: days, a range, a month and its edge, or their own words.

use serde::{Deserialize, Serialize};

use super::date::{Date, month_name};
use super::prefix::join;

/// When a meeting or a deadline is; every form but `Unset` can be written and read back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum When {
    /// Nothing said yet.
    #[default]
    Unset,
    /// One day or several, in the order they are written.
    Days(Vec<Date>),
    /// From one day to another, both included.
    Range {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// A month, or one end of it.
    Month {
        /// The year, when it is said.
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
        /// Which part of the month.
        edge: Edge,
    },
    /// Words that count from another date, kept as written beside the day they were resolved to.
    Relative {
        /// The words as written.
        phrase: String,
        /// The day, once an anchor was known.
        date: Option<Date>,
    },
    /// Words that are kept and not understood.
    Text(String),
}

/// A part of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Edge {
    /// The month itself.
    #[default]
    None,
    /// «بداية»
    Start,
    /// «منتصف»
    Middle,
    /// «نهاية»
    End,
}

impl Edge {
    /// The word before «شهر»; empty for the month itself.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Start => "بداية",
            Self::Middle => "منتصف",
            Self::End => "نهاية",
        }
    }
}

/// How a date is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Style {
    /// «يوم السبت 2 مارس 2024»
    #[default]
    WithDay,
    /// «2 مارس 2024»
    Plain,
    /// «مارس 2024»
    Month,
    /// `2024-03-02`, for machines: days joined by `,`, ranges by `..`.
    Iso,
}

impl When {
    /// One day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self::Days(vec![date])
    }

    /// The first day, when it is known: what relative dates count from, and what records sort by.
    #[must_use]
    pub fn first(&self) -> Option<Date> {
        match self {
            Self::Days(days) => days.iter().min().copied(),
            Self::Range { from, .. } => Some(*from),
            Self::Relative { date, .. } => *date,
            Self::Month { year: Some(year), month, edge } => {
                let day = match edge {
                    Edge::None | Edge::Start => 1,
                    Edge::Middle => 15,
                    Edge::End => return last_of_month(*year, *month),
                };
                Date::new(*year, *month, day)
            }
            Self::Unset | Self::Month { year: None, .. } | Self::Text(_) => None,
        }
    }

    /// The last day, when it is known.
    #[must_use]
    pub fn last(&self) -> Option<Date> {
        match self {
            Self::Days(days) => days.iter().max().copied(),
            Self::Range { to, .. } => Some(*to),
            Self::Unset | Self::Relative { .. } | Self::Month { .. } | Self::Text(_) => self.first(),
        }
    }

    /// Whether nothing would be written.
    #[must_use]
    pub fn is_unset(&self) -> bool {
        match self {
            Self::Unset => true,
            Self::Days(days) => days.is_empty(),
            Self::Text(text) => text.trim().is_empty(),
            Self::Relative { phrase, .. } => phrase.trim().is_empty(),
            Self::Range { .. } | Self::Month { .. } => false,
        }
    }
}

/// Writes a date in a style; empty when unset. Relative dates and free text are given back as written, except that
/// a resolved relative date follows the `Iso` and `Month` styles.
#[must_use]
pub fn write(when: &When, style: Style) -> String {
    match when {
        When::Unset => String::new(),
        When::Days(days) => write_days(days, style),
        When::Range { from, to } => write_range(*from, *to, style),
        When::Month { year, month, edge } => write_month(*year, *month, *edge, style),
        When::Relative { date: Some(date), .. } if matches!(style, Style::Iso | Style::Month) => {
            write_days(&[*date], style)
        }
        When::Relative { phrase, .. } => phrase.clone(),
        When::Text(text) => text.clone(),
    }
}

/// A date as it stands on its own, not in the sentence it was said in: a day that words counted from another is that
/// day. Empty where they were not resolved, unless they name a day of a month and lack its year only.
#[must_use]
pub fn write_alone(when: &When, style: Style) -> String {
    match when {
        When::Relative { date: Some(date), .. } => write_days(&[*date], style),
        When::Relative { phrase, date: None } if !phrase.contains(char::is_numeric) => String::new(),
        other => write(other, style),
    }
}

fn write_days(days: &[Date], style: Style) -> String {
    match style {
        Style::Iso => days.iter().map(Date::to_string).collect::<Vec<_>>().join(","),
        Style::Month => write_months(days),
        Style::Plain => join(&with_shared_tail(days, false)),
        Style::WithDay => {
            let lead = match days.len() {
                0 => return String::new(),
                1 => "يوم",
                2 => "يومي",
                _ => "أيام",
            };
            format!("{lead} {}", join(&with_shared_tail(days, true)))
        }
    }
}

fn write_range(from: Date, to: Date, style: Style) -> String {
    match style {
        Style::Iso => format!("{from}..{to}"),
        Style::Month => write_months(&[from, to]),
        Style::Plain | Style::WithDay => {
            let parts = with_shared_tail(&[from, to], style == Style::WithDay);
            format!("من {}", parts.join(" إلى "))
        }
    }
}

/// Each day with only the month and year that the day after it does not repeat.
fn with_shared_tail(days: &[Date], weekdays: bool) -> Vec<String> {
    let write = |(index, date): (usize, &Date)| {
        let next = days.get(index + 1);
        let mut words = Vec::new();
        if weekdays {
            words.push(date.weekday().name().to_owned());
        }
        words.push(if date.day() == 1 { "فاتح".to_owned() } else { date.day().to_string() });
        let same_year = next.is_some_and(|next| next.year() == date.year());
        let same_month = same_year && next.is_some_and(|next| next.month() == date.month());
        if !same_month {
            words.push(month_name(date.month()).unwrap_or_default().to_owned());
        }
        if !same_year {
            words.push(date.year().to_string());
        }
        words.join(" ")
    };
    days.iter().enumerate().map(write).collect()
}

fn write_months(days: &[Date]) -> String {
    let mut months: Vec<(i32, u8)> = Vec::new();
    for date in days {
        let month = (date.year(), date.month());
        if months.last() != Some(&month) {
            months.push(month);
        }
    }
    let write = |(index, (year, month)): (usize, &(i32, u8))| {
        let name = month_name(*month).unwrap_or_default();
        let shared = months.get(index + 1).is_some_and(|(next, _)| next == year);
        if shared { name.to_owned() } else { format!("{name} {year}") }
    };
    join(&months.iter().enumerate().map(write).collect::<Vec<_>>())
}

fn write_month(year: Option<i32>, month: u8, edge: Edge, style: Style) -> String {
    if let (Style::Iso, Some(year)) = (style, year) {
        return format!("{year:04}-{month:02}");
    }
    let mut words = Vec::new();
    if edge != Edge::None {
        words.push(edge.word().to_owned());
        words.push("شهر".to_owned());
    }
    words.push(month_name(month).unwrap_or_default().to_owned());
    words.extend(year.map(|year| year.to_string()));
    words.join(" ")
}

fn last_of_month(year: i32, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}
