//! The gutter of the page: blocks are chosen there, carried to another place by a handle, and given another label.

use std::collections::BTreeSet;
use std::ops::Range;

use eframe::egui::{
    Align2, CursorIcon, Id, Painter, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::{Page, Told, page_id};
use crate::document::{Affinity, BlockId, Document, FieldPath, Label, MAX_DEPTH, Place, Target};
use crate::edit::{self, Command, Moment, Selection, Stretch};
use crate::template::Part;
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::presses::pulled;
use crate::ui::sheet::{Laid, MARGIN, MEASURE, SHEET, Seen, scale};
use crate::ui::theme::Face;
use crate::ui::widgets::{Item, Popup, card, hint, menu};
use crate::words::Words;
use crate::workspace::{Access, Open};

/// How far each level stands in, and so how far a hand goes for one.
const STEP: f32 = 40.0;
/// How far a handle is pulled before it carries anything.
const SLACK: f32 = 6.0;
/// How near the edge of the view what is carried pulls the text along.
const EDGE: f32 = 28.0;

/// Blocks that were chosen in the gutter.
#[derive(Clone, Debug)]
pub(super) struct Pick {
    /// Where it began, which an extension keeps.
    anchor: BlockId,
    first: BlockId,
    last: BlockId,
    /// The button is still down: what it is drawn over is chosen as well.
    pub(super) drawn: bool,
}

/// Blocks on their way to another place.
#[derive(Debug)]
pub(super) struct Carry {
    from: Pos2,
    /// Where they stand, among the blocks: stretches apart from each other, in order.
    ranges: Vec<Range<usize>>,
    /// The level of the highest of them; nothing where they begin with no recommendation.
    depth: Option<u8>,
    moved: bool,
    given_up: bool,
    to: Option<Drop>,
}

/// Where what is carried would go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Drop {
    before: usize,
    depth: Option<u8>,
}

/// The list of labels for the items of one level.
pub(super) struct Labelling {
    depth: u8,
    under: Rect,
    at: Option<usize>,
    fresh: bool,
}

impl Pick {
    /// Whether it is what is selected.
    fn holds(&self, document: &Document, selection: &Selection) -> bool {
        let (from, to) = selection.ordered(document);
        let length = document.block(self.last).map(|block| block.text.len());
        from.target == Target::Block(self.first)
            && from.offset == 0
            && to.target == Target::Block(self.last)
            && Some(to.offset) == length
    }
}

impl Carry {
    /// Lets it go where it was.
    pub(super) fn give_up(&mut self) {
        self.given_up = true;
    }
}

impl Page {
    /// The blocks that were chosen in the gutter and still are, among the record's: stretches apart from each other, in
    /// order. None where nothing is.
    pub(super) fn picked(&self, open: &Open) -> Vec<Range<usize>> {
        let editor = open.editor();
        let (document, selection) = (editor.document(), editor.selection());
        // What is chosen apart was chosen here, also where undo brought it back.
        let apart = !selection.also.is_empty();
        let holds = apart || self.pick.as_ref().is_some_and(|pick| pick.holds(document, selection));
        if holds { edit::chosen(document, selection) } else { Vec::new() }
    }

    /// The recommendation whose gutter lies here; beside other paragraphs there is nothing to take hold of.
    pub(super) fn gutter_at(&self, at: Pos2) -> Option<usize> {
        let seen =
            self.sheet.seen.iter().find(|seen| at.y < seen.rect.bottom() && at.y >= seen.rect.top())?;
        let laid = self.sheet.laid.get(seen.index)?;
        let is_item = matches!(laid.composed.part, Part::Outline(_));
        let (from, to) = self.gutter(laid, *seen);
        (is_item && at.x > from && at.x < to && !self.details.holds(at)).then_some(seen.index)
    }

