//! Tables on paper: cells side by side in reading order, rows never broken, the head again on each page.

use std::sync::Arc;

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
        let all: f32 = row.cells.iter().map(|cell| f32::from(cell.share)).sum::<f32>().max(1.0);
        let letters = if row.head { Type::CellHead } else { Type::Cell };
        let mut from = 0.0;
        let mut laid = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            let width = room * f32::from(cell.share) / all;
            let within = (width - 2.0 * PAD).max(8.0);
            let align = if row.head { Align::Center } else { Align::Start };
            laid.push((from, line(engine, &cell.text, letters, frame, Some(within), align)));
            from += width;
        }
        let highest = laid.iter().map(|(_, words)| words.height()).fold(0.0, f32::max);
        let least = if row.head { 0.0 } else { LOW };
        // One that no page holds is cut at the page's end: nobody signs beside a name of fifty lines.
        let height = (highest + 2.0 * ABOVE).max(least).min(frame.body());
        Self { head: row.head, height, room, laid }
    }

    /// Puts the row on a page, with the grid around it; the line above only where nothing stands above.
    pub(super) fn put(&self, items: &mut Vec<Item>, frame: &Frame, top: f32, (first, again): (bool, bool)) {
        let bottom = top + self.height;
        let across = |y: f32| {
            let left = frame.past_start(0.0, self.room);
            Item::Rule(Rect { left, top: y, right: left + self.room, bottom: y + HAIR })
        };
        if first {
            items.push(across(top - HAIR));
        }
        items.push(Item::Row(Row { cells: self.laid.len(), head: self.head, again }));
        for (column, (from, words)) in self.laid.iter().enumerate() {
            if words.text().is_empty() {
                continue;
            }
            let room = self.height - 2.0 * ABOVE;
            let fits = words.lines().iter().take_while(|line| line.bottom <= room + 0.05).count().max(1);
            let high = words.lines().get(fits - 1).map_or(0.0, |line| line.bottom);
            let left = frame.past_start(from + PAD, words.width());
            // One line stands in the middle, more from the top.
            let middle = ((self.height - high) / 2.0).max(ABOVE);
            items.push(Item::Text(Text {
                layout: Arc::clone(words),
                lines: 0..fits.min(words.lines().len()),
                left,
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
    }
}
