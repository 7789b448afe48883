//! Reading: bounded, never blocking on what is not a file, and never changing it.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::{Digest, FORMAT, format, place};
use crate::document::{Document, Flaw, Limit};

/// The largest file that is read or written: 32 MiB, two million words. A hostile file of that size takes 800 MB.
pub const LIMIT: u64 = 32 * 1024 * 1024;

/// How the names of records end, without the dot.
pub const EXTENSION: &str = "mahdar";

/// A record and the file it was read from.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The record.
    pub document: Document,
    /// What the file held.
    pub digest: Digest,
    /// The file itself, links followed.
    pub path: PathBuf,
    /// What is odd about it without harm.
    pub warnings: Vec<Flaw>,
    /// The number of the format it was written in. Saving writes it in today's.
    pub format: u32,
}

impl Opened {
    /// Whether an older release wrote the file.
    #[must_use]
    pub fn is_older(&self) -> bool {
        self.format < FORMAT
    }
}

/// Why a file could not be opened as a record. It was not changed.
#[derive(Debug)]
pub enum OpenError {
    /// There is no such file.
    NotFound,
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or a socket.
    NotAFile,
    /// Reading it is not permitted.
    Denied,
    /// It is larger than anything we read.
    TooLarge {
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// Reading failed.
    Io(io::Error),
    /// It holds nothing.
    Empty,
    /// It is not text in UTF-8.
    NotUtf8 {
        /// The line, from 1.
        line: usize,
        /// The first byte that cannot be read, from 0.
        at: usize,
    },
    /// Its first line is not that of a record.
    NoFirstLine,
    /// Its first line names no format there ever was.
    WrongFormat {
        /// What stands in place of the number.
        found: String,
    },
    /// A newer release wrote it.
    Newer {
        /// The number of its format.
        found: u32,
    },
    /// It stops before its end.
    Truncated {
        /// The last line.
        line: usize,
        /// One past the last character.
        column: usize,
    },
    /// Its brackets nest deeper than any record's.
    TooDeep {
        /// The line, from 1.
        line: usize,
        /// The character, from 1.
        column: usize,
    },
    /// It cannot be read from some place on.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The character, from 1.
        column: usize,
        /// What is wrong there.
        what: String,
    },
    /// It names a field or a variant that this format does not have.
    Unknown {
        /// The line, from 1.
        line: usize,
        /// The character, from 1.
        column: usize,
        /// The name.
        name: String,
    },
    /// It can be read, but contradicts itself.
    Damaged(Vec<Flaw>),
    /// It holds more than any record may.
    Beyond(Limit),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("there is no such file"),
            Self::Folder => f.write_str("it is a folder"),
            Self::NotAFile => f.write_str("it is not a regular file"),
            Self::Denied => f.write_str("reading it is not permitted"),
            Self::TooLarge { limit } => write!(f, "it is larger than {} MiB", limit / (1024 * 1024)),
            Self::Io(error) => write!(f, "it cannot be read: {error}"),
            Self::Empty => f.write_str("it is empty"),
            Self::NotUtf8 { line, at } => write!(f, "byte {at}, on line {line}, is not UTF-8"),
            Self::NoFirstLine => write!(f, "its first line is not \"// mahdar {FORMAT}\""),
            Self::WrongFormat { found } => write!(f, "there is no format {found:?}"),
            Self::Newer { found } => {
                write!(f, "a newer release wrote it (format {found}, this one reads up to {FORMAT})")
            }
            Self::Truncated { line, column } => write!(f, "it stops before its end, at {line}:{column}"),
            Self::TooDeep { line, column } => write!(f, "{line}:{column}: brackets nest too deep"),
            Self::Syntax { line, column, what } => write!(f, "{line}:{column}: {what}"),
            Self::Unknown { line, column, name } => write!(f, "{line}:{column}: there is no {name:?}"),
            Self::Damaged(flaws) => write!(f, "it contradicts itself: {:?}", flaws.first()),
            Self::Beyond(limit) => write!(f, "it holds more than {} ({limit:?})", limit.shown()),
        }
    }
}

impl std::error::Error for OpenError {}

impl OpenError {
    /// The key of the message for people, and the values in it beside the file's name, `path`.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::NotFound => ("error-not-found", vec![]),
            Self::Folder => ("error-is-folder", vec![]),
            Self::NotAFile => ("error-not-a-file", vec![]),
            Self::Denied => ("error-no-permission", vec![]),
            Self::TooLarge { limit } => {
                ("error-too-large", vec![("limit", (limit / (1024 * 1024)).to_string())])
            }
            Self::Io(error) => ("error-read", vec![("detail", error.to_string())]),
            Self::Empty => ("error-empty", vec![]),
            Self::NotUtf8 { line, at } => {
                ("error-utf8", vec![("line", line.to_string()), ("byte", at.to_string())])
            }
            Self::NoFirstLine => ("error-no-first-line", vec![]),
            Self::WrongFormat { found } => ("error-wrong-version", vec![("version", found.clone())]),
            Self::Newer { found } => {
                ("error-newer", vec![("version", found.to_string()), ("known", FORMAT.to_string())])
            }
            Self::Truncated { line, .. } => ("error-truncated", vec![("line", line.to_string())]),
            Self::TooDeep { line, .. } => ("error-too-deep", vec![("line", line.to_string())]),
            Self::Syntax { line, column, what } => (
                "error-not-ron",
                vec![("line", line.to_string()), ("column", column.to_string()), ("detail", what.clone())],
            ),
            Self::Unknown { line, name, .. } => {
                ("error-unknown-field", vec![("line", line.to_string()), ("field", name.clone())])
            }
            Self::Damaged(flaws) => {
                let detail = flaws.first().map(|flaw| format!("{flaw:?}")).unwrap_or_default();
                ("error-damaged-record", vec![("detail", detail)])
            }
            Self::Beyond(limit) => ("error-beyond", limit.values()),
        }
    }
}

