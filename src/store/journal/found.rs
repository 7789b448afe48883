//! Journals that were left behind: found at the start, replayed, and offered with what they hold.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frames::{self, Replayed};
use super::{ENDING, folder_in};
use crate::document::{Document, RecordId, Stamp};
use crate::store::{Digest, Folders, LIMIT, disk, format, open};

/// A journal that no living window holds, and what came of it.
#[derive(Clone, Debug)]
pub struct FoundJournal {
    /// The journal's own file.
    pub file: PathBuf,
    /// Whose it is.
    pub record: RecordId,
    /// The record's file, if it had one.
    pub path: Option<PathBuf>,
    /// What that file held when it was opened or last saved.
    pub disk: Option<Digest>,
    /// When something was typed last.
    pub last: Stamp,
    /// What it holds.
    pub state: Recovered,
    /// Held while this lives, so that a second window does not offer it too.
    pub(super) held: Option<Arc<File>>,
}

/// What a journal holds.
#[derive(Clone, Debug)]
pub enum Recovered {
    /// The record as it was last typed. A last change cut short by the end of the program is no loss worth telling.
    Whole(Document),
    /// The record up to a place where the journal is damaged.
    UpTo {
        /// The record as it was there.
        document: Document,
        /// How many changes followed.
        lost_steps: usize,
    },
    /// The record as it was when the journal began, for nothing after it can be read.
    Base {
        /// The record as it was then.
        document: Document,
        /// Why there is not more.
        why: JournalError,
    },
    /// Nothing that can be used. The journal stays where it is.
    Nothing {
        /// Why.
        why: JournalError,
    },
}

impl Recovered {
    /// The record, as far as there is one.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        match self {
            Self::Whole(document) | Self::UpTo { document, .. } | Self::Base { document, .. } => {
                Some(document)
            }
            Self::Nothing { .. } => None,
        }
    }
}

/// Why a journal, or a part of it, cannot be used. It is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum JournalError {
    /// A newer release wrote it.
    Newer {
        /// The number of its format.
        found: u32,
    },
    /// It does not begin as a journal does.
    NotAJournal,
    /// It is larger than anything we read.
    TooLarge,
    /// It is damaged.
    Damaged {
        /// The first byte that is, from 0.
        at: usize,
    },
    /// Reading it failed.
    Io(String),
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer { found } => write!(f, "a newer release wrote it (journal {found})"),
            Self::NotAJournal => f.write_str("it is not a journal"),
            Self::TooLarge => f.write_str("it is too large"),
            Self::Damaged { at } => write!(f, "it is damaged from byte {at} on"),
            Self::Io(detail) => write!(f, "it cannot be read: {detail}"),
        }
    }
}

impl std::error::Error for JournalError {}

impl JournalError {
    /// The key of the message for people, and the values in it.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Newer { found } => ("journal-newer", vec![("version", found.to_string())]),
            Self::NotAJournal => ("journal-not-one", vec![]),
            Self::TooLarge => ("journal-too-large", vec![]),
            Self::Damaged { at } => ("journal-damaged", vec![("byte", at.to_string())]),
            Self::Io(detail) => ("journal-unreadable", vec![("detail", detail.clone())]),
        }
    }
}

/// The largest journal that is read: the snapshot of a record of the largest size, and the changes after it.
const MOST_BYTES: u64 = 4 * LIMIT;

/// As many journals as are offered at once; the others wait.
const MOST: usize = 50;

/// As many discarded journals as are kept.
const MOST_DISCARDED: usize = 20;

/// The journals that no living window holds, the last typed first. One whose record equals the file on disk, word for
/// word, is dropped. This reads and replays them: never in a frame.
#[must_use]
pub fn found_journals(folders: &Folders) -> Vec<FoundJournal> {
    let mut sessions: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in files_in(&folder_in(folders)) {
        match path.extension().and_then(OsStr::to_str) {
            Some(ENDING) => sessions.entry(session_of(&path)).or_default().push(path),
            // What was being begun when the program died is whole under no name.
            Some("new") if hold(&path).is_ok() => drop(disk::remove(&path)),
            _ => {}
        }
    }
    let mut found: Vec<FoundJournal> =
        sessions.into_values().filter_map(best).filter(is_wanted).take(MOST).collect();
    found.sort_by_key(|found| std::cmp::Reverse(found.last));
    found
}

/// What the bytes of a journal hold, whatever they are.
#[must_use]
pub fn replay_journal(bytes: &[u8]) -> Recovered {
    frames::replay(bytes).state
}

