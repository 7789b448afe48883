//! The live session: one line that keeps notes with their time, who speaks and who waits to, the roll call.

mod keep;
pub mod keys;
pub mod line;
pub mod notes;
pub mod queue;
pub mod roll;

use eframe::egui::{self, Id, Rect, Stroke, Ui, pos2, vec2};

use super::field::Line;
use super::pen::{Icon, Pen};
use super::said;
use super::suggest::{Finder, Whom};
use super::theme::Face;
use super::widgets::{Button, Label, Pill, Row, Tone, Weight, cut, side, told};
use crate::arabic::naming::name_key;
use crate::arabic::{Date, Time};
use crate::document::{
    Atom, BlockId, BodyForm, Document, Kind, NoteMark, OutputKind, Person, Piece, RichText, SessionForm,
};
use crate::edit::{Command, Noted, Noting, Said, Shift, Who};
use crate::template;
use crate::text::Base;
use crate::words::Words;
pub use keep::GivenBack;
pub use keys::Act;
use line::Taken;
use queue::Queue;

/// The keys of the marks, as they stand on their caps: decision, task, quotation.
pub const MARKS: [&str; 3] = ["Ctrl D", "Ctrl T", "Ctrl I"];

/// How wide the queue and the roll call are.
const QUEUE: f32 = 200.0;
const ROLL: f32 = 360.0;
/// How wide the notes must be for the roll call, and then the queue, to stand beside them.
const NOTES: f32 = 480.0;

/// This moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Now {
    /// Seconds since 1970.
    pub seconds: i64,
    /// The day here.
    pub date: Date,
    /// The time here.
    pub time: Time,
}

/// Somebody who speaks.
#[derive(Clone, PartialEq, Debug)]
pub struct Talker {
    /// Who.
    pub whom: Whom,
    /// As they are called.
    pub name: String,
}

/// Who said what is being written.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Speaks {
    /// Nobody named.
    #[default]
    Nobody,
    /// One person.
    Person(Talker),
    /// Several.
    Several(String),
}

impl Speaks {
    /// As they are called.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Nobody => None,
            Self::Person(who) => Some(&who.name),
            Self::Several(name) => Some(name),
        }
    }
}

/// What a session remembers while its record is open. Notes are kept in the record, the queue beside it.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is remembered by itself")]
pub struct Session {
    /// The item of the agenda that is spoken of.
    pub item: Option<BlockId>,
    begun: bool,
    words: String,
    who: Speaks,
    mark: NoteMark,
    at: Option<Time>,
    /// The note in the line, while one is corrected.
    pub correcting: Option<BlockId>,
    /// The note that what is being written is kept in meanwhile, and what it held last.
    pub pending: Option<BlockId>,
    stored: Stored,
    /// When that was changed last.
    changed: Option<f64>,
    /// The state of the record since.
    since: u64,
    /// What a note that is being corrected said before, once some of its correction was kept.
    was: Option<Stored>,
    /// What was kept as a note and was a name for the queue: it is none, as of this state of the record.
    no_note: Option<(BlockId, u64)>,
    /// What of the queue was kept last.
    kept_floor: keep::KeptFloor,
    /// Whether the name in the line goes to the queue.
    adding: bool,
    taken: Option<Taken>,
    offers: Vec<line::Offer>,
    searched: String,
    /// Words that nobody answers, and how many people the record knew then.
    unanswered: Option<(usize, String)>,
    hidden: bool,
    /// The words were changed behind the field's back.
    fresh: bool,
    /// Who speaks and waits to.
    pub queue: Queue,
    /// The notes as they are laid out.
    pub listing: notes::Listing,
    roll: roll::State,
    /// Whether the roll call lies over the notes, where it has no room beside them.
    over: bool,
    wants: Option<Id>,
    title: Option<(u64, OutputKind, String)>,
    known: Known,
}

/// What stands in the line: its words, who says them, its mark.
type Stored = (String, Speaks, NoteMark);

