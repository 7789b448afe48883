//! The pager: keeps what it laid out, and lays out anew only what changed.

use std::sync::Arc;

use super::Pages;
use super::flow::flow;
use super::frame::Frame;
use super::head::{Foot, head};
use super::laid::Laid;
use super::setting::Setting;
use crate::arabic::numerals::to_arabic_indic;
use crate::document::{Digits, Document, Kind, Target};
use crate::template::{self, Composed, Composition, Numbered, Part};
use crate::text::Engine;

/// Lays one text out again and again, doing anew only what changed.
#[derive(Default, Debug)]
pub struct Pager {
    setting: Setting,
    frame: Option<Frame>,
    /// The title, then the paragraphs.
    laid: Vec<Laid>,
    foot: Foot,
}

impl Pager {
    /// One that sets texts so.
    #[must_use]
    pub fn new(setting: Setting) -> Self {
        Self { setting, ..Self::default() }
    }

    /// Which pictures there are, from now on: what is laid out stays.
    pub fn set_pictures(&mut self, pictures: Option<Vec<String>>) {
        self.setting.pictures = pictures;
    }

    /// The text on paper. At most `budget` bytes of it are laid out in this call, one paragraph at least: what was laid
    /// out before costs nothing, so that a long record comes in several calls, the first pages in the first.
    pub fn lay(
        &mut self,
        document: &Document,
        composition: &Composition,
        engine: &mut Engine,
        budget: usize,
    ) -> Pages {
        let (done, all) = self.prepare(document, composition, engine, budget);
        let frame = Frame::of(document, &self.setting);
        let laid = self.laid.get(..done).unwrap_or_default();
        let says = template::head(document, composition);
        let number = match says.number {
            // The title comes before the paragraphs.
            Numbered::Given(at) => Some(at + 1),
            Numbered::Missing { .. } | Numbered::None => None,
        };
        let first = head(&says, composition, (&frame, &self.setting), engine);
        let mut pages = flow(laid, number, &frame, first);
        self.foot.add(&mut pages, document, composition, (&frame, &self.setting), engine);
        let is_whole = done == all;
        Pages { pages, width: frame.width, height: frame.height, rtl: frame.rtl, is_whole, laid: (done, all) }
    }

    /// Lays out paragraphs and puts none on a page yet: how many of how many are laid out. As [`Pager::lay`], with the
    /// same budget, for who wants the pages of all of them only.
    pub fn prepare(
        &mut self,
        document: &Document,
        composition: &Composition,
        engine: &mut Engine,
        budget: usize,
    ) -> (usize, usize) {
        let frame = Frame::of(document, &self.setting);
        // Another sheet or other margins only break the lines anew; another direction is another layout.
        if self.frame.replace(frame).is_none_or(|old| old.rtl != frame.rtl) {
            self.laid.clear();
        }
        self.take_in(composition);
        let mut spent = 0;
        let mut done = 0;
        let mut counted = 0;
        for index in 0..self.laid.len() {
            let room = self.room(index, &frame);
            let Some(laid) = self.laid.get_mut(index) else { break };
            laid.caption(photo(document, &laid.composed).filter(|name| self.setting.shows(name)));
            if let Some(mark) = self.setting.review.as_ref().map(|review| review.mark) {
                let is_own = matches!(laid.composed.target, Some(Target::Block(_)));
                let is_counted = is_own && !laid.composed.text.trim().is_empty();
                counted += usize::from(is_counted);
                laid.count(is_counted.then(|| written(mark, counted, composition.digits)));
            }
            if !laid.is_laid(room) {
                if spent >= budget {
                    break;
                }
                laid.lay(engine, &frame, room);
                spent += laid.composed.text.len() + 32;
            }
            done = index + 1;
        }
        (done, self.laid.len())
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
        let is_name = |laid: &&Laid| laid.composed.is_name();
        if !self.laid.get(index).is_some_and(|laid| is_name(&laid)) {
            return frame.measure;
        }
        let before = self.laid.get(..index).unwrap_or_default().iter().rev().take_while(is_name).count();
        let after = self.laid.get(index..).unwrap_or_default().iter().take_while(is_name).count();
        column(frame, before + after) - COLUMN_GAP
    }
}

/// The number of a paragraph in the margin: «ف12».
fn written(mark: &str, number: usize, digits: Digits) -> String {
    let written = format!("{mark}{number}");
    if digits == Digits::Arabic { to_arabic_indic(&written) } else { written }
}

/// The picture a paragraph is the caption of.
fn photo(document: &Document, composed: &Composed) -> Option<String> {
    let (Part::Annex, Some(Target::Block(id))) = (composed.part, &composed.target) else { return None };
    let Kind::Annex(annex) = &document.block(*id)?.kind else { return None };
    annex.is_picture().then(|| annex.file.clone())
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
