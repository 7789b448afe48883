//! Every call that changes the disk fails, or the program dies in it: the old is there or the new, whole, and what is
//! told is true.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, says what it skipped, and prepares files as others would leave them"
)]

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use mahdar::document::{Document, RecordId, Stamp, Template};
use mahdar::store::faults::{self, Fault};
use mahdar::store::{
    self, BACKUPS, Digest, Folders, Overwrite, SaveError, SaveWarning, Settings, backups_folder, copy_out,
    create, earlier_states, open, removable_in, save, save_and_keep, write, write_bytes,
};

use crate::store::{Folder, changed, small};

/// The full disk, the broken one, the one that is somebody else's; and the plug pulled.
const FAULTS: [Fault; 4] = [
    Fault::Cut,
    Fault::Error(ErrorKind::StorageFull),
    Fault::Error(ErrorKind::Other),
    Fault::Error(ErrorKind::PermissionDenied),
];

/// What may fail with the whole still well done: who owns a file, and litter.
const BEARABLE: [&str; 4] = ["set_owner", "set_mode", "set_attribute", "remove"];

/// Everything below a folder that a save may leave behind.
fn drafts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(drafts(&entry.path()));
        } else if entry.file_name().to_string_lossy().ends_with(".tmp") {
            found.push(entry.path());
        }
    }
    found
}

/// Has `act` meet every fault at every call it makes, each time in a new folder that `prepare` has filled. `judge` is
/// told what is left and how it ended. After an error nothing is left behind, and trying again works.
fn at_every_call<E: std::fmt::Debug>(
    prepare: impl Fn(&Folder),
    act: impl Fn(&Folder) -> Result<(), E>,
    judge: impl Fn(&Folder, &Result<(), E>, Fault),
) -> usize {
    let folder = Folder::new();
    prepare(&folder);
    faults::none();
    act(&folder).unwrap();
    let calls = faults::calls();
    assert!(calls >= 4, "{calls} calls");
    for n in 1..=calls {
        for fault in FAULTS {
            let folder = Folder::new();
            prepare(&folder);
            faults::at(n, fault);
            let ended = act(&folder);
            let met = faults::met();
            faults::none();
            let met = met.unwrap_or_else(|| panic!("call {n} of {calls} was never made"));
            judge(&folder, &ended, fault);
            if fault == Fault::Cut {
                // The program is dead: nobody was told anything. The next one finds what is there and goes on.
                let _ = act(&folder);
                continue;
            }
            assert_eq!(drafts(&folder.file("")), Vec::<PathBuf>::new(), "{met} fails with {fault:?}");
            match ended {
                Ok(()) => {
                    assert!(BEARABLE.contains(&met), "{met} failed with {fault:?} and nothing was said");
                }
                Err(_) => {
                    act(&folder).unwrap_or_else(|error| panic!("again after {met}, {fault:?}: {error:?}"));
                }
            }
        }
    }
    calls
}

fn held(folder: &Folder) -> Option<Vec<u8>> {
    fs::read(folder.file("a.mahdar")).ok()
}

fn old() -> Document {
    small()
}

fn new() -> Document {
    changed(&small(), "مكان آخر")
}

fn bytes(document: &Document) -> Vec<u8> {
    write(document).into_bytes()
}

fn digest(document: &Document) -> Digest {
    Digest::of(&bytes(document))
}

