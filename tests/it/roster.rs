//! The roster: people found as they are typed, and tables of people taken in, with nobody lost and nobody made one unseen.
use std::collections::BTreeMap;
use std::time::Instant;

use mahdar::arabic::Gender;
use mahdar::arabic::naming::{self, Column, Fit, Spelt};
use mahdar::document::{Honorific, Id, Person, PersonId};
use mahdar::import::{ReadError, decode};
use mahdar::store::Roster;
use mahdar::store::roster::{Choice, Found, Incoming, Index, Rank, Table, TableError};

fn person(name: &str) -> Person {
    Person { name: name.into(), ..Person::default() }
}

fn key(counter: u32) -> PersonId {
    PersonId(Id { session: 1, counter })
}

fn roster(people: &[Person]) -> Roster {
    let mut roster = Roster::default();
    for (counter, person) in (1..).zip(people) {
        roster.put(key(counter), person.clone());
    }
    roster
}

fn found(roster: &Roster, typed: &str) -> Vec<String> {
    let mut index = Index::default();
    index.take_in(roster.people());
    let wanted = naming::wanted(typed);
    let mut found: Vec<(Rank, String)> =
        index.find(&wanted, true).map(|(rank, _, person)| (rank, person.name.clone())).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, name)| name).collect()
}

fn take(text: &str, roster: &mut Roster) -> Incoming {
    let incoming = Incoming::of(&Table::read(text).expect("a table"), roster);
    roster.change(incoming.changes(roster, 9));
    incoming
}

fn names(roster: &Roster) -> Vec<String> {
    roster.by_name().into_iter().map(|(_, person)| person.name.clone()).collect()
}

#[test]
fn a_name_is_found_however_it_is_spelt() {
    for (name, typed) in [
        ("بنعبد الله الإدريسي", "بنعبدالله"),
        ("بنعبدالله الإدريسي", "بنعبد الله"),
        ("أمينة الزيّاني", "امينه الزياني"),
        ("لـيـلى المرابط", "ليلي"),
        ("Hélène Bénabdallah", "helene benab"),
        ("إدريس آيت-العربي", "ادريس ايت العر"),
        ("ميمون الأرزي", "الارزي"),
    ] {
        assert!(Spelt::of(name).fits(&naming::wanted(typed)).is_some(), "{typed} finds {name}");
    }
    let spelt = Spelt::of("ميمون الأرزي");
    assert_eq!(spelt.fits(&naming::wanted("ميم")), Some(Fit::Begins));
    assert_eq!(spelt.fits(&naming::wanted("الأرز")), Some(Fit::Follows));
    assert_eq!(spelt.fits(&naming::wanted("الأرزي ميمون")), Some(Fit::Holds));
    assert_eq!(spelt.fits(&naming::wanted("رزي")), None, "a word is found from its start");
    assert_eq!(spelt.fits(&naming::wanted(" ")), None);
}

#[test]
fn the_letters_that_were_typed_are_known_in_the_name_as_it_is_written() {
    let lit = |name: &str, typed: &str| -> Vec<String> {
        naming::typed_in(name, &naming::wanted(typed))
            .into_iter()
            .map(|range| name[range].to_owned())
            .collect()
    };
    assert_eq!(lit("بنعبد الله الإدريسي", "بنعبدال"), ["بنعبد ال"]);
    assert_eq!(lit("مَيْمون الأرزي", "ميم الا"), ["مَيْم", "الأ"]);
    assert_eq!(lit("Hélène", "hele"), ["Hélè"]);
    assert_eq!(lit("ميمون", "سعيد"), Vec::<String>::new());
}

#[test]
fn other_spellings_offices_and_bodies_are_searched_behind_names() {
    let roster = roster(&[
        Person { role: "رئيسة الفرع".into(), ..person("سعاد التازي") },
        Person { aliases: vec!["رئاب الصديق".into()], ..person("رياب الصديق") },
        person("رئيف الحداد"),
    ]);
    assert_eq!(found(&roster, "رئي"), ["رئيف الحداد", "سعاد التازي"]);
    assert_eq!(found(&roster, "رئاب"), ["رياب الصديق"]);
}

