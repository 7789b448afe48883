//! The pager: keeps what it laid out, and lays out anew only what changed.

use std::sync::Arc;

use super::Pages;
use super::flow::flow;
use super::frame::Frame;
use super::head::{Foot, head, is_number};
use super::laid::Laid;
use crate::document::Document;
use crate::template::{Composed, Composition, Part};
use crate::text::Engine;

/// Lays one text out again and again, doing anew only what changed.
#[derive(Default, Debug)]
pub struct Pager {
    frame: Option<Frame>,
    /// The title, then the paragraphs.
    laid: Vec<Laid>,
    foot: Foot,
}

impl Pager {
    /// The text on paper. At most `budget` bytes of it are laid out in this call, one paragraph at least: what was laid
    /// out before costs nothing, so that a long record comes in several calls, the first pages in the first.
    pub fn lay(
        &mut self,
        document: &Document,
        composition: &Composition,
        engine: &mut Engine,
        budget: usize,
    ) -> Pages {
        let frame = Frame::of(document);
        // Another sheet or other margins only break the lines anew; another direction is another layout.
        if self.frame.replace(frame).is_none_or(|old| old.rtl != frame.rtl) {
            self.laid.clear();
        }
        self.take_in(composition);
        let mut spent = 0;
        let mut done = 0;
        for index in 0..self.laid.len() {
            let room = self.room(index, &frame);
            let Some(laid) = self.laid.get_mut(index) else { break };
            if !laid.is_laid(room) {
                if spent >= budget {
                    break;
                }
                laid.lay(engine, &frame, room);
                spent += laid.composed.text.len() + 32;
            }
            done = index + 1;
        }
        let (is_whole, all) = (done == self.laid.len(), self.laid.len());
        let laid = self.laid.get(..done).unwrap_or_default();
        let number = laid.iter().position(|laid| is_number(&laid.composed));
        let first = head(document, composition, &frame, number.and_then(|i| laid.get(i)), engine);
        let mut pages = flow(laid, number, &frame, first);
        self.foot.add(&mut pages, document, composition, &frame, engine);
        Pages { pages, width: frame.width, height: frame.height, rtl: frame.rtl, is_whole, laid: (done, all) }
    }

    /// Takes in the paragraphs, keeping the layouts of those that say the same.
    fn take_in(&mut self, composition: &Composition) {
        let all = || std::iter::once(&composition.title).chain(&composition.paragraphs);
        let count = composition.paragraphs.len() + 1;
        let same = |old: &mut Laid, new: &Arc<Composed>| {
            if Arc::ptr_eq(&old.composed, new) {
                return true;
            }
            let equal = old.composed == *new;
            if equal {
                old.composed = Arc::clone(new);
            }
            equal
        };
        let head = self.laid.iter_mut().zip(all()).map(|(old, new)| same(old, new));
        let head = head.take_while(|same| *same).count();
        let room = self.laid.len().min(count) - head;
        let new = composition.paragraphs.iter().rev().chain([&composition.title]);
        let tail = self.laid.iter_mut().rev().zip(new).take(room);
        let tail = tail.map(|(old, new)| same(old, new)).take_while(|same| *same).count();
        let end = self.laid.len() - tail;
        let middle: Vec<Laid> =
            all().take(count - tail).skip(head).map(|new| Laid::new(Arc::clone(new))).collect();
        self.laid.splice(head..end, middle);
    }

    /// The width this paragraph may fill: that of its column for who signs, else the whole measure.
    fn room(&self, index: usize, frame: &Frame) -> f32 {
        let is_name = |laid: &&Laid| laid.composed.part == Part::Signature && laid.composed.target.is_none();
        if !self.laid.get(index).is_some_and(|laid| is_name(&laid)) {
            return frame.measure;
        }
        let before = self.laid.get(..index).unwrap_or_default().iter().rev().take_while(is_name).count();
        let after = self.laid.get(index..).unwrap_or_default().iter().take_while(is_name).count();
        column(frame, before + after) - COLUMN_GAP
    }
}

/// Between two columns of signatures.
pub(super) const COLUMN_GAP: f32 = 12.0;

/// How many columns so many signatures stand in; a single one stands in the last of two.
pub(super) fn columns(names: usize) -> usize {
    if names == 1 { 2 } else { names.clamp(1, 3) }
}

pub(super) fn column(frame: &Frame, names: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "three at most")]
    let columns = columns(names) as f32;
    frame.measure / columns
}
