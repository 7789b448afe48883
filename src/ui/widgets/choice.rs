//! One of several: words side by side, and the field that opens a list.

use eframe::egui::{
    Align2, CornerRadius, EventFilter, Id, Key, Modifiers, PointerButton, Rect, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::button::named;
use super::{Now, Row, hint, pressed, ring_if, roving, side, text_width};
use crate::text::Base;
use crate::ui::access;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;

/// Several words side by side, one chosen.
#[derive(Clone, Copy)]
pub struct Segments<'a> {
    /// The words of each.
    pub options: &'a [String],
    /// Which is chosen.
    pub chosen: Option<usize>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Segments<'_> {
    /// How wide they are by the design.
    #[must_use]
    pub fn width(&self, ui: &Ui, pen: &mut Pen) -> f32 {
        self.options.iter().map(|words| text_width(ui, pen, words, Face::BaseStrong) + 24.0).sum::<f32>()
            + 2.0
    }

    /// Words that have no room are written smaller.
    fn face(&self, ui: &Ui, pen: &mut Pen, rect: Rect, on: bool) -> Face {
        #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
        let spare = 16.0 * self.options.len() as f32;
        if self.width(ui, pen) - spare > rect.width() {
            Face::Caption
        } else if on {
            Face::BaseStrong
        } else {
            Face::Base
        }
    }

    /// Draws them as they stand, without hands; `hovered` is the one pointed at.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect, hovered: Option<usize>, focused: bool) {
        let theme = pen.theme;
        let locked = pen.locked.is_some();
        if !locked {
            ui.painter().rect_filled(rect, 6.0, theme.raised);
        }
        for (index, (piece, words)) in self.pieces(ui, pen, rect).into_iter().zip(self.options).enumerate() {
            let on = self.chosen == Some(index);
            let fill = match (on, hovered == Some(index)) {
                (true, _) if locked => Some(theme.hover),
                (_, _) if locked => None,
                (true, _) => Some(theme.chosen),
                (false, true) => Some(theme.hover),
                (false, false) => None,
            };
            if let Some(fill) = fill {
                ui.painter().rect_filled(piece, self.corners(index), fill);
            }
            let ink = match (on, locked) {
                (true, false) => theme.accent,
                (true, true) | (false, false) => theme.ink2,
                (false, true) => theme.ink3,
            };
            let face = self.face(ui, pen, rect, on);
            let shown = pen.fitted(ui.ctx(), words, face, Base::Auto, piece.width() - 8.0);
            pen.draw(ui.painter(), &shown, piece.center(), Align2::CENTER_CENTER, ink);
            if index > 0 {
                let x = if self.rtl { piece.right() - 0.5 } else { piece.left() + 0.5 };
                ui.painter().vline(
                    x,
                    piece.y_range(),
                    Stroke::new(1.0, if locked { theme.line } else { theme.edge }),
                );
            }
        }
        let edge = if locked { theme.line } else { theme.edge };
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        ring_if(ui, pen, rect, 6, focused);
    }

    /// Each as wide as its words ask, together as wide as the rectangle.
    fn pieces(&self, ui: &Ui, pen: &mut Pen, rect: Rect) -> Vec<Rect> {
        let wishes: Vec<f32> =
            self.options.iter().map(|words| text_width(ui, pen, words, Face::BaseStrong) + 24.0).collect();
        let scale = rect.width() / wishes.iter().sum::<f32>().max(1.0);
        let mut row = Row::new(rect, self.rtl);
        let last = wishes.len().saturating_sub(1);
        let piece = |(index, wish): (usize, f32)| {
            if index == last { row.rest() } else { row.start((wish * scale).round()) }
        };
        wishes.into_iter().enumerate().map(piece).collect()
    }

    fn corners(&self, index: usize) -> CornerRadius {
        let (first, last) = (index == 0, index + 1 == self.options.len());
        let (left, right) = if self.rtl { (last, first) } else { (first, last) };
        let (left, right) = (if left { 6 } else { 0 }, if right { 6 } else { 0 });
        CornerRadius { nw: left, sw: left, ne: right, se: right }
    }

    /// Shows them and takes hands; the one pressed, if any. One of them is a stop of Tab, the arrows choose another.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> Option<usize> {
        let stop = self.chosen.unwrap_or(0);
        let (mut hit, mut goes, mut hovered, mut focused) = (None, None, None, false);
        let locked = pen.locked.clone();
        for (index, piece) in self.pieces(ui, pen, rect).into_iter().enumerate() {
            let sense = if index == stop { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(piece, id.with(index), sense);
            if response.hovered() {
                hovered = Some(index);
            }
            if let Some(reason) = &locked {
                hint(ui, pen, &response, reason, self.rtl);
            } else if pressed(ui, &response) {
                hit = Some(index);
            }
            if index == stop {
                focused = response.has_focus();
                if locked.is_none()
                    && let Some(to) = roving(ui, &response, index, self.options.len(), self.rtl)
                {
                    hit = Some(to);
                    goes = Some(to);
                }
            }
            let on = self.chosen == Some(index);
            let name = named(self.options.get(index).map_or("", String::as_str), locked.as_deref());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, locked.is_none(), on, &name));
        }
        // Not before all have been shown: what is no stop of Tab yet would give the keyboard up at once.
        if let Some(to) = goes {
            ui.memory_mut(|memory| memory.request_focus(id.with(to)));
        }
        self.paint(ui, pen, rect, hovered, focused);
        hit
    }
}

