//! A field of several lines: the same line of text with breaks in it, wrapped to the field's width.

use std::ops::Range;

use eframe::egui::{
    self, Event, EventFilter, Id, Key, Modifiers, Painter, Pos2, Rect, Role, Ui, Vec2, pos2, vec2,
};

use super::{Line, Look, Outcome, hands, hold, keys, told};
use crate::arabic::{self, Source};
use crate::edit::motion;
use crate::text::{self, Affinity, Base, Caret, Direction};
use crate::ui::access::{self, Wish};
use crate::ui::ime;
use crate::ui::pen::{Icon, Pen, Words};
use crate::ui::presses::pulled;
use crate::ui::theme::Face;
use crate::ui::widgets::{Now, hint};

/// The height of a line, and what stands around them.
const LINE: f32 = 22.0;
const PAD: f32 = 5.0;
const SIDE: f32 = 9.0;
/// The room of the lock of what is only read.
const LOCK: f32 = 22.0;

/// How high a field of so many lines is.
#[must_use]
pub fn lines_height(lines: u8) -> f32 {
    f32::from(lines) * LINE + 2.0 * PAD
}

/// What the field that has the keyboard remembers: how far it is scrolled, and the place Up and Down keep to.
#[derive(Clone, Copy, Default)]
struct Kept {
    scroll: f32,
    goal: Option<f32>,
    caret: usize,
}

/// One line of the text as it was written, wrapped.
struct Part {
    /// Where it begins in the text.
    start: usize,
    /// How far below the first its top is.
    top: f32,
    words: Words,
}

impl Part {
    fn local(&self, caret: Caret) -> Caret {
        Caret { offset: caret.offset - self.start, ..caret }
    }

    fn whole(&self, caret: Caret) -> Caret {
        Caret { offset: caret.offset + self.start, ..caret }
    }
}

/// The text laid out in the field's width.
struct Laid {
    parts: Vec<Part>,
    height: f32,
    scale: f32,
    ltr: bool,
}

impl Laid {
    fn new(ui: &Ui, pen: &mut Pen, text: &str, base: Base, width: f32) -> Self {
        let (mut start, mut top) = (0, 0.0);
        let mut parts = Vec::new();
        for line in text.split('\n') {
            let words = pen.words(ui.ctx(), line, Face::Base, base, Some(width));
            let height = words.height();
            parts.push(Part { start, top, words });
            start += line.len() + 1;
            top += height;
        }
        Self { parts, height: top, scale: ui.ctx().pixels_per_point(), ltr: base == Base::Ltr }
    }

    fn index(&self, offset: usize) -> usize {
        self.parts.iter().rposition(|part| part.start <= offset).unwrap_or(0)
    }

    /// The part of a caret, and its place: left, top and bottom below the first line.
    fn caret(&self, caret: Caret) -> Option<(f32, f32, f32, Direction)> {
        let part = self.parts.get(self.index(caret.offset))?;
        let place = part.words.layout.caret(part.local(caret));
        let top = part.top + place.top / self.scale;
        Some((place.x / self.scale, top, part.top + place.bottom / self.scale, place.direction))
    }

    /// The caret nearest to a point, from the left and below the top of the first line.
    fn hit(&self, x: f32, y: f32) -> Option<Caret> {
        let part = self.parts.iter().rfind(|part| part.top <= y).or(self.parts.first())?;
        let hit = part.words.layout.hit(x * self.scale, (y - part.top).max(0.0) * self.scale);
        Some(part.whole(hit))
    }

    /// The bytes of the letter at a point.
    fn under(&self, x: f32, y: f32) -> Option<Range<usize>> {
        let part = self.parts.iter().rfind(|part| part.top <= y).or(self.parts.first())?;
        let letter = part.words.layout.under(x * self.scale, (y - part.top).max(0.0) * self.scale)?;
        Some(letter.start + part.start..letter.end + part.start)
    }

