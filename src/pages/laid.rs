//! One paragraph of the composition in lines: its letters, its indent, its hanging label.

use std::sync::Arc;

use super::frame::Frame;
use super::table::Cells;
use crate::arabic::{figures, kept_together};
use crate::document::Mark;
use crate::template::{Composed, Part, signer};
use crate::text::{Align, Base, Engine, Family, Layout, Paragraph, Span, Style, Weight};

/// How far a listed paragraph stands in, for each level.
const INDENT: f32 = 23.0;
/// Between a label and its words.
const AFTER_LABEL: f32 = 6.0;
/// A label wider than this opens its paragraph instead of hanging before it.
const WIDEST_LABEL: f32 = 60.0;

/// A size and weight of letters on paper, by what it is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// 14/24.
    Body,
    /// 14/24, bold.
    BodyStrong,
    /// 16/28, bold.
    Axis,
    /// 20/30, bold.
    Title,
    /// 14/21.5, bold: the first line of the letterhead.
    Head,
    /// 12.4/18: the other lines of the letterhead.
    HeadLine,
    /// 12.4/20: the number, the place and the day.
    Fact,
    /// 12.4/19: a cell of a table.
    Cell,
    /// 12.4/19, bold: the head of a column.
    CellHead,
    /// 14/25, bold: the stamp.
    Stamp,
    /// 10/14: the foot of a page.
    Foot,
    /// 10/14, bold: what a copy for review is.
    Strip,
    /// 10/24, bold: the number of a paragraph, in the margin.
    Number,
    /// 6.5/8: the name of a picture that is not there.
    Tiny,
}

