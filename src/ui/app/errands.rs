//! What is under way beside typing — exports, copies to a stick — and what became of it and of each save.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use eframe::egui::{self, Area, Id, Order, Rect, pos2, vec2};

use super::instead::Instead;
use super::keeper::Said;
use super::{App, Dialog, is_own};
use crate::document::RecordId;
use crate::store::{self, SaveError, Sent};
use crate::ui::action::Action;
use crate::ui::bars::{Bar, Tone};
use crate::ui::files::Purpose;
use crate::ui::pen::Icon;
use crate::ui::publish::print::Handed;
use crate::ui::publish::{PATIENCE, Watching};
use crate::ui::widgets::{PROGRESS, Progress, Weight};
use crate::workspace::Open;

/// Something that is being written on a thread of its own. The window does not go before it has ended.
struct Errand {
    /// The key of the tab whose record it is.
    of: u32,
    purpose: Purpose,
    path: PathBuf,
    outcome: Receiver<Result<Done, Said>>,
    thread: Option<JoinHandle<()>>,
    /// How far it is; nothing where it cannot be stopped.
    watching: Option<Arc<Watching>>,
    since: f64,
    /// What is noted of it once it is done.
    sent: Option<Note>,
}

/// What is noted once a text has left the house: of which record.
pub(super) type Note = (RecordId, Sent);

/// What an errand did.
#[derive(Default)]
pub(super) struct Done {
    /// The file or folder; empty where it was stopped.
    pub(super) place: PathBuf,
    /// What is to be known of a folder: what could not be made, what was taken away.
    pub(super) remarks: Option<String>,
    /// To whom a file was handed.
    pub(super) handed: Option<Handed>,
}

impl Drop for Errand {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            // A thread that fell has nothing more to write.
            let _ = thread.join();
        }
    }
}

/// All that is under way, and what is to be told of what ended.
pub(super) struct Errands {
    under_way: Vec<Errand>,
    ended: Vec<Ended>,
    /// Whether it was said that no backups can be kept.
    told_no_backup: bool,
    /// Finds the sticks that are plugged in.
    sticks: Box<dyn Fn() -> Vec<PathBuf>>,
}

impl Default for Errands {
    fn default() -> Self {
        Self {
            under_way: Vec::new(),
            ended: Vec::new(),
            told_no_backup: false,
            sticks: Box::new(store::removable_folders),
        }
    }
}

/// How something ended that must be told until it is answered.
struct Ended {
    of: u32,
    purpose: Purpose,
    path: PathBuf,
    how: How,
}

enum How {
    /// It was copied.
    Copied,
    /// A publishing folder was written, and this is to be known of it.
    Published(Option<String>),
    /// It was saved, but no backup could be kept.
    NoBackup,
    /// It was not written, or not surely.
    Failed { said: Said, unsure: bool },
}

impl App {
    /// Sticks are looked for so from now on.
    pub fn find_sticks(&mut self, sticks: impl Fn() -> Vec<PathBuf> + 'static) {
        self.errands.sticks = Box::new(sticks);
    }

    /// Copies the record and its earlier states to the stick that is plugged in, or asks where to.
    pub(super) fn copy_out(&mut self, ctx: &egui::Context) {
        let sticks = (self.errands.sticks)();
        if let [one] = sticks.as_slice() {
            self.copy_to(ctx, one);
            return;
        }
        let wrong = if sticks.is_empty() { "copy-no-stick" } else { "copy-sticks" };
        let first = sticks.into_iter().next();
        self.ask(ctx, Purpose::CopyTo);
        if let Some((Dialog::Path { path, wrong: told, .. }, _)) = &mut self.dialog {
            *told = self.words.get(wrong);
            if let Some(first) = first {
                *path = first.to_string_lossy().into_owned();
            }
        }
    }

    /// Copies the record and its earlier states into a new folder in this one.
    pub(super) fn copy_to(&mut self, ctx: &egui::Context, folder: &Path) {
        let Some(open) = self.record() else { return };
        let document = open.editor().document().clone();
        let (name, folders, target) = (self.name(), self.kept.folders.clone(), folder.to_path_buf());
        self.errand(ctx, (Purpose::CopyTo, folder), None, move |_| {
            let states = folders.map(|folders| store::earlier_states(&folders, document.id()));
            let copied = store::copy_out(&document, &states.unwrap_or_default(), &target, &name);
            copied.map(|place| Done { place, ..Done::default() }).map_err(|error| error.message())
        });
    }

