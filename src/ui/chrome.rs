//! What stands around the page: the bar of menus above it and the line of state below it.

use std::time::Duration;

use eframe::egui::{self, Align2, Id, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::access;
use super::action::{Action, Panel};
use super::files::Purpose;
use super::find::FIELD;
use super::menus::Menu;
use super::pen::{Icon, Pen};
use super::publish;
use super::theme::{Face, Mode};
use super::widgets::{
    IconButton, Row, Weight, button, button_width, icon_button, neighbour, segmented, side, told, told_aloud,
};
use crate::document::{OutputKind, State};
use crate::text::Base;
use crate::words::Words;
use crate::workspace::Open;

/// How high the bar is.
pub const BAR: f32 = 44.0;
/// How high the line of state is.
pub const STATUS: f32 = 28.0;
/// How many texts stand side by side in the switch.
const SWITCHED: usize = 3;
/// How high the row of tabs is.
pub const TABS: f32 = 32.0;
/// How high the panel's own tabs are.
pub const PANEL_TABS: f32 = 40.0;

/// What was pressed on the bar.
pub enum Pressed {
    /// Something to do.
    Do(Action),
    /// A menu to open below its word.
    Menu(Menu, Rect),
    /// The record's other texts, to be offered below this.
    Outputs(Rect),
    /// The field of what is looked for stands here.
    Find(Rect),
}

/// What the bar is about.
pub struct Shown<'a> {
    /// The record that is shown.
    pub record: Option<&'a Open>,
    /// What it is called.
    pub name: &'a str,
    /// Whether its preview is shown.
    pub preview: bool,
    /// Which panel is shown.
    pub panel: Option<Panel>,
    /// Whether something is looked for.
    pub finds: bool,
    /// Whether the publish screen is shown, and whether its panel lies over the result.
    pub publish: Option<bool>,
}

/// Shows the bar. `open_menu` is the menu whose list is open.
pub fn bar(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    shown: &Shown<'_>,
    words: Words,
    open_menu: Option<Menu>,
) -> Vec<Pressed> {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    let mut out = Vec::new();
    let open = shown.record;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(Rect::from_min_max(rect.min + vec2(12.0, 6.0), rect.max - vec2(12.0, 6.0)), rtl);
    let home = row.start(32.0);
    if icon_button(ui, pen, home, Icon::House, &words.get("cmd-home")) {
        out.push(Pressed::Do(Action::Home));
    }
    row.start(4.0);
    let menus: Vec<Menu> =
        Menu::ALL.into_iter().filter(|menu| open.is_some() || !menu.needs_record()).collect();
    let beside = neighbour(ui.ctx()).and_then(|step| {
        let at = menus.iter().position(|menu| Some(*menu) == open_menu)?;
        menus.get((at + menus.len()).checked_add_signed(step)? % menus.len()).copied()
    });
    for menu in menus {
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
        let follows = beside == Some(menu) || open_menu.is_some() && !is_open && points(ui, &response);
        // Enter is for the list that is open; egui takes it for a click.
        let clicked = if is_open { access::pressed(&response) } else { response.clicked() };
        if clicked || by_key || follows {
            out.push(Pressed::Menu(menu, place));
        }
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &word));
        access::opens(ui.ctx(), response.id, is_open);
    }
    match open {
        Some(open) => record(ui, pen, &mut row, rect, open, shown, words, &mut out),
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

/// Whether the mouse has come here: where it merely rests, the arrows go on to the next menu.
fn points(ui: &Ui, response: &egui::Response) -> bool {
    response.hovered() && ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO)
}

