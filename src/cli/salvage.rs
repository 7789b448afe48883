//! `salvage`: what is sound in a damaged file, written into a new one.

use std::ffi::OsString;
use std::path::Path;

use super::args::{Args, Takes};
use super::record::warn;
use super::say::{self, Failure};
use super::{DONE, FOUND, Io, NOT_WRITTEN, print};
use crate::store::{self, Lost, SaveError};
use crate::words::Words;

pub(super) fn salvage(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &[("-o", Takes::Value)], words)?;
    let file = args.file(words)?;
    let out = args.required("-o", words)?;
    let bytes =
        if file == "-" { store::read_from(&mut *io.stdin) } else { store::read_bytes(Path::new(file)) };
    let bytes = bytes.map_err(|error| say::open(words, file, &error))?;
    let Some(salvaged) = store::salvage(&bytes) else {
        // A newer file and one beyond the limits say so themselves.
        let why = store::parse(&bytes).err().filter(|error| !error.is_damage());
        return Err(match why {
            Some(error) => say::open(words, file, &error),
            None => say::bad_input(words.with("salvage-nothing", &[("path", say::shown(file).into())])),
        });
    };
    if out == "-" {
        print(io, words, &store::write(&salvaged.document))?;
    } else {
        let saved = store::create(&salvaged.document, Path::new(out)).map_err(|error| match error {
            SaveError::Exists => {
                let line = words.with("cli-salvage-exists", &[("path", say::shown(out).into())]);
                Failure { code: NOT_WRITTEN, lines: vec![line] }
            }
            other => say::save(words, out, &other),
        })?;
        warn(&saved, out, io, words);
    }
    for lost in &salvaged.lost {
        // The copy is written; that a word about it cannot be said changes nothing.
        let _ = writeln!(io.stderr, "{}: {}", say::shown(file), told(words, *lost));
    }
    if salvaged.more > 0 {
        let more = words.with("salvage-more", &[("count", salvaged.more.into())]);
        let _ = writeln!(io.stderr, "{}: {more}", say::shown(file));
    }
    Ok(if salvaged.lost.is_empty() { DONE } else { FOUND })
}

/// A loss in words.
fn told(words: Words, lost: Lost) -> String {
    let line = lost.line.map(|line| line.to_string()).unwrap_or_default();
    let (part, left) = (words.get(lost.part.key()), words.get(lost.left.key()));
    words.with(lost.key(), &[("line", line.into()), ("part", part.into()), ("left", left.into())])
}
