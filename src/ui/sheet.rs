//! The sheet: paragraphs laid out where they are seen, scrolled by paragraph so that nothing above moves the view.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{self, Pos2, Rect, pos2, vec2};

use super::access;
use super::facts;
use super::ghost::Ghost;
use super::glyphs::Drawn;
use super::hidden::Sign;
use super::ime::Composing;
use super::marks::{Tint, tints};
use super::pen::Pen;
use super::theme::Face;
use crate::document::{Affinity, Audience, Document, Kind, Language, Mark, OutputKind, Place, Target};
use crate::template::{Composed, Composer, How, Part, View};
use crate::text::{self, Align, Base, Caret, Layout, Paragraph, Span};
use crate::words;

/// The width of the sheet.
pub const SHEET: f32 = 720.0;
/// From the sheet's edge to the text.
pub const MARGIN: f32 = 64.0;
/// The width of the text.
pub const MEASURE: f32 = SHEET - 2.0 * MARGIN;
/// The line of facts below a block's words.
pub const LINE: f32 = 24.0;
/// The name and the office of one who signs.
pub const SIGNATURE: f32 = 64.0;
/// Inside the box of a block for some readers: above its label, the label, and below its text.
pub const BOX: (f32, f32, f32) = (4.0, 24.0, 8.0);
/// How many paragraphs are laid out before those that are far from the view are forgotten, and how near is kept.
const KEPT: usize = 512;
const NEAR: usize = 64;
/// Desk above the sheet.
const ABOVE: f32 = 16.0;
/// Sheet below the last paragraph, and desk below the sheet.
const BELOW: f32 = 128.0;

/// One paragraph on the sheet.
pub struct Laid {
    /// What is shown.
    pub composed: Arc<Composed>,
    /// Bytes of its label that stand before its words in the layout.
    pub prefix: usize,
    /// The shaped paragraph; nothing until it has been seen.
    pub layout: Option<Layout>,
    /// Its triangles from the last frame.
    pub drawn: Option<Drawn>,
    /// What stands for the characters that are not seen, once they have been shown.
    pub signs: Option<Vec<Sign>>,
    /// Stretches of the layout that a writer or a reviewer gave another colour, by whole words.
    pub tints: Vec<(Range<usize>, Tint)>,
    /// What its block carries, said in a language of the interface.
    pub facts: Option<(words::Language, String)>,
    /// What was told of it to those who do not see it.
    pub said: Option<access::Said>,
    /// Its height with the gap above it; an estimate until it is laid out.
    height: f32,
    gap: f32,
    /// What stands below its words: signatures, the line of facts.
    tail: f32,
    scale: f32,
}

/// A paragraph that is seen, and where.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Its place among the paragraphs; the title is 0.
    pub index: usize,
    /// The top left corner of its words.
    pub origin: Pos2,
    /// From its gap to its end.
    pub rect: Rect,
    /// Where its words end.
    pub foot: f32,
}

/// How many rows a number of signatures takes, and how many stand in each.
#[must_use]
pub fn columns(count: usize) -> (f32, f32) {
    let across = count.clamp(1, 3);
    #[expect(clippy::cast_precision_loss, reason = "a handful of people")]
    let (rows, across) = (count.div_ceil(across) as f32, across as f32);
    (rows, across)
}

/// How much room a block takes below its words.
fn tail(kind: &Kind) -> f32 {
    let signatures = match kind {
        Kind::Signatures(list) => columns(list.signatories.len()).0 * SIGNATURE,
        _ => 0.0,
    };
    signatures + if facts::has_line(kind) { LINE } else { 0.0 }
}