/// What was asked of the window.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// Change the record.
    Run(Command),
    /// Keep what is in the line.
    Keep,
    /// Bring this note into the line.
    Edit(BlockId),
    /// Take this note out.
    Remove(BlockId),
    /// Leave the note as it is.
    Cancel,
    /// Make text of these notes, or of all.
    Send(Vec<BlockId>),
    /// Give the floor to the next.
    Next,
    /// Give it to who waits at this place.
    Call(usize),
    /// Take who waits at this place off the queue.
    Unqueue(usize),
    /// Fill in the list of those present.
    People,
    /// Put somebody on it who came.
    Join(Who),
    /// Go back to the text.
    Leave,
}

/// What the parts of the screen are drawn from.
pub struct Part<'a> {
    /// The record.
    pub document: &'a Document,
    /// Which of its texts is shown.
    pub output: OutputKind,
    /// The state of the record.
    pub version: u64,
    /// The words of the interface.
    pub words: Words,
    /// Whether it reads from the right.
    pub rtl: bool,
    /// Whether the record does: notes and their line stand as they are read.
    pub reads: bool,
    /// The people who can be offered.
    pub finder: &'a Finder,
    /// This moment.
    pub now: Now,
    /// What is remembered.
    pub session: &'a mut Session,
}

impl Part<'_> {
    /// The item that is spoken of, with its number.
    fn current_item(&self) -> Option<String> {
        self.session.known.item.clone()
    }

    /// Works out what is said of the record beside its notes, once for each state of it.
    fn renew(&mut self) {
        let of = Some((self.version, self.session.item));
        if self.session.known.of == of {
            return;
        }
        let document = self.document;
        let items = items(document);
        let at = items.iter().position(|id| Some(*id) == self.session.item);
        let said = at.zip(self.session.item).and_then(|(at, id)| {
            let words = crate::edit::headings::heading_words(&document.block(id)?.text)?;
            Some(format!("{}. {}", at + 1, plain(document, &words)))
        });
        self.session.known = Known { of, item: said, quorum: template::quorum(document) };
    }
}

/// What is said of the record beside its notes.
#[derive(Default)]
struct Known {
    /// Of which state of it, with which item being spoken of.
    of: Option<(u64, Option<BlockId>)>,
    /// That item, with its number.
    item: Option<String>,
    quorum: Option<template::Quorum>,
}

/// A text of the record in plain words, its fields filled in.
fn plain(document: &Document, text: &RichText) -> String {
    if text.atoms().next().is_none() {
        return text.text().to_owned();
    }
    let output = document.outputs().first().map_or(OutputKind::Minutes, |output| output.kind);
    template::said(document, output, text).text
}

fn items(document: &Document) -> Vec<BlockId> {
    let is = |kind: &Kind| matches!(kind, Kind::AgendaItem(_));
    document.blocks().iter().filter(|block| is(&block.kind)).map(|block| block.id).collect()
}

/// Where the parts of the screen stand.
struct Places {
    queue: Option<Rect>,
    notes: Rect,
    roll: Option<Rect>,
}

/// Three columns where they have room; the queue goes first, then the roll call, which lies over the notes when asked
/// for.
fn places(view: Rect, over: bool, rtl: bool) -> Places {
    let has_roll = view.width() >= NOTES + ROLL;
    let has_queue = view.width() >= NOTES + ROLL + QUEUE;
    let mut row = Row::new(view, rtl);
    let queue = has_queue.then(|| row.start(QUEUE));
    let roll = has_roll.then(|| row.end(ROLL));
    let notes = row.rest();
    let over = (!has_roll && over).then(|| Row::new(view, rtl).end(ROLL.min(view.width() - 48.0)));
    Places { queue, notes, roll: roll.or(over) }
}

impl Session {
    /// Begins where the meeting is: at the item noted last, with the keyboard in the line.
    pub fn begin(&mut self, document: &Document) {
        self.wants = Some(line::line_id());
        if !self.begun || self.item.is_some_and(|id| document.block(id).is_none()) {
            self.begun = true;
            let items = items(document);
            let last = crate::edit::notes::notes(document).last().map(|note| note.id);
            let section = last.and_then(|id| crate::edit::notes::section_of(document, id));
            let mut tied = crate::edit::headings::headings(document).into_iter();
            let noted = tied.find(|(_, heading)| section.is_some() && *heading == section).map(|(id, _)| id);
            self.item = noted.or(items.first().copied());
        }
        self.listing.seek(None);
    }

