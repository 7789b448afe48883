//! The agenda filled in under its fold: one row an item, one key for the next.

use eframe::egui::{Align2, Id, Key, Modifiers, Rect, Ui, pos2, vec2};

use super::facts::agenda_key;
use super::field::{Line, Look, field};
use super::pen::{Icon, Pen};
use super::theme::Face;
use super::widgets::{Row, Weight, button, button_width, icon_button, side};
use crate::document::{ATOM, AgendaItem, AgendaState, BlockId, Document, Kind};
use crate::edit::{Command, Shift};
use crate::text::Base;
use crate::words::Words;

const ROW: f32 = 40.0;
const AROUND: f32 = 8.0;
const STATE: f32 = 112.0;

/// The items of the record's agenda, in order, with their words; a field in them shows as an ellipsis.
pub fn items(document: &Document) -> impl Iterator<Item = (BlockId, String)> + '_ {
    let words = |text: &str| text.replace(ATOM, "…");
    let blocks = document.blocks().iter();
    let agenda = blocks.filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
    agenda.map(move |block| (block.id, words(block.text.text())))
}

/// How high the form is.
#[must_use]
pub fn height(document: &Document) -> f32 {
    let count = items(document).count();
    #[expect(clippy::cast_precision_loss, reason = "items of an agenda")]
    let rows = (count + 1) as f32 * ROW;
    rows + 2.0 * AROUND + if count > 0 { ROW } else { 0.0 }
}

/// The field of an item; that after the last one begins a new one.
fn row_id(index: usize) -> Id {
    Id::unique(("agenda-item", index))
}

/// Where the form begins on an empty agenda.
#[must_use]
pub fn first_field() -> Id {
    row_id(0)
}

/// Shows the form; what is to be done to the record.
pub fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    document: &Document,
    words: Words,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Command> {
    let rtl = words.language().is_right_to_left();
    let mut commands = Vec::new();
    let mut y = rect.top() + AROUND;
    let mut next = || {
        let row = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), ROW));
        y += ROW;
        row
    };
    let all: Vec<(BlockId, String)> = items(document).collect();
    let count = all.len();
    for (index, (id, value)) in all.iter().enumerate() {
        let place = next();
        if let Some(command) = keys(ui, index, count, *id, value, focus) {
            commands.push(command);
        }
        let mut row = Row::new(place.shrink2(vec2(0.0, 4.0)), rtl);
        number(ui, pen, row.start(28.0), index, rtl);
        let remove = Rect::from_center_size(row.end(28.0).center(), vec2(28.0, 28.0));
        row.end(4.0);
        let state = row.end(STATE);
        row.end(8.0);
        let told = words.with("agenda-item", &[("number", (index + 1).into())]);
        let look = Look { name: &told, ..Look::default() };
        let outcome = field(ui, pen, row.rest(), row_id(index), value, look, focus);
        if let Some(words) = outcome.changed {
            commands.push(Command::SetBlockWords(*id, words));
        }
        if outcome.entered {
            if index + 1 < count {
                let kind = Kind::AgendaItem(AgendaItem::default());
                commands.push(Command::InsertBlock { after: Some(*id), kind, words: String::new() });
            }
            go(ui, index + 1, focus);
        }
        if let Some(Kind::AgendaItem(item)) = document.block(*id).map(|block| &block.kind) {
            let label = words.get(agenda_key(item.state));
            ui.push_id(("agenda-state", index), |ui| {
                if button(ui, pen, state, &label, None, Weight::Quiet, rtl) {
                    let state = after(item.state);
                    commands.push(Command::SetBlockKind(
                        *id,
                        Kind::AgendaItem(AgendaItem { state, ..item.clone() }),
                    ));
                }
            });
        }
        let label = words.with("agenda-remove", &[("number", (index + 1).into())]);
        if icon_button(ui, pen, remove, Icon::Close, &label) {
            commands.push(Command::RemoveBlock(*id));
            *focus = None;
        }
    }
    let place = next();
    let mut row = Row::new(place.shrink2(vec2(0.0, 4.0)), rtl);
    number(ui, pen, row.start(28.0), count, rtl);
    row.end(28.0 + 4.0 + STATE + 8.0);
    let (told, hint) = (words.get("agenda-add"), words.get("hint-agenda-item"));
    let look = Look { name: &told, hint: &hint, ..Look::default() };
    if count > 0 && erased(ui, count, "") {
        go(ui, count - 1, focus);
    }
    let outcome = field(ui, pen, row.rest(), row_id(count), "", look, focus);
    if let Some(words) = outcome.changed.filter(|words| !words.is_empty()) {
        let kind = Kind::AgendaItem(AgendaItem::default());
        commands.push(Command::InsertBlock { after: all.last().map(|(id, _)| *id), kind, words });
    }
    if count > 0 {
        let mut row = Row::new(next().shrink2(vec2(0.0, 4.0)), rtl);
        row.start(28.0);
        let label = words.get("agenda-proceedings");
        let width = button_width(ui, pen, &label, Some(Icon::TextAlignRight));
        if button(ui, pen, row.start(width), &label, Some(Icon::TextAlignRight), Weight::Quiet, rtl) {
            commands.push(Command::Proceedings);
        }
    }
    commands
}

fn number(ui: &Ui, pen: &mut Pen, rect: Rect, index: usize, rtl: bool) {
    let shaped = pen.words(ui.ctx(), &format!("{}.", index + 1), Face::Base, Base::Rtl, None);
    let (at, anchor) = if rtl { side(rect, true) } else { (rect.left_center(), Align2::LEFT_CENTER) };
    let ink = pen.theme.ink3;
    pen.draw(ui.painter(), &shaped, at, anchor, ink);
}

/// The next state of an item, going round.
fn after(state: AgendaState) -> AgendaState {
    match state {
        AgendaState::Open => AgendaState::Done,
        AgendaState::Done => AgendaState::Carried,
        AgendaState::Carried => AgendaState::Open,
    }
}

fn go(ui: &Ui, index: usize, focus: &mut Option<(Id, Line)>) {
    *focus = None;
    ui.memory_mut(|memory| memory.request_focus(row_id(index)));
}

/// Whether Backspace was pressed in this field while it is empty.
fn erased(ui: &Ui, index: usize, value: &str) -> bool {
    value.is_empty()
        && ui.memory(|memory| memory.has_focus(row_id(index)))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace))
}

/// What the keys of a row mean beyond its words: Alt and an arrow move it, Backspace takes an empty one away.
fn keys(
    ui: &Ui,
    index: usize,
    count: usize,
    id: BlockId,
    value: &str,
    focus: &mut Option<(Id, Line)>,
) -> Option<Command> {
    if !ui.memory(|memory| memory.has_focus(row_id(index))) {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) && index > 0 {
        go(ui, index - 1, focus);
        return Some(Command::MoveBlock(id, Shift::Up));
    }
    if pressed(Key::ArrowDown) && index + 1 < count {
        go(ui, index + 1, focus);
        return Some(Command::MoveBlock(id, Shift::Down));
    }
    erased(ui, index, value).then(|| {
        go(ui, index.saturating_sub(1), focus);
        Command::RemoveBlock(id)
    })
}
