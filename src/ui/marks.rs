//! What is painted of a paragraph beside its letters: boxes, selections, underlines, labels, hints.

use std::collections::HashMap;
use std::ops::Range;

use eframe::egui::{self, Align2, Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::details::readers_key;
use super::pen::{Icon, Pen};
use super::sheet::{BOX, Laid, MARGIN, MEASURE, SHEET, Seen, placed};
use super::theme::Face;
use crate::check::{Certainty, Finding};
use crate::document::{Atom, Audience, DateForm, Document, Mark, Target};
use crate::edit::Command;
use crate::template::{How, Part};
use crate::text::{self, Base};
use crate::words::Words;

/// How far the box of a block for some readers goes beyond the text.
const BEYOND: f32 = 48.0;

/// What lies under a paragraph that is for one kind of readers only: a fill, a bar and a line that says so.
pub(super) fn under(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool, words: Words) {
    let icon = match laid.composed.audience {
        Audience::Both => return,
        Audience::MinutesOnly => Icon::Lock,
        Audience::CommuniqueOnly => Icon::Megaphone,
    };
    let theme = pen.theme;
    let top = seen.rect.top() + laid.gap();
    let left = seen.rect.left() + MARGIN - BEYOND;
    let whole = Rect::from_min_max(
        pos2(left, top),
        pos2(seen.rect.left() + SHEET - MARGIN + BEYOND, seen.rect.bottom()),
    );
    let edge = if rtl { whole.right() - 3.0 } else { whole.left() };
    let bar = Rect::from_min_max(pos2(edge, whole.top()), pos2(edge + 3.0, whole.bottom()));
    if laid.composed.audience == Audience::MinutesOnly {
        painter.rect_filled(whole, 0.0, theme.internal_fill);
        painter.rect_filled(bar, 0.0, theme.internal);
    } else {
        painter.rect_stroke(bar, 0.0, Stroke::new(1.0, theme.internal), egui::StrokeKind::Inside);
    }
    let y = top + BOX.0 + BOX.1 / 2.0;
    let start = if rtl { seen.rect.left() + SHEET - MARGIN } else { seen.rect.left() + MARGIN };
    let way = if rtl { -1.0 } else { 1.0 };
    icon.draw(painter, pos2(start + way * 8.0, y), 16.0, theme.internal);
    let name = pen.line(painter.ctx(), &words.get(readers_key(laid.composed.audience)), Face::Caption);
    let anchor = if rtl { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    pen.draw(painter, &name, pos2(start + way * 20.0, y), anchor, theme.internal);
}

pub(super) fn selected(
    painter: &Painter,
    pen: &Pen,
    laid: &Laid,
    seen: Seen,
    range: &Range<usize>,
    size: f32,
    rtl: bool,
) {
    let Some(layout) = &laid.layout else { return };
    let shown = laid.shown(range);
    if laid.composed.text.is_empty() {
        let x = if rtl { seen.origin.x + layout.width() / size - 8.0 } else { seen.origin.x };
        let mark = Rect::from_min_size(pos2(x, seen.origin.y), vec2(8.0, layout.height() / size));
        painter.rect_filled(mark, 0.0, pen.theme.selection);
    }
    for rect in layout.rects(shown) {
        painter.rect_filled(placed(&rect, seen.origin, size), 0.0, pen.theme.selection);
    }
}

/// A paragraph's lines as they lie in the window.
struct Lines<'a> {
    layout: &'a crate::text::Layout,
    seen: Seen,
    size: f32,
}

impl Lines<'_> {
    /// Where these bytes of the layout lie, and the baseline of each piece.
    fn pieces(&self, range: Range<usize>) -> Vec<(Rect, f32)> {
        let piece = |rect: &text::Rect| {
            let middle = f32::midpoint(rect.top, rect.bottom);
            let line = self.layout.lines().iter().find(|line| middle >= line.top && middle < line.bottom);
            let baseline = line.map_or(rect.bottom, |line| line.baseline);
            let baseline = (self.seen.origin.y * self.size + baseline).round() / self.size;
            // A blank that hangs at the end of a line is not marked.
            let (least, most) = line.map_or((rect.left, rect.right), |line| (line.left, line.right));
            let (left, right) = (rect.left.max(least), rect.right.min(most));
            (
                placed(&text::Rect { left, right: right.max(left), ..*rect }, self.seen.origin, self.size),
                baseline,
            )
        };
        self.layout.rects(range).iter().map(piece).collect()
    }
}

/// How far below the baseline a line is drawn that must stay below the dots of the letters, also of a title's.
fn below(place: Rect) -> f32 {
    (place.height() / 4.0).round()
}

/// The fill behind words, from under the line above down to what underlines them.
fn behind(painter: &Painter, place: Rect, baseline: f32, colour: Color32) {
    let bottom = baseline + below(place);
    let rect = Rect::from_min_max(pos2(place.left(), place.top() + 1.0), pos2(place.right(), bottom));
    painter.rect_filled(rect, 2.0, colour);
}

