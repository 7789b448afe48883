//! Arguments: options by name, the rest in order; a name on disk may be any bytes.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};

use super::say::{self, Failure};
use crate::document::FieldPath;
use crate::words::Words;

/// Whether an option is followed by a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Takes {
    /// It stands alone.
    Nothing,
    /// A value follows, as the next argument or after `=`.
    Value,
}

/// The options a command knows.
pub(super) type Known = [(&'static str, Takes)];

/// The arguments of one command.
#[derive(Debug, Default)]
pub(super) struct Args {
    /// Those that belong to no option.
    pub(super) positional: Vec<OsString>,
    options: Vec<(&'static str, OsString)>,
}

impl Args {
    pub(super) fn read(
        args: impl Iterator<Item = OsString>,
        known: &Known,
        words: Words,
    ) -> Result<Self, Failure> {
        let mut read = Self::default();
        let mut args = args;
        let mut only_positional = false;
        while let Some(arg) = args.next() {
            let is_option = arg.as_bytes().starts_with(b"-") && arg.as_bytes() != b"-";
            if only_positional || !is_option {
                read.positional.push(arg);
                continue;
            }
            if arg.as_bytes() == b"--" {
                only_positional = true;
                continue;
            }
            let (name, value) = split(&arg);
            let Some((name, takes)) = known.iter().find(|(other, _)| OsStr::new(other) == name) else {
                return Err(usage(words, "cli-unknown-option", "name", name));
            };
            let value = match (takes, value) {
                (Takes::Nothing, None) => OsString::new(),
                (Takes::Nothing, Some(value)) => {
                    return Err(usage(words, "cli-extra-argument", "text", value));
                }
                (Takes::Value, Some(value)) => value.to_owned(),
                (Takes::Value, None) => {
                    args.next().ok_or_else(|| usage(words, "cli-missing-value", "name", OsStr::new(name)))?
                }
            };
            read.options.push((name, value));
        }
        Ok(read)
    }

    /// Whether the option was given.
    pub(super) fn has(&self, name: &str) -> bool {
        self.options.iter().any(|(other, _)| *other == name)
    }

    /// The value given last.
    pub(super) fn value(&self, name: &str) -> Option<&OsStr> {
        self.options.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| value.as_os_str())
    }

    /// All values given, in order.
    pub(super) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a OsStr> {
        self.options.iter().filter(move |(other, _)| *other == name).map(|(_, value)| value.as_os_str())
    }

    /// The value of an option that must be given.
    pub(super) fn required(&self, name: &'static str, words: Words) -> Result<&OsStr, Failure> {
        self.value(name).ok_or_else(|| usage(words, "cli-missing-argument", "name", OsStr::new(name)))
    }

    /// The value of an option that is one of these words.
    pub(super) fn one_of<T: Copy>(
        &self,
        name: &'static str,
        choices: &[(&'static str, T)],
        words: Words,
    ) -> Result<Option<T>, Failure> {
        let Some(value) = self.value(name) else { return Ok(None) };
        if let Some((_, choice)) = choices.iter().find(|(word, _)| OsStr::new(word) == value) {
            return Ok(Some(*choice));
        }
        let all: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let values =
            [("name", name.into()), ("value", say::shown(value).into()), ("known", all.join(", ").into())];
        Err(say::bad_input(words.with("cli-bad-choice", &values)))
    }

    /// The only file.
    pub(super) fn file(&self, words: Words) -> Result<&OsStr, Failure> {
        if let Some(extra) = self.positional.get(1) {
            return Err(usage(words, "cli-extra-argument", "text", extra));
        }
        self.positional
            .first()
            .map(OsString::as_os_str)
            .ok_or_else(|| usage(words, "cli-missing-argument", "name", OsStr::new("FILE")))
    }

    /// The two files there must be.
    pub(super) fn two_files(&self, words: Words) -> Result<[&OsStr; 2], Failure> {
        let missing = |name| usage(words, "cli-missing-argument", "name", OsStr::new(name));
        match self.positional.as_slice() {
            [] => Err(missing("A B")),
            [_] => Err(missing("B")),
            [old, new] => Ok([old, new]),
            [_, _, extra, ..] => Err(usage(words, "cli-extra-argument", "text", extra)),
        }
    }

    /// Refuses arguments where there is no place for any.
    pub(super) fn no_positional(&self, words: Words) -> Result<(), Failure> {
        match self.positional.first() {
            Some(extra) => Err(usage(words, "cli-extra-argument", "text", extra)),
            None => Ok(()),
        }
    }
}

/// `--name=value` in two; anything else is a name.
fn split(arg: &OsStr) -> (&OsStr, Option<&OsStr>) {
    let bytes = arg.as_bytes();
    let at = bytes.iter().position(|byte| *byte == b'=').filter(|_| bytes.starts_with(b"--"));
    match at.and_then(|at| bytes.split_at_checked(at)) {
        Some((name, value)) => (OsStr::from_bytes(name), value.get(1..).map(OsStr::from_bytes)),
        None => (arg, None),
    }
}

fn usage(words: Words, key: &str, name: &str, value: &OsStr) -> Failure {
    say::bad_input(words.with(key, &[(name, say::shown(value).into())]))
}

/// `PATH=VALUE`, both read.
pub(super) fn assignment(text: &OsStr, words: Words) -> Result<(FieldPath, String), Failure> {
    let refused = || usage(words, "cli-bad-assignment", "text", text);
    let whole = String::from_utf8(text.to_owned().into_vec()).map_err(|_| refused())?;
    let (path, value) = whole.split_once('=').ok_or_else(refused)?;
    match path.parse() {
        Ok(path) => Ok((path, value.to_owned())),
        Err(unknown) => {
            let path = say::one_line(&unknown.path);
            let values = [("path", path.into()), ("nearest", unknown.nearest.join(", ").into())];
            Err(say::bad_input(words.with("cli-unknown-path", &values)))
        }
    }
}