    /// The lines as they are told, where the first stands at this corner.
    fn told(&self, origin: Pos2) -> Vec<access::Part<'_>> {
        let mut told: Vec<access::Part<'_>> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            told.push((part.start, &part.words.layout, origin + vec2(0.0, part.top)));
        }
        told
    }

    /// One stop to the left or right, over the end of a line to the next one.
    fn step(&self, caret: Caret, left: bool) -> Option<Caret> {
        let at = self.index(caret.offset);
        let part = self.parts.get(at)?;
        let layout = &part.words.layout;
        let stop = if left { layout.left(part.local(caret)) } else { layout.right(part.local(caret)) };
        if let Some(stop) = stop {
            return Some(part.whole(stop));
        }
        if left == self.ltr {
            let before = self.parts.get(at.checked_sub(1)?)?;
            let offset = before.start + before.words.layout.text().len();
            Some(Caret { offset, affinity: Affinity::Upstream })
        } else {
            let offset = self.parts.get(at + 1)?.start;
            Some(Caret { offset, affinity: Affinity::Downstream })
        }
    }

    /// The caret a line up or down nearest to this distance from the left; at the ends, the end itself.
    fn line(&self, caret: Caret, down: bool, goal: f32, text: &str) -> Option<Caret> {
        let (_, top, bottom, _) = self.caret(caret)?;
        let y = if down { bottom + 2.0 } else { top - 2.0 };
        if y < 0.0 {
            return Some(Caret::default());
        }
        if y > self.height {
            return Some(Caret { offset: text.len(), affinity: Affinity::Upstream });
        }
        self.hit(goal, y)
    }

    /// Home and End of the line the caret is on.
    fn end(&self, caret: Caret, end: bool) -> Option<Caret> {
        let part = self.parts.get(self.index(caret.offset))?;
        let (layout, here) = (&part.words.layout, part.local(caret));
        Some(part.whole(if end { layout.line_end(here) } else { layout.line_start(here) }))
    }
}

/// The text with its breaks, on each line as a record keeps it.
fn clean(words: &str, source: Source, line: &mut Line) -> String {
    let mut all = Vec::new();
    for part in words.replace("\r\n", "\n").split('\n') {
        let cleaned = arabic::clean(part, source);
        if source == Source::Pasted {
            line.removed.add(&cleaned.removed);
        }
        all.push(cleaned.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>());
    }
    all.join("\n")
}

impl Line {
    /// Puts words with breaks in them in place of the selection.
    fn put_lines(&mut self, words: &str, source: Source) {
        let words = clean(words, source, self);
        let range = self.range();
        self.text.replace_range(range.clone(), &words);
        self.put(range.start + words.len(), false);
    }

    /// Does what a screen reader asked.
    fn grant_lines(&mut self, wish: Wish<Caret>) {
        match wish {
            Wish::Insert(words) => self.put_lines(&words, Source::Pasted),
            Wish::Write(words) => {
                self.select(&(0..self.text.len()));
                self.put_lines(&words, Source::Pasted);
            }
            Wish::Select(..) => self.grant(wish, false),
        }
    }
}

