//! Where a path really leads: links followed to the end, also when nothing is there yet.

use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// As many links as Linux itself follows.
const HOPS: usize = 40;

/// The file that this path names, its folder canonical. The file itself may be missing, its folder may not.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..HOPS {
        // The name of a folder, be it none yet: the standard library sees a file in it.
        let bytes = path.as_os_str().as_bytes();
        if bytes.ends_with(b"/") || bytes.ends_with(b"/.") {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let name = path.file_name().ok_or(io::ErrorKind::IsADirectory)?;
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let here = fs::canonicalize(folder)?.join(name);
        match fs::symlink_metadata(&here) {
            Ok(seen) if seen.is_symlink() => {
                let target = fs::read_link(&here)?;
                path = here.parent().map_or_else(|| target.clone(), |folder| folder.join(&target));
            }
            Ok(_) => return Ok(here),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(here),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many links"))
}