#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it can change")]
fn record(
    ui: &mut Ui,
    pen: &mut Pen,
    row: &mut Row,
    rect: Rect,
    open: &Open,
    shown: &Shown<'_>,
    words: Words,
    out: &mut Vec<Pressed>,
) {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    let wide = rect.width() >= 1280.0;
    match shown.publish {
        Some(over) => {
            let act = publish::bar_end(ui, pen, row, wide, over, words);
            out.extend(act.map(|act| Pressed::Do(Action::Publish(act))));
        }
        None => {
            let label = words.get("cmd-publish");
            let width = button_width(ui, pen, &label, None).max(55.0);
            let place = row.end(width);
            if button(ui, pen, place, &label, None, Weight::Filled, rtl) {
                out.push(Pressed::Do(Action::Publish(publish::Act::Toggle)));
            }
            row.end(8.0);
        }
    }
    let document = open.editor().document();
    let kinds: Vec<OutputKind> = document.outputs().iter().map(|output| output.kind).collect();
    let name_of = |kind: &OutputKind| words.get(&format!("the-output-{kind}"));
    // Three texts side by side at most: the third place is for the one that is shown, or offers the others.
    let more = kinds.len() > SWITCHED;
    let mut options: Vec<String> =
        kinds.iter().take(if more { SWITCHED - 1 } else { SWITCHED }).map(name_of).collect();
    let chosen = kinds.iter().position(|kind| *kind == open.output);
    if more {
        let further = chosen.filter(|at| *at >= options.len()).and_then(|at| kinds.get(at));
        options.push(further.map_or_else(|| words.get("output-others"), name_of));
    }
    let last = options.len().saturating_sub(1);
    let chosen = chosen.map(|at| at.min(last));
    let mut switch = 0.0;
    for option in &options {
        switch += pen.line(ui.ctx(), option, Face::BaseStrong).width() + 24.0;
    }
    // Beside many texts with long names the search is an icon, as in a narrow window.
    if shown.publish.is_some() {
        // What is published is not searched.
    } else if wide && row.rest().width() >= switch + FIELD + 56.0 {
        let place = row.end(FIELD);
        out.push(Pressed::Find(place));
        if !shown.finds && search(ui, pen, place, words) {
            out.push(Pressed::Do(Action::Find(false)));
        }
    } else if wide {
        let place = row.end(32.0);
        if toggle(ui, pen, place, Icon::MagnifyingGlass, &words.get("cmd-find"), shown.finds) {
            out.push(Pressed::Do(Action::Find(false)));
        }
    } else {
        let (panel, icon) = (shown.panel.unwrap_or(Panel::Checks), Icon::SidebarSimple);
        let place = row.end(32.0);
        if toggle(ui, pen, place, icon, &words.get("cmd-toggle-panel"), shown.panel.is_some()) {
            out.push(Pressed::Do(Action::Panel(panel)));
        }
        row.end(8.0);
        let place = row.end(32.0);
        if toggle(ui, pen, place, Icon::MagnifyingGlass, &words.get("cmd-find"), shown.finds) {
            out.push(Pressed::Do(Action::Find(false)));
        }
    }
    row.end(16.0);
    let state = document.output(open.output).map_or(State::Draft, |output| output.state);
    let pill = words.get(&format!("state-{}", state.keyword()));
    let pill_width = pen.line(ui.ctx(), &pill, Face::Caption).width() + 42.0;
    // The name does not touch the menus.
    row.start(12.0);
    let free = row.rest();
    let switch = switch.min(free.width() - 28.0);
    // Where there is little room the state goes first, then the name; both stand elsewhere too.
    let has_pill = free.width() >= switch + pill_width + 168.0;
    let pill_room = if has_pill { pill_width + 12.0 } else { 0.0 } + 40.0;
    let name_room = free.width() - switch - pill_room - 16.0;
    let title = pen.fitted(ui.ctx(), shown.name, Face::BaseStrong, Base::Auto, name_room.max(0.0));
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
        match segmented(ui, pen, place, &options, chosen, rtl) {
            Some(hit) if more && hit == last => out.push(Pressed::Outputs(place)),
            Some(hit) => out.extend(kinds.get(hit).map(|kind| Pressed::Do(Action::Show(*kind)))),
            None => {}
        }
    } else if let Some(option) = options.first() {
        pen.centred(ui, place, option, Face::Base, theme.ink2);
    }
    if has_pill {
        row.start(12.0);
        let place = Rect::from_center_size(row.start(pill_width).center(), vec2(pill_width, 22.0));
        ui.painter().rect_filled(place, 11.0, theme.hover);
        let mut inner = Row::new(place.shrink2(vec2(10.0, 0.0)), rtl);
        Icon::Pencil.draw(ui.painter(), inner.start(16.0).center(), 16.0, theme.ink2);
        inner.start(6.0);
        pen.centred(ui, inner.rest(), &pill, Face::Caption, theme.ink2);
    }
    row.start(8.0);
    if toggle(ui, pen, row.start(32.0), Icon::Eye, &words.get("cmd-preview"), shown.preview) {
        out.push(Pressed::Do(Action::Preview));
    }
}