/// What is said of a live field that is pointed at.
pub(super) struct Hint {
    /// The message.
    pub(super) key: &'static str,
    /// The part of the field that is pointed at.
    pub(super) place: Rect,
}

/// What is said of stretches of the text: fields, what is not filled in, the marks a writer gave. `pointer` is where
/// the mouse is, `caret` the caret's byte of the layout. Says which field is pointed at.
pub(super) fn marks(
    painter: &Painter,
    pen: &Pen,
    laid: &Laid,
    seen: Seen,
    size: f32,
    pointer: Option<Pos2>,
    caret: Option<usize>,
) -> Option<Hint> {
    let lines = Lines { layout: laid.layout.as_ref()?, seen, size };
    let theme = pen.theme;
    let mut hint = None;
    for segment in &laid.composed.segments {
        let (fill, atom) = match &segment.how {
            How::Field(atom) => (None, atom),
            How::Unresolved(atom) => (Some(theme.warning_fill), atom),
            How::Verbatim | How::Hidden => continue,
        };
        let range = segment.shown.start + laid.prefix..segment.shown.end + laid.prefix;
        let pieces = lines.pieces(range.clone());
        let pointed = pieces.iter().find(|(place, _)| pointer.is_some_and(|at| place.contains(at)));
        let at_caret = caret.is_some_and(|at| range.start <= at && at <= range.end);
        if let Some((place, _)) = pointed {
            hint = Some(Hint { key: hint_key(atom, fill.is_some()), place: *place });
        }
        let chosen = (pointed.is_some() || at_caret).then_some(theme.chosen);
        let colour = if fill.is_some() { theme.warning } else { theme.accent };
        for (place, baseline) in pieces {
            if let Some(fill) = fill.or(chosen) {
                behind(painter, place, baseline, fill);
            }
            dotted(painter, place.left(), place.right(), baseline + below(place), colour);
        }
    }
    for shown in &laid.composed.marks {
        let range = shown.range.start + laid.prefix..shown.range.end + laid.prefix;
        for (place, baseline) in lines.pieces(range) {
            let line = |y: f32, width: f32, colour: Color32| {
                let line = Rect::from_min_max(pos2(place.left(), y), pos2(place.right(), y + width));
                painter.rect_filled(line, 0.0, colour);
            };
            match shown.mark {
                Mark::Underline => line(baseline + 8.0, 1.0, theme.ink),
                Mark::Strike => line(baseline - 4.5, 1.5, theme.ink),
                Mark::Inserted(_) => line(baseline + 8.0, 2.0, theme.finding),
                Mark::Deleted(_) => {
                    painter.rect_filled(place.shrink2(vec2(0.0, 3.0)), 0.0, theme.deleted_fill);
                    line(baseline - 4.5, 1.5, theme.finding);
                }
                Mark::Remark(_) => {
                    painter.rect_filled(place.shrink2(vec2(0.0, 3.0)), 0.0, theme.chosen);
                }
                Mark::Bold | Mark::Colour(_) | Mark::Language(_) => {}
            }
        }
    }
    hint
}

fn hint_key(atom: &Atom, unresolved: bool) -> &'static str {
    match atom {
        _ if unresolved => "atom-tooltip-unresolved",
        Atom::Verb { .. } => "atom-tooltip-verb",
        Atom::Dates(DateForm::WithDay) | Atom::NextDates(DateForm::WithDay) => "atom-tooltip-date",
        _ => "atom-tooltip",
    }
}

/// What the checks found in a paragraph: a dot in the margin at its first line, a line under each stretch. `stored` is
/// the paragraph's text in the record, `current` the byte there of the finding that is being looked at.
pub(super) fn findings(
    painter: &Painter,
    pen: &Pen,
    (laid, seen, rtl): (&Laid, Seen, bool),
    found: &[Found],
    stored: &str,
    current: Option<usize>,
) {
    let size = painter.ctx().pixels_per_point();
    let Some(worst) = found.iter().map(|found| found.certainty).min() else { return };
    let Some(layout) = &laid.layout else { return };
    let lines = Lines { layout, seen, size };
    let theme = pen.theme;
    let colour = |certainty: Certainty| match certainty {
        Certainty::Error => (theme.error, theme.error_fill),
        Certainty::Warning => (theme.warning, theme.warning_fill),
        Certainty::Style => (theme.finding, theme.finding_fill),
    };
    let first = layout.lines().first().map_or(32.0, |line| f32::midpoint(line.top, line.bottom) / size);
    let x = if rtl { seen.rect.left() + DOT } else { seen.rect.right() - DOT };
    painter.circle_filled(pos2(x, seen.origin.y + first), 3.0, colour(worst).0);
    for found in found {
        // What was found in an earlier state is shown while the words still say it.
        let Some((range, words)) = &found.words else { continue };
        if stored.get(range.clone()) != Some(words) {
            continue;
        }
        let (ink, fill) = colour(found.certainty);
        for (place, baseline) in lines.pieces(laid.shown(range)) {
            if current == Some(range.start) {
                behind(painter, place, baseline, fill);
            }
            let y = baseline + below(place);
            match found.certainty {
                Certainty::Error => wavy(painter, place.left(), place.right(), y, ink),
                Certainty::Warning => dotted(painter, place.left(), place.right(), y, ink),
                Certainty::Style => dashed(painter, place.left(), place.right(), y, ink),
            }
        }
    }
}

