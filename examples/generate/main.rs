//! Writes a made-up record of a given size: `generate page|pages|large|WORDS -o FILE`.

mod record;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use mahdar::store;
use record::Size;

const USAGE: &str = "generate page|pages|large|WORDS -o FILE";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let mut args = std::env::args_os().skip(1);
    let (size, flag, out) = (args.next(), args.next(), args.next());
    let (Some(size), Some(flag), Some(out)) = (size, flag, out) else {
        return Err(USAGE.into());
    };
    if flag != "-o" {
        return Err(USAGE.into());
    }
    let size = size.to_str().and_then(named).ok_or(USAGE)?;
    let document = record::record(size);
    let saved = store::save(&document, Path::new(&out), None);
    saved.map(drop).map_err(|error| format!("{}: {error}", out.to_string_lossy()))
}

/// A size by name or by number of words.
fn named(name: &str) -> Option<Size> {
    match name {
        "page" | "1" => Some(Size::PAGE),
        "pages" | "325" => Some(Size::PAGES),
        "large" => Some(Size::LARGE),
        words => {
            let words = words.parse().ok().filter(|n| (2..=10_000_000).contains(n));
            words.map(|words| Size { words, each: 37 })
        }
    }
}
