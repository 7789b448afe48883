//! Whether what goes out holds what must not: read from its very bytes.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::Format;
use crate::arabic::numerals::to_western;
use crate::document::{CommentId, Document, Person, PersonId};

/// Something of the record that stands in a text for others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Leak {
    /// Somebody's telephone number.
    Phone(PersonId),
    /// The number of somebody's identity card.
    Identity(PersonId),
    /// A remark.
    Remark(CommentId),
}

/// Letters and digits that a number or a remark needs to be looked for: shorter ones stand everywhere.
const LEAST_NUMBER: usize = 6;
const LEAST_REMARK: usize = 12;
/// The last digits of a telephone number, without its country; the digits of a number written in full, and the most
/// that one has, with the country and how it is reached.
const LOCAL: usize = 9;
const NATIONAL: usize = 10;
const LONGEST: usize = 15;
/// What stands before those last digits: the country, as it is reached from abroad, or the sign of a number within it.
const CODES: [&str; 3] = ["00212", "212", "0"];
/// No part of a packed text is larger.
const PART: u64 = 64 * 1024 * 1024;

/// What of the record must not be in these bytes and is; nothing where the format hides its words, as PDF does.
#[must_use]
pub fn leaks(document: &Document, bytes: &[u8], format: Format) -> Option<Vec<Leak>> {
    let words = words_of(bytes, format)?;
    let mut found = Vec::new();
    let asks = |person: &Person| !person.phone.is_empty() || !person.identity.is_empty();
    if document.comments().is_empty() && !document.people().values().any(asks) {
        return Some(found);
    }
    let words = bare(&words);
    let figures = figures(&words);
    for (id, person) in document.people() {
        if numbers(&person.phone).iter().any(|number| figures.contains(number)) {
            found.push(Leak::Phone(*id));
        }
        let identity = bare(&person.identity);
        if identity.len() >= LEAST_NUMBER && words.contains(&identity) {
            found.push(Leak::Identity(*id));
        }
    }
    // What a remark quotes of the text, or suggests word for word, stands there by right.
    let own = LazyCell::new(|| -> Vec<String> {
        document.blocks().iter().map(|block| bare(block.text.text())).collect()
    });
    for (id, comment) in document.comments() {
        let said = bare(&comment.text);
        let is_own = || own.iter().any(|text| text.contains(&said));
        if said.chars().count() >= LEAST_REMARK && words.contains(&said) && !is_own() {
            found.push(Leak::Remark(*id));
        }
    }
    Some(found)
}

/// Every telephone number a field holds, by the digits that tell it: several stand there parted by a stroke, a comma, a
/// word, or by nothing but a blank, and one may be parted by any of them.
fn numbers(field: &str) -> BTreeSet<String> {
    let field = to_western(field);
    let is_inside = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}-.()".contains(c);
    let digits = |words: &str| words.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut all: Vec<String> = Vec::new();
    for group in [field.as_str()].into_iter().chain(field.split(|c: char| !is_inside(c))) {
        let whole = digits(group);
        if whole.len() > LONGEST {
            all.extend(group.split_whitespace().map(digits).filter(|number| number.len() >= LOCAL));
            let national = whole.as_bytes().chunks(NATIONAL);
            all.extend(national.map(|number| String::from_utf8_lossy(number).into_owned()));
        }
        all.push(whole);
    }
    let local = |number: &String| {
        let last = number.get(number.len().saturating_sub(LOCAL)..);
        // An extension may follow what is dialled first.
        let dialled = CODES.iter().find_map(|code| number.strip_prefix(code)).unwrap_or(number).get(..LOCAL);
        [last.map(str::to_owned), dialled.map(str::to_owned)]
    };
    all.iter().flat_map(local).flatten().filter(|number| number.len() >= LEAST_NUMBER).collect()
}

/// The figures among these words that are long enough for a number, apart from each other: few beside the words.
fn figures(words: &str) -> String {
    let all = words.as_bytes().split(|c| !c.is_ascii_digit()).filter(|run| run.len() >= LEAST_NUMBER);
    let mut figures = String::new();
    for run in all {
        figures.push_str(&String::from_utf8_lossy(run));
        figures.push(' ');
    }
    figures
}

/// Letters and digits alone, so that blanks, marks and the signs of a format part nothing.
fn bare(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // Nearly all there is; Unicode's tables say the same, and take ten times as long.
            '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' => kept.push(letter),
            letter if letter.is_ascii_alphanumeric() => kept.push(letter.to_ascii_lowercase()),
            letter if letter.is_ascii() => {}
            '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => {
                kept.extend(char::from_digit(u32::from(letter) & 15, 10));
            }
            letter if letter.is_alphanumeric() => kept.extend(letter.to_lowercase()),
            _ => {}
        }
    }
    kept
}

/// What there is to be read in a file.
fn words_of(bytes: &[u8], format: Format) -> Option<String> {
    match format {
        Format::Txt | Format::Whatsapp | Format::Facebook | Format::Site => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        // Before a sign that opens no tag there is a stroke.
        Format::Markdown => Some(untagged(&String::from_utf8_lossy(bytes).replace("\\<", ""))),
        Format::Ron => Some(unparted(&String::from_utf8_lossy(bytes))),
        Format::Html | Format::HtmlFragment => Some(untagged(&String::from_utf8_lossy(bytes))),
        Format::Docx | Format::Odt => unpacked(bytes),
        Format::Pdf | Format::ReviewPdf => None,
    }
}

/// A record whose words stand together as they are read: what is written between the pieces of one text goes, which is
/// all that stands between two quotations and names no field.
fn unparted(record: &str) -> String {
    let mut words = String::with_capacity(record.len());
    let mut quoted = false;
    for part in record.split('"') {
        if !quoted {
            if part.contains(':') {
                words.push_str(part);
            }
            quoted = true;
            continue;
        }
        words.push_str(part);
        // An odd stroke before it makes the sign one of the words.
        let strokes = part.len() - part.trim_end_matches('\\').len();
        quoted = strokes % 2 == 1;
    }
    words
}

/// The words of all parts of a packed text.
fn unpacked(bytes: &[u8]) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut words = String::new();
    for at in 0..archive.len() {
        let part = archive.by_index(at).ok()?;
        let mut held = Vec::new();
        part.take(PART).read_to_end(&mut held).ok()?;
        words.push_str(&untagged(&String::from_utf8_lossy(&held)));
        words.push('\n');
    }
    Some(words)
}

/// Without tags, which may stand inside a word; what stands for a sign is that sign.
fn untagged(text: &str) -> String {
    let mut parts = text.split('<');
    let mut words = String::with_capacity(text.len());
    words.push_str(parts.next().unwrap_or_default());
    for part in parts {
        words.push_str(part.split_once('>').map_or("", |(_, words)| words));
    }
    let signs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    signs.iter().fold(words, |words, (name, sign)| words.replace(name, sign))
}
