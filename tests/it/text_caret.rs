//! The caret in right-to-left paragraphs: every place, every step, every click, on every line.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::float_cmp,
    reason = "a test may stop where it fails, cuts its own texts, says what it counted, and compares what must be the same number"
)]

use std::ops::Range;

use mahdar::text::{
    Affinity, Align, Base, Caret, Direction, Engine, Family, Layout, Paragraph, Rect, Span, Stop, Style,
    Weight, word_at, word_left, word_right,
};
use unicode_segmentation::UnicodeSegmentation as _;

/// Paragraphs of our own, each with something that breaks a naive caret.
pub(crate) const INVENTED: [&str; 21] = [
    "",
    " ",
    "ب",
    "2017",
    "PDF",
    "القانون رقم 29.11 (الصيغة PDF 1.7) المنشور يوم 14 نونبر 2026.",
    "PDF ملف",
    "جاء في الفصل 12، الفقرة 3: «يُعرض الملف report-final.pdf على اللجنة»؛ ثم رُفعت الجلسة على الساعة 10:30.",
    "قُرِئَ المَحضَرُ وصُودِقَ عَلَيهِ بِالإجماعِ، ولا اعتراضَ لأحدٍ عليه",
    "لا إلا لأن الآلات لإنجاز الأعمال؟",
    "ⴰⵣⵓⵍ ومرحبا ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "Internationalization_without_any_break_inside_it_at_all",
    "الهاتف: \u{2066}+212 5 22 00 00 00\u{2069} أو البريد bureau@exemple.ma (خارج أوقات العمل)",
    "نسبة 25% من أصل 1.250.000,00 درهم، أي 312.500 درهم",
    "آخر السطر رقم 2027",
    "2027 أول السطر",
    "كلمة    بينها   فراغات    ",
    "می\u{200c}خواهم e\u{301}te\u{301} ـــ \u{200f}123\u{200e} abc \u{202b}دخل abc خرج\u{202c} xyz",
    "n \u{650}\u{fffd} ب \u{64e}",
    "\u{601} a سنة \u{601}2026",
    "aلا\u{202b}«é]\u{202b}\u{200e}fi٧\u{200e}\u{202c}\u{200e}\u{202c}\u{200d}\u{200c}\u{64e}\u{200e})-",
];

/// The seed paragraphs, or nothing but a remark where they are absent.
pub(crate) fn seeds() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    files.sort();
    if files.is_empty() {
        println!("skipped: no seeds");
    }
    files
        .iter()
        .flat_map(|path| {
            let text = std::fs::read_to_string(path).expect("a seed is readable");
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|line| !line.trim().is_empty())
        .collect()
}

fn paragraph(text: &str, family: Family, base: Base) -> Paragraph<'_> {
    Paragraph {
        text,
        base,
        language: "ar-MA",
        style: Style { family, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
        spans: &[],
        keep: &[],
        isolates: &[],
    }
}

fn boundaries(text: &str) -> Vec<usize> {
    let starts = text.grapheme_indices(true).map(|(start, _)| start);
    starts.chain([text.len()]).collect()
}

fn close(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.05
}

fn at(offset: usize, affinity: Affinity) -> Caret {
    Caret { offset, affinity }
}

fn middle(layout: &Layout, line: usize) -> f32 {
    let line = &layout.lines()[line];
    f32::midpoint(line.top, line.bottom)
}

