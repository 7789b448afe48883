//! The bitmaps of letters: never drawn wrong, never more than a few pages, never drawn anew where nothing changed.

use std::cell::Cell;
use std::rc::Rc;

use eframe::egui::{Align2, pos2};
use image::{Rgba, RgbaImage};
use mahdar::text::{Align, Base, Family, Paragraph, Style, Weight};
use mahdar::ui::glyphs::{Inks, PAGES};
use mahdar::ui::theme::{Face, Mode};

use crate::easel::Easel;

const WORDS: &str = "لخّصت المقررة أشغال الدورة: 12 توصية، 3 ملتمسات وبيان ختامي (PDF 1.7) في أفق 2027";

/// Lines of every size from here on, a little apart, each beginning at another part of a pixel.
fn lines(family: Family, first: f32) -> impl Fn(&mut eframe::egui::Ui, &mut mahdar::ui::pen::Pen) {
    move |ui, pen| {
        for (row, weight) in (0_u8..).zip([Weight::Regular, Weight::Strong, Weight::Regular]) {
            let size = first + f32::from(row) * 0.37;
            let style = Style { family, weight, size, line_height: 60.0 };
            let paragraph = Paragraph {
                text: WORDS,
                base: Base::Rtl,
                language: "ar-MA",
                style,
                spans: &[],
                keep: &[],
                isolates: &[],
            };
            let layout = pen.engine.layout(&paragraph, Some(1200.0 + first), Align::Start);
            let inks = Inks::plain(pen.theme.ink);
            let at = pos2(0.0, 20.0 + f32::from(row) * 60.0);
            pen.atlas.paint(ui.painter(), &mut pen.engine, &layout, at, &inks, None);
        }
    }
}

/// The same letters. Where two overlap and lie in different pages, they are mixed in another order, which may round
/// a pixel the other way.
#[track_caller]
fn assert_same(kept: &RgbaImage, fresh: &RgbaImage, step: u16) {
    let apart = |(one, other): (&Rgba<u8>, &Rgba<u8>)| {
        one.0.iter().zip(other.0).any(|(one, other)| one.abs_diff(other) > 1)
    };
    let wrong = kept.pixels().zip(fresh.pixels()).filter(|pair| apart(*pair)).count();
    assert_eq!(wrong, 0, "pixels at step {step} that a new atlas draws otherwise");
}

#[test]
fn thousands_of_bitmaps_stay_in_a_few_pages_and_none_is_stale() {
    let turn = Rc::new(Cell::new(0_u16));
    let at = Rc::clone(&turn);
    let of = |turn: u16| {
        let family = [Family::Ui, Family::Naskh, Family::Amiri][usize::from(turn % 3)];
        lines(family, 11.0 + f32::from(turn) * 0.21)
    };
    let mut easel = Easel::new(Mode::Light, (1366.0, 220.0), 1.0, move |ui, pen| of(at.get())(ui, pen));
    let (mut most, mut seen) = (0, 0);
    for step in 0..220 {
        turn.set(step);
        // The theme changes on the way too.
        easel.turn(if step / 40 % 2 == 0 { Mode::Light } else { Mode::Dark });
        most = most.max(easel.pen(|pen| pen.atlas.pages()));
        seen = seen.max(easel.pen(|pen| pen.atlas.bitmaps()));
        if step % 20 == 19 {
            let mode = if step / 40 % 2 == 0 { Mode::Light } else { Mode::Dark };
            let mut fresh = Easel::new(mode, (1366.0, 220.0), 1.0, move |ui, pen| of(step)(ui, pen));
            assert_same(&easel.picture(), &fresh.picture(), step);
        }
    }
    println!("atlas: at most {most} pages and {seen} bitmaps at a time");
    assert_eq!(most, PAGES, "all pages were needed, and no more");
    // Back to the first: what was emptied is drawn again, rightly.
    turn.set(0);
    easel.turn(Mode::Light);
    let mut fresh = Easel::new(Mode::Light, (1366.0, 220.0), 1.0, move |ui, pen| of(0)(ui, pen));
    assert_same(&easel.picture(), &fresh.picture(), 0);
}

