//! What the window can be asked to do. Drawing only gathers actions; they are done before or after it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::compare::Compared;
use super::files::Purpose;
use super::find;
use super::folds::Fold;
use super::live::Act;
use super::publish;
use super::theme::Mode;
use crate::check::Part;
use crate::document::{BlockId, FieldPath, OutputKind, Person, PersonId, Place, RecordId, RichText};
use crate::edit::Command;
use crate::store::Earlier;
use crate::words::Language;

/// Which pane of the window takes the keyboard: text, notices, panel and rail go round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// The one after that which has it.
    Next,
    /// The one before it.
    Previous,
    /// The text.
    Text,
}

/// What the panel beside the page shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    /// People and quorum.
    Attendance,
    /// Findings.
    Checks,
    /// The text the record was imported from.
    Source,
}

/// What to do about others at the record that is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Others {
    /// Open a copy under an id of its own.
    OpenCopy,
    /// Take the lock from whoever is editing it.
    TakeOver,
    /// Edit it, now that nobody else does.
    EditNow,
    /// Show what the disk holds in place of what is here.
    Reload,
    /// Open what the disk holds beside what is here.
    OpenDisk,
    /// Show what differs between here and the disk.
    CompareDisk,
    /// Keep what is here; what the disk holds stays there.
    Keep,
    /// Show what differs between here and a copy beside it.
    CompareFile(PathBuf),
    /// Tell no more of the first copy beside it.
    KnowCopy,
    /// Tell no more that somebody else edits it too.
    KnowShared,
    /// Tell no more that it cannot be written.
    KnowUnwritable,
}

/// What to do with what a journal gave back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recover {
    /// Open it in place of what is on disk, unsaved.
    Open,
    /// Open it and, beside it, what is on disk.
    Both,
    /// Show what differs.
    Compare,
    /// Let it go; its journal is kept among the discarded ones.
    Discard,
    /// Offer again what was let go a moment ago.
    Undo,
    /// Show the folder of the journal on the desktop.
    Folder,
    /// Stop offering it above the page; the home screen still does.
    Later,
}

/// What can be done about a damaged file, or one in an older format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Damaged {
    /// Open what is sound in it as a copy.
    Open,
    /// Open the latest earlier state of the record.
    Backup,
    /// Show what the copy lost.
    Losses,
    /// What was said of the record that is shown was seen.
    Seen,
    /// Leave the file as it is.
    Leave,
}

/// What to do about a text that became a record, or may become one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Imported {
    /// Take it back: the record as it was, or none.
    Undo,
    /// Take it back and paste the words as they are.
    Plain,
    /// Make a record of its own of what was pasted.
    AsRecord,
    /// Stop telling of it.
    Seen,
}

/// What to do with a template of one's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfTemplate {
    /// Open it as the file it is.
    Edit,
    /// Ask what it is to be called.
    Name,
    /// Ask what it is for.
    About,
    /// Make another of it.
    Duplicate,
    /// Write it to a file for others.
    Share,
    /// Let it go.
    Remove,
}

