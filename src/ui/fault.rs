//! What is done when the program itself fails: the journals are flushed, a report is written, and both are told.

use std::io::Write;
use std::panic::{PanicHookInfo, set_hook};
use std::time::Duration;

use crate::document::Stamp;
use crate::store::{self, Folders};
use crate::words::Words;

/// As long as the journals are waited for.
const LONGEST: Duration = Duration::from_secs(1);

/// As many letters of a message as a report holds.
const MOST: usize = 300;

/// From now on, whatever panics, what was typed reaches the disk first, and standard error says where it is.
pub fn install(folders: Option<Folders>, words: Words, now: fn() -> Stamp) {
    // The messages are made now: what fails later may be their making.
    let message = |key, name: &str| words.with(key, &[(name, HOLE.into())]);
    let (happened, kept) = (message("fault-happened", "place"), message("fault-kept", "path"));
    let report = message("fault-report", "path");
    set_hook(Box::new(move |info| {
        let mut lines = vec![happened.replace(HOLE, &place(info)), plain(&said(info))];
        let journals = store::flush_journals(LONGEST);
        lines.extend(journals.iter().map(|journal| kept.replace(HOLE, &journal.file.display().to_string())));
        let text = format!(
            "mahdar {}\nthread: {}\nplace: {}\nmessage: {}\n",
            env!("CARGO_PKG_VERSION"),
            std::thread::current().name().unwrap_or("?"),
            place(info),
            plain(&said(info)),
        );
        let written = folders.as_ref().and_then(|folders| store::write_report(folders, now(), &text).ok());
        lines.extend(written.map(|path| report.replace(HOLE, &path.display().to_string())));
        // Nobody may read it; a second panic here would end the program at once.
        let mut out = std::io::stderr().lock();
        for line in lines {
            let _ = writeln!(out, "{line}");
        }
    }));
}

/// Stands in a message for what is not known yet.
const HOLE: &str = "\u{1}";

fn place(info: &PanicHookInfo<'_>) -> String {
    info.location().map_or_else(|| "?".to_owned(), |at| format!("{}:{}", at.file(), at.line()))
}

fn said(info: &PanicHookInfo<'_>) -> String {
    info.payload_as_str().unwrap_or_default().to_owned()
}

/// A message without what it quotes: that may be words of a record. What is not plain ASCII may, too.
#[must_use]
pub fn plain(message: &str) -> String {
    let mut out = String::new();
    let mut quoted = None;
    for letter in message.chars().take(MOST) {
        match quoted {
            Some(quote) if quote == letter => quoted = None,
            Some(_) => continue,
            None if matches!(letter, '`' | '"') => quoted = Some(letter),
            None => {}
        }
        if matches!(letter, ' '..='~') {
            out.push(letter);
        } else if !out.ends_with('?') {
            out.push('?');
        }
    }
    out
}
