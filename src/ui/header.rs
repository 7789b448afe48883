//! The header on the page: one line that speaks the sentence to be printed, and the form it opens into.

use eframe::egui::{Id, Rect, Ui, pos2, vec2};

use super::field::{Line, Look, field};
use super::pen::{Icon, Pen};
use super::theme::Face;
use super::widgets::{Row, Weight, button, button_width, combo, icon_button, segmented};
use crate::arabic::{self, Gender, When};
use crate::document::{Document, FieldPath, Honorific, OutputKind, PersonField, SessionNoun};
use crate::edit::Command;
use crate::text::Base;
use crate::words::Words;

/// What the form asks the window to do.
pub enum Asked {
    /// Give the record another value.
    Run(Command),
    /// Offer the choices of a field below this rectangle.
    Choose(Choice, Rect),
}

/// A field whose value is chosen from a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// Which region.
    Region,
    /// Which noun a sitting has.
    Noun,
    /// How a chair is addressed.
    Honorific(usize),
}

impl Choice {
    /// The field it sets.
    #[must_use]
    pub fn path(self) -> FieldPath {
        match self {
            Self::Region => FieldPath::BodyRegion,
            Self::Noun => FieldPath::SessionNoun,
            Self::Honorific(n) => FieldPath::Chair(n, PersonField::Honorific),
        }
    }

    /// The choices: the words, and the value each sets.
    #[must_use]
    pub fn options(self, words: Words) -> Vec<(String, String)> {
        match self {
            Self::Region => {
                let regions = arabic::regions::regions().iter();
                regions
                    .map(|region| (arabic::regions::in_prose(region.name), region.name.to_owned()))
                    .collect()
            }
            Self::Noun => SessionNoun::ALL
                .map(|noun| {
                    (words.get(&format!("session-noun-{}", noun.keyword())), noun.keyword().to_owned())
                })
                .into(),
            Self::Honorific(_) => Honorific::ALL
                .map(|title| {
                    (words.get(&format!("honorific-{}", title.keyword())), title.keyword().to_owned())
                })
                .into(),
        }
    }
}

/// The form's first field: where a new record begins.
#[must_use]
pub fn first_field() -> Id {
    Id::unique(("field", FieldPath::BodyName.to_string()))
}

/// How high the form is.
#[must_use]
pub fn form_height(document: &Document, _output: OutputKind) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of chairs")]
    let chairs = document.meeting().chairs.len().max(1) as f32;
    let add = if document.meeting().chairs.is_empty() { 0.0 } else { 32.0 };
    16.0 + 60.0 * 4.0 + chairs * 60.0 + add + 60.0 + 8.0
}

struct Form<'a> {
    document: &'a Document,
    words: Words,
    rtl: bool,
    focus: &'a mut Option<(Id, Line)>,
    asked: &'a mut Vec<Asked>,
    chosen: Option<Choice>,
}

/// Shows the form. `chosen` is the choice whose list is open.
#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it can change")]
pub fn form(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    document: &Document,
    output: OutputKind,
    words: Words,
    focus: &mut Option<(Id, Line)>,
    chosen: Option<Choice>,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    let rtl = words.language().is_right_to_left();
    let body = Rect::from_min_max(pos2(rect.left(), rect.top() + 8.0), rect.max);
    let mut form = Form { document, words, rtl, focus, asked: &mut asked, chosen };
    form.show(ui, pen, body, output);
    asked
}

