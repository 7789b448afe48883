//! The window's program: what is open, what is asked of it, and each frame from events to picture.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{SystemTime, UNIX_EPOCH};

use eframe::egui::{self, EventFilter, Id, Key, Rect, Ui, ViewportCommand, pos2};

use super::action::Action;
use super::chrome::{self, BAR, Menu, Pressed, STATUS, Status, Tone};
use super::dialog::{self, Dialog};
use super::field::Line;
use super::files::{self, Asking, Purpose};
use super::header::{self, Asked, Choice};
use super::home;
use super::page::{self, Page, Told};
use super::pen::{self, Pen};
use super::theme::{Mode, Theme};
use super::widgets::{Item, Popup, menu};
use crate::check;
use crate::document::Stamp;
use crate::edit::{EditError, Moment};
use crate::export;
use crate::store::{self, SaveError};
use crate::template::{self, View};
use crate::words::{Language, Value, Words};
use crate::workspace::{EXTENSION, Open, SaveEnd};

/// Seconds a toast stays.
const TOAST: f64 = 3.5;
/// Seconds after the last change before words and findings are counted anew.
const COUNT_AFTER: f64 = 0.4;

/// The window's program.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the window, and none follows from another"
)]
pub struct App {
    words: Words,
    mode: Mode,
    pen: Pen,
    open: Option<Open>,
    page: Page,
    header_open: bool,
    focus: Option<(Id, Line)>,
    popup: Option<Shown>,
    dialog: Option<(Dialog, bool)>,
    waiting: Option<Action>,
    asking: Option<Asking>,
    portal: bool,
    before_dialog: Option<Id>,
    returns_to: Option<Id>,
    sent: Option<egui::Event>,
    notice: Option<String>,
    toast: Option<(String, f64)>,
    counted: Counted,
    saved_at: Option<String>,
    save_failed: bool,
    title: String,
    templates: Vec<(String, String)>,
    closing: bool,
    begins_in_header: bool,
}

/// A list that is open: a menu or the choices of a field.
struct Shown {
    what: List,
    under: Rect,
    at: Option<usize>,
    fresh: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Menu(Menu),
    Choice(Choice),
}

/// Words and findings, counted on a thread of their own: the largest records take longer than a frame.
#[derive(Default)]
struct Counted {
    of: Option<Version>,
    words: usize,
    findings: usize,
    under_way: Option<(Version, Receiver<(usize, usize)>)>,
    changed: Option<(Version, f64)>,
}

/// What was counted: a state of the record, and the output it was shown as.
type Version = (u64, crate::document::OutputKind);

impl App {
    /// A program with nothing open.
    #[must_use]
    pub fn new(ctx: &egui::Context) -> Self {
        ctx.set_fonts(pen::fonts());
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let words = Words::new(Language::Arabic);
        let mut app = Self {
            words,
            mode: Mode::Light,
            pen: Pen::new(Theme::LIGHT),
            open: None,
            page: Page::default(),
            header_open: false,
            focus: None,
            popup: None,
            dialog: None,
            waiting: None,
            asking: None,
            portal: files::has_portal(),
            before_dialog: None,
            returns_to: None,
            sent: None,
            notice: None,
            toast: None,
            counted: Counted::default(),
            saved_at: None,
            save_failed: false,
            title: String::new(),
            templates: Vec::new(),
            closing: false,
            begins_in_header: false,
        };
        app.name_templates();
        app
    }

    /// Opens the files given on the command line.
    pub fn begin(&mut self, files: Vec<PathBuf>, demo: bool) {
        if demo {
            self.start("regional-communique");
        }
        // One record at a time until there are tabs: the first that can be read.
        for path in files {
            if self.open.is_none() {
                self.read(&path);
            }
        }
    }

    /// The theme from now on.
    pub fn set_mode(&mut self, mode: Mode) {
        self.mode = mode;
    }

    /// Paths are asked for in the window itself from now on, also where the desktop has dialogs.
    pub fn ask_in_window(&mut self) {
        self.portal = false;
    }

    /// The record that is open.
    #[must_use]
    pub fn record(&self) -> Option<&Open> {
        self.open.as_ref()
    }