/// The paragraphs of a record as they lie on the sheet.
pub struct Sheet {
    composer: Composer,
    composed_at: Option<(u64, OutputKind, Option<Composing>)>,
    /// What an input method composes in the text.
    pub composing: Option<Composing>,
    /// How the paragraph of the caret could go on.
    pub ghost: Option<Ghost>,
    /// The title, then the blocks in the record's order.
    pub laid: Vec<Laid>,
    /// Which way the record's text is read.
    pub rtl: bool,
    /// The item at the top of the view (0 is the header, 1 the title), and how far it is scrolled past its top.
    top: (usize, f32),
    /// How high the header is drawn.
    pub header: f32,
    /// The paragraph with a form below it, and how high that is.
    pub form: Option<(usize, f32)>,
    /// What is seen in this frame.
    pub seen: Vec<Seen>,
    /// Who suggested or remarked something, the first first.
    pub authors: Vec<String>,
    /// How many paragraphs were laid out since the last clearing.
    laid_out: usize,
    view: Rect,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            composer: Composer::default(),
            composed_at: None,
            composing: None,
            ghost: None,
            laid: Vec::new(),
            rtl: true,
            top: (0, 0.0),
            header: 60.0,
            form: None,
            seen: Vec::new(),
            authors: Vec::new(),
            laid_out: 0,
            view: Rect::NOTHING,
        }
    }
}

impl Sheet {
    /// Takes in what changed in the record since the last time.
    pub fn sync(&mut self, document: &Document, state: u64, output: OutputKind) {
        let same = |(at, kind, composing): &(u64, OutputKind, Option<Composing>)| {
            (*at, *kind, composing) == (state, output, &self.composing)
        };
        if self.composed_at.as_ref().is_some_and(same) {
            return;
        }
        self.composed_at = Some((state, output, self.composing.clone()));
        let composition = self.composer.compose(document, &View::page(output));
        self.rtl = document.language() == Language::Arabic;
        self.authors = authors(document);
        let mut new: Vec<Arc<Composed>> = Vec::with_capacity(composition.paragraphs.len() + 1);
        // The title is composed anew each time; the old one is kept where it says the same.
        let title = match self.laid.first() {
            Some(old) if old.composed == composition.title => Arc::clone(&old.composed),
            _ => Arc::clone(&composition.title),
        };
        new.push(title);
        new.extend(composition.paragraphs.iter().cloned());
        if let Some(composing) = &self.composing
            && let Some(composed) =
                Self::index(document, &composing.place.target).and_then(|index| new.get_mut(index))
        {
            *composed = composing.shown_in(composed);
        }
        let same = |old: &Laid, new: &Arc<Composed>| Arc::ptr_eq(&old.composed, new);
        let head = self.laid.iter().zip(&new).take_while(|(old, new)| same(old, new)).count();
        let room = self.laid.len().min(new.len()) - head;
        let tail =
            self.laid.iter().rev().zip(new.iter().rev()).take(room).take_while(|(old, new)| same(old, new));
        let tail = tail.count();
        let old_end = self.laid.len() - tail;
        // On the page every block is a paragraph, in the record's order after the title.
        let room = |index: usize| {
            let block = index.checked_sub(1).and_then(|index| document.blocks().get_at(index));
            block.map_or(0.0, |block| self::tail(&block.kind))
        };
        // What only moved keeps its layout.
        let removed = old_end - head;
        let mut moved: HashMap<*const Composed, Laid> =
            self.laid.splice(head..old_end, None).map(|laid| (Arc::as_ptr(&laid.composed), laid)).collect();
        let middle = new.iter().enumerate().take(new.len() - tail).skip(head);
        let middle: Vec<Laid> = middle
            .map(|(index, composed)| {
                let known = moved.remove(&Arc::as_ptr(composed));
                known.unwrap_or_else(|| Laid::new(Arc::clone(composed), room(index)))
            })
            .collect();
        let added = middle.len();
        self.laid.splice(head..head, middle);
        for at in head..(head + added + 1).min(self.laid.len()) {
            let before = at.checked_sub(1).and_then(|at| self.laid.get(at)).map(|laid| laid.composed.part);
            if let Some(laid) = self.laid.get_mut(at) {
                laid.follows(before);
            }
        }
        let first_moved = head + 1;
        if self.top.0 > first_moved + removed {
            self.top.0 = self.top.0 + added - removed;
        }
    }

