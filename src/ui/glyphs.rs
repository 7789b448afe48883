//! The glyph atlas: bitmaps of letters in a few textures, and layouts turned into meshes over them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{
    self, Color32, ColorImage, Mesh, Painter, Pos2, Rect, Shape, TextureHandle, TextureOptions, pos2, vec2,
};

use crate::text::{Engine, GlyphKey, Layout, Raster};

/// The edge of a page in pixels. Four megabytes a page: small enough to begin with one, big enough for a script.
const PAGE: usize = 1024;
/// How many pages there may be before the one unused longest is emptied. A frame that shows more than they hold has
/// more; the next frame is back to these.
pub const PAGES: usize = 6;
/// Lines this far above and below what is seen are drawn too, as letters may reach beyond their line.
const BEYOND: f32 = 24.0;

/// How letters are inked. Pixels are mixed as they are stored, not as light: a half covered pixel of a light letter
/// on dark then weighs less than one of a dark letter on light, and the letters look thinner than they are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Ink {
    /// Dark letters: coverage as it is.
    Dark,
    /// Light letters: 1 − (1 − c)^1.5. A test holds that a line of text weighs the same in both.
    Light,
}

impl Ink {
    fn of(colour: Color32) -> Self {
        let [r, g, b, _] = colour.to_srgba_unmultiplied().map(u32::from);
        if 2126 * r + 7152 * g + 722 * b > 1_275_000 { Self::Light } else { Self::Dark }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
    fn tone(self, coverage: u8) -> u8 {
        match self {
            Self::Dark => coverage,
            Self::Light => {
                let blank = 1.0 - f32::from(coverage) / 255.0;
                (255.0 * (1.0 - blank * blank.sqrt())).round() as u8
            }
        }
    }
}

/// The colours of a layout's letters.
#[derive(Clone, PartialEq, Debug)]
pub struct Inks {
    ink: Color32,
    /// In order, apart from each other.
    stretches: Vec<(Range<usize>, Color32)>,
}

impl Inks {
    /// One colour for all.
    #[must_use]
    pub fn plain(ink: Color32) -> Self {
        Self { ink, stretches: Vec::new() }
    }

    /// Gives these bytes of the layout a colour, whatever they had.
    pub fn paint(&mut self, range: &Range<usize>, colour: Color32) {
        if range.is_empty() {
            return;
        }
        let mut cut = Vec::with_capacity(self.stretches.len() + 2);
        for (old, ink) in self.stretches.drain(..) {
            let (before, after) = (old.start..old.end.min(range.start), old.start.max(range.end)..old.end);
            cut.extend([before, after].into_iter().filter(|part| !part.is_empty()).map(|part| (part, ink)));
        }
        let at = cut.partition_point(|(old, _)| old.start < range.start);
        cut.insert(at, (range.clone(), colour));
        self.stretches = cut;
    }

    /// The colour of the letter that begins at this byte.
    #[must_use]
    pub fn at(&self, byte: usize) -> Color32 {
        let index = self.stretches.partition_point(|(range, _)| range.end <= byte);
        self.stretches.get(index).filter(|(range, _)| range.contains(&byte)).map_or(self.ink, |(_, ink)| *ink)
    }

    /// These bytes in parts of one colour each.
    #[must_use]
    pub fn parts(&self, range: Range<usize>) -> Vec<(Range<usize>, Color32)> {
        let mut parts = Vec::new();
        let mut from = range.start;
        for (own, colour) in &self.stretches {
            let (start, end) = (own.start.clamp(from, range.end.max(from)), own.end.min(range.end));
            if start < end {
                parts.extend((from < start).then_some((from..start, self.ink)));
                parts.push((start..end, *colour));
                from = end;
            }
        }
        parts.extend((from < range.end).then_some((from..range.end, self.ink)));
        parts
    }
}

impl From<Color32> for Inks {
    fn from(ink: Color32) -> Self {
        Self::plain(ink)
    }
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
    /// The frame it was drawn from last.
    used: u64,
    /// The number of what it holds since it was last empty: meshes over anything else are stale.
    filling: u64,
}

/// Bitmaps of glyphs, keyed by face, glyph, physical size, quarter pixel and ink.
#[derive(Default)]
pub struct Atlas {
    pages: Vec<Page>,
    slots: HashMap<(GlyphKey, Ink), Option<Slot>>,
    frame: u64,
    /// How many fillings there were, of all pages.
    fillings: u64,
    /// How many layouts were turned into triangles.
    drawings: u64,
}

/// Some lines of a layout as triangles in the window; one mesh a page.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Page, filling, triangles.
    meshes: Vec<(usize, u64, Arc<Mesh>)>,
    lines: Range<usize>,
    origin: Pos2,
    scale: f32,
    zoom: f32,
    inks: Inks,
}

