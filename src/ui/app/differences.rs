//! What differs between two records, shown in place of the page.

use std::path::Path;

use eframe::egui::{Rect, Ui};

use super::{App, is_own};
use crate::document::Document;
use crate::store::{self, OpenError};
use crate::ui::compare::{Compared, Screen};

impl App {
    /// Shows what differs between two records.
    pub(super) fn compare(&mut self, compared: Compared) {
        self.focus = None;
        self.popup = None;
        self.calendar = None;
        self.dialog = None;
        self.compared = Some(Screen::new(compared));
    }

    /// Shows what differs between the record in this file and the one that is open.
    pub(super) fn compare_file(&mut self, path: &Path) {
        let name = if is_own(self.record(), path) {
            self.words.get("compare-on-disk")
        } else {
            path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
        };
        self.compare_with(store::open(path).map(|opened| opened.document), path, name);
    }

    /// Shows what differs between a record read from this file and the one that is open.
    pub(super) fn compare_with(&mut self, read: Result<Document, OpenError>, path: &Path, old_name: String) {
        let Some(open) = self.record() else { return };
        match read {
            Ok(old) => {
                let new = open.editor().document().clone();
                let new_name = self.words.get("compare-here");
                self.compare(Compared { old, new, old_name, new_name });
            }
            Err(error) => {
                let (key, values) = error.message();
                self.notice = Some(self.told(key, &values, path));
            }
        }
    }

    /// The screen of what differs.
    pub(super) fn differences(&mut self, ui: &mut Ui, view: Rect) {
        let free = self.is_free();
        let Some(screen) = &mut self.compared else { return };
        if screen.show(ui, &mut self.pen, view, self.words, free) {
            self.compared = None;
            // The list it was chosen from goes on.
            match &mut self.earlier {
                Some(earlier) => earlier.comes_back(),
                None => self.wants_page(),
            }
        }
    }
}
