//! USB sticks and their like: which are there, and a record put onto one with its earlier states.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

use super::backups::Earlier;
use super::save::SaveError;
use super::{disk, format, open};
use crate::document::Document;

/// File systems of sticks, cards and disks that are carried about.
const CARRIED: [&str; 12] =
    ["vfat", "msdos", "exfat", "fuseblk", "ntfs", "ntfs3", "ext2", "ext3", "ext4", "btrfs", "xfs", "f2fs"];

/// The folders below which this machine mounts what is plugged in, that can be written to.
#[must_use]
pub fn removable_folders() -> Vec<PathBuf> {
    let mounts = open::read_bytes(Path::new("/proc/self/mounts")).unwrap_or_default();
    let mut found = removable_in(&mounts);
    found.retain(|folder| rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok());
    found
}

/// The mount points of such a list that are carried media: named once each, as the list has them.
#[must_use]
pub fn removable_in(mounts: &[u8]) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for line in mounts.split(|byte| *byte == b'\n') {
        let mut fields = line.split(|byte| *byte == b' ');
        let (Some(device), Some(point), Some(kind), Some(options)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let point = PathBuf::from(OsString::from_vec(unescaped(point)));
        let is_device = device.starts_with(b"/dev/");
        let is_carried = CARRIED.iter().any(|carried| carried.as_bytes() == kind);
        let may_write = options.split(|byte| *byte == b',').any(|option| option == b"rw");
        let is_below = ["/media", "/run/media", "/mnt"].iter().any(|top| point.starts_with(top));
        if is_device && is_carried && may_write && is_below && !found.contains(&point) {
            found.push(point);
        }
    }
    found
}

/// A field of the list of mounts: a space is `\040`, as are a few others.
fn unescaped(field: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, after)) = rest.split_first() {
        let octal = |digit: &u8| matches!(digit, b'0'..=b'7').then(|| u32::from(*digit - b'0'));
        let code = match (first, after) {
            (b'\\', [a, b, c, ..]) => (|| u8::try_from(octal(a)? * 64 + octal(b)? * 8 + octal(c)?).ok())(),
            _ => None,
        };
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { after.get(3..).unwrap_or_default() } else { after };
    }
    bytes
}

/// Copies the record as it stands, and its earlier states, into a new folder of its name: `NAME/NAME.mahdar` and
/// `NAME/backups/`. An older copy stays: the next is `NAME-2`. What was copied is on the disk itself when this comes
/// back, so that the stick can be pulled out. The result is the new folder.
///
/// # Errors
/// [`SaveError`]; nothing of the copy is left.
pub fn copy_out(
    document: &Document,
    states: &[Earlier],
    folder: &Path,
    name: &str,
) -> Result<PathBuf, SaveError> {
    let name = plain(name);
    let place = new_folder(folder, &name)?;
    let mut made = Made { paths: vec![(place.clone(), true)], whole: false };
    made.file(place.join(format!("{name}.mahdar")), format::write(document).as_bytes())?;
    if !states.is_empty() {
        let backups = place.join("backups");
        disk::make_new_folder(&backups)?;
        made.paths.push((backups.clone(), true));
        for state in states {
            // One that went away meanwhile, or cannot be read, keeps none of the others from being copied.
            if let (Ok(bytes), Some(name)) = (open::read_bytes(&state.path), state.path.file_name()) {
                made.file(backups.join(name), &bytes)?;
            }
        }
    }
    disk::flush_all(&File::open(&place)?)?;
    disk::flush_folder(folder)?;
    made.whole = true;
    Ok(place)
}

/// What a copy has made so far; all of it goes away again unless the copy became whole.
pub(super) struct Made {
    /// Each path, and whether it is a folder.
    pub(super) paths: Vec<(PathBuf, bool)>,
    pub(super) whole: bool,
}

impl Made {
    pub(super) fn file(&mut self, path: PathBuf, bytes: &[u8]) -> io::Result<()> {
        let mut file = disk::create(&path, 0o666)?;
        self.paths.push((path, false));
        disk::write(&mut file, bytes)
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for (path, is_folder) in self.paths.iter().rev().filter(|_| !self.whole) {
            // Best effort: the error that brought us here is the one to tell.
            let _ = if *is_folder { disk::remove_folder(path) } else { disk::remove(path) };
        }
    }
}

/// A folder that was not there before: of this name, or with `-2`, `-3` and so on.
pub(super) fn new_folder(folder: &Path, name: &str) -> io::Result<PathBuf> {
    for number in 1..1000 {
        let path = folder.join(if number == 1 { name.to_owned() } else { format!("{name}-{number}") });
        match disk::make_new_folder(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("no free name for a new folder"))
}

/// The most letters of such a name, and of what ends the name of a file, with its dot.
const LETTERS: usize = 80;
const ENDING: usize = 12;

/// The name of a folder that any stick takes: what its file systems refuse becomes a hyphen.
pub(super) fn plain(name: &str) -> String {
    short(name, LETTERS)
}

/// The same of a file: what ends it, by which it is opened, is not cut off.
pub(super) fn plain_file(name: &str) -> String {
    let parted = name.rfind('.').and_then(|dot| name.split_at_checked(dot));
    let is_ending = |ending: &str| {
        (2..=ENDING).contains(&ending.len()) && ending.chars().skip(1).all(|c| c.is_ascii_alphanumeric())
    };
    match parted.filter(|(_, ending)| is_ending(ending)) {
        Some((stem, ending)) => format!("{}{ending}", short(stem, LETTERS - ending.len())),
        None => short(name, LETTERS),
    }
}

fn short(name: &str, most: usize) -> String {
    let refused = |c: char| c.is_control() || "\"*/:<>?\\|".contains(c);
    let plain: String = name.chars().map(|c| if refused(c) { '-' } else { c }).take(most).collect();
    let plain = plain.trim_matches([' ', '.']);
    if plain.is_empty() { "mahdar".to_owned() } else { plain.to_owned() }
}
