//! The flow: which lines stand on which page. Heads stay with what they head, and no line is left alone.

use std::ops::Range;
use std::sync::Arc;

use super::beside::{FIRST, FIRST_LINES, are_last, height, portion};
use super::frame::Frame;
use super::head::Head;
use super::laid::{Laid, Lines};
use super::pager::{COLUMN_GAP, column, columns};
use super::table::Cells;
use super::{Item, Page, Piece, Source, Text, Tone};
use crate::document::Role;
use crate::template::Part;
use crate::text::{Layout, Rect};

/// Sums of heights differ from the room they fill by rounding only.
pub(super) const TOLERANCE: f32 = 0.05;
/// Heads in a row that are kept together, at most.
const CHAIN: usize = 8;
/// Between a paragraph and its number in the margin.
const BESIDE: f32 = 9.0;
/// On a page that a row begins: the line above it has its place.
const ON_TOP: f32 = 1.0;
/// Where somebody signs.
const SIGNING: f32 = 52.0;

/// What is set as one.
enum Unit<'a> {
    /// A paragraph.
    Paragraph { laid: &'a Laid, lines: &'a Lines, gap: f32, keeps: bool },
    /// A photo over its caption; never split.
    Photo { laid: &'a Laid, lines: &'a Lines, name: &'a str },
    /// A row of a table; split only where no page holds it.
    Row { row: &'a Cells, gap: f32 },
    /// The line over the signatures, and who signs; split only where no page holds them.
    Signatures { place: Option<&'a Laid>, names: &'a [Laid] },
}

struct Flow<'a> {
    frame: &'a Frame,
    pages: Vec<Page>,
    page: Page,
    y: f32,
    /// Nothing of the text stands on this page yet.
    is_empty: bool,
    /// The head of the first page stands on it.
    is_headed: bool,
    /// The head of the table whose rows are being set, where it leaves room for them under it.
    head: Option<&'a Cells>,
    /// The last thing set is a row: the next needs no line above.
    in_table: bool,
}

pub(super) fn flow(laid: &[Laid], number: Option<usize>, frame: &Frame, head: Head) -> Vec<Page> {
    let units = units(laid, number);
    let Head { mut pages, end } = head;
    let page = pages.pop().unwrap_or_default();
    let mut flow =
        Flow { frame, pages, page, y: end, is_empty: true, is_headed: true, head: None, in_table: false };
    let mut at = 0;
    while at < units.len() {
        let mut end = at;
        while end - at < CHAIN && end + 1 < units.len() && units.get(end).is_some_and(Unit::keeps) {
            end += 1;
        }
        let chain = units.get(at..=end).unwrap_or_default();
        let heads: f32 = chain.iter().rev().skip(1).map(|unit| unit.whole(frame)).sum();
        let mut least = heads + chain.last().map_or(0.0, |unit| unit.least(units.get(end + 1), frame));
        if least > frame.body() + TOLERANCE {
            least = heads + chain.last().map_or(0.0, |unit| unit.first(frame));
        }
        if !flow.is_empty && least > flow.room() + TOLERANCE && least <= frame.body() + TOLERANCE {
            flow.turn();
        }
        for (offset, unit) in chain.iter().enumerate() {
            flow.set(unit, units.get(at + offset + 1));
        }
        at = end + 1;
    }
    flow.pages.push(flow.page);
    flow.pages
}

