//! The attendance: its form on the page and its panel, typed into and looked at without the rest of the window.

use eframe::egui::{Event, Key, Modifiers, Pos2, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use mahdar::arabic::Gender;
use mahdar::document::{Attendee, Document, Field, Honorific, Person, Presence, QuorumRule, RecordId, Step};
use mahdar::edit::{Command, Editor, Moment, Roll, Who};
use mahdar::store::Roster;
use mahdar::template;
use mahdar::ui::field::Line;
use mahdar::ui::pen::{self, Pen};
use mahdar::ui::suggest::Finder;
use mahdar::ui::theme::{Mode, Theme};
use mahdar::ui::{attendance, people};
use mahdar::words::{Language, Words};

use crate::cpu::Cpu;
use crate::screen::{CTRL, SIZE, Screen, key_events};

const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };
const SMALL: (f32, f32) = (1093.0, 552.0);

/// The form on a sheet and the panel beside it.
struct Desk {
    editor: Editor,
    pen: Option<Pen>,
    mode: Mode,
    words: Words,
    focus: Option<(eframe::egui::Id, Line)>,
    finder: Finder,
    form: attendance::State,
    panel: people::Panel,
    scroll: f32,
    asked: Vec<people::Asked>,
    begins: bool,
    millis: u64,
}

impl Desk {
    fn frame(&mut self, ui: &mut eframe::egui::Ui) {
        let ctx = ui.ctx().clone();
        let theme = Theme::of(self.mode);
        let pen = self.pen.get_or_insert_with(|| {
            ctx.set_fonts(pen::fonts());
            Pen::new(theme)
        });
        pen.begin(theme);
        let screen = ctx.content_rect();
        ui.painter().rect_filled(screen, 0.0, theme.desk);
        let rtl = self.words.language().is_right_to_left();
        let (panel, rest) = if rtl {
            screen.split_left_right_at_x(360.0)
        } else {
            let (rest, panel) = screen.split_left_right_at_x(screen.right() - 360.0);
            (panel, rest)
        };
        let panel = panel.with_min_y(84.0);
        ui.painter().rect_filled(panel, 0.0, theme.chrome);
        let document = self.editor.document();
        self.asked.extend(people::panel(ui, pen, panel, document, self.words, &mut self.panel));
        let view = rest.with_min_y(44.0);
        let left = (view.center().x - 296.0).max(view.left() + 8.0);
        let height = attendance::height(document, self.editor.state(), &mut self.form);
        let rect = Rect::from_min_size(pos2(left, view.top() + 16.0 - self.scroll), vec2(592.0, height));
        ui.painter().rect_filled(rect.expand2(vec2(64.0, 16.0)), 2.0, theme.sheet);
        ui.set_clip_rect(view);
        let mut commands = Vec::new();
        let mut form = attendance::Form {
            document,
            words: self.words,
            focus: &mut self.focus,
            finder: &self.finder,
            state: &mut self.form,
            asked: &mut commands,
        };
        attendance::show(&mut form, ui, pen, rect);
        if std::mem::take(&mut self.begins) {
            ui.memory_mut(|memory| memory.request_focus(attendance::first_field()));
        }
        if let Some(field) = self.form.reveal.take() {
            self.scroll += (field.bottom() - view.bottom()).max(0.0) - (view.top() - field.top()).max(0.0);
        }
        ui.set_clip_rect(screen);
        for asked in &self.asked {
            if let people::Asked::Run(command) = asked {
                commands.push(command.clone());
            }
        }
        self.asked.retain(|asked| !matches!(asked, people::Asked::Run(_)));
        self.millis += 17;
        let millis = self.millis;
        for command in commands {
            self.editor.run(command, &Moment { millis, ..Moment::default() }).expect("accepted");
            ctx.request_repaint();
        }
    }
}

struct Seen {
    harness: Harness<'static, Desk>,
}

