//! Others at the same record: the lock beside it, the eye on its file, and the copies that sync programs make.
#![expect(clippy::disallowed_methods, reason = "a test does what other programs do to files")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use mahdar::document::{Document, Kind, RecordId, RichText, Stamp};
use mahdar::edit::{Command, EditError, Moment};
use mahdar::store::faults::{self, Fault};
use mahdar::store::{
    self, Claim, Digest, Held, Holder, Lock, Noticed, OpenError, Watch, Watched, can_write, is_copy, lock_of,
    sync_copies,
};
use mahdar::workspace::{Access, Open, Standing};

fn folder(name: &str) -> PathBuf {
    let test = std::thread::current().name().unwrap().replace("::", "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("others").join(test).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn record(id: u128, words: &str) -> Document {
    let mut document = Document::new(RecordId(id));
    let id = mahdar::document::BlockId(mahdar::document::Id { session: 0, counter: 1 });
    let block = mahdar::document::Block::new(id, Kind::default(), RichText::plain(words));
    let step = mahdar::document::Step::Insert { after: None, block: std::sync::Arc::new(block) };
    document.apply(step).unwrap();
    document
}

fn saved(path: &Path, words: &str) -> Digest {
    store::save(&record(7, words), path, None).unwrap().digest
}

fn me(person: &str) -> Holder {
    Holder::here(person, Stamp(1_763_790_000))
}

fn ours(claim: Claim) -> Lock {
    match claim {
        Claim::Ours(lock) => lock,
        other => panic!("not ours: {other:?}"),
    }
}

/// The lock as somebody at another machine would have left it.
fn from_elsewhere(path: &Path, person: &str) {
    drop(ours(Lock::claim(path, &me(person))));
    let lock = ours(Lock::claim(path, &me(person)));
    let text = fs::read_to_string(lock_of(path).unwrap()).unwrap();
    drop(lock);
    let own = format!("machine: \"{}\"", me("").machine);
    assert!(text.contains(&own), "{text}");
    fs::write(lock_of(path).unwrap(), text.replace(&own, "machine: \"bureau-12\"")).unwrap();
}

fn typed(open: &mut Open, words: &str) -> Result<(), EditError> {
    open.run(Command::Type(words.into()), &Moment::default()).map(|_| ())
}

#[test]
fn a_lock_lies_beside_the_record_while_it_is_edited_and_goes_with_it() {
    let path = folder("life").join("محضر.mahdar");
    saved(&path, "نص");
    let mut open = Open::from_file(&path).unwrap();
    open.hold("نعيمة", Stamp(5));
    let lock = path.with_file_name(".محضر.mahdar.lock");
    let text = fs::read_to_string(&lock).unwrap();
    assert!(text.starts_with("// mahdar lock 1\n"), "{text}");
    assert!(text.contains("person: \"نعيمة\"") && text.contains("since: 5"), "{text}");
    assert!(matches!(open.standing(), Standing::Ours(_)));
    drop(open);
    assert!(!lock.exists());
}

#[test]
fn the_second_to_open_reads_and_cannot_change_a_letter() {
    let path = folder("second").join("record.mahdar");
    saved(&path, "نص");
    let mut first = Open::from_file(&path).unwrap();
    first.hold("نعيمة", Stamp(5));
    let mut second = Open::from_file(&path).unwrap();
    second.hold("إدريس", Stamp(9));
    let Standing::Reading(Some(by)) = second.standing() else { panic!("{:?}", second.standing()) };
    assert_eq!((by.person.as_str(), by.since), ("نعيمة", Stamp(5)));
    assert_eq!(second.access(), Access::Read);
    assert_eq!(typed(&mut second, "زائد"), Err(EditError::ReadOnly));
    assert!(second.undo().steps.is_empty() && second.redo().steps.is_empty());
    assert!(second.run(Command::SelectAll, &Moment::default()).is_ok(), "what is read can be selected");
    assert_eq!(first.access(), Access::Write);
    assert!(typed(&mut first, "زائد").is_ok());
    drop(second);
    assert!(store::held(&path) != Held::Nobody, "the first one's lock is not the second one's to remove");
}

#[test]
fn when_the_first_closes_the_second_may_edit_and_reads_what_was_saved_meanwhile() {
    let path = folder("freed").join("record.mahdar");
    saved(&path, "نص");
    let mut first = Open::from_file(&path).unwrap();
    first.hold("نعيمة", Stamp(5));
    let mut second = Open::from_file(&path).unwrap();
    second.hold("إدريس", Stamp(9));
    saved(&path, "نص جديد");
    drop(first);
    assert!(second.note_held(store::held(&path), "إدريس", Stamp(10)));
    assert!(matches!(second.standing(), Standing::Freed));
    assert!(second.edit_now(false, "إدريس", Stamp(10)).unwrap(), "the disk holds something else by now");
    assert_eq!(second.access(), Access::Write);
    assert_eq!(second.editor().document().blocks()[0].text.text(), "نص جديد");
    assert!(!second.editor().is_changed() && !second.editor().can_undo());
    assert!(typed(&mut second, "ا").is_ok());
}

#[test]
fn taking_over_leaves_the_other_editable_and_told() {
    let path = folder("take-over").join("record.mahdar");
    saved(&path, "نص");
    let mut first = Open::from_file(&path).unwrap();
    first.hold("نعيمة", Stamp(5));
    let mut second = Open::from_file(&path).unwrap();
    second.hold("إدريس", Stamp(9));
    second.edit_now(true, "إدريس", Stamp(10)).unwrap();
    assert_eq!(second.access(), Access::Write);
    assert!(first.note_held(store::held(&path), "نعيمة", Stamp(11)));
    let Standing::Shared { by: Some(by), known: false, agreed: false } = first.standing() else {
        panic!("{:?}", first.standing())
    };
    assert_eq!(by.person, "إدريس");
    assert!(typed(&mut first, "ا").is_ok(), "what was begun can be gone on with");
    drop(first);
    assert!(
        store::held(&path) != Held::Nobody,
        "a lock that was taken is not removed by whom it was taken from"
    );
    drop(second);
    assert_eq!(store::held(&path), Held::Nobody);
}

#[test]
fn a_lock_left_by_a_program_that_died_is_replaced_without_a_word() {
    let path = folder("stale").join("record.mahdar");
    saved(&path, "نص");
    let lock = ours(Lock::claim(&path, &me("نعيمة")));
    let text = fs::read(lock_of(&path).unwrap()).unwrap();
    drop(lock);
    fs::write(lock_of(&path).unwrap(), &text).unwrap();
    assert_eq!(store::held(&path), Held::Nobody, "nobody living holds it");
    let lock = ours(Lock::claim(&path, &me("إدريس")));
    assert!(fs::read_to_string(lock_of(&path).unwrap()).unwrap().contains("إدريس"));
    assert!(matches!(Lock::claim(&path, &me("سعاد")), Claim::Theirs(Some(by)) if by.person == "إدريس"));
    drop(lock);
}

#[test]
fn a_lock_of_another_machine_is_never_taken_for_a_dead_one() {
    let path = folder("elsewhere").join("record.mahdar");
    saved(&path, "نص");
    from_elsewhere(&path, "نعيمة");
    let Claim::Theirs(Some(by)) = Lock::claim(&path, &me("إدريس")) else { panic!("it is theirs") };
    assert_eq!((by.person.as_str(), by.machine.as_str(), by.is_here()), ("نعيمة", "bureau-12", false));
    let lock = ours(Lock::seize(&path, &me("إدريس")));
    drop(lock);
    assert!(!lock_of(&path).unwrap().exists());
}

#[test]
fn a_lock_that_cannot_be_read_is_somebody_unknown() {
    let folder = folder("broken-lock");
    let huge = "x".repeat(1_000_000);
    for (at, text) in ["", "ليس قفلا", "// mahdar lock 2\n(person: \"a\")", "// mahdar lock 1\n(((", &huge]
        .iter()
        .enumerate()
    {
        let path = folder.join(format!("{at}.mahdar"));
        saved(&path, "نص");
        fs::write(lock_of(&path).unwrap(), text).unwrap();
        assert!(matches!(Lock::claim(&path, &me("إدريس")), Claim::Theirs(None)), "{at}");
        let mut open = Open::from_file(&path).unwrap();
        open.hold("إدريس", Stamp(1));
        assert_eq!(open.access(), Access::Read);
        open.edit_now(true, "إدريس", Stamp(1)).unwrap();
        assert!(matches!(open.standing(), Standing::Ours(_)), "{at}: it can be taken over");
    }
    let path = folder.join("link.mahdar");
    saved(&path, "نص");
    std::os::unix::fs::symlink(&path, lock_of(&path).unwrap()).unwrap();
    assert!(matches!(Lock::claim(&path, &me("إدريس")), Claim::Theirs(None)), "links are not followed");
}

#[test]
fn names_in_a_lock_cannot_turn_the_words_around_them() {
    let path = folder("names").join("record.mahdar");
    saved(&path, "نص");
    from_elsewhere(&path, "نعيمة");
    let text = fs::read_to_string(lock_of(&path).unwrap()).unwrap();
    let evil = format!("\u{202E}نعيمة\\n\u{2067}{}", "ا".repeat(900));
    fs::write(lock_of(&path).unwrap(), text.replace("نعيمة", &evil)).unwrap();
    let Held::Somebody(Some(by)) = store::held(&path) else { panic!("somebody") };
    assert!(by.person.starts_with("نعيمةا") && by.person.chars().count() == 60, "{:?}", by.person);
}

#[test]
fn a_record_reached_by_a_link_has_its_lock_beside_the_file_itself() {
    let folder = folder("linked");
    let real = folder.join("real");
    fs::create_dir(&real).unwrap();
    let path = real.join("record.mahdar");
    saved(&path, "نص");
    let link = folder.join("link.mahdar");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let _lock = ours(Lock::claim(&link, &me("نعيمة")));
    assert!(real.join(".record.mahdar.lock").exists());
    assert!(matches!(Lock::claim(&path, &me("إدريس")), Claim::Theirs(Some(_))));
}

#[test]
fn a_folder_that_takes_no_lock_is_no_hindrance() {
    let path = folder("no-folder").join("gone").join("record.mahdar");
    assert!(matches!(Lock::claim(&path, &me("نعيمة")), Claim::Impossible));
    let path = folder("long").join("ا".repeat(127));
    saved(&path, "نص");
    let mut open = Open::from_file(&path).unwrap();
    open.hold("نعيمة", Stamp(5));
    assert!(matches!(open.standing(), Standing::Alone), "its lock's name would be too long");
    assert_eq!(open.access(), Access::Write);
}

#[test]
fn a_copy_is_another_record_without_a_file() {
    let path = folder("copy").join("record.mahdar");
    saved(&path, "نص");
    let open = Open::from_file(&path).unwrap();
    let copy = open.copy();
    assert_ne!(copy.editor().document().id(), open.editor().document().id());
    assert!(copy.path().is_none());
    assert_eq!(copy.editor().document().blocks()[0].text.text(), "نص");
}

struct Eye {
    watch: Watch,
    path: PathBuf,
}

impl Eye {
    fn on(name: &str) -> (Self, Digest) {
        let path = fs::canonicalize(folder(name)).unwrap().join("record.mahdar");
        let digest = saved(&path, "نص");
        let eye = Self { watch: Watch::start(|| {}).unwrap(), path };
        eye.set(digest);
        assert!(eye.next().is_none(), "nothing changed yet");
        (eye, digest)
    }

    fn set(&self, digest: Digest) {
        self.watch.set(vec![Watched { path: self.path.clone(), digest, record: RecordId(7) }]);
    }

    /// The next thing noticed, looking several times.
    fn next(&self) -> Option<Noticed> {
        for _ in 0..12 {
            self.watch.look();
            std::thread::sleep(Duration::from_millis(50));
            if let Some(news) = self.watch.news() {
                assert_eq!(news.path, self.path);
                return Some(news.what);
            }
        }
        None
    }
}

#[test]
fn another_content_is_noticed_and_a_touch_is_not() {
    let (eye, digest) = Eye::on("eye");
    let same = fs::read(&eye.path).unwrap();
    fs::write(&eye.path, &same).unwrap();
    assert!(eye.next().is_none(), "the same bytes written again are no change");
    let other = saved(&eye.path, "من غيرنا");
    let Some(Noticed::Content(found, read)) = eye.next() else { panic!("not noticed") };
    assert_eq!(found, other);
    assert_eq!(read.unwrap().document.blocks()[0].text.text(), "من غيرنا");
    assert!(eye.next().is_none(), "it is told once");
    fs::write(&eye.path, &same).unwrap();
    assert!(
        matches!(eye.next(), Some(Noticed::Content(back, _)) if back == digest),
        "that it is as it was is told too"
    );
}

#[test]
fn a_change_that_keeps_size_and_time_is_noticed() {
    let (eye, _) = Eye::on("eye-sly");
    let times = fs::metadata(&eye.path).unwrap().modified().unwrap();
    let text = fs::read_to_string(&eye.path).unwrap().replace("نص", "نس");
    fs::write(&eye.path, text).unwrap();
    fs::File::options().write(true).open(&eye.path).unwrap().set_modified(times).unwrap();
    assert!(matches!(eye.next(), Some(Noticed::Content(..))));
}

#[test]
fn a_file_that_goes_and_comes_back_is_told_of() {
    let (eye, digest) = Eye::on("eye-gone");
    let aside = eye.path.with_extension("aside");
    fs::rename(&eye.path, &aside).unwrap();
    assert!(matches!(eye.next(), Some(Noticed::Gone)));
    fs::rename(&aside, &eye.path).unwrap();
    assert!(matches!(eye.next(), Some(Noticed::Content(back, _)) if back == digest));
}

#[test]
fn a_file_that_was_damaged_is_told_of_with_what_is_wrong() {
    let (eye, _) = Eye::on("eye-damaged");
    fs::write(&eye.path, "// mahdar 1\n(id: ").unwrap();
    let Some(Noticed::Content(_, read)) = eye.next() else { panic!("not noticed") };
    assert!(matches!(*read, Err(OpenError::Truncated { .. })));
}

#[test]
fn what_was_saved_here_is_no_news() {
    let (eye, digest) = Eye::on("eye-own");
    let own = store::save(&record(7, "ما كتبناه"), &eye.path, Some(digest)).unwrap().digest;
    eye.set(own);
    assert!(eye.next().is_none());
}

#[test]
fn who_takes_and_leaves_the_lock_is_noticed() {
    let (eye, _) = Eye::on("eye-lock");
    let lock = ours(Lock::claim(&eye.path, &me("نعيمة")));
    assert!(matches!(eye.next(), Some(Noticed::Held(Held::Somebody(Some(by)))) if by.person == "نعيمة"));
    drop(lock);
    assert!(matches!(eye.next(), Some(Noticed::Held(Held::Nobody))));
}

#[test]
fn names_that_sync_programs_give_are_known() {
    let is = |name: &str| is_copy(OsStr::new("محضر.mahdar"), OsStr::new(name), "bureau-12");
    for name in [
        "محضر (conflicted copy 2026-11-14 143205).mahdar",
        "محضر (Naima's conflicted copy 2026-11-14).mahdar",
        "محضر (Copie en conflit de Naima 2026-11-14).mahdar",
        "محضر.sync-conflict-20261114-143205-ABCDEFG.mahdar",
        "محضر_conflict-20261114-143205.mahdar",
        "محضر (1).mahdar",
        "محضر(1).mahdar",
        "محضر-bureau-12.mahdar",
        "محضر-DESKTOP-4F2K1.mahdar",
        "محضر - Copie.mahdar",
    ] {
        assert!(is(name), "{name}");
    }
    for name in [
        "محضر.mahdar",
        "محضر-2.mahdar",
        "محضر-v2.mahdar",
        "محضر-نهائي.mahdar",
        "محضر الاجتماع.mahdar",
        "محضر (1).txt",
        "بلاغ (1).mahdar",
        ".محضر.mahdar.lock",
        "محضر",
        "محضر ().mahdar",
    ] {
        assert!(!is(name), "{name}");
    }
}

#[test]
fn only_another_text_of_the_same_record_is_a_copy_to_compare() {
    let folder = folder("copies");
    let path = folder.join("محضر.mahdar");
    let digest = saved(&path, "نص");
    let conflict = folder.join("محضر (conflicted copy).mahdar");
    saved(&conflict, "نص آخر");
    saved(&folder.join("محضر (1).mahdar"), "نص");
    store::save(&record(8, "سجل آخر"), &folder.join("محضر (2).mahdar"), None).unwrap();
    fs::write(folder.join("محضر (3).mahdar"), "ليس سجلا").unwrap();
    saved(&folder.join("محضر-نهائي.mahdar"), "نص نهائي");
    assert_eq!(sync_copies(&path, RecordId(7), digest), std::slice::from_ref(&conflict));
    let own = Digest::of(&fs::read(&conflict).unwrap());
    let found = sync_copies(&conflict, RecordId(7), own);
    assert!(found.contains(&path), "from the copy the first one is found too: {found:?}");
}

#[test]
fn a_lock_that_cannot_be_written_is_none_and_leaves_nothing() {
    let path = folder("faults").join("record.mahdar");
    saved(&path, "نص");
    faults::none();
    drop(ours(Lock::claim(&path, &me("نعيمة"))));
    let calls = faults::calls();
    assert!(calls >= 3, "made, written, removed");
    for n in 1..calls {
        faults::at(n, Fault::Error(std::io::ErrorKind::StorageFull));
        assert!(matches!(Lock::claim(&path, &me("نعيمة")), Claim::Impossible), "{n}");
        faults::none();
        assert_eq!(store::held(&path), Held::Nobody, "{n}");
        assert!(!lock_of(&path).unwrap().exists(), "{n}");
    }
}

#[test]
fn a_record_brought_back_is_written_on_though_another_has_its_file() {
    let path = folder("brought-back").join("record.mahdar");
    saved(&path, "نص");
    let mut open = Open::from_file(&path).unwrap();
    typed(&mut open, "زائد").unwrap();
    let _lock = ours(Lock::claim(&path, &me("إدريس")));
    open.hold("نعيمة", Stamp(1));
    assert_eq!(open.access(), Access::Write, "what is unsaved is to be saved somewhere");
    assert!(matches!(open.standing(), Standing::Shared { .. }));
}

#[test]
fn a_file_that_must_not_be_written_is_known_as_such() {
    let path = folder("unwritable").join("record.mahdar");
    saved(&path, "نص");
    assert!(can_write(&path));
    assert!(!can_write(&path.join("below")), "where there is no folder nothing can be written");
    let immutable = |how| {
        let done = std::process::Command::new("chattr").arg(how).arg(&path).output();
        done.is_ok_and(|done| done.status.success())
    };
    if immutable("+i") {
        let could = can_write(&path);
        assert!(immutable("-i"));
        assert!(!could);
    } else {
        println!("skipped: chattr +i does not work here");
    }
}
