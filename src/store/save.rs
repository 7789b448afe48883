//! Saving: the old file or the new one, whole, whatever happens; another's change is never overwritten unseen.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Digest, Folders, LIMIT, atomic, backups, disk, format, place};
use crate::document::{Document, Stamp};

/// What was written, and where.
#[derive(Clone, Debug)]
pub struct Saved {
    /// What the file holds now.
    pub digest: Digest,
    /// The file itself, links followed.
    pub path: PathBuf,
    /// What of the old file could not be kept.
    pub warnings: Vec<SaveWarning>,
}

/// What of the old file could not be kept. The new one is saved all the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveWarning {
    /// The file had other names (hard links), which still hold the old text.
    OtherNames(u64),
    /// It belongs to another user or group than before.
    Owner,
    /// Some of its extended attributes are lost.
    Attributes,
    /// Somebody had deleted it meanwhile; it was written anew.
    WasGone,
    /// No backup of it could be kept.
    NoBackup,
}

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Overwrite {
    /// It stays: the write is refused.
    Refuse,
    /// It is replaced.
    Replace,
}

/// Why a file does not count as saved. The old one, if there is one, is as it was, except where [`SaveError::Unsure`]
/// says otherwise.
#[derive(Debug)]
pub enum SaveError {
    /// The folder does not exist.
    NoFolder,
    /// The name is that of a folder.
    Folder,
    /// The name is that of a pipe, a device or a socket.
    NotAFile,
    /// A file of that name is there already.
    Exists,
    /// Somebody changed the file after it was opened.
    ChangedOnDisk,
    /// Writing there is not permitted, or the disk is read-only.
    Denied,
    /// It would be larger than anything we read.
    TooLarge {
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// The disk is full, or the quota is used up.
    Full,
    /// It was written, but the disk did not confirm its name: after a power cut the old file may be there again. It
    /// is to be saved anew.
    Unsure {
        /// What the file holds for now.
        saved: Saved,
        /// What the disk said.
        error: io::Error,
    },
    /// Something else failed.
    Io(io::Error),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder => f.write_str("its folder does not exist"),
            Self::Folder => f.write_str("it is a folder"),
            Self::NotAFile => f.write_str("it is not a regular file"),
            Self::Exists => f.write_str("it exists already"),
            Self::ChangedOnDisk => f.write_str("somebody changed it after it was opened"),
            Self::Denied => f.write_str("writing there is not permitted"),
            Self::TooLarge { limit } => write!(f, "it would be larger than {} MiB", limit / (1024 * 1024)),
            Self::Full => f.write_str("the disk is full"),
            Self::Unsure { error, .. } => {
                write!(f, "it is written, but may not outlive a power cut: {error}")
            }
            Self::Io(error) => write!(f, "it cannot be written: {error}"),
        }
    }
}

impl std::error::Error for SaveError {}

impl SaveError {
    /// The key of the message for people, and the values in it beside the file's name, `path`.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::NoFolder => ("error-no-folder", vec![]),
            Self::Folder => ("error-is-folder", vec![]),
            Self::NotAFile => ("error-not-a-file", vec![]),
            Self::Exists => ("error-exists", vec![]),
            Self::ChangedOnDisk => ("error-changed-outside", vec![]),
            Self::Denied => ("error-no-permission", vec![]),
            Self::TooLarge { limit } => {
                ("error-too-large", vec![("limit", (limit / (1024 * 1024)).to_string())])
            }
            Self::Full => ("error-disk-full", vec![]),
            Self::Unsure { error, .. } => ("error-unsure", vec![("detail", error.to_string())]),
            Self::Io(error) => ("error-save", vec![("detail", error.to_string())]),
        }
    }
}

impl SaveWarning {
    /// The key of the message for people; the values in it are the file's name, `path`, and `count`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OtherNames(_) => "warning-other-names",
            Self::Owner => "warning-owner",
            Self::Attributes => "warning-attributes",
            Self::WasGone => "warning-was-gone",
            Self::NoBackup => "warning-no-backup",
        }
    }
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full
            }
            _ => Self::Io(error),
        }
    }
}

/// What must be at the place where a file is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Over {
    /// Nothing.
    Nothing,
    /// Anything or nothing.
    Anything,
    /// What was read or written before.
    This(Digest),
}

/// Saves the record. With the digest of what was opened or saved last, another's change since then is refused;
/// without it whatever is there is replaced, which the user must have agreed to.
///
/// # Errors
/// [`SaveError`]; the old file is as it was.
pub fn save(document: &Document, path: &Path, expected: Option<Digest>) -> Result<Saved, SaveError> {
    put(path, &file_of(document)?, expected.map_or(Over::Anything, Over::This))
}

/// Saves the record as [`save`] does and keeps backups of it: of what is replaced, unless that is kept already, and of
/// what is saved. A backup that fails does not fail the save; it is a [`SaveWarning::NoBackup`].
///
/// # Errors
/// As [`save`].
pub fn save_and_keep(
    document: &Document,
    path: &Path,
    expected: Option<Digest>,
    (folders, now): (&Folders, Stamp),
) -> Result<Saved, SaveError> {
    let file = file_of(document)?;
    let replaced = backups::keep_replaced(folders, path, document.id(), expected, now);
    let mut saved = put(path, &file, expected.map_or(Over::Anything, Over::This))?;
    let kept = backups::keep(folders, document.id(), &file, now);
    if replaced.and(kept).is_err() {
        saved.warnings.push(SaveWarning::NoBackup);
    }
    Ok(saved)
}

/// Saves the record where no file is yet.
///
/// # Errors
/// [`SaveError::Exists`] where there is one, and every other [`SaveError`].
pub fn create(document: &Document, path: &Path) -> Result<Saved, SaveError> {
    put(path, &file_of(document)?, Over::Nothing)
}

/// The record's file, unless it could not be opened again.
fn file_of(document: &Document) -> Result<Vec<u8>, SaveError> {
    let file = format::write(document);
    if super::scan::census(&file).is_err() {
        return Err(SaveError::TooLarge { limit: LIMIT });
    }
    let file = file.into_bytes();
    if u64::try_from(file.len()).unwrap_or(u64::MAX) > LIMIT {
        return Err(SaveError::TooLarge { limit: LIMIT });
    }
    Ok(file)
}

/// Writes an export, as safely as a record. Pipes and devices are written into as they are.
///
/// # Errors
/// [`SaveError`]; the old file is as it was.
pub fn write_bytes(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<Saved, SaveError> {
    let stream = fs::metadata(path).is_ok_and(|seen| !seen.is_file() && !seen.is_dir());
    if stream {
        disk::write(&mut disk::open_to_write(path)?, bytes)?;
        return Ok(Saved { digest: Digest::of(bytes), path: path.to_path_buf(), warnings: Vec::new() });
    }
    let over = match overwrite {
        Overwrite::Refuse => Over::Nothing,
        Overwrite::Replace => Over::Anything,
    };
    put(path, bytes, over)
}

fn put(path: &Path, bytes: &[u8], over: Over) -> Result<Saved, SaveError> {
    atomic::replace(&place::resolve(path)?, bytes, over)
}
