//! The frame: bar, tabs, rail, page or preview, panel, line of state, and what floats above them.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Rect, Ui, pos2};

use super::panes::Beside;
use super::{App, List, Shown};
use crate::check::Part;
use crate::document::{AttendeeField, FieldPath, Mark, Target};
use crate::edit::{Command, Moment};
use crate::ui::access::region;
use crate::ui::action::{Action, Panel};
use crate::ui::chrome::{self, BAR, Pressed, STATUS, Status, TABS, Tone};
use crate::ui::files::Purpose;
use crate::ui::folds::{self, FoldAsked};
use crate::ui::menus::{self, Entry};
use crate::ui::palette::Became;
use crate::ui::sheet::SHEET;
use crate::ui::suggest::Finder;
use crate::ui::widgets::{Item, Popup, Toast, menu, toast};
use crate::ui::{bars, checks, dialog, header, home, page, people, rail};
use crate::words::Words;
use crate::workspace::{Access, Open};

/// Seconds a toast stays.
const TOAST: f64 = 3.5;
/// Seconds in which what was let go can be taken back.
const UNDO: f64 = 10.0;
/// From this width on rail, page and panel stand beside each other.
pub(super) const THREE_COLUMNS: f32 = 1280.0;
/// How wide the panel is.
const PANEL: f32 = 360.0;

/// Where things stand beside each other.
pub struct Columns {
    /// The parts of the record.
    pub rail: Rect,
    /// The page or its preview.
    pub page: Rect,
    /// The panel, where it is shown.
    pub panel: Option<Rect>,
    /// Whether the panel lies over the page.
    pub over: bool,
}

/// Three columns from 1280 on; an icon rail and a panel over the page below. The rail has this width.
#[must_use]
pub fn columns(view: Rect, rail_width: f32, panel: bool, rtl: bool) -> Columns {
    let wide = view.width() >= THREE_COLUMNS;
    let cut = |left: f32, right: f32| Rect::from_min_max(pos2(left, view.top()), pos2(right, view.bottom()));
    let mirrored = |from_start: f32, to_start: f32| {
        if rtl {
            cut(view.right() - to_start, view.right() - from_start)
        } else {
            cut(view.left() + from_start, view.left() + to_start)
        }
    };
    let rail = mirrored(0.0, rail_width);
    let end = view.width();
    let panel = panel.then(|| mirrored((end - PANEL).max(0.0), end));
    let page = match panel {
        Some(_) if wide => mirrored(rail_width, end - PANEL),
        // The sheet moves to 16 pixels from the rail, out from under the panel.
        Some(_) if end - rail_width - PANEL < SHEET + 32.0 => mirrored(rail_width, rail_width + SHEET + 32.0),
        _ => mirrored(rail_width, end),
    };
    Columns { rail, page, panel, over: !wide }
}

