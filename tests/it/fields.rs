//! The parts of the header by their paths, as the command line and the forms write them.
use mahdar::arabic::{Date, Edge, Style, When, write};
use mahdar::document::{AttendeeField, Document, FieldPath, OutputKind, PersonField, RecordId};
use mahdar::edit::{Command, EditError, Editor};

use crate::record::at;

fn blank() -> Editor {
    Editor::new(Document::new(RecordId(1)), 7)
}

fn set(editor: &mut Editor, path: FieldPath, value: &str) -> Result<(), EditError> {
    editor.run(Command::SetField { path, value: value.into() }, &at(0)).map(|_| ())
}

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

/// Every path with a value it takes; nothing where any words will do.
fn all() -> Vec<(FieldPath, Option<&'static str>)> {
    let mut all = vec![
        (FieldPath::Language, Some("fr")),
        (FieldPath::Digits, Some("arabic")),
        (FieldPath::BodyName, None),
        (FieldPath::BodyOrganisation, None),
        (FieldPath::BodyLevel, Some("regional")),
        (FieldPath::BodyRegion, None),
        (FieldPath::BodyProvince, None),
        (FieldPath::BodyGender, Some("female")),
        (FieldPath::SessionNoun, Some("assembly")),
        (FieldPath::SessionNature, None),
        (FieldPath::SessionOrdinal, Some("21")),
        (FieldPath::SessionTheme, None),
        (FieldPath::Dates, Some("2024-03-02")),
        (FieldPath::Start, Some("10:00")),
        (FieldPath::End, Some("23:59")),
        (FieldPath::Venue, None),
        (FieldPath::Members, Some("31")),
        (FieldPath::Quorum, Some("2/3")),
        (FieldPath::Attendee(0, AttendeeField::Presence), Some("excused")),
        (FieldPath::Attendee(0, AttendeeField::Answer), Some("confirmed")),
        (FieldPath::Attendee(0, AttendeeField::Reason), None),
        (FieldPath::Attendee(0, AttendeeField::Arrived), Some("10:15")),
        (FieldPath::Attendee(0, AttendeeField::Left), Some("12:00")),
        (FieldPath::GroupNominative(0), None),
        (FieldPath::GroupOblique(0), None),
        (FieldPath::GroupCount(0), Some("12")),
        (FieldPath::NextDates, Some("2024-06")),
        (FieldPath::NextVenue, None),
        (FieldPath::LetterheadLines, Some("المملكة المغربية | اتحاد الجمعيات")),
        (FieldPath::LetterheadAddress, None),
        (FieldPath::LetterheadContact, None),
        (FieldPath::LetterheadLogo, None),
    ];
    let person = |field| match field {
        PersonField::Gender => Some("male"),
        PersonField::Honorific => Some("comrade"),
        _ => None,
    };
    for field in PersonField::ALL {
        all.push((FieldPath::Chair(0, field), person(field)));
        all.push((FieldPath::Rapporteur(field), person(field)));
        all.push((FieldPath::Attendee(0, AttendeeField::Person(field)), person(field)));
    }
    for kind in OutputKind::ALL {
        all.push((FieldPath::OutputTitle(kind), None));
        all.push((FieldPath::OutputNumber(kind), None));
        all.push((FieldPath::OutputReference(kind), None));
        all.push((FieldPath::OutputState(kind), Some("approved")));
    }
    all
}

#[test]
fn every_path_is_read_as_it_is_written() {
    let mut seen = std::collections::BTreeSet::new();
    for (path, _) in all() {
        let text = path.to_string();
        assert_eq!(text.parse(), Ok(path), "{text}");
        assert!(seen.insert(text.clone()), "{text} names two fields");
        let saved = ron::to_string(&path).expect("written");
        assert_eq!(ron::from_str::<FieldPath>(&saved).expect("read"), path);
    }
    assert_eq!(path("meeting.chairs.12.name"), FieldPath::Chair(12, PersonField::Name));
    assert_eq!(seen.len(), 32 + 24 + 36);
}

#[test]
fn every_field_gives_back_what_it_was_given() {
    for (path, value) in all() {
        let mut editor = blank();
        let value = value.unwrap_or("الكتابة الجهوية");
        set(&mut editor, path, value).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(editor.document().read(path), value, "{path}");
        assert_eq!(editor.document().check(), [], "{path}");
        let before = editor.document().clone();
        set(&mut editor, path, value).expect("given again");
        assert_eq!(editor.document(), &before, "{path}");
        editor.undo();
        assert_eq!(editor.document(), blank().document(), "{path} given twice is one thing to take back");
    }
}

