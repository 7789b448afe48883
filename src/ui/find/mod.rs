//! Find and replace: the field of the bar, the strip below it, what it says of what was found; going to a place; counts.

mod counts;
mod goto;
mod looking;

pub use counts::{Counts, Told as Counted, counts};
pub use goto::{Became, Goto, Where};
pub use looking::{Looking, Swaps};

use std::ops::Range;

use eframe::egui::{
    CornerRadius, Event, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Stroke, Ui, pos2, vec2,
};

use super::entries::{self, Entry};
use super::field::{Line as Typed, Look, field};
use super::pen::{Icon, Pen, Words as Shaped};
use super::sheet::placed;
use super::theme::Face;
use super::widgets::{Button, IconButton, Row, Tick, side, told_aloud};
use crate::arabic::search::Manner;
use crate::document::{AttendeeField, BlockId, Document, FieldPath, OutputKind, PersonField, Target};
use crate::template::find::{Found, Line, Owner, Words as Of};
use crate::text::Base;
use crate::words::Words;

/// How high a row of the strip is.
const ROW: f32 = 40.0;
/// How wide the fields are, where there is room.
pub const FIELD: f32 = 240.0;

/// The words that are looked for, and how.
#[derive(Default)]
pub struct Find {
    /// Whether the strip is there.
    pub open: bool,
    /// Whether the bar has room for its field; it stands in the strip else.
    pub in_bar: bool,
    /// Whether it has the row for what comes in place.
    pub replaces: bool,
    /// What is looked for.
    pub query: String,
    with: String,
    /// How.
    pub manner: Manner,
    /// This field takes the keyboard as soon as it is shown, with all of it selected.
    fresh: Option<Which>,
    /// What the last replacement did.
    pub told: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Query,
    With,
}

/// What is asked of what was found.
#[derive(Clone, Debug)]
pub enum Asked {
    /// The strip is to go; the caret stands at what was found.
    Close,
    /// Put the words in place of this one.
    One(String),
    /// Put them in place of all.
    All(String),
    /// Open this entry.
    Entry(Entry),
    /// Put the words of this field into the text: whose, where, which.
    Freeze(Target, usize, String),
    /// Go to this block.
    Block(BlockId),
}

/// What the strip is drawn from.
pub struct Here<'a> {
    /// The record.
    pub document: &'a Document,
    /// The output that is shown.
    pub output: OutputKind,
    /// The words of the interface.
    pub words: Words,
    /// Why nothing can be changed, if so.
    pub locked: Option<&'a str>,
}

fn id(name: &str) -> Id {
    Id::unique(("find", name))
}

const STOPS: [&str; 12] = [
    "query", "next", "previous", "whole", "attached", "exact", "with", "one", "all", "entry", "freeze",
    "close",
];

impl Find {
    /// Opens the strip, or gives its field the keyboard again; these words are looked for where any are given.
    pub fn begin(&mut self, replaces: bool, selected: Option<String>) {
        let was = self.open && self.replaces;
        self.open = true;
        self.told.clear();
        if let Some(words) = selected {
            self.query = words;
        }
        self.replaces = replaces || was;
        let with = replaces && !self.query.is_empty();
        self.fresh = Some(if with { Which::With } else { Which::Query });
    }

    /// Whether one of its fields waits for the keyboard still.
    #[must_use]
    pub fn is_coming(&self) -> bool {
        self.open && self.fresh.is_some()
    }

    /// How high the strip is.
    #[must_use]
    pub fn height(&self) -> f32 {
        match (self.open, self.replaces) {
            (false, _) => 0.0,
            (true, false) => ROW,
            (true, true) => 2.0 * ROW,
        }
    }

    /// Takes the keys that are for the strip as a whole, whatever of it has the keyboard.
    pub fn keys(&self, ui: &Ui) -> Option<Asked> {
        let focused = ui.memory(eframe::egui::Memory::focused)?;
        if !self.open || !STOPS.iter().any(|name| id(name) == focused) {
            return None;
        }
        let filter = EventFilter { escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
        // The field is drawn in the bar, after all else: from it Tab leads to what belongs to it.
        if focused == id("query") && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
            let next = id(if self.replaces { "with" } else { "previous" });
            ui.memory_mut(|memory| {
                memory.move_focus(FocusDirection::None);
                memory.request_focus(next);
            });
        }
        let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        escape.then_some(Asked::Close)
    }

