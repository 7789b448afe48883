//! What an imported text does not say: words that are nobody, hours that were not read, facts of another meeting.

use std::time::{Duration, Instant};

use mahdar::arabic::Time;
use mahdar::arabic::cues::Words;
use mahdar::arabic::lead;
use mahdar::document::{Presence, Sureness};
use mahdar::template::{View, compose, head};

use crate::cues::{imported, keeps_every_word};
use crate::import_minutes::{LEAD, how, listed, minutes, names, printed, value};

// Hours.

fn hour_of(text: &str) -> Option<Time> {
    let words = Words::of(text);
    lead::hour(text, &words, &words.cues())
}

#[test]
fn an_hour_is_read_with_its_part_of_the_day_or_not_at_all() {
    let hours = [
        ("10:00 صباحا", "10:00"),
        ("العاشرة صباحا", "10:00"),
        ("9 إلى 12 زوالا", "09:00"),
        ("9 صباحا إلى 3 بعد الزوال", "09:00"),
        ("العاشرة إلى الثالثة بعد الزوال", "10:00"),
        ("الثانية إلى الرابعة بعد الزوال", "14:00"),
        ("الثامنة حتى الحادية عشرة ليلا", "20:00"),
        ("الواحدة ليلا", "01:00"),
        ("الثانية عشرة ليلا", "00:00"),
        ("الثانية عشرة وعشر دقائق ليلا", "00:10"),
        ("الثانية عشرة إلا ربعا ليلا", "23:45"),
        ("الواحدة بعد منتصف الليل", "01:00"),
        ("التاسعة ليلا", "21:00"),
        ("الرابعة عصرا", "16:00"),
        ("الثانية عشرة زوالا", "12:00"),
        ("الواحدة زوالا", "13:00"),
        ("السادسة وخمس وأربعين دقيقة", "06:45"),
        ("السادسة وخمس وأربعون دقيقة مساء", "18:45"),
        ("التاسعة وعشرين دقيقة", "09:20"),
        ("التاسعة وخمس عشرة دقيقة", "09:15"),
        ("العاشرة إلا خمس دقائق", "09:55"),
        ("الواحدة إلا ربعا", "12:45"),
        ("الواحدة إلا ربعا زوالا", "12:45"),
        ("الحادية عشرة إلا ربعا صباحا", "10:45"),
        ("الثالثة والنصف بعد الزوال", "15:30"),
        ("10 و30 دقيقة", "10:30"),
        ("١٠ و٣٠ دقيقة مساء", "22:30"),
        ("18:30", "18:30"),
        // More is said than is understood.
        ("السادسة وخمس وأربعين", ""),
        ("العاشرة والنصف إلا خمس دقائق", ""),
        ("العاشرة إلا قليلا", ""),
        ("الثامنة والعشرين", ""),
        ("10 و30", ""),
        ("الحادية عشرة بعد الزوال", ""),
    ];
    for (hour, expected) in hours {
        let text = format!("عقد المكتب اجتماعه من الساعة {hour}، بمقر الجمعية.");
        let found = hour_of(&text).map(|time| time.to_string());
        assert_eq!(found.unwrap_or_default(), expected, "{hour}");
    }
}

// Who is nobody.

