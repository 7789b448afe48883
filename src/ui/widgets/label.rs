//! Words that wrap, and words cut where there is no room, which are then told whole.

use eframe::egui::{Align2, Color32, Context, Pos2, Rect, Sense, Ui};

use super::{hint, side, told};
use crate::text::Base;
use crate::ui::pen::{Pen, Words};
use crate::ui::theme::Face;

/// Words in as many lines as they need.
#[derive(Clone, Copy)]
pub struct Label<'a> {
    /// The words.
    pub words: &'a str,
    /// Their size and weight.
    pub face: Face,
    /// Their colour.
    pub ink: Color32,
}

impl Label<'_> {
    fn shaped(&self, ctx: &Context, pen: &mut Pen, width: f32) -> Words {
        pen.words(ctx, self.words, self.face, Base::Auto, Some(width))
    }

    /// How high it is in this width.
    #[must_use]
    pub fn height(&self, ctx: &Context, pen: &mut Pen, width: f32) -> f32 {
        self.shaped(ctx, pen, width).height()
    }

    /// Shows it from this corner down in this width, told whole; where it stands.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, left_top: Pos2, width: f32, name: &str) -> Rect {
        let shaped = self.shaped(ui.ctx(), pen, width);
        // A text is laid out in its whole width, at the side its own letters are read from.
        let place = pen.draw(ui.painter(), &shaped, left_top, Align2::LEFT_TOP, self.ink);
        told(ui, place, name, self.words);
        place
    }
}

/// One line at the side where reading starts, cut where there is no room; the mouse then brings it whole.
pub fn cut(ui: &Ui, pen: &mut Pen, rect: Rect, label: Label<'_>, rtl: bool) {
    // What is measured in whole pixels may be less than one wider.
    let line = pen.fitted(ui.ctx(), label.words, label.face, Base::Auto, rect.width() + 1.0);
    let is_cut = line.layout.text() != label.words;
    let (at, anchor) = side(rect, rtl);
    pen.draw(ui.painter(), &line, at, anchor, label.ink);
    if is_cut {
        let response = ui.interact(rect, ui.scope_id().with(("cut", label.words)), Sense::hover());
        hint(ui, pen, &response, label.words, rtl);
    }
}
