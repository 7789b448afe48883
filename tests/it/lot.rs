//! Every command there is, made by lot for a record: by property tests from their dice, by the fuzz target from its bytes.
//!
//! Most of what is drawn fits the record; some of it does not, and must be refused without a trace.

use std::ops::Range;
use std::sync::Arc;

use mahdar::arabic::{self, Case, Date, Gender, Time, clean, is_nfc, nfc};
use mahdar::document::{
    ATOM, AgendaItem, AgendaState, Annex, Answer, Atom, Attendee, AttendeeField, Audience, Block, BlockId,
    Body, BodyForm, Carried, Colour, Counted, DateForm, Decision, Document, Entry, Field, FieldPath, Group,
    GroupId, Guess, Guessed, Honorific, Id, Kind, Language, Letterhead, Mark, Matter, Note, NoteMark, Output,
    OutputKind, Person, PersonField, PersonForm, PersonId, Piece, Place, Presence, Progress, Recommendation,
    RecordId, RichText, Role, SessionForm, Signatures, Source, Speaker, Step, Style, Subject, Sureness,
    Target, VenueForm, Vote,
};
use mahdar::edit::{
    Command, Dress, FollowUp, Fragment, Noted, Noting, Order, Part, Post, Roll, Said, Seat, Selection, Shift,
    Stretch, Swap, Toward, Unit, Verdict, Who,
};

/// Letters that compose, reorder, join, take two bytes or four, end lines, are cleaned out, and the field's own place;
/// labels of items, and what stands between them.
const LETTERS: [&str; 60] = [
    "ا",
    "ل",
    "ب",
    "م",
    "ة",
    "ء",
    "ي",
    "و",
    "أ",
    "لا",
    "\u{64E}",
    "\u{651}",
    "\u{654}",
    "\u{653}",
    "\u{655}",
    "e",
    "n",
    "é",
    "\u{301}",
    "\u{323}",
    "\u{1100}",
    "\u{1161}",
    "\u{11A8}",
    "\u{AC00}",
    "👨",
    "\u{200D}",
    "🇲",
    "🇦",
    "7",
    "٣",
    " ",
    "\u{A0}",
    "،",
    ".",
    "\u{640}",
    "\n",
    "\r\n",
    "\t",
    "\u{200C}",
    "\u{200F}",
    "\u{202B}",
    "\u{2066}",
    "\u{FEFF}",
    "\u{FFFC}",
    "\0",
    "\u{FE8D}",
    "\u{FDFA}",
    "\u{E0041}",
    "1- ",
    " 2- ",
    " 3. ",
    "أولا: ",
    "أ- ",
    "• ",
    " – ",
    "؛ ",
    ": ",
    "أكد الحاضرون ",
    "إعداد ",
    "دعم ",
];

/// Words in which something is to be found: items run together, what somebody said, a vote, a deadline.
const SENTENCES: [&str; 6] = [
    "من خلال: 1- إعداد خريطة للعيون. 2- دعم المشاتل. 3- تتبع الصبيب.",
    "– إعداد خريطة للعيون؛ – دعم المشاتل؛ – تتبع الصبيب.",
    "1- إعداد خريطة للعيون 2- دعم المشاتل",
    "أكد الحاضرون على ضرورة التتبع قبل متم شهر مارس 2027.",
    "قرر المكتب إحداث لجنة لتتبع المقالع، بأغلبية 3 مقابل 2.",
    "وفي هذا السياق قال: «الماء أمانة».",
];

/// What parts of the header are given.
const VALUES: [&str; 28] = [
    "",
    "ليلى المرابط",
    "2026-03-14",
    "2026-03-14..2026-03-16",
    "2026-03-14,2026-03-15",
    "2026-02-30",
    "2026-03",
    "السبت 14 مارس 2026",
    "09:30",
    "25:00",
    "female",
    "unknown",
    "dr",
    "regional",
    "congress",
    "21",
    "2/3",
    "atleast:14",
    "present",
    "proxy",
    "proxy:2.1",
    "confirmed",
    "approved",
    "arabic",
    "dash",
    "الكتابة الجهوية",
    "سطر | سطر",
    "e\u{301}\u{202B}\n\u{FFFC}",
];

