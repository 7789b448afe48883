//! The eye on the files of open records: what others do to them is noticed on one thread and told to the window.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::fs::{Access, AtFlags};

use super::copies::sync_copies;
use super::lock::{self, Held};
use super::open::{self, OpenError, Opened};
use super::{Digest, place};
use crate::document::RecordId;

/// How often it looks. The system's own notices see nothing of what other machines do on a share.
const EVERY: Duration = Duration::from_secs(2);
/// A file that is being written is read once it rests this long.
const RESTS: Duration = Duration::from_millis(60);
/// It is not waited for longer than this many rests.
const PATIENCE: usize = 10;

/// A record to keep an eye on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Watched {
    /// Its file, links followed.
    pub path: PathBuf,
    /// What the file held when it was read or written last.
    pub digest: Digest,
    /// Which record it is.
    pub record: RecordId,
}

/// What was noticed of a record's file.
#[derive(Debug)]
pub struct News {
    /// Which file.
    pub path: PathBuf,
    /// What.
    pub what: Noticed,
}

/// What can be noticed.
#[derive(Debug)]
pub enum Noticed {
    /// It holds something else than it did, or the same again.
    Content(Digest, Box<Result<Opened, OpenError>>),
    /// It cannot be read at all any more.
    Unreadable(OpenError),
    /// It is gone.
    Gone,
    /// Who is editing it.
    Held(Held),
    /// Whether it may be written.
    Writable(bool),
    /// Copies by sync programs lie beside it.
    Copies(Vec<PathBuf>),
}

/// The eye: a thread of its own, which wakes the window only when there is news.
pub struct Watch {
    shared: Arc<Shared>,
    news: Receiver<News>,
}

struct Shared {
    asked: Mutex<Asked>,
    changed: Condvar,
}

#[derive(Default)]
struct Asked {
    files: Vec<Watched>,
    /// It is to look at once.
    now: bool,
    ends: bool,
}

impl Shared {
    fn asked(&self) -> MutexGuard<'_, Asked> {
        // What is asked is whole after every change: a panic elsewhere does not spoil it.
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watch {
    /// Opens the eye, with nothing to look at yet; `wake` is called when there is news.
    ///
    /// # Errors
    /// The thread could not be started.
    pub fn start(wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let shared = Arc::new(Shared { asked: Mutex::new(Asked::default()), changed: Condvar::new() });
        let (send, news) = channel();
        let eye = Arc::clone(&shared);
        std::thread::Builder::new().name("watch".into()).spawn(move || {
            let mut seen = Vec::new();
            while let Some(files) = next(&eye) {
                look(&mut seen, files, &send, &wake);
            }
        })?;
        Ok(Self { shared, news })
    }

    /// What it looks at from now on, at once.
    pub fn set(&self, files: Vec<Watched>) {
        let mut asked = self.shared.asked();
        asked.files = files;
        asked.now = true;
        self.shared.changed.notify_one();
    }

    /// Looks at once: somebody came back to the window.
    pub fn look(&self) {
        self.shared.asked().now = true;
        self.shared.changed.notify_one();
    }

    /// What was noticed since it was asked last.
    #[must_use]
    pub fn news(&self) -> Option<News> {
        self.news.try_recv().ok()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.shared.asked().ends = true;
        self.shared.changed.notify_one();
        // It is not waited for: a share that does not answer must not hold the window up.
    }
}

/// Waits until it is time to look, or until it is asked to; at what, or nothing at the end.
fn next(shared: &Shared) -> Option<Vec<Watched>> {
    let mut asked = shared.asked();
    let mut waited = false;
    while !asked.now && !asked.ends && !waited {
        if asked.files.is_empty() {
            asked = shared.changed.wait(asked).unwrap_or_else(PoisonError::into_inner);
        } else {
            let (now, over) =
                shared.changed.wait_timeout(asked, EVERY).unwrap_or_else(PoisonError::into_inner);
            asked = now;
            waited = over.timed_out();
        }
    }
    asked.now = false;
    (!asked.ends).then(|| asked.files.clone())
}

/// What was seen of one file.
struct Seen {
    file: Watched,
    trace: Option<Trace>,
    /// The last trace is looked behind once more: it may have been taken in the middle of a write.
    again: bool,
    /// What the window was told it holds; nothing where it is gone or cannot be read.
    digest: Option<Digest>,
    held: Held,
    writable: bool,
    copies: bool,
}

/// What changes whenever a file does.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Trace {
    changed: [i64; 4],
    size: u64,
    place: (u64, u64),
}

