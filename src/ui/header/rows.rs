//! The form of the header: its rows in reading order, three columns where they fit.

use eframe::egui::{Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::entries;
use super::super::field::{Line, Look, Number, field, lines, lines_height};
use super::super::folds::Shown;
use super::super::pen::{Icon, Pen};
use super::super::suggest::Finder;
use super::super::theme::Face;
use super::super::whom::{Among, Asking, Chosen};
use super::super::widgets::{
    self, Row, Weight, button, button_width, combo, icon_button, named, segmented, side, tooltip,
};
use super::choices::{gender_keyword, missing};
use super::{Asked, Choice, field_id, weekday_key};
use crate::arabic::{self, Gender, When};
use crate::document::{Document, FieldPath, OutputKind, PersonField, SessionNoun, State};
use crate::edit::{Command, Post};
use crate::text::Base;
use crate::words::Words;

/// A label and its control.
const ROW: f32 = 60.0;
/// A line with one button.
const ADD: f32 = 40.0;
/// A thin line between two groups.
const RULE: f32 = 18.0;
/// Between two columns.
const GAP: f32 = 12.0;
/// How many lines of the letterhead are seen at once.
const LETTERHEAD: u8 = 3;
/// The three columns.
const COLUMNS: [f32; 3] = [176.0, 196.0, 196.0];

/// What stands in the form, from top to bottom.
#[derive(Clone, Copy)]
enum Part {
    Body,
    Organisation,
    Session,
    When,
    Venue,
    Chair(usize),
    AddChair,
    Rapporteur,
    Next,
    Output(OutputKind),
    AddOutput,
    Letterhead,
    Contact,
    Style,
    Rule,
}

impl Part {
    fn height(self) -> f32 {
        match self {
            Self::AddChair | Self::AddOutput => ADD,
            Self::Rule => RULE,
            Self::Letterhead => ROW - 32.0 + lines_height(LETTERHEAD),
            _ => ROW,
        }
    }
}

fn parts(document: &Document, shown: OutputKind) -> Vec<Part> {
    let chairs = document.meeting().chairs.len();
    let mut parts = vec![Part::Body, Part::Organisation, Part::Session, Part::When, Part::Venue];
    parts.extend((0..chairs.max(1)).map(Part::Chair));
    if chairs > 0 {
        parts.push(Part::AddChair);
    }
    parts.extend([Part::Rapporteur, Part::Next, Part::Rule]);
    // What the page shows is an output, also while nothing of it is written.
    if document.output(shown).is_none() {
        parts.push(Part::Output(shown));
    }
    parts.extend(document.outputs().iter().map(|output| Part::Output(output.kind)));
    if missing(document).next().is_some() {
        parts.push(Part::AddOutput);
    }
    parts.extend([Part::Rule, Part::Letterhead, Part::Contact, Part::Style]);
    parts
}

/// How high the form is.
#[must_use]
pub fn form_height(document: &Document, output: OutputKind) -> f32 {
    parts(document, output).into_iter().map(Part::height).sum()
}

/// Shows the form. `asking` is the name being typed into it.
pub fn form(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    shown: &Shown<'_>,
    focus: &mut Option<(Id, Line)>,
    asking: &mut Asking,
) -> Vec<Asked> {
    let Shown { document, output, words, finder, chosen, number, .. } = *shown;
    let rtl = words.language().is_right_to_left();
    let mut form = Form { document, words, rtl, focus, asked: Vec::new(), chosen, finder, asking, number };
    let mut top = rect.top();
    let before: Option<Id> = ui.data_mut(|data| data.get_temp(entered_id())).flatten();
    let now = ui.memory(eframe::egui::Memory::focused);
    for part in parts(document, output) {
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), part.height()));
        form.part(ui, pen, row, part);
        top = row.bottom();
    }
    ui.data_mut(|data| data.insert_temp(entered_id(), now));
    let place = now.filter(|_| now != before).and_then(|id| ui.ctx().read_response(id)).map(|of| of.rect);
    if let Some(place) = place
        && rect.with_max_y(top).contains(place.center())
    {
        let row = place.with_min_y(place.top() - 21.0);
        if super::way_into(row, ui.clip_rect()).abs() > 0.0 {
            form.asked.push(Asked::Show(row));
        }
    }
    form.asked
}

/// Which control had the keyboard in the frame before.
fn entered_id() -> Id {
    Id::unique("header-form-entered")
}

