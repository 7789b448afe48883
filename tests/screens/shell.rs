//! The window around the page: tabs, rail, palette, preview, panel, and the keys of all of them.

use std::time::Instant;

use eframe::egui::{Event, Key, Modifiers};
use mahdar::check::Part;
use mahdar::document::{self, OutputKind};
use mahdar::template;
use mahdar::ui::menus::{self, Keys, Menu, State};
use mahdar::ui::rail;
use mahdar::ui::theme::{Face, Mode};
use mahdar::words::{Language, Words};

use crate::screen::{CTRL, Screen, folder, plain, written};
use crate::stage::Stage;

fn state(language: Language) -> State<'static> {
    State {
        open: None,
        tabs: 2,
        language,
        mode: Mode::Light,
        templates: &[],
        preview: false,
        panel: None,
        invisibles: false,
        panes: true,
        recents: 0,
        bodies: &[],
        number: None,
        counts: false,
        template: false,
        live: false,
        publish: false,
    }
}

#[test]
fn no_two_actions_have_the_same_keys() {
    let all: Vec<(Menu, String, Keys)> = menus::shortcuts(&state(Language::Arabic))
        .into_iter()
        .map(|(menu, name, keys)| (menu, name.words(Words::new(Language::Arabic)), keys))
        .collect();
    assert!(all.len() > 30, "{}", all.len());
    for (at, (_, name, keys)) in all.iter().enumerate() {
        let same = all.iter().skip(at + 1).find(|(_, _, other)| other == keys);
        assert!(same.is_none(), "{keys}: {name} and {same:?}");
        assert!(!keys.to_string().contains("Ctrl Alt"), "{name}: Ctrl+Alt is AltGr");
    }
}

#[test]
fn every_action_has_a_name_of_its_own_in_three_languages() {
    for language in Language::ALL {
        let words = Words::new(language);
        let mut names: Vec<String> =
            menus::table(&state(language)).iter().map(|entry| entry.name.words(words)).collect();
        assert!(names.iter().all(|name| !name.is_empty()));
        names.sort();
        let double = names.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(double, None, "{language:?}");
    }
}

#[test]
fn every_word_of_the_rail_is_read_whole() {
    for language in Language::ALL {
        let words = Words::new(language);
        let stage = Stage::new(Mode::Light, (1366.0, 690.0), (0.0, 0.0), move |ui, pen, _, seen| {
            let keys = ["header", "attendance", "agenda", "text", "recommendations", "closing"];
            let parts = keys.map(|key| words.get(&format!("part-{key}")));
            let longest = parts.iter().map(|name| pen.line(ui.ctx(), name, Face::BaseStrong).width());
            // Its inset, its icon and its dot.
            let asks = longest.fold(0.0, f32::max) + 16.0 + 16.0 + 28.0 + 16.0;
            *seen = (asks, rail::width(ui, pen, true, words));
        });
        let (asks, wide) = *stage.state();
        assert!(wide + 0.5 >= asks, "{language:?}: {asks} in {wide}");
        assert!((rail::WIDE..=200.0).contains(&wide), "beside it the sheet keeps its width: {wide}");
    }
}

#[test]
fn in_a_narrow_window_an_icon_of_the_rail_says_what_it_is() {
    let path = folder("rail-words").join("record.mahdar");
    mahdar::store::save(&template::demo(), &path, None).unwrap();
    let window = |size| Screen::speaking(vec![path.clone()], document::Language::French, Mode::Light, size);
    let mut screen = window((1093.0, 552.0));
    let place = screen.place("Recommandations 10 — rempli");
    screen.frame(vec![Event::PointerMoved(place.center())]);
    screen.later(1.0);
    screen.paint("rail-narrow-hint");
    drop(screen);
    let mut screen = window((1366.0, 690.0));
    assert!(screen.place("Recommandations 10 — rempli").width() > rail::WIDE, "it has room for its word");
    screen.paint("rail-wide-french");
}

fn palette(screen: &mut Screen, words: &str) {
    screen.press_with(CTRL, Key::K);
    screen.type_words(words);
}

#[test]
fn an_action_is_found_by_a_few_letters_in_any_language() {
    for words in ["داكن", "sombre", "dark"] {
        let mut screen = Screen::page("palette-shell", &["نص"]);
        palette(&mut screen, words);
        screen.press(Key::Enter);
        assert!(!screen.has("Esc"), "it is put away");
        let desk = screen.colour(390, 300);
        assert_eq!(desk, mahdar::ui::theme::Theme::DARK.desk, "{words}");
        screen.type_words("وص");
        assert_eq!(screen.words(), ["نصوص"], "and the page has the keyboard again");
    }
}

#[test]
fn hamzas_and_marks_do_not_matter_to_the_palette() {
    let mut screen = Screen::page("palette-fold", &["نص"]);
    palette(&mut screen, "انهاء البرنامج");
    assert!(screen.has("إنهاء البرنامج"));
}

#[test]
fn the_palette_leads_to_a_place_of_the_record() {
    let mut screen = Screen::page("palette-place", &["الأولى", "حماية الفرشة المائية", "الثالثة"]);
    palette(&mut screen, "الفرشة");
    screen.press(Key::Enter);
    assert_eq!(screen.caret(), (2, 0));
}

#[test]
fn what_cannot_be_done_says_why_and_is_not_done() {
    let mut screen = Screen::page("palette-why", &["نص"]);
    palette(&mut screen, "تراجع");
    assert!(screen.has("تراجع"));
    screen.press(Key::Enter);
    assert!(screen.has("كل الأوامر"), "it stays open");
    screen.press(Key::Escape);
    assert_eq!(screen.words(), ["نص"]);
}

