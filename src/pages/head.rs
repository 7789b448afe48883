//! What the page brings itself: letterhead, stamp, number and day on the first, a foot on each.

use std::sync::Arc;

use super::flow::TOLERANCE;
use super::frame::{FOOT, Frame};
use super::laid::{Type, directed, line};
use super::setting::{Review, Setting};
use super::{Item, Page, Piece, Source, Text, Tone};
use crate::arabic;
use crate::document::{Digits, Document};
use crate::template::{self, Composition, Numbered};
use crate::text::{Align, Engine, Layout, Rect};

/// The edge of the place of the logo.
const LOGO: f32 = 40.0;
/// Between the pieces of the head.
const SPACE: f32 = 10.0;
/// Between the rule and the line of the number.
const AFTER_RULE: f32 = 8.4;
/// The thickness of a line one pixel wide on the screen.
const HAIR: f32 = 0.8;
/// From the frame of the stamp to its word.
const STAMP_PADDING: f32 = 13.2;
/// The height of the stamp.
const STAMP: f32 = 28.0;
/// Lines of the letterhead are never narrower for what stands beside them.
const NARROW: f32 = 72.0;
/// From the word that marks a missing value to the edge of its fill.
const MISSING_PADDING: f32 = 5.0;

/// What the text begins with: on one page, on more where that does not hold it; and where the text goes on, on the last.
pub(super) struct Head {
    pub(super) pages: Vec<Page>,
    pub(super) end: f32,
}

/// Where something stands: the page, from 0, and how far down.
type Spot = (usize, f32);

/// The pages that the head fills.
struct Paper<'a> {
    frame: &'a Frame,
    pages: Vec<Page>,
}

impl Paper<'_> {
    fn page(&mut self, at: usize) -> Option<&mut Page> {
        while self.pages.len() <= at {
            self.pages.push(Page::default());
        }
        self.pages.get_mut(at)
    }

    /// The same spot, or the top of the next page where so much has no room under it.
    fn room(&self, (page, y): Spot, height: f32) -> Spot {
        let is_over = y + height > self.frame.bottom + TOLERANCE && y > self.frame.top;
        if is_over { (page + 1, self.frame.top) } else { (page, y) }
    }

    fn put(&mut self, page: usize, item: Item) {
        if let Some(page) = self.page(page) {
            page.items.push(item);
        }
    }

    /// Puts a text from here on, on as many pages as its lines need; where the next stands under it.
    fn text(
        &mut self,
        layout: &Arc<Layout>,
        (left, tone): (f32, Tone),
        mut spot: Spot,
        source: Option<&Source>,
    ) -> Spot {
        let count = layout.lines().len();
        let mut from = 0;
        while from < count {
            let rest = layout.lines().get(from..).unwrap_or_default();
            let top = rest.first().map_or(0.0, |line| line.top);
            let line = rest.first().map_or(0.0, |line| line.bottom - line.top);
            spot = self.room(spot, line);
            let room = self.frame.bottom - spot.1 + TOLERANCE;
            let fits = rest.iter().take_while(|line| line.bottom - top <= room).count().max(1);
            let lines = from..from + fits;
            let (layout, source) = (Arc::clone(layout), source.cloned());
            let text = Text { layout, lines, left, top: spot.1, tone, piece: Piece::Head, source };
            spot.1 += text.height();
            self.put(spot.0, Item::Text(text));
            from += fits;
        }
        spot
    }
}

pub(super) fn head(
    head: &template::Head<'_>,
    composition: &Composition,
    (frame, setting): (&Frame, &Setting),
    engine: &mut Engine,
) -> Head {
    let mut paper = Paper { frame, pages: vec![Page::default()] };
    let start = letterhead(head, (frame, setting), engine, &mut paper);
    let mut end = start;
    if let Some(under) = number_line(head.number, composition, setting, start, engine, &mut paper) {
        end = later(end, under);
    }
    if let Some(words) = &head.day {
        let layout = line(engine, words, Type::Fact, frame, None, Align::Start);
        let room = frame.measure * 0.45;
        let layout = if layout.width() > room {
            line(engine, words, Type::Fact, frame, Some(room), Align::Start)
        } else {
            layout
        };
        let left = frame.at_end(layout.width());
        end = later(end, paper.text(&layout, (left, Tone::Ink), start, None));
    }
    Head { pages: paper.pages, end: end.1 }
}

/// The one of two spots that comes later.
fn later(a: Spot, b: Spot) -> Spot {
    if (b.0, b.1) > (a.0, a.1) { b } else { a }
}