    fn count(&self, looking: &Looking, words: Words) -> String {
        let (at, count, more) = looking.standing();
        if self.query.is_empty() {
            return String::new();
        }
        match (at, count, more) {
            (_, 0, true) | (0, _, true) => words.get("find-looking"),
            (_, 0, false) => words.get("find-none"),
            _ => words.with("find-count", &[("at", at.into()), ("count", count.into())]),
        }
    }

    /// The field of what is looked for, in this place.
    pub fn field(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        looking: &mut Looking,
        words: Words,
        focus: &mut Option<(Id, Typed)>,
    ) {
        let rtl = words.language().is_right_to_left();
        let own = id("query");
        self.takes(ui, Which::Query, own, focus);
        let count = self.count(looking, words);
        let (name, hint) = (words.get("cmd-find"), words.get("hint-search"));
        let none = !self.query.is_empty() && looking.standing().1 == 0 && !looking.standing().2;
        let look = Look {
            name: &name,
            hint: &hint,
            after: &count,
            before: 24.0,
            ltr: !rtl,
            wrong: none,
            ..Look::default()
        };
        let back = ui.input(|input| input.events.iter().any(is_back));
        // What is only read can be looked through.
        let locked = pen.locked.take();
        let outcome = field(ui, pen, rect, own, &self.query.clone(), look, focus);
        pen.locked = locked;
        let mut row = Row::new(rect.shrink2(vec2(9.0, 0.0)), rtl);
        Icon::MagnifyingGlass.draw(ui.painter(), row.start(16.0).center(), 16.0, pen.theme.ink2);
        if let Some(query) = outcome.changed {
            self.query = query;
            self.told.clear();
            looking.ask(&self.query, self.manner);
            ui.ctx().request_repaint();
        }
        if outcome.entered {
            self.told.clear();
            looking.step(!back);
            ui.ctx().request_repaint();
        }
    }

    /// Gives a field the keyboard that waits for it.
    fn takes(&mut self, ui: &Ui, which: Which, own: Id, focus: &mut Option<(Id, Typed)>) {
        if self.fresh != Some(which) {
            return;
        }
        self.fresh = None;
        let value = if which == Which::Query { &self.query } else { &self.with };
        *focus = Some((own, Typed::chosen(value)));
        ui.memory_mut(|memory| memory.request_focus(own));
    }

    /// The strip from the top of this rectangle down. The field stands in it where the bar has no room for it.
    pub fn strip(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        top: Rect,
        looking: &mut Looking,
        here: &Here<'_>,
        focus: &mut Option<(Id, Typed)>,
    ) -> Vec<Asked> {
        let words = here.words;
        let rtl = words.language().is_right_to_left();
        let rect = Rect::from_min_size(top.min, vec2(top.width(), self.height()));
        ui.painter().rect_filled(rect, 0.0, pen.theme.chrome);
        let line = Stroke::new(1.0, pen.theme.line);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        let mut asked = Vec::new();
        let first = Rect::from_min_size(rect.min, vec2(rect.width(), ROW)).shrink2(vec2(16.0, 4.0));
        let mut row = Row::new(first, rtl);
        if !self.in_bar {
            let place = row.start(FIELD);
            self.field(ui, pen, place, looking, words, focus);
            row.start(8.0);
        }
        self.steps(ui, pen, &mut row, looking, words);
        self.manners(ui, pen, &mut row, looking, words);
        if close(ui, pen, &mut row, words) {
            asked.push(Asked::Close);
        }
        row.end(8.0);
        if !self.replaces {
            asked.extend(self.note(ui, pen, row.rest(), looking, here));
            return asked;
        }
        let second =
            Rect::from_min_size(rect.min + vec2(0.0, ROW), vec2(rect.width(), ROW)).shrink2(vec2(16.0, 4.0));
        let mut row = Row::new(second, rtl);
        asked.extend(self.instead(ui, pen, &mut row, looking, here, focus));
        row.start(16.0);
        asked.extend(self.note(ui, pen, row.rest(), looking, here));
        asked
    }

