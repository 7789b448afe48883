//! The next meeting made from a record: what stays, what counts on, what is carried, what goes.

use std::path::Path;

use mahdar::arabic::{Date, When};
use mahdar::check;
use mahdar::document::{
    AgendaState, Answer, Audience, Block, BlockId, Document, Field, Id, Kind, Language, OutputKind, Presence,
    Progress, RecordId, RichText, Session, SessionNoun, State, Step,
};
use mahdar::store;
use mahdar::template::{View, compose};

fn sample() -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/regional-minutes.mahdar");
    store::open(&path).unwrap().document
}

fn next(of: &Document) -> Document {
    of.next_meeting(RecordId(9), 0xbeef)
}

fn agenda(document: &Document) -> Vec<String> {
    let items = document.blocks().iter().filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
    items.map(|block| block.text.text().to_owned()).collect()
}

fn recommendations(document: &Document) -> Vec<&Block> {
    let is_one = |block: &&Block| matches!(block.kind, Kind::Recommendation(_)) && !block.text.is_empty();
    document.blocks().iter().map(AsRef::as_ref).filter(is_one).collect()
}

fn with(blocks: &[(Kind, &str)]) -> Document {
    let mut document = Document::new(RecordId(1));
    let mut after = None;
    for (counter, (kind, words)) in (1..).zip(blocks) {
        let id = BlockId(Id { session: 3, counter });
        let block = Block::new(id, kind.clone(), RichText::plain(words));
        document.apply(Step::Insert { after, block: block.into() }).unwrap();
        after = Some(id);
    }
    document
}

fn item(state: AgendaState) -> Kind {
    Kind::AgendaItem(mahdar::document::AgendaItem { state, ..Default::default() })
}

fn recommended(depth: u8, state: Progress) -> Kind {
    let recommendation = mahdar::document::Recommendation { depth, state, ..Default::default() };
    Kind::Recommendation(recommendation)
}

#[test]
fn the_header_counts_on_and_the_members_are_to_be_invited() {
    let (old, new) = (sample(), next(&sample()));
    let (was, is) = (old.meeting(), new.meeting());
    assert_eq!(is.session.ordinal, Some(8));
    assert_eq!((&is.body, &is.chairs, is.rapporteur), (&was.body, &was.chairs, was.rapporteur));
    assert_eq!(is.dates, When::day(Date::new(2026, 12, 12).unwrap()));
    assert_eq!((is.start, is.end, is.venue.as_str()), (None, None, was.next.venue.as_str()));
    assert!(is.next.dates.is_unset());
    assert_eq!(is.attendance.quorum, was.attendance.quorum);
    assert!(is.attendance.people.len() > 20);
    for line in &is.attendance.people {
        assert_eq!((line.presence, line.answer, line.arrived), (Presence::Unknown, Answer::None, None));
        assert!(new.person(line.person).is_some());
    }
    let guests = |document: &Document| {
        let lines = &document.meeting().attendance.people;
        lines.iter().filter(|line| line.presence == Presence::Guest).count()
    };
    assert_eq!(is.attendance.people.len(), was.attendance.people.len() - guests(&old));
    assert_eq!((new.letterhead(), new.style()), (old.letterhead(), old.style()));
    assert!(new.check().is_empty(), "{:?}", new.check());
}

#[test]
fn its_texts_begin_anew_and_their_titles_follow_the_header() {
    let (old, new) = (sample(), next(&sample()));
    let kinds = |document: &Document| document.outputs().iter().map(|o| o.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&new), kinds(&old));
    for output in new.outputs() {
        assert_eq!((output.state, output.number.as_str()), (State::Draft, ""));
        assert_eq!(output.reference, "");
    }
    let title = mahdar::template::title(&new, OutputKind::Minutes);
    assert_eq!(title, "محضر الاجتماع الدوري الثامن للكتابة الجهوية");
    assert!(new.output(OutputKind::Communique).unwrap().title.is_empty(), "it told of that meeting alone");
}

#[test]
fn the_agenda_begins_with_the_minutes_then_the_follow_up_then_what_was_carried() {
    assert_eq!(
        agenda(&next(&sample())),
        [
            "المصادقة على محضر الاجتماع الدوري السابع المنعقد يوم السبت 14 نونبر 2026؛",
            "تتبع تنفيذ توصيات الاجتماع الدوري السابع؛",
            "الإعداد للملتقى الجهوي للتربية البيئية؛",
        ]
    );
}

#[test]
fn approval_and_follow_up_agree_with_what_the_sitting_is_called() {
    for (noun, ordinal, expected) in [
        (
            SessionNoun::Session,
            Some(21),
            "المصادقة على محضر الدورة العادية الحادية والعشرين المنعقدة يوم الأحد 7 يونيو 2026",
        ),
        (
            SessionNoun::Session,
            None,
            "المصادقة على محضر الدورة العادية السابقة المنعقدة يوم الأحد 7 يونيو 2026",
        ),
        (SessionNoun::Meeting, None, "المصادقة على محضر الاجتماع العادي السابق المنعقد يوم الأحد 7 يونيو 2026"),
        (
            SessionNoun::Congress,
            Some(3),
            "المصادقة على محضر المؤتمر العادي الثالث المنعقد يوم الأحد 7 يونيو 2026",
        ),
    ] {
        let mut document = Document::new(RecordId(1));
        let session =
            Session { noun, nature: "عادي".into(), ordinal, theme: "دورة الماء".into() };
        let session = Session { theme: String::new(), ..session };
        document.apply(Step::SetField(Field::Session(session))).unwrap();
        let day = When::day(Date::new(2026, 6, 7).unwrap());
        document.apply(Step::SetField(Field::Dates(day))).unwrap();
        assert_eq!(agenda(&next(&document)), [expected]);
    }
}

