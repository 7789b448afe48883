//! The preview: pages as they will be printed, scrolled, clicked, told.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use eframe::egui::{
    Color32, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, TouchPhase,
    pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use image::RgbaImage;
use mahdar::arabic::{Date, When};
use mahdar::document::{
    AgendaItem, Body, Document, Field, Kind, Language, Letterhead, Output, OutputKind, Place, RichText, Role,
    Step, Target,
};
use mahdar::edit::{Command, Moment, Selection};
use mahdar::store;
use mahdar::ui::pen::{Pen, fonts};
use mahdar::ui::preview::Preview;
use mahdar::ui::theme::{Mode, Theme};
use mahdar::words::{self, Words};
use mahdar::workspace::Open;

use crate::cpu::Cpu;
use crate::record::{Size, record};
use crate::screen::{folder, key_events, plain, written};

/// The middle of the window: between rail and panel, between bar and status line.
const VIEW: Rect = Rect { min: pos2(360.0, 44.0), max: pos2(1190.0, 662.0) };

struct Held {
    pen: Pen,
    open: Open,
    preview: Preview,
    jumped: Option<Place>,
    words: Words,
    mode: Mode,
    view: Rect,
}

struct Shown {
    harness: Harness<'static, Rc<RefCell<Held>>>,
    held: Rc<RefCell<Held>>,
}

fn open(name: &str, document: &Document) -> Open {
    let path = folder(&format!("preview-{name}")).join("record.mahdar");
    store::save(document, &path, None).unwrap();
    let mut open = Open::from_file(&path).unwrap();
    let title = Selection::caret(Place::new(Target::Title(open.output), 0));
    open.editor.run(Command::Select(title), &Moment::default()).unwrap();
    open
}

impl Shown {
    fn new(name: &str, document: &Document, mode: Mode) -> Self {
        Self::sized(name, document, mode, (1366.0, 690.0), 1.0, VIEW)
    }