impl Seen {
    fn of(
        document: Document,
        mode: Mode,
        language: Language,
        (width, height): (f32, f32),
        scale: f32,
    ) -> Self {
        let desk = Desk {
            editor: Editor::new(document, 9),
            pen: None,
            mode,
            words: Words::new(language),
            focus: None,
            finder: finder(),
            form: attendance::State::default(),
            panel: people::Panel::default(),
            scroll: 0.0,
            asked: Vec::new(),
            begins: true,
            millis: 0,
        };
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_pixels_per_point(scale)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(12)
            .renderer(Cpu::default())
            .with_render_cursor(false)
            .build_ui_state(|ui, desk: &mut Desk| desk.frame(ui), desk);
        let mut seen = Self { harness };
        seen.harness.run();
        seen
    }

    fn new(document: Document) -> Self {
        Self::of(document, Mode::Light, Language::Arabic, SIZE, 1.0)
    }

    fn document(&self) -> &Document {
        self.harness.state().editor.document()
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.frame(key_events(modifiers, key));
        self.harness.run();
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn presses(&mut self, key: Key, count: usize) {
        for _ in 0..count {
            self.press(key);
        }
    }

    fn type_words(&mut self, words: &str) {
        for c in words.chars() {
            self.frame(vec![Event::Text(c.into())]);
        }
        self.harness.run();
    }

    fn has(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    fn is_focused(&self, name: &str) -> bool {
        self.harness.get_by_label(name).is_focused()
    }

    fn place(&self, name: &str) -> Rect {
        self.harness.get_by_label(name).rect()
    }

    fn click_at(&mut self, at: Pos2) {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: eframe::egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(true)]);
        self.frame(vec![button(false)]);
        self.harness.run();
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + 1.0);
        self.harness.run();
    }

    fn click(&mut self, name: &str) {
        let at = self.place(name).center();
        self.click_at(at);
    }

    fn people(&self) -> Vec<(String, Presence)> {
        let document = self.document();
        let name = |entry: &Attendee| document.person(entry.person).unwrap().name.clone();
        document.meeting().attendance.people.iter().map(|entry| (name(entry), entry.presence)).collect()
    }

    fn names(&self) -> Vec<String> {
        self.people().into_iter().map(|(name, _)| name).collect()
    }

    fn undo(&mut self) {
        self.harness.state_mut().editor.undo();
        self.harness.state_mut().focus = None;
        self.harness.run();
    }

    fn paint(&mut self, name: &str) {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("pictures");
        std::fs::create_dir_all(&folder).unwrap();
        self.harness.render().unwrap().save(folder.join(format!("attendance-{name}.png"))).unwrap();
    }
}

fn person(name: &str, gender: Gender, role: &str) -> Person {
    Person { name: name.into(), gender, role: role.into(), ..Person::default() }
}

fn finder() -> Finder {
    let mut document = Editor::new(Document::new(RecordId(3)), 5);
    for kept in [
        person("ميمون الأرزي", Gender::Male, "نائب الكاتبة الجهوية"),
        person("ميمونة أيت الزعتر", Gender::Female, "عضوة الكتابة الجهوية"),
        Person {
            honorific: Honorific::Doctor, ..person("إدريس الصنوبري", Gender::Male, "أمين المال")
        },
    ] {
        let add = Roll::Add { who: Who::New(Box::new(kept)), at: 99, presence: Presence::Unknown };
        document.run(Command::Roll(add), &Moment::default()).unwrap();
    }
    let mut roster = Roster::default();
    for (id, person) in document.document().people() {
        roster.put(*id, person.clone());
    }
    let finder = Finder::default();
    finder.keep(&roster);
    finder
}

/// A record with nothing but its body.
fn blank() -> Document {
    let mut document = Document::new(RecordId(4));
    let body = mahdar::document::Body { name: "الكتابة الجهوية".into(), ..Default::default() };
    document.apply(Step::SetField(Field::Body(body))).unwrap();
    document
}

