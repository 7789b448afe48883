//! The preview: pages as they will be printed, scrolled, clicked, told.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::{
    Color32, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, TouchPhase,
    pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use image::RgbaImage;
use mahdar::arabic::{Date, When};
use mahdar::document::{
    AgendaItem, Atom, Block, BlockId, Body, DateForm, Document, Entry, Field, Id, Kind, Language, Letterhead,
    Output, OutputKind, Person, PersonId, Piece, Place, RichText, Role, Signatures, Speaker, Step, Target,
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
    open.run(Command::Select(title), &Moment::default()).unwrap();
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
        (Kind::Signatures(Signatures::default()), ""),
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
    let view = Rect::from_min_max(pos2(0.0, 44.0), pos2(664.0, 452.0));
    let mut narrow = Shown::sized("narrow", &minutes(), Mode::Light, (720.0, 480.0), 1.0, view);
    narrow.paint("preview-720");
    let [r, g, b, _] = narrow.picture().get_pixel(8, 300).0;
    assert_eq!(Color32::from_rgb(r, g, b), Theme::LIGHT.desk, "all of the page's width is in view");
    let mut shown = Shown::new("signed", &signed(), Mode::Light);
    shown.wheel(160.0);
    shown.paint("preview-signed");
}

/// A short communiqué with what is not filled in, a quotation and three who sign.
fn signed() -> Document {
    let mut document = written(&[]);
    let ids: Vec<PersonId> = (1..=3).map(|counter| PersonId(Id { session: 0, counter })).collect();
    for (id, (name, role)) in
        ids.iter().zip([("نعيمة السوسي", "الأمينة الجهوية"), ("إدريس العلوي", "المقرر"), ("زهرة الفاسي", "")])
    {
        let person = Person { name: name.into(), role: role.into(), ..Person::default() };
        document.apply(Step::Put(Entry::Person(*id, Some(person)))).unwrap();
    }
    let field = RichText::from_pieces([
        Piece::Text("اجتمع المجلس يوم ".into()),
        Piece::Field(Atom::Dates(DateForm::WithDay)),
        Piece::Text(" بالمقر الجهوي.".into()),
    ]);
    let blocks = [
        (Kind::default(), field.unwrap()),
        (Kind::Heading(1), RichText::plain("كلمة الافتتاح")),
        (
            Kind::Quote(Speaker::Collective("الحاضرون".into())),
            RichText::plain(
                "نجدد العهد على حماية الغابة وصيانة الماء، وندعو كل الجمعيات إلى العمل يدا في يد خلال السنة المقبلة.",
            ),
        ),
        (Kind::Signatures(Signatures { signatories: ids }), RichText::plain("حرر بفاس في 14 نونبر 2026")),
    ];
    let mut after = None;
    for (counter, (kind, text)) in (100..).zip(blocks) {
        let id = BlockId(Id { session: 0, counter });
        document.apply(Step::Insert { after, block: Arc::new(Block::new(id, kind, text)) }).unwrap();
        after = Some(id);
    }
    document
}

#[test]
fn what_is_not_filled_in_stands_on_a_fill() {
    let mut shown = Shown::new("unfilled", &signed(), Mode::Light);
    let fill = Theme::LIGHT.warning_fill.to_array();
    let picture = shown.picture();
    let filled = |from: u32, to: u32| {
        let rows = (from..to).flat_map(|y| (415..1135).map(move |x| (x, y)));
        rows.filter(|(x, y)| picture.get_pixel(*x, *y).0 == fill).count()
    };
    assert!(filled(100, 200) > 500, "the number: {}", filled(100, 200));
    assert!(filled(200, 400) > 500, "the date in the text: {}", filled(200, 400));
}

#[test]
fn lines_break_at_the_same_words_at_every_scale() {
    let told = |scale: f32| {
        let name = format!("scale-{scale}");
        let shown = Shown::sized(&name, &minutes(), Mode::Light, (1366.0, 690.0), scale, VIEW);
        let page = shown.harness.query_all_by_label_contains("الصفحة 1 من").next().unwrap();
        (page.value().unwrap(), shown.pages())
    };
    let one = told(1.0);
    for scale in [1.25, 1.5, 2.0] {
        assert_eq!(told(scale), one);
    }
    // Words of one line lie on one line of pixels, at twice the size at twice the height.
    let mut small = Shown::new("small-ink", &minutes(), Mode::Light);
    let mut large = Shown::sized("large-ink", &minutes(), Mode::Light, (1366.0, 690.0), 2.0, VIEW);
    let (small, large) = (small.picture(), large.picture());
    let inked = |picture: &RgbaImage, scale: u32, y: u32| {
        let y = y * scale;
        (500 * scale..1050 * scale).any(|x| (y..y + scale).any(|y| picture.get_pixel(x, y).0[0] < 100))
    };
    let differ = (60..660).filter(|y| inked(&small, 1, *y) != inked(&large, 2, *y)).count();
    assert!(differ < 60, "{differ} rows of pixels differ");
}

#[test]
fn enter_leads_to_the_text_of_the_page() {
    let document = minutes();
    let mut shown = Shown::new("enter", &document, Mode::Light);
    shown.press(Key::Enter);
    let place = shown.held.borrow_mut().jumped.take().expect("a place");
    assert_eq!(place.target, Target::Title(OutputKind::Minutes));
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
        let open = &mut shown.held.borrow_mut().open;
        let caret = Selection::caret(Place::new(Target::Block(last), 0));
        open.run(Command::Select(caret), &Moment::default()).unwrap();
        open.run(Command::Type("كلمة ".into()), &Moment::default()).unwrap();
    }
    shown.rest();
    assert!(shown.pages().0 + 1 >= count, "{:?}", shown.pages());
}
