//! A journal's file as it is written: begun with the first change, begun anew when it has grown, put right after a
//! failure.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frames::{self, Held};
use super::{ENDING, JournalTrouble};
use crate::document::{Document, RecordId, Stamp, Step};
use crate::store::{Digest, disk, random_session};

/// Changes may fill this many bytes, or a third of those of the snapshot, before the journal is begun anew with a new
/// one: a byte of them takes ten times as long to replay as one of the snapshot, and recovery is not to be waited for.
const GROWN: u64 = 256 * 1024;

/// Changes that could not be written are kept for another try up to this many bytes; then the whole record is.
const PENDING: usize = 1024 * 1024;

/// Writes the journal of one record, at once and on the thread that calls it. It holds a copy of the record and
/// brings it up with every change, so that it can begin anew whenever it must.
pub struct Writer {
    folder: PathBuf,
    replica: Document,
    file: Option<Held>,
    /// When something was typed last.
    last: Stamp,
    session: u32,
    generation: u32,
    out: Option<Out>,
    /// Journals that this one takes the place of as soon as it has reached the disk.
    old: Vec<Old>,
    /// Frames that are not written yet.
    pending: String,
    trouble: Option<JournalTrouble>,
    /// Whether the file cannot be gone on with.
    anew: bool,
}

/// The file that is written.
struct Out {
    /// Held under a lock while it is open, so that no other window offers it.
    file: File,
    path: PathBuf,
    /// Up to where it is sound.
    length: u64,
    /// Where it has grown enough to be begun anew.
    limit: u64,
    /// How many changes follow it.
    n: u64,
    /// Whether something was written since it was flushed.
    dirty: bool,
    /// Whether its name has reached the disk.
    named: bool,
}

/// A journal that is done with.
struct Old {
    path: PathBuf,
    /// Its lock, held for as long as it is there.
    _held: Option<Arc<File>>,
}

/// A change that does not fit the copy of the record: it is not the record any more.
#[derive(Debug)]
pub struct Misfit;

impl Writer {
    /// A journal of this record in this folder. Nothing is written before the first change.
    #[must_use]
    pub fn new(folder: &Path, replica: Document, file: Option<(PathBuf, Digest)>, opened: Stamp) -> Self {
        Self {
            folder: folder.to_path_buf(),
            replica,
            file: file.map(|(path, digest)| Held { path, digest }),
            last: opened,
            session: random_session(),
            generation: 0,
            out: None,
            old: Vec::new(),
            pending: String::new(),
            trouble: None,
            anew: false,
        }
    }

    /// Takes the place of a journal that was left behind: what it held is written at once, and it goes after that.
    pub(super) fn take_over(&mut self, path: PathBuf, held: Option<Arc<File>>) {
        if !path.as_os_str().is_empty() {
            self.old.push(Old { path, _held: held });
        }
        self.try_anew();
    }

    /// Writes a change down.
    ///
    /// # Errors
    /// It does not fit the record as this journal knows it: the journal must be begun anew with the whole record.
    pub fn note(&mut self, steps: Vec<Step>, at: Stamp) -> Result<(), Misfit> {
        if self.out.is_none() && self.trouble.is_none() {
            self.try_anew();
        }
        self.last = self.last.max(at);
        if let Some(out) = self.out.as_mut().filter(|_| !self.anew) {
            out.n += 1;
            frames::change(&mut self.pending, out.n, self.last, &steps);
        }
        for step in steps {
            self.replica.apply(step).map_err(|_| Misfit)?;
        }
        if self.trouble.is_some() {
            if self.pending.len() > PENDING {
                self.anew = true;
                self.pending = String::new();
            }
            return Ok(());
        }
        if let Err(error) = self.append() {
            self.fail(&error);
        } else {
            self.shorten();
        }
        Ok(())
    }

