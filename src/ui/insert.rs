//! The list at the caret: live fields, phrases and people, each as it will read, found by a few letters.

use std::sync::Arc;

use eframe::egui::{
    self, Area, Event, Id, Key, Order, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::access::{Floats, floats};
use super::field::{Line, Look, field};
use super::pen::{Icon, Pen};
use super::theme::Face;
use super::widgets::{Row as Cut, card, key_cap, key_cap_width, side};
use crate::arabic::{Case, fold, verbs};
use crate::document::{
    Atom, BodyForm, Counted, DateForm, Document, Kind, OutputKind, Person, PersonForm, PersonId, RichText,
    SessionForm, Subject, VenueForm,
};
use crate::edit::{Command, Fragment, Part, Who};
use crate::store::{Phrases, Roster};
use crate::template::complete::Index;
use crate::template::phrases::{self, Fit, Manner};
use crate::template::{self, How};
use crate::text::Base;
use crate::words::{Language, Words};

const WIDTH: f32 = 520.0;
const HEAD: f32 = 44.0;
const FOOT: f32 = 32.0;
const ROW: f32 = 36.0;
const CAPTION: f32 = 24.0;
/// How high the lines are at most, together.
const LINES: f32 = 7.0 * ROW + 2.0 * CAPTION;
/// How many of one section are shown.
const MOST: usize = 60;

/// The list while it is open.
pub struct Insert {
    query: String,
    under: Rect,
    at: usize,
    first: usize,
    rows: Vec<Row>,
    found: Vec<Shown>,
    fresh: bool,
}

/// What the list is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Section {
    Field,
    Phrase,
    Person,
}

impl Section {
    const ALL: [Self; 3] = [Self::Field, Self::Phrase, Self::Person];

    fn key(self) -> &'static str {
        match self {
            Self::Field => "insert-fields",
            Self::Phrase => "insert-phrases",
            Self::Person => "insert-people",
        }
    }
}

/// A line of the list.
#[derive(Clone, Copy)]
enum Shown {
    Caption(Section),
    Row(usize),
}

/// Something that can be put in.
struct Row {
    section: Section,
    icon: Icon,
    /// What it is called; empty for a phrase, which says itself.
    name: String,
    /// Quiet words at its end.
    about: String,
    forms: Vec<Form>,
    at: usize,
    /// Whether it is shown before anything is asked for.
    offered: bool,
    /// Whether it is a phrase of one's own.
    own: bool,
    folded: String,
}

/// One way to put it in.
#[derive(Clone)]
struct Form {
    /// How it reads; worked out where it is seen.
    shown: Option<(String, bool)>,
    does: Does,
}

#[derive(Clone)]
enum Does {
    Words(RichText),
    Person(Whom, PersonForm),
}

/// Somebody of the record, or somebody kept between meetings.
#[derive(Clone, Copy)]
enum Whom {
    Known(PersonId),
    Kept(PersonId),
}

impl Whom {
    fn person<'a>(self, document: &'a Document, roster: &'a Roster) -> Option<&'a Person> {
        match self {
            Self::Known(id) => document.person(id),
            Self::Kept(id) => roster.get(id),
        }
    }
}

/// What became of the list.
pub enum Became {
    /// It stays.
    Open,
    /// It is to be closed.
    Closed,
    /// This was chosen.
    Chosen(Command),
    /// This phrase of one's own is to be let go.
    Forgotten(RichText),
}

/// The people kept between meetings, ready to be found.
#[derive(Default)]
pub struct Kept {
    /// Which state of the roster this is.
    version: Option<u64>,
    /// Who, the folded name, and all they are found by.
    folded: Vec<(PersonId, String, String)>,
    /// The same for what is typed.
    pub index: Arc<Index>,
}

impl Kept {
    /// Takes in who is kept; `version` is another after each change of the roster.
    pub fn renew(&mut self, roster: &Roster, version: u64) {
        if self.version.replace(version) == Some(version) {
            return;
        }
        let all = roster.by_name();
        self.index = Arc::new(Index::of_people(all.iter().map(|(_, person)| *person)));
        let folded = all.into_iter().map(|(id, person)| (id, fold(&person.name), found_by(person)));
        self.folded = folded.collect();
    }
}

/// What a person is found by.
fn found_by(person: &Person) -> String {
    let mut all = fold(&person.name);
    for other in person.aliases.iter().chain([&person.latin, &person.role]) {
        all.push(' ');
        all.push_str(&fold(other));
    }
    all
}

