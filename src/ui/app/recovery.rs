//! What was typed before the program was cut short: found at the start, offered, opened, compared or let go.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui;

use super::{App, Tab};
use crate::arabic::date;
use crate::document::{Document, OutputKind, Place, Target};
use crate::edit::{Command, Moment, Selection, Summary, compare};
use crate::store::{self, Digest, Folders, FoundJournal, OpenError, Recovered};
use crate::template::{self, Counts, View};
use crate::ui::action::{Action, Recover};
use crate::ui::bars::{Bar, Tone};
use crate::ui::compare::Compared;
use crate::ui::pen::Icon;
use crate::ui::said;
use crate::ui::widgets::Weight;
use crate::words::Words;
use crate::workspace::Open;

/// What a journal gave back, beside what is on disk now.
pub(super) struct Offered {
    found: FoundJournal,
    /// How many words it has.
    words: usize,
    disk: OnDisk,
    /// The end of the last paragraph that differs from the one on disk: where writing goes on.
    place: Option<Place>,
    /// Whether it is not offered above the page any more.
    later: bool,
}

/// What is on disk now under the record's name.
enum OnDisk {
    /// It never had a name.
    Unnamed,
    /// Its file is gone.
    Gone,
    /// Its file cannot be read.
    Unreadable,
    /// A record; whether it is not the one that was opened; and what the recovered one says differently.
    Record { document: Box<Document>, digest: Digest, differs: Option<Summary> },
}

/// All that was found and not yet answered.
pub(super) struct Recovery {
    all: Vec<Offered>,
    found: (Sender<Offered>, Receiver<Offered>),
    /// What was let go a moment ago, and the toast that tells of it: the journal goes once that is gone.
    let_go: Option<(Offered, String)>,
    /// Whether the home screen has shown what there is.
    pub(super) seen: bool,
}

impl Recovery {
    /// Looks for journals on a thread of its own: the window does not wait for them.
    pub(super) fn begin(ctx: &egui::Context, folders: Option<&Folders>) -> Self {
        let new = Self { all: Vec::new(), found: channel(), let_go: None, seen: false };
        if let Some(folders) = folders.cloned() {
            new.look(ctx, move || store::found_journals(&folders));
        }
        new
    }

    fn look(&self, ctx: &egui::Context, find: impl FnOnce() -> Vec<FoundJournal> + Send + 'static) {
        let (send, wake) = (self.found.0.clone(), ctx.clone());
        // Without a thread nothing is offered now; the journals stay for the next start.
        let _ = std::thread::Builder::new().name("journals".into()).spawn(move || {
            for journal in find() {
                // Nobody listens any more once the window is gone.
                let _ = send.send(Offered::of(journal));
                wake.request_repaint();
            }
        });
    }

    /// Takes in what was found since the last frame.
    pub(super) fn arrive(&mut self) {
        while let Ok(offered) = self.found.1.try_recv() {
            self.all.retain(|known| known.found.file != offered.found.file);
            self.put(offered);
            self.seen = false;
        }
    }

    /// The last typed stands first.
    fn put(&mut self, offered: Offered) {
        let newer = |known: &Offered| known.found.last >= offered.found.last;
        let at = self.all.partition_point(newer);
        self.all.insert(at, offered);
    }

    /// The record in this file was written: what is offered of it is set against that from now on.
    pub(super) fn saved(&self, ctx: &egui::Context, path: &Path) {
        let again = self.all.iter().find(|offered| offered.found.path.as_deref() == Some(path));
        if let Some(found) = again.map(|offered| offered.found.clone()) {
            self.look(ctx, move || vec![found]);
        }
    }

    fn take(&mut self, file: &Path) -> Option<Offered> {
        let at = self.all.iter().position(|offered| offered.found.file == file)?;
        Some(self.all.remove(at))
    }

    fn get(&self, file: &Path) -> Option<&Offered> {
        self.all.iter().find(|offered| offered.found.file == file)
    }
}

