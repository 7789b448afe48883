//! What can be wrong inside a record that no step should have let in: asserted by tests and on opening.

use std::collections::BTreeSet;

use super::atom::{Atom, Subject};
use super::block::{Kind, MAX_DEPTH, Matter, Speaker};
use super::id::{BlockId, ChangeId, CommentId, PersonId};
use super::limits::Limit;
use super::meeting::Presence;
use super::output::OutputKind;
use super::rich::{Mark, RichText};
use super::{Document, Target};
use crate::arabic::is_nfc;

/// A breach of what every record keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// Two blocks have the same name.
    DuplicateBlock(BlockId),
    /// Two outputs are of the same kind.
    DuplicateOutput(OutputKind),
    /// One person stands twice on the attendance list.
    DuplicateAttendee(PersonId),
    /// A text is not in Unicode normal form C.
    NotNormal(Target),
    /// A person is named who is not in the record.
    NoPerson(PersonId),
    /// A mark names a remark that is not in the record.
    NoComment(CommentId),
    /// A mark names a change that is not in the record.
    NoChange(ChangeId),
    /// A level that does not exist.
    Level(BlockId, u8),
    /// It holds more than any record may.
    Beyond(Limit),
}

impl Document {
    /// Everything that is wrong with the record's structure; empty for a sound one.
    #[must_use]
    pub fn check(&self) -> Vec<Flaw> {
        let mut check = Check { document: self, flaws: Vec::new() };
        check.header();
        check.blocks();
        check.flaws.extend(self.within_limits().err().map(Flaw::Beyond));
        check.flaws
    }
}

struct Check<'a> {
    document: &'a Document,
    flaws: Vec<Flaw>,
}

impl Check<'_> {
    fn header(&mut self) {
        let document = self.document;
        let mut kinds = BTreeSet::new();
        for output in &document.outputs {
            if !kinds.insert(output.kind) {
                self.flaws.push(Flaw::DuplicateOutput(output.kind));
            }
            self.text(&Target::Title(output.kind), &output.title);
        }
        let meeting = &document.meeting;
        self.people(meeting.chairs.iter().copied().chain(meeting.rapporteur));
        let mut listed = BTreeSet::new();
        for entry in &meeting.attendance.people {
            if !listed.insert(entry.person) {
                self.flaws.push(Flaw::DuplicateAttendee(entry.person));
            }
            let proxy = match entry.presence {
                Presence::Proxy(by) => by,
                Presence::Unknown
                | Presence::Present
                | Presence::Excused
                | Presence::Absent
                | Presence::Guest => None,
            };
            self.people([entry.person].into_iter().chain(proxy));
        }
    }

    fn blocks(&mut self) {
        let mut names = BTreeSet::new();
        for block in &self.document.blocks {
            if !names.insert(block.id) {
                self.flaws.push(Flaw::DuplicateBlock(block.id));
            }
            self.text(&Target::Block(block.id), &block.text);
            let review = block.review;
            for id in [review.inserted, review.removed, review.joined].into_iter().flatten() {
                self.change(id);
            }
            match &block.kind {
                Kind::Heading(level) if !(1..=3).contains(level) => {
                    self.flaws.push(Flaw::Level(block.id, *level));
                }
                Kind::Recommendation(r) if r.depth > MAX_DEPTH => {
                    self.flaws.push(Flaw::Level(block.id, r.depth));
                }
                Kind::AgendaItem(item) => self.people(item.presenter),
                Kind::Intervention(speaker) | Kind::Quote(speaker) => self.speaker(speaker),
                Kind::Note(note) => self.speaker(&note.speaker),
                Kind::Signatures(list) => self.people(list.signatories.iter().copied()),
                Kind::Decision(decision) => match &decision.matter {
                    Matter::Appointment { person, .. } => self.people(*person),
                    Matter::Committee { members, .. } => self.people(members.iter().copied()),
                    Matter::General | Matter::Date(_) | Matter::Plan(_) => {}
                },
                Kind::Paragraph(_) | Kind::Heading(_) | Kind::Recommendation(_) | Kind::Annex(_) => {}
            }
        }
    }

    fn speaker(&mut self, speaker: &Speaker) {
        match speaker {
            Speaker::Person(id) => self.people([*id]),
            Speaker::Unnamed | Speaker::Collective(_) => {}
        }
    }

    fn people(&mut self, ids: impl IntoIterator<Item = PersonId>) {
        let people = &self.document.people;
        let unknown = ids.into_iter().filter(|id| !people.contains_key(id));
        self.flaws.extend(unknown.map(Flaw::NoPerson));
    }

    fn change(&mut self, id: ChangeId) {
        if !self.document.changes.contains_key(&id) {
            self.flaws.push(Flaw::NoChange(id));
        }
    }

    fn text(&mut self, at: &Target, text: &RichText) {
        if !is_nfc(text.text()) {
            self.flaws.push(Flaw::NotNormal(at.clone()));
        }
        for (_, atom) in text.atoms() {
            match atom {
                Atom::Person(id, _) | Atom::Verb { of: Subject::Person(id), .. } => self.people([*id]),
                _ => {}
            }
        }
        for marked in text.marks() {
            match marked.mark {
                Mark::Inserted(id) | Mark::Deleted(id) => self.change(id),
                Mark::Remark(id) => {
                    if !self.document.comments.contains_key(&id) {
                        self.flaws.push(Flaw::NoComment(id));
                    }
                }
                Mark::Bold | Mark::Underline | Mark::Strike | Mark::Colour(_) | Mark::Language(_) => {}
            }
        }
    }
}
