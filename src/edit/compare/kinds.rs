//! What a block is and what it carries beside its words, as values that can be compared.

use super::pairs::People;
use super::value::Value;
use crate::arabic::{Date, When};
use crate::document::{
    AgendaItem, AgendaState, Annex, Audience, Block, Decision, Document, Kind, Matter, Note, NoteMark,
    PersonId, Progress, Recommendation, Role, Signatures, Speaker, Vote,
};

/// One side of a comparison: a record, and what the newer one calls its people.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) document: &'a Document,
    pub(super) people: Option<&'a People>,
}

impl Side<'_> {
    /// Somebody, under the name the newer record knows.
    pub(super) fn person(&self, id: PersonId) -> Value {
        let name = self.document.person(id).map(|person| person.name.clone()).unwrap_or_default();
        Value::Person { id: self.people.map_or(id, |people| people.newer(id)), name }
    }

    pub(super) fn somebody(&self, id: Option<PersonId>) -> Value {
        id.map_or(Value::Nothing, |id| self.person(id))
    }

    pub(super) fn everybody(&self, ids: &[PersonId]) -> Value {
        Value::list(ids.iter().map(|id| self.person(*id)).collect())
    }
}

/// A part of what a block is: its place in a path, the message that names it, its value.
pub(super) type Part = (&'static str, &'static str, Value);

/// All a block is but its words.
pub(super) fn parts(side: Side<'_>, block: &Block) -> Vec<Part> {
    let Block { id: _, kind, text: _, audience, review, prompt } = block;
    let crate::document::BlockReview { inserted, removed, joined } = *review;
    let mut parts = vec![
        ("kind", "compare-kind", self::kind(kind)),
        ("audience", "compare-audience", self::audience(*audience)),
        ("review.inserted", "compare-mark-inserted", Value::shown(inserted)),
        ("review.removed", "compare-mark-deleted", Value::shown(removed)),
        ("review.joined", "compare-joined", Value::shown(joined)),
        ("prompt", "compare-prompt", Value::text(prompt)),
    ];
    carried(side, kind, &mut parts);
    parts
}

fn carried(side: Side<'_>, kind: &Kind, parts: &mut Vec<Part>) {
    match kind {
        Kind::Paragraph(_) | Kind::Heading(_) => {}
        Kind::AgendaItem(AgendaItem { presenter, state }) => parts.extend([
            ("presenter", "detail-presenter-name", side.somebody(*presenter)),
            ("state", "detail-agenda-state", agenda(*state)),
        ]),
        Kind::Intervention(who) | Kind::Quote(who) => {
            parts.push(("speaker", "detail-speaker-name", speaker(side, who)));
        }
        Kind::Decision(Decision { matter: about, vote }) => {
            matter(side, about, parts);
            parts.push(("vote", "detail-vote-name", self::vote(*vote)));
        }
        Kind::Recommendation(Recommendation { depth: _, addressee, responsible, due, state, vote }) => {
            parts.extend([
                ("addressee", "detail-addressee", Value::text(addressee)),
                ("responsible", "field-body-in-charge", Value::text(responsible)),
                ("due", "field-deadline", day(*due)),
                ("state", "detail-state", progress(*state)),
                ("vote", "detail-vote-name", self::vote(*vote)),
            ]);
        }
        Kind::Note(Note { at, mark, speaker: who }) => parts.extend([
            ("at", "field-time", Value::shown(*at)),
            ("mark", "compare-note-mark", note(*mark)),
            ("speaker", "detail-speaker-name", speaker(side, who)),
        ]),
        Kind::Signatures(Signatures { signatories }) => {
            parts.push(("signatories", "detail-signatories", side.everybody(signatories)));
        }
        Kind::Annex(Annex { file }) => parts.push(("file", "detail-file", Value::text(file))),
    }
}

fn matter(side: Side<'_>, matter: &Matter, parts: &mut Vec<Part>) {
    let (keyword, key) = match matter {
        Matter::General => ("general", "detail-matter-general"),
        Matter::Appointment { .. } => ("appointment", "detail-matter-appointment"),
        Matter::Committee { .. } => ("committee", "detail-matter-committee"),
        Matter::Date(_) => ("date", "detail-matter-date"),
        Matter::Plan(_) => ("plan", "detail-matter-plan"),
    };
    parts.push(("matter", "detail-matter", Value::named(keyword, key)));
    match matter {
        Matter::General => {}
        Matter::Appointment { person, post } => parts.extend([
            ("person", "detail-person", side.somebody(*person)),
            ("post", "detail-post", Value::text(post)),
        ]),
        Matter::Committee { name, members } => parts.extend([
            ("name", "detail-committee-name", Value::text(name)),
            ("members", "detail-members", side.everybody(members)),
        ]),
        Matter::Date(date) => parts.push(("day", "detail-day-name", day(*date))),
        Matter::Plan(name) => parts.push(("plan", "detail-plan-name", Value::text(name))),
    }
}

