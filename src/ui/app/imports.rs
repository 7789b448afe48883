//! Texts of other programs, given as a file or pasted: read on a thread of their own, then told of in a bar.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use eframe::egui::{self, Event, Ui};

use super::keeper::Said;
use super::{App, now};
use crate::check;
use crate::document::{Document, Kind, StepError};
use crate::edit::{Command, Moment};
use crate::import::{self, Format, Fresh, Told};
use crate::store::{self, OpenError};
use crate::ui::action::{Action, Imported};
use crate::ui::bars::{Bar, Tone};
use crate::ui::folds::Folds;
use crate::ui::pen::Icon;
use crate::ui::widgets::Weight;
use crate::workspace::Open;

/// A pasted text of at least so many paragraphs and letters is a whole one.
const WHOLE: (usize, usize) = (3, 200);
/// In a record that has words already, it is only said that it may be one from here on.
const OFFERED: (usize, usize) = (10, 1500);
/// The same where the text is still as its template made it: somebody filled in the header, and no more.
const AS_MADE: (usize, usize) = (3, 100);
/// With no record open there is nothing else a text could be meant for.
const AT_HOME: (usize, usize) = (1, 40);

/// After so many milliseconds it is told that a text is being read: most are there before.
const SLOW: u64 = 400;

/// What reads the clipboard as HTML. It may take as long as it likes.
type Clip = Arc<dyn Fn() -> Option<String> + Send + Sync>;

/// The texts that are being read.
#[derive(Default)]
pub(super) struct Imports {
    under_way: Vec<Reading>,
    clip: Option<Clip>,
}

struct Reading {
    whence: Whence,
    /// When it began, in seconds.
    since: f64,
    came: Receiver<Result<Read, Said>>,
}

/// Where a text comes from.
#[derive(Clone)]
enum Whence {
    File(PathBuf),
    /// Pasted into the record of the tab with this key, which was in this state.
    Pasted {
        tab: u32,
        state: u64,
        words: String,
    },
    /// Pasted before, and now to be a record of its own.
    Again(String),
}

/// A text that was read.
struct Read {
    document: Document,
    notes: Vec<Told>,
    findings: usize,
}

/// What is told of a record that was a text a moment ago.
pub(super) struct Brought {
    text: String,
    detail: String,
    /// The state of the record right after.
    state: u64,
    /// The words as they were pasted, where it was a paste into this record.
    pasted: Option<String>,
    icon: Icon,
    /// What takes it back: a message.
    undo: &'static str,
}

impl Brought {
    /// What is told of the next meeting made from another record.
    pub(super) fn ahead(text: String, detail: String, state: u64) -> Self {
        Self { text, detail, state, pasted: None, icon: Icon::CalendarPlus, undo: "next-let-go" }
    }

    fn read(text: String, detail: String, state: u64, pasted: Option<String>) -> Self {
        Self { text, detail, state, pasted, icon: Icon::DownloadSimple, undo: "import-let-go" }
    }
}

/// A whole text that was pasted into a record with words in it.
pub(super) struct Whole {
    words: String,
    state: u64,
}

impl App {
    /// The clipboard is read as HTML so from now on, on a thread of its own.
    pub fn read_clipboard(&mut self, clip: impl Fn() -> Option<String> + Send + Sync + 'static) {
        self.imports.clip = Some(Arc::new(clip));
    }

    /// Opens a file: a record as it is, a text of another program as a record made of it.
    pub(super) fn open_any(&mut self, ctx: &egui::Context, path: &Path) {
        let ends = |ending: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
        if ends(store::TEMPLATE_EXTENSION) {
            self.read_template(path);
        } else if ends(store::BODY_EXTENSION) {
            self.read_body(path);
        } else if is_foreign(path) {
            self.import(ctx, path);
        } else {
            self.read(path);
        }
    }

    /// Reads a text of another program into a record of its own.
    pub(super) fn import(&mut self, ctx: &egui::Context, path: &Path) {
        let known = |reading: &Reading| matches!(&reading.whence, Whence::File(other) if other == path);
        if !self.imports.under_way.iter().any(known) {
            self.notice = None;
            self.begin_reading(ctx, Whence::File(path.to_path_buf()));
        }
    }

