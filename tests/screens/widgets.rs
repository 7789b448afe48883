//! The gallery of controls: drawn as the design has it, and worked by the keyboard alone.

use std::path::Path;

use eframe::egui::{Event, Id, Key, Modifiers, PointerButton, Pos2, Rect, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use image::RgbaImage;
use mahdar::arabic::Date;
use mahdar::ui::field::{Line, Look, field};
use mahdar::ui::pen::Pen;
use mahdar::ui::theme::{Mode, Theme};
use mahdar::ui::widgets::{Calendar, Hold, Item, Popup, calendar, hold_keys, menu};
use mahdar::words::{Language, Words};

use crate::cpu::Cpu;
use crate::gallery::Gallery;
use crate::screen::key_events;

struct Window(Harness<'static, Option<Gallery>>);

impl Window {
    fn new(mode: Mode, language: Language) -> Self {
        Self::sheet(mode, language, 0, 1.0)
    }

    /// One of the three sheets, on a screen of this scale.
    fn sheet(mode: Mode, language: Language, sheet: usize, scale: f32) -> Self {
        let harness = Harness::builder()
            .with_size(vec2(1366.0, 1010.0))
            .with_pixels_per_point(scale)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(12)
            .renderer(Cpu::default())
            .with_render_cursor(false)
            .build_ui_state(
                move |ui, held: &mut Option<Gallery>| {
                    let gallery = held.get_or_insert_with(|| {
                        let mut gallery = Gallery::new(ui.ctx());
                        gallery.mode = mode;
                        gallery.language = language;
                        gallery.sheet = sheet;
                        gallery
                    });
                    gallery.frame(ui);
                },
                None,
            );
        let mut window = Self(harness);
        window.0.run();
        window
    }

    /// The second sheet.
    fn more(language: Language) -> Self {
        Self::sheet(Mode::Light, language, 1, 1.0)
    }

    fn arabic() -> Self {
        Self::new(Mode::Light, Language::Arabic)
    }

    fn events(&mut self, events: Vec<Event>) {
        self.0.input_mut().events.extend(events);
        self.0.step();
        self.0.run();
    }

    fn press(&mut self, key: Key) {
        self.events(key_events(Modifiers::NONE, key));
    }

    /// A key as a keyboard sends it: Space with its letter.
    fn strike(&mut self, key: Key) {
        let mut events = key_events(Modifiers::NONE, key);
        if key == Key::Space {
            events.insert(2, Event::Text(" ".into()));
        }
        self.events(events);
    }

    fn write(&mut self, words: &str) {
        for c in words.chars() {
            self.events(vec![Event::Text(c.into())]);
        }
    }

    fn click(&mut self, at: Pos2) {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.events(vec![Event::PointerMoved(at)]);
        self.events(vec![button(true)]);
        self.events(vec![button(false)]);
    }

    /// Role, name and place of what has the keyboard.
    fn focused(&self) -> Option<(Role, String, Rect)> {
        let root = self.0.root();
        let node = root.children_recursive().find(egui_kittest::Node::is_focused)?;
        let name = node.accesskit_node().label().unwrap_or_default();
        Some((node.accesskit_node().role(), name, node.rect()))
    }

    /// Presses Tab until this has the keyboard.
    fn go(&mut self, name: &str) -> (Role, Rect) {
        for _ in 0..40 {
            if let Some((role, label, rect)) = self.focused()
                && label == name
            {
                return (role, rect);
            }
            self.press(Key::Tab);
        }
        panic!("Tab never comes to {name}");
    }

    fn last(&mut self) -> String {
        std::mem::take(&mut self.0.state_mut().as_mut().unwrap().last)
    }

    fn has(&self, name: &str) -> bool {
        self.0.query_all_by_label(name).next().is_some()
    }

    fn place(&self, name: &str) -> Rect {
        self.0.get_by_label(name).rect()
    }

    fn picture(&mut self) -> RgbaImage {
        self.0.render().unwrap()
    }

    fn paint(&mut self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("pictures");
        std::fs::create_dir_all(&folder).unwrap();
        self.picture().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

/// How many pixels in this place differ.
fn changed(one: &RgbaImage, other: &RgbaImage, place: Rect) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a picture")]
    let (x, y) = (place.left() as u32..place.right() as u32, place.top() as u32..place.bottom() as u32);
    let all = y.flat_map(|y| x.clone().map(move |x| (x, y)));
    all.filter(|(x, y)| one.get_pixel(*x, *y) != other.get_pixel(*x, *y)).count()
}

#[test]
fn the_gallery_is_drawn() {
    for (mode, language, name) in [
        (Mode::Light, Language::Arabic, "widgets-light"),
        (Mode::Dark, Language::Arabic, "widgets-dark"),
        (Mode::Light, Language::French, "widgets-french"),
    ] {
        let mut window = Window::sheet(mode, language, 1, 1.0);
        window.paint(&format!("{name}-more"));
        let mut window = Window::sheet(mode, language, 2, 1.0);
        window.paint(&format!("{name}-marks"));
        let mut window = Window::new(mode, language);
        window.paint(name);
        let theme = Theme::of(mode);
        let picture = window.picture();
        assert_eq!((picture.width(), picture.height()), (1366, 1010));
        assert_eq!(picture.get_pixel(5, 5).0, theme.sheet.to_array());
    }
    let mut window = Window::arabic();
    window.go("طبيعة الاجتماع: اجتماع دوري");
    window.press(Key::Enter);
    window.write("لقا");
    window.paint("widgets-combo");
    window.press(Key::Escape);
    window.go("فتح التقويم");
    window.press(Key::Enter);
    window.press(Key::ArrowLeft);
    window.paint("widgets-calendar");
}

#[test]
fn the_gallery_stands_on_whole_pixels_at_every_scale() {
    for (mode, language, name) in [
        (Mode::Light, Language::Arabic, "light"),
        (Mode::Dark, Language::Arabic, "dark"),
        (Mode::Light, Language::French, "french"),
        (Mode::Dark, Language::French, "french-dark"),
    ] {
        for (scale, percent) in [(1.5, 150), (2.0, 200)] {
            for sheet in 0..3 {
                let mut window = Window::sheet(mode, language, sheet, scale);
                window.paint(&format!("widgets-{name}-{percent}-{}", sheet + 1));
            }
        }
    }
}

#[test]
fn every_control_is_reached_by_tab_told_by_name_ringed_and_pressed() {
    let controls = [
        (Role::Button, "حفظ باسم", "حفظ باسم"),
        (Role::Button, "مصادقة: ينقص رقم الصادر", ""),
        (Role::Button, "نشر", "نشر"),
        (Role::Button, "تجاهل", "تجاهل"),
        (Role::Button, "تصحيح", "تصحيح"),
        (Role::Button, "معاينة", "معاينة"),
        (Role::CheckBox, "طباعة اللائحة", "طباعة اللائحة"),
        (Role::CheckBox, "كل المحاور", "كل المحاور"),
        (Role::CheckBox, "طباعة الشعار: لا شعار بعد", ""),
        (Role::RadioButton, "دورة استثنائية", "دورة استثنائية"),
        (Role::RadioButton, "دورة عادية", "دورة عادية"),
        (Role::ComboBox, "طبيعة الاجتماع: اجتماع دوري", "اجتماع دوري"),
        (Role::Button, "الحضور 27 — منجز", "الحضور"),
        (Role::RadioButton, "المحضر", "المحضر"),
        (Role::Tab, "التدقيق: 3", "التدقيق"),
        (Role::Button, "تراجع", "تراجع"),
        (Role::Button, "فتح التقويم", "فتح التقويم"),
    ];
    let mut window = Window::arabic();
    for (role, name, answer) in controls {
        let (told, rect) = window.go(name);
        assert_eq!(told, role, "{name}");
        let with = window.picture();
        window.press(Key::Tab);
        let ring = changed(&with, &window.picture(), rect.expand(5.0));
        assert!(ring > 60, "{name}: {ring} pixels change where the keyboard is");
        for key in [Key::Enter, Key::Space] {
            window.go(name);
            window.last();
            window.strike(key);
            assert_eq!(window.last(), answer, "{name} and {key:?}");
            window.press(Key::Escape);
        }
    }
}

#[test]
fn fields_are_told_with_what_is_wrong_and_what_is_needed() {
    let mut window = Window::arabic();
    for name in ["المكان", "التاريخ: نونبر 30 يوما", "رقم الصادر", "النص"]
    {
        let (role, rect) = window.go(name);
        assert_eq!(role, Role::TextInput, "{name}");
        let with = window.picture();
        window.press(Key::Tab);
        let edge = changed(&with, &window.picture(), rect);
        assert!(edge > 100, "{name}: {edge} pixels change where the keyboard is");
    }
    window.go("النص");
    let root = window.0.root();
    let field = |name: &str| root.get_by_label(name).accesskit_node().is_read_only();
    assert!(field("النص") && !field("المكان"));
    window.write("زيادة");
    assert!(window.0.query_all_by_value("نص مصادق عليه").next().is_some(), "what is locked stays");
}

#[test]
fn arrows_choose_among_segments_and_tabs_by_what_is_seen() {
    let mut window = Window::arabic();
    window.go("المحضر");
    window.press(Key::ArrowLeft);
    assert_eq!(window.last(), "البلاغ", "the one at the left comes after");
    assert_eq!(window.focused().unwrap().1, "البلاغ");
    window.press(Key::ArrowRight);
    assert_eq!(window.last(), "المحضر");
    window.go("التدقيق: 3");
    window.press(Key::ArrowRight);
    assert_eq!(window.last(), "المراجعة");
    let mut window = Window::new(Mode::Light, Language::French);
    window.go("PV");
    window.press(Key::ArrowRight);
    assert_eq!(window.last(), "Communiqué");
}

#[test]
fn two_arrows_in_one_frame_move_two_lines() {
    let mut window = Window::arabic();
    window.go("طبيعة الاجتماع: اجتماع دوري");
    window.press(Key::ArrowDown);
    assert!(window.has("لقاء تواصلي"), "an arrow opens the list");
    let mut events = key_events(Modifiers::NONE, Key::ArrowDown);
    events.extend(key_events(Modifiers::NONE, Key::ArrowDown));
    events.extend(key_events(Modifiers::NONE, Key::Enter));
    window.events(events);
    assert_eq!(window.last(), "لقاء تواصلي", "from the first, which is chosen, to the third");
}

#[test]
fn letters_find_a_line_whatever_its_hamzas_and_article() {
    let mut window = Window::arabic();
    window.go("طبيعة الاجتماع: اجتماع دوري");
    window.press(Key::Enter);
    window.write("مجلس");
    window.press(Key::Enter);
    assert_eq!(window.last(), "دورة المجلس");
    window.go("طبيعة الاجتماع: دورة المجلس");
    window.press(Key::Enter);
    window.write("إست");
    window.press(Key::Enter);
    assert_eq!(window.last(), "اجتماع استثنائي");
}

#[test]
fn home_end_and_tab_in_a_list() {
    let mut window = Window::arabic();
    let name = "طبيعة الاجتماع: اجتماع دوري";
    window.go(name);
    window.press(Key::Enter);
    window.press(Key::End);
    window.press(Key::Home);
    window.press(Key::End);
    window.press(Key::Enter);
    assert_eq!(window.last(), "دورة المجلس");
    window.go("طبيعة الاجتماع: دورة المجلس");
    window.press(Key::Enter);
    window.press(Key::Tab);
    assert!(!window.has("لقاء تواصلي"), "Tab closes the list");
    assert_eq!(window.focused().unwrap().1, "طبيعة الاجتماع: دورة المجلس", "and stays");
    window.press(Key::Tab);
    assert!(window.focused().unwrap().1 != "طبيعة الاجتماع: دورة المجلس", "then goes on");
}

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };
const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

impl Window {
    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.events(key_events(modifiers, key));
    }

    /// What the control of this name holds.
    fn value(&self, name: &str) -> String {
        self.0.get_by_label(name).accesskit_node().value().unwrap_or_default()
    }

    fn button(at: Pos2, pressed: bool) -> Event {
        Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
    }

    /// Takes what is here and holds it over there.
    fn hold(&mut self, from: Pos2, to: Pos2) {
        self.events(vec![Event::PointerMoved(from)]);
        self.events(vec![Self::button(from, true)]);
        for part in 1..=4u8 {
            self.events(vec![Event::PointerMoved(from + (to - from) * f32::from(part) / 4.0)]);
        }
    }

    fn let_go(&mut self, at: Pos2) {
        self.events(vec![Self::button(at, false)]);
    }
}

#[test]
fn the_second_sheet_is_reached_by_tab_told_by_name_ringed_and_pressed() {
    let controls = [
        (Role::Switch, "الرموز الخفية", "الرموز الخفية"),
        (Role::Switch, "الشعار: لا شعار بعد", ""),
        (Role::SpinButton, "عدد الأعضاء", ""),
        (Role::Button, "إضافة: الملف مفتوح للقراءة فقط", ""),
        (Role::CheckBox, "للطباعة: الملف مفتوح للقراءة فقط", ""),
        (Role::RadioButton, "أنثى: الملف مفتوح للقراءة فقط", ""),
        (Role::ComboBox, "المستوى: جهوي: الملف مفتوح للقراءة فقط", ""),
        (Role::Button, "أوامر", "أوامر"),
        (Role::Button, "إلغاء", "إلغاء"),
        (Role::TreeItem, "1. الماء والتربة", "1. الماء والتربة"),
        (
            Role::Row,
            "الاسم: إدريس العمراني · الصفة: مقرر الكتابة الجهوية ورئيس لجنة الماء والغابة · الحضور: بعذر · العدد: 12",
            "إدريس العمراني",
        ),
        (Role::Button, "حفظ", "حفظ"),
    ];
    let mut window = Window::more(Language::Arabic);
    for (role, name, answer) in controls {
        let (told, rect) = window.go(name);
        assert_eq!(told, role, "{name}");
        let with = window.picture();
        window.press(Key::Tab);
        let ring = changed(&with, &window.picture(), rect.expand(5.0));
        assert!(ring > 60, "{name}: {ring} pixels change where the keyboard is");
        for key in [Key::Enter, Key::Space] {
            window.go(name);
            window.last();
            window.strike(key);
            assert_eq!(window.last(), answer, "{name} and {key:?}");
            window.press(Key::Escape);
        }
    }
    let stands = window.0.get_by_label_contains("يُرتَّب النص في صفحات");
    assert_eq!(stands.accesskit_node().role(), Role::ProgressIndicator);
    assert_eq!(stands.accesskit_node().value().as_deref(), Some("42%"));
}

#[test]
fn a_field_of_several_lines_is_written_moved_in_and_selected() {
    let mut window = Window::more(Language::Arabic);
    let name = "رأس الورقة";
    assert_eq!(window.go(name).0, Role::MultilineTextInput);
    window.press_with(CTRL, Key::A);
    window.write("أول");
    window.press(Key::Enter);
    window.write("ثان");
    assert_eq!(window.value(name), "أول\nثان");
    window.press(Key::ArrowUp);
    window.press(Key::End);
    window.write("!");
    assert_eq!(window.value(name), "أول!\nثان", "Up goes to the line above, End to its end");
    window.press(Key::ArrowLeft);
    window.write("و");
    assert_eq!(window.value(name), "أول!\nوثان", "on from the end of a line is the start of the next");
    window.press(Key::Home);
    window.press(Key::Backspace);
    assert_eq!(window.value(name), "أول!وثان", "Backspace joins two lines");
    window.press_with(CTRL, Key::Home);
    window.press_with(SHIFT, Key::ArrowDown);
    window.press(Key::Delete);
    assert_eq!(window.value(name), "", "Shift with Down on the last line selects to its end");
    window.events(vec![Event::Paste("سطر\r\nسطر\u{200f} ثان\n".into())]);
    assert_eq!(window.value(name), "سطر\nسطر ثان\n", "breaks stay, what is not seen does not");
    window.press_with(CTRL, Key::Enter);
    assert_eq!(window.last(), "entered");
    window.press(Key::Tab);
    assert_ne!(window.focused().unwrap().1, name, "Tab leaves");
}

#[test]
fn a_long_text_wraps_in_its_field_and_the_caret_goes_by_what_is_seen() {
    let mut window = Window::more(Language::Arabic);
    let name = "رأس الورقة";
    let (_, place) = window.go(name);
    window.press_with(CTRL, Key::A);
    let line = "تنعقد الدورة العادية لمجلس الجهة بحضور أعضائه وممثلي المصالح والجمعيات المهتمة بالماء";
    window.write(line);
    window.press_with(CTRL, Key::Home);
    window.press(Key::ArrowDown);
    window.write("؛");
    let at = window.value(name).find('؛').unwrap();
    assert!(at > 20 && at < line.len() - 20, "the second line begins inside the paragraph: {at}");
    for _ in 0..12 {
        window.press_with(CTRL, Key::End);
        window.press(Key::Enter);
        window.write("سطر");
    }
    window.paint("widgets-lines-scrolled");
    let before = window.picture();
    window.press_with(CTRL, Key::Home);
    assert!(changed(&before, &window.picture(), place) > 500, "what has the caret is scrolled into view");
    window.click(place.right_top() + vec2(-8.0, 12.0));
    window.write("س");
    assert!(window.value(name).starts_with('س'), "a click at the start of the first line");
    let mut french = Window::more(Language::French);
    let (_, place) = french.go("Papier à en-tête");
    french.press_with(CTRL, Key::A);
    french.write("un");
    french.click(place.left_top() + vec2(8.0, 12.0));
    french.write("X");
    assert_eq!(french.value("Papier à en-tête"), "Xun", "French begins at the left");
}

#[test]
fn a_number_takes_digits_of_both_systems_and_nothing_else() {
    let mut window = Window::more(Language::Arabic);
    let name = "عدد الأعضاء";
    window.go(name);
    window.press_with(CTRL, Key::A);
    window.write("م");
    assert_eq!(window.value(name), "27", "a letter does not even replace what is selected");
    window.paint("widgets-number-refused");
    window.press_with(CTRL, Key::A);
    window.write("١٢");
    assert_eq!((window.value(name), window.last()), ("12".to_owned(), "12".to_owned()));
    window.write("3");
    assert_eq!(window.last(), "123");
    window.write("4");
    assert_eq!((window.value(name), window.last()), ("123".to_owned(), String::new()), "400 is the greatest");
    window.press(Key::ArrowUp);
    assert_eq!(window.last(), "124");
    window.press(Key::PageUp);
    assert_eq!(window.last(), "134");
    window.press(Key::ArrowDown);
    assert_eq!(window.last(), "133");
    window.events(vec![Event::Paste("12 عضوا".into())]);
    assert_eq!(window.value(name), "133");
    window.press_with(CTRL, Key::A);
    window.events(vec![Event::Paste(" ٣٩٩ ".into())]);
    assert_eq!(window.last(), "399");
    window.press(Key::ArrowUp);
    window.press(Key::ArrowUp);
    assert_eq!(window.last(), "400", "and counts no further");
    window.press_with(CTRL, Key::A);
    window.press(Key::Delete);
    assert_eq!(window.value(name), "", "nothing is no number");
    let node = window.0.get_by_label(name);
    assert_eq!(node.accesskit_node().max_numeric_value(), Some(400.0));
}

#[test]
fn a_switch_turns_by_key_and_by_mouse_and_its_knob_is_mirrored() {
    let mut window = Window::more(Language::Arabic);
    let (_, place) = window.go("الرموز الخفية");
    let knob = |window: &mut Window, x: f32| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a pixel")]
        let at = (x as u32, place.center().y as u32);
        window.picture().get_pixel(at.0, at.1).0 == Theme::LIGHT.accent.to_array()
    };
    assert!(knob(&mut window, place.right() - 10.0), "on: the knob is where reading ends");
    window.press(Key::Space);
    assert_eq!(window.last(), "الرموز الخفية");
    assert!(!knob(&mut window, place.right() - 10.0));
    window.click(place.center());
    window.events(vec![Event::PointerMoved(Pos2::ZERO)]);
    assert!(knob(&mut window, place.right() - 10.0));
}

