//! The format for life: frozen files of every format open forever, mean what they meant, and hold all there is.
#![allow(clippy::disallowed_methods, reason = "frozen files are read, and copies of them written")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use mahdar::arabic::{Case, Edge, Gender, When};
use mahdar::document::{
    AgendaState, Answer, Atom, Audience, BodyForm, Colour, Counted, DateForm, Digits, Document, Field,
    Guessed, Honorific, Kind, Label, Language, Level, Mark, Matter, NoteMark, OutputKind, Pending,
    PersonForm, Piece, Presence, Progress, QuorumRule, Recitals, Role, SessionForm, SessionNoun, Speaker,
    State, Subject, Sureness, VenueForm, Vote,
};
use mahdar::store::{Digest, OpenError, open, open_bytes, parse, write};

use crate::store::Folder;

/// Every frozen file: its folder and name, the digest of what it holds, and that of what it is rewritten as today.
///
/// These files never change. One whose digest differs was changed by mistake: take it back. One that is rewritten
/// differently means that a release reads it differently: that is what must never happen.
const FROZEN: [(&str, &str, &str); 7] = [
    (
        "format0/flat",
        "740dd6464147c0f2b518befec7840f8768674eea834dd2541a323166054f5993",
        "ddb82042fa8c6737438f2a27eee8c69d969505f1fad1cad1986b2586032f335f",
    ),
    (
        "format1/canonical",
        "fb0e277c35f7f0ce32388531c152192bb694ce755cacf79c857675ac24faf48b",
        "52ad162fdf36c83760457c5eeb265bcd5f7b93a3646c3c6a11bea7912dd43796",
    ),
    (
        "format1/everything",
        "63b446b429ab1adb6badca23cb58f999ec9fa34b88c1840805a40d5bbf22fd34",
        "52ad162fdf36c83760457c5eeb265bcd5f7b93a3646c3c6a11bea7912dd43796",
    ),
    (
        "format1/odd",
        "a9c6fc18c9abbe72014ce89fe1c3d11410110cc4729c92565089e933452b392e",
        "da8f732d05324e943d28dc0b1560b30ed6eeac3e5289f288790ac567ce4c95b1",
    ),
    (
        "format1/small",
        "8f877ef569c77de011802e1c82a4e43b8f5a6a45d093e056c09ecf6f66b927d4",
        "a84d19ca135190345b34f1b3c7cef514c9ce1a2f8da71a54b1ff346a03d4bf62",
    ),
    (
        "format2/carried",
        "26913d1a8ef90c67a0f459854d96b55ef059f9244d26fc1dc7ec7cdc4c416118",
        "26913d1a8ef90c67a0f459854d96b55ef059f9244d26fc1dc7ec7cdc4c416118",
    ),
    (
        "format2/canonical",
        "dcedc64990c47fd906bbdba719d56421c6da6e42b0a7edb173afa6c0ce7bc9b6",
        "dcedc64990c47fd906bbdba719d56421c6da6e42b0a7edb173afa6c0ce7bc9b6",
    ),
];

fn path(name: &str, ending: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.{ending}"))
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name, "mahdar")).unwrap()
}

