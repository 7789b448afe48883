//! What an import guessed and nobody has settled, each with its certainty and with answers as fixes.

use super::{Arg, Certainty, Finding, Fix, What};
use crate::arabic::{Style, When, proceedings, write};
use crate::document::{
    AttendeeField, Document, FieldPath, Guess, Guessed, Kind, MAX_DEPTH, Matter, OutputKind, PersonField,
    Place, QuorumRule, Role, Source, Speaker, Sureness, Target, Vote,
};
use crate::edit::compare::{chosen_key, output_key};
use crate::edit::{Command, Verdict};

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let Some(source) = document.source() else { return };
    for run in runs(document, source) {
        found.extend(finding(document, source, &run));
    }
    let first = document.outputs().first().map_or(OutputKind::Communique, |output| output.kind);
    found.push(Finding {
        place: Place::new(Target::Title(first), 0),
        certainty: Certainty::Style,
        what: What::SourceKept { name: source.name.clone() },
        fixes: vec![Fix { key: "guess-dismiss", command: Command::DismissSource }],
    });
}

/// The guesses in order, alike ones that follow each other together: a list of forty items is one finding.
fn runs<'a>(document: &Document, source: &'a Source) -> Vec<Vec<&'a Guess>> {
    let mut runs: Vec<Vec<&Guess>> = Vec::new();
    let own = |guess: &&Guess| {
        stands(document, guess) && !(guess.what == Guessed::Agenda && is_struck(source, guess))
    };
    for guess in source.guesses.iter().filter(own) {
        // What came between is of another kind: then they are no run.
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| alike(document, source, last, guess)) => {
                run.push(guess);
            }
            _ => runs.push(vec![guess]),
        }
    }
    runs
}

fn stands(document: &Document, guess: &Guess) -> bool {
    match &guess.at {
        Target::Block(id) => document.block(*id).is_some(),
        Target::Title(kind) => document.output(*kind).is_some(),
        Target::Field(_) => true,
        Target::Comment(_) => false,
    }
}

fn alike(document: &Document, source: &Source, one: &Guess, other: &Guess) -> bool {
    if one.how != other.how {
        return false;
    }
    match (&one.what, &other.what) {
        (Guessed::Kind, Guessed::Kind) => match (kind(document, one), kind(document, other)) {
            // One speaker is one question.
            (Some(Kind::Intervention(a)), Some(Kind::Intervention(b))) => a == b,
            (Some(Kind::Recommendation(_)), Some(Kind::Recommendation(_))) => one.how != Sureness::Unsure,
            (Some(a), Some(b)) => key_of(a) == key_of(b),
            _ => false,
        },
        (Guessed::Field, Guessed::Field) => one.how == Sureness::Certain,
        (Guessed::Residue, Guessed::Residue) => tells_agenda(source, one) == tells_agenda(source, other),
        // A list of people that is numbered otherwise now is one question, what its columns said beside another.
        (Guessed::Label(_), Guessed::Label(_)) => {
            is_field(one) && is_field(other) && is_column(one) == is_column(other)
        }
        _ => false,
    }
}

fn is_field(guess: &Guess) -> bool {
    matches!(guess.at, Target::Field(_))
}

/// Whether it is told of what a column said that nobody understood.
fn is_column(guess: &Guess) -> bool {
    matches!(guess.at, Target::Field(FieldPath::Attendee(_, AttendeeField::Reason)))
}

/// Whether the block is struck until somebody says so.
fn is_struck(source: &Source, guess: &Guess) -> bool {
    source.guesses.iter().any(|other| other.at == guess.at && other.what == Guessed::Residue)
}

/// Whether the block told the agenda, as the heading over it does now.
fn tells_agenda(source: &Source, guess: &Guess) -> bool {
    source.guesses.iter().any(|other| other.at == guess.at && other.what == Guessed::Agenda)
}

fn kind<'a>(document: &'a Document, guess: &Guess) -> Option<&'a Kind> {
    match &guess.at {
        Target::Block(id) => document.block(*id).map(|block| &block.kind),
        _ => None,
    }
}

