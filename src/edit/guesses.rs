//! What becomes of the guesses of an import: confirmed, put right, or settled by what a user changed.

use std::sync::Arc;

use super::EditError;
use super::command::Verdict;
use super::draft::Draft;
use super::selection::Selection;
use crate::arabic::labels::label;
use crate::document::{
    Block, BlockId, BlockReview, Document, Entry, Field, FieldPath, Guess, Guessed, Kind, Mark, Place,
    RichText, Speaker, Step, StepError, Target,
};

/// Answers some guesses; they are then none any more.
pub(super) fn settle(
    draft: &mut Draft<'_>,
    selection: &Selection,
    guesses: &[Guess],
    answer: &Verdict,
) -> Result<Selection, EditError> {
    let mut after = selection.clone();
    // From the end: a place in a block stays where it is while what follows changes.
    for guess in guesses.iter().rev() {
        let Target::Block(id) = guess.at else { continue };
        if draft.document.block(id).is_none() {
            continue;
        }
        match (answer, &guess.what) {
            (Verdict::Confirm, Guessed::Residue) => after = super::items::remove(draft, &after, id)?,
            (Verdict::Kind(kind), _) => {
                let kind = super::foreign::with_known_people(draft.document, kind.clone());
                draft.step(Step::SetKind(id, Box::new(kind)))?;
            }
            (Verdict::Restore, Guessed::Residue) => {
                let review = draft.document.block(id).map(|block| block.review).unwrap_or_default();
                draft.step(Step::SetReview(id, BlockReview { removed: None, ..review }))?;
            }
            (Verdict::Split, Guessed::Fused(at)) => part(draft, id, *at, None)?,
            (Verdict::Split, Guessed::Quotation(at)) => {
                part(draft, id, *at, Some(Kind::Quote(speaker(draft.document, id))))?;
            }
            (Verdict::Join, _) => after = join(draft, &after, id)?,
            (Verdict::Confirm | Verdict::Restore | Verdict::Split, _) => {}
        }
    }
    forget(draft, |guess| {
        let gone = matches!(guess.at, Target::Block(id) if draft_lacks(guesses, answer, id));
        gone || guesses.contains(guess)
    })?;
    drop_changes(draft)?;
    Ok(after)
}

/// Whether the answer took the block away.
fn draft_lacks(guesses: &[Guess], answer: &Verdict, id: BlockId) -> bool {
    let of = |guess: &&Guess| guess.at == Target::Block(id);
    match answer {
        Verdict::Join => guesses.iter().any(|guess| of(&guess)),
        Verdict::Confirm => guesses.iter().filter(of).any(|guess| guess.what == Guessed::Residue),
        Verdict::Kind(_) | Verdict::Restore | Verdict::Split => false,
    }
}

/// Lets the imported text go, what was guessed of it, and what is still struck as the rest of a web page.
pub(super) fn dismiss(draft: &mut Draft<'_>, selection: &Selection) -> Result<Selection, EditError> {
    let source = draft.document.source().ok_or(StepError::NoSource)?;
    let struck: Vec<BlockId> = source
        .guesses
        .iter()
        .filter(|guess| guess.what == Guessed::Residue)
        .filter_map(|guess| if let Target::Block(id) = guess.at { Some(id) } else { None })
        .filter(|id| draft.document.block(*id).is_some_and(|block| block.review.removed.is_some()))
        .collect();
    let mut after = selection.clone();
    for id in struck {
        after = super::items::remove(draft, &after, id)?;
    }
    draft.step(Step::SetField(Field::Source(None)))?;
    drop_changes(draft)?;
    Ok(after)
}

/// Settles what a user's own change settles: a kind that was chosen, a field that was filled, a block that is gone.
pub(super) fn follow(draft: &mut Draft<'_>) -> Result<(), EditError> {
    if draft.document.source().is_none_or(|source| source.guesses.is_empty()) {
        return Ok(());
    }
    let steps = draft.steps.clone();
    let text = draft.document.source().map(|source| source.text.clone()).unwrap_or_default();
    forget(draft, |guess| steps.iter().any(|step| settles(step, guess) || renumbers(step, guess, &text)))
}

/// Whether a step writes another number or reference than the imported text has.
fn renumbers(step: &Step, guess: &Guess, text: &str) -> bool {
    let Step::SetField(Field::Output { entry, .. }) = step else { return false };
    let other = |value: &str| value.is_empty() || !text.contains(value);
    match (&guess.at, entry) {
        (Target::Field(FieldPath::OutputNumber(kind)), Some(output)) => {
            output.kind == *kind && other(&output.number)
        }
        (Target::Field(FieldPath::OutputReference(kind)), Some(output)) => {
            output.kind == *kind && other(&output.reference)
        }
        _ => false,
    }
}

fn settles(step: &Step, guess: &Guess) -> bool {
    match (step, &guess.at) {
        (Step::Remove(id), Target::Block(of)) => id == of,
        (Step::SetKind(id, _), Target::Block(of)) => {
            let carried = [Guessed::Kind, Guessed::ListEnd, Guessed::Matter, Guessed::Vote];
            id == of && carried.contains(&guess.what)
        }
        (Step::Splice { at, .. }, of) => {
            at == of && matches!(guess.what, Guessed::Fused(_) | Guessed::Quotation(_))
        }
        (Step::SetReview(id, _), Target::Block(of)) => id == of && guess.what == Guessed::Residue,
        (Step::SetField(field), Target::Field(path)) => fills(field, *path),
        _ => false,
    }
}