    /// Goes to the item of the agenda beside the current one.
    pub fn turn_item(&mut self, document: &Document, shift: Shift) {
        let items = items(document);
        let at = items.iter().position(|id| Some(*id) == self.item);
        let to = match (at, shift) {
            (None, _) => Some(0),
            (Some(at), Shift::Down) => Some(at + 1),
            (Some(at), Shift::Up) => at.checked_sub(1),
        };
        if let Some(item) = to.and_then(|to| items.get(to)) {
            self.item = Some(*item);
        }
    }

    /// Marks the note in the line, or takes the mark away.
    pub fn toggle(&mut self, mark: NoteMark) {
        self.mark = if self.mark == mark { NoteMark::None } else { mark };
    }

    /// Puts whoever is named in the line in the queue; without a name, the next name goes there.
    pub fn add_to_queue(&mut self, seconds: i64) {
        let empty = self.words.trim().is_empty();
        if let Some(line::Offer::Person(found)) = self.offers.first().filter(|_| !empty) {
            let who = Talker { whom: found.whom.clone(), name: found.name.clone() };
            self.queue.add(who, seconds);
            self.named();
        } else if let Speaks::Person(who) = &self.who {
            self.queue.add(who.clone(), seconds);
            if empty && self.correcting.is_none() {
                self.named();
            }
        } else if empty {
            self.adding = !self.adding;
            self.fresh = true;
        }
    }

    /// A name nobody has yet: the record comes to know it with the first note.
    fn add_new(&mut self, seconds: i64) {
        let name = self.words.trim().to_owned();
        let person = crate::document::Person { name: name.clone(), ..crate::document::Person::default() };
        self.queue.add(Talker { whom: Whom::Kept(Box::new(person)), name }, seconds);
        self.named();
    }

    /// What stood in the line was a name for the queue, and is no note, even if the hands rested behind it.
    fn named(&mut self) {
        self.no_note = self.pending.map(|note| (note, self.since));
        self.adding = false;
        self.clear();
    }

    /// Takes the keyboard from the line to the roll call and back.
    pub fn turn(&mut self, ctx: &egui::Context, document: &Document) {
        let in_line = ctx.memory(|memory| memory.has_focus(line::line_id()));
        if in_line {
            self.roll.enter(document);
            self.over = true;
        } else {
            self.over = false;
            self.wants = Some(line::line_id());
        }
        ctx.request_repaint();
    }

    /// Whoever is named in the line of the roll call for one more, when that line is left behind.
    pub fn joins(&mut self, document: &Document) -> Option<Who> {
        self.roll.given(document)
    }

    /// What the line holds, to be kept; nothing where there is nothing to keep. A name before a colon is who speaks.
    pub fn noted(&mut self, document: &Document, finder: &Finder, now: &Now) -> Option<Command> {
        if self.adding {
            if self.offers.is_empty() && !self.words.trim().is_empty() {
                self.add_new(now.seconds);
            } else {
                self.add_to_queue(now.seconds);
            }
            return None;
        }
        if self.who == Speaks::Nobody {
            self.read_speaker(document, finder);
        }
        let words = self.words.trim().to_owned();
        let new = self.correcting.is_none() && self.pending.is_none();
        if words.is_empty() && self.who == Speaks::Nobody && new {
            return None;
        }
        let who = match std::mem::take(&mut self.who) {
            Speaks::Nobody => Said::Nobody,
            Speaks::Person(who) => Said::Person(known(document, who)),
            Speaks::Several(name) => Said::Several(name),
        };
        let mark = self.mark;
        let command = match self.correcting {
            Some(note) => {
                let noted = Box::new(Noted { at: self.at, mark, who, words });
                self.correction(note, noted)
            }
            None => {
                // When somebody paused while writing, it is the hour at which they began.
                let at = self.pending.and(self.at).unwrap_or(now.time);
                let noted = Box::new(Noted { at: Some(at), mark, who, words });
                match self.pending {
                    Some(note) => Noting::Draft { note, noted },
                    None => Noting::Keep { under: self.item, noted },
                }
            }
        };
        self.clear();
        Some(Command::Note(command))
    }

