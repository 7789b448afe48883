//! A record read from another text, taken into the one that is open: one change, taken back as one.

use super::draft::Draft;
use super::selection::Selection;
use crate::document::{Body, Document, Entry, Field, Place, Step, StepError, Target};

/// Puts what `from` says in place of what the record says: its text, its people, its header. The record keeps its name,
/// its letterhead, its template, its other outputs, and the body where `from` names none.
pub(super) fn adopt(draft: &mut Draft<'_>, from: &Document) -> Result<Selection, StepError> {
    let old = draft.document.clone();
    for block in old.blocks() {
        draft.step(Step::Remove(block.id))?;
    }
    for (id, person) in from.people() {
        draft.step(Step::Put(Entry::Person(*id, Some(person.clone()))))?;
    }
    for (id, change) in from.changes() {
        draft.step(Step::Put(Entry::Change(*id, Some(Box::new(change.clone())))))?;
    }
    for (id, comment) in from.comments() {
        draft.step(Step::Put(Entry::Comment(*id, Some(comment.clone()))))?;
    }
    header(draft, &old, from)?;
    attendance(draft, &old, from)?;
    outputs(draft, &old, from)?;
    let mut after = None;
    for block in from.blocks() {
        draft.step(Step::Insert { after, block: std::sync::Arc::clone(block) })?;
        after = Some(block.id);
    }
    draft.step(Step::SetField(Field::Source(from.source().cloned())))?;
    let first = from.blocks().first().map(|block| Target::Block(block.id));
    let main = draft.document.outputs().first().map(|output| Target::Title(output.kind));
    let target =
        first.or(main).ok_or(StepError::NoTarget(Target::Field(crate::document::FieldPath::Venue)))?;
    Ok(Selection::caret(Place::new(target, 0)))
}

fn header(draft: &mut Draft<'_>, old: &Document, from: &Document) -> Result<(), StepError> {
    let (was, new) = (old.meeting(), from.meeting());
    let or = |new: &str, old: &str| if new.is_empty() { old.to_owned() } else { new.to_owned() };
    let body = Body {
        level: if new.body.level == crate::document::Level::Unsaid { was.body.level } else { new.body.level },
        name: or(&new.body.name, &was.body.name),
        organisation: or(&new.body.organisation, &was.body.organisation),
        region: or(&new.body.region, &was.body.region),
        province: or(&new.body.province, &was.body.province),
        gender: if new.body.name.is_empty() { was.body.gender } else { new.body.gender },
    };
    let mut fields = vec![
        Field::Language(from.language()),
        Field::Body(body),
        Field::Session(new.session.clone()),
        Field::Dates(new.dates.clone()),
        Field::Start(new.start),
        Field::End(new.end),
        Field::Venue(new.venue.clone()),
        Field::Chairs(new.chairs.clone()),
        Field::Rapporteur(new.rapporteur),
        Field::Quorum(new.attendance.quorum),
        Field::Next(new.next.clone()),
    ];
    if from.style() != Document::new(from.id()).style() {
        fields.push(Field::Style(from.style().clone()));
    }
    fields.into_iter().try_for_each(|field| draft.step(Step::SetField(field)))
}

fn attendance(draft: &mut Draft<'_>, old: &Document, from: &Document) -> Result<(), StepError> {
    let (was, new) = (&old.meeting().attendance, &from.meeting().attendance);
    for line in &was.people {
        draft.step(Step::SetField(Field::Attendee { person: line.person, at: 0, entry: None }))?;
    }
    for group in &was.groups {
        draft.step(Step::SetField(Field::Group { id: group.id, at: 0, entry: None }))?;
    }
    for (at, line) in new.people.iter().enumerate() {
        let entry = Some(line.clone());
        draft.step(Step::SetField(Field::Attendee { person: line.person, at, entry }))?;
    }
    for (at, group) in new.groups.iter().enumerate() {
        draft.step(Step::SetField(Field::Group { id: group.id, at, entry: Some(group.clone()) }))?;
    }
    Ok(())
}

fn outputs(draft: &mut Draft<'_>, old: &Document, from: &Document) -> Result<(), StepError> {
    for (at, output) in from.outputs().iter().enumerate() {
        let mut entry = output.clone();
        if let Some(was) = old.output(output.kind) {
            entry = was.clone();
            if !output.title.is_empty() {
                entry.title = output.title.clone();
            }
            for (old, new) in [(&mut entry.number, &output.number), (&mut entry.reference, &output.reference)]
            {
                if !new.is_empty() {
                    old.clone_from(new);
                }
            }
        }
        draft.step(Step::SetField(Field::Output { kind: output.kind, at, entry: Some(Box::new(entry)) }))?;
    }
    Ok(())
}
