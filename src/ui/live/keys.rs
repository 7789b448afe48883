//! What the live session does by keys, and the keys that do it.

use crate::document::NoteMark;

/// Something the live session does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Opens it, or goes back to the text.
    Toggle,
    /// Puts whoever is named in the line in the queue of speakers; without a name, asks for one.
    Queue,
    /// Gives the floor to the next speaker.
    Next,
    /// Goes to the next item of the agenda.
    ItemDown,
    /// Goes to the item before.
    ItemUp,
    /// Marks the note, or takes the mark away.
    Mark(NoteMark),
    /// Takes the keyboard from the line to the roll call and back.
    Turn,
    /// Makes text of all notes.
    Send,
}

impl Act {
    /// The message that names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Toggle => "cmd-live",
            Self::Queue => "live-queue-add",
            Self::Next => "live-queue-next",
            Self::ItemDown => "live-item-next",
            Self::ItemUp => "live-item-previous",
            Self::Mark(NoteMark::Decision) => "live-mark-decision",
            Self::Mark(NoteMark::Task) => "live-mark-task",
            Self::Mark(NoteMark::Quote) => "live-mark-quote",
            Self::Mark(NoteMark::None) => "live-mark-none",
            Self::Turn => "live-turn",
            Self::Send => "live-send",
        }
    }
}

/// The message that names a mark in one word; nothing for none.
#[must_use]
pub fn mark_key(mark: NoteMark) -> Option<&'static str> {
    match mark {
        NoteMark::None => None,
        NoteMark::Decision => Some("live-decision"),
        NoteMark::Task => Some("live-task"),
        NoteMark::Quote => Some("live-quote"),
    }
}
