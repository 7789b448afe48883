//! What is selected in another program, for a middle click: read on a thread of its own, since eframe reads it on the
//! window's and then waits, for twenty seconds and more, for a program that does not answer.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use arboard::{Clipboard, GetExtLinux as _, LinuxClipboardKind};
use eframe::egui::{Context, Event, Pos2, RawInput};

/// The desktop's second clipboard: asked at a middle click, and heard once it has answered.
#[derive(Clone)]
pub struct Desk {
    asks: Sender<Ask>,
    held: Arc<Mutex<Held>>,
}

/// A middle click: the turn it is of, and where, in physical pixels.
type Ask = (u64, Pos2);

#[derive(Default)]
struct Held {
    /// Counts what the hands do: an answer to what they have left behind is no longer wanted.
    turn: u64,
    answer: Option<(Ask, String)>,
    window: Option<Context>,
}

impl Desk {
    /// The desktop's own.
    #[must_use]
    pub fn of_the_desktop() -> Self {
        let mut clipboard = None;
        Self::reading(move || {
            if clipboard.is_none() {
                clipboard = Clipboard::new().ok();
            }
            let primary = clipboard.as_mut()?.get().clipboard(LinuxClipboardKind::Primary);
            primary.text().ok()
        })
    }

    /// One that is read so; reading may take as long as it likes.
    #[must_use]
    pub fn reading(read: impl FnMut() -> Option<String> + Send + 'static) -> Self {
        let (asks, asked) = channel();
        let held = Arc::new(Mutex::new(Held::default()));
        let answers = Arc::clone(&held);
        // Without the thread nothing is ever heard, and a middle click does nothing.
        let _ = std::thread::Builder::new()
            .name("primary".to_owned())
            .spawn(move || answer(&asked, &answers, read));
        Self { asks, held }
    }

    /// Which window is to be woken by an answer.
    pub fn wakes(&self, window: &Context) {
        self.with(|held| held.window = Some(window.clone()));
    }

    /// Asks what is selected, for a middle click at this place of the window.
    pub fn ask(&self, at: Pos2) {
        self.turn();
        let turn = self.with(|held| held.turn);
        // The thread ends with the last of these.
        let _ = self.asks.send((turn, at));
    }

    /// The hands did something else: what was asked before comes too late.
    pub fn turn(&self) {
        self.with(|held| held.turn += 1);
    }

    /// Puts an answer that came among what the window is told in this frame, as egui does.
    pub fn bring(&self, window: &Context, input: &mut RawInput) {
        let Some(((turn, at), text)) = self.with(|held| held.answer.take()) else { return };
        if turn == self.with(|held| held.turn) && !text.is_empty() {
            let pos = at / window.pixels_per_point();
            input.events.push(Event::MiddleClickPaste { pos, text });
        }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Held) -> T) -> T {
        act(&mut self.held.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What was copied as HTML, if it was. The program that holds it may keep us waiting: not for the window's thread.
#[must_use]
pub fn clipboard_html() -> Option<String> {
    Clipboard::new().ok()?.get().html().ok()
}

fn answer(asked: &Receiver<Ask>, held: &Mutex<Held>, mut read: impl FnMut() -> Option<String>) {
    while let Ok(first) = asked.recv() {
        // What was asked while a program kept us waiting is asked once.
        let ask = asked.try_iter().last().unwrap_or(first);
        let Some(text) = read() else { continue };
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        held.answer = Some((ask, text));
        if let Some(window) = &held.window {
            window.request_repaint();
        }
    }
}
