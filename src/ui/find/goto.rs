//! Going to a place by its number: one line, and what it can mean below it.

use eframe::egui::{
    self, Area, Color32, Id, Key, Order, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::arabic::places::{Sought, read};
use crate::document::{BlockId, Document, Place, Target};
use crate::template::Composed;
use crate::template::stops::stop;
use crate::text::Base;
use crate::ui::access::{Floats, floats};
use crate::ui::field::{Line, Look, field};
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;
use crate::ui::widgets::{Row, card, key_cap, key_cap_width, side, told_aloud};
use crate::words::Words;

const WIDTH: f32 = 520.0;
const HEAD: f32 = 52.0;
const LINE: f32 = 40.0;

/// The line while it is open.
#[derive(Default)]
pub struct Goto {
    query: String,
    at: usize,
    stops: Vec<Stop>,
    /// Why there is nowhere to go.
    why: String,
    /// What the rows were made of: they are made anew when it changes.
    of: Option<(String, usize, bool)>,
    settled: bool,
}

struct Stop {
    sought: Sought,
    name: String,
    words: String,
    to: To,
}

#[derive(Clone)]
enum To {
    Block(BlockId),
    Page(usize),
}

/// What became of the line.
pub enum Became {
    /// It stays.
    Open,
    /// It is to be closed.
    Closed,
    /// To this place of the text.
    Place(Place),
    /// To this page, from 1.
    Page(usize),
}

/// What can be gone to.
pub struct Where<'a> {
    /// The record.
    pub document: &'a Document,
    /// How many pages its text has so far, and whether all are counted.
    pub pages: (usize, bool),
    /// A paragraph of the page as it is shown.
    pub shown: &'a dyn Fn(BlockId) -> Option<&'a Composed>,
}

