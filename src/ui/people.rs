//! The panel of those present: the quorum, everybody on the list with a pill that a click or a key turns, the groups.

use eframe::egui::{
    self, Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::pen::{Icon, Pen};
use super::presence;
use super::theme::Face;
use super::widgets::{Row, Weight, button, button_width, hint, named, ring, side};
use crate::arabic::Gender;
use crate::document::{Attendee, Document, Presence};
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

/// What the panel asks the window to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// Change the record.
    Run(Command),
    /// Open the form of the attendance on the page.
    Edit,
}

/// What the panel remembers between frames.
#[derive(Default)]
pub struct Panel {
    scroll: f32,
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
    let mut list = List { document, words, rtl: words.language().is_right_to_left(), asked: &mut asked };
    list.show(ui, pen, rect, state);
    ui.set_clip_rect(clip);
    asked
}

struct List<'a> {
    document: &'a Document,
    words: Words,
    rtl: bool,
    asked: &'a mut Vec<Asked>,
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
        let list = if people == 0 { 0.0 } else { HEAD + rows(people) * ROW };
        let gap = if groups == 0 { 0.0 } else { 11.0 };
        let foot = if people + groups == 0 { 120.0 } else { 56.0 };
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
        if people > 0 {
            self.head(ui, pen, next(HEAD));
            let all = next(rows(people) * ROW);
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
                let about = [Some(needed), absent].into_iter().flatten().collect::<Vec<_>>();
                let (icon, ink) = if quorum.reached {
                    (Icon::CheckCircle, theme.accent)
                } else {
                    (Icon::WarningCircle, theme.warning)
                };
                (icon, ink, words.get(key), count, about.join(" · "))
            }
            None => {
                let count = words.with("people-present", &Self::told(self.is(|p| p == Presence::Present)));
                (Icon::Info, theme.ink2, words.get("quorum-none"), count, words.get("quorum-none-about"))
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

    /// The rows in view and one beyond either end, so that the keyboard finds its way on. The row that got it.
    fn rows(&mut self, ui: &mut Ui, pen: &mut Pen, all: Rect, view: Rect) -> Option<Rect> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a list")]
        let row = |y: f32| ((y - all.top()) / ROW).floor().max(0.0) as usize;
        let document = self.document;
        let people = &document.meeting().attendance.people;
        let first = row(view.top()).saturating_sub(1);
        let last = (row(view.bottom()) + 2).min(people.len());
        let mut came = None;
        for (index, entry) in people.iter().enumerate().take(last).skip(first) {
            let rect =
                Rect::from_min_size(pos2(all.left(), all.top() + rows(index) * ROW), vec2(all.width(), ROW));
            if self.row(ui, pen, rect, index, entry) {
                came = Some(rect);
            }
        }
        came
    }

    /// One person; whether they just got the keyboard.
    fn row(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize, entry: &Attendee) -> bool {
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
        let pill = presence::pill(ui, pen, rect, self.rtl, entry.presence, gender, self.words, hot);
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
        let turned = if asked || response.clicked_by(egui::PointerButton::Primary) && on_pill {
            Some(presence::next(entry.presence))
        } else if response.has_focus() {
            self.keys(ui, id, index, entry)
        } else {
            None
        };
        if let Some(presence) = turned.filter(|presence| *presence != entry.presence && locked.is_none()) {
            self.asked.push(Asked::Run(Command::Roll(Roll::Presence(entry.person, presence))));
        }
        let label = format!("{name}: {}", presence::word(entry.presence, gender, self.words));
        let label = named(&label, locked.as_deref());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, locked.is_none(), &label));
        response.gained_focus()
    }

    /// What the keys of this frame make of the presence; the arrows go to the neighbours.
    fn keys(&self, ui: &Ui, id: Id, index: usize, entry: &Attendee) -> Option<Presence> {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let beside = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
            (true, _) => self.people().get(index + 1),
            (_, true) => index.checked_sub(1).and_then(|index| self.people().get(index)),
            _ => None,
        };
        if let Some(neighbour) = beside {
            ui.memory_mut(|memory| memory.request_focus(row_id(neighbour)));
        }
        if pressed(Key::Space) || pressed(Key::Enter) {
            return Some(presence::next(entry.presence));
        }
        presence::typed(ui, self.words)
    }

    /// What the keys mean, and the way to the form.
    fn foot(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, is_empty: bool) {
        let mut y = rect.top() + 8.0;
        if is_empty {
            let words = self.words.get("people-empty");
            let place = Rect::from_min_size(pos2(rect.left(), y + 8.0), vec2(rect.width(), 22.0));
            let shown = pen.fitted(ui.ctx(), &words, Face::Base, Base::Auto, rect.width());
            let ink = pen.theme.ink2;
            pen.draw(ui.painter(), &shown, place.center(), Align2::CENTER_CENTER, ink);
            y += 42.0;
        }
        let words = self.words.get(if is_empty { "people-add" } else { "cmd-edit-attendance" });
        let icon = if is_empty { Icon::UserPlus } else { Icon::Pencil };
        let width = button_width(ui, pen, &words, Some(icon)).min(rect.width());
        let line = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), 32.0));
        let place = if is_empty {
            Rect::from_center_size(line.center(), vec2(width, 32.0))
        } else {
            Row::new(line, self.rtl).start(width)
        };
        let weight = if is_empty { Weight::Plain } else { Weight::Quiet };
        let hit =
            ui.push_id("people-panel", |ui| button(ui, pen, place, &words, Some(icon), weight, self.rtl));
        if hit.inner {
            self.asked.push(Asked::Edit);
        }
    }
}

/// The row of a person in the panel.
#[must_use]
pub fn row_id(entry: &Attendee) -> Id {
    Id::unique(("panel-person", entry.person.to_string()))
}
