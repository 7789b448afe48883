//! The window's program: what is open, what is asked of it, and each frame from events to picture.

mod arrivals;
mod bars;
mod bodies;
mod damaged;
mod draw;
mod errands;
mod finding;
mod imports;
mod inserting;
mod instead;
mod keeper;
mod keys;
mod live;
mod next;
mod others;
mod panes;
mod perform;
mod publishing;
mod recovery;
mod tab;
mod templates;

pub use draw::{Columns, columns};

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use eframe::egui::{self, Id, Rect, Ui, ViewportCommand};

use super::access::{self, Speaker};
use super::action::{Action, Panel};
use super::bars::Bar;
use super::covered::{self, Covered};
use super::dialog::Dialog;
use super::drawn::Gallery;
use super::field::Line;
use super::files::{self, Asking};
use super::find::{Find, Goto};
use super::folds::Folds;
use super::header::{Choice, Dating};
use super::home::{Home, HomeData};
use super::insert::{self, Insert};
use super::menus::{Menu, Name, State};
use super::pace::Pace;
use super::page;
use super::palette::Palette;
use super::pen::{self, Pen};
use super::primary::Desk;
use super::shortcuts::{Shortcut, Shortcuts};
use super::theme::{Mode, Theme};
use crate::document::{FieldPath, RecordId, Stamp};
use crate::edit::{Command, Moment, Selection};
use crate::store::{self, Folders};
use crate::template;
use crate::words::{Language, Value, Words};
use crate::workspace::{Access, Open};
use errands::Errands;
use imports::Imports;
use instead::Instead;
use keeper::Keeper;
use publishing::Publishing;
use recovery::Recovery;
use tab::Tab;

/// The window's program.
#[expect(clippy::struct_excessive_bools, reason = "each is said of the window by itself")]
pub struct App {
    words: Words,
    mode: Mode,
    pen: Pen,
    /// Wakes the window from another thread.
    wake: egui::Context,
    /// What is selected in other programs, for a middle click.
    desk: Option<Desk>,
    /// How often it is drawn; nothing where somebody else says so.
    pace: Option<Pace>,
    tabs: Vec<Tab>,
    /// The record that is shown; without one, the home screen.
    at: Option<usize>,
    panel: Option<Panel>,
    /// Whether nobody has said yet which panel is to be shown: then it is shown where it covers nothing.
    panel_unsaid: bool,
    palette: Option<Palette>,
    /// What is looked for.
    find: Find,
    /// The line that leads to a place, while it is open.
    goto: Option<Goto>,
    /// Whether the card of counts is shown.
    counts: bool,
    /// The list at the caret, while it is open.
    insert: Option<Insert>,
    /// Who is kept between meetings, ready to be found.
    known: insert::Kept,
    /// The keyboard came to an entry of the header from a field of the text: whether its part was open already.
    back: Option<bool>,
    focus: Option<(Id, Line)>,
    popup: Option<Shown>,
    /// The calendar of a date, while it is open.
    calendar: Option<Dating>,
    dialog: Option<(Dialog, bool)>,
    /// What is done once the question about unsaved changes is answered.
    waiting: Option<Action>,
    asking: Option<Asking>,
    portal: bool,
    before_dialog: Option<Id>,
    /// What had the keyboard before the palette, with the words of a field and the caret in them.
    beneath: Option<(Id, Option<Line>)>,
    returns_to: Option<Id>,
    sent: Option<egui::Event>,
    /// Keys that came behind one that gives the keyboard to something else: they are for what has it then.
    later: Vec<egui::Event>,
    /// What had the keyboard when the frame before began, and what waits until what has it now has been drawn.
    focused: Option<Id>,
    waiting_keys: Vec<egui::Event>,
    /// How many frames what is typed has waited for what was opened.
    patience: u8,
    /// Which of Ctrl, Alt and Shift were held when the last frame ended.
    held: egui::Modifiers,
    /// What the window is cleared with before this frame is painted.
    ground: egui::Color32,
    notice: Option<String>,
    /// A damaged file, and what can be opened of it.
    refused: Option<damaged::Refused>,
    toast: Option<(String, f64)>,
    /// What is said aloud and shown nowhere.
    speaker: Speaker,
    title: String,
    templates: Vec<(String, Name)>,
    /// Templates of somebody's own.
    own: Vec<store::OwnTemplate>,
    home: Home,
    /// What stands in place of the page, the last of them in sight.
    instead: Vec<Instead>,
    /// The sheet of keys, while it is shown, and what stands on it.
    shortcuts: Option<(Shortcuts, Vec<Shortcut>)>,
    /// What the home screen offers, while it is shown.
    offers: Option<HomeData>,
    /// The first pages of templates that were drawn.
    gallery: Gallery,
    closing: bool,
    /// What is being written beside the saves, and how that and they ended.
    errands: Errands,
    /// The texts of other programs that are being read.
    imports: Imports,
    /// What is copied, printed and written for publishing.
    publishing: Publishing,
    eye: others::Eye,
    /// What the bars above the page say in this frame.
    said: Vec<Bar>,
    /// Where rail and panel stand.
    beside: panes::Beside,
    /// What was typed before the program was cut short.
    recovery: Recovery,
    kept: Keeper,
    /// What takes the changes of the roster back, the last last, and what was said of the last.
    enrolled: Vec<crate::ui::roster::Changes>,
    told_people: String,
    /// What takes the last change of a body back.
    body_back: Option<bodies::Back>,
    /// What takes the last change of the templates back.
    template_back: Option<templates::Back>,
    /// The template that a file is asked for.
    template_asked: Option<String>,
    /// The body that a file is asked for.
    body_asked: Option<RecordId>,
    /// The bodies a record can be given to, as menus name them.
    dresses: Vec<(RecordId, Name)>,
    /// Drawn anew for each window, for the names of people who are new to the roster.
    session: u32,
    /// What time it is in the live session.
    clock: Box<dyn Fn() -> super::live::Now>,
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
    Outputs,
}

