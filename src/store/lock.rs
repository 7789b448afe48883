//! The lock beside an open record: who is editing it. Advice for people; nothing ever rests on it.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rustix::fs::OFlags;
use serde::{Deserialize, Serialize};

use super::{Digest, disk, format, place, random};
use crate::document::Stamp;

/// The number of the lock files' format.
const FORMAT: u32 = 1;
const FIRST: &str = "// mahdar lock ";
/// No lock is longer.
const LONGEST: u64 = 4096;
/// How many letters of a name are shown.
const NAME: usize = 60;

/// Who has a record open for editing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Holder {
    /// The person, as they sign.
    pub person: String,
    /// The name of the machine.
    pub machine: String,
    /// What tells machines of one name apart.
    #[serde(default)]
    host: String,
    /// The program's number on that machine.
    process: u32,
    /// One opening of the record.
    session: u32,
    /// Since when.
    pub since: Stamp,
}

impl Holder {
    /// This program on this machine, for one opening of a record.
    #[must_use]
    pub fn here(person: &str, since: Stamp) -> Self {
        Self {
            person: shown(person),
            machine: HERE.0.clone(),
            host: HERE.1.clone(),
            process: std::process::id(),
            session: random::random_session(),
            since,
        }
    }

    /// Whether they sit at this machine, in another window.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.machine == HERE.0 && self.host == HERE.1
    }
}

/// Whether a record is being edited, and by whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Held {
    /// By nobody.
    Nobody,
    /// By somebody; by whom is not known where their lock cannot be read.
    Somebody(Option<Holder>),
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Claim {
    /// It is ours.
    Ours(Lock),
    /// Somebody else has it.
    Theirs(Option<Holder>),
    /// There can be none: nothing may be written in that folder.
    Impossible,
}

/// Our lock on a record; it goes when it is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    holder: Holder,
    /// Held locked in the system too, as long as the program lives: so a lock left by one that died is known.
    file: File,
}

impl Lock {
    /// Asks for the lock on a record. One left behind by a program of this machine that is gone is replaced.
    #[must_use]
    pub fn claim(record: &Path, holder: &Holder) -> Claim {
        let Some(path) = path_of(record) else { return Claim::Impossible };
        for _ in 0..2 {
            match disk::create(&path, 0o644) {
                Ok(file) => return Self::written(path, file, holder),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(_) => break,
            }
            match read(&path) {
                Ok(found) if is_left(&path, &found) => {
                    // It stays away from everybody else while `found` lives.
                    if disk::remove(&path).is_err() {
                        return Claim::Impossible;
                    }
                }
                Ok(found) => return Claim::Theirs(found.holder),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(_) => return Claim::Theirs(None),
            }
        }
        match held(record) {
            Held::Somebody(holder) => Claim::Theirs(holder),
            Held::Nobody => Claim::Impossible,
        }
    }

    /// Takes the lock from whoever has it.
    #[must_use]
    pub fn seize(record: &Path, holder: &Holder) -> Claim {
        let Some(path) = path_of(record) else { return Claim::Impossible };
        match disk::remove(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) => return Claim::Impossible,
        }
        Self::claim(record, holder)
    }

    fn written(path: PathBuf, mut file: File, holder: &Holder) -> Claim {
        // Where the system knows no locks the number of the program must do.
        let _ = file.try_lock();
        let mut text = format!("{FIRST}{FORMAT}\n");
        format::write_value(&mut text, holder);
        // Not flushed: after a power cut there is nobody left to hold it.
        if disk::write(&mut file, text.as_bytes()).is_err() {
            let _ = disk::remove(&path);
            return Claim::Impossible;
        }
        Claim::Ours(Self { path, holder: holder.clone(), file })
    }

    /// Whose it is: ours.
    #[must_use]
    pub fn holder(&self) -> &Holder {
        &self.holder
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.file.unlock();
        // One taken from us is not ours to remove.
        if read(&self.path).is_ok_and(|found| found.holder.as_ref() == Some(&self.holder)) {
            let _ = disk::remove(&self.path);
        }
    }
}

/// Whether somebody is editing this record. A lock left by a program of this machine that is gone counts for nothing.
#[must_use]
pub fn held(record: &Path) -> Held {
    let Some(path) = path_of(record) else { return Held::Nobody };
    match read(&path) {
        Ok(found) if is_left(&path, &found) => Held::Nobody,
        Ok(found) => Held::Somebody(found.holder),
        Err(error) => match error.kind() {
            // Where there can be no lock, and where none could be seen, there is nobody that we could know of.
            io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::PermissionDenied
            | io::ErrorKind::InvalidFilename => Held::Nobody,
            _ => Held::Somebody(None),
        },
    }
}

/// The lock of this record: `.NAME.mahdar.lock` beside the file itself, links followed.
#[must_use]
pub fn path_of(record: &Path) -> Option<PathBuf> {
    let record = place::resolve(record).ok()?;
    let mut name = OsString::from(".");
    name.push(record.file_name()?);
    name.push(".lock");
    Some(record.with_file_name(name))
}

/// A lock that was found.
struct Found {
    file: File,
    /// Whose it is, as far as it can be read.
    holder: Option<Holder>,
}

/// Reads a lock, never more than one could hold and never waiting for what is not a file.
fn read(path: &Path) -> io::Result<Found> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let flags = i32::try_from(flags.bits()).unwrap_or(0);
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    let seen = file.metadata()?;
    let mut text = String::new();
    let is_text = seen.is_file() && (&file).take(LONGEST).read_to_string(&mut text).is_ok();
    let holder = is_text.then(|| understand(&text)).flatten();
    Ok(Found { file, holder })
}

/// Whose lock this is; nothing where it cannot be told.
fn understand(text: &str) -> Option<Holder> {
    let number = text.lines().next()?.strip_prefix(FIRST)?;
    if number.trim() != FORMAT.to_string() {
        return None;
    }
    let mut holder: Holder = format::value(text).ok()?;
    // Somebody else wrote them.
    holder.person = shown(&holder.person);
    holder.machine = shown(&holder.machine);
    Some(holder)
}

/// Whether a program of this machine left the lock behind that is gone now. As long as `found` lives nobody else
/// comes to the same.
fn is_left(path: &Path, found: &Found) -> bool {
    let Some(holder) = found.holder.as_ref().filter(|holder| holder.is_here()) else { return false };
    match found.file.try_lock() {
        // Another may have replaced it since it was read.
        Ok(()) => read(path).is_ok_and(|now| now.holder.as_ref() == Some(holder)),
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => !Path::new(&format!("/proc/{}", holder.process)).exists(),
    }
}

/// The name of this machine, and what tells it from another of the same name.
static HERE: LazyLock<(String, String)> =
    LazyLock::new(|| (shown(&rustix::system::uname().nodename().to_string_lossy()), host()));

/// What tells this machine from another of the same name, and tells nobody anything else.
fn host() -> String {
    let id = fs::read("/etc/machine-id").unwrap_or_default();
    Digest::of(&[b"mahdar lock ".as_slice(), id.trim_ascii()].concat()).to_string().chars().take(16).collect()
}

/// A name on one line, of bearable length, with nothing in it that could turn the words around it.
fn shown(name: &str) -> String {
    let is_plain = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    name.chars().filter(is_plain).take(NAME).collect::<String>().trim().to_owned()
}