    fn begin_reading(&mut self, ctx: &egui::Context, whence: Whence) {
        let (send, came) = channel();
        let wake = ctx.clone();
        let clip = self.imports.clip.clone();
        let (author, what) = (self.author(), whence.clone());
        let thread = std::thread::Builder::new().name("import".into()).spawn(move || {
            // Nobody listens any more once the window is gone.
            let _ = send.send(read(&what, clip.as_deref(), author));
            wake.request_repaint();
        });
        let since = ctx.input(|input| input.time);
        ctx.request_repaint_after(Duration::from_millis(SLOW + 50));
        match thread {
            Ok(_) => self.imports.under_way.push(Reading { whence, since, came }),
            Err(error) => {
                let detail = error.to_string();
                self.notice = Some(self.words.with("error-other", &[("detail", detail.into())]));
            }
        }
    }

    /// Takes in the texts that were read since the last frame.
    pub(super) fn imports_ended(&mut self, moment: &Moment) {
        let mut ended = Vec::new();
        self.imports.under_way.retain(|reading| {
            let came = match reading.came.try_recv() {
                Ok(came) => came,
                Err(TryRecvError::Empty) => return true,
                Err(TryRecvError::Disconnected) => Err(("error-other", vec![("detail", String::new())])),
            };
            ended.push((reading.whence.clone(), came));
            false
        });
        for (whence, came) in ended {
            match (whence, came) {
                (whence, Ok(read)) => self.brought(whence, read, moment),
                (Whence::File(path), Err((key, values))) => {
                    self.notice = Some(self.told(key, &values, &path));
                }
                // It is pasted as it is: nothing of it is lost.
                (Whence::Pasted { tab, words, .. }, Err(_)) => self.paste_plain(tab, words, moment),
                (Whence::Again(_), Err((key, values))) => {
                    let name = self.words.get("import-clipboard");
                    self.notice = Some(self.told(key, &values, Path::new(&name)));
                }
            }
        }
    }

    fn brought(&mut self, whence: Whence, read: Read, moment: &Moment) {
        let mut detail = self.found(&read);
        let told = self.noted(&read.notes);
        if !told.is_empty() {
            detail = format!("{detail} {}", self.words.with("import-told", &[("what", told.into())]));
        }
        match whence {
            Whence::Pasted { tab: key, state, words } => {
                let tab = self.tabs.iter_mut().find(|tab| tab.key == key);
                let same = tab.filter(|tab| tab.open.editor().state() == state);
                let Some(tab) = same else {
                    // Something was typed meanwhile: the text becomes a record of its own.
                    self.new_tab(read.document, None, detail);
                    return;
                };
                let adopt = Command::Adopt(Box::new(read.document));
                if tab.open.run(adopt, moment).is_err() {
                    self.paste_plain(key, words, moment);
                    return;
                }
                tab.open.output =
                    tab.open.editor().document().outputs().first().map_or(tab.open.output, |o| o.kind);
                tab.begins = None;
                tab.made = None;
                tab.folds = Folds::default();
                tab.page.to_top();
                tab.page.wants_focus = true;
                let text = self.words.get("import-pasted");
                let state = tab.open.editor().state();
                tab.brought = Some(Brought::read(text, detail, state, Some(words)));
            }
            Whence::File(path) => self.new_tab(read.document, Some(&path), detail),
            Whence::Again(_) => self.new_tab(read.document, None, detail),
        }
    }

    /// A record of its own, unsaved; it is offered to be saved beside the file it came from.
    fn new_tab(&mut self, document: Document, path: Option<&Path>, detail: String) {
        let mut open = Open::beside(document);
        self.furnish(&mut open);
        self.put(Open::beside(open.editor().document().clone()));
        let text = match path {
            Some(path) => self.told("import-done", &[], path),
            None => self.words.get("import-pasted"),
        };
        if let Some(tab) = self.tab_mut() {
            tab.beside = path.map(|path| path.with_extension(""));
            tab.folds = Folds::default();
            tab.begins = None;
            tab.made = None;
            tab.page.wants_focus = true;
            let state = tab.open.editor().state();
            tab.brought = Some(Brought::read(text, detail, state, None));
        }
    }

    /// Pastes a text as it is where it was to become a record.
    fn paste_plain(&mut self, key: u32, words: String, moment: &Moment) {
        let Some(tab) = self.tabs.iter_mut().find(|tab| tab.key == key) else { return };
        if let Ok(done) = tab.open.run(Command::PasteText(words), moment) {
            tab.page.wants_focus = true;
            self.cleaned(&done.removed);
        }
    }

    /// What of a text became what.
    fn found(&self, read: &Read) -> String {
        let blocks = read.document.blocks();
        let items = blocks.iter().filter(|block| matches!(block.kind, Kind::Recommendation(_))).count();
        let all = [
            ("import-has-paragraphs", blocks.len() - items),
            ("import-has-recommendations", items),
            ("import-has-people", read.document.people().len()),
            ("import-has-findings", read.findings),
        ];
        let all: Vec<_> = all.into_iter().filter(|(_, count)| *count > 0).collect();
        self.words.with("import-found", &[("what", self.words.counted(&all).into())])
    }

