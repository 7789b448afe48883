//! Recommendations in which several numbered ones were run together.

use super::{Certainty, Finding, Fix, What};
use crate::arabic::fused::numbered;
use crate::document::{Document, Guessed, Kind, Place, Target};
use crate::edit::Command;

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let guesses = document.source().map(|source| source.guesses.as_slice()).unwrap_or_default();
    let asked = |target: &Target| {
        guesses.iter().any(|guess| guess.at == *target && matches!(guess.what, Guessed::Fused(_)))
    };
    for block in document.blocks().iter().filter(|block| matches!(block.kind, Kind::Recommendation(_))) {
        let seams = numbered(block.text.text());
        let target = Target::Block(block.id);
        let Some(first) = seams.first().filter(|_| !asked(&target)) else { continue };
        found.push(Finding {
            place: Place::new(target, *first),
            certainty: Certainty::Style,
            what: What::Fused { count: seams.len() },
            fixes: vec![Fix { key: "finding-fused-split", command: Command::SplitItems(Some(block.id)) }],
        });
    }
}
