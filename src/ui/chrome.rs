//! What stands around the page: the bar of menus above it and the line of state below it.

use std::time::Duration;

use eframe::egui::{self, Align2, Id, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::action::Action;
use super::files::Purpose;
use super::page::kind_here;
use super::pen::{Icon, Pen};
use super::theme::{Face, Mode};
use super::widgets::{Item, Row, Weight, button, button_width, icon_button, segmented, side, told};
use crate::document::{
    AgendaItem, Atom, Audience, BodyForm, DateForm, Decision, Kind, Mark, OutputKind, PersonForm, Role,
    SessionForm, Speaker, State, VenueForm,
};
use crate::edit::{Command, Shift};
use crate::text::Base;
use crate::words::{Language, Words};
use crate::workspace::Open;

/// How high the bar is.
pub const BAR: f32 = 44.0;
/// How high the line of state is.
pub const STATUS: f32 = 28.0;

/// One of the menus.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Menu {
    /// Records and the window.
    File,
    /// What was done, and the clipboard.
    Edit,
    /// Looks.
    View,
    /// Fields.
    Insert,
    /// Kinds and letters.
    Format,
    /// Readers, levels, order.
    Tools,
    /// About.
    Help,
}

impl Menu {
    const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::View, Self::Insert, Self::Format, Self::Tools, Self::Help];

    fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Insert => "menu-insert",
            Self::Format => "menu-format",
            Self::Tools => "menu-tools",
            Self::Help => "menu-help",
        }
    }

    fn needs_record(self) -> bool {
        matches!(self, Self::Edit | Self::Insert | Self::Format | Self::Tools)
    }
}

/// What was pressed on the bar.
pub enum Pressed {
    /// Something to do.
    Do(Action),
    /// A menu to open below its word.
    Menu(Menu, Rect),
}

/// Shows the bar. `open_menu` is the menu whose list is open.
pub fn bar(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    open: Option<&Open>,
    name: &str,
    words: Words,
    open_menu: Option<Menu>,
) -> Vec<Pressed> {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    let mut out = Vec::new();
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(Rect::from_min_max(rect.min + vec2(12.0, 6.0), rect.max - vec2(12.0, 6.0)), rtl);
    let home = row.start(32.0);
    if icon_button(ui, pen, home, Icon::House, &words.get("cmd-home")) {
        out.push(Pressed::Do(Action::Home));
    }
    row.start(4.0);
    for menu in Menu::ALL {
        if menu.needs_record() && open.is_none() {
            continue;
        }
        let word = words.get(menu.key());
        let width = pen.line(ui.ctx(), &word, Face::Base).width() + 16.0;
        let place = row.start(width);
        let response = ui.interact(place, Id::unique(("menu-word", menu.key())), Sense::click());
        let is_open = open_menu == Some(menu);
        if is_open || response.hovered() {
            ui.painter().rect_filled(place, 6.0, theme.hover);
        }
        super::widgets::ring(ui, pen, place, 6, &response);
        pen.centred(ui, place, &word, Face::Base, theme.ink);
        let by_key = !is_open
            && response.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let follows = open_menu.is_some() && !is_open && response.hovered();
        // Enter is for the list that is open; egui takes it for a click.
        let clicked =
            if is_open { response.clicked_by(egui::PointerButton::Primary) } else { response.clicked() };
        if clicked || by_key || follows {
            out.push(Pressed::Menu(menu, place));
        }
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &word));
    }
    match open {
        Some(open) => record(ui, pen, &mut row, rect, open, name, words, &mut out),
        None => {
            let label = words.get("cmd-open");
            let width = button_width(ui, pen, &label, Some(Icon::FolderOpen));
            let place = row.end(width);
            if button(ui, pen, place, &label, Some(Icon::FolderOpen), Weight::Plain, rtl) {
                out.push(Pressed::Do(Action::Ask(Purpose::Open)));
            }
        }
    }
    out
}

