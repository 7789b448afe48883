//! The groups, the quorum and the counts below the table.

use eframe::egui::{self, Id, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, vec2};

use super::super::field::{Look, Number};
use super::super::pen::{Icon, Pen};
use super::super::theme::Face;
use super::super::widgets::{Row, combo, side, told};
use super::choices::{List, rule_word};
use super::person::away_button;
use super::{BETWEEN, BUTTON, COUNT, Form, group_cell};
use crate::arabic::{self};
use crate::document::{FieldPath, Presence, QuorumRule};
use crate::edit::{Command, Roll, Shift};
use crate::template;
use crate::text::Base;

/// The most people that can be counted.
const MOST: u32 = 99_999;

impl Form<'_> {
    /// The columns of a group: nominative, oblique, count, away.
    pub(super) fn group_columns(&self, rect: Rect) -> [Rect; 4] {
        let mut row = Row::new(rect, self.rtl());
        let away = row.end(BUTTON);
        row.end(4.0);
        let count = row.end(COUNT);
        row.end(BETWEEN);
        let half = (row.rest().width() - BETWEEN) / 2.0;
        let nominative = row.start(half);
        row.start(BETWEEN);
        [nominative, row.rest(), count, away]
    }

    pub(super) fn group_heads(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let [nominative, oblique, count, _] = self.group_columns(rect);
        for (rect, key) in
            [(nominative, "group-nominative"), (oblique, "group-oblique"), (count, "group-count")]
        {
            self.quiet(ui, pen, rect, &self.words.get(key));
        }
    }

    pub(super) fn group(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, index: usize) {
        let parts = ["nominative", "oblique", "count"];
        let ids = parts.map(|part| group_cell(index, part));
        let count = self.document.meeting().attendance.groups.len();
        let focused = ui.memory(egui::Memory::focused);
        let part = ids.iter().position(|id| Some(*id) == focused).and_then(|at| parts.get(at));
        if let Some(part) = part {
            let go = |index: usize| ui.memory_mut(|memory| memory.request_focus(group_cell(index, part)));
            let down = Self::pressed(ui, &ids, Modifiers::ALT, Key::ArrowDown);
            let up = Self::pressed(ui, &ids, Modifiers::ALT, Key::ArrowUp);
            if down && index + 1 < count {
                self.roll(Roll::MoveGroup(index, Shift::Down));
                go(index + 1);
            } else if up && index > 0 && index < count {
                self.roll(Roll::MoveGroup(index, Shift::Up));
                go(index - 1);
            } else if Self::pressed(ui, &ids, Modifiers::NONE, Key::ArrowDown) && index < count {
                go(index + 1);
            } else if Self::pressed(ui, &ids, Modifiers::NONE, Key::ArrowUp) && index > 0 {
                go(index - 1);
            } else if index < count && Self::pressed(ui, &ids, Modifiers::NONE, Key::Enter) {
                ui.memory_mut(|memory| memory.request_focus(group_cell(index + 1, "nominative")));
            }
        }
        let [nominative, oblique, number, away] =
            self.group_columns(rect).map(|piece| piece.shrink2(vec2(0.0, 4.0)));
        let group = self.document.meeting().attendance.groups.get(index).cloned();
        let told = [("number", (index + 1).into())];
        let label = self.words.with("group-nominative-of", &told);
        let hint = self.words.get(if index == count { "hint-group-add" } else { "hint-group" });
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let [one, two, three] = ids;
        self.cell(ui, pen, nominative, one, FieldPath::GroupNominative(index), look, |_| true);
        // What the words become after a preposition is offered where it is known, and asked where it is not.
        let nominative = group.as_ref().map(|group| group.nominative.as_str()).unwrap_or_default();
        let derived = arabic::oblique(nominative);
        let asks = derived.is_none() && group.as_ref().is_some_and(|group| group.oblique.is_empty());
        let derived = derived.unwrap_or_else(|| self.words.get("hint-oblique"));
        let label = self.words.with("group-oblique-of", &told);
        let look = Look { name: &label, hint: &derived, ..Look::default() };
        self.cell(ui, pen, oblique, two, FieldPath::GroupOblique(index), look, |_| true);
        if asks && ui.memory(egui::Memory::focused) != Some(two) {
            let edge = Stroke::new(1.0, pen.theme.warning);
            ui.painter().rect_stroke(oblique, 4.0, edge, StrokeKind::Inside);
        }
        let label = self.words.with("group-count-of", &told);
        let look = Look { name: &label, ..Look::default() };
        self.count(ui, pen, number, three, FieldPath::GroupCount(index), look);
        if group.is_some() {
            let label = self.words.with("group-remove", &told);
            if away_button(ui, pen, away, &label) {
                self.asked.push(Command::RemoveGroup(index));
                ui.memory_mut(|memory| memory.request_focus(group_cell(index, "nominative")));
                *self.focus = None;
            }
        }
    }

    /// A field of a number of people.
    fn count(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, id: Id, path: FieldPath, look: Look<'_>) {
        let value = self.document.read(path).parse().ok();
        let only = self.words.get("only-digits");
        let number = Number { value, range: (0, MOST), only: &only, look, rtl: self.rtl() };
        if let Some(value) = number.show(ui, pen, rect, id, self.focus).changed {
            self.set(path, value.map(|value| value.to_string()).unwrap_or_default());
        }
        self.seen(ui, rect, id);
    }

    /// Members, rule, and what the list says of them.
    pub(super) fn quorum(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let rtl = self.rtl();
        let rule = self.document.meeting().attendance.quorum.rule;
        let mut row = Row::new(rect, rtl);
        let members = row.start(88.0);
        row.start(BETWEEN);
        let label = self.words.get("field-members");
        let place = self.labelled(ui, pen, members, &label);
        let look = Look { name: &label, ..Look::default() };
        self.count(ui, pen, place, Id::unique("members"), FieldPath::Members, look);
        let piece = row.start(168.0);
        row.start(BETWEEN);
        let label = self.words.get("field-quorum");
        let place = self.labelled(ui, pen, piece, &label);
        let shown = rule_word(rule, self.words);
        let open = self.is_open(List::Rule);
        if combo(ui, pen, place, Id::unique("quorum-rule"), Ok(&shown), &label, open, rtl) {
            self.offer(List::Rule, place);
        }
        if let QuorumRule::AtLeast(number) = rule {
            let piece = row.start(64.0);
            row.start(BETWEEN);
            let label = self.words.get("field-at-least");
            let place = self.labelled(ui, pen, piece, &label);
            let look = Look { name: &label, ..Look::default() };
            let only = self.words.get("only-digits");
            let least = Number { value: Some(number), range: (1, MOST), only: &only, look, rtl };
            let counted = least.show(ui, pen, place, Id::unique("quorum-least"), self.focus);
            if let Some(value) = counted.changed.flatten() {
                self.set(FieldPath::Quorum, format!("atleast:{value}"));
            }
        }
        let Some(verdict) = template::quorum(self.document) else { return };
        let (icon, ink, key) = if verdict.reached {
            (Icon::CheckCircle, pen.theme.accent, "quorum-reached")
        } else {
            (Icon::WarningCircle, pen.theme.warning, "quorum-missing")
        };
        let of = [("count", verdict.present.into()), ("all", verdict.members.into())];
        let words = format!("{} {}", self.words.get(key), self.words.with("count-of", &of));
        let rest = row.rest().with_min_y(rect.top() + 21.0).with_max_y(rect.top() + 53.0);
        let mut row = Row::new(rest, rtl);
        row.start(4.0);
        let mark = row.start(20.0);
        icon.draw_filled(ui.painter(), mark.center(), 20.0, ink);
        row.start(6.0);
        let shown = pen.fitted(ui.ctx(), &words, Face::Base, Base::Auto, row.rest().width());
        let (at, anchor) = side(row.rest(), rtl);
        let colour = pen.theme.ink;
        pen.draw(ui.painter(), &shown, at, anchor, colour);
        told(ui, rest, "quorum", &words);
    }

    /// How many are in each state; those of whom nothing is said come last.
    pub(super) fn counts(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let all = self.people();
        let [unknown, rest @ ..] = Presence::ALL;
        let states = rest.into_iter().chain([unknown]).filter_map(|presence| {
            let count = all.iter().filter(|entry| entry.presence.keyword() == presence.keyword()).count();
            let key = format!("count-{}", presence.keyword());
            (count > 0).then(|| self.words.with(&key, &[("count", count.into())]))
        });
        let words = states.collect::<Vec<_>>().join(" · ");
        self.quiet(ui, pen, rect, &words);
    }
}
