//! A record of 325 pages: what is laid out, and that the view holds still while what was never seen is measured.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Instant;

use eframe::egui::{Key, Rect, pos2};
use mahdar::document::{Place, Target};
use mahdar::edit::{Command, Editor, Moment, Selection};
use mahdar::ui::chrome::{BAR, STATUS};
use mahdar::ui::page::Page;
use mahdar::ui::pen::Pen;
use mahdar::ui::sheet::Sheet;
use mahdar::ui::theme::{Mode, Theme};
use mahdar::words::{Language, Words};
use mahdar::workspace::Open;

use crate::easel::Easel;
use crate::record::{Size, record};
use crate::screen::{CTRL, SIZE, Screen};

fn view() -> Rect {
    Rect::from_min_max(pos2(0.0, BAR), pos2(SIZE.0, SIZE.1 - STATUS))
}

struct Scrolled {
    sheet: Sheet,
    pen: Pen,
}

impl Scrolled {
    fn new() -> Self {
        let document = record(Size::PAGES);
        let mut sheet = Sheet::default();
        sheet.header = 44.0;
        let mut pen = Pen::new(Theme::LIGHT);
        sheet.sync(&document, 0, document.outputs()[0].kind);
        sheet.look(view(), &mut pen, 1.0);
        Self { sheet, pen }
    }

    fn scroll(&mut self, by: f32) {
        self.sheet.scroll(by);
        self.sheet.look(view(), &mut self.pen, 1.0);
    }

    fn laid(&self) -> usize {
        self.sheet.laid.iter().filter(|laid| laid.layout.is_some()).count()
    }

    /// Top edges of what is seen, by paragraph.
    fn tops(&self) -> Vec<(usize, f32)> {
        self.sheet.seen.iter().map(|seen| (seen.index, seen.rect.top())).collect()
    }
}

#[test]
fn only_what_was_seen_is_laid_out() {
    let mut scrolled = Scrolled::new();
    assert!(scrolled.sheet.laid.len() > 2_500, "{}", scrolled.sheet.laid.len());
    let first = scrolled.laid();
    assert!(first <= scrolled.sheet.seen.len() + 2, "{first} laid out, {} seen", scrolled.sheet.seen.len());
    for _ in 0..20 {
        scrolled.scroll(400.0);
    }
    assert!(scrolled.laid() < 300, "{}", scrolled.laid());
    scrolled.sheet.scroll_to(0.9);
    scrolled.scroll(0.0);
    assert!(scrolled.laid() < 330, "a jump lays out nothing on its way: {}", scrolled.laid());
    assert!(scrolled.sheet.seen[0].index > 2_000);
}

#[test]
fn a_key_lays_out_its_paragraph_and_another_width_of_the_window_none() {
    let mut editor = Editor::new(record(Size::PAGES), 7);
    let mut scrolled = Scrolled::new();
    let output = editor.document().outputs()[0].kind;
    scrolled.sheet.sync(editor.document(), 1, output);
    scrolled.scroll(600.0);
    let paragraphs = |scrolled: &Scrolled| scrolled.pen.engine.counts().paragraphs;
    for (key, word) in (2..).zip(["م", "ح", " ", "7"]) {
        let seen = scrolled.sheet.seen[1].index;
        let id = editor.document().blocks()[seen - 1].id;
        let caret = Selection::caret(Place::new(Target::Block(id), 0));
        editor.run(Command::Select(caret), &Moment::default()).unwrap();
        editor.run(Command::Type(word.into()), &Moment::default()).unwrap();
        let before = paragraphs(&scrolled);
        scrolled.sheet.sync(editor.document(), key, output);
        scrolled.scroll(0.0);
        assert_eq!(paragraphs(&scrolled) - before, 1, "{word:?}");
    }
    let before = paragraphs(&scrolled);
    for width in [1366.0, 1093.0, 800.0] {
        let view = Rect::from_min_max(pos2(0.0, BAR), pos2(width, SIZE.1 - STATUS));
        scrolled.sheet.look(view, &mut scrolled.pen, 1.0);
    }
    assert_eq!(paragraphs(&scrolled), before);
}

