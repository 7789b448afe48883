//! Tables of who was there, in files of word processors and pages, as people with their states; other tables as they are.

use std::collections::BTreeSet;

use mahdar::arabic::{Gender, fold};
use mahdar::check::{What, findings};
use mahdar::document::{Document, Guessed, Kind, OutputKind, Person, Presence};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::export::{Format, Options, export};
use mahdar::import::{read, record};
use mahdar::template::View;

use crate::cues::{fresh, imported};
use crate::import::docx_with;

const LEAD: &str = "عقد المكتب المحلي لودادية الزيتون اجتماعه العادي يوم السبت 14 نونبر 2026 بمقر الودادية، برئاسة السيدة ليلى المرابط.";
const END: &str = "رفعت الجلسة على الساعة الواحدة زوالا.";

fn docx(title: &str, over: &str, rows: &[Vec<&str>]) -> Document {
    let p = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let row = |cells: &Vec<&str>| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", p(cell))).collect();
        format!("<w:tr>{}</w:tr>", cells.concat())
    };
    let table: String = rows.iter().map(row).collect();
    let over = if over.is_empty() { String::new() } else { p(over) };
    let body = format!("{}{}{over}<w:tbl>{table}</w:tbl>{}", p(title), p(LEAD), p(END));
    made(&docx_with(&body, &[]), "محضر.docx")
}

fn html(title: &str, over: &str, rows: &[Vec<&str>]) -> Document {
    let row = |(at, cells): (usize, &Vec<&str>)| {
        let tag = if at == 0 { "th" } else { "td" };
        let cells: Vec<String> = cells.iter().map(|cell| format!("<{tag}>{cell}</{tag}>")).collect();
        format!("<tr>{}</tr>", cells.concat())
    };
    let table: String = rows.iter().enumerate().map(row).collect();
    let over = if over.is_empty() { String::new() } else { format!("<p>{over}</p>") };
    let page = format!(
        "<!DOCTYPE html><html><body><h1>{title}</h1><p>{LEAD}</p>{over}<table>{table}</table><p>{END}</p></body></html>"
    );
    made(page.as_bytes(), "محضر.html")
}

fn made(bytes: &[u8], name: &str) -> Document {
    let read = read(bytes, None).expect("a text");
    let document = record(&read, name, &fresh()).expect("a record");
    assert_eq!(document.check(), []);
    keeps_every_word(&read.text, &document);
    document
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
    words.map(|word| fold(&word)).filter(|word| word.chars().any(char::is_alphanumeric))
}

fn printed(document: &Document) -> String {
    let made = export(document, &View::main(document), Options::default(), Format::Txt).expect("a text");
    String::from_utf8(made.bytes).expect("UTF-8")
}

/// Every word of the source is printed, in a block, in a field of somebody, or told in a guess.
#[track_caller]
fn keeps_every_word(text: &str, document: &Document) {
    let mut kept: BTreeSet<String> = words(&printed(document)).collect();
    for block in document.blocks() {
        kept.extend(words(block.text.text()));
    }
    for person in document.people().values() {
        for field in [&person.body, &person.phone, &person.identity, &person.latin] {
            kept.extend(words(field));
        }
    }
    for guess in &document.source().expect("a source").guesses {
        if let Guessed::Label(label) = &guess.what {
            kept.extend(words(label));
        }
    }
    let lost: Vec<String> = words(text).filter(|word| !kept.contains(word)).collect();
    assert_eq!(lost, Vec::<String>::new(), "{}", printed(document));
    assert_eq!(&*document.source().expect("a source").text, text);
}

fn person(document: &Document, at: usize) -> &Person {
    document.person(document.meeting().attendance.people[at].person).expect("a person")
}

fn listed(document: &Document) -> Vec<(String, Presence)> {
    let people = &document.meeting().attendance.people;
    (0..people.len()).map(|at| (person(document, at).name.clone(), people[at].presence)).collect()
}

fn rows_of(document: &Document) -> usize {
    document.blocks().iter().filter(|block| block.text.text().contains('\t')).count()
}