    fn steps(&mut self, ui: &Ui, pen: &mut Pen, row: &mut Row, looking: &mut Looking, words: Words) {
        let rtl = words.language().is_right_to_left();
        let none = words.get("find-none");
        let refused = (looking.standing().1 == 0).then_some(none.as_str());
        let locked = pen.locked.take();
        for (name, key, icon, forward) in [
            ("previous", "cmd-find-previous", Icon::CaretUp, false),
            ("next", "cmd-find-next", Icon::CaretDown, true),
        ] {
            let words = words.get(key);
            let button = IconButton { icon, name: &words, chosen: None, refused, rtl };
            if button.show(ui, pen, row.start(32.0), id(name)) {
                self.told.clear();
                looking.step(forward);
                ui.ctx().request_repaint();
            }
            row.start(4.0);
        }
        pen.locked = locked;
        row.start(8.0);
    }

    fn manners(&mut self, ui: &Ui, pen: &mut Pen, row: &mut Row, looking: &mut Looking, words: Words) {
        let rtl = words.language().is_right_to_left();
        let was = self.manner;
        let locked = pen.locked.take();
        let only_whole = words.get("find-attached-why");
        for (name, key) in [("whole", "find-whole"), ("attached", "find-attached"), ("exact", "find-exact")] {
            let label = words.get(key);
            let on = match name {
                "whole" => self.manner.whole,
                "attached" => self.manner.attached && self.manner.whole,
                _ => self.manner.exact,
            };
            let refused = (name == "attached" && !self.manner.whole).then_some(only_whole.as_str());
            let tick = Tick { words: &label, on: on.into(), radio: false, refused, rtl };
            let place = row.start(tick.width(ui, pen));
            row.start(16.0);
            if tick.show(ui, pen, place, id(name)) {
                match name {
                    "whole" => self.manner.whole = !self.manner.whole,
                    "attached" => self.manner.attached = !self.manner.attached,
                    _ => self.manner.exact = !self.manner.exact,
                }
            }
        }
        pen.locked = locked;
        if self.manner != was {
            self.told.clear();
            looking.ask(&self.query, self.manner);
            ui.ctx().request_repaint();
        }
    }

    /// What comes in place of what is found.
    fn instead(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        row: &mut Row,
        looking: &Looking,
        here: &Here<'_>,
        focus: &mut Option<(Id, Typed)>,
    ) -> Option<Asked> {
        let words = here.words;
        let rtl = words.language().is_right_to_left();
        let own = id("with");
        self.takes(ui, Which::With, own, focus);
        let (name, hint) = (words.get("find-with"), words.get("find-with-hint"));
        let look = Look { name: &name, hint: &hint, ltr: !rtl, ..Look::default() };
        let outcome = field(ui, pen, row.start(FIELD), own, &self.with.clone(), look, focus);
        if let Some(with) = outcome.changed {
            self.with = with;
        }
        row.start(8.0);
        let (one, all) = (words.get("find-replace"), words.get("find-replace-all"));
        let none = words.get("find-none");
        let bound = words.get("find-bound");
        let count = looking.standing().1;
        let not_one = match (count, looking.is_replaceable()) {
            (0, _) => Some(none.as_str()),
            (_, false) => Some(bound.as_str()),
            (_, true) => None,
        };
        let not_all = (count == 0).then_some(none.as_str());
        let by_enter = outcome.entered && not_one.is_none() && here.locked.is_none();
        let mut asked = by_enter.then(|| Asked::One(self.with.clone()));
        for (name, words, refused) in [("one", &one, not_one), ("all", &all, not_all)] {
            let button = Button { words, refused, rtl, ..Button::default() };
            let place = row.start(button.width(ui, pen));
            row.start(8.0);
            if button.show(ui, pen, place, id(name)) {
                let with = self.with.clone();
                asked = Some(if name == "one" { Asked::One(with) } else { Asked::All(with) });
            }
        }
        asked
    }

