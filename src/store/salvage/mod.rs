//! What is sound in a damaged file, entry by entry, as a record of its own; the file itself is never touched.

mod gather;
mod mend;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Digest, format};
use crate::document::{
    Attendee, Block, BlockId, Change, CommentId, Document, Entry, Field, Flaw, GroupId, Id, MAX_DEPTH, Mark,
    Pending, Person, PersonId, Piece, RecordId, RichText, Stamp, Step, Target,
};
use gather::Gathered;

/// What came out of a damaged file.
#[derive(Clone, Debug)]
pub struct Salvaged {
    /// A sound record of what could be read.
    pub document: Document,
    /// What could not, in the order of the file; at most 500.
    pub lost: Vec<Lost>,
    /// How many losses are not in the list.
    pub more: usize,
}

/// How many losses are listed.
pub(super) const TOLD: usize = 500;

/// A part of a file that is not in the record as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lost {
    /// The line where it begins, from 1; nothing for what is missing without a trace.
    pub line: Option<usize>,
    /// What it was.
    pub part: Part,
    /// What is left of it.
    pub left: Left,
}

impl Lost {
    /// The key of the message for people. The values in it are `line`, and the words of `part` and `left`.
    #[must_use]
    pub fn key(self) -> &'static str {
        if self.line.is_some() { "salvage-lost" } else { "salvage-missing" }
    }
}

/// A part of a record's file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The first line or the record's name.
    Head,
    /// A field of the header.
    Field,
    /// One of the texts, with its title and number.
    Output,
    /// A person.
    Person,
    /// A line of the attendance list.
    Attendee,
    /// A block.
    Block,
    /// A remark.
    Remark,
    /// A suggested change.
    Change,
    /// A kept version.
    Version,
    /// Nobody can tell.
    Unknown,
}

impl Part {
    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Head => "salvage-part-head",
            Self::Field => "salvage-part-field",
            Self::Output => "salvage-part-output",
            Self::Person => "salvage-part-person",
            Self::Attendee => "salvage-part-attendee",
            Self::Block => "salvage-part-block",
            Self::Remark => "salvage-part-remark",
            Self::Change => "salvage-part-change",
            Self::Version => "salvage-part-version",
            Self::Unknown => "salvage-part-unknown",
        }
    }
}

/// What is left of a damaged part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// Nothing.
    Nothing,
    /// Its words alone, kept to the minutes because nobody can tell who may read them.
    Words,
    /// All but what was damaged.
    Most,
    /// All, with U+FFFD where letters could not be read.
    Letters,
    /// All, under a new name: another part had the same.
    Renamed,
}

impl Left {
    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Nothing => "salvage-left-nothing",
            Self::Words => "salvage-left-words",
            Self::Most => "salvage-left-most",
            Self::Letters => "salvage-left-letters",
            Self::Renamed => "salvage-left-renamed",
        }
    }
}

/// The record of what can be read in these bytes; nothing where nothing can, or where a newer release wrote them.
///
/// Time grows with the length, whatever the bytes are.
#[must_use]
pub fn salvage(bytes: &[u8]) -> Option<Salvaged> {
    match format::read(bytes) {
        Ok(read) if read.warnings.is_empty() => {
            return Some(Salvaged { document: read.document, lost: Vec::new(), more: 0 });
        }
        Err(super::OpenError::Newer { .. } | super::OpenError::Beyond(_) | super::OpenError::Empty) => {
            return None;
        }
        Ok(_) | Err(_) => {}
    }
    let gathered = gather::gather(bytes);
    if gathered.is_nothing() {
        return None;
    }
    Some(Making::new(Digest::of(bytes)).record(gathered))
}

/// A record being made of what was gathered.
struct Making {
    document: Document,
    lost: Vec<Lost>,
    names: Names,
    digest: Digest,
}

/// New names that nothing in the file has.
struct Names {
    session: u32,
    counter: u32,
    taken: BTreeSet<Id>,
}

impl Names {
    fn next(&mut self) -> Id {
        loop {
            self.counter += 1;
            let id = Id { session: self.session, counter: self.counter };
            if self.taken.insert(id) {
                return id;
            }
        }
    }
}

impl Making {
    fn new(digest: Digest) -> Self {
        let id = digest.record();
        // The lowest bits of it: the same damaged file gives the same names.
        let session = u32::try_from(id.0 & u128::from(u32::MAX)).unwrap_or_default();
        let names = Names { session, counter: 0, taken: BTreeSet::new() };
        Self { document: Document::new(id), lost: Vec::new(), names, digest }
    }

