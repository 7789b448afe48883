//! Shaping against `HarfBuzz`, bidi and graphemes against Unicode's own tests, fonts against the letters we write.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::float_cmp,
    reason = "a test may stop where it fails, cuts its own texts, says what it counted, and compares what must be the same number"
)]

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use mahdar::text::{
    Align, Base, Direction, Engine, Family, FontId, GlyphKey, Paragraph, ShapedGlyph, ShapedRun, Style,
    Weight, chain, levels,
};

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text_caret::{INVENTED, seeds};

const FAMILIES: [Family; 3] = [Family::Ui, Family::Naskh, Family::Amiri];
const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Strong];

/// One run as a line for `hb-shape --batch`, with the letters around it as context.
fn command(text: &str, run: &ShapedRun) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
    let before: Vec<char> = text[..run.range.start].chars().rev().take(8).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[run.range.end..].chars().take(8).collect();
    let direction = match run.direction {
        Direction::Rtl => "rtl",
        Direction::Ltr => "ltr",
    };
    let script = String::from_utf8_lossy(&run.script);
    let hex = |text: &str| {
        text.chars().fold(String::new(), |mut list, c| {
            let _ = write!(list, "U+{:X},", u32::from(c));
            list
        })
    };
    let context = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!(";--unicodes-{name}={}", hex(text)),
    };
    format!(
        "{folder}/{};--no-glyph-names;--output-format=json;--utf8-clusters;--direction={direction};--script={script};--language=ar-MA{}{};--text={}\n",
        run.font.file(),
        context("before", &before),
        context("after", &after),
        &text[run.range.clone()],
    )
}

/// What `hb-shape` says of each line, or nothing where it is not installed.
fn hb_shape(lines: &str) -> Option<Vec<Vec<ShapedGlyph>>> {
    let mut child = Command::new("hb-shape")
        .arg("--batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let lines = lines.to_owned();
    let writer = std::thread::Builder::new()
        .name("hb-shape input".to_owned())
        .spawn(move || input.write_all(lines.as_bytes()))
        .expect("a thread");
    let output = child.wait_with_output().expect("hb-shape ends");
    writer.join().expect("the writer ends").expect("hb-shape reads");
    let said = String::from_utf8(output.stdout).expect("hb-shape writes UTF-8");
    let number = |glyph: &serde_json::Value, key: &str| -> i32 {
        let value = glyph[key].as_i64().expect("a number");
        i32::try_from(value).expect("a small number")
    };
    let glyph = |glyph: &serde_json::Value| ShapedGlyph {
        id: number(glyph, "g").unsigned_abs(),
        cluster: number(glyph, "cl").unsigned_abs() as usize,
        x_advance: number(glyph, "ax"),
        x_offset: number(glyph, "dx"),
        y_offset: number(glyph, "dy"),
    };
    let line = |line: &str| -> Vec<ShapedGlyph> {
        let list: Vec<serde_json::Value> = serde_json::from_str(line).expect("hb-shape writes JSON");
        list.iter().map(glyph).collect()
    };
    Some(said.lines().map(line).collect())
}

#[test]
fn every_glyph_is_the_one_harfbuzz_chooses_and_where_it_puts_it() {
    let mut engine = Engine::new();
    let seeds = seeds();
    let mut commands = String::new();
    let mut ours: Vec<(String, ShapedRun)> = Vec::new();
    for text in seeds.iter().map(String::as_str).chain(INVENTED) {
        assert!(!text.contains(';') && text.len() < 3000, "fits a line of the batch");
        for (family, weight) in FAMILIES.iter().flat_map(|f| WEIGHTS.map(|w| (*f, w))) {
            for run in engine.shape(text, family, weight, Base::Rtl, "ar-MA") {
                commands.push_str(&command(text, &run));
                ours.push((text.to_owned(), run));
            }
        }
    }
    let Some(theirs) = hb_shape(&commands) else {
        println!("skipped: no hb-shape");
        return;
    };
    assert_eq!(theirs.len(), ours.len(), "one answer for each run");
    let mut count = 0;
    let mut wrong = Vec::new();
    for ((text, run), theirs) in ours.iter().zip(theirs) {
        let start = run.range.start;
        let relative =
            run.glyphs.iter().map(|glyph| ShapedGlyph { cluster: glyph.cluster - start, ..*glyph });
        count += theirs.len();
        if !relative.clone().eq(theirs.iter().copied()) {
            let ours: Vec<_> = relative.collect();
            wrong.push(format!(
                "{} {:?}\n ours   {ours:?}\n theirs {theirs:?}",
                run.font.file(),
                &text[run.range.clone()]
            ));
        }
    }
    println!("glyphs compared: {count} in {} runs", ours.len());
    assert!(wrong.is_empty(), "{} runs differ, such as {}", wrong.len(), wrong[0]);
    assert!(count > 500, "{count}");
}

fn unicode_file(name: &str) -> Option<String> {
    let text = std::fs::read_to_string(format!("/usr/share/unicode/{name}"));
    if text.is_err() {
        println!("skipped: no unicode-data ({name})");
    }
    text.ok()
}

fn characters(field: &str) -> String {
    field
        .split_whitespace()
        .map(|code| u32::from_str_radix(code, 16).expect("a code point"))
        .map(|code| char::from_u32(code).expect("a scalar value"))
        .collect()
}

#[test]
fn levels_and_order_are_those_of_the_bidi_character_test() {
    let Some(file) = unicode_file("BidiCharacterTest.txt") else {
        return;
    };
    let (mut count, mut wrong) = (0, Vec::new());
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(';').collect();
        let text = characters(fields[0]);
        let base = match fields[1] {
            "0" => Base::Ltr,
            "1" => Base::Rtl,
            _ => Base::Auto,
        };
        let found = levels(&text, base);
        let expected: Vec<Option<u8>> = fields[3].split(' ').map(|level| level.parse().ok()).collect();
        let order: Vec<usize> = fields[4].split_whitespace().map(|n| n.parse().expect("an index")).collect();
        let same_levels = expected.len() == found.levels.len()
            && expected.iter().zip(&found.levels).all(|(e, f)| e.is_none_or(|e| e == *f));
        let shown: Vec<usize> = found.order.iter().copied().filter(|&i| expected[i].is_some()).collect();
        count += 1;
        if !same_levels || shown != order || found.base.to_string() != fields[2] {
            wrong.push(format!("{line}\n{found:?}"));
        }
    }
    println!("bidi cases: {count}, wrong: {}", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 90_000, "{count}");
}

