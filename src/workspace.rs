//! An open record with its file: what is saved, what is being saved, what it is called.

mod access;

pub use access::{Access, Standing};

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::document::{Document, OutputKind, Stamp, Step};
use crate::edit::{Command, Done, Dress, EditError, Editor, Moment};
use crate::store::{
    self, Digest, Folders, FoundJournal, Journal, JournalNews, JournalTrouble, OpenError, Profile, SaveError,
    Saved,
};
use crate::template;

pub use crate::store::EXTENSION;

/// A record that is open: its editor, and the file it came from or goes to.
pub struct Open {
    /// Which of its texts is shown.
    pub output: OutputKind,
    editor: Editor,
    file: Option<(PathBuf, Digest)>,
    saving: Option<Saving>,
    hold: access::Hold,
    journal: Option<Journal>,
    /// The journal it was brought back from, until another has taken its place.
    found: Option<FoundJournal>,
    /// Whether the system gave no thread for a journal.
    unkept: bool,
    /// When something was typed last.
    typed: Stamp,
    /// The number of the older format its file is in, until it is saved.
    older: Option<u32>,
}

/// What a body brings to a record that is given to it.
#[must_use]
pub fn dress_of(profile: &Profile) -> Dress {
    let mut letterhead = profile.letterhead.clone();
    letterhead.lines.retain(|line| !line.trim().is_empty());
    Dress {
        body: profile.body.clone(),
        letterhead,
        style: profile.style.clone(),
        signatories: profile.people(),
    }
}

struct Saving {
    outcome: Receiver<Result<Saved, SaveError>>,
    state: u64,
    path: PathBuf,
}

/// How a save ended.
#[derive(Debug)]
pub enum SaveEnd {
    /// The file holds the record as it was when the save began.
    Saved(Saved),
    /// The record stays unsaved. The old file is as it was, unless the error says otherwise.
    Failed {
        /// Where it was to go.
        path: PathBuf,
        /// Why it did not.
        error: SaveError,
    },
}

impl Open {
    /// A new record from a template; nothing if there is no such template.
    #[must_use]
    pub fn from_template(id: &str) -> Option<Self> {
        template::load(id).map(Self::from_record)
    }

    /// A new record that begins as a copy of this one: a template of somebody's own, the demonstration.
    #[must_use]
    pub fn from_record(record: Document) -> Self {
        Self::of(record.renamed(store::random_record_id()), None)
    }

    /// A record that begins as this one does, unsaved and without a file yet: an earlier state of it.
    #[must_use]
    pub fn beside(record: Document) -> Self {
        let mut open = Self::of(record, None);
        open.editor.mark_changed();
        open
    }

    fn of(document: Document, file: Option<(PathBuf, Digest)>) -> Self {
        let output = document.outputs().first().map_or(OutputKind::Communique, |output| output.kind);
        Self {
            output,
            editor: Editor::new(document, store::random_session()),
            file,
            saving: None,
            journal: None,
            found: None,
            unkept: false,
            typed: Stamp::default(),
            older: None,
            hold: access::Hold::default(),
        }
    }

    /// The record in a file.
    ///
    /// # Errors
    /// Why it cannot be read; the file is as it was.
    pub fn from_file(path: &Path) -> Result<Self, OpenError> {
        let opened = store::open(path)?;
        let older = opened.is_older().then_some(opened.format);
        let open = Self::of(opened.document, Some((opened.path, opened.digest)));
        Ok(Self { older, ..open })
    }

    /// The number of the older format its file is in. Saving writes it in today's.
    #[must_use]
    pub fn older(&self) -> Option<u32> {
        self.older
    }

    /// A record brought back from its journal: unsaved, and saved into its file only while that holds what it did
    /// then. Its new journal is on disk before the old one goes. Nothing where the journal holds nothing.
    #[must_use]
    pub fn recovered(found: FoundJournal) -> Option<Self> {
        let file = found.path.clone().zip(found.disk);
        Self::brought_back(found, file)
    }

    /// The same as a record of its own, without a file yet: beside the one that is on disk.
    #[must_use]
    pub fn recovered_beside(found: FoundJournal) -> Option<Self> {
        Self::brought_back(found, None)
    }

    fn brought_back(found: FoundJournal, file: Option<(PathBuf, Digest)>) -> Option<Self> {
        let document = found.state.document()?.clone();
        let mut open = Self::of(document, file);
        open.editor.mark_changed();
        open.typed = found.last;
        open.found = Some(found);
        Some(open)
    }

    /// Keeps a journal of the record in these folders from now on; `wake` is called when there is news of it.
    pub fn journal_in(&mut self, folders: &Folders, now: Stamp, wake: impl Fn() + Send + Sync + 'static) {
        self.typed = self.typed.max(now);
        let (document, file, found) = (self.editor.document().clone(), self.file.clone(), self.found.take());
        self.begin_journal(Journal::begin(folders, document, file, now, found, Arc::new(wake)));
    }

    /// What is to be told of the journal, once each time. A journal that fell is begun anew with the whole record.
    pub fn journal_news(&mut self) -> Option<JournalNews> {
        if self.journal.as_ref().is_some_and(Journal::has_fallen) {
            self.journal_again();
        }
        self.journal.as_ref()?.news()
    }