/// Holds every property of one layout and returns how many carets were looked at. What is hit lies no further than
/// `slack` from where it was meant: 0 here, a rounding where the fuzzer makes up the letters.
pub(crate) fn check(layout: &Layout, context: &str, slack: f32) -> usize {
    let text = layout.text();
    let bounds = boundaries(text);
    let mut carets = 0;
    let mut next = 0;
    for (index, line) in layout.lines().iter().enumerate() {
        assert_eq!(line.range.start, next, "lines follow each other: {context}");
        next = line.range.end;
        carets += check_stops(layout, index, &bounds, context, slack);
        let y = middle(layout, index);
        let stops = layout.stops(index);
        let (first, last) = (stops[0], stops[stops.len() - 1]);
        let edges = if layout.is_rtl() { (last, first) } else { (first, last) };
        let written = layout.line_end(edges.0.caret());
        for (x, stop) in [(-1e6, first), (1e6, last)] {
            let hit = layout.caret(layout.hit(x, y));
            let meant = if stop == edges.1 { layout.caret(written).x } else { stop.x };
            let there = hit.line == index && (hit.x - meant).abs() <= slack;
            assert!(there, "far click: {stop:?} {hit:?} {context}");
        }
        let hangs = &text[written.offset..line.range.end];
        let at_end = written == edges.1.caret();
        assert!(at_end || !hangs.is_empty() && hangs.trim().is_empty(), "End is behind the words: {context}");
        assert!(at_end || index + 1 < layout.lines().len(), "at the end of the last line: {context}");
        assert_eq!(layout.caret(written).line, index, "End stays on its line: {context}");
        let near = [index.wrapping_sub(1), index + 1].map(|line| layout.stops(line));
        for stop in &stops {
            let (home, end) = (layout.line_start(stop.caret()), layout.line_end(stop.caret()));
            assert_eq!(home, edges.0.caret(), "Home: {context}");
            assert_eq!((home.offset, end), (line.range.start, written), "End: {context}");
            check_vertical(layout, index, stop, &near, context);
        }
    }
    assert_eq!(next, text.len(), "lines cover the text: {context}");
    let (above, below) = (layout.hit(0.0, -1e6), layout.hit(0.0, 1e6));
    assert_eq!(layout.caret(above).line, 0, "click above: {context}");
    assert_eq!(layout.caret(below).line, layout.lines().len() - 1, "click below: {context}");
    carets += check_both_sides(layout, &bounds, context);
    check_walk(layout, &bounds, context);
    check_selection(layout, &bounds, context);
    carets
}

fn check_stops(layout: &Layout, index: usize, bounds: &[usize], context: &str, slack: f32) -> usize {
    let line = &layout.lines()[index];
    let stops = layout.stops(index);
    let inside = |b: &&usize| line.range.start <= **b && **b <= line.range.end;
    let expected: Vec<usize> = bounds.iter().filter(inside).copied().collect();
    let mut found: Vec<usize> = stops.iter().map(|stop| stop.offset).collect();
    found.sort_unstable();
    assert_eq!(found, expected, "each boundary is one stop: {context}");
    for pair in stops.windows(2) {
        assert!(pair[0].x <= pair[1].x, "stops run left to right: {context}");
    }
    // Where directions meet, the offset on the other side of the gap is as good.
    let meeting = expected
        .iter()
        .flat_map(|&offset| [at(offset, Affinity::Upstream), at(offset, Affinity::Downstream)])
        .any(|side| layout.caret(side).direction != stops[0].direction);
    let end = if layout.is_rtl() { stops[0] } else { stops[stops.len() - 1] };
    for stop in &stops {
        let drawn = layout.caret(stop.caret());
        assert_eq!((drawn.line, drawn.x), (index, stop.x), "caret at its stop: {context}");
        assert_eq!((drawn.top, drawn.bottom), (line.top, line.bottom));
        assert_eq!(drawn.direction, stop.direction, "direction at {stop:?}: {context}");
        let hit = layout.hit(stop.x, middle(layout, index));
        let again = layout.caret(hit);
        if close(stop.x, end.x) && hit == layout.line_end(stop.caret()) {
            // Behind the blanks that hang at a break is before them.
            continue;
        }
        let there = again.line == index && (again.x - stop.x).abs() <= slack;
        assert!(there, "click on {stop:?} gives {again:?}: {context}");
        let alone = || stops.iter().filter(|other| close(other.x, stop.x)).count() == 1;
        assert!(
            hit.offset == stop.offset || meeting || !alone(),
            "click on {stop:?} gives {hit:?}: {context}"
        );
    }
    stops.len()
}