fn units(laid: &[Laid], number: Option<usize>) -> Vec<Unit<'_>> {
    let mut units = Vec::with_capacity(laid.len());
    let mut before = None;
    let mut index = 0;
    while let Some(one) = laid.get(index) {
        let composed = &one.composed;
        let part = composed.part;
        // A photo without a caption that is not there leaves nothing.
        let is_bare = part == Part::Annex && one.photo.is_none() && composed.text.trim().is_empty();
        if is_bare || (part == Part::Title && composed.text.is_empty()) || Some(index) == number {
            index += 1;
            continue;
        }
        if part == Part::Signature {
            let place = composed.target.is_some().then_some(one);
            let from = index + usize::from(place.is_some());
            let names = laid.get(from..).unwrap_or_default().iter();
            let is_name =
                |laid: &&Laid| laid.composed.part == Part::Signature && laid.composed.target.is_none();
            let count = names.take_while(is_name).count();
            let names = laid.get(from..from + count).unwrap_or_default();
            // What is not written yet takes no room.
            let place = place.filter(|laid| !laid.composed.text.trim().is_empty());
            if place.is_some() || !names.is_empty() {
                units.push(Unit::Signatures { place, names });
                before = Some(part);
            }
            index = from + count;
            continue;
        }
        if let Some(row) = &one.row {
            units.push(Unit::Row { row, gap: if row.head { 12.0 } else { 0.0 } });
            before = Some(part);
            index += 1;
            continue;
        }
        if let (Some(lines), Some(name)) = (&one.lines, &one.photo) {
            units.push(Unit::Photo { laid: one, lines, name });
            before = Some(part);
            index += 1;
            continue;
        }
        if let Some(lines) = &one.lines {
            let gap = gap(part, before);
            let ends = composed.text.trim_end().ends_with(':');
            let heads = matches!(
                part,
                Part::Title | Part::Heading(_) | Part::Outline(0) | Part::Paragraph(Role::Enacting)
            );
            units.push(Unit::Paragraph { laid: one, lines, gap, keeps: heads || ends });
            before = Some(part);
        }
        index += 1;
    }
    units
}

/// Points between a paragraph and the one above.
fn gap(part: Part, before: Option<Part>) -> f32 {
    match (part, before) {
        (Part::Title, _) => 16.5,
        (_, Some(Part::Title)) => 10.0,
        (Part::Outline(0) | Part::Heading(1), _) => 14.0,
        (Part::AgendaItem, Some(Part::AgendaItem | Part::Heading(_)))
        | (Part::Attendee, Some(Part::Attendee | Part::Heading(_))) => 0.0,
        (Part::Outline(_), Some(Part::Outline(_))) => 3.0,
        _ => 8.0,
    }
}

/// Above a photo, and between it and its caption.
const ABOVE_PHOTO: f32 = 12.0;
const ABOVE_CAPTION: f32 = 6.0;
/// How high a photo is beside the measure, at most: two stand on a sheet with their captions.
const PHOTO: f32 = 0.6;

/// How high the place of a photo with this caption is.
fn photo(frame: &Frame, caption: &Lines) -> f32 {
    let room = frame.body() - caption.layout.height() - ABOVE_PHOTO - ABOVE_CAPTION;
    (frame.measure * PHOTO).min(room).max(FEWEST)
}

/// A place lower than this is none.
const FEWEST: f32 = 48.0;

/// Above a block of signatures.
const ABOVE_SIGNATURES: f32 = 16.0;

