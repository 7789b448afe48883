//! What stands in place of the page: settings, what differs between two records, earlier states.

use std::path::Path;

use eframe::egui::{Rect, Ui};

use super::{App, is_own};
use crate::document::Document;
use crate::store::{self, OpenError};
use crate::ui::action::Action;
use crate::ui::compare::{self, Compared};
use crate::ui::{earlier, settings};

/// A screen shown in place of the page, until it is closed or leads to another record.
pub(super) enum Instead {
    Settings(settings::Screen),
    Differences(Box<compare::Screen>),
    Earlier(earlier::Screen),
}

impl App {
    /// Shows what differs between two records.
    pub(super) fn compare(&mut self, compared: Compared) {
        self.focus = None;
        self.popup = None;
        self.calendar = None;
        self.dialog = None;
        self.instead.retain(|shown| !matches!(shown, Instead::Differences(_)));
        self.instead.push(Instead::Differences(Box::new(compare::Screen::new(compared))));
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

    /// Whether the settings are what is seen.
    pub(super) fn has_settings(&self) -> bool {
        matches!(self.instead.last(), Some(Instead::Settings(_)))
    }

    /// Opens the settings, or closes them.
    pub(super) fn toggle_settings(&mut self) {
        let shown = self.instead.len();
        self.instead.retain(|shown| !matches!(shown, Instead::Settings(_)));
        if self.instead.len() == shown {
            self.instead.push(Instead::Settings(settings::Screen::default()));
        }
    }

    /// Shows the last of what stands in place of the page.
    pub(super) fn in_place_of_page(&mut self, ui: &mut Ui, view: Rect) -> Vec<Action> {
        let free = self.is_free();
        let (mut actions, mut changed, mut closes) = (Vec::new(), Vec::new(), false);
        match self.instead.last_mut() {
            Some(Instead::Settings(screen)) => {
                let now = &self.kept.settings;
                for asked in screen.show(ui, &mut self.pen, view, now, self.words, &mut self.focus) {
                    match asked {
                        settings::Asked::Change(all) => changed.push(all),
                        settings::Asked::Close => closes = true,
                    }
                }
            }
            Some(Instead::Differences(screen)) => {
                closes = screen.show(ui, &mut self.pen, view, self.words, free);
            }
            Some(Instead::Earlier(screen)) => {
                (actions, closes) = screen.show(ui, &mut self.pen, view, self.words, free);
            }
            None => {}
        }
        // What is set holds at once.
        for all in changed {
            self.settle(ui.ctx(), &all);
        }
        if closes {
            self.instead.pop();
            match self.instead.last_mut() {
                // The list it was chosen from goes on.
                Some(Instead::Earlier(earlier)) => earlier.comes_back(),
                Some(_) => {}
                None => self.wants_page(),
            }
        }
        actions
    }
}
