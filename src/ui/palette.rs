//! The palette: everything the window does and every heading of the record, found by a few letters.

use std::ops::Range;

use eframe::egui::{
    self, Area, Color32, CornerRadius, Id, Key, Order, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::access::{Floats, floats};
use super::action::Action;
use super::field::{Line, Look, field};
use super::menus::Entry;
use super::pen::{Icon, Pen, Words as Shaped};
use super::theme::Face;
use super::widgets::{Row, card, key_cap, key_cap_width, side};
use crate::arabic::fold;
use crate::document::Place;
use crate::template::Composition;
use crate::text::Base;
use crate::words::{Language, Words};

const WIDTH: f32 = 640.0;
const HEAD: f32 = 52.0;
const FOOT: f32 = 36.0;
const ROW: f32 = 40.0;

/// The palette while it is open.
pub struct Palette {
    query: String,
    at: usize,
    first: usize,
    /// What can be done: the entry and its folded names in every language, this window's first.
    actions: Vec<(Entry, Vec<String>)>,
    /// What the record holds: the words shown, folded, and where.
    places: Vec<(String, String, Place)>,
    found: Vec<Hit>,
    fresh: bool,
}

#[derive(Clone, Copy)]
enum Hit {
    Action(usize),
    Place(usize),
}

/// What became of the palette.
pub enum Became {
    /// It stays.
    Open,
    /// It is to be closed.
    Closed,
    /// This was chosen.
    Chosen(Action),
}

impl Palette {
    /// The palette over these entries and this text.
    #[must_use]
    pub fn new(entries: Vec<Entry>, text: Option<&Composition>, words: Words) -> Self {
        let named = |entry: &Entry| {
            let own = std::iter::once(words);
            let others = Language::ALL.into_iter().filter(|l| *l != words.language()).map(Words::new);
            let name = |words: Words| match &entry.action {
                // «فرنسية», «langue»: a language is looked for by its name in the interface, and by what it changes.
                Action::Speak(language) => {
                    let spoken = match language {
                        Language::Arabic => "document-language-ar",
                        Language::French => "document-language-fr",
                        Language::English => "document-language-en",
                    };
                    let names = [entry.name.words(words), words.get(spoken), words.get("home-language")];
                    fold(&names.join(" "))
                }
                _ => fold(&entry.name.words(words)),
            };
            own.chain(others).map(name).collect()
        };
        let actions = entries.into_iter().map(|entry| (named(&entry), entry));
        let actions = actions.map(|(names, entry)| (entry, names)).collect();
        let paragraphs = text.map(|text| text.paragraphs.as_slice()).unwrap_or_default();
        let places = paragraphs.iter().filter_map(|composed| {
            let target = composed.target.clone()?;
            let shown = format!("{} {}", composed.label, composed.text).trim().to_owned();
            let folded = fold(&shown);
            (!folded.is_empty()).then(|| (shown, folded, Place::new(target, 0)))
        });
        let mut palette = Self {
            query: String::new(),
            at: 0,
            first: 0,
            actions,
            places: places.collect(),
            found: Vec::new(),
            fresh: true,
        };
        palette.search();
        palette
    }

    /// Whether its field waits for the keyboard still: what is typed now is for that.
    #[must_use]
    pub fn is_coming(&self) -> bool {
        self.fresh
    }

    /// Finds what holds every word asked for. Names that begin with the words come first.
    fn search(&mut self) {
        let query = fold(&self.query);
        let asked: Vec<&str> = query.split_whitespace().collect();
        let holds = |name: &str| asked.iter().all(|word| name.contains(word));
        let mut ranked: Vec<(u8, usize)> = Vec::new();
        for (index, (entry, names)) in self.actions.iter().enumerate() {
            let Some(nth) = names.iter().position(|name| holds(name)) else { continue };
            let begins = names.iter().any(|name| asked.first().is_some_and(|word| name.starts_with(word)));
            let rank = u8::from(!begins) + 2 * u8::from(nth > 0) + 4 * u8::from(entry.why_not.is_some());
            ranked.push((if asked.is_empty() { 0 } else { rank }, index));
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        self.found = ranked.into_iter().map(|(_, index)| Hit::Action(index)).collect();
        if !asked.is_empty() {
            let places = self.places.iter().enumerate().filter(|(_, (_, folded, _))| holds(folded));
            self.found.extend(places.take(200).map(|(index, _)| Hit::Place(index)));
        }
        self.at = 0;
        self.first = 0;
    }

    /// Shows it over the window.
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        pen: &mut Pen,
        words: Words,
        focus: &mut Option<(Id, Line)>,
    ) -> Became {
        let screen = ctx.content_rect();
        let rows_fit = ((screen.height() - 88.0 - HEAD - FOOT - 32.0) / ROW).floor().clamp(2.0, 8.0);
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let rows = (self.found.len().max(1) as f32).min(rows_fit);
        let width = WIDTH.min(screen.width() - 32.0);
        let left = (screen.center().x - width / 2.0).round();
        let height = HEAD + rows * ROW + 8.0 + FOOT;
        let rect = Rect::from_min_size(pos2(left, screen.top() + 88.0), vec2(width, height));
        let became = self.keys(ctx, rows);
        if let Some(became) = became {
            return became;
        }
        let mut chosen = None;
        let area = Area::new(Id::unique("palette")).order(Order::Foreground).fixed_pos(screen.min);
        area.constrain(false).fade_in(false).show(ctx, |ui| {
            ui.allocate_rect(screen, Sense::CLICK);
            ui.painter().rect_filled(screen, 0.0, Color32::from_black_alpha(77));
            card(ui, pen, rect, 10);
            floats(ui, Floats::Named(words.get("cmd-commands")));
            chosen = self.inside(ui, pen, rect, rows, words, focus);
        });
        let fresh = self.fresh;
        // What is drawn for the first time takes no keyboard yet: it is asked for until it is there.
        self.fresh = !ctx.memory(|memory| memory.has_focus(Id::unique("palette-field")));
        if self.fresh {
            ctx.request_repaint();
        }
        let outside = ctx.input(|input| {
            input.pointer.any_pressed() && input.pointer.interact_pos().is_some_and(|pos| !rect.contains(pos))
        });
        match chosen {
            Some(action) => Became::Chosen(action),
            None if outside && !fresh => Became::Closed,
            None => Became::Open,
        }
    }

    fn keys(&mut self, ctx: &egui::Context, rows: f32) -> Option<Became> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
        let page = rows as usize;
        let count = self.found.len();
        let mut enter = false;
        let mut escape = false;
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
                if modifiers.any() {
                    return true;
                }
                let last = count.saturating_sub(1);
                match key {
                    Key::ArrowDown => self.at = if self.at >= last { 0 } else { self.at + 1 },
                    Key::ArrowUp => self.at = self.at.checked_sub(1).unwrap_or(last),
                    Key::PageDown => self.at = (self.at + page).min(last),
                    Key::PageUp => self.at = self.at.saturating_sub(page),
                    Key::Enter => enter = true,
                    Key::Escape => escape = true,
                    _ => return true,
                }
                false
            });
        });
        self.first = self.first.clamp((self.at + 1).saturating_sub(page), self.at);
        if escape {
            return Some(Became::Closed);
        }
        let action = enter.then(|| self.found.get(self.at)).flatten().and_then(|hit| self.action(*hit));
        action.map(Became::Chosen)
    }

    fn action(&self, hit: Hit) -> Option<Action> {
        match hit {
            Hit::Action(index) => {
                let (entry, _) = self.actions.get(index)?;
                entry.why_not.is_none().then(|| entry.action.clone())
            }
            Hit::Place(index) => self.places.get(index).map(|(_, _, place)| Action::Jump(place.clone())),
        }
    }

    fn inside(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        rows: f32,
        words: Words,
        focus: &mut Option<(Id, Line)>,
    ) -> Option<Action> {
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
        let mut row = Row::new(head.shrink2(vec2(16.0, 10.0)), rtl);
        Icon::MagnifyingGlass.draw(ui.painter(), row.start(20.0).center(), 20.0, theme.ink2);
        row.start(4.0);
        let place = row.end(key_cap_width(ui, pen, "Esc"));
        key_cap(ui, pen, place, "Esc");
        row.end(4.0);
        let id = Id::unique("palette-field");
        if self.fresh {
            *focus = None;
        }
        // The first pass of an area is disabled, which takes the keyboard away again.
        if self.fresh || ui.memory(|memory| memory.focused() != Some(id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let name = words.get("cmd-commands");
        let hint = words.get("hint-commands");
        let look = Look { name: &name, hint: &hint, bare: true, ..Look::default() };
        let outcome = field(ui, pen, row.rest(), id, &self.query.clone(), look, focus);
        if let Some(query) = outcome.changed {
            self.query = query;
            self.search();
        }
        ui.painter().hline(rect.x_range(), head.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let mut chosen = None;
        let mut y = head.bottom() + 4.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
        let shown: Vec<(usize, Hit)> =
            self.found.iter().copied().enumerate().skip(self.first).take(rows as usize).collect();
        if shown.is_empty() {
            let place = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), ROW));
            pen.centred(ui, place, &words.get("palette-nothing"), Face::Base, theme.ink3);
        }
        let moved = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
        for (index, hit) in shown {
            let place = Rect::from_min_size(pos2(rect.left() + 4.0, y), vec2(rect.width() - 8.0, ROW));
            let response = ui.interact(place, ui.scope_id().with(("palette-row", index)), Sense::click());
            if response.hovered() && moved {
                self.at = index;
            }
            let name = self.line(ui, pen, place, hit, index == self.at, words);
            if response.clicked() {
                chosen = self.action(hit);
            }
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, index == self.at, &name));
            y += ROW;
        }
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
        ui.painter().hline(rect.x_range(), foot.top() + 0.5, Stroke::new(1.0, theme.line));
        let mut row = Row::new(foot.shrink2(vec2(16.0, 0.0)), rtl);
        for (keys, key) in [("↑ ↓", "palette-move"), ("Enter", "palette-do")] {
            let place = row.start(key_cap_width(ui, pen, keys));
            key_cap(ui, pen, place, keys);
            row.start(8.0);
            let told = pen.line(ui.ctx(), &words.get(key), Face::Caption);
            let place = row.start(told.width());
            let (at, anchor) = side(place, rtl);
            pen.draw(ui.painter(), &told, at, anchor, theme.ink2);
            row.start(16.0);
        }
        let count = words.with("palette-count", &[("count", self.found.len().into())]);
        let told = pen.line(ui.ctx(), &count, Face::Caption);
        let (at, anchor) = side(row.rest(), !rtl);
        pen.draw(ui.painter(), &told, at, anchor, theme.ink2);
        chosen
    }

    /// Draws one row; its name for those who do not see it.
    fn line(&self, ui: &Ui, pen: &mut Pen, rect: Rect, hit: Hit, on: bool, words: Words) -> String {
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        if on {
            ui.painter().rect_filled(rect, 6.0, theme.chosen);
        }
        let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), rtl);
        let icon = row.start(20.0).center();
        row.start(8.0);
        let (name, after, possible) = match hit {
            Hit::Action(index) => {
                let Some((entry, _)) = self.actions.get(index) else { return String::new() };
                if let Some(icon_of) = entry.icon {
                    icon_of.draw(ui.painter(), icon, 20.0, theme.ink2);
                }
                if let Some(why_not) = entry.why_not {
                    let why = pen.line(ui.ctx(), &words.get(why_not), Face::Caption);
                    let (at, anchor) = side(row.rest(), !rtl);
                    pen.draw(ui.painter(), &why, at, anchor, theme.warning);
                    row.end(why.width() + 8.0);
                } else if let Some(keys) = entry.keys {
                    let keys = keys.to_string();
                    let place = row.end(key_cap_width(ui, pen, &keys));
                    key_cap(ui, pen, place, &keys);
                    row.end(8.0);
                }
                (entry.name.words(words), words.get(entry.menu.key()), entry.why_not.is_none())
            }
            Hit::Place(index) => {
                let Some((shown, _, _)) = self.places.get(index) else { return String::new() };
                Icon::Paragraph.draw(ui.painter(), icon, 20.0, theme.ink2);
                (shown.clone(), words.get("palette-in-record"), true)
            }
        };
        let after = pen.line(ui.ctx(), &after, Face::Caption);
        let room = row.rest().width() - after.width() - 8.0;
        let shaped = pen.fitted(ui.ctx(), &name, Face::Base, Base::Auto, room.max(0.0));
        let place = row.start(shaped.width());
        let (at, anchor) = side(place, rtl);
        let asked = fold(&self.query);
        for word in asked.split_whitespace() {
            for range in matches(shaped.layout.text(), word) {
                mark(ui, pen, &shaped, place, &range);
            }
        }
        let ink = if possible { theme.ink } else { theme.ink3 };
        pen.draw(ui.painter(), &shaped, at, anchor, ink);
        row.start(8.0);
        let (at, anchor) = side(row.rest(), rtl);
        pen.draw(ui.painter(), &after, at, anchor, theme.ink3);
        name
    }
}

