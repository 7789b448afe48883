//! What is put into a text ready made: the rest of a phrase, a person with their field, words in place of fields.

use std::ops::Range;

use super::command::{Part, Who};
use super::draft::Draft;
use super::foreign::at_home;
use super::marking;
use super::selection::Selection;
use super::text;
use crate::arabic::Source;
use crate::document::{
    ATOM, Atom, Audience, Entry, Mark, PersonForm, Piece, Place, RichText, Step, StepError, Target,
};

/// Puts a phrase in place of what was typed of it; the caret is behind it.
pub(super) fn complete(
    draft: &mut Draft<'_>,
    target: &Target,
    range: Range<usize>,
    phrase: RichText,
    awaited: &[Mark],
) -> Result<Selection, StepError> {
    let phrase = phrase.tidied(Source::Typed).map_or(phrase, |(clean, _)| clean);
    let part = Part { kind: None, audience: Audience::Both, text: phrase.without_review() };
    let phrase = at_home(draft.document, part)?.text;
    let mut marks =
        draft.document.rich(target).map(|rich| text::marks_here(rich, range.end)).unwrap_or_default();
    for mark in awaited {
        marking::flip(&mut marks, *mark);
    }
    let end = draft.splice(target, range, dressed(&phrase, &marks)?)?;
    Ok(text::behind(draft, Place::new(target.clone(), end)))
}

fn dressed(phrase: &RichText, marks: &[Mark]) -> Result<RichText, StepError> {
    if marks.is_empty() {
        return Ok(phrase.clone());
    }
    let dress = |own: Vec<Mark>| {
        let mut all = marks.to_vec();
        all.extend(own.into_iter().filter(|mark| !marks.contains(mark)));
        all
    };
    let pieces = phrase.pieces().into_iter().map(|piece| match piece {
        Piece::Text(words) => Piece::Marked(dress(Vec::new()), words),
        Piece::Field(atom) => Piece::MarkedField(dress(Vec::new()), atom),
        Piece::Marked(own, words) => Piece::Marked(dress(own), words),
        Piece::MarkedField(own, atom) => Piece::MarkedField(dress(own), atom),
    });
    RichText::from_pieces(pieces).map_err(StepError::Text)
}

/// Puts a field about a person at the caret; the record comes to know who is new to it.
pub(super) fn person(
    draft: &mut Draft<'_>,
    selection: &Selection,
    who: Who,
    form: PersonForm,
) -> Result<Selection, StepError> {
    let id = match who {
        Who::Known(id) => id,
        Who::New(person) => {
            let id = draft.ids.person();
            draft.step(Step::Put(Entry::Person(id, Some(super::attendance::clean(*person)))))?;
            id
        }
    };
    text::insert_field(draft, selection, Atom::Person(id, form))
}

/// Puts words in place of fields of a text, each with the field's place there.
pub(super) fn freeze(
    draft: &mut Draft<'_>,
    selection: &Selection,
    target: &Target,
    mut words: Vec<(usize, String)>,
) -> Result<Selection, StepError> {
    words.sort_unstable_by_key(|(at, _)| *at);
    let mut ends = [selection.anchor.clone(), selection.head.clone()];
    for (at, words) in words.into_iter().rev() {
        let is_field = draft.document.rich(target).is_some_and(|rich| rich.atom_at(at).is_some());
        if !is_field {
            continue;
        }
        let end = at + ATOM.len_utf8();
        let after = text::replace(draft, target, at..end, &words)?.head.offset;
        for place in ends.iter_mut().filter(|place| place.target == *target && place.offset >= end) {
            place.offset = (place.offset + after).saturating_sub(end);
        }
    }
    let [anchor, head] = ends;
    Ok(Selection::new(anchor, head))
}
