//! The attendance in place on the page: the sentence to be printed, a table of people, the groups, the quorum.

use eframe::egui::{
    self, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::field::{Line, Look, field};
use super::pen::{Icon, Pen};
use super::presence;
use super::suggest::{self, Found, Whom};
use super::theme::Face;
use super::widgets::{Item, Popup, Row, Weight, button, button_width, combo, icon_button, menu, ring, side};
use crate::arabic::{self, Agreement, Case, Gender, Time};
use crate::document::{
    Answer, Attendee, AttendeeField, Document, FieldPath, Honorific, Person, PersonField, PersonId, Presence,
    QuorumRule, RecordId,
};
use crate::edit::{Command, Roll, Shift, Who};
use crate::store::Roster;
use crate::template;
use crate::text::Base;
use crate::words::Words;

/// How high a row of the table is.
const ROW: f32 = 40.0;
/// How high the heads of columns are.
const HEAD: f32 = 22.0;
/// How high what is known of one more is, below their row.
const MORE: f32 = 168.0;
/// How high a labelled field is.
const LABELLED: f32 = 60.0;
/// How high a line of the sentence is.
const LINE: f32 = 24.0;
/// Letters of the sentence on a line, at least.
const LETTERS: usize = 78;
/// Lines of the sentence that are shown.
const LINES: usize = 3;
/// Space between two parts.
const GAP: f32 = 12.0;
/// Widths of the columns: title, presence, one button.
const TITLE: f32 = 86.0;
const PRESENCE: f32 = 124.0;
const BUTTON: f32 = 28.0;
const COUNT: f32 = 64.0;
/// Space between two columns.
const BETWEEN: f32 = 8.0;

/// What the form remembers between frames.
#[derive(Default)]
pub struct State {
    /// Whose row is open for more.
    open: Option<PersonId>,
    /// What is typed into the last, empty row, or as the name of who stands in.
    typed: String,
    /// Which field the typed words are in.
    typed_in: Option<Id>,
    /// What was offered for these words.
    found: Vec<Found>,
    found_for: (String, usize, usize),
    /// The line of the offer the keyboard is on.
    at: usize,
    /// Whether the offer was put away.
    hidden: bool,
    /// The list that is open.
    list: Option<Shown>,
    focused: Option<Id>,
    /// The sentence as far as it is shown, and of which record in which state.
    printed: String,
    printed_of: Option<(RecordId, u64)>,
    /// The field that got the keyboard outside the view: the window scrolls it in.
    pub reveal: Option<Rect>,
    /// People to be kept in the roster: the window does so.
    pub keep: Vec<PersonId>,
}

impl State {
    fn look(&mut self, document: &Document, version: u64) {
        let now = Some((document.id(), version));
        if self.printed_of != now {
            self.printed_of = now;
            self.printed = sentence(document);
        }
    }
}

struct Shown {
    what: List,
    under: Rect,
    at: Option<usize>,
    fresh: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Title(PersonId),
    Presence(PersonId),
    Answer(PersonId),
    Rule,
}

/// What the form is drawn from, and what it asks for.
pub struct Form<'a> {
    /// The record.
    pub document: &'a Document,
    /// The words of the interface.
    pub words: Words,
    /// The words of the field that has the keyboard.
    pub focus: &'a mut Option<(Id, Line)>,
    /// People kept between meetings.
    pub roster: &'a Roster,
    /// What is remembered.
    pub state: &'a mut State,
    /// What is to be done to the record.
    pub asked: &'a mut Vec<Command>,
}

#[expect(clippy::cast_precision_loss, reason = "rows of a list")]
fn rows(count: usize) -> f32 {
    count as f32
}

/// The sentence as far as it is shown.
fn sentence(document: &Document) -> String {
    let whole = template::attendance_sentence(document);
    if whole.chars().count() <= LETTERS * LINES {
        return whole;
    }
    let cut: String = whole.chars().take(LETTERS * LINES - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or_default().trim_end_matches(['،', ' ']))
}

fn sentence_height(sentence: &str) -> f32 {
    rows(sentence.chars().count().div_ceil(LETTERS).clamp(1, LINES)) * LINE
}

/// How high the form is. `version` is the state of the editor: another after each change.
pub fn height(document: &Document, version: u64, state: &mut State) -> f32 {
    state.look(document, version);
    let attendance = &document.meeting().attendance;
    let is_open = state.open.is_some_and(|open| attendance.people.iter().any(|entry| entry.person == open));
    let more = if is_open { MORE } else { 0.0 };
    let people = HEAD + rows(attendance.people.len() + 1) * ROW + more + HEAD;
    let groups = HEAD + rows(attendance.groups.len() + 1) * ROW;
    sentence_height(&state.printed) + GAP + people + GAP + groups + GAP + LABELLED + HEAD + GAP
}

/// The empty row at the end of the table: where the form begins.
#[must_use]
pub fn first_field() -> Id {
    Id::unique("attendee-new")
}

fn cell(person: PersonId, part: &str) -> Id {
    Id::unique(("attendee", person.to_string(), part))
}

fn group_cell(index: usize, part: &str) -> Id {
    Id::unique(("group", index, part))
}

/// Shows the form in this rectangle.
pub fn show(form: &mut Form<'_>, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
    form.show(ui, pen, rect);
}