#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it can change")]
fn record(
    ui: &mut Ui,
    pen: &mut Pen,
    row: &mut Row,
    rect: Rect,
    open: &Open,
    name: &str,
    words: Words,
    out: &mut Vec<Pressed>,
) {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    let label = words.get("cmd-copy-text");
    let width = button_width(ui, pen, &label, None);
    let place = row.end(width);
    if button(ui, pen, place, &label, None, Weight::Plain, rtl) {
        out.push(Pressed::Do(Action::CopyText));
    }
    row.end(16.0);
    let document = open.editor.document();
    let kinds: Vec<OutputKind> = document.outputs().iter().map(|output| output.kind).collect();
    let options: Vec<String> = kinds.iter().map(|kind| words.get(&format!("output-{kind}"))).collect();
    let mut switch = 0.0;
    for option in &options {
        switch += pen.line(ui.ctx(), option, Face::BaseStrong).width() + 24.0;
    }
    let state = document.output(open.output).map_or(State::Draft, |output| output.state);
    let pill = words.get(&format!("state-{}", state.keyword()));
    let pill_width = pen.line(ui.ctx(), &pill, Face::Caption).width() + 20.0;
    let free = row.rest();
    // Where there is little room the state goes first, then the name; both stand elsewhere too.
    let has_pill = free.width() >= switch + pill_width + 140.0;
    let pill_room = if has_pill { pill_width + 12.0 } else { 0.0 };
    let name_room = free.width() - switch - pill_room - 28.0;
    let title = pen.fitted(ui.ctx(), name, Face::BaseStrong, Base::Auto, name_room.max(0.0));
    let has_name = name_room >= 48.0;
    let name_width = if has_name { title.width() + 12.0 } else { 0.0 };
    let total = name_width + switch + pill_room;
    let middle = rect
        .center()
        .x
        .clamp(free.left() + total / 2.0, (free.right() - total / 2.0).max(free.left() + total / 2.0));
    let centre = Rect::from_center_size(pos2(middle, rect.center().y), vec2(total, 32.0));
    let mut row = Row::new(centre, rtl);
    if has_name {
        let place = row.start(title.width());
        let (at, anchor) = side(place, rtl);
        pen.draw(ui.painter(), &title, at, anchor, theme.ink);
        row.start(12.0);
    }
    let place = row.start(switch);
    if options.len() > 1 {
        let chosen = kinds.iter().position(|kind| *kind == open.output);
        if let Some(kind) = segmented(ui, pen, place, &options, chosen, rtl).and_then(|hit| kinds.get(hit)) {
            out.push(Pressed::Do(Action::Show(*kind)));
        }
    } else if let Some(option) = options.first() {
        pen.centred(ui, place, option, Face::Base, theme.ink2);
    }
    if has_pill {
        row.start(12.0);
        let place = Rect::from_center_size(row.start(pill_width).center(), vec2(pill_width, 22.0));
        ui.painter().rect_filled(place, 11.0, theme.hover);
        pen.centred(ui, place, &pill, Face::Caption, theme.ink2);
    }
}

/// What the menu offers now.
#[must_use]
pub fn items(
    menu: Menu,
    open: Option<&Open>,
    words: Words,
    mode: Mode,
    templates: &[(String, String)],
) -> Vec<Item<Action>> {
    let get = |key: &str| words.get(key);
    match menu {
        Menu::File => file(open, words, templates),
        Menu::Edit => {
            let editor = open.map(|open| &open.editor);
            let selected = editor.is_some_and(|editor| !editor.selection().is_caret());
            vec![
                Item::new(get("cmd-undo"), Action::Undo)
                    .keys("Ctrl+Z")
                    .enabled(editor.is_some_and(crate::edit::Editor::can_undo)),
                Item::new(get("cmd-redo"), Action::Redo)
                    .keys("Ctrl+Y")
                    .enabled(editor.is_some_and(crate::edit::Editor::can_redo)),
                Item::new(get("cmd-cut"), Action::Cut).keys("Ctrl+X").enabled(selected).apart(),
                Item::new(get("cmd-copy"), Action::Copy).keys("Ctrl+C").enabled(selected),
                Item::new(get("cmd-paste"), Action::Paste).keys("Ctrl+V"),
                Item::new(get("cmd-select-all"), Action::Run(Command::SelectAll)).keys("Ctrl+A").apart(),
            ]
        }
        Menu::View => view(words, mode),
        Menu::Insert => insert(words),
        Menu::Format => open.map(|open| format(open, words)).unwrap_or_default(),
        Menu::Tools => open.map(|open| tools(open, words)).unwrap_or_default(),
        Menu::Help => vec![Item::new(get("cmd-about"), Action::About)],
    }
}

