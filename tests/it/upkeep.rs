//! What the store keeps beside records: people, reports of faults, sticks, copies, and what is saved of a torn file.
#![allow(clippy::disallowed_methods, reason = "files are prepared as others would leave them")]

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use mahdar::arabic::Gender;
use mahdar::document::{Attendee, Document, Honorific, Id, Person, PersonId, Stamp};
use mahdar::edit::compare::compare;
use mahdar::store::roster::Incoming;
use mahdar::store::{
    Folders, Left, Part, Roster, is_copy, load, parse, path_of, removable_in, salvage, write_report,
};

use crate::store::Folder;

fn key(counter: u32) -> PersonId {
    PersonId(Id { session: 1, counter })
}

fn person(name: &str) -> Person {
    Person { name: name.into(), ..Person::default() }
}

fn everything() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/format1/everything.mahdar"))
        .unwrap()
}

// People.

/// Keeps people of a record, whoever they may be; how many of them are new.
fn keep(roster: &mut Roster, people: &BTreeMap<PersonId, Person>) -> usize {
    let incoming = Incoming::of_record(people, roster);
    roster.change(incoming.changes(roster, 9));
    incoming.counts().0
}

#[test]
fn whoever_differs_in_anything_said_is_somebody_else() {
    let known = Person {
        body: "المكتب الجهوي".into(),
        phone: "0600".into(),
        identity: "X1".into(),
        gender: Gender::Male,
        ..person("محمد العلوي")
    };
    let mut roster = Roster::default();
    assert!(roster.is_empty());
    roster.put(key(1), known.clone());
    assert!(!roster.is_empty());
    let find = |seen: &Person| roster.find(key(9), seen);
    assert_eq!(find(&known), Some(key(1)));
    assert_eq!(find(&person("محمد العلوي")), Some(key(1)), "of whom nothing else is said");
    let other: [fn(&mut Person); 4] = [
        |seen| seen.body = "الفرع".into(),
        |seen| seen.phone = "0700".into(),
        |seen| seen.identity = "X2".into(),
        |seen| seen.gender = Gender::Female,
    ];
    for (which, change) in other.iter().enumerate() {
        let mut seen = known.clone();
        change(&mut seen);
        assert_eq!(find(&seen), None, "{which}");
    }
    let unsaid: [fn(&mut Person); 4] = [
        |seen| seen.body = String::new(),
        |seen| seen.phone = String::new(),
        |seen| seen.identity = String::new(),
        |seen| seen.gender = Gender::default(),
    ];
    for (which, change) in unsaid.iter().enumerate() {
        let mut seen = known.clone();
        change(&mut seen);
        assert_eq!(find(&seen), Some(key(1)), "{which}");
    }
}

#[test]
fn what_a_record_says_anew_is_learnt_and_the_rest_is_kept() {
    let mut roster = Roster::default();
    let first = Person {
        latin: "Leila".into(),
        gender: Gender::Female,
        honorific: Honorific::Doctor,
        aliases: vec!["ليلى م.".into()],
        ..person("ليلى المرابط")
    };
    roster.put(key(1), first.clone());
    assert_eq!(keep(&mut roster, &BTreeMap::from([(key(1), person("ليلى المرابط"))])), 0);
    assert_eq!(roster.get(key(1)), Some(&first), "nothing said changes nothing");
    let more = Person {
        role: "رئيسة".into(),
        honorific: Honorific::Professor,
        aliases: vec!["ليلى م.".into(), "للا ليلى".into(), "ليلى المرابط".into()],
        ..person("ليلى المرابط")
    };
    keep(&mut roster, &BTreeMap::from([(key(1), more)]));
    let known = roster.get(key(1)).unwrap();
    assert_eq!((known.role.as_str(), known.latin.as_str()), ("رئيسة", "Leila"));
    assert_eq!((known.honorific, known.gender), (Honorific::Professor, Gender::Female));
    assert_eq!(known.aliases, ["ليلى م.", "للا ليلى"], "each once, and never the name itself");
    // Spelt otherwise twice, the other spelling is kept once.
    for name in ["ليلـى المرابط", "ليلى المرابط", "ليلـى المرابط"] {
        keep(&mut roster, &BTreeMap::from([(key(1), person(name))]));
    }
    assert_eq!(roster.get(key(1)).unwrap().aliases, ["ليلى م.", "للا ليلى", "ليلـى المرابط"]);
}

