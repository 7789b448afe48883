//! Others at the same record: who else edits it, what changed on disk, copies by sync programs — told in bars.

use std::path::{Path, PathBuf};

use eframe::egui;

use super::{App, Dialog, now};
use crate::arabic::date::{now_here, then_here, today_here};
use crate::document::Stamp;
use crate::store::{self, Holder, Noticed, OpenError, Opened, Watch, Watched};
use crate::ui::action::{Action, Others};
use crate::ui::bars::{Bar, Tone};
use crate::ui::files::Purpose;
use crate::ui::pen::Icon;
use crate::ui::said;
use crate::ui::widgets::Weight;
use crate::workspace::{Access, Open, Standing};

/// The eye on the files of all open records.
pub(super) struct Eye {
    watch: Option<Watch>,
    on: Vec<Watched>,
}

/// What was noticed of the file of one open record.
pub(super) struct Outside {
    change: Option<Change>,
    writable: bool,
    /// That it cannot be written was read.
    known: bool,
    copies: Vec<PathBuf>,
}

/// Another's change of the file.
struct Change {
    what: What,
    /// The time of day at which it was noticed.
    at: String,
    /// Whether the user keeps what is here.
    kept: bool,
}

enum What {
    Other(Box<Opened>),
    Unreadable(OpenError),
    Gone,
}

impl Default for Outside {
    fn default() -> Self {
        Self { change: None, writable: true, known: false, copies: Vec::new() }
    }
}

impl Outside {
    /// Whether the file is no longer where it was.
    pub(super) fn is_gone(&self) -> bool {
        matches!(&self.change, Some(Change { what: What::Gone, .. }))
    }

    /// What the disk holds, as far as it is another readable record.
    pub(super) fn other(&self) -> Option<&Opened> {
        match &self.change.as_ref()?.what {
            What::Other(opened) => Some(opened),
            What::Unreadable(_) | What::Gone => None,
        }
    }

    /// Nothing of the file is to be told any more: it was just written, or let go.
    pub(super) fn settle(&mut self) {
        self.change = None;
        self.known = false;
        self.writable = true;
    }
}

impl Eye {
    /// Opens it; where no thread can be started, saves still look before they write.
    pub(super) fn open(ctx: &egui::Context) -> Self {
        let wake = ctx.clone();
        Self { watch: Watch::start(move || wake.request_repaint()).ok(), on: Vec::new() }
    }
}

impl App {
    /// Who edits here, as others are told.
    pub(super) fn author(&self) -> String {
        let own = Some(self.kept.settings.author.clone()).filter(|name| !name.is_empty());
        own.or_else(|| std::env::var("USER").ok()).unwrap_or_default()
    }

    /// Takes in what was noticed of the files of open records since the last frame.
    pub(super) fn look_around(&mut self, ctx: &egui::Context) {
        let Some(watch) = &self.eye.watch else { return };
        let files = self.tabs.iter().filter_map(|tab| Some((tab.open.path()?, tab.open.digest()?)));
        if !files.eq(self.eye.on.iter().map(|file| (file.path.as_path(), file.digest))) {
            self.eye.on = self.tabs.iter().filter_map(|tab| tab.open.watched()).collect();
            watch.set(self.eye.on.clone());
        }
        let comes_back = |event: &egui::Event| matches!(event, egui::Event::WindowFocused(true));
        if ctx.input(|input| input.events.iter().any(comes_back)) {
            watch.look();
        }
        while let Some(news) = self.eye.watch.as_ref().and_then(Watch::news) {
            let of = |path: &Path| self.tabs.iter().position(|tab| tab.open.path() == Some(path));
            if let Some(at) = of(&news.path) {
                self.noticed(at, news.what);
            }
        }
    }

