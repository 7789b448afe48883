//! egui itself is given no letter: it has no bidi. Its fonts hold icons alone, and a letter it is given fails here.

use eframe::egui;
use egui_kittest::Harness;
use mahdar::ui::pen;

use crate::cpu::Cpu;
use crate::screen::{CTRL, Screen};

fn label(words: &'static str) {
    let harness =
        Harness::builder().renderer(Cpu::default()).with_context_setup(|ctx| ctx.set_fonts(pen::fonts()));
    drop(harness.build_ui(move |ui| {
        ui.label(words);
    }));
}

#[test]
#[should_panic(expected = "glyph")]
fn an_arabic_label_of_eguis_own_fails() {
    label("محضر");
}

#[test]
#[should_panic(expected = "glyph")]
fn a_digit_of_eguis_own_fails_too() {
    label("7");
}

#[test]
fn an_icon_is_drawn() {
    label("\u{E2C2}");
}

#[test]
fn every_screen_is_drawn_without_a_letter_of_eguis() {
    // The harness panics by itself at the first one.
    let mut screen = Screen::home();
    screen.click("عرض");
    screen.click("English");
    screen.click("View");
    screen.click("العربية");
    screen.click("توصيات المجلس");
    screen.type_words("المجلس الوطني");
    for menu in ["ملف", "تحرير", "عرض", "إدراج", "تنسيق", "مساعدة"] {
        screen.click(menu);
        screen.press(egui::Key::Escape);
    }
    screen.click_words("الجهة:");
    screen.press(egui::Key::Escape);
    screen.press_with(CTRL, egui::Key::S);
    screen.press(egui::Key::Escape);
    screen.press_with(CTRL, egui::Key::K);
    screen.press(egui::Key::Escape);
    screen.press_with(CTRL, egui::Key::W);
    assert!(screen.has("إغلاق بدون حفظ"));
    screen.press(egui::Key::Escape);
    screen.click("مساعدة");
    screen.click("حول محضر");
    assert!(screen.has("موافق"));
}

#[test]
fn an_idle_window_asks_for_no_frame() {
    let mut screen = Screen::page("idle", &["نص"]);
    screen.type_words("وص");
    assert!(screen.wants_frame_in() < std::time::Duration::from_secs(1), "the caret blinks");
    screen.later(11.0);
    for _ in 0..20 {
        screen.later(1.0);
        // Words are counted on a thread; its end is told once.
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    screen.later(1.0);
    assert_eq!(screen.wants_frame_in(), std::time::Duration::MAX);
}

#[test]
fn a_window_without_a_record_asks_for_no_frame() {
    let mut screen = Screen::home();
    screen.later(1.0);
    assert_eq!(screen.wants_frame_in(), std::time::Duration::MAX);
}
