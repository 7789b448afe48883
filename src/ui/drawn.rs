//! Small drawn pages: what each kind of text looks like from afar.

use std::sync::Arc;

use eframe::egui::{Color32, CornerRadius, Painter, Rect, Shadow, Stroke, StrokeKind, pos2, vec2};

use super::theme::Theme;
use crate::document::{Document, Kind, OutputKind, RichText, Step, Target};
use crate::pages::{Item, Pager, Text, Tone};
use crate::template::{Part, View, compose};
use crate::text::Engine;

/// The ink of a bar.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Ink {
    Line,
    Edge,
    Accent,
}

/// A bar: from the top, from where reading starts, how wide, how high, in which ink.
type Bar = (f32, f32, f32, f32, Ink);

const MINUTES: [Bar; 13] = [
    (10.0, 19.0, 34.0, 4.0, Ink::Accent),
    (20.0, 8.0, 56.0, 3.0, Ink::Line),
    (26.0, 8.0, 56.0, 3.0, Ink::Line),
    (32.0, 8.0, 40.0, 3.0, Ink::Line),
    (42.0, 8.0, 4.0, 3.0, Ink::Edge),
    (42.0, 16.0, 44.0, 3.0, Ink::Line),
    (50.0, 8.0, 4.0, 3.0, Ink::Edge),
    (50.0, 16.0, 44.0, 3.0, Ink::Line),
    (58.0, 8.0, 4.0, 3.0, Ink::Edge),
    (58.0, 16.0, 44.0, 3.0, Ink::Line),
    (70.0, 8.0, 56.0, 3.0, Ink::Line),
    (80.0, 8.0, 18.0, 3.0, Ink::Edge),
    (80.0, 46.0, 18.0, 3.0, Ink::Edge),
];

const COMMUNIQUE: [Bar; 10] = [
    (10.0, 8.0, 12.0, 12.0, Ink::Accent),
    (12.0, 26.0, 34.0, 3.0, Ink::Edge),
    (18.0, 26.0, 24.0, 3.0, Ink::Line),
    (30.0, 8.0, 56.0, 4.0, Ink::Edge),
    (40.0, 8.0, 56.0, 3.0, Ink::Line),
    (46.0, 8.0, 56.0, 3.0, Ink::Line),
    (52.0, 8.0, 56.0, 3.0, Ink::Line),
    (58.0, 8.0, 36.0, 3.0, Ink::Line),
    (68.0, 8.0, 56.0, 3.0, Ink::Line),
    (74.0, 8.0, 48.0, 3.0, Ink::Line),
];

const NEWS: [Bar; 8] = [
    (10.0, 8.0, 56.0, 4.0, Ink::Edge),
    (18.0, 8.0, 36.0, 4.0, Ink::Edge),
    (28.0, 8.0, 56.0, 22.0, Ink::Line),
    (56.0, 8.0, 56.0, 3.0, Ink::Line),
    (62.0, 8.0, 56.0, 3.0, Ink::Line),
    (68.0, 8.0, 44.0, 3.0, Ink::Line),
    (78.0, 8.0, 56.0, 3.0, Ink::Line),
    (84.0, 8.0, 28.0, 3.0, Ink::Line),
];

const INVITATION: [Bar; 11] = [
    (12.0, 8.0, 24.0, 3.0, Ink::Edge),
    (24.0, 8.0, 40.0, 3.0, Ink::Line),
    (36.0, 8.0, 3.0, 3.0, Ink::Accent),
    (36.0, 14.0, 50.0, 3.0, Ink::Line),
    (45.0, 8.0, 3.0, 3.0, Ink::Accent),
    (45.0, 14.0, 50.0, 3.0, Ink::Line),
    (54.0, 8.0, 3.0, 3.0, Ink::Accent),
    (54.0, 14.0, 50.0, 3.0, Ink::Line),
    (63.0, 8.0, 3.0, 3.0, Ink::Accent),
    (63.0, 14.0, 50.0, 3.0, Ink::Line),
    (78.0, 44.0, 20.0, 3.0, Ink::Edge),
];

const SHEET: [Bar; 6] = [
    (10.0, 19.0, 34.0, 4.0, Ink::Accent),
    (26.0, 12.0, 22.0, 3.0, Ink::Edge),
    (37.0, 12.0, 22.0, 3.0, Ink::Line),
    (48.0, 12.0, 22.0, 3.0, Ink::Line),
    (59.0, 12.0, 22.0, 3.0, Ink::Line),
    (70.0, 12.0, 22.0, 3.0, Ink::Line),
];