impl Offered {
    /// Sets what was found against what is on disk.
    fn of(found: FoundJournal) -> Self {
        let recovered = found.state.document();
        let words = recovered.map_or(0, |document| {
            let kind = document.outputs().first().map_or(OutputKind::Communique, |output| output.kind);
            // Counted as the line of state counts once the record is open.
            Counts::of(&template::compose(document, &View::of(kind))).words
        });
        let mut place = None;
        let disk = match found.path.as_deref().map(store::open) {
            None => OnDisk::Unnamed,
            Some(Ok(opened)) => {
                let differs = recovered.map(|recovered| {
                    let comparison = compare(&opened.document, recovered);
                    let last = comparison.lines.iter().rev().find(|line| !line.is_same());
                    let block = last.and_then(|line| Some(&line.new.as_ref()?.block));
                    place = block.map(|block| Place::new(Target::Block(block.id), block.text.text().len()));
                    comparison.summary()
                });
                OnDisk::Record { differs, document: Box::new(opened.document), digest: opened.digest }
            }
            Some(Err(OpenError::NotFound)) => OnDisk::Gone,
            Some(Err(_)) => OnDisk::Unreadable,
        };
        Self { found, words, disk, place, later: false }
    }

    /// What people call it.
    fn name(&self, words: Words) -> String {
        let stem = self.found.path.as_deref().and_then(Path::file_stem);
        let title = || {
            let document = self.found.state.document()?;
            let kind = document.outputs().first()?.kind;
            Some(template::title(document, kind).trim().to_owned()).filter(|title| !title.is_empty())
        };
        let stem = stem.map(|stem| stem.to_string_lossy().into_owned());
        stem.or_else(title).unwrap_or_else(|| words.get("document-untitled"))
    }

    /// What there is to say of it, and what can be done.
    pub(super) fn bar(&self, words: Words) -> Bar {
        let name = ("name", self.name(words).into());
        let text = match &self.found.state {
            Recovered::Whole(_) => {
                let (day, time) = date::second_here(self.found.last.0)
                    .map(|(day, time)| (Some(day), time))
                    .unwrap_or_default();
                let today = date::today_here();
                match day.filter(|day| *day != today) {
                    Some(day) => {
                        let day = said::day(day, words);
                        words.with("recovery-until-day", &[name, ("time", time.into()), ("day", day.into())])
                    }
                    None => words.with("recovery-until", &[name, ("time", time.into())]),
                }
            }
            Recovered::UpTo { .. } => words.with("recovery-partly", &[name]),
            Recovered::Base { .. } => words.with("recovery-base", &[name]),
            Recovered::Nothing { .. } if self.found.path.is_none() => words.get("recovery-nothing-unnamed"),
            Recovered::Nothing { .. } => words.with("recovery-nothing", &[name]),
        };
        let nothing = matches!(self.found.state, Recovered::Nothing { .. });
        Bar {
            tone: if nothing { Tone::Error } else { Tone::Warn },
            icon: if nothing { Icon::WarningCircle } else { Icon::ClockCounterClockwise },
            text,
            detail: self.detail(words),
            offers: self.offers(words),
            close: None,
        }
    }

    fn detail(&self, words: Words) -> String {
        let told = |why: &store::JournalError| {
            let (key, values) = why.message();
            let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.into())).collect();
            words.with(key, &values)
        };
        match &self.found.state {
            Recovered::Whole(_) => self.beside_disk(words),
            Recovered::UpTo { lost_steps, .. } => {
                let lost = words.with("recovery-lost", &[("count", (*lost_steps).into())]);
                format!("{lost} · {}", self.beside_disk(words))
            }
            Recovered::Base { why, .. } => format!("{} {}", told(why), self.beside_disk(words)),
            Recovered::Nothing { why } => {
                let file = shown(&self.found.file).into();
                format!("{} {}", told(why), words.with("recovery-kept", &[("file", file)]))
            }
        }
    }

    /// How much there is, and how it stands to what is on disk; a file that is another now comes first.
    fn beside_disk(&self, words: Words) -> String {
        let mut all = vec![words.with("status-words", &[("count", self.words.into())])];
        match &self.disk {
            OnDisk::Unnamed => all.push(words.get("recovery-unnamed")),
            OnDisk::Gone => all.push(words.get("recovery-gone")),
            OnDisk::Unreadable => all.push(words.get("recovery-unreadable")),
            OnDisk::Record { digest, differs, .. } => {
                if self.found.disk != Some(*digest) {
                    all.insert(0, words.get("recovery-disk-changed"));
                }
                all.extend(differs.as_ref().map(|summary| difference(summary, words)));
            }
        }
        all.join(" · ")
    }

    fn offers(&self, words: Words) -> Vec<(String, Weight, Action)> {
        let on_disk = matches!(self.disk, OnDisk::Record { .. });
        let all: &[(&str, Recover)] = if self.found.state.document().is_none() {
            &[("home-folder", Recover::Folder), ("recovery-discard", Recover::Discard)]
        } else if on_disk {
            &[
                ("recovery-open", Recover::Open),
                ("recovery-both", Recover::Both),
                ("recovery-compare", Recover::Compare),
                ("recovery-discard", Recover::Discard),
            ]
        } else {
            &[("recovery-open", Recover::Open), ("recovery-discard", Recover::Discard)]
        };
        let weights = std::iter::once(Weight::Plain).chain(std::iter::repeat(Weight::Quiet));
        let action = |what| Action::Recover(self.found.file.clone(), what);
        all.iter().zip(weights).map(|((key, what), weight)| (words.get(key), weight, action(*what))).collect()
    }
}

