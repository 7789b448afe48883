//! Settings, recent records and the roster: read whatever they hold, shared by two windows, nothing ever lost.
#![allow(clippy::disallowed_methods, reason = "a test prepares files as others would leave them")]

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::Instant;

use mahdar::arabic::{Date, Gender, When};
use mahdar::document::{
    Body, Digits, FieldPath, Id, Language, Level, OutputKind, Person, PersonId, Place, RecordId, Stamp,
    State, Target,
};
use mahdar::store::roster::Incoming;
use mahdar::store::{
    Caller, Caret, Floor, Floors, Folders, Kept, Notice, PhraseManner, Published, Recent, Recents, Roster,
    SaveError, Sent, Settings, Theme, Way, change, load, path_of, web_address,
};
use proptest::prelude::*;

use super::store::Folder;
use super::store::record::{Size, record};

/// A home of its own for one test.
struct Home {
    folder: Folder,
    folders: Folders,
}

impl Home {
    fn new() -> Self {
        let folder = Folder::new();
        let folders = Folders::inside(&folder.file(""));
        Self { folder, folders }
    }

    /// A home in which this small file lies already.
    fn with<T: Kept>(bytes: &[u8]) -> Self {
        let home = Self::new();
        fs::create_dir_all(T::folder(&home.folders)).unwrap();
        fs::write(path_of::<T>(&home.folders), bytes).unwrap();
        home
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.file(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn recent(path: impl AsRef<Path>) -> Recent {
    let mut recent = Recent::new(path.as_ref(), &record(Size::PAGE), "بلاغ".into(), Stamp(1_795_000_000));
    recent.dates = When::day(Date::new(2026, 11, 14).unwrap());
    recent
}

fn person(name: &str) -> Person {
    Person { name: name.into(), ..Person::default() }
}

fn key(counter: u32) -> PersonId {
    PersonId(Id { session: 0xabc, counter })
}

#[test]
fn without_files_there_are_defaults_and_nothing_is_written() {
    let home = Home::new();
    let settings = load::<Settings>(&home.folders);
    assert_eq!((settings.value.zoom, settings.value.theme), (100, Theme::Light));
    assert_eq!(settings.notice, None);
    assert!(load::<Recents>(&home.folders).value.records().is_empty());
    assert!(load::<Roster>(&home.folders).value.is_empty());
    assert!(home.folder.names().is_empty());
}

#[test]
fn settings_come_back_as_they_were_chosen() {
    let home = Home::new();
    let chosen = Settings {
        language: Some(Language::French),
        theme: Theme::Dark,
        zoom: 125,
        invisibles: true,
        digits: Digits::Arabic,
        body: Body { name: "المكتب الجهوي".into(), level: Level::Regional, ..Body::default() },
        author: "سعاد \"\n\\ بناني".into(),
        phrases: PhraseManner::Un,
    };
    let changed = change(&home.folders, |settings: &mut Settings| *settings = chosen.clone()).unwrap();
    assert_eq!(changed.notice, None);
    assert_eq!(load::<Settings>(&home.folders).value, chosen);
    let text = fs::read_to_string(path_of::<Settings>(&home.folders)).unwrap();
    assert!(text.starts_with("// mahdar settings 1\n"), "{text}");
    // What this release wrote needs no copy.
    change(&home.folders, |settings: &mut Settings| settings.zoom = 150).unwrap();
    assert_eq!(home.names("config"), ["settings.ron"]);
}

#[test]
fn who_speaks_and_waits_is_kept_for_half_a_day_and_never_without_bound() {
    let home = Home::new();
    let caller = |name: &str| Caller { person: None, name: name.into() };
    let floor = |at: i64, waiting: usize| Floor {
        at: Stamp(at),
        now: Some((Caller { person: Some(key(3)), name: "زهور السدري".into() }, Stamp(at - 90))),
        waiting: (0..waiting).map(|at| caller(&format!("متدخل {at}"))).collect(),
        typed: "الدوم".into(),
    };
    let note = |record: u128, floor: Floor| {
        change(&home.folders, |floors: &mut Floors| floors.note(RecordId(record), floor)).unwrap()
    };
    note(1, floor(1_795_000_000, 3));
    let kept = load::<Floors>(&home.folders).value;
    assert_eq!(kept.of(RecordId(1), Stamp(1_795_000_000)), Some(&floor(1_795_000_000, 3)));
    assert_eq!(kept.of(RecordId(2), Stamp(1_795_000_000)), None);
    assert!(kept.of(RecordId(1), Stamp(1_795_000_000 + 12 * 3600)).is_none(), "that meeting is over");
    // An empty queue is none; one of yesterday goes when another is kept.
    note(1, Floor { at: Stamp(1_795_000_010), ..Floor::default() });
    assert_eq!(load::<Floors>(&home.folders).value, Floors::default());
    note(1, floor(1_795_000_000, 3));
    let kept = note(2, floor(1_795_000_000 + 13 * 3600, 5000)).value;
    assert_eq!(kept.of(RecordId(1), Stamp(1_795_000_000)), None);
    assert_eq!(kept.of(RecordId(2), Stamp(1_795_046_800)).unwrap().waiting.len(), 1000);
    for record in 10..90 {
        note(record, floor(1_795_050_000 + i64::try_from(record).unwrap(), 1));
    }
    let kept = load::<Floors>(&home.folders).value;
    let held = (2..90).filter(|record| kept.of(RecordId(*record), Stamp(1_795_050_000)).is_some()).count();
    assert_eq!(held, 50);
    // What was written into the file by hand is cleaned.
    let home = Home::with::<Floors>("(records: {\"00000000000000000000000000000001\": (at: 5, waiting: [(name: \"زه\u{202e}ور\"), (name: \" \")])})".as_bytes());
    let kept = load::<Floors>(&home.folders);
    assert_eq!(kept.notice, None);
    assert_eq!(kept.value.of(RecordId(1), Stamp(6)).unwrap().waiting, [caller("زهور")]);
}

#[test]
fn a_zoom_out_of_bounds_comes_within() {
    let home = Home::with::<Settings>(b"(zoom: 9000)");
    assert_eq!(load::<Settings>(&home.folders).value.zoom, 200);
    let changed = change(&home.folders, |settings: &mut Settings| settings.zoom = 3).unwrap();
    assert_eq!(changed.value.zoom, 80);
}

#[test]
fn the_folder_is_private() {
    let home = Home::new();
    change(&home.folders, |roster: &mut Roster| roster.put(key(1), person("ليلى"))).unwrap();
    let mode = fs::metadata(&home.folders.config).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700, "the roster may hold telephone numbers");
}

#[test]
fn what_cannot_be_understood_is_set_aside_with_all_its_bytes() {
    let garbage = b"\xff\xfe(theme: Dark".repeat(3);
    let cases: [&[u8]; 8] = [
        b"",
        b" \n ",
        b"(theme: Sepia)",
        b"(theme: Dark",
        b"// mahdar settings 1\nhello",
        b"// mahdar settings 1\n(body: (nam: \"x\"))",
        b"\xd8",
        &garbage,
    ];
    for bytes in cases {
        let home = Home::with::<Settings>(bytes);
        let loaded = load::<Settings>(&home.folders);
        assert_eq!(loaded.value, Settings::default());
        let Some(Notice::SetAside { path, aside }) = loaded.notice else { panic!("{:?}", loaded.notice) };
        assert_eq!(path, path_of::<Settings>(&home.folders));
        assert_eq!(fs::read(&aside).unwrap(), bytes);
        assert_eq!(home.names("config"), ["settings.aside-1.ron"]);
        assert_eq!(load::<Settings>(&home.folders).notice, None, "it is told once");
    }
}

#[test]
fn files_set_aside_do_not_replace_each_other() {
    let home = Home::with::<Roster>(b"one");
    let _ = load::<Roster>(&home.folders);
    fs::write(path_of::<Roster>(&home.folders), b"two").unwrap();
    let _ = load::<Roster>(&home.folders);
    fs::write(path_of::<Roster>(&home.folders), b"three").unwrap();
    change(&home.folders, |roster: &mut Roster| roster.put(key(1), person("ليلى"))).unwrap();
    let read = |n| fs::read_to_string(home.folders.config.join(format!("roster.aside-{n}.ron"))).unwrap();
    assert_eq!([read(1), read(2), read(3)], ["one", "two", "three"]);
    assert_eq!(load::<Roster>(&home.folders).value.len(), 1);
}

#[test]
fn ten_megabytes_of_garbage_are_set_aside_soon() {
    let letters = vec![b'('; 10_000_000];
    let noise: Vec<u8> =
        (0..10_000_000_u64).map(|n| (n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
    for bytes in [letters, noise] {
        let home = Home::with::<Recents>(&bytes);
        let begun = Instant::now();
        let loaded = load::<Recents>(&home.folders);
        let took = begun.elapsed();
        println!("10 MB of garbage set aside in {took:?}");
        assert!(took.as_secs() < 5);
        let Some(Notice::SetAside { aside, .. }) = loaded.notice else { panic!("{:?}", loaded.notice) };
        assert_eq!(fs::metadata(aside).unwrap().len(), 10_000_000);
    }
}

#[test]
fn a_newer_file_is_used_as_far_as_understood_and_copied_before_it_is_rewritten() {
    let newer = "// mahdar settings 2\n(theme: Dark, zoom: 140, scent: \"rose\")\n";
    let home = Home::with::<Settings>(newer.as_bytes());
    let loaded = load::<Settings>(&home.folders);
    assert_eq!((loaded.value.theme, loaded.value.zoom), (Theme::Dark, 140));
    assert!(matches!(loaded.notice, Some(Notice::Newer { .. })));
    assert_eq!(home.names("config"), ["settings.ron"], "reading changes nothing");
    change(&home.folders, |settings: &mut Settings| settings.zoom = 100).unwrap();
    assert_eq!(fs::read_to_string(home.folders.config.join("settings.aside-1.ron")).unwrap(), newer);
    assert_eq!(load::<Settings>(&home.folders).value.theme, Theme::Dark);
    change(&home.folders, |settings: &mut Settings| settings.zoom = 110).unwrap();
    assert_eq!(home.names("config"), ["settings.aside-1.ron", "settings.ron"], "once");
}

#[test]
fn a_newer_file_that_is_not_understood_at_all_stays_in_its_place() {
    let newer = "// mahdar settings 7\n(theme: Sepia)\n";
    let home = Home::with::<Settings>(newer.as_bytes());
    let loaded = load::<Settings>(&home.folders);
    assert_eq!(loaded.value, Settings::default());
    assert!(matches!(loaded.notice, Some(Notice::Newer { .. })));
    assert_eq!(fs::read_to_string(path_of::<Settings>(&home.folders)).unwrap(), newer);
    change(&home.folders, |settings: &mut Settings| settings.zoom = 110).unwrap();
    assert_eq!(fs::read_to_string(home.folders.config.join("settings.aside-1.ron")).unwrap(), newer);
}

#[test]
fn what_was_written_by_hand_is_copied_before_the_first_rewrite() {
    let by_hand = "( // my own\n theme: Dark, colour: 7 )";
    let home = Home::with::<Settings>(by_hand.as_bytes());
    let loaded = load::<Settings>(&home.folders);
    assert_eq!((loaded.value.theme, loaded.notice), (Theme::Dark, None));
    change(&home.folders, |settings: &mut Settings| settings.theme = Theme::Dark).unwrap();
    assert_eq!(fs::read_to_string(path_of::<Settings>(&home.folders)).unwrap(), by_hand, "nothing to write");
    let changed = change(&home.folders, |settings: &mut Settings| settings.theme = Theme::Light).unwrap();
    let Some(Notice::SetAside { aside, .. }) = changed.notice else { panic!("{:?}", changed.notice) };
    assert_eq!(fs::read_to_string(aside).unwrap(), by_hand);
}

#[test]
fn a_folder_that_cannot_be_written_is_an_answer_and_no_panic() {
    let home = Home::with::<Settings>(b"broken");
    let lock = |mode| fs::set_permissions(&home.folders.config, fs::Permissions::from_mode(mode)).unwrap();
    lock(0o500);
    if fs::write(home.folders.config.join("probe"), b"").is_ok() {
        println!("skipped: this user may write everywhere");
        lock(0o700);
        return;
    }
    let loaded = load::<Settings>(&home.folders);
    assert!(matches!(loaded.notice, Some(Notice::Unreadable { .. })), "{:?}", loaded.notice);
    let refused = change(&home.folders, |settings: &mut Settings| settings.zoom = 110);
    lock(0o700);
    assert!(matches!(refused, Err(SaveError::Denied | SaveError::Io(_))), "{refused:?}");
    assert_eq!(fs::read(path_of::<Settings>(&home.folders)).unwrap(), b"broken");
}

#[test]
fn a_folder_where_a_file_should_be_is_an_answer() {
    let home = Home::new();
    fs::create_dir_all(path_of::<Recents>(&home.folders)).unwrap();
    assert!(matches!(load::<Recents>(&home.folders).notice, Some(Notice::Unreadable { .. })));
    let refused = change(&home.folders, |recents: &mut Recents| recents.note(recent("/a.mahdar")));
    assert!(matches!(refused, Err(SaveError::Folder)), "{refused:?}");
    let home = Home::new();
    fs::write(&home.folders.config, b"a file").unwrap();
    assert!(change(&home.folders, |settings: &mut Settings| settings.zoom = 110).is_err());
    assert_eq!(load::<Settings>(&home.folders).notice, None);
}

#[test]
fn a_place_where_nobody_may_write_is_an_answer_even_to_the_almighty() {
    let folders = Folders::inside(Path::new("/proc/mahdar-is-not-here"));
    assert_eq!(load::<Settings>(&folders).notice, None);
    let refused = change(&folders, |settings: &mut Settings| settings.zoom = 110).unwrap_err();
    assert!(refused.message().0.starts_with("error-"), "{refused:?}");
}

#[test]
fn a_link_is_followed_and_stays() {
    let home = Home::new();
    fs::create_dir_all(&home.folders.config).unwrap();
    let real = home.folder.file("dotfiles.ron");
    symlink(&real, path_of::<Settings>(&home.folders)).unwrap();
    change(&home.folders, |settings: &mut Settings| settings.zoom = 110).unwrap();
    assert!(fs::symlink_metadata(path_of::<Settings>(&home.folders)).unwrap().is_symlink());
    assert!(fs::read_to_string(real).unwrap().contains("110"));
}

#[test]
fn every_notice_has_words_in_three_languages() {
    use mahdar::words::{Language, Words};
    let notices = [
        Notice::SetAside { path: "/a".into(), aside: "/b".into() },
        Notice::Newer { path: "/a".into() },
        Notice::Unreadable { path: "/a".into(), detail: "…".into() },
    ];
    for notice in notices {
        let (key, values) = notice.message();
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        for language in Language::ALL {
            assert!(Words::new(language).has(key));
            let said = Words::new(language).with(key, &values);
            assert!(said.contains("/a") && !said.contains('$'), "{said}");
        }
    }
}

#[test]
fn the_user_s_folders_follow_the_environment() {
    let of = |set: &[(&str, &str)]| {
        let set: BTreeMap<String, OsString> = set.iter().map(|(k, v)| ((*k).into(), v.into())).collect();
        Folders::of(|name| set.get(name).cloned())
    };
    let folders = of(&[("HOME", "/home/a"), ("XDG_CONFIG_HOME", "relative")]).unwrap();
    assert_eq!(folders.config, Path::new("/home/a/.config/mahdar"));
    assert_eq!(folders.state, Path::new("/home/a/.local/state/mahdar"));
    assert_eq!(folders.data, Path::new("/home/a/.local/share/mahdar"));
    let folders = of(&[("HOME", "/home/a"), ("XDG_CONFIG_HOME", "/c"), ("XDG_STATE_HOME", "/s")]).unwrap();
    assert_eq!(folders.config, Path::new("/c/mahdar"));
    assert_eq!(folders.state, Path::new("/s/mahdar"));
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[("HOME", "")]), None);
}

#[test]
fn recent_records_stand_in_the_order_they_were_opened_and_fifty_at_most() {
    let home = Home::new();
    for n in 0..60 {
        change(&home.folders, |recents: &mut Recents| recents.note(recent(format!("/r/{n}.mahdar"))))
            .unwrap();
    }
    change(&home.folders, |recents: &mut Recents| recents.note(recent("/r/30.mahdar"))).unwrap();
    let recents = load::<Recents>(&home.folders).value;
    assert_eq!(recents.records().len(), 50);
    assert_eq!(recents.records()[0].path, Path::new("/r/30.mahdar"));
    assert_eq!(recents.records()[1].path, Path::new("/r/59.mahdar"));
    assert_eq!(recents.records().iter().filter(|r| r.path == Path::new("/r/30.mahdar")).count(), 1);
    change(&home.folders, |recents: &mut Recents| recents.forget(Path::new("/r/30.mahdar"))).unwrap();
    assert_eq!(load::<Recents>(&home.folders).value.get(Path::new("/r/30.mahdar")), None);
}

#[test]
fn a_recent_record_shows_what_it_was() {
    let home = Home::new();
    let noted = recent("/r/بلاغ \"11\".mahdar");
    change(&home.folders, |recents: &mut Recents| recents.note(noted.clone())).unwrap();
    let recents = load::<Recents>(&home.folders).value;
    assert_eq!(recents.records(), [noted]);
    assert_eq!(recents.records()[0].outputs[0], (OutputKind::Communique, State::Draft));
    assert!(!recents.records()[0].body.is_empty());
}

#[test]
fn a_record_whose_name_is_not_utf8_is_remembered() {
    let home = Home::new();
    let path = PathBuf::from(OsStr::from_bytes(b"/r/\xff\xfe.mahdar"));
    change(&home.folders, |recents: &mut Recents| recents.note(recent(&path))).unwrap();
    assert_eq!(load::<Recents>(&home.folders).value.records()[0].path, path);
    assert_eq!(load::<Recents>(&home.folders).notice, None);
}

#[test]
fn a_missing_record_stays_in_the_list_and_is_known_to_be_missing() {
    let home = Home::new();
    let here = home.folder.file("here.mahdar");
    fs::write(&here, b"").unwrap();
    let gone = home.folder.file("gone.mahdar");
    let mut recents = Recents::default();
    recents.note(recent(&here));
    recents.note(recent(&gone));
    assert_eq!(recents.missing().into_iter().collect::<Vec<_>>(), [gone]);
    assert_eq!(recents.records().len(), 2);
}

#[test]
fn the_caret_comes_back_where_it_was_or_near() {
    let document = record(Size::PAGE);
    let block = document
        .blocks()
        .iter()
        .find(|block| block.text.text().starts_with(|c| ('\u{620}'..'\u{650}').contains(&c)))
        .unwrap();
    let place = Place::new(Target::Block(block.id), 2);
    let mut entry = recent("/a.mahdar");
    entry.caret = Some(Caret::from(&place));
    let home = Home::new();
    change(&home.folders, |recents: &mut Recents| recents.note(entry)).unwrap();
    // Opening it again knows no caret yet and does not forget the old one.
    let changed = change(&home.folders, |recents: &mut Recents| recents.note(recent("/a.mahdar"))).unwrap();
    let caret = changed.value.get(Path::new("/a.mahdar")).unwrap().caret.clone().unwrap();
    assert_eq!(caret.within(&document), Some(place));
    // Somebody shortened the text, or took the block away.
    let inside = Caret { offset: 3, ..caret.clone() };
    assert_eq!(inside.within(&document).unwrap().offset, 2, "never inside a letter");
    let beyond = Caret { offset: usize::MAX, ..caret.clone() };
    assert_eq!(beyond.within(&document).unwrap().offset, block.text.len());
    let field = Caret { target: Target::Field(FieldPath::Venue), offset: 1 };
    assert_eq!(field.within(&document).unwrap().offset, 0);
    assert_eq!(caret.within(&mahdar::document::Document::new(document.id())), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_file_holds_it_is_read_or_kept(bytes in hostile()) {
        let home = Home::with::<Roster>(&bytes);
        let loaded = load::<Roster>(&home.folders);
        change(&home.folders, |roster: &mut Roster| roster.put(key(7), person("ليلى"))).unwrap();
        // Understood, set aside when read, or copied when rewritten: its bytes are still there.
        let kept = home.names("config").iter().any(|name| fs::read(home.folders.config.join(name)).unwrap() == bytes);
        prop_assert!(kept, "{:?}", loaded.notice);
        prop_assert!(load::<Roster>(&home.folders).value.get(key(7)).is_some());
    }
}

/// Bytes, letters, and nearly right files.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let nearly = "// mahdar roster [0-9]{1,3}\n\\(people: \\{\"1\\.[0-9]{1,11}\": \\(name: \"[ا-ي ]{0,9}\"(, x: 1)?\\)\\}\\)?";
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..200),
        "\\PC{0,80}".prop_map(String::into_bytes),
        nearly.prop_map(String::into_bytes),
    ]
}

