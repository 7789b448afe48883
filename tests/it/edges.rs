//! What commands do at the edges: the first and the last, nothing chosen, the same again, another meaning.

use std::path::Path;

use mahdar::document::{
    AgendaItem, AgendaState, Annex, Atom, BlockReview, Change, ChangeId, Decision, Entry, Field, Flaw, Id,
    Kind, Limit, Matter, Note, NoteMark, Pending, PersonForm, Piece, Presence, QuorumRule, RecordId,
    RichText, Signatures, Source, Speaker, Stamp, Step, StepError, Subject, Template,
};
use mahdar::edit::{Command, EditError, Editor, Fragment, Part, Roll, Seat, Shift, Who};
use mahdar::store::{OpenError, parse, write};

use crate::record::{at, block_id, open, person_id, show};
use crate::samples::holds;

fn golden() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
}

/// The frozen file that holds everything format 1 can.
fn everything() -> String {
    std::fs::read_to_string(golden().join("format1/everything.mahdar")).unwrap()
}

#[track_caller]
fn run(editor: &mut Editor, command: Command) {
    editor.run(command, &at(0)).unwrap();
}

#[track_caller]
fn press(before: &str, command: Command, after: &str) {
    let mut editor = open(before);
    run(&mut editor, command);
    assert_eq!(show(&editor), after);
}

fn kind(editor: &Editor, counter: u32) -> Kind {
    editor.document().block(block_id(counter)).unwrap().kind.clone()
}

fn seat(editor: &mut Editor, block: u32, seat: Seat, name: &str) {
    run(editor, Command::SetBlockPerson { block: block_id(block), seat, name: name.into() });
}

// Blocks.

#[test]
fn a_kind_chosen_again_keeps_what_the_block_carries_and_a_full_one_takes_its_place() {
    let person = Some(person_id(1));
    let decided = |words: &str| Kind::Decision(Decision { matter: Matter::Plan(words.into()), vote: None });
    let noted = |mark| Kind::Note(Note { mark, ..Note::default() });
    let taken = |state| Kind::AgendaItem(AgendaItem { presenter: person, state });
    let signed = |counters: &[u32]| {
        Kind::Signatures(Signatures { signatories: counters.iter().map(|n| person_id(*n)).collect() })
    };
    let filed = |file: &str| Kind::Annex(Annex { file: file.into() });
    let pairs = [
        (decided("أ"), decided("ب"), Kind::Decision(Decision::default())),
        (noted(NoteMark::Task), noted(NoteMark::Quote), Kind::Note(Note::default())),
        (taken(AgendaState::Done), taken(AgendaState::Carried), Kind::AgendaItem(AgendaItem::default())),
        (signed(&[1]), signed(&[2, 1]), Kind::Signatures(Signatures::default())),
        (filed("a.pdf"), filed("b.pdf"), Kind::Annex(Annex::default())),
    ];
    for (one, other, bare) in pairs {
        let mut editor = open("نص|");
        run(&mut editor, Command::SetKind(one.clone()));
        assert_eq!(kind(&editor, 1), one);
        run(&mut editor, Command::SetKind(bare));
        assert_eq!(kind(&editor, 1), one, "chosen again");
        run(&mut editor, Command::SetKind(other.clone()));
        assert_eq!(kind(&editor, 1), other);
    }
}

#[test]
fn an_item_goes_up_no_further_than_below_its_axis() {
    press("axis: أ\nitem: ب\nsection: ج|", Command::Move(Shift::Up), "axis: أ\nsection: ج|\nitem: ب");
    press("item: ب\nsection: ج|", Command::Move(Shift::Up), "section: ج|\nitem: ب");
    press("نص\nitem: ب\nsection: ج|", Command::Move(Shift::Up), "نص\nsection: ج|\nitem: ب");
}

