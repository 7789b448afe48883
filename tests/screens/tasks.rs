//! Whole tasks of a secretary, from the home screen to the text that leaves the house, by the keyboard alone.

use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::{Document, OutputKind};
use mahdar::export::{self, Format, Options};
use mahdar::store::{self, Folders};
use mahdar::template::View;

use crate::screen::{CTRL, SIZE, Screen, folder};

const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };
const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };

/// A text of the record as it leaves the house.
fn exported(document: &Document, output: OutputKind) -> String {
    let exported = export::export(document, &View::of(output), Options::default(), Format::Txt).unwrap();
    String::from_utf8(exported.bytes).unwrap()
}

/// Does what the palette finds first for these words.
fn palette(screen: &mut Screen, words: &str) {
    screen.press_with(CTRL, Key::K);
    screen.type_words(words);
    screen.press(Key::Enter);
}

/// From the home screen: the card of this name, by the arrows.
fn card(screen: &mut Screen, name: &str) {
    screen.press(Key::ArrowDown);
    for _ in 0..8 {
        if screen.focused().is_some_and(|focused| focused.starts_with(name)) {
            screen.press(Key::Enter);
            return;
        }
        screen.press(Key::ArrowLeft);
    }
    panic!("no card «{name}»");
}

const GROUPS: [&str; 5] = [
    "عضوات وأعضاء الكتابة الجهوية",
    "المنسقات والمنسقون الإقليميون",
    "رئيسات ورؤساء الجمعيات المحلية",
    "برلمانيات وبرلمانيو الجهة",
    "ممثلات وممثلو الشبيبة",
];

/// The header of a new record, field after field.
fn header(screen: &mut Screen) {
    assert!(screen.is_focused("الهيئة"), "a new record begins with its header");
    screen.type_words("الكتابة الجهوية");
    screen.tab_to("التنظيم أو الحزب");
    screen.type_words("حركة الأرز والماء");
    screen.tab_to("التاريخ");
    screen.type_words("14/11/2026");
    screen.tab_to("من الساعة");
    screen.type_words("10:00");
    screen.tab_to("إلى الساعة");
    screen.type_words("12:30");
    screen.tab_to("المكان");
    screen.type_words("مدينة إفران");
    screen.tab_to("الاسم");
    screen.type_words("رقية الصفصافي");
    screen.tab_to("الصفة");
    screen.type_words("الكاتبة الجهوية");
    screen.tab_to("أنثى");
    screen.press(Key::Space);
}

#[test]
fn a_communique_with_five_groups_is_written_by_the_keyboard_alone() {
    let mut screen = Screen::home();
    screen.press_with(CTRL, Key::N);
    card(&mut screen, "بلاغ اجتماع جهوي");
    header(&mut screen);
    screen.press_with(CTRL, Key::Num2);
    assert!(screen.is_focused("إضافة شخص"));
    screen.press(Key::Tab);
    for group in GROUPS {
        screen.type_words(group);
        screen.press(Key::Enter);
    }
    screen.press_with(CTRL, Key::Num4);
    screen.type_words("ينعقد هذا الاجتماع في سياق الاستعداد للموسم الغابوي المقبل.");
    screen.press(Key::ArrowDown);
    screen.type_words("تم الوقوف عند وضعية العيون والمنابع بالجهة.");
    screen.press(Key::Enter);
    screen.type_words("كما تم التطرق إلى برنامج التشجير.");
    screen.press_with(CTRL, Key::Num5);
    screen.type_words("الماء");
    screen.press(Key::ArrowDown);
    screen.type_words("إعداد خريطة جهوية للعيون المهددة بالنضوب.");
    screen.press_with(CTRL, Key::Num6);
    screen.type_words("واختُتم الاجتماع بالدعوة إلى مواصلة العمل.");
    let path = folder("tasks-communique").join("بلاغ.mahdar");
    screen.press_with(CTRL, Key::S);
    screen.give_path(&path);
    screen.wait(|screen| screen.open().path().is_some());
    screen.paint("tasks-communique");
    let saved = store::open(&path).unwrap().document;
    let expected = "\
بلاغ حول الاجتماع التنظيمي للكتابة الجهوية

ترأست السيدة رقية الصفصافي، الكاتبة الجهوية، يوم السبت 14 نونبر 2026 بمدينة إفران، اجتماعا تنظيميا للكتابة \
الجهوية، بحضور السيدات والسادة عضوات وأعضاء الكتابة الجهوية، والمنسقات والمنسقين الإقليميين، ورئيسات ورؤساء \
الجمعيات المحلية، وبرلمانيات وبرلمانيي الجهة، وممثلات وممثلي الشبيبة.

ينعقد هذا الاجتماع في سياق الاستعداد للموسم الغابوي المقبل.

تم الوقوف عند وضعية العيون والمنابع بالجهة.

كما تم التطرق إلى برنامج التشجير.

المحور الأول: الماء
1- إعداد خريطة جهوية للعيون المهددة بالنضوب.

واختُتم الاجتماع بالدعوة إلى مواصلة العمل.
";
    assert_eq!(exported(&saved, OutputKind::Communique), expected);
}