/// The record of the drawing: six of the body by name, then groups.
fn whole() -> Document {
    let mut editor = Editor::new(blank(), 1);
    let present = [
        (person("رقية الصفصافي", Gender::Female, "الكاتبة الجهوية"), Presence::Present),
        (person("ميمون الأرزي", Gender::Male, "نائب الكاتبة الجهوية"), Presence::Present),
        (person("يامنة البلوطي", Gender::Female, "منسقة لجنة الماء والغابة"), Presence::Present),
        (person("حدو الخروبي", Gender::Male, "أمين المال"), Presence::Present),
        (person("إيجة السنديان", Gender::Female, "عضوة"), Presence::Excused),
        (person("بوجمعة أيت العرعار", Gender::Unknown, "عضو"), Presence::Unknown),
        (person("فاضمة العوسج", Gender::Female, ""), Presence::Guest),
        (person("سعيد الدردار", Gender::Male, "عضو"), Presence::Proxy(None)),
        (person("عسو البطم", Gender::Male, "عضو"), Presence::Absent),
    ];
    let mut run = |command| editor.run(command, &Moment::default()).unwrap();
    for (who, presence) in present {
        run(Command::Roll(Roll::Add { who: Who::New(Box::new(who)), at: 99, presence }));
    }
    for (n, (nominative, count)) in [
        ("رئيسات ورؤساء الجمعيات المحلية", ""),
        ("المنسقات والمنسقون الإقليميون", "3"),
        ("مؤطرات ومؤطرو النوادي البيئية", "12"),
        ("ممثلات وممثلو اللجان الموضوعاتية", "4"),
    ]
    .into_iter()
    .enumerate()
    {
        for (field, value) in [("nominative", nominative), ("count", count)] {
            let path = format!("meeting.groups.{n}.{field}").parse().unwrap();
            run(Command::SetField { path, value: value.into() });
        }
    }
    for (path, value) in [("meeting.members", "9"), ("meeting.quorum", "majority")] {
        run(Command::SetField { path: path.parse().unwrap(), value: value.into() });
    }
    let ids: Vec<_> = editor.document().meeting().attendance.people.iter().map(|e| e.person).collect();
    editor.run(Command::Roll(Roll::Chair(ids[0])), &Moment::default()).unwrap();
    editor.run(Command::Roll(Roll::Rapporteur(Some(ids[1]))), &Moment::default()).unwrap();
    editor.document().clone()
}

#[test]
fn people_and_five_groups_are_typed_by_keyboard_alone() {
    let mut seen = Seen::new(blank());
    assert!(seen.is_focused("إضافة شخص"));
    seen.type_words("نعيمة السوسي");
    seen.press(Key::Enter);
    seen.type_words("حمو أوعلي");
    seen.press(Key::Enter);
    assert_eq!(seen.names(), ["نعيمة السوسي", "حمو أوعلي"]);
    assert!(seen.is_focused("إضافة شخص"), "the next name follows");
    assert!(seen.has("بحضور السيد(ة) نعيمة السوسي والسيد(ة) حمو أوعلي"), "the sentence is live");
    let groups = [
        "عضوات وأعضاء الكتابة الجهوية",
        "المنسقات والمنسقون الإقليميون",
        "رئيسات ورؤساء المجالس",
        "برلمانيات وبرلمانيو الجهة",
        "ممثلات وممثلو الشبيبة",
    ];
    seen.press(Key::Tab);
    for group in groups {
        seen.type_words(group);
        seen.press(Key::Enter);
    }
    let document = seen.document();
    let stored: Vec<&str> =
        document.meeting().attendance.groups.iter().map(|group| group.nominative.as_str()).collect();
    assert_eq!(stored, groups);
    assert_eq!(
        template::attendance_sentence(document),
        "بحضور السيدات والسادة عضوات وأعضاء الكتابة الجهوية، والمنسقات والمنسقين الإقليميين، ورئيسات ورؤساء المجالس، وبرلمانيات وبرلمانيي الجهة، وممثلات وممثلي الشبيبة"
    );
}

