//! One line of text being edited in a field: the same caret and motions as on the page.

mod lines;
mod number;

use std::ops::Range;

use eframe::egui::{
    self, Align2, Color32, Context, Event, EventFilter, Id, Key, Modifiers, OutputCommand, Painter, Pos2,
    Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::access::{self, Wish};
use super::ime::{self, Preedit, Said};
use super::menus::by_place;
use super::pen::{Icon, Pen};
use super::presses::{Grain, Presses, pulled};
use super::theme::{Face, Theme};
use super::widgets::{Now, hint};
use crate::arabic::{self, Removed, Source};
use crate::edit::motion;
use crate::text::{self, Affinity, Base, Caret, Direction, Layout};

pub use lines::{keeps_enter, lines, lines_height};
pub use number::{Counted, Number};

/// The words of the field that has the focus, and the caret in them.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The words.
    pub text: String,
    caret: Caret,
    anchor: usize,
    presses: Presses,
    /// What a drag began with, and by what it takes more.
    drag: Option<(Range<usize>, Grain)>,
    /// How far a text longer than its field has slid out of it at its start, in pixels.
    slid: f32,
    /// What of it was given to the desktop's second clipboard last.
    given: Range<usize>,
    /// What was cleaned out of what was pasted since this was last asked.
    removed: Removed,
    /// What an input method composes at the caret: no part of the words.
    preedit: Option<Preedit>,
    /// Whether the input method is to be told that this has ended; so it is when the field gets the keyboard.
    interrupts: bool,
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
    /// Whether its letters are those of a line written in a hurry: 20 high instead of 14.
    pub large: bool,
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

    fn face(&self) -> Face {
        if self.large { Face::Line } else { Face::Base }
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
        // Where nothing can be changed, not every field need say so.
        if self.read_only && pen.locked.is_none() {
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
    let _ = paint_still(ui, pen, rect, value, look, now);
}

/// Draws a field as it stands; where its words have their room.
fn paint_still(ui: &Ui, pen: &mut Pen, rect: Rect, value: &str, look: Look<'_>, now: Now) -> Rect {
    look.paint_box(ui.painter(), &pen.theme, rect, now);
    let inner = rect.shrink2(vec2(9.0, 0.0));
    let inner = look.paint_start(ui.painter(), ui.ctx(), pen, inner);
    let room = inner.width() - look.paint_end(ui.painter(), ui.ctx(), pen, inner);
    let (text, ink) = match value {
        // What nobody can fill in asks for nothing.
        "" if look.read_only => return inner,
        "" => (look.hint, pen.theme.ink3),
        value => (value, pen.theme.ink),
    };
    let words = pen.fitted(ui.ctx(), text, look.face(), look.base(), room);
    let (at, anchor) = start_of(inner, look.ltr);
    pen.draw(ui.painter(), &words, at, anchor, if look.read_only { pen.theme.ink2 } else { ink });
    inner
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
            interrupts: true,
            ..Self::default()
        }
    }

    /// These words, all of them selected.
    #[must_use]
    pub fn chosen(text: &str) -> Self {
        Self { anchor: 0, ..Self::new(text) }
    }

    /// The words with what is being composed in them.
    fn shown(&self) -> String {
        let caret = self.caret.offset;
        self.preedit.as_ref().map_or_else(|| self.text.clone(), |preedit| preedit.within(&self.text, caret))
    }

    /// The caret in the words as they are shown.
    fn shown_caret(&self) -> Caret {
        match &self.preedit {
            Some(preedit) => {
                Caret { offset: self.caret.offset + preedit.caret(), affinity: Affinity::Upstream }
            }
            None => self.caret,
        }
    }

    /// What is selected in the words as they are shown: where it began, and the caret.
    fn shown_selection(&self) -> (Caret, Caret) {
        if self.preedit.is_some() {
            (self.shown_caret(), self.shown_caret())
        } else {
            (self.anchor(), self.caret)
        }
    }

    /// Takes in what an input method says; the words it wants typed.
    fn compose(&mut self, event: &egui::ImeEvent) -> Option<String> {
        match Said::of(event) {
            Said::Types(words) => {
                self.preedit = None;
                Some(words)
            }
            Said::Composes(preedit) => {
                self.preedit = preedit;
                None
            }
            Said::Nothing => None,
        }
    }

    /// Ends what is composed.
    fn interrupt(&mut self) {
        self.interrupts |= self.preedit.take().is_some();
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
                self.select(&(0..self.text.len()));
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

    fn range(&self) -> Range<usize> {
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

    /// Takes out what is selected, or these bytes where nothing is.
    fn delete(&mut self, range: Range<usize>) {
        if self.range().is_empty() {
            self.anchor = range.start;
            self.caret.offset = range.end;
        }
        self.replace("");
    }

    fn select(&mut self, range: &Range<usize>) {
        self.anchor = range.start;
        self.caret = Caret { offset: range.end, affinity: Affinity::Upstream };
    }

    /// The end of the selection that is drawn on its left or right.
    fn edge(&self, layout: &Layout, left: bool) -> Caret {
        let range = self.range();
        let from = Caret { offset: range.start, affinity: Affinity::Downstream };
        let to = Caret { offset: range.end, affinity: Affinity::Upstream };
        if (layout.caret(to).x < layout.caret(from).x) == left { to } else { from }
    }

    /// Where the mouse was pressed, or is held since: at this place of the text, over this letter.
    fn press(&mut self, pressed: Option<Grain>, extend: bool, hit: Caret, under: Option<Range<usize>>) {
        let taken = |grain, text: &str| match grain {
            Grain::Letter => hit.offset..hit.offset,
            Grain::Word => text::word_at(text, under.map_or(hit.offset, |letter| letter.start)),
            Grain::Paragraph => {
                let (before, after) = text.split_at_checked(hit.offset).unwrap_or((text, ""));
                let start = before.rfind('\n').map_or(0, |at| at + 1);
                start..after.find('\n').map_or(text.len(), |at| hit.offset + at)
            }
        };
        match pressed {
            Some(_) if extend => {
                self.presses.forget();
                self.drag = Some((self.anchor..self.anchor, Grain::Letter));
                self.caret = hit;
            }
            Some(Grain::Letter) => {
                self.drag = Some((hit.offset..hit.offset, Grain::Letter));
                self.move_to(Some(hit), false);
            }
            Some(grain) => {
                let range = taken(grain, &self.text);
                self.select(&range);
                self.drag = Some((range, grain));
            }
            None => {
                let Some((from, grain)) = self.drag.clone() else { return };
                let here = taken(grain, &self.text);
                if grain == Grain::Letter {
                    self.anchor = from.start;
                    self.caret = hit;
                } else if here.start < from.start {
                    self.anchor = from.end;
                    self.caret = Caret { offset: here.start, affinity: Affinity::Downstream };
                } else {
                    self.select(&(from.start..here.end.max(from.end)));
                }
            }
        }
    }

    /// Gives what is selected to the desktop's second clipboard, which a middle click pastes, once the mouse rests.
    fn give(&mut self, ui: &Ui) {
        let range = self.range();
        if range == self.given || ui.input(|input| input.pointer.any_down()) {
            return;
        }
        self.given = range;
        let words = self.selected();
        if !words.is_empty() {
            ui.send_cmd(OutputCommand::TextSelectionSettled(words));
        }
    }

    /// Slides a text longer than its room so little that the caret is in it; what the mouse holds slides only as it
    /// pulls. `x` is where the caret is from the left.
    fn slide(&mut self, x: f32, width: f32, room: f32, ltr: bool) {
        let along = if ltr { x } else { width - x };
        if self.drag.is_none() {
            self.slid = self.slid.clamp(along - room, along);
        }
        self.slid = self.slid.min(width - room).max(0.0);
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
    let free = !look.read_only && pen.locked.is_none();
    let (mut response, pasted) = hands(ui, rect, id, free);
    let base = look.base();
    let wishes = access::wishes(ui.ctx(), id, || pen.words(ui.ctx(), value, look.face(), base, None).layout);
    if !wishes.is_empty() {
        response.request_focus();
    }
    let focused = response.has_focus();
    let theme = pen.theme;
    let locked = pen.locked.clone();
    if look.read_only || locked.is_some() {
        let look = Look { read_only: true, needed: false, ..look };
        if let Some(reason) = locked {
            hint(ui, pen, &response, &reason, !look.ltr);
        }
        let inner = paint_still(ui, pen, rect, value, look, Now::of(&response));
        copy_all(ui, &response, value);
        told(ui, &response, value, look);
        if ui.clip_rect().intersects(rect) && access::is_told(ui.ctx(), id) {
            let whole = pen.words(ui.ctx(), value, look.face(), base, None);
            let left = left_of(inner, whole.width(), 0.0, look.ltr);
            let corner = pos2(left, inner.center().y - whole.height() / 2.0);
            access::read_field(ui.ctx(), id, &whole.layout, corner);
        }
        return Outcome { changed: None, entered: false };
    }
    hold(focus, id, focused, value);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    look.paint_box(&painter, &theme, rect, Now::of(&response));
    let inner = look.paint_start(&painter, ui.ctx(), pen, rect.shrink2(vec2(9.0, 0.0)));
    let after_width = look.paint_end(&painter, ui.ctx(), pen, inner);
    let room = inner.width() - after_width;
    let mut entered = false;
    let mut changed = None;
    if let Some((_, line)) = focus.as_mut().filter(|(owner, _)| *owner == id) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let before = line.text.clone();
        for wish in wishes {
            line.grant(wish, base == Base::Ltr);
        }
        entered = keyboard(ui, pen, line, look);
        mouse(ui, pen, &response, line, look, inner, room, pasted);
        if line.text != before {
            changed = Some(line.text.clone());
        }
        line.give(ui);
    }
    let mut line = focus.as_mut().filter(|(owner, _)| *owner == id).map(|(_, line)| line);
    let shown = line.as_ref().map_or_else(|| value.to_owned(), |line| line.shown());
    let empty = shown.is_empty();
    if empty && !look.hint.is_empty() {
        let words = pen.fitted(ui.ctx(), look.hint, look.face(), base, room);
        let (at, anchor) = start_of(inner, look.ltr);
        pen.draw(&painter, &words, at, anchor, theme.ink3);
    }
    let words = if focused || empty {
        pen.words(ui.ctx(), &shown, look.face(), base, None)
    } else {
        pen.fitted(ui.ctx(), &shown, look.face(), base, room)
    };
    let scale = ui.ctx().pixels_per_point();
    let width = words.layout.width() / scale;
    if let Some(line) = &mut line {
        line.slide(words.layout.caret(line.shown_caret()).x / scale, width, room, look.ltr);
    }
    let slid = line.as_ref().map_or(0.0, |line| line.slid);
    let origin = pos2(left_of(inner, width, slid, look.ltr), inner.center().y - words.height() / 2.0);
    if let Some(line) = &line {
        for part in words.layout.rects(line.range()) {
            let part = Rect::from_min_max(pos2(part.left, part.top), pos2(part.right, part.bottom));
            let part = Rect::from_min_size(origin + part.min.to_vec2() / scale, part.size() / scale);
            painter.rect_filled(part, 0.0, theme.selection);
        }
    }
    let colour = if ui.is_enabled() { theme.ink } else { theme.ink3 };
    pen.draw(&painter, &words, origin, Align2::LEFT_TOP, colour);
    if let Some(line) = &mut line {
        if let Some(preedit) = &line.preedit {
            preedit.underline(&painter, pen, &words.layout, origin, line.caret.offset);
        }
        let place = words.layout.caret(line.shown_caret());
        let x = ((origin.x * scale + place.x).round()) / scale;
        // The bar stands beside the letter it belongs to, not on it.
        let is_before = line.shown_caret().offset == 0;
        let left = if is_before == (place.direction == Direction::Ltr) { x - 2.0 } else { x };
        let high = if look.large { 26.0 } else { 20.0 };
        let caret = Rect::from_min_size(pos2(left, inner.center().y - high / 2.0), vec2(2.0, high));
        painter.rect_filled(caret, 0.0, theme.accent);
        ime::tell(ui, rect, caret, std::mem::take(&mut line.interrupts));
    }
    told(ui, &response, &shown, look);
    if ui.clip_rect().intersects(rect) && access::is_told(ui.ctx(), id) {
        let held = focus.as_ref().filter(|(owner, _)| *owner == id).map(|(_, line)| line);
        let whole = pen.words(ui.ctx(), &shown, look.face(), base, None);
        access::field(ui.ctx(), id, &whole.layout, origin, held.map(Line::shown_selection));
    }
    if changed.is_some() {
        response.mark_changed();
    }
    Outcome { changed, entered }
}

/// The hands on a field: pressed it has the keyboard; what a middle click brings it, if it takes any.
fn hands(ui: &Ui, rect: Rect, id: Id, free: bool) -> (Response, Option<(Pos2, String)>) {
    let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(egui::CursorIcon::Text);
    let pasted = pasted_here(ui, &response).filter(|_| free);
    let pressed = response.is_pointer_button_down_on() && ui.input(|input| input.pointer.primary_pressed());
    if response.clicked() || pressed || pasted.is_some() {
        response.request_focus();
    }
    (response, pasted)
}

/// Holds the line of the field that has the keyboard, and lets go of it where it has it no more.
fn hold(focus: &mut Option<(Id, Line)>, id: Id, focused: bool, value: &str) {
    let own = focus.as_ref().is_some_and(|(owner, _)| *owner == id);
    if focused && !own {
        *focus = Some((id, Line::new(value)));
    } else if !focused && own {
        *focus = None;
    }
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

/// What a middle click over the field brings.
fn pasted_here(ui: &Ui, response: &Response) -> Option<(Pos2, String)> {
    if !response.contains_pointer() {
        return None;
    }
    let words = |event: &Event| match event {
        Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
        _ => None,
    };
    ui.input(|input| input.events.iter().find_map(words)).filter(|(at, _)| response.rect.contains(*at))
}

/// The left edge of a text of this width in its field.
fn left_of(inner: Rect, width: f32, slid: f32, ltr: bool) -> f32 {
    if ltr { inner.left() - slid } else { inner.right() - width + slid }
}

/// Does what the mouse asks of the line: places, words, all of it, and what it is held over. A middle click pastes
/// where it clicks.
#[expect(clippy::too_many_arguments, reason = "a line, where it is drawn, and what the mouse did there")]
fn mouse(
    ui: &Ui,
    pen: &mut Pen,
    response: &Response,
    line: &mut Line,
    look: Look<'_>,
    inner: Rect,
    room: f32,
    pasted: Option<(Pos2, String)>,
) {
    let down = response.is_pointer_button_down_on();
    let pressed = line.presses.count(ui).filter(|_| down || response.clicked());
    if pressed.is_some() || pasted.is_some() {
        line.interrupt();
    }
    if !down {
        line.drag = None;
    }
    let held = response.interact_pointer_pos().filter(|_| down && line.drag.is_some());
    let Some(at) = pasted.as_ref().map(|(at, _)| *at).or(pressed.map(|(at, _)| at)).or(held) else { return };
    let layout = pen.words(ui.ctx(), &line.text, look.face(), look.base(), None).layout;
    let scale = ui.ctx().pixels_per_point();
    let width = layout.width() / scale;
    let (from, to) =
        if look.ltr { (inner.left(), inner.left() + room) } else { (inner.right() - room, inner.right()) };
    let beyond = if at.x < from { at.x - from } else { (at.x - to).max(0.0) };
    let pulls = pressed.is_none() && pasted.is_none() && beyond != 0.0 && width > room;
    if pulls {
        let by = if look.ltr { pulled(ui, beyond) } else { -pulled(ui, beyond) };
        line.slid = (line.slid + by).clamp(0.0, width - room);
    }
    let x = (at.x.clamp(from, to) - left_of(inner, width, line.slid, look.ltr)) * scale;
    let (hit, under) = (layout.hit(x, 1.0), layout.under(x, 1.0));
    if let Some((_, words)) = pasted {
        line.move_to(Some(hit), false);
        line.insert(&words, Source::Pasted, look.ltr);
    } else if pressed.is_some() || pulls || ui.input(|input| input.pointer.delta() != Vec2::ZERO) {
        let extend = ui.input(|input| input.modifiers.shift);
        line.press(pressed.map(|(_, grain)| grain), extend, hit, under);
        if !down {
            line.drag = None;
        }
    }
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

/// Does what the keys of this frame ask of the line; whether Enter was among them.
fn keyboard(ui: &Ui, pen: &mut Pen, line: &mut Line, look: Look<'_>) -> bool {
    let base = look.base();
    let mut entered = false;
    let insert = |line: &mut Line, words: &str, source| line.insert(words, source, base == Base::Ltr);
    keys(ui, line, insert, |line, key, modifiers| {
        entered |= key == Key::Enter;
        press(ui, pen, line, look, key, modifiers);
    });
    entered
}

/// Gives each key of this frame to the line: what is typed to `insert`, what is pressed to `press`.
fn keys(
    ui: &Ui,
    line: &mut Line,
    insert: impl Fn(&mut Line, &str, Source),
    mut press: impl FnMut(&mut Line, Key, Modifiers),
) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
    let events = ui.input(|input| input.filtered_events(&filter));
    if line.preedit.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        line.interrupt();
    }
    for event in events {
        if let Event::Ime(event) = event {
            if let Some(words) = line.compose(&event) {
                insert(line, &words, Source::Typed);
            }
            continue;
        }
        if ime::is_ended_by(&event) {
            line.interrupt();
        }
        match event {
            Event::Text(words) => insert(line, &words, Source::Typed),
            Event::Paste(words) => insert(line, &words, Source::Pasted),
            Event::Copy => ui.copy_text(line.selected()),
            Event::Cut => {
                ui.copy_text(line.selected());
                line.replace("");
            }
            Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                let key = if modifiers.command { by_place(key, physical_key) } else { key };
                press(line, key, modifiers);
            }
            _ => {}
        }
    }
}

fn press(ui: &Ui, pen: &mut Pen, line: &mut Line, look: Look<'_>, key: Key, modifiers: Modifiers) {
    let base = look.base();
    let layout = pen.words(ui.ctx(), &line.text, look.face(), base, None).layout;
    let (word, extend) = (modifiers.command, modifiers.shift);
    let here = line.caret.offset;
    let at = |offset: usize| Some(Caret { offset, affinity: Affinity::Upstream });
    let selected = !line.range().is_empty();
    match key {
        Key::ArrowLeft if word => line.move_to(at(text::word_left(&line.text, here, base)), extend),
        Key::ArrowRight if word => line.move_to(at(text::word_right(&line.text, here, base)), extend),
        Key::ArrowLeft | Key::ArrowRight if selected && !extend => {
            let edge = line.edge(&layout, key == Key::ArrowLeft);
            line.move_to(Some(edge), false);
        }
        Key::ArrowLeft => line.move_to(layout.left(line.caret), extend),
        Key::ArrowRight => line.move_to(layout.right(line.caret), extend),
        Key::Home | Key::ArrowUp => line.move_to(Some(layout.line_start(line.caret)), extend),
        Key::End | Key::ArrowDown => line.move_to(Some(layout.line_end(line.caret)), extend),
        Key::Backspace if word => line.delete(motion::previous_word(&line.text, here)..here),
        Key::Backspace => line.delete(motion::taken_back(&line.text, here)),
        Key::Delete if word => line.delete(here..motion::next_word(&line.text, here)),
        Key::Delete => line.delete(here..motion::next_grapheme(&line.text, here)),
        Key::A if word => line.select(&(0..line.text.len())),
        _ => {}
    }
}
