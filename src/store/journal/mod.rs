//! The journal of an open record: every change goes to disk at once, and comes back after a crash.

mod found;
mod frames;
mod thread;
mod writer;

use std::path::PathBuf;

use super::Folders;

pub use found::{FoundJournal, JournalError, Recovered, discard_journal, found_journals, replay_journal};
pub use thread::{Journal, KeptJournal, flush_journals};
#[doc(hidden)]
pub use writer::Writer as JournalWriter;

/// The ending of a journal's file.
const ENDING: &str = "journal";

/// The folder of the journals.
fn folder_in(folders: &Folders) -> PathBuf {
    folders.state.join("journals")
}

/// What the window is told of a journal, once each time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum JournalNews {
    /// What is typed does not reach the disk for now; it is tried again every few seconds.
    Stopped(JournalTrouble),
    /// It reaches the disk again, all of it.
    Resumed,
}

/// Why what is typed does not reach the disk for now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JournalTrouble {
    /// Whether the disk is full, or the quota used up.
    pub full: bool,
    /// What the system said.
    pub detail: String,
}

impl JournalTrouble {
    /// The system gave no thread for it.
    #[must_use]
    pub fn no_thread() -> Self {
        Self { full: false, detail: "no thread".into() }
    }

    /// The key of the message for people, and the values in it.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let key = if self.full { "journal-full" } else { "journal-stopped" };
        (key, vec![("detail", self.detail.clone())])
    }
}
