//! Pages: a composed text on paper, in points, with its letterhead, footers and page breaks.
//!
//! One point is 1/72 of an inch; x grows to the right and y downwards from the paper's top left corner. Lines are
//! broken here once, whatever the size the pages are later shown at.

mod beside;
mod flow;
mod frame;
mod head;
mod laid;
mod pager;
mod place;
mod setting;
mod table;

use std::ops::Range;
use std::sync::Arc;

pub use laid::Type;
pub use pager::Pager;
pub use place::Spot;
pub use setting::{Review, Setting};

use crate::document::Document;
use crate::template::{Composed, Composition};
use crate::text::{Engine, Layout, Rect};

/// A text on paper.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The sheets, one at least.
    pub pages: Vec<Page>,
    /// The width of a sheet.
    pub width: f32,
    /// The height of a sheet.
    pub height: f32,
    /// Whether the text is read from right to left.
    pub rtl: bool,
    /// Whether all of the text is on them; what is missing comes after the last.
    pub is_whole: bool,
    /// How many paragraphs of how many are on them.
    pub laid: (usize, usize),
}

/// One sheet: what is drawn on it, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is drawn.
    pub items: Vec<Item>,
}

/// Something drawn on a page.
#[derive(Clone, Debug)]
pub enum Item {
    /// Lines of text.
    Text(Text),
    /// A line across or down, filled.
    Rule(Rect),
    /// The frame of the stamp of what is not approved yet.
    Stamp(Rect),
    /// Where the logo belongs.
    Logo(Rect),
    /// Where a photo belongs, with its name in the record; its caption follows.
    Photo(Rect, String),
    /// A row of a table begins; its cells follow, but those without words.
    Row(Row),
}

/// A row of a table, for those who do not see the lines around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// How many cells it has.
    pub cells: usize,
    /// Whether it heads the columns.
    pub head: bool,
    /// Whether it stands here once more, at the top of another page.
    pub again: bool,
    /// Whether it goes on here, begun on the page before.
    pub goes_on: bool,
}

/// What a text is on its page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Of the letterhead, the number, the place or the day.
    Head,
    /// The name of a picture that is not there.
    Hint,
    /// At the top of every page of a copy for review.
    Running,
    /// At the foot of every page.
    Foot,
    /// The number of a paragraph, in the margin.
    Number,
    /// What hangs before the paragraph that follows.
    Label,
    /// A paragraph, or some lines of it.
    Body,
    /// The words of a cell of the row that was begun last, counted from the first.
    Cell(usize),
}

/// Some lines of a paragraph, where they stand.
#[derive(Clone, Debug)]
pub struct Text {
    /// The paragraph, all of it.
    pub layout: Arc<Layout>,
    /// The lines of it that stand here.
    pub lines: Range<usize>,
    /// The left edge of the paragraph.
    pub left: f32,
    /// The upper edge of the first of these lines.
    pub top: f32,
    /// How it is inked.
    pub tone: Tone,
    /// What it is on the page.
    pub piece: Piece,
    /// What it is in the composition; nothing for what the page itself brings.
    pub source: Option<Source>,
}

/// What lines of text are in the composition.
#[derive(Clone, Debug)]
pub struct Source {
    /// The paragraph.
    pub composed: Arc<Composed>,
    /// Bytes of the layout before its words.
    pub prefix: usize,
}

/// How a text is inked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// The text itself.
    Ink,
    /// What stands before a listed paragraph.
    Label,
    /// What the page says of itself: its foot, the name of a picture.
    Faint,
    /// The stamp.
    Stamp,
    /// A value that is not filled in.
    Missing,
}

/// The whole text on paper, as it is set where nothing else is asked for.
#[must_use]
pub fn lay(document: &Document, composition: &Composition, engine: &mut Engine) -> Pages {
    Pager::default().lay(document, composition, engine, usize::MAX)
}

impl Page {
    /// The texts on it, in reading order.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.items.iter().filter_map(|item| match item {
            Item::Text(text) => Some(text),
            Item::Rule(_) | Item::Stamp(_) | Item::Logo(_) | Item::Photo(..) | Item::Row(_) => None,
        })
    }

    /// What it says, a line for each paragraph, for those who do not see it.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut after_label = true;
        for text in self.texts() {
            if !words.is_empty() {
                words.push(if after_label { ' ' } else { '\n' });
            }
            after_label = text.tone == Tone::Label;
            words.push_str(text.words().trim());
        }
        words
    }
}

impl Text {
    /// The words of these lines.
    #[must_use]
    pub fn words(&self) -> &str {
        let lines = self.layout.lines().get(self.lines.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return "" };
        self.layout.text().get(first.range.start..last.range.end).unwrap_or_default()
    }

    /// How high these lines are.
    #[must_use]
    pub fn height(&self) -> f32 {
        let lines = self.layout.lines().get(self.lines.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return 0.0 };
        last.bottom - first.top
    }

    /// Where the layout's own top is, so that these lines stand where they should.
    #[must_use]
    pub fn origin(&self) -> f32 {
        self.top - self.layout.lines().get(self.lines.start).map_or(0.0, |line| line.top)
    }

    /// What bytes of the composed text cover here.
    #[must_use]
    pub fn rects(&self, shown: Range<usize>) -> Vec<Rect> {
        let prefix = self.source.as_ref().map_or(0, |source| source.prefix);
        let (left, up, bottom) = (self.left, self.origin(), self.top + self.height());
        let placed = |rect: Rect| Rect {
            left: rect.left + left,
            top: rect.top + up,
            right: rect.right + left,
            bottom: rect.bottom + up,
        };
        let rects = self.layout.rects(shown.start + prefix..shown.end + prefix);
        let inside = |rect: &Rect| {
            let middle = f32::midpoint(rect.top, rect.bottom);
            middle > self.top && middle < bottom
        };
        rects.into_iter().map(placed).filter(inside).collect()
    }
}
