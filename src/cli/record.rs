//! `templates`, `new` and `set`: records made and changed through the editor, as the window does it.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::args::{Args, Takes, assignment};
use super::say::{self, Failure};
use super::{DONE, Io, json, print};
use crate::arabic::{Source, clean, fold};
use crate::document::{Document, FieldPath, StepError};
use crate::edit::{Command, EditError, Editor, Moment};
use crate::store::{
    self, BODY_EXTENSION, Bodies, Folders, Opened, Overwrite, OwnTemplates, Profile, SaveError, Saved,
};
use crate::template::{self, TemplateInfo};
use crate::words::Words;
use crate::workspace::dress_of;

pub(super) fn templates(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &[("--json", Takes::Nothing)], words)?;
    args.no_positional(words)?;
    let own = own(io);
    let mut list = template::list();
    list.retain(|info| own.sound.iter().all(|mine| mine.id != info.id));
    list.extend(own.sound.iter().map(|mine| TemplateInfo::of(&mine.id, &mine.document)));
    for (path, error) in &own.unusable {
        // The others are listed all the same.
        let _ = writeln!(io.stderr, "{}", say::open_warning(words, path.as_os_str(), error));
    }
    if args.has("--json") {
        print(io, words, &format!("{:#}\n", json::templates(&list)))?;
    } else {
        let width = list.iter().map(|info| info.id.chars().count()).max().unwrap_or(0);
        for info in &list {
            print(io, words, &format!("{:width$}  {}\n", info.id, info.name))?;
        }
    }
    Ok(DONE)
}

pub(super) fn new(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let known = [
        ("--template", Takes::Value),
        ("--body", Takes::Value),
        ("-o", Takes::Value),
        ("--force", Takes::Nothing),
        ("--set", Takes::Value),
    ];
    let args = Args::read(args, &known, words)?;
    args.no_positional(words)?;
    let id = args.required("--template", words)?;
    let out = args.required("-o", words)?;
    let assignments: Vec<_> =
        args.values("--set").map(|text| assignment(text, words)).collect::<Result<_, _>>()?;
    let own = own(io);
    let mine = own.sound.iter().find(|mine| Some(mine.id.as_str()) == id.to_str());
    let template = mine.map(|mine| mine.document.clone()).or_else(|| template::load(id.to_str()?));
    let Some(template) = template else {
        if let Some((path, error)) = own.unusable.iter().find(|(path, _)| path.file_stem() == Some(id)) {
            return Err(say::open(words, path.as_os_str(), error));
        }
        let bundled = template::list().into_iter().map(|info| info.id);
        let known: Vec<String> = bundled.chain(own.sound.into_iter().map(|mine| mine.id)).collect();
        let values = [("name", say::shown(id).into()), ("known", known.join(", ").into())];
        return Err(say::bad_input(words.with("cli-unknown-template", &values)));
    };
    let body = args.values("--body").last().map(|name| body(name, io, words)).transpose()?;
    let document = template.renamed(store::random_record_id());
    let dress = body.as_ref().map(|profile| Command::Dress(Box::new(dress_of(profile))));
    let document = changed(document, dress, assignments, io, words)?;
    if out == "-" {
        print(io, words, &store::write(&document))?;
        return Ok(DONE);
    }
    let path = Path::new(out);
    let saved =
        if args.has("--force") { store::save(&document, path, None) } else { store::create(&document, path) };
    let saved = saved.map_err(|error| match error {
        SaveError::Exists => {
            let line = words.with("cli-exists", &[("path", say::shown(out).into())]);
            Failure { code: super::NOT_WRITTEN, lines: vec![line] }
        }
        other => say::save(words, out, &other),
    })?;
    warn(&saved, out, io, words);
    if let Some(profile) = body.filter(|profile| !profile.picture.is_empty()) {
        // Its logo lies beside the record, where none of that name does.
        let logo = path.with_file_name(&profile.letterhead.logo);
        match store::write_bytes(&logo, profile.picture.bytes(), Overwrite::Refuse) {
            Ok(_) | Err(SaveError::Exists) => {}
            Err(error) => return Err(say::save(words, logo.as_os_str(), &error)),
        }
    }
    Ok(DONE)
}

/// The body of this name among those that are kept, or in this file.
fn body(name: &OsStr, io: &Io<'_>, words: Words) -> Result<Profile, Failure> {
    let path = Path::new(name);
    if path.extension().is_some_and(|ending| ending == BODY_EXTENSION) {
        let shared = store::read_bytes(path).and_then(|bytes| store::read_body(&bytes));
        return shared.map(|shared| shared.profile).map_err(|error| say::open(words, name, &error));
    }
    let folders = Folders::of(|name| (io.env)(name));
    let bodies = folders.map(|folders| store::load::<Bodies>(&folders).value).unwrap_or_default();
    let said = fold(name.to_string_lossy().trim());
    let all = bodies.by_name();
    let called = all.iter().find(|(id, _)| fold(&bodies.called(*id)) == said);
    // A name that several have is that of none.
    let mut named = all.iter().filter(|(_, profile)| fold(profile.name()) == said);
    let named = named.next().filter(|_| named.next().is_none());
    called.or(named).map(|(_, profile)| (*profile).clone()).ok_or_else(|| {
        let known: Vec<String> = all.iter().map(|(id, _)| bodies.called(*id)).collect();
        let values = [("name", say::shown(name).into()), ("known", known.join(", ").into())];
        say::bad_input(words.with("cli-unknown-body", &values))
    })
}

