//! What Arabic needs: dates, agreement, counts, hygiene, folding, numerals and places.

use mahdar::arabic::hygiene::{Class, Source, clean};
use mahdar::arabic::lexicon::{CountStyle, Form, HONORIFICS};
use mahdar::arabic::regions::{self, UnitKind};
use mahdar::arabic::*;
use mahdar::arabic::{date, numerals};
use proptest::prelude::*;
use proptest::sample::select;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn days(text: &str) -> When {
    When::Days(text.split(' ').map(day).collect())
}

fn range(from: &str, to: &str) -> When {
    When::Range { from: day(from), to: day(to) }
}

#[track_caller]
fn both_ways(when: &When, style: Style, text: &str) {
    assert_eq!(write(when, style), text);
    assert_eq!(read(text, None).map(|reading| reading.when).as_ref(), Some(when), "{text}");
}

#[track_caller]
fn reads(text: &str, when: &When) {
    let reading = read(text, None);
    assert_eq!(reading.as_ref().map(|reading| &reading.when), Some(when), "{text}");
    assert_eq!(reading.and_then(|reading| reading.weekday_mismatch), None, "{text}");
}

#[track_caller]
fn resolves(text: &str, anchor: &str, date: &str) {
    let Some(Reading { when: When::Relative { phrase, date: found }, .. }) = read(text, Some(day(anchor)))
    else {
        panic!("{text} is not relative");
    };
    assert_eq!((phrase.as_str(), found), (text, Some(day(date))));
    let unanchored = read(text, None).map(|reading| reading.when);
    assert_eq!(unanchored, Some(When::Relative { phrase, date: None }), "{text} without an anchor");
}

// Dates and times.

#[test]
fn a_day_outside_the_calendar_is_no_date() {
    assert_eq!(Date::new(2023, 2, 29), None);
    assert_eq!(Date::new(2024, 13, 1), None);
    assert_eq!(Date::new(0, 1, 1), None);
    assert!(Date::new(2024, 2, 29).is_some());
    for wrong in ["2024-3-02", "2024-03-02-1", "24-03-02", "2024/03/02", "", "+024-03-02"] {
        assert!(wrong.parse::<Date>().is_err(), "{wrong}");
    }
}

#[test]
fn dates_are_saved_as_iso_strings_and_wrong_ones_refused() {
    assert_eq!(ron::to_string(&day("2024-03-02")).unwrap(), "\"2024-03-02\"");
    assert_eq!(ron::from_str::<Date>("\"2024-03-02\"").unwrap(), day("2024-03-02"));
    assert!(ron::from_str::<Date>("\"2023-02-29\"").is_err());
}

#[test]
fn a_date_moves_by_days_within_the_calendar() {
    assert_eq!(day("2024-02-28").plus_days(2), Some(day("2024-03-01")));
    assert_eq!(day("2024-01-01").plus_days(-1), Some(day("2023-12-31")));
    assert_eq!(day("9999-12-31").plus_days(1), None);
    assert_eq!(day("2024-01-01").days_until(day("2024-03-01")), 60);
}

#[test]
fn a_weekday_is_known_whatever_its_hamza() {
    assert_eq!(Weekday::read("الإثنين"), Some(Weekday::Monday));
    assert_eq!(Weekday::read("الاربعاء"), Some(Weekday::Wednesday));
    assert_eq!(Weekday::read("الاثنان"), None);
    assert_eq!(day("2024-03-02").weekday().name(), "السبت");
}

#[test]
fn months_are_read_in_moroccan_mashriqi_and_french() {
    let same = [("ماي", 5), ("مايو", 5), ("يوليوز", 7), ("يوليو", 7), ("غشت", 8), ("أغسطس", 8), ("اغسطس", 8)];
    let more = [
        ("سبتمبر", 9),
        ("نوفمبر", 11),
        ("ديسمبر", 12),
        ("ابريل", 4),
        ("أبريل", 4),
        ("août", 8),
        ("Décembre", 12),
    ];
    for (name, month) in same.into_iter().chain(more) {
        assert_eq!(date::read_month(name), Some(month), "{name}");
    }
    assert_eq!(date::read_month("رمضان"), None);
    assert_eq!(date::month_name(0), None);
}

#[test]
fn times_are_read_as_people_write_them() {
    for (text, saved) in
        [("10:00", "10:00"), ("10h30", "10:30"), ("10س", "10:00"), ("٩:٠٥", "09:05"), ("18h", "18:00")]
    {
        assert_eq!(text.parse::<Time>().unwrap().to_string(), saved, "{text}");
    }
    for wrong in ["24:00", "10:60", "10", "10:", ":30", "10:30:00", "صباحا", ""] {
        assert!(wrong.parse::<Time>().is_err(), "{wrong}");
    }
    assert_eq!(ron::to_string(&Time::new(9, 5)).unwrap(), "Some(\"09:05\")");
}

// Dates in words, both ways.

#[test]
fn one_day_is_written_with_its_weekday() {
    both_ways(&days("2024-03-02"), Style::WithDay, "يوم السبت 2 مارس 2024");
    both_ways(&days("2024-03-02"), Style::Plain, "2 مارس 2024");
    assert_eq!(write(&days("2024-03-02"), Style::Month), "مارس 2024");
}

