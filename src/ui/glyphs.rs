//! The glyph atlas: bitmaps of letters in a few textures, and layouts turned into meshes over them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{
    self, Color32, ColorImage, Mesh, Painter, Pos2, Rect, Shape, TextureHandle, TextureOptions, pos2, vec2,
};

use super::theme::Mode;
use crate::text::{Engine, GlyphKey, Layout, Raster};

/// The edge of a page in pixels. Four megabytes a page: small enough to begin with one, big enough for a script.
const PAGE: usize = 1024;
/// How many pages there may be before the one unused longest is emptied.
const PAGES: usize = 6;

/// On what letters are painted, and how much larger than they were laid out.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Ground {
    /// The tone letters are given: that of dark ones or of light ones.
    pub mode: Mode,
    /// Physical pixels for one unit of the layout.
    pub zoom: f32,
}

/// Where a bitmap lies.
#[derive(Clone, Copy, Debug)]
struct Slot {
    page: usize,
    x: u16,
    y: u16,
    width: u16,
    height: u16,
    left: i32,
    top: i32,
}

struct Page {
    texture: TextureHandle,
    /// The shelf being filled: its top, its height, and how far it is filled.
    shelf: (usize, usize, usize),
    used: u64,
    /// Grows each time the page is emptied: meshes over it are then stale.
    generation: u64,
}

/// Bitmaps of glyphs, keyed by face, glyph, physical size and quarter pixel, and by the tone of their ground.
pub struct Atlas {
    pages: Vec<Page>,
    slots: HashMap<(GlyphKey, Mode), Option<Slot>>,
    mode: Mode,
    frame: u64,
}

/// A layout as triangles, in physical pixels from its origin; one mesh a page.
#[derive(Clone, Debug)]
pub struct Drawn {
    meshes: Vec<(usize, u64, Arc<Mesh>)>,
    origin: Pos2,
    scale: f32,
    ground: Ground,
}

impl Atlas {
    /// An atlas without any page yet.
    #[must_use]
    pub fn new() -> Self {
        Self { pages: Vec::new(), slots: HashMap::new(), mode: Mode::Light, frame: 0 }
    }

    /// Begins a frame. Letters are drawn with another coverage on dark than on light: a change empties the atlas.
    pub fn begin(&mut self, mode: Mode) {
        self.frame += 1;
        if self.mode != mode {
            self.mode = mode;
            self.slots.clear();
            for page in &mut self.pages {
                page.shelf = (0, 0, 0);
                page.generation += 1;
            }
        }
    }

    fn slot(&mut self, ctx: &egui::Context, engine: &mut Engine, key: GlyphKey, mode: Mode) -> Option<Slot> {
        if let Some(slot) = self.slots.get(&(key, mode)) {
            return *slot;
        }
        let slot = engine.raster(key).and_then(|raster| self.place(ctx, &raster, mode));
        self.slots.insert((key, mode), slot);
        slot
    }

    fn place(&mut self, ctx: &egui::Context, raster: &Raster, mode: Mode) -> Option<Slot> {
        let (width, height) = (raster.width as usize, raster.height as usize);
        if width == 0 || height == 0 || width + 1 >= PAGE || height + 1 >= PAGE {
            return None;
        }
        let page = match self.pages.iter().position(|page| page.fits(width, height).is_some()) {
            Some(page) => page,
            None => self.free_page(ctx),
        };
        let target = self.pages.get_mut(page)?;
        let (x, y) = target.fits(width, height)?;
        target.take(x, y, width, height);
        let tone = |coverage: &u8| match mode {
            Mode::Light => *coverage,
            // 2c − c²: light letters on dark look thinner than they are.
            Mode::Dark => {
                let c = u32::from(*coverage);
                u8::try_from((2 * c * 255 - c * c) / 255).unwrap_or(u8::MAX)
            }
        };
        let pixels = raster.coverage.iter().map(|c| Color32::from_white_alpha(tone(c))).collect();
        let image = ColorImage::new([width, height], pixels);
        target.texture.set_partial([x, y], image, TextureOptions::NEAREST);
        Some(Slot {
            page,
            x: u16::try_from(x).ok()?,
            y: u16::try_from(y).ok()?,
            width: u16::try_from(width).ok()?,
            height: u16::try_from(height).ok()?,
            left: raster.left,
            top: raster.top,
        })
    }

    /// A page with room: a new one, or the one unused longest, emptied.
    fn free_page(&mut self, ctx: &egui::Context) -> usize {
        let oldest = self.pages.iter().enumerate().min_by_key(|(_, page)| page.used);
        if let Some((index, page)) = oldest
            && self.pages.len() >= PAGES
            && page.used < self.frame
        {
            self.slots.retain(|_, slot| slot.is_none_or(|slot| slot.page != index));
            if let Some(page) = self.pages.get_mut(index) {
                page.shelf = (0, 0, 0);
                page.generation += 1;
            }
            return index;
        }
        let image = ColorImage::filled([PAGE, PAGE], Color32::TRANSPARENT);
        let name = format!("glyphs {}", self.pages.len());
        let texture = ctx.load_texture(name, image, TextureOptions::NEAREST);
        self.pages.push(Page { texture, shelf: (0, 0, 0), used: self.frame, generation: 0 });
        self.pages.len() - 1
    }

    /// Whether what was drawn is still in the atlas as it was.
    fn holds(&self, drawn: &Drawn) -> bool {
        drawn.meshes.iter().all(|(page, generation, _)| {
            self.pages.get(*page).is_some_and(|page| page.generation == *generation)
        })
    }