    /// Why what is typed does not reach the disk for now, if so.
    #[must_use]
    pub fn journal_trouble(&self) -> Option<JournalTrouble> {
        let unkept = self.unkept.then(JournalTrouble::no_thread);
        unkept.or_else(|| self.journal.as_ref()?.trouble())
    }

    /// The file of the journal, once there is one.
    #[must_use]
    pub fn journal_file(&self) -> Option<PathBuf> {
        self.journal.as_ref()?.file()
    }

    /// The record is closed. Its journal goes too, unless there are unsaved changes that nobody let go.
    pub fn leave(self) {
        if let Some(journal) = self.journal {
            journal.end(self.editor.is_changed());
        }
    }

    fn note(&mut self, steps: &[Step]) {
        if let Some(journal) = &self.journal {
            journal.note(steps, self.typed);
        }
    }

    fn journal_again(&mut self) {
        let Some(fallen) = &self.journal else { return };
        let again = fallen.again(self.editor.document().clone(), self.file.clone(), self.typed);
        self.begin_journal(again);
    }

    fn begin_journal(&mut self, begun: std::io::Result<Journal>) {
        // Without a thread there is no journal, and the window says so.
        self.unkept = begun.is_err();
        self.journal = begun.ok();
    }

    /// The record being edited. It changes through [`Open::run`], [`Open::undo`] and [`Open::redo`] alone.
    #[must_use]
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Does what is asked of the record.
    ///
    /// # Errors
    /// As [`Editor::run`]; nothing is changed then.
    pub fn run(&mut self, command: Command, at: &Moment) -> Result<Done, EditError> {
        if !self.may(&command) {
            return Err(EditError::ReadOnly);
        }
        let done = self.editor.run(command, at)?;
        self.typed = self.typed.max(at.now);
        self.note(&done.steps);
        Ok(done)
    }

    /// Takes back the last change.
    pub fn undo(&mut self) -> Done {
        if self.access() == Access::Read {
            return Done::default();
        }
        let done = self.editor.undo();
        self.note(&done.steps);
        done
    }

    /// Does the last change taken back again.
    pub fn redo(&mut self) -> Done {
        if self.access() == Access::Read {
            return Done::default();
        }
        let done = self.editor.redo();
        self.note(&done.steps);
        done
    }

    /// Takes the record as it is for one without unsaved changes: they were let go, or nobody typed them.
    pub fn settle(&mut self) {
        self.editor.mark_saved(self.editor.state());
    }

    /// The file, if it has one yet.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|(path, _)| path.as_path())
    }

    /// The file's name without its ending, if it has one yet.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let stem = self.path().and_then(Path::file_stem).map(OsStr::to_string_lossy);
        stem.map(std::borrow::Cow::into_owned)
    }

    /// Whether a save is under way.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Begins to save on a thread of its own; `wake` is called when it has ended. A save under way is waited for.
    ///
    /// To its own file it goes only if that still holds what was read or last written, unless `replace` is said. With
    /// folders and the time given, earlier states of the record are kept there.
    ///
    /// # Errors
    /// The thread could not be started; nothing was written.
    pub fn save(
        &mut self,
        path: PathBuf,
        replace: bool,
        keep: Option<(Folders, Stamp)>,
        wake: impl FnOnce() + Send + 'static,
    ) -> std::io::Result<()> {
        // Its own file may have been deleted meanwhile.
        let own = self.file.as_ref().filter(|(own, _)| *own == path || store::is_same(own, &path));
        let expected = own.map(|(_, digest)| *digest).filter(|_| !replace);
        let document = self.editor.document().clone();
        let (send, outcome) = channel();
        let target = path.clone();
        std::thread::Builder::new().name("save".into()).spawn(move || {
            let saved = match &keep {
                Some((folders, now)) => store::save_and_keep(&document, &target, expected, (folders, *now)),
                None => store::save(&document, &target, expected),
            };
            // Nobody listens any more once the window is gone.
            let _ = send.send(saved);
            wake();
        })?;
        self.saving = Some(Saving { outcome, state: self.editor.state(), path });
        Ok(())
    }

    /// How the save under way ended, if it has.
    pub fn poll_save(&mut self) -> Option<SaveEnd> {
        let saving = self.saving.as_ref()?;
        let outcome = match saving.outcome.try_recv() {
            Ok(outcome) => outcome,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Err(SaveError::Io(std::io::ErrorKind::Other.into())),
        };
        let saving = self.saving.take()?;
        Some(match outcome {
            Ok(saved) => {
                self.editor.mark_saved(saving.state);
                self.file = Some((saved.path.clone(), saved.digest));
                self.older = None;
                if let Some(journal) = &self.journal {
                    journal.saved(&saved.path, saved.digest, !self.editor.is_changed());
                }
                SaveEnd::Saved(saved)
            }
            Err(error) => {
                if let SaveError::Unsure { saved, .. } = &error {
                    // It is ours that lies there now: the next save goes over it.
                    self.file = Some((saved.path.clone(), saved.digest));
                    if let Some(journal) = &self.journal {
                        journal.saved(&saved.path, saved.digest, false);
                    }
                }
                SaveEnd::Failed { path: saving.path, error }
            }
        })
    }
}