    /// The paragraph in which something is being composed, and the byte of its layout where that begins.
    #[must_use]
    pub fn composing_at(&self, document: &Document) -> Option<(usize, usize)> {
        let composing = self.composing.as_ref()?;
        let index = Self::index(document, &composing.place.target)?;
        let laid = self.laid.get(index)?;
        // Its place is behind the letters, which are shown before the stored ones that follow.
        let end = laid.caret(&composing.place).offset;
        Some((index, end.checked_sub(composing.preedit.text.len())?))
    }

    fn items(&self) -> usize {
        self.laid.len() + 1
    }

    fn height(&mut self, item: usize, pen: &mut Pen, scale: f32) -> f32 {
        match item.checked_sub(1) {
            None => self.header + ABOVE,
            Some(index) => {
                self.lay(index, pen, scale);
                self.laid.get(index).map_or(0.0, |laid| laid.height) + self.form_below(index)
            }
        }
    }

    fn form_below(&self, index: usize) -> f32 {
        let form = self.form.filter(|(at, _)| *at == index).map_or(0.0, |(_, height)| height);
        form + self.ghost_below(index)
    }

    /// How many lines' height the grey words add to their paragraph.
    fn ghost_below(&self, index: usize) -> f32 {
        self.ghost.as_ref().filter(|ghost| ghost.index == index).map_or(0.0, Ghost::extra)
    }

    /// Lays the grey words out behind those of their paragraph.
    fn lay_ghost(&mut self, pen: &mut Pen, scale: f32) {
        let Some(mut ghost) = self.ghost.take().filter(|ghost| ghost.index < self.laid.len()) else { return };
        self.lay(ghost.index, pen, scale);
        if !ghost.is_laid(scale)
            && let Some(laid) = self.laid.get(ghost.index)
            && let Some(without) = &laid.layout
        {
            let (layout, _) = laid.shape(pen, scale, self.rtl, &ghost.offer.rest, Align::Start);
            ghost.take_layout(layout, without, scale);
        }
        self.ghost = Some(ghost);
    }

    fn guess(&self, item: usize) -> f32 {
        match item.checked_sub(1) {
            None => self.header + ABOVE,
            Some(index) => self.laid.get(index).map_or(0.0, |laid| laid.height) + self.form_below(index),
        }
    }

    /// Lays a paragraph out if it is not.
    pub fn lay(&mut self, index: usize, pen: &mut Pen, scale: f32) {
        let before = index.checked_sub(1).and_then(|i| self.laid.get(i)).map(|laid| laid.composed.part);
        let rtl = self.rtl;
        if let Some(laid) = self.laid.get_mut(index)
            && (laid.layout.is_none() || (laid.scale - scale).abs() > f32::EPSILON)
        {
            laid.lay(pen, scale, rtl, before);
            self.laid_out += 1;
        }
    }

    /// Scrolls by this many pixels; down is positive.
    pub fn scroll(&mut self, delta: f32) {
        self.top.1 += delta;
    }

    /// Scrolls by this many pixels if this paragraph is what moves those below it in the view.
    pub fn scroll_if_below(&mut self, index: usize, delta: f32) {
        if self.top.0 <= index + 1 {
            self.scroll(delta);
        }
    }

    /// The view of the last frame.
    #[must_use]
    pub fn view(&self) -> Rect {
        self.view
    }

    /// The paragraph so many pixels below (or above) a height in another, and the height in it: the first and the last
    /// are as far as it goes. Heights are counted from the top of a paragraph's words.
    pub fn away(&mut self, index: usize, height: f32, far: f32, pen: &mut Pen, scale: f32) -> (usize, f32) {
        let mut at = index;
        let mut y = self.laid.get(at).map_or(0.0, Laid::above) + height + far;
        while y < 0.0 && at > 0 {
            at -= 1;
            y += self.height(at + 1, pen, scale);
        }
        while at + 1 < self.laid.len() {
            let own = self.height(at + 1, pen, scale);
            if y < own {
                break;
            }
            y -= own;
            at += 1;
        }
        self.lay(at, pen, scale);
        (at, y - self.laid.get(at).map_or(0.0, Laid::above))
    }

