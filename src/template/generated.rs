//! Paragraphs that are written from the header alone: facts, lists of people, the quorum, the agenda, signatures.

use std::sync::Arc;

use super::field::{named, resolve};
use super::head::in_language;
use super::quorum::quorum;
use super::view::{Cell, Composed, Part, Readers, TableRow, View};
use crate::arabic::numerals::to_western;
use crate::arabic::proceedings::{self, Heading};
use crate::arabic::{self, Gender, Phrase, Time};
use crate::document::{
    Atom, Attendee, Block, BodyForm, DateForm, Document, Group, Kind, OutputKind, Person, PersonForm,
    PersonId, Piece, Presence, Role, SessionForm, Signatures, Subject, VenueForm,
};

type Out = Vec<Arc<Composed>>;

fn line(part: Part, text: String) -> Arc<Composed> {
    Arc::new(Composed { text, ..Composed::empty(part) })
}

fn entry(label: String, text: String) -> Arc<Composed> {
    Arc::new(Composed { label, text, ..Composed::empty(Part::Attendee) })
}

/// What stands between the title and the text.
pub(super) fn before(document: &Document, view: &View, out: &mut Out) {
    if let Some(output) = document.output(view.output) {
        for (name, value) in [(Phrase::Number, &output.number), (Phrase::Reference, &output.reference)] {
            if !value.is_empty() {
                out.push(line(Part::Fact, format!("{} {value}", name.arabic())));
            }
        }
    }
    if view.output == OutputKind::Invitation && !is_main(document, view) {
        out.push(line(Part::Paragraph(Role::Lead), invitation(document)));
    }
}

/// What follows the opening paragraph: who came and whether they were enough, or what an invitation tells.
pub(super) fn after_lead(document: &Document, view: &View, out: &mut Out) {
    match view.output {
        OutputKind::Minutes => {
            lists(document, view, out);
            out.extend(quorum_line(document, view).map(|text| line(Part::Paragraph(Role::Plain), text)));
        }
        OutputKind::AttendanceSheet => {
            facts(document, out);
            sheet(document, view, out);
        }
        OutputKind::Invitation => facts(document, out),
        OutputKind::Communique
        | OutputKind::PressCommunique
        | OutputKind::News
        | OutputKind::Recommendations
        | OutputKind::Statement
        | OutputKind::Short => {}
    }
}

/// What stands at the end of an invitation drawn from another record: who signs it.
pub(super) fn after(document: &Document, view: &View, out: &mut Out) {
    if view.output == OutputKind::Invitation && !is_main(document, view) {
        signatures(document, view, &Signatures::default(), out);
    }
}

/// Whom newspapers may ask, at the end of what is written for them, unless the text says it.
pub(super) fn contact(document: &Document, view: &View, out: &mut Out) {
    let contact = document.letterhead().contact.trim();
    // Whichever digits the text is written with.
    let is_told = || out.iter().any(|text| to_western(&text.text).contains(&to_western(contact)));
    if view.output == OutputKind::PressCommunique && !contact.is_empty() && !is_told() {
        let name = in_language(document, Phrase::Contact);
        out.push(line(Part::Paragraph(Role::Plain), format!("{name} {contact}")));
    }
}

/// Whether the record was made for this text.
fn is_main(document: &Document, view: &View) -> bool {
    document.outputs().first().is_some_and(|first| first.kind == view.output)
}

/// «تتشرف الكتابة الجهوية بدعوتكم إلى حضور اجتماعها الدوري السابع، وذلك وفق المعطيات التالية:»
fn invitation(document: &Document) -> String {
    let (masculine, feminine, to, tail) = proceedings::inviting();
    let verb = Atom::Verb { masculine: masculine.into(), feminine: feminine.into(), of: Subject::Body };
    let words = |atom: &Atom| {
        resolve(document, None, atom, &|_| true).unwrap_or_else(|missing| missing.arabic().to_owned())
    };
    let session = words(&Atom::Session(SessionForm::Possessed));
    format!("{} {} {to} {session}{tail}", words(&verb), words(&Atom::Body(BodyForm::Full)))
}