#[test]
fn a_menu_inside_a_menu_is_opened_by_keys_and_by_the_mouse() {
    let mut window = Window::more(Language::Arabic);
    let open = |window: &mut Window| {
        window.go("أوامر");
        window.press(Key::Enter);
        window.press(Key::ArrowDown);
        window.press(Key::ArrowDown);
        window.last();
    };
    open(&mut window);
    assert!(!window.has("إلى الأجل"));
    window.press(Key::ArrowLeft);
    assert!(window.has("إلى الأجل"), "the arrow that reading goes with opens it");
    window.paint("widgets-submenu");
    let (line, child) = (window.place("الانتقال إلى"), window.place("إلى الأجل"));
    assert!(child.right() <= line.left() + 8.0, "at the left, where reading goes");
    window.press(Key::ArrowRight);
    assert!(!window.has("إلى الأجل") && window.has("الانتقال إلى"), "the other closes it alone");
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert!(!window.has("إلى الأجل") && window.has("الانتقال إلى"), "so does Escape");
    window.press(Key::Enter);
    window.write("أجل");
    window.press(Key::Enter);
    assert_eq!(window.last(), "إلى الأجل", "letters find its lines");
    open(&mut window);
    window.events(vec![Event::PointerMoved(window.place("معاينة").center())]);
    window.events(vec![Event::PointerMoved(window.place("الانتقال إلى").center())]);
    assert!(window.has("إلى الأجل"), "pointing at it opens it");
    window.click(window.place("الترويسة").center());
    assert_eq!(window.last(), "الترويسة");
    assert!(!window.has("الانتقال إلى"));
    let mut window = Window::more(Language::French);
    window.go("Commandes");
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowRight);
    let (line, child) = (window.place("Aller à"), window.place("Échéance"));
    assert!(child.left() >= line.right() - 8.0, "at the right in French");
}

