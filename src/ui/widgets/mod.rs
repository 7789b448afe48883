//! Controls of the design: rows that mirror, and the small rules that every control keeps.

mod button;
mod calendar;
mod choice;
mod float;
mod keys;
mod label;
mod menu;
mod outline;
mod progress;
mod question;
mod rows;
mod states;
mod switch;
mod table;
mod tick;

use eframe::egui::{
    self, Align2, Color32, CornerRadius, Event, EventFilter, Id, Key, Modifiers, Painter, Pos2, Rect,
    Response, Role, Sense, Shadow, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

pub use button::{Button, IconButton, Weight, button, button_width, icon_button, named};
pub use calendar::{CALENDAR, Calendar, Picked, calendar, calendar_at};
pub use choice::{Combo, Segments, combo, segmented};
pub use float::{Toast, hint, toast, tooltip, tooltip_at};
pub use keys::{Hold, hold_keys, is_typed};
pub use label::{Label, cut};
pub use menu::{Item, menu, menu_at, neighbour, offers};
pub use outline::{Heading, Moved, OUTLINE_ROW, Outline};
pub use progress::{PROGRESS, Progress};
pub use question::{Places, Question};
pub use rows::{RailRow, Tab, Tabs, tabs};
pub use states::{Dot, Pill, Tone, counter, counter_width, dot, key_cap, key_cap_width, pill, pill_width};
pub use switch::Switch;
pub use table::{Column, TABLE_ROW, Table};
pub use tick::{Tick, Ticked, checkbox, radio};

use super::pen::Pen;
use super::theme::Face;

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

/// How a control stands at this moment.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Now {
    /// The mouse points at it.
    pub hovered: bool,
    /// It is held down.
    pub down: bool,
    /// It has the keyboard.
    pub focused: bool,
}

impl Now {
    /// How the control of this response stands.
    #[must_use]
    pub fn of(response: &Response) -> Self {
        Self {
            hovered: response.hovered(),
            down: response.is_pointer_button_down_on(),
            focused: response.has_focus(),
        }
    }
}

/// The ring around what has the keyboard.
pub fn ring(ui: &Ui, pen: &Pen, rect: Rect, radius: u8, response: &Response) {
    ring_if(ui, pen, rect, radius, response.has_focus());
}

/// The same for what is drawn without a response: 2 px at 2 px distance.
fn ring_if(ui: &Ui, pen: &Pen, rect: Rect, radius: u8, focused: bool) {
    if focused {
        let stroke = Stroke::new(2.0, pen.theme.accent);
        let radius = CornerRadius::same(radius.saturating_add(2));
        ui.painter().rect_stroke(rect.expand(2.0), radius, stroke, StrokeKind::Outside);
    }
}

/// A dashed edge 1 px wide, just inside the rectangle: what cannot be pressed now.
fn dashed(painter: &Painter, rect: Rect, radius: f32, colour: Color32) {
    let inner = rect.shrink(0.5);
    let corner = |centre: Pos2, from: f32| {
        (0..=4u8).map(move |step| {
            let angle = (from + f32::from(step) * 22.5).to_radians();
            centre + radius * vec2(angle.cos(), angle.sin())
        })
    };
    let middle = inner.shrink(radius);
    let path: Vec<Pos2> = corner(middle.right_top(), -90.0)
        .chain(corner(middle.right_bottom(), 0.0))
        .chain(corner(middle.left_bottom(), 90.0))
        .chain(corner(middle.left_top(), 180.0))
        .chain([pos2(middle.right(), inner.top())])
        .collect();
    painter.extend(Shape::dashed_line(&path, Stroke::new(1.0, colour), 3.0, 2.0));
}

/// The width of words to the nearest pixel: what the room around them is counted from.
fn text_width(ui: &Ui, pen: &mut Pen, words: &str, face: Face) -> f32 {
    let line = pen.line(ui.ctx(), words, face);
    (line.layout.content_width() / ui.ctx().pixels_per_point()).round()
}

/// One line of words at the side where reading starts.
fn words_at(ui: &Ui, pen: &mut Pen, rect: Rect, words: &str, face: Face, ink: Color32, rtl: bool) {
    let line = pen.line(ui.ctx(), words, face);
    let (at, anchor) = side(rect, rtl);
    pen.draw(ui.painter(), &line, at, anchor, ink);
}

/// Quiet words beside a control, from where it ends: why it cannot be used, what is wrong with it. How wide they are.
pub fn beside(ui: &Ui, pen: &mut Pen, control: Rect, words: &str, ink: Color32, rtl: bool) -> f32 {
    let line = pen.line(ui.ctx(), words, Face::Caption);
    let edge = if rtl { control.left() - 8.0 } else { control.right() + 8.0 };
    let anchor = if rtl { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    pen.draw(ui.painter(), &line, pos2(edge, control.center().y), anchor, ink);
    line.width() + 8.0
}

/// Of several choices side by side one alone is a stop of Tab. With the keyboard on it, the arrows go to its
/// neighbour, Home and End to the ends: the one to choose now.
fn roving(ui: &Ui, response: &Response, at: usize, count: usize, rtl: bool) -> Option<usize> {
    if !response.has_focus() || count == 0 {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let (on, back) = if rtl { (Key::ArrowLeft, Key::ArrowRight) } else { (Key::ArrowRight, Key::ArrowLeft) };
    let mut to = at;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } = event else {
                return true;
            };
            if *key == on {
                to = (to + 1) % count;
            } else if *key == back {
                to = (to + count - 1) % count;
            } else if *key == Key::Home {
                to = 0;
            } else if *key == Key::End {
                to = count - 1;
            } else {
                return true;
            }
            false
        });
    });
    (to != at).then_some(to)
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

/// The same of words that come while something else is looked at: they are said aloud.
pub fn told_aloud(ui: &Ui, rect: Rect, what: &str, words: &str) {
    told(ui, rect, what, words);
    let id = Id::unique(("told", what));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// Where one line starts in a rectangle.
#[must_use]
pub fn side(rect: Rect, rtl: bool) -> (Pos2, Align2) {
    if rtl { (rect.right_center(), Align2::RIGHT_CENTER) } else { (rect.left_center(), Align2::LEFT_CENTER) }
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

/// A card on the ground it belongs to: no shadow; a thick edge where it is the one being looked at.
pub fn flat_card(ui: &Ui, pen: &Pen, rect: Rect, on: bool) {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 10.0, theme.raised);
    let edge = if on { Stroke::new(2.0, theme.accent) } else { Stroke::new(1.0, theme.line) };
    let kind = if on { StrokeKind::Middle } else { StrokeKind::Inside };
    ui.painter().rect_stroke(rect, 10.0, edge, kind);
}

/// Where a floating card of this size stands: below, aligned with the side of reading, above where there is no room.
fn place_under(ctx: &egui::Context, under: Rect, size: Vec2, rtl: bool) -> Rect {
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
