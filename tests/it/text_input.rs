//! Whatever is given to the text engine: it ends soon, it panics never, every place has a caret, and nothing is hidden.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test may stop where it fails, cuts its own texts, and says what it counted"
)]

use std::time::Duration;

use mahdar::check::{What, findings};
use mahdar::document::{Block, BlockId, Document, FieldPath, Id, Kind, RecordId, RichText, Step, Target};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::text::{
    Affinity, Align, Base, Caret, Engine, Family, FontId, GlyphKey, Layout, Paragraph, Span, Style, Weight,
    chain, is_written,
};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text_caret;

/// What a paragraph of a record may hold at most, in letters.
const MOST: usize = 250_000;
const MEGABYTE: usize = 1 << 20;

fn paragraph(text: &str, base: Base) -> Paragraph<'_> {
    Paragraph {
        text,
        base,
        language: "ar-MA",
        style: Style { family: Family::Naskh, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
        spans: &[],
        keep: &[],
        isolates: &[],
    }
}

/// What holds of any characters there are.
fn whole(layout: &Layout, context: &str) {
    let text = layout.text();
    assert!(layout.glyphs().all(|glyph| glyph.x.is_finite() && glyph.range.end <= text.len()), "{context}");
    let mut next = 0;
    for (index, line) in layout.lines().iter().enumerate() {
        assert_eq!(line.range.start, next, "lines follow each other: {context}");
        next = line.range.end;
        let y = f32::midpoint(line.top, line.bottom);
        for stop in layout.stops(index).iter().step_by(7) {
            let hit = layout.caret(layout.hit(stop.x, y));
            assert!(hit.line == index && hit.x.is_finite(), "{stop:?} {hit:?}: {context}");
        }
    }
    assert_eq!(next, text.len(), "lines cover the text: {context}");
    for (offset, _) in text.grapheme_indices(true).chain([(text.len(), "")]).step_by(5) {
        for affinity in [Affinity::Upstream, Affinity::Downstream] {
            let drawn = layout.caret(Caret { offset, affinity });
            assert!(drawn.x.is_finite() && drawn.line < layout.lines().len(), "{drawn:?}: {context}");
        }
    }
}

/// The time this thread has had on a processor: what runs beside it does not count.
fn busy() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// All that is done to a paragraph on the screen: laid out, wrapped otherwise, the caret put and moved, all selected.
fn work(engine: &mut Engine, text: &str) -> Duration {
    let start = busy();
    let mut layout = engine.layout(&paragraph(text, Base::Rtl), Some(592.0), Align::Justify);
    layout.rewrap(Some(300.0), Align::Start);
    let end = layout.line_end(Caret { offset: text.len(), affinity: Affinity::Upstream });
    let back = layout.right(end).or_else(|| layout.left(end));
    assert!(back.is_some() || text.is_empty());
    assert!(layout.caret(end).line < layout.lines().len());
    let rects = layout.rects(0..text.len());
    assert!(rects.iter().all(|rect| rect.left <= rect.right));
    busy().saturating_sub(start)
}

/// Four times as much takes about four times as long, and all of it ends within the bound.
fn grows_with_the_text(name: &str, unit: &str, bytes: usize, bound: Duration) {
    let mut engine = Engine::new();
    let text = unit.repeat(bytes / unit.len());
    let part = &text[..text.len() / unit.len() / 4 * unit.len()];
    let one = work(&mut engine, part).min(work(&mut engine, part));
    let all = work(&mut engine, &text);
    println!("{name}: {} bytes in {} ms, a quarter in {} ms", text.len(), all.as_millis(), one.as_millis());
    assert!(all < bound, "{name}: {all:?}");
    assert!(all < one * 8 + Duration::from_millis(50), "{name} grows faster than the text: {one:?}, {all:?}");
}

#[test]
fn a_megabyte_without_a_space_takes_a_time_that_grows_with_it() {
    for (name, unit) in
        [("joined letters", "بسم"), ("Latin letters", "abcdefgh"), ("a direction for each letter", "بa")]
    {
        grows_with_the_text(name, unit, MEGABYTE, Duration::from_secs(30));
    }
}