#[test]
fn a_name_begun_offers_people_of_the_roster_however_it_is_spelt() {
    let mut seen = Seen::new(blank());
    seen.type_words("مَيمـو");
    assert!(seen.has("ميمون الأرزي") && seen.has("ميمونة أيت الزعتر"));
    assert!(!seen.has("إدريس الصنوبري"));
    seen.paint("suggestions");
    seen.press(Key::ArrowDown);
    seen.press(Key::Tab);
    assert_eq!(seen.names(), ["ميمونة أيت الزعتر"]);
    let id = seen.document().meeting().attendance.people[0].person;
    assert_eq!(seen.document().person(id).unwrap().gender, Gender::Female);
    seen.type_words("الصنو ");
    seen.press(Key::Enter);
    seen.type_words("ميمون");
    seen.presses(Key::ArrowDown, 1);
    assert!(seen.has("إضافة «ميمون» إلى لائحة الأشخاص"));
    seen.press(Key::Enter);
    assert_eq!(seen.names(), ["ميمونة أيت الزعتر", "إدريس الصنوبري", "ميمون"]);
    seen.undo();
    assert_eq!(seen.names(), ["ميمونة أيت الزعتر", "إدريس الصنوبري"], "each is one thing to take back");
}

#[test]
fn an_offer_is_taken_by_the_pointer_too() {
    let mut seen = Seen::new(blank());
    seen.type_words("ميم");
    seen.click("ميمونة أيت الزعتر");
    assert_eq!(seen.names(), ["ميمونة أيت الزعتر"]);
}

#[test]
fn a_name_left_in_the_last_row_is_not_lost() {
    let mut seen = Seen::new(blank());
    seen.type_words("نعيمة");
    seen.press(Key::Escape);
    let at = seen.place("عدد الأعضاء").center();
    seen.click_at(at);
    assert_eq!(seen.names(), ["نعيمة"]);
    assert!(seen.is_focused("عدد الأعضاء"));
}

#[test]
fn letters_say_who_came_and_arrows_go_on() {
    let mut seen = Seen::new(whole());
    seen.click("حضور الشخص 1: حاضرة");
    seen.press(Key::Escape);
    for letter in ["غ", "ع", "ض", "و", "ح"] {
        seen.frame(vec![Event::Text(letter.into())]);
        seen.press(Key::ArrowDown);
    }
    let said: Vec<Presence> = seen.people().into_iter().map(|(_, said)| said).take(5).collect();
    let proxy = Presence::Proxy(None);
    assert_eq!(said, [Presence::Absent, Presence::Excused, Presence::Guest, proxy, Presence::Present]);
    assert!(seen.has("حضور الشخص 1: متغيبة بدون عذر"));
    seen.press(Key::Delete);
    assert_eq!(seen.names().len(), 8, "Delete takes the person off");
    assert!(!seen.names().contains(&"بوجمعة أيت العرعار".to_owned()));
}

#[test]
fn the_list_of_presences_opens_with_enter_and_closes_with_escape() {
    let mut seen = Seen::new(whole());
    seen.click("حضور الشخص 5: متغيبة بعذر");
    assert!(seen.has("حاضرة (ح)"), "the list is open");
    seen.press(Key::Escape);
    assert!(!seen.has("حاضرة (ح)"));
    seen.press(Key::Enter);
    // The list begins at what is chosen: excused.
    seen.press(Key::ArrowUp);
    seen.press(Key::Enter);
    assert_eq!(seen.people()[4].1, Presence::Present);
}

#[test]
fn rows_move_with_alt_and_the_keyboard_stays_with_the_person() {
    let mut seen = Seen::new(whole());
    seen.click("اسم الشخص 2");
    seen.press_with(ALT, Key::ArrowUp);
    assert_eq!(seen.names()[..2], ["ميمون الأرزي", "رقية الصفصافي"]);
    assert!(seen.is_focused("اسم الشخص 1"));
    seen.type_words("!");
    assert_eq!(seen.names()[0], "ميمون الأرزي!");
    seen.press(Key::Enter);
    assert!(seen.is_focused("اسم الشخص 2"));
    seen.click("المجموعة 2");
    seen.press_with(ALT, Key::ArrowDown);
    assert!(seen.is_focused("المجموعة 3"));
    let groups = &seen.document().meeting().attendance.groups;
    assert_eq!(groups[2].nominative, "المنسقات والمنسقون الإقليميون");
}

