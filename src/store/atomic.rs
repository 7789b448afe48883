//! One file put in another's place: written beside it, flushed, checked, renamed, and the folder flushed.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata, TryLockError};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::save::{Over, SaveError, SaveWarning, Saved};
use super::{Digest, disk, open, random};

/// Seconds after which what a save left beside its target is nobody's any more.
const STALE: i64 = 600;

/// A file beside the target that goes away again unless it takes the target's place.
struct Draft {
    path: PathBuf,
    placed: bool,
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.placed {
            // Best effort: the error that brought us here is the one to tell.
            let _ = disk::remove(&self.path);
        }
    }
}

/// Puts these bytes at a resolved path, if what is there is what may be replaced.
pub(super) fn replace(path: &Path, bytes: &[u8], over: Over) -> Result<Saved, SaveError> {
    let folder = path.parent().ok_or(SaveError::Folder)?;
    let old = look(path)?;
    let digest = Digest::of(bytes);
    let mut warnings = Vec::new();
    match (&old, over) {
        (Some(_), Over::Nothing) => return Err(SaveError::Exists),
        (None, Over::This(_)) => warnings.push(SaveWarning::WasGone),
        _ => {}
    }
    let (mut draft, mut file) = draft_in(folder, path, old.as_ref())?;
    disk::write(&mut file, bytes)?;
    if let Some(old) = &old {
        warnings.extend(carry_over(path, old, &file)?);
    }
    disk::flush(&file)?;
    let own = file.metadata()?;
    // As late as can be: from here to the rename is the only moment in which another's change could be missed.
    if let Over::This(expected) = over {
        unchanged(path, expected, digest)?;
    }
    // Opened before the rename, so that hardly anything can fail after it.
    let names = File::open(folder)?;
    let renamed = match over {
        Over::Nothing => disk::rename_to_nothing(&draft.path, path),
        Over::Anything | Over::This(_) => disk::rename(&draft.path, path),
    };
    // A share can lose the answer to what it did.
    renamed.or_else(|error| if is_at(path, &own) { Ok(()) } else { Err(error) })?;
    draft.placed = true;
    let saved = Saved { digest, path: path.to_path_buf(), warnings };
    if let Err(error) = disk::flush_names(&names) {
        // Where nothing was, nothing is again; what was replaced cannot be had back, and is said to be.
        if over == Over::Nothing && disk::remove(path).is_ok() {
            return Err(error.into());
        }
        return Err(SaveError::Unsure { saved, error });
    }
    drop(file);
    sweep(folder, path, &own);
    Ok(saved)
}

/// Whether this very file stands at the path.
fn is_at(path: &Path, own: &Metadata) -> bool {
    fs::symlink_metadata(path).is_ok_and(|seen| (seen.dev(), seen.ino()) == (own.dev(), own.ino()))
}

