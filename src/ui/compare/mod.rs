//! The screen that shows what differs between two records, in place of the page.

mod paint;
mod rows;

use std::collections::BTreeSet;

use eframe::egui::{
    self, Align2, CornerRadius, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Shadow,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::pen::{Icon, Pen};
use super::sheet::{MARGIN, SHEET};
use super::theme::Face;
use super::widgets::{IconButton, Row as Cells, told};
use crate::document::{self, Document};
use crate::edit::compare::{Comparison, compare};
use crate::text::Base;
use crate::words::{Language, Words};
use paint::{Frame, Shown, estimate};
use rows::Making;

/// The bar with names and buttons, and the line of counts below it.
const BAR: f32 = 48.0;
const COUNTS: f32 = 28.0;
/// How far an arrow key scrolls.
const STEP: f32 = 48.0;

/// Two records to be shown beside each other.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The older one.
    pub old: Document,
    /// The newer one.
    pub new: Document,
    /// What the older one is called: «on the disk».
    pub old_name: String,
    /// What the newer one is called: «here».
    pub new_name: String,
}

/// The screen's own state.
pub struct Screen {
    old_name: String,
    new_name: String,
    comparison: Comparison,
    new: Document,
    /// Which way the records are read.
    rtl_text: bool,
    rows: Vec<Shown>,
    /// The language the rows were made for.
    language: Option<Language>,
    /// The row of each difference.
    differences: Vec<usize>,
    /// The difference that is looked at.
    at: Option<usize>,
    unfolded: BTreeSet<usize>,
    /// The row at the top of the view, and how far it is scrolled past its top.
    top: (usize, f32),
    /// What the rows are laid out for: the width of the text in physical pixels.
    laid_for: u32,
    shown: bool,
}

/// The screen's name for the keyboard focus.
#[must_use]
pub fn compare_id() -> Id {
    Id::unique("compare")
}

impl Screen {
    /// Compares the two and shows what differs.
    #[must_use]
    pub fn new(compared: Compared) -> Self {
        let Compared { old, new, old_name, new_name } = compared;
        Self {
            comparison: compare(&old, &new),
            rtl_text: new.language() == document::Language::Arabic,
            new,
            old_name,
            new_name,
            rows: Vec::new(),
            language: None,
            differences: Vec::new(),
            at: None,
            unfolded: BTreeSet::new(),
            top: (0, 0.0),
            laid_for: 0,
            shown: false,
        }
    }

