//! The panel of those present: the quorum, the roll call or the invitations with a pill that a click or a key turns, the
//! groups.

use eframe::egui::{
    self, Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::pen::{Icon, Pen};
use super::presence;
use super::theme::Face;
use super::widgets::{Button, Row, Segments, Weight, button_width, hint, named, ring, side};
use crate::arabic::Gender;
use crate::document::{Answer, Attendee, Document, Presence};
use crate::edit::{Command, Roll};
use crate::template;
use crate::text::Base;
use crate::ui::access;
use crate::words::{Value, Words};

/// From the panel's edge to what it shows.
const INSET: f32 = 16.0;
/// From the top to the first card.
const ABOVE: f32 = 12.0;
/// How high the card of the quorum is.
const CARD: f32 = 99.0;
/// How high the head of a list is, with the space above it.
const HEAD: f32 = 45.0;
/// How high a person is.
const ROW: f32 = 40.0;
/// How high a group is.
const GROUP: f32 = 33.0;
/// How high the choice between roll call and invitations is, with that of whom to show below it.
const TOOLS: f32 = 84.0;
/// How high what can be done with the list is, with the meaning of the keys above it.
const FOOT: f32 = 140.0;

/// What the panel asks the window to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// Change the record.
    Run(Command),
    /// Open the form of the attendance on the page.
    Edit,
    /// Open in it what more is known of the person of this line.
    More(usize),
    /// Open the roster.
    Roster,
}

/// What the pills of the panel say.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum Mode {
    /// Who came.
    #[default]
    Roll,
    /// What was answered to the invitation, before the meeting.
    Answers,
}

/// Whom the panel shows.
type Only = Option<&'static str>;

/// What the panel remembers between frames.
#[derive(Default)]
pub struct Panel {
    scroll: f32,
    mode: Mode,
    /// The keyword of the presence or the answer whose people are shown; nothing for all.
    only: Only,
    /// The row that takes the keyboard when it comes: the first in view.
    pub entry: Option<Id>,
}

/// Shows the panel in this rectangle, below its tabs.
pub fn panel(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    document: &Document,
    words: Words,
    state: &mut Panel,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    let clip = ui.clip_rect();
    ui.set_clip_rect(rect.intersect(clip));
    let rtl = words.language().is_right_to_left();
    let mode = state.mode;
    let shown = shown(document, mode, &mut state.only);
    let mut list = List { document, words, rtl, mode, shown, asked: &mut asked };
    list.show(ui, pen, rect, state);
    ui.set_clip_rect(clip);
    asked
}

struct List<'a> {
    document: &'a Document,
    words: Words,
    rtl: bool,
    mode: Mode,
    /// The lines of the list that are shown.
    shown: Vec<usize>,
    asked: &'a mut Vec<Asked>,
}

/// The keyword of what a pill says of somebody.
fn keyword(entry: &Attendee, mode: Mode) -> &'static str {
    match mode {
        Mode::Roll => entry.presence.keyword(),
        Mode::Answers => entry.answer.keyword(),
    }
}