#[test]
fn what_many_windows_note_at_once_is_all_there() {
    let home = Home::new();
    std::thread::scope(|scope| {
        for window in 0..8 {
            let folders = &home.folders;
            scope.spawn(move || {
                for n in 0..5 {
                    let path = format!("/r/{window}-{n}.mahdar");
                    change(folders, |recents: &mut Recents| recents.note(recent(path))).unwrap();
                }
            });
        }
    });
    assert_eq!(load::<Recents>(&home.folders).value.records().len(), 40);
    assert_eq!(home.names("state"), ["recent.ron"], "nothing is left behind");
}

#[test]
fn a_broken_file_met_by_many_windows_at_once_is_set_aside_once() {
    let home = Home::with::<Recents>(b"broken");
    std::thread::scope(|scope| {
        for n in 0..8 {
            let folders = &home.folders;
            scope.spawn(move || {
                let _ = load::<Recents>(folders);
                change(folders, |recents: &mut Recents| recents.note(recent(format!("/r/{n}.mahdar"))))
                    .unwrap();
            });
        }
    });
    assert_eq!(load::<Recents>(&home.folders).value.records().len(), 8);
    assert_eq!(home.names("state"), ["recent.aside-1.ron", "recent.ron"]);
}

/// Keeps people of a record, whoever they may be; how many of them are new.
fn keep(roster: &mut Roster, people: &BTreeMap<PersonId, Person>) -> usize {
    let incoming = Incoming::of_record(people, roster);
    roster.change(incoming.changes(roster, 9));
    incoming.counts().0
}

