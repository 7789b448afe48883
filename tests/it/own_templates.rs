//! Templates of somebody's own: what a record leaves behind when it becomes one, and a folder with bad ones in it.
#![allow(clippy::disallowed_methods, reason = "a test prepares files as others would leave them")]

use std::ffi::OsString;
use std::fs;
use std::io;
use std::sync::Arc;

use mahdar::arabic::When;
use mahdar::cli::{Io, Launch, run};
use mahdar::document::{
    Block, Change, ChangeId, Comment, CommentId, Document, Entry, Field, Id, Kind, Mark, OutputKind, Pending,
    Person, Piece, Presence, RecordId, RichText, Role, Stamp, State, Step, Template,
};
use mahdar::store::{self, Folders, OpenError, SaveError};
use mahdar::template;
use proptest::prelude::*;

use crate::random;
use crate::record::{block_id, person_id};
use crate::store::Folder;

fn offer(id: &str) -> Template {
    Template { id: id.into(), name: "محضر الكتابة".into(), about: String::new() }
}

fn made() -> Document {
    template::demo().as_template(RecordId(9), offer("kitaba"))
}

/// The words of a record's blocks, one a line.
fn words(document: &Document) -> Vec<String> {
    document.blocks().iter().map(|block| block.text.text().replace('\u{FFFC}', "…")).collect()
}

#[test]
fn the_frame_stays_and_what_was_said_goes() {
    let template = made();
    assert_eq!(template.check(), []);
    assert_eq!(
        words(&template),
        [
            "… …، … على الساعة … …، … …، بحضور ….",
            "",
            "",
            "",
            "",
            "",
            "",
            "وتأكيدا لانخراطها في حماية الموارد الطبيعية، واعتبارا لتوالي سنوات الجفاف بأقاليم الجهة، وبعد نقاش مستفيض، … … بما يلي:",
            "",
            "",
            "",
            "وفي ختام الاجتماع، … … دعوتها كافة الجمعيات المحلية إلى مواصلة التعبئة من أجل ترشيد استعمال الماء وصون المجال الغابوي.",
            "ويُعقد الاجتماع المقبل … ….",
            "ورُفعت الجلسة على الساعة ….",
            "وحُرر بمدينة عين الأرز، …",
        ]
    );
    let depths: Vec<u8> = template.blocks().iter().filter_map(|block| block.kind.depth()).collect();
    assert_eq!(depths, [0, 1, 2], "one place for each level");
    let items = template.blocks().iter().filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
    assert_eq!(items.count(), 1, "one place for the agenda");
}

#[test]
fn the_body_its_people_and_texts_stay_without_the_facts_of_the_meeting() {
    let (template, record) = (made(), template::demo());
    let (meeting, old) = (template.meeting(), record.meeting());
    assert_eq!(
        (&meeting.body, &meeting.chairs, meeting.rapporteur),
        (&old.body, &old.chairs, old.rapporteur)
    );
    assert_eq!((meeting.session.nature.as_str(), meeting.session.ordinal), ("دوري", None));
    assert_eq!((&meeting.dates, meeting.start, meeting.end), (&When::Unset, None, None));
    assert!(meeting.venue.is_empty() && meeting.next.dates.is_unset());
    assert_eq!(meeting.attendance.people.len(), 27);
    assert!(meeting.attendance.people.iter().all(|entry| entry.presence == Presence::Unknown));
    assert!(meeting.attendance.people.iter().all(|entry| entry.arrived.is_none() && entry.reason.is_empty()));
    assert!(meeting.attendance.groups.iter().all(|group| group.count.is_none()));
    assert_eq!(meeting.attendance.quorum, old.attendance.quorum);
    assert_eq!((template.letterhead(), template.style()), (record.letterhead(), record.style()));
    let kinds = |document: &Document| document.outputs().iter().map(|o| o.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&template), kinds(&record));
    for output in template.outputs() {
        assert_eq!((output.number.as_str(), output.reference.as_str(), output.state), ("", "", State::Draft));
        assert!(!output.title.is_empty());
    }
}