#[test]
fn words_under_a_heading_of_people_are_nobody() {
    for roll in [
        "الغائبون: لا أحد.",
        "الغائبون: لا شيء",
        "المتغيبون بدون عذر: لا يوجد",
        "الغائبون:\nلا أحد",
        "الضيوف: لم يحضر أحد آخر",
        "الحضور: النصاب القانوني متوفر.",
        "الحضور: الاهتمام الكبير بالموضوع.",
        "الحضور: غفير ومتنوع",
        "الحاضرون: سعيد بحضوركم، كريم معنا",
        "الحاضرون:\nالميزانية السنوية",
        "الحاضرون:\nمناقشة عامة\nتقرير مالي",
        "اعتذر عن الحضور: مرض السيد عمر الحداد.",
        "عدد الحاضرين:\n15 عضوا\nوبعد ذلك تمت المناقشة.",
        "الحاضرون:\nوبعد ذلك تمت المناقشة.",
        "الحاضرون:\nوشكر الحاضرين الجميع",
        "الحاضرون:\n- غير محدد بعد\n- لا تعليق آخر",
    ] {
        let text = minutes(roll);
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert!(listed(&document).is_empty(), "{roll}: {:?}", listed(&document));
        assert!(document.meeting().attendance.groups.is_empty(), "{roll}");
        let printed = printed(&document);
        for line in roll.lines() {
            assert!(printed.contains(line), "{line} in\n{printed}");
        }
        assert!(!printed.contains("(1)"), "{printed}");
    }
    let news =
        format!("بلاغ حول المعرض\n\n{LEAD}\n\nالحضور: الاهتمام الكبير بالموضوع.\n\nقرر المكتب تنظيم المعرض.\n");
    assert!(listed(&imported(&news)).is_empty());
}

#[test]
fn names_without_an_honorific_are_still_read() {
    for (roll, expected) in [
        ("الحاضرون:\nسلمى الناصري\nعمر الحداد", vec!["سلمى الناصري", "عمر الحداد"]),
        ("الحاضرون:\nالحداد عمر\nالناصري سلمى", vec!["الحداد عمر", "الناصري سلمى"]),
        ("الحضور: سلمى الناصري.", vec!["سلمى الناصري"]),
        ("الحضور: سلمى الناصري، شهرزاد الحداد وقمر الوردي", vec![]),
        (
            "الحضور: سلمى الناصري، شهرزاد الحداد، وقمر الوردي",
            vec!["سلمى الناصري", "شهرزاد الحداد", "قمر الوردي"],
        ),
        ("الحاضرون:\nشهرزاد الحداد\nسلمى الناصري", vec!["شهرزاد الحداد", "سلمى الناصري"]),
        ("الحاضرون:\n- شهرزاد الحداد، أمينة المال", vec!["شهرزاد الحداد"]),
        ("الحاضرون:\nالحسين التنوب\nالمصطفى البرني", vec!["الحسين التنوب", "المصطفى البرني"]),
        ("الحاضرون:\nعبد الرحيم بنعلي\nميمونة أيت الزعتر", vec!["عبد الرحيم بنعلي", "ميمونة أيت الزعتر"]),
    ] {
        let text = minutes(roll);
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert_eq!(names(&document, Presence::Present), expected, "{roll}");
    }
}