#[test]
fn the_view_moves_by_what_was_scrolled_and_by_nothing_else() {
    let mut scrolled = Scrolled::new();
    scrolled.sheet.scroll_to(0.5);
    scrolled.scroll(0.0);
    // Upwards into what was never measured: estimates turn into heights above the view.
    for by in [-37.0, -333.0, -90.0, 55.0, 410.0, -600.0, 13.0] {
        let before = scrolled.tops();
        scrolled.scroll(by);
        let mut shared = 0;
        for (index, top) in scrolled.tops() {
            if let Some((_, was)) = before.iter().find(|(other, _)| *other == index) {
                assert!((was - by - top).abs() < 0.01, "paragraph {index} went from {was} to {top} by {by}");
                shared += 1;
            }
        }
        assert!(shared > 0 || by.abs() > 500.0, "something stays in view by {by}");
        for pair in scrolled.sheet.seen.windows(2) {
            assert!((pair[0].rect.bottom() - pair[1].rect.top()).abs() < 0.01, "no hole between paragraphs");
        }
    }
}

/// Resident memory of this process in megabytes, where the system tells it.
fn resident() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

#[test]
fn a_record_scrolled_from_end_to_end_leaves_nothing_behind() {
    let held = Rc::new(RefCell::new((Page::default(), Open::from_record(record(Size::PAGES)))));
    let drawn = Rc::clone(&held);
    let mut easel = Easel::new(Mode::Light, (1366.0, 690.0), 1.0, move |ui, pen| {
        let (page, open) = &mut *drawn.borrow_mut();
        let (words, moment) = (Words::new(Language::Arabic), Moment::default());
        let view = ui.ctx().content_rect();
        page.show(ui, pen, open, words, &moment, view);
    });
    let (before, mut laid, mut triangles, mut seen) = (resident(), 0, 0, 0);
    loop {
        held.borrow_mut().0.sheet.scroll(600.0);
        easel.step();
        let sheet = &held.borrow().0.sheet;
        laid = laid.max(sheet.laid.iter().filter(|laid| laid.layout.is_some()).count());
        triangles = triangles.max(sheet.laid.iter().filter(|laid| laid.drawn.is_some()).count());
        seen = seen.max(sheet.seen.len());
        if sheet.seen.last().is_some_and(|last| last.index + 1 == sheet.laid.len()) {
            break;
        }
    }
    println!(
        "325 pages scrolled through: at most {laid} paragraphs laid out, {triangles} with triangles, {seen} seen; \
         resident {before:?} before, {:?} MB after; {} pages of bitmaps",
        resident(),
        easel.pen(|pen| pen.atlas.pages()),
    );
    assert!(laid < 700, "{laid}");
    assert_eq!(triangles, seen, "only what is seen is kept as triangles");
}

#[test]
fn both_ends_stop_the_view() {
    let mut scrolled = Scrolled::new();
    scrolled.scroll(-500.0);
    assert_eq!(scrolled.sheet.seen[0].index, 0);
    scrolled.sheet.scroll_to(1.0);
    scrolled.scroll(1.0e7);
    let last = scrolled.sheet.seen.last().unwrap();
    assert_eq!(last.index + 1, scrolled.sheet.laid.len());
    assert!(last.rect.bottom() < view().bottom() && last.rect.bottom() > view().top());
}

#[test]
fn a_long_record_is_opened_scrolled_and_written_to() {
    let document = record(Size::PAGES);
    let start = Instant::now();
    let mut screen = Screen::with("long", &document);
    let opened = start.elapsed();
    let top = screen.picture();
    let start = Instant::now();
    screen.step();
    let frame = start.elapsed();
    let start = Instant::now();
    screen.picture();
    println!(
        "3,300 blocks, dev profile: saved, opened and at rest {opened:?}, a frame {frame:?}, its picture {:?}",
        start.elapsed()
    );
    screen.wheel(3_000.0);
    assert_ne!(top, screen.picture(), "the wheel scrolls");
    screen.click_at(pos2(SIZE.0 / 2.0, 120.0));
    let (paragraph, _) = screen.caret();
    assert!(paragraph > 5, "the caret is where the view was: {paragraph}");
    screen.press_with(CTRL, Key::End);
    let last = document.blocks().len();
    assert_eq!(screen.caret().0, last);
    screen.type_words("خاتمة");
    assert!(screen.words()[last - 1].ends_with("خاتمة"));
    screen.press_with(CTRL, Key::Home);
    assert_eq!(screen.caret(), (0, 0));
    assert!(screen.has_words("الترويسة"), "the view follows the caret back to the header");
}
