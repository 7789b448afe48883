//! Characters that are not seen, shown on demand: painted over the letters, which stay where they are.

use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::pen::{Icon, Pen};
use super::sheet::{Laid, Seen};
use crate::arabic::{is_forbidden, is_no_break};
use crate::text::{Affinity, Caret, Layout};

/// What stands for a character.
#[derive(Clone, Copy, PartialEq, Debug)]
enum What {
    Space,
    NoBreak,
    Tab,
    Tatweel,
    Joiner,
    NonJoiner,
    /// One that no record may hold.
    Stray,
    End,
}

/// A sign and where it stands, in physical pixels from the corner of the words: the middle of its character's room
/// on the baseline, and how wide that room is.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    what: What,
    x: f32,
    baseline: f32,
    room: f32,
}

/// The signs of these words, which begin after so many bytes of their layout.
#[must_use]
pub fn signs(words: &str, layout: &Layout, prefix: usize) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (at, letter) in words.char_indices() {
        let at = at + prefix;
        let what = match letter {
            ' ' => What::Space,
            '\t' => What::Tab,
            '\u{640}' => What::Tatweel,
            '\u{200c}' => What::NonJoiner,
            '\u{200d}' => What::Joiner,
            other if is_no_break(other) => What::NoBreak,
            other if is_forbidden(other) => What::Stray,
            _ => continue,
        };
        let end = at + letter.len_utf8();
        match what {
            // They take no room: their sign stands where they part or join two letters.
            What::Joiner | What::NonJoiner | What::Stray => {
                let caret = layout.caret(Caret { offset: end, affinity: Affinity::Upstream });
                let baseline = layout.lines().get(caret.line).map_or(caret.bottom, |line| line.baseline);
                signs.push(Sign { what, x: caret.x, baseline, room: 0.0 });
            }
            _ => {
                for rect in layout.rects(at..end) {
                    let middle = f32::midpoint(rect.top, rect.bottom);
                    let line = layout.lines().iter().find(|line| middle < line.bottom);
                    let baseline = line.map_or(rect.bottom, |line| line.baseline);
                    let x = f32::midpoint(rect.left, rect.right);
                    signs.push(Sign { what, x, baseline, room: rect.right - rect.left });
                }
            }
        }
    }
    let end = layout.caret(Caret { offset: prefix + words.len(), affinity: Affinity::Upstream });
    let baseline = layout.lines().get(end.line).map_or(end.bottom, |line| line.baseline);
    signs.push(Sign { what: What::End, x: end.x, baseline, room: 0.0 });
    signs
}

/// Paints the signs of a paragraph over its letters. They are found once for each layout.
pub(super) fn paint(painter: &Painter, pen: &Pen, laid: &mut Laid, seen: Seen, size: f32, rtl: bool) {
    let Some(layout) = &laid.layout else { return };
    let signs = laid.signs.get_or_insert_with(|| signs(&laid.composed.text, layout, laid.prefix));
    let (ink, alarm) = (pen.theme.ink3, pen.theme.warning);
    let forward = if rtl { -1.0 } else { 1.0 };
    let snap = |at: f32| (at * size).round() / size;
    let mut shapes = Vec::with_capacity(signs.len());
    for sign in signs.iter() {
        let at = pos2(seen.origin.x + sign.x / size, seen.origin.y + sign.baseline / size);
        let room = sign.room / size;
        match sign.what {
            What::Space => {
                let dot = pos2(snap(at.x - 1.0), snap(at.y - 6.0));
                shapes.push(Shape::rect_filled(Rect::from_min_size(dot, vec2(2.0, 2.0)), 1.0, ink));
            }
            What::NoBreak => {
                shapes.push(Shape::circle_stroke(at - vec2(0.0, 9.0), 2.5, Stroke::new(1.0, ink)));
            }
            What::Tab => arrow(&mut shapes, at - vec2(0.0, 5.0), room.clamp(8.0, 20.0) / 2.0, forward, ink),
            What::Tatweel => {
                let left = pos2(at.x - room / 2.0 + 0.5, snap(at.y + 5.0));
                shapes.push(Shape::rect_filled(Rect::from_min_size(left, vec2(room - 1.0, 1.5)), 0.0, ink));
            }
            What::Joiner => bar(&mut shapes, at, true, ink, snap(at.x)),
            What::NonJoiner => bar(&mut shapes, at, false, ink, snap(at.x)),
            What::Stray => bar(&mut shapes, at, false, alarm, snap(at.x)),
            What::End => {
                // A little past the last letter, where the next would be.
                let place = pos2(at.x + forward * 10.0, at.y - 6.0);
                Icon::Paragraph.draw(painter, place, 14.0, ink);
            }
        }
    }
    painter.extend(shapes);
}

/// A thin bar between two letters: with a cross where it joins them, with a wedge where it parts them.
fn bar(shapes: &mut Vec<Shape>, at: Pos2, joins: bool, ink: eframe::egui::Color32, x: f32) {
    let (top, bottom) = (at.y - 18.0, at.y + 4.0);
    let stroke = Stroke::new(1.0, ink);
    shapes.push(Shape::line_segment([pos2(x + 0.5, top), pos2(x + 0.5, bottom)], stroke));
    if joins {
        shapes.push(Shape::line_segment([pos2(x - 2.0, top), pos2(x + 3.0, top + 5.0)], stroke));
        shapes.push(Shape::line_segment([pos2(x + 3.0, top), pos2(x - 2.0, top + 5.0)], stroke));
    } else {
        let wedge = vec![pos2(x - 3.0, top - 1.0), pos2(x + 4.0, top - 1.0), pos2(x + 0.5, top + 4.0)];
        shapes.push(Shape::convex_polygon(wedge, ink, Stroke::NONE));
    }
}

fn arrow(shapes: &mut Vec<Shape>, middle: Pos2, half: f32, forward: f32, ink: eframe::egui::Color32) {
    let stroke = Stroke::new(1.0, ink);
    let (tail, head) = (middle - vec2(half * forward, 0.0), middle + vec2(half * forward, 0.0));
    shapes.push(Shape::line_segment([tail, head], stroke));
    for side in [-3.0, 3.0] {
        shapes.push(Shape::line_segment([head, head + vec2(-3.0 * forward, side)], stroke));
    }
}
