//! One line of text being edited in a field: the same caret and motions as on the page.

use eframe::egui::{
    self, Align2, Color32, Context, Event, EventFilter, Id, Key, Modifiers, Painter, Rect, Response, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::access::{self, Wish};
use super::pen::{Icon, Pen};
use super::theme::{Face, Theme};
use super::widgets::Now;
use crate::arabic::{self, Removed, Source};
use crate::edit::motion;
use crate::text::{self, Affinity, Base, Caret, Direction};

/// The words of the field that has the focus, and the caret in them.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The words.
    pub text: String,
    caret: Caret,
    anchor: usize,
    /// What was cleaned out of what was pasted since this was last asked.
    removed: Removed,
}

/// What happened in a field in this frame.
pub struct Outcome {
    /// The words, if they were changed.
    pub changed: Option<String>,
    /// Whether Enter was pressed.
    pub entered: bool,
}

/// How a field looks.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is said of a field by itself")]
pub struct Look<'a> {
    /// Shown while it is empty.
    pub hint: &'a str,
    /// Its name, for those who do not see it.
    pub name: &'a str,
    /// Words after the text, quieter: what a number is called.
    pub after: &'a str,
    /// Room where the text starts, for what is drawn over the field: the icon of a calendar.
    pub before: f32,
    /// Words before the text, quieter: the weekday of a date.
    pub lead: &'a str,
    /// Words that stand beside the field and are told with its name.
    pub noted: &'a str,
    /// Whether what is written is not understood.
    pub wrong: bool,
    /// Whether it is a name of a file: read from the left.
    pub ltr: bool,
    /// What is wrong with what is written, in words; empty for nothing.
    pub error: &'a str,
    /// Whether it is needed and still empty: the edge warns.
    pub needed: bool,
    /// Whether it can be read and copied alone: what is approved.
    pub read_only: bool,
    /// Whether it stands in a frame of its own and draws none.
    pub bare: bool,
}

impl Look<'_> {
    /// The colour that warns, if anything does.
    fn alarm(&self, theme: &Theme) -> Option<Color32> {
        if !self.error.is_empty() {
            Some(theme.error)
        } else if self.needed || self.wrong {
            Some(theme.warning)
        } else {
            None
        }
    }

    fn base(&self) -> Base {
        if self.ltr { Base::Ltr } else { Base::Rtl }
    }

    /// The box of a field as it stands: fill and edge.
    fn paint_box(&self, painter: &Painter, theme: &Theme, rect: Rect, now: Now) {
        if self.bare {
            return;
        }
        if !self.read_only {
            let fill = if now.hovered && !now.focused { theme.hover } else { theme.raised };
            painter.rect_filled(rect, 4.0, fill);
        }
        let edge = match (self.alarm(theme), now.focused) {
            // One half typed is marked where it has the keyboard; elsewhere a thin edge is enough.
            (Some(_), false) if self.wrong => Stroke::new(1.0, theme.warning),
            (Some(_), true) if self.error.is_empty() && !self.wrong => Stroke::new(2.0, theme.accent),
            (Some(colour), _) => Stroke::new(2.0, colour),
            (None, true) => Stroke::new(2.0, theme.accent),
            (None, false) if self.read_only => Stroke::new(1.0, theme.line),
            (None, false) => Stroke::new(1.0, theme.edge),
        };
        painter.rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
        if now.focused && !self.error.is_empty() {
            painter.rect_stroke(rect.shrink(2.0), 2.0, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
        }
    }

    /// What stands where the text starts: the room kept there, the words before the text. What is left of it.
    fn paint_start(&self, painter: &Painter, ctx: &Context, pen: &mut Pen, inner: Rect) -> Rect {
        let mut used = self.before;
        if !self.lead.is_empty() {
            let words = pen.line(ctx, self.lead, Face::Base);
            let (at, anchor) = start_of(self.without(inner, used), self.ltr);
            let ink = pen.theme.ink2;
            pen.draw(painter, &words, at, anchor, ink);
            used += words.width() + 8.0;
        }
        self.without(inner, used)
    }

    /// This without so much of it where the text starts.
    fn without(&self, inner: Rect, used: f32) -> Rect {
        if self.ltr { inner.with_min_x(inner.left() + used) } else { inner.with_max_x(inner.right() - used) }
    }

    /// What stands at the far end: a lock, what follows the text. How much room that takes.
    fn paint_end(&self, painter: &Painter, ctx: &Context, pen: &mut Pen, inner: Rect) -> f32 {
        let (mut at, anchor, step) = if self.ltr {
            (inner.right_center(), Align2::RIGHT_CENTER, -1.0)
        } else {
            (inner.left_center(), Align2::LEFT_CENTER, 1.0)
        };
        let mut used = 0.0;
        if self.read_only {
            Icon::Lock.draw(painter, at + vec2(8.0 * step, 0.0), 16.0, pen.theme.ink3);
            at.x += 22.0 * step;
            used += 22.0;
        }
        if !self.after.is_empty() {
            let (face, ink) = match self.alarm(&pen.theme) {
                Some(colour) if !self.wrong => (Face::Caption, colour),
                _ => (Face::Base, pen.theme.ink3),
            };
            let words = pen.line(ctx, self.after, face);
            pen.draw(painter, &words, at, anchor, ink);
            used += words.width() + 8.0;
        }
        used
    }
}