impl Insert {
    /// The list below this caret, for a block of this kind.
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "all that can be put in, and where")]
    pub fn new(
        document: &Document,
        output: OutputKind,
        kind: Option<&Kind>,
        phrases: &Phrases,
        manner: Manner,
        kept: &Kept,
        roster: &Roster,
        under: Rect,
        words: Words,
    ) -> Self {
        let speaker = kind.and_then(|kind| phrases::speaker_of(document, kind));
        let mut rows = fields(speaker, words);
        rows.extend(own(phrases));
        rows.extend(stock(document, output, kind, manner, words));
        rows.extend(people(document, kept, roster));
        let mut list =
            Self { query: String::new(), under, at: 0, first: 0, rows, found: Vec::new(), fresh: true };
        for row in list.rows.iter_mut().filter(|row| row.section == Section::Phrase) {
            row.read(document, output, roster);
            let shown = row.forms.first().and_then(|form| form.shown.as_ref());
            row.folded = fold(shown.map_or("", |(shown, _)| shown));
        }
        list.search();
        list
    }

    /// Finds what holds every word asked for; what begins with the first of them comes first in its section.
    fn search(&mut self) {
        let query = fold(&self.query);
        let asked: Vec<&str> = query.split_whitespace().collect();
        self.found.clear();
        for section in Section::ALL {
            let mut ranked: Vec<(bool, usize)> = Vec::new();
            for (index, row) in self.rows.iter().enumerate().filter(|(_, row)| row.section == section) {
                let holds = asked.iter().all(|word| row.folded.contains(word));
                if holds && (row.offered || !asked.is_empty()) {
                    let begins = asked.first().is_none_or(|word| row.folded.starts_with(word));
                    ranked.push((!begins, index));
                }
            }
            ranked.sort_by_key(|(later, _)| *later);
            ranked.truncate(MOST);
            if !ranked.is_empty() {
                self.found.push(Shown::Caption(section));
                self.found.extend(ranked.into_iter().map(|(_, index)| Shown::Row(index)));
            }
        }
        self.first = 0;
        self.at = usize::from(!self.found.is_empty());
    }

    /// The next line that can be chosen, this way around.
    fn step(&mut self, forward: bool) {
        let count = self.found.len();
        for _ in 0..count {
            self.at = (self.at + if forward { 1 } else { count - 1 }) % count;
            if matches!(self.found.get(self.at), Some(Shown::Row(_))) {
                return;
            }
        }
    }

    /// The first line of the next section.
    fn leap(&mut self) {
        let captions: Vec<usize> = self
            .found
            .iter()
            .enumerate()
            .filter(|(_, line)| matches!(line, Shown::Caption(_)))
            .map(|(at, _)| at)
            .collect();
        let next = captions.iter().find(|at| **at > self.at).or(captions.first());
        if let Some(caption) = next {
            self.at = caption + 1;
            self.first = *caption;
        }
    }

    fn chosen(&mut self) -> Option<&mut Row> {
        match self.found.get(self.at)? {
            Shown::Row(index) => self.rows.get_mut(*index),
            Shown::Caption(_) => None,
        }
    }

    fn command(&mut self, roster: &Roster) -> Option<Command> {
        let row = self.chosen()?;
        let form = row.forms.get(row.at)?;
        Some(match &form.does {
            Does::Words(text) => {
                let audience = crate::document::Audience::Both;
                let part = Part { kind: None, audience, text: text.clone() };
                Command::Paste(Fragment { parts: vec![part] })
            }
            Does::Person(Whom::Known(id), form) => {
                Command::InsertPerson { who: Who::Known(*id), form: *form }
            }
            Does::Person(Whom::Kept(id), form) => {
                let who = Who::New(Box::new(roster.get(*id)?.clone()));
                Command::InsertPerson { who, form: *form }
            }
        })
    }

    /// Shows it below the caret.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, and from what")]
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        pen: &mut Pen,
        document: &Document,
        output: OutputKind,
        roster: &Roster,
        words: Words,
        focus: &mut Option<(Id, Line)>,
    ) -> Became {
        let rtl = words.language().is_right_to_left();
        if let Some(became) = self.keys(ctx, roster, rtl) {
            return became;
        }
        let screen = ctx.content_rect();
        let room = (self.under.top() - screen.top()).max(screen.bottom() - self.under.bottom()) - 16.0;
        let lines = (room - HEAD - FOOT - 8.0).clamp(3.0 * ROW, LINES);
        let high: f32 = self.found.iter().map(Shown::height).sum();
        let lines = high.clamp(ROW, lines);
        let size = vec2(WIDTH.min(screen.width() - 16.0), HEAD + lines + 8.0 + FOOT);
        let start = if rtl { self.under.right() + 16.0 - size.x } else { self.under.left() - 16.0 };
        let left = start.clamp(screen.left() + 8.0, (screen.right() - size.x - 8.0).max(8.0));
        let below = self.under.bottom() + 8.0;
        let fits = below + size.y <= screen.bottom() - 8.0;
        let top = if fits { below } else { (self.under.top() - 8.0 - size.y).max(screen.top() + 8.0) };
        let rect = Rect::from_min_size(pos2(left.round(), top.round()), size);
        self.follow(lines);
        let mut became = None;
        let area = Area::new(Id::unique("insert")).order(Order::Foreground).fixed_pos(rect.min);
        area.constrain(false).fade_in(false).show(ctx, |ui| {
            ui.allocate_rect(rect, Sense::CLICK);
            card(ui, pen, rect, 10);
            floats(ui, Floats::Named(words.get("cmd-insert")));
            became = self.inside(ui, pen, rect, lines, document, output, roster, words, focus);
        });
        let fresh = self.fresh;
        // What is drawn for the first time takes no keyboard yet: it is asked for until it is there.
        self.fresh = !ctx.memory(|memory| memory.has_focus(field_id()));
        if self.fresh {
            ctx.request_repaint();
        }
        let outside = ctx.input(|input| {
            input.pointer.any_pressed() && input.pointer.interact_pos().is_some_and(|pos| !rect.contains(pos))
        });
        match became {
            Some(became) => became,
            None if outside && !fresh => Became::Closed,
            None => Became::Open,
        }
    }

    /// Brings the line the keyboard is on into the lines that are seen.
    fn follow(&mut self, lines: f32) {
        self.first = self.first.min(self.at);
        if self.at == 1 {
            self.first = 0;
        }
        let high = |from: usize, to: usize, found: &[Shown]| -> f32 {
            found.get(from..=to).unwrap_or_default().iter().map(Shown::height).sum()
        };
        while self.first < self.at && high(self.first, self.at, &self.found) > lines {
            self.first += 1;
        }
    }

    fn keys(&mut self, ctx: &egui::Context, roster: &Roster, rtl: bool) -> Option<Became> {
        let mut became = None;
        let mut events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            if became.is_some() {
                return true;
            }
            let (onward, back) =
                if rtl { (Key::ArrowLeft, Key::ArrowRight) } else { (Key::ArrowRight, Key::ArrowLeft) };
            let has_forms = self.chosen().is_some_and(|row| row.forms.len() > 1);
            match *key {
                Key::Delete if modifiers.shift => {
                    let own = self.chosen().filter(|row| row.own).and_then(|row| row.forms.first());
                    if let Some(Form { does: Does::Words(text), .. }) = own {
                        became = Some(Became::Forgotten(text.clone()));
                    }
                }
                Key::Escape => became = Some(Became::Closed),
                _ if modifiers.any() => return true,
                Key::ArrowDown => self.step(true),
                Key::ArrowUp => self.step(false),
                Key::Tab => self.leap(),
                Key::Enter => became = self.command(roster).map(Became::Chosen),
                key if has_forms && (key == onward || key == back) => {
                    if let Some(row) = self.chosen() {
                        let count = row.forms.len();
                        row.at = (row.at + if key == onward { 1 } else { count - 1 }) % count;
                    }
                }
                _ => return true,
            }
            false
        });
        // What came behind the key that closes the list is for what has the keyboard then.
        ctx.input_mut(|input| input.events = events);
        became
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and from what")]
    fn inside(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        lines: f32,
        document: &Document,
        output: OutputKind,
        roster: &Roster,
        words: Words,
        focus: &mut Option<(Id, Line)>,
    ) -> Option<Became> {
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
        let mut row = Cut::new(head.shrink2(vec2(12.0, 6.0)), rtl);
        Icon::MagnifyingGlass.draw(ui.painter(), row.start(20.0).center(), 20.0, theme.ink2);
        row.start(4.0);
        let place = row.end(key_cap_width(ui, pen, "Esc"));
        key_cap(ui, pen, place, "Esc");
        row.end(4.0);
        let id = field_id();
        if self.fresh {
            *focus = None;
        }
        // The first pass of an area is disabled, which takes the keyboard away again.
        if self.fresh || ui.memory(|memory| memory.focused() != Some(id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let (name, hint) = (words.get("cmd-insert"), words.get("insert-hint"));
        let look = Look { name: &name, hint: &hint, bare: true, ..Look::default() };
        let outcome = field(ui, pen, row.rest(), id, &self.query.clone(), look, focus);
        if let Some(query) = outcome.changed {
            self.query = query;
            self.search();
        }
        ui.painter().hline(rect.x_range(), head.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let mut y = head.bottom() + 4.0;
        let end = y + lines;
        if self.found.is_empty() {
            let place = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), ROW));
            pen.centred(ui, place, &words.get("insert-nothing"), Face::Base, theme.ink3);
        }
        let moved = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
        let mut became = None;
        let shown: Vec<(usize, Shown)> = self.found.iter().copied().enumerate().skip(self.first).collect();
        for (at, line) in shown {
            let place =
                Rect::from_min_size(pos2(rect.left() + 4.0, y), vec2(rect.width() - 8.0, line.height()));
            if place.bottom() > end + 0.5 {
                break;
            }
            y = place.bottom();
            match line {
                Shown::Caption(section) => {
                    let told = pen.line(ui.ctx(), &words.get(section.key()), Face::Caption);
                    let (at, anchor) = side(place.shrink2(vec2(12.0, 0.0)), rtl);
                    pen.draw(ui.painter(), &told, at, anchor, theme.ink3);
                }
                Shown::Row(index) => {
                    let response = ui.interact(place, ui.scope_id().with(("insert-row", at)), Sense::click());
                    if response.hovered() && moved {
                        self.at = at;
                    }
                    let on = self.at == at;
                    let Some(row) = self.rows.get_mut(index) else { continue };
                    row.read(document, output, roster);
                    let name = row.draw(ui, pen, place, on, rtl);
                    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
                    if response.clicked() {
                        self.at = at;
                        became = self.command(roster).map(Became::Chosen);
                    }
                }
            }
        }
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
        ui.painter().hline(rect.x_range(), foot.top() + 0.5, Stroke::new(1.0, theme.line));
        let mut row = Cut::new(foot.shrink2(vec2(12.0, 0.0)), rtl);
        let own = self.chosen().is_some_and(|row| row.own);
        let forms = self.chosen().is_some_and(|row| row.forms.len() > 1);
        let mut keys = vec![("Enter", "insert-do"), ("Tab", "insert-section")];
        keys.extend(forms.then_some(("‹ ›", "insert-form")));
        keys.extend(own.then_some(("Shift Delete", "insert-forget")));
        for (keys, key) in keys {
            let place = row.start(key_cap_width(ui, pen, keys));
            key_cap(ui, pen, place, keys);
            row.start(6.0);
            let told = pen.line(ui.ctx(), &words.get(key), Face::Caption);
            let place = row.start(told.width());
            let (at, anchor) = side(place, rtl);
            pen.draw(ui.painter(), &told, at, anchor, theme.ink2);
            row.start(12.0);
        }
        became
    }
}

