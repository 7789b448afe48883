//! Where the program uses its newer controls: the outline of the rail, numbers, lines, switches, what goes on.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use mahdar::check::Part;
use mahdar::document::{Document, FieldPath, Kind, Person, PersonField, PersonId, Target};
use mahdar::edit::{Command, Editor, Moment, Roll};
use mahdar::store::{self, Folders, Settings};
use mahdar::template;

use crate::record::{Size, record};
use crate::screen::{CTRL, Screen, folder, written};

const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };

fn axes() -> Document {
    let axis = |words| (Kind::recommendation(0), words);
    let item = |words| (Kind::recommendation(1), words);
    written(&[axis("الماء"), item("السواقي"), axis("المدرسة"), item("النوادي"), axis("الطاقة")])
}

fn button(at: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// Until the rail shows the axes in this order.
fn wait(screen: &mut Screen, first: &str) {
    screen.wait(|screen| screen.has(first));
}

#[test]
fn an_axis_is_dragged_in_the_rail_with_what_is_below_it_and_taken_back() {
    let mut screen = Screen::with("rail-drag", &axes());
    wait(&mut screen, "1. الماء");
    let begun = screen.words();
    let (from, to) = (screen.place("1. الماء").center(), screen.place("3. الطاقة").center());
    screen.frame(vec![Event::PointerMoved(from)]);
    screen.frame(vec![button(from, true)]);
    for part in 1..=4u8 {
        screen.frame(vec![Event::PointerMoved(from + (to - from) * f32::from(part) / 4.0)]);
    }
    screen.step();
    screen.paint("rail-drag");
    let below = to + vec2(0.0, 10.0);
    screen.frame(vec![Event::PointerMoved(below)]);
    screen.frame(vec![button(below, false)]);
    wait(&mut screen, "3. الماء");
    assert_eq!(screen.words(), ["المدرسة", "النوادي", "الطاقة", "الماء", "السواقي"]);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words(), begun, "one step takes it back");
}

#[test]
fn escape_gives_a_drag_up_and_nothing_else() {
    let mut screen = Screen::with("rail-escape", &axes());
    wait(&mut screen, "1. الماء");
    let begun = screen.words();
    let (from, to) = (screen.place("1. الماء").center(), screen.place("3. الطاقة").center());
    screen.frame(vec![Event::PointerMoved(from)]);
    screen.frame(vec![button(from, true)]);
    screen.frame(vec![Event::PointerMoved(to)]);
    screen.frame(vec![Event::PointerMoved(to + vec2(0.0, 8.0))]);
    screen.press(Key::Escape);
    screen.frame(vec![button(to, false)]);
    screen.rest();
    assert_eq!(screen.words(), begun);
    assert!(screen.has("إغلاق اللوحة"), "the panel is not what Escape was for");
}

#[test]
fn an_axis_is_moved_in_the_rail_by_alt_and_an_arrow() {
    let mut screen = Screen::with("rail-keys", &axes());
    wait(&mut screen, "1. الماء");
    screen.give_keyboard("2. المدرسة");
    screen.press_with(ALT, Key::ArrowUp);
    assert_eq!(screen.words(), ["المدرسة", "النوادي", "الماء", "السواقي", "الطاقة"]);
    wait(&mut screen, "1. المدرسة");
    screen.press_with(ALT, Key::ArrowDown);
    assert_eq!(screen.words(), ["الماء", "السواقي", "المدرسة", "النوادي", "الطاقة"]);
}