    /// Paints some lines of a layout with its top left corner at `origin`, in the colour each stretch has.
    ///
    /// `kept` keeps the triangles from frame to frame: they are made anew only where something changed.
    #[expect(clippy::too_many_arguments, reason = "what a drawing depends on, each named once")]
    pub fn paint(
        &mut self,
        painter: &Painter,
        engine: &mut Engine,
        layout: &Layout,
        lines: Range<usize>,
        origin: Pos2,
        colour: &dyn Fn(usize) -> Color32,
        kept: Option<&mut Option<Drawn>>,
    ) {
        let ground = Ground { mode: self.mode, zoom: 1.0 };
        self.paint_on(ground, painter, engine, layout, lines, origin, colour, kept);
    }

    /// The same on a ground of its own: a layout in points on paper, shown at any size.
    #[expect(clippy::too_many_arguments, reason = "what a drawing depends on, each named once")]
    pub fn paint_on(
        &mut self,
        ground: Ground,
        painter: &Painter,
        engine: &mut Engine,
        layout: &Layout,
        lines: Range<usize>,
        origin: Pos2,
        colour: &dyn Fn(usize) -> Color32,
        kept: Option<&mut Option<Drawn>>,
    ) {
        let scale = painter.ctx().pixels_per_point();
        if let Some(Some(drawn)) = &kept
            && drawn.origin == origin
            && (drawn.scale - scale).abs() < f32::EPSILON
            && drawn.ground == ground
            && self.holds(drawn)
        {
            let meshes = drawn.meshes.clone();
            self.add(painter, &meshes);
            return;
        }
        let drawn = self.draw(ground, painter.ctx(), engine, layout, lines, origin, scale, colour);
        self.add(painter, &drawn.meshes);
        if let Some(kept) = kept {
            *kept = Some(drawn);
        }
    }

    fn add(&mut self, painter: &Painter, meshes: &[(usize, u64, Arc<Mesh>)]) {
        for (page, _, mesh) in meshes {
            if let Some(page) = self.pages.get_mut(*page) {
                page.used = self.frame;
            }
            painter.add(Shape::Mesh(Arc::clone(mesh)));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a drawing depends on, each named once")]
    fn draw(
        &mut self,
        ground: Ground,
        ctx: &egui::Context,
        engine: &mut Engine,
        layout: &Layout,
        lines: Range<usize>,
        origin: Pos2,
        scale: f32,
        colour: &dyn Fn(usize) -> Color32,
    ) -> Drawn {
        let mut meshes: Vec<(usize, u64, Mesh)> = Vec::new();
        let whole = (origin.to_vec2() * scale).round();
        let zoom = ground.zoom;
        for glyph in layout.glyphs_of(lines) {
            let (key, x) = GlyphKey::snap(glyph.font, glyph.glyph, glyph.size * zoom, glyph.x * zoom);
            let Some(slot) = self.slot(ctx, engine, key, ground.mode) else { continue };
            let Some(page) = self.pages.get_mut(slot.page) else { continue };
            page.used = self.frame;
            let mesh = match meshes.iter_mut().find(|(index, ..)| *index == slot.page) {
                Some((.., mesh)) => mesh,
                None => {
                    let mesh = Mesh::with_texture(page.texture.id());
                    meshes.push((slot.page, page.generation, mesh));
                    let Some((.., mesh)) = meshes.last_mut() else { continue };
                    mesh
                }
            };
            #[expect(clippy::cast_precision_loss, reason = "pixels on a screen")]
            let corner = vec2((x + slot.left) as f32, (glyph.y * zoom).round() - slot.top as f32) + whole;
            let size = vec2(f32::from(slot.width), f32::from(slot.height));
            #[expect(clippy::cast_precision_loss, reason = "a small constant")]
            let page_size = PAGE as f32;
            let uv = Rect::from_min_size(pos2(f32::from(slot.x), f32::from(slot.y)), size);
            let uv = Rect::from_min_max(
                (uv.min.to_vec2() / page_size).to_pos2(),
                (uv.max.to_vec2() / page_size).to_pos2(),
            );
            let place = Rect::from_min_size((corner / scale).to_pos2(), size / scale);
            mesh.add_rect_with_uv(place, uv, colour(glyph.range.start));
        }
        let meshes = meshes.into_iter().map(|(page, gen_, mesh)| (page, gen_, Arc::new(mesh))).collect();
        Drawn { meshes, origin, scale, ground }
    }
}

impl Default for Atlas {
    fn default() -> Self {
        Self::new()
    }
}

impl Page {
    /// Where a bitmap of this size would go.
    fn fits(&self, width: usize, height: usize) -> Option<(usize, usize)> {
        let (top, tall, filled) = self.shelf;
        if filled + width < PAGE && top + tall.max(height + 1) < PAGE && height < tall {
            return Some((filled, top));
        }
        let next = top + tall;
        (next + height + 1 < PAGE && width < PAGE).then_some((0, next))
    }

    fn take(&mut self, x: usize, y: usize, width: usize, height: usize) {
        let (top, tall, _) = self.shelf;
        // Shelves are a little taller than their first glyph, so that the next ones fit.
        let tall = if y == top && tall > 0 { tall } else { (height + 1).next_multiple_of(8) };
        self.shelf = (y, tall, x + width + 1);
    }
}