fn field_id() -> Id {
    Id::unique("insert-field")
}

impl Shown {
    fn height(&self) -> f32 {
        match self {
            Self::Caption(_) => CAPTION,
            Self::Row(_) => ROW,
        }
    }
}

impl Row {
    fn field(name: &str, icon: Icon, forms: &[Atom], offered: bool, words: Words) -> Self {
        let named = |words: Words| words.get(name).trim_matches(['[', ']']).to_owned();
        // Found by its name in every language, this window's first.
        let others = Language::ALL.into_iter().filter(|other| *other != words.language());
        let all = std::iter::once(words).chain(others.map(Words::new));
        let folded = all.map(|words| fold(&named(words))).collect::<Vec<_>>().join(" ");
        let name = named(words);
        let does = |atom: &Atom| Form { shown: None, does: Does::Words(RichText::atom(atom.clone())) };
        Self {
            section: Section::Field,
            icon,
            folded,
            name,
            about: String::new(),
            forms: forms.iter().map(does).collect(),
            at: 0,
            offered,
            own: false,
        }
    }

    fn phrase(text: RichText, about: String, offered: bool, own: bool) -> Self {
        Self {
            section: Section::Phrase,
            icon: if own { Icon::Star } else { Icon::Quotes },
            folded: String::new(),
            name: String::new(),
            about,
            forms: vec![Form { shown: None, does: Does::Words(text) }],
            at: 0,
            offered,
            own,
        }
    }