fn file(open: Option<&Open>, words: Words, templates: &[(String, String)]) -> Vec<Item<Action>> {
    let get = |key: &str| words.get(key);
    let mut items: Vec<Item<Action>> = templates
        .iter()
        .enumerate()
        .map(|(index, (id, name))| {
            let item = Item::new(name.clone(), Action::New(id.clone()));
            if index == 0 { item.keys("Ctrl+N") } else { item }
        })
        .collect();
    items.push(Item::new(get("cmd-open"), Action::Ask(Purpose::Open)).keys("Ctrl+O").apart());
    if open.is_some() {
        items.extend([
            Item::new(get("cmd-save"), Action::Save).keys("Ctrl+S").apart(),
            Item::new(get("cmd-save-as"), Action::Ask(Purpose::SaveAs)).keys("Ctrl+Shift+S"),
            Item::new(get("cmd-export"), Action::Ask(Purpose::ExportText)),
            Item::new(get("cmd-copy-text"), Action::CopyText),
        ]);
    }
    items.push(Item::new(get("cmd-quit"), Action::Quit).keys("Ctrl+Q").apart());
    items
}

fn view(words: Words, mode: Mode) -> Vec<Item<Action>> {
    let get = |key: &str| words.get(key);
    let mut items = vec![
        Item::new(get("theme-light"), Action::Theme(Mode::Light)).on(mode == Mode::Light),
        Item::new(get("theme-dark"), Action::Theme(Mode::Dark)).on(mode == Mode::Dark),
        Item::new(get("cmd-zoom-in"), Action::Zoom(1.1)).keys("Ctrl++").apart(),
        Item::new(get("cmd-zoom-out"), Action::Zoom(1.0 / 1.1)).keys("Ctrl+-"),
        Item::new(get("cmd-zoom-reset"), Action::Zoom(0.0)).keys("Ctrl+0"),
    ];
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let item = Item::new(language.own_name(), Action::Speak(language));
        let item = item.on(words.language() == language);
        items.push(if index == 0 { item.apart() } else { item });
    }
    items
}

fn insert(words: Words) -> Vec<Item<Action>> {
    let field = |key: &str, atom: Atom| {
        let name = words.get(key);
        let name = name.trim_matches(['[', ']']).to_owned();
        Item::new(name, Action::Run(Command::InsertField(atom)))
    };
    vec![
        field("atom-chair", Atom::Chair(PersonForm::Full)),
        field("atom-dates", Atom::Dates(DateForm::WithDay)),
        field("atom-venue", Atom::Venue(VenueForm::At)),
        field("atom-body", Atom::Body(BodyForm::Name)),
        field("atom-session", Atom::Session(SessionForm::Definite)),
        field("atom-attendance", Atom::Attendance(crate::arabic::Case::Oblique)),
        field("atom-region", Atom::Body(BodyForm::Region)),
        field("atom-number", Atom::Number),
    ]
}

fn format(open: &Open, words: Words) -> Vec<Item<Action>> {
    let here = kind_here(open);
    let kinds: [(&str, Kind); 14] = [
        ("kind-paragraph", Kind::default()),
        ("kind-lead", Kind::Paragraph(Role::Lead)),
        ("kind-context", Kind::Paragraph(Role::Context)),
        ("kind-recital", Kind::Paragraph(Role::Recital)),
        ("kind-enacting", Kind::Paragraph(Role::Enacting)),
        ("kind-axis", Kind::recommendation(0)),
        ("kind-section", Kind::recommendation(1)),
        ("kind-item", Kind::recommendation(2)),
        ("kind-subitem", Kind::recommendation(3)),
        ("kind-agenda", Kind::AgendaItem(AgendaItem::default())),
        ("kind-intervention", Kind::Intervention(Speaker::default())),
        ("kind-quote", Kind::Quote(Speaker::default())),
        ("kind-decision", Kind::Decision(Decision::default())),
        ("kind-closing", Kind::Paragraph(Role::Closing)),
    ];
    let same = |kind: &Kind| {
        here.is_some_and(|(now, _)| {
            std::mem::discriminant(now) == std::mem::discriminant(kind)
                && now.depth() == kind.depth()
                && (!matches!(kind, Kind::Paragraph(_)) || now == kind)
        })
    };
    let mut items: Vec<Item<Action>> = kinds
        .into_iter()
        .map(|(key, kind)| {
            let on = same(&kind);
            Item::new(words.get(key), Action::Run(Command::SetKind(kind))).on(on)
        })
        .collect();
    items.extend([
        run(words, "cmd-bold", Command::Toggle(Mark::Bold), "Ctrl+B").apart(),
        run(words, "cmd-underline", Command::Toggle(Mark::Underline), "Ctrl+U"),
    ]);
    items
}

