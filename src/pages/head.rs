//! What the page brings itself: letterhead, stamp, number and day on the first, a foot on each.

use std::sync::Arc;

use super::frame::{FOOT, Frame};
use super::laid::{Laid, Type, line};
use super::{Item, Page, Source, Text, Tone};
use crate::arabic::numerals::to_arabic_indic;
use crate::arabic::{self, Phrase, regions};
use crate::document::{Digits, Document, Language, OutputKind, State};
use crate::template::{Composed, Composition, Part};
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

/// Whether the paragraph is the line of the outgoing number, which stands in the head.
pub(super) fn is_number(composed: &Composed) -> bool {
    let name = Phrase::Number.arabic();
    composed.part == Part::Fact && composed.target.is_none() && composed.text.starts_with(name)
}

pub(super) fn head(
    document: &Document,
    composition: &Composition,
    frame: &Frame,
    number: Option<&Laid>,
    engine: &mut Engine,
) -> Head {
    let mut items = Vec::new();
    // The head stands in the margin: at 14 mm where that is 25.
    let top = frame.top * 0.56;
    let mut end = letterhead(document, composition, frame, top, engine, &mut items);
    let mut row = 0.0_f32;
    if let Some(layout) = number_line(document, composition, frame, end, number, engine, &mut items) {
        row = row.max(layout);
    }
    if let Some(words) = place_and_day(document, composition) {
        let layout = line(engine, &words, Type::Fact, frame.rtl, None, Align::Start);
        let room = frame.measure * 0.45;
        let layout = if layout.width() > room {
            line(engine, &words, Type::Fact, frame.rtl, Some(room), Align::Start)
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
    let lines = 0..layout.lines().len();
    Item::Text(Text { layout, lines, left, top, tone, source: None })
}

/// Logo, lines and stamp with the rule under them; where the rest begins.
fn letterhead(
    document: &Document,
    composition: &Composition,
    frame: &Frame,
    top: f32,
    engine: &mut Engine,
    items: &mut Vec<Item>,
) -> f32 {
    let mut start = 0.0;
    let mut bottom = top;
    let logo = &document.letterhead().logo;
    if !logo.is_empty() {
        let left = frame.past_start(0.0, LOGO);
        items.push(Item::Logo(Rect { left, top, right: left + LOGO, bottom: top + LOGO }));
        let name = line(engine, logo, Type::Tiny, frame.rtl, Some(LOGO - 4.0), Align::Center);
        let lines = 0..name.lines().len().min(2);
        let source = None;
        let (left, top) = (left + 2.0, top + LOGO - 19.0);
        items.push(Item::Text(Text { layout: name, lines, left, top, tone: Tone::Faint, source }));
        start = LOGO + SPACE;
        bottom += LOGO;
    }
    let mut end = 0.0;
    let state = document.output(composition.output).map_or(State::default(), |output| output.state);
    if matches!(state, State::Draft | State::Review) {
        let word = in_language(document, Phrase::Draft);
        let word = line(engine, word, Type::Stamp, frame.rtl, None, Align::Start);
        end = word.width() + 2.0 * STAMP_PADDING;
        let left = frame.at_end(end);
        items.push(Item::Stamp(Rect { left, top, right: left + end, bottom: top + STAMP }));
        let inside = top + (STAMP - word.height()) / 2.0;
        items.push(text(word, left + STAMP_PADDING, inside, Tone::Stamp));
        end += SPACE;
        bottom = bottom.max(top + STAMP);
    }
    let body = &document.meeting().body;
    let own = &document.letterhead().lines;
    let given: Vec<&str> = if own.is_empty() {
        vec![body.organisation.as_str(), body.name.as_str()]
    } else {
        own.iter().map(String::as_str).collect()
    };
    let given: Vec<&str> = given.into_iter().filter(|line| !line.trim().is_empty()).collect();
    let room = (frame.measure - start - end).max(LOGO);
    let mut y = top;
    for (index, words) in given.iter().enumerate() {
        let letters = if index == 0 { Type::Head } else { Type::HeadLine };
        let layout = line(engine, words, letters, frame.rtl, Some(room), Align::Start);
        let height = layout.height();
        items.push(text(layout, frame.past_start(start, room), y, Tone::Ink));
        y += height;
    }
    bottom = bottom.max(y);
    if given.is_empty() && logo.is_empty() {
        return frame.top.max(if end > 0.0 { bottom + SPACE } else { 0.0 });
    }
    bottom += SPACE;
    let (left, right) = (frame.left, frame.left + frame.measure);
    items.push(Item::Rule(Rect { left, top: bottom, right, bottom: bottom + HAIR }));
    bottom + HAIR + AFTER_RULE
}

/// The outgoing number, or the word that it is missing; its height.
fn number_line(
    document: &Document,
    composition: &Composition,
    frame: &Frame,
    top: f32,
    number: Option<&Laid>,
    engine: &mut Engine,
    items: &mut Vec<Item>,
) -> Option<f32> {
    if let Some(given) = number {
        let words = &given.composed.text;
        let layout = line(engine, words, Type::Fact, frame.rtl, Some(frame.measure * 0.5), Align::Start);
        let height = layout.height();
        let left = frame.past_start(0.0, layout.width());
        let lines = 0..layout.lines().len();
        let source = Some(Source { composed: Arc::clone(&given.composed), prefix: 0 });
        items.push(Item::Text(Text { layout, lines, left, top, tone: Tone::Ink, source }));
        return Some(height);
    }
    match composition.output {
        OutputKind::News | OutputKind::Short | OutputKind::AttendanceSheet => return None,
        OutputKind::Minutes
        | OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::Recommendations
        | OutputKind::Statement
        | OutputKind::Invitation => {}
    }
    let name = line(engine, in_language(document, Phrase::Number), Type::Fact, frame.rtl, None, Align::Start);
    let word =
        line(engine, in_language(document, Phrase::Missing), Type::Fact, frame.rtl, None, Align::Start);
    let (height, wide) = (name.height(), name.width());
    items.push(text(Arc::clone(&name), frame.past_start(0.0, wide), top, Tone::Ink));
    let after = wide + 3.5 + MISSING_PADDING;
    let left = frame.past_start(after, word.width());
    items.push(text(word, left, top, Tone::Missing));
    Some(height)
}

/// «فاس، في 14 نونبر 2026», unless the line over the signatures says so.
fn place_and_day(document: &Document, composition: &Composition) -> Option<String> {
    let signed = |part: &Arc<Composed>| {
        part.part == Part::Signature && part.target.is_some() && !part.text.trim().is_empty()
    };
    let is_arabic = document.language() == Language::Arabic;
    if !is_arabic
        || composition.output == OutputKind::Invitation
        || composition.paragraphs.iter().rev().any(signed)
    {
        return None;
    }
    let meeting = document.meeting();
    if meeting.dates.is_unset() {
        return None;
    }
    let mut day = arabic::write(&meeting.dates, arabic::Style::Plain);
    if document.style().digits == Digits::Arabic {
        day = to_arabic_indic(&day);
    }
    Some(arabic::phrases::at_on(&regions::in_prose(&meeting.body.province), &day))
}

/// A fixed word in the language of the record.
fn in_language(document: &Document, phrase: Phrase) -> &'static str {
    match document.language() {
        Language::Arabic => phrase.arabic(),
        Language::French => phrase.french(),
        Language::English => phrase.english(),
    }
}

/// The feet of all pages, kept while their number stays.
#[derive(Default, Debug)]
pub(super) struct Foot {
    title: Option<(String, Arc<Layout>)>,
    numbers: Vec<Arc<Layout>>,
    digits: Digits,
}

impl Foot {
    /// Puts the short title and «1 / 3» under every page.
    pub(super) fn add(
        &mut self,
        pages: &mut [Page],
        document: &Document,
        composition: &Composition,
        frame: &Frame,
        engine: &mut Engine,
    ) {
        let digits = document.style().digits;
        if self.numbers.len() != pages.len() || self.digits != digits {
            self.digits = digits;
            let count = pages.len();
            let number = |n: usize| arabic::phrases::page_of(n, count, digits == Digits::Arabic);
            let layout = |n| line(engine, &number(n), Type::Foot, false, None, Align::Start);
            self.numbers = (1..=count).map(layout).collect();
        }
        let name = if composition.title.text.trim().is_empty() {
            &document.meeting().body.name
        } else {
            &composition.title.text
        };
        if self.title.as_ref().is_none_or(|(old, _)| old != name) {
            let room = (frame.measure - 90.0).max(30.0);
            self.title = Some((name.clone(), short(engine, name.trim(), frame.rtl, room)));
        }
        for (page, number) in pages.iter_mut().zip(&self.numbers) {
            if let Some((_, title)) = self.title.as_ref().filter(|(name, _)| !name.trim().is_empty()) {
                let left = frame.past_start(0.0, title.width());
                page.items.push(text(Arc::clone(title), left, frame.foot, Tone::Faint));
            }
            let left = frame.at_end(number.width());
            page.items.push(text(Arc::clone(number), left, frame.foot, Tone::Faint));
        }
        debug_assert!(frame.foot + FOOT <= frame.height, "the foot is on the paper");
    }
}

/// One line, cut at a word where it is wider than this.
fn short(engine: &mut Engine, words: &str, rtl: bool, room: f32) -> Arc<Layout> {
    let whole = line(engine, words, Type::Foot, rtl, None, Align::Start);
    if whole.width() <= room {
        return whole;
    }
    let wrapped = line(engine, words, Type::Foot, rtl, Some(room - 8.0), Align::Start);
    let end = wrapped.lines().first().map_or(0, |line| line.range.end);
    let head = wrapped.text().get(..end).unwrap_or_default();
    let head = head.trim_end().trim_end_matches(|c: char| c.is_ascii_punctuation() || c == '،' || c == '؛');
    line(engine, &format!("{head}…"), Type::Foot, rtl, None, Align::Start)
}