#[test]
fn a_table_of_who_was_there_becomes_people_with_their_states_whatever_the_order_of_its_columns() {
    let columns: [[&str; 5]; 5] = [
        ["ر.ت", "الاسم الكامل", "الصفة", "الحضور", "التوقيع"],
        ["1", "السيدة ليلى المرابط", "رئيسة المكتب", "حاضرة", ""],
        ["2", "السيد كريم الوردي", "كاتب المكتب", "متغيب بعذر (مهمة خارج المدينة)", ""],
        ["3", "السيد حماد التازي", "أمين المال", "غائب", "........"],
        ["4", "السيدة سعاد الزهراوي", "مستشارة", "التحقت على الساعة 10:20", ""],
    ];
    let orders: [&[usize]; 5] =
        [&[0, 1, 2, 3, 4], &[1, 2, 3, 4], &[4, 3, 2, 1, 0], &[1, 3, 2], &[3, 1, 0, 2, 4]];
    for order in orders {
        let rows: Vec<Vec<&str>> =
            columns.iter().map(|row| order.iter().map(|at| row[*at]).collect()).collect();
        for document in [docx("محضر اجتماع", "لائحة الحضور", &rows), html("محضر اجتماع", "", &rows)]
        {
            let expected = [
                ("ليلى المرابط", Presence::Present),
                ("كريم الوردي", Presence::Excused),
                ("حماد التازي", Presence::Absent),
                ("سعاد الزهراوي", Presence::Present),
            ];
            assert_eq!(listed(&document), expected.map(|(name, is)| (name.to_owned(), is)), "{order:?}");
            assert_eq!(rows_of(&document), 0, "{order:?}");
            let people = &document.meeting().attendance.people;
            assert_eq!(people[1].reason, "مهمة خارج المدينة");
            assert_eq!(people[3].arrived.map(|time| time.to_string()).as_deref(), Some("10:20"));
            assert_eq!(
                (person(&document, 0).gender, person(&document, 2).gender),
                (Gender::Female, Gender::Male)
            );
            assert_eq!(person(&document, 2).role, "أمين المال");
            let text = printed(&document);
            assert!(text.contains("- السيد كريم الوردي، كاتب المكتب (مهمة خارج المدينة)"), "{text}");
            assert!(!text.contains("التوقيع"), "{text}");
        }
    }
}

#[test]
fn names_in_two_columns_bodies_and_telephones_go_where_they_belong() {
    let rows = vec![
        vec!["الاسم", "النسب", "الهيئة", "الهاتف", "التوقيع"],
        vec!["ليلى", "المرابط", "جمعية النور", "0600000001", "وقعت"],
        vec!["كريم", "الوردي", "نادي المشاتل", "0600000002", ""],
    ];
    let document = docx("محضر اجتماع", "", &rows);
    // Who signed came; of the other nobody says it.
    assert_eq!(
        listed(&document),
        [("ليلى المرابط".to_owned(), Presence::Present), ("كريم الوردي".to_owned(), Presence::Unknown)]
    );
    assert_eq!(person(&document, 1).body, "نادي المشاتل");
    assert_eq!(person(&document, 0).phone, "0600000001");
    assert!(!printed(&document).contains("0600000001"), "personal data is in no text");
}

#[test]
fn columns_with_a_sign_for_each_state_are_read() {
    let rows = vec![
        vec!["الاسم والنسب", "حاضر", "غائب بعذر", "غائب بدون عذر"],
        vec!["السيدة ليلى المرابط", "×", "", ""],
        vec!["السيد كريم الوردي", "", "✓", ""],
        vec!["السيد حماد التازي", "", "", "x"],
    ];
    for document in [docx("محضر اجتماع", "", &rows), html("محضر اجتماع", "", &rows)] {
        let states: Vec<Presence> = listed(&document).into_iter().map(|(_, is)| is).collect();
        assert_eq!(states, [Presence::Present, Presence::Excused, Presence::Absent]);
    }
}

