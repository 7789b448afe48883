//! A month to pick a day from: mirrored, the week from Monday, by mouse and by keyboard.

use eframe::egui::{
    Align2, Area, Context, Event, Id, Key, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::keys::{Hold, give_back, lock_focus, take_keys};
use super::{Popup, Row, card, side};
use crate::arabic::{Date, Weekday};
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;
use crate::words::{Value, Words};

/// The cell of a day.
const CELL: Vec2 = vec2(32.0, 28.0);
/// Around everything.
const PADDING: f32 = 12.0;
/// The thin line around the card, above and below what it holds.
const EDGE: f32 = 1.0;
/// How large an open calendar is.
pub const CALENDAR: Vec2 =
    vec2(7.0 * CELL.x + 2.0 * PADDING, 2.0 * EDGE + PADDING + 36.0 + 7.0 * CELL.y + 17.0 + 22.0 + PADDING);

/// What was picked from a calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Picked {
    /// The day of the meeting.
    Day(Date),
    /// One day more.
    Another(Date),
}

/// Where the keyboard is in an open calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Spot {
    #[default]
    Days,
    Today,
    Another,
    Previous,
    Next,
}

impl Spot {
    const ORDER: [Self; 5] = [Self::Days, Self::Today, Self::Another, Self::Previous, Self::Next];

    fn next(self, back: bool) -> Self {
        let at = Self::ORDER.iter().position(|spot| *spot == self).unwrap_or(0);
        let count = Self::ORDER.len();
        let to = if back { at + count - 1 } else { at + 1 } % count;
        Self::ORDER.get(to).copied().unwrap_or_default()
    }
}

/// An open calendar: the day the keyboard is on, and so the month that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Calendar {
    on: Date,
    spot: Spot,
    /// Whether the keyboard has moved: only then is its place ringed.
    keyed: bool,
    /// Whether the next day that is picked comes beside the others.
    another: bool,
}

impl Calendar {
    /// A calendar open at this day.
    #[must_use]
    pub fn at(day: Date) -> Self {
        Self { on: day, spot: Spot::Days, keyed: false, another: false }
    }

    /// Goes to a day: the one just typed in the field above it.
    pub fn go(&mut self, day: Date) {
        self.on = day;
    }

    /// The day the keyboard is on.
    #[must_use]
    pub fn day(&self) -> Date {
        self.on
    }

    fn move_days(&mut self, days: i64) {
        self.on = self.on.plus_days(days).unwrap_or(self.on);
    }

    fn move_months(&mut self, months: i32) {
        let count = self.on.year() * 12 + i32::from(self.on.month()) - 1 + months;
        let month = u8::try_from(count.rem_euclid(12) + 1).unwrap_or(1);
        let day = (1..=self.on.day()).rev().find_map(|day| Date::new(count.div_euclid(12), month, day));
        self.on = day.unwrap_or(self.on);
    }

    fn picked(&self, day: Date) -> Picked {
        if self.another { Picked::Another(day) } else { Picked::Day(day) }
    }

    /// What one key does; what it picked, or that it closes.
    fn press(
        &mut self,
        key: Key,
        shift: bool,
        command: bool,
        today: Date,
        rtl: bool,
    ) -> Option<Popup<Picked>> {
        let weekday = i64::from(weekday_index(self.on));
        self.keyed = true;
        let forward = if rtl { Key::ArrowLeft } else { Key::ArrowRight };
        match key {
            Key::Escape => return Some(Popup::Closed),
            Key::Enter => return self.enter(command, today),
            Key::Tab => self.spot = self.spot.next(shift),
            Key::PageUp => self.move_months(-1),
            Key::PageDown => self.move_months(1),
            _ => {
                self.spot = Spot::Days;
                match key {
                    Key::ArrowUp => self.move_days(-7),
                    Key::ArrowDown => self.move_days(7),
                    Key::Home => self.move_days(-weekday),
                    Key::End => self.move_days(6 - weekday),
                    Key::ArrowLeft | Key::ArrowRight => self.move_days(if key == forward { 1 } else { -1 }),
                    _ => {}
                }
            }
        }
        None
    }

    fn enter(&mut self, command: bool, today: Date) -> Option<Popup<Picked>> {
        match self.spot {
            Spot::Days if command => Some(Popup::Chosen(Picked::Another(self.on))),
            Spot::Days => Some(Popup::Chosen(self.picked(self.on))),
            Spot::Today => Some(Popup::Chosen(self.picked(today))),
            Spot::Another => {
                self.another = !self.another;
                self.spot = Spot::Days;
                None
            }
            Spot::Previous => {
                self.move_months(-1);
                None
            }
            Spot::Next => {
                self.move_months(1);
                None
            }
        }
    }
}

fn weekday_index(day: Date) -> u8 {
    let at = Weekday::ALL.iter().position(|weekday| *weekday == day.weekday());
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
}

/// The end of the keys of a weekday's name and letter.
fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}

