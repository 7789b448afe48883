//! Dates and hours that are wholly in words, as fields of the header; and words that only look like them.

use mahdar::arabic::{Edge, When, find_dates, read};
use mahdar::document::{FieldPath, Guessed, Target};

use crate::cues::{imported, keeps_every_word};

fn days(text: &str) -> When {
    When::Days(text.split(' ').map(|day| day.parse().expect("a day")).collect())
}

fn when(text: &str) -> Option<When> {
    read(text, None).map(|reading| reading.when)
}

#[test]
fn days_months_and_years_in_words_are_read() {
    for (text, date) in [
        ("يوم السبت الثاني من مارس سنة ألفين وأربع وعشرين", "2024-03-02"),
        ("السبت الثاني من شهر مارس عام ألفين وأربعة وعشرين", "2024-03-02"),
        ("الثاني من مارس 2024", "2024-03-02"),
        ("الحادي والعشرين من يونيو سنة ألفين وستة وعشرين", "2026-06-21"),
        ("الحادي والعشرون من يونيو 2026", "2026-06-21"),
        ("الثالث عشر من شتنبر سنة ألفين وعشرين", "2020-09-13"),
        ("الثلاثين من نونبر سنة ألفين وخمس عشرة", "2015-11-30"),
        ("العاشر من يناير سنة ألف وتسعمائة وتسع وتسعين", "1999-01-10"),
        ("فاتح ماي سنة ألفين وأربع وعشرين", "2024-05-01"),
        ("يوم الأربعاء فاتح ماي 2024", "2024-05-01"),
        ("الفاتح من ماي 2024", "2024-05-01"),
        ("الأول من دجنبر ألفين وثلاثين", "2030-12-01"),
        ("2 آذار 2024", "2024-03-02"),
        ("الخامس من كانون الثاني 2026", "2026-01-05"),
        ("14 تشرين الثاني سنة ألفين وست وعشرين", "2026-11-14"),
        ("3 أيار 2026", "2026-05-03"),
        ("يومي السبت الرابع والأحد الخامس من فبراير سنة ألفين وسبع عشرة", "2017-02-04 2017-02-05"),
    ] {
        assert_eq!(when(text), Some(days(date)), "{text}");
    }
    let end = |year, month| Some(When::Month { year, month, edge: Edge::End });
    assert_eq!(when("متم يونيو"), end(None, 6));
    assert_eq!(when("متم شهر يونيو سنة ألفين وست وعشرين"), end(Some(2026), 6));
    assert_eq!(when("نهاية حزيران 2026"), end(Some(2026), 6));
}

#[test]
fn ordinals_and_numbers_that_are_no_dates_are_not_read() {
    for text in [
        "الثاني",
        "المحور الثاني من البرنامج",
        "الثاني والثالث",
        "الثاني من مارس سنة ألفين وأربع وعشرين درهما",
        "ألفين وأربع وعشرين",
        "الحادي والثلاثين من فبراير 2026",
        "سنة مائتين",
        "الثاني من الشهر الجاري",
    ] {
        assert_eq!(when(text), None, "{text}");
    }
}

#[test]
fn a_weekday_that_is_wrong_before_a_day_in_words_is_found() {
    let found = find_dates("انعقد يوم الأحد الثاني من مارس سنة ألفين وأربع وعشرين بالمقر.");
    assert_eq!(found.len(), 1);
    assert!(found[0].1.weekday_mismatch.is_some());
    assert!(find_dates("في يوم السبت الثاني من مارس 2024").iter().all(|(_, r)| r.weekday_mismatch.is_none()));
}

fn value(document: &mahdar::document::Document, path: &str) -> String {
    document.read(path.parse().expect("a path"))
}

