//! What an output requires and the record lacks.
//!
//! Five published texts taught us how little can be demanded: some have no place, no chair, no date or no number.
//! So only minutes, which are a record in law, count a lack as an error.

use super::{Certainty, Finding, What};
use crate::document::{Document, FieldPath, Kind, OutputKind, Person, PersonField, Place, Target};

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let meeting = document.meeting();
    let kinds: Vec<OutputKind> = document.outputs().iter().map(|output| output.kind).collect();
    for output in document.outputs() {
        if output.title.text().trim().is_empty() {
            let path = FieldPath::OutputTitle(output.kind);
            found.push(lack(path, only_minutes(&[output.kind]), What::MissingTitle(output.kind)));
        }
    }
    let lacks = [
        (
            meeting.dates.is_unset(),
            FieldPath::Dates,
            What::MissingDates,
            needs_dates as fn(OutputKind) -> bool,
        ),
        (meeting.body.name.trim().is_empty(), FieldPath::BodyName, What::MissingBody, needs_body),
        (meeting.venue.trim().is_empty(), FieldPath::Venue, What::MissingVenue, needs_venue),
        (
            !meeting.chairs.iter().filter_map(|id| document.person(*id)).any(is_named),
            FieldPath::Chair(0, PersonField::Name),
            What::MissingChair,
            needs_chair,
        ),
    ];
    for (is_lacking, path, what, needs) in lacks {
        let needing: Vec<OutputKind> = kinds.iter().copied().filter(|kind| needs(*kind)).collect();
        if is_lacking && !needing.is_empty() {
            let certainty = match what {
                What::MissingDates => only_minutes(&needing),
                _ => Certainty::Warning,
            };
            found.push(lack(path, certainty, what));
        }
    }
    let is_written = |kind: &Kind| matches!(kind, Kind::Recommendation(_));
    let any =
        document.blocks().iter().any(|block| is_written(&block.kind) && !block.text.text().trim().is_empty());
    if kinds.contains(&OutputKind::Recommendations) && !any {
        found.push(Finding {
            place: Place::new(Target::Title(OutputKind::Recommendations), 0),
            certainty: Certainty::Warning,
            what: What::NoRecommendation,
            fixes: Vec::new(),
        });
    }
}

fn is_named(person: &Person) -> bool {
    !person.name.trim().is_empty() || !person.role.trim().is_empty()
}

fn lack(path: FieldPath, certainty: Certainty, what: What) -> Finding {
    Finding { place: Place::new(Target::Field(path), 0), certainty, what, fixes: Vec::new() }
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
