//! `export`: a text of the record, or the record itself fit for its readers.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::args::{Args, Takes};
use super::record::{open, warn};
use super::say::{self, Failure};
use super::{DONE, Io, NOT_WRITTEN};
use crate::check::{Arg, field_key};
use crate::document::{Digits, Document, Label, OutputKind};
use crate::export::{self, Eol, Format, Loss, Options};
use crate::store::{self, Overwrite};
use crate::template::{Readers, Reading, View};
use crate::words::Words;

/// What this release writes.
const FORMATS: [&str; 2] = ["txt", "ron"];

/// What later ones will.
const LATER: [&str; 10] =
    ["md", "html", "html-fragment", "docx", "odt", "pdf", "review-pdf", "whatsapp", "facebook", "site"];

const KNOWN: [(&str, Takes); 8] = [
    ("--to", Takes::Value),
    ("-o", Takes::Value),
    ("--output", Takes::Value),
    ("--audience", Takes::Value),
    ("--reading", Takes::Value),
    ("--digits", Takes::Value),
    ("--bullets", Takes::Value),
    ("--eol", Takes::Value),
];

pub(super) fn export(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &KNOWN, words)?;
    let file = args.file(words)?;
    let format = args.required("--to", words)?.to_str().unwrap_or_default();
    let out = args.required("-o", words)?;
    if LATER.contains(&format) {
        return Err(say::bad_input(words.with("cli-later-format", &[("name", format.into())])));
    }
    if !FORMATS.contains(&format) {
        let values = [("name", say::one_line(format).into()), ("known", FORMATS.join(", ").into())];
        return Err(say::bad_input(words.with("cli-unknown-format", &values)));
    }
    let eol = args.one_of("--eol", &[("lf", Eol::Lf), ("crlf", Eol::Crlf)], words)?.unwrap_or_default();
    let document = open(file, io, words)?.document;
    let view = view(&args, &document, words)?;
    if out != "-" && file != "-" && store::is_same(Path::new(file), Path::new(out)) {
        let line = words.with("cli-same-file", &[("path", say::shown(out).into())]);
        return Err(Failure { code: NOT_WRITTEN, lines: vec![line] });
    }
    let bytes = if format == "ron" {
        record(&document, view, words)?.into_bytes()
    } else {
        text(&document, view, Options { eol }, file, io, words)?
    };
    if out == "-" {
        io.stdout.write_all(&bytes).map_err(|error| say::stdout(words, &error))?;
        return Ok(DONE);
    }
    let saved = store::write_bytes(Path::new(out), &bytes, Overwrite::Replace);
    let saved = saved.map_err(|error| say::save(words, out, &error))?;
    warn(&saved, out, io, words);
    Ok(DONE)
}

/// What the options ask for, on top of what the output usually gets.
fn view(args: &Args, document: &Document, words: Words) -> Result<View, Failure> {
    let mut view = match args.value("--output") {
        None => View::main(document),
        Some(word) => View::of(output(word, document, words)?),
    };
    let readers = [("public", Readers::Public), ("internal", Readers::Internal)];
    if let Some(readers) = args.one_of("--audience", &readers, words)? {
        view.readers = readers;
    }
    let readings = [("final", Reading::Final), ("original", Reading::Original), ("markup", Reading::Markup)];
    if let Some(reading) = args.one_of("--reading", &readings, words)? {
        view.reading = reading;
    }
    view.digits = args.one_of("--digits", &[("latin", Digits::Latin), ("arabic", Digits::Arabic)], words)?;
    view.bullets = args.one_of("--bullets", &Label::ALL.map(|label| (label.keyword(), label)), words)?;
    Ok(view)
}

fn output(word: &OsStr, document: &Document, words: Words) -> Result<OutputKind, Failure> {
    let kind = word.to_str().and_then(|word| word.parse().ok());
    kind.filter(|kind| document.output(*kind).is_some()).ok_or_else(|| {
        let has: Vec<&str> = document.outputs().iter().map(|output| output.kind.keyword()).collect();
        let values = [("name", say::shown(word).into()), ("known", has.join(", ").into())];
        say::bad_input(words.with("cli-unknown-output", &values))
    })
}

/// The record itself for the house, a new one for anybody else.
fn record(document: &Document, view: View, words: Words) -> Result<String, Failure> {
    if view.readers == Readers::Internal {
        return Ok(store::write(document));
    }
    if view.reading != Reading::Final {
        return Err(say::bad_input(words.get("cli-public-final")));
    }
    let public = export::public_record(document, view.output, store::random_record_id());
    let public = public
        .map_err(|error| say::bad_input(words.with("cli-error", &[("text", error.to_string().into())])))?;
    Ok(store::write(&public))
}

fn text(
    document: &Document,
    view: View,
    options: Options,
    file: &OsStr,
    io: &mut Io<'_>,
    words: Words,
) -> Result<Vec<u8>, Failure> {
    let exported = export::export(document, &view, options, Format::Txt);
    let exported = exported.map_err(|export::Error::Empty| {
        say::bad_input(words.with("cli-nothing-to-write", &[("path", say::shown(file).into())]))
    })?;
    for warning in exported.warnings {
        let (key, args) = match &warning.what {
            Loss::Unresolved(atom) => ("finding-unresolved", vec![("field", Arg::Key(field_key(atom)))]),
            Loss::Open(atom) => ("cli-open-field", vec![("field", Arg::Key(field_key(atom)))]),
            Loss::LeftOut(count) => ("cli-left-out", vec![("count", Arg::Text(count.to_string()))]),
        };
        let message = match warning.what {
            Loss::LeftOut(count) => words.with(key, &[("count", count.into())]),
            Loss::Unresolved(_) | Loss::Open(_) => words.with(key, &say::values(words, args)),
        };
        let place =
            warning.place.map(|place| format!(" {}:", say::place(document, &place))).unwrap_or_default();
        let text = words.with("cli-warning", &[("text", message.into())]);
        // A warning that cannot be said does not spoil the export.
        let _ = writeln!(io.stderr, "{}:{place} {text}", say::shown(file));
    }
    Ok(exported.bytes)
}