    /// From where to where the gutter of a paragraph goes.
    fn gutter(&self, laid: &Laid, seen: Seen) -> (f32, f32) {
        let sheet = seen.rect.left();
        if self.sheet.rtl {
            (seen.origin.x + MEASURE - laid.indent() + 4.0, sheet + SHEET)
        } else {
            (sheet, seen.origin.x - 4.0)
        }
    }

    /// Chooses the block of this paragraph with all below it, and what lies between it and where choosing began.
    pub(super) fn choose(&mut self, open: &mut Open, index: usize, extends: bool, moment: &Moment) {
        let document = open.editor().document();
        let blocks = document.blocks();
        let Some(here) = index.checked_sub(1).and_then(|at| blocks.get_at(at)).map(|block| block.id) else {
            return;
        };
        let began = self.pick.as_ref().map(|pick| pick.anchor);
        let began = began.or_else(|| match open.editor().selection().anchor.target {
            Target::Block(id) => Some(id),
            Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
        });
        let anchor = began.filter(|_| extends).unwrap_or(here);
        let unit = |id| blocks.index(id).map(|at| at..edit::unit_end(document, at));
        let (Some(a), Some(b)) = (unit(anchor), unit(here)) else { return };
        let (first, last) = (a.start.min(b.start), a.end.max(b.end) - 1);
        let (Some(first), Some(last)) = (blocks.get_at(first), blocks.get_at(last)) else { return };
        // What was chosen beside it stays while it is drawn longer.
        let also = if extends { open.editor().selection().also.clone() } else { Vec::new() };
        let chosen = Stretch { first: first.id, last: last.id };
        self.select_blocks(open, anchor, chosen, also, moment);
    }

