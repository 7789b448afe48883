//! The page: what the mouse and the keyboard do on the sheet, and how the sheet is painted.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{
    self, CornerRadius, Event, EventFilter, Id, Key, Modifiers, Painter, Rect, Response, Role, Sense, Shadow,
    Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::details::{self, Asked, Details};
use super::facts;
use super::field::ime;
use super::hidden;
use super::marks::{self, Found};
use super::pen::Pen;
use super::sheet::{Laid, MEASURE, Seen, Sheet, scale};
use super::widgets::tooltip;
use crate::arabic::{self, Removed};
use crate::check::Finding;
use crate::document::{Affinity, Audience, BlockId, Document, Kind, Mark, Place, Target};
use crate::edit::{Command, EditError, Fragment, Moment, Selection, Shift, Toward, Unit};
use crate::template::Part;
use crate::text::{self, Base, Direction};
use crate::words::Words;
use crate::workspace::Open;

/// How long the caret is shown, and how long not, in seconds.
const BLINK: f64 = 0.6;
/// The caret blinks three times after a key or a click, then stays lit. egui draws the whole window for each blink,
/// which without a GPU is the one thing an idle window would spend its time on.
const BLINKS_FOR: f64 = 6.0 * BLINK;

/// The page of one record.
#[derive(Default)]
pub struct Page {
    /// The paragraphs.
    pub sheet: Sheet,
    /// What was cut or copied last, with the plain words that went to the clipboard for it.
    clip: Option<(String, Fragment)>,
    /// The column the caret keeps while it goes up and down, in logical pixels of the window.
    column: Option<f32>,
    /// What a drag began with: a word or a paragraph stays whole.
    drag: Option<Selection>,
    /// When the caret last moved.
    moved: f64,
    /// The caret is to be brought into view.
    follow: bool,
    /// Whether the characters that are not seen are shown.
    pub invisibles: bool,
    /// The page is to take the keyboard.
    pub wants_focus: bool,
    /// What the checks found, by text.
    found: HashMap<Target, Vec<Found>>,
    noted: Option<Arc<Vec<Finding>>>,
    /// The finding being looked at: its words are filled.
    pub current: Option<Place>,
    details: Details,
}

/// What the page has to tell the window.
#[derive(Debug)]
pub enum Told {
    /// Text was pasted, and this was cleaned out of it.
    Pasted(Removed),
    /// A command was refused.
    Refused(EditError),
    /// What is selected was copied.
    Copied,
}

/// The page's name for the keyboard focus.
#[must_use]
pub fn page_id() -> Id {
    Id::unique("page")
}

/// Whether the page has the keyboard.
#[must_use]
pub fn has_keyboard(ui: &Ui) -> bool {
    ui.memory(|memory| memory.has_focus(page_id()))
}

impl Page {
    /// A page that takes the keyboard as soon as it is shown.
    #[must_use]
    pub fn waiting() -> Self {
        Self { wants_focus: true, ..Self::default() }
    }

    /// The caret is to be brought into view and shown at once.
    pub fn follow(&mut self, now: f64) {
        self.follow = true;
        self.moved = now;
        self.column = None;
        self.details.forget();
    }

    /// Takes in what the checks found in a state of this record: dots in the margin, lines under words. Costs nothing
    /// where they are what was taken in before.
    pub fn note(&mut self, document: &Document, findings: &Arc<Vec<Finding>>) {
        if !self.noted.as_ref().is_some_and(|noted| Arc::ptr_eq(noted, findings)) {
            self.found = Found::by_text(document, findings);
            self.noted = Some(Arc::clone(findings));
        }
    }

    /// Opens the small form of what the caret's block carries beside its words, or closes it; whether it has one.
    pub fn toggle_details(&mut self, open: &mut Open, moment: &Moment) -> bool {
        let Some((id, block)) = block_here(open) else { return false };
        if facts::invitation(&block).is_none() {
            return false;
        }
        if self.details.opened() == Some(id) {
            self.close_details(open, moment);
        } else {
            self.details.open(id);
        }
        true
    }

    fn close_details(&mut self, open: &mut Open, moment: &Moment) {
        if let Some(command) = self.details.close() {
            // The name was typed into a seat the block has; if it has it no more, there is nowhere to put it.
            let _ = open.run(command, moment);
        }
    }