fn text(layout: Arc<Layout>, left: f32, top: f32, tone: Tone) -> Item {
    piece(layout, left, top, tone, Piece::Head)
}

fn piece(layout: Arc<Layout>, left: f32, top: f32, tone: Tone, piece: Piece) -> Item {
    let lines = 0..layout.lines().len();
    Item::Text(Text { layout, lines, left, top, tone, piece, source: None })
}

/// Logo, lines and stamp with the rule under them; where the rest begins.
fn letterhead(
    head: &template::Head<'_>,
    (frame, setting): (&Frame, &Setting),
    engine: &mut Engine,
    paper: &mut Paper<'_>,
) -> Spot {
    let top = frame.head;
    let mut start = 0.0;
    let mut bottom = top;
    let logo = if setting.shows(head.logo) { head.logo } else { "" };
    if !logo.is_empty() {
        let left = frame.past_start(0.0, LOGO);
        paper.put(0, Item::Logo(Rect { left, top, right: left + LOGO, bottom: top + LOGO }));
        if setting.pictures.is_none() {
            let name = line(engine, logo, Type::Tiny, frame, Some(LOGO - 4.0), Align::Center);
            let lines = 0..name.lines().len().min(2);
            let (left, top) = (left + 2.0, top + LOGO - 19.0);
            let (tone, piece) = (Tone::Faint, Piece::Hint);
            let hint = Text { layout: name, lines, left, top, tone, piece, source: None };
            paper.put(0, Item::Text(hint));
        }
        start = LOGO + SPACE;
        bottom += LOGO;
    }
    let mut end = 0.0;
    // A copy for review says it on every page.
    if let Some(word) = head.draft.filter(|_| setting.review.is_none()) {
        let word = line(engine, word, Type::Stamp, frame, None, Align::Start);
        end = word.width() + 2.0 * STAMP_PADDING;
        let left = frame.at_end(end);
        // Beside the logo, or under it on a sheet too narrow for both.
        let top = if start + end > frame.measure { bottom + SPACE } else { top };
        paper.put(0, Item::Stamp(Rect { left, top, right: left + end, bottom: top + STAMP }));
        let inside = top + (STAMP - word.height()) / 2.0;
        paper.put(0, text(word, left + STAMP_PADDING, inside, Tone::Stamp));
        end += SPACE;
        bottom = bottom.max(top + STAMP);
    }
    let mut room = frame.measure - start - end;
    let mut spot = (0, top);
    if room < NARROW {
        // Between logo and stamp no line has room: they stand under both.
        (start, room, spot) = (0.0, frame.measure, (0, bottom + SPACE));
    }
    for (index, words) in head.lines.iter().enumerate() {
        let letters = if index == 0 { Type::Head } else { Type::HeadLine };
        let layout = line(engine, words, letters, frame, Some(room), Align::Start);
        let left = frame.past_start(start, room);
        spot = paper.text(&layout, (left, Tone::Ink), spot, None);
    }
    if head.lines.is_empty() && logo.is_empty() {
        return (0, frame.top.max(if end > 0.0 { bottom + SPACE } else { 0.0 }));
    }
    let (page, bottom) = later(spot, (0, bottom));
    let (page, top) = paper.room((page, bottom + SPACE), HAIR);
    let (left, right) = (frame.left, frame.left + frame.measure);
    paper.put(page, Item::Rule(Rect { left, top, right, bottom: top + HAIR }));
    (page, top + HAIR + AFTER_RULE)
}

/// The outgoing number, or the word that it is missing; where the next stands under it.
fn number_line(
    number: Numbered,
    composition: &Composition,
    setting: &Setting,
    spot: Spot,
    engine: &mut Engine,
    paper: &mut Paper<'_>,
) -> Option<Spot> {
    let frame = paper.frame;
    match number {
        Numbered::None => None,
        Numbered::Missing { .. } if !setting.prompts => None,
        Numbered::Given(at) => {
            let given = composition.paragraphs.get(at)?;
            let measure = Some(frame.measure * 0.5);
            let layout = line(engine, &given.text, Type::Fact, frame, measure, Align::Start);
            let left = frame.past_start(0.0, layout.width());
            let source = Source { composed: Arc::clone(given), prefix: 0 };
            Some(paper.text(&layout, (left, Tone::Ink), spot, Some(&source)))
        }
        Numbered::Missing { name, word } => {
            let name = line(engine, name, Type::Fact, frame, None, Align::Start);
            let word = line(engine, word, Type::Fact, frame, None, Align::Start);
            let wide = name.width();
            let under = paper.text(&name, (frame.past_start(0.0, wide), Tone::Ink), spot, None);
            let after = wide + 3.5 + MISSING_PADDING;
            let left = frame.past_start(after, word.width());
            paper.text(&word, (left, Tone::Missing), spot, None);
            Some(under)
        }
    }
}