    /// Chooses the block of this paragraph with all below it beside what is chosen; chosen already, it is no longer, nor
    /// what it stands below.
    pub(super) fn choose_also(&mut self, open: &mut Open, index: usize, moment: &Moment) {
        let document = open.editor().document();
        let blocks = document.blocks();
        let Some(at) = index.checked_sub(1).filter(|at| *at < blocks.len()) else { return };
        let mut all: BTreeSet<usize> = self.picked(open).into_iter().flatten().collect();
        let unit = at..edit::unit_end(document, at);
        let goes = all.contains(&at);
        if goes {
            all.retain(|chosen| !unit.contains(chosen) && !edit::unit_holds(document, *chosen, at));
        } else {
            all.extend(unit);
        }
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in all {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end += 1,
                _ => runs.push(at..at + 1),
            }
        }
        // The one it was pressed on has the caret, else the last.
        let own = runs.iter().position(|run| run.contains(&at)).or(runs.len().checked_sub(1));
        let name = |at: usize| blocks.get_at(at).map(|block| block.id);
        let ends = |run: &Range<usize>| Some(Stretch { first: name(run.start)?, last: name(run.end - 1)? });
        let mut stretches: Vec<Stretch> = runs.iter().filter_map(ends).collect();
        let Some(own) = own.filter(|own| *own < stretches.len()) else {
            let Some(here) = name(at) else { return };
            self.pick = None;
            let caret = Selection::caret(Place::new(Target::Block(here), 0));
            // A selection is never refused.
            let _ = open.run(Command::Select(caret), moment);
            return;
        };
        let chosen = stretches.remove(own);
        let anchor = if goes { chosen.first } else { name(at).unwrap_or(chosen.first) };
        self.select_blocks(open, anchor, chosen, stretches, moment);
    }

    /// Selects this stretch of blocks, and these beside it.
    fn select_blocks(
        &mut self,
        open: &mut Open,
        anchor: BlockId,
        chosen: Stretch,
        also: Vec<Stretch>,
        moment: &Moment,
    ) {
        let Stretch { first, last } = chosen;
        let drawn = self.pick.as_ref().is_some_and(|pick| pick.drawn);
        self.pick = Some(Pick { anchor, first, last, drawn });
        let long = open.editor().document().block(last).map_or(0, |block| block.text.len());
        let end = Place::new(Target::Block(last), long);
        let head = Place { affinity: Affinity::Upstream, ..end };
        let selection = Selection { also, ..Selection::new(Place::new(Target::Block(first), 0), head) };
        if selection != *open.editor().selection() {
            // A selection is never refused.
            let _ = open.run(Command::Select(selection), moment);
        }
        self.column = None;
    }

    /// Forgets what was chosen in the gutter once something else is selected.
    pub(super) fn settle_pick(&mut self, open: &Open) {
        if self.pick.is_some() && self.picked(open).is_empty() {
            self.pick = None;
        }
    }

    /// Fills behind the blocks that are chosen: all of their rows, or their gutters where words are selected over several.
    pub(super) fn chosen_band(
        &self,
        painter: &Painter,
        pen: &Pen,
        seen: Seen,
        picked: &[Range<usize>],
        over: &[Range<usize>],
    ) {
        let Some(laid) = self.sheet.laid.get(seen.index) else { return };
        let holds = |range: &Range<usize>| seen.index.checked_sub(1).is_some_and(|at| range.contains(&at));
        let (from, to) = self.gutter(laid, seen);
        let rtl = self.sheet.rtl;
        if let Some(range) = picked.iter().find(|range| holds(range)) {
            // One band from the first to the last.
            let begins = seen.index == range.start + 1;
            let top = if begins { seen.origin.y - 2.0 } else { seen.rect.top() };
            let (left, right) = if rtl {
                (seen.rect.left() + MARGIN - 12.0, to - 28.0)
            } else {
                (from + 28.0, seen.rect.right() - MARGIN + 12.0)
            };
            let bottom = seen.rect.bottom().max(seen.foot + 2.0);
            painter.rect_filled(
                Rect::from_min_max(pos2(left, top), pos2(right, bottom)),
                0.0,
                pen.theme.chosen,
            );
            let bar = if rtl { right - 3.0 } else { left };
            let bar = Rect::from_min_max(pos2(bar, top), pos2(bar + 3.0, bottom));
            painter.rect_filled(bar, 0.0, pen.theme.accent);
        } else if over.iter().any(holds) && laid.hangs() {
            let (left, right) = if rtl { (from, from + STEP) } else { (to - STEP, to) };
            let band = Rect::from_min_max(pos2(left, seen.origin.y - 2.0), pos2(right, seen.foot));
            painter.rect_filled(band, 4.0, pen.theme.chosen);
        }
    }

    /// Goes on with what is carried: where it would go, and what is pulled along by it; or lets it go there.
    pub(super) fn carry_on(&mut self, ui: &Ui, pen: &mut Pen, open: &mut Open, moment: &Moment, view: Rect) {
        let Some(mut carry) = self.carry.take() else { return };
        let (down, at) = ui.input(|input| (input.pointer.primary_down(), input.pointer.latest_pos()));
        let at = at.unwrap_or(carry.from);
        carry.moved |= at.distance(carry.from) > SLACK;
        let blocks = open.editor().document().blocks();
        if carry.ranges.iter().any(|range| range.end > blocks.len()) {
            return;
        }
        if !down {
            if let Some(to) = carry.to.filter(|_| carry.moved && !carry.given_up) {
                let before = blocks.get_at(to.before).map(|block| block.id);
                let command = Command::Put { before, depth: to.depth };
                if let Err(error) = self.run(ui, open, command, moment) {
                    self.told.push(Told::Refused(error));
                }
                self.sync(open, true);
                self.sheet.look(view, pen, scale(ui));
                ui.ctx().request_repaint();
            }
            return;
        }
        if carry.moved && !carry.given_up {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            let inside = view.shrink2(vec2(0.0, EDGE));
            let beyond =
                if at.y < inside.top() { at.y - inside.top() } else { (at.y - inside.bottom()).max(0.0) };
            if beyond != 0.0 {
                self.sheet.scroll(pulled(ui, beyond));
                self.sheet.look(view, pen, scale(ui));
            }
            carry.to = self.drop_at(open.editor().document(), &carry, at);
        }
        self.carry = Some(carry);
    }

    /// Where what is carried goes if it is let go here: between which blocks, and by how far it was pulled in at which
    /// level. A place inside a list takes no level above what follows there; what has one goes past that.
    fn drop_at(&self, document: &Document, carry: &Carry, at: Pos2) -> Option<Drop> {
        let last = self.sheet.seen.last()?;
        let middle = |seen: &Seen| {
            let gap = self.sheet.laid.get(seen.index).map_or(0.0, Laid::gap);
            f32::midpoint(seen.rect.top() + gap, seen.rect.bottom())
        };
        let below = self.sheet.seen.iter().find(|seen| seen.index > 0 && at.y < middle(seen));
        let gap = below.map_or(last.index, |seen| seen.index - 1);
        let within = |gap: usize| carry.ranges.iter().find(|range| (range.start..=range.end).contains(&gap));
        // Where several stretches go to the place of one of them, the others come to it.
        let alone = carry.ranges.len() == 1;
        let own = alone && within(gap).is_some();
        let Some(depth) = carry.depth else {
            return (!own).then_some(Drop { before: gap, depth: None });
        };
        let pulled = if self.sheet.rtl { carry.from.x - at.x } else { at.x - carry.from.x };
        #[expect(clippy::cast_possible_truncation, reason = "a few levels")]
        let by = (pulled / STEP).round().clamp(-8.0, 8.0) as i8;
        let wanted = depth.saturating_add_signed(by).min(MAX_DEPTH);
        if own && by == 0 {
            return None;
        }
        let blocks = document.blocks();
        let level =
            |at: Option<usize>| at.and_then(|at| blocks.get_at(at)).and_then(|block| block.kind.depth());
        // The blocks before and after a place, what is carried left out.
        let around = |gap: usize| {
            let (before, after) = within(gap).map_or((gap, gap), |range| (range.start, range.end));
            (level(before.checked_sub(1)), level(Some(after)))
        };
        let takes = |gap: &usize| around(*gap).1.is_none_or(|next| next <= wanted);
        let outside =
            |gap: &usize| !carry.ranges.iter().any(|range| (range.start + 1..range.end).contains(gap));
        let down = (gap..=blocks.len()).filter(outside).find(takes);
        let up = (0..=gap).rev().filter(outside).find(takes);
        let before = match (up, down) {
            (Some(up), Some(down)) => {
                if gap - up < down - gap {
                    up
                } else {
                    down
                }
            }
            (up, down) => up.or(down)?,
        };
        let most = around(before).0.map_or(1, |depth| (depth + 1).min(MAX_DEPTH));
        let own = alone && within(before).is_some();
        let depth_there = wanted.min(most);
        (!own || depth_there != depth).then_some(Drop { before, depth: Some(depth_there) })
    }

    /// The handle of the block under the pointer, the line where what is carried would go, the list of labels.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it changes")]
    pub(super) fn hands(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        page: &Response,
        open: &mut Open,
        words: Words,
        moment: &Moment,
        view: Rect,
    ) {
        if open.access() == Access::Read {
            return;
        }
        if self.carry.is_some() {
            self.drop_line(ui, pen, open.editor().document(), words, view);
            return;
        }
        self.labels(ui, pen, page, open, words, moment);
        let Some(at) = ui.input(|input| input.pointer.hover_pos()).filter(|at| view.contains(*at)) else {
            return;
        };
        let busy = self.drag.is_some() || self.pick.as_ref().is_some_and(|pick| pick.drawn);
        if busy || !page.contains_pointer() || self.details.holds(at) {
            return;
        }
        let row = |seen: &&Seen| seen.index > 0 && at.y >= seen.rect.top() && at.y < seen.rect.bottom();
        let Some(seen) = self.sheet.seen.iter().find(row).copied() else { return };
        if seen.rect.left() > at.x || seen.rect.right() < at.x {
            return;
        }
        self.handle(ui, pen, open, words, moment, seen);
    }

    fn handle(&mut self, ui: &Ui, pen: &mut Pen, open: &mut Open, words: Words, moment: &Moment, seen: Seen) {
        let document = open.editor().document();
        let Some(at) = seen.index.checked_sub(1) else { return };
        let Some(block) = document.blocks().get_at(at) else { return };
        let id = block.id;
        let first = self.sheet.laid.get(seen.index).and_then(|laid| laid.layout.as_ref());
        let line = first.and_then(|layout| layout.lines().first());
        let middle = line.map_or(16.0, |line| f32::midpoint(line.top, line.bottom) / scale(ui));
        let rtl = self.sheet.rtl;
        let x = if rtl { seen.rect.right() - 14.0 } else { seen.rect.left() + 14.0 };
        let place = Rect::from_center_size(pos2(x, seen.origin.y + middle), vec2(22.0, 28.0));
        let response = ui.interact(place, Id::unique(("handle", id)), Sense::click_and_drag());
        let name = words.get("handle-carry");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() {
            ui.painter().rect_filled(place, 4.0, pen.theme.hover);
            ui.set_cursor_icon(CursorIcon::Grab);
            hint(ui, pen, &response, &name, words.language().is_right_to_left());
        }
        let ink = if response.hovered() { pen.theme.ink } else { pen.theme.ink3 };
        Icon::DotsSixVertical.draw(ui.painter(), place.center(), 18.0, ink);
        let pressed = ui.input(|input| input.pointer.primary_pressed().then(|| input.pointer.latest_pos()));
        let Some(from) = pressed.flatten().filter(|_| response.is_pointer_button_down_on()) else { return };
        ui.memory_mut(|memory| memory.request_focus(page_id()));
        let (extends, adds) = ui.input(|input| (input.modifiers.shift, input.modifiers.command));
        let picked = self.picked(open).iter().any(|range| range.contains(&at));
        if adds {
            self.choose_also(open, seen.index, moment);
        } else if extends || !picked {
            self.choose(open, seen.index, extends, moment);
        }
        let ranges = self.picked(open);
        let Some(first) = ranges.first().map(|range| range.start).filter(|_| !adds) else { return };
        let depths = |at: usize| {
            let document = open.editor().document();
            document.blocks().get_at(at).and_then(|block| block.kind.depth())
        };
        let all = ranges.iter().cloned().flatten();
        let depth = depths(first).map(|first| all.filter_map(depths).fold(first, u8::min));
        self.carry = Some(Carry { from, ranges, depth, moved: false, given_up: false, to: None });
        self.moved = ui.input(|input| input.time);
        ui.ctx().request_repaint();
    }

    fn drop_line(&self, ui: &Ui, pen: &mut Pen, document: &Document, words: Words, view: Rect) {
        let Some(carry) = self.carry.as_ref().filter(|carry| carry.moved && !carry.given_up) else { return };
        let painter = ui.painter().with_clip_rect(view);
        let rtl = self.sheet.rtl;
        let accent = pen.theme.accent;
        if let Some(to) = carry.to {
            let below = self.sheet.seen.iter().find(|seen| seen.index == to.before + 1);
            let above = self.sheet.seen.iter().find(|seen| seen.index == to.before);
            let y = match (below, above) {
                (Some(seen), _) => {
                    seen.rect.top() + self.sheet.laid.get(seen.index).map_or(0.0, Laid::gap) / 2.0
                }
                (None, Some(seen)) => seen.rect.bottom() + 2.0,
                (None, None) => return,
            };
            let y = y.round().clamp(view.top() + 2.0, view.bottom() - 2.0);
            let left = self.sheet.sheet_x() + MARGIN;
            let inset = to.depth.map_or(0.0, |depth| f32::from(depth.saturating_sub(1)) * STEP);
            let (from, end) =
                if rtl { (left, left + MEASURE - inset) } else { (left + inset, left + MEASURE) };
            painter.rect_filled(Rect::from_min_max(pos2(from, y - 1.0), pos2(end, y + 1.0)), 0.0, accent);
            painter.circle_filled(pos2(if rtl { end } else { from }, y), 4.0, accent);
            // The level in a word, at the far end of the line.
            if let Some(depth) = to.depth {
                let shown = pen.line(ui.ctx(), &words.get(level_key(depth)), Face::Caption);
                let width = shown.width() + 12.0;
                let x = if rtl { from } else { end - width };
                let chip = Rect::from_min_size(pos2(x, y - 11.0), vec2(width, 22.0));
                painter.rect_filled(chip, 11.0, accent);
                let ink = pen.theme.on_accent;
                pen.draw(&painter, &shown, chip.center(), Align2::CENTER_CENTER, ink);
            }
        }
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let count = carry.ranges.iter().map(Range::len).sum::<usize>();
        let first = carry.ranges.first().and_then(|range| document.blocks().get_at(range.start));
        let first = first.map(|block| block.text.text().to_owned());
        let said = if count == 1 {
            first.unwrap_or_default()
        } else {
            words.with("handle-carried", &[("count", count.into())])
        };
        let base = if rtl { Base::Rtl } else { Base::Ltr };
        let shown = pen.fitted(ui.ctx(), &said, Face::Dense, base, 240.0);
        let size = vec2(shown.width() + 24.0, 32.0);
        // Below the pointer, on the side where the text is, so that the line is seen.
        let left = if rtl { at.x - size.x - 8.0 } else { at.x + 8.0 };
        let ghost = Rect::from_min_size(pos2(left.round(), (at.y + 12.0).round()), size);
        card(ui, pen, ghost, 6);
        let ink = pen.theme.ink;
        pen.draw(&painter, &shown, ghost.center(), Align2::CENTER_CENTER, ink);
    }

    /// Whether a list is open in the gutter that takes the keys.
    pub(super) fn is_labelling(&self) -> bool {
        self.labelling.is_some()
    }

    /// The labels a level may have, asked for by the other button on a number.
    fn labels(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        page: &Response,
        open: &mut Open,
        words: Words,
        moment: &Moment,
    ) {
        let asked = page.interact_pointer_pos().filter(|_| page.secondary_clicked());
        if let Some((at, index)) = asked.and_then(|at| Some((at, self.gutter_at(at)?))) {
            let block = index.checked_sub(1).and_then(|at| open.editor().document().blocks().get_at(at));
            if let Some(depth) = block.and_then(|block| block.kind.depth()) {
                let under = Rect::from_min_size(at, vec2(1.0, 1.0));
                self.labelling = Some(Labelling { depth, under, at: None, fresh: true });
            }
        }
        let Some(list) = self.labelling.as_mut() else { return };
        let path = FieldPath::Label(list.depth);
        let now = open.editor().document().read(path);
        let items = Label::ALL.map(|label| {
            let on = label.keyword() == now;
            Item::new(words.get(&format!("label-{}", label.keyword())), label).on(on)
        });
        let fresh = std::mem::take(&mut list.fresh);
        let rtl = words.language().is_right_to_left();
        match menu(ui.ctx(), pen, list.under, items.into(), &mut list.at, rtl, fresh) {
            Popup::Open => {}
            Popup::Closed => self.labelling = None,
            Popup::Chosen(label) => {
                self.labelling = None;
                ui.memory_mut(|memory| memory.request_focus(page_id()));
                let command = Command::SetField { path, value: label.keyword().to_owned() };
                if let Err(error) = self.run(ui, open, command, moment) {
                    self.told.push(Told::Refused(error));
                }
            }
        }
    }
}

/// The message that names a level.
#[must_use]
pub fn level_key(depth: u8) -> &'static str {
    match depth {
        0 => "kind-axis",
        1 => "kind-section",
        2 => "kind-item",
        _ => "kind-subitem",
    }
}
