//! Grey words at the caret: when they come, what takes them, and that they move nothing.

use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use mahdar::document::{Kind, Language, Role};
use mahdar::store::{self, Folders, Phrases};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder, key_events, plain, written};

fn item() -> Kind {
    Kind::recommendation(2)
}

/// A record with one item of these words, and the caret behind them.
fn at_end_of(name: &str, kind: Kind, words: &str) -> Screen {
    let mut screen = Screen::with(name, &written(&[plain("فقرة أولى."), (kind, words)]));
    screen.press_with(CTRL, Key::End);
    screen
}

#[test]
fn what_was_begun_is_gone_on_with_in_grey_and_tab_takes_it() {
    let mut screen = at_end_of("takes", item(), "");
    screen.type_words("إحداث خ");
    assert_eq!(screen.offered().as_deref(), Some("لية للتواصل على مستوى كل إقليم"));
    assert_eq!(screen.words()[1], "إحداث خ", "nothing of it is stored");
    screen.press(Key::Tab);
    assert_eq!(screen.words()[1], "إحداث خلية للتواصل على مستوى كل إقليم");
    assert_eq!(screen.offered(), None);
    assert_eq!(screen.caret().1, screen.words()[1].len());
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words()[1], "إحداث خ", "it was one change");
}

#[test]
fn at_the_start_of_an_item_tab_moves_the_item() {
    let mut screen = at_end_of("demotes", item(), "");
    screen.press(Key::Tab);
    assert_eq!(screen.document().blocks().get_at(1).unwrap().kind.depth(), Some(3));
}

#[test]
fn control_with_the_arrow_that_reading_goes_along_takes_a_word() {
    let mut screen = at_end_of("words", item(), "");
    screen.type_words("إحداث خ");
    screen.press_with(CTRL, Key::ArrowLeft);
    assert_eq!(screen.words()[1], "إحداث خلية");
    assert_eq!(screen.offered().as_deref(), Some(" للتواصل على مستوى كل إقليم"));
    screen.press_with(CTRL, Key::ArrowLeft);
    assert_eq!(screen.words()[1], "إحداث خلية للتواصل");
    screen.press_with(CTRL, Key::ArrowRight);
    assert_eq!((screen.words()[1].as_str(), screen.offered()), ("إحداث خلية للتواصل", None));
}

#[test]
fn escape_puts_it_away_until_other_words_are_typed() {
    let mut screen = at_end_of("away", item(), "");
    screen.type_words("إحداث خ");
    screen.press(Key::Escape);
    assert_eq!(screen.offered(), None);
    screen.type_words("لية");
    assert_eq!(screen.offered(), None, "it does not come back for the same words");
    screen.press(Key::Enter);
    screen.type_words("تنمية الموا");
    assert_eq!(screen.offered().as_deref(), Some("رد المالية وترشيد النفقات"));
}

#[test]
fn it_is_silent_where_it_would_be_in_the_way() {
    // Before words that follow.
    let mut screen = at_end_of("middle", item(), " لاحقا");
    screen.press(Key::Home);
    screen.type_words("إحداث خ");
    assert_eq!(screen.offered(), None);
    // While an input method composes.
    let mut screen = at_end_of("composes", item(), "");
    screen.type_words("إحداث خ");
    assert!(screen.offered().is_some());
    let preedit = ImeEvent::Preedit { text: "ل".into(), active_range_chars: None };
    screen.frame(vec![Event::Ime(preedit)]);
    assert_eq!(screen.offered(), None);
    // Once the caret goes elsewhere, and when it comes back without a letter typed.
    let mut screen = at_end_of("leaves", item(), "");
    screen.type_words("إحداث خ");
    screen.press(Key::ArrowUp);
    assert_eq!(screen.offered(), None);
    screen.press_with(CTRL, Key::End);
    assert_eq!(screen.offered(), None);
    // While the palette is open.
    screen.type_words("ل");
    assert!(screen.offered().is_some());
    screen.press_with(CTRL, Key::K);
    assert_eq!(screen.offered(), None);
    // In a title.
    let mut screen = Screen::page("title", &["نص"]);
    screen.press_with(CTRL, Key::Home);
    screen.press(Key::End);
    screen.type_words(" وتفعيلا لمقررات");
    assert_eq!(screen.offered(), None);
}

