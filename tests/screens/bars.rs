//! Bars above the page: the gravest first, read before what they offer, in reach of the keyboard.

use std::cell::RefCell;
use std::rc::Rc;

use eframe::egui::{Key, Modifiers, Rect, pos2};
use mahdar::ui::action::Action;
use mahdar::ui::bars::{self, Bar, Tone};
use mahdar::ui::pen::Icon;
use mahdar::ui::theme::Mode;
use mahdar::ui::widgets::Weight;
use mahdar::words::{Language, Words};

use crate::screen::{SIZE, Screen, folder};
use crate::stage::Stage;

fn bar(tone: Tone, text: &str, detail: &str) -> Bar {
    Bar {
        tone,
        icon: Icon::ClockCounterClockwise,
        text: text.into(),
        detail: detail.into(),
        offers: Vec::new(),
        close: None,
    }
}

fn offering(mut bar: Bar, offers: &[(&str, Action)]) -> Bar {
    let weights = [Weight::Plain].into_iter().chain(std::iter::repeat(Weight::Quiet));
    bar.offers = offers
        .iter()
        .zip(weights)
        .map(|((name, action), weight)| ((*name).into(), weight, action.clone()))
        .collect();
    bar
}

struct Held {
    bars: Vec<Bar>,
    words: Words,
    pressed: Vec<String>,
    height: Rc<RefCell<f32>>,
}

fn stage(bars: Vec<Bar>, mode: Mode, size: (f32, f32), language: Language) -> Stage<Held> {
    let held = Held { bars, words: Words::new(language), pressed: Vec::new(), height: Rc::default() };
    Stage::new(mode, size, held, |ui, pen, view, held| {
        ui.painter().rect_filled(view, 0.0, pen.theme.desk);
        let (height, pressed) = bars::show(ui, pen, view, &held.bars, held.words);
        *held.height.borrow_mut() = height;
        held.pressed.extend(pressed.iter().map(|action| format!("{action:?}")));
    })
}

fn outside() -> Bar {
    let bar = bar(Tone::Warn, "تغيّر «اجتماع 14 نونبر» على القرص.", "زيدت فقرة وحُذفت 12 كلمة.");
    let mut bar = offering(
        bar,
        &[("عرض ما تغيّر", Action::Preview), ("فتح نسخة القرص", Action::Home), ("تجاهل", Action::About)],
    );
    bar.close = Some(Action::CloseNotice);
    bar
}

#[test]
fn the_gravest_comes_first_and_no_more_than_three_are_shown() {
    let all = vec![
        bar(Tone::Info, "معلومة أولى", ""),
        bar(Tone::Info, "معلومة ثانية", ""),
        bar(Tone::Error, "تعذر الحفظ", ""),
        outside(),
    ];
    let stage = stage(all, Mode::Light, SIZE, Language::Arabic);
    let tops: Vec<f32> =
        ["تعذر الحفظ", "تغيّر «اجتماع", "معلومة أولى"].map(|words| stage.place_with(words).top()).into();
    assert!(tops.is_sorted(), "{tops:?}");
    assert!(!stage.has_words("معلومة ثانية"), "the fourth waits");
}

#[test]
fn an_offer_and_the_cross_give_back_their_action() {
    let mut stage = stage(vec![outside()], Mode::Light, SIZE, Language::Arabic);
    stage.click("فتح نسخة القرص");
    stage.click("إغلاق");
    assert_eq!(stage.state().pressed, ["Home", "CloseNotice"]);
    stage.press(Key::Tab);
    while stage.focused().as_deref() != Some("تجاهل") {
        stage.press(Key::Tab);
    }
    stage.press(Key::Enter);
    assert_eq!(stage.state().pressed.last().unwrap(), "About");
    stage.press(Key::Escape);
    assert_eq!(stage.state().pressed.last().unwrap(), "Pane(Text)", "Escape asks for the page");
}

#[test]
fn words_stand_where_reading_starts_and_offers_where_it_ends() {
    let arabic = stage(vec![outside()], Mode::Light, SIZE, Language::Arabic);
    let (words, offer) = (arabic.place_with("تغيّر «اجتماع"), arabic.place("عرض ما تغيّر"));
    assert!(offer.right() < words.left() + 1.0, "{offer} {words}");
    let french = stage(vec![outside()], Mode::Light, SIZE, Language::French);
    let (words, offer) = (french.place_with("تغيّر «اجتماع"), french.place("عرض ما تغيّر"));
    assert!(offer.left() > words.right() - 1.0, "{offer} {words}");
}