/// A saved record that the group may read too.
fn with_old(folder: &Folder) {
    let path = folder.file("a.mahdar");
    create(&old(), &path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
}

#[test]
fn a_save_leaves_the_old_record_or_the_new_one() {
    at_every_call(
        with_old,
        |folder| save(&new(), &folder.file("a.mahdar"), Some(digest(&old()))).map(drop),
        |folder, ended, _| {
            let held = held(folder).unwrap();
            match ended {
                Ok(()) => assert_eq!(held, bytes(&new())),
                Err(SaveError::Unsure { saved, .. }) => {
                    assert_eq!((held, saved.digest), (bytes(&new()), digest(&new())));
                }
                Err(_) => assert!(held == bytes(&old()) || held == bytes(&new())),
            }
        },
    );
}

#[test]
fn an_error_other_than_of_the_last_flush_leaves_the_old_record() {
    at_every_call(
        with_old,
        |folder| save(&new(), &folder.file("a.mahdar"), Some(digest(&old()))).map(drop),
        |folder, ended, fault| {
            if fault != Fault::Cut && ended.as_ref().is_err_and(|e| !matches!(e, SaveError::Unsure { .. })) {
                assert_eq!(held(folder).unwrap(), bytes(&old()), "{ended:?}");
            }
        },
    );
}

#[test]
fn a_new_record_is_there_whole_or_not_at_all() {
    at_every_call(
        |_| {},
        |folder| create(&new(), &folder.file("a.mahdar")).map(drop),
        |folder, ended, fault| match (ended, held(folder)) {
            (Ok(()), held) => assert_eq!(held, Some(bytes(&new()))),
            (Err(_), None) => {}
            (Err(_), Some(held)) => {
                assert_eq!((fault, held), (Fault::Cut, bytes(&new())), "{ended:?}");
            }
        },
    );
}

#[test]
fn an_export_leaves_the_old_file_or_the_new_one() {
    let (before, after) = (b"the text of yesterday".to_vec(), b"the text of today, which is longer".to_vec());
    at_every_call(
        |folder| fs::write(folder.file("a.mahdar"), &before).unwrap(),
        |folder| write_bytes(&folder.file("a.mahdar"), &after, Overwrite::Replace).map(drop),
        |folder, ended, _| {
            let held = held(folder).unwrap();
            assert!(held == after || ended.is_err() && held == before, "{ended:?}");
        },
    );
}

#[test]
fn settings_are_changed_whole_or_not_at_all() {
    let folders = |folder: &Folder| Folders::inside(&folder.file("own"));
    let author = |folder: &Folder| store::load::<Settings>(&folders(folder)).value.author;
    let set = |folder: &Folder, name: &str| {
        store::change(&folders(folder), |settings: &mut Settings| settings.author = name.to_owned())
    };
    at_every_call(
        |folder| drop(set(folder, "سلمى").unwrap()),
        |folder| {
            set(folder, "هشام")?;
            assert_eq!(author(folder), "هشام");
            Ok::<_, SaveError>(())
        },
        |folder, ended, _| {
            let loaded = store::load::<Settings>(&folders(folder));
            assert_eq!(loaded.notice, None);
            let author = loaded.value.author;
            assert!(author == "هشام" || ended.is_err() && author == "سلمى", "{author}");
        },
    );
    // What was written by hand is copied aside first.
    let by_hand = "// mahdar settings 1\n(author: \"سلمى\") // by hand\n";
    at_every_call(
        |folder| {
            set(folder, "x").unwrap();
            fs::write(store::path_of::<Settings>(&folders(folder)), by_hand).unwrap();
        },
        |folder| set(folder, "هشام").map(drop),
        |folder, _, _| {
            let kept = fs::read_dir(&folders(folder).config)
                .unwrap()
                .any(|entry| fs::read_to_string(entry.unwrap().path()).is_ok_and(|text| text == by_hand));
            assert!(kept, "what was written by hand is lost");
        },
    );
}

#[test]
fn a_template_is_kept_whole_or_not_at_all() {
    let offer = Template { id: "weekly".into(), name: "أسبوعي".into(), about: String::new() };
    let shape = small().as_template(RecordId(5), offer);
    let folders = |folder: &Folder| Folders::inside(&folder.file("own"));
    at_every_call(
        |_| {},
        |folder| store::save_template(&folders(folder), &shape).map(drop),
        |folder, ended, fault| {
            let found = store::own_templates(&folders(folder));
            assert!(found.unusable.is_empty());
            match found.sound.as_slice() {
                [one] => assert!(one.document == shape && (ended.is_ok() || fault == Fault::Cut)),
                none => assert!(none.is_empty() && ended.is_err()),
            }
        },
    );
}

fn kept(folder: &Folder) -> Vec<Document> {
    let states = earlier_states(&folders(folder), small().id());
    states.iter().map(|state| open(&state.path).unwrap().document).collect()
}

fn folders(folder: &Folder) -> Folders {
    Folders::inside(&folder.file("own"))
}

fn keeping(folder: &Folder, document: &Document, at: i64) -> Result<store::Saved, SaveError> {
    let path = folder.file("a.mahdar");
    let expected = open(&path).ok().map(|opened| opened.digest);
    save_and_keep(document, &path, expected, (&folders(folder), Stamp(at)))
}

#[test]
fn a_backup_that_fails_never_fails_the_save_and_is_told() {
    at_every_call(
        with_old,
        |folder| {
            let saved = keeping(folder, &new(), 2_000_000_000)?;
            let told = saved.warnings.contains(&SaveWarning::NoBackup);
            assert!(told || kept(folder) == [new(), old()] || kept(folder) == [new()], "nothing was said");
            assert_eq!(held(folder).unwrap(), bytes(&new()));
            if told { Err(SaveError::Full) } else { Ok(()) }
        },
        |folder, _, _| {
            let held = held(folder).unwrap();
            assert!(held == bytes(&old()) || held == bytes(&new()));
            // Whatever lies there can be opened.
            assert!(kept(folder).iter().all(|state| *state == old() || *state == new()));
        },
    );
}

#[test]
fn a_copy_for_a_stick_is_whole_or_gone() {
    let name = "محضر 14 مارس";
    at_every_call(
        |folder| {
            with_old(folder);
            keeping(folder, &new(), 2_000_000_000).unwrap();
            fs::create_dir(folder.file("stick")).unwrap();
        },
        |folder| {
            let states = earlier_states(&folders(folder), small().id());
            let place = copy_out(&new(), &states, &folder.file("stick"), name)?;
            assert_eq!(open(&place.join(format!("{name}.mahdar"))).unwrap().document, new());
            assert_eq!(fs::read_dir(place.join("backups")).unwrap().count(), 2);
            Ok::<_, SaveError>(())
        },
        |folder, ended, fault| {
            let left = fs::read_dir(folder.file("stick")).unwrap().count();
            assert!(ended.is_ok() || fault == Fault::Cut || left == 0, "{left} left after {ended:?}");
        },
    );
}

// What the fault tests cannot say by themselves.

#[test]
fn a_save_writes_beside_flushes_renames_and_flushes_the_folder_in_this_order() {
    let calls = |prepare: &dyn Fn(&Folder), act: &dyn Fn(&Folder)| {
        let call = |n| {
            let folder = Folder::new();
            prepare(&folder);
            faults::at(n, Fault::Error(ErrorKind::Other));
            act(&folder);
            let met = faults::met();
            faults::none();
            met
        };
        // An error is followed by the cleaning up, which is no part of the order.
        (1..7).map_while(call).collect::<Vec<_>>()
    };
    let path = |folder: &Folder| folder.file("a.mahdar");
    assert_eq!(
        calls(&with_old, &|folder| drop(save(&new(), &path(folder), Some(digest(&old()))))),
        ["create", "write", "set_mode", "flush", "rename", "flush_names"]
    );
    assert_eq!(
        calls(&|_| {}, &|folder| drop(create(&new(), &path(folder)))),
        ["create", "write", "flush", "rename_to_nothing", "flush_names"]
    );
}

#[test]
fn a_record_whose_name_was_not_confirmed_is_saved_anew_with_more_words() {
    let folder = Folder::new();
    with_old(&folder);
    let path = folder.file("a.mahdar");
    faults::none();
    save(&old(), &path, Some(digest(&old()))).unwrap();
    faults::at(faults::calls(), Fault::Error(ErrorKind::Other));
    let ended = save(&new(), &path, Some(digest(&old())));
    assert_eq!(faults::met(), Some("flush_names"));
    faults::none();
    let Err(SaveError::Unsure { saved, .. }) = ended else { panic!("{ended:?}") };
    // What lies there is known, so more can be saved over it.
    let more = changed(&new(), "مكان ثالث");
    save(&more, &path, Some(saved.digest)).unwrap();
    assert_eq!(open(&path).unwrap().document, more);
}

#[test]
fn a_disk_that_cannot_rename_to_nothing_keeps_new_files_all_the_same() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let at_rename = |fault| {
        // Open, write, flush, rename.
        faults::at(4, fault);
        let ended = create(&new(), &path);
        assert_eq!(faults::met(), Some("rename_to_nothing"));
        faults::none();
        ended
    };
    at_rename(Fault::Error(ErrorKind::Unsupported)).unwrap();
    assert_eq!(folder.names(), ["a.mahdar"]);
    assert!(matches!(create(&old(), &path).unwrap_err(), SaveError::Exists));
    assert_eq!(open(&path).unwrap().document, new());
}

