//! What is known of one person in a small card of its own: below the words that name them, below their row of a roll call.

use eframe::egui::{Id, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::field::{Look, field};
use super::super::pen::Pen;
use super::super::widgets::Row;
use super::{BETWEEN, Form, LABELLED, TITLE, cell};
use crate::arabic::Time;
use crate::document::{
    Attendee, AttendeeField, Document, FieldPath, Person, PersonField, PersonId, Presence,
};
use crate::edit::Roll;

/// From the card's edge to its rows; a row has seven more below its control.
const PAD: f32 = 12.0;
/// How wide a field for a time is.
const TIME: f32 = 68.0;
/// The parts of the card that can have the keyboard.
const PARTS: [&str; 8] = ["title", "name", "role", "body", "arrived", "left", "reason", "proxy"];

/// Where somebody stands on the attendance list, and what is said of them there.
fn listed(document: &Document, person: PersonId) -> Option<(usize, &Attendee)> {
    document.meeting().attendance.people.iter().enumerate().find(|(_, entry)| entry.person == person)
}

/// How high the card of a person is: who is on the list has a row of hours and reasons more.
#[must_use]
pub fn card_height(document: &Document, person: PersonId) -> f32 {
    let rows = if listed(document, person).is_some() { 3.0 } else { 2.0 };
    PAD + rows * LABELLED + PAD - 7.0
}

/// Whether this is a field of somebody's card.
#[must_use]
pub fn is_of(person: PersonId, id: Id) -> bool {
    PARTS.iter().any(|part| cell(person, part) == id)
}

/// The field of a card that most is asked of: the reason of who is excused, who stands in, when who came left.
#[must_use]
pub fn card_field(document: &Document, person: PersonId) -> Id {
    let part = match listed(document, person).map(|(_, entry)| entry.presence) {
        Some(Presence::Excused | Presence::Absent) => "reason",
        Some(Presence::Proxy(_)) => "proxy",
        Some(Presence::Present | Presence::Guest) => "left",
        Some(Presence::Unknown) | None => "name",
    };
    cell(person, part)
}

/// The title of somebody in their card, where the gender is said.
#[must_use]
pub fn title_field(person: PersonId) -> Id {
    cell(person, "title")
}

impl Form<'_> {
    /// Shows the card of a person, in rows that fit a narrow column; whether Enter ended it.
    pub fn card(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, id: PersonId) -> bool {
        let document = self.document;
        let Some(person) = document.person(id) else { return false };
        let theme = pen.theme;
        ui.painter().rect_filled(rect, 6.0, theme.chrome);
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        let inner = rect.shrink(PAD);
        let line = |index: f32| {
            let top = inner.top() + index * LABELLED;
            Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), LABELLED))
        };
        let mut ended = false;
        let mut row = Row::new(line(0.0), self.rtl());
        let place = row.start(TITLE);
        row.start(BETWEEN);
        let label = self.words.get("field-honorific");
        let place = self.labelled(ui, pen, place, &label);
        self.title(ui, pen, place, id, Some(person));
        ended |= self.known(ui, pen, row.rest(), id, person, PersonField::Name, "field-name");
        let mut row = Row::new(line(1.0), self.rtl());
        let place = row.start(((row.rest().width() - BETWEEN) / 2.0).floor());
        row.start(BETWEEN);
        ended |= self.known(ui, pen, place, id, person, PersonField::Role, "field-role");
        ended |= self.known(ui, pen, row.rest(), id, person, PersonField::Body, "field-body");
        if let Some((index, entry)) = listed(document, id) {
            ended |= self.hours(ui, pen, line(2.0), index, entry);
        }
        self.lists(ui, pen);
        ended
    }

    /// When somebody came and left, and why they did not come or who stands in for them.
    fn hours(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize, entry: &Attendee) -> bool {
        let mut row = Row::new(rect, self.rtl());
        let mut ended = false;
        for (field, key) in [(AttendeeField::Arrived, "field-arrived"), (AttendeeField::Left, "field-left")] {
            let piece = row.start(TIME);
            row.start(BETWEEN);
            let label = self.words.get(key);
            let place = self.labelled(ui, pen, piece, &label);
            let hint = self.words.get("hint-time");
            let look = Look { name: &label, hint: &hint, ..Look::default() };
            let is_time = |text: &str| text.is_empty() || text.parse::<Time>().is_ok();
            let id = cell(entry.person, field.keyword());
            ended |= self.cell(ui, pen, place, id, FieldPath::Attendee(index, field), look, is_time);
        }
        if let Presence::Proxy(by) = entry.presence {
            self.proxy(ui, pen, row.rest(), entry, by);
            let id = cell(entry.person, "proxy");
            let waits = self.state.asking.is_in(id) && !self.state.asking.hidden;
            return ended || !waits && Self::pressed(ui, &[id], Modifiers::NONE, Key::Enter);
        }
        let label = self.words.get("field-reason");
        let place = self.labelled(ui, pen, row.rest(), &label);
        let hint = self.words.get("hint-reason");
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let path = FieldPath::Attendee(index, AttendeeField::Reason);
        ended | self.cell(ui, pen, place, cell(entry.person, "reason"), path, look, |_| true)
    }

    /// Something known of a person, wherever they stand in the record; whether Enter was pressed in it.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it writes")]
    fn known(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: PersonId,
        person: &Person,
        of: PersonField,
        label: &str,
    ) -> bool {
        let label = self.words.get(label);
        let place = self.labelled(ui, pen, rect, &label);
        let own = cell(id, of.keyword());
        let outcome = field(
            ui,
            pen,
            place,
            own,
            &of.read(person),
            Look { name: &label, ..Look::default() },
            self.focus,
        );
        if let Some(value) = outcome.changed {
            self.roll(Roll::Person { person: id, field: of, value });
        }
        self.seen(ui, place, own);
        outcome.entered
    }
}