#[test]
fn what_is_not_said_of_a_gender_is_seen_and_can_be_said() {
    let mut seen = Seen::new(whole());
    let at =
        seen.harness.get_all_by_label("اللقب الشرفي: غير محدد: السيد(ة)").next().unwrap().rect().center();
    seen.click_at(at);
    seen.click("أنثى");
    let id = seen.document().meeting().attendance.people[5].person;
    assert_eq!(seen.document().person(id).unwrap().gender, Gender::Female);
    assert!(seen.has("اللقب الشرفي: أنثى: السيدة"));
}

#[test]
fn the_quorum_is_said_in_the_form() {
    let mut seen = Seen::new(whole());
    assert!(seen.has("النصاب القانوني مكتمل 5 من 9"));
    seen.harness.state_mut().scroll = 260.0;
    seen.harness.run();
    seen.click("عدد الأعضاء");
    seen.press_with(CTRL, Key::A);
    seen.type_words("11");
    assert!(seen.has("النصاب القانوني غير مكتمل 5 من 11"));
    let rule = seen.place("النصاب القانوني: أكثر من النصف").center();
    seen.click_at(rule);
    seen.click("عدد محدد");
    assert_eq!(seen.document().meeting().attendance.quorum.rule, QuorumRule::AtLeast(6));
    seen.click("العدد");
    seen.press_with(CTRL, Key::A);
    seen.type_words("5");
    assert!(seen.has("النصاب القانوني مكتمل 5 من 11"));
}

#[test]
fn the_panel_turns_a_pill_by_click_and_by_letters() {
    let mut seen = Seen::new(whole());
    let row = seen.place("السيدة رقية الصفصافي: حاضرة");
    seen.click_at(pos2(row.left() + 10.0, row.center().y));
    assert_eq!(seen.people()[0].1, Presence::Excused);
    let row = seen.place("السيدة رقية الصفصافي: متغيبة بعذر");
    seen.click_at(pos2(row.right() - 30.0, row.center().y));
    assert_eq!(seen.people()[0].1, Presence::Excused, "the name only takes the keyboard");
    seen.type_words("ح");
    assert_eq!(seen.people()[0].1, Presence::Present);
    assert!(seen.is_focused("السيد ميمون الأرزي: حاضر"), "a letter goes on to the next");
    seen.press(Key::Space);
    assert_eq!(seen.people()[1].1, Presence::Excused);
    assert!(seen.has("النصاب القانوني غير مكتمل 4 من 9 5 هو الحد الأدنى لصحة المداولات · 3 متغيبين"));
}

#[test]
fn an_empty_panel_offers_one_thing() {
    let mut seen = Seen::new(blank());
    seen.click("إضافة الحضور");
    assert_eq!(seen.harness.state().asked, [people::Asked::Edit]);
}

#[test]
fn more_is_known_of_one_person_in_place() {
    let mut seen = Seen::new(whole());
    seen.click("المزيد عن الشخص 8");
    seen.click("من ينوب عنه(ا)");
    seen.type_words("يامن");
    seen.press(Key::Enter);
    let by = seen.document().meeting().attendance.people[2].person;
    assert_eq!(seen.people()[7].1, Presence::Proxy(Some(by)));
    seen.click("وقت الوصول");
    seen.type_words("10:15");
    assert_eq!(seen.document().read("meeting.attendance.7.arrived".parse().unwrap()), "10:15");
    seen.click("حفظ في دفتر الأشخاص");
    assert_eq!(seen.harness.state().form.keep.len(), 1);
    seen.paint("more");
    seen.click("المزيد عن الشخص 8");
    assert!(!seen.has("وقت الوصول"));
}

