//! Tables on paper: cells side by side in reading order, no row broken that a page holds, the head again on each page.

use std::ops::Range;
use std::sync::Arc;

use super::beside::{FIRST_LINES, are_last, height, portion};
use super::frame::Frame;
use super::laid::{Type, line};
use super::{Item, Piece, Row, Text, Tone};
use crate::template::TableRow;
use crate::text::{Align, Engine, Layout, Rect};

/// From the edge of a cell to its words.
const PAD: f32 = 5.0;
/// Above and below the words of a cell.
const ABOVE: f32 = 4.5;
/// The lowest row: room to sign in.
const LOW: f32 = 30.0;
/// The thickness of a line of the grid.
const HAIR: f32 = 0.8;
/// No column is narrower, whatever its share, as long as there is room for all: three digits stand on one line in it.
const NARROW: f32 = 2.0 * PAD + 24.0;

/// The cells of a row, laid out.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    /// Whether they head the columns.
    pub(super) head: bool,
    /// How high the row is.
    pub(super) height: f32,
    /// The width it was laid out for.
    pub(super) room: f32,
    /// Where each cell begins, and its words.
    laid: Vec<(f32, Arc<Layout>)>,
}

impl Cells {
    pub(super) fn lay(row: &TableRow, engine: &mut Engine, frame: &Frame, room: f32) -> Self {
        let shares: Vec<u8> = row.cells.iter().map(|cell| cell.share).collect();
        let letters = if row.head { Type::CellHead } else { Type::Cell };
        let mut from = 0.0;
        let mut laid = Vec::with_capacity(row.cells.len());
        for (cell, width) in row.cells.iter().zip(widths(&shares, room)) {
            let within = (width - 2.0 * PAD).max(8.0);
            let align = if row.head { Align::Center } else { Align::Start };
            laid.push((from, line(engine, &cell.text, letters, frame, Some(within), align)));
            from += width;
        }
        let highest = laid.iter().map(|(_, words)| words.height()).fold(0.0, f32::max);
        let least = if row.head { 0.0 } else { LOW };
        let height = (highest + 2.0 * ABOVE).max(least);
        Self { head: row.head, height, room, laid }
    }

    fn layouts(&self) -> Vec<&Layout> {
        self.laid.iter().map(|(_, words)| &**words).collect()
    }

    /// How high the first part of the row must be where it is split.
    pub(super) fn first_part(&self) -> f32 {
        let line = self.laid.iter().find_map(|(_, words)| words.lines().first());
        let high = line.map_or(0.0, |line| line.bottom - line.top);
        (high * FIRST_LINES + 2.0 * ABOVE).max(LOW).min(self.height)
    }

    /// All of its lines.
    pub(super) fn all(&self) -> Vec<Range<usize>> {
        self.laid.iter().map(|(_, words)| 0..words.lines().len()).collect()
    }

    /// Which lines come next where there is so much room, and whether they are the last.
    pub(super) fn portion(&self, next: &[usize], room: f32) -> (Vec<Range<usize>>, bool) {
        let layouts = self.layouts();
        let lines = portion(&layouts, next, room - 2.0 * ABOVE);
        let last = are_last(&layouts, &lines);
        (lines, last)
    }

    /// Puts these lines of the row on a page, with the grid around them; how high they are. The line above is drawn only
    /// where nothing stands above.
    pub(super) fn put(
        &self,
        items: &mut Vec<Item>,
        frame: &Frame,
        top: f32,
        lines: &[Range<usize>],
        (first, again): (bool, bool),
    ) -> f32 {
        let is_whole = lines.iter().zip(self.all()).all(|(part, all)| *part == all);
        let high = if is_whole {
            self.height
        } else {
            (height(&self.layouts(), lines) + 2.0 * ABOVE).max(if self.head { 0.0 } else { LOW })
        };
        let bottom = top + high;
        let across = |y: f32| {
            let left = frame.past_start(0.0, self.room);
            Item::Rule(Rect { left, top: y, right: left + self.room, bottom: y + HAIR })
        };
        if first {
            items.push(across(top - HAIR));
        }
        let goes_on = lines.iter().any(|lines| lines.start > 0);
        items.push(Item::Row(Row { cells: self.laid.len(), head: self.head, again, goes_on }));
        for (column, ((from, words), lines)) in self.laid.iter().zip(lines).enumerate() {
            if words.text().is_empty() || lines.is_empty() {
                continue;
            }
            // In the middle of its row; from the top where the row goes on.
            let middle = if is_whole { ((high - words.height()) / 2.0).max(ABOVE) } else { ABOVE };
            items.push(Item::Text(Text {
                layout: Arc::clone(words),
                lines: lines.clone(),
                left: frame.past_start(from + PAD, words.width()),
                top: top + middle,
                tone: Tone::Ink,
                piece: Piece::Cell(column),
                source: None,
            }));
        }
        items.push(across(bottom - HAIR));
        let mut edges: Vec<f32> = self.laid.iter().map(|(from, ..)| *from).collect();
        edges.push(self.room);
        for edge in edges {
            let left = frame.past_start(edge, 0.0) - HAIR / 2.0;
            items.push(Item::Rule(Rect { left, top: top - HAIR, right: left + HAIR, bottom }));
        }
        high
    }
}

/// How wide the columns are: by their shares, but none too narrow for a letter.
fn widths(shares: &[u8], room: f32) -> Vec<f32> {
    #[expect(clippy::cast_precision_loss, reason = "the columns of a table")]
    let even = room / shares.len().max(1) as f32;
    let narrow = NARROW.min(even);
    let mut widths = vec![0.0; shares.len()];
    let mut open = vec![true; shares.len()];
    let mut left = room;
    loop {
        let of = |at: usize| f32::from(shares.get(at).copied().unwrap_or_default().max(1));
        let is_open = |at: &usize| open.get(*at).copied().unwrap_or_default();
        let all: f32 = (0..shares.len()).filter(is_open).map(of).sum::<f32>().max(1.0);
        let scale = left / all;
        let thin = (0..shares.len()).filter(is_open).find(|at| of(*at) * scale < narrow - 0.01);
        if let Some(thin) = thin {
            left -= narrow;
            if let (Some(width), Some(open)) = (widths.get_mut(thin), open.get_mut(thin)) {
                (*width, *open) = (narrow, false);
            }
            continue;
        }
        for at in (0..shares.len()).filter(is_open) {
            if let Some(width) = widths.get_mut(at) {
                *width = of(at) * scale;
            }
        }
        return widths;
    }
}