impl App {
    pub(super) fn draw(&mut self, ui: &mut Ui, moment: &Moment) -> Vec<Action> {
        let ctx = ui.ctx().clone();
        let screen = ctx.content_rect();
        let rtl = self.words.language().is_right_to_left();
        let bar = Rect::from_min_max(screen.min, pos2(screen.right(), screen.top() + BAR));
        let foot = Rect::from_min_max(pos2(screen.left(), screen.bottom() - STATUS), screen.max);
        let mut top = bar.bottom();
        let mut actions = Vec::new();
        let words = self.words;
        // Regions are told in this order; what is drawn last has the mouse first.
        let mut bar_ui = region(ui, Role::Toolbar, "region-bar", words);
        let shows_tabs = self.tabs.len() > 1 || (self.at.is_none() && !self.tabs.is_empty());
        if shows_tabs {
            let row = Rect::from_min_max(pos2(screen.left(), top), pos2(screen.right(), top + TABS));
            let names: Vec<(String, bool)> =
                self.tabs.iter().map(|tab| (self.name_of(tab), tab.is_unsaved())).collect();
            let mut ui = region(ui, Role::TabList, "region-tabs", words);
            actions.extend(chrome::tabs(&mut ui, &mut self.pen, row, &names, self.at, words));
            top += TABS;
        }
        self.find_logo();
        self.said = self.bars();
        if !self.said.is_empty() {
            let below = Rect::from_min_max(pos2(screen.left(), top), pos2(screen.right(), foot.top()));
            let ui = region(ui, Role::Region, "region-bars", words);
            let (height, pressed) = bars::show(&ui, &mut self.pen, below, &self.said, words);
            top += height;
            actions.extend(pressed);
        }
        let below = Rect::from_min_max(pos2(screen.left(), top), pos2(screen.right(), foot.top()));
        top += self.strip(ui, below, &mut actions);
        let view = Rect::from_min_max(pos2(screen.left(), top), pos2(screen.right(), foot.top()));
        let is_page = self.at.is_some() && self.instead.is_empty();
        let mut whole = (!is_page).then(|| region(ui, Role::Main, "region-main", words));
        let main = whole.as_mut().unwrap_or(ui);
        match self.at {
            _ if !self.instead.is_empty() => actions.extend(self.in_place_of_page(main, view)),
            None => {
                let mut offers = self.offers.take().unwrap_or_else(|| self.gather());
                self.draw_page(&ctx, &mut offers);
                let cards = self.cards();
                self.recovery.seen = true;
                match self.home.show(main, &mut self.pen, view, &offers, &cards, words) {
                    Some(home::Asked::New(id, kind)) => {
                        actions.extend([Action::New(id), Action::Show(kind)]);
                    }
                    Some(home::Asked::Next(path)) => actions.push(Action::NextMeeting(Some(path))),
                    Some(home::Asked::Open(path)) => actions.push(Action::OpenFile(path)),
                    Some(home::Asked::Browse) => actions.push(Action::Ask(Purpose::Open)),
                    Some(home::Asked::Bodies) => actions.push(Action::Bodies),
                    Some(home::Asked::Template(what, id)) => actions.push(Action::Template(what, Some(id))),
                    Some(home::Asked::ImportTemplate) => actions.push(Action::Ask(Purpose::Template)),
                    Some(home::Asked::Import) => actions.push(Action::Ask(Purpose::Import)),
                    Some(home::Asked::Forget(path)) => actions.push(Action::Forget(path)),
                    Some(home::Asked::Recover(file, what)) => actions.push(Action::Recover(file, what)),
                    Some(home::Asked::Folder(path)) => open_folder(&ctx, &path),
                    None => {}
                }
                self.offers = Some(offers);
            }
            Some(at) => {
                // What the home screen offers is gathered anew when it is shown again.
                self.offers = None;
                actions.extend(self.editor(main, at, view, moment));
            }
        }
        let open_menu = match &self.popup {
            Some(Shown { what: List::Menu(menu), .. }) => Some(*menu),
            _ => None,
        };
        let name = self.name();
        let is_live = self.has_live();
        if is_live {
            actions.extend(self.live_bar(&mut bar_ui, bar));
        }
        let tab = self.at.and_then(|at| self.tabs.get(at));
        let shown = chrome::Shown {
            record: tab.map(|tab| &tab.open),
            name: &name,
            preview: tab.is_some_and(|tab| tab.preview),
            panel: self.panel,
            finds: self.find.open && is_page,
            publish: tab.filter(|_| self.has_publish()).map(|tab| tab.publish.over),
        };
        let mut place = None;
        let pressed = if is_live {
            Vec::new()
        } else {
            chrome::bar(&mut bar_ui, &mut self.pen, bar, &shown, words, open_menu)
        };
        for pressed in pressed {
            match pressed {
                Pressed::Do(action) => actions.push(action),
                Pressed::Menu(menu, _) if open_menu == Some(menu) => self.popup = None,
                Pressed::Menu(menu, under) => {
                    self.popup = Some(Shown { what: List::Menu(menu), under, at: None, fresh: true });
                }
                Pressed::Outputs(under) => {
                    self.popup = Some(Shown { what: List::Outputs, under, at: None, fresh: true });
                }
                Pressed::Find(field) => place = Some(field),
            }
        }
        self.find.in_bar = place.is_some();
        if let Some(place) = place.filter(|_| self.find.open && is_page) {
            self.find_field(&mut bar_ui, place);
        }
        let status = self.status(&ctx);
        let mut foot_ui = region(ui, Role::Status, "region-status", words);
        actions.extend(chrome::status(&mut foot_ui, &mut self.pen, foot, status.as_ref(), words, rtl));
        actions.extend(self.lists(&ctx));
        actions.extend(self.days(&ctx));
        if let Some(palette) = &mut self.palette {
            match palette.show(&ctx, &mut self.pen, self.words, &mut self.focus) {
                Became::Open => {}
                Became::Closed => {
                    self.palette = None;
                    self.uncover(&ctx);
                }
                Became::Chosen(action) => {
                    self.palette = None;
                    if action.leaves_hands() {
                        self.uncover(&ctx);
                    } else {
                        self.wants_page();
                    }
                    actions.push(action);
                }
            }
        }
        self.going(&ctx, moment);
        self.count_card(&ctx);
        actions.extend(self.inserts(&ctx));
        if let Some((sheet, keys)) = &mut self.shortcuts
            && sheet.show(&ctx, &mut self.pen, keys, self.words)
        {
            self.shortcuts = None;
            self.wants_page();
        }
        if let Some((dialog, fresh)) = &mut self.dialog {
            if *fresh {
                self.before_dialog = ctx.memory(egui::Memory::focused);
            }
            let answer = dialog::show(&ctx, &mut self.pen, dialog, self.words, &mut self.focus, *fresh);
            *fresh = false;
            actions.extend(answer);
        }
        self.errand_progress(&ctx, screen);
        actions.extend(self.toasts(ui, &ctx, screen));
        self.speaker.show(&ctx);
        actions
    }