#[test]
fn a_frame_that_shows_more_than_the_pages_hold_is_right_and_the_next_ones_are_small_again() {
    let crowded = Rc::new(Cell::new(true));
    let now = Rc::clone(&crowded);
    let draw = move |ui: &mut eframe::egui::Ui, pen: &mut mahdar::ui::pen::Pen| {
        if !now.get() {
            return lines(Family::Naskh, 18.0)(ui, pen);
        }
        for row in 0..26_u8 {
            let size = 120.0 + f32::from(row);
            let style = Style { family: Family::Amiri, weight: Weight::Regular, size, line_height: 40.0 };
            let text = "أبجد هوز حطي كلمن سعفص قرشت ثخذ ضظغ";
            let paragraph = Paragraph {
                text,
                base: Base::Rtl,
                language: "ar-MA",
                style,
                spans: &[],
                keep: &[],
                isolates: &[],
            };
            let layout = pen.engine.layout(&paragraph, None, Align::Start);
            let inks = Inks::plain(pen.theme.ink);
            let at = pos2(0.0, f32::from(row) * 26.0);
            pen.atlas.paint(ui.painter(), &mut pen.engine, &layout, at, &inks, None);
        }
    };
    let mut easel = Easel::new(Mode::Light, (1366.0, 690.0), 1.0, draw);
    assert!(easel.pen(|pen| pen.atlas.pages()) > PAGES, "the frame shows that much");
    let first = easel.picture();
    easel.step();
    assert_same(&easel.picture(), &first, 0);
    crowded.set(false);
    easel.step();
    easel.step();
    assert_eq!(easel.pen(|pen| pen.atlas.pages()), PAGES);
    let small = lines(Family::Naskh, 18.0);
    let mut fresh = Easel::new(Mode::Light, (1366.0, 690.0), 1.0, small);
    assert_same(&easel.picture(), &fresh.picture(), 0);
}

#[test]
fn nothing_is_drawn_anew_in_a_frame_in_which_nothing_changed() {
    let row = Rc::new(Cell::new(0_u8));
    let moved = Rc::clone(&row);
    let mut easel = Easel::new(Mode::Light, (600.0, 400.0), 1.0, move |ui, pen| {
        for at in 0..10_u8 {
            // The same words at several places and in two colours, as labels of a form are.
            let words = pen.line(ui.ctx(), "اختياري", Face::Caption);
            let y = 20.0 + f32::from(at) * 30.0 + if at == 4 { f32::from(moved.get()) } else { 0.0 };
            let colour = if at % 2 == 0 { pen.theme.ink2 } else { pen.theme.ink3 };
            pen.draw(ui.painter(), &words, pos2(500.0, y), Align2::RIGHT_CENTER, colour);
        }
    });
    let drawings = |easel: &mut Easel| easel.pen(|pen| pen.atlas.drawings());
    let before = drawings(&mut easel);
    for _ in 0..5 {
        easel.step();
    }
    assert_eq!(drawings(&mut easel), before);
    row.set(3);
    easel.step();
    assert_eq!(drawings(&mut easel), before + 1, "what moved, and nothing else");
    easel.turn(Mode::Dark);
    assert_eq!(drawings(&mut easel), before + 11, "other colours: all of it");
    easel.turn(Mode::Light);
    let bitmaps = easel.pen(|pen| pen.atlas.bitmaps());
    easel.turn(Mode::Dark);
    assert_eq!(easel.pen(|pen| pen.atlas.bitmaps()), bitmaps, "letters of both themes are kept");
    easel.rescale(2.0);
    easel.rescale(1.0);
    let back = easel.pen(|pen| pen.atlas.bitmaps());
    easel.rescale(2.0);
    assert_eq!(easel.pen(|pen| pen.atlas.bitmaps()), back, "letters of both scales are kept");
}

#[test]
fn words_that_are_not_drawn_any_more_are_forgotten() {
    let turn = Rc::new(Cell::new(0_u32));
    let at = Rc::clone(&turn);
    let mut easel = Easel::new(Mode::Light, (600.0, 400.0), 1.0, move |ui, pen| {
        for row in 0..20 {
            let words = pen.line(ui.ctx(), &format!("{} كلمة", at.get() * 20 + row), Face::Dense);
            pen.draw(ui.painter(), &words, pos2(500.0, 20.0), Align2::RIGHT_CENTER, pen.theme.ink);
        }
    });
    let mut most = 0;
    for step in 1..200 {
        turn.set(step);
        easel.step();
        most = most.max(easel.pen(|pen| pen.kept()));
    }
    println!("words: at most {most} kept of 4,000");
    assert!(most <= 2048 + 40, "{most}");
}
