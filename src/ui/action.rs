//! What the window can be asked to do. Drawing only gathers actions; they are done before or after it.

use std::path::PathBuf;

use super::files::Purpose;
use super::header::Choice;
use super::theme::Mode;
use crate::document::OutputKind;
use crate::edit::Command;
use crate::words::Language;

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Action {
    /// A new record from the template of this id.
    New(String),
    /// Ask for a path.
    Ask(Purpose),
    /// A path was given.
    Given(Purpose, PathBuf),
    /// Save to the record's own file, or ask for one.
    Save,
    /// Save over what another program wrote.
    SaveAnyway(PathBuf),
    /// Change the record.
    Run(Command),
    /// Give a header field a value.
    Choose(Choice, String),
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
    /// Open or close the header's form.
    ToggleHeader,
    /// Go to the home screen.
    Home,
    /// Another theme.
    Theme(Mode),
    /// Another language of the interface.
    Speak(Language),
    /// Larger or smaller; 1 is the actual size.
    Zoom(f32),
    /// About the program.
    About,
    /// Close the window.
    Quit,
    /// Do what was waiting for the answer about unsaved changes.
    Proceed,
    /// Save, then do what was waiting.
    SaveThenProceed,
    /// Put the dialog away.
    Dismiss,
}
