//! What an input method composes: letters shown at the caret, underlined, that are no part of any text yet.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{self, Event, ImeEvent, Key, Painter, Pos2, Rect, Ui, pos2};

use super::pen::Pen;
use crate::document::{Affinity, Place};
use crate::template::{Composed, How, Segment};
use crate::text::Layout;

/// Letters that are being composed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preedit {
    /// The letters.
    pub text: String,
    /// The bytes of them that are being chosen for now; where that is empty, the caret stands there.
    active: Option<Range<usize>>,
}

/// What an input method says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Said {
    /// These letters are being composed; nothing for none any more.
    Composes(Option<Preedit>),
    /// These are to be typed; what was composed has become them.
    Types(String),
    /// Nothing that matters here.
    Nothing,
}

impl Said {
    /// What this event says.
    #[must_use]
    pub fn of(event: &ImeEvent) -> Self {
        match event {
            // Some input methods tell of Enter in this way too; the key itself comes as well.
            ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text) if text == "\n" || text == "\r" => {
                Self::Nothing
            }
            ImeEvent::Preedit { text, active_range_chars } => {
                Self::Composes(Preedit::new(text, active_range_chars.as_ref()))
            }
            ImeEvent::Commit(words) if words.is_empty() => Self::Composes(None),
            ImeEvent::Commit(words) => Self::Types(words.clone()),
            _ => Self::Nothing,
        }
    }
}

impl Preedit {
    /// These letters, `active` in characters of them; nothing where there are none.
    fn new(text: &str, active: Option<&Range<usize>>) -> Option<Self> {
        let mut shown = String::with_capacity(text.len());
        // Where each character begins once those that show nothing are left out.
        let mut starts = Vec::with_capacity(text.len());
        for letter in text.chars() {
            starts.push(shown.len());
            if !letter.is_control() {
                shown.push(letter);
            }
        }
        let at = |character: usize| starts.get(character).copied().unwrap_or(shown.len());
        let active = active.map(|range| at(range.start)..at(range.end.max(range.start)));
        (!shown.is_empty()).then_some(Self { text: shown, active })
    }

    /// Where the caret stands among the letters.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.active.as_ref().map_or(self.text.len(), |active| active.end)
    }

    /// These words with the letters at this byte of them.
    #[must_use]
    pub fn within(&self, words: &str, at: usize) -> String {
        let (before, after) = words.split_at_checked(at).unwrap_or((words, ""));
        [before, &self.text, after].concat()
    }

    /// Underlines the letters where a layout drawn at `origin` shows them from this byte on; what is being chosen for
    /// has a thicker line.
    pub fn underline(&self, painter: &Painter, pen: &Pen, layout: &Layout, origin: Pos2, at: usize) {
        let active = self.active.clone().filter(|range| !range.is_empty() && range.len() < self.text.len());
        let line = |range: Range<usize>, thick: f32| {
            for (rect, baseline) in pieces(painter, layout, origin, at + range.start..at + range.end) {
                let top = baseline + (rect.height() / 4.0).round();
                let line = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + thick));
                painter.rect_filled(line, 0.0, pen.theme.ink);
            }
        };
        line(0..self.text.len(), 1.0);
        if let Some(active) = active {
            line(active, 2.0);
        }
    }
}

/// Where these bytes of a layout drawn at `origin` lie, each piece with its baseline.
fn pieces(painter: &Painter, layout: &Layout, origin: Pos2, range: Range<usize>) -> Vec<(Rect, f32)> {
    let scale = painter.ctx().pixels_per_point();
    let piece = |rect: &crate::text::Rect| {
        let middle = f32::midpoint(rect.top, rect.bottom);
        let line = layout.lines().iter().find(|line| middle >= line.top && middle < line.bottom);
        let baseline = line.map_or(rect.bottom, |line| line.baseline);
        let baseline = (origin.y * scale + baseline).round() / scale;
        (super::sheet::placed(rect, origin, scale), baseline)
    };
    layout.rects(range).iter().map(piece).collect()
}

/// Letters being composed in a record: where, and in which state of it. Any change of that ends it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Composing {
    /// The caret.
    pub place: Place,
    /// The state of the record.
    pub state: u64,
    /// The letters.
    pub preedit: Preedit,
}

impl Composing {
    /// Where the letters begin in the words of their paragraph, which are shown as `composed` without them.
    #[must_use]
    pub fn start(&self, composed: &Composed) -> usize {
        composed.shown(self.place.offset, Affinity::Downstream)
    }

    /// The paragraph as it is shown with the letters in it: shaped with their neighbours, stored nowhere.
    #[must_use]
    pub fn shown_in(&self, composed: &Composed) -> Arc<Composed> {
        let mut all = composed.clone();
        let (at, long) = (self.start(composed), self.preedit.text.len());
        all.text = self.preedit.within(&composed.text, at);
        let own =
            Segment { shown: at..at + long, source: self.place.offset..self.place.offset, how: How::Hidden };
        let mut segments = Vec::with_capacity(composed.segments.len() + 2);
        let mut own = Some(own);
        for segment in &composed.segments {
            let Segment { shown, source, how } = segment.clone();
            if source.start >= self.place.offset {
                segments.extend(own.take());
            }
            if own.is_none() {
                segments.push(Segment { shown: shown.start + long..shown.end + long, source, how });
            } else if how == How::Verbatim && self.place.offset < source.end {
                let (before, after) = (source.start..self.place.offset, self.place.offset..source.end);
                segments.push(Segment { shown: shown.start..at, source: before, how: how.clone() });
                segments.extend(own.take());
                segments.push(Segment { shown: at + long..shown.end + long, source: after, how });
            } else {
                segments.push(Segment { shown, source, how });
            }
        }
        segments.extend(own);
        all.segments = segments;
        for mark in &mut all.marks {
            if mark.range.start >= at {
                mark.range.start += long;
            }
            if mark.range.end > at {
                mark.range.end += long;
            }
        }
        Arc::new(all)
    }
}

/// Whether this ends what is composed: a key that the input method left to us, or words from elsewhere. A key that is
/// held with others does not.
#[must_use]
pub fn is_ended_by(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Paste(_) | Event::Cut => true,
        Event::Key { key, pressed, .. } => {
            *pressed
                && !matches!(
                    key,
                    Key::ShiftLeft
                        | Key::ShiftRight
                        | Key::ControlLeft
                        | Key::ControlRight
                        | Key::AltLeft
                        | Key::AltRight
                        | Key::SuperLeft
                        | Key::SuperRight
                        | Key::CapsLock
                        | Key::NumLock
                )
        }
        _ => false,
    }
}

/// Tells the input method where the caret is, as it must be told in each frame; `ends` what it composes, because the
/// caret has left it.
pub fn tell(ui: &Ui, rect: Rect, cursor_rect: Rect, ends: bool) {
    ui.output_mut(|output| {
        output.ime = Some(egui::output::IMEOutput {
            purpose: egui::IMEPurpose::Normal,
            rect,
            cursor_rect,
            should_interrupt_composition: ends,
        });
    });
}