    /// Finds what is seen in this view, laying out what is not yet.
    pub fn look(&mut self, view: Rect, pen: &mut Pen, scale: f32) {
        self.view = view;
        self.lay_ghost(pen, scale);
        self.settle(pen, scale);
        let before = std::mem::take(&mut self.seen);
        let sheet = self.sheet_x();
        let mut y = view.top() - self.top.1;
        for item in self.top.0..self.items() {
            if y >= view.bottom() {
                break;
            }
            let height = self.height(item, pen, scale);
            if let Some(index) = item.checked_sub(1)
                && let Some(laid) = self.laid.get(index)
            {
                let rect = Rect::from_min_size(pos2(sheet, y), vec2(SHEET, height));
                let indent = laid.indent();
                let left = if self.rtl { sheet + MARGIN } else { sheet + MARGIN + indent };
                // Whole physical pixels, so that letters stay sharp while scrolling.
                let top = ((y + laid.above()) * scale).round() / scale;
                let words = laid.layout.as_ref().map_or(0.0, |layout| layout.height() / scale)
                    + self.ghost_below(index);
                self.seen.push(Seen { index, origin: pos2(left, top), rect, foot: top + words });
            }
            y += height;
        }
        self.forget(&before);
    }

    /// Drops the triangles of what has left the view, and now and then the letters of what is far from it: heights
    /// stay, so nothing moves.
    fn forget(&mut self, before: &[Seen]) {
        let (Some(first), Some(last)) = (self.seen.first(), self.seen.last()) else { return };
        let (first, last) = (first.index, last.index);
        for seen in before.iter().filter(|seen| seen.index < first || seen.index > last) {
            if let Some(laid) = self.laid.get_mut(seen.index) {
                laid.drawn = None;
                laid.signs = None;
            }
        }
        if self.laid_out > KEPT {
            self.laid_out = last - first;
            let near = first.saturating_sub(NEAR)..last.saturating_add(NEAR);
            for (_, laid) in self.laid.iter_mut().enumerate().filter(|(index, _)| !near.contains(index)) {
                laid.layout = None;
                laid.drawn = None;
                laid.signs = None;
                laid.tints = Vec::new();
            }
        }
    }

    /// Where the sheet's left edge is.
    #[must_use]
    pub fn sheet_x(&self) -> f32 {
        (self.view.center().x - SHEET / 2.0).round()
    }

    /// The part of the sheet that is in view; it may begin above and end below.
    #[must_use]
    pub fn paper(&self) -> Rect {
        let top = if self.top.0 == 0 { self.view.top() - self.top.1 + ABOVE } else { self.view.top() - 8.0 };
        let last = self.seen.last().filter(|seen| seen.index + 1 == self.laid.len());
        let least = if self.top.0 == 0 { top + 900.0 } else { 0.0 };
        let bottom = last.map_or(self.view.bottom() + 8.0, |seen| (seen.rect.bottom() + 96.0).max(least));
        Rect::from_min_max(pos2(self.sheet_x(), top), pos2(self.sheet_x() + SHEET, bottom))
    }

    /// Where the header is drawn, if it is in view.
    #[must_use]
    pub fn header_rect(&self) -> Option<Rect> {
        (self.top.0 == 0).then(|| {
            let top = self.view.top() - self.top.1 + ABOVE;
            Rect::from_min_size(pos2(self.sheet_x(), top), vec2(SHEET, self.header))
        })
    }

    /// Brings the top item and the distance past it into agreement, and stops at both ends.
    fn settle(&mut self, pen: &mut Pen, scale: f32) {
        let (mut item, mut past) = self.top;
        item = item.min(self.items() - 1);
        while past < 0.0 && item > 0 {
            item -= 1;
            past += self.height(item, pen, scale);
        }
        loop {
            let height = self.height(item, pen, scale);
            if past < height || item + 1 >= self.items() {
                break;
            }
            past -= height;
            item += 1;
        }
        if item == 0 {
            past = past.max(0.0);
        }
        // At the end: what is left below the top fills the view, unless all of it is shorter.
        let mut left = BELOW - past;
        for below in item..self.items() {
            left += self.height(below, pen, scale);
            if left >= self.view.height() {
                break;
            }
        }
        let mut missing = self.view.height() - left;
        while missing > 0.0 && (item > 0 || past > 0.0) {
            if past > 0.0 {
                let back = past.min(missing);
                past -= back;
                missing -= back;
            } else {
                item -= 1;
                past = self.height(item, pen, scale);
            }
        }
        self.top = (item, past);
    }

