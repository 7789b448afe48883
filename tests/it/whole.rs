//! Whole records: whatever one may hold, its file gives it back.
use std::sync::Arc;

use mahdar::arabic::{Case, Date, Edge, Gender, Time, When};
use mahdar::document::{
    AgendaItem, AgendaState, Annex, Answer, Approval, Atom, Attendee, Audience, Block, BlockId, BlockReview,
    Body, BodyForm, Change, ChangeId, Colour, Comment, CommentId, Counted, DateForm, Decision, Digits,
    Document, Entry, Field, Group, GroupId, Honorific, Id, Kind, Label, Labels, Language, Letterhead, Level,
    Mark, Matter, Next, Note, NoteMark, Output, OutputKind, Page, Pending, Person, PersonForm, PersonId,
    Piece, Presence, Progress, Quorum, QuorumRule, Recitals, Recommendation, RecordId, Resolved, Revision,
    RevisionId, RichText, Role, Seal, Session, SessionForm, SessionNoun, Signatures, Source, Speaker, Stamp,
    State, Step, Style, Subject, Template, VenueForm, Vote,
};
use mahdar::store;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What strings are broken by, here and elsewhere.
const TRAPS: [&str; 34] = [
    "\"", "\\", "\"#", "\"##", "\"####", "r\"", "r#\"", "#", "'", "\n", "\r", "\r\n", "\t", "\0", "\u{1}",
    "\u{7f}", "\u{85}", "\u{2028}", "\u{feff}", "\u{202e}", "\u{fffc}", "//", "/*", "*/", "(", "[", "{", ",",
    ":", "\\n", "\\u{41}", "ب", "\u{301}", "😀",
];

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => vec(select(&TRAPS[..]), 0..7).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
        1 => Just(String::new()),
    ]
}

/// Draws everything a record is made of from a heap of numbers and strings.
struct Draw {
    numbers: Vec<u32>,
    strings: Vec<String>,
    at: usize,
}

impl Draw {
    fn number(&mut self) -> u32 {
        self.at += 1;
        let turn = u32::try_from(self.at / self.numbers.len()).expect("few");
        self.numbers[self.at % self.numbers.len()].wrapping_add(turn)
    }

    fn below(&mut self, sides: usize) -> usize {
        self.number() as usize % sides
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }

    fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn s(&mut self) -> String {
        let at = self.below(self.strings.len());
        self.strings[at].clone()
    }

    /// Words as they may stand in a paragraph.
    fn line(&mut self) -> String {
        self.s().replace(['\n', '\r', '\0', '\u{fffc}'], "")
    }

    fn id(&mut self) -> Id {
        let session = self.of(&[0, 1, 9, 0xffff_ffff]);
        Id { session, counter: self.of(&[0, 1, 2, 3, u32::MAX]) }
    }

    fn person(&mut self) -> PersonId {
        PersonId(self.id())
    }

    fn stamp(&mut self) -> Stamp {
        let now = i64::from(self.number());
        Stamp(self.of(&[0, -1, i64::MIN, i64::MAX, now]))
    }

    fn date(&mut self) -> Date {
        let year = self.of(&[1, 4, 1900, 2024, 2026, 9999]);
        let month = u8::try_from(self.below(12) + 1).expect("a month");
        Date::new(year, month, self.of(&[1, 28])).expect("a day")
    }

    fn time(&mut self) -> Time {
        let (hour, minute) = (self.of(&[0, 9, 23]), self.of(&[0, 5, 59]));
        Time::new(hour, minute).expect("a time")
    }

    fn when(&mut self) -> When {
        match self.below(6) {
            0 => When::Unset,
            1 => When::Days(self.some(3, Self::date)),
            2 => When::Range { from: self.date(), to: self.date() },
            3 => When::Month {
                year: self.maybe(|draw| draw.of(&[1, 2026, -5])),
                month: self.of(&[1, 12]),
                edge: self.of(&[Edge::None, Edge::Start, Edge::Middle, Edge::End]),
            },
            4 => When::Relative { phrase: self.s(), date: self.maybe(Self::date) },
            _ => When::Text(self.s()),
        }
    }