#[test]
fn minutes_with_a_quorum_and_a_counted_vote_are_written_by_the_keyboard_alone() {
    let mut screen = Screen::home();
    screen.press_with(CTRL, Key::N);
    card(&mut screen, "محضر اجتماع");
    header(&mut screen);
    screen.press_with(CTRL, Key::Num2);
    for name in ["رقية", "ميمون الأرزي", "يامنة البلوطي", "حدو الخروبي", "إيجة السنديان"]
    {
        screen.type_words(name);
        screen.press(Key::Enter);
    }
    screen.press(Key::ArrowUp);
    assert!(screen.is_focused("اسم الشخص 5"));
    // A letter in the column of titles says the gender, one in the column of presence who came.
    screen.press_with(SHIFT, Key::Tab);
    for letter in ["ا", "ذ", "أ", "ذ"] {
        screen.type_words(letter);
        screen.press(Key::ArrowUp);
    }
    screen.presses(Key::ArrowDown, 4);
    screen.presses(Key::Tab, 3);
    screen.type_words("ع");
    screen.press(Key::ArrowUp);
    screen.type_words("و");
    screen.presses(Key::ArrowDown, 2);
    assert!(screen.is_focused("إضافة شخص"));
    screen.tab_to("عدد الأعضاء");
    screen.type_words("7");
    screen.press_with(CTRL, Key::Num3);
    assert!(screen.is_focused("النقطة 1"));
    screen.type_words("وضعية المقالع بالجهة");
    screen.press(Key::Enter);
    screen.type_words("متفرقات");
    screen.press_with(CTRL, Key::Num4);
    screen.type_words("افتُتح الاجتماع بكلمة الكاتبة الجهوية.");
    screen.press(Key::Enter);
    screen.type_words("لم يُعلن بعد عن مبلغ الدعم.");
    screen.press_with(CTRL, Key::Num8);
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Num7);
    palette(&mut screen, "قرار");
    screen.type_words("قرر الاجتماع إحداث لجنة لتتبع وضعية المقالع.");
    screen.press_with(ALT, Key::Enter);
    screen.press(Key::Tab);
    assert!(screen.is_focused("بدون تصويت"));
    screen.presses(Key::ArrowLeft, 2);
    assert!(screen.is_focused("بالعد"));
    for count in ["3", "1", "0"] {
        screen.press(Key::Tab);
        screen.type_words(count);
    }
    screen.press(Key::Escape);
    screen.press(Key::Enter);
    screen.type_words("كما نوه الاجتماع بعمل النوادي البيئية.");
    screen.paint("tasks-minutes");
    let expected = "\
محضر الاجتماع الدوري للكتابة الجهوية

ترأست السيدة رقية الصفصافي، الكاتبة الجهوية، يوم السبت 14 نونبر 2026 على الساعة 10:00 بمدينة إفران، اجتماعا \
دوريا للكتابة الجهوية، بحضور السيد ميمون الأرزي والسيدة يامنة البلوطي.