#[test]
fn nothing_that_is_written_moves_when_it_comes() {
    let long = "فقرة طويلة تملأ سطرا أو أكثر من أسطر الصفحة، حتى نرى هل تتحرك كلماتها حين تظهر الكلمات الرمادية بعدها، \
                ثم تأتي جملة أخرى قبل أن نصل إلى نهايتها، وذلك من ";
    let mut screen = Screen::with("still", &written(&[plain("فقرة أولى."), (item(), long)]));
    screen.press_with(CTRL, Key::End);
    screen.type_words("خ");
    assert_eq!(screen.offered().as_deref(), Some("لال:"));
    let with = screen.picture();
    screen.press(Key::Escape);
    let without = screen.picture();
    let (width, height) = with.dimensions();
    let differs = |x: u32, y: u32| with.get_pixel(x, y) != without.get_pixel(x, y);
    let rows: Vec<u32> = (0..height).filter(|y| (0..width).any(|x| differs(x, *y))).collect();
    assert!(!rows.is_empty(), "it was seen");
    let (first, last) = (rows[0], rows[rows.len() - 1]);
    assert!(last - first < 40, "one line alone changed: {first} to {last}");
    // On that line all that differs is left of the caret, where reading goes on, but for the letter it joins.
    let caret = screen.point(2, long.len() + "خ".len());
    let right = (0..width).filter(|x| rows.iter().any(|y| differs(*x, *y))).max().unwrap();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a window")]
    let caret = caret.x as u32;
    assert!(right < caret + 24, "{right} is right of the caret at {caret}");
}

#[test]
fn an_idle_window_with_grey_words_asks_for_no_frames_but_the_blink() {
    let mut screen = at_end_of("idle", item(), "");
    screen.type_words("إحداث خ");
    screen.later(30.0);
    screen.rest();
    assert!(screen.offered().is_some());
    assert!(screen.wants_frame_in().as_secs() >= 1, "{:?}", screen.wants_frame_in());
}

#[test]
fn a_phrase_of_ones_own_is_kept_by_command_and_offered() {
    let folders = Folders::inside(&folder("kept"));
    let path = folder("record").join("record.mahdar");
    let document = written(&[plain("وذلك في احترام تام لأدوار الفروع"), plain("")]);
    store::save(&document, &path, None).unwrap();
    let mut screen = Screen::started(&folders, vec![path], Mode::Light, SIZE);
    screen.press_with(CTRL, Key::Home);
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::K);
    screen.type_words("حفظ كعبارة جاهزة");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::End);
    screen.type_words("وذلك في اح");
    assert_eq!(screen.offered().as_deref(), Some("ترام تام لأدوار الفروع"));
    screen.wait(|_| store::load::<Phrases>(&folders).value.kept().count() == 1);
}

#[test]
fn how_it_looks() {
    let long = "فقرة تسبقها كلمات كثيرة في السطر نفسه حتى يمتد ما يُقترح إلى السطر التالي، وقد شكل الاجت";
    let kinds = |words: &'static str| {
        written(&[
            plain("انعقد اجتماع المكتب الجهوي لتدارس برنامج العمل السنوي."),
            (Kind::Paragraph(Role::Context), words),
        ])
    };
    for (mode, named) in [(Mode::Light, "light"), (Mode::Dark, "dark")] {
        for (language, size, tongue) in [
            (Language::Arabic, SIZE, "ar"),
            (Language::French, SIZE, "fr"),
            (Language::Arabic, (1093.0, 552.0), "ar-small"),
        ] {
            let path = folder(&format!("{named}-{tongue}")).join("record.mahdar");
            store::save(&kinds(long), &path, None).unwrap();
            let mut screen = Screen::speaking(vec![path], language, mode, size);
            screen.press_with(CTRL, Key::End);
            screen.type_words("ما");
            assert!(screen.offered().is_some());
            screen.paint(&format!("grey-words-{named}-{tongue}"));
            screen.frame(key_events(Modifiers::NONE, Key::Escape));
        }
    }
}