/// Every boundary, clung to from before and from after, is drawn on the line that holds that side.
fn check_both_sides(layout: &Layout, bounds: &[usize], context: &str) -> usize {
    let last = layout.lines().len() - 1;
    let stops: Vec<Vec<Stop>> = (0..=last).map(|line| layout.stops(line)).collect();
    for &offset in bounds {
        for affinity in [Affinity::Upstream, Affinity::Downstream] {
            let drawn = layout.caret(at(offset, affinity));
            let Range { start, end } = layout.lines()[drawn.line].range;
            let right_line = match affinity {
                Affinity::Upstream => start < offset && offset <= end || offset == 0 && drawn.line == 0,
                Affinity::Downstream => {
                    start <= offset && offset < end || offset == end && drawn.line == last
                }
            };
            assert!(right_line, "{offset} {affinity:?} on line {}: {context}", drawn.line);
            assert!(
                stops[drawn.line].iter().any(|stop| stop.x == drawn.x),
                "drawn off every stop: {context}"
            );
        }
    }
    bounds.len() * 2
}

fn check_vertical(layout: &Layout, index: usize, stop: &Stop, near: &[Vec<Stop>; 2], context: &str) {
    let down = layout.down(stop.caret(), stop.x);
    let up = layout.up(stop.caret(), stop.x);
    assert_eq!(down.is_none(), index + 1 == layout.lines().len(), "down: {context}");
    assert_eq!(up.is_none(), index == 0, "up: {context}");
    let below = (down, index + 1, &near[1]);
    let above = (up, index.wrapping_sub(1), &near[0]);
    for (caret, line, stops) in [below, above] {
        let Some(caret) = caret else { continue };
        let drawn = layout.caret(caret);
        assert_eq!(drawn.line, line, "up or down by one line: {context}");
        let nearest = stops.iter().map(|other| (other.x - stop.x).abs()).fold(f32::MAX, f32::min);
        let is_nearest = close((drawn.x - stop.x).abs(), nearest) || caret == layout.line_end(caret);
        assert!(is_nearest, "nearest below or above: {context}");
    }
}

/// From the start forwards, and back again: each boundary once, in order on each line, and an end.
fn check_walk(layout: &Layout, bounds: &[usize], context: &str) {
    let forward = |caret| {
        if layout.is_rtl() { layout.left(caret) } else { layout.right(caret) }
    };
    let backward = |caret| {
        if layout.is_rtl() { layout.right(caret) } else { layout.left(caret) }
    };
    let mut walk = vec![layout.line_start(at(0, Affinity::Upstream))];
    while let Some(caret) = forward(walk[walk.len() - 1]) {
        walk.push(caret);
        assert!(walk.len() <= bounds.len(), "the walk ends: {context}");
    }
    let mut visited: Vec<usize> = walk.iter().map(|caret| caret.offset).collect();
    visited.sort_unstable();
    assert_eq!(visited, bounds, "the walk visits every boundary once: {context}");
    for pair in walk.windows(2) {
        let (from, to) = (layout.caret(pair[0]), layout.caret(pair[1]));
        let onward = if layout.is_rtl() { to.x <= from.x } else { to.x >= from.x };
        let below = to.line == from.line + 1;
        assert!(below || to.line == from.line && onward, "a step goes on: {context}");
        assert_eq!(backward(pair[1]), Some(pair[0]), "a step back undoes it: {context}");
    }
    assert_eq!(backward(walk[0]), None, "nothing before the start: {context}");
}

