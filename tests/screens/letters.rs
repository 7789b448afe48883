//! Letters no font has, and figures whose order Arabic would change: on the page, in forms, in the panel, on paper.

use eframe::egui::{Key, Modifiers};
use mahdar::document::{
    Atom, Block, BlockId, Document, Id, Kind, Language, OutputKind, Piece, RecordId, RichText, Step, Target,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::store;
use mahdar::text::Base;
use mahdar::ui::theme::{Face, Mode};

use crate::screen::{CTRL, SIZE, Screen, folder};
use crate::stage::Stage;

const SMALL: (f32, f32) = (1093.0, 552.0);
const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };

/// A record whose number stands in its text and above it, and whose text holds what no font has.
fn record() -> Document {
    let mut editor = Editor::new(Document::new(RecordId(5)), 1);
    let mut run = |command| editor.run(command, &Moment::default()).unwrap();
    run(Command::AddOutput(OutputKind::Minutes));
    let set =
        |path: &str, value: &str| Command::SetField { path: path.parse().unwrap(), value: value.into() };
    for (path, value) in [
        ("outputs.minutes.title", "محضر اجتماع المكتب"),
        ("outputs.minutes.number", "عدد 12-2026"),
        ("meeting.body.name", "المكتب الجهوي"),
        ("meeting.venue", "قاعة 漢字 بالمقر"),
        ("letterhead.lines", "اتحاد الجمعيات البيئية | الكتابة الجهوية"),
        ("letterhead.contact", "الهاتف: 05 22 33 44 55"),
    ] {
        run(set(path, value));
    }
    let mut document = editor.document().clone();
    let texts = [
        vec![
            Piece::Text("بناء على المراسلة المسجلة تحت رقم ".into()),
            Piece::Field(Atom::Number),
            Piece::Text("، اجتمع المكتب لتدارس ما ورد فيها.".into()),
        ],
        vec![Piece::Text(
            "رحب الحاضرون بالضيوف 😀 👨\u{200d}👩\u{200d}👧، ثم صادقوا على النقطة ① من جدول الأعمال.".into(),
        )],
    ];
    let mut after = None;
    for (counter, pieces) in (1..).zip(texts) {
        let id = BlockId(Id { session: 9, counter });
        let text = RichText::from_pieces(pieces).unwrap();
        document.apply(Step::Insert { after, block: Block::new(id, Kind::default(), text).into() }).unwrap();
        after = Some(id);
    }
    document
}

fn screen(name: &str, language: Language, mode: Mode, size: (f32, f32)) -> Screen {
    let path = folder(name).join("record.mahdar");
    store::save(&record(), &path, None).unwrap();
    let mut screen = Screen::speaking(vec![path], language, mode, size);
    screen.later(1.0);
    // The letters are looked for on a thread of their own.
    screen.wait(|screen| !screen.has_words("لا ملاحظات") && !screen.has_words("Aucune remarque"));
    screen
}

/// Goes through the findings until the card with this button is in view.
fn show(screen: &mut Screen, button: &str) {
    for _ in 0..12 {
        screen.later(1.0);
        if screen.has(button)
            && screen.place(button).bottom() < SIZE.1 - 28.0
            && screen.place(button).top() > 84.0
        {
            return;
        }
        screen.press(Key::F8);
    }
    panic!("no card offers {button}");
}

/// Until what is left was looked at anew: the cards have moved by then.
fn gone(screen: &mut Screen, button: &str) {
    screen.later(1.0);
    screen.wait(|screen| !screen.has(button));
}

#[test]
fn a_letter_no_font_has_is_seen_and_said() {
    let mut screen = screen("unwritten", Language::Arabic, Mode::Light, SIZE);
    screen.press(Key::F8);
    assert!(screen.has_words("حرف لا يملكه أي خط"));
    assert!(screen.has_words("لا خط هنا يكتب U+1F600"));
    screen.paint("letters-panel");
    show(&mut screen, "كتابة «1» مكانه");
    screen.click("كتابة «1» مكانه");
    gone(&mut screen, "كتابة «1» مكانه");
    assert!(screen.shown().iter().any(|text| text.contains("على النقطة 1 من")), "{:?}", screen.shown());
    for fix in ["حذف U+1F600", "حذف U+1F468 U+200D U+1F469 …"] {
        show(&mut screen, fix);
        screen.click(fix);
        gone(&mut screen, fix);
    }
    let text = screen.document().rich(&Target::Block(BlockId(Id { session: 9, counter: 2 }))).unwrap().text();
    assert_eq!(text, "رحب الحاضرون بالضيوف  ، ثم صادقوا على النقطة 1 من جدول الأعمال.");
    screen.press_with(CTRL, Key::Z);
    screen.press_with(CTRL, Key::Z);
    assert!(screen.shown().iter().any(|text| text.contains('😀')), "it can be taken back");
}

#[test]
fn how_letters_no_font_has_look_in_both_themes_and_in_french() {
    let mut dark = screen("unwritten-dark", Language::Arabic, Mode::Dark, SMALL);
    dark.press(Key::F8);
    dark.paint("letters-panel-dark-1093");
    let mut french = screen("unwritten-french", Language::French, Mode::Light, SIZE);
    french.press(Key::F8);
    assert!(french.has_words("Aucune police ne dessine U+1F600"));
    french.paint("letters-panel-french");
}

/// Where two stretches of a text stand, from the left, as the window shapes it.
fn lefts(text: &'static str, parts: [&'static str; 2]) -> [f32; 2] {
    let held: Vec<f32> = Vec::new();
    let stage = Stage::new(Mode::Light, (600.0, 200.0), held, move |ui, pen, _, held| {
        let words = pen.words(ui.ctx(), text, Face::Base, Base::Rtl, None);
        *held = parts
            .map(|part| {
                let at = text.find(part).unwrap();
                words.layout.rects(at..at + part.len())[0].left
            })
            .to_vec();
    });
    [stage.state()[0], stage.state()[1]]
}

#[test]
fn what_the_window_shows_keeps_the_order_of_figures() {
    for (text, parts) in [
        ("عدد 12-2026", ["12", "2026"]),
        ("الهاتف: 05 22 33 44 55", ["05", "55"]),
        ("الفاكس +212 522-33-44-66", ["+212", "66"]),
        ("تاريخ الإرسال 2026/11/04", ["2026", "04"]),
        ("المرجع n° 12/2026", ["n°", "2026"]),
        ("محضر-2026-11-14.mahdar", ["2026", "14"]),
    ] {
        let [first, last] = lefts(text, parts);
        assert!(first < last, "{text}: {first} {last}");
    }
    // Words in Arabic still run the other way.
    let [first, last] = lefts("من 10 إلى 12", ["10", "12"]);
    assert!(first > last);
}

#[test]
fn how_figures_look_in_the_form_on_the_page_and_on_paper() {
    for (name, mode) in [("figures", Mode::Light), ("figures-dark", Mode::Dark)] {
        let mut screen = screen(name, Language::Arabic, mode, SIZE);
        screen.press_with(ALT, Key::Num1);
        screen.paint(&format!("letters-{name}-page"));
        screen.press_with(CTRL, Key::P);
        screen.paint(&format!("letters-{name}-paper"));
        screen.press_with(CTRL, Key::P);
        screen.press_with(CTRL, Key::Num1);
        screen.click("رقم الصادر (المحضر)");
        screen.press(Key::End);
        screen.type_words("-7");
        screen.paint(&format!("letters-{name}-form"));
        let number = mahdar::document::FieldPath::OutputNumber(OutputKind::Minutes);
        assert_eq!(screen.document().read(number), "عدد 12-2026-7");
    }
}