#[test]
fn titles_are_no_part_of_a_name() {
    for (written, name, title, gender) in [
        ("السيدة ليلى المرابط", "ليلى المرابط", "mr", Gender::Female),
        ("د. إدريس", "إدريس", "dr", Gender::Unknown),
        ("ذة.سعاد التازي", "سعاد التازي", "prof", Gender::Female),
        ("السيد الدكتور عمر", "عمر", "mr", Gender::Male),
        ("Mme Leïla", "Leïla", "mr", Gender::Female),
    ] {
        assert_eq!(naming::without_title(written), (name, Some((title, gender))), "{written}");
    }
    assert_eq!(naming::without_title("الحاج محمد"), ("الحاج محمد", None));
    for kept in ["سيد أحمد الركيبي", "M Barek Amzil", "د. س.", "السيد م", "سيدة عبد الله"]
    {
        assert_eq!(naming::without_sure_title(kept), (kept, None), "{kept}");
    }
    for taken in ["السيدة ليلى المرابط", "M. Amzil", "د. إدريس", "السيد سيدي محمد"]
    {
        assert!(naming::without_sure_title(taken).1.is_some(), "{taken}");
    }
    assert_eq!(naming::without_title("د"), ("د", None), "a title alone is all there is of the name");
    let fits = |typed: &str| naming::Spelt::of("ليلى المرابط").fits(&naming::wanted(typed)).is_some();
    for typed in
        ["السيدة ليلى", "السيدة ل", "د. ليلى", "دة.المرابط", "mme ليلى", "السيدة الدكتورة ليلى المرابط"]
    {
        assert!(fits(typed), "{typed}");
    }
    assert!(!fits("د ليلى"), "a letter alone may begin a name");
    assert!(!fits("السيدة"));
    assert_eq!(naming::name_key("السيد بنعبد الله"), naming::name_key("بنعبدالله"));
    assert_eq!(naming::name_bag("التازي سعاد"), naming::name_bag("سعاد التازي"));
}

#[test]
fn heads_are_recognised_in_three_languages() {
    for (head, column) in [
        ("الاسم الكامل", Column::Name),
        ("الإسم والنسب", Column::Name),
        ("Nom et prénom", Column::Name),
        ("FULL NAME", Column::Name),
        ("Prénom", Column::Given),
        ("الجنس", Column::Gender),
        ("Civilité", Column::Title),
        ("Fonction", Column::Role),
        ("المهمة", Column::Role),
        ("رقم الهاتف :", Column::Phone),
        ("Tél.", Column::Phone),
        ("CIN", Column::Identity),
    ] {
        assert_eq!(Column::of_head(head), Some(column), "{head}");
    }
    assert_eq!(Column::of_head("ملاحظات"), None);
}

#[test]
fn a_table_of_a_spreadsheet_is_read_with_all_its_columns() {
    let text = "الاسم الكامل\tالجنس\tالصفة\tالهيئة\tالهاتف\tملاحظات\n\
                السيدة ليلى المرابط\tأنثى\tرئيسة المكتب\tاتحاد الجمعيات\t0600000001\tx\n\
                ذ. عمر الفاسي\tذكر\t\t\t\t\n";
    let table = Table::read(text).expect("a table");
    assert!(table.has_names() && table.heads[0] == "الاسم الكامل");
    let people: Vec<Person> = table.people().filter_map(|(_, person)| person).collect();
    assert_eq!(people[0].name, "ليلى المرابط");
    assert_eq!((people[0].gender, people[0].phone.as_str()), (Gender::Female, "0600000001"));
    assert_eq!((people[0].role.as_str(), people[0].body.as_str()), ("رئيسة المكتب", "اتحاد الجمعيات"));
    assert_eq!((people[1].honorific, people[1].gender), (Honorific::Professor, Gender::Male));
}

#[test]
fn csv_is_read_with_commas_semicolons_quotes_and_lines_within() {
    let commas = "name,role\n\"Alaoui, Leïla\",\"Chair \"\"ad interim\"\"\"\r\n\"Omar\nFassi\",Member\r\n";
    let people: Vec<Person> = Table::read(commas).unwrap().people().filter_map(|(_, p)| p).collect();
    assert_eq!(people[0].name, "Alaoui, Leïla");
    assert_eq!(people[0].role, "Chair \"ad interim\"");
    assert_eq!(people[1].name, "Omar Fassi", "a line break within a cell is a space");
    let semicolons = "Prénom;Nom;Tél\nLeïla;Alaoui;06,11\n";
    let people: Vec<Person> = Table::read(semicolons).unwrap().people().filter_map(|(_, p)| p).collect();
    assert_eq!((people[0].name.as_str(), people[0].phone.as_str()), ("Leïla Alaoui", "06,11"));
    let family = "الاسم\tالنسب\nليلى\tالمرابط\n";
    let people: Vec<Person> = Table::read(family).unwrap().people().filter_map(|(_, p)| p).collect();
    assert_eq!(people[0].name, "ليلى المرابط");
    let stray = "الاسم,الصفة\n\"ليلى,رئيسة\nعمر,عضو\n";
    let table = Table::read(stray).expect("a quote that is never closed is a quote");
    assert_eq!(table.rows.len(), 2, "no row is swallowed: {table:?}");
}

