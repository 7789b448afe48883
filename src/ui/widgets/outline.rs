//! Rows of an outline: gone to by a press, moved with all below them by dragging or by Alt and an arrow.

use eframe::egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::label::{Label, cut};
use super::{Now, Row, pressed, ring_if, side};
use crate::text::Base;
use crate::ui::pen::Pen;
use crate::ui::theme::Face;

/// How high a row is.
pub const OUTLINE_ROW: f32 = 32.0;
/// How far each level stands in.
const INDENT: f32 = 16.0;
/// Between a number and its words.
const NUMBER: f32 = 6.0;

/// One row of an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its number.
    pub number: String,
    /// Its words.
    pub words: String,
    /// Its level; what is deeper and follows belongs to it.
    pub depth: u8,
}

/// What was done to an outline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moved {
    /// This row was pressed.
    Pressed(usize),
    /// This row goes, with all below it, before that one; past the last means the end.
    Before(usize, usize),
}

/// An outline whose rows can be put into another order.
#[derive(Clone, Copy)]
pub struct Outline<'a> {
    /// The rows.
    pub rows: &'a [Heading],
    /// Which is chosen.
    pub chosen: Option<usize>,
    /// How far the first level stands in.
    pub indent: f32,
    /// Why the order cannot be changed now.
    pub refused: Option<&'a str>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

/// A drag under way.
#[derive(Clone, Copy, Debug, Default)]
struct Drag {
    from: usize,
    /// Escape was pressed: nothing is dropped until the button is let go.
    given_up: bool,
}

