//! What the mouse does on the page: carets, selections, the scroll bar.

use eframe::egui::{Id, Rect, Response, Sense, Ui, pos2, vec2};

use super::Page;
use crate::document::{Affinity, Document, Place};
use crate::edit::{Command, Moment, Selection};
use crate::text;
use crate::ui::pen::Pen;
use crate::ui::sheet::{Sheet, scale};
use crate::workspace::Open;

impl Page {
    pub(super) fn mouse(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        response: &Response,
        open: &mut Open,
        moment: &Moment,
        view: Rect,
    ) {
        let Some(at) = response.interact_pointer_pos() else {
            if !response.is_pointer_button_down_on() {
                self.drag = None;
            }
            return;
        };
        let down = response.is_pointer_button_down_on();
        // Where it was pressed, not where a drag is known to be one; a quick click ends within its frame.
        let begins = ui.input(|input| input.pointer.primary_pressed()) && (down || response.clicked());
        let at = ui.input(|input| input.pointer.press_origin()).filter(|_| begins).unwrap_or(at);
        if !(down || response.clicked() || response.double_clicked() || response.triple_clicked()) {
            return;
        }
        let others =
            self.details.holds(at) || self.sheet.header_rect().is_some_and(|header| header.contains(at));
        if others && self.drag.is_none() {
            return;
        }
        response.request_focus();
        if down && !view.contains(at) {
            let beyond = if at.y < view.top() { at.y - view.top() } else { (at.y - view.bottom()).max(0.0) };
            self.sheet.scroll(beyond * 0.25);
            ui.ctx().request_repaint();
        }
        let size = scale(ui);
        let Some(place) = self.sheet.hit(at, size) else { return };
        let document = open.editor().document();
        let shift = ui.input(|input| input.modifiers.shift);
        let selection = if response.triple_clicked() {
            Self::paragraph(document, &place)
        } else if response.double_clicked() {
            self.word_around(document, &place)
        } else if begins && shift {
            Some(Selection { anchor: open.editor().selection().anchor.clone(), head: place })
        } else if begins {
            Some(Selection::caret(place))
        } else if down {
            let anchor = open.editor().selection().anchor.clone();
            Some(Selection { anchor, head: place }).filter(|_| self.drag.is_some())
        } else {
            None
        };
        let Some(selection) = selection else { return };
        if begins {
            self.drag = Some(selection.clone());
        }
        if selection != *open.editor().selection() {
            // A selection is never refused: a place that is gone leaves it as it was.
            let _ = open.run(Command::Select(selection), moment);
        }
        self.moved = ui.input(|input| input.time);
        self.column = None;
        let _ = pen;
    }

    fn word_around(&self, document: &Document, place: &Place) -> Option<Selection> {
        let laid = self.sheet.laid.get(Sheet::index(document, &place.target)?)?;
        let word = text::word_at(laid.layout.as_ref()?.text(), laid.caret(place).offset);
        let caret = |offset: usize| text::Caret {
            offset: offset.max(laid.prefix),
            affinity: text::Affinity::Upstream,
        };
        let field = laid.composed.field_at(word.start.saturating_sub(laid.prefix)).map(|(_, range)| range);
        let word = field.map_or(word, |range| range.start + laid.prefix..range.end + laid.prefix);
        Some(Selection { anchor: laid.place(caret(word.start))?, head: laid.place(caret(word.end))? })
    }

    fn paragraph(document: &Document, place: &Place) -> Option<Selection> {
        let length = document.rich(&place.target)?.len();
        Some(Selection {
            anchor: Place::new(place.target.clone(), 0),
            head: Place { affinity: Affinity::Upstream, ..Place::new(place.target.clone(), length) },
        })
    }

    pub(super) fn scrollbar(&mut self, ui: &Ui, pen: &Pen, view: Rect) {
        let (from, share) = self.sheet.thumb();
        if share >= 1.0 {
            return;
        }
        let left = if self.sheet.rtl { view.left() + 4.0 } else { view.right() - 8.0 };
        let track = Rect::from_min_max(pos2(left, view.top() + 8.0), pos2(left + 4.0, view.bottom() - 8.0));
        let long = (track.height() * share).max(32.0);
        let top = track.top() + (track.height() - long) * (from / (1.0 - share).max(0.001)).min(1.0);
        let thumb = Rect::from_min_size(pos2(left, top), vec2(4.0, long));
        let response =
            ui.interact(track.expand2(vec2(4.0, 0.0)), Id::unique("page-scroll"), Sense::CLICK | Sense::DRAG);
        let colour = if response.hovered() || response.dragged() { pen.theme.ink3 } else { pen.theme.edge };
        ui.painter().rect_filled(thumb, 2.0, colour);
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on()) {
            let along = (at.y - track.top() - long / 2.0) / (track.height() - long).max(1.0);
            self.sheet.scroll_to(along.clamp(0.0, 1.0) * (1.0 - share));
            ui.ctx().request_repaint();
        }
    }
}
