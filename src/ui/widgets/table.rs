//! A table to read and to choose a row from: its first column stands where reading starts.

use eframe::egui::{
    Align2, Event, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::label::{Label, cut};
use super::{Now, Row, pressed, ring_if};
use crate::text::Base;
use crate::ui::pen::Pen;
use crate::ui::theme::Face;

/// How high the heads and the rows are.
pub const TABLE_ROW: f32 = 36.0;
const HEAD: f32 = 28.0;
const PAD: f32 = 8.0;

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How wide it is; nothing for an equal share of what the others leave.
    pub width: Option<f32>,
    /// Whether it holds numbers: they stand where reading ends, one below the other.
    pub number: bool,
}

/// A table of words.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// Its name, for those who do not see it.
    pub name: &'a str,
    /// Its columns in reading order.
    pub columns: &'a [Column],
    /// Its rows, a word for each column.
    pub rows: &'a [Vec<String>],
    /// Which row is chosen.
    pub chosen: Option<usize>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Table<'_> {
    /// How high it is with all its rows.
    #[must_use]
    pub fn height(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
        let rows = self.rows.len() as f32;
        HEAD + rows * TABLE_ROW
    }

    /// The places of the columns in a row.
    fn cells(&self, rect: Rect) -> Vec<Rect> {
        let fixed: f32 = self.columns.iter().filter_map(|column| column.width).sum();
        #[expect(clippy::cast_precision_loss, reason = "columns of a table")]
        let shares = self.columns.iter().filter(|column| column.width.is_none()).count().max(1) as f32;
        let share = ((rect.width() - fixed) / shares).floor().max(0.0);
        let mut row = Row::new(rect, self.rtl);
        self.columns.iter().map(|column| row.start(column.width.unwrap_or(share))).collect()
    }

    /// Shows it from the top of this rectangle down; the row that was gone to. One row is a stop of Tab, the arrows
    /// go to another.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> Option<usize> {
        let theme = pen.theme;
        let head = rect.with_max_y(rect.top() + HEAD);
        for (column, cell) in self.columns.iter().zip(self.cells(head)) {
            self.word(ui, pen, cell, column, &column.head, Face::Caption, theme.ink2);
            let response = ui.interact(cell, id.with(("head", &column.head)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.head));
        }
        ui.painter().hline(rect.x_range(), head.bottom() - 0.5, Stroke::new(1.0, theme.edge));
        let stop = self.chosen.unwrap_or(0).min(self.rows.len().saturating_sub(1));
        let (mut hit, mut goes, mut ring) = (None, None, None);
        for (index, words) in self.rows.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
            let top = head.bottom() + index as f32 * TABLE_ROW;
            let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), TABLE_ROW));
            if !row.intersects(ui.clip_rect()) && index != stop {
                continue;
            }
            let sense = if index == stop { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(row, id.with(index), sense);
            let now = Now::of(&response);
            let on = self.chosen == Some(index);
            if on || now.hovered {
                let fill = if on { theme.chosen } else { theme.hover };
                ui.painter().rect_filled(row.shrink2(vec2(0.0, 1.0)), 4.0, fill);
            }
            for ((column, cell), word) in self.columns.iter().zip(self.cells(row)).zip(words) {
                self.word(ui, pen, cell, column, word, Face::Base, theme.ink);
            }
            ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, theme.line));
            ring = ring.or(now.focused.then_some(row));
            if pressed(ui, &response) {
                hit = Some(index);
            }
            goes = goes.or_else(|| self.arrows(ui, id.with(index), index, now.focused));
            let said =
                self.columns.iter().zip(words).map(|(column, word)| format!("{}: {word}", column.head));
            let name = said.collect::<Vec<_>>().join(" · ");
            response.widget_info(|| WidgetInfo::selected(Role::Row, true, on, &name));
        }
        if let Some(row) = ring {
            ring_if(ui, pen, row.shrink(2.0), 4, true);
        }
        // Not before all have been shown: what is no stop of Tab yet would give the keyboard up at once.
        if let Some(to) = goes.or(hit) {
            ui.memory_mut(|memory| memory.request_focus(id.with(to)));
        }
        ui.interact(head, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        goes.or(hit)
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
    fn word(
        &self,
        ui: &Ui,
        pen: &mut Pen,
        cell: Rect,
        column: &Column,
        words: &str,
        face: Face,
        ink: eframe::egui::Color32,
    ) {
        let inner = cell.shrink2(vec2(PAD, 0.0));
        if !column.number {
            cut(ui, pen, inner, Label { words, face, ink }, self.rtl);
            return;
        }
        let line = pen.fitted(ui.ctx(), words, face, Base::Auto, inner.width());
        let (at, anchor) = if self.rtl {
            (inner.left_center(), Align2::LEFT_CENTER)
        } else {
            (inner.right_center(), Align2::RIGHT_CENTER)
        };
        pen.draw(ui.painter(), &line, at, anchor, ink);
    }

    /// Where Up, Down, Home and End go from this row.
    fn arrows(&self, ui: &Ui, id: Id, at: usize, focused: bool) -> Option<usize> {
        let last = self.rows.len().checked_sub(1).filter(|_| focused)?;
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let mut to = at;
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } = event else {
                    return true;
                };
                match key {
                    Key::ArrowDown => to = (to + 1).min(last),
                    Key::ArrowUp => to = to.saturating_sub(1),
                    Key::Home => to = 0,
                    Key::End => to = last,
                    _ => return true,
                }
                false
            });
        });
        (to != at).then_some(to)
    }
}
