//! The desktop's file dialogs, asked on a thread of their own, where there is a portal to ask.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use crate::store::{BODY_EXTENSION, TEMPLATE_EXTENSION};
use crate::words::Words;
use crate::workspace::EXTENSION;

/// What a path is wanted for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// To open a record.
    Open,
    /// To make a record of the text in it.
    Import,
    /// To compare its record with the one that is open.
    Compare,
    /// To save the record under.
    SaveAs,
    /// To write its text to.
    ExportText,
    /// The folder to copy it into, with its earlier states.
    CopyTo,
    /// The folder to write its publishing folder into.
    Publish,
    /// To be printed.
    Print,
    /// To read people from, for the roster.
    People,
    /// To take a body in from.
    Body,
    /// To write a body to.
    ShareBody,
    /// The picture of a body's logo.
    Logo,
    /// To take a template in from.
    Template,
    /// To write a template to.
    ShareTemplate,
}

/// A dialog of the desktop that is open.
pub struct Asking {
    /// What for.
    pub purpose: Purpose,
    /// The answer: a path, or nothing where it was cancelled.
    pub answer: Receiver<Option<PathBuf>>,
}

/// Whether the desktop has a portal that shows file dialogs. Without one `rfd` answers as if cancelled.
#[must_use]
pub fn has_portal() -> bool {
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| Path::new(&dir).join("bus").exists());
    let shared = std::env::var_os("XDG_DATA_DIRS").unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    let offered = std::env::split_paths(&shared).any(|dir| {
        let backends = dir.join("xdg-desktop-portal/portals");
        dir.join("dbus-1/services/org.freedesktop.portal.Desktop.service").exists()
            && backends.read_dir().is_ok_and(|mut files| files.next().is_some())
    });
    bus && offered
}

/// Asks for a path; `wake` is called when there is an answer. Nothing if no thread could be started.
pub fn ask(
    purpose: Purpose,
    suggested: &str,
    words: Words,
    wake: impl FnOnce() + Send + 'static,
) -> Option<Asking> {
    let (send, answer) = channel();
    let title = words.get(match purpose {
        Purpose::Open => "dialog-open-title",
        Purpose::Import => "dialog-import-title",
        Purpose::Compare => "cmd-compare",
        Purpose::SaveAs => "dialog-save-title",
        Purpose::ExportText => "dialog-export-title",
        Purpose::CopyTo => "dialog-copy-title",
        Purpose::Publish => "publish-folder",
        Purpose::Print => "publish-print",
        Purpose::People => "roster-file",
        Purpose::Body => "bodies-import",
        Purpose::ShareBody => "bodies-share",
        Purpose::Logo => "bodies-logo",
        Purpose::Template => "cmd-import-template",
        Purpose::ShareTemplate => "cmd-share-template",
    });
    let (records, all) = (words.get("dialog-filter-records"), words.get("dialog-filter-all"));
    let (bodies, pictures) = (words.get("bodies-title"), words.get("dialog-filter-pictures"));
    let templates = words.get("home-templates");
    let tables = words.get("dialog-filter-tables");
    let texts = words.get("dialog-filter-texts");
    let suggested = suggested.to_owned();
    let thread = std::thread::Builder::new().name("file dialog".into()).spawn(move || {
        let dialog = rfd::FileDialog::new().set_title(title);
        let picked = match purpose {
            Purpose::Open | Purpose::Compare => {
                dialog.add_filter(records, &[EXTENSION]).add_filter(all, &["*"]).pick_file()
            }
            Purpose::Import => {
                let endings = ["docx", "docm", "html", "htm", "md", "txt"];
                dialog.add_filter(texts, &endings).add_filter(all, &["*"]).pick_file()
            }
            Purpose::SaveAs => dialog.add_filter(records, &[EXTENSION]).set_file_name(suggested).save_file(),
            Purpose::ExportText | Purpose::Print => dialog.set_file_name(suggested).save_file(),
            Purpose::CopyTo | Purpose::Publish => dialog.pick_folder(),
            Purpose::Body => dialog.add_filter(bodies, &[BODY_EXTENSION]).add_filter(all, &["*"]).pick_file(),
            Purpose::ShareBody => {
                dialog.add_filter(bodies, &[BODY_EXTENSION]).set_file_name(suggested).save_file()
            }
            Purpose::Template => {
                let endings = [TEMPLATE_EXTENSION, EXTENSION];
                dialog.add_filter(templates, &endings).add_filter(all, &["*"]).pick_file()
            }
            Purpose::ShareTemplate => {
                dialog.add_filter(templates, &[TEMPLATE_EXTENSION]).set_file_name(suggested).save_file()
            }
            Purpose::Logo => {
                dialog.add_filter(pictures, &["png", "jpg", "jpeg"]).add_filter(all, &["*"]).pick_file()
            }
            Purpose::People => {
                dialog.add_filter(tables, &["csv", "tsv", "txt"]).add_filter(all, &["*"]).pick_file()
            }
        };
        // Nobody listens any more once the window is gone.
        let _ = send.send(picked);
        wake();
    });
    thread.ok().map(|_| Asking { purpose, answer })
}
