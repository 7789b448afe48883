//! Places to sign that name nobody, at the end of texts.

use mahdar::document::{Document, Kind, Role};

use crate::cues::{imported, outline};

const LEAD: &str = "عقد المكتب المحلي لودادية الزيتون اجتماعه العادي يوم السبت 14 نونبر 2026 بمقر الودادية، برئاسة السيدة ليلى المرابط.";

fn minutes(end: &str) -> Document {
    imported(&format!(
        "محضر اجتماع المكتب المحلي\n\n{LEAD}\n\nقرر المكتب تنظيم المعرض.\n\nرفعت الجلسة على الساعة 13:00.\n\n{end}\n"
    ))
}

/// The offices and names of those who sign, and how many closings there are.
fn signing(document: &Document) -> (Vec<(String, String)>, usize) {
    let mut all = Vec::new();
    for block in document.blocks() {
        let Kind::Signatures(list) = &block.kind else { continue };
        for id in &list.signatories {
            let person = document.person(*id).expect("a person");
            all.push((person.role.clone(), person.name.clone()));
        }
    }
    let closing = |kind: &Kind| *kind == Kind::Paragraph(Role::Closing);
    (all, document.blocks().iter().filter(|block| closing(&block.kind)).count())
}

#[test]
fn lines_to_sign_without_a_name_are_signatures_and_no_closings() {
    for (end, expected) in [
        ("الرئيس:\nالمقرر :", vec![("الرئيس", ""), ("المقرر", "")]),
        (
            "الرئيسة: ................\nالكاتب العام: ................",
            vec![("الرئيسة", ""), ("الكاتب العام", "")],
        ),
        ("حرر بالزيتون في 14 نونبر 2026\nالرئيس\nالمقرر", vec![("الرئيس", ""), ("المقرر", "")]),
        ("التوقيع\nالرئيس:\nالمقرر:", vec![("الرئيس", ""), ("المقرر", "")]),
        (
            "التوقيعات:\nالرئيس: السيد حمو البني\nالكاتب العام:",
            vec![("الرئيس", "حمو البني"), ("الكاتب العام", "")],
        ),
        ("الرئيس:\t\tالمقرر:", vec![("الرئيس", ""), ("المقرر", "")]),
        ("توقيع الرئيس: ..........\nتوقيع الكاتب: ..........", vec![("الرئيس", ""), ("الكاتب", "")]),
        ("التوقيع", vec![]),
        ("التوقيع: ...................", vec![]),
        ("حرر بالزيتون في 14 نونبر 2026\n.....................", vec![]),
    ] {
        let document = minutes(end);
        let (found, closings) = signing(&document);
        let expected: Vec<(String, String)> =
            expected.into_iter().map(|(role, name)| (role.to_owned(), name.to_owned())).collect();
        assert_eq!((found, closings), (expected, 1), "{end}\n{}", outline(&document));
        let signs =
            document.blocks().iter().filter(|block| matches!(block.kind, Kind::Signatures(_))).count();
        assert_eq!(signs, 1, "{end}\n{}", outline(&document));
    }
}

#[test]
fn offices_that_open_something_else_sign_nothing() {
    for end in [
        "الكاتب العام:\nقدم عرضا حول برنامج السنة المقبلة.",
        "الرئيس: أكد أن المعرض ينظم في فصل الربيع.",
        "الرئيس والمقرر حضرا الاجتماع.",
    ] {
        let document = minutes(end);
        let signs =
            document.blocks().iter().filter(|block| matches!(block.kind, Kind::Signatures(_))).count();
        assert_eq!(signs, 0, "{end}\n{}", outline(&document));
    }
    // An office in the middle of a text leads to what it did.
    let text = format!(
        "محضر اجتماع\n\n{LEAD}\n\nالرئيس:\nرحب بالحاضرين.\n\nقرر المكتب تنظيم المعرض.\n\nرفعت الجلسة.\n"
    );
    assert!(imported(&text).blocks().iter().all(|block| !matches!(block.kind, Kind::Signatures(_))));
}
