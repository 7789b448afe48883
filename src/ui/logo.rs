//! The logo of a letterhead: decoded once, small enough for any screen, and drawn whole inside its frame.

use std::io::Cursor;

use eframe::egui::{Color32, ColorImage, Context, Painter, Rect, TextureHandle, TextureOptions, pos2, vec2};
use image::{ImageReader, Limits};

/// The most dots across that are decoded, and that are kept.
const MOST: u32 = 6000;
const KEPT: u32 = 480;

/// The picture of these bytes, ready to be drawn; nothing where they are none, or a larger one than is decoded.
#[must_use]
pub fn texture(ctx: &Context, name: &str, bytes: &[u8]) -> Option<TextureHandle> {
    if bytes.is_empty() {
        return None;
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST);
    limits.max_image_height = Some(MOST);
    limits.max_alloc = Some(192 * 1024 * 1024);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let large = picture.width().max(picture.height()) > KEPT;
    let picture = if large { picture.thumbnail(KEPT, KEPT) } else { picture };
    let rgba = picture.to_rgba8();
    let size = [rgba.width() as usize, rgba.height() as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, rgba.as_raw());
    Some(ctx.load_texture(format!("logo {name}"), image, TextureOptions::LINEAR))
}

/// Draws all of the picture in the middle of this frame.
pub fn draw(painter: &Painter, texture: &TextureHandle, frame: Rect) {
    let size = texture.size_vec2();
    let factor = (frame.width() / size.x.max(1.0)).min(frame.height() / size.y.max(1.0));
    let place = Rect::from_center_size(frame.center(), vec2(size.x, size.y) * factor);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    painter.image(texture.id(), place, whole, Color32::WHITE);
}
