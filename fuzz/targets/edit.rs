//! Any bytes as what somebody does to a small record: it stays sound, its steps tell all that changed, a refused command
//! leaves no trace, everything is undone and done again, and what was made can be written and read.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use mahdar::arabic::nfc;
use mahdar::document::{
    Atom, Audience, BlockId, Document, Field, FieldPath, Flaw, Id, Kind, Mark, OutputKind, Person,
    PersonField, PersonId, Place, Presence, RichText, Step, StepError, Target,
};
use mahdar::edit::{
    Command, Editor, Fragment, Moment, Part, Roll, Seat, Selection, Shift, Toward, Unit, Who, motion,
};
use mahdar::store::{open_bytes, parse, write};

/// Letters that compose, reorder, join, take two bytes or four, end lines, are cleaned out, and the field's own place.
const LETTERS: [&str; 48] = [
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
];

/// What fields of the header are given.
const VALUES: [&str; 24] = [
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
    "regional",
    "congress",
    "21",
    "2/3",
    "atleast:14",
    "present",
    "proxy",
    "proxy:a.1",
    "approved",
    "arabic",
    "سطر | سطر",
    "e\u{301}\u{202B}\n\u{FFFC}",
];

const PATHS: [&str; 30] = [
    "language",
    "style.digits",
    "meeting.body.name",
    "meeting.body.level",
    "meeting.body.gender",
    "meeting.session.noun",
    "meeting.session.ordinal",
    "meeting.dates",
    "meeting.start",
    "meeting.venue",
    "meeting.members",
    "meeting.quorum",
    "meeting.next.dates",
    "meeting.next.venue",
    "letterhead.lines",
    "meeting.chairs.0.name",
    "meeting.chairs.1.name",
    "meeting.chairs.7.gender",
    "meeting.rapporteur.name",
    "meeting.rapporteur.honorific",
    "meeting.attendance.0.presence",
    "meeting.attendance.1.name",
    "meeting.attendance.2.presence",
    "meeting.attendance.0.arrived",
    "meeting.groups.0.count",
    "meeting.groups.1.nominative",
    "outputs.communique.title",
    "outputs.minutes.state",
    "outputs.news.number",
    "outputs.short.title",
];

/// A record with something of everything; its parts are also what commands are made of.
static WHOLE: LazyLock<Document> =
    LazyLock::new(|| match parse(include_bytes!("../seeds/open_file/everything.mahdar")) {
        Ok(document) => document,
        Err(error) => panic!("the record to edit does not open: {error}"),
    });

/// The same people and review, with four blocks.
static SMALL: LazyLock<Document> = LazyLock::new(|| with_blocks(&[11, 19, 51, 57]));

/// With none, and without a text they could belong to.
static BARE: LazyLock<Document> = LazyLock::new(|| {
    let mut bare = with_blocks(&[]);
    for output in WHOLE.outputs() {
        taken(bare.apply(Step::SetField(Field::Output { kind: output.kind, at: 0, entry: None })));
    }
    bare
});

fn with_blocks(kept: &[u32]) -> Document {
    let mut document = WHOLE.clone();
    for block in WHOLE.blocks().iter().filter(|block| !kept.contains(&block.id.0.counter)) {
        taken(document.apply(Step::Remove(block.id)));
    }
    document
}

fn taken(step: std::result::Result<Step, StepError>) {
    if let Err(error) = step {
        panic!("the record to begin with cannot be made: {error}");
    }
}

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| WHOLE.blocks().iter().map(|b| b.kind.clone()).collect());

static ATOMS: LazyLock<Vec<Atom>> = LazyLock::new(|| {
    WHOLE.blocks().iter().flat_map(|b| b.text.atoms().map(|(_, atom)| atom.clone())).collect()
});

static MARKS: LazyLock<Vec<Mark>> =
    LazyLock::new(|| WHOLE.blocks().iter().flat_map(|b| b.text.marks().iter().map(|m| m.mark)).collect());

fuzz_target!(|bytes: &[u8]| {
    // The end of the bytes is the end of the story.
    let _ = story(&mut Unstructured::new(bytes));
});

fn story(dice: &mut Unstructured<'_>) -> Result<()> {
    let first: u8 = dice.arbitrary()?;
    let start = match first % 8 {
        0 | 1 => BARE.clone(),
        2 => WHOLE.clone(),
        _ => SMALL.clone(),
    };
    let flaws = start.check();
    let mut editor = Editor::new(start.clone(), 7);
    let mut told = start.clone();
    let mut kept: Vec<Fragment> = Vec::new();
    let mut millis = 0;
    let mut end = Ok(());
    for _ in 0..100 {
        if dice.is_empty() {
            break;
        }
        end = act(dice, &mut editor, &mut told, &mut kept, &mut millis);
        if end.is_err() {
            break;
        }
        sound(&editor, &flaws);
    }
    let last = editor.document().clone();
    let mut turns = 0;
    while editor.can_undo() {
        editor.undo();
        turns += 1;
    }
    assert_eq!(*editor.document(), start, "undoing everything does not give the start");
    for _ in 0..turns {
        editor.redo();
    }
    assert_eq!(*editor.document(), last, "doing everything again does not give the end");
    // Reading takes longer than all the rest.
    if first >= 64 {
        return end;
    }
    let file = write(&last);
    match open_bytes(file.as_bytes()) {
        Ok(opened) => assert_eq!(opened.document, last, "another record was read than was written:\n{file}"),
        Err(error) => panic!("what was made does not open: {error}\n{file}"),
    }
    end
}