    /// What reading changed, took or left out.
    fn noted(&self, notes: &[Told]) -> String {
        let one = |told: &Told| match told {
            Told::Encoding(name) => self.words.with("import-encoding", &[("name", (*name).into())]),
            told => self.words.counted(&told.said()),
        };
        notes
            .iter()
            .map(one)
            .filter(|told| !told.is_empty())
            .collect::<Vec<_>>()
            .join(&self.words.get("list-comma"))
    }

    /// Takes a whole text that is pasted into a record nobody has written in yet, to be read as a record. Whatever has
    /// the keyboard there, a field of the header at first, it is not meant for that.
    pub(super) fn take_paste(&mut self, ui: &Ui) {
        let Some(tab) = self.tab_mut() else {
            self.paste_home(ui);
            return;
        };
        if let Some((words, before)) = tab.pasted.take() {
            let state = tab.open.editor().state();
            // What was pasted there is in the record now, if anything took it.
            tab.whole = (state != before).then_some(Whole { words, state }).or(tab.whole.take());
        }
        if tab.preview {
            return;
        }
        let (key, state) = (tab.key, tab.open.editor().state());
        if !is_untouched(&tab.open) {
            let is_offered = |event: &Event| match event {
                Event::Paste(words) if is_whole(words, AS_MADE) && !tab.page.has_copied(words) => {
                    Some(words.clone())
                }
                _ => None,
            };
            let pasted = ui.input(|input| input.events.iter().find_map(is_offered));
            if let Some(words) = pasted.filter(|_| tab.is_as_made()) {
                tab.pasted = Some((words, state));
                ui.ctx().request_repaint();
            }
            return;
        }
        let taken = ui.input_mut(|input| {
            let wanted = |event: &Event| {
                matches!(event, Event::Paste(words) if is_whole(words, WHOLE) && !tab.page.has_copied(words))
            };
            let at = input.events.iter().position(wanted)?;
            match input.events.remove(at) {
                Event::Paste(words) => Some(words),
                _ => None,
            }
        });
        if let Some(words) = taken {
            self.begin_reading(ui.ctx(), Whence::Pasted { tab: key, state, words });
        }
    }

    /// With no record open, a text that is pasted becomes one, as a file dropped there does.
    fn paste_home(&mut self, ui: &Ui) {
        let wanted = |event: &Event| matches!(event, Event::Paste(words) if is_whole(words, AT_HOME));
        let taken = ui.input_mut(|input| {
            let at = input.events.iter().position(wanted)?;
            Some(input.events.remove(at))
        });
        if let Some(Event::Paste(words)) = taken {
            self.notice = None;
            self.begin_reading(ui.ctx(), Whence::Again(words));
        }
    }

    /// Offers to read as a record what was pasted just now, if it is a whole text.
    pub(super) fn offer_whole(&mut self, words: String) {
        if let Some(tab) = self.tab_mut().filter(|_| is_whole(&words, OFFERED)) {
            let state = tab.open.editor().state();
            tab.whole = Some(Whole { words, state });
        }
    }

    /// What there is to say of all this above the page.
    pub(super) fn import_bars(&self) -> Vec<Bar> {
        let words = self.words;
        let bar = |text: String, detail: String| Bar {
            tone: Tone::Info,
            icon: Icon::DownloadSimple,
            text,
            detail,
            offers: Vec::new(),
            close: None,
        };
        let mut all = Vec::new();
        let now = self.wake.input(|input| input.time);
        let is_slow = |reading: &&Reading| now - reading.since > Duration::from_millis(SLOW).as_secs_f64();
        for reading in self.imports.under_way.iter().filter(is_slow) {
            let text = match &reading.whence {
                Whence::File(path) => self.told("import-reading", &[], path),
                Whence::Pasted { .. } | Whence::Again(_) => {
                    words.with("import-reading", &[("path", words.get("import-clipboard").into())])
                }
            };
            all.push(bar(text, String::new()));
        }
        let Some(tab) = self.tab() else { return all };
        let state = tab.open.editor().state();
        if let Some(brought) = &tab.brought {
            let mut offers = Vec::new();
            if brought.state == state {
                let undo = words.get(brought.undo);
                offers.push((undo, Weight::Plain, Action::Imported(Imported::Undo)));
                if brought.pasted.is_some() {
                    offers.push((
                        words.get("import-plain"),
                        Weight::Plain,
                        Action::Imported(Imported::Plain),
                    ));
                }
            }
            let close = Some(Action::Imported(Imported::Seen));
            let bar = bar(brought.text.clone(), brought.detail.clone());
            all.push(Bar { offers, close, icon: brought.icon, ..bar });
        }
        if tab.whole.as_ref().is_some_and(|whole| whole.state == state) {
            let offers =
                vec![(words.get("import-as-record"), Weight::Plain, Action::Imported(Imported::AsRecord))];
            let close = Some(Action::Imported(Imported::Seen));
            let detail = words.get("import-whole-detail");
            all.push(Bar { offers, close, ..bar(words.get("import-whole"), detail) });
        }
        all
    }