    /// What is said of what is looked at, and where it leads.
    fn note(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        rect: Rect,
        looking: &Looking,
        here: &Here<'_>,
    ) -> Option<Asked> {
        let words = here.words;
        let rtl = words.language().is_right_to_left();
        if !self.told.is_empty() {
            let line = pen.fitted(ui.ctx(), &self.told, Face::Base, Base::Auto, rect.width());
            let (at, anchor) = side(rect, rtl);
            pen.draw(ui.painter(), &line, at, anchor, pen.theme.ink2);
            told_aloud(ui, rect, "find-told", &self.told);
            return None;
        }
        let note = Note::of(&looking.current()?, here)?;
        let mut row = Row::new(rect, rtl);
        let locked = pen.locked.take();
        let mut asked = None;
        for (name, key, what) in note.offers {
            let label = words.get(key);
            // What changes the record is refused where that is only read.
            pen.locked = locked.clone().filter(|_| name == "freeze");
            let button = Button { words: &label, small: true, rtl, ..Button::default() };
            let width = button.width(ui, pen);
            if row.rest().width() < width + 120.0 {
                break;
            }
            let place = row.end(width);
            row.end(8.0);
            let place = Rect::from_center_size(place.center(), vec2(width, 28.0));
            if button.show(ui, pen, place, id(name)) {
                asked = Some(what);
            }
        }
        pen.locked = locked;
        let rest = row.rest();
        let label = pen.fitted(ui.ctx(), &note.label, Face::Base, Base::Auto, rest.width());
        let (at, anchor) = side(rest, rtl);
        pen.draw(ui.painter(), &label, at, anchor, pen.theme.ink2);
        row.start(label.width() + 8.0);
        if !note.text.is_empty() && row.rest().width() > 60.0 {
            quoted(ui, pen, row.rest(), &note.text, &note.range, rtl);
        }
        told_aloud(ui, rest, "find-note", &format!("{} {}", note.label, note.text));
        asked
    }
}

fn close(ui: &Ui, pen: &mut Pen, row: &mut Row, words: Words) -> bool {
    let rtl = words.language().is_right_to_left();
    let name = words.get("cmd-close");
    let locked = pen.locked.take();
    let button = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
    let pressed = button.show(ui, pen, row.end(32.0), id("close"));
    pen.locked = locked;
    pressed
}

/// Words of a line with what was found in them marked: a fill behind the letters.
fn quoted(ui: &Ui, pen: &mut Pen, rect: Rect, text: &str, range: &Range<usize>, rtl: bool) {
    // What was found stands near the start, or it would be cut off.
    let far = text.get(..range.start).filter(|before| before.len() > 40);
    let cut =
        far.and_then(|before| before.get(..before.len() - 24).or_else(|| before.get(..before.len() - 23)));
    let from = cut.and_then(|before| before.rfind(' ')).unwrap_or(0);
    let (shown, before) = if from == 0 {
        (text.to_owned(), 0)
    } else {
        (format!("…{}", text.get(from..).unwrap_or_default()), "…".len())
    };
    let moved = range.start - from + before..range.end - from + before;
    let line: Shaped = pen.fitted(ui.ctx(), &shown, Face::Base, Base::Auto, rect.width());
    let (at, anchor) = side(rect, rtl);
    let scale = ui.ctx().pixels_per_point();
    let width = line.layout.width() / scale;
    let left = if rtl { at.x - width } else { at.x };
    let origin = pos2(left, at.y - line.height() / 2.0);
    if moved.end <= line.layout.text().len() {
        for part in line.layout.rects(moved) {
            let fill = placed(&part, origin, scale);
            ui.painter().rect_filled(fill, CornerRadius::same(2), pen.theme.search);
        }
    }
    pen.draw(ui.painter(), &line, at, anchor, pen.theme.ink);
}

fn is_back(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.shift)
}