#[test]
fn rows_of_an_outline_are_dragged_with_what_is_below_them() {
    let mut window = Window::more(Language::Arabic);
    let from = window.place("1. الماء والتربة").center();
    let to = window.place("3. الطاقة").center() - vec2(0.0, 12.0);
    let before = window.picture();
    window.hold(from, to);
    window.paint("widgets-outline-drag");
    let line = window.place("3. الطاقة");
    let line = Rect::from_center_size(line.center_top(), vec2(line.width(), 6.0));
    assert!(changed(&before, &window.picture(), line) > 150, "a line shows where it goes");
    window.let_go(to);
    assert_eq!(window.last(), "340125", "the axis and its two items, before the third axis");
    let below = window.place("2. الماء والتربة").top() - window.place("1. المدرسة والبيئة").top();
    assert!((below - 64.0).abs() < 0.01, "{below}");
    let from = window.place("العيون والسواقي").center();
    window.hold(from, window.place("1. المدرسة والبيئة").center());
    window.press(Key::Escape);
    window.let_go(window.place("1. المدرسة والبيئة").center());
    assert_eq!(window.last(), "", "Escape gives it up");
    window.go("2. الماء والتربة");
    window.press_with(ALT, Key::ArrowUp);
    assert_eq!(window.last(), "012345", "Alt and an arrow move it as well");
    assert_eq!(window.focused().unwrap().1, "1. الماء والتربة", "and the keyboard goes with it");
    window.press_with(ALT, Key::ArrowDown);
    assert_eq!(window.last(), "340125");
    window.press_with(ALT, Key::ArrowDown);
    assert_eq!(window.last(), "345012");
    window.press_with(ALT, Key::ArrowDown);
    assert_eq!(window.last(), "", "the last goes no further");
}

