//! Keys of an open list: kept from what lies under it, so that they reach the list alone.

use eframe::egui::{Context, Event, EventFilter, Id, Key};

/// What an open list keeps from the field under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    /// Nothing: no list is open.
    Nothing,
    /// The keys that move, pick and close; what is typed still reaches the field (a calendar under a date).
    Motions,
    /// Every key and letter (a menu, the choices of a combo).
    All,
}

impl Hold {
    fn takes(self, event: &Event) -> bool {
        match (self, event) {
            (Self::Nothing, _) => false,
            (_, Event::Key { pressed: false, .. }) => false,
            (Self::Motions, Event::Key { key, modifiers, .. }) => {
                // With Shift or Control a motion selects and jumps in the field.
                let plain = !modifiers.shift && !modifiers.command;
                is_motion(*key) && (plain || matches!(key, Key::Enter | Key::Tab))
            }
            (Self::Motions, _) => false,
            (Self::All, event) => is_typed(event),
        }
    }
}

fn is_motion(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::PageUp
            | Key::PageDown
            | Key::Home
            | Key::End
            | Key::Enter
            | Key::Escape
            | Key::Tab
    )
}

fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. } | Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Copy | Event::Cut
    )
}

/// Events kept for the list, in the order they came.
type Held = Vec<Event>;

fn held_id() -> Id {
    Id::unique("held-keys")
}

fn locked_id() -> Id {
    Id::unique("list-locks-focus")
}

/// While a list is open, arrows, Tab and Escape leave the focus behind it where it is.
pub(super) fn lock_focus(ctx: &Context, lock: bool) {
    let filter = EventFilter { tab: lock, horizontal_arrows: lock, vertical_arrows: lock, escape: lock };
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.set_focus_lock_filter(id, filter);
        }
    });
    ctx.data_mut(|data| data.insert_temp(locked_id(), lock));
}

/// To be called in each frame before anything is drawn: keeps the keys of an open list from what lies under it. The
/// list takes them when it is shown; what it leaves when it closes comes back to the field in the next frame.
pub fn hold_keys(ctx: &Context, hold: Hold) {
    if hold == Hold::Nothing && ctx.data(|data| data.get_temp(locked_id())) == Some(true) {
        lock_focus(ctx, false);
    }
    let mut held: Held = ctx.data_mut(|data| data.remove_temp(held_id())).unwrap_or_default();
    ctx.input_mut(|input| {
        if hold == Hold::Nothing {
            held.append(&mut input.events);
            input.events = std::mem::take(&mut held);
        } else {
            let all = std::mem::take(&mut input.events);
            let (mine, rest): (Vec<Event>, Vec<Event>) = all.into_iter().partition(|event| hold.takes(event));
            held.extend(mine);
            input.events = rest;
        }
    });
    if hold != Hold::Nothing {
        ctx.data_mut(|data| data.insert_temp(held_id(), held));
    }
}

/// The events of an open list: what was held for it, and what nothing has taken.
pub(super) fn take_keys(ctx: &Context, hold: Hold) -> Vec<Event> {
    let mut held: Held = ctx.data_mut(|data| data.remove_temp(held_id())).unwrap_or_default();
    ctx.input_mut(|input| {
        let all = std::mem::take(&mut input.events);
        let (mine, rest): (Vec<Event>, Vec<Event>) = all.into_iter().partition(|event| hold.takes(event));
        held.extend(mine);
        input.events = rest;
    });
    held
}

/// Gives back what came after the event that closed the list: the field has it in the next frame.
pub(super) fn give_back(ctx: &Context, events: Vec<Event>) {
    if !events.is_empty() {
        ctx.data_mut(|data| data.insert_temp(held_id(), events));
        ctx.request_repaint();
    }
}