#[test]
fn the_word_for_day_agrees_with_the_count() {
    both_ways(&days("2017-02-04 2017-02-05"), Style::WithDay, "يومي السبت 4 والأحد 5 فبراير 2017");
    both_ways(
        &days("2017-01-27 2017-01-28 2017-01-29"),
        Style::WithDay,
        "أيام الجمعة 27 والسبت 28 والأحد 29 يناير 2017",
    );
    both_ways(&days("2017-02-04 2017-02-05"), Style::Plain, "4 و5 فبراير 2017");
}

#[test]
fn days_of_different_months_and_years_state_what_they_do_not_share() {
    both_ways(
        &days("2022-01-31 2022-02-01"),
        Style::WithDay,
        "يومي الاثنين 31 يناير والثلاثاء فاتح فبراير 2022",
    );
    both_ways(
        &days("2022-12-31 2023-01-01"),
        Style::WithDay,
        "يومي السبت 31 دجنبر 2022 والأحد فاتح يناير 2023",
    );
    both_ways(&days("2022-01-31 2022-02-01"), Style::Plain, "31 يناير وفاتح فبراير 2022");
    assert_eq!(write(&days("2022-01-31 2022-02-01"), Style::Month), "يناير وفبراير 2022");
}

#[test]
fn a_range_is_written_from_one_day_to_another() {
    both_ways(&range("2017-01-27", "2017-01-29"), Style::WithDay, "من الجمعة 27 إلى الأحد 29 يناير 2017");
    both_ways(&range("2017-01-27", "2017-01-29"), Style::Plain, "من 27 إلى 29 يناير 2017");
    both_ways(
        &range("2022-12-31", "2023-01-01"),
        Style::WithDay,
        "من السبت 31 دجنبر 2022 إلى الأحد فاتح يناير 2023",
    );
    both_ways(&range("2024-03-02", "2024-03-05"), Style::Iso, "2024-03-02..2024-03-05");
}

#[test]
fn a_month_and_its_edges_are_written() {
    let month = |year, month, edge| When::Month { year, month, edge };
    both_ways(&month(Some(2024), 3, Edge::None), Style::WithDay, "مارس 2024");
    both_ways(&month(Some(2024), 6, Edge::End), Style::WithDay, "نهاية شهر يونيو 2024");
    both_ways(&month(None, 5, Edge::Middle), Style::Plain, "منتصف شهر ماي");
    reads("متم شتنبر 2024", &month(Some(2024), 9, Edge::End));
    reads("بداية شهر غشت", &month(None, 8, Edge::Start));
    both_ways(&month(Some(2024), 6, Edge::None), Style::Iso, "2024-06");
}

#[test]
fn dates_are_read_with_the_spacing_and_hamzas_people_type() {
    reads("يوم الخميس 08 دجنبر 2022", &days("2022-12-08"));
    reads("أيام 27/ 28/ 29 يناير 2017", &days("2017-01-27 2017-01-28 2017-01-29"));
    reads("يوم الإثنين 19دجنبر 2016", &days("2016-12-19"));
    reads("ليوم الإثنين 19 دجنبر 2016", &days("2016-12-19"));
    reads("ليومي 4 و 5 فبراير 2017", &days("2017-02-04 2017-02-05"));
    reads("فاتح ماي 2024", &days("2024-05-01"));
    reads("السبت، 2 من شهر مارس 2024.", &days("2024-03-02"));
    reads("4، 5 و6 فبراير 2017", &days("2017-02-04 2017-02-05 2017-02-06"));
    reads("ما بين 4 و6 فبراير 2017", &range("2017-02-04", "2017-02-06"));
    reads("2 mars 2024", &days("2024-03-02"));
    reads("السبت الموافق لـ 2 مارس 2024", &days("2024-03-02"));
    reads("27-29 يناير 2017", &range("2017-01-27", "2017-01-29"));
    reads("02/03/2024 – 05/03/2024", &range("2024-03-02", "2024-03-05"));
    reads("2 مارس إلى غاية 5 مارس 2024", &range("2024-03-02", "2024-03-05"));
    reads("samedi 2 mars 2024", &days("2024-03-02"));
    reads("Saturday 2 March 2024", &days("2024-03-02"));
}

#[test]
fn numeric_dates_are_read_day_first_in_either_digits() {
    reads("14/11/2026", &days("2026-11-14"));
    reads("١٤/١١/٢٠٢٦", &days("2026-11-14"));
    reads("السبت 14-11-2026", &days("2026-11-14"));
    reads("2024-03-02,2024-03-03", &days("2024-03-02 2024-03-03"));
    assert_eq!(read("31/02/2026", None), None);
    assert_eq!(read("11/14/2026", None), None);
}

#[test]
fn words_that_are_no_date_are_not_read() {
    let texts = [
        "",
        "  ",
        "2 مارس 2024 بفاس",
        "30 فبراير 2024",
        "المؤتمر الخامس",
        "5",
        "2024",
        "و",
        "من 2",
        "32 مارس 2024",
    ];
    for text in texts {
        assert_eq!(read(text, None), None, "{text}");
    }
}

#[test]
fn relative_words_count_from_the_anchor_only() {
    resolves("أمس", "2024-03-02", "2024-03-01");
    resolves("أول أمس", "2024-03-02", "2024-02-29");
    resolves("غدا", "2024-12-31", "2025-01-01");
    resolves("اليوم", "2024-03-02", "2024-03-02");
    resolves("بعد غد", "2024-03-02", "2024-03-04");
    resolves("أول أمس الثلاثاء", "2024-03-07", "2024-03-05");
}

