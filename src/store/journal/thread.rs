//! The thread that writes a journal: it takes each change as it comes, and flushes at rest and at least twice a second.

#![expect(
    clippy::disallowed_methods,
    reason = "how long something takes is measured; no time of day is taken"
)]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError, Weak};
use std::time::{Duration, Instant};

use super::writer::Writer;
use super::{FoundJournal, JournalNews, JournalTrouble, folder_in};
use crate::document::{Document, Stamp, Step};
use crate::store::{Digest, Folders};

/// From the first change that is written to the moment it is flushed, with all that came meanwhile.
const FLUSH_AFTER: Duration = Duration::from_millis(500);

/// Between two tries after a failure.
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// The journal of an open record. Let go without a word, it flushes and leaves its file: nobody closed the record.
pub struct Journal {
    link: Arc<Link>,
    folder: PathBuf,
    wake: Wake,
}

/// Called when there is news.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// What the window holds of a journal.
struct Link {
    send: Sender<Message>,
    /// How many messages were sent.
    sent: AtomicU64,
    status: Arc<Status>,
}

enum Message {
    Note(Vec<Step>, Stamp),
    Saved { path: PathBuf, digest: Digest, clean: bool },
    Flush,
    Remove,
}

/// What the thread says of itself.
#[derive(Default)]
struct Status {
    now: Mutex<Now>,
    changed: Condvar,
}

#[derive(Default)]
struct Now {
    trouble: Option<JournalTrouble>,
    news: Option<JournalNews>,
    /// How many messages were dealt with and have reached the disk.
    kept: u64,
    file: Option<PathBuf>,
    ended: bool,
}

impl Status {
    /// Nothing panics while it holds this.
    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The journals of this process, for its end.
static LIVE: Mutex<Vec<(Weak<Link>, Arc<Status>)>> = Mutex::new(Vec::new());

impl Journal {
    /// Begins a journal of this record on a thread of its own. Nothing is on disk before the first change, unless it
    /// takes the place of one that was left behind. `wake` is called when there is news.
    ///
    /// # Errors
    /// The thread could not be started.
    pub fn begin(
        folders: &Folders,
        document: Document,
        file: Option<(PathBuf, Digest)>,
        opened: Stamp,
        instead: Option<FoundJournal>,
        wake: Wake,
    ) -> std::io::Result<Self> {
        let folder = folder_in(folders);
        let last = instead.as_ref().map_or(opened, |found| found.last);
        let writer = Writer::new(&folder, document, file, last);
        Self::spawn(folder, writer, instead.map(|found| (found.file, found.held)), wake)
    }

    /// Another in the place of this one, whose thread has fallen, with the whole record as it is now.
    ///
    /// # Errors
    /// The thread could not be started.
    pub fn again(
        &self,
        document: Document,
        file: Option<(PathBuf, Digest)>,
        at: Stamp,
    ) -> std::io::Result<Self> {
        let writer = Writer::new(&self.folder, document, file, at);
        let instead = (self.file().unwrap_or_default(), None);
        Self::spawn(self.folder.clone(), writer, Some(instead), Arc::clone(&self.wake))
    }

    /// Another in the place of this one, for what its file holds now: nobody typed it here. This one goes.
    ///
    /// # Errors
    /// The thread could not be started.
    pub fn anew(
        self,
        document: Document,
        file: Option<(PathBuf, Digest)>,
        at: Stamp,
    ) -> std::io::Result<Self> {
        let writer = Writer::new(&self.folder, document, file, at);
        let next = Self::spawn(self.folder.clone(), writer, None, Arc::clone(&self.wake));
        self.end(false);
        next
    }

    fn spawn(
        folder: PathBuf,
        mut writer: Writer,
        instead: Option<(PathBuf, Option<Arc<File>>)>,
        wake: Wake,
    ) -> std::io::Result<Self> {
        let (send, todo) = channel();
        let status = Arc::new(Status::default());
        let told = Ended { status: Arc::clone(&status), wake: Arc::clone(&wake) };
        std::thread::Builder::new().name(NAME.into()).spawn(move || {
            if let Some((path, held)) = instead {
                writer.take_over(path, held);
            }
            work(&mut writer, &todo, &told);
        })?;
        let link = Arc::new(Link { send, sent: AtomicU64::new(0), status });
        let mut live = LIVE.lock().unwrap_or_else(PoisonError::into_inner);
        live.retain(|(_, status)| !status.now().ended);
        live.push((Arc::downgrade(&link), Arc::clone(&link.status)));
        drop(live);
        Ok(Self { link, folder, wake })
    }

    /// Hands on what was just done to the record.
    pub fn note(&self, steps: &[Step], at: Stamp) {
        if !steps.is_empty() {
            self.link.send(Message::Note(steps.to_vec(), at));
        }
    }

    /// The record was saved into this file; `clean` where nothing was typed since that save began.
    pub fn saved(&self, path: &Path, digest: Digest, clean: bool) {
        self.link.send(Message::Saved { path: path.to_path_buf(), digest, clean });
    }

    /// The record is closed. The journal goes, unless there is something unsaved to be kept.
    pub fn end(self, keep: bool) {
        if !keep {
            self.link.send(Message::Remove);
        }
    }

    /// What is to be told, once each time.
    #[must_use]
    pub fn news(&self) -> Option<JournalNews> {
        self.link.status.now().news.take()
    }

