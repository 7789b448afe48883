//! The calendar under a date of the header: it opens at the day that is written and follows what is typed.

use eframe::egui::{Context, Rect};

use super::super::pen::Pen;
use super::super::widgets::{Calendar, Picked, Popup, calendar};
use super::field_id;
use crate::arabic::{self, Date, When};
use crate::document::{Document, FieldPath};
use crate::edit::Command;
use crate::words::Words;

/// The most days of a range that are shown and kept when a day is added to it.
const LONGEST: usize = 62;

/// An open calendar and the date it belongs to.
pub struct Dating {
    path: FieldPath,
    under: Rect,
    state: Option<Calendar>,
    /// The first day that was written when it was last shown.
    written: Option<Date>,
    fresh: bool,
}

impl Dating {
    /// The calendar of this date, below this rectangle; nothing where it was open already.
    #[must_use]
    pub fn toggled(old: Option<Self>, path: FieldPath, under: Rect, document: &Document) -> Option<Self> {
        let written = when(document, path).first();
        let is_new = old.is_none_or(|old| old.path != path);
        is_new.then_some(Self { path, under, state: None, written, fresh: true })
    }

    /// Shows it; what picking a day asks of the record.
    pub fn show(
        &mut self,
        ctx: &Context,
        pen: &mut Pen,
        document: &Document,
        today: Date,
        words: Words,
    ) -> Popup<Command> {
        // The field keeps the keyboard, also after a click on a day.
        let id = field_id(self.path);
        if ctx.memory(|memory| memory.focused() != Some(id)) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        let dates = when(document, self.path);
        let first = dates.first();
        let anchor = document.meeting().dates.first().unwrap_or(today);
        let state = self.state.get_or_insert_with(|| Calendar::at(first.unwrap_or(anchor)));
        if let Some(day) = first.filter(|_| first != self.written) {
            state.go(day);
        }
        self.written = first;
        let chosen = days(dates);
        let fresh = std::mem::take(&mut self.fresh);
        match calendar(ctx, pen, self.under, state, &chosen, today, words, fresh) {
            Popup::Open => Popup::Open,
            Popup::Closed => Popup::Closed,
            Popup::Chosen(picked) => Popup::Chosen(self.command(picked, chosen)),
        }
    }

    fn command(&self, picked: Picked, mut chosen: Vec<Date>) -> Command {
        let days = match picked {
            Picked::Day(day) => vec![day],
            Picked::Another(day) => {
                chosen.push(day);
                chosen.sort_unstable();
                chosen.dedup();
                chosen
            }
        };
        let value = arabic::write(&When::Days(days), arabic::Style::Iso);
        Command::SetField { path: self.path, value }
    }
}

fn when(document: &Document, path: FieldPath) -> &When {
    let meeting = document.meeting();
    if path == FieldPath::NextDates { &meeting.next.dates } else { &meeting.dates }
}

/// The days a date names one by one.
fn days(dates: &When) -> Vec<Date> {
    match dates {
        When::Days(days) => days.clone(),
        When::Range { from, to } => {
            let next = |day: &Date| day.plus_days(1).filter(|day| day <= to);
            std::iter::successors(Some(*from), next).take(LONGEST).collect()
        }
        When::Relative { date, .. } => date.iter().copied().collect(),
        When::Unset | When::Month { .. } | When::Text(_) => Vec::new(),
    }
}
