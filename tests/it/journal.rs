//! The journal: what is typed is on disk at once, and comes back whatever happened to the program or the file.
#![expect(clippy::disallowed_methods, reason = "tests write files of their own and measure time")]

use std::fs;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use mahdar::document::{BlockId, Document, Field, Id, Language, Stamp, Step};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::store::faults::{self, Fault};
use mahdar::store::{
    self, Digest, Folders, Journal, JournalError, JournalNews, JournalWriter, Recovered, SaveError,
    discard_journal, found_journals, replay_journal,
};
use mahdar::workspace::{Open, SaveEnd};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::random::{Dice, dice, document};
use crate::record::{at, open};
use crate::store::Folder;

/// A record, what was done to it, and the record after each change; the first is the one it began with.
struct Typed {
    changes: Vec<Vec<Step>>,
    states: Vec<Document>,
}

impl Typed {
    fn new(mut editor: Editor, commands: impl IntoIterator<Item = Command>) -> Self {
        let mut typed = Self { changes: Vec::new(), states: vec![editor.document().clone()] };
        for (turn, command) in (1..).zip(commands) {
            if let Ok(done) = editor.run(command, &at(1000 * turn))
                && !done.steps.is_empty()
            {
                typed.changes.push(done.steps);
                typed.states.push(editor.document().clone());
            }
        }
        typed
    }

    fn random(document: &Document, dice: &[Dice]) -> Self {
        let mut editor = Editor::new(document.clone(), 9);
        let mut typed = Self { changes: Vec::new(), states: vec![document.clone()] };
        for (turn, dice) in (1..).zip(dice) {
            let command = dice.command(editor.document());
            let done = if turn % 7 == 0 {
                editor.undo()
            } else {
                editor.run(command, &at(1000 * turn)).unwrap_or_default()
            };
            if !done.steps.is_empty() {
                typed.changes.push(done.steps);
                typed.states.push(editor.document().clone());
            }
        }
        typed
    }

    fn last(&self) -> &Document {
        self.states.last().unwrap()
    }

    /// The bytes of its journal.
    fn journal(&self) -> Vec<u8> {
        let folder = Folder::new();
        let writer = self.written(&folder.file("journals"));
        fs::read(writer.path().expect("something was written")).unwrap()
    }

    fn written(&self, folder: &Path) -> JournalWriter {
        let mut writer = JournalWriter::new(folder, self.states[0].clone(), None, Stamp(1));
        for (turn, steps) in (2..).zip(&self.changes) {
            writer.note(steps.clone(), Stamp(turn)).unwrap();
        }
        writer
    }

    /// After which change the record was so, the latest such.
    fn turn(&self, document: &Document) -> Option<usize> {
        self.states.iter().rposition(|state| state == document)
    }
}

fn short() -> Typed {
    let commands = ["س", "لام\n", "«1»", "\u{64e}"].map(|words| Command::Type(words.into()));
    let typed = Typed::new(open("p محضر|"), commands.into_iter().chain([Command::Enter, Command::SelectAll]));
    assert_eq!(typed.changes.len(), 5);
    typed
}

fn folders(folder: &Folder) -> (Folders, PathBuf) {
    let folders = Folders::inside(&folder.file(""));
    let journals = folders.state.join("journals");
    (folders, journals)
}

/// The journals in a folder, by name; no other file may be there.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap());
    let mut names: Vec<String> = entries
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_journal_cut_at_any_byte_gives_all_that_was_whole_by_then() {
    let typed = short();
    let journal = typed.journal();
    let mut reached = None;
    for cut in 0..=journal.len() {
        match replay_journal(&journal[..cut]) {
            Recovered::Whole(document) => {
                let turn = typed.turn(&document).expect("a state there was");
                assert!(reached.is_none_or(|before| before <= turn), "at {cut}");
                reached = Some(turn);
            }
            Recovered::Nothing { .. } => assert!(reached.is_none(), "at {cut}"),
            Recovered::Base { document, .. } => assert_eq!(document, typed.states[0], "at {cut}"),
            Recovered::UpTo { .. } => panic!("a cut is no damage: {cut}"),
        }
    }
    assert_eq!(reached, Some(typed.changes.len()));
}

