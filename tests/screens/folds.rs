//! The lines above the text, and the agenda that opens below the last of them.

use eframe::egui::{Key, Modifiers};
use mahdar::document::Kind;
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, plain, written};

const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };

fn agenda(screen: &Screen) -> Vec<String> {
    let items = screen.document().blocks().iter().filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
    items.map(|block| block.text.text().to_owned()).collect()
}

fn opened() -> Screen {
    let document = written(&[plain("عقد المكتب اجتماعه."), plain("تدارس الحاضرون الحصيلة.")]);
    let mut screen = Screen::with("folds", &document);
    screen.click("جدول الأعمال: فتح للتعديل");
    screen
}

#[test]
fn an_empty_agenda_offers_to_be_filled() {
    let screen = opened();
    assert!(screen.has("جدول الأعمال: طي"));
    assert!(screen.has("إضافة نقطة"));
}

#[test]
fn an_agenda_is_typed_by_the_keyboard_alone() {
    let mut screen = opened();
    screen.press(Key::Enter);
    screen.type_words("المصادقة على المحضر السابق");
    screen.press(Key::Enter);
    screen.type_words("برنامج السنة");
    screen.press(Key::Enter);
    screen.type_words("متفرقات");
    assert_eq!(agenda(&screen), ["المصادقة على المحضر السابق", "برنامج السنة", "متفرقات"]);
    screen.press_with(ALT, Key::ArrowUp);
    assert_eq!(agenda(&screen), ["المصادقة على المحضر السابق", "متفرقات", "برنامج السنة"]);
    assert!(screen.is_focused("النقطة 2"), "the keyboard stays with what it moved");
    screen.press_with(CTRL, Key::A);
    screen.press(Key::Backspace);
    screen.press(Key::Backspace);
    assert_eq!(agenda(&screen), ["المصادقة على المحضر السابق", "برنامج السنة"]);
    assert!(screen.is_focused("النقطة 1"));
    screen.press_with(CTRL, Key::Z);
    assert_eq!(agenda(&screen).len(), 3, "and comes back in one step");
}

#[test]
fn a_point_takes_its_presenter_and_its_state_from_lists() {
    let mut screen = opened();
    screen.click("إضافة نقطة");
    screen.type_words("برنامج السنة");
    screen.click_words("حالة النقطة:");
    screen.click("نوقشت");
    let document = screen.document();
    let item = document.blocks().iter().find_map(|block| match &block.kind {
        Kind::AgendaItem(item) => Some(item.clone()),
        _ => None,
    });
    assert_eq!(item.unwrap().state, mahdar::document::AgendaState::Done);
    assert!(screen.has("حالة النقطة: نوقشت"));
}

#[test]
fn the_agenda_becomes_the_headings_of_the_text_once() {
    let mut screen = opened();
    screen.click("إضافة نقطة");
    screen.type_words("برنامج السنة؛");
    let headings = |screen: &Screen| {
        let blocks = screen.document().blocks().iter();
        let heads = blocks.filter(|block| matches!(block.kind, Kind::Heading(2)));
        heads.map(|block| block.text.text().to_owned()).collect::<Vec<_>>()
    };
    screen.click("جعل النقط عناوين في النص");
    assert_eq!(headings(&screen), ["برنامج السنة"]);
    screen.click("جعل النقط عناوين في النص");
    assert_eq!(headings(&screen).len(), 1, "a heading that is there is not added again");
}

#[test]
fn the_three_lines_are_looked_at() {
    for (mode, french, size, scale, name) in [
        (Mode::Light, false, SIZE, 1.0, "folds"),
        (Mode::Dark, false, SIZE, 1.0, "folds-dark"),
        (Mode::Light, true, SIZE, 1.0, "folds-french"),
        (Mode::Light, false, (1093.0, 552.0), 1.25, "folds-1093"),
    ] {
        let mut screen = Screen::sized(Vec::new(), true, mode, size, scale);
        screen.click("الترويسة: طي");
        screen.click("جدول الأعمال: فتح للتعديل");
        if french {
            screen.click("عرض");
            screen.click("Français");
        }
        screen.paint(name);
    }
}
