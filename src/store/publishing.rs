//! The folder a text is published from: made whole or not at all, brought up to date file by file, with a log that only
//! grows.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::open::{self, OpenError};
use super::removable::{Made, new_folder, plain};
use super::save::{Overwrite, SaveError, write_bytes};
use super::{disk, random};

/// A file of such a folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The folder inside the folder it lies in; empty for none.
    pub folder: String,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Where the publishing folder of this name lies.
#[must_use]
pub fn publishing_folder(beside: &Path, name: &str) -> PathBuf {
    beside.join(plain(name))
}

/// Makes the folder under a name that is free: `NAME`, else `NAME-2` and so on. `log` is the name of its log and the
/// first lines of it. The result is the folder.
///
/// # Errors
/// [`SaveError`]; nothing of the folder is left.
pub fn make_publishing_folder(
    beside: &Path,
    name: &str,
    pieces: &[Piece],
    log: (&str, &str),
) -> Result<PathBuf, SaveError> {
    let place = new_folder(beside, &plain(name))?;
    let mut made = Made { paths: vec![(place.clone(), true)], whole: false };
    let mut folders: Vec<&str> = Vec::new();
    for piece in pieces {
        let inside = within(&place, &piece.folder);
        if !piece.folder.is_empty() && !folders.contains(&piece.folder.as_str()) {
            folders.push(&piece.folder);
            disk::make_new_folder(&inside)?;
            made.paths.push((inside.clone(), true));
        }
        made.file(inside.join(plain(&piece.name)), &piece.bytes)?;
    }
    made.file(place.join(plain(log.0)), log.1.as_bytes())?;
    disk::flush_all(&File::open(&place)?)?;
    disk::flush_folder(beside)?;
    made.whole = true;
    Ok(place)
}

/// Puts these files in place of those of their names in a folder that is there, each whole or not at all, and adds to
/// its log. What else lies there stays.
///
/// # Errors
/// [`SaveError`]; files before the one that failed are the new ones.
pub fn update_publishing_folder(
    folder: &Path,
    pieces: &[Piece],
    log: (&str, &str),
) -> Result<PathBuf, SaveError> {
    let path = folder.join(plain(log.0));
    // Before anything is written: a log that cannot be read would be lost.
    let mut told = match open::read_bytes(&path) {
        Ok(bytes) => bytes,
        Err(OpenError::NotFound) => Vec::new(),
        Err(OpenError::Io(error)) => return Err(error.into()),
        Err(error) => return Err(SaveError::Io(io::Error::other(error.to_string()))),
    };
    for piece in pieces {
        let inside = within(folder, &piece.folder);
        if !inside.is_dir() {
            disk::make_new_folder(&inside)?;
        }
        write_bytes(&inside.join(plain(&piece.name)), &piece.bytes, Overwrite::Replace)?;
    }
    if !told.is_empty() && !told.ends_with(b"\n") {
        told.push(b'\n');
    }
    told.extend_from_slice(log.1.as_bytes());
    write_bytes(&path, &told, Overwrite::Replace)?;
    Ok(folder.to_path_buf())
}

fn within(place: &Path, folder: &str) -> PathBuf {
    if folder.is_empty() { place.to_path_buf() } else { place.join(plain(folder)) }
}

/// Takes such a file away again. That it fails harms nothing but the room it takes.
pub fn remove_temporary(path: &Path) {
    let _ = disk::remove(path);
}

/// Writes a file for another program into a folder for such, under a name nobody can foresee.
///
/// # Errors
/// [`SaveError`]; nothing is left.
pub fn write_temporary(folder: &Path, ending: &str, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let path = folder.join(format!("mahdar-{:016x}.{ending}", random::random()));
    let mut made = Made { paths: Vec::new(), whole: false };
    let mut file = disk::create(&path, 0o600)?;
    made.paths.push((path.clone(), false));
    disk::write(&mut file, bytes)?;
    made.whole = true;
    Ok(path)
}
