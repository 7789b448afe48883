//! What floats for a moment: tooltips and toasts.

use std::time::Duration;

use eframe::egui::{
    Align2, Area, Color32, Context, CornerRadius, Id, LayerId, Order, Pos2, Rect, Response, Role, Sense,
    Shadow, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{Row, pressed, words_at};
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::{Face, Mode, Theme};

/// Seconds the mouse rests before a tooltip comes.
const REST: f32 = 0.4;

/// Fill, ink and the ink of an action of what floats: dark on light, light on dark.
fn colours(theme: &Theme) -> (Color32, Color32, Color32) {
    let other = Theme::of(if theme.mode == Mode::Light { Mode::Dark } else { Mode::Light });
    match theme.mode {
        Mode::Light => (theme.ink, theme.chrome, other.accent_hover),
        Mode::Dark => (theme.ink, other.ink, other.accent_hover),
    }
}

/// A line of words below what it explains, above where there is no room.
pub fn tooltip(ctx: &Context, pen: &mut Pen, near: Rect, words: &str, rtl: bool) {
    let screen = ctx.content_rect();
    let line = pen.fitted(ctx, words, Face::Caption, Base::Auto, screen.width() - 32.0);
    let size = vec2(line.width() + 16.0, 28.0);
    let left = if rtl { near.right() - size.x } else { near.left() };
    let left = left.clamp(4.0, (screen.right() - size.x - 4.0).max(4.0));
    let below = near.bottom() + 6.0;
    let top = if below + size.y <= screen.bottom() - 4.0 { below } else { near.top() - 6.0 - size.y };
    let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("tooltip")));
    tip(&painter, pen, Rect::from_min_size(pos2(left, top), size), &line);
}

/// The tooltip itself, 28 high.
fn tip(painter: &eframe::egui::Painter, pen: &mut Pen, rect: Rect, line: &crate::ui::pen::Words) {
    let (fill, ink, _) = colours(&pen.theme);
    painter.rect_filled(rect, 4.0, fill);
    pen.draw(painter, line, rect.center(), Align2::CENTER_CENTER, ink);
}

/// A tooltip in its place on the ground: how it looks.
pub fn tooltip_at(ui: &Ui, pen: &mut Pen, at: Pos2, words: &str, rtl: bool) {
    let line = pen.line(ui.ctx(), words, Face::Caption);
    let size = vec2(line.width() + 16.0, 28.0);
    let left = if rtl { at.x - size.x } else { at.x };
    tip(ui.painter(), pen, Rect::from_min_size(pos2(left, at.y), size), &line);
}

/// The tooltip of a control, once the mouse rests on it or the keyboard is on what cannot be used.
pub fn hint(ui: &Ui, pen: &mut Pen, response: &Response, words: &str, rtl: bool) {
    let still = ui.input(|input| input.pointer.time_since_last_movement());
    let down = ui.input(|input| input.pointer.any_down());
    if down || !(response.hovered() || response.has_focus()) {
        return;
    }
    if still >= REST || response.has_focus() {
        tooltip(ui.ctx(), pen, response.rect, words, rtl);
    } else {
        ui.ctx().request_repaint_after(Duration::from_secs_f32(REST - still));
    }
}

/// A short word on what was kept, with a way back.
#[derive(Clone, Copy)]
pub struct Toast<'a> {
    /// The words.
    pub words: &'a str,
    /// What its one action is called; empty for none.
    pub action: &'a str,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Toast<'_> {
    /// How large it is in a window of this width.
    #[must_use]
    pub fn width(&self, ctx: &Context, pen: &mut Pen) -> f32 {
        let words = pen.line(ctx, self.words, Face::Base).width();
        let action = pen.line(ctx, self.action, Face::BaseStrong).width();
        let room = (ctx.content_rect().width() - 80.0).max(160.0);
        let action = if self.action.is_empty() { 0.0 } else { action + 12.0 };
        (words + action + 16.0 + 12.0 + 32.0).min(room)
    }

    /// Shows it in this place, 40 high; whether its action was pressed.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect) -> bool {
        let theme = pen.theme;
        let (fill, ink, accent) = colours(&theme);
        let shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: theme.shadow_menu };
        ui.painter().add(shadow.as_shape(rect, CornerRadius::same(6)));
        ui.painter().rect_filled(rect, 6.0, fill);
        let mut row = Row::new(rect.shrink2(vec2(16.0, 0.0)), self.rtl);
        Icon::Check.draw(ui.painter(), row.start(16.0).center(), 16.0, ink);
        row.start(12.0);
        let mut was = false;
        if !self.action.is_empty() {
            let width = pen.line(ui.ctx(), self.action, Face::BaseStrong).width();
            let place = row.end(width);
            row.end(12.0);
            let around = Rect::from_center_size(place.center(), vec2(width + 16.0, 30.0));
            let response = ui.interact(around, ui.scope_id().with(("toast", self.action)), Sense::click());
            words_at(ui, pen, place, self.action, Face::BaseStrong, accent, self.rtl);
            if response.hovered() {
                let line = Rect::from_min_size(pos2(place.left(), place.center().y + 11.0), vec2(width, 1.5));
                ui.painter().rect_filled(line, 0.0, accent);
            }
            if response.has_focus() {
                let stroke = Stroke::new(2.0, accent);
                ui.painter().rect_stroke(around, 6.0, stroke, StrokeKind::Inside);
            }
            was = pressed(ui, &response);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.action));
        }
        let rest = row.rest();
        let line = pen.fitted(ui.ctx(), self.words, Face::Base, Base::Auto, rest.width());
        let (at, anchor) = super::side(rest, self.rtl);
        pen.draw(ui.painter(), &line, at, anchor, ink);
        let told = ui.interact(rest, ui.scope_id().with("toast-words"), Sense::hover());
        told.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.words));
        ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        was
    }
}

/// Shows a toast with the middle of its lower edge at this point, above everything; whether its action was pressed.
pub fn toast(ctx: &Context, pen: &mut Pen, foot: Pos2, toast: &Toast<'_>) -> bool {
    let size = vec2(toast.width(ctx, pen), 40.0);
    let rect = Rect::from_min_size(foot - vec2(size.x / 2.0, size.y), size);
    let area = Area::new(Id::unique("toast")).order(Order::Foreground).fixed_pos(rect.min);
    area.constrain(false).fade_in(false).show(ctx, |ui| toast.show(ui, pen, rect)).inner
}
