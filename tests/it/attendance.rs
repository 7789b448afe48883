//! The attendance list: people and groups added, marked, moved and removed, each as one thing to take back.
use mahdar::arabic::Gender;
use mahdar::document::{
    Attendee, AttendeeField, Document, FieldPath, Honorific, Person, PersonField, PersonId, Presence,
    QuorumRule, StepError,
};
use mahdar::edit::{Command, Done, EditError, Editor, Roll, Shift, Who};
use mahdar::template;

use crate::record::{at, blank, person_id};

fn editor() -> Editor {
    Editor::new(blank(), 7)
}

fn run(editor: &mut Editor, roll: Roll) -> Result<Done, EditError> {
    editor.run(Command::Roll(roll), &at(0))
}

fn set(editor: &mut Editor, path: &str, value: &str) -> Result<Done, EditError> {
    let path = path.parse().expect("a path");
    editor.run(Command::SetField { path, value: value.into() }, &at(0))
}

fn read(editor: &Editor, path: &str) -> String {
    editor.document().read(path.parse().expect("a path"))
}

fn named(name: &str) -> Who {
    Who::New(Box::new(Person { name: name.into(), ..Person::default() }))
}

fn add(editor: &mut Editor, who: Who) {
    run(editor, Roll::Add { who, at: usize::MAX, presence: Presence::Unknown }).expect("added");
}

fn list(document: &Document) -> Vec<&Attendee> {
    document.meeting().attendance.people.iter().collect()
}

fn names(editor: &Editor) -> Vec<String> {
    let document = editor.document();
    let name = |entry: &&Attendee| document.person(entry.person).expect("known").name.clone();
    list(document).iter().map(name).collect()
}

fn id(editor: &Editor, index: usize) -> PersonId {
    list(editor.document())[index].person
}

/// Does one thing, takes it back and does it again; the record must be the same as before and after.
fn once(editor: &mut Editor, command: &Command) {
    let before = editor.document().clone();
    editor.run(command.clone(), &at(0)).unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let after = editor.document().clone();
    assert_ne!(after, before, "{command:?} changed nothing");
    editor.undo();
    assert_eq!(editor.document(), &before, "{command:?} is one thing to take back");
    editor.redo();
    assert_eq!(editor.document(), &after, "{command:?}");
    assert_eq!(after.check(), [], "{command:?}");
}

#[test]
fn people_are_added_new_known_or_from_the_roster() {
    let mut editor = editor();
    once(
        &mut editor,
        &Command::Roll(Roll::Add {
            who: named("  نعيمة\nالسوسي "), at: 9, presence: Presence::Unknown
        }),
    );
    once(
        &mut editor,
        &Command::Roll(Roll::Add { who: Who::Known(person_id(1)), at: 0, presence: Presence::Unknown }),
    );
    let person = Person {
        name: "حمو أوعلي".into(),
        gender: Gender::Male,
        honorific: Honorific::Doctor,
        role: "أمين المال".into(),
        aliases: vec!["محمد أوعلي".into()],
        ..Person::default()
    };
    once(
        &mut editor,
        &Command::Roll(Roll::Add {
            who: Who::New(Box::new(person.clone())),
            at: 9,
            presence: Presence::Unknown,
        }),
    );
    assert_eq!(names(&editor), ["ليلى المرابط", "نعيمة السوسي", "حمو أوعلي"]);
    assert_eq!(editor.document().person(id(&editor, 2)), Some(&person));
    assert_eq!(list(editor.document())[0].presence, Presence::Unknown);
}

#[test]
fn nobody_stands_twice_on_the_list() {
    let mut editor = editor();
    add(&mut editor, Who::Known(person_id(1)));
    add(&mut editor, Who::Known(person_id(2)));
    run(&mut editor, Roll::Presence(person_id(1), Presence::Present)).expect("set");
    add(&mut editor, Who::Known(person_id(1)));
    assert_eq!(names(&editor), ["سعيد العلوي", "ليلى المرابط"]);
    assert_eq!(list(editor.document())[1].presence, Presence::Present, "and keeps what was said");
}

#[test]
fn a_person_off_the_list_is_forgotten_unless_something_names_them() {
    let mut editor = editor();
    add(&mut editor, named("نعيمة"));
    add(&mut editor, Who::Known(person_id(1)));
    let naima = id(&editor, 0);
    once(&mut editor, &Command::Roll(Roll::Remove(naima)));
    assert!(editor.document().person(naima).is_none());
    run(&mut editor, Roll::Chair(person_id(1))).expect("chairs");
    once(&mut editor, &Command::Roll(Roll::Remove(person_id(1))));
    assert!(editor.document().person(person_id(1)).is_some(), "the chair stays known");
    add(&mut editor, named("أ"));
    add(&mut editor, named("ب"));
    let (one, two) = (id(&editor, 0), id(&editor, 1));
    run(&mut editor, Roll::Presence(one, Presence::Proxy(Some(two)))).expect("by proxy");
    run(&mut editor, Roll::Remove(two)).expect("removed");
    assert!(editor.document().person(two).is_some(), "who stands in for another stays known");
    assert_eq!(editor.document().check(), []);
}