    /// Has this done on a thread of its own, unless it is under way. `work` hears whether it is still wanted.
    pub(super) fn errand(
        &mut self,
        ctx: &egui::Context,
        (purpose, path): (Purpose, &Path),
        sent: Option<Note>,
        work: impl FnOnce(&Watching) -> Result<Done, Said> + Send + 'static,
    ) {
        let Some(of) = self.tab().map(|tab| tab.key) else { return };
        if self.errands.under_way.iter().any(|errand| (errand.of, errand.purpose) == (of, purpose)) {
            return;
        }
        // What is told of the last time is past.
        self.seen(of, purpose);
        let (send, outcome) = channel();
        let wake = ctx.clone();
        let name = if purpose == Purpose::CopyTo { "copy" } else { "export" };
        let watching = Arc::new(Watching::default());
        let (own, gate) = (Arc::clone(&watching), self.publishing.gate.clone());
        let thread = std::thread::Builder::new().name(name.into()).spawn(move || {
            if purpose != Purpose::CopyTo {
                gate.pass(&own);
            }
            // Nobody listens any more once the window is gone.
            let _ = send.send(work(&own));
            wake.request_repaint();
        });
        let path = path.to_path_buf();
        let since = ctx.input(|input| input.time);
        let watching = (purpose != Purpose::CopyTo).then_some(watching);
        match thread {
            Ok(thread) => {
                let thread = Some(thread);
                self.errands.under_way.push(Errand {
                    of,
                    purpose,
                    path,
                    outcome,
                    thread,
                    watching,
                    since,
                    sent,
                });
                ctx.request_repaint_after(Duration::from_secs_f64(PATIENCE));
            }
            Err(error) => self.failed(of, purpose, path, &SaveError::Io(error)),
        }
    }

    /// Says how far what takes its time is, with a way to stop it.
    pub(super) fn errand_progress(&mut self, ctx: &egui::Context, screen: Rect) {
        let now = ctx.input(|input| input.time);
        let Some(errand) = self.errands.under_way.iter().find(|errand| errand.watching.is_some()) else {
            return;
        };
        let Some(watching) = errand.watching.as_ref().filter(|watching| !watching.is_stopped()) else {
            return;
        };
        if now - errand.since < PATIENCE {
            return;
        }
        let key = match errand.purpose {
            Purpose::Publish => "publish-folder-making",
            Purpose::Print => "publish-print-making",
            _ => "publish-file-making",
        };
        let (words, cancel) = (self.words.get(key), self.words.get("dialog-cancel"));
        let rtl = self.words.language().is_right_to_left();
        let progress = Progress { words: &words, done: watching.part(), cancel: &cancel, rtl };
        let wide = 420.0_f32.min(screen.width() - 32.0);
        let at = pos2(screen.center().x - wide / 2.0, screen.bottom() - 44.0 - PROGRESS).round();
        let rect = Rect::from_min_size(at, vec2(wide, PROGRESS));
        let area = Area::new(Id::unique("errand")).order(Order::Foreground).fixed_pos(rect.min);
        let pen = &mut self.pen;
        let stopped = area
            .constrain(false)
            .fade_in(false)
            .show(ctx, |ui| progress.show(ui, pen, rect, Id::unique("errand-progress")));
        if stopped.inner {
            watching.stop();
        }
        ctx.request_repaint_after(Duration::from_millis(100));
    }

    /// Takes in which errands ended since the last frame.
    pub(super) fn errands_ended(&mut self) {
        let mut ended = Vec::new();
        self.errands.under_way.retain_mut(|errand| {
            let outcome = match errand.outcome.try_recv() {
                Ok(outcome) => outcome,
                Err(TryRecvError::Empty) => return true,
                Err(TryRecvError::Disconnected) => {
                    Err(SaveError::Io(std::io::ErrorKind::Other.into()).message())
                }
            };
            ended.push((errand.of, errand.purpose, errand.path.clone(), outcome, errand.sent.take()));
            false
        });
        for (of, purpose, path, outcome, sent) in ended {
            self.seen(of, purpose);
            match outcome {
                Ok(done) if purpose == Purpose::CopyTo => {
                    self.errands.ended.push(Ended { of, purpose, path: done.place, how: How::Copied });
                }
                Ok(done) if done.place.as_os_str().is_empty() => self.say("publish-stopped"),
                Ok(done) => {
                    if let Some((record, sent)) = sent {
                        let place = match purpose {
                            Purpose::Print => String::new(),
                            _ => done.place.to_string_lossy().into_owned(),
                        };
                        self.kept.note_sent(record, Sent { place, ..sent });
                    }
                    let name = done.place.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    let told = match (purpose, done.handed) {
                        (Purpose::Publish, _) => {
                            let how = How::Published(done.remarks);
                            self.errands.ended.push(Ended { of, purpose, path: done.place, how });
                            continue;
                        }
                        (_, Some(Handed::Printer)) => self.words.get("publish-printed"),
                        (_, Some(Handed::Viewer)) => self.words.get("publish-viewed"),
                        (_, None) => self.words.with("toast-exported", &[("name", name.into())]),
                    };
                    self.toast = Some((told, 0.0));
                }
                Err(said) => {
                    self.errands.ended.push(Ended {
                        of,
                        purpose,
                        path,
                        how: How::Failed { said, unsure: false },
                    });
                }
            }
        }
    }