#[test]
fn people_are_kept_under_a_lasting_name() {
    let home = Home::new();
    let mut people = BTreeMap::new();
    people.insert(key(1), Person { gender: Gender::Female, role: "رئيسة".into(), ..person("ليلى المرابط") });
    people.insert(key(2), person("  "));
    let changed = change(&home.folders, |roster: &mut Roster| {
        keep(roster, &people);
    });
    assert_eq!(changed.unwrap().value.len(), 1);
    // Another record, made elsewhere, spells her with a tatweel and knows her number.
    let elsewhere = PersonId(Id { session: 9, counter: 4 });
    let seen = Person { phone: "0600000000".into(), ..person("ليلـى المرابط") };
    let mut roster = load::<Roster>(&home.folders).value;
    assert_eq!(roster.find(elsewhere, &seen), Some(key(1)));
    assert_eq!(keep(&mut roster, &BTreeMap::from([(elsewhere, seen)])), 0);
    let known = roster.get(key(1)).unwrap();
    assert_eq!((known.role.as_str(), known.phone.as_str()), ("رئيسة", "0600000000"));
    assert_eq!(known.gender, Gender::Female, "what was known is not unlearnt");
    assert_eq!(
        (known.name.as_str(), known.aliases.as_slice()),
        ("ليلى المرابط", &["ليلـى المرابط".into()][..])
    );
}

