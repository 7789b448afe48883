//! Notes of a meeting: kept below the heading of their agenda item, corrected, and made into the text.

use std::sync::Arc;

use super::EditError;
use super::command::{Noted, Noting, Said};
use super::draft::Draft;
use super::headings::{heading_of, heading_words};
use super::selection::Selection;
use super::{attendance, items};
use crate::arabic::noted::{self, Ballot};
use crate::arabic::{
    self, Agreement, Case, Date, Source,
    cues::{Cue, Words},
    lead,
};
use crate::document::{
    ATOM, Atom, Audience, Block, BlockId, Blocks, BodyForm, Decision, Document, Honorific, Kind, Matter,
    Note, NoteMark, OutputKind, PersonForm, PersonId, Piece, Place, Recommendation, RichText, Role, Speaker,
    Step, StepError, Subject, Target, Vote,
};

/// What stands in the outline that a task becomes: an item.
const TASK: u8 = 2;

/// Does what is asked of the notes.
pub(super) fn note(
    draft: &mut Draft<'_>,
    selection: &Selection,
    noting: Noting,
) -> Result<Selection, EditError> {
    match noting {
        Noting::Keep { under, noted } => keep(draft, under, *noted)?,
        Noting::Correct { note, noted } | Noting::Draft { note, noted } => correct(draft, note, *noted)?,
        Noting::Send(chosen) => return send(draft, selection, &chosen),
    }
    Ok(selection.clone())
}

/// The notes of the meeting that are no text yet, in order.
pub fn notes(document: &Document) -> impl Iterator<Item = &Arc<Block>> {
    document.blocks().iter().filter(|block| matches!(block.kind, Kind::Note(_)))
}

/// The heading a block stands below; nothing for what stands before the first.
#[must_use]
pub fn section_of(document: &Document, block: BlockId) -> Option<BlockId> {
    let at = document.blocks().index(block)?;
    let blocks = document.blocks();
    let above = (0..at).rev().take_while(|at| !is_late(blocks, *at));
    above.filter_map(|at| blocks.get_at(at)).find(|block| is_heading(block)).map(|block| block.id)
}

fn is_heading(block: &Arc<Block>) -> bool {
    matches!(block.kind, Kind::Heading(_))
}

/// Whether the block at this place stands behind all that was said: what is recommended with the sentences that open it,
/// what closes. A task of the meeting does not.
pub(super) fn is_late(blocks: &Blocks, at: usize) -> bool {
    let Some(block) = blocks.get_at(at) else { return false };
    if !opens(block) {
        return ends_what_was_said(block);
    }
    let opened = (at..).map_while(|at| blocks.get_at(at)).find(|block| !opens(block));
    opened.is_some_and(|block| matches!(block.kind, Kind::Recommendation(_)) && ends_what_was_said(block))
}

fn opens(block: &Block) -> bool {
    matches!(block.kind, Kind::Paragraph(Role::Recital | Role::Enacting))
}

fn ends_what_was_said(block: &Block) -> bool {
    match &block.kind {
        Kind::Recommendation(r) => r.depth < TASK || block.audience != Audience::MinutesOnly,
        Kind::Paragraph(Role::Closing) | Kind::Signatures(_) | Kind::Annex(_) => true,
        _ => false,
    }
}

/// The headings of what was said are for the minutes, where the record yields any; else for the one text it yields. The
/// words themselves stay for the minutes until somebody says otherwise.
fn readers(document: &Document) -> Audience {
    if document.output(OutputKind::Minutes).is_some() { Audience::MinutesOnly } else { Audience::Both }
}

/// A line as a record keeps it: clean, no place for a field in it.
fn line(words: &str) -> String {
    arabic::clean(words, Source::Typed).text.replace(['\n', ATOM], " ").trim().to_owned()
}

/// The note that these steps put into the record.
pub(super) fn kept(steps: &[Step]) -> Option<BlockId> {
    steps.iter().rev().find_map(|step| match step {
        Step::Insert { block, .. } if matches!(block.kind, Kind::Note(_)) => Some(block.id),
        _ => None,
    })
}

