//! What is said aloud of what just happened, where nothing that is shown says it.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Context, Id};

/// Says one thing after another. A screen reader hears of a node that is new, so that the same words said twice are
/// heard twice.
#[derive(Default)]
pub struct Speaker {
    said: Option<String>,
    /// How often something was said.
    count: u64,
}

impl Speaker {
    /// Says these words from the next frame on.
    pub fn say(&mut self, words: String) {
        self.count += 1;
        self.said = Some(words);
    }

    /// Tells the words said last.
    pub fn show(&self, ctx: &Context) {
        let Some(words) = &self.said else { return };
        ctx.accesskit_node_builder(Id::unique(("said", self.count)), |node| {
            node.set_role(Role::Label);
            node.set_value(words.clone());
            node.set_live(Live::Polite);
        });
    }
}
