//! `export`: a text of the record, or the record itself fit for its readers.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::args::{Args, Takes};
use super::record::{open, warn};
use super::say::{self, Failure};
use super::{DONE, Io, NOT_WRITTEN};
use crate::arabic::{date, for_readers};
use crate::check::{Arg, field_key};
use crate::document::{Digits, Document, Label, OutputKind};
use crate::export::{self, Eol, Error, Format, Leak, Loss, Options, Pictures};
use crate::store::{self, Overwrite};
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
    let asked = view(&args, &document, words)?;
    let view = asked.settled();
    let cleaned = cleaned(out);
    let out = cleaned.as_ref().map_or(out, |name| name.as_os_str());
    let refused = |key: &str| {
        let line = words.with(key, &[("path", say::shown(out).into())]);
        Err(Failure { code: NOT_WRITTEN, lines: vec![line] })
    };
    if out != "-" && file != "-" && store::is_same(Path::new(file), Path::new(out)) {
        return refused("cli-same-file");
    }
    let is_there = out != "-" && store::exists(Path::new(out));
    let is_record = out != "-" && store::is_record(Path::new(out));
    if is_record && format != Format::Ron {
        return refused("export-over-record");
    }
    if is_record && is_there {
        return refused("export-another-record");
    }
    if cleaned.is_some() {
        // What was asked for by another name replaces nothing.
        if is_there || out == "-" {
            return refused("cli-name-cleaned-taken");
        }
        let line = words.with("cli-name-cleaned", &[("path", say::shown(out).into())]);
        warned(&words.with("cli-warning", &[("text", line.into())]), file, io);
    }
    if view != asked {
        let line = words.get("cli-public-markup");
        warned(&words.with("cli-warning", &[("text", line.into())]), file, io);
    }
    let family = args.one_of("--font", &[("amiri", Family::Amiri), ("naskh", Family::Naskh)], words)?;
    let mut pictures = Pictures::default();
    if let Some(folder) = Path::new(file).parent().filter(|_| file != "-" && format.shows_pictures()) {
        pictures.find_in(folder, &document);
    }
    let images = pictures.images();
    let options = Options {
        eol,
        family: family.unwrap_or(Options::default().family),
        images: &images,
        too_large: &pictures.too_large,
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

/// The way to the file without what is not seen in its name: marks that turn its letters around could make it pass for
/// another. Nothing where there is none of them.
fn cleaned(out: &OsStr) -> Option<PathBuf> {
    let path = Path::new(out);
    let name = path.file_name()?.to_str()?;
    let clean = for_readers(name);
    (clean != name && !clean.trim().is_empty()).then(|| path.with_file_name(clean.as_ref()))
}

/// Something about the input that does not spoil the export; that it cannot be said does not either.
fn warned(line: &str, file: &OsStr, io: &mut Io<'_>) {
    let _ = writeln!(io.stderr, "{}: {line}", say::shown(file));
}

/// A text the record has, or one of those that can be drawn from any record.
fn output(word: &OsStr, document: &Document, words: Words) -> Result<OutputKind, Failure> {
    let drawn = [
        OutputKind::PressCommunique,
        OutputKind::Recommendations,
        OutputKind::Invitation,
        OutputKind::AttendanceSheet,
        OutputKind::Short,
    ];
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
        // The record could be used: it is its text that cannot be written so.
        let not_written = |line| Failure { code: NOT_WRITTEN, lines: vec![line] };
        match error {
            Error::Empty => {
                not_written(words.with("cli-nothing-to-write", &[("path", say::shown(file).into())]))
            }
            Error::Letter { letter, place } => {
                let line = words.with("export-letter", &[("letter", letter.into())]);
                let place =
                    place.map(|place| format!("{}: {}: ", say::shown(file), say::place(document, &place)));
                not_written(format!("{}{line}", place.unwrap_or_default()))
            }
            Error::Picture(name) => {
                not_written(words.with("export-picture", &[("name", say::one_line(&name).into())]))
            }
            Error::PublicReading => say::bad_input(words.get("cli-public-final")),
            Error::Record(_) => {
                say::bad_input(words.with("cli-error", &[("text", error.to_string().into())]))
            }
            Error::Stopped | Error::Paper(_) | Error::Packing(_) => {
                not_written(words.with("cli-error", &[("text", error.to_string().into())]))
            }
        }
    })?;
    if view.readers == Readers::Public {
        leaked(document, &view, options, (format, &exported.bytes), file, io, words);
    }
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

/// Says what of the record stands in a text for others and must not. Paper hides its words: those of the plain text
/// stand on it too.
fn leaked(
    document: &Document,
    view: &View,
    options: Options<'_>,
    (format, bytes): (Format, &[u8]),
    file: &OsStr,
    io: &mut Io<'_>,
    words: Words,
) {
    let plain = || {
        let plain = export::export(document, view, options, Format::Txt).ok()?;
        export::leaks(document, &plain.bytes, Format::Txt)
    };
    let leaks = export::leaks(document, bytes, format).or_else(plain).unwrap_or_default();
    for leak in leaks {
        let (key, what) = match leak {
            Leak::Phone(id) => ("publish-phone-body", document.person(id).map(|person| &person.name)),
            Leak::Identity(id) => ("publish-identity-body", document.person(id).map(|person| &person.name)),
            Leak::Remark(id) => {
                ("publish-remark-out-body", document.comments().get(&id).map(|remark| &remark.text))
            }
        };
        let what = what.map(|what| say::one_line(what)).unwrap_or_default();
        let line = words.with(key, &[("what", what.into())]);
        warned(&words.with("cli-warning", &[("text", line.into())]), file, io);
    }
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
        Loss::Picture(name)
        | Loss::LargePicture(name)
        | Loss::BrokenPicture(name)
        | Loss::PressPicture(name)
        | Loss::OddPicture(name) => {
            vec![("name", say::one_line(name).into())]
        }
        Loss::TooLong { length, limit } => vec![("length", number(*length)), ("limit", number(*limit))],
    };
    words.with(loss.key(), &values)
}