#[test]
fn a_paragraph_of_the_largest_size_is_laid_out_in_time() {
    grows_with_the_text("words", "محضر الاجتماع ", MOST * 2, Duration::from_secs(10));
}

#[test]
fn nothing_of_a_hostile_paragraph_takes_a_time_that_grows_with_it() {
    for (name, unit) in [
        ("lam-alef", "لا"),
        ("digits", "0123456789"),
        ("spaces", " "),
        ("hyphens", "-"),
        ("marks on marks", "ب\u{64e}\u{651}\u{64b}\u{650}\u{652}"),
        ("numbers and words", "رقم 12 ثم 7-8 "),
        ("signs of numbers", "\u{601} a "),
        ("brackets", "(["),
        ("joiners", "\u{200d}\u{200c}"),
        ("opened isolates", "\u{2067}"),
        ("opened embeddings", "\u{202b}ب"),
        ("closed before they are opened", "\u{2069}\u{202c}"),
        ("emoji of four", "👨\u{200d}👩\u{200d}👧\u{200d}👦"),
        ("flags", "🇲🇦"),
        ("letters no face has", "漢字"),
        ("Hangul in parts", "\u{1100}\u{1161}\u{11a8}"),
    ] {
        let bytes = 60_000 * unit.len() / unit.chars().count();
        grows_with_the_text(name, unit, bytes, Duration::from_secs(5));
    }
}

#[test]
fn ten_thousand_marks_on_one_letter_are_one_grapheme_in_a_moment() {
    let mut engine = Engine::new();
    for mark in ["\u{64e}", "\u{651}\u{64e}", "\u{301}", "\u{670}\u{655}\u{654}"] {
        let text = format!("ب{} ج", mark.repeat(10_000 / mark.chars().count()));
        let start = busy();
        let layout = engine.layout(&paragraph(&text, Base::Rtl), Some(200.0), Align::Justify);
        text_caret::check(&layout, "ten thousand marks", 0.0);
        let took = busy().saturating_sub(start);
        println!("10,000 of {}: {} ms", mark.escape_unicode(), took.as_millis());
        assert_eq!(layout.stops(0).len(), text.graphemes(true).count() + 1);
        assert!(took < Duration::from_secs(5), "{took:?}");
    }
}

/// As many bold stretches, kept ranges and isolates as there are letters.
#[test]
fn a_span_for_each_letter_costs_no_more_than_the_letters() {
    let mut engine = Engine::new();
    let mut time = |letters: usize| {
        let text = "ب ".repeat(letters / 2);
        let ranges: Vec<_> = (0..text.len() / 6).map(|n| n * 6..n * 6 + 3).collect();
        let strong = |range: &std::ops::Range<usize>| Span {
            range: range.clone(),
            weight: Some(Weight::Strong),
            family: None,
        };
        let spans: Vec<Span> = ranges.iter().map(strong).collect();
        let full =
            Paragraph { spans: &spans, keep: &ranges, isolates: &ranges, ..paragraph(&text, Base::Rtl) };
        let start = busy();
        let layout = engine.layout(&full, Some(592.0), Align::Start);
        assert!(layout.lines().len() > 1);
        busy().saturating_sub(start)
    };
    let (part, all) = (time(MOST / 4).min(time(MOST / 4)), time(MOST));
    println!(
        "{MOST} letters, a span for every second: {} ms, a quarter {} ms",
        all.as_millis(),
        part.as_millis()
    );
    assert!(all < part * 8 + Duration::from_millis(50), "{part:?} {all:?}");
    assert!(all < Duration::from_secs(20), "{all:?}");
}

#[test]
fn every_character_there_is_can_be_laid_out() {
    let mut engine = Engine::new();
    let planes = (0..0x2_0000_u32).chain(0xe_0000..0xe_0200).chain(0x10_ff00..=0x10_ffff);
    let all: Vec<char> = planes.filter_map(char::from_u32).collect();
    for part in all.chunks(512) {
        let text: String = part.iter().collect();
        let context = format!("from U+{:04X}", u32::from(part[0]));
        let mut layout = engine.layout(&paragraph(&text, Base::Auto), None, Align::Start);
        whole(&layout, &context);
        layout.rewrap(Some(150.0), Align::Justify);
        whole(&layout, &context);
    }
    println!("characters laid out: {}", all.len());
}

