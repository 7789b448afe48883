//! Reads dates as people write them, alone in a field or inside running text.

use std::ops::Range;

use super::date::{Date, Weekday};
use super::fold::fold;
use super::grammar::Parser;
use super::numerals::to_western;
use super::tokens::{Kind, Token, tokens};
use super::when::{Edge, When};

/// A date that was read, and what it says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What was understood.
    pub when: When,
    /// The words as written.
    pub words: String,
    /// The first weekday that disagrees with its date: what is said, what is true.
    pub weekday_mismatch: Option<(Weekday, Weekday)>,
    /// The date that disagreement is about.
    pub mismatch_date: Option<Date>,
    /// Where the disagreeing weekday stands, in bytes of the text that was read.
    pub weekday_at: Option<Range<usize>>,
}

/// Reads a whole text as a date; nothing when any of it is not understood. Words that count from another date
/// («أمس», «7 يناير المقبل») are resolved against the anchor only, and stay unresolved without one.
#[must_use]
pub fn read(text: &str, anchor: Option<Date>) -> Option<Reading> {
    let words = text.trim_matches(|letter: char| letter.is_whitespace() || ".،,؛؟!".contains(letter));
    if let Some(when) = read_iso(&to_western(words)) {
        return Some(Reading::new(when, words));
    }
    let tokens = tokens(text);
    let end = tokens.iter().rposition(|token| !matches!(token.kind, Kind::Mark(_))).map(|last| last + 1)?;
    let mut parser = Parser::new(tokens.get(..end)?, anchor, words);
    parser.skip_words(&["في", "بتاريخ", "تاريخ", "ل", "خلال"]);
    let start = parser.at;
    let forms = [
        Parser::range,
        Parser::days,
        Parser::dash_range,
        Parser::relative,
        Parser::weekday_alone,
        Parser::month,
    ];
    for form in forms {
        parser.at = start;
        parser.said.clear();
        if let Some(when) = form(&mut parser)
            && parser.at == parser.tokens.len()
        {
            return Some(reading(&parser, when, words));
        }
    }
    None
}

/// The date a text begins with, and where it ends in bytes: the longest that is understood. Words that count from
/// another date are resolved against the anchor, and are kept as written beside it.
#[must_use]
pub fn date_at_start(text: &str, anchor: Option<Date>) -> Option<(usize, When)> {
    let tokens = tokens(text);
    let forms = [
        Parser::range,
        Parser::days,
        Parser::dash_range,
        Parser::relative,
        Parser::weekday_alone,
        Parser::month,
    ];
    let mut longest: Option<(usize, When)> = None;
    for form in forms {
        let mut parser = Parser::new(&tokens, anchor, "");
        let Some(when) = form(&mut parser) else { continue };
        let last = parser.at.checked_sub(1).and_then(|last| tokens.get(last));
        let end = last.map_or(0, |token| token.place.end);
        if longest.as_ref().is_none_or(|(known, _)| end > *known) {
            longest = Some((end, when));
        }
    }
    let (end, when) = longest?;
    let words = text.get(..end)?.trim();
    let when = match when {
        When::Relative { date, .. } => When::Relative { phrase: words.to_owned(), date },
        other => other,
    };
    Some((end, when))
}

/// The absolute dates with a weekday in a running text, each with its place in bytes.
#[must_use]
pub fn find_dates(text: &str) -> Vec<(Range<usize>, Reading)> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((end, place, reading)) = find_at(text, &tokens, at) {
            found.push((place, reading));
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// The date that begins at a token, the token after it, and its place.
fn find_at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, Range<usize>, Reading)> {
    for form in [Parser::range, Parser::dash_range, Parser::days] {
        let mut parser = Parser::new(tokens, None, "");
        parser.at = at;
        let Some(when) = form(&mut parser) else { continue };
        if parser.said.is_empty() || !matches!(when, When::Days(_) | When::Range { .. }) {
            continue;
        }
        let place = tokens.get(at)?.place.start..tokens.get(parser.at.checked_sub(1)?)?.place.end;
        let reading = reading(&parser, when, text.get(place.clone())?);
        return Some((parser.at, place, reading));
    }
    None
}

/// The reading of what a parser understood, with the first weekday that disagrees with its date.
fn reading(parser: &Parser<'_>, when: When, words: &str) -> Reading {
    let mut reading = Reading::new(when, words);
    let wrong = parser.said.iter().find_map(|(token, said, date)| {
        let date = (*date)?;
        (date.weekday() != *said).then_some((*token, *said, date))
    });
    if let Some((token, said, date)) = wrong {
        reading.weekday_mismatch = Some((said, date.weekday()));
        reading.mismatch_date = Some(date);
        reading.weekday_at = parser.tokens.get(token).map(|token| {
            let bare = matches!(&token.kind, Kind::Word(word) if *word == fold(said.name()));
            let lead = if bare { 0 } else { 'و'.len_utf8() };
            token.place.start + lead..token.place.end
        });
    }
    reading
}

impl Reading {
    fn new(when: When, words: &str) -> Self {
        Self { when, words: words.to_owned(), weekday_mismatch: None, mismatch_date: None, weekday_at: None }
    }
}

fn read_iso(text: &str) -> Option<When> {
    if let Some((from, to)) = text.split_once("..") {
        return Some(When::Range { from: from.trim().parse().ok()?, to: to.trim().parse().ok()? });
    }
    if let Some((year, month)) = text.split_once('-')
        && year.len() == 4
        && month.len() == 2
    {
        let first = format!("{text}-01").parse::<Date>().ok()?;
        return Some(When::Month { year: Some(first.year()), month: first.month(), edge: Edge::None });
    }
    let days: Option<Vec<Date>> = text.split([',', '،']).map(|part| part.trim().parse().ok()).collect();
    days.map(When::Days)
}