fn finding(document: &Document, source: &Source, run: &[&Guess]) -> Option<Finding> {
    let first = run.first()?;
    let own: Vec<Guess> = run.iter().map(|guess| (*guess).clone()).collect();
    let of = kind(document, first);
    let answer = |key: &'static str, answer: Verdict| Fix {
        key,
        command: Command::Settle { guesses: own.clone(), answer },
    };
    let mut fixes = Vec::new();
    let (key, words, offset) = match &first.what {
        Guessed::Kind => {
            fixes.push(answer("guess-confirm", Verdict::Confirm));
            let alone = run.len() == 1;
            for (key, kind) in
                of.into_iter().flat_map(others).filter(|(_, kind)| alone || kind.depth().is_none())
            {
                fixes.push(answer(key, Verdict::Kind(kind)));
            }
            if matches!(of, Some(Kind::Paragraph(Role::Recital | Role::Enacting))) && run.len() == 1 {
                fixes.push(answer("guess-join", Verdict::Join));
            }
            ("finding-guess-kind", String::new(), 0)
        }
        Guessed::Residue => {
            fixes.push(answer("guess-delete", Verdict::Confirm));
            fixes.push(answer("guess-restore", Verdict::Restore));
            let repeats = tells_agenda(source, first);
            let key = if repeats { "finding-guess-repeated" } else { "finding-guess-residue" };
            (key, text(document, first), 0)
        }
        Guessed::Fused(at) => {
            fixes.push(answer("guess-split", Verdict::Split));
            fixes.push(answer("guess-leave", Verdict::Confirm));
            ("finding-guess-fused", String::new(), *at)
        }
        Guessed::Quotation(at) => {
            fixes.push(answer("guess-confirm", Verdict::Confirm));
            fixes.push(answer("guess-quote", Verdict::Split));
            ("finding-guess-quotation", String::new(), *at)
        }
        Guessed::ListEnd => {
            fixes.push(answer("guess-ends", Verdict::Confirm));
            fixes.push(answer(
                "guess-goes-on",
                Verdict::Kind(Kind::recommendation(depth_before(document, first))),
            ));
            ("finding-guess-list-end", String::new(), 0)
        }
        Guessed::Label(label) => {
            fixes.push(answer("guess-confirm", Verdict::Confirm));
            let key = match label.is_empty() {
                _ if is_column(first) => "finding-guess-column",
                _ if is_field(first) => "finding-guess-roll",
                true => "finding-guess-unlabelled",
                false => "finding-guess-label",
            };
            let words = run.iter().find_map(|guess| match &guess.what {
                Guessed::Label(words) if !words.is_empty() => Some(words.clone()),
                _ => None,
            });
            (key, words.unwrap_or_else(|| label.clone()), 0)
        }
        Guessed::Matter | Guessed::Vote => {
            fixes.push(answer("guess-confirm", Verdict::Confirm));
            (told(&first.what), carried(document, first), 0)
        }
        other => {
            fixes.push(answer("guess-confirm", Verdict::Confirm));
            (told(other), String::new(), 0)
        }
    };
    let all: Vec<Guess> =
        source.guesses.iter().filter(|guess| guess.how == first.how && confirms(guess)).cloned().collect();
    if all.len() > run.len() && confirms(first) {
        let command = Command::Settle { guesses: all, answer: Verdict::Confirm };
        fixes.push(Fix { key: "guess-confirm-all", command });
    }
    let output = matches!(first.what, Guessed::Output).then(|| match &first.at {
        Target::Title(kind) => output_key(*kind),
        _ => "part-text",
    });
    let mixed = run.len() > 1 && of.is_some_and(|kind| kind.depth().is_some());
    let output = output.or_else(|| of.filter(|_| first.what == Guessed::Matter).and_then(matter));
    let named = output.or_else(|| of.map(|kind| if mixed { "kind-recommendation" } else { key_of(kind) }));
    let named = named.unwrap_or("part-header");
    let fields = if first.what == Guessed::Field { run } else { &[] };
    let fields = fields.iter().filter_map(|guess| field(document, guess)).collect();
    Some(Finding {
        place: Place::new(first.at.clone(), offset),
        certainty: if first.how == Sureness::Unsure { Certainty::Warning } else { Certainty::Style },
        what: What::Guess { key, how: first.how, count: run.len(), kind: named, words, fields },
        fixes,
    })
}

/// Whether confirming the guess changes no word: what is asked is answered one by one.
fn confirms(guess: &Guess) -> bool {
    !matches!(guess.what, Guessed::Residue | Guessed::Fused(_) | Guessed::ListEnd)
}

