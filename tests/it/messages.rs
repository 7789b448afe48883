//! What people are told when something fails: words in every language, with the values that belong in them.

use std::collections::BTreeSet;
use std::io::{Error, ErrorKind};

use mahdar::document::{Flaw, Limit};
use mahdar::store::{
    Digest, FORMAT, JournalError, JournalTrouble, Left, Lost, OpenError, Part, SaveError, SaveWarning,
};
use mahdar::words::{Language, Words};

type Values = Vec<(&'static str, String)>;

/// Asserts that each message is there in every language, says these values, and is no other's.
#[track_caller]
fn all_said(messages: &[(&'static str, Values, &[&str])]) {
    let keys: BTreeSet<&str> = messages.iter().map(|(key, ..)| *key).collect();
    assert_eq!(keys.len(), messages.len(), "{keys:?}");
    for (key, values, shown) in messages {
        for language in Language::ALL {
            let words = Words::new(language);
            assert!(words.has(key), "{language:?}: {key}");
            let mut given: Vec<(&str, String)> =
                values.iter().map(|(name, value)| (*name, value.clone())).collect();
            if let Some((_, limit)) = values.iter().find(|(name, _)| *name == "beyond") {
                let count: Vec<_> = values.iter().filter(|(name, _)| *name == "count").collect();
                let count: Vec<_> =
                    count.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
                given = vec![("beyond", words.with(limit, &count))];
                assert_ne!(given[0].1, *limit, "{language:?}: {limit}");
            }
            given.push(("path", "/a/b".into()));
            let given: Vec<_> = given.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
            let text = words.with(key, &given);
            assert!(!text.contains('$') && !text.contains('{'), "{language:?}: {text}");
            for value in *shown {
                assert!(text.contains(value), "{language:?}: {text}");
            }
        }
    }
}

fn broken() -> Error {
    Error::other("صوت غريب")
}

#[test]
fn a_record_that_is_not_opened_says_why() {
    let errors = [
        (OpenError::NotFound, vec!["/a/b"]),
        (OpenError::Folder, vec!["/a/b"]),
        (OpenError::NotAFile, vec!["/a/b"]),
        (OpenError::Denied, vec!["/a/b"]),
        (OpenError::TooLarge { limit: 32 * 1024 * 1024 }, vec!["32"]),
        (OpenError::Io(broken()), vec!["صوت غريب"]),
        (OpenError::Empty, vec!["/a/b"]),
        (OpenError::NotUtf8 { line: 41, at: 977 }, vec!["41"]),
        (OpenError::NoFirstLine, vec!["/a/b"]),
        (OpenError::WrongFormat { found: "zero".into() }, vec!["zero"]),
        (OpenError::Newer { found: 77 }, vec!["77"]),
        (OpenError::Truncated { line: 41, column: 7 }, vec!["41"]),
        (OpenError::TooDeep { line: 41, column: 7 }, vec!["41"]),
        (OpenError::Syntax { line: 41, column: 57, what: "x".into() }, vec!["41", "57"]),
        (OpenError::Unknown { line: 41, column: 7, name: "colour".into() }, vec!["41", "colour"]),
        (OpenError::Damaged(vec![Flaw::Beyond(Limit::List)]), vec!["Beyond(List)"]),
        (OpenError::Beyond(Limit::Groups), vec!["/a/b"]),
    ];
    let newer = OpenError::Newer { found: 77 }.message().1;
    assert!(newer.contains(&("known", FORMAT.to_string())));
    assert_eq!(
        OpenError::NotUtf8 { line: 41, at: 977 }.message().1,
        [("line", "41".to_owned()), ("byte", "977".to_owned())]
    );
    let messages = errors.iter().map(|(error, shown)| {
        let (key, values) = error.message();
        (key, values, shown.as_slice())
    });
    let messages: Vec<_> = messages.collect();
    all_said(&messages);
}

#[test]
fn a_limit_is_told_with_the_most_there_may_be() {
    assert_eq!(Limit::Groups.values(), [("beyond", "limit-groups".to_owned()), ("count", "1000".to_owned())]);
    assert_eq!(Limit::Record.shown(), 30, "in mebibytes");
    for limit in Limit::ALL {
        let at_most = if limit == Limit::Record { limit.most() / (1 << 20) } else { limit.most() };
        assert_eq!(limit.shown(), at_most, "{limit:?}");
    }
}

#[test]
fn a_record_that_is_not_saved_says_why() {
    let errors = [
        SaveError::NoFolder,
        SaveError::Folder,
        SaveError::NotAFile,
        SaveError::Exists,
        SaveError::ChangedOnDisk,
        SaveError::Denied,
        SaveError::Full,
    ];
    let mut messages: Vec<(&str, Values, &[&str])> = errors
        .iter()
        .map(|error| {
            let (key, values) = error.message();
            (key, values, &["/a/b"][..])
        })
        .collect();
    let (key, values) = SaveError::Io(broken()).message();
    messages.push((key, values, &["/a/b", "صوت غريب"]));
    let (key, values) = SaveError::TooLarge { limit: 32 * 1024 * 1024 }.message();
    messages.push((key, values, &["/a/b", "32"]));
    all_said(&messages);
}

#[test]
fn what_a_save_could_not_carry_over_is_said() {
    let warnings = [
        SaveWarning::OtherNames(3),
        SaveWarning::Owner,
        SaveWarning::Attributes,
        SaveWarning::WasGone,
        SaveWarning::NoBackup,
    ];
    let messages: Vec<(&str, Values, &[&str])> = warnings
        .iter()
        .map(|warning| (warning.key(), vec![("count", "3".to_owned())], &["/a/b"][..]))
        .collect();
    all_said(&messages);
}

#[test]
fn a_journal_that_is_not_read_or_not_written_says_why() {
    let trouble = |full| JournalTrouble { full, detail: "صوت غريب".into() }.message();
    let (full, full_values) = trouble(true);
    let (stopped, stopped_values) = trouble(false);
    let read = |error: &JournalError| error.message();
    let (newer, newer_values) = read(&JournalError::Newer { found: 77 });
    let (other, other_values) = read(&JournalError::NotAJournal);
    let (large, large_values) = read(&JournalError::TooLarge);
    let (damaged, damaged_values) = read(&JournalError::Damaged { at: 977 });
    let (io, io_values) = read(&JournalError::Io("صوت غريب".into()));
    all_said(&[
        (full, full_values, &[]),
        (stopped, stopped_values, &["صوت غريب"]),
        (newer, newer_values, &["77"]),
        (other, other_values, &[]),
        (large, large_values, &[]),
        (damaged, damaged_values, &["977"]),
        (io, io_values, &["صوت غريب"]),
    ]);
}

#[test]
fn what_is_lost_of_a_damaged_file_is_told_in_words() {
    let parts = [
        Part::Head,
        Part::Field,
        Part::Output,
        Part::Person,
        Part::Attendee,
        Part::Block,
        Part::Remark,
        Part::Change,
        Part::Version,
        Part::Unknown,
    ];
    let left = [Left::Nothing, Left::Words, Left::Most, Left::Letters, Left::Renamed];
    let keys = parts.map(Part::key).into_iter().chain(left.map(Left::key));
    let messages: Vec<(&str, Values, &[&str])> = keys.map(|key| (key, Vec::new(), &[][..])).collect();
    all_said(&messages);
    let lost = |line| Lost { line, part: Part::Block, left: Left::Words }.key();
    assert_eq!([lost(Some(3)), lost(None)], ["salvage-lost", "salvage-missing"]);
}

#[test]
fn what_the_system_answers_is_told_in_the_program_s_own_words() {
    let read = |kind: ErrorKind| OpenError::from(Error::from(kind)).message().0;
    assert_eq!(read(ErrorKind::NotFound), "error-not-found");
    assert_eq!(read(ErrorKind::NotADirectory), "error-not-found");
    assert_eq!(read(ErrorKind::PermissionDenied), "error-no-permission");
    assert_eq!(read(ErrorKind::IsADirectory), "error-is-folder");
    assert_eq!(read(ErrorKind::Interrupted), "error-read");
    let write = |kind: ErrorKind| SaveError::from(Error::from(kind)).message().0;
    assert_eq!(write(ErrorKind::NotFound), "error-no-folder");
    assert_eq!(write(ErrorKind::NotADirectory), "error-no-folder");
    assert_eq!(write(ErrorKind::IsADirectory), "error-is-folder");
    assert_eq!(write(ErrorKind::AlreadyExists), "error-exists");
    assert_eq!(write(ErrorKind::PermissionDenied), "error-no-permission");
    assert_eq!(write(ErrorKind::ReadOnlyFilesystem), "error-no-permission");
    assert_eq!(write(ErrorKind::StorageFull), "error-disk-full");
    assert_eq!(write(ErrorKind::QuotaExceeded), "error-disk-full");
    assert_eq!(write(ErrorKind::FileTooLarge), "error-disk-full");
    assert_eq!(write(ErrorKind::Interrupted), "error-save");
}

#[test]
fn a_digest_is_written_as_people_know_it() {
    assert_eq!(
        Digest::of(b"abc").to_string(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}
