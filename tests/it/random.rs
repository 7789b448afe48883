//! Random records, steps and commands for property tests.
use std::sync::Arc;

use mahdar::arabic::{Case, Date, Gender, Time, When, nfc};
use mahdar::document::{
    ATOM, AgendaItem, AgendaState, Answer, Atom, Attendee, Audience, Block, BlockId, BlockReview, Body,
    BodyForm, Change, ChangeId, Colour, Comment, CommentId, Counted, DateForm, Decision, Digits, Document,
    Entry, Field, FieldPath, Group, GroupId, Honorific, Id, Kind, Label, Labels, Language, Letterhead, Level,
    Mark, Matter, Next, Note, NoteMark, Output, OutputKind, Pending, Person, PersonForm, Piece, Presence,
    Progress, Quorum, QuorumRule, Recommendation, RecordId, Revision, RevisionId, RichText, Role, Session,
    SessionForm, SessionNoun, Signatures, Source, Speaker, Stamp, Step, Style, Subject, Target, Template,
    VenueForm, Vote,
};
use mahdar::edit::{Command, Fragment};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::lot::Lot;
use crate::record::{block_id, person_id};

/// Letters that compose, reorder, join, take two bytes or four, and the field's own place.
const LETTERS: [&str; 30] = [
    "ا", "ل", "ب", "م", "ة", "ء", "ي", "و", "\u{64E}", "\u{651}", "\u{654}", "\u{653}", "\u{655}", "e", "n",
    "\u{301}", "\u{323}", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{AC00}", "👨", "\u{200D}", "🇲", "7", "٣",
    " ", "،", ".", "\u{640}",
];

pub(crate) fn words() -> impl Strategy<Value = String> {
    vec(select(&LETTERS[..]), 0..9).prop_map(|letters| letters.concat())
}

fn known_change() -> ChangeId {
    ChangeId(Id { session: 3, counter: 1 })
}

fn known_comment() -> CommentId {
    CommentId(Id { session: 3, counter: 2 })
}

pub(crate) fn mark() -> impl Strategy<Value = Mark> {
    select(vec![
        Mark::Bold,
        Mark::Underline,
        Mark::Strike,
        Mark::Colour(Colour::Red),
        Mark::Colour(Colour::Grey),
        Mark::Language(Language::French),
        Mark::Inserted(known_change()),
        Mark::Deleted(known_change()),
        Mark::Remark(known_comment()),
    ])
}

pub(crate) fn atom() -> impl Strategy<Value = Atom> {
    select(vec![
        Atom::Chair(PersonForm::Full),
        Atom::Chair(PersonForm::Role),
        Atom::Rapporteur(PersonForm::Name),
        Atom::Person(person_id(2), PersonForm::RoleFirst),
        Atom::Dates(DateForm::WithDay),
        Atom::NextDates(DateForm::Month),
        Atom::Start,
        Atom::End,
        Atom::Venue(VenueForm::At),
        Atom::NextVenue(VenueForm::Bare),
        Atom::Body(BodyForm::Full),
        Atom::Body(BodyForm::Region),
        Atom::Session(SessionForm::Possessed),
        Atom::Session(SessionForm::Indefinite),
        Atom::Verb { masculine: "عقد".into(), feminine: "عقدت".into(), of: Subject::Body },
        Atom::Verb {
            masculine: "قال".into(), feminine: "قالت".into(), of: Subject::Person(person_id(1))
        },
        Atom::Attendance(Case::Oblique),
        Atom::Count { of: Counted::Recommendations, noun: String::new() },
        Atom::Count { of: Counted::Agenda, noun: String::new() },
        Atom::Count { of: Counted::Decisions, noun: "member".into() },
        Atom::Number,
        Atom::Reference,
    ])
}

fn boundary(text: &str, at: Index) -> usize {
    let stops: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    stops[at.index(stops.len())]
}