#[test]
fn a_bare_weekday_is_the_nearest_one_its_words_allow() {
    resolves("يوم السبت", "2024-03-07", "2024-03-02");
    resolves("السبت المقبل", "2024-03-02", "2024-03-09");
    resolves("السبت الماضي", "2024-03-02", "2024-02-24");
}

#[test]
fn a_date_without_its_year_takes_it_from_the_anchor() {
    resolves("7 يناير المقبل", "2016-12-19", "2017-01-07");
    resolves("7 يناير الماضي", "2016-12-19", "2016-01-07");
    resolves("20 دجنبر الجاري", "2016-12-19", "2016-12-20");
    resolves("الأربعاء 11 يناير", "2016-12-19", "2017-01-11");
}

#[test]
fn a_month_of_the_current_year_takes_its_year_from_the_anchor() {
    let text = "نهاية شهر يونيو من السنة الجارية";
    let read_at = |anchor| read(text, anchor).map(|reading| reading.when);
    let june = When::Month { year: Some(2022), month: 6, edge: Edge::End };
    assert_eq!(read_at(Some(day("2022-12-08"))), Some(june));
    assert_eq!(read_at(None), Some(When::Relative { phrase: text.into(), date: None }));
}

#[test]
fn a_weekday_that_disagrees_with_its_date_is_reported_where_it_stands() {
    let text = "يومي السبت 4 والاثنين 5 فبراير 2017";
    let reading = read(text, None).unwrap();
    assert_eq!(reading.when, days("2017-02-04 2017-02-05"));
    assert_eq!(reading.weekday_mismatch, Some((Weekday::Monday, Weekday::Sunday)));
    assert_eq!(reading.mismatch_date, Some(day("2017-02-05")));
    assert_eq!(&text[reading.weekday_at.unwrap()], "الاثنين");
    let relative = read("أول أمس الأربعاء", Some(day("2024-03-07"))).unwrap();
    assert_eq!(relative.weekday_mismatch, Some((Weekday::Wednesday, Weekday::Tuesday)));
}

#[test]
fn dates_with_a_weekday_are_found_inside_a_sentence() {
    let text = "اجتمعت اللجنة يوم الأحد 2 مارس 2024 و5 أعضاء، ثم من الجمعة 8 إلى الأحد 10 مارس 2024.";
    let found = find_dates(text);
    let words: Vec<&str> = found.iter().map(|(place, _)| &text[place.clone()]).collect();
    assert_eq!(words, ["يوم الأحد 2 مارس 2024", "من الجمعة 8 إلى الأحد 10 مارس 2024"]);
    assert_eq!(found[0].1.weekday_mismatch, Some((Weekday::Sunday, Weekday::Saturday)));
    assert_eq!(&text[found[0].1.weekday_at.clone().unwrap()], "الأحد");
    assert_eq!(found[1].1.weekday_mismatch, None);
}

#[test]
fn dates_without_a_weekday_and_loose_weekdays_are_not_found() {
    assert_eq!(find_dates("في 2 مارس 2024 ثم 8 مارس، ويوم السبت، وأحد الأعضاء"), []);
    assert_eq!(find_dates("اجتماع يوم السبت 2 مارس"), []);
}

#[test]
fn the_weekday_check_is_silent_on_dates_that_are_right() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("skipped: no seeds");
        return;
    };
    let mut pairs = 0;
    for file in files {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for (place, reading) in find_dates(&text) {
            assert_eq!(reading.weekday_mismatch, None, "{}", &text[place]);
            let When::Days(days) = reading.when else { panic!("not days") };
            pairs += days.len();
        }
    }
    // Six pairs, one of them written twice.
    assert_eq!(pairs, 7);
}

fn any_date() -> impl Strategy<Value = Date> {
    (1900..=2100, 1..=12u8, 1..=31u8).prop_filter_map("a real day", |(y, m, d)| Date::new(y, m, d))
}

fn any_when() -> impl Strategy<Value = When> {
    let edge = prop_oneof![Just(Edge::None), Just(Edge::Start), Just(Edge::Middle), Just(Edge::End)];
    let near = (any_date(), prop::collection::vec(0..40i64, 1..5)).prop_map(|(first, steps)| {
        When::Days(steps.iter().filter_map(|step| first.plus_days(*step)).collect())
    });
    prop_oneof![
        prop::collection::vec(any_date(), 1..5).prop_map(When::Days),
        near,
        (any_date(), any_date()).prop_map(|(from, to)| When::Range { from, to }),
        (prop::option::of(1900..=2100), 1..=12u8, edge).prop_map(|(year, month, edge)| When::Month {
            year,
            month,
            edge
        }),
    ]
}

const RELATIVE: [&str; 12] = [
    "أمس",
    "أول أمس",
    "اليوم",
    "غدا",
    "بعد غد",
    "يوم السبت",
    "السبت المقبل",
    "الأربعاء الماضي",
    "7 يناير المقبل",
    "7 يناير الماضي",
    "20 دجنبر الجاري",
    "فاتح ماي المقبل",
];

