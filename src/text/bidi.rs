//! Bidirectional levels and visual order of one unbroken line (UAX #9).

use std::ops::Range;

use parley_engine::{Analysis, AnalysisOptions, Analyzer, BaseDirection};

use super::paragraph::{Base, Direction};

/// The outcome of UAX #9 for one unbroken line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The level of the paragraph: 0 left to right, 1 right to left.
    pub base: u8,
    /// One level for each character, after rule L1. A character removed by X9 has that of the one before it.
    pub levels: Vec<u8>,
    /// Character indices from left to right, after rule L2.
    pub order: Vec<usize>,
}

/// The levels of the characters of an analysed text, into `levels`. Isolates have those they would have with U+2066
/// before and U+2069 after them, which never come into the text: offsets stay what they are.
pub(super) fn resolve(text: &str, analysis: &Analysis, isolates: &[Range<usize>], levels: &mut Vec<u8>) {
    levels.clear();
    let base = analysis.paragraph_level();
    if isolates.is_empty() {
        levels.extend(analysis.bidi_levels().iter().map(|level| level.to_u8()));
    } else {
        let (marked, own) = with_isolates(text, isolates);
        let analysis = analyse(&marked, if base.is_rtl() { Base::Rtl } else { Base::Ltr });
        let all = analysis.bidi_levels().iter().map(|level| level.to_u8());
        levels.extend(all.zip(own).filter_map(|(level, own)| own.then_some(level)));
    }
    // The engine leaves the list empty when everything is at level 0.
    levels.resize(analysis.char_info().len(), base.to_u8());
}

/// A text with its isolates written out, and for each character of that whether it is one of the text's own.
fn with_isolates(text: &str, isolates: &[Range<usize>]) -> (String, Vec<bool>) {
    let mut marked = String::with_capacity(text.len() + isolates.len() * 6);
    let mut own = Vec::with_capacity(text.len() + isolates.len() * 2);
    let mut isolates = isolates.iter().peekable();
    let mut end = None;
    for (at, character) in text.char_indices() {
        if end.is_some_and(|end| at >= end) {
            end = None;
            marked.push('\u{2069}');
            own.push(false);
        }
        while end.is_none()
            && let Some(isolate) = isolates.next_if(|isolate| isolate.start <= at)
        {
            if isolate.end > at {
                end = Some(isolate.end);
                marked.push('\u{2066}');
                own.push(false);
            }
        }
        marked.push(character);
        own.push(true);
    }
    (marked, own)
}

/// Levels and order of any text, by the resolver that shaping uses.
#[must_use]
pub fn levels(text: &str, base: Base) -> Levels {
    let analysis = analyse(text, base);
    let paragraph = analysis.paragraph_level().to_u8();
    let mut levels = Vec::new();
    resolve(text, &analysis, &[], &mut levels);
    for (level, character) in levels.iter_mut().rev().zip(text.chars().rev()) {
        if !is_trailing(character) {
            break;
        }
        *level = paragraph;
    }
    let order = visual_order(&levels);
    Levels { base: paragraph, levels, order }
}

/// The direction of a paragraph with this text.
#[must_use]
pub fn direction(text: &str, base: Base) -> Direction {
    match base {
        Base::Rtl => Direction::Rtl,
        Base::Auto if analyse(text, base).paragraph_level().is_rtl() => Direction::Rtl,
        Base::Ltr | Base::Auto => Direction::Ltr,
    }
}

fn analyse(text: &str, base: Base) -> Analysis {
    let mut analysis = Analysis::new();
    let options = AnalysisOptions { base_direction: base_direction(base), ..AnalysisOptions::default() };
    Analyzer::new().analyze(text, &options, &mut analysis);
    analysis
}

pub(super) fn base_direction(base: Base) -> BaseDirection {
    match base {
        Base::Rtl => BaseDirection::Rtl,
        Base::Ltr => BaseDirection::Ltr,
        Base::Auto => BaseDirection::Auto,
    }
}

/// Rule L2: the places of items from left to right, from their levels in logical order.
pub(super) fn visual_order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    let lowest_odd = levels.iter().copied().filter(|level| level % 2 == 1).min().unwrap_or(u8::MAX);
    for limit in (lowest_odd..=highest).rev() {
        let mut at = 0;
        while at < order.len() {
            let end = order
                .iter()
                .skip(at)
                .position(|&item| levels.get(item).is_none_or(|&level| level < limit))
                .map_or(order.len(), |length| at + length);
            if let Some(block) = order.get_mut(at..end) {
                block.reverse();
            }
            at = end + 1;
        }
    }
    order
}

/// Rule L1: what takes the level of the paragraph at the end of a line (classes WS, B and S, isolates, and all that X9 removes).
pub(super) fn is_trailing(character: char) -> bool {
    matches!(
        character,
        '\0'..=' '
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{1680}'
            | '\u{180e}'
            | '\u{2000}'..='\u{200d}'
            | '\u{2028}'..='\u{202e}'
            | '\u{205f}'..='\u{206f}'
            | '\u{3000}'
            | '\u{feff}'
    )
}