fn facts(document: &Document, out: &mut Out) {
    let meeting = document.meeting();
    let mut fact = |name: Phrase, value: String| {
        if !value.is_empty() {
            out.push(line(Part::Fact, format!("{} {value}", name.arabic())));
        }
    };
    let day = arabic::write_alone(&meeting.dates, arabic::Style::WithDay);
    fact(Phrase::Date, proceedings::without_day_word(&day));
    fact(Phrase::Time, meeting.start.map(|time| time.to_string()).unwrap_or_default());
    fact(Phrase::Venue, meeting.venue.clone());
}

/// Rows of a list to sign where nobody is expected by name: who comes writes it.
const BLANK_ROWS: usize = 15;
/// How wide the columns of the list to sign are, among each other.
const SHEET: [u8; 5] = [7, 32, 27, 16, 18];

fn cells(words: [String; 5], head: bool) -> TableRow {
    let cells = SHEET.into_iter().zip(words).map(|(share, text)| Cell { share, text }).collect();
    TableRow { head, cells }
}

/// Whether these readers are told of somebody on the list: who did not come is the body's own business.
fn is_told(view: &View, attendee: &Attendee) -> bool {
    view.readers == Readers::Internal
        || match attendee.presence {
            Presence::Present | Presence::Proxy(_) | Presence::Guest => true,
            // Before the meeting nobody has failed to come.
            Presence::Unknown => view.output == OutputKind::AttendanceSheet,
            Presence::Excused | Presence::Absent => false,
        }
}

/// When somebody came late and when they left early, and why they were not there; the body alone is told. Who is away
/// neither came nor left, who is there needs no excuse: the record keeps what it was told, for who is called by mistake.
fn times_and_reason<'d>(view: &View, attendee: &'d Attendee) -> (Option<Time>, Option<Time>, &'d str) {
    match (view.readers, attendee.presence) {
        (Readers::Public, _) => (None, None, ""),
        (Readers::Internal, Presence::Excused | Presence::Absent) => (None, None, &attendee.reason),
        (Readers::Internal, Presence::Present | Presence::Guest) => (attendee.arrived, attendee.left, ""),
        (Readers::Internal, Presence::Unknown | Presence::Proxy(_)) => {
            (attendee.arrived, attendee.left, &attendee.reason)
        }
    }
}

/// The list to sign at the door: everybody, whatever their state, then the groups; empty rows where there is nobody. A
/// table on paper, lines elsewhere.
fn sheet(document: &Document, view: &View, out: &mut Out) {
    let attendance = &document.meeting().attendance;
    let mut rows: Out = Vec::new();
    let mut push = |label: String, text: String, [name, office, state]: [String; 3]| {
        let number = label.trim_end_matches('-').to_owned();
        let row = Some(cells([number, name, office, state, String::new()], false));
        rows.push(Arc::new(Composed { label, text, row, ..Composed::empty(Part::Attendee) }));
    };
    let mut n = 0;
    for entry in attendance.people.iter().filter(|entry| is_told(view, entry)) {
        let Some(person) = document.person(entry.person) else { continue };
        let Some(full) = named(person, PersonForm::Full) else { continue };
        n += 1;
        let name = named(person, PersonForm::Name).unwrap_or_default();
        let role = named(person, PersonForm::Role).filter(|role| *role != name).unwrap_or_default();
        let (arrived, left, _) = times_and_reason(view, entry);
        let state = proceedings::on_sheet(
            person.gender,
            entry.presence.keyword(),
            arrived,
            left,
            deputy(document, entry).as_deref(),
        );
        let office = proceedings::office_in(&role, &person.body);
        push(format!("{n}-"), proceedings::to_sign(&full), [name, office, state]);
    }
    let listed = n > 0;
    for group in attendance.groups.iter().filter(|group| !listed || !is_named_above(document, group)) {
        let derived = arabic::oblique(&group.nominative).filter(|_| group.oblique.is_empty());
        let name = derived.unwrap_or_else(|| group_name(&group.oblique, &group.nominative));
        if name.is_empty() {
            continue;
        }
        n += 1;
        let line = proceedings::to_sign_for(&name);
        push(format!("{n}-"), line, [proceedings::for_group(&name), String::new(), String::new()]);
    }
    for n in rows.len() + 1..=if n == 0 { BLANK_ROWS } else { 0 } {
        let row =
            Some(cells([n.to_string(), String::new(), String::new(), String::new(), String::new()], false));
        let (label, text) = (format!("{n}-"), proceedings::to_sign(proceedings::DOTS));
        rows.push(Arc::new(Composed { label, text, row, ..Composed::empty(Part::Attendee) }));
    }
    let row = Some(cells(proceedings::SHEET_HEADS.map(str::to_owned), true));
    out.push(Arc::new(Composed { row, ..Composed::empty(Part::Attendee) }));
    out.append(&mut rows);
}

