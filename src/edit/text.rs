//! Changes of words: typing, deleting, splitting, joining, pasting.

use std::ops::Range;
use std::sync::Arc;

use super::command::{Fragment, Part, Toward, Unit};
use super::draft::Draft;
use super::foreign::at_home;
use super::marking::flip;
use super::motion;
use super::selection::Selection;
use crate::arabic::{Source, clean};
use crate::document::{
    Affinity, Atom, Audience, Block, BlockId, Document, Kind, Limit, Mark, Piece, Place, RichText, Role,
    Step, StepError, Subject, Target,
};

/// Whether the marks of the review go along.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Review {
    Left,
    Taken,
}

fn caret(target: Target, offset: usize) -> Selection {
    Selection::caret(Place::new(target, offset))
}

/// Everything from the title to the last block.
pub(super) fn everything(document: &Document, selection: &Selection) -> Selection {
    let Some(last) = document.blocks().last() else { return selection.clone() };
    let title = match &selection.head.target {
        title @ Target::Title(_) => Some(title.clone()),
        Target::Block(_) | Target::Field(_) | Target::Comment(_) => {
            document.outputs().first().map(|output| Target::Title(output.kind))
        }
    };
    let first = title.or_else(|| document.blocks().first().map(|block| Target::Block(block.id)));
    let Some(first) = first else { return selection.clone() };
    Selection::new(Place::new(first, 0), Place::new(Target::Block(last.id), last.text.len()))
}

/// What is selected.
pub(super) fn fragment(document: &Document, selection: &Selection, review: Review) -> Fragment {
    let mut parts = Vec::new();
    for (target, range) in selection.ranges(document) {
        let Some(Ok(text)) = document.rich(&target).map(|rich| rich.slice(range.clone())) else {
            continue;
        };
        let block = match &target {
            Target::Block(id) => document.block(*id),
            Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
        };
        let whole = block.is_some_and(|b| range == (0..b.text.len()));
        parts.push(Part {
            kind: block.filter(|_| whole).map(|b| b.kind.clone()),
            audience: block.map_or(Audience::Both, |b| b.audience),
            text: if review == Review::Left { text.without_review() } else { text },
        });
    }
    Fragment { parts }
}

/// A plain text as one part a line, blank lines left out.
pub(super) fn lines(text: &str) -> Fragment {
    let ends_open = text.ends_with('\n');
    let mut parts: Vec<Part> = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(|line| line.trim_matches(|c| c == '\t' || c == ' '))
        .filter(|line| !line.is_empty())
        .map(|line| Part { kind: None, audience: Audience::Both, text: RichText::plain(line) })
        .collect();
    if parts.len() < 2 && !ends_open {
        // A word or a line: its spaces at the ends are meant.
        parts = vec![Part { kind: None, audience: Audience::Both, text: RichText::plain(text) }];
    }
    Fragment { parts }
}

/// Deletes what is selected; returns where the caret then is.
fn clear(draft: &mut Draft<'_>, selection: &Selection) -> Result<Place, StepError> {
    if selection.is_caret() {
        return Ok(selection.head.clone());
    }
    let (from, to) = selection.ordered(draft.document);
    if from.target == to.target {
        let end = draft.splice(&from.target, from.offset..to.offset, RichText::default())?;
        return Ok(Place::new(from.target, end));
    }
    let ranges = selection.ranges(draft.document);
    let middle = ranges.get(1..ranges.len().saturating_sub(1)).unwrap_or_default();
    // From the end, so that what stays is not moved up once for each of them.
    for (target, _) in middle.iter().rev() {
        if let Target::Block(id) = target {
            draft.step(Step::Remove(*id))?;
        }
    }
    draft.splice(&to.target, 0..to.offset, RichText::default())?;
    let length = draft.document.rich(&from.target).map_or(from.offset, RichText::len);
    let end = draft.splice(&from.target, from.offset..length, RichText::default())?;
    if let (Target::Block(first), Target::Block(last)) = (&from.target, &to.target) {
        return join(draft, *first, *last);
    }
    Ok(Place::new(from.target, end))
}

