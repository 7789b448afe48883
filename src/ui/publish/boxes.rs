//! The exact text, as a field shows it that reads from the right, and as one that reads from the left.

use std::ops::Range;

use eframe::egui::{
    Align2, CornerRadius, Id, Pos2, Rect, Role, Sense, Shadow, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::channel::Channel;
use crate::text::{Align, Base, Family, Layout, Paragraph, Style, Weight};
use crate::ui::glyphs::{Drawn, Inks};
use crate::ui::pen::Pen;
use crate::ui::scroll::Scroll;
use crate::ui::theme::Face;
use crate::ui::widgets::{Row, side};

/// How high the head of a box is.
const HEAD: f32 = 40.0;
/// Around its text.
const INSET: f32 = 16.0;
const ABOVE: f32 = 12.0;
/// Between two boxes.
pub(super) const APART: f32 = 16.0;
/// Bytes of text laid out in one frame, so that a long text never holds the window.
const SLICE: usize = 24_000;
/// Seconds that copied lines are lit, and how long of it they fade.
pub(super) const FLASH: f64 = 0.6;
const FADE: f64 = 0.12;

/// A box: its name, what it stands for, and from which side it reads.
pub(super) struct Head {
    /// Its name.
    pub(super) name: String,
    /// What shows a text so.
    pub(super) about: String,
    /// From which side it reads.
    pub(super) base: Base,
}

/// A line of the text as it is laid out in a box.
struct Line {
    layout: Layout,
    /// Where it begins in the text.
    from: usize,
    top: f32,
    inks: Vec<Range<usize>>,
    drawn: Option<Drawn>,
}

/// The lines of one box, as far as they are laid out.
#[derive(Default)]
struct Column {
    lines: Vec<Line>,
    height: f32,
}

/// The text in its boxes: laid out once for each text and width, in slices where it is long.
#[derive(Default)]
pub(super) struct Boxes {
    of: Option<Key>,
    columns: Vec<Column>,
    /// Bytes of the text that are laid out.
    done: usize,
    scroll: Scroll,
    /// How often a line was laid out.
    pub(super) laid: usize,
}

#[derive(Clone, PartialEq)]
struct Key {
    /// Which text: another after each change of it.
    text: u64,
    width: f32,
    scale: f32,
    bases: Vec<Base>,
}

impl Boxes {
    /// Another text: shown from its top.
    pub(super) fn begin_anew(&mut self) {
        self.scroll = Scroll::default();
    }

    /// Scrolls by this much.
    pub(super) fn by(&mut self, delta: f32) {
        self.scroll.by(delta);
    }

    /// Shows the text in this view, one box beside the other. `text` is the text, what tells it from others, and how much
    /// of it is seen before a reader asks for more; lines are lit by so much.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        view: Rect,
        (text, version, first): (&str, u64, Option<usize>),
        heads: &[Head],
        channel: Channel,
        (lit, rtl): (f32, bool),
    ) {
        #[expect(clippy::cast_precision_loss, reason = "two")]
        let count = heads.len().max(1) as f32;
        let width = ((view.width() - APART * (count - 1.0)) / count).floor();
        let scale = ui.ctx().pixels_per_point();
        let bases = heads.iter().map(|head| head.base).collect();
        self.lay(pen, text, &Key { text: version, width, scale, bases }, channel);
        if self.done < text.len() {
            ui.ctx().request_repaint();
        }
        let height = self.columns.iter().map(|column| column.height).fold(0.0, f32::max);
        let content = HEAD + ABOVE + height + INSET + 24.0;
        let shift = self.scroll.begin(ui, view, content);
        let fold = first.and_then(|first| text.trim_end().char_indices().nth(first)).map(|(at, _)| at);
        let before = ui.clip_rect();
        // Room for the shadow of a sheet.
        ui.set_clip_rect(view.expand2(vec2(4.0, 0.0)).intersect(before));
        let mut row = Row::new(view, rtl);
        for (index, head) in heads.iter().enumerate() {
            let place = row.start(width);
            row.start(APART);
            let size = vec2(width, HEAD + ABOVE + height + INSET);
            let place = Rect::from_min_size(pos2(place.left().round(), view.top() - shift), size);
            self.paint(ui, pen, place, (index, head), lit, fold, rtl);
            let told = ui.interact(place.intersect(view), Id::unique(("publish-box", index)), Sense::hover());
            told.widget_info(|| WidgetInfo {
                current_text_value: Some(text.to_owned()),
                ..WidgetInfo::labeled(Role::Document, true, &head.name)
            });
        }
        self.scroll.thumb(ui, pen, view.expand2(vec2(20.0, 0.0)), Id::unique("publish-boxes"), rtl);
        ui.set_clip_rect(before);
    }

    fn lay(&mut self, pen: &mut Pen, text: &str, key: &Key, channel: Channel) {
        if self.of.as_ref() != Some(key) {
            self.columns = key.bases.iter().map(|_| Column::default()).collect();
            self.done = 0;
            self.of = Some(key.clone());
        }
        let mut spent = 0;
        let wrap = ((key.width - 2.0 * INSET) * key.scale).max(1.0).floor();
        let style = Style {
            family: Family::Ui,
            weight: Weight::Regular,
            size: 14.0 * key.scale,
            line_height: (24.0 * key.scale).round(),
        };
        while spent < SLICE {
            let Some(rest) = text.get(self.done..).filter(|rest| !rest.is_empty()) else { break };
            let whole = rest.split_inclusive('\n').next().unwrap_or(rest);
            let line = whole.trim_end_matches(['\n', '\r']);
            for (column, base) in self.columns.iter_mut().zip(&key.bases) {
                let paragraph = Paragraph {
                    text: line,
                    base: *base,
                    language: "ar-MA",
                    style,
                    spans: &[],
                    keep: &[],
                    isolates: &[],
                };
                let layout = pen.engine.layout(&paragraph, Some(wrap), Align::Start);
                let high = layout.height() / key.scale;
                let inks = marks(line, channel);
                column.lines.push(Line { layout, from: self.done, top: column.height, inks, drawn: None });
                column.height += high;
                self.laid += 1;
            }
            self.done += whole.len();
            spent += whole.len() + 32;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
    fn paint(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        place: Rect,
        (index, head): (usize, &Head),
        lit: f32,
        fold: Option<usize>,
        rtl: bool,
    ) {
        let theme = pen.theme;
        let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: theme.shadow_sheet };
        ui.painter().add(shadow.as_shape(place, CornerRadius::same(2)));
        ui.painter().rect_filled(place, 2.0, theme.sheet);
        let top = place.with_max_y(place.top() + HEAD);
        ui.painter().hline(place.x_range(), top.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let mut row = Row::new(top.shrink2(vec2(INSET, 0.0)), rtl);
        let name = pen.line(ui.ctx(), &head.name, Face::BaseStrong);
        let (at, anchor) = side(row.start(name.width()), rtl);
        pen.draw(ui.painter(), &name, at, anchor, theme.ink);
        row.start(12.0);
        let about = pen.line(ui.ctx(), &head.about, Face::Caption);
        if about.width() <= row.rest().width() {
            let at = row.end(about.width()).center();
            pen.draw(ui.painter(), &about, at, Align2::CENTER_CENTER, theme.ink3);
        }
        let Some(column) = self.columns.get_mut(index) else { return };
        let origin = pos2(place.left() + INSET, place.top() + HEAD + ABOVE);
        let clip = ui.clip_rect();
        let scale = ui.ctx().pixels_per_point();
        let first = column.lines.partition_point(|line| origin.y + line.top < clip.top() - 400.0);
        for line in column.lines.iter_mut().skip(first.saturating_sub(1)) {
            let at: Pos2 = pos2(origin.x, origin.y + line.top);
            if at.y > clip.bottom() {
                break;
            }
            if lit > 0.0 {
                light(ui, &line.layout, at, scale, theme.selection.gamma_multiply(lit));
            }
            let mut inks = Inks::plain(theme.ink);
            for range in &line.inks {
                inks.paint(range, theme.accent);
            }
            let Pen { engine, atlas, .. } = pen;
            atlas.paint(ui.painter(), engine, &line.layout, at, &inks, Some(&mut line.drawn));
            if let Some(bottom) = fold.and_then(|fold| line.holds(fold)) {
                let y = at.y + (bottom / scale).round() + 0.5;
                let ends = [pos2(place.left() + 4.0, y), pos2(place.right() - 4.0, y)];
                let dashes = Shape::dashed_line(&ends, Stroke::new(1.0, theme.ink3), 6.0, 4.0);
                ui.painter().extend(dashes);
            }
        }
    }
}

impl Line {
    /// The lower edge of the line of its layout in which this byte of the text stands, if it stands in it.
    fn holds(&self, at: usize) -> Option<f32> {
        let own = at.checked_sub(self.from).filter(|own| *own < self.layout.text().len().max(1))?;
        let lines = self.layout.lines();
        let line = lines.iter().find(|line| own < line.range.end).or(lines.last())?;
        Some(line.bottom)
    }
}

/// Lights the written part of each line.
fn light(ui: &Ui, layout: &Layout, at: Pos2, scale: f32, colour: eframe::egui::Color32) {
    for line in layout.lines().iter().filter(|line| line.right > line.left) {
        let place = Rect::from_min_max(
            at + vec2(line.left - 2.0, line.top + 1.0) / scale,
            at + vec2(line.right + 2.0, line.bottom - 1.0) / scale,
        );
        ui.painter().rect_filled(place, 2.0, colour);
    }
}

/// How much copied lines are lit this long after.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
pub(super) fn lit(since: f64) -> f32 {
    if (0.0..FLASH).contains(&since) { ((FLASH - since) / FADE).min(1.0) as f32 } else { 0.0 }
}

/// The bytes of a line that are marks of its channel, not words.
fn marks(line: &str, channel: Channel) -> Vec<Range<usize>> {
    match channel {
        Channel::Whatsapp => line.match_indices('*').map(|(at, mark)| at..at + mark.len()).collect(),
        Channel::Markdown => {
            let opening = line.len() - line.trim_start_matches(['#', '>', '-', ' ']).len();
            let stars = line.match_indices("**").map(|(at, mark)| at..at + mark.len());
            (opening > 0 && opening < line.len()).then_some(0..opening).into_iter().chain(stars).collect()
        }
        Channel::Html => {
            let mut ranges = Vec::new();
            let mut open = None;
            for (at, letter) in line.char_indices() {
                match (letter, open) {
                    ('<', None) => open = Some(at),
                    ('>', Some(start)) => {
                        ranges.push(start..at + 1);
                        open = None;
                    }
                    _ => {}
                }
            }
            ranges
        }
        _ => Vec::new(),
    }
}
