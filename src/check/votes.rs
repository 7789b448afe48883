//! Votes: as many as there were people, and told in the words as they are recorded.

use std::cmp::Ordering;

use super::{Certainty, Finding, Fix, What};
use crate::arabic::noted::{self, Ballot};
use crate::document::{Block, Decision, Document, Kind, Place, Presence, Recommendation, Target, Vote};
use crate::edit::Command;
use crate::edit::notes::vote;

/// How many can vote: members who are there or represented.
#[must_use]
pub fn present(document: &Document) -> u32 {
    let people = document.meeting().attendance.people.iter();
    let there = people.filter(|entry| matches!(entry.presence, Presence::Present | Presence::Proxy(_)));
    u32::try_from(there.count()).unwrap_or(u32::MAX)
}

/// A count that does not fit those present: whether it is more, its sum, and how many they are. Nothing where nobody's
/// presence is known.
#[must_use]
pub fn miscounted(vote: Option<Vote>, there: u32) -> Option<(Ordering, u32, u32)> {
    let Some(Vote::Counted { yes, no, abstained }) = vote else { return None };
    let sum = yes.saturating_add(no).saturating_add(abstained);
    let order = sum.cmp(&there);
    (there > 0 && sum > 0 && order != Ordering::Equal).then_some((order, sum, there))
}

fn vote_of(kind: &Kind) -> Option<Vote> {
    match kind {
        Kind::Decision(decision) => decision.vote,
        Kind::Recommendation(recommendation) => recommendation.vote,
        _ => None,
    }
}

/// The same with this vote.
fn voted(kind: &Kind, vote: Vote) -> Kind {
    match kind {
        Kind::Decision(decision) => Kind::Decision(Decision { vote: Some(vote), ..decision.clone() }),
        Kind::Recommendation(item) => {
            Kind::Recommendation(Recommendation { vote: Some(vote), ..item.clone() })
        }
        other => other.clone(),
    }
}

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let there = present(document);
    for block in document.blocks() {
        let Some(kept) = vote_of(&block.kind) else { continue };
        counted(block, kept, there, found);
        agrees(block, kept, found);
    }
}

fn counted(block: &Block, kept: Vote, there: u32, found: &mut Vec<Finding>) {
    let Some((order, sum, present)) = miscounted(Some(kept), there) else { return };
    let Vote::Counted { yes, no, abstained } = kept else { return };
    let (certainty, what, fixes) = if order == Ordering::Greater {
        (Certainty::Warning, What::VoteOver { sum, present }, Vec::new())
    } else {
        let rest = present - sum;
        let vote = Vote::Counted { yes, no, abstained: abstained.saturating_add(rest) };
        let command = Command::SetBlockKind(block.id, voted(&block.kind, vote));
        let fix = Fix { key: "fix-vote-abstained", command };
        (Certainty::Style, What::VoteUnder { sum, present }, vec![fix])
    };
    found.push(Finding { place: Place::new(Target::Block(block.id), 0), certainty, what, fixes });
}

/// What the words say of the vote is what is recorded.
fn agrees(block: &Block, kept: Vote, found: &mut Vec<Finding>) {
    let text = block.text.text();
    let Some(told) = noted::ballot(text) else { return };
    let said = vote(told.ballot);
    // «بالإجماع» may be said of a count in which nobody was against it.
    let same = match (told.ballot, kept) {
        (Ballot::Unanimous, Vote::Counted { yes, no, abstained }) => yes > 0 && no == 0 && abstained == 0,
        _ => said == kept,
    };
    if same {
        return;
    }
    let command = Command::SetBlockKind(block.id, voted(&block.kind, said));
    let fixes = vec![Fix { key: "fix-vote-said", command }];
    let at = told.figures.map_or(0, |figures| figures.start);
    let place = Place::new(Target::Block(block.id), at);
    found.push(Finding {
        place,
        certainty: Certainty::Warning,
        what: What::VoteDiffers { said, kept },
        fixes,
    });
}
