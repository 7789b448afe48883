//! What one block carries beside its words, changed by commands: one undo each, nothing half done.
use mahdar::arabic::{Date, Gender};
use mahdar::document::{
    AgendaItem, AgendaState, Audience, BlockId, Decision, Document, Id, Kind, Matter, Progress,
    Recommendation, RecordId, Signatures, Speaker, Vote,
};
use mahdar::edit::{Command, EditError, Editor, Seat};

use crate::record::at;

/// A record with one empty block of this kind.
fn with(kind: Kind) -> (Editor, BlockId) {
    let mut editor = Editor::new(Document::new(RecordId(1)), 7);
    editor.run(Command::Append(kind), &at(0)).unwrap();
    let id = editor.document().blocks()[0].id;
    (editor, id)
}

fn kind(editor: &Editor, id: BlockId) -> &Kind {
    &editor.document().block(id).unwrap().kind
}

fn name(editor: &mut Editor, block: BlockId, seat: Seat, name: &str, millis: u64) {
    editor.run(Command::SetBlockPerson { block, seat, name: name.into() }, &at(millis)).unwrap();
}

#[test]
fn a_recommendation_gets_its_follow_up_in_one_undo() {
    let (mut editor, id) = with(Kind::recommendation(2));
    let full = Kind::Recommendation(Recommendation {
        depth: 2,
        addressee: "المجالس الجماعية".into(),
        responsible: "لجنة الماء".into(),
        due: Date::new(2027, 3, 31),
        state: Progress::InProgress,
        vote: Some(Vote::Counted { yes: 17, no: 2, abstained: 3 }),
    });
    let before = editor.document().clone();
    editor.run(Command::SetBlockKind(id, full.clone()), &at(1000)).unwrap();
    assert_eq!(*kind(&editor, id), full);
    let state = editor.state();
    editor.run(Command::SetBlockKind(id, full.clone()), &at(9000)).unwrap();
    assert_eq!(editor.state(), state, "the same again is no change");
    editor.undo();
    assert_eq!(*editor.document(), before);
    editor.redo();
    assert_eq!(*kind(&editor, id), full);
}

#[test]
fn words_written_about_a_block_in_one_go_are_one_undo_and_are_stored_like_words_of_the_text() {
    let (mut editor, id) = with(Kind::recommendation(2));
    let before = kind(&editor, id).clone();
    let written = |words: &str| {
        Kind::Recommendation(Recommendation {
            depth: 2,
            responsible: words.into(),
            ..Recommendation::default()
        })
    };
    for (n, words) in ["ل", "لج", "لجنة\nا\u{654}مل"].iter().enumerate() {
        editor.run(Command::SetBlockKind(id, written(words)), &at(1000 + 100 * n as u64)).unwrap();
    }
    assert_eq!(*kind(&editor, id), written("لجنة أمل"), "one line, in normal form C");
    editor.undo();
    assert_eq!(*kind(&editor, id), before);
}

#[test]
fn a_block_that_is_not_there_is_refused_and_nothing_changes() {
    let (mut editor, _) = with(Kind::Decision(Decision::default()));
    let gone = BlockId(Id { session: 99, counter: 1 });
    let before = editor.document().clone();
    let commands = [
        Command::SetBlockKind(gone, Kind::default()),
        Command::SetBlockAudience(gone, Audience::MinutesOnly),
        Command::SetBlockPerson { block: gone, seat: Seat::Speaker, name: "فلان".into() },
    ];
    for command in commands {
        assert!(matches!(editor.run(command, &at(0)), Err(EditError::Step(_))));
    }
    assert_eq!(*editor.document(), before);
}

#[test]
fn a_new_name_becomes_a_person_in_the_same_undo_and_a_known_one_is_not_doubled() {
    let (mut editor, id) = with(Kind::AgendaItem(AgendaItem::default()));
    name(&mut editor, id, Seat::Presenter, " حدو الخروبي ", 1000);
    let (person, entry) = editor.document().people().first_key_value().unwrap();
    let (person, entry) = (*person, entry.clone());
    assert_eq!((entry.name.as_str(), entry.gender), ("حدو الخروبي", Gender::Unknown));
    let presented = Kind::AgendaItem(AgendaItem { presenter: Some(person), state: AgendaState::Open });
    assert_eq!(*kind(&editor, id), presented);
    // The same person by another spelling.
    editor.run(Command::Append(Kind::Quote(Speaker::default())), &at(2000)).unwrap();
    let quote = editor.document().blocks()[1].id;
    name(&mut editor, quote, Seat::Speaker, "حدّو الخروبى", 3000);
    assert_eq!(*kind(&editor, quote), Kind::Quote(Speaker::Person(person)));
    assert_eq!(editor.document().people().len(), 1);
    name(&mut editor, id, Seat::Presenter, "", 4000);
    assert_eq!(*kind(&editor, id), Kind::AgendaItem(AgendaItem::default()));
    for _ in 0..4 {
        editor.undo();
    }
    assert!(editor.document().people().is_empty());
    assert_eq!(*kind(&editor, id), Kind::AgendaItem(AgendaItem::default()));
}