#[test]
fn every_block_with_a_seat_is_sat_in() {
    let mut editor = open("نص|");
    run(&mut editor, Command::SetBlockKind(block_id(1), Kind::Note(Note::default())));
    seat(&mut editor, 1, Seat::Speaker, "ليلى المرابط");
    assert_eq!(
        kind(&editor, 1),
        Kind::Note(Note { speaker: Speaker::Person(person_id(1)), ..Note::default() })
    );
    seat(&mut editor, 1, Seat::Speaker, "");
    assert_eq!(kind(&editor, 1), Kind::Note(Note::default()));
    let committee = |members: &[u32]| {
        let members = members.iter().map(|n| person_id(*n)).collect();
        Kind::Decision(Decision {
            matter: Matter::Committee { name: "لجنة".into(), members }, vote: None
        })
    };
    run(&mut editor, Command::SetBlockKind(block_id(1), committee(&[])));
    seat(&mut editor, 1, Seat::Member(0), "ليلى المرابط");
    seat(&mut editor, 1, Seat::Member(1), "سعيد العلوي");
    assert_eq!(kind(&editor, 1), committee(&[1, 2]));
    seat(&mut editor, 1, Seat::Member(2), "");
    assert_eq!(kind(&editor, 1), committee(&[1, 2]), "an empty place past the end stays empty");
    seat(&mut editor, 1, Seat::Member(0), "");
    assert_eq!(kind(&editor, 1), committee(&[2]));
}

fn worded(old: &str, words: &str) -> String {
    let mut editor = open(old);
    run(&mut editor, Command::SetBlockWords(block_id(1), words.into()));
    show(&editor).replace('|', "")
}

#[test]
fn words_written_in_a_form_change_only_what_differs() {
    assert_eq!(worded("أول ثان *ثالث*", "أول آخر ثالث"), "أول آخر *ثالث*");
    assert_eq!(worded("*أول* ثان ثالث", "أول ثان أخير"), "*أول* ثان أخير");
    assert_eq!(worded("أول وسط *ثالث*", "أول ثالث"), "أول *ثالث*", "words taken out");
    assert_eq!(worded("وسط *ثالث*", "أول وسط ثالث"), "أول وسط *ثالث*", "words put before");
    assert_eq!(worded("أول", ""), "");
    let mut editor = open("أول *ثان*");
    let done = editor.run(Command::SetBlockWords(block_id(1), "أول ثان".into()), &at(0)).unwrap();
    assert!(done.steps.is_empty(), "the same words are no change");
}

#[test]
fn a_caret_in_a_block_that_goes_finds_the_one_before_or_the_one_after() {
    let gone = |before: &str, counter: u32| {
        let mut editor = open(before);
        run(&mut editor, Command::RemoveBlock(block_id(counter)));
        show(&editor)
    };
    assert_eq!(gone("أ|ب\nجد", 1), "جد|");
    assert_eq!(gone("أب\nج|د", 2), "أب|");
    assert_eq!(gone("أ|ب\nجد", 2), "أ|ب", "a caret elsewhere stays");
    assert_eq!(gone("أ[ب\nج|د", 2), "أب|", "so does a selection that reaches in");
    assert_eq!(gone("أ[ب\nج|د", 1), "جد|");
}

#[test]
fn an_agenda_item_has_its_heading_only_where_a_heading_says_its_words() {
    let mut editor = open("الماء\nheading: الغابة\nagenda: الماء\nagenda: الغابة");
    run(&mut editor, Command::Proceedings);
    let heads: Vec<&str> = editor
        .document()
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, Kind::Heading(_)))
        .map(|block| block.text.text())
        .collect();
    assert_eq!(heads, ["الغابة", "الماء"]);
}

// People.

fn listed(editor: &Editor) -> Vec<u32> {
    editor.document().meeting().attendance.people.iter().map(|one| one.person.0.counter).collect()
}

#[test]
fn people_and_groups_move_down_to_the_end_and_no_further() {
    let mut editor = open("");
    for counter in [1, 2] {
        let (who, presence) = (Who::Known(person_id(counter)), Presence::Guest);
        run(&mut editor, Command::Roll(Roll::Add { who, at: 9, presence }));
    }
    assert!(editor.document().meeting().attendance.people.iter().all(|one| one.presence == Presence::Guest));
    run(&mut editor, Command::Roll(Roll::Move(person_id(1), Shift::Down)));
    assert_eq!(listed(&editor), [2, 1]);
    let done = editor.run(Command::Roll(Roll::Move(person_id(1), Shift::Down)), &at(0)).unwrap();
    assert!(done.steps.is_empty());
    for (n, name) in ["أ", "ب", "ج"].iter().enumerate() {
        let path = format!("meeting.groups.{n}.nominative").parse().unwrap();
        run(&mut editor, Command::SetField { path, value: (*name).into() });
    }
    let groups = |editor: &Editor| -> String {
        editor.document().meeting().attendance.groups.iter().map(|group| group.nominative.clone()).collect()
    };
    run(&mut editor, Command::Roll(Roll::MoveGroup(0, Shift::Down)));
    assert_eq!(groups(&editor), "بأج");
    run(&mut editor, Command::Roll(Roll::MoveGroup(1, Shift::Down)));
    assert_eq!(groups(&editor), "بجأ");
    let done = editor.run(Command::Roll(Roll::MoveGroup(2, Shift::Down)), &at(0)).unwrap();
    assert!(done.steps.is_empty());
}

