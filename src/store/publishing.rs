//! The folder a text is published from: made whole or not at all, brought up to date file by file, with a log that only
//! grows and names every file that was put there.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::open::{self, OpenError};
use super::removable::{Made, new_folder, plain, plain_file};
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

/// What a line of the log begins with that names a file: one that was put there, and one that was taken away again.
const PUT: &str = "+ ";
const TAKEN: &str = "- ";

impl Piece {
    fn place(&self) -> String {
        place_of(&self.folder, &self.name)
    }
}

/// Where a file of this folder and name lies within the publishing folder.
#[must_use]
pub fn place_of(folder: &str, name: &str) -> String {
    let name = plain_file(name);
    if folder.is_empty() { name } else { format!("{}/{name}", plain(folder)) }
}

/// What became of files that a publishing folder had and was not given anew.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outdated {
    /// They could not be made this time, and stay as they were.
    pub kept: Vec<String>,
    /// They are published no more, and were taken away.
    pub taken: Vec<String>,
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
        made.file(inside.join(plain_file(&piece.name)), &piece.bytes)?;
    }
    let now: BTreeSet<String> = pieces.iter().map(Piece::place).collect();
    let told = format!("{}{}", log.1, lines(PUT, now.iter()));
    made.file(place.join(plain_file(log.0)), told.as_bytes())?;
    disk::flush_all(&File::open(&place)?)?;
    disk::flush_folder(beside)?;
    made.whole = true;
    Ok(place)
}

/// Puts these files in place of those of their names in a folder that is there, each whole or not at all, takes away what
/// its own log says was put there before and is not among them, and adds to the log. What belongs there but could not be
/// made this time (`unmade`, by [`place_of`]) stays as it was, and so does what else lies there.
///
/// # Errors
/// [`SaveError`]; files before the one that failed are the new ones.
pub fn update_publishing_folder(
    folder: &Path,
    pieces: &[Piece],
    unmade: &[String],
    log: (&str, &str),
) -> Result<Outdated, SaveError> {
    let path = folder.join(plain_file(log.0));
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
        write_bytes(&inside.join(plain_file(&piece.name)), &piece.bytes, Overwrite::Replace)?;
    }
    let now: BTreeSet<String> = pieces.iter().map(Piece::place).collect();
    let before = put(&String::from_utf8_lossy(&told));
    let (kept, taken): (Vec<String>, Vec<String>) =
        before.difference(&now).cloned().partition(|name| unmade.contains(name));
    for name in &taken {
        match disk::remove(&folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    if !told.is_empty() && !told.ends_with(b"\n") {
        told.push(b'\n');
    }
    told.extend_from_slice(log.1.as_bytes());
    told.extend_from_slice(lines(PUT, now.difference(&before)).as_bytes());
    told.extend_from_slice(lines(TAKEN, taken.iter()).as_bytes());
    write_bytes(&path, &told, Overwrite::Replace)?;
    Ok(Outdated { kept, taken })
}

fn lines<'n>(sign: &str, names: impl Iterator<Item = &'n String>) -> String {
    names.flat_map(|name| [sign, name.as_str(), "\n"]).collect()
}

/// The files that a log says lie in its folder: names that this program writes, in it or in a folder of it.
fn put(log: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let is_own = |name: &&str| {
        let (folder, own) = name.split_once('/').unwrap_or(("", name));
        (folder.is_empty() || plain(folder) == folder) && plain_file(own) == own
    };
    for line in log.lines() {
        if let Some(name) = line.strip_prefix(PUT).filter(is_own) {
            names.insert(name.to_owned());
        } else if let Some(name) = line.strip_prefix(TAKEN) {
            names.remove(name);
        }
    }
    names
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