    /// Does a step; one that is refused, for it goes beyond a maximum, is a loss.
    fn step(&mut self, step: Step, lost: Lost) {
        if self.document.apply(step).is_err() {
            self.lost.push(lost);
        }
    }

    fn record(mut self, found: Gathered) -> Salvaged {
        self.document = Document::new(found.id.unwrap_or_else(|| self.digest.record()));
        self.lost = found.lost;
        self.names.taken.extend(found.blocks.iter().map(|(_, block)| block.id.0));
        self.names.taken.extend(found.people.iter().filter_map(|(_, id, _)| *id).map(|id| id.0));
        let gone = |line, part| Lost { line: Some(line), part, left: Left::Nothing };
        let mut nameless = Vec::new();
        for (line, id, person) in found.people {
            let id = id.filter(|id| self.document.person(*id).is_none());
            match id {
                Some(id) => {
                    self.step(Step::Put(Entry::Person(id, Some(person))), gone(line, Part::Person));
                }
                None => nameless.push((line, person)),
            }
        }
        for (line, id, comment) in found.comments {
            self.step(Step::Put(Entry::Comment(id, Some(comment))), gone(line, Part::Remark));
        }
        for (line, id, change) in found.changes {
            self.step(Step::Put(Entry::Change(id, Some(Box::new(change)))), gone(line, Part::Change));
        }
        for (line, id, kept) in found.revisions {
            self.step(Step::Put(Entry::Revision(id, Some(kept))), gone(line, Part::Version));
        }
        for (line, field) in found.fields {
            self.step(Step::SetField(field), gone(line, Part::Field));
        }
        let mut at = 0;
        for (line, mut output) in found.outputs {
            if self.document.output(output.kind).is_some() {
                self.lost.push(gone(line, Part::Output));
                continue;
            }
            normal(&mut output.title);
            let step = Field::Output { kind: output.kind, at, entry: Some(Box::new(output)) };
            self.step(Step::SetField(step), gone(line, Part::Output));
            at += 1;
        }
        let mut listed = BTreeSet::new();
        for (at, (line, entry)) in found.attendees.into_iter().enumerate() {
            if listed.insert(entry.person) {
                let Attendee { person, .. } = entry;
                let field = Field::Attendee { person, at, entry: Some(entry) };
                self.step(Step::SetField(field), gone(line, Part::Attendee));
            } else {
                self.lost.push(gone(line, Part::Attendee));
            }
        }
        let mut groups = BTreeSet::new();
        for (at, (line, mut group)) in found.groups.into_iter().enumerate() {
            if group.id.0.counter == 0 || !groups.insert(group.id) {
                group.id = GroupId(self.names.next());
            }
            let field = Field::Group { id: group.id, at, entry: Some(group) };
            self.step(Step::SetField(field), gone(line, Part::Attendee));
        }
        let mut after = None;
        for (line, block) in found.blocks {
            after = self.block(line, block, after);
        }
        self.settle(nameless);
        let more = self.lost.len().saturating_sub(TOLD) + found.more;
        self.lost.sort_by_key(|lost| lost.line.unwrap_or(usize::MAX));
        self.lost.truncate(TOLD);
        Salvaged { document: self.document, lost: self.lost, more }
    }

    /// Puts a block behind the last one; one whose name is taken gets a new one, unless it says the same.
    fn block(&mut self, line: usize, mut block: Block, after: Option<BlockId>) -> Option<BlockId> {
        normal(&mut block.text);
        sound(&mut block);
        let lost = |left| Lost { line: Some(line), part: Part::Block, left };
        if let Some(same) = self.document.block(block.id) {
            if **same == block {
                return after;
            }
            if block.id != NO_BLOCK {
                self.lost.push(lost(Left::Renamed));
            }
            block.id = BlockId(self.names.next());
        } else if block.id == NO_BLOCK {
            block.id = BlockId(self.names.next());
        }
        let id = block.id;
        let step = Step::Insert { after, block: Arc::new(block) };
        if self.document.apply(step).is_err() {
            self.lost.push(lost(Left::Nothing));
            return after;
        }
        Some(id)
    }