pub(crate) fn rich() -> impl Strategy<Value = RichText> {
    let part = prop_oneof![4 => words(), 1 => Just(String::from(ATOM))];
    let marks = vec((mark(), any::<Index>(), any::<Index>()), 0..4);
    (vec(part, 0..6), vec(atom(), 6), marks).prop_map(|(parts, atoms, marks)| {
        let whole = nfc(&parts.concat());
        let mut pieces = Vec::new();
        let mut atoms = atoms.into_iter();
        for (index, words) in whole.split(ATOM).enumerate() {
            if index > 0 {
                pieces.push(Piece::Field(atoms.next().expect("as many fields as places")));
            }
            pieces.push(Piece::Text(words.into()));
        }
        let mut rich = RichText::from_pieces(pieces).expect("clean pieces");
        for (mark, from, to) in marks {
            let (from, to) = (boundary(rich.text(), from), boundary(rich.text(), to));
            let range = from.min(to)..from.max(to);
            rich.set_coverage(mark, range.clone(), &[range]).expect("char boundaries");
        }
        rich
    })
}

pub(crate) fn kind() -> impl Strategy<Value = Kind> {
    let decision = |matter| {
        Kind::Decision(Decision { matter, vote: Some(Vote::Counted { yes: 3, no: 1, abstained: 0 }) })
    };
    let note = Note { at: Time::new(10, 5), mark: NoteMark::Task, speaker: Speaker::Person(person_id(1)) };
    let followed = Recommendation {
        depth: 2,
        addressee: "الجهة".into(),
        responsible: "اللجنة".into(),
        due: Date::new(2026, 6, 30),
        state: Progress::InProgress,
        vote: Some(Vote::Unanimous),
    };
    let roles = [Role::Plain, Role::Lead, Role::Context, Role::Recital, Role::Enacting, Role::Closing];
    let mut all: Vec<Kind> = roles.into_iter().map(Kind::Paragraph).collect();
    all.extend((1..=3).map(Kind::Heading));
    all.extend((0..=3).map(Kind::recommendation));
    all.extend((0..=3).map(Kind::recommendation));
    all.extend([
        Kind::AgendaItem(AgendaItem::default()),
        Kind::AgendaItem(AgendaItem { presenter: Some(person_id(1)), state: AgendaState::Carried }),
        Kind::Intervention(Speaker::Person(person_id(2))),
        Kind::Intervention(Speaker::Collective("الحاضرون".into())),
        Kind::Quote(Speaker::Unnamed),
        decision(Matter::Appointment { person: Some(person_id(1)), post: "منسقة".into() }),
        decision(Matter::Committee { name: "لجنة".into(), members: vec![person_id(1), person_id(2)] }),
        decision(Matter::Date(Date::new(2026, 2, 28))),
        decision(Matter::Plan("برنامج".into())),
        Kind::Recommendation(followed),
        Kind::Note(note),
        Kind::Signatures(Signatures { signatories: vec![person_id(2), person_id(1)] }),
        Kind::Annex(mahdar::document::Annex { file: "صورة.jpg".into() }),
    ]);
    select(all)
}

pub(crate) fn audience() -> impl Strategy<Value = Audience> {
    select(vec![Audience::Both, Audience::Both, Audience::MinutesOnly, Audience::CommuniqueOnly])
}

fn review() -> impl Strategy<Value = BlockReview> {
    let maybe = || prop_oneof![6 => Just(None), 1 => Just(Some(known_change()))];
    (maybe(), maybe(), maybe()).prop_map(|(inserted, removed, joined)| BlockReview {
        inserted,
        removed,
        joined,
    })
}

pub(crate) fn block(id: BlockId) -> impl Strategy<Value = Block> {
    (kind(), rich(), audience(), review()).prop_map(move |(kind, text, audience, review)| Block {
        audience,
        review,
        ..Block::new(id, kind, text)
    })
}

pub(crate) fn when() -> impl Strategy<Value = When> {
    let day = |y, m, d| Date::new(y, m, d).expect("a day");
    select(vec![
        When::Unset,
        When::Days(vec![day(2024, 3, 2)]),
        When::Days(vec![day(2017, 1, 27), day(2017, 1, 28), day(2017, 2, 1)]),
        When::Range { from: day(2024, 12, 30), to: day(2025, 1, 2) },
        When::Month { year: Some(2024), month: 6, edge: mahdar::arabic::Edge::End },
        When::Month { year: None, month: 5, edge: mahdar::arabic::Edge::None },
        When::Relative { phrase: "أول أمس".into(), date: None },
        When::Text("بعد العيد".into()),
    ])
}

