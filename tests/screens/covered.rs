//! Fills that are painted over are cut down, and no pixel of the picture changes by it.

use eframe::egui::emath::TSTransform;
use eframe::egui::epaint::{ClippedShape, RectShape};
use eframe::egui::{
    Color32, Context, CornerRadius, FullOutput, RawInput, Rect, Shadow, Shape, Stroke, StrokeKind, pos2, vec2,
};
use egui_kittest::TestRenderer as _;
use image::RgbaImage;
use mahdar::ui::covered::cut;
use mahdar::ui::pen;

use crate::cpu::Cpu;

const SIZE: (f32, f32) = (480.0, 360.0);
const GROUND: Color32 = Color32::from_rgb(250, 249, 240);

fn clipped(clip_rect: Rect, shape: Shape) -> ClippedShape {
    ClippedShape { clip_rect, shape, transform_after_tessellation: TSTransform::IDENTITY }
}

struct Scene {
    ctx: Context,
    cpu: Cpu,
}

impl Scene {
    fn new(scale: f32) -> Self {
        let ctx = Context::default();
        ctx.set_fonts(pen::fonts());
        ctx.set_pixels_per_point(scale);
        let mut scene = Self { ctx, cpu: Cpu::default() };
        for _ in 0..3 {
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE.0, SIZE.1))),
                ..RawInput::default()
            };
            let mut output = scene.ctx.run_ui(input, |_| {});
            scene.cpu.handle_delta(&mut output.textures_delta);
        }
        scene
    }

    /// The picture of these shapes on the ground.
    fn picture(&mut self, shapes: &[ClippedShape]) -> RgbaImage {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE.0, SIZE.1));
        let mut all = vec![clipped(screen, Shape::rect_filled(screen.expand(4.0), 0.0, GROUND))];
        all.extend(shapes.iter().cloned());
        let pixels_per_point = self.ctx.pixels_per_point();
        let output = FullOutput { shapes: all, pixels_per_point, ..FullOutput::default() };
        self.cpu.render(&self.ctx, &output).unwrap()
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    fn length(&mut self, from: u64, to: u64) -> f32 {
        // Quarters of a point, so that edges fall between pixels too.
        (from * 4 + self.below((to - from) * 4)) as f32 / 4.0
    }

    fn colour(&mut self) -> Color32 {
        match self.below(5) {
            0 => GROUND,
            1 => Color32::from_rgba_unmultiplied(200, 30, 40, 120),
            2 => Color32::from_rgb(30, 120, 200),
            3 => Color32::from_gray(90),
            _ => Color32::from_rgb(220, 230, 120),
        }
    }

    fn rect(&mut self) -> Rect {
        let min = pos2(self.length(0, 200), self.length(0, 150));
        Rect::from_min_size(min, vec2(self.length(4, 280), self.length(4, 210)))
    }

    fn shape(&mut self) -> ClippedShape {
        let rect = self.rect();
        let corner = CornerRadius::same([0, 0, 2, 12][usize::try_from(self.below(4)).unwrap()]);
        let colour = self.colour();
        let shape = match self.below(6) {
            0 => {
                let shadow =
                    Shadow { offset: [0, 2], blur: 6, spread: 0, color: Color32::from_black_alpha(60) };
                Shape::Rect(shadow.as_shape(rect, corner))
            }
            1 => {
                let edge = Stroke::new(1.0 + self.length(0, 3), self.colour());
                let kind = [StrokeKind::Inside, StrokeKind::Outside][usize::from(self.below(2) == 1)];
                Shape::Rect(RectShape::new(rect, corner, colour, edge, kind))
            }
            2 => Shape::circle_filled(rect.center(), rect.height() / 3.0, colour),
            _ => Shape::rect_filled(rect, corner, colour),
        };
        let clip = if self.below(4) == 0 {
            self.rect()
        } else {
            Rect::from_min_size(pos2(0.0, 0.0), vec2(480.0, 360.0))
        };
        clipped(clip, shape)
    }
}

#[test]
fn no_pixel_changes_where_covered_fills_are_cut() {
    let mut fewer = 0;
    for scale in [1.0, 1.5] {
        let mut scene = Scene::new(scale);
        for seed in 0..40 {
            let mut dice = Dice(seed);
            let shapes: Vec<ClippedShape> = (0..2 + dice.below(9)).map(|_| dice.shape()).collect();
            let whole = scene.picture(&shapes);
            for ground in [None, Some(GROUND)] {
                let mut less = shapes.clone();
                cut(&mut less, ground, scale);
                fewer += usize::from(less.len() != shapes.len());
                let picture = scene.picture(&less);
                let wrong = whole.pixels().zip(picture.pixels()).filter(|(one, other)| one != other).count();
                assert_eq!(wrong, 0, "seed {seed}, scale {scale}, ground {ground:?}");
            }
        }
    }
    assert!(fewer > 30, "only {fewer} scenes were cut at all");
}

fn fill(rect: Rect, colour: Color32) -> ClippedShape {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE.0, SIZE.1));
    clipped(screen, Shape::rect_filled(rect, 0.0, colour))
}

fn painted(shapes: &[ClippedShape]) -> f32 {
    shapes.iter().map(|one| one.shape.visual_bounding_rect().intersect(one.clip_rect).area()).sum()
}

#[test]
fn paper_on_a_desk_in_the_colour_of_the_ground_costs_the_desk_around_it() {
    let desk = Rect::from_min_size(pos2(0.0, 0.0), vec2(480.0, 360.0));
    let paper = Rect::from_min_max(pos2(60.0, 20.0), pos2(420.0, 360.0));
    let mut shapes = vec![fill(desk, Color32::from_rgb(233, 230, 223)), fill(paper, GROUND)];
    cut(&mut shapes, Some(GROUND), 1.0);
    let (all, around) = (desk.area(), desk.area() - paper.area());
    assert!(painted(&shapes) < around + 4_000.0, "{} of {all}, {around} around", painted(&shapes));
}

#[test]
fn what_lies_under_a_fill_in_the_colour_of_the_ground_stays_hidden() {
    let paper = Rect::from_min_max(pos2(60.0, 20.0), pos2(420.0, 360.0));
    let spot = Rect::from_min_size(pos2(100.0, 100.0), vec2(20.0, 20.0));
    let mut shapes = vec![fill(spot, Color32::BLACK), fill(paper, GROUND)];
    cut(&mut shapes, Some(GROUND), 1.0);
    let mut scene = Scene::new(1.0);
    let picture = scene.picture(&shapes);
    assert_eq!(picture.get_pixel(110, 110).0, GROUND.to_array());
}