    fn name_templates(&mut self) {
        let name = |info: &template::TemplateInfo| {
            let key = format!("template-{}", info.id);
            if self.words.has(&key) { self.words.get(&key) } else { info.name.clone() }
        };
        self.templates = template::list().iter().map(|info| (info.id.clone(), name(info))).collect();
    }

    fn name(&self) -> String {
        let named = self.open.as_ref().and_then(Open::name);
        named.unwrap_or_else(|| self.words.get("document-untitled"))
    }

    fn start(&mut self, template: &str) {
        match Open::from_template(template) {
            Some(open) => self.put(open),
            None => {
                let values = [("name", template.into()), ("detail", "".into())];
                self.notice = Some(self.words.with("error-not-a-template", &values));
            }
        }
    }

    fn put(&mut self, open: Open) {
        // A new record begins with its header: nothing of the lead is known before.
        self.header_open = open.path().is_none();
        self.open = Some(open);
        self.page = if self.header_open { Page::default() } else { Page::waiting() };
        self.begins_in_header = self.header_open;
        self.focus = None;
        self.counted = Counted::default();
        self.saved_at = None;
        self.save_failed = false;
        self.notice = None;
    }

    fn read(&mut self, path: &Path) {
        match Open::from_file(path) {
            Ok(open) => self.put(open),
            Err(error) => {
                let (key, values) = error.message();
                self.notice = Some(self.told(key, &values, path));
            }
        }
    }