    /// Does what a bar about an imported text offers.
    pub(super) fn imported(&mut self, ctx: &egui::Context, asked: Imported, moment: &Moment) {
        let Some(tab) = self.tab_mut() else { return };
        match asked {
            Imported::Seen => {
                tab.brought = None;
                tab.whole = None;
                self.wants_page();
            }
            Imported::Undo | Imported::Plain => {
                let Some(brought) = tab.brought.take() else { return };
                if brought.state != tab.open.editor().state() {
                    return;
                }
                let Some(words) = brought.pasted else {
                    // It is nowhere but here, and its file is as it was.
                    tab.open.settle();
                    self.perform(ctx, Action::CloseTab);
                    return;
                };
                tab.open.undo();
                tab.page.wants_focus = true;
                if asked == Imported::Plain {
                    let key = tab.key;
                    self.paste_plain(key, words, moment);
                }
            }
            Imported::AsRecord => {
                let Some(whole) = tab.whole.take() else { return };
                if whole.state == tab.open.editor().state() {
                    tab.open.undo();
                }
                self.begin_reading(ctx, Whence::Again(whole.words));
            }
        }
    }
}

/// Reads a text, on the thread of its own.
fn read(
    whence: &Whence,
    clip: Option<&(dyn Fn() -> Option<String> + Send + Sync)>,
    author: String,
) -> Result<Read, Said> {
    let said = |error: import::ReadError| (error.key(), Vec::new());
    let (read, name) = match whence {
        Whence::File(path) => {
            let limit = u64::try_from(import::source::LIMIT).unwrap_or(u64::MAX);
            let bytes = store::read_up_to(path, limit).map_err(|error| match error {
                OpenError::TooLarge { .. } => said(import::ReadError::TooBig),
                error => error.message(),
            })?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (import::read(&bytes, Format::of_name(path)).map_err(said)?, name)
        }
        Whence::Pasted { words, .. } | Whence::Again(words) => {
            let plain = import::read(words.as_bytes(), Some(Format::Text)).map_err(said)?;
            let html = clip.and_then(|clip| clip());
            let html = html.and_then(|html| import::read(html.as_bytes(), Some(Format::Html)).ok());
            // What was copied as HTML knows more of its lists, as long as it is the same text.
            (html.filter(|html| html.says_what(&plain)).unwrap_or(plain), String::new())
        }
    };
    let fresh = Fresh { id: store::random_record_id(), session: store::random_session(), at: now(), author };
    let document = import::record(&read, &name, &fresh).map_err(|error| match error {
        StepError::Beyond(limit) => OpenError::Beyond(limit).message(),
        error => ("error-other", vec![("detail", error.to_string())]),
    })?;
    let findings = check::findings(&document).len();
    Ok(Read { document, notes: read.notes, findings })
}

/// Whether a file is no record but may hold a text, by its name.
fn is_foreign(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    Format::of_name(path).is_some()
        || matches!(ending.as_str(), "doc" | "rtf" | "odt" | "pdf" | "mht" | "mhtml")
}

/// Whether a text is more than a passage: so many paragraphs and letters.
fn is_whole(words: &str, (paragraphs, letters): (usize, usize)) -> bool {
    let lines = words.split(['\n', '\r', '\u{2029}']).filter(|line| !line.trim().is_empty());
    lines.take(paragraphs).count() == paragraphs
        && words.chars().filter(|letter| letter.is_alphanumeric()).take(letters).count() == letters
}

/// Whether nobody has written in a record yet: it has no file, and is as its template made it.
fn is_untouched(open: &Open) -> bool {
    let blank = || open.editor().document().blocks().iter().all(|block| block.text.is_empty());
    open.path().is_none()
        && (!open.editor().is_changed() || blank() && open.editor().document().people().is_empty())
}
