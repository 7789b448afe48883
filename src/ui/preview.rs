//! The preview: the pages as they will be printed, in the middle of the window; a click leads back to the text.

use std::collections::HashMap;

use eframe::egui::{
    self, Color32, CornerRadius, Event, EventFilter, Id, Key, Painter, Pos2, Rect, Response, Role, Sense,
    Shadow, Stroke, StrokeKind, TextureHandle, Ui, WidgetInfo, pos2, vec2,
};

use super::glyphs::{Drawn, Inks};
use super::lines::Stretches;
use super::logo;
use super::marks;
use super::markup::Markup;
use super::pen::{Icon, Pen};
use super::sheet::SHEET;
use super::theme::{Mode, Theme};
use super::widgets::{PROGRESS, Progress};
use crate::document::{Document, Place};
use crate::export::printed;
use crate::pages::{Item, Page, Pager, Pages, Piece, Review, Setting, Text, Tone};
use crate::template::{Composer, Composition, How, Reading, View};
use crate::text;
use crate::words::Words;
use crate::workspace::Open;

/// Desk above the first page and below the last.
const ABOVE: f32 = 16.0;
/// Desk between two pages.
const BETWEEN: f32 = 16.0;
/// How far an arrow key scrolls.
const STEP: f32 = 48.0;
/// Bytes of text laid out in one frame, so that a long record never holds the window: about ten pages.
const SLICE: usize = 40_000;

/// Seconds that laying out may take before it is told.
const PATIENCE: f64 = 0.25;

/// The pages of one record, and how far they are scrolled.
#[derive(Default)]
pub struct Preview {
    composer: Composer,
    composition: Option<Composition>,
    pager: Pager,
    pages: Option<Pages>,
    laid_at: Option<(u64, View)>,
    /// What is shown, where it is not the text that is edited as it leaves the house.
    pub view: Option<View>,
    /// What a copy for review says on every page, where that is shown.
    review: Option<Review>,
    /// Who suggested what, where that is shown.
    markup: Option<Markup>,
    /// The names of the pictures that stand in the text, where they were looked for.
    pictures: Option<Vec<String>>,
    /// Logical pixels of the view's top below that of the desk.
    scrolled: f32,
    height: f32,
    /// The width of a page: that of the sheet, less where the window is narrow.
    wide: f32,
    /// The page of the caret is to be brought into view.
    follow: bool,
    /// The preview is to take the keyboard.
    pub wants_focus: bool,
    /// Laying out was stopped: the page is to be shown instead.
    pub stopped: bool,
    /// Since when pages have been laid out, while not all are.
    since: Option<f64>,
    drawn: HashMap<(usize, usize), Option<Drawn>>,
    /// The logo that was looked for: its name and the state of the bodies, and what was found.
    logo: Option<((String, u64), Option<TextureHandle>)>,
}

/// The preview's name for the keyboard focus.
#[must_use]
pub fn preview_id() -> Id {
    Id::unique("preview")
}

impl Preview {
    /// A preview that takes the keyboard as soon as it is shown.
    #[must_use]
    pub fn waiting() -> Self {
        Self { wants_focus: true, ..Self::prompting() }
    }

    /// One beside a text that is being written: it tells what the head still lacks.
    #[must_use]
    pub fn prompting() -> Self {
        Self { pager: Pager::new(Setting { prompts: true, ..Setting::default() }), ..Self::default() }
    }

    /// Shows a copy for review that says this, or the text on paper.
    pub fn set_review(&mut self, review: Option<Review>) {
        if self.review != review {
            let pictures = self.pictures.clone();
            self.pager = Pager::new(Setting { review: review.clone(), pictures, ..Setting::default() });
            self.review = review;
            self.laid_at = None;
            self.scrolled = 0.0;
        }
    }

    /// Shows these pictures alone: others that are named have no place on paper either.
    pub fn set_pictures(&mut self, pictures: &[String]) {
        if self.pictures.as_deref() != Some(pictures) {
            self.pictures = Some(pictures.to_vec());
            self.pager.set_pictures(self.pictures.clone());
            self.laid_at = None;
        }
    }