    fn told(&self, key: &str, values: &[(&'static str, String)], path: &Path) -> String {
        let shown = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let mut all: Vec<(&str, Value<'_>)> = vec![("path", shown.into())];
        all.extend(values.iter().map(|(name, value)| (*name, Value::from(value))));
        self.words.with(key, &all)
    }

    fn unsaved(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.editor.is_changed())
    }

    /// Does the action at once, or after the question about unsaved changes.
    fn guarded(&mut self, action: Action) {
        if self.unsaved() {
            self.waiting = Some(action);
            self.dialog = Some((Dialog::Unsaved(self.name()), true));
        } else {
            self.waiting = Some(action);
            self.proceed_later();
        }
    }

    fn proceed_later(&mut self) {
        self.dialog = None;
    }

    fn perform(&mut self, ctx: &egui::Context, action: Action) {
        let moment = moment(ctx);
        match action {
            Action::New(_)
            | Action::Home
            | Action::Quit
            | Action::Ask(Purpose::Open)
            | Action::Given(Purpose::Open, _)
                if self.unsaved() =>
            {
                self.guarded(action);
            }
            Action::New(id) => self.start(&id),
            Action::Home => self.open = None,
            Action::Quit => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Action::Ask(purpose) => self.ask(ctx, purpose),
            Action::Given(purpose, path) => self.given(ctx, purpose, path),
            Action::Save => match self.open.as_ref().and_then(Open::path).map(Path::to_path_buf) {
                Some(path) => self.save(ctx, &path, false),
                None => self.ask(ctx, Purpose::SaveAs),
            },
            Action::SaveAnyway(path) => {
                self.dialog = None;
                self.save(ctx, &path, true);
            }
            Action::Run(command) => self.run(command, &moment),
            Action::Choose(choice, value) => {
                self.run(crate::edit::Command::SetField { path: choice.path(), value }, &moment);
            }
            Action::Undo | Action::Redo => {
                if let Some(open) = &mut self.open {
                    if matches!(action, Action::Undo) {
                        open.editor.undo()
                    } else {
                        open.editor.redo()
                    };
                    self.focus = None;
                    self.page.follow(ctx.input(|input| input.time));
                }
            }
            Action::Copy | Action::Cut | Action::Paste => {
                ctx.memory_mut(|memory| memory.request_focus(super::page::page_id()));
                match action {
                    Action::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
                    Action::Cut => self.sent = Some(egui::Event::Cut),
                    _ => self.sent = Some(egui::Event::Copy),
                }
            }
            Action::CopyText => self.copy_text(ctx),
            Action::Show(kind) => {
                if let Some(open) = &mut self.open {
                    open.output = kind;
                }
            }
            Action::ToggleHeader => self.header_open = !self.header_open,
            Action::Theme(mode) => self.mode = mode,
            Action::Speak(language) => {
                self.words = Words::new(language);
                self.name_templates();
            }
            Action::Zoom(by) => {
                let zoom = if by > 0.0 { (ctx.zoom_factor() * by).clamp(0.8, 2.0) } else { 1.0 };
                ctx.set_zoom_factor(zoom);
            }
            Action::About => self.dialog = Some((Dialog::About, true)),
            Action::Proceed => {
                self.dialog = None;
                if let Some(open) = &mut self.open {
                    let state = open.editor.state();
                    open.editor.mark_saved(state);
                }
                if let Some(waiting) = self.waiting.take() {
                    self.perform(ctx, waiting);
                }
            }
            Action::SaveThenProceed => {
                self.dialog = None;
                let waiting = self.waiting.take();
                self.perform(ctx, Action::Save);
                self.waiting = waiting;
            }
            Action::Dismiss => {
                self.dialog = None;
                self.waiting = None;
                self.closing = false;
                match self.before_dialog.take().filter(|id| *id != super::page::page_id()) {
                    Some(field) => self.returns_to = Some(field),
                    None => self.page.wants_focus = true,
                }
            }
        }
    }

    fn run(&mut self, command: crate::edit::Command, moment: &Moment) {
        let Some(open) = &mut self.open else { return };
        if let Err(error) = open.editor.run(command, moment) {
            self.refused(&error);
        }
    }

    fn refused(&mut self, error: &EditError) {
        // A field shows itself what it does not take; a step that does not fit is a fault of ours, said plainly.
        if let EditError::Step(error) = error {
            self.notice = Some(self.words.with("error-other", &[("detail", error.to_string().into())]));
        }
    }

    fn ask(&mut self, ctx: &egui::Context, purpose: Purpose) {
        let name = self.name();
        let suggested = match purpose {
            Purpose::Open => String::new(),
            Purpose::SaveAs => format!("{name}.{EXTENSION}"),
            Purpose::ExportText => format!("{name}.txt"),
        };
        self.dialog = None;
        if self.portal {
            let wake = ctx.clone();
            self.asking = files::ask(purpose, &suggested, self.words, move || wake.request_repaint());
            if self.asking.is_some() {
                return;
            }
        }
        let folder = self.open.as_ref().and_then(Open::path).and_then(Path::parent).map(Path::to_path_buf);
        let folder = folder.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let path = folder.join(suggested).to_string_lossy().into_owned();
        self.dialog = Some((Dialog::Path { purpose, path, wrong: String::new(), replace: false }, true));
    }

    fn given(&mut self, ctx: &egui::Context, purpose: Purpose, mut path: PathBuf) {
        if purpose == Purpose::SaveAs && path.extension().is_none() {
            path.set_extension(EXTENSION);
        }
        // In our own dialog what is wrong is said beside the path; the desktop's has asked already.
        if let Some((Dialog::Path { wrong, replace, .. }, _)) = &mut self.dialog {
            let folder = path.parent().filter(|dir| !dir.as_os_str().is_empty());
            let key = if path.is_dir() {
                Some("dialog-is-folder")
            } else if purpose == Purpose::Open {
                (!path.is_file()).then_some("dialog-no-file")
            } else if folder.is_some_and(|dir| !dir.is_dir()) {
                Some("dialog-no-folder")
            } else if store::exists(&path) && !*replace && !is_own(self.open.as_ref(), &path) {
                *replace = true;
                Some("dialog-exists")
            } else {
                None
            };
            if let Some(key) = key {
                *wrong = self.words.get(key);
                return;
            }
            self.dialog = None;
        }
        match purpose {
            Purpose::Open => self.read(&path),
            Purpose::SaveAs => {
                let own = is_own(self.open.as_ref(), &path);
                self.save(ctx, &path, !own);
            }
            Purpose::ExportText => self.export(&path),
        }
        self.page.wants_focus = true;
    }

    fn save(&mut self, ctx: &egui::Context, path: &Path, replace: bool) {
        let Some(open) = &mut self.open else { return };
        if open.is_saving() {
            return;
        }
        let wake = ctx.clone();
        if let Err(error) = open.save(path.to_path_buf(), replace, move || wake.request_repaint()) {
            let (key, values) = SaveError::Io(error).message();
            self.notice = Some(self.told(key, &values, path));
        }
    }

    fn export(&mut self, path: &Path) {
        let Some(open) = &self.open else { return };
        let view = View::of(open.output);
        let options = export::Options::default();
        match export::export(open.editor.document(), &view, options, export::Format::Txt) {
            Ok(exported) => match store::write_bytes(path, &exported.bytes, store::Overwrite::Replace) {
                Ok(_) => {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    self.toast = Some((self.words.with("toast-exported", &[("name", name.into())]), 0.0));
                }
                Err(error) => {
                    let (key, values) = error.message();
                    self.notice = Some(self.told(key, &values, path));
                }
            },
            Err(error) => {
                self.notice = Some(self.told("error-export", &[("detail", error.to_string())], path));
            }
        }
    }

    fn copy_text(&mut self, ctx: &egui::Context) {
        let Some(open) = &self.open else { return };
        let view = View::of(open.output);
        let options = export::Options::default();
        match export::export(open.editor.document(), &view, options, export::Format::Txt) {
            Ok(exported) => {
                ctx.copy_text(String::from_utf8_lossy(&exported.bytes).into_owned());
                self.toast = Some((self.words.get("toast-copied"), 0.0));
            }
            Err(error) => {
                let detail = error.to_string();
                self.notice = Some(self.words.with("error-other", &[("detail", detail.into())]));
            }
        }
    }

    /// Takes in what ended since the last frame: saves, dialogs of the desktop, files dropped on the window.
    fn arrivals(&mut self, ctx: &egui::Context) {
        let ended = self.open.as_mut().and_then(Open::poll_save);
        match ended {
            Some(SaveEnd::Saved(saved)) => {
                self.save_failed = false;
                self.saved_at = Some(clock());
                let name = saved.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let mut text = self.words.with("toast-saved", &[("name", (&name).into())]);
                if let Some(warning) = saved.warnings.first() {
                    let count = match warning {
                        store::SaveWarning::OtherNames(count) => i64::try_from(*count).unwrap_or(i64::MAX),
                        _ => 1,
                    };
                    text = self.words.with(warning.key(), &[("path", name.into()), ("count", count.into())]);
                }
                self.toast = Some((text, 0.0));
                self.notice = None;
                if !self.unsaved()
                    && let Some(waiting) = self.waiting.take()
                {
                    self.perform(ctx, waiting);
                }
            }
            Some(SaveEnd::Failed { path, error }) => {
                self.save_failed = true;
                self.waiting = None;
                self.closing = false;
                if matches!(error, SaveError::ChangedOnDisk) {
                    self.dialog = Some((Dialog::Changed(path, self.name()), true));
                } else {
                    let (key, values) = error.message();
                    self.notice = Some(self.told(key, &values, &path));
                }
            }
            None => {}
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
        let dropped =
            ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.perform(ctx, Action::Given(Purpose::Open, path));
        }
    }

    /// What a key means wherever the caret is, if it means anything.
    fn shortcut(&self, event: &egui::Event) -> Option<Action> {
        let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
        if !modifiers.command || modifiers.alt {
            return None;
        }
        let action = match (*key, modifiers.shift) {
            (Key::S, true) => Action::Ask(Purpose::SaveAs),
            (Key::Z, true) | (Key::Y, false) => Action::Redo,
            (Key::S, false) => Action::Save,
            (Key::N, false) => {
                Action::New(self.templates.first().map(|(id, _)| id.clone()).unwrap_or_default())
            }
            (Key::O, false) => Action::Ask(Purpose::Open),
            (Key::Z, false) => Action::Undo,
            (Key::Q, false) => Action::Quit,
            (Key::Plus | Key::Equals, _) => Action::Zoom(1.1),
            (Key::Minus, _) => Action::Zoom(1.0 / 1.1),
            (Key::Num0, false) => Action::Zoom(0.0),
            _ => return None,
        };
        let needs_record =
            matches!(action, Action::Save | Action::Undo | Action::Redo | Action::Ask(Purpose::SaveAs));
        (self.open.is_some() || !needs_record).then_some(action)
    }

    /// Takes this frame's keys in the order they came: what was typed before a shortcut is typed before it is done.
    fn keys(&mut self, ui: &Ui, moment: &Moment) {
        let ctx = ui.ctx();
        if self.dialog.is_none() {
            let mut before = Vec::new();
            for event in ctx.input_mut(|input| std::mem::take(&mut input.events)) {
                let Some(action) = self.shortcut(&event).filter(|_| self.dialog.is_none()) else {
                    before.push(event);
                    continue;
                };
                if self.popup.is_none() && page::has_keyboard(ui) {
                    ctx.input_mut(|input| input.events = std::mem::take(&mut before));
                    self.page_keys(ui, moment);
                }
                self.perform(ctx, action);
            }
            ctx.input_mut(|input| input.events = before);
        }
        if self.dialog.is_none() && self.popup.is_none() {
            self.page_keys(ui, moment);
        }
    }

    fn page_keys(&mut self, ui: &Ui, moment: &Moment) {
        let Some(open) = &mut self.open else { return };
        for told in self.page.keys(ui, &mut self.pen, open, moment) {
            match told {
                Told::Pasted(removed) => {
                    let count = removed.total();
                    self.toast = Some((self.words.with("toast-pasted", &[("count", count.into())]), 0.0));
                }
                Told::Refused(EditError::Step(error)) => {
                    let detail = error.to_string();
                    self.notice = Some(self.words.with("error-other", &[("detail", detail.into())]));
                }
                Told::Copied | Told::Refused(EditError::Field(_) | EditError::NoSeat(_)) => {}
            }
        }
    }

    fn window_title(&mut self, ctx: &egui::Context) {
        let title = if self.open.is_none() {
            self.words.get("app-name")
        } else {
            let key = if self.unsaved() { "window-title-unsaved" } else { "window-title" };
            self.words.with(key, &[("name", self.name().into())])
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }

    /// Has words and findings counted once the hands rest.
    fn count(&mut self, ctx: &egui::Context) {
        let Some(open) = &self.open else { return };
        let counted = &mut self.counted;
        if let Some((of, result)) = &counted.under_way {
            match result.try_recv() {
                Ok((words, findings)) => {
                    (counted.words, counted.findings, counted.of) = (words, findings, Some(*of));
                    counted.under_way = None;
                }
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => counted.under_way = None,
            }
        }
        let now = ctx.input(|input| input.time);
        let key = (open.editor.state(), open.output);
        if counted.of == Some(key) {
            return;
        }
        let since = match counted.changed {
            Some((of, since)) if of == key => since,
            _ => {
                counted.changed = Some((key, now));
                now
            }
        };
        let left = since + COUNT_AFTER - now;
        if counted.of.is_some() && left > 0.0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
            return;
        }
        let document = open.editor.document().clone();
        let (send, result) = channel();
        let wake = ctx.clone();
        let counting = std::thread::Builder::new().name("count".into()).spawn(move || {
            let composition = template::compose(&document, &View::page(key.1));
            let texts = std::iter::once(&composition.title).chain(&composition.paragraphs);
            let words = texts.map(|text| text.text.split_whitespace().count()).sum();
            // Nobody listens any more once the window is gone.
            let _ = send.send((words, check::findings(&document).len()));
            wake.request_repaint();
        });
        if counting.is_ok() {
            counted.under_way = Some((key, result));
        }
    }

    fn status(&self, ctx: &egui::Context) -> Option<Status> {
        let open = self.open.as_ref()?;
        let words = self.words;
        let saved = if open.is_saving() {
            (words.get("status-saving"), Tone::Open)
        } else if self.save_failed && open.editor.is_changed() {
            (words.get("status-save-failed"), Tone::Bad)
        } else if open.editor.is_changed() {
            (words.get("status-unsaved"), Tone::Open)
        } else {
            match &self.saved_at {
                Some(at) => (words.with("status-saved", &[("time", at.into())]), Tone::Good),
                None if open.path().is_none() => (words.get("status-saved-never"), Tone::Open),
                None => (words.get("status-ready"), Tone::Good),
            }
        };
        #[expect(clippy::cast_possible_truncation, reason = "from 80 to 200")]
        let percent = (ctx.zoom_factor() * 100.0).round() as i64;
        Some(Status {
            saved,
            words: words.with("status-words", &[("count", self.counted.words.into())]),
            findings: words.with("status-findings", &[("count", self.counted.findings.into())]),
            zoom: words.with("status-zoom", &[("percent", percent.into())]),
        })
    }

    /// One frame: events, then the picture, then what was pressed.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.pen.begin(Theme::of(self.mode));
        self.arrivals(&ctx);
        if ctx.input(|input| input.viewport().close_requested()) && self.unsaved() && !self.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.guarded(Action::Quit);
        }
        if self.closing && self.unsaved() {
            self.closing = false;
        }
        // What waits for nothing is done now.
        if self.dialog.is_none()
            && self.asking.is_none()
            && !self.unsaved()
            && let Some(waiting) = self.waiting.take()
        {
            self.perform(&ctx, waiting);
        }
        // What was chosen from a menu comes to the page as its keys do, in the frame after.
        if let Some(event) = self.sent.take() {
            ctx.input_mut(|input| input.events.push(event));
        }
        // A field takes the keyboard back once egui lets go of the question that was above it.
        if let Some(field) = self.returns_to {
            if ctx.memory(|memory| memory.top_modal_layer().is_none()) {
                self.returns_to = None;
                ctx.memory_mut(|memory| memory.request_focus(field));
            }
            ctx.request_repaint();
        }
        let moment = moment(&ctx);
        self.keys(ui, &moment);
        let actions = self.draw(ui, &moment);
        for action in actions {
            self.perform(&ctx, action);
            ctx.request_repaint();
        }
        self.window_title(&ctx);
    }

