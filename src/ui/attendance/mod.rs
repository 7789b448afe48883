//! The attendance in place on the page: the sentence to be printed, a table of people, the groups, the quorum.

mod card;
mod choices;
mod groups;
mod names;
mod person;

use eframe::egui::{self, Id, Key, Modifiers, Rect, Ui, pos2, vec2};

use super::access;
use super::field::{Line, Look, field};
use super::pen::{Icon, Pen};
use super::presence;
use super::suggest::Finder;
use super::theme::Face;
use super::whom::Asking;
use super::widgets::{Row, Weight, button, button_width, side};
use crate::document::{
    Attendee, AttendeeField, Document, FieldPath, PersonField, PersonId, Presence, RecordId,
};
use crate::edit::{Command, Roll};
use crate::template;
use crate::text::Base;
use crate::words::Words;
pub use card::{card_field, card_height, is_of, title_field};
use choices::Shown;

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
    /// The name being typed into the last, empty row, or as that of who stands in.
    asking: Asking,
    /// The list that is open.
    list: Option<Shown>,
    /// The field that had the keyboard, and how far below the top of the form it stood.
    focused: Option<(Id, f32)>,
    /// Where the form begins.
    top: f32,
    /// The sentence as far as it is shown, and of which record in which state.
    printed: String,
    printed_of: Option<(RecordId, u64)>,
    /// The field that got the keyboard outside the view: the window scrolls it in.
    pub reveal: Option<Rect>,
    /// People to be kept in the roster: the window does so.
    pub keep: Vec<PersonId>,
}

impl State {
    /// Whether a list is open that takes the keys.
    #[must_use]
    pub fn has_list(&self) -> bool {
        self.list.is_some()
    }

    /// Whatever of the form gets the keyboard now is brought into view, though it had it before the form was folded.
    pub fn begin(&mut self) {
        self.focused = None;
    }

    /// Opens what more is known of a person, where a path leads there.
    pub fn show_more(&mut self, document: &Document, path: FieldPath) {
        let FieldPath::Attendee(at, field) = path else { return };
        let beside = match field {
            AttendeeField::Person(field) => !matches!(
                field,
                PersonField::Name | PersonField::Role | PersonField::Gender | PersonField::Honorific
            ),
            AttendeeField::Presence => false,
            _ => true,
        };
        if beside {
            self.open = document.meeting().attendance.people.get(at).map(|entry| entry.person);
        }
    }

    fn look(&mut self, document: &Document, version: u64) {
        let now = Some((document.id(), version));
        if self.printed_of != now {
            self.printed_of = now;
            self.printed = sentence(document);
        }
    }
}

/// What the form is drawn from, and what it asks for.
pub struct Form<'a> {
    /// The record.
    pub document: &'a Document,
    /// The words of the interface.
    pub words: Words,
    /// The words of the field that has the keyboard.
    pub focus: &'a mut Option<(Id, Line)>,
    /// The people who can be offered.
    pub finder: &'a Finder,
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
    sentence_height(&state.printed) + GAP + people + GAP + groups + GAP + LABELLED + 2.0 * HEAD + GAP
}

/// The empty row at the end of the table: where the form begins.
#[must_use]
pub fn first_field() -> Id {
    Id::unique("attendee-new")
}

/// The field of the form that a path names: where a finding leads.
#[must_use]
pub fn field_of(document: &Document, path: FieldPath) -> Option<Id> {
    match path {
        FieldPath::Attendee(at, field) => {
            let entry = document.meeting().attendance.people.get(at)?;
            Some(cell(
                entry.person,
                match field {
                    AttendeeField::Person(PersonField::Gender | PersonField::Honorific) => "title",
                    AttendeeField::Reason if matches!(entry.presence, Presence::Proxy(_)) => "proxy",
                    field => field.keyword(),
                },
            ))
        }
        FieldPath::GroupNominative(at) => Some(group_cell(at, "nominative")),
        FieldPath::GroupOblique(at) => Some(group_cell(at, "oblique")),
        FieldPath::GroupCount(at) => Some(group_cell(at, "count")),
        FieldPath::Members => Some(Id::unique("members")),
        FieldPath::Quorum => Some(Id::unique("quorum-rule")),
        _ => None,
    }
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
        self.state.top = rect.top();
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
            let more = (self.state.open == Some(entry.person)).then(|| next(MORE));
            let [row, more] = [Some(row), more].map(|part| part.filter(|part| part.intersects(view)));
            if row.is_none() && more.is_none() {
                continue;
            }
            let ui = &mut access::group(ui, entry.person, || self.numbered(index, entry));
            if let Some(row) = row {
                self.person(ui, pen, row, index, entry);
            }
            if let Some(more) = more {
                self.more(ui, pen, more, index, entry);
            }
        }
        self.last_row(ui, pen, next(ROW));
        let legend = next(HEAD);
        let keep = self.legend(ui, pen, legend);
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
        let takes = self.words.get("quorum-takes");
        self.quiet(ui, pen, next(HEAD), &takes);
        self.counts(ui, pen, next(HEAD));
        self.keep_all(ui, pen, keep);
        self.left_behind();
        self.lists(ui, pen);
        self.state.focused = self.state.focused.filter(|(id, _)| ui.memory(|memory| memory.has_focus(*id)));
    }

    /// Notes the rectangle of a field that just got the keyboard, or was moved by a row above it, if it is not all in
    /// view.
    fn seen(&mut self, ui: &Ui, rect: Rect, id: Id) {
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let now = Some((id, (rect.top() - self.state.top).round()));
        if self.state.focused != now && !ui.clip_rect().contains_rect(rect) {
            self.state.reveal = Some(rect.expand2(vec2(0.0, 24.0)));
        }
        self.state.focused = now;
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

    /// A label above a control 32 high; the control's place.
    fn labelled(&self, ui: &Ui, pen: &mut Pen, rect: Rect, name: &str) -> Rect {
        self.quiet(ui, pen, rect.with_max_y(rect.top() + 20.0), name);
        Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
    }

    /// What the letters mean in the column of presence; the rest of the row is for the button beside it.
    fn legend(&self, ui: &Ui, pen: &mut Pen, rect: Rect) -> Rect {
        let mut row = Row::new(rect, self.rtl());
        let words = self.words.get("people-keep");
        let keep = row.end(button_width(ui, pen, &words, Some(Icon::UserList)).min(rect.width() / 2.0));
        self.quiet(ui, pen, row.rest(), &presence::legend(self.words));
        keep.expand2(vec2(0.0, 4.0))
    }

    /// Keeps everybody of the list between meetings. It comes last, so that Tab goes from the names to the groups.
    fn keep_all(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let words = self.words.get("people-keep");
        let icon = Some(Icon::UserList);
        if !self.people().is_empty() && button(ui, pen, rect, &words, icon, Weight::Quiet, self.rtl()) {
            self.state.keep = self.people().iter().map(|entry| entry.person).collect();
        }
    }
}