#[test]
fn whoever_had_somebody_stand_in_can_be_said_to_have_come() {
    let mut editor = open("");
    for counter in [1, 2] {
        let (who, presence) = (Who::Known(person_id(counter)), Presence::Unknown);
        run(&mut editor, Command::Roll(Roll::Add { who, at: 9, presence }));
    }
    let mut say = |value: &str| {
        let path = "meeting.attendance.0.presence".parse().unwrap();
        run(&mut editor, Command::SetField { path, value: value.into() });
        editor.document().meeting().attendance.people[0].presence
    };
    assert_eq!(say(&format!("proxy:{}", person_id(2))), Presence::Proxy(Some(person_id(2))));
    assert_eq!(say("proxy"), Presence::Proxy(Some(person_id(2))), "said again");
    assert_eq!(say("present"), Presence::Present);
    assert_eq!(say("proxy"), Presence::Proxy(None));
}

#[test]
fn nobody_is_forgotten_while_a_value_is_suggested() {
    let forgotten = |pending: Pending| {
        let mut document = open("نص").document().clone();
        let change = Change { author: "سعيد".into(), at: Stamp(1), pending };
        let id = ChangeId(Id { session: 3, counter: 1 });
        document.apply(Step::Put(Entry::Change(id, Some(Box::new(change))))).unwrap();
        let mut editor = Editor::new(document, 7);
        let (who, presence) = (Who::Known(person_id(1)), Presence::Present);
        run(&mut editor, Command::Roll(Roll::Add { who, at: 0, presence }));
        run(&mut editor, Command::Roll(Roll::Remove(person_id(1))));
        editor.document().person(person_id(1)).is_none()
    };
    assert!(!forgotten(Pending::Field(Field::Chairs(vec![person_id(1)]))));
    assert!(!forgotten(Pending::Kind(block_id(1), Kind::Intervention(Speaker::Person(person_id(1))))));
    assert!(forgotten(Pending::Text));
}

#[test]
fn a_field_about_somebody_known_stays_a_field_when_it_is_pasted() {
    let stranger = mahdar::document::PersonId(Id { session: 99, counter: 1 });
    let about = |id| {
        let verb =
            Atom::Verb { masculine: "قال".into(), feminine: "قالت".into(), of: Subject::Person(id) };
        [Piece::Field(verb), Piece::Field(Atom::Person(id, PersonForm::Name))]
    };
    let pasted = |id| {
        let mut editor = open("|");
        let text = RichText::from_pieces(about(id)).unwrap();
        let part = Part { kind: None, audience: mahdar::document::Audience::Both, text };
        run(&mut editor, Command::Paste(Fragment { parts: vec![part] }));
        editor.document().blocks()[0].text.clone()
    };
    assert_eq!(pasted(person_id(1)).pieces(), about(person_id(1)));
    assert_eq!(pasted(stranger).atoms().count(), 0);
    assert!(!pasted(stranger).is_empty());
}

// What is taken back.

#[test]
fn a_value_written_letter_by_letter_is_one_step_to_take_back() {
    let set = |path: &str, value: &str| {
        let (path, value) = (path.parse().unwrap(), value.into());
        Command::SetField { path, value }
    };
    let mut fixture = open("نص");
    run(&mut fixture, set("meeting.attendance.0.name", "أمينة"));
    run(&mut fixture, set("meeting.groups.0.nominative", "أعضاء"));
    let listed = fixture.document().meeting().attendance.people[0].person;
    let document = fixture.document().clone();
    let written: [&dyn Fn(&str) -> Command; 8] = [
        &|value| set("meeting.attendance.0.reason", value),
        &|value| set("meeting.groups.0.oblique", value),
        &|value| set("outputs.communique.number", value),
        &|value| set("meeting.venue", value),
        &|value| set("meeting.attendance.0.role", value),
        &|value| {
            let (field, value) = (mahdar::document::PersonField::Body, value.into());
            Command::Roll(Roll::Person { person: listed, field, value })
        },
        &|value| Command::SetBlockKind(block_id(1), Kind::Annex(Annex { file: value.into() })),
        &|value| Command::SetBlockWords(block_id(1), value.into()),
    ];
    for (which, write) in written.iter().enumerate() {
        let mut editor = Editor::new(document.clone(), 7);
        let mut millis = 0;
        for value in ["س", "سف", "سفر"] {
            editor.run(write(value), &at(millis)).unwrap();
            millis += 200;
        }
        assert_ne!(editor.document(), &document, "{which}");
        assert_eq!(editor.undo().steps.len(), 1, "{which}");
        assert_eq!(editor.document(), &document, "{which}");
        assert!(!editor.can_undo() && editor.can_redo(), "{which}");
        editor.redo();
        assert!(editor.can_undo() && !editor.can_redo(), "{which}");
    }
}