#[test]
fn every_day_of_two_centuries_is_written_and_read_back() {
    let (mut day, last) = (day("1900-01-01"), day("2100-12-31"));
    let mut days = 0;
    while day <= last {
        let when = When::day(day);
        // Each in one form, all forms in turn: four do not divide seven.
        let style = [Style::WithDay, Style::Plain, Style::Iso, Style::Month][days % 4];
        let text = write(&when, style);
        let back = match style {
            Style::Month => When::Month { year: Some(day.year()), month: day.month(), edge: Edge::None },
            Style::WithDay | Style::Plain | Style::Iso => when,
        };
        let reading = read(&text, None);
        assert_eq!(reading.as_ref().map(|reading| &reading.when), Some(&back), "{text}");
        assert_eq!(reading.and_then(|reading| reading.weekday_mismatch), None, "{text}");
        day = day.plus_days(1).unwrap();
        days += 1;
    }
    assert_eq!(days, 73_414);
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(when in any_when()) {
        for style in [Style::WithDay, Style::Plain] {
            let text = write(&when, style);
            let reading = read(&text, None);
            prop_assert_eq!(reading.as_ref().map(|reading| &reading.when), Some(&when), "{}", text);
            prop_assert_eq!(reading.and_then(|reading| reading.weekday_mismatch), None);
        }
        // For machines an end of a month and a month without its year have no form of their own.
        if !matches!(when, When::Month { edge: Edge::Start | Edge::Middle | Edge::End, .. } | When::Month { year: None, .. }) {
            let text = write(&when, Style::Iso);
            prop_assert_eq!(read(&text, None).map(|reading| reading.when), Some(when), "{}", text);
        }
    }

    #[test]
    fn words_that_count_from_a_day_read_back_the_same(anchor in any_date(), phrase in select(&RELATIVE[..])) {
        let when = read(phrase, Some(anchor)).map(|reading| reading.when);
        let Some(When::Relative { phrase: kept, date: Some(_) }) = &when else { panic!("{phrase}: {when:?}") };
        prop_assert_eq!(kept, phrase);
        for style in [Style::WithDay, Style::Plain] {
            let text = write(when.as_ref().unwrap(), style);
            prop_assert_eq!(read(&text, Some(anchor)).map(|reading| reading.when), when.clone(), "{}", text);
        }
    }

    #[test]
    fn a_date_written_in_a_sentence_is_found_whole(date in any_date()) {
        let words = write(&When::day(date), Style::WithDay);
        let text = format!("انعقد الاجتماع {words} بالمقر.");
        let found = find_dates(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&text[found[0].0.clone()], words);
    }

    #[test]
    fn reading_never_fails_on_any_text(text in "[\\PC\n]{0,40}") {
        let _ = read(&text, Some(day("2024-03-02")));
        for (place, _) in find_dates(&text) {
            prop_assert!(text.get(place).is_some());
        }
    }

    #[test]
    fn when_is_saved_and_read_back(when in any_when()) {
        prop_assert_eq!(ron::from_str::<When>(&ron::to_string(&when).unwrap()).unwrap(), when);
    }
}

#[test]
fn a_saved_date_with_an_unknown_field_is_refused() {
    assert!(ron::from_str::<When>("Range(from:\"2024-03-02\",to:\"2024-03-03\")").is_ok());
    assert!(ron::from_str::<When>("Range(from:\"2024-03-02\",to:\"2024-03-03\",by:1)").is_err());
}

#[test]
fn the_first_day_of_each_form_is_what_records_sort_by() {
    assert_eq!(days("2017-02-05 2017-02-04").first(), Some(day("2017-02-04")));
    assert_eq!(When::Month { year: Some(2024), month: 2, edge: Edge::End }.first(), Some(day("2024-02-29")));
    assert_eq!(When::Text("قريبا".into()).first(), None);
    assert!(When::Days(Vec::new()).is_unset());
}

// Agreement.

use Gender::{Female, Male, Unknown};

#[test]
fn a_group_is_feminine_only_when_all_are_known_to_be_women() {
    assert_eq!(Agreement::of(&[]), Agreement::None);
    assert_eq!(Agreement::of(&[Female]), Agreement::One(Female));
    assert_eq!(Agreement::of(&[Female, Female]), Agreement::Two(Company::Women));
    assert_eq!(Agreement::of(&[Female, Male]), Agreement::Two(Company::Mixed));
    assert_eq!(Agreement::of(&[Female, Unknown]), Agreement::Two(Company::Open));
    assert_eq!(Agreement::of(&[Female, Male, Unknown]).gender(), Male);
    assert_eq!(Agreement::of(&[Female, Female, Unknown]).gender(), Unknown);
}

#[test]
fn honorifics_agree_with_one_two_or_many() {
    let say = |genders: &[Gender], case| honorific("mr", Agreement::of(genders), case);
    assert_eq!(say(&[Female], Case::Nominative), "السيدة");
    assert_eq!(say(&[Unknown], Case::Nominative), "السيد(ة)");
    assert_eq!(say(&[Male, Female], Case::Nominative), "السيدان");
    assert_eq!(say(&[Female, Female], Case::Oblique), "السيدتين");
    assert_eq!(say(&[Female, Unknown], Case::Nominative), "السيدان/السيدتان");
    assert_eq!(say(&[Male, Female, Male], Case::Oblique), "السيدات والسادة");
    assert_eq!(say(&[Female, Female, Female], Case::Oblique), "السيدات");
    assert_eq!(say(&[], Case::Oblique), "");
}

