//! The sheet of keyboard shortcuts: every action with keys of its own, by group.

use eframe::egui::{self, Area, Color32, Id, Key, Modifiers, Order, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::access::{Floats, floats};
use super::pen::{Icon, Pen};
use super::scroll::Scroll;
use super::theme::Face;
use super::widgets::{Row, card, icon_button, key_cap, key_cap_width, side, told};
use crate::text::Base;
use crate::words::Words;

/// An action and its keys, in a group; the groups in the order they are shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shortcut {
    /// What it belongs to, in the words of the interface.
    pub group: String,
    /// What it does.
    pub name: String,
    /// `Ctrl+Shift+S`
    pub keys: String,
}

/// The sheet's own state.
#[derive(Clone, Copy, Default)]
pub struct Shortcuts {
    scroll: Scroll,
    /// Whether it was drawn before: the first frame gives its button the keyboard.
    shown: bool,
}

const ROW: f32 = 32.0;
const HEAD: f32 = 26.0 + 4.0;
const APART: f32 = 24.0;

impl Shortcuts {
    /// Shows the sheet over the window; whether it was put away.
    pub fn show(&mut self, ctx: &egui::Context, pen: &mut Pen, shortcuts: &[Shortcut], words: Words) -> bool {
        let rtl = words.language().is_right_to_left();
        let escape = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let screen = ctx.content_rect();
        let groups = grouped(shortcuts);
        let columns = if screen.width() >= 800.0 { 2 } else { 1 };
        let width = if columns == 2 { 752.0 } else { 480.0_f32.min(screen.width() - 32.0) };
        let stacks = stacked(&groups, columns);
        let tall = stacks.iter().map(|stack| height(stack)).fold(0.0, f32::max);
        let top = 24.0 + 32.0 + 16.0;
        let whole = (top + tall + 24.0).min(screen.height() - 32.0);
        let rect = Rect::from_center_size(screen.center(), vec2(width, whole.round()));
        let mut gone = escape;
        let area = Area::new(Id::unique("shortcuts"))
            .order(Order::Foreground)
            .fixed_pos(screen.min)
            .constrain(false)
            .fade_in(false);
        let fresh = !std::mem::replace(&mut self.shown, true);
        area.show(ctx, |ui| {
            let layer = ui.layer_id();
            ui.memory_mut(|memory| memory.set_modal_layer(layer));
            let behind = ui.allocate_rect(screen, Sense::CLICK | Sense::DRAG);
            ui.painter().rect_filled(screen, 0.0, Color32::from_black_alpha(82));
            card(ui, pen, rect, 10);
            let outside = behind.interact_pointer_pos().is_some_and(|at| !rect.contains(at));
            gone |= behind.clicked() && outside;
            let inner = rect.shrink(24.0);
            let theme = pen.theme;
            let mut row = Row::new(Rect::from_min_size(inner.min, vec2(inner.width(), 32.0)), rtl);
            let close = row.end(32.0);
            let name = words.get("cmd-close");
            if fresh || ui.memory(|memory| memory.focused().is_none()) {
                let id = ui.scope_id().with(("icon", name.as_str(), Icon::Close as u8));
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            gone |= icon_button(ui, pen, close, Icon::Close, &name);
            let title = words.get("cmd-shortcuts");
            floats(ui, Floats::Named(title.clone()));
            let shown = pen.fitted(ui.ctx(), &title, Face::Screen, Base::Auto, row.rest().width());
            let (at, anchor) = side(row.rest(), rtl);
            let place = pen.draw(ui.painter(), &shown, at, anchor, theme.ink);
            told(ui, place, "shortcuts-title", &title);
            let view = Rect::from_min_max(
                pos2(rect.left() + 1.0, rect.top() + top),
                pos2(rect.right() - 1.0, rect.bottom() - 1.0),
            );
            self.list(ui, pen, view, inner, &stacks, tall + 23.0, rtl);
        });
        gone
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
    fn list(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        view: Rect,
        inner: Rect,
        stacks: &[Vec<Group<'_>>],
        tall: f32,
        rtl: bool,
    ) {
        let before = ui.clip_rect();
        ui.set_clip_rect(view);
        let page = view.height() - ROW;
        let ways = [
            (Key::ArrowDown, ROW),
            (Key::ArrowUp, -ROW),
            (Key::PageDown, page),
            (Key::PageUp, -page),
            (Key::End, tall),
            (Key::Home, -tall),
        ];
        let by = ui.input(|input| {
            ways.iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, by)| by).sum::<f32>()
        });
        self.scroll.by(by);
        let shift = self.scroll.begin(ui, view, tall);
        let theme = pen.theme;
        #[expect(clippy::cast_precision_loss, reason = "one or two")]
        let count = stacks.len().max(1) as f32;
        let wide = (inner.width() - 48.0 * (count - 1.0)) / count;
        let mut columns =
            Row::new(Rect::from_min_size(pos2(inner.left(), view.top()), vec2(inner.width(), tall)), rtl);
        for stack in stacks {
            let column = columns.start(wide);
            columns.start(48.0);
            let mut y = column.top() - shift;
            for (name, rows) in stack {
                let head = Rect::from_min_size(pos2(column.left(), y), vec2(wide, 26.0));
                let shown = pen.fitted(ui.ctx(), name, Face::Section, Base::Auto, wide);
                let (at, anchor) = side(head, rtl);
                let place = pen.draw(ui.painter(), &shown, at, anchor, theme.ink);
                told(ui, place, &format!("shortcut-group {name}"), name);
                y += HEAD;
                for (index, shortcut) in rows.iter().enumerate() {
                    let line = Rect::from_min_size(pos2(column.left(), y), vec2(wide, ROW));
                    let mut row = Row::new(line, rtl);
                    let cap = key_cap_width(ui, pen, &shortcut.keys);
                    key_cap(ui, pen, row.end(cap), &shortcut.keys);
                    row.end(12.0);
                    let words =
                        pen.fitted(ui.ctx(), &shortcut.name, Face::Base, Base::Auto, row.rest().width());
                    let (at, anchor) = side(row.rest(), rtl);
                    pen.draw(ui.painter(), &words, at, anchor, theme.ink);
                    let said = format!("{}: {}", shortcut.name, shortcut.keys);
                    told(ui, line, &format!("shortcut {name} {said}"), &said);
                    y += ROW;
                    if index + 1 < rows.len() {
                        let under = Stroke::new(1.0, theme.line);
                        ui.painter().hline(line.x_range(), y - 0.5, under);
                    }
                }
                y += APART;
            }
        }
        self.scroll.thumb(ui, pen, view, Id::unique("shortcuts-scroll"), rtl);
        ui.set_clip_rect(before);
    }
}

type Group<'a> = (&'a str, Vec<&'a Shortcut>);

/// The shortcuts by group, the groups as they first come.
fn grouped(shortcuts: &[Shortcut]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for shortcut in shortcuts {
        match groups.iter_mut().find(|(name, _)| *name == shortcut.group) {
            Some((_, rows)) => rows.push(shortcut),
            None => groups.push((&shortcut.group, vec![shortcut])),
        }
    }
    groups
}

/// The groups in columns of about one height, in their order.
fn stacked<'a>(groups: &[Group<'a>], columns: usize) -> Vec<Vec<Group<'a>>> {
    if columns < 2 {
        return vec![groups.to_vec()];
    }
    let split = (0..=groups.len()).min_by(|a, b| {
        let tall = |at: usize| {
            let (one, two) = groups.split_at(at.min(groups.len()));
            height(one).max(height(two))
        };
        tall(*a).total_cmp(&tall(*b))
    });
    let (one, two) = groups.split_at(split.unwrap_or_default());
    vec![one.to_vec(), two.to_vec()]
}

#[expect(clippy::cast_precision_loss, reason = "dozens of shortcuts")]
fn height(groups: &[Group<'_>]) -> f32 {
    let rows: f32 = groups.iter().map(|(_, rows)| HEAD + rows.len() as f32 * ROW).sum();
    rows + APART * groups.len().saturating_sub(1) as f32
}
