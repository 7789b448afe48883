//! egui's triangles on the CPU: exact, deterministic, one thread; what kittest renders with here.

use std::collections::BTreeMap;

use eframe::egui::{
    Color32, Context, FullOutput, ImageData, TextureFilter, TextureId, TexturesDelta,
    epaint::{ImageDelta, Mesh, Primitive, Vertex},
};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// One pixel: red, green, blue, alpha; gamma space, premultiplied.
type Pixel = [u8; 4];

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
    linear: bool,
}

/// The renderer: the textures it was given.
#[derive(Default)]
pub struct Cpu {
    textures: BTreeMap<TextureId, Texture>,
}

#[expect(clippy::iter_over_hash_type, reason = "textures do not touch one another")]
impl TestRenderer for Cpu {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, deltas) in delta.set.drain() {
            for delta in deltas {
                self.take(id, &delta);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(round(size.x), round(size.y));
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else { return Err("a paint callback".into()) };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a mesh without its texture")?;
            let clip = clipped.clip_rect;
            let clip = Clip {
                left: round(clip.min.x * scale).min(canvas.width),
                top: round(clip.min.y * scale).min(canvas.height),
                right: round(clip.max.x * scale).min(canvas.width),
                bottom: round(clip.max.y * scale).min(canvas.height),
            };
            canvas.mesh(&mesh, texture, &clip, scale);
        }
        let (width, height) = (canvas.width, canvas.height);
        let bytes = canvas.pixels.as_flattened().to_vec();
        let (width, height) = (u32::try_from(width), u32::try_from(height));
        let image =
            width.ok().zip(height.ok()).and_then(|(width, height)| RgbaImage::from_raw(width, height, bytes));
        image.ok_or_else(|| "a picture of no size".into())
    }
}

impl Cpu {
    fn take(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let pixels: Vec<Pixel> = image.pixels.iter().map(Color32::to_array).collect();
        let linear = delta.options.magnification == TextureFilter::Linear;
        let Some([x, y]) = delta.pos else {
            self.textures.insert(id, Texture { width, height, pixels, linear });
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        for row in 0..height {
            let to = (y + row) * texture.width + x;
            texture.pixels[to..to + width].copy_from_slice(&pixels[row * width..(row + 1) * width]);
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels on a screen, not below 0"
)]
fn round(pixels: f32) -> usize {
    pixels.round().max(0.0) as usize
}

/// The first pixel whose centre is not left of here, not below `least`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels on a screen, not below 0"
)]
fn centre_from(x: f64, least: usize) -> usize {
    ((x - 0.5).ceil().max(0.0) as usize).max(least)
}

struct Clip {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
}

/// A value that is linear over a triangle.
#[derive(Clone, Copy)]
struct Plane {
    at: f64,
    by_x: f64,
    by_y: f64,
}

impl Plane {
    /// Through three values at three points; nothing for a triangle of no area.
    fn through([a, b, c]: [[f64; 2]; 3], [va, vb, vc]: [f64; 3]) -> Self {
        let (abx, aby, acx, acy) = (b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]);
        let area = abx * acy - acx * aby;
        let (db, dc) = (vb - va, vc - va);
        let (by_x, by_y) = ((db * acy - dc * aby) / area, (dc * abx - db * acx) / area);
        Self { at: va - by_x * a[0] - by_y * a[1], by_x, by_y }
    }

    fn get(self, x: f64, y: f64) -> f64 {
        self.at + self.by_x * x + self.by_y * y
    }
}

/// Fills by copying what is filled already: fast without an optimiser too.
fn paint_over(span: &mut [Pixel], colour: Pixel) {
    let Some(first) = span.first_mut() else { return };
    *first = colour;
    let mut done = 1;
    while done < span.len() {
        let more = done.min(span.len() - done);
        span.copy_within(..more, done);
        done += more;
    }
}

fn over(under: Pixel, top: Pixel) -> Pixel {
    if top[3] == 255 {
        return top;
    }
    let rest = 255 - u32::from(top[3]);
    let mut out = top;
    for (out, under) in out.iter_mut().zip(under) {
        let value = u32::from(*out) + (u32::from(under) * rest + 127) / 255;
        *out = u8::try_from(value).unwrap_or(u8::MAX);
    }
    out
}

fn times(one: Pixel, other: Pixel) -> Pixel {
    let mut out = one;
    for (out, other) in out.iter_mut().zip(other) {
        *out = u8::try_from((u32::from(*out) * u32::from(other) + 127) / 255).unwrap_or(u8::MAX);
    }
    out
}