#[test]
fn every_honorific_has_all_its_forms_and_none_stays_silent() {
    for key in HONORIFICS {
        for genders in [&[Male][..], &[Female], &[Male, Male], &[Female, Female], &[Male, Male, Female]] {
            assert!(!honorific(key, Agreement::of(genders), Case::Oblique).is_empty(), "{key}");
        }
    }
    assert_eq!(honorific("dr", Agreement::One(Unknown), Case::Nominative), "د(ة).");
    assert_eq!(honorific("brother", Agreement::One(Female), Case::Nominative), "الأخت");
    assert_eq!(honorific("none", Agreement::One(Male), Case::Nominative), "");
    assert_eq!(honorific("member", Agreement::One(Male), Case::Nominative), "");
}

#[test]
fn roles_are_inflected_from_either_gender() {
    for (given, female, male) in [
        ("الأمين الجهوي", "الأمينة الجهوية", "الأمين الجهوي"),
        ("الكاتبة الإقليمية", "الكاتبة الإقليمية", "الكاتب الإقليمي"),
        ("كاتب الفرع", "كاتبة الفرع", "كاتب الفرع"),
        ("نائب الرئيس", "نائبة الرئيس", "نائب الرئيس"),
        ("رئيس المجلس الوطني", "رئيسة المجلس الوطني", "رئيس المجلس الوطني"),
        ("مقررة الاجتماع", "مقررة الاجتماع", "مقرر الاجتماع"),
        ("أمين المال", "أمينة المال", "أمين المال"),
        ("عضو", "عضوة", "عضو"),
        ("مستشار برلماني", "مستشارة برلمانية", "مستشار برلماني"),
        ("المنسق الجهوي", "المنسقة الجهوية", "المنسق الجهوي"),
        ("النائب الثالث للأمين الجهوي", "النائبة الثالثة للأمين الجهوي", "النائب الثالث للأمين الجهوي"),
        ("الامين العام", "الأمينة العامة", "الأمين العام"),
        ("رئيس مجلس الجماعة", "رئيسة مجلس الجماعة", "رئيس مجلس الجماعة"),
        ("منخرط", "منخرطة", "منخرط"),
        ("نائب أول", "نائبة أولى", "نائب أول"),
        ("الناطق الرسمي باسم الحزب", "الناطقة الرسمية باسم الحزب", "الناطق الرسمي باسم الحزب"),
        ("فاعلة جمعوية", "فاعلة جمعوية", "فاعل جمعوي"),
    ] {
        assert_eq!(role(given, Female).as_deref(), Some(female));
        assert_eq!(role(given, Male).as_deref(), Some(male));
    }
}

#[test]
fn a_role_of_unknown_gender_stays_visibly_open() {
    assert_eq!(role("الأمين الجهوي", Unknown).as_deref(), Some("الأمين(ة) الجهوي(ة)"));
    assert_eq!(role("أمين المال", Unknown).as_deref(), Some("أمين(ة) المال"));
    assert_eq!(role("النائب الأول", Unknown).as_deref(), Some("النائب(ة) الأول(ى)"));
    assert_eq!(role("حارس المرمى", Male), None);
    assert_eq!(role("", Male), None);
}

#[test]
fn roles_of_two_or_many_lean_on_the_noun_after_them() {
    let two = Agreement::of(&[Male, Female]);
    let many = Agreement::of(&[Male, Female, Male]);
    assert_eq!(role_of("عضو المكتب", two, Case::Nominative).as_deref(), Some("عضوا المكتب"));
    assert_eq!(role_of("عضو المكتب", two, Case::Oblique).as_deref(), Some("عضوي المكتب"));
    assert_eq!(role_of("الأمين الجهوي", many, Case::Nominative).as_deref(), Some("الأمناء الجهويون"));
    assert_eq!(role_of("منتخب الحزب", many, Case::Oblique).as_deref(), Some("منتخبي الحزب"));
    assert_eq!(
        role_of("كاتبة جهوية", Agreement::of(&[Female; 2]), Case::Nominative).as_deref(),
        Some("كاتبتان جهويتان")
    );
}

#[test]
fn the_nature_of_a_session_follows_its_noun() {
    assert_eq!(describe("تنظيمي", Male, Shape::Accusative), "تنظيميا");
    assert_eq!(describe("استثنائي", Female, Shape::Plain), "استثنائية");
    assert_eq!(describe("عادي وموسع", Female, Shape::Definite), "العادية والموسعة");
    assert_eq!(describe("دوري وطني", Unknown, Shape::Definite), "الدوري الوطني");
    assert_eq!(describe("", Male, Shape::Definite), "");
    assert_eq!(accusative("اجتماع"), "اجتماعا");
    assert_eq!(accusative("دورة"), "دورة");
}

