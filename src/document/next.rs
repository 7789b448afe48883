//! The next meeting out of a record: the same body, people and frame, and what the last one left unfinished.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::block::{AgendaItem, AgendaState, Audience, Block, BlockReview, Kind, Progress, Role};
use super::id::{BlockId, Id, PersonId, RecordId};
use super::meeting::{Attendance, Attendee, Group, Meeting, Person, Presence, Session, SessionNoun};
use super::output::Output;
use super::rich::{Piece, RichText};
use super::template::{accepted, frame, needed};
use super::{Blocks, Document, Language};
use crate::arabic::{Sitting, When, previous};

/// What is known of the meeting after a record's own, and what waits for it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Ahead {
    /// What it is called.
    pub noun: SessionNoun,
    /// The day or days set for it.
    pub dates: When,
    /// Items of the agenda that are carried to it.
    pub items: u32,
    /// Recommendations that are not done yet.
    pub recommendations: u32,
}

impl Document {
    /// What is known of the next meeting.
    #[must_use]
    pub fn ahead(&self) -> Ahead {
        let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
        let unfinished = self.unfinished();
        let leaves = unfinished.iter().filter(|(_, is_leaf)| *is_leaf).count();
        Ahead {
            noun: self.meeting.session.noun,
            dates: self.meeting.next.dates.clone(),
            items: count(self.carried().len()),
            recommendations: count(leaves),
        }
    }

    /// The record of the next meeting.
    ///
    /// Kept: what a template keeps, with all that is known of the people; of titles and openings those that follow the
    /// header. New: the ordinal counts on, days and place are those set for it, everybody but guests is to be invited,
    /// and the agenda begins with the approval of these minutes, then the follow-up, then what was carried. What was
    /// recommended and is not done stands at the end for the minutes alone, under the lasting names it has here, with
    /// the axes over it. `session` is drawn anew for the names of all else.
    #[must_use]
    pub fn next_meeting(&self, id: RecordId, session: u32) -> Self {
        let mut names = Names { session, counter: 0 };
        let meeting = self.meeting_after();
        let outputs: Vec<Output> = self.outputs.iter().map(again).collect();
        let blocks = self.blocks_after(&mut names);
        let mut who = needed(&meeting, &blocks, &outputs);
        for block in &blocks {
            who.extend(presenter(&block.kind));
        }
        let people: BTreeMap<PersonId, Person> = self
            .people
            .iter()
            .filter(|(id, _)| who.contains(id))
            .map(|(id, person)| (*id, person.clone()))
            .collect();
        Self {
            language: self.language,
            template: self.template.clone(),
            style: self.style.clone(),
            letterhead: self.letterhead.clone(),
            outputs,
            meeting,
            people,
            blocks: Blocks::from(blocks),
            ..Self::new(id)
        }
    }

    fn meeting_after(&self) -> Meeting {
        let was = &self.meeting;
        let session = Session {
            ordinal: was.session.ordinal.and_then(|ordinal| ordinal.checked_add(1)),
            theme: String::new(),
            ..was.session.clone()
        };
        let members = was.attendance.people.iter().filter(|line| line.presence != Presence::Guest);
        let attendance = Attendance {
            people: members.map(|line| Attendee::new(line.person)).collect(),
            groups: was
                .attendance
                .groups
                .iter()
                .map(|group| Group { count: None, ..group.clone() })
                .collect(),
            quorum: was.attendance.quorum,
        };
        Meeting {
            body: was.body.clone(),
            session,
            dates: was.next.dates.clone(),
            venue: was.next.venue.clone(),
            chairs: was.chairs.clone(),
            rapporteur: was.rapporteur,
            attendance,
            ..Meeting::default()
        }
    }