/// Shows a field of several lines and lets it be edited: Enter begins a line, Tab leaves the field.
pub fn lines(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    id: Id,
    value: &str,
    look: Look<'_>,
    focus: &mut Option<(Id, Line)>,
) -> Outcome {
    let locked = pen.locked.clone();
    let free = !look.read_only && locked.is_none();
    let (mut response, pasted) = hands(ui, rect, id, free);
    let base = look.base();
    let mut inner = rect.shrink2(vec2(SIDE, PAD));
    if look.read_only && locked.is_none() {
        inner = if look.ltr {
            inner.with_max_x(inner.right() - LOCK)
        } else {
            inner.with_min_x(inner.left() + LOCK)
        };
    }
    let width = inner.width();
    let wishes = wishes(ui, pen, id, value, base, width);
    if !wishes.is_empty() {
        response.request_focus();
    }
    let focused = response.has_focus() && free;
    hold(focus, id, focused, value);
    let mut kept: Kept = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let still = Look { read_only: !free, ..look };
    still.paint_box(&painter, &pen.theme, rect, Now::of(&response));
    if look.read_only && locked.is_none() {
        let x = if look.ltr { inner.right() + LOCK - 8.0 } else { inner.left() - LOCK + 8.0 };
        Icon::Lock.draw(&painter, pos2(x, inner.top() + LINE / 2.0), 16.0, pen.theme.ink3);
    }
    let mut entered = false;
    let mut changed = None;
    let mut line = focus.as_mut().filter(|(owner, _)| *owner == id).map(|(_, line)| line);
    if let Some(line) = &mut line {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let before = line.text.clone();
        for wish in wishes {
            line.grant_lines(wish);
        }
        entered = keyboard(ui, pen, line, base, inner, &mut kept);
        if line.text != before {
            changed = Some(line.text.clone());
        }
    }
    let pressed = ui.input(|input| input.pointer.any_pressed());
    if let Some(line) = line.as_mut().filter(|_| pressed) {
        line.interrupt();
    }
    let shown = line.as_ref().map_or_else(|| value.to_owned(), |line| line.shown());
    let laid = Laid::new(ui, pen, &shown, base, width);
    let most = (laid.height - inner.height()).max(0.0);
    if response.contains_pointer() && most > 0.0 {
        kept.scroll -= ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta).y);
    }
    if let Some(line) = &mut line {
        let before = line.text.clone();
        kept.scroll += mouse(ui, &response, line, &laid, (inner.min - vec2(0.0, kept.scroll), inner), pasted);
        if line.text != before {
            changed = Some(line.text.clone());
        }
        line.give(ui);
        if kept.caret != line.caret.offset || changed.is_some() {
            kept.caret = line.caret.offset;
            if let Some((_, top, bottom, _)) = laid.caret(line.shown_caret()) {
                kept.scroll = kept.scroll.clamp((bottom - inner.height()).min(top), top);
            }
        }
    }
    kept.scroll = kept.scroll.clamp(0.0, most).round();
    ui.data_mut(|data| data.insert_temp(id, kept));
    let origin = inner.min - vec2(0.0, kept.scroll);
    let painter = painter.with_clip_rect(rect.shrink(2.0).intersect(painter.clip_rect()));
    if let Some(line) = &line {
        select(&painter, pen, &laid, line, origin, width);
    }
    let ink = if free { pen.theme.ink } else { pen.theme.ink2 };
    if free && shown.is_empty() && !look.hint.is_empty() {
        let ink = pen.theme.ink3;
        for part in Laid::new(ui, pen, look.hint, base, width).parts {
            pen.draw(&painter, &part.words, origin + vec2(0.0, part.top), egui::Align2::LEFT_TOP, ink);
        }
    }
    for part in &laid.parts {
        let at = origin + vec2(0.0, part.top);
        if at.y < rect.bottom() && at.y + part.words.height() > rect.top() {
            pen.draw(&painter, &part.words, at, egui::Align2::LEFT_TOP, ink);
        }
    }
    if let Some((line, preedit)) = line.as_ref().and_then(|line| Some((line, line.preedit.as_ref()?)))
        && let Some(part) = laid.parts.get(laid.index(line.caret.offset))
    {
        let (at, from) = (line.caret.offset - part.start, origin + vec2(0.0, part.top));
        preedit.underline(&painter, pen, &part.words.layout, from, at);
    }
    if let Some((x, top, bottom, direction)) = line.as_ref().and_then(|line| laid.caret(line.shown_caret())) {
        let scale = laid.scale;
        let x = ((origin.x + x) * scale).round() / scale;
        let is_before = line.as_ref().is_some_and(|line| line.shown_caret().offset == 0);
        let left = if is_before == (direction == Direction::Ltr) { x - 2.0 } else { x };
        let caret =
            Rect::from_min_max(pos2(left, origin.y + top + 1.0), pos2(left + 2.0, origin.y + bottom - 1.0));
        painter.rect_filled(caret, 0.0, pen.theme.accent);
        let ends = line.as_mut().is_some_and(|line| std::mem::take(&mut line.interrupts));
        ime::tell(ui, rect, caret, ends);
    }
    if let Some(reason) = locked {
        hint(ui, pen, &response, &reason, !look.ltr);
    }
    told(ui, &response, &shown, still);
    ui.ctx().accesskit_node_builder(id, |node| node.set_role(Role::MultilineTextInput));
    if ui.clip_rect().intersects(rect) && access::is_told(ui.ctx(), id) {
        let selected = line.as_ref().map(|line| line.shown_selection());
        access::lines(ui.ctx(), id, &laid.told(origin), free, selected);
    }
    if changed.is_some() {
        response.mark_changed();
    }
    Outcome { changed, entered }
}