/// A value for some part of the header.
pub(crate) fn field() -> impl Strategy<Value = Field> {
    let text =
        || select(vec!["", "المقر الجهوي", "الكتابة الجهوية", "PDF 1.7", "المكتب"]).prop_map(String::from);
    let gender = || select(vec![Gender::Unknown, Gender::Female, Gender::Male]);
    let level = select(Level::ALL.to_vec());
    let body = (text(), text(), level, gender()).prop_map(|(name, organisation, level, gender)| {
        Field::Body(Body {
            name, organisation, level, region: "فاس-مكناس".into(), gender, ..Body::default()
        })
    });
    let session =
        (select(SessionNoun::ALL.to_vec()), select(vec!["", "تنظيمي"]), proptest::option::of(1u16..99));
    let session = session.prop_map(|(noun, nature, ordinal)| {
        Field::Session(Session { noun, nature: nature.into(), ordinal, theme: String::new() })
    });
    let presence = select(vec![
        Presence::Unknown,
        Presence::Present,
        Presence::Excused,
        Presence::Absent,
        Presence::Guest,
        Presence::Proxy(Some(person_id(1))),
    ]);
    let attendee = (1..3u32, presence, 0..4usize, any::<bool>()).prop_map(|(who, presence, at, stays)| {
        let person = person_id(who);
        let entry = Attendee {
            person,
            presence,
            answer: Answer::Confirmed,
            arrived: Time::new(10, 20),
            left: None,
            reason: String::new(),
        };
        Field::Attendee { person, at, entry: stays.then_some(entry) }
    });
    let group = (1..4u32, text(), text(), 0..4usize, any::<bool>()).prop_map(
        |(n, nominative, oblique, at, stays)| {
            let id = GroupId(Id { session: 4, counter: n });
            Field::Group { id, at, entry: stays.then_some(Group { id, nominative, oblique, count: Some(n) }) }
        },
    );
    let output = (select(OutputKind::ALL.to_vec()), rich(), text(), 0..4usize, any::<bool>());
    let output = output.prop_map(|(kind, title, number, at, stays)| {
        let entry = Output { title, number, ..Output::new(kind) };
        Field::Output { kind, at, entry: stays.then(|| Box::new(entry)) }
    });
    let labels = select(Label::ALL.to_vec());
    let digits = select(vec![Digits::Latin, Digits::Arabic]);
    let style = (labels, digits).prop_map(|(item, digits)| {
        Field::Style(Style { digits, labels: Labels { item, ..Labels::default() }, ..Style::default() })
    });
    prop_oneof![
        body,
        session,
        attendee.clone(),
        attendee,
        group,
        output,
        style,
        when().prop_map(Field::Dates),
        (when(), text()).prop_map(|(dates, venue)| Field::Next(Next { dates, venue })),
        text().prop_map(Field::Venue),
        select(vec![None, Time::new(9, 30)]).prop_map(Field::Start),
        select(vec![None, Time::new(12, 0)]).prop_map(Field::End),
        vec(1..3u32, 0..3).prop_map(|ids| Field::Chairs(ids.into_iter().map(person_id).collect())),
        proptest::option::of(1..3u32).prop_map(|id| Field::Rapporteur(id.map(person_id))),
        proptest::option::of(1..40u32)
            .prop_map(|members| Field::Quorum(Quorum { members, rule: QuorumRule::Share(2, 3) })),
        text().prop_map(|name| Field::Template(Template { id: "x".into(), name, about: String::new() })),
        text().prop_map(|line| Field::Letterhead(Letterhead { lines: vec![line], ..Letterhead::default() })),
        proptest::option::of(text()).prop_map(|s| Field::Source(s.map(|text| Source {
            name: "a.txt".into(),
            text: text.into(),
            guesses: Vec::new()
        }))),
        select(vec![Language::Arabic, Language::French]).prop_map(Field::Language),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let gender = select(vec![Gender::Unknown, Gender::Female, Gender::Male]);
    let honorific = select(Honorific::ALL.to_vec());
    let role = select(vec!["", "الكاتبة الجهوية"]);
    let person = (1..3u32, gender, honorific, role).prop_map(|(n, gender, honorific, role)| {
        let person = Person {
            name: format!("شخص {n}"),
            gender,
            honorific,
            role: role.into(),
            phone: "0600000000".into(),
            ..Person::default()
        };
        Entry::Person(person_id(n), Some(person))
    });
    let revision = any::<bool>().prop_map(|kept| {
        let revision = Revision {
            author: "س".into(),
            at: Stamp(5),
            label: "أرسلت".into(),
            output: Some(OutputKind::News),
            digest: "00".into(),
        };
        Entry::Revision(RevisionId(Id { session: 3, counter: 9 }), kept.then_some(revision))
    });
    let change = (field(), kind(), 0..4u8).prop_map(|(field, kind, which)| {
        let pending = match which {
            0 => Pending::Field(field),
            1 => Pending::Kind(block_id(1), kind),
            2 => Pending::Order(block_id(2), Some(block_id(1))),
            _ => Pending::Audience(block_id(1), Audience::MinutesOnly),
        };
        let change = Change { author: "ع".into(), at: Stamp(7), pending };
        Entry::Change(ChangeId(Id { session: 3, counter: 7 }), Some(Box::new(change)))
    });
    prop_oneof![person, revision, change]
}

/// A record with anything in it; sound, and in normal form C.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let blocks = (0..8usize).prop_flat_map(|n| {
        (1..=n).map(|n| block(block_id(u32::try_from(n).expect("few")))).collect::<Vec<_>>()
    });
    let guessed = proptest::option::of(vec(any::<u16>(), 24));
    (blocks, vec(field(), 0..10), vec(entry(), 0..4), guessed).prop_map(
        |(blocks, fields, entries, guessed)| {
            let mut document = Document::new(RecordId(0x1234));
            let comment = Comment {
                author: "س".into(),
                at: Stamp(1),
                text: "صياغة أخرى؟".into(),
                quoted: "نص".into(),
                answers: None,
                resolved: None,
            };
            let change = Change { author: "ع".into(), at: Stamp(2), pending: Pending::Text };
            let mut steps = vec![
                Step::Put(Entry::Person(
                    person_id(1),
                    Some(Person { name: "ليلى".into(), ..Person::default() }),
                )),
                Step::Put(Entry::Person(
                    person_id(2),
                    Some(Person { name: "سعيد".into(), ..Person::default() }),
                )),
                Step::Put(Entry::Comment(known_comment(), Some(comment))),
                Step::Put(Entry::Change(known_change(), Some(Box::new(change)))),
            ];
            for (counter, nominative) in [(1, "أعضاء المكتب"), (2, "المنسقون الإقليميون")]
            {
                let id = GroupId(Id { session: 4, counter });
                let group = Group { id, nominative: nominative.into(), oblique: String::new(), count: None };
                steps.push(Step::SetField(Field::Group { id, at: 9, entry: Some(group) }));
            }
            steps.extend(entries.into_iter().map(Step::Put));
            steps.extend(fields.into_iter().map(Step::SetField));
            let after = |block: &Block| block.id.0.counter.checked_sub(1).filter(|n| *n > 0).map(block_id);
            steps.extend(
                blocks.into_iter().map(|block| Step::Insert { after: after(&block), block: Arc::new(block) }),
            );
            for step in steps {
                document.apply(step).expect("a step of a random record");
            }
            if let Some(numbers) = guessed {
                let mut numbers = numbers.into_iter();
                let mut below = |count: usize| numbers.next().map_or(0, |number| usize::from(number) % count);
                let guesses = Lot { document: &document, kept: &[], below: &mut below }.guesses();
                let source = Source { name: "نص.txt".into(), text: "نص".into(), guesses };
                document.apply(Step::SetField(Field::Source(Some(source)))).expect("a source");
            }
            document
        },
    )
}

