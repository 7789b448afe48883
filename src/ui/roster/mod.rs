//! The screen of the roster: people kept between meetings, looked through, found, written, and put on a list.

mod edit;
mod incoming;
mod list;

use std::collections::BTreeSet;

use eframe::egui::{Event, Id, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, ViewportCommand, pos2, vec2};

use super::field::{Line, Look, field};
use super::pen::{Icon, Pen};
use super::scroll::Scroll;
use super::theme::Face;
use super::widgets::{Button, IconButton, Label, Row, Weight, cut, told, told_aloud};
use crate::arabic::naming;
use crate::document::{Person, PersonId};
use crate::import;
use crate::store::Roster;
use crate::store::roster::{Incoming, Index, Rank, Table, TableError};
use crate::words::Words;
use edit::Draft;
use incoming::Preview;

/// People as the roster has them from now on, or has them no more.
pub type Changes = Vec<(PersonId, Option<Person>)>;

/// How wide all of it is.
const WIDE: f32 = 1040.0;
/// How wide the form is.
const FORM: f32 = 408.0;
const GAP: f32 = 16.0;
/// The row of title and buttons, and that of the search field.
const HEAD: f32 = 32.0;
const INSET: f32 = 16.0;

/// What the screen asks the window to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// Change the roster, and say this of it: a message with a count.
    Change(Changes, Option<(&'static str, usize)>),
    /// Put these people on the attendance list of the record.
    Join(Vec<Person>),
    /// Ask for a file with a table.
    File,
    /// Say this, a message.
    Say(&'static str),
    /// Put the screen away.
    Close,
}

/// What the screen is drawn from.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The people.
    pub roster: &'a Roster,
    /// How often they were changed.
    pub version: u64,
    /// The words of the interface.
    pub words: Words,
    /// Nothing floats above the screen: it hears Escape and takes what is pasted.
    pub free: bool,
    /// Why nobody can be put on an attendance list now: a message.
    pub no_record: Option<&'static str>,
    /// What is drawn anew for each window, for names for life.
    pub session: u32,
}

/// The screen, and what it remembers between frames.
#[derive(Default)]
pub struct Screen {
    index: Index,
    query: String,
    /// Whom the list shows, and for which words that was found.
    shown: Vec<PersonId>,
    shown_for: Option<(u64, String)>,
    /// Whose row the keyboard is on, and whose form is shown.
    at: Option<PersonId>,
    ticked: BTreeSet<PersonId>,
    scroll: Scroll,
    draft: Option<Draft>,
    preview: Option<Box<Preview>>,
    /// What was wrong with what was pasted or read: a message in words.
    wrong: Option<String>,
    /// The next thing pasted is a table, whatever it looks like.
    waits: bool,
    began: bool,
    /// The row that has just been gone to: it takes the keyboard.
    goes: bool,
}

/// The field of the words that are searched for.
#[must_use]
pub fn search_id() -> Id {
    Id::unique("roster-search")
}

impl Screen {
    /// Forgets what is written into the form: the roster was changed behind it.
    pub fn forget(&mut self) {
        self.draft = None;
    }

    /// Takes the table in a file in, to be looked at before anything of it is in the roster.
    pub fn take_file(&mut self, bytes: &[u8], name: &str, roster: &Roster, words: Words) {
        match import::decode(bytes, None) {
            Ok(decoded) => self.take(&decoded.text, name, decoded.encoding, roster, words),
            Err(_) => self.refuse(TableError::Binary, words),
        }
    }

    /// Takes people of the record in, to be looked at first; then the screen goes away again.
    pub fn take_record(&mut self, incoming: Incoming) {
        self.preview = Some(Box::new(Preview::of_record(incoming)));
    }

    fn take(
        &mut self,
        text: &str,
        name: &str,
        encoding: Option<&'static str>,
        roster: &Roster,
        words: Words,
    ) {
        self.waits = false;
        match Table::read(text) {
            Ok(table) => {
                self.wrong = None;
                self.preview = Some(Box::new(Preview::new(table, name, encoding, roster)));
            }
            Err(error) => self.refuse(error, words),
        }
    }

    fn refuse(&mut self, error: TableError, words: Words) {
        let (key, values) = error.message();
        let values: Vec<_> = values.into_iter().map(|(name, value)| (name, value.into())).collect();
        self.wrong = Some(words.with(key, &values));
    }

    /// What was written into the form and is not in the roster yet: the window asks before it goes away.
    pub fn settle(&mut self, roster: &Roster) -> Option<Changes> {
        self.draft.take()?.change(roster)
    }

    /// Shows the screen; what was asked. `focus` is the line of the window's field that has the keyboard.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        view: Rect,
        given: &Given<'_>,
        focus: &mut Option<(Id, Line)>,
    ) -> Vec<Asked> {
        let mut asked = Vec::new();
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        ui.painter().rect_filled(view, 0.0, pen.theme.desk);
        self.hear(ui, given);
        let list_open = self.draft.as_ref().is_some_and(Draft::has_list)
            || self.preview.as_ref().is_some_and(|preview| preview.has_list());
        let escaped =
            given.free && !list_open && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if escaped && self.preview.is_some() {
            asked.extend(self.put_preview_away());
        } else if escaped {
            if self.query.is_empty() {
                asked.push(Asked::Close);
            } else {
                self.query.clear();
                *focus = None;
                ui.memory_mut(|memory| memory.request_focus(search_id()));
            }
        }
        let width = WIDE.min(view.width() - 48.0).floor();
        let left = (view.center().x - width / 2.0).round();
        let head = Rect::from_min_size(pos2(left, view.top() + INSET), vec2(width, HEAD));
        let mut top = head.bottom() + 12.0;
        if let Some(wrong) = &self.wrong {
            let rect = Rect::from_min_size(pos2(left, top), vec2(width, 36.0));
            self.bar(ui, pen, rect, &wrong.clone(), given.words);
            top = rect.bottom() + 12.0;
        }
        let body = Rect::from_min_max(pos2(left, top), pos2(left + width, view.bottom() - INSET));
        match &mut self.preview {
            Some(preview) => {
                let (done, changes) = preview.show(ui, pen, body, given);
                if let Some((changes, count)) = changes {
                    self.shown_for = None;
                    asked.push(Asked::Change(changes, Some(("roster-imported", count))));
                }
                if done {
                    asked.extend(self.put_preview_away());
                    self.goes = false;
                    ui.memory_mut(|memory| memory.request_focus(search_id()));
                    ui.ctx().request_repaint();
                }
            }
            None => self.people(ui, pen, body, given, focus, &mut asked),
        }
        self.head(ui, pen, head, given, &mut asked);
        if !std::mem::replace(&mut self.began, true) && self.preview.is_none() {
            ui.memory_mut(|memory| memory.request_focus(search_id()));
        }
        ui.set_clip_rect(before);
        if asked.contains(&Asked::Close)
            && let Some(changes) = self.settle(given.roster)
        {
            asked.insert(0, Asked::Change(changes, None));
        }
        asked
    }

    /// Lets go of what was looked at; the screen goes too where it was opened for that alone.
    fn put_preview_away(&mut self) -> Option<Asked> {
        let preview = self.preview.take()?;
        preview.is_of_record().then_some(Asked::Close)
    }

    /// Takes a table from the clipboard, before any field has it.
    fn hear(&mut self, ui: &Ui, given: &Given<'_>) {
        if !given.free || self.preview.is_some() {
            return;
        }
        // The clipboard held nothing: what is pasted later is for whatever has the keyboard then.
        let goes_on =
            |event: &Event| matches!(event, Event::Text(_) | Event::PointerButton { pressed: true, .. });
        self.waits &= !ui.input(|input| input.events.iter().any(goes_on));
        let any = self.waits;
        let pasted = ui.input_mut(|input| {
            let is = |event: &Event| matches!(event, Event::Paste(text) if any || text.trim_end().contains(['\t', '\n']));
            let at = input.events.iter().position(is)?;
            match input.events.remove(at) {
                Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        if let Some(text) = pasted {
            let name = given.words.get("roster-clipboard");
            self.take(&text, &name, None, given.roster, given.words);
            ui.ctx().request_repaint();
        }
    }

    /// What was wrong with a table, with a way to put it away.
    fn bar(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, words: &str, all: Words) {
        let theme = pen.theme;
        let rtl = all.language().is_right_to_left();
        ui.painter().rect_filled(rect, 6.0, theme.warning_fill);
        let mut row = Row::new(rect.shrink2(vec2(12.0, 2.0)), rtl);
        Icon::WarningCircle.draw(ui.painter(), row.start(20.0).center(), 20.0, theme.warning);
        row.start(8.0);
        let away = row.end(32.0);
        let rest = row.rest();
        cut(ui, pen, rest, Label { words, face: Face::Base, ink: theme.ink }, rtl);
        told_aloud(ui, rest, "roster-wrong", words);
        let name = all.get("cmd-close-notice");
        let x = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
        if x.show(ui, pen, away, Id::unique("roster-wrong-away")) {
            self.wrong = None;
        }
    }

    /// The title and what can be done as a whole.
    fn head(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, given: &Given<'_>, asked: &mut Vec<Asked>) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let mut row = Row::new(rect, rtl);
        let close = row.end(32.0);
        row.end(8.0);
        let mut places = Vec::new();
        if self.preview.is_none() {
            for (key, icon, weight) in [
                ("roster-file", Icon::FolderOpen, Weight::Plain),
                ("roster-paste", Icon::ClipboardText, Weight::Plain),
                ("person-add", Icon::UserPlus, Weight::Filled),
            ] {
                let name = words.get(key);
                let button = Button { words: &name, icon: Some(icon), weight, rtl, ..Button::default() };
                places.push((key, icon, weight, row.end(button.width(ui, pen))));
                row.end(8.0);
            }
        }
        let title = words.get("roster-title");
        let rest = row.rest();
        let count = words.with("roster-count", &[("count", given.roster.len().into())]);
        let shown = pen.line(ui.ctx(), &title, Face::Screen);
        let place = Row::new(rest, rtl).start(shown.width().min(rest.width()));
        cut(ui, pen, place, Label { words: &title, face: Face::Screen, ink: pen.theme.ink }, rtl);
        told(ui, place, "roster-title", &title);
        let mut after = Row::new(rest, rtl);
        after.start(shown.width() + 12.0);
        if after.rest().width() > 60.0 {
            let ink = pen.theme.ink2;
            cut(ui, pen, after.rest(), Label { words: &count, face: Face::Dense, ink }, rtl);
            told(ui, after.rest(), "roster-count", &count);
        }
        // In reading order, so that Tab goes so.
        for (key, icon, weight, place) in places.into_iter().rev() {
            let name = words.get(key);
            let button = Button { words: &name, icon: Some(icon), weight, rtl, ..Button::default() };
            if !button.show(ui, pen, place, Id::unique(key)) {
                continue;
            }
            match key {
                "roster-file" => asked.push(Asked::File),
                "roster-paste" => {
                    self.waits = true;
                    ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
                }
                _ => {
                    asked.extend(self.settle(given.roster).map(|changes| Asked::Change(changes, None)));
                    self.draft = Some(Draft::new(given.roster.fresh(given.session), Person::default()));
                    self.at = None;
                    ui.memory_mut(|memory| memory.request_focus(edit::name_id()));
                }
            }
        }
        let name = words.get("cmd-close");
        let x = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
        if x.show(ui, pen, close, Id::unique("roster-close")) {
            let closes = self.preview.is_none().then_some(Asked::Close);
            asked.extend(self.put_preview_away().or(closes));
        }
    }

    /// The search field, the list, and the form beside it.
    fn people(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        body: Rect,
        given: &Given<'_>,
        focus: &mut Option<(Id, Line)>,
        asked: &mut Vec<Asked>,
    ) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let mut row = Row::new(body, rtl);
        let form = row.end(FORM.min((body.width() * 0.5).floor()));
        row.end(GAP);
        let side = row.rest();
        let search = side.with_max_y(side.top() + HEAD);
        let label = words.get("roster-search");
        let look = Look { name: &label, hint: &label, before: 26.0, ltr: !rtl, ..Look::default() };
        let outcome = field(ui, pen, search, search_id(), &self.query, look, focus);
        let icon = if rtl { search.right() - 18.0 } else { search.left() + 18.0 };
        Icon::MagnifyingGlass.draw(ui.painter(), pos2(icon, search.center().y), 18.0, pen.theme.ink3);
        if let Some(query) = outcome.changed {
            self.query = query;
        }
        self.look(given);
        let down = ui.memory(|memory| memory.has_focus(search_id()))
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        if outcome.entered || down {
            self.go(self.at.filter(|at| down && self.shown.contains(at)).or(self.shown.first().copied()));
        }
        let card = side.with_min_y(search.bottom() + 12.0);
        let edge = Stroke::new(1.0, pen.theme.line);
        ui.painter().rect_filled(card, 10.0, pen.theme.raised);
        ui.painter().rect_stroke(card, 10.0, edge, StrokeKind::Inside);
        self.list(ui, pen, card, given, asked);
        // Whose form is shown follows the row.
        let drafted = self.draft.as_ref().map(Draft::id);
        if self.at.is_some() && drafted != self.at {
            asked.extend(self.settle(given.roster).map(|changes| Asked::Change(changes, None)));
            let person = self.at.and_then(|id| given.roster.get(id).map(|person| (id, person.clone())));
            self.draft = person.map(|(id, person)| Draft::new(id, person));
        }
        ui.painter().rect_filled(form, 10.0, pen.theme.raised);
        ui.painter().rect_stroke(form, 10.0, edge, StrokeKind::Inside);
        self.form(ui, pen, form, given, focus, asked);
    }

    /// Goes to a row, which takes the keyboard.
    fn go(&mut self, to: Option<PersonId>) {
        if to.is_some() {
            self.at = to;
            self.goes = true;
        }
    }

    /// Finds whom the list shows, unless nothing changed.
    fn look(&mut self, given: &Given<'_>) {
        let now = (given.version, self.query.clone());
        if self.shown_for.as_ref() == Some(&now) {
            return;
        }
        let roster = given.roster;
        self.index.take_in(roster.people());
        let wanted = naming::wanted(&self.query);
        self.shown = if wanted.is_empty() {
            self.index.all().map(|(id, _)| id).collect()
        } else {
            let mut found: Vec<(Rank, PersonId)> =
                self.index.find(&wanted, true).map(|(rank, id, _)| (rank, id)).collect();
            found.sort_by_key(|(rank, _)| *rank);
            found.into_iter().map(|(_, id)| id).collect()
        };
        self.ticked.retain(|id| roster.get(*id).is_some());
        if self.at.is_some_and(|at| roster.get(at).is_none()) {
            self.at = None;
            self.draft = None;
        }
        self.shown_for = Some(now);
    }
}