/// The lines that are shown; a choice that holds nobody any more shows all.
fn shown(document: &Document, mode: Mode, only: &mut Only) -> Vec<usize> {
    let people = &document.meeting().attendance.people;
    let of = |only: Only| {
        let is = |entry: &Attendee| only.is_none_or(|only| keyword(entry, mode) == only);
        people.iter().enumerate().filter(|(_, entry)| is(entry)).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let found = of(*only);
    if found.is_empty() && only.is_some() {
        *only = None;
        return of(None);
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "rows of a list")]
fn rows(count: usize) -> f32 {
    count as f32
}

impl List<'_> {
    fn people(&self) -> &[Attendee] {
        &self.document.meeting().attendance.people
    }

    fn show(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, state: &mut Panel) {
        let attendance = &self.document.meeting().attendance;
        let (people, groups) = (attendance.people.len(), attendance.groups.len());
        let list = if people == 0 { 0.0 } else { TOOLS + HEAD + rows(self.shown.len()) * ROW };
        let gap = if groups == 0 { 0.0 } else { 11.0 };
        let foot = if people + groups == 0 { 152.0 } else { FOOT };
        let height = ABOVE + CARD + list + gap + rows(groups) * GROUP + foot;
        let most = (height - rect.height()).max(0.0);
        if ui.rect_contains_pointer(rect) {
            state.scroll -= ui.input(|input| input.smooth_scroll_delta().y);
        }
        state.scroll = state.scroll.clamp(0.0, most);
        let mut y = rect.top() + ABOVE - state.scroll;
        let inner = rect.shrink2(vec2(INSET, 0.0));
        let mut next = |height: f32| {
            let piece = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), height));
            y += height;
            piece
        };
        self.quorum(ui, pen, next(CARD));
        state.entry = None;
        if people > 0 {
            self.tools(ui, pen, next(TOOLS), state);
            self.head(ui, pen, next(HEAD));
            let all = next(rows(self.shown.len()) * ROW);
            state.entry = self.first(all, rect);
            if let Some(row) = self.rows(ui, pen, all, rect) {
                // Who got the keyboard comes into view, with a row to spare.
                let (top, bottom) = (row.top() - ROW, row.bottom() + ROW);
                let up = (rect.top() - top).max(0.0);
                let down = (bottom - rect.bottom()).max(0.0);
                state.scroll = (state.scroll - up + down).clamp(0.0, most);
                ui.ctx().request_repaint();
            }
        }
        next(gap);
        for group in &attendance.groups {
            let row = next(GROUP);
            let name = if group.nominative.is_empty() { &group.oblique } else { &group.nominative };
            let count =
                group.count.map_or_else(|| self.words.get("group-unnamed"), |count| count.to_string());
            self.ends(ui, pen, row.with_max_y(row.bottom() - 1.0), (name, Face::BaseStrong), &count);
            ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, pen.theme.line));
        }
        self.foot(ui, pen, next(foot), people + groups == 0);
        if most > 0.0 {
            let share = rect.height() / height;
            let top = rect.top() + state.scroll * share;
            let x = if self.rtl { rect.left() + 4.0 } else { rect.right() - 8.0 };
            let thumb = Rect::from_min_size(pos2(x, top), vec2(4.0, rect.height() * share));
            ui.painter().rect_filled(thumb, 2.0, pen.theme.edge.gamma_multiply(0.5));
        }
    }

    /// Words at both ends of a row; the first are cut where they would meet the second.
    fn ends(&self, ui: &Ui, pen: &mut Pen, rect: Rect, (start, face): (&str, Face), end: &str) {
        let (ink, quiet) = (pen.theme.ink, pen.theme.ink2);
        let end = pen.line(ui.ctx(), end, Face::Dense);
        let (at, anchor) = side(rect, !self.rtl);
        pen.draw(ui.painter(), &end, at, anchor, quiet);
        let start = pen.fitted(ui.ctx(), start, face, Base::Auto, rect.width() - end.width() - 12.0);
        let (at, anchor) = side(rect, self.rtl);
        pen.draw(ui.painter(), &start, at, anchor, ink);
    }

    fn told(count: usize) -> [(&'static str, Value<'static>); 1] {
        [("count", count.into())]
    }

    fn is(&self, wanted: fn(Presence) -> bool) -> usize {
        self.people().iter().filter(|entry| wanted(entry.presence)).count()
    }

    fn absent(&self) -> usize {
        self.is(|presence| matches!(presence, Presence::Excused | Presence::Absent))
    }

    fn quorum(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let theme = pen.theme;
        ui.painter().rect_filled(rect, 10.0, theme.raised);
        ui.painter().rect_stroke(rect, 10.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        let inner = rect.shrink(12.0);
        let top = Rect::from_min_size(inner.min, vec2(inner.width(), 26.0));
        let verdict = template::quorum(self.document);
        let words = self.words;
        let (icon, ink, title, count, about) = match verdict {
            Some(quorum) => {
                let key = if quorum.reached { "quorum-reached" } else { "quorum-missing" };
                let count = words
                    .with("count-of", &[("count", quorum.present.into()), ("all", quorum.members.into())]);
                let needed = words.with("quorum-needed", &[("count", quorum.needed.into())]);
                let absent = match self.absent() {
                    0 => None,
                    count => Some(words.with("people-absent", &Self::told(count))),
                };
                let late = match (quorum.since, quorum.late) {
                    (Some(time), _) => Some(words.with("quorum-since", &[("time", time.to_string().into())])),
                    (None, 0) => None,
                    (None, late) => Some(words.with("quorum-late", &[("count", late.into())])),
                };
                let about = [Some(needed), late, absent].into_iter().flatten().collect::<Vec<_>>();
                let (icon, ink) = if quorum.reached {
                    (Icon::CheckCircle, theme.accent)
                } else {
                    (Icon::WarningCircle, theme.warning)
                };
                (icon, ink, words.get(key), count, about.join(" · "))
            }
            None => {
                let count = words.with("people-present", &Self::told(self.is(|p| p == Presence::Present)));
                match template::beyond_members(self.document) {
                    Some(beyond) => {
                        let of = [("present", beyond.present.into()), ("members", beyond.members.into())];
                        let about = words.with("finding-over-members", &of);
                        (Icon::WarningCircle, theme.warning, words.get("quorum-none"), count, about)
                    }
                    None => {
                        let about = words.get("quorum-none-about");
                        (Icon::Info, theme.ink2, words.get("quorum-none"), count, about)
                    }
                }
            }
        };
        let mut row = Row::new(top, self.rtl);
        let mark = row.start(20.0);
        if verdict.is_some() {
            icon.draw_filled(ui.painter(), mark.center(), 20.0, ink);
        } else {
            icon.draw(ui.painter(), mark.center(), 20.0, ink);
        }
        row.start(8.0);
        self.ends(ui, pen, row.rest(), (&title, Face::BaseStrong), &count);
        let line =
            Rect::from_center_size(pos2(inner.center().x, rect.top() + 55.5), vec2(inner.width(), 6.0));
        ui.painter().rect_filled(line, 3.0, theme.hover);
        if let Some(quorum) = verdict {
            #[expect(clippy::cast_precision_loss, reason = "people in a room")]
            let share = |count: u32| (count as f32 / quorum.members.max(1) as f32).clamp(0.0, 1.0);
            let full = Row::new(line, self.rtl).start(line.width() * share(quorum.present));
            ui.painter().rect_filled(full, 3.0, ink);
            let needed = line.width() * share(quorum.needed);
            let x = if self.rtl { line.right() - needed } else { line.left() + needed };
            let mark = Rect::from_center_size(pos2(x, line.center().y), vec2(2.0, 12.0));
            ui.painter().rect_filled(mark, 0.0, theme.ink);
        }
        let foot = Rect::from_min_size(pos2(inner.left(), rect.top() + 65.0), vec2(inner.width(), 20.0));
        let shown = pen.fitted(ui.ctx(), &about, Face::Caption, Base::Auto, foot.width());
        let (at, anchor) = side(foot, self.rtl);
        pen.draw(ui.painter(), &shown, at, anchor, theme.ink2);
        let whole = format!("{title} {count} {about}");
        let response = ui.interact(rect, Id::unique("panel-quorum"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
    }

    fn head(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let row = rect.with_min_y(rect.bottom() - 34.0).with_max_y(rect.bottom() - 1.0);
        let body = &self.document.meeting().body.name;
        let name = if body.is_empty() { self.words.get("people-list") } else { body.clone() };
        let there = self.is(|presence| matches!(presence, Presence::Present | Presence::Proxy(_)));
        let all = self.is(|presence| presence != Presence::Guest);
        let count = self.words.with("count-of", &[("count", there.into()), ("all", all.into())]);
        self.ends(ui, pen, row, (&name, Face::BaseStrong), &count);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, pen.theme.line));
    }

    /// Whose row is the first that is whole in view.
    fn first(&self, all: Rect, view: Rect) -> Option<Id> {
        let people = self.people();
        let whole = |at: &usize| all.top() + rows(*at) * ROW >= view.top();
        let at = (0..self.shown.len()).find(whole)?;
        self.shown.get(at).and_then(|index| people.get(*index)).map(row_id)
    }

    /// The rows in view and one beyond either end, so that the keyboard finds its way on. The row that got it.
    fn rows(&mut self, ui: &mut Ui, pen: &mut Pen, all: Rect, view: Rect) -> Option<Rect> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
        let row = |y: f32| ((y - all.top()) / ROW).floor().max(0.0) as usize;
        let document = self.document;
        let people = &document.meeting().attendance.people;
        let first = row(view.top()).saturating_sub(1);
        let last = (row(view.bottom()) + 2).min(self.shown.len());
        let mut came = None;
        for at in first..last {
            let Some(entry) = self.shown.get(at).and_then(|index| people.get(*index)) else { continue };
            let rect =
                Rect::from_min_size(pos2(all.left(), all.top() + rows(at) * ROW), vec2(all.width(), ROW));
            if self.row(ui, pen, rect, at, entry) {
                came = Some(rect);
            }
        }
        came
    }

    /// One person; whether they just got the keyboard.
    fn row(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, at: usize, entry: &Attendee) -> bool {
        let document = self.document;
        let theme = pen.theme;
        let id = row_id(entry);
        let response = ui.interact(rect, id, Sense::click());
        if response.clicked() {
            response.request_focus();
        }
        let person = document.person(entry.person);
        let gender = person.map_or(Gender::Unknown, |person| person.gender);
        if response.hovered() || response.has_focus() {
            let fill = if response.has_focus() { theme.chosen } else { theme.hover };
            ui.painter().rect_filled(rect.expand2(vec2(8.0, -1.0)), 6.0, fill);
        }
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let hot = (response.hovered() || response.has_focus()) && pen.locked.is_none();
        let said = match self.mode {
            Mode::Roll => presence::Said::Presence(entry.presence),
            Mode::Answers => presence::Said::Answer(entry.answer),
        };
        let pill = presence::pill_of(ui, pen, rect, self.rtl, said, gender, self.words, hot);
        let mut text = rect;
        if self.rtl {
            text.min.x = pill.right() + 8.0;
        } else {
            text.max.x = pill.left() - 8.0;
        }
        let name = person
            .map_or_else(|| self.words.get("person-unnamed"), |person| presence::called(person, self.words));
        let office = person
            .map(|person| presence::office(document, entry.person, person, self.words))
            .unwrap_or_default();
        let first = text.with_max_y(rect.top() + 22.0);
        let second = Rect::from_min_max(pos2(text.left(), rect.top() + 19.0), text.max);
        let first = if office.is_empty() { text } else { first };
        for (rect, words, face, ink) in
            [(first, &name, Face::Base, theme.ink), (second, &office, Face::Caption, theme.ink2)]
        {
            let shown = pen.fitted(ui.ctx(), words, face, Base::Auto, rect.width());
            let (at, anchor) = side(rect, self.rtl);
            pen.draw(ui.painter(), &shown, at, anchor, ink);
        }
        ring(ui, pen, rect.expand2(vec2(5.0, -4.0)), 4, &response);
        let on_pill = pointer.is_some_and(|at| pill.expand(5.0).contains(at));
        let asked = access::pressed(&response) && !response.clicked_by(egui::PointerButton::Primary);
        let locked = pen.locked.clone();
        if let Some(reason) = &locked {
            hint(ui, pen, &response, reason, self.rtl);
        }
        let clicked = asked || response.clicked_by(egui::PointerButton::Primary) && on_pill;
        let said = if clicked {
            Some(self.next(entry))
        } else if response.has_focus() {
            self.keys(ui, id, at, entry)
        } else {
            None
        };
        if let Some(roll) = said.filter(|_| locked.is_none()) {
            self.asked.push(Asked::Run(Command::Roll(roll)));
        }
        let word = match self.mode {
            Mode::Roll => presence::word(entry.presence, gender, self.words),
            Mode::Answers => self.words.get(&format!("answer-{}", entry.answer.keyword())),
        };
        let label = named(&format!("{name}: {word}"), locked.as_deref());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, locked.is_none(), &label));
        response.gained_focus()
    }

    /// What a click makes of what is said of somebody.
    fn next(&self, entry: &Attendee) -> Roll {
        match self.mode {
            Mode::Roll => Roll::Presence(entry.person, presence::next(entry.presence)),
            Mode::Answers => Roll::Answer(entry.person, presence::next_answer(entry.answer)),
        }
    }

    fn beside(&self, at: usize) -> Option<Id> {
        self.shown.get(at).and_then(|index| self.people().get(*index)).map(row_id)
    }

    /// What the keys of this frame say; a letter also goes on to the next line, the arrows to the neighbours, Enter to what
    /// more is known.
    fn keys(&mut self, ui: &Ui, id: Id, at: usize, entry: &Attendee) -> Option<Roll> {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.shown.len().saturating_sub(1);
        let mut to = None;
        for (key, target) in [
            (Key::ArrowDown, Some(at + 1)),
            (Key::ArrowUp, at.checked_sub(1)),
            (Key::PageDown, Some((at + 8).min(last))),
            (Key::PageUp, Some(at.saturating_sub(8))),
            (Key::Home, Some(0)),
            (Key::End, Some(last)),
        ] {
            if pressed(key) {
                to = target;
            }
        }
        let typed = match self.mode {
            Mode::Roll => presence::typed(ui, self.words).map(|said| Roll::Presence(entry.person, said)),
            Mode::Answers => {
                presence::typed_answer(ui, self.words).map(|said| Roll::Answer(entry.person, said))
            }
        };
        if typed.is_some() {
            presence::spend_letters(ui);
            to = Some(at + 1);
        }
        if let Some(neighbour) = to.and_then(|at| self.beside(at)) {
            ui.memory_mut(|memory| memory.request_focus(neighbour));
        }
        if pressed(Key::Enter)
            && let Some(index) = self.shown.get(at)
        {
            self.asked.push(Asked::More(*index));
        }
        if pressed(Key::Space) {
            return Some(self.next(entry));
        }
        // Who stands in stays where the same is said again.
        typed.filter(|roll| match roll {
            Roll::Presence(_, said) => said.keyword() != entry.presence.keyword(),
            Roll::Answer(_, said) => *said != entry.answer,
            _ => true,
        })
    }

    /// Roll call or invitations, and below it whom to show, with how many there are of each.
    fn tools(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, state: &mut Panel) {
        let first = Rect::from_min_size(rect.min + vec2(0.0, 12.0), vec2(rect.width(), 30.0));
        let modes = [Mode::Roll, Mode::Answers];
        let options = ["panel-roll", "panel-invited"].map(|key| self.words.get(key));
        let on = modes.iter().position(|mode| *mode == state.mode);
        let id = Id::unique("panel-mode");
        let hit = Segments { options: &options, chosen: on, rtl: self.rtl }.show(ui, pen, first, id);
        if let Some(mode) = hit.and_then(|hit| modes.get(hit)) {
            state.mode = *mode;
            state.only = None;
        }
        let keywords: Vec<&'static str> = match self.mode {
            Mode::Roll => Presence::ALL.map(Presence::keyword).into(),
            Mode::Answers => Answer::ALL.map(Answer::keyword).into(),
        };
        let count =
            |only: &str| self.people().iter().filter(|entry| keyword(entry, self.mode) == only).count();
        let counted = keywords.into_iter().map(|keyword| (Some(keyword), count(keyword)));
        let counted = counted.filter(|(_, count)| *count > 0);
        let all = std::iter::once((None, self.people().len())).chain(counted);
        let all: Vec<(Only, usize)> = all.collect();
        let lead = if self.mode == Mode::Roll { "presence" } else { "answer" };
        let options = all.iter().map(|(only, count)| {
            let word = only.map_or_else(
                || self.words.get("panel-all"),
                |only| self.words.get(&format!("{lead}-key-{only}")),
            );
            format!("{word} {count}")
        });
        let options: Vec<String> = options.collect();
        let chosen = all.iter().position(|(only, _)| *only == state.only);
        let second = Rect::from_min_size(pos2(rect.left(), first.bottom() + 10.0), vec2(rect.width(), 28.0));
        let segments = Segments { options: &options, chosen, rtl: self.rtl };
        if let Some(hit) = segments.show(ui, pen, second, Id::unique("panel-only")) {
            state.only = all.get(hit).and_then(|(only, _)| *only);
        }
    }

    /// What the keys mean, what can be done with all, and the way to the form and the roster.
    fn foot(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, is_empty: bool) {
        let words = self.words;
        let mut y = rect.top() + 8.0;
        if is_empty {
            let empty = words.get("people-empty");
            let place = Rect::from_min_size(pos2(rect.left(), y + 8.0), vec2(rect.width(), 22.0));
            let shown = pen.fitted(ui.ctx(), &empty, Face::Base, Base::Auto, rect.width());
            let ink = pen.theme.ink2;
            pen.draw(ui.painter(), &shown, place.center(), Align2::CENTER_CENTER, ink);
            y += 42.0;
            for (key, icon, does) in
                [("people-add", Icon::UserPlus, Asked::Edit), ("roster-title", Icon::UserList, Asked::Roster)]
            {
                let name = words.get(key);
                let width = button_width(ui, pen, &name, Some(icon)).min(rect.width());
                let line = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), 32.0));
                let place = Rect::from_center_size(line.center(), vec2(width, 32.0));
                let weight = if does == Asked::Edit { Weight::Plain } else { Weight::Quiet };
                let button =
                    Button { words: &name, icon: Some(icon), weight, rtl: self.rtl, ..Button::default() };
                if button.show(ui, pen, place, Id::unique(("people-panel", key))) {
                    self.asked.push(does);
                }
                y += 40.0;
            }
            return;
        }
        let legend = match self.mode {
            Mode::Roll => presence::legend(words),
            Mode::Answers => presence::legend_of_answers(words),
        };
        let base = if self.rtl { Base::Rtl } else { Base::Ltr };
        let shown = pen.words(ui.ctx(), &legend, Face::Caption, base, Some(rect.width()));
        let (x, anchor) =
            if self.rtl { (rect.right(), Align2::RIGHT_TOP) } else { (rect.left(), Align2::LEFT_TOP) };
        let ink = pen.theme.ink2;
        pen.draw(ui.painter(), &shown, pos2(x, y), anchor, ink);
        y += shown.height() + 8.0;
        let unsaid = self.is(|presence| presence == Presence::Unknown);
        let (key, why, can, roll) = match self.mode {
            Mode::Roll => ("panel-all-present", "why-all-said", unsaid > 0, Roll::AllPresent),
            Mode::Answers => {
                let answered = |entry: &&Attendee| {
                    entry.presence == Presence::Unknown
                        && matches!(entry.answer, Answer::Confirmed | Answer::Declined)
                };
                let any = self.people().iter().any(|entry| answered(&entry));
                ("panel-answers-count", "why-no-answers", any, Roll::Answers)
            }
        };
        let name = words.get(key);
        let why = words.get(why);
        let refused = (!can).then_some(why.as_str());
        let icon = Some(Icon::Checks);
        let button =
            Button { words: &name, icon, weight: Weight::Plain, refused, rtl: self.rtl, ..Button::default() };
        let line = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), 32.0));
        let width = button.width(ui, pen).min(rect.width());
        let place = Row::new(line, self.rtl).start(width);
        if button.show(ui, pen, place, Id::unique(("people-panel", key))) {
            self.asked.push(Asked::Run(Command::Roll(roll)));
        }
        let mut row = Row::new(line.translate(vec2(0.0, 40.0)), self.rtl);
        for (key, icon, does) in [
            ("cmd-edit-attendance", Icon::Pencil, Asked::Edit),
            ("roster-title", Icon::UserList, Asked::Roster),
        ] {
            let name = words.get(key);
            let weight = Weight::Quiet;
            let button =
                Button { words: &name, icon: Some(icon), weight, rtl: self.rtl, ..Button::default() };
            let place = row.start(button.width(ui, pen).min(row.rest().width()));
            row.start(4.0);
            if button.show(ui, pen, place, Id::unique(("people-panel", key))) {
                self.asked.push(does);
            }
        }
    }
}

/// The row of a person in the panel.
#[must_use]
pub fn row_id(entry: &Attendee) -> Id {
    Id::unique(("panel-person", entry.person.to_string()))
}
