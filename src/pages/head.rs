//! What the page brings itself: letterhead, stamp, number and day on the first, a foot on each.

use std::sync::Arc;

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
/// From the word that marks a missing value to the edge of its fill.
const MISSING_PADDING: f32 = 5.0;

/// What the first page begins with, and where the text goes on.
pub(super) struct Head {
    pub(super) items: Vec<Item>,
    pub(super) end: f32,
}

pub(super) fn head(
    head: &template::Head<'_>,
    composition: &Composition,
    (frame, setting): (&Frame, &Setting),
    engine: &mut Engine,
) -> Head {
    let mut items = Vec::new();
    let mut end = letterhead(head, (frame, setting), frame.head, engine, &mut items);
    let mut row = 0.0_f32;
    if let Some(layout) = number_line(head.number, composition, (frame, setting), end, engine, &mut items) {
        row = row.max(layout);
    }
    if let Some(words) = &head.day {
        let layout = line(engine, words, Type::Fact, frame, None, Align::Start);
        let room = frame.measure * 0.45;
        let layout = if layout.width() > room {
            line(engine, words, Type::Fact, frame, Some(room), Align::Start)
        } else {
            layout
        };
        row = row.max(layout.height());
        let left = frame.at_end(layout.width());
        items.push(text(layout, left, end, Tone::Ink));
    }
    if row > 0.0 {
        end += row;
    }
    Head { items, end }
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
    top: f32,
    engine: &mut Engine,
    items: &mut Vec<Item>,
) -> f32 {
    let mut start = 0.0;
    let mut bottom = top;
    let logo = if setting.shows(head.logo) { head.logo } else { "" };
    if !logo.is_empty() {
        let left = frame.past_start(0.0, LOGO);
        items.push(Item::Logo(Rect { left, top, right: left + LOGO, bottom: top + LOGO }));
        if setting.pictures.is_none() {
            let name = line(engine, logo, Type::Tiny, frame, Some(LOGO - 4.0), Align::Center);
            let lines = 0..name.lines().len().min(2);
            let (left, top) = (left + 2.0, top + LOGO - 19.0);
            items.push(Item::Text(Text {
                layout: name,
                lines,
                left,
                top,
                tone: Tone::Faint,
                piece: Piece::Hint,
                source: None,
            }));
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
        items.push(Item::Stamp(Rect { left, top, right: left + end, bottom: top + STAMP }));
        let inside = top + (STAMP - word.height()) / 2.0;
        items.push(text(word, left + STAMP_PADDING, inside, Tone::Stamp));
        end += SPACE;
        bottom = bottom.max(top + STAMP);
    }
    let room = (frame.measure - start - end).max(LOGO);
    let mut y = top;
    for (index, words) in head.lines.iter().enumerate() {
        let letters = if index == 0 { Type::Head } else { Type::HeadLine };
        let layout = line(engine, words, letters, frame, Some(room), Align::Start);
        let height = layout.height();
        items.push(text(layout, frame.past_start(start, room), y, Tone::Ink));
        y += height;
    }
    bottom = bottom.max(y);
    if head.lines.is_empty() && logo.is_empty() {
        return frame.top.max(if end > 0.0 { bottom + SPACE } else { 0.0 });
    }
    bottom += SPACE;
    let (left, right) = (frame.left, frame.left + frame.measure);
    items.push(Item::Rule(Rect { left, top: bottom, right, bottom: bottom + HAIR }));
    bottom + HAIR + AFTER_RULE
}

/// The outgoing number, or the word that it is missing; its height.
fn number_line(
    number: Numbered,
    composition: &Composition,
    (frame, setting): (&Frame, &Setting),
    top: f32,
    engine: &mut Engine,
    items: &mut Vec<Item>,
) -> Option<f32> {
    match number {
        Numbered::None => None,
        Numbered::Missing { .. } if !setting.prompts => None,
        Numbered::Given(at) => {
            let given = composition.paragraphs.get(at)?;
            let measure = Some(frame.measure * 0.5);
            let layout = line(engine, &given.text, Type::Fact, frame, measure, Align::Start);
            let height = layout.height();
            let left = frame.past_start(0.0, layout.width());
            let lines = 0..layout.lines().len();
            let source = Some(Source { composed: Arc::clone(given), prefix: 0 });
            items.push(Item::Text(Text {
                layout,
                lines,
                left,
                top,
                tone: Tone::Ink,
                piece: Piece::Head,
                source,
            }));
            Some(height)
        }
        Numbered::Missing { name, word } => {
            let name = line(engine, name, Type::Fact, frame, None, Align::Start);
            let word = line(engine, word, Type::Fact, frame, None, Align::Start);
            let (height, wide) = (name.height(), name.width());
            items.push(text(name, frame.past_start(0.0, wide), top, Tone::Ink));
            let after = wide + 3.5 + MISSING_PADDING;
            let left = frame.past_start(after, word.width());
            items.push(text(word, left, top, Tone::Missing));
            Some(height)
        }
    }
}

/// The feet of all pages, kept while their number stays.
#[derive(Default, Debug)]
pub(super) struct Foot {
    title: Option<(String, Arc<Layout>)>,
    numbers: Vec<Arc<Layout>>,
    digits: Digits,
    running: Option<(Review, Arc<Layout>, Arc<Layout>)>,
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
        if self.title.as_ref().is_none_or(|(old, _)| old != name) {
            let room = (frame.measure - 90.0).max(30.0);
            self.title = Some((name.clone(), short(engine, name.trim(), frame, room)));
        }
        for (page, number) in pages.iter_mut().zip(&self.numbers) {
            if let Some((_, title)) = self.title.as_ref().filter(|(name, _)| !name.trim().is_empty()) {
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
        if self.running.as_ref().is_none_or(|(old, ..)| old != review) {
            let mut laid =
                |words: &str, letters: Type| line(engine, words, letters, frame, None, Align::Start);
            let (state, version) = (laid(&review.state, Type::Strip), laid(&review.version, Type::Foot));
            self.running = Some((review.clone(), state, version));
        }
        let Some((_, state, version)) = &self.running else { return };
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
