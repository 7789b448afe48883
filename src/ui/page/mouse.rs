//! What the mouse does on the page: carets, selections, the scroll bar.

use eframe::egui::{Event, Id, OutputCommand, Pos2, Rect, Response, Sense, Ui, Vec2, pos2, vec2};

use super::{Page, Told};
use crate::document::{Affinity, Document, Place};
use crate::edit::{Command, Fragment, Moment, Selection};
use crate::text;
use crate::ui::pen::Pen;
use crate::ui::presses::{Grain, pulled};
use crate::ui::sheet::{Sheet, scale};
use crate::workspace::Open;

/// What is being dragged: what the press took, which stays whole, and by what the rest is taken.
pub(super) struct Drag {
    taken: Selection,
    grain: Grain,
}

/// What is selected on its way to the desktop's second clipboard, which a middle click pastes.
#[derive(Default)]
pub(super) struct Primary {
    /// What was selected in the last frame, in which state of the record.
    seen: Option<(u64, Selection)>,
    since: f64,
    given: bool,
    /// What went there last, with the plain words that went for it.
    pub(super) held: Option<(String, Fragment)>,
}

/// How long a selection rests before it is given to the desktop, in seconds: keys held down make one, not many.
const REST: f64 = 0.3;

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
        let size = scale(ui);
        if self.paste_at(ui, response, open, moment, view) {
            // What was pasted is seen in this frame.
            self.sheet.sync(open.editor().document(), open.editor().state(), open.output);
            self.sheet.look(view, pen, size);
        }
        let down = response.is_pointer_button_down_on();
        // Where it was pressed, not where a drag is known to be one; a quick click ends within its frame.
        let pressed = self.presses.count(ui).filter(|_| down || response.clicked());
        if !down && pressed.is_none() {
            self.drag = None;
            if let Some(pick) = &mut self.pick {
                pick.drawn = false;
            }
            return;
        }
        let Some(at) = pressed.map(|(at, _)| at).or(response.interact_pointer_pos()) else { return };
        if pressed.is_some() {
            self.drag = None;
            if self.is_elsewhere(at) {
                self.presses.forget();
                return;
            }
            response.request_focus();
            if let Some(index) = self.gutter_at(at) {
                let (extends, adds) = ui.input(|input| (input.modifiers.shift, input.modifiers.command));
                if adds && !extends {
                    self.choose_also(open, index, moment);
                } else {
                    self.choose(open, index, extends, moment);
                }
                if let Some(pick) = self.pick.as_mut().filter(|_| !adds) {
                    pick.drawn = true;
                }
                self.presses.forget();
                return;
            }
            self.pick = None;
        }
        let drawn = self.pick.as_ref().is_some_and(|pick| pick.drawn);
        let beyond = match at.y {
            _ if pressed.is_some() || (self.drag.is_none() && !drawn) => 0.0,
            y if y < view.top() => y - view.top(),
            y => (y - view.bottom()).max(0.0),
        };
        if beyond != 0.0 {
            self.sheet.scroll(pulled(ui, beyond));
            self.sheet.look(view, pen, size);
        }
        let at = pos2(at.x, at.y.clamp(view.top() + 1.0, view.bottom() - 1.0));
        let Some(place) = self.sheet.hit(at, size) else { return };
        if drawn {
            if let Some(index) = Sheet::index(open.editor().document(), &place.target) {
                self.choose(open, index, true, moment);
            }
            return;
        }
        let document = open.editor().document();
        let selection = match (pressed, &self.drag) {
            (Some(_), _) if ui.input(|input| input.modifiers.shift) => {
                let anchor = open.editor().selection().anchor.clone();
                self.presses.forget();
                self.drag = Some(Drag { taken: Selection::caret(anchor.clone()), grain: Grain::Letter });
                Selection::new(anchor, place)
            }
            (Some((_, grain)), _) => {
                let Some(taken) = self.taken(document, at, size, &place, grain) else { return };
                self.drag = Some(Drag { taken: taken.clone(), grain });
                taken
            }
            (None, Some(drag)) if beyond != 0.0 || ui.input(|input| input.pointer.delta() != Vec2::ZERO) => {
                let Some(here) = self.taken(document, at, size, &place, drag.grain) else { return };
                stretched(document, &drag.taken, &here)
            }
            _ => return,
        };
        if selection != *open.editor().selection() {
            // A selection is never refused: a place that is gone leaves it as it was.
            let _ = open.run(Command::Select(selection), moment);
        }
        self.moved = ui.input(|input| input.time);
        self.column = None;
    }

    /// Whether what lies here is not the text: the folded lines above it, a form in it.
    fn is_elsewhere(&self, at: Pos2) -> bool {
        self.details.holds(at) || self.sheet.header_rect().is_some_and(|header| header.contains(at))
    }

    /// A middle click pastes what is selected, here or in another program, where it clicks; whether one did.
    fn paste_at(
        &mut self,
        ui: &Ui,
        response: &Response,
        open: &mut Open,
        moment: &Moment,
        view: Rect,
    ) -> bool {
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
                _ => None,
            })
        });
        let over = |at: &Pos2| view.contains(*at) && response.contains_pointer() && !self.is_elsewhere(*at);
        let Some((at, words)) = pasted.filter(|(at, _)| over(at)) else { return false };
        let Some(place) = self.sheet.hit(at, scale(ui)) else { return false };
        response.request_focus();
        let command = match &self.primary.held {
            Some((plain, fragment)) if *plain == words => Command::Paste(fragment.clone()),
            _ => Command::PasteText(words),
        };
        // A selection is never refused.
        let _ = open.run(Command::Select(Selection::caret(place)), moment);
        let done = self.run(ui, open, command, moment);
        self.told.push(done.map_or_else(Told::Refused, |removed| Told::Pasted(String::new(), removed)));
        // The window hears of it in the next frame.
        ui.ctx().request_repaint();
        true
    }

    /// Gives what is selected to the desktop's second clipboard once the hands rest.
    pub(super) fn give(&mut self, ui: &Ui, open: &Open) {
        let editor = open.editor();
        if editor.selection().is_caret() {
            self.primary.seen = None;
            return;
        }
        let (now, held, released) =
            ui.input(|input| (input.time, input.pointer.any_down(), input.pointer.primary_released()));
        let same = |(state, selection): &(u64, Selection)| {
            *state == editor.state() && selection == editor.selection()
        };
        if !self.primary.seen.as_ref().is_some_and(same) {
            self.primary.seen = Some((editor.state(), editor.selection().clone()));
            self.primary.since = now;
            self.primary.given = false;
        }
        if self.primary.given || held {
            return;
        }
        let left = self.primary.since + REST - now;
        if left > 0.0 && !released {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
            return;
        }
        self.primary.given = true;
        let words = self.plain(editor.document(), editor.selection());
        if !words.is_empty() {
            ui.send_cmd(OutputCommand::TextSelectionSettled(words.clone()));
            self.primary.held = Some((words, editor.copied()));
        }
    }

    /// What one press, or two or three, take here.
    fn taken(
        &self,
        document: &Document,
        at: Pos2,
        size: f32,
        place: &Place,
        grain: Grain,
    ) -> Option<Selection> {
        match grain {
            Grain::Letter => Some(Selection::caret(place.clone())),
            Grain::Word => self.word_around(document, at, size, place),
            Grain::Paragraph => Self::paragraph(document, place),
        }
    }

    fn word_around(&self, document: &Document, at: Pos2, size: f32, place: &Place) -> Option<Selection> {
        let laid = self.sheet.laid.get(Sheet::index(document, &place.target)?)?;
        let layout = laid.layout.as_ref()?;
        // The word under the mouse, also where its nearer edge is that of another.
        let under = self.sheet.under(at, size).map(|letter| letter.start);
        let word = text::word_at(layout.text(), under.unwrap_or(laid.caret(place).offset));
        let field = laid.composed.field_at(word.start.saturating_sub(laid.prefix)).map(|(_, range)| range);
        let word = field.map_or(word, |range| range.start + laid.prefix..range.end + laid.prefix);
        let caret = |offset: usize, affinity| text::Caret { offset: offset.max(laid.prefix), affinity };
        Some(Selection::new(
            laid.place(caret(word.start, text::Affinity::Downstream))?,
            laid.place(caret(word.end, text::Affinity::Upstream))?,
        ))
    }

    fn paragraph(document: &Document, place: &Place) -> Option<Selection> {
        let length = document.rich(&place.target)?.len();
        let end = Place { affinity: Affinity::Upstream, ..Place::new(place.target.clone(), length) };
        Some(Selection::new(Place::new(place.target.clone(), 0), end))
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
        if self.looking.shown {
            // Where something was found, beside the thumb: one tick for a pixel.
            let mut last = f32::MIN;
            for share in self.sheet.shares(self.looking.search.texts().map(|(index, _)| index)) {
                let y = (track.top() + share * track.height()).round();
                if y - last >= 2.0 {
                    let tick = Rect::from_min_size(pos2(left - 2.0, y), vec2(8.0, 2.0));
                    ui.painter().rect_filled(tick, 0.0, pen.theme.warning);
                    last = y;
                }
            }
        }
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on()) {
            let along = (at.y - track.top() - long / 2.0) / (track.height() - long).max(1.0);
            self.sheet.scroll_to(along.clamp(0.0, 1.0) * (1.0 - share));
            ui.ctx().request_repaint();
        }
    }
}

/// From what a drag began with to what it is over, each whole.
fn stretched(document: &Document, from: &Selection, to: &Selection) -> Selection {
    let before = |a: &Place, b: &Place| Selection::new(a.clone(), b.clone()).ordered(document).0 == *a;
    if before(&from.anchor, &to.anchor) {
        let head = if before(&from.head, &to.head) { &to.head } else { &from.head };
        return Selection::new(from.anchor.clone(), head.clone());
    }
    Selection::new(from.head.clone(), to.anchor.clone())
}