#[test]
fn controls_and_what_is_opened_and_never_closed_have_carets() {
    let mut engine = Engine::new();
    let controls: String = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32).collect();
    let formats =
        "\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2060}\u{206a}\u{206f}\u{feff}\u{fff9}\u{fffb}";
    let deep = |open: &str, close: &str| format!("ا{}ب12a{}ت", open.repeat(300), close.repeat(150));
    let texts = [
        controls.clone(),
        format!("ب{controls}ت"),
        formats.to_owned(),
        format!("a{formats}ب"),
        deep("\u{2067}", ""),
        deep("\u{2066}", "\u{2069}"),
        deep("\u{2068}", "\u{2069}"),
        deep("\u{202a}", "\u{202c}"),
        deep("\u{202b}", "\u{2069}"),
        deep("\u{202d}", "\u{202c}"),
        deep("\u{202e}", ""),
        deep("\u{2067}\u{202b}", "\u{202c}\u{2069}"),
        deep("\u{2066}\u{202e}(", ")\u{2069}"),
        "\u{2069}\u{2069}ا\u{202c}ب".to_owned(),
    ];
    for text in &texts {
        for base in [Base::Rtl, Base::Ltr, Base::Auto] {
            for (width, align) in
                [(None, Align::Start), (Some(40.0), Align::Justify), (Some(200.0), Align::Center)]
            {
                let layout = engine.layout(&paragraph(text, base), width, align);
                whole(&layout, &format!("{base:?} {width:?} {text:?}"));
            }
        }
    }
}

const FAMILIES: [Family; 3] = [Family::Ui, Family::Naskh, Family::Amiri];

#[test]
fn an_emoji_of_several_is_one_place_and_one_box_or_more() {
    let mut engine = Engine::new();
    let text = "قبل 👨\u{200d}👩\u{200d}👧 بعد 🇲🇦 ☺\u{fe0f} 👍🏽";
    for family in FAMILIES {
        let style = Style { family, ..paragraph(text, Base::Rtl).style };
        let layout =
            engine.layout(&Paragraph { style, ..paragraph(text, Base::Rtl) }, Some(120.0), Align::Start);
        text_caret::check(&layout, &format!("{family:?}"), 0.0);
    }
}

/// In whatever family it is written, there is ink where the letter would be, and room for it.
#[test]
fn a_letter_no_face_has_is_a_box_that_is_seen() {
    let mut engine = Engine::new();
    for family in FAMILIES {
        for weight in [Weight::Regular, Weight::Strong] {
            for letter in ["漢", "😀", "\u{e000}", "ß\u{1ab0}", "\u{378}"] {
                let text = format!("ب {letter} ت");
                let style = Style { family, weight, size: 18.0, line_height: 32.0 };
                let layout =
                    engine.layout(&Paragraph { style, ..paragraph(&text, Base::Rtl) }, None, Align::Start);
                let start = "ب ".len();
                let glyphs: Vec<_> =
                    layout.glyphs().filter(|glyph| glyph.range.start == start && glyph.glyph == 0).collect();
                assert_eq!(glyphs.len(), 1, "{family:?} {weight:?} {letter}");
                let (key, _) = GlyphKey::snap(glyphs[0].font, 0, 18.0, 0.0);
                let drawn = engine
                    .raster(key)
                    .unwrap_or_else(|| panic!("a box without ink: {family:?} {weight:?} {letter}"));
                assert!(drawn.width >= 4 && drawn.height >= 8, "{} × {}", drawn.width, drawn.height);
                assert!(glyphs[0].advance >= 5.0 && drawn.coverage.iter().any(|&ink| ink > 128));
            }
        }
    }
}

#[test]
fn every_chain_has_every_letter_that_any_has() {
    let chains: Vec<_> =
        FAMILIES.iter().flat_map(|f| [Weight::Regular, Weight::Strong].map(|w| chain(*f, w))).collect();
    for letter in (0..0x2_0000).filter_map(char::from_u32) {
        let any = FontId::all().any(|face| face.covers(letter));
        for faces in &chains {
            assert_eq!(faces.iter().any(|face| face.covers(letter)), any, "U+{:04X}", u32::from(letter));
        }
    }
}