    /// Whether something written has not reached the disk yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.trouble.is_none() && (self.out.as_ref().is_some_and(|out| out.dirty) || !self.old.is_empty())
    }

    /// Why nothing reaches the disk for now, if so.
    #[must_use]
    pub fn trouble(&self) -> Option<&JournalTrouble> {
        self.trouble.as_ref()
    }

    /// The journal's file, once there is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.out.as_ref().map(|out| out.path.as_path())
    }

    /// Makes what was written reach the disk.
    pub fn flush(&mut self) {
        if self.trouble.is_some() {
            return;
        }
        // Somebody cleaned the folder: what goes into a file without a name is lost.
        let nameless = |out: &Out| out.file.metadata().is_ok_and(|seen| links(&seen) == 0);
        if self.out.as_ref().is_some_and(nameless) {
            self.try_anew();
        }
        if let Err(error) = self.flush_out() {
            // What the system could not flush it may have forgotten: nothing of this file is counted on.
            self.anew = true;
            self.fail(&error);
        }
    }

    /// Tries again what failed. Does nothing where nothing did.
    pub fn retry(&mut self) {
        if self.trouble.is_none() {
            return;
        }
        if let Err(error) = if self.anew || self.out.is_none() { self.begin_anew() } else { self.append() } {
            // A full disk may have room for a change long before it has room for the whole record.
            self.anew |= !is_full(&error);
            self.fail(&error);
            return;
        }
        self.trouble = None;
        self.flush();
    }

    /// The record was saved into this file. With nothing typed since, the journal has done its work.
    pub fn saved(&mut self, path: PathBuf, digest: Digest, clean: bool) {
        self.file = Some(Held { path, digest });
        if clean {
            self.remove();
        } else if let Some(out) = &mut self.out {
            out.limit = 0;
            self.shorten();
        }
    }

    /// Takes the journal away: nothing is unsaved, or it was let go. The next change begins another.
    pub fn remove(&mut self) {
        if let Some(out) = self.out.take() {
            self.old.push(Old { path: out.path, _held: Some(Arc::new(out.file)) });
        }
        self.pending = String::new();
        self.anew = false;
        self.trouble = None;
        // What cannot be removed equals what was saved and is dropped when it is found.
        let _ = self.remove_old();
        self.old.clear();
    }

    /// Writes what is pending where the sound part of the file ends.
    fn append(&mut self) -> io::Result<()> {
        let Some(out) = &mut self.out else { return Ok(()) };
        if self.trouble.is_some() {
            disk::truncate(&out.file, out.length)?;
            out.file.seek(SeekFrom::Start(out.length))?;
        }
        disk::write(&mut out.file, self.pending.as_bytes())?;
        out.length += length(&self.pending);
        out.dirty = true;
        self.pending.clear();
        Ok(())
    }

    fn flush_out(&mut self) -> io::Result<()> {
        if let Some(out) = &mut self.out {
            if out.dirty {
                disk::flush(&out.file)?;
                out.dirty = false;
            }
            if !out.named {
                disk::flush_folder(&self.folder)?;
                out.named = true;
            }
        }
        if let Err(error) = self.remove_old() {
            // The later one wins: an older one that stays harms nobody. It is tried once.
            self.old.clear();
            drop(error);
        }
        Ok(())
    }

    fn remove_old(&mut self) -> io::Result<()> {
        if self.old.is_empty() {
            return Ok(());
        }
        for old in &self.old {
            match disk::remove(&old.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        self.old.clear();
        disk::flush_folder(&self.folder)
    }

    /// Begins anew where the file has grown. Should that fail, the file is as good as before and goes on.
    fn shorten(&mut self) {
        let Some(out) = &self.out else { return };
        let length = out.length;
        if self.trouble.is_none()
            && length > out.limit
            && self.begin_anew().is_err()
            && let Some(out) = &mut self.out
        {
            out.limit = length + GROWN / 16;
        }
    }

    /// Begins anew, and says so where that fails.
    fn try_anew(&mut self) {
        self.anew = true;
        if self.trouble.is_none()
            && let Err(error) = self.begin_anew()
        {
            self.fail(&error);
        }
    }

    /// Begins a file with the record as it is now. The one before it goes once this one has reached the disk.
    fn begin_anew(&mut self) -> io::Result<()> {
        let is_new = !self.folder.is_dir();
        disk::make_folder(&self.folder)?;
        if let Some(above) = self.folder.parent().filter(|_| is_new) {
            disk::flush_folder(above)?;
        }
        let opening = frames::opening(&self.replica, self.file.as_ref(), self.last);
        let path = self.free_name();
        // Under its name it is whole and held: whoever looks for journals never meets it half written.
        let unnamed = path.with_extension("new");
        let _ = disk::remove(&unnamed);
        let mut file = disk::create(&unnamed, 0o600)?;
        let put = lock(&file)
            .and_then(|()| disk::write(&mut file, opening.as_bytes()))
            .and_then(|()| disk::rename_to_nothing(&unnamed, &path));
        if let Err(error) = put {
            let _ = disk::remove(&unnamed);
            return Err(error);
        }
        let length = length(&opening);
        let limit = length + GROWN.max(length / 3);
        match self.out.replace(Out { file, path, length, limit, n: 0, dirty: true, named: false }) {
            // It never reached the disk: the new one is no worse.
            Some(out) if !out.named => drop(disk::remove(&out.path)),
            Some(out) => self.old.push(Old { path: out.path, _held: Some(Arc::new(out.file)) }),
            None => {}
        }
        self.pending = String::new();
        self.anew = false;
        Ok(())
    }

    /// A name that no journal has.
    fn free_name(&mut self) -> PathBuf {
        loop {
            self.generation = self.generation.wrapping_add(1);
            let path = self.folder.join(name(self.replica.id(), self.session, self.generation));
            if !crate::store::exists(&path) {
                return path;
            }
        }
    }

    fn fail(&mut self, error: &io::Error) {
        self.trouble = Some(JournalTrouble { full: is_full(error), detail: error.to_string() });
    }
}

/// A journal's name: the record's, the session's, and which one of the session it is.
fn name(record: RecordId, session: u32, generation: u32) -> String {
    format!("{record}-{session:08x}-{generation:06}.{ENDING}")
}

/// The number of names a file has.
fn links(seen: &std::fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    seen.nlink()
}

/// Takes the lock. Where locks do not work it goes without one.
fn lock(file: &File) -> io::Result<()> {
    match file.try_lock() {
        Err(std::fs::TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
        _ => Ok(()),
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}