fn trace(path: &Path) -> io::Result<Trace> {
    let seen = fs::symlink_metadata(path)?;
    Ok(Trace {
        changed: [seen.mtime(), seen.mtime_nsec(), seen.ctime(), seen.ctime_nsec()],
        size: seen.size(),
        place: (seen.dev(), seen.ino()),
    })
}

fn look(seen: &mut Vec<Seen>, files: Vec<Watched>, send: &Sender<News>, wake: &impl Fn()) {
    seen.retain(|seen| files.iter().any(|file| file.path == seen.file.path));
    for file in files {
        let at = seen.iter().position(|seen| seen.file.path == file.path).unwrap_or_else(|| {
            seen.push(Seen {
                trace: None,
                again: false,
                digest: Some(file.digest),
                held: Held::Nobody,
                writable: true,
                copies: false,
                file: file.clone(),
            });
            seen.len() - 1
        });
        let Some(seen) = seen.get_mut(at) else { continue };
        if seen.file != file {
            // Read or written by ourselves since.
            seen.digest = Some(file.digest);
            seen.trace = None;
            seen.file = file;
        }
        for what in seen.look() {
            // Nobody listens any more once the window is gone.
            let _ = send.send(News { path: seen.file.path.clone(), what });
            wake();
        }
    }
}

impl Seen {
    fn look(&mut self) -> Vec<Noticed> {
        let mut news = Vec::new();
        news.extend(self.content());
        let held = lock::held(&self.file.path);
        if held != self.held {
            self.held = held.clone();
            news.push(Noticed::Held(held));
        }
        let writable = can_write(&self.file.path);
        if writable != self.writable {
            self.writable = writable;
            news.push(Noticed::Writable(writable));
        }
        if !std::mem::replace(&mut self.copies, true) {
            let found = sync_copies(&self.file.path, self.file.record, self.file.digest);
            if !found.is_empty() {
                news.push(Noticed::Copies(found));
            }
        }
        news
    }

    fn content(&mut self) -> Option<Noticed> {
        let path = &self.file.path;
        let mut now = match trace(path) {
            Ok(now) => now,
            Err(error) => {
                self.trace = None;
                self.digest.take()?;
                return Some(if error.kind() == io::ErrorKind::NotFound {
                    Noticed::Gone
                } else {
                    Noticed::Unreadable(error.into())
                });
            }
        };
        if self.trace == Some(now) && !std::mem::take(&mut self.again) {
            return None;
        }
        self.again = self.trace != Some(now);
        // Whoever is writing it finishes first.
        for _ in 0..PATIENCE {
            if self.trace.is_none() && self.digest.is_some() {
                break;
            }
            std::thread::sleep(RESTS);
            match trace(path) {
                Ok(then) if then == now => break,
                Ok(then) => now = then,
                Err(_) => break,
            }
        }
        self.trace = Some(now);
        let bytes = match open::read_bytes(path) {
            Ok(bytes) => bytes,
            Err(OpenError::NotFound) => {
                self.trace = None;
                return self.digest.take().map(|_| Noticed::Gone);
            }
            Err(error) => return self.digest.take().map(|_| Noticed::Unreadable(error)),
        };
        let digest = Digest::of(&bytes);
        if self.digest == Some(digest) {
            return None;
        }
        self.digest = Some(digest);
        let opened = open::open_bytes(&bytes).map(|opened| Opened { path: path.clone(), ..opened });
        Some(Noticed::Content(digest, Box::new(opened)))
    }
}

/// Whether this file may be saved: written itself, and its folder too, where the new one is put together.
#[must_use]
pub fn can_write(path: &Path) -> bool {
    let may =
        |path: &Path, access| rustix::fs::accessat(rustix::fs::CWD, path, access, AtFlags::EACCESS).is_ok();
    let Ok(path) = place::resolve(path) else { return false };
    let folder = path.parent().is_some_and(|folder| may(folder, Access::WRITE_OK | Access::EXEC_OK));
    folder && (may(&path, Access::WRITE_OK) || !open::exists(&path))
}
