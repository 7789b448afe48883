//! Minutes as secretariats write them: openings, lists of people, closings; and what is never taken for a web page's.

use mahdar::check::{Finding, What, findings};
use mahdar::document::{
    AttendeeField, Document, FieldPath, Guess, Guessed, Kind, Matter, PersonField, Presence, Role, Sureness,
    Target, Vote,
};
use mahdar::edit::{Command, Editor, Moment, Verdict};
use mahdar::export::{Format, Options, export};
use mahdar::import::{read, record};
use mahdar::template::View;
use mahdar::ui::said;
use mahdar::words::{Language, Words};

use crate::cues::{fresh, imported, keeps_every_word};
use crate::import::docx_with;

pub(crate) fn printed(document: &Document) -> String {
    let made = export(document, &View::main(document), Options::default(), Format::Txt).expect("a text");
    String::from_utf8(made.bytes).expect("UTF-8")
}

pub(crate) fn value(document: &Document, path: &str) -> String {
    document.read(path.parse().expect("a path"))
}

pub(crate) fn guesses(document: &Document) -> &[Guess] {
    &document.source().expect("a source").guesses
}

pub(crate) fn how(document: &Document, path: &str) -> Option<Sureness> {
    let at = Target::Field(path.parse().expect("a path"));
    guesses(document)
        .iter()
        .find(|guess| guess.at == at && guess.what == Guessed::Field)
        .map(|guess| guess.how)
}

fn struck(document: &Document) -> Vec<&str> {
    let struck = document.blocks().iter().filter(|block| block.review.removed.is_some());
    struck.map(|block| block.text.text()).collect()
}

/// Who is on the list: presence, name, office, and why they were away.
pub(crate) fn listed(document: &Document) -> Vec<(Presence, String, String, String)> {
    let people = &document.meeting().attendance.people;
    people
        .iter()
        .map(|entry| {
            let person = document.person(entry.person).expect("a person");
            (entry.presence, person.name.clone(), person.role.clone(), entry.reason.clone())
        })
        .collect()
}

pub(crate) fn names(document: &Document, presence: Presence) -> Vec<String> {
    listed(document).into_iter().filter(|line| line.0 == presence).map(|line| line.1).collect()
}

fn of_kind(document: &Document, is: impl Fn(&Kind) -> bool) -> Vec<String> {
    let blocks = document.blocks().iter().filter(|block| is(&block.kind));
    blocks.map(|block| block.text.text().to_owned()).collect()
}

fn leads(document: &Document) -> usize {
    of_kind(document, |kind| *kind == Kind::Paragraph(Role::Lead)).len()
}

// What a web page leaves, and what it does not.

#[test]
fn sentences_that_begin_as_buttons_do_stay_in_the_text() {
    let sentences = [
        "شارك في اللقاء ممثلو الجمعيات المحلية ورؤساء الجماعات.",
        "مشاركة واسعة للساكنة",
        "حضور وازن للشباب",
        "الموضوع الموالي في جدول الأعمال هو برنامج السنة.",
        "تابعنا باهتمام كبير ما عرفه الإقليم من أمطار.",
        "لن يتم نشر التقرير قبل المصادقة عليه.",
        "البريد الإلكتروني: bureau@zaytoun.example",
        "أخبار متعلقة بالمعرض تناقلتها الصحف المحلية.",
        "الخبر التالي سر الجميع.",
        "Votre adresse à la presse a été appréciée.",
        "https://zaytoun.example/inscription",
        "بحث",
        "2026-2027",
        "14/11/2026",
        "15.000",
    ];
    // At the end of the text, where a page leaves most.
    let text = format!(
        "بلاغ حول المعرض\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\n{}\n",
        sentences.join("\n")
    );
    let document = imported(&text);
    assert_eq!(struck(&document), Vec::<&str>::new());
    keeps_every_word(&text, &document);
    let printed = printed(&document);
    for sentence in sentences {
        assert!(printed.contains(sentence), "{sentence}");
    }
}

#[test]
fn an_item_about_taking_part_stays_an_item() {
    let text = "توصيات اللقاء\n\nأوصى المشاركون بما يلي:\n- مشاركة في المعرض الجهوي للكتاب\n- شارك على فيسبوك\n- تنظيم قافلة طبية\n";
    let document = imported(text);
    assert_eq!(struck(&document), Vec::<&str>::new());
    assert_eq!(of_kind(&document, |kind| kind.depth() == Some(1)).len(), 3);
}

#[test]
fn what_only_pages_say_is_struck_with_its_certainty() {
    let text = "بلاغ حول المعرض\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\n\
        وقرر المكتب تنظيم المعرض في فصل الربيع.\n\nشارك هذا المقال على فيسبوك\nواتساب تويتر\nتعليقات\n\
        مواضيع ذات صلة\nودادية أخرى تفتح متجرا\nاترك تعليقا\nلن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *\n";
    let document = imported(text);
    let of = |words: &str| {
        let block = document.blocks().iter().find(|block| block.text.text() == words).expect("a block");
        let found = guesses(&document)
            .iter()
            .find(|guess| guess.at == Target::Block(block.id) && guess.what == Guessed::Residue);
        found.map(|guess| guess.how)
    };
    assert_eq!(of("شارك هذا المقال على فيسبوك"), Some(Sureness::Certain));
    assert_eq!(of("واتساب تويتر"), Some(Sureness::Certain));
    assert_eq!(of("تعليقات"), Some(Sureness::Likely));
    assert_eq!(of("اترك تعليقا"), Some(Sureness::Certain));
    // A short line among them may be anything.
    assert_eq!(of("ودادية أخرى تفتح متجرا"), Some(Sureness::Unsure));
    assert_eq!(of("وقرر المكتب تنظيم المعرض في فصل الربيع."), None);
    assert_eq!(struck(&document).len(), 7);
}