#[test]
fn nothing_personal_and_nothing_of_the_review_gets_into_a_template() {
    let mut record = template::demo();
    let (change, comment) =
        (ChangeId(Id { session: 3, counter: 1 }), CommentId(Id { session: 3, counter: 2 }));
    let someone =
        Person { name: "هدى".into(), phone: "0600".into(), identity: "X1".into(), ..Person::default() };
    let pending = Change { author: "م".into(), at: Stamp(1), pending: Pending::Text };
    let remark = Comment {
        author: "م".into(),
        at: Stamp(1),
        text: "سر".into(),
        quoted: String::new(),
        answers: None,
        resolved: None,
    };
    let text = RichText::from_pieces([
        Piece::Text("باق ".into()),
        Piece::Marked(vec![Mark::Deleted(change)], "محذوف".into()),
        Piece::Marked(vec![Mark::Inserted(change), Mark::Bold], "مقترح".into()),
        Piece::Marked(vec![Mark::Remark(comment)], " معلق عليه".into()),
    ]);
    let lead = Block::new(block_id(900), Kind::Paragraph(Role::Lead), text.expect("a text"));
    for step in [
        Step::Put(Entry::Person(person_id(90), Some(someone))),
        Step::SetField(Field::Chairs(vec![person_id(90)])),
        Step::Put(Entry::Change(change, Some(Box::new(pending)))),
        Step::Put(Entry::Comment(comment, Some(remark))),
        Step::Insert { after: None, block: Arc::new(lead) },
    ] {
        record.apply(step).expect("a step that fits");
    }
    let template = record.as_template(RecordId(9), offer("x"));
    assert_eq!(words(&template)[0], "باق مقترح معلق عليه");
    assert_eq!(template.blocks()[0].text.marks().len(), 1, "the bold stays");
    assert!(
        template.comments().is_empty() && template.changes().is_empty() && template.revisions().is_empty()
    );
    let person = template.person(person_id(90)).expect("the chair stays");
    assert_eq!((person.phone.as_str(), person.identity.as_str()), ("", ""));
    let file = store::write(&template);
    assert!(!file.contains("سر") && !file.contains("0600"), "{file}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_template_of_any_record_is_sound_and_its_own_template(document in random::document()) {
        let template = document.as_template(RecordId(9), offer("x"));
        let again = template.as_template(RecordId(9), offer("x"));
        prop_assert_eq!(&again, &template);
        prop_assert_eq!(store::parse(store::write(&template).as_bytes()).expect("sound"), template);
    }
}

fn folders(folder: &Folder) -> Folders {
    Folders::inside(&folder.file(""))
}

/// A folder with one template of one's own, one broken and one of a newer release.
fn mixed(folder: &Folder) -> Folders {
    let folders = folders(folder);
    store::save_template(&folders, &made()).expect("saved");
    let home = store::templates_folder(&folders);
    let broken = store::write(&made()).replacen(" outputs: [", " outputs: {", 1);
    fs::write(home.join("broken.mahdar"), broken).expect("a file");
    fs::write(home.join("newer.mahdar"), "// mahdar 3\n(new: 1)\n").expect("a file");
    fs::write(home.join("notes.txt"), "no template").expect("a file");
    folders
}

#[test]
fn a_broken_template_says_where_and_the_others_still_load() {
    let folder = Folder::new();
    let folders = mixed(&folder);
    let before = fs::read(store::templates_folder(&folders).join("newer.mahdar")).expect("a file");
    let found = store::own_templates(&folders);
    let ids: Vec<&str> = found.sound.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["kitaba"]);
    assert_eq!(found.sound[0].document, made());
    let [(broken, why), (newer, too_new)] = found.unusable.as_slice() else { panic!("{:?}", found.unusable) };
    assert!(broken.ends_with("broken.mahdar") && newer.ends_with("newer.mahdar"));
    let text = fs::read_to_string(broken).expect("a text");
    let wrong = text.lines().position(|line| line == " outputs: {").expect("the broken line") + 1;
    assert!(matches!(why, OpenError::Syntax { line, .. } if *line == wrong), "{why:?}");
    assert!(matches!(too_new, OpenError::Newer { found: 3 }), "{too_new:?}");
    assert_eq!(fs::read(newer).expect("still there"), before);
}

#[test]
fn a_template_is_never_saved_over_another() {
    let folder = Folder::new();
    let folders = folders(&folder);
    assert!(store::own_templates(&folders).sound.is_empty(), "no folder yet");
    store::save_template(&folders, &made()).expect("saved");
    assert!(matches!(store::save_template(&folders, &made()), Err(SaveError::Exists)));
}