    fn read_speaker(&mut self, document: &Document, finder: &Finder) {
        let Some((name, said)) = crate::arabic::noted::before_colon(&self.words) else { return };
        let people = finder.find(name, document, &|_| false);
        let who = match people.as_slice() {
            [only] => Speaks::Person(Talker { whom: only.whom.clone(), name: only.name.clone() }),
            _ if crate::arabic::noted::is_collective(name) => Speaks::Several(name.to_owned()),
            _ => return,
        };
        self.words = said.to_owned();
        self.who = who;
    }
}

/// Somebody as the record knows them, or new to it.
fn known(document: &Document, who: Talker) -> Who {
    match who.whom {
        Whom::Known(id) => Who::Known(id),
        Whom::Named(name) => Who::New(Box::new(Person { name, ..Person::default() })),
        Whom::Kept(person) => {
            let key = name_key(&person.name);
            let found = document.people().iter().find(|(_, known)| name_key(&known.name) == key);
            found.map_or(Who::New(person), |(id, _)| Who::Known(*id))
        }
    }
}

/// Shows the screen below its bar.
pub fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    view: Rect,
    part: &mut Part<'_>,
    focus: &mut Option<(Id, Line)>,
    free: bool,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    part.renew();
    let theme = pen.theme;
    ui.painter().rect_filled(view, 0.0, theme.sheet);
    let places = places(view, part.session.over, part.rtl);
    let mut notes = places.notes;
    if let Some(rect) = places.queue {
        ui.painter().rect_filled(rect, 0.0, theme.chrome);
        let edge = if part.rtl { rect.left() + 0.5 } else { rect.right() - 0.5 };
        ui.painter().vline(edge, rect.y_range(), Stroke::new(1.0, theme.line));
        asked.extend(queue::show(ui, pen, rect, part));
    } else {
        let top = notes.with_max_y(notes.top() + 36.0);
        notes.min.y = top.bottom();
        summary(ui, pen, top, part);
    }
    // Letters are for the line wherever the hands were last, but at the roll call.
    if free && pen.locked.is_none() && !part.session.roll.has && types(ui) {
        ui.memory_mut(|memory| memory.request_focus(line::line_id()));
    }
    let foot = notes.with_min_y(notes.bottom() - line::LINE - line::STRIP);
    asked.extend(notes::show(ui, pen, notes.with_max_y(foot.top()), part));
    asked.extend(line::show(ui, pen, foot, part, focus));
    part.session.roll.has &= places.roll.is_some();
    if let Some(rect) = places.roll {
        asked.extend(roll::show(ui, pen, rect, part, focus));
    } else if let Some(who) = part.session.joins(part.document) {
        // The window became too narrow for the list.
        *focus = None;
        asked.push(Asked::Join(who));
    }
    if let Some(id) = part.session.wants.take_if(|_| free) {
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.ctx().request_repaint();
    } else if free && ui.memory(egui::Memory::focused).is_none() {
        // The hands are for the line unless they went elsewhere.
        ui.memory_mut(|memory| memory.request_focus(line::line_id()));
        ui.ctx().request_repaint();
    }
    asked
}

/// Whether a letter was typed in this frame; a space presses what has the keyboard.
fn types(ui: &Ui) -> bool {
    let letter = |event: &egui::Event| matches!(event, egui::Event::Text(words) if !words.trim().is_empty());
    ui.input(|input| input.events.iter().any(letter))
}

/// Where the queue has no room: who speaks, how many wait, and the item that is spoken of, in one row.
fn summary(ui: &Ui, pen: &mut Pen, rect: Rect, part: &Part<'_>) {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(rect.shrink2(vec2(notes::INSET, 0.0)), part.rtl);
    let queue = &part.session.queue;
    if let Some((who, since)) = &queue.now {
        let time = queue::running(part.now.seconds.saturating_sub(*since));
        let waiting = queue.waiting.len();
        let mut said = who.name.clone();
        if waiting > 0 {
            said = format!("{said} (+{waiting})");
        }
        let mark = row.end(20.0);
        let shown = pen.words(ui.ctx(), &time, Face::Caption, Base::Ltr, None);
        row.end(4.0);
        let place = row.end(shown.width().max(34.0));
        pen.draw(ui.painter(), &shown, place.center(), egui::Align2::CENTER_CENTER, theme.accent);
        row.end(6.0);
        Icon::Microphone.draw_filled(ui.painter(), mark.center(), 16.0, theme.accent);
        let shown = pen.fitted(ui.ctx(), &said, Face::BaseStrong, Base::Auto, row.rest().width() * 0.5);
        let place = row.end(shown.width());
        let (at, anchor) = side(place, part.rtl);
        pen.draw(ui.painter(), &shown, at, anchor, theme.accent);
        row.end(16.0);
        let name = part.words.with("live-speaks", &[("name", who.name.as_str().into())]);
        told(ui, place, "live-speaks", &name);
    }
    if let Some(item) = part.current_item() {
        cut(ui, pen, row.rest(), Label { words: &item, face: Face::Dense, ink: theme.ink2 }, part.rtl);
    }
}

