//! Lines that reach both edges: what widens, by how much at most, and where lines break.

use mahdar::text::{Align, Base, Engine, Family, Layout, Paragraph, Style, Weight};

use crate::text_caret::{INVENTED, seeds};

const SIZE: f32 = 18.0;
/// What a space grows by at most.
const MOST: f32 = 0.75 * SIZE;

fn paragraph(text: &str) -> Paragraph<'_> {
    let style = Style { family: Family::Naskh, weight: Weight::Regular, size: SIZE, line_height: 32.0 };
    Paragraph { text, base: Base::Rtl, language: "ar-MA", style, spans: &[], keep: &[], isolates: &[] }
}

/// By how much each space of each line but the last was widened.
fn widened(layout: &Layout) -> Vec<Vec<f32>> {
    let lines = layout.lines();
    let space = |line: usize| {
        let glyphs: Vec<_> = layout.glyphs_of(line..line + 1).collect();
        let written = layout.text()[lines[line].range.clone()].trim_end_matches(' ').len();
        let end = lines[line].range.start + written;
        let blanks = glyphs.iter().filter(|glyph| {
            glyph.range.end <= end && matches!(&layout.text()[glyph.range.clone()], " " | "\u{a0}")
        });
        let wide = |glyph: &mahdar::text::Glyph| {
            let rects = layout.rects(glyph.range.clone());
            rects.iter().map(|rect| rect.right - rect.left).sum::<f32>() - glyph.advance
        };
        blanks.map(wide).collect()
    };
    (0..lines.len() - 1).map(space).collect()
}

#[test]
fn every_space_of_a_line_widens_alike_no_break_spaces_too() {
    let text = "صادق المجلس على\u{a0}التوصية رقم\u{a0}12 المتعلقة بتدبير الفرشة المائية وأحالها على اللجنة الدائمة قصد التتبع ";
    let layout = Engine::new().layout(&paragraph(&text.repeat(4)), Some(400.0), Align::Justify);
    let lines = widened(&layout);
    assert!(lines.len() > 5);
    for line in &lines {
        assert!(line.len() > 2 && line.iter().all(|wide| (wide - line[0]).abs() < 0.02), "{line:?}");
        assert!(line[0] >= 0.0 && line[0] <= MOST, "{line:?}");
    }
    let no_break = layout.text().matches('\u{a0}').count();
    assert_eq!(no_break, 8, "they were among them");
}

#[test]
fn a_line_whose_spaces_would_be_too_wide_stays_at_the_start() {
    let long = "والمستشفياتالجامعيةالكبرىوالإقليمية";
    let mut engine = Engine::new();
    let width = engine.layout(&paragraph(long), None, Align::Start).width() + 2.0;
    let text = format!("ثم في {long} ثم في {long} ثم");
    for align in [Align::Justify, Align::Even] {
        let layout = engine.layout(&paragraph(&text), Some(width), align);
        let lines = layout.lines();
        assert_eq!(lines.len(), 5, "{align:?}");
        assert!(lines.iter().all(|line| (line.right - width).abs() < 0.05), "{align:?}");
        assert!(lines[0].left > 50.0 && lines[2].left > 50.0, "{align:?}");
        assert!(widened(&layout).concat().iter().all(|wide| wide.abs() < 0.02), "{align:?}");
    }
}

/// The sum of the squares of what the spaces of each line but the last grow by, or would.
fn uneven(layout: &Layout) -> f32 {
    let lines = layout.lines().iter().zip(widened(layout));
    let cost = |(line, spaces): (&mahdar::text::Line, Vec<f32>)| {
        #[expect(clippy::cast_precision_loss, reason = "a line holds few spaces")]
        let gaps = (spaces.len() as f32).max(0.5);
        let free = layout.width() - (line.right - line.left) + spaces.iter().sum::<f32>();
        let wider = free / gaps / SIZE;
        wider * wider + if wider * SIZE > MOST { 64.0 } else { 0.0 }
    };
    lines.map(cost).sum()
}

#[test]
fn breaking_over_the_whole_paragraph_is_never_less_even_than_line_by_line() {
    let mut engine = Engine::new();
    let (mut better, mut same, mut sums) = (0, 0, (0.0, 0.0));
    let seeds = seeds();
    for text in seeds.iter().map(String::as_str).chain(INVENTED) {
        for width in [260.0, 420.0, 592.0] {
            let greedy = engine.layout(&paragraph(text), Some(width), Align::Justify);
            let even = engine.layout(&paragraph(text), Some(width), Align::Even);
            let (before, after) = (uneven(&greedy), uneven(&even));
            assert!(after <= before + 0.01, "{width} {before} {after} {text}");
            assert!(even.lines().len() <= greedy.lines().len() + 1, "{text}");
            let changed = greedy.lines() != even.lines();
            better += usize::from(changed && after < before - 0.01);
            same += usize::from(!changed);
            sums = (sums.0 + before, sums.1 + after);
        }
    }
    println!("paragraphs made more even: {better}, left as they were: {same}; unevenness {sums:?}");
}

