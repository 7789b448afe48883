//! The agenda in place above the text: its items with who presents them and how far they came.

use eframe::egui::{self, Id, Key, Modifiers, Rect, Ui, vec2};

use super::access;
use super::facts;
use super::field::{Line, Look, field};
use super::header::{Asked, Choice};
use super::pen::{Icon, Pen};
use super::suggest::Finder;
use super::theme::Face;
use super::whom::Seating;
use super::widgets::{Button, IconButton, Row, Weight, combo, side};
use crate::document::{AgendaItem, AgendaState, Block, BlockId, Document, Kind, RecordId};
use crate::edit::{Command, Seat, Shift};
use crate::words::Words;

/// How high an item is.
const ROW: f32 = 40.0;
/// How high the buttons below are.
const FOOT: f32 = 44.0;
const NUMBER: f32 = 24.0;
/// The narrowest and the widest room for a presenter: a name is not cut where there is any.
const PRESENTER: [f32; 2] = [120.0, 208.0];
const STATE: f32 = 104.0;
const BUTTON: f32 = 24.0;
const BETWEEN: f32 = 8.0;

/// What the form remembers between frames.
#[derive(Default)]
pub struct State {
    of: Option<(RecordId, u64)>,
    items: Vec<BlockId>,
    /// The item that takes the keyboard once it is there.
    wants: Option<usize>,
    focused: Option<Id>,
    /// The name of a presenter being typed.
    seating: Seating,
    /// The field that got the keyboard outside the view: the window scrolls it in.
    pub reveal: Option<Rect>,
}

impl State {
    fn look(&mut self, document: &Document, version: u64) {
        let now = Some((document.id(), version));
        if self.of != now {
            self.of = now;
            let blocks = document.blocks().iter();
            let items = blocks.filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
            self.items = items.map(|block| block.id).collect();
        }
    }

    /// Whether an item waits for the keyboard still.
    #[must_use]
    pub fn is_coming(&self) -> bool {
        self.wants.is_some()
    }

    /// The first item takes the keyboard as soon as it is shown.
    pub fn begin(&mut self) {
        self.wants = Some(0);
        self.focused = None;
    }
}

/// How high the form is. `version` is the state of the editor: another after each change.
pub fn height(document: &Document, version: u64, state: &mut State) -> f32 {
    state.look(document, version);
    #[expect(clippy::cast_precision_loss, reason = "a handful of items")]
    let rows = state.items.len() as f32 * ROW;
    rows + FOOT
}

/// What the form is drawn from, and what it asks for.
pub struct Form<'a> {
    /// The record.
    pub document: &'a Document,
    /// The words of the interface.
    pub words: Words,
    /// The words of the field that has the keyboard.
    pub focus: &'a mut Option<(Id, Line)>,
    /// The choice whose list is open.
    pub chosen: Option<Choice>,
    /// The people who can be offered.
    pub finder: &'a Finder,
    /// What is remembered.
    pub state: &'a mut State,
    /// What is to be done.
    pub asked: &'a mut Vec<Asked>,
}

fn field_id(id: BlockId) -> Id {
    Id::unique(("agenda", id))
}

fn new_item(after: Option<BlockId>) -> Command {
    let kind = Kind::AgendaItem(AgendaItem::default());
    Command::InsertBlock { after, kind, words: String::new() }
}

fn add_id() -> Id {
    Id::unique("agenda-add")
}

fn item_of(document: &Document, id: BlockId) -> AgendaItem {
    match document.block(id).map(|block| &block.kind) {
        Some(Kind::AgendaItem(item)) => item.clone(),
        _ => AgendaItem::default(),
    }
}

/// How far an item can be said to have come.
#[must_use]
pub fn states(document: &Document, words: Words, id: BlockId) -> Vec<(String, bool, Command)> {
    let now = item_of(document, id);
    let offer = |state: AgendaState| {
        let kind = Kind::AgendaItem(AgendaItem { state, ..now.clone() });
        (words.get(facts::agenda_key(state)), now.state == state, Command::SetBlockKind(id, kind))
    };
    [AgendaState::Open, AgendaState::Done, AgendaState::Carried].map(offer).into()
}

