//! Places of a record that are reached by a number: paragraphs, recommendations, items of the agenda.

use super::numbers::{Numbers, parts_lists};
use crate::arabic::places::Sought;
use crate::document::{BlockId, Document, Kind};

/// The block a number leads to, and how many there are of its kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stop {
    /// The block, if there is one of this number.
    pub block: Option<BlockId>,
    /// How many there are.
    pub count: usize,
}

/// Where these numbers lead among what is of this kind; pages are the business of who sets them.
#[must_use]
pub fn stop(document: &Document, sought: Sought, numbers: &[usize]) -> Stop {
    let nth = |all: &[BlockId]| {
        let only = match numbers {
            [n] => n.checked_sub(1),
            _ => None,
        };
        Stop { block: only.and_then(|at| all.get(at)).copied(), count: all.len() }
    };
    match sought {
        Sought::Page => Stop { block: None, count: 0 },
        Sought::Paragraph => nth(&document.blocks().iter().map(|block| block.id).collect::<Vec<_>>()),
        Sought::Agenda => {
            let items = document.blocks().iter().filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
            nth(&items.map(|block| block.id).collect::<Vec<_>>())
        }
        Sought::Axis => {
            let mut counted = Numbers::new(document.style(), None);
            let all = document.blocks().iter().map(|block| (block, counted.next(block).n as usize));
            let axes: Vec<_> = all.filter(|(block, _)| block.kind.depth() == Some(0)).collect();
            let stop = nth(&axes.iter().map(|(block, _)| block.id).collect::<Vec<_>>());
            // As the page numbers them; where lists begin anew, the first of that number.
            let own = axes.iter().find(|(_, number)| numbers == [*number]).map(|(block, _)| block.id);
            Stop { block: own.or(stop.block), count: stop.count }
        }
        Sought::Recommendation => {
            let all = outline(document);
            let block = all.iter().find(|(_, path)| path == numbers).map(|(id, _)| *id);
            Stop { block, count: all.len() }
        }
    }
}

/// Each recommendation with the numbers that lead to it: among those under the same one above it.
fn outline(document: &Document) -> Vec<(BlockId, Vec<usize>)> {
    let mut all = Vec::new();
    // Those above the next one: their depth, how many were below them so far, what leads to them.
    let mut above: Vec<(u8, usize, Vec<usize>)> = Vec::new();
    let mut roots = 0;
    for block in document.blocks() {
        if parts_lists(block) {
            above.clear();
            roots = 0;
        }
        let Some(depth) = block.kind.depth() else { continue };
        while above.last().is_some_and(|(over, ..)| *over >= depth) {
            above.pop();
        }
        let path = match above.last_mut() {
            Some((_, below, path)) => {
                *below += 1;
                path.iter().copied().chain([*below]).collect::<Vec<_>>()
            }
            None => {
                roots += 1;
                vec![roots]
            }
        };
        all.push((block.id, path.clone()));
        above.push((depth, 0, path));
    }
    all
}