/// Who stands in for somebody, if that is known.
fn deputy(document: &Document, attendee: &Attendee) -> Option<String> {
    match attendee.presence {
        Presence::Proxy(Some(id)) => document.person(id).and_then(|deputy| named(deputy, PersonForm::Name)),
        _ => None,
    }
}

/// Whether a group is the body itself, whose members are listed by name.
fn is_named_above(document: &Document, group: &Group) -> bool {
    let body = document.meeting().body.name.as_str();
    let name = group_name(&group.nominative, &group.oblique);
    group.count.is_none() && !body.is_empty() && name.contains(body)
}

fn group_name(first: &str, second: &str) -> String {
    if first.is_empty() { second.to_owned() } else { first.to_owned() }
}

/// Whether somebody is in this state.
type Is = fn(Presence) -> bool;

/// The attendance list, one list a state.
fn lists(document: &Document, view: &View, out: &mut Out) {
    let attendance = &document.meeting().attendance;
    let states: [(Heading, Is); 6] = [
        (Heading::Present, |presence| presence == Presence::Present),
        (Heading::Represented, |presence| matches!(presence, Presence::Proxy(_))),
        (Heading::Excused, |presence| presence == Presence::Excused),
        (Heading::Absent, |presence| presence == Presence::Absent),
        (Heading::Guests, |presence| presence == Presence::Guest),
        (Heading::Invited, |presence| presence == Presence::Unknown),
    ];
    for (heading, is_in) in states {
        let people = attendance.people.iter().filter(|entry| is_in(entry.presence) && is_told(view, entry));
        let (mut names, mut genders) = (Vec::new(), Vec::new());
        for attendee in people {
            let Some(person) = document.person(attendee.person) else { continue };
            let Some(name) = attendee_line(document, view, attendee, person) else { continue };
            names.push(name);
            genders.push(person.gender);
        }
        let mut count = Some(names.len());
        if heading == Heading::Present {
            for group in &attendance.groups {
                let name = group_name(&group.nominative, &group.oblique);
                if name.is_empty() || (!genders.is_empty() && is_named_above(document, group)) {
                    continue;
                }
                let number = group.count.and_then(|count| usize::try_from(count).ok());
                count = count.zip(number).map(|(sum, number)| sum + number);
                names.push(group.count.map_or(name.clone(), |count| format!("{name} ({count})")));
            }
        }
        if names.is_empty() {
            continue;
        }
        let words = heading.over(&genders);
        let words = count.map_or(words.clone(), |count| format!("{words} ({count})"));
        out.push(line(Part::Heading(2), words));
        out.extend(names.into_iter().map(|name| entry("-".into(), name)));
    }
}

/// Name, office, part in the meeting, then what is to be said of the presence.
fn attendee_line(document: &Document, view: &View, attendee: &Attendee, person: &Person) -> Option<String> {
    let meeting = document.meeting();
    let mut text = named(person, PersonForm::Full)?;
    let mut part = |office: String| {
        if !text.contains(&office) {
            text.push_str("، ");
            text.push_str(&office);
        }
    };
    if meeting.chairs.contains(&attendee.person) {
        part(proceedings::chair_office(person.gender));
    }
    if meeting.rapporteur == Some(attendee.person) {
        part(proceedings::rapporteur_office(person.gender));
    }
    let deputy = deputy(document, attendee);
    let (arrived, left, reason) = times_and_reason(view, attendee);
    text.push_str(&proceedings::beside_name(person.gender, arrived, left, deputy.as_deref(), reason));
    Some(text)
}

