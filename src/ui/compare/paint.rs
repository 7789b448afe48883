//! One row of the comparison: laid out once, painted where it is seen, told to those who do not see it.

use std::collections::BTreeSet;
use std::ops::Range;

use eframe::egui::{Align2, Color32, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::compare_id;
use super::rows::{Row, Text, Tone, What};
use crate::arabic::figures;
use crate::document::Mark;
use crate::edit::compare::Fate;
use crate::text::{self, Align, Base, Layout, Paragraph, Span};
use crate::ui::glyphs::{Drawn, Inks};
use crate::ui::lines::{Line, Piece, Stretches};
use crate::ui::marks::whole_words;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::{Face, Theme};
use crate::ui::widgets::{Button, Weight, side, told};
use crate::words::Words;

/// The name of a fact, beside its values.
const NAME: f32 = 208.0;
/// The line above a block that says which it is.
const LABEL: f32 = 24.0;
/// Above and below a block.
const AROUND: f32 = 12.0;
/// Above and below the values of a fact.
const BESIDE: f32 = 5.0;
/// How far the fill of a block goes beyond the text.
const BEYOND: f32 = 16.0;

/// A row and its shaped words.
pub(super) struct Shown {
    pub(super) row: Row,
    pub(super) layouts: Vec<(Layout, Option<Drawn>)>,
    /// Measured once it is laid out, an estimate before.
    pub(super) height: f32,
}

impl Shown {
    pub(super) fn new(row: Row) -> Self {
        Self { height: estimate(&row), row, layouts: Vec::new() }
    }
}

/// How high a row is, as far as can be said before it is laid out.
pub(super) fn estimate(row: &Row) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "letters of a paragraph")]
    let lines = |text: &Text| (text.words.len() as f32 / 150.0).ceil().max(1.0);
    match &row.what {
        What::Space => 40.0,
        What::Head(_) => 48.0,
        What::Folded(..) => 44.0,
        What::Fact(_) => 2.0 * BESIDE + 22.0 * row.texts.iter().map(lines).sum::<f32>(),
        What::Block(..) => {
            let words = row.texts.first().map_or(0.0, |text| 32.0 * lines(text));
            let facts: f32 = row.texts.iter().skip(1).map(|text| 22.0 * lines(text)).sum();
            2.0 * AROUND + LABEL + words + facts
        }
    }
}

/// What is drawn in this frame.
pub(super) struct Frame<'a> {
    pub(super) pen: &'a mut Pen,
    pub(super) words: Words,
    /// Whether the interface is read from the right.
    pub(super) rtl: bool,
    /// The left edge of the text, and its width.
    pub(super) left: f32,
    pub(super) measure: f32,
    /// Whether the records are read from the right.
    pub(super) rtl_text: bool,
}

