//! The lists that open below a control of the form, and what each line of them does.

use eframe::egui::{EventFilter, Rect, Ui};

use super::super::pen::Pen;
use super::super::presence;
use super::super::widgets::{Item, Popup, menu};
use super::Form;
use crate::arabic::Gender;
use crate::document::{
    Answer, AttendeeField, FieldPath, Honorific, PersonField, PersonId, Presence, QuorumRule,
};
use crate::edit::{Command, Roll};
use crate::words::Words;

/// The list that is open.
pub(super) struct Shown {
    pub(super) what: List,
    pub(super) under: Rect,
    pub(super) at: Option<usize>,
    pub(super) fresh: bool,
}

/// Which list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Title(PersonId),
    Presence(PersonId),
    Answer(PersonId),
    Rule,
}

impl Form<'_> {
    pub(super) fn is_open(&self, list: List) -> bool {
        self.state.list.as_ref().is_some_and(|shown| shown.what == list)
    }

    pub(super) fn offer(&mut self, what: List, under: Rect) {
        let again = self.is_open(what);
        self.state.list = (!again).then_some(Shown { what, under, at: None, fresh: true });
    }

    /// The lists of choices.
    pub(super) fn lists(&mut self, ui: &Ui, pen: &mut Pen) {
        let Some(mut shown) = self.state.list.take() else { return };
        let items = self.items(shown.what);
        let rtl = self.rtl();
        let fresh = std::mem::take(&mut shown.fresh);
        let became = menu(ui.ctx(), pen, shown.under, items, &mut shown.at, rtl, fresh);
        let hold = matches!(became, Popup::Open);
        let filter = EventFilter { tab: hold, horizontal_arrows: hold, vertical_arrows: hold, escape: hold };
        ui.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.set_focus_lock_filter(id, filter);
            }
        });
        match became {
            Popup::Open => self.state.list = Some(shown),
            Popup::Closed => {}
            Popup::Chosen(command) => self.asked.push(command),
        }
    }

    pub(super) fn items(&self, list: List) -> Vec<Item<Command>> {
        let words = self.words;
        match list {
            List::Title(id) => {
                let person = self.document.person(id).cloned().unwrap_or_default();
                let put = |field: PersonField, value: &str| {
                    Command::Roll(Roll::Person { person: id, field, value: value.into() })
                };
                let genders = [Gender::Female, Gender::Male, Gender::Unknown].map(|gender| {
                    let word = presence::gender_word(gender);
                    Item::new(words.get(&format!("gender-{word}")), put(PersonField::Gender, word))
                        .on(person.gender == gender)
                });
                let titles = Honorific::ALL.map(|title| {
                    let command = put(PersonField::Honorific, title.keyword());
                    Item::new(self.title_word(title, person.gender), command).on(person.honorific == title)
                });
                let mut items: Vec<Item<Command>> = genders.into();
                let from = items.len();
                items.extend(titles);
                if let Some(first) = items.get_mut(from) {
                    first.apart = true;
                }
                items
            }
            List::Presence(id) => {
                let now = self.people().iter().find(|entry| entry.person == id).map(|entry| entry.presence);
                let gender = self.document.person(id).map_or(Gender::Unknown, |person| person.gender);
                let item = |presence: Presence| {
                    let on = now.is_some_and(|now| now.keyword() == presence.keyword());
                    let said = if on { now.unwrap_or(presence) } else { presence };
                    let command = Command::Roll(Roll::Presence(id, said));
                    Item::new(presence::word_with_key(presence, gender, words), command).on(on)
                };
                Presence::ALL.map(item).into()
            }
            List::Answer(id) => {
                let at = self.people().iter().position(|entry| entry.person == id).unwrap_or_default();
                let path = FieldPath::Attendee(at, AttendeeField::Answer);
                let now = self.document.read(path);
                let item = |answer: Answer| {
                    let value = answer.keyword().to_owned();
                    let on = now == value;
                    Item::new(words.get(&format!("answer-{value}")), Command::SetField { path, value }).on(on)
                };
                Answer::ALL.map(item).into()
            }
            List::Rule => {
                let quorum = self.document.meeting().attendance.quorum;
                let least = quorum.members.map_or(1, |members| members / 2 + 1);
                let least = match quorum.rule {
                    QuorumRule::AtLeast(number) => number,
                    _ => least,
                };
                let rules = [
                    QuorumRule::None,
                    QuorumRule::Majority,
                    QuorumRule::Share(1, 2),
                    QuorumRule::Share(2, 3),
                    QuorumRule::Share(3, 4),
                    QuorumRule::AtLeast(least),
                ];
                let item = |rule: QuorumRule| {
                    let (path, value) = (FieldPath::Quorum, rule.to_string());
                    Item::new(rule_word(rule, words), Command::SetField { path, value })
                        .on(rule == quorum.rule)
                };
                rules.map(item).into()
            }
        }
    }
}

/// A rule in words.
pub(super) fn rule_word(rule: QuorumRule, words: Words) -> String {
    match rule {
        QuorumRule::None => words.get("rule-none"),
        QuorumRule::Majority => words.get("rule-majority"),
        QuorumRule::Share(1, 2) => words.get("rule-half"),
        QuorumRule::Share(2, 3) => words.get("rule-two-thirds"),
        QuorumRule::Share(3, 4) => words.get("rule-three-quarters"),
        QuorumRule::Share(part, of) => format!("{part}/{of}"),
        QuorumRule::AtLeast(_) => words.get("rule-at-least"),
    }
}
