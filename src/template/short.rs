//! The few lines for networks: what they leave out must not be missed by what they say.

use std::sync::Arc;

use super::view::{Composed, Part};
use crate::arabic::Phrase;
use crate::document::Role;

/// What says that something follows.
const OPEN: [char; 4] = [':', '،', '؛', ','];

/// Makes whole what was taken out of a longer text: axes stand in a list of their own under the words that enact them, or
/// under their name, and nothing ends as if more came.
pub(super) fn settle(paragraphs: &mut Vec<Arc<Composed>>) {
    let is_axis = |text: &Arc<Composed>| text.part == Part::Outline(0);
    let axes: Vec<bool> = paragraphs.iter().map(is_axis).collect();
    let mut settled: Vec<Arc<Composed>> = Vec::with_capacity(paragraphs.len() + 1);
    let mut in_axes = false;
    for (at, mut text) in std::mem::take(paragraphs).into_iter().enumerate() {
        let heads = axes.get(at + 1).copied().unwrap_or_default();
        if text.part == Part::Paragraph(Role::Enacting) && !heads {
            continue;
        }
        if text.part == Part::Outline(0) {
            if !in_axes && !settled.last().is_some_and(|last| last.text.ends_with(':')) {
                let name = Phrase::Axes.arabic().to_owned();
                let heading = Composed { text: name, ..Composed::empty(Part::Paragraph(Role::Plain)) };
                settled.push(Arc::new(heading));
            }
            in_axes = true;
            let axis = Arc::make_mut(&mut text);
            axis.part = Part::Outline(1);
            axis.end_at(axis.text.trim_end().trim_end_matches(OPEN).len());
        } else {
            in_axes = false;
            let words = text.text.trim_end();
            if words.ends_with(OPEN) && !(heads && words.ends_with(':')) {
                let end = words.trim_end_matches(OPEN).trim_end().len();
                let text = Arc::make_mut(&mut text);
                text.end_at(end);
                text.text.push('.');
            }
        }
        settled.push(text);
    }
    *paragraphs = settled;
}
