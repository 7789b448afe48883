//! The attendance folded to one line that speaks the sentence to be printed, and unfolded below it.

use eframe::egui::{Id, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::pen::{Icon, Pen};
use super::super::theme::Face;
use super::super::widgets::{Row, ring, side};
use super::{Form, State, height, show};
use crate::document::Document;
use crate::text::Base;

/// How high the line is.
const LINE: f32 = 44.0;
/// Space above and below the form.
const AROUND: f32 = 8.0;

/// How high the line is, with the form below it where it is unfolded.
pub fn fold_height(document: &Document, version: u64, state: &mut State) -> f32 {
    let form = height(document, version, state);
    if state.unfolded { LINE + form + 2.0 * AROUND } else { LINE }
}

/// Shows the line, and the form below it where it is unfolded; pressed, the line unfolds or folds it.
pub fn fold(form: &mut Form<'_>, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
    let line = rect.with_max_y(rect.top() + LINE);
    let is_open = form.state.unfolded;
    if form.line(ui, pen, line, is_open) {
        form.state.unfolded = !is_open;
        ui.ctx().request_repaint();
    }
    if is_open {
        show(form, ui, pen, rect.with_min_y(line.bottom() + AROUND));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, pen.theme.line));
}

impl Form<'_> {
    fn line(&self, ui: &mut Ui, pen: &mut Pen, line: Rect, is_open: bool) -> bool {
        let rtl = self.rtl();
        let theme = pen.theme;
        let id = Id::unique("attendance-fold");
        let response = ui.interact(line.expand2(vec2(44.0, 0.0)), id, Sense::click());
        let icon = if rtl { line.right() + 34.0 } else { line.left() - 34.0 };
        let ink = if response.hovered() { theme.ink } else { theme.ink2 };
        Icon::Users.draw(ui.painter(), pos2(icon, line.center().y), 20.0, ink);
        let mut row = Row::new(line, rtl);
        let arrow = row.end(16.0);
        let pointing = if is_open { Icon::CaretUp } else { Icon::CaretDown };
        pointing.draw(ui.painter(), arrow.center(), 16.0, ink);
        row.end(12.0);
        let attendance = &self.document.meeting().attendance;
        let count = attendance.people.len() + attendance.groups.len();
        if count > 0 {
            let count = pen.line(ui.ctx(), &count.to_string(), Face::Caption);
            let (at, anchor) = side(row.end(count.width()), !rtl);
            pen.draw(ui.painter(), &count, at, anchor, theme.ink2);
            row.end(12.0);
        }
        let rest = row.rest();
        // Unfolded, the whole sentence stands below: the line only names its part.
        let (words, colour, base) = if is_open {
            (self.words.get("attendance-title"), theme.ink, Base::Auto)
        } else if self.state.printed.is_empty() {
            (self.words.get("fold-attendance-empty"), theme.accent, Base::Auto)
        } else {
            (self.state.printed.clone(), ink, Base::Rtl)
        };
        let shown = pen.fitted(ui.ctx(), &words, Face::Base, base, rest.width());
        let (at, anchor) = side(rest, rtl);
        pen.draw(ui.painter(), &shown, at, anchor, colour);
        ring(ui, pen, line, 4, &response);
        let by_key = [eframe::egui::Key::Enter, eframe::egui::Key::Space]
            .into_iter()
            .any(|key| response.has_focus() && Self::pressed(ui, &[id], Modifiers::NONE, key));
        let name = self.words.get(if is_open { "fold-close" } else { "fold-open" });
        let name = format!("{}: {name}", self.words.get("attendance-title"));
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, &name));
        response.clicked() || by_key
    }
}