#[test]
fn two_people_of_one_name_stay_two() {
    let mut roster = Roster::default();
    let of = |body: &str| Person { body: body.into(), ..person("محمد العلوي") };
    roster.put(key(1), of("المكتب الجهوي"));
    let new = keep(&mut roster, &BTreeMap::from([(key(2), of("المكتب الإقليمي"))]));
    assert_eq!((new, roster.len()), (1, 2));
    // A third of whom nothing is said could be either, so it is neither.
    assert_eq!(roster.find(key(3), &person("محمد العلوي")), None);
    // Copies of a record may have given one name to two people.
    assert_eq!(keep(&mut roster, &BTreeMap::from([(key(1), person("سعيد بناني"))])), 1);
    assert_eq!(roster.get(key(1)).unwrap().name, "محمد العلوي");
    assert_eq!(roster.len(), 3);
    let names: Vec<&str> = roster.by_name().iter().map(|(_, person)| person.name.as_str()).collect();
    assert_eq!(names, ["سعيد بناني", "محمد العلوي", "محمد العلوي"]);
}

#[test]
fn a_log_of_what_was_published_from_before_links_is_read_and_keeps_them_from_now_on() {
    let record = mahdar::document::RecordId(7);
    let home = Home::new();
    let sent = |link: &str| Sent {
        channel: "facebook".into(),
        output: OutputKind::Communique,
        way: Way::Noted,
        at: Stamp(1_794_666_000),
        place: String::new(),
        link: link.into(),
    };
    change::<Published>(&home.folders, |kept| kept.note(record, sent(""))).unwrap();
    let path = path_of::<Published>(&home.folders);
    let before = fs::read_to_string(&path).unwrap();
    assert!(!before.contains("link"), "as it was written before there were links: {before}");
    let kept = load::<Published>(&home.folders).value;
    assert_eq!(kept.of(record), [sent("")]);
    change::<Published>(&home.folders, |kept| kept.note(record, sent("https://a.example/b"))).unwrap();
    let kept = load::<Published>(&home.folders).value;
    assert_eq!(kept.of(record), [sent(""), sent("https://a.example/b")]);
}