/// What a random step or command is made of.
#[derive(Clone, Debug)]
pub(crate) struct Dice {
    which: usize,
    at: [Index; 4],
    words: String,
    rich: RichText,
    kind: Kind,
    audience: Audience,
    mark: Mark,
    field: Field,
    entry: Entry,
    review: BlockReview,
    /// What a command is drawn with.
    numbers: Vec<u16>,
}

pub(crate) fn dice() -> impl Strategy<Value = Dice> {
    let small = (0..4096usize, any::<[Index; 4]>(), words(), audience(), mark());
    (small, rich(), kind(), field(), entry(), review(), vec(any::<u16>(), 48)).prop_map(
        |(small, rich, kind, field, entry, review, numbers)| {
            let (which, at, words, audience, mark) = small;
            Dice { which, at, words, rich, kind, audience, mark, field, entry, review, numbers }
        },
    )
}

impl Dice {
    /// A command for this record; most are accepted.
    pub(crate) fn command(&self, document: &Document) -> Command {
        self.command_with(document, &[])
    }

    /// The same where this was copied before.
    pub(crate) fn command_with(&self, document: &Document, kept: &[Fragment]) -> Command {
        let mut numbers = self.numbers.iter();
        let mut below = |count: usize| numbers.next().map_or(0, |number| usize::from(*number) % count);
        Lot { document, kept, below: &mut below }.command()
    }