    /// Whether nothing floats above the screen that is shown.
    pub(super) fn is_free(&self) -> bool {
        self.popup.is_none() && self.takes_shortcuts()
    }

    /// The record: rail, page or preview, panel.
    fn editor(&mut self, ui: &mut Ui, at: usize, view: Rect, moment: &Moment) -> Vec<Action> {
        let ctx = ui.ctx().clone();
        let words = self.words;
        let rtl = words.language().is_right_to_left();
        let shows_panel = self.panel.is_some();
        let has_room = view.width() >= THREE_COLUMNS;
        let rail_width = rail::width(ui, &mut self.pen, has_room, words);
        let columns = columns(view, rail_width, shows_panel, rtl);
        self.beside = Beside { rail: columns.rail, panel: columns.panel, had_keyboard: false };
        let chosen = match &self.popup {
            Some(Shown { what: List::Choice(choice), .. }) => Some(*choice),
            _ => None,
        };
        let mut actions = Vec::new();
        let number = self.coming_number();
        let Some(tab) = self.tabs.get_mut(at) else { return actions };
        if let Some(found) = tab.counted.count(&ctx, &tab.open) {
            self.speaker.say(found.said(words));
        }
        tab.counted.give_number(tab.open.editor().document(), number.as_deref());
        tab.page.note(tab.open.editor().document(), &tab.counted.findings);
        tab.page.invisibles = self.kept.settings.invisibles;
        tab.page.offers(&self.kept.finder);
        let reads = tab.open.access() == Access::Read;
        let locked = reads.then(|| words.get("why-read-only").into());
        let screen = ui.clip_rect();
        let mut popup = None;
        let mut rail_ui = region(ui, Role::Navigation, "region-rail", words);
        let mut page_ui = region(ui, Role::Main, "region-main", words);
        let mut panel_ui = columns.panel.map(|_| region(ui, Role::Complementary, "region-panel", words));
        let ui = &mut page_ui;
        ui.set_clip_rect(columns.page.intersect(screen));
        if tab.preview {
            if let Some(place) = tab.pages.show(ui, &mut self.pen, &tab.open, words, columns.page) {
                actions.push(Action::Jump(place));
            }
            if std::mem::take(&mut tab.pages.stopped) {
                actions.push(Action::Preview);
            }
        } else {
            let shown = shown_of(&tab.open, words, &self.kept.finder, chosen, number.as_deref());
            tab.page.sheet.header = tab.folds.height(&shown);
            self.pen.locked.clone_from(&locked);
            tab.page.show(ui, &mut self.pen, &mut tab.open, words, moment, columns.page);
            if let Some(field) = tab.begins.take() {
                ui.memory_mut(|memory| memory.request_focus(field));
            }
            if let Some(rect) = tab.page.sheet.header_rect() {
                let shown = shown_of(&tab.open, words, &self.kept.finder, chosen, number.as_deref());
                for asked in tab.folds.show(ui, &mut self.pen, rect, &shown, &mut self.focus) {
                    match asked {
                        FoldAsked::Toggle(fold) => actions.push(Action::Toggle(fold)),
                        FoldAsked::Form(header::Asked::Run(command)) => {
                            // Whoever puts a field into the text goes on there.
                            tab.page.wants_focus |= matches!(command, Command::InsertField(_));
                            actions.push(Action::Run(command));
                        }
                        FoldAsked::Form(header::Asked::Number(kind)) => {
                            actions.push(Action::TakeNumber(Some(kind)));
                        }
                        FoldAsked::Form(header::Asked::Choose(choice, under)) => {
                            popup = Some((choice, under));
                        }
                        FoldAsked::Form(header::Asked::Calendar(path, under)) => {
                            let document = tab.open.editor().document();
                            self.calendar =
                                header::Dating::toggled(self.calendar.take(), path, under, document);
                        }
                        FoldAsked::Form(header::Asked::Show(part)) => {
                            tab.page.sheet.scroll(header::way_into(part, columns.page));
                            ctx.request_repaint();
                        }
                    }
                }
                self.pen.locked = None;
                let reveal = [tab.folds.attendance.reveal.take(), tab.folds.agenda.reveal.take()];
                if let Some(field) = reveal.into_iter().flatten().last() {
                    let below = (field.bottom() - columns.page.bottom()).max(0.0);
                    let above = (columns.page.top() - field.top()).max(0.0);
                    tab.page.sheet.scroll(below - above);
                    ctx.request_repaint();
                }
                let keep = std::mem::take(&mut tab.folds.attendance.keep);
                if !keep.is_empty() {
                    let document = tab.open.editor().document();
                    let known = |id| document.person(id).map(|person| (id, person.clone()));
                    actions.push(Action::KeepPeople(keep.into_iter().filter_map(known).collect()));
                }
            }
        }
        self.pen.locked.clone_from(&locked);
        let part = match &tab.open.editor().selection().head.target {
            Target::Block(id) => tab.open.editor().document().block(*id).map(|block| Part::of(&block.kind)),
            Target::Title(_) => Some(Part::Text),
            Target::Field(_) => Some(Part::Header),
            Target::Comment(_) => None,
        };
        // Who is not in the text is in the form above it.
        let in_form = !tab.preview && !page::has_keyboard(&rail_ui);
        let part = tab.folds.opened().filter(|_| in_form).or(part);
        actions.extend(rail::show(
            &mut rail_ui,
            &mut self.pen,
            columns.rail,
            &tab.counted.parts,
            part,
            words,
        ));
        self.pen.locked = None;
        if let (Some(ui), Some(rect), Some(panel)) = (panel_ui.as_mut(), columns.panel, self.panel) {
            let mut counts =
                vec![(Panel::Attendance, None), (Panel::Checks, Some(tab.counted.findings.len()))];
            // Most records were never imported: then nothing is said of it.
            if tab.open.editor().document().source().is_some() || panel == Panel::Source {
                counts.push((Panel::Source, None));
            }
            actions.extend(chrome::panel(ui, &mut self.pen, rect, panel, &counts, columns.over, words));
            let body = rect.with_min_y(rect.top() + chrome::PANEL_TABS);
            let document = tab.open.editor().document();
            self.pen.locked = locked;
            if panel == Panel::Checks {
                let found = &tab.counted.findings;
                let asked = tab.checks.show(ui, &mut self.pen, body, document, found, words);
                actions.extend(asked.into_iter().map(|asked| match asked {
                    // Whoever else took the number meanwhile has it: the next one is asked for anew.
                    checks::Asked::Run(Command::SetField { path: FieldPath::OutputNumber(kind), .. }) => {
                        Action::TakeNumber(Some(kind))
                    }
                    checks::Asked::Run(command) => Action::Run(command),
                    checks::Asked::Jump(place) => Action::Jump(place),
                }));
            }
            if panel == Panel::Source {
                let source = document.source();
                let asked = tab.origin.show(ui, &mut self.pen, body, source, words);
                actions.extend(asked.map(Action::Run));
            }
            if panel == Panel::Attendance {
                let asked = people::panel(ui, &mut self.pen, body, document, words, &mut tab.people);
                actions.extend(asked.into_iter().map(|asked| match asked {
                    people::Asked::Run(command) => Action::Run(command),
                    people::Asked::Edit => Action::Go(Part::Attendance),
                    people::Asked::More(at) => Action::Reveal(FieldPath::Attendee(at, AttendeeField::Reason)),
                    people::Asked::Roster => Action::People,
                }));
            }
            self.pen.locked = None;
        }
        match popup {
            Some((choice, _)) if chosen == Some(choice) => self.popup = None,
            Some((choice, under)) => {
                self.popup = Some(Shown { what: List::Choice(choice), under, at: None, fresh: true });
            }
            None => {}
        }
        self.beside.note(&ctx);
        actions
    }