    fn noticed(&mut self, at: usize, what: Noticed) {
        let author = self.author();
        let Some(tab) = self.tabs.get_mut(at) else { return };
        let change = |what| Some(Change { what, at: now_here().to_string(), kept: false });
        match what {
            // What we wrote ourselves, seen before the save told of its end.
            Noticed::Content(digest, _) if tab.open.digest() == Some(digest) => tab.outside.change = None,
            Noticed::Content(_, read) => match *read {
                // Who only reads reads what there is.
                Ok(opened) if tab.open.access() == Access::Read => self.reload(at, opened),
                Ok(opened) => tab.outside.change = change(What::Other(Box::new(opened))),
                Err(error) => tab.outside.change = change(What::Unreadable(error)),
            },
            Noticed::Unreadable(error) => tab.outside.change = change(What::Unreadable(error)),
            Noticed::Gone => tab.outside.change = change(What::Gone),
            Noticed::Held(held) => {
                tab.open.note_held(held, &author, now());
            }
            Noticed::Writable(writable) => tab.outside.writable = writable,
            Noticed::Copies(copies) => tab.outside.copies = copies,
        }
    }

    /// The change of this record's file that is to be told: none while a save is under way, which may be what changed it.
    fn change(&self, at: usize) -> Option<&Change> {
        let tab = self.tabs.get(at).filter(|tab| !tab.open.is_saving())?;
        let change = tab.outside.change.as_ref().filter(|change| !change.kept)?;
        let is_ours = |opened: &Opened| Some(opened.digest) == tab.open.digest();
        (!matches!(&change.what, What::Other(opened) if is_ours(opened))).then_some(change)
    }

    /// The record was saved: here it stands as it is on disk.
    pub(super) fn settle_outside(&mut self, at: usize) {
        let author = self.author();
        if let Some(tab) = self.tabs.get_mut(at) {
            tab.open.hold_saved(&author, now());
            tab.outside.settle();
        }
    }

    fn reload(&mut self, at: usize, opened: Opened) {
        if let Some(tab) = self.tabs.get_mut(at) {
            tab.open.reload(opened);
            tab.clean();
            tab.outside.change = None;
            if self.at == Some(at) {
                self.focus = None;
                self.say("others-reloaded");
            }
        }
    }

    pub(super) fn others(&mut self, asked: Others) {
        let Some(at) = self.at else { return };
        let author = self.author();
        let name = self.name();
        let Some(tab) = self.tabs.get_mut(at) else { return };
        match asked {
            Others::OpenCopy => {
                let copy = tab.open.copy();
                self.put_called(copy, "others-copy-name", name);
            }
            Others::TakeOver | Others::EditNow => {
                match tab.open.edit_now(asked == Others::TakeOver, &author, now()) {
                    Ok(other) => {
                        tab.outside.change = None;
                        tab.clean();
                        if other {
                            self.say("others-reloaded");
                        }
                        self.wants_page();
                    }
                    Err(error) => {
                        let path = tab.open.path().map(Path::to_path_buf).unwrap_or_default();
                        let (key, values) = error.message();
                        self.notice = Some(self.told(key, &values, &path));
                    }
                }
            }
            Others::Reload => {
                // Nothing here is unsaved, or this is not offered.
                if tab.open.editor().is_changed() {
                    return;
                }
                if let Some(opened) = tab.outside.other().cloned() {
                    self.reload(at, opened);
                    self.wants_page();
                }
            }
            Others::OpenDisk => {
                if let Some(opened) = tab.outside.other() {
                    let disk = Open::from_record(opened.document.clone());
                    if let Some(change) = &mut tab.outside.change {
                        change.kept = true;
                    }
                    self.put_called(disk, "others-disk-name", name);
                }
            }
            Others::Keep => {
                if let Some(change) = &mut tab.outside.change {
                    change.kept = true;
                }
                self.wants_page();
            }
            Others::KnowShared => {
                tab.open.know_shared();
                self.wants_page();
            }
            Others::KnowUnwritable => {
                tab.outside.known = true;
                self.wants_page();
            }
            Others::CompareDisk => {
                self.dialog = None;
                // A save may have met the change before the eye did.
                let there = match (tab.outside.other(), tab.open.path()) {
                    (Some(opened), _) => Ok(opened.document.clone()),
                    (None, Some(path)) => store::open(path).map(|opened| opened.document),
                    (None, None) => return,
                };
                let path = tab.open.path().map(Path::to_path_buf).unwrap_or_default();
                let name = self.words.get("compare-on-disk");
                self.compare_with(there, &path, name);
            }
            Others::CompareFile(path) => {
                let there = store::open(&path).map(|opened| opened.document);
                let name = self.words.get("others-in-copy");
                self.compare_with(there, &path, name);
            }
            Others::KnowCopy => {
                if !tab.outside.copies.is_empty() {
                    tab.outside.copies.remove(0);
                }
                self.wants_page();
            }
        }
    }