    /// Works out how its form reads now.
    fn read(&mut self, document: &Document, output: OutputKind, roster: &Roster) {
        let Some(form) = self.forms.get_mut(self.at).filter(|form| form.shown.is_none()) else { return };
        form.shown = Some(match &form.does {
            Does::Words(text) => {
                let said = template::said(document, output, text);
                let open = said.segments.iter().any(|segment| matches!(segment.how, How::Unresolved(_)));
                (said.text, open)
            }
            Does::Person(who, form) => {
                let person = who.person(document, roster);
                (person.and_then(|person| template::person_said(person, *form)).unwrap_or_default(), false)
            }
        });
    }

    /// Draws it; its name for those who do not see it.
    fn draw(&self, ui: &Ui, pen: &mut Pen, rect: Rect, on: bool, rtl: bool) -> String {
        let theme = pen.theme;
        if on {
            ui.painter().rect_filled(rect, 6.0, theme.chosen);
        }
        let mut row = Cut::new(rect.shrink2(vec2(12.0, 0.0)), rtl);
        self.icon.draw(ui.painter(), row.start(18.0).center(), 18.0, theme.ink2);
        row.start(8.0);
        if on && self.forms.len() > 1 {
            let count = format!("{} / {}", self.at + 1, self.forms.len());
            let told = pen.fitted(ui.ctx(), &count, Face::Caption, Base::Ltr, 60.0);
            let place = row.end(told.width());
            let (at, anchor) = side(place, rtl);
            pen.draw(ui.painter(), &told, at, anchor, theme.ink2);
            row.end(8.0);
        } else if !self.about.is_empty() {
            let told = pen.line(ui.ctx(), &self.about, Face::Caption);
            let place = row.end(told.width());
            let (at, anchor) = side(place, rtl);
            pen.draw(ui.painter(), &told, at, anchor, theme.ink3);
            row.end(8.0);
        }
        let (shown, open) = self.forms.get(self.at).and_then(|form| form.shown.clone()).unwrap_or_default();
        if !self.name.is_empty() {
            let name = pen.fitted(ui.ctx(), &self.name, Face::Base, Base::Auto, row.rest().width() * 0.45);
            let place = row.start(name.width());
            let (at, anchor) = side(place, rtl);
            pen.draw(ui.painter(), &name, at, anchor, theme.ink);
            row.start(12.0);
        }
        let ink = match (self.name.is_empty(), open) {
            (true, _) => theme.ink,
            (false, true) => theme.warning,
            (false, false) => theme.ink2,
        };
        let preview = pen.fitted(ui.ctx(), &shown, Face::Base, Base::Auto, row.rest().width().max(0.0));
        let (at, anchor) = side(row.rest(), rtl);
        pen.draw(ui.painter(), &preview, at, anchor, ink);
        [self.name.as_str(), shown.as_str()].join(" ").trim().to_owned()
    }
}