/// Appends the second block's words to the first and takes the second away.
pub(super) fn join(draft: &mut Draft<'_>, first: BlockId, second: BlockId) -> Result<Place, StepError> {
    let (Some(a), Some(b)) = (draft.document.block(first), draft.document.block(second)) else {
        return Err(StepError::NoBlock(second));
    };
    let (a, b) = (Arc::clone(a), Arc::clone(b));
    // Words for the minutes only never slip into a text for everybody.
    let audience = if a.text.is_empty() || a.audience == b.audience {
        b.audience
    } else if b.text.is_empty() {
        a.audience
    } else if [a.audience, b.audience].contains(&Audience::MinutesOnly) {
        Audience::MinutesOnly
    } else {
        // Words for both texts stay in both.
        Audience::Both
    };
    draft.step(Step::Remove(second))?;
    let at = Target::Block(first);
    let length = a.text.len();
    if a.audience != audience {
        draft.step(Step::SetAudience(first, audience))?;
    }
    draft.splice(&at, length..length, b.text.clone())?;
    let text = draft.document.rich(&at).map(RichText::text).unwrap_or_default();
    let seam = motion::grapheme_at_or_after(text, length);
    Ok(Place::new(at, seam))
}

/// The marks a letter typed here takes: those of the letter before it, or at the start of the one after.
pub(super) fn marks_here(rich: &RichText, offset: usize) -> Vec<Mark> {
    let here = |m: &&crate::document::Marked| {
        if offset == 0 { m.start == 0 } else { m.start < offset && m.end >= offset }
    };
    rich.marks().iter().filter(here).map(|m| m.mark).filter(|mark| !mark.is_review()).collect()
}

fn dressed(draft: &Draft<'_>, at: &Place, words: &str, awaited: &[Mark]) -> RichText {
    let mut marks =
        draft.document.rich(&at.target).map(|rich| marks_here(rich, at.offset)).unwrap_or_default();
    for mark in awaited {
        flip(&mut marks, *mark);
    }
    let plain = RichText::plain(words);
    if marks.is_empty() {
        return plain;
    }
    RichText::from_pieces([Piece::Marked(marks, plain.text().to_owned())]).unwrap_or(plain)
}

pub(super) fn type_words(
    draft: &mut Draft<'_>,
    selection: &Selection,
    words: &str,
    awaited: &[Mark],
) -> Result<Selection, StepError> {
    let mut at = clear(draft, selection)?;
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            at = enter(draft, &Selection::caret(at))?.head;
        }
        let insert = dressed(draft, &at, line, awaited);
        let end = draft.splice(&at.target, at.offset..at.offset, insert)?;
        at = Place::new(at.target, end);
    }
    Ok(behind(draft, at))
}

/// A caret that clings to the letter before it: Latin typed behind Arabic goes on where it was. A blank is not clung to,
/// for a line may break behind it.
pub(super) fn behind(draft: &Draft<'_>, at: Place) -> Selection {
    let text = draft.document.rich(&at.target).map(RichText::text).unwrap_or_default();
    let last = text.get(..at.offset).and_then(|before| before.chars().next_back());
    let affinity =
        if last.is_some_and(|c| !c.is_whitespace()) { Affinity::Upstream } else { Affinity::Downstream };
    Selection::caret(Place { affinity, ..at })
}

pub(super) fn insert_field(
    draft: &mut Draft<'_>,
    selection: &Selection,
    atom: Atom,
) -> Result<Selection, StepError> {
    let at = clear(draft, selection)?;
    if let Atom::Person(id, _) | Atom::Verb { of: Subject::Person(id), .. } = &atom
        && draft.document.person(*id).is_none()
    {
        return Err(StepError::NoPerson(*id));
    }
    let end = draft.splice(&at.target, at.offset..at.offset, RichText::atom(atom))?;
    Ok(caret(at.target, end))
}