#[test]
fn a_list_of_names_and_a_table_without_heads_are_people_too() {
    let list = Table::read("ليلى المرابط\nعمر الفاسي\n").expect("a table");
    assert_eq!(list.columns, [Some(Column::Name)]);
    assert_eq!(list.people().count(), 2);
    let table = Table::read("1\tليلى المرابط\tرئيسة\t0600000001\n2\tعمر الفاسي\tعضو\t0600000002\n").unwrap();
    assert!(table.heads.is_empty());
    assert_eq!(table.columns, [None, Some(Column::Name), None, Some(Column::Phone)]);
    let mut titled = Table::read("لائحة الأعضاء\n\nالاسم\tالصفة\nليلى المرابط\tرئيسة\n").unwrap();
    assert_eq!(titled.rows.len(), 1, "a title above the heads is no person");
    titled.set(1, Some(Column::Name));
    assert_eq!(titled.columns, [None, Some(Column::Name)], "one column holds the names");
}

#[test]
fn a_table_without_names_says_so_and_changes_nothing() {
    let table = Table::read("الهاتف\tالصفة\n0600000001\tرئيسة\n").expect("a table");
    assert!(!table.has_names());
    let mut roster = roster(&[person("ليلى المرابط")]);
    let before = roster.clone();
    let incoming = Incoming::of(&table, &roster);
    assert!(incoming.lines.is_empty() && incoming.nameless == [2]);
    roster.change(incoming.changes(&roster, 9));
    assert_eq!(roster, before);
    for text in ["", " \n\t\n", "الاسم\tالصفة\n"] {
        assert_eq!(Table::read(text), Err(TableError::Empty), "{text:?}");
    }
    assert_eq!(Table::read("PK\u{3}\u{4}\0\0"), Err(TableError::Binary));
    let long = "ليلى المرابط\n".repeat(10_001);
    assert_eq!(Table::read(&long), Err(TableError::TooMany { most: 10_000 }));
}

#[test]
fn a_file_of_an_older_windows_and_one_of_unicode_text_are_read() {
    // «الاسم;الصفة» and «ليلى;رئيسة» as Arabic Windows of old wrote them.
    let old = b"\xc7\xe1\xc7\xd3\xe3;\xc7\xe1\xd5\xdd\xc9\n\xe1\xed\xe1\xec;\xd1\xc6\xed\xd3\xc9\n";
    let read = |bytes: &[u8]| decode(bytes, None).map(|read| (read.text, read.encoding)).unwrap();
    assert_eq!(read(old), ("الاسم;الصفة\nليلى;رئيسة\n".into(), Some("windows-1256")));
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("الاسم\nليلى".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read(&wide), ("الاسم\nليلى".into(), Some("UTF-16LE")));
    assert_eq!(read("\u{feff}ليلى".as_bytes()), ("ليلى".into(), None));
    assert_eq!(decode(b"PK\x03\x04\0\0", None), Err(ReadError::Binary));
}