/// The bar of the session: back, what is met for, since when; the way of the notes into the text.
pub fn bar(ui: &mut Ui, pen: &mut Pen, rect: Rect, part: &mut Part<'_>) -> Vec<Asked> {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    let mut asked = Vec::new();
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(Rect::from_min_max(rect.min + vec2(12.0, 6.0), rect.max - vec2(12.0, 6.0)), rtl);
    let back = words.get("live-back");
    let icon = if rtl { Icon::ArrowRight } else { Icon::ArrowLeft };
    let button = Button { words: &back, icon: Some(icon), weight: Weight::Quiet, rtl, ..Button::default() };
    let width = button.width(ui, pen);
    if button.show(ui, pen, row.start(width), Id::unique("live-back")) {
        asked.push(Asked::Leave);
    }
    row.start(8.0);
    let none = words.get("why-no-notes");
    let send = words.get("live-send");
    let refused = (part.session.listing.count() == 0).then_some(none.as_str());
    let button = Button { words: &send, icon: Some(Icon::TextAlignRight), refused, rtl, ..Button::default() };
    let width = button.width(ui, pen);
    if button.show(ui, pen, row.end(width), Id::unique("live-send")) {
        asked.push(Asked::Send(Vec::new()));
    }
    row.end(12.0);
    let time = part.now.time.to_string();
    let shown = pen.words(ui.ctx(), &time, Face::Section, Base::Ltr, None);
    let place = row.end(shown.width().max(44.0));
    pen.draw(ui.painter(), &shown, place.center(), egui::Align2::CENTER_CENTER, theme.ink);
    row.end(12.0);
    let day = said::long_day(part.now.date, words);
    let shown = pen.line(ui.ctx(), &day, Face::Base);
    if row.rest().width() > shown.width() + 420.0 {
        let (at, anchor) = side(row.end(shown.width()), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, theme.ink2);
        row.end(16.0);
    }
    told(ui, place, "live-clock", &format!("{day} {time}"));
    let badge = words.get("cmd-live");
    let pill = Pill { words: &badge, tone: Tone::Review, icon: Some(Icon::Microphone), rtl };
    let wide = pill.width(ui, pen);
    let title = title(part);
    let room = (row.rest().width() - wide - 16.0).max(0.0);
    let shown = pen.fitted(ui.ctx(), &title, Face::BaseStrong, Base::Auto, room);
    let place = row.start(shown.width());
    let (at, anchor) = side(place, rtl);
    pen.draw(ui.painter(), &shown, at, anchor, theme.ink);
    told(ui, place, "live-title", &title);
    row.start(8.0);
    let place = row.rest();
    if place.width() >= wide {
        pill.show(ui, pen, Rect::from_min_max(pos2(place.left(), place.top()), place.max));
    }
    asked
}

/// What is met for: «الاجتماع الدوري السابع للكتابة الجهوية».
fn title(part: &mut Part<'_>) -> String {
    if let Some((version, output, title)) = &part.session.title
        && (*version, *output) == (part.version, part.output)
    {
        return title.clone();
    }
    let document = part.document;
    let title = if document.meeting().body.name.trim().is_empty() {
        template::title(document, part.output)
    } else {
        let pieces = [
            Piece::Field(Atom::Session(SessionForm::Definite)),
            Piece::Text(" ".into()),
            Piece::Field(Atom::Body(BodyForm::ForName)),
        ];
        let rich = RichText::from_pieces(pieces).unwrap_or_default();
        template::said(document, part.output, &rich).text
    };
    part.session.title = Some((part.version, part.output, title.clone()));
    title
}
