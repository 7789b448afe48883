//! Weekdays that are not those of their dates, in running text.

use super::{Certainty, Finding, Fix, What};
use crate::arabic::find_dates;
use crate::document::{Document, Place, RichText, Target};
use crate::edit::Command;

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    for output in document.outputs() {
        find_in(&Target::Title(output.kind), &output.title, found);
    }
    for block in document.blocks() {
        find_in(&Target::Block(block.id), &block.text, found);
    }
}

/// The stored text is read, in which a field is no word: dates that the header writes are right by construction.
fn find_in(target: &Target, text: &RichText, found: &mut Vec<Finding>) {
    // A date that can be wrong has a number in it; most paragraphs have none.
    if !text.text().contains(char::is_numeric) {
        return;
    }
    for (_, reading) in find_dates(text.text()) {
        let (Some((said, right)), Some(date), Some(range)) =
            (reading.weekday_mismatch, reading.mismatch_date, reading.weekday_at)
        else {
            continue;
        };
        let start = range.start;
        let fix = Command::Replace { target: target.clone(), range, text: right.name().to_owned() };
        found.push(Finding {
            place: Place::new(target.clone(), start),
            certainty: Certainty::Error,
            what: What::Weekday { said, right, date },
            fixes: vec![Fix { key: "finding-weekday-fix", command: fix }],
        });
    }
}