fn told(what: &Guessed) -> &'static str {
    match what {
        Guessed::Title => "finding-guess-title",
        Guessed::Output => "finding-guess-output",
        Guessed::Field => "finding-guess-field",
        Guessed::Agenda => "finding-guess-agenda",
        Guessed::Attendance => "finding-guess-attendance",
        Guessed::Deadline => "finding-guess-deadline",
        Guessed::Next => "finding-guess-next",
        Guessed::Dateline => "finding-guess-dateline",
        Guessed::Matter => "finding-guess-matter",
        Guessed::Vote => "finding-guess-vote",
        Guessed::Kind
        | Guessed::Residue
        | Guessed::Fused(_)
        | Guessed::ListEnd
        | Guessed::Label(_)
        | Guessed::Quotation(_) => "finding-guess-kind",
    }
}

/// What else a block of this kind may be, each with the message of its fix.
fn others(kind: &Kind) -> Vec<(&'static str, Kind)> {
    let plain = ("guess-plain", Kind::default());
    let decision = ("guess-decision", Kind::Decision(crate::document::Decision::default()));
    let said = ("guess-intervention", Kind::Intervention(Speaker::Unnamed));
    match kind {
        Kind::Recommendation(item) => {
            let mut other = vec![plain];
            if item.depth > 0 {
                other.push(("guess-shallower", kind.at_depth(item.depth - 1)));
            }
            if item.depth < MAX_DEPTH {
                other.push(("guess-deeper", kind.at_depth(item.depth + 1)));
            }
            other
        }
        Kind::Intervention(_) => vec![plain, decision],
        Kind::Decision(_) => vec![plain, said],
        Kind::Paragraph(Role::Plain) => vec![said, decision],
        _ => vec![plain],
    }
}

/// The depth of the item that stands before a block.
fn depth_before(document: &Document, guess: &Guess) -> u8 {
    let Target::Block(id) = guess.at else { return 1 };
    let blocks = document.blocks();
    let at = blocks.index(id).unwrap_or(0);
    let before = blocks.iter().take(at).rev().find_map(|block| block.kind.depth());
    before.unwrap_or(1).max(1)
}

/// What a decision is about or how it was voted, as it was read.
fn carried(document: &Document, guess: &Guess) -> String {
    let Some(Kind::Decision(decision)) = kind(document, guess) else { return String::new() };
    if guess.what == Guessed::Vote {
        return match decision.vote {
            Some(Vote::Unanimous) => proceedings::UNANIMOUSLY.to_owned(),
            Some(Vote::Counted { yes, no, abstained }) => {
                proceedings::vote(yes, no, abstained).unwrap_or_default()
            }
            None => String::new(),
        };
    }
    match &decision.matter {
        Matter::General => String::new(),
        Matter::Appointment { person, post } => {
            let name = person.and_then(|id| document.person(id)).map_or("", |person| person.name.as_str());
            let parts = [name, post.as_str()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" / ")
        }
        Matter::Committee { name, .. } => name.clone(),
        Matter::Date(day) => day.map(|day| write(&When::day(day), Style::WithDay)).unwrap_or_default(),
        Matter::Plan(plan) => plan.clone(),
    }
}

/// The message that names what a decision is about.
fn matter(kind: &Kind) -> Option<&'static str> {
    let Kind::Decision(decision) = kind else { return None };
    Some(match &decision.matter {
        Matter::General => "detail-matter-general",
        Matter::Appointment { .. } => "detail-matter-appointment",
        Matter::Committee { .. } => "detail-matter-committee",
        Matter::Date(_) => "detail-matter-date",
        Matter::Plan(_) => "detail-matter-plan",
    })
}

/// A field by its name, or by whose it is, and what it holds.
fn field(document: &Document, guess: &Guess) -> Option<(Arg, Arg)> {
    let Target::Field(path) = guess.at else { return None };
    let people = &document.meeting().attendance.people;
    let whose = match path {
        FieldPath::Attendee(at, AttendeeField::Presence) => {
            people.get(at).and_then(|entry| document.person(entry.person)).map(|person| person.name.clone())
        }
        _ => None,
    };
    let name = whose.filter(|name| !name.is_empty()).map_or(Arg::Key(path_key(path)), Arg::Text);
    let value = chosen_key(document, path).map_or_else(|| Arg::Text(held(document, path)), Arg::Key);
    Some((name, value))
}

fn held(document: &Document, path: FieldPath) -> String {
    match path {
        FieldPath::Quorum => match document.meeting().attendance.quorum.rule {
            QuorumRule::AtLeast(needed) => needed.to_string(),
            rule => rule.to_string(),
        },
        FieldPath::Dates => write(&document.meeting().dates, Style::WithDay),
        FieldPath::NextDates => write(&document.meeting().next.dates, Style::WithDay),
        _ => document.read(path),
    }
}

