//! An open record with its file: what is saved, what is being saved, what it is called.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::document::{Document, OutputKind};
use crate::edit::{Command, Done, EditError, Editor, Moment};
use crate::store::{self, Digest, OpenError, SaveError, Saved};
use crate::template;

/// The ending of a record's file name.
pub const EXTENSION: &str = "mahdar";

/// A record that is open: its editor, and the file it came from or goes to.
pub struct Open {
    /// Which of its texts is shown.
    pub output: OutputKind,
    editor: Editor,
    file: Option<(PathBuf, Digest)>,
    saving: Option<Saving>,
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
    /// The old file is as it was; the record stays unsaved.
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
        let document = record.renamed(store::random_record_id());
        let session = store::random_session();
        let output = document.outputs().first().map_or(OutputKind::Communique, |output| output.kind);
        Self { editor: Editor::new(document, session), output, file: None, saving: None }
    }

    /// The record in a file.
    ///
    /// # Errors
    /// Why it cannot be read; the file is as it was.
    pub fn from_file(path: &Path) -> Result<Self, OpenError> {
        let opened = store::open(path)?;
        let session = store::random_session();
        let output = opened.document.outputs().first().map_or(OutputKind::Communique, |output| output.kind);
        let editor = Editor::new(opened.document, session);
        Ok(Self { editor, output, file: Some((opened.path, opened.digest)), saving: None })
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
        self.editor.run(command, at)
    }

    /// Takes back the last change.
    pub fn undo(&mut self) -> Done {
        self.editor.undo()
    }

    /// Does the last change taken back again.
    pub fn redo(&mut self) -> Done {
        self.editor.redo()
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
    /// To its own file it goes only if that still holds what was read or last written, unless `replace` is said.
    ///
    /// # Errors
    /// The thread could not be started; nothing was written.
    pub fn save(
        &mut self,
        path: PathBuf,
        replace: bool,
        wake: impl FnOnce() + Send + 'static,
    ) -> std::io::Result<()> {
        let own = self.file.as_ref().filter(|(own, _)| store::is_same(own, &path));
        let expected = own.map(|(_, digest)| *digest).filter(|_| !replace);
        let document = self.editor.document().clone();
        let (send, outcome) = channel();
        let target = path.clone();
        std::thread::Builder::new().name("save".into()).spawn(move || {
            // Nobody listens any more once the window is gone.
            let _ = send.send(store::save(&document, &target, expected));
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
                SaveEnd::Saved(saved)
            }
            Err(error) => SaveEnd::Failed { path: saving.path, error },
        })
    }
}