impl Form<'_> {
    fn rtl(&self) -> bool {
        self.words.language().is_right_to_left()
    }

    fn people(&self) -> &[Attendee] {
        &self.document.meeting().attendance.people
    }

    fn set(&mut self, path: FieldPath, value: impl Into<String>) {
        self.asked.push(Command::SetField { path, value: value.into() });
    }

    fn roll(&mut self, roll: Roll) {
        self.asked.push(Command::Roll(roll));
    }

    fn show(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let document = self.document;
        let attendance = &document.meeting().attendance;
        let mut y = rect.top();
        let mut next = |height: f32| {
            let piece = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), height));
            y += height;
            piece
        };
        let printed = self.state.printed.clone();
        self.sentence(ui, pen, next(sentence_height(&printed)), &printed);
        next(GAP);
        self.heads(ui, pen, next(HEAD));
        let view = ui.clip_rect().expand(ROW);
        for (index, entry) in attendance.people.iter().enumerate() {
            let row = next(ROW);
            if row.intersects(view) {
                self.person(ui, pen, row, index, entry);
            }
            if self.state.open == Some(entry.person) {
                let more = next(MORE);
                if more.intersects(view) {
                    self.more(ui, pen, more, index, entry);
                }
            }
        }
        self.last_row(ui, pen, next(ROW));
        self.legend(ui, pen, next(HEAD));
        next(GAP);
        self.group_heads(ui, pen, next(HEAD));
        for index in 0..=attendance.groups.len() {
            let row = next(ROW);
            if row.intersects(view) {
                self.group(ui, pen, row, index);
            }
        }
        next(GAP);
        self.quorum(ui, pen, next(LABELLED));
        self.counts(ui, pen, next(HEAD));
        self.left_behind();
        self.lists(ui, pen);
        let focused = ui.memory(egui::Memory::focused);
        if self.state.focused != focused {
            self.state.focused = focused;
        }
    }

    /// Notes the rectangle of a field that just got the keyboard, if it is not all in view.
    fn seen(&mut self, ui: &Ui, rect: Rect, id: Id) {
        let focused = ui.memory(egui::Memory::focused);
        if focused == Some(id) && self.state.focused != focused && !ui.clip_rect().contains_rect(rect) {
            self.state.reveal = Some(rect.expand2(vec2(0.0, 24.0)));
        }
    }

    fn sentence(&self, ui: &mut Ui, pen: &mut Pen, rect: Rect, sentence: &str) {
        let (text, ink) = if sentence.is_empty() {
            (self.words.get("attendance-no-sentence"), pen.theme.ink3)
        } else {
            (sentence.to_owned(), pen.theme.ink)
        };
        let base = if sentence.is_empty() { Base::Auto } else { Base::Rtl };
        let shown = pen.words(ui.ctx(), &text, Face::Base, base, Some(rect.width()));
        let (at, anchor) = if base == Base::Rtl || self.rtl() {
            (rect.right_top(), egui::Align2::RIGHT_TOP)
        } else {
            (rect.left_top(), egui::Align2::LEFT_TOP)
        };
        pen.draw(ui.painter(), &shown, at, anchor, ink);
        super::widgets::told(ui, rect, "attendance-sentence", &text);
    }

    fn quiet(&self, ui: &Ui, pen: &mut Pen, rect: Rect, words: &str) {
        let shown = pen.fitted(ui.ctx(), words, Face::Caption, Base::Auto, rect.width());
        let (at, anchor) = side(rect, self.rtl());
        let ink = pen.theme.ink2;
        pen.draw(ui.painter(), &shown, at, anchor, ink);
    }

    /// The columns of a row: title, name, office, presence, more, away.
    fn columns(&self, rect: Rect) -> [Rect; 6] {
        let mut row = Row::new(rect, self.rtl());
        let title = row.start(TITLE);
        row.start(BETWEEN);
        let away = row.end(BUTTON);
        let more = row.end(BUTTON);
        row.end(4.0);
        let presence = row.end(PRESENCE);
        row.end(BETWEEN);
        let half = ((row.rest().width() - BETWEEN) * 0.54).round();
        let name = row.start(half);
        row.start(BETWEEN);
        [title, name, row.rest(), presence, more, away]
    }

    fn heads(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let [title, name, role, presence, ..] = self.columns(rect);
        for (rect, key) in [
            (title, "field-honorific"),
            (name, "field-name"),
            (role, "field-role"),
            (presence, "field-attendees"),
        ] {
            self.quiet(ui, pen, rect, &self.words.get(key));
        }
    }

    /// A field of a line of the list, under a lasting name of its own.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it writes")]
    fn cell(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: Id,
        path: FieldPath,
        look: Look<'_>,
        takes: fn(&str) -> bool,
    ) -> bool {
        let value = self.document.read(path);
        let draft = self.focus.as_ref().filter(|(owner, _)| *owner == id).map(|(_, line)| line.text.clone());
        let wrong = draft.is_some_and(|text| !takes(&text));
        let outcome = field(ui, pen, rect, id, &value, Look { wrong, ..look }, self.focus);
        if let Some(value) = outcome.changed.filter(|text| takes(text)) {
            self.set(path, value);
        }
        self.seen(ui, rect, id);
        outcome.entered
    }

    /// Whether this key was pressed while one of these had the keyboard.
    fn pressed(ui: &Ui, ids: &[Id], modifiers: Modifiers, key: Key) -> bool {
        let focused = ui.memory(egui::Memory::focused);
        focused.is_some_and(|id| ids.contains(&id)) && ui.input_mut(|input| input.consume_key(modifiers, key))
    }

    /// The keys of a row: Alt and an arrow moves it, an arrow goes to the row beside it.
    fn row_keys(&mut self, ui: &Ui, index: usize, entry: &Attendee) {
        let parts = ["title", "name", "role", "presence"];
        let ids = parts.map(|part| cell(entry.person, part));
        for (key, shift) in [(Key::ArrowUp, Shift::Up), (Key::ArrowDown, Shift::Down)] {
            if Self::pressed(ui, &ids, Modifiers::ALT, key) {
                self.roll(Roll::Move(entry.person, shift));
            }
        }
        if self.state.list.is_some() {
            return;
        }
        let focused = ui.memory(egui::Memory::focused);
        let Some(part) = ids.iter().position(|id| Some(*id) == focused).and_then(|at| parts.get(at)) else {
            return;
        };
        let goes_down = Self::pressed(ui, &ids, Modifiers::NONE, Key::ArrowDown);
        let goes_up = Self::pressed(ui, &ids, Modifiers::NONE, Key::ArrowUp);
        let enters = ["name", "role"].contains(part) && Self::pressed(ui, &ids, Modifiers::NONE, Key::Enter);
        if goes_down || enters {
            let below = self.people().get(index + 1).map(|below| cell(below.person, part));
            ui.memory_mut(|memory| memory.request_focus(below.unwrap_or_else(first_field)));
        } else if goes_up && let Some(above) = index.checked_sub(1).and_then(|index| self.people().get(index))
        {
            ui.memory_mut(|memory| memory.request_focus(cell(above.person, part)));
        }
    }

    fn person(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize, entry: &Attendee) {
        self.row_keys(ui, index, entry);
        let document = self.document;
        let [title, name, role, said, more, away] =
            self.columns(rect).map(|piece| piece.shrink2(vec2(0.0, 4.0)));
        let person = document.person(entry.person);
        let gender = person.map_or(Gender::Unknown, |person| person.gender);
        self.title(ui, pen, title, entry, person);
        let number = [("number", (index + 1).into())];
        let field = |field| FieldPath::Attendee(index, AttendeeField::Person(field));
        let label = self.words.with("attendee-name", &number);
        let hint = self.words.get("hint-name");
        let id = cell(entry.person, "name");
        let is_empty = person.is_none_or(|person| person.name.is_empty());
        // A key held down empties a name and stops there.
        let fresh = ui.input(|input| {
            let fresh = |event: &egui::Event| {
                matches!(event, egui::Event::Key { key: Key::Backspace, pressed: true, repeat: false, .. })
            };
            input.events.iter().any(fresh)
        });
        if is_empty && fresh && Self::pressed(ui, &[id], Modifiers::NONE, Key::Backspace) {
            self.remove(ui, index, entry.person);
            return;
        }
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        self.cell(ui, pen, name, id, field(PersonField::Name), look, |_| true);
        let label = self.words.with("attendee-role", &number);
        let look = Look { name: &label, ..Look::default() };
        self.cell(ui, pen, role, cell(entry.person, "role"), field(PersonField::Role), look, |_| true);
        self.presence(ui, pen, said, index, entry, gender);
        let is_open = self.state.open == Some(entry.person);
        let label = self.words.with("attendee-more", &number);
        let icon = if is_open { Icon::CaretUp } else { Icon::DotsThree };
        if icon_button(ui, pen, more, icon, &label) {
            self.state.open = (!is_open).then_some(entry.person);
        }
        let label = self.words.with("attendee-remove", &number);
        if away_button(ui, pen, away, &label) {
            self.remove(ui, index, entry.person);
        }
    }

    /// Takes the person off; the keyboard goes to who takes the place, or to the last row.
    fn remove(&mut self, ui: &Ui, index: usize, person: PersonId) {
        let next = self.people().get(index + 1).map(|next| cell(next.person, "name"));
        ui.memory_mut(|memory| memory.request_focus(next.unwrap_or_else(first_field)));
        self.roll(Roll::Remove(person));
    }

    /// The title as it agrees with the person, marked while the gender is not said; its list says both.
    fn title(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, entry: &Attendee, person: Option<&Person>) {
        let gender = person.map_or(Gender::Unknown, |person| person.gender);
        let kind = person.map_or(Honorific::Mr, |person| person.honorific);
        let shown = self.title_word(kind, gender);
        let open = self.is_open(List::Title(entry.person));
        let id = cell(entry.person, "title");
        let gender_key = format!("gender-{}", presence::gender_word(gender));
        let name = format!("{}: {}", self.words.get("field-honorific"), self.words.get(&gender_key));
        if combo(ui, pen, rect, id, Ok(&shown), &name, open, self.rtl()) {
            self.offer(List::Title(entry.person), rect);
        }
        if gender == Gender::Unknown && ui.memory(egui::Memory::focused) != Some(id) {
            let edge = Stroke::new(1.0, pen.theme.warning);
            ui.painter().rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
        }
        self.seen(ui, rect, id);
    }

    fn title_word(&self, kind: Honorific, gender: Gender) -> String {
        match kind {
            Honorific::None => self.words.get("honorific-none"),
            kind => arabic::honorific(kind.keyword(), Agreement::One(gender), Case::Nominative),
        }
    }

    /// The pill of the presence: pressed it opens its list, a letter says it, Delete takes the person off.
    fn presence(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        index: usize,
        entry: &Attendee,
        gender: Gender,
    ) {
        let id = cell(entry.person, "presence");
        let response = ui.interact(rect, id, Sense::click());
        let hot = response.hovered() || response.has_focus();
        let room = rect.with_min_x(rect.left() + 14.0).with_max_x(rect.right() - 14.0);
        let room = if self.rtl() { room.with_max_x(rect.right()) } else { room.with_min_x(rect.left()) };
        let pill = presence::pill(ui, pen, room, !self.rtl(), entry.presence, gender, self.words, hot);
        let arrow = if self.rtl() { pill.left() - 9.0 } else { pill.right() + 9.0 };
        let ink = if hot { pen.theme.ink } else { pen.theme.ink3 };
        Icon::CaretDown.draw(ui.painter(), pos2(arrow, rect.center().y), 14.0, ink);
        ring(ui, pen, pill, 11, &response);
        let open = self.is_open(List::Presence(entry.person));
        if response.has_focus() && !open {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            if let Some(said) = presence::typed(ui, self.words)
                && said.keyword() != entry.presence.keyword()
            {
                self.roll(Roll::Presence(entry.person, said));
            }
            if Self::pressed(ui, &[id], Modifiers::NONE, Key::Delete) {
                self.remove(ui, index, entry.person);
            }
        }
        let by_key = !open
            && (Self::pressed(ui, &[id], Modifiers::NONE, Key::Enter)
                || Self::pressed(ui, &[id], Modifiers::NONE, Key::Space));
        if by_key || response.clicked_by(egui::PointerButton::Primary) {
            response.request_focus();
            self.offer(List::Presence(entry.person), rect);
        }
        self.seen(ui, rect, id);
        let said = presence::word(entry.presence, gender, self.words);
        let number = [("number", (index + 1).into()), ("presence", said.into())];
        let label = self.words.with("attendee-presence", &number);
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
    }

    fn is_open(&self, list: List) -> bool {
        self.state.list.as_ref().is_some_and(|shown| shown.what == list)
    }

    fn offer(&mut self, what: List, under: Rect) {
        let again = self.is_open(what);
        self.state.list = (!again).then_some(Shown { what, under, at: None, fresh: true });
    }

    /// A label above a control 32 high; the control's place.
    fn labelled(&self, ui: &Ui, pen: &mut Pen, rect: Rect, name: &str) -> Rect {
        self.quiet(ui, pen, rect.with_max_y(rect.top() + 20.0), name);
        Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
    }

    /// What is known of one person beyond their row.
    fn more(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize, entry: &Attendee) {
        let rtl = self.rtl();
        let theme = pen.theme;
        ui.painter().rect_filled(rect.expand2(vec2(8.0, -2.0)), 6.0, theme.chrome);
        let line = |top: f32, height: f32| {
            Rect::from_min_size(pos2(rect.left(), rect.top() + top), vec2(rect.width(), height))
        };
        let path = |field| FieldPath::Attendee(index, field);
        let mut row = Row::new(line(6.0, LABELLED), rtl);
        let quarter = (rect.width() - 3.0 * BETWEEN) / 4.0;
        for (field, key) in [
            (PersonField::Body, "field-body"),
            (PersonField::Latin, "field-latin"),
            (PersonField::Phone, "field-phone"),
            (PersonField::Identity, "field-identity"),
        ] {
            let piece = row.start(quarter);
            row.start(BETWEEN);
            let label = self.words.get(key);
            let place = self.labelled(ui, pen, piece, &label);
            let ltr = !matches!(field, PersonField::Body);
            let look = Look { name: &label, ltr, ..Look::default() };
            let id = cell(entry.person, field.keyword());
            self.cell(ui, pen, place, id, path(AttendeeField::Person(field)), look, |_| true);
        }
        let mut row = Row::new(line(66.0, LABELLED), rtl);
        let answer = row.start(132.0);
        row.start(BETWEEN);
        let label = self.words.get("field-answer");
        let place = self.labelled(ui, pen, answer, &label);
        let said = self.words.get(&format!("answer-{}", entry.answer.keyword()));
        let open = self.is_open(List::Answer(entry.person));
        if combo(ui, pen, place, cell(entry.person, "answer"), Ok(&said), &label, open, rtl) {
            self.offer(List::Answer(entry.person), place);
        }
        for (field, key) in [(AttendeeField::Arrived, "field-arrived"), (AttendeeField::Left, "field-left")] {
            let piece = row.start(76.0);
            row.start(BETWEEN);
            let label = self.words.get(key);
            let place = self.labelled(ui, pen, piece, &label);
            let hint = self.words.get("hint-time");
            let look = Look { name: &label, hint: &hint, ..Look::default() };
            let is_time = |text: &str| text.is_empty() || text.parse::<Time>().is_ok();
            self.cell(ui, pen, place, cell(entry.person, field.keyword()), path(field), look, is_time);
        }
        if let Presence::Proxy(by) = entry.presence {
            self.proxy(ui, pen, row.rest(), entry, by);
        } else {
            let label = self.words.get("field-reason");
            let place = self.labelled(ui, pen, row.rest(), &label);
            let hint = self.words.get("hint-reason");
            let look = Look { name: &label, hint: &hint, ..Look::default() };
            self.cell(
                ui,
                pen,
                place,
                cell(entry.person, "reason"),
                path(AttendeeField::Reason),
                look,
                |_| true,
            );
        }
        self.duties(ui, pen, line(128.0, 32.0), entry);
    }

    /// Buttons that make the person chair or rapporteur, and keep them between meetings.
    fn duties(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, entry: &Attendee) {
        let rtl = self.rtl();
        let meeting = self.document.meeting();
        let mut row = Row::new(rect, rtl);
        let chairs = meeting.chairs.contains(&entry.person);
        let writes = meeting.rapporteur == Some(entry.person);
        for (key, icon, does, hidden) in [
            ("person-make-chair", Icon::Gavel, Some(Roll::Chair(entry.person)), chairs),
            ("person-make-rapporteur", Icon::NotePencil, Some(Roll::Rapporteur(Some(entry.person))), writes),
            ("person-keep", Icon::UserList, None, false),
        ] {
            if hidden {
                continue;
            }
            let words = self.words.get(key);
            let place = row.start(button_width(ui, pen, &words, Some(icon)).min(row.rest().width()));
            let hit = ui.push_id(entry.person.to_string(), |ui| {
                button(ui, pen, place, &words, Some(icon), Weight::Quiet, rtl)
            });
            match does {
                Some(roll) if hit.inner => self.roll(roll),
                None if hit.inner => self.state.keep.push(entry.person),
                _ => {}
            }
        }
    }

    /// Who stands in for somebody: a name typed and chosen.
    fn proxy(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, entry: &Attendee, by: Option<PersonId>) {
        let label = self.words.get("field-proxy");
        let place = self.labelled(ui, pen, rect, &label);
        let known = by.and_then(|by| self.document.person(by)).map(|person| person.name.clone());
        let id = cell(entry.person, "proxy");
        let hint = self.words.get("hint-name");
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let not = entry.person;
        let value = known.unwrap_or_default();
        let Some(Whom::Known(by)) = self.ask(ui, pen, place, id, &value, look, move |id| id == not, false)
        else {
            return;
        };
        self.roll(Roll::Presence(entry.person, Presence::Proxy(Some(by))));
        self.forget();
    }

    /// The last row, always empty: a name typed there joins the list.
    fn last_row(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let [title, name, role, ..] = self.columns(rect).map(|piece| piece.shrink2(vec2(0.0, 4.0)));
        let id = first_field();
        if self.state.typed.is_empty()
            && Self::pressed(ui, &[id], Modifiers::NONE, Key::ArrowUp)
            && let Some(last) = self.people().last()
        {
            ui.memory_mut(|memory| memory.request_focus(cell(last.person, "name")));
        }
        let icon = Row::new(title, self.rtl()).end(24.0);
        Icon::UserPlus.draw(ui.painter(), icon.center(), 18.0, pen.theme.ink3);
        let label = self.words.get("person-add");
        let hint = self.words.get("hint-person-add");
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let listed: Vec<PersonId> = self.people().iter().map(|entry| entry.person).collect();
        let place = name.union(role);
        let skip = move |id| listed.contains(&id);
        if let Some(whom) = self.ask(ui, pen, place, id, "", look, skip, true) {
            self.join(whom);
        }
        self.seen(ui, rect, id);
    }

    /// Puts somebody on the list, present as the one before them is or is not said to be.
    fn join(&mut self, whom: Whom) {
        let who = match whom {
            Whom::Known(id) => Who::Known(id),
            Whom::Kept(person) => Who::New(person),
        };
        let presence = match self.people().last().map(|entry| entry.presence) {
            Some(Presence::Unknown) => Presence::Unknown,
            _ => Presence::Present,
        };
        self.roll(Roll::Add { who, at: usize::MAX, presence });
        self.forget();
    }

    fn forget(&mut self) {
        self.state.typed.clear();
        self.state.typed_in = None;
        self.state.at = 0;
        self.state.hidden = false;
        *self.focus = None;
    }

    /// Words typed into the last row and left there are somebody's name: nothing typed is lost.
    fn left_behind(&mut self) {
        let is_left = self.state.typed_in == Some(first_field())
            && self.focus.as_ref().is_none_or(|(id, _)| *id != first_field());
        let name = self.state.typed.trim().to_owned();
        if is_left && !name.is_empty() && self.state.list.is_none() {
            let focus = self.focus.take();
            self.join(Whom::Kept(Box::new(Person { name, ..Person::default() })));
            *self.focus = focus;
        }
    }

    /// A field for a name, with people offered below it while it is typed. Who was chosen.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and whom it may offer")]
    fn ask(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: Id,
        value: &str,
        look: Look<'_>,
        skip: impl Fn(PersonId) -> bool,
        takes_new: bool,
    ) -> Option<Whom> {
        let is_here = self.state.typed_in == Some(id) && !self.state.typed.trim().is_empty();
        let has_focus = ui.memory(egui::Memory::focused) == Some(id);
        let offers = is_here && has_focus && !self.state.hidden;
        let mut chosen = None;
        if offers {
            self.search(&skip);
            let count = self.state.found.len() + usize::from(takes_new);
            self.state.at = self.state.at.min(count.saturating_sub(1));
            match suggest::keys(ui, count, &mut self.state.at) {
                suggest::Asked::Take if count > 0 => chosen = Some(self.state.at),
                suggest::Asked::Close => self.state.hidden = true,
                suggest::Asked::Take | suggest::Asked::Nothing => {}
            }
        }
        let outcome = field(ui, pen, rect, id, value, look, self.focus);
        if let Some(words) = outcome.changed {
            self.state.typed = words;
            self.state.typed_in = Some(id);
            self.state.at = 0;
            self.state.hidden = false;
            if !self.state.typed.trim().is_empty() {
                self.search(&skip);
                ui.ctx().request_repaint();
            }
        }
        let is_here = self.state.typed_in == Some(id) && !self.state.typed.trim().is_empty();
        if outcome.entered && is_here && self.state.hidden && takes_new {
            chosen = Some(self.state.found.len());
        }
        if is_here && has_focus && !self.state.hidden {
            // While people are offered, Tab and the arrows are for the list.
            let filter =
                EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let typed = self.state.typed.trim().to_owned();
            let new = takes_new.then_some(typed.as_str());
            if !self.state.found.is_empty() || new.is_some() {
                let state = &mut *self.state;
                let hit = suggest::popup(ui.ctx(), pen, rect, &state.found, new, &mut state.at, self.words);
                chosen = chosen.or(hit);
            }
        }
        let index = chosen?;
        let found = self.state.found.get(index).map(|found| found.whom.clone());
        found.or_else(|| {
            let name = self.state.typed.trim().to_owned();
            (takes_new && !name.is_empty())
                .then(|| Whom::Kept(Box::new(Person { name, ..Person::default() })))
        })
    }

    /// Looks for people, unless that was done for the same words.
    fn search(&mut self, skip: &dyn Fn(PersonId) -> bool) {
        let key = (self.state.typed.clone(), self.document.people().len(), self.people().len());
        if self.state.found_for != key || self.state.found.is_empty() {
            self.state.found = suggest::find(&self.state.typed, self.document, self.roster, skip);
            self.state.found_for = key;
        }
    }

    /// What the letters mean in the column of presence.
    fn legend(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let mut row = Row::new(rect, self.rtl());
        if !self.people().is_empty() {
            let words = self.words.get("people-keep");
            let width = button_width(ui, pen, &words, Some(Icon::UserList)).min(rect.width() / 2.0);
            let place = row.end(width).expand2(vec2(0.0, 4.0));
            if button(ui, pen, place, &words, Some(Icon::UserList), Weight::Quiet, self.rtl()) {
                self.state.keep = self.people().iter().map(|entry| entry.person).collect();
            }
        }
        self.quiet(ui, pen, row.rest(), &presence::legend(self.words));
    }

    /// The columns of a group: nominative, oblique, count, away.
    fn group_columns(&self, rect: Rect) -> [Rect; 4] {
        let mut row = Row::new(rect, self.rtl());
        let away = row.end(BUTTON);
        row.end(4.0);
        let count = row.end(COUNT);
        row.end(BETWEEN);
        let half = (row.rest().width() - BETWEEN) / 2.0;
        let nominative = row.start(half);
        row.start(BETWEEN);
        [nominative, row.rest(), count, away]
    }

    fn group_heads(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let [nominative, oblique, count, _] = self.group_columns(rect);
        for (rect, key) in
            [(nominative, "group-nominative"), (oblique, "group-oblique"), (count, "group-count")]
        {
            self.quiet(ui, pen, rect, &self.words.get(key));
        }
    }

    fn group(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize) {
        let parts = ["nominative", "oblique", "count"];
        let ids = parts.map(|part| group_cell(index, part));
        let count = self.document.meeting().attendance.groups.len();
        let focused = ui.memory(egui::Memory::focused);
        let part = ids.iter().position(|id| Some(*id) == focused).and_then(|at| parts.get(at));
        if let Some(part) = part {
            let go = |index: usize| ui.memory_mut(|memory| memory.request_focus(group_cell(index, part)));
            let down = Self::pressed(ui, &ids, Modifiers::ALT, Key::ArrowDown);
            let up = Self::pressed(ui, &ids, Modifiers::ALT, Key::ArrowUp);
            if down && index + 1 < count {
                self.roll(Roll::MoveGroup(index, Shift::Down));
                go(index + 1);
            } else if up && index > 0 && index < count {
                self.roll(Roll::MoveGroup(index, Shift::Up));
                go(index - 1);
            } else if Self::pressed(ui, &ids, Modifiers::NONE, Key::ArrowDown) && index < count {
                go(index + 1);
            } else if Self::pressed(ui, &ids, Modifiers::NONE, Key::ArrowUp) && index > 0 {
                go(index - 1);
            } else if index < count && Self::pressed(ui, &ids, Modifiers::NONE, Key::Enter) {
                ui.memory_mut(|memory| memory.request_focus(group_cell(index + 1, "nominative")));
            }
        }
        let [nominative, oblique, number, away] =
            self.group_columns(rect).map(|piece| piece.shrink2(vec2(0.0, 4.0)));
        let group = self.document.meeting().attendance.groups.get(index).cloned();
        let told = [("number", (index + 1).into())];
        let label = self.words.with("group-nominative-of", &told);
        let hint = self.words.get(if index == count { "hint-group-add" } else { "hint-group" });
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let [one, two, three] = ids;
        self.cell(ui, pen, nominative, one, FieldPath::GroupNominative(index), look, |_| true);
        // What the words become after a preposition is offered where it is known, and asked where it is not.
        let nominative = group.as_ref().map(|group| group.nominative.as_str()).unwrap_or_default();
        let derived = arabic::oblique(nominative);
        let asks = derived.is_none() && group.as_ref().is_some_and(|group| group.oblique.is_empty());
        let derived = derived.unwrap_or_else(|| self.words.get("hint-oblique"));
        let label = self.words.with("group-oblique-of", &told);
        let look = Look { name: &label, hint: &derived, ..Look::default() };
        self.cell(ui, pen, oblique, two, FieldPath::GroupOblique(index), look, |_| true);
        if asks && ui.memory(egui::Memory::focused) != Some(two) {
            let edge = Stroke::new(1.0, pen.theme.warning);
            ui.painter().rect_stroke(oblique, 4.0, edge, StrokeKind::Inside);
        }
        let label = self.words.with("group-count-of", &told);
        let look = Look { name: &label, ..Look::default() };
        self.cell(ui, pen, number, three, FieldPath::GroupCount(index), look, is_count);
        if group.is_some() {
            let label = self.words.with("group-remove", &told);
            if away_button(ui, pen, away, &label) {
                self.asked.push(Command::RemoveGroup(index));
                ui.memory_mut(|memory| memory.request_focus(group_cell(index, "nominative")));
                *self.focus = None;
            }
        }
    }

    /// Members, rule, and what the list says of them.
    fn quorum(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let rtl = self.rtl();
        let rule = self.document.meeting().attendance.quorum.rule;
        let mut row = Row::new(rect, rtl);
        let members = row.start(88.0);
        row.start(BETWEEN);
        let label = self.words.get("field-members");
        let place = self.labelled(ui, pen, members, &label);
        let look = Look { name: &label, ..Look::default() };
        self.cell(ui, pen, place, Id::unique("members"), FieldPath::Members, look, is_count);
        let piece = row.start(168.0);
        row.start(BETWEEN);
        let label = self.words.get("field-quorum");
        let place = self.labelled(ui, pen, piece, &label);
        let shown = rule_word(rule, self.words);
        let open = self.is_open(List::Rule);
        if combo(ui, pen, place, Id::unique("quorum-rule"), Ok(&shown), &label, open, rtl) {
            self.offer(List::Rule, place);
        }
        if let QuorumRule::AtLeast(number) = rule {
            let piece = row.start(64.0);
            row.start(BETWEEN);
            let label = self.words.get("field-at-least");
            let place = self.labelled(ui, pen, piece, &label);
            let look = Look { name: &label, ..Look::default() };
            let outcome =
                field(ui, pen, place, Id::unique("quorum-least"), &number.to_string(), look, self.focus);
            if let Some(value) = outcome.changed.filter(|text| !text.is_empty() && is_count(text)) {
                self.set(FieldPath::Quorum, format!("atleast:{value}"));
            }
        }
        let Some(verdict) = template::quorum(self.document) else { return };
        let (icon, ink, key) = if verdict.reached {
            (Icon::CheckCircle, pen.theme.accent, "quorum-reached")
        } else {
            (Icon::WarningCircle, pen.theme.warning, "quorum-missing")
        };
        let of = [("count", verdict.present.into()), ("all", verdict.members.into())];
        let words = format!("{} {}", self.words.get(key), self.words.with("count-of", &of));
        let rest = row.rest().with_min_y(rect.top() + 21.0).with_max_y(rect.top() + 53.0);
        let mut row = Row::new(rest, rtl);
        row.start(4.0);
        let mark = row.start(20.0);
        icon.draw_filled(ui.painter(), mark.center(), 20.0, ink);
        row.start(6.0);
        let shown = pen.fitted(ui.ctx(), &words, Face::Base, Base::Auto, row.rest().width());
        let (at, anchor) = side(row.rest(), rtl);
        let colour = pen.theme.ink;
        pen.draw(ui.painter(), &shown, at, anchor, colour);
        super::widgets::told(ui, rest, "quorum", &words);
    }

    /// How many are in each state; those of whom nothing is said come last.
    fn counts(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let all = self.people();
        let [unknown, rest @ ..] = Presence::ALL;
        let states = rest.into_iter().chain([unknown]).filter_map(|presence| {
            let count = all.iter().filter(|entry| entry.presence.keyword() == presence.keyword()).count();
            let key = format!("count-{}", presence.keyword());
            (count > 0).then(|| self.words.with(&key, &[("count", count.into())]))
        });
        let words = states.collect::<Vec<_>>().join(" · ");
        self.quiet(ui, pen, rect, &words);
    }

    /// The lists of choices.
    fn lists(&mut self, ui: &Ui, pen: &mut Pen) {
        let Some(mut shown) = self.state.list.take() else { return };
        let items = self.items(shown.what);
        let rtl = self.rtl();
        let fresh = std::mem::take(&mut shown.fresh);
        let became = menu(ui.ctx(), pen, shown.under, items, &mut shown.at, rtl, fresh);
        let hold = matches!(became, Popup::Open);
        let filter = EventFilter { tab: hold, horizontal_arrows: hold, vertical_arrows: hold, escape: hold };
        ui.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.set_focus_lock_filter(id, filter);
            }
        });
        match became {
            Popup::Open => self.state.list = Some(shown),
            Popup::Closed => {}
            Popup::Chosen(command) => self.asked.push(command),
        }
    }

    fn items(&self, list: List) -> Vec<Item<Command>> {
        let words = self.words;
        match list {
            List::Title(id) => {
                let person = self.document.person(id).cloned().unwrap_or_default();
                let put = |field: PersonField, value: &str| {
                    Command::Roll(Roll::Person { person: id, field, value: value.into() })
                };
                let genders = [Gender::Female, Gender::Male, Gender::Unknown].map(|gender| {
                    let word = presence::gender_word(gender);
                    Item::new(words.get(&format!("gender-{word}")), put(PersonField::Gender, word))
                        .on(person.gender == gender)
                });
                let titles = Honorific::ALL.map(|title| {
                    let command = put(PersonField::Honorific, title.keyword());
                    Item::new(self.title_word(title, person.gender), command).on(person.honorific == title)
                });
                let mut items: Vec<Item<Command>> = genders.into();
                let from = items.len();
                items.extend(titles);
                if let Some(first) = items.get_mut(from) {
                    first.apart = true;
                }
                items
            }
            List::Presence(id) => {
                let now = self.people().iter().find(|entry| entry.person == id).map(|entry| entry.presence);
                let gender = self.document.person(id).map_or(Gender::Unknown, |person| person.gender);
                let item = |presence: Presence| {
                    let on = now.is_some_and(|now| now.keyword() == presence.keyword());
                    let said = if on { now.unwrap_or(presence) } else { presence };
                    let command = Command::Roll(Roll::Presence(id, said));
                    Item::new(presence::word_with_key(presence, gender, words), command).on(on)
                };
                Presence::ALL.map(item).into()
            }
            List::Answer(id) => {
                let at = self.people().iter().position(|entry| entry.person == id).unwrap_or_default();
                let path = FieldPath::Attendee(at, AttendeeField::Answer);
                let now = self.document.read(path);
                let item = |answer: Answer| {
                    let value = answer.keyword().to_owned();
                    let on = now == value;
                    Item::new(words.get(&format!("answer-{value}")), Command::SetField { path, value }).on(on)
                };
                Answer::ALL.map(item).into()
            }
            List::Rule => {
                let quorum = self.document.meeting().attendance.quorum;
                let least = quorum.members.map_or(1, |members| members / 2 + 1);
                let least = match quorum.rule {
                    QuorumRule::AtLeast(number) => number,
                    _ => least,
                };
                let rules = [
                    QuorumRule::None,
                    QuorumRule::Majority,
                    QuorumRule::Share(1, 2),
                    QuorumRule::Share(2, 3),
                    QuorumRule::Share(3, 4),
                    QuorumRule::AtLeast(least),
                ];
                let item = |rule: QuorumRule| {
                    let (path, value) = (FieldPath::Quorum, rule.to_string());
                    Item::new(rule_word(rule, words), Command::SetField { path, value })
                        .on(rule == quorum.rule)
                };
                rules.map(item).into()
            }
        }
    }
}

