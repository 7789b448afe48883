//! The attendance list: people and groups added, marked, moved and removed, each as one thing to take back.
use mahdar::arabic::Gender;
use mahdar::arabic::proceedings::quorum_with_late;
use mahdar::document::{
    Attendee, AttendeeField, Document, FieldPath, Honorific, Person, PersonField, PersonId, Presence,
    QuorumRule, StepError,
};
use mahdar::edit::{Command, Done, EditError, Editor, Order, Post, Roll, Shift, Who};
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
    assert_eq!(template::attendance_sentence(editor.document()), "بحضور المنسقات والمنسقين");
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

#[test]
fn all_are_present_then_exceptions_and_each_is_one_thing_to_take_back() {
    let mut editor = editor();
    for n in 0..6 {
        add(&mut editor, named(&format!("شخص {n}")));
    }
    let who = id(&editor, 2);
    run(&mut editor, Roll::Presence(who, Presence::Excused)).expect("said");
    once(&mut editor, &Command::Roll(Roll::AllPresent));
    let said: Vec<Presence> = list(editor.document()).iter().map(|entry| entry.presence).collect();
    assert_eq!(said[2], Presence::Excused, "what was said stays");
    assert!(said.iter().filter(|presence| **presence == Presence::Present).count() == 5);
    let who = id(&editor, 4);
    run(&mut editor, Roll::Presence(who, Presence::Absent)).expect("said");
    editor.undo();
    editor.undo();
    let said: Vec<Presence> = list(editor.document()).iter().map(|entry| entry.presence).collect();
    assert_eq!(said.iter().filter(|presence| **presence == Presence::Unknown).count(), 5);
}

#[test]
fn answers_become_presence_at_the_opening() {
    let mut editor = editor();
    for (n, answer) in ["confirmed", "declined", "invited", "none", "declined"].into_iter().enumerate() {
        set(&mut editor, &format!("meeting.attendance.{n}.answer"), answer).expect("said");
    }
    let who = id(&editor, 4);
    run(&mut editor, Roll::Presence(who, Presence::Present)).expect("came after all");
    once(&mut editor, &Command::Roll(Roll::Answers));
    let said: Vec<Presence> = list(editor.document()).iter().map(|entry| entry.presence).collect();
    let (present, unknown) = (Presence::Present, Presence::Unknown);
    assert_eq!(said, [present, Presence::Excused, unknown, unknown, present]);
}

#[test]
fn several_join_at_once_and_nobody_twice() {
    let mut editor = editor();
    add(&mut editor, named("ليلى"));
    let known = id(&editor, 0);
    let all = vec![named("عمر"), Who::Known(known), named("سعاد")];
    once(&mut editor, &Command::Roll(Roll::AddAll(all)));
    assert_eq!(names(&editor), ["ليلى", "عمر", "سعاد"]);
}

#[test]
fn the_list_is_put_into_order() {
    let mut editor = editor();
    for name in ["سعاد", "أمين", "إدريس", "آمنة"] {
        add(&mut editor, named(name));
    }
    let who = id(&editor, 0);
    run(&mut editor, Roll::Presence(who, Presence::Present)).expect("said");
    once(&mut editor, &Command::Roll(Roll::Sort(Order::Name)));
    assert_eq!(names(&editor), ["إدريس", "آمنة", "أمين", "سعاد"]);
    once(&mut editor, &Command::Roll(Roll::Sort(Order::Presence)));
    assert_eq!(names(&editor), ["سعاد", "إدريس", "آمنة", "أمين"]);
}

#[test]
fn nobody_stands_in_for_themselves() {
    let mut editor = editor();
    add(&mut editor, named("ليلى"));
    let person = id(&editor, 0);
    let before = editor.document().clone();
    let refused =
        run(&mut editor, Roll::Presence(person, Presence::Proxy(Some(person)))).expect_err("refused");
    assert_eq!(refused, EditError::OwnProxy(person));
    let refused = set(&mut editor, "meeting.attendance.0.presence", &format!("proxy:{person}"));
    assert!(matches!(refused, Err(EditError::Field(_))), "{refused:?}");
    assert_eq!(editor.document(), &before);
}