#[test]
fn a_damaged_byte_anywhere_is_seen_and_what_stands_before_it_comes_back() {
    let typed = short();
    let journal = typed.journal();
    for at in 0..journal.len() {
        for flip in [1, 0x20, 0x80, 0xff] {
            let mut damaged = journal.clone();
            damaged[at] ^= flip;
            told_rightly(&typed, &damaged, &format!("byte {at} ^ {flip:x}"));
        }
    }
}

/// Whatever comes of a damaged journal is a state the record was in, and what is missing is said.
fn told_rightly(typed: &Typed, damaged: &[u8], what: &str) {
    let all = typed.changes.len();
    match replay_journal(damaged) {
        // What is not ended may be cut as well as damaged: it is the last change alone.
        Recovered::Whole(document) => {
            let turn = typed.turn(&document).unwrap_or_else(|| panic!("{what}: a record nobody wrote"));
            assert!(turn + 1 >= all, "{what}: {turn} of {all} said to be all");
        }
        Recovered::UpTo { document, lost_steps } => {
            let turn = typed.turn(&document).unwrap_or_else(|| panic!("{what}: a record nobody wrote"));
            assert!(lost_steps > 0 && turn < all, "{what}");
        }
        // Said to be damaged: its snapshot may be, too.
        Recovered::Base { .. } | Recovered::Nothing { .. } => {}
    }
}

#[test]
fn damage_after_the_snapshot_never_loses_the_snapshot() {
    let typed = short();
    let journal = typed.journal();
    let first = (0..journal.len())
        .find(|cut| matches!(replay_journal(&journal[..*cut]), Recovered::Whole(_)))
        .unwrap();
    for at in first..journal.len() {
        let mut damaged = journal.clone();
        damaged[at] ^= 4;
        let state = replay_journal(&damaged);
        let document = state.document().unwrap_or_else(|| panic!("byte {at}"));
        assert!(typed.turn(document).is_some(), "byte {at}: {state:?}");
    }
}

#[test]
fn a_header_that_is_damaged_costs_the_place_of_the_file_and_no_word() {
    let typed = short();
    let mut journal = typed.journal();
    let at = journal.iter().position(|byte| *byte == b'\n').unwrap() + 40;
    journal[at] ^= 1;
    assert!(matches!(replay_journal(&journal), Recovered::Whole(document) if document == *typed.last()));
}

#[test]
fn a_damaged_snapshot_that_can_still_be_read_is_offered_as_such() {
    let typed = short();
    let text = String::from_utf8(typed.journal()).unwrap();
    let damaged = text.replacen("محضر", "محصر", 1);
    assert!(matches!(
        replay_journal(damaged.as_bytes()),
        Recovered::Base { why: JournalError::Damaged { .. }, .. }
    ));
}

#[test]
fn a_newer_journal_is_known_as_one_and_stays_untouched() {
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    fs::create_dir_all(&journals).unwrap();
    let file = journals.join("00000000000000000000000000000007-00000001-000001.journal");
    fs::write(&file, "// mahdar journal 2\n???").unwrap();
    let found = found_journals(&folders);
    let [only] = &found[..] else { panic!("{found:?}") };
    assert!(matches!(only.state, Recovered::Nothing { why: JournalError::Newer { found: 2 } }));
    assert_eq!(only.record.0, 7);
    assert_eq!(fs::read_to_string(&file).unwrap(), "// mahdar journal 2\n???");
    assert!(Open::recovered(only.clone()).is_none());
}