impl Type {
    /// Its letters and measures in points. Naskh is drawn larger within its em: set a tenth smaller it looks as large as
    /// Amiri does.
    #[must_use]
    pub fn style(self, family: Family) -> Style {
        let (weight, size, line_height) = match self {
            Self::Body => (Weight::Regular, 14.0, 24.0),
            Self::BodyStrong => (Weight::Strong, 14.0, 24.0),
            Self::Axis => (Weight::Strong, 16.0, 28.0),
            Self::Title => (Weight::Strong, 20.0, 30.0),
            Self::Head => (Weight::Strong, 14.0, 21.5),
            Self::HeadLine => (Weight::Regular, 12.4, 18.0),
            Self::Fact => (Weight::Regular, 12.4, 20.0),
            Self::Cell => (Weight::Regular, 12.4, 19.0),
            Self::CellHead => (Weight::Strong, 12.4, 19.0),
            Self::Stamp => (Weight::Strong, 14.0, 24.8),
            Self::Foot => (Weight::Regular, 10.0, 14.0),
            Self::Strip => (Weight::Strong, 10.0, 14.0),
            Self::Number => (Weight::Strong, 10.0, 24.0),
            Self::Tiny => (Weight::Regular, 6.5, 8.0),
        };
        let size = if family == Family::Naskh { size * 0.9 } else { size };
        Style { family, weight, size, line_height }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Laid {
    pub(super) composed: Arc<Composed>,
    /// Nothing until it is laid out.
    pub(super) lines: Option<Lines>,
    /// Its cells, where it is a row of a table.
    pub(super) row: Option<Cells>,
    /// Its number in a copy for review, as it is written.
    pub(super) number: Option<String>,
    /// The picture it is the caption of.
    pub(super) photo: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Lines {
    pub(super) layout: Arc<Layout>,
    /// The label that hangs before the first line, and how far from the start it begins.
    pub(super) label: Option<(Arc<Layout>, f32)>,
    /// The number in the margin.
    pub(super) number: Option<Arc<Layout>>,
    /// Bytes of the layout before the composed text.
    pub(super) prefix: usize,
    /// How far from the start the words begin.
    pub(super) indent: f32,
    /// The width it was broken to.
    room: f32,
}

impl Laid {
    pub(super) fn new(composed: Arc<Composed>) -> Self {
        Self { composed, lines: None, row: None, number: None, photo: None }
    }

    /// Whether it stands in lines of this width.
    pub(super) fn is_laid(&self, room: f32) -> bool {
        let is = |other: f32| (other - room).abs() < f32::EPSILON;
        match &self.row {
            Some(row) => is(row.room),
            None => self.lines.as_ref().is_some_and(|lines| is(lines.room)),
        }
    }

    /// Gives it the photo it is the caption of, which its words stand in the middle of.
    pub(super) fn caption(&mut self, photo: Option<String>) {
        if self.photo.is_some() != photo.is_some() {
            self.lines = None;
        }
        self.photo = photo;
    }

    /// Gives it its number in a copy for review, which is printed anew where it is another.
    pub(super) fn count(&mut self, number: Option<String>) {
        if self.number != number {
            self.number = number;
            self.lines = None;
        }
    }

    pub(super) fn lay(&mut self, engine: &mut Engine, frame: &Frame, room: f32) {
        if let Some(row) = &self.composed.row {
            self.row = Some(Cells::lay(row, engine, frame, room));
            return;
        }
        match &mut self.lines {
            Some(lines) => {
                let width = width(&self.composed, room, lines.indent);
                let align = align(&self.composed, self.photo.is_some());
                Arc::make_mut(&mut lines.layout).rewrap(Some(width), align);
                lines.room = room;
            }
            None => {
                let number = self.number.as_ref();
                let number =
                    number.map(|number| line(engine, number, Type::Number, frame, None, Align::Start));
                let lines = lines(&self.composed, self.photo.is_some(), engine, frame, room);
                self.lines = Some(Lines { number, ..lines });
            }
        }
    }
}

/// How the lines of a paragraph lie between the edges; those of a caption under their photo.
fn align(composed: &Composed, captions: bool) -> Align {
    match composed.part {
        _ if captions => Align::Balance,
        Part::Title => Align::Balance,
        Part::Signature if composed.is_name() => Align::Balance,
        part if part.is_justified() => Align::Even,
        _ => Align::Start,
    }
}

/// The width its words may fill.
fn width(composed: &Composed, room: f32, indent: f32) -> f32 {
    let beyond = if composed.part == Part::Quote { INDENT } else { 0.0 };
    (room - indent - beyond).max(INDENT)
}

fn lines(composed: &Composed, captions: bool, engine: &mut Engine, frame: &Frame, room: f32) -> Lines {
    let part = composed.part;
    let letters = match part {
        Part::Title => Type::Title,
        Part::Heading(1) | Part::Outline(0) => Type::Axis,
        Part::Heading(_) => Type::BodyStrong,
        _ => Type::Body,
    };
    let level = match part {
        Part::Outline(depth) => f32::from(depth.saturating_sub(1)),
        Part::Quote => 1.0,
        _ => 0.0,
    };
    let outer = level * INDENT;
    let mut label = None;
    let mut indent = outer;
    if composed.label.is_empty() && matches!(part, Part::Outline(1..)) {
        // Without a label its words begin where those of its level do, inside its parent.
        indent += INDENT;
    }
    if !composed.label.is_empty() && part != Part::Outline(0) && !captions {
        let layout = label_of(engine, &composed.label, letters, frame);
        let hang = (layout.width() + AFTER_LABEL).max(INDENT);
        if hang <= WIDEST_LABEL {
            label = Some((layout, outer));
            indent += hang;
        }
    }
    let inline = !composed.label.is_empty() && label.is_none();
    let prefix = if inline { composed.label.len() + 1 } else { 0 };
    let mut text =
        if inline { format!("{} {}", composed.label, composed.text) } else { composed.text.clone() };
    let bold = composed.marks.iter().filter(|shown| shown.mark == Mark::Bold);
    let mut spans: Vec<Span> = bold
        .map(|shown| Span {
            range: shown.range.start + prefix..shown.range.end + prefix,
            weight: Some(Weight::Strong),
            family: None,
        })
        .collect();
    // The office on one line, the name on the next in bold letters: no colon stands between them.
    let mut name = None;
    if composed.is_name() {
        let at = signer(&text).0.map(str::len);
        if let Some(at) = at {
            text.replace_range(at..at + 2, "  ");
            name = Some(at + 2);
        }
        let range = name.unwrap_or(0)..text.len();
        spans.push(Span { range, weight: Some(Weight::Strong), family: None });
    }
    let keep = kept_together(&text);
    let paragraph = Paragraph {
        text: &text,
        base: base(frame.rtl),
        language: language(frame.rtl),
        style: letters.style(frame.family),
        spans: &spans,
        keep: &keep,
        isolates: &composed.figures(prefix),
    };
    let align = align(composed, captions);
    let mut layout = engine.layout(&paragraph, Some(width(composed, room, indent)), align);
    if let Some(name) = name {
        layout.part_at(name, align);
    }
    Lines { layout: Arc::new(layout), label, number: None, prefix, indent, room }
}

/// A text of the page's own, in one line or in this width.
pub(super) fn line(
    engine: &mut Engine,
    text: &str,
    letters: Type,
    frame: &Frame,
    width: Option<f32>,
    align: Align,
) -> Arc<Layout> {
    directed(engine, text, letters, (frame.family, frame.rtl), width, align)
}

/// A label: its separator stands between its number and the words, so no figure in it is read for itself.
fn label_of(engine: &mut Engine, text: &str, letters: Type, frame: &Frame) -> Arc<Layout> {
    let paragraph = Paragraph {
        text,
        base: base(frame.rtl),
        language: language(frame.rtl),
        style: letters.style(frame.family),
        spans: &[],
        keep: &[],
        isolates: &[],
    };
    Arc::new(engine.layout(&paragraph, None, Align::Start))
}

/// The same, read from the side that is said.
pub(super) fn directed(
    engine: &mut Engine,
    text: &str,
    letters: Type,
    (family, rtl): (Family, bool),
    width: Option<f32>,
    align: Align,
) -> Arc<Layout> {
    let keep = kept_together(text);
    let paragraph = Paragraph {
        text,
        base: base(rtl),
        language: language(rtl),
        style: letters.style(family),
        spans: &[],
        keep: &keep,
        isolates: &figures(text),
    };
    Arc::new(engine.layout(&paragraph, width, align))
}

fn base(rtl: bool) -> Base {
    if rtl { Base::Rtl } else { Base::Ltr }
}

fn language(rtl: bool) -> &'static str {
    if rtl { "ar-MA" } else { "fr" }
}
