//! The queue of speakers: who has the floor and since when, who waits for it, and the item that is spoken of.

use std::collections::VecDeque;

use eframe::egui::{Align2, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Asked, Part, Talker};
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;
use crate::ui::widgets::{
    IconButton, Label, Now as Stands, Row, counter, counter_width, cut, key_cap, key_cap_width, ring, told,
};

/// How high a speaker is.
const ROW: f32 = 40.0;

/// Those who speak and wait to.
#[derive(Default)]
pub struct Queue {
    /// Who has the floor, and since when, in seconds.
    pub now: Option<(Talker, i64)>,
    /// Who waits for it.
    pub waiting: VecDeque<Talker>,
    /// How often it was changed.
    pub(super) changes: u64,
}

impl Queue {
    /// Puts somebody behind the others; where nobody speaks, they have the floor from now on.
    pub fn add(&mut self, who: Talker, seconds: i64) {
        let speaks = self.now.as_ref().is_some_and(|(now, _)| *now == who);
        if speaks || self.waiting.contains(&who) {
            return;
        }
        self.changes += 1;
        if self.now.is_none() && self.waiting.is_empty() {
            self.now = Some((who, seconds));
        } else {
            self.waiting.push_back(who);
        }
    }

    /// Gives the floor to the next.
    pub fn next(&mut self, seconds: i64) {
        self.now = self.waiting.pop_front().map(|who| (who, seconds));
        self.changes += 1;
    }

    /// Gives the floor to who waits at this place.
    pub fn call(&mut self, at: usize, seconds: i64) {
        if let Some(who) = self.waiting.remove(at) {
            self.now = Some((who, seconds));
            self.changes += 1;
        }
    }

    /// Takes who waits at this place off the queue.
    pub fn leave(&mut self, at: usize) {
        if self.waiting.remove(at).is_some() {
            self.changes += 1;
        }
    }

    /// How many speak and wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.len() + usize::from(self.now.is_some())
    }

    /// Whether nobody speaks or waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Seconds as a clock that runs: «03:10».
#[must_use]
pub fn running(seconds: i64) -> String {
    let seconds = seconds.max(0);
    if seconds < 3600 {
        format!("{:02}:{:02}", seconds / 60, seconds % 60)
    } else {
        format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

/// Shows the column.
pub fn show(ui: &mut Ui, pen: &mut Pen, rect: Rect, part: &mut Part<'_>) -> Vec<Asked> {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    let mut asked = Vec::new();
    let inner = rect.shrink2(vec2(12.0, 8.0));
    let head = Rect::from_min_size(inner.min, vec2(inner.width(), 32.0));
    let mut row = Row::new(head, rtl);
    let queue = &part.session.queue;
    let count = counter_width(ui, pen, queue.len());
    counter(ui, pen, row.end(count), queue.len(), false);
    row.end(8.0);
    let title = words.get("live-queue");
    cut(ui, pen, row.rest(), Label { words: &title, face: Face::BaseStrong, ink: theme.ink }, rtl);
    let mut y = head.bottom();
    let foot = item(ui, pen, inner, part);
    let room = foot.top() - y - 76.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows in a column")]
    let rows = (room / ROW).floor().max(1.0) as usize;
    let all: Vec<(Option<usize>, Talker, String)> = {
        let queue = &part.session.queue;
        let now = queue
            .now
            .iter()
            .map(|(who, since)| (None, who.clone(), running(part.now.seconds.saturating_sub(*since))));
        let waiting = queue.waiting.iter().enumerate();
        let first = usize::from(queue.now.is_some());
        let waiting = waiting.map(|(at, who)| (Some(at), who.clone(), (at + 1 + first).to_string()));
        now.chain(waiting).collect()
    };
    let hidden = all.len().saturating_sub(rows);
    for (at, who, told) in all.into_iter().take(rows) {
        let place = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), ROW));
        y += ROW;
        asked.extend(speaker(ui, pen, place, at, &who, &told, part));
    }
    let line = |y: f32| Rect::from_min_size(pos2(inner.left() + 8.0, y), vec2(inner.width() - 16.0, 28.0));
    if hidden > 0 {
        let more = words.with("live-queue-more", &[("count", hidden.into())]);
        cut(ui, pen, line(y), Label { words: &more, face: Face::Caption, ink: theme.ink3 }, rtl);
        y += 28.0;
    }
    y += 8.0;
    hint(ui, pen, line(y), "F4", &words.get("live-queue-add"), rtl);
    if !part.session.queue.is_empty() && y + 60.0 < foot.top() {
        hint(ui, pen, line(y + 28.0), "Shift F4", &words.get("live-queue-next"), rtl);
    }
    asked
}

