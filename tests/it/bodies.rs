//! Bodies entered once: what they bring to a record, how their numbers count, and the one file they are shared as.
#![allow(clippy::disallowed_methods, reason = "a test prepares files as others would leave them")]

use std::path::PathBuf;

use mahdar::arabic::Gender;
use mahdar::document::{
    Block, BlockId, Body, Document, Field, Honorific, Id, Kind, Letterhead, Level, Output, OutputKind,
    Person, PersonId, RecordId, Signatures, Step,
};
use mahdar::edit::{Command, Dress, Editor, Moment};
use mahdar::store::{self, Bodies, Folders, OpenError, Picture, PictureError, Profile};
use mahdar::template;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand so on";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bodies").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn profile() -> Profile {
    let picture = Picture::of(PNG.to_vec()).unwrap();
    Profile {
        body: Body {
            name: "المكتب الإقليمي".into(),
            organisation: "اتحاد الجمعيات البيئية".into(),
            level: Level::Provincial,
            ..Body::default()
        },
        letterhead: Letterhead {
            lines: vec!["اتحاد الجمعيات".into(), "المكتب «الإقليمي» \"#\"".into()],
            address: "زنقة الأرز".into(),
            contact: String::new(),
            logo: picture.file_name(),
        },
        picture,
        signatories: vec!["السيدة نعيمة السوسي، الكاتبة الإقليمية".into(), "د. عمر التازي".into()],
        ..Profile::default()
    }
}

fn numbered(record: u128, kind: OutputKind, number: &str) -> Document {
    let mut document = Document::new(RecordId(record));
    let entry = Output { number: number.into(), ..Output::new(kind) };
    document.apply(Step::SetField(Field::Output { kind, at: 0, entry: Some(Box::new(entry)) })).unwrap();
    document
}

#[test]
fn the_count_goes_on_by_year_and_no_number_is_given_twice() {
    let mut profile = profile();
    assert_eq!(profile.next_number(2026), 1);
    profile.last.insert(2026, 45);
    assert_eq!((profile.next_number(2026), profile.next_number(2027)), (46, 1));
    let one = numbered(1, OutputKind::Minutes, "46/2026");
    profile.note(&one, |_| "محضر".into());
    assert_eq!(profile.next_number(2026), 47);
    assert!(profile.holder("46/2026", RecordId(1), OutputKind::Minutes).is_none(), "its own");
    let holder = profile.holder("\u{664}\u{666} / 2026", RecordId(2), OutputKind::Minutes).unwrap();
    assert_eq!((holder.record, holder.title.as_str()), (RecordId(1), "محضر"));
    assert!(profile.holder("46/2026", RecordId(1), OutputKind::Communique).is_some(), "another text of it");
    profile.note(&numbered(1, OutputKind::Minutes, "50/2026"), |_| String::new());
    assert!(profile.holder("46/2026", RecordId(2), OutputKind::Minutes).is_none(), "given back");
    assert_eq!(profile.next_number(2026), 51);
    profile.note(&numbered(3, OutputKind::Minutes, "بدون"), |_| String::new());
    assert_eq!(profile.next_number(2026), 51, "what is written otherwise is left alone");
}

#[test]
fn who_signs_is_read_from_a_line_as_people_write_it() {
    let people = profile().people();
    let naima = Person {
        name: "نعيمة السوسي".into(),
        role: "الكاتبة الإقليمية".into(),
        gender: Gender::Female,
        ..Person::default()
    };
    assert_eq!(people[0], naima);
    assert_eq!((people[1].name.as_str(), people[1].honorific), ("عمر التازي", Honorific::Doctor));
}

#[test]
fn a_record_is_given_to_a_body_and_taken_back_as_one_change() {
    let mut document = template::load("meeting-minutes").unwrap();
    let naima = PersonId(Id { session: 9, counter: 9 });
    let known =
        Person { name: "نعيمة السوسي".into(), phone: "0600000000".into(), ..Person::default() };
    let entry = mahdar::document::Entry::Person(naima, Some(known));
    document.apply(Step::Put(entry)).unwrap();
    let before = document.clone();
    let mut editor = Editor::new(document, 7);
    let profile = profile();
    let dress = Dress {
        body: profile.body.clone(),
        letterhead: profile.letterhead.clone(),
        style: None,
        signatories: profile.people(),
    };
    editor.run(Command::Dress(Box::new(dress.clone())), &Moment::default()).unwrap();
    let document = editor.document();
    assert_eq!((&document.meeting().body, document.letterhead()), (&profile.body, &profile.letterhead));
    let signatures = document.blocks().iter().find_map(|block| match &block.kind {
        Kind::Signatures(signatures) => Some(signatures.clone()),
        _ => None,
    });
    let Signatures { signatories } = signatures.unwrap();
    assert_eq!((signatories.len(), signatories[0]), (2, naima), "whom the record knows stays one");
    let done = editor.run(Command::Dress(Box::new(dress)), &Moment::default()).unwrap();
    assert!(done.steps.is_empty(), "given again, nothing changes");
    editor.undo();
    assert_eq!(*editor.document(), before);
}