fn frozen(name: &str) -> Document {
    parse(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_frozen_files_are_what_they_were() {
    for (name, digest, _) in FROZEN {
        assert_eq!(Digest::of(&bytes(name)).to_string(), digest, "{name} was changed");
    }
}

#[test]
fn no_frozen_file_is_missing_from_the_list() {
    let mut there = BTreeSet::new();
    for folder in ["format0", "format1", "format2"] {
        for entry in fs::read_dir(path(folder, "").with_extension("")).unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_some_and(|ending| ending == "mahdar") {
                there.insert(format!("{folder}/{}", file.file_stem().unwrap().to_string_lossy()));
            }
        }
    }
    assert_eq!(there, FROZEN.iter().map(|(name, ..)| (*name).to_owned()).collect());
}

#[test]
fn every_frozen_file_opens_and_means_what_it_meant() {
    for (name, _, digest) in FROZEN {
        let opened = open_bytes(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(opened.warnings, [], "{name}");
        let now = write(&opened.document);
        let then = fs::read_to_string(path(name, "ron")).unwrap_or_default();
        assert_eq!(now, then, "{name} is read differently");
        assert_eq!(Digest::of(now.as_bytes()).to_string(), digest, "{name} is rewritten differently");
        assert_eq!(parse(now.as_bytes()).unwrap(), opened.document, "{name}");
    }
}

#[test]
fn a_canonical_file_is_rewritten_byte_for_byte() {
    assert_eq!(write(&frozen("format2/canonical")).into_bytes(), bytes("format2/canonical"));
    assert_eq!(frozen("format1/canonical"), frozen("format1/everything"), "however it is laid out");
}

/// Names each variant of an enum once and only once: a new one does not compile before it is in a frozen file.
macro_rules! all_of {
    ($all:expr, $what:literal, $($pattern:pat => $name:literal),+ $(,)?) => {{
        let found: BTreeSet<&str> = $all.into_iter().map(|value| match value { $($pattern => $name),+ }).collect();
        assert_eq!(found, BTreeSet::from([$($name),+]), "{}: not all are in the frozen files", $what);
    }};
}

struct Parts {
    documents: Vec<Document>,
}

impl Parts {
    fn fields(&self) -> Vec<Field> {
        let changes = self.documents.iter().flat_map(|document| document.changes().values());
        changes
            .filter_map(
                |change| if let Pending::Field(field) = &change.pending { Some(field.clone()) } else { None },
            )
            .collect()
    }

    fn kinds(&self) -> Vec<Kind> {
        self.documents.iter().flat_map(|d| d.blocks().iter().map(|block| block.kind.clone())).collect()
    }

    fn pieces(&self) -> Vec<Piece> {
        let texts = self.documents.iter().flat_map(|d| {
            let blocks = d.blocks().iter().map(|block| block.text.pieces());
            blocks.chain(d.outputs().iter().map(|output| output.title.pieces())).collect::<Vec<_>>()
        });
        texts.flatten().collect()
    }

    fn atoms(&self) -> Vec<Atom> {
        let pieces = self.pieces().into_iter();
        pieces
            .filter_map(|piece| match piece {
                Piece::Field(atom) | Piece::MarkedField(_, atom) => Some(atom),
                Piece::Text(_) | Piece::Marked(..) => None,
            })
            .collect()
    }

    fn marks(&self) -> Vec<Mark> {
        let pieces = self.pieces().into_iter();
        pieces
            .flat_map(|piece| match piece {
                Piece::Marked(marks, _) | Piece::MarkedField(marks, _) => marks,
                Piece::Text(_) | Piece::Field(_) => Vec::new(),
            })
            .collect()
    }

    fn whens(&self) -> Vec<When> {
        let own =
            self.documents.iter().flat_map(|d| [d.meeting().dates.clone(), d.meeting().next.dates.clone()]);
        let suggested = self.fields().into_iter().filter_map(|field| match field {
            Field::Dates(when) => Some(when),
            Field::Next(next) => Some(next.dates),
            _ => None,
        });
        own.chain(suggested).collect()
    }

    fn bodies(&self) -> Vec<mahdar::document::Body> {
        let own = self.documents.iter().map(|d| d.meeting().body.clone());
        let suggested = self
            .fields()
            .into_iter()
            .filter_map(|f| if let Field::Body(body) = f { Some(body) } else { None });
        own.chain(suggested).collect()
    }

    fn styles(&self) -> Vec<mahdar::document::Style> {
        let own = self.documents.iter().map(|d| d.style().clone());
        let suggested = self
            .fields()
            .into_iter()
            .filter_map(|f| if let Field::Style(style) = f { Some(style) } else { None });
        own.chain(suggested).collect()
    }
}

#[test]
fn every_variant_of_today_s_format_is_in_a_frozen_file() {
    let names = FROZEN.iter().filter(|(name, ..)| !name.starts_with("format0/"));
    let all = Parts { documents: names.map(|(name, ..)| frozen(name)).collect() };
    let documents = || all.documents.iter();
    all_of!(documents().map(Document::language).chain(all.marks().into_iter().filter_map(|mark| match mark {
        Mark::Language(language) => Some(language),
        _ => None,
    })), "Language", Language::Arabic => "ar", Language::French => "fr", Language::English => "en");
    all_of!(all.styles().iter().map(|style| style.digits), "Digits", Digits::Latin => "latin", Digits::Arabic => "arabic");
    all_of!(all.styles().iter().map(|style| style.recitals), "Recitals",
        Recitals::AsWritten => "as written", Recitals::Clauses => "clauses");
    all_of!(all.styles().iter().flat_map(|s| [s.labels.axis, s.labels.section, s.labels.item, s.labels.sub_item]),
        "Label", Label::None => "none", Label::Axis => "axis", Label::Adverb => "adverb",
        Label::NumberDash => "number dash", Label::NumberDot => "number dot", Label::AbjadDash => "abjad",
        Label::EnDash => "en dash", Label::Hyphen => "hyphen", Label::Bullet => "bullet");
    let outputs = || documents().flat_map(|d| d.outputs().to_vec());
    all_of!(outputs().map(|output| output.kind), "OutputKind", OutputKind::Minutes => "minutes",
        OutputKind::Communique => "communique", OutputKind::PressCommunique => "press", OutputKind::News => "news",
        OutputKind::Recommendations => "recommendations", OutputKind::Statement => "statement",
        OutputKind::Invitation => "invitation", OutputKind::AttendanceSheet => "sheet", OutputKind::Short => "short");
    all_of!(outputs().map(|output| output.state), "State", State::Draft => "draft", State::Review => "review",
        State::Approved => "approved", State::Signed => "signed", State::Published => "published",
        State::Corrected => "corrected", State::Archived => "archived");
    all_of!(all.bodies().iter().map(|body| body.level), "Level", Level::Unsaid => "unsaid",
        Level::National => "national", Level::Regional => "regional", Level::Provincial => "provincial",
        Level::Local => "local");
    all_of!(all.bodies().iter().map(|body| body.gender), "Gender", Gender::Unknown => "unknown",
        Gender::Female => "female", Gender::Male => "male");
    let nouns = documents().map(|d| d.meeting().session.noun).chain(all.fields().into_iter().filter_map(
        |f| {
            if let Field::Session(session) = f { Some(session.noun) } else { None }
        },
    ));
    all_of!(nouns, "SessionNoun", SessionNoun::Meeting => "meeting", SessionNoun::Session => "session",
        SessionNoun::Gathering => "gathering", SessionNoun::Congress => "congress", SessionNoun::Assembly => "assembly");
    all_of!(all.whens(), "When", When::Unset => "unset", When::Days(_) => "days", When::Range { .. } => "range",
        When::Month { .. } => "month", When::Relative { .. } => "relative", When::Text(_) => "text");
    let edges = all
        .whens()
        .into_iter()
        .filter_map(|when| if let When::Month { edge, .. } = when { Some(edge) } else { None });
    all_of!(edges, "Edge", Edge::None => "none", Edge::Start => "start", Edge::Middle => "middle", Edge::End => "end");
    let people = || documents().flat_map(|d| d.people().values());
    all_of!(people().map(|person| person.honorific), "Honorific", Honorific::Mr => "mr", Honorific::Doctor => "dr",
        Honorific::Professor => "prof", Honorific::Comrade => "comrade", Honorific::Brother => "brother",
        Honorific::None => "none");
    let listed = || documents().flat_map(|d| d.meeting().attendance.people.clone());
    all_of!(listed().map(|entry| entry.presence), "Presence", Presence::Unknown => "unknown",
        Presence::Present => "present", Presence::Excused => "excused", Presence::Absent => "absent",
        Presence::Guest => "guest", Presence::Proxy(None) => "proxy", Presence::Proxy(Some(_)) => "proxy by");
    all_of!(listed().map(|entry| entry.answer), "Answer", Answer::None => "none", Answer::Invited => "invited",
        Answer::Confirmed => "confirmed", Answer::Declined => "declined");
    let quorums = documents().map(|d| d.meeting().attendance.quorum).chain(
        all.fields()
            .into_iter()
            .filter_map(|f| if let Field::Quorum(quorum) = f { Some(quorum) } else { None }),
    );
    all_of!(quorums.map(|quorum| quorum.rule), "QuorumRule", QuorumRule::None => "none",
        QuorumRule::Majority => "majority", QuorumRule::Share(..) => "share", QuorumRule::AtLeast(_) => "at least");
    all_of!(all.kinds(), "Kind", Kind::Paragraph(_) => "paragraph", Kind::Heading(_) => "heading",
        Kind::AgendaItem(_) => "agenda", Kind::Intervention(_) => "intervention", Kind::Quote(_) => "quote",
        Kind::Decision(_) => "decision", Kind::Recommendation(_) => "recommendation", Kind::Note(_) => "note",
        Kind::Signatures(_) => "signatures", Kind::Annex(_) => "annex");
    let of = |take: fn(&Kind) -> Option<Role>| all.kinds().iter().filter_map(take).collect::<Vec<_>>();
    all_of!(of(|kind| if let Kind::Paragraph(role) = kind { Some(*role) } else { None }), "Role",
        Role::Plain => "plain", Role::Lead => "lead", Role::Context => "context", Role::Recital => "recital",
        Role::Enacting => "enacting", Role::Closing => "closing");
    let agenda = all
        .kinds()
        .into_iter()
        .filter_map(|k| if let Kind::AgendaItem(item) = k { Some(item.state) } else { None });
    all_of!(agenda, "AgendaState", AgendaState::Open => "open", AgendaState::Done => "done", AgendaState::Carried => "carried");
    let speakers = all.kinds().into_iter().filter_map(|kind| match kind {
        Kind::Intervention(who) | Kind::Quote(who) => Some(who),
        Kind::Note(note) => Some(note.speaker),
        _ => None,
    });
    all_of!(speakers, "Speaker", Speaker::Unnamed => "unnamed", Speaker::Person(_) => "person", Speaker::Collective(_) => "collective");
    let decisions =
        || all.kinds().into_iter().filter_map(|k| if let Kind::Decision(d) = k { Some(d) } else { None });
    all_of!(decisions().map(|decision| decision.matter), "Matter", Matter::General => "general",
        Matter::Appointment { .. } => "appointment", Matter::Committee { .. } => "committee", Matter::Date(_) => "date",
        Matter::Plan(_) => "plan");
    all_of!(decisions().filter_map(|decision| decision.vote), "Vote", Vote::Unanimous => "unanimous", Vote::Counted { .. } => "counted");
    let progress = all
        .kinds()
        .into_iter()
        .filter_map(|k| if let Kind::Recommendation(r) = k { Some(r.state) } else { None });
    all_of!(progress, "Progress", Progress::NotStarted => "not started", Progress::InProgress => "in progress",
        Progress::Done => "done", Progress::Postponed => "postponed", Progress::Dropped => "dropped");
    let notes =
        all.kinds().into_iter().filter_map(|k| if let Kind::Note(note) = k { Some(note.mark) } else { None });
    all_of!(notes, "NoteMark", NoteMark::None => "none", NoteMark::Decision => "decision", NoteMark::Task => "task", NoteMark::Quote => "quote");
    all_of!(documents().flat_map(|d| d.blocks().iter().map(|b| b.audience).collect::<Vec<_>>()), "Audience",
        Audience::Both => "both", Audience::MinutesOnly => "minutes", Audience::CommuniqueOnly => "communique");
    all_of!(all.pieces(), "Piece", Piece::Text(_) => "text", Piece::Field(_) => "field", Piece::Marked(..) => "marked",
        Piece::MarkedField(..) => "marked field");
    all_of!(all.marks(), "Mark", Mark::Bold => "bold", Mark::Underline => "underline", Mark::Strike => "strike",
        Mark::Colour(Colour::Accent) => "accent", Mark::Colour(Colour::Red) => "red", Mark::Colour(Colour::Grey) => "grey",
        Mark::Language(_) => "language", Mark::Inserted(_) => "inserted", Mark::Deleted(_) => "deleted",
        Mark::Remark(_) => "remark");
    all_of!(all.atoms(), "Atom", Atom::Chair(_) => "chair", Atom::Rapporteur(_) => "rapporteur",
        Atom::Person(..) => "person", Atom::Dates(_) => "dates", Atom::Start => "start", Atom::End => "end",
        Atom::Venue(_) => "venue", Atom::Body(_) => "body", Atom::Session(_) => "session", Atom::Verb { .. } => "verb",
        Atom::Attendance(_) => "attendance", Atom::Count { .. } => "count", Atom::NextDates(_) => "next dates",
        Atom::NextVenue(_) => "next venue", Atom::Number => "number", Atom::Reference => "reference");
    let people = all.atoms().into_iter().filter_map(|atom| match atom {
        Atom::Chair(form) | Atom::Rapporteur(form) | Atom::Person(_, form) => Some(form),
        _ => None,
    });
    all_of!(people, "PersonForm", PersonForm::Full => "full", PersonForm::Name => "name", PersonForm::Role => "role",
        PersonForm::RoleFirst => "role first");
    let dates = all.atoms().into_iter().filter_map(|a| match a {
        Atom::Dates(form) | Atom::NextDates(form) => Some(form),
        _ => None,
    });
    all_of!(dates, "DateForm", DateForm::WithDay => "with day", DateForm::Plain => "plain", DateForm::Month => "month");
    let venues = all.atoms().into_iter().filter_map(|a| match a {
        Atom::Venue(form) | Atom::NextVenue(form) => Some(form),
        _ => None,
    });
    all_of!(venues, "VenueForm", VenueForm::Bare => "bare", VenueForm::At => "at");
    let bodies =
        all.atoms().into_iter().filter_map(|a| if let Atom::Body(form) = a { Some(form) } else { None });
    all_of!(bodies, "BodyForm", BodyForm::Name => "name", BodyForm::ForName => "for name", BodyForm::Full => "full",
        BodyForm::Organisation => "organisation", BodyForm::ForOrganisation => "for organisation",
        BodyForm::Region => "region", BodyForm::Province => "province");
    let sessions =
        all.atoms().into_iter().filter_map(|a| if let Atom::Session(form) = a { Some(form) } else { None });
    all_of!(sessions, "SessionForm", SessionForm::Indefinite => "indefinite", SessionForm::Definite => "definite",
        SessionForm::Possessed => "possessed", SessionForm::For => "for");
    let subjects =
        all.atoms().into_iter().filter_map(|a| if let Atom::Verb { of, .. } = a { Some(of) } else { None });
    all_of!(subjects, "Subject", Subject::Chair => "chair", Subject::Rapporteur => "rapporteur", Subject::Body => "body",
        Subject::Person(_) => "person");
    let cases = all
        .atoms()
        .into_iter()
        .filter_map(|a| if let Atom::Attendance(case) = a { Some(case) } else { None });
    all_of!(cases, "Case", Case::Nominative => "nominative", Case::Oblique => "oblique");
    let counted =
        all.atoms().into_iter().filter_map(|a| if let Atom::Count { of, .. } = a { Some(of) } else { None });
    all_of!(counted, "Counted", Counted::Present => "present", Counted::Excused => "excused", Counted::Absent => "absent",
        Counted::Members => "members", Counted::Agenda => "agenda", Counted::Decisions => "decisions",
        Counted::Recommendations => "recommendations");
    all_of!(documents().flat_map(|d| d.changes().values().map(|change| change.pending.clone()).collect::<Vec<_>>()), "Pending",
        Pending::Text => "text", Pending::Kind(..) => "kind", Pending::Audience(..) => "audience",
        Pending::Order(_, None) => "first", Pending::Order(_, Some(_)) => "order", Pending::Field(_) => "field");
    all_of!(all.fields(), "Field", Field::Language(_) => "language", Field::Style(_) => "style",
        Field::Letterhead(_) => "letterhead", Field::Template(_) => "template", Field::Source(_) => "source",
        Field::Guesses(_) => "guesses",
        Field::Body(_) => "body", Field::Session(_) => "session", Field::Dates(_) => "dates", Field::Start(_) => "start",
        Field::End(_) => "end", Field::Venue(_) => "venue", Field::Chairs(_) => "chairs",
        Field::Rapporteur(_) => "rapporteur", Field::Quorum(_) => "quorum", Field::Next(_) => "next",
        Field::Attendee { .. } => "attendee", Field::Group { .. } => "group", Field::Output { .. } => "output");
    let guesses = || documents().filter_map(|d| d.source()).flat_map(|source| source.guesses.clone());
    all_of!(guesses().map(|guess| guess.how), "Sureness", Sureness::Certain => "certain", Sureness::Likely => "likely",
        Sureness::Unsure => "unsure");
    all_of!(guesses().map(|guess| guess.what), "Guessed", Guessed::Kind => "kind", Guessed::Title => "title",
        Guessed::Output => "output", Guessed::Field => "field", Guessed::Residue => "residue", Guessed::Fused(_) => "fused",
        Guessed::ListEnd => "list end", Guessed::Label(_) => "label", Guessed::Agenda => "agenda",
        Guessed::Attendance => "attendance", Guessed::Deadline => "deadline", Guessed::Next => "next",
        Guessed::Quotation(_) => "quotation", Guessed::Dateline => "dateline", Guessed::Matter => "matter",
        Guessed::Vote => "vote");
}

#[test]
fn a_file_of_format_1_holds_no_guesses() {
    let text = String::from_utf8(bytes("format2/canonical")).unwrap();
    let older = text.replace("mahdar 2", "mahdar 1");
    assert!(matches!(parse(older.as_bytes()), Err(OpenError::Unknown { name, .. }) if name == "guesses"));
    let text = String::from_utf8(bytes("format1/canonical")).unwrap();
    let opened = open_bytes(text.as_bytes()).unwrap();
    assert_eq!((opened.format, opened.is_older()), (1, true));
    assert_eq!(opened.document, parse(text.replace("mahdar 1", "mahdar 2").as_bytes()).unwrap());
}

// Older formats.

#[test]
fn a_file_of_format_0_becomes_today_s_record() {
    let opened = open_bytes(&bytes("format0/flat")).unwrap();
    assert_eq!((opened.format, opened.is_older()), (0, true));
    let document = opened.document;
    let words: Vec<&str> = document.blocks().iter().map(|block| block.text.text()).collect();
    assert_eq!(words, ["عقد المكتب اجتماعه.", "ناقش برنامج السنة.", "صيانة السواقي القديمة."]);
    assert_eq!(document.blocks().get_at(2).unwrap().kind, Kind::recommendation(2));
    assert_eq!(document.outputs()[0].title.text(), "بلاغ المكتب الجهوي");
    assert_eq!(document.person(document.meeting().chairs[0]).unwrap().name, "ليلى المرابط");
    assert_eq!(document.meeting().venue, "دار المبادرات");
}

#[test]
fn an_older_file_has_the_same_name_each_time_it_is_opened() {
    assert_eq!(frozen("format0/flat").id(), frozen("format0/flat").id());
}

#[test]
fn opening_an_older_file_changes_nothing_and_saving_writes_today_s_format() {
    let folder = Folder::new();
    let path = folder.file("old.mahdar");
    fs::write(&path, bytes("format0/flat")).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes("format0/flat"));
    mahdar::store::save(&opened.document, &path, Some(opened.digest)).unwrap();
    let again = open(&path).unwrap();
    assert_eq!((again.document, again.format), (opened.document, mahdar::store::FORMAT));
}

#[test]
fn what_is_unsound_in_an_older_file_is_refused_with_its_place() {
    let text = String::from_utf8(bytes("format0/flat")).unwrap();
    let unknown = parse(text.replace(" place:", " plaec:").as_bytes()).unwrap_err();
    assert!(matches!(&unknown, OpenError::Unknown { line: 7, name, .. } if name == "plaec"), "{unknown:?}");
    let newer = parse(text.replace("mahdar 0", "mahdar 3").as_bytes()).unwrap_err();
    assert!(matches!(newer, OpenError::Newer { found: 3 }));
}