/// One command, or one step back or forth; `told` is the record as the steps alone tell it.
fn act(
    dice: &mut Unstructured<'_>,
    editor: &mut Editor,
    told: &mut Document,
    kept: &mut Vec<Fragment>,
    millis: &mut u64,
) -> Result<()> {
    let pause: u8 = dice.arbitrary()?;
    *millis += u64::from(pause) * 4;
    let (steps, what) = match pause % 16 {
        0 => (editor.undo().steps, "undo".into()),
        1 => (editor.redo().steps, "redo".into()),
        2 => {
            kept.push(if dice.ratio(1, 2)? { editor.copied() } else { editor.cut() });
            return Ok(());
        }
        _ => {
            let command = command(dice, editor.document(), kept)?;
            let what = format!("{command:?}");
            let before = editor.document().clone();
            match editor.run(command, &Moment { millis: *millis, ..Moment::default() }) {
                Ok(done) => (done.steps, what),
                Err(_) => {
                    assert!(*editor.document() == before, "refused, and left something: {what}");
                    (Vec::new(), what)
                }
            }
        }
    };
    for step in steps {
        if let Err(error) = told.apply(step.clone()) {
            panic!("a step does not fit: {error}: {step:?} after {what}");
        }
    }
    assert!(told == editor.document(), "the steps tell another record than there is after {what}");
    Ok(())
}

fn sound(editor: &Editor, flaws: &[Flaw]) {
    let document = editor.document();
    for flaw in document.check() {
        assert!(flaws.contains(&flaw), "{flaw:?}");
    }
    for place in [&editor.selection().anchor, &editor.selection().head] {
        match document.rich(&place.target) {
            Some(rich) => {
                let inside = place.offset <= rich.len();
                let at = motion::grapheme_at_or_after(rich.text(), place.offset);
                assert!(inside && at == place.offset, "{place:?} in {rich:?}");
            }
            // A title that is not there yet is made when something is typed into it.
            None => {
                let title = matches!(place.target, Target::Title(_));
                assert!(title || document.blocks().is_empty(), "the caret is nowhere: {place:?}");
            }
        }
    }
}

fn words(dice: &mut Unstructured<'_>) -> Result<String> {
    let count = dice.int_in_range(0..=6)?;
    (0..count).map(|_| dice.choose(&LETTERS).copied()).collect()
}

fn rich(dice: &mut Unstructured<'_>) -> Result<RichText> {
    let blocks: Vec<&RichText> = WHOLE.blocks().iter().map(|block| &block.text).collect();
    Ok(if dice.ratio(1, 2)? {
        (*dice.choose(&blocks)?).clone()
    } else {
        RichText::plain(&nfc(&words(dice)?))
    })
}

fn some<T: Clone>(dice: &mut Unstructured<'_>, all: &[T]) -> Result<T> {
    dice.choose(all).cloned()
}

fn target(dice: &mut Unstructured<'_>, document: &Document) -> Result<Target> {
    let mut all: Vec<Target> = document.blocks().iter().map(|block| Target::Block(block.id)).collect();
    all.extend(document.outputs().iter().map(|output| Target::Title(output.kind)));
    all.push(Target::Block(BlockId(Id { session: 99, counter: 99 })));
    some(dice, &all)
}

fn block(dice: &mut Unstructured<'_>, document: &Document) -> Result<BlockId> {
    let mut all: Vec<BlockId> = document.blocks().iter().map(|block| block.id).collect();
    all.push(BlockId(Id { session: 99, counter: 99 }));
    some(dice, &all)
}

/// A place inside a text, at times inside a letter or past the end.
fn offset(dice: &mut Unstructured<'_>, document: &Document, at: &Target) -> Result<usize> {
    let length = document.rich(at).map_or(0, RichText::len);
    dice.int_in_range(0..=length + 1)
}

fn place(dice: &mut Unstructured<'_>, document: &Document) -> Result<Place> {
    let at = target(dice, document)?;
    let offset = offset(dice, document, &at)?;
    Ok(Place::new(at, offset))
}

fn person(dice: &mut Unstructured<'_>, document: &Document) -> Result<PersonId> {
    let mut all: Vec<PersonId> = document.people().keys().copied().collect();
    all.push(PersonId(Id { session: 99, counter: 99 }));
    some(dice, &all)
}

fn audience(dice: &mut Unstructured<'_>) -> Result<Audience> {
    some(dice, &[Audience::Both, Audience::MinutesOnly, Audience::CommuniqueOnly])
}

