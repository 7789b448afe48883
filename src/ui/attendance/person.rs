//! One person of the table: title, name, office, presence, and what more is known of them.

use eframe::egui::{
    self, EventFilter, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::super::field::Look;
use super::super::pen::{Icon, Pen};
use super::super::presence;
use super::super::whom::Chosen;
use super::super::widgets::{Row, Weight, button, button_width, combo, hint, icon_button, named, ring};
use super::choices::List;
use super::{BETWEEN, BUTTON, Form, LABELLED, PRESENCE, TITLE, cell, first_field};
use crate::arabic::{self, Agreement, Case, Gender, Time};
use crate::document::{
    Attendee, AttendeeField, FieldPath, Honorific, Person, PersonField, PersonId, Presence,
};
use crate::edit::{Command, Post, Roll, Shift};
use crate::ui::access;

impl Form<'_> {
    /// The columns of a row: title, name, office, presence, more, away.
    pub(super) fn columns(&self, rect: Rect) -> [Rect; 6] {
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

    pub(super) fn heads(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
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

    /// The keys of a row: Alt and an arrow moves it, an arrow goes to the row beside it.
    pub(super) fn row_keys(&mut self, ui: &Ui, index: usize, entry: &Attendee) {
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

    /// A person as one of many: the number of the row and the name.
    pub(super) fn numbered(&self, index: usize, entry: &Attendee) -> String {
        let name = self.document.person(entry.person).map_or("", |person| person.name.as_str());
        format!("{}. {name}", index + 1)
    }

    pub(super) fn person(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize, entry: &Attendee) {
        self.row_keys(ui, index, entry);
        let document = self.document;
        let [title, name, role, said, more, away] =
            self.columns(rect).map(|piece| piece.shrink2(vec2(0.0, 4.0)));
        let person = document.person(entry.person);
        let gender = person.map_or(Gender::Unknown, |person| person.gender);
        self.title(ui, pen, title, entry.person, person);
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
    pub(super) fn remove(&mut self, ui: &Ui, index: usize, person: PersonId) {
        let next = self.people().get(index + 1).map(|next| cell(next.person, "name"));
        ui.memory_mut(|memory| memory.request_focus(next.unwrap_or_else(first_field)));
        self.roll(Roll::Remove(person));
    }

    /// The title as it agrees with the person, marked while the gender is not said; its list says both, and a letter says
    /// the gender.
    pub(super) fn title(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        whose: PersonId,
        person: Option<&Person>,
    ) {
        let gender = person.map_or(Gender::Unknown, |person| person.gender);
        let kind = person.map_or(Honorific::Mr, |person| person.honorific);
        let shown = self.title_word(kind, gender);
        let open = self.is_open(List::Title(whose));
        let id = cell(whose, "title");
        let gender_key = format!("gender-{}", presence::gender_word(gender));
        let name = format!("{}: {}", self.words.get("field-honorific"), self.words.get(&gender_key));
        if combo(ui, pen, rect, id, Ok(&shown), &name, open, self.rtl()) {
            self.offer(List::Title(whose), rect);
        }
        if !open
            && ui.memory(|memory| memory.has_focus(id))
            && let Some(said) = presence::typed_gender(ui, self.words).filter(|said| *said != gender)
        {
            let value = presence::gender_word(said).to_owned();
            self.roll(Roll::Person { person: whose, field: PersonField::Gender, value });
        }
        if gender == Gender::Unknown && ui.memory(egui::Memory::focused) != Some(id) {
            let edge = Stroke::new(1.0, pen.theme.warning);
            ui.painter().rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
        }
        self.seen(ui, rect, id);
    }

    pub(super) fn title_word(&self, kind: Honorific, gender: Gender) -> String {
        match kind {
            Honorific::None => self.words.get("honorific-none"),
            kind => arabic::honorific(kind.keyword(), Agreement::One(gender), Case::Nominative),
        }
    }

    /// The pill of the presence: pressed it opens its list, a letter says it, Delete takes the person off.
    pub(super) fn presence(
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
        let locked = pen.locked.clone();
        let hot = (response.hovered() || response.has_focus()) && locked.is_none();
        let room = rect.with_min_x(rect.left() + 14.0).with_max_x(rect.right() - 14.0);
        let room = if self.rtl() { room.with_max_x(rect.right()) } else { room.with_min_x(rect.left()) };
        let pill = presence::pill(ui, pen, room, !self.rtl(), entry.presence, gender, self.words, hot);
        let arrow = if self.rtl() { pill.left() - 9.0 } else { pill.right() + 9.0 };
        let ink = if hot { pen.theme.ink } else { pen.theme.ink3 };
        Icon::CaretDown.draw(ui.painter(), pos2(arrow, rect.center().y), 14.0, ink);
        ring(ui, pen, pill, 11, &response);
        let said = presence::word(entry.presence, gender, self.words);
        let number = [("number", (index + 1).into()), ("presence", said.into())];
        let label = named(&self.words.with("attendee-presence", &number), locked.as_deref());
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, locked.is_none(), &label));
        self.seen(ui, rect, id);
        if let Some(reason) = locked {
            hint(ui, pen, &response, &reason, self.rtl());
            return;
        }
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
        if by_key || access::pressed(&response) {
            response.request_focus();
            self.offer(List::Presence(entry.person), rect);
        }
    }

    /// What is known of one person beyond their row.
    pub(super) fn more(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize, entry: &Attendee) {
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
    pub(super) fn duties(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, entry: &Attendee) {
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
    pub(super) fn proxy(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        entry: &Attendee,
        by: Option<PersonId>,
    ) {
        let label = self.words.get("field-proxy");
        let place = self.labelled(ui, pen, rect, &label);
        let known = by.and_then(|by| self.document.person(by)).map(|person| person.name.clone());
        let id = cell(entry.person, "proxy");
        let hint = self.words.get("hint-name");
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let not = entry.person;
        let value = known.unwrap_or_default();
        let asked = self.ask(ui, pen, place, id, &value, look, &move |id| id == not, false);
        let Some(who) = asked.map(Chosen::who) else { return };
        self.asked.push(Command::Appoint { post: Post::Proxy(entry.person), who, was: None });
        self.forget();
    }
}

/// A small cross that takes a row away, quieter than what it stands beside. Whether it was pressed.
pub(super) fn away_button(ui: &mut Ui, pen: &mut Pen, rect: Rect, name: &str) -> bool {
    let rect = Rect::from_center_size(rect.center(), vec2(BUTTON, BUTTON));
    let response = ui.interact(rect, ui.scope_id().with(("away", name)), Sense::click());
    let theme = pen.theme;
    if let Some(reason) = pen.locked.clone() {
        Icon::Close.draw(ui.painter(), rect.center(), 14.0, theme.ink3);
        ring(ui, pen, rect.shrink(2.0), 6, &response);
        let rtl = rect.center().x < ui.clip_rect().center().x;
        hint(ui, pen, &response, &reason, rtl);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, false, named(name, Some(&reason))));
        return false;
    }
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