/// Shows the form in this rectangle.
pub fn show(form: &mut Form<'_>, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
    form.show(ui, pen, rect);
}

impl Form<'_> {
    fn rtl(&self) -> bool {
        self.words.language().is_right_to_left()
    }

    fn ask(&mut self, change: Command) {
        self.asked.push(Asked::Run(change));
    }

    fn show(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let items = self.state.items.clone();
        self.take_focus(ui, &items);
        self.asked.extend(self.state.seating.left(ui).map(Asked::Run));
        let view = ui.clip_rect().expand(ROW);
        let mut top = rect.top();
        let wide = self.presenters_width(ui, pen, &items);
        for (index, id) in items.iter().enumerate() {
            let row = Rect::from_min_size(egui::pos2(rect.left(), top), vec2(rect.width(), ROW));
            top += ROW;
            if let Some(block) = self.document.block(*id).filter(|_| row.intersects(view)) {
                let name = || format!("{}. {}", index + 1, block.text.text());
                self.item(&mut access::group(ui, id, name), pen, row, wide, index, block, items.len());
            }
        }
        let foot = Rect::from_min_size(egui::pos2(rect.left(), top), vec2(rect.width(), FOOT));
        self.foot(ui, pen, foot, items.len());
        self.state.focused = ui.memory(egui::Memory::focused);
    }

    /// The keyboard goes to the item that was waited for, to the nearest there is, or to what adds the first.
    fn take_focus(&mut self, ui: &Ui, items: &[BlockId]) {
        let Some(wants) = self.state.wants else { return };
        let field = items.get(wants).or(items.last()).map_or_else(add_id, |id| field_id(*id));
        ui.memory_mut(|memory| memory.request_focus(field));
        self.state.wants = None;
    }

    /// As much room as the longest name of a presenter needs.
    fn presenters_width(&self, ui: &Ui, pen: &mut Pen, items: &[BlockId]) -> f32 {
        let [least, most] = PRESENTER;
        let names = items.iter().filter_map(|id| {
            let presenter = item_of(self.document, *id).presenter?;
            self.document.person(presenter).map(|person| person.name.as_str())
        });
        let width = |name: &str| pen.line(ui.ctx(), name, Face::Base).width() + 40.0;
        names.map(width).fold(least, f32::max).min(most)
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what stands beside it")]
    fn item(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        presenter_width: f32,
        index: usize,
        block: &Block,
        count: usize,
    ) {
        let Kind::AgendaItem(item) = &block.kind else { return };
        let rtl = self.rtl();
        let id = block.id;
        let mut row = Row::new(rect.shrink2(vec2(0.0, 4.0)), rtl);
        let number = row.start(NUMBER);
        let words = pen.line(ui.ctx(), &(index + 1).to_string(), Face::Base);
        let (at, anchor) = side(number, rtl);
        let ink = pen.theme.ink3;
        pen.draw(ui.painter(), &words, at, anchor, ink);
        let mut buttons = Row::new(row.end(BUTTON * 3.0), !rtl);
        row.end(BETWEEN);
        let state = row.end(STATE);
        row.end(BETWEEN);
        let presenter = row.end(presenter_width);
        row.end(BETWEEN);
        self.words_of(ui, pen, row.rest(), index, block, count);
        self.presenter(ui, pen, presenter, id, item);
        self.progress(ui, pen, state, id, item);
        let at = index + 1;
        let mut press = |icon: Icon, key: &str| {
            let name = self.words.with(key, &[("number", at.into())]);
            let place = buttons.start(BUTTON);
            let id = Id::unique(("agenda-button", id, key));
            IconButton { icon, name: &name, chosen: None, refused: None, rtl }.show(ui, pen, place, id)
        };
        // The first cannot go up, nor the last down.
        let away = press(Icon::Close, "agenda-remove");
        let down = index + 1 < count && press(Icon::ArrowDown, "agenda-down");
        let up = index > 0 && press(Icon::ArrowUp, "agenda-up");
        if up {
            self.ask(Command::MoveBlock(id, Shift::Up));
        }
        if down {
            self.ask(Command::MoveBlock(id, Shift::Down));
        }
        if away {
            self.ask(Command::RemoveBlock(id));
            self.state.wants = (count > 1).then(|| index.min(count - 2));
        }
    }

    /// The words of an item: Enter adds the next, Alt with an arrow moves it, Backspace takes an empty one away.
    fn words_of(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        place: Rect,
        index: usize,
        block: &Block,
        count: usize,
    ) {
        let (id, field_id) = (block.id, field_id(block.id));
        let focused = ui.memory(|memory| memory.has_focus(field_id));
        if focused {
            if self.state.focused != Some(field_id) && !ui.clip_rect().contains_rect(place) {
                self.state.reveal = Some(place.expand2(vec2(0.0, 24.0)));
            }
            let held = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
            if held(Modifiers::ALT, Key::ArrowUp) {
                self.ask(Command::MoveBlock(id, Shift::Up));
            }
            if held(Modifiers::ALT, Key::ArrowDown) {
                self.ask(Command::MoveBlock(id, Shift::Down));
            }
            if block.text.is_empty() && held(Modifiers::NONE, Key::Backspace) {
                self.ask(Command::RemoveBlock(id));
                self.state.wants = (count > 1).then(|| index.saturating_sub(1));
                return;
            }
        }
        let name = self.words.with("agenda-item", &[("number", (index + 1).into())]);
        let prompt = block.prompt.clone();
        let hint = if prompt.is_empty() { self.words.get("hint-agenda") } else { prompt };
        let look = Look { name: &name, hint: &hint, ..Look::default() };
        let outcome = field(ui, pen, place, field_id, block.text.text(), look, self.focus);
        if let Some(words) = outcome.changed {
            self.ask(Command::SetBlockWords(id, words));
        }
        if outcome.entered {
            self.ask(new_item(Some(id)));
            self.state.wants = Some(index + 1);
        }
    }

    fn presenter(&mut self, ui: &mut Ui, pen: &mut Pen, place: Rect, id: BlockId, item: &AgendaItem) {
        let hint = self.words.get("agenda-nobody");
        let name = self.words.get("detail-presenter-name");
        let look = Look { name: &name, hint: &hint, ..Look::default() };
        let seat = (id, Seat::Presenter, item.presenter);
        let among = (self.document, self.finder, self.words);
        let field = Id::unique(("agenda-presenter", id));
        let given = self.state.seating.show(ui, pen, place, field, seat, look, self.focus, among);
        self.asked.extend(given.map(Asked::Run));
    }

    fn progress(&mut self, ui: &mut Ui, pen: &mut Pen, place: Rect, id: BlockId, item: &AgendaItem) {
        let shown = self.words.get(facts::agenda_key(item.state));
        let name = self.words.get("detail-agenda-state");
        self.offer(ui, pen, place, Choice::ItemState(id), Ok(&shown), &name);
    }

    fn offer(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        place: Rect,
        choice: Choice,
        words: Result<&str, &str>,
        name: &str,
    ) {
        let id = Id::unique(("choice", choice));
        let rtl = self.rtl();
        if combo(ui, pen, place, id, words, name, self.chosen == Some(choice), rtl) {
            self.asked.push(Asked::Choose(choice, place));
        }
    }

    fn foot(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, count: usize) {
        let rtl = self.rtl();
        let mut row = Row::new(rect.shrink2(vec2(0.0, 6.0)), rtl);
        row.start(NUMBER);
        let add = self.words.get("agenda-add");
        let button =
            Button { words: &add, icon: Some(Icon::Plus), weight: Weight::Quiet, rtl, ..Button::default() };
        let place = row.start(button.width(ui, pen));
        if button.show(ui, pen, place, add_id()) {
            self.ask(new_item(None));
            self.state.wants = Some(count);
        }
        let heads = self.words.get("agenda-heads");
        let none = self.words.get("agenda-heads-none");
        let has_words = self
            .state
            .items
            .iter()
            .any(|id| self.document.block(*id).is_some_and(|block| !block.text.text().trim().is_empty()));
        let refused = (!has_words).then_some(none.as_str());
        let button = Button { words: &heads, weight: Weight::Quiet, refused, rtl, ..Button::default() };
        let place = row.end(button.width(ui, pen));
        if button.show(ui, pen, place, Id::unique("agenda-heads")) {
            self.ask(Command::Proceedings);
        }
    }
}
