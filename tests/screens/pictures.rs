//! Pictures of every screen, written to `target/pictures` to be looked at; the same state gives the same picture.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use eframe::egui::{Key, Modifiers, pos2};
use mahdar::document::{Audience, Kind, Role, Step};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

const SMALL: (f32, f32) = (1093.0, 552.0);

fn filled(mode: Mode, size: (f32, f32), scale: f32) -> Screen {
    let mut screen = Screen::sized(Vec::new(), true, mode, size, scale);
    for (field, words) in [
        ("الهيئة", "الكتابة الجهوية"),
        ("التنظيم أو الحزب", "اتحاد الجمعيات البيئية"),
        ("الاسم", "نعيمة السوسي"),
        ("المكان", "المقر الجهوي بفاس"),
        ("الصفة", "الأمينة الجهوية"),
    ] {
        screen.click(field);
        screen.paste(words);
    }
    screen.click("أنثى");
    screen.click("التاريخ");
    screen.type_words("14/11/2026");
    screen
}

/// How many outlines there were: each has a file of its own, as two windows on one would know of each other.
static OUTLINES: AtomicUsize = AtomicUsize::new(0);

fn outline() -> Screen {
    let mut document = written(&[
        (
            Kind::Paragraph(Role::Lead),
            "عقد المجلس الجهوي لاتحاد الجمعيات البيئية اجتماعا عاديا يوم السبت 14 نونبر 2026، بالمقر الجهوي بفاس، خُصص لتدارس القانون رقم 29.11 (الصيغة PDF 1.7) وبرمجة أنشطة سنة 2027.",
        ),
        plain("تدارس الحاضرون حصيلة البرامج المنجزة ونسبة الإنجاز 85%، ونوهوا بجهود اللجان المحلية."),
        (Kind::recommendation(0), "الماء والتربة"),
        (Kind::recommendation(1), "دعم أحواض تجميع مياه الأمطار بشراكة مع التعاونيات النسائية:"),
        (Kind::recommendation(2), "إحصاء العيون والسواقي القديمة قبل نهاية فصل الربيع؛"),
        (
            Kind::recommendation(2),
            "صيانة ضفاف الأودية المتضررة من انجراف التربة حتى تستفيد منها الأسر القروية وتتقلص كلفة النقل؛",
        ),
        (Kind::recommendation(3), "في حدود 350.000 درهم."),
        (Kind::recommendation(1), "حماية الفرشة المائية."),
        plain("ملاحظة داخلية لا تُنشر."),
        (Kind::recommendation(0), "المدرسة والبيئة"),
        (Kind::recommendation(1), "إطلاق نوادي البيئة داخل المؤسسات التعليمية."),
    ]);
    let id = document.blocks()[8].id;
    document.apply(Step::SetAudience(id, Audience::MinutesOnly)).unwrap();
    Screen::with(&format!("outline-picture-{}", OUTLINES.fetch_add(1, Ordering::Relaxed)), &document)
}

#[test]
fn the_same_state_gives_the_same_picture_to_the_byte() {
    let one = outline().picture();
    let two = outline().picture();
    assert_eq!((one.width(), one.height()), (1366, 690));
    assert!(one == two);
    let mut other = outline();
    other.type_words("و");
    assert!(other.picture() != one, "another state gives another picture");
}

#[test]
fn light_screens() {
    let mut screen = Screen::home();
    screen.paint("home");
    let mut screen = filled(Mode::Light, SIZE, 1.0);
    screen.paint("form");
    screen.click_words("الجهة:");
    screen.paint("regions");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::S);
    screen.paint("path");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::N);
    screen.paint("question");
    let mut screen = outline();
    screen.paint("outline");
    screen.drag(screen.point(1, 20), screen.point(2, 60));
    screen.paint("selection");
    screen.click("تنسيق");
    screen.press(Key::ArrowDown);
    screen.paint("menu");
    screen.press(Key::Escape);
    screen.click("عرض");
    screen.click("Français");
    screen.paint("french");
    let path = folder("notice-picture").join("تالف.mahdar");
    std::fs::write(&path, "// mahdar 1\n(id: ").unwrap();
    let mut screen = Screen::sized(vec![path], false, Mode::Light, SIZE, 1.0);
    screen.paint("notice");
    assert!(screen.colour(700, 60) != screen.colour(700, 500), "the notice stands out from the desk");
}

#[test]
fn dark_screens() {
    let mut screen = Screen::sized(Vec::new(), false, Mode::Dark, SIZE, 1.0);
    screen.paint("home-dark");
    let mut screen = filled(Mode::Dark, SIZE, 1.0);
    screen.paint("form-dark");
    let mut screen = outline();
    screen.click("عرض");
    screen.click("داكن");
    screen.paint("outline-dark");
    screen.click_at(pos2(1340.0, 300.0));
    screen.click("ملف");
    screen.paint("menu-dark");
    let paper = screen.colour(400, 600);
    assert!(paper.r() < 60, "dark paper: {paper:?}");
}