fn fills(field: &Field, path: FieldPath) -> bool {
    matches!(
        (field, path),
        (Field::Dates(_), FieldPath::Dates)
            | (Field::Venue(_), FieldPath::Venue)
            | (Field::Start(_), FieldPath::Start)
            | (Field::End(_), FieldPath::End)
            | (Field::Next(_), FieldPath::NextDates | FieldPath::NextVenue)
            | (Field::Chairs(_), FieldPath::Chair(..))
            | (Field::Rapporteur(_), FieldPath::Rapporteur(_))
            | (Field::Letterhead(_), FieldPath::LetterheadLines)
            | (
                Field::Session(_),
                FieldPath::SessionNoun | FieldPath::SessionNature | FieldPath::SessionOrdinal
            )
            | (
                Field::Body(_),
                FieldPath::BodyName
                    | FieldPath::BodyOrganisation
                    | FieldPath::BodyRegion
                    | FieldPath::BodyProvince
                    | FieldPath::BodyLevel
            )
            | (
                Field::Group { .. },
                FieldPath::GroupOblique(_) | FieldPath::GroupNominative(_) | FieldPath::GroupCount(_)
            )
            | (Field::Quorum(_), FieldPath::Quorum | FieldPath::Members)
            | (Field::Attendee { .. }, FieldPath::Attendee(..))
    )
}

fn forget(draft: &mut Draft<'_>, settled: impl Fn(&Guess) -> bool) -> Result<(), EditError> {
    let Some(source) = draft.document.source() else { return Ok(()) };
    if !source.guesses.iter().any(&settled) {
        return Ok(());
    }
    let left = source.guesses.iter().filter(|guess| !settled(guess)).cloned().collect();
    draft.step(Step::SetField(Field::Guesses(left)))?;
    Ok(())
}

/// Takes suggestions away that no block and no word names any more.
fn drop_changes(draft: &mut Draft<'_>) -> Result<(), EditError> {
    let document = &*draft.document;
    let marks = |text: &RichText, id| {
        let is = |mark| matches!(mark, Mark::Inserted(of) | Mark::Deleted(of) if of == id);
        text.marks().iter().any(|marked| is(marked.mark))
    };
    let named = |id| {
        let titles = || document.outputs().iter().any(|output| marks(&output.title, id));
        let blocks = || {
            document.blocks().iter().any(|block| {
                let review = block.review;
                [review.inserted, review.removed, review.joined].contains(&Some(id)) || marks(&block.text, id)
            })
        };
        blocks() || titles()
    };
    let text = |change: &crate::document::Change| change.pending == crate::document::Pending::Text;
    let unnamed: Vec<_> = document
        .changes()
        .iter()
        .filter(|(id, change)| text(change) && !named(**id))
        .map(|(id, _)| *id)
        .collect();
    for id in unnamed {
        draft.step(Step::Put(Entry::Change(id, None)))?;
    }
    Ok(())
}

/// Parts a block in two; the second is of the same kind, or of another.
pub(super) fn part(
    draft: &mut Draft<'_>,
    id: BlockId,
    at: usize,
    kind: Option<Kind>,
) -> Result<(), EditError> {
    let block = draft.document.block(id).ok_or(StepError::NoBlock(id))?;
    let text = block.text.text();
    let (Some(head), Some(tail)) = (text.get(..at), text.get(at..)) else { return Ok(()) };
    // A bullet between the two is neither's.
    let start = head.trim_end().trim_end_matches(['–', '•', '*']).trim_end().len();
    let end = at + label(tail).filter(|label| !label.weak).map_or(0, |label| label.end);
    let rest = block.text.slice(end..text.len()).map_err(StepError::Text)?;
    let length = text.len();
    let mut new = Block::new(draft.ids.block(), kind.unwrap_or_else(|| block.kind.clone()), rest);
    new.audience = block.audience;
    let target = Target::Block(id);
    draft.splice(&target, start..length, RichText::default())?;
    draft.step(Step::Insert { after: Some(id), block: Arc::new(new) })?;
    Ok(())
}

/// Puts the words of a block behind those of the block before it.
fn join(draft: &mut Draft<'_>, selection: &Selection, id: BlockId) -> Result<Selection, EditError> {
    let blocks = draft.document.blocks();
    let before = blocks.index(id).and_then(|at| at.checked_sub(1)).and_then(|at| blocks.get_at(at));
    let (Some(before), Some(block)) = (before, draft.document.block(id)) else {
        return Ok(selection.clone());
    };
    let (target, end) = (Target::Block(before.id), before.text.len());
    let (first, second) = (before.id, block.id);
    draft.splice(&target, end..end, RichText::plain(" "))?;
    let inside = [&selection.anchor, &selection.head].into_iter().any(|at| at.target == Target::Block(id));
    // As Backspace joins them: words for the minutes stay there.
    super::text::join(draft, first, second)?;
    Ok(if inside { Selection::caret(Place::new(target, end)) } else { selection.clone() })
}

fn speaker(document: &Document, id: BlockId) -> Speaker {
    match document.block(id).map(|block| &block.kind) {
        Some(Kind::Intervention(speaker) | Kind::Quote(speaker)) => speaker.clone(),
        _ => Speaker::Unnamed,
    }
}
