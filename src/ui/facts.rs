//! What a block carries beside its words, said in one line of the interface.

use crate::arabic::{self, Date, When};
use crate::document::{
    AgendaItem, AgendaState, Annex, Decision, Document, Kind, Matter, PersonId, Progress, Recommendation,
    Speaker, Vote,
};
use crate::words::{Language, Words};

/// Whether there is something to say of it: what decides that the block has a line for it.
#[must_use]
pub fn has_line(kind: &Kind) -> bool {
    match kind {
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::Signatures(_) => false,
        Kind::AgendaItem(item) => *item != AgendaItem::default(),
        Kind::Intervention(speaker) | Kind::Quote(speaker) => *speaker != Speaker::Unnamed,
        Kind::Note(note) => note.speaker != Speaker::Unnamed,
        Kind::Decision(decision) => *decision != Decision::default(),
        Kind::Recommendation(r) => *kind != Kind::recommendation(r.depth),
        Kind::Annex(annex) => *annex != Annex::default(),
    }
}

/// The message that invites to say what is not said yet; nothing for a kind that carries nothing.
#[must_use]
pub fn invitation(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Paragraph(_) | Kind::Heading(_) => None,
        Kind::AgendaItem(_) => Some("detail-add-presenter"),
        Kind::Intervention(_) | Kind::Quote(_) | Kind::Note(_) => Some("detail-add-speaker"),
        Kind::Decision(_) => Some("detail-add-decision"),
        Kind::Recommendation(_) => Some("detail-add-recommendation"),
        Kind::Signatures(_) => Some("detail-add-signatures"),
        Kind::Annex(_) => Some("detail-add-annex"),
    }
}

/// All there is to say of it, in one line; empty where nothing is.
#[must_use]
pub fn line(document: &Document, kind: &Kind, words: Words) -> String {
    let say = Saying { document, words };
    let parts = match kind {
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::Signatures(_) => Vec::new(),
        Kind::AgendaItem(item) => say.agenda(item),
        Kind::Intervention(speaker) | Kind::Quote(speaker) => say.speaker(speaker),
        Kind::Note(note) => say.speaker(&note.speaker),
        Kind::Decision(decision) => say.decision(decision),
        Kind::Recommendation(recommendation) => say.recommendation(recommendation),
        Kind::Annex(annex) => return annex.file.clone(),
    };
    capital(&parts.join(" · "))
}

/// Words as they stand at the beginning of a line: in Latin letters with a capital.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A date as the reader's language writes it.
#[must_use]
pub fn date(date: Date, words: Words) -> String {
    if words.language() == Language::Arabic {
        arabic::write(&When::day(date), arabic::Style::Plain)
    } else {
        format!("{}/{}/{}", date.day(), date.month(), date.year())
    }
}

/// The message for how far a recommendation has come.
#[must_use]
pub fn progress_key(state: Progress) -> &'static str {
    match state {
        Progress::NotStarted => "rec-not-started",
        Progress::InProgress => "rec-in-progress",
        Progress::Done => "rec-done",
        Progress::Postponed => "rec-postponed",
        Progress::Dropped => "rec-dropped",
    }
}

/// The message for how far an agenda item came.
#[must_use]
pub fn agenda_key(state: AgendaState) -> &'static str {
    match state {
        AgendaState::Open => "detail-agenda-open",
        AgendaState::Done => "detail-agenda-done",
        AgendaState::Carried => "detail-agenda-carried",
    }
}

/// The result of a vote in words.
#[must_use]
pub fn vote(vote: Vote, words: Words) -> String {
    let Vote::Counted { yes, no, abstained } = vote else { return words.get("detail-unanimous") };
    let all = [("yes", yes.into()), ("no", no.into()), ("abstained", abstained.into())];
    let [y, n, a] = &all;
    if yes <= no {
        words.with("detail-vote-lost", &all)
    } else if abstained > 0 && no > 0 {
        words.with("detail-vote-abstained", &all)
    } else if abstained > 0 {
        words.with("detail-vote-agreed-abstained", &[y.clone(), a.clone()])
    } else if no > 0 {
        words.with("detail-vote", &[y.clone(), n.clone()])
    } else {
        words.with("detail-vote-agreed", std::slice::from_ref(y))
    }
}

