//! Two steps in a row as one, where the second writes over or beside what the first wrote.

use crate::document::{Entry, Field, RichText, Step};

/// One step that does what these two do, the first first; nothing where it takes both.
pub(super) fn merge(first: &Step, second: &Step) -> Option<Step> {
    match (first, second) {
        (
            Step::Splice { at, start, end, insert },
            Step::Splice { at: at2, start: start2, end: end2, insert: insert2 },
        ) if at == at2 => {
            let inserted = start + insert.len();
            if *start2 > inserted || end2 < start {
                return None;
            }
            // Places in the words the first put in; beyond them the second takes of what stood there before.
            let inside = |place: &usize| place.saturating_sub(*start).min(insert.len());
            let mut joined = insert.clone();
            joined.splice(inside(start2)..inside(end2), insert2).ok()?;
            let end = end + end2.saturating_sub(inserted);
            Some(Step::Splice { at: at.clone(), start: *start.min(start2), end, insert: joined })
        }
        _ => writes_over(first, second).then(|| second.clone()),
    }
}

/// Whether the second step gives its value to the very thing the first gave one.
fn writes_over(first: &Step, second: &Step) -> bool {
    match (first, second) {
        (Step::SetKind(a, _), Step::SetKind(b, _))
        | (Step::SetAudience(a, _), Step::SetAudience(b, _))
        | (Step::SetReview(a, _), Step::SetReview(b, _))
        | (Step::SetPrompt(a, _), Step::SetPrompt(b, _)) => a == b,
        (Step::SetField(a), Step::SetField(b)) => match (a, b) {
            (Field::Attendee { person: a, .. }, Field::Attendee { person: b, .. }) => a == b,
            (Field::Group { id: a, .. }, Field::Group { id: b, .. }) => a == b,
            (Field::Output { kind: a, .. }, Field::Output { kind: b, .. }) => a == b,
            _ => std::mem::discriminant(a) == std::mem::discriminant(b),
        },
        (Step::Put(Entry::Person(a, _)), Step::Put(Entry::Person(b, _))) => a == b,
        _ => false,
    }
}

/// What a step points to beside words: a person, a kind, a line of the header.
const SMALL: usize = 256;

/// About how many bytes a step holds.
pub(super) fn weight(step: &Step) -> usize {
    let rich = |text: &RichText| text.len() + size_of_val(text.marks());
    size_of::<Step>()
        + match step {
            Step::Splice { insert, .. } => rich(insert),
            Step::Mark { spans, .. } => size_of_val(spans.as_slice()),
            Step::Insert { block, .. } => SMALL + rich(&block.text) + block.prompt.len(),
            Step::SetPrompt(_, prompt) => prompt.len(),
            Step::SetField(Field::Source(source)) => source.as_ref().map_or(0, |source| source.text.len()),
            Step::SetField(Field::Guesses(guesses)) => size_of_val(guesses.as_slice()),
            Step::SetField(Field::Output { entry, .. }) => {
                SMALL + entry.as_ref().map_or(0, |output| rich(&output.title))
            }
            Step::Put(Entry::Comment(_, Some(comment))) => SMALL + comment.text.len() + comment.quoted.len(),
            Step::SetKind(..) | Step::SetField(_) | Step::Put(_) => SMALL,
            Step::Remove(_) | Step::Move { .. } | Step::SetAudience(..) | Step::SetReview(..) => 0,
        }
}
