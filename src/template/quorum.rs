//! The quorum: whether enough members are there for the body to decide.

use crate::arabic::Time;
use crate::document::{Attendee, Document, Presence, QuorumRule};

/// What the attendance list says about the quorum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quorum {
    /// Members there or represented.
    pub present: u32,
    /// Members of the body.
    pub members: u32,
    /// How many the rule asks for.
    pub needed: u32,
    /// Whether they are enough.
    pub reached: bool,
    /// How many of those there came after the opening.
    pub late: u32,
    /// When those who came late made them enough; nothing where they were at the opening, or are not.
    pub since: Option<Time>,
}

/// More members at a meeting than its body has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beyond {
    /// Members there or represented.
    pub present: u32,
    /// Members of the body, as it is stated.
    pub members: u32,
    /// Members on the attendance list.
    pub listed: u32,
}

/// Whether more members came than are stated to be; no quorum can be counted then.
#[must_use]
pub fn beyond_members(document: &Document) -> Option<Beyond> {
    let members = document.meeting().attendance.quorum.members?;
    let present = count(document, is_counted);
    let listed = count(document, |presence| presence != Presence::Guest);
    (present > members).then_some(Beyond { present, members, listed })
}

fn count(document: &Document, wanted: fn(Presence) -> bool) -> u32 {
    let people = &document.meeting().attendance.people;
    u32::try_from(people.iter().filter(|entry| wanted(entry.presence)).count()).unwrap_or(u32::MAX)
}

fn is_counted(presence: Presence) -> bool {
    matches!(presence, Presence::Present | Presence::Proxy(_))
}

/// Counts the quorum; nothing where the body has no rule, no members, or nobody's state is known yet, nor where more
/// came than there are.
///
/// Members who came and members who are represented count; guests and groups do not, for nothing says that they are
/// members. Where the number of members is not stated it is everybody on the list but the guests. What counts is who is
/// there at the opening; who came later makes the quorum from then on. Who left early was there.
#[must_use]
pub fn quorum(document: &Document) -> Option<Quorum> {
    let attendance = &document.meeting().attendance;
    let count = |wanted| count(document, wanted);
    let listed = count(|presence| presence != Presence::Guest);
    let members = attendance.quorum.members.unwrap_or(listed);
    let known = count(|presence| !matches!(presence, Presence::Guest | Presence::Unknown));
    if members == 0 || known == 0 || beyond_members(document).is_some() {
        return None;
    }
    let needed = match attendance.quorum.rule {
        QuorumRule::None => return None,
        QuorumRule::Majority => members / 2 + 1,
        QuorumRule::Share(_, 0) => return None,
        QuorumRule::Share(part, whole) => {
            let share = (u64::from(members) * u64::from(part)).div_ceil(u64::from(whole));
            u32::try_from(share).unwrap_or(u32::MAX)
        }
        QuorumRule::AtLeast(number) => number,
    };
    let present = count(is_counted);
    let start = document.meeting().start;
    let is_late = |entry: &&Attendee| {
        let came = entry.arrived.filter(|came| start.is_none_or(|start| *came > start));
        entry.presence == Presence::Present && came.is_some()
    };
    let mut arrivals: Vec<Time> =
        attendance.people.iter().filter(is_late).filter_map(|entry| entry.arrived).collect();
    arrivals.sort_unstable();
    let late = u32::try_from(arrivals.len()).unwrap_or(u32::MAX);
    let lacking = usize::try_from(needed.saturating_sub(present - late)).unwrap_or(usize::MAX);
    let since = lacking.checked_sub(1).and_then(|at| arrivals.get(at)).copied();
    Some(Quorum { present, members, needed, reached: present >= needed, late, since })
}