    /// Tells of a save that failed until it is answered.
    pub(super) fn failed(&mut self, of: u32, purpose: Purpose, path: PathBuf, error: &SaveError) {
        self.seen(of, purpose);
        let unsure = matches!(error, SaveError::Unsure { .. });
        self.errands.ended.push(Ended {
            of,
            purpose,
            path,
            how: How::Failed { said: error.message(), unsure },
        });
    }

    /// Tells once that no backup could be kept.
    pub(super) fn no_backup(&mut self, of: u32, path: PathBuf) {
        if !std::mem::replace(&mut self.errands.told_no_backup, true) {
            self.errands.ended.push(Ended { of, purpose: Purpose::SaveAs, path, how: How::NoBackup });
        }
    }

    /// This is not told of any more.
    pub(super) fn seen(&mut self, of: u32, purpose: Purpose) {
        self.errands.ended.retain(|ended| (ended.of, ended.purpose) != (of, purpose));
    }

    /// Tries again to write what could not be written.
    pub(super) fn again(&mut self, ctx: &egui::Context, of: u32, purpose: Purpose, path: &Path) {
        if !self.show_key(of) {
            return;
        }
        match purpose {
            Purpose::Open
            | Purpose::Import
            | Purpose::Compare
            | Purpose::People
            | Purpose::Body
            | Purpose::Logo
            | Purpose::Template
            | Purpose::ShareTemplate
            | Purpose::ShareBody => {}
            Purpose::SaveAs => {
                let own = is_own(self.record(), path);
                self.save(ctx, path, !own);
            }
            Purpose::ExportText => self.export(ctx, path),
            Purpose::CopyTo => self.copy_to(ctx, path),
            Purpose::Publish => self.publish_into(ctx, path),
            Purpose::Print => self.print(ctx),
        }
    }

    /// Asks for another place for what could not be written.
    pub(super) fn elsewhere(&mut self, ctx: &egui::Context, of: u32, purpose: Purpose) {
        // What cannot be printed is saved.
        let purpose = if purpose == Purpose::Print { Purpose::ExportText } else { purpose };
        if self.show_key(of) {
            self.ask(ctx, purpose);
        }
    }

    /// Shows the tab with this key; whether it is still there.
    fn show_key(&mut self, of: u32) -> bool {
        let Some(at) = self.tabs.iter().position(|tab| tab.key == of) else { return false };
        if self.at != Some(at) {
            self.show(at);
        }
        true
    }

    /// What there is to say of all this above the page.
    pub(super) fn errand_bars(&self) -> Vec<Bar> {
        let open = |of: u32| self.tabs.iter().find(|tab| tab.key == of);
        let ended = self.errands.ended.iter().filter_map(|ended| {
            let tab = open(ended.of)?;
            Some(self.bar_of(ended, &self.name_of(tab)))
        });
        let copying = self.errands.under_way.iter().filter(|errand| errand.purpose == Purpose::CopyTo);
        let copying = copying.map(|errand| {
            let place = errand.path.to_string_lossy().into_owned();
            let text = self.message("copy-under-way", &[("place", place)]);
            bar(Tone::Info, Icon::FloppyDiskBack, &text)
        });
        ended.chain(copying).collect()
    }