#[test]
fn what_is_not_done_is_followed_up_under_its_lasting_name_for_the_minutes_alone() {
    let old = with(&[
        (recommended(0, Progress::NotStarted), "الماء"),
        (recommended(1, Progress::Done), "إحصاء العيون"),
        (recommended(1, Progress::InProgress), "صيانة السواقي"),
        (recommended(0, Progress::Done), "المدرسة"),
        (recommended(1, Progress::NotStarted), "إطلاق النوادي"),
        (recommended(0, Progress::Dropped), "مشروع متروك"),
        (recommended(0, Progress::Postponed), "عقد شراكة"),
    ]);
    let new = next(&old);
    let carried = recommendations(&new);
    let words: Vec<&str> = carried.iter().map(|block| block.text.text()).collect();
    assert_eq!(words, ["الماء", "صيانة السواقي", "عقد شراكة"], "an axis stays for what is below it");
    for block in &carried {
        let was = old.block(block.id).expect("its name is for life");
        assert_eq!((&was.kind, block.audience), (&block.kind, Audience::MinutesOnly));
    }
    assert_eq!((old.ahead().items, old.ahead().recommendations), (0, 2));
    assert_eq!(recommendations(&next(&new)).len(), 3, "and on to the meeting after");
    let headings = |document: &Document| {
        document.blocks().iter().filter(|block| matches!(block.kind, Kind::Heading(_))).count()
    };
    assert_eq!((headings(&new), headings(&next(&new))), (1, 1));
}

#[test]
fn items_are_carried_where_it_is_said_how_far_they_came() {
    let unsaid = with(&[(item(AgendaState::Open), "نقطة"), (item(AgendaState::Open), "أخرى")]);
    assert_eq!(unsaid.ahead().items, 0, "nobody keeps their states: they were all dealt with");
    let said = with(&[
        (item(AgendaState::Open), "المصادقة على محضر الاجتماع السابق"),
        (item(AgendaState::Done), "نقطة"),
        (item(AgendaState::Open), "أخرى"),
        (item(AgendaState::Carried), "ثالثة"),
    ]);
    assert_eq!(agenda(&next(&said)), ["المصادقة على محضر الاجتماع السابق", "أخرى", "ثالثة"]);
}

#[test]
fn no_word_of_the_last_meeting_is_in_the_public_text_of_the_next() {
    let new = next(&sample());
    let composition = compose(&new, &View::of(OutputKind::Communique));
    let text: Vec<&str> = composition.paragraphs.iter().map(|part| part.text.as_str()).collect();
    let text = text.join("\n");
    for block in sample().blocks() {
        let words = block.text.text();
        let is_own = block.text.atoms().next().is_none() && words.chars().count() > 30;
        let stays = matches!(block.kind, Kind::AgendaItem(_));
        assert!(!is_own || stays || !text.contains(words), "{words}");
    }
    assert!(text.contains("12 دجنبر 2026"), "{text}");
}

#[test]
fn headings_of_the_last_agenda_go_and_words_of_one_meeting_with_them() {
    let old = with(&[
        (Kind::Paragraph(mahdar::document::Role::Lead), "عقد المكتب اجتماعه يوم السبت 14 نونبر 2026."),
        (item(AgendaState::Done), "برنامج السنة؛"),
        (Kind::Heading(2), "برنامج السنة"),
        (Kind::default(), "قيل فيه كلام كثير."),
        (Kind::Heading(2), "التوصيات"),
    ]);
    let words: Vec<String> = next(&old).blocks().iter().map(|block| block.text.text().to_owned()).collect();
    assert_eq!(words, ["", "المصادقة على محضر الاجتماع السابق؛", "", "التوصيات"]);
}

#[test]
fn a_record_in_french_and_an_empty_one_have_a_next_meeting_too() {
    let mut french = with(&[(recommended(0, Progress::NotStarted), "Une action")]);
    french.apply(Step::SetField(Field::Language(Language::French))).unwrap();
    assert_eq!(agenda(&next(&french))[1], "Suivi des recommandations précédentes");
    let empty = next(&Document::new(RecordId(1)));
    assert_eq!(agenda(&empty), ["المصادقة على محضر الاجتماع السابق"]);
    assert!(empty.check().is_empty());
}

#[test]
fn the_sample_s_next_meeting_is_written_and_read_again_as_it_is() {
    let new = next(&sample());
    let text = store::write(&new);
    assert_eq!(store::parse(text.as_bytes()).unwrap(), new);
    assert!(check::findings(&new).len() < 20);
}
