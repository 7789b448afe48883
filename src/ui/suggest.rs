//! People offered while a name is typed: those of the record and of the roster, however they are spelt.

use std::ops::Range;

use eframe::egui::{
    self, Area, Id, Key, Modifiers, Order, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::access;
use super::pen::{Icon, Pen};
use super::theme::Face;
use super::widgets::{Row, card, side};
use crate::arabic::fold::{fold, fold_char};
use crate::document::{Document, Person, PersonId};
use crate::store::Roster;
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
}

/// People whose name holds these words in their order, each from the start of a word: first those whose name begins
/// so. `skip` leaves out people of the record; those of the roster whom the record knows are left out too.
#[must_use]
pub fn find(
    query: &str,
    document: &Document,
    roster: &Roster,
    skip: impl Fn(PersonId) -> bool,
) -> Vec<Found> {
    let wanted: Vec<String> = query.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(bool, Found)> = Vec::new();
    let mut offer = |whom: Whom, person: &Person| {
        let in_name = stretches(&person.name, &wanted);
        let other = person.aliases.iter().chain([&person.latin]);
        let is_other = || other.into_iter().any(|name| stretches(name, &wanted).is_some());
        let Some(typed) = in_name.or_else(|| is_other().then(Vec::new)) else { return };
        let first = typed.first().is_some_and(|range| range.start == 0);
        let about = template::person_role(person).unwrap_or_default();
        found.push((!first, Found { whom, name: person.name.clone(), about, typed }));
    };
    for (id, person) in document.people().iter().filter(|(id, person)| !skip(**id) && !person.name.is_empty())
    {
        offer(Whom::Known(*id), person);
    }
    let known: Vec<String> = document.people().values().map(|person| fold(&person.name)).collect();
    for (_, person) in roster.by_name() {
        if !known.contains(&fold(&person.name)) {
            offer(Whom::Kept(Box::new(person.clone())), person);
        }
    }
    found.sort_by_key(|(later, _)| *later);
    found.into_iter().map(|(_, found)| found).take(MOST).collect()
}

/// Where these folded words begin words of the name, one after another.
fn stretches(name: &str, wanted: &[String]) -> Option<Vec<Range<usize>>> {
    let mut at = 0;
    let mut words = name.split(' ').map(|word| {
        let start = at;
        at += word.len() + 1;
        (start, word)
    });
    wanted
        .iter()
        .map(|wanted| {
            words.find_map(|(start, word)| begins(word, wanted).map(|length| start..start + length))
        })
        .collect()
}

/// How many bytes of a word a folded beginning takes; nothing where the word does not begin so.
fn begins(word: &str, wanted: &str) -> Option<usize> {
    let mut left = wanted.chars().peekable();
    let mut end = 0;
    for (at, letter) in word.char_indices() {
        let folded = letter.to_lowercase().find_map(fold_char);
        match (folded, left.peek()) {
            (None, _) => {}
            (Some(_), None) => return Some(end),
            (Some(one), Some(other)) if one == *other => {
                left.next();
            }
            (Some(_), Some(_)) => return None,
        }
        end = at + letter.len_utf8();
    }
    left.peek().is_none().then_some(end)
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

/// Takes the keys of the list of so many lines before the field sees them.
pub fn keys(ui: &Ui, count: usize, at: &mut usize) -> Asked {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let count = count.max(1);
    if pressed(Key::ArrowDown) {
        *at = (*at + 1) % count;
    }
    if pressed(Key::ArrowUp) {
        *at = (*at + count - 1) % count;
    }
    if pressed(Key::Enter) || pressed(Key::Tab) {
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
    let left = if rtl { under.right() - width } else { under.left() };
    let screen = ctx.content_rect();
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