    /// Why what is typed does not reach the disk for now, if so.
    #[must_use]
    pub fn trouble(&self) -> Option<JournalTrouble> {
        self.link.status.now().trouble.clone()
    }

    /// The journal's file, once there is one.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        self.link.status.now().file.clone()
    }

    /// Whether all that was handed on has reached the disk itself.
    #[must_use]
    pub fn is_flushed(&self) -> bool {
        self.link.status.now().kept >= self.link.sent.load(Ordering::SeqCst)
    }

    /// Whether its thread has ended before its time: another is to be begun with the whole record.
    #[must_use]
    pub fn has_fallen(&self) -> bool {
        self.link.status.now().ended
    }
}

impl Link {
    fn send(&self, message: Message) {
        self.sent.fetch_add(1, Ordering::SeqCst);
        // A thread that fell is seen by `has_fallen`.
        let _ = self.send.send(message);
    }
}

/// The name of the threads.
const NAME: &str = "journal";

/// Tells that the thread has ended, however it did.
struct Ended {
    status: Arc<Status>,
    wake: Wake,
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.status.now().ended = true;
        self.status.changed.notify_all();
        (self.wake)();
    }
}

impl Ended {
    /// Tells where the writer stands after this many messages.
    fn tell(&self, writer: &Writer, seen: u64) {
        let mut now = self.status.now();
        let trouble = writer.trouble().cloned();
        let news = match (&now.trouble, &trouble) {
            (None, Some(trouble)) => Some(JournalNews::Stopped(trouble.clone())),
            (Some(_), None) => Some(JournalNews::Resumed),
            _ => None,
        };
        if now.file.as_deref() != writer.path() {
            now.file = writer.path().map(Path::to_path_buf);
        }
        let reached = trouble.is_none() && !writer.is_dirty();
        let wakes = news.is_some() || trouble != now.trouble;
        now.trouble = trouble;
        if let Some(news) = news {
            now.news = Some(news);
        }
        if reached {
            now.kept = seen;
        }
        drop(now);
        self.status.changed.notify_all();
        if wakes {
            (self.wake)();
        }
    }
}

fn work(writer: &mut Writer, todo: &Receiver<Message>, told: &Ended) {
    let mut seen = 0;
    let mut due: Option<Instant> = None;
    told.tell(writer, seen);
    loop {
        // What waits is flushed when its time has come, however fast more comes.
        due = match due {
            _ if writer.trouble().is_some() => due.or_else(|| Some(Instant::now() + RETRY_AFTER)),
            _ if writer.is_dirty() => due.or_else(|| Some(Instant::now() + FLUSH_AFTER)),
            _ => None,
        };
        let message = match due {
            Some(due) if due <= Instant::now() => Err(RecvTimeoutError::Timeout),
            Some(due) => todo.recv_timeout(due.saturating_duration_since(Instant::now())),
            None => todo.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match message {
            Ok(Message::Note(steps, at)) => {
                seen += 1;
                let failed = writer.trouble().is_some();
                if writer.note(steps, at).is_err() {
                    // The window begins another with the whole record.
                    return;
                }
                if failed != writer.trouble().is_some() {
                    due = None;
                }
            }
            Ok(Message::Saved { path, digest, clean }) => {
                seen += 1;
                writer.saved(path, digest, clean);
            }
            Ok(Message::Remove) => {
                seen += 1;
                writer.remove();
            }
            Ok(Message::Flush) => {
                seen += 1;
                writer.retry();
                writer.flush();
                due = None;
            }
            Err(RecvTimeoutError::Timeout) => {
                writer.retry();
                writer.flush();
                due = None;
            }
            Err(RecvTimeoutError::Disconnected) => {
                writer.retry();
                writer.flush();
                told.tell(writer, seen);
                return;
            }
        }
        told.tell(writer, seen);
    }
}

/// Where the words of an open record are kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptJournal {
    /// The journal's file.
    pub file: PathBuf,
    /// Whether all of it has reached the disk.
    pub whole: bool,
}

/// Makes all journals of this process reach the disk, and waits for it no longer than this: for the end of the
/// program, also when it ends by a fault. Says which journals there are then.
pub fn flush_journals(longest: Duration) -> Vec<KeptJournal> {
    let end = Instant::now() + longest;
    // Whoever holds the list while it panics never lets it go: then there is nothing to ask.
    let live = loop {
        match LIVE.try_lock() {
            Ok(live) => break live.clone(),
            Err(TryLockError::Poisoned(live)) => break live.into_inner().clone(),
            Err(TryLockError::WouldBlock) if Instant::now() >= end => return Vec::new(),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(1)),
        }
    };
    let mut asked: Vec<(u64, Arc<Status>)> = Vec::new();
    for (link, status) in live {
        // One without a link is about to end, and is waited for.
        let until = link.upgrade().map_or(u64::MAX, |link| {
            link.send(Message::Flush);
            link.sent.load(Ordering::SeqCst)
        });
        asked.push((until, status));
    }
    let mut kept = Vec::new();
    for (until, status) in asked {
        let mut now = status.now();
        let done = |now: &Now| now.ended || now.kept >= until || (now.trouble.is_some() && until < u64::MAX);
        while !done(&now) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            now = status.changed.wait_timeout(now, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        let whole = now.kept >= until || now.ended && now.trouble.is_none();
        kept.extend(now.file.clone().map(|file| KeptJournal { file, whole }));
    }
    kept
}
