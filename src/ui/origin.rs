//! The panel of the imported text: all of it as it came, beside the page, until it is dismissed.

use std::sync::Arc;

use eframe::egui::{Align2, Id, Rect, Stroke, Ui, pos2, vec2};

use super::pen::{Icon, Pen};
use super::scroll::Scroll;
use super::theme::Face;
use super::widgets::{Button, Row, told};
use crate::document::Source;
use crate::edit::Command;
use crate::text::Base;
use crate::words::Words;

const INSET: f32 = 16.0;
const HEAD: f32 = 88.0;
const GAP: f32 = 8.0;

/// What the panel remembers: how tall each line of the text is, as far as it was in view.
#[derive(Default)]
pub struct Origin {
    of: Option<(Arc<str>, u32, u32)>,
    lines: Vec<(usize, usize)>,
    heights: Vec<f32>,
    scroll: Scroll,
}

impl Origin {
    /// Shows the text; what was asked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        source: Option<&Source>,
        words: Words,
    ) -> Option<Command> {
        let rtl = words.language().is_right_to_left();
        let base = if rtl { Base::Rtl } else { Base::Ltr };
        let theme = pen.theme;
        let Some(source) = source else {
            let none = words.get("origin-none");
            let shown = pen.words(ui.ctx(), &none, Face::Dense, base, Some(rect.width() - 2.0 * INSET));
            let at = pos2(rect.left() + INSET, rect.top() + 24.0);
            let place = pen.draw(ui.painter(), &shown, at, Align2::LEFT_TOP, theme.ink2);
            told(ui, place, "origin-none", &none);
            return None;
        };
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
        let (first, second) = head.shrink2(vec2(INSET, 8.0)).split_top_bottom_at_fraction(0.5);
        let mut row = Row::new(second, rtl);
        let label = words.get("cmd-dismiss-source");
        let button = Button { words: &label, small: true, icon: Some(Icon::Trash), rtl, ..Button::default() };
        let place = row.start(button.width(ui, pen));
        let asked =
            button.show(ui, pen, place, Id::unique("origin-dismiss")).then_some(Command::DismissSource);
        let name = if source.name.is_empty() { words.get("origin-pasted") } else { source.name.clone() };
        let shown = pen.fitted(ui.ctx(), &name, Face::BaseStrong, Base::Auto, first.width());
        let (at, anchor) = super::widgets::side(first, rtl);
        let place = pen.draw(ui.painter(), &shown, at, anchor, theme.ink);
        told(ui, place, "origin-name", &name);
        ui.painter().hline(rect.x_range(), head.bottom(), Stroke::new(1.0, theme.line));
        self.text(ui, pen, rect.with_min_y(head.bottom() + 1.0), source, rtl);
        asked
    }

    fn text(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, source: &Source, rtl: bool) {
        let wide = rect.width() - 2.0 * INSET;
        self.sync(ui, source, wide);
        let before = ui.clip_rect();
        ui.set_clip_rect(rect.intersect(before));
        let height = 2.0 * GAP + self.heights.iter().sum::<f32>();
        let mut y = rect.top() + GAP - self.scroll.begin(ui, rect, height);
        for (n, (start, end)) in self.lines.iter().enumerate() {
            let Some(known) = self.heights.get_mut(n) else { break };
            if y > rect.bottom() {
                break;
            }
            if y + *known >= rect.top() {
                let line = source.text.get(*start..*end).unwrap_or_default();
                let shown = pen.words(ui.ctx(), line, Face::Dense, Base::Auto, Some(wide));
                let at = pos2(rect.left() + INSET, y);
                let place = pen.draw(ui.painter(), &shown, at, Align2::LEFT_TOP, pen.theme.ink2);
                told(ui, place, &format!("origin {n}"), line);
                let now = shown.height() + GAP;
                if (now - *known).abs() > 0.5 {
                    *known = now;
                    ui.ctx().request_repaint();
                }
            }
            y += *known;
        }
        self.scroll.thumb(ui, pen, rect, Id::unique("origin-scroll"), rtl);
        ui.set_clip_rect(before);
    }

    /// The lines of the text, each with a guess of its height until it is seen.
    fn sync(&mut self, ui: &Ui, source: &Source, wide: f32) {
        let scale = ui.ctx().pixels_per_point().to_bits();
        let is_same = self.of.as_ref().is_some_and(|(text, width, at)| {
            Arc::ptr_eq(text, &source.text) && *width == wide.to_bits() && *at == scale
        });
        if is_same {
            return;
        }
        self.of = Some((Arc::clone(&source.text), wide.to_bits(), scale));
        self.lines.clear();
        self.heights.clear();
        let mut at = 0;
        for line in source.text.split('\n') {
            let end = at + line.trim_end().len();
            if end > at {
                self.lines.push((at, end));
                #[expect(clippy::cast_precision_loss, reason = "a guess")]
                let rows = (line.chars().count() as f32 * 6.0 / wide.max(1.0)).ceil().max(1.0);
                self.heights.push(rows * 22.0 + GAP);
            }
            at += line.len() + 1;
        }
    }
}
