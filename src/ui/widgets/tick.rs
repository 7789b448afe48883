//! Check boxes and radio buttons, with their words.

use eframe::egui::{Id, Rect, Role, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::button::Hands;
use super::{Now, Row, ring_if, text_width, words_at};
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;

/// The box, and what stands between it and the words.
const BOX: f32 = 18.0;
const GAP: f32 = 8.0;

/// Whether a box is checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ticked {
    /// It is not.
    #[default]
    Off,
    /// It is.
    On,
    /// Some of what it stands for is.
    Partly,
}

impl From<bool> for Ticked {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// A box or a circle with words.
#[derive(Clone, Copy, Default)]
pub struct Tick<'a> {
    /// The words.
    pub words: &'a str,
    /// Whether it is checked.
    pub on: Ticked,
    /// Whether it is one of several of which one holds: a circle.
    pub radio: bool,
    /// Why it cannot be changed now.
    pub refused: Option<&'a str>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Tick<'_> {
    /// How wide it is with its words.
    #[must_use]
    pub fn width(&self, ui: &Ui, pen: &mut Pen) -> f32 {
        BOX + GAP + text_width(ui, pen, self.words, Face::Base)
    }

    /// Draws it as it stands, without hands.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect, now: Now) {
        let mut row = Row::new(rect, self.rtl);
        let mark = Rect::from_center_size(row.start(BOX).center(), Vec2::splat(BOX));
        if self.radio {
            self.circle(ui, pen, mark, now);
        } else {
            self.square(ui, pen, mark, now);
        }
        row.start(GAP);
        let ink = if self.refused.is_some() { pen.theme.ink3 } else { pen.theme.ink };
        words_at(ui, pen, row.rest(), self.words, Face::Base, ink, self.rtl);
    }

    fn square(&self, ui: &Ui, pen: &Pen, mark: Rect, now: Now) {
        let (theme, painter) = (pen.theme, ui.painter());
        if self.on == Ticked::Off {
            if self.refused.is_none() {
                painter.rect_filled(mark, 4.0, if now.hovered { theme.hover } else { theme.raised });
            }
            let edge = if self.refused.is_some() { theme.line } else { theme.edge };
            painter.rect_stroke(mark, 4.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        } else {
            let fill = match (self.refused, now.hovered) {
                (Some(_), _) => theme.edge,
                (None, true) => theme.accent_hover,
                (None, false) => theme.accent,
            };
            painter.rect_filled(mark, 4.0, fill);
        }
        match self.on {
            Ticked::Off => {}
            Ticked::On => Icon::Check.draw(painter, mark.center(), 16.0, theme.on_accent),
            Ticked::Partly => {
                let dash = Rect::from_center_size(mark.center(), vec2(9.0, 2.0));
                painter.rect_filled(dash, 0.0, theme.on_accent);
            }
        }
        ring_if(ui, pen, mark, 4, now.focused);
    }

    fn circle(&self, ui: &Ui, pen: &Pen, mark: Rect, now: Now) {
        let (theme, painter) = (pen.theme, ui.painter());
        let centre = mark.center();
        let edge = match (self.refused, self.on) {
            (Some(_), Ticked::Off) => theme.line,
            (Some(_), _) => theme.edge,
            (None, Ticked::Off) => theme.edge,
            (None, _) => theme.accent,
        };
        painter.circle_filled(centre, BOX / 2.0, edge);
        let hole = if self.on == Ticked::Off { BOX / 2.0 - 1.0 } else { BOX / 2.0 - 5.5 };
        painter.circle_filled(centre, hole, if now.hovered { theme.hover } else { theme.raised });
        ring_if(ui, pen, mark, 9, now.focused);
    }

    /// Shows it and takes hands; whether it was pressed.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> bool {
        let role = if self.radio { Role::RadioButton } else { Role::CheckBox };
        Hands { words: self.words, refused: self.refused, rtl: self.rtl }.take(
            (ui, pen),
            (rect, id),
            |pen, refused, now| Tick { refused, ..*self }.paint(ui, pen, rect, now),
            |enabled, name| match self.on {
                // A box with no value is told as partly checked.
                Ticked::Partly => WidgetInfo::labeled(role, enabled, name),
                on => WidgetInfo::selected(role, enabled, on == Ticked::On, name),
            },
        )
    }
}

/// A check box of these words; whether it was pressed.
pub fn checkbox(ui: &Ui, pen: &mut Pen, rect: Rect, words: &str, on: bool, rtl: bool) -> bool {
    let id = ui.scope_id().with(("checkbox", words));
    Tick { words, on: on.into(), rtl, ..Tick::default() }.show(ui, pen, rect, id)
}

/// A radio button of these words; whether it was pressed.
pub fn radio(ui: &Ui, pen: &mut Pen, rect: Rect, words: &str, on: bool, rtl: bool) -> bool {
    let id = ui.scope_id().with(("radio", words));
    Tick { words, on: on.into(), radio: true, rtl, ..Tick::default() }.show(ui, pen, rect, id)
}
