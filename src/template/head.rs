//! What a text on paper opens with before its title: letterhead, stamp of a draft, outgoing number, place and day.

use std::borrow::Cow;
use std::sync::Arc;

use super::view::{Composed, Composition, Part};
use crate::arabic::numerals::to_arabic_indic;
use crate::arabic::{self, Phrase, regions};
use crate::document::{Body, Digits, Document, Language, Level, Output, OutputKind, State};

/// The head of the first page, decided once for the pages and every format that shows one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head<'d> {
    /// The name of the logo's file; empty where there is none.
    pub logo: &'d str,
    /// The lines of the letterhead, the first the heaviest, the address the last; none of them empty.
    pub lines: Vec<Cow<'d, str>>,
    /// The stamp of what is not approved yet.
    pub draft: Option<&'static str>,
    /// The outgoing number.
    pub number: Numbered,
    /// «فاس، في 14 نونبر 2026», unless the line over the signatures says so.
    pub day: Option<String>,
}

/// What the head says of the outgoing number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numbered {
    /// This paragraph of the composition says it, and is not printed once more below the title.
    Given(usize),
    /// The output takes one and has none: its name, and the word for that. A prompt for whoever writes the text; what
    /// leaves the house says nothing of it.
    Missing {
        /// What is missing.
        name: &'static str,
        /// That it is.
        word: &'static str,
    },
    /// Texts of this kind take none.
    None,
}

/// The head of this text on paper.
#[must_use]
pub fn head<'d>(document: &'d Document, composition: &Composition) -> Head<'d> {
    let letterhead = document.letterhead();
    let body = &document.meeting().body;
    let mut lines: Vec<Cow<'d, str>> = if letterhead.lines.is_empty() {
        let is_arabic = document.language() == Language::Arabic;
        vec![
            body.organisation.as_str().into(),
            if is_arabic { named(body) } else { body.name.as_str().into() },
        ]
    } else {
        letterhead.lines.iter().map(|line| line.as_str().into()).collect()
    };
    let address = letterhead.address.trim();
    if !lines.iter().any(|line| line.contains(address)) {
        lines.push(address.into());
    }
    Head {
        logo: &letterhead.logo,
        lines: lines.into_iter().filter(|line| !line.trim().is_empty()).collect(),
        draft: is_draft(document, composition.output).then(|| in_language(document, Phrase::Draft)),
        number: number(document, composition),
        day: place_and_day(document, composition),
    }
}

/// The name of the body with the region or the province it is of, unless it says them: «الأمانة الجهوية بجهة فاس مكناس».
fn named(body: &Body) -> Cow<'_, str> {
    let (place, name) = match body.level {
        Level::Regional => (regions::at_region(&body.region), &body.region),
        Level::Provincial => (regions::at_province(&body.province), &body.province),
        Level::Unsaid | Level::National | Level::Local => (String::new(), &body.region),
    };
    let is_said = || {
        let plain = |words: &str| arabic::fold(&regions::in_prose(words));
        [&body.name, &body.organisation].iter().any(|words| plain(words).contains(&plain(name)))
    };
    if body.name.is_empty() || place.is_empty() || is_said() {
        return body.name.as_str().into();
    }
    format!("{} {place}", body.name).into()
}

/// How far this text is: one that is only drawn from the record is as far as the text it is drawn from.
#[must_use]
pub fn state(document: &Document, output: OutputKind) -> State {
    let outputs = document.outputs();
    let public = |own: &&Output| !own.kind.is_internal() && own.kind != OutputKind::Short;
    let drawn = || outputs.iter().find(|own| !output.is_internal() && public(own)).or(outputs.first());
    document.output(output).or_else(drawn).map_or(State::default(), |output| output.state)
}

/// Whether the text is stamped as one that nobody approved yet. A list to sign waits for hands, not for approval.
#[must_use]
pub fn is_draft(document: &Document, output: OutputKind) -> bool {
    output != OutputKind::AttendanceSheet && matches!(state(document, output), State::Draft | State::Review)
}

fn number(document: &Document, composition: &Composition) -> Numbered {
    if let Some(at) = composition.paragraphs.iter().position(|text| is_number(text)) {
        return Numbered::Given(at);
    }
    if lacks_number(document, composition.output) {
        let (name, word) = (in_language(document, Phrase::Number), in_language(document, Phrase::Missing));
        return Numbered::Missing { name, word };
    }
    Numbered::None
}

/// Whether the text takes an outgoing number and has none. What is only drawn from the record has no place to write one
/// in.
#[must_use]
pub fn lacks_number(document: &Document, output: OutputKind) -> bool {
    let takes = match output {
        OutputKind::News | OutputKind::Short | OutputKind::AttendanceSheet => false,
        OutputKind::Minutes
        | OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::Recommendations
        | OutputKind::Statement
        | OutputKind::Invitation => true,
    };
    takes && document.output(output).is_some_and(|own| own.number.trim().is_empty())
}

/// Whether the paragraph is the line of the outgoing number.
fn is_number(composed: &Composed) -> bool {
    let name = Phrase::Number.arabic();
    composed.part == Part::Fact && composed.target.is_none() && composed.text.starts_with(name)
}

fn place_and_day(document: &Document, composition: &Composition) -> Option<String> {
    let signed = |part: &Arc<Composed>| {
        part.part == Part::Signature && part.target.is_some() && !part.text.trim().is_empty()
    };
    let is_arabic = document.language() == Language::Arabic;
    if !is_arabic
        // These tell the day among their facts.
        || matches!(composition.output, OutputKind::Invitation | OutputKind::AttendanceSheet)
        || composition.paragraphs.iter().rev().any(signed)
    {
        return None;
    }
    let meeting = document.meeting();
    let mut day = arabic::write_alone(&meeting.dates, arabic::Style::Plain);
    if day.trim().is_empty() {
        return None;
    }
    if composition.digits == Digits::Arabic {
        day = to_arabic_indic(&day);
    }
    Some(arabic::phrases::at_on(&regions::in_prose(&meeting.body.province), &day))
}

/// A fixed word in the language of the record.
#[must_use]
pub fn in_language(document: &Document, phrase: Phrase) -> &'static str {
    match document.language() {
        Language::Arabic => phrase.arabic(),
        Language::French => phrase.french(),
        Language::English => phrase.english(),
    }
}