#[test]
fn a_field_given_nothing_is_empty_again() {
    for (path, value) in all() {
        let mut editor = blank();
        set(&mut editor, path, value.unwrap_or("نص")).expect("set");
        let unset = match path {
            FieldPath::Language
            | FieldPath::Digits
            | FieldPath::BodyLevel
            | FieldPath::SessionNoun
            | FieldPath::Chair(_, PersonField::Honorific)
            | FieldPath::Rapporteur(PersonField::Honorific)
            | FieldPath::Attendee(_, AttendeeField::Person(PersonField::Honorific))
            | FieldPath::OutputState(_) => continue,
            FieldPath::Quorum | FieldPath::Attendee(_, AttendeeField::Answer) => "none",
            FieldPath::BodyGender
            | FieldPath::Chair(_, PersonField::Gender)
            | FieldPath::Rapporteur(PersonField::Gender)
            | FieldPath::Attendee(_, AttendeeField::Presence | AttendeeField::Person(PersonField::Gender)) => {
                "unknown"
            }
            _ => "",
        };
        set(&mut editor, path, "").unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(editor.document().read(path), unset, "{path}");
    }
}

#[test]
fn nothing_one_past_the_end_of_a_list_adds_nobody() {
    for text in ["meeting.chairs.0.name", "meeting.rapporteur.role", "meeting.groups.0.oblique"] {
        let mut editor = blank();
        set(&mut editor, path(text), " ").unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(editor.document(), blank().document(), "{text}");
    }
    let mut editor = blank();
    set(&mut editor, path("meeting.groups.0.count"), "").expect("nothing");
    assert_eq!(editor.document(), blank().document());
}

#[test]
fn the_lines_of_the_letterhead_are_written_with_bars_between() {
    let mut editor = blank();
    set(&mut editor, path("letterhead.lines"), "المملكة المغربية |  | اتحاد الجمعيات|").expect("lines");
    assert_eq!(editor.document().letterhead().lines, ["المملكة المغربية", "اتحاد الجمعيات"]);
    assert_eq!(editor.document().read(path("letterhead.lines")), "المملكة المغربية | اتحاد الجمعيات");
    set(&mut editor, path("letterhead.lines"), "").expect("none");
    assert!(editor.document().letterhead().lines.is_empty());
}

#[test]
fn every_choice_can_be_made() {
    for (text, values) in [
        ("language", "ar fr en"),
        ("style.digits", "latin arabic"),
        ("style.labels.axis", "none axis adverb number-dash number-dot abjad-dash en-dash hyphen bullet"),
        ("style.labels.sub_item", "bullet hyphen"),
        ("meeting.body.level", "none national regional provincial local"),
        ("meeting.body.gender", "female male unknown"),
        ("meeting.session.noun", "meeting session gathering congress assembly"),
        ("meeting.chairs.0.gender", "female male unknown"),
        ("meeting.chairs.0.honorific", "mr dr prof comrade brother none"),
        ("meeting.rapporteur.gender", "female male unknown"),
        ("outputs.news.state", "draft review approved signed published corrected archived"),
    ] {
        for value in values.split(' ') {
            let mut editor = blank();
            set(&mut editor, path(text), value).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(editor.document().read(path(text)), value, "{text}");
        }
    }
}

