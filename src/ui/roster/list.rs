//! The list of the roster: only the rows in view, one of them a stop of Tab, each with a box to choose it.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Asked, Draft, Given, Screen, edit};
use crate::arabic::Gender;
use crate::document::{Person, PersonId};
use crate::template;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;
use crate::ui::widgets::{Button, Label, Now, Row, Tick, Ticked, Weight, cut, ring, told};

/// How high a person is.
const ROW: f32 = 44.0;
/// How high what can be done with the chosen is.
const FOOT: f32 = 48.0;
/// The box before a name.
const BOX: f32 = 34.0;

fn row_id(id: PersonId) -> Id {
    Id::unique(("roster-row", id.to_string()))
}

#[expect(clippy::cast_precision_loss, reason = "rows of a list")]
fn rows(count: usize) -> f32 {
    count as f32
}

impl Screen {
    pub(super) fn list(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        card: Rect,
        given: &Given<'_>,
        asked: &mut Vec<Asked>,
    ) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let view = card.shrink2(vec2(1.0, 4.0)).with_max_y(card.bottom() - FOOT);
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        self.keys(ui, given, view, asked);
        let shift = self.scroll.begin(ui, view, rows(self.shown.len()) * ROW);
        if self.shown.is_empty() {
            let key = if given.roster.is_empty() { "roster-empty" } else { "roster-none-found" };
            let text = words.get(key);
            let label = Label { words: &text, face: Face::Base, ink: pen.theme.ink2 };
            let width = (view.width() - 64.0).max(80.0);
            let height = label.height(ui.ctx(), pen, width);
            let at = pos2(view.left() + 32.0, view.top() + (view.height() * 0.3 - height / 2.0).max(16.0));
            label.show(ui, pen, at, width, key);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
        let first = (shift / ROW).floor().max(0.0) as usize;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
        let count = (view.height() / ROW).ceil() as usize + 1;
        let stop = self.at.and_then(|at| self.shown.iter().position(|id| *id == at));
        let in_view = first..(first + count).min(self.shown.len());
        // The row that has the keyboard is there, wherever the view is.
        let apart = stop.filter(|at| !in_view.contains(at));
        for index in in_view.clone().chain(apart) {
            let Some(id) = self.shown.get(index).copied() else { continue };
            let Some(person) = given.roster.get(id) else { continue };
            let top = view.top() + rows(index) * ROW - shift;
            let row = Rect::from_min_size(pos2(view.left(), top), vec2(view.width(), ROW));
            let is_stop = stop.map_or(index == in_view.start, |stop| stop == index);
            self.row(ui, pen, row, id, person, is_stop, given);
        }
        self.scroll.thumb(ui, pen, view, Id::unique("roster-scroll"), rtl);
        ui.set_clip_rect(before);
        if std::mem::take(&mut self.goes)
            && let Some(at) = self.at
        {
            if let Some(index) = self.shown.iter().position(|id| *id == at) {
                self.scroll.reveal(view, rows(index) * ROW, rows(index + 1) * ROW);
            }
            ui.memory_mut(|memory| memory.request_focus(row_id(at)));
            ui.ctx().request_repaint();
        }
        self.foot(ui, pen, card.with_min_y(card.bottom() - FOOT), given, asked);
    }

    /// What the keys do while a row has the keyboard.
    fn keys(&mut self, ui: &Ui, given: &Given<'_>, view: Rect, asked: &mut Vec<Asked>) {
        let Some(at) = self.at else { return };
        if !ui.memory(|memory| memory.has_focus(row_id(at))) {
            return;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row_id(at), filter));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let here = self.shown.iter().position(|id| *id == at).unwrap_or(0);
        let last = self.shown.len().saturating_sub(1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
        let page = ((view.height() / ROW) as usize).max(2) - 1;
        let mut to = here;
        for (key, target) in [
            (Key::ArrowDown, here + 1),
            (Key::ArrowUp, here.saturating_sub(1)),
            (Key::PageDown, here + page),
            (Key::PageUp, here.saturating_sub(page)),
            (Key::Home, 0),
            (Key::End, last),
        ] {
            if pressed(Modifiers::NONE, key) {
                to = target.min(last);
            }
        }
        if to != here {
            self.go(self.shown.get(to).copied());
        }
        if pressed(Modifiers::NONE, Key::Space) && !self.ticked.remove(&at) {
            self.ticked.insert(at);
        }
        if pressed(Modifiers::COMMAND, Key::A) {
            self.tick_all();
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            ui.memory_mut(|memory| memory.request_focus(edit::name_id()));
        }
        if pressed(Modifiers::NONE, Key::Delete) {
            self.remove(given, asked);
        }
    }

    fn tick_all(&mut self) {
        let all = self.shown.iter().all(|id| self.ticked.contains(id));
        if all {
            for id in &self.shown {
                self.ticked.remove(id);
            }
        } else {
            self.ticked.extend(self.shown.iter().copied());
        }
    }

    /// Those who are ticked, or whose row it is.
    fn chosen(&self) -> Vec<PersonId> {
        if self.ticked.is_empty() {
            self.at.into_iter().collect()
        } else {
            self.ticked.iter().copied().collect()
        }
    }

