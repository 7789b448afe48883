//! What is asked of the engine: a paragraph, its letters and its measures.

use std::borrow::Cow;
use std::ops::Range;

use super::font::{Family, Weight};

/// One paragraph, ready to be shaped. Line ends inside it are shown as spaces.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// The words, in logical order.
    pub text: &'a str,
    /// The direction the paragraph is read in.
    pub base: Base,
    /// A BCP 47 tag, such as `ar-MA`; fonts may choose letter forms by it.
    pub language: &'static str,
    /// The letters used where no span says otherwise.
    pub style: Style,
    /// Where other letters are used; the later of two overlapping spans wins.
    pub spans: &'a [Span],
    /// Ranges inside which no line breaks, as long as they fit on one.
    pub keep: &'a [Range<usize>],
    /// Ranges read from the left as one thing, whatever stands around them: «12-2026» after Arabic letters (UAX #9,
    /// HL3). In order and apart from each other; nothing is put into the text for them.
    pub isolates: &'a [Range<usize>],
}

/// The direction of a paragraph (UAX #9, P2–P3 and HL1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base {
    /// Right to left, whatever the first letter.
    #[default]
    Rtl,
    /// Left to right, whatever the first letter.
    Ltr,
    /// That of the first strong letter; left to right where there is none.
    Auto,
}

/// Which way a run of text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Letters and measures; lengths in physical pixels, or in points for paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The family of letters.
    pub family: Family,
    /// Their weight.
    pub weight: Weight,
    /// The size of one em.
    pub size: f32,
    /// The distance from one line to the next.
    pub line_height: f32,
}

/// A range of bytes written with other letters. Joining is kept across its ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// The bytes; an end inside a character counts for the whole of it.
    pub range: Range<usize>,
    /// Another weight.
    pub weight: Option<Weight>,
    /// Another family.
    pub family: Option<Family>,
}

/// How lines lie between the two edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the edge where reading starts.
    #[default]
    Start,
    /// At both edges, by wider spaces; but for the last line, and for one whose spaces would grow by more than ¾ em.
    Justify,
    /// The same, broken over the whole paragraph so that spaces are widened evenly: for paper, where nobody types.
    Even,
    /// In the middle.
    Center,
    /// In the middle, its lines as equally long as they can be: for titles, which are short.
    Balance,
}

/// The same bytes with a space as long as it for every line end, tab and separator, which part paragraphs too (UAX #9).
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    const BREAKS: [char; 12] = [
        '\n', '\r', '\t', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{1f}', '\u{85}', '\u{2028}',
        '\u{2029}',
    ];
    if !text.contains(BREAKS) {
        return Cow::Borrowed(text);
    }
    let space = |character: char| match character {
        '\u{85}' => '\u{a0}',
        '\u{2028}' | '\u{2029}' => '\u{2002}',
        other if BREAKS.contains(&other) => ' ',
        other => other,
    };
    Cow::Owned(text.chars().map(space).collect())
}
