//! Where stretches of laid-out words lie in the window, and the lines drawn along them, in whole physical pixels.

use std::ops::Range;

use eframe::egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::text::{Layout, reach};

/// From the lowest ink of any letter down to a line below the words, and how thick that line is, in em: one pixel each
/// at 18.
const EIGHTEENTH: f32 = 1.0 / 18.0;
/// From one line below the words to the next, in em.
const LANE: f32 = 3.0 * EIGHTEENTH;
/// How thick a stroke through words is, in em: a pixel and a half at 18.
const STROKE: f32 = 1.5 * EIGHTEENTH;

/// Some lines of a layout as they lie in the window.
pub(super) struct Stretches<'a> {
    painter: &'a Painter,
    layout: &'a Layout,
    lines: Range<usize>,
    /// Where the layout's corner is.
    origin: Pos2,
    /// Logical pixels for one unit of the layout.
    unit: f32,
    /// Physical pixels for a logical one.
    scale: f32,
}

/// A part of a stretch: what lies of it on one line, without a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// From the top of the line to its bottom.
    pub(super) rect: Rect,
    /// Where the letters stand.
    pub(super) baseline: f32,
    /// Which line.
    pub(super) line: usize,
}

/// How a line below words is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// A dot and two blanks.
    Dotted,
    /// Four and three.
    Dashed,
    /// Two high.
    Wavy,
}

impl<'a> Stretches<'a> {
    /// A layout in physical pixels, all of it.
    pub(super) fn new(painter: &'a Painter, layout: &'a Layout, origin: Pos2) -> Self {
        let unit = 1.0 / painter.ctx().pixels_per_point();
        Self::scaled(painter, layout, 0..layout.lines().len(), origin, unit)
    }

    /// Some lines of a layout of which one unit is so many logical pixels.
    pub(super) fn scaled(
        painter: &'a Painter,
        layout: &'a Layout,
        lines: Range<usize>,
        origin: Pos2,
        unit: f32,
    ) -> Self {
        Self { painter, layout, lines, origin, unit, scale: painter.ctx().pixels_per_point() }
    }

    fn snap(&self, at: f32) -> f32 {
        (at * self.scale).round() / self.scale
    }

    /// Logical pixels for so many em.
    fn em(&self, share: f32) -> f32 {
        self.layout.style().size * self.unit * share
    }

    /// What these bytes of the layout cover; a blank that hangs at the end of a line is not part of it.
    pub(super) fn pieces(&self, range: Range<usize>) -> Vec<Piece> {
        let lines = self.layout.lines();
        let mut pieces: Vec<Piece> = Vec::new();
        for rect in self.layout.rects(range) {
            let middle = f32::midpoint(rect.top, rect.bottom);
            let index = lines.partition_point(|line| line.bottom <= middle);
            let Some(line) = lines.get(index).filter(|_| self.lines.contains(&index)) else { continue };
            let (left, right) = (rect.left.max(line.left), rect.right.min(line.right));
            let x = |at: f32| self.snap(self.origin.x + at * self.unit);
            let y = |at: f32| self.origin.y + at * self.unit;
            let (left, right) = (x(left), x(right.max(left)));
            // As the letters are drawn: the corner in whole pixels, and the line from there.
            let up = (line.baseline * self.unit * self.scale).round() / self.scale;
            let baseline = self.snap(self.origin.y) + up;
            match pieces.last_mut() {
                Some(last) if last.line == index && left - last.rect.right() < 1.0 => last.rect.max.x = right,
                _ => pieces.push(Piece {
                    rect: Rect::from_min_max(pos2(left, y(line.top)), pos2(right, y(line.bottom))),
                    baseline,
                    line: index,
                }),
            }
        }
        pieces
    }

    /// Where a line below the words begins: an eighteenth of an em under the lowest ink that any letter of the family
    /// has, whatever stands on this line; three eighteenths lower for each line that is drawn there already.
    pub(super) fn below(&self, piece: &Piece, taken: u8) -> f32 {
        let reach = reach(self.layout.style().family).below;
        let lanes = f32::from(taken) * LANE;
        ((piece.baseline + self.em(reach + EIGHTEENTH + lanes)) * self.scale).ceil() / self.scale
    }

    /// Where signs stand that are no part of the words, dotted, dashed and wavy: just below the dots, or under the
    /// lines that are drawn there already.
    pub(super) fn hint(&self, piece: &Piece, taken: u8) -> f32 {
        match taken {
            0 => self.snap(piece.baseline + (piece.rect.height() / 4.0).round()),
            more => self.below(piece, more),
        }
    }

