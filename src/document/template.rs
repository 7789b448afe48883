//! A record as a template: its shape and its frame stay, what happened at the meeting goes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::atom::{Atom, Subject};
use super::block::{AgendaItem, Annex, Block, BlockReview, Decision, Kind, Note, Role, Speaker};
use super::id::{PersonId, RecordId};
use super::meeting::{Answer, Attendance, Attendee, Group, Meeting, Person, Presence, Session};
use super::output::Output;
use super::rich::{Mark, Piece, RichText};
use super::{Blocks, Document, Template};

impl Document {
    /// The record as a template.
    ///
    /// Kept: language, style, letterhead, the body, what its sittings are called, who chairs and who takes minutes,
    /// the people on the list without their presence, the groups without their numbers, the quorum rule, the texts
    /// with their titles, and the frame of the text: openings, enacting clauses, headings, signature lines, and every
    /// paragraph with a field in it. Of other blocks the place stays, with its prompt; a run of the same kind leaves
    /// one. Gone: days, hours, places, ordinals, outgoing numbers, states, approvals, seals, votes, deadlines, notes,
    /// annexes, remarks, suggestions (read as accepted), versions, the imported text, phone and identity numbers.
    #[must_use]
    pub fn as_template(&self, id: RecordId, offer: Template) -> Self {
        let outputs: Vec<Output> = self
            .outputs
            .iter()
            .map(|output| Output { title: accepted(&output.title), ..Output::new(output.kind) })
            .collect();
        let blocks = frame(&self.blocks);
        let meeting = Meeting {
            body: self.meeting.body.clone(),
            session: Session { ordinal: None, theme: String::new(), ..self.meeting.session.clone() },
            chairs: self.meeting.chairs.clone(),
            rapporteur: self.meeting.rapporteur,
            attendance: expected(&self.meeting.attendance),
            ..Meeting::default()
        };
        let needed = needed(&meeting, &blocks, &outputs);
        let public =
            |person: &Person| Person { phone: String::new(), identity: String::new(), ..person.clone() };
        let people: BTreeMap<PersonId, Person> = self
            .people
            .iter()
            .filter(|(id, _)| needed.contains(id))
            .map(|(id, person)| (*id, public(person)))
            .collect();
        Self {
            language: self.language,
            template: offer,
            style: self.style.clone(),
            letterhead: self.letterhead.clone(),
            outputs,
            meeting,
            people,
            blocks: Blocks::from(blocks),
            ..Self::new(id)
        }
    }
}

/// Who is expected, before anybody is known to come.
fn expected(attendance: &Attendance) -> Attendance {
    let attendee = |entry: &Attendee| Attendee {
        person: entry.person,
        presence: Presence::default(),
        answer: Answer::default(),
        arrived: None,
        left: None,
        reason: String::new(),
    };
    Attendance {
        people: attendance.people.iter().map(attendee).collect(),
        groups: attendance.groups.iter().map(|group| Group { count: None, ..group.clone() }).collect(),
        quorum: attendance.quorum,
    }
}

/// The blocks that make the frame, and one empty place for each run of others.
pub(super) fn frame(blocks: &Blocks) -> Vec<Arc<Block>> {
    let mut kept: Vec<Arc<Block>> = Vec::new();
    let mut places: Vec<(Kind, super::Audience)> = Vec::new();
    for block in blocks.iter().filter(|block| block.review.removed.is_none()) {
        let Some(kind) = unfilled(&block.kind) else { continue };
        let text = accepted(&block.text);
        let stays = is_frame(&kind) || text.atoms().next().is_some();
        let place = (kind.clone(), block.audience);
        if stays && !text.is_empty() {
            places.clear();
        } else if places.contains(&place) {
            continue;
        } else {
            places.push(place);
        }
        let text = if stays { text } else { RichText::default() };
        kept.push(Arc::new(Block { kind, text, review: BlockReview::default(), ..(**block).clone() }));
    }
    kept
}

/// The kind without what belongs to one meeting; nothing for what a template has no use for.
fn unfilled(kind: &Kind) -> Option<Kind> {
    match kind {
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::Signatures(_) => Some(kind.clone()),
        Kind::AgendaItem(AgendaItem { .. }) => Some(Kind::AgendaItem(AgendaItem::default())),
        Kind::Intervention(_) => Some(Kind::Intervention(Speaker::default())),
        Kind::Quote(_) => Some(Kind::Quote(Speaker::default())),
        Kind::Decision(Decision { .. }) => Some(Kind::Decision(Decision::default())),
        Kind::Recommendation(r) => Some(Kind::recommendation(r.depth)),
        Kind::Note(Note { .. }) | Kind::Annex(Annex { .. }) => None,
    }
}

fn is_frame(kind: &Kind) -> bool {
    match kind {
        Kind::Paragraph(role) => matches!(role, Role::Lead | Role::Enacting),
        Kind::Heading(_) | Kind::Signatures(_) => true,
        Kind::AgendaItem(_)
        | Kind::Intervention(_)
        | Kind::Quote(_)
        | Kind::Decision(_)
        | Kind::Recommendation(_)
        | Kind::Note(_)
        | Kind::Annex(_) => false,
    }
}

/// The text with what was suggested accepted and no remark on it.
pub(super) fn accepted(text: &RichText) -> RichText {
    let quiet = |marks: Vec<Mark>| marks.into_iter().filter(|mark| !mark.is_review()).collect::<Vec<_>>();
    let dropped = |marks: &[Mark]| marks.iter().any(|mark| matches!(mark, Mark::Deleted(_)));
    let pieces = text.pieces().into_iter().filter_map(|piece| match piece {
        Piece::Marked(marks, _) | Piece::MarkedField(marks, _) if dropped(&marks) => None,
        Piece::Marked(marks, words) => Some(Piece::Marked(quiet(marks), words)),
        Piece::MarkedField(marks, atom) => Some(Piece::MarkedField(quiet(marks), atom)),
        other @ (Piece::Text(_) | Piece::Field(_)) => Some(other),
    });
    RichText::from_pieces(pieces).unwrap_or_default()
}

/// Everybody the template still speaks of.
pub(super) fn needed(meeting: &Meeting, blocks: &[Arc<Block>], outputs: &[Output]) -> BTreeSet<PersonId> {
    let mut ids: BTreeSet<PersonId> = meeting.chairs.iter().copied().chain(meeting.rapporteur).collect();
    ids.extend(meeting.attendance.people.iter().map(|entry| entry.person));
    for block in blocks {
        if let Kind::Signatures(signatures) = &block.kind {
            ids.extend(&signatures.signatories);
        }
    }
    let texts = blocks.iter().map(|block| &block.text).chain(outputs.iter().map(|output| &output.title));
    for (_, atom) in texts.flat_map(|text| text.atoms().collect::<Vec<_>>()) {
        if let Atom::Person(id, _) | Atom::Verb { of: Subject::Person(id), .. } = atom {
            ids.insert(*id);
        }
    }
    ids
}
