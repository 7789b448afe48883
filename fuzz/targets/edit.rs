//! Any bytes as what somebody does to a small record: it stays sound, its steps tell all that changed, a refused command
//! leaves no trace, everything is undone and done again, and what was made can be written and read.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use mahdar::document::{Document, Field, Flaw, Step, StepError, Target};
use mahdar::edit::{Editor, Fragment, Moment, motion};
use mahdar::store::{open_bytes, parse, write};

#[path = "../../tests/it/lot.rs"]
mod lot;

use lot::Lot;

/// A record with something of everything.
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
            // Where the bytes are at an end, it is the first of all.
            let mut below = |count: usize| dice.int_in_range(0..=count - 1).unwrap_or(0);
            let command = Lot { document: editor.document(), kept, below: &mut below }.command();
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
