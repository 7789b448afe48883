//! Where the arrow keys and their neighbours take the caret.

use eframe::egui::{Key, Modifiers, Ui};

use super::Page;
use crate::arabic::Removed;
use crate::document::{Document, Place};
use crate::edit::{Command, EditError, Moment, Selection};
use crate::text::{self, Base};
use crate::ui::pen::Pen;
use crate::ui::sheet::{Laid, Sheet, scale};
use crate::workspace::Open;

impl Page {
    pub(super) fn lines_in_view(ui: &Ui) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines on a screen")]
        let lines = (ui.ctx().content_rect().height() / 40.0) as usize;
        lines.max(3)
    }

    #[expect(clippy::too_many_arguments, reason = "a key, what it acts on, and where that is drawn")]
    pub(super) fn travel(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        open: &mut Open,
        key: Key,
        modifiers: Modifiers,
        lines: usize,
        moment: &Moment,
    ) -> Result<Removed, EditError> {
        let document = open.editor().document();
        let selection = open.editor().selection();
        let head = selection.head.clone();
        let Some(index) = Sheet::index(document, &head.target) else { return Ok(Removed::default()) };
        let size = scale(ui);
        self.sheet.lay(index, pen, size);
        let vertical = matches!(key, Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown);
        let column = self.column.filter(|_| vertical);
        let collapses = !modifiers.shift && !selection.is_caret();
        let to = match key {
            Key::ArrowLeft | Key::ArrowRight => {
                let left = key == Key::ArrowLeft;
                if modifiers.command {
                    self.word(pen, size, index, &head, left)
                } else if collapses {
                    let (from, to) = selection.ordered(document);
                    Some(if left == self.sheet.rtl { to } else { from })
                } else {
                    self.beside(pen, size, index, &head, left)
                }
            }
            Key::Home if modifiers.command => {
                self.sheet.laid.first().and_then(|laid| laid.place(laid.start()))
            }
            Key::End if modifiers.command => {
                let last = self.sheet.laid.len().saturating_sub(1);
                self.sheet.laid.get(last).and_then(|laid| laid.place(laid.end()))
            }
            Key::Home | Key::End => self.sheet.laid.get(index).and_then(|laid| {
                let layout = laid.layout.as_ref()?;
                let caret = laid.caret(&head);
                let to = if key == Key::Home { layout.line_start(caret) } else { layout.line_end(caret) };
                laid.place(to)
            }),
            Key::ArrowUp | Key::PageUp | Key::ArrowDown | Key::PageDown => {
                let count = if matches!(key, Key::PageUp | Key::PageDown) { lines } else { 1 };
                let up = matches!(key, Key::ArrowUp | Key::PageUp);
                let start = self.column_of(index, &head, size);
                let kept = column.or(start);
                let mut place = head.clone();
                for _ in 0..count {
                    match self.row(pen, size, document, &place, kept.unwrap_or(0.0), up) {
                        Some(next) => place = next,
                        None => break,
                    }
                }
                self.column = kept;
                Some(place)
            }
            _ => None,
        };
        let kept = self.column.filter(|_| vertical);
        let Some(to) = to else { return Ok(Removed::default()) };
        let anchor = if modifiers.shift { open.editor().selection().anchor.clone() } else { to.clone() };
        let done = self.run(ui, open, Command::Select(Selection { anchor, head: to }), moment);
        self.column = kept;
        done
    }

    fn column_of(&self, index: usize, place: &Place, size: f32) -> Option<f32> {
        let laid = self.sheet.laid.get(index)?;
        let indent = if self.sheet.rtl { 0.0 } else { laid.indent() };
        Some(self.sheet.caret(index, place)?.x / size + indent)
    }

    fn beside(&mut self, pen: &mut Pen, size: f32, index: usize, place: &Place, left: bool) -> Option<Place> {
        if let Some(place) = self.sheet.laid.get(index)?.step(place, left) {
            return Some(place);
        }
        let forward = left == self.sheet.rtl;
        let next = if forward { index + 1 } else { index.checked_sub(1)? };
        self.sheet.lay(next, pen, size);
        let laid = self.sheet.laid.get(next)?;
        laid.place(if forward { laid.start() } else { laid.end() })
    }

    fn word(&mut self, pen: &mut Pen, size: f32, index: usize, place: &Place, left: bool) -> Option<Place> {
        let laid = self.sheet.laid.get(index)?;
        let layout = laid.layout.as_ref()?;
        let base = if self.sheet.rtl { Base::Rtl } else { Base::Ltr };
        let here = laid.caret(place).offset;
        let words = layout.text();
        let there =
            if left { text::word_left(words, here, base) } else { text::word_right(words, here, base) };
        if there == here || there < laid.prefix {
            return self.beside(pen, size, index, place, left);
        }
        let forward = there > here;
        // A field is one word: the caret goes past all of it.
        let shown = there - laid.prefix;
        let field = laid.composed.field_at(shown).map(|(_, range)| range).filter(|range| range.start < shown);
        let shown = match field {
            Some(range) if forward => range.end,
            Some(range) => range.start,
            None => shown,
        };
        laid.place(text::Caret { offset: shown + laid.prefix, affinity: text::Affinity::Upstream })
    }

    fn row(
        &mut self,
        pen: &mut Pen,
        size: f32,
        document: &Document,
        from: &Place,
        column: f32,
        up: bool,
    ) -> Option<Place> {
        let index = Sheet::index(document, &from.target)?;
        self.sheet.lay(index, pen, size);
        let rtl = self.sheet.rtl;
        let inside = |laid: &Laid| (column - if rtl { 0.0 } else { laid.indent() }) * size;
        let laid = self.sheet.laid.get(index)?;
        let layout = laid.layout.as_ref()?;
        let caret = laid.caret(from);
        let x = inside(laid);
        let within = if up { layout.up(caret, x) } else { layout.down(caret, x) };
        if let Some(caret) = within {
            return laid.place(caret);
        }
        let next = if up { index.checked_sub(1)? } else { index + 1 };
        self.sheet.lay(next, pen, size);
        let laid = self.sheet.laid.get(next)?;
        let layout = laid.layout.as_ref()?;
        let y = if up { layout.height() - 1.0 } else { 1.0 };
        laid.place(layout.hit(inside(laid), y))
    }
}

impl Laid {
    pub(in crate::ui) fn start(&self) -> text::Caret {
        text::Caret { offset: self.prefix, affinity: text::Affinity::Downstream }
    }

    fn end(&self) -> text::Caret {
        text::Caret { offset: self.prefix + self.composed.text.len(), affinity: text::Affinity::Upstream }
    }
}