/// Parts of the header that are there once.
const PATHS: [FieldPath; 24] = [
    FieldPath::Language,
    FieldPath::Digits,
    FieldPath::BodyName,
    FieldPath::BodyOrganisation,
    FieldPath::BodyLevel,
    FieldPath::BodyRegion,
    FieldPath::BodyProvince,
    FieldPath::BodyGender,
    FieldPath::SessionNoun,
    FieldPath::SessionNature,
    FieldPath::SessionOrdinal,
    FieldPath::SessionTheme,
    FieldPath::Dates,
    FieldPath::Start,
    FieldPath::End,
    FieldPath::Venue,
    FieldPath::Members,
    FieldPath::Quorum,
    FieldPath::NextDates,
    FieldPath::NextVenue,
    FieldPath::LetterheadLines,
    FieldPath::LetterheadAddress,
    FieldPath::LetterheadContact,
    FieldPath::LetterheadLogo,
];

const FORMS: [PersonForm; 4] = [PersonForm::Full, PersonForm::Name, PersonForm::Role, PersonForm::RoleFirst];
const AUDIENCES: [Audience; 3] = [Audience::Both, Audience::MinutesOnly, Audience::CommuniqueOnly];
const GENDERS: [Gender; 3] = [Gender::Unknown, Gender::Female, Gender::Male];

/// What commands are made of: a record, what was copied of it, and numbers by chance.
pub(crate) struct Lot<'a> {
    /// The record as it is now.
    pub(crate) document: &'a Document,
    /// What was copied or cut.
    pub(crate) kept: &'a [Fragment],
    /// A number below this one, which is never 0.
    pub(crate) below: &'a mut dyn FnMut(usize) -> usize,
}

