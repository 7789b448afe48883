//! What a frame of the window costs before a pixel of it is painted: scrolling, typing, a blink of the caret.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement reads the clock, writes its own file, says what it found, and may stop where it fails"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::epaint::Primitive;
use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2,
};
use mahdar::store;
use mahdar::ui::App;

#[allow(dead_code, reason = "the sizes of the other users of the generator")]
#[path = "../examples/generate/record.rs"]
mod record;

use record::Size;

const SIZE: (f32, f32) = (1366.0, 690.0);

/// A window with a record in it, without a display.
struct Window {
    ctx: Context,
    app: App,
    time: f64,
}

/// One frame: how long our part and that of egui took, and what is left for the painter.
#[derive(Default)]
struct Frame {
    ours: Duration,
    triangles: Duration,
    vertices: usize,
    /// How often a pixel of the window is painted, on average.
    layers: f64,
}

impl Window {
    fn new(size: Size, name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, store::write(&record::record(size))).expect("the folder of the target");
        let ctx = Context::default();
        let mut app = App::new(&ctx);
        app.ask_in_window();
        app.begin(vec![path], false);
        let mut window = Self { ctx, app, time: 0.0 };
        for _ in 0..20 {
            window.frame(Vec::new(), 0.05);
        }
        window
    }

    fn frame(&mut self, events: Vec<Event>, after: f64) -> Frame {
        self.time += after;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SIZE.0, SIZE.1))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let mut ours = Duration::ZERO;
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| {
            let begun = Instant::now();
            app.frame(ui);
            ours += begun.elapsed();
        });
        let begun = Instant::now();
        let drawn = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let mut frame = Frame { ours, triangles: begun.elapsed(), ..Frame::default() };
        for primitive in &drawn {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            frame.vertices += mesh.vertices.len();
            for corners in mesh.indices.chunks_exact(3) {
                let at = |index: u32| mesh.vertices.get(index as usize).map(|vertex| vertex.pos);
                if let [a, b, c] = corners
                    && let (Some(a), Some(b), Some(c)) = (at(*a), at(*b), at(*c))
                {
                    let seen = Rect::from_points(&[a, b, c]).intersect(primitive.clip_rect);
                    if seen.is_positive() {
                        // Near enough: half of what encloses it.
                        frame.layers += f64::from(seen.area()) / 2.0;
                    }
                }
            }
        }
        frame.layers /= f64::from(SIZE.0 * SIZE.1);
        frame
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)], 0.05);
    }
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: MouseWheelSource::Unknown,
    }
}

/// The time so many in a hundred frames stay below, in milliseconds.
fn share(times: &mut [Duration], hundredths: usize) -> f64 {
    times.sort_unstable();
    let at = (times.len() * hundredths / 100).min(times.len().saturating_sub(1));
    times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

fn told(what: &str, frames: &[Frame]) {
    let mut ours: Vec<Duration> = frames.iter().map(|frame| frame.ours).collect();
    let mut triangles: Vec<Duration> = frames.iter().map(|frame| frame.triangles).collect();
    let last = frames.last().expect("frames were drawn");
    println!(
        "{what}: ui p50 {:.2} p99 {:.2} ms; triangles p50 {:.2} ms; {} vertices, each pixel painted {:.2} times",
        share(&mut ours, 50),
        share(&mut ours, 99),
        share(&mut triangles, 50),
        last.vertices,
        last.layers
    );
}

fn main() {
    let mut window = Window::new(Size::PAGES, "window-bench.mahdar");
    let middle = pos2(SIZE.0 * 0.55, SIZE.1 * 0.6);
    window.frame(vec![Event::PointerMoved(middle)], 0.05);
    let frames: Vec<Frame> = (0..3_000).map(|_| window.frame(vec![wheel(60.0)], 1.0 / 60.0)).collect();
    told("scrolling 3,300 paragraphs", &frames);
    window.frame(vec![Event::PointerGone], 0.5);
    let control = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
    window.press(control, Key::End);
    for _ in 0..40 {
        window.press(Modifiers::NONE, Key::PageUp);
    }
    let letter = |at: usize| if at % 6 == 5 { " " } else { "م" };
    let frames: Vec<Frame> =
        (0..300).map(|at| window.frame(vec![Event::Text(letter(at).into())], 0.1)).collect();
    told("a key among 325 pages", &frames);
    let frames: Vec<Frame> = (0..300).map(|_| window.frame(Vec::new(), 0.6)).collect();
    told("a blink among 325 pages", &frames);
    let mut window = Window::new(Size::PAGE, "window-bench-page.mahdar");
    let frames: Vec<Frame> = (0..300).map(|_| window.frame(Vec::new(), 0.6)).collect();
    told("a blink on one page", &frames);
}