impl Unit<'_> {
    fn keeps(&self) -> bool {
        matches!(self, Unit::Paragraph { keeps: true, .. } | Unit::Row { row: Cells { head: true, .. }, .. })
    }

    /// The height of all of it with the gap above.
    fn whole(&self, frame: &Frame) -> f32 {
        match self {
            Unit::Paragraph { lines, gap, .. } => gap + lines.layout.height(),
            Unit::Photo { lines, .. } => {
                ABOVE_PHOTO + photo(frame, lines) + ABOVE_CAPTION + lines.layout.height()
            }
            Unit::Row { row, gap } => gap + row.height,
            Unit::Signatures { place, names } => {
                let place = place.and_then(|laid| laid.lines.as_ref());
                let place = place.map_or(0.0, |lines| lines.layout.height());
                let names: f32 = names.chunks(columns(names.len())).map(row).sum();
                ABOVE_SIGNATURES + place + names
            }
        }
    }

    /// What must stand on one page before a break is allowed.
    fn least(&self, next: Option<&Self>, frame: &Frame) -> f32 {
        match self {
            Unit::Paragraph { lines, gap, .. } => {
                let count = lines.layout.lines().len();
                if count > 3 {
                    return gap + 2.0 * line_height(lines);
                }
                let after = next.filter(|next| matches!(next, Unit::Signatures { .. }));
                self.whole(frame) + after.map_or(0.0, |unit| unit.whole(frame))
            }
            Unit::Photo { .. } | Unit::Row { .. } | Unit::Signatures { .. } => self.whole(frame),
        }
    }

    /// What must stand on one page before a break where no page holds what should.
    fn first(&self, frame: &Frame) -> f32 {
        match self {
            Unit::Paragraph { lines, gap, .. } => gap + first(lines),
            Unit::Photo { lines, .. } => ABOVE_PHOTO + photo(frame, lines) + ABOVE_CAPTION + first(lines),
            Unit::Row { row, gap } => gap + row.first_part(),
            Unit::Signatures { place, names } => match place.and_then(|laid| laid.lines.as_ref()) {
                Some(lines) => ABOVE_SIGNATURES + first(lines),
                None => ABOVE_SIGNATURES + first_row(names.chunks(columns(names.len())).next()),
            },
        }
    }

    /// What must stand on the page where it begins.
    fn need(&self, frame: &Frame) -> f32 {
        let whole = self.whole(frame);
        if whole <= frame.body() + TOLERANCE { whole } else { self.first(frame) }
    }
}

/// How high the lines of a paragraph are that stand together before a break: three are never parted.
fn first(lines: &Lines) -> f32 {
    let count = lines.layout.lines().len();
    if count > FIRST { 2.0 * line_height(lines) } else { lines.layout.height() }
}

/// How high the first part of a row of names must be where it is split.
fn first_row(names: Option<&[Laid]>) -> f32 {
    let all = names.unwrap_or_default().iter().filter_map(|laid| laid.lines.as_ref());
    all.map(|lines| lines.layout.height().min(FIRST_LINES * line_height(lines))).fold(0.0, f32::max) + SIGNING
}

fn line_height(lines: &Lines) -> f32 {
    lines.layout.lines().first().map_or(1.0, |line| line.bottom - line.top).max(1.0)
}

/// The height of one row of names, with room to sign.
fn row(names: &[Laid]) -> f32 {
    let heights = names.iter().filter_map(|laid| laid.lines.as_ref()).map(|lines| lines.layout.height());
    heights.fold(0.0, f32::max) + SIGNING
}

impl<'a> Flow<'a> {
    fn room(&self) -> f32 {
        self.frame.bottom - self.y
    }

    /// Whether the next page has more room than this one, where nothing of the text stands yet.
    fn is_fresh(&self) -> bool {
        self.is_empty && (!self.is_headed || self.y <= self.frame.top + TOLERANCE)
    }

    /// Whether a page begins here with text: without the distance to something above.
    fn is_top(&self) -> bool {
        self.is_empty && !self.is_headed
    }

    /// Whether so much must wait for the next page.
    fn lacks(&self, height: f32) -> bool {
        !self.is_fresh() && height > self.room() + TOLERANCE
    }

    fn turn(&mut self) {
        self.pages.push(std::mem::take(&mut self.page));
        self.y = self.frame.top;
        self.is_empty = true;
        self.is_headed = false;
        self.in_table = false;
    }

    fn set(&mut self, unit: &Unit<'a>, next: Option<&Unit<'_>>) {
        if !matches!(unit, Unit::Row { .. }) {
            self.head = None;
            self.in_table = false;
        }
        match unit {
            Unit::Paragraph { laid, lines, gap, .. } => {
                let tail = match next {
                    Some(signatures @ Unit::Signatures { .. }) => signatures.whole(self.frame),
                    _ => 0.0,
                };
                self.paragraph(laid, lines, *gap, tail);
            }
            Unit::Row { row, gap } => self.row(row, *gap),
            Unit::Signatures { place, names } => self.signatures(*place, names, unit.need(self.frame)),
            Unit::Photo { laid, lines, name } => self.photo(laid, lines, name, unit.need(self.frame)),
        }
    }

