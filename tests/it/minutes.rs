//! Minutes: what they tell of their own accord, once and in good Arabic, and what public texts leave to their writer.

use std::sync::Arc;

use mahdar::arabic::proceedings::{names, quorum_sentence, vote};
use mahdar::arabic::{self, Date, Gender};
use mahdar::document::{
    AgendaItem, AgendaState, Annex, Answer, Atom, Attendee, Block, DateForm, Decision, Document, Entry,
    Field, Kind, Matter, OutputKind, Person, PersonForm, Piece, Presence, Quorum, QuorumRule, Recommendation,
    RichText, Role, Step, VenueForm, Vote,
};
use mahdar::template::{View, compose, quorum};

use crate::record::{blank, block_id, person_id};

fn apply(document: &mut Document, step: Step) {
    document.apply(step).expect("a step that fits");
}

/// A record with two people and this block.
fn with(kind: Kind, text: impl Into<RichText>) -> Document {
    let mut document = blank();
    for (n, name, gender) in [(1, "ليلى المرابط", Gender::Female), (2, "سعيد العلوي", Gender::Male)]
    {
        let person = Person { name: name.into(), gender, ..Person::default() };
        apply(&mut document, Step::Put(Entry::Person(person_id(n), Some(person))));
    }
    let block = Block::new(block_id(1), kind, text.into());
    apply(&mut document, Step::Insert { after: None, block: Arc::new(block) });
    document
}

fn printed(document: &Document, output: OutputKind) -> Vec<String> {
    compose(document, &View::of(output)).paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect()
}

/// The block as minutes print it; a public text must print it as it was written.
#[track_caller]
fn told(kind: Kind, text: &str, expected: &str) {
    let document = with(kind, text);
    assert_eq!(printed(&document, OutputKind::Communique), [text]);
    assert_eq!(printed(&document, OutputKind::Minutes), [expected]);
}

fn decision(matter: Matter, vote: Option<Vote>) -> Kind {
    Kind::Decision(Decision { matter, vote })
}

#[test]
fn a_vote_is_told_with_its_counts() {
    for (yes, no, abstained, words) in [
        (17, 2, 3, "بأغلبية 17 صوتا مقابل صوتين وامتناع 3 أعضاء عن التصويت"),
        (12, 1, 0, "بأغلبية 12 صوتا مقابل صوت واحد"),
        (9, 3, 1, "بأغلبية 9 أصوات مقابل 3 أصوات وامتناع عضو واحد عن التصويت"),
        (103, 11, 2, "بأغلبية 103 أصوات مقابل 11 صوتا وامتناع عضوين عن التصويت"),
        (20, 0, 1, "بأغلبية 20 صوتا دون معارضة، مع امتناع عضو واحد عن التصويت"),
        (22, 0, 0, "بإجماع المصوتين (22 صوتا)"),
        (5, 9, 0, "بتأييد 5 أصوات مقابل 9 أصوات"),
        (0, 9, 11, "دون أي صوت مؤيد مقابل 9 أصوات وامتناع 11 عضوا عن التصويت"),
    ] {
        assert_eq!(vote(yes, no, abstained).as_deref(), Some(words));
    }
    assert_eq!(vote(0, 0, 0), None);
}

#[test]
fn a_decision_tells_its_vote_once_and_only_in_minutes() {
    let counted = Some(Vote::Counted { yes: 17, no: 2, abstained: 3 });
    told(
        decision(Matter::General, counted),
        "قرر المجلس إحداث فرع جديد.",
        "قرر المجلس إحداث فرع جديد، وذلك بأغلبية 17 صوتا مقابل صوتين وامتناع 3 أعضاء عن التصويت.",
    );
    told(decision(Matter::General, Some(Vote::Unanimous)), "قرر المجلس ذلك", "قرر المجلس ذلك، وذلك بالإجماع");
    for said in ["قرر المجلس، بأغلبية 17 صوتا مقابل صوتين، إحداث فرع.", "صادق المجلس بالإجماع على التقرير."]
    {
        told(decision(Matter::General, counted), said, said);
    }
}