/// A button of an icon that is on or off.
fn toggle(ui: &mut Ui, pen: &mut Pen, rect: Rect, icon: Icon, name: &str, on: bool) -> bool {
    if !on {
        return icon_button(ui, pen, rect, icon, name);
    }
    ui.painter().rect_filled(rect, 6.0, pen.theme.chosen);
    let pressed = icon_button(ui, pen, rect, icon, name);
    ui.painter().rect_filled(rect, 6.0, pen.theme.chosen);
    icon.draw_filled(ui.painter(), rect.center(), 20.0, pen.theme.accent);
    pressed
}

/// What opens the search, in the place of its field.
fn search(ui: &mut Ui, pen: &mut Pen, rect: Rect, words: Words) -> bool {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    let response = ui.interact(rect, Id::unique("search"), Sense::click());
    let stroke = Stroke::new(1.0, if response.hovered() { theme.ink2 } else { theme.edge });
    ui.painter().rect_filled(rect, 4.0, theme.raised);
    ui.painter().rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
    super::widgets::ring(ui, pen, rect, 4, &response);
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), rtl);
    Icon::MagnifyingGlass.draw(ui.painter(), row.start(16.0).center(), 16.0, theme.ink2);
    row.start(8.0);
    let keys = pen.words(ui.ctx(), "Ctrl F", Face::Caption, Base::Ltr, None);
    let cap = row.end(keys.width() + 12.0);
    let cap = Rect::from_center_size(cap.center(), vec2(cap.width(), 20.0));
    ui.painter().rect_filled(cap, 4.0, theme.chrome);
    ui.painter().rect_stroke(cap, 4.0, Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
    pen.draw(ui.painter(), &keys, cap.center(), Align2::CENTER_CENTER, theme.ink2);
    row.end(8.0);
    let hint = words.get("hint-search");
    let shown = pen.fitted(ui.ctx(), &hint, Face::Base, Base::Auto, row.rest().width());
    let (at, anchor) = side(row.rest(), rtl);
    pen.draw(ui.painter(), &shown, at, anchor, theme.ink3);
    let name = words.get("cmd-find");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let by_key = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    response.clicked() || by_key
}

/// The row of tabs: one for each open record, with what is not saved marked.
pub fn tabs(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    names: &[(String, bool)],
    at: Option<usize>,
    words: Words,
) -> Vec<Action> {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), rtl);
    #[expect(clippy::cast_precision_loss, reason = "a handful of tabs")]
    let width = (row.rest().width() / names.len().max(1) as f32).min(240.0);
    let mut out = Vec::new();
    for (index, (name, unsaved)) in names.iter().enumerate() {
        let place = row.start(width);
        let on = at == Some(index);
        let response = ui.interact(place, Id::unique(("tab", index)), Sense::click());
        if on {
            ui.painter().rect_filled(place.shrink2(vec2(2.0, 0.0)), 0.0, theme.desk);
            let under = Rect::from_min_max(pos2(place.left(), place.bottom() - 2.0), place.max);
            ui.painter().rect_filled(under, 0.0, theme.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(place.shrink2(vec2(2.0, 0.0)), 0.0, theme.hover);
        }
        let mut inner = Row::new(place.shrink2(vec2(12.0, 0.0)), rtl);
        let close = inner.end(20.0);
        let close = Rect::from_center_size(close.center(), vec2(20.0, 20.0));
        inner.end(4.0);
        if *unsaved {
            ui.painter().circle_filled(inner.end(8.0).center(), 3.0, theme.ink3);
            inner.end(4.0);
        }
        let face = if on { Face::BaseStrong } else { Face::Base };
        let shown = pen.fitted(ui.ctx(), name, face, Base::Auto, inner.rest().width());
        let (to, anchor) = side(inner.rest(), rtl);
        pen.draw(ui.painter(), &shown, to, anchor, if on { theme.ink } else { theme.ink2 });
        super::widgets::ring(ui, pen, place.shrink(3.0), 4, &response);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Tab, true, name));
        access::chosen(ui.ctx(), response.id, on);
        let by_key =
            response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let label = words.with("tab-close", &[("name", name.into())]);
        // Two records may be called the same.
        let cross = IconButton { icon: Icon::Close, name: &label, chosen: None, refused: None, rtl };
        let id = Id::unique(("tab-close", index));
        if cross.show(ui, pen, close, id) || response.middle_clicked() {
            out.push(Action::CloseAt(index));
        } else if response.clicked() || by_key {
            out.push(Action::Tab(index));
        }
    }
    out
}

