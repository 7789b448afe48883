//! What ended since the last frame: saves, dialogs of the desktop, files dropped on the window.

use std::sync::mpsc::TryRecvError;

use eframe::egui;

use super::{App, Dialog};
use crate::store::{JournalNews, SaveError, SaveWarning};
use crate::ui::action::Action;
use crate::ui::files::Purpose;
use crate::workspace::SaveEnd;

impl App {
    /// Takes in what ended since the last frame.
    pub(super) fn arrivals(&mut self, ctx: &egui::Context) {
        for at in 0..self.tabs.len() {
            let ended = self.tabs.get_mut(at).and_then(|tab| tab.open.poll_save());
            if let Some(ended) = ended {
                self.saved(ctx, at, ended);
            }
        }
        self.look_around(ctx);
        self.recovery.arrive();
        self.journals();
        self.errands_ended();
        self.copies_ended(ctx);
        let moment = self.moment(ctx);
        self.imports_ended(&moment);
        self.kept.take_learned();
        if let Some((key, values)) = self.kept.news() {
            self.notice = Some(self.message(key, &values));
        }
        if let Some(asking) = &self.asking {
            let purpose = asking.purpose;
            match asking.answer.try_recv() {
                Ok(picked) => {
                    self.asking = None;
                    match picked {
                        Some(path) => self.perform(ctx, Action::Given(purpose, path)),
                        None => self.waiting = None,
                    }
                }
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => self.asking = None,
            }
        }
        let dropped: Vec<_> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        for path in dropped {
            self.perform(ctx, Action::Given(Purpose::Open, path));
        }
    }

    /// What the journals of the open records tell. One that stopped for now is told of by a bar while it lasts.
    fn journals(&mut self) {
        for at in 0..self.tabs.len() {
            let Some(tab) = self.tabs.get_mut(at) else { continue };
            match tab.open.journal_news() {
                Some(JournalNews::Resumed) => self.say("recovery-resumed"),
                Some(JournalNews::Stopped(trouble)) if tab.open.journal_trouble().is_none() => {
                    let (key, values) = trouble.message();
                    self.notice = Some(self.message(key, &values));
                }
                Some(JournalNews::Stopped(_)) | None => {}
            }
        }
    }

    fn saved(&mut self, ctx: &egui::Context, at: usize, ended: SaveEnd) {
        match ended {
            SaveEnd::Saved(saved) => {
                if let Some(tab) = self.tabs.get_mut(at) {
                    tab.save_failed = false;
                    tab.losses = None;
                    // The time of day as the line of state tells it.
                    tab.saved_at = Some(crate::arabic::date::now_here().to_string());
                }
                self.settle_outside(at);
                let name = saved.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let mut text = self.words.with("toast-saved", &[("name", (&name).into())]);
                if let Some(key) = self.tabs.get(at).map(|tab| tab.key) {
                    self.seen(key, Purpose::SaveAs);
                    if saved.warnings.contains(&SaveWarning::NoBackup) {
                        self.no_backup(key, saved.path.clone());
                    }
                }
                let told = |warning: &&SaveWarning| **warning != SaveWarning::NoBackup;
                if let Some(warning) = saved.warnings.iter().find(told) {
                    let count = match warning {
                        SaveWarning::OtherNames(count) => i64::try_from(*count).unwrap_or(i64::MAX),
                        _ => 1,
                    };
                    text = self.words.with(warning.key(), &[("path", name.into()), ("count", count.into())]);
                }
                self.toast = Some((text, 0.0));
                self.notice = None;
                self.remember(at);
                self.keep_logo_beside(at);
                self.template_saved(&saved.path);
                if let Some(tab) = self.tabs.get(at) {
                    self.kept.learn(tab.open.editor().document().clone());
                }
                self.recovery.saved(ctx, &saved.path);
                // Whoever saved in order to go on goes on, unless more was typed meanwhile.
                let still = self.tabs.get(at).is_some_and(super::Tab::is_unsaved);
                if let Some(waiting) = self.waiting.take_if(|_| !still) {
                    self.perform(ctx, waiting);
                }
            }
            SaveEnd::Failed { path, error } => {
                if let Some(tab) = self.tabs.get_mut(at) {
                    tab.save_failed = true;
                }
                self.waiting = None;
                self.closing = false;
                if matches!(error, SaveError::ChangedOnDisk) {
                    self.show(at);
                    self.dialog = Some((Dialog::Changed(path, self.name()), true));
                } else if let Some(key) = self.tabs.get(at).map(|tab| tab.key) {
                    self.failed(key, Purpose::SaveAs, path, &error);
                }
            }
        }
    }
}