#[test]
fn a_template_is_filed_under_a_name_a_disk_can_hold() {
    for (name, id) in [
        ("محضر الكتابة", "محضر-الكتابة"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("a/b", "a-b"),
        ("  ", "template"),
    ] {
        assert_eq!(store::template_id(name), id, "{name}");
        assert!(!store::template_id(name).starts_with('.') && !store::template_id(name).contains('/'));
    }
}

fn mahdar(folder: &Folder, args: &[&str]) -> (Launch, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let home = folder.file("").into_os_string();
    let env = |name: &str| match name {
        "XDG_DATA_HOME" | "HOME" => Some(home.clone()),
        "LANG" => Some(OsString::from("en")),
        _ => None,
    };
    let mut io = Io { stdin: &mut io::empty(), stdout: &mut out, stderr: &mut err, env: &env, now: Stamp(0) };
    let launch = run(args.iter().map(OsString::from), &mut io);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (launch, text(out), text(err))
}

#[test]
fn the_command_line_lists_and_uses_templates_of_ones_own() {
    let folder = Folder::new();
    let home = folder.file("mahdar");
    let folders = Folders { config: home.clone(), state: home.clone(), data: home };
    store::save_template(&folders, &made()).expect("saved");
    let broken = store::templates_folder(&folders).join("broken.mahdar");
    fs::write(&broken, "// mahdar 1\n(id: \"x\")\n").expect("a file");

    let (launch, out, err) = mahdar(&folder, &["templates"]);
    assert_eq!(launch, Launch::Exit(0));
    assert_eq!(out.lines().count(), 7, "{out}");
    assert!(out.lines().last().expect("a line").starts_with("kitaba"), "{out}");
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.contains("broken.mahdar") && err.contains("line 2"), "{err}");

    let (launch, out, _) = mahdar(&folder, &["new", "--template", "kitaba", "-o", "-"]);
    assert_eq!(launch, Launch::Exit(0));
    let made_from_it = store::parse(out.as_bytes()).expect("a record");
    assert_eq!(made_from_it.output(OutputKind::Minutes).map(|output| output.state), Some(State::Draft));
    assert_ne!(made_from_it.id(), made().id());

    let (launch, _, err) = mahdar(&folder, &["new", "--template", "broken", "-o", "-"]);
    assert_eq!(launch, Launch::Exit(2));
    assert!(err.contains("line 2"), "{err}");
    let (launch, _, err) = mahdar(&folder, &["new", "--template", "none", "-o", "-"]);
    assert_eq!(launch, Launch::Exit(2));
    assert!(err.contains("kitaba") && err.contains("invitation"), "{err}");
}

#[test]
fn a_second_template_of_a_name_has_a_number_behind_it_and_one_let_go_can_be_put_back() {
    let folder = Folder::new();
    let folders = folders(&folder);
    assert_eq!(store::add_template(&folders, &made()).expect("saved"), "kitaba");
    assert_eq!(store::add_template(&folders, &made()).expect("saved"), "محضر-الكتابة-2");
    let found = store::own_templates(&folders).sound;
    let names: Vec<_> = found.iter().map(|own| own.document.template().name.as_str()).collect();
    assert_eq!(names, ["محضر الكتابة", "محضر الكتابة 2"]);
    store::remove_template(&found[0]).expect("let go");
    assert_eq!(store::own_templates(&folders).sound.len(), 1);
    store::put_template_back(&found[0]).expect("put back");
    assert!(matches!(store::put_template_back(&found[0]), Err(SaveError::Exists)));
    store::offer_template(&found[1], "محضر اللجنة", "لاجتماعات الشهر").expect("renamed");
    let again = store::own_templates(&folders).sound;
    let offer = again[1].document.template();
    assert_eq!((offer.name.as_str(), offer.about.as_str()), ("محضر اللجنة", "لاجتماعات الشهر"));
    assert_eq!(again[1].id, found[1].id, "its file and its id stay");
}

#[test]
fn a_template_that_is_given_away_tells_no_numbers_of_people() {
    let mut document = template::demo();
    let id = *document.people().keys().next().expect("somebody");
    let person = Person { phone: "0600".into(), identity: "X1".into(), ..Person::default() };
    document.apply(Step::Put(Entry::Person(id, Some(person)))).expect("a step that fits");
    let file = store::write(&store::given_template(&document));
    assert!(!file.contains("0600") && !file.contains("X1"));
}