#[test]
fn an_opening_in_words_tells_day_hour_and_place() {
    for (opening, date, start, end, venue) in [
        (
            "عقد المكتب المحلي لودادية الزيتون اجتماعه العادي يوم السبت الثاني من مارس سنة ألفين وأربع وعشرين على الساعة العاشرة صباحا بمقر الودادية.",
            "2024-03-02",
            "10:00",
            "",
            "مقر الودادية",
        ),
        (
            "في يوم الأربعاء فاتح ماي سنة ألفين وأربع وعشرين، وعلى الساعة العاشرة والنصف صباحا، انعقد بدار الحي اجتماع المكتب المحلي.",
            "2024-05-01",
            "10:30",
            "",
            "دار الحي",
        ),
        (
            "إنه في الحادي والعشرين من شهر يونيو سنة ألفين وست وعشرين، انعقد اجتماع المكتب المحلي بقاعة البلدية، ابتداء من الساعة الثالثة وخمس وأربعين دقيقة بعد الزوال إلى غاية الساعة السادسة مساء.",
            "2026-06-21",
            "15:45",
            "18:00",
            "قاعة البلدية",
        ),
        (
            "اجتمع المكتب المحلي لودادية الزيتون يوم السبت 14 تشرين الثاني 2026 في تمام الرابعة والنصف بعد الزوال بمقر الودادية.",
            "2026-11-14",
            "16:30",
            "",
            "مقر الودادية",
        ),
        (
            "عقد المكتب المحلي لودادية الزيتون اجتماعه متم يونيو 2026 بمقر الودادية على الساعة الخامسة إلا عشر دقائق مساء.",
            "",
            "16:50",
            "",
            "مقر الودادية",
        ),
        (
            "عقد المكتب المحلي لودادية الزيتون اجتماعه الدوري يوم السبت 14 نونبر 2026 من العاشرة صباحا إلى الواحدة زوالا بمقر الودادية.",
            "2026-11-14",
            "10:00",
            "13:00",
            "مقر الودادية",
        ),
    ] {
        let text = format!("محضر اجتماع\n\n{opening}\n\nقرر المكتب تنظيم المعرض.\n");
        let document = imported(&text);
        keeps_every_word(&text, &document);
        let dates = value(&document, "meeting.dates");
        let expected = if date.is_empty() { "نهاية شهر يونيو 2026" } else { date };
        assert_eq!(dates, expected, "{opening}");
        let found = ["meeting.start", "meeting.end", "meeting.venue"].map(|path| value(&document, path));
        assert_eq!(found, [start, end, venue].map(str::to_owned), "{opening}");
        for path in ["meeting.dates", "meeting.start"] {
            let at: FieldPath = path.parse().expect("a path");
            let guesses = &document.source().expect("a source").guesses;
            let told = |guess: &&mahdar::document::Guess| {
                guess.at == Target::Field(at) && guess.what == Guessed::Field
            };
            assert!(guesses.iter().any(|guess| told(&guess)), "{path} is told");
        }
    }
}

#[test]
fn the_hour_of_the_end_may_be_in_words() {
    let text = "محضر اجتماع\n\nعقد المكتب المحلي اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\nرفعت الجلسة على الساعة الثانية عشرة والنصف زوالا.\n";
    assert_eq!(value(&imported(text), "meeting.end"), "12:30");
    let lines = "محضر اجتماع\n\nالتاريخ: السبت الثاني من مارس سنة ألفين وأربع وعشرين\nالساعة: العاشرة والنصف صباحا\n\nقرر المكتب تنظيم المعرض.\n";
    let document = imported(lines);
    assert_eq!(value(&document, "meeting.dates"), "2024-03-02");
    assert_eq!(value(&document, "meeting.start"), "10:30");
}

#[test]
fn sentences_with_ordinals_hours_and_months_of_other_things_fill_no_header() {
    for sentence in [
        "عقد المكتب المحلي لودادية الزيتون اجتماعه الثاني من البرنامج السنوي بمقر الودادية.",
        "عقد المكتب المحلي اجتماعه العادي لتقييم حصيلة متم يونيو 2026 وبرنامج السنة المقبلة.",
        "عقد المكتب المحلي اجتماعه الثالث عشر لتدارس المرتبة العاشرة التي احتلها الفريق في المساء.",
        "عقد المكتب المحلي اجتماعه العادي لإعداد التقرير قبل متم شهر يونيو 2026 ولا شيء غيره.",
    ] {
        let document = imported(&format!("محضر اجتماع\n\n{sentence}\n\nقرر المكتب تنظيم المعرض.\n"));
        let found = ["meeting.dates", "meeting.start", "meeting.end"].map(|path| value(&document, path));
        assert_eq!(found, ["", "", ""].map(str::to_owned), "{sentence}");
    }
}