    /// Puts another record beside the one it came from, called after it.
    fn put_called(&mut self, open: Open, key: &str, name: String) {
        let called = self.words.with(key, &[("name", name.into())]);
        let beside = self.record().and_then(Open::path).map(|path| path.with_file_name(called));
        self.put(open);
        if let Some(tab) = self.tab_mut() {
            tab.beside = beside;
            tab.folds = crate::ui::folds::Folds::default();
            tab.begins = None;
            tab.page.wants_focus = true;
        }
    }

    /// What is to be said of others at the record that is shown, and offered.
    pub(super) fn others_bars(&self) -> Vec<Bar> {
        let (Some(at), Some(tab)) = (self.at, self.tab()) else { return Vec::new() };
        let mut all: Vec<Bar> = self.standing_bar(tab.open.standing()).into_iter().collect();
        if let Some(change) = self.change(at) {
            all.push(self.change_bar(change, &tab.open));
        }
        // A save that failed says the same, and more.
        let told = tab.outside.known || tab.save_failed || tab.outside.is_gone();
        if !tab.outside.writable && !told {
            let offers = vec![self.offer("cmd-save-as", Weight::Plain, Action::Ask(Purpose::SaveAs))];
            let close = Some(Action::Others(Others::KnowUnwritable));
            all.push(self.bar(Icon::Lock, "others-unwritable", "others-unwritable-detail", offers, close));
        }
        if let Some(path) = tab.outside.copies.first() {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let count = i64::try_from(tab.outside.copies.len()).unwrap_or(1);
            // The name is read on its own, whatever is around it.
            let name = format!("\u{2068}{name}\u{2069}");
            let text = self.words.with("others-copies", &[("name", name.into()), ("count", count.into())]);
            all.push(Bar {
                tone: Tone::Warn,
                icon: Icon::Copy,
                text,
                detail: self.words.get("others-copies-detail"),
                offers: vec![
                    self.offer(
                        "others-compare",
                        Weight::Plain,
                        Action::Others(Others::CompareFile(path.clone())),
                    ),
                    self.offer("others-open", Weight::Quiet, Action::OpenFile(path.clone())),
                ],
                close: Some(Action::Others(Others::KnowCopy)),
            });
        }
        all
    }

    fn standing_bar(&self, standing: &Standing) -> Option<Bar> {
        let copy = |weight| self.offer("others-open-copy", weight, Action::Others(Others::OpenCopy));
        match standing {
            Standing::Alone | Standing::Ours(_) | Standing::Shared { known: true, .. } => None,
            Standing::Reading(by) => {
                let seize = self.offer("others-take-over", Weight::Quiet, Action::Others(Others::TakeOver));
                let offers = vec![copy(Weight::Plain), seize];
                Some(Bar {
                    text: self.who("others-held", by.as_ref()),
                    ..self.bar(Icon::Lock, "others-held-unknown", "others-held-detail", offers, None)
                })
            }
            Standing::Freed => {
                let edit = self.offer("others-edit-now", Weight::Plain, Action::Others(Others::EditNow));
                let offers = vec![edit, copy(Weight::Quiet)];
                let bar = self.bar(Icon::LockOpen, "others-freed", "others-freed-detail", offers, None);
                Some(Bar { tone: Tone::Info, ..bar })
            }
            Standing::Shared { by, known: false, .. } => {
                let save = self.offer("others-save-copy", Weight::Plain, Action::Ask(Purpose::SaveAs));
                let close = Some(Action::Others(Others::KnowShared));
                Some(Bar {
                    text: self.who("others-taken", by.as_ref()),
                    ..self.bar(Icon::Users, "others-taken-unknown", "others-taken-detail", vec![save], close)
                })
            }
        }
    }

