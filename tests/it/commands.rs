//! Every command there is, made by lot for a record: none is forgotten, and each is accepted now and then.

use std::collections::BTreeMap;
use std::sync::Arc;

use mahdar::arabic::Time;
use mahdar::document::{
    Answer, Block, Body, Document, FieldPath, Guess, Guessed, Kind, NoteMark, OutputKind, Person,
    PersonField, PersonForm, PersonId, Presence, Progress, RecordId, RichText, Step, Sureness, Target, Vote,
};
use mahdar::edit::{
    Command, Dress, Editor, FollowUp, Fragment, Moment, Noted, Noting, Order, Part, Post, Roll, Said, Seat,
    Selection, Shift, Swap, Toward, Unit, Verdict, Who,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use crate::random::{self, Dice};
use crate::record::{block_id, person_id};

/// The name of a command: this does not compile until a new one is named here, nor pass until it is made below.
fn name(command: &Command) -> &'static str {
    match command {
        Command::Select(_) => "Select",
        Command::SelectAll => "SelectAll",
        Command::Type(_) => "Type",
        Command::PasteText(_) => "PasteText",
        Command::Paste(_) => "Paste",
        Command::Delete(..) => "Delete",
        Command::Enter => "Enter",
        Command::Depth(_) => "Depth",
        Command::SetKind(_) => "SetKind",
        Command::SetAudience(_) => "SetAudience",
        Command::SetBlockKind(..) => "SetBlockKind",
        Command::SetBlockAudience(..) => "SetBlockAudience",
        Command::SetBlockPerson { .. } => "SetBlockPerson",
        Command::Appoint { .. } => "Appoint",
        Command::Move(_) => "Move",
        Command::Toggle(_) => "Toggle",
        Command::InsertField(_) => "InsertField",
        Command::InsertPerson { .. } => "InsertPerson",
        Command::Complete { .. } => "Complete",
        Command::Freeze { .. } => "Freeze",
        Command::InsertBlock { .. } => "InsertBlock",
        Command::SetBlockWords(..) => "SetBlockWords",
        Command::MoveBlock(..) => "MoveBlock",
        Command::MoveBefore { .. } => "MoveBefore",
        Command::Put { .. } => "Put",
        Command::RemoveSelected => "RemoveSelected",
        Command::ToItems => "ToItems",
        Command::ToParagraphs => "ToParagraphs",
        Command::SplitItems(_) => "SplitItems",
        Command::FollowUp(_) => "FollowUp",
        Command::RemoveBlock(_) => "RemoveBlock",
        Command::Proceedings => "Proceedings",
        Command::Note(noting) => match noting {
            Noting::Keep { .. } => "Note Keep",
            Noting::Correct { .. } => "Note Correct",
            Noting::Draft { .. } => "Note Draft",
            Noting::Send(_) => "Note Send",
        },
        Command::SetVerb { .. } => "SetVerb",
        Command::SetField { .. } => "SetField",
        Command::Dress(_) => "Dress",
        Command::RemoveChair(_) => "RemoveChair",
        Command::RemoveGroup(_) => "RemoveGroup",
        Command::Roll(roll) => roll_name(roll),
        Command::Replace { .. } => "Replace",
        Command::Swap(_) => "Swap",
        Command::Tidy => "Tidy",
        Command::Adopt(_) => "Adopt",
        Command::Settle { answer, .. } => verdict_name(answer),
        Command::DismissSource => "DismissSource",
        Command::SetOffer { .. } => "SetOffer",
        Command::SetPrompt(..) => "SetPrompt",
        Command::AddOutput(_) => "AddOutput",
        Command::Append(_) => "Append",
    }
}

fn roll_name(roll: &Roll) -> &'static str {
    match roll {
        Roll::Add { .. } => "Roll::Add",
        Roll::Person { .. } => "Roll::Person",
        Roll::Aliases(..) => "Roll::Aliases",
        Roll::Remove(_) => "Roll::Remove",
        Roll::Move(..) => "Roll::Move",
        Roll::AddAll(_) => "Roll::AddAll",
        Roll::Presence(..) => "Roll::Presence",
        Roll::Call { .. } => "Roll::Call",
        Roll::AllPresent => "Roll::AllPresent",
        Roll::Answers => "Roll::Answers",
        Roll::Answer(..) => "Roll::Answer",
        Roll::Sort(_) => "Roll::Sort",
        Roll::MoveGroup(..) => "Roll::MoveGroup",
        Roll::Chair(_) => "Roll::Chair",
        Roll::Rapporteur(_) => "Roll::Rapporteur",
    }
}