#[test]
fn a_wrong_value_is_refused_with_what_is_expected() {
    for (text, value, expected) in [
        ("language", "de", "ar, fr or en"),
        ("style.digits", "roman", "latin or arabic"),
        (
            "style.labels.item",
            "*",
            "none, axis, adverb, number-dash, number-dot, abjad-dash, en-dash, hyphen or bullet",
        ),
        ("meeting.body.level", "Regional", "none, national, regional, provincial or local"),
        ("meeting.body.gender", "f", "female, male or unknown"),
        ("meeting.session.noun", "x", "meeting, session, gathering, congress or assembly"),
        ("meeting.session.ordinal", "0", "a number from 1 to 999, or nothing"),
        ("meeting.session.ordinal", "1000", "a number from 1 to 999, or nothing"),
        ("meeting.session.ordinal", "-1", "a number from 1 to 999, or nothing"),
        ("meeting.session.ordinal", "الأولى", "a number from 1 to 999, or nothing"),
        ("meeting.start", "25:00", "a time such as 10:00, or nothing"),
        ("meeting.end", "10:60", "a time such as 10:00, or nothing"),
        ("meeting.members", "many", "a number, or nothing"),
        ("meeting.members", "+3", "a number, or nothing"),
        ("meeting.groups.0.count", "4294967296", "a number, or nothing"),
        ("meeting.chairs.0.gender", "1", "female, male or unknown"),
        ("meeting.rapporteur.honorific", "sir", "mr, dr, prof, comrade, brother or none"),
        (
            "outputs.minutes.state",
            "done",
            "draft, review, approved, signed, published, corrected or archived",
        ),
        ("meeting.chairs.1.name", "ليلى", "at a place from 0 to 0"),
        ("meeting.groups.2.oblique", "أعضاء", "at a place from 0 to 0"),
    ] {
        let mut editor = blank();
        let refused = set(&mut editor, path(text), value).expect_err(text);
        let EditError::Field(error) = &refused else { panic!("{text}: {refused}") };
        assert_eq!(
            (error.path, error.value.as_str(), error.expected.as_str()),
            (path(text), value, expected)
        );
        assert_eq!(refused.to_string(), format!("{text}: {value:?} is not {expected}"));
        assert_eq!(editor.document(), blank().document(), "{text}");
    }
}

#[test]
fn a_list_grows_by_one_past_its_end_only() {
    let mut editor = blank();
    for (n, name) in ["ليلى", "سعيد", "مريم"].into_iter().enumerate() {
        assert!(set(&mut editor, FieldPath::Chair(n + 1, PersonField::Name), name).is_err());
        set(&mut editor, FieldPath::Chair(n, PersonField::Name), name).expect("one past the end");
        assert!(set(&mut editor, FieldPath::GroupOblique(n + 1), name).is_err());
        set(&mut editor, FieldPath::GroupOblique(n), name).expect("one past the end");
    }
    let read = |n| editor.document().read(FieldPath::Chair(n, PersonField::Name));
    assert_eq!([0, 1, 2, 3].map(read), ["ليلى", "سعيد", "مريم", ""]);
    assert_eq!(editor.document().meeting().attendance.groups.len(), 3);
    assert_eq!(editor.document().people().len(), 3);
}

#[test]
fn a_chair_taken_off_stays_known() {
    let mut editor = blank();
    for (n, name) in ["ليلى", "سعيد"].into_iter().enumerate() {
        set(&mut editor, FieldPath::Chair(n, PersonField::Name), name).expect("set");
        set(&mut editor, FieldPath::GroupNominative(n), name).expect("set");
    }
    editor.run(Command::RemoveChair(0), &at(0)).expect("removed");
    editor.run(Command::RemoveGroup(0), &at(0)).expect("removed");
    assert_eq!(editor.document().read(path("meeting.chairs.0.name")), "سعيد");
    assert_eq!(editor.document().read(path("meeting.groups.0.nominative")), "سعيد");
    assert_eq!(editor.document().people().len(), 2);
    editor.undo();
    editor.undo();
    assert_eq!(editor.document().read(path("meeting.chairs.0.name")), "ليلى");
}

#[test]
fn an_unknown_path_names_the_nearest() {
    for (asked, nearest) in [
        ("meeting.venu", "meeting.venue"),
        ("meting.dates", "meeting.dates"),
        ("meeting.chair.0.name", "meeting.chairs.0.name"),
        ("outputs.communiqué.title", "outputs.communique.title"),
        ("output.press.number", "outputs.press.number"),
        ("Language", "language"),
    ] {
        let error = asked.parse::<FieldPath>().expect_err(asked);
        assert_eq!(error.nearest.first().map(String::as_str), Some(nearest));
        assert_eq!((error.path.as_str(), error.nearest.len()), (asked, 3));
        assert!(error.to_string().contains(nearest));
    }
    let long = "x".repeat(1_000_000);
    assert_eq!(long.parse::<FieldPath>().expect_err("too long").nearest.len(), 3);
}