/// The feet of all pages, kept while their number stays.
#[derive(Default, Debug)]
pub(super) struct Foot {
    /// The short title, of which title and for which frame.
    title: Option<(String, Frame, Arc<Layout>)>,
    numbers: Vec<Arc<Layout>>,
    digits: Digits,
    running: Option<(Review, bool, Arc<Layout>, Arc<Layout>)>,
}

impl Foot {
    /// Puts the short title and «1 / 3» under every page.
    pub(super) fn add(
        &mut self,
        pages: &mut [Page],
        document: &Document,
        composition: &Composition,
        (frame, setting): (&Frame, &Setting),
        engine: &mut Engine,
    ) {
        let digits = composition.digits;
        if self.numbers.len() != pages.len() || self.digits != digits {
            self.digits = digits;
            let count = pages.len();
            let number = |n: usize| arabic::phrases::page_of(n, count, digits == Digits::Arabic);
            let layout =
                |n| directed(engine, &number(n), Type::Foot, (frame.family, false), None, Align::Start);
            self.numbers = (1..=count).map(layout).collect();
        }
        let name = if composition.title.text.trim().is_empty() {
            &document.meeting().body.name
        } else {
            &composition.title.text
        };
        if self.title.as_ref().is_none_or(|(old, set, _)| old != name || set != frame) {
            let room = (frame.measure - 90.0).max(30.0);
            self.title = Some((name.clone(), *frame, short(engine, name.trim(), frame, room)));
        }
        for (page, number) in pages.iter_mut().zip(&self.numbers) {
            if let Some((.., title)) = self.title.as_ref().filter(|(name, ..)| !name.trim().is_empty()) {
                let left = frame.past_start(0.0, title.width());
                page.items.push(piece(Arc::clone(title), left, frame.foot, Tone::Faint, Piece::Foot));
            }
            let left = frame.at_end(number.width());
            page.items.push(piece(Arc::clone(number), left, frame.foot, Tone::Faint, Piece::Foot));
        }
        self.run(pages, (frame, setting), engine);
        debug_assert!(frame.foot + FOOT <= frame.height, "the foot is on the paper");
    }

    /// Puts what a copy for review says at the top of every page.
    fn run(&mut self, pages: &mut [Page], (frame, setting): (&Frame, &Setting), engine: &mut Engine) {
        let Some(review) = &setting.review else { return };
        if self.running.as_ref().is_none_or(|(old, rtl, ..)| old != review || *rtl != frame.rtl) {
            let mut laid =
                |words: &str, letters: Type| line(engine, words, letters, frame, None, Align::Start);
            let (state, version) = (laid(&review.state, Type::Strip), laid(&review.version, Type::Foot));
            self.running = Some((review.clone(), frame.rtl, state, version));
        }
        let Some((.., state, version)) = &self.running else { return };
        let rule = frame.running + state.height() + 2.0;
        for page in pages {
            let start = frame.past_start(0.0, state.width());
            let end = frame.at_end(version.width());
            let (left, right) = (frame.left, frame.left + frame.measure);
            let words = [
                piece(Arc::clone(state), start, frame.running, Tone::Stamp, Piece::Running),
                piece(Arc::clone(version), end, frame.running, Tone::Faint, Piece::Running),
                Item::Rule(Rect { left, top: rule, right, bottom: rule + HAIR }),
            ];
            page.items.splice(0..0, words);
        }
    }
}

/// One line, cut at a word where it is wider than this.
fn short(engine: &mut Engine, words: &str, frame: &Frame, room: f32) -> Arc<Layout> {
    let whole = line(engine, words, Type::Foot, frame, None, Align::Start);
    if whole.width() <= room {
        return whole;
    }
    let wrapped = line(engine, words, Type::Foot, frame, Some(room - 8.0), Align::Start);
    let end = wrapped.lines().first().map_or(0, |line| line.range.end);
    let head = wrapped.text().get(..end).unwrap_or_default();
    let head = head.trim_end().trim_end_matches(|c: char| c.is_ascii_punctuation() || c == '،' || c == '؛');
    line(engine, &format!("{head}…"), Type::Foot, frame, None, Align::Start)
}