#[test]
fn laying_out_a_long_record_is_told_and_can_be_stopped() {
    let document = record(Size::LARGE);
    let mut screen = Screen::with("preview-long", &document);
    screen.frame(crate::screen::key_events(CTRL, Key::P));
    let told = |screen: &Screen| screen.has_words("يُرتَّب النص في صفحات");
    for _ in 0..40 {
        if told(&screen) {
            break;
        }
        screen.step();
    }
    assert!(told(&screen), "it takes longer than a quarter of a second");
    screen.paint("preview-progress");
    let stop = screen.place("إلغاء").center();
    screen.frame(vec![Event::PointerMoved(stop)]);
    screen.frame(vec![button(stop, true)]);
    screen.frame(vec![button(stop, false)]);
    screen.step();
    screen.step();
    assert!(!told(&screen) && !screen.has_words("الصفحة 1 من"), "the page is back");
    screen.type_words("و");
    assert!(screen.open().editor().is_changed(), "and is typed on");
}

#[test]
fn numbers_of_the_header_and_the_attendance_are_numbers() {
    let mut screen = Screen::new_record();
    screen.click("الرقم الترتيبي");
    screen.type_words("م٣");
    assert_eq!(screen.document().read(FieldPath::SessionOrdinal), "3");
    screen.press(Key::ArrowUp);
    assert_eq!(screen.document().read(FieldPath::SessionOrdinal), "4");
    screen.press_with(CTRL, Key::Num2);
    screen.click("عدد الأعضاء");
    screen.type_words("١٢ عضوا");
    assert_eq!(screen.document().read(FieldPath::Members), "12");
}

#[test]
fn the_letterhead_is_written_line_by_line() {
    let mut screen = Screen::new_record();
    screen.give_keyboard("سطور رأس الورقة");
    screen.press_with(CTRL, Key::A);
    screen.type_words("المملكة المغربية");
    screen.press(Key::Enter);
    screen.type_words("الكتابة الجهوية");
    assert_eq!(screen.document().letterhead().lines, ["المملكة المغربية", "الكتابة الجهوية"]);
    screen.paint("letterhead-lines");
}

#[test]
fn going_to_a_part_stands_in_a_menu_of_its_own() {
    let mut screen = Screen::with("menu-go", &template::demo());
    screen.click("عرض");
    assert!(!screen.has("الختام"));
    screen.click("الانتقال إلى");
    screen.paint("menu-go");
    screen.click("الختام");
    let head = screen.open().editor().selection().head.clone();
    let Target::Block(id) = head.target else { panic!("{head:?}") };
    assert_eq!(Part::of(&screen.document().block(id).unwrap().kind), Part::Closing);
}

#[test]
fn what_is_not_seen_is_switched_on_in_the_settings() {
    let folders = Folders::inside(&folder("settings-switch"));
    let mut screen = Screen::keeping(folders.clone());
    screen.press_with(CTRL, Key::Comma);
    let name = "إظهار الرموز الخفية في الصفحة";
    screen.click(name);
    screen.paint("settings-switch");
    screen.quit();
    let kept = || store::load::<Settings>(&folders).value;
    assert!(kept().invisibles);
    let mut screen = Screen::keeping(folders.clone());
    screen.press_with(CTRL, Key::Comma);
    screen.click(name);
    screen.quit();
    assert!(!kept().invisibles);
}

#[test]
fn the_whole_name_of_a_presenter_is_seen_in_the_agenda() {
    let mut editor = Editor::new(template::demo(), 1);
    let named = |(id, person): (&PersonId, &Person)| person.name.starts_with("هنية").then_some(*id);
    let person = editor.document().people().iter().find_map(named).unwrap();
    let wide = |name: &str, document: &Document| {
        let mut screen = Screen::with(name, document);
        screen.press_with(CTRL, Key::Num3);
        screen.paint(name);
        screen.places("من يقدم النقطة")[0].width()
    };
    let before = wide("presenters-short", editor.document());
    let (field, value) = (PersonField::Name, "هنية بنت الحاج عبد الكريم".to_owned());
    editor.run(Command::Roll(Roll::Person { person, field, value }), &Moment::default()).unwrap();
    let after = wide("presenters-long", editor.document());
    assert!(after > before + 20.0, "the column grows with its longest name: {before}, {after}");
}