#[test]
fn what_an_author_writes_as_a_page_does_stays_where_no_page_is() {
    let lines = [
        "عدد الحاضرين:",
        "15",
        "وبعد ذلك تمت مناقشة التقرير المالي للسنة المنصرمة مع كافة المتدخلين.",
        "نتيجة التصويت على التقرير المالي:",
        "12 / 3",
        "وهنأت الرئاسة المكتب على ما بذله من جهد طيلة هذه السنة.",
        "فيسبوك",
        "وتقرر إحداث صفحة جديدة للودادية يشرف عليها المكتب المحلي بنفسه.",
        "12 / 3",
        "واتساب",
        "وتقرر كذلك إحداث مجموعة للتواصل بين أعضاء المكتب المحلي.",
    ];
    let text = format!(
        "بلاغ حول المعرض\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\n{}\n",
        lines.join("\n")
    );
    let document = imported(&text);
    assert_eq!(struck(&document), Vec::<&str>::new());
    // Beside a button of a page, what the text leads to stays, and the rest goes.
    let page = |lines: &str| {
        imported(&format!(
            "بلاغ حول المعرض\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\n\
             {lines}\n\nوقرر المكتب تنظيم المعرض في فصل الربيع مع شركائه.\n"
        ))
    };
    assert_eq!(struck(&page("نتيجة التصويت:\n12 / 3\nشارك هذا المقال")), ["شارك هذا المقال"]);
    assert_eq!(struck(&page("عدد الحاضرين:\n15\nشارك هذا المقال")), ["شارك هذا المقال"]);
    let all = "شارك هذا المقال\n7\nفيسبوك\nتويتر\nواتساب\nماسنجر";
    assert_eq!(struck(&page(all)), all.lines().collect::<Vec<_>>());
}

#[test]
fn a_button_inside_the_text_takes_no_line_of_it_along() {
    let text = "بلاغ حول المعرض\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\n\
        شارك المقال\nالجانب المالي\n\nوقرر المكتب تنظيم المعرض في فصل الربيع مع شركائه.\n\nالسيدة ليلى المرابط\n";
    let document = imported(text);
    assert_eq!(struck(&document), ["شارك المقال"]);
}

#[test]
fn buttons_that_a_page_lists_go_with_the_page_alone() {
    let page = |end: &str| {
        let html = format!(
            "<!DOCTYPE html><html><body><p>بلاغ حول المعرض</p><p>{LEAD}</p><p>وقرر المكتب اعتماد وسائل التواصل التالية:</p>\
             <ul><li>فيسبوك</li><li>واتساب</li></ul><p>رفعت الجلسة بعد ذلك مباشرة وتفرق الحاضرون على موعد قريب.</p>{end}</body></html>"
        );
        record(&read(html.as_bytes(), None).expect("a page"), "a.html", &fresh()).expect("a record")
    };
    assert_eq!(struck(&page("")), Vec::<&str>::new());
    let document = page(
        "<p>شارك المقال</p><ul><li>فيسبوك</li><li>واتساب</li><li>طباعة</li></ul><p>3 تعليقات</p><p>اترك تعليقا</p>",
    );
    let found = struck(&document);
    assert_eq!(found, ["شارك المقال", "فيسبوك", "واتساب", "طباعة", "3 تعليقات", "اترك تعليقا"]);
}

#[test]
fn rows_of_a_table_are_never_residue() {
    let row = |cells: [&str; 3]| {
        let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
        format!("<w:tr>{}</w:tr>", cells.map(cell).concat())
    };
    let table =
        [["السنة", "المداخيل", "المصاريف"], ["2024", "15000", "12000"], ["1", "2", "3"], ["7", "8", ""]];
    let body = format!(
        "<w:p><w:r><w:t>تقرير مالي</w:t></w:r></w:p><w:tbl>{}</w:tbl><w:p><w:r><w:t>صادق المكتب على الحساب.</w:t></w:r></w:p>",
        table.map(row).concat()
    );
    let read = read(&docx_with(&body, &[]), None).expect("a text");
    let document = record(&read, "a.docx", &fresh()).expect("a record");
    assert_eq!(struck(&document), Vec::<&str>::new());
    let printed = printed(&document);
    assert!(printed.contains("2024 15000 12000") && printed.contains("1 2 3"), "{printed}");
    // The same pasted as plain text.
    let text =
        "تقرير مالي\n\nصادق المكتب على الحساب المالي للسنتين.\n\n2024|15000|12000\n2023|9|7\n12 | 15\n";
    assert_eq!(struck(&imported(text)), Vec::<&str>::new());
}

// Openings.

/// An opening, and what it tells: dates, start, venue, body, chair.
type Opening = (&'static str, [&'static str; 5]);