#[test]
fn brackets_around_foreign_words_are_written_alike() {
    let mut engine = Engine::new();
    for (text, base, script) in [
        ("الملف (الصيغة PDF 1.7)، «PDF».", Base::Rtl, b"Arab"),
        ("(PDF) [29.11]", Base::Rtl, b"Arab"),
        ("the file (اسمه محضر) and no more", Base::Ltr, b"Latn"),
    ] {
        let runs = engine.shape(text, Family::Amiri, Weight::Regular, base, "ar-MA");
        let mut marks = 0;
        for (at, _) in text.match_indices(['(', ')', '[', ']', '«', '»']) {
            let run = runs.iter().find(|run| run.range.contains(&at));
            let run = run.expect("every byte is in a run");
            assert_eq!(&run.script, script, "at {at} of {text}");
            marks += 1;
        }
        assert!(marks > 1);
    }
}

/// The levels we tell are the levels we shape by.
#[test]
fn shaped_runs_have_the_levels_that_are_told() {
    let mut engine = Engine::new();
    let seeds = seeds();
    let mut count = 0;
    for text in seeds.iter().map(String::as_str).chain(INVENTED) {
        for base in [Base::Rtl, Base::Ltr, Base::Auto] {
            let told = levels(text, base);
            let solid = text
                .trim_end_matches(|c: char| c.is_whitespace() || ('\u{202a}'..='\u{2069}').contains(&c))
                .len();
            for run in engine.shape(text, Family::Naskh, Weight::Regular, base, "ar-MA") {
                for ((at, _), level) in text.char_indices().zip(&told.levels) {
                    if run.range.contains(&at) && at < solid {
                        assert_eq!(run.level, *level, "at {at} of {text:?}, {base:?}");
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 500, "{count}");
}

#[test]
fn the_caret_stops_at_the_graphemes_of_the_grapheme_break_test() {
    let Some(file) = unicode_file("auxiliary/GraphemeBreakTest.txt") else {
        return;
    };
    let mut engine = Engine::new();
    let (mut count, mut changed, mut wrong) = (0, 0, Vec::new());
    for line in file.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        // Controls that end lines are replaced before layout, and are no part of a paragraph.
        if line.is_empty() || line.contains("000D") || line.contains("000A") {
            continue;
        }
        let mut text = String::new();
        let mut expected = Vec::new();
        for part in line.split_whitespace() {
            match part {
                "÷" => expected.push(text.len()),
                "×" => {}
                code => text.push_str(&characters(code)),
            }
        }
        let paragraph = Paragraph {
            text: &text,
            base: Base::Rtl,
            language: "ar-MA",
            style: Style { family: Family::Naskh, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
            spans: &[],
            keep: &[],
            isolates: &[],
        };
        let layout = engine.layout(&paragraph, None, Align::Start);
        let mut stops: Vec<usize> = layout.stops(0).iter().map(|stop| stop.offset).collect();
        stops.sort_unstable();
        count += 1;
        // The file is of Unicode 15.0; the segmenter is newer and reads a case or two otherwise.
        let newer: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        changed += usize::from(newer != expected);
        if stops != newer {
            wrong.push(format!("{line}: {stops:?}, not {expected:?}"));
        }
    }
    println!("grapheme cases: {count}, wrong: {}, changed since: {changed}", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(changed < 3, "{changed}");
    assert!(count > 100, "{count}");
}

#[test]
fn every_letter_we_write_has_a_face_in_the_chain() {
    let arabic = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\u{640}\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}\u{670}ڤڭگپچژ٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬";
    let marks = "«»“”‘’–—…•.,:;!?()[]/+-=%*&@#'\" \u{a0}";
    let latin = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("éèêàâçùûîïôÉÈÀÇ".chars());
    let tifinagh = "ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ";
    let letters: Vec<char> =
        arabic.chars().chain(marks.chars()).chain(latin).chain(tifinagh.chars()).collect();
    for (family, weight) in FAMILIES.iter().flat_map(|f| WEIGHTS.map(|w| (*f, w))) {
        let faces = chain(family, weight);
        for &letter in &letters {
            assert!(faces.iter().any(|face| face.covers(letter)), "{family:?} {weight:?} {letter:?}");
        }
        let own = "محضر الاجتماع، 2026؟";
        assert!(own.chars().all(|letter| faces[0].covers(letter)), "{family:?} {weight:?}");
    }
    assert!(!chain(Family::Amiri, Weight::Regular)[0].covers('ⴰ'), "the chain is needed");
}

#[test]
fn every_face_draws_its_letters_at_every_quarter_of_a_pixel() {
    let mut engine = Engine::new();
    for font in FontId::all() {
        assert!(font.units_per_em() >= 1000 && font.bytes().len() > 10_000, "{}", font.file());
    }
    for (family, weight) in FAMILIES.iter().flat_map(|f| WEIGHTS.map(|w| (*f, w))) {
        let runs = engine.shape("محضر", family, weight, Base::Rtl, "ar-MA");
        for glyph in &runs[0].glyphs {
            let id = u16::try_from(glyph.id).expect("a glyph number");
            let mut pictures = std::collections::BTreeSet::new();
            for x in [10.0, 10.25, 10.5, 10.75] {
                let (key, pixel) = GlyphKey::snap(runs[0].font, id, 18.0, x);
                assert_eq!(pixel, 10);
                let raster = engine.raster(key).expect("a letter has ink");
                assert_eq!(raster.coverage.len(), (raster.width * raster.height) as usize);
                assert!(raster.coverage.iter().any(|&c| c > 200), "there is ink in it");
                assert!(raster.height < 40 && raster.top < 30 && raster.top > -20);
                pictures.insert(raster.coverage);
            }
            assert_eq!(pictures.len(), 4, "each quarter looks different");
        }
    }
    let (key, pixel) = GlyphKey::snap(runs_font(), 1, 18.0, -0.25);
    assert_eq!((key.quarter, pixel, key.size), (3, -1, 18 * 64));
}

fn runs_font() -> FontId {
    chain(Family::Naskh, Weight::Regular)[0]
}