#[test]
fn a_decision_tells_what_its_words_do_not() {
    let appointed = |post: &str| Matter::Appointment { person: Some(person_id(2)), post: post.into() };
    told(
        decision(appointed("أمين المال"), None),
        "قرر المكتب ملء المنصب الشاغر.",
        "قرر المكتب ملء المنصب الشاغر، ويُعهد بمهمة أمين المال إلى السيد سعيد العلوي.",
    );
    told(
        decision(appointed("أمين المال"), Some(Vote::Unanimous)),
        "قرر المكتب تعيين أمين المال.",
        "قرر المكتب تعيين أمين المال، ويُعهد بهذه المهمة إلى السيد سعيد العلوي، وذلك بالإجماع.",
    );
    let named = "عين المكتب السيد العلوي أمينا للمال.";
    told(decision(appointed("أمين المال"), None), named, named);

    let committee =
        |name: &str| Matter::Committee { name: name.into(), members: vec![person_id(1), person_id(2)] };
    told(
        decision(committee("لجنة الماء"), None),
        "شكل المكتب لجنة لتتبع الآبار.",
        "شكل المكتب لجنة لتتبع الآبار، وتحمل اسم «لجنة الماء»، وتضم في عضويتها السيدة ليلى المرابط والسيد سعيد العلوي.",
    );
    told(
        decision(committee("لجنة الماء"), None),
        "شكل المكتب لجنة الماء برئاسة السيدة ليلى المرابط.",
        "شكل المكتب لجنة الماء برئاسة السيدة ليلى المرابط، وتضم في عضويتها كذلك السيد سعيد العلوي.",
    );

    let day = Date::new(2027, 3, 13);
    told(
        decision(Matter::Date(day), None),
        "حدد المكتب موعد الملتقى.",
        "حدد المكتب موعد الملتقى، وذلك يوم السبت 13 مارس 2027.",
    );
    let said = "حدد المكتب يوم 13 مارس موعدا للملتقى.";
    told(decision(Matter::Date(day), None), said, said);

    let plan = Matter::Plan("برنامج العمل السنوي".into());
    told(
        decision(plan, None),
        "صادق المكتب على المشروع المعروض عليه.",
        "صادق المكتب على المشروع المعروض عليه، ويتعلق الأمر ببرنامج العمل السنوي.",
    );
}

#[test]
fn a_recommendation_tells_who_and_by_when_before_the_list_it_opens() {
    let recommendation = |due| {
        Kind::Recommendation(Recommendation {
            depth: 1,
            responsible: "لجنة الماء".into(),
            due,
            ..Recommendation::default()
        })
    };
    let due = Date::new(2027, 3, 31);
    told(
        recommendation(due),
        "إعداد خريطة للعيون، من خلال:",
        "إعداد خريطة للعيون (التنفيذ: لجنة الماء؛ الأجل: 31 مارس 2027)، من خلال:",
    );
    told(
        recommendation(due),
        "جرد العيون قبل متم شهر مارس 2027؛",
        "جرد العيون قبل متم شهر مارس 2027 (التنفيذ: لجنة الماء)؛",
    );
    let said = "جرد العيون من طرف لجنة الماء؛";
    told(recommendation(None), said, said);
}

#[test]
fn an_agenda_names_who_presents_and_what_is_put_off() {
    let kind = Kind::AgendaItem(AgendaItem { presenter: Some(person_id(1)), state: AgendaState::Carried });
    let document = with(kind, "التقرير المالي؛");
    assert_eq!(
        printed(&document, OutputKind::Minutes),
        ["جدول الأعمال", "التقرير المالي (تقديم: السيدة ليلى المرابط؛ نقطة مؤجلة إلى الاجتماع المقبل)؛"]
    );
    let invitation = printed(&document, OutputKind::Invitation);
    assert_eq!(invitation.last().map(String::as_str), Some("التقرير المالي (تقديم: السيدة ليلى المرابط)؛"));
    assert_eq!(
        printed(&document, OutputKind::Communique),
        ["تضمن جدول أعمال الاجتماع نقطة واحدة: التقرير المالي."]
    );
}

#[test]
fn annexes_are_numbered_under_their_heading() {
    let mut document = with(Kind::Annex(Annex::default()), "لائحة الحضور");
    let second = Block::new(block_id(2), Kind::Annex(Annex::default()), "صورة".into());
    apply(&mut document, Step::Insert { after: Some(block_id(1)), block: Arc::new(second) });
    let composition = compose(&document, &View::of(OutputKind::Minutes));
    let lines: Vec<String> =
        composition.paragraphs.iter().map(|p| format!("{} {}", p.label, p.text).trim().to_owned()).collect();
    assert_eq!(lines, ["المرفقات", "1- لائحة الحضور", "2- صورة"]);
}

/// A record of this many people in each state.
fn attended(states: &[(Presence, u32)], members: Option<u32>, rule: QuorumRule) -> Document {
    let mut document = blank();
    apply(&mut document, Step::SetField(Field::Quorum(Quorum { members, rule })));
    let mut n = 10;
    for (presence, count) in states {
        for _ in 0..*count {
            n += 1;
            let person = Person { name: format!("عضو {n}"), ..Person::default() };
            apply(&mut document, Step::Put(Entry::Person(person_id(n), Some(person))));
            let entry = Attendee {
                person: person_id(n),
                presence: *presence,
                answer: Answer::None,
                arrived: None,
                left: None,
                reason: String::new(),
            };
            let field = Field::Attendee { person: person_id(n), at: 999, entry: Some(entry) };
            apply(&mut document, Step::SetField(field));
        }
    }
    document
}