/// Leaves a file as a save would that was killed so long ago.
fn left_behind(path: &Path, seconds: u64) -> fs::File {
    fs::write(path, "half a rec").unwrap();
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(seconds)).unwrap();
    file
}

#[test]
fn the_next_save_takes_away_what_a_killed_one_left_and_nothing_else() {
    let folder = Folder::new();
    with_old(&folder);
    let hour = 3600;
    drop(left_behind(&folder.file(".a.mahdar.0123456789abcdef.tmp"), hour));
    drop(left_behind(&folder.file(".a.mahdar.0123456789abcde0.tmp"), 5));
    let living = left_behind(&folder.file(".a.mahdar.0123456789abcde1.tmp"), hour);
    living.try_lock().unwrap();
    let others = [
        ".b.mahdar.0123456789abcdef.tmp",
        ".a.mahdar.0123456789ABCDEF.tmp",
        ".a.mahdar.0123456789abcde.tmp",
        ".a.mahdar.0123456789abcdef.tmp.bak",
        "a.mahdar.0123456789abcdef.tmp",
    ];
    for name in others {
        drop(left_behind(&folder.file(name), hour));
    }
    fs::create_dir(folder.file(".a.mahdar.0123456789abcde2.tmp")).unwrap();
    let before = folder.names();
    save(&new(), &folder.file("a.mahdar"), Some(digest(&old()))).unwrap();
    let gone: Vec<String> = before.into_iter().filter(|name| !folder.names().contains(name)).collect();
    assert_eq!(gone, [".a.mahdar.0123456789abcdef.tmp"]);
    assert_eq!(open(&folder.file("a.mahdar")).unwrap().document, new());
}