    /// How far the view is scrolled and how much of the record it shows, both from 0 to 1.
    #[must_use]
    pub fn thumb(&self) -> (f32, f32) {
        let total: f32 = (0..self.items()).map(|item| self.guess(item)).sum::<f32>() + BELOW;
        let above: f32 = (0..self.top.0).map(|item| self.guess(item)).sum::<f32>() + self.top.1;
        (above / total.max(1.0), (self.view.height() / total.max(1.0)).min(1.0))
    }

    /// Where these paragraphs begin, as shares of the record: their indexes ascend.
    #[must_use]
    pub fn shares(&self, indexes: impl Iterator<Item = usize>) -> Vec<f32> {
        let total: f32 = (0..self.items()).map(|item| self.guess(item)).sum::<f32>() + BELOW;
        let (mut above, mut item) = (0.0, 0);
        let share = |index: usize| {
            while item <= index {
                above += self.guess(item);
                item += 1;
            }
            above / total.max(1.0)
        };
        indexes.map(share).collect()
    }

    /// Scrolls to this share of the record.
    pub fn scroll_to(&mut self, share: f32) {
        let total: f32 = (0..self.items()).map(|item| self.guess(item)).sum::<f32>() + BELOW;
        let mut past = (share * total).max(0.0);
        for item in 0..self.items() {
            let height = self.guess(item);
            if past < height {
                self.top = (item, past);
                return;
            }
            past -= height;
        }
    }

    /// Scrolls as little as needed for the place to be in view.
    pub fn reveal(&mut self, document: &Document, place: &Place, pen: &mut Pen, scale: f32) {
        let Some(index) = Self::index(document, &place.target) else { return };
        self.lay(index, pen, scale);
        let Some(caret) = self.caret(index, place) else { return };
        let above = self.laid.get(index).map_or(0.0, Laid::above);
        let line = (above + caret.top / scale, above + caret.bottom / scale);
        let seen = self.seen.iter().find(|seen| seen.index == index).map(|seen| seen.rect.top());
        let Some(top) = seen else {
            self.top = (index + 1, line.0 - self.view.height() / 3.0);
            return;
        };
        let (above, below) = (top + line.0 - 8.0 - self.view.top(), top + line.1 + 24.0 - self.view.bottom());
        if above < 0.0 {
            self.scroll(above);
        } else if below > 0.0 {
            self.scroll(below);
        }
    }

    /// Where a text lies among the paragraphs.
    #[must_use]
    pub fn index(document: &Document, target: &Target) -> Option<usize> {
        match target {
            Target::Title(_) => Some(0),
            Target::Block(id) => document.blocks().index(*id).map(|index| index + 1),
            Target::Field(_) | Target::Comment(_) => None,
        }
    }

    /// Where a caret is drawn in its paragraph, in physical pixels from the corner of its words.
    #[must_use]
    pub fn caret(&self, index: usize, place: &Place) -> Option<text::CaretBox> {
        let laid = self.laid.get(index)?;
        Some(laid.layout.as_ref()?.caret(laid.caret(place)))
    }

    /// The place nearest to a point of the window.
    #[must_use]
    pub fn hit(&self, at: Pos2, scale: f32) -> Option<Place> {
        let (laid, layout, inside) = self.nearest(at, scale)?;
        laid.place(layout.hit(inside.x, inside.y))
    }

    /// The letter under a point of the window, as bytes of the paragraph's layout; nothing beside what is written.
    #[must_use]
    pub fn under(&self, at: Pos2, scale: f32) -> Option<Range<usize>> {
        let (_, layout, inside) = self.nearest(at, scale)?;
        layout.under(inside.x, inside.y)
    }