fn panel_key(panel: Panel) -> &'static str {
    match panel {
        Panel::Attendance => "panel-attendance",
        Panel::Checks => "panel-checks",
        Panel::Source => "panel-source",
    }
}

/// The tab of a panel.
#[must_use]
pub fn panel_tab(panel: Panel) -> Id {
    Id::unique(("panel-tab", panel_key(panel)))
}

/// The panel's ground and its tabs; the part below them is drawn by what is shown. What was chosen.
pub fn panel(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    chosen: Panel,
    counts: &[(Panel, Option<usize>)],
    over: bool,
    words: Words,
) -> Option<Action> {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    if over {
        let shadow = egui::Shadow { offset: [0, 8], blur: 24, spread: 0, color: theme.shadow_menu };
        ui.painter().add(shadow.as_shape(rect, egui::CornerRadius::ZERO));
    }
    // It takes what is pressed on it, but is no stop of the keyboard.
    ui.interact(rect, Id::unique("panel"), Sense::CLICK | Sense::DRAG);
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), PANEL_TABS));
    ui.painter().hline(rect.x_range(), head.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(head.shrink2(vec2(16.0, 0.0)), rtl);
    let mut asked = None;
    for (panel, count) in counts {
        let name = words.get(panel_key(*panel));
        let on = *panel == chosen;
        let face = if on { Face::BaseStrong } else { Face::Base };
        let shown = pen.line(ui.ctx(), &name, face);
        let count = count
            .filter(|count| *count > 0)
            .map(|count| pen.line(ui.ctx(), &count.to_string(), Face::Caption));
        let badge = count.as_ref().map_or(0.0, |count| (count.width() + 10.0).max(18.0));
        let gap = if badge > 0.0 { 8.0 } else { 0.0 };
        let place = row.start(shown.width() + gap + badge);
        row.start(24.0);
        let response = ui.interact(place, panel_tab(*panel), Sense::click());
        let ink = if on {
            theme.accent
        } else if response.hovered() {
            theme.ink
        } else {
            theme.ink2
        };
        let mut inner = Row::new(place, rtl);
        let (at, anchor) = side(inner.start(shown.width()), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, ink);
        if let Some(count) = count {
            inner.start(gap);
            let spot = Rect::from_center_size(inner.start(badge).center(), vec2(badge, 18.0));
            ui.painter().rect_filled(spot, 9.0, if on { theme.chosen } else { theme.hover });
            pen.draw(ui.painter(), &count, spot.center(), Align2::CENTER_CENTER, ink);
        }
        if on {
            let under = Rect::from_min_max(
                pos2(place.left(), head.bottom() - 2.0),
                pos2(place.right(), head.bottom()),
            );
            ui.painter().rect_filled(under, 0.0, theme.accent);
        }
        super::widgets::ring(ui, pen, place.shrink2(vec2(0.0, 6.0)), 4, &response);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Tab, true, &name));
        access::chosen(ui.ctx(), response.id, on);
        let by_key =
            response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if (response.clicked() || by_key) && !on {
            asked = Some(Action::Panel(*panel));
        }
    }
    let place = Rect::from_center_size(row.end(20.0).center(), vec2(28.0, 28.0));
    if icon_button(ui, pen, place, Icon::Close, &words.get("panel-close")) {
        asked = Some(Action::Panel(chosen));
    }
    asked
}