#[test]
fn three_hundred_people_draw_as_fast_as_few() {
    let frame = |count: usize| {
        let mut editor = Editor::new(blank(), 1);
        for n in 0..count {
            let who = Who::New(Box::new(person(&format!("شخص {n}"), Gender::Male, "عضو")));
            let add = Roll::Add { who, at: 999, presence: Presence::Present };
            editor.run(Command::Roll(add), &Moment::default()).unwrap();
        }
        let mut seen = Seen::new(editor.document().clone());
        seen.harness.run();
        // The fastest of many: the machine has other things to do.
        let once = |seen: &mut Seen| {
            let start = std::time::Instant::now();
            seen.harness.step();
            start.elapsed()
        };
        (0..30).map(|_| once(&mut seen)).min().unwrap()
    };
    let (few, many) = (frame(12), frame(300));
    println!("a frame with 12 people {few:?}, with 300 {many:?}");
    assert!(many < few * 4, "12: {few:?}, 300: {many:?}");
}

#[test]
fn pictures_of_the_attendance() {
    for (name, mode, language, size, scale) in [
        ("light", Mode::Light, Language::Arabic, SIZE, 1.0),
        ("dark", Mode::Dark, Language::Arabic, SIZE, 1.0),
        ("french", Mode::Light, Language::French, SIZE, 1.0),
        ("1093", Mode::Light, Language::Arabic, SMALL, 1.25),
    ] {
        let mut seen = Seen::of(whole(), mode, language, size, scale);
        seen.paint(name);
    }
    let mut seen = Seen::new(whole());
    seen.harness.state_mut().scroll = 260.0;
    seen.harness.run();
    seen.paint("foot");
    Seen::new(blank()).paint("empty");
}

#[test]
fn the_attendance_is_typed_in_the_window_from_its_folded_line() {
    let mut screen = Screen::with("attendance-window", &blank());
    screen.press_with(CTRL, Key::Num2);
    assert!(screen.is_focused("إضافة شخص"));
    screen.type_words("نعيمة السوسي");
    screen.press(Key::Enter);
    screen.type_words("حمو أوعلي");
    screen.press(Key::Enter);
    assert_eq!(screen.document().meeting().attendance.people.len(), 2);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.document().meeting().attendance.people.len(), 1);
    screen.press(Key::Tab);
    screen.type_words("عضوات وأعضاء الكتابة الجهوية");
    assert!(screen.has("بحضور السيدات والسادة عضوات وأعضاء الكتابة الجهوية"));
    screen.paint("attendance-window");
    screen.click("الحضور: طي");
    assert!(!screen.has("إضافة شخص"), "the form is away");
    screen.paint("attendance-window-folded");
}

#[test]
fn many_people_are_typed_without_the_last_row_leaving_the_view() {
    let mut screen = Screen::with("attendance-many", &blank());
    screen.press_with(CTRL, Key::Num2);
    for n in 0..16 {
        screen.type_words(&format!("شخص {n}"));
        screen.press(Key::Enter);
    }
    assert_eq!(screen.document().meeting().attendance.people.len(), 16);
    let last = screen.place("إضافة شخص");
    assert!(last.bottom() < SIZE.1 - 28.0, "{last:?}");
}

/// A record with so many people of whom nothing is said.
fn listed(count: usize) -> Document {
    let mut editor = Editor::new(blank(), 1);
    let who = |n| Who::New(Box::new(person(&format!("شخص {n}"), Gender::Male, "عضو")));
    editor.run(Command::Roll(Roll::AddAll((0..count).map(who).collect())), &Moment::default()).unwrap();
    editor.document().clone()
}