/// A field as it stands, without hands: what shows a state in a picture.
pub fn still(ui: &Ui, pen: &mut Pen, rect: Rect, value: &str, look: Look<'_>, now: Now) {
    look.paint_box(ui.painter(), &pen.theme, rect, now);
    let inner = rect.shrink2(vec2(9.0, 0.0));
    let inner = look.paint_start(ui.painter(), ui.ctx(), pen, inner);
    let room = inner.width() - look.paint_end(ui.painter(), ui.ctx(), pen, inner);
    let (text, ink) = if value.is_empty() { (look.hint, pen.theme.ink3) } else { (value, pen.theme.ink) };
    let words = pen.fitted(ui.ctx(), text, Face::Base, look.base(), room);
    let (at, anchor) = start_of(inner, look.ltr);
    pen.draw(ui.painter(), &words, at, anchor, if look.read_only { pen.theme.ink2 } else { ink });
}

impl Line {
    /// These words with the caret behind them.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let end = text.len();
        Self {
            text: text.to_owned(),
            caret: Caret { offset: end, affinity: Affinity::Upstream },
            anchor: end,
            removed: Removed::default(),
        }
    }

    /// What was cleaned out of what was pasted; nothing the next time.
    pub fn take_removed(&mut self) -> Option<Removed> {
        (self.removed.total() > 0).then(|| std::mem::take(&mut self.removed))
    }

    /// Does what a screen reader asked.
    fn grant(&mut self, wish: Wish<Caret>, is_file: bool) {
        match wish {
            Wish::Select(anchor, head) => {
                self.anchor = anchor.offset;
                self.caret = head;
            }
            Wish::Insert(words) => self.insert(&words, Source::Pasted, is_file),
            Wish::Write(words) => {
                self.anchor = 0;
                self.caret = Caret { offset: self.text.len(), affinity: Affinity::Upstream };
                self.insert(&words, Source::Pasted, is_file);
            }
        }
    }

    fn anchor(&self) -> Caret {
        Caret { offset: self.anchor, affinity: Affinity::Upstream }
    }

    /// Puts words in place of the selection as a record keeps them; a name of a file is what it is.
    fn insert(&mut self, words: &str, source: Source, is_file: bool) {
        if is_file {
            self.replace(words);
            return;
        }
        let cleaned = arabic::clean(words, source);
        if source == Source::Pasted {
            self.removed.add(&cleaned.removed);
        }
        self.replace(&cleaned.text);
    }

    fn range(&self) -> std::ops::Range<usize> {
        self.anchor.min(self.caret.offset)..self.anchor.max(self.caret.offset)
    }

    fn selected(&self) -> String {
        self.text.get(self.range()).unwrap_or_default().to_owned()
    }

    fn replace(&mut self, words: &str) {
        let range = self.range();
        let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.text.replace_range(range.clone(), &words);
        self.put(range.start + words.len(), false);
    }

    fn put(&mut self, offset: usize, extend: bool) {
        let offset = motion::grapheme_at_or_after(&self.text, offset);
        self.caret = Caret { offset, affinity: Affinity::Upstream };
        if !extend {
            self.anchor = offset;
        }
    }

    fn move_to(&mut self, caret: Option<Caret>, extend: bool) {
        if let Some(caret) = caret {
            self.caret = caret;
        }
        if !extend {
            self.anchor = self.caret.offset;
        }
    }

    fn delete(&mut self, other: usize) {
        if self.range().is_empty() {
            self.anchor = other;
        }
        self.replace("");
    }
}