    fn pick<'a, T>(&self, from: &'a [T], turn: usize) -> Option<&'a T> {
        (!from.is_empty()).then(|| &from[self.at[turn].index(from.len())])
    }

    /// A text of the record, or now and then one it does not have.
    fn target(&self, document: &Document, turn: usize) -> Target {
        let mut all: Vec<Target> = document.blocks().iter().map(|block| Target::Block(block.id)).collect();
        all.extend(document.outputs().iter().map(|output| Target::Title(output.kind)));
        if self.at[3].index(16) == 0 {
            all = vec![Target::Block(block_id(999)), Target::Field(FieldPath::Venue)];
        }
        self.pick(&all, turn).cloned().unwrap_or(Target::Block(block_id(999)))
    }

    fn block(&self, document: &Document, turn: usize) -> BlockId {
        self.pick(document.blocks(), turn).map_or(block_id(999), |block| block.id)
    }

    /// A place inside a text, or now and then past its end or inside a letter.
    fn offset(&self, document: &Document, target: &Target, turn: usize) -> usize {
        let text = document.rich(target).map(RichText::text).unwrap_or_default();
        if self.at[3].index(12) == 1 {
            self.at[turn].index(text.len() + 3)
        } else {
            boundary(text, self.at[turn])
        }
    }

    /// A step for this record; most fit it, some do not.
    pub(crate) fn step(&self, document: &Document) -> Step {
        let at = self.target(document, 0);
        let (from, to) = (self.offset(document, &at, 1), self.offset(document, &at, 2));
        let (start, end) = if self.at[3].index(20) == 2 { (from, to) } else { (from.min(to), from.max(to)) };
        let id = self.block(document, 0);
        let after = (self.at[1].index(4) > 0).then(|| self.block(document, 1));
        match self.which % 11 {
            0 | 1 => Step::Splice { at, start, end, insert: self.rich.clone() },
            2 | 3 => {
                let middle = boundary(document.rich(&at).map(RichText::text).unwrap_or_default(), self.at[0]);
                let spans = vec![(start, middle.clamp(start.min(end), end.max(start))), (start, end)];
                Step::Mark { at, start, end, mark: self.mark, spans }
            }
            4 => {
                let counter = if self.at[2].index(8) == 0 {
                    1
                } else {
                    100 + u32::try_from(self.at[2].index(9999)).expect("small")
                };
                let kind = if self.at[3].index(9) == 0 { Kind::Heading(4) } else { self.kind.clone() };
                let block = Block {
                    audience: self.audience,
                    ..Block::new(block_id(counter), kind, self.rich.clone())
                };
                Step::Insert { after, block: Arc::new(block) }
            }
            5 => Step::Remove(id),
            6 => Step::Move { id, after },
            7 => Step::SetKind(id, Box::new(self.kind.clone())),
            8 => match self.at[2].index(3) {
                0 => Step::SetAudience(id, self.audience),
                1 => Step::SetReview(id, self.review),
                _ => Step::SetPrompt(id, self.words.clone()),
            },
            9 => Step::SetField(self.field.clone()),
            _ => Step::Put(self.entry.clone()),
        }
    }
}