impl OpenError {
    /// Whether it is the file's content that is damaged, so that what is sound in it may be saved into a copy.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        match self {
            Self::NotUtf8 { .. }
            | Self::NoFirstLine
            | Self::WrongFormat { .. }
            | Self::Truncated { .. }
            | Self::TooDeep { .. }
            | Self::Syntax { .. }
            | Self::Unknown { .. }
            | Self::Damaged(_) => true,
            Self::NotFound
            | Self::Folder
            | Self::NotAFile
            | Self::Denied
            | Self::TooLarge { .. }
            | Self::Io(_)
            | Self::Empty
            | Self::Newer { .. }
            | Self::Beyond(_) => false,
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Io(error),
        }
    }
}

/// The record in this file.
///
/// # Errors
/// [`OpenError`]; the file is as it was.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let bytes = read_bytes(path)?;
    let path = place::resolve(path)?;
    let mut opened = open_bytes(&bytes)?;
    opened.path = path;
    Ok(opened)
}

/// The record in these bytes, which come from no file.
///
/// # Errors
/// [`OpenError`].
pub fn open_bytes(bytes: &[u8]) -> Result<Opened, OpenError> {
    let format::Read { document, warnings, format } = format::read(bytes)?;
    Ok(Opened { document, digest: Digest::of(bytes), path: PathBuf::new(), warnings, format })
}

/// All bytes of a file, at most [`LIMIT`].
///
/// # Errors
/// [`OpenError`], never one about what the bytes mean.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    read_up_to(path, LIMIT)
}

/// All bytes of a file, at most so many: for files that are no records.
///
/// # Errors
/// [`OpenError`], never one about what the bytes mean.
pub fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, OpenError> {
    let seen = fs::metadata(path)?;
    if seen.is_dir() {
        return Err(OpenError::Folder);
    }
    if !seen.is_file() {
        return Err(OpenError::NotAFile);
    }
    let file = open_to_read(path)?;
    let held = file.metadata()?;
    if !held.is_file() {
        return Err(OpenError::NotAFile);
    }
    if held.len() > limit {
        return Err(OpenError::TooLarge { limit });
    }
    all_from(file, limit)
}

/// Opens for reading without waiting, should a pipe have taken the file's place.
pub(super) fn open_to_read(path: &Path) -> io::Result<File> {
    let flags = i32::try_from((OFlags::NONBLOCK | OFlags::NOCTTY).bits()).unwrap_or(0);
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

/// All bytes a reader gives, at most [`LIMIT`]: for standard input.
///
/// # Errors
/// [`OpenError::TooLarge`] or [`OpenError::Io`].
pub fn read_from(reader: impl Read) -> Result<Vec<u8>, OpenError> {
    all_from(reader, LIMIT)
}

/// All bytes a reader gives, at most so many.
///
/// # Errors
/// [`OpenError::TooLarge`] or [`OpenError::Io`].
pub fn all_from(reader: impl Read, limit: u64) -> Result<Vec<u8>, OpenError> {
    let mut bytes = Vec::new();
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(OpenError::TooLarge { limit });
    }
    Ok(bytes)
}

/// Whether two names lead to one file.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    match (fs::metadata(one), fs::metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

/// Whether a record lies there, or would by its name; other files of this program are told by the same beginning.
#[must_use]
pub fn is_record(path: &Path) -> bool {
    let is_named = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        ending.eq_ignore_ascii_case(EXTENSION)
    };
    // A link may lead to one, also to one that is not there.
    if is_named(path) || place::resolve(path).is_ok_and(|own| is_named(&own)) {
        return true;
    }
    // What is no file, as a pipe, holds no record and must not be waited for.
    if !fs::metadata(path).is_ok_and(|seen| seen.is_file()) {
        return false;
    }
    let first = format::MAGIC.as_bytes();
    let mut begins = Vec::with_capacity(first.len());
    let most = u64::try_from(first.len()).unwrap_or(0);
    open_to_read(path).is_ok_and(|file| file.take(most).read_to_end(&mut begins).is_ok()) && begins == first
}

/// Whether anything of this name is there, be it a broken link.
#[must_use]
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