/// Whether they were enough; who came late is counted with the others where the body alone is told of it.
fn quorum_line(document: &Document, view: &View) -> Option<String> {
    let counted = quorum(document)?;
    let people = &document.meeting().attendance.people;
    let by_proxy = people.iter().any(|entry| matches!(entry.presence, Presence::Proxy(_)));
    Some(if counted.late == 0 || view.readers == Readers::Public {
        proceedings::quorum_sentence(counted.present, counted.members, counted.needed, by_proxy)
    } else {
        let opening = counted.present - counted.late;
        let (of, needed) = (counted.members, counted.needed);
        proceedings::quorum_with_late(opening, counted.late, of, needed, by_proxy, counted.since)
    })
}

/// The heading over the agenda of minutes.
pub(super) fn agenda_heading() -> Arc<Composed> {
    line(Part::Heading(2), Phrase::Agenda.arabic().to_owned())
}

/// The heading over what goes with the text.
pub(super) fn annex_heading() -> Arc<Composed> {
    line(Part::Heading(2), Phrase::Annexes.arabic().to_owned())
}

/// The agenda told as a sentence.
pub(super) fn agenda_sentence(document: &Document, items: &[String]) -> Arc<Composed> {
    let session = &document.meeting().session;
    let sitting =
        arabic::Sitting { noun: session.noun.keyword(), nature: "", ordinal: None, theme: "" }.noun();
    let items: Vec<&str> = items.iter().map(|item| bare(item)).collect();
    let opening = proceedings::agenda_opening(&sitting, items.len() == 1);
    line(Part::Paragraph(Role::Plain), format!("{opening} {}.", items.join("؛ ")))
}

/// An item without the mark it ends with.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(arabic::ENDS)
}

/// The items of the agenda in one line: «المصادقة على المحضر السابق، وبرنامج السنة»; empty where none is written.
#[must_use]
pub fn agenda_line(document: &Document) -> String {
    let items = document.blocks().iter().filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
    let spoken = |block: &Arc<Block>| {
        let pieces = block.text.pieces().into_iter().map(|piece| match piece {
            Piece::Text(words) | Piece::Marked(_, words) => words,
            Piece::Field(atom) | Piece::MarkedField(_, atom) => {
                resolve(document, None, &atom, &|_| true).unwrap_or_default()
            }
        });
        bare(&pieces.collect::<String>()).to_owned()
    };
    let items: Vec<String> = items.map(spoken).filter(|item| !item.is_empty()).collect();
    arabic::list(&items)
}

/// One line for each who signs: the office, then the name. Where nobody is named it is who chaired and, under
/// minutes, who took them.
pub(super) fn signatures(document: &Document, view: &View, list: &Signatures, out: &mut Out) {
    let meeting = document.meeting();
    if !list.signatories.is_empty() {
        let people = list.signatories.iter().filter_map(|id| document.person(*id));
        out.extend(people.filter_map(signature).map(|text| line(Part::Signature, text)));
        return;
    }
    if view.output != OutputKind::Minutes {
        let people = meeting.chairs.iter().filter_map(|id| document.person(*id));
        out.extend(people.filter_map(signature).map(|text| line(Part::Signature, text)));
        return;
    }
    let mut sign = |id: &PersonId, office: fn(Gender) -> String| {
        let Some(person) = document.person(*id) else { return };
        if let Some(name) = named(person, PersonForm::Name) {
            out.push(line(Part::Signature, format!("{}: {name}", office(person.gender))));
        }
    };
    for chair in &meeting.chairs {
        sign(chair, proceedings::chair_office);
    }
    if let Some(rapporteur) = &meeting.rapporteur {
        sign(rapporteur, proceedings::rapporteur_office);
    }
}

fn signature(person: &Person) -> Option<String> {
    let name = named(person, PersonForm::Name)?;
    match named(person, PersonForm::Role) {
        Some(office) if office != name => Some(format!("{office}: {name}")),
        _ => Some(name),
    }
}

/// The sentence that tells who met, when and where, as far as it is known; empty where nothing is.
#[must_use]
pub fn header_sentence(document: &Document) -> String {
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

/// The words that tell who came, as sentences have them: «بحضور …»; empty where nobody is known to have come.
#[must_use]
pub fn attendance_sentence(document: &Document) -> String {
    let people = super::field::attendance(document, crate::arabic::Case::Oblique);
    people.map(|people| format!("{} {people}", Phrase::InPresenceOf.arabic())).unwrap_or_default()
}