/// Whether the field of this name has many lines, so that Enter breaks one.
#[must_use]
pub fn keeps_enter(ctx: &egui::Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<Kept>(id)).is_some()
}

/// What a screen reader asked of the text as it was told of it.
fn wishes(ui: &Ui, pen: &mut Pen, id: Id, value: &str, base: Base, width: f32) -> Vec<Wish<Caret>> {
    let asked = |event: &Event| matches!(event, Event::AccessKitActionRequest(_));
    if !ui.input(|input| input.events.iter().any(asked)) {
        return Vec::new();
    }
    let laid = Laid::new(ui, pen, value, base, width);
    access::lines_wishes(ui.ctx(), id, &laid.told(Pos2::ZERO))
}

/// The fill behind what is selected; a line break that is selected stands out at the end of its line.
fn select(painter: &Painter, pen: &Pen, laid: &Laid, line: &Line, origin: Pos2, width: f32) {
    let range = line.range();
    let fill = pen.theme.selection;
    for part in &laid.parts {
        let end = part.start + part.words.layout.text().len();
        let (from, to) = (range.start.max(part.start), range.end.min(end));
        let at = origin + vec2(0.0, part.top);
        if from < to {
            for piece in part.words.layout.rects(from - part.start..to - part.start) {
                let min = at + vec2(piece.left, piece.top) / laid.scale;
                let max = at + vec2(piece.right, piece.bottom) / laid.scale;
                painter.rect_filled(Rect::from_min_max(min, max), 0.0, fill);
            }
        }
        if range.start <= end && range.end > end {
            let caret = Caret { offset: end - part.start, affinity: Affinity::Upstream };
            let place = part.words.layout.caret(caret);
            let x = place.x / laid.scale;
            let left = if laid.ltr { x.min(width - 6.0) } else { (x - 6.0).max(0.0) };
            let top = at.y + place.top / laid.scale;
            let bottom = at.y + place.bottom / laid.scale;
            let left = at.x + left;
            painter.rect_filled(Rect::from_min_max(pos2(left, top), pos2(left + 6.0, bottom)), 0.0, fill);
        }
    }
}