    fn mark(&mut self) -> Mark {
        let (change, comment) = (ChangeId(self.id()), CommentId(self.id()));
        self.of(&[
            Mark::Bold,
            Mark::Underline,
            Mark::Strike,
            Mark::Colour(Colour::Accent),
            Mark::Colour(Colour::Red),
            Mark::Colour(Colour::Grey),
            Mark::Language(Language::Arabic),
            Mark::Language(Language::French),
            Mark::Language(Language::English),
            Mark::Inserted(change),
            Mark::Deleted(change),
            Mark::Remark(comment),
        ])
    }

    fn atom(&mut self) -> Atom {
        let person = self.of(&[PersonForm::Full, PersonForm::Name, PersonForm::Role, PersonForm::RoleFirst]);
        let date = self.of(&[DateForm::WithDay, DateForm::Plain, DateForm::Month]);
        let venue = self.of(&[VenueForm::Bare, VenueForm::At]);
        let body = self.of(&[
            BodyForm::Name,
            BodyForm::ForName,
            BodyForm::Full,
            BodyForm::Organisation,
            BodyForm::ForOrganisation,
            BodyForm::Region,
            BodyForm::Province,
        ]);
        let session = self.of(&[
            SessionForm::Indefinite,
            SessionForm::Definite,
            SessionForm::Possessed,
            SessionForm::For,
        ]);
        let somebody = self.person();
        let of = self.of(&[Subject::Chair, Subject::Rapporteur, Subject::Body, Subject::Person(somebody)]);
        let counted = self.of(&[
            Counted::Present,
            Counted::Excused,
            Counted::Absent,
            Counted::Members,
            Counted::Agenda,
            Counted::Decisions,
            Counted::Recommendations,
        ]);
        let case = self.of(&[Case::Nominative, Case::Oblique]);
        let (masculine, feminine, noun) = (self.s(), self.s(), self.s());
        self.of(&[
            Atom::Chair(person),
            Atom::Rapporteur(person),
            Atom::Person(somebody, person),
            Atom::Dates(date),
            Atom::Start,
            Atom::End,
            Atom::Venue(venue),
            Atom::Body(body),
            Atom::Session(session),
            Atom::Verb { masculine, feminine, of },
            Atom::Attendance(case),
            Atom::Count { of: counted, noun },
            Atom::NextDates(date),
            Atom::NextVenue(venue),
            Atom::Number,
            Atom::Reference,
        ])
    }

    fn rich(&mut self) -> RichText {
        let pieces = self.some(5, |draw| match draw.below(4) {
            0 => Piece::Text(draw.line()),
            1 => Piece::Field(draw.atom()),
            2 => Piece::Marked(draw.some(3, Self::mark), draw.line()),
            _ => Piece::MarkedField(draw.some(3, Self::mark), draw.atom()),
        });
        RichText::from_pieces(pieces).expect("words that may stand in a paragraph")
    }

    fn vote(&mut self) -> Vote {
        let (yes, no, abstained) = (self.number(), self.number(), self.number());
        self.of(&[Vote::Unanimous, Vote::Counted { yes, no, abstained }])
    }

    fn speaker(&mut self) -> Speaker {
        match self.below(3) {
            0 => Speaker::Unnamed,
            1 => Speaker::Person(self.person()),
            _ => Speaker::Collective(self.s()),
        }
    }

    fn matter(&mut self) -> Matter {
        match self.below(5) {
            0 => Matter::General,
            1 => Matter::Appointment { person: self.maybe(Self::person), post: self.s() },
            2 => Matter::Committee { name: self.s(), members: self.some(3, Self::person) },
            3 => Matter::Date(self.maybe(Self::date)),
            _ => Matter::Plan(self.s()),
        }
    }

    fn kind(&mut self) -> Kind {
        match self.below(10) {
            0 => Kind::Paragraph(self.of(&[
                Role::Plain,
                Role::Lead,
                Role::Context,
                Role::Recital,
                Role::Enacting,
                Role::Closing,
            ])),
            1 => Kind::Heading(self.of(&[1, 2, 3])),
            2 => Kind::AgendaItem(AgendaItem {
                presenter: self.maybe(Self::person),
                state: self.of(&[AgendaState::Open, AgendaState::Done, AgendaState::Carried]),
            }),
            3 => Kind::Intervention(self.speaker()),
            4 => Kind::Quote(self.speaker()),
            5 => Kind::Decision(Decision { matter: self.matter(), vote: self.maybe(Self::vote) }),
            6 => Kind::Recommendation(Recommendation {
                depth: self.of(&[0, 1, 2, 3]),
                addressee: self.s(),
                responsible: self.s(),
                due: self.maybe(Self::date),
                state: self.of(&[
                    Progress::NotStarted,
                    Progress::InProgress,
                    Progress::Done,
                    Progress::Postponed,
                    Progress::Dropped,
                ]),
                vote: self.maybe(Self::vote),
            }),
            7 => Kind::Note(Note {
                at: self.maybe(Self::time),
                mark: self.of(&[NoteMark::None, NoteMark::Decision, NoteMark::Task, NoteMark::Quote]),
                speaker: self.speaker(),
            }),
            8 => Kind::Signatures(Signatures { signatories: self.some(3, Self::person) }),
            _ => Kind::Annex(Annex { file: self.s() }),
        }
    }