/// What is said of something found that is no plain text.
struct Note {
    label: String,
    text: String,
    range: Range<usize>,
    offers: Vec<(&'static str, &'static str, Asked)>,
}

impl Note {
    fn of(found: &Found, here: &Here<'_>) -> Option<Self> {
        let words = here.words;
        match found {
            Found::Text { words: Of::Stored(..), .. } => None,
            Found::Text { words: Of::Made, .. } => {
                let label = words.get("find-made");
                Some(Self { label, text: String::new(), range: 0..0, offers: Vec::new() })
            }
            Found::Text { target, words: Of::Live(at, atom, all), .. } => {
                let entry = entries::of(here.document, here.output, atom);
                let entry = entry.map(|entry| ("entry", "find-entry", Asked::Entry(entry)));
                let freeze = Asked::Freeze(target.clone(), *at, all.clone());
                let offers = entry.into_iter().chain([("freeze", "cmd-freeze", freeze)]).collect();
                Some(Self { label: words.get("find-live"), text: String::new(), range: 0..0, offers })
            }
            Found::Line { line, range, .. } => Some(Self::line(line, range.clone(), here)),
        }
    }

    fn line(line: &Line, range: Range<usize>, here: &Here<'_>) -> Self {
        let words = here.words;
        let text = line.text.clone();
        let entry = |entry| vec![("entry", "find-entry", Asked::Entry(entry))];
        let named = |part: &str, name: &str| {
            words.with("find-in", &[("part", words.get(part).into()), ("name", words.get(name).into())])
        };
        let (label, offers) = match line.owner {
            Owner::Field(path) => (named(part_of(path), label(path)), entry(Entry::Header(path))),
            Owner::Person(id, field) => {
                let found = entries::person(here.document, id, field);
                (named("find-people", person_label(field)), found.map(entry).unwrap_or_default())
            }
            Owner::Block(id, _) => {
                let number = here.document.blocks().index(id).map_or(0, |index| index + 1);
                let label = words.with("find-beside", &[("number", number.into())]);
                (label, vec![("entry", "find-go", Asked::Block(id))])
            }
            Owner::Remark(_, about) => {
                let offers = about.map(|id| ("entry", "find-go", Asked::Block(id)));
                (words.get("find-remark"), offers.into_iter().collect())
            }
        };
        Self { label, text, range, offers }
    }
}

fn part_of(path: FieldPath) -> &'static str {
    match path {
        FieldPath::Attendee(..) | FieldPath::GroupNominative(_) | FieldPath::GroupOblique(_) => {
            "part-attendance"
        }
        _ => "part-header",
    }
}

fn label(path: FieldPath) -> &'static str {
    match path {
        FieldPath::BodyName => "field-body",
        FieldPath::BodyOrganisation => "field-organisation",
        FieldPath::BodyRegion => "field-region",
        FieldPath::BodyProvince => "field-province",
        FieldPath::SessionNature => "field-session-nature",
        FieldPath::SessionTheme => "field-session-theme",
        FieldPath::Dates => "field-dates",
        FieldPath::Start => "field-start",
        FieldPath::End => "field-end",
        FieldPath::Venue => "field-place",
        FieldPath::NextDates => "field-next-dates",
        FieldPath::NextVenue => "field-next-venue",
        FieldPath::LetterheadLines => "field-letterhead",
        FieldPath::LetterheadAddress => "field-address",
        FieldPath::LetterheadContact => "field-contact",
        FieldPath::GroupNominative(_) => "field-group-nominative",
        FieldPath::GroupOblique(_) => "field-group-oblique",
        FieldPath::Attendee(_, AttendeeField::Reason) => "field-reason",
        FieldPath::OutputTitle(_) => "field-title",
        FieldPath::OutputNumber(_) => "field-outgoing",
        FieldPath::OutputReference(_) => "field-reference",
        _ => "part-header",
    }
}

fn person_label(field: PersonField) -> &'static str {
    match field {
        PersonField::Latin => "field-latin",
        PersonField::Role => "field-role",
        PersonField::Body => "field-body",
        _ => "field-name",
    }
}
