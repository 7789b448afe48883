//! From a point of a page to a place in the record, and back.

use super::{Pages, Text};
use crate::document::{Affinity, Place};
use crate::text::{self, Caret};

/// Where a place of the record stands on paper.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Spot {
    /// The page, from 0.
    pub page: usize,
    /// From its left edge.
    pub x: f32,
    /// The upper edge of the line.
    pub top: f32,
    /// The lower edge of the line.
    pub bottom: f32,
}

impl Pages {
    /// Where a place of the record stands; nothing if it is on none of these pages.
    #[must_use]
    pub fn find(&self, place: &Place) -> Option<Spot> {
        let mut caret = None;
        for (page, texts) in self.pages.iter().enumerate() {
            for text in texts.texts().filter(|text| text.is_of(place)) {
                let stands = *caret.get_or_insert_with(|| text.layout.caret(text.caret(place)));
                if text.lines.contains(&stands.line) {
                    let up = text.origin();
                    let (x, top, bottom) = (text.left + stands.x, up + stands.top, up + stands.bottom);
                    return Some(Spot { page, x, top, bottom });
                }
            }
        }
        None
    }

    /// The place of the record nearest to a point of a page; nothing where the page holds none of its text.
    #[must_use]
    pub fn place(&self, page: usize, x: f32, y: f32) -> Option<Place> {
        let beyond = |from: f32, to: f32, at: f32| (from - at).max(at - to).max(0.0);
        let distance = |text: &&Text| {
            let down = beyond(text.top, text.top + text.height(), y);
            let across = beyond(text.left, text.left + text.layout.width(), x);
            (down, across)
        };
        let own = |text: &&Text| text.source.as_ref().is_some_and(|source| source.composed.target.is_some());
        let nearest = self.pages.get(page)?.texts().filter(own).min_by(|a, b| {
            let (a, b) = (distance(a), distance(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        })?;
        nearest.place(x, y)
    }
}

impl Text {
    fn is_of(&self, place: &Place) -> bool {
        let target = self.source.as_ref().and_then(|source| source.composed.target.as_ref());
        target == Some(&place.target)
    }

    fn caret(&self, place: &Place) -> Caret {
        let offset = self
            .source
            .as_ref()
            .map_or(0, |source| source.composed.shown(place.offset, Affinity::Downstream) + source.prefix);
        let affinity = match place.affinity {
            Affinity::Upstream => text::Affinity::Upstream,
            Affinity::Downstream => text::Affinity::Downstream,
        };
        Caret { offset, affinity }
    }

    /// The place of the record nearest to a point of the page; nothing if the text is none of the record's.
    #[must_use]
    pub fn place(&self, x: f32, y: f32) -> Option<Place> {
        let source = self.source.as_ref()?;
        let target = source.composed.target.clone()?;
        // A click under these lines must not reach the lines on the next page.
        let inside = y.clamp(self.top + 0.01, (self.top + self.height() - 0.01).max(self.top));
        let caret = self.layout.hit(x - self.left, inside - self.origin());
        let shown = caret.offset.saturating_sub(source.prefix);
        let affinity = match caret.affinity {
            text::Affinity::Upstream if caret.offset > source.prefix => Affinity::Upstream,
            text::Affinity::Upstream | text::Affinity::Downstream => Affinity::Downstream,
        };
        Some(Place { target, offset: source.composed.source(shown), affinity })
    }
}