    fn audience(&mut self) -> Audience {
        self.of(&[Audience::Both, Audience::MinutesOnly, Audience::CommuniqueOnly])
    }

    fn block(&mut self, id: BlockId) -> Block {
        let change = |draw: &mut Self| ChangeId(draw.id());
        let review = BlockReview {
            inserted: self.maybe(change),
            removed: self.maybe(change),
            joined: self.maybe(change),
        };
        let (kind, text, prompt, audience) = (self.kind(), self.rich(), self.s(), self.audience());
        Block { audience, review, prompt, ..Block::new(id, kind, text) }
    }

    fn output(&mut self) -> Output {
        Output {
            title: self.rich(),
            number: self.s(),
            reference: self.s(),
            state: self.of(&State::ALL),
            approval: self.maybe(|draw| Approval { by: draw.s(), at: draw.stamp() }),
            seal: self.maybe(|draw| Seal { digest: draw.s(), at: draw.stamp() }),
            embargo: self.maybe(Self::stamp),
            ..Output::new(self.of(&OutputKind::ALL))
        }
    }

    fn gender(&mut self) -> Gender {
        self.of(&[Gender::Female, Gender::Male, Gender::Unknown])
    }

    fn style(&mut self) -> Style {
        let mut label = || self.of(&Label::ALL);
        let labels = Labels { axis: label(), section: label(), item: label(), sub_item: label() };
        Style {
            digits: self.of(&[Digits::Latin, Digits::Arabic]),
            labels,
            recitals: self.of(&[Recitals::AsWritten, Recitals::Clauses]),
            page: Page { width: self.number(), top: self.number(), ..Page::default() },
        }
    }

    fn attendee(&mut self, person: PersonId) -> Attendee {
        let by = self.maybe(Self::person);
        let presence = self.of(&Presence::ALL);
        Attendee {
            person,
            presence: if matches!(presence, Presence::Proxy(_)) { Presence::Proxy(by) } else { presence },
            answer: self.of(&Answer::ALL),
            arrived: self.maybe(Self::time),
            left: self.maybe(Self::time),
            reason: self.s(),
        }
    }

    fn field(&mut self) -> Field {
        match self.below(18) {
            0 => Field::Language(self.of(&[Language::Arabic, Language::French, Language::English])),
            1 => Field::Style(self.style()),
            2 => Field::Letterhead(Letterhead {
                lines: self.some(3, Self::s),
                address: self.s(),
                contact: self.s(),
                logo: self.s(),
            }),
            3 => Field::Template(Template { id: self.s(), name: self.s(), about: self.s() }),
            4 => Field::Source(self.maybe(|draw| Source {
                name: draw.s(),
                text: draw.s().into(),
                guesses: Vec::new(),
            })),
            5 => Field::Body(Body {
                name: self.s(),
                organisation: self.s(),
                level: self.of(&Level::ALL),
                region: self.s(),
                province: self.s(),
                gender: self.gender(),
            }),
            6 => Field::Session(Session {
                noun: self.of(&SessionNoun::ALL),
                nature: self.s(),
                ordinal: self.maybe(|draw| draw.of(&[0, 1, 999, u16::MAX])),
                theme: self.s(),
            }),
            7 => Field::Dates(self.when()),
            8 => Field::Start(self.maybe(Self::time)),
            9 => Field::End(self.maybe(Self::time)),
            10 => Field::Venue(self.s()),
            11 => Field::Chairs(self.some(3, Self::person)),
            12 => Field::Rapporteur(self.maybe(Self::person)),
            13 => Field::Quorum(Quorum {
                members: self.maybe(Self::number),
                rule: self.of(&[
                    QuorumRule::None,
                    QuorumRule::Majority,
                    QuorumRule::Share(2, 3),
                    QuorumRule::Share(0, 255),
                    QuorumRule::AtLeast(u32::MAX),
                ]),
            }),
            14 => Field::Next(Next { dates: self.when(), venue: self.s() }),
            15 => {
                let person = self.person();
                let entry = self.maybe(|draw| draw.attendee(person));
                Field::Attendee { person, at: self.below(4), entry }
            }
            16 => {
                let id = GroupId(self.id());
                let entry = self.maybe(|draw| Group {
                    id,
                    nominative: draw.s(),
                    oblique: draw.s(),
                    count: draw.maybe(Self::number),
                });
                Field::Group { id, at: self.below(4), entry }
            }
            _ => {
                let entry = self.output();
                Field::Output { kind: entry.kind, at: self.below(4), entry: Some(Box::new(entry)) }
            }
        }
    }

