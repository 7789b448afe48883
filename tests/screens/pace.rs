//! How often the window asks to be drawn again.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use eframe::App as _;
use eframe::egui::{Context, Event, Id, Key, Memory, Modifiers, RawInput, RequestRepaintInfo, pos2};
use mahdar::ui::App;
use mahdar::ui::pace::{Pace, REST};
use mahdar::ui::publish::Channel;

struct Window {
    ctx: Context,
    app: App,
    asked: Arc<Mutex<Vec<Duration>>>,
    time: f64,
}

impl Window {
    fn new() -> Self {
        let ctx = Context::default();
        let mut app = App::new(&ctx);
        app.begin(Vec::new(), true);
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        let pace = Pace::passing(&ctx, move |info: RequestRepaintInfo| {
            heard.lock().unwrap().push(info.delay);
        });
        app.paces(pace);
        let mut window = Self { ctx, app, asked, time: 0.0 };
        // The page takes the keyboard, and everything settles.
        for _ in 0..6 {
            window.frame(Vec::new());
        }
        window
    }

    /// Draws a frame with these events, as eframe does; says after how long another is asked for.
    fn frame(&mut self, events: Vec<Event>) -> Vec<Duration> {
        self.asked.lock().unwrap().clear();
        self.time += 0.02;
        let screen_rect = Some(eframe::egui::Rect::from_min_max(pos2(0.0, 0.0), pos2(1366.0, 690.0)));
        let mut input =
            RawInput { time: Some(self.time), screen_rect, events, focused: true, ..RawInput::default() };
        self.app.raw_input_hook(&self.ctx, &mut input);
        let app = &mut self.app;
        let mut frame = eframe::Frame::_new_kittest();
        let mut output = self.ctx.run_ui(input, |ui| app.ui(ui, &mut frame));
        output.textures_delta.clear();
        self.asked.lock().unwrap().clone()
    }
}

fn letter(key: Key, text: &str) -> Vec<Event> {
    let press =
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    vec![press, Event::Text(text.to_owned())]
}

fn at_once(asked: &[Duration]) -> usize {
    asked.iter().filter(|delay| delay.is_zero()).count()
}

#[test]
fn a_letter_typed_into_the_page_is_drawn_once_and_again_when_the_hands_rest() {
    let mut window = Window::new();
    for _ in 0..5 {
        let asked = window.frame(letter(Key::H, "ا"));
        assert_eq!(at_once(&asked), 0, "{asked:?}");
        assert!(asked.contains(&REST), "{asked:?}");
    }
    for key in [Key::Backspace, Key::ArrowLeft, Key::ArrowDown, Key::Home, Key::Enter] {
        let press =
            Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        let asked = window.frame(vec![press]);
        assert_eq!(at_once(&asked), 0, "{key:?} {asked:?}");
    }
}

#[test]
fn what_opens_something_or_comes_from_the_mouse_is_drawn_until_it_has_settled() {
    let mut window = Window::new();
    let moved = window.frame(vec![Event::PointerMoved(pos2(600.0, 300.0))]);
    assert!(at_once(&moved) > 0, "{moved:?}");
    for _ in 0..6 {
        window.frame(Vec::new());
    }
    let palette = Event::Key {
        key: Key::K,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND | Modifiers::CTRL,
    };
    let opened = window.frame(vec![palette]);
    assert!(at_once(&opened) > 0, "{opened:?}");
    // A letter typed into its field is not the page's.
    for _ in 0..6 {
        window.frame(Vec::new());
    }
    let typed = window.frame(letter(Key::H, "ا"));
    assert!(at_once(&typed) > 0, "{typed:?}");
}

#[test]
fn arrows_pressed_faster_than_frames_walk_a_list_a_row_each() {
    let mut window = Window::new();
    let press =
        |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    window.frame(vec![press(Key::E, Modifiers::COMMAND | Modifiers::CTRL)]);
    let row = |at: usize| Some(Id::unique(("publish-channel", Channel::ALL[at].keyword())));
    let focused = |window: &Window| {
        let has = window.ctx.memory(Memory::focused);
        (0..Channel::ALL.len()).find(|at| row(*at) == has)
    };
    for _ in 0..6 {
        window.frame(Vec::new());
    }
    assert_eq!(focused(&window), Some(0));
    // A key in every frame, also in those in which a row has just got the keyboard.
    for _ in 0..7 {
        window.frame(vec![press(Key::ArrowDown, Modifiers::NONE)]);
    }
    window.frame(vec![press(Key::ArrowUp, Modifiers::NONE)]);
    for _ in 0..3 {
        window.frame(Vec::new());
    }
    assert_eq!(focused(&window), Some(6));
}
