//! The small files beside the records: read whatever they hold, changed under a lock, nothing of theirs ever lost.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::open::{self, OpenError};
use super::save::{Over, SaveError};
use super::{Digest, atomic, disk, format, place};

/// Where the small files live. Tests give folders of their own; the window takes [`Folders::of_user`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folders {
    /// What somebody chose: settings and the roster.
    pub config: PathBuf,
    /// What merely happened: the recent records.
    pub state: PathBuf,
    /// What somebody made: templates.
    pub data: PathBuf,
}

impl Folders {
    /// All three inside one folder.
    #[must_use]
    pub fn inside(folder: &Path) -> Self {
        Self { config: folder.join("config"), state: folder.join("state"), data: folder.join("data") }
    }

    /// The folders of the person who runs the program, by the XDG base directory specification; nothing without a
    /// home.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        Self::of(|name| std::env::var_os(name))
    }

    /// The folders that this environment names. A relative path in it is as good as none, says the specification.
    #[must_use]
    pub fn of(environment: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        let absolute =
            |name| environment(name).map(PathBuf::from).filter(|path: &PathBuf| path.is_absolute());
        let home = absolute("HOME");
        let folder = |name, below: &str| {
            let base = absolute(name).or_else(|| Some(home.as_ref()?.join(below)))?;
            Some(base.join("mahdar"))
        };
        Some(Self {
            config: folder("XDG_CONFIG_HOME", ".config")?,
            state: folder("XDG_STATE_HOME", ".local/state")?,
            data: folder("XDG_DATA_HOME", ".local/share")?,
        })
    }
}

/// A small file: [`Settings`](super::Settings), [`Recents`](super::Recents) or [`Roster`](super::Roster).
pub trait Kept: Clone + Default + Serialize + DeserializeOwned {
    /// What it is called in its first line and, with `.ron`, on disk.
    const NAME: &'static str;

    /// The folder it lives in.
    fn folder(folders: &Folders) -> &Path;

    /// Brings what was read, or changed, within its limits.
    fn settle(&mut self);
}

/// What a small file holds, and what is to be said about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loaded<T> {
    /// What it holds; what stands from the start, as far as it holds nothing that can be read.
    pub value: T,
    /// What somebody should be told.
    pub notice: Option<Notice>,
}

/// What happened to a small file that is not as this release would have written it. Nothing of it is lost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// It could not be understood and lies under another name now.
    SetAside {
        /// Where it was.
        path: PathBuf,
        /// Where it is.
        aside: PathBuf,
    },
    /// A newer release wrote it: used as far as it is understood, and copied aside before it is first rewritten.
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// It could not be read, or not be moved aside; it lies where it was.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        detail: String,
    },
}

impl Notice {
    /// The key of the message for people, and the values in it.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::SetAside { path, aside } => {
                ("notice-set-aside", vec![("path", shown(path)), ("aside", shown(aside))])
            }
            Self::Newer { path } => ("notice-newer", vec![("path", shown(path))]),
            Self::Unreadable { path, detail } => {
                ("notice-unreadable", vec![("path", shown(path)), ("detail", detail.clone())])
            }
        }
    }
}

/// Reads a small file. One that cannot be understood is set aside under another name, unless a newer release wrote
/// it; this never fails, it says what it met.
#[must_use]
pub fn load<T: Kept>(folders: &Folders) -> Loaded<T> {
    let path = path_of::<T>(folders);
    let (found, bytes) = match open::read_bytes(&path) {
        Ok(bytes) => (understand::<T>(&bytes), bytes),
        Err(OpenError::NotFound) => return Loaded { value: settled(T::default()), notice: None },
        Err(error) => return nothing_but(Notice::Unreadable { path, detail: error.to_string() }),
    };
    match found {
        Found::Understood(value) => Loaded { value, notice: None },
        Found::Newer(value) => Loaded { value, notice: Some(Notice::Newer { path }) },
        Found::Broken(error) => {
            let _lock = lock(T::folder(folders));
            // Another window may have set it aside and begun anew meanwhile.
            if !open::read_bytes(&path).is_ok_and(|now| now == bytes) {
                return load_once::<T>(path);
            }
            nothing_but(match aside(&path, |free| disk::rename_to_nothing(&path, free)) {
                Ok(aside) => Notice::SetAside { path, aside },
                Err(_) => Notice::Unreadable { path, detail: error.to_string() },
            })
        }
    }
}