#[test]
fn a_step_with_a_field_nobody_knows_is_refused_and_what_came_before_it_stands() {
    let typed = short();
    let with = |payload: &str| {
        let mut journal = typed.journal();
        let digest = Digest::of(payload.as_bytes()).to_string();
        journal.extend(format!("{} {} {payload}\n", payload.len(), &digest[..16]).into_bytes());
        replay_journal(&journal)
    };
    let known = "(n:6,at:9,steps:[SetField(Language(French))])";
    assert!(matches!(with(known), Recovered::Whole(document) if document.language() == Language::French));
    for unknown in [
        "(n:6,at:9,steps:[SetField(Language(French))],why:\"?\")",
        "(n:6,at:9,steps:[Move(id:\"0.1\",after:None,why:\"?\")])",
        "(n:7,at:9,steps:[SetField(Language(French))])",
        "(n:6,at:9,steps:[SetField(Language(French)),Remove(\"9.9\")])",
    ] {
        let stands = |document: &Document| document == typed.last();
        let state = with(unknown);
        assert!(
            matches!(&state, Recovered::UpTo { document, lost_steps: 1 } if stands(document)),
            "{unknown}: {state:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_prefix_of_any_journal_is_a_prefix_of_what_was_done(
        document in document(), dice in vec(dice(), 1..12), cuts in vec(any::<Index>(), 12),
    ) {
        let typed = Typed::random(&document, &dice);
        prop_assume!(!typed.changes.is_empty());
        let journal = typed.journal();
        prop_assert!(
            matches!(replay_journal(&journal), Recovered::Whole(document) if document == *typed.last())
        );
        for cut in cuts {
            match replay_journal(&journal[..cut.index(journal.len())]) {
                Recovered::Whole(document) => prop_assert!(typed.turn(&document).is_some()),
                Recovered::Nothing { .. } => {}
                // Cut inside a snapshot that can be read all the same: nothing followed it.
                Recovered::Base { document, .. } => prop_assert_eq!(&document, &typed.states[0]),
                Recovered::UpTo { .. } => prop_assert!(false, "a cut is no damage"),
            }
        }
    }

    #[test]
    fn no_damage_gives_a_record_that_nobody_wrote(
        document in document(), dice in vec(dice(), 1..6), flips in vec((any::<Index>(), 1..=255u8), 1..3),
    ) {
        let typed = Typed::random(&document, &dice);
        prop_assume!(!typed.changes.is_empty());
        let mut journal = typed.journal();
        for (at, flip) in &flips {
            let at = at.index(journal.len());
            journal[at] ^= flip;
        }
        if let Recovered::Whole(document) | Recovered::UpTo { document, .. } = replay_journal(&journal) {
            prop_assert!(typed.turn(&document).is_some());
        }
    }

    #[test]
    fn any_bytes_at_all_are_answered(bytes in vec(any::<u8>(), 0..400)) {
        let _ = replay_journal(&bytes);
        let _ = replay_journal(&[b"// mahdar journal 1\n".as_slice(), &bytes].concat());
    }
}

#[test]
fn a_long_journal_is_begun_anew_and_says_the_same() {
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    let words = "كلمة ".repeat(400);
    let commands: Vec<Command> =
        [Command::Type(words), Command::Enter].into_iter().cycle().take(200).collect();
    let typed = Typed::new(open("p أول|"), commands);
    let writer = typed.written(&journals);
    let size = fs::metadata(writer.path().unwrap()).unwrap().len();
    assert!(size < 3 * 1024 * 1024 / 2, "{size} bytes for {} of text", store::write(typed.last()).len());
    // The one that was flushed last is kept until the next has reached the disk.
    let mut writer = writer;
    writer.flush();
    assert_eq!(names(&journals).len(), 1);
    assert!(!names(&journals)[0].ends_with("-000001.journal"));
    drop(writer);
    let found = found_journals(&folders);
    assert!(matches!(&found[0].state, Recovered::Whole(document) if document == typed.last()));
    assert_eq!(found[0].last, Stamp(201));
}

#[test]
fn of_two_journals_of_one_session_the_later_sound_one_counts() {
    let typed = short();
    let earlier = Typed { changes: typed.changes[..2].to_vec(), states: typed.states[..3].to_vec() };
    let (old, new) = (earlier.journal(), typed.journal());
    for (later, wins) in [(&new[..], &typed), (&new[..200], &earlier), (&[][..], &earlier)] {
        let folder = Folder::new();
        let (folders, journals) = folders(&folder);
        fs::create_dir_all(&journals).unwrap();
        let id = typed.last().id();
        fs::write(journals.join(format!("{id}-00000001-000001.journal")), &old).unwrap();
        fs::write(journals.join(format!("{id}-00000001-000002.journal")), later).unwrap();
        let found = found_journals(&folders);
        let [only] = &found[..] else { panic!("{found:?}") };
        assert!(matches!(&only.state, Recovered::Whole(document) if document == wins.last()));
        assert_eq!(names(&journals).len(), 1, "the other one is not offered later");
    }
}

#[test]
fn a_journal_in_use_is_not_offered_and_one_that_is_offered_is_so_once() {
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    let typed = short();
    let writer = typed.written(&journals);
    assert!(found_journals(&folders).is_empty());
    drop(writer);
    let found = found_journals(&folders);
    assert_eq!(found.len(), 1);
    assert!(found_journals(&folders).is_empty(), "another window has it");
    drop(found);
    assert_eq!(found_journals(&folders).len(), 1);
}

#[test]
fn journals_are_private_and_appear_only_with_the_first_change() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    let mut record = Open::from_template("regional-communique").unwrap();
    record.journal_in(&folders, Stamp(1), || {});
    record.run(Command::SelectAll, &Moment::default()).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    assert!(!journals.exists());
    record.run(Command::Type("س".into()), &Moment::default()).unwrap();
    wait(|| !names(&journals).is_empty());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&journals), 0o700);
    assert_eq!(mode(&record.journal_file().unwrap()), 0o600);
}