fn roll(dice: &mut Unstructured<'_>, document: &Document, shift: Shift) -> Result<Roll> {
    let who = person(dice, document)?;
    Ok(match dice.int_in_range(0..=9)? {
        0 => {
            let person = Person { name: words(dice)?, role: words(dice)?, ..Person::default() };
            let at = dice.int_in_range(0..=5)?;
            Roll::Add { who: Who::New(Box::new(person)), at, presence: some(dice, &Presence::ALL)? }
        }
        1 => Roll::Add { who: Who::Known(who), at: dice.int_in_range(0..=5)?, presence: Presence::Guest },
        2 => Roll::Person {
            person: who,
            field: some(dice, &PersonField::ALL)?,
            value: some(dice, &VALUES)?.into(),
        },
        3 => Roll::Aliases(who, vec![words(dice)?]),
        4 => Roll::Remove(who),
        5 => Roll::Move(who, shift),
        6 => {
            let mut said = some(dice, &Presence::ALL)?;
            if let Presence::Proxy(by) = &mut said {
                *by = Some(person(dice, document)?);
            }
            Roll::Presence(who, said)
        }
        7 => Roll::MoveGroup(dice.int_in_range(0..=3)?, shift),
        8 => Roll::Chair(who),
        _ => Roll::Rapporteur(if dice.ratio(1, 3)? { None } else { Some(who) }),
    })
}

fn command(dice: &mut Unstructured<'_>, document: &Document, kept: &[Fragment]) -> Result<Command> {
    let which = dice.int_in_range(0..=37)?;
    let shift = some(dice, &[Shift::Up, Shift::Down])?;
    Ok(match which {
        0 | 1 => Command::Select(Selection::caret(place(dice, document)?)),
        2..=5 => Command::Select(Selection { anchor: place(dice, document)?, head: place(dice, document)? }),
        6..=9 => Command::Type(words(dice)?),
        10..=12 => Command::Delete(Unit::Grapheme, some(dice, &[Toward::Start, Toward::End])?),
        13 => Command::Delete(Unit::Word, some(dice, &[Toward::Start, Toward::End])?),
        14 | 15 => Command::Enter,
        16 => Command::PasteText(words(dice)? + &words(dice)?),
        17 | 18 => Command::Paste(some(dice, kept).unwrap_or_default()),
        19 => {
            let count = dice.int_in_range(0..=3)?;
            let parts = (0..count).map(|_| {
                let kind = if dice.ratio(1, 2)? { Some(some(dice, &KINDS)?) } else { None };
                Ok(Part { kind, audience: audience(dice)?, text: rich(dice)? })
            });
            Command::Paste(Fragment { parts: parts.collect::<Result<_>>()? })
        }
        20 => Command::Depth(shift),
        21 => Command::SetKind(some(dice, &KINDS)?),
        22 => Command::Move(shift),
        23 => Command::Toggle(some(dice, &MARKS)?),
        24 => Command::InsertField(some(dice, &ATOMS)?),
        25 | 26 => {
            let path: &str = some(dice, &PATHS)?;
            let path: FieldPath = match path.parse() {
                Ok(path) => path,
                Err(_) => panic!("there is no such path: {path}"),
            };
            let value = if dice.ratio(1, 4)? { words(dice)? } else { some(dice, &VALUES)?.to_owned() };
            Command::SetField { path, value }
        }
        27 | 28 => Command::Roll(roll(dice, document, shift)?),
        29 => {
            let target = target(dice, document)?;
            let (from, to) = (offset(dice, document, &target)?, offset(dice, document, &target)?);
            Command::Replace { target, range: from.min(to)..from.max(to), text: words(dice)? }
        }
        30 => Command::SetBlockKind(block(dice, document)?, some(dice, &KINDS)?),
        31 => {
            let seats = [Seat::Presenter, Seat::Speaker, Seat::Appointed, Seat::Member(0), Seat::Member(2)];
            let seat = if dice.ratio(1, 6)? {
                Seat::Signatory(dice.int_in_range(0..=3)?)
            } else {
                some(dice, &seats)?
            };
            Command::SetBlockPerson { block: block(dice, document)?, seat, name: some(dice, &VALUES)?.into() }
        }
        32 => {
            let after = if dice.ratio(1, 3)? { None } else { Some(block(dice, document)?) };
            Command::InsertBlock { after, kind: some(dice, &KINDS)?, words: words(dice)? }
        }
        33 => Command::SetBlockWords(block(dice, document)?, words(dice)?),
        34 => Command::MoveBlock(block(dice, document)?, shift),
        35 => Command::RemoveBlock(block(dice, document)?),
        37 => {
            let before = if dice.ratio(1, 4)? { None } else { Some(block(dice, document)?) };
            Command::MoveBefore { block: block(dice, document)?, before }
        }
        36 => Command::Append(some(dice, &KINDS)?),
        _ => match dice.int_in_range(0..=6)? {
            0 => Command::SelectAll,
            1 => Command::SetAudience(audience(dice)?),
            2 => Command::SetBlockAudience(block(dice, document)?, audience(dice)?),
            3 => Command::RemoveChair(dice.int_in_range(0..=3)?),
            4 => Command::RemoveGroup(dice.int_in_range(0..=3)?),
            5 => Command::Proceedings,
            _ => Command::AddOutput(some(dice, &OutputKind::ALL)?),
        },
    })
}