const OPENINGS: [Opening; 14] = [
    (
        "في يوم السبت 14 نونبر 2026 على الساعة 10:00 صباحا، انعقد بالمقر الجهوي اجتماع المكتب الجهوي برئاسة السيدة ليلى المرابط.",
        ["2026-11-14", "10:00", "المقر الجهوي", "المكتب الجهوي", "ليلى المرابط"],
    ),
    (
        "بتاريخ 14 نونبر 2026 على الساعة العاشرة صباحا عقد المكتب الجهوي اجتماعه العادي بدار الجمعيات.",
        ["2026-11-14", "10:00", "دار الجمعيات", "المكتب الجهوي", ""],
    ),
    (
        "إنه في يوم الأحد 15 نونبر 2026 على الساعة الثالثة والنصف بعد الزوال، التأم بقاعة البلدية المجلس الإداري لتعاونية الأركان برئاسة السيد حمو البني.",
        ["2026-11-15", "15:30", "قاعة البلدية", "المجلس الإداري", "حمو البني"],
    ),
    (
        "في إطار تنفيذ برنامج سنة 2026، وتنفيذا لتوصيات الدورة المنعقدة يوم السبت 3 أكتوبر 2026، انعقد يوم السبت 14 نونبر 2026 بقاعة البلدية اجتماع اللجنة الإقليمية للمشاتل برئاسة السيدة ليلى المرابط.",
        ["2026-11-14", "", "قاعة البلدية", "اللجنة الإقليمية للمشاتل", "ليلى المرابط"],
    ),
    (
        "انعقد بالمقر الجهوي، يوم السبت 14 نونبر 2026، اجتماع المكتب الجهوي لشبكة المشاتل.",
        ["2026-11-14", "", "المقر الجهوي", "المكتب الجهوي", ""],
    ),
    (
        "بدعوة من رئيسها، اجتمعت اللجنة المحلية للماء يوم الخميس 12 نونبر 2026 بمقر الجماعة على الساعة الحادية عشرة إلا ربعا صباحا.",
        ["2026-11-12", "10:45", "مقر الجماعة", "اللجنة المحلية للماء", ""],
    ),
    (
        "بناء على الدعوة الموجهة إلى كافة الأعضاء، انعقدت بالمركب الثقافي، يوم الجمعة 20 نونبر 2026، دورة عادية للمجلس الوطني، تحت رئاسة السيد كريم الوردي.",
        ["2026-11-20", "", "المركب الثقافي", "المجلس الوطني", "كريم الوردي"],
    ),
    (
        "برئاسة السيدة ليلى المرابط، رئيسة الجمعية، انعقد يوم السبت 14 نونبر 2026 بمقر الجمعية اجتماع عادي للمكتب المسير.",
        ["2026-11-14", "", "مقر الجمعية", "المكتب المسير", "ليلى المرابط"],
    ),
    (
        "تم يوم السبت 14 نونبر 2026 عقد اجتماع لجنة المشاتل بمقر الجمعية، على الساعة 10 و30 دقيقة، برئاسة السيد حمو البني.",
        ["2026-11-14", "10:30", "مقر الجمعية", "لجنة المشاتل", "حمو البني"],
    ),
    (
        "على إثر استقالة أمين المال، اجتمع المكتب المحلي لودادية الزيتون يوم الاثنين 16 نونبر 2026 بدار الحي، على الساعة السادسة مساء.",
        ["2026-11-16", "18:00", "دار الحي", "المكتب المحلي", ""],
    ),
    (
        "عقد المكتب الجهوي، بعد اجتماع لجنة المالية، اجتماعه العادي يوم السبت 14 نونبر 2026 بالمقر الجهوي.",
        ["2026-11-14", "", "المقر الجهوي", "المكتب الجهوي", ""],
    ),
    (
        "يوم السبت 14 نونبر 2026، وعلى الساعة الثانية عشرة زوالا، عقدت لجنة المشاتل اجتماعا استثنائيا بفضاء الزيتون.",
        ["2026-11-14", "12:00", "فضاء الزيتون", "لجنة المشاتل", ""],
    ),
    (
        "تلبية لدعوة الرئاسة، التأم يومه السبت 14 نونبر 2026 بقاعة الاجتماعات المكتب التنفيذي لشبكة المشاتل.",
        ["2026-11-14", "", "قاعة الاجتماعات", "المكتب التنفيذي", ""],
    ),
    (
        "ترأست السيدة ليلى المرابط، الكاتبة الجهوية، يوم السبت 14 نونبر 2026 بالمقر الجهوي، اجتماعا تنظيميا للمكتب الجهوي.",
        ["2026-11-14", "", "المقر الجهوي", "المكتب الجهوي", "ليلى المرابط"],
    ),
];