pub(super) fn replace(
    draft: &mut Draft<'_>,
    target: &Target,
    range: Range<usize>,
    text: &str,
) -> Result<Selection, StepError> {
    let at = Place::new(target.clone(), range.end);
    let insert = dressed(draft, &at, &clean(text, Source::Typed).text, &[]);
    let end = draft.splice(target, range, insert)?;
    Ok(caret(target.clone(), end))
}

pub(super) fn paste(
    draft: &mut Draft<'_>,
    selection: &Selection,
    fragment: Fragment,
) -> Result<Selection, StepError> {
    // What cannot fit is refused before any of it is taken in.
    if fragment.parts.len() > Limit::Blocks.most() {
        return Err(StepError::Beyond(Limit::Blocks));
    }
    let mut at = clear(draft, selection)?;
    let parts = fragment.parts.into_iter().map(|part| at_home(draft.document, part));
    let mut parts = parts.collect::<Result<Vec<Part>, _>>()?.into_iter();
    let Some(first) = parts.next() else { return Ok(Selection::caret(at)) };
    let rest: Vec<Part> = parts.collect();
    let Target::Block(here) = at.target.clone() else {
        // A title is one line: what follows the first goes into the text below it.
        let mut end = draft.splice(&at.target, at.offset..at.offset, first.text)?;
        let mut after = None;
        for part in rest {
            let block = block_of(draft, part, &Kind::default());
            let id = block.id;
            draft.step(Step::Insert { after, block: Arc::new(block) })?;
            after = Some(id);
        }
        if let Some(id) = after {
            end = draft.document.block(id).map_or(0, |block| block.text.len());
            return Ok(caret(Target::Block(id), end));
        }
        return Ok(caret(at.target, end));
    };
    let Some(block) = draft.document.block(here).cloned() else {
        return Err(StepError::NoBlock(here));
    };
    // Into an empty block a whole one comes as what it was.
    if let Some(kind) = first.kind.filter(|_| block.text.is_empty()) {
        draft.step(Step::SetKind(here, Box::new(kind)))?;
        if first.audience != block.audience && block.audience != Audience::MinutesOnly {
            draft.step(Step::SetAudience(here, first.audience))?;
        }
    }
    let words_in = if first.text.marks().is_empty() && first.text.atoms().next().is_none() {
        dressed(draft, &at, first.text.text(), &[])
    } else {
        first.text
    };
    let end = draft.splice(&at.target, at.offset..at.offset, words_in)?;
    at = Place::new(at.target, end);
    if rest.is_empty() {
        return Ok(Selection::caret(at));
    }
    let length = draft.document.rich(&at.target).map_or(end, RichText::len);
    let tail =
        draft.document.rich(&at.target).and_then(|rich| rich.slice(end..length).ok()).unwrap_or_default();
    if !tail.is_empty() {
        draft.splice(&at.target, end..length, RichText::default())?;
    }
    let like = after_kind(draft.document.block(here).map_or(&block.kind, |b| &b.kind));
    let audience = draft.document.block(here).map_or(block.audience, |b| b.audience);
    let mut after = here;
    for mut part in rest {
        if part.kind.is_none() && part.audience != Audience::MinutesOnly {
            part.audience = audience;
        }
        let new = block_of(draft, part, &like);
        let id = new.id;
        draft.step(Step::Insert { after: Some(after), block: Arc::new(new) })?;
        after = id;
    }
    let end = draft.document.block(after).map_or(0, |b| b.text.len());
    let readers = draft.document.block(after).map_or(audience, |b| b.audience);
    if !tail.is_empty() && block.audience == Audience::MinutesOnly && readers != Audience::MinutesOnly {
        draft.step(Step::SetAudience(after, Audience::MinutesOnly))?;
    }
    draft.splice(&Target::Block(after), end..end, tail)?;
    let text = draft.document.block(after).map(|b| b.text.text()).unwrap_or_default();
    let seam = motion::grapheme_at_or_after(text, end);
    Ok(caret(Target::Block(after), seam))
}