    /// Shows the record from its start.
    pub fn to_top(&mut self) {
        self.sheet.scroll(f32::MIN / 4.0);
    }

    /// Does what this frame's keys ask, before anything is drawn.
    pub fn keys(&mut self, ui: &Ui, pen: &mut Pen, open: &mut Open, moment: &Moment) -> Vec<Told> {
        let mut told = Vec::new();
        if !has_keyboard(ui) {
            return told;
        }
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(page_id(), filter));
        if self.details.has_list() {
            return told;
        }
        let now = ui.input(|input| input.time);
        for event in ui.input(|input| input.filtered_events(&filter)) {
            self.sheet.sync(open.editor().document(), open.editor().state(), open.output);
            let done = match event {
                Event::Text(words) | Event::Ime(egui::ImeEvent::Commit(words)) => {
                    self.run(ui, open, Command::Type(words), moment)
                }
                Event::Copy => {
                    told.extend(self.copy(ui, open, open.editor().copied()));
                    continue;
                }
                Event::Cut => {
                    let fragment = open.editor().cut();
                    if self.copy(ui, open, fragment).is_none() {
                        continue;
                    }
                    self.run(ui, open, Command::Delete(Unit::Grapheme, Toward::End), moment)
                }
                Event::Paste(words) => {
                    let done = self.run(ui, open, self.pasted(words), moment);
                    if let Ok(removed) = &done {
                        told.push(Told::Pasted(removed.clone()));
                    }
                    done
                }
                Event::Key { key, pressed: true, modifiers, .. } => {
                    self.press(ui, pen, open, key, modifiers, moment)
                }
                _ => continue,
            };
            if let Err(error) = done {
                told.push(Told::Refused(error));
            }
            self.moved = now;
        }
        told
    }

    fn pasted(&self, words: String) -> Command {
        match &self.clip {
            Some((plain, fragment)) if *plain == words => Command::Paste(fragment.clone()),
            _ => Command::PasteText(words),
        }
    }

    fn run(
        &mut self,
        ui: &Ui,
        open: &mut Open,
        command: Command,
        moment: &Moment,
    ) -> Result<Removed, EditError> {
        let done = open.run(command, moment)?;
        self.follow(ui.input(|input| input.time));
        Ok(done.removed)
    }

    fn copy(&mut self, ui: &Ui, open: &Open, fragment: Fragment) -> Option<Told> {
        let words = self.plain(open.editor().document(), open.editor().selection());
        if words.is_empty() {
            return None;
        }
        ui.copy_text(words.clone());
        self.clip = Some((words, fragment));
        Some(Told::Copied)
    }

    /// What is selected as plain words: fields written out, numbers before whole items, nothing that shows nothing.
    #[must_use]
    pub fn plain(&self, document: &Document, selection: &Selection) -> String {
        let mut lines = Vec::new();
        for (target, range) in selection.ranges(document) {
            let Some(laid) = Sheet::index(document, &target).and_then(|index| self.sheet.laid.get(index))
            else {
                continue;
            };
            let composed = &laid.composed;
            let (start, end) = (
                composed.shown(range.start, Affinity::Downstream),
                composed.shown(range.end, Affinity::Downstream),
            );
            let words = composed.text.get(start..end).unwrap_or_default();
            let whole = start == 0 && end == composed.text.len() && !words.is_empty();
            if whole && !composed.label.is_empty() && !selection.is_caret() {
                lines.push(format!("{} {words}", composed.label));
            } else {
                lines.push(words.to_owned());
            }
        }
        arabic::for_readers(&lines.join("\n")).into_owned()
    }

    fn press(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        open: &mut Open,
        key: Key,
        modifiers: Modifiers,
        moment: &Moment,
    ) -> Result<Removed, EditError> {
        let command = modifiers.command;
        let unit = if command { Unit::Word } else { Unit::Grapheme };
        let at_start = open.editor().selection().is_caret() && open.editor().selection().head.offset == 0;
        let does = match key {
            Key::Backspace => Command::Delete(unit, Toward::Start),
            Key::Delete => Command::Delete(unit, Toward::End),
            Key::Enter if modifiers.alt => {
                self.toggle_details(open, moment);
                return Ok(Removed::default());
            }
            Key::Escape => {
                self.close_details(open, moment);
                return Ok(Removed::default());
            }
            Key::Enter => Command::Enter,
            Key::Tab if modifiers.shift => Command::Depth(Shift::Up),
            Key::Tab if at_start || !open.editor().selection().is_caret() => Command::Depth(Shift::Down),
            Key::A if command => Command::SelectAll,
            Key::B if command => Command::Toggle(Mark::Bold),
            Key::U if command => Command::Toggle(Mark::Underline),
            Key::ArrowUp if modifiers.alt => Command::Move(Shift::Up),
            Key::ArrowDown if modifiers.alt => Command::Move(Shift::Down),
            Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => {
                let lines = Self::lines_in_view(ui);
                return self.travel(ui, pen, open, key, modifiers, lines, moment);
            }
            _ => return Ok(Removed::default()),
        };
        self.run(ui, open, does, moment)
    }

    fn lines_in_view(ui: &Ui) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines on a screen")]
        let lines = (ui.ctx().content_rect().height() / 40.0) as usize;
        lines.max(3)
    }

    #[expect(clippy::too_many_arguments, reason = "a key, what it acts on, and where that is drawn")]
    fn travel(
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

    /// Shows the page and does what the mouse asks.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        open: &mut Open,
        words: Words,
        moment: &Moment,
        view: Rect,
    ) -> Response {
        let size = scale(ui);
        self.sheet.sync(open.editor().document(), open.editor().state(), open.output);
        let response = ui.interact(view, page_id(), Sense::click_and_drag());
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
            self.follow(ui.input(|input| input.time));
        }
        if response.contains_pointer() {
            let wheel = ui.input(|input| input.smooth_scroll_delta().y);
            if wheel.abs() > 0.0 {
                self.sheet.scroll(-wheel);
            }
        }
        self.settle_details(ui, open, moment);
        self.sheet.look(view, pen, size);
        if std::mem::take(&mut self.follow) {
            let head = open.editor().selection().head.clone();
            self.sheet.reveal(open.editor().document(), &head, pen, size);
            self.sheet.look(view, pen, size);
        }
        if self.details.is_fresh() {
            self.reveal_form(open, pen, size, view);
        }
        self.mouse(ui, pen, &response, open, moment, view);
        let painter = ui.painter().with_clip_rect(view);
        painter.rect_filled(view, 0.0, pen.theme.desk);
        self.paper(&painter, pen);
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let pointer = pointer.filter(|_| response.contains_pointer() && !response.dragged());
        self.paint(ui, &painter, pen, open, words, response.has_focus(), pointer);
        self.around(ui, pen, open, words, moment, view, response.has_focus());
        self.scrollbar(ui, pen, view);
        let name = words.get("part-text");
        // The paragraph the caret is in, for those who do not see it.
        response.widget_info(|| {
            let document = open.editor().document();
            let here = Sheet::index(document, &open.editor().selection().head.target);
            let text =
                here.and_then(|index| self.sheet.laid.get(index)).map(|laid| laid.composed.text.clone());
            WidgetInfo {
                current_text_value: text,
                ..WidgetInfo::labeled(Role::MultilineTextInput, true, &name)
            }
        });
        response
    }

    fn mouse(
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

    fn paper(&self, painter: &Painter, pen: &Pen) {
        let paper = self.sheet.paper();
        let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: pen.theme.shadow_sheet };
        painter.add(shadow.as_shape(paper, CornerRadius::same(2)));
        painter.rect_filled(paper, 2.0, pen.theme.sheet);
    }

    /// The form is below the caret's block alone. It goes when the caret leaves, once the mouse is let go, and the
    /// caret's line stays where it is.
    fn settle_details(&mut self, ui: &Ui, open: &mut Open, moment: &Moment) {
        self.sheet.form = None;
        let Some(id) = self.details.opened() else { return };
        let document = open.editor().document();
        let here = details::block_of(&open.editor().selection().head.target);
        let index = document.blocks().index(id).map(|index| index + 1);
        let block = document.block(id).filter(|block| facts::invitation(&block.kind).is_some());
        let (Some(index), Some(block)) = (index, block) else {
            self.close_details(open, moment);
            return;
        };
        let height = Details::height(document, &block.kind);
        if here == Some(id) || ui.input(|input| input.pointer.any_down()) {
            self.sheet.form = Some((index, height));
            return;
        }
        if Sheet::index(document, &open.editor().selection().head.target).is_some_and(|caret| caret > index) {
            self.sheet.scroll_if_below(index, -height);
        }
        self.close_details(open, moment);
    }

    /// Scrolls so far that the form just opened is in view, with the line above it.
    fn reveal_form(&mut self, open: &Open, pen: &mut Pen, size: f32, view: Rect) {
        let Some((index, height)) = self.sheet.form else { return };
        let head = open.editor().selection().head.clone();
        self.sheet.reveal(open.editor().document(), &head, pen, size);
        self.sheet.look(view, pen, size);
        let Some(seen) = self.sheet.seen.iter().find(|seen| seen.index == index) else { return };
        let beyond = (seen.rect.bottom() + 8.0 - view.bottom()).min(seen.foot - 40.0 - view.top());
        if beyond > 0.0 && height > 0.0 {
            self.sheet.scroll(beyond);
            self.sheet.look(view, pen, size);
        }
    }

    /// What stands below and beside the words, and what is asked of it.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it changes")]
    fn around(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        open: &mut Open,
        words: Words,
        moment: &Moment,
        view: Rect,
        focused: bool,
    ) {
        let file = open.path().map(std::path::Path::to_path_buf);
        let document = open.editor().document();
        let caret = Sheet::index(document, &open.editor().selection().head.target).filter(|_| focused);
        let sheet = &mut self.sheet;
        let asked = self.details.show(ui, pen, sheet, document, file.as_deref(), caret, words, view);
        for asked in asked {
            match asked {
                Asked::Run(command) => {
                    // What a form offers fits its block.
                    let _ = open.run(command, moment);
                }
                Asked::Into(id) => self.enter(open, id, moment),
            }
            ui.ctx().request_repaint();
        }
    }

    /// The caret goes into this block, if it is not in it, and its form opens.
    fn enter(&mut self, open: &mut Open, id: BlockId, moment: &Moment) {
        if self.details.opened() == Some(id) {
            self.close_details(open, moment);
            self.wants_focus = true;
            return;
        }
        self.close_details(open, moment);
        if details::block_of(&open.editor().selection().head.target) != Some(id) {
            let length = open.editor().document().block(id).map_or(0, |block| block.text.len());
            let place = Place { affinity: Affinity::Upstream, ..Place::new(Target::Block(id), length) };
            // A selection is never refused.
            let _ = open.run(Command::Select(Selection::caret(place)), moment);
        }
        self.details.open(id);
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what points at it")]
    fn paint(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        pen: &mut Pen,
        open: &Open,
        words: Words,
        focused: bool,
        pointer: Option<egui::Pos2>,
    ) {
        let document = open.editor().document();
        let selection = open.editor().selection();
        let size = scale(ui);
        let ranges: Vec<(usize, Range<usize>)> = if selection.is_caret() {
            Vec::new()
        } else {
            let ranges = selection.ranges(document).into_iter();
            ranges.filter_map(|(target, range)| Some((Sheet::index(document, &target)?, range))).collect()
        };
        let rtl = self.sheet.rtl;
        let mut hint = None;
        for seen in self.sheet.seen.clone() {
            let Some(laid) = self.sheet.laid.get(seen.index) else { continue };
            let target = laid.composed.target.as_ref();
            marks::under(painter, pen, laid, seen, rtl, words);
            if let Some((_, range)) = ranges.iter().find(|(index, _)| *index == seen.index) {
                marks::selected(painter, pen, laid, seen, range, size, rtl);
            }
            let head = (focused && selection.is_caret()).then_some(&selection.head);
            let caret = head.filter(|head| target == Some(&head.target)).map(|head| laid.caret(head).offset);
            hint = marks::marks(painter, pen, laid, seen, size, pointer, caret).or(hint);
            if let Some(target) = target
                && let Some(found) = self.found.get(target)
                && let Some(rich) = document.rich(target)
            {
                let current = self.current.as_ref().filter(|place| place.target == *target);
                let current = current.map(|place| place.offset);
                marks::findings(painter, pen, (laid, seen, rtl), found, rich.text(), current);
            }
            marks::label(painter, pen, laid, seen, rtl);
            if laid.composed.part == Part::Annex {
                details::clip(painter, pen, seen, rtl);
            }
            if laid.composed.text.is_empty() {
                marks::prompt(painter, pen, laid, seen, rtl, words);
            }
            let theme = pen.theme;
            let Some(laid) = self.sheet.laid.get_mut(seen.index) else { continue };
            let Some(layout) = &laid.layout else { continue };
            let lines = 0..layout.lines().len();
            let Pen { engine, atlas, .. } = pen;
            atlas.paint(painter, engine, layout, lines, seen.origin, &|_| theme.ink, Some(&mut laid.drawn));
            if self.invisibles {
                hidden::paint(painter, pen, laid, seen, size, rtl);
            }
        }
        let head = &selection.head;
        let index = Sheet::index(document, &head.target);
        let seen = index.and_then(|index| self.sheet.seen.iter().find(|seen| seen.index == index));
        if let Some(seen) = seen.copied().filter(|_| focused)
            && let Some(place) = self.sheet.caret(seen.index, head)
        {
            self.caret(ui, painter, pen, seen, place, size);
        }
        if let Some(hint) = hint {
            // Two pixels below the line; what it explains ends four above that.
            let near = hint.place.with_max_y(hint.place.bottom() - 4.0);
            tooltip(ui.ctx(), pen, near, &words.get(hint.key), rtl);
        }
    }

    fn caret(&self, ui: &Ui, painter: &Painter, pen: &Pen, seen: Seen, place: text::CaretBox, size: f32) {
        let baseline = self.sheet.laid.get(seen.index).and_then(|laid| laid.layout.as_ref());
        let baseline = baseline
            .and_then(|layout| layout.lines().get(place.line))
            .map_or(place.bottom, |line| line.baseline);
        let x = ((seen.origin.x * size + place.x).round()) / size;
        let line = (place.bottom - place.top) / size;
        let height = if line > 36.0 { 34.0 } else { 26.0 };
        let top = seen.origin.y + baseline / size - height * 20.0 / 26.0;
        let bar = Rect::from_min_size(pos2(x - 1.0, top), vec2(2.0, height));
        let now = ui.input(|input| input.time);
        let (since, focus) = (now - self.moved, ui.input(|input| input.focused));
        let lit = !focus || since > BLINKS_FOR || (since / BLINK) % 2.0 < 1.0;
        if focus && since <= BLINKS_FOR {
            let next = BLINK - since % BLINK;
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(next.max(0.01)));
        }
        if lit {
            painter.rect_filled(bar, 0.0, pen.theme.accent);
        }
        // The flag points where the text runs. It stays while the bar blinks: the caret is never lost from sight.
        let way = if place.direction == Direction::Rtl { -6.0 } else { 6.0 };
        let flag = vec![pos2(x, top), pos2(x + way, top), pos2(x, top + 6.0)];
        painter.add(Shape::convex_polygon(flag, pen.theme.accent, Stroke::NONE));
        ime(ui, Rect::from_min_size(seen.origin, vec2(MEASURE, line)), bar);
    }

    fn scrollbar(&mut self, ui: &Ui, pen: &Pen, view: Rect) {
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

impl Laid {
    fn start(&self) -> text::Caret {
        text::Caret { offset: self.prefix, affinity: text::Affinity::Downstream }
    }

    fn end(&self) -> text::Caret {
        text::Caret { offset: self.prefix + self.composed.text.len(), affinity: text::Affinity::Upstream }
    }
}

/// The block the caret is in, and what it is.
fn block_here(open: &Open) -> Option<(BlockId, Kind)> {
    let id = details::block_of(&open.editor().selection().head.target)?;
    open.editor().document().block(id).map(|block| (id, block.kind.clone()))
}

/// What the block at the caret is, for the menus.
#[must_use]
pub fn kind_here(open: &Open) -> Option<(&Kind, Audience)> {
    match &open.editor().selection().head.target {
        Target::Block(id) => open.editor().document().block(*id).map(|block| (&block.kind, block.audience)),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
    }
}
