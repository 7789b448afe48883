//! The page: what the mouse and the keyboard do on the sheet, and how the sheet is painted.

use std::ops::Range;

use eframe::egui::{
    self, Align2, Color32, CornerRadius, Event, EventFilter, Id, Key, Mesh, Modifiers, Painter, Rect,
    Response, Role, Sense, Shadow, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::field::ime;
use super::pen::{Icon, Pen};
use super::sheet::{Laid, MARGIN, MEASURE, SHEET, Seen, Sheet, placed, scale};
use super::theme::Face;
use crate::arabic::Removed;
use crate::document::{Affinity, Audience, Document, Kind, Mark, OutputKind, Place, Target};
use crate::edit::{Command, EditError, Fragment, Moment, Selection, Shift, Toward, Unit};
use crate::template::{How, Part};
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
    /// The page is to take the keyboard.
    pub wants_focus: bool,
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
        let now = ui.input(|input| input.time);
        for event in ui.input(|input| input.filtered_events(&filter)) {
            self.sheet.sync(open.editor.document(), open.editor.state(), open.output);
            let done = match event {
                Event::Text(words) | Event::Ime(egui::ImeEvent::Commit(words)) => {
                    self.run(ui, open, Command::Type(words), moment)
                }
                Event::Copy => {
                    told.extend(self.copy(ui, open, open.editor.copied()));
                    continue;
                }
                Event::Cut => {
                    let fragment = open.editor.cut();
                    if self.copy(ui, open, fragment).is_none() {
                        continue;
                    }
                    self.run(ui, open, Command::Delete(Unit::Grapheme, Toward::End), moment)
                }
                Event::Paste(words) => {
                    let done = self.run(ui, open, self.pasted(words), moment);
                    if let Ok(removed) = &done
                        && removed.total() > 0
                    {
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
        let done = open.editor.run(command, moment)?;
        self.follow(ui.input(|input| input.time));
        Ok(done.removed)
    }

    fn copy(&mut self, ui: &Ui, open: &Open, fragment: Fragment) -> Option<Told> {
        let words = self.plain(open.editor.document(), open.editor.selection());
        if words.is_empty() {
            return None;
        }
        ui.copy_text(words.clone());
        self.clip = Some((words, fragment));
        Some(Told::Copied)
    }

    /// What is selected as plain words: fields written out, numbers before whole items.
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
        lines.join("\n")
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
        let at_start = open.editor.selection().is_caret() && open.editor.selection().head.offset == 0;
        let does = match key {
            Key::Backspace => Command::Delete(unit, Toward::Start),
            Key::Delete => Command::Delete(unit, Toward::End),
            Key::Enter => Command::Enter,
            Key::Tab if modifiers.shift => Command::Depth(Shift::Up),
            Key::Tab if at_start || !open.editor.selection().is_caret() => Command::Depth(Shift::Down),
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
        let document = open.editor.document();
        let selection = open.editor.selection();
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
        let anchor = if modifiers.shift { open.editor.selection().anchor.clone() } else { to.clone() };
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
        self.sheet.sync(open.editor.document(), open.editor.state(), open.output);
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
        self.sheet.look(view, pen, size);
        if std::mem::take(&mut self.follow) {
            let head = open.editor.selection().head.clone();
            self.sheet.reveal(open.editor.document(), &head, pen, size);
            self.sheet.look(view, pen, size);
        }
        self.mouse(ui, pen, &response, open, moment, view);
        let painter = ui.painter().with_clip_rect(view);
        painter.rect_filled(view, 0.0, pen.theme.desk);
        self.paper(&painter, pen);
        self.paint(ui, &painter, pen, open, words, response.has_focus());
        self.scrollbar(ui, pen, view);
        let name = words.get("part-text");
        // The paragraph the caret is in, for those who do not see it.
        response.widget_info(|| {
            let document = open.editor.document();
            let here = Sheet::index(document, &open.editor.selection().head.target);
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
        if self.sheet.header_rect().is_some_and(|header| header.contains(at)) && self.drag.is_none() {
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
        let document = open.editor.document();
        let shift = ui.input(|input| input.modifiers.shift);
        let selection = if response.triple_clicked() {
            Self::paragraph(document, &place)
        } else if response.double_clicked() {
            self.word_around(document, &place)
        } else if begins && shift {
            Some(Selection { anchor: open.editor.selection().anchor.clone(), head: place })
        } else if begins {
            Some(Selection::caret(place))
        } else if down {
            let anchor = open.editor.selection().anchor.clone();
            Some(Selection { anchor, head: place }).filter(|_| self.drag.is_some())
        } else {
            None
        };
        let Some(selection) = selection else { return };
        if begins {
            self.drag = Some(selection.clone());
        }
        if selection != *open.editor.selection() {
            // A selection is never refused: a place that is gone leaves it as it was.
            let _ = open.editor.run(Command::Select(selection), moment);
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

    fn paint(&mut self, ui: &Ui, painter: &Painter, pen: &mut Pen, open: &Open, words: Words, focused: bool) {
        let document = open.editor.document();
        let selection = open.editor.selection();
        let size = scale(ui);
        let ranges: Vec<(usize, Range<usize>)> = if selection.is_caret() {
            Vec::new()
        } else {
            let ranges = selection.ranges(document).into_iter();
            ranges.filter_map(|(target, range)| Some((Sheet::index(document, &target)?, range))).collect()
        };
        for seen in self.sheet.seen.clone() {
            let Some(laid) = self.sheet.laid.get(seen.index) else { continue };
            under(painter, pen, laid, seen, self.sheet.rtl, words);
            if let Some((_, range)) = ranges.iter().find(|(index, _)| *index == seen.index) {
                selected(painter, pen, laid, seen, range, size, self.sheet.rtl);
            }
            marks(painter, pen, laid, seen, size);
            label(painter, pen, laid, seen, self.sheet.rtl);
            if laid.composed.text.is_empty() {
                prompt(painter, pen, laid, seen, self.sheet.rtl, words, open.output);
            }
            let theme = pen.theme;
            let Some(laid) = self.sheet.laid.get_mut(seen.index) else { continue };
            let Some(layout) = &laid.layout else { continue };
            let lines = 0..layout.lines().len();
            let Pen { engine, atlas, .. } = pen;
            atlas.paint(painter, engine, layout, lines, seen.origin, &|_| theme.ink, Some(&mut laid.drawn));
        }
        let head = &selection.head;
        let index = Sheet::index(document, &head.target);
        let seen = index.and_then(|index| self.sheet.seen.iter().find(|seen| seen.index == index));
        if let Some(seen) = seen.copied().filter(|_| focused)
            && let Some(place) = self.sheet.caret(seen.index, head)
        {
            self.caret(ui, painter, pen, seen, place, size);
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

/// What lies under a paragraph that is for one kind of readers only: a fill, a bar and a line that says so.
fn under(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool, words: Words) {
    let (key, icon) = match laid.composed.audience {
        Audience::Both => return,
        Audience::MinutesOnly => ("audience-minutes", Icon::Lock),
        Audience::CommuniqueOnly => ("audience-communique", Icon::Megaphone),
    };
    let theme = pen.theme;
    let top = seen.rect.top() + laid.gap();
    let left = seen.rect.left() + MARGIN - 48.0;
    let whole = Rect::from_min_max(
        pos2(left, top),
        pos2(seen.rect.left() + SHEET - MARGIN + 48.0, seen.rect.bottom()),
    );
    let edge = if rtl { whole.right() - 3.0 } else { whole.left() };
    let bar = Rect::from_min_max(pos2(edge, whole.top()), pos2(edge + 3.0, whole.bottom()));
    if laid.composed.audience == Audience::MinutesOnly {
        painter.rect_filled(whole, 0.0, theme.internal_fill);
        painter.rect_filled(bar, 0.0, theme.internal);
    } else {
        painter.rect_stroke(bar, 0.0, Stroke::new(1.0, theme.internal), egui::StrokeKind::Inside);
    }
    let y = top + 16.0;
    let start = if rtl { seen.rect.left() + SHEET - MARGIN } else { seen.rect.left() + MARGIN };
    let way = if rtl { -1.0 } else { 1.0 };
    icon.draw(painter, pos2(start + way * 8.0, y), 16.0, theme.internal);
    let name = pen.line(painter.ctx(), &words.get(key), Face::Caption);
    let anchor = if rtl { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    pen.draw(painter, &name, pos2(start + way * 24.0, y), anchor, theme.internal);
}

fn selected(
    painter: &Painter,
    pen: &Pen,
    laid: &Laid,
    seen: Seen,
    range: &Range<usize>,
    size: f32,
    rtl: bool,
) {
    let Some(layout) = &laid.layout else { return };
    let shown = laid.shown(range);
    if laid.composed.text.is_empty() {
        let x = if rtl { seen.origin.x + layout.width() / size - 8.0 } else { seen.origin.x };
        let mark = Rect::from_min_size(pos2(x, seen.origin.y), vec2(8.0, layout.height() / size));
        painter.rect_filled(mark, 0.0, pen.theme.selection);
    }
    for rect in layout.rects(shown) {
        painter.rect_filled(placed(&rect, seen.origin, size), 0.0, pen.theme.selection);
    }
}

/// What is said of stretches of the text: fields, what is not filled in, the marks a writer gave.
fn marks(painter: &Painter, pen: &Pen, laid: &Laid, seen: Seen, size: f32) {
    let Some(layout) = &laid.layout else { return };
    let theme = pen.theme;
    let step = |rect: &text::Rect| {
        let middle = f32::midpoint(rect.top, rect.bottom);
        let line = layout.lines().iter().find(|line| middle >= line.top && middle < line.bottom);
        let baseline = line.map_or(rect.bottom, |line| line.baseline);
        (placed(rect, seen.origin, size), ((seen.origin.y * size + baseline).round()) / size)
    };
    for segment in &laid.composed.segments {
        let fill = match segment.how {
            How::Field(_) => None,
            How::Unresolved(_) => Some(theme.warning_fill),
            How::Verbatim | How::Hidden => continue,
        };
        let range = segment.shown.start + laid.prefix..segment.shown.end + laid.prefix;
        for rect in layout.rects(range) {
            let (place, baseline) = step(&rect);
            if let Some(fill) = fill {
                painter.rect_filled(place.shrink2(vec2(0.0, 3.0)), 2.0, fill);
            }
            let colour = if fill.is_some() { theme.warning } else { theme.accent };
            // Below the dots of the letters, also of a title's.
            dotted(painter, place.left(), place.right(), baseline + (place.height() / 4.0).round(), colour);
        }
    }
    for shown in &laid.composed.marks {
        let range = shown.range.start + laid.prefix..shown.range.end + laid.prefix;
        for rect in layout.rects(range) {
            let (place, baseline) = step(&rect);
            let line = |y: f32, width: f32, colour: Color32| {
                let line = Rect::from_min_max(pos2(place.left(), y), pos2(place.right(), y + width));
                painter.rect_filled(line, 0.0, colour);
            };
            match shown.mark {
                Mark::Underline => line(baseline + 8.0, 1.0, theme.ink),
                Mark::Strike => line(baseline - 4.5, 1.5, theme.ink),
                Mark::Inserted(_) => line(baseline + 8.0, 2.0, theme.finding),
                Mark::Deleted(_) => {
                    painter.rect_filled(place.shrink2(vec2(0.0, 3.0)), 0.0, theme.deleted_fill);
                    line(baseline - 4.5, 1.5, theme.finding);
                }
                Mark::Remark(_) => {
                    painter.rect_filled(place.shrink2(vec2(0.0, 3.0)), 0.0, theme.chosen);
                }
                Mark::Bold | Mark::Colour(_) | Mark::Language(_) => {}
            }
        }
    }
}

fn dotted(painter: &Painter, left: f32, right: f32, y: f32, colour: Color32) {
    let mut mesh = Mesh::default();
    let mut x = left + 1.0;
    while x < right {
        mesh.add_colored_rect(Rect::from_min_size(pos2(x, y), vec2(1.0, 1.0)), colour);
        x += 3.0;
    }
    painter.add(Shape::mesh(mesh));
}

/// The label in the gutter: it ends eight pixels before the text, so that its separators stand in one line.
fn label(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool) {
    if !laid.hangs() {
        return;
    }
    let words = pen.words(painter.ctx(), &laid.composed.label, Face::Body, Base::Rtl, None);
    let colour = pen.theme.ink2;
    if rtl {
        let edge = seen.origin.x + MEASURE - laid.indent() + 8.0;
        pen.draw(painter, &words, pos2(edge, seen.origin.y), Align2::LEFT_TOP, colour);
    } else {
        pen.draw(painter, &words, pos2(seen.origin.x - 8.0, seen.origin.y), Align2::RIGHT_TOP, colour);
    }
}

fn prompt(
    painter: &Painter,
    pen: &mut Pen,
    laid: &Laid,
    seen: Seen,
    rtl: bool,
    words: Words,
    _output: OutputKind,
) {
    let hint = match laid.composed.part {
        Part::Title => words.get("hint-title"),
        _ if laid.composed.prompt.is_empty() => return,
        _ => laid.composed.prompt.clone(),
    };
    let face = laid.face();
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let width = MEASURE - laid.indent();
    let indent = match &laid.layout {
        Some(layout) if laid.prefix > 0 => layout.content_width() / scale_of(painter) + 4.0,
        _ => 0.0,
    };
    let shown = pen.fitted(painter.ctx(), &hint, face, base, width - indent);
    let (x, anchor) = if rtl {
        (seen.origin.x + width - indent, Align2::RIGHT_TOP)
    } else {
        (seen.origin.x + indent, Align2::LEFT_TOP)
    };
    let colour = pen.theme.ink3;
    pen.draw(painter, &shown, pos2(x, seen.origin.y), anchor, colour);
}

fn scale_of(painter: &Painter) -> f32 {
    painter.ctx().pixels_per_point()
}

/// What the block at the caret is, for the menus.
#[must_use]
pub fn kind_here(open: &Open) -> Option<(&Kind, Audience)> {
    match &open.editor.selection().head.target {
        Target::Block(id) => open.editor.document().block(*id).map(|block| (&block.kind, block.audience)),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
    }
}
