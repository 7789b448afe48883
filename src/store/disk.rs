//! The seam: every call of `store` that changes the disk, each of which a test can make fail or cut short.

#![expect(clippy::disallowed_methods, reason = "here, and nowhere else, the disk is written to")]

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{Gid, OFlags, RenameFlags, Uid, XattrFlags};

use faults::pass;

/// A new file, open for writing. Nothing may be there, not even a link.
pub(super) fn create(path: &Path, mode: u32) -> io::Result<File> {
    pass("create")?;
    let flags = i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or(0);
    OpenOptions::new().write(true).create_new(true).mode(mode).custom_flags(flags).open(path)
}

/// What is there, open for writing: a device, a pipe.
pub(super) fn open_to_write(path: &Path) -> io::Result<File> {
    pass("open_to_write")?;
    OpenOptions::new().write(true).open(path)
}

/// All bytes, or an error and perhaps some of them.
pub(super) fn write(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    if let Err(error) = pass("write") {
        if faults::writes_some() {
            file.write_all(bytes.get(..bytes.len() / 2).unwrap_or_default())?;
        }
        return Err(error);
    }
    file.write_all(bytes)
}

/// What was written reaches the disk itself.
pub(super) fn flush(file: &File) -> io::Result<()> {
    pass("flush")?;
    file.sync_all()
}

/// The names in a folder reach the disk itself.
pub(super) fn flush_folder(folder: &Path) -> io::Result<()> {
    flush_names(&File::open(folder)?)
}

/// The same of a folder that is open. A file system that knows no such thing does it in its own way.
pub(super) fn flush_names(folder: &File) -> io::Result<()> {
    pass("flush_names")?;
    match folder.sync_all() {
        Err(error) if is_unknown(&error) => Ok(()),
        flushed => flushed,
    }
}

/// Everything on the file system of this folder reaches the disk itself.
pub(super) fn flush_all(folder: &File) -> io::Result<()> {
    pass("flush_all")?;
    Ok(rustix::fs::syncfs(folder)?)
}

/// Shortens a file, or lengthens it with zeros.
pub(super) fn truncate(file: &File, length: u64) -> io::Result<()> {
    pass("truncate")?;
    file.set_len(length)
}

/// Gives a file another name, which may be taken.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    pass("rename")?;
    fs::rename(from, to)
}

/// Gives a file another name unless that is taken.
pub(super) fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
    match pass("rename_to_nothing").and_then(|()| rename_if_free(from, to)) {
        // File systems that do not know the flag: a hard link refuses to replace, too.
        Err(error) if is_unknown(&error) => match link(from, to) {
            Ok(()) => {
                // It stands under its name; the other one is only litter.
                let _ = remove(from).or_else(|_| remove(from));
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => rename(from, to),
        },
        renamed => renamed,
    }
}

fn rename_if_free(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    pass("link")?;
    fs::hard_link(from, to)
}

/// Whether the file system knows no such call.
fn is_unknown(error: &io::Error) -> bool {
    let unknown = [rustix::io::Errno::INVAL, rustix::io::Errno::NOSYS, rustix::io::Errno::NOTSUP];
    error.kind() == io::ErrorKind::Unsupported
        || unknown.iter().any(|unknown| error.raw_os_error() == Some(unknown.raw_os_error()))
}

/// Takes a file away.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    pass("remove")?;
    fs::remove_file(path)
}

/// Takes an empty folder away.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    pass("remove_folder")?;
    fs::remove_dir(path)
}

/// A folder and those above it, readable to their owner alone; it may be there already.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    pass("make_folder")?;
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// A folder that is not there yet, inside one that is, as the umask wants it.
pub(super) fn make_new_folder(path: &Path) -> io::Result<()> {
    pass("make_new_folder")?;
    fs::create_dir(path)
}

/// Whom a file belongs to; `None` leaves it.
pub(super) fn set_owner(file: &File, user: Option<u32>, group: Option<u32>) -> io::Result<()> {
    pass("set_owner")?;
    Ok(rustix::fs::fchown(file, user.map(Uid::from_raw), group.map(Gid::from_raw))?)
}

/// Who may do what with a file.
pub(super) fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    pass("set_mode")?;
    file.set_permissions(Permissions::from_mode(mode))
}

/// An extended attribute.
pub(super) fn set_attribute(file: &File, name: &[u8], value: &[u8]) -> io::Result<()> {
    pass("set_attribute")?;
    Ok(rustix::fs::fsetxattr(file, name, value, XattrFlags::empty())?)
}

/// What tests make of the calls above, each thread for itself. Without a plan it costs nothing worth measuring.
#[doc(hidden)]
pub mod faults {
    use std::cell::Cell;
    use std::io;

    /// What becomes of a call.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Fault {
        /// It fails so; a write has written half by then. The calls after it do what they should.
        Error(io::ErrorKind),
        /// The program dies in it: a write writes half, another call does nothing, and no later one does anything.
        Cut,
    }

    thread_local! {
        static CALLS: Cell<usize> = const { Cell::new(0) };
        static PLAN: Cell<Option<(usize, Fault)>> = const { Cell::new(None) };
        static MET: Cell<Option<&'static str>> = const { Cell::new(None) };
    }

    /// The `n`-th call of this thread from here on, counted from 1, meets this. It replaces any older plan.
    pub fn at(n: usize, fault: Fault) {
        none();
        PLAN.set(Some((n, fault)));
    }

    /// No call fails any more, and they are counted anew.
    pub fn none() {
        CALLS.set(0);
        MET.set(None);
        PLAN.set(None);
    }

    /// How many calls this thread has made since [`at`] or [`none`].
    #[must_use]
    pub fn calls() -> usize {
        CALLS.get()
    }

    /// The name of the call that met the plan.
    #[must_use]
    pub fn met() -> Option<&'static str> {
        MET.get()
    }

    /// Lets a call pass, or says how it fails.
    pub(super) fn pass(name: &'static str) -> io::Result<()> {
        let call = CALLS.get() + 1;
        CALLS.set(call);
        let Some((n, fault)) = PLAN.get() else { return Ok(()) };
        if call == n {
            MET.set(Some(name));
        }
        match fault {
            Fault::Error(kind) if call == n => Err(kind.into()),
            Fault::Cut if call >= n => Err(io::Error::other("cut short")),
            Fault::Error(_) | Fault::Cut => Ok(()),
        }
    }

    /// Whether the write that just failed has written half.
    pub(super) fn writes_some() -> bool {
        PLAN.get().is_some_and(|(n, _)| CALLS.get() == n)
    }
}
