//! Controls of the design: rows that mirror, buttons, icon buttons, choices, menus and their popups.

use eframe::egui::{
    self, Align2, Area, CornerRadius, Id, Key, Modifiers, Order, Pos2, Rect, Response, Role, Sense, Shadow,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

mod calendar;
mod keys;

pub use calendar::{Calendar, Picked, calendar};
pub use keys::{Hold, hold_keys};

use super::pen::{Icon, Pen};
use super::theme::Face;
use crate::text::Base;

/// A rectangle handed out piece by piece, from the side where reading starts or from the other.
pub struct Row {
    rect: Rect,
    rtl: bool,
}

impl Row {
    /// All of this rectangle.
    #[must_use]
    pub fn new(rect: Rect, rtl: bool) -> Self {
        Self { rect, rtl }
    }

    /// The next piece from where reading starts.
    pub fn start(&mut self, width: f32) -> Rect {
        if self.rtl { self.cut_right(width) } else { self.cut_left(width) }
    }

    /// The next piece from where reading ends.
    pub fn end(&mut self, width: f32) -> Rect {
        if self.rtl { self.cut_left(width) } else { self.cut_right(width) }
    }

    /// What is left.
    #[must_use]
    pub fn rest(&self) -> Rect {
        self.rect
    }

    fn cut_right(&mut self, width: f32) -> Rect {
        let edge = self.rect.right() - width;
        let piece = Rect::from_min_max(pos2(edge, self.rect.top()), self.rect.max);
        self.rect.max.x = edge;
        piece
    }

    fn cut_left(&mut self, width: f32) -> Rect {
        let edge = self.rect.left() + width;
        let piece = Rect::from_min_max(self.rect.min, pos2(edge, self.rect.bottom()));
        self.rect.min.x = edge;
        piece
    }
}

/// How much a button asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do next.
    Filled,
    /// One of several.
    Plain,
    /// Words alone until pointed at.
    Quiet,
}

/// The ring around what has the keyboard.
pub fn ring(ui: &Ui, pen: &Pen, rect: Rect, radius: u8, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, pen.theme.accent);
        let radius = CornerRadius::same(radius.saturating_add(3));
        ui.painter().rect_stroke(rect.expand(3.0), radius, stroke, StrokeKind::Outside);
    }
}

/// Whether the control was clicked, or Enter or Space pressed while it had the focus.
fn pressed(ui: &Ui, response: &Response) -> bool {
    let by_key = response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Enter) || input.consume_key(Modifiers::NONE, Key::Space)
        });
    response.clicked() || by_key
}