    /// The frame, with the new agenda where the old one stood and the follow-up before the closing.
    fn blocks_after(&self, names: &mut Names) -> Vec<Arc<Block>> {
        let old: BTreeSet<String> = self.items().map(|block| bare(&block.text)).collect();
        let goes = |block: &Block| match &block.kind {
            Kind::AgendaItem(_) => true,
            Kind::Heading(_) => {
                let words = bare(&block.text);
                old.contains(&words) || previous::is_of_previous(&words)
            }
            _ => false,
        };
        let all = frame(&self.blocks);
        let at = all.iter().position(|block| matches!(block.kind, Kind::AgendaItem(_)));
        let at = at.or_else(|| all.iter().position(|block| block.kind != Kind::Paragraph(Role::Lead)));
        let mut blocks = Vec::new();
        for (index, block) in all.iter().enumerate() {
            if at == Some(index) {
                blocks.extend(self.agenda_after(names));
            }
            if goes(block) {
                continue;
            }
            let text = match block.kind {
                // Words without a field are those of one meeting.
                Kind::Paragraph(Role::Lead) if block.text.atoms().next().is_none() => RichText::default(),
                _ => block.text.clone(),
            };
            blocks.push(Arc::new(Block { id: names.next(), text, ..(**block).clone() }));
        }
        if at.is_none() {
            blocks.extend(self.agenda_after(names));
        }
        let follow_up = self.follow_up(names);
        let closing =
            |block: &Arc<Block>| matches!(block.kind, Kind::Paragraph(Role::Closing) | Kind::Signatures(_));
        let end = blocks.iter().position(closing).unwrap_or(blocks.len());
        blocks.splice(end..end, follow_up);
        blocks
    }

    /// The two standing items and what was carried.
    fn agenda_after(&self, names: &mut Names) -> Vec<Arc<Block>> {
        let audience = self.items().next().map_or(Audience::Both, |block| block.audience);
        let [approval, follow_up] = self.standing();
        let texts: Vec<&str> = self.items().map(|block| block.text.text()).collect();
        let mark = previous::closing_mark(texts.into_iter());
        let mut own = vec![approval];
        own.extend((!self.unfinished().is_empty()).then_some(follow_up));
        let mut item = |words: &str| {
            let text = RichText::plain(&format!("{words}{mark}"));
            let kind = Kind::AgendaItem(AgendaItem::default());
            Arc::new(Block { audience, ..Block::new(names.next(), kind, text) })
        };
        let mut blocks: Vec<Arc<Block>> = own.iter().map(|words| item(words)).collect();
        for block in self.carried() {
            let presenter = presenter(&block.kind);
            let kind = Kind::AgendaItem(AgendaItem { presenter, state: AgendaState::Open });
            let text = marked(&accepted(&block.text), mark);
            let review = BlockReview::default();
            blocks.push(Arc::new(Block { id: names.next(), kind, text, review, ..(**block).clone() }));
        }
        blocks
    }

    /// «المصادقة على محضر …» and «تتبع تنفيذ توصيات …», in the language of the record.
    fn standing(&self) -> [String; 2] {
        let session = &self.meeting.session;
        let sitting = Sitting {
            noun: session.noun.keyword(),
            nature: &session.nature,
            ordinal: session.ordinal,
            theme: &session.theme,
        };
        match self.language {
            Language::Arabic => {
                [previous::approval(&sitting, &self.meeting.dates), previous::follow_up(&sitting)]
            }
            Language::French => previous::FRENCH.map(str::to_owned),
            Language::English => previous::ENGLISH.map(str::to_owned),
        }
    }

    /// The items of the agenda that stand.
    fn items(&self) -> impl Iterator<Item = &Arc<Block>> {
        let stands = |block: &&Arc<Block>| block.review.removed.is_none();
        self.blocks.iter().filter(stands).filter(|block| matches!(block.kind, Kind::AgendaItem(_)))
    }