/// A small cross that takes a row away, quieter than what it stands beside. Whether it was pressed.
fn away_button(ui: &mut Ui, pen: &mut Pen, rect: Rect, name: &str) -> bool {
    let rect = Rect::from_center_size(rect.center(), vec2(BUTTON, BUTTON));
    let response = ui.interact(rect, ui.scope_id().with(("away", name)), Sense::click());
    let theme = pen.theme;
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    ring(ui, pen, rect.shrink(2.0), 6, &response);
    let ink = if response.hovered() || response.has_focus() { theme.ink } else { theme.ink3 };
    Icon::Close.draw(ui.painter(), rect.center(), 14.0, ink);
    let by_key = response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Enter) || input.consume_key(Modifiers::NONE, Key::Space)
        });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.clicked() || by_key
}

/// A rule in words.
fn rule_word(rule: QuorumRule, words: Words) -> String {
    match rule {
        QuorumRule::None => words.get("rule-none"),
        QuorumRule::Majority => words.get("rule-majority"),
        QuorumRule::Share(1, 2) => words.get("rule-half"),
        QuorumRule::Share(2, 3) => words.get("rule-two-thirds"),
        QuorumRule::Share(3, 4) => words.get("rule-three-quarters"),
        QuorumRule::Share(part, of) => format!("{part}/{of}"),
        QuorumRule::AtLeast(_) => words.get("rule-at-least"),
    }
}

fn is_count(text: &str) -> bool {
    let digits = arabic::numerals::to_western(text.trim());
    digits.is_empty() || digits.parse::<u32>().is_ok()
}