impl Atlas {
    /// An atlas without any page yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a frame. Where the last one needed more pages than there should be, they are given back, and the page
    /// that was filled first is emptied to make room.
    pub fn begin(&mut self) {
        self.frame += 1;
        if self.pages.len() <= PAGES {
            return;
        }
        self.pages.truncate(PAGES);
        self.slots.retain(|_, slot| slot.is_some_and(|slot| slot.page < PAGES));
        let first = self.pages.iter().enumerate().min_by_key(|(_, page)| page.filling);
        if let Some(first) = first.map(|(index, _)| index) {
            self.empty(first);
        }
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// How many bitmaps are known, those of blanks included.
    #[must_use]
    pub fn bitmaps(&self) -> usize {
        self.slots.len()
    }

    /// How many times a layout was turned into triangles: none in a frame in which nothing changed.
    #[must_use]
    pub fn drawings(&self) -> u64 {
        self.drawings
    }

    fn slot(&mut self, ctx: &egui::Context, engine: &mut Engine, key: GlyphKey, ink: Ink) -> Option<Slot> {
        if let Some(slot) = self.slots.get(&(key, ink)) {
            return *slot;
        }
        let slot = engine.raster(key).and_then(|raster| self.place(ctx, &raster, ink));
        self.slots.insert((key, ink), slot);
        slot
    }

    fn place(&mut self, ctx: &egui::Context, raster: &Raster, ink: Ink) -> Option<Slot> {
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
        let pixels = raster.coverage.iter().map(|c| Color32::from_white_alpha(ink.tone(*c))).collect();
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

    /// A page with room: a new one, or the one unused longest, emptied. What the last frame showed is never emptied:
    /// this frame may yet show it.
    fn free_page(&mut self, ctx: &egui::Context) -> usize {
        let oldest = self.pages.iter().enumerate().min_by_key(|(_, page)| page.used);
        if let Some((index, page)) = oldest
            && self.pages.len() >= PAGES
            && page.used + 1 < self.frame
        {
            self.empty(index);
            return index;
        }
        let image = ColorImage::filled([PAGE, PAGE], Color32::TRANSPARENT);
        let name = format!("glyphs {}", self.pages.len());
        let texture = ctx.load_texture(name, image, TextureOptions::NEAREST);
        self.fillings += 1;
        self.pages.push(Page { texture, shelf: (0, 0, 0), used: self.frame, filling: self.fillings });
        self.pages.len() - 1
    }

    /// Takes a page's glyphs away, and what is known of blanks, so that it does not grow for ever.
    fn empty(&mut self, index: usize) {
        self.slots.retain(|_, slot| slot.is_some_and(|slot| slot.page != index));
        self.fillings += 1;
        if let Some(page) = self.pages.get_mut(index) {
            page.shelf = (0, 0, 0);
            page.filling = self.fillings;
        }
    }

    /// Whether what was drawn is still in the atlas as it was.
    fn holds(&self, drawn: &Drawn) -> bool {
        let mut meshes = drawn.meshes.iter();
        meshes.all(|(page, filling, _)| self.pages.get(*page).is_some_and(|page| page.filling == *filling))
    }

    /// Paints a layout with its top left corner at `origin`: those of its lines that are seen.
    ///
    /// `kept` keeps the triangles from frame to frame: they are made anew only where something changed. Whoever
    /// keeps them drops them when the layout itself becomes another.
    pub fn paint(
        &mut self,
        painter: &Painter,
        engine: &mut Engine,
        layout: &Layout,
        origin: Pos2,
        inks: &Inks,
        kept: Option<&mut Option<Drawn>>,
    ) {
        let zoom = 1.0;
        self.paint_lines(painter, engine, (layout, 0..layout.lines().len(), zoom), origin, inks, kept);
    }

    /// The same with some lines of a layout of which one unit is `zoom` physical pixels: points on paper, shown at
    /// any size.
    pub fn paint_lines(
        &mut self,
        painter: &Painter,
        engine: &mut Engine,
        (layout, lines, zoom): (&Layout, Range<usize>, f32),
        origin: Pos2,
        inks: &Inks,
        kept: Option<&mut Option<Drawn>>,
    ) {
        let scale = painter.ctx().pixels_per_point();
        let lines = seen(painter, layout, lines, origin, zoom / scale);
        if let Some(Some(drawn)) = &kept
            && drawn.origin == origin
            && (drawn.scale - scale).abs() < f32::EPSILON
            && (drawn.zoom - zoom).abs() < f32::EPSILON
            && drawn.lines == lines
            && drawn.inks == *inks
            && self.holds(drawn)
        {
            self.add(painter, drawn);
            return;
        }
        let meshes = self.draw(painter.ctx(), engine, layout, lines.clone(), origin, zoom, inks);
        let drawn = Drawn { meshes, lines, origin, scale, zoom, inks: inks.clone() };
        self.add(painter, &drawn);
        if let Some(kept) = kept {
            *kept = Some(drawn);
        }
    }

    fn add(&mut self, painter: &Painter, drawn: &Drawn) {
        for (page, _, mesh) in &drawn.meshes {
            if let Some(page) = self.pages.get_mut(*page) {
                page.used = self.frame;
            }
            painter.add(Shape::Mesh(Arc::clone(mesh)));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a drawing depends on, each named once")]
    fn draw(
        &mut self,
        ctx: &egui::Context,
        engine: &mut Engine,
        layout: &Layout,
        lines: Range<usize>,
        origin: Pos2,
        zoom: f32,
        inks: &Inks,
    ) -> Vec<(usize, u64, Arc<Mesh>)> {
        self.drawings += 1;
        let scale = ctx.pixels_per_point();
        let mut meshes: Vec<(usize, u64, Mesh)> = Vec::new();
        let whole = (origin.to_vec2() * scale).round();
        for glyph in layout.glyphs_of(lines) {
            let colour = inks.at(glyph.range.start);
            let (key, x) = GlyphKey::snap(glyph.font, glyph.glyph, glyph.size * zoom, glyph.x * zoom);
            let Some(slot) = self.slot(ctx, engine, key, Ink::of(colour)) else { continue };
            let Some(page) = self.pages.get_mut(slot.page) else { continue };
            page.used = self.frame;
            let mesh = match meshes.iter_mut().find(|(index, ..)| *index == slot.page) {
                Some((.., mesh)) => mesh,
                None => {
                    let mesh = Mesh::with_texture(page.texture.id());
                    meshes.push((slot.page, page.filling, mesh));
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
            mesh.add_rect_with_uv(place, uv, colour);
        }
        meshes.into_iter().map(|(page, filling, mesh)| (page, filling, Arc::new(mesh))).collect()
    }
}

/// Those of these lines that are in what the painter shows; `unit` is logical pixels for one unit of the layout.
fn seen(painter: &Painter, layout: &Layout, lines: Range<usize>, origin: Pos2, unit: f32) -> Range<usize> {
    let clip = painter.clip_rect();
    let (top, bottom) = ((clip.top() - BEYOND - origin.y) / unit, (clip.bottom() + BEYOND - origin.y) / unit);
    let all = layout.lines();
    let first = all.partition_point(|line| line.bottom < top).clamp(lines.start, lines.end);
    let last = all.partition_point(|line| line.top <= bottom).clamp(first, lines.end);
    first..last
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