    fn pending(&mut self) -> Pending {
        let block = BlockId(self.id());
        match self.below(5) {
            0 => Pending::Text,
            1 => Pending::Kind(block, self.kind()),
            2 => Pending::Audience(block, self.audience()),
            3 => Pending::Order(block, self.maybe(|draw| BlockId(draw.id()))),
            _ => Pending::Field(self.field()),
        }
    }

    fn entry(&mut self) -> Entry {
        match self.below(4) {
            0 => Entry::Person(
                self.person(),
                Some(Person {
                    name: self.s(),
                    latin: self.s(),
                    gender: self.gender(),
                    honorific: self.of(&Honorific::ALL),
                    role: self.s(),
                    body: self.s(),
                    aliases: self.some(3, Self::s),
                    phone: self.s(),
                    identity: self.s(),
                }),
            ),
            1 => Entry::Comment(
                CommentId(self.id()),
                Some(Comment {
                    author: self.s(),
                    at: self.stamp(),
                    text: self.s(),
                    quoted: self.s(),
                    answers: self.maybe(|draw| CommentId(draw.id())),
                    resolved: self.maybe(|draw| Resolved { by: draw.s(), at: draw.stamp() }),
                }),
            ),
            2 => Entry::Change(
                ChangeId(self.id()),
                Some(Box::new(Change { author: self.s(), at: self.stamp(), pending: self.pending() })),
            ),
            _ => Entry::Revision(
                RevisionId(self.id()),
                Some(Revision {
                    author: self.s(),
                    at: self.stamp(),
                    label: self.s(),
                    output: self.maybe(|draw| draw.of(&OutputKind::ALL)),
                    digest: self.s(),
                }),
            ),
        }
    }

    fn document(&mut self) -> Document {
        let name = u128::from(self.number()) << 64 | u128::from(self.number());
        let mut document = Document::new(RecordId(name));
        let mut steps: Vec<Step> = (0..14).map(|_| Step::SetField(self.field())).collect();
        steps.extend((0..8).map(|_| Step::Put(self.entry())));
        for counter in 0..u32::try_from(self.below(6)).expect("few") {
            let block = Arc::new(self.block(BlockId(Id { session: 0xabc, counter })));
            steps.push(Step::Insert { after: None, block });
        }
        for step in steps {
            document.apply(step).expect("a step that fits");
        }
        document
    }
}

fn draw() -> impl Strategy<Value = Draw> {
    (vec(any::<u32>(), 97), vec(words(), 23)).prop_map(|(numbers, strings)| Draw { numbers, strings, at: 0 })
}

impl std::fmt::Debug for Draw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.strings)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_gives_back_the_record_it_was_written_from(mut draw in draw()) {
        let document = draw.document();
        let file = store::write(&document);
        let read = store::parse(file.as_bytes());
        prop_assert_eq!(read.as_ref().ok(), Some(&document), "{:?}\n{}", read.as_ref().err(), file);
        prop_assert_eq!(store::write(&document), file, "the same record gives the same bytes");
    }

    #[test]
    fn a_string_comes_back_as_it_was(text in words()) {
        let mut document = Document::new(RecordId(1));
        document.apply(Step::SetField(Field::Venue(text.clone()))).expect("a venue");
        let read = store::parse(store::write(&document).as_bytes());
        prop_assert_eq!(read.map(|read| read.meeting().venue.clone()).ok(), Some(text));
    }
}