    fn status(&mut self, ctx: &egui::Context) -> Option<Status> {
        let words = self.words;
        let is_live = self.has_live();
        let tab = self.at.and_then(|at| self.tabs.get_mut(at))?;
        let saved = if tab.open.access() == Access::Read {
            (words.get("status-read-only"), Tone::Open)
        } else if tab.open.is_saving() {
            (words.get("status-saving"), Tone::Open)
        } else if tab.save_failed && tab.is_unsaved() {
            (words.get("status-save-failed"), Tone::Bad)
        } else if tab.is_unsaved() {
            (words.get("status-unsaved"), Tone::Open)
        } else {
            match &tab.saved_at {
                Some(at) => (words.with("status-saved", &[("time", at.into())]), Tone::Good),
                None if tab.open.path().is_none() => (words.get("status-saved-never"), Tone::Open),
                None => (words.get("status-ready"), Tone::Good),
            }
        };
        #[expect(clippy::cast_possible_truncation, reason = "from 80 to 200")]
        let percent = (ctx.zoom_factor() * 100.0).round() as i64;
        Some(Status {
            saved,
            words: match tab.selected.selected(&tab.open, &tab.page.sheet.laid).filter(|_| !tab.preview) {
                _ if is_live => words.with("live-noted", &[("count", tab.live.listing.count().into())]),
                Some(of) => {
                    let values = [("some", of.words.into()), ("count", tab.counted.text.words.into())];
                    words.with("status-words-of", &values)
                }
                None => words.with("status-words", &[("count", tab.counted.text.words.into())]),
            },
            findings: words.with("status-findings", &[("count", tab.counted.findings.len().into())]),
            internal: is_live.then(|| words.get("audience-minutes")),
            page: (tab.preview && !is_live).then(|| tab.pages.status(words)),
            zoom: words.with("status-zoom", &[("percent", percent.into())]),
        })
    }

