//! The screen that shows what differs between two records.

use std::sync::Arc;
use std::time::Instant;

use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::{
    Audience, Block, BlockId, Colour, Document, Id, Kind, Language as Records, Mark, RichText, Step, Target,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::store;
use mahdar::template;
use mahdar::ui::compare::{Compared, Screen as Comparing};
use mahdar::ui::theme::Mode;
use mahdar::words::{Language, Words};

use crate::record::{Size, record};
use crate::screen::{SIZE, Screen, folder, key_events, plain, written};
use crate::stage::Stage;

struct Held {
    screen: Comparing,
    words: Words,
    closed: bool,
}

fn id(counter: u32) -> BlockId {
    BlockId(Id { session: 77, counter })
}

/// The sample minutes, and what became of them in other hands.
fn pair() -> (Document, Document) {
    let old = template::demo();
    let mut editor = Editor::new(old.clone(), 9);
    for (path, value) in [
        ("meeting.venue", "دار الجمعيات بتازة"),
        ("meeting.dates", "2026-11-21"),
        ("meeting.start", "15:30"),
        ("meeting.attendance.1.presence", "excused"),
        ("meeting.chairs.0.role", "منسقة الجهة"),
    ] {
        let set = Command::SetField { path: path.parse().unwrap(), value: value.into() };
        editor.run(set, &Moment::default()).unwrap();
    }
    let mut new = editor.document().clone();
    let long: Vec<(BlockId, String)> = new
        .blocks()
        .iter()
        .map(|block| (block.id, block.text.text().to_owned()))
        .filter(|(_, text)| text.split(' ').count() > 8)
        .collect();
    for (at, (block, text)) in long.iter().enumerate().take(9) {
        let step = match at {
            0 | 2 | 5 => {
                let word = text.split(' ').nth(4).unwrap();
                let start = text.find(word).unwrap();
                let insert = RichText::plain("كلمتين أخريين");
                Step::Splice { at: Target::Block(*block), start, end: start + word.len(), insert }
            }
            1 => Step::Remove(*block),
            3 => Step::SetAudience(*block, Audience::MinutesOnly),
            4 => Step::SetKind(*block, Box::new(Kind::recommendation(2))),
            6 => Step::Move { id: *block, after: Some(long[2].0) },
            _ => continue,
        };
        new.apply(step).unwrap();
    }
    let words = "كما تقرر تنظيم زيارة ميدانية إلى مقالع الإقليم قبل متم شهر دجنبر، بحضور ممثلي الساكنة.";
    let block = Arc::new(Block::new(id(1), Kind::default(), RichText::plain(words)));
    new.apply(Step::Insert { after: Some(long[3].0), block }).unwrap();
    (old, new)
}

fn stage_of(
    mode: Mode,
    size: (f32, f32),
    language: Language,
    (old, new): (Document, Document),
) -> Stage<Held> {
    let words = Words::new(language);
    let (old_name, new_name) = (words.get("compare-on-disk"), words.get("compare-here"));
    let screen = Comparing::new(Compared { old, new, old_name, new_name });
    Stage::new(mode, size, Held { screen, words, closed: false }, |ui, pen, view, held| {
        held.closed |= held.screen.show(ui, pen, view, held.words, true);
    })
}

fn said(old: &[&str], new: &[&str]) -> Stage<Held> {
    let made = |paragraphs: &[&str]| written(&paragraphs.iter().map(|text| plain(text)).collect::<Vec<_>>());
    stage_of(Mode::Light, SIZE, Language::Arabic, (made(old), made(new)))
}

fn all(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

#[test]
fn facts_and_blocks_say_what_became_of_them() {
    let stage = stage_of(Mode::Light, SIZE, Language::Arabic, pair());
    assert!(stage.has("المقارنة") && stage.has("في القرص") && stage.has("عندك"));
    assert!(stage.has_words("[أُضيفت: دار الجمعيات بتازة]"));
    assert!(stage.has_words("تغيرت"), "the counts");
    let stage = said(&["ناقش المكتب التقرير"], &["ناقش المكتب الميزانية"]);
    assert!(stage.has_words("ناقش المكتب [حُذفت: التقرير] [أُضيفت: الميزانية]"));
}

#[test]
fn words_keep_their_own_marks_beside_what_became_of_them() {
    let text = "ناقش المكتب مشروع الميزانية ووافق عليه بالإجماع.";
    let old = written(&[plain(text), plain("فقرة لا تتغير.")]);
    let mut new = old.clone();
    let block = new.blocks().iter().next().unwrap().id;
    let mut mark = |mark, words: &str| {
        let start = text.find(words).unwrap();
        let end = start + words.len();
        let at = Target::Block(block);
        new.apply(Step::Mark { at, start, end, mark, spans: vec![(start, end)] }).unwrap();
    };
    mark(Mark::Bold, "المكتب");
    mark(Mark::Underline, "مشروع");
    mark(Mark::Colour(Colour::Red), "الميزانية");
    mark(Mark::Strike, "بالإجماع");
    let insert = RichText::plain("الجهوي ");
    let at = text.find("مشروع").unwrap();
    new.apply(Step::Splice { at: Target::Block(block), start: at, end: at, insert }).unwrap();
    for mode in [Mode::Light, Mode::Dark] {
        let count = |new: &Document| {
            let mut stage = stage_of(mode, SIZE, Language::Arabic, (old.clone(), new.clone()));
            stage.paint(&format!("compare-marks-{mode:?}"));
            let is_red = |[r, g, b, _]: [u8; 4]| r.saturating_sub(g) > 60 && r.saturating_sub(b) > 60;
            stage.picture().pixels().filter(|pixel| is_red(pixel.0)).count()
        };
        let mut without = old.clone();
        let insert = RichText::plain("الجهوي ");
        without.apply(Step::Splice { at: Target::Block(block), start: at, end: at, insert }).unwrap();
        assert!(count(&without) + 20 < count(&new), "{mode:?}: the word is red");
    }
}

#[test]
fn what_did_not_change_is_folded_and_can_be_shown() {
    let old: Vec<String> = (0..12).map(|at| format!("الفقرة العادية {at}")).collect();
    let mut new = old.clone();
    new[11] = "شيء آخر تماما".into();
    let mut stage = said(&all(&old), &all(&new));
    assert!(stage.has("11 فقرة دون تغيير"));
    assert!(!stage.has_words("الفقرة العادية 3"));
    stage.click("11 فقرة دون تغيير");
    assert!(stage.has_words("الفقرة العادية 3"));
    stage.click("11 فقرة دون تغيير");
    assert!(!stage.has_words("الفقرة العادية 3"));
}

#[test]
fn f7_walks_the_differences_and_escape_closes() {
    let many: Vec<String> = (0..40).map(|at| format!("الفقرة رقم {at} كما كتبت")).collect();
    let changed: Vec<String> = many.iter().map(|text| text.replace("كتبت", "صيغت")).collect();
    let mut stage = said(&all(&many), &all(&changed));
    assert!(!stage.has_words("الفقرة 40 ·"));
    stage.press(Key::F7);
    assert!(stage.has("الفرق 1 من 40"));
    stage.frame(key_events(Modifiers::SHIFT, Key::F7));
    stage.rest();
    assert!(stage.has("الفرق 40 من 40") && stage.has_words("الفقرة 40 ·"), "round to the last");
    stage.press(Key::F7);
    assert!(stage.has_words("الفقرة 1 ·"));
    stage.press(Key::Escape);
    assert!(stage.state().closed);
}

#[test]
fn keys_and_the_wheel_scroll_within_the_rows() {
    let (old, new) = pair();
    let mut stage = stage_of(Mode::Light, (1093.0, 552.0), Language::Arabic, (old, new));
    assert!(stage.has("معطيات الوثيقة"));
    stage.press(Key::End);
    assert!(!stage.has("معطيات الوثيقة"));
    stage.press(Key::Home);
    assert!(stage.has("معطيات الوثيقة"));
    stage.press(Key::PageDown);
    stage.press(Key::PageUp);
    assert!(stage.has("معطيات الوثيقة"));
    stage.wheel(-4000.0);
    stage.wheel(90_000.0);
    assert!(!stage.has("معطيات الوثيقة"));
    assert!(stage.has_words("الفقرة"), "something is still seen at the end");
}

#[test]
fn tab_reaches_the_buttons() {
    let mut stage = said(&["أ", "ب"], &["أ", "ج"]);
    let mut seen = Vec::new();
    for _ in 0..8 {
        stage.press(Key::Tab);
        seen.extend(stage.focused());
    }
    for name in ["إغلاق", "الفرق الموالي F7", "الفرق السابق Shift F7", "فقرة واحدة دون تغيير"]
    {
        assert!(seen.iter().any(|focused| focused == name), "{name}: {seen:?}");
    }
}

#[test]
fn records_that_do_not_differ_are_said_to_be_the_same() {
    let stage = said(&["أ"], &["أ"]);
    assert!(stage.has("لا فرق بين الوثيقتين"));
}

#[test]
fn another_file_is_compared_with_the_open_record_from_the_menu() {
    let folder = folder("compare-other");
    let other = folder.join("نسخة.mahdar");
    store::save(&written(&[plain("ناقش المكتب التقرير")]), &other, None).unwrap();
    let mut screen = Screen::page("compare-own", &["ناقش المكتب الميزانية"]);
    screen.click("ملف");
    screen.click("مقارنة مع ملف آخر");
    screen.give_path(&other);
    assert!(screen.has("المقارنة") && screen.has("نسخة.mahdar"));
    assert!(screen.has_words("[حُذفت: التقرير] [أُضيفت: الميزانية]"));
    screen.type_words("لا يكتب");
    screen.press(Key::Escape);
    assert!(!screen.has("المقارنة"));
    let text = screen.open().editor().document().blocks()[0].text.text().to_owned();
    assert_eq!(text, "ناقش المكتب الميزانية", "nothing was typed into what cannot be seen");
    screen.type_words("ثم");
    let text = screen.open().editor().document().blocks()[0].text.text().to_owned();
    assert!(text.contains("ثم"), "the page has the keyboard again: {text}");
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_nothing_is_compared() {
    let broken = folder("compare-broken").join("broken.mahdar");
    std::fs::write(&broken, "لا شيء").unwrap();
    let mut screen = Screen::page("compare-own-2", &["نص"]);
    screen.click("ملف");
    screen.click("مقارنة مع ملف آخر");
    screen.give_path(&broken);
    assert!(!screen.has("المقارنة"));
    assert!(screen.has_words("broken.mahdar"));
}

#[test]
fn three_thousand_changed_blocks_are_shown_without_laying_them_all_out() {
    let old = record(Size::PAGES);
    let mut new = old.clone();
    for block in old.blocks() {
        let insert = RichText::plain("كما ");
        new.apply(Step::Splice { at: Target::Block(block.id), start: 0, end: 0, insert }).unwrap();
    }
    let start = Instant::now();
    let mut stage = stage_of(Mode::Light, SIZE, Language::Arabic, (old, new));
    println!("3,300 changed blocks compared and shown in {:?}", start.elapsed());
    let start = Instant::now();
    for _ in 0..20 {
        stage.frame(vec![Event::Key {
            key: Key::PageDown,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        }]);
    }
    println!("20 pages scrolled in {:?}", start.elapsed());
    stage.press(Key::End);
    assert!(stage.has_words("الفقرة 3"), "the end is reached");
}

#[test]
fn pictures() {
    stage_of(Mode::Light, SIZE, Language::Arabic, pair()).paint("compare");
    let mut stage = stage_of(Mode::Dark, SIZE, Language::Arabic, pair());
    for _ in 0..7 {
        stage.press(Key::F7);
    }
    stage.paint("compare-dark");
    let mut stage = stage_of(Mode::Light, (1093.0, 552.0), Language::French, pair());
    stage.paint("compare-french");
    stage.press(Key::PageDown);
    stage.paint("compare-french-2");
    let mut stage = stage_of(Mode::Light, (1093.0, 552.0), Language::Arabic, pair());
    for _ in 0..9 {
        stage.press(Key::F7);
    }
    stage.paint("compare-1093");
    let mut stage = stage_of(Mode::Dark, (720.0, 480.0), Language::French, pair());
    stage.press(Key::End);
    stage.paint("compare-720-dark");
    said(&["أ"], &["أ"]).paint("compare-same");
    let (old, mut new) = pair();
    new.apply(Step::SetField(mahdar::document::Field::Language(Records::French))).unwrap();
    let mut stage = stage_of(Mode::Light, SIZE, Language::Arabic, (old, new));
    let folded = stage.places_with("دون تغيير");
    stage.click_at(folded.first().unwrap().center());
    stage.paint("compare-unfolded");
}
