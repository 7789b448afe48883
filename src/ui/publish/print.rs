//! Printing through the system: the file goes to the printer, or to the program that shows and prints it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// To whom a file was handed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handed {
    /// To the printer.
    Printer,
    /// To the program that opens such files; it is printed from there.
    Viewer,
}

/// Programs, looked for in the folders of this list, as PATH is one.
#[derive(Clone, Debug)]
pub struct Programs {
    folders: Vec<PathBuf>,
}

impl Programs {
    /// Those of the system.
    #[must_use]
    pub fn of_the_system() -> Self {
        Self::in_folders(&std::env::var_os("PATH").unwrap_or_default())
    }

    /// Those in these folders.
    #[must_use]
    pub fn in_folders(path: &OsStr) -> Self {
        Self { folders: std::env::split_paths(path).collect() }
    }

    fn find(&self, name: &str) -> Option<PathBuf> {
        self.folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
    }
}

/// Hands a PDF over: to `lp`, where there is a printer, else to the program that opens such files. Nothing where
/// neither takes it.
#[must_use]
pub fn hand_over(programs: &Programs, file: &Path) -> Option<Handed> {
    let runs = |name: &str| {
        let Some(program) = programs.find(name) else { return false };
        let mut command = Command::new(program);
        command.arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    if runs("lp") {
        return Some(Handed::Printer);
    }
    runs("xdg-open").then_some(Handed::Viewer)
}
