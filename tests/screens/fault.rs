//! When the program itself fails: what was typed is on disk, and standard error says where.
use std::fs;
use std::path::PathBuf;
use std::process::Command as Process;
use std::sync::atomic::{AtomicBool, Ordering};

use mahdar::document::Stamp;
use mahdar::edit::{Command, Moment};
use mahdar::store::{Folders, Recovered, found_journals};
use mahdar::ui::fault;
use mahdar::words::{Language, Words};
use mahdar::workspace::Open;

use crate::screen::folder;

const FOLDER: &str = "MAHDAR_TEST_FAULT";
const THREAD: &str = "MAHDAR_TEST_FAULT_THREAD";

/// The program that fails: this test, started by the next one in a process of its own.
#[test]
fn a_program_that_fails() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let folders = Folders::inside(&folder);
    let mut record = Open::from_template("regional-communique").unwrap();
    let once = AtomicBool::new(std::env::var_os(THREAD).is_some());
    record.journal_in(&folders, Stamp(1), move || {
        assert!(!once.swap(false, Ordering::SeqCst), "the thread of the journal fails");
    });
    let words = Words::new(Language::English);
    fault::install(Some(folders), words, || Stamp(77));
    for letter in ["س", "ر", "ي"] {
        record.run(Command::Type(letter.into()), &Moment::default()).unwrap();
    }
    if std::env::var_os(THREAD).is_some() {
        // News wakes the window, and waking fails: there is a file where the folder of the journals belongs.
        while record.journal_trouble().is_none() {
            std::thread::yield_now();
        }
    }
    let words = "نص سري";
    let _ = &words[1..];
}

fn fails(in_thread: bool) -> (PathBuf, String) {
    let folder = folder(if in_thread { "fault-thread" } else { "fault" });
    let mut process = Process::new(std::env::current_exe().unwrap());
    process.args(["--exact", "fault::a_program_that_fails", "--nocapture"]).env(FOLDER, &folder);
    if in_thread {
        fs::create_dir_all(folder.join("state")).unwrap();
        fs::write(folder.join("state/journals"), "").unwrap();
        process.env(THREAD, "1");
    }
    let out = process.output().unwrap();
    assert!(!out.status.success());
    (folder, String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn a_fault_leaves_all_that_was_typed_and_a_report_without_a_word_of_it() {
    let (folder, said) = fails(false);
    let found = found_journals(&Folders::inside(&folder));
    let [only] = &found[..] else { panic!("{found:?}\n{said}") };
    let Recovered::Whole(document) = &only.state else { panic!("{only:?}") };
    assert!(document.blocks().iter().any(|block| block.text.text().starts_with("سري")), "{document:?}");
    assert!(said.contains(&only.file.display().to_string()), "{said}");
    let report: Vec<_> = fs::read_dir(folder.join("state/faults")).unwrap().collect();
    let [Ok(report)] = &report[..] else { panic!("{report:?}") };
    assert!(said.contains(&report.path().display().to_string()), "{said}");
    let text = fs::read_to_string(report.path()).unwrap();
    assert!(text.contains("fault.rs:") && text.contains("char boundary"), "{text}");
    assert!(text.is_ascii() && said.lines().all(|line| !line.contains("سري")), "{text}\n{said}");
}

#[test]
fn a_fault_in_the_thread_of_a_journal_does_not_keep_the_program_from_ending() {
    let begin = std::time::Instant::now();
    let (_folder, said) = fails(true);
    assert!(said.contains("the thread of the journal fails"), "{said}");
    assert!(begin.elapsed() < std::time::Duration::from_secs(20), "{:?}", begin.elapsed());
}

#[test]
fn a_message_is_told_without_the_words_it_quotes() {
    let slice = "byte index 1 is not a char boundary; it is inside `م` (bytes 0..2) of `a secret`";
    assert_eq!(
        fault::plain(slice),
        "byte index 1 is not a char boundary; it is inside `` (bytes 0..2) of ``"
    );
    assert_eq!(fault::plain("no such thing: \"a secret"), "no such thing: \"");
    assert_eq!(fault::plain("é a\nb"), "? a?b");
    assert!(fault::plain(&"a".repeat(9999)).len() < 400);
}