#[test]
fn a_file_that_its_owner_deleted_is_told_of_when_it_is_saved_anew() {
    let folder = Folder::new();
    with_old(&folder);
    fs::remove_file(folder.file("a.mahdar")).unwrap();
    let saved = save_and_keep(
        &new(),
        &folder.file("a.mahdar"),
        Some(digest(&old())),
        (&folders(&folder), Stamp(2_000_000_000)),
    );
    assert_eq!(saved.unwrap().warnings, [SaveWarning::WasGone]);
}

// Earlier states.

#[test]
fn each_save_keeps_a_state_and_the_first_one_what_was_there_before() {
    let folder = Folder::new();
    with_old(&folder);
    let third = changed(&small(), "مكان ثالث");
    keeping(&folder, &new(), 2_000_000_000).unwrap();
    keeping(&folder, &third, 2_000_000_060).unwrap();
    assert_eq!(kept(&folder), [third, new(), old()]);
    let states = earlier_states(&folders(&folder), small().id());
    assert_eq!(states.first().unwrap().at, Stamp(2_000_000_060));
    assert_eq!(states.first().unwrap().size, bytes(&changed(&small(), "مكان ثالث")).len() as u64);
    let name = states.get(1).unwrap().path.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("20330518-033320-") && name.ends_with(".mahdar"), "{name}");
}

#[test]
fn the_same_state_is_not_kept_twice() {
    let folder = Folder::new();
    for at in 0..3 {
        keeping(&folder, &new(), 2_000_000_000 + at).unwrap();
    }
    assert_eq!(kept(&folder), [new()]);
    // After another state it is a state of its own again.
    keeping(&folder, &old(), 2_000_000_010).unwrap();
    keeping(&folder, &new(), 2_000_000_020).unwrap();
    assert_eq!(kept(&folder), [new(), old(), new()]);
}

#[test]
fn states_of_one_second_follow_each_other() {
    let folder = Folder::new();
    let all: Vec<Document> = (0..4).map(|n| changed(&small(), &format!("القاعة {n}"))).collect();
    for document in &all {
        keeping(&folder, document, 2_000_000_000).unwrap();
    }
    let newest_first: Vec<Document> = all.into_iter().rev().collect();
    assert_eq!(kept(&folder), newest_first);
}

#[test]
fn the_last_fifty_states_are_kept_and_nothing_that_is_not_ours_is_touched() {
    let folder = Folder::new();
    let place = backups_folder(&folders(&folder), small().id());
    fs::create_dir_all(&place).unwrap();
    for name in ["note.txt", "20200101-000000-00000000.mahdar.bak", "20201301-000000-00000000.mahdar"] {
        fs::write(place.join(name), "mine").unwrap();
    }
    for n in 0..60_i64 {
        let document = changed(&small(), &format!("القاعة {n}"));
        keeping(&folder, &document, 2_000_000_000 + n * 60).unwrap();
    }
    let states = kept(&folder);
    assert_eq!(states.len(), BACKUPS);
    assert_eq!(states.first(), Some(&changed(&small(), "القاعة 59")));
    assert_eq!(states.last(), Some(&changed(&small(), "القاعة 10")));
    assert_eq!(fs::read_dir(&place).unwrap().count(), BACKUPS + 3);
}