/// The message that names a field of the header, for people.
fn path_key(path: FieldPath) -> &'static str {
    let person = |field: PersonField| match field {
        PersonField::Name => "field-name",
        PersonField::Latin => "field-latin",
        PersonField::Gender => "field-gender",
        PersonField::Honorific => "field-honorific",
        PersonField::Role => "field-role",
        PersonField::Body => "field-body",
        PersonField::Phone => "field-phone",
        PersonField::Identity => "field-identity",
    };
    match path {
        FieldPath::Language => "field-language",
        FieldPath::Digits => "field-digits",
        FieldPath::Label(_) => "compare-label",
        FieldPath::BodyName => "field-body",
        FieldPath::BodyOrganisation => "field-organisation",
        FieldPath::BodyLevel => "field-level",
        FieldPath::BodyRegion => "field-region",
        FieldPath::BodyProvince => "field-province",
        FieldPath::BodyGender => "field-body-gender",
        FieldPath::SessionNoun => "field-session-noun",
        FieldPath::SessionNature => "field-session-nature",
        FieldPath::SessionOrdinal => "field-session-ordinal",
        FieldPath::SessionTheme => "field-session-theme",
        FieldPath::Dates => "field-dates",
        FieldPath::Start => "field-start",
        FieldPath::End => "field-end",
        FieldPath::Venue => "field-venue",
        FieldPath::Chair(_, PersonField::Name | PersonField::Role) => "field-chair",
        FieldPath::Rapporteur(PersonField::Name | PersonField::Role) => "field-rapporteur",
        FieldPath::Chair(_, field) | FieldPath::Rapporteur(field) => person(field),
        FieldPath::Attendee(_, AttendeeField::Person(field)) => person(field),
        FieldPath::Attendee(_, AttendeeField::Presence) => "field-attendees",
        FieldPath::Attendee(_, AttendeeField::Answer) => "field-answer",
        FieldPath::Attendee(_, AttendeeField::Reason) => "field-reason",
        FieldPath::Attendee(_, AttendeeField::Arrived) => "field-arrived",
        FieldPath::Attendee(_, AttendeeField::Left) => "field-left",
        FieldPath::GroupNominative(_) => "field-group-nominative",
        FieldPath::GroupOblique(_) => "field-group-oblique",
        FieldPath::GroupCount(_) => "field-group-count",
        FieldPath::Members => "field-members",
        FieldPath::Quorum => "field-quorum",
        FieldPath::NextDates => "field-next-dates",
        FieldPath::NextVenue => "field-next-venue",
        FieldPath::LetterheadLines => "field-letterhead",
        FieldPath::LetterheadAddress => "field-address",
        FieldPath::LetterheadContact => "field-contact",
        FieldPath::LetterheadLogo => "field-logo",
        FieldPath::OutputTitle(_) => "field-title",
        FieldPath::OutputNumber(_) => "field-outgoing",
        FieldPath::OutputReference(_) => "field-reference",
        FieldPath::OutputState(_) => "field-state",
    }
}

fn text(document: &Document, guess: &Guess) -> String {
    let text = document.rich(&guess.at).map_or("", |rich| rich.text());
    let mut short: String = text.chars().take(60).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

/// The message that names a kind of block.
fn key_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Paragraph(Role::Plain) => "kind-paragraph",
        Kind::Paragraph(Role::Lead) => "kind-lead",
        Kind::Paragraph(Role::Context) => "kind-context",
        Kind::Paragraph(Role::Recital) => "kind-recital",
        Kind::Paragraph(Role::Enacting) => "kind-enacting",
        Kind::Paragraph(Role::Closing) => "kind-closing",
        Kind::Heading(_) => "kind-heading",
        Kind::AgendaItem(_) => "kind-agenda",
        Kind::Intervention(_) => "kind-intervention",
        Kind::Quote(_) => "kind-quote",
        Kind::Decision(_) => "kind-decision",
        Kind::Recommendation(item) if item.depth == 0 => "kind-axis",
        Kind::Recommendation(item) if item.depth == 1 => "kind-section",
        Kind::Recommendation(item) if item.depth == 2 => "kind-item",
        Kind::Recommendation(_) => "kind-subitem",
        Kind::Note(_) => "kind-note",
        Kind::Signatures(_) => "kind-signatures",
        Kind::Annex(_) => "kind-annex",
    }
}