/// What the line of state tells.
pub struct Status {
    /// Whether and when the record was saved.
    pub saved: (String, Tone),
    /// How many words.
    pub words: String,
    /// How many findings.
    pub findings: String,
    /// What is for the minutes alone, told in place of the findings.
    pub internal: Option<String>,
    /// Which page of how many, while the preview is shown.
    pub page: Option<String>,
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

/// Shows the line of state; what was pressed on it.
pub fn status(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    status: Option<&Status>,
    words: Words,
    rtl: bool,
) -> Option<Action> {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
    let status = status?;
    let mut asked = None;
    let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), rtl);
    let (icon, colour) = match status.saved.1 {
        Tone::Good => (Icon::Check, theme.ok),
        Tone::Open => (Icon::Pencil, theme.ink2),
        Tone::Bad => (Icon::WarningCircle, theme.error),
    };
    let ink = theme.ink2;
    let mut parts = vec![
        (Some(icon), &status.saved.0, colour, None),
        (None, &status.words, ink, status.internal.is_none().then_some(Action::Counts)),
    ];
    parts.push(match &status.internal {
        Some(only) => (Some(Icon::Lock), only, theme.internal, None),
        None => (Some(Icon::Warning), &status.findings, ink, Some(Action::Panel(Panel::Checks))),
    });
    parts.extend(status.page.as_ref().map(|page| (None, page, ink, None)));
    for (icon, text, colour, action) in parts {
        let shaped = pen.line(ui.ctx(), text, Face::Caption);
        let wide = shaped.width() + if icon.is_some() { 22.0 } else { 0.0 };
        let whole = row.start(wide);
        let mut part = Row::new(whole, rtl);
        if let Some(icon) = icon {
            icon.draw(ui.painter(), part.start(16.0).center(), 16.0, colour);
            part.start(6.0);
        }
        let (at, anchor) = side(part.rest(), rtl);
        pen.draw(ui.painter(), &shaped, at, anchor, colour);
        match action {
            None => told(ui, whole, text, text),
            Some(action) => {
                let id = Id::unique(("status", matches!(action, Action::Counts)));
                let response = ui.interact(whole, id, Sense::click());
                super::widgets::ring(ui, pen, whole.shrink2(vec2(0.0, 5.0)), 2, &response);
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, text));
                let by_key = response.has_focus()
                    && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
                asked = asked.or((response.clicked() || by_key).then_some(action));
            }
        }
        row.start(16.0);
    }
    // A per cent sign goes to the wrong side of its number unless the whole is read from the left.
    let zoom = pen.words(ui.ctx(), &status.zoom, Face::Caption, Base::Ltr, None);
    let place = row.end(zoom.width());
    pen.draw(ui.painter(), &zoom, place.center(), Align2::CENTER_CENTER, ink);
    told(ui, place, "zoom", &status.zoom);
    row.end(16.0);
    if row.rest().width() > 160.0 {
        let shaped = pen.line(ui.ctx(), &words.get("cmd-commands"), Face::Caption);
        let keys = pen.words(ui.ctx(), "Ctrl K", Face::Caption, Base::Ltr, None);
        for shaped in [shaped, keys] {
            let place = row.end(shaped.width());
            pen.draw(ui.painter(), &shaped, place.center(), Align2::CENTER_CENTER, theme.ink3);
            row.end(4.0);
        }
    }
    asked
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
    told_aloud(ui, rect, "toast", text);
    ui.ctx().request_repaint_after(Duration::from_secs_f64(left.max(0.01)));
}
