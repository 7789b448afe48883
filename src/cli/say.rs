//! What the command line says when something is wrong: one line each, with the file and the place.

use std::ffi::OsStr;
use std::io;

use super::{BAD_INPUT, DONE, NOT_WRITTEN};
use crate::arabic::is_forbidden;
use crate::check::Arg;
use crate::document::{Document, FieldPath, Place, Target};
use crate::store::{OpenError, SaveError, SaveWarning};
use crate::words::{Language, Value, Words};

/// Why a command ended early.
#[derive(Debug)]
pub(super) struct Failure {
    /// The exit code.
    pub(super) code: u8,
    /// What to say, one line each.
    pub(super) lines: Vec<String>,
}

pub(super) fn bad_input(line: String) -> Failure {
    Failure { code: BAD_INPUT, lines: vec![line] }
}

pub(super) fn later(words: Words, name: &str) -> Failure {
    bad_input(words.with("cli-later", &[("name", name.into())]))
}

/// Standard output failed. A reader that has seen enough is no error worth a word.
pub(super) fn stdout(words: Words, error: &io::Error) -> Failure {
    let lines = if error.kind() == io::ErrorKind::BrokenPipe {
        Vec::new()
    } else {
        let detail = one_line(&error.to_string());
        vec![words.with("cli-not-written", &[("path", "-".into()), ("detail", detail.into())])]
    };
    Failure { code: NOT_WRITTEN, lines }
}

pub(super) fn open(words: Words, path: &OsStr, error: &OpenError) -> Failure {
    let (key, values) = error.message();
    bad_input(file_message(words, path, key, values))
}

/// A file that is passed over.
pub(super) fn open_warning(words: Words, path: &OsStr, error: &OpenError) -> String {
    let (key, values) = error.message();
    let text = file_message(words, path, key, values);
    words.with("cli-warning", &[("text", text.into())])
}

pub(super) fn save(words: Words, path: &OsStr, error: &SaveError) -> Failure {
    let (key, values) = error.message();
    Failure { code: NOT_WRITTEN, lines: vec![file_message(words, path, key, values)] }
}

/// What of the old file could not be kept.
pub(super) fn save_warning(words: Words, path: &OsStr, warning: SaveWarning) -> String {
    let count = match warning {
        SaveWarning::OtherNames(count) => i64::try_from(count).unwrap_or(i64::MAX),
        SaveWarning::Owner | SaveWarning::Attributes | SaveWarning::WasGone | SaveWarning::NoBackup => {
            i64::from(DONE)
        }
    };
    let text = words.with(warning.key(), &[("path", shown(path).into()), ("count", count.into())]);
    words.with("cli-warning", &[("text", one_line(&text).into())])
}

/// The window's words speak of an open document; where that would be odd, the command line has its own.
fn file_message(words: Words, path: &OsStr, key: &str, values: Vec<(&'static str, String)>) -> String {
    let own = format!("cli-{key}");
    let key = if Words::new(Language::English).has(&own) { &own } else { key };
    let mut all: Vec<(&str, Value<'_>)> = vec![("path", shown(path).into())];
    let count = values.iter().find(|(name, _)| *name == "count").map(|(_, count)| count.clone());
    all.extend(values.into_iter().map(|(name, value)| {
        // Which limit it was is a message of its own.
        let count = count.clone().unwrap_or_default();
        let told = if name == "beyond" { words.with(&value, &[("count", count.into())]) } else { value };
        (name, one_line(&told).into())
    }));
    one_line(&words.with(key, &all))
}

/// A finding's or warning's values in this language.
pub(super) fn values(words: Words, args: Vec<(&'static str, Arg)>) -> Vec<(&'static str, Value<'static>)> {
    args.into_iter().map(|(name, arg)| (name, value(words, arg).into())).collect()
}

fn value(words: Words, arg: Arg) -> String {
    match arg {
        Arg::Text(text) => one_line(&text),
        Arg::Key(key) => words.get(key),
        Arg::Date(date) if words.language() == Language::Arabic => {
            crate::arabic::write(&crate::arabic::When::day(date), crate::arabic::Style::Plain)
        }
        Arg::Date(date) => date.to_string(),
        Arg::Vote(vote) => words.vote(vote),
        Arg::Fields(all) => {
            words.fields(all.into_iter().map(|(name, held)| (value(words, name), value(words, held))))
        }
    }
}

/// A place as a path: a field's own, `blocks.3` (from 0, as in `meeting.chairs.0`), `comments.1.4`.
pub(super) fn place(document: &Document, place: &Place) -> String {
    match &place.target {
        Target::Field(path) => path.to_string(),
        Target::Title(kind) => FieldPath::OutputTitle(*kind).to_string(),
        Target::Block(id) => match document.blocks().index(*id) {
            Some(index) => format!("blocks.{index}"),
            None => format!("blocks.{id}"),
        },
        Target::Comment(id) => format!("comments.{id}"),
    }
}

/// An argument as it can be shown: on one line, what is not UTF-8 replaced.
pub(super) fn shown(text: &OsStr) -> String {
    one_line(&text.to_string_lossy())
}

/// Words from outside on one line, so that they cannot pass for another message, command the terminal or turn its letters
/// around.
pub(super) fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_forbidden(c);
    text.chars().map(|c| if breaks(c) { ' ' } else { c }).collect()
}