#[test]
fn who_may_be_somebody_known_is_asked_and_never_made_one_unseen() {
    let mut roster = roster(&[
        Person { role: "رئيس".into(), ..person("بنعبدالله الإدريسي") },
        Person { phone: "0600000009".into(), ..person("سعاد التازي") },
        person("عمر الفاسي"),
    ]);
    let text = "الاسم\tالصفة\tالهاتف\n\
                السيد بنعبد الله الادريسي\tرئيس الفرع\t\n\
                التازي سعاد\t\t0611111111\n\
                عمر الفاسي\t\t\n\
                نعيمة السوسي\t\t\n\
                نعيمه السوسي\tأمينة\t\n\
                \tبلا اسم\t\n";
    let incoming = Incoming::of(&Table::read(text).unwrap(), &roster);
    let said: Vec<(Found, bool)> = incoming.lines.iter().map(|line| (line.found, line.merges)).collect();
    assert_eq!(
        said,
        [
            (Found::Like(key(1)), true),
            (Found::Like(key(2)), false),
            (Found::Known(key(3)), true),
            (Found::New, false),
            (Found::Twice(3), true),
        ],
        "another telephone says it is somebody else"
    );
    assert_eq!(incoming.nameless, [7]);
    assert_eq!(incoming.counts(), (2, 2, 1));
    let back = roster.change(incoming.changes(&roster, 9));
    let idrissi = roster.get(key(1)).unwrap();
    assert_eq!((idrissi.name.as_str(), idrissi.role.as_str()), ("بنعبدالله الإدريسي", "رئيس الفرع"));
    assert_eq!(idrissi.aliases, ["بنعبد الله الادريسي"], "the other spelling is kept");
    assert_eq!(roster.len(), 5);
    let naima = roster.by_name().into_iter().find(|(_, person)| person.name.starts_with("نعيم")).unwrap().1;
    assert_eq!(naima.role, "أمينة", "both rows are one person");
    roster.change(back);
    assert_eq!(names(&roster).len(), 3, "taken in is one thing to take back");
    assert!(roster.get(key(1)).unwrap().aliases.is_empty());
}

#[test]
fn a_name_with_one_wrong_letter_may_be_somebody_known_and_is_asked() {
    let roster = roster(&[
        person("سعيد العمراني"),
        person("رقية الصفصافي"),
        person("علي البطمي"),
        Person { latin: "Hassan Dadsi".into(), ..person("حسن الدادسي") },
    ]);
    for (typed, may_be) in [
        ("سعيد العمرني", Some(1)),
        ("السيد سعيد العمرراني", Some(1)),
        ("العمراتي سعيد", Some(1)),
        ("سعيد العرماني", Some(1)),
        ("رقيه الصفصفي", Some(2)),
        ("hassan dadssi", Some(4)),
        ("سعيد العمري", None),
        ("سعيد بن العمراني", None),
        ("علا البطمي", None),
        ("سعاد العمرني", None),
    ] {
        let incoming = Incoming::of(&Table::read(&format!("{typed}\n")).expect("a table"), &roster);
        let line = &incoming.lines[0];
        let expected = may_be.map_or(Found::New, |counter| Found::Like(key(counter)));
        assert_eq!((line.found, line.merges), (expected, false), "{typed}");
    }
    // Of two rows of one table that a letter parts, it is asked too.
    let incoming = Incoming::of(&Table::read("إيطو الأرزي\nإيطو الأرزري\n").expect("a table"), &roster);
    let found: Vec<Found> = incoming.lines.iter().map(|line| line.found).collect();
    assert_eq!(found, [Found::New, Found::Twice(0)]);
    assert_eq!(incoming.counts(), (2, 0, 0), "nobody is made one unseen");
    // Said to be the same, the other spelling is kept with who is known.
    let mut incoming = Incoming::of(&Table::read("سعيد العمرني\n").expect("a table"), &roster);
    incoming.lines[0].merges = true;
    let mut known = roster;
    known.change(incoming.changes(&known, 9));
    assert_eq!((known.len(), &known.get(key(1)).unwrap().aliases[..]), (4, &["سعيد العمرني".to_owned()][..]));
}

#[test]
fn a_line_can_be_left_out_or_said_to_be_somebody_else() {
    let mut roster = roster(&[person("ليلى المرابط")]);
    let mut incoming = Incoming::of(&Table::read("ليلي المرابط\nعمر الفاسي\n").unwrap(), &roster);
    incoming.lines[0].merges = false;
    incoming.lines[1].taken = false;
    roster.change(incoming.changes(&roster, 9));
    assert_eq!(names(&roster), ["ليلى المرابط", "ليلي المرابط"]);
}