#[test]
fn signatories_and_members_are_added_replaced_and_taken_away_by_place() {
    let (mut editor, id) = with(Kind::Signatures(Signatures::default()));
    name(&mut editor, id, Seat::Signatory(0), "رقية الصفصافي", 0);
    name(&mut editor, id, Seat::Signatory(1), "بوجمعة العرعار", 0);
    name(&mut editor, id, Seat::Signatory(2), "رقية الصفصافي", 0);
    let names = |editor: &Editor| -> Vec<String> {
        let Kind::Signatures(list) = kind(editor, id) else { panic!("signatures") };
        list.signatories.iter().map(|p| editor.document().person(*p).unwrap().name.clone()).collect()
    };
    assert_eq!(names(&editor), ["رقية الصفصافي", "بوجمعة العرعار"], "nobody signs twice");
    name(&mut editor, id, Seat::Signatory(0), "حدو الخروبي", 0);
    assert_eq!(names(&editor), ["حدو الخروبي", "بوجمعة العرعار"]);
    name(&mut editor, id, Seat::Signatory(0), "", 0);
    assert_eq!(names(&editor), ["بوجمعة العرعار"]);
    let far = Command::SetBlockPerson { block: id, seat: Seat::Signatory(5), name: "x".into() };
    let people = editor.document().people().len();
    assert!(matches!(editor.run(far, &at(0)), Err(EditError::NoSeat(_))));
    assert_eq!(editor.document().people().len(), people, "a refusal makes nobody");
}

#[test]
fn a_decision_has_the_seats_of_its_matter_only() {
    let (mut editor, id) = with(Kind::Decision(Decision::default()));
    let seat = |seat| Command::SetBlockPerson { block: id, seat, name: "سعاد".into() };
    assert!(editor.run(seat(Seat::Appointed), &at(0)).is_err());
    let matter = Matter::Appointment { person: None, post: "منسقة".into() };
    let decision = Kind::Decision(Decision { matter, vote: Some(Vote::Unanimous) });
    editor.run(Command::SetBlockKind(id, decision), &at(0)).unwrap();
    editor.run(seat(Seat::Appointed), &at(0)).unwrap();
    assert!(editor.run(seat(Seat::Member(0)), &at(0)).is_err());
    let Kind::Decision(Decision { matter: Matter::Appointment { person: Some(_), post }, vote }) =
        kind(&editor, id)
    else {
        panic!("an appointment")
    };
    assert_eq!((post.as_str(), *vote), ("منسقة", Some(Vote::Unanimous)));
}

#[test]
fn one_block_changes_its_readers_wherever_the_caret_is() {
    let (mut editor, first) = with(Kind::default());
    editor.run(Command::Append(Kind::default()), &at(0)).unwrap();
    editor.run(Command::SetBlockAudience(first, Audience::MinutesOnly), &at(0)).unwrap();
    let readers = |editor: &Editor| editor.document().blocks().iter().map(|b| b.audience).collect::<Vec<_>>();
    assert_eq!(readers(&editor), [Audience::MinutesOnly, Audience::Both]);
    editor.undo();
    assert_eq!(readers(&editor), [Audience::Both, Audience::Both]);
}

#[test]
fn a_title_typed_into_a_seat_finds_who_is_known_and_says_their_gender() {
    let kind = Kind::Intervention(Speaker::Unnamed);
    let (mut editor, id) = with(kind.clone());
    name(&mut editor, id, Seat::Speaker, "ليلى المرابط", 0);
    let person = |editor: &Editor| {
        let people = editor.document().people();
        people.values().map(|person| (person.name.clone(), person.gender)).collect::<Vec<_>>()
    };
    assert_eq!(person(&editor), [("ليلى المرابط".to_owned(), Gender::Unknown)]);
    editor.run(Command::SetBlockKind(id, kind), &at(1000)).unwrap();
    name(&mut editor, id, Seat::Speaker, "السيدة ليلى المرابط", 9000);
    assert_eq!(person(&editor), [("ليلى المرابط".to_owned(), Gender::Female)]);
    name(&mut editor, id, Seat::Speaker, "السيد حمو الدومي", 20_000);
    assert_eq!(person(&editor)[1], ("حمو الدومي".to_owned(), Gender::Male));
    assert_eq!(editor.document().check(), []);
}