    /// What differs.
    #[must_use]
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// Shows it in this view; whether it is to be put away. `free` is whether the keyboard is its own: no list and no
    /// dialog is above it.
    pub fn show(&mut self, ui: &mut Ui, pen: &mut Pen, view: Rect, words: Words, free: bool) -> bool {
        if self.language != Some(words.language()) {
            self.make(words);
        }
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        ui.painter().rect_filled(view, 0.0, pen.theme.desk);
        let body = view.with_min_y(view.top() + BAR + COUNTS);
        let response = ui.interact(body, compare_id(), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, words.get("compare-title")));
        if !std::mem::replace(&mut self.shown, true) || response.clicked() {
            response.request_focus();
        }
        let mut closes = free && self.keys(ui, &response);
        if self.comparison.is_same() {
            nothing(ui, pen, body, words);
        } else {
            self.body(ui, pen, body, words, &response);
        }
        closes |= self.head(ui, pen, view.with_max_y(body.top()), words);
        ui.set_clip_rect(before);
        closes
    }

    /// Makes the rows anew.
    fn make(&mut self, words: Words) {
        self.language = Some(words.language());
        let making =
            Making { comparison: &self.comparison, document: &self.new, words, unfolded: &self.unfolded };
        self.rows = making.rows().into_iter().map(Shown::new).collect();
        let differs = |(index, shown): (usize, &Shown)| shown.row.differs.then_some(index);
        self.differences = self.rows.iter().enumerate().filter_map(differs).collect();
        self.top.0 = self.top.0.min(self.rows.len().saturating_sub(1));
    }

    fn body(&mut self, ui: &mut Ui, pen: &mut Pen, view: Rect, words: Words, response: &Response) {
        let sheet = SHEET.min(view.width() - 48.0).floor();
        let margin = if sheet < SHEET { 32.0 } else { MARGIN };
        let left = (view.center().x - sheet / 2.0).round();
        let rtl = words.language().is_right_to_left();
        let mut frame = Frame {
            pen,
            words,
            rtl,
            left: left + margin,
            measure: sheet - 2.0 * margin,
            rtl_text: self.rtl_text,
        };
        self.forget(ui, &frame);
        if response.contains_pointer() {
            self.top.1 -= ui.input(|input| input.smooth_scroll_delta().y);
        }
        self.settle(ui, &mut frame, view.height());
        let clip = ui.clip_rect();
        ui.set_clip_rect(view.intersect(clip));
        let above: f32 = self.rows.iter().take(self.top.0).map(|shown| shown.height).sum();
        let whole: f32 = self.rows.iter().map(|shown| shown.height).sum();
        let scrolled = above + self.top.1;
        let paper = Rect::from_min_max(
            pos2(left, (view.top() - scrolled + 16.0).max(view.top() - 8.0)),
            pos2(left + sheet, (view.top() - scrolled + whole - 16.0).min(view.bottom() + 8.0)),
        );
        let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: frame.pen.theme.shadow_sheet };
        ui.painter().add(shadow.as_shape(paper, CornerRadius::same(2)));
        ui.painter().rect_filled(paper, 2.0, frame.pen.theme.sheet);
        let mut y = view.top() - self.top.1;
        let mut toggles = None;
        let current = self.current();
        for index in self.top.0..self.rows.len() {
            if y >= view.bottom() {
                break;
            }
            let Some(shown) = self.rows.get_mut(index) else { break };
            frame.lay(ui, shown);
            let rect = Rect::from_min_size(pos2(frame.left, y), vec2(frame.measure, shown.height));
            if let Some(first) = frame.row(ui, shown, rect, current == Some(index), &self.unfolded) {
                toggles = Some(first);
            }
            y += shown.height;
        }
        self.thumb(ui, frame.pen, view, (scrolled, whole), rtl);
        ui.set_clip_rect(clip);
        if let Some(first) = toggles {
            if !self.unfolded.remove(&first) {
                self.unfolded.insert(first);
            }
            self.make(words);
            ui.ctx().request_repaint();
        }
    }

    /// The row of the difference that is looked at.
    fn current(&self) -> Option<usize> {
        self.differences.get(self.at?).copied()
    }

    /// Forgets what was laid out for another width.
    fn forget(&mut self, ui: &Ui, frame: &Frame<'_>) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
        let now = (frame.measure * ui.ctx().pixels_per_point()) as u32;
        if self.laid_for != now {
            self.laid_for = now;
            for shown in &mut self.rows {
                shown.layouts.clear();
                shown.height = estimate(&shown.row);
            }
        }
    }

    fn lay(&mut self, ui: &Ui, frame: &mut Frame<'_>, index: usize) -> f32 {
        let Some(shown) = self.rows.get_mut(index) else { return 0.0 };
        frame.lay(ui, shown);
        shown.height
    }

    /// Keeps the place at the top within the rows, laying out no more than is seen.
    fn settle(&mut self, ui: &Ui, frame: &mut Frame<'_>, height: f32) {
        let (mut row, mut offset) = self.top;
        while offset < 0.0 && row > 0 {
            row -= 1;
            offset += self.lay(ui, frame, row);
        }
        loop {
            let here = self.lay(ui, frame, row);
            if offset < here || row + 1 >= self.rows.len() {
                break;
            }
            offset -= here;
            row += 1;
        }
        let (mut below, mut next) = (-offset, row);
        while below < height && next < self.rows.len() {
            below += self.lay(ui, frame, next);
            next += 1;
        }
        // Nothing is shown below the last row while there is something above the first.
        offset -= (height - below).max(0.0);
        while offset < 0.0 && row > 0 {
            row -= 1;
            offset += self.lay(ui, frame, row);
        }
        // Whole pixels, so that letters stay sharp while scrolling.
        self.top = (row, offset.max(0.0).round());
    }

    /// Scrolls by keys and walks the differences; whether Escape was pressed.
    fn keys(&mut self, ui: &Ui, response: &Response) -> bool {
        let walks = |input: &mut egui::InputState, modifiers| input.consume_key(modifiers, Key::F7);
        let (closes, back, on) = ui.input_mut(|input| {
            let closes = input.consume_key(Modifiers::NONE, Key::Escape);
            (closes, walks(input, Modifiers::SHIFT), walks(input, Modifiers::NONE))
        });
        if on || back {
            self.walk(ui, response.rect.height(), on);
        }
        if response.has_focus() {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(compare_id(), filter));
            let page = (response.rect.height() - STEP).max(STEP);
            for event in ui.input(|input| input.filtered_events(&filter)) {
                let Event::Key { key, pressed: true, modifiers, .. } = event else { continue };
                match key {
                    _ if modifiers.any() => {}
                    Key::ArrowDown => self.top.1 += STEP,
                    Key::ArrowUp => self.top.1 -= STEP,
                    Key::PageDown | Key::Space => self.top.1 += page,
                    Key::PageUp => self.top.1 -= page,
                    Key::Home => self.top = (0, 0.0),
                    Key::End => self.top = (self.rows.len().saturating_sub(1), 0.0),
                    _ => {}
                }
            }
        }
        closes
    }

    /// Goes to the next difference or the one before, and round at the ends.
    fn walk(&mut self, ui: &Ui, height: f32, on: bool) {
        let count = self.differences.len();
        if count == 0 {
            return;
        }
        let at = match (self.at, on) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.at = Some(at);
        if let Some(row) = self.current() {
            self.top = (row, -(height / 4.0).round());
        }
        ui.ctx().request_repaint();
    }

    /// Names, counts and buttons.
    fn head(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, words: Words) -> bool {
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        ui.painter().rect_filled(rect, 0.0, theme.chrome);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let bar = rect.with_max_y(rect.top() + BAR).shrink2(vec2(16.0, 8.0));
        let mut cells = Cells::new(bar, rtl);
        let icon = |ui: &Ui, pen: &mut Pen, cells: &mut Cells, icon, name: &str, refused: Option<&str>| {
            let place = cells.end(32.0);
            cells.end(4.0);
            let button = IconButton { icon, name, chosen: None, refused, rtl };
            button.show(ui, pen, place, compare_id().with(("head", name)))
        };
        let closes = icon(ui, pen, &mut cells, Icon::Close, &words.get("cmd-close"), None);
        let none = words.get("compare-none");
        let refused = self.differences.is_empty().then_some(none.as_str());
        let height = ui.ctx().content_rect().height() - rect.bottom();
        let name = format!("{} F7", words.get("compare-next"));
        if icon(ui, pen, &mut cells, Icon::ArrowDown, &name, refused) {
            self.walk(ui, height, true);
        }
        let name = format!("{} Shift F7", words.get("compare-previous"));
        if icon(ui, pen, &mut cells, Icon::ArrowUp, &name, refused) {
            self.walk(ui, height, false);
        }
        cells.end(8.0);
        if let Some(at) = self.at {
            let all = [("at", (at + 1).into()), ("all", self.differences.len().into())];
            let said = pen.line(ui.ctx(), &words.with("compare-at", &all), Face::Dense);
            let place = cells.end(said.width());
            let (corner, anchor) = super::widgets::side(place, rtl);
            pen.draw(ui.painter(), &said, corner, anchor, theme.ink2);
            told(ui, place, "compare-at", &words.with("compare-at", &all));
            cells.end(16.0);
        }
        let title = words.get("compare-title");
        let shaped = pen.line(ui.ctx(), &title, Face::Section);
        let place = cells.start(shaped.width());
        let (corner, anchor) = super::widgets::side(place, rtl);
        pen.draw(ui.painter(), &shaped, corner, anchor, theme.ink);
        told(ui, place, "compare-title", &title);
        cells.start(16.0);
        let room = ((cells.rest().width() - 32.0) / 2.0).max(40.0);
        for (index, name) in [&self.old_name, &self.new_name].into_iter().enumerate() {
            if index == 1 {
                let arrow = if rtl { Icon::ArrowLeft } else { Icon::ArrowRight };
                arrow.draw(ui.painter(), cells.start(32.0).center(), 18.0, theme.ink2);
            }
            let (ink, fill) =
                if index == 0 { (theme.error, theme.error_fill) } else { (theme.ok, theme.ok_fill) };
            let shaped = pen.fitted(ui.ctx(), name, Face::Dense, Base::Auto, room - 24.0);
            let place = cells.start(shaped.width() + 24.0).shrink2(vec2(0.0, 4.0));
            ui.painter().rect_filled(place, 12.0, fill);
            pen.draw(ui.painter(), &shaped, place.center(), Align2::CENTER_CENTER, ink);
            told(ui, place, if index == 0 { "compare-old" } else { "compare-new" }, name);
        }
        if self.comparison.is_same() {
            return closes;
        }
        let line = rect.with_min_y(rect.top() + BAR - 4.0).shrink2(vec2(16.0, 0.0));
        self.counts(ui, pen, line.with_max_y(line.top() + 24.0), words, rtl);
        closes
    }

    fn counts(&self, ui: &Ui, pen: &mut Pen, rect: Rect, words: Words, rtl: bool) {
        let summary = self.comparison.summary();
        let counts = [
            ("compare-facts", summary.facts),
            ("compare-blocks", summary.blocks),
            ("compare-words-added", summary.words_added),
            ("compare-words-removed", summary.words_removed),
        ];
        let said = counts.map(|(key, count)| words.with(key, &[("count", count.into())]));
        let said = said.join(" · ");
        let base = if rtl { Base::Rtl } else { Base::Ltr };
        let shaped = pen.fitted(ui.ctx(), &said, Face::Dense, base, rect.width());
        let (corner, anchor) = super::widgets::side(rect, rtl);
        let ink = pen.theme.ink2;
        let place = pen.draw(ui.painter(), &shaped, corner, anchor, ink);
        told(ui, place, "compare-counts", &said);
    }

    /// The thumb of the scrolled view, where reading ends.
    fn thumb(&mut self, ui: &Ui, pen: &Pen, view: Rect, (scrolled, whole): (f32, f32), rtl: bool) {
        let most = whole - view.height();
        if most < 0.5 {
            return;
        }
        let left = if rtl { view.left() + 4.0 } else { view.right() - 8.0 };
        let track = Rect::from_min_max(pos2(left, view.top() + 8.0), pos2(left + 4.0, view.bottom() - 8.0));
        let long = (track.height() * view.height() / whole).max(32.0);
        let way = (track.height() - long).max(1.0);
        let top = track.top() + way * (scrolled / most).clamp(0.0, 1.0);
        let sense = Sense::CLICK | Sense::DRAG;
        let grip = ui.interact(track.expand2(vec2(4.0, 0.0)), compare_id().with("thumb"), sense);
        let hot = grip.hovered() || grip.dragged();
        let thumb = Rect::from_min_size(pos2(left, top), vec2(4.0, long));
        ui.painter().rect_filled(thumb, 2.0, if hot { pen.theme.ink3 } else { pen.theme.edge });
        if let Some(at) = grip.interact_pointer_pos().filter(|_| grip.is_pointer_button_down_on()) {
            let mut rest = ((at.y - track.top() - long / 2.0) / way).clamp(0.0, 1.0) * most;
            let mut row = 0;
            for shown in &self.rows {
                if rest < shown.height {
                    break;
                }
                rest -= shown.height;
                row += 1;
            }
            self.top = (row.min(self.rows.len().saturating_sub(1)), rest);
            ui.ctx().request_repaint();
        }
    }
}

/// Said where nothing differs.
fn nothing(ui: &Ui, pen: &mut Pen, view: Rect, words: Words) {
    let theme = pen.theme;
    let head = Rect::from_center_size(view.center() - vec2(0.0, 16.0), vec2(view.width(), 32.0));
    let about = head.translate(vec2(0.0, 32.0));
    Icon::CheckCircle.draw(ui.painter(), head.center() - vec2(0.0, 40.0), 32.0, theme.ok);
    pen.centred(ui, head, &words.get("compare-none"), Face::Section, theme.ink);
    pen.centred(ui, about, &words.get("compare-none-about"), Face::Base, theme.ink2);
    told(ui, head, "compare-none", &words.get("compare-none"));
    told(ui, about, "compare-none-about", &words.get("compare-none-about"));
}
