//! How long the text and what is selected of it are: a card above the line of state.

use eframe::egui::{Area, Context, Id, Order, Rect, Stroke, Ui, pos2, vec2};

use crate::document::OutputKind;
use crate::edit::Selection;
use crate::template::Counts as Of;
use crate::ui::access::{Floats, floats};
use crate::ui::chrome::STATUS;
use crate::ui::pen::{Icon, Pen};
use crate::ui::sheet::{Laid, Sheet};
use crate::ui::theme::Face;
use crate::ui::widgets::{IconButton, Row, card, side, told};
use crate::words::Words;
use crate::workspace::Open;

const WIDTH: f32 = 320.0;
const LINE: f32 = 28.0;
const HEAD: f32 = 48.0;

/// What is selected, counted once for each selection.
#[derive(Default)]
pub struct Counts {
    of: Option<(u64, OutputKind, Selection)>,
    counts: Option<Of>,
}

impl Counts {
    /// How much is selected on the page; nothing for a caret.
    pub fn selected(&mut self, open: &Open, laid: &[Laid]) -> Option<Of> {
        let editor = open.editor();
        let selection = editor.selection();
        if selection.is_caret() {
            self.of = None;
            return None;
        }
        let now = (editor.state(), open.output, selection.clone());
        if self.of.as_ref() != Some(&now) {
            self.of = Some(now);
            let document = editor.document();
            let mut counts = Of::default();
            for (target, range) in selection.ranges(document) {
                let Some(laid) = Sheet::index(document, &target).and_then(|index| laid.get(index)) else {
                    continue;
                };
                let shown = laid.shown(&range);
                counts.add(&laid.composed, shown.start - laid.prefix..shown.end - laid.prefix);
            }
            self.counts = Some(counts);
        }
        self.counts
    }
}

/// What the card tells.
pub struct Told {
    /// Which text it is.
    pub name: String,
    /// How long it is.
    pub text: Of,
    /// Its pages so far, and whether all are counted.
    pub pages: (usize, bool),
    /// How much is selected.
    pub selected: Option<Of>,
}

/// Shows the card; whether it is to go.
pub fn counts(ctx: &Context, pen: &mut Pen, told_of: &Told, words: Words) -> bool {
    let rtl = words.language().is_right_to_left();
    let screen = ctx.content_rect();
    let size = vec2(WIDTH, HEAD + 24.0 + 6.0 * LINE + 12.0);
    let left = if rtl { screen.right() - 12.0 - size.x } else { screen.left() + 12.0 };
    let rect = Rect::from_min_size(pos2(left, screen.bottom() - STATUS - 8.0 - size.y), size);
    let area = Area::new(Id::unique("counts")).order(Order::Foreground).fixed_pos(rect.min);
    let area = area.constrain(false).fade_in(false);
    area.show(ctx, |ui| {
        ui.allocate_rect(rect, eframe::egui::Sense::CLICK);
        card(ui, pen, rect, 10);
        floats(ui, Floats::Named(words.get("cmd-counts")));
        inside(ui, pen, rect, told_of, words, rtl)
    })
    .inner
}

fn inside(ui: &Ui, pen: &mut Pen, rect: Rect, of: &Told, words: Words, rtl: bool) -> bool {
    let theme = pen.theme;
    let inner = rect.shrink2(vec2(16.0, 8.0));
    let mut row = Row::new(Rect::from_min_size(inner.min, vec2(inner.width(), 32.0)), rtl);
    let name = words.get("cmd-close");
    let locked = pen.locked.take();
    let close = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
    let gone = close.show(ui, pen, row.end(32.0), Id::unique("counts-close"));
    pen.locked = locked;
    let title = pen.line(ui.ctx(), &words.get("cmd-counts"), Face::BaseStrong);
    let (at, anchor) = side(row.rest(), rtl);
    pen.draw(ui.painter(), &title, at, anchor, theme.ink);
    let mut y = inner.top() + HEAD - 8.0;
    let none = "–".to_owned();
    let lines: [(&str, String, Option<String>); 7] = {
        let selected = of.selected;
        let both = |get: fn(&Of) -> usize| {
            (get(&of.text).to_string(), Some(selected.as_ref().map_or(none.clone(), |s| get(s).to_string())))
        };
        let row = |key, get: fn(&Of) -> usize| {
            let (text, selected) = both(get);
            (key, text, selected)
        };
        let pages = if of.pages.1 { of.pages.0.to_string() } else { "…".to_owned() };
        [
            ("", of.name.clone(), Some(words.get("counts-selected"))),
            row("counts-words", |of| of.words),
            row("counts-characters", |of| of.characters),
            row("counts-letters", |of| of.letters),
            row("counts-paragraphs", |of| of.paragraphs),
            row("counts-recommendations", |of| of.recommendations),
            ("counts-pages", pages, None),
        ]
    };
    for (key, text, selected) in lines {
        let is_head = key.is_empty();
        let height = if is_head { 24.0 } else { LINE };
        let place = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), height));
        let mut row = Row::new(place, rtl);
        let label = if is_head { String::new() } else { words.get(key) };
        let face = if is_head { Face::Caption } else { Face::Base };
        let ink = if is_head { theme.ink2 } else { theme.ink };
        let (last, middle) = (row.end(76.0), row.end(76.0));
        let shown = pen.fitted(ui.ctx(), &label, Face::Base, crate::text::Base::Auto, row.rest().width());
        let (at, anchor) = side(row.rest(), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, theme.ink2);
        for (cell, value) in [(middle, Some(&text)), (last, selected.as_ref())] {
            let Some(value) = value else { continue };
            let shown = pen.fitted(ui.ctx(), value, face, crate::text::Base::Auto, cell.width() - 8.0);
            let (at, anchor) = side(cell, !rtl);
            pen.draw(ui.painter(), &shown, at, anchor, ink);
        }
        if is_head {
            ui.painter().hline(place.x_range(), place.bottom() - 0.5, Stroke::new(1.0, theme.line));
        } else {
            let all = [Some(&text), selected.as_ref()].into_iter().flatten();
            let all = all.map(String::as_str).collect::<Vec<_>>().join(" ");
            told(ui, place, key, &format!("{label}: {all}"));
        }
        y += height;
    }
    gone
}