/// The 42 days a month is shown with: whole weeks from Monday.
fn days(of: Date) -> Vec<Date> {
    let first = of.plus_days(1 - i64::from(of.day())).unwrap_or(of);
    let before = i64::from(weekday_index(first));
    (0..42).filter_map(|at| first.plus_days(at - before)).collect()
}

fn title(day: Date, words: Words) -> String {
    let month = words.get(&format!("month-{}", day.month()));
    words.with("calendar-title", &[("month", month.into()), ("year", day.year().to_string().into())])
}

/// A day as it is told to those who do not see it: «السبت 14 نونبر 2026».
fn day_name(day: Date, words: Words) -> String {
    let values: [(&str, Value<'_>); 4] = [
        ("weekday", words.get(&format!("weekday-{}", weekday_key(day.weekday()))).into()),
        ("day", i64::from(day.day()).into()),
        ("month", words.get(&format!("month-{}", day.month())).into()),
        ("year", day.year().to_string().into()),
    ];
    words.with("calendar-day", &values)
}

/// Shows a calendar below `under`, aligned with its side of reading. `chosen` are the days the record has now.
#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it can change")]
pub fn calendar(
    ctx: &Context,
    pen: &mut Pen,
    under: Rect,
    state: &mut Calendar,
    chosen: &[Date],
    today: Date,
    words: Words,
    fresh: bool,
) -> Popup<Picked> {
    let rtl = words.language().is_right_to_left();
    let rect = super::place_under(ctx, under, CALENDAR, rtl);
    let mut ended = keyboard(ctx, state, today, rtl);
    let area = Area::new(Id::unique("calendar")).order(Order::Foreground);
    area.fixed_pos(rect.min).constrain(false).fade_in(false).show(ctx, |ui| {
        ui.allocate_rect(rect, Sense::CLICK);
        let open = View { state, words, rtl, open: true, ended: None };
        ended = ended.take().or(open.show(ui, pen, rect, chosen, today));
    });
    let outside = super::pressed_outside(ctx, rect, under) && !fresh;
    let ended = ended.unwrap_or(if outside { Popup::Closed } else { Popup::Open });
    lock_focus(ctx, if matches!(ended, Popup::Open) { Hold::Motions } else { Hold::Nothing });
    ended
}

/// The card of a calendar in its place: by mouse alone. What was picked, if anything.
pub fn calendar_at(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    state: &mut Calendar,
    chosen: &[Date],
    today: Date,
    words: Words,
) -> Option<Popup<Picked>> {
    let rtl = words.language().is_right_to_left();
    View { state, words, rtl, open: false, ended: None }.show(ui, pen, rect, chosen, today)
}

fn keyboard(ctx: &Context, state: &mut Calendar, today: Date, rtl: bool) -> Option<Popup<Picked>> {
    let mut events = take_keys(ctx, Hold::Motions).into_iter();
    while let Some(event) = events.next() {
        let Event::Key { key, modifiers, .. } = event else { continue };
        let ended = state.press(key, modifiers.shift, modifiers.command, today, rtl);
        if ended.is_some() {
            give_back(ctx, events.collect());
            return ended;
        }
    }
    None
}

/// One frame of an open calendar.
struct View<'a> {
    state: &'a mut Calendar,
    words: Words,
    rtl: bool,
    /// Whether it has the keyboard of the field it hangs from.
    open: bool,
    ended: Option<Popup<Picked>>,
}