/// Every live field with its forms, then the verbs that agree.
fn fields(speaker: Option<PersonId>, words: Words) -> Vec<Row> {
    let person = |of: fn(PersonForm) -> Atom| FORMS.map(of);
    let count = |of, noun: &str| Atom::Count { of, noun: noun.to_owned() };
    let session = [SessionForm::Possessed, SessionForm::Definite, SessionForm::Indefinite, SessionForm::For];
    let body = [BodyForm::Name, BodyForm::ForName, BodyForm::Full].map(Atom::Body);
    let organisation = [BodyForm::Organisation, BodyForm::ForOrganisation].map(Atom::Body);
    let dates = [DateForm::WithDay, DateForm::Plain, DateForm::Month];
    let venue = [VenueForm::At, VenueForm::Bare];
    let counts = [
        count(Counted::Present, "member"),
        count(Counted::Members, "member"),
        count(Counted::Excused, "member"),
        count(Counted::Absent, "member"),
        count(Counted::Agenda, "point"),
        count(Counted::Decisions, "decision"),
        count(Counted::Recommendations, "recommendation"),
    ];
    let row = |name, icon, forms: &[Atom]| Row::field(name, icon, forms, true, words);
    let mut all = vec![
        row("atom-chair", Icon::User, &person(Atom::Chair)),
        row("atom-dates", Icon::CalendarBlank, &dates.map(Atom::Dates)),
        row("atom-venue", Icon::MapPin, &venue.map(Atom::Venue)),
        row("atom-body", Icon::Buildings, &body),
        row("atom-session", Icon::UsersThree, &session.map(Atom::Session)),
        row("atom-attendance", Icon::Users, &[Case::Oblique, Case::Nominative].map(Atom::Attendance)),
        row("atom-start", Icon::Clock, &[Atom::Start]),
        row("atom-end", Icon::Clock, &[Atom::End]),
        row("atom-rapporteur", Icon::User, &person(Atom::Rapporteur)),
        row("atom-organisation", Icon::Buildings, &organisation),
        row("atom-region", Icon::MapPin, &[Atom::Body(BodyForm::Region)]),
        row("atom-province", Icon::MapPin, &[Atom::Body(BodyForm::Province)]),
        row("atom-count", Icon::Hash, &counts),
        row("atom-next-dates", Icon::CalendarPlus, &dates.map(Atom::NextDates)),
        row("atom-next-venue", Icon::MapPin, &venue.map(Atom::NextVenue)),
        row("atom-number", Icon::Hash, &[Atom::Number]),
        row("atom-reference", Icon::Link, &[Atom::Reference]),
    ];
    let mut subjects = vec![Subject::Chair, Subject::Body, Subject::Rapporteur];
    if let Some(id) = speaker {
        subjects.insert(0, Subject::Person(id));
    }
    for verb in verbs::verbs().filter(|verb| verb.alone) {
        let atom = |of: &Subject| Atom::Verb {
            masculine: verb.masculine.to_owned(),
            feminine: verb.feminine.to_owned(),
            of: *of,
        };
        let forms: Vec<Atom> = subjects.iter().map(atom).collect();
        let mut row = Row::field("atom-verb", Icon::Scales, &forms, false, words);
        row.folded = format!("{} {} {}", fold(verb.masculine), fold(verb.feminine), row.folded);
        all.push(row);
    }
    all
}

