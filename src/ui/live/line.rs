//! The line notes are written in, and the strip above it: people offered, marks, what is being corrected.

use std::cell::OnceCell;
use std::collections::HashSet;

use eframe::egui::{
    self, Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::{Asked, Part, Session, Speaks, Talker, keys, notes};
use crate::arabic::naming::may_be_title;
use crate::arabic::{ARTICLE, fold, noted};
use crate::document::{Document, Kind, NoteMark, PersonId, Speaker};
use crate::text::Base;
use crate::ui::field::{Line, Look, field};
use crate::ui::pen::{Icon, Pen};
use crate::ui::suggest::{Finder, Found, Whom};
use crate::ui::theme::Face;
use crate::ui::widgets::{Button, Row, Weight, key_cap, key_cap_width, side, told, told_aloud};

/// How high the line is.
pub const LINE: f32 = 56.0;
/// How high the strip above it is.
pub const STRIP: f32 = 44.0;
/// So many words may a name have; what is longer is a note.
const NAME: usize = 4;

/// Whoever is offered while a name is typed.
#[derive(Clone, PartialEq, Debug)]
pub enum Offer {
    /// A person.
    Person(Found),
    /// Several who speak as one.
    Several(String),
}

impl Offer {
    fn speaks(&self) -> Speaks {
        match self {
            Self::Person(found) => {
                Speaks::Person(Talker { whom: found.whom.clone(), name: found.name.clone() })
            }
            Self::Several(name) => Speaks::Several(name.clone()),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Person(found) => &found.name,
            Self::Several(name) => name,
        }
    }
}

/// The line that takes the notes.
#[must_use]
pub fn line_id() -> Id {
    Id::unique("live-line")
}

/// Fewer letters are nobody's name.
const LEAST: usize = 2;

fn letters(typed: &str) -> usize {
    typed.chars().filter(|c| c.is_alphabetic()).count()
}

/// People who answer what was typed, those in the room first; behind them groups and others who speak as one.
pub fn offers(finder: &Finder, document: &Document, typed: &str) -> Vec<Offer> {
    let words = typed.split_whitespace().count();
    if letters(typed) < LEAST || words > NAME || typed.contains([':', '،', '.']) {
        return Vec::new();
    }
    let attendance = &document.meeting().attendance;
    let here: OnceCell<HashSet<PersonId>> = OnceCell::new();
    let here = |id: PersonId| {
        here.get_or_init(|| attendance.people.iter().map(|entry| entry.person).collect()).contains(&id)
    };
    let mut all: Vec<Offer> =
        finder.find_first(typed, document, &|_| false, &here).into_iter().map(Offer::Person).collect();
    let wanted = fold(typed.trim());
    let groups = attendance.groups.iter().map(|group| group.nominative.as_str());
    let several = groups.chain(noted::COLLECTIVES).filter(|name| !name.is_empty());
    let begins = |name: &str| {
        let folded = fold(name);
        let bare = folded.strip_prefix(ARTICLE).unwrap_or(&folded);
        folded.starts_with(&wanted) || bare.starts_with(&wanted)
    };
    all.extend(several.filter(|name| begins(name)).map(|name| Offer::Several(name.to_owned())).take(2));
    all
}

impl Session {
    /// Looks up whom to offer, once for what is typed.
    fn look(&mut self, finder: &Finder, document: &Document) {
        if self.searched == self.words {
            return;
        }
        // Whom nobody answers with some letters, nobody answers with more of them, but behind a title.
        let people = document.people().len();
        let goes_on = |(of, words): &(usize, String)| *of == people && self.words.starts_with(words);
        let known = self.unanswered.as_ref().is_some_and(goes_on);
        self.searched.clone_from(&self.words);
        self.hidden = false;
        let asks = self.who == Speaks::Nobody || self.adding;
        self.offers = if asks && !known { offers(finder, document, &self.words) } else { Vec::new() };
        let is_none = asks && self.offers.is_empty() && letters(&self.words) >= LEAST;
        let is_none = is_none && (known || !may_be_title(&self.words));
        if !(is_none && known) {
            self.unanswered = is_none.then(|| (people, self.words.clone()));
        }
    }

    /// Whom Tab takes now: those offered, or, with nothing written, who has the floor.
    fn offered(&self) -> Vec<Offer> {
        if self.hidden {
            return Vec::new();
        }
        if self.words.is_empty() && self.who == Speaks::Nobody && !self.adding && self.correcting.is_none() {
            let now = self.queue.now.iter();
            return now
                .map(|(who, _)| {
                    let (whom, name) = (who.whom.clone(), who.name.clone());
                    Offer::Person(Found { whom, name, about: String::new(), typed: Vec::new() })
                })
                .collect();
        }
        self.offers.clone()
    }

    /// Takes somebody offered as who speaks, or into the queue where they are asked for that.
    fn take(&mut self, at: usize, offers: Vec<Offer>, seconds: i64) {
        let Some(offer) = offers.get(at) else { return };
        let speaks = offer.speaks();
        if self.adding {
            if let Speaks::Person(who) = speaks {
                self.queue.add(who, seconds);
            }
            self.named();
            return;
        }
        let typed = if self.taken.is_some() { String::new() } else { std::mem::take(&mut self.words) };
        self.who = speaks;
        self.words.clear();
        self.searched.clear();
        self.offers.clear();
        match &mut self.taken {
            Some(taken) => taken.at = at,
            None => self.taken = Some(Taken { at, offers, typed }),
        }
        self.fresh = true;
    }

    /// Forgets what is written and for whom.
    pub fn clear(&mut self) {
        self.words.clear();
        self.searched.clear();
        self.offers.clear();
        self.who = Speaks::Nobody;
        self.mark = NoteMark::None;
        self.correcting = None;
        self.pending = None;
        self.stored = (String::new(), Speaks::Nobody, NoteMark::None);
        self.changed = None;
        self.was = None;
        self.at = None;
        self.taken = None;
        self.fresh = true;
    }

    /// Brings a note into the line to be corrected.
    pub fn correct(&mut self, document: &Document, note: crate::document::BlockId) {
        let Some(block) = document.block(note) else { return };
        let Kind::Note(kept) = &block.kind else { return };
        self.clear();
        self.adding = false;
        self.words = super::plain(document, &block.text);
        self.searched.clone_from(&self.words);
        self.mark = kept.mark;
        self.at = kept.at;
        self.who = match &kept.speaker {
            Speaker::Unnamed => Speaks::Nobody,
            Speaker::Person(id) => Speaks::Person(Talker {
                whom: Whom::Known(*id),
                name: document.person(*id).map(|person| person.name.clone()).unwrap_or_default(),
            }),
            Speaker::Collective(name) => Speaks::Several(name.clone()),
        };
        self.stored = (self.words.clone(), self.who.clone(), self.mark);
        self.correcting = Some(note);
        self.listing.seek(Some(note));
    }
}

/// Who was taken by Tab, so that the next Tab takes the one after.
pub struct Taken {
    at: usize,
    offers: Vec<Offer>,
    /// What was typed, which comes back should nobody be meant.
    typed: String,
}

/// The keys the line takes before its field does.
fn keyboard(ui: &Ui, part: &mut Part<'_>) -> Option<Asked> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let seconds = part.now.seconds;
    let session = &mut *part.session;
    let offered = session.offered();
    if let Some(taken) = session.taken.as_ref().filter(|_| session.words.is_empty()) {
        let (count, next) = (taken.offers.len(), taken.at + 1);
        if pressed(Key::Tab) && count > 0 {
            let offers = taken.offers.clone();
            session.take(next % count, offers, seconds);
        }
    } else if !offered.is_empty() && pressed(Key::Tab) {
        session.take(0, offered, seconds);
    }
    if session.words.is_empty() && session.who != Speaks::Nobody && pressed(Key::Backspace) {
        // Nobody was meant: what was typed is there again.
        session.who = Speaks::Nobody;
        if let Some(taken) = session.taken.take() {
            session.words = taken.typed;
            session.searched.clone_from(&session.words);
        }
        session.fresh = true;
    }
    if pressed(Key::Escape) {
        if session.correcting.is_some() {
            return Some(Asked::Cancel);
        }
        if session.adding {
            session.adding = false;
            session.clear();
        } else {
            session.hidden = true;
        }
    }
    let walks = session.correcting.is_some() || session.words.is_empty() && session.who == Speaks::Nobody;
    if walks && !session.adding {
        let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
        if up || down {
            return beside(session, part.document, up);
        }
    }
    None
}

/// The note before or after the one in the line; past the last the line is empty again.
fn beside(session: &mut Session, document: &Document, up: bool) -> Option<Asked> {
    let all: Vec<_> = session.listing.notes().collect();
    let at = session.correcting.and_then(|id| all.iter().position(|note| *note == id));
    let changed = session.correcting.is_some_and(|id| {
        document.block(id).is_some_and(|block| super::plain(document, &block.text) != session.words)
    });
    let kept = changed.then_some(Asked::Keep);
    if kept.is_some() {
        return kept;
    }
    let to = match (at, up) {
        (Some(at), true) => at.checked_sub(1),
        (None, true) => all.len().checked_sub(1),
        (Some(at), false) => Some(at + 1),
        (None, false) => None,
    };
    match to.and_then(|to| all.get(to)) {
        Some(note) => session.correct(document, *note),
        None if !up => session.clear(),
        None => {}
    }
    None
}

/// Shows the strip and the line below it.
pub fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    part: &mut Part<'_>,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    let id = line_id();
    let has = ui.memory(|memory| memory.has_focus(id)) && pen.locked.is_none();
    if has {
        asked.extend(keyboard(ui, part));
    }
    if std::mem::take(&mut part.session.fresh) {
        *focus = None;
        ui.ctx().request_repaint();
    }
    let strip = rect.with_max_y(rect.top() + STRIP);
    let line = rect.with_min_y(strip.bottom());
    asked.extend(written(ui, pen, line, part, focus));
    let finder = part.finder;
    part.session.look(finder, part.document);
    asked.extend(above(ui, pen, strip, part));
    // Whoever is in the middle of a note stays in it; from an empty line Tab goes on.
    let stays = part.session.taken.is_some() || !part.session.words.is_empty();
    let stays = stays || !part.session.offered().is_empty();
    let filter = EventFilter { tab: stays, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    asked
}

/// The line itself: the time, who speaks, the words, the mark.
fn written(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    part: &mut Part<'_>,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Asked> {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.reads);
    ui.painter().rect_filled(rect, 0.0, theme.raised);
    let edge = rect.with_max_y(rect.top() + 2.0);
    ui.painter().rect_filled(edge, 0.0, theme.accent);
    let mut row = Row::new(rect.shrink2(vec2(notes::INSET, 0.0)).with_min_y(edge.bottom()), rtl);
    let time = row.start(notes::TIME);
    let kept = part.session.correcting.or(part.session.pending);
    let at = if kept.is_some() { part.session.at } else { Some(part.now.time) };
    let stamp = at.map(|at| at.to_string()).unwrap_or_default();
    let shown = pen.words(ui.ctx(), &stamp, Face::Base, Base::Ltr, None);
    let (place, anchor) = side(time, rtl);
    pen.draw(ui.painter(), &shown, place, anchor, theme.ink3);
    let keep = words.get(if part.session.adding { "live-queue-add" } else { "live-keep" });
    let shown = pen.line(ui.ctx(), &keep, Face::Caption);
    let (place, anchor) = side(row.end(shown.width()), rtl);
    pen.draw(ui.painter(), &shown, place, anchor, theme.ink3);
    row.end(8.0);
    let cap = key_cap_width(ui, pen, "Enter");
    key_cap(ui, pen, row.end(cap), "Enter");
    row.end(12.0);
    let mark = part.session.mark;
    notes::pill(ui, pen, &mut row, mark, part);
    let name = part.session.who.name().map(|name| format!("{name}:"));
    if let Some(name) = &name {
        let most = row.rest().width() * 0.4;
        let shown = pen.fitted(ui.ctx(), name, Face::Screen, Base::Auto, most);
        let (place, anchor) = side(row.start(shown.width()), rtl);
        pen.draw(ui.painter(), &shown, place, anchor, theme.ink);
    }
    let label = match (&name, part.session.adding) {
        (_, true) => words.get("live-queue-whom"),
        (Some(_), _) => {
            words.with("live-line-of", &[("name", part.session.who.name().unwrap_or_default().into())])
        }
        (None, _) => words.get("live-line"),
    };
    let hint = if part.session.adding {
        words.get("live-queue-whom")
    } else if name.is_some() {
        String::new()
    } else {
        words.get("live-hint")
    };
    // The field keeps 9 on either side; the words begin where those above them do.
    let place = row.rest().expand2(vec2(9.0, 0.0));
    let place = if name.is_some() { row.rest() } else { place };
    let id = line_id();
    let look = Look { hint: &hint, name: &label, bare: true, large: true, ..Look::default() };
    let value = part.session.words.clone();
    let outcome = field(ui, pen, place, id, &value, look, focus);
    if let Some(changed) = outcome.changed {
        part.session.words = changed;
        if !part.session.words.is_empty() {
            part.session.taken = None;
        }
    }
    let mut asked = Vec::new();
    if outcome.entered {
        asked.push(Asked::Keep);
    }
    asked
}

/// The strip: whom to take, what is corrected, or how a note is marked.
fn above(ui: &mut Ui, pen: &mut Pen, rect: Rect, part: &mut Part<'_>) -> Vec<Asked> {
    let mut asked = Vec::new();
    let inner = rect.shrink2(vec2(notes::INSET, 0.0));
    let mut row = Row::new(inner, part.reads);
    row.start(notes::TIME);
    let offered = part.session.offered();
    if !offered.is_empty() {
        people(ui, pen, row, &offered, part);
    } else if part.session.correcting.is_some() {
        asked.extend(correcting(ui, pen, row, part));
    } else {
        marks(ui, pen, row, part);
    }
    asked
}

fn people(ui: &mut Ui, pen: &mut Pen, mut row: Row, offered: &[Offer], part: &mut Part<'_>) {
    let theme = pen.theme;
    let rtl = part.reads;
    let mut hit = None;
    let all = offered.iter().map(Offer::name).collect::<Vec<_>>().join("، ");
    let whole = row.rest();
    let told: Vec<(String, String)> = offered
        .iter()
        .map(|offer| match offer {
            Offer::Person(found) => (titled(part.document, found), found.about.clone()),
            Offer::Several(name) => (name.clone(), part.words.get("live-several")),
        })
        .collect();
    // Two whom Tab can take are worth more than what one of them is.
    let mut width = |words: &str, face: Face| pen.line(ui.ctx(), words, face).width();
    let both: f32 = told
        .iter()
        .take(2)
        .map(|(name, about)| width(name, Face::Base) + width(about, Face::Caption).min(180.0) + 84.0)
        .sum();
    let has_room = both <= whole.width();
    for (at, (offer, (name, about))) in offered.iter().zip(told).enumerate() {
        let tabs = ["Tab"; 3].get(..(at + 1).min(3)).unwrap_or_default().join(" ");
        let cap = if at < 3 { key_cap_width(ui, pen, &tabs) + 8.0 } else { 0.0 };
        let shown = pen.line(ui.ctx(), &name, Face::Base);
        let most = row.rest().width() - 16.0 - cap;
        if shown.width() > most {
            break;
        }
        let beside = pen.line(ui.ctx(), &about, Face::Caption);
        let beside =
            (has_room && beside.width() + 8.0 <= (most - shown.width()).min(188.0) && !about.is_empty())
                .then_some(beside);
        let wide = 14.0 + shown.width() + beside.as_ref().map_or(0.0, |b| b.width() + 8.0) + cap;
        let place = Rect::from_center_size(row.start(wide).center(), vec2(wide, 32.0));
        row.start(8.0);
        let response = ui.interact(place, Id::unique(("live-offer", at)), Sense::CLICK);
        if at == 0 {
            ui.painter().rect_filled(place, 6.0, theme.chosen);
        } else if response.hovered() {
            ui.painter().rect_filled(place, 6.0, theme.hover);
        }
        let mut inner = Row::new(place.shrink2(vec2(7.0, 0.0)), rtl);
        let words = inner.start(shown.width());
        lit(ui, pen, words, &shown, offer, &name, rtl);
        if let Some(beside) = &beside {
            inner.start(8.0);
            let (at, anchor) = side(inner.start(beside.width()), rtl);
            pen.draw(ui.painter(), beside, at, anchor, theme.ink2);
        }
        if at < 3 {
            key_cap(ui, pen, inner.end(cap - 8.0), &tabs);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.clicked() {
            hit = Some(at);
        }
    }
    told_aloud(ui, whole, "live-offers", &all);
    if let Some(at) = hit {
        let seconds = part.now.seconds;
        part.session.taken = None;
        part.session.take(at, offered.to_vec(), seconds);
        ui.memory_mut(|memory| memory.request_focus(line_id()));
        ui.ctx().request_repaint();
    }
}

/// The name with what was typed of it lit behind the letters.
fn lit(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    shown: &crate::ui::pen::Words,
    offer: &Offer,
    name: &str,
    rtl: bool,
) {
    let theme = pen.theme;
    let (at, anchor) = side(rect, rtl);
    let scale = ui.ctx().pixels_per_point();
    let size = vec2(shown.layout.width() / scale, shown.height());
    let origin = anchor.anchor_size(at, size).min;
    if let Offer::Person(found) = offer {
        let before = name.len() - found.name.len();
        for range in &found.typed {
            for part in shown.layout.rects(range.start + before..range.end + before) {
                let part = Rect::from_min_max(pos2(part.left, part.top), pos2(part.right, part.bottom));
                let part = Rect::from_min_size(origin + part.min.to_vec2() / scale, part.size() / scale);
                ui.painter().rect_filled(part, 2.0, theme.search);
            }
        }
    }
    pen.draw(ui.painter(), shown, origin, Align2::LEFT_TOP, theme.ink);
}

/// A name with its title, which stands before it.
fn titled(document: &Document, found: &Found) -> String {
    let person = match &found.whom {
        Whom::Known(id) => document.person(*id),
        Whom::Kept(person) => Some(person.as_ref()),
        Whom::Named(_) => None,
    };
    let named = person.and_then(crate::template::person_name);
    named.filter(|named| named.ends_with(&found.name)).unwrap_or_else(|| found.name.clone())
}

fn correcting(ui: &mut Ui, pen: &mut Pen, mut row: Row, part: &mut Part<'_>) -> Vec<Asked> {
    let mut asked = Vec::new();
    let (words, rtl) = (part.words, part.reads);
    let Some(note) = part.session.correcting else { return asked };
    let buttons = [
        ("live-cancel", None, Asked::Cancel),
        ("live-remove", Some(Icon::Trash), Asked::Remove(note)),
        ("live-send-one", Some(Icon::TextAlignRight), Asked::Send(vec![note])),
    ];
    for (key, icon, does) in buttons {
        let label = words.get(key);
        let button = Button { words: &label, icon, small: true, rtl, ..Button::default() };
        let width = button.width(ui, pen);
        if width > row.rest().width() {
            continue;
        }
        let place = Rect::from_center_size(row.end(width).center(), vec2(width, 28.0));
        row.end(8.0);
        let button = Button { weight: Weight::Plain, ..button };
        if button.show(ui, pen, place, Id::unique(("live-correct", key))) {
            asked.push(does);
            ui.memory_mut(|memory| memory.request_focus(line_id()));
        }
    }
    let at = part.session.at.map(|at| at.to_string()).unwrap_or_default();
    let said = words.with("live-correcting", &[("time", at.into())]);
    let shown = pen.fitted(ui.ctx(), &said, Face::BaseStrong, Base::Auto, row.rest().width());
    let (at, anchor) = side(row.rest(), rtl);
    let ink = pen.theme.accent;
    pen.draw(ui.painter(), &shown, at, anchor, ink);
    told(ui, row.rest(), "live-correcting", &said);
    asked
}

/// The marks, each with its keys; pressed, the note is marked.
fn marks(ui: &mut Ui, pen: &mut Pen, mut row: Row, part: &mut Part<'_>) {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.reads);
    let mut hit = None;
    let all = [
        (NoteMark::Decision, super::MARKS[0]),
        (NoteMark::Task, super::MARKS[1]),
        (NoteMark::Quote, super::MARKS[2]),
    ];
    for (mark, cap) in all {
        let Some(key) = keys::mark_key(mark) else { continue };
        let label = words.get(key);
        let shown = pen.line(ui.ctx(), &label, Face::Caption);
        let wide = shown.width() + 8.0 + key_cap_width(ui, pen, cap) + 16.0;
        if wide > row.rest().width() {
            break;
        }
        let place = Rect::from_center_size(row.start(wide).center(), vec2(wide, 28.0));
        row.start(8.0);
        let on = part.session.mark == mark;
        let response = ui.interact(place, Id::unique(("live-mark", key)), Sense::CLICK);
        let (fill, ink) = notes::colours(mark, &theme);
        if on {
            ui.painter().rect_filled(place, 6.0, fill);
        } else if response.hovered() {
            ui.painter().rect_filled(place, 6.0, theme.hover);
        }
        let mut inner = Row::new(place.shrink2(vec2(8.0, 0.0)), rtl);
        let (at, anchor) = side(inner.start(shown.width()), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, if on { ink } else { theme.ink2 });
        inner.start(8.0);
        let width = key_cap_width(ui, pen, cap);
        key_cap(ui, pen, inner.start(width), cap);
        let name = words.get(super::keys::Act::Mark(mark).key());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
        if response.clicked() {
            hit = Some(mark);
        }
    }
    if let Some(mark) = hit {
        part.session.toggle(mark);
        ui.memory_mut(|memory: &mut egui::Memory| memory.request_focus(line_id()));
    }
}