fn run(words: Words, key: &str, command: Command, keys: &'static str) -> Item<Action> {
    Item::new(words.get(key), Action::Run(command)).keys(keys)
}

fn tools(open: &Open, words: Words) -> Vec<Item<Action>> {
    let here = kind_here(open);
    let audiences = [
        ("audience-both", Audience::Both),
        ("audience-minutes", Audience::MinutesOnly),
        ("audience-communique", Audience::CommuniqueOnly),
    ];
    let readers = audiences.into_iter().map(|(key, audience)| {
        let on = here.is_some_and(|(_, now)| now == audience);
        Item::new(words.get(key), Action::Run(Command::SetAudience(audience))).on(on).enabled(here.is_some())
    });
    let mut items: Vec<Item<Action>> = readers.collect();
    let listed = here.is_some_and(|(kind, _)| kind.depth().is_some());
    items.extend([
        run(words, "cmd-promote", Command::Depth(Shift::Up), "Shift+Tab").enabled(listed).apart(),
        run(words, "cmd-demote", Command::Depth(Shift::Down), "Tab").enabled(listed),
        run(words, "cmd-move-up", Command::Move(Shift::Up), "Alt+Up").enabled(here.is_some()).apart(),
        run(words, "cmd-move-down", Command::Move(Shift::Down), "Alt+Down").enabled(here.is_some()),
    ]);
    items
}

/// What the line of state tells.
pub struct Status {
    /// Whether and when the record was saved.
    pub saved: (String, Tone),
    /// How many words.
    pub words: String,
    /// How many findings.
    pub findings: String,
    /// How large everything is drawn.
    pub zoom: String,
}

/// How a state is to be taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// All is well.
    Good,
    /// Something is to be done.
    Open,
    /// Something went wrong.
    Bad,
}

/// Shows the line of state.
pub fn status(ui: &Ui, pen: &mut Pen, rect: Rect, status: Option<&Status>, rtl: bool) {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
    let Some(status) = status else { return };
    let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), rtl);
    let (icon, colour) = match status.saved.1 {
        Tone::Good => (Icon::Check, theme.ok),
        Tone::Open => (Icon::Pencil, theme.ink2),
        Tone::Bad => (Icon::WarningCircle, theme.error),
    };
    let place = row.start(16.0);
    icon.draw(ui.painter(), place.center(), 14.0, colour);
    row.start(6.0);
    for (text, colour) in
        [(&status.saved.0, colour), (&status.words, theme.ink2), (&status.findings, theme.ink2)]
    {
        let words = pen.line(ui.ctx(), text, Face::Caption);
        let place = row.start(words.width());
        let (at, anchor) = side(place, rtl);
        pen.draw(ui.painter(), &words, at, anchor, colour);
        told(ui, place, text, text);
        row.start(16.0);
    }
    // A per cent sign goes to the wrong side of its number unless the whole is read from the left.
    let zoom = pen.words(ui.ctx(), &status.zoom, Face::Caption, Base::Ltr, None);
    let place = row.end(zoom.width());
    pen.draw(ui.painter(), &zoom, place.center(), Align2::CENTER_CENTER, theme.ink2);
    told(ui, place, "zoom", &status.zoom);
}

/// A short word on what was kept, at the bottom of the window for a while.
pub fn toast(ui: &Ui, pen: &mut Pen, screen: Rect, text: &str, left: f64) {
    let words = pen.fitted(ui.ctx(), text, Face::Base, Base::Auto, screen.width() - 80.0);
    let size = vec2(words.width() + 32.0, 40.0);
    let centre = pos2(screen.center().x, screen.bottom() - STATUS - 36.0);
    let rect = Rect::from_center_size(centre, size);
    let theme = pen.theme;
    let (fill, ink) = match theme.mode {
        Mode::Light => (theme.ink, theme.chrome),
        Mode::Dark => (theme.ink, theme.on_accent),
    };
    ui.painter().rect_filled(rect, 6.0, fill);
    pen.draw(ui.painter(), &words, rect.center(), Align2::CENTER_CENTER, ink);
    told(ui, rect, "toast", text);
    ui.ctx().request_repaint_after(Duration::from_secs_f64(left.max(0.01)));
}