    fn draw(&mut self, ui: &mut Ui, moment: &Moment) -> Vec<Action> {
        let ctx = ui.ctx().clone();
        let screen = ctx.content_rect();
        let rtl = self.words.language().is_right_to_left();
        let bar = Rect::from_min_max(screen.min, pos2(screen.right(), screen.top() + BAR));
        let foot = Rect::from_min_max(pos2(screen.left(), screen.bottom() - STATUS), screen.max);
        let mut top = bar.bottom();
        let mut actions = Vec::new();
        if let Some(text) = self.notice.clone() {
            let below = Rect::from_min_max(pos2(screen.left(), top), pos2(screen.right(), foot.top()));
            let (height, gone) = dialog::notice(ui, &mut self.pen, below, &text, self.words);
            top += height;
            if gone {
                self.notice = None;
                self.page.wants_focus = true;
            }
        }
        let view = Rect::from_min_max(pos2(screen.left(), top), pos2(screen.right(), foot.top()));
        match &mut self.open {
            None => actions.extend(home::show(ui, &mut self.pen, view, &self.templates, self.words)),
            Some(open) => {
                self.page.sheet.header = header::height(open.editor.document(), self.header_open);
                self.page.show(ui, &mut self.pen, open, self.words, moment, view);
                if std::mem::take(&mut self.begins_in_header) {
                    ui.memory_mut(|memory| memory.request_focus(header::first_field()));
                }
                if let Some(rect) = self.page.sheet.header_rect() {
                    ui.set_clip_rect(view);
                    let chosen = match &self.popup {
                        Some(Shown { what: List::Choice(choice), .. }) => Some(*choice),
                        _ => None,
                    };
                    let (document, output) = (open.editor.document(), open.output);
                    let asked = header::show(
                        ui,
                        &mut self.pen,
                        rect,
                        document,
                        output,
                        self.header_open,
                        self.words,
                        &mut self.focus,
                        chosen,
                    );
                    ui.set_clip_rect(screen);
                    for asked in asked {
                        match asked {
                            Asked::Run(command) => actions.push(Action::Run(command)),
                            Asked::Toggle => actions.push(Action::ToggleHeader),
                            Asked::Choose(choice, _) if chosen == Some(choice) => self.popup = None,
                            Asked::Choose(choice, under) => {
                                self.popup =
                                    Some(Shown { what: List::Choice(choice), under, at: None, fresh: true });
                            }
                        }
                    }
                }
            }
        }
        self.count(&ctx);
        let open_menu = match &self.popup {
            Some(Shown { what: List::Menu(menu), .. }) => Some(*menu),
            _ => None,
        };
        let name = self.name();
        for pressed in chrome::bar(ui, &mut self.pen, bar, self.open.as_ref(), &name, self.words, open_menu) {
            match pressed {
                Pressed::Do(action) => actions.push(action),
                Pressed::Menu(menu, _) if open_menu == Some(menu) => self.popup = None,
                Pressed::Menu(menu, under) => {
                    self.popup = Some(Shown { what: List::Menu(menu), under, at: None, fresh: true });
                }
            }
        }
        let status = self.status(&ctx);
        chrome::status(ui, &mut self.pen, foot, status.as_ref(), rtl);
        actions.extend(self.lists(&ctx));
        if let Some((dialog, fresh)) = &mut self.dialog {
            if *fresh {
                self.before_dialog = ctx.memory(egui::Memory::focused);
            }
            let answer = dialog::show(&ctx, &mut self.pen, dialog, self.words, &mut self.focus, *fresh);
            *fresh = false;
            actions.extend(answer);
        }
        self.toasts(ui, &ctx, screen);
        actions
    }