/// Shows a field of one line and lets it be edited. `focus` holds the line of the field that has the focus.
pub fn field(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    id: Id,
    value: &str,
    look: Look<'_>,
    focus: &mut Option<(Id, Line)>,
) -> Outcome {
    let mut response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(egui::CursorIcon::Text);
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    let base = look.base();
    let wishes = access::wishes(ui.ctx(), id, || pen.words(ui.ctx(), value, Face::Base, base, None).layout);
    if !wishes.is_empty() {
        response.request_focus();
    }
    let focused = response.has_focus();
    let theme = pen.theme;
    if look.read_only {
        still(ui, pen, rect, value, look, Now::of(&response));
        copy_all(ui, &response, value);
        told(ui, &response, value, look);
        return Outcome { changed: None, entered: false };
    }
    if focused && focus.as_ref().is_none_or(|(owner, _)| *owner != id) {
        *focus = Some((id, Line::new(value)));
    }
    if !focused && focus.as_ref().is_some_and(|(owner, _)| *owner == id) {
        *focus = None;
    }
    let mut entered = false;
    let mut changed = None;
    if let Some((_, line)) = focus.as_mut().filter(|(owner, _)| *owner == id) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let before = line.text.clone();
        for wish in wishes {
            line.grant(wish, base == Base::Ltr);
        }
        entered = keyboard(ui, pen, line, base);
        if line.text != before {
            changed = Some(line.text.clone());
        }
    }
    let line = focus.as_mut().filter(|(owner, _)| *owner == id).map(|(_, line)| line);
    let shown = line.as_ref().map_or(value, |line| line.text.as_str()).to_owned();
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    look.paint_box(&painter, &theme, rect, Now::of(&response));
    let inner = look.paint_start(&painter, ui.ctx(), pen, rect.shrink2(vec2(9.0, 0.0)));
    let after_width = look.paint_end(&painter, ui.ctx(), pen, inner);
    let room = inner.width() - after_width;
    let empty = shown.is_empty();
    if empty && !look.hint.is_empty() {
        let words = pen.fitted(ui.ctx(), look.hint, Face::Base, base, room);
        let (at, anchor) = start_of(inner, look.ltr);
        pen.draw(&painter, &words, at, anchor, theme.ink3);
    }
    let words = if focused || empty {
        pen.words(ui.ctx(), &shown, Face::Base, base, None)
    } else {
        pen.fitted(ui.ctx(), &shown, Face::Base, base, room)
    };
    let scale = ui.ctx().pixels_per_point();
    let width = words.layout.width() / scale;
    // A long text slides so that the caret stays inside.
    let mut shift = 0.0;
    if let Some(line) = line.as_ref().filter(|_| width > room) {
        let x = words.layout.caret(line.caret).x / scale;
        shift = if look.ltr { (x - room).max(0.0) } else { (width - x - room).max(0.0) };
    }
    let left = if look.ltr { inner.left() - shift } else { inner.right() - width + shift };
    let origin = pos2(left, inner.center().y - words.height() / 2.0);
    if let Some(line) = line {
        let pointer = ui.input(|input| input.pointer.interact_pos());
        if let Some(at) = pointer.filter(|_| response.is_pointer_button_down_on() || response.clicked()) {
            let hit = words.layout.hit((at.x - origin.x) * scale, 1.0);
            let extend = ui.input(|input| input.modifiers.shift) || response.dragged();
            line.move_to(Some(hit), extend);
        }
        if response.double_clicked() {
            let word = text::word_at(&line.text, line.caret.offset);
            line.anchor = word.start;
            line.caret = Caret { offset: word.end, affinity: Affinity::Upstream };
        }
        if response.triple_clicked() {
            line.anchor = 0;
            line.caret = Caret { offset: line.text.len(), affinity: Affinity::Upstream };
        }
        for part in words.layout.rects(line.range()) {
            let part = Rect::from_min_max(pos2(part.left, part.top), pos2(part.right, part.bottom));
            let part = Rect::from_min_size(origin + part.min.to_vec2() / scale, part.size() / scale);
            painter.rect_filled(part, 0.0, theme.selection);
        }
    }
    let colour = if ui.is_enabled() { theme.ink } else { theme.ink3 };
    pen.draw(&painter, &words, origin, Align2::LEFT_TOP, colour);
    if let Some((_, line)) = focus.as_ref().filter(|(owner, _)| *owner == id) {
        let place = words.layout.caret(line.caret);
        let x = ((origin.x * scale + place.x).round()) / scale;
        // The bar stands beside the letter it belongs to, not on it.
        let is_before = line.caret.offset == 0;
        let left = if is_before == (place.direction == Direction::Ltr) { x - 2.0 } else { x };
        let caret = Rect::from_min_size(pos2(left, inner.center().y - 10.0), vec2(2.0, 20.0));
        painter.rect_filled(caret, 0.0, theme.accent);
        ime(ui, rect, caret);
    }
    told(ui, &response, &shown, look);
    if ui.clip_rect().intersects(rect) && access::is_told(ui.ctx(), id) {
        let held = focus.as_ref().filter(|(owner, _)| *owner == id).map(|(_, line)| line);
        let whole = pen.words(ui.ctx(), &shown, Face::Base, base, None);
        access::field(ui.ctx(), id, &whole.layout, origin, held.map(|line| (line.anchor(), line.caret)));
    }
    if changed.is_some() {
        response.mark_changed();
    }
    Outcome { changed, entered }
}