impl App {
    /// A program with nothing open that keeps nothing between sessions.
    #[must_use]
    pub fn new(ctx: &egui::Context) -> Self {
        Self::keeping(ctx, None)
    }

    /// A program with nothing open; settings and recent records are kept in these folders.
    #[must_use]
    pub fn keeping(ctx: &egui::Context, folders: Option<Folders>) -> Self {
        ctx.set_fonts(pen::fonts());
        ctx.add_plugin(Covered);
        // Its discs are drawn as all other shapes are: kept as pictures they would need dots mixed.
        ctx.tessellation_options_mut(|options| options.prerasterized_discs = false);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let (kept, notices) = Keeper::new(ctx, folders);
        let (language, mode) = spoken(&kept.settings);
        ctx.set_zoom_factor(f32::from(kept.settings.zoom) / 100.0);
        let mut app = Self {
            words: Words::new(language),
            mode,
            pen: Pen::new(Theme::of(mode)),
            wake: ctx.clone(),
            desk: None,
            pace: None,
            tabs: Vec::new(),
            at: None,
            panel: Some(Panel::Checks),
            panel_unsaid: true,
            palette: None,
            find: Find::default(),
            goto: None,
            counts: false,
            insert: None,
            known: insert::Kept::default(),
            back: None,
            focus: None,
            popup: None,
            calendar: None,
            dialog: None,
            waiting: None,
            asking: None,
            portal: files::has_portal(),
            before_dialog: None,
            beneath: None,
            returns_to: None,
            sent: None,
            later: Vec::new(),
            focused: None,
            waiting_keys: Vec::new(),
            patience: 0,
            held: egui::Modifiers::NONE,
            ground: Theme::of(mode).desk,
            notice: None,
            refused: None,
            toast: None,
            speaker: Speaker::default(),
            title: String::new(),
            templates: Vec::new(),
            own: Vec::new(),
            home: Home::default(),
            instead: Vec::new(),
            shortcuts: None,
            offers: None,
            gallery: Gallery::default(),
            closing: false,
            errands: Errands::default(),
            imports: Imports::default(),
            publishing: Publishing::default(),
            eye: others::Eye::open(ctx),
            said: Vec::new(),
            beside: panes::Beside::default(),
            recovery: Recovery::begin(ctx, kept.folders.as_ref()),
            kept,
            enrolled: Vec::new(),
            told_people: String::new(),
            body_back: None,
            body_asked: None,
            template_back: None,
            template_asked: None,
            dresses: Vec::new(),
            session: store::random_session(),
            clock: Box::new(live::here),
        };
        app.find_templates();
        app.name_bodies();
        let told: Vec<String> = notices.iter().map(|(key, values)| app.message(key, values)).collect();
        if !told.is_empty() {
            app.notice = Some(told.join(" "));
        }
        app
    }