#[test]
fn a_second_record_opens_beside_the_first_and_both_keep_their_words() {
    let mut screen = Screen::page("tabs", &["الأول"]);
    assert!(!screen.has("إغلاق «record»"), "one record needs no tabs");
    screen.type_words("!");
    let path = crate::screen::folder("tabs-second").join("الثاني.mahdar");
    mahdar::store::save(&written(&[plain("الثاني")]), &path, None).unwrap();
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    assert_eq!(screen.words(), ["الثاني"]);
    screen.press_with(CTRL, Key::Tab);
    assert_eq!(screen.words(), ["الأول!"], "with what was typed and not saved");
    screen.type_words("!");
    assert_eq!(screen.words(), ["الأول!!"]);
    screen.press_with(CTRL.plus(Modifiers::SHIFT), Key::Tab);
    screen.press_with(CTRL, Key::W);
    assert_eq!(screen.words(), ["الأول!!"], "the other is left");
}

#[test]
fn opening_a_record_twice_shows_the_one_that_is_open() {
    let mut screen = Screen::page("tabs-twice", &["نص"]);
    let path = screen.open().path().unwrap().to_owned();
    screen.type_words("وص");
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    assert_eq!(screen.words(), ["نصوص"]);
    assert!(!screen.has("إغلاق «record»"));
}

#[test]
fn a_question_at_leaving_that_is_put_away_keeps_the_record() {
    let mut screen = Screen::page("quit-first", &["نص"]);
    screen.type_words("وص");
    screen.close();
    screen.rest();
    assert!(screen.has("إغلاق بدون حفظ"));
    screen.press(Key::Escape);
    assert_eq!(screen.words(), ["نصوص"]);
}

#[test]
fn the_preview_takes_the_middle_and_typing_goes_on_after_it() {
    let mut screen = Screen::page("preview-toggle", &["نص أول"]);
    screen.press_with(CTRL, Key::P);
    assert!(screen.has_words("الصفحة 1 من 1"));
    screen.press_with(CTRL, Key::P);
    screen.type_words("!");
    assert_eq!(screen.words(), ["نص أول!"]);
}

#[test]
fn the_rail_goes_to_the_parts_by_key() {
    let mut screen = Screen::with("rail", &template::demo());
    screen.press_with(CTRL, Key::Num5);
    let head = screen.open().editor().selection().head.clone();
    let mahdar::document::Target::Block(id) = head.target else { panic!("{head:?}") };
    let block = screen.document().block(id).unwrap();
    assert_eq!(Part::of(&block.kind), Part::Recommendations);
    screen.press_with(CTRL, Key::Num1);
    assert!(screen.has("الترويسة: طي"), "the header is open");
}

#[test]
fn the_output_is_changed_by_key() {
    let mut screen = Screen::with("outputs", &template::demo());
    let first = screen.open().output;
    screen.press(Key::F2);
    assert_ne!(screen.open().output, first);
    assert!(screen.document().outputs().len() > 1);
    assert_eq!(first, OutputKind::Minutes);
}

#[test]
fn the_panel_is_shown_and_put_away_by_key() {
    let alt = Modifiers { alt: true, ..Modifiers::NONE };
    let mut screen = Screen::page("panel", &["نص"]);
    assert!(screen.has("إغلاق اللوحة"));
    screen.press_with(alt, Key::Num3);
    assert!(!screen.has("إغلاق اللوحة"));
    // The system sends the digit too.
    let mut events = crate::screen::key_events(alt, Key::Num1);
    events.insert(2, eframe::egui::Event::Text("1".into()));
    screen.frame(events);
    screen.rest();
    assert!(screen.has("إغلاق اللوحة"));
    assert_eq!(screen.words(), ["نص"], "nothing is typed");
}

#[test]
fn output_language_and_theme_change_within_a_tenth_of_a_second() {
    let mut screen = Screen::with("switching", &template::demo());
    let mut timed = |what: &str, there: &str, back: &str| {
        // The best of three: a busy machine says nothing of the program.
        let mut best = std::time::Duration::MAX;
        for _ in 0..3 {
            palette(&mut screen, there);
            let start = Instant::now();
            screen.frame(crate::screen::key_events(Modifiers::NONE, Key::Enter));
            screen.step();
            best = best.min(start.elapsed());
            palette(&mut screen, back);
            screen.press(Key::Enter);
        }
        println!("{what}: {best:?} for two frames, unoptimised");
        assert!(best.as_millis() <= 100, "{what}: {best:?}");
    };
    timed("theme", "داكن", "فاتح");
    timed("output", "عرض النص الموالي", "عرض النص الموالي");
    timed("language", "Français", "العربية");
}

#[test]
fn every_broken_file_is_told_of_and_its_path_is_read_from_the_left() {
    let folder = crate::screen::folder("broken-kept");
    let folders = mahdar::store::Folders::inside(&folder);
    std::fs::create_dir_all(&folders.config).unwrap();
    for name in ["settings.ron", "roster.ron"] {
        std::fs::write(folders.config.join(name), "(((").unwrap();
    }
    let mut screen = Screen::keeping(folders);
    screen.paint("broken-kept");
    assert!(screen.has_words("settings.aside-1.ron"));
    assert!(screen.has_words("roster.aside-1.ron"));
    assert!(screen.has_words("\u{2066}/"));
}