#[test]
fn a_narrow_window_sets_the_offers_below_the_words() {
    let stage = stage(vec![outside()], Mode::Light, (480.0, 480.0), Language::Arabic);
    let (words, offer) = (stage.place_with("تغيّر «اجتماع"), stage.place("عرض ما تغيّر"));
    assert!(offer.top() >= words.bottom(), "{offer} {words}");
    assert!(*stage.state().height.borrow() > 60.0);
    let view = Rect::from_min_max(pos2(0.0, 44.0), pos2(480.0, 452.0));
    for name in ["عرض ما تغيّر", "فتح نسخة القرص", "تجاهل", "إغلاق"] {
        assert!(view.contains_rect(stage.place(name)), "{name} {}", stage.place(name));
    }
}

#[test]
fn f6_goes_to_the_bar_and_back_to_the_page() {
    let damaged = folder("bars-f6").join("تالف.mahdar");
    std::fs::write(&damaged, "ليس سجلا").unwrap();
    let mut screen = Screen::page("bars-f6-open", &["نص"]);
    screen.press_with(crate::screen::CTRL, Key::O);
    screen.give_path(&damaged);
    screen.press(Key::F6);
    assert!(screen.is_focused("إغلاق"));
    screen.press_with(Modifiers::SHIFT, Key::F6);
    screen.type_words("وص");
    assert_eq!(screen.words(), ["نصوص"]);
    screen.press(Key::F6);
    screen.press(Key::Escape);
    screen.type_words("ا");
    assert_eq!(screen.words(), ["نصوصا"], "Escape leaves the bar");
    assert!(screen.has_words("تالف.mahdar"), "and the bar stays");
    screen.press(Key::F6);
    screen.press(Key::Enter);
    assert!(!screen.has_words("تالف.mahdar"));
    screen.press(Key::F6);
    assert!(screen.focused().unwrap().starts_with("تنبيه:"), "without bars the panel comes next");
    screen.press_with(Modifiers::SHIFT, Key::F6);
    screen.type_words("ت");
    assert_eq!(screen.words(), ["نصوصات"]);
}

#[test]
fn f6_goes_round_text_panel_and_rail_and_escape_returns_to_the_text() {
    let mut screen = Screen::page("panes", &["نص"]);
    let in_text = |screen: &mut Screen, letter: &str, words: &str| {
        screen.type_words(letter);
        assert_eq!(screen.words(), [words]);
    };
    in_text(&mut screen, "و", "نصو");
    // Text, panel, rail, text; and the other way.
    screen.press(Key::F6);
    let panel = screen.focused().expect("something in the panel");
    screen.press(Key::F6);
    assert!(screen.focused().unwrap().starts_with("الترويسة — "), "a row of the rail");
    assert!(panel.starts_with("تنبيه:"), "a card of the panel: {panel}");
    screen.press(Key::F6);
    in_text(&mut screen, "ص", "نصوص");
    screen.press_with(Modifiers::SHIFT, Key::F6);
    assert!(screen.focused().unwrap().starts_with("الترويسة — "), "a row of the rail");
    screen.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(screen.focused(), Some(panel));
    screen.press_with(Modifiers::SHIFT, Key::F6);
    in_text(&mut screen, "ا", "نصوصا");
    // Escape comes back from either, and what is typed after it is the text's.
    for (turns, letter, words) in [(1, "ل", "نصوصال"), (2, "م", "نصوصالم")] {
        screen.presses(Key::F6, turns);
        screen.press(Key::Escape);
        in_text(&mut screen, letter, words);
    }
}
#[test]
fn pictures() {
    let all = || {
        let long = "لم يُكتب الملف «محضر الاجتماع الدوري السابع للكتابة الجهوية.mahdar»: امتلأ القرص. \
                    بقي الملف السابق كما هو، وما كتبته محفوظ في سجل الجلسة.";
        let mut failed = offering(
            bar(Tone::Error, long, "حرر بعض المساحة ثم أعد المحاولة، أو احفظ في مكان آخر."),
            &[("الحفظ في مكان آخر", Action::Home), ("إعادة المحاولة", Action::Save)],
        );
        failed.icon = Icon::WarningCircle;
        failed.close = Some(Action::CloseNotice);
        let mut told = bar(Tone::Info, "أُزيلت 3 محارف غير مرئية من النص الملصق.", "");
        told.icon = Icon::Info;
        told.close = Some(Action::CloseNotice);
        vec![told, outside(), failed]
    };
    for (name, mode, size, language) in [
        ("bars", Mode::Light, SIZE, Language::Arabic),
        ("bars-dark", Mode::Dark, SIZE, Language::Arabic),
        ("bars-french", Mode::Light, (1093.0, 552.0), Language::French),
        ("bars-720", Mode::Light, (720.0, 480.0), Language::Arabic),
        ("bars-480", Mode::Dark, (480.0, 480.0), Language::Arabic),
    ] {
        let mut stage = stage(all(), mode, size, language);
        if name == "bars" {
            stage.press(Key::Tab);
        }
        stage.paint(name);
    }
}
