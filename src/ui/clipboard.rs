//! What is copied in more than one form, rich and plain: kept by one thread for as long as the window stands.

use std::fmt;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use arboard::Clipboard;
use eframe::egui::Context;

/// Something to copy.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Content {
    /// As it is pasted into a program that knows no more.
    pub text: String,
    /// As it is pasted into a program that shows web pages; nothing where the plain text alone is meant.
    pub html: Option<String>,
}

/// The desktop's clipboard: what holds it may keep whoever asks waiting, so that it is asked on its own thread. On X11
/// what was copied goes with the program that copied it, which is why it is one for the whole session.
pub struct Copier {
    asks: Sender<Content>,
    answers: Receiver<Result<(), String>>,
}

impl Copier {
    /// One that is written so; writing may take as long as it likes. `window` is woken once something was copied.
    #[must_use]
    pub fn writing(
        window: &Context,
        mut write: impl FnMut(&Content) -> Result<(), String> + Send + 'static,
    ) -> Self {
        let (asks, asked) = channel::<Content>();
        let (answer, answers) = channel();
        let wake = window.clone();
        // Without the thread nothing can be copied so, which is told as a failure.
        let _ = std::thread::Builder::new().name("clipboard".to_owned()).spawn(move || {
            for content in asked {
                // Nobody listens any more once the window is gone.
                let _ = answer.send(write(&content));
                wake.request_repaint();
            }
        });
        Self { asks, answers }
    }

    /// Copies this.
    pub fn copy(&self, content: Content) {
        // The answer says that there is no thread.
        let _ = self.asks.send(content);
    }

    /// How copying ended, once for each time; nothing while it has not.
    #[must_use]
    pub fn ended(&self) -> Option<Result<(), String>> {
        match self.answers.try_recv() {
            Ok(ended) => Some(ended),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(String::new())),
        }
    }
}

/// Writes into the desktop's own clipboard, which it holds from the first time on.
pub fn desktop() -> impl FnMut(&Content) -> Result<(), String> + Send {
    let mut clipboard = None;
    move |content| {
        if clipboard.is_none() {
            clipboard = Some(Clipboard::new().map_err(said)?);
        }
        let Some(clipboard) = clipboard.as_mut() else { return Ok(()) };
        match &content.html {
            Some(html) => clipboard.set_html(html.as_str(), Some(content.text.as_str())),
            None => clipboard.set_text(content.text.as_str()),
        }
        .map_err(said)
    }
}

impl fmt::Debug for Copier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Copier").finish_non_exhaustive()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "what map_err gives")]
fn said(error: arboard::Error) -> String {
    error.to_string()
}