#[test]
fn a_sitting_is_named_as_its_sentence_needs() {
    let named = |noun, nature, ordinal| Sitting { noun, nature, ordinal, theme: "" };
    let meeting = named("meeting", "دوري", Some(7));
    assert_eq!(meeting.definite(Case::Nominative), "الاجتماع الدوري السابع");
    assert_eq!(meeting.after_li(), "للاجتماع الدوري السابع");
    assert_eq!(meeting.possessed(Female), "اجتماعها الدوري السابع");
    assert_eq!(named("meeting", "", Some(7)).indefinite(), "الاجتماع السابع");
    let council = named("session", "عادي وموسع", Some(21));
    assert_eq!(council.definite(Case::Oblique), "الدورة العادية والموسعة الحادية والعشرين");
    assert_eq!(council.possessed(Male), "دورته العادية والموسعة الحادية والعشرين");
    assert_eq!(named("assembly", "استثنائي", None).indefinite(), "جمعا عاما استثنائيا");
    assert_eq!(named("gathering", "", None).indefinite(), "لقاء");
    let themed = Sitting { theme: "دورة الوفاء", ..named("congress", "وطني", Some(5)) };
    assert_eq!(themed.definite(Case::Nominative), "المؤتمر الوطني الخامس «دورة الوفاء»");
}

#[test]
fn the_gender_of_a_body_is_told_only_where_spelling_tells_it() {
    assert_eq!(body_gender("الكتابة الجهوية"), Female);
    assert_eq!(body_gender("المكتب السياسي"), Male);
    assert_eq!(body_gender("التنظيمات الموازية"), Unknown);
    assert_eq!(body_gender(""), Unknown);
}

#[test]
fn inclusive_pairs_put_women_first() {
    let say = |key, case, form| group(key, case, form).unwrap();
    assert_eq!(say("activist", Case::Nominative, Form::Definite), "المناضلات والمناضلون");
    assert_eq!(say("activist", Case::Oblique, Form::Definite), "المناضلات والمناضلين");
    assert_eq!(say("عضو", Case::Oblique, Form::Indefinite), "عضوات وأعضاء");
    assert_eq!(say("elected", Case::Oblique, Form::Construct), "منتخبات ومنتخبي");
    assert_eq!(group("recommendation", Case::Oblique, Form::Definite), None);
}

#[test]
fn a_verb_follows_its_first_subject() {
    assert_eq!(verb("ترأس", "ترأست", Female), "ترأست");
    assert_eq!(verb("ترأس", "ترأست", Unknown), "ترأس(ت)");
    assert_eq!(verb("رأى", "رأت", Unknown), "رأى/رأت");
}

#[test]
fn joined_words_carry_an_attached_waw() {
    assert_eq!(join(&["أ".into(), "ب".into(), "ج".into()]), "أ وب وج");
    assert_eq!(join(&[]), "");
}

#[test]
fn ba_is_attached_to_arabic_words_only() {
    assert_eq!(with_ba("المقر الجهوي"), "بالمقر الجهوي");
    assert_eq!(with_ba("قاعة الاجتماعات"), "بقاعة الاجتماعات");
    assert_eq!(with_ba("PDF"), "بـ PDF");
    assert_eq!(with_ba("«دار الشباب»"), "بـ «دار الشباب»");
    assert_eq!(with_ba(""), "");
}

#[test]
fn li_swallows_the_alef_of_the_article() {
    for (noun, with) in [
        ("الأمانة الجهوية", "للأمانة الجهوية"),
        ("اللجنة", "للجنة"),
        ("المكتب السياسي", "للمكتب السياسي"),
        ("حزب", "لحزب"),
        ("اتحاد الجمعيات", "لاتحاد الجمعيات"),
        ("التزام الأعضاء", "لالتزام الأعضاء"),
        ("7 أكتوبر", "لـ 7 أكتوبر"),
        ("د. سعيد", "لـ د. سعيد"),
    ] {
        assert_eq!(with_li(noun), with);
    }
}

#[test]
fn ordinals_agree_in_gender_case_and_definiteness() {
    let say = |n, gender, case| ordinal(n, gender, case, true).unwrap();
    assert_eq!(say(1, Female, Case::Nominative), "الأولى");
    assert_eq!(say(2, Male, Case::Nominative), "الثاني");
    assert_eq!(say(8, Female, Case::Nominative), "الثامنة");
    assert_eq!(say(10, Male, Case::Nominative), "العاشر");
    assert_eq!(say(11, Male, Case::Nominative), "الحادي عشر");
    assert_eq!(say(11, Female, Case::Oblique), "الحادية عشرة");
    assert_eq!(say(12, Male, Case::Nominative), "الثاني عشر");
    assert_eq!(say(20, Female, Case::Oblique), "العشرين");
    assert_eq!(say(21, Female, Case::Nominative), "الحادية والعشرون");
    assert_eq!(say(21, Female, Case::Oblique), "الحادية والعشرين");
    assert_eq!(say(99, Male, Case::Nominative), "التاسع والتسعون");
    assert_eq!(ordinal(2, Male, Case::Nominative, false).as_deref(), Some("ثان"));
    assert_eq!(ordinal(11, Male, Case::Nominative, false).as_deref(), Some("حادي عشر"));
    assert_eq!(ordinal(0, Male, Case::Nominative, true), None);
    assert_eq!(ordinal(100, Male, Case::Nominative, true), None);
}

#[test]
fn all_ordinals_are_distinct_in_every_form() {
    for gender in [Female, Male] {
        for definite in [true, false] {
            let all: std::collections::BTreeSet<_> =
                (1..=99).map(|n| ordinal(n, gender, Case::Oblique, definite).unwrap()).collect();
            assert_eq!(all.len(), 99);
        }
    }
}