/// One who speaks or waits; pressed, who waits has the floor.
fn speaker(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    at: Option<usize>,
    who: &Talker,
    told: &str,
    part: &Part<'_>,
) -> Option<Asked> {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    let id = Id::unique(("live-speaker", at));
    let response = ui.interact(rect, id, Sense::click());
    let speaks = at.is_none();
    if speaks {
        ui.painter().rect_filled(rect, 6.0, theme.chosen);
    } else if Stands::of(&response).hovered {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    ring(ui, pen, rect.shrink(2.0), 6, &response);
    let (ink, quiet) = if speaks { (theme.accent, theme.accent) } else { (theme.ink, theme.ink3) };
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), rtl);
    let number = row.start(16.0);
    row.start(8.0);
    let mut away = None;
    if speaks {
        Icon::Microphone.draw_filled(ui.painter(), number.center(), 18.0, ink);
        let time = pen.words(ui.ctx(), told, Face::Caption, Base::Ltr, None);
        // Every second is as wide as the widest.
        let width = pen.words(ui.ctx(), "00:00", Face::Caption, Base::Ltr, None).width().max(time.width());
        let place = row.end(width);
        pen.draw(ui.painter(), &time, place.center(), Align2::CENTER_CENTER, ink);
        row.end(8.0);
    } else {
        pen.centred(ui, number, told, Face::Dense, quiet);
        away = Some(row.end(24.0));
    }
    let face = if speaks { Face::BaseStrong } else { Face::Base };
    cut(ui, pen, row.rest(), Label { words: &who.name, face, ink }, rtl);
    let name = match at {
        None => words.with("live-speaks", &[("name", who.name.as_str().into())]),
        Some(_) => words.with("live-waits", &[("name", who.name.as_str().into()), ("number", told.into())]),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let hit = crate::ui::access::pressed(&response) || response.clicked();
    if let (Some(place), Some(at)) = (away, at) {
        let name = words.with("live-queue-remove", &[("name", who.name.as_str().into())]);
        let place = Rect::from_center_size(place.center(), vec2(24.0, 24.0));
        let near = response.hovered() || response.has_focus() || ui.rect_contains_pointer(rect);
        let button = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
        if near && button.show(ui, pen, place, id.with("away")) {
            return Some(Asked::Unqueue(at));
        }
    }
    hit.then_some(at.map_or(Asked::Next, Asked::Call))
}

/// A key and what it does, quietly.
pub fn hint(ui: &Ui, pen: &mut Pen, rect: Rect, keys: &str, words: &str, rtl: bool) -> f32 {
    let mut row = Row::new(rect, rtl);
    let before = row.rest().width();
    let width = key_cap_width(ui, pen, keys);
    key_cap(ui, pen, row.start(width), keys);
    row.start(6.0);
    let shown = pen.fitted(ui.ctx(), words, Face::Caption, Base::Auto, row.rest().width());
    let place = row.start(shown.width());
    let ink = pen.theme.ink3;
    let (at, anchor) = crate::ui::widgets::side(place, rtl);
    pen.draw(ui.painter(), &shown, at, anchor, ink);
    before - row.rest().width()
}

/// The item of the agenda that is spoken of, at the foot of the column; where it stands.
fn item(ui: &Ui, pen: &mut Pen, inner: Rect, part: &Part<'_>) -> Rect {
    let theme = pen.theme;
    let (words, rtl) = (part.words, part.rtl);
    let Some(item) = part.current_item() else {
        return Rect::from_min_max(inner.left_bottom(), inner.right_bottom());
    };
    let shown = pen.words(ui.ctx(), &item, Face::Dense, Base::Rtl, Some(inner.width()));
    let high = shown.height().min(88.0);
    let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 52.0 - high), inner.max);
    let label = words.get("live-item");
    let top = Rect::from_min_size(foot.min, vec2(foot.width(), 20.0));
    cut(ui, pen, top, Label { words: &label, face: Face::Caption, ink: theme.ink3 }, rtl);
    let clip = ui
        .painter()
        .with_clip_rect(Rect::from_min_size(pos2(foot.left(), foot.top() + 22.0), vec2(foot.width(), high)));
    pen.draw(&clip, &shown, pos2(foot.left(), foot.top() + 22.0), Align2::LEFT_TOP, theme.ink);
    told(ui, top, "live-item", &format!("{label}: {item}"));
    let last = Rect::from_min_size(pos2(foot.left(), foot.bottom() - 24.0), vec2(foot.width(), 24.0));
    hint(ui, pen, last, "Alt ↓", &words.get("live-item-next"), rtl);
    foot
}
