//! Templates and composed texts: fields with agreement, numbers, readers, review, and the map to the stored text.
use std::sync::Arc;

use mahdar::arabic::{Case, Gender, When};
use mahdar::document::{
    Affinity, Answer, Atom, Attendee, Block, BlockReview, BodyForm, Change, ChangeId, Counted, DateForm,
    Digits, Document, Entry, Field, Id, Kind, Label, Labels, Mark, OutputKind, Pending, Person, PersonForm,
    Piece, Presence, RichText, SessionForm, Signatures, Speaker, Stamp, Step, Style, Subject, Target,
    VenueForm,
};
use mahdar::edit::{Command, Editor};
use mahdar::template::{
    self, Composed, Composer, Composition, How, Part, Readers, Reading, Scope, View, compose,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::random;
use crate::record::{at, blank, block_id, open, person_id};

#[test]
fn every_bundled_template_opens_and_is_sound() {
    let all = template::list();
    assert_eq!(all.len(), 6, "a bundled template does not parse");
    for info in all {
        let document = template::load(&info.id).expect("listed");
        assert_eq!(document.check(), [], "{}", info.id);
        assert_eq!((document.template().id.as_str(), info.outputs.is_empty()), (info.id.as_str(), false));
    }
    assert_eq!(template::load("no-such"), None);
}

/// A record with these parts of the header.
fn with(header: &[(&str, &str)]) -> Document {
    with_in(blank(), header)
}

fn with_in(document: Document, header: &[(&str, &str)]) -> Document {
    let mut editor = Editor::new(document, 8);
    for (path, value) in header {
        let command = Command::SetField { path: path.parse().expect("a path"), value: (*value).into() };
        editor.run(command, &at(0)).unwrap_or_else(|e| panic!("{e}"));
    }
    editor.document().clone()
}

/// What a field shows in a record's communiqué.
fn shown(document: &Document, atom: Atom) -> String {
    let mut document = document.clone();
    let id = block_id(500);
    let block = Block::new(id, Kind::default(), RichText::atom(atom));
    document.apply(Step::Insert { after: None, block: Arc::new(block) }).expect("a block");
    let composition = compose(&document, &View::of(OutputKind::Communique));
    let own = composition.paragraphs.iter().find(|p| p.target == Some(Target::Block(id)));
    own.map(|p| p.text.clone()).unwrap_or_default()
}

#[track_caller]
fn shows(header: &[(&str, &str)], atom: Atom, expected: &str) {
    assert_eq!(shown(&with(header), atom), expected);
}

fn chaired(masculine: &str, feminine: &str) -> Atom {
    Atom::Verb { masculine: masculine.into(), feminine: feminine.into(), of: Subject::Chair }
}

const WOMAN: [(&str, &str); 3] = [
    ("meeting.chairs.0.name", "ليلى المرابط"),
    ("meeting.chairs.0.gender", "female"),
    ("meeting.chairs.0.role", "الكاتبة الجهوية"),
];
const MAN: [(&str, &str); 3] = [
    ("meeting.chairs.0.name", "سعيد العلوي"),
    ("meeting.chairs.0.gender", "male"),
    ("meeting.chairs.0.role", "الكاتب الجهوي"),
];

#[test]
fn a_chair_is_named_with_agreement() {
    let forms = [PersonForm::Full, PersonForm::Name, PersonForm::Role, PersonForm::RoleFirst];
    let all = |header: &[(&str, &str)]| forms.map(|form| shown(&with(header), Atom::Chair(form)));
    assert_eq!(
        all(&WOMAN),
        [
            "السيدة ليلى المرابط، الكاتبة الجهوية",
            "السيدة ليلى المرابط",
            "الكاتبة الجهوية",
            "الكاتبة الجهوية السيدة ليلى المرابط",
        ]
    );
    assert_eq!(
        all(&MAN),
        [
            "السيد سعيد العلوي، الكاتب الجهوي",
            "السيد سعيد العلوي",
            "الكاتب الجهوي",
            "الكاتب الجهوي السيد سعيد العلوي",
        ]
    );
    assert_eq!(all(&[]), ["[رئاسة الاجتماع]"; 4]);
    let named = [("meeting.chairs.0.name", "ليلى"), ("meeting.chairs.0.gender", "female")];
    let bare = all(&named);
    assert_eq!([&bare[0], &bare[1], &bare[3]], ["السيدة ليلى"; 3]);
}

#[test]
fn a_gender_not_stated_stays_visibly_open() {
    let header = [("meeting.chairs.0.name", "نور الإدريسي"), ("meeting.chairs.0.role", "الكاتب الجهوي")];
    shows(&header, Atom::Chair(PersonForm::Full), "السيد(ة) نور الإدريسي، الكاتب(ة) الجهوي(ة)");
    shows(&header, chaired("ترأس", "ترأست"), "ترأس(ت)");
    shows(&[], chaired("ترأس", "ترأست"), "ترأس(ت)");
}

#[test]
fn the_role_follows_the_gender_whatever_was_typed() {
    let header = [
        ("meeting.chairs.0.name", "ليلى"),
        ("meeting.chairs.0.gender", "female"),
        ("meeting.chairs.0.role", "الكاتب الجهوي"),
    ];
    shows(&header, Atom::Chair(PersonForm::Role), "الكاتبة الجهوية");
    let header = [("meeting.chairs.0.name", "ليلى"), ("meeting.chairs.0.role", "Chargée de mission")];
    shows(&header, Atom::Chair(PersonForm::RoleFirst), "Chargée de mission السيد(ة) ليلى");
}

#[test]
fn two_chairs_are_joined_and_the_verb_follows_the_first() {
    let two = |first: &'static str, second: &'static str| {
        [
            ("meeting.chairs.0.name", "ليلى"),
            ("meeting.chairs.0.gender", first),
            ("meeting.chairs.1.name", "سعيد"),
            ("meeting.chairs.1.gender", second),
        ]
    };
    shows(&two("female", "male"), Atom::Chair(PersonForm::Name), "السيدة ليلى والسيد سعيد");
    shows(&two("female", "male"), chaired("ترأس", "ترأست"), "ترأست");
    shows(&two("male", "female"), chaired("ترأس", "ترأست"), "ترأس");
}

#[test]
fn a_title_of_address_is_printed_as_chosen() {
    for (honorific, expected) in [
        ("mr", "السيدة ليلى"),
        ("dr", "دة. ليلى"),
        ("prof", "ذة. ليلى"),
        ("comrade", "الرفيقة ليلى"),
        ("brother", "الأخت ليلى"),
        ("none", "ليلى"),
    ] {
        let header = [
            ("meeting.chairs.0.name", "ليلى"),
            ("meeting.chairs.0.gender", "female"),
            ("meeting.chairs.0.honorific", honorific),
        ];
        shows(&header, Atom::Chair(PersonForm::Name), expected);
    }
}

#[test]
fn the_rapporteur_and_people_of_the_record_are_named() {
    let header = [("meeting.rapporteur.name", "مريم"), ("meeting.rapporteur.gender", "female")];
    shows(&header, Atom::Rapporteur(PersonForm::Full), "السيدة مريم");
    let verb =
        Atom::Verb { masculine: "دوّن".into(), feminine: "دوّنت".into(), of: Subject::Rapporteur };
    shows(&header, verb, "دوّنت");
    shows(&[], Atom::Rapporteur(PersonForm::Full), "[مقرر(ة) الاجتماع]");
    shows(&[], Atom::Person(person_id(1), PersonForm::Full), "السيد(ة) ليلى المرابط");
    shows(&[], Atom::Person(person_id(77), PersonForm::Full), "[الاسم]");
}

#[test]
fn dates_are_written_in_every_form() {
    for (value, expected) in [
        ("2024-03-02", ["يوم السبت 2 مارس 2024", "2 مارس 2024", "مارس 2024"]),
        ("2017-02-04,2017-02-05", ["يومي السبت 4 والأحد 5 فبراير 2017", "4 و5 فبراير 2017", "فبراير 2017"]),
        (
            "2017-01-27,2017-01-28,2017-01-29",
            ["أيام الجمعة 27 والسبت 28 والأحد 29 يناير 2017", "27 و28 و29 يناير 2017", "يناير 2017"],
        ),
        ("2024-05-01", ["يوم الأربعاء فاتح ماي 2024", "فاتح ماي 2024", "ماي 2024"]),
        ("بعد العطلة", ["بعد العطلة"; 3]),
        ("", ["[التاريخ]"; 3]),
    ] {
        let forms = [DateForm::WithDay, DateForm::Plain, DateForm::Month];
        let document = with(&[("meeting.dates", value), ("meeting.next.dates", value)]);
        assert_eq!(forms.map(|form| shown(&document, Atom::Dates(form))), expected);
        assert_eq!(forms.map(|form| shown(&document, Atom::NextDates(form))), expected);
    }
}

#[test]
fn times_and_places_are_written() {
    shows(&[("meeting.start", "10:00")], Atom::Start, "10:00");
    shows(&[], Atom::Start, "[الساعة]");
    shows(&[], Atom::End, "[الساعة]");
    shows(&[("meeting.venue", "المقر الجهوي")], Atom::Venue(VenueForm::At), "بالمقر الجهوي");
    shows(&[("meeting.venue", "مقر الحزب")], Atom::Venue(VenueForm::At), "بمقر الحزب");
    shows(&[("meeting.venue", "Hôtel Atlas")], Atom::Venue(VenueForm::At), "بـ Hôtel Atlas");
    shows(&[("meeting.venue", "المقر الجهوي")], Atom::Venue(VenueForm::Bare), "المقر الجهوي");
    shows(&[], Atom::Venue(VenueForm::At), "[المكان]");
    shows(&[("meeting.next.venue", "الرباط")], Atom::NextVenue(VenueForm::At), "بالرباط");
}

#[test]
fn a_body_is_named_in_every_form() {
    let header = [
        ("meeting.body.name", "الكتابة الجهوية"),
        ("meeting.body.organisation", "اتحاد الجمعيات البيئية"),
        ("meeting.body.region", "فاس - مكناس"),
        ("meeting.body.province", "تاونات"),
    ];
    for (form, expected, missing) in [
        (BodyForm::Name, "الكتابة الجهوية", "[الهيئة]"),
        (BodyForm::ForName, "للكتابة الجهوية", "[الهيئة]"),
        (BodyForm::Full, "الكتابة الجهوية لاتحاد الجمعيات البيئية", "[الهيئة]"),
        (BodyForm::Organisation, "اتحاد الجمعيات البيئية", "[التنظيم]"),
        (BodyForm::ForOrganisation, "لاتحاد الجمعيات البيئية", "[التنظيم]"),
        (BodyForm::Region, "فاس مكناس", "[الجهة]"),
        (BodyForm::Province, "تاونات", "[الإقليم]"),
    ] {
        shows(&header, Atom::Body(form), expected);
        shows(&[], Atom::Body(form), missing);
    }
    shows(&header[..1], Atom::Body(BodyForm::Full), "الكتابة الجهوية");
}

#[test]
fn a_verb_agrees_with_the_body() {
    let held = || Atom::Verb { masculine: "عقد".into(), feminine: "عقدت".into(), of: Subject::Body };
    shows(&[("meeting.body.name", "الكتابة الجهوية")], held(), "عقدت");
    shows(&[("meeting.body.name", "المكتب السياسي")], held(), "عقد");
    shows(&[("meeting.body.name", "هذا")], held(), "عقد(ت)");
    shows(&[("meeting.body.name", "هذا"), ("meeting.body.gender", "female")], held(), "عقدت");
    shows(&[("meeting.body.name", "الكتابة"), ("meeting.body.gender", "male")], held(), "عقد");
}

#[test]
fn a_session_is_named_in_every_form() {
    let forms = [SessionForm::Indefinite, SessionForm::Definite, SessionForm::Possessed, SessionForm::For];
    for (noun, nature, ordinal, body, expected) in [
        (
            "meeting",
            "تنظيمي",
            "",
            "الكتابة",
            ["اجتماعا تنظيميا", "الاجتماع التنظيمي", "اجتماعها التنظيمي", "للاجتماع التنظيمي"],
        ),
        (
            "meeting",
            "دوري",
            "7",
            "المكتب",
            [
                "الاجتماع الدوري السابع",
                "الاجتماع الدوري السابع",
                "اجتماعه الدوري السابع",
                "للاجتماع الدوري السابع",
            ],
        ),
        (
            "session",
            "استثنائي",
            "",
            "المجلس",
            ["دورة استثنائية", "الدورة الاستثنائية", "دورته الاستثنائية", "للدورة الاستثنائية"],
        ),
        (
            "session",
            "",
            "21",
            "الكتابة",
            [
                "الدورة الحادية والعشرين",
                "الدورة الحادية والعشرون",
                "دورتها الحادية والعشرين",
                "للدورة الحادية والعشرين",
            ],
        ),
        ("gathering", "", "", "هذا", ["لقاء", "اللقاء", "لقاءه(ا)", "للقاء"]),
    ] {
        let document = with(&[
            ("meeting.session.noun", noun),
            ("meeting.session.nature", nature),
            ("meeting.session.ordinal", ordinal),
            ("meeting.body.name", body),
        ]);
        assert_eq!(
            forms.map(|form| shown(&document, Atom::Session(form))),
            expected,
            "{noun} {nature} {ordinal}"
        );
    }
}

fn attendee(n: u32, presence: Presence) -> Step {
    let person = person_id(n);
    let entry =
        Attendee { person, presence, answer: Answer::None, arrived: None, left: None, reason: String::new() };
    Step::SetField(Field::Attendee { person, at: 99, entry: Some(entry) })
}

fn person(n: u32, name: &str, gender: Gender) -> Step {
    let person = Person {
        name: name.into(),
        gender,
        phone: "0611223344".into(),
        identity: "AB123".into(),
        ..Person::default()
    };
    Step::Put(Entry::Person(person_id(n), Some(person)))
}

fn attended() -> Document {
    let mut document = open("lead: افتتاح|").document().clone();
    let states = [
        ("ليلى", Gender::Female, Presence::Present),
        ("سعيد", Gender::Male, Presence::Present),
        ("مريم", Gender::Female, Presence::Excused),
        ("عمر", Gender::Male, Presence::Absent),
        ("هدى", Gender::Female, Presence::Guest),
        ("يونس", Gender::Male, Presence::Proxy(None)),
    ];
    for (n, (name, gender, presence)) in (1..).zip(states) {
        document.apply(person(n, name, gender)).expect("a person");
        document.apply(attendee(n, presence)).expect("on the list");
    }
    document
}

#[test]
fn those_present_are_named_in_a_sentence() {
    let groups = [
        ("meeting.groups.0.nominative", "برلمانيو الجهة"),
        ("meeting.groups.0.oblique", "برلمانيي الجهة"),
        ("meeting.groups.1.oblique", "رؤساء المجالس"),
    ];
    shows(&groups, Atom::Attendance(Case::Oblique), "السيدات والسادة برلمانيي الجهة ورؤساء المجالس");
    shows(&groups, Atom::Attendance(Case::Nominative), "السيدات والسادة برلمانيو الجهة ورؤساء المجالس");
    shows(&[], Atom::Attendance(Case::Oblique), "[الحضور]");
    assert_eq!(shown(&attended(), Atom::Attendance(Case::Oblique)), "السيدة ليلى والسيد سعيد والسيدة هدى");
}

#[test]
fn people_are_counted_with_their_noun() {
    let document = with_in(attended(), &[("meeting.groups.0.count", "9"), ("meeting.members", "30")]);
    let count = |of, noun: &str| shown(&document, Atom::Count { of, noun: noun.into() });
    assert_eq!(count(Counted::Present, ""), "11");
    assert_eq!(count(Counted::Present, "عضو"), "11 عضوا");
    assert_eq!(count(Counted::Excused, "عضو"), "عضو واحد");
    assert_eq!(count(Counted::Absent, ""), "1");
    assert_eq!(count(Counted::Members, "عضو"), "30 عضوا");
}

#[test]
fn what_is_counted_is_what_the_readers_find() {
    let count = |of| Atom::Count { of, noun: String::new() };
    let text = "axis: محور\nsection: أ\nm/section: سري\nitem: ب\nsection: \ndecision: قرار\nagenda: نقطة";
    let document = open(text).document().clone();
    let counts =
        [Counted::Recommendations, Counted::Decisions, Counted::Agenda].map(|of| shown(&document, count(of)));
    assert_eq!(counts, ["2", "1", "1"]);
}

#[test]
fn the_number_and_reference_are_those_of_the_text() {
    let header = [
        ("outputs.communique.number", "12/2024"),
        ("outputs.communique.reference", "م.ج 7"),
        ("outputs.minutes.number", "99"),
    ];
    shows(&header, Atom::Number, "12/2024");
    shows(&header, Atom::Reference, "م.ج 7");
    shows(&[], Atom::Number, "[رقم الصادر]");
    shows(&[], Atom::Reference, "[المرجع]");
    let facts: Vec<String> = lines(&compose(&with(&header), &View::of(OutputKind::Communique)));
    assert_eq!(facts, ["رقم الصادر: 12/2024", "المرجع: م.ج 7"]);
}

/// A stretch of a text; it must be on char boundaries.
fn cut(text: &str, range: &std::ops::Range<usize>) -> String {
    text.get(range.clone()).unwrap_or_else(|| panic!("{range:?} of {text:?}")).to_owned()
}

/// Each paragraph as it is printed: label and text.
fn lines(composition: &Composition) -> Vec<String> {
    let line = |p: &Arc<Composed>| {
        if p.label.is_empty() { p.text.clone() } else { format!("{} {}", p.label, p.text) }
    };
    composition.paragraphs.iter().map(line).collect()
}

fn printed(notation: &str, output: OutputKind) -> Vec<String> {
    lines(&compose(open(notation).document(), &View::of(output)))
}

const OUTLINE: &str = "axis: أول\nsection: س\nitem: ب\nitem: ت\nsub: ث\nsub: ج\nsection: ح\nitem: خ\naxis: ثان\nsection: د\nنص\nsection: ذ";

#[test]
fn numbers_restart_under_each_axis_and_section() {
    assert_eq!(
        printed(OUTLINE, OutputKind::Communique),
        [
            "المحور الأول: أول",
            "1- س",
            "أ- ب",
            "ب- ت",
            "– ث",
            "– ج",
            "2- ح",
            "أ- خ",
            "المحور الثاني: ثان",
            "1- د",
            "نص",
            "2- ذ",
        ]
    );
}

#[test]
fn what_is_not_printed_takes_no_number() {
    let notation =
        "axis: أول\nsection: س\nsection: \nsection:  \nm/section: سري\nsection: ص\naxis: \naxis: ثان";
    let printed = printed(notation, OutputKind::Communique);
    assert_eq!(printed, ["المحور الأول: أول", "1- س", "2- ص", "المحور الثاني: ثان"]);
}

fn styled(notation: &str, change: impl FnOnce(&mut Style)) -> Document {
    let mut document = open(notation).document().clone();
    let mut style = document.style().clone();
    change(&mut style);
    document.apply(Step::SetField(Field::Style(style))).expect("a style");
    document
}

#[test]
fn labels_follow_the_style_of_the_record() {
    for (label, expected) in [
        (Label::None, ["", "", ""]),
        (Label::Axis, ["المحور الأول:", "المحور الثاني:", "المحور الثالث:"]),
        (Label::Adverb, ["أولا،", "ثانيا،", "ثالثا،"]),
        (Label::NumberDash, ["1-", "2-", "3-"]),
        (Label::NumberDot, ["1.", "2.", "3."]),
        (Label::AbjadDash, ["أ-", "ب-", "ج-"]),
        (Label::EnDash, ["–", "–", "–"]),
        (Label::Hyphen, ["-", "-", "-"]),
        (Label::Bullet, ["•", "•", "•"]),
    ] {
        let labels = Labels { axis: label, section: label, item: label, sub_item: label };
        for kind in ["axis", "section", "item", "sub"] {
            let notation = [kind; 3].map(|kind| format!("{kind}: نص")).join("\n");
            let document = styled(&notation, |style| style.labels = labels);
            let composition = compose(&document, &View::of(OutputKind::Communique));
            let found: Vec<&str> = composition.paragraphs.iter().map(|p| p.label.as_str()).collect();
            assert_eq!(found, expected, "{label:?} {kind}");
        }
    }
}

#[test]
fn bullets_asked_for_replace_every_label_below_the_axes() {
    let view = View { bullets: Some(Label::Hyphen), ..View::of(OutputKind::Communique) };
    let printed = lines(&compose(open("axis: أول\nsection: س\nitem: ب\nsub: ث").document(), &view));
    assert_eq!(printed, ["المحور الأول: أول", "- س", "- ب", "- ث"]);
}

#[test]
fn arabic_digits_are_printed_everywhere_when_asked_for() {
    let notation = "نص 12 {dates}\nsection: بند 3";
    let document = with_in(
        open(notation).document().clone(),
        &[("meeting.dates", "2024-03-02"), ("outputs.communique.number", "12/2024")],
    );
    let view = View { digits: Some(Digits::Arabic), ..View::of(OutputKind::Communique) };
    let expected = ["رقم الصادر: ١٢/٢٠٢٤", "نص ١٢ يوم السبت ٢ مارس ٢٠٢٤", "١- بند ٣"];
    assert_eq!(lines(&compose(&document, &view)), expected);
    let document = with_in(document, &[("style.digits", "arabic")]);
    assert_eq!(lines(&compose(&document, &View::of(OutputKind::Communique))), expected);
    let latin = View { digits: Some(Digits::Latin), ..View::of(OutputKind::Communique) };
    assert_eq!(lines(&compose(&document, &latin))[2], "1- بند 3");
}

#[test]
fn marks_lie_on_the_same_words_when_digits_are_written_as_arabic_ones() {
    let document = open("في 12 و*34 عضوا* 5").document().clone();
    let view = View { digits: Some(Digits::Arabic), ..View::of(OutputKind::Communique) };
    let composition = compose(&document, &view);
    let paragraph = &composition.paragraphs[0];
    let bold: Vec<String> = paragraph.marks.iter().map(|shown| cut(&paragraph.text, &shown.range)).collect();
    assert_eq!(bold, ["٣٤ عضوا"]);
}

#[test]
fn a_public_text_never_holds_what_is_for_the_minutes_only() {
    let notation =
        "lead: علني\nm/p: سري\nnote: ملاحظة\nc/p: للصحافة\nm/section: سري\nm/agenda: سري\nm/signatures: سري";
    let document = open(notation).document().clone();
    for output in OutputKind::ALL {
        let view = View { readers: Readers::Public, ..View::of(output) };
        let all = lines(&compose(&document, &view)).concat();
        assert!(!all.contains("سري") && !all.contains("ملاحظة"), "{output}: {all}");
    }
    let communique = compose(&document, &View::of(OutputKind::Communique));
    assert_eq!(lines(&communique), ["علني", "للصحافة"]);
    assert_eq!(communique.left_out, 4);
    let minutes = lines(&compose(&document, &View::of(OutputKind::Minutes)));
    assert_eq!(minutes, ["علني", "سري", "ملاحظة", "1- سري", "جدول الأعمال", "1- سري", "سري"]);
}

#[test]
fn no_text_holds_a_phone_or_identity_number() {
    let mut document = attended();
    let signatures = Kind::Signatures(Signatures { signatories: vec![person_id(1), person_id(2)] });
    let block = Block::new(block_id(90), signatures, "فاس".into());
    document.apply(Step::Insert { after: None, block: Arc::new(block) }).expect("a block");
    for output in OutputKind::ALL {
        for readers in [Readers::Public, Readers::Internal] {
            let composition = compose(&document, &View { readers, ..View::of(output) });
            let all = lines(&composition).concat();
            assert!(!all.contains("0611223344") && !all.contains("AB123"), "{output}");
        }
    }
}

fn suggested() -> Document {
    let mut document = open("كان قديم جديد نهاية\nباق\nمضاف\nمحذوف").document().clone();
    let id = ChangeId(Id { session: 3, counter: 1 });
    let change = Change { author: "س".into(), at: Stamp(0), pending: Pending::Text };
    let at = || Target::Block(block_id(1));
    let review = BlockReview::default();
    for step in [
        Step::Put(Entry::Change(id, Some(Box::new(change)))),
        Step::Mark { at: at(), start: 0, end: 35, mark: Mark::Deleted(id), spans: vec![(7, 16)] },
        Step::Mark { at: at(), start: 0, end: 35, mark: Mark::Inserted(id), spans: vec![(16, 25)] },
        Step::SetReview(block_id(3), BlockReview { inserted: Some(id), ..review }),
        Step::SetReview(block_id(4), BlockReview { removed: Some(id), ..review }),
    ] {
        document.apply(step).expect("a suggestion");
    }
    document
}

#[test]
fn suggestions_are_read_as_accepted_as_refused_or_shown() {
    let internal = View { readers: Readers::Internal, ..View::of(OutputKind::Communique) };
    let read = |reading| compose(&suggested(), &View { reading, ..internal });
    assert_eq!(lines(&read(Reading::Final)), ["كان جديد نهاية", "باق", "مضاف"]);
    assert_eq!(lines(&read(Reading::Original)), ["كان قديم نهاية", "باق", "محذوف"]);
    assert_eq!(lines(&read(Reading::Markup)), ["كان قديم جديد نهاية", "باق", "مضاف", "محذوف"]);
    let marks = |reading| read(reading).paragraphs[0].marks.len();
    assert_eq!([Reading::Final, Reading::Original, Reading::Markup].map(marks), [0, 0, 2]);
    // Nobody outside the house is shown a suggestion.
    let public = View { reading: Reading::Markup, ..View::of(OutputKind::Communique) };
    assert_eq!(compose(&suggested(), &public), compose(&suggested(), &View::of(OutputKind::Communique)));
}

#[test]
fn a_suggested_join_is_one_paragraph_with_one_number() {
    let mut document = open("section: أول *غامق*\nsection:  ثان *آخر*\nsection: ثالث").document().clone();
    let id = ChangeId(Id { session: 3, counter: 1 });
    let change = Change { author: "س".into(), at: Stamp(0), pending: Pending::Text };
    document.apply(Step::Put(Entry::Change(id, Some(Box::new(change))))).expect("a change");
    let review = BlockReview { joined: Some(id), ..BlockReview::default() };
    document.apply(Step::SetReview(block_id(2), review)).expect("a suggestion");
    let composition = compose(&document, &View::of(OutputKind::Communique));
    assert_eq!(lines(&composition), ["1- أول غامق ثان آخر", "2- ثالث"]);
    let first = &composition.paragraphs[0];
    let bold: Vec<String> = first.marks.iter().map(|shown| cut(&first.text, &shown.range)).collect();
    assert_eq!(bold, ["غامق", "آخر"]);
    let original = View { reading: Reading::Original, ..View::of(OutputKind::Communique) };
    assert_eq!(lines(&compose(&document, &original)), ["1- أول غامق", "2-  ثان آخر", "3- ثالث"]);
}

#[test]
fn the_agenda_is_a_list_in_minutes_and_a_sentence_in_a_communique() {
    let notation = "lead: افتتاح\nagenda: عرض التقرير.\nagenda: المصادقة؛\nختام";
    assert_eq!(
        printed(notation, OutputKind::Minutes),
        ["افتتاح", "جدول الأعمال", "1- عرض التقرير.", "2- المصادقة؛", "ختام"]
    );
    assert_eq!(
        printed(notation, OutputKind::Communique),
        ["افتتاح", "تضمن جدول أعمال الاجتماع النقط التالية: عرض التقرير؛ المصادقة.", "ختام"]
    );
    let invitation = printed(notation, OutputKind::Invitation);
    assert_eq!(invitation[1..], ["جدول الأعمال", "1- عرض التقرير.", "2- المصادقة؛"]);
}

#[test]
fn minutes_list_those_who_came_and_those_who_did_not() {
    let document = with_in(attended(), &[("meeting.groups.0.nominative", "برلمانيو الجهة")]);
    assert_eq!(
        lines(&compose(&document, &View::of(OutputKind::Minutes))),
        [
            "افتتاح",
            "الحضور",
            "- السيدة ليلى",
            "- السيد سعيد",
            "- برلمانيو الجهة",
            "الممثَّلون بتوكيل (1)",
            "- السيد يونس",
            "المتغيبات بعذر (1)",
            "- السيدة مريم",
            "المتغيبون بدون عذر (1)",
            "- السيد عمر",
            "الضيفات (1)",
            "- السيدة هدى",
        ]
    );
    assert_eq!(lines(&compose(&document, &View::of(OutputKind::Communique))), ["افتتاح"]);
}

#[test]
fn signatures_follow_their_place_and_date() {
    let mut document = with_in(open("نص").document().clone(), &MAN);
    let signatory = document.meeting().chairs[0];
    let kind = Kind::Signatures(Signatures { signatories: vec![signatory] });
    let block = Block::new(block_id(9), kind, "حرر بفاس".into());
    document.apply(Step::Insert { after: Some(block_id(1)), block: Arc::new(block) }).expect("a block");
    let composition = compose(&document, &View::of(OutputKind::Communique));
    assert_eq!(lines(&composition), ["نص", "حرر بفاس", "الكاتب الجهوي: السيد سعيد العلوي"]);
    assert_eq!(composition.paragraphs[2].part, Part::Signature);
}

#[test]
fn each_output_takes_its_own_blocks() {
    let notation =
        "lead: تقديم\nrecital: تثمينا\nenacting: أوصى:\naxis: محور\nsection: بند\nagenda: نقطة\nsaid: قال";
    assert_eq!(
        printed(&format!("{notation}\nm/p: سري"), OutputKind::Recommendations),
        ["تثمينا", "أوصى:", "المحور الأول: محور", "1- بند"]
    );
    assert_eq!(printed(notation, OutputKind::Short), ["تقديم", "أوصى:", "المحور الأول: محور"]);
    let sheet = printed(notation, OutputKind::AttendanceSheet);
    assert!(!sheet.iter().any(|line| line.contains("محور") || line.contains("قال")), "{sheet:?}");
}

#[test]
fn the_short_text_ends_what_it_cuts_off() {
    let enacted = "lead: عقد المجلس دورته،\nrecital: تثمينا\nenacting: أوصى بما يلي:\naxis: المالية:\nsection: بند\naxis: التنظيم؛";
    assert_eq!(
        printed(enacted, OutputKind::Short),
        ["عقد المجلس دورته.", "أوصى بما يلي:", "المحور الأول: المالية", "المحور الثاني: التنظيم"]
    );
    let bare = "lead: عقد المجلس دورته.\naxis: المالية\nenacting: أوصى:\nnص";
    assert_eq!(
        printed(bare, OutputKind::Short),
        ["عقد المجلس دورته.", "المحاور:", "المحور الأول: المالية"],
        "axes are said to be that, and nothing is announced that does not come"
    );
    let document = open(enacted).document().clone();
    let short = compose(&document, &View::of(OutputKind::Short));
    assert!(short.paragraphs.iter().all(|p| p.part != Part::Outline(0)), "a line of a list heads nothing");
}

#[test]
fn a_letter_tells_its_day_and_not_how_a_sentence_said_it() {
    let day = |dates: When| {
        let mut document = with(&[("meeting.body.province", "فاس")]);
        document.apply(Step::SetField(Field::Dates(dates))).expect("dates");
        let composition = compose(&document, &View::of(OutputKind::Communique));
        let told = template::head(&document, &composition).day;
        let sheet = lines(&compose(&document, &View::of(OutputKind::AttendanceSheet)));
        (told, sheet.into_iter().find(|line| line.starts_with("التاريخ:")))
    };
    let date = |day: u8| mahdar::arabic::Date::new(2026, 9, day).unwrap();
    let said = |date| When::Relative { phrase: "أمس الأربعاء".into(), date };
    let both = |day: &str, fact: &str| (Some(day.to_owned()), Some(fact.to_owned()));
    assert_eq!(day(said(Some(date(23)))), both("فاس، في 23 شتنبر 2026", "التاريخ: الأربعاء 23 شتنبر 2026"));
    assert_eq!(day(said(None)), (None, None), "what is yesterday for nobody is left out");
    let range = When::Range { from: date(14), to: date(16) };
    assert_eq!(day(range).0.unwrap(), "فاس، من 14 إلى 16 شتنبر 2026");
    assert_eq!(day(When::day(date(14))).0.unwrap(), "فاس، في 14 شتنبر 2026");
    let yearless = When::Relative { phrase: "السبت 14 نونبر".into(), date: None };
    assert_eq!(
        day(yearless).1.unwrap(),
        "التاريخ: السبت 14 نونبر",
        "a day of a month is one without its year"
    );
}

#[test]
fn the_page_shows_every_block_with_its_prompt() {
    let document = template::load("council-recommendations").expect("bundled");
    let page = compose(&document, &View::page(OutputKind::Recommendations));
    assert_eq!(page.paragraphs.len(), document.blocks().len());
    assert!(page.paragraphs.iter().all(|p| !p.text.is_empty() || !p.prompt.is_empty()));
    assert_eq!(page.title.text, "توصيات الدورة العادية [الهيئة]");
}

#[test]
fn the_lead_of_each_template_reads_well_once_the_header_is_filled_in() {
    let header = [
        &WOMAN[..],
        &[
            ("meeting.dates", "2024-03-02"),
            ("meeting.venue", "المقر الجهوي"),
            ("meeting.body.name", "الكتابة الجهوية"),
            ("meeting.groups.0.oblique", "أعضاء الكتابة"),
        ],
    ]
    .concat();
    let read = |id: &str| {
        let document = with_in(template::load(id).expect("bundled"), &header);
        let composition = compose(&document, &View::main(&document));
        (composition.title.text.clone(), composition.paragraphs[0].text.clone())
    };
    assert_eq!(
        read("regional-communique"),
        (
            "بلاغ حول الاجتماع التنظيمي للكتابة الجهوية".into(),
            "ترأست السيدة ليلى المرابط، الكاتبة الجهوية، يوم السبت 2 مارس 2024 بالمقر الجهوي، اجتماعا تنظيميا للكتابة الجهوية، بحضور السيدات والسادة أعضاء الكتابة."
                .into()
        )
    );
    assert_eq!(
        read("council-recommendations"),
        (
            "توصيات الدورة العادية للكتابة الجهوية".into(),
            "عقدت الكتابة الجهوية، يوم السبت 2 مارس 2024 بالمقر الجهوي، دورتها العادية، برئاسة السيدة ليلى المرابط، الكاتبة الجهوية، بحضور السيدات والسادة أعضاء الكتابة."
                .into()
        )
    );
}

#[test]
fn a_field_is_one_place_for_the_caret_with_two_sides() {
    let document = with_in(open("حضر {chair} اليوم").document().clone(), &WOMAN);
    let composition = compose(&document, &View::page(OutputKind::Communique));
    let paragraph = &composition.paragraphs[0];
    let field = paragraph.segments.iter().find(|s| matches!(s.how, How::Field(_))).expect("a field");
    assert_eq!(cut(&paragraph.text, &field.shown), "السيدة ليلى المرابط، الكاتبة الجهوية");
    assert_eq!(paragraph.shown(field.source.start, Affinity::Downstream), field.shown.start);
    assert_eq!(paragraph.shown(field.source.end, Affinity::Downstream), field.shown.end);
    assert_eq!(paragraph.source(field.shown.start + 2), field.source.start);
    assert_eq!(paragraph.source(field.shown.end - 2), field.source.end);
    assert_eq!(paragraph.field_at(field.shown.start).map(|(_, range)| range), Some(field.shown.clone()));
    assert_eq!(paragraph.field_at(field.shown.end), None);
}

#[test]
fn only_changed_blocks_are_composed_anew() {
    let mut document = open(OUTLINE).document().clone();
    let view = View::page(OutputKind::Communique);
    let mut composer = Composer::default();
    let first = composer.compose(&document, &view);
    let at = Target::Block(block_id(4));
    document.apply(Step::Splice { at, start: 0, end: 0, insert: "x".into() }).expect("fits");
    let second = composer.compose(&document, &view);
    let same = first.paragraphs.iter().zip(&second.paragraphs).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
    assert_eq!(same, first.paragraphs.len() - 1);
}

#[test]
fn every_part_of_the_header_reaches_the_sentences_already_composed() {
    let mut document = attended();
    let atoms = [
        Atom::Chair(PersonForm::Full),
        Atom::Rapporteur(PersonForm::Full),
        Atom::Dates(DateForm::WithDay),
        Atom::NextDates(DateForm::WithDay),
        Atom::Start,
        Atom::End,
        Atom::Venue(VenueForm::At),
        Atom::NextVenue(VenueForm::At),
        Atom::Body(BodyForm::Full),
        Atom::Body(BodyForm::Region),
        Atom::Body(BodyForm::Province),
        Atom::Session(SessionForm::Definite),
        chaired("ترأس", "ترأست"),
        Atom::Attendance(Case::Oblique),
        Atom::Count { of: Counted::Members, noun: String::new() },
        Atom::Count { of: Counted::Present, noun: String::new() },
        Atom::Number,
        Atom::Reference,
    ];
    let text = RichText::from_pieces(atoms.map(Piece::Field)).expect("fields");
    document
        .apply(Step::Insert { after: None, block: Arc::new(Block::new(block_id(50), Kind::default(), text)) })
        .expect("a block");
    let mut editor = Editor::new(document, 8);
    let view = View::page(OutputKind::Communique);
    let mut composer = Composer::default();
    let mut before = composer.compose(editor.document(), &view).paragraphs[0].text.clone();
    for (path, value) in [
        ("meeting.chairs.0.name", "ليلى"),
        ("meeting.chairs.0.gender", "female"),
        ("meeting.chairs.0.honorific", "dr"),
        ("meeting.chairs.0.role", "الكاتبة"),
        ("meeting.rapporteur.name", "سعيد"),
        ("meeting.dates", "2024-03-02"),
        ("meeting.next.dates", "2024-04-02"),
        ("meeting.start", "10:00"),
        ("meeting.end", "12:00"),
        ("meeting.venue", "المقر"),
        ("meeting.next.venue", "الرباط"),
        ("meeting.body.name", "الكتابة"),
        ("meeting.body.organisation", "الاتحاد"),
        ("meeting.body.region", "سوس ماسة"),
        ("meeting.body.province", "تاونات"),
        ("meeting.session.noun", "session"),
        ("meeting.session.nature", "دوري"),
        ("meeting.session.ordinal", "3"),
        ("meeting.session.theme", "الماء"),
        ("meeting.groups.0.oblique", "أعضاء"),
        ("meeting.groups.0.count", "5"),
        ("meeting.members", "30"),
        ("outputs.communique.number", "7"),
        ("outputs.communique.reference", "م 8"),
        ("style.digits", "arabic"),
    ] {
        let command = Command::SetField { path: path.parse().expect("a path"), value: value.into() };
        editor.run(command, &at(0)).expect("a value");
        let now = composer.compose(editor.document(), &view).paragraphs[0].text.clone();
        assert_ne!(now, before, "{path} changed nothing");
        assert_eq!(now, compose(editor.document(), &view).paragraphs[0].text, "{path}");
        before = now;
    }
}

fn view() -> impl Strategy<Value = View> {
    let output = proptest::sample::select(OutputKind::ALL.to_vec());
    let scope = proptest::sample::select(vec![Scope::Output, Scope::Everything]);
    let readers = proptest::sample::select(vec![Readers::Public, Readers::Internal]);
    let reading = proptest::sample::select(vec![Reading::Final, Reading::Original, Reading::Markup]);
    let digits = proptest::sample::select(vec![None, Some(Digits::Arabic)]);
    let bullets = proptest::sample::select(vec![None, Some(Label::EnDash)]);
    (output, scope, readers, reading, digits, bullets).prop_map(
        |(output, scope, readers, reading, digits, bullets)| View {
            output,
            scope,
            readers,
            reading,
            digits,
            bullets,
        },
    )
}

fn is_sound(composed: &Composed, stored: &RichText) -> Result<(), TestCaseError> {
    let mut at = (0, 0);
    for segment in &composed.segments {
        prop_assert_eq!((segment.shown.start, segment.source.start), at, "{:?}", composed);
        at = (segment.shown.end, segment.source.end);
        let (shown, source) = (cut(&composed.text, &segment.shown), cut(stored.text(), &segment.source));
        match segment.how {
            How::Verbatim if shown.len() == source.len() => prop_assert_eq!(shown, source),
            How::Verbatim => prop_assert_eq!(mahdar::arabic::numerals::to_western(&shown), source),
            How::Hidden => prop_assert!(shown.is_empty() && !source.is_empty()),
            How::Field(_) | How::Unresolved(_) => prop_assert_eq!(source, "\u{FFFC}"),
        }
    }
    prop_assert_eq!(at.1, stored.len());
    for mark in &composed.marks {
        prop_assert!(composed.text.get(mark.range.clone()).is_some_and(|words| !words.is_empty()));
    }
    let hidden = |at: usize| composed.segments.iter().any(|s| s.how == How::Hidden && s.source.end == at);
    let mut before = 0;
    for (at, _) in stored.text().char_indices().chain([(stored.len(), ' ')]) {
        for affinity in [Affinity::Upstream, Affinity::Downstream] {
            let shown = composed.shown(at, affinity);
            prop_assert!(composed.text.is_char_boundary(shown), "{} of {:?}", at, composed);
            let back = composed.source(shown);
            prop_assert!(stored.is_boundary(back));
            let segment = composed.segments.iter().find(|s| s.source.contains(&at));
            if segment.is_some_and(|s| s.how != How::Hidden)
                && !hidden(at)
                && affinity == Affinity::Downstream
            {
                // A field that shows nothing has both its ends in one place.
                let empty = composed
                    .segments
                    .iter()
                    .any(|s| s.shown.is_empty() && (s.source.start <= at && at <= s.source.end));
                prop_assert!(
                    back == at || empty,
                    "{} went to {} and came back as {} in {:?}",
                    at,
                    shown,
                    back,
                    composed
                );
            }
        }
        let shown = composed.shown(at, Affinity::Downstream);
        prop_assert!(shown >= before, "the map runs backwards");
        before = shown;
    }
    for (at, _) in composed.text.char_indices().chain([(composed.text.len(), ' ')]) {
        let source = composed.source(at);
        prop_assert!(stored.is_boundary(source), "{} of {:?}", at, composed);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_map_between_stored_and_shown_holds(document in random::document(), view in view()) {
        let composition = compose(&document, &view);
        let joined = document.blocks().iter().any(|block| block.review.joined.is_some());
        if view.scope == Scope::Everything {
            prop_assert_eq!(composition.paragraphs.len(), document.blocks().len());
        }
        for paragraph in composition.paragraphs.iter().chain([&composition.title]) {
            let Some(target) = &paragraph.target else { continue };
            let Some(stored) = document.rich(target) else { continue };
            if !(joined && view.scope == Scope::Output && view.settled().reading == Reading::Final) {
                is_sound(paragraph, stored)?;
            }
        }
    }

    #[test]
    fn a_public_text_never_leaks(document in random::document(), output in 0..9usize, reading in 0..3usize) {
        let reading = [Reading::Final, Reading::Original, Reading::Markup][reading];
        let view = View { readers: Readers::Public, reading, ..View::of(OutputKind::ALL[output]) };
        let composition = compose(&document, &view);
        for paragraph in &composition.paragraphs {
            prop_assert!(paragraph.audience != mahdar::document::Audience::MinutesOnly);
            prop_assert!(paragraph.part != Part::Note);
            prop_assert!(paragraph.marks.iter().all(|shown| !shown.mark.is_review()), "{:?}", paragraph);
        }
    }

    #[test]
    fn composing_what_changed_gives_the_same_as_composing_everything(
        document in random::document(),
        views in vec(view(), 1..3),
        dice in vec((random::dice(), any::<bool>(), any::<bool>()), 1..12),
    ) {
        let mut composer = Composer::default();
        let mut editor = Editor::new(document.clone(), 7);
        let mut document = document;
        for (turn, (dice, by_command, other)) in dice.into_iter().enumerate() {
            if by_command {
                // Refusals are tested elsewhere.
                let command = dice.command(editor.document());
                let _refused = editor.run(command, &at(0)).is_err();
                if other {
                    editor.undo();
                }
                document = editor.document().clone();
            } else {
                let _refused = document.apply(dice.step(&document)).is_err();
                editor = Editor::new(document.clone(), 7);
            }
            let view = &views[if other { turn % views.len() } else { 0 }];
            prop_assert_eq!(composer.compose(&document, view), compose(&document, view), "turn {}", turn);
        }
    }
}

#[test]
fn a_speaker_does_not_change_the_words() {
    let mut document = open("said: قالت إن الأمر محسوم").document().clone();
    let kind = Kind::Intervention(Speaker::Person(person_id(1)));
    document.apply(Step::SetKind(block_id(1), Box::new(kind))).expect("a kind");
    let pieces = document.blocks()[0].text.pieces();
    assert!(matches!(pieces.as_slice(), [Piece::Text(_)]));
    let composition = compose(&document, &View::of(OutputKind::Minutes));
    assert_eq!(
        (lines(&composition)[0].as_str(), composition.paragraphs[0].part),
        ("قالت إن الأمر محسوم", Part::Intervention)
    );
}

#[test]
fn a_letterhead_that_nobody_wrote_says_of_which_region_the_body_is() {
    let lines = |header: &[(&str, &str)]| {
        let document = with(header);
        let composition = compose(&document, &View::of(OutputKind::Communique));
        let head = template::head(&document, &composition);
        head.lines.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let regional = [("meeting.body.name", "الأمانة الجهوية"), ("meeting.body.level", "regional")];
    let region = ("meeting.body.region", "فاس - مكناس");
    let said = |header: &[(&str, &str)]| lines(header).pop().expect("a line");
    assert_eq!(said(&[regional[0], regional[1], region]), "الأمانة الجهوية بجهة فاس مكناس");
    assert_eq!(said(&regional), "الأمانة الجهوية", "without a region");
    let known = ("meeting.body.name", "الأمانة الجهوية بجهة فاس مكناس");
    assert_eq!(said(&[known, regional[1], region]), known.1, "it is said once");
    assert_eq!(
        said(&[("meeting.body.name", "المجلس الوطني"), ("meeting.body.level", "national"), region]),
        "المجلس الوطني"
    );
    let of = |province| {
        said(&[
            ("meeting.body.name", "الأمانة الإقليمية"),
            ("meeting.body.level", "provincial"),
            ("meeting.body.province", province),
        ])
    };
    assert_eq!(of("تاونات"), "الأمانة الإقليمية بإقليم تاونات");
    assert_eq!(of("قرية لا يعرفها أحد"), "الأمانة الإقليمية");
    assert_eq!(said(&[regional[0], regional[1], region, ("letterhead.lines", "سطر كتب")]), "سطر كتب");
}