#[test]
fn a_body_goes_into_one_file_and_comes_out_the_same_without_what_is_private() {
    let mut profile = profile();
    profile.last.insert(2025, 12);
    profile.note(&numbered(77, OutputKind::Minutes, "46/2026"), |_| "محضر سري".into());
    let mut document = template::load("meeting-minutes").unwrap();
    let person = Person {
        name: "عمر التازي".into(),
        phone: "0611223344".into(),
        identity: "AB123456".into(),
        ..Person::default()
    };
    let id = PersonId(Id { session: 5, counter: 1 });
    document.apply(Step::Put(mahdar::document::Entry::Person(id, Some(person)))).unwrap();
    document.apply(Step::SetField(Field::Chairs(vec![id]))).unwrap();
    let text = store::write_body(RecordId(5), &profile, &[&document]);
    for private in ["0611223344", "AB123456", "محضر سري", &RecordId(77).to_string()] {
        assert!(!text.contains(private), "{private}");
    }
    let shared = store::read_body(text.as_bytes()).unwrap();
    assert_eq!(shared.id, RecordId(5));
    assert_eq!(shared.profile.next_number(2026), 47, "where the count stands goes along");
    assert_eq!(shared.profile.picture, profile.picture);
    assert_eq!(shared.profile.letterhead, profile.letterhead);
    assert_eq!(shared.templates.len(), 1);
    assert_eq!(shared.templates[0].person(id).unwrap().name, "عمر التازي");
    let again = store::write_body(shared.id, &shared.profile, &shared.templates.iter().collect::<Vec<_>>());
    assert_eq!(again, text);
}

#[test]
fn what_is_no_such_file_is_refused_with_its_reason() {
    let good = store::write_body(RecordId(5), &profile(), &[]);
    assert!(matches!(store::read_body(b"// mahdar 2\n()"), Err(OpenError::NoFirstLine)));
    assert!(matches!(store::read_body(b""), Err(OpenError::Empty)));
    let newer = good.replace("// mahdar body 1", "// mahdar body 9");
    assert!(matches!(store::read_body(newer.as_bytes()), Err(OpenError::Newer { found: 9 })));
    for end in (20..good.trim_end().len() - 1).step_by(37).filter(|end| good.is_char_boundary(*end)) {
        assert!(store::read_body(&good.as_bytes()[..end]).is_err(), "cut at {end}");
    }
    let exe = good.replace(&picture_of(&good), "TVqQAAMAAAAEAAAA");
    assert!(store::read_body(exe.as_bytes()).is_err(), "a logo is a PNG or a JPEG");
    let deep = format!("// mahdar body 1\n{}", "(".repeat(100_000));
    assert!(store::read_body(deep.as_bytes()).is_err());
}

