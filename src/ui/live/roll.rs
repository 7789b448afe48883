//! The roll call beside the notes: a row for each person, three letters, arrival and quorum.

use eframe::egui::{
    Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{Asked, Part};
use crate::arabic::{Gender, Time, When};
use crate::document::{Attendee, Document, Presence};
use crate::edit::{Command, Roll};
use crate::template;
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::presence;
use crate::ui::scroll::Scroll;
use crate::ui::theme::{Face, Theme};
use crate::ui::widgets::{
    Label, Row, Weight, button, button_width, cut, hint, key_cap, key_cap_width, named, ring, side, told,
};

/// How high a row is.
const ROW: f32 = 40.0;
/// How high the head and the foot are.
const HEAD: f32 = 40.0;
const FOOT: f32 = 36.0;
/// The side of a letter's box.
const BOX: f32 = 28.0;

/// The three answers of a roll call, in the order of their boxes.
const SAID: [Presence; 3] = [Presence::Present, Presence::Absent, Presence::Excused];

/// What the column remembers.
#[derive(Default)]
pub struct State {
    scroll: Scroll,
    /// The row the keyboard goes to.
    wants: Option<usize>,
    /// The row it was on last.
    at: usize,
    /// Whether the keyboard is on a row.
    pub has: bool,
    /// Of which state of the record the counts are, and the counts.
    counted: Option<(u64, [usize; 3])>,
}

impl State {
    /// The keyboard goes to the first of whom nothing is said, or to where it was; whether there is anybody.
    pub fn enter(&mut self, document: &Document) -> bool {
        let people = &document.meeting().attendance.people;
        let unsaid = people.iter().position(|entry| entry.presence == Presence::Unknown);
        let last = people.len().saturating_sub(1);
        self.wants = Some(unsaid.unwrap_or(self.at).min(last)).filter(|_| !people.is_empty());
        self.wants.is_some()
    }

    fn counts(&mut self, document: &Document, version: u64) -> [usize; 3] {
        if let Some((of, counts)) = self.counted
            && of == version
        {
            return counts;
        }
        let mut counts = [0; 3];
        for entry in &document.meeting().attendance.people {
            let at = SAID.iter().position(|said| *said == entry.presence);
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        self.counted = Some((version, counts));
        counts
    }
}

/// The row of a person.
#[must_use]
pub fn row_id(entry: &Attendee) -> Id {
    Id::unique(("live-roll", entry.person.to_string()))
}

/// When somebody called now has arrived: later than the meeting began, on its day. Nothing for who was there.
#[must_use]
pub fn arrival(document: &Document, now: &super::Now) -> Option<Time> {
    let meeting = document.meeting();
    let start = meeting.start?;
    let today = match &meeting.dates {
        When::Days(days) => days.is_empty() || days.contains(&now.date),
        other => other.first().is_none_or(|first| first <= now.date),
    };
    (today && now.time > start).then_some(now.time)
}

/// What a letter asks for: said again of somebody who is there, it turns a late arrival into one from the start and back.
fn called(entry: &Attendee, said: Presence, part: &Part<'_>) -> Option<Command> {
    let arrived = match said {
        Presence::Present if entry.presence == Presence::Present && entry.arrived.is_some() => None,
        Presence::Present => arrival(part.document, &part.now),
        _ => None,
    };
    let same = entry.presence.keyword() == said.keyword() && entry.arrived == arrived;
    (!same).then_some(Command::Roll(Roll::Call { person: entry.person, presence: said, arrived }))
}

/// Shows the column.
pub fn show(ui: &mut Ui, pen: &mut Pen, rect: Rect, part: &mut Part<'_>) -> Vec<Asked> {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let edge = if part.rtl { rect.right() - 0.5 } else { rect.left() + 0.5 };
    ui.painter().vline(edge, rect.y_range(), Stroke::new(1.0, theme.line));
    let head = rect.with_max_y(rect.top() + HEAD);
    let foot = rect.with_min_y(rect.bottom() - FOOT);
    let body = Rect::from_min_max(pos2(rect.left(), head.bottom()), pos2(rect.right(), foot.top()));
    header(ui, pen, head, part);
    let mut asked = Vec::new();
    if part.document.meeting().attendance.people.is_empty() {
        let empty = part.words.get("people-empty");
        let line = Rect::from_min_size(body.min + vec2(16.0, 24.0), vec2(body.width() - 32.0, 24.0));
        cut(ui, pen, line, Label { words: &empty, face: Face::Base, ink: theme.ink2 }, part.rtl);
        let name = part.words.get("people-add");
        let icon = Some(Icon::UserPlus);
        let mut row = Row::new(line.translate(vec2(0.0, 36.0)).with_max_y(line.bottom() + 44.0), part.rtl);
        let place = row.start(button_width(ui, pen, &name, icon));
        if button(ui, pen, place, &name, icon, Weight::Plain, part.rtl) {
            asked.push(Asked::People);
        }
    } else {
        asked.extend(rows(ui, pen, body, part));
    }
    footer(ui, pen, foot, part);
    asked
}

fn header(ui: &Ui, pen: &mut Pen, rect: Rect, part: &mut Part<'_>) {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let [present, absent, excused] = part.session.roll.counts(part.document, part.version);
    let mut row = Row::new(rect.shrink2(vec2(16.0, 0.0)), rtl);
    let title = words.get("panel-roll");
    let shown = pen.line(ui.ctx(), &title, Face::BaseStrong);
    let (at, anchor) = side(row.start(shown.width()), rtl);
    pen.draw(ui.painter(), &shown, at, anchor, theme.ink);
    row.start(8.0);
    if let Some(quorum) = template::quorum(part.document) {
        let (icon, ink, key) = if quorum.reached {
            (Icon::CheckCircle, theme.ok, "quorum-reached")
        } else {
            (Icon::WarningCircle, theme.warning, "quorum-missing")
        };
        let count = format!("{}/{}", quorum.present, quorum.needed);
        let shown = pen.words(ui.ctx(), &count, Face::Caption, Base::Ltr, None);
        let mark = row.end(20.0);
        icon.draw_filled(ui.painter(), mark.center(), 18.0, ink);
        row.end(4.0);
        let place = row.end(shown.width());
        pen.draw(ui.painter(), &shown, place.center(), Align2::CENTER_CENTER, ink);
        row.end(8.0);
        let said = words.with("quorum-needed", &[("count", quorum.needed.into())]);
        let told = format!("{} {count} · {said}", words.get(key));
        let area = mark.union(place);
        let response = ui.interact(area, Id::unique("live-quorum"), Sense::hover());
        hint(ui, pen, &response, &told, rtl);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    }
    let counts = [
        words.with("live-present", &[("count", present.into())]),
        words.with("live-excused", &[("count", excused.into())]),
        words.with("live-absent", &[("count", absent.into())]),
    ];
    let line = counts.join(" · ");
    cut(ui, pen, row.rest(), Label { words: &line, face: Face::Base, ink: theme.ink2 }, rtl);
    told(ui, row.rest(), "live-counts", &line);
}

#[expect(clippy::cast_precision_loss, reason = "rows of a list")]
fn rows_high(count: usize) -> f32 {
    count as f32 * ROW
}

fn rows(ui: &mut Ui, pen: &mut Pen, view: Rect, part: &mut Part<'_>) -> Vec<Asked> {
    let document = part.document;
    let people = &document.meeting().attendance.people;
    let mut asked = Vec::new();
    let clip = ui.clip_rect();
    ui.set_clip_rect(view.intersect(clip));
    let mut state = std::mem::take(&mut part.session.roll);
    let whole = rows_high(people.len()) + 16.0;
    if let Some(at) = state.wants.take() {
        let _ = state.scroll.begin(ui, view, whole);
        goes_to(ui, &mut state, people, at, view);
    }
    let scrolled = state.scroll.begin(ui, view, whole);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
    let row = |y: f32| ((y - 8.0) / ROW).floor().max(0.0) as usize;
    let first = row(scrolled).saturating_sub(1);
    let last = (row(scrolled + view.height()) + 2).min(people.len());
    let mut goes = None;
    state.has = false;
    for (at, entry) in people.iter().enumerate().take(last).skip(first) {
        let top = view.top() + 8.0 + rows_high(at) - scrolled;
        let place = Rect::from_min_size(pos2(view.left() + 8.0, top), vec2(view.width() - 16.0, ROW));
        let (command, to, has) = person(ui, pen, place, at, entry, part);
        asked.extend(command.map(Asked::Run));
        goes = goes.or(to);
        if has {
            state.at = at;
            state.has = true;
        }
    }
    // At once: the next letter is for the next person, however fast it comes.
    if let Some(at) = goes {
        goes_to(ui, &mut state, people, at, view);
    }
    state.scroll.thumb(ui, pen, view, Id::unique("live-roll-thumb"), part.rtl);
    ui.set_clip_rect(clip);
    part.session.roll = state;
    asked
}

/// Brings a row into view and gives it the keyboard.
fn goes_to(ui: &Ui, state: &mut State, people: &[Attendee], at: usize, view: Rect) {
    let Some(entry) = people.get(at) else { return };
    state.has = true;
    state.scroll.reveal(view, rows_high(at) + 8.0, rows_high(at + 1) + 8.0);
    ui.memory_mut(|memory| memory.request_focus(row_id(entry)));
    ui.ctx().request_repaint();
}

/// One person: what was said of them, the row the keyboard goes to, whether it is here.
fn person(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    at: usize,
    entry: &Attendee,
    part: &Part<'_>,
) -> (Option<Command>, Option<usize>, bool) {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    let id = row_id(entry);
    let response = ui.interact(rect, id, Sense::click());
    if response.clicked() {
        response.request_focus();
    }
    let has = response.has_focus();
    if has {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
        ui.painter().rect_stroke(rect, 6.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    let locked = pen.locked.clone();
    let person = part.document.person(entry.person);
    let gender = person.map_or(Gender::Unknown, |person| person.gender);
    let name = person.map_or_else(|| words.get("person-unnamed"), |person| presence::called(person, words));
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), rtl);
    let mut said = None;
    for presence in SAID.into_iter().rev() {
        let place = Rect::from_center_size(row.end(BOX).center(), vec2(BOX, BOX));
        row.end(4.0);
        if letter(ui, pen, place, entry, presence, (&name, gender), part) {
            said = Some(presence);
        }
    }
    row.end(8.0);
    let beside = match entry.presence {
        Presence::Present => {
            let came = entry.arrived.or(part.document.meeting().start);
            came.map(|time| time.to_string()).unwrap_or_default()
        }
        Presence::Guest | Presence::Proxy(_) => presence::word(entry.presence, gender, words),
        Presence::Unknown | Presence::Excused | Presence::Absent => String::new(),
    };
    let shown = pen.line(ui.ctx(), &beside, Face::Caption);
    let place = row.end(shown.width().max(36.0));
    let late = entry.presence == Presence::Present && entry.arrived.is_some();
    let ink = if late { theme.ink } else { theme.ink3 };
    pen.draw(ui.painter(), &shown, place.center(), Align2::CENTER_CENTER, ink);
    row.end(8.0);
    cut(ui, pen, row.rest(), Label { words: &name, face: Face::Base, ink: theme.ink }, rtl);
    let word = presence::word(entry.presence, gender, words);
    let told = if late { format!("{name}: {word} {beside}") } else { format!("{name}: {word}") };
    let told = named(&told, locked.as_deref());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, locked.is_none(), &told));
    if let Some(reason) = &locked {
        hint(ui, pen, &response, reason, rtl);
    }
    let mut to = None;
    if has {
        to = moves(ui, id, at, part.document.meeting().attendance.people.len());
        if let Some(typed) = presence::typed(ui, words) {
            presence::spend_letters(ui);
            said = Some(typed);
            to = Some(at + 1).filter(|at| *at < part.document.meeting().attendance.people.len());
        }
    }
    let said = said.filter(|_| locked.is_none()).and_then(|said| called(entry, said, part));
    (said, to, has)
}

