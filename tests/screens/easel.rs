//! What is drawn by a few lines of a test: in either theme, at any scale, frame by frame.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use eframe::egui::{Event, Shape, TextureId, Ui, vec2};
use egui_kittest::Harness;
use image::RgbaImage;
use mahdar::ui::pen::{Pen, fonts};
use mahdar::ui::theme::{Mode, Theme};

use crate::cpu::Cpu;

/// What draws a frame.
type Draw = Box<dyn FnMut(&mut Ui, &mut Pen)>;

struct Held {
    pen: Pen,
    mode: Mode,
    draw: Draw,
}

/// A window in which `draw` draws, on the sheet's colour.
pub struct Easel {
    harness: Harness<'static, Rc<RefCell<Held>>>,
    held: Rc<RefCell<Held>>,
}

impl Easel {
    pub fn new(
        mode: Mode,
        (width, height): (f32, f32),
        scale: f32,
        draw: impl FnMut(&mut Ui, &mut Pen) + 'static,
    ) -> Self {
        let held = Held { pen: Pen::new(Theme::of(mode)), mode, draw: Box::new(draw) };
        let held = Rc::new(RefCell::new(held));
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_pixels_per_point(scale)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(60)
            .renderer(Cpu::default())
            .with_render_cursor(false)
            .with_context_setup(|ctx| ctx.set_fonts(fonts()))
            .build_ui_state(
                |ui, held: &mut Rc<RefCell<Held>>| {
                    let Held { pen, mode, draw } = &mut *held.borrow_mut();
                    let theme = Theme::of(*mode);
                    pen.begin(theme);
                    ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, theme.sheet);
                    draw(ui, pen);
                },
                Rc::clone(&held),
            );
        let mut easel = Self { harness, held };
        easel.harness.run();
        easel
    }

    /// One frame.
    pub fn step(&mut self) {
        self.harness.step();
    }

    /// One frame with these events, and those it asks for.
    pub fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.run();
    }

    /// From the next frame on in this theme.
    pub fn turn(&mut self, mode: Mode) {
        self.held.borrow_mut().mode = mode;
        self.step();
    }

    /// From the next frame on with so many physical pixels for a logical one.
    pub fn rescale(&mut self, scale: f32) {
        self.harness.set_pixels_per_point(scale);
        self.step();
    }

    pub fn pen<R>(&mut self, ask: impl FnOnce(&mut Pen) -> R) -> R {
        ask(&mut self.held.borrow_mut().pen)
    }

    pub fn picture(&mut self) -> RgbaImage {
        self.harness.render().unwrap()
    }

    /// Writes the picture to `target/pictures`.
    pub fn paint(&mut self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("pictures");
        std::fs::create_dir_all(&folder).unwrap();
        self.picture().save(folder.join(format!("{name}.png"))).unwrap();
    }

    /// The corners of every letter of the last frame between these two edges, in hundredths of a pixel.
    #[expect(clippy::cast_possible_truncation, reason = "pixels on a screen")]
    pub fn letters(&self, left: f32, right: f32) -> BTreeSet<(i32, i32)> {
        let mut corners = BTreeSet::new();
        let mut take = |shape: &Shape| {
            if let Shape::Mesh(mesh) = shape
                && mesh.texture_id != TextureId::default()
            {
                let inside = mesh.vertices.iter().filter(|v| v.pos.x > left && v.pos.x < right);
                let corner = |at: f32| (at * 100.0).round() as i32;
                corners.extend(inside.map(|v| (corner(v.pos.x), corner(v.pos.y))));
            }
        };
        for clipped in &self.harness.output().shapes {
            match &clipped.shape {
                Shape::Vec(shapes) => shapes.iter().for_each(&mut take),
                shape => take(shape),
            }
        }
        corners
    }
}