#[test]
fn people_and_groups_move_past_their_neighbours_and_stop_at_the_ends() {
    let mut editor = editor();
    for name in ["أ", "ب", "ج"] {
        add(&mut editor, named(name));
    }
    let last = id(&editor, 2);
    once(&mut editor, &Command::Roll(Roll::Move(last, Shift::Up)));
    assert_eq!(names(&editor), ["أ", "ج", "ب"]);
    run(&mut editor, Roll::Move(last, Shift::Up)).expect("moved");
    let done = run(&mut editor, Roll::Move(last, Shift::Up)).expect("at the top");
    assert!(done.steps.is_empty());
    for (n, name) in ["عضوات", "رئيسات"].iter().enumerate() {
        set(&mut editor, &format!("meeting.groups.{n}.nominative"), name).expect("added");
    }
    once(&mut editor, &Command::Roll(Roll::MoveGroup(1, Shift::Up)));
    assert_eq!(read(&editor, "meeting.groups.0.nominative"), "رئيسات");
    assert!(run(&mut editor, Roll::MoveGroup(0, Shift::Up)).expect("at the top").steps.is_empty());
    assert!(run(&mut editor, Roll::MoveGroup(9, Shift::Up)).expect("nowhere").steps.is_empty());
}

#[test]
fn what_is_known_of_a_person_is_written_from_any_place() {
    let mut editor = editor();
    let person = person_id(2);
    for (field, value) in [
        (PersonField::Name, "سعيد الإدريسي"),
        (PersonField::Latin, "Saïd El Idrissi"),
        (PersonField::Gender, "male"),
        (PersonField::Honorific, "prof"),
        (PersonField::Role, "نائب الكاتب"),
        (PersonField::Body, "المكتب الجهوي"),
        (PersonField::Phone, "0600000000"),
        (PersonField::Identity, "X0000"),
    ] {
        once(&mut editor, &Command::Roll(Roll::Person { person, field, value: value.into() }));
        assert_eq!(field.read(editor.document().person(person).unwrap()), value);
    }
    once(&mut editor, &Command::Roll(Roll::Aliases(person, vec!["سعيد ".into(), String::new()])));
    assert_eq!(editor.document().person(person).unwrap().aliases, ["سعيد"]);
    let refused = Roll::Person { person, field: PersonField::Gender, value: "رجل".into() };
    assert!(matches!(run(&mut editor, refused), Err(EditError::Field(_))));
}

#[test]
fn letters_typed_into_a_person_are_one_thing_to_take_back() {
    let mut editor = editor();
    for value in ["ل", "لي", "ليل"] {
        let roll = Roll::Person { person: person_id(1), field: PersonField::Role, value: value.into() };
        run(&mut editor, roll).expect("typed");
    }
    editor.undo();
    assert_eq!(editor.document(), &blank());
}

#[test]
fn the_list_is_written_by_paths_and_grows_past_its_end() {
    let mut editor = editor();
    for (path, value) in [
        ("meeting.attendance.0.name", "نعيمة السوسي"),
        ("meeting.attendance.0.gender", "female"),
        ("meeting.attendance.0.presence", "excused"),
        ("meeting.attendance.0.reason", "مهمة بالخارج"),
        ("meeting.attendance.0.answer", "declined"),
        ("meeting.attendance.1.presence", "present"),
        ("meeting.attendance.1.arrived", "10:15"),
        ("meeting.attendance.1.left", "12:40"),
        ("meeting.quorum", "majority"),
        ("meeting.quorum", "2/3"),
        ("meeting.quorum", "atleast:14"),
        ("meeting.quorum", "none"),
    ] {
        let mut old = editor.clone();
        set(&mut editor, path, value).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(read(&editor, path), value, "{path}");
        assert_eq!(editor.document().check(), [], "{path}");
        // A fresh editor of the same record: two paths written in one go are one group there.
        let mut again = Editor::new(old.document().clone(), 9);
        set(&mut again, path, value).unwrap_or_else(|e| panic!("{e}"));
        again.undo();
        assert_eq!(again.document(), old.document(), "{path}");
        old.undo();
    }
    assert_eq!(list(editor.document()).len(), 2);
    for (path, value) in [
        ("meeting.attendance.3.name", "بعيد"),
        ("meeting.attendance.0.presence", "نعم"),
        ("meeting.attendance.2.arrived", "غدا"),
        ("meeting.attendance.0.answer", "maybe"),
        ("meeting.quorum", "3/2"),
        ("meeting.quorum", "0/2"),
        ("meeting.quorum", "half"),
        ("meeting.quorum", "atleast:"),
    ] {
        let before = editor.document().clone();
        assert!(matches!(set(&mut editor, path, value), Err(EditError::Field(_))), "{path}={value}");
        assert_eq!(editor.document(), &before, "{path}={value} left something");
    }
}

