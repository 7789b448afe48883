//! What a web page left among the paragraphs: struck only where no author writes it in the body of a text.

use super::line::{Fate, Line};
use super::source::Apart;
use crate::arabic::cues::Cue;
use crate::arabic::fold::is_letter;
use crate::arabic::lead;
use crate::arabic::named::honorific_at;
use crate::document::Sureness;

/// How far from what is known to be of the page its lesser parts may stand, in lines.
const BESIDE: usize = 2;
/// How many lines at most are of the page below its own last words.
const TAIL: usize = 30;

/// What a line is by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seems {
    /// Words that only a page says, or a button with the name of a network.
    Page,
    /// The name of a network alone.
    Network,
    /// Words that a page says and authors too.
    Perhaps,
    /// A page number, a counter, stray signs.
    Signs,
    /// An address alone.
    Address,
    /// A short line that says nothing of a meeting.
    Short,
    /// Part of the text.
    Text,
}

/// Strikes what a web page left.
pub(super) fn strike(lines: &mut [Line<'_>]) {
    let seems: Vec<Seems> = lines.iter().map(seems).collect();
    let is = |at: usize, what: Seems| seems.get(at) == Some(&what);
    let count = seems.len();
    let beside = |at: usize| {
        // Words of the text between them keep them apart.
        let near = |other: &usize| is(*other, Seems::Page);
        let own = |other: &usize| *other < count && !is(*other, Seems::Text);
        let after = (at + 1..).take(BESIDE).take_while(own).any(|other| near(&other));
        let before = (0..at).rev().take(BESIDE).take_while(own).any(|other| near(&other));
        after || before
    };
    let last = seems.iter().rposition(|seems| *seems == Seems::Text);
    let first_of_end = (count / 2..count).find(|at| is(*at, Seems::Page));
    // Below the last words of the text, and below what is known to be of the page.
    let in_tail = |at: usize| {
        last.is_none_or(|last| at > last)
            && first_of_end.is_some_and(|first| at > first && at - first <= TAIL)
    };
    // Buttons and counters that follow each other, with words of the page somewhere among them.
    let of_page =
        |at: &usize| seems.get(*at).is_some_and(|seems| !matches!(seems, Seems::Text | Seems::Short));
    let among = |at: usize| {
        let near = |other: usize| is(other, Seems::Page);
        (at + 1..count).take_while(of_page).any(near) || (0..at).rev().take_while(of_page).any(near)
    };
    let follows = |at: usize| at.checked_sub(1).is_some_and(|before| is(before, Seems::Signs));
    // What a line leads to, or two numbers with a sign between them, is the author's: a count, a result.
    let told: Vec<bool> = (0..count)
        .map(|at| {
            let led = at.checked_sub(1).and_then(|before| lines.get(before)).is_some_and(Line::leads);
            led || lines.get(at).is_some_and(|line| is_result(&line.para.text))
        })
        .collect();
    for (at, line) in lines.iter_mut().enumerate() {
        let how = match seems.get(at).copied().unwrap_or(Seems::Text) {
            Seems::Page => Sureness::Certain,
            Seems::Network if beside(at) || among(at) => Sureness::Certain,
            Seems::Network if in_tail(at) => Sureness::Likely,
            Seems::Signs if in_tail(at) => Sureness::Likely,
            // Figures that follow each other are a column, not the number of a page.
            Seems::Signs
                if !told.get(at).is_some_and(|told| *told) && !follows(at) && !is(at + 1, Seems::Signs) =>
            {
                Sureness::Likely
            }
            Seems::Perhaps | Seems::Address if beside(at) || in_tail(at) => Sureness::Likely,
            Seems::Short if in_tail(at) => Sureness::Unsure,
            _ => continue,
        };
        (line.fate, line.how) = (Fate::Residue, how);
    }
}

/// Strikes what is said before a text, for programs, but what the header can hold.
pub(super) fn strike_front(lines: &mut [Line<'_>]) {
    for line in lines.iter_mut().filter(|line| line.para.apart == Some(Apart::Front)) {
        let is_known = lead::front(&line.para.text).is_some();
        (line.fate, line.how) = (if is_known { Fate::Front } else { Fate::Residue }, Sureness::Certain);
    }
}

fn seems(line: &Line<'_>) -> Seems {
    // The row of a table is what somebody put there.
    if line.para.row.is_some() || line.para.heading.is_some() || line.para.apart == Some(Apart::Front) {
        return Seems::Text;
    }
    let text = line.para.text.as_str();
    if !text.chars().any(is_letter) {
        return if is_counter(text) { Seems::Signs } else { Seems::Text };
    }
    let words = line.words.len();
    if words <= 24 && line.early(Cue::Residue, 0).is_some() {
        return Seems::Page;
    }
    if words > 8 {
        return Seems::Text;
    }
    if (text.starts_with("http") || text.starts_with("www.")) && text.split_whitespace().nth(1).is_none() {
        return Seems::Address;
    }
    if line.is_labelled() {
        // A page lists its buttons; what an author set off by hand is an item.
        let button = line.para.list.is_some() && whole(line).is_some();
        return if button { Seems::Perhaps } else { Seems::Text };
    }
    if let Some(whole) = whole(line) {
        return whole;
    }
    let tells = [Cue::Signed, Cue::Closing, Cue::Ended, Cue::Annexes, Cue::Agenda, Cue::Lead, Cue::Next]
        .into_iter()
        .chain([Cue::Present, Cue::Excused, Cue::Absent, Cue::Guests, Cue::Decision, Cue::Speech]);
    let named = (0..words).any(|at| honorific_at(&line.words, at).is_some());
    let ends = line.ends_with(&['.', ':', '\u{61b}', '\u{60c}', '!', '\u{61f}']);
    if named || ends || text.contains(':') || tells.into_iter().any(|cue| line.has(cue)) {
        Seems::Text
    } else {
        Seems::Short
    }
}

/// Whether all of a line is words of a page, one after the other, counters between them left out.
fn whole(line: &Line<'_>) -> Option<Seems> {
    let words = line.words.len();
    let (mut at, mut parts, mut strong, mut single) = (0, 0, false, true);
    while at < words {
        let here = line
            .cues
            .iter()
            .filter(|found| found.at == at && matches!(found.cue, Cue::ResidueWhole | Cue::ResidueBeside));
        match here.max_by_key(|found| found.end) {
            Some(found) => {
                strong |= found.cue == Cue::ResidueWhole;
                single &= found.end == at + 1;
                (at, parts) = (found.end, parts + 1);
            }
            None if line.words.word(at).starts_with(|c: char| c.is_ascii_digit()) => at += 1,
            None => return None,
        }
    }
    match (parts, strong) {
        (0, _) => None,
        (1, true) if single => Some(Seems::Network),
        (_, true) => Some(Seems::Page),
        (_, false) => Some(Seems::Perhaps),
    }
}

/// Whether signs without a letter are a page number or a counter: no date, no hour, no amount, no year, no column.
fn is_counter(text: &str) -> bool {
    if text.contains(['.', ',', ':', '%', '|', '\t', '+', '\u{60c}', '\u{66a}']) {
        return false;
    }
    let numbers = text.split(|c: char| !c.is_numeric()).filter(|number| !number.is_empty());
    let lengths: Vec<usize> = numbers.map(|number| number.chars().count()).collect();
    lengths.len() <= 2 && lengths.iter().all(|length| *length <= 3)
}

/// Whether two numbers have a sign between them, and not a space alone: «12 / 3».
fn is_result(text: &str) -> bool {
    let between = text.trim_matches(|c: char| !c.is_numeric()).trim_matches(char::is_numeric);
    !between.trim().is_empty()
}