impl View<'_> {
    fn show(
        mut self,
        ui: &Ui,
        pen: &mut Pen,
        rect: Rect,
        chosen: &[Date],
        today: Date,
    ) -> Option<Popup<Picked>> {
        card(ui, pen, rect, 6);
        let inner = rect.shrink2(vec2(PADDING, PADDING + EDGE));
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), 28.0));
        self.head(ui, pen, head);
        let top = head.bottom() + 8.0;
        self.weekdays(ui, pen, inner, top);
        self.month(ui, pen, inner, top + CELL.y, chosen, today);
        let line = top + 7.0 * CELL.y + 8.5;
        ui.painter().hline(inner.x_range(), line, Stroke::new(1.0, pen.theme.line));
        let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 22.0), inner.max);
        self.foot(ui, pen, foot, today);
        self.ended
    }

    fn head(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let mut row = Row::new(rect, self.rtl);
        let previous = row.start(28.0);
        let next = row.end(28.0);
        let (back, on) =
            if self.rtl { (Icon::CaretRight, Icon::CaretLeft) } else { (Icon::CaretLeft, Icon::CaretRight) };
        let words = self.words;
        if self.arrow(ui, pen, previous, back, Spot::Previous, &words.get("calendar-previous")) {
            self.state.move_months(-1);
        }
        if self.arrow(ui, pen, next, on, Spot::Next, &words.get("calendar-next")) {
            self.state.move_months(1);
        }
        let name = title(self.state.on, words);
        let ink = pen.theme.ink;
        pen.centred(ui, rect, &name, Face::BaseStrong, ink);
        let response = ui.interact(row.rest(), ui.scope_id().with("calendar-title"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    }

    fn arrow(&self, ui: &Ui, pen: &Pen, rect: Rect, icon: Icon, spot: Spot, name: &str) -> bool {
        let response = ui.interact(rect, ui.scope_id().with(("calendar", name)), Sense::CLICK);
        let theme = pen.theme;
        if response.hovered() {
            ui.painter().rect_filled(rect, 6.0, theme.hover);
        }
        self.ring(ui, pen, rect, self.state.spot == spot);
        let ink = if response.hovered() { theme.ink } else { theme.ink2 };
        icon.draw(ui.painter(), rect.center(), 16.0, ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        response.clicked()
    }

    fn ring(&self, ui: &Ui, pen: &Pen, rect: Rect, here: bool) {
        if here && self.state.keyed {
            let stroke = Stroke::new(2.0, pen.theme.accent);
            ui.painter().rect_stroke(rect.expand(1.0), 5.0, stroke, StrokeKind::Outside);
        }
    }

    fn weekdays(&self, ui: &Ui, pen: &mut Pen, inner: Rect, top: f32) {
        let line = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), CELL.y));
        let mut row = Row::new(line, self.rtl);
        let ink = pen.theme.ink3;
        for day in Weekday::ALL {
            let letter = self.words.get(&format!("weekday-letter-{}", weekday_key(day)));
            pen.centred(ui, row.start(CELL.x), &letter, Face::Caption, ink);
        }
    }

    fn month(&mut self, ui: &Ui, pen: &mut Pen, inner: Rect, top: f32, chosen: &[Date], today: Date) {
        let shown = days(self.state.on);
        let mut hit = None;
        for (week, line) in shown.chunks(7).zip(0u8..) {
            let top = top + f32::from(line) * CELL.y;
            let line = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), CELL.y));
            let mut row = Row::new(line, self.rtl);
            for day in week {
                let cell = row.start(CELL.x);
                if self.cell(ui, pen, cell, *day, chosen.contains(day), *day == today) {
                    hit = Some(*day);
                }
            }
        }
        if let Some(day) = hit {
            let beside = ui.input(|input| input.modifiers.command);
            let picked = if beside { Picked::Another(day) } else { self.state.picked(day) };
            self.ended = Some(Popup::Chosen(picked));
        }
    }

    fn cell(&self, ui: &Ui, pen: &mut Pen, rect: Rect, day: Date, chosen: bool, today: bool) -> bool {
        let id = ui.scope_id().with(("day", day.to_string()));
        let response = ui.interact(rect, id, Sense::CLICK);
        let theme = pen.theme;
        let here = self.state.on == day && self.state.spot == Spot::Days;
        if chosen {
            ui.painter().rect_filled(rect, 4.0, theme.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 4.0, theme.hover);
        }
        if today && !chosen {
            let stroke = Stroke::new(1.0, theme.accent);
            ui.painter().rect_stroke(rect, 4.0, stroke, StrokeKind::Inside);
        }
        self.ring(ui, pen, rect, here);
        let ink = if chosen {
            theme.on_accent
        } else if day.month() == self.state.on.month() {
            theme.ink
        } else {
            theme.ink3
        };
        let face = if chosen { Face::DenseStrong } else { Face::Dense };
        pen.centred(ui, rect, &day.day().to_string(), face, ink);
        let name = day_name(day, self.words);
        response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, chosen, &name));
        if here && self.open {
            super::announce(ui.ctx(), response.id);
        }
        response.clicked()
    }

    fn foot(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, today: Date) {
        let accent = pen.theme.accent;
        let words = self.words.get("calendar-today");
        if self.word(ui, pen, rect, &words, Spot::Today, true, accent) {
            self.ended = Some(Popup::Chosen(self.state.picked(today)));
        }
        let words = self.words.get("calendar-another");
        let ink = if self.state.another { accent } else { pen.theme.ink2 };
        if self.word(ui, pen, rect, &words, Spot::Another, false, ink) {
            self.state.another = !self.state.another;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
    fn word(
        &self,
        ui: &Ui,
        pen: &mut Pen,
        rect: Rect,
        words: &str,
        spot: Spot,
        first: bool,
        ink: eframe::egui::Color32,
    ) -> bool {
        let strong = first || self.state.another;
        let line = pen.line(ui.ctx(), words, if strong { Face::DenseStrong } else { Face::Dense });
        let mut row = Row::new(rect, self.rtl);
        let place = if first { row.start(line.width()) } else { row.end(line.width()) };
        let response =
            ui.interact(place.expand2(vec2(4.0, 4.0)), ui.scope_id().with(("foot", words)), Sense::CLICK);
        if response.hovered() {
            ui.painter().rect_filled(place.expand2(vec2(4.0, 2.0)), 4.0, pen.theme.hover);
        }
        self.ring(ui, pen, place.expand(1.0), self.state.spot == spot);
        let (at, anchor): (_, Align2) = side(place, self.rtl);
        pen.draw(ui.painter(), &line, at, anchor, ink);
        let on = spot == Spot::Another && self.state.another;
        response.widget_info(|| match spot {
            Spot::Another => WidgetInfo::selected(Role::Button, true, on, words),
            _ => WidgetInfo::labeled(Role::Button, true, words),
        });
        response.clicked()
    }
}