#[test]
fn small_windows() {
    let mut screen = filled(Mode::Light, SMALL, 1.25);
    screen.paint("form-1093");
    assert_eq!(screen.picture().width(), 1366);
    let mut screen = Screen::sized(Vec::new(), false, Mode::Light, SMALL, 1.25);
    screen.paint("home-1093");
    let mut screen = Screen::sized(Vec::new(), true, Mode::Light, (720.0, 480.0), 1.0);
    screen.paint("form-720");
}

/// The window with copies of these samples, as the mock-ups show it.
fn samples(names: &[&str], mode: Mode, size: (f32, f32), scale: f32) -> Screen {
    let folder = folder(&format!("samples-{mode:?}-{}-{}-{}", size.0, scale * 100.0, names.len()));
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let copied = |name: &&str| {
        let file = format!("{name}.mahdar");
        std::fs::copy(from.join(&file), folder.join(&file)).unwrap();
        folder.join(file)
    };
    let mut screen = Screen::sized(names.iter().map(copied).collect(), false, mode, size, scale);
    screen.later(1.0);
    screen
}

const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };
const MINUTES: &str = "regional-minutes";

#[test]
fn what_the_mock_ups_show() {
    let mut screen = samples(&[MINUTES], Mode::Light, SIZE, 1.0);
    screen.paint("mock-editor");
    screen.press_with(CTRL, Key::Num5);
    screen.paint("mock-lists");
    screen.press_with(CTRL, Key::Num1);
    screen.press_with(ALT, Key::Num1);
    screen.paint("mock-people");
    let mut screen = samples(&[MINUTES], Mode::Light, SIZE, 1.0);
    screen.press_with(CTRL, Key::Num1);
    screen.click("فتح التقويم: التاريخ");
    screen.paint("mock-header-date");
    let mut screen = samples(&[MINUTES], Mode::Light, SIZE, 1.0);
    screen.press_with(ALT, Key::Num1);
    screen.press_with(CTRL, Key::P);
    screen.paint("mock-preview");
    screen.press_with(CTRL, Key::P);
    screen.press_with(ALT, Key::Num3);
    screen.press_with(CTRL, Key::K);
    screen.type_words("مراج");
    screen.paint("mock-palette");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::Comma);
    screen.paint("mock-settings");
    screen.press(Key::Escape);
    screen.click("عرض");
    screen.click("Français");
    screen.paint("mock-editor-french");
    screen.press_with(CTRL, Key::Num5);
    screen.paint("mock-lists-french");
}

#[test]
fn folds_tabs_and_questions() {
    let mut screen = samples(&[MINUTES], Mode::Light, SIZE, 1.0);
    screen.click("الحضور: فتح للتعديل");
    screen.paint("mock-attendance");
    let mut screen = samples(&[MINUTES], Mode::Light, SIZE, 1.0);
    screen.click("جدول الأعمال: فتح للتعديل");
    screen.paint("mock-agenda");
    screen.click("جدول الأعمال: طي");
    screen.click("عرض");
    screen.click("Français");
    screen.press_with(CTRL, Key::Num3);
    screen.paint("mock-agenda-french");
    let mut screen = samples(&[MINUTES, "regional-meeting", "press-communique"], Mode::Light, SIZE, 1.0);
    screen.paint("mock-tabs");
    screen.press_with(CTRL, Key::Tab);
    screen.paint("mock-tabs-second");
    screen.press_with(CTRL | Modifiers::SHIFT, Key::Tab);
    screen.type_words("و");
    screen.press_with(CTRL, Key::W);
    screen.paint("mock-question");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::N);
    screen.paint("mock-home");
}

#[test]
fn what_the_mock_ups_show_in_the_dark() {
    let mut screen = samples(&[MINUTES], Mode::Dark, SIZE, 1.0);
    screen.paint("mock-editor-dark");
    screen.press_with(CTRL, Key::Num5);
    screen.paint("mock-lists-dark");
    screen.press_with(CTRL, Key::P);
    screen.paint("mock-preview-dark");
    screen.press_with(CTRL, Key::P);
    screen.press_with(CTRL, Key::K);
    screen.type_words("مراج");
    screen.paint("mock-palette-dark");
}

#[test]
fn what_the_mock_ups_show_in_small_windows_and_large_dots() {
    let mut screen = samples(&[MINUTES], Mode::Light, SMALL, 1.0);
    screen.paint("mock-editor-1093-panel");
    screen.press_with(ALT, Key::Num3);
    screen.paint("mock-editor-1093");
    screen.press_with(CTRL, Key::K);
    screen.type_words("Français");
    screen.press(Key::Enter);
    screen.paint("mock-editor-1093-french");
    samples(&[MINUTES], Mode::Light, SIZE, 2.0).paint("mock-editor-2x");
}