#[track_caller]
fn wait(done: impl Fn() -> bool) {
    let begin = Instant::now();
    while !done() {
        assert!(begin.elapsed() < Duration::from_secs(10), "it never came");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn what_is_typed_is_written_within_250_ms_and_flushed_within_a_second() {
    let folder = Folder::new();
    let (folders, _) = folders(&folder);
    let typed = short();
    let journal =
        Journal::begin(&folders, typed.states[0].clone(), None, Stamp(1), None, Arc::new(|| {})).unwrap();
    let mut worst = [Duration::ZERO; 2];
    for (turn, steps) in (1..).zip(&typed.changes) {
        let begin = Instant::now();
        journal.note(steps, Stamp(2));
        let written = || {
            let held =
                journal.file().and_then(|file| fs::read(file).ok()).map(|bytes| replay_journal(&bytes));
            matches!(held, Some(Recovered::Whole(document)) if typed.turn(&document) == Some(turn))
        };
        wait(written);
        worst[0] = worst[0].max(begin.elapsed());
        wait(|| journal.is_flushed());
        worst[1] = worst[1].max(begin.elapsed());
    }
    println!("written after {:?}, flushed after {:?} at worst", worst[0], worst[1]);
    assert!(worst[0] < Duration::from_millis(250), "{worst:?}");
    assert!(worst[1] < Duration::from_secs(1), "{worst:?}");
}

#[test]
fn fast_typing_does_not_keep_the_journal_from_being_flushed() {
    let folder = Folder::new();
    let (folders, _) = folders(&folder);
    let mut editor = open("p |");
    let journal =
        Journal::begin(&folders, editor.document().clone(), None, Stamp(1), None, Arc::new(|| {})).unwrap();
    let begin = Instant::now();
    let mut flushed = 0;
    while begin.elapsed() < Duration::from_secs(10) && flushed < 3 {
        let done = editor.run(Command::Type("م".into()), &at(1)).unwrap();
        journal.note(&done.steps, Stamp(1));
        std::thread::sleep(Duration::from_millis(20));
        flushed += usize::from(journal.is_flushed());
    }
    assert_eq!(flushed, 3, "it waits for a rest that never comes");
}

/// What the window does with a journal, up to its end; the faults of the test meet it on the way. Gives how many
/// changes were written without trouble, and how many of them were flushed.
fn session(typed: &Typed, writer: &mut JournalWriter) -> (usize, usize) {
    let (mut written, mut flushed) = (0, 0);
    for (turn, steps) in (1..).zip(&typed.changes) {
        writer.note(steps.clone(), Stamp(turn)).unwrap();
        if writer.trouble().is_none() {
            written = usize::try_from(turn).unwrap();
        }
        if turn % 2 == 0 {
            writer.flush();
        }
        if turn == 3 {
            writer.saved(PathBuf::from("/nowhere/r.mahdar"), Digest::of(b"?"), false);
        }
        if writer.trouble().is_none() && !writer.is_dirty() {
            flushed = usize::try_from(turn).unwrap();
        }
    }
    (written, flushed)
}

fn recovered(folders: &Folders) -> Option<Document> {
    let found = found_journals(folders);
    assert!(found.len() <= 1, "{found:?}");
    let found = found.into_iter().next()?;
    assert!(matches!(found.state, Recovered::Whole(_)), "{found:?}");
    found.state.document().cloned()
}

#[test]
fn whatever_call_to_the_disk_fails_what_was_typed_is_kept_once_it_works_again() {
    let typed = short();
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::Other,
    ];
    let calls = {
        let folder = Folder::new();
        faults::none();
        let mut writer = JournalWriter::new(&folder.file("j"), typed.states[0].clone(), None, Stamp(1));
        session(&typed, &mut writer);
        faults::calls()
    };
    assert!(calls > 15, "{calls}");
    for kind in kinds {
        for n in 1..=calls {
            let folder = Folder::new();
            let (folders, journals) = folders(&folder);
            let mut writer = JournalWriter::new(&journals, typed.states[0].clone(), None, Stamp(1));
            faults::at(n, Fault::Error(kind));
            session(&typed, &mut writer);
            assert!(faults::calls() >= n);
            faults::none();
            let told = writer.trouble().cloned();
            writer.retry();
            writer.flush();
            assert_eq!(writer.trouble(), None, "{kind:?} in call {n}: {told:?}");
            assert!(!writer.is_dirty(), "{kind:?} in call {n}");
            drop(writer);
            assert_eq!(recovered(&folders).as_ref(), Some(typed.last()), "{kind:?} in call {n}");
        }
    }
}

#[test]
fn a_disk_that_stays_full_is_told_and_what_is_typed_stays_in_memory() {
    let typed = short();
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    let mut writer = JournalWriter::new(&journals, typed.states[0].clone(), None, Stamp(1));
    let full = || faults::at(1, Fault::Error(ErrorKind::StorageFull));
    for (turn, steps) in (1..).zip(&typed.changes) {
        if turn >= 3 {
            full();
            writer.retry();
            full();
        }
        writer.note(steps.clone(), Stamp(turn)).unwrap();
        assert_eq!(writer.trouble().is_some_and(|trouble| trouble.full), turn >= 3);
    }
    // What is on disk is sound meanwhile, as far as it goes.
    let bytes = fs::read(writer.path().unwrap()).unwrap();
    assert!(matches!(replay_journal(&bytes), Recovered::Whole(document) if document == typed.states[2]));
    faults::none();
    writer.retry();
    assert_eq!(writer.trouble(), None);
    drop(writer);
    assert_eq!(recovered(&folders).as_ref(), Some(typed.last()));
}

#[test]
fn a_program_that_dies_in_any_call_to_the_disk_has_kept_what_it_wrote() {
    let typed = short();
    let mut calls = usize::MAX;
    let mut n = 1;
    while n <= calls {
        let folder = Folder::new();
        let (folders, journals) = folders(&folder);
        let mut writer = JournalWriter::new(&journals, typed.states[0].clone(), None, Stamp(1));
        faults::at(n, Fault::Cut);
        let (written, _) = session(&typed, &mut writer);
        calls = if writer.trouble().is_none() { n - 1 } else { usize::MAX };
        drop(writer);
        faults::none();
        match recovered(&folders) {
            Some(document) => assert!(typed.turn(&document) >= Some(written), "call {n}"),
            None => assert_eq!(written, 0, "call {n}"),
        }
        n += 1;
        assert!(n < 200);
    }
    assert!(n > 15, "{n}");
}

#[test]
fn a_journal_somebody_deleted_is_written_again_whole() {
    let typed = short();
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    let mut writer = typed.written(&journals);
    fs::remove_dir_all(&journals).unwrap();
    writer.flush();
    assert_eq!(writer.trouble(), None);
    drop(writer);
    assert_eq!(recovered(&folders).as_ref(), Some(typed.last()));
}

#[test]
fn a_change_that_does_not_fit_makes_the_journal_begin_again_with_the_whole_record() {
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    let typed = short();
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    let wake = Arc::new(move || {
        count.fetch_add(1, Ordering::SeqCst);
    });
    let journal = Journal::begin(&folders, typed.states[0].clone(), None, Stamp(1), None, wake).unwrap();
    journal.note(&typed.changes[0], Stamp(2));
    let stranger = BlockId(Id { session: 1, counter: 999 });
    journal.note(&[Step::Remove(stranger)], Stamp(3));
    wait(|| journal.has_fallen());
    assert!(woken.load(Ordering::SeqCst) > 0, "the window is told at once");
    let again = journal.again(typed.last().clone(), None, Stamp(4)).unwrap();
    drop(journal);
    wait(|| again.is_flushed() && again.file().is_some());
    wait(|| names(&journals).len() == 1);
    drop(again);
    wait(|| recovered(&folders).as_ref() == Some(typed.last()));
}

/// A record in a file of its own, with a journal.
fn opened(folder: &Folder) -> (Open, Folders, PathBuf, PathBuf) {
    let (folders, journals) = folders(folder);
    let path = folder.file("r.mahdar");
    store::create(open("p محضر|").document(), &path).unwrap();
    let mut record = Open::from_file(&path).unwrap();
    record.journal_in(&folders, Stamp(1), || {});
    (record, folders, journals, path)
}

fn type_in(record: &mut Open, words: &str) {
    record.run(Command::Type(words.into()), &Moment { now: Stamp(5), ..Moment::default() }).unwrap();
}

fn save(record: &mut Open) -> SaveEnd {
    let path = record.path().unwrap().to_path_buf();
    record.save(path, false, None, || {}).unwrap();
    loop {
        if let Some(end) = record.poll_save() {
            return end;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// What is found once the thread of a record that was let go has ended.
fn after_the_end(folders: &Folders, journals: &Path) -> Vec<store::FoundJournal> {
    let begin = Instant::now();
    loop {
        let found = found_journals(folders);
        if !found.is_empty() || names(journals).is_empty() || begin.elapsed() > Duration::from_secs(10) {
            return found;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_record_comes_back_unsaved_and_is_saved_only_over_what_it_was_opened_from() {
    for changed in [false, true] {
        let folder = Folder::new();
        let (mut record, folders, journals, path) = opened(&folder);
        type_in(&mut record, "لم يحفظ ");
        let typed = record.editor().document().clone();
        wait(|| record.journal_file().is_some());
        // The program dies.
        drop(record);
        let mut found = after_the_end(&folders, &journals);
        let found = found.remove(0);
        assert_eq!((found.path.as_deref(), found.last), (Some(&*path), Stamp(5)));
        assert_eq!(found.disk, Some(Digest::of(&fs::read(&path).unwrap())));
        if changed {
            store::save(open("p غيره|").document(), &path, None).unwrap();
        }
        let before = found.file.clone();
        let mut back = Open::recovered(found).unwrap();
        assert_eq!(back.editor().document(), &typed);
        assert!(back.editor().is_changed());
        back.journal_in(&folders, Stamp(9), || {});
        // Its own journal takes the place of the old one, with no change needed.
        wait(|| !before.exists());
        assert_eq!(names(&journals).len(), 1);
        match save(&mut back) {
            SaveEnd::Saved(_) => assert!(!changed),
            SaveEnd::Failed { error, .. } => {
                assert!(changed && matches!(error, SaveError::ChangedOnDisk), "{error}");
                continue;
            }
        }
        wait(|| names(&journals).is_empty());
        assert_eq!(store::open(&path).unwrap().document, typed);
    }
}

#[test]
fn a_record_brought_back_beside_its_file_has_none() {
    let folder = Folder::new();
    let (mut record, folders, journals, _) = opened(&folder);
    type_in(&mut record, "كلمات ");
    wait(|| record.journal_file().is_some());
    drop(record);
    let found = after_the_end(&folders, &journals).remove(0);
    let back = Open::recovered_beside(found).unwrap();
    assert!(back.path().is_none() && back.editor().is_changed());
}

#[test]
fn a_saved_record_leaves_no_journal_and_one_let_go_neither() {
    let folder = Folder::new();
    let (mut record, _, journals, _) = opened(&folder);
    type_in(&mut record, "محفوظ ");
    assert!(matches!(save(&mut record), SaveEnd::Saved(_)));
    wait(|| names(&journals).is_empty());
    type_in(&mut record, "ثم ");
    wait(|| !names(&journals).is_empty());
    record.settle();
    record.leave();
    wait(|| names(&journals).is_empty());
}

#[test]
fn a_record_closed_with_changes_nobody_let_go_keeps_its_journal() {
    let folder = Folder::new();
    let (mut record, folders, journals, _) = opened(&folder);
    type_in(&mut record, "باق ");
    wait(|| record.journal_file().is_some());
    record.leave();
    assert_eq!(after_the_end(&folders, &journals).len(), 1);
}

#[test]
fn what_was_typed_during_a_save_is_kept_with_what_the_disk_holds_now() {
    let folder = Folder::new();
    let (mut record, folders, journals, path) = opened(&folder);
    type_in(&mut record, "قبل ");
    let own = path.clone();
    record.save(own, false, None, || {}).unwrap();
    type_in(&mut record, "أثناء ");
    wait(|| !record.is_saving() || path.exists());
    loop {
        if record.poll_save().is_some() {
            break;
        }
    }
    assert!(record.editor().is_changed());
    type_in(&mut record, "بعد ");
    let typed = record.editor().document().clone();
    store::flush_journals(Duration::from_secs(2));
    drop(record);
    let found = after_the_end(&folders, &journals);
    assert_eq!(found[0].disk, Some(Digest::of(&fs::read(&path).unwrap())));
    assert!(matches!(&found[0].state, Recovered::Whole(document) if *document == typed));
}

#[test]
fn a_journal_that_says_what_the_file_says_is_dropped() {
    let folder = Folder::new();
    let (mut record, folders, journals, _) = opened(&folder);
    type_in(&mut record, "س");
    record.undo();
    let file = || record.journal_file();
    wait(|| file().is_some());
    store::flush_journals(Duration::from_secs(2));
    drop(record);
    assert!(after_the_end(&folders, &journals).is_empty());
    assert!(names(&journals).is_empty());
}

#[test]
fn a_file_whose_name_is_no_text_is_found_again() {
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    let typed = short();
    let path = PathBuf::from(std::ffi::OsString::from_vec(b"/tmp/\xff\xfe.mahdar".to_vec()));
    let file = Some((path.clone(), Digest::of(b"x")));
    let mut writer = JournalWriter::new(&journals, typed.states[0].clone(), file, Stamp(1));
    writer.note(vec![Step::SetField(Field::Language(Language::French))], Stamp(2)).unwrap();
    drop(writer);
    let found = found_journals(&folders);
    assert_eq!((found[0].path.clone(), found[0].disk), (Some(path), Some(Digest::of(b"x"))));
}

#[test]
fn a_discarded_journal_is_kept_among_the_last_twenty() {
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    for _ in 0..23 {
        short().written(&journals);
        let found = found_journals(&folders);
        let aside = discard_journal(&found[0].file).unwrap();
        assert!(aside.exists() && !found[0].file.exists());
    }
    assert!(found_journals(&folders).is_empty());
    assert_eq!(names(&journals.join("discarded")).len(), 20);
}

#[test]
fn litter_of_a_beginning_that_was_cut_is_swept_away() {
    let folder = Folder::new();
    let (folders, journals) = folders(&folder);
    fs::create_dir_all(&journals).unwrap();
    fs::write(journals.join("x-00000001-000001.new"), "// mahd").unwrap();
    fs::write(journals.join("notes.txt"), "mine").unwrap();
    assert!(found_journals(&folders).is_empty());
    assert_eq!(names(&journals), ["notes.txt"]);
}

#[test]
fn trouble_with_the_folder_is_told_once_and_its_end_too() {
    let folder = Folder::new();
    let (mut record, folders, journals, _) = opened(&folder);
    fs::create_dir_all(&folders.state).unwrap();
    // A file stands where the folder belongs.
    fs::write(&journals, "").unwrap();
    type_in(&mut record, "س");
    wait(|| record.journal_trouble().is_some());
    assert!(matches!(record.journal_news(), Some(JournalNews::Stopped(_))));
    assert_eq!(record.journal_news(), None);
    fs::remove_file(&journals).unwrap();
    wait(|| record.journal_trouble().is_none());
    assert_eq!(record.journal_news(), Some(JournalNews::Resumed));
    let typed = record.editor().document().clone();
    drop(record);
    let found = after_the_end(&folders, &journals);
    assert!(matches!(&found[0].state, Recovered::Whole(document) if *document == typed));
}
