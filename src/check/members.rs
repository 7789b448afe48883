//! More members present than there are: the number of members is wrong, or somebody on the list is a guest.

use super::{Certainty, Finding, Fix, What};
use crate::document::{Document, FieldPath, Place, Target};
use crate::edit::Command;
use crate::template::beyond_members;

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let Some(beyond) = beyond_members(document) else { return };
    let command = Command::SetField { path: FieldPath::Members, value: beyond.listed.to_string() };
    found.push(Finding {
        place: Place::new(Target::Field(FieldPath::Members), 0),
        certainty: Certainty::Warning,
        what: What::OverMembers { present: beyond.present, members: beyond.members, listed: beyond.listed },
        fixes: vec![Fix { key: "fix-members-listed", command }],
    });
}
