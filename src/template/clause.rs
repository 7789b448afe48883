//! Sentences that lack a fact, read without it as a secretary would write them; on the page the gap stays visible.

use std::ops::Range;

use super::field::resolve;
use crate::arabic::Phrase;
use crate::arabic::proceedings::{CHAIRED, Circumstance};
use crate::document::{ATOM, Atom, BodyForm, Document, RichText, SessionForm, Subject, VenueForm};

/// How a text is read where facts are missing.
#[derive(Default, Debug)]
pub(super) struct Without {
    /// Stretches that are left out.
    pub(super) hidden: Vec<Range<usize>>,
    /// Fields that are read as others, by their offset.
    pub(super) instead: Vec<(usize, Atom)>,
}

/// The reading of a text as it leaves the house.
///
/// «ترأست [السيدة …]، …، اجتماعا دوريا للكتابة» without a chair becomes «عقدت الكتابة، …، اجتماعها الدوري». A field
/// that has no value goes with the words that lead to it and say nothing without it: «برئاسة», «بحضور», «على الساعة»,
/// and a place. No other words are ever left out.
pub(super) fn without(document: &Document, text: &RichText) -> Without {
    let atoms: Vec<(usize, &Atom)> = text.atoms().collect();
    let mut reading = Without::default();
    if document.meeting().chairs.iter().all(|id| document.person(*id).is_none()) {
        hold(text, &atoms, &mut reading);
    }
    let mut before = 0;
    for (at, atom) in &atoms {
        let kept = reading.instead.iter().any(|(other, _)| other == at);
        if let Some(circumstance) = circumstance(atom).filter(|_| !kept)
            && resolve(document, None, atom, &|_| true).is_err()
            && let Some(start) = opening(text.text(), before..*at, circumstance)
        {
            reading.hidden.push(start..*at + ATOM.len_utf8());
        }
        before = *at + ATOM.len_utf8();
    }
    reading
}

/// The places of fields whose lack no reader sees: the sentence is read without them, or as another.
#[must_use]
pub fn dispensable(document: &Document, text: &RichText) -> Vec<usize> {
    let reading = without(document, text);
    let hidden = |at: &usize| reading.hidden.iter().any(|range| range.contains(at));
    let instead = |at: &usize| reading.instead.iter().any(|(other, _)| other == at);
    text.atoms().map(|(at, _)| at).filter(|at| hidden(at) || instead(at)).collect()
}

/// The reading of a title: a numbered session after other words stands in the genitive, «محضر الدورة العشرين».
pub(super) fn titled(document: &Document, text: &RichText) -> Without {
    let numbered = document.meeting().session.ordinal.is_some();
    let session = |(at, atom): (usize, &Atom)| {
        let genitive = numbered && at > 0 && *atom == Atom::Session(SessionForm::Definite);
        // After a verb a numbered session is definite, in the case that is written as the genitive.
        genitive.then_some((at, Atom::Session(SessionForm::Indefinite)))
    };
    Without { hidden: Vec::new(), instead: text.atoms().filter_map(session).collect() }
}

/// Turns the sentence of a chair into that of the body that met.
fn hold(text: &RichText, atoms: &[(usize, &Atom)], reading: &mut Without) {
    let follows = |one: usize, other: usize| text.text().get(one + ATOM.len_utf8()..other) == Some(" ");
    let chairs = |atom: &Atom| matches!(atom, Atom::Verb { masculine, of: Subject::Chair, .. } if masculine == CHAIRED.0);
    let opening = atoms.windows(2).find_map(|pair| match pair {
        [(verb, one), (chair, Atom::Chair(_))] if chairs(one) && follows(*verb, *chair) => {
            Some((*verb, *chair))
        }
        _ => None,
    });
    let session = atoms.windows(2).find_map(|pair| match pair {
        [(session, Atom::Session(_)), (body, Atom::Body(_))] if follows(*session, *body) => {
            Some((*session, *body))
        }
        _ => None,
    });
    if let (Some((verb, chair)), Some((session, body))) = (opening, session)
        && chair < session
    {
        let (masculine, feminine) = Phrase::held();
        let held = Atom::Verb { masculine: masculine.into(), feminine: feminine.into(), of: Subject::Body };
        reading.instead.extend([
            (verb, held),
            (chair, Atom::Body(BodyForm::Name)),
            (session, Atom::Session(SessionForm::Possessed)),
        ]);
        reading.hidden.push(session + ATOM.len_utf8()..body + ATOM.len_utf8());
    }
}

fn circumstance(atom: &Atom) -> Option<Circumstance> {
    match atom {
        Atom::Chair(_) => Some(Circumstance::Chair),
        Atom::Attendance(_) => Some(Circumstance::Attendance),
        Atom::Start | Atom::End => Some(Circumstance::Time),
        Atom::Venue(VenueForm::At) | Atom::NextVenue(VenueForm::At) => Some(Circumstance::Place),
        Atom::Venue(VenueForm::Bare)
        | Atom::NextVenue(VenueForm::Bare)
        | Atom::Rapporteur(_)
        | Atom::Person(..)
        | Atom::Dates(_)
        | Atom::NextDates(_)
        | Atom::Body(_)
        | Atom::Session(_)
        | Atom::Verb { .. }
        | Atom::Count { .. }
        | Atom::Number
        | Atom::Reference => None,
    }
}

/// Where the words that lead to a field begin, with the comma before them; nothing where other words lead to it, or
/// where nothing stands before.
fn opening(text: &str, between: Range<usize>, circumstance: Circumstance) -> Option<usize> {
    let words = text.get(between.clone())?.strip_suffix(' ')?;
    circumstance.leads().iter().find_map(|lead| {
        let rest = words.strip_suffix(lead)?;
        let bare = rest.trim_end();
        let apart = lead.is_empty() || bare.len() < rest.len();
        let start = between.start + bare.strip_suffix('،').unwrap_or(bare).len();
        (apart && start > 0).then_some(start)
    })
}