#[test]
fn the_columns_of_a_table_are_mirrored_and_its_rows_gone_through() {
    let mut window = Window::more(Language::Arabic);
    assert!(window.place("الاسم").left() > window.place("الصفة").left());
    assert!(window.place("الصفة").left() > window.place("العدد").left());
    assert_eq!(window.0.get_by_label("العدد").accesskit_node().role(), Role::ColumnHeader);
    window.click(window.0.get_by_label_contains("الاسم: نعيمة").rect().center());
    assert_eq!(window.last(), "نعيمة السوسي");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert_eq!(window.last(), "Youssef El Idrissi");
    window.press(Key::End);
    assert_eq!(window.last(), "فاطمة الزهراء بنعبد الله");
    window.press(Key::ArrowDown);
    assert_eq!(window.last(), "", "the last is the last");
    window.press(Key::Home);
    assert_eq!(window.last(), "نعيمة السوسي");
    window.press(Key::Tab);
    assert!(!window.focused().unwrap().1.starts_with("الاسم:"), "the table is one stop of Tab");
    let window = Window::more(Language::French);
    assert!(window.place("Nom").left() < window.place("Qualité").left());
}

#[test]
fn what_is_cut_is_told_whole_once_the_mouse_rests_on_it() {
    let mut window = Window::more(Language::Arabic);
    let row = window.0.get_by_label_contains("الاسم: إدريس").rect();
    let before = window.picture();
    window.events(vec![Event::PointerMoved(row.center())]);
    for _ in 0..40 {
        window.0.step();
    }
    window.paint("widgets-cut");
    let below = Rect::from_min_size(row.left_bottom(), vec2(row.width(), 34.0));
    assert!(changed(&before, &window.picture(), below) > 1_000);
}