pub(super) fn set(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &[], words)?;
    let missing = |name: &'static str| {
        move || say::bad_input(words.with("cli-missing-argument", &[("name", name.into())]))
    };
    let (file, rest) = args.positional.split_first().ok_or_else(missing("FILE"))?;
    if rest.is_empty() {
        return Err(missing("PATH=VALUE")());
    }
    let assignments: Vec<_> = rest.iter().map(|text| assignment(text, words)).collect::<Result<_, _>>()?;
    let opened = open(file, io, words)?;
    let document = changed(opened.document.clone(), None, assignments, io, words)?;
    if file == "-" {
        print(io, words, &store::write(&document))?;
        return Ok(DONE);
    }
    if document == opened.document {
        return Ok(DONE);
    }
    let expected = Some(opened.digest);
    let saved = match Folders::of(|name| (io.env)(name)) {
        Some(folders) => store::save_and_keep(&document, &opened.path, expected, (&folders, io.now)),
        None => store::save(&document, &opened.path, expected),
    };
    let saved = saved.map_err(|error| say::save(words, file, &error))?;
    warn(&saved, file, io, words);
    Ok(DONE)
}

/// The templates of the person who runs the program; none without a home.
fn own(io: &Io<'_>) -> OwnTemplates {
    Folders::of(|name| (io.env)(name)).map(|folders| store::own_templates(&folders)).unwrap_or_default()
}

/// The record of a file, or of standard input for `-`; that an older release wrote it is said.
pub(super) fn open(file: &OsStr, io: &mut Io<'_>, words: Words) -> Result<Opened, Failure> {
    let opened = if file == "-" {
        store::read_from(&mut *io.stdin).and_then(|bytes| store::open_bytes(&bytes))
    } else {
        store::open(Path::new(file))
    };
    let opened = opened.map_err(|error| say::open(words, file, &error))?;
    if opened.is_older() {
        let values = [("path", say::shown(file).into()), ("version", opened.format.to_string().into())];
        let text = words.with("cli-older", &values);
        let _ = writeln!(io.stderr, "{}", words.with("cli-warning", &[("text", text.into())]));
    }
    Ok(opened)
}

/// The record with these fields set, all or none.
fn changed(
    document: Document,
    dress: Option<Command>,
    assignments: Vec<(FieldPath, String)>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<Document, Failure> {
    let mut editor = Editor::new(document, store::random_session());
    let moment = Moment { now: io.now, ..Moment::default() };
    let tidied = editor.run(Command::Tidy, &moment);
    let mut removed = tidied.map(|done| done.removed).unwrap_or_default();
    if let Some(command) = dress {
        editor.run(command, &moment).map_err(|error| refused(words, FieldPath::BodyName, error))?;
    }
    for (path, value) in assignments {
        // A script says what it found somewhere: its values are cleaned as what is pasted, names of files apart.
        let value = if path == FieldPath::LetterheadLogo {
            value
        } else {
            let cleaned = clean(&value, Source::Pasted);
            removed.add(&cleaned.removed);
            cleaned.text.into_owned()
        };
        editor
            .run(Command::SetField { path, value }, &moment)
            .map_err(|error| refused(words, path, error))?;
    }
    if removed.total() > 0 {
        let what = words.counted(&removed.said());
        // The record is made; that a word about it cannot be said changes nothing.
        let _ = writeln!(io.stderr, "{}", words.with("cli-cleaned", &[("what", what.into())]));
    }
    Ok(editor.document().clone())
}

fn refused(words: Words, path: FieldPath, error: EditError) -> Failure {
    if let EditError::Step(StepError::Beyond(limit)) = error {
        let beyond = words.with(limit.key(), &[("count", limit.shown().to_string().into())]);
        return say::bad_input(words.with("limit-reached", &[("beyond", beyond.into())]));
    }
    let (value, detail) = match error {
        EditError::Field(error) => (error.value, error.expected),
        EditError::Step(_) | EditError::NoSeat(_) | EditError::OwnProxy(_) | EditError::ReadOnly => {
            (String::new(), error.to_string())
        }
    };
    let values = [
        ("path", path.to_string().into()),
        ("value", say::one_line(&value).into()),
        ("detail", detail.into()),
    ];
    say::bad_input(words.with("cli-bad-value", &values))
}

/// Says what of the old file could not be kept.
pub(super) fn warn(saved: &Saved, path: &OsStr, io: &mut Io<'_>, words: Words) {
    for warning in &saved.warnings {
        // The file is saved; that a word about it cannot be said changes nothing.
        let _ = writeln!(io.stderr, "{}", say::save_warning(words, path, *warning));
    }
}
