//! A record given to a body: its name, head, style and signatories, in one change.

use super::command::Dress;
use super::draft::Draft;
use crate::document::{Block, Entry, Field, Kind, Person, PersonId, Signatures, Step, StepError};

/// Puts what the body brings in place of what the record has; what it does not say stays.
pub(super) fn dress(draft: &mut Draft<'_>, dress: &Dress) -> Result<(), StepError> {
    let document = &draft.document;
    let mut fields = Vec::new();
    if document.meeting().body != dress.body {
        fields.push(Field::Body(dress.body.clone()));
    }
    if *document.letterhead() != dress.letterhead {
        fields.push(Field::Letterhead(dress.letterhead.clone()));
    }
    if let Some(style) = dress.style.as_ref().filter(|style| *style != document.style()) {
        fields.push(Field::Style(style.clone()));
    }
    for field in fields {
        draft.step(Step::SetField(field))?;
    }
    if dress.signatories.is_empty() {
        return Ok(());
    }
    let is_signed = |block: &Block| matches!(block.kind, Kind::Signatures(_));
    let blocks: Vec<_> = draft.document.blocks().iter().filter(|b| is_signed(b)).map(|b| b.id).collect();
    if blocks.is_empty() {
        return Ok(());
    }
    let mut signatories = Vec::new();
    for person in &dress.signatories {
        let id = known(draft, person)?;
        if !signatories.contains(&id) {
            signatories.push(id);
        }
    }
    for id in blocks {
        let kind = Kind::Signatures(Signatures { signatories: signatories.clone() });
        if draft.document.block(id).is_some_and(|block| block.kind != kind) {
            draft.step(Step::SetKind(id, Box::new(kind)))?;
        }
    }
    Ok(())
}

/// Somebody of the record, or new to it.
fn known(draft: &mut Draft<'_>, person: &Person) -> Result<PersonId, StepError> {
    let key = crate::arabic::naming::name_key(&person.name);
    let mut people = draft.document.people().iter();
    if let Some((id, _)) = people.find(|(_, known)| crate::arabic::naming::name_key(&known.name) == key) {
        return Ok(*id);
    }
    let id = draft.ids.person();
    draft.step(Step::Put(Entry::Person(id, Some(person.clone()))))?;
    Ok(id)
}
