//! The templates that come with the program: each opening sentence for every kind of chair, as it is printed.

use mahdar::check::{Certainty, What, findings};
use mahdar::document::{Document, OutputKind};
use mahdar::edit::{Command, Editor};
use mahdar::export::{Format, Options, export};
use mahdar::template::{self, Composed, How, View, compose};

use crate::record::at;

const HEADER: [(&str, &str); 6] = [
    ("meeting.dates", "2026-11-14"),
    ("meeting.start", "10:00"),
    ("meeting.venue", "المقر الجهوي"),
    ("meeting.body.name", "الكتابة الجهوية"),
    ("meeting.body.organisation", "اتحاد جمعيات الواحة"),
    ("meeting.groups.0.oblique", "عضوات وأعضاء الكتابة الجهوية"),
];

const WOMAN: Chair = ("ليلى المرابط", "female", "الكاتبة الجهوية");
const MAN: Chair = ("سعيد العلوي", "male", "الكاتب الجهوي");
const OTHER_WOMAN: Chair = ("هند الزيتوني", "female", "نائبة الكاتب الجهوي");
const OTHER_MAN: Chair = ("عمر النخلي", "male", "نائب الكاتبة الجهوية");
const UNKNOWN: Chair = ("نور الإدريسي", "unknown", "الكاتب الجهوي");