fn verdict_name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Confirm => "Settle Confirm",
        Verdict::Kind(_) => "Settle Kind",
        Verdict::Restore => "Settle Restore",
        Verdict::Split => "Settle Split",
        Verdict::Join => "Settle Join",
    }
}

/// All of these names.
const NAMES: [&str; 70] = [
    "Select",
    "SelectAll",
    "Type",
    "PasteText",
    "Paste",
    "Delete",
    "Enter",
    "Depth",
    "SetKind",
    "SetAudience",
    "SetBlockKind",
    "SetBlockAudience",
    "SetBlockPerson",
    "Appoint",
    "Move",
    "Toggle",
    "InsertField",
    "InsertPerson",
    "Complete",
    "Freeze",
    "InsertBlock",
    "SetBlockWords",
    "MoveBlock",
    "MoveBefore",
    "Put",
    "RemoveSelected",
    "ToItems",
    "ToParagraphs",
    "SplitItems",
    "FollowUp",
    "Note Keep",
    "Note Correct",
    "Note Draft",
    "Note Send",
    "SetVerb",
    "RemoveBlock",
    "Proceedings",
    "SetField",
    "Dress",
    "RemoveChair",
    "RemoveGroup",
    "Replace",
    "Swap",
    "Tidy",
    "Adopt",
    "DismissSource",
    "SetOffer",
    "SetPrompt",
    "AddOutput",
    "Append",
    "Roll::Add",
    "Roll::Person",
    "Roll::Aliases",
    "Roll::Remove",
    "Roll::Move",
    "Roll::AddAll",
    "Roll::Presence",
    "Roll::Call",
    "Roll::AllPresent",
    "Roll::Answers",
    "Roll::Answer",
    "Roll::Sort",
    "Roll::MoveGroup",
    "Roll::Chair",
    "Roll::Rapporteur",
    "Settle Confirm",
    "Settle Kind",
    "Settle Restore",
    "Settle Split",
    "Settle Join",
];

impl Dice {
    /// A command for this record; most are accepted. What people do most is made most often.
    pub(crate) fn command(&self, document: &Document) -> Command {
        match self.turn(0, 100) {
            0..=17 => self.moving(document),
            18..=29 => Command::Type(self.words.clone()),
            30..=43 => {
                let unit = if self.turn(1, 3) == 0 { Unit::Word } else { Unit::Grapheme };
                let toward = if self.turn(2, 2) == 0 { Toward::Start } else { Toward::End };
                Command::Delete(unit, toward)
            }
            44..=49 => Command::Enter,
            50..=62 => self.in_text(document),
            63..=78 => self.of_blocks(document),
            79..=86 => Command::Roll(self.roll(document)),
            87..=93 => self.of_header(document),
            _ => self.of_all(document),
        }
    }

    fn shift(&self) -> Shift {
        if self.turn(3, 2) == 0 { Shift::Up } else { Shift::Down }
    }

    fn moving(&self, document: &Document) -> Command {
        match self.turn(1, 6) {
            0 => Command::SelectAll,
            1 | 2 => Command::Select(Selection::caret(self.place(document, 0))),
            _ => {
                Command::Select(Selection { anchor: self.place(document, 0), head: self.place(document, 1) })
            }
        }
    }

    fn range(&self, document: &Document) -> (Target, std::ops::Range<usize>) {
        let from = self.place(document, 0);
        let to = self.offset(document, &from.target, 3);
        (from.target, from.offset.min(to)..from.offset.max(to))
    }