    fn sized(
        name: &str,
        document: &Document,
        mode: Mode,
        (width, height): (f32, f32),
        scale: f32,
        view: Rect,
    ) -> Self {
        let held = Rc::new(RefCell::new(Held {
            pen: Pen::new(Theme::of(mode)),
            open: open(name, document),
            preview: Preview::waiting(),
            jumped: None,
            words: Words::new(words::Language::Arabic),
            mode,
            view,
        }));
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_pixels_per_point(scale)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(200)
            .renderer(Cpu::default())
            .with_render_cursor(false)
            .with_context_setup(|ctx| ctx.set_fonts(fonts()))
            .build_ui_state(
                |ui, held: &mut Rc<RefCell<Held>>| {
                    let Held { pen, open, preview, jumped, words, mode, view } = &mut *held.borrow_mut();
                    pen.begin(Theme::of(*mode));
                    ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, pen.theme.chrome);
                    let jump = preview.show(ui, pen, open, *words, *view);
                    *jumped = jump.or(jumped.take());
                },
                Rc::clone(&held),
            );
        let mut shown = Self { harness, held };
        shown.rest();
        shown
    }

    fn rest(&mut self) {
        self.harness.run();
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
    }

    fn press(&mut self, key: Key) {
        self.frame(key_events(Modifiers::NONE, key));
        self.rest();
    }

    fn click(&mut self, pos: Pos2) {
        let button = |pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![button(true)]);
        self.frame(vec![button(false)]);
        self.rest();
    }

    fn wheel(&mut self, down: f32) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -down),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Unknown,
        };
        self.frame(vec![Event::PointerMoved(VIEW.center()), wheel]);
        for _ in 0..30 {
            self.harness.step();
        }
    }

    fn pages(&self) -> (usize, usize) {
        self.held.borrow().preview.pages()
    }

    fn picture(&mut self) -> RgbaImage {
        self.harness.render().unwrap()
    }

    fn paint(&mut self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("pictures");
        std::fs::create_dir_all(&folder).unwrap();
        self.picture().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

/// The minutes of the mock-up, its people invented.
fn minutes() -> Document {
    let mut document = written(&[
        (
            Kind::Paragraph(Role::Lead),
            "ترأست السيدة رقية الصفصافي، الكاتبة الجهوية لاتحاد الجمعيات البيئية بجهة الأطلس، يوم السبت 14 نونبر 2026 على الساعة 10:00 بدار الجمعيات بمدينة عين الأرز، الاجتماع الدوري السابع للكتابة الجهوية، بحضور السيدات والسادة عضوات وأعضاء الكتابة الجهوية، ورئيسات ورؤساء الجمعيات المحلية، والمنسقات والمنسقين الإقليميين، ومؤطرات ومؤطري النوادي البيئية، وممثلات وممثلي اللجان الموضوعاتية.",
        ),
        (Kind::AgendaItem(AgendaItem::default()), "المصادقة على محضر الاجتماع السابق؛"),
        (Kind::AgendaItem(AgendaItem::default()), "تتبع تنفيذ توصيات الاجتماع السادس؛"),
        (Kind::AgendaItem(AgendaItem::default()), "برنامج حماية الغابات والمجال المائي لسنة 2027؛"),
        (Kind::AgendaItem(AgendaItem::default()), "الإعداد للملتقى الجهوي للتربية البيئية."),
        plain(
            "وبعد المصادقة بالإجماع على محضر الاجتماع السابق، تم الوقوف على حصيلة تنفيذ التوصيات، حيث أُنجزت 9 توصيات من أصل 14، وتوجد 3 أخرى في طور الإنجاز، فيما أُرجئت توصيتان إلى سنة 2027.",
        ),
        plain(
            "سجل السيد حدو الخروبي تأخر جمعيتين عن أداء واجب الانخراط برسم سنة 2026، واقترح إمهالهما إلى متم شهر دجنبر قبل تفعيل المادة 18 من النظام الداخلي.",
        ),
        (Kind::recommendation(0), "الماء والغابة"),
        (Kind::recommendation(1), "دعم أحواض تجميع مياه الأمطار بشراكة مع التعاونيات النسائية:"),
        (Kind::recommendation(2), "إحصاء العيون والسواقي القديمة قبل نهاية فصل الربيع؛"),
        (Kind::recommendation(3), "في حدود 350.000 درهم."),
        (
            Kind::recommendation(1),
            "حماية الفرشة المائية وصيانة ضفاف الأودية المتضررة من انجراف التربة حتى تستفيد منها الأسر القروية.",
        ),
        (Kind::Signatures(mahdar::document::Signatures::default()), ""),
    ]);
    let output = Output {
        title: RichText::plain("محضر الاجتماع الدوري السابع للكتابة الجهوية"),
        ..Output::new(OutputKind::Minutes)
    };
    let day = Date::new(2026, 11, 14).unwrap();
    for field in [
        Field::Output { kind: OutputKind::Communique, at: 0, entry: None },
        Field::Output { kind: OutputKind::Minutes, at: 0, entry: Some(Box::new(output)) },
        Field::Dates(When::Days(vec![day])),
        Field::Body(Body {
            name: "الكتابة الجهوية".into(),
            organisation: "اتحاد الجمعيات البيئية بجهة الأطلس".into(),
            province: "عين الأرز".into(),
            ..Body::default()
        }),
        Field::Letterhead(Letterhead {
            lines: vec!["اتحاد الجمعيات البيئية بجهة الأطلس".into(), "الكتابة الجهوية".into()],
            logo: "أرزة.png".into(),
            ..Letterhead::default()
        }),
    ] {
        document.apply(Step::SetField(field)).unwrap();
    }
    document
}

#[test]
fn pictures_of_the_pages() {
    let mut shown = Shown::new("light", &minutes(), Mode::Light);
    shown.paint("preview");
    let paper = Theme::LIGHT.sheet;
    let [r, g, b, _] = shown.picture().get_pixel(480, 300).0;
    assert_eq!(Color32::from_rgb(r, g, b), paper, "the paper begins 16 under the bar");
    shown.press(Key::End);
    shown.paint("preview-end");
    let mut shown = Shown::new("middle", &record(Size { words: 3_000, each: 37 }), Mode::Light);
    shown.wheel(720.0);
    shown.paint("preview-middle");
    shown.press(Key::End);
    shown.paint("preview-long-end");
    let mut shown = Shown::new("dark", &minutes(), Mode::Dark);
    shown.paint("preview-dark");
    let [r, g, b, _] = shown.picture().get_pixel(480, 300).0;
    assert_eq!(Color32::from_rgb(r, g, b), Theme::DARK.ink, "paper stays paper in the dark");
    let mut french = minutes();
    french.apply(Step::SetField(Field::Language(Language::French))).unwrap();
    Shown::new("french", &french, Mode::Light).paint("preview-french");
    let view = Rect::from_min_max(pos2(0.0, 44.0), pos2(1037.0, 524.0));
    let mut small = Shown::sized("small", &minutes(), Mode::Light, (1093.0, 552.0), 1.25, view);
    small.paint("preview-1093");
}

#[test]
fn the_page_is_there_in_the_first_frame() {
    let shown = Shown::new("first", &minutes(), Mode::Light);
    assert_eq!(shown.pages().0, 1);
    assert!(shown.harness.query_all_by_label_contains("الصفحة 1 من").next().is_some());
}

#[test]
fn a_page_tells_its_words() {
    let shown = Shown::new("told", &minutes(), Mode::Light);
    let told = shown.harness.query_all_by_label_contains("الصفحة 1 من").next().unwrap().value().unwrap();
    assert!(told.contains("محضر الاجتماع الدوري السابع") && told.contains("1- المصادقة"), "{told}");
}

#[test]
fn keys_and_wheel_scroll_and_the_page_is_counted() {
    let mut shown = Shown::new("scroll", &record(Size { words: 3_000, each: 37 }), Mode::Light);
    let count = shown.pages().1;
    assert!(count > 3);
    let first = shown.picture();
    shown.press(Key::ArrowDown);
    assert!(shown.picture() != first);
    shown.press(Key::ArrowUp);
    assert!(shown.picture() == first, "back where it was");
    shown.press(Key::PageDown);
    shown.press(Key::PageDown);
    assert_eq!(shown.pages(), (2, count));
    shown.press(Key::End);
    assert_eq!(shown.pages(), (count, count));
    shown.press(Key::End);
    shown.press(Key::Home);
    assert!(shown.picture() == first);
    shown.wheel(1400.0);
    assert_eq!(shown.pages(), (2, count));
    let still = shown.picture();
    shown.rest();
    assert!(shown.picture() == still);
}

#[test]
fn a_click_leads_to_the_words_under_it() {
    let document = minutes();
    let mut shown = Shown::new("click", &document, Mode::Light);
    // The first line of the lead paragraph, near its start at the right.
    shown.click(pos2(1030.0, 287.0));
    let place = shown.held.borrow_mut().jumped.take().expect("a place");
    assert_eq!(place.target, Target::Block(document.blocks()[0].id));
    assert!(place.offset < 20, "{place:?}");
    shown.click(pos2(380.0, 300.0));
    assert!(shown.held.borrow().jumped.is_none(), "the desk is no text");
}

#[test]
fn the_page_follows_what_is_changed() {
    let document = record(Size { words: 3_000, each: 37 });
    let mut shown = Shown::new("follow", &document, Mode::Light);
    let last = document.blocks().last().unwrap().id;
    let count = shown.pages().1;
    {
        let editor = &mut shown.held.borrow_mut().open.editor;
        let caret = Selection::caret(Place::new(Target::Block(last), 0));
        editor.run(Command::Select(caret), &Moment::default()).unwrap();
        editor.run(Command::Type("كلمة ".into()), &Moment::default()).unwrap();
    }
    shown.rest();
    assert!(shown.pages().0 + 1 >= count, "{:?}", shown.pages());
}