/// What an open calendar picks after these keys.
fn picked(language: Language, button: &str, keys: &[(Modifiers, Key)]) -> String {
    let mut window = Window::new(Mode::Light, language);
    window.go(button);
    window.press(Key::Enter);
    window.last();
    for (modifiers, key) in keys {
        window.events(key_events(*modifiers, *key));
    }
    window.last()
}

#[test]
fn the_calendar_is_worked_by_keys() {
    let plain = |keys: &[Key]| keys.iter().map(|key| (Modifiers::NONE, *key)).collect::<Vec<_>>();
    let arabic = |keys: &[Key]| picked(Language::Arabic, "فتح التقويم", &plain(keys));
    assert_eq!(arabic(&[Key::ArrowLeft, Key::Enter]), "2026-11-15", "the next day is at the left");
    assert_eq!(arabic(&[Key::ArrowRight, Key::ArrowUp, Key::Enter]), "2026-11-06");
    assert_eq!(arabic(&[Key::Home, Key::Enter]), "2026-11-09", "a week begins on Monday");
    assert_eq!(arabic(&[Key::End, Key::ArrowDown, Key::Enter]), "2026-11-22");
    assert_eq!(
        arabic(&[Key::PageDown, Key::PageDown, Key::PageDown, Key::PageDown, Key::Enter]),
        "2027-03-14"
    );
    assert_eq!(arabic(&[Key::Escape, Key::Enter]), "فتح التقويم", "closed: Enter opens it again");
    assert_eq!(arabic(&[Key::Tab, Key::Enter]), "2026-11-21", "today");
    assert_eq!(
        arabic(&[Key::Tab, Key::Tab, Key::Enter, Key::ArrowLeft, Key::Enter]),
        "2026-11-14 2026-11-15",
        "a second day"
    );
    let french = picked(Language::French, "Ouvrir le calendrier", &plain(&[Key::ArrowRight, Key::Enter]));
    assert_eq!(french, "2026-11-15");
    let beside =
        picked(Language::Arabic, "فتح التقويم", &[(Modifiers::NONE, Key::ArrowDown), (CTRL, Key::Enter)]);
    assert_eq!(beside, "2026-11-14 2026-11-21");
}