#[test]
fn another_record_in_the_place_of_one_begins_with_nothing_to_take_back() {
    let mut editor = open("أ|");
    let typed = |editor: &mut Editor, words: &str| run(editor, Command::Type(words.into()));
    typed(&mut editor, "ب");
    editor.undo();
    typed(&mut editor, "ج");
    editor.undo();
    let (other, states) = (open("د").document().clone(), [editor.state(), 0, 1, 2]);
    editor.begin_anew(other, 8);
    assert!(!editor.can_undo() && !editor.can_redo());
    let begun = editor.state();
    assert!(!states.contains(&begun), "a state there never was");
    typed(&mut editor, "ه");
    assert_ne!(editor.state(), begun);
    editor.undo();
    assert_eq!(editor.state(), begun, "back where the other record began");
}

#[test]
fn another_record_in_the_place_of_one_is_weighed_anew() {
    let mut heavy = open("د").document().clone();
    let source = Source {
        name: "محضر.txt".into(),
        text: "a".repeat(Limit::Record.most() - (1 << 19)).into(),
        guesses: Vec::new(),
    };
    heavy.apply(Step::SetField(Field::Source(Some(source)))).unwrap();
    let mut editor = open("أ|");
    run(&mut editor, Command::Type("ب".into()));
    editor.begin_anew(heavy, 8);
    let words = format!("{}\n", "س".repeat(100_000)).repeat(4);
    let refused = editor.run(Command::PasteText(words), &at(0)).unwrap_err();
    assert_eq!(refused, EditError::Step(StepError::Beyond(Limit::Record)));
}

#[test]
fn a_line_break_is_taken_back_without_the_letters_before_it() {
    let mut editor = open("|");
    editor.run(Command::Type("أ".into()), &at(0)).unwrap();
    editor.run(Command::Type("\n".into()), &at(100)).unwrap();
    assert_eq!(show(&editor), "أ\n|");
    editor.undo();
    assert_eq!(show(&editor), "أ|");
}

#[test]
fn nothing_is_forgotten_sooner_for_being_taken_back_and_done_again_or_written_over() {
    let mut editor = open("أ|");
    let before = editor.document().clone();
    run(&mut editor, Command::Type("ب".into()));
    run(&mut editor, Command::SelectAll);
    editor.run(Command::PasteText("س".repeat(200_000)), &at(5_000)).unwrap();
    run(&mut editor, Command::SelectAll);
    editor.run(Command::Type("ج".into()), &at(9_000)).unwrap();
    for _ in 0..60 {
        editor.undo();
        editor.redo();
    }
    let write = |letter: &str| {
        let (path, value) = ("meeting.venue".parse().unwrap(), letter.repeat(Limit::Line.most()));
        Command::SetField { path, value }
    };
    for n in 0..600 {
        editor.run(write(if n % 2 == 0 { "م" } else { "ن" }), &at(20_000 + n)).unwrap();
    }
    for _ in 0..4 {
        editor.undo();
    }
    assert_eq!(*editor.document(), before, "four changes, four steps back");
    assert!(!editor.can_undo());
}

// Whole records.

#[test]
fn every_word_of_a_record_is_cleaned_wherever_it_stands() {
    let clean = everything();
    let dirty = parse(clean.replace('ا', "\u{200B}ا\u{200B}").as_bytes()).unwrap();
    let clean = parse(clean.as_bytes()).unwrap();
    assert_ne!(dirty, clean);
    let mut editor = Editor::new(dirty.clone(), 7);
    run(&mut editor, Command::Tidy);
    assert_eq!(write(editor.document()), write(&clean));
    editor.undo();
    assert_eq!(*editor.document(), dirty);
}

