//! Keys of an open list: kept from what lies under it, so that they reach the list alone.

use eframe::egui::{Context, Event, EventFilter, Id, Key};

/// What an open list keeps from the field under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    /// Nothing: no list is open.
    Nothing,
    /// The keys that move, pick and close; what is typed still reaches the field (a calendar under a date).
    Motions,
    /// Up, Down and Escape, and Enter where a line is lit: what is typed is what the lines are offered for.
    Offers(bool),
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
            (Self::Offers(lit), Event::Key { key, modifiers, .. }) => {
                let moves = matches!(key, Key::ArrowUp | Key::ArrowDown | Key::Escape);
                !modifiers.any() && (moves || lit && *key == Key::Enter)
            }
            (Self::Motions | Self::Offers(_), _) => false,
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

/// Whether this comes from the keyboard or the clipboard.
#[must_use]
pub fn is_typed(event: &Event) -> bool {
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

fn open_id() -> Id {
    Id::unique("list-open")
}

/// Says in each frame what the list that is shown keeps; with nothing, that it has been closed. While it keeps
/// anything, arrows, Tab and Escape leave the focus behind it where it is.
pub(super) fn lock_focus(ctx: &Context, hold: Hold) {
    let lock = hold != Hold::Nothing;
    let tab = lock && !matches!(hold, Hold::Offers(_));
    let filter = EventFilter { tab, horizontal_arrows: lock, vertical_arrows: lock, escape: lock };
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.set_focus_lock_filter(id, filter);
        }
    });
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(open_id(), (hold, pass)));
}

/// What the list keeps that was open in the frame before; one that is shown no more keeps nothing.
fn kept_by_open(ctx: &Context) -> Hold {
    let Some((hold, pass)) = ctx.data(|data| data.get_temp::<(Hold, u64)>(open_id())) else {
        return Hold::Nothing;
    };
    if hold != Hold::Nothing && ctx.cumulative_pass_nr() > pass + 1 {
        lock_focus(ctx, Hold::Nothing);
        return Hold::Nothing;
    }
    hold
}

/// To be called in each frame before anything is drawn: keeps the keys of an open list from what lies under it. The
/// list takes them when it is shown; what it leaves when it closes comes back to the field in the next frame.
///
/// `hold` is what the caller knows to be open; a list shown by a part of the window keeps its keys by itself.
pub fn hold_keys(ctx: &Context, hold: Hold) {
    let hold = if hold == Hold::Nothing { kept_by_open(ctx) } else { hold };
    let mut held: Held = ctx.data_mut(|data| data.remove_temp(held_id())).unwrap_or_default();
    ctx.input_mut(|input| {
        let all = std::mem::take(&mut input.events);
        let (mine, rest): (Vec<Event>, Vec<Event>) = all.into_iter().partition(|event| hold.takes(event));
        if hold == Hold::Nothing {
            input.events = std::mem::take(&mut held);
            input.events.extend(rest);
        } else {
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
