//! The form of one person of the roster, written in place; it goes to the roster when it is left.

use eframe::egui::{self, Id, Rect, Ui, pos2, vec2};

use super::{Asked, Changes, Given, Screen};
use crate::arabic::{self, Agreement, Case, Gender, naming};
use crate::document::{Honorific, Person, PersonId};
use crate::store::Roster;
use crate::text::Base;
use crate::ui::field::{Line, Look, field};
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;
use crate::ui::widgets::{
    Button, Item, Label, Popup, Row, Segments, Weight, combo, cut, menu, side, told_aloud,
};

/// A label and its control.
const ROW: f32 = 58.0;
const BETWEEN: f32 = 12.0;
const PAD: f32 = 16.0;

/// What is written of one person, and not in the roster yet.
pub(super) struct Draft {
    id: PersonId,
    person: Person,
    /// The other spellings as they are typed.
    aliases: String,
    /// The list of titles, while it is open.
    list: Option<(Rect, Option<usize>, bool)>,
    /// The keyboard was in the form in the last frame.
    inside: bool,
}

impl Draft {
    pub(super) fn new(id: PersonId, person: Person) -> Self {
        let aliases = naming::joined(&person.aliases);
        Self { id, person, aliases, list: None, inside: false }
    }

    pub(super) fn id(&self) -> PersonId {
        self.id
    }

    pub(super) fn person(&self) -> &Person {
        &self.person
    }

    pub(super) fn has_list(&self) -> bool {
        self.list.is_some()
    }

    /// What it changes of the roster; nothing while it has no name: a roster holds nobody without one.
    pub(super) fn change(mut self, roster: &Roster) -> Option<Changes> {
        self.tidy();
        let changed = roster.get(self.id) != Some(&self.person) && !self.person.name.is_empty();
        changed.then(|| vec![(self.id, Some(self.person))])
    }

    fn tidy(&mut self) {
        let Person { name, latin, gender: _, honorific: _, role, body, aliases, phone, identity } =
            &mut self.person;
        *aliases = naming::parted(&self.aliases);
        if name.trim().is_empty() {
            name.clone_from(latin);
        }
        for words in [name, latin, role, body, phone, identity].into_iter().chain(aliases) {
            *words = arabic::clean(words, arabic::Source::Typed).text.trim().to_owned();
        }
        self.person.take_title(false);
    }
}

/// The field of the name: where the form begins.
pub(super) fn name_id() -> Id {
    part("name")
}

fn part(name: &str) -> Id {
    Id::unique(("roster-form", name))
}

const PARTS: [&str; 9] = ["title", "name", "latin", "role", "body", "phone", "identity", "aliases", "gender"];

