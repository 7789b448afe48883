//! What is painted over is not painted: large fills are cut down to what is seen of them.
//!
//! Without a GPU each pixel painted is work, and a frame of egui is painted whole: a blink of the caret costs what all
//! the fills under each other cost.

use eframe::egui::emath::{GuiRounding as _, TSTransform};
use eframe::egui::epaint::{ClippedShape, RectShape};
use eframe::egui::{Color32, Context, FullOutput, Id, Plugin, Rect, Shape, TextureOptions};

/// Fills smaller than this, in points, cover nothing and are left as they are.
const LARGE: f32 = 10_000.0;
/// More pieces than this cost more than they save.
const PIECES: usize = 8;

/// Cuts the fills of each frame, once it is drawn.
pub struct Covered;

impl Plugin for Covered {
    fn debug_name(&self) -> &'static str {
        "covered"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let ground = ctx.data(|data| data.get_temp(ground_id()));
        cut(&mut output.shapes, ground, output.pixels_per_point);
        // Fills take their white, and icons their letters, from egui's own texture, dot by dot: mixing four dots for
        // each would cost a third more.
        for delta in output.textures_delta.set.iter_mut().flat_map(|(_, deltas)| deltas) {
            delta.options = TextureOptions::NEAREST;
        }
    }
}

fn ground_id() -> Id {
    Id::unique("ground")
}

/// Says on what the frames are painted from now on: a colour that need not be painted where nothing lies under it.
pub fn set_ground(ctx: &Context, colour: Color32) {
    ctx.data_mut(|data| data.insert_temp(ground_id(), colour));
}

/// Cuts large fills down to what is seen of them. The picture stays the same, dot for dot.
pub fn cut(shapes: &mut Vec<ClippedShape>, ground: Option<Color32>, scale: f32) {
    let mut covers: Vec<Rect> = Vec::new();
    // What is left of each large fill, by its place among the shapes, from the uppermost down.
    let mut left: Vec<(usize, Vec<Rect>)> = Vec::new();
    for (index, clipped) in shapes.iter().enumerate().rev() {
        let Some(fill) = still(clipped) else { continue };
        let clip = clipped.clip_rect.round_to_pixels(scale);
        let whole = grown(fill.visual_bounding_rect(), scale).intersect(clip);
        if !whole.is_positive() || whole.area() < LARGE {
            continue;
        }
        left.push((index, without(whole, &covers)));
        let inner = inside(fill, scale).intersect(clip);
        if inner.is_positive() && inner.area() >= LARGE {
            covers.push(inner);
        }
    }
    if let Some(ground) = ground {
        spare_ground(shapes, &mut left, ground, scale);
    }
    for (index, pieces) in left {
        let Some(clipped) = shapes.get(index) else { continue };
        let whole = clipped.shape.visual_bounding_rect().intersect(clipped.clip_rect).area();
        let seen: f32 = pieces.iter().map(Rect::area).sum();
        if pieces.len() > PIECES || seen > 0.9 * whole {
            continue;
        }
        let piece = |clip_rect: &Rect| ClippedShape { clip_rect: *clip_rect, ..clipped.clone() };
        let pieces: Vec<ClippedShape> = pieces.iter().map(piece).collect();
        // From the uppermost down: what comes before it stays where it is.
        shapes.splice(index..=index, pieces);
    }
}

/// Spares the inside of fills in the colour of the ground under which nothing else is seen.
fn spare_ground(shapes: &[ClippedShape], left: &mut [(usize, Vec<Rect>)], ground: Color32, scale: f32) {
    for at in 0..left.len() {
        let Some((index, pieces)) = left.get(at) else { continue };
        let Some(clipped) = shapes.get(*index) else { continue };
        let Some(fill) = still(clipped) else { continue };
        let inner = inside(fill, scale).intersect(clipped.clip_rect.round_to_pixels(scale));
        if fill.fill != ground || !inner.is_positive() {
            continue;
        }
        let is_bare = shapes.iter().enumerate().take(*index).all(|(below, other)| {
            match left.iter().find(|(large, _)| *large == below) {
                // Too many pieces: it is painted whole.
                Some((_, pieces)) if pieces.len() <= PIECES => {
                    !pieces.iter().any(|piece| overlap(*piece, inner))
                }
                _ if other.transform_after_tessellation != TSTransform::IDENTITY => false,
                _ => !overlap(other.shape.visual_bounding_rect().intersect(other.clip_rect), inner),
            }
        });
        if is_bare {
            let pieces = pieces.iter().flat_map(|piece| minus(*piece, inner)).collect();
            if let Some(entry) = left.get_mut(at) {
                entry.1 = pieces;
            }
        }
    }
}

/// A fill that stays where it is said to be.
fn still(clipped: &ClippedShape) -> Option<&RectShape> {
    match &clipped.shape {
        Shape::Rect(fill) if clipped.transform_after_tessellation == TSTransform::IDENTITY => Some(fill),
        _ => None,
    }
}

/// The part of a fill that hides all that is under it, on whole pixels.
fn inside(fill: &RectShape, scale: f32) -> Rect {
    let plain = fill.angle == 0.0 && fill.brush.is_none() && fill.blur_width == 0.0 && fill.fill.is_opaque();
    if !plain {
        return Rect::NOTHING;
    }
    let corner = fill.corner_radius;
    let corner = [corner.nw, corner.ne, corner.sw, corner.se].into_iter().max().unwrap_or_default();
    let edge = if fill.stroke.is_empty() { 0.0 } else { fill.stroke.width };
    let rect = fill.rect.shrink(f32::from(corner) + edge + 1.0 / scale);
    Rect::from_min_max(
        (rect.min.to_vec2() * scale).ceil().to_pos2() / scale,
        (rect.max.to_vec2() * scale).floor().to_pos2() / scale,
    )
}

/// This and the pixels it touches.
fn grown(rect: Rect, scale: f32) -> Rect {
    let rect = rect.expand(1.0 / scale);
    Rect::from_min_max(
        (rect.min.to_vec2() * scale).floor().to_pos2() / scale,
        (rect.max.to_vec2() * scale).ceil().to_pos2() / scale,
    )
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.intersect(other).is_positive()
}

/// What of a rectangle these leave to be seen.
fn without(whole: Rect, covers: &[Rect]) -> Vec<Rect> {
    let mut pieces = vec![whole];
    for cover in covers {
        pieces = pieces.into_iter().flat_map(|piece| minus(piece, *cover)).collect();
    }
    pieces
}

/// A rectangle without another: at most four pieces.
fn minus(whole: Rect, hole: Rect) -> Vec<Rect> {
    let hole = hole.intersect(whole);
    if !hole.is_positive() {
        return vec![whole];
    }
    let beside = |left: f32, right: f32| Rect::from_x_y_ranges(left..=right, hole.y_range());
    [
        whole.with_max_y(hole.top()),
        whole.with_min_y(hole.bottom()),
        beside(whole.left(), hole.left()),
        beside(hole.right(), whole.right()),
    ]
    .into_iter()
    .filter(Rect::is_positive)
    .collect()
}