#[test]
fn a_person_let_go_is_given_back_and_one_without_a_name_is_not_kept() {
    let mut roster = Roster::default();
    roster.put(key(1), person("ليلى"));
    assert_eq!(roster.remove(key(1)), Some(person("ليلى")));
    assert_eq!(roster.remove(key(1)), None);
    let folder = Folder::new();
    let folders = Folders::inside(&folder.file(""));
    fs::create_dir_all(&folders.config).unwrap();
    let file = "// mahdar roster 1\n(people: {\"1.1\": (name: \" \"), \"1.2\": (name: \"ليلى\")})\n";
    fs::write(path_of::<Roster>(&folders), file).unwrap();
    let loaded = load::<Roster>(&folders);
    assert_eq!((loaded.notice, loaded.value.len()), (None, 1));
}

// Reports.

#[test]
fn the_last_twenty_reports_of_faults_are_kept() {
    let folder = Folder::new();
    let folders = Folders::inside(&folder.file(""));
    let mut written: Vec<PathBuf> = Vec::new();
    for at in 0..25 {
        let path = write_report(&folders, Stamp(1_000 + at), &format!("عطب رقم {at}")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("عطب رقم {at}"));
        written.push(path);
        assert_eq!(fs::read_dir(folders.state.join("faults")).unwrap().count(), written.len().min(20));
    }
    let there: Vec<bool> = written.iter().map(|path| path.exists()).collect();
    assert!(there[..5].iter().all(|is| !is) && there[5..].iter().all(|is| *is), "{there:?}");
}

// Sticks and copies.

#[test]
fn a_stick_is_what_may_be_written_below_the_places_for_media_under_any_name() {
    let mounts = "/dev/sda1 /media/a vfat ro,rw 0 0\n\
                  /dev/sda2 /media/b vfat ro,nosuid 0 0\n\
                  /dev/sda3 /media/\\134c\\040\\342\\230\\203 ext4 nosuid,rw 0 0\n\
                  /dev/sda4 /media/\\777x vfat rw 0 0\n";
    let found = removable_in(mounts.as_bytes());
    assert_eq!(found, ["/media/a", "/media/\\c ☃", "/media/\\777x"].map(PathBuf::from));
}

#[test]
fn a_file_of_another_name_is_no_copy() {
    let is = |name: &str| is_copy(OsStr::new("محضر.mahdar"), OsStr::new(name), "DESK-01");
    for copy in ["محضر (2).mahdar", "محضر(x).mahdar", "محضر-DESK-01.mahdar", "محضر-LAPTOP-7.mahdar"]
    {
        assert!(is(copy), "{copy}");
    }
    for other in [
        "محضر.mahdar",
        "محضر ().mahdar",
        "محضر (2.mahdar",
        "محضر 2).mahdar",
        "محضر)(.mahdar",
        "محضر (2).txt",
        "محضر-LAP-7.mahdar",
        "محضر-123456.mahdar",
        "محضر-Laptop.mahdar",
        "تقرير (2).mahdar",
    ] {
        assert!(!is(other), "{other}");
    }
}

// Torn files.

/// What is left of the record that holds everything when this stands in the place of that.
fn torn(part: &str, by: &str) -> (Document, Vec<(Part, Left)>) {
    let whole = everything();
    assert_eq!(whole.matches(part).count(), 1, "{part}");
    let found = salvage(whole.replace(part, by).as_bytes()).unwrap();
    (found.document, found.lost.iter().map(|lost| (lost.part, lost.left)).collect())
}