/// Tells those who do not see it what the field is, holds, and what is wrong with it.
fn told(ui: &Ui, response: &Response, value: &str, look: Look<'_>) {
    let after = [look.lead, look.after, look.noted, look.error].into_iter().filter(|words| !words.is_empty());
    let name = std::iter::once(look.name).chain(after).collect::<Vec<_>>().join(": ");
    response.widget_info(|| WidgetInfo {
        label: Some(name.clone()),
        ..WidgetInfo::text_edit(true, "", value, look.hint)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if look.read_only {
            node.set_read_only();
        }
        if look.needed {
            node.set_required();
        }
    });
}

/// What cannot be changed can be copied.
fn copy_all(ui: &Ui, response: &Response, value: &str) {
    if response.has_focus() && ui.input(|input| input.events.contains(&Event::Copy)) {
        ui.copy_text(value.to_owned());
    }
}

fn start_of(inner: Rect, ltr: bool) -> (egui::Pos2, Align2) {
    if ltr {
        (inner.left_center(), Align2::LEFT_CENTER)
    } else {
        (inner.right_center(), Align2::RIGHT_CENTER)
    }
}

/// Tells the input method where the caret is, as it must be told in each frame.
pub fn ime(ui: &Ui, rect: Rect, cursor_rect: Rect) {
    ui.output_mut(|output| {
        output.ime = Some(egui::output::IMEOutput {
            purpose: egui::IMEPurpose::Normal,
            rect,
            cursor_rect,
            should_interrupt_composition: false,
        });
    });
}

/// Does what the keys of this frame ask of the line; whether Enter was among them.
fn keyboard(ui: &Ui, pen: &mut Pen, line: &mut Line, base: Base) -> bool {
    let events = ui.input(|input| {
        input.filtered_events(&EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            tab: false,
            escape: false,
        })
    });
    let mut entered = false;
    for event in events {
        match event {
            Event::Text(words) | Event::Ime(egui::ImeEvent::Commit(words)) => {
                line.insert(&words, Source::Typed, base == Base::Ltr);
            }
            Event::Paste(words) => line.insert(&words, Source::Pasted, base == Base::Ltr),
            Event::Copy => ui.copy_text(line.selected()),
            Event::Cut => {
                ui.copy_text(line.selected());
                line.replace("");
            }
            Event::Key { key, pressed: true, modifiers, .. } => {
                entered |= key == Key::Enter;
                press(ui, pen, line, base, key, modifiers);
            }
            _ => {}
        }
    }
    entered
}

fn press(ui: &Ui, pen: &mut Pen, line: &mut Line, base: Base, key: Key, modifiers: Modifiers) {
    let layout = pen.words(ui.ctx(), &line.text, Face::Base, base, None).layout;
    let (word, extend) = (modifiers.command, modifiers.shift);
    let here = line.caret.offset;
    let at = |offset: usize| Some(Caret { offset, affinity: Affinity::Upstream });
    match key {
        Key::ArrowLeft if word => line.move_to(at(text::word_left(&line.text, here, base)), extend),
        Key::ArrowRight if word => line.move_to(at(text::word_right(&line.text, here, base)), extend),
        Key::ArrowLeft => line.move_to(layout.left(line.caret), extend),
        Key::ArrowRight => line.move_to(layout.right(line.caret), extend),
        Key::Home | Key::ArrowUp => line.move_to(Some(layout.line_start(line.caret)), extend),
        Key::End | Key::ArrowDown => line.move_to(Some(layout.line_end(line.caret)), extend),
        Key::Backspace if word => line.delete(motion::previous_word(&line.text, here)),
        Key::Backspace => line.delete(motion::previous_grapheme(&line.text, here)),
        Key::Delete if word => line.delete(motion::next_word(&line.text, here)),
        Key::Delete => line.delete(motion::next_grapheme(&line.text, here)),
        Key::A if word => {
            line.anchor = 0;
            line.caret = Caret { offset: line.text.len(), affinity: Affinity::Upstream };
        }
        _ => {}
    }
}