/// Whether a box is drawn for something of a text in any family and weight.
fn is_boxed(engine: &mut Engine, text: &str) -> bool {
    FAMILIES.iter().flat_map(|family| [Weight::Regular, Weight::Strong].map(|weight| (*family, weight))).any(
        |(family, weight)| {
            let style = Style { family, weight, size: 18.0, line_height: 32.0 };
            let layout =
                engine.layout(&Paragraph { style, ..paragraph(text, Base::Rtl) }, None, Align::Start);
            layout.glyphs().any(|glyph| glyph.glyph == 0)
        },
    )
}

/// What is told to have no face is what is drawn as a box in some face, for every character of two planes by itself, and
/// with a mark of letters on it.
#[test]
fn what_is_told_to_have_no_face_is_what_is_drawn_as_a_box() {
    let mut engine = Engine::new();
    let (mut boxes, mut count) = (0, 0);
    let letters = (0..0x1_2000).chain(0x1_e000..0x2_0000).filter_map(char::from_u32);
    let alone = letters.clone().step_by(3).map(|letter| letter.to_string());
    let marked =
        letters.step_by(31).flat_map(|letter| ["\u{301}", "\u{305}"].map(|mark| format!("{letter}{mark}")));
    for text in alone.chain(marked) {
        let drawn = is_boxed(&mut engine, &text);
        let told = !engine.unwritten(&text, 1).is_empty();
        assert_eq!(told, drawn, "{}", text.escape_unicode());
        assert!(!told || !is_written(&text), "{}", text.escape_unicode());
        count += 1;
        boxes += usize::from(drawn);
    }
    println!("letters: {count}, drawn as a box: {boxes}");
    assert!(boxes > 1_000 && count - boxes > 500, "{boxes} of {count}");
}

#[test]
fn a_letter_and_a_mark_that_no_face_has_both_of_are_told_together() {
    let mut engine = Engine::new();
    let text = "قبل \u{fffd}\u{305} بعد";
    assert!(is_boxed(&mut engine, text) && !is_written(text));
    let told = engine.unwritten(text, 9);
    assert_eq!(told.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(), ["\u{fffd}\u{305}"]);
    for each in ["\u{fffd}", "e\u{305}", "e\u{301}\u{305}", "\u{200c}"] {
        assert!(!is_boxed(&mut engine, each) && is_written(each), "{each}");
        assert_eq!(engine.unwritten(each, 9), [], "{each}");
    }
}

/// No record holds any, but a text from elsewhere may be shown before it is one.
#[test]
fn controls_are_told_and_those_that_separate_are_spaces() {
    let mut engine = Engine::new();
    for control in (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32) {
        let text = format!("a{control}b ج");
        let layout = engine.layout(&paragraph(&text, Base::Rtl), None, Align::Start);
        let blank = layout.text() == "a b ج" || layout.text() == "a\u{a0}b ج";
        assert_eq!(is_boxed(&mut engine, &text), !blank, "{text:?}");
        assert_eq!(engine.unwritten(&text, 9).is_empty(), blank, "{text:?}");
        assert_eq!(is_written(&text), blank, "{text:?}");
        text_caret::check(&layout, &format!("{text:?}"), 0.0);
    }
}

#[test]
fn a_sign_over_a_number_is_written_in_every_family() {
    let mut engine = Engine::new();
    for sign in ['\u{600}', '\u{602}', '\u{605}', '\u{6dd}', '\u{890}', '\u{8e2}'] {
        assert!(!is_boxed(&mut engine, &format!("{sign}\u{661}\u{662}")), "U+{:04X}", u32::from(sign));
    }
}

/// The words of the interface in French hold spaces that not every face has a glyph for.
#[test]
fn the_spaces_and_the_apostrophe_of_french_print_are_written_in_every_family() {
    let mut engine = Engine::new();
    let text = "«\u{a0}l’ordre\u{a0}»\u{a0}: oui\u{202f}; non\u{202f}? non\u{202f}! 100\u{202f}%";
    assert!(!is_boxed(&mut engine, text) && is_written(text));
    assert_eq!(engine.unwritten(text, 9), []);
    for family in FAMILIES {
        for weight in [Weight::Regular, Weight::Strong] {
            let style = Style { family, weight, size: 18.0, line_height: 32.0 };
            let mut wide = |text: &str| {
                let paragraph = Paragraph { style, ..paragraph(text, Base::Ltr) };
                engine.layout(&paragraph, None, Align::Start).content_width()
            };
            let none = wide("nn");
            let [narrow, ordinary] = ["n\u{202f}n", "n\u{a0}n"].map(|text| wide(text) - none);
            assert!(0.0 < narrow && narrow <= ordinary, "{family:?} {weight:?}: {narrow} {ordinary}");
        }
    }
}