#[test]
fn the_last_day_of_a_month_stays_in_the_month_it_goes_to() {
    let keys =
        [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft];
    // 14 November + 24 days = 8 December; +23 = the 31st.
    let mut keys: Vec<(Modifiers, Key)> = keys.iter().map(|key| (Modifiers::NONE, *key)).collect();
    keys.extend([Key::ArrowDown; 3].map(|key| (Modifiers::NONE, key)));
    keys.extend(
        [Key::ArrowLeft, Key::ArrowLeft, Key::PageDown, Key::PageDown, Key::Enter]
            .map(|key| (Modifiers::NONE, key)),
    );
    assert_eq!(picked(Language::Arabic, "فتح التقويم", &keys), "2027-02-28");
}

#[test]
fn days_are_told_whole_and_picked_by_the_mouse() {
    let mut window = Window::arabic();
    assert!(window.has("السبت 14 نونبر 2026") && window.has("الاثنين 26 أكتوبر 2026"));
    window.click(window.place("الثلاثاء 17 نونبر 2026").center());
    assert_eq!(window.last(), "2026-11-17");
    window.click(window.place("إضافة يوم ثان").center());
    window.click(window.place("الأربعاء 18 نونبر 2026").center());
    assert_eq!(window.last(), "2026-11-17 2026-11-18");
    window.click(window.place("الشهر الموالي").center());
    assert!(window.has("الخميس 31 دجنبر 2026"));
    let mut window = Window::new(Mode::Light, Language::French);
    assert!(window.has("dimanche 1er novembre 2026"));
    let (before, after) = (window.place("Mois précédent"), window.place("Mois suivant"));
    assert!(before.center().x < after.center().x, "mirrored");
    window.click(after.center());
    assert!(window.has("jeudi 31 décembre 2026"));
}

