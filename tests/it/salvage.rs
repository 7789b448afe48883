//! Damaged files: what is sound in them comes back, whatever the damage, and never where it was not to be read.
#![allow(clippy::disallowed_methods, reason = "files are prepared as a failing disk would leave them")]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::time::{Duration, Instant};

use mahdar::cli::{Io, Launch, run};
use mahdar::document::{Audience, Block, Document, Kind, Stamp};
use mahdar::store::{Left, OpenError, Part, Salvaged, parse, salvage, write};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::random;
use crate::store::Folder;
use crate::store::record::{self, Size};

/// One thing that happened to a file.
#[derive(Clone, Debug)]
enum Damage {
    /// A byte became another.
    Byte(Index, u8),
    /// A byte is gone.
    Gone(Index),
    /// A byte came in.
    Came(Index, u8),
    /// A line is gone.
    Line(Index),
    /// The end is gone.
    Cut(Index),
    /// A sector of the disk holds zeros.
    Zeros(Index),
}

impl Damage {
    fn done(&self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        match self {
            Self::Byte(at, byte) => bytes[at.index(whole.len())] = *byte,
            Self::Gone(at) => {
                bytes.remove(at.index(whole.len()));
            }
            Self::Came(at, byte) => bytes.insert(at.index(whole.len()), *byte),
            Self::Line(at) => {
                let at = at.index(whole.len());
                let from = whole[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
                let to =
                    whole[at..].iter().position(|byte| *byte == b'\n').map_or(whole.len(), |n| at + n + 1);
                bytes.drain(from..to);
            }
            Self::Cut(at) => bytes.truncate(at.index(whole.len())),
            Self::Zeros(at) => {
                let from = at.index(whole.len());
                let to = (from + 64).min(whole.len());
                bytes[from..to].fill(0);
            }
        }
        bytes
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    // Bytes that mean something to the format more often than others.
    let byte = || prop_oneof![any::<u8>(), prop::sample::select(b"\"()[]{},:\\/*#r\n\0 ".to_vec())];
    prop_oneof![
        (any::<Index>(), byte()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        any::<Index>().prop_map(Damage::Gone),
        (any::<Index>(), byte()).prop_map(|(at, byte)| Damage::Came(at, byte)),
        any::<Index>().prop_map(Damage::Line),
        any::<Index>().prop_map(Damage::Zeros),
    ]
}

/// How many blocks of the one record are in the other as they were.
fn kept(before: &Document, after: &Document) -> usize {
    before.blocks().iter().filter(|block| after.block(block.id).is_some_and(|other| other == *block)).count()
}

fn sound(salvaged: &Salvaged) {
    assert_eq!(salvaged.document.check(), []);
    assert_eq!(parse(write(&salvaged.document).as_bytes()).as_ref().ok(), Some(&salvaged.document));
}

/// Words for the minutes alone did not come to anybody else.
fn discreet(before: &Document, after: &Document) {
    let words = |block: &Block| block.text.text().to_owned();
    let secret = |document: &Document, is: bool| -> BTreeSet<String> {
        let of = document.blocks().iter().filter(|b| (b.audience == Audience::MinutesOnly) == is);
        of.map(|block| words(block)).filter(|words| words.chars().count() > 3).collect()
    };
    let (minutes, open) = (secret(before, true), secret(before, false));
    for told in secret(after, false) {
        assert!(!minutes.contains(&told) || open.contains(&told), "{told:?} was for the minutes");
    }
}

fn record() -> Document {
    record::record(Size { words: 1200, each: 12 })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_damaged_place_costs_two_blocks_at_most(damage in damage()) {
        let before = record();
        let bytes = damage.done(write(&before).as_bytes());
        let salvaged = salvage(&bytes).expect("much of it is sound");
        sound(&salvaged);
        let (kept, all) = (kept(&before, &salvaged.document), before.blocks().len());
        prop_assert!(kept + 2 >= all, "{kept} of {all}: {:?}", salvaged.lost);
        prop_assert!(salvaged.document.people().len() + 2 >= before.people().len());
        discreet(&before, &salvaged.document);
    }

    #[test]
    fn a_file_cut_short_keeps_all_blocks_before_the_cut(at in any::<Index>()) {
        let before = record();
        let whole = write(&before);
        let bytes = Damage::Cut(at).done(whole.as_bytes());
        let there = bytes.split(|byte| *byte == b'\n').count() - 1;
        let lines = whole.lines().take(there);
        let blocks = lines.filter(|line| line.starts_with("  (id:")).count();
        match salvage(&bytes) {
            Some(salvaged) => {
                sound(&salvaged);
                prop_assert!(kept(&before, &salvaged.document) >= blocks, "{:?}", salvaged.lost);
                discreet(&before, &salvaged.document);
            }
            None => prop_assert_eq!(blocks, 0),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_record_with_any_damage_gives_a_sound_and_discreet_copy(
        before in random::document(),
        damage in prop::collection::vec(damage(), 1..4),
    ) {
        let bytes = damage.iter().fold(write(&before).into_bytes(), |bytes, damage| {
            if bytes.is_empty() { bytes } else { damage.done(&bytes) }
        });
        if let Some(salvaged) = salvage(&bytes) {
            sound(&salvaged);
            discreet(&before, &salvaged.document);
        }
    }

    #[test]
    fn bytes_without_sense_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Some(salvaged) = salvage(&bytes) {
            sound(&salvaged);
        }
    }

    #[test]
    fn pieces_of_the_format_in_any_order_do_no_harm(
        parts in prop::collection::vec(prop::sample::select(vec![
            "// mahdar 1\n", "(", ")", "[", "]", "{", "}", ",", ":", "\"", "r#\"", "\"#", "/*", "*/", "//", "\n",
            "id: ", "\"0.7\"", "blocks: [", "people: {", "meeting: (", "attendance: (", "people: [", "(id: \"1.2\"",
            "kind: ", "Paragraph(Lead)", "text: [", "Text(\"نص\")", "Marked([Bold], \"نص\")", "audience: MinutesOnly",
            "\u{301}", "\u{FFFC}", "Field(Chair(Full))", "outputs: [", "(kind: Minutes", "source: Some((", "\\",
        ]), 0..80),
    ) {
        if let Some(salvaged) = salvage(parts.concat().as_bytes()) {
            sound(&salvaged);
        }
    }
}

#[test]
fn a_sound_file_loses_nothing() {
    let before = record();
    let salvaged = salvage(write(&before).as_bytes()).unwrap();
    assert_eq!((salvaged.document, salvaged.lost, salvaged.more), (before, vec![], 0));
}

#[test]
fn a_broken_paragraph_is_all_that_is_told_of() {
    for name in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/samples")).unwrap() {
        let whole = fs::read_to_string(name.unwrap().path()).unwrap();
        let (line, block) =
            whole.lines().enumerate().filter(|(_, line)| line.starts_with("  (id:")).nth(2).unwrap();
        let cut = block.chars().take(block.chars().count() - 12).collect::<String>();
        let salvaged = salvage(whole.replace(block, &cut).as_bytes()).expect("something is left");
        let told: Vec<_> = salvaged.lost.iter().map(|lost| (lost.line, lost.part)).collect();
        assert_eq!(told, [(Some(line + 1), Part::Block)], "{:?}", salvaged.lost);
    }
}

#[test]
fn what_was_lost_is_told_with_its_line() {
    let whole = write(&record());
    let number = whole.lines().position(|line| line.starts_with("  (id:")).unwrap() + 3;
    let mut lines: Vec<String> = whole.lines().map(str::to_owned).collect();
    lines[number] = lines[number].replace("text: [", "text: <");
    let salvaged = salvage(lines.join("\n").as_bytes()).unwrap();
    sound(&salvaged);
    let told: Vec<_> = salvaged.lost.iter().map(|lost| (lost.line, lost.part, lost.left)).collect();
    assert_eq!(told, [(Some(number + 1), Part::Block, Left::Most)]);
    let (before, after) = (record(), &salvaged.document);
    let at = |document: &Document| document.blocks().get_at(3).unwrap().text.text().to_owned();
    assert_eq!(at(after), at(&before), "its words are all there");
}

/// A small record whose lines are easy to break by hand.
const SMALL: &str = r#"// mahdar 1
(
 id: "5f0c1d2e3a4b5c6d7e8f901234567890",
 outputs: [
  (kind: Minutes, title: [Text("محضر")]),
 ],
 meeting: (
  body: (name: "المكتب", organisation: "الاتحاد"),
  venue: "الدار",
  chairs: ["1.1"],
  attendance: (people: [(person: "1.1", presence: Present), (person: "1.2", presence: Absent), (person: "1.3")]),
 ),
 people: {
  "1.1": (name: "ليلى", gender: Female),
  "1.2": (name: "سعيد"),
  "1.3": (name: "أمينة"),
 },
 blocks: [
  (id: "1.4", kind: Paragraph(Lead), text: [Text("افتتح "), Field(Chair(Full)), Text(" الاجتماع.")]),
  (id: "1.5", text: [Text("ما لا يقال خارجا.")], audience: MinutesOnly),
  (id: "1.6", kind: Recommendation((depth: 2)), text: [Text("توصية.")]),
 ],
)
"#;

fn broken(what: &str, with: &str) -> Salvaged {
    assert_eq!(SMALL.matches(what).count(), 1, "{what}");
    let salvaged = salvage(SMALL.replace(what, with).as_bytes()).unwrap();
    sound(&salvaged);
    salvaged
}

fn texts(salvaged: &Salvaged) -> Vec<&str> {
    salvaged.document.blocks().iter().map(|block| block.text.text()).collect()
}

const ALL: [&str; 3] = ["افتتح \u{FFFC} الاجتماع.", "ما لا يقال خارجا.", "توصية."];

#[test]
fn words_come_back_where_quotes_and_brackets_do_not_close() {
    for (what, with) in [
        ("الاجتماع.\")]", "الاجتماع.)]"),
        ("الاجتماع.\")]", "الاجتماع.\"]"),
        ("الاجتماع.\")])", "الاجتماع.\")]"),
        ("Text(\"توصية", "Text(توصية"),
        ("(id: \"1.5\"", "id: \"1.5\""),
        (" blocks: [", " blok: "),
        (" ],\n meeting", "\n meeting"),
    ] {
        let salvaged = broken(what, with);
        assert_eq!(texts(&salvaged), ALL, "{with}");
        let minutes = salvaged.document.blocks().get_at(1).unwrap();
        assert_eq!(minutes.audience, Audience::MinutesOnly, "{with}");
    }
}

#[test]
fn what_nobody_can_tell_the_readers_of_goes_to_the_minutes_alone() {
    for with in ["audience: Minutes", "audience MinutesOnly", "audi", "audience: MinutesOnly), ("] {
        let salvaged = broken("audience: MinutesOnly", with);
        let block = salvaged.document.blocks().iter().find(|b| b.text.text() == ALL[1]).unwrap();
        assert_eq!(block.audience, Audience::MinutesOnly, "{with}");
    }
}

#[test]
fn a_lost_person_leaves_a_place_that_one_name_fills_everywhere() {
    let salvaged = broken("  \"1.1\": (name: \"ليلى\", gender: Female),\n", "");
    let chair = salvaged.document.meeting().chairs[0];
    assert_eq!(salvaged.document.person(chair).unwrap().name, "");
    assert_eq!(salvaged.document.meeting().attendance.people.len(), 3);
    assert_eq!(salvaged.lost[0].part, Part::Person);
}

#[test]
fn a_person_whose_id_cannot_be_read_is_who_is_missing() {
    let salvaged = broken("\"1.1\": (name", "\"1?1\": (name");
    let chair = salvaged.document.meeting().chairs[0];
    assert_eq!(salvaged.document.person(chair).unwrap().name, "ليلى");
}

#[test]
fn the_others_stay_on_the_attendance_list() {
    let salvaged = broken("(person: \"1.2\", presence: Absent)", "(person: \"1.2, presence: Absent)");
    let listed: Vec<String> =
        salvaged.document.meeting().attendance.people.iter().map(|entry| entry.person.to_string()).collect();
    assert!(listed.contains(&"1.1".into()) && listed.contains(&"1.3".into()), "{listed:?}");
}

#[test]
fn a_header_keeps_the_fields_that_are_sound() {
    let salvaged = broken("organisation: \"الاتحاد\"", "organisation: الاتحاد\"");
    let meeting = salvaged.document.meeting();
    assert_eq!((meeting.body.name.as_str(), meeting.venue.as_str()), ("المكتب", "الدار"));
    assert_eq!(meeting.chairs.len(), 1);
}

#[test]
fn two_blocks_of_one_name_are_both_kept_and_the_same_one_twice_is_once() {
    let salvaged = broken("\"1.6\"", "\"1.5\"");
    assert_eq!(texts(&salvaged), ALL);
    assert!(salvaged.lost.iter().any(|lost| lost.left == Left::Renamed));
    let line = "  (id: \"1.6\", kind: Recommendation((depth: 2)), text: [Text(\"توصية.\")]),\n";
    let salvaged = broken(line, &line.repeat(2));
    assert_eq!(texts(&salvaged), ALL);
}

#[test]
fn an_unknown_field_costs_itself_alone() {
    let salvaged = broken("kind: Recommendation((depth: 2))", "kind: Recommendation((depth: 2)), colour: 3");
    assert_eq!(texts(&salvaged), ALL);
    let last = salvaged.document.blocks().get_at(2).unwrap();
    assert_eq!(last.kind, Kind::recommendation(2));
}

#[test]
fn letters_that_are_no_utf8_are_replaced_where_they_stand_alone() {
    let at = SMALL.find("يقال").unwrap();
    let mut bytes = SMALL.as_bytes().to_vec();
    bytes[at] = 0xFF;
    let salvaged = salvage(&bytes).unwrap();
    sound(&salvaged);
    assert!(texts(&salvaged)[1].contains('\u{FFFD}') && texts(&salvaged)[1].ends_with("خارجا."));
    assert_eq!((texts(&salvaged)[0], texts(&salvaged)[2]), (ALL[0], ALL[2]));
    let told: Vec<_> = salvaged.lost.iter().map(|lost| (lost.line, lost.part, lost.left)).collect();
    assert_eq!(told, [(Some(20), Part::Block, Left::Letters)]);
}

#[test]
fn a_hand_written_layout_is_followed_too() {
    let text = "// mahdar 1\n(id: \"5f0c1d2e3a4b5c6d7e8f901234567890\", blocks: [(id: \"1.1\", text: [Text(\"أ\")]), \
                (\n  id: \"1.2\",\n  text: [\n   Text(\"ب\"),\n  ],\n  kind: Nothing,\n ), (id: \"1.3\", text: \
                [Text(\"ج\")])], people: {\"1.4\": (name: \"س\")})";
    let salvaged = salvage(text.as_bytes()).unwrap();
    sound(&salvaged);
    assert_eq!(texts(&salvaged), ["أ", "ب", "ج"]);
    assert_eq!(salvaged.document.people().len(), 1);
}

#[test]
fn what_is_no_record_gives_nothing() {
    for text in ["", "عقد المجلس اجتماعه\n", "{\"a\": 1}", "<html><body>blocks</body></html>", "\0\0\0\0"]
    {
        assert!(salvage(text.as_bytes()).is_none(), "{text}");
    }
    assert!(salvage(&[0; 4096]).is_none());
}

#[test]
fn a_newer_file_is_not_picked_apart() {
    assert!(salvage(SMALL.replace("mahdar 1", "mahdar 3").as_bytes()).is_none());
}

#[test]
fn the_same_bytes_give_the_same_copy() {
    let text =
        SMALL.replace("id: \"5f0c1d2e3a4b5c6d7e8f901234567890\"", "id: \"\"").replace("\"1.6\"", "\"1.5\"");
    let [one, two] = [salvage(text.as_bytes()).unwrap(), salvage(text.as_bytes()).unwrap()];
    assert_eq!((one.document, one.lost), (two.document, two.lost));
}

/// The least of three measurements.
fn least(mut of: impl FnMut()) -> Duration {
    let once = |of: &mut dyn FnMut()| {
        let from = Instant::now();
        of();
        from.elapsed()
    };
    (0..3).map(|_| once(&mut of)).min().unwrap()
}

#[test]
fn time_grows_with_the_length_whatever_the_bytes_are() {
    let units = [
        "(id: \"1.1\", text: [Text(\"نص",
        "(((((((\n",
        "\"\n(id:",
        "id: \"0.1\", ",
        "meeting: (attendance: (people: [(person: ",
        "Text(\"",
        "\n  (id: \"1.2\", text: [Text(/*",
        "a",
        "start: Some(\"09:00\"), ",
        "\"1.1\": (name: \"س\", ",
        ",audience: (",
        "\n],",
        "r#\"",
    ];
    for unit in units {
        let of = |length: usize| {
            let text = format!("// mahdar 1\n({}", unit.repeat(length / unit.len()));
            least(|| drop(salvage(text.as_bytes())))
        };
        let (one, four) = (of(40_000), of(160_000));
        let bound = one.max(Duration::from_millis(10)) * 10;
        assert!(four < bound, "{unit:?}: {one:?}, then {four:?} for four times as much");
    }
}

// The command line.

fn ran(args: &[OsString]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let env = |name: &str| (name == "LANG").then(|| OsString::from("en_GB.UTF-8"));
    let mut io =
        Io { stdin: &mut std::io::empty(), stdout: &mut out, stderr: &mut err, env: &env, now: Stamp(0) };
    let Launch::Exit(code) = run(args.to_vec(), &mut io) else { panic!("no window") };
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn salvaged(folder: &Folder, text: &[u8]) -> (u8, String) {
    fs::write(folder.file("damaged.mahdar"), text).unwrap();
    let args = [
        "salvage".into(),
        folder.file("damaged.mahdar").into(),
        "-o".into(),
        folder.file("copy.mahdar").into(),
    ];
    let (code, out, err) = ran(&args);
    assert_eq!(out, "");
    assert_eq!(fs::read(folder.file("damaged.mahdar")).unwrap(), text, "the file itself is as it was");
    (code, err)
}

#[test]
fn the_command_writes_a_copy_and_tells_what_was_lost() {
    let folder = Folder::new();
    let (code, told) =
        salvaged(&folder, SMALL.replace("text: [Text(\"توصية", "text: Text(\"توصية").as_bytes());
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("21"), "{told}");
    let copy = mahdar::store::open(&folder.file("copy.mahdar")).unwrap().document;
    assert_eq!(copy.blocks().len(), 3);
}

#[test]
fn the_command_says_nothing_of_a_sound_file() {
    let folder = Folder::new();
    assert_eq!(salvaged(&folder, SMALL.as_bytes()), (0, String::new()));
}

#[test]
fn the_command_refuses_what_holds_nothing_and_never_writes_over_a_file() {
    let folder = Folder::new();
    let (code, told) = salvaged(&folder, b"nothing of a record");
    assert_eq!(code, 2, "{told}");
    assert!(!folder.file("copy.mahdar").exists());
    fs::write(folder.file("copy.mahdar"), "mine").unwrap();
    let (code, told) = salvaged(&folder, SMALL.replace("توصية.\"", "توصية.").as_bytes());
    assert_eq!(code, 3, "{told}");
    assert_eq!(fs::read(folder.file("copy.mahdar")).unwrap(), b"mine");
}

#[test]
fn only_damage_is_offered_to_be_saved_from() {
    let error = |text: &str| parse(text.as_bytes()).unwrap_err();
    assert!(error(&SMALL.replace("blocks: [", "blocks: ")).is_damage());
    assert!(error(&SMALL.replace("\"1.6\"", "\"1.5\"")).is_damage());
    assert!(!error(&SMALL.replace("mahdar 1", "mahdar 3")).is_damage());
    assert!(!OpenError::NotFound.is_damage());
}