#[test]
fn what_another_wrote_is_kept_before_it_is_replaced_on_purpose() {
    let folder = Folder::new();
    keeping(&folder, &old(), 2_000_000_000).unwrap();
    let theirs = changed(&small(), "ما كتبه غيري");
    save(&theirs, &folder.file("a.mahdar"), None).unwrap();
    let at = Stamp(2_000_000_100);
    save_and_keep(&new(), &folder.file("a.mahdar"), None, (&folders(&folder), at)).unwrap();
    assert!(kept(&folder).contains(&theirs));
    assert_eq!(kept(&folder).first(), Some(&new()));
}

#[test]
fn another_record_that_is_replaced_is_kept_among_its_own_states() {
    let folder = Folder::new();
    let other = small().renamed(RecordId(77));
    create(&other, &folder.file("a.mahdar")).unwrap();
    let at = Stamp(2_000_000_000);
    save_and_keep(&new(), &folder.file("a.mahdar"), None, (&folders(&folder), at)).unwrap();
    assert_eq!(kept(&folder), [new()]);
    let states = earlier_states(&folders(&folder), RecordId(77));
    assert_eq!(states.iter().map(|state| open(&state.path).unwrap().document).collect::<Vec<_>>(), [other]);
}

#[test]
fn a_record_without_states_has_none() {
    let folder = Folder::new();
    assert_eq!(earlier_states(&folders(&folder), RecordId(3)), []);
}

// Sticks.

#[test]
fn a_second_copy_lies_beside_the_first() {
    let folder = Folder::new();
    let stick = folder.file("");
    let one = copy_out(&old(), &[], &stick, "محضر").unwrap();
    let two = copy_out(&new(), &[], &stick, "محضر").unwrap();
    assert_eq!(folder.names(), ["محضر", "محضر-2"]);
    assert_eq!(open(&one.join("محضر.mahdar")).unwrap().document, old());
    assert_eq!(open(&two.join("محضر.mahdar")).unwrap().document, new());
    assert_eq!(fs::read_dir(&two).unwrap().count(), 1, "no folder of states where there are none");
}

#[test]
fn a_name_that_a_stick_refuses_is_made_plain() {
    let folder = Folder::new();
    let place = copy_out(&old(), &[], &folder.file(""), " محضر: 12/2026 \"نهائي\"?. ").unwrap();
    assert_eq!(place.file_name().unwrap().to_string_lossy(), "محضر- 12-2026 -نهائي--");
    assert!(copy_out(&old(), &[], &folder.file(""), " .. ").unwrap().ends_with("mahdar"));
}

#[test]
fn sticks_are_told_from_the_other_mounts() {
    let mounts = "/dev/sda2 / ext4 rw,relatime 0 0\n\
        proc /proc proc rw 0 0\n\
        tmpfs /run/media tmpfs rw 0 0\n\
        /dev/sdb1 /media/salma/USB\\040STICK vfat rw,nosuid,nodev,utf8 0 0\n\
        /dev/sdb1 /media/salma/USB\\040STICK vfat rw,nosuid,nodev,utf8 0 0\n\
        /dev/sdc1 /run/media/salma/\u{642}\u{631}\u{635} exfat rw,nosuid 0 0\n\
        /dev/sdd1 /media/salma/locked vfat ro,nosuid 0 0\n\
        /dev/sr0 /media/cdrom iso9660 ro 0 0\n\
        /dev/sda3 /home ext4 rw 0 0\n\
        server:/share /mnt/share nfs rw 0 0\n\
        /dev/sde1 /mnt/disk ext4 rw 0 0\n\
        broken\n";
    let found = removable_in(mounts.as_bytes());
    let expected = ["/media/salma/USB STICK", "/run/media/salma/قرص", "/mnt/disk"];
    assert_eq!(found, expected.map(PathBuf::from));
    assert_eq!(removable_in(b"\\04\\ /media/x\\"), Vec::<PathBuf>::new());
}
