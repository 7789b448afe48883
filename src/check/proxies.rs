//! Who stands in for whom: somebody for several members, somebody who is not there.

use std::collections::BTreeMap;

use super::{Certainty, Finding, What};
use crate::document::{AttendeeField, Document, FieldPath, PersonId, Place, Presence, Target};

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let people = &document.meeting().attendance.people;
    let mut holders: BTreeMap<PersonId, (usize, usize)> = BTreeMap::new();
    for (at, entry) in people.iter().enumerate() {
        if let Presence::Proxy(Some(by)) = entry.presence {
            let (_, count) = holders.entry(by).or_insert((at, 0));
            *count += 1;
        }
    }
    if holders.is_empty() {
        return;
    }
    let away: BTreeMap<PersonId, bool> = people
        .iter()
        .map(|entry| (entry.person, !matches!(entry.presence, Presence::Present | Presence::Unknown)))
        .collect();
    for (by, (at, count)) in holders {
        let Some(name) = document.person(by).map(|person| person.name.clone()) else { continue };
        let mut tell = |certainty, what| {
            let path = FieldPath::Attendee(at, AttendeeField::Presence);
            let place = Place::new(Target::Field(path), 0);
            found.push(Finding { place, certainty, what, fixes: Vec::new() });
        };
        // How many one may hold is for the statutes of the body to say; mostly it is one.
        if count > 1 {
            tell(Certainty::Style, What::HoldsSeveral { name: name.clone(), count });
        }
        if away.get(&by).copied().unwrap_or(false) {
            tell(Certainty::Warning, What::ProxyAway { name });
        }
    }
}