/// Tells those who do not see it the words that stand here.
pub fn told(ui: &Ui, rect: Rect, what: &str, words: &str) {
    let response = ui.interact(rect, Id::unique(("told", what)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// The width a button of these words takes.
pub fn button_width(ui: &Ui, pen: &mut Pen, words: &str, icon: Option<Icon>) -> f32 {
    let text = pen.line(ui.ctx(), words, Face::Base).width();
    text + 32.0 + if icon.is_some() { 24.0 } else { 0.0 }
}

/// A button of words, with an icon before them or not. Whether it was pressed.
pub fn button(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    words: &str,
    icon: Option<Icon>,
    weight: Weight,
    rtl: bool,
) -> bool {
    let response = ui.interact(rect, ui.scope_id().with(("button", words)), Sense::click());
    let theme = pen.theme;
    let hovered = response.hovered();
    let (fill, edge, ink) = match weight {
        Weight::Filled => {
            let fill = if hovered { theme.accent_hover } else { theme.accent };
            (fill, None, theme.on_accent)
        }
        Weight::Plain => {
            let fill = if hovered { theme.hover } else { theme.raised };
            (fill, Some(theme.edge), theme.ink)
        }
        Weight::Quiet if hovered => (theme.hover, None, theme.ink),
        Weight::Quiet => (egui::Color32::TRANSPARENT, None, theme.ink),
    };
    ui.painter().rect_filled(rect, 6.0, fill);
    if let Some(edge) = edge {
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.0, edge), StrokeKind::Inside);
    }
    ring(ui, pen, rect, 6, &response);
    let face = if weight == Weight::Filled { Face::BaseStrong } else { Face::Base };
    match icon {
        None => {
            pen.centred(ui, rect, words, face, ink);
        }
        Some(icon) => {
            let text = pen.line(ui.ctx(), words, face);
            let total = text.width() + 24.0;
            let middle = rect.center();
            let (icon_x, text_x, anchor) = if rtl {
                (middle.x + total / 2.0 - 8.0, middle.x + total / 2.0 - 24.0, Align2::RIGHT_CENTER)
            } else {
                (middle.x - total / 2.0 + 8.0, middle.x - total / 2.0 + 24.0, Align2::LEFT_CENTER)
            };
            icon.draw(ui.painter(), pos2(icon_x, middle.y), 18.0, ink);
            pen.draw(ui.painter(), &text, pos2(text_x, middle.y), anchor, ink);
        }
    }
    let was = pressed(ui, &response);
    let name = words.to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    was
}

/// A button of an icon alone; its name is told to those who do not see it. Whether it was pressed.
pub fn icon_button(ui: &mut Ui, pen: &mut Pen, rect: Rect, icon: Icon, name: &str) -> bool {
    let response = ui.interact(rect, ui.scope_id().with(("icon", name, icon as u8)), Sense::click());
    let theme = pen.theme;
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    ring(ui, pen, rect, 6, &response);
    icon.draw(ui.painter(), rect.center(), 20.0, if response.hovered() { theme.ink } else { theme.ink2 });
    let was = pressed(ui, &response);
    let label = name.to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    was
}

/// Several words side by side, one chosen. The one pressed, if any.
pub fn segmented(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    options: &[String],
    chosen: Option<usize>,
    rtl: bool,
) -> Option<usize> {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 6.0, theme.raised);
    let mut row = Row::new(rect, rtl);
    #[expect(clippy::cast_precision_loss, reason = "a handful of options")]
    let width = rect.width() / options.len().max(1) as f32;
    let mut hit = None;
    for (index, option) in options.iter().enumerate() {
        let piece = row.start(width);
        let response = ui.interact(piece, ui.scope_id().with(("segment", option)), Sense::click());
        let on = chosen == Some(index);
        if on {
            ui.painter().rect_filled(piece, 6.0, theme.chosen);
        } else if response.hovered() {
            ui.painter().rect_filled(piece, 6.0, theme.hover);
        }
        let ink = if on { theme.accent } else { theme.ink };
        pen.centred(ui, piece, option, if on { Face::BaseStrong } else { Face::Base }, ink);
        if index > 0 {
            let x = if rtl { piece.right() } else { piece.left() };
            ui.painter().vline(x, piece.y_range(), Stroke::new(1.0, theme.edge));
        }
        ring(ui, pen, piece, 6, &response);
        if pressed(ui, &response) {
            hit = Some(index);
        }
        let name = option.clone();
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
    }
    ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.0, theme.edge), StrokeKind::Inside);
    hit
}

/// One line of a menu.
pub struct Item<T> {
    /// The words.
    pub words: String,
    /// The keys that do the same.
    pub keys: String,
    /// Whether it is what is chosen now.
    pub on: bool,
    /// Whether it can be done now.
    pub enabled: bool,
    /// Whether a thin line stands above it.
    pub apart: bool,
    /// What it does.
    pub what: T,
}

impl<T> Item<T> {
    /// A line that can be chosen.
    pub fn new(words: String, what: T) -> Self {
        Self { words, keys: String::new(), on: false, enabled: true, apart: false, what }
    }

    /// The same with its keys shown.
    #[must_use]
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = keys.into();
        self
    }

    /// The same, possible or not.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The same, chosen or not.
    #[must_use]
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// The same, under a thin line.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }
}

/// What became of an open popup.
pub enum Popup<T> {
    /// Nothing yet.
    Open,
    /// It is to be closed.
    Closed,
    /// Something was chosen; it is to be closed.
    Chosen(T),
}

