//! How far something long is, with a way to stop it.

use eframe::egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::label::{Label, cut};
use super::{Button, Row, Weight, card};
use crate::ui::pen::Pen;
use crate::ui::theme::Face;

/// The height of the card: words and a button above a bar.
pub const PROGRESS: f32 = 60.0;

/// How far something long is.
#[derive(Clone, Copy)]
pub struct Progress<'a> {
    /// What is being done.
    pub words: &'a str,
    /// How much of it is done, from 0 to 1.
    pub done: f32,
    /// What stops it; empty where nothing can.
    pub cancel: &'a str,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Progress<'_> {
    /// The bar alone, 6 high: it fills from the side where reading starts.
    pub fn bar(&self, ui: &Ui, pen: &Pen, rect: Rect) {
        let theme = pen.theme;
        let scale = ui.ctx().pixels_per_point();
        let done = (rect.width() * self.done.clamp(0.0, 1.0) * scale).round() / scale;
        let round = rect.height() / 2.0;
        ui.painter().rect_filled(rect, round, theme.raised);
        if done > 0.0 {
            ui.painter().rect_filled(Row::new(rect, self.rtl).start(done), round, theme.accent);
        }
        let edge = Stroke::new(1.0, theme.edge);
        ui.painter().rect_stroke(rect, round, edge, StrokeKind::Inside);
    }

    /// Shows the card in this place; whether it is to be stopped: the button, or Escape while it has the keyboard.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> bool {
        let theme = pen.theme;
        card(ui, pen, rect, 6);
        let inner = rect.shrink2(vec2(16.0, 10.0));
        let mut row = Row::new(inner.with_max_y(inner.top() + 28.0), self.rtl);
        let mut stopped = false;
        if !self.cancel.is_empty() {
            let button = Button {
                words: self.cancel,
                weight: Weight::Quiet,
                small: true,
                rtl: self.rtl,
                ..Button::default()
            };
            let place = row.end(button.width(ui, pen));
            row.end(8.0);
            stopped = button.show(ui, pen, place, id.with("cancel"));
        }
        let (percent, _) = self.percent();
        let shown = pen.line(ui.ctx(), &percent, Face::Caption);
        let place = row.end(shown.width());
        row.end(12.0);
        pen.centred(ui, place, &percent, Face::Caption, theme.ink2);
        let label = Label { words: self.words, face: Face::Base, ink: theme.ink };
        cut(ui, pen, row.rest(), label, self.rtl);
        let bar = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 6.0), inner.max);
        self.bar(ui, pen, bar);
        self.tell(ui, rect, id);
        stopped
    }

    /// How much is done, in words and in percent.
    fn percent(&self) -> (String, f64) {
        let percent = f64::from((self.done.clamp(0.0, 1.0) * 100.0).floor());
        (format!("{percent}%"), percent)
    }

    fn tell(&self, ui: &Ui, rect: Rect, id: Id) {
        let response = ui.interact(rect, id, Sense::hover());
        let (words, percent) = self.percent();
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(words.clone()),
            ..WidgetInfo::labeled(Role::ProgressIndicator, true, self.words)
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(100.0);
            node.set_numeric_value(percent);
        });
    }
}