/// From the sheet's edge to the middle of a finding's dot.
const DOT: f32 = 40.0;

/// What was found in one text.
#[derive(Clone, Debug)]
pub struct Found {
    /// How sure it is.
    pub certainty: Certainty,
    /// The stored bytes it is about and what stood there; nothing where it is about the paragraph.
    pub words: Option<(Range<usize>, String)>,
}

impl Found {
    /// The findings by the texts they are in.
    #[must_use]
    pub fn by_text(document: &Document, findings: &[Finding]) -> HashMap<Target, Vec<Self>> {
        let mut by_text: HashMap<Target, Vec<Self>> = HashMap::new();
        for finding in findings {
            let target = &finding.place.target;
            let range = finding.fixes.iter().find_map(|fix| match &fix.command {
                Command::Replace { target: at, range, .. } if at == target => Some(range.clone()),
                _ => None,
            });
            let words = range.and_then(|range| {
                let words = document.rich(target)?.text().get(range.clone())?;
                Some((range, words.to_owned()))
            });
            by_text.entry(target.clone()).or_default().push(Self { certainty: finding.certainty, words });
        }
        by_text
    }
}

fn dotted(painter: &Painter, left: f32, right: f32, y: f32, colour: Color32) {
    strokes(painter, left + 1.0, right, y, (1.0, 3.0), colour);
}

fn dashed(painter: &Painter, left: f32, right: f32, y: f32, colour: Color32) {
    strokes(painter, left, right, y, (4.0, 7.0), colour);
}

fn strokes(painter: &Painter, left: f32, right: f32, y: f32, (long, every): (f32, f32), colour: Color32) {
    let mut mesh = Mesh::default();
    let mut x = left;
    while x < right {
        let end = (x + long).min(right);
        mesh.add_colored_rect(Rect::from_min_max(pos2(x, y), pos2(end, y + 1.0)), colour);
        x += every;
    }
    painter.add(Shape::mesh(mesh));
}

/// A wave two pixels high.
fn wavy(painter: &Painter, left: f32, right: f32, y: f32, colour: Color32) {
    let mut points = Vec::new();
    let (mut x, mut up) = (left, false);
    while x <= right {
        points.push(pos2(x, if up { y + 0.5 } else { y + 2.0 }));
        (x, up) = (x + 2.0, !up);
    }
    painter.add(Shape::line(points, Stroke::new(1.0, colour)));
}

/// The label in the gutter: it ends eight pixels before the text, so that its separators stand in one line.
pub(super) fn label(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool) {
    if !laid.hangs() {
        return;
    }
    let words = pen.words(painter.ctx(), &laid.composed.label, Face::Body, Base::Rtl, None);
    let colour = pen.theme.ink2;
    if rtl {
        let edge = seen.origin.x + MEASURE - laid.indent() + 8.0;
        pen.draw(painter, &words, pos2(edge, seen.origin.y), Align2::LEFT_TOP, colour);
    } else {
        pen.draw(painter, &words, pos2(seen.origin.x - 8.0, seen.origin.y), Align2::RIGHT_TOP, colour);
    }
}

pub(super) fn prompt(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool, words: Words) {
    let hint = match laid.composed.part {
        Part::Title => words.get("hint-title"),
        _ if laid.composed.prompt.is_empty() => return,
        _ => laid.composed.prompt.clone(),
    };
    let face = laid.face();
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let width = MEASURE - laid.indent();
    let indent = match &laid.layout {
        Some(layout) if laid.prefix > 0 => layout.content_width() / scale_of(painter) + 4.0,
        _ => 0.0,
    };
    let shown = pen.fitted(painter.ctx(), &hint, face, base, width - indent);
    let (x, anchor) = if rtl {
        (seen.origin.x + width - indent, Align2::RIGHT_TOP)
    } else {
        (seen.origin.x + indent, Align2::LEFT_TOP)
    };
    let colour = pen.theme.ink3;
    pen.draw(painter, &shown, pos2(x, seen.origin.y), anchor, colour);
}

fn scale_of(painter: &Painter) -> f32 {
    painter.ctx().pixels_per_point()
}
