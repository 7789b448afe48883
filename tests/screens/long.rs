//! A record of 325 pages: what is laid out, and that the view holds still while what was never seen is measured.

use std::time::Instant;

use eframe::egui::{Key, Rect, pos2};
use mahdar::ui::chrome::{BAR, STATUS};
use mahdar::ui::pen::Pen;
use mahdar::ui::sheet::Sheet;
use mahdar::ui::theme::Theme;

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