/// Name, gender, office.
type Chair = (&'static str, &'static str, &'static str);

fn filled(id: &str, chairs: &[Chair]) -> Document {
    let document = template::load(id).expect("a bundled template");
    let mut editor = Editor::new(document, 8);
    let mut set = |path: &str, value: &str| {
        let command = Command::SetField { path: path.parse().expect("a path"), value: value.into() };
        editor.run(command, &at(0)).unwrap_or_else(|e| panic!("{path}: {e}"));
    };
    for (path, value) in HEADER {
        set(path, value);
    }
    for (n, (name, gender, role)) in chairs.iter().enumerate() {
        set(&format!("meeting.chairs.{n}.name"), name);
        set(&format!("meeting.chairs.{n}.gender"), gender);
        set(&format!("meeting.chairs.{n}.role"), role);
    }
    editor.document().clone()
}

fn text(document: &Document, output: OutputKind) -> String {
    let exported = export(document, &View::of(output), Options::default(), Format::Txt).expect("a text");
    String::from_utf8(exported.bytes).expect("plain text is UTF-8")
}

/// Title and opening sentence of the template's main text.
fn opening(id: &str, chairs: &[Chair]) -> [String; 2] {
    let document = filled(id, chairs);
    let text = text(&document, document.outputs()[0].kind);
    let mut paragraphs = text.trim_end().split("\n\n").map(str::to_owned);
    [paragraphs.next().expect("a title"), paragraphs.next().expect("a lead")]
}

/// Who chairs, and how a sentence names them: after «ترأس», by office first, and after «برئاسة».
struct Case {
    chairs: &'static [Chair],
    presided: &'static str,
    by_office: &'static str,
    under: &'static str,
    signed: &'static str,
}

const CASES: [Case; 8] = [
    Case {
        chairs: &[], presided: "", by_office: "", under: "", signed: "عن الكتابة الجهوية"
    },
    Case {
        chairs: &[WOMAN],
        presided: "ترأست السيدة ليلى المرابط، الكاتبة الجهوية",
        by_office: "ترأست الكاتبة الجهوية السيدة ليلى المرابط",
        under: "، برئاسة السيدة ليلى المرابط، الكاتبة الجهوية",
        signed: "عن الكتابة الجهوية\nالكاتبة الجهوية: السيدة ليلى المرابط",
    },
    Case {
        chairs: &[MAN],
        presided: "ترأس السيد سعيد العلوي، الكاتب الجهوي",
        by_office: "ترأس الكاتب الجهوي السيد سعيد العلوي",
        under: "، برئاسة السيد سعيد العلوي، الكاتب الجهوي",
        signed: "عن الكتابة الجهوية\nالكاتب الجهوي: السيد سعيد العلوي",
    },
    Case {
        chairs: &[MAN, OTHER_MAN],
        presided: "ترأس السيد سعيد العلوي، الكاتب الجهوي، والسيد عمر النخلي، نائب الكاتبة الجهوية",
        by_office: "ترأس الكاتب الجهوي السيد سعيد العلوي ونائب الكاتبة الجهوية السيد عمر النخلي",
        under: "، برئاسة السيد سعيد العلوي، الكاتب الجهوي، والسيد عمر النخلي، نائب الكاتبة الجهوية",
        signed: "عن الكتابة الجهوية\nالكاتب الجهوي: السيد سعيد العلوي\nنائب الكاتبة الجهوية: السيد عمر النخلي",
    },
    Case {
        chairs: &[WOMAN, OTHER_WOMAN],
        presided: "ترأست السيدة ليلى المرابط، الكاتبة الجهوية، والسيدة هند الزيتوني، نائبة الكاتب الجهوي",
        by_office: "ترأست الكاتبة الجهوية السيدة ليلى المرابط ونائبة الكاتب الجهوي السيدة هند الزيتوني",
        under: "، برئاسة السيدة ليلى المرابط، الكاتبة الجهوية، والسيدة هند الزيتوني، نائبة الكاتب الجهوي",
        signed: "عن الكتابة الجهوية\nالكاتبة الجهوية: السيدة ليلى المرابط\nنائبة الكاتب الجهوي: السيدة هند الزيتوني",
    },
    Case {
        chairs: &[WOMAN, OTHER_MAN],
        presided: "ترأست السيدة ليلى المرابط، الكاتبة الجهوية، والسيد عمر النخلي، نائب الكاتبة الجهوية",
        by_office: "ترأست الكاتبة الجهوية السيدة ليلى المرابط ونائب الكاتبة الجهوية السيد عمر النخلي",
        under: "، برئاسة السيدة ليلى المرابط، الكاتبة الجهوية، والسيد عمر النخلي، نائب الكاتبة الجهوية",
        signed: "عن الكتابة الجهوية\nالكاتبة الجهوية: السيدة ليلى المرابط\nنائب الكاتبة الجهوية: السيد عمر النخلي",
    },
    Case {
        chairs: &[MAN, OTHER_WOMAN],
        presided: "ترأس السيد سعيد العلوي، الكاتب الجهوي، والسيدة هند الزيتوني، نائبة الكاتب الجهوي",
        by_office: "ترأس الكاتب الجهوي السيد سعيد العلوي ونائبة الكاتب الجهوي السيدة هند الزيتوني",
        under: "، برئاسة السيد سعيد العلوي، الكاتب الجهوي، والسيدة هند الزيتوني، نائبة الكاتب الجهوي",
        signed: "عن الكتابة الجهوية\nالكاتب الجهوي: السيد سعيد العلوي\nنائبة الكاتب الجهوي: السيدة هند الزيتوني",
    },
    Case {
        chairs: &[UNKNOWN],
        presided: "ترأس(ت) السيد(ة) نور الإدريسي، الكاتب(ة) الجهوي(ة)",
        by_office: "ترأس(ت) الكاتب(ة) الجهوي(ة) السيد(ة) نور الإدريسي",
        under: "، برئاسة السيد(ة) نور الإدريسي، الكاتب(ة) الجهوي(ة)",
        signed: "عن الكتابة الجهوية\nالكاتب(ة) الجهوي(ة): السيد(ة) نور الإدريسي",
    },
];

const ATTENDED: &str = "بحضور السيدات والسادة عضوات وأعضاء الكتابة الجهوية";

/// The template's title and its opening sentence, for every kind of chair.
#[track_caller]
fn opens(id: &str, title: &str, sentence: impl Fn(&Case) -> String) {
    for case in &CASES {
        assert_eq!(opening(id, case.chairs), [title.to_owned(), sentence(case)], "{id}");
    }
}

#[test]
fn minutes_open_with_who_chaired_or_with_the_body() {
    let day = "يوم السبت 14 نونبر 2026 على الساعة 10:00 بالمقر الجهوي";
    opens("meeting-minutes", "محضر الاجتماع الدوري للكتابة الجهوية", |case| {
        match case.presided {
            "" => format!("عقدت الكتابة الجهوية، {day}، اجتماعها الدوري، {ATTENDED}."),
            presided => format!("{presided}، {day}، اجتماعا دوريا للكتابة الجهوية، {ATTENDED}."),
        }
    });
}

#[test]
fn a_regional_communique_opens_with_who_chaired_or_with_the_body() {
    let day = "يوم السبت 14 نونبر 2026 بالمقر الجهوي";
    opens(
        "regional-communique",
        "بلاغ حول الاجتماع التنظيمي للكتابة الجهوية",
        |case| match case.presided {
            "" => format!("عقدت الكتابة الجهوية، {day}، اجتماعها التنظيمي، {ATTENDED}."),
            presided => format!("{presided}، {day}، اجتماعا تنظيميا للكتابة الجهوية، {ATTENDED}."),
        },
    );
}

#[test]
fn a_news_item_opens_with_the_office_or_with_the_body() {
    let day = "يوم السبت 14 نونبر 2026 بالمقر الجهوي";
    opens("news-item", "الكتابة الجهوية تعقد اجتماعها التواصلي", |case| {
        match case.by_office {
            "" => format!("عقدت الكتابة الجهوية، {day}، اجتماعها التواصلي، {ATTENDED}."),
            presided => format!("{presided}، {day}، اجتماعا تواصليا للكتابة الجهوية، {ATTENDED}."),
        }
    });
}

#[test]
fn a_press_communique_opens_with_the_body_and_names_the_chair_if_there_is_one() {
    opens(
        "press-communique",
        "بلاغ صحفي حول الاجتماع الدوري للكتابة الجهوية",
        |case| {
            let held = "عقدت الكتابة الجهوية لاتحاد جمعيات الواحة";
            format!("{held}، يوم السبت 14 نونبر 2026 بالمقر الجهوي، اجتماعها الدوري{}.", case.under)
        },
    );
}

#[test]
fn recommendations_open_with_the_council_and_name_the_chair_if_there_is_one() {
    opens(
        "council-recommendations",
        "توصيات الدورة العادية للكتابة الجهوية",
        |case| {
            let held = "عقدت الكتابة الجهوية لاتحاد جمعيات الواحة";
            let day = "يوم السبت 14 نونبر 2026 بالمقر الجهوي";
            format!("{held}، {day}، دورتها العادية{}، {ATTENDED}.", case.under)
        },
    );
}

#[test]
fn an_invitation_is_the_bodys_and_is_signed_by_who_chairs() {
    opens(
        "invitation",
        "دعوة إلى حضور الاجتماع الدوري للكتابة الجهوية",
        |_| {
            let body = "تتشرف الكتابة الجهوية لاتحاد جمعيات الواحة بدعوتكم إلى حضور";
            format!("{body} اجتماعها الدوري، وذلك وفق المعطيات التالية:")
        },
    );
    for case in &CASES {
        let text = text(&filled("invitation", case.chairs), OutputKind::Invitation);
        assert!(text.ends_with(&format!("\n\n{}\n", case.signed)), "{text}");
    }
}

#[test]
fn no_text_of_a_template_shows_a_gap_once_body_and_day_are_known() {
    for info in template::list() {
        let document = template::load(&info.id).expect("listed");
        let mut editor = Editor::new(document, 8);
        for (path, value) in [("meeting.body.name", "المكتب التنفيذي"), ("meeting.dates", "2026-11-14")]
        {
            let command = Command::SetField { path: path.parse().expect("a path"), value: value.into() };
            editor.run(command, &at(0)).expect("a value");
        }
        for output in info.outputs {
            let text = text(editor.document(), output);
            // A row to write in is meant to be empty.
            let text: String = text.split_inclusive('\n').filter(|line| !line.contains("....")).collect();
            assert!(!text.contains(['[', '(']), "{} {output}:\n{text}", info.id);
            assert!(!text.contains(" ،") && !text.contains("  ") && !text.contains(" ."), "{text}");
        }
    }
}

#[test]
fn what_a_printed_sentence_does_without_is_no_more_than_a_hint() {
    for info in template::list().iter().filter(|info| info.id != "meeting-minutes") {
        let document = template::load(&info.id).expect("listed");
        let mut editor = Editor::new(document, 8);
        for (path, value) in [("meeting.body.name", "المكتب التنفيذي"), ("meeting.dates", "2026-11-14")]
        {
            let command = Command::SetField { path: path.parse().expect("a path"), value: value.into() };
            editor.run(command, &at(0)).expect("a value");
        }
        let found = findings(editor.document());
        let open = found.iter().filter(|finding| matches!(finding.what, What::Unresolved(_)));
        assert_eq!(open.count(), 0, "{}", info.id);
        // Each gap that the page shows is told of all the same, as a hint.
        let page = compose(editor.document(), &View::page(editor.document().outputs()[0].kind));
        let gaps = |text: &Composed| {
            text.segments.iter().filter(|segment| matches!(segment.how, How::Unresolved(_))).count()
        };
        let of_blocks = page.paragraphs.iter().filter(|text| text.target.is_some());
        let told = found.iter().filter(|finding| matches!(finding.what, What::Spared(_)));
        assert!(told.clone().all(|finding| finding.certainty == Certainty::Style));
        assert_eq!(told.count(), of_blocks.map(|text| gaps(text)).sum::<usize>(), "{}", info.id);
    }
}

#[test]
fn a_numbered_session_is_written_in_the_genitive_in_titles() {
    let document = filled("meeting-minutes", &[WOMAN]);
    let mut editor = Editor::new(document, 8);
    for (path, value) in [("meeting.session.noun", "session"), ("meeting.session.ordinal", "21")] {
        let command = Command::SetField { path: path.parse().expect("a path"), value: value.into() };
        editor.run(command, &at(0)).expect("a value");
    }
    let text = text(editor.document(), OutputKind::Minutes);
    assert!(text.starts_with("محضر الدورة الدورية الحادية والعشرين للكتابة الجهوية\n"), "{text}");
}