struct Form<'a> {
    document: &'a Document,
    words: Words,
    rtl: bool,
    focus: &'a mut Option<(Id, Line)>,
    asked: Vec<Asked>,
    chosen: Option<Choice>,
    number: Option<&'a str>,
    finder: &'a Finder,
    asking: &'a mut Asking,
}

impl Form<'_> {
    fn part(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, part: Part) {
        match part {
            Part::Body => {
                let [name, region, province] = self.columns(rect, COLUMNS);
                self.text(ui, pen, name, FieldPath::BodyName, "field-body", "hint-body");
                self.choice(ui, pen, region, Choice::Region, "field-region", "hint-region");
                self.choice(ui, pen, province, Choice::Province, "field-province", "province-all");
            }
            Part::Organisation => {
                let [name, level, gender] = self.columns(rect, COLUMNS);
                let hint = "hint-organisation";
                self.text(ui, pen, name, FieldPath::BodyOrganisation, "field-organisation", hint);
                self.choice(ui, pen, level, Choice::Level, "field-level", "level-none");
                self.choice(ui, pen, gender, Choice::BodyGender, "field-body-gender", "body-gender-unknown");
            }
            Part::Session => {
                let [noun, nature, theme] = self.columns(rect, COLUMNS);
                self.choice(ui, pen, noun, Choice::Noun, "field-session-noun", "session-noun-meeting");
                let hint = "hint-session-nature";
                self.text(ui, pen, nature, FieldPath::SessionNature, "field-session-nature", hint);
                self.text(ui, pen, theme, FieldPath::SessionTheme, "field-session-theme", "hint-theme");
            }
            Part::When => {
                let [ordinal, date, start, end] = self.columns(rect, [116.0, 252.0, 94.0, 94.0]);
                self.ordinal(ui, pen, ordinal);
                self.date(ui, pen, date, FieldPath::Dates, "field-date");
                self.time(ui, pen, start, FieldPath::Start, "field-start");
                self.time(ui, pen, end, FieldPath::End, "field-end");
            }
            Part::Venue => self.text(ui, pen, rect, FieldPath::Venue, "field-place", "hint-venue"),
            Part::Chair(index) => self.chair(ui, pen, rect, index),
            Part::AddChair => {
                let next = self.document.meeting().chairs.len();
                if self.add(ui, pen, rect, "chair-add").is_some() {
                    self.set(FieldPath::Chair(next, PersonField::Honorific), "mr".into());
                }
            }
            Part::Rapporteur => {
                let [name, role, gender] = self.columns(rect, COLUMNS);
                let path = FieldPath::Rapporteur;
                self.whom(ui, pen, name, Post::Rapporteur, path(PersonField::Name), "field-rapporteur");
                let label = "field-rapporteur-role";
                self.text(ui, pen, role, path(PersonField::Role), label, "hint-rapporteur-role");
                let label = "field-rapporteur-gender";
                self.choice(ui, pen, gender, Choice::RapporteurGender, label, "gender-unknown");
            }
            Part::Next => {
                let [date, venue] = self.columns(rect, [252.0, 328.0]);
                self.date(ui, pen, date, FieldPath::NextDates, "field-next-dates");
                self.text(ui, pen, venue, FieldPath::NextVenue, "field-next-venue", "hint-venue");
            }
            Part::Output(kind) => self.output(ui, pen, rect, kind),
            Part::AddOutput => {
                if let Some(under) = self.add(ui, pen, rect, "output-add") {
                    self.asked.push(Asked::Choose(Choice::AddOutput, under));
                }
            }
            Part::Letterhead => {
                let path = FieldPath::LetterheadLines;
                let label = self.words.get("field-letterhead");
                let place = self.labelled(ui, pen, rect, &label, "");
                let place = place.with_max_y(place.top() + lines_height(LETTERHEAD));
                let value = self.document.read(path).replace(" | ", "\n");
                let hint = self.words.get("hint-letterhead");
                let look = Look { name: &label, hint: &hint, ..Look::default() };
                if let Some(value) = lines(ui, pen, place, field_id(path), &value, look, self.focus).changed {
                    self.set(path, value);
                }
            }
            Part::Contact => {
                let [address, contact] = self.columns(rect, [290.0, 290.0]);
                self.text(ui, pen, address, FieldPath::LetterheadAddress, "field-address", "hint-address");
                self.text(ui, pen, contact, FieldPath::LetterheadContact, "field-contact", "hint-contact");
            }
            Part::Style => {
                let [logo, language, digits] = self.columns(rect, COLUMNS);
                self.logo(ui, pen, logo);
                self.choice(ui, pen, language, Choice::Language, "field-language", "document-language-ar");
                self.choice(ui, pen, digits, Choice::Digits, "field-digits", "digits-latin");
            }
            Part::Rule => {
                let stroke = Stroke::new(1.0, pen.theme.line);
                ui.painter().hline(rect.x_range(), rect.top() + 9.5, stroke);
            }
        }
    }

    /// Columns of these widths in reading order.
    fn columns<const N: usize>(&self, rect: Rect, widths: [f32; N]) -> [Rect; N] {
        let mut row = Row::new(rect, self.rtl);
        widths.map(|width| {
            let column = row.start(width);
            row.start(GAP);
            column
        })
    }

    fn set(&mut self, path: FieldPath, value: String) {
        self.asked.push(Asked::Run(Command::SetField { path, value }));
    }

    /// A label above a control 32 high, with a quiet warning beside it; the control's rectangle.
    fn labelled(&self, ui: &Ui, pen: &mut Pen, rect: Rect, name: &str, note: &str) -> Rect {
        let mut top = Row::new(Rect::from_min_size(rect.min, vec2(rect.width(), 20.0)), self.rtl);
        let (quiet, warning) = (pen.theme.ink2, pen.theme.warning);
        for (words, ink) in [(name, quiet), (note, warning)] {
            let line = pen.fitted(ui.ctx(), words, Face::Caption, Base::Auto, top.rest().width());
            let (at, anchor) = side(top.rest(), self.rtl);
            pen.draw(ui.painter(), &line, at, anchor, ink);
            top.start((line.width() + 8.0).min(top.rest().width()));
        }
        Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
    }

    fn text(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, path: FieldPath, name: &str, hint: &str) {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label, "");
        self.field_to_text(ui, pen, rect, path, &label);
        let value = self.document.read(path);
        let hint = self.words.get(hint);
        self.line(ui, pen, place, path, &value, Look { name: &label, hint: &hint, ..Look::default() });
    }

    /// What puts the entry's field into the text, at the end of its label while it is looked at. By key it is that of
    /// the list at the caret, so Tab does not stop here.
    fn field_to_text(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, path: FieldPath, label: &str) {
        let Some(atom) = entries::field_of(path).filter(|_| pen.locked.is_none()) else { return };
        let top = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
        let has_keyboard = ui.memory(|memory| memory.has_focus(field_id(path)));
        if !has_keyboard && !ui.rect_contains_pointer(rect.with_max_y(rect.top() + 53.0)) {
            return;
        }
        let place = Row::new(top, self.rtl).end(20.0);
        let response = ui.interact(place, field_id(path).with("into-text"), Sense::CLICK);
        let name = self.words.with("field-into-text", &[("name", label.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let ink = if response.hovered() { pen.theme.accent } else { pen.theme.ink3 };
        Icon::CursorText.draw(ui.painter(), place.center(), 16.0, ink);
        if response.hovered() {
            tooltip(ui.ctx(), pen, place, &name, self.rtl);
        }
        if response.clicked() {
            self.asked.push(Asked::Run(Command::InsertField(atom)));
        }
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
        let outcome = field(ui, pen, place, field_id(path), value, look, self.focus);
        if let Some(value) = outcome.changed {
            self.set(path, value);
        }
    }

    /// The name of somebody who chairs or writes. What is typed goes to the record as it is typed; who is chosen from the
    /// offer takes the place, and whoever had it has their own name again.
    fn whom(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, post: Post, path: FieldPath, name: &str) {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label, "");
        let value = self.document.read(path);
        let hint = self.words.get("hint-name");
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let sits = match post {
            Post::Chair(at) => self.document.meeting().chairs.get(at).copied(),
            _ => self.document.meeting().rapporteur,
        };
        let among = Among {
            document: self.document,
            finder: self.finder,
            words: self.words,
            names: &[],
            skip: &|id| Some(id) == sits,
            takes_new: true,
            live: true,
        };
        let id = field_id(path);
        if self.asking.field == Some(id) && !ui.memory(|memory| memory.has_focus(id)) {
            // What is typed there next begins with what the record holds then.
            self.asking.forget();
        }
        let asked = self.asking.show(ui, pen, place, id, &value, look, self.focus, &among);
        if let Some(value) = asked.changed {
            self.set(path, value);
        }
        match asked.chosen {
            Some(Chosen::Words(_)) => self.asking.hidden = true,
            Some(chosen) => {
                let was = Some(std::mem::take(&mut self.asking.began));
                self.asked.push(Asked::Run(Command::Appoint { post, who: chosen.who(), was }));
                self.asking.forget();
                *self.focus = None;
            }
            None => {}
        }
    }

    fn choice(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, choice: Choice, name: &str, hint: &str) {
        let Some(path) = choice.path() else { return };
        let label = self.words.get(name);
        let strange = choice.is_strange(self.document);
        let note = if strange { self.words.get("choice-strange") } else { String::new() };
        let place = self.labelled(ui, pen, rect, &label, &note);
        let value = choice.value(self.document).unwrap_or_default();
        let options = choice.options(self.document, self.words);
        let found = options.into_iter().find(|(_, keyword)| *keyword == value).map(|(words, _)| words);
        let hint = self.words.get(hint);
        let words = match &found {
            Some(words) if !value.is_empty() => Ok(words.as_str()),
            _ => Err(hint.as_str()),
        };
        let name = match choice {
            _ if strange => format!("{label} ({note})"),
            Choice::State(kind) => {
                format!("{label} ({})", self.words.get(&format!("the-output-{}", kind.keyword())))
            }
            _ => label,
        };
        if combo(ui, pen, place, field_id(path), words, &name, self.chosen == Some(choice), self.rtl) {
            self.asked.push(Asked::Choose(choice, place));
        }
        if strange {
            let stroke = Stroke::new(1.0, pen.theme.warning);
            ui.painter().rect_stroke(place, 4.0, stroke, StrokeKind::Inside);
        }
    }

    /// A line with one quiet button; where it stands, if it was pressed.
    fn add(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, name: &str) -> Option<Rect> {
        let words = self.words.get(name);
        let width = button_width(ui, pen, &words, Some(Icon::Plus));
        let mut row = Row::new(rect, self.rtl);
        let place = row.start(width).shrink2(vec2(0.0, 4.0));
        button(ui, pen, place, &words, Some(Icon::Plus), Weight::Quiet, self.rtl).then_some(place)
    }

    fn ordinal(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let label = self.words.get("field-session-ordinal");
        let place = self.labelled(ui, pen, rect, &label, "");
        let session = &self.document.meeting().session;
        let feminine = session.noun == SessionNoun::Session;
        let gender = if feminine { Gender::Female } else { Gender::Male };
        let case = arabic::Case::Nominative;
        let word = session.ordinal.and_then(|n| arabic::ordinal(u32::from(n), gender, case, true));
        let hint = self.words.get("hint-session-ordinal");
        let after = word.unwrap_or_default();
        let look = Look { name: &label, hint: &hint, after: &after, ..Look::default() };
        let (value, only) = (session.ordinal.map(u32::from), self.words.get("only-digits"));
        let number = Number { value, range: (1, u32::from(u16::MAX)), only: &only, look, rtl: self.rtl };
        let path = FieldPath::SessionOrdinal;
        if let Some(value) = number.show(ui, pen, place, field_id(path), self.focus).changed {
            self.set(path, value.map(|value| value.to_string()).unwrap_or_default());
        }
    }

    /// A date as people write it, with its weekday and its calendar.
    fn date(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, path: FieldPath, name: &str) {
        let meeting = &self.document.meeting();
        let dates = if path == FieldPath::NextDates { &meeting.next.dates } else { &meeting.dates };
        let (lead, note) = match dates {
            When::Days(days) => match days.as_slice() {
                [day] => (self.words.get(weekday_key(day.weekday())), String::new()),
                _ => (String::new(), String::new()),
            },
            When::Text(_) => (String::new(), self.words.get("field-unreadable-date")),
            When::Unset | When::Range { .. } | When::Month { .. } | When::Relative { .. } => {
                (String::new(), String::new())
            }
        };
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label, &note);
        self.field_to_text(ui, pen, rect, path, &label);
        let hint = self.words.get("hint-day");
        let look = Look {
            name: &label,
            hint: &hint,
            before: 24.0,
            lead: &lead,
            noted: &note,
            wrong: !note.is_empty(),
            ..Look::default()
        };
        let value = arabic::write(dates, arabic::Style::Plain);
        let id = field_id(path);
        let locked = pen.locked.clone();
        let by_key = locked.is_none()
            && ui.memory(|memory| memory.has_focus(id))
            && ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowDown));
        self.line(ui, pen, place, path, &value, look);
        // It stands where the text starts: values are of a record read from the right.
        let icon = Rect::from_min_size(pos2(place.right() - 33.0, place.top()), vec2(32.0, 32.0));
        let response = ui.interact(icon, id.with("calendar"), Sense::CLICK);
        let ink = match (&locked, response.hovered()) {
            (Some(_), _) => pen.theme.ink3,
            (None, true) => pen.theme.ink,
            (None, false) => pen.theme.ink2,
        };
        Icon::CalendarBlank.draw(ui.painter(), icon.center(), 16.0, ink);
        if let Some(reason) = &locked {
            widgets::hint(ui, pen, &response, reason, self.rtl);
        }
        let name = named(&format!("{}: {label}", self.words.get("calendar-open")), locked.as_deref());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, locked.is_none(), &name));
        if response.clicked() && locked.is_none() || by_key {
            ui.memory_mut(|memory| memory.request_focus(id));
            self.asked.push(Asked::Calendar(path, place));
        }
    }

    fn time(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, path: FieldPath, name: &str) {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label, "");
        let value = self.document.read(path);
        let id = field_id(path);
        // What is not understood goes to no record: it stays in the field, marked, until it is a time or taken out, and the
        // record keeps the time it had.
        let kept = id.with(("half", self.document.id()));
        let half: Option<Half> = ui.data(|data| data.get_temp(kept)).filter(|half: &Half| half.now == value);
        let shown = half.as_ref().map_or(&value, |half| &half.typed).clone();
        let draft = self.focus.as_ref().filter(|(owner, _)| *owner == id).map(|(_, line)| line.text.clone());
        let is_wrong = |text: &str| !text.is_empty() && arabic::Time::typed(text).is_none();
        let wrong = is_wrong(draft.as_ref().unwrap_or(&shown));
        let look = Look { name: &label, hint: &self.words.get("hint-time"), wrong, ..Look::default() };
        let outcome = field(ui, pen, place, id, &shown, look, self.focus);
        if let Some(typed) = outcome.changed {
            let before = half.map_or_else(|| value.clone(), |half| half.before);
            let now = match arabic::Time::typed(&typed) {
                Some(time) => time.to_string(),
                None if typed.is_empty() => String::new(),
                None => before.clone(),
            };
            let half = Half { before, now: now.clone(), typed };
            ui.data_mut(|data| data.insert_temp(kept, half));
            if now != value {
                self.set(path, now);
            }
        } else if draft.is_none() && half.is_some_and(|half| !is_wrong(&half.typed)) {
            ui.data_mut(|data| data.remove_temp::<Half>(kept));
        }
    }

    fn chair(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize) {
        let [title, name, role, gender, remove] = {
            let mut row = Row::new(rect, self.rtl);
            let title = row.start(124.0);
            row.start(8.0);
            let exists = index < self.document.meeting().chairs.len();
            let remove = row.end(if exists { 32.0 } else { 0.0 });
            row.end(if exists { 4.0 } else { 0.0 });
            let gender = row.end(if exists { 116.0 } else { 152.0 });
            row.end(8.0);
            let half = (row.rest().width() - 8.0) / 2.0;
            let name = row.start(half);
            row.start(8.0);
            [title, name, row.rest(), gender, remove]
        };
        let path = |field| FieldPath::Chair(index, field);
        let chair = self.document.meeting().chairs.get(index).and_then(|id| self.document.person(*id));
        let on = chair.map_or(Gender::Unknown, |person| person.gender);
        let exists = chair.is_some();
        if exists {
            self.choice(ui, pen, title, Choice::Honorific(index), "field-chair", "honorific-mr");
        } else {
            let label = self.words.get("field-chair");
            let place = self.labelled(ui, pen, title, &label, "");
            let shown = self.words.get("honorific-mr");
            let id = field_id(path(PersonField::Honorific));
            if combo(ui, pen, place, id, Ok(&shown), &label, false, self.rtl) {
                self.set(path(PersonField::Honorific), "mr".into());
            }
        }
        self.whom(ui, pen, name, Post::Chair(index), path(PersonField::Name), "field-name");
        self.text(ui, pen, role, path(PersonField::Role), "field-role", "hint-role");
        let label = self.words.get("field-gender");
        let place = self.labelled(ui, pen, gender, &label, "");
        let genders = [Gender::Female, Gender::Male];
        let options = [self.words.get("gender-female"), self.words.get("gender-male")];
        let at = genders.iter().position(|gender| *gender == on);
        let hit = ui.push_id(index, |ui| segmented(ui, pen, place, &options, at, self.rtl)).inner;
        if let Some(gender) = hit.and_then(|hit| genders.get(hit)) {
            let gender = if *gender == on { Gender::Unknown } else { *gender };
            self.set(path(PersonField::Gender), gender_keyword(gender).into());
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

    fn output(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, kind: OutputKind) {
        let [name, number, reference, state] = self.columns(rect, [92.0, 172.0, 152.0, 140.0]);
        let own = self.words.get(&format!("the-output-{}", kind.keyword()));
        let beside = Rect::from_min_size(pos2(name.left(), name.top() + 21.0), vec2(name.width(), 32.0));
        let line = pen.fitted(ui.ctx(), &own, Face::DenseStrong, Base::Auto, name.width());
        let (at, anchor) = side(beside, self.rtl);
        let ink = pen.theme.ink;
        pen.draw(ui.painter(), &line, at, anchor, ink);
        // Those who do not see the row are told of which text each field is.
        let of = |label: &str| format!("{label} ({own})");
        let label = self.words.get("field-outgoing");
        let place = self.labelled(ui, pen, number, &label, "");
        let value = self.document.read(FieldPath::OutputNumber(kind));
        let needed = value.trim().is_empty() && needs_number(self.document, kind);
        let after = if needed { self.words.get("needed-for-approval") } else { String::new() };
        let next = self.number.filter(|_| value.trim().is_empty() && pen.locked.is_none());
        let hint = next.map_or_else(|| self.words.get("hint-outgoing"), str::to_owned);
        let (after, noted) = if next.is_some() { (String::new(), after) } else { (after, String::new()) };
        let look =
            Look { name: &of(&label), hint: &hint, after: &after, noted: &noted, needed, ..Look::default() };
        self.line(ui, pen, place, FieldPath::OutputNumber(kind), &value, look);
        if let Some(next) = next {
            // At the end of the field: the number itself is read from the left.
            let corner = if self.rtl { place.left() + 4.0 } else { place.right() - 28.0 };
            let button = Rect::from_min_size(pos2(corner, place.top() + 4.0), vec2(24.0, 24.0));
            let name =
                self.words.with("number-take", &[("number", format!("\u{2066}{next}\u{2069}").into())]);
            if ui.push_id(kind.keyword(), |ui| icon_button(ui, pen, button, Icon::Hash, &of(&name))).inner {
                self.asked.push(Asked::Number(kind));
            }
        }
        let label = self.words.get("field-reference");
        let place = self.labelled(ui, pen, reference, &label, "");
        let value = self.document.read(FieldPath::OutputReference(kind));
        let hint = self.words.get("hint-reference");
        let look = Look { name: &of(&label), hint: &hint, ..Look::default() };
        self.line(ui, pen, place, FieldPath::OutputReference(kind), &value, look);
        self.choice(ui, pen, state, Choice::State(kind), "field-state", "state-draft");
    }

    fn logo(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let label = self.words.get("field-logo");
        let place = self.labelled(ui, pen, rect, &label, "");
        let value = self.document.read(FieldPath::LetterheadLogo);
        let hint = self.words.get("hint-logo");
        let look = Look { name: &label, hint: &hint, ltr: true, ..Look::default() };
        self.line(ui, pen, place, FieldPath::LetterheadLogo, &value, look);
    }
}

/// A time being typed.
#[derive(Clone, Default)]
struct Half {
    /// What the record held before.
    before: String,
    /// What it holds by what was typed.
    now: String,
    typed: String,
}

/// Whether a text of this kind is registered before it is approved, and still waits for it.
fn needs_number(document: &Document, kind: OutputKind) -> bool {
    let state = document.output(kind).map(|output| output.state).unwrap_or_default();
    let registered = match kind {
        OutputKind::Minutes
        | OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::Statement
        | OutputKind::Invitation => true,
        OutputKind::News | OutputKind::Recommendations | OutputKind::AttendanceSheet | OutputKind::Short => {
            false
        }
    };
    registered && matches!(state, State::Draft | State::Review)
}