#[test]
fn one_torn_remark_suggestion_or_version_costs_no_other() {
    let whole = parse(everything().as_bytes()).unwrap();
    let counts = |document: &Document| {
        [document.comments().len(), document.changes().len(), document.revisions().len()]
    };
    let all = counts(&whole);
    for (which, part, by, lost) in [
        (0, "text: \"نعم.\"", "text: نعم.", Part::Remark),
        (1, "pending: Field(End(None))", "pending: Field(End(", Part::Change),
        (2, "label: \"نسخة\"", "label: نسخة", Part::Version),
    ] {
        let (document, losses) = torn(part, by);
        let mut expected = all;
        expected[which] -= 1;
        assert_eq!(counts(&document), expected, "{part}");
        assert_eq!(losses, [(lost, Left::Nothing)], "{part}");
        assert_eq!(document.blocks().len(), whole.blocks().len(), "{part}");
    }
}

#[test]
fn a_torn_line_of_the_attendance_costs_neither_its_neighbours_nor_the_groups() {
    let whole = parse(everything().as_bytes()).unwrap();
    let attendance = &whole.meeting().attendance;
    let (document, losses) = torn("presence: Guest", "presence: Gue(st");
    let left = &document.meeting().attendance;
    assert_eq!(left.groups, attendance.groups);
    assert_eq!(left.quorum, attendance.quorum);
    let mut people = attendance.people.clone();
    people[3] = Attendee::new(people[3].person);
    assert_eq!(left.people, people, "who is left of it, but not whether they came");
    assert_eq!(losses, [(Part::Attendee, Left::Most)]);
    let (document, losses) = torn("count: Some(14)", "count: Some(");
    let left = &document.meeting().attendance;
    assert_eq!(left.people, attendance.people);
    assert_eq!(left.groups.last(), attendance.groups.last());
    assert_eq!(left.groups.first().map(|group| group.count), Some(None));
    assert_eq!(losses, [(Part::Attendee, Left::Most)]);
}

#[test]
fn a_torn_first_line_costs_nothing_but_itself() {
    let whole = parse(everything().as_bytes()).unwrap();
    for by in ["// mahdax 1", "// mahdar", "mahdar", ""] {
        let (document, losses) = torn("// mahdar 1", by);
        assert_eq!(document, whole, "{by}");
        assert_eq!(losses, [(Part::Head, Left::Nothing)], "{by}");
    }
}

#[test]
fn one_torn_field_of_the_header_costs_no_more_than_itself() {
    let whole = parse(everything().as_bytes()).unwrap();
    for (part, by, cost) in [
        ("language: French", "language: Frensh", &["language"][..]),
        ("digits: Arabic", "digits: Arabix", &["style.digits"]),
        ("id: \"own\"", "id: own", &["template.id"]),
        ("logo: \"logo.png\"", "logo: logo.png", &["letterhead.logo"]),
        ("level: Regional", "level: Regionall", &["meeting.body.level"]),
        ("noun: Congress", "noun: Congres", &["meeting.session.noun"]),
        ("dates: Days([\"2026-03-14\"", "dates: Days([2026-03-14", &["meeting.dates"]),
        ("start: Some(\"09:30\"),\n", "start: Some(\"09:30),\n", &["meeting.start"]),
        ("end: Some(\"12:45\")", "end: Some(\"12:4x\")", &["meeting.end"]),
        ("venue: \"دار المبادرات\"", "venue: دار المبادرات", &["meeting.venue"]),
        ("rapporteur: Some(\"a.3\")", "rapporteur: Some(a.3)", &["meeting.rapporteur"]),
        ("members: Some(21)", "members: Some(x)", &["meeting.members"]),
        ("venue: \"مقر الفرع\"", "venue: مقر", &["meeting.next.venue"]),
        ("name: \"قديم.txt\"", "name: قديم.txt", &["source.name"]),
    ] {
        let (document, losses) = torn(part, by);
        let comparison = compare(&whole, &document);
        let paths: Vec<&str> = comparison.facts.iter().map(|fact| fact.path.as_str()).collect();
        assert_eq!(paths, cost, "{by}");
        assert!(matches!(losses[..], [(Part::Field, _)]), "{by}: {losses:?}");
    }
}