/// A card floating over the window: fill, thin border, shadow.
pub fn card(ui: &Ui, pen: &Pen, rect: Rect, radius: u8) {
    let theme = pen.theme;
    let shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: theme.shadow_menu };
    ui.painter().add(shadow.as_shape(rect, CornerRadius::same(radius)));
    ui.painter().rect_filled(rect, CornerRadius::same(radius), theme.raised);
    ui.painter().rect_stroke(
        rect,
        CornerRadius::same(radius),
        Stroke::new(1.0, theme.line),
        StrokeKind::Inside,
    );
}

/// Shows a menu below `under`, aligned with its side of reading. `at` is the line the keyboard is on.
pub fn menu<T>(
    ctx: &egui::Context,
    pen: &mut Pen,
    under: Rect,
    items: Vec<Item<T>>,
    at: &mut Option<usize>,
    rtl: bool,
    fresh: bool,
) -> Popup<T> {
    let mut widest: f32 = under.width().max(160.0);
    for item in &items {
        let keys =
            if item.keys.is_empty() { 0.0 } else { pen.line(ctx, &item.keys, Face::Caption).width() + 24.0 };
        widest = widest.max(pen.line(ctx, &item.words, Face::Base).width() + keys + 56.0);
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let apart = items.iter().filter(|item| item.apart).count() as f32 * 9.0;
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let count = items.len().max(1) as f32;
    let screen = ctx.content_rect();
    // A long list on a low window draws its rows closer before it leaves the screen.
    let room = (screen.bottom() - 4.0 - (under.bottom() + 4.0)).max(under.top() - 8.0 - screen.top());
    let row_height = ((room - apart - 8.0) / count).floor().clamp(20.0, 32.0);
    let height = count * row_height + apart + 8.0;
    let left = if rtl { under.right() - widest } else { under.left() };
    let left = left.clamp(4.0, (screen.right() - widest - 4.0).max(4.0));
    let mut top = under.bottom() + 4.0;
    if top + height > screen.bottom() - 4.0 {
        top = (under.top() - 4.0 - height).max(4.0);
    }
    let rect = Rect::from_min_size(pos2(left, top), vec2(widest, height));
    keyboard(ctx, &items, at);
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let escape = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let mut chosen = None;
    let area = Area::new(Id::unique("menu"))
        .order(Order::Foreground)
        .fixed_pos(rect.min)
        .constrain(false)
        .fade_in(false);
    let moved = ctx.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
    area.show(ctx, |ui| {
        ui.allocate_rect(rect, Sense::CLICK);
        card(ui, pen, rect, 6);
        let mut y = rect.top() + 4.0;
        for (index, item) in items.into_iter().enumerate() {
            if item.apart {
                let line = Stroke::new(1.0, pen.theme.line);
                ui.painter().hline(rect.shrink(8.0).x_range(), y + 4.0, line);
                y += 9.0;
            }
            let row = Rect::from_min_size(pos2(rect.left() + 4.0, y), vec2(widest - 8.0, row_height));
            y += row_height;
            let response = ui.interact(row, ui.scope_id().with(("menu-item", index)), Sense::click());
            if response.hovered() && moved {
                *at = Some(index);
            }
            if item.enabled && (response.clicked() || (enter && *at == Some(index))) {
                chosen = Some((index, item));
                continue;
            }
            line(ui, pen, row, &item, *at == Some(index) && item.enabled, rtl);
            let name = item.words.clone();
            response.widget_info(|| WidgetInfo::labeled(Role::Button, item.enabled, &name));
        }
    });
    if let Some((_, item)) = chosen {
        return Popup::Chosen(item.what);
    }
    let outside = ctx.input(|input| {
        input.pointer.any_pressed()
            && input.pointer.interact_pos().is_some_and(|pos| !rect.contains(pos) && !under.contains(pos))
    });
    if (outside && !fresh) || escape { Popup::Closed } else { Popup::Open }
}

fn keyboard<T>(ctx: &egui::Context, items: &[Item<T>], at: &mut Option<usize>) {
    let (down, up) = ctx.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp))
    });
    let count = items.len();
    if count == 0 || !(down || up) {
        return;
    }
    let mut next = at.map_or(if down { count - 1 } else { 0 }, |index| index);
    for _ in 0..count {
        next = if down { (next + 1) % count } else { (next + count - 1) % count };
        if items.get(next).is_some_and(|item| item.enabled) {
            *at = Some(next);
            return;
        }
    }
}

