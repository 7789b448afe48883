//! `import`: a record made of the text of another program.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use serde_json::{Value as Json, json};

use super::args::{Args, Takes};
use super::record::warn;
use super::say::{self, Failure};
use super::{DONE, Io, NOT_WRITTEN, print};
use crate::check::findings;
use crate::document::{Document, StepError};
use crate::import::{self, Format, Fresh, Read, Told};
use crate::store::{self, OpenError, SaveError};
use crate::words::Words;

pub(super) fn import(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let known = [("-o", Takes::Value), ("--force", Takes::Nothing), ("--json", Takes::Nothing)];
    let args = Args::read(args, &known, words)?;
    let file = args.file(words)?;
    let out = args.required("-o", words)?;
    if out == "-" && args.has("--json") {
        return Err(say::bad_input(words.get("cli-import-one-output")));
    }
    let limit = u64::try_from(import::source::LIMIT).unwrap_or(u64::MAX);
    let bytes = if file == "-" {
        store::all_from(&mut *io.stdin, limit)
    } else {
        store::read_up_to(Path::new(file), limit)
    };
    let bytes = bytes.map_err(|error| match error {
        OpenError::TooLarge { .. } => refused(words, file, import::ReadError::TooBig),
        error => say::open(words, file, &error),
    })?;
    let hint = Format::of_name(Path::new(file));
    let read = import::read(&bytes, hint).map_err(|error| refused(words, file, error))?;
    let name = if file == "-" { String::new() } else { name(file) };
    let fresh = Fresh {
        id: store::random_record_id(),
        session: store::random_session(),
        at: io.now,
        author: String::new(),
    };
    let document = import::record(&read, &name, &fresh).map_err(|error| beyond(words, file, &error))?;
    write(&document, out, args.has("--force"), io, words)?;
    for line in told(&read, words) {
        // The record is made; that a word about it cannot be said changes nothing.
        let _ = writeln!(io.stderr, "{}: {line}", say::shown(file));
    }
    if args.has("--json") {
        print(io, words, &format!("{:#}\n", report(&read, &document, words)))?;
    }
    Ok(DONE)
}

fn write(
    document: &Document,
    out: &OsStr,
    force: bool,
    io: &mut Io<'_>,
    words: Words,
) -> Result<(), Failure> {
    if out == "-" {
        return print(io, words, &store::write(document));
    }
    let path = Path::new(out);
    let saved = if force { store::save(document, path, None) } else { store::create(document, path) };
    let saved = saved.map_err(|error| match error {
        SaveError::Exists => {
            let line = words.with("cli-exists", &[("path", say::shown(out).into())]);
            Failure { code: NOT_WRITTEN, lines: vec![line] }
        }
        other => say::save(words, out, &other),
    })?;
    warn(&saved, out, io, words);
    Ok(())
}

/// What a file is called, without the folders it lies in.
fn name(file: &OsStr) -> String {
    Path::new(file).file_name().unwrap_or(file).to_string_lossy().into_owned()
}

fn refused(words: Words, file: &OsStr, error: import::ReadError) -> Failure {
    say::bad_input(say::one_line(&words.with(error.key(), &[("path", say::shown(file).into())])))
}

fn beyond(words: Words, file: &OsStr, error: &StepError) -> Failure {
    match error {
        StepError::Beyond(limit) => say::open(words, file, &OpenError::Beyond(*limit)),
        error => say::bad_input(words.with("cli-error", &[("text", error.to_string().into())])),
    }
}

/// What reading changed, took or left out, one line each.
fn told(read: &Read, words: Words) -> Vec<String> {
    let one = |told: &Told| match told {
        Told::Encoding(name) => words.with("import-encoding", &[("name", (*name).into())]),
        Told::Cleaned(_) => words.with("cli-cleaned", &[("what", words.counted(&told.said()).into())]),
        Told::Found(..) => words.counted(&told.said()),
    };
    read.notes.iter().map(one).collect()
}

fn report(read: &Read, document: &Document, words: Words) -> Json {
    let mut notes = Vec::new();
    let mut encoding = None;
    for told in &read.notes {
        match told {
            Told::Encoding(name) => encoding = Some(*name),
            Told::Cleaned(_) | Told::Found(..) => {
                let all = told.said().into_iter().map(|(key, count)| {
                    let text = words.with(key, &[("count", count.into())]);
                    json!({ "what": key.trim_start_matches("import-"), "count": count, "text": text })
                });
                notes.extend(all);
            }
        }
    }
    let mut parts: BTreeMap<String, usize> = BTreeMap::new();
    for block in document.blocks() {
        *parts.entry(super::json::part(&block.kind)).or_default() += 1;
    }
    json!({
        "source": {
            "format": match read.format {
                Format::Text => "text",
                Format::Markdown => "markdown",
                Format::Html => "html",
                Format::Docx => "docx",
            },
            "encoding": encoding.unwrap_or("UTF-8"),
            "paragraphs": read.paragraphs.len(),
            "notes": notes,
        },
        "parts": parts,
        "record": super::json::record(document, &findings(document), words),
    })
}
