//! Who else has an open record, what may be done with it then, and what they made of its file.

use std::path::PathBuf;

use super::Open;
use crate::document::Stamp;
use crate::edit::{Command, Moment, Selection};
use crate::store::{self, Caret, Claim, Digest, Held, Holder, Lock, OpenError, Opened, Watched};

/// What may be done with an open record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Everything.
    Write,
    /// It is looked at: somebody else is editing it.
    Read,
}

/// How an open record stands to the others who may have it.
#[derive(Debug, Default)]
pub enum Standing {
    /// Nobody is known to have it, and no lock says that we do: it has no file yet, or its folder takes none.
    #[default]
    Alone,
    /// The lock is ours.
    Ours(Lock),
    /// It is read here, as somebody else is editing it.
    Reading(Option<Holder>),
    /// It is read here, and who was editing it is done.
    Freed,
    /// It is edited here and by somebody else too, who took the lock.
    Shared {
        /// Who.
        by: Option<Holder>,
        /// Whether that was put away.
        known: bool,
        /// Whether a save all the same was agreed to.
        agreed: bool,
    },
}

/// How a record stands, and for which file that holds.
#[derive(Debug, Default)]
pub(super) struct Hold {
    standing: Standing,
    of: Option<PathBuf>,
}

impl Open {
    /// What may be done with it.
    #[must_use]
    pub fn access(&self) -> Access {
        match self.hold.standing {
            Standing::Reading(_) | Standing::Freed => Access::Read,
            Standing::Alone | Standing::Ours(_) | Standing::Shared { .. } => Access::Write,
        }
    }

    /// How it stands to the others who may have it.
    #[must_use]
    pub fn standing(&self) -> &Standing {
        &self.hold.standing
    }

    /// Asks for the lock beside its file, which was just opened; somebody else's makes this reading.
    pub fn hold(&mut self, person: &str, now: Stamp) {
        let path = self.path().map(std::path::Path::to_path_buf);
        self.hold.standing = match &path {
            None => Standing::Alone,
            Some(path) => match Lock::claim(path, &Holder::here(person, now)) {
                Claim::Ours(lock) => Standing::Ours(lock),
                // Words brought back from a journal are to be saved somewhere.
                Claim::Theirs(by) if self.editor.is_changed() => {
                    Standing::Shared { by, known: false, agreed: false }
                }
                Claim::Theirs(by) => Standing::Reading(by),
                Claim::Impossible => Standing::Alone,
            },
        };
        self.hold.of = path;
    }

    /// Asks for the lock beside the file it was just saved to, where that is another than before. It stays writable.
    pub fn hold_saved(&mut self, person: &str, now: Stamp) {
        if self.hold.of.as_deref() == self.path() {
            return;
        }
        self.hold(person, now);
        if let Standing::Reading(by) = &mut self.hold.standing {
            self.hold.standing = Standing::Shared { by: by.take(), known: false, agreed: false };
        }
    }

    /// Takes in who was seen to hold the lock; whether that changes anything.
    pub fn note_held(&mut self, held: Held, person: &str, now: Stamp) -> bool {
        let next = match (&self.hold.standing, held) {
            (Standing::Ours(lock), Held::Somebody(Some(by))) if *lock.holder() == by => return false,
            (Standing::Ours(_) | Standing::Alone, Held::Somebody(by)) => {
                Standing::Shared { by, known: false, agreed: false }
            }
            (Standing::Reading(was), Held::Somebody(by)) if *was == by => return false,
            (Standing::Shared { by: was, .. }, Held::Somebody(by)) if *was == by => return false,
            (Standing::Shared { .. }, Held::Somebody(by)) => {
                Standing::Shared { by, known: false, agreed: false }
            }
            (Standing::Reading(_) | Standing::Freed, Held::Somebody(by)) => Standing::Reading(by),
            (Standing::Reading(_), Held::Nobody) => Standing::Freed,
            // It is free again, or somebody swept it away: we say anew that we are here.
            (Standing::Shared { .. } | Standing::Ours(_), Held::Nobody) => {
                self.hold.standing = Standing::Alone;
                self.hold(person, now);
                return true;
            }
            (Standing::Alone | Standing::Freed, Held::Nobody) => return false,
        };
        self.hold.standing = next;
        true
    }

    /// It is to be saved here all the same, though somebody else edits it too.
    pub fn agree_to_share(&mut self) {
        if let Standing::Shared { known, agreed, .. } = &mut self.hold.standing {
            (*known, *agreed) = (true, true);
        }
    }

    /// What was said of the other who edits it too was read.
    pub fn know_shared(&mut self) {
        if let Standing::Shared { known, .. } = &mut self.hold.standing {
            *known = true;
        }
    }

    /// Goes from reading to editing. `seize` takes the lock from whoever has it. What the disk holds by now is read
    /// anew; whether it was something else.
    ///
    /// # Errors
    /// Why the file cannot be read; it is read on here as it was.
    pub fn edit_now(&mut self, seize: bool, person: &str, now: Stamp) -> Result<bool, OpenError> {
        let Some((path, digest)) = self.file.clone() else { return Ok(false) };
        let opened = store::open(&path)?;
        let holder = Holder::here(person, now);
        let claim = if seize { Lock::seize(&path, &holder) } else { Lock::claim(&path, &holder) };
        self.hold.standing = match claim {
            Claim::Ours(lock) => Standing::Ours(lock),
            Claim::Theirs(by) if seize => Standing::Shared { by, known: false, agreed: false },
            Claim::Theirs(by) => Standing::Reading(by),
            Claim::Impossible => Standing::Alone,
        };
        let other = opened.digest != digest;
        if other {
            self.reload(opened);
        }
        Ok(other)
    }

    /// Puts what the disk holds in the place of what is here, with nothing to undo; the caret stays as far as it can.
    pub fn reload(&mut self, opened: Opened) {
        let caret = Caret::from(&self.editor.selection().head);
        self.editor.begin_anew(opened.document, store::random_session());
        if let Some(place) = caret.within(self.editor.document()) {
            // A caret alone is never refused.
            let _ = self.editor.run(Command::Select(Selection::caret(place)), &Moment::default());
        }
        let outputs = self.editor.document().outputs();
        if !outputs.iter().any(|output| output.kind == self.output) {
            self.output = outputs.first().map_or(self.output, |output| output.kind);
        }
        self.file = Some((opened.path, opened.digest));
        if let Some(journal) = self.journal.take() {
            let next = journal.anew(self.editor.document().clone(), self.file.clone(), self.typed);
            self.begin_journal(next);
        }
    }

    /// The same record under an id of its own, without a file yet.
    #[must_use]
    pub fn copy(&self) -> Self {
        let mut copy = Self::from_record(self.editor.document().clone());
        copy.output = self.output;
        copy
    }

    /// What its file held when it was read or written last.
    #[must_use]
    pub fn digest(&self) -> Option<Digest> {
        self.file.as_ref().map(|(_, digest)| *digest)
    }

    /// What of it is to be kept an eye on.
    #[must_use]
    pub fn watched(&self) -> Option<Watched> {
        let (path, digest) = self.file.clone()?;
        Some(Watched { path, digest, record: self.editor.document().id() })
    }

    /// Whether this command may be done while it is read.
    pub(super) fn may(&self, command: &Command) -> bool {
        self.access() == Access::Write || matches!(command, Command::Select(_) | Command::SelectAll)
    }
}