#[test]
fn what_becomes_of_a_line_is_chosen_among_all_whom_it_may_be() {
    let of = |body: &str| Person { body: body.into(), ..person("محمد العلوي") };
    let mut roster = roster(&[of("المكتب"), of("الفرع"), person("سعاد التازي")]);
    let mut incoming = Incoming::of(
        &Table::read("الاسم\tالصفة\nمحمد العلوى\tعضو\nنعيمة السوسي\t\nنعيمه السوسي\t\nسعاد التازي\t\n")
            .unwrap(),
        &roster,
    );
    let both = [Choice::Same(key(1)), Choice::Same(key(2)), Choice::New, Choice::Skip];
    assert_eq!(incoming.choices(0), both);
    assert_eq!(incoming.lines[0].choice(), Choice::Same(key(1)));
    assert_eq!(incoming.choices(1), [Choice::New, Choice::Skip]);
    assert_eq!(incoming.choices(2), [Choice::Before(1), Choice::New, Choice::Skip]);
    assert_eq!(incoming.choices(3), [Choice::Same(key(3)), Choice::New, Choice::Skip]);
    for (at, choice) in
        [(0, Choice::Same(key(2))), (1, Choice::Skip), (2, Choice::New), (3, Choice::New), (9, Choice::New)]
    {
        incoming.choose(at, choice, &roster);
        assert!(at == 9 || incoming.lines[at].choice() == choice, "{at}");
    }
    assert_eq!(incoming.counts(), (2, 1, 0));
    roster.change(incoming.changes(&roster, 9));
    assert_eq!(roster.get(key(1)).unwrap().role, "");
    assert_eq!(roster.get(key(2)).unwrap().role, "عضو");
    assert_eq!(names(&roster).len(), 5);
    // What was chosen first is still to be had.
    incoming.choose(2, Choice::Before(1), &roster);
    assert_eq!((incoming.lines[2].choice(), incoming.choices(2)[0]), (Choice::Before(1), Choice::Before(1)));
}

#[test]
fn people_of_a_record_are_asked_about_only_where_nobody_but_a_person_knows() {
    let roster = roster(&[
        Person { role: "رئيس".into(), ..person("بنعبدالله الإدريسي") },
        Person { phone: "0600000009".into(), ..person("سعاد التازي") },
        person("سعيد العمراني"),
    ]);
    let of = |id: u32, person: Person| BTreeMap::from([(key(id), person)]);
    let incoming = |people: &BTreeMap<PersonId, Person>| Incoming::of_record(people, &roster);
    // Known under its name for life, or the only one so spelt: another office is learnt, nobody is asked.
    for (id, sure) in [
        (1, Person { role: "رئيس الفرع".into(), ..person("بنعبدالله الإدريسي") }),
        (40, Person { role: "عضو".into(), ..person("سعيد العمرانى") }),
        (41, person("نعيمة السوسي")),
        (42, person(" ")),
    ] {
        assert!(!incoming(&of(id, sure.clone())).asks(), "{sure:?}");
    }
    for unsure in [
        person("بنعبد الله الادريسي"),
        person("التازي سعاد"),
        person("سعيد العمرني"),
        Person { phone: "0611111111".into(), ..person("سعاد التازي") },
    ] {
        let asked = incoming(&of(40, unsure.clone()));
        assert!(asked.asks(), "{unsure:?}");
        assert!(matches!(asked.lines[0].found, Found::Like(_)), "{unsure:?}");
    }
    // Whoever is new keeps the name for life the record gave, as far as it is free.
    let mut kept = roster.clone();
    let new = Incoming::of_record(&of(2, person("نعيمة السوسي")), &kept);
    kept.change(new.changes(&kept, 9));
    assert_eq!(kept.get(key(4)).map(|person| person.name.as_str()), Some("نعيمة السوسي"));
    assert_eq!(kept.get(key(2)).unwrap().name, "سعاد التازي");
}

#[test]
fn the_same_table_twice_brings_nothing_new() {
    let mut roster = Roster::default();
    let text = "الاسم\tالصفة\nالسيدة ليلى المرابط\tرئيسة\nعمر الفاسي\tعضو\n";
    assert_eq!(take(text, &mut roster).counts(), (2, 0, 0));
    let before = roster.clone();
    assert_eq!(take(text, &mut roster).counts(), (0, 0, 2));
    assert_eq!(roster, before);
}