    /// The paragraph nearest to a point of the window, and where the point is in its layout.
    fn nearest(&self, at: Pos2, scale: f32) -> Option<(&Laid, &Layout, egui::Vec2)> {
        let seen = self.seen.iter().find(|seen| at.y < seen.rect.bottom()).or(self.seen.last())?;
        let laid = self.laid.get(seen.index)?;
        Some((laid, laid.layout.as_ref()?, (at - seen.origin) * scale))
    }
}

impl Laid {
    fn new(composed: Arc<Composed>, tail: f32) -> Self {
        // 55 bytes of Arabic a hundred pixels of 18 px Naskh: good enough until it is seen.
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        let lines = (composed.text.len() as f32 / 130.0).ceil().max(1.0);
        let height = lines * 32.0 + 12.0 + tail;
        let (gap, scale) = (12.0, 0.0);
        Self {
            composed,
            prefix: 0,
            layout: None,
            drawn: None,
            signs: None,
            tints: Vec::new(),
            facts: None,
            said: None,
            height,
            gap,
            tail,
            scale,
        }
    }

    /// The letters it is written with.
    #[must_use]
    pub fn face(&self) -> Face {
        match self.composed.part {
            Part::Title => Face::Title,
            Part::Heading(1) | Part::Outline(0) => Face::Axis,
            Part::Heading(_) => Face::BodyStrong,
            Part::Paragraph(_)
            | Part::Fact
            | Part::AgendaItem
            | Part::Intervention
            | Part::Quote
            | Part::Decision
            | Part::Outline(_)
            | Part::Attendee
            | Part::Note
            | Part::Signature
            | Part::Annex => Face::Body,
        }
    }

    /// How far its words are from the start of the measure.
    #[must_use]
    pub fn indent(&self) -> f32 {
        match self.composed.part {
            Part::Outline(depth) => f32::from(depth.saturating_sub(1)) * 40.0,
            Part::Quote => 40.0,
            _ => 0.0,
        }
    }

    /// Whether its label hangs in the gutter instead of opening its words.
    #[must_use]
    pub fn hangs(&self) -> bool {
        !self.composed.label.is_empty() && self.composed.part != Part::Outline(0)
    }

    /// Whether it is for one kind of readers only, and so stands in a box with a name.
    #[must_use]
    pub fn is_boxed(&self) -> bool {
        self.composed.audience != Audience::Both
    }

    fn above(&self) -> f32 {
        self.gap + if self.is_boxed() { BOX.0 + BOX.1 } else { 0.0 }
    }

    /// It stands behind another paragraph than before.
    fn follows(&mut self, before: Option<Part>) {
        let gap = gap(self.composed.part, before);
        self.height += gap - self.gap;
        self.gap = gap;
    }

    /// The gap between it and the paragraph above.
    #[must_use]
    pub fn gap(&self) -> f32 {
        self.gap
    }

    /// Its words as they are shown, with these behind them, and the bytes of its label before them.
    fn shape(&self, pen: &mut Pen, scale: f32, rtl: bool, behind: &str, align: Align) -> (Layout, usize) {
        let composed = &self.composed;
        let inline = !composed.label.is_empty() && !self.hangs();
        let prefix = if inline { composed.label.len() + 1 } else { 0 };
        let words = [composed.text.as_str(), behind].concat();
        let text = if inline { format!("{} {words}", composed.label) } else { words };
        let bold = composed.marks.iter().filter(|shown| shown.mark == Mark::Bold);
        let spans: Vec<Span> = bold
            .map(|shown| Span {
                range: shown.range.start + prefix..shown.range.end + prefix,
                weight: Some(text::Weight::Strong),
                family: None,
            })
            .collect();
        let keep = crate::arabic::kept_together(&text);
        let paragraph = Paragraph {
            text: &text,
            base: if rtl { Base::Rtl } else { Base::Ltr },
            language: "ar-MA",
            style: self.face().style(scale),
            spans: &spans,
            keep: &keep,
            isolates: &composed.figures(prefix),
        };
        let width = ((MEASURE - self.indent()) * scale).round();
        (pen.engine.layout(&paragraph, Some(width), align), prefix)
    }