    pub(super) fn remove(&mut self, given: &Given<'_>, asked: &mut Vec<Asked>) {
        let chosen = self.chosen();
        let gone: Vec<PersonId> = chosen.into_iter().filter(|id| given.roster.get(*id).is_some()).collect();
        if gone.is_empty() {
            return;
        }
        self.draft = None;
        let here = self.at.and_then(|at| self.shown.iter().position(|id| *id == at)).unwrap_or(0);
        let stays = |id: &&PersonId| !gone.contains(id);
        let after = self.shown.iter().skip(here).find(stays);
        let next = after.or_else(|| self.shown.iter().take(here).rev().find(stays)).copied();
        self.at = None;
        self.go(next);
        self.ticked.clear();
        let count = gone.len();
        asked.push(Asked::Change(
            gone.into_iter().map(|id| (id, None)).collect(),
            Some(("roster-removed", count)),
        ));
    }

    pub(super) fn join(&mut self, given: &Given<'_>, asked: &mut Vec<Asked>) {
        let people: Vec<Person> =
            self.chosen().into_iter().filter_map(|id| given.roster.get(id).cloned()).collect();
        if !people.is_empty() {
            self.ticked.clear();
            asked.push(Asked::Join(people));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how it stands")]
    fn row(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: PersonId,
        person: &Person,
        is_stop: bool,
        given: &Given<'_>,
    ) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), rtl);
        let mark = row.start(BOX);
        let text = row.rest();
        // What is being written in the form is seen here at once.
        let drafted = self.draft.as_ref().filter(|draft| draft.id() == id).map(Draft::person);
        let person = drafted.unwrap_or(person);
        let on = self.ticked.contains(&id);
        let sense = if is_stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, row_id(id), sense);
        let now = Now::of(&response);
        let is_at = self.at == Some(id);
        if is_at || now.hovered {
            let fill = if is_at { theme.chosen } else { theme.hover };
            ui.painter().rect_filled(rect.shrink2(vec2(4.0, 1.0)), 6.0, fill);
        }
        let tick = Tick { words: "", on: Ticked::from(on), rtl, ..Tick::default() };
        tick.paint(ui, pen, mark, Now::default());
        let about = about(person, given);
        let mut first =
            Row::new(if about.is_empty() { text } else { text.with_max_y(rect.top() + 25.0) }, rtl);
        if person.gender == Gender::Unknown {
            let unknown = words.get("roster-gender-unknown");
            let width = pen.line(ui.ctx(), &unknown, Face::Caption).width();
            let place = first.end(width);
            cut(ui, pen, place, Label { words: &unknown, face: Face::Caption, ink: theme.warning }, rtl);
            first.end(8.0);
        }
        let name = template::person_name(person).unwrap_or_else(|| words.get("person-unnamed"));
        cut(ui, pen, first.rest(), Label { words: &name, face: Face::Base, ink: theme.ink }, rtl);
        if !about.is_empty() {
            let second = text.with_min_y(rect.top() + 21.0);
            cut(ui, pen, second, Label { words: &about, face: Face::Caption, ink: theme.ink2 }, rtl);
        }
        ring(ui, pen, rect.shrink2(vec2(6.0, 4.0)), 4, &response);
        if response.clicked() {
            let on_box = response.interact_pointer_pos().is_some_and(|at| mark.expand(6.0).contains(at));
            let held = ui.input(|input| input.modifiers.command);
            if (on_box || held) && !self.ticked.remove(&id) {
                self.ticked.insert(id);
            }
            self.at = Some(id);
            self.goes = true;
        }
        if response.gained_focus() && self.at.is_none() {
            self.at = Some(id);
        }
        let label = if about.is_empty() { name } else { format!("{name} · {about}") };
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &label));
    }

    /// What can be done with those chosen.
    fn foot(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, given: &Given<'_>, asked: &mut Vec<Asked>) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, pen.theme.line));
        let mut row = Row::new(rect.shrink2(vec2(12.0, 10.0)), rtl);
        let all = words.with("roster-chosen", &[("count", self.ticked.len().into())]);
        let on = match self.ticked.len() {
            0 => Ticked::Off,
            _ if self.shown.iter().all(|id| self.ticked.contains(id)) => Ticked::On,
            _ => Ticked::Partly,
        };
        let nobody = words.get("roster-nobody");
        let none = self.chosen().is_empty().then_some(nobody.as_str());
        let no_record = given.no_record.map(|key| words.get(key));
        let join = words.get("roster-join");
        let join = Button {
            words: &join,
            icon: Some(Icon::Users),
            weight: Weight::Plain,
            small: true,
            refused: no_record.as_deref().or(none),
            rtl,
        };
        let remove = words.get("roster-remove");
        let remove = Button {
            words: &remove,
            icon: Some(Icon::Trash),
            weight: Weight::Quiet,
            small: true,
            refused: none,
            rtl,
        };
        let joins = row.end(join.width(ui, pen));
        row.end(8.0);
        let removes = row.end(remove.width(ui, pen));
        row.end(8.0);
        let tick = Tick { words: &all, on, rtl, ..Tick::default() };
        let place = Row::new(row.rest(), rtl).start(tick.width(ui, pen).min(row.rest().width()));
        if tick.show(ui, pen, place, Id::unique("roster-all")) {
            self.tick_all();
        }
        if remove.show(ui, pen, removes, Id::unique("roster-remove")) {
            self.remove(given, asked);
        }
        if join.show(ui, pen, joins, Id::unique("roster-join")) {
            self.join(given, asked);
        }
        told(ui, rect.with_max_y(rect.top() + 1.0), "roster-chosen", &all);
    }
}

/// Office and body in one line.
pub(super) fn about(person: &Person, given: &Given<'_>) -> String {
    let role = template::person_role(person).unwrap_or_default();
    let parts = [role, person.body.clone()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&given.words.get("list-comma"))
}