    fn items(&self, list: List) -> Vec<Item<Action>> {
        let item = |entry: Entry| {
            let mut item = Item::new(entry.name.words(self.words), entry.action).on(entry.on);
            item.icon = entry.icon;
            item.keys = entry.keys.map(|keys| keys.to_string()).unwrap_or_default();
            item.apart = entry.apart;
            if let Some(Action::Run(Command::Toggle(Mark::Colour(colour)))) = item.does() {
                item.tint = Some(self.pen.theme.colour(*colour));
            }
            match entry.why_not {
                Some(reason) => item.refused(self.words.get(reason)),
                None => item,
            }
        };
        match list {
            List::Menu(menu) => {
                let table = menus::table(&self.state()).into_iter().filter(|entry| entry.menu == menu);
                grouped(table.collect(), item, self.words)
            }
            List::Outputs => {
                let Some(open) = self.record() else { return Vec::new() };
                let outputs = open.editor().document().outputs().iter();
                outputs
                    .map(|output| {
                        let name = self.words.get(&format!("output-{}", output.kind));
                        Item::new(name, Action::Show(output.kind)).on(output.kind == open.output)
                    })
                    .collect()
            }
            List::Choice(choice) => {
                let Some(open) = self.record() else { return Vec::new() };
                let offers = choice.offers(open.editor().document(), self.words).into_iter();
                offers.map(|(words, on, command)| Item::new(words, Action::Run(command)).on(on)).collect()
            }
        }
    }

    fn lists(&mut self, ctx: &egui::Context) -> Option<Action> {
        let what = self.popup.as_ref()?.what;
        let items = self.items(what);
        let shown = self.popup.as_mut()?;
        let rtl = self.words.language().is_right_to_left();
        let fresh = std::mem::take(&mut shown.fresh);
        let became = menu(ctx, &mut self.pen, shown.under, items, &mut shown.at, rtl, fresh);
        match became {
            Popup::Open => None,
            Popup::Closed => {
                self.popup = None;
                // The field that offered choices keeps the keyboard.
                if !matches!(what, List::Choice(_)) && self.focus.is_none() {
                    self.wants_page();
                }
                None
            }
            Popup::Chosen(action) => {
                self.popup = None;
                let field_goes_on = action.leaves_hands() && self.focus.is_some();
                if !matches!(what, List::Choice(_)) && !field_goes_on {
                    self.wants_page();
                }
                Some(action)
            }
        }
    }