const OUTLINE: [Bar; 11] = [
    (10.0, 19.0, 34.0, 4.0, Ink::Accent),
    (22.0, 8.0, 34.0, 3.0, Ink::Edge),
    (30.0, 14.0, 4.0, 3.0, Ink::Edge),
    (30.0, 22.0, 42.0, 3.0, Ink::Line),
    (38.0, 22.0, 42.0, 3.0, Ink::Line),
    (46.0, 22.0, 30.0, 3.0, Ink::Line),
    (56.0, 8.0, 28.0, 3.0, Ink::Edge),
    (64.0, 14.0, 4.0, 3.0, Ink::Edge),
    (64.0, 22.0, 42.0, 3.0, Ink::Line),
    (72.0, 22.0, 42.0, 3.0, Ink::Line),
    (80.0, 22.0, 24.0, 3.0, Ink::Line),
];

const PLAIN: [Bar; 6] = [
    (12.0, 19.0, 34.0, 4.0, Ink::Accent),
    (26.0, 8.0, 56.0, 3.0, Ink::Line),
    (32.0, 8.0, 56.0, 3.0, Ink::Line),
    (38.0, 8.0, 56.0, 3.0, Ink::Line),
    (44.0, 8.0, 56.0, 3.0, Ink::Line),
    (50.0, 8.0, 30.0, 3.0, Ink::Line),
];

/// Draws the page of this kind of text, 72 by 96, written from the side where reading starts.
pub fn page(painter: &Painter, theme: &Theme, paper: Rect, kind: OutputKind, rtl: bool) {
    let paper = sheet(painter, theme, paper);
    let place = |top: f32, start: f32, wide: f32, high: f32| {
        let left = if rtl { paper.right() - start - wide } else { paper.left() + start };
        Rect::from_min_size(pos2(left, paper.top() + top), vec2(wide, high))
    };
    if kind == OutputKind::AttendanceSheet {
        let line = Stroke::new(1.0, theme.line);
        let table = place(22.0, 8.0, 56.0, 56.0);
        painter.rect_stroke(table, 0.0, line, StrokeKind::Inside);
        for row in 1_u8..5 {
            painter.hline(table.x_range(), table.top() + f32::from(row) * 11.0 + 0.5, line);
        }
        painter.vline(place(22.0, 38.0, 1.0, 1.0).center().x, table.y_range(), line);
    }
    let bars: &[Bar] = match kind {
        OutputKind::Minutes => &MINUTES,
        OutputKind::Communique | OutputKind::PressCommunique => &COMMUNIQUE,
        OutputKind::News => &NEWS,
        OutputKind::Recommendations => &OUTLINE,
        OutputKind::Invitation => &INVITATION,
        OutputKind::AttendanceSheet => &SHEET,
        OutputKind::Statement | OutputKind::Short => &PLAIN,
    };
    for (top, start, wide, high, ink) in bars {
        painter.rect_filled(place(*top, *start, *wide, *high), 1.0, colour(theme, *ink));
    }
}

/// The sheet itself; where it lies.
fn sheet(painter: &Painter, theme: &Theme, paper: Rect) -> Rect {
    let paper = Rect::from_center_size(paper.center(), vec2(PAPER, 96.0));
    let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: theme.shadow_sheet };
    painter.add(shadow.as_shape(paper, CornerRadius::same(2)));
    painter.rect_filled(paper, 2.0, theme.sheet);
    painter.rect_stroke(paper, 2.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    paper
}

fn colour(theme: &Theme, ink: Ink) -> Color32 {
    match ink {
        Ink::Line => theme.line,
        Ink::Edge => theme.edge,
        Ink::Accent => theme.accent,
    }
}

/// A first page as our own layout sets it, seen from afar: a bar for each line.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Miniature {
    bars: Vec<(Rect, Ink)>,
}

/// Bytes of a text that are laid out for its first page.
const FIRST: usize = 6_000;
const PAPER: f32 = 72.0;
/// Fewer bars say nothing: an empty table, a title alone.
const FEWEST: usize = 8;