/// What the recovered record says that the one on disk does not, in a few words.
fn difference(summary: &Summary, words: Words) -> String {
    let count = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
    let paragraphs = || count("recovery-in-paragraphs", summary.blocks);
    let (added, removed) = (summary.words_added, summary.words_removed);
    let values = |keys: &[(&'static str, String)]| {
        keys.iter().map(|(name, value)| (*name, value.clone().into())).collect::<Vec<_>>()
    };
    let text = match (added, removed) {
        (0, 0) if summary.blocks > 0 => Some(count("recovery-paragraphs", summary.blocks)),
        (0, 0) => None,
        (added, 0) => {
            let added = ("added", count("status-words", added));
            Some(words.with("recovery-added", &values(&[added, ("where", paragraphs())])))
        }
        (0, removed) => {
            let removed = ("removed", count("status-words", removed));
            Some(words.with("recovery-removed", &values(&[removed, ("where", paragraphs())])))
        }
        (added, removed) => {
            let added = ("added", count("status-words", added));
            let removed = ("removed", count("status-words", removed));
            Some(words.with("recovery-replaced", &values(&[added, removed, ("where", paragraphs())])))
        }
    };
    let facts = (summary.facts > 0).then(|| count("recovery-facts", summary.facts));
    let all: Vec<String> = text.into_iter().chain(facts).collect();
    if all.is_empty() { words.get("recovery-same") } else { all.join(" · ") }
}

/// A path as people read it: from the left, the home folder short.
fn shown(path: &Path) -> String {
    let home = std::env::var_os("HOME").map(PathBuf::from).filter(|home| !home.as_os_str().is_empty());
    let short = home.and_then(|home| Some(format!("~/{}", path.strip_prefix(home).ok()?.display())));
    format!("\u{2066}{}\u{2069}", short.unwrap_or_else(|| path.display().to_string()))
}

impl App {
    /// The cards of the home screen, the last typed first.
    pub(super) fn cards(&self) -> Vec<Bar> {
        self.recovery.all.iter().map(|offered| offered.bar(self.words)).collect()
    }

    /// What there is to say above the page of recovered records: of this one, and of others nobody has seen yet.
    pub(super) fn recovery_bars(&self) -> Vec<Bar> {
        let Some(tab) = self.tab().filter(|_| !self.has_settings()) else { return Vec::new() };
        let of_this = |offered: &&Offered| {
            offered.found.path.is_some() && offered.found.path.as_deref() == tab.open.path()
        };
        let mut all: Vec<Bar> = Vec::new();
        for offered in self.recovery.all.iter().filter(of_this).filter(|offered| !offered.later) {
            let mut bar = offered.bar(self.words);
            bar.close = Some(Action::Recover(offered.found.file.clone(), Recover::Later));
            all.push(bar);
        }
        let others = self.recovery.all.iter().filter(|offered| !of_this(offered)).count();
        if others > 0 && !self.recovery.seen {
            all.push(Bar {
                tone: Tone::Warn,
                icon: Icon::ClockCounterClockwise,
                text: self.words.with("recovery-others", &[("count", others.into())]),
                detail: String::new(),
                offers: vec![(self.words.get("recovery-show"), Weight::Plain, Action::Home)],
                close: Some(Action::OthersSeen),
            });
        }
        all
    }

    pub(super) fn recover(&mut self, ctx: &egui::Context, file: &Path, what: Recover) {
        match what {
            Recover::Open => self.restore(ctx, file),
            Recover::Both => self.restore_beside(ctx, file),
            Recover::Compare => self.compare_recovered(ctx, file),
            Recover::Discard => {
                if let Some(offered) = self.recovery.take(file) {
                    self.let_go_for_good();
                    let folder = file.parent().unwrap_or(file).join("discarded");
                    let values =
                        [("name", offered.name(self.words).into()), ("folder", shown(&folder).into())];
                    let told = self.words.with("recovery-discarded", &values);
                    self.toast = Some((told.clone(), 0.0));
                    self.recovery.let_go = Some((offered, told));
                    self.wants_page();
                }
            }
            Recover::Undo => {
                if let Some((offered, _)) = self.recovery.let_go.take() {
                    self.recovery.put(offered);
                    self.toast = None;
                }
            }
            Recover::Folder => super::draw::open_folder(ctx, file),
            Recover::Later => {
                if let Some(offered) = self.recovery.all.iter_mut().find(|offered| offered.found.file == file)
                {
                    offered.later = true;
                }
                self.wants_page();
            }
        }
    }

    /// What the toast offers to take back, if it tells of something let go.
    pub(super) fn undo_of_toast(&self) -> Option<Action> {
        let (offered, told) = self.recovery.let_go.as_ref()?;
        self.toast.as_ref().filter(|(text, _)| text == told)?;
        Some(Action::Recover(offered.found.file.clone(), Recover::Undo))
    }

    /// Nobody can take back any more what was let go: its journal goes to the discarded ones.
    pub(super) fn let_go_for_good(&mut self) {
        if let Some((offered, _)) = self.recovery.let_go.take() {
            self.kept.discard(offered.found.file);
        }
    }

    /// Opens the recovered record, unsaved, in place of what is on disk. What was typed into that stays beside it.
    fn restore(&mut self, ctx: &egui::Context, file: &Path) {
        let Some(offered) = self.recovery.take(file) else { return };
        let path = offered.found.path.clone();
        let at = self.tabs.iter().position(|tab| path.is_some() && tab.open.path() == path.as_deref());
        let busy = |tab: &Tab| tab.is_unsaved() || tab.open.is_saving();
        if at.and_then(|at| self.tabs.get(at)).is_some_and(busy) {
            self.put_beside(ctx, offered);
            return;
        }
        let Some(open) = Open::recovered(offered.found) else { return };
        if let Some(at) = at {
            // The file's lock goes with the tab that showed it as it is on disk, before it is asked for anew.
            self.tabs.remove(at).open.leave();
        }
        self.put_recovered(ctx, open, offered.place);
        if let Some(at) = at
            && let Some(tab) = self.tabs.pop()
        {
            self.tabs.insert(at, tab);
            self.show(at);
        }
        if let Some(at) = self.at {
            self.remember(at);
        }
        self.say("toast-recovered");
    }

    /// Opens what is on disk, and the recovered record beside it under a name of its own.
    fn restore_beside(&mut self, ctx: &egui::Context, file: &Path) {
        let Some(offered) = self.recovery.take(file) else { return };
        let notice = self.notice.take();
        if let Some(path) = offered.found.path.clone() {
            self.read(&path);
        }
        let notice = self.notice.take().or(notice);
        self.put_beside(ctx, offered);
        self.notice = notice;
    }

    fn put_beside(&mut self, ctx: &egui::Context, offered: Offered) {
        let name = self.words.with("recovery-beside", &[("name", offered.name(self.words).into())]);
        let beside = offered.found.path.as_deref().map(|path| path.with_file_name(&name));
        let Some(open) = Open::recovered_beside(offered.found) else { return };
        self.put_recovered(ctx, open, offered.place);
        if let Some(tab) = self.tab_mut() {
            tab.beside = Some(beside.unwrap_or_else(|| PathBuf::from(name)));
        }
        self.say("toast-recovered");
    }

    fn put_recovered(&mut self, ctx: &egui::Context, mut open: Open, place: Option<Place>) {
        if let Some(place) = place {
            // A caret alone is never refused.
            let _ = open.run(Command::Select(Selection::caret(place)), &Moment::default());
        }
        self.put(open);
        let time = ctx.input(|input| input.time);
        if let Some(tab) = self.tab_mut() {
            // It goes on where it stood: there is nothing to begin with.
            tab.folds = crate::ui::folds::Folds::default();
            tab.begins = None;
            tab.page.wants_focus = true;
            tab.page.follow(time);
        }
    }

    fn compare_recovered(&mut self, ctx: &egui::Context, file: &Path) {
        let Some(offered) = self.recovery.get(file) else { return };
        let (OnDisk::Record { document, .. }, Some(recovered)) =
            (&offered.disk, offered.found.state.document())
        else {
            return;
        };
        let name = offered.name(self.words);
        let named = |key| self.words.with(key, &[("name", (&name).into())]);
        let compared = Compared {
            old: (**document).clone(),
            new: recovered.clone(),
            old_name: named("recovery-on-disk"),
            new_name: named("recovery-beside"),
        };
        self.perform(ctx, Action::Compare(Box::new(compared)));
    }
}