#[test]
fn a_heading_behind_a_list_of_people_is_none_of_them() {
    for (people, after) in [
        ("سلمى الناصري\nعمر الحداد", "\nالمحور الأول"),
        ("سلمى الناصري\nعمر الحداد", "المحور الأول"),
        ("سلمى الناصري\nعمر الحداد", "التقرير المالي"),
        ("سلمى الناصري\nعمر الحداد", "سير الأشغال"),
        ("- السيدة سلمى الناصري\n- السيد عمر الحداد", "\nالمحور الأول"),
        ("- السيدة سلمى الناصري\n- السيد عمر الحداد", "- المصادقة على المحضر السابق\n- مختلفات"),
        ("- السيدة سلمى الناصري\n- السيد عمر الحداد", "\n- أعضاء المكتب يصادقون على المحضر"),
        ("السيدة سلمى الناصري\nالسيد عمر الحداد", "ممثلو الجمعيات طالبوا بالدعم."),
    ] {
        let text = minutes(&format!("الحاضرون:\n{people}\n{after}"));
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert_eq!(names(&document, Presence::Present), ["سلمى الناصري", "عمر الحداد"], "{after}");
        assert!(document.meeting().attendance.groups.is_empty(), "{after}");
        for line in after.trim().lines() {
            assert!(printed(&document).contains(line.trim_start_matches("- ")), "{line}");
        }
    }
    let text = "محضر اجتماع\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية، بحضور السيدات والسادة:\n\
        - السيدة سلمى الناصري\n- السيد عمر الحداد\n- المصادقة على المحضر السابق\n- مختلفات\n";
    let document = imported(text);
    keeps_every_word(text, &document);
    assert_eq!(names(&document, Presence::Present), ["سلمى الناصري", "عمر الحداد"]);
    assert!(document.meeting().attendance.groups.is_empty());
    // Where another list follows, what was not understood would come to stand below it.
    let text = minutes(
        "الحاضرون:\n- السيدة سلمى الناصري\n- السيد عمر الحداد\n- الطريق والماء\n\nالضيوف:\n- السيد مراد السالمي",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert!(listed(&document).is_empty());
    let text = minutes("الحاضرون:\nجمهور غفير\n\nالمتغيبون بعذر:\n- السيد مراد السالمي");
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert!(listed(&document).is_empty());
    let text = minutes("الحاضرون:\n1- سلمى الناصري\n2- عمر الحداد\n3- هند ب.");
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert!(listed(&document).is_empty() && printed(&document).contains("3- هند ب."));
    let text = minutes(
        "حضر الاجتماع السادة:\nعمر الحداد\nسلمى الناصري\nوتخلف عن الحضور:\nكريم الوردي\nواعتذر عن الحضور:\nالسيد حمو البني",
    );
    let document = imported(&text);
    assert_eq!(names(&document, Presence::Absent), ["كريم الوردي"]);
    assert_eq!(names(&document, Presence::Excused), ["حمو البني"]);
    // An office or a body may stand for somebody.
    let text = minutes(
        "الحاضرون:\n- السيدة سلمى الناصري\n- ممثل السلطة المحلية\n- جمعية الأفق\n\nالضيوف:\n- السيد مراد السالمي",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    let groups = document.meeting().attendance.groups.iter().map(|group| group.nominative.as_str());
    assert_eq!(groups.collect::<Vec<_>>(), ["ممثل السلطة المحلية", "جمعية الأفق"]);
    // Several who stand on the list are still on it, with how many they were.
    let text = minutes("الحاضرون:\n- السيدة سلمى الناصري\n- السيد عمر الحداد\n- أعضاء المكتب الجهوي (12)");
    let document = imported(&text);
    keeps_every_word(&text, &document);
    let groups = &document.meeting().attendance.groups;
    assert_eq!((groups[0].nominative.as_str(), groups[0].count), ("أعضاء المكتب الجهوي", Some(12)));
}

#[test]
fn a_telephone_number_is_no_count_and_no_office() {
    for line in [
        "- السيد كريم الوردي (0661234567)",
        "- السيد كريم الوردي (هاتف 0661234567)",
        "- السيد كريم الوردي (الهاتف: 0661234567)",
        "- السيد كريم الوردي، 0661234567",
        "- كريم الوردي (0661234567)",
    ] {
        let text = minutes(&format!("الحاضرون:\n- السيدة ليلى المرابط (رئيسة المكتب)\n{line}"));
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert_eq!(names(&document, Presence::Present), ["ليلى المرابط", "كريم الوردي"], "{line}");
        let person = document.person(document.meeting().attendance.people[1].person).expect("a person");
        assert_eq!((person.phone.as_str(), person.role.as_str()), ("0661234567", ""), "{line}");
        assert!(document.meeting().attendance.groups.is_empty());
        let printed = printed(&document);
        assert!(printed.contains("الحضور (2)") && !printed.contains("661234567"), "{printed}");
    }
    // What no list can say stays in the text.
    for line in
        ["- السيد كريم الوردي (التحق متأخرا)", "- السيد كريم الوردي (3)", "- أعضاء المكتب (0661234567)"]
    {
        let text = minutes(&format!("الحاضرون:\n- السيدة ليلى المرابط\n{line}"));
        let document = imported(&text);
        keeps_every_word(&text, &document);
        let shown = printed(&document);
        assert!(shown.contains(line.trim_start_matches("- ")), "{line} in {shown}");
        let all = listed(&document);
        assert!(
            all.iter().all(|(_, name, role, _)| name != "كريم الوردي" && role.is_empty()),
            "{line}: {all:?}\n{}",
            printed(&document)
        );
        assert!(document.meeting().attendance.groups.iter().all(|group| group.count.is_none()));
    }
}

#[test]
fn who_was_away_has_the_excuse_that_is_given() {
    let text = minutes(
        "الحاضرون:\n- السيدة ليلى المرابط\n\nالغائبون:\n- السيد عمر الحداد (سفر)\n- السيد كريم الوردي، لظروف صحية\n- السيدة سعاد الزهراوي (بدون عذر)\n- السيد حماد التازي",
    );
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert_eq!(names(&document, Presence::Excused), ["عمر الحداد", "كريم الوردي"]);
    assert_eq!(names(&document, Presence::Absent), ["سعاد الزهراوي", "حماد التازي"]);
    assert_eq!(listed(&document)[2].3, "لظروف صحية");
    let sure: Vec<_> =
        (1..5).map(|at| how(&document, &format!("meeting.attendance.{at}.presence"))).collect();
    let (likely, certain, unsure) = (Sureness::Likely, Sureness::Certain, Sureness::Unsure);
    assert_eq!(sure, [Some(likely), Some(likely), Some(certain), Some(unsure)]);
    // A body in brackets is where they come from; what is no known excuse is not sure.
    let text = minutes(
        "الحاضرون:\n- السيدة ليلى المرابط\n\nالغائبون:\n1- السيد عمر الحداد: مريض\n2- السيد كريم الوردي (جمعية الأفق)\n3- السيد حماد التازي (فرح في العائلة)",
    );
    let document = imported(&text);
    let all = listed(&document);
    let of = |at: usize| (all[at].0, all[at].2.as_str(), all[at].3.as_str());
    assert_eq!(of(1), (Presence::Excused, "", "مريض"));
    assert_eq!(of(2), (Presence::Absent, "جمعية الأفق", ""));
    assert_eq!(of(3), (Presence::Excused, "", "فرح في العائلة"));
    assert_eq!(how(&document, "meeting.attendance.3.presence"), Some(Sureness::Unsure));
    let text = minutes("الحاضرون:\n- السيدة ليلى المرابط\n\nالغائبون: السيد عمر الحداد، السيد كريم الوردي.");
    let document = imported(&text);
    assert_eq!(how(&document, "meeting.attendance.1.presence"), Some(Sureness::Unsure));
}

#[test]
fn a_list_beyond_a_limit_stays_in_the_text() {
    let name = |n: usize| format!("السيد عمر الحداد{}", "ء".repeat(n % 7) + &"س".repeat(n / 7));
    let mut letters = 0;
    let people: Vec<String> = (0..10_000)
        .map(name)
        .take_while(|name| {
            letters += name.chars().count();
            letters < 12_000
        })
        .collect();
    let line = format!("الحضور: {}", people.join("، "));
    let text = minutes(&line);
    let document = imported(&text);
    keeps_every_word(&text, &document);
    assert!(printed(&document).contains(&line));
    assert!(listed(&document).is_empty());
    let group = |n: usize| format!("- ممثلو الجمعية {}\n", "س".repeat(n + 1));
    let groups: String = (0..1_001).map(|n| group(n % 40).replace('\n', &format!(" {n}\n"))).collect();
    for title in ["محضر اجتماع", "بلاغ"] {
        let text = format!(
            "{title}\n\n{LEAD}\n\nالحاضرون:\n- السيدة ليلى المرابط\n{groups}\nقرر المكتب تنظيم المعرض.\n"
        );
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert!(document.meeting().attendance.groups.len() <= 1_000, "{title}");
        assert!(printed(&document).contains("1000"), "{title}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound on time is measured")]
fn a_long_list_costs_what_its_length_costs() {
    let list = |count: usize, before: &str, between: &str| {
        let letters = |n: usize| -> String {
            n.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
        };
        let name = |n: usize| format!("السيد عمر {}", letters(n));
        let people: Vec<String> = (0..count).map(name).collect();
        let text = minutes(&format!("الحاضرون:{before}{}", people.join(between)));
        let started = Instant::now();
        let document = imported(&text);
        println!("{count}: {:?}", started.elapsed());
        // A line that is longer than a label of the source may be stays where it is.
        assert_eq!(listed(&document).len(), if before == " " { 0 } else { count });
        started.elapsed().max(Duration::from_millis(20))
    };
    for (before, between) in [("\n- ", "\n- "), (" ", "، ")] {
        let (few, many) = (list(1_000, before, between), list(4_000, before, between));
        // Twice what four times as many should cost; each against each would cost sixteen times as much.
        assert!(many < few * 8, "1000 names took {few:?}, 4000 took {many:?}");
    }
}

// Facts of the head.

#[test]
fn a_sentence_behind_a_label_is_no_chair_and_no_place() {
    let silent = |lines: &str| {
        let text = format!(
            "محضر اجتماع المكتب المسير\n\nالتاريخ: السبت 14 نونبر 2026\n{lines}\n\nجدول الأعمال:\n1- الحساب السنوي\n2- متفرقات\n\nرفعت الجلسة.\n"
        );
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert!(
            document.meeting().chairs.is_empty(),
            "{lines}: {:?}",
            value(&document, "meeting.chairs.0.name")
        );
        assert_eq!(document.meeting().rapporteur, None, "{lines}");
        assert_eq!(value(&document, "meeting.venue"), "", "{lines}");
        assert_eq!(value(&document, "meeting.dates"), "2026-11-14");
    };
    for lines in [
        "رئيس الجلسة: أرحب بكم جميعا.",
        "المقرر: توفير الإنارة العمومية.",
        "المقرر: تأجيل البت النهائي",
        "المقرر: غير محدد",
        "الرئاسة: منصب شاغر",
        "المكان: سيحدد لاحقا",
        "المكان: غير محدد",
        "المكان: رائع",
        "المكان: سنجتمع قريبا في المقر",
        "رئيس الجلسة: سعيد بحضوركم",
        "المقرر: كريم جدا معنا",
        "رئيس الجلسة: السيد كريم الوردي أكد أهمية الموضوع",
    ] {
        silent(lines);
    }
    // Behind the opening a label is somebody who speaks.
    let text = "محضر اجتماع\n\nعقد المكتب المحلي لودادية الزيتون اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\nرئيس الجلسة: السيد كريم الوردي.\nالمقرر: سلمى الناصري\n\nرفعت الجلسة.\n";
    let document = imported(text);
    assert!(document.meeting().chairs.is_empty());
    assert_eq!(document.meeting().rapporteur, None);
    // A name without an honorific is not certain.
    let text = "محضر اجتماع المكتب المسير\n\nالتاريخ: السبت 14 نونبر 2026\nرئيسة الجلسة: سلمى الناصري\nالمقرر: السيد عمر الحداد\n\nجدول الأعمال:\n1- الحساب السنوي\n2- متفرقات\n\nرفعت الجلسة.\n";
    let document = imported(text);
    assert_eq!(value(&document, "meeting.chairs.0.name"), "سلمى الناصري");
    assert_eq!(how(&document, "meeting.chairs.0.name"), Some(Sureness::Unsure));
    assert_eq!(how(&document, "meeting.rapporteur.name"), Some(Sureness::Certain));
}

#[test]
fn the_hour_of_the_next_meeting_ends_nothing() {
    for (end, expected) in [
        ("واختتم الاجتماع بتحديد الاجتماع المقبل على الساعة الخامسة مساء.", ""),
        ("رفعت الجلسة على أن يعقد اجتماع آخر على الساعة الخامسة مساء.", ""),
        ("رفعت الجلسة على الساعة الواحدة زوالا، وحدد الاجتماع المقبل على الساعة الخامسة مساء.", "13:00"),
    ] {
        let text = format!("محضر اجتماع\n\n{LEAD}\n\nقرر المكتب تنظيم المعرض.\n\n{end}\n");
        assert_eq!(value(&imported(&text), "meeting.end"), expected, "{end}");
    }
}

#[test]
fn who_chaired_another_meeting_is_no_chair_of_this_one() {
    let chair = |lead: &str| {
        let text = format!("محضر اجتماع\n\n{lead}\n\nقرر المكتب تنظيم المعرض.\n\nرفعت الجلسة.\n");
        value(&imported(&text), "meeting.chairs.0.name")
    };
    for lead in [
        "تنفيذا لتوصيات اللقاء التواصلي المنعقد برئاسة السيد مراد السالمي يوم السبت 3 أكتوبر 2026، انعقد اجتماع المكتب المحلي يوم السبت 14 نونبر 2026 بمقر الودادية.",
        "انعقد اجتماع المكتب المحلي يوم السبت 14 نونبر 2026 بمقر الودادية، تنفيذا لتوصيات اللقاء المنعقد برئاسة السيد مراد السالمي.",
    ] {
        assert_eq!(chair(lead), "", "{lead}");
    }
    for lead in [
        "برئاسة السيدة ليلى المرابط، انعقد يوم السبت 14 نونبر 2026 بمقر الودادية اجتماع المكتب المحلي.",
        "في يوم السبت 14 نونبر 2026، وبرئاسة السيدة ليلى المرابط، انعقد بمقر الودادية اجتماع المكتب المحلي.",
        "عقد المكتب المحلي برئاسة السيدة ليلى المرابط لقاء مع الساكنة يوم السبت 14 نونبر 2026 بمقر الودادية.",
        "تنفيذا لتوصيات اللقاء التواصلي المنعقد برئاسة السيد مراد السالمي، انعقد اجتماع المكتب المحلي يوم السبت 14 نونبر 2026 برئاسة السيدة ليلى المرابط.",
    ] {
        assert_eq!(chair(lead), "ليلى المرابط", "{lead}");
    }
}

#[test]
fn an_organisation_ends_where_its_meeting_begins() {
    for lead in [
        "اجتمع المكتب الجهوي لجمعية الأفق في اجتماع عادي ترأسته السيدة سلمى الناصري يوم السبت 14 نونبر 2026 بمقر الجمعية.",
        "عقد المكتب الجهوي لجمعية الأفق يوم السبت 14 نونبر 2026 اجتماعا عاديا ترأسته السيدة سلمى الناصري.",
        "اجتمع المكتب الجهوي لجمعية الأفق ترأسه السيدة سلمى الناصري يوم السبت 14 نونبر 2026 بمقر الجمعية.",
    ] {
        let document = imported(&format!("محضر اجتماع\n\n{lead}\n\nرفعت الجلسة.\n"));
        assert_eq!(value(&document, "meeting.body.organisation"), "جمعية الأفق", "{lead}");
        assert_eq!(value(&document, "meeting.body.name"), "المكتب الجهوي", "{lead}");
    }
}

#[test]
fn place_and_day_of_a_letterhead_are_said_once() {
    for (place, how_sure) in [("فاس", Sureness::Likely), ("تيفلت", Sureness::Unsure)] {
        let line = format!("{place}، في 14 نونبر 2026");
        let text = format!(
            "ودادية الزيتون\n{line}\n\nمحضر اجتماع\n\n{LEAD}\n\nقرر المكتب تنظيم المعرض.\n\nرفعت الجلسة.\n"
        );
        let document = imported(&text);
        keeps_every_word(&text, &document);
        assert_eq!(document.letterhead().lines, ["ودادية الزيتون"]);
        let made = compose(&document, &View::main(&document));
        assert_eq!(head(&document, &made).day.as_deref(), Some(line.as_str()));
        assert_eq!(printed(&document).matches("في 14 نونبر 2026").count(), 1);
        assert_eq!(how(&document, "meeting.body.province"), Some(how_sure));
    }
    // Another day is another day.
    let text = format!("ودادية الزيتون\nفاس، في 16 نونبر 2026\n\nمحضر اجتماع\n\n{LEAD}\n\nرفعت الجلسة.\n");
    let document = imported(&text);
    assert_eq!(document.letterhead().lines.len(), 2);
    assert_eq!(value(&document, "meeting.body.province"), "");
}
