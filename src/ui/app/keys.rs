//! The keys of a frame, in the order they came: each reaches what has the keyboard when its turn comes.

use eframe::egui::{self, Event, ImeEvent, Key, Modifiers, Ui};

use super::App;
use super::tab::Tab;
use crate::edit::Moment;
use crate::ui::field;
use crate::ui::menus;
use crate::ui::page;
use crate::ui::palette::Palette;
use crate::ui::widgets::{Hold, hold_keys, is_typed};

/// Frames that what is typed waits for what was opened to be drawn.
const PATIENCE: u8 = 4;

impl App {
    /// Does what the keys of this frame ask, in the order they came: what was typed before a shortcut is typed
    /// before it is done, and what comes after it reaches what it opened.
    pub(super) fn keys(&mut self, ui: &Ui, moment: &Moment) {
        let ctx = ui.ctx();
        self.ligatures(ctx);
        let later = std::mem::take(&mut self.later);
        if !later.is_empty() {
            ctx.input_mut(|input| drop(input.events.splice(0..0, later)));
        }
        if self.popup.is_none() && self.calendar.is_none() {
            hold_keys(ctx, Hold::Nothing);
        }
        self.come_back(ctx);
        if self.hands_over(ui) {
            let all = ctx.input_mut(|input| std::mem::take(&mut input.events));
            let (typed, rest): (Vec<Event>, Vec<Event>) = all.into_iter().partition(is_typed);
            ctx.input_mut(|input| input.events = rest);
            self.postpone(ctx, typed);
        }
        if self.has_people() && self.is_free() && undoes(ctx) {
            self.undo_people();
        }
        if self.covers_page() && self.popup.is_none() {
            self.close_first(ctx);
        }
        if self.is_free() {
            self.leave_pane(ctx);
        }
        if self.takes_shortcuts() {
            self.shortcuts(ui, moment);
        }
        if self.popup.is_some() {
            hold_keys(ctx, Hold::All);
        } else if self.calendar.is_some() {
            hold_keys(ctx, Hold::Motions);
        } else if self.is_free() && !self.covers_page() {
            self.take_paste(ui);
            self.page_keys(ui, moment);
        }
    }

    /// What of the keys that came is for this frame; the rest waits for the next, asked for at once.
    ///
    /// egui takes the keyboard from a field for Tab and Escape before anything of a frame is drawn, and forms hand it on
    /// after Enter: such a key has a frame of its own, so that what was typed before it is its field's and what comes after
    /// it the next one's. Nothing waits where the key moves nothing: on the page, Enter in a field of many lines.
    ///
    /// A control says which arrows are its own when it is drawn with the keyboard for the first time; until then egui
    /// would take them for the way to its neighbour. So in that frame they wait, and what came after them.
    pub(super) fn portion(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        let later = std::mem::take(&mut self.later).into_iter();
        input.events.splice(0..0, later.chain(std::mem::take(&mut self.waiting_keys)));
        let focused = ctx.memory(egui::Memory::focused);
        let before = std::mem::replace(&mut self.focused, focused);
        let comes = focused.is_some() && focused != before;
        // What was asked for and is not drawn after a few frames will not be.
        self.patience = if self.is_coming() { self.patience.saturating_add(1) } else { 0 };
        let coming = (1..=PATIENCE).contains(&self.patience);
        let in_entry = || self.record().is_some_and(|open| page::entry_here(open).is_some());
        let stays = |key: Key, held: Modifiers| match focused {
            Some(id) if id == page::page_id() => key != Key::Enter || !held.alt && !in_entry(),
            Some(id) => key == Key::Enter && field::keeps_enter(ctx, id),
            None => false,
        };
        let mut typed = false;
        let mut end = input.events.len();
        for (at, event) in input.events.iter().enumerate() {
            if comes && leads(event) || coming && is_pressed(event) {
                end = at;
                break;
            }
            if hands_on(event).is_some_and(|(key, held)| !stays(key, held)) {
                end = if typed { at } else { at + 1 };
                break;
            }
            typed |= is_pressed(event);
        }
        if input.events.iter().skip(end).any(is_pressed) {
            self.waiting_keys = input.events.split_off(end);
            ctx.request_repaint();
        }
    }

    /// Whether something was opened that has not been drawn with the keyboard yet.
    fn is_coming(&self) -> bool {
        let palette = self.palette.as_ref().is_some_and(Palette::is_coming);
        let in_page = |tab: &Tab| tab.begins.is_some() || tab.folds.is_coming() || tab.page.is_coming();
        let shown = self.tab().filter(|tab| self.instead.is_empty() && !tab.preview);
        palette || self.find.is_coming() || shown.is_some_and(in_page)
    }

    /// X11 composes the letters of a key that writes two at once, lam and alef, whatever is held with it: with Ctrl or
    /// Alt that is the key, not its letters.
    fn ligatures(&mut self, ctx: &egui::Context) {
        ctx.input_mut(|input| {
            for event in &mut input.events {
                match event {
                    Event::ModifiersChanged(now) => self.held = *now,
                    Event::Ime(ImeEvent::Commit(letters)) if self.held.command || self.held.alt => {
                        if let Some(key) = menus::of_ligature(letters) {
                            let (physical_key, modifiers) = (Some(key), self.held);
                            *event =
                                Event::Key { key, physical_key, pressed: true, repeat: false, modifiers };
                        }
                    }
                    _ => {}
                }
            }
        });
    }