/// What words are asked for, about a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wording {
    /// What the shape of the record that is shown is to be called.
    Keep,
    /// What the template of this id is to be called.
    Name(String),
    /// What it is for.
    About(String),
    /// What asks for the text of this paragraph while it is empty.
    Prompt(BlockId),
}

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Action {
    /// A new record from the template of this id.
    New(String),
    /// A record of the next meeting, from the record in this file, or the one that is shown or was last.
    NextMeeting(Option<PathBuf>),
    /// Ask for a path.
    Ask(Purpose),
    /// A path was given.
    Given(Purpose, PathBuf),
    /// Save to the record's own file, or ask for one.
    Save,
    /// Save over what another program wrote.
    SaveAnyway(PathBuf),
    /// Save over what is as it was here, though somebody else is editing it.
    SaveShared(PathBuf),
    /// Change the record.
    Run(Command),
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
    /// Copy what is selected on the page.
    Copy,
    /// Cut what is selected on the page.
    Cut,
    /// Paste from the clipboard.
    Paste,
    /// Copy the whole text of the output that is shown.
    CopyText,
    /// Show another output.
    Show(OutputKind),
    /// Open or close a part above the text.
    Toggle(Fold),
    /// Go to a part of the record.
    Go(Part),
    /// Show a place of the record and put the caret there.
    Jump(Place),
    /// Open a part of the header where this field is.
    Reveal(FieldPath),
    /// Show the text as it will be printed, or the page again.
    Preview,
    /// Show this panel, or none if it is shown.
    Panel(Panel),
    /// The next finding.
    NextFinding,
    /// Show the next output.
    NextOutput,
    /// The list of fields, phrases and people at the caret.
    Insert,
    /// Open the entry that the field at the caret is filled from.
    OpenEntry,
    /// Put words in place of the field at the caret, or of all fields of its paragraph.
    Freeze(bool),
    /// Keep what is selected, or the paragraph, as a phrase of one's own.
    KeepPhrase,
    /// Let a phrase of one's own go.
    ForgetPhrase(RichText),
    /// The list of everything the window does.
    Palette,
    /// Look for words, and put others in their place.
    Find(bool),
    /// What is found next, or before.
    FindNext(bool),
    /// Do this with what was found.
    Found(find::Asked),
    /// Go to a place by its number.
    Goto,
    /// Show how long the text is, or do so no more.
    Counts,
    /// The list of keys.
    Shortcuts,
    /// What can be set.
    Settings,
    /// The people kept between meetings, or the page again.
    People,
    /// The bodies of the secretariat, or the page again.
    Bodies,
    /// Take the last change of a body back.
    UndoBody,
    /// Give the record to this body.
    Dress(RecordId),
    /// Give this text, or the one that is shown, the next outgoing number.
    TakeNumber(Option<OutputKind>),
    /// What the live session does, or opening it.
    Live(Act),
    /// What the publish screen does, or opening it.
    Publish(publish::Act),
    /// Keep these people of the record between meetings.
    KeepPeople(BTreeMap<PersonId, Person>),
    /// Take the last change of the roster back.
    UndoPeople,
    /// Show the list to sign at the door on paper.
    Sheet,
    /// Keep the record's shape as a template.
    SaveAsTemplate,
    /// Open the template that the record came from; one of the program's as a copy of one's own.
    EditTemplate,
    /// Do this with the template of one's own of this id, or with the one that is shown.
    Template(OfTemplate, Option<String>),
    /// Ask what is to ask for the text of the paragraph at the caret.
    Prompt,
    /// The words that were asked for about a template.
    Worded(Wording, String),
    /// Take the last change of the templates back.
    UndoTemplate,
    /// Show the record at this position.
    Tab(usize),
    /// Show the next record, or the one before.
    NextTab(bool),
    /// Close the record that is shown.
    CloseTab,
    /// Close the record at this position.
    CloseAt(usize),
    /// Open the record in this file.
    OpenFile(PathBuf),
    /// Take a file off the list of recent ones.
    Forget(PathBuf),
    /// Try again to write this to where it could not be written: of the tab with this key.
    Again(u32, Purpose, PathBuf),
    /// Ask for another place for it.
    Elsewhere(u32, Purpose),
    /// Stop telling how it ended.
    Seen(u32, Purpose),
    /// Show this folder on the desktop.
    ShowFolder(PathBuf),
    /// Show the earlier states of the record.
    Earlier,
    /// Open one of them beside the record.
    OpenEarlier(Earlier),
    /// Show what differs between one of them and the record.
    CompareEarlier(Earlier),
    /// Copy the record and its earlier states to a stick.
    CopyOut,
    /// Put away what is said of the cleaning of a file.
    CloseCleaned,
    /// Put the notice of what went wrong away.
    CloseNotice,
    /// What to do about a damaged file, or one in an older format.
    Damaged(Damaged),
    /// What to do about a text that became a record, or may become one.
    Imported(Imported),
    /// Take the keyboard to another pane of the window.
    Pane(Turn),
    /// Do this about others at the record.
    Others(Others),
    /// Do this with what the journal in this file gave back.
    Recover(PathBuf, Recover),
    /// Stop telling of recovered records that are not shown.
    OthersSeen,
    /// Go to the home screen.
    Home,
    /// Another theme.
    Theme(Mode),
    /// Another language of the interface.
    Speak(Language),
    /// Shows the characters that are not seen, or hides them again.
    Invisibles,
    /// Larger or smaller; 1 is the actual size.
    Zoom(f32),
    /// About the program.
    About,
    /// Show what differs between two records, in place of the page.
    Compare(Box<Compared>),
    /// Close the window.
    Quit,
    /// Do what was waiting for the answer about unsaved changes.
    Proceed,
    /// Save, then do what was waiting.
    SaveThenProceed,
    /// Put the dialog away.
    Dismiss,
}

impl Action {
    /// Whether it leaves what the hands were at: whoever filled in a field goes on in it.
    #[must_use]
    pub fn leaves_hands(&self) -> bool {
        matches!(
            self,
            Self::Speak(_)
                | Self::Theme(_)
                | Self::Zoom(_)
                | Self::Panel(_)
                | Self::Save
                | Self::Ask(Purpose::SaveAs | Purpose::ExportText)
                | Self::CopyText
                | Self::CopyOut
        )
    }
}