fn record(text: &str) -> (Document, BlockId) {
    let mut document = Document::new(RecordId(1));
    let id = BlockId(Id { session: 1, counter: 1 });
    let block = Block::new(id, Kind::default(), RichText::plain(text));
    document.apply(Step::Insert { after: None, block: block.into() }).expect("a block");
    (document, id)
}

#[test]
fn a_letter_no_face_has_is_a_finding_with_its_place_and_what_can_be_done() {
    let text = "تقرر 👨\u{200d}👩 عقد اللقاء ①";
    let (document, id) = record(text);
    let found: Vec<_> =
        findings(&document).into_iter().filter(|one| matches!(one.what, What::Unwritten { .. })).collect();
    let places: Vec<usize> = found.iter().map(|one| one.place.offset).collect();
    assert_eq!(places, [text.find('👨').expect("it is there"), text.find('①').expect("it is there")]);
    assert!(found.iter().all(|one| one.place.target == Target::Block(id)));
    let What::Unwritten { codes, plain } = &found[0].what else { panic!("{found:?}") };
    assert_eq!((codes.as_str(), plain.as_str()), ("U+1F468 U+200D U+1F469", ""));
    let What::Unwritten { codes, plain } = &found[1].what else { panic!("{found:?}") };
    assert_eq!((codes.as_str(), plain.as_str()), ("U+2460", "1"));
    let mut editor = Editor::new(document, 1);
    // From the end, so that places stay true.
    for finding in found.iter().rev() {
        editor.run(finding.fixes[0].command.clone(), &Moment::default()).expect("a fix is sound");
    }
    let block = editor.document().block(id).expect("the block stays");
    assert_eq!(block.text.text(), "تقرر  عقد اللقاء 1");
    assert!(findings(editor.document()).iter().all(|one| !matches!(one.what, What::Unwritten { .. })));
}

#[test]
fn a_mark_no_face_has_goes_without_its_letter_and_values_are_looked_at_too() {
    let (document, id) = record("كتاب\u{1ab0}");
    let mut editor = Editor::new(document, 1);
    let venue = Command::SetField { path: FieldPath::Venue, value: "قاعة 漢字 الكبرى".into() };
    editor.run(venue, &Moment::default()).expect("a value");
    let found: Vec<_> = findings(editor.document());
    let boxes: Vec<_> = found.iter().filter(|one| matches!(one.what, What::Unwritten { .. })).collect();
    let targets: Vec<_> = boxes.iter().map(|one| (one.place.target.clone(), one.place.offset)).collect();
    let expected = [(Target::Field(FieldPath::Venue), "قاعة ".len()), (Target::Block(id), "كتاب".len())];
    assert_eq!(targets, expected);
    for finding in boxes {
        let remove = finding.fixes.last().expect("it can be deleted").command.clone();
        editor.run(remove, &Moment::default()).expect("a fix is sound");
    }
    assert_eq!(editor.document().read(FieldPath::Venue), "قاعة  الكبرى");
    assert_eq!(editor.document().block(id).expect("the block stays").text.text(), "كتاب");
}

/// A record that is nothing but such letters is told of them, without being told a hundred thousand times.
#[test]
fn findings_of_a_hostile_text_are_counted_and_soon_there() {
    let text = "漢 ".repeat(MOST / 2);
    let (document, _) = record(&text);
    let start = busy();
    let found = findings(&document);
    let took = busy().saturating_sub(start);
    println!("{MOST} letters, half of them without a face: findings in {} ms", took.as_millis());
    assert!(found.len() <= 110, "{}", found.len());
    assert!(took < Duration::from_secs(10), "{took:?}");
}