fn keep(draft: &mut Draft<'_>, under: Option<BlockId>, noted: Noted) -> Result<(), EditError> {
    let words = line(&noted.words);
    if words.is_empty() && noted.who == Said::Nobody {
        return Ok(());
    }
    let heading = match under {
        Some(item) => section(draft, item)?,
        None => None,
    };
    let (after, empty) = end_of(draft.document, heading);
    let speaker = speaker(draft, noted.who)?;
    let kind = Kind::Note(Note { at: noted.at, mark: noted.mark, speaker });
    let mut block = Block::new(draft.ids.block(), kind, RichText::plain(&words));
    block.audience = Audience::MinutesOnly;
    draft.step(Step::Insert { after, block: Arc::new(block) })?;
    if let Some(empty) = empty {
        draft.step(Step::Remove(empty))?;
    }
    Ok(())
}

/// The heading of an agenda item; it is made, with those of all the others, where there is none yet.
fn section(draft: &mut Draft<'_>, item: BlockId) -> Result<Option<BlockId>, EditError> {
    if draft.document.block(item).is_none_or(|block| heading_words(&block.text).is_none()) {
        return Ok(None);
    }
    if heading_of(draft.document, item).is_none() {
        let audience = readers(draft.document);
        items::skeleton(draft, audience, false)?;
    }
    Ok(heading_of(draft.document, item))
}

/// Behind which block the next note of a section goes, and an empty paragraph whose place it takes.
fn end_of(document: &Document, heading: Option<BlockId>) -> (Option<BlockId>, Option<BlockId>) {
    let blocks = document.blocks();
    let start = heading.and_then(|id| blocks.index(id));
    let from = start.map_or(0, |at| at + 1);
    let next = |at: usize| start.is_some() && blocks.get_at(at).is_some_and(is_heading);
    let end = (from..blocks.len()).find(|at| is_late(blocks, *at) || next(*at)).unwrap_or(blocks.len());
    let last = end.checked_sub(1).and_then(|at| blocks.get_at(at));
    let is_empty = |block: &&Arc<Block>| {
        let plain = matches!(block.kind, Kind::Paragraph(Role::Plain));
        plain && block.text.is_empty() && block.prompt.is_empty() && start.is_some()
    };
    (last.map(|block| block.id), last.filter(is_empty).map(|block| block.id))
}

fn speaker(draft: &mut Draft<'_>, who: Said) -> Result<Speaker, EditError> {
    Ok(match who {
        Said::Nobody => Speaker::Unnamed,
        Said::Person(who) => Speaker::Person(attendance::come(draft, who)?),
        Said::Several(name) => Speaker::Collective(line(&name)),
    })
}

fn note_at(document: &Document, id: BlockId) -> Result<Note, EditError> {
    match document.block(id).map(|block| &block.kind) {
        Some(Kind::Note(note)) => Ok(note.clone()),
        _ => Err(EditError::Step(StepError::NoBlock(id))),
    }
}

fn correct(draft: &mut Draft<'_>, id: BlockId, noted: Noted) -> Result<(), EditError> {
    let old = note_at(draft.document, id)?;
    let words = line(&noted.words);
    if words.is_empty() && noted.who == Said::Nobody {
        draft.step(Step::Remove(id))?;
        return Ok(());
    }
    let speaker = speaker(draft, noted.who)?;
    let new = Note { at: noted.at, mark: noted.mark, speaker };
    if new != old {
        draft.step(Step::SetKind(id, Box::new(Kind::Note(new))))?;
    }
    items::word(draft, id, &words)
}

