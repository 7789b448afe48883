//! The next meeting prepared from a record: the one that is shown, or the one worked on last.

use std::path::{Path, PathBuf};

use super::App;
use super::imports::Brought;
use crate::document::{Ahead, Document};
use crate::edit::{Command, Moment};
use crate::store;
use crate::ui::home::carries;
use crate::workspace::Open;

impl App {
    /// Makes the record of the next meeting from the record in this file, or else from the one that is shown or was
    /// last. It is unsaved, and is offered to be saved beside the one it came from.
    pub(super) fn next_meeting(&mut self, of: Option<PathBuf>) {
        let Some((document, path)) = self.previous(of) else { return };
        let ahead = document.ahead();
        let next = document.next_meeting(store::random_record_id(), store::random_session());
        let (invited, name) = (next.meeting().attendance.people.len(), file_name(&next, path.as_deref()));
        let mut open = Open::beside(next);
        // What it came from is a file, and somebody may have written into it by hand.
        let _ = open.run(Command::Tidy, &Moment::default());
        self.put(open);
        let detail = self.told_ahead(&ahead, invited);
        let text = self.words.get("next-made");
        if let Some(tab) = self.tab_mut() {
            let folder = path.as_deref().and_then(Path::parent);
            tab.beside = Some(folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name)));
            tab.brought = Some(Brought::ahead(text, detail, tab.open.editor().state()));
        }
    }

    /// The record that the next meeting follows, and its file.
    fn previous(&mut self, of: Option<PathBuf>) -> Option<(Document, Option<PathBuf>)> {
        let of = match (of, self.record()) {
            (None, Some(open)) => {
                let beside = self.tab().and_then(|tab| tab.beside.clone());
                let path = open.path().map(Path::to_path_buf).or(beside);
                return Some((open.editor().document().clone(), path));
            }
            (of, _) => of,
        };
        let last = || self.kept.recents.records().iter().map(|recent| &recent.path);
        let path = of.or_else(|| last().find(|path| store::exists(path)).cloned())?;
        // What is open may be further than its file.
        let is_it = |own: &Path| store::is_same(own, &path);
        let tab = self.tabs.iter().find(|tab| tab.open.path().is_some_and(is_it));
        if let Some(tab) = tab {
            return Some((tab.open.editor().document().clone(), Some(path)));
        }
        match store::open(&path) {
            Ok(opened) => Some((opened.document, Some(path))),
            Err(error) => {
                self.cannot_read(&path, &error);
                None
            }
        }
    }

    fn told_ahead(&self, ahead: &Ahead, invited: usize) -> String {
        let mut told = vec![carries(ahead, self.words)];
        told.push(match invited {
            0 => String::new(),
            count => self.words.with("next-invited", &[("count", count.into())]),
        });
        told.retain(|part| !part.is_empty());
        told.join(" · ")
    }
}

/// The name to propose: the body and the day, «الكتابة-الجهوية-2026-12-12», or the body and which meeting it is.
fn file_name(next: &Document, before: Option<&Path>) -> String {
    let meeting = next.meeting();
    let day = meeting.dates.first().map(|day| day.to_string());
    let which = day.or_else(|| meeting.session.ordinal.map(|ordinal| ordinal.to_string()));
    let body = meeting.body.name.trim();
    let stem = before.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    let head = if body.is_empty() { stem.unwrap_or_else(|| "mahdar".into()) } else { body.to_owned() };
    store::template_id(&format!("{head} {}", which.unwrap_or_else(|| "2".into())))
}