/// A window with a list of 75 lines under a field, and what was typed into the field.
fn long_list(open: Option<Calendar>) -> Harness<'static, Long> {
    let long = Long { calendar: open, ..Long::default() };
    let builder = Harness::builder().with_size(vec2(800.0, 480.0)).with_max_steps(12);
    let mut harness = builder.build_ui_state(
        |ui, long: &mut Long| {
            let ctx = ui.ctx().clone();
            if long.pen.is_none() {
                ctx.set_fonts(mahdar::ui::pen::fonts());
                ctx.memory_mut(|memory| memory.request_focus(Id::unique("under")));
            }
            let pen = long.pen.get_or_insert_with(|| Pen::new(Theme::LIGHT));
            pen.begin(Theme::LIGHT);
            hold_keys(&ctx, Hold::Nothing);
            let place = Rect::from_min_size(Pos2::new(500.0, 20.0), vec2(200.0, 32.0));
            let look = Look { name: "تحت", ..Look::default() };
            if let Some(words) =
                field(ui, pen, place, Id::unique("under"), &long.words, look, &mut long.focus).changed
            {
                long.words = words;
            }
            if long.ended {
                return;
            }
            if let Some(state) = &mut long.calendar {
                let (day, words) = (state.day(), Words::default());
                calendar(&ctx, pen, place, state, &[], day, words, std::mem::take(&mut long.fresh));
                return;
            }
            let items = (1..=75).map(|line| Item::new(format!("سطر {line}"), line)).collect();
            match menu(&ctx, pen, place, items, &mut long.at, true, std::mem::take(&mut long.fresh)) {
                Popup::Open => {}
                Popup::Closed => long.ended = true,
                Popup::Chosen(line) => (long.ended, long.chosen) = (true, line),
            }
        },
        long,
    );
    harness.run();
    harness
}