/// Makes text of these notes, or of all where none is named, each in its place and for those who could read it; the caret goes to
/// the first.
fn send(draft: &mut Draft<'_>, selection: &Selection, chosen: &[BlockId]) -> Result<Selection, EditError> {
    let is_chosen = |id: &BlockId| chosen.is_empty() || chosen.contains(id);
    let all: Vec<BlockId> = notes(draft.document).map(|block| block.id).filter(is_chosen).collect();
    let mut first = None;
    for id in all {
        let note = note_at(draft.document, id)?;
        let Some(block) = draft.document.block(id).cloned() else { continue };
        let (kind, text) = Telling { document: draft.document, note: &note, text: &block.text }.told()?;
        draft.step(Step::SetKind(id, Box::new(kind)))?;
        if text != block.text {
            draft.splice(&Target::Block(id), 0..block.text.len(), text)?;
        }
        first = first.or(Some(id));
    }
    let Some(first) = first else { return Ok(selection.clone()) };
    let end = draft.document.block(first).map_or(0, |block| block.text.len());
    Ok(Selection::caret(Place::new(Target::Block(first), end)))
}

/// A note on its way into the text.
struct Telling<'a> {
    document: &'a Document,
    note: &'a Note,
    text: &'a RichText,
}

impl Telling<'_> {
    fn told(&self) -> Result<(Kind, RichText), EditError> {
        let speaker = &self.note.speaker;
        match self.note.mark {
            NoteMark::Decision => self.decision(),
            NoteMark::Task => self.task(),
            NoteMark::Quote => Ok((Kind::Quote(speaker.clone()), self.quoted()?)),
            NoteMark::None if *speaker == Speaker::Unnamed => Ok((Kind::default(), self.rest(0, &[])?)),
            NoteMark::None => Ok((Kind::Intervention(speaker.clone()), self.speech()?)),
        }
    }

    /// These pieces before the words from this byte on, and a mark at the end.
    fn rest(&self, from: usize, before: &[Piece]) -> Result<RichText, EditError> {
        self.stretch(from..self.text.len(), before)
    }

    fn stretch(&self, range: std::ops::Range<usize>, before: &[Piece]) -> Result<RichText, EditError> {
        let words = self.text.slice(range).map_err(StepError::Text)?;
        let close = !words.text().trim().is_empty() && !noted::ended(words.text());
        let mut pieces = before.to_vec();
        pieces.extend(words.pieces());
        pieces.extend(close.then(|| Piece::Text(".".into())));
        Ok(RichText::from_pieces(pieces).map_err(StepError::Text)?)
    }

    fn speech(&self) -> Result<RichText, EditError> {
        let speech = noted::speech(self.text.text());
        let verb = speech.verb;
        let mut before = match &self.note.speaker {
            Speaker::Person(id) => said_by(verb.masculine, verb.feminine, *id),
            Speaker::Collective(name) => {
                let gender = noted::gender_of_several(name);
                let verb = arabic::verb(verb.masculine, verb.feminine, gender);
                vec![Piece::Text(format!("{verb} {name}"))]
            }
            Speaker::Unnamed => Vec::new(),
        };
        before.push(Piece::Text(speech.link.to_owned()));
        self.rest(speech.from, &before)
    }

    fn quoted(&self) -> Result<RichText, EditError> {
        if noted::is_quoted(self.text.text()) {
            return Ok(self.text.clone());
        }
        let (open, close) = noted::QUOTES;
        let mut pieces = vec![Piece::Text(open.to_owned())];
        pieces.extend(self.text.pieces());
        pieces.push(Piece::Text(close.to_owned()));
        Ok(RichText::from_pieces(pieces).map_err(StepError::Text)?)
    }

    fn decision(&self) -> Result<(Kind, RichText), EditError> {
        let words = self.text.text();
        let told = noted::ballot(words);
        let vote = told.as_ref().map(|told| vote(told.ballot));
        // The count is told in figures by the field, and printed from there as a sentence.
        let end = told
            .and_then(|told| told.figures)
            .filter(|figures| figures.start > 0 && figures.end == words.len())
            .map_or(words.len(), |figures| figures.start);
        let mut before = match &self.note.speaker {
            Speaker::Unnamed => Vec::new(),
            Speaker::Person(id) => vec![
                Piece::Text(noted::PROPOSED_BY.to_owned()),
                Piece::Field(Atom::Person(*id, PersonForm::Name)),
                Piece::Text("، ".to_owned()),
            ],
            Speaker::Collective(name) => vec![Piece::Text(format!("{}{name}، ", noted::PROPOSED_BY))],
        };
        let mut from = 0;
        if let Some((verb, rest)) = noted::deciding(words) {
            from = rest.min(end);
            if self.document.meeting().body.name.trim().is_empty() {
                from = 0;
                before.push(Piece::Text(noted::was_decided(words).to_owned()));
            } else {
                let (masculine, feminine) = (verb.masculine.to_owned(), verb.feminine.to_owned());
                before.push(Piece::Field(Atom::Verb { masculine, feminine, of: Subject::Body }));
                before.push(Piece::Text(" ".into()));
                before.push(Piece::Field(Atom::Body(BodyForm::Name)));
                before.push(Piece::Text(" ".into()));
            }
        }
        let text = self.stretch(from..end, &before)?;
        Ok((Kind::Decision(Decision { matter: matter(words, self.anchor()), vote }), text))
    }

    fn anchor(&self) -> Option<Date> {
        self.document.meeting().dates.first()
    }

    fn task(&self) -> Result<(Kind, RichText), EditError> {
        let words = self.text.text();
        let responsible = match &self.note.speaker {
            Speaker::Person(id) => self.called(*id),
            Speaker::Collective(name) => name.clone(),
            Speaker::Unnamed => noted::responsible(words).unwrap_or_default().to_owned(),
        };
        let due = due(words, self.anchor());
        let item = Recommendation { depth: TASK, responsible, due, ..Recommendation::default() };
        Ok((Kind::Recommendation(item), self.rest(0, &[])?))
    }

    /// Somebody as people call them: «السيدة يامنة البلوطي».
    fn called(&self, id: PersonId) -> String {
        let Some(person) = self.document.person(id) else { return String::new() };
        if person.honorific == Honorific::None {
            return person.name.clone();
        }
        let agreement = Agreement::One(person.gender);
        let title = arabic::honorific(person.honorific.keyword(), agreement, Case::Nominative);
        format!("{title} {}", person.name)
    }
}