fn check_selection(layout: &Layout, bounds: &[usize], context: &str) {
    let all: Vec<Rect> = layout.rects(0..layout.text().len());
    let tops: Vec<f32> = all.iter().map(|rect| rect.top).collect();
    let mut once = tops.clone();
    once.dedup();
    assert_eq!(tops, once, "a whole line is one rectangle: {context}");
    for rect in &all {
        let line = layout.lines().iter().position(|line| line.top == rect.top);
        let stops = layout.stops(line.expect("a rectangle lies on a line"));
        let edges = (stops[0].x, stops[stops.len() - 1].x);
        assert!(close(rect.left, edges.0) && close(rect.right, edges.1), "its edges: {context}");
    }
    for pair in bounds.windows(2) {
        let rects = layout.rects(pair[0]..pair[1]);
        assert!(rects.len() <= 1, "one grapheme, one rectangle: {context}");
        let leading = layout.caret(at(pair[0], Affinity::Downstream));
        let trailing = layout.caret(at(pair[1], Affinity::Upstream));
        let line = &layout.lines()[leading.line];
        let at_edge = pair[0] == line.range.start || pair[1] == line.range.end;
        for rect in rects {
            assert_eq!(rect.top, line.top, "on the line of its grapheme: {context}");
            let carets = (leading.x.min(trailing.x), leading.x.max(trailing.x));
            assert!(
                at_edge || close(rect.left, carets.0) && close(rect.right, carets.1),
                "between its carets: {context}"
            );
        }
    }
}

/// Nothing written crosses an edge, and justified lines reach both where no space grows by more than ¾ em of 18.
fn check_edges(layout: &Layout, width: f32, align: Align, context: &str) {
    let last = layout.lines().len() - 1;
    for (index, line) in layout.lines().iter().enumerate() {
        assert!(line.left > -0.05 && line.right < width + 0.05, "within the edges: {context}");
        let words =
            layout.text()[line.range.clone()].trim_end_matches(|c: char| c.is_whitespace() && c != '\u{a0}');
        let gaps = words.matches([' ', '\u{a0}']).count();
        let both = align != Align::Start && index < last && gaps > 0;
        #[expect(clippy::cast_precision_loss, reason = "a line holds few spaces")]
        if both && (width - (line.right - line.left)) / (gaps as f32) < 0.75 * 18.0 {
            assert!(close(line.left, 0.0) && close(line.right, width), "justified: {line:?} {context}");
        } else if layout.is_rtl() {
            assert!(close(line.right, width), "starts at the right: {context}");
        } else {
            assert!(close(line.left, 0.0), "starts at the left: {context}");
        }
    }
}

#[test]
fn the_caret_is_right_on_every_line_of_every_paragraph() {
    let mut engine = Engine::new();
    let mut count = 0;
    let seeds = seeds();
    for text in seeds.iter().map(String::as_str).chain(INVENTED) {
        for family in [Family::Naskh, Family::Amiri] {
            let paragraph = paragraph(text, family, Base::Rtl);
            let mut layout = engine.layout(&paragraph, None, Align::Start);
            count += check(&layout, &format!("{family:?} in one line: {text}"), 0.0);
            for width in [180.0, 420.0, 592.0] {
                for align in [Align::Start, Align::Justify, Align::Even] {
                    let context = format!("{family:?} {width} {align:?}: {text}");
                    layout.rewrap(Some(width), align);
                    check_edges(&layout, width, align, &context);
                    count += check(&layout, &context, 0.0);
                }
            }
        }
    }
    println!("carets checked: {count}");
    assert!(count > 10_000, "{count}");
}

#[test]
fn the_caret_is_right_whatever_the_base_direction_and_however_narrow() {
    let mut engine = Engine::new();
    for text in INVENTED {
        for base in [Base::Rtl, Base::Ltr, Base::Auto] {
            for width in [12.0, 60.0, 133.0, 300.0] {
                for align in [Align::Start, Align::Justify, Align::Even, Align::Center] {
                    let paragraph = paragraph(text, Family::Ui, base);
                    let layout = engine.layout(&paragraph, Some(width), align);
                    check(&layout, &format!("{base:?} {width} {align:?}: {text}"), 0.0);
                }
            }
        }
    }
}

