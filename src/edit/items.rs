//! Blocks handled by name from a form: put in, worded, moved past their like, taken out.

use std::sync::Arc;

use super::EditError;
use super::command::Shift;
use super::draft::Draft;
use super::foreign::with_known_people;
use super::headings::{heading_words, headings};
use super::notes;
use super::selection::Selection;
use crate::arabic::noted::PRESENTED;
use crate::arabic::{Source, clean};
use crate::document::{
    ATOM, Audience, Block, BlockId, Document, Field, Kind, Piece, Place, RichText, Speaker, Step, StepError,
    Target, Template,
};

/// Puts a new block of this kind behind `after`, or behind the last of its like, or first.
pub(super) fn insert(
    draft: &mut Draft<'_>,
    after: Option<BlockId>,
    kind: Kind,
    words: &str,
) -> Result<(), EditError> {
    let after = after.or_else(|| last_like(draft.document, &kind));
    let kind = with_known_people(draft.document, kind);
    let block = Block::new(draft.ids.block(), kind, RichText::plain(&line(words)));
    draft.step(Step::Insert { after, block: Arc::new(block) })?;
    Ok(())
}

/// Gives a block these words; what does not change in them keeps its marks and fields.
pub(super) fn word(draft: &mut Draft<'_>, id: BlockId, words: &str) -> Result<(), EditError> {
    let target = Target::Block(id);
    let old = draft.document.rich(&target).ok_or(StepError::NoBlock(id))?.text().to_owned();
    let words = clean(words, Source::Typed).text.replace('\n', " ");
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = old.chars().zip(words.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (from, to) = (old.get(head..).unwrap_or_default(), words.get(head..).unwrap_or_default());
    let ends = from.chars().rev().zip(to.chars().rev());
    let tail: usize = ends.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let insert = line(to.get(..to.len() - tail).unwrap_or_default());
    let range = head..old.len() - tail;
    if !range.is_empty() || !insert.is_empty() {
        draft.splice(&target, range, RichText::plain(&insert))?;
    }
    Ok(())
}

/// Says what a template is called and what it is for.
pub(super) fn offer(draft: &mut Draft<'_>, name: &str, about: &str) -> Result<(), EditError> {
    let old = draft.document.template().clone();
    let new = Template { id: old.id.clone(), name: line(name), about: line(about) };
    if new != old {
        draft.step(Step::SetField(Field::Template(new)))?;
    }
    Ok(())
}

/// Gives a block the words that ask for its text.
pub(super) fn ask(draft: &mut Draft<'_>, id: BlockId, prompt: &str) -> Result<(), EditError> {
    let prompt = line(prompt);
    let old = draft.document.block(id).ok_or(StepError::NoBlock(id))?;
    if old.prompt != prompt {
        draft.step(Step::SetPrompt(id, prompt))?;
    }
    Ok(())
}

/// Takes a block out; a caret in it goes to the end of the block before it, or to the one after.
pub(super) fn remove(
    draft: &mut Draft<'_>,
    selection: &Selection,
    id: BlockId,
) -> Result<Selection, EditError> {
    let blocks = draft.document.blocks();
    let at = blocks.index(id).ok_or(StepError::NoBlock(id))?;
    let near = blocks.get_at(at.checked_sub(1).unwrap_or(at + 1));
    let near = near.map(|block| Place::new(Target::Block(block.id), block.text.len()));
    draft.step(Step::Remove(id))?;
    let inside = |place: &Place| place.target == Target::Block(id);
    Ok(match near {
        Some(place) if inside(&selection.head) || inside(&selection.anchor) => Selection::caret(place),
        _ => selection.clone(),
    })
}

/// Moves a block past the neighbour of its own kind; at the end of them nothing happens.
pub(super) fn shift(draft: &mut Draft<'_>, id: BlockId, shift: Shift) -> Result<(), EditError> {
    let blocks = draft.document.blocks();
    let kind = draft.document.block(id).ok_or(StepError::NoBlock(id))?.kind.clone();
    let like: Vec<BlockId> = blocks.iter().filter(|block| alike(&block.kind, &kind)).map(|b| b.id).collect();
    let Some(at) = like.iter().position(|other| *other == id) else { return Ok(()) };
    let after = match shift {
        Shift::Down => match like.get(at + 1) {
            Some(next) => Some(*next),
            None => return Ok(()),
        },
        Shift::Up => {
            let Some(before) = at.checked_sub(1).and_then(|at| like.get(at)) else { return Ok(()) };
            let index = blocks.index(*before).unwrap_or(0);
            index.checked_sub(1).and_then(|index| blocks.get_at(index)).map(|block| block.id)
        }
    };
    draft.step(Step::Move { id, after })?;
    Ok(())
}

/// Puts a heading for each agenda item behind the text, as far as there is none of these words yet, with what its
/// presenter said and a paragraph to go on in.
pub(super) fn proceedings(draft: &mut Draft<'_>) -> Result<(), EditError> {
    skeleton(draft, Audience::Both, true)
}

/// The headings, for these readers; `full` puts what is said below each as well.
pub(super) fn skeleton(draft: &mut Draft<'_>, audience: Audience, full: bool) -> Result<(), EditError> {
    let blocks = draft.document.blocks();
    let bare = headings(draft.document).into_iter().filter(|(_, heading)| heading.is_none());
    let items = bare.filter_map(|(item, _)| {
        let block = draft.document.block(item)?;
        let Kind::AgendaItem(item) = &block.kind else { return None };
        Some((heading_words(&block.text)?, item.presenter, block.audience))
    });
    let missing: Vec<_> = items.collect();
    // Behind what was said, before what is recommended and what closes.
    let end = (0..blocks.len()).find(|at| notes::is_late(blocks, *at)).unwrap_or(blocks.len());
    let mut after = end.checked_sub(1).and_then(|index| blocks.get_at(index)).map(|block| block.id);
    for (title, presenter, own) in missing {
        // What is on the agenda for the minutes alone stays there.
        let audience = if audience == Audience::Both { own } else { audience };
        let mut parts = vec![(Kind::Heading(2), title.clone())];
        if full {
            if let Some(presenter) = presenter {
                let mut pieces = notes::said_by(PRESENTED.0, PRESENTED.1, presenter);
                pieces.push(Piece::Text(PRESENTED.2.to_owned()));
                pieces.extend(title.pieces());
                pieces.push(Piece::Text(PRESENTED.3.to_owned()));
                let text = RichText::from_pieces(pieces).map_err(StepError::Text)?;
                parts.push((Kind::Intervention(Speaker::Person(presenter)), text));
            }
            parts.push((Kind::default(), RichText::default()));
        }
        for (kind, words) in parts {
            let mut block = Block::new(draft.ids.block(), kind, words);
            block.audience = audience;
            let id = block.id;
            draft.step(Step::Insert { after, block: Arc::new(block) })?;
            after = Some(id);
        }
    }
    Ok(())
}

fn alike(one: &Kind, other: &Kind) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// Behind which block one of this kind goes: the last of its like; an agenda's first item behind the lead.
fn last_like(document: &Document, kind: &Kind) -> Option<BlockId> {
    let blocks = document.blocks();
    let last = blocks.iter().rev().find(|block| alike(&block.kind, kind)).map(|block| block.id);
    let is_lead = |kind: &Kind| {
        use crate::document::Role;
        matches!(kind, Kind::Paragraph(Role::Lead))
    };
    last.or_else(|| blocks.iter().find(|block| is_lead(&block.kind)).map(|block| block.id))
}

/// Typed words as a record keeps them: clean, on one line, no place for a field among them.
fn line(words: &str) -> String {
    clean(words, Source::Typed).text.replace(['\n', ATOM], " ")
}
