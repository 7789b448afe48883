//! How often the window is drawn: once for a key, where egui would draw it three times.
//!
//! A frame in which anything came in egui lets two others follow, so that what one frame finds the next can show. Without
//! a GPU each costs as much as the first, and the next key waits for them. Letters typed into the page are drawn
//! where they stand in their own frame: what would follow waits until the hands rest.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use eframe::UserEvent;
use eframe::egui::{Context, Event, Key, RequestRepaintInfo};
use winit::event_loop::EventLoopProxy;

/// How long after a letter the window is drawn once more.
pub const REST: Duration = Duration::from_millis(150);

/// Hears when egui wants to be drawn again, and passes on when it is to be.
#[derive(Clone)]
pub struct Pace(Arc<Mutex<State>>);

struct State {
    /// The window's own: others ask for themselves.
    thread: ThreadId,
    /// egui begins a frame: what is asked now is asked by itself.
    begins: bool,
    /// What came with the frame is letters and keys that move among them.
    typed: bool,
    asked: Option<RequestRepaintInfo>,
    pass: Box<dyn Fn(RequestRepaintInfo) + Send>,
}

impl Pace {
    /// Passes on to the event loop, in the place of eframe.
    #[must_use]
    pub fn of(ctx: &Context, window: EventLoopProxy<UserEvent>) -> Self {
        Self::passing(ctx, move |info| {
            #[expect(clippy::disallowed_methods, reason = "the window is where time comes from")]
            let when = Instant::now() + info.delay;
            let (viewport_id, cumulative_pass_nr) = (info.viewport_id, info.current_cumulative_pass_nr);
            // A loop that has ended draws nothing more.
            let _ = window.send_event(UserEvent::RequestRepaint { viewport_id, when, cumulative_pass_nr });
        })
    }

    /// Passes on so.
    pub fn passing(ctx: &Context, pass: impl Fn(RequestRepaintInfo) + Send + 'static) -> Self {
        let state = State {
            thread: thread::current().id(),
            begins: false,
            typed: false,
            asked: None,
            pass: Box::new(pass),
        };
        let pace = Self(Arc::new(Mutex::new(state)));
        let heard = pace.clone();
        ctx.set_request_repaint_callback(move |info| heard.with(|state| state.hear(info)));
        pace
    }

    /// A frame begins with these events.
    pub fn begin(&self, events: &[Event]) {
        self.with(|state| {
            state.begins = true;
            state.typed = !events.is_empty() && events.iter().all(is_typing);
        });
    }

    /// egui has begun it. Whether it brought nothing but typing.
    #[must_use]
    pub fn begun(&self) -> bool {
        self.with(|state| {
            state.begins = false;
            state.typed
        })
    }

    /// The frame is drawn. Whether all it was asked is shown in it.
    pub fn end(&self, is_settled: bool) {
        self.with(|state| {
            if let Some(info) = state.asked.take() {
                let delay = if is_settled { REST } else { info.delay };
                (state.pass)(RequestRepaintInfo { delay, ..info });
            }
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl State {
    fn hear(&mut self, info: RequestRepaintInfo) {
        if self.begins && info.delay.is_zero() && thread::current().id() == self.thread {
            self.asked = Some(info);
        } else {
            (self.pass)(info);
        }
    }
}

/// A letter, or a key that moves among them.
fn is_typing(event: &Event) -> bool {
    match event {
        Event::Text(_) => true,
        Event::Key { key, modifiers, .. } => {
            let leads_elsewhere = matches!(key, Key::Escape | Key::Tab) || (Key::F1..=Key::F35).contains(key);
            !leads_elsewhere && !modifiers.command && !modifiers.ctrl && !modifiers.alt
        }
        _ => false,
    }
}