    fn lay(&mut self, pen: &mut Pen, scale: f32, rtl: bool, before: Option<Part>) {
        let align = if self.composed.part.is_justified() { Align::Justify } else { Align::Start };
        let (layout, prefix) = self.shape(pen, scale, rtl, "", align);
        self.prefix = prefix;
        let composed = &self.composed;
        self.gap = gap(composed.part, before);
        self.scale = scale;
        let below = if self.is_boxed() { BOX.2 } else { 0.0 };
        self.height = self.above() + layout.height() / scale + self.tail + below;
        self.tints = tints(composed, prefix, layout.text());
        self.layout = Some(layout);
        self.drawn = None;
        self.signs = None;
        self.said = None;
    }

    /// Physical pixels for one logical one in its layout.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// A place of the record as a caret of the layout.
    #[must_use]
    pub fn caret(&self, place: &Place) -> Caret {
        let affinity = match place.affinity {
            Affinity::Upstream => text::Affinity::Upstream,
            Affinity::Downstream => text::Affinity::Downstream,
        };
        Caret { offset: self.composed.shown(place.offset, Affinity::Downstream) + self.prefix, affinity }
    }

    /// A caret of the layout as a place of the record; nothing for a paragraph that is no text of it.
    #[must_use]
    pub fn place(&self, caret: Caret) -> Option<Place> {
        let shown = caret.offset.saturating_sub(self.prefix);
        let affinity = match caret.affinity {
            text::Affinity::Upstream if caret.offset > self.prefix => Affinity::Upstream,
            text::Affinity::Upstream | text::Affinity::Downstream => Affinity::Downstream,
        };
        let target = self.composed.target.clone()?;
        Some(Place { target, offset: self.composed.source(shown), affinity })
    }

    /// Stored bytes as bytes of the layout.
    #[must_use]
    pub fn shown(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.composed.shown(range.start, Affinity::Downstream) + self.prefix;
        let end = self.composed.shown(range.end, Affinity::Downstream) + self.prefix;
        start..end.max(start)
    }

    /// One stop to the left or right that is a place of the record; nothing where that leaves the paragraph.
    #[must_use]
    pub fn step(&self, place: &Place, left: bool) -> Option<Place> {
        let layout = self.layout.as_ref()?;
        let mut caret = self.caret(place);
        loop {
            caret = if left { layout.left(caret) } else { layout.right(caret) }?;
            if caret.offset < self.prefix {
                return None;
            }
            let shown = caret.offset - self.prefix;
            let inside = self.composed.segments.iter().any(|segment| {
                segment.how != How::Verbatim && shown > segment.shown.start && shown < segment.shown.end
            });
            if !inside {
                return self.place(caret);
            }
        }
    }
}

/// Who suggested or remarked something, in the order in which they first did.
fn authors(document: &Document) -> Vec<String> {
    let suggested = document.changes().values().map(|change| (change.at, &change.author));
    let remarked = document.comments().values().map(|comment| (comment.at, &comment.author));
    let mut all: Vec<_> = suggested.chain(remarked).collect();
    all.sort();
    let mut authors: Vec<String> = Vec::new();
    for (_, author) in all {
        if !authors.contains(author) {
            authors.push(author.clone());
        }
    }
    authors
}

fn gap(part: Part, before: Option<Part>) -> f32 {
    match (part, before) {
        (_, None) => 20.0,
        (Part::Outline(0) | Part::Heading(_), _) => 20.0,
        (Part::Outline(_), Some(Part::Outline(_)))
        | (Part::AgendaItem, Some(Part::AgendaItem))
        | (Part::Attendee, Some(Part::Attendee)) => 4.0,
        _ => 12.0,
    }
}

/// A rectangle of a layout in logical pixels of the window.
#[must_use]
pub fn placed(rect: &text::Rect, origin: Pos2, scale: f32) -> Rect {
    let min = pos2(rect.left, rect.top).to_vec2() / scale;
    let max = pos2(rect.right, rect.bottom).to_vec2() / scale;
    Rect::from_min_max(origin + min, origin + max)
}

/// Physical pixels for one logical one.
#[must_use]
pub fn scale(ui: &egui::Ui) -> f32 {
    ui.ctx().pixels_per_point()
}
