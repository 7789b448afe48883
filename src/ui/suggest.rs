//! People offered while a name is typed: those of the record and of the roster, however they are spelt.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use eframe::egui::{
    self, Area, Id, Key, Modifiers, Order, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::access;
use super::pen::{Icon, Pen};
use super::theme::Face;
use super::widgets::{Row, card, side};
use crate::arabic::naming;
use crate::document::{Document, Person, PersonId};
use crate::store::Roster;
use crate::store::roster::{Index, Rank};
use crate::template;
use crate::text::Base;
use crate::words::Words;

/// How many people are offered at most.
const MOST: usize = 5;
/// How high a person is in the list.
const ROW: f32 = 44.0;
/// How high the last line is, that takes the words as they are.
const LAST: f32 = 40.0;

/// Somebody offered.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// Who.
    pub whom: Whom,
    /// The name.
    pub name: String,
    /// The office.
    pub about: String,
    /// The stretches of the name that were typed.
    pub typed: Vec<Range<usize>>,
}

/// Who is chosen.
#[derive(Clone, PartialEq, Debug)]
pub enum Whom {
    /// A person of the record.
    Known(PersonId),
    /// A person of the roster.
    Kept(Box<Person>),
    /// A body or somebody else the record names elsewhere.
    Named(String),
}

/// Those who can be offered: the people of a record and of the roster, folded once and kept. Its clones are one.
#[derive(Clone, Default)]
pub struct Finder(Rc<RefCell<Folded>>);

#[derive(Default)]
struct Folded {
    record: Index,
    kept: Index,
}

impl Finder {
    /// Whom the roster holds from now on.
    pub fn keep(&self, roster: &Roster) {
        self.0.borrow_mut().kept.take_in(roster.people());
    }

    /// Names written elsewhere in the record that answer these words, those written most first.
    #[must_use]
    pub fn named(query: &str, names: &[String]) -> Vec<Found> {
        let wanted = naming::wanted(query);
        let fits = |name: &&String| {
            !wanted.is_empty() && *name != query.trim() && naming::Spelt::of(name).fits(&wanted).is_some()
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in names.iter().filter(fits) {
            *counts.entry(name).or_default() += 1;
        }
        let mut best: Vec<(&str, usize)> = counts.into_iter().collect();
        best.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let found = best.into_iter().take(MOST).map(|(name, _)| Found {
            whom: Whom::Named(name.to_owned()),
            name: name.to_owned(),
            about: String::new(),
            typed: naming::typed_in(name, &wanted),
        });
        found.collect()
    }

    /// People who answer these words, those first whose name begins so, those of the record before those of the roster.
    /// `skip` leaves out people of the record; those of the roster whom the record knows are left out too.
    #[must_use]
    pub fn find(&self, query: &str, document: &Document, skip: &dyn Fn(PersonId) -> bool) -> Vec<Found> {
        self.find_first(query, document, skip, &|_| false)
    }

    /// The same, with those people of the record before all others whom `first` names: who is in the room.
    #[must_use]
    pub fn find_first(
        &self,
        query: &str,
        document: &Document,
        skip: &dyn Fn(PersonId) -> bool,
        first: &dyn Fn(PersonId) -> bool,
    ) -> Vec<Found> {
        let wanted = naming::wanted(query);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut folded = self.0.borrow_mut();
        folded.record.take_in(document.people());
        let Folded { record, kept } = &*folded;
        let of_record = record.find(&wanted, false);
        let of_record = of_record.filter(|(_, id, person)| !skip(*id) && !person.name.is_empty());
        let mut best: Vec<(Rank, Option<PersonId>, &Person)> =
            of_record.map(|(rank, id, person)| (rank, Some(id), person)).collect();
        // Of those of the roster the first so many of each rank are enough.
        let mut counts: BTreeMap<Rank, usize> = BTreeMap::new();
        for (rank, _, person) in kept.find(&wanted, false) {
            let count = counts.entry(rank).or_default();
            if *count < MOST && !record.has_name(&naming::name_key(&person.name)) {
                *count += 1;
                best.push((rank, None, person));
            }
        }
        best.sort_by_cached_key(|(rank, id, _)| (!id.is_some_and(first), *rank));
        let found = best.into_iter().take(MOST).map(|(_, id, person)| Found {
            whom: id.map_or_else(|| Whom::Kept(Box::new(person.clone())), Whom::Known),
            name: person.name.clone(),
            about: template::person_role(person).unwrap_or_default(),
            typed: naming::typed_in(&person.name, &wanted),
        });
        found.collect()
    }
}

/// What the keys of this frame ask of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// Nothing.
    Nothing,
    /// To take the line the keyboard is on.
    Take,
    /// To put the list away.
    Close,
}

/// Takes the keys of the list of so many lines before the field sees them; Tab only where it takes a line too.
pub fn keys(ui: &Ui, count: usize, at: &mut usize, tab: bool) -> Asked {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let count = count.max(1);
    if pressed(Key::ArrowDown) {
        *at = (*at + 1) % count;
    }
    if pressed(Key::ArrowUp) {
        *at = (*at + count - 1) % count;
    }
    if pressed(Key::Enter) || tab && pressed(Key::Tab) {
        Asked::Take
    } else if pressed(Key::Escape) {
        Asked::Close
    } else {
        Asked::Nothing
    }
}