/// A line that cannot be filled is the affair of the lines beside it, not of the whole paragraph.
#[test]
fn around_a_long_word_the_lines_are_even_all_the_same() {
    let words =
        "صادق المجلس على التوصية المتعلقة بتدبير الفرشة المائية وأحالها على اللجنة الدائمة قصد التتبع ";
    let long = "والمستشفياتالجامعيةالكبرىوالإقليمية";
    let text = format!("{}{long} {}", words.repeat(2), words.repeat(2));
    let mut engine = Engine::new();
    let least = engine.layout(&paragraph(long), None, Align::Start).width() + 2.0;
    let (mut better, mut count) = (0, 0);
    for step in 0_u8..40 {
        let width = Some(least + f32::from(step));
        let greedy = engine.layout(&paragraph(&text), width, Align::Justify);
        let even = engine.layout(&paragraph(&text), width, Align::Even);
        let loose = |layout: &Layout| {
            let lines = layout.lines().iter().rev().skip(1);
            lines.filter(|line| line.right - line.left < layout.width() - 0.05).count()
        };
        if loose(&greedy) > 0 {
            count += 1;
            assert!(loose(&even) <= loose(&greedy), "{width:?}");
            assert!(uneven(&even) <= uneven(&greedy) + 0.01, "{width:?}");
            better += usize::from(uneven(&even) < uneven(&greedy) - 0.01);
        }
    }
    println!("columns with a line that cannot be filled: {count}, made more even: {better}");
    assert!(count > 10 && better > 5, "{better} of {count}");
}

#[test]
fn what_is_kept_together_is_so_however_lines_are_broken() {
    let text =
        "انعقد اجتماع المكتب يوم 14 نونبر 2026 بمقر الجهة ثم يوم 21 نونبر 2026 بمقر الإقليم وحضره الأعضاء";
    let dates: Vec<_> = text.match_indices("نونبر").map(|(at, _)| at - 3..at + "نونبر 2026".len()).collect();
    let mut engine = Engine::new();
    for align in [Align::Justify, Align::Even] {
        for width in (160..500).step_by(13) {
            let kept = Paragraph { keep: &dates, ..paragraph(text) };
            #[expect(clippy::cast_precision_loss, reason = "a small number")]
            let layout = engine.layout(&kept, Some(width as f32), align);
            for date in &dates {
                let inside =
                    |line: &mahdar::text::Line| date.start < line.range.start && line.range.start < date.end;
                assert!(!layout.lines().iter().any(inside), "{align:?} {width}");
            }
        }
    }
}

/// The words of each line.
fn said(layout: &Layout) -> Vec<&str> {
    layout.lines().iter().map(|line| layout.text()[line.range.clone()].trim()).collect()
}

#[test]
fn a_title_has_no_word_alone_in_its_last_line() {
    let text = "الأمين الإقليمي يترأس اجتماعا تنظيميا موسعا لأعضاء الأمانة المحلية";
    let mut engine = Engine::new();
    let whole = engine.layout(&paragraph(text), None, Align::Start).width();
    let (mut lonely, mut count) = (0, 0);
    for step in 1_u8..60 {
        let width = whole * (0.3 + f32::from(step) * 0.01);
        let greedy = engine.layout(&paragraph(text), Some(width), Align::Center);
        let balanced = engine.layout(&paragraph(text), Some(width), Align::Balance);
        assert_eq!(balanced.lines().len(), greedy.lines().len(), "no line more for it");
        lonely += usize::from(!said(&greedy).last().unwrap().contains(' '));
        count += usize::from(!said(&balanced).last().unwrap().contains(' '));
        for line in balanced.lines() {
            assert!((line.left + line.right - width).abs() < 0.05, "each line stands in the middle");
        }
    }
    assert!(lonely > 8 && count == 0, "{count} of {lonely} still alone");
}

#[test]
fn balancing_tears_nothing_that_stays_together() {
    let text = "لقاء تواصلي يوم 14 نونبر 2026 حول الماء";
    let date = text.find("14").unwrap()..text.find(" حول").unwrap();
    let kept = Paragraph { keep: std::slice::from_ref(&date), ..paragraph(text) };
    let mut engine = Engine::new();
    let whole = engine.layout(&kept, None, Align::Start).width();
    for step in 0_u8..50 {
        let layout = engine.layout(&kept, Some(whole * (0.5 + f32::from(step) * 0.01)), Align::Balance);
        let inside = |line: &mahdar::text::Line| date.start < line.range.start && line.range.start < date.end;
        assert!(!layout.lines().iter().any(inside), "{:?}", said(&layout));
    }
}

#[test]
fn a_part_begins_its_own_line_and_only_there() {
    let text = "رئيسة الاجتماع  السيدة رقية الصفصافي";
    let at = text.find("السيدة").unwrap();
    let mut layout = Engine::new().layout(&paragraph(text), Some(600.0), Align::Center);
    assert_eq!(layout.lines().len(), 1);
    layout.part_at(at, Align::Center);
    assert_eq!(said(&layout), ["رئيسة الاجتماع", "السيدة رقية الصفصافي"]);
    layout.rewrap(Some(90.0), Align::Center);
    assert!(layout.lines().iter().any(|line| line.range.start == at), "{:?}", said(&layout));
    assert!(layout.lines().len() > 2, "narrow parts break where they must");
    layout.part_at(0, Align::Center);
    layout.part_at(text.len(), Align::Center);
    assert!(layout.lines().iter().all(|line| !line.range.is_empty()), "nothing begins at either end");
}
