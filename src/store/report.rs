//! A report of a fault of the program: a small file in the state folder, the last few kept.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::{Folders, disk, random};
use crate::document::Stamp;

/// As many reports as are kept.
const MOST: usize = 20;

/// Writes a report of what happened at this time. Where it is.
///
/// # Errors
/// The disk's; there is no report then.
pub fn write_report(folders: &Folders, at: Stamp, text: &str) -> io::Result<PathBuf> {
    let folder = folders.state.join("faults");
    disk::make_folder(&folder)?;
    let mut old: Vec<PathBuf> =
        fs::read_dir(&folder)?.filter_map(Result::ok).map(|entry| entry.path()).take(10_000).collect();
    // The names begin with the time.
    old.sort();
    for path in old.iter().take((old.len() + 1).saturating_sub(MOST)) {
        let _ = disk::remove(path);
    }
    let path = folder.join(format!("{:012}-{:08x}.txt", at.0.max(0), random::random() >> 32));
    let mut file = disk::create(&path, 0o600)?;
    disk::write(&mut file, text.as_bytes())?;
    disk::flush(&file)?;
    Ok(path)
}