    /// Hears from this what is selected in other programs.
    pub fn hear(&mut self, desk: Desk) {
        desk.wakes(&self.wake);
        self.desk = Some(desk);
    }

    /// Is drawn as often as this says.
    pub fn paces(&mut self, pace: Pace) {
        self.pace = Some(pace);
    }

    /// Opens the files given on the command line, or the richest sample.
    pub fn begin(&mut self, files: Vec<PathBuf>, demo: bool) {
        if demo {
            self.put(Open::from_record(template::demo()));
            // It is filled in: there is nothing to begin with.
            if let Some(tab) = self.tab_mut() {
                tab.folds = Folds::default();
                tab.begins = None;
                tab.page.wants_focus = true;
            }
        }
        let ctx = self.wake.clone();
        for path in files {
            self.open_any(&ctx, &path);
        }
        self.at = self.at.map(|_| 0);
    }

    /// A new record from the template of this id.
    pub fn create(&mut self, template: &str) {
        self.start(template);
    }

    /// The theme from now on.
    pub fn set_mode(&mut self, mode: Mode) {
        self.mode = mode;
    }

    /// Paths are asked for in the window itself from now on, also where the desktop has dialogs.
    pub fn ask_in_window(&mut self) {
        self.portal = false;
    }

    /// The panel beside the page from now on.
    pub fn set_panel(&mut self, panel: Option<Panel>) {
        self.panel = panel;
        self.panel_unsaid = false;
    }

    /// The panel that is shown beside the page.
    #[must_use]
    pub fn panel(&self) -> Option<Panel> {
        self.panel
    }

    /// The grey words at the caret, while they are seen.
    #[must_use]
    pub fn offered(&self) -> Option<&str> {
        let ghost = self.tab()?.page.sheet.ghost.as_ref()?;
        Some(ghost.offer.rest.as_str()).filter(|_| ghost.is_shown())
    }

    /// The words of the window.
    #[must_use]
    pub fn words(&self) -> Words {
        self.words
    }

    /// The record that is shown.
    #[must_use]
    pub fn record(&self) -> Option<&Open> {
        self.tab().map(|tab| &tab.open)
    }

    fn tab(&self) -> Option<&Tab> {
        self.tabs.get(self.at?)
    }

    fn tab_mut(&mut self) -> Option<&mut Tab> {
        self.tabs.get_mut(self.at?)
    }

