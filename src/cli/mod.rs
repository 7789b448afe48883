//! The command line: arguments in, the library's functions run, text and an exit code out.

mod args;
mod compare;
mod export;
mod import;
mod info;
mod json;
mod record;
mod salvage;
mod say;

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use crate::document::Stamp;
use crate::words::{Language, Words};
use args::Args;
use say::Failure;

/// Everything the command line takes from outside and gives to it.
pub struct Io<'a> {
    /// Standard input.
    pub stdin: &'a mut dyn Read,
    /// Standard output.
    pub stdout: &'a mut dyn Write,
    /// Standard error.
    pub stderr: &'a mut dyn Write,
    /// A variable of the environment.
    pub env: &'a dyn Fn(&str) -> Option<OsString>,
    /// The time.
    pub now: Stamp,
}

impl fmt::Debug for Io<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Io").field("now", &self.now).finish_non_exhaustive()
    }
}

/// What is left to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Launch {
    /// End with this code.
    Exit(u8),
    /// Open the window.
    Window {
        /// With these files.
        files: Vec<PathBuf>,
        /// With a record to look at.
        demo: bool,
    },
}

/// Exit code: done.
pub const DONE: u8 = 0;
/// Exit code: findings or differences.
pub const FOUND: u8 = 1;
/// Exit code: the input could not be used.
pub const BAD_INPUT: u8 = 2;
/// Exit code: the output could not be written.
pub const NOT_WRITTEN: u8 = 3;

/// The commands there are. What each does is the message `cli-usage-NAME`.
const COMMANDS: [&str; 11] =
    ["templates", "new", "set", "info", "export", "check", "import", "compare", "salvage", "help", "version"];

/// Commands that are to come.
const LATER: [&str; 1] = ["merge"];

/// Runs the command line; the arguments are those after the program's name.
pub fn run(args: impl IntoIterator<Item = OsString>, io: &mut Io<'_>) -> Launch {
    let words = Words::new(language(io.env));
    let mut args = args.into_iter();
    let first = args.next();
    let word = first.as_deref().and_then(OsStr::to_str).unwrap_or_default();
    let done = match word {
        "templates" => record::templates(args, io, words),
        "new" => record::new(args, io, words),
        "set" => record::set(args, io, words),
        "info" => info::info(args, io, words),
        "check" => info::check(args, io, words),
        "compare" => compare::run(args, io, words),
        "export" => export::export(args, io, words),
        "import" => import::import(args, io, words),
        "salvage" => salvage::salvage(args, io, words),
        "help" | "--help" | "-h" => help(io, words),
        "version" | "--version" | "-V" => version(io),
        later if LATER.contains(&later) => Err(say::later(words, later)),
        _ => match window(first.into_iter().chain(args), io, words) {
            Ok(launch) => return launch,
            Err(failure) => Err(failure),
        },
    };
    let done =
        done.and_then(|code| io.stdout.flush().map(|()| code).map_err(|error| say::stdout(words, &error)));
    Launch::Exit(done.unwrap_or_else(|failure| tell(io, failure)))
}

/// Says why the window did not open, in one line that names the other way.
pub fn no_window(io: &mut Io<'_>, why: &dyn fmt::Display) -> u8 {
    let words = Words::new(language(io.env));
    let text = words.with("cli-window-failed", &[("detail", say::one_line(&why.to_string()).into())]);
    tell(io, Failure { code: BAD_INPUT, lines: vec![text] })
}

/// Nothing can be done where even standard error cannot be written.
fn tell(io: &mut Io<'_>, failure: Failure) -> u8 {
    for line in failure.lines {
        let _ = writeln!(io.stderr, "{line}");
    }
    failure.code
}

fn language(env: &dyn Fn(&str) -> Option<OsString>) -> Language {
    let set = |name: &&str| env(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set);
    locale.and_then(|locale| Language::from_locale(locale.to_str()?)).unwrap_or(Language::English)
}

/// Writes to standard output.
fn print(io: &mut Io<'_>, words: Words, text: &str) -> Result<(), Failure> {
    io.stdout.write_all(text.as_bytes()).map_err(|error: io::Error| say::stdout(words, &error))
}

fn window(args: impl Iterator<Item = OsString>, io: &mut Io<'_>, words: Words) -> Result<Launch, Failure> {
    let args = Args::read(args, &[("--demo", args::Takes::Nothing)], words)?;
    if let Some(name) = args.positional.first().and_then(|first| unknown_command(first)) {
        let values = [("name", name.into()), ("known", COMMANDS.join(", ").into())];
        return Err(say::bad_input(words.with("cli-unknown-command", &values)));
    }
    if !cfg!(feature = "gui") {
        return Err(say::bad_input(words.get("cli-no-window-build")));
    }
    let display =
        ["WAYLAND_DISPLAY", "DISPLAY"].iter().any(|name| (io.env)(name).is_some_and(|set| !set.is_empty()));
    if !display {
        return Err(say::bad_input(words.get("cli-no-display")));
    }
    let demo = args.has("--demo");
    Ok(Launch::Window { files: args.positional.into_iter().map(PathBuf::from).collect(), demo })
}

/// A word that looks like a command, not like a file.
fn unknown_command(word: &OsStr) -> Option<String> {
    let name = word.to_str()?;
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    (plain && !crate::store::exists(name.as_ref())).then(|| name.to_owned())
}

fn version(io: &mut Io<'_>) -> Result<u8, Failure> {
    let words = Words::new(language(io.env));
    print(io, words, &format!("mahdar {}\n", env!("CARGO_PKG_VERSION")))?;
    Ok(DONE)
}

fn help(io: &mut Io<'_>, words: Words) -> Result<u8, Failure> {
    let about = words.with("cli-about", &[("version", env!("CARGO_PKG_VERSION").into())]);
    let mut text = format!("{about}\n\n{}\n", words.get("cli-usage-title"));
    for name in ["window"].into_iter().chain(COMMANDS) {
        text.push_str("  ");
        text.push_str(&words.get(&format!("cli-usage-{name}")));
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&words.get("cli-usage-stdio"));
    text.push('\n');
    text.push_str(&words.get("cli-exit-codes"));
    text.push('\n');
    print(io, words, &text)?;
    Ok(DONE)
}