    fn in_text(&self, document: &Document) -> Command {
        let (target, range) = self.range(document);
        match self.turn(1, 9) {
            0 => Command::Complete { target, range, phrase: self.rich.clone() },
            1 => {
                let length = document.rich(&target).map_or(0, RichText::len);
                let words = (0..=length).map(|at| (at, self.words.clone())).collect();
                Command::Freeze { target, words }
            }
            2 => {
                let person = Person { name: self.words.clone(), ..Person::default() };
                Command::InsertPerson { who: Who::New(Box::new(person)), form: PersonForm::Full }
            }
            3 => Command::InsertField(self.atom.clone()),
            4 => Command::PasteText(format!("{}\n{}\r\n{}", self.words, self.rich.text(), self.words)),
            5 => {
                let part = |text: &RichText, whole: bool| Part {
                    kind: whole.then(|| self.kind.clone()),
                    audience: self.audience,
                    text: text.clone(),
                };
                let words = RichText::plain(&mahdar::arabic::nfc(&self.words));
                let parts = vec![part(&self.rich, true), part(&words, false), part(&self.rich, false)];
                Command::Paste(Fragment { parts })
            }
            6 => Command::Toggle(self.mark),
            7 => Command::Replace { target, range, text: self.words.clone() },
            _ => Command::Swap(self.swaps(document)),
        }
    }

    /// In two texts, an entry and a person at once; now and then in places that overlap.
    fn swaps(&self, document: &Document) -> Vec<Swap> {
        let text = |(target, range)| Swap::Text { target, range, words: self.words.clone() };
        let other = self.place(document, 2);
        let mut swaps = vec![text(self.range(document)), text((other.target, other.offset..other.offset))];
        if self.turn(2, 3) == 0 {
            swaps.push(Swap::Field { path: FieldPath::Venue, value: self.words.clone() });
        }
        if self.turn(3, 3) == 0 {
            let (person, value) = (self.known(document, 0), self.words.clone());
            swaps.push(Swap::Person { person, field: PersonField::Role, value });
        }
        swaps
    }

    fn of_blocks(&self, document: &Document) -> Command {
        let (block, other) = (self.block(document, 0), self.block(document, 1));
        let other = (self.turn(2, 3) > 0).then_some(other);
        match self.turn(1, 26) {
            0 => Command::Depth(self.shift()),
            1 => Command::Move(self.shift()),
            2 | 3 => Command::SetKind(self.kind.clone()),
            4 => Command::SetAudience(self.audience),
            5 => Command::SetBlockKind(block, self.kind.clone()),
            6 => Command::SetBlockAudience(block, self.audience),
            7 => Command::SetBlockPerson { block, seat: self.seat(), name: self.words.clone() },
            8 => {
                Command::InsertBlock { after: other, kind: self.kind.clone(), words: self.rich.text().into() }
            }
            9 => Command::SetBlockWords(block, self.words.clone()),
            10 => Command::MoveBlock(block, self.shift()),
            11 | 12 => Command::MoveBefore { block, before: other },
            13 => Command::RemoveBlock(block),
            14 => Command::Proceedings,
            22 | 23 => Command::Note(self.noting(document)),
            24 => {
                let (masculine, feminine) = ("أكد".to_owned(), "أكدت".to_owned());
                Command::SetVerb { block, masculine, feminine }
            }
            15 => Command::ToItems,
            16 => Command::ToParagraphs,
            17 => Command::SplitItems(other),
            18 => Command::RemoveSelected,
            19 => Command::FollowUp(self.follow_up()),
            20 => {
                let depth = (self.turn(0, 6) < 4).then(|| u8::try_from(self.turn(0, 4)).unwrap());
                Command::Put { before: other, depth }
            }
            _ => Command::Append(self.kind.clone()),
        }
    }

    fn noting(&self, document: &Document) -> Noting {
        let block = self.block(document, 0);
        let who = match self.turn(2, 3) {
            0 => Said::Nobody,
            1 => Said::Person(self.who(document, 1)),
            _ => Said::Several("الحاضرون".into()),
        };
        let mark = NoteMark::ALL[self.turn(3, NoteMark::ALL.len())];
        let noted = Box::new(Noted { at: None, mark, who, words: self.words.clone() });
        // The note there is, where there is one.
        let is_note = |block: &&Arc<Block>| matches!(block.kind, Kind::Note(_));
        let note = document.blocks().iter().find(is_note).map_or(block, |block| block.id);
        match self.turn(0, 5) {
            0 | 1 => Noting::Keep { under: (self.turn(1, 2) == 0).then_some(block), noted },
            2 => Noting::Correct { note, noted },
            3 => Noting::Draft { note, noted },
            _ if self.turn(2, 2) == 0 => Noting::Send(Vec::new()),
            _ => Noting::Send(vec![note]),
        }
    }

