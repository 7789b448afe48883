//! The marks a writer puts on words: which words they go to, and whether they lie there already.

use std::ops::Range;

use super::draft::Draft;
use super::motion::{whole_words, word_around};
use super::selection::Selection;
use crate::document::{Colour, Document, Mark, Step, StepError, Target};

/// The words a mark goes to: what is selected, or the word the caret stands in. A colour takes whole words, so that
/// letters that join are of one colour.
pub(super) fn reach(document: &Document, selection: &Selection, mark: Mark) -> Vec<(Target, Range<usize>)> {
    if selection.is_caret() {
        let head = &selection.head;
        let word = document.rich(&head.target).filter(|_| !mark.is_review());
        let word = word.and_then(|rich| word_around(rich.text(), head.offset));
        return word.map(|word| (head.target.clone(), word)).into_iter().collect();
    }
    let ranges = selection.ranges(document).into_iter().filter(|(_, range)| !range.is_empty());
    let widened = ranges.map(|(target, range)| match (mark, document.rich(&target)) {
        (Mark::Colour(_), Some(rich)) => {
            let words = whole_words(rich.text(), &range);
            (target, words)
        }
        _ => (target, range),
    });
    widened.collect()
}

/// Whether the mark waits for what is typed next: there is a caret, and no word around it.
pub(super) fn waits(document: &Document, selection: &Selection, mark: Mark) -> bool {
    let head = &selection.head;
    let Some(rich) = document.rich(&head.target) else { return false };
    selection.is_caret() && !mark.is_review() && word_around(rich.text(), head.offset).is_none()
}

/// Puts the mark among these, or takes it away. There is one colour at a time.
pub(super) fn flip(marks: &mut Vec<Mark>, mark: Mark) {
    let had = marks.contains(&mark);
    let is_colour = |mark: Mark| matches!(mark, Mark::Colour(_));
    marks.retain(|other| *other != mark && !(is_colour(mark) && is_colour(*other)));
    if !had {
        marks.push(mark);
    }
}

/// Whether the mark lies on all of this.
pub(super) fn lies(document: &Document, ranges: &[(Target, Range<usize>)], mark: Mark) -> bool {
    let covered = |(target, range): &(Target, Range<usize>)| {
        let spans = document.rich(target).map(|rich| rich.coverage(mark, range.clone()));
        spans.is_some_and(|spans| spans.as_slice() == std::slice::from_ref(range))
    };
    !ranges.is_empty() && ranges.iter().all(covered)
}

/// Whether the record knows what a mark of the review speaks of; others speak of nothing.
fn is_known(document: &Document, mark: Mark) -> bool {
    match mark {
        Mark::Inserted(id) | Mark::Deleted(id) => document.changes().contains_key(&id),
        Mark::Remark(id) => document.comments().contains_key(&id),
        _ => true,
    }
}

/// Puts the mark on these words, or takes it away where all have it already. Words have one colour at a time.
pub(super) fn toggle(draft: &mut Draft<'_>, selection: &Selection, mark: Mark) -> Result<(), StepError> {
    if !is_known(draft.document, mark) {
        return Ok(());
    }
    let ranges = reach(draft.document, selection, mark);
    let covered = lies(draft.document, &ranges, mark);
    let others = [Colour::Accent, Colour::Red, Colour::Grey].map(Mark::Colour);
    let others = others.into_iter().filter(|other| matches!(mark, Mark::Colour(_)) && *other != mark);
    let others: Vec<Mark> = others.collect();
    for (at, range) in ranges {
        let Range { start, end } = range;
        for other in &others {
            let lies =
                draft.document.rich(&at).is_some_and(|rich| !rich.coverage(*other, start..end).is_empty());
            if lies {
                draft.step(Step::Mark { at: at.clone(), start, end, mark: *other, spans: Vec::new() })?;
            }
        }
        let spans = if covered { Vec::new() } else { vec![(start, end)] };
        draft.step(Step::Mark { at, start, end, mark, spans })?;
    }
    Ok(())
}