struct Long {
    pen: Option<Pen>,
    focus: Option<(Id, Line)>,
    words: String,
    at: Option<usize>,
    fresh: bool,
    ended: bool,
    chosen: usize,
    calendar: Option<Calendar>,
}

impl Default for Long {
    fn default() -> Self {
        let words = String::new();
        Self { pen: None, focus: None, words, at: None, fresh: true, ended: false, chosen: 0, calendar: None }
    }
}

fn strike(harness: &mut Harness<'static, Long>, events: Vec<Event>) {
    harness.input_mut().events.extend(events);
    harness.step();
    harness.run();
}

#[test]
fn a_list_longer_than_the_window_scrolls_to_the_line_of_the_keyboard() {
    let mut harness = long_list(None);
    assert!(harness.query_all_by_label("سطر 1").next().is_some());
    assert!(harness.query_all_by_label("سطر 75").next().is_none(), "not in view");
    strike(&mut harness, key_events(Modifiers::NONE, Key::End));
    let last = harness.get_by_label("سطر 75").rect();
    assert!(last.bottom() <= 480.0, "{last}");
    strike(&mut harness, key_events(Modifiers::NONE, Key::Enter));
    assert_eq!(harness.state().chosen, 75);
}

#[test]
fn a_list_keeps_its_keys_and_gives_back_what_came_after_it() {
    let mut harness = long_list(None);
    let mut events = vec![Event::Text("س".into())];
    events.extend(key_events(Modifiers::NONE, Key::Enter));
    events.push(Event::Text("بعد".into()));
    strike(&mut harness, events);
    assert_eq!(harness.state().chosen, 1, "the letter found the first line, Enter took it");
    assert_eq!(harness.state().words, "بعد", "the field has what came after, and nothing of before");
}

#[test]
fn what_is_typed_reaches_the_date_under_a_calendar_but_not_its_motions() {
    let mut harness = long_list(Date::new(2026, 11, 14).map(Calendar::at));
    let mut events = vec![Event::Text("14".into())];
    events.extend(key_events(Modifiers::NONE, Key::ArrowRight));
    events.push(Event::Text("/".into()));
    strike(&mut harness, events);
    assert_eq!(harness.state().words, "14/", "the arrow did not move the caret before the digits");
    assert_eq!(harness.state().calendar.unwrap().day(), Date::new(2026, 11, 13).unwrap(), "it moved the day");
}