    /// Items left for the next meeting: those said to be, and those not dealt with where it is said of others.
    fn carried(&self) -> Vec<&Arc<Block>> {
        let state = |block: &Arc<Block>| match &block.kind {
            Kind::AgendaItem(item) => item.state,
            _ => AgendaState::Done,
        };
        let is_kept = self.items().any(|block| state(block) != AgendaState::Open);
        let left = |block: &&Arc<Block>| match state(block) {
            AgendaState::Carried => true,
            AgendaState::Open => {
                is_kept && !block.text.is_empty() && !previous::is_of_previous(block.text.text())
            }
            AgendaState::Done => false,
        };
        self.items().filter(left).collect()
    }

    /// Recommendations that are not done, each with whether it is one itself or an axis over one.
    fn unfinished(&self) -> Vec<(&Arc<Block>, bool)> {
        let all: Vec<(&Arc<Block>, u8, Progress)> = self
            .blocks
            .iter()
            .filter(|block| block.review.removed.is_none())
            .filter_map(|block| match &block.kind {
                Kind::Recommendation(r) => Some((block, r.depth, r.state)),
                _ => None,
            })
            .collect();
        let ended = |state: Progress| matches!(state, Progress::Done | Progress::Dropped);
        let mut over: Vec<(usize, u8, bool)> = Vec::new();
        let mut kept = BTreeMap::new();
        for (index, (block, depth, state)) in all.iter().enumerate() {
            over.retain(|(_, above, _)| above < depth);
            let is_ended = ended(*state) || over.iter().any(|(_, _, ended)| *ended);
            let is_leaf = all.get(index + 1).is_none_or(|(_, next, _)| next <= depth);
            if is_leaf && !is_ended && !block.text.is_empty() {
                for (above, _, _) in &over {
                    kept.entry(*above).or_insert(false);
                }
                kept.insert(index, true);
            }
            over.push((index, *depth, is_ended));
        }
        kept.into_iter().filter_map(|(at, leaf)| Some((all.get(at)?.0, leaf))).collect()
    }

    /// A heading and what is not done yet, for the minutes alone.
    fn follow_up(&self, names: &mut Names) -> Vec<Arc<Block>> {
        let unfinished = self.unfinished();
        if unfinished.is_empty() {
            return Vec::new();
        }
        let [_, heading] = self.standing();
        let audience = Audience::MinutesOnly;
        let heading = Block::new(names.next(), Kind::Heading(1), RichText::plain(&heading));
        let mut blocks = vec![Arc::new(Block { audience, ..heading })];
        for (block, _) in unfinished {
            let text = accepted(&block.text);
            let review = BlockReview::default();
            blocks.push(Arc::new(Block { text, audience, review, ..(**block).clone() }));
        }
        blocks
    }
}

/// New names, in order.
struct Names {
    session: u32,
    counter: u32,
}

impl Names {
    fn next(&mut self) -> BlockId {
        self.counter += 1;
        BlockId(Id { session: self.session, counter: self.counter })
    }
}

/// The same text for another meeting: its title only where it follows the header.
fn again(output: &Output) -> Output {
    let title = accepted(&output.title);
    let follows = title.atoms().next().is_some();
    Output { title: if follows { title } else { RichText::default() }, ..Output::new(output.kind) }
}

fn presenter(kind: &Kind) -> Option<PersonId> {
    match kind {
        Kind::AgendaItem(item) => item.presenter,
        _ => None,
    }
}

/// The words of a block without the mark they end with.
fn bare(text: &RichText) -> String {
    previous::unclosed(text.text()).trim().to_owned()
}

/// The text with this mark at its end in place of its own.
fn marked(text: &RichText, mark: &str) -> RichText {
    let end = previous::unclosed(text.text()).len();
    let Ok(head) = text.slice(0..end) else { return text.clone() };
    let mut pieces = head.pieces();
    if !mark.is_empty() {
        pieces.push(Piece::Text(mark.to_owned()));
    }
    RichText::from_pieces(pieces).unwrap_or_else(|_| text.clone())
}