#[test]
fn places_in_a_list_are_plain_numbers() {
    for bad in [
        "meeting.chairs.00.name",
        "meeting.chairs.+1.name",
        "meeting.chairs.-1.name",
        "meeting.chairs..name",
        "meeting.chairs.10000.name",
        "meeting.chairs.0",
        "meeting.chairs.0.name.",
        "meeting.groups.0.name",
        "outputs.minutes",
        "outputs.x.title",
        " language",
        "",
    ] {
        assert!(bad.parse::<FieldPath>().is_err(), "{bad:?}");
    }
}

#[test]
fn dates_are_read_as_people_write_them() {
    let day = |y, m, d| Date::new(y, m, d).expect("a day");
    let march = When::day(day(2024, 3, 2));
    for (value, when) in [
        ("2024-03-02", march.clone()),
        ("2024-03-02,2024-03-03", When::Days(vec![day(2024, 3, 2), day(2024, 3, 3)])),
        ("2024-03-02..2024-03-05", When::Range { from: day(2024, 3, 2), to: day(2024, 3, 5) }),
        ("يوم السبت 2 مارس 2024", march.clone()),
        ("السبت 02 مارس 2024", march.clone()),
        ("٢ مارس ٢٠٢٤", march.clone()),
        ("2/3/2024", march),
        ("2024-06", When::Month { year: Some(2024), month: 6, edge: Edge::None }),
        ("نهاية شهر يونيو 2024", When::Month { year: Some(2024), month: 6, edge: Edge::End }),
        ("أول أمس", When::Relative { phrase: "أول أمس".into(), date: None }),
        ("بعد انتهاء العطلة", When::Text("بعد انتهاء العطلة".into())),
        ("2024-02-30", When::Text("2024-02-30".into())),
        ("", When::Unset),
    ] {
        let mut editor = blank();
        set(&mut editor, FieldPath::Dates, value).expect("any words are taken");
        assert_eq!(editor.document().meeting().dates, when, "{value}");
    }
}

#[test]
fn a_date_read_from_the_record_and_given_back_is_the_same_date() {
    for value in [
        "2024-03-02",
        "2024-03-02,2024-03-03",
        "2024-03-02..2024-03-05",
        "2024-06",
        "يونيو",
        "نهاية شهر يونيو 2024",
        "بداية شهر يناير",
        "أول أمس",
        "بعد انتهاء العطلة",
    ] {
        for path in [FieldPath::Dates, FieldPath::NextDates] {
            let mut editor = blank();
            set(&mut editor, path, value).expect("set");
            let before = editor.document().clone();
            let read = before.read(path);
            set(&mut editor, path, &read).expect("set");
            assert_eq!(editor.document(), &before, "{value} was read as {read}");
        }
    }
}

#[test]
fn a_relative_date_of_the_next_meeting_counts_from_this_one() {
    let mut editor = blank();
    set(&mut editor, FieldPath::Dates, "2024-03-02").expect("set");
    set(&mut editor, FieldPath::NextDates, "7 أبريل المقبل").expect("set");
    let next = &editor.document().meeting().next.dates;
    assert_eq!(next.first(), Date::new(2024, 4, 7), "{next:?}");
    assert_eq!(write(next, Style::WithDay), "7 أبريل المقبل");
}

#[test]
fn a_value_is_one_clean_line() {
    let mut editor = blank();
    set(&mut editor, FieldPath::Venue, "  المقر\nالجهوي\u{200B}\u{202B} ").expect("set");
    assert_eq!(editor.document().meeting().venue, "المقر الجهوي");
    set(&mut editor, FieldPath::OutputTitle(OutputKind::News), "عنوان\r\nطويل\u{FFFC}").expect("set");
    assert_eq!(editor.document().read(path("outputs.news.title")), "عنوان طويل");
    set(&mut editor, FieldPath::BodyName, "ا\u{654}مانة").expect("set");
    assert_eq!(editor.document().meeting().body.name, "أمانة");
}

#[test]
fn setting_a_title_adds_the_text_it_belongs_to_once() {
    let mut editor = blank();
    set(&mut editor, path("outputs.news.title"), "خبر").expect("set");
    set(&mut editor, path("outputs.news.number"), "12/2024").expect("set");
    set(&mut editor, path("outputs.minutes.state"), "review").expect("set");
    let kinds: Vec<_> = editor.document().outputs().iter().map(|output| output.kind).collect();
    assert_eq!(kinds, [OutputKind::News, OutputKind::Minutes]);
    editor.run(Command::AddOutput(OutputKind::News), &at(0)).expect("there already");
    assert_eq!(editor.document().outputs().len(), 2);
}