fn block_of(draft: &mut Draft<'_>, part: Part, like: &Kind) -> Block {
    let kind = part.kind.unwrap_or_else(|| like.clone());
    Block { audience: part.audience, ..Block::new(draft.ids.block(), kind, part.text) }
}

/// What Enter at the end of a block begins.
fn after_kind(kind: &Kind) -> Kind {
    match kind {
        Kind::Recommendation(r) => Kind::recommendation(r.depth.max(1)),
        Kind::AgendaItem(_) => Kind::AgendaItem(crate::document::AgendaItem::default()),
        Kind::Note(_) => Kind::Note(crate::document::Note::default()),
        Kind::Paragraph(Role::Recital) => Kind::Paragraph(Role::Recital),
        Kind::Paragraph(Role::Enacting) => Kind::recommendation(0),
        Kind::Paragraph(Role::Plain | Role::Lead | Role::Context | Role::Closing)
        | Kind::Heading(_)
        | Kind::Intervention(_)
        | Kind::Quote(_)
        | Kind::Decision(_)
        | Kind::Signatures(_)
        | Kind::Annex(_) => Kind::default(),
    }
}

/// What an empty block becomes by Enter, or a block by Backspace at its start; nothing if it stays.
fn lifted(kind: &Kind) -> Option<Kind> {
    match kind {
        Kind::Recommendation(r) if r.depth > 0 => Some(kind.at_depth(r.depth - 1)),
        Kind::Paragraph(Role::Plain | Role::Lead) => None,
        Kind::Recommendation(_)
        | Kind::Paragraph(_)
        | Kind::Heading(_)
        | Kind::AgendaItem(_)
        | Kind::Intervention(_)
        | Kind::Quote(_)
        | Kind::Decision(_)
        | Kind::Note(_)
        | Kind::Signatures(_)
        | Kind::Annex(_) => Some(Kind::default()),
    }
}

pub(super) fn enter(draft: &mut Draft<'_>, selection: &Selection) -> Result<Selection, StepError> {
    let at = clear(draft, selection)?;
    let Target::Block(id) = at.target else { return leave_title(draft, &at) };
    let Some(block) = draft.document.block(id).cloned() else { return Err(StepError::NoBlock(id)) };
    if block.text.is_empty()
        && let Some(kind) = lifted(&block.kind)
    {
        draft.step(Step::SetKind(id, Box::new(kind)))?;
        return Ok(Selection::caret(at));
    }
    let length = block.text.len();
    if at.offset == 0 && length > 0 {
        // The words keep their block, and with it a recommendation its name.
        let after = draft.document.blocks().index(id).and_then(|i| i.checked_sub(1));
        let after = after.and_then(|i| draft.document.blocks().get_at(i)).map(|b| b.id);
        let empty = Block {
            audience: block.audience,
            ..Block::new(draft.ids.block(), fresh(&block.kind), RichText::default())
        };
        draft.step(Step::Insert { after, block: Arc::new(empty) })?;
        return Ok(caret(Target::Block(id), 0));
    }
    let tail = block.text.slice(at.offset..length).map_err(StepError::Text)?;
    let kind = if at.offset == length { after_kind(&block.kind) } else { fresh(&block.kind) };
    if !tail.is_empty() {
        draft.splice(&at.target, at.offset..length, RichText::default())?;
    }
    let new = Block { audience: block.audience, ..Block::new(draft.ids.block(), kind, tail) };
    let new_id = new.id;
    draft.step(Step::Insert { after: Some(id), block: Arc::new(new) })?;
    Ok(caret(Target::Block(new_id), 0))
}