fn line<T>(ui: &Ui, pen: &mut Pen, rect: Rect, item: &Item<T>, hot: bool, rtl: bool) {
    let theme = pen.theme;
    if hot {
        ui.painter().rect_filled(rect, 4.0, theme.hover);
    }
    let ink = if item.enabled { theme.ink } else { theme.ink3 };
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), rtl);
    let mark = row.start(20.0);
    if item.on {
        Icon::Check.draw(ui.painter(), mark.center(), 16.0, theme.accent);
    }
    row.start(4.0);
    let words = pen.line(ui.ctx(), &item.words, Face::Base);
    let rest = row.rest();
    let (at, anchor) = side(rest, rtl);
    pen.draw(ui.painter(), &words, at, anchor, ink);
    if !item.keys.is_empty() {
        let keys = pen.words(ui.ctx(), &item.keys, Face::Caption, Base::Ltr, None);
        let (at, anchor) = side(rest, !rtl);
        pen.draw(ui.painter(), &keys, at, anchor, theme.ink3);
    }
}

/// Where one line starts in a rectangle.
#[must_use]
pub fn side(rect: Rect, rtl: bool) -> (Pos2, Align2) {
    if rtl { (rect.right_center(), Align2::RIGHT_CENTER) } else { (rect.left_center(), Align2::LEFT_CENTER) }
}

/// A field that offers a choice: what is chosen, or an invitation to choose. Whether it was pressed.
#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
pub fn combo(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    id: Id,
    words: Result<&str, &str>,
    name: &str,
    open: bool,
    rtl: bool,
) -> bool {
    let response = ui.interact(rect, id, Sense::click());
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 4.0, theme.raised);
    let stroke = if open || response.has_focus() {
        Stroke::new(2.0, theme.accent)
    } else if response.hovered() {
        Stroke::new(1.0, theme.ink2)
    } else {
        Stroke::new(1.0, theme.edge)
    };
    ui.painter().rect_stroke(rect, 4.0, stroke, StrokeKind::Inside);
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), rtl);
    let arrow = row.end(16.0);
    Icon::CaretDown.draw(ui.painter(), arrow.center(), 16.0, theme.ink2);
    let rest = row.rest();
    let (text, ink) = match words {
        Ok(words) => (words, theme.ink),
        Err(invitation) => (invitation, theme.ink3),
    };
    let shown = pen.fitted(ui.ctx(), text, Face::Base, Base::Auto, rest.width());
    let (at, anchor) = side(rest, rtl);
    pen.draw(ui.painter(), &shown, at, anchor, ink);
    // While its list is open, Enter is for the list; egui takes it for a click.
    let was = if open { response.clicked_by(egui::PointerButton::Primary) } else { pressed(ui, &response) };
    let label = format!("{name}: {text}");
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
    was
}

/// Where a floating card of this size stands: below, aligned with the side of reading, above where there is no room.
fn place_under(ctx: &egui::Context, under: Rect, size: egui::Vec2, rtl: bool) -> Rect {
    let screen = ctx.content_rect();
    let left = if rtl { under.right() - size.x } else { under.left() };
    let left = left.clamp(4.0, (screen.right() - size.x - 4.0).max(4.0));
    let below = under.bottom() + 4.0;
    let fits = below + size.y <= screen.bottom() - 4.0;
    let top = if fits { below } else { (under.top() - 4.0 - size.y).max(4.0) };
    Rect::from_min_size(pos2(left, top), size)
}

/// Whether the mouse was pressed neither on an open list nor on what opened it.
fn pressed_outside(ctx: &egui::Context, rect: Rect, under: Rect) -> bool {
    ctx.input(|input| {
        input.pointer.any_pressed()
            && input.pointer.interact_pos().is_some_and(|pos| !rect.contains(pos) && !under.contains(pos))
    })
}

/// Tells those who do not see it on which part of an open list the keyboard is, while the field keeps the focus.
fn announce(ctx: &egui::Context, part: Id) {
    if let Some(focused) = ctx.memory(egui::Memory::focused) {
        ctx.accesskit_node_builder(focused, |node| node.set_active_descendant(part.accesskit_id()));
    }
}