/// Shows the list below a field, and after the people a line that takes the words as they are, if there is one. The
/// line that was clicked.
pub fn popup(
    ctx: &egui::Context,
    pen: &mut Pen,
    under: Rect,
    found: &[Found],
    new: Option<&str>,
    at: &mut usize,
    words: Words,
) -> Option<usize> {
    let rtl = words.language().is_right_to_left();
    let width = under.width().max(280.0);
    #[expect(clippy::cast_precision_loss, reason = "a handful of people")]
    let people = found.len() as f32 * ROW;
    let apart = if found.is_empty() { 0.0 } else { 9.0 };
    let height = 8.0 + people + if new.is_some() { LAST + apart } else { 0.0 };
    let screen = ctx.content_rect();
    let left = if rtl { under.right() - width } else { under.left() };
    let left = left.min(screen.right() - width - 4.0).max(screen.left() + 4.0);
    let below = under.bottom() + 4.0;
    let top = if below + height > screen.bottom() - 4.0 { under.top() - 4.0 - height } else { below };
    let rect = Rect::from_min_size(pos2(left, top.max(4.0)), vec2(width, height));
    let moved = ctx.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
    let mut hit = None;
    let area = Area::new(Id::unique("suggestions"))
        .order(Order::Foreground)
        .fixed_pos(rect.min)
        .constrain(false)
        .fade_in(false);
    area.show(ctx, |ui| {
        ui.allocate_rect(rect, Sense::CLICK);
        card(ui, pen, rect, 6);
        access::floats(ui, access::Floats::Options);
        let mut y = rect.top() + 4.0;
        let count = found.len() + usize::from(new.is_some());
        for index in 0..count {
            let person = found.get(index);
            if person.is_none() && !found.is_empty() {
                let line = Stroke::new(1.0, pen.theme.line);
                ui.painter().hline(rect.shrink(8.0).x_range(), y + 4.0, line);
                y += 9.0;
            }
            let height = if person.is_some() { ROW } else { LAST };
            let row = Rect::from_min_size(pos2(rect.left() + 4.0, y), vec2(width - 8.0, height));
            y += height;
            let response = ui.interact(row, ui.scope_id().with(("suggestion", index)), Sense::click());
            if response.hovered() && moved {
                *at = index;
            }
            if response.clicked() {
                hit = Some(index);
            }
            let on = *at == index;
            if on {
                ui.painter().rect_filled(row, 4.0, pen.theme.chosen);
            }
            let name = match person {
                Some(found) => {
                    offered(ui, pen, row, found, on, rtl);
                    found.name.clone()
                }
                None => {
                    let words = words.with("person-add-new", &[("name", new.unwrap_or_default().into())]);
                    taken(ui, pen, row, &words, rtl);
                    words
                }
            };
            response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &name));
            access::chosen(ui.ctx(), response.id, on);
        }
    });
    hit
}

/// One person in the list, with what was typed lit behind the letters.
fn offered(ui: &Ui, pen: &mut Pen, row: Rect, found: &Found, on: bool, rtl: bool) {
    let theme = pen.theme;
    let mut inner = Row::new(row.shrink2(vec2(8.0, 0.0)), rtl);
    if on {
        let cap = inner.end(40.0);
        let cap = Rect::from_center_size(cap.center(), vec2(40.0, 20.0));
        ui.painter().rect_filled(cap, 4.0, theme.raised);
        ui.painter().rect_stroke(cap, 4.0, Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
        pen.centred(ui, cap, "Enter", Face::Caption, theme.ink2);
        inner.end(8.0);
    }
    let text = inner.rest();
    let first = if found.about.is_empty() { text } else { text.with_max_y(row.top() + 25.0) };
    let words = pen.fitted(ui.ctx(), &found.name, Face::Base, Base::Auto, text.width());
    let (at, anchor) = side(first, rtl);
    let scale = ui.ctx().pixels_per_point();
    let origin = anchor.anchor_size(at, vec2(words.layout.width() / scale, words.height())).min;
    for range in &found.typed {
        for part in words.layout.rects(range.clone()) {
            let part = Rect::from_min_max(pos2(part.left, part.top), pos2(part.right, part.bottom));
            let part = Rect::from_min_size(origin + part.min.to_vec2() / scale, part.size() / scale);
            ui.painter().rect_filled(part, 2.0, theme.search);
        }
    }
    pen.draw(ui.painter(), &words, at, anchor, theme.ink);
    if !found.about.is_empty() {
        let second = text.with_min_y(row.top() + 22.0);
        let words = pen.fitted(ui.ctx(), &found.about, Face::Caption, Base::Auto, text.width());
        let (at, anchor) = side(second, rtl);
        pen.draw(ui.painter(), &words, at, anchor, theme.ink2);
    }
}

/// The line that takes the words as they are.
fn taken(ui: &Ui, pen: &mut Pen, row: Rect, words: &str, rtl: bool) {
    let theme = pen.theme;
    let mut inner = Row::new(row.shrink2(vec2(8.0, 0.0)), rtl);
    let icon = inner.start(18.0);
    Icon::UserPlus.draw(ui.painter(), icon.center(), 18.0, theme.ink2);
    inner.start(8.0);
    let rest = inner.rest();
    let shown = pen.fitted(ui.ctx(), words, Face::Base, Base::Auto, rest.width());
    let (at, anchor) = side(rest, rtl);
    pen.draw(ui.painter(), &shown, at, anchor, theme.ink);
}
