//! The roll call beside the notes: a row for each person, three letters, arrival and quorum, what more is known of one,
//! and a line for who is not on the list.

use eframe::egui::{
    self, Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::{Asked, Part};
use crate::arabic::naming::name_key;
use crate::arabic::{Gender, Time, When};
use crate::document::{Attendee, Document, PersonId, Presence};
use crate::edit::{Command, Roll, Who};
use crate::text::Base;
use crate::ui::attendance;
use crate::ui::field::{Line, Look};
use crate::ui::pen::{Icon, Pen};
use crate::ui::presence;
use crate::ui::scroll::Scroll;
use crate::ui::theme::{Face, Theme};
use crate::ui::whom::{Among, Asking, Chosen};
use crate::ui::widgets::{
    Label, Row, Weight, button, button_width, cut, hint, key_cap, key_cap_width, named, ring, side, told,
};

/// How high a row is.
const ROW: f32 = 40.0;
/// How high the head and the foot are.
const HEAD: f32 = 40.0;
const FOOT: f32 = 64.0;
/// How high one of its two lines is.
const HINTS: f32 = 26.0;
/// How high the line is in which a name joins the list.
const ADD: f32 = 48.0;
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
    /// Whether the keyboard is on a row, in what is open below it, or in the line for one more.
    pub has: bool,
    /// Whose row is open for more.
    open: Option<PersonId>,
    /// The keyboard was in what is open in the last frame.
    inside: bool,
    /// What the card below that row remembers.
    card: attendance::State,
    /// The name being typed into the line for one more.
    asking: Asking,
    /// That line had the keyboard in the last frame.
    adding: bool,
    /// Of which state of the record the counts are, and the counts.
    counted: Option<(u64, [usize; 3])>,
}

impl State {
    /// The keyboard goes to the first of whom nothing is said, or to where it was; where there is nobody, to the line for
    /// one more.
    pub fn enter(&mut self, document: &Document) {
        let people = &document.meeting().attendance.people;
        let unsaid = people.iter().position(|entry| entry.presence == Presence::Unknown);
        self.wants = Some(unsaid.unwrap_or(self.at).min(people.len().saturating_sub(1)));
    }

    /// The name in the line for one more, which is left without a key of its own: nothing typed is lost.
    pub fn given(&mut self, document: &Document) -> Option<Who> {
        let name = self.asking.is_in(add_id()).then(|| self.asking.typed.trim().to_owned())?;
        self.asking.forget();
        Some(named_so(document, name))
    }