impl Outline<'_> {
    /// How high it is.
    #[must_use]
    pub fn height(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "rows of an outline")]
        let rows = self.rows.len() as f32;
        rows * OUTLINE_ROW
    }

    /// The index past a row and all below it.
    fn end(&self, index: usize) -> usize {
        let Some(own) = self.rows.get(index).map(|row| row.depth) else { return index + 1 };
        index + 1 + self.rows.iter().skip(index + 1).take_while(|row| row.depth > own).count()
    }

    /// Before which rows a row can go: those of its own level or above, and the end.
    fn places(&self, index: usize) -> Vec<usize> {
        let Some(own) = self.rows.get(index).map(|row| row.depth) else { return Vec::new() };
        let fits = |at: &usize| self.rows.get(*at).is_none_or(|row| row.depth <= own);
        (0..=self.rows.len()).filter(fits).filter(|at| *at <= index || *at >= self.end(index)).collect()
    }

    /// Where a row goes by one step.
    fn step(&self, index: usize, down: bool) -> Option<usize> {
        let places = self.places(index);
        if down {
            let next = self.end(index);
            (next < self.rows.len()).then(|| self.end(next)).filter(|to| places.contains(to))
        } else {
            places.into_iter().rev().find(|at| *at < index)
        }
    }

    /// Shows the rows from the top of this rectangle down; what was done to them.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> Option<Moved> {
        let locked = pen.locked.clone();
        let this = Outline { refused: self.refused.or(locked.as_deref()), ..*self };
        this.rows(ui, pen, rect, id)
    }

    fn rows(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> Option<Moved> {
        let mut asked = None;
        let mut drag: Option<Drag> = ui.data_mut(|data| data.remove_temp(id));
        let mut held = false;
        for index in 0..self.rows.len() {
            let row = place(rect, index);
            let response = ui.interact(row, id.with(index), Sense::click_and_drag());
            let now = Now { down: false, ..Now::of(&response) };
            self.paint(ui, pen, row, index, now);
            if response.drag_started() && self.refused.is_none() {
                drag = Some(Drag { from: index, given_up: false });
            }
            if response.dragged() {
                held = true;
                ui.set_cursor_icon(CursorIcon::Grabbing);
            }
            if pressed(ui, &response) {
                asked = Some(Moved::Pressed(index));
            }
            let step = if now.focused { self.keys(ui, id.with(index)) } else { None };
            if let Some(to) = step.and_then(|down| self.step(index, down)) {
                asked = Some(Moved::Before(index, to));
                let at = if to > index { to - (self.end(index) - index) } else { to };
                ui.memory_mut(|memory| memory.request_focus(id.with(at)));
            }
            if let Some(reason) = self.refused {
                super::hint(ui, pen, &response, reason, self.rtl);
            }
            let name = self.rows.get(index).map(Heading::name).unwrap_or_default();
            let on = self.chosen == Some(index);
            response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, on, &name));
        }
        let Some(mut drag) = drag else { return asked };
        drag.given_up |= ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let to = self.target(ui, rect, drag.from).filter(|_| !drag.given_up);
        if held {
            if let Some(to) = to {
                self.ghost(ui, pen, rect, drag.from);
                self.line(ui, pen, rect, drag.from, to);
            }
            ui.data_mut(|data| data.insert_temp(id, drag));
            return asked;
        }
        let to = to.filter(|to| !(drag.from..=self.end(drag.from)).contains(to));
        to.map(|to| Moved::Before(drag.from, to)).or(asked)
    }

    /// What Alt with an arrow asks: a step down or up.
    fn keys(&self, ui: &Ui, id: Id) -> Option<bool> {
        if self.refused.is_some() {
            return None;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        ui.input_mut(|input| {
            let up = input.consume_key(Modifiers::ALT, Key::ArrowUp);
            let down = input.consume_key(Modifiers::ALT, Key::ArrowDown);
            (up != down).then_some(down)
        })
    }

    /// Before which row what is dragged would go: the nearest of its places.
    fn target(&self, ui: &Ui, rect: Rect, from: usize) -> Option<usize> {
        let pointer = ui.input(|input| input.pointer.latest_pos())?;
        let far = |at: &usize| (place(rect, *at).top() - pointer.y).abs();
        let near = pointer.x > rect.left() - 48.0 && pointer.x < rect.right() + 48.0;
        self.places(from).into_iter().filter(|_| near).min_by(|a, b| far(a).total_cmp(&far(b)))
    }

    /// The line where what is dragged would go, as far in as its level.
    fn line(&self, ui: &Ui, pen: &Pen, rect: Rect, from: usize, to: usize) {
        let depth = self.rows.get(from).map(|row| row.depth).unwrap_or_default();
        let mut row = Row::new(place(rect, to), self.rtl);
        row.start(self.indent + f32::from(depth) * INDENT);
        let line = row.rest();
        let y = line.top().clamp(rect.top() + 1.0, f32::MAX);
        let accent = pen.theme.accent;
        let painter = ui.painter();
        painter.rect_filled(
            Rect::from_min_size(pos2(line.left(), y - 1.0), vec2(line.width(), 2.0)),
            0.0,
            accent,
        );
        let knob = if self.rtl { line.right() } else { line.left() };
        painter.circle_filled(pos2(knob, y), 4.0, accent);
    }

    /// What is dragged, beside the pointer.
    fn ghost(&self, ui: &Ui, pen: &mut Pen, rect: Rect, from: usize) {
        let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let words = self.rows.get(from).map(Heading::name).unwrap_or_default();
        // Below the pointer, so that the line of the place it would go to is seen.
        let top = (pointer.y + 10.0).round();
        let ghost = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), OUTLINE_ROW));
        super::card(ui, pen, ghost, 6);
        let mut row = Row::new(ghost.shrink2(vec2(8.0, 0.0)), self.rtl);
        row.start(self.indent);
        let label = Label { words: &words, face: Face::Dense, ink: pen.theme.ink };
        cut(ui, pen, row.rest(), label, self.rtl);
    }

    /// Draws one row as it stands, without hands.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect, index: usize, now: Now) {
        let Some(heading) = self.rows.get(index) else { return };
        let theme = pen.theme;
        let on = self.chosen == Some(index);
        if on || now.hovered {
            ui.painter().rect_filled(rect, 6.0, if on { theme.chosen } else { theme.hover });
        }
        ring_if(ui, pen, rect, 6, now.focused);
        let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), self.rtl);
        let mut gutter = Row::new(row.start(self.indent + f32::from(heading.depth) * INDENT), self.rtl);
        let ink = if on { theme.accent } else { theme.ink2 };
        if !heading.number.is_empty() {
            let base = if self.rtl { Base::Rtl } else { Base::Ltr };
            let number = format!("{}.", heading.number);
            let number = pen.words(ui.ctx(), &number, Face::Dense, base, None);
            // A number hangs before the words where there is room for it, aligned by its separator.
            let wide = number.width() + NUMBER;
            let hangs = wide <= gutter.rest().width();
            let mut place = Row::new(if hangs { gutter.end(wide) } else { row.start(wide) }, self.rtl);
            let (at, anchor) = side(place.start(number.width()), self.rtl);
            pen.draw(ui.painter(), &number, at, anchor, ink);
        }
        let face = if on { Face::DenseStrong } else { Face::Dense };
        cut(ui, pen, row.rest(), Label { words: &heading.words, face, ink }, self.rtl);
    }
}

impl Heading {
    /// Its words with their number, as they are told.
    #[must_use]
    pub fn name(&self) -> String {
        if self.number.is_empty() { self.words.clone() } else { format!("{}. {}", self.number, self.words) }
    }
}

/// Where a row stands.
fn place(rect: Rect, index: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "rows of an outline")]
    let top = rect.top() + index as f32 * OUTLINE_ROW;
    Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), OUTLINE_ROW))
}