/// Lets a journal go: it is moved into the folder `discarded` beside it, where the last 20 are kept. Where it is now.
///
/// # Errors
/// The disk's; the journal stays where it is.
pub fn discard_journal(file: &Path) -> io::Result<PathBuf> {
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let discarded = folder.join("discarded");
    disk::make_folder(&discarded)?;
    let aside = discarded.join(name);
    disk::rename(file, &aside)?;
    // The name of a discarded one may come back after a fault of the machine; nothing worse.
    let _ = disk::flush_folder(folder).and_then(|()| disk::flush_folder(&discarded));
    let changed = |path: &PathBuf| fs::symlink_metadata(path).and_then(|seen| seen.modified()).ok();
    let mut all: Vec<_> = files_in(&discarded).into_iter().map(|path| (changed(&path), path)).collect();
    all.retain(|(_, path)| *path != aside);
    all.sort();
    let surplus = (all.len() + 1).saturating_sub(MOST_DISCARDED);
    for (_, path) in all.into_iter().take(surplus) {
        let _ = disk::remove(&path);
    }
    Ok(aside)
}

/// The regular files in a folder, by name.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let regular = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut paths: Vec<PathBuf> = regular.map(|entry| entry.path()).take(10_000).collect();
    paths.sort();
    paths
}

/// The name without the number that says which journal of the session it is.
fn session_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    stem.rsplit_once('-').map_or(stem.clone(), |(session, _)| session.to_owned())
}

/// The best of a session's journals: the last that is sound. Nothing where a living window writes one of them.
fn best(paths: Vec<PathBuf>) -> Option<FoundJournal> {
    let mut held = Vec::with_capacity(paths.len());
    for path in paths {
        match hold(&path) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return None,
            other => held.push((path, other)),
        }
    }
    let mut all: Vec<FoundJournal> = Vec::new();
    for (path, file) in held.into_iter().rev() {
        if all.iter().any(|found| matches!(found.state, Recovered::Whole(_))) {
            // A later one took its place, and the program died before it went.
            let _ = disk::remove(&path);
        } else {
            all.push(play(path, file));
        }
    }
    // The later of two that are worth the same.
    let best = (0..all.len()).rev().max_by_key(|at| all.get(*at).map(worth))?;
    let best = all.swap_remove(best);
    if worth(&best) > 0 {
        for worse in &all {
            let _ = discard_journal(&worse.file);
        }
    }
    Some(best)
}

fn worth(found: &FoundJournal) -> u8 {
    match found.state {
        Recovered::Whole(_) => 3,
        Recovered::UpTo { .. } => 2,
        Recovered::Base { .. } => 1,
        Recovered::Nothing { .. } => 0,
    }
}

/// Opens a journal and takes its lock, which a living window holds. Where locks do not work it goes without one.
fn hold(path: &Path) -> io::Result<File> {
    let file = open::open_to_read(path)?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
        _ => Ok(file),
    }
}

fn play(path: PathBuf, file: io::Result<File>) -> FoundJournal {
    let mut bytes = Vec::new();
    let read = file.and_then(|file| {
        Read::by_ref(&mut &file).take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(file)
    });
    let nothing = |why| (None, Stamp::default(), Recovered::Nothing { why });
    let (header, last, state) = match &read {
        Err(error) => nothing(JournalError::Io(error.to_string())),
        Ok(_) if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) => {
            nothing(JournalError::TooLarge)
        }
        Ok(_) => {
            let Replayed { header, last, state } = frames::replay(&bytes);
            (header, last, state)
        }
    };
    let named =
        path.file_stem().and_then(OsStr::to_str).and_then(|stem| stem.split('-').next()?.parse().ok());
    let record = header.as_ref().map(|header| header.record);
    let record = record.or_else(|| state.document().map(Document::id)).or(named).unwrap_or(RecordId(0));
    let (own, disk) = header.and_then(|header| header.file).map(|held| (held.path, held.digest)).unzip();
    FoundJournal { file: path, record, path: own, disk, last, state, held: read.ok().map(Arc::new) }
}

/// Whether a journal holds anything that the record's file does not; else it is taken away.
fn is_wanted(found: &FoundJournal) -> bool {
    let (Recovered::Whole(document), Some(path)) = (&found.state, &found.path) else { return true };
    let Ok(bytes) = open::read_bytes(path) else { return true };
    let same = format::write(document).as_bytes() == bytes
        || format::parse(&bytes).is_ok_and(|on_disk| on_disk == *document);
    if same {
        let _ = disk::remove(&found.file);
    }
    !same
}