    /// Shows the pages in this view; the place of the record that was clicked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        open: &Open,
        words: Words,
        view: Rect,
    ) -> Option<Place> {
        self.height = view.height();
        let wide = SHEET.min(view.width() - 32.0).max(200.0);
        if self.wide > 0.0 {
            // The same words stay at the top when the window grows or shrinks.
            self.scrolled *= wide / self.wide;
        }
        self.wide = wide;
        self.sync(ui.ctx(), pen, open);
        let response = ui.interact(view, preview_id(), Sense::click());
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.contains_pointer() {
            self.scrolled -= ui.input(|input| input.smooth_scroll_delta().y);
        }
        let asked = self.keys(ui, &response);
        self.settle();
        let painter = ui.painter().with_clip_rect(view);
        painter.rect_filled(view, 0.0, pen.theme.desk);
        let jump = self.clicked(&response, view);
        if response.hover_pos().is_some_and(|at| self.place(at, view).is_some()) {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        self.paint(ui, &painter, pen, words, view);
        self.scrollbar(ui, pen, view);
        self.progress(ui, pen, words, view);
        let (page, count) = self.pages();
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(page_name(words, page, count)),
            ..WidgetInfo::labeled(Role::Document, true, words.get("cmd-preview"))
        });
        let here = || self.pages.as_ref()?.place(page.checked_sub(1)?, 0.0, 0.0);
        jump.or_else(|| asked.then(here).flatten())
    }

    /// The page in the middle of the view, from 1, and how many there are so far.
    #[must_use]
    pub fn pages(&self) -> (usize, usize) {
        let count = self.count();
        let middle = self.scrolled + self.height / 3.0 - ABOVE;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pages of a record")]
        let page = (middle / self.pitch()).max(0.0) as usize + 1;
        (page.min(count), count)
    }

    /// «الصفحة 1 من 3», for the status line.
    #[must_use]
    pub fn status(&self, words: Words) -> String {
        let (page, count) = self.pages();
        page_name(words, page, count)
    }

    /// Whether this logo was looked for.
    #[must_use]
    pub fn has_logo(&self, key: &(String, u64)) -> bool {
        self.logo.as_ref().is_some_and(|(known, _)| known == key)
    }

    /// Takes what was found of a logo.
    pub fn take_logo(&mut self, key: (String, u64), texture: Option<TextureHandle>) {
        self.logo = Some((key, texture));
    }

    /// Whether a logo is named that was not found.
    #[must_use]
    pub fn misses_logo(&self) -> bool {
        self.logo.as_ref().is_some_and(|((name, _), texture)| !name.is_empty() && texture.is_none())
    }

    /// How many pages the text has so far, and whether all of them are counted: a slice of it is laid out for that.
    pub fn lay(&mut self, ctx: &egui::Context, pen: &mut Pen, open: &Open) -> (usize, bool) {
        let follows = self.follow;
        self.sync(ctx, pen, open);
        self.follow = follows;
        (self.pages.as_ref().map_or(0, |pages| pages.pages.len()), self.is_whole())
    }

    fn is_whole(&self) -> bool {
        self.pages.as_ref().is_some_and(|pages| pages.is_whole)
    }

    /// The first place of the record on a page, from 1.
    #[must_use]
    pub fn first_of(&self, page: usize) -> Option<Place> {
        self.pages.as_ref()?.place(page.checked_sub(1)?, 0.0, 0.0)
    }

    /// The caret's page is to be brought into view, as when the preview is opened.
    pub fn follow(&mut self) {
        self.follow = true;
    }

    /// Takes in what changed in the record, and lays out a slice of what is not laid out yet.
    fn sync(&mut self, ctx: &egui::Context, pen: &mut Pen, open: &Open) {
        let document = open.editor().document();
        let view = self.view.unwrap_or(View::of(open.output));
        let now = (open.editor().state(), view);
        let changed = self.laid_at != Some(now);
        if changed {
            // What is published is looked at from its first page, what is written where the caret is.
            self.follow = self.view.is_none();
            let composed = self.composer.compose(document, &view);
            // A copy for review lists the remarks behind the text.
            let is_review = self.review.is_some();
            self.composition = Some(if is_review { printed(document, &composed, &view) } else { composed });
            self.markup = (view.reading == Reading::Markup).then(|| Markup::of(document));
            self.laid_at = Some(now);
        } else if self.pages.as_ref().is_some_and(|pages| pages.is_whole) {
            self.bring(document, open);
            return;
        }
        if let Some(composition) = &self.composition {
            self.pages = Some(self.pager.lay(document, composition, &mut pen.engine, SLICE));
            self.drawn.clear();
        }
        if self.pages.as_ref().is_some_and(|pages| !pages.is_whole) {
            ctx.request_repaint();
        }
        self.bring(document, open);
    }

    /// Scrolls as little as needed for the caret's line to be in view.
    fn bring(&mut self, document: &Document, open: &Open) {
        if !self.follow {
            return;
        }
        let Some(pages) = &self.pages else { return };
        let spot = pages.find(&open.editor().selection().head);
        if spot.is_none() && !pages.is_whole && !document.blocks().is_empty() {
            return;
        }
        self.follow = false;
        let Some(spot) = spot else { return };
        let (factor, page) = (self.factor(), self.top_of(spot.page));
        let (top, bottom) = (page + spot.top * factor, page + spot.bottom * factor);
        if top < self.scrolled || bottom > self.scrolled + self.height {
            self.scrolled = top - self.height / 3.0;
        }
    }

    /// Logical pixels in a point.
    fn factor(&self) -> f32 {
        self.pages.as_ref().map_or(1.0, |pages| self.wide / pages.width)
    }

    fn count(&self) -> usize {
        self.pages.as_ref().map_or(1, |pages| pages.pages.len()).max(1)
    }

    /// From one page's top to the next one's.
    fn pitch(&self) -> f32 {
        self.pages.as_ref().map_or(1.0, |pages| (pages.height * self.factor()).round()) + BETWEEN
    }

    /// Where a page begins on the desk.
    fn top_of(&self, page: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "pages of a record")]
        let page = page as f32;
        ABOVE + page * self.pitch()
    }

    fn whole(&self) -> f32 {
        self.top_of(self.count()) - BETWEEN + ABOVE
    }

    fn settle(&mut self) {
        self.scrolled = self.scrolled.min(self.whole() - self.height).max(0.0);
    }

    /// Where a page lies in the window.
    fn page_rect(&self, page: usize, view: Rect) -> Rect {
        let left = (view.center().x - self.wide / 2.0).round();
        let top = view.top() + self.top_of(page) - self.scrolled;
        Rect::from_min_size(pos2(left, top), vec2(self.wide, self.pitch() - BETWEEN))
    }

    /// The pages that are seen.
    fn seen(&self) -> std::ops::Range<usize> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pages of a record")]
        let at = |y: f32| ((y - ABOVE) / self.pitch()).max(0.0) as usize;
        at(self.scrolled)..(at(self.scrolled + self.height) + 1).min(self.count())
    }

    /// Scrolls by keys; whether Enter asked for the text of this page.
    fn keys(&mut self, ui: &Ui, response: &Response) -> bool {
        if !response.has_focus() {
            return false;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(preview_id(), filter));
        let mut asked = false;
        for event in ui.input(|input| input.filtered_events(&filter)) {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { continue };
            if modifiers.any() {
                continue;
            }
            let page = (self.height - STEP).max(STEP);
            self.scrolled += match key {
                Key::ArrowDown => STEP,
                Key::ArrowUp => -STEP,
                Key::PageDown | Key::Space => page,
                Key::PageUp => -page,
                Key::Home => -self.scrolled,
                Key::End => self.whole(),
                Key::Enter => {
                    asked = true;
                    0.0
                }
                _ => 0.0,
            };
            self.settle();
        }
        asked
    }

    fn clicked(&self, response: &Response, view: Rect) -> Option<Place> {
        if !response.clicked() {
            return None;
        }
        response.request_focus();
        self.place(response.interact_pointer_pos()?, view)
    }

    /// The place of the record under a point of the window.
    fn place(&self, at: Pos2, view: Rect) -> Option<Place> {
        let page = self.seen().find(|page| self.page_rect(*page, view).contains(at))?;
        let inside = (at - self.page_rect(page, view).min) / self.factor();
        self.pages.as_ref()?.place(page, inside.x, inside.y)
    }

    fn paint(&mut self, ui: &Ui, painter: &Painter, pen: &mut Pen, words: Words, view: Rect) {
        let papers: Vec<(usize, Rect)> = self.seen().map(|page| (page, self.page_rect(page, view))).collect();
        let factor = self.factor();
        let Self { pages: Some(pages), drawn, logo, markup, .. } = self else { return };
        let logo = logo.as_ref().and_then(|(_, texture)| texture.as_ref());
        drawn.retain(|(page, _), _| papers.iter().any(|(seen, _)| seen == page));
        for (index, paper) in papers {
            let Some(page) = pages.pages.get(index) else { continue };
            let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: pen.theme.shadow_sheet };
            painter.add(shadow.as_shape(paper, CornerRadius::same(2)));
            let fill = if pen.theme.mode == Mode::Dark { Theme::DARK.ink } else { Theme::LIGHT.sheet };
            painter.rect_filled(paper, 2.0, fill);
            let mut under = None;
            for (at, item) in page.items.iter().enumerate() {
                if let (Item::Logo(rect), Some(texture)) = (item, logo) {
                    logo::draw(painter, texture, placed(rect, paper.min, factor));
                    under = Some(rect);
                    continue;
                }
                // The name of the logo stands in for it alone.
                if let (Item::Text(text), Some(_)) = (item, under)
                    && text.piece == Piece::Hint
                {
                    continue;
                }
                let kept = drawn.entry((index, at)).or_default();
                draw(painter, pen, item, (paper.min, factor), markup.as_ref(), kept);
            }
            tell(ui, page, paper.intersect(view), &page_name(words, index + 1, pages.pages.len()));
        }
    }

    /// Says how many pages of a long record are laid out, once that takes a while, and stops it.
    fn progress(&mut self, ui: &Ui, pen: &mut Pen, words: Words, view: Rect) {
        let Some(pages) = self.pages.as_ref().filter(|pages| !pages.is_whole) else {
            self.since = None;
            return;
        };
        let now = ui.input(|input| input.time);
        if now - *self.since.get_or_insert(now) < PATIENCE {
            return;
        }
        let (done, all) = pages.laid;
        #[expect(clippy::cast_precision_loss, reason = "paragraphs of a record")]
        let part = done as f32 / all.max(1) as f32;
        let said = words.with("preview-laying", &[("pages", pages.pages.len().into())]);
        let rtl = words.language().is_right_to_left();
        let progress = Progress { words: &said, done: part, cancel: &words.get("dialog-cancel"), rtl };
        let foot = pos2(view.center().x - 210.0, view.bottom() - 16.0 - PROGRESS).round();
        let place = Rect::from_min_size(foot, vec2(420.0, PROGRESS));
        self.stopped = progress.show(ui, pen, place, Id::unique("preview-progress"));
    }

    fn scrollbar(&mut self, ui: &Ui, pen: &Pen, view: Rect) {
        let whole = self.whole();
        if whole <= view.height() {
            return;
        }
        let rtl = self.pages.as_ref().is_none_or(|pages| pages.rtl);
        let left = if rtl { view.left() + 4.0 } else { view.right() - 8.0 };
        let track = Rect::from_min_max(pos2(left, view.top() + 8.0), pos2(left + 4.0, view.bottom() - 8.0));
        let long = (track.height() * view.height() / whole).max(32.0);
        let way = (track.height() - long).max(1.0);
        let top = track.top() + way * self.scrolled / (whole - view.height()).max(1.0);
        let thumb = Rect::from_min_size(pos2(left, top), vec2(4.0, long));
        let grip = track.expand2(vec2(4.0, 0.0));
        let response = ui.interact(grip, Id::unique("preview-scroll"), Sense::CLICK | Sense::DRAG);
        let colour = if response.hovered() || response.dragged() { pen.theme.ink3 } else { pen.theme.edge };
        ui.painter().rect_filled(thumb, 2.0, colour);
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on()) {
            let along = ((at.y - track.top() - long / 2.0) / way).clamp(0.0, 1.0);
            self.scrolled = along * (whole - view.height());
            ui.ctx().request_repaint();
        }
    }
}