#[test]
fn re_wrapping_gives_what_laying_out_gives() {
    let mut engine = Engine::new();
    for text in INVENTED {
        let paragraph = paragraph(text, Family::Naskh, Base::Rtl);
        let mut layout = engine.layout(&paragraph, Some(90.0), Align::Justify);
        layout.rewrap(Some(250.0), Align::Start);
        let fresh = engine.layout(&paragraph, Some(250.0), Align::Start);
        assert_eq!(layout.lines(), fresh.lines());
        assert!(layout.glyphs().eq(fresh.glyphs()));
    }
}

#[test]
fn numbers_and_latin_keep_their_order_inside_arabic() {
    let shown = |text: &str| {
        let layout = Engine::new().layout(&paragraph(text, Family::Naskh, Base::Rtl), None, Align::Start);
        let mut boxes: Vec<(f32, String)> = boundaries(text)
            .windows(2)
            .map(|pair| {
                let left = layout.rects(pair[0]..pair[1])[0].left;
                (left, text[pair[0]..pair[1]].to_owned())
            })
            .collect();
        boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
        boxes.into_iter().map(|part| part.1).collect::<String>()
    };
    assert_eq!(shown("سنة 2017"), "2017 ةنس");
    assert_eq!(shown("PDF ملف"), "فلم PDF");
    assert_eq!(shown("2017"), "2017");
    assert_eq!(shown("رقم 29.11 (PDF 1.7)"), ")PDF 1.7( 29.11 مقر");
}

#[test]
fn joining_is_kept_across_the_edge_of_a_bold_span() {
    let text = "المحاضر";
    let mut engine = Engine::new();
    let plain = paragraph(text, Family::Naskh, Base::Rtl);
    let spans = [Span { range: 0.."المح".len(), weight: Some(Weight::Strong), family: None }];
    let ids = |layout: &Layout| -> Vec<u16> { layout.glyphs().map(|glyph| glyph.glyph).collect() };
    let without = engine.layout(&plain, None, Align::Start);
    let bold = Paragraph { spans: &spans, ..plain };
    let with = engine.layout(&bold, None, Align::Start);
    let faces: std::collections::BTreeSet<_> = with.glyphs().map(|glyph| glyph.font).collect();
    assert_eq!(faces.len(), 2, "the span has another face");
    // Both faces of the family number their glyphs alike, so equal joining shows as equal numbers.
    assert_eq!(ids(&with), ids(&without));
    let apart = engine.layout(&paragraph("المح", Family::Naskh, Base::Rtl), None, Align::Start);
    assert_ne!(ids(&apart), ids(&without)[..ids(&apart).len()], "alone, the last letter has its end form");
}

#[test]
fn the_caret_stands_in_the_middle_of_lam_alef() {
    for family in [Family::Naskh, Family::Amiri, Family::Ui] {
        let layout = Engine::new().layout(&paragraph("لا", family, Base::Rtl), None, Align::Start);
        let stops = layout.stops(0);
        let offsets: Vec<usize> = stops.iter().map(|stop| stop.offset).collect();
        assert_eq!(offsets, [4, 2, 0]);
        assert!(stops[0].x < stops[1].x && stops[1].x < stops[2].x);
        assert!(close(stops[0].x, 0.0) && close(stops[2].x, layout.width()));
    }
}

#[test]
fn a_number_in_arabic_has_two_carets_at_each_of_its_sides() {
    let text = "سنة 2017 تمت";
    let layout = Engine::new().layout(&paragraph(text, Family::Naskh, Base::Rtl), None, Align::Start);
    let (start, end) = ("سنة ".len(), "سنة 2017".len());
    let before = layout.caret(at(start, Affinity::Upstream));
    let inside = layout.caret(at(start, Affinity::Downstream));
    assert_eq!((before.direction, inside.direction), (Direction::Rtl, Direction::Ltr));
    assert!(before.x > inside.x, "after the blank on the right, before the digit on the left");
    assert_eq!(layout.caret(at(end, Affinity::Upstream)).x, before.x);
    assert_eq!(layout.caret(at(end, Affinity::Downstream)).x, inside.x);
}

