//! Any bytes as a journal: replaying never panics, and what comes back can be saved and opened. A sound journal that was
//! cut, overwritten or put together wrongly gives a record as it once was, or is told to be damaged.

#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use mahdar::document::{Audience, Document, Kind, Mark, OutputKind, Role, Stamp};
use mahdar::edit::{Command, Editor, Moment, Roll, Shift, Toward, Unit};
use mahdar::store::{
    Digest, JournalError, JournalWriter, Recovered, open_bytes, parse, replay_journal, write,
};

/// A journal as the program writes it, and the record as it was at its start and after each change.
struct Sound {
    bytes: Vec<u8>,
    /// Where each line of it ends.
    ends: Vec<usize>,
    states: Vec<Document>,
}

static SOUND: LazyLock<Sound> = LazyLock::new(|| match sound() {
    Some(sound) => sound,
    None => panic!("no journal could be written to begin with"),
});

fn sound() -> Option<Sound> {
    let start = parse(include_bytes!("../seeds/open_file/everything.mahdar")).ok()?;
    let folder = std::env::temp_dir().join(format!("mahdar-fuzz-{}", std::process::id()));
    let file = Some((PathBuf::from("/somewhere/record.mahdar"), Digest::of(b"before")));
    let mut writer = JournalWriter::new(&folder, start.clone(), file, Stamp(1));
    let mut editor = Editor::new(start.clone(), 7);
    let mut states = vec![start];
    let commands = [
        Command::Type("عقد".into()),
        Command::Type(" المكتب".into()),
        Command::Enter,
        Command::Type("e\u{301}\n\"r#".into()),
        Command::Delete(Unit::Word, Toward::Start),
        Command::SelectAll,
        Command::Toggle(Mark::Bold),
        Command::SetAudience(Audience::MinutesOnly),
        Command::Append(Kind::Paragraph(Role::Closing)),
        Command::SetKind(Kind::recommendation(2)),
        Command::Depth(Shift::Down),
        Command::SetField { path: "meeting.venue".parse().ok()?, value: "دار".into() },
        Command::SetField { path: "meeting.chairs.1.name".parse().ok()?, value: "سعيد".into() },
        Command::Roll(Roll::MoveGroup(0, Shift::Up)),
        Command::AddOutput(OutputKind::News),
        Command::Move(Shift::Up),
    ];
    for (now, command) in (2..).zip(commands) {
        let Ok(done) = editor.run(command, &Moment { millis: 1000 * now, ..Moment::default() }) else {
            continue;
        };
        if !done.steps.is_empty() {
            writer.note(done.steps, Stamp(i64::try_from(now).ok()?)).ok()?;
            states.push(editor.document().clone());
        }
    }
    writer.flush();
    let bytes = std::fs::read(writer.path()?).ok()?;
    std::fs::remove_dir_all(&folder).ok()?;
    let ends: Vec<usize> = (1..).zip(&bytes).filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let sound = Sound { bytes, ends, states };
    match replay_journal(&sound.bytes) {
        Recovered::Whole(document) if document == *sound.states.last()? => Some(sound),
        other => panic!("a sound journal does not give the last state: {other:?}"),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((how, rest)) = bytes.split_first() else { return };
    match how % 4 {
        0 => replay(rest),
        1 => replay(&framed(rest)),
        _ => drop(hurt(&mut Unstructured::new(rest))),
    }
});

/// Plays bytes that may say anything.
fn replay(bytes: &[u8]) {
    let recovered = replay_journal(bytes);
    let Some(document) = recovered.document() else { return };
    let file = write(document);
    match open_bytes(file.as_bytes()) {
        Ok(opened) => {
            assert!(opened.document == *document, "another record was recovered than is saved:\n{file}")
        }
        Err(error) => panic!("what was recovered does not open once saved: {error}\n{file}"),
    }
}

/// Frames whose checksums are right, whatever they say: payloads are parted by a zero. An empty one stands for the
/// payload at its place in the sound journal.
fn framed(bytes: &[u8]) -> Vec<u8> {
    let mut journal = b"// mahdar journal 1\n".to_vec();
    let record = write(&SOUND.states[0]);
    for (index, payload) in bytes.split(|byte| *byte == 0).enumerate() {
        let payload = if index == 1 && payload.is_empty() { record.as_bytes() } else { payload };
        let sum: String = Digest::of(payload).to_string().chars().take(16).collect();
        journal.extend(format!("{} {sum} ", payload.len()).into_bytes());
        journal.extend(payload);
        journal.push(b'\n');
    }
    journal
}

/// Cuts, overwrites, repeats, drops and swaps in the sound journal.
fn hurt(dice: &mut Unstructured<'_>) -> Result<()> {
    let Sound { bytes, ends, states } = &*SOUND;
    let mut hurt = bytes.clone();
    let line = |index: usize| if index == 0 { 0 } else { ends[index - 1] }..ends[index];
    for _ in 0..dice.int_in_range(1..=4)? {
        let length = hurt.len();
        match dice.int_in_range(0..=6)? {
            0 => hurt.truncate(dice.int_in_range(0..=length)?),
            1 if length > 0 => hurt[dice.int_in_range(0..=length - 1)?] ^= 1 << dice.int_in_range(0..=7)?,
            2 if length > 0 => {
                let at = dice.int_in_range(0..=length - 1)?;
                let zeros = dice.int_in_range(1..=512)?;
                hurt[at..(at + zeros).min(length)].fill(0);
            }
            3 => {
                let from = dice.int_in_range(0..=length)?;
                let to = (from + dice.int_in_range(1..=300)?).min(length);
                drop(hurt.drain(from..to));
            }
            4 => {
                let again = line(dice.int_in_range(0..=ends.len() - 1)?);
                let at = ends[dice.int_in_range(0..=ends.len() - 1)?].min(length);
                drop(hurt.splice(at..at, bytes[again].iter().copied()));
            }
            5 => {
                let gone = line(dice.int_in_range(0..=ends.len() - 1)?);
                drop(hurt.drain(gone.start.min(length)..gone.end.min(length)));
            }
            _ => {
                let at = dice.int_in_range(0..=length)?;
                let count = dice.int_in_range(0..=24)?;
                let more = dice.bytes(count)?.to_vec();
                drop(hurt.splice(at..at, more));
            }
        }
    }
    let is_state = |document: &Document| states.contains(document);
    match replay_journal(&hurt) {
        Recovered::Whole(document) | Recovered::UpTo { document, .. } => {
            assert!(is_state(&document), "a record that never was:\n{}", write(&document));
        }
        // A damaged snapshot is offered as one, and as nothing better.
        Recovered::Base { document, why } => {
            let damaged = matches!(why, JournalError::Damaged { .. });
            assert!(is_state(&document) || damaged, "{why:?}:\n{}", write(&document));
        }
        Recovered::Nothing { .. } => {}
    }
    if hurt.starts_with(bytes) {
        let recovered = replay_journal(&hurt);
        let whole = recovered.document() == states.last();
        assert!(whole, "words were lost though all of the journal is there");
    }
    Ok(())
}
