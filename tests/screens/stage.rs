//! One screen on its own: its function in a harness, hands on its keyboard and mouse, eyes on its pictures.

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, PointerButton, Pos2, Rect,
    TouchPhase, Ui, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use image::RgbaImage;
use mahdar::ui::pen::{self, Pen};
use mahdar::ui::theme::{Mode, Theme};

use crate::cpu::Cpu;
use crate::screen::key_events;

/// What a screen under test is drawn with: its own state and what it asked so far.
pub struct Stage<S: 'static> {
    harness: Harness<'static, S>,
    size: (f32, f32),
}

impl<S: 'static> Stage<S> {
    /// A window of this size in which `show` draws below the bar.
    pub fn new(
        mode: Mode,
        (width, height): (f32, f32),
        state: S,
        show: impl Fn(&mut Ui, &mut Pen, Rect, &mut S) + 'static,
    ) -> Self {
        let theme = Theme::of(mode);
        let mut pen = Pen::new(theme);
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(12)
            .renderer(Cpu::default())
            .with_render_cursor(false)
            .with_context_setup(|ctx| ctx.set_fonts(pen::fonts()))
            .build_ui_state(
                move |ui, state: &mut S| {
                    pen.begin(theme);
                    let screen = ui.ctx().content_rect();
                    let view =
                        Rect::from_min_max(pos2(0.0, 44.0), pos2(screen.right(), screen.bottom() - 28.0));
                    ui.painter().rect_filled(screen, 0.0, theme.chrome);
                    show(ui, &mut pen, view, state);
                },
                state,
            );
        let mut stage = Self { harness, size: (width, height) };
        stage.rest();
        stage
    }

    pub fn state(&self) -> &S {
        self.harness.state()
    }

    pub fn state_mut(&mut self) -> &mut S {
        self.harness.state_mut()
    }

    pub fn rest(&mut self) {
        self.harness.run();
    }

    pub fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
    }

    pub fn press(&mut self, key: Key) {
        self.frame(key_events(Modifiers::NONE, key));
        self.rest();
    }

    pub fn type_words(&mut self, words: &str) {
        for c in words.chars() {
            self.frame(vec![Event::Text(c.into())]);
        }
        self.rest();
    }

    pub fn has(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    pub fn has_words(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    pub fn place(&self, name: &str) -> Rect {
        self.harness.get_by_label(name).rect()
    }

    pub fn place_with(&self, words: &str) -> Rect {
        let places = self.places_with(words);
        assert_eq!(places.len(), 1, "{words}");
        places[0]
    }

    /// Where the things with these words in their names are, in the order they are drawn; not the groups they are in.
    pub fn places_with(&self, words: &str) -> Vec<Rect> {
        let all = self.harness.query_all_by_label_contains(words);
        all.filter(|node| node.accesskit_node().role() != Role::Group).map(|node| node.rect()).collect()
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let root = self.harness.root();
        let node = root.children_recursive().find(egui_kittest::Node::is_focused)?;
        node.accesskit_node().label()
    }

    pub fn click(&mut self, name: &str) {
        self.click_at(self.place(name).center());
    }

    pub fn click_words(&mut self, words: &str) {
        self.click_at(self.place_with(words).center());
    }

    pub fn click_at(&mut self, at: Pos2) {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(true)]);
        self.frame(vec![button(false)]);
        self.rest();
        // Two clicks of a test are two clicks, not a double click.
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + 1.0);
        self.rest();
    }

    /// One frame, this many seconds later.
    pub fn later(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.harness.step();
    }

    /// What the last frame gave to the desktop's second clipboard.
    pub fn settled(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::TextSelectionSettled(text) => Some(text.clone()),
            _ => None,
        })
    }

    pub fn hover(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
        self.rest();
    }

    /// Turns the wheel over the middle; up shows what is below.
    pub fn wheel(&mut self, points: f32) {
        self.wheel_at(pos2(self.size.0 / 2.0, self.size.1 / 2.0), points);
    }

    pub fn wheel_at(&mut self, at: Pos2, points: f32) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -points),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Unknown,
        };
        self.frame(vec![Event::PointerMoved(at), wheel]);
        for _ in 0..30 {
            self.harness.step();
        }
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
}