    fn follow_up(&self) -> FollowUp {
        match self.turn(3, 5) {
            0 => FollowUp::Addressee(self.words.clone()),
            1 => FollowUp::Responsible(self.words.clone()),
            2 => FollowUp::Due(None),
            3 => FollowUp::State(Progress::ALL[self.turn(2, 5)]),
            _ => FollowUp::Vote(Some(Vote::Unanimous)),
        }
    }

    fn seat(&self) -> Seat {
        match self.turn(2, 5) {
            0 => Seat::Presenter,
            1 => Seat::Speaker,
            2 => Seat::Appointed,
            3 => Seat::Member(self.turn(3, 4)),
            _ => Seat::Signatory(self.turn(3, 4)),
        }
    }

    fn known(&self, document: &Document, turn: usize) -> PersonId {
        let people: Vec<PersonId> = document.people().keys().copied().collect();
        self.pick(&people, turn).copied().unwrap_or(person_id(99))
    }

    fn who(&self, document: &Document, turn: usize) -> Who {
        if self.turn(turn, 2) == 0 {
            return Who::Known(self.known(document, turn));
        }
        let (name, role) = (self.words.clone(), self.words.clone());
        Who::New(Box::new(Person { name, role, ..Person::default() }))
    }

    /// A change of the attendance list; now and then of somebody it does not have.
    fn roll(&self, document: &Document) -> Roll {
        let listed = self.pick(&document.meeting().attendance.people, 0).map(|entry| entry.person);
        let listed = listed.filter(|_| self.turn(3, 9) > 0).unwrap_or(self.known(document, 0));
        let field = PersonField::ALL[self.turn(1, 8)];
        match self.turn(2, 18) {
            16 => {
                let arrived = Time::new(10, 12).filter(|_| self.turn(3, 2) == 0);
                Roll::Call { person: listed, presence: Presence::ALL[self.turn(1, 6)], arrived }
            }
            0..=2 => {
                let presence = Presence::ALL[self.turn(3, 6)];
                Roll::Add { who: self.who(document, 0), at: self.turn(1, 5), presence }
            }
            3 => Roll::Person { person: self.known(document, 0), field, value: self.words.clone() },
            4 => Roll::Aliases(self.known(document, 0), vec![self.words.clone()]),
            5 => Roll::Remove(listed),
            6 => Roll::Move(listed, self.shift()),
            7 => Roll::AddAll(vec![self.who(document, 0), self.who(document, 1)]),
            8 | 9 => {
                let mut said = Presence::ALL[self.turn(1, 6)];
                if let Presence::Proxy(by) = &mut said {
                    *by = Some(self.known(document, 1));
                }
                Roll::Presence(listed, said)
            }
            10 => Roll::AllPresent,
            11 => Roll::Answers,
            12 => Roll::Answer(listed, Answer::ALL[self.turn(1, Answer::ALL.len())]),
            13 => Roll::Sort(if self.turn(1, 2) == 0 { Order::Name } else { Order::Presence }),
            14 => Roll::MoveGroup(self.turn(1, 3), self.shift()),
            15 => Roll::Chair(self.known(document, 0)),
            _ => Roll::Rapporteur((self.turn(1, 3) > 0).then(|| self.known(document, 1))),
        }
    }

    fn of_header(&self, document: &Document) -> Command {
        match self.turn(1, 11) {
            0 => Command::AddOutput(OutputKind::ALL[self.turn(2, 9)]),
            9 => Command::SetOffer { name: self.words.clone(), about: String::new() },
            10 => Command::SetPrompt(self.block(document, 0), self.words.clone()),
            1 => Command::RemoveChair(self.turn(2, 3)),
            2 => Command::RemoveGroup(self.turn(2, 3)),
            3 => {
                let kind = document.outputs().first().map_or(OutputKind::Minutes, |output| output.kind);
                Command::SetField { path: FieldPath::OutputTitle(kind), value: self.words.clone() }
            }
            8 => {
                let body = Body { name: self.words.clone(), ..Body::default() };
                let who = |at| document.person(self.known(document, at)).cloned();
                let new = Person { name: mahdar::arabic::nfc(&self.words), ..Person::default() };
                let signatories = who(0).into_iter().chain([new]).collect();
                let style = Some(document.style().clone());
                Command::Dress(Box::new(Dress { body, style, signatories, ..Dress::default() }))
            }
            4 | 5 => {
                let post = match self.turn(2, 4) {
                    0 => Post::Chair(self.turn(3, 3)),
                    1 => Post::Rapporteur,
                    2 => Post::Block(self.block(document, 0), self.seat()),
                    _ => Post::Proxy(self.known(document, 1)),
                };
                let was = (self.turn(0, 3) == 0).then(|| "كما كان".to_owned());
                Command::Appoint { post, who: self.who(document, 0), was }
            }
            _ => {
                let paths = [
                    "meeting.chairs.0.gender",
                    "meeting.chairs.2.name",
                    "meeting.groups.0.count",
                    "meeting.venue",
                    "meeting.attendance.0.presence",
                    "meeting.attendance.1.name",
                    "meeting.dates",
                ];
                let path = paths[self.turn(2, paths.len())].parse().expect("a path");
                let values = ["female", "7", "المقر", "2024-03-02", ""];
                Command::SetField { path, value: values[self.turn(3, values.len())].into() }
            }
        }
    }