fn picture_of(file: &str) -> String {
    let from = file.find("iVBOR").unwrap();
    file[from..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_picture_is_known_by_its_first_bytes_and_bounded() {
    assert_eq!(Picture::of(b"MZ not a picture".to_vec()), Err(PictureError::Kind));
    let mut large = PNG.to_vec();
    large.resize(Picture::MOST + 1, 0);
    assert_eq!(Picture::of(large), Err(PictureError::Large));
    for extra in 0..4 {
        let bytes = [PNG, &vec![200; extra]].concat();
        let one = Profile { picture: Picture::of(bytes.clone()).unwrap(), ..Profile::default() };
        let text = store::write_body(RecordId(1), &one, &[]);
        assert_eq!(store::read_body(text.as_bytes()).unwrap().profile.picture.bytes(), bytes);
    }
}

#[test]
fn taken_in_over_a_known_body_nothing_said_is_lost_and_the_count_never_goes_back() {
    let mut known = profile();
    known.last.insert(2026, 80);
    known.letterhead.contact = "press@example.org".into();
    known.note(&numbered(1, OutputKind::Minutes, "81/2026"), |_| String::new());
    let mut said = profile();
    said.letterhead.address = "زنقة الزيتون".into();
    said.last.insert(2026, 12);
    said.signatories.clear();
    let joined = known.joined(&said);
    assert_eq!(joined.next_number(2026), 82);
    assert_eq!(joined.letterhead.address, "زنقة الزيتون");
    assert_eq!(joined.letterhead.contact, "press@example.org");
    assert_eq!((&joined.signatories, &joined.taken), (&known.signatories, &known.taken));
}

#[test]
fn bodies_are_kept_beside_the_settings_and_a_broken_file_is_set_aside() {
    let folders = Folders::inside(&folder("kept"));
    let id = RecordId(5);
    store::change(&folders, |bodies: &mut Bodies| {
        bodies.put(id, Some(profile()));
    })
    .unwrap();
    let read = store::load::<Bodies>(&folders);
    assert_eq!((read.notice, read.value.get(id)), (None, Some(&profile())));
    assert_eq!(read.value.usual().unwrap().0, id, "the only one is the usual one");
    let mut document = Document::new(RecordId(1));
    let body = Body { name: "المكتب الاقليمي".into(), ..Body::default() };
    document.apply(Step::SetField(Field::Body(body))).unwrap();
    assert!(read.value.of(&document).is_some(), "known however it is spelt");
    let path = store::path_of::<Bodies>(&folders);
    store::write_bytes(&path, b"// mahdar bodies 1\n(bodies: {oops", store::Overwrite::Replace).unwrap();
    let read = store::load::<Bodies>(&folders);
    assert!(read.notice.is_some() && read.value.is_empty());
    assert!(!path.exists(), "it lies aside");
}

#[test]
fn signatures_of_a_record_without_any_are_left_alone() {
    let mut document = Document::new(RecordId(1));
    let block = Block::new(BlockId(Id { session: 1, counter: 1 }), Kind::default(), "كلام".into_rich());
    document.apply(Step::Insert { after: None, block: block.into() }).unwrap();
    let mut editor = Editor::new(document, 7);
    let dress = Dress { signatories: profile().people(), ..Dress::default() };
    editor.run(Command::Dress(Box::new(dress)), &Moment::default()).unwrap();
    assert!(editor.document().people().is_empty());
}

/// A secretariat of this province.
fn secretariat(province: &str, address: &str) -> Profile {
    let body = Body {
        name: "الأمانة الإقليمية".into(),
        organisation: "اتحاد الجمعيات البيئية".into(),
        province: province.into(),
        ..Body::default()
    };
    let letterhead = Letterhead { address: address.into(), ..Letterhead::default() };
    Profile { body, letterhead, ..Profile::default() }
}

fn met(name: &str, organisation: &str, province: &str) -> Document {
    let mut document = Document::new(RecordId(40));
    let body = Body {
        name: name.into(),
        organisation: organisation.into(),
        province: province.into(),
        ..Body::default()
    };
    document.apply(Step::SetField(Field::Body(body))).unwrap();
    document
}

#[test]
fn secretariats_of_two_provinces_are_two_though_their_names_are_one() {
    let mut bodies = Bodies::default();
    let (one, two) = (RecordId(1), RecordId(2));
    bodies.put(one, Some(secretariat("إفران", "زنقة الأرز")));
    bodies.put(two, Some(secretariat("إقليم ميدلت", "زنقة التفاح")));
    let of = |bodies: &Bodies, document: &Document| bodies.of(document).map(|(id, _)| id);
    let named = |province| met("الأمانة الاقليمية", "اتحاد الجمعيات البيئية", province);
    assert_eq!(of(&bodies, &named("عمالة إفران")), Some(one), "however it is written");
    assert_eq!(of(&bodies, &named("ميدلت")), Some(two));
    assert_eq!(of(&bodies, &named("خنيفرة")), None, "of a third it has no numbers");
    assert_eq!(of(&bodies, &named("")), None, "and either may be meant");
    assert_eq!(of(&bodies, &met("الأمانة الإقليمية", "جمعية أخرى", "إفران")), None);
    assert_eq!(
        (bodies.called(one), bodies.called(two)),
        ("الأمانة الإقليمية (إفران)".into(), "الأمانة الإقليمية (إقليم ميدلت)".into())
    );
    // Somebody else's file under another name for life is taken in by what the body is known by.
    assert_eq!(bodies.same(RecordId(9), &secretariat("ميدلت", "زنقة أخرى")), Some(two));
    assert_eq!(bodies.same(RecordId(9), &secretariat("خنيفرة", "زنقة أخرى")), None);
    assert_eq!(
        bodies.same(RecordId(9), &secretariat("", "زنقة أخرى")),
        None,
        "no letterhead is written over"
    );
    assert_eq!(bodies.same(one, &secretariat("خنيفرة", "")), Some(one), "its name for life stays its own");
    // One that says no place, as those kept by older releases, is the one of every record of its name.
    let mut bodies = Bodies::default();
    bodies.put(one, Some(secretariat("", "زنقة الأرز")));
    assert_eq!(of(&bodies, &named("ميدلت")), Some(one));
    assert_eq!(bodies.called(one), "الأمانة الإقليمية");
    bodies.put(two, Some(secretariat("ميدلت", "زنقة التفاح")));
    assert_eq!(of(&bodies, &named("ميدلت")), Some(two), "until there is one that is known better");
    assert_eq!(of(&bodies, &named("إفران")), Some(one));
}

trait IntoRich {
    fn into_rich(self) -> mahdar::document::RichText;
}

impl IntoRich for &str {
    fn into_rich(self) -> mahdar::document::RichText {
        mahdar::document::RichText::plain(self)
    }
}

mod command_line {
    use std::ffi::OsString;
    use std::io;

    use mahdar::cli::{Io, Launch, run};
    use mahdar::document::{RecordId, Stamp};
    use mahdar::store::{self, Bodies, Folders, Profile};

    use crate::store::Folder;

    fn mahdar(home: &Folder, args: &[&str]) -> (Launch, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let at = home.file("").into_os_string();
        let env = |name: &str| match name {
            "XDG_DATA_HOME" | "XDG_CONFIG_HOME" | "XDG_STATE_HOME" | "HOME" => Some(at.clone()),
            "LANG" => Some(OsString::from("en")),
            _ => None,
        };
        let mut io =
            Io { stdin: &mut io::empty(), stdout: &mut out, stderr: &mut err, env: &env, now: Stamp(0) };
        let launch = run(args.iter().map(OsString::from), &mut io);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (launch, text(out), text(err))
    }

    fn profile() -> Profile {
        let mut profile = Profile::default();
        profile.body.name = "الكتابة الجهوية".into();
        profile.letterhead.address = "دار الجمعيات".into();
        profile.signatories = vec!["السيدة رقية الصفصافي، الكاتبة الجهوية".into()];
        profile
    }

    #[test]
    fn a_new_record_is_of_the_body_it_is_asked_for_by_name_or_by_file() {
        let home = Folder::new();
        let at = home.file("mahdar");
        let folders = Folders { config: at.clone(), state: at.clone(), data: at };
        store::change(&folders, |bodies: &mut Bodies| drop(bodies.put(RecordId(1), Some(profile()))))
            .expect("kept");
        let file = home.file("b.mahdar-body");
        std::fs::write(&file, store::write_body(RecordId(2), &profile(), &[])).expect("a file");
        for body in ["الكتابه الجهويه", file.to_str().expect("a path")] {
            let set = "meeting.venue=القاعة الكبرى";
            let args = ["new", "--template", "meeting-minutes", "--body", body, "--set", set, "-o", "-"];
            let (launch, out, err) = mahdar(&home, &args);
            assert_eq!((launch, err.as_str()), (Launch::Exit(0), ""));
            let document = store::parse(out.as_bytes()).expect("a record");
            assert_eq!(document.meeting().body.name, "الكتابة الجهوية");
            assert_eq!(document.letterhead().address, "دار الجمعيات");
            assert_eq!(document.meeting().venue, "القاعة الكبرى");
            assert!(document.people().values().any(|person| person.name == "رقية الصفصافي"));
        }
    }

    #[test]
    fn of_two_bodies_with_one_name_the_place_is_said_too() {
        let home = Folder::new();
        let at = home.file("mahdar");
        let folders = Folders { config: at.clone(), state: at.clone(), data: at };
        store::change(&folders, |bodies: &mut Bodies| {
            for (id, province) in [(1, "إفران"), (2, "ميدلت")] {
                let mut profile = profile();
                profile.body.province = province.into();
                bodies.put(RecordId(id), Some(profile));
            }
        })
        .expect("kept");
        let new =
            |body: &str| mahdar(&home, &["new", "--template", "meeting-minutes", "--body", body, "-o", "-"]);
        let (launch, out, _) = new("الكتابة الجهوية (ميدلت)");
        assert_eq!(launch, Launch::Exit(0));
        assert_eq!(store::parse(out.as_bytes()).expect("a record").meeting().body.province, "ميدلت");
        let (launch, _, err) = new("الكتابة الجهوية");
        assert_eq!(launch, Launch::Exit(2), "neither is taken unsaid");
        assert!(err.contains("(إفران)") && err.contains("(ميدلت)"), "{err}");
    }

    #[test]
    fn a_body_that_is_not_there_makes_no_record_and_those_that_are_get_named() {
        let home = Folder::new();
        let out = home.file("a.mahdar");
        let path = out.to_str().expect("a path");
        let args = ["new", "--template", "meeting-minutes", "--body", "لا أحد", "-o", path];
        let (launch, _, err) = mahdar(&home, &args);
        assert_eq!(launch, Launch::Exit(2));
        assert!(err.contains("لا أحد") && err.contains(".mahdar-body"), "{err}");
        let bad = home.file("bad.mahdar-body");
        std::fs::write(&bad, "no body").expect("a file");
        let bad = bad.to_str().expect("a path");
        let (launch, _, err) =
            mahdar(&home, &["new", "--template", "meeting-minutes", "--body", bad, "-o", path]);
        assert_eq!(launch, Launch::Exit(2));
        assert!(err.contains("bad.mahdar-body"), "{err}");
        assert!(!out.exists());
    }
}