#[test]
fn who_stands_in_is_kept_when_proxy_is_said_again() {
    let mut editor = editor();
    add(&mut editor, Who::Known(person_id(1)));
    let by = Presence::Proxy(Some(person_id(2)));
    once(&mut editor, &Command::Roll(Roll::Presence(person_id(1), by)));
    set(&mut editor, "meeting.attendance.0.presence", "proxy").expect("said again");
    assert_eq!(list(editor.document())[0].presence, by);
    let written = read(&editor, "meeting.attendance.0.presence");
    assert_eq!(written, "proxy:2.2");
    set(&mut editor, "meeting.attendance.0.presence", "absent").expect("set");
    set(&mut editor, "meeting.attendance.0.presence", &written).expect("given back");
    assert_eq!(list(editor.document())[0].presence, by);
    for stranger in ["proxy:2.99", "proxy:", "proxy:x"] {
        assert!(set(&mut editor, "meeting.attendance.0.presence", stranger).is_err(), "{stranger}");
    }
}

#[test]
fn chair_and_rapporteur_are_made_of_people() {
    let mut editor = editor();
    set(&mut editor, "meeting.chairs.0.honorific", "dr").expect("a chair without a name");
    once(&mut editor, &Command::Roll(Roll::Chair(person_id(1))));
    once(&mut editor, &Command::Roll(Roll::Chair(person_id(2))));
    assert_eq!(editor.document().meeting().chairs, [person_id(1), person_id(2)]);
    assert!(run(&mut editor, Roll::Chair(person_id(1))).expect("chairs already").steps.is_empty());
    once(&mut editor, &Command::Roll(Roll::Rapporteur(Some(person_id(2)))));
    once(&mut editor, &Command::Roll(Roll::Rapporteur(None)));
}

#[test]
fn whom_the_record_does_not_have_is_refused_and_leaves_no_trace() {
    let mut editor = editor();
    add(&mut editor, Who::Known(person_id(1)));
    let stranger = person_id(99);
    let before = editor.document().clone();
    for roll in [
        Roll::Add { who: Who::Known(stranger), at: 0, presence: Presence::Present },
        Roll::Person { person: stranger, field: PersonField::Name, value: "س".into() },
        Roll::Aliases(stranger, Vec::new()),
        Roll::Remove(person_id(2)),
        Roll::Move(person_id(2), Shift::Up),
        Roll::Presence(person_id(2), Presence::Present),
        Roll::Chair(stranger),
        Roll::Rapporteur(Some(stranger)),
        Roll::Presence(person_id(1), Presence::Proxy(Some(stranger))),
    ] {
        let refused = run(&mut editor, roll.clone()).expect_err("refused");
        assert!(matches!(refused, EditError::Step(StepError::NoPerson(_))), "{roll:?}");
        assert_eq!(editor.document(), &before, "{roll:?}");
    }
}

#[test]
fn the_quorum_follows_the_presence_of_each() {
    let mut editor = editor();
    for n in 0..5 {
        set(&mut editor, &format!("meeting.attendance.{n}.presence"), "present").expect("added");
    }
    assert_eq!(template::quorum(editor.document()), None, "no rule");
    set(&mut editor, "meeting.quorum", "majority").expect("set");
    set(&mut editor, "meeting.members", "9").expect("set");
    let verdict = template::quorum(editor.document()).expect("a verdict");
    assert_eq!((verdict.present, verdict.needed, verdict.reached), (5, 5, true));
    set(&mut editor, "meeting.attendance.4.presence", "absent").expect("set");
    assert!(!template::quorum(editor.document()).expect("a verdict").reached);
    assert_eq!(editor.document().meeting().attendance.quorum.rule, QuorumRule::Majority);
}

#[test]
fn a_group_takes_its_oblique_wording_from_the_nominative_until_it_has_one() {
    let mut editor = editor();
    set(&mut editor, "meeting.groups.0.nominative", "المنسقات والمنسقون").expect("set");
    let path = FieldPath::GroupOblique(0);
    assert_eq!(editor.document().read(path), "", "nothing is stored that was not written");
    assert_eq!(template::attendance_sentence(editor.document()), "بحضور السيدات والسادة المنسقات والمنسقين");
    set(&mut editor, "meeting.groups.0.oblique", "منسقي الأقاليم").expect("set");
    assert_eq!(template::attendance_sentence(editor.document()), "بحضور السيدات والسادة منسقي الأقاليم");
}

#[test]
fn paths_of_the_list_are_read_as_they_are_written() {
    for field in PersonField::ALL.map(AttendeeField::Person).into_iter().chain(AttendeeField::OWN) {
        let path = FieldPath::Attendee(12, field);
        assert_eq!(path.to_string().parse(), Ok(path));
    }
    assert!("meeting.attendance.0.aliases".parse::<FieldPath>().is_err());
    assert!("meeting.attendance.x.name".parse::<FieldPath>().is_err());
}