#[test]
fn every_usual_opening_tells_who_met_when_and_where() {
    let mut wrong = Vec::new();
    for (opening, expected) in OPENINGS {
        // Under a title and without one, with a stop and without.
        for text in [
            format!("محضر اجتماع\n\n{opening}\n\nرفعت الجلسة على الساعة الواحدة زوالا.\n"),
            format!("{}\n\nرفعت الجلسة.\n", opening.trim_end_matches('.')),
        ] {
            let document = imported(&text);
            keeps_every_word(&text, &document);
            let paths = [
                "meeting.dates",
                "meeting.start",
                "meeting.venue",
                "meeting.body.name",
                "meeting.chairs.0.name",
            ];
            let found = paths.map(|path| value(&document, path));
            if leads(&document) != 1 || found != expected.map(str::to_owned) {
                wrong.push(format!("{opening}\n  {} leads, {found:?}", leads(&document)));
            }
            for (path, value) in paths.iter().zip(&found).filter(|(_, value)| !value.is_empty()) {
                assert!(how(&document, path).is_some(), "{path} is {value}, and no guess");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lines_of_the_head_tell_the_facts_and_stay_where_they_are() {
    let text = "محضر اجتماع المكتب المسير\n\nالتاريخ: السبت 14 نونبر 2026\nالمكان: مقر الجمعية بحي النخيل\n\
        الساعة: الرابعة مساء\nرئيسة الاجتماع: السيدة ليلى المرابط\nكاتب الجلسة: السيد كريم الوردي\n\n\
        جدول الأعمال:\n1- الحساب السنوي\n2- متفرقات\n\nرفعت الجلسة.\n";
    let document = imported(text);
    keeps_every_word(text, &document);
    let facts = [
        ("meeting.dates", "2026-11-14"),
        ("meeting.venue", "مقر الجمعية بحي النخيل"),
        ("meeting.start", "16:00"),
        ("meeting.chairs.0.name", "ليلى المرابط"),
        ("meeting.rapporteur.name", "كريم الوردي"),
    ];
    for (path, expected) in facts {
        assert_eq!(value(&document, path), expected, "{path}");
        assert_eq!(how(&document, path), Some(Sureness::Certain), "{path}");
    }
    assert_eq!(of_kind(&document, |kind| matches!(kind, Kind::AgendaItem(_))).len(), 2);
    assert!(printed(&document).contains("المكان: مقر الجمعية بحي النخيل"));
}

#[test]
fn the_title_of_minutes_tells_what_the_opening_does_not() {
    let text = "محضر اجتماع المكتب الوطني المنعقد يوم السبت 14 نونبر 2026 بالمقر المركزي\n\n\
        افتتحت الجلسة بكلمة رحبت فيها السيدة الرئيسة بالحاضرين.\n\nرفعت الجلسة.\n";
    let document = imported(text);
    assert_eq!(value(&document, "meeting.dates"), "2026-11-14");
    assert_eq!(value(&document, "meeting.venue"), "المقر المركزي");
    assert_eq!(value(&document, "meeting.body.name"), "المكتب الوطني");
}

// Lists of people.

pub(crate) const LEAD: &str = "عقد المكتب المحلي لودادية الزيتون اجتماعه العادي يوم السبت 14 نونبر 2026 بمقر الودادية، برئاسة السيدة ليلى المرابط.";

pub(crate) fn minutes(roll: &str) -> String {
    format!("محضر اجتماع المكتب المحلي\n\n{LEAD}\n\n{roll}\n\nقرر المكتب تنظيم المعرض.\n\nرفعت الجلسة.\n")
}

#[test]
fn those_who_came_are_read_under_every_usual_heading() {
    let heads = [
        "الحضور",
        "الحضور (2)",
        "الحضور:",
        "الحاضرون:",
        "الحاضرات والحاضرون",
        "الأعضاء الحاضرون: 2",
        "لائحة الحضور:",
        "قائمة الحاضرين",
        "حضر الاجتماع:",
        "حضر الاجتماع السيدات والسادة الآتية أسماؤهم:",
        "حضر عن المكتب المحلي كل من:",
        "أولا: الحضور",
        "السيدات والسادة الحاضرون",
    ];
    let lists = [
        "1- السيدة ليلى المرابط، رئيسة المكتب\n2- السيد كريم الوردي، كاتب المكتب",
        "1. السيدة ليلى المرابط: رئيسة المكتب\n2. السيد كريم الوردي: كاتب المكتب",
        "- السيدة ليلى المرابط رئيسة المكتب\n- السيد كريم الوردي كاتب المكتب",
        "– ليلى المرابط (رئيسة المكتب)\n– كريم الوردي (كاتب المكتب)",
        "السيدة ليلى المرابط، رئيسة المكتب؛\nالسيد كريم الوردي، كاتب المكتب.",
        "ليلى المرابط، رئيسة المكتب\nكريم الوردي، كاتب المكتب",
        "رئيسة المكتب: السيدة ليلى المرابط\nكاتب المكتب: السيد كريم الوردي",
        "- السيدة ليلى المرابط، رئيسة المكتب، رئيسة الاجتماع\n- السيد كريم الوردي، كاتب المكتب، مقررا",
    ];
    for head in heads {
        for list in lists {
            let text = minutes(&format!("{head}\n{list}"));
            let document = imported(&text);
            let of = |name: &str, role: &str| (Presence::Present, name.into(), role.into(), String::new());
            let expected = [of("ليلى المرابط", "رئيسة المكتب"), of("كريم الوردي", "كاتب المكتب")];
            assert_eq!(listed(&document), expected, "{head}\n{list}");
            assert_eq!(value(&document, "meeting.chairs.0.name"), "ليلى المرابط");
            assert_eq!(document.meeting().chairs.len(), 1);
            keeps_every_word(&text, &document);
            assert!(of_kind(&document, |kind| kind.depth().is_some()).is_empty(), "{head}\n{list}");
            let text = printed(&document);
            assert!(text.contains("الحضور (2)"), "{text}");
            // Without an honorific nothing says which gender.
            let names = ["- السيد كريم الوردي، كاتب المكتب", "- كريم الوردي، كاتب(ة) المكتب"];
            assert!(names.iter().any(|line| text.contains(line)), "{text}");
        }
    }
}

#[test]
fn those_who_were_away_are_read_as_their_heading_says() {
    let heads = [
        ("المتغيبون بعذر:", Presence::Excused),
        ("الغائبون بعذر", Presence::Excused),
        ("المعتذرون:", Presence::Excused),
        ("الأعضاء المعتذرون عن الحضور:", Presence::Excused),
        ("وتغيب عن الاجتماع بعذر:", Presence::Excused),
        ("اعتذر عن الحضور:", Presence::Excused),
        // Why somebody was away is an excuse, and nobody says that the others had none.
        ("المتغيبون:", Presence::Unknown),
        ("الغائبون", Presence::Unknown),
        ("المتغيبون بدون عذر", Presence::Absent),
        ("الغائبات والغائبون بدون عذر:", Presence::Absent),
        ("لائحة الغياب:", Presence::Unknown),
        ("تغيب عن الاجتماع السادة:", Presence::Unknown),
    ];
    for (head, presence) in heads {
        let text = minutes(&format!(
            "الحاضرون:\n1- السيدة ليلى المرابط\n2- السيد كريم الوردي\n\n{head}\n1- السيد حماد التازي (عذر صحي)\n2- السيدة سعاد الزهراوي"
        ));
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert_eq!(names(&document, Presence::Present), ["ليلى المرابط", "كريم الوردي"], "{head}");
        if presence == Presence::Unknown {
            assert_eq!(names(&document, Presence::Excused), ["حماد التازي"], "{head}");
            assert_eq!(names(&document, Presence::Absent), ["سعاد الزهراوي"], "{head}");
            assert_eq!(how(&document, "meeting.attendance.3.presence"), Some(Sureness::Unsure), "{head}");
        } else {
            assert_eq!(names(&document, presence), ["حماد التازي", "سعاد الزهراوي"], "{head}");
        }
        assert_eq!(listed(&document)[2].3, "عذر صحي");
    }
}

#[test]
fn what_stands_in_brackets_of_who_came_says_who_they_are() {
    let text = minutes(
        "الحاضرون:\n1- السيدة ليلى المرابط\n2- السيد كريم الوردي، كاتب المكتب (عن بعد)\n\nالضيوف:\n1- السيد حماد التازي (عن جمعية الأمل)\n2- السيدة سعاد الزهراوي",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert_eq!(names(&document, Presence::Present), ["ليلى المرابط", "كريم الوردي"]);
    assert_eq!(names(&document, Presence::Guest), ["حماد التازي", "سعاد الزهراوي"]);
    let said: Vec<(String, String)> = listed(&document).into_iter().map(|line| (line.2, line.3)).collect();
    assert_eq!(said[1], ("كاتب المكتب، عن بعد".to_owned(), String::new()), "nobody there has an excuse");
    assert_eq!(said[2], ("عن جمعية الأمل".to_owned(), String::new()));
}

#[test]
fn an_opening_may_lead_to_those_who_came() {
    let text = "محضر اجتماع\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية، وبحضور السادة:\n\
        - السيد حمو البني، رئيس الودادية\n- السيدة تودا الياسمين، كاتبة\n\nرفعت الجلسة.\n";
    let document = imported(text);
    assert_eq!(names(&document, Presence::Present), ["حمو البني", "تودا الياسمين"]);
    assert_eq!(leads(&document), 1);
    // What leads to something else leads to that.
    let text = "محضر اجتماع\n\nعقد المكتب المحلي اجتماعه يوم السبت 14 نونبر 2026، بحضور جميع الأعضاء، وأوصى بما يلي:\n\
        - دعم الفلاحين\n- تنظيم المعرض\n";
    let document = imported(text);
    assert!(listed(&document).is_empty());
    assert_eq!(of_kind(&document, |kind| kind.depth() == Some(1)).len(), 2);
}

#[test]
fn those_named_behind_their_heading_are_on_the_list() {
    let of = |name: &str, role: &str| (Presence::Present, name.to_owned(), role.to_owned(), String::new());
    for (line, expected) in [
        (
            "الحضور: السيدة ليلى المرابط، رئيسة المكتب، السيد كريم الوردي، والسيد حماد التازي.",
            vec![of("ليلى المرابط", "رئيسة المكتب"), of("كريم الوردي", ""), of("حماد التازي", "")],
        ),
        (
            "حضر الاجتماع السادة: ليلى المرابط، كريم الوردي، وحماد التازي",
            vec![of("ليلى المرابط", ""), of("كريم الوردي", ""), of("حماد التازي", "")],
        ),
        ("الحاضرون: 5 من أصل 7", Vec::new()),
        ("الحضور: كان وازنا، ونوعيا.", Vec::new()),
        ("الحضور: أكد السيد كريم الوردي أهمية الموضوع.", Vec::new()),
    ] {
        let text = minutes(line);
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert_eq!(listed(&document), expected, "{line}");
        assert_eq!(printed(&document).contains(line), expected.is_empty(), "{line}");
    }
    let text = minutes(
        "الحاضرون:\n- السيدة ليلى المرابط\n\nالمتغيبون بعذر: السيد حماد التازي، السيدة سعاد الزهراوي.",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert_eq!(names(&document, Presence::Excused), ["حماد التازي", "سعاد الزهراوي"]);
}

#[test]
fn an_agenda_that_a_sentence_leads_to_costs_neither_items_nor_decisions() {
    let text = minutes(
        "الحاضرون:\n- السيدة ليلى المرابط\n- السيد كريم الوردي\n\nتضمن جدول الأعمال النقط التالية:\n1- الحساب السنوي\n2- متفرقات\n\nتم بالإجماع تشكيل لجنة المشاتل.",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert_eq!(of_kind(&document, |kind| matches!(kind, Kind::AgendaItem(_))), ["الحساب السنوي", "متفرقات"]);
    let formed = |kind: &Kind| matches!(kind, Kind::Decision(d) if d.vote == Some(Vote::Unanimous));
    assert_eq!(of_kind(&document, formed).len(), 1);
    assert_eq!(listed(&document).len(), 2);
}

#[test]
fn a_list_ends_where_something_else_begins() {
    let text = minutes(
        "الحاضرون\nليلى المرابط\nكريم الوردي\n\nمجريات الاجتماع\nتناولت السيدة الرئيسة الكلمة.\n\nجدول الأعمال\n1- عرض التقرير الأدبي\n2- المناقشة العامة",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert_eq!(names(&document, Presence::Present), ["ليلى المرابط", "كريم الوردي"]);
    assert_eq!(of_kind(&document, |kind| matches!(kind, Kind::AgendaItem(_))).len(), 2);
    assert!(printed(&document).contains("مجريات الاجتماع"));
    // Another list that is numbered from one is no more people.
    let text =
        minutes("الحاضرون:\n1- ليلى المرابط\n2- كريم الوردي\n1- عرض التقرير الأدبي\n2- المناقشة العامة");
    let document = imported(&text);
    assert_eq!(listed(&document).len(), 2);
    assert!(printed(&document).contains("عرض التقرير الأدبي"));
}

#[test]
fn what_speaks_of_people_is_no_list_of_them() {
    for text in [
        "الحاضرون\n\nأشاد الجميع بالمبادرة.",
        "الحضور:\n1- دعم الفلاحين الصغار في الإقليم\n2- تنظيم المعرض السنوي للزيتون",
        "تتكون اللجنة من السادة:\n- السيد كريم الوردي\n- السيد حماد التازي",
        "حضر الاجتماع:\nوقد أكد السيد كريم الوردي على دعم الفلاحين.",
        "الحاضرون:\n- السيد كريم الوردي أكد على ضرورة دعم الفلاحين",
    ] {
        let text = minutes(text);
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert!(listed(&document).is_empty(), "{text}");
    }
}

#[test]
fn a_list_that_is_worded_otherwise_now_is_told_once_and_its_words_are_kept() {
    let text = minutes("الحاضرون:\n1- السيدة ليلى المرابط رئيسة المكتب\n2- الأستاذ كريم الوردي، كاتب المكتب");
    let document = imported(&text);
    assert_eq!(&*document.source().expect("a source").text, text);
    let told: Vec<(String, String)> = guesses(&document)
        .iter()
        .filter_map(|guess| match &guess.what {
            Guessed::Label(words) => Some((guess.to_string().split(' ').next()?.to_owned(), words.clone())),
            _ => None,
        })
        .collect();
    let expected = [
        (FieldPath::Attendee(0, AttendeeField::Presence), "الحاضرون:"),
        (
            FieldPath::Attendee(0, AttendeeField::Person(PersonField::Name)),
            "1- السيدة ليلى المرابط رئيسة المكتب",
        ),
        (
            FieldPath::Attendee(1, AttendeeField::Person(PersonField::Name)),
            "2- الأستاذ كريم الوردي، كاتب المكتب",
        ),
    ];
    assert_eq!(told, expected.map(|(path, words)| (path.to_string(), words.to_owned())));
    let all = findings(&document);
    let cards: Vec<_> = all.iter().filter(|finding| finding.what.key() == "finding-guess-roll").collect();
    assert_eq!(cards.len(), 1);
    let What::Guess { count, words, .. } = &cards[0].what else { panic!("a guess") };
    assert_eq!((*count, words.as_str()), (3, "الحاضرون:"));
    // A list that is printed letter for letter is told of by nothing.
    let same = minutes(
        "الحضور (2)\n- السيدة ليلى المرابط، رئيسة المكتب، رئيسة الاجتماع\n- السيد كريم الوردي، كاتب المكتب",
    );
    let document = imported(&same);
    assert_eq!(listed(&document).len(), 2);
    assert!(!guesses(&document).iter().any(|guess| matches!(guess.what, Guessed::Label(_))));
    assert_eq!(printed(&document).trim(), same.trim());
}

#[test]
fn a_list_stays_in_the_text_where_the_header_would_not_say_it_again() {
    // Nobody stands on the list twice.
    let twice = minutes("الحاضرون:\n- السيدة ليلى المرابط\n- السيدة ليلى المرابط");
    let document = imported(&twice);
    keeps_every_word(&twice, &document);
    assert!(printed(&document).matches("السيدة ليلى المرابط").count() >= 3);
    // News prints no lists: its words stay, and the header knows who came.
    let news = format!(
        "خبر: الودادية تستعد للمعرض\n\n{LEAD}\n\nالحاضرون:\n- السيدة ليلى المرابط\n- السيد كريم الوردي\n"
    );
    let document = imported(&news);
    keeps_every_word(&news, &document);
    assert_eq!(names(&document, Presence::Present), ["ليلى المرابط", "كريم الوردي"]);
    assert!(printed(&document).contains("السيد كريم الوردي"));
}

#[test]
fn a_list_at_the_end_does_not_come_between_an_opening_and_its_agenda() {
    let text = "محضر اجتماع\n\nالتأم المكتب المحلي بتاريخ 14/11/2026 بمقره، وكان جدول الأعمال كالتالي:\n\
        - برنامج السنة\n- متفرقات\n\nوانتهى الجمع على الساعة السادسة مساء.\n\nالحاضرون:\nليلى المرابط\nكريم الوردي\n";
    let document = imported(text);
    keeps_every_word(text, &document);
    assert_eq!(of_kind(&document, |kind| matches!(kind, Kind::AgendaItem(_))), ["برنامج السنة", "متفرقات"]);
    let text = printed(&document);
    assert!(text.find("متفرقات") < text.find("الحاضرون:"), "{text}");
    assert_eq!(value(&document, "meeting.dates"), "2026-11-14");
    assert_eq!(value(&document, "meeting.end"), "18:00");
}

#[test]
fn a_quorum_that_is_told_otherwise_costs_no_list() {
    let text = minutes(
        "الحاضرون:\n- السيدة ليلى المرابط\n- السيد كريم الوردي\n\nحضر 2 من 3 أعضاء، فاكتمل النصاب القانوني.",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert_eq!(listed(&document).len(), 2);
    assert!(printed(&document).contains("حضر 2 من 3 أعضاء، فاكتمل النصاب القانوني."));
}

// A second list.

#[test]
fn a_second_clause_that_adopts_opens_another_list() {
    for clause in [
        "كما أوصى المكتب بما يلي:",
        "وأوصى المكتب كذلك بما يلي:",
        "كما قرر المكتب أيضا ما يأتي:",
        "وفي الجانب المالي، أوصى المكتب بالتوصيات التالية:",
        "كما تم الاتفاق على ما يلي:",
    ] {
        let text = format!(
            "توصيات المكتب المحلي\n\nأوصى المكتب بما يلي:\n1- دعم الفلاحين\n2- إصلاح المسالك\n{clause}\n1- اقتناء شاحنة صغيرة\n2- تنظيم يوم دراسي\n"
        );
        let document = imported(&text);
        keeps_every_word(&text, &document);
        let items = of_kind(&document, |kind| kind.depth() == Some(1));
        assert_eq!(
            items,
            ["دعم الفلاحين", "إصلاح المسالك", "اقتناء شاحنة صغيرة", "تنظيم يوم دراسي"],
            "{clause}"
        );
        assert_eq!(of_kind(&document, |kind| *kind == Kind::Paragraph(Role::Enacting)).len(), 2, "{clause}");
        assert!(of_kind(&document, |kind| kind.depth() == Some(0)).is_empty(), "{clause}");
    }
}

// Every guess is told.

#[test]
fn what_was_read_without_being_said_is_a_guess_with_its_certainty() {
    let text = "محضر اجتماع المكتب الجهوي\n\nرقم الصادر: 12/2026\n\n\
        عقد المكتب الجهوي لشبكة المشاتل اجتماعه العادي الثالث يوم السبت 14 نونبر 2026 بالمقر الجهوي، برئاسة السيدة ليلى المرابط.\n\n\
        الحضور (3)\n- السيدة ليلى المرابط، رئيسة الشبكة، رئيسة الاجتماع\n- السيد كريم الوردي، كاتب الشبكة\n- السيد حماد التازي، أمين المال\n\n\
        حضر 3 أعضاء من أصل 5، وبذلك اكتمل النصاب القانوني المحدد في 3 أعضاء.\n\n\
        قرر المكتب بأغلبية صوتين مقابل صوت واحد تشكيل لجنة المعرض.\n\n\
        تم بالإجماع تعيين السيد كريم الوردي منسقا للمعرض.\n\nرفعت الجلسة.\n";
    let document = imported(text);
    keeps_every_word(text, &document);
    let (certain, likely) = (Some(Sureness::Certain), Some(Sureness::Likely));
    assert_eq!(value(&document, "outputs.minutes.number"), "12/2026");
    for (path, expected) in [
        ("outputs.minutes.number", certain),
        ("meeting.body.level", likely),
        ("meeting.session.nature", certain),
        ("meeting.session.ordinal", certain),
        ("meeting.members", certain),
        ("meeting.quorum", likely),
    ] {
        assert_eq!(how(&document, path), expected, "{path}");
    }
    let of = |what: &Guessed| -> Vec<(Kind, Sureness)> {
        let found = guesses(&document).iter().filter(|guess| guess.what == *what);
        found
            .map(|guess| {
                let Target::Block(id) = guess.at else { panic!("{guess}") };
                (document.block(id).expect("a block").kind.clone(), guess.how)
            })
            .collect()
    };
    let votes = of(&Guessed::Vote);
    let matters = of(&Guessed::Matter);
    let vote = |kind: &Kind| if let Kind::Decision(decision) = kind { decision.vote } else { None };
    assert_eq!(vote(&votes[0].0), Some(Vote::Counted { yes: 2, no: 1, abstained: 0 }));
    assert_eq!(vote(&votes[1].0), Some(Vote::Unanimous));
    assert_eq!(votes.iter().map(|(_, how)| *how).collect::<Vec<_>>(), [Sureness::Certain, Sureness::Likely]);
    let is = |kind: &Kind, of: fn(&Matter) -> bool| matches!(kind, Kind::Decision(d) if of(&d.matter));
    assert!(is(&matters[0].0, |matter| matches!(matter, Matter::Committee { .. })));
    assert!(is(&matters[1].0, |matter| matches!(matter, Matter::Appointment { .. })));
    // The findings tell each of them, in words.
    let all = findings(&document);
    let words = |key: &str| -> Vec<(String, &'static str)> {
        all.iter()
            .filter_map(|finding| match &finding.what {
                What::Guess { key: own, words, kind, .. } if *own == key => Some((words.clone(), *kind)),
                _ => None,
            })
            .collect()
    };
    assert_eq!(
        words("finding-guess-matter"),
        [
            ("لجنة المعرض".to_owned(), "detail-matter-committee"),
            ("كريم الوردي".into(), "detail-matter-appointment")
        ]
    );
    assert_eq!(words("finding-guess-vote").len(), 2);
    assert_eq!(words("finding-guess-vote")[1].0, "بالإجماع");
    // A field is told by its name with its choice, in words of the reader and never as a word for machines.
    let told = |words: Words| -> Vec<String> {
        let of = |finding: &&Finding| finding.what.key() == "finding-guess-field";
        all.iter().filter(of).map(|finding| said::finding(finding, words).0).collect()
    };
    let arabic = told(Words::new(Language::Arabic)).join("\n");
    assert!(arabic.contains("مستوى الهيئة: جهوي"), "{arabic}");
    assert!(arabic.contains("النصاب القانوني: أكثر من النصف"), "{arabic}");
    assert!(!arabic.chars().any(|c| c.is_ascii_alphabetic()), "{arabic}");
    assert!(told(Words::new(Language::French)).join("\n").contains("Niveau"));
    let told: usize = all
        .iter()
        .filter_map(|finding| if let What::Guess { count, .. } = finding.what { Some(count) } else { None })
        .sum();
    assert_eq!(told, guesses(&document).len());
}

#[test]
fn groups_of_news_are_guesses_in_both_cases() {
    let text = "خبر: الودادية تستعد للمعرض\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية، بحضور ممثلي الجمعيات.\n\nأكد السيد كريم الوردي دعمه.\n";
    let document = imported(text);
    assert_eq!(value(&document, "meeting.groups.0.nominative"), "ممثلو الجمعيات");
    assert_eq!(how(&document, "meeting.groups.0.oblique"), Some(Sureness::Likely));
    assert_eq!(how(&document, "meeting.groups.0.nominative"), Some(Sureness::Likely));
}

#[test]
fn a_vote_that_was_read_is_settled_by_confirming_it_or_by_hand() {
    let text = "بلاغ\n\nعقد المكتب الجهوي اجتماعه يوم السبت 14 نونبر 2026 بالمقر الجهوي.\n\nتم بالإجماع تعيين السيد كريم الوردي منسقا للمعرض.\n";
    let document = imported(text);
    let carried = |document: &Document| -> Vec<Guess> {
        let of = |guess: &&Guess| matches!(guess.what, Guessed::Vote | Guessed::Matter);
        guesses(document).iter().filter(of).cloned().collect()
    };
    let own = carried(&document);
    assert_eq!(own.len(), 2);
    let mut editor = Editor::new(document.clone(), 5);
    let confirm = Command::Settle { guesses: vec![own[1].clone()], answer: Verdict::Confirm };
    editor.run(confirm, &Moment::default()).expect("confirmed");
    assert_eq!(carried(editor.document()), own[..1]);
    let Target::Block(id) = own[0].at else { panic!("a block") };
    let kind = editor.document().block(id).expect("the block").kind.clone();
    assert!(matches!(kind, Kind::Decision(_)));
    editor.run(Command::SetBlockKind(id, Kind::default()), &Moment::default()).expect("another kind");
    assert_eq!(carried(editor.document()), []);
    editor.undo();
    assert_eq!(carried(editor.document()), own[..1]);
}

#[test]
fn a_number_that_was_read_is_settled_by_writing_another() {
    let text =
        "بلاغ\n\nرقم الصادر: 12/2026\n\nعقد المكتب الجهوي اجتماعه يوم السبت 14 نونبر 2026 بالمقر الجهوي.\n";
    let mut editor = Editor::new(imported(text), 5);
    let path = "outputs.communique.number";
    assert_eq!(how(editor.document(), path), Some(Sureness::Certain));
    let set = |value: &str| Command::SetField { path: path.parse().expect("a path"), value: value.into() };
    editor.run(set("13/2026"), &Moment::default()).expect("a number");
    assert_eq!(how(editor.document(), path), None);
}