    fn of_all(&self, document: &Document) -> Command {
        match self.turn(1, 8) {
            0 => Command::Tidy,
            1 => Command::DismissSource,
            2 => Command::Adopt(Box::new(self.other())),
            _ => self.settle(document),
        }
    }

    /// A record read from another text, with what was guessed of it.
    fn other(&self) -> Document {
        let mut other = Document::new(RecordId(0x99));
        let mut after = None;
        // It has no people: what names somebody is not in it.
        let mut alone = Document::new(RecordId(0x98));
        let named = Block::new(block_id(900), self.kind.clone(), RichText::default());
        let lone = alone.apply(Step::Insert { after: None, block: Arc::new(named) }).is_ok()
            && alone.check().is_empty();
        let kind = if lone { self.kind.clone() } else { Kind::default() };
        for (counter, kind) in [(901, kind), (902, Kind::recommendation(1))] {
            let block =
                Block::new(block_id(counter), kind, RichText::plain(&mahdar::arabic::nfc(&self.words)));
            if other.apply(Step::Insert { after, block: Arc::new(block) }).is_ok() {
                after = Some(block_id(counter));
            }
        }
        let guesses = (self.turn(2, 2) == 0).then(|| self.guess(Target::Block(block_id(902))));
        let source = mahdar::document::Source {
            name: "نص.txt".into(),
            text: self.words.as_str().into(),
            guesses: guesses.into_iter().collect(),
        };
        let field = mahdar::document::Field::Source(Some(source));
        other.apply(Step::SetField(field)).expect("a source");
        other
    }

    fn guess(&self, at: Target) -> Guess {
        let what = match self.turn(2, 6) {
            0 => Guessed::Kind,
            1 => Guessed::Residue,
            2 => Guessed::Fused(self.turn(3, 12)),
            3 => Guessed::ListEnd,
            4 => Guessed::Quotation(self.turn(3, 12)),
            _ => Guessed::Label("3-".into()),
        };
        Guess { at, what, how: Sureness::Likely }
    }

    fn settle(&self, document: &Document) -> Command {
        let own = document.source().and_then(|source| self.pick(&source.guesses, 0)).cloned();
        let guess = own.unwrap_or_else(|| self.guess(self.target(document, 0)));
        let answer = match self.turn(3, 5) {
            0 => Verdict::Confirm,
            1 => Verdict::Kind(self.kind.clone()),
            2 => Verdict::Restore,
            3 => Verdict::Split,
            _ => Verdict::Join,
        };
        Command::Settle { guesses: vec![guess], answer }
    }
}

#[test]
fn every_command_is_made_by_lot_and_accepted_now_and_then() {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let mut made: BTreeMap<&str, (usize, usize)> = NAMES.into_iter().map(|name| (name, (0, 0))).collect();
    for _ in 0..1500 {
        let document = random::document().new_tree(&mut runner).expect("a record").current();
        let mut editor = Editor::new(document, 7);
        for _ in 0..8 {
            let dice = random::dice().new_tree(&mut runner).expect("dice").current();
            let command = dice.command(editor.document());
            let count = made.get_mut(name(&command)).expect("a command that is in the list of names");
            count.0 += 1;
            count.1 += usize::from(editor.run(command, &Moment::default()).is_ok());
        }
    }
    let never: Vec<_> = made.iter().filter(|(_, (_, accepted))| *accepted == 0).collect();
    assert!(never.is_empty(), "made and accepted: {never:?}");
}