الحضور (3)
- السيدة رقية الصفصافي، الكاتبة الجهوية، رئيسة الاجتماع
- السيد ميمون الأرزي
- السيدة يامنة البلوطي

الممثَّلون بتوكيل (1)
- السيد حدو الخروبي

المتغيبات بعذر (1)
- السيدة إيجة السنديان

حضر أو مُثل بتوكيل 4 أعضاء من أصل 7، وبذلك اكتمل النصاب القانوني المحدد في 4 أعضاء.

جدول الأعمال
1- وضعية المقالع بالجهة
2- متفرقات

افتُتح الاجتماع بكلمة الكاتبة الجهوية.

لم يُعلن بعد عن مبلغ الدعم.

قرر الاجتماع إحداث لجنة لتتبع وضعية المقالع، وذلك بأغلبية 3 أصوات مقابل صوت واحد.

كما نوه الاجتماع بعمل النوادي البيئية.

ورُفعت الجلسة على الساعة 12:30.

وحُرر بمدينة إفران يوم السبت 14 نونبر 2026
رئيسة الاجتماع: السيدة رقية الصفصافي
";
    assert_eq!(exported(screen.document(), OutputKind::Minutes), expected);
    let expected = "\
بلاغ حول الاجتماع الدوري للكتابة الجهوية

ترأست السيدة رقية الصفصافي، الكاتبة الجهوية، يوم السبت 14 نونبر 2026 على الساعة 10:00 بمدينة إفران، اجتماعا \
دوريا للكتابة الجهوية، بحضور السيد ميمون الأرزي والسيدة يامنة البلوطي.

تضمن جدول أعمال الاجتماع النقط التالية: وضعية المقالع بالجهة؛ متفرقات.

افتُتح الاجتماع بكلمة الكاتبة الجهوية.

قرر الاجتماع إحداث لجنة لتتبع وضعية المقالع.

كما نوه الاجتماع بعمل النوادي البيئية.
";
    assert_eq!(
        exported(screen.document(), OutputKind::Communique),
        expected,
        "without the minutes' own words"
    );
}

#[test]
fn the_language_changes_in_mid_work_and_nothing_is_lost() {
    let paragraphs = ["عقدت اللجنة اجتماعها الأول بمقر الجمعية.", "ثم انتقلت إلى الميدان."];
    let mut screen = Screen::page("tasks-language", &paragraphs);
    screen.presses(Key::ArrowDown, 2);
    screen.press(Key::End);
    screen.press_with(SHIFT | CTRL, Key::ArrowRight);
    let (caret, selected) = (screen.caret(), screen.selected());
    let of_end = "ثم انتقلت إلى ".len()..paragraphs[1].len();
    assert_eq!(selected, [(2, of_end)]);
    assert!(screen.place("ملف").left() > SIZE.0 / 2.0, "Arabic begins at the right");
    palette(&mut screen, "Français");
    assert!(screen.place("Fichier").right() < SIZE.0 / 2.0, "French begins at the left");
    assert!(!screen.has("ملف"));
    assert_eq!((screen.caret(), screen.selected()), (caret, selected), "the selection is as it was");
    assert_eq!(screen.words(), paragraphs);
    assert!(screen.is_focused("Texte"));
    screen.type_words("القرية، ");
    screen.press(Key::Enter);
    screen.type_words("ووقفت على حال العين");
    screen.press(Key::Home);
    palette(&mut screen, "العربية");
    assert!(screen.place("ملف").left() > SIZE.0 / 2.0);
    assert!(screen.is_focused("النص"));
    assert_eq!(screen.caret(), (3, 0));
    screen.press(Key::End);
    screen.type_words(".");
    let expected = "\
بلاغ اجتماع

عقدت اللجنة اجتماعها الأول بمقر الجمعية.

ثم انتقلت إلى القرية،

ووقفت على حال العين.
";
    assert_eq!(exported(screen.document(), OutputKind::Communique), expected);
}