struct Saying<'a> {
    document: &'a Document,
    words: Words,
}

impl Saying<'_> {
    /// Among words that are read from the left, a name keeps to itself: figures behind it would else be read as its own.
    fn named(&self, key: &str, name: &str) -> String {
        if self.words.language().is_right_to_left() {
            return self.words.with(key, &[("name", name.into())]);
        }
        let name = format!("\u{2068}{name}\u{2069}");
        self.words.with(key, &[("name", name.into())])
    }

    fn person(&self, id: PersonId) -> Option<String> {
        let name = &self.document.person(id)?.name;
        (!name.is_empty()).then(|| name.clone())
    }

    fn list(&self, names: Vec<String>) -> String {
        let comma = format!("{} ", self.words.get("detail-comma"));
        names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(&comma)
    }

    fn agenda(&self, item: &AgendaItem) -> Vec<String> {
        let presenter = item.presenter.and_then(|id| self.person(id));
        let mut parts: Vec<String> =
            presenter.map(|name| self.named("detail-presenter", &name)).into_iter().collect();
        if item.state != AgendaState::Open || parts.is_empty() {
            parts.push(self.words.get(agenda_key(item.state)));
        }
        parts
    }

    fn speaker(&self, speaker: &Speaker) -> Vec<String> {
        let name = match speaker {
            Speaker::Unnamed => return Vec::new(),
            Speaker::Person(id) => self.person(*id),
            Speaker::Collective(name) => (!name.is_empty()).then(|| name.clone()),
        };
        vec![match name {
            Some(name) => self.named("detail-speaker", &name),
            None => self.words.get("speaker-unnamed"),
        }]
    }

    fn decision(&self, decision: &Decision) -> Vec<String> {
        // A matter chosen and not filled in yet is said by its name.
        let about = |key: &str, bare: &str, name: String| {
            if name.is_empty() { self.words.get(bare) } else { self.named(key, &name) }
        };
        let matter = match &decision.matter {
            Matter::General => None,
            Matter::Appointment { person, post } => {
                let name = person.and_then(|id| self.person(id)).unwrap_or_default();
                let both = self.list(vec![name, post.clone()]);
                Some(about("detail-appointment", "detail-matter-appointment", both))
            }
            Matter::Committee { name, members } => {
                let people = members.iter().filter_map(|id| self.person(*id)).collect();
                let people = self.list(people);
                let both = if people.is_empty() { name.clone() } else { format!("{name} ({people})") };
                Some(about("detail-committee", "detail-matter-committee", both))
            }
            Matter::Date(Some(day)) => {
                Some(self.words.with("detail-day", &[("date", date(*day, self.words).into())]))
            }
            Matter::Date(None) => Some(self.words.get("detail-matter-date")),
            Matter::Plan(name) => Some(about("detail-plan", "detail-matter-plan", name.clone())),
        };
        matter.into_iter().chain(decision.vote.map(|result| vote(result, self.words))).collect()
    }

    fn recommendation(&self, recommendation: &Recommendation) -> Vec<String> {
        let mut parts = Vec::new();
        if !recommendation.addressee.is_empty() {
            parts.push(self.named("detail-to", &recommendation.addressee));
        }
        if !recommendation.responsible.is_empty() {
            parts.push(self.named("detail-by", &recommendation.responsible));
        }
        if let Some(due) = recommendation.due {
            parts.push(self.words.with("detail-due", &[("date", date(due, self.words).into())]));
        }
        if recommendation.state != Progress::NotStarted {
            parts.push(self.words.get(progress_key(recommendation.state)));
        }
        parts.extend(recommendation.vote.map(|result| vote(result, self.words)));
        parts
    }
}