#[test]
fn counted_nouns_follow_the_last_two_digits() {
    let say = |n| counted(n, "member", Case::Nominative, CountStyle::Western);
    assert_eq!(say(0), "0 عضو");
    assert_eq!(say(1), "عضو واحد");
    assert_eq!(say(2), "عضوان");
    assert_eq!(say(3), "3 أعضاء");
    assert_eq!(say(10), "10 أعضاء");
    assert_eq!(say(11), "11 عضوا");
    assert_eq!(say(99), "99 عضوا");
    assert_eq!(say(100), "100 عضو");
    assert_eq!(say(101), "101 عضو");
    assert_eq!(say(103), "103 أعضاء");
    assert_eq!(say(111), "111 عضوا");
}

#[test]
fn counted_nouns_keep_their_gender_and_case() {
    let say = |n, noun| counted(n, noun, Case::Oblique, CountStyle::Western);
    assert_eq!(say(1, "recommendation"), "توصية واحدة");
    assert_eq!(say(2, "recommendation"), "توصيتين");
    assert_eq!(say(11, "recommendation"), "11 توصية");
    assert_eq!(say(2, "عضوة"), "عضوتين");
    assert_eq!(say(5, "عضوة"), "5 عضوات");
    assert_eq!(say(5, "participant"), "5 مشاركين");
    assert_eq!(say(12, "encounter"), "12 لقاء");
    assert_eq!(say(4, "مؤتمر"), "4 مؤتمرات");
    assert_eq!(say(4, "كأس"), "4 كأس");
    assert_eq!(counted(12, "vote", Case::Nominative, CountStyle::ArabicIndic), "١٢ صوتا");
}

#[test]
fn the_lexicon_is_complete_and_has_no_word_twice() {
    let table = include_str!("../../assets/lexicon.tsv");
    let mut keys = std::collections::BTreeSet::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 9, "{line}");
        assert!(keys.insert(cells[0]), "{} is there twice", cells[0]);
        let complete = |cells: &[&str]| cells.iter().all(|cell| !cell.is_empty());
        let (m, f) = ([cells[2], cells[4], cells[6]], [cells[3], cells[5], cells[7]]);
        assert!(complete(&m) || complete(&f), "{line}");
    }
    assert!(keys.len() > 100);
}

// Hygiene.

#[track_caller]
fn cleans(text: &str, clean_text: &str, class: Class, count: usize) {
    let cleaned = clean(text, Source::Pasted);
    assert_eq!(cleaned.text, clean_text);
    assert_eq!((cleaned.removed.of(class), cleaned.removed.total()), (count, count));
}

#[test]
fn clean_text_is_borrowed() {
    let text = "محضر اجتماع\tيوم 2 مارس 2024\nﷺ ﴿نص﴾";
    let cleaned = clean(text, Source::Pasted);
    assert!(matches!(cleaned.text, std::borrow::Cow::Borrowed(same) if same == text));
    assert_eq!(cleaned.removed.total(), 0);
}

#[test]
fn direction_controls_and_invisible_characters_go() {
    cleans("\u{202b}بلاغ\u{202c} \u{2067}صحفي\u{2069}\u{200f}", "بلاغ صحفي", Class::Bidi, 5);
    cleans("\u{feff}بلا\u{200b}غ", "بلاغ", Class::ZeroWidth, 2);
    cleans("بلاغ\u{e0041}", "بلاغ", Class::Tag, 1);
    cleans("ba\u{ad}lagh", "balagh", Class::SoftHyphen, 1);
    cleans("بلاغ\u{7}\u{9f}", "بلاغ", Class::Control, 2);
    cleans("بلاغ\u{fffc}", "بلاغ", Class::Object, 1);
}

#[test]
fn line_ends_become_line_feeds_and_tabs_stay() {
    let cleaned = clean("أ\r\nب\rج\u{2028}د\tه", Source::File);
    assert_eq!(cleaned.text, "أ\nب\nج\nد\tه");
    assert_eq!(cleaned.removed.total(), 0);
}

#[test]
fn joiners_stay_between_letters_and_after_ha_only() {
    cleans("می\u{200c}خواهم", "می\u{200c}خواهم", Class::Joiner, 0);
    cleans("سنة 1445 ه\u{200d}", "سنة 1445 ه\u{200d}", Class::Joiner, 0);
    cleans("\u{200d}بلاغ \u{200c} صحفي\u{200c}", "بلاغ  صحفي", Class::Joiner, 3);
}

#[test]
fn tatweel_goes_inside_words_and_stays_in_prefixes() {
    cleans("محـــضر", "محضر", Class::Tatweel, 3);
    cleans("بيان\u{640}", "بيان", Class::Tatweel, 1);
    cleans("لـ 7 أكتوبر، 1445 هـ", "لـ 7 أكتوبر، 1445 هـ", Class::Tatweel, 0);
    cleans("لــ«قلم»", "لـ«قلم»", Class::Tatweel, 1);
    cleans("ـ بند", "ـ بند", Class::Tatweel, 0);
}

#[test]
fn no_break_spaces_become_spaces_and_are_counted() {
    cleans("يوم\u{a0}السبت\u{202f}!", "يوم السبت !", Class::NoBreakSpace, 2);
    assert_eq!(clean("يوم\u{a0}السبت", Source::Pasted).removed.invisible(), 0);
}