/// The row the arrows lead to.
fn moves(ui: &Ui, id: Id, at: usize, count: usize) -> Option<usize> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = count.saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut to = None;
    for (key, target) in [
        (Key::ArrowDown, Some(at + 1).filter(|at| *at < count)),
        (Key::ArrowUp, at.checked_sub(1)),
        (Key::PageDown, Some((at + 10).min(last))),
        (Key::PageUp, Some(at.saturating_sub(10))),
        (Key::Home, Some(0)),
        (Key::End, Some(last)),
    ] {
        if pressed(key) {
            to = target;
        }
    }
    to
}

/// The box of one letter; whether it was pressed.
fn letter(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    entry: &Attendee,
    said: Presence,
    (name, gender): (&str, Gender),
    part: &Part<'_>,
) -> bool {
    let theme = pen.theme;
    let id = row_id(entry).with(said.keyword());
    let response = ui.interact(rect, id, Sense::CLICK);
    let on = entry.presence == said;
    let (fill, ink, edge) =
        if on { on_colours(said, &theme) } else { (theme.raised, theme.ink3, theme.edge) };
    let fill = if !on && response.hovered() { theme.hover } else { fill };
    ui.painter().rect_filled(rect, 4.0, fill);
    ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.0, edge), StrokeKind::Inside);
    let face = if on { Face::DenseStrong } else { Face::Dense };
    pen.centred(ui, rect, &presence::key(said, part.words), face, ink);
    ring(ui, pen, rect.shrink(2.0), 4, &response);
    let word = presence::word(said, gender, part.words);
    let told = part.words.with("live-roll-mark", &[("name", name.into()), ("presence", word.into())]);
    let free = pen.locked.is_none();
    response.widget_info(|| WidgetInfo::selected(Role::Button, free, on, &told));
    response.clicked()
}

