//! Values of a record in the words of the interface: days, states, findings and their places.

use crate::arabic::{self, Date};
use crate::check::{Arg, Finding, Fix, What};
use crate::document::{Atom, Document, FieldPath, OutputKind, Place, State, Target};
use crate::edit::Command;
use crate::words::{Language, Value, Words};

use super::header::weekday_key;

/// A day as people write it, without its weekday: «14 نونبر 2026», « 14 novembre 2026 ».
#[must_use]
pub fn day(date: Date, words: Words) -> String {
    if words.language() == Language::Arabic {
        return arabic::write(&arabic::When::day(date), arabic::Style::Plain);
    }
    let month = words.get(&format!("month-{}", date.month()));
    format!("{} {month} {}", date.day(), date.year())
}

/// A day with its weekday before it.
#[must_use]
pub fn long_day(date: Date, words: Words) -> String {
    format!("{} {}", words.get(weekday_key(date.weekday())), day(date, words))
}

/// Which text is where on its way: «المحضر: مسودة».
#[must_use]
pub fn state_of(kind: OutputKind, state: State, words: Words) -> String {
    let name = words.get(&format!("the-output-{kind}"));
    let feminine =
        matches!(kind, OutputKind::Recommendations | OutputKind::Invitation | OutputKind::AttendanceSheet);
    let key = format!("state-{}", state.keyword());
    let own = format!("{key}-f");
    let state = words.get(if feminine && words.has(&own) { &own } else { &key });
    words.with("home-state", &[("output", name.into()), ("state", state.into())])
}

/// The head of a finding's card, and what more there is to say.
#[must_use]
pub fn finding(finding: &Finding, words: Words) -> (String, String) {
    let key = finding.what.key();
    let values = values(finding, words);
    let short = key.replacen("finding-", "check-", 1);
    let why = format!("{short}-why");
    if words.has(&short) && words.has(&why) {
        (words.with(&short, &values), words.with(&why, &values))
    } else {
        (words.with(key, &values), String::new())
    }
}

/// The values in the messages of a finding and of its fixes.
#[must_use]
pub fn values(finding: &Finding, words: Words) -> Vec<(&'static str, Value<'static>)> {
    finding.what.args().into_iter().map(|(name, arg)| (name, value(arg, words).into())).collect()
}

fn value(arg: Arg, words: Words) -> String {
    match arg {
        Arg::Text(text) => text,
        Arg::Key(key) => words.get(key),
        Arg::Date(date) => day(date, words),
        Arg::Vote(vote) => words.vote(vote),
        Arg::Fields(all) => {
            words.fields(all.into_iter().map(|(name, held)| (value(name, words), value(held, words))))
        }
    }
}

/// What a way to put a finding right is called.
#[must_use]
pub fn fix(finding: &Finding, fix: &Fix, words: Words) -> String {
    let mut values = values(finding, words);
    if let Command::SetField { path: FieldPath::OutputNumber(_), value } = &fix.command {
        // Read from the left, whatever is around it.
        values.push(("number", format!("\u{2066}{value}\u{2069}").into()));
    }
    words.with(fix.key, &values)
}

/// Which text a finding is of that has a place for an outgoing number and was given none.
#[must_use]
pub fn wants_number(document: &Document, finding: &Finding) -> Option<OutputKind> {
    if finding.what != What::Unresolved(Atom::Number) {
        return None;
    }
    match finding.place.target {
        Target::Title(kind) => Some(kind),
        _ => document.outputs().first().map(|output| output.kind),
    }
}

/// Where a finding is: a paragraph by its number, or a part of the record by its name.
#[must_use]
pub fn place(document: &Document, place: &Place, words: Words) -> String {
    match &place.target {
        Target::Block(id) => match document.blocks().index(*id) {
            Some(index) => words.with("check-place-paragraph", &[("number", (index + 1).into())]),
            None => words.get("part-text"),
        },
        Target::Title(_) | Target::Field(FieldPath::OutputTitle(_)) => words.get("field-title"),
        Target::Field(
            FieldPath::Attendee(..)
            | FieldPath::GroupNominative(_)
            | FieldPath::GroupOblique(_)
            | FieldPath::GroupCount(_)
            | FieldPath::Members
            | FieldPath::Quorum,
        ) => words.get("part-attendance"),
        Target::Field(_) => words.get("part-header"),
        Target::Comment(_) => words.get("check-place-remark"),
    }
}
