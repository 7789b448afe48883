//! A switch for what is on or off at once, with its words.

use eframe::egui::{Id, Rect, Role, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::button::Hands;
use super::label::{Label, cut};
use super::{Now, Row, ring_if, text_width};
use crate::ui::pen::Pen;
use crate::ui::theme::Face;

/// The track, and what stands between it and the words.
const TRACK: f32 = 34.0;
const HIGH: f32 = 20.0;
const GAP: f32 = 8.0;

/// A switch: the knob stands where reading ends while it is on.
#[derive(Clone, Copy, Default)]
pub struct Switch<'a> {
    /// The words.
    pub words: &'a str,
    /// Whether it is on.
    pub on: bool,
    /// Why it cannot be changed now.
    pub refused: Option<&'a str>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Switch<'_> {
    /// How wide it is with its words.
    #[must_use]
    pub fn width(&self, ui: &Ui, pen: &mut Pen) -> f32 {
        TRACK + GAP + text_width(ui, pen, self.words, Face::Base)
    }

    /// Draws it as it stands, without hands.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect, now: Now) {
        let theme = pen.theme;
        let painter = ui.painter();
        let mut row = Row::new(rect, self.rtl);
        let place = row.start(TRACK);
        let track = Rect::from_min_size(
            pos2(place.left(), (place.center().y - HIGH / 2.0).round()),
            vec2(TRACK, HIGH),
        );
        let refused = self.refused.is_some();
        let (fill, edge, knob) = match (refused, self.on) {
            (true, true) => (theme.edge, theme.edge, theme.raised),
            (true, false) => (theme.sheet, theme.line, theme.line),
            (false, true) if now.hovered || now.down => {
                (theme.accent_hover, theme.accent_hover, theme.on_accent)
            }
            (false, true) => (theme.accent, theme.accent, theme.on_accent),
            (false, false) if now.down => (theme.chosen, theme.edge, theme.ink2),
            (false, false) if now.hovered => (theme.hover, theme.edge, theme.ink2),
            (false, false) => (theme.raised, theme.edge, theme.edge),
        };
        painter.rect_filled(track, HIGH / 2.0, fill);
        painter.rect_stroke(track, HIGH / 2.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        let at_left = self.on == self.rtl;
        let x = if at_left { track.left() + HIGH / 2.0 } else { track.right() - HIGH / 2.0 };
        painter.circle_filled(pos2(x, track.center().y), if self.on { 7.0 } else { 6.0 }, knob);
        ring_if(ui, pen, track, 10, now.focused);
        row.start(GAP);
        let ink = if refused { theme.ink3 } else { theme.ink };
        cut(ui, pen, row.rest(), Label { words: self.words, face: Face::Base, ink }, self.rtl);
    }

    /// Shows it and takes hands; whether it was pressed.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> bool {
        Hands { words: self.words, refused: self.refused, rtl: self.rtl }.take(
            (ui, pen),
            (rect, id),
            |pen, refused, now| Switch { refused, ..*self }.paint(ui, pen, rect, now),
            |enabled, name| WidgetInfo::selected(Role::Switch, enabled, self.on, name),
        )
    }
}