impl Texture {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "inside the texture")]
    fn texel(&self, x: f64, y: f64) -> Pixel {
        let x = (x.max(0.0) as usize).min(self.width - 1);
        let y = (y.max(0.0) as usize).min(self.height - 1);
        self.pixels[y * self.width + x]
    }

    /// The colour at a place in texels.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
    fn sample(&self, x: f64, y: f64) -> Pixel {
        if !self.linear {
            return self.texel(x, y);
        }
        let (u, v) = (x - 0.5, y - 0.5);
        let (right, down) = (u - u.floor(), v - v.floor());
        // A picture drawn pixel for pixel is the same by both filters; f32 leaves a little noise.
        let exact = |f: f64| !(0.002..=0.998).contains(&f);
        if exact(right) && exact(down) {
            return self.texel(x, y);
        }
        let (u, v) = (u.floor(), v.floor());
        let corners =
            [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|(dx, dy)| self.texel(u + dx, v + dy));
        let shares = [(1.0 - right) * (1.0 - down), right * (1.0 - down), (1.0 - right) * down, right * down];
        [0, 1, 2, 3].map(|channel| {
            let sum: f64 =
                corners.iter().zip(shares).map(|(corner, share)| f64::from(corner[channel]) * share).sum();
            sum.round() as u8
        })
    }
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0; 4]; width * height] }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: &Clip, scale: f32) {
        for corners in mesh.indices.chunks_exact(3) {
            let vertex = |at: usize| mesh.vertices[corners[at] as usize];
            self.triangle([vertex(0), vertex(1), vertex(2)], texture, clip, f64::from(scale));
        }
    }

    /// Fills the pixels whose centres lie inside; one on an edge belongs to the triangle at its right or below.
    fn triangle(&mut self, mut corners: [Vertex; 3], texture: &Texture, clip: &Clip, scale: f64) {
        corners.sort_by(|a, b| a.pos.y.total_cmp(&b.pos.y).then(a.pos.x.total_cmp(&b.pos.x)));
        let points = corners.map(|v| [f64::from(v.pos.x) * scale, f64::from(v.pos.y) * scale]);
        let [a, b, c] = points;
        let area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        if area.abs() < 1e-9 {
            return;
        }
        let plane = |of: &dyn Fn(&Vertex) -> f64| {
            Plane::through(points, [of(&corners[0]), of(&corners[1]), of(&corners[2])])
        };
        #[expect(clippy::cast_precision_loss, reason = "sizes of textures")]
        let (wide, high) = (texture.width as f64, texture.height as f64);
        let (u, v) = (plane(&|v| f64::from(v.uv.x) * wide), plane(&|v| f64::from(v.uv.y) * high));
        let [first, second, third] = corners;
        let one_texel = first.uv == second.uv && second.uv == third.uv;
        let one_colour = first.color == second.color && second.color == third.color;
        let colour = first.color.to_array();
        let colours = [0, 1, 2, 3].map(|channel| plane(&|v| f64::from(v.color.to_array()[channel])));
        let edge = |from: [f64; 2], to: [f64; 2], y: f64| {
            from[0] + (y - from[1]) * (to[0] - from[0]) / (to[1] - from[1])
        };
        let flat = one_texel && one_colour;
        let texel = texture.sample(u.get(a[0], a[1]), v.get(a[0], a[1]));
        let fill = times(colour, texel);
        for row in centre_from(a[1], clip.top)..centre_from(c[1], 0).min(clip.bottom) {
            #[expect(clippy::cast_precision_loss, reason = "pixels on a screen")]
            let y = row as f64 + 0.5;
            let long = edge(a, c, y);
            let short = if y < b[1] { edge(a, b, y) } else { edge(b, c, y) };
            let (left, right) = if long < short { (long, short) } else { (short, long) };
            let (left, right) = (centre_from(left, clip.left), centre_from(right, 0).min(clip.right));
            if left >= right {
                continue;
            }
            let span = &mut self.pixels[row * self.width + left..row * self.width + right];
            if flat && fill[3] == 255 {
                paint_over(span, fill);
                continue;
            }
            if flat && fill == [0; 4] {
                continue;
            }
            if flat {
                // Neighbours are mostly alike: what was mixed last is mixed again.
                let (mut under, mut mixed) = (span[0], over(span[0], fill));
                for pixel in span {
                    if *pixel != under {
                        (under, mixed) = (*pixel, over(*pixel, fill));
                    }
                    *pixel = mixed;
                }
                continue;
            }
            for (x, pixel) in (left..).zip(span) {
                #[expect(clippy::cast_precision_loss, reason = "pixels on a screen")]
                let x = x as f64 + 0.5;
                let texel = if one_texel { texel } else { texture.sample(u.get(x, y), v.get(x, y)) };
                if texel[3] == 0 {
                    continue;
                }
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
                let tint = if one_colour {
                    colour
                } else {
                    colours.map(|c| c.get(x, y).round().clamp(0.0, 255.0) as u8)
                };
                *pixel = over(*pixel, times(tint, texel));
            }
        }
    }
}