    /// What is open below a row, as far as somebody of the list still has it.
    fn opened(&self, people: &[Attendee]) -> Option<usize> {
        let open = self.open?;
        people.iter().position(|entry| entry.person == open)
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

/// The line in which a name joins the list.
#[must_use]
pub fn add_id() -> Id {
    Id::unique("live-roll-add")
}

/// Whoever is named by these words: somebody of the record where only one has that name, else somebody new.
fn named_so(document: &Document, name: String) -> Who {
    let key = name_key(&name);
    let mut same = document.people().iter().filter(|(_, person)| name_key(&person.name) == key);
    match (same.next(), same.next()) {
        (Some((id, _)), None) if !key.is_empty() => Who::Known(*id),
        _ => Chosen::Words(name).who(),
    }
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
pub fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    part: &mut Part<'_>,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Asked> {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let edge = if part.rtl { rect.right() - 0.5 } else { rect.left() + 0.5 };
    ui.painter().vline(edge, rect.y_range(), Stroke::new(1.0, theme.line));
    let head = rect.with_max_y(rect.top() + HEAD);
    let foot = rect.with_min_y(rect.bottom() - FOOT);
    let add = foot.translate(vec2(0.0, -ADD)).with_max_y(foot.top());
    let body = Rect::from_min_max(pos2(rect.left(), head.bottom()), pos2(rect.right(), add.top()));
    header(ui, pen, head, part);
    let mut asked = Vec::new();
    part.session.roll.has = false;
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
        asked.extend(rows(ui, pen, body, part, focus));
    }
    asked.extend(one_more(ui, pen, add, part, focus));
    footer(ui, pen, foot, part);
    asked
}

/// The line below the list, always there: a name typed there joins it, and came now.
fn one_more(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    part: &mut Part<'_>,
    focus: &mut Option<(Id, Line)>,
) -> Option<Asked> {
    let theme = pen.theme;
    let words = part.words;
    let people = &part.document.meeting().attendance.people;
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
    let mut row = Row::new(rect.shrink2(vec2(16.0, 8.0)), part.rtl);
    let icon = row.start(20.0);
    Icon::UserPlus.draw(ui.painter(), icon.center(), 18.0, theme.ink3);
    row.start(8.0);
    let id = add_id();
    let mut state = std::mem::take(&mut part.session.roll);
    if people.is_empty() && state.wants.take().is_some() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let has = ui.memory(|memory| memory.has_focus(id));
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let up = has && state.asking.typed.is_empty() && pressed(ui, Key::ArrowUp);
    let (label, hint) = (words.get("person-add"), words.get("hint-person-add"));
    let look = Look { name: &label, hint: &hint, ..Look::default() };
    let among = Among {
        document: part.document,
        finder: part.finder,
        words,
        names: &[],
        // Who is on the list already came late: chosen, they are called.
        skip: &|_| false,
        takes_new: true,
        live: false,
    };
    let asked = state.asking.show(ui, pen, row.rest(), id, "", look, focus, &among);
    // Escape may have taken the keyboard away before it is heard of here.
    let leaves = state.adding && pressed(ui, Key::Escape);
    if leaves {
        state.asking.forget();
        *focus = None;
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    if (up || leaves) && !people.is_empty() {
        state.wants = Some(people.len() - 1);
        state.has = true;
        ui.ctx().request_repaint();
    }
    state.adding = !leaves && ui.memory(|memory| memory.has_focus(id));
    state.has |= state.adding;
    let left = state.asking.is_in(id) && focus.as_ref().is_none_or(|(owner, _)| *owner != id);
    let chosen = match asked.chosen {
        None if left => state.given(part.document),
        chosen => chosen.map(Chosen::who),
    };
    let joined = chosen.map(|who| {
        state.asking.forget();
        if !left {
            *focus = None;
        }
        ui.ctx().request_repaint();
        Asked::Join(who)
    });
    part.session.roll = state;
    joined
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
    if let Some(quorum) = part.session.known.quorum {
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

/// Where a row begins, below the head of the list; what is open below another stands between.
fn top_of(at: usize, opened: Option<(usize, f32)>) -> f32 {
    let more = opened.filter(|(open, _)| at > *open).map_or(0.0, |(_, height)| height);
    8.0 + rows_high(at) + more
}

fn rows(
    ui: &mut Ui,
    pen: &mut Pen,
    view: Rect,
    part: &mut Part<'_>,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Asked> {
    let document = part.document;
    let people = &document.meeting().attendance.people;
    let mut asked = Vec::new();
    let clip = ui.clip_rect();
    ui.set_clip_rect(view.intersect(clip));
    let mut state = std::mem::take(&mut part.session.roll);
    let opened = state.opened(people);
    if opened.is_none() {
        state.open = None;
    }
    let opened = opened.and_then(|at| {
        let height = attendance::card_height(document, people.get(at)?.person) + 8.0;
        Some((at, height))
    });
    let whole = top_of(people.len(), opened) + 8.0;
    if let Some(at) = state.wants.take() {
        let _ = state.scroll.begin(ui, view, whole);
        goes_to(ui, &mut state, people, at, view);
    }
    let scrolled = state.scroll.begin(ui, view, whole);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
    let row = |y: f32| ((y - 8.0) / ROW).floor().max(0.0) as usize;
    // An open row takes the place of some others: those above the view are few enough to be drawn unseen.
    let first = row(scrolled - opened.map_or(0.0, |(_, height)| height)).saturating_sub(1);
    let last = (row(scrolled + view.height()) + 2).min(people.len());
    let mut goes = None;
    for (at, entry) in people.iter().enumerate().take(last).skip(first) {
        let top = view.top() + top_of(at, opened) - scrolled;
        let place = Rect::from_min_size(pos2(view.left() + 8.0, top), vec2(view.width() - 16.0, ROW));
        let drawn = person(ui, pen, place, (at, entry), state.open == Some(entry.person), part);
        asked.extend(drawn.said.map(Asked::Run));
        goes = goes.or(drawn.goes);
        if drawn.has {
            state.at = at;
            state.has = true;
        }
        if drawn.opens {
            let again = state.open == Some(entry.person);
            state.open = (!again).then_some(entry.person);
            state.card = attendance::State::default();
            if !again {
                let bottom = top_of(at + 1, None) + attendance::card_height(document, entry.person) + 8.0;
                state.scroll.by((bottom - scrolled - view.height()).max(0.0));
                state.inside = true;
                let first = attendance::card_field(document, entry.person);
                ui.memory_mut(|memory| memory.request_focus(first));
            }
            ui.ctx().request_repaint();
        } else if let Some((_, height)) = opened.filter(|(open, _)| *open == at) {
            let card = Rect::from_min_size(place.left_bottom(), vec2(place.width(), height - 8.0));
            asked.extend(more(ui, pen, card, entry, part, &mut state, focus));
        }
    }
    // At once: the next letter is for the next person, however fast it comes.
    match goes {
        Some(Goes::To(at)) => goes_to(ui, &mut state, people, at, view),
        Some(Goes::Beyond) => {
            state.has = true;
            ui.memory_mut(|memory| memory.request_focus(add_id()));
            ui.ctx().request_repaint();
        }
        None => {}
    }
    state.scroll.thumb(ui, pen, view, Id::unique("live-roll-thumb"), part.rtl);
    ui.set_clip_rect(clip);
    part.session.roll = state;
    asked
}

/// What more is known of who was opened: the card they have in the form of the attendance. Enter and Escape lead back to
/// the row.
fn more(
    ui: &mut Ui,
    pen: &mut Pen,
    card: Rect,
    entry: &Attendee,
    part: &Part<'_>,
    state: &mut State,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Asked> {
    let mut commands = Vec::new();
    let mut form = attendance::Form {
        document: part.document,
        words: part.words,
        focus,
        finder: part.finder,
        state: &mut state.card,
        asked: &mut commands,
    };
    let entered = form.card(ui, pen, card, entry.person);
    let focused = ui.memory(egui::Memory::focused);
    // Escape takes the keyboard away before it is heard of here.
    state.inside = focused.map_or(state.inside, |id| attendance::is_of(entry.person, id));
    let leaves = state.inside
        && !state.card.has_list()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if entered || leaves {
        state.open = None;
        state.inside = false;
        *focus = None;
        ui.memory_mut(|memory| memory.request_focus(row_id(entry)));
        ui.ctx().request_repaint();
    }
    state.has |= state.inside || entered || leaves;
    commands.into_iter().map(Asked::Run).collect()
}

/// Where the keyboard goes from a row.
#[derive(Clone, Copy)]
enum Goes {
    /// To this row.
    To(usize),
    /// To the line for one more.
    Beyond,
}

/// What a row was asked.
#[derive(Default)]
struct Drawn {
    /// What was said of the person.
    said: Option<Command>,
    /// Where the keyboard goes.
    goes: Option<Goes>,
    /// Whether it is here.
    has: bool,
    /// Whether what more is known is to be opened, or closed.
    opens: bool,
}

/// Brings a row into view and gives it the keyboard.
fn goes_to(ui: &Ui, state: &mut State, people: &[Attendee], at: usize, view: Rect) {
    let Some(entry) = people.get(at) else { return };
    let opened = state.opened(people).map(|open| (open, 0.0));
    state.has = true;
    state.scroll.reveal(view, top_of(at, opened), top_of(at, opened) + ROW);
    ui.memory_mut(|memory| memory.request_focus(row_id(entry)));
    ui.ctx().request_repaint();
}

/// One person; what was asked of their row.
fn person(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    (at, entry): (usize, &Attendee),
    is_open: bool,
    part: &Part<'_>,
) -> Drawn {
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
    let mut opens = false;
    if is_open || has || ui.rect_contains_pointer(rect) {
        let place = row.end(24.0);
        let button = ui.interact(place, id.with("more"), Sense::CLICK);
        let icon = if is_open { Icon::CaretUp } else { Icon::CaretDown };
        let ink = if button.hovered() { theme.ink } else { theme.ink3 };
        icon.draw(ui.painter(), place.center(), 16.0, ink);
        let told = words.with("attendee-more", &[("number", (at + 1).into())]);
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &told));
        opens = button.clicked();
    }
    cut(ui, pen, row.rest(), Label { words: &name, face: Face::Base, ink: theme.ink }, rtl);
    let word = presence::word(entry.presence, gender, words);
    let told = if late { format!("{name}: {word} {beside}") } else { format!("{name}: {word}") };
    let told = named(&told, locked.as_deref());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, locked.is_none(), &told));
    if let Some(reason) = &locked {
        hint(ui, pen, &response, reason, rtl);
    }
    let mut drawn = Drawn { has, opens, ..Drawn::default() };
    if has {
        let count = part.document.meeting().attendance.people.len();
        drawn.goes = moves(ui, id, at, count);
        if let Some(typed) = presence::typed(ui, words) {
            presence::spend_letters(ui);
            said = Some(typed);
            drawn.goes = Some(at + 1).filter(|at| *at < count).map(Goes::To);
        }
        drawn.opens |= ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    }
    drawn.said = said.filter(|_| locked.is_none()).and_then(|said| called(entry, said, part));
    drawn
}

/// Where the arrows lead: to a row, or past the last to the line for one more.
fn moves(ui: &Ui, id: Id, at: usize, count: usize) -> Option<Goes> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = count.saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut to = None;
    for (key, target) in [
        (Key::ArrowDown, Some(if at < last { Goes::To(at + 1) } else { Goes::Beyond })),
        (Key::ArrowUp, at.checked_sub(1).map(Goes::To)),
        (Key::PageDown, Some(Goes::To((at + 10).min(last)))),
        (Key::PageUp, Some(Goes::To(at.saturating_sub(10)))),
        (Key::Home, Some(Goes::To(0))),
        (Key::End, Some(if at < last { Goes::To(last) } else { Goes::Beyond })),
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

/// The letters that are hinted, those of a roll call first.
const LETTERS: [Presence; 5] =
    [Presence::Present, Presence::Absent, Presence::Excused, Presence::Proxy(None), Presence::Guest];

/// What each letter says, what Enter and Escape do where the keyboard is, and the key that goes back.
fn footer(ui: &Ui, pen: &mut Pen, rect: Rect, part: &Part<'_>) {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
    let inner = rect.shrink2(vec2(16.0, 6.0));
    let mut row = Row::new(inner.with_max_y(inner.top() + HINTS), rtl);
    let letters: Vec<(String, String)> = LETTERS
        .map(|said| (presence::key(said, words), words.get(&format!("presence-short-{}", said.keyword()))))
        .into();
    let wide = |pen: &mut Pen, (key, word): &(String, String)| {
        key_cap_width(ui, pen, key) + 4.0 + pen.line(ui.ctx(), word, Face::Caption).width()
    };
    // All five where they have room, else the three of a roll call.
    let whole: f32 = letters.iter().map(|hinted| wide(pen, hinted)).sum();
    let gap = ((row.rest().width() - whole) / 4.0).floor().min(16.0);
    let (gap, many) = if gap < 6.0 { (16.0, SAID.len()) } else { (gap, letters.len()) };
    for (key, word) in letters.iter().take(many) {
        let cap = key_cap_width(ui, pen, key);
        let shown = pen.line(ui.ctx(), word, Face::Caption);
        if cap + 4.0 + shown.width() > row.rest().width() {
            break;
        }
        key_cap(ui, pen, row.start(cap), key);
        row.start(4.0);
        let (at, anchor) = side(row.start(shown.width()), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, theme.ink3);
        row.start(gap);
    }
    let mut row = Row::new(inner.with_min_y(inner.bottom() - HINTS), rtl);
    let turn = words.get("live-turn-short");
    let width = pen.line(ui.ctx(), &turn, Face::Caption).width() + 6.0 + key_cap_width(ui, pen, "F6");
    super::queue::hint(ui, pen, row.end(width + 2.0), "F6", &turn, rtl);
    row.end(12.0);
    let state = &part.session.roll;
    let (key, does) = if state.inside {
        ("Esc", "live-roll-leaves")
    } else if state.adding {
        ("Enter", "live-roll-adds")
    } else {
        ("Enter", "live-roll-opens")
    };
    let does = words.get(does);
    super::queue::hint(ui, pen, row.rest(), key, &does, rtl);
    told(ui, row.rest(), "live-roll-hint", &format!("{key}: {does}"));
}
