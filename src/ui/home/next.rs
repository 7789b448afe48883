//! The card of the next meeting: what is known of it, and the one button that prepares it.

use std::path::PathBuf;

use eframe::egui::{Align2, Id, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Asked, Frame, one_line};
use crate::arabic;
use crate::document::Ahead;
use crate::store::Recent;
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;
use crate::ui::widgets::{Button, Row, Weight, side, told};
use crate::words::{Language, Words};

/// How high the card is.
pub(super) const CARD: f32 = 104.0;
/// The leaf of the calendar.
const LEAF: f32 = 64.0;

/// The next meeting, as it is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextCard {
    /// The record it follows.
    pub path: PathBuf,
    /// «الاجتماع المقبل للكتابة الجهوية»
    pub title: String,
    /// When it is, and what is carried to it.
    pub about: String,
    /// The month and the day, where they are known.
    pub day: Option<(String, u8)>,
}

impl NextCard {
    /// The card of the meeting after the one this record is of.
    pub(super) fn of(recent: &Recent, words: Words) -> Option<Self> {
        let body = recent.body.trim();
        if body.is_empty() {
            return None;
        }
        let is_arabic = words.language() == Language::Arabic;
        let body = if is_arabic { arabic::with_li(body) } else { body.to_owned() };
        let noun = recent.ahead.noun.keyword();
        let title = words.with(&format!("home-next-title-{noun}"), &[("body", body.into())]);
        let dates = super::days(&recent.ahead.dates, words);
        let dates = if dates.is_empty() { words.get("home-next-unset") } else { dates };
        let carries = carries(&recent.ahead, words);
        let about = if carries.is_empty() { dates } else { format!("{dates} · {carries}") };
        let day = recent.ahead.dates.first().map(|day| {
            let month = words.get(&format!("month-{}", day.month()));
            (month, day.day())
        });
        Some(Self { path: recent.path.clone(), title, about, day })
    }
}

/// «تُرحَّل إليه نقطة من جدول الأعمال و5 توصيات لم تُنجز بعد»; empty where nothing is.
#[must_use]
pub fn carries(ahead: &Ahead, words: Words) -> String {
    let all = [("home-next-items", ahead.items), ("home-next-recommendations", ahead.recommendations)];
    let all: Vec<(&str, usize)> = all.into_iter().map(|(key, count)| (key, count as usize)).collect();
    let what = words.counted(&all.into_iter().filter(|(_, count)| *count > 0).collect::<Vec<_>>());
    if what.is_empty() { what } else { words.with("home-next-carries", &[("what", what.into())]) }
}

impl Frame<'_> {
    pub(super) fn next(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, card: &NextCard) {
        let (theme, rtl) = (pen.theme, self.rtl);
        ui.painter().rect_filled(rect, 10.0, theme.raised);
        ui.painter().rect_stroke(rect, 10.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        let mut row = Row::new(rect.shrink2(vec2(24.0, 0.0)), rtl);
        let leaf = Rect::from_center_size(row.start(LEAF).center(), vec2(LEAF, LEAF));
        ui.painter().rect_filled(leaf, 6.0, theme.chosen);
        match &card.day {
            Some((month, day)) => {
                let base = if rtl { Base::Rtl } else { Base::Ltr };
                let month = pen.fitted(ui.ctx(), month, Face::Caption, base, LEAF - 4.0);
                let at = pos2(leaf.center().x, leaf.top() + 8.0);
                pen.draw(ui.painter(), &month, at, Align2::CENTER_TOP, theme.accent);
                let line = Rect::from_min_max(pos2(leaf.left(), leaf.top() + 24.0), leaf.max);
                pen.centred(ui, line, &day.to_string(), Face::Home, theme.accent);
            }
            None => Icon::CalendarBlank.draw(ui.painter(), leaf.center(), 32.0, theme.accent),
        }
        row.start(24.0);
        let label = self.words.get("home-next-meeting-button");
        let button = Button { words: &label, weight: Weight::Filled, rtl, ..Button::default() };
        let place = row.end(button.width(ui, pen));
        let place = Rect::from_center_size(place.center(), vec2(place.width(), button.height()));
        row.end(24.0);
        let text = row.rest();
        let upper = Rect::from_min_size(pos2(text.left(), rect.top() + 23.0), vec2(text.width(), 32.0));
        let title = pen.fitted(ui.ctx(), &card.title, Face::Screen, Base::Auto, upper.width());
        let (at, anchor) = side(upper, rtl);
        pen.draw(ui.painter(), &title, at, anchor, theme.ink);
        told(ui, upper, "home-next-title", &card.title);
        let lower = Rect::from_min_size(pos2(text.left(), rect.top() + 57.0), vec2(text.width(), 22.0));
        one_line(ui, pen, lower, &card.about, Face::Base, theme.ink2, rtl);
        told(ui, lower, "home-next-about", &card.about);
        let id = Id::unique("home-next");
        self.scroll.follow(ui, self.view, id, place);
        // The arrows take all of the card for one thing, which begins where reading starts.
        self.lines.push(vec![(id, leaf.center().x)]);
        if button.show(ui, pen, place, id) {
            self.asked = Some(Asked::Next(card.path.clone()));
        }
    }
}