/// What stands at the path; nothing but a regular file may be replaced.
fn look(path: &Path) -> Result<Option<Metadata>, SaveError> {
    match fs::symlink_metadata(path) {
        Ok(seen) if seen.is_dir() => Err(SaveError::Folder),
        Ok(seen) if !seen.is_file() => Err(SaveError::NotAFile),
        Ok(seen) => Ok(Some(seen)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A new file in the folder, hidden, of a name nobody can foresee. It is readable to nobody else until it has the
/// mode of the file it replaces; without one the umask decides, as for any new file. A lock says that it is alive.
fn draft_in(folder: &Path, path: &Path, old: Option<&Metadata>) -> Result<(Draft, File), SaveError> {
    let mode = if old.is_some() { 0o600 } else { 0o666 };
    let (before, after) = around(path);
    for _ in 0..8 {
        let mut name = before.clone();
        name.push(format!("{:016x}", random::random()));
        name.push(after);
        let path = folder.join(name);
        match disk::create(&path, mode) {
            Ok(file) => {
                // Where locks do not work, its age alone must do.
                let _ = file.try_lock();
                return Ok((Draft { path, placed: false }, file));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(SaveError::Io(io::Error::other("no free name for a new file")))
}

/// What stands in a draft's name before and after its sixteen digits.
fn around(path: &Path) -> (OsString, &'static str) {
    let mut before = OsString::from(".");
    // A name of the greatest length leaves no room for ours beside it.
    before.push(path.file_name().filter(|own| own.len() < 200).unwrap_or_default());
    before.push(".");
    (before, ".tmp")
}

/// Takes away what saves of this file left behind when they were killed: of just such a name, of the same person,
/// untouched for long as the disk's own clock has it, and with nobody's lock on it. That it fails harms nothing.
fn sweep(folder: &Path, path: &Path, own: &Metadata) {
    let (before, after) = around(path);
    let is_draft = |name: &OsStr| {
        let inner = name.as_bytes().strip_prefix(before.as_bytes());
        let digits = inner.and_then(|inner| inner.strip_suffix(after.as_bytes()));
        digits.is_some_and(|d| d.len() == 16 && d.iter().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f')))
    };
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_draft(&entry.file_name())) {
        let left = entry.path();
        let stale = fs::symlink_metadata(&left).is_ok_and(|seen| {
            seen.is_file() && seen.uid() == own.uid() && own.mtime().saturating_sub(seen.mtime()) >= STALE
        });
        let alive = || match open::open_to_read(&left).map(|file| file.try_lock()) {
            Ok(locked) => matches!(locked, Err(TryLockError::WouldBlock)),
            Err(_) => true,
        };
        if stale && !alive() {
            let _ = disk::remove(&left);
        }
    }
}

/// Gives the new file the owner, the mode and the extended attributes of the old one.
fn carry_over(path: &Path, old: &Metadata, file: &File) -> io::Result<Vec<SaveWarning>> {
    let mut warnings = Vec::new();
    if old.nlink() > 1 {
        warnings.push(SaveWarning::OtherNames(old.nlink() - 1));
    }
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid())
        && disk::set_owner(file, Some(old.uid()), Some(old.gid())).is_err()
    {
        // Somebody else's file in a shared folder: the group can often be kept.
        let _ = disk::set_owner(file, None, Some(old.gid()));
        warnings.push(SaveWarning::Owner);
    }
    let kept = attributes(path, file).is_ok();
    // After the owner, which clears some bits, and the attributes, which may hold an access list. Some file systems
    // have no modes; nothing is lost on them.
    let set = disk::set_mode(file, old.mode() & 0o7777).is_ok();
    if !kept || !set {
        warnings.push(SaveWarning::Attributes);
    }
    Ok(warnings)
}

fn attributes(path: &Path, file: &File) -> io::Result<()> {
    let mut names = vec![0_u8; 64 * 1024];
    // A file that may be replaced but not read keeps none of its attributes.
    let source = open::open_to_read(path)?;
    let length = match rustix::fs::flistxattr(&source, names.as_mut_slice()) {
        Ok(length) => length,
        Err(rustix::io::Errno::NOTSUP) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let mut result = Ok(());
    let mut value = vec![0_u8; 64 * 1024];
    for name in
        names.get(..length).unwrap_or_default().split(|byte| *byte == 0).filter(|name| !name.is_empty())
    {
        let copied = match rustix::fs::fgetxattr(&source, name, value.as_mut_slice()) {
            Ok(length) => disk::set_attribute(file, name, value.get(..length).unwrap_or_default()),
            Err(error) => Err(error.into()),
        };
        // What the system itself sets on every file (labels) is not ours to copy.
        if copied.is_err() && !name.starts_with(b"security.") {
            result = copied;
        }
    }
    result
}

/// Whether the file holds what was opened, or already what is to be written.
fn unchanged(path: &Path, expected: Digest, ours: Digest) -> Result<(), SaveError> {
    match open::read_bytes(path) {
        Ok(bytes) if [expected, ours].contains(&Digest::of(&bytes)) => Ok(()),
        Err(open::OpenError::NotFound) => Ok(()),
        Err(open::OpenError::Denied) => Err(SaveError::Denied),
        Err(open::OpenError::Io(error)) => Err(error.into()),
        Ok(_) | Err(_) => Err(SaveError::ChangedOnDisk),
    }
}