const FORMS: [PersonForm; 4] = [PersonForm::Full, PersonForm::Name, PersonForm::Role, PersonForm::RoleFirst];

fn own(phrases: &Phrases) -> Vec<Row> {
    let kept = phrases.kept().map(|text| Row::phrase(text.clone(), String::new(), true, true));
    let learned =
        phrases.learned().map(|words| Row::phrase(RichText::plain(words), String::new(), false, true));
    kept.chain(learned).collect()
}

/// Those of the program in the manner that is wanted: first what fits the block, of that the Moroccan before the rest.
fn stock(
    document: &Document,
    output: OutputKind,
    kind: Option<&Kind>,
    manner: Manner,
    words: Words,
) -> Vec<Row> {
    let speaker = kind.and_then(|kind| phrases::speaker_of(document, kind));
    let fit = kind.and_then(Fit::of);
    let wanted = phrases::stock().iter().filter(|phrase| phrase.manner.suits(manner));
    let all = wanted.filter_map(|phrase| {
        let fits = phrase.fits(fit, output);
        let about = match phrase.manner {
            Manner::Un => words.get("phrases-un"),
            Manner::Both | Manner::Moroccan => words.get(phrase.section.key()),
        };
        let later = (!fits, phrase.manner == Manner::Un);
        Some((later, Row::phrase(phrase.spoken_by(speaker)?, about, fits, false)))
    });
    let mut all: Vec<((bool, bool), Row)> = all.collect();
    all.sort_by_key(|(later, _)| *later);
    all.into_iter().map(|(_, row)| row).collect()
}

fn people(document: &Document, kept: &Kept, roster: &Roster) -> Vec<Row> {
    let row = |name: &str, folded: String, who: Whom, offered: bool| Row {
        section: Section::Person,
        icon: if offered { Icon::User } else { Icon::UserPlus },
        name: name.to_owned(),
        about: String::new(),
        forms: [PersonForm::Name, PersonForm::Full, PersonForm::RoleFirst, PersonForm::Role]
            .map(|form| Form { shown: None, does: Does::Person(who, form) })
            .to_vec(),
        at: 0,
        offered,
        own: false,
        folded,
    };
    let known = document.people().iter().filter(|(_, person)| !person.name.is_empty());
    let known = known.map(|(id, person)| row(&person.name, found_by(person), Whom::Known(*id), true));
    let mut all: Vec<Row> = known.collect();
    let names: std::collections::BTreeSet<String> =
        document.people().values().map(|person| fold(&person.name)).collect();
    let others = kept.folded.iter().filter(|(_, name, _)| !names.contains(name));
    let others = others.filter_map(|(id, _, folded)| {
        Some(row(&roster.get(*id)?.name, folded.clone(), Whom::Kept(*id), false))
    });
    all.extend(others);
    all
}