#[test]
fn a_field_of_the_header_keeps_the_keyboard_over_a_change_of_language_and_a_save() {
    let mut screen = Screen::new_record();
    screen.type_words("كتابة الجهوية");
    screen.press(Key::Home);
    palette(&mut screen, "Français");
    assert!(screen.is_focused("Instance"));
    screen.type_words("ال");
    assert_eq!(screen.document().meeting().body.name, "الكتابة الجهوية", "the caret stays in the field");
    palette(&mut screen, "العربية");
    screen.press_with(CTRL, Key::K);
    screen.press(Key::Escape);
    screen.press(Key::End);
    screen.press_with(CTRL, Key::S);
    screen.give_path(&folder("tasks-field").join("record.mahdar"));
    screen.wait(|screen| screen.open().path().is_some());
    assert!(screen.is_focused("الهيئة"));
    screen.type_words(" للغابة");
    assert_eq!(screen.document().meeting().body.name, "الكتابة الجهوية للغابة");
    palette(&mut screen, "قرار");
    screen.type_words("س");
    assert_eq!(
        screen.document().meeting().body.name,
        "الكتابة الجهوية للغابة",
        "what is done to the text leads there"
    );
}

/// Down the home screen to the row of this record, and into it.
fn reopen(screen: &mut Screen, title: &str) {
    for _ in 0..6 {
        screen.press(Key::ArrowDown);
        if screen.focused().is_some_and(|focused| focused.starts_with(title)) {
            screen.press(Key::Enter);
            return;
        }
    }
    panic!("«{title}» is not among the records");
}

#[test]
fn a_record_is_reopened_with_the_caret_where_it_was() {
    let place = folder("tasks-reopened");
    let folders = Folders::inside(&place);
    let path = place.join("بلاغ.mahdar");
    let mut screen = Screen::keeping(folders.clone());
    card(&mut screen, "بلاغ اجتماع جهوي");
    screen.type_words("الكتابة الجهوية");
    screen.press_with(CTRL, Key::Num4);
    screen.type_words("ينعقد الاجتماع في سياق الجفاف.");
    screen.press(Key::Enter);
    screen.type_words("تم الوقوف عند وضعية العيون.");
    screen.press_with(CTRL, Key::S);
    screen.give_path(&path);
    screen.wait(|screen| screen.open().path().is_some());
    screen.presses_with(CTRL, Key::ArrowRight, 2);
    let caret = screen.caret();
    let here = &screen.words()[caret.0 - 1][caret.1..];
    assert!(here.starts_with("وضعية"), "{here}");
    screen.press_with(CTRL, Key::W);
    assert!(!screen.is_open());
    reopen(&mut screen, "بلاغ حول الاجتماع التنظيمي للكتابة الجهوية");
    assert_eq!(screen.caret(), caret, "the caret is where it was");
    screen.type_words("سوء ");
    screen.press(Key::ArrowUp);
    screen.press(Key::Home);
    let caret = screen.caret();
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    screen.quit();
    // The next day: another run of the program over the same folders.
    let mut screen = Screen::keeping(folders);
    assert!(!screen.is_open());
    reopen(&mut screen, "بلاغ حول الاجتماع التنظيمي للكتابة الجهوية");
    assert_eq!(screen.caret(), caret);
    screen.type_words("وقد ");
    let expected = "\
بلاغ حول الاجتماع التنظيمي للكتابة الجهوية

عقدت الكتابة الجهوية، [التاريخ]، اجتماعها التنظيمي.

وقد ينعقد الاجتماع في سياق الجفاف.

تم الوقوف عند سوء وضعية العيون.
";
    assert_eq!(exported(screen.document(), OutputKind::Communique), expected);
}