    /// Sets a row, on the next page under the head of its table where this one has no room; on as many pages as it needs
    /// where none holds it.
    fn row(&mut self, row: &'a Cells, gap: f32) {
        if row.head {
            // One that would leave its rows less than half of each page stands once.
            self.head = Some(row).filter(|head| head.height <= self.frame.body() / 2.0);
        }
        let above = self.head.filter(|_| !row.head).map_or(0.0, |head| head.height);
        let is_whole = ON_TOP + above + row.height <= self.frame.body() + TOLERANCE;
        if self.lacks(gap + if is_whole { row.height } else { row.first_part() }) {
            self.turn();
        }
        let mut next: Vec<usize> = vec![0; row.all().len()];
        loop {
            if let Some(head) = self.head.filter(|_| self.is_top() && !row.head) {
                self.put(head, &head.all(), 0.0, true);
            }
            if is_whole {
                self.put(row, &row.all(), gap, false);
                return;
            }
            let above = if self.is_top() { ON_TOP } else { gap };
            let (lines, is_last) = row.portion(&next, self.room() - above);
            self.put(row, &lines, gap, false);
            if is_last {
                return;
            }
            next = lines.into_iter().map(|lines| lines.end).collect();
            self.turn();
        }
    }

    fn put(&mut self, row: &Cells, lines: &[Range<usize>], gap: f32, again: bool) {
        let gap = if self.is_top() { ON_TOP } else { gap };
        let top = self.y + gap;
        let high = row.put(&mut self.page.items, self.frame, top, lines, (!self.in_table, again));
        self.y = top + high;
        self.is_empty = false;
        self.in_table = true;
    }

    /// Sets a photo and its caption, on the next page where this one has no room for what they need.
    fn photo(&mut self, laid: &Laid, lines: &Lines, name: &str, need: f32) {
        if self.lacks(need) {
            self.turn();
        }
        let gap = if self.is_top() { 0.0 } else { ABOVE_PHOTO };
        let (top, left) = (self.y + gap, self.frame.left);
        let bottom = top + photo(self.frame, lines);
        let place = Rect { left, top, right: left + self.frame.measure, bottom };
        self.page.items.push(Item::Photo(place, name.to_owned()));
        self.y = bottom;
        self.is_empty = false;
        self.paragraph(laid, lines, ABOVE_CAPTION, 0.0);
    }