    fn state(&self) -> State<'_> {
        State {
            open: self.record(),
            tabs: self.tabs.len(),
            language: self.words.language(),
            mode: self.mode,
            templates: &self.templates,
            bodies: &self.dresses,
            number: self.coming_number(),
            preview: self.tab().is_some_and(|tab| tab.preview),
            panel: self.panel,
            invisibles: self.kept.settings.invisibles,
            panes: self.has_panes(),
            recents: self.kept.recents.records().len(),
            counts: self.counts,
            template: self.shown_template().is_some(),
            live: self.has_live(),
            publish: self.has_publish(),
        }
    }

    /// Reads the templates of somebody's own; one that cannot be used is told of and stays where it is.
    fn find_templates(&mut self) {
        if let Some(folders) = &self.kept.folders {
            let found = store::own_templates(folders);
            self.own = found.sound;
            if let Some((path, error)) = found.unusable.first() {
                let (key, values) = error.message();
                let detail = self.told(key, &values, path);
                self.notice = Some(self.message("template-unusable", &[("detail", detail)]));
            }
        }
        self.name_templates();
    }

    fn name_templates(&mut self) {
        let own = |id: &str| self.own.iter().any(|own| own.id == id);
        let bundled = template::list().into_iter().filter(|info| !own(&info.id)).map(|info| {
            let key = format!("template-{}", info.id);
            let name = if self.words.has(&key) { Name::Message(key) } else { Name::Own(info.name) };
            (info.id, name)
        });
        let named = |own: &store::OwnTemplate| {
            (own.id.clone(), Name::Own(template::TemplateInfo::of(&own.id, &own.document).name))
        };
        self.templates = bundled.chain(self.own.iter().map(named)).collect();
    }

    /// Takes these settings up, now and for the next session.
    fn settle(&mut self, ctx: &egui::Context, all: &store::Settings) {
        let (language, mode) = spoken(all);
        if self.words.language() != language {
            self.words = Words::new(language);
            self.offers = None;
        }
        self.mode = mode;
        ctx.set_zoom_factor(f32::from(all.zoom) / 100.0);
        let all = all.clone();
        self.kept.set(move |settings| settings.clone_from(&all));
    }

    fn gather(&self) -> HomeData {
        let recents = &self.kept.recents;
        let own: Vec<_> =
            self.own.iter().map(|own| template::TemplateInfo::of(&own.id, &own.document)).collect();
        let mut bundled = template::list();
        bundled.retain(|info| own.iter().all(|own| own.id != info.id));
        let mut data = HomeData::gather(&bundled, &own, recents.records(), &recents.missing(), self.words);
        for card in &mut data.templates {
            card.page = self.gallery.page(&card.id, card.kind);
        }
        data
    }

    /// Draws the first page of one template that is shown and was not drawn yet; never in the home screen's first frame.
    fn draw_page(&mut self, ctx: &egui::Context, offers: &mut HomeData) {
        if self.gallery.begins() {
            ctx.request_repaint();
            return;
        }
        let mut shown =
            offers.templates.iter_mut().enumerate().filter(|(at, card)| super::home::is_drawn(*at, card));
        let Some((_, card)) = shown.find(|(_, card)| !self.gallery.knows(&card.id, card.kind)) else {
            return;
        };
        let own = self.own.iter().find(|own| own.id == card.id).map(|own| own.document.clone());
        if let Some(document) = own.or_else(|| template::load(&card.id)) {
            card.page = self.gallery.draw(&card.id, &document, card.kind, &mut self.pen.engine);
            ctx.request_repaint();
        }
    }

    fn name_of(&self, tab: &Tab) -> String {
        let stem = || {
            let beside = tab.beside.as_deref()?;
            Some(beside.file_name()?.to_string_lossy().into_owned())
        };
        tab.open.name().or_else(stem).unwrap_or_else(|| self.words.get("document-untitled"))
    }

    fn name(&self) -> String {
        self.tab().map_or_else(|| self.words.get("document-untitled"), |tab| self.name_of(tab))
    }

    fn message(&self, key: &str, values: &[(&'static str, String)]) -> String {
        // A path begins with a slash, which would go to its other end: it is read from the left, whatever is around it.
        let isolated = |value: &String| {
            if value.starts_with('/') { format!("\u{2066}{value}\u{2069}") } else { value.clone() }
        };
        let count = values.iter().find(|(name, _)| *name == "count").map(|(_, count)| count.clone());
        let told = |name: &str, value: &String| match (name, &count) {
            // Which limit it was is a message of its own.
            ("beyond", Some(count)) => self.words.with(value, &[("count", count.into())]),
            _ => isolated(value),
        };
        let values: Vec<(&str, Value<'_>)> =
            values.iter().map(|(name, value)| (*name, Value::from(told(name, value)))).collect();
        self.words.with(key, &values)
    }

    fn told(&self, key: &str, values: &[(&'static str, String)], path: &Path) -> String {
        let shown = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let mut all = vec![("path", shown)];
        all.extend(values.iter().cloned());
        self.message(key, &all)
    }

    fn say(&mut self, key: &str) {
        self.toast = Some((self.words.get(key), 0.0));
    }

    fn start(&mut self, template: &str) {
        let own = self.own.iter().find(|own| own.id == template);
        let open = match own {
            Some(own) => Some(Open::from_record(own.document.clone())),
            None => Open::from_template(template),
        };
        match open {
            Some(mut open) => {
                self.furnish(&mut open);
                self.put(open);
            }
            None => {
                let values = [("name", template.to_owned()), ("detail", String::new())];
                self.notice = Some(self.message("error-not-a-template", &values));
            }
        }
    }

    /// Gives a new record the body and the digits of the settings, where its template says none.
    fn furnish(&self, open: &mut Open) {
        // A template is a file too, and somebody may have written into it by hand.
        let _ = open.run(Command::Tidy, &Moment::default());
        let usual = self.usual_dress(open.editor().document());
        let settings = &self.kept.settings;
        let body = &settings.body;
        let level = if body.level == crate::document::Level::Unsaid { "" } else { body.level.keyword() };
        let digits = match settings.digits {
            crate::document::Digits::Latin => "",
            crate::document::Digits::Arabic => "arabic",
        };
        for (path, value) in [
            (FieldPath::BodyName, body.name.as_str()),
            (FieldPath::BodyOrganisation, body.organisation.as_str()),
            (FieldPath::BodyRegion, body.region.as_str()),
            (FieldPath::BodyLevel, level),
            (FieldPath::Digits, digits),
        ] {
            let now = open.editor().document().read(path);
            let is_said =
                matches!(path, FieldPath::BodyName | FieldPath::BodyOrganisation | FieldPath::BodyRegion)
                    && !now.is_empty();
            if !value.is_empty() && !is_said {
                // The settings hold only values these fields take.
                let _ = open.run(Command::SetField { path, value: value.to_owned() }, &Moment::default());
            }
        }
        if let Some(dress) = usual {
            // The body of new records; what it does not say stays as the settings have it.
            let _ = open.run(Command::Dress(Box::new(dress)), &Moment::default());
        }
        open.settle();
    }

    fn put(&mut self, mut open: Open) {
        open.hold(&self.author(), now());
        if let Some(folders) = &self.kept.folders {
            let wake = self.wake.clone();
            open.journal_in(folders, now(), move || wake.request_repaint());
        }
        self.tabs.push(Tab::new(open));
        self.show(self.tabs.len() - 1);
        self.notice = None;
    }

    /// Shows the record at this position.
    fn show(&mut self, at: usize) {
        self.settle_roll();
        self.at = Some(at.min(self.tabs.len().saturating_sub(1))).filter(|_| !self.tabs.is_empty());
        self.focus = None;
        self.popup = None;
        self.calendar = None;
        self.put_away();
        if let Some(tab) = self.tab_mut() {
            tab.page.wants_focus = tab.begins.is_none();
        }
    }

    fn read(&mut self, path: &Path) {
        let known = |tab: &Tab| tab.open.path().is_some_and(|own| store::is_same(own, path));
        if let Some(at) = self.tabs.iter().position(known) {
            self.show(at);
            return;
        }
        match Open::from_file(path) {
            Ok(mut open) => {
                // The caret is where it was when the record was last open.
                let caret =
                    open.path().and_then(|path| self.kept.recents.get(path)).and_then(|r| r.caret.clone());
                if let Some(place) = caret.and_then(|caret| caret.within(open.editor().document())) {
                    let caret = Command::Select(Selection::caret(place));
                    // A caret alone is never refused.
                    let _ = open.run(caret, &Moment::default());
                }
                self.put(open);
                if let Some(tab) = self.tab_mut() {
                    tab.page.follow(0.0);
                    tab.clean();
                }
                self.remember(self.tabs.len() - 1);
            }
            Err(error) => self.cannot_read(path, &error),
        }
    }

    /// Keeps a record among the recent ones, with its caret.
    fn remember(&mut self, at: usize) {
        let Some((tab, path)) = self.tabs.get(at).and_then(|tab| Some((tab, tab.open.path()?))) else {
            return;
        };
        let document = tab.open.editor().document();
        let output = document.outputs().first().map_or(tab.open.output, |output| output.kind);
        let title = template::title(document, output);
        let mut recent = store::Recent::new(path, document, title, now());
        recent.caret = Some((&tab.open.editor().selection().head).into());
        self.kept.note(recent);
        self.note_numbers(at);
    }

    /// The first record whose unsaved changes stand in the way of this.
    fn in_the_way(&self, action: &Action) -> Option<usize> {
        match action {
            Action::CloseTab => self.at.filter(|at| self.tabs.get(*at).is_some_and(Tab::is_unsaved)),
            Action::CloseAt(at) => Some(*at).filter(|at| self.tabs.get(*at).is_some_and(Tab::is_unsaved)),
            Action::Quit => self.tabs.iter().position(Tab::is_unsaved),
            _ => None,
        }
    }

    /// One frame: events, then the picture, then what was pressed.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.pen.begin(Theme::of(self.mode));
        if std::mem::take(&mut self.panel_unsaid) && ctx.content_rect().width() < draw::THREE_COLUMNS {
            self.panel = None;
        }
        self.arrivals(&ctx);
        if ctx.input(|input| input.viewport().close_requested()) {
            self.settle_people();
            self.settle_roll();
        }
        if ctx.input(|input| input.viewport().close_requested())
            && !self.closing
            && self.in_the_way(&Action::Quit).is_some()
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.perform(&ctx, Action::Quit);
        }
        self.closing = self.closing && self.in_the_way(&Action::Quit).is_none();
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
        let moment = self.moment(&ctx);
        self.keys(ui, &moment);
        let actions = self.draw(ui, &moment);
        if let Some(removed) = self.focus.as_mut().and_then(|(_, line)| line.take_removed()) {
            self.cleaned(&removed);
        }
        for action in actions {
            self.perform(&ctx, action);
            ctx.request_repaint();
        }
        self.window_title(&ctx);
    }

    /// Whether a letter typed now is the page's, and changes nothing but the page.
    fn is_typed_into(&self, ui: &Ui) -> bool {
        page::has_keyboard(ui) && self.is_free() && self.instead.is_empty() && self.later.is_empty()
    }

    /// The colour most of the window will have: it is cleared with that, and what has it is not painted again.
    fn ground(&self) -> egui::Color32 {
        let theme = Theme::of(self.mode);
        if self.tab().is_some() && (self.instead.is_empty() || self.has_live()) {
            theme.sheet
        } else {
            theme.desk
        }
    }

    fn window_title(&mut self, ctx: &egui::Context) {
        let title = match self.tab() {
            None => self.words.get("app-name"),
            Some(tab) => {
                let key = match tab.open.access() {
                    Access::Read => "window-title-read-only",
                    Access::Write if tab.is_unsaved() => "window-title-unsaved",
                    Access::Write => "window-title",
                };
                self.words.with(key, &[("name", self.name().into())])
            }
        };
        access::title(ctx, &title);
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }

    /// When this frame is, and who types: what commands are given.
    fn moment(&self, ctx: &egui::Context) -> Moment {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "milliseconds since the start"
        )]
        let millis = ctx.input(|input| input.time * 1000.0) as u64;
        Moment { now: now(), millis, author: self.author() }
    }
}