    fn lists(&mut self, ctx: &egui::Context) -> Option<Action> {
        let shown = self.popup.as_mut()?;
        let rtl = self.words.language().is_right_to_left();
        let items = match shown.what {
            List::Menu(menu) => {
                chrome::items(menu, self.open.as_ref(), self.words, self.mode, &self.templates)
            }
            List::Choice(choice) => {
                let now = self.open.as_ref().map(|open| open.editor.document().read(choice.path()));
                let options = choice.options(self.words).into_iter();
                options
                    .map(|(words, value)| {
                        let on = now.as_ref() == Some(&value);
                        Item::new(words, Action::Choose(choice, value)).on(on)
                    })
                    .collect()
            }
        };
        let fresh = std::mem::take(&mut shown.fresh);
        let became = menu(ctx, &mut self.pen, shown.under, items, &mut shown.at, rtl, fresh);
        hold_focus(ctx, matches!(became, Popup::Open));
        match became {
            Popup::Open => None,
            Popup::Closed => {
                // The field that offered choices keeps the keyboard.
                self.page.wants_focus = matches!(shown.what, List::Menu(_)) && self.focus.is_none();
                self.popup = None;
                None
            }
            Popup::Chosen(action) => {
                let field = matches!(shown.what, List::Choice(_));
                self.popup = None;
                self.page.wants_focus = !field;
                Some(action)
            }
        }
    }