fn page_name(words: Words, page: usize, pages: usize) -> String {
    words.with("preview-page", &[("page", page.into()), ("pages", pages.into())])
}

/// Tells those who do not see the page what it says.
fn tell(ui: &Ui, page: &Page, rect: Rect, name: &str) {
    let response = ui.interact(rect, Id::unique(("preview", name)), Sense::hover());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(page.words()),
        ..WidgetInfo::labeled(Role::Paragraph, true, name)
    });
}

/// Points of a page as a rectangle of the window.
fn placed(rect: &text::Rect, page: Pos2, factor: f32) -> Rect {
    let (min, max) = (vec2(rect.left, rect.top), vec2(rect.right, rect.bottom));
    Rect::from_min_max(page + min * factor, page + max * factor)
}

fn draw(
    painter: &Painter,
    pen: &mut Pen,
    item: &Item,
    (page, factor): (Pos2, f32),
    markup: Option<&Markup>,
    kept: &mut Option<Drawn>,
) {
    let paper = Theme::LIGHT;
    match item {
        Item::Rule(rect) => {
            let rect = placed(rect, page, factor);
            painter.rect_filled(crisp(painter, rect, 1.0), 0.0, paper.edge);
        }
        Item::Stamp(rect) => {
            let rect = placed(rect, page, factor);
            painter.rect_stroke(rect, 4.0, Stroke::new(2.0, paper.edge), StrokeKind::Inside);
        }
        Item::Row(_) => {}
        Item::Logo(rect) | Item::Photo(rect, _) => {
            let rect = placed(rect, page, factor);
            painter.rect_stroke(rect, 4.0, Stroke::new(1.0, paper.edge), StrokeKind::Inside);
            let down = (rect.height() / 2.0).min(if matches!(item, Item::Logo(_)) { 14.0 } else { f32::MAX });
            Icon::Image.draw(painter, pos2(rect.center().x, rect.top() + down), 20.0, paper.ink3);
        }
        Item::Text(text) => {
            under(painter, text, page, factor);
            let ink = match text.tone {
                Tone::Ink | Tone::Label => paper.ink,
                Tone::Faint | Tone::Stamp => paper.ink3,
                Tone::Missing => paper.warning,
            };
            let origin = page + vec2(text.left, text.origin()) * factor;
            let inks = inks(text, &paper, ink, markup);
            let stretches = Stretches::scaled(painter, &text.layout, text.lines.clone(), origin, factor);
            if let Some(source) = &text.source {
                let composed = (source.composed.as_ref(), source.prefix);
                if let Some(markup) = markup {
                    markup.under(&stretches, composed, &paper);
                }
                marks::underlines(&stretches, composed.0, composed.1, &inks);
            }
            let zoom = factor * painter.ctx().pixels_per_point();
            let Pen { engine, atlas, .. } = pen;
            let lines = (text.layout.as_ref(), text.lines.clone(), zoom);
            atlas.paint_lines(painter, engine, lines, origin, &inks, Some(kept));
            if let Some(source) = &text.source {
                let composed = (source.composed.as_ref(), source.prefix);
                marks::strikes(&stretches, composed.0, composed.1, &inks);
                if let Some(markup) = markup {
                    markup.over(&stretches, composed, &paper);
                }
            }
        }
    }
}