    /// The calendar of a date: what is picked from it.
    fn days(&mut self, ctx: &egui::Context) -> Option<Action> {
        let mut dating = self.calendar.take()?;
        let hidden = !self.is_free() || !self.instead.is_empty();
        let tab = self.at.and_then(|at| self.tabs.get(at)).filter(|_| !hidden)?;
        let document = tab.open.editor().document();
        let today = crate::arabic::date::today_here();
        match dating.show(ctx, &mut self.pen, document, today, self.words) {
            Popup::Open => {
                self.calendar = Some(dating);
                None
            }
            Popup::Closed => None,
            Popup::Chosen(command) => {
                // The field shows what the record holds.
                self.focus = None;
                Some(Action::Run(command))
            }
        }
    }

    /// The word on what was done, and what takes it back while it stands.
    fn toasts(&mut self, ui: &Ui, ctx: &egui::Context, screen: Rect) -> Option<Action> {
        let now = ctx.input(|input| input.time);
        let undo = self.undo_of_toast().or_else(|| self.undo_of_people());
        let undo = undo.or_else(|| self.undo_of_body()).or_else(|| self.undo_of_template());
        if undo.is_none() {
            self.let_go_for_good();
        }
        let (text, since) = self.toast.as_mut()?;
        if *since <= 0.0 {
            *since = now;
        }
        let left = if undo.is_some() { UNDO } else { TOAST } - (now - *since);
        if left <= 0.0 {
            self.toast = None;
            self.let_go_for_good();
            return None;
        }
        let text = text.clone();
        let Some(undo) = undo else {
            chrome::toast(ui, &mut self.pen, screen, &text, left);
            return None;
        };
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
        let rtl = self.words.language().is_right_to_left();
        let label = self.words.get("cmd-undo");
        let shown = Toast { words: &text, action: &label, rtl };
        let foot = pos2(screen.center().x, screen.bottom() - STATUS - 16.0);
        toast(ctx, &mut self.pen, foot, &shown).then_some(undo)
    }
}

/// The lines of a menu; neighbours that stand in a menu inside it behind one line.
fn grouped(entries: Vec<Entry>, item: impl Fn(Entry) -> Item<Action>, words: Words) -> Vec<Item<Action>> {
    let mut all: Vec<Item<Action>> = Vec::new();
    let mut open = None;
    for entry in entries {
        let (under, apart) = (entry.under, entry.apart);
        let mut line = item(Entry { apart: apart && under.is_none(), ..entry });
        match under {
            None => all.push(line),
            Some((key, own)) => {
                line.words = words.get(own);
                match all.last_mut().filter(|_| open == Some(key)) {
                    Some(head) => head.more.push(line),
                    None => {
                        let mut head = Item::group(words.get(key), vec![line]);
                        head.apart = apart;
                        all.push(head);
                    }
                }
            }
        }
        open = under.map(|(key, _)| key);
    }
    for head in &mut all {
        // What cannot be done at all says why once.
        if let Some(first) = head.more.first().filter(|_| head.more.iter().all(|line| !line.enabled)) {
            head.reason = first.reason.clone();
            head.enabled = false;
        }
    }
    all
}

/// What the folds are drawn from.
fn shown_of<'a>(
    open: &'a Open,
    words: Words,
    finder: &'a Finder,
    chosen: Option<header::Choice>,
    number: Option<&'a str>,
) -> folds::Shown<'a> {
    let editor = open.editor();
    folds::Shown {
        document: editor.document(),
        output: open.output,
        version: editor.state(),
        words,
        finder,
        chosen,
        number,
    }
}

/// Shows the folder of a file on the desktop.
pub(super) fn open_folder(ctx: &egui::Context, file: &std::path::Path) {
    if let Some(folder) = file.parent() {
        ctx.open_url(egui::OpenUrl::new_tab(format!("file://{}", folder.display())));
    }
}