    fn bar_of(&self, ended: &Ended, name: &str) -> Bar {
        let words = self.words;
        let place = ended.path.to_string_lossy().into_owned();
        let close = Some(Action::Seen(ended.of, ended.purpose));
        match &ended.how {
            How::Copied => {
                let text = self.message("copy-done", &[("name", name.to_owned()), ("place", place)]);
                let folder = Action::ShowFolder(ended.path.clone());
                let offers = vec![(words.get("home-folder"), Weight::Plain, folder)];
                Bar { offers, close, ..bar(Tone::Info, Icon::CheckCircle, &text) }
            }
            How::Published(remarks) => {
                let text = self.message("publish-folder-done", &[("place", place)]);
                let folder = Action::ShowFolder(ended.path.clone());
                let offers = vec![(words.get("home-folder"), Weight::Plain, folder)];
                match remarks.clone() {
                    None => Bar { offers, close, ..bar(Tone::Info, Icon::CheckCircle, &text) },
                    Some(detail) => Bar { detail, offers, close, ..bar(Tone::Warn, Icon::Warning, &text) },
                }
            }
            How::NoBackup => {
                let text = self.told("warning-no-backup", &[], &ended.path);
                Bar { close, ..bar(Tone::Warn, Icon::Warning, &text) }
            }
            How::Failed { said: (key, values), unsure } => {
                let text = self.told(key, values, &ended.path);
                let (elsewhere, again) = match ended.purpose {
                    Purpose::CopyTo => ("copy-elsewhere", "save-again"),
                    Purpose::ExportText | Purpose::Publish => ("export-elsewhere", "save-again"),
                    Purpose::Print => ("publish-save", "publish-print-again"),
                    Purpose::Open
                    | Purpose::Import
                    | Purpose::Compare
                    | Purpose::People
                    | Purpose::Body
                    | Purpose::Logo
                    | Purpose::Template
                    | Purpose::ShareTemplate
                    | Purpose::ShareBody
                    | Purpose::SaveAs => ("save-elsewhere", "save-again"),
                };
                let again = (
                    words.get(again),
                    Weight::Plain,
                    Action::Again(ended.of, ended.purpose, ended.path.clone()),
                );
                let elsewhere =
                    (words.get(elsewhere), Weight::Plain, Action::Elsewhere(ended.of, ended.purpose));
                let offers = if *unsure { vec![again, elsewhere] } else { vec![elsewhere, again] };
                Bar { offers, close, ..bar(Tone::Error, Icon::WarningCircle, &text) }
            }
        }
    }

    /// Shows the earlier states of the record.
    pub(super) fn show_earlier(&mut self, ctx: &egui::Context) {
        let Some(open) = self.record() else { return };
        let id = open.editor().document().id();
        let states = self.kept.folders.as_ref().map(|folders| store::earlier_states(folders, id));
        let (document, output) = (open.editor().document().clone(), open.output);
        let wake = ctx.clone();
        let screen = crate::ui::earlier::Screen::new(
            states.unwrap_or_default(),
            document,
            output,
            self.name(),
            move || wake.request_repaint(),
        );
        self.instead = vec![Instead::Earlier(screen)];
    }

    /// The record of an earlier state, and what that is called; what is wrong with it is said.
    fn earlier_record(&mut self, state: &store::Earlier) -> Option<(crate::document::Document, String)> {
        let name = self.words.with(
            "earlier-name",
            &[("name", self.name().into()), ("at", crate::ui::earlier::when(state.at, self.words).into())],
        );
        match store::open(&state.path) {
            Ok(opened) => Some((opened.document, name)),
            Err(error) => {
                let (key, values) = error.message();
                self.notice = Some(self.told(key, &values, &state.path));
                None
            }
        }
    }

    /// Opens an earlier state beside the record: unsaved and without a file, so that nothing is written over.
    pub(super) fn open_earlier(&mut self, state: &store::Earlier) {
        let beside = self.record().and_then(Open::path).map(Path::to_path_buf);
        if let Some((document, name)) = self.earlier_record(state) {
            // No stick takes a colon in a name.
            let name = name.replace([':', '/'], ".");
            self.put(Open::beside(document));
            if let Some(tab) = self.tab_mut() {
                tab.beside =
                    Some(beside.map_or_else(|| PathBuf::from(&name), |path| path.with_file_name(&name)));
                tab.folds = crate::ui::folds::Folds::default();
                tab.begins = None;
                tab.page.wants_focus = true;
            }
            self.say("toast-earlier");
        }
    }

    /// Shows what differs between an earlier state and the record as it stands.
    pub(super) fn compare_earlier(&mut self, ctx: &egui::Context, state: &store::Earlier) {
        let Some((old, old_name)) = self.earlier_record(state) else { return };
        let Some(open) = self.record() else { return };
        let compared = crate::ui::compare::Compared {
            old,
            new: open.editor().document().clone(),
            old_name,
            new_name: self.words.with("earlier-now", &[("name", self.name().into())]),
        };
        self.perform(ctx, Action::Compare(Box::new(compared)));
    }
}

/// A bar whose first sentence stands out: a sentence ends where no name is being quoted.
fn bar(tone: Tone, icon: Icon, text: &str) -> Bar {
    let mut depth = 0;
    let mut before = ' ';
    let cut = text.char_indices().find(|(_, c)| {
        match c {
            '«' | '“' => depth += 1,
            '»' | '”' => depth -= 1,
            _ => {}
        }
        std::mem::replace(&mut before, *c) == '.' && *c == ' ' && depth == 0
    });
    let (first, rest) = cut.and_then(|(at, _)| text.split_at_checked(at)).unwrap_or((text, ""));
    Bar {
        tone,
        icon,
        text: first.to_owned(),
        detail: rest.trim_start().to_owned(),
        offers: Vec::new(),
        close: None,
    }
}
