//! The panes of the window that the keyboard goes round: the text, the notices above it, the panel, the rail.

use eframe::egui::{self, Event, Id, Key, Rect};

use super::App;
use crate::ui::action::{Panel, Turn};
use crate::ui::{bars, chrome, rail};

/// Where rail and panel stand, since the last frame that showed them.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    pub(super) rail: Rect,
    pub(super) panel: Option<Rect>,
    /// Whether something in them had the keyboard.
    pub(super) had_keyboard: bool,
}

impl Default for Beside {
    fn default() -> Self {
        Self { rail: Rect::NOTHING, panel: None, had_keyboard: false }
    }
}

impl App {
    /// Whether there is anything beside the text that the keyboard can go to.
    pub(super) fn has_panes(&self) -> bool {
        self.shows_record() || !self.said.is_empty()
    }

    fn shows_record(&self) -> bool {
        self.at.is_some() && self.instead.is_empty()
    }

    /// Takes the keyboard to another pane.
    pub(super) fn turn(&mut self, ctx: &egui::Context, turn: Turn) {
        let panes = self.panes();
        let focused = ctx.memory(egui::Memory::focused);
        // The text is one more, before the first of them and after the last.
        let now = focused.and_then(|id| panes.iter().position(|pane| pane.has(ctx, id)));
        let to = match (turn, now) {
            (Turn::Text, _) => None,
            (Turn::Next, None) => panes.first(),
            (Turn::Next, Some(at)) => panes.get(at + 1),
            (Turn::Previous, None) => panes.last(),
            (Turn::Previous, Some(at)) => at.checked_sub(1).and_then(|at| panes.get(at)),
        };
        match to {
            Some(pane) => {
                self.focus = None;
                ctx.memory_mut(|memory| memory.request_focus(pane.first));
            }
            None => self.wants_page(),
        }
    }

    /// Escape on a control of the panel or the rail that has no use for it goes back to the text. egui has taken the
    /// keyboard from the control by then.
    pub(super) fn leave_pane(&mut self, ctx: &egui::Context) {
        let escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
        let left = self.beside.had_keyboard && ctx.memory(egui::Memory::focused).is_none();
        if left && self.shows_record() && ctx.input(|input| input.events.iter().any(escape)) {
            self.wants_page();
        }
    }

    /// The panes that are there, after the text.
    fn panes(&self) -> Vec<Pane> {
        let mut all = Vec::new();
        let controls = bars::controls(&self.said);
        if let Some(first) = controls.first() {
            all.push(Pane { first: *first, holds: Holds::Controls(controls) });
        }
        let Some(tab) = self.tab().filter(|_| self.shows_record()) else { return all };
        if let (Some(panel), Some(rect)) = (self.panel, self.beside.panel) {
            let entry = match panel {
                Panel::Checks => tab.checks.entry,
                Panel::Attendance => tab.people.entry,
                Panel::Source => None,
            };
            let first = entry.unwrap_or_else(|| chrome::panel_tab(panel));
            all.push(Pane { first, holds: Holds::Place(rect) });
        }
        all.push(Pane { first: rail::first_id(), holds: Holds::Place(self.beside.rail) });
        all
    }
}

impl Beside {
    /// Remembers whether something in them has the keyboard.
    pub(super) fn note(&mut self, ctx: &egui::Context) {
        let mut places = self.panel.into_iter().chain([self.rail]);
        let focused = ctx.memory(egui::Memory::focused);
        self.had_keyboard = focused.is_some_and(|id| places.any(|rect| stands_in(ctx, rect, id)));
    }
}

/// A pane, and what takes the keyboard when it comes to it.
struct Pane {
    first: Id,
    holds: Holds,
}

/// How what belongs to a pane is known.
enum Holds {
    Controls(Vec<Id>),
    Place(Rect),
}

impl Pane {
    fn has(&self, ctx: &egui::Context, id: Id) -> bool {
        match &self.holds {
            Holds::Controls(all) => all.contains(&id),
            Holds::Place(rect) => stands_in(ctx, *rect, id),
        }
    }
}

fn stands_in(ctx: &egui::Context, rect: Rect, id: Id) -> bool {
    ctx.read_response(id).is_some_and(|response| rect.contains(response.rect.center()))
}
