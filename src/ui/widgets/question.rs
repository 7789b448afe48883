//! A sheet with a question, above the whole window: nothing else is reached until it is answered.

use eframe::egui::{self, Align2, Area, Context, Id, Order, Rect, Sense, Ui, pos2, vec2};

use super::label::Label;
use super::{card, told};
use crate::text::Base;
use crate::ui::access::{Floats, floats};
use crate::ui::pen::Pen;
use crate::ui::theme::Face;

/// Around what stands on the sheet, and between its words and its buttons.
const PADDING: f32 = 24.0;
const HEAD: f32 = 40.0;
const FOOT: f32 = 32.0;

/// A sheet with a question.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// What is asked.
    pub title: &'a str,
    /// What it is about, in as many lines as it needs.
    pub body: &'a str,
    /// How wide it may be.
    pub wide: f32,
    /// How high what stands between the words and the buttons is.
    pub extra: f32,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

/// The places on a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// Between the words and the buttons.
    pub middle: Rect,
    /// For the buttons, 32 high.
    pub foot: Rect,
}

impl Question<'_> {
    /// How wide it is in this window.
    #[must_use]
    pub fn width(&self, ctx: &Context) -> f32 {
        self.wide.min(ctx.content_rect().width() - 32.0)
    }

    fn body<'a>(&'a self, pen: &Pen) -> Label<'a> {
        Label { words: self.body, face: Face::Base, ink: pen.theme.ink2 }
    }

    /// How high it is.
    pub fn height(&self, ctx: &Context, pen: &mut Pen) -> f32 {
        let body = self.body(pen).height(ctx, pen, self.width(ctx) - 2.0 * PADDING);
        PADDING + HEAD + body + self.extra + PADDING + FOOT + PADDING
    }

    /// The sheet in its place: card and words. The places on it.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect) -> Places {
        card(ui, pen, rect, 10);
        let inner = rect.shrink(PADDING);
        let theme = pen.theme;
        let head = pen.fitted(ui.ctx(), self.title, Face::Section, Base::Auto, inner.width());
        let (at, anchor) = if self.rtl {
            (inner.right_top(), Align2::RIGHT_TOP)
        } else {
            (inner.left_top(), Align2::LEFT_TOP)
        };
        let place = pen.draw(ui.painter(), &head, at, anchor, theme.ink);
        told(ui, place, "dialog-title", self.title);
        floats(ui, Floats::Over(Id::unique(("told", "dialog-title"))));
        let at = pos2(inner.left(), inner.top() + HEAD);
        let body = self.body(pen).show(ui, pen, at, inner.width(), "dialog-body");
        let foot = inner.with_min_y(inner.bottom() - FOOT);
        Places { middle: inner.with_min_y(body.bottom()).with_max_y(foot.top()), foot }
    }

    /// Shows it over the window, which fades: `show` draws what stands on it.
    pub fn show<T>(
        &self,
        ctx: &Context,
        pen: &mut Pen,
        show: impl FnOnce(&mut Ui, &mut Pen, Places) -> T,
    ) -> T {
        let screen = ctx.content_rect();
        let size = vec2(self.width(ctx), self.height(ctx, pen));
        let rect = Rect::from_center_size(pos2(screen.center().x, screen.center().y * 0.9), size);
        let area = Area::new(Id::unique("dialog"))
            .order(Order::Foreground)
            .fixed_pos(screen.min)
            .constrain(false)
            .fade_in(false);
        let shown = area.show(ctx, |ui| {
            // Tab goes round within the question.
            let layer = ui.layer_id();
            ui.memory_mut(|memory| memory.set_modal_layer(layer));
            ui.allocate_rect(screen, Sense::CLICK | Sense::DRAG);
            ui.painter().rect_filled(screen, 0.0, egui::Color32::from_black_alpha(82));
            let places = self.paint(ui, pen, rect);
            show(ui, pen, places)
        });
        shown.inner
    }
}