impl Frame<'_> {
    /// Lays a row out, unless it was.
    pub(super) fn lay(&mut self, ui: &Ui, shown: &mut Shown) {
        let row = &shown.row;
        if row.texts.is_empty() || !shown.layouts.is_empty() {
            return;
        }
        let scale = ui.ctx().pixels_per_point();
        let (rtl, rtl_text, measure) = (self.rtl, self.rtl_text, self.measure);
        let of_block = matches!(row.what, What::Block(..));
        let way = |rtl| if rtl { Base::Rtl } else { Base::Ltr };
        let lay = |(index, text): (usize, &Text)| {
            let (face, base, width) = match index {
                0 if of_block => (Face::Body, way(rtl_text), measure),
                _ if of_block => (Face::Dense, way(rtl), measure),
                _ => (Face::Base, way(rtl), measure - NAME),
            };
            let style = face.style(scale);
            let bold = text.marks.iter().filter(|(_, mark)| *mark == Mark::Bold);
            let strong = |range: &Range<usize>| Span {
                range: range.clone(),
                weight: Some(text::Weight::Strong),
                family: None,
            };
            let spans: Vec<Span> = bold.map(|(range, _)| strong(range)).collect();
            let paragraph = Paragraph {
                text: &text.words,
                base,
                language: "ar-MA",
                style,
                spans: &spans,
                keep: &[],
                // The words of a block stand as on the page, values as in their fields.
                isolates: &if of_block { Vec::new() } else { figures(&text.words) },
            };
            (self.pen.engine.layout(&paragraph, Some(width * scale), Align::Start), None)
        };
        shown.layouts = row.texts.iter().enumerate().map(lay).collect();
        let high: f32 = shown.layouts.iter().map(|(layout, _)| layout.height() / scale).sum();
        shown.height = high + if of_block { 2.0 * AROUND + LABEL } else { 2.0 * BESIDE };
    }

    /// Draws a row; the run of blocks that is to be folded or unfolded.
    pub(super) fn row(
        &mut self,
        ui: &Ui,
        shown: &mut Shown,
        rect: Rect,
        now: bool,
        unfolded: &BTreeSet<usize>,
    ) -> Option<usize> {
        match shown.row.what.clone() {
            What::Space => {}
            What::Head(name) => {
                let line = rect.with_min_y(rect.top() + 8.0);
                let ink = self.pen.theme.ink;
                self.line(ui, line, &name, Face::Section, ink);
                told(ui, line, &format!("compare-head-{name}"), &name);
            }
            What::Folded(first, count) => {
                return self.folded(ui, rect, first, count, unfolded.contains(&first)).then_some(first);
            }
            What::Fact(name) => self.fact(ui, shown, rect, &name, now),
            What::Block(label, fate, tone) => self.block(ui, shown, rect, (&label, &fate, tone), now),
        }
        None
    }

    fn line(&mut self, ui: &Ui, rect: Rect, words: &str, face: Face, ink: Color32) -> Rect {
        let shaped = self.pen.fitted(ui.ctx(), words, face, Base::Auto, rect.width());
        let (at, anchor): (Pos2, Align2) = side(rect, self.rtl);
        self.pen.draw(ui.painter(), &shaped, at, anchor, ink)
    }

    fn folded(&mut self, ui: &Ui, rect: Rect, first: usize, count: usize, open: bool) -> bool {
        let said = self.words.with("compare-unchanged", &[("count", count.into())]);
        let key = if open { "compare-fold" } else { "compare-unfold" };
        let icon = if open { Icon::CaretUp } else { Icon::CaretDown };
        let button = Button {
            words: &said,
            icon: Some(icon),
            weight: Weight::Quiet,
            small: true,
            refused: None,
            rtl: self.rtl,
        };
        let width = button.width(ui, self.pen).min(rect.width());
        let place = Rect::from_center_size(rect.center(), vec2(width, 28.0));
        let line = Stroke::new(1.0, self.pen.theme.line);
        let y = rect.center().y.round() - 0.5;
        ui.painter().hline(rect.left()..=place.left() - 8.0, y, line);
        ui.painter().hline(place.right() + 8.0..=rect.right(), y, line);
        told(ui, rect, &format!("compare-fold-{first}"), &self.words.get(key));
        button.show(ui, self.pen, place, compare_id().with(("fold", first)))
    }

    fn fact(&mut self, ui: &Ui, shown: &mut Shown, rect: Rect, name: &str, now: bool) {
        let theme = self.pen.theme;
        if now {
            self.ring(ui, rect.expand2(vec2(0.0, 1.0)));
        }
        let edge = if self.rtl { rect.right() - NAME } else { rect.left() + NAME };
        let (label, origin) = if self.rtl {
            (rect.with_min_x(edge + 12.0), pos2(rect.left(), rect.top() + BESIDE))
        } else {
            (rect.with_max_x(edge - 12.0), pos2(edge, rect.top() + BESIDE))
        };
        let first = label.with_max_y(label.top() + 2.0 * BESIDE + 22.0);
        self.line(ui, first, name, Face::Base, theme.ink2);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let spoken = shown.row.texts.first().map(|text| self.spoken(text)).unwrap_or_default();
        if let (Some(text), Some((layout, drawn))) = (shown.row.texts.first(), shown.layouts.first_mut()) {
            self.text(ui.painter(), text, layout, drawn, origin, theme.ink);
        }
        let y = rect.top().round();
        told(ui, rect, &format!("compare-fact-{name}-{y}"), &format!("{name}: {spoken}"));
    }

    fn block(
        &mut self,
        ui: &Ui,
        shown: &mut Shown,
        rect: Rect,
        (label, fate, tone): (&str, &str, Tone),
        now: bool,
    ) {
        let theme = self.pen.theme;
        let scale = ui.ctx().pixels_per_point();
        let (fill, ink, icon) = match tone {
            Tone::Same => (None, theme.ink3, None),
            Tone::Changed => (None, theme.accent, None),
            Tone::Added => (Some(theme.ok_fill), theme.ok, Some(Icon::Plus)),
            Tone::Removed => (Some(theme.error_fill), theme.error, Some(Icon::Minus)),
        };
        let whole = rect.expand2(vec2(BEYOND, -4.0));
        if let Some(fill) = fill {
            ui.painter().rect_filled(whole, 2.0, fill);
        }
        if tone != Tone::Same {
            let edge = if self.rtl { whole.right() - 3.0 } else { whole.left() };
            let bar = Rect::from_min_size(pos2(edge, whole.top()), vec2(3.0, whole.height()));
            ui.painter().rect_filled(bar, 0.0, ink);
        }
        if now {
            self.ring(ui, rect);
        }
        let mut line = rect.with_min_y(rect.top() + AROUND - 4.0);
        line.max.y = line.top() + LABEL;
        let place = self.line(ui, line, label, Face::Caption, if fill.is_some() { ink } else { theme.ink3 });
        if !fate.is_empty() {
            let gap = 12.0;
            let rest = if self.rtl {
                line.with_max_x(place.left() - gap)
            } else {
                line.with_min_x(place.right() + gap)
            };
            let rest = match icon {
                Some(icon) => {
                    let (x, rest) = if self.rtl {
                        (rest.right() - 7.0, rest.with_max_x(rest.right() - 18.0))
                    } else {
                        (rest.left() + 7.0, rest.with_min_x(rest.left() + 18.0))
                    };
                    icon.draw(ui.painter(), pos2(x, rest.center().y), 14.0, ink);
                    rest
                }
                None => rest,
            };
            self.line(ui, rest, fate, Face::Caption, ink);
        }
        let mut y = rect.top() + AROUND + LABEL - 4.0;
        let mut spoken = format!("{label} {fate}");
        let words = if tone == Tone::Same { theme.ink2 } else { theme.ink };
        let Shown { row, layouts, .. } = shown;
        for (index, (text, (layout, drawn))) in row.texts.iter().zip(layouts).enumerate() {
            let ink = if index == 0 { words } else { theme.ink2 };
            self.text(ui.painter(), text, layout, drawn, pos2(rect.left(), y), ink);
            y += layout.height() / scale;
            spoken.push_str(": ");
            spoken.push_str(&self.spoken(text));
        }
        told(ui, rect, &format!("compare-block-{label}-{tone:?}"), &spoken);
    }

    /// The edge around the difference that is looked at.
    fn ring(&self, ui: &Ui, rect: Rect) {
        let stroke = Stroke::new(2.0, self.pen.theme.accent);
        let around = rect.expand2(vec2(BEYOND + 6.0, 0.0));
        ui.painter().rect_stroke(around, 6.0, stroke, StrokeKind::Inside);
    }

    /// Words with their own marks and what became of them: what is gone is struck, what came is underlined.
    fn text(
        &mut self,
        painter: &Painter,
        text: &Text,
        layout: &Layout,
        drawn: &mut Option<Drawn>,
        origin: Pos2,
        ink: Color32,
    ) {
        let theme = self.pen.theme;
        let stretches = Stretches::new(painter, layout, origin);
        let mut inks = Inks::plain(ink);
        for (range, mark) in &text.marks {
            if let Mark::Colour(colour) = mark {
                inks.paint(&whole_words(&text.words, range.clone()), theme.colour(*colour));
            }
        }
        for (range, fate) in &text.parts {
            match fate {
                Fate::Removed => inks.paint(range, theme.error),
                Fate::Added => inks.paint(range, theme.ok),
                Fate::Kept | Fate::Restyled => {}
            }
            let underlined = |(own, mark): &(Range<usize>, Mark)| {
                *mark == Mark::Underline && own.start < range.end && range.start < own.end
            };
            let taken = u8::from(text.marks.iter().any(underlined));
            for piece in stretches.pieces(range.clone()) {
                under(&stretches, &piece, &theme, *fate, taken);
            }
        }
        for (range, _) in text.marks.iter().filter(|(_, mark)| *mark == Mark::Underline) {
            for (part, colour) in inks.parts(range.clone()) {
                for piece in stretches.pieces(part) {
                    stretches.underline(&piece, 0, 1.0, colour);
                }
            }
        }
        let Pen { engine, atlas, .. } = &mut *self.pen;
        atlas.paint(painter, engine, layout, origin, &inks, Some(drawn));
        for (range, _) in text.marks.iter().filter(|(_, mark)| *mark == Mark::Strike) {
            for (part, colour) in inks.parts(range.clone()) {
                for piece in stretches.pieces(part) {
                    stretches.strike(&piece, colour);
                }
            }
        }
        for (range, _) in text.parts.iter().filter(|(_, fate)| *fate == Fate::Removed) {
            for piece in stretches.pieces(range.clone()) {
                stretches.strike(&piece, theme.error);
            }
        }
    }

    /// The words as they are told: each change is named.
    fn spoken(&self, text: &Text) -> String {
        let mut spoken = String::new();
        let mut from = 0;
        for (range, fate) in &text.parts {
            let key = match fate {
                Fate::Removed => "compare-removed",
                Fate::Added => "compare-added",
                Fate::Kept | Fate::Restyled => "compare-marks",
            };
            spoken.push_str(text.words.get(from..range.start).unwrap_or_default());
            let words = text.words.get(range.clone()).unwrap_or_default();
            spoken.extend(["[", &self.words.get(key), ": ", words.trim(), "]"]);
            from = range.end;
        }
        spoken.push_str(text.words.get(from..).unwrap_or_default());
        spoken.replace(['\u{2068}', '\u{2069}'], "")
    }
}

/// What lies under words for what became of them; `taken` is how many lines stand below them already.
fn under(stretches: &Stretches<'_>, piece: &Piece, theme: &Theme, fate: Fate, taken: u8) {
    match fate {
        Fate::Removed => stretches.band(piece, theme.error_fill),
        Fate::Added => {
            stretches.band(piece, theme.ok_fill);
            stretches.underline(piece, taken, 1.5, theme.ok);
        }
        Fate::Restyled => stretches.sign(Line::Dotted, piece, stretches.hint(piece, taken), theme.accent),
        Fate::Kept => {}
    }
}
