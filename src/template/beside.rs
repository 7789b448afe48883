//! What a block carries beside its words, told at their end in minutes, unless the words tell it already.

use super::field::named;
use super::view::{Readers, View};
use crate::arabic::proceedings as say;
use crate::document::{
    AgendaState, Block, Decision, Document, Kind, Matter, OutputKind, Person, PersonForm, PersonId, Vote,
};

/// The words that follow those of the block, before its closing mark; empty for most.
///
/// Only what stays inside the house tells them: a public text, minutes given to the public among them, says what its
/// writer wrote. `said` gives the words as they are read, fields resolved.
pub(super) fn tail(document: &Document, view: &View, block: &Block, said: &dyn Fn() -> String) -> String {
    let inside = view.output == OutputKind::Minutes && view.readers == Readers::Internal;
    let bears = match &block.kind {
        Kind::AgendaItem(_) => inside || view.output == OutputKind::Invitation,
        Kind::Decision(_) | Kind::Recommendation(_) => inside,
        _ => false,
    };
    if !bears {
        return String::new();
    }
    let text = said();
    let text = text.as_str();
    match &block.kind {
        Kind::AgendaItem(item) => {
            let presenter = item.presenter.and_then(|id| document.person(id));
            let presenter = presenter.filter(|person| !is_named(document, text, person));
            let name = presenter.and_then(|person| named(person, PersonForm::Name));
            say::beside_item(name.as_deref(), inside && item.state == AgendaState::Carried)
        }
        Kind::Decision(decision) => decided(document, decision, text),
        Kind::Recommendation(r) => {
            let known = |words: &str| if text.contains(words) { String::new() } else { words.to_owned() };
            let due = r.due.filter(|due| !say::tells_date(text, *due));
            let mut tail = say::follow_up(&known(&r.addressee), &known(&r.responsible), due);
            tail.push_str(&voted(r.vote, text));
            tail
        }
        Kind::Paragraph(_)
        | Kind::Heading(_)
        | Kind::Intervention(_)
        | Kind::Quote(_)
        | Kind::Note(_)
        | Kind::Signatures(_)
        | Kind::Annex(_) => String::new(),
    }
}

/// Whether the words name this person, at least by the last part of the name; not where that is somebody else's who
/// is named.
fn is_named(document: &Document, text: &str, person: &Person) -> bool {
    let last = |person: &Person| person.name.split_whitespace().next_back().unwrap_or_default().to_owned();
    let name = person.name.trim();
    if name.is_empty() {
        return false;
    }
    if say::names(text, name) {
        return true;
    }
    let own = last(person);
    let is_theirs =
        |other: &Person| other != person && last(other) == own && say::names(text, other.name.trim());
    say::names(text, &own) && !document.people().values().any(is_theirs)
}

fn decided(document: &Document, decision: &Decision, text: &str) -> String {
    let person = |id: &PersonId| document.person(*id).filter(|person| !is_named(document, text, person));
    let name = |person: &Person| named(person, PersonForm::Name);
    let mut tail = match &decision.matter {
        Matter::General => String::new(),
        Matter::Appointment { person: who, post } => {
            let who = who.as_ref().and_then(person).and_then(name);
            let post = if text.contains(post.as_str()) { "" } else { post };
            who.map(|who| say::entrusted(post, &who)).unwrap_or_default()
        }
        Matter::Committee { name: called, members } => {
            let rest: Vec<String> = members.iter().filter_map(person).filter_map(name).collect();
            let mut tail = String::new();
            if !called.is_empty() && !text.contains(called.as_str()) {
                tail.push_str(&say::called(called));
            }
            if !rest.is_empty() {
                tail.push_str(&say::with_members(&rest, rest.len() < members.len()));
            }
            tail
        }
        Matter::Date(Some(date)) if !say::tells_date(text, *date) => say::on_day(*date),
        Matter::Date(_) => String::new(),
        Matter::Plan(plan) if plan.is_empty() || text.contains(plan.as_str()) => String::new(),
        Matter::Plan(plan) => say::namely(plan),
    };
    tail.push_str(&voted(decision.vote, text));
    tail
}

fn voted(vote: Option<Vote>, text: &str) -> String {
    let how = match vote {
        Some(Vote::Unanimous) => Some(say::UNANIMOUSLY.to_owned()),
        Some(Vote::Counted { yes, no, abstained }) => say::vote(yes, no, abstained),
        None => None,
    };
    how.filter(|_| !say::tells_vote(text)).map(|how| say::by_vote(&how)).unwrap_or_default()
}
