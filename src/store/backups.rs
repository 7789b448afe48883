//! Earlier states of a record: each is kept as it was saved, the last fifty of them, away from the file itself.

use std::fs;
use std::path::{Path, PathBuf};

use super::config::Folders;
use super::save::{Over, SaveError};
use super::{Digest, OpenError, atomic, disk, format, open};
use crate::arabic::Date;
use crate::document::{RecordId, Stamp};

/// How many states of one record are kept.
pub const BACKUPS: usize = 50;

/// The ending of a state's file, as of any record.
const ENDING: &str = ".mahdar";

/// How many digits of a digest stand in a name.
const DIGITS: usize = 8;

/// A state of a record that was saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    /// Its file: a record like any other.
    pub path: PathBuf,
    /// When it was saved; for one that came from elsewhere, when its file was last written.
    pub at: Stamp,
    /// Its length in bytes.
    pub size: u64,
    /// The first digits of its digest.
    digits: String,
}

/// The folder with the earlier states of a record.
#[must_use]
pub fn backups_folder(folders: &Folders, record: RecordId) -> PathBuf {
    folders.state.join("backups").join(record.to_string())
}

/// The earlier states of a record, the newest first. Other files in the folder are passed over.
#[must_use]
pub fn earlier_states(folders: &Folders, record: RecordId) -> Vec<Earlier> {
    let Ok(entries) = fs::read_dir(backups_folder(folders, record)) else { return Vec::new() };
    let state = |entry: fs::DirEntry| {
        let (at, digits) = read_name(entry.file_name().to_str()?)?;
        let seen = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        Some(Earlier { path: entry.path(), at, size: seen.len(), digits })
    };
    let mut states: Vec<Earlier> = entries.flatten().filter_map(state).collect();
    states.sort_by(|one, other| (other.at, &other.path).cmp(&(one.at, &one.path)));
    states
}

/// Keeps a state, unless the newest one is the same, and lets the oldest go.
pub(super) fn keep(folders: &Folders, record: RecordId, file: &[u8], at: Stamp) -> Result<(), SaveError> {
    let states = earlier_states(folders, record);
    let digest = Digest::of(file);
    if states.first().is_some_and(|newest| is_of(newest, digest)) {
        return Ok(());
    }
    let folder = backups_folder(folders, record);
    disk::make_folder(&folder)?;
    // Two states of one second follow each other.
    let taken = |at: Stamp| states.iter().any(|state| state.at == at);
    let seconds = (at.0..).take(states.len() + 1);
    let at = seconds.map(Stamp).find(|at| !taken(*at)).unwrap_or(at);
    let path = folder.join(name(at, digest));
    match atomic::replace(&path, file, Over::Nothing) {
        // This very state, kept by another window.
        Ok(_) | Err(SaveError::Exists) => {}
        Err(error) => return Err(error),
    }
    for old in earlier_states(folders, record).iter().skip(BACKUPS).filter(|old| old.path != path) {
        // One too many does no harm.
        let _ = disk::remove(&old.path);
    }
    Ok(())
}

/// Keeps what a save of this record is about to replace, where that is a record and is not kept yet: what came from
/// elsewhere, and what another person wrote meanwhile.
pub(super) fn keep_replaced(
    folders: &Folders,
    path: &Path,
    record: RecordId,
    expected: Option<Digest>,
    now: Stamp,
) -> Result<(), SaveError> {
    let known = |record, digest| earlier_states(folders, record).iter().any(|state| is_of(state, digest));
    if expected.is_some_and(|digest| known(record, digest)) {
        return Ok(());
    }
    // What is not there, or cannot be read, or is no record, is the save's own affair.
    let Ok(file) = open::read_bytes(path) else { return Ok(()) };
    if known(record, Digest::of(&file)) {
        return Ok(());
    }
    let Ok(format::Read { document, .. }) = format::read(&file) else { return Ok(()) };
    let written = fs::metadata(path).ok().and_then(|seen| seen.modified().ok());
    let written = written.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    let written = written.and_then(|since| i64::try_from(since.as_secs()).ok());
    // Before what replaces it, whatever the clock of the other machine says.
    let at = written.unwrap_or(now.0).min(now.0.saturating_sub(1)).max(0);
    keep(folders, document.id(), &file, Stamp(at))
}

/// Whether a state has this digest. Eight digits may be those of another, so its file is read where they agree.
fn is_of(state: &Earlier, digest: Digest) -> bool {
    let read = || -> Result<Digest, OpenError> { Ok(Digest::of(&open::read_bytes(&state.path)?)) };
    state.digits == digits(digest) && read().is_ok_and(|held| held == digest)
}

fn digits(digest: Digest) -> String {
    digest.to_string().chars().take(DIGITS).collect()
}

const DAY: i64 = 86_400;

/// `20260314-093000-5f0c1d2e.mahdar`: the moment in universal time, and the first digits of the digest.
fn name(at: Stamp, digest: Digest) -> String {
    let epoch = Date::new(1970, 1, 1);
    let day = epoch.and_then(|epoch| epoch.plus_days(at.0.div_euclid(DAY)));
    let (year, month, day) = day.map_or((1970, 1, 1), |day| (day.year(), day.month(), day.day()));
    let second = at.0.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}{month:02}{day:02}-{hour:02}{minute:02}{second:02}-{}{ENDING}", digits(digest))
}

/// The moment and the digits in a name of ours.
fn read_name(name: &str) -> Option<(Stamp, String)> {
    let mut parts = name.strip_suffix(ENDING)?.split('-');
    let (day, time, digits) = (parts.next()?, parts.next()?, parts.next()?);
    let is_ours = day.len() == 8 && time.len() == 6 && digits.len() == DIGITS && parts.next().is_none();
    let hexadecimal = digits.bytes().all(|c| c.is_ascii_hexdigit());
    if !is_ours || !hexadecimal || !day.bytes().chain(time.bytes()).all(|c| c.is_ascii_digit()) {
        return None;
    }
    let (day, time) = (day.parse::<u32>().ok()?, time.parse::<i64>().ok()?);
    let part = |value: u32| u8::try_from(value % 100).ok();
    let date = Date::new(i32::try_from(day / 10_000).ok()?, part(day / 100)?, part(day)?)?;
    let days = Date::new(1970, 1, 1)?.days_until(date);
    let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100);
    let within = hour < 24 && minute < 60 && second < 60;
    within.then(|| (Stamp(days * DAY + hour * 3600 + minute * 60 + second), digits.to_owned()))
}