    /// The shortcuts among the keys of this frame.
    fn shortcuts(&mut self, ui: &Ui, moment: &Moment) {
        let ctx = ui.ctx();
        let mut before: Vec<Event> = Vec::new();
        let mut events = ctx.input_mut(|input| std::mem::take(&mut input.events)).into_iter().peekable();
        while let Some(event) = events.next() {
            let to_page = self.popup.is_none() && page::has_keyboard(ui);
            if to_page && menus::may_be_shortcut(&event) && !before.is_empty() {
                ctx.input_mut(|input| input.events = std::mem::take(&mut before));
                self.page_keys(ui, moment);
            }
            let Some(action) = menus::pressed(&self.state(), &event) else {
                before.push(event);
                continue;
            };
            if !to_page && before.iter().any(is_pressed) {
                // A field takes what was typed before it when it is drawn.
                self.postpone(ctx, std::iter::once(event).chain(events));
                break;
            }
            let alt = matches!(&event, Event::Key { modifiers, .. } if modifiers.alt);
            self.perform(ctx, action);
            if alt {
                // Alt and a digit also type the digit: not where they did something.
                let _ = events.next_if(|event| matches!(event, Event::Text(_)));
            }
            let goes = self.popup.is_some() || self.covers_page() || self.is_coming();
            if !to_page || !page::has_keyboard(ui) || goes {
                self.postpone(ctx, events);
                break;
            }
        }
        ctx.input_mut(|input| input.events = before);
    }

    /// What follows the key that closes what covers the page is for the page.
    fn close_first(&mut self, ctx: &egui::Context) {
        let closes =
            |event: &Event| matches!(event, Event::Key { key: Key::Escape | Key::Enter, pressed: true, .. });
        // In the live session Tab takes who was offered for what was typed before it, and what follows is theirs.
        let takes = |event: &Event| {
            let pressed = matches!(event, Event::Key { key: Key::Tab, pressed: true, .. });
            pressed && matches!(self.instead.last(), Some(super::Instead::Live))
        };
        let behind = ctx.input_mut(|input| {
            let first = input.events.iter().position(|event| closes(event) || takes(event))?;
            let waits =
                input.events.get(first).is_some_and(takes) && input.events.iter().take(first).any(is_pressed);
            Some(input.events.split_off(if waits { first } else { first + 1 }))
        });
        if let Some(behind) = behind {
            let (typed, rest): (Vec<Event>, Vec<Event>) = behind.into_iter().partition(is_typed);
            ctx.input_mut(|input| input.events.extend(rest));
            self.postpone(ctx, typed);
        }
    }

    /// These come again in the next frame, before its own; what nothing waits for is let go.
    fn postpone(&mut self, ctx: &egui::Context, events: impl IntoIterator<Item = Event>) {
        self.later.extend(events);
        if self.later.iter().any(is_pressed) {
            ctx.request_repaint();
        } else {
            self.later.clear();
        }
    }

    /// Whether the keyboard is on its way to the page or to a field: what is typed now is for that.
    fn hands_over(&self, ui: &Ui) -> bool {
        let wants = self.tab().is_some_and(|tab| tab.page.wants_focus && !tab.preview);
        let to_page = wants && !self.covers_page() && !page::has_keyboard(ui);
        self.is_free() && (to_page || self.returns_to.is_some())
    }

    /// Whether a shortcut does what the table says, now.
    pub(super) fn takes_shortcuts(&self) -> bool {
        self.dialog.is_none()
            && self.palette.is_none()
            && self.goto.is_none()
            && self.insert.is_none()
            && self.shortcuts.is_none()
    }

    /// Whether something lies over the page, or stands in its place, that takes the keys.
    fn covers_page(&self) -> bool {
        !self.instead.is_empty() || !self.takes_shortcuts()
    }
}

/// Whether Control and the key of Z are among the events, which are then taken.
fn undoes(ctx: &egui::Context) -> bool {
    let is = |event: &Event| match event {
        Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
            let plain = modifiers.command && !modifiers.shift && !modifiers.alt;
            plain && menus::by_place(*key, *physical_key) == Key::Z
        }
        _ => false,
    };
    ctx.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !is(event));
        input.events.len() < before
    })
}

/// Whether egui takes this for the way from one control to another where none has said that it is its own.
fn leads(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    let arrow = matches!(key, Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight);
    !modifiers.any() && arrow
}

/// The key that may take the keyboard elsewhere, if this presses one.
fn hands_on(event: &Event) -> Option<(Key, Modifiers)> {
    match event {
        Event::Key { key: key @ (Key::Tab | Key::Enter | Key::Escape), pressed: true, modifiers, .. } => {
            Some((*key, *modifiers))
        }
        _ => None,
    }
}

/// Whether this comes from the keyboard or the clipboard and is no key let go.
fn is_pressed(event: &Event) -> bool {
    is_typed(event) && !is_let_go(event)
}

fn is_let_go(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: false, .. })
}