/// Whether this says nothing yet: what a block has as soon as it is of its kind.
pub(super) fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Nothing => true,
        Value::Named { keyword, .. } => {
            ["open", "not-started", "general", "unnamed"].contains(&keyword.as_str())
        }
        Value::Text(_) | Value::Person { .. } | Value::When(_) | Value::Moment(_) | Value::List(_) => false,
    }
}

/// What a block is, in a word.
pub(super) fn kind(kind: &Kind) -> Value {
    let named = |keyword, key| Value::named(keyword, key);
    match kind {
        Kind::Paragraph(Role::Plain) => named("paragraph", "kind-paragraph"),
        Kind::Paragraph(Role::Lead) => named("lead", "kind-lead"),
        Kind::Paragraph(Role::Context) => named("context", "kind-context"),
        Kind::Paragraph(Role::Recital) => named("recital", "kind-recital"),
        Kind::Paragraph(Role::Enacting) => named("enacting", "kind-enacting"),
        Kind::Paragraph(Role::Closing) => named("closing", "kind-closing"),
        Kind::Heading(level) => Value::Named {
            keyword: format!("heading-{level}"),
            key: "kind-heading-level",
            args: vec![("level", u32::from(*level))],
        },
        Kind::AgendaItem(_) => named("agenda", "kind-agenda"),
        Kind::Intervention(_) => named("intervention", "kind-intervention"),
        Kind::Quote(_) => named("quote", "kind-quote"),
        Kind::Decision(_) => named("decision", "kind-decision"),
        Kind::Recommendation(Recommendation { depth: 0, .. }) => named("axis", "kind-axis"),
        Kind::Recommendation(Recommendation { depth: 1, .. }) => named("section", "kind-section"),
        Kind::Recommendation(Recommendation { depth: 2, .. }) => named("item", "kind-item"),
        Kind::Recommendation(Recommendation { .. }) => named("sub-item", "kind-subitem"),
        Kind::Note(_) => named("note", "kind-note"),
        Kind::Signatures(_) => named("signatures", "kind-signatures"),
        Kind::Annex(_) => named("annex", "kind-annex"),
    }
}

pub(super) fn audience(audience: Audience) -> Value {
    match audience {
        Audience::Both => Value::named("both", "audience-both"),
        Audience::MinutesOnly => Value::named("minutes", "audience-minutes"),
        Audience::CommuniqueOnly => Value::named("communique", "audience-communique"),
    }
}

fn speaker(side: Side<'_>, speaker: &Speaker) -> Value {
    match speaker {
        Speaker::Unnamed => Value::named("unnamed", "speaker-unnamed"),
        Speaker::Person(id) => side.person(*id),
        Speaker::Collective(words) => Value::Text(words.clone()),
    }
}

fn agenda(state: AgendaState) -> Value {
    match state {
        AgendaState::Open => Value::named("open", "detail-agenda-open"),
        AgendaState::Done => Value::named("done", "detail-agenda-done"),
        AgendaState::Carried => Value::named("carried", "detail-agenda-carried"),
    }
}

fn progress(state: Progress) -> Value {
    match state {
        Progress::NotStarted => Value::named("not-started", "rec-not-started"),
        Progress::InProgress => Value::named("in-progress", "rec-in-progress"),
        Progress::Done => Value::named("done", "rec-done"),
        Progress::Postponed => Value::named("postponed", "rec-postponed"),
        Progress::Dropped => Value::named("dropped", "rec-dropped"),
    }
}

fn note(mark: NoteMark) -> Value {
    match mark {
        NoteMark::None => Value::Nothing,
        NoteMark::Decision => Value::named("decision", "kind-decision"),
        NoteMark::Task => Value::named("task", "compare-task"),
        NoteMark::Quote => Value::named("quote", "kind-quote"),
    }
}

fn vote(vote: Option<Vote>) -> Value {
    match vote {
        None => Value::Nothing,
        Some(Vote::Unanimous) => Value::named("unanimous", "detail-unanimous"),
        Some(Vote::Counted { yes, no, abstained }) => Value::Named {
            keyword: format!("{yes}/{no}/{abstained}"),
            key: "compare-vote",
            args: vec![("yes", yes), ("no", no), ("abstained", abstained)],
        },
    }
}

fn day(day: Option<Date>) -> Value {
    day.map_or(Value::Nothing, |day| Value::When(When::day(day)))
}