impl Miniature {
    /// The first page of this text of a template; what it asks for stands where it would be written, as long as what is
    /// written there mostly is. Nothing where the page says too little to be known by.
    #[must_use]
    pub fn of(template: &Document, kind: OutputKind, engine: &mut Engine) -> Option<Self> {
        let mut document = template.clone();
        for block in template.blocks().iter().filter(|block| block.text.is_empty()) {
            let most = match block.kind {
                Kind::Paragraph(_) | Kind::Intervention(_) | Kind::Quote(_) | Kind::Decision(_) => 260,
                _ => 60,
            };
            let words = block.prompt.chars().chain([' ']).cycle().take(most).collect::<String>();
            let insert = RichText::plain(if block.prompt.is_empty() { "" } else { words.trim_end() });
            let at = Target::Block(block.id);
            // A prompt that is no text leaves its place empty.
            let _ = document.apply(Step::Splice { at, start: 0, end: 0, insert });
        }
        let composition = compose(&document, &View::of(kind));
        let pages = Pager::default().lay(&document, &composition, engine, FIRST);
        let factor = PAPER / pages.width.max(1.0);
        let mut bars = Vec::new();
        for item in pages.pages.first().into_iter().flat_map(|page| &page.items) {
            match item {
                Item::Text(text) => lines(text, factor, &mut bars),
                Item::Rule(rect) => {
                    let high = (rect.bottom - rect.top).max(4.0);
                    bars.push((placed(rect.left, rect.top, rect.right, rect.top + high, factor), Ink::Line));
                }
                Item::Stamp(_) | Item::Row(_) => {}
                Item::Logo(rect) | Item::Photo(rect, _) => {
                    bars.push((placed(rect.left, rect.top, rect.right, rect.bottom, factor), Ink::Accent));
                }
            }
        }
        (bars.len() >= FEWEST).then_some(Self { bars })
    }

    /// Draws it on a sheet of 72 by 96.
    pub fn draw(&self, painter: &Painter, theme: &Theme, paper: Rect) {
        let paper = sheet(painter, theme, paper);
        let inside = paper.shrink(1.0);
        for (bar, ink) in &self.bars {
            let bar = bar.translate(paper.min.to_vec2()).intersect(inside);
            if bar.is_positive() {
                painter.rect_filled(bar, 0.5, colour(theme, *ink));
            }
        }
    }
}

/// A bar for each line of a text; the title is the largest of them.
fn lines(text: &Text, factor: f32, bars: &mut Vec<(Rect, Ink)>) {
    let short = text.source.is_none() || text.layout.lines().len() == 1;
    let is_title = text.source.as_ref().is_some_and(|source| source.composed.part == Part::Title);
    let ink = match text.tone {
        _ if is_title => Ink::Accent,
        Tone::Ink if short => Ink::Edge,
        Tone::Ink => Ink::Line,
        Tone::Label => Ink::Accent,
        Tone::Faint | Tone::Stamp | Tone::Missing => Ink::Line,
    };
    for line in text.layout.lines().get(text.lines.clone()).unwrap_or_default() {
        let rects = text.layout.rects(line.range.clone());
        let left = rects.iter().map(|rect| rect.left).fold(f32::INFINITY, f32::min);
        let right = rects.iter().map(|rect| rect.right).fold(f32::NEG_INFINITY, f32::max);
        if right <= left {
            continue;
        }
        let middle = text.origin() + f32::midpoint(line.top, line.bottom);
        let half = (line.bottom - line.top) * if is_title { 0.3 } else { 0.28 };
        let (left, right) = (left + text.left, right + text.left);
        bars.push((placed(left, middle - half, right, middle + half, factor), ink));
    }
}

fn placed(left: f32, top: f32, right: f32, bottom: f32, factor: f32) -> Rect {
    Rect::from_min_max(pos2(left * factor, top * factor), pos2(right * factor, bottom * factor))
}

/// The first pages that were drawn, each once.
#[derive(Default)]
pub struct Gallery {
    seen: bool,
    pages: Vec<Known>,
}

struct Known {
    id: String,
    kind: OutputKind,
    /// Nothing where the page says too little.
    page: Option<Arc<Miniature>>,
}

impl Gallery {
    /// Whether this is the first frame: nothing is drawn in it yet.
    pub fn begins(&mut self) -> bool {
        !std::mem::replace(&mut self.seen, true)
    }

    fn find(&self, id: &str, kind: OutputKind) -> Option<&Known> {
        self.pages.iter().find(|known| known.id == id && known.kind == kind)
    }

    /// Whether this page was drawn, or says too little to be.
    #[must_use]
    pub fn knows(&self, id: &str, kind: OutputKind) -> bool {
        self.find(id, kind).is_some()
    }

    /// The page, if it was drawn.
    #[must_use]
    pub fn page(&self, id: &str, kind: OutputKind) -> Option<Arc<Miniature>> {
        self.find(id, kind)?.page.clone()
    }

    /// Draws a page and keeps it.
    pub fn draw(
        &mut self,
        id: &str,
        template: &Document,
        kind: OutputKind,
        engine: &mut Engine,
    ) -> Option<Arc<Miniature>> {
        let page = Miniature::of(template, kind, engine).map(Arc::new);
        self.pages.push(Known { id: id.to_owned(), kind, page: page.clone() });
        page
    }

    /// Forgets the pages of a template: it was changed.
    pub fn forget(&mut self, id: &str) {
        self.pages.retain(|known| known.id != id);
    }
}