#[test]
fn kept_words_are_not_parted_unless_they_fill_a_line() {
    let text = "انعقد الاجتماع بتاريخ 14 نونبر 2026 بالمقر";
    let date = text.find("14").expect("a date")..text.find(" بالمقر").expect("a place");
    let mut engine = Engine::new();
    let keep = [date.clone()];
    let kept = Paragraph { keep: &keep, ..paragraph(text, Family::Naskh, Base::Rtl) };
    let free = paragraph(text, Family::Naskh, Base::Rtl);
    let parted = |layout: &Layout| {
        layout.lines().iter().any(|line| date.start < line.range.end && line.range.end < date.end)
    };
    let date_width: f32 =
        engine.layout(&free, None, Align::Start).rects(date.clone()).iter().map(|r| r.right - r.left).sum();
    let mut helped = 0;
    for width in 40..400_u16 {
        let width = f32::from(width);
        let alone = parted(&engine.layout(&free, Some(width), Align::Start));
        let together = parted(&engine.layout(&kept, Some(width), Align::Start));
        assert!(!together || width < date_width + 0.5, "{width}");
        helped += usize::from(alone && !together);
    }
    assert!(helped > 10, "{helped}");
}

#[test]
fn line_ends_and_tabs_are_shown_as_spaces() {
    let mut engine = Engine::new();
    let given = paragraph("سطر\nأول\tثم\u{2028}ثان", Family::Naskh, Base::Rtl);
    let layout = engine.layout(&given, None, Align::Start);
    assert_eq!(layout.text(), "سطر أول ثم\u{2002}ثان");
    assert_eq!(layout.text().len(), given.text.len());
    assert_eq!(layout.lines().len(), 1);
}

/// Moves by a word from the bar in the text, and says where the bar then stands.
fn moving(marked: &str, by: fn(&str, usize, Base) -> usize, base: Base) -> String {
    let offset = marked.find('|').expect("a caret in the text");
    let text = marked.replace('|', "");
    let to = by(&text, offset, base);
    format!("{}|{}", &text[..to], &text[to..])
}

#[test]
fn left_goes_forward_by_a_word_in_arabic_and_skips_marks() {
    let left = |text| moving(text, word_left, Base::Rtl);
    let right = |text| moving(text, word_right, Base::Auto);
    assert_eq!(left("|اجتماع، اللجنة"), "اجتماع، |اللجنة");
    assert_eq!(left("اجتماع|، اللجنة"), "اجتماع، |اللجنة");
    assert_eq!(left("اجتماع، |اللجنة"), "اجتماع، اللجنة|");
    assert_eq!(left("|القانون 29.11 (PDF)"), "القانون |29.11 (PDF)");
    assert_eq!(left("القانون |29.11 (PDF)"), "القانون 29.11 (|PDF)");
    assert_eq!(left("«تمت».|"), "«تمت».|");
    assert_eq!(right("اجتماع، اللجنة|"), "اجتماع، |اللجنة");
    assert_eq!(right("اجتماع، |اللجنة"), "|اجتماع، اللجنة");
    assert_eq!(right("... اجتماع|"), "... |اجتماع");
    assert_eq!(moving("|one two", word_right, Base::Ltr), "one |two");
    assert_eq!(moving("one| two", word_right, Base::Ltr), "one |two");
    assert_eq!(moving("one| two", word_left, Base::Auto), "|one two");
}

#[test]
fn a_double_click_takes_the_word_or_the_blank_under_it() {
    let text = "اجتماع  اللجنة، 2026";
    let taken = |offset| &text[word_at(text, offset)];
    assert_eq!(taken(2), "اجتماع");
    assert_eq!(taken("اجتماع".len()), "اجتماع");
    assert_eq!(taken("اجتماع ".len()), "  ");
    assert_eq!(taken("اجتماع  ".len()), "اللجنة");
    assert_eq!(taken(text.len()), "2026");
    assert_eq!(word_at("", 0), 0..0);
}