/// Several words side by side, one chosen. The one pressed, if any.
pub fn segmented(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    options: &[String],
    chosen: Option<usize>,
    rtl: bool,
) -> Option<usize> {
    let id = ui.scope_id().with(("segments", options));
    Segments { options, chosen, rtl }.show(ui, pen, rect, id)
}

/// A field that offers a choice.
#[derive(Clone, Copy)]
pub struct Combo<'a> {
    /// What is chosen, or an invitation to choose.
    pub words: Result<&'a str, &'a str>,
    /// Its name, for those who do not see it.
    pub name: &'a str,
    /// Whether its list is open.
    pub open: bool,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Combo<'_> {
    /// Draws it as it stands, without hands.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect, now: Now) {
        let theme = pen.theme;
        let locked = pen.locked.is_some();
        let fill = if now.hovered && !self.open { theme.hover } else { theme.raised };
        if !locked {
            ui.painter().rect_filled(rect, 4.0, fill);
        }
        let stroke = if self.open || now.focused {
            Stroke::new(2.0, theme.accent)
        } else if locked {
            Stroke::new(1.0, theme.line)
        } else {
            Stroke::new(1.0, theme.edge)
        };
        ui.painter().rect_stroke(rect, 4.0, stroke, StrokeKind::Inside);
        let mut row = Row::new(rect.shrink2(vec2(9.0, 0.0)), self.rtl);
        let arrow = row.end(16.0);
        if !locked {
            Icon::CaretDown.draw(ui.painter(), arrow.center(), 16.0, theme.ink3);
        }
        row.end(4.0);
        let rest = row.rest();
        let (text, ink) = match self.words {
            Ok(words) if locked => (words, theme.ink2),
            Ok(words) => (words, theme.ink),
            Err(invitation) => (invitation, theme.ink3),
        };
        let shown = pen.fitted(ui.ctx(), text, Face::Base, Base::Auto, rest.width());
        let (at, anchor) = side(rest, self.rtl);
        pen.draw(ui.painter(), &shown, at, anchor, ink);
    }

    /// Whether what is chosen is wider than its room.
    fn is_cut(&self, ui: &Ui, pen: &mut Pen, rect: Rect) -> bool {
        self.words.is_ok_and(|words| pen.line(ui.ctx(), words, Face::Base).width() > rect.width() - 38.0)
    }

    /// Shows it and takes hands; whether its list is to be opened or closed.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> bool {
        let response = ui.interact(rect, id, Sense::click());
        if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
        }
        self.paint(ui, pen, rect, Now::of(&response));
        // While its list is open, the keys are for the list; egui takes Enter for a click.
        let text = self.words.unwrap_or_else(|invitation| invitation);
        let locked = pen.locked.clone();
        if let Some(reason) = &locked {
            hint(ui, pen, &response, reason, self.rtl);
        } else if response.hovered() && !self.open && self.is_cut(ui, pen, rect) {
            hint(ui, pen, &response, text, self.rtl);
        }
        let was = if locked.is_some() {
            false
        } else if self.open {
            access::pressed(&response)
        } else {
            pressed(ui, &response) || opens_by_arrow(ui, id, response.has_focus())
        };
        let label = named(&format!("{}: {text}", self.name), locked.as_deref());
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, locked.is_none(), &label));
        ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(self.open));
        was
    }
}

fn opens_by_arrow(ui: &Ui, id: Id, focused: bool) -> bool {
    if !focused {
        return false;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    ui.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::ArrowDown) || input.consume_key(Modifiers::NONE, Key::ArrowUp)
    })
}

/// A field that offers a choice: what is chosen, or an invitation to choose. Whether it was pressed.
#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
pub fn combo(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    id: Id,
    words: Result<&str, &str>,
    name: &str,
    open: bool,
    rtl: bool,
) -> bool {
    Combo { words, name, open, rtl }.show(ui, pen, rect, id)
}
