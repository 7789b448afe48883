//! The format of today: a first line with its number, then RON, one block a line, in stable order.

use std::fmt::Write as _;

use ron::error::SpannedError;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::open::OpenError;
use super::{scan, upgrade};
use crate::document::{Document, Flaw, Limit};

/// The number of the format this release writes, and the newest it reads.
pub const FORMAT: u32 = 2;

/// What the first line begins with; the format's number follows.
pub(super) const MAGIC: &str = "// mahdar ";

/// How deep brackets may nest. A sound record needs 12.
pub(super) const DEPTH: usize = 64;

/// The bytes of a file that holds this record. The same record gives the same bytes.
#[must_use]
pub fn write(document: &Document) -> String {
    let words: usize = document.blocks().iter().map(|block| block.text.len() + 96).sum();
    let mut file = String::with_capacity(words + 4096);
    // Writing to a string cannot fail.
    let _ = writeln!(file, "{MAGIC}{FORMAT}");
    write_value(&mut file, document);
    file
}

/// Adds a value to a file and ends its line.
pub(super) fn write_value(file: &mut String, value: &impl Serialize) {
    // Writing to a string cannot fail, and every saved type is a tree of plain values: no error can come of either.
    let _ = options().to_writer_pretty(&mut *file, value, layout());
    file.push('\n');
}

/// A value on one line: what a journal holds.
pub(super) fn line(value: &impl Serialize) -> String {
    // As above: no error can come of it.
    options().to_string(value).unwrap_or_default()
}

/// The value of a file.
pub(super) fn value<T: DeserializeOwned>(text: &str) -> Result<T, OpenError> {
    options().from_str(text).map_err(|error| syntax(&error, text))
}

fn layout() -> PrettyConfig {
    PrettyConfig::new().depth_limit(2).escape_strings(false).new_line("\n").indentor(" ").separator(" ")
}

fn options() -> ron::Options {
    ron::Options::default().with_recursion_limit(DEPTH)
}

/// What these bytes hold, in any format there ever was.
///
/// # Errors
/// [`OpenError`], with the place of what is wrong; memory and stack stay bounded whatever the bytes are.
pub(super) fn read(bytes: &[u8]) -> Result<Read, OpenError> {
    let text = text(bytes)?;
    let first = text.lines().next().unwrap_or_default();
    let number = first.strip_prefix(MAGIC).ok_or(OpenError::NoFirstLine)?;
    let format = match number.parse::<u32>() {
        // A sign or a leading zero is not how the number is written.
        Ok(found) if found.to_string() != number => None,
        Ok(found) if found > FORMAT => return Err(OpenError::Newer { found }),
        found => found.ok(),
    };
    let format = format.ok_or_else(|| OpenError::WrongFormat { found: number.chars().take(40).collect() })?;
    scan::census(text)?;
    let document = upgrade::read(format, text)?;
    let (grave, warnings): (Vec<Flaw>, Vec<Flaw>) = document.check().into_iter().partition(is_grave);
    if let Some(limit) = grave.iter().find_map(beyond) {
        return Err(OpenError::Beyond(limit));
    }
    if grave.is_empty() { Ok(Read { document, warnings, format }) } else { Err(OpenError::Damaged(grave)) }
}

/// What a file held.
pub(super) struct Read {
    pub(super) document: Document,
    /// What is odd about it without harm.
    pub(super) warnings: Vec<Flaw>,
    /// The number of its format.
    pub(super) format: u32,
}

fn beyond(flaw: &Flaw) -> Option<Limit> {
    if let Flaw::Beyond(limit) = flaw { Some(*limit) } else { None }
}

/// Whether this first line is one of the formats that are laid out like today's.
pub(super) fn is_read(first: &str) -> bool {
    let number = first.strip_prefix(MAGIC).and_then(|number| number.parse::<u32>().ok());
    number.is_some_and(|number| (1..=FORMAT).contains(&number))
}

/// The text of a file, without the byte order mark some editors put at the start.
pub(super) fn text(bytes: &[u8]) -> Result<&str, OpenError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let breaks = bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
        OpenError::NotUtf8 { line: breaks + 1, at }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() { Err(OpenError::Empty) } else { Ok(text) }
}

/// The record these bytes hold.
///
/// # Errors
/// [`OpenError`], with the place of what is wrong.
pub fn parse(bytes: &[u8]) -> Result<Document, OpenError> {
    read(bytes).map(|read| read.document)
}

/// Whether a record with this flaw cannot be edited safely.
fn is_grave(flaw: &Flaw) -> bool {
    match flaw {
        Flaw::DuplicateBlock(_)
        | Flaw::DuplicateOutput(_)
        | Flaw::DuplicateAttendee(_)
        | Flaw::Level(..)
        | Flaw::Beyond(_) => true,
        Flaw::NotNormal(_) | Flaw::NoPerson(_) | Flaw::NoComment(_) | Flaw::NoChange(_) => false,
    }
}

fn syntax(error: &SpannedError, text: &str) -> OpenError {
    let line = error.span.start.line;
    let column = error.span.start.col;
    let end = &error.span.end;
    if matches!(error.code, ron::Error::ExceededRecursionLimit) {
        return OpenError::TooDeep { line, column };
    }
    if let ron::Error::NoSuchStructField { found, .. } | ron::Error::NoSuchEnumVariant { found, .. } =
        &error.code
    {
        return OpenError::Unknown { line, column, name: shortened(found) };
    }
    let (last, width) = text.lines().enumerate().last().map_or((1, 0), |(n, l)| (n + 1, l.chars().count()));
    let at_end = end.line > last || (end.line == last && end.col > width);
    let open = matches!(
        error.code,
        ron::Error::Eof | ron::Error::ExpectedStringEnd | ron::Error::UnclosedBlockComment
    );
    if open || (at_end && !matches!(error.code, ron::Error::TrailingCharacters)) {
        return OpenError::Truncated { line: last, column: width + 1 };
    }
    OpenError::Syntax { line, column, what: shortened(&error.code.to_string()) }
}

/// An error's words on one line of bearable length, whatever of the file they quote.
fn shortened(message: &str) -> String {
    let mut short: String = message.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect();
    if message.chars().nth(200).is_some() {
        short.push('…');
    }
    short
}