#[test]
fn a_quorum_counts_members_there_or_represented() {
    use Presence::{Absent, Excused, Guest, Present, Proxy, Unknown};
    let count = |states: &[(Presence, u32)], members, rule| {
        quorum(&attended(states, members, rule)).map(|q| (q.present, q.members, q.needed, q.reached))
    };
    let mixed = [(Present, 12), (Proxy(None), 2), (Excused, 5), (Absent, 4), (Guest, 30)];
    assert_eq!(count(&mixed, Some(27), QuorumRule::Majority), Some((14, 27, 14, true)));
    assert_eq!(count(&mixed, Some(28), QuorumRule::Majority), Some((14, 28, 15, false)));
    assert_eq!(count(&mixed, None, QuorumRule::Majority), Some((14, 23, 12, true)));
    assert_eq!(count(&mixed, Some(27), QuorumRule::Share(2, 3)), Some((14, 27, 18, false)));
    assert_eq!(count(&mixed, Some(20), QuorumRule::Share(2, 3)), Some((14, 20, 14, true)));
    assert_eq!(count(&mixed, Some(27), QuorumRule::AtLeast(15)), Some((14, 27, 15, false)));
    assert_eq!(count(&mixed, Some(27), QuorumRule::None), None);
    assert_eq!(count(&mixed, Some(27), QuorumRule::Share(1, 0)), None);
    assert_eq!(count(&[(Unknown, 9), (Guest, 2)], Some(9), QuorumRule::Majority), None, "no roll call yet");
    assert_eq!(count(&[], None, QuorumRule::Majority), None);
    assert_eq!(count(&[(Absent, 3)], None, QuorumRule::Majority), Some((0, 3, 2, false)));
}

#[test]
fn minutes_say_whether_the_quorum_was_reached() {
    for (present, of, needed, proxies, sentence) in [
        (22, 27, 14, false, "حضر 22 عضوا من أصل 27، وبذلك اكتمل النصاب القانوني المحدد في 14 عضوا."),
        (2, 3, 2, false, "حضر عضوان من أصل 3، وبذلك اكتمل النصاب القانوني المحدد في عضوين."),
        (1, 9, 5, false, "حضر عضو واحد من أصل 9، ولم يكتمل بذلك النصاب القانوني المحدد في 5 أعضاء."),
        (0, 9, 5, false, "لم يحضر أي عضو من أصل 9، ولم يكتمل بذلك النصاب القانوني المحدد في 5 أعضاء."),
        (
            14,
            27,
            14,
            true,
            "حضر أو مُثل بتوكيل 14 عضوا من أصل 27، وبذلك اكتمل النصاب القانوني المحدد في 14 عضوا.",
        ),
    ] {
        assert_eq!(quorum_sentence(present, of, needed, proxies), sentence);
    }
    let states = [(Presence::Present, 2), (Presence::Absent, 1)];
    let document = attended(&states, Some(3), QuorumRule::Majority);
    let told = "حضر عضوان من أصل 3، وبذلك اكتمل النصاب القانوني المحدد في عضوين.";
    assert!(printed(&document, OutputKind::Minutes).contains(&told.to_owned()));
    assert!(!printed(&document, OutputKind::Communique).contains(&told.to_owned()));
}

#[test]
fn only_words_that_say_nothing_without_their_field_are_left_out() {
    let chair = || Piece::Field(Atom::Chair(PersonForm::Full));
    let venue = || Piece::Field(Atom::Venue(VenueForm::At));
    let text = |words: &str| Piece::Text(words.into());
    for (pieces, expected) in [
        (vec![text("عقد المكتب اجتماعه، برئاسة "), chair(), text(".")], "عقد المكتب اجتماعه."),
        (vec![text("عقد المكتب اجتماعه "), venue(), text("، ثم تفرق.")], "عقد المكتب اجتماعه، ثم تفرق."),
        (vec![text("اجتمع على الساعة "), Piece::Field(Atom::Start), text(" "), venue(), text(".")], "اجتمع."),
        (vec![text("ونوه المكتب بجهود "), chair(), text(".")], "ونوه المكتب بجهود [رئاسة الاجتماع]."),
        (vec![chair(), text(" حاضر.")], "[رئاسة الاجتماع] حاضر."),
        (vec![venue(), text(" انعقد.")], "[المكان] انعقد."),
        (vec![text("لجنة مكلفةبرئاسة "), chair()], "لجنة مكلفةبرئاسة [رئاسة الاجتماع]"),
    ] {
        let rich = RichText::from_pieces(pieces).expect("a text");
        let document = with(Kind::Paragraph(Role::Plain), rich.clone());
        assert_eq!(printed(&document, OutputKind::Communique), [expected]);
        let page = compose(&document, &View::page(OutputKind::Communique));
        assert_eq!(page.paragraphs[0].text.matches('[').count(), rich.atoms().count(), "the page shows all");
    }
}

