//! `info` and `check`: what is in a record, and what a reader should look at.

use std::ffi::{OsStr, OsString};

use super::args::{Args, Takes};
use super::record::open;
use super::say::{self, Failure};
use super::{DONE, FOUND, Io, json, print};
use crate::arabic;
use crate::check::{Finding, findings};
use crate::document::Document;
use crate::words::Words;

pub(super) fn info(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &[("--json", Takes::Nothing)], words)?;
    let file = args.file(words)?;
    let document = open(file, io, words)?.document;
    let found = findings(&document);
    if args.has("--json") {
        print(io, words, &format!("{:#}\n", json::record(&document, &found, words)))?;
    } else {
        print(io, words, &plain(&document, file, &found, words))?;
    }
    Ok(DONE)
}

fn plain(document: &Document, file: &OsStr, found: &[Finding], words: Words) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(name);
            text.push_str(": ");
            text.push_str(&say::one_line(value));
            text.push('\n');
        }
    };
    line(&words.get("field-title"), &json::title(document));
    for output in document.outputs() {
        let name = words.get(&format!("output-{}", output.kind.keyword()));
        line(&name, &words.get(&format!("state-{}", output.state.keyword())));
    }
    line(&words.get("field-dates"), &arabic::write(&document.meeting().dates, arabic::Style::WithDay));
    line(&words.get("field-venue"), &document.meeting().venue);
    let count = json::count(document);
    let counted = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
    text.push_str(&counted("status-words", count.words));
    text.push('\n');
    text.push_str(&counted("status-recommendations", count.recommendations));
    text.push('\n');
    let values = [("path", say::shown(file).into()), ("count", found.len().into())];
    text.push_str(&words.with("cli-findings", &values));
    text.push('\n');
    text
}

pub(super) fn check(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &[("--json", Takes::Nothing)], words)?;
    let file = args.file(words)?;
    let document = open(file, io, words)?.document;
    let found = findings(&document);
    if args.has("--json") {
        let list = json::findings(&document, &found, words);
        let report = serde_json::json!({ "file": say::shown(file), "findings": list });
        print(io, words, &format!("{report:#}\n"))?;
    } else {
        for finding in &found {
            let place = say::place(&document, &finding.place);
            let certainty = words.get(&format!("severity-{}", finding.certainty.keyword()));
            let message = words.with(finding.what.key(), &say::values(words, finding.what.args()));
            print(io, words, &format!("{}: {place}: {certainty}: {message}\n", say::shown(file)))?;
        }
    }
    Ok(if found.is_empty() { DONE } else { FOUND })
}
