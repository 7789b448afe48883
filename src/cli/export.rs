//! `export`: a text of the record, or the record itself fit for its readers.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::args::{Args, Takes};
use super::record::{open, warn};
use super::say::{self, Failure};
use super::{DONE, Io, NOT_WRITTEN};
use crate::arabic::date;
use crate::check::{Arg, field_key};
use crate::document::{Digits, Document, Label, OutputKind};
use crate::export::{self, Eol, Format, Image, Loss, Options};
use crate::store::{self, Overwrite, Picture};
use crate::template::{Readers, Reading, View};
use crate::text::Family;
use crate::words::{Value, Words};

const KNOWN: [(&str, Takes); 9] = [
    ("--to", Takes::Value),
    ("-o", Takes::Value),
    ("--output", Takes::Value),
    ("--audience", Takes::Value),
    ("--reading", Takes::Value),
    ("--digits", Takes::Value),
    ("--bullets", Takes::Value),
    ("--eol", Takes::Value),
    ("--font", Takes::Value),
];

pub(super) fn export(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &KNOWN, words)?;
    let file = args.file(words)?;
    let format = format(args.required("--to", words)?, words)?;
    let out = args.required("-o", words)?;
    let eol = args.one_of("--eol", &[("lf", Eol::Lf), ("crlf", Eol::Crlf)], words)?.unwrap_or_default();
    let document = open(file, io, words)?.document;
    let view = view(&args, &document, words)?;
    if out != "-" && file != "-" && store::is_same(Path::new(file), Path::new(out)) {
        let line = words.with("cli-same-file", &[("path", say::shown(out).into())]);
        return Err(Failure { code: NOT_WRITTEN, lines: vec![line] });
    }
    let family = args.one_of("--font", &[("amiri", Family::Amiri), ("naskh", Family::Naskh)], words)?;
    let pictures = if format.shows_pictures() { pictures(&document, file) } else { Vec::new() };
    let images: Vec<Image<'_>> =
        pictures.iter().map(|(name, picture)| Image { name, bytes: picture.bytes() }).collect();
    let options = Options {
        eol,
        family: family.unwrap_or(Options::default().family),
        images: &images,
        record: Some(store::random_record_id()),
        today: date::then_here(io.now.0).map(|(day, _)| day),
        ..Options::default()
    };
    let bytes = text(&document, view, options, format, file, io, words)?;
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

/// The pictures the record shows, as far as they lie beside it.
fn pictures<'d>(document: &'d Document, file: &OsStr) -> Vec<(&'d str, Picture)> {
    let Some(folder) = Path::new(file).parent().filter(|_| file != "-") else { return Vec::new() };
    let most = u64::try_from(Picture::MOST).unwrap_or(u64::MAX);
    let read = |name: &'d str| {
        // A name, never a way to somewhere else.
        let own = Path::new(name).file_name()?;
        let bytes = store::read_up_to(&folder.join(own), most).ok()?;
        Some((name, Picture::of(bytes).ok()?))
    };
    export::pictures(document).into_iter().filter_map(read).collect()
}

/// A text the record has, or one of those that can be drawn from any record.
fn output(word: &OsStr, document: &Document, words: Words) -> Result<OutputKind, Failure> {
    let drawn =
        [OutputKind::Recommendations, OutputKind::Invitation, OutputKind::AttendanceSheet, OutputKind::Short];
    let kind = word.to_str().and_then(|word| word.parse().ok());
    kind.filter(|kind| document.output(*kind).is_some() || drawn.contains(kind)).ok_or_else(|| {
        let own = document.outputs().iter().map(|output| output.kind);
        let others = drawn.into_iter().filter(|kind| document.output(*kind).is_none());
        let has: Vec<&str> = own.chain(others).map(OutputKind::keyword).collect();
        let values = [("name", say::shown(word).into()), ("known", has.join(", ").into())];
        say::bad_input(words.with("cli-unknown-output", &values))
    })
}

fn format(word: &OsStr, words: Words) -> Result<Format, Failure> {
    let found = Format::ALL.into_iter().find(|format| word == format.keyword());
    found.ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.iter().map(|format| format.keyword()).collect();
        let values = [("name", say::shown(word).into()), ("known", known.join(", ").into())];
        say::bad_input(words.with("cli-unknown-format", &values))
    })
}

fn text(
    document: &Document,
    view: View,
    options: Options<'_>,
    format: Format,
    file: &OsStr,
    io: &mut Io<'_>,
    words: Words,
) -> Result<Vec<u8>, Failure> {
    let exported = export::export(document, &view, options, format);
    let exported = exported.map_err(|error| {
        say::bad_input(match error {
            export::Error::Empty => words.with("cli-nothing-to-write", &[("path", say::shown(file).into())]),
            export::Error::PublicReading => words.get("cli-public-final"),
            export::Error::Letter(letter) => words.with("export-letter", &[("letter", letter.into())]),
            export::Error::Picture(name) => words.with("export-picture", &[("name", name.into())]),
            other => words.with("cli-error", &[("text", other.to_string().into())]),
        })
    })?;
    for warning in &exported.warnings {
        let message = told(&warning.what, words);
        let place = warning
            .place
            .as_ref()
            .map(|place| format!(" {}:", say::place(document, place)))
            .unwrap_or_default();
        let text = words.with("cli-warning", &[("text", message.into())]);
        // A warning that cannot be said does not spoil the export.
        let _ = writeln!(io.stderr, "{}:{place} {text}", say::shown(file));
    }
    if view.output == OutputKind::Short || format.limit().is_some() {
        let (length, count) = export::length(std::str::from_utf8(&exported.bytes).unwrap_or_default());
        if length > 0 && !matches!(format, Format::Docx | Format::Odt | Format::Pdf | Format::ReviewPdf) {
            let values = [("length", number(length)), ("count", number(count))];
            let _ = writeln!(io.stderr, "{}: {}", say::shown(file), words.with("cli-length", &values));
        }
    }
    Ok(exported.bytes)
}

fn number(count: usize) -> Value<'static> {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

/// What was lost, in words.
fn told(loss: &Loss, words: Words) -> String {
    let values = match loss {
        Loss::Unresolved(atom) | Loss::Open(atom) => {
            say::values(words, vec![("field", Arg::Key(field_key(atom)))])
        }
        Loss::NoDate => Vec::new(),
        Loss::LeftOut(count) | Loss::Remarks(count) | Loss::Suggestions(count) => {
            vec![("count", number(*count))]
        }
        Loss::Embargo(moment) => {
            let then = date::then_here(moment.0);
            let day = then.map(|(day, _)| say::values(words, vec![("when", Arg::Date(day))]));
            let time = then.map(|(_, time)| time.to_string()).unwrap_or_default();
            day.into_iter().flatten().chain([("time", time.into())]).collect()
        }
        Loss::Picture(name) => vec![("name", say::one_line(name).into())],
        Loss::TooLong { length, limit } => vec![("length", number(*length)), ("limit", number(*limit))],
    };
    words.with(loss.key(), &values)
}