/// A verb and who spoke, both live.
pub(super) fn said_by(masculine: &str, feminine: &str, id: PersonId) -> Vec<Piece> {
    let of = Subject::Person(id);
    vec![
        Piece::Field(Atom::Verb { masculine: masculine.to_owned(), feminine: feminine.to_owned(), of }),
        Piece::Text(" ".into()),
        Piece::Field(Atom::Person(id, PersonForm::Name)),
    ]
}

/// A vote as a record keeps it.
#[must_use]
pub fn vote(ballot: Ballot) -> Vote {
    match ballot {
        Ballot::Unanimous => Vote::Unanimous,
        Ballot::Counted { yes, no, abstained } => Vote::Counted { yes, no, abstained },
    }
}

fn due(text: &str, anchor: Option<Date>) -> Option<Date> {
    let words = Words::of(text);
    let cue = words.cues().into_iter().find(|found| found.cue == Cue::Deadline)?;
    lead::due(text, &words, cue.at, anchor)
}

fn matter(text: &str, anchor: Option<Date>) -> Matter {
    let words = Words::of(text);
    let cues = words.cues();
    let first = |cue: Cue| cues.iter().find(|found| found.cue == cue);
    if let Some(found) = first(Cue::Committee) {
        let name = lead::phrase(text, &words, found.end - 1, 6);
        return Matter::Committee { name, members: Vec::new() };
    }
    let day = first(Cue::SetDay).or_else(|| first(Cue::Deadline));
    if let Some(date) = day.and_then(|found| lead::due(text, &words, found.at, anchor)) {
        return Matter::Date(Some(date));
    }
    Matter::General
}