    fn change_bar(&self, change: &Change, open: &Open) -> Bar {
        let (unsaved, reads) = (open.editor().is_changed(), open.access() == Access::Read);
        let values = [("time", change.at.clone())];
        let keep = self.offer("others-keep", Weight::Quiet, Action::Others(Others::Keep));
        match &change.what {
            What::Gone => {
                let save = self.offer("cmd-save", Weight::Plain, Action::Save);
                let other = self.offer("cmd-save-as", Weight::Quiet, Action::Ask(Purpose::SaveAs));
                let offers = if reads { vec![other] } else { vec![save, other] };
                self.bar(Icon::Warning, "others-gone", "others-gone-detail", offers, None)
            }
            What::Unreadable(error) => {
                let copy = self.offer("others-save-copy", Weight::Plain, Action::Ask(Purpose::SaveAs));
                let (key, mut why) = error.message();
                why.push(("path", self.name()));
                Bar {
                    text: self.message("others-changed-unreadable", &values),
                    detail: self.message(key, &why),
                    ..self.bar(
                        Icon::Warning,
                        "others-changed",
                        "others-changed-detail",
                        vec![copy, keep],
                        None,
                    )
                }
            }
            What::Other(_) => {
                let own = if unsaved {
                    self.offer("others-open-disk", Weight::Quiet, Action::Others(Others::OpenDisk))
                } else {
                    self.offer("others-reload", Weight::Quiet, Action::Others(Others::Reload))
                };
                let compare =
                    self.offer("others-compare", Weight::Plain, Action::Others(Others::CompareDisk));
                let detail = if unsaved { "others-changed-detail" } else { "others-changed-clean" };
                let offers = vec![compare, own, keep];
                Bar {
                    text: self.message("others-changed", &values),
                    ..self.bar(Icon::Warning, "others-changed", detail, offers, None)
                }
            }
        }
    }

    fn bar(
        &self,
        icon: Icon,
        text: &str,
        detail: &str,
        offers: Vec<(String, Weight, Action)>,
        close: Option<Action>,
    ) -> Bar {
        let (text, detail) = (self.words.get(text), self.words.get(detail));
        Bar { tone: Tone::Warn, icon, text, detail, offers, close }
    }

    fn offer(&self, key: &str, weight: Weight, action: Action) -> (String, Weight, Action) {
        (self.words.get(key), weight, action)
    }

    /// What is said of somebody: another window here, a person at a machine, or nobody known.
    pub(super) fn who(&self, key: &str, holder: Option<&Holder>) -> String {
        let Some(holder) = holder else { return self.words.get(&format!("{key}-unknown")) };
        let since = self.when(holder.since);
        let isolated = |name: &str| format!("\u{2068}{name}\u{2069}");
        let own = self.author();
        if holder.is_here() && (holder.person.is_empty() || holder.person == own) {
            return self.words.with(&format!("{key}-here"), &[("since", since.into())]);
        }
        let person = match holder.person.as_str() {
            "" => self.words.get("others-somebody"),
            person => isolated(person),
        };
        let machine = isolated(&holder.machine).into();
        self.words.with(key, &[("person", person.into()), ("machine", machine), ("since", since.into())])
    }

    /// A moment as people say it: the time of day, with its day where that is not today.
    fn when(&self, stamp: Stamp) -> String {
        match then_here(stamp.0) {
            Some((day, time)) if day == today_here() => time.to_string(),
            Some((day, time)) => {
                let day = said::day(day, self.words);
                self.words.with("others-day-time", &[("day", day.into()), ("time", time.to_string().into())])
            }
            None => String::new(),
        }
    }

    /// Whether a save into the record's own file is to be asked about first, as somebody else edits it; then it is.
    pub(super) fn asks_about_others(&mut self, path: &Path) -> bool {
        let Some(Standing::Shared { by, agreed: false, .. }) = self.record().map(Open::standing) else {
            return false;
        };
        let who = self.who("others-taken", by.as_ref());
        self.dialog = Some((Dialog::Shared(path.to_path_buf(), who), true));
        true
    }
}
