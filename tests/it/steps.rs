//! Steps and their inverses, commands and undo, and the saved form, on random records.
use mahdar::arabic::is_nfc;
use mahdar::document::{
    Audience, Block, Document, Entry, Field, Kind, OutputKind, Person, Piece, Place, RecordId, RichError,
    RichText, Step, StepError, Target,
};
use mahdar::edit::{Command, Editor, Moment, Shift, motion};
use proptest::collection::vec;
use proptest::prelude::*;
use ron::ser::PrettyConfig;

use crate::random;
use crate::record::{block_id, open, person_id, show};

fn written(document: &Document) -> String {
    let pretty = PrettyConfig::new().depth_limit(2).escape_strings(false);
    ron::ser::to_string_pretty(document, pretty).expect("a record can be written")
}

fn texts(document: &Document) -> impl Iterator<Item = &RichText> {
    let titles = document.outputs().iter().map(|output| &output.title);
    document.blocks().iter().map(|block| &block.text).chain(titles)
}

fn is_settled(editor: &Editor, place: &Place) -> bool {
    let Some(rich) = editor.document().rich(&place.target) else { return false };
    place.offset <= rich.len() && motion::grapheme_at_or_after(rich.text(), place.offset) == place.offset
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_is_undone_by_its_inverse(document in random::document(), dice in vec(random::dice(), 1..12)) {
        let mut now = document.clone();
        let mut inverses = Vec::new();
        for dice in &dice {
            let before = now.clone();
            let step = dice.step(&now);
            match now.apply(step.clone()) {
                Ok(inverse) => {
                    let mut back = now.clone();
                    let again = back.apply(inverse.clone()).expect("an inverse fits");
                    prop_assert_eq!(&back, &before, "{:?}", step);
                    back.apply(again).expect("the inverse of an inverse fits");
                    prop_assert_eq!(&back, &now, "{:?}", step);
                    inverses.push(inverse);
                }
                Err(_) => prop_assert_eq!(&now, &before, "a refused step left something: {:?}", step),
            }
        }
        for inverse in inverses.into_iter().rev() {
            now.apply(inverse).expect("inverses in reverse order fit");
        }
        prop_assert_eq!(now, document);
    }

    #[test]
    fn a_record_and_a_step_are_read_as_they_were_written(document in random::document(), dice in random::dice()) {
        let text = written(&document);
        let read: Document = ron::from_str(&text).expect("what was written can be read");
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(written(&read), text);
        let step = dice.step(&document);
        let line = ron::to_string(&step).expect("a step can be written");
        prop_assert_eq!(ron::from_str::<Step>(&line).expect("and read"), step);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn commands_keep_the_record_sound_and_can_all_be_taken_back(
        document in random::document(),
        dice in vec((random::dice(), 0..1200u64, 0..12u8), 1..25),
    ) {
        prop_assert_eq!(document.check(), []);
        let mut editor = Editor::new(document.clone(), 7);
        let mut journal = document.clone();
        let mut kept = Vec::new();
        let mut millis = 0;
        for (dice, pause, turn) in dice {
            millis += pause;
            let before = editor.document().clone();
            let mut what = String::new();
            let steps = match turn {
                0 => editor.undo().steps,
                1 => editor.redo().steps,
                _ => {
                    kept.push(if turn == 2 { editor.cut() } else { editor.copied() });
                    let command = dice.command_with(editor.document(), &kept);
                    what = format!("{command:?}");
                    match editor.run(command, &Moment { millis, ..Moment::default() }) {
                        Ok(done) => done.steps,
                        Err(_) => {
                            prop_assert_eq!(editor.document(), &before, "{} was refused and left something", what);
                            Vec::new()
                        }
                    }
                }
            };
            for step in steps {
                journal.apply(step).expect("a step of the journal fits");
            }
            prop_assert_eq!(&journal, editor.document(), "the journal after {}", what);
            prop_assert_eq!(editor.document().check(), [], "{}", what);
            prop_assert!(texts(editor.document()).all(|text| is_nfc(text.text())), "{}", what);
            let selection = editor.selection();
            for place in [&selection.anchor, &selection.head] {
                // A title that no output has is made once something is typed into it.
                let waits = matches!(place.target, Target::Title(_)) && place.offset == 0;
                let waits = waits && editor.document().rich(&place.target).is_none();
                prop_assert!(is_settled(&editor, place) || waits, "{:?} after {}", place, what);
            }
        }
        let last = editor.document().clone();
        let mut turns = 0;
        while editor.can_undo() {
            editor.undo();
            turns += 1;
        }
        prop_assert_eq!(editor.document(), &document);
        prop_assert!(!editor.is_changed());
        for _ in 0..turns {
            editor.redo();
        }
        prop_assert_eq!(editor.document(), &last);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_for_the_minutes_only_stay_there_whatever_is_edited(
        document in random::document(),
        dice in vec(random::dice(), 1..25),
    ) {
        // Every such word is marked by a letter that nothing else writes.
        let mut document = document;
        let secret: Vec<_> = document.blocks().iter().filter(|b| b.audience == Audience::MinutesOnly).map(|b| b.id).collect();
        for id in secret {
            let at = Target::Block(id);
            let length = document.rich(&at).map_or(0, RichText::len);
            let insert = RichText::plain("X X X X");
            document.apply(Step::Splice { at, start: 0, end: length, insert }).expect("a whole block");
        }
        let mut editor = Editor::new(document, 7);
        for dice in dice {
            let command = dice.command(editor.document());
            if matches!(command, Command::SetAudience(_) | Command::SetBlockAudience(..)) {
                continue;
            }
            let what = format!("{command:?}");
            // Refusals are tested above.
            let _refused = editor.run(command, &Moment::default()).is_err();
            for block in editor.document().blocks() {
                let is_secret = block.audience == Audience::MinutesOnly;
                prop_assert!(is_secret || !block.text.text().contains('X'), "{:?} after {}", block, what);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_item_moved_past_its_neighbour_and_back_stands_where_it_was(
        rises in vec(0..4u8, 1..12),
        at in any::<proptest::sample::Index>(),
    ) {
        // An outline in which no level is skipped.
        let mut depth = 0;
        let names = ["axis", "section", "item", "sub"];
        let mut rows = Vec::new();
        for (n, rise) in rises.iter().enumerate() {
            depth = if n == 0 { 0 } else { (*rise).min(depth + 1) };
            rows.push(format!("{}: {n}", names[usize::from(depth)]));
        }
        let chosen = at.index(rows.len());
        rows[chosen].push('|');
        let before = rows.join("\n");
        for (there, back) in [(Shift::Down, Shift::Up), (Shift::Up, Shift::Down)] {
            let mut editor = open(&before);
            let moved = editor.run(Command::Move(there), &Moment::default()).expect("moved");
            let is_under_another = depth_at(&editor, 0) != Some(0);
            if moved.steps.is_empty() || is_under_another {
                continue;
            }
            editor.run(Command::Move(back), &Moment::default()).expect("moved back");
            prop_assert_eq!(show(&editor), before.clone(), "{:?}", there);
        }
    }
}

fn depth_at(editor: &Editor, index: usize) -> Option<u8> {
    editor.document().blocks().get_at(index).and_then(|block| block.kind.depth())
}

#[test]
fn a_refused_step_says_why() {
    let mut document = open("أول\nثان").document().clone();
    let before = document.clone();
    let (one, two, none) = (block_id(1), block_id(2), block_id(9));
    let at = Target::Block(one);
    let splice = |start, end| Step::Splice { at: at.clone(), start, end, insert: RichText::default() };
    let nowhere = Target::Title(OutputKind::News);
    let person = Field::Attendee { person: person_id(1), at: 0, entry: Some(attendee(2)) };
    for (step, why) in [
        (splice(0, 99), StepError::Text(RichError::Range)),
        (splice(1, 2), StepError::Text(RichError::Range)),
        (splice(2, 0), StepError::Text(RichError::Range)),
        (
            Step::Splice { at: nowhere.clone(), start: 0, end: 0, insert: RichText::default() },
            StepError::NoTarget(nowhere),
        ),
        (
            Step::Insert { after: None, block: Block::new(one, Kind::default(), "x".into()).into() },
            StepError::Duplicate(one),
        ),
        (
            Step::Insert { after: Some(none), block: Block::new(none, Kind::default(), "x".into()).into() },
            StepError::NoBlock(none),
        ),
        (Step::Remove(none), StepError::NoBlock(none)),
        (Step::Move { id: one, after: Some(one) }, StepError::AfterItself(one)),
        (Step::Move { id: two, after: Some(none) }, StepError::NoBlock(none)),
        (Step::SetKind(one, Box::new(Kind::Heading(0))), StepError::Level(0)),
        (Step::SetField(person), StepError::Misfiled),
    ] {
        assert_eq!(document.apply(step.clone()), Err(why), "{step:?}");
        assert_eq!(document, before, "{step:?}");
    }
    let deep = mahdar::document::Recommendation { depth: 4, ..Default::default() };
    assert_eq!(
        document.apply(Step::SetKind(one, Box::new(Kind::Recommendation(deep)))),
        Err(StepError::Level(4))
    );
}

fn attendee(n: u32) -> mahdar::document::Attendee {
    mahdar::document::Attendee {
        person: person_id(n),
        presence: mahdar::document::Presence::Present,
        answer: mahdar::document::Answer::None,
        arrived: None,
        left: None,
        reason: String::new(),
    }
}

#[test]
fn an_entry_moves_in_its_list_and_back() {
    let mut document = open("أول").document().clone();
    let put =
        |n: u32, at| Step::SetField(Field::Attendee { person: person_id(n), at, entry: Some(attendee(n)) });
    let order = |document: &Document| -> Vec<u32> {
        document.meeting().attendance.people.iter().map(|entry| entry.person.0.counter).collect()
    };
    for n in 1..=3 {
        document.apply(put(n, 99)).expect("added last");
    }
    let inverse = document.apply(put(3, 0)).expect("moved");
    assert_eq!(order(&document), [3, 1, 2]);
    document.apply(inverse).expect("moved back");
    assert_eq!(order(&document), [1, 2, 3]);
}

#[test]
fn a_record_shares_its_blocks_until_one_changes() {
    let mut document = open("أول\nثان").document().clone();
    let copy = document.clone();
    let at = Target::Block(block_id(2));
    document.apply(Step::Splice { at, start: 0, end: 0, insert: "x".into() }).expect("fits");
    let shared: Vec<bool> =
        document.blocks().iter().zip(copy.blocks()).map(|(a, b)| std::sync::Arc::ptr_eq(a, b)).collect();
    assert_eq!(shared, [true, false]);
    assert_eq!(copy, open("أول\nثان").document().clone());
}

#[test]
fn what_the_record_does_not_know_is_found() {
    let mut document = Document::new(RecordId(1));
    let stranger = person_id(5);
    document.apply(Step::SetField(Field::Chairs(vec![stranger]))).expect("applied");
    assert_eq!(document.check(), [mahdar::document::Flaw::NoPerson(stranger)]);
    let entry = Entry::Person(stranger, Some(Person::default()));
    document.apply(Step::Put(entry)).expect("applied");
    assert_eq!(document.check(), []);
    let text = RichText::from_pieces([Piece::Text("e\u{301}".into())]).expect("fits");
    let id = block_id(1);
    document
        .apply(Step::Insert { after: None, block: Block::new(id, Kind::default(), text).into() })
        .expect("applied");
    assert_eq!(document.check(), [mahdar::document::Flaw::NotNormal(Target::Block(id))]);
}

#[test]
fn an_unknown_word_in_a_saved_record_is_refused() {
    let good = written(open("أول").document());
    assert!(ron::from_str::<Document>(&good).is_ok());
    let bad = good.replacen("meeting:", "meating:", 1).replacen("outputs:", "output:", 1);
    assert_ne!(good, bad);
    assert!(ron::from_str::<Document>(&bad).is_err());
}

#[test]
fn ids_are_read_as_written_and_nothing_else_is() {
    let id = RecordId(0xabc);
    assert_eq!(id.to_string().parse(), Ok(id));
    assert_eq!(
        "2a.17".parse(),
        Ok(mahdar::document::BlockId(mahdar::document::Id { session: 0x2a, counter: 17 }))
    );
    for bad in [
        "",
        ".",
        "1",
        "1.",
        ".1",
        "1.2.3",
        "+1.2",
        "1.+2",
        "-1.2",
        "x.1",
        "1.x",
        "100000000.1",
        "1.4294967296",
    ] {
        assert!(bad.parse::<mahdar::document::BlockId>().is_err(), "{bad:?}");
    }
    for bad in ["", "abc", "+0000000000000000000000000000abc", "0000000000000000000000000000000g"] {
        assert!(bad.parse::<RecordId>().is_err(), "{bad:?}");
    }
}