#[test]
fn a_suggested_title_is_cleaned_without_losing_its_fields() {
    let suggestion = |words: &str| {
        let clean = everything();
        let output = "entry: Some((kind: News, number: \"9\"))";
        assert!(clean.contains(output));
        let title = format!(
            "entry: Some((kind: News, title: [Text(\"{words}\"), Field(Number), Marked([Bold], \"{words}\")]))"
        );
        parse(clean.replace(output, &title).as_bytes()).unwrap()
    };
    let mut editor = Editor::new(suggestion("خبر\u{200B} عن الماء\u{200B}"), 7);
    run(&mut editor, Command::Tidy);
    assert_eq!(write(editor.document()), write(&suggestion("خبر عن الماء")));
}

#[test]
fn a_record_s_frame_is_its_template() {
    let mut document = parse(everything().as_bytes()).unwrap();
    let known = ChangeId(Id { session: 0xc, counter: 1 });
    let agenda = document.blocks()[8].id;
    let review = BlockReview { inserted: Some(known), ..BlockReview::default() };
    document.apply(Step::SetReview(agenda, review)).unwrap();
    let offer = Template { id: "itar".into(), name: "إطار".into(), about: String::new() };
    holds(&golden().join("templates/own.mahdar"), &write(&document.as_template(RecordId(9), offer)));
}

#[test]
fn a_heading_between_two_runs_of_items_keeps_a_place_for_both() {
    let frame = |notation: &str| {
        let template = open(notation).document().as_template(RecordId(9), Template::default());
        show(&Editor::new(template, 7)).replace('|', "")
    };
    assert_eq!(frame("item: أ\nitem: ب\nheading: محور\nitem: ج"), "item: \nheading: محور\nitem: ");
    assert_eq!(frame("item: أ\nheading: \nitem: ج"), "item: \nheading: ");
}

#[test]
fn a_file_that_contradicts_itself_is_told_apart() {
    let flaws = |block: &str| {
        let file = format!(
            "// mahdar 1\n(id: \"00000000000000000000000000000001\", blocks: [(id: \"1.1\", {block})])\n"
        );
        match parse(file.as_bytes()) {
            Ok(document) => document.check(),
            Err(OpenError::Damaged(flaws)) => flaws,
            Err(other) => panic!("{block}: {other}"),
        }
    };
    let nobody = mahdar::document::PersonId(Id { session: 2, counter: 9 });
    let change = ChangeId(Id { session: 3, counter: 1 });
    for block in [
        "kind: Intervention(Person(\"2.9\"))",
        "kind: Quote(Person(\"2.9\"))",
        "kind: Note((speaker: Person(\"2.9\")))",
        "kind: AgendaItem((presenter: Some(\"2.9\")))",
        "kind: Signatures((signatories: [\"2.9\"]))",
        "kind: Decision((matter: Appointment(person: Some(\"2.9\"), post: \"\")))",
        "kind: Decision((matter: Committee(name: \"\", members: [\"2.9\"])))",
        "text: [Field(Person(\"2.9\", Name))]",
        "text: [Field(Verb(masculine: \"قال\", feminine: \"قالت\", of: Person(\"2.9\")))]",
    ] {
        assert_eq!(flaws(block), [Flaw::NoPerson(nobody)], "{block}");
    }
    for block in [
        "review: (inserted: Some(\"3.1\"))",
        "review: (removed: Some(\"3.1\"))",
        "review: (joined: Some(\"3.1\"))",
        "text: [Marked([Inserted(\"3.1\")], \"نص\")]",
        "text: [Marked([Deleted(\"3.1\")], \"نص\")]",
    ] {
        assert_eq!(flaws(block), [Flaw::NoChange(change)], "{block}");
    }
    assert_eq!(flaws("kind: Heading(4)"), [Flaw::Level(block_id(1), 4)]);
    assert_eq!(flaws("kind: Heading(0)"), [Flaw::Level(block_id(1), 0)]);
    assert_eq!(flaws("kind: Recommendation((depth: 4))"), [Flaw::Level(block_id(1), 4)]);
}

#[test]
fn a_number_of_a_rule_is_written_in_digits_alone() {
    for wrong in ["atleast:+5", "atleast:", "atleast:5 ", "+2/3", "2/+3", "3/2", "0/3", "/", "2/300"] {
        assert!(wrong.parse::<QuorumRule>().is_err(), "{wrong}");
    }
    assert_eq!("atleast:5".parse(), Ok(QuorumRule::AtLeast(5)));
    assert_eq!("2/3".parse(), Ok(QuorumRule::Share(2, 3)));
    assert_eq!("٢/٣".parse(), Ok(QuorumRule::Share(2, 3)));
}
