//! Where the arrow keys and their neighbours take the caret.

use eframe::egui::{Key, Modifiers, Ui};

use super::Page;
use crate::arabic::Removed;
use crate::document::{Affinity, Document, Place};
use crate::edit::{Command, EditError, Moment, Selection};
use crate::text::{self, Base};
use crate::ui::pen::Pen;
use crate::ui::sheet::{Laid, Sheet, scale};
use crate::workspace::Open;

impl Page {
    pub(super) fn travel(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        open: &mut Open,
        key: Key,
        modifiers: Modifiers,
        moment: &Moment,
    ) -> Result<Removed, EditError> {
        let document = open.editor().document();
        let selection = open.editor().selection();
        let collapses = !modifiers.shift && !selection.is_caret();
        let vertical = matches!(key, Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown);
        let up = matches!(key, Key::ArrowUp | Key::PageUp);
        let head = match key {
            // Up leaves a selection at its start, down at its end.
            Key::ArrowUp | Key::ArrowDown if collapses => {
                let (from, to) = selection.ordered(document);
                if up { from } else { to }
            }
            _ => selection.head.clone(),
        };
        let Some(index) = Sheet::index(document, &head.target) else { return Ok(Removed::default()) };
        let size = scale(ui);
        self.sheet.lay(index, pen, size);
        let kept = self.column.filter(|_| vertical && !collapses);
        let kept = kept.or_else(|| self.column_of(index, &head, size).filter(|_| vertical));
        let to = match key {
            Key::ArrowLeft | Key::ArrowRight => {
                let left = key == Key::ArrowLeft;
                if modifiers.command {
                    self.word(pen, size, index, &head, left)
                } else if collapses {
                    Some(self.edge(document, selection, left))
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
            Key::ArrowUp | Key::ArrowDown if modifiers.command => self.paragraph_from(index, &head, up),
            Key::ArrowUp | Key::ArrowDown => {
                let row = self.row(pen, size, document, &head, kept.unwrap_or(0.0), up);
                // Beyond the first and the last line there is nothing to go to; a selection takes the rest of it.
                row.or_else(|| if modifiers.shift { self.end_of(up) } else { Some(head.clone()) })
            }
            Key::PageUp | Key::PageDown => self.leaf(pen, size, index, &head, kept.unwrap_or(0.0), up),
            _ => None,
        };
        let Some(to) = to else { return Ok(Removed::default()) };
        let anchor = if modifiers.shift { open.editor().selection().anchor.clone() } else { to.clone() };
        let done = self.run(ui, open, Command::Select(Selection::new(anchor, to)), moment);
        self.column = kept.filter(|_| vertical);
        done
    }

    /// The end of a selection on its left or right: the one that is drawn there, on one line; over several, the one
    /// that reading comes to on that side.
    fn edge(&self, document: &Document, selection: &Selection, left: bool) -> Place {
        let (from, to) = selection.ordered(document);
        let from = Place { affinity: Affinity::Downstream, ..from };
        let to = Place { affinity: Affinity::Upstream, ..to };
        let drawn = |place: &Place| self.sheet.caret(Sheet::index(document, &place.target)?, place);
        let forward = match (drawn(&from), drawn(&to)) {
            (Some(a), Some(b)) if from.target == to.target && a.line == b.line => (b.x < a.x) == left,
            _ => left == self.sheet.rtl,
        };
        if forward { to } else { from }
    }

    /// The start or the end of all of the text.
    fn end_of(&self, start: bool) -> Option<Place> {
        if start {
            return self.sheet.laid.first().and_then(|laid| laid.place(laid.start()));
        }
        self.sheet.laid.last().and_then(|laid| laid.place(laid.end()))
    }

    /// The start of this paragraph or of one above it, or the start of the one below; the end of the last.
    fn paragraph_from(&self, index: usize, head: &Place, up: bool) -> Option<Place> {
        let start = |laid: &Laid| laid.place(laid.start());
        if up {
            let own = start(self.sheet.laid.get(index)?).filter(|own| own.offset < head.offset);
            return own.or_else(|| self.sheet.laid.get(..index)?.iter().rev().find_map(start));
        }
        let below = self.sheet.laid.get(index + 1..)?.iter().find_map(start);
        below.or_else(|| self.end_of(false))
    }

    /// One view further less a line, and the view goes along: what was read last stays to be seen. From the first or
    /// the last line to the end of the text.
    fn leaf(
        &mut self,
        pen: &mut Pen,
        size: f32,
        index: usize,
        head: &Place,
        column: f32,
        up: bool,
    ) -> Option<Place> {
        let caret = self.sheet.caret(index, head)?;
        let line = (caret.bottom - caret.top) / size;
        let far = (self.sheet.view().height() - line).max(line);
        let far = if up { -far } else { far };
        let middle = f32::midpoint(caret.top, caret.bottom) / size;
        let was_seen = self.sheet.seen.iter().any(|seen| seen.index == index);
        let (to, height) = self.sheet.away(index, middle, far, pen, size);
        if was_seen {
            self.sheet.scroll(far);
        }
        let inside = (column - self.inset(to)) * size;
        let laid = self.sheet.laid.get(to)?;
        let layout = laid.layout.as_ref()?;
        let found = layout.hit(inside, height * size);
        let same_line = to == index && layout.caret(found).line == caret.line;
        if same_line { self.end_of(up) } else { laid.place(found) }
    }

    /// How far the words of a paragraph are from the left of the measure.
    fn inset(&self, index: usize) -> f32 {
        if self.sheet.rtl { 0.0 } else { self.sheet.laid.get(index).map_or(0.0, Laid::indent) }
    }

    fn column_of(&self, index: usize, place: &Place, size: f32) -> Option<f32> {
        Some(self.sheet.caret(index, place)?.x / size + self.inset(index))
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
        let goes = |from| {
            if left { text::word_left(words, from, base) } else { text::word_right(words, from, base) }
        };
        let mut there = goes(here);
        if there == here || there < laid.prefix {
            return self.beside(pen, size, index, place, left);
        }
        // A field is one word: the caret goes past all of it.
        let inside = |at: usize| {
            let shown = at - laid.prefix;
            laid.composed.field_at(shown).map(|(_, range)| range).filter(|range| range.start < shown)
        };
        while let Some(range) = inside(there) {
            if there < here {
                there = range.start + laid.prefix;
                break;
            }
            let next = goes(there);
            if next == there {
                break;
            }
            there = next;
        }
        laid.place(layout.before(there))
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
        let x = (column - self.inset(index)) * size;
        let laid = self.sheet.laid.get(index)?;
        let layout = laid.layout.as_ref()?;
        let caret = laid.caret(from);
        let within = if up { layout.up(caret, x) } else { layout.down(caret, x) };
        if let Some(caret) = within {
            return laid.place(caret);
        }
        let next = if up { index.checked_sub(1)? } else { index + 1 };
        self.sheet.lay(next, pen, size);
        let laid = self.sheet.laid.get(next)?;
        let layout = laid.layout.as_ref()?;
        let y = if up { layout.height() - 1.0 } else { 1.0 };
        laid.place(layout.hit((column - self.inset(next)) * size, y))
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
