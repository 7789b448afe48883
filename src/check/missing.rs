//! What an output requires and the record lacks.
//!
//! Five published texts taught us how little can be demanded: some have no place, no chair, no date or no number.
//! So only minutes, which are a record in law, count a lack as an error.

use super::{Certainty, Finding, Part, What};
use crate::document::{
    Block, Document, FieldPath, Kind, Output, OutputKind, Person, PersonField, Place, State, Target,
};

/// Something outputs require.
pub(super) struct Required {
    /// The part of the record it is in.
    pub(super) part: Part,
    /// Where it would be said.
    place: Target,
    /// What it is called when it is not there.
    what: What,
    /// Whether the record lacks it.
    pub(super) is_lacking: bool,
    /// Which outputs require it.
    pub(super) needs: fn(OutputKind) -> bool,
}

/// All that any output requires, but for its own title.
pub(super) fn required(document: &Document) -> [Required; 5] {
    let meeting = document.meeting();
    let field = Target::Field;
    let chaired = meeting.chairs.iter().filter_map(|id| document.person(*id)).any(is_named);
    [
        Required {
            part: Part::Header,
            place: field(FieldPath::Dates),
            what: What::MissingDates,
            is_lacking: meeting.dates.is_unset(),
            needs: needs_dates,
        },
        Required {
            part: Part::Header,
            place: field(FieldPath::BodyName),
            what: What::MissingBody,
            is_lacking: meeting.body.name.trim().is_empty(),
            needs: needs_body,
        },
        Required {
            part: Part::Header,
            place: field(FieldPath::Venue),
            what: What::MissingVenue,
            is_lacking: meeting.venue.trim().is_empty(),
            needs: needs_venue,
        },
        Required {
            part: Part::Header,
            place: field(FieldPath::Chair(0, PersonField::Name)),
            what: What::MissingChair,
            is_lacking: !chaired,
            needs: needs_chair,
        },
        Required {
            part: Part::Recommendations,
            place: Target::Title(OutputKind::Recommendations),
            what: What::NoRecommendation,
            is_lacking: !document.blocks().iter().any(|block| is_recommended(block)),
            needs: |kind| kind == OutputKind::Recommendations,
        },
    ]
}

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let kinds: Vec<OutputKind> = document.outputs().iter().map(|output| output.kind).collect();
    for output in document.outputs().iter().filter(|output| lacks_title(output)) {
        let path = Target::Field(FieldPath::OutputTitle(output.kind));
        found.push(lack(path, only_minutes(&[output.kind]), What::MissingTitle(output.kind)));
    }
    for output in document.outputs().iter().filter(|output| lacks_number(output)) {
        let path = Target::Field(FieldPath::OutputNumber(output.kind));
        found.push(lack(path, Certainty::Style, What::MissingNumber(output.kind)));
    }
    for required in required(document) {
        let needing: Vec<OutputKind> = kinds.iter().copied().filter(|kind| (required.needs)(*kind)).collect();
        if required.is_lacking && !needing.is_empty() {
            let certainty = match required.what {
                What::MissingDates => only_minutes(&needing),
                _ => Certainty::Warning,
            };
            found.push(lack(required.place, certainty, required.what));
        }
    }
}

/// Whether the text has no title.
pub(super) fn lacks_title(output: &Output) -> bool {
    output.title.text().trim().is_empty()
}

/// Whether the text was approved without the number that texts of its kind are registered under. Not every body has
/// such numbers: it is never more than a hint.
fn lacks_number(output: &Output) -> bool {
    let registered = match output.kind {
        OutputKind::Minutes
        | OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::Statement
        | OutputKind::Invitation => true,
        OutputKind::News | OutputKind::Recommendations | OutputKind::AttendanceSheet | OutputKind::Short => {
            false
        }
    };
    let approved = match output.state {
        State::Draft | State::Review => false,
        State::Approved | State::Signed | State::Published | State::Corrected | State::Archived => true,
    };
    registered && approved && output.number.trim().is_empty()
}

fn is_recommended(block: &Block) -> bool {
    matches!(block.kind, Kind::Recommendation(_)) && !block.text.text().trim().is_empty()
}

fn is_named(person: &Person) -> bool {
    !person.name.trim().is_empty() || !person.role.trim().is_empty()
}

fn lack(target: Target, certainty: Certainty, what: What) -> Finding {
    Finding { place: Place::new(target, 0), certainty, what, fixes: Vec::new() }
}

fn only_minutes(kinds: &[OutputKind]) -> Certainty {
    if kinds.contains(&OutputKind::Minutes) { Certainty::Error } else { Certainty::Warning }
}

fn needs_dates(kind: OutputKind) -> bool {
    match kind {
        OutputKind::Minutes
        | OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::News
        | OutputKind::Invitation
        | OutputKind::AttendanceSheet => true,
        OutputKind::Recommendations | OutputKind::Statement | OutputKind::Short => false,
    }
}

fn needs_body(kind: OutputKind) -> bool {
    match kind {
        OutputKind::Minutes
        | OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::News
        | OutputKind::Invitation
        | OutputKind::AttendanceSheet => true,
        OutputKind::Recommendations | OutputKind::Statement | OutputKind::Short => false,
    }
}

fn needs_venue(kind: OutputKind) -> bool {
    kind == OutputKind::Invitation
}

fn needs_chair(kind: OutputKind) -> bool {
    kind == OutputKind::Minutes
}
