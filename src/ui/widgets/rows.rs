//! Rows of the rail and tabs above a panel.

use eframe::egui::{Id, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::label::{Label, cut};
use super::{Dot, Now, Row, counter, counter_width, dot, hint, pressed, ring_if, roving, words_at};
use crate::ui::access;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;

/// Narrower than this a row of the rail is its icon alone.
const ICON_ALONE: f32 = 64.0;

/// A part of the record in the rail: icon, word, count, dot; 40 high. In a narrow rail the icon alone.
#[derive(Clone, Copy)]
pub struct RailRow<'a> {
    /// The picture, filled when chosen.
    pub icon: Icon,
    /// The word.
    pub words: &'a str,
    /// What is counted in it; empty for nothing.
    pub count: &'a str,
    /// How far it is, and the word for that.
    pub dot: Option<(Dot, &'a str)>,
    /// Whether it is the part one is in; nothing for what is no part.
    pub chosen: Option<bool>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl RailRow<'_> {
    fn face(&self) -> Face {
        if self.chosen == Some(true) { Face::BaseStrong } else { Face::Base }
    }

    /// How wide it must be for its word to be read whole, chosen or not.
    #[must_use]
    pub fn width(&self, ui: &Ui, pen: &mut Pen) -> f32 {
        let words = pen.line(ui.ctx(), self.words, Face::BaseStrong).width();
        words + 16.0 + 28.0 + if self.dot.is_some() { 16.0 } else { 0.0 }
    }

    /// Draws it as it stands, without hands.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect, now: Now) {
        let theme = pen.theme;
        let painter = ui.painter();
        let chosen = self.chosen == Some(true);
        if chosen || now.down {
            painter.rect_filled(rect, 6.0, theme.chosen);
        } else if now.hovered {
            painter.rect_filled(rect, 6.0, theme.hover);
        }
        ring_if(ui, pen, rect, 6, now.focused);
        let ink = if chosen { theme.accent } else { theme.ink2 };
        let draw_icon = |at: Pos2| {
            if chosen {
                self.icon.draw_filled(painter, at, 20.0, ink);
            } else {
                self.icon.draw(painter, at, 20.0, ink);
            }
        };
        let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), self.rtl);
        if rect.width() < ICON_ALONE {
            draw_icon(rect.center());
            if let Some((Dot::Needed, _)) = self.dot {
                dot(painter, pen, pos2(row.end(4.0).center().x, rect.top() + 10.0), Dot::Needed);
            }
            return;
        }
        draw_icon(row.start(20.0).center());
        row.start(8.0);
        if let Some((state, _)) = self.dot {
            dot(painter, pen, row.end(8.0).center(), state);
            row.end(8.0);
        }
        let words = pen.line(ui.ctx(), self.words, self.face()).width();
        let count = pen.line(ui.ctx(), self.count, Face::Caption).width();
        // A long word keeps its letters and goes without its count.
        if !self.count.is_empty() && words + count + 8.0 <= row.rest().width() {
            let quiet = if chosen { theme.accent } else { theme.ink3 };
            words_at(ui, pen, row.end(count), self.count, Face::Caption, quiet, self.rtl);
            row.end(8.0);
        }
        cut(ui, pen, row.rest(), Label { words: self.words, face: self.face(), ink }, self.rtl);
    }

    /// Shows it and takes hands; whether it was pressed.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> bool {
        let response = ui.interact(rect, id, Sense::click());
        self.paint(ui, pen, rect, Now::of(&response));
        let was = pressed(ui, &response);
        let mut name = [self.words, self.count].join(" ").trim_end().to_owned();
        if let Some((_, state)) = self.dot {
            name = format!("{name} — {state}");
        }
        if rect.width() < ICON_ALONE {
            hint(ui, pen, &response, &name, self.rtl);
        }
        response.widget_info(|| match self.chosen {
            Some(on) => WidgetInfo::selected(Role::Button, true, on, &name),
            None => WidgetInfo::labeled(Role::Button, true, &name),
        });
        was
    }
}

/// One tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab {
    /// The word.
    pub words: String,
    /// What is counted in it.
    pub count: Option<usize>,
}

/// Tabs above a panel: 40 high, the chosen one underlined.
#[derive(Clone, Copy)]
pub struct Tabs<'a> {
    /// The tabs in reading order.
    pub tabs: &'a [Tab],
    /// Which is chosen.
    pub chosen: usize,
    /// Between two tabs.
    pub gap: f32,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Tabs<'_> {
    /// Shows them and takes hands; the one pressed. The chosen one is a stop of Tab, the arrows choose another.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> Option<usize> {
        let theme = pen.theme;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let mut row = Row::new(rect.shrink2(vec2(16.0, 0.0)), self.rtl);
        let (mut hit, mut goes) = (None, None);
        for (index, tab) in self.tabs.iter().enumerate() {
            let on = index == self.chosen;
            let face = if on { Face::BaseStrong } else { Face::Base };
            let words = pen.line(ui.ctx(), &tab.words, face).width();
            let count = tab.count.map_or(0.0, |count| counter_width(ui, pen, count) + 6.0);
            let place = row.start(words + count);
            row.start(self.gap);
            let sense = if on { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(place.expand2(vec2(8.0, 0.0)), id.with(index), sense);
            if pressed(ui, &response) {
                hit = Some(index);
            }
            if on && let Some(to) = roving(ui, &response, index, self.tabs.len(), self.rtl) {
                hit = Some(to);
                goes = Some(to);
            }
            self.paint(ui, pen, place, tab, on, Now::of(&response));
            let name = tab.count.map_or_else(|| tab.words.clone(), |count| format!("{}: {count}", tab.words));
            response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, &name));
            access::chosen(ui.ctx(), response.id, on);
        }
        // Not before all have been shown: what is no stop of Tab yet would give the keyboard up at once.
        if let Some(to) = goes {
            ui.memory_mut(|memory| memory.request_focus(id.with(to)));
        }
        hit
    }

    fn paint(&self, ui: &Ui, pen: &mut Pen, place: Rect, tab: &Tab, on: bool, now: Now) {
        let theme = pen.theme;
        let (face, ink) = match (on, now.hovered) {
            (true, _) => (Face::BaseStrong, theme.accent),
            (false, true) => (Face::Base, theme.ink),
            (false, false) => (Face::Base, theme.ink2),
        };
        let mut row = Row::new(place, self.rtl);
        if let Some(count) = tab.count {
            let width = counter_width(ui, pen, count);
            counter(ui, pen, row.end(width), count, on);
            row.end(6.0);
        }
        words_at(ui, pen, row.rest(), &tab.words, face, ink, self.rtl);
        if on {
            let line = Rect::from_min_max(place.left_bottom() - vec2(0.0, 2.0), place.right_bottom());
            ui.painter().rect_filled(line, 0.0, theme.accent);
        }
        if now.focused {
            // Inside: the panel ends where the tabs do.
            let around = place.expand2(vec2(8.0, -4.0));
            ui.painter().rect_stroke(around, 2.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        }
    }
}

/// Tabs above a panel, as wide apart as the design has them; the one pressed.
pub fn tabs(ui: &Ui, pen: &mut Pen, rect: Rect, tabs: &[Tab], chosen: usize, rtl: bool) -> Option<usize> {
    let id = ui.scope_id().with("tabs");
    Tabs { tabs, chosen, gap: 24.0, rtl }.show(ui, pen, rect, id)
}