/// The levels of the recommendations of the first seed, line by line: 0 axis, 1 section, 2 item, 3 sub-item. The
/// words stay where they are: the file is read when the test runs.
fn levels() -> Vec<(usize, usize, u8)> {
    let mut rows: Vec<(usize, usize, u8)> = Vec::new();
    let mut put = |lines: std::ops::RangeInclusive<usize>, depth| {
        rows.extend(lines.map(|line| (line, 0, depth)));
    };
    put(4..=4, 0);
    put(5..=10, 1);
    put(11..=11, 0);
    put(12..=29, 1);
    put(30..=30, 0);
    put(31..=35, 1);
    put(36..=36, 0);
    put(37..=37, 1);
    put(38..=40, 2);
    put(41..=42, 3);
    put(43..=43, 2);
    put(44..=44, 1);
    put(45..=48, 2);
    put(49..=49, 0);
    put(50..=52, 1);
    put(53..=53, 0);
    // Two recommendations stand in one line.
    let second = rows.iter().position(|row| row.0 == 24).unwrap();
    rows.insert(second, (23, 10, 1));
    rows
}

/// A line of the seed without its number or bullet, and that number.
fn unlabelled(line: &str) -> (Option<u32>, &str) {
    let line = line.trim();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line[..line.len() - rest.len()].parse().ok().filter(|_| rest.starts_with(['-', '.', ' ']));
    let rest = if number.is_some() { rest } else { line };
    (number, rest.trim_start_matches(['-', '.', '–', '•', ' ', '\u{A0}']))
}

#[test]
fn the_councils_recommendations_are_typed_level_by_level() {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/");
    let Ok(seed) = std::fs::read_to_string(format!("{seeds}000_national_council_recommendations.txt")) else {
        println!("skipped: no seeds");
        return;
    };
    let lines: Vec<&str> = seed.lines().collect();
    let rows = levels();
    let mut typed: Vec<(u8, Option<u32>, String)> = Vec::new();
    for (at, (line, from, depth)) in rows.iter().enumerate() {
        let (number, words) = unlabelled(lines[line - 1]);
        let words: Vec<&str> = words.split_whitespace().collect();
        let end = rows.get(at + 1).filter(|next| next.0 == *line).map_or(words.len(), |next| next.1);
        typed.push((*depth, number.filter(|_| *from == 0), words[*from..end].join(" ")));
    }
    let mut screen = Screen::home();
    card(&mut screen, "توصيات المجلس");
    screen.press_with(CTRL, Key::Num5);
    let mut depth = 0;
    for (at, (wanted, _, words)) in typed.iter().enumerate() {
        if at > 0 {
            screen.press(Key::Enter);
            depth = depth.max(1);
        }
        for _ in depth..*wanted {
            screen.press(Key::Tab);
        }
        for _ in *wanted..depth {
            screen.press_with(SHIFT, Key::Tab);
        }
        depth = *wanted;
        // A word at a time: the letters of a word are tried elsewhere.
        for (n, word) in words.split(' ').enumerate() {
            let word = if n == 0 { word.to_owned() } else { format!(" {word}") };
            screen.frame(vec![Event::Text(word)]);
        }
    }
    let text = exported(screen.document(), OutputKind::Recommendations);
    let printed: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let printed = &printed[printed.len() - typed.len()..];
    let of = |wanted: u8| typed.iter().filter(|(depth, ..)| *depth == wanted).count();
    assert_eq!([0, 1, 2, 3].map(of), [6, 35, 8, 2]);
    assert!(
        typed.iter().filter(|(_, number, _)| number.is_some()).count() >= 5,
        "numbers of the seed to compare"
    );
    let mut counts = [0; 4];
    for (line, (depth, number, words)) in printed.iter().zip(&typed) {
        let depth = usize::from(*depth);
        counts[depth] += 1;
        counts[depth + 1..].fill(0);
        let n = counts[depth];
        if let Some(number) = number {
            assert_eq!(*number, n, "the seed's own number");
        }
        let label = match depth {
            0 => format!("{}:", mahdar::arabic::numerals::axis(n).unwrap()),
            1 => format!("{n}-"),
            2 => format!("{}-", mahdar::arabic::numerals::abjad(n as usize)),
            _ => "–".to_owned(),
        };
        let expected = format!("{label} {words}");
        assert_eq!(
            line.split_whitespace().collect::<Vec<_>>(),
            expected.split_whitespace().collect::<Vec<_>>()
        );
    }
}
