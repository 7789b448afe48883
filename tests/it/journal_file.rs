//! When a journal's file is begun anew, gone on with or let go.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use mahdar::document::Stamp;
use mahdar::edit::{Command, Editor};
use mahdar::store::faults::{self, Fault};
use mahdar::store::{Digest, JournalWriter, Recovered, replay_journal};

use crate::record::{at, open};
use crate::store::Folder;

/// Somebody who types, and the journal of it.
struct Typing {
    folder: Folder,
    editor: Editor,
    writer: JournalWriter,
    turn: u64,
}

impl Typing {
    fn new(mut editor: Editor, before: &[Command]) -> Self {
        for command in before {
            editor.run(command.clone(), &at(0)).expect("a record to begin with");
        }
        let folder = Folder::new();
        let writer = JournalWriter::new(&folder.file("j"), editor.document().clone(), None, Stamp(1));
        Self { folder, editor, writer, turn: 1 }
    }

    fn run(&mut self, command: Command) {
        self.turn += 1;
        let done = self.editor.run(command, &at(1000 * self.turn)).expect("it can be typed");
        self.writer.note(done.steps, Stamp(self.turn.cast_signed())).expect("it fits");
    }

    /// A paragraph of so many letters of two bytes.
    fn paragraph(&mut self, letters: usize) {
        self.run(Command::Type("س".repeat(letters)));
        self.run(Command::Enter);
    }

    fn path(&self) -> PathBuf {
        self.writer.path().expect("something was written").to_path_buf()
    }

    fn size(&self) -> u64 {
        fs::metadata(self.path()).expect("it is there").len()
    }

    fn count(&self) -> usize {
        fs::read_dir(self.folder.file("j")).map_or(0, Iterator::count)
    }

    fn holds_all(&self, path: &Path) -> bool {
        let bytes = fs::read(path).expect("it is there");
        matches!(replay_journal(&bytes), Recovered::Whole(document) if document == *self.editor.document())
    }

    /// How many bytes of changes its file takes before it is begun anew.
    fn grows_by(&mut self) -> u64 {
        self.run(Command::Enter);
        let (path, start) = (self.path(), self.size());
        let mut most = start;
        while self.path() == path {
            most = self.size();
            self.paragraph(500);
            assert!(self.turn < 5_000, "it is never begun anew");
        }
        assert!(self.holds_all(&self.path()));
        most - start
    }
}

#[test]
fn a_journal_is_begun_anew_after_a_quarter_of_a_megabyte_of_changes_or_a_third_of_the_record() {
    let mut small = Typing::new(open("p أول|"), &[]);
    let grown = small.grows_by();
    assert!((250 * 1024..=256 * 1024).contains(&grown), "{grown}");

    let text = Command::Type("س".repeat(200_000));
    let mut large =
        Typing::new(open("p |"), &[text.clone(), Command::Enter, text.clone(), Command::Enter, text]);
    let grown = large.grows_by();
    assert!((395_000..=402_000).contains(&grown), "a third of 1,200,000 bytes: {grown}");
}

#[test]
fn a_save_of_something_older_begins_it_anew_and_a_save_of_all_lets_it_go() {
    let mut typing = Typing::new(open("p أول|"), &[]);
    assert!(!typing.writer.is_dirty() && typing.writer.path().is_none());
    typing.run(Command::Type("س".into()));
    assert!(typing.writer.is_dirty());
    typing.writer.flush();
    assert!(!typing.writer.is_dirty());
    let first = typing.path();

    let file = PathBuf::from("/nowhere/r.mahdar");
    typing.writer.saved(file.clone(), Digest::of(b"?"), false);
    let second = typing.path();
    assert!(second != first && typing.holds_all(&second));
    assert!(
        first.exists() && typing.writer.is_dirty(),
        "the first stays until the second has reached the disk"
    );
    typing.writer.flush();
    assert!(!first.exists() && second.exists() && !typing.writer.is_dirty());

    typing.writer.saved(file, Digest::of(b"!"), true);
    assert!(typing.writer.path().is_none() && !typing.writer.is_dirty());
    assert_eq!(typing.count(), 0);
    typing.run(Command::Type("ل".into()));
    let third = typing.path();
    assert!(third != first && third != second && typing.holds_all(&third));
}

/// Up to a megabyte is kept in memory and goes on in the same file; beyond it the whole record is written.
#[test]
fn what_a_full_disk_refused_is_appended_or_when_it_is_much_written_anew() {
    for (letters, is_same) in [(10, true), (450_000, true), (650_001, false)] {
        let mut typing = Typing::new(open("p أول|"), &[]);
        typing.run(Command::Type("س".into()));
        let path = typing.path();
        faults::at(1, Fault::Error(ErrorKind::StorageFull));
        typing.run(Command::Enter);
        faults::none();
        assert!(typing.writer.trouble().is_some_and(|trouble| trouble.full), "{letters}");
        assert!(!typing.writer.is_dirty(), "nothing of it can be flushed");
        for _ in 0..letters / 50_000 {
            typing.paragraph(50_000);
        }
        typing.run(Command::Type("ل".repeat(letters % 50_000)));
        typing.writer.retry();
        assert_eq!(typing.writer.trouble(), None, "{letters}");
        assert!(!typing.writer.is_dirty(), "a retry that worked is flushed");
        assert_eq!(typing.path() == path, is_same, "{letters}");
        assert!(typing.holds_all(&typing.path()), "{letters}");
        assert_eq!(typing.count(), 1, "{letters}");
    }
}
