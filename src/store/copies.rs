//! Copies of a record that sync programs put beside it when two machines changed it at once.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Digest, open};
use crate::document::RecordId;

/// How many names of a folder are looked at.
const NAMES: usize = 10_000;
/// How many files of such names are read.
const READ: usize = 12;
/// What sync programs and people put between a name and «copy».
const MARKS: [&str; 4] = [".sync-conflict-", "_conflict-", " - Copy", " - Copie"];

/// The other copies of this record beside it: of a name as sync programs give, holding the same record, but not the
/// same text. The bounded work of a thread.
#[must_use]
pub fn sync_copies(path: &Path, record: RecordId, digest: Digest) -> Vec<PathBuf> {
    let machine = rustix::system::uname().nodename().to_string_lossy().into_owned();
    let (Some(folder), Some(own)) = (path.parent(), path.file_name()) else { return Vec::new() };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut named: Vec<PathBuf> = entries
        .take(NAMES)
        .filter_map(|entry| {
            let name = entry.ok()?.file_name();
            (is_copy(own, &name, &machine) || is_copy(&name, own, &machine)).then(|| folder.join(name))
        })
        .collect();
    named.sort();
    let differs = |other: &PathBuf| {
        // A file that is not there at all yet, or is no record, is no copy of ours.
        open::open(other).is_ok_and(|other| other.document.id() == record && other.digest != digest)
    };
    named.into_iter().take(READ).filter(differs).collect()
}

/// Whether `name` is what a sync program would call a second copy of `of`.
#[must_use]
pub fn is_copy(of: &OsStr, name: &OsStr, machine: &str) -> bool {
    let (Some(of), Some(name)) = (of.to_str(), name.to_str()) else { return false };
    let (Some((stem, ending)), Some((name, other))) = (of.rsplit_once('.'), name.rsplit_once('.')) else {
        return false;
    };
    let Some(more) = name.strip_prefix(stem).filter(|more| !more.is_empty() && ending == other) else {
        return false;
    };
    if MARKS.iter().any(|mark| more.starts_with(mark)) {
        return true;
    }
    let trimmed = more.trim_start();
    if trimmed.len() > 2 && trimmed.starts_with('(') && trimmed.ends_with(')') {
        return true;
    }
    // OneDrive adds the name of the machine, as Windows writes it.
    more.strip_prefix('-').is_some_and(|added| {
        let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        added.eq_ignore_ascii_case(machine)
            || (added.len() >= 6
                && added.chars().all(is_name)
                && added.chars().any(|c| c.is_ascii_uppercase()))
    })
}
