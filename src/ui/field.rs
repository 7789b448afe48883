//! One line of text being edited in a field: the same caret and motions as on the page.

use eframe::egui::{
    self, Align2, Event, EventFilter, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::pen::Pen;
use super::theme::Face;
use crate::edit::motion;
use crate::text::{self, Affinity, Base, Caret};

/// The words of the field that has the focus, and the caret in them.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The words.
    pub text: String,
    caret: Caret,
    anchor: usize,
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
pub struct Look<'a> {
    /// Shown while it is empty.
    pub hint: &'a str,
    /// Its name, for those who do not see it.
    pub name: &'a str,
    /// Words after the text, quieter: the weekday of a date.
    pub after: &'a str,
    /// Whether what is written is not understood.
    pub wrong: bool,
    /// Whether it is a name of a file: read from the left.
    pub ltr: bool,
    /// Whether it stands in a frame of its own and draws none.
    pub bare: bool,
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
        }
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
    let focused = response.has_focus();
    let base = if look.ltr { Base::Ltr } else { Base::Rtl };
    let theme = pen.theme;
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
        entered = keyboard(ui, pen, line, base);
        if line.text != before {
            changed = Some(line.text.clone());
        }
    }
    let line = focus.as_mut().filter(|(owner, _)| *owner == id).map(|(_, line)| line);
    let shown = line.as_ref().map_or(value, |line| line.text.as_str()).to_owned();
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    if !look.bare {
        painter.rect_filled(rect, 4.0, theme.raised);
    }
    let edge = match (focused, look.wrong) {
        (_, true) => Stroke::new(if focused { 2.0 } else { 1.0 }, theme.warning),
        (true, false) => Stroke::new(2.0, theme.accent),
        (false, false) if response.hovered() => Stroke::new(1.0, theme.ink2),
        (false, false) => Stroke::new(1.0, theme.edge),
    };
    if !look.bare {
        painter.rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
    }
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let after_width = if look.after.is_empty() {
        0.0
    } else {
        let words = pen.line(ui.ctx(), look.after, Face::Base);
        let at = if look.ltr { inner.right_center() } else { inner.left_center() };
        let anchor = if look.ltr { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
        pen.draw(&painter, &words, at, anchor, theme.ink3);
        words.width() + 8.0
    };
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
        let caret = Rect::from_min_size(pos2(x - 1.0, inner.center().y - 10.0), vec2(2.0, 20.0));
        painter.rect_filled(caret, 0.0, theme.accent);
        ime(ui, rect, caret);
    }
    let after = look.after;
    let name = if after.is_empty() { look.name.to_owned() } else { format!("{}: {after}", look.name) };
    response.widget_info(|| WidgetInfo {
        label: Some(name.clone()),
        ..WidgetInfo::text_edit(true, "", &shown, "")
    });
    if changed.is_some() {
        response.mark_changed();
    }
    Outcome { changed, entered }
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
            Event::Text(words) | Event::Ime(egui::ImeEvent::Commit(words)) | Event::Paste(words) => {
                line.replace(&words);
            }
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