    /// Sets a paragraph on this page and the next ones; `tail` is what must follow its last line on the same page.
    fn paragraph(&mut self, laid: &Laid, lines: &Lines, gap: f32, tail: f32) {
        let count = lines.layout.lines().len();
        let height = line_height(lines);
        #[expect(clippy::cast_precision_loss, reason = "a paragraph has far fewer lines than 2²⁴")]
        let high = |lines: usize| lines as f32 * height;
        let mut from = 0;
        while from < count {
            let left = count - from;
            // The head of the first page keeps its distance; a page that begins with text does not.
            let gap = if from > 0 || self.is_top() { 0.0 } else { gap };
            let room = self.room() - gap;
            let tail = if high(left) + tail <= self.frame.body() { tail } else { 0.0 };
            if high(left) + tail <= room + TOLERANCE {
                self.lines(laid, lines, from..count, gap);
                return;
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines on a page")]
            let fits = ((room + TOLERANCE) / height).max(0.0) as usize;
            let mut fit = if left > 3 { fits.min(left - 2) } else { 0 };
            if fit < 2 {
                fit = 0;
            }
            if fit == 0 && self.is_fresh() {
                // No page holds it better than this one.
                fit = fits.clamp(1, left);
            }
            if fit > 0 {
                self.lines(laid, lines, from..from + fit, gap);
                from += fit;
            }
            if from < count {
                self.turn();
            }
        }
    }

    /// Puts some lines of a paragraph at the pen, with its label before the first.
    fn lines(&mut self, laid: &Laid, lines: &Lines, range: Range<usize>, gap: f32) {
        let top = self.y + gap;
        if let Some(number) = lines.number.as_ref().filter(|_| range.start == 0) {
            // On the line of the first words, whatever their size.
            let line = |layout: &Layout| layout.lines().first().map_or(0.0, |line| line.baseline);
            self.page.items.push(Item::Text(Text {
                layout: Arc::clone(number),
                lines: 0..number.lines().len(),
                left: self.frame.past_start(-BESIDE - number.width(), number.width()),
                top: top + line(&lines.layout) - line(number),
                tone: Tone::Label,
                piece: Piece::Number,
                source: None,
            }));
        }
        if let Some((label, offset)) = lines.label.as_ref().filter(|_| range.start == 0) {
            let left = self.frame.past_start(*offset, label.width());
            self.page.items.push(Item::Text(Text {
                layout: Arc::clone(label),
                lines: 0..label.lines().len(),
                left,
                top,
                tone: Tone::Label,
                piece: Piece::Label,
                source: None,
            }));
        }
        let left = self.frame.past_start(lines.indent, lines.layout.width());
        self.text(laid, lines, range, left, top);
    }

    fn text(&mut self, laid: &Laid, lines: &Lines, range: Range<usize>, left: f32, top: f32) {
        let source = Some(Source { composed: Arc::clone(&laid.composed), prefix: lines.prefix });
        let layout = Arc::clone(&lines.layout);
        let text = Text { layout, lines: range, left, top, tone: Tone::Ink, piece: Piece::Body, source };
        self.y = top + text.height();
        self.page.items.push(Item::Text(text));
        self.is_empty = false;
    }

    /// Sets who signs under the line over them, with room to sign.
    fn signatures(&mut self, place: Option<&Laid>, names: &[Laid], need: f32) {
        if self.lacks(need) {
            self.turn();
        }
        if !self.is_empty {
            self.y += ABOVE_SIGNATURES;
        }
        let count = columns(names.len());
        if let Some((laid, lines)) = place.and_then(|laid| Some((laid, laid.lines.as_ref()?))) {
            self.paragraph(laid, lines, 0.0, first_row(names.chunks(count).next()));
        }
        let wide = column(self.frame, names.len());
        // One alone stands in the last of two columns.
        let from = if names.len() == 1 { wide } else { 0.0 };
        for chunk in names.chunks(count) {
            let mut offset = from + COLUMN_GAP / 2.0;
            let mut row: Vec<(f32, &Laid, &Lines)> = Vec::with_capacity(count);
            for laid in chunk {
                row.extend(laid.lines.as_ref().map(|lines| (offset, laid, lines)));
                offset += wide;
            }
            self.signers(&row);
        }
    }

    /// Sets a row of names, each so far from where lines begin: whole, or where no page holds it on several.
    fn signers(&mut self, names: &[(f32, &Laid, &Lines)]) {
        let layouts: Vec<&Layout> = names.iter().map(|(.., lines)| &*lines.layout).collect();
        let all = layouts.iter().map(|layout| layout.height()).fold(0.0, f32::max) + SIGNING;
        let line = names.first().map_or(0.0, |(.., lines)| line_height(lines));
        let is_whole = all <= self.frame.body() + TOLERANCE;
        if self.lacks(if is_whole { all } else { FIRST_LINES * line + SIGNING }) {
            self.turn();
        }
        let mut next = vec![0; names.len()];
        loop {
            let parts = portion(&layouts, &next, self.room() - SIGNING);
            let top = self.y;
            for ((offset, laid, lines), part) in names.iter().zip(&parts) {
                let left = self.frame.past_start(*offset, lines.layout.width());
                if !part.is_empty() {
                    self.text(laid, lines, part.clone(), left, top);
                }
            }
            self.y = top + height(&layouts, &parts) + SIGNING;
            if are_last(&layouts, &parts) {
                return;
            }
            next = parts.into_iter().map(|part| part.end).collect();
            self.turn();
        }
    }
}
