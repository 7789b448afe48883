//! What is not seen: cleaned at the door and said in words, shown on the page when asked.

use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::Kind;
use mahdar::store;
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

/// Control and Shift held.
const BOTH: Modifiers = Modifiers { shift: true, ..CTRL };

#[test]
fn a_paste_says_what_was_cleaned_out_of_it_by_kind() {
    let mut screen = Screen::page("paste-cleaned", &[""]);
    screen.paste("بلا\u{200b}غ\u{202e} محـــضر\u{a0}اللجنة\u{feff}\u{ad}");
    assert_eq!(screen.words(), ["بلاغ محضر اللجنة"]);
    let said = "أُلصق النص بعد تنقيته: حذف رمز اتجاه واحد، وحذف 3 رموز خفية، وتحويل مسافة غير فاصلة واحدة إلى عادية، وحذف 3 تطويلات";
    assert!(screen.has_words(said));
    screen.paste("نظيف");
    assert!(screen.has_words(said), "nothing to say about a clean one");
}

#[test]
fn a_field_is_cleaned_as_the_page_is() {
    let mut screen = Screen::new_record();
    screen.click("المكان");
    screen.paste("المقـــر\u{200f}\u{a0}الجهوي");
    assert_eq!(screen.open().editor().document().meeting().venue, "المقر الجهوي");
    assert!(screen.has_words(
        "أُلصق النص بعد تنقيته: حذف رمز اتجاه واحد، وتحويل مسافة غير فاصلة واحدة إلى عادية، وحذف 3 تطويلات"
    ));
    // What is typed on purpose stays, what no record may hold does not.
    screen.frame(vec![Event::Text("\u{a0}بـ\u{202e}فاس".into())]);
    screen.rest();
    assert_eq!(screen.open().editor().document().meeting().venue, "المقر الجهوي\u{a0}بـفاس");
}

#[test]
fn a_file_written_by_hand_is_cleaned_when_opened_and_can_be_taken_back() {
    let hostile = "بلا\u{200b}غ\u{202e} اللجنة";
    let path = folder("by-hand").join("record.mahdar");
    store::save(&written(&[plain(hostile)]), &path, None).unwrap();
    let before = std::fs::read(&path).unwrap();
    let mut screen = Screen::sized(vec![path.clone()], false, Mode::Light, SIZE, 1.0);
    assert_eq!(screen.words(), ["بلاغ اللجنة"]);
    assert!(screen.open().editor().is_changed());
    assert!(screen.has_words("نُقّيت نصوص هذه الوثيقة عند فتحها."));
    assert!(screen.has_words("حذف رمز اتجاه واحد، وحذف رمز خفي واحد. لم يتغير الملف نفسه."));
    screen.paint("cleaned-file");
    assert_eq!(std::fs::read(&path).unwrap(), before, "opening changes no file");
    screen.type_words("،");
    assert!(screen.has_words("نُقّيت نصوص"), "still said");
    assert!(!screen.has("تراجع"), "but to take back is now something else");
    screen.press_with(CTRL, Key::Z);
    screen.click("تراجع");
    assert_eq!(screen.words(), [hostile]);
    assert!(!screen.open().editor().is_changed());
    assert!(!screen.has_words("نُقّيت نصوص"), "nothing to say any more");
}

#[test]
fn a_clean_file_is_opened_without_a_word() {
    let screen = Screen::page("clean-file", &["محـضر\u{a0}اللجنة"]);
    assert_eq!(screen.words(), ["محـضر\u{a0}اللجنة"]);
    assert!(!screen.open().editor().is_changed());
}

/// Everything that has a sign, in titles, lists and long paragraphs.
fn hidden(name: &str, mode: Mode, size: (f32, f32), scale: f32) -> Screen {
    let document = written(&[
        plain(
            "عقدت اللجنة\u{a0}الجهوية اجتماعها يوم السبت\u{a0}14\u{a0}نونبر\u{a0}2026 ، وتدارست القانون رقم 29.11 (الصيغة PDF 1.7).",
        ),
        plain("محـــضر الاجتماع  بمسافتين، وحرفا وصل: ه\u{200d} 1448، ومی\u{200c}خواهم بفاصل.\tثم جدولة."),
        plain(""),
        (Kind::recommendation(0), "الماء والتربة"),
        (Kind::recommendation(2), "إحصاء العيون والسواقي القديمة قبل نهاية فصل الربيع؛   "),
        plain("Le conseil\u{202f}: « la séance\u{a0}»\tet la suite."),
    ]);
    let path = folder(name).join("record.mahdar");
    store::save(&document, &path, None).unwrap();
    let mut screen = Screen::sized(vec![path], false, mode, size, scale);
    screen.press_with(BOTH, Key::Num8);
    screen
}

#[test]
fn hidden_characters_are_shown_and_hidden_by_one_command() {
    let mut screen = Screen::page("hidden-toggle", &["محـضر\u{a0}اللجنة الجهوية"]);
    let plain = screen.picture();
    let words = screen.words();
    screen.press_with(BOTH, Key::Num8);
    let shown = screen.picture();
    assert_ne!(plain, shown);
    assert_eq!(screen.words(), words, "the record is as it was");
    assert!(!screen.open().editor().is_changed());
    screen.press_with(BOTH, Key::Num8);
    assert_eq!(screen.picture(), plain, "to the byte");
}

#[test]
fn letters_stay_where_they_are_under_the_signs() {
    let mut screen = Screen::page("hidden-still", &["مجلس اللجنة\u{a0}الجهوية هـ"]);
    let ink = |screen: &mut Screen| {
        let theme = mahdar::ui::theme::Theme::of(Mode::Light);
        let [r, g, b, _] = theme.ink.to_array();
        let picture = screen.picture();
        let dark = picture.enumerate_pixels().filter(|(_, _, pixel)| pixel.0[..3] == [r, g, b]);
        dark.map(|(x, y, _)| (x, y)).collect::<std::collections::BTreeSet<_>>()
    };
    let before = ink(&mut screen);
    screen.press_with(BOTH, Key::Num8);
    let after = ink(&mut screen);
    let gone = before.difference(&after).count();
    assert!(gone * 100 < before.len(), "{gone} of {} pixels of ink are covered", before.len());
}

#[test]
fn pictures_of_hidden_characters() {
    for (mode, name) in [(Mode::Light, "light"), (Mode::Dark, "dark")] {
        hidden(&format!("hidden-{name}"), mode, SIZE, 1.0).paint(&format!("hidden-{name}"));
    }
    let mut menu = hidden("hidden-menu", Mode::Light, SIZE, 1.0);
    menu.click("عرض");
    menu.paint("hidden-menu");
    let hostile = "بلا\u{200b}غ\u{202e} اللجنة";
    let path = folder("cleaned-french").join("record.mahdar");
    store::save(&written(&[plain(hostile)]), &path, None).unwrap();
    let mut french = Screen::sized(vec![path], false, Mode::Dark, (1093.0, 552.0), 1.0);
    french.click("عرض");
    french.press(Key::End);
    french.click("Français");
    french.paint("cleaned-french");
    hidden("hidden-small", Mode::Light, (1093.0, 552.0), 1.25).paint("hidden-small");
}