/// The colours a writer gave to words, and that of what is not filled in.
fn inks(text: &Text, paper: &Theme, ink: Color32, markup: Option<&Markup>) -> Inks {
    let Some(source) = &text.source else { return Inks::plain(ink) };
    let tints = marks::tints(&source.composed, source.prefix, text.layout.text());
    let mut inks = marks::written_inks(paper, ink, &tints);
    if let Some(markup) = markup {
        markup.colours(&mut inks, paper, &tints);
    }
    for range in unfilled(text) {
        inks.paint(&range, paper.warning);
    }
    inks
}

/// Bytes of the layout that stand for what is not filled in.
fn unfilled(text: &Text) -> Vec<std::ops::Range<usize>> {
    let Some(source) = &text.source else { return Vec::new() };
    let segments = source.composed.segments.iter();
    let missing = segments.filter(|segment| matches!(segment.how, How::Unresolved(_)));
    missing.map(|segment| segment.shown.start + source.prefix..segment.shown.end + source.prefix).collect()
}

/// What lies under the letters: the fill of what is not filled in, and the lines a writer drew.
fn under(painter: &Painter, text: &Text, page: Pos2, factor: f32) {
    let paper = Theme::LIGHT;
    if text.tone == Tone::Missing {
        let whole = text::Rect {
            left: text.left - 5.0,
            top: text.top,
            right: text.left + text.layout.width() + 5.0,
            bottom: text.top + text.height(),
        };
        painter.rect_filled(placed(&whole, page, factor).shrink2(vec2(0.0, -1.0)), 0.0, paper.warning_fill);
    }
    let Some(source) = &text.source else { return };
    for segment in &source.composed.segments {
        if matches!(segment.how, How::Unresolved(_)) {
            for rect in text.rects(segment.shown.clone()) {
                let rect = placed(&rect, page, factor).shrink2(vec2(0.0, 2.0));
                painter.rect_filled(rect, 2.0, paper.warning_fill);
            }
        }
    }
}

/// A line of whole physical pixels, across or down.
fn crisp(painter: &Painter, rect: Rect, thick: f32) -> Rect {
    let scale = painter.ctx().pixels_per_point();
    if rect.height() > rect.width() {
        let left = (rect.left() * scale).round() / scale;
        let thick = (thick * scale).round().max(1.0) / scale;
        return Rect::from_min_max(pos2(left, rect.top()), pos2(left + thick, rect.bottom()));
    }
    let top = (rect.top() * scale).round() / scale;
    let thick = (thick * scale).round().max(1.0) / scale;
    Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + thick))
}