impl Screen {
    pub(super) fn form(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        card: Rect,
        given: &Given<'_>,
        focus: &mut Option<(Id, Line)>,
        asked: &mut Vec<Asked>,
    ) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let inner = card.shrink(PAD);
        let Some(draft) = &mut self.draft else {
            let text = words.get("roster-form-empty");
            let label = Label { words: &text, face: Face::Base, ink: pen.theme.ink2 };
            label.show(ui, pen, inner.min + vec2(0.0, 16.0), inner.width(), "roster-form-empty");
            return;
        };
        let is_new = given.roster.get(draft.id).is_none();
        let half = ((inner.width() - BETWEEN) / 2.0).floor();
        let pair = |index: f32| {
            let line =
                Rect::from_min_size(pos2(inner.left(), inner.top() + index * ROW), vec2(inner.width(), ROW));
            let mut row = Row::new(line, rtl);
            let first = row.start(half);
            row.start(BETWEEN);
            (first, row.rest(), line)
        };
        let labelled = |ui: &Ui, pen: &mut Pen, rect: Rect, label: &str, ink| {
            let top = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
            let shown = pen.fitted(ui.ctx(), label, Face::Caption, Base::Auto, rect.width());
            let (at, anchor) = side(top, rtl);
            pen.draw(ui.painter(), &shown, at, anchor, ink);
            Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
        };
        let (quiet, warning) = (pen.theme.ink2, pen.theme.warning);
        let (title, gender, _) = pair(0.0);
        let label = words.get("field-honorific");
        let place = labelled(ui, pen, title, &label, quiet);
        let shown = title_word(draft.person.honorific, draft.person.gender, given);
        if combo(ui, pen, place, part("title"), Ok(&shown), &label, draft.list.is_some(), rtl) {
            draft.list = if draft.list.is_some() { None } else { Some((place, None, true)) };
        }
        let unknown = draft.person.gender == Gender::Unknown;
        let label = words.get(if unknown { "roster-gender-unknown" } else { "field-gender" });
        let place = labelled(ui, pen, gender, &label, if unknown { warning } else { quiet });
        let genders = [Gender::Female, Gender::Male];
        let options = ["gender-female", "gender-male"].map(|key| words.get(key));
        let on = genders.iter().position(|gender| *gender == draft.person.gender);
        let segments = Segments { options: &options, chosen: on, rtl };
        if let Some(gender) = segments.show(ui, pen, place, part("gender")).and_then(|hit| genders.get(hit)) {
            let now = draft.person.gender;
            draft.person.gender = if now == *gender { Gender::Unknown } else { *gender };
        }
        let (_, _, whole) = pair(1.0);
        let (latin, aliases, _) = pair(2.0);
        let (role, body, _) = pair(3.0);
        let (phone, identity, _) = pair(4.0);
        let wrong = words.get("roster-needs-name");
        for (key, label, rect, ltr) in [
            ("name", "field-name", whole, false),
            ("latin", "field-latin", latin, true),
            ("aliases", "roster-aliases", aliases, false),
            ("role", "field-role", role, false),
            ("body", "field-body", body, false),
            ("phone", "field-phone", phone, true),
            ("identity", "field-identity", identity, true),
        ] {
            let label = words.get(label);
            let place = labelled(ui, pen, rect, &label, quiet);
            let Person { name, latin, role, body, phone, identity, .. } = &mut draft.person;
            let value = match key {
                "name" => name,
                "latin" => latin,
                "aliases" => &mut draft.aliases,
                "role" => role,
                "body" => body,
                "phone" => phone,
                _ => identity,
            };
            let needed = key == "name" && value.trim().is_empty();
            let hint = match key {
                "name" => words.get("hint-name"),
                "aliases" => words.get("roster-hint-aliases"),
                _ => String::new(),
            };
            let after = if needed && !is_new { wrong.clone() } else { String::new() };
            let look = Look { name: &label, hint: &hint, ltr, needed, after: &after, ..Look::default() };
            let outcome = field(ui, pen, place, part(key), value, look, focus);
            if let Some(text) = outcome.changed {
                *value = text;
            }
            if outcome.entered && key == "name" {
                ui.memory_mut(|memory| memory.request_focus(part("role")));
            }
        }
        let foot = inner.top() + 5.0 * ROW + 4.0;
        let note = Rect::from_min_size(pos2(inner.left(), foot), vec2(inner.width(), 18.0));
        let personal = words.get("field-personal");
        cut(ui, pen, note, Label { words: &personal, face: Face::Caption, ink: pen.theme.ink3 }, rtl);
        self.alike(ui, pen, inner.with_min_y(note.bottom() + 6.0), given, asked);
        self.titles(ui, pen, given);
        self.leave(ui, given, asked);
    }

    /// Somebody of nearly this name who is in the roster too: the same person, or another; it is asked, never done.
    fn alike(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, given: &Given<'_>, asked: &mut Vec<Asked>) {
        let Some(draft) = &self.draft else { return };
        let key = naming::name_key(&draft.person.name);
        let other = self.index.named(&key).iter().copied().find(|id| *id != draft.id);
        let Some((other, known)) = other.and_then(|id| Some((id, given.roster.get(id)?))) else { return };
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let mut row = Row::new(rect.with_max_y(rect.top() + 32.0), rtl);
        let merge = words.get("roster-merge");
        let button = Button { words: &merge, weight: Weight::Plain, small: true, rtl, ..Button::default() };
        let place = row.end(button.width(ui, pen));
        row.end(8.0);
        Icon::Warning.draw(ui.painter(), row.start(18.0).center(), 18.0, pen.theme.warning);
        row.start(6.0);
        let parts = [known.name.as_str(), known.role.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let name = parts.join(&words.get("list-comma"));
        let about = words.with("roster-alike", &[("name", name.into())]);
        cut(ui, pen, row.rest(), Label { words: &about, face: Face::Dense, ink: pen.theme.ink }, rtl);
        told_aloud(ui, row.rest(), "roster-alike", &about);
        let place = Rect::from_center_size(place.center(), vec2(place.width(), 28.0));
        if button.show(ui, pen, place, Id::unique("roster-merge")) {
            let Some(mut draft) = self.draft.take() else { return };
            draft.tidy();
            let joined = Roster::joined(known, &draft.person);
            let mut changes = vec![(other, Some(joined))];
            if given.roster.get(draft.id).is_some() {
                changes.push((draft.id, None));
            }
            asked.push(Asked::Change(changes, Some(("roster-merged", 1))));
            self.at = None;
            self.go(Some(other));
        }
    }

    fn titles(&mut self, ui: &Ui, pen: &mut Pen, given: &Given<'_>) {
        let rtl = given.words.language().is_right_to_left();
        let Some(draft) = &mut self.draft else { return };
        let Some((under, mut at, fresh)) = draft.list.take() else { return };
        let (now, gender) = (draft.person.honorific, draft.person.gender);
        let item = |title: Honorific| Item::new(title_word(title, gender, given), title).on(title == now);
        let items = Honorific::ALL.map(item).into();
        match menu(ui.ctx(), pen, under, items, &mut at, rtl, fresh) {
            Popup::Open => draft.list = Some((under, at, false)),
            Popup::Closed => {}
            Popup::Chosen(title) => draft.person.honorific = title,
        }
    }

    /// What was written goes to the roster once the keyboard leaves the form.
    fn leave(&mut self, ui: &Ui, given: &Given<'_>, asked: &mut Vec<Asked>) {
        let Some(draft) = &mut self.draft else { return };
        let focused = ui.memory(egui::Memory::focused);
        let gender = part("gender");
        let inside = focused.is_some_and(|id| {
            PARTS.iter().any(|name| part(name) == id) || (0..2).any(|index| gender.with(index) == id)
        });
        let left = std::mem::replace(&mut draft.inside, inside) && !inside && draft.list.is_none();
        // A press outside the fields sets something by itself.
        let set = !inside
            && given.roster.get(draft.id).is_some_and(|known| {
                known.gender != draft.person.gender || known.honorific != draft.person.honorific
            });
        if !left && !set {
            return;
        }
        let kept = Draft {
            aliases: draft.aliases.clone(),
            person: draft.person.clone(),
            id: draft.id,
            list: None,
            inside,
        };
        let id = draft.id;
        if let Some(changes) = kept.change(given.roster) {
            let person = changes.first().and_then(|(_, person)| person.clone());
            if let Some(person) = person {
                self.draft = Some(Draft { inside, ..Draft::new(id, person) });
            }
            self.at = Some(id);
            asked.push(Asked::Change(changes, None));
        } else if let Some(known) = given.roster.get(id)
            && self.draft.as_ref().is_some_and(|draft| draft.person.name.trim().is_empty())
        {
            // Nobody loses a name: it is put back, and that is said.
            self.draft = Some(Draft::new(id, known.clone()));
            asked.push(Asked::Say("roster-needs-name"));
        }
    }
}

/// A title as it agrees with a person.
fn title_word(title: Honorific, gender: Gender, given: &Given<'_>) -> String {
    match title {
        Honorific::None => given.words.get("honorific-none"),
        title => arabic::honorific(title.keyword(), Agreement::One(gender), Case::Nominative),
    }
}