impl Form<'_> {
    fn show(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, output: OutputKind) {
        let mut y = rect.top();
        let mut next = |height: f32| {
            let row = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), height));
            y += height;
            row
        };
        self.body(ui, pen, next(60.0));
        self.place_in_country(ui, pen, next(60.0));
        self.session(ui, pen, next(60.0));
        self.when(ui, pen, next(60.0));
        let chairs = self.document.meeting().chairs.len();
        for index in 0..chairs.max(1) {
            self.chair(ui, pen, next(60.0), index, index < chairs);
        }
        if chairs > 0 {
            let mut row = Row::new(next(32.0), self.rtl);
            let words = self.words.get("chair-add");
            let width = button_width(ui, pen, &words, Some(Icon::Plus));
            let place = row.start(width).shrink2(vec2(0.0, 2.0));
            if button(ui, pen, place, &words, Some(Icon::Plus), Weight::Quiet, self.rtl) {
                self.set(FieldPath::Chair(chairs, PersonField::Honorific), "mr".into());
            }
        }
        self.output(ui, pen, next(60.0), output);
    }

    fn set(&mut self, path: FieldPath, value: String) {
        self.asked.push(Asked::Run(Command::SetField { path, value }));
    }

    /// A label above a control 32 high; the control's rectangle.
    fn labelled(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, name: &str) -> Rect {
        let top = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
        let words = pen.fitted(ui.ctx(), name, Face::Caption, Base::Auto, rect.width());
        let (at, anchor) = super::widgets::side(top, self.rtl);
        let colour = pen.theme.ink2;
        pen.draw(ui.painter(), &words, at, anchor, colour);
        Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
    }

    fn text(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, path: FieldPath, name: &str, hint: &str) {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label);
        let value = self.document.read(path);
        self.line(
            ui,
            pen,
            place,
            path,
            &value,
            Look { name: &label, hint: &self.words.get(hint), ..Look::default() },
        );
    }

    fn line(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        place: Rect,
        path: FieldPath,
        value: &str,
        look: Look<'_>,
    ) {
        let id = Id::unique(("field", path.to_string()));
        let outcome = field(ui, pen, place, id, value, look, self.focus);
        if let Some(value) = outcome.changed {
            self.set(path, value);
        }
    }

    fn choice(&mut self, ui: &mut Ui, pen: &mut Pen, place: Rect, choice: Choice, name: &str) {
        let value = self.document.read(choice.path());
        let options = choice.options(self.words);
        let found = options.iter().find(|(_, keyword)| *keyword == value);
        let known = found.map(|(words, _)| words.clone()).or((!value.is_empty()).then_some(value));
        let hint = self.words.get("hint-region");
        let id = Id::unique(("choice", choice.path().to_string()));
        if combo(
            ui,
            pen,
            place,
            id,
            known.as_deref().ok_or(hint.as_str()),
            name,
            self.chosen == Some(choice),
            self.rtl,
        ) {
            self.asked.push(Asked::Choose(choice, place));
        }
    }

    fn body(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let mut row = Row::new(rect, self.rtl);
        let name = row.start((rect.width() - 12.0) / 2.0);
        row.start(12.0);
        self.text(ui, pen, name, FieldPath::BodyName, "field-body", "hint-body");
        self.text(
            ui,
            pen,
            row.rest(),
            FieldPath::BodyOrganisation,
            "field-organisation",
            "hint-organisation",
        );
    }

    fn place_in_country(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let mut row = Row::new(rect, self.rtl);
        let region = row.start((rect.width() - 12.0) / 2.0);
        row.start(12.0);
        let label = self.words.get("field-region");
        let place = self.labelled(ui, pen, region, &label);
        self.choice(ui, pen, place, Choice::Region, &label);
        self.text(ui, pen, row.rest(), FieldPath::Venue, "field-place", "hint-venue");
    }

    fn session(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let mut row = Row::new(rect, self.rtl);
        let noun = row.start(140.0);
        row.start(12.0);
        let number = row.end(130.0);
        row.end(12.0);
        let label = self.words.get("field-session-noun");
        let place = self.labelled(ui, pen, noun, &label);
        self.choice(ui, pen, place, Choice::Noun, &label);
        self.text(
            ui,
            pen,
            row.rest(),
            FieldPath::SessionNature,
            "field-session-nature",
            "hint-session-nature",
        );
        let label = self.words.get("field-session-ordinal");
        let place = self.labelled(ui, pen, number, &label);
        let session = &self.document.meeting().session;
        let feminine = session.noun == SessionNoun::Session;
        let gender = if feminine { Gender::Female } else { Gender::Male };
        let word = session
            .ordinal
            .and_then(|n| arabic::ordinal(u32::from(n), gender, arabic::Case::Nominative, true));
        let value = self.document.read(FieldPath::SessionOrdinal);
        let look = Look {
            name: &label,
            hint: &self.words.get("hint-session-ordinal"),
            after: word.as_deref().unwrap_or_default(),
            ..Look::default()
        };
        self.line(ui, pen, place, FieldPath::SessionOrdinal, &value, look);
    }

    fn when(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let mut row = Row::new(rect, self.rtl);
        let end = row.end(90.0);
        row.end(12.0);
        let start = row.end(90.0);
        row.end(12.0);
        let label = self.words.get("field-date");
        let place = self.labelled(ui, pen, row.rest(), &label);
        let dates = &self.document.meeting().dates;
        let (after, wrong) = match dates {
            When::Days(days) if days.len() == 1 => {
                let key = days.first().map_or("", |day| weekday_key(day.weekday()));
                (self.words.get(key), false)
            }
            When::Text(_) => (self.words.get("field-unreadable-date"), true),
            When::Unset | When::Days(_) | When::Range { .. } | When::Month { .. } | When::Relative { .. } => {
                (String::new(), false)
            }
        };
        let look = Look {
            name: &label,
            hint: &self.words.get("hint-dates"),
            after: &after,
            wrong,
            ..Look::default()
        };
        let value = arabic::write(dates, arabic::Style::Plain);
        self.line(ui, pen, place, FieldPath::Dates, &value, look);
        self.time(ui, pen, start, FieldPath::Start, "field-start");
        self.time(ui, pen, end, FieldPath::End, "field-end");
    }

    fn time(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, path: FieldPath, name: &str) {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label);
        let value = self.document.read(path);
        let id = Id::unique(("field", path.to_string()));
        // A time half typed is refused by the record and stays in the field, marked, until it is one.
        let draft = self.focus.as_ref().filter(|(owner, _)| *owner == id).map(|(_, line)| line.text.clone());
        let wrong = draft.is_some_and(|text| !text.is_empty() && text.parse::<arabic::Time>().is_err());
        let look = Look { name: &label, hint: &self.words.get("hint-time"), wrong, ..Look::default() };
        let outcome = field(ui, pen, place, id, &value, look, self.focus);
        if let Some(value) =
            outcome.changed.filter(|text| text.is_empty() || text.parse::<arabic::Time>().is_ok())
        {
            self.set(path, value);
        }
    }

    fn chair(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize, exists: bool) {
        let mut row = Row::new(rect, self.rtl);
        let title = row.start(124.0);
        row.start(8.0);
        let remove = row.end(32.0);
        row.end(4.0);
        let gender = row.end(116.0);
        row.end(8.0);
        let half = (row.rest().width() - 8.0) / 2.0;
        let name = row.start(half);
        row.start(8.0);
        let role = row.rest();
        let label = self.words.get("field-chair");
        let place = self.labelled(ui, pen, title, &label);
        if exists {
            self.choice(ui, pen, place, Choice::Honorific(index), &label);
        } else {
            let id = Id::unique("choice-no-chair");
            let shown = self.words.get("honorific-mr");
            if combo(ui, pen, place, id, Ok(&shown), &label, false, self.rtl) {
                self.set(FieldPath::Chair(0, PersonField::Honorific), "mr".into());
            }
        }
        self.text(ui, pen, name, FieldPath::Chair(index, PersonField::Name), "field-name", "hint-name");
        self.text(ui, pen, role, FieldPath::Chair(index, PersonField::Role), "field-role", "hint-role");
        let label = self.words.get("field-gender");
        let place = self.labelled(ui, pen, gender, &label);
        let chair = self.document.meeting().chairs.get(index).and_then(|id| self.document.person(*id));
        let on = match chair.map(|person| person.gender) {
            Some(Gender::Female) => Some(0),
            Some(Gender::Male) => Some(1),
            Some(Gender::Unknown) | None => None,
        };
        let options = [self.words.get("gender-female"), self.words.get("gender-male")];
        let hit = ui.push_id(index, |ui| segmented(ui, pen, place, &options, on, self.rtl)).inner;
        if let Some(hit) = hit {
            let value = if Some(hit) == on {
                "unknown"
            } else if hit == 0 {
                "female"
            } else {
                "male"
            };
            self.set(FieldPath::Chair(index, PersonField::Gender), value.into());
        }
        if exists {
            let place = Rect::from_min_size(pos2(remove.left(), remove.top() + 21.0), vec2(32.0, 32.0));
            let name = self.words.get("person-remove");
            // Each chair has its own.
            if ui.push_id(index, |ui| icon_button(ui, pen, place, Icon::Close, &name)).inner {
                self.asked.push(Asked::Run(Command::RemoveChair(index)));
            }
        }
    }

    fn output(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, output: OutputKind) {
        let mut row = Row::new(rect, self.rtl);
        let group = row.start((rect.width() - 24.0) * 0.5);
        row.start(12.0);
        let number = row.start((rect.width() - 24.0) * 0.22);
        row.start(12.0);
        self.text(ui, pen, group, FieldPath::GroupOblique(0), "field-attendees", "hint-attendees");
        self.text(ui, pen, number, FieldPath::OutputNumber(output), "field-outgoing", "hint-outgoing");
        self.text(
            ui,
            pen,
            row.rest(),
            FieldPath::OutputReference(output),
            "field-reference",
            "hint-reference",
        );
    }
}

/// The key of a weekday's name.
#[must_use]
pub fn weekday_key(day: arabic::Weekday) -> &'static str {
    match day {
        arabic::Weekday::Monday => "weekday-monday",
        arabic::Weekday::Tuesday => "weekday-tuesday",
        arabic::Weekday::Wednesday => "weekday-wednesday",
        arabic::Weekday::Thursday => "weekday-thursday",
        arabic::Weekday::Friday => "weekday-friday",
        arabic::Weekday::Saturday => "weekday-saturday",
        arabic::Weekday::Sunday => "weekday-sunday",
    }
}