    /// Gives what the record names and does not hold a place again: people without a name, whom one line may fill in
    /// everywhere at once, and changes nobody signed. Marks of lost remarks are taken off.
    fn settle(&mut self, mut nameless: Vec<(usize, Person)>) {
        let flaws = self.document.check();
        let missing: BTreeSet<PersonId> = flaws
            .iter()
            .filter_map(|flaw| if let Flaw::NoPerson(id) = flaw { Some(*id) } else { None })
            .collect();
        // One person without a name of their own and one name without a person: they are the same.
        let mut found = if missing.len() == 1 && nameless.len() == 1 { nameless.pop() } else { None };
        for id in missing {
            let (line, person) = found.take().map_or((None, Person::default()), |(line, p)| (Some(line), p));
            let lost = Lost { line, part: Part::Person, left: Left::Nothing };
            if line.is_none() {
                self.lost.push(lost);
            }
            self.step(Step::Put(Entry::Person(id, Some(person))), lost);
        }
        for (line, person) in nameless {
            let id = PersonId(self.names.next());
            let lost = Lost { line: Some(line), part: Part::Person, left: Left::Nothing };
            self.step(Step::Put(Entry::Person(id, Some(person))), lost);
        }
        let mut remarks = BTreeSet::new();
        for flaw in flaws {
            match flaw {
                Flaw::NoChange(id) if !self.document.changes().contains_key(&id) => {
                    let lost = Lost { line: None, part: Part::Change, left: Left::Nothing };
                    self.lost.push(lost);
                    let change = Change { author: String::new(), at: Stamp(0), pending: Pending::Text };
                    self.step(Step::Put(Entry::Change(id, Some(Box::new(change)))), lost);
                }
                Flaw::NoComment(id) => {
                    remarks.insert(id);
                }
                _ => {}
            }
        }
        self.without(&remarks);
    }

    /// Takes the marks of these remarks off every text.
    fn without(&mut self, remarks: &BTreeSet<CommentId>) {
        let blocks = self.document.blocks().iter().map(|block| (Target::Block(block.id), &block.text));
        let titles = self.document.outputs().iter().map(|output| (Target::Title(output.kind), &output.title));
        let mut all: Vec<(Target, Mark, usize)> = Vec::new();
        for (at, text) in blocks.chain(titles) {
            let of = |mark| matches!(mark, Mark::Remark(id) if remarks.contains(&id));
            let marks: BTreeSet<Mark> =
                text.marks().iter().map(|m| m.mark).filter(|mark| of(*mark)).collect();
            all.extend(marks.into_iter().map(|mark| (at.clone(), mark, text.len())));
        }
        for (at, mark, end) in all {
            let lost = Lost { line: None, part: Part::Remark, left: Left::Nothing };
            self.step(Step::Mark { at, start: 0, end, mark, spans: Vec::new() }, lost);
        }
    }
}

/// The name of a block whose own was lost.
const NO_BLOCK: BlockId = BlockId(Id { session: 0, counter: 0 });

/// A text in normal form C, as every record keeps it.
fn normal(text: &mut RichText) {
    use crate::arabic::{is_nfc, nfc};
    if is_nfc(text.text()) {
        return;
    }
    let settled = |piece| match piece {
        Piece::Text(words) => Piece::Text(nfc(&words)),
        Piece::Marked(marks, words) => Piece::Marked(marks, nfc(&words)),
        field @ (Piece::Field(_) | Piece::MarkedField(..)) => field,
    };
    let pieces = text.pieces().into_iter().map(settled);
    *text = RichText::from_pieces(pieces).unwrap_or_default();
    if !is_nfc(text.text()) {
        // Letter and mark lie in two pieces: the words stay, what lay on them goes.
        *text = RichText::plain(&nfc(text.text()));
    }
}

/// Levels as they exist.
fn sound(block: &mut Block) {
    use crate::document::Kind;
    match &mut block.kind {
        Kind::Heading(level) => *level = (*level).clamp(1, 3),
        Kind::Recommendation(r) => r.depth = r.depth.min(MAX_DEPTH),
        Kind::Paragraph(_)
        | Kind::AgendaItem(_)
        | Kind::Intervention(_)
        | Kind::Quote(_)
        | Kind::Decision(_)
        | Kind::Note(_)
        | Kind::Signatures(_)
        | Kind::Annex(_) => {}
    }
}

/// A record's name in the words of its file.
fn record_id(text: &str) -> Option<RecordId> {
    format::value::<RecordId>(text).ok()
}