impl Goto {
    /// Shows it over the window.
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        pen: &mut Pen,
        words: Words,
        to: &Where<'_>,
        focus: &mut Option<(Id, Line)>,
    ) -> Became {
        let now = (self.query.clone(), to.pages.0, to.pages.1);
        if self.of.as_ref() != Some(&now) {
            self.find(to, words);
            self.of = Some(now);
        }
        if let Some(became) = self.keys(ctx) {
            return became;
        }
        let screen = ctx.content_rect();
        let width = WIDTH.min(screen.width() - 32.0);
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let height = HEAD + self.stops.len().max(1) as f32 * LINE + 8.0;
        let left = (screen.center().x - width / 2.0).round();
        let rect = Rect::from_min_size(pos2(left, screen.top() + 88.0), vec2(width, height));
        let mut became = Became::Open;
        let area = Area::new(Id::unique("goto")).order(Order::Foreground).fixed_pos(screen.min);
        area.constrain(false).fade_in(false).show(ctx, |ui| {
            let behind = ui.allocate_rect(screen, Sense::CLICK);
            ui.painter().rect_filled(screen, 0.0, Color32::from_black_alpha(77));
            card(ui, pen, rect, 10);
            floats(ui, Floats::Named(words.get("cmd-goto")));
            if let Some(chosen) = self.inside(ui, pen, rect, words, focus) {
                became = chosen;
            }
            let outside = behind.interact_pointer_pos().is_some_and(|at| !rect.contains(at));
            if behind.clicked() && outside {
                became = Became::Closed;
            }
        });
        became
    }

    fn keys(&mut self, ctx: &egui::Context) -> Option<Became> {
        let mut became = None;
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
                if modifiers.any() {
                    return true;
                }
                let count = self.stops.len();
                match key {
                    Key::ArrowDown if count > 0 => self.at = (self.at + 1) % count,
                    Key::ArrowUp if count > 0 => self.at = (self.at + count - 1) % count,
                    Key::Enter => became = self.chosen(self.at),
                    Key::Escape => became = Some(Became::Closed),
                    _ => return true,
                }
                false
            });
        });
        became
    }

    fn chosen(&self, at: usize) -> Option<Became> {
        self.stops.get(at).map(|stop| match stop.to {
            To::Block(id) => Became::Place(Place::new(Target::Block(id), 0)),
            To::Page(page) => Became::Page(page),
        })
    }

    /// What the words written can mean.
    fn find(&mut self, to: &Where<'_>, words: Words) {
        self.at = 0;
        self.stops.clear();
        self.why.clear();
        let Some((sought, numbers)) = read(&self.query) else {
            self.why = words.get("goto-hint");
            return;
        };
        let kinds = match (sought, numbers.as_slice()) {
            (Some(kind), _) => vec![kind],
            (None, [_]) => vec![Sought::Paragraph, Sought::Recommendation, Sought::Agenda, Sought::Page],
            (None, _) => vec![Sought::Recommendation],
        };
        let path = numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
        for kind in &kinds {
            let (found, count) = match (kind, numbers.as_slice()) {
                (Sought::Page, [n]) => (((1..=to.pages.0).contains(n)).then_some(To::Page(*n)), to.pages.0),
                _ => {
                    let stop = stop(to.document, *kind, &numbers);
                    (stop.block.map(To::Block), stop.count)
                }
            };
            match found {
                Some(to_what) => self.stops.push(Stop {
                    sought: *kind,
                    name: words.with(name_of(*kind), &[("number", path.as_str().into())]),
                    words: match &to_what {
                        To::Block(id) => (to.shown)(*id).map(said).unwrap_or_default(),
                        To::Page(_) => String::new(),
                    },
                    to: to_what,
                }),
                None if *kind == Sought::Page && !to.pages.1 => self.why = words.get("find-looking"),
                None if self.why.is_empty() => {
                    self.why = words.with(none_of(*kind), &[("count", count.into())]);
                }
                None => {}
            }
        }
        if kinds.len() > 1 && self.stops.is_empty() {
            self.why = words.with("goto-none", &[("number", path.as_str().into())]);
        }
    }

    fn inside(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        words: Words,
        focus: &mut Option<(Id, Line)>,
    ) -> Option<Became> {
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
        let mut row = Row::new(head.shrink2(vec2(16.0, 10.0)), rtl);
        Icon::Hash.draw(ui.painter(), row.start(20.0).center(), 20.0, theme.ink2);
        row.start(4.0);
        let place = row.end(key_cap_width(ui, pen, "Esc"));
        key_cap(ui, pen, place, "Esc");
        row.end(4.0);
        let id = Id::unique("goto-field");
        if !self.settled {
            *focus = None;
        }
        // The first pass of an area is disabled, which takes the keyboard away again.
        if !self.settled || ui.memory(|memory| memory.focused() != Some(id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
            self.settled = ui.memory(|memory| memory.has_focus(id));
            ui.ctx().request_repaint();
        }
        let (name, hint) = (words.get("cmd-goto"), words.get("goto-field-hint"));
        let look = Look { name: &name, hint: &hint, bare: true, ltr: !rtl, ..Look::default() };
        let locked = pen.locked.take();
        let outcome = field(ui, pen, row.rest(), id, &self.query.clone(), look, focus);
        pen.locked = locked;
        if let Some(query) = outcome.changed {
            self.query = query;
            ui.ctx().request_repaint();
        }
        ui.painter().hline(rect.x_range(), head.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let mut y = head.bottom() + 4.0;
        if self.stops.is_empty() {
            let place = Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), LINE)).shrink(16.0);
            let line = pen.fitted(ui.ctx(), &self.why, Face::Base, Base::Auto, place.width());
            let (at, anchor) = side(place, rtl);
            pen.draw(ui.painter(), &line, at, anchor, theme.ink2);
            told_aloud(ui, place, "goto-why", &self.why);
        }
        let mut chosen = None;
        for (index, stop) in self.stops.iter().enumerate() {
            let place = Rect::from_min_size(pos2(rect.left() + 4.0, y), vec2(rect.width() - 8.0, LINE));
            let response = ui.interact(place, ui.scope_id().with(("goto-row", index)), Sense::click());
            let on = index == self.at;
            if on {
                ui.painter().rect_filled(place, 6.0, theme.chosen);
            } else if response.hovered() {
                ui.painter().rect_filled(place, 6.0, theme.hover);
            }
            let mut row = Row::new(place.shrink2(vec2(12.0, 0.0)), rtl);
            icon_of(stop.sought).draw(ui.painter(), row.start(20.0).center(), 20.0, theme.ink2);
            row.start(8.0);
            let name = pen.line(ui.ctx(), &stop.name, Face::BaseStrong);
            let (at, anchor) = side(row.start(name.width()), rtl);
            pen.draw(ui.painter(), &name, at, anchor, theme.ink);
            row.start(12.0);
            let shown = pen.fitted(ui.ctx(), &stop.words, Face::Base, Base::Auto, row.rest().width());
            let (at, anchor) = side(row.rest(), rtl);
            pen.draw(ui.painter(), &shown, at, anchor, theme.ink2);
            let label = format!("{} {}", stop.name, stop.words);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, label.trim()));
            if response.clicked() {
                chosen = self.chosen(index);
            }
            y += LINE;
        }
        chosen
    }
}

/// What is shown of a paragraph: its beginning is enough.
fn said(text: &Composed) -> String {
    let all = format!("{} {}", text.label, text.text);
    all.split_whitespace().take(16).collect::<Vec<_>>().join(" ")
}

fn name_of(sought: Sought) -> &'static str {
    match sought {
        Sought::Paragraph => "goto-paragraph",
        Sought::Page => "goto-page",
        Sought::Recommendation => "goto-recommendation",
        Sought::Axis => "goto-axis",
        Sought::Agenda => "goto-agenda",
    }
}

fn none_of(sought: Sought) -> &'static str {
    match sought {
        Sought::Paragraph => "goto-no-paragraph",
        Sought::Page => "goto-no-page",
        Sought::Recommendation => "goto-no-recommendation",
        Sought::Axis => "goto-no-axis",
        Sought::Agenda => "goto-no-agenda",
    }
}

fn icon_of(sought: Sought) -> Icon {
    match sought {
        Sought::Paragraph => Icon::Paragraph,
        Sought::Page => Icon::File,
        Sought::Recommendation | Sought::Axis => Icon::ListBullets,
        Sought::Agenda => Icon::ClipboardText,
    }
}