fn on_colours(
    said: Presence,
    theme: &Theme,
) -> (eframe::egui::Color32, eframe::egui::Color32, eframe::egui::Color32) {
    match said {
        Presence::Present => (theme.ok_fill, theme.ok, theme.ok),
        Presence::Absent => (theme.error_fill, theme.error, theme.error),
        _ => (theme.warning_fill, theme.warning, theme.warning),
    }
}

/// What each letter says, and the key that goes back.
fn footer(ui: &Ui, pen: &mut Pen, rect: Rect, part: &Part<'_>) {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(rect.shrink2(vec2(16.0, 0.0)), rtl);
    let turn = words.get("live-turn-short");
    let width = pen.line(ui.ctx(), &turn, Face::Caption).width() + 6.0 + key_cap_width(ui, pen, "F6");
    super::queue::hint(ui, pen, row.end(width + 2.0), "F6", &turn, rtl);
    for said in SAID {
        let letter = presence::key(said, words);
        let word = words.get(&format!("presence-short-{}", said.keyword()));
        let cap = key_cap_width(ui, pen, &letter);
        let shown = pen.line(ui.ctx(), &word, Face::Caption);
        if cap + 4.0 + shown.width() > row.rest().width() {
            break;
        }
        key_cap(ui, pen, row.start(cap), &letter);
        row.start(4.0);
        let (at, anchor) = side(row.start(shown.width()), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, theme.ink3);
        row.start(16.0);
    }
}
