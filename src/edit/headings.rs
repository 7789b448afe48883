//! Agenda items and the headings of the text that are theirs: of the same words, the first with the first.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use super::EditError;
use super::draft::Draft;
use crate::arabic::Source;
use crate::document::{Atom, Block, BlockId, Document, Kind, RichText, Step, StepError, Target};

/// The words of an agenda item as a heading says them: without the mark at their end. Nothing where there are none.
#[must_use]
pub fn heading_words(item: &RichText) -> Option<RichText> {
    let end = end(item);
    item.slice(0..end).ok().filter(|words| !words.text().trim().is_empty())
}

fn end(text: &RichText) -> usize {
    text.text().trim_end().trim_end_matches(['.', '؛', '،', ';']).len()
}

/// What is compared: the words without the mark at their end, whatever lies on them.
fn bare(text: &RichText) -> &str {
    text.text().get(..end(text)).unwrap_or_default().trim()
}

fn same(one: &RichText, other: &RichText) -> bool {
    let atoms = |text: &RichText| text.atoms().map(|(_, atom)| atom.clone()).collect::<Vec<Atom>>();
    bare(one) == bare(other) && atoms(one) == atoms(other)
}

/// The agenda items in order, each with its heading if the text has one. Several of the same words have headings in
/// the same order.
#[must_use]
pub fn headings(document: &Document) -> Vec<(BlockId, Option<BlockId>)> {
    tied(document, &HashMap::new())
}

/// The heading of an agenda item in the text, if it has one.
#[must_use]
pub fn heading_of(document: &Document, item: BlockId) -> Option<BlockId> {
    headings(document).into_iter().find(|(other, _)| *other == item).and_then(|(_, heading)| heading)
}

/// The same as it was while these texts stood.
fn tied(document: &Document, before: &HashMap<BlockId, RichText>) -> Vec<(BlockId, Option<BlockId>)> {
    fn said<'a>(block: &'a Arc<Block>, before: &'a HashMap<BlockId, RichText>) -> &'a RichText {
        before.get(&block.id).unwrap_or(&block.text)
    }
    let blocks = document.blocks();
    let mut free: HashMap<&str, VecDeque<&Arc<Block>>> = HashMap::new();
    for block in blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(_))) {
        free.entry(bare(said(block, before))).or_default().push_back(block);
    }
    let mut own = |item: &Arc<Block>| {
        let words = said(item, before);
        let of = free.get_mut(bare(words)).filter(|_| !bare(words).is_empty())?;
        let at = of.iter().position(|heading| same(said(heading, before), words))?;
        of.remove(at).map(|heading| heading.id)
    };
    let items = blocks.iter().filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
    items.map(|item| (item.id, own(item))).collect()
}

/// The item whose words are being written, and the heading that was its own when that began.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    item: BlockId,
    heading: Option<BlockId>,
    /// What the item said then.
    words: RichText,
}

/// Gives the headings of items that this change worded anew the new words. What a heading is whose is settled when the
/// wording begins, which `wording` remembers: words that pass through those of another heading on their way do not
/// take it along, and an item that is emptied leaves its heading what it was.
pub(super) fn follow(draft: &mut Draft<'_>, wording: &mut Option<Wording>) -> Result<(), EditError> {
    let begun = wording.take();
    let spliced = |step: &Step| match step {
        Step::Splice { at: Target::Block(id), .. } => Some(*id),
        _ => None,
    };
    let is_item = |id: &BlockId| {
        draft.document.block(*id).is_some_and(|block| matches!(block.kind, Kind::AgendaItem(_)))
    };
    let items: BTreeSet<BlockId> = draft.steps.iter().filter_map(spliced).filter(is_item).collect();
    if items.is_empty() {
        return Ok(());
    }
    let before = texts_before(draft)?;
    let old = tied(draft.document, &before);
    for item in &items {
        let (Some(was), Some(now)) = (before.get(item), draft.document.block(*item)) else { continue };
        let now = now.text.clone();
        let fresh = || Wording {
            item: *item,
            heading: old.iter().find(|(other, _)| other == item).and_then(|(_, heading)| *heading),
            words: was.clone(),
        };
        let own = match &begun {
            Some(begun) if begun.item == *item => begun,
            _ => &fresh(),
        };
        if let Some(heading) = own.heading.filter(|id| draft.document.block(*id).is_some())
            && !same(was, &now)
        {
            // What is given back holds no letter that no record may hold.
            let clean = || own.words.tidied(Source::Typed).map(|(clean, _)| clean);
            let before = || clean().unwrap_or_else(|| own.words.clone());
            word(draft, heading, &if bare(&now).is_empty() { before() } else { now })?;
        }
        if items.len() == 1 {
            *wording = Some(Wording { item: own.item, heading: own.heading, words: own.words.clone() });
        }
    }
    Ok(())
}

/// The texts that this change spliced, as they were.
fn texts_before(draft: &Draft<'_>) -> Result<HashMap<BlockId, RichText>, StepError> {
    let mut before: HashMap<BlockId, RichText> = HashMap::new();
    for step in draft.inverse.iter().rev() {
        let Step::Splice { at: Target::Block(id), start, end, insert } = step else { continue };
        let Some(block) = draft.document.block(*id) else { continue };
        let text = before.entry(*id).or_insert_with(|| block.text.clone());
        text.splice(*start..*end, insert)?;
    }
    Ok(before)
}

/// Gives a heading the words of its item; what does not change in them stays as it is.
fn word(draft: &mut Draft<'_>, heading: BlockId, item: &RichText) -> Result<(), StepError> {
    let target = Target::Block(heading);
    let words = item.slice(0..end(item))?.without_review();
    let old = draft.document.rich(&target).ok_or(StepError::NoBlock(heading))?;
    let length = end(old);
    let (from, to) = (old.text().get(..length).unwrap_or_default(), words.text());
    let plain = old.atoms().next().is_none() && words.atoms().next().is_none();
    let same = |(a, b): &(char, char)| plain && a == b;
    let head: usize = from.chars().zip(to.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (left, right) = (from.get(head..).unwrap_or_default(), to.get(head..).unwrap_or_default());
    let ends = left.chars().rev().zip(right.chars().rev());
    let tail: usize = ends.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let insert = words.slice(head..words.len() - tail)?;
    draft.splice(&target, head..length - tail, insert)?;
    Ok(())
}