    /// A line below the words, this many times as thick as the plain one.
    pub(super) fn underline(&self, piece: &Piece, taken: u8, times: f32, colour: Color32) {
        let thick = self.snap(self.em(times * EIGHTEENTH)).max(1.0 / self.scale);
        self.bar(piece.rect, self.below(piece, taken), thick, colour);
    }

    /// A stroke through the middle of the letters that have neither stem nor tail; on the baseline it would read as
    /// a join.
    pub(super) fn strike(&self, piece: &Piece, colour: Color32) {
        let thick = self.em(STROKE).max(1.0 / self.scale);
        let middle = piece.baseline - self.em(reach(self.layout.style().family).body / 2.0);
        self.bar(piece.rect, self.snap(middle - thick / 2.0), thick, colour);
    }

    /// A bar from one whole pixel on; what is left of its thickness is a paler row.
    fn bar(&self, across: Rect, top: f32, thick: f32, colour: Color32) {
        let rows = (thick * self.scale + 0.01).floor();
        let rest = thick * self.scale - rows;
        let middle = top + rows / self.scale;
        let mut mesh = Mesh::default();
        let whole = Rect::from_min_max(pos2(across.left(), top), pos2(across.right(), middle));
        mesh.add_colored_rect(whole, colour);
        if rest > 0.1 {
            let last = whole.translate(vec2(0.0, middle - top)).with_max_y(middle + 1.0 / self.scale);
            mesh.add_colored_rect(last, colour.gamma_multiply(rest));
        }
        self.painter.add(Shape::mesh(mesh));
    }

    /// The fill behind words, down to what underlines them.
    pub(super) fn behind(&self, piece: &Piece, colour: Color32) {
        let bottom = self.hint(piece, 0);
        let rect = piece.rect.with_min_y(piece.rect.top() + 1.0).with_max_y(bottom.min(piece.rect.bottom()));
        self.painter.rect_filled(rect, 2.0, colour);
    }

    /// The edge of the words that are looked at, just outside their fill.
    pub(super) fn frame(&self, piece: &Piece, colour: Color32) {
        let bottom = self.hint(piece, 0).min(piece.rect.bottom());
        let rect = piece.rect.with_min_y(piece.rect.top() + 1.0).with_max_y(bottom).expand(1.0);
        let stroke = Stroke::new(2.0, colour);
        self.painter.rect_stroke(rect, 3.0, stroke, StrokeKind::Outside);
    }

    /// The fill of words that were suggested, dropped or remarked on, down to what may be drawn below them.
    pub(super) fn band(&self, piece: &Piece, colour: Color32) {
        let top = self.snap(piece.rect.top() + piece.rect.height() * 3.0 / 32.0);
        let bottom = self.below(piece, 0) + self.snap(self.em(STROKE));
        let rect = piece.rect.with_min_y(top).with_max_y(bottom.min(piece.rect.bottom()));
        self.painter.rect_filled(rect, 0.0, colour);
    }

    /// A line that is no part of the words, from this height on.
    pub(super) fn sign(&self, line: Line, piece: &Piece, y: f32, colour: Color32) {
        let (left, right) = (piece.rect.left(), piece.rect.right());
        match line {
            Line::Dotted => self.strokes(left + 1.0, right, y, (1.0, 3.0), colour),
            Line::Dashed => self.strokes(left, right, y, (4.0, 7.0), colour),
            Line::Wavy => {
                let mut points = Vec::new();
                let (mut x, mut up) = (left, false);
                while x <= right {
                    points.push(pos2(x, if up { y + 0.5 } else { y + 2.0 }));
                    (x, up) = (x + 2.0, !up);
                }
                self.painter.add(Shape::line(points, Stroke::new(1.0, colour)));
            }
        }
    }

    fn strokes(&self, left: f32, right: f32, y: f32, (long, every): (f32, f32), colour: Color32) {
        let whole = |pixels: f32| (pixels * self.scale).round().max(1.0) / self.scale;
        let (long, every, high) = (whole(long), whole(every), whole(1.0));
        let mut mesh = Mesh::default();
        let mut x = self.snap(left);
        while x < right {
            let end = (x + long).min(right);
            mesh.add_colored_rect(Rect::from_min_max(pos2(x, y), pos2(end, y + high)), colour);
            x += every;
        }
        self.painter.add(Shape::mesh(mesh));
    }
}