/// Changes a small file: read anew, changed, and written, so that what two windows do is done in both. What the file
/// holds and would not come out again (what a newer release wrote, what was written by hand) is copied aside first.
/// The result is what the file now holds.
///
/// # Errors
/// [`SaveError`]; the file is as it was.
pub fn change<T: Kept>(folders: &Folders, edit: impl FnOnce(&mut T)) -> Result<Loaded<T>, SaveError> {
    let folder = T::folder(folders);
    disk::make_folder(folder)?;
    let _lock = lock(folder);
    let path = place::resolve(&path_of::<T>(folders))?;
    let before = match open::read_bytes(&path) {
        Ok(bytes) => Some(bytes),
        Err(OpenError::NotFound) => None,
        Err(OpenError::Denied) => return Err(SaveError::Denied),
        Err(OpenError::Folder) => return Err(SaveError::Folder),
        Err(OpenError::NotAFile) => return Err(SaveError::NotAFile),
        Err(error) => return Err(SaveError::Io(io::Error::other(error.to_string()))),
    };
    let found = before.as_deref().map(understand::<T>);
    let whole = match (&found, &before) {
        (Some(Found::Understood(value)), Some(bytes)) => write(value).as_bytes() == bytes,
        (None, _) => true,
        _ => false,
    };
    let (mut value, mut notice) = match found {
        None | Some(Found::Broken(_)) => (settled(T::default()), None),
        Some(Found::Understood(value)) => (value, None),
        Some(Found::Newer(value)) => (value, Some(Notice::Newer { path: path.clone() })),
    };
    let old = value.clone();
    edit(&mut value);
    value.settle();
    let after = write(&value);
    if before.is_some() && after == write(&old) {
        return Ok(Loaded { value, notice });
    }
    if let Some(bytes) = before.as_ref().filter(|_| !whole) {
        let aside = aside(&path, |free| match atomic::replace(free, bytes, Over::Nothing) {
            Ok(_) => Ok(()),
            Err(SaveError::Exists) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(error) => Err(io::Error::other(error.to_string())),
        })?;
        notice = notice.or(Some(Notice::SetAside { path: path.clone(), aside }));
    }
    let over = before.map_or(Over::Nothing, |bytes| Over::This(Digest::of(&bytes)));
    atomic::replace(&path, after.as_bytes(), over)?;
    Ok(Loaded { value, notice })
}

/// The file's place.
#[must_use]
pub fn path_of<T: Kept>(folders: &Folders) -> PathBuf {
    T::folder(folders).join(format!("{}.ron", T::NAME))
}

/// What bytes turned out to be.
enum Found<T> {
    Understood(T),
    /// As far as it was understood.
    Newer(T),
    Broken(OpenError),
}

/// Reads bytes without touching the disk. The first line may be missing: somebody wrote the file by hand.
fn understand<T: Kept>(bytes: &[u8]) -> Found<T> {
    let text = match format::text(bytes) {
        Ok(text) => text,
        Err(error) => return Found::Broken(error),
    };
    let number = text.lines().next().and_then(|line| line.strip_prefix(&first_line::<T>()));
    let newer = number.and_then(|number| number.trim().parse::<u32>().ok()).is_some_and(|n| n > FORMAT);
    match format::value::<T>(text) {
        Ok(value) if newer => Found::Newer(settled(value)),
        Ok(value) => Found::Understood(settled(value)),
        Err(_) if newer => Found::Newer(settled(T::default())),
        Err(error) => Found::Broken(error),
    }
}

/// The number of these files' format.
const FORMAT: u32 = 1;

fn first_line<T: Kept>() -> String {
    format!("// mahdar {} ", T::NAME)
}

fn write<T: Kept>(value: &T) -> String {
    let mut file = format!("{}{FORMAT}\n", first_line::<T>());
    format::write_value(&mut file, value);
    file
}

fn settled<T: Kept>(mut value: T) -> T {
    value.settle();
    value
}

fn nothing_but<T: Kept>(notice: Notice) -> Loaded<T> {
    Loaded { value: settled(T::default()), notice: Some(notice) }
}

/// What the file holds after another window put it right.
fn load_once<T: Kept>(path: PathBuf) -> Loaded<T> {
    match open::read_bytes(&path).map(|bytes| understand::<T>(&bytes)) {
        Ok(Found::Understood(value)) => Loaded { value, notice: None },
        Ok(Found::Newer(value)) => Loaded { value, notice: Some(Notice::Newer { path }) },
        Err(OpenError::NotFound) => Loaded { value: settled(T::default()), notice: None },
        Ok(Found::Broken(error)) | Err(error) => {
            nothing_but(Notice::Unreadable { path, detail: error.to_string() })
        }
    }
}

/// Puts something under the first free name beside the file: `settings.aside-1.ron`.
fn aside(path: &Path, mut put: impl FnMut(&Path) -> io::Result<()>) -> io::Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default();
    for number in 1..1000 {
        let mut name = stem.to_os_string();
        name.push(format!(".aside-{number}.ron"));
        let free = path.with_file_name(name);
        if open::exists(&free) {
            continue;
        }
        match put(&free) {
            Ok(()) => return Ok(free),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("no free name to set a file aside"))
}

/// Keeps other windows waiting while it lives. Where locks do not work, the check before the rename must do.
fn lock(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    for _ in 0..200 {
        match folder.try_lock() {
            Ok(()) => return Some(folder),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}
