//! Small drawn pages: what each kind of text looks like from afar.

use eframe::egui::{Color32, CornerRadius, Painter, Rect, Shadow, Stroke, StrokeKind, pos2, vec2};

use super::theme::Theme;
use crate::document::OutputKind;

/// The ink of a bar.
#[derive(Clone, Copy)]
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
    let paper = Rect::from_center_size(paper.center(), vec2(72.0, 96.0));
    let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: theme.shadow_sheet };
    painter.add(shadow.as_shape(paper, CornerRadius::same(2)));
    painter.rect_filled(paper, 2.0, theme.sheet);
    painter.rect_stroke(paper, 2.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
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

fn colour(theme: &Theme, ink: Ink) -> Color32 {
    match ink {
        Ink::Line => theme.line,
        Ink::Edge => theme.edge,
        Ink::Accent => theme.accent,
    }
}