fn rich(pieces: Vec<Piece>) -> RichText {
    RichText::from_pieces(pieces).expect("pieces that fit")
}

/// The block of these pieces, as minutes print it last.
fn last_of(kind: Kind, pieces: Vec<Piece>, change: impl FnOnce(&mut Document)) -> String {
    let mut document = with(kind, rich(pieces));
    change(&mut document);
    printed(&document, OutputKind::Minutes).pop().expect("a paragraph")
}

#[test]
fn what_a_field_says_is_not_told_again() {
    let words = |text: &str| Piece::Text(text.to_owned());
    let person = |n| Piece::Field(Atom::Person(person_id(n), PersonForm::Name));
    let nothing = |_: &mut Document| {};
    let post = Matter::Appointment { person: Some(person_id(1)), post: "التنسيق".into() };
    assert_eq!(
        last_of(
            decision(post, None),
            vec![words("تعيين "), person(1), words(" منسقة للجنة الماء.")],
            nothing
        ),
        "تعيين السيدة ليلى المرابط منسقة للجنة الماء."
    );
    let day = Date::new(2026, 12, 12);
    let next = |document: &mut Document| {
        let when = arabic::When::Days(vec![day.expect("a day")]);
        let next = mahdar::document::Next { dates: when, ..Default::default() };
        apply(document, Step::SetField(Field::Next(next)));
    };
    let dated =
        vec![words("تقرر عقد الاجتماع المقبل "), Piece::Field(Atom::NextDates(DateForm::WithDay)), words(".")];
    let said = "تقرر عقد الاجتماع المقبل يوم السبت 12 دجنبر 2026.";
    assert_eq!(last_of(decision(Matter::Date(day), None), dated.clone(), next), said);
    let arabic_digits = |document: &mut Document| {
        next(document);
        let style =
            mahdar::document::Style { digits: mahdar::document::Digits::Arabic, ..Default::default() };
        apply(document, Step::SetField(Field::Style(style)));
    };
    let said = "تقرر عقد الاجتماع المقبل يوم السبت ١٢ دجنبر ٢٠٢٦.";
    assert_eq!(last_of(decision(Matter::Date(day), None), dated, arabic_digits), said);
    let item = AgendaItem { presenter: Some(person_id(1)), ..AgendaItem::default() };
    assert_eq!(
        last_of(Kind::AgendaItem(item), vec![words("عرض "), person(1), words(" حول الماء")], nothing),
        "عرض السيدة ليلى المرابط حول الماء"
    );
    let committee = |members: Vec<_>| {
        let members = members.into_iter().map(person_id).collect();
        decision(Matter::Committee { name: "لجنة الماء".into(), members }, None)
    };
    let led = || vec![words("شكل المكتب لجنة الماء برئاسة "), person(1), words(".")];
    let said = "شكل المكتب لجنة الماء برئاسة السيدة ليلى المرابط";
    assert_eq!(last_of(committee(vec![1]), led(), nothing), format!("{said}."));
    assert_eq!(
        last_of(committee(vec![1, 2]), led(), nothing),
        format!("{said}، وتضم في عضويتها كذلك السيد سعيد العلوي.")
    );
    let task =
        Recommendation {
            depth: 2, responsible: "السيدة ليلى المرابط".into(), ..Recommendation::default()
        };
    assert_eq!(
        last_of(
            Kind::Recommendation(task),
            vec![words("تتولى "), person(1), words(" إعداد التقرير.")],
            nothing
        ),
        "تتولى السيدة ليلى المرابط إعداد التقرير."
    );
}

#[test]
fn a_name_is_said_by_its_own_words_alone() {
    let committee = |name: &str| {
        let kind =
            decision(Matter::Committee { name: "لجنة الماء".into(), members: vec![person_id(1)] }, None);
        let mut document = with(kind, "شكل المكتب لجنة الماء برئاسة السيد عمر المرابط.");
        let other = Person { name: name.into(), gender: Gender::Male, ..Person::default() };
        apply(&mut document, Step::Put(Entry::Person(person_id(2), Some(other))));
        printed(&document, OutputKind::Minutes).pop().expect("a paragraph")
    };
    assert_eq!(
        committee("عمر المرابط"),
        "شكل المكتب لجنة الماء برئاسة السيد عمر المرابط، وتضم في عضويتها السيدة ليلى المرابط.",
        "of two of one family the other is named"
    );
    assert_eq!(committee("سعيد العلوي"), "شكل المكتب لجنة الماء برئاسة السيد عمر المرابط.");
    assert!(names("عُهد به إلى العلوي.", "العلوي") && names("والعلوي", "العلوي"));
    assert!(!names("عليه", "علي") && !names("العلويين", "العلوي"));
}