    fn toasts(&mut self, ui: &Ui, ctx: &egui::Context, screen: Rect) {
        let now = ctx.input(|input| input.time);
        let Some((text, since)) = &mut self.toast else { return };
        if *since <= 0.0 {
            *since = now;
        }
        let left = TOAST - (now - *since);
        if left > 0.0 {
            let text = text.clone();
            chrome::toast(ui, &mut self.pen, screen, &text, left);
        } else {
            self.toast = None;
        }
    }
}

/// While a list is open, arrows, Tab and Escape are for the list and leave the focus behind it where it is.
fn hold_focus(ctx: &egui::Context, hold: bool) {
    let filter = EventFilter { tab: hold, horizontal_arrows: hold, vertical_arrows: hold, escape: hold };
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.set_focus_lock_filter(id, filter);
        }
    });
}

fn is_own(open: Option<&Open>, path: &Path) -> bool {
    open.and_then(Open::path).is_some_and(|own| store::is_same(own, path))
}

/// When this frame is, and who types: what commands are given.
#[expect(clippy::disallowed_methods, reason = "the window is where time comes from")]
fn moment(ctx: &egui::Context) -> Moment {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since the start"
    )]
    let millis = ctx.input(|input| input.time * 1000.0) as u64;
    Moment {
        now: Stamp(i64::try_from(now).unwrap_or(i64::MAX)),
        millis,
        author: std::env::var("USER").unwrap_or_default(),
    }
}

/// The time of day as the line of state tells it.
fn clock() -> String {
    crate::arabic::date::now_here().to_string()
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        Theme::of(self.mode).desk.to_normalized_gamma_f32()
    }
}
