//! Hands faster than the window: keys that come together do what they do one by one.

use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::{Attendee, Document, Kind};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, FOLDED, SIZE, Screen, key_events, plain, written};

const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };
const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };

/// What is pressed: letters, or a key.
#[derive(Clone, Copy)]
enum Press {
    Words(&'static str),
    Key(Key),
    Chord(Modifiers, Key),
}
use Press::{Chord, Words};

fn events(press: Press) -> Vec<Vec<Event>> {
    match press {
        Words(words) => words.chars().map(|letter| vec![Event::Text(letter.into())]).collect(),
        Press::Key(key) => vec![key_events(Modifiers::NONE, key)],
        Chord(modifiers, key) => vec![key_events(modifiers, key)],
    }
}

/// All that was written, and by whom it is read: every field, everybody on the list, every block with what it carries.
fn written_in(document: &Document) -> String {
    let header =
        ["meeting.body.name", "meeting.body.organisation", "meeting.start", "meeting.end", "meeting.venue"];
    let mut said: Vec<String> =
        header.iter().map(|path| document.read(path.parse().unwrap_or_else(|_| panic!("{path}")))).collect();
    let name = |entry: &Attendee| document.person(entry.person).unwrap().name.clone();
    said.extend(document.meeting().attendance.people.iter().map(name));
    for block in document.blocks() {
        let beside = match &block.kind {
            Kind::AgendaItem(item) => {
                item.presenter.and_then(|id| document.person(id)).map(|person| person.name.clone())
            }
            Kind::Recommendation(item) => Some(format!("{} {:?}", item.responsible, item.due)),
            _ => None,
        };
        said.push(format!("{} | {}", block.text.text(), beside.unwrap_or_default()));
    }
    said.join("\n")
}

/// Does this slowly in one window and all at once in another; what the second holds, which is what the first does.
fn at_once(made: fn() -> Screen, presses: &[Press], holds: &[&str]) {
    let mut slow = made();
    for press in presses {
        for key in events(*press) {
            slow.frame(key);
            slow.rest();
        }
    }
    let slowly = written_in(slow.document());
    for words in holds {
        assert!(slowly.contains(words), "«{words}» is not in\n{slowly}");
    }
    let mut fast = made();
    fast.burst(presses.iter().flat_map(|press| events(*press)).flatten().collect());
    assert_eq!(written_in(fast.document()), slowly);
    assert_eq!(fast.focused(), slow.focused(), "and the keyboard is where it was");
}

fn record() -> Screen {
    let document = written(&[
        plain("عقد المكتب اجتماعه."),
        (Kind::recommendation(0), "الماء والغابة"),
        (Kind::recommendation(1), "إعداد خريطة للعيون"),
    ]);
    Screen::with("hurried", &document)
}

#[test]
fn names_of_the_attendance_are_not_glued_together() {
    let presses = [
        Chord(CTRL, Key::Num2),
        Words("أحمد الزياني"),
        Press::Key(Key::Enter),
        Words("سناء العلمي"),
        Press::Key(Key::Enter),
        Words("يونس بنعلي"),
        Press::Key(Key::Enter),
    ];
    at_once(record, &presses, &["أحمد الزياني\nسناء العلمي\nيونس بنعلي\n"]);
}

#[test]
fn items_of_the_agenda_stay_whole_before_tab_and_enter() {
    let presses = [
        Chord(CTRL, Key::Num3),
        Press::Key(Key::Enter),
        Words("برنامج سنة 2027"),
        Press::Key(Key::Enter),
        Words("المصادقة على الحصيلة"),
        Press::Key(Key::Tab),
        Words("سناء العلمي"),
        Chord(SHIFT, Key::Tab),
        Press::Key(Key::End),
        Words(" المالية"),
        Press::Key(Key::Enter),
        Words("متفرقات"),
    ];
    let holds = ["برنامج سنة 2027 |", "المصادقة على الحصيلة المالية | سناء العلمي", "متفرقات |"];
    at_once(record, &presses, &holds);
}

#[test]
fn fields_of_the_header_get_what_is_typed_in_them() {
    let presses = [
        Chord(CTRL, Key::Num1),
        Words("الكتابة الجهوية"),
        Press::Key(Key::Tab),
        Press::Key(Key::Tab),
        Words("حركة الأرز"),
        Chord(SHIFT, Key::Tab),
        Chord(SHIFT, Key::Tab),
        Press::Key(Key::End),
        Words(" الموسعة"),
    ];
    at_once(record, &presses, &["الكتابة الجهوية الموسعة"]);
}

#[test]
fn what_a_recommendation_carries_is_typed_without_a_pause() {
    let presses = [
        Chord(CTRL, Key::End),
        Words(" والآبار"),
        Press::Key(Key::Enter),
        Words("تقديم تقرير"),
        Chord(ALT, Key::Enter),
        Words("لجنة الماء"),
        Press::Key(Key::Tab),
        Words("31/3/2027"),
        Press::Key(Key::Escape),
        Words(" كل شهر"),
    ];
    let holds = ["إعداد خريطة للعيون والآبار |", "تقديم تقرير كل شهر | لجنة الماء Some"];
    at_once(record, &presses, &holds);
}

#[test]
fn on_the_page_a_burst_of_paragraphs_costs_one_frame() {
    let mut screen = record();
    screen.press_with(CTRL, Key::End);
    let keys = (0..20).flat_map(|_| {
        let mut keys = vec![Event::Text("a".into())];
        keys.extend(key_events(Modifiers::NONE, Key::Enter));
        keys
    });
    let before = screen.document().blocks().len();
    screen.given(keys.collect());
    assert_eq!(screen.document().blocks().len(), before + 20);
}

#[test]
fn the_attendance_is_in_view_again_after_the_header() {
    let mut screen = record();
    screen.press_with(CTRL, Key::Num2);
    for name in
        ["أحمد", "سناء", "يونس", "حنان", "كريم", "نجاة", "سعاد", "إدريس", "ميمون", "يامنة", "حدو", "إيطو"]
    {
        screen.type_words(name);
        screen.press(Key::Enter);
    }
    for key in [Key::Num1, Key::Num2] {
        screen.press_with(CTRL, key);
    }
    let field = screen.place(&screen.focused().unwrap());
    assert!(field.bottom() < SIZE.1 - 28.0, "the field that has the keyboard is seen: {field:?}");
}

#[test]
fn the_agenda_takes_the_keyboard_though_the_page_was_about_to() {
    let paragraphs = vec!["فقرة طويلة من نص المحضر."; 40];
    let mut screen = Screen::page("agenda-wins", &paragraphs);
    screen.press_with(CTRL, Key::End);
    screen.press_with(CTRL, Key::Num2);
    let keys = [key_events(Modifiers::NONE, Key::Escape), key_events(CTRL, Key::Num3)].concat();
    screen.burst(keys);
    assert_eq!(screen.focused().as_deref(), Some("إضافة نقطة"));
}

#[test]
fn the_words_in_place_of_what_is_found_are_one_tab_away() {
    for size in [SIZE, (1093.0, 552.0)] {
        let path = crate::screen::folder("replace").join("record.mahdar");
        mahdar::store::save(&written(&[plain("الماء والغابة")]), &path, None).unwrap();
        let mut screen = Screen::sized(vec![path], false, Mode::Light, size, 1.0);
        screen.press_with(CTRL, Key::H);
        screen.type_words("الماء");
        screen.press(Key::Tab);
        screen.type_words("الثلج");
        screen.press(Key::Enter);
        assert_eq!(screen.words(), ["الثلج والغابة"]);
    }
}

#[test]
fn the_number_of_an_item_stands_before_its_dash() {
    let mut screen = record();
    let sheet = screen.sheet(FOLDED);
    let item = sheet.seen.iter().copied().find(|seen| seen.index == 3).unwrap();
    let picture = screen.picture();
    let (left, top) = (item.origin.x + mahdar::ui::sheet::MEASURE + 4.0, item.origin.y);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a picture")]
    let (left, top) = (left as u32, top as u32);
    // The rows of each column of the gutter that have ink.
    let dark = |x: u32, y: u32| picture.get_pixel(x, y).0[..3].iter().all(|part| *part < 140);
    let inked = |x: u32| (top..top + 32).filter(|y| dark(x, *y)).count();
    let columns: Vec<usize> = (left..left + 24).map(inked).filter(|count| *count > 0).collect();
    let (first, last) = (columns[0], *columns.iter().rev().max().unwrap());
    assert!(first <= 3, "the dash is at the left, beside the words: {columns:?}");
    assert!(
        last > 6 && columns[columns.len() / 2..].contains(&last),
        "and the figure right of it: {columns:?}"
    );
}

#[test]
fn home_begins_at_its_first_card_when_a_record_is_left_for_it() {
    let mut screen = record();
    screen.press_with(CTRL, Key::N);
    let first = screen.focused().expect("something has the keyboard");
    assert!(screen.place(&first).top() > 44.0, "«{first}» is a card");
    screen.press(Key::ArrowLeft);
    assert_ne!(screen.focused().expect("the arrows go on"), first);
}

#[test]
fn a_time_is_read_as_it_is_typed_and_what_is_none_stays_in_sight() {
    let read = |screen: &Screen| screen.document().read("meeting.start".parse().unwrap());
    for (typed, held) in [("9", "09:00"), ("1000", "10:00"), ("930", "09:30"), ("10h15", "10:15")] {
        let mut screen = Screen::new_record();
        screen.tab_to("من الساعة");
        screen.type_words(typed);
        screen.press(Key::Tab);
        assert_eq!(read(&screen), held, "«{typed}»");
        assert!(screen.has_value(held), "«{typed}»");
    }
    let mut screen = Screen::new_record();
    screen.tab_to("من الساعة");
    screen.type_words("2575");
    screen.press(Key::Tab);
    assert_eq!(read(&screen), "", "no time of what was typed on the way to it");
    assert!(screen.has_value("2575"), "what is no time is not thrown away");
    screen.press_with(SHIFT, Key::Tab);
    screen.press_with(CTRL, Key::A);
    screen.type_words("11:30");
    screen.press(Key::Tab);
    assert_eq!(read(&screen), "11:30");
}

#[test]
fn the_sheet_of_keys_goes_down_by_pages_and_to_its_end() {
    let mut screen = Screen::new_record();
    screen.press(Key::F1);
    let before = screen.picture();
    screen.press(Key::PageDown);
    let page = screen.picture();
    assert_ne!(page, before);
    screen.press(Key::End);
    assert_ne!(screen.picture(), page);
    screen.press(Key::Home);
    assert_eq!(screen.picture(), before);
}