/// So many people with names that differ.
fn many(count: u32) -> BTreeMap<PersonId, Person> {
    let given = ["ليلى", "عمر", "سعاد", "إدريس", "نعيمة", "ميمون", "بنعبد الله", "فاطمة الزهراء"];
    let family = ["المرابط", "الفاسي", "التازي", "آيت العربي", "السوسي", "الأرزي", "الإدريسي"];
    let name = |n: u32| {
        let (a, b) = (given[n as usize % given.len()], family[(n as usize / 8) % family.len()]);
        format!("{a} {b} {n}")
    };
    let person =
        |n: u32| Person {
            latin: format!("Person {n}"), role: "عضو المكتب".into(), ..person(&name(n))
        };
    (1..=count).map(|n| (key(n), person(n))).collect()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound on time is measured")]
fn five_thousand_people_are_searched_within_a_frame() {
    let people = many(5_000);
    let mut index = Index::default();
    let start = Instant::now();
    index.take_in(&people);
    let folded = start.elapsed();
    let mut slowest = std::time::Duration::ZERO;
    for typed in ["ب", "بنع", "الفاسي", "عمر الفا", "4999", "person 49", "لا أحد بهذا الاسم"]
    {
        let wanted = naming::wanted(typed);
        // The fastest of several: the machine has other things to do.
        let mut once = || {
            let start = Instant::now();
            index.take_in(&people);
            std::hint::black_box(index.find(&wanted, false).count());
            start.elapsed()
        };
        let fastest = (0..10).map(|_| once()).min().unwrap();
        slowest = slowest.max(fastest);
    }
    println!("5,000 people: folded once in {folded:?}, searched in {slowest:?} at most");
    assert!(slowest < folded, "searching folds nobody anew: {slowest:?}, {folded:?}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound on time is measured")]
fn five_thousand_rows_are_compared_with_five_thousand_people() {
    let mut roster = Roster::default();
    roster.change(many(5_000).into_iter().map(|(id, person)| (id, Some(person))).collect());
    let rows: Vec<String> =
        many(7_000).values().skip(2_000).map(|person| format!("السيد {}\tعضو\t", person.name)).collect();
    let text = format!("الاسم\tالصفة\tالهاتف\n{}", rows.join("\n"));
    let start = Instant::now();
    let table = Table::read(&text).expect("a table");
    let read = start.elapsed();
    let incoming = Incoming::of(&table, &roster);
    let compared = start.elapsed();
    roster.change(incoming.changes(&roster, 9));
    println!(
        "5,000 rows: read in {read:?}, compared in {compared:?}, in the roster after {:?}",
        start.elapsed()
    );
    assert_eq!(roster.len(), 7_000);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound on time is measured")]
fn five_thousand_names_with_a_wrong_letter_are_compared_with_five_thousand_people() {
    // Names of two words of eight letters, each of its own.
    let letters: Vec<char> = "ابتجحدرسصطعفقكلمنهوي".chars().collect();
    let word = |mut n: usize| -> String {
        let mut word = String::from("ال");
        for _ in 0..6 {
            word.push(letters[n % letters.len()]);
            n = n * 7 / 5 + 3;
        }
        word
    };
    let name = |n: usize| format!("{} {}", word(n * 31), word(n * 17 + 5));
    let mut roster = Roster::default();
    for (counter, n) in (1..=5_000).zip(0..) {
        roster.put(key(counter), person(&name(n)));
    }
    let rows: Vec<String> = (0..5_000)
        .map(|n| {
            let mut letters: Vec<char> = name(n).chars().collect();
            letters.remove(4);
            letters.into_iter().collect()
        })
        .collect();
    let table = Table::read(&rows.join("\n")).expect("a table");
    let fastest = (0..3).map(|_| {
        let start = Instant::now();
        let incoming = Incoming::of(&table, &roster);
        (start.elapsed(), incoming)
    });
    let (took, incoming) = fastest.min_by_key(|(took, _)| *took).unwrap();
    let asked = incoming.lines.iter().filter(|line| line.found != Found::New).count();
    println!("5,000 names with a wrong letter beside 5,000 people: {took:?}, {asked} may be known");
    assert!(asked > 4_900, "{asked}");
    let one = Table::read(&rows[0]).expect("a table");
    let start = Instant::now();
    std::hint::black_box(Incoming::of(&one, &roster));
    assert!(took < start.elapsed() * 30, "a row costs little beside folding the roster once");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound on time is measured")]
fn a_thousand_people_of_a_record_are_compared_with_five_thousand() {
    let mut roster = Roster::default();
    roster.change(many(5_000).into_iter().map(|(id, person)| (id, Some(person))).collect());
    let people: BTreeMap<PersonId, Person> = many(5_500).into_iter().skip(4_500).collect();
    let start = Instant::now();
    let incoming = Incoming::of_record(&people, &roster);
    let took = start.elapsed();
    assert_eq!((incoming.counts(), incoming.asks()), ((500, 0, 500), false));
    let one: BTreeMap<PersonId, Person> = people.into_iter().take(1).collect();
    let start = Instant::now();
    std::hint::black_box(Incoming::of_record(&one, &roster));
    let alone = start.elapsed();
    println!("1,000 people of a record among 5,000: {took:?}; one of them: {alone:?}");
    assert!(took < alone * 30, "a person costs little beside folding the roster once");
}
