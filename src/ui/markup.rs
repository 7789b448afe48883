//! Suggestions and remarks on paper as they are printed: words in the colour of who suggested them, fills under them,
//! lines below and through them.

use std::collections::HashMap;
use std::ops::Range;

use eframe::egui::Color32;

use super::glyphs::Inks;
use super::lines::Stretches;
use super::marks::{Tint, each};
use super::theme::Theme;
use crate::document::{ChangeId, Document, Mark};
use crate::template::Composed;

/// Who suggested what, each author with a colour, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Markup {
    authors: HashMap<ChangeId, usize>,
}

impl Markup {
    /// That of a record.
    #[must_use]
    pub(super) fn of(document: &Document) -> Self {
        let changes = document.changes();
        let mut names: Vec<&str> = changes.values().map(|change| change.author.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let of = |name: &str| names.binary_search(&name).unwrap_or_default();
        Self { authors: changes.iter().map(|(id, change)| (*id, of(&change.author))).collect() }
    }

    fn colour(&self, theme: &Theme, id: ChangeId) -> Color32 {
        theme.author(self.authors.get(&id).copied().unwrap_or_default())
    }

    /// Colours the words that are suggested.
    pub(super) fn colours(&self, inks: &mut Inks, theme: &Theme, tints: &[(Range<usize>, Tint)]) {
        for (range, tint) in tints {
            match tint {
                Tint::Inserted(id) => inks.paint(range, self.colour(theme, *id)),
                Tint::Deleted(_) => inks.paint(range, theme.ink3),
                Tint::Writer(_) => {}
            }
        }
    }

    /// What lies under the letters: fills, then lines.
    pub(super) fn under(
        &self,
        stretches: &Stretches<'_>,
        (composed, prefix): (&Composed, usize),
        theme: &Theme,
    ) {
        let is_fill = |mark| matches!(mark, Mark::Deleted(_) | Mark::Remark(_));
        each(composed, prefix, is_fill, |range, mark| {
            let fill = if matches!(mark, Mark::Remark(_)) { theme.chosen } else { theme.deleted_fill };
            for piece in stretches.pieces(range) {
                stretches.band(&piece, fill);
            }
        });
        each(
            composed,
            prefix,
            |mark| matches!(mark, Mark::Inserted(_)),
            |range, mark| {
                let Mark::Inserted(id) = mark else { return };
                let mut taken = 0;
                each(
                    composed,
                    prefix,
                    |mark| mark == Mark::Underline,
                    |own, _| {
                        taken = taken.max(u8::from(own.start < range.end && range.start < own.end));
                    },
                );
                for piece in stretches.pieces(range) {
                    stretches.underline(&piece, taken, 2.0, self.colour(theme, id));
                }
            },
        );
    }

    /// Strokes through what somebody would drop.
    pub(super) fn over(
        &self,
        stretches: &Stretches<'_>,
        (composed, prefix): (&Composed, usize),
        theme: &Theme,
    ) {
        each(
            composed,
            prefix,
            |mark| matches!(mark, Mark::Deleted(_)),
            |range, mark| {
                let Mark::Deleted(id) = mark else { return };
                for piece in stretches.pieces(range) {
                    stretches.strike(&piece, self.colour(theme, id));
                }
            },
        );
    }
}
