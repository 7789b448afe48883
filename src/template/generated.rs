//! Paragraphs that are written from the header alone: facts, lists of people, the agenda's sentence, signatures.

use std::sync::Arc;

use super::field::named;
use super::view::{Composed, Part, View};
use crate::arabic::{self, Phrase};
use crate::document::{Document, OutputKind, PersonForm, Presence, Signatures};

fn line(part: Part, text: String) -> Arc<Composed> {
    Arc::new(Composed { text, ..Composed::empty(part) })
}

/// What stands between the title and the text.
pub(super) fn before(document: &Document, view: &View, out: &mut Vec<Arc<Composed>>) {
    if let Some(output) = document.output(view.output) {
        for (name, value) in [(Phrase::Number, &output.number), (Phrase::Reference, &output.reference)] {
            if !value.is_empty() {
                out.push(line(Part::Fact, format!("{} {value}", name.arabic())));
            }
        }
    }
    match view.output {
        OutputKind::Minutes | OutputKind::AttendanceSheet => lists(document, out),
        OutputKind::Invitation => facts(document, out),
        OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::News
        | OutputKind::Recommendations
        | OutputKind::Statement
        | OutputKind::Short => {}
    }
}

fn facts(document: &Document, out: &mut Vec<Arc<Composed>>) {
    let meeting = document.meeting();
    let mut fact = |name: Phrase, value: String| {
        if !value.is_empty() {
            out.push(line(Part::Fact, format!("{} {value}", name.arabic())));
        }
    };
    fact(Phrase::Date, arabic::write(&meeting.dates, arabic::Style::WithDay));
    fact(Phrase::Time, meeting.start.map(|time| time.to_string()).unwrap_or_default());
    fact(Phrase::Venue, meeting.venue.clone());
}

/// Whether somebody is in this state.
type Is = fn(Presence) -> bool;

/// The attendance list, one list a state.
fn lists(document: &Document, out: &mut Vec<Arc<Composed>>) {
    let attendance = &document.meeting().attendance;
    let states: [(Phrase, Is); 6] = [
        (Phrase::Present, |presence| presence == Presence::Present),
        (Phrase::Represented, |presence| matches!(presence, Presence::Proxy(_))),
        (Phrase::Excused, |presence| presence == Presence::Excused),
        (Phrase::Absent, |presence| presence == Presence::Absent),
        (Phrase::Guests, |presence| presence == Presence::Guest),
        (Phrase::Invited, |presence| presence == Presence::Unknown),
    ];
    for (heading, is_in) in states {
        let people = attendance.people.iter().filter(|entry| is_in(entry.presence));
        let mut names: Vec<String> = people
            .filter_map(|entry| document.person(entry.person))
            .filter_map(|person| named(person, PersonForm::Full))
            .collect();
        if heading == Phrase::Present {
            let groups = attendance.groups.iter().map(|group| {
                if group.nominative.is_empty() { group.oblique.clone() } else { group.nominative.clone() }
            });
            names.extend(groups.filter(|name| !name.is_empty()));
        }
        if names.is_empty() {
            continue;
        }
        out.push(line(Part::Heading(2), heading.arabic().to_owned()));
        for name in names {
            let mut entry = Composed { text: name, ..Composed::empty(Part::Attendee) };
            entry.label = "-".into();
            out.push(Arc::new(entry));
        }
    }
}

/// The heading over the agenda of minutes.
pub(super) fn agenda_heading() -> Arc<Composed> {
    line(Part::Heading(2), Phrase::Agenda.arabic().to_owned())
}

/// The agenda told as a sentence, so far with its first item.
pub(super) fn agenda_sentence(item: &Composed) -> Arc<Composed> {
    let text = format!("{} {}.", Phrase::AgendaSentence.arabic(), bare(&item.text));
    line(Part::Paragraph(crate::document::Role::Plain), text)
}

/// The sentence with one more item.
pub(super) fn continue_agenda(sentence: &mut Composed, item: &Composed) {
    if sentence.text.ends_with('.') {
        sentence.text.pop();
    }
    sentence.text.push_str("؛ ");
    sentence.text.push_str(bare(&item.text));
    sentence.text.push('.');
}

/// An item without the mark it ends with.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', '؛', '،', ';', ','])
}

/// One line for each who signs: the office, then the name.
pub(super) fn signatures(document: &Document, list: &Signatures, out: &mut Vec<Arc<Composed>>) {
    for person in list.signatories.iter().filter_map(|id| document.person(*id)) {
        if let Some(name) = named(person, PersonForm::RoleFirst) {
            out.push(line(Part::Signature, name));
        }
    }
}

/// The sentence that tells who met, when and where, as far as it is known; empty where nothing is.
#[must_use]
pub fn header_sentence(document: &Document) -> String {
    use super::field::resolve;
    use crate::document::{Atom, BodyForm, DateForm, SessionForm, Subject, VenueForm};
    let body = &document.meeting().body;
    let session = &document.meeting().session;
    let has_dates = !document.meeting().dates.is_unset();
    let has_venue = !document.meeting().venue.is_empty();
    if body.name.is_empty() && !has_dates && !has_venue {
        return String::new();
    }
    let (masculine, feminine) = Phrase::held();
    let held = Atom::Verb { masculine: masculine.into(), feminine: feminine.into(), of: Subject::Body };
    let mut parts = Vec::new();
    if body.name.is_empty() {
        let known = !session.nature.is_empty() || session.ordinal.is_some();
        parts.extend(known.then_some(Atom::Session(SessionForm::Definite)));
    } else {
        parts.extend([held, Atom::Body(BodyForm::Name), Atom::Session(SessionForm::Possessed)]);
    }
    parts.extend(has_dates.then_some(Atom::Dates(DateForm::WithDay)));
    parts.extend(has_venue.then_some(Atom::Venue(VenueForm::At)));
    let words = parts.iter().filter_map(|atom| resolve(document, None, atom, &|_| true).ok());
    words.collect::<Vec<_>>().join(" ")
}