impl Lot<'_> {
    /// A command; what people do most is made most often.
    pub(crate) fn command(&mut self) -> Command {
        match self.below(100) {
            0..=17 => self.moving(),
            18..=27 => Command::Type(self.words()),
            28..=39 => {
                let unit = self.one(&[Unit::Grapheme, Unit::Grapheme, Unit::Word]);
                Command::Delete(unit, self.one(&[Toward::Start, Toward::End]))
            }
            40..=45 => Command::Enter,
            46..=60 => self.in_text(),
            61..=78 => self.of_blocks(),
            79..=86 => Command::Roll(self.roll()),
            87..=94 => self.of_header(),
            _ => self.of_all(),
        }
    }

    fn below(&mut self, count: usize) -> usize {
        (self.below)(count)
    }

    /// One time in so many.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> T {
        let at = self.below(all.len());
        all[at].clone()
    }

    fn maybe<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (!self.once_in(3)).then(|| draw(self))
    }

    /// One of these; now and then none, and where there are none.
    fn known<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty() && !self.once_in(16)).then(|| self.one(all))
    }

    fn words(&mut self) -> String {
        if self.once_in(8) {
            return self.one(&SENTENCES).to_owned();
        }
        let count = self.below(8);
        (0..count).map(|_| self.one(&LETTERS)).collect()
    }

    fn value(&mut self) -> String {
        if self.once_in(4) { self.words() } else { self.one(&VALUES).to_owned() }
    }

    /// Words as a record holds them.
    fn clean(&mut self) -> String {
        let words = self.words();
        let cleaned = clean(&words, arabic::Source::Typed).text;
        nfc(&cleaned.replace(['\n', '\r', ATOM], " "))
    }

    fn text(&mut self) -> RichText {
        let mut pieces = Vec::new();
        for _ in 0..self.below(4) {
            let words = self.clean();
            let marks = (0..self.below(3)).map(|_| self.mark()).collect();
            pieces.push(match self.below(4) {
                0 => Piece::Field(self.atom()),
                1 => Piece::MarkedField(marks, self.atom()),
                2 => Piece::Text(words),
                _ => Piece::Marked(marks, words),
            });
        }
        let rich = RichText::from_pieces(pieces).unwrap_or_default();
        if is_nfc(rich.text()) { rich } else { RichText::plain(&self.clean()) }
    }

    fn target(&mut self) -> Target {
        let mut all: Vec<Target> =
            self.document.blocks().iter().map(|block| Target::Block(block.id)).collect();
        all.extend(self.document.outputs().iter().map(|output| Target::Title(output.kind)));
        if all.is_empty() || self.once_in(16) {
            all = vec![Target::Block(nowhere()), Target::Field(FieldPath::Venue)];
        }
        self.one(&all)
    }

    fn block(&mut self) -> BlockId {
        let all: Vec<BlockId> = self.document.blocks().iter().map(|block| block.id).collect();
        self.known(&all).unwrap_or(nowhere())
    }

    /// A place inside a text, or now and then past its end or inside a letter.
    fn offset(&mut self, target: &Target) -> usize {
        let text = self.document.rich(target).map(RichText::text).unwrap_or_default();
        if self.once_in(12) {
            return self.below(text.len() + 3);
        }
        let stops: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        self.one(&stops)
    }

    fn place(&mut self) -> Place {
        let target = self.target();
        let offset = self.offset(&target);
        Place::new(target, offset)
    }

    fn range(&mut self) -> (Target, Range<usize>) {
        let target = self.target();
        let (from, to) = (self.offset(&target), self.offset(&target));
        (target, from.min(to)..from.max(to))
    }

    fn person(&mut self) -> PersonId {
        let all: Vec<PersonId> = self.document.people().keys().copied().collect();
        self.known(&all).unwrap_or(PersonId(Id { session: 99, counter: 99 }))
    }

    fn new_person(&mut self) -> Person {
        Person {
            name: self.value(),
            gender: self.one(&GENDERS),
            honorific: self.one(&Honorific::ALL),
            role: self.words(),
            aliases: if self.once_in(3) { vec![self.words()] } else { Vec::new() },
            ..Person::default()
        }
    }

    fn who(&mut self) -> Who {
        if self.once_in(2) { Who::New(Box::new(self.new_person())) } else { Who::Known(self.person()) }
    }

    fn speaker(&mut self) -> Speaker {
        match self.below(3) {
            0 => Speaker::Unnamed,
            1 => Speaker::Person(self.person()),
            _ => Speaker::Collective(self.one(&["الحاضرون", "أعضاء المكتب", ""]).into()),
        }
    }

    fn day(&mut self) -> Option<Date> {
        self.one(&[None, Date::new(2026, 6, 30), Date::new(1900, 1, 1)])
    }

    fn vote(&mut self) -> Option<Vote> {
        let counted = Vote::Counted { yes: 3, no: 1, abstained: 0 };
        self.one(&[None, Some(Vote::Unanimous), Some(counted)])
    }

    fn time(&mut self) -> Option<Time> {
        self.one(&[None, Time::new(10, 12), Time::new(0, 0)])
    }

    fn kind(&mut self) -> Kind {
        let roles = [Role::Plain, Role::Lead, Role::Context, Role::Recital, Role::Enacting, Role::Closing];
        let depth = u8::try_from(self.below(4)).unwrap_or(0);
        match self.below(14) {
            0 | 1 => Kind::Paragraph(self.one(&roles)),
            2 => Kind::Heading(depth.max(1)),
            3 => Kind::AgendaItem(AgendaItem {
                presenter: self.maybe(Self::person),
                state: self.one(&[AgendaState::Open, AgendaState::Done, AgendaState::Carried]),
            }),
            4 => Kind::Intervention(self.speaker()),
            5 => Kind::Quote(self.speaker()),
            6 | 7 => {
                let matter = match self.below(5) {
                    0 => Matter::General,
                    1 => Matter::Appointment { person: self.maybe(Self::person), post: self.words() },
                    2 => {
                        let members = (0..self.below(3)).map(|_| self.person()).collect();
                        Matter::Committee { name: "لجنة".into(), members }
                    }
                    3 => Matter::Date(self.day()),
                    _ => Matter::Plan(self.words()),
                };
                Kind::Decision(Decision { matter, vote: self.vote() })
            }
            8 | 9 => Kind::recommendation(depth),
            10 => Kind::Recommendation(Recommendation {
                depth,
                addressee: self.words(),
                responsible: "اللجنة".into(),
                due: self.day(),
                state: self.one(&Progress::ALL),
                vote: self.vote(),
            }),
            11 => {
                Kind::Note(Note { at: self.time(), mark: self.one(&NoteMark::ALL), speaker: self.speaker() })
            }
            12 => {
                let signatories = (0..self.below(3)).map(|_| self.person()).collect();
                Kind::Signatures(Signatures { signatories })
            }
            _ => Kind::Annex(Annex { file: self.one(&["", "صورة.jpg"]).into() }),
        }
    }

    fn mark(&mut self) -> Mark {
        let mut all = vec![
            Mark::Bold,
            Mark::Underline,
            Mark::Strike,
            Mark::Colour(Colour::Red),
            Mark::Colour(Colour::Grey),
            Mark::Language(Language::French),
        ];
        all.extend(
            self.document.changes().keys().take(2).flat_map(|id| [Mark::Inserted(*id), Mark::Deleted(*id)]),
        );
        all.extend(self.document.comments().keys().take(2).map(|id| Mark::Remark(*id)));
        self.one(&all)
    }

    fn atom(&mut self) -> Atom {
        let form = self.one(&FORMS);
        let day = self.one(&[DateForm::WithDay, DateForm::Plain, DateForm::Month]);
        let counted = [Counted::Present, Counted::Members, Counted::Agenda, Counted::Recommendations];
        match self.below(16) {
            0 => Atom::Chair(form),
            1 => Atom::Rapporteur(form),
            2 => Atom::Person(self.person(), form),
            3 => Atom::Dates(day),
            4 => Atom::NextDates(day),
            5 => Atom::Start,
            6 => Atom::End,
            7 => Atom::Venue(self.one(&[VenueForm::At, VenueForm::Bare])),
            8 => Atom::NextVenue(VenueForm::At),
            9 => Atom::Body(self.one(&[BodyForm::Name, BodyForm::Full, BodyForm::Region])),
            10 => Atom::Session(self.one(&[SessionForm::Possessed, SessionForm::Indefinite])),
            11 => {
                let people =
                    [Subject::Chair, Subject::Rapporteur, Subject::Body, Subject::Person(self.person())];
                Atom::Verb { masculine: "أكد".into(), feminine: "أكدت".into(), of: self.one(&people) }
            }
            12 => Atom::Attendance(self.one(&[Case::Oblique, Case::Nominative])),
            13 => Atom::Count { of: self.one(&counted), noun: self.one(&["", "member"]).into() },
            14 => Atom::Number,
            _ => Atom::Reference,
        }
    }

    fn shift(&mut self) -> Shift {
        self.one(&[Shift::Up, Shift::Down])
    }

    fn moving(&mut self) -> Command {
        match self.below(9) {
            0 => Command::SelectAll,
            1 | 2 => Command::Select(Selection::caret(self.place())),
            3..=5 => Command::Select(Selection::caret(Place::new(Target::Block(self.fused()), 0))),
            _ => {
                let beside = if self.once_in(3) { self.below(4) } else { 0 };
                let mut also = Vec::new();
                for _ in 0..beside {
                    let first = self.block();
                    let last = if self.once_in(3) { self.block() } else { first };
                    also.push(Stretch { first, last });
                }
                Command::Select(Selection { also, ..Selection::new(self.place(), self.place()) })
            }
        }
    }

    fn in_text(&mut self) -> Command {
        match self.below(12) {
            0 | 1 => {
                let (target, range) = self.range();
                Command::Complete { target, range, phrase: self.text() }
            }
            2 => {
                let target = self.target();
                let rich = self.document.rich(&target);
                let mut fields: Vec<usize> =
                    rich.map(|rich| rich.atoms().map(|(at, _)| at).collect()).unwrap_or_default();
                // At times where there is no field.
                fields.extend(self.once_in(3).then_some(0));
                let words = fields.into_iter().map(|at| (at, self.words())).collect();
                Command::Freeze { target, words }
            }
            3 => Command::InsertPerson { who: self.who(), form: self.one(&FORMS) },
            4 => Command::InsertField(self.atom()),
            5 => Command::PasteText(self.words() + &self.words()),
            6 => {
                let kept = self.kept;
                Command::Paste(self.known(kept).unwrap_or_else(|| self.fragment()))
            }
            7 => Command::Paste(self.fragment()),
            8 | 9 => Command::Toggle(self.mark()),
            10 => {
                let (target, range) = self.range();
                Command::Replace { target, range, text: self.words() }
            }
            _ => Command::Swap((0..self.below(4)).map(|_| self.swap()).collect()),
        }
    }

    fn fragment(&mut self) -> Fragment {
        let part = |lot: &mut Self| Part {
            kind: lot.maybe(Self::kind),
            audience: lot.one(&AUDIENCES),
            text: lot.text(),
        };
        Fragment { parts: (0..self.below(4)).map(|_| part(self)).collect() }
    }

    fn swap(&mut self) -> Swap {
        const CARRIED: [Carried; 7] = [
            Carried::Speaker,
            Carried::Addressee,
            Carried::Responsible,
            Carried::Post,
            Carried::Committee,
            Carried::Plan,
            Carried::File,
        ];
        match self.below(7) {
            0 => Swap::Field { path: self.path(), value: self.value() },
            // What its block may carry, more often than not.
            2 | 3 => {
                let block = self.block();
                let own: Vec<Carried> = self
                    .document
                    .block(block)
                    .map(|block| Carried::of(&block.kind).into_iter().map(|(place, _)| place).collect())
                    .unwrap_or_default();
                let place = if own.is_empty() { self.one(&CARRIED) } else { self.one(&own) };
                Swap::Carried { block, place, value: self.value() }
            }
            1 => {
                let (person, field) = (self.person(), self.one(&PersonField::ALL));
                Swap::Person { person, field, value: self.value() }
            }
            _ => {
                let (target, range) = self.range();
                Swap::Text { target, range, words: self.words() }
            }
        }
    }

    fn of_blocks(&mut self) -> Command {
        match self.below(30) {
            0 => Command::Depth(self.shift()),
            1 => Command::Move(self.shift()),
            2 | 3 => Command::SetKind(self.kind()),
            4 => Command::SetAudience(self.one(&AUDIENCES)),
            5 | 6 => Command::SetBlockKind(self.block(), self.kind()),
            7 => Command::SetBlockAudience(self.block(), self.one(&AUDIENCES)),
            8 | 9 => {
                let (block, seat) = self.seat();
                Command::SetBlockPerson { block, seat, name: self.value() }
            }
            10 => Command::InsertBlock {
                after: self.maybe(Self::block),
                kind: self.kind(),
                words: self.words(),
            },
            11 => Command::SetBlockWords(self.block(), self.words()),
            12 => Command::MoveBlock(self.block(), self.shift()),
            13 => Command::MoveBefore { block: self.block(), before: self.maybe(Self::block) },
            14 => Command::RemoveBlock(self.block()),
            15 => Command::Proceedings,
            16 | 17 => Command::ToItems,
            18 => Command::ToParagraphs,
            19 | 28 => Command::SplitItems(if self.once_in(2) { None } else { Some(self.fused()) }),
            20 => Command::RemoveSelected,
            21 | 22 => Command::FollowUp(self.follow_up()),
            23 => {
                let depth = self.maybe(|lot| u8::try_from(lot.below(4)).unwrap_or(0));
                Command::Put { before: self.maybe(Self::block), depth }
            }
            24..=26 => Command::Note(self.noting()),
            27 => {
                let (masculine, feminine) =
                    (self.one(&["أكد", "دعا", "e\u{301}"]), self.one(&["أكدت", "دعت"]));
                let (masculine, feminine) = (masculine.to_owned(), feminine.to_owned());
                Command::SetVerb { block: self.voiced(), masculine, feminine }
            }
            _ => Command::Append(self.kind()),
        }
    }

    /// A block with several items in it, where there is one.
    fn fused(&mut self) -> BlockId {
        let holds = |block: &&Arc<Block>| ["2- ", "؛ –"].iter().any(|seam| block.text.text().contains(seam));
        let all: Vec<BlockId> = self.document.blocks().iter().filter(holds).map(|block| block.id).collect();
        if all.is_empty() { self.block() } else { self.one(&all) }
    }

    /// A block somebody speaks in, where there is one.
    fn voiced(&mut self) -> BlockId {
        let speaks = |block: &&Arc<Block>| matches!(block.kind, Kind::Intervention(_) | Kind::Quote(_));
        let all: Vec<BlockId> = self.document.blocks().iter().filter(speaks).map(|block| block.id).collect();
        if all.is_empty() { self.block() } else { self.one(&all) }
    }

    /// A block and a seat that its kind has, mostly.
    fn seat(&mut self) -> (BlockId, Seat) {
        let (block, at) = (self.block(), self.below(3));
        let all = [Seat::Presenter, Seat::Speaker, Seat::Appointed, Seat::Member(at), Seat::Signatory(at)];
        let document = self.document;
        let has = match document.block(block).map(|block| &block.kind) {
            Some(Kind::AgendaItem(_)) => Some(0),
            Some(Kind::Intervention(_) | Kind::Quote(_) | Kind::Note(_)) => Some(1),
            Some(Kind::Decision(Decision { matter: Matter::Appointment { .. }, .. })) => Some(2),
            Some(Kind::Decision(Decision { matter: Matter::Committee { .. }, .. })) => Some(3),
            Some(Kind::Signatures(_)) => Some(4),
            _ => None,
        };
        let has = has.filter(|_| !self.once_in(6));
        (block, has.map_or_else(|| self.one(&all), |at| all[at]))
    }

    fn noted(&mut self) -> Noted {
        let who = match self.below(3) {
            0 => Said::Nobody,
            1 => Said::Person(self.who()),
            _ => Said::Several("الحاضرون".into()),
        };
        Noted { at: self.time(), mark: self.one(&NoteMark::ALL), who, words: self.words() }
    }

    fn noting(&mut self) -> Noting {
        let is_note = |block: &&Arc<Block>| matches!(block.kind, Kind::Note(_));
        let notes: Vec<BlockId> =
            self.document.blocks().iter().filter(is_note).map(|block| block.id).collect();
        let note = if notes.is_empty() { self.block() } else { self.one(&notes) };
        match self.below(5) {
            0 | 1 => Noting::Keep { under: self.maybe(Self::block), noted: self.noted().into() },
            2 => Noting::Correct { note, noted: self.noted().into() },
            3 => Noting::Draft { note, noted: self.noted().into() },
            _ => Noting::Send(match self.below(3) {
                0 => Vec::new(),
                1 => vec![note],
                _ => vec![note, self.block(), note],
            }),
        }
    }

    fn follow_up(&mut self) -> FollowUp {
        match self.below(5) {
            0 => FollowUp::Addressee(self.words()),
            1 => FollowUp::Responsible(self.words()),
            2 => FollowUp::Due(self.day()),
            3 => FollowUp::State(self.one(&Progress::ALL)),
            _ => FollowUp::Vote(self.vote()),
        }
    }

    /// A change of the attendance list; now and then of somebody it does not have.
    fn roll(&mut self) -> Roll {
        let attendance = &self.document.meeting().attendance;
        let all: Vec<PersonId> = attendance.people.iter().map(|entry| entry.person).collect();
        let listed = self.known(&all).unwrap_or_else(|| self.person());
        match self.below(18) {
            0..=2 => Roll::Add { who: self.who(), at: self.below(5), presence: self.presence() },
            3 => Roll::Person {
                person: self.person(),
                field: self.one(&PersonField::ALL),
                value: self.value(),
            },
            4 => Roll::Aliases(self.person(), vec![self.words(), self.words()]),
            5 => Roll::Remove(listed),
            6 => Roll::Move(listed, self.shift()),
            7 => Roll::AddAll((0..self.below(4)).map(|_| self.who()).collect()),
            8 | 9 => Roll::Presence(listed, self.presence()),
            10 => Roll::Call { person: listed, presence: self.presence(), arrived: self.time() },
            11 => Roll::AllPresent,
            12 => Roll::Answers,
            13 => Roll::Answer(listed, self.one(&Answer::ALL)),
            14 => Roll::Sort(self.one(&[Order::Name, Order::Presence])),
            15 => Roll::MoveGroup(self.below(3), self.shift()),
            16 => Roll::Chair(self.person()),
            _ => Roll::Rapporteur(self.maybe(Self::person)),
        }
    }

    fn presence(&mut self) -> Presence {
        match self.one(&Presence::ALL) {
            Presence::Proxy(_) => Presence::Proxy(self.maybe(Self::person)),
            other => other,
        }
    }

    fn path(&mut self) -> FieldPath {
        let (at, output) = (self.below(4), self.one(&OutputKind::ALL));
        let of = self.one(&PersonField::ALL);
        match self.below(20) {
            0 => FieldPath::Label(u8::try_from(self.below(4)).unwrap_or(0)),
            1 | 2 => FieldPath::Chair(at, of),
            3 => FieldPath::Rapporteur(of),
            4 => FieldPath::Attendee(at, AttendeeField::Person(of)),
            5 => FieldPath::Attendee(at, self.one(&AttendeeField::OWN)),
            6 => FieldPath::GroupNominative(at),
            7 => FieldPath::GroupOblique(at),
            8 => FieldPath::GroupCount(at),
            9 => FieldPath::OutputTitle(output),
            10 => FieldPath::OutputNumber(output),
            11 => FieldPath::OutputReference(output),
            12 => FieldPath::OutputState(output),
            _ => self.one(&PATHS),
        }
    }

    fn of_header(&mut self) -> Command {
        match self.below(16) {
            0 => Command::AddOutput(self.one(&OutputKind::ALL)),
            1 => Command::RemoveChair(self.below(3)),
            2 => Command::RemoveGroup(self.below(3)),
            3 => {
                let body = Body { name: self.value(), ..Body::default() };
                let letterhead = Letterhead { lines: vec!["سطر".into()], ..Letterhead::default() };
                let mut signatories = Vec::new();
                for _ in 0..self.below(3) {
                    let known = self.person();
                    let known = self.document.person(known).cloned();
                    signatories.push(known.unwrap_or_else(|| self.new_person()));
                }
                let style = self.maybe(|lot| {
                    let style = lot.document.style().clone();
                    lot.one(&[style, Style::default()])
                });
                Command::Dress(Box::new(Dress { body, letterhead, style, signatories }))
            }
            4 => Command::SetOffer { name: self.words(), about: self.words() },
            5 => Command::SetPrompt(self.block(), self.words()),
            6..=9 => {
                let post = match self.below(4) {
                    0 => Post::Chair(self.below(3)),
                    1 => Post::Rapporteur,
                    2 => {
                        let (block, seat) = self.seat();
                        Post::Block(block, seat)
                    }
                    _ => Post::Proxy(self.person()),
                };
                let was = if self.once_in(3) { Some(self.value()) } else { None };
                Command::Appoint { post, who: self.who(), was }
            }
            _ => Command::SetField { path: self.path(), value: self.value() },
        }
    }

    fn of_all(&mut self) -> Command {
        match self.below(8) {
            0 => Command::Tidy,
            1 => Command::DismissSource,
            2 => Command::Adopt(Box::new(self.other())),
            _ => self.settle(),
        }
    }

    fn guess(&mut self, at: Target) -> Guess {
        let what = match self.below(16) {
            0 => Guessed::Kind,
            1 => Guessed::Title,
            2 => Guessed::Output,
            3 => Guessed::Field,
            4 => Guessed::Residue,
            5 => Guessed::Fused(self.offset(&at)),
            6 => Guessed::ListEnd,
            7 => Guessed::Label("3-".into()),
            8 => Guessed::Agenda,
            9 => Guessed::Attendance,
            10 => Guessed::Deadline,
            11 => Guessed::Next,
            12 => Guessed::Quotation(self.offset(&at)),
            13 => Guessed::Matter,
            14 => Guessed::Vote,
            _ => Guessed::Dateline,
        };
        Guess { at, what, how: self.one(&[Sureness::Certain, Sureness::Likely, Sureness::Unsure]) }
    }

    /// What an import may have guessed of this record.
    pub(crate) fn guesses(&mut self) -> Vec<Guess> {
        let mut all = Vec::new();
        for _ in 0..self.below(5) {
            let at = if self.once_in(5) { Target::Field(self.path()) } else { self.target() };
            all.push(self.guess(at));
        }
        all
    }

    fn settle(&mut self) -> Command {
        let own = self.document.source().map(|source| source.guesses.clone()).unwrap_or_default();
        let guesses = match (own.is_empty(), self.below(6)) {
            (true, _) | (_, 0) => self.guesses(),
            (_, 1) => own,
            _ => vec![self.one(&own)],
        };
        let answer = match self.below(5) {
            0 => Verdict::Confirm,
            1 => Verdict::Kind(self.kind()),
            2 => Verdict::Restore,
            3 => Verdict::Split,
            _ => Verdict::Join,
        };
        Command::Settle { guesses, answer }
    }

    /// A record read from another text: its own people, groups, blocks, and what was guessed of it.
    fn other(&mut self) -> Document {
        let mut other = Document::new(RecordId(0x99));
        let id = |counter| Id { session: 77, counter };
        let chair = PersonId(id(1));
        let group =
            Group { id: GroupId(id(2)), nominative: self.value(), oblique: String::new(), count: None };
        let kind = self.one(&OutputKind::ALL);
        let output = Output { title: RichText::plain(&self.clean()), ..Output::new(kind) };
        let mut steps = vec![
            Step::Put(Entry::Person(chair, Some(self.new_person()))),
            Step::SetField(Field::Chairs(vec![chair])),
            Step::SetField(Field::Attendee { person: chair, at: 0, entry: Some(Attendee::new(chair)) }),
            Step::SetField(Field::Group { id: group.id, at: 0, entry: Some(group) }),
            Step::SetField(Field::Output { kind, at: 0, entry: Some(Box::new(output)) }),
        ];
        let kinds = [
            Kind::Paragraph(Role::Lead),
            Kind::Intervention(Speaker::Person(chair)),
            Kind::recommendation(2),
            Kind::Decision(Decision::default()),
        ];
        let mut after = None;
        for counter in 0..self.below(4) {
            let block = BlockId(id(10 + u32::try_from(counter).unwrap_or(0)));
            let words = RichText::plain(&self.clean());
            let of = Block::new(block, self.one(&kinds), words);
            steps.push(Step::Insert { after, block: Arc::new(of) });
            after = Some(block);
        }
        for step in steps {
            assert!(other.apply(step.clone()).is_ok(), "{step:?}");
        }
        let mut of_other = Lot { document: &other, kept: &[], below: &mut *self.below };
        let source = Source { name: "نص.txt".into(), text: "نص".into(), guesses: of_other.guesses() };
        assert!(other.apply(Step::SetField(Field::Source(Some(source)))).is_ok(), "a source");
        other
    }
}

fn nowhere() -> BlockId {
    BlockId(Id { session: 99, counter: 99 })
}