#[test]
fn who_is_chosen_takes_the_place_and_who_was_written_over_is_called_as_before() {
    let mut editor = editor();
    add(&mut editor, named("ليلى المرابط"));
    add(&mut editor, named("ميمون الأرزي"));
    let (leila, mimoun) = (id(&editor, 0), id(&editor, 1));
    run(&mut editor, Roll::Chair(leila)).expect("chairs");
    // «ميم» was typed over the name of who chaired, then somebody was chosen.
    set(&mut editor, "meeting.chairs.0.name", "ميم").expect("typed");
    let was = Some("ليلى المرابط".to_owned());
    let who = Who::Known(mimoun);
    once(&mut editor, &Command::Appoint { post: Post::Chair(0), who, was });
    assert_eq!(editor.document().meeting().chairs, [mimoun]);
    assert_eq!(names(&editor), ["ليلى المرابط", "ميمون الأرزي"]);
    // A title typed with the name says nothing of whom it was typed over.
    let before = editor.document().clone();
    for typed in ["السيدة ل", "السيدة ليلى"] {
        set(&mut editor, "meeting.chairs.0.name", typed).expect("typed");
    }
    assert_eq!(editor.document().person(mimoun).expect("known").gender, Gender::Female, "for now");
    let was = Some("ميمون الأرزي".to_owned());
    editor
        .run(Command::Appoint { post: Post::Chair(0), who: Who::Known(leila), was }, &at(0))
        .expect("chosen");
    assert_eq!(editor.document().people(), before.people());
    // A new chair: who was half typed is not kept.
    set(&mut editor, "meeting.chairs.1.name", "سع").expect("typed");
    let count = editor.document().people().len();
    let was = Some(String::new());
    once(&mut editor, &Command::Appoint { post: Post::Chair(1), who: named("سعاد التازي"), was });
    assert_eq!(editor.document().people().len(), count, "the half-typed name is gone, the new one is there");
    assert_eq!(read(&editor, "meeting.chairs.1.name"), "سعاد التازي");
    once(&mut editor, &Command::Appoint { post: Post::Rapporteur, who: Who::Known(leila), was: None });
    assert_eq!(editor.document().meeting().rapporteur, Some(leila));
}