/// The same kind without what belongs to one block alone: follow-up, vote, presenter.
pub(super) fn fresh(kind: &Kind) -> Kind {
    match kind {
        Kind::Recommendation(r) => Kind::recommendation(r.depth),
        Kind::Paragraph(Role::Lead) => Kind::default(),
        Kind::Decision(_) => Kind::Decision(crate::document::Decision::default()),
        Kind::AgendaItem(_) => Kind::AgendaItem(crate::document::AgendaItem::default()),
        Kind::Signatures(_) | Kind::Annex(_) => Kind::default(),
        Kind::Note(_) => Kind::Note(crate::document::Note::default()),
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::Intervention(_) | Kind::Quote(_) => kind.clone(),
    }
}

/// Enter in the title: what follows the caret goes into the text, where the caret goes too.
fn leave_title(draft: &mut Draft<'_>, at: &Place) -> Result<Selection, StepError> {
    let Some(rich) = draft.document.rich(&at.target) else {
        return Err(StepError::NoTarget(at.target.clone()));
    };
    let length = rich.len();
    let tail = rich.slice(at.offset..length).map_err(StepError::Text)?;
    if tail.is_empty()
        && let Some(first) = draft.document.blocks().first()
    {
        return Ok(caret(Target::Block(first.id), 0));
    }
    if !tail.is_empty() {
        draft.splice(&at.target, at.offset..length, RichText::default())?;
    }
    let block = Block::new(draft.ids.block(), Kind::default(), tail);
    let id = block.id;
    draft.step(Step::Insert { after: None, block: Arc::new(block) })?;
    Ok(caret(Target::Block(id), 0))
}

pub(super) fn delete(
    draft: &mut Draft<'_>,
    selection: &Selection,
    unit: Unit,
    toward: Toward,
) -> Result<Selection, StepError> {
    if !selection.is_caret() {
        return clear(draft, selection).map(Selection::caret);
    }
    let at = selection.head.clone();
    let Some(rich) = draft.document.rich(&at.target) else {
        return Err(StepError::NoTarget(at.target));
    };
    let text = rich.text();
    let range = match (unit, toward) {
        (Unit::Grapheme, Toward::Start) => motion::taken_back(text, at.offset),
        (Unit::Grapheme, Toward::End) => at.offset..motion::next_grapheme(text, at.offset),
        (Unit::Word, Toward::Start) => motion::previous_word(text, at.offset)..at.offset,
        (Unit::Word, Toward::End) => at.offset..motion::next_word(text, at.offset),
    };
    if !range.is_empty() {
        let offset = draft.splice(&at.target, range, RichText::default())?;
        let left = Place { offset, ..at };
        return Ok(if toward == Toward::Start { behind(draft, left) } else { Selection::caret(left) });
    }
    let Target::Block(id) = at.target else { return Ok(selection.clone()) };
    let blocks = draft.document.blocks();
    let Some(index) = blocks.index(id) else { return Err(StepError::NoBlock(id)) };
    match toward {
        Toward::Start => {
            let Some(block) = blocks.get_at(index).cloned() else { return Ok(selection.clone()) };
            if let Some(kind) = lifted(&block.kind) {
                draft.step(Step::SetKind(id, Box::new(kind)))?;
                return Ok(selection.clone());
            }
            let before = index.checked_sub(1).and_then(|i| blocks.get_at(i)).cloned();
            let Some(before) = before else { return Ok(selection.clone()) };
            if before.text.is_empty() {
                draft.step(Step::Remove(before.id))?;
                return Ok(selection.clone());
            }
            join(draft, before.id, id).map(Selection::caret)
        }
        Toward::End => {
            let Some(next) = blocks.get_at(index + 1).cloned() else { return Ok(selection.clone()) };
            if blocks.get_at(index).is_some_and(|block| block.text.is_empty()) {
                draft.step(Step::Remove(id))?;
                return Ok(caret(Target::Block(next.id), 0));
            }
            join(draft, id, next.id).map(Selection::caret)
        }
    }
}