#[test]
fn presentation_forms_are_mapped_back_and_signs_kept() {
    cleans("\u{fee3}\u{fea4}\u{fec0}\u{fead}", "محضر", Class::PresentationForm, 4);
    cleans("\u{fefb}\u{fdf2}", "لاالله", Class::PresentationForm, 2);
    cleans(
        "\u{fdfa} \u{fdfd} \u{fd3e}\u{fd3f}",
        "\u{fdfa} \u{fdfd} \u{fd3e}\u{fd3f}",
        Class::PresentationForm,
        0,
    );
    // Other compatibility characters are not touched: this is not NFKC over the text.
    cleans("½ ² ﬁ", "½ ² ﬁ", Class::PresentationForm, 0);
}

#[test]
fn a_letter_keeps_four_marks_at_most() {
    let marks = "\u{64e}\u{651}\u{650}\u{64b}\u{652}\u{64c}";
    let text = format!("ب{marks}ت");
    let cleaned = clean(&text, Source::Pasted);
    assert_eq!(cleaned.text.chars().count(), 6);
    assert_eq!(cleaned.removed.of(Class::ExtraMark), 2);
}

#[test]
fn what_a_person_types_on_purpose_is_kept() {
    let text = "محـضر\u{a0}ه\u{200d}";
    assert_eq!(clean(text, Source::Typed).text, text);
    assert_eq!(clean("بلاغ\u{202e}", Source::Typed).text, "بلاغ");
}

proptest! {
    #[test]
    fn cleaned_text_is_normal_and_cleaning_again_changes_nothing(
        text in "[اأبهلـ\u{64e}\u{651}\u{654}\u{200c}\u{200d}\u{200f}\u{a0}\u{fefb}\u{fe8d}\u{fc60} \r\nae\u{301}]{0,24}",
        from_file in any::<bool>(),
    ) {
        let source = if from_file { Source::File } else { Source::Typed };
        let once = clean(&text, source).text.into_owned();
        prop_assert!(is_nfc(&once));
        let twice = clean(&once, source);
        prop_assert_eq!(&*twice.text, &once);
        prop_assert_eq!(twice.removed.total(), 0);
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}

// Folding, numerals, places.

#[test]
fn folding_merges_the_spellings_of_one_word() {
    assert_eq!(fold("الأصالة"), fold("الاصاله"));
    assert_eq!(fold("مُحَمَّـد"), fold("محمد"));
    assert_eq!(fold("على"), fold("علي"));
    assert_eq!(fold("مسؤول"), "مسوول");
    assert_eq!(fold("أگادیر ١٢"), fold("اكادير 12"));
    assert_eq!(fold("ڤاس PDF"), "فاس pdf");
}

#[test]
fn digits_go_east_and_back() {
    assert_eq!(numerals::to_arabic_indic("2 مارس 2024"), "٢ مارس ٢٠٢٤");
    assert_eq!(numerals::to_western("٢٠٢٤ ۲۰۲۴"), "2024 2024");
}

#[test]
fn abjad_labels_follow_the_moroccan_order() {
    let labels: Vec<String> = (1..=6).map(numerals::abjad).collect();
    assert_eq!(labels, ["أ", "ب", "ج", "د", "ه\u{200d}", "و"]);
    assert_eq!(numerals::abjad(28), "غ");
    assert_eq!(numerals::abjad(30), "أب");
    assert_eq!(numerals::abjad(0), "");
}

#[test]
fn points_are_headed_by_adverbs_and_axes_by_ordinals() {
    let say = |n| numerals::adverb_ordinal(n).unwrap();
    assert_eq!([say(1), say(2), say(10)], ["أولا", "ثانيا", "عاشرا"]);
    assert_eq!([say(11), say(12), say(21)], ["حادي عشر", "ثاني عشر", "حاديا وعشرين"]);
    assert_eq!(numerals::adverb_ordinal(0), None);
    assert_eq!(numerals::axis(3).as_deref(), Some("المحور الثالث"));
    assert_eq!(numerals::axis(100), None);
}

#[test]
fn there_are_twelve_regions_with_seventy_five_units() {
    let all = regions::regions();
    assert_eq!(all.iter().map(|region| region.number).collect::<Vec<_>>(), (1..=12).collect::<Vec<_>>());
    let units = || all.iter().flat_map(|region| &region.units);
    assert_eq!(units().filter(|unit| unit.kind == UnitKind::Prefecture).count(), 13);
    assert_eq!(units().filter(|unit| unit.kind == UnitKind::Province).count(), 62);
}

#[test]
fn places_are_found_under_any_usual_spelling() {
    for name in ["فاس - مكناس", "فاس مكناس", "جهة فاس-مكناس", "Fès-Meknès"] {
        assert_eq!(regions::region(name).map(|region| region.number), Some(3), "{name}");
    }
    for (name, official) in
        [("إقليم تاونات", "تاونات"), ("طنجة أصيلا", "طنجة - أصيلة"), ("افران", "إفران"), ("Safi", "آسفي")]
    {
        assert_eq!(regions::unit(name).map(|(_, unit)| unit.name), Some(official));
    }
    assert_eq!(regions::region("الأندلس"), None);
    assert_eq!(regions::unit(""), None);
}

#[test]
fn prose_drops_the_dashes_between_towns() {
    assert_eq!(regions::in_prose("فاس - مكناس"), "فاس مكناس");
    assert_eq!(regions::in_prose("الرباط – سلا - القنيطرة"), "الرباط سلا القنيطرة");
    assert_eq!(regions::in_prose("الشرق"), "الشرق");
}