#[test]
fn the_quorum_is_that_of_the_opening_and_says_who_made_it_later() {
    let mut editor = editor();
    for n in 0..4 {
        set(&mut editor, &format!("meeting.attendance.{n}.presence"), "present").expect("added");
    }
    for (path, value) in
        [("meeting.start", "10:00"), ("meeting.members", "6"), ("meeting.quorum", "majority")]
    {
        set(&mut editor, path, value).expect("set");
    }
    set(&mut editor, "meeting.attendance.3.arrived", "10:12").expect("set");
    set(&mut editor, "meeting.attendance.2.arrived", "09:50").expect("in time");
    let verdict = template::quorum(editor.document()).expect("a verdict");
    assert_eq!((verdict.present, verdict.late, verdict.reached), (4, 1, true));
    assert_eq!(verdict.since.map(|time| time.to_string()), Some("10:12".into()));
    set(&mut editor, "meeting.attendance.3.left", "10:30").expect("set");
    assert!(template::quorum(editor.document()).expect("a verdict").reached, "who left early was there");
    set(&mut editor, "meeting.members", "5").expect("set");
    assert_eq!(template::quorum(editor.document()).expect("a verdict").since, None, "enough at the opening");
    assert_eq!(
        quorum_with_late(3, 1, 6, 4, false, "10:12".parse().ok()),
        "حضر 3 أعضاء من أصل 6 عند افتتاح الاجتماع، واكتمل النصاب القانوني المحدد في 4 أعضاء على الساعة 10:12 بعد التحاق عضو واحد."
    );
    assert_eq!(
        quorum_with_late(20, 2, 27, 14, true, None),
        "حضر أو مُثل بتوكيل 20 عضوا من أصل 27 عند افتتاح الاجتماع، وبذلك اكتمل النصاب القانوني المحدد في 14 عضوا، ثم التحق عضوان."
    );
    assert_eq!(
        quorum_with_late(3, 1, 27, 14, false, None),
        "حضر 3 أعضاء من أصل 27 عند افتتاح الاجتماع، ولم يكتمل النصاب القانوني المحدد في 14 عضوا رغم التحاق عضو واحد بعد ذلك."
    );
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound on time is measured")]
fn a_roll_call_of_a_thousand_costs_less_than_a_frame_for_each_key() {
    let mut editor = editor();
    let all = (0..1_000).map(|n| named(&format!("شخص {n}"))).collect();
    run(&mut editor, Roll::AddAll(all)).expect("added");
    let ids: Vec<PersonId> = list(editor.document()).iter().map(|entry| entry.person).collect();
    let mut times: Vec<std::time::Duration> = ids
        .iter()
        .map(|person| {
            let start = std::time::Instant::now();
            run(&mut editor, Roll::Presence(*person, Presence::Present)).expect("said");
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("roll call of 1,000: {:?} for a key, {:?} the slowest of 100", times[500], times[989]);
    assert!(times[500].as_millis() < 5, "{:?}", times[500]);
}

#[test]
fn proxies_are_looked_at() {
    use mahdar::check::{What, findings};
    let mut editor = editor();
    for n in 0..3 {
        add(&mut editor, named(&format!("شخص {n}")));
    }
    let [first, second, third] = [0, 1, 2].map(|n| id(&editor, n));
    run(&mut editor, Roll::Presence(first, Presence::Proxy(Some(third)))).expect("said");
    run(&mut editor, Roll::Presence(second, Presence::Proxy(Some(third)))).expect("said");
    let keys = |editor: &Editor| -> Vec<What> {
        let all = findings(editor.document()).into_iter().map(|finding| finding.what);
        all.filter(|what| matches!(what, What::HoldsSeveral { .. } | What::ProxyAway { .. })).collect()
    };
    let name = "شخص 2".to_owned();
    assert_eq!(keys(&editor), [What::HoldsSeveral { name: name.clone(), count: 2 }]);
    run(&mut editor, Roll::Presence(second, Presence::Present)).expect("said");
    run(&mut editor, Roll::Presence(third, Presence::Excused)).expect("said");
    assert_eq!(keys(&editor), [What::ProxyAway { name }]);
}

/// A record with a body, these groups, and these people in this state, the first of whom chairs.
fn meeting(groups: &[&str], people: &[(&str, Gender, Presence)]) -> Editor {
    let mut editor = editor();
    set(&mut editor, "meeting.body.name", "الكتابة الجهوية").expect("set");
    for (n, words) in groups.iter().enumerate() {
        set(&mut editor, &format!("meeting.groups.{n}.oblique"), words).expect("set");
    }
    for (name, gender, presence) in people {
        let person = Person { name: (*name).into(), gender: *gender, ..Person::default() };
        let who = Who::New(Box::new(person));
        run(&mut editor, Roll::Add { who, at: usize::MAX, presence: *presence }).expect("added");
    }
    if !people.is_empty() {
        let chair = id(&editor, 0);
        run(&mut editor, Roll::Chair(chair)).expect("chairs");
    }
    editor
}

const CHAIR: (&str, Gender, Presence) = ("ليلى المرابط", Gender::Female, Presence::Present);

fn came(groups: &[&str], people: &[(&str, Gender, Presence)]) -> String {
    template::attendance_sentence(meeting(groups, people).document())
}

#[test]
fn who_chairs_does_not_attend_themselves() {
    let other = ("مليكة الريحاني", Gender::Female, Presence::Present);
    assert_eq!(came(&[], &[CHAIR, other]), "بحضور السيدة مليكة الريحاني");
    assert_eq!(came(&[], &[CHAIR]), "", "nobody else came");
}

#[test]
fn a_group_hides_no_guest_and_nobody_it_does_not_stand_for() {
    let member = ("مليكة الريحاني", Gender::Female, Presence::Present);
    let guest = ("عمر الوزاني", Gender::Male, Presence::Guest);
    assert_eq!(
        came(&["أعضاء الكتابة الجهوية"], &[CHAIR, member, guest]),
        "بحضور السيدات والسادة أعضاء الكتابة الجهوية والسيد عمر الوزاني",
        "members whom a group stands for are not named again"
    );
    assert_eq!(
        came(&["أعضاء الكتابة"], &[CHAIR, member]),
        "بحضور السيدات والسادة أعضاء الكتابة",
        "nor where the body is named in short"
    );
    assert_eq!(
        came(&["رؤساء الجماعات"], &[CHAIR, member, guest]),
        "بحضور السيدة مليكة الريحاني، والسيدات والسادة رؤساء الجماعات، والسيد عمر الوزاني"
    );
    let away = ("سعاد البكاي", Gender::Female, Presence::Excused);
    assert_eq!(came(&["رؤساء الجماعات"], &[CHAIR, away]), "بحضور السيدات والسادة رؤساء الجماعات");
}

#[test]
fn a_group_that_addresses_its_people_itself_takes_no_title() {
    for (groups, words) in [
        (
            &["السيدات والسادة رؤساء الجماعات", "المناضلات والمناضلين"][..],
            "السيدات والسادة رؤساء الجماعات، والمناضلات والمناضلين",
        ),
        (&["المناضلات والمناضلين"], "المناضلات والمناضلين"),
        (&["المناضلات والمناضلين", "رؤساء الجماعات"], "المناضلات والمناضلين، والسيدات والسادة رؤساء الجماعات"),
        (&["المناضلات والمناضلين", "عضوات وأعضاء الفروع"], "المناضلات والمناضلين، وعضوات وأعضاء الفروع"),
        (&["السادة رؤساء الجماعات"], "السادة رؤساء الجماعات"),
        (&["السيد رئيس الجماعة"], "السيد رئيس الجماعة"),
        (&["كافة عضوات وأعضاء الفروع"], "كافة عضوات وأعضاء الفروع"),
        (&["عدد من المنخرطين"], "عدد من المنخرطين"),
        (
            &["السيدات والسادة رؤساء الجماعات", "برلمانيي الجهة"],
            "السيدات والسادة رؤساء الجماعات، وبرلمانيي الجهة",
        ),
        (&["رؤساء الجماعات", "برلمانيي الجهة"], "السيدات والسادة رؤساء الجماعات وبرلمانيي الجهة"),
        (
            &["عضوات وأعضاء الفروع", "المناضلات والمناضلين", "رؤساء الجماعات"],
            "السيدات والسادة عضوات وأعضاء الفروع، والمناضلات والمناضلين، ورؤساء الجماعات",
        ),
    ] {
        assert_eq!(came(groups, &[]), format!("بحضور {words}"));
    }
}

/// The minutes, a line each.
fn minutes(editor: &Editor) -> Vec<String> {
    let view = template::View::of(mahdar::document::OutputKind::Minutes);
    template::compose(editor.document(), &view).paragraphs.iter().map(|p| p.text.clone()).collect()
}

#[test]
fn an_excuse_and_an_hour_are_told_of_those_they_fit() {
    let mut editor = meeting(&[], &[CHAIR, ("عمر الوزاني", Gender::Male, Presence::Excused)]);
    let who = id(&editor, 1);
    set(&mut editor, "meeting.attendance.1.reason", "عذر صحي").expect("set");
    assert!(minutes(&editor).contains(&"السيد عمر الوزاني (عذر صحي)".to_owned()), "{:?}", minutes(&editor));
    run(&mut editor, Roll::Presence(who, Presence::Present)).expect("called");
    set(&mut editor, "meeting.attendance.1.arrived", "10:30").expect("set");
    set(&mut editor, "meeting.attendance.1.left", "12:00").expect("set");
    let there = "السيد عمر الوزاني (التحق على الساعة 10:30، غادر على الساعة 12:00)".to_owned();
    assert!(minutes(&editor).contains(&there), "who is there needs no excuse: {:?}", minutes(&editor));
    for away in [Presence::Excused, Presence::Absent] {
        run(&mut editor, Roll::Presence(who, away)).expect("called");
        let lines = minutes(&editor);
        assert!(
            lines.contains(&"السيد عمر الوزاني (عذر صحي)".to_owned()),
            "who is away came never: {lines:?}"
        );
        let view = template::View::of(mahdar::document::OutputKind::AttendanceSheet);
        let sheet = template::compose(editor.document(), &view);
        let cells = sheet.paragraphs.iter().filter_map(|p| p.row.as_ref()).flat_map(|row| &row.cells);
        let told: Vec<&str> = cells.map(|cell| cell.text.as_str()).collect();
        assert!(!told.iter().any(|cell| cell.contains("10:30") || cell.contains("12:00")), "{told:?}");
    }
    run(&mut editor, Roll::Presence(who, Presence::Present)).expect("called");
    assert!(minutes(&editor).contains(&there), "nothing of it was lost");
}

#[test]
fn a_title_typed_before_a_name_becomes_the_title_whatever_the_way() {
    let written = "السيدة مليكة الريحاني";
    let is_right = |person: &Person, way: &str| {
        let is = (person.name.as_str(), person.gender, person.honorific);
        assert_eq!(is, ("مليكة الريحاني", Gender::Female, Honorific::Mr), "{way}");
    };
    for path in ["meeting.chairs.0.name", "meeting.rapporteur.name", "meeting.attendance.0.name"] {
        let mut editor = editor();
        set(&mut editor, path, written).expect("set");
        assert_eq!(read(&editor, path), "مليكة الريحاني");
        assert_eq!(read(&editor, &path.replace("name", "gender")), "female");
        editor.undo();
        assert_eq!(editor.document(), &blank(), "{path}: one thing to take back");
    }
    let mut editor = editor();
    add(&mut editor, named(written));
    is_right(editor.document().person(id(&editor, 0)).expect("known"), "a roll");
    let who = named("دة. زهرة الفيلالي");
    editor.run(Command::Appoint { post: Post::Chair(0), who, was: None }, &at(0)).expect("appointed");
    let chair = editor.document().person(editor.document().meeting().chairs[0]).expect("known").clone();
    assert_eq!((chair.name.as_str(), chair.honorific), ("زهرة الفيلالي", Honorific::Doctor));
    let roll = Roll::Person { person: person_id(1), field: PersonField::Name, value: written.into() };
    run(&mut editor, roll).expect("renamed");
    is_right(editor.document().person(person_id(1)).expect("known"), "a form");
}

#[test]
fn what_was_stated_of_somebody_new_stays_and_what_is_typed_last_holds() {
    let mut editor = editor();
    let stated = Person {
        name: "السيد عمر الوزاني".into(),
        gender: Gender::Male,
        honorific: Honorific::Professor,
        ..Person::default()
    };
    add(&mut editor, Who::New(Box::new(stated.clone())));
    let kept = editor.document().person(id(&editor, 0)).expect("known").clone();
    assert_eq!(kept, Person { name: "عمر الوزاني".into(), ..stated });
    set(&mut editor, "meeting.attendance.0.name", "السيدة عائشة الوزاني").expect("set");
    assert_eq!(read(&editor, "meeting.attendance.0.gender"), "female", "nobody prints «السيد عائشة»");
    set(&mut editor, "meeting.attendance.0.name", "السيدة").expect("set");
    assert_eq!(
        read(&editor, "meeting.attendance.0.name"),
        "السيدة",
        "a title alone is all there is of the name yet"
    );
}

#[test]
fn more_members_present_than_there_are_is_told_and_no_quorum_is_claimed() {
    use mahdar::check::{Certainty, What, findings};
    let states = [
        ("أ", Presence::Present),
        ("ب", Presence::Present),
        ("ج", Presence::Proxy(None)),
        ("د", Presence::Absent),
        ("ه", Presence::Guest),
    ];
    let people: Vec<_> = states.iter().map(|(name, presence)| (*name, Gender::Female, *presence)).collect();
    let mut editor = meeting(&[], &people);
    set(&mut editor, "meeting.quorum", "majority").expect("set");
    let found = |editor: &Editor| {
        let all = findings(editor.document()).into_iter();
        all.filter(|finding| matches!(finding.what, What::OverMembers { .. })).collect::<Vec<_>>()
    };
    assert!(found(&editor).is_empty());
    set(&mut editor, "meeting.members", "3").expect("set");
    assert!(found(&editor).is_empty(), "a guest is no member");
    set(&mut editor, "meeting.members", "2").expect("set");
    assert_eq!(template::quorum(editor.document()), None);
    assert!(!minutes(&editor).iter().any(|line| line.contains("من أصل")), "{:?}", minutes(&editor));
    let told = found(&editor);
    assert_eq!(told[0].what, What::OverMembers { present: 3, members: 2, listed: 4 });
    assert_eq!(told[0].certainty, Certainty::Warning);
    // A fresh editor of the same record: a number written again in one go is one group.
    let mut editor = Editor::new(editor.document().clone(), 9);
    once(&mut editor, &told[0].fixes[0].command);
    assert_eq!(read(&editor, "meeting.members"), "4");
    assert!(found(&editor).is_empty());
    let told = "حضر أو مُثل بتوكيل 3 أعضاء من أصل 4، وبذلك اكتمل النصاب القانوني المحدد في 3 أعضاء.";
    assert!(minutes(&editor).contains(&told.to_owned()), "{:?}", minutes(&editor));
}