#[test]
fn an_address_of_the_web_is_known_from_what_is_none() {
    for (typed, address) in [
        ("https://www.facebook.com/atlas/posts/123?a=b#c", "https://www.facebook.com/atlas/posts/123?a=b#c"),
        (" http://atlas-biae.example:8080/خبر ", "http://atlas-biae.example:8080/خبر"),
        ("HTTPS://Atlas.Example", "HTTPS://Atlas.Example"),
        ("www.atlas.example/أخبار/7", "https://www.atlas.example/أخبار/7"),
        ("موقع.المغرب/بلاغ", "https://موقع.المغرب/بلاغ"),
    ] {
        assert_eq!(web_address(typed).as_deref(), Some(address));
    }
    let long = format!("https://a.example/{}", "x".repeat(3_000));
    for typed in [
        "",
        "صفحتنا",
        "facebook",
        "atlas@biae.example",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https://a b.example",
        "https://.example",
        "https://a..example",
        "https://user@a.example",
        "ftp://a.example",
        "https://a.example/<b>",
        "https://localhost/x",
        "https://10.0.0.1",
        "a.example:http",
        "data:text/html,x",
        &long,
        "https://a.example/\u{202E}x\n",
    ] {
        assert_eq!(web_address(typed), None, "{typed}");
    }
}