#[test]
fn a_column_that_is_not_understood_is_told_and_lost_nowhere() {
    let rows = vec![
        vec!["الاسم الكامل", "السن", "الحضور", "ملاحظات"],
        vec!["السيدة ليلى المرابط", "45", "حاضرة", "تكلفت بالقاعة"],
        vec!["السيد كريم الوردي", "52", "متغيب بعذر", "عذر صحي"],
        vec!["السيد حماد التازي", "38", "؟؟ ربما", ""],
    ];
    let document = docx("محضر اجتماع", "", &rows);
    assert_eq!(document.meeting().attendance.people[1].reason, "عذر صحي");
    let all = findings(&document);
    let told: Vec<(usize, &str)> = all
        .iter()
        .filter_map(|finding| match &finding.what {
            What::Guess { key: "finding-guess-column", count, words, .. } => Some((*count, words.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(told, [(3, "السن: 45 / ملاحظات: تكلفت بالقاعة")]);
}

#[test]
fn a_table_that_lists_anything_else_stays_a_table() {
    let tables: [Vec<Vec<&str>>; 5] = [
        vec![vec!["السنة", "المداخيل", "المصاريف"], vec!["2024", "15000", "12000"], vec!["2025", "9", "7"]],
        vec![
            vec!["الاسم", "الصفة", "المبلغ"],
            vec!["السيدة ليلى المرابط", "رئيسة", "300"],
            vec!["السيد كريم الوردي", "كاتب", "200"],
        ],
        vec![
            vec!["النشاط", "التاريخ", "الحضور"],
            vec!["ندوة الماء", "3 أكتوبر 2026", "120"],
            vec!["معرض الزيتون", "7 نونبر 2026", "450"],
        ],
        vec![
            vec!["المهمة", "المكلف", "الأجل"],
            vec!["إعداد التقرير", "السيد كريم الوردي", "30 نونبر 2026"],
            vec!["طبع الدليل", "السيدة ليلى المرابط", "7 دجنبر 2026"],
        ],
        vec![vec!["الحضور", "الغياب"], vec!["12", "3"], vec!["9", "6"]],
    ];
    for rows in tables {
        for document in [docx("محضر اجتماع", "", &rows), html("محضر اجتماع", "", &rows)] {
            assert_eq!(rows_of(&document), rows.len(), "{rows:?}");
            assert!(listed(&document).is_empty(), "{rows:?}");
        }
    }
}

#[test]
fn a_table_where_people_sign_at_the_end_is_no_attendance() {
    let rows = vec![vec!["الاسم", "الصفة", "التوقيع"], vec!["السيدة ليلى المرابط", "رئيسة المكتب", "....."]];
    let document = docx("محضر اجتماع", "التوقيعات", &rows);
    assert!(listed(&document).is_empty());
}

#[test]
fn news_keep_the_rows_and_the_header_knows_who_came() {
    let rows = vec![
        vec!["الاسم", "الصفة", "الحضور"],
        vec!["السيدة ليلى المرابط", "رئيسة", "حاضرة"],
        vec!["السيد كريم الوردي", "كاتب", "حاضر"],
    ];
    let document = docx("خبر: الودادية تستعد للمعرض", "", &rows);
    assert_eq!(document.outputs()[0].kind, OutputKind::News);
    assert_eq!(rows_of(&document), 3);
    assert_eq!(listed(&document).len(), 2);
}

#[test]
fn somebody_who_stands_twice_keeps_the_table_as_it_is() {
    let rows = vec![
        vec!["الاسم", "الحضور"],
        vec!["السيدة ليلى المرابط", "حاضرة"],
        vec!["السيدة ليلى المرابط", "حاضرة"],
    ];
    let document = docx("محضر اجتماع", "", &rows);
    assert_eq!(rows_of(&document), 3);
}

#[test]
fn rows_without_heads_are_people_below_the_heading_of_a_list_of_them() {
    let rows =
        vec![vec!["1", "السيدة ليلى المرابط", "رئيسة المكتب"], vec!["2", "السيد كريم الوردي", "كاتب المكتب"]];
    assert_eq!(listed(&docx("محضر اجتماع", "الحاضرون:", &rows)).len(), 2);
    let away = docx("محضر اجتماع", "المتغيبون بعذر:", &rows);
    assert!(listed(&away).iter().all(|(_, is)| *is == Presence::Excused));
    assert_eq!(rows_of(&docx("محضر اجتماع", "أعضاء لجنة التتبع:", &rows)), 2);
}

// The agenda that a sentence leads to.

fn minutes(opening: &str) -> String {
    format!("محضر اجتماع\n\n{LEAD}\n\n{opening}\n1- الحساب السنوي\n2- متفرقات\n\n{END}\n")
}

#[test]
fn words_that_only_lead_to_the_agenda_become_its_heading_and_can_be_kept() {
    for opening in [
        "تضمن جدول الأعمال النقط التالية:",
        "تضمن جدول أعمال الاجتماع النقط التالية:",
        "وقد شمل جدول أعمال المكتب المحلي ما يلي:",
        "جدول أعمال الاجتماع:",
        "وكان جدول الأعمال على النحو التالي :",
    ] {
        let document = imported(&minutes(opening));
        let text = printed(&document);
        assert_eq!(text.matches("جدول").count(), 1, "{text}");
        assert!(text.contains("\nجدول الأعمال\n1- الحساب السنوي\n"), "{text}");
        let all = findings(&document);
        let card =
            all.iter().find(|finding| finding.what.key() == "finding-guess-repeated").expect("a finding");
        let answer = |key: &str| -> Command {
            card.fixes.iter().find(|fix| fix.key == key).expect("an answer").command.clone()
        };
        let mut editor = Editor::new(document.clone(), 5);
        editor.run(answer("guess-restore"), &Moment::default()).expect("kept");
        let kept = export(editor.document(), &View::main(editor.document()), Options::default(), Format::Txt);
        assert!(String::from_utf8(kept.expect("a text").bytes).expect("UTF-8").contains(opening));
        editor.undo();
        editor.run(answer("guess-delete"), &Moment::default()).expect("deleted");
        assert!(!editor.document().blocks().iter().any(|block| block.text.text() == opening));
    }
}

#[test]
fn words_that_tell_more_than_an_agenda_stay() {
    for opening in [
        "وبعد نقاش، صادق المكتب على جدول الأعمال التالي:",
        "اقترحت السيدة الرئيسة جدول الأعمال التالي:",
        "تضمن جدول أعمال الاجتماع، بعد إضافة نقطة طارئة، النقط التالية:",
    ] {
        assert!(printed(&imported(&minutes(opening))).contains(opening), "{opening}");
    }
    // What prints no heading of its own keeps the sentence.
    let news =
        format!("خبر: الودادية تستعد\n\n{LEAD}\n\nتضمن جدول الأعمال النقط التالية:\n1- الحساب\n2- متفرقات\n");
    assert!(printed(&imported(&news)).contains("تضمن جدول الأعمال النقط التالية:"));
}

#[test]
fn the_kind_of_an_agenda_item_is_told() {
    let document = imported(&minutes("تضمن جدول الأعمال النقط التالية:"));
    let items = document.blocks().iter().filter(|block| matches!(block.kind, Kind::AgendaItem(_))).count();
    assert_eq!(items, 2);
}