#[expect(clippy::disallowed_methods, reason = "the window is where time comes from")]
pub(super) fn now() -> Stamp {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Stamp(i64::try_from(now).unwrap_or(i64::MAX))
}

fn is_own(open: Option<&Open>, path: &Path) -> bool {
    open.and_then(Open::path).is_some_and(|own| own == path || store::is_same(own, path))
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        if let Some(desk) = &self.desk {
            desk.bring(ctx, input);
        }
        self.portion(ctx, input);
        if let Some(pace) = &self.pace {
            pace.begin(&input.events);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let typed = self.pace.as_ref().is_some_and(Pace::begun) && self.is_typed_into(ui);
        covered::set_ground(ui.ctx(), self.ground);
        self.frame(ui);
        if let Some(pace) = &self.pace {
            pace.end(typed && self.is_typed_into(ui));
        }
        self.ground = self.ground();
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.ground.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.let_go_for_good();
        for at in 0..self.tabs.len() {
            self.remember(at);
        }
        // Their locks go with them.
        for tab in self.tabs.drain(..) {
            tab.open.leave();
        }
    }
}

/// The language and the colours of these settings.
fn spoken(settings: &store::Settings) -> (Language, Mode) {
    let language = match settings.language {
        Some(crate::document::Language::French) => Language::French,
        Some(crate::document::Language::English) => Language::English,
        Some(crate::document::Language::Arabic) | None => Language::Arabic,
    };
    let mode = match settings.theme {
        store::Theme::Light => Mode::Light,
        store::Theme::Dark => Mode::Dark,
    };
    (language, mode)
}