#[test]
fn a_roll_call_of_forty_is_made_with_a_key_for_each() {
    let mut seen = Seen::new(listed(40));
    let row = seen.place("السيد شخص 0: لم يُحدد");
    seen.click_at(pos2(row.right() - 30.0, row.center().y));
    let letters = ["ح", "ح", "ع", "غ", "ح"];
    for n in 0..40 {
        seen.type_words(letters[n % letters.len()]);
    }
    let said = seen.people();
    assert_eq!(said.iter().filter(|(_, presence)| *presence == Presence::Present).count(), 24);
    assert_eq!(said.iter().filter(|(_, presence)| *presence == Presence::Excused).count(), 8);
    assert_eq!(said[39].1, Presence::Present);
    assert!(seen.is_focused("السيد شخص 39: حاضر"), "the last stays");
    seen.press(Key::Enter);
    assert_eq!(seen.harness.state().asked, [people::Asked::More(39)], "Enter leads to what more is known");
    seen.paint("roll-forty");
}

#[test]
fn all_are_present_then_the_exceptions_by_key() {
    let mut seen = Seen::new(listed(5));
    let place = seen.place("تسجيل الجميع حاضرين").center();
    seen.click_at(place);
    assert!(seen.people().iter().all(|(_, presence)| *presence == Presence::Present));
    let row = seen.place("السيد شخص 3: حاضر");
    seen.click_at(pos2(row.right() - 30.0, row.center().y));
    seen.type_words("ع");
    assert_eq!(seen.people()[3].1, Presence::Excused);
    seen.undo();
    seen.undo();
    assert!(
        seen.people().iter().all(|(_, presence)| *presence == Presence::Unknown),
        "one thing to take back"
    );
}

#[test]
fn the_panel_shows_only_those_asked_for_and_how_many_they_are() {
    let mut seen = Seen::new(whole());
    seen.click("ح 4");
    assert!(seen.has("السيدة رقية الصفصافي: حاضرة") && !seen.has("السيد عسو البطم: متغيب بدون عذر"));
    let row = seen.place("السيد ميمون الأرزي: حاضر");
    seen.click_at(pos2(row.right() - 30.0, row.center().y));
    seen.type_words("غ");
    assert!(!seen.has("السيد ميمون الأرزي: حاضر"), "who is no longer so leaves the list");
    assert!(seen.is_focused("السيدة يامنة البلوطي: حاضرة"), "the keyboard goes on");
    seen.click("الكل 9");
    assert!(seen.has("السيد ميمون الأرزي: متغيب بدون عذر"));
}

#[test]
fn invitations_are_answered_by_key_and_become_presence() {
    let mut seen = Seen::new(listed(4));
    seen.click("الدعوات");
    let row = seen.place("السيد شخص 0: لم يُدع بعد");
    seen.click_at(pos2(row.right() - 30.0, row.center().y));
    for letter in ["ك", "ر", "د"] {
        seen.type_words(letter);
    }
    assert!(seen.has("السيد شخص 1: اعتذر(ت)"));
    seen.paint("invitations");
    seen.click("تحويل الأجوبة إلى حضور");
    let said: Vec<Presence> = seen.people().into_iter().map(|(_, said)| said).collect();
    let unknown = Presence::Unknown;
    assert_eq!(said, [Presence::Present, Presence::Excused, unknown, unknown]);
}

#[test]
fn a_key_of_a_roll_call_of_a_thousand_costs_no_more_than_a_frame() {
    let mut seen = Seen::new(listed(1_000));
    let row = seen.place("السيد شخص 0: لم يُحدد");
    seen.click_at(pos2(row.right() - 30.0, row.center().y));
    let mut times = Vec::new();
    for _ in 0..60 {
        let start = std::time::Instant::now();
        seen.frame(vec![Event::Text("ح".into())]);
        times.push(start.elapsed());
        seen.harness.run();
    }
    times.sort_unstable();
    println!(
        "a key in a roll call of 1,000: the frame takes {:?} (median), {:?} at most",
        times[30], times[59]
    );
    assert_eq!(seen.people()[59].1, Presence::Present);
    assert!(times[0].as_millis() < 16, "{:?}", times[0]);
}
