//! What a journal's file looks like: a first line, then frames of a length, a checksum and a payload.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::document::{Document, RecordId, Stamp, Step};
use crate::store::{Digest, OpenError, format};

use super::found::{JournalError, Recovered};

/// The number of the journals this release writes, and the newest it reads.
const JOURNAL: u32 = 1;

/// What the first line begins with; the number follows.
const MAGIC: &str = "// mahdar journal ";

/// The first frame: whose journal it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    /// The record.
    pub(super) record: RecordId,
    /// Its file, if it has one.
    pub(super) file: Option<Held>,
    /// The digest of the snapshot that follows.
    pub(super) base: Digest,
    /// When something was typed last before the snapshot; when the record was opened, if nothing was.
    pub(super) at: Stamp,
}

/// A record's file, and what it held when it was opened or last saved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Held {
    #[serde(with = "crate::store::recent::path")]
    pub(super) path: PathBuf,
    pub(super) digest: Digest,
}

/// A frame after the snapshot, to be written.
#[derive(Serialize)]
struct Change<'a> {
    n: u64,
    at: Stamp,
    steps: &'a [Step],
}

/// A frame after the snapshot, as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    n: u64,
    at: Stamp,
    steps: Vec<Step>,
}

/// What stands in a journal before the first change.
pub(super) fn opening(document: &Document, file: Option<&Held>, at: Stamp) -> String {
    let base = format::write(document);
    let header = Header { record: document.id(), file: file.cloned(), base: Digest::of(base.as_bytes()), at };
    let mut out = String::with_capacity(base.len() + 1024);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{MAGIC}{JOURNAL}");
    frame(&mut out, &format::line(&header));
    frame(&mut out, &base);
    out
}

/// Adds the frame of the `n`-th change since the snapshot, counted from 1.
pub(super) fn change(out: &mut String, n: u64, at: Stamp, steps: &[Step]) {
    frame(out, &format::line(&Change { n, at, steps }));
}

fn frame(out: &mut String, payload: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{} {:016x} {payload}", payload.len(), checksum(payload.as_bytes()));
}

/// The first 64 bits of the payload's SHA-256.
fn checksum(payload: &[u8]) -> u64 {
    let digest: [u8; 32] = Sha256::digest(payload).into();
    digest.iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// What a journal held.
pub(super) struct Replayed {
    /// Whose it is, unless that is damaged.
    pub(super) header: Option<Header>,
    /// When something was typed last.
    pub(super) last: Stamp,
    pub(super) state: Recovered,
}

impl Replayed {
    fn nothing(why: JournalError) -> Self {
        Self { header: None, last: Stamp::default(), state: Recovered::Nothing { why } }
    }
}

/// Plays a journal. Never panics, whatever the bytes are; what does not bear its checksum changes nothing.
pub(super) fn replay(bytes: &[u8]) -> Replayed {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let number = std::str::from_utf8(first).ok().and_then(|line| line.strip_prefix(MAGIC));
    match number.map(str::parse::<u32>) {
        Some(Ok(JOURNAL)) => {}
        Some(Ok(found)) if found > JOURNAL => return Replayed::nothing(JournalError::Newer { found }),
        _ => return Replayed::nothing(JournalError::NotAJournal),
    }
    let mut at = first.len() + 1;
    // The snapshot needs no header: whose journal it is may be damaged, and the words all there.
    let header = next(bytes, at).and_then(|frame| {
        at = frame.end;
        format::value::<Header>(frame.payload).ok()
    });
    if header.is_none() && at == first.len() + 1 {
        let line = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\n'));
        at += line.map_or(0, |length| length + 1);
    }
    let mut last = header.as_ref().map_or_else(Stamp::default, |header| header.at);
    let Some(base) = next(bytes, at) else {
        let why = JournalError::Damaged { at };
        let state = match unchecked(bytes, at).map(format::parse) {
            Some(Ok(document)) => Recovered::Base { document, why },
            _ => Recovered::Nothing { why },
        };
        return Replayed { header, last, state };
    };
    let mut document = match format::parse(base.payload.as_bytes()) {
        Ok(document) => document,
        Err(error) => {
            let why = match error {
                OpenError::Newer { found } => JournalError::Newer { found },
                _ => JournalError::Damaged { at },
            };
            return Replayed { header, last, state: Recovered::Nothing { why } };
        }
    };
    at = base.end;
    let mut n = 0;
    while let Some(frame) = next(bytes, at) {
        let Ok(changed) = format::value::<Changed>(frame.payload) else { break };
        if changed.n != n + 1 || !apply(&mut document, changed.steps) {
            break;
        }
        n += 1;
        last = last.max(changed.at);
        at = frame.end;
    }
    // Every change ends its line: what has no end was being written when the program died.
    let rest = bytes.get(at..).unwrap_or_default();
    let lost_steps = rest.split(|byte| *byte == b'\n').skip(1).count();
    let state = match lost_steps {
        0 => Recovered::Whole(document),
        _ if n == 0 => Recovered::Base { document, why: JournalError::Damaged { at } },
        _ => Recovered::UpTo { document, lost_steps },
    };
    Replayed { header, last, state }
}

/// All steps of one change, or none of them.
fn apply(document: &mut Document, steps: Vec<Step>) -> bool {
    let mut inverse = Vec::with_capacity(steps.len());
    for step in steps {
        match document.apply(step) {
            Ok(back) => inverse.push(back),
            Err(_) => {
                for step in inverse.into_iter().rev() {
                    // Each undoes what was just done, so none can be refused.
                    let _ = document.apply(step);
                }
                return false;
            }
        }
    }
    true
}

/// A frame that bears its checksum.
struct Frame<'a> {
    payload: &'a str,
    end: usize,
}

/// The frame at this place, if it is whole and sound. The line break after it is not looked at: it holds nothing.
fn next(bytes: &[u8], at: usize) -> Option<Frame<'_>> {
    let (length, sum, start) = before(bytes, at)?;
    let end = start.checked_add(length)?;
    let payload = bytes.get(start..end)?;
    if checksum(payload) != sum {
        return None;
    }
    Some(Frame { payload: std::str::from_utf8(payload).ok()?, end: (end + 1).min(bytes.len()) })
}

/// The payload of a frame as it stands, as far as it goes, whatever its checksum says.
fn unchecked(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let (length, _, start) = before(bytes, at)?;
    bytes.get(start..start.saturating_add(length).min(bytes.len()))
}

/// Length and checksum of a frame, and where its payload begins.
fn before(bytes: &[u8], at: usize) -> Option<(usize, u64, usize)> {
    let (length, at) = word(bytes, at, 1..=10)?;
    let (sum, at) = word(bytes, at, 16..=16)?;
    let length = length.bytes().all(|byte| byte.is_ascii_digit()).then(|| length.parse().ok())??;
    let sum =
        sum.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u64::from_str_radix(sum, 16).ok())??;
    Some((length, sum, at))
}

/// The letters up to the next space, and where what follows it begins.
fn word(bytes: &[u8], at: usize, length: std::ops::RangeInclusive<usize>) -> Option<(&str, usize)> {
    let rest = bytes.get(at..)?;
    let space = rest.iter().take(length.end() + 1).position(|byte| *byte == b' ')?;
    let word = std::str::from_utf8(rest.get(..space)?).ok()?;
    length.contains(&space).then_some((word, at + space + 1))
}