/// A fill behind the letters of a match: no change of weight, which could break their joins.
fn mark(ui: &Ui, pen: &Pen, shaped: &Shaped, place: Rect, range: &Range<usize>) {
    let scale = ui.ctx().pixels_per_point();
    let origin =
        pos2(place.right() - shaped.layout.width() / scale, place.center().y - shaped.height() / 2.0);
    for part in shaped.layout.rects(range.clone()) {
        let fill = super::sheet::placed(&part, origin, scale);
        ui.painter().rect_filled(fill, CornerRadius::same(2), pen.theme.search);
    }
}

/// Where a folded word stands in a text, in bytes of the text.
fn matches(text: &str, word: &str) -> Vec<Range<usize>> {
    let mut folded = String::new();
    let mut from = Vec::new();
    for (at, c) in text.char_indices() {
        let piece = fold(c.encode_utf8(&mut [0; 4]));
        from.extend(std::iter::repeat_n(at..at + c.len_utf8(), piece.len()));
        folded.push_str(&piece);
    }
    let found = folded.match_indices(word).filter(|_| !word.is_empty());
    found
        .filter_map(|(at, word)| {
            let (first, last) = (from.get(at)?, from.get(at + word.len() - 1)?);
            Some(first.start..last.end)
        })
        .collect()
}
