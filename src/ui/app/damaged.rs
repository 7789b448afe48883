//! A file that is damaged or from an older format: what can be opened of it is offered, what was lost is shown.

use std::path::{Path, PathBuf};

use eframe::egui;

use super::{App, Dialog};
use crate::store::{self, Earlier, Lost, OpenError, Salvaged};
use crate::ui::action::{Action, Damaged};
use crate::ui::bars::{Bar, Tone};
use crate::ui::folds::Folds;
use crate::ui::pen::Icon;
use crate::ui::widgets::Weight;
use crate::workspace::Open;

/// How many losses the list shows; the rest are counted.
const SHOWN: usize = 10;

/// A file that could not be opened, and what of it could be.
pub(super) struct Refused {
    path: PathBuf,
    told: String,
    salvaged: Option<Box<Salvaged>>,
    backup: Option<Earlier>,
}

/// What a copy of a damaged file lost on the way.
pub(super) struct Losses {
    path: PathBuf,
    lost: Vec<Lost>,
    more: usize,
}

impl App {
    /// Says why a file cannot be opened, and offers what can be had of it all the same.
    pub(super) fn cannot_read(&mut self, path: &Path, error: &OpenError) {
        let (key, values) = error.message();
        let told = self.told(key, &values, path);
        let bytes = if error.is_damage() { store::read_bytes(path).ok() } else { None };
        let salvaged = bytes.and_then(|bytes| store::salvage(&bytes));
        let id = salvaged.as_ref().map(|salvaged| salvaged.document.id());
        let folders = self.kept.folders.as_ref();
        let states = folders.zip(id).map(|(folders, id)| store::earlier_states(folders, id));
        let backup = states.and_then(|states| states.into_iter().next());
        if salvaged.is_none() && backup.is_none() {
            self.notice = Some(told);
            return;
        }
        let salvaged = salvaged.map(Box::new);
        self.refused = Some(Refused { path: path.to_path_buf(), told, salvaged, backup });
    }

    /// The bars about damaged and older files.
    pub(super) fn damaged_bars(&self) -> Vec<Bar> {
        let mut all = Vec::new();
        let words = self.words;
        if let Some(refused) = &self.refused {
            let mut offers = Vec::new();
            if refused.salvaged.is_some() {
                offers.push((words.get("salvage-offer"), Weight::Plain, Action::Damaged(Damaged::Open)));
            }
            if refused.backup.is_some() {
                let label = words.get("salvage-offer-backup");
                offers.push((label, Weight::Plain, Action::Damaged(Damaged::Backup)));
            }
            all.push(Bar {
                tone: Tone::Error,
                icon: Icon::WarningCircle,
                text: refused.told.clone(),
                detail: String::new(),
                offers,
                close: Some(Action::Damaged(Damaged::Leave)),
            });
        }
        let Some(tab) = self.tab() else { return all };
        if let Some(losses) = &tab.losses {
            let count = losses.lost.len() + losses.more;
            let name = shown(&losses.path);
            let text = words.with("salvage-opened", &[("path", name.into()), ("count", count.into())]);
            let show = (words.get("salvage-show"), Weight::Plain, Action::Damaged(Damaged::Losses));
            all.push(Bar {
                tone: Tone::Warn,
                icon: Icon::Warning,
                text,
                detail: String::new(),
                offers: if count > 0 { vec![show] } else { Vec::new() },
                close: Some(Action::Damaged(Damaged::Seen)),
            });
        }
        if let (Some(format), false, Some(path)) = (tab.open.older(), tab.older_seen, tab.open.path()) {
            all.push(Bar {
                tone: Tone::Info,
                icon: Icon::Info,
                text: self.told("older-format", &[("version", format.to_string())], path),
                detail: String::new(),
                offers: Vec::new(),
                close: Some(Action::Damaged(Damaged::Seen)),
            });
        }
        all
    }

    pub(super) fn damaged(&mut self, ctx: &egui::Context, asked: Damaged) {
        match asked {
            Damaged::Open => {
                let Some(refused) = self.refused.take() else { return };
                let Some(salvaged) = refused.salvaged else { return };
                let Salvaged { document, lost, more } = *salvaged;
                self.put_copy(Open::beside(document));
                let name = refused.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let name = self.words.with("salvage-untitled", &[("name", name.into())]);
                if let Some(tab) = self.tab_mut() {
                    tab.beside = Some(refused.path.with_file_name(name));
                    tab.losses = Some(Losses { path: refused.path, lost, more });
                }
            }
            Damaged::Backup => {
                let Some(backup) = self.refused.as_ref().and_then(|refused| refused.backup.clone()) else {
                    return;
                };
                match store::open(&backup.path) {
                    Ok(opened) => {
                        self.refused = None;
                        self.put_copy(Open::beside(opened.document));
                        self.say("toast-earlier");
                    }
                    Err(error) => {
                        let (key, values) = error.message();
                        self.notice = Some(self.told(key, &values, &backup.path));
                    }
                }
            }
            Damaged::Losses => {
                let Some(losses) = self.tab().and_then(|tab| tab.losses.as_ref()) else { return };
                let mut lines: Vec<String> =
                    losses.lost.iter().take(SHOWN).map(|lost| self.loss(*lost)).collect();
                let more = losses.lost.len().saturating_sub(SHOWN) + losses.more;
                if more > 0 {
                    lines.push(self.words.with("salvage-more", &[("count", more.into())]));
                }
                self.dialog = Some((Dialog::Losses { name: shown(&losses.path), lines }, true));
            }
            Damaged::Seen => {
                if let Some(tab) = self.tab_mut() {
                    tab.losses = None;
                    tab.older_seen = true;
                }
                self.wants_page();
            }
            Damaged::Leave => {
                self.refused = None;
                self.wants_page();
            }
        }
        ctx.request_repaint();
    }

    /// Puts a copy beside the others, ready to be read.
    fn put_copy(&mut self, open: Open) {
        self.put(open);
        if let Some(tab) = self.tab_mut() {
            tab.folds = Folds::default();
            tab.begins = None;
            tab.page.wants_focus = true;
        }
    }

    /// A loss in words.
    fn loss(&self, lost: Lost) -> String {
        let line = lost.line.map(|line| line.to_string()).unwrap_or_default();
        let (part, left) = (self.words.get(lost.part.key()), self.words.get(lost.left.key()));
        self.words.with(lost.key(), &[("line", line.into()), ("part", part.into()), ("left", left.into())])
    }
}

fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