/// Does what the mouse asks: a place, a word, a line as it was written, and what it is held over; a middle click pastes
/// where it clicks. How far the text is to be scrolled.
fn mouse(
    ui: &Ui,
    response: &egui::Response,
    line: &mut Line,
    laid: &Laid,
    (origin, inner): (Pos2, Rect),
    pasted: Option<(Pos2, String)>,
) -> f32 {
    let down = response.is_pointer_button_down_on();
    let pressed = line.presses.count(ui).filter(|_| down || response.clicked());
    if !down {
        line.drag = None;
    }
    let hit = |at: Pos2| laid.hit(at.x - origin.x, (at.y - origin.y).clamp(0.0, laid.height - 1.0));
    if let Some((at, words)) = pasted {
        line.move_to(hit(at), false);
        line.put_lines(&words, Source::Pasted);
        return 0.0;
    }
    let held = response.interact_pointer_pos().filter(|_| down && line.drag.is_some());
    let Some(at) = pressed.map(|(at, _)| at).or(held) else { return 0.0 };
    let above = (at.y - inner.top()).min(0.0);
    let beyond = if pressed.is_some() { 0.0 } else { above + (at.y - inner.bottom()).max(0.0) };
    let moved = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    let at = pos2(at.x, at.y.clamp(inner.top(), inner.bottom() - 1.0));
    if (pressed.is_some() || moved || beyond != 0.0)
        && let Some(hit) = hit(at)
    {
        let extend = ui.input(|input| input.modifiers.shift);
        let under = laid.under(at.x - origin.x, at.y - origin.y);
        line.press(pressed.map(|(_, grain)| grain), extend, hit, under);
        if !down {
            line.drag = None;
        }
    }
    pulled(ui, beyond)
}

/// Does what the keys of this frame ask of the text; whether Control with Enter was among them.
fn keyboard(ui: &Ui, pen: &mut Pen, line: &mut Line, base: Base, inner: Rect, kept: &mut Kept) -> bool {
    let mut entered = false;
    keys(ui, line, Line::put_lines, |line, key, modifiers| {
        entered |= key == Key::Enter && modifiers.command;
        press(ui, pen, line, base, inner, kept, (key, modifiers));
        if !matches!(key, Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown) {
            kept.goal = None;
        }
    });
    entered
}

fn press(
    ui: &Ui,
    pen: &mut Pen,
    line: &mut Line,
    base: Base,
    inner: Rect,
    kept: &mut Kept,
    (key, modifiers): (Key, Modifiers),
) {
    let (word, extend) = (modifiers.command, modifiers.shift);
    let here = line.caret.offset;
    let laid = Laid::new(ui, pen, &line.text, base, inner.width());
    let at = |offset: usize| Some(Caret { offset, affinity: Affinity::Upstream });
    match key {
        Key::Enter if !word => line.put_lines("\n", Source::Typed),
        Key::ArrowLeft if word => line.move_to(at(text::word_left(&line.text, here, base)), extend),
        Key::ArrowRight if word => line.move_to(at(text::word_right(&line.text, here, base)), extend),
        Key::ArrowLeft | Key::ArrowRight if !extend && !line.range().is_empty() => {
            let range = line.range();
            let forward = (key == Key::ArrowRight) == laid.ltr;
            line.move_to(at(if forward { range.end } else { range.start }), false);
        }
        Key::ArrowLeft => line.move_to(laid.step(line.caret, true), extend),
        Key::ArrowRight => line.move_to(laid.step(line.caret, false), extend),
        Key::Home if word => line.move_to(Some(Caret::default()), extend),
        Key::End if word => line.move_to(at(line.text.len()), extend),
        Key::Home => line.move_to(laid.end(line.caret, false), extend),
        Key::End => line.move_to(laid.end(line.caret, true), extend),
        Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown => {
            let goal = kept.goal.or_else(|| laid.caret(line.caret).map(|(x, ..)| x)).unwrap_or_default();
            kept.goal = Some(goal);
            let down = matches!(key, Key::ArrowDown | Key::PageDown);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines of a field")]
            let page = (inner.height() / LINE).max(1.0) as usize;
            let times = if matches!(key, Key::PageUp | Key::PageDown) { page } else { 1 };
            for _ in 0..times {
                line.move_to(laid.line(line.caret, down, goal, &line.text), extend);
            }
        }
        Key::Backspace if word => line.delete(motion::previous_word(&line.text, here)..here),
        Key::Backspace => line.delete(motion::taken_back(&line.text, here)),
        Key::Delete if word => line.delete(here..motion::next_word(&line.text, here)),
        Key::Delete => line.delete(here..motion::next_grapheme(&line.text, here)),
        Key::A if word => line.select(&(0..line.text.len())),
        _ => {}
    }
}
