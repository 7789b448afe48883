//! The caret, its words and deletions, the visual order and the lines, against Unicode's own tests.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test may stop where it fails, cuts its own texts, and says what it counted"
)]

use std::collections::BTreeMap;

use mahdar::arabic::nfc;
use mahdar::document::{Block, BlockId, Document, Id, Kind, Place, RecordId, RichText, Step, Target};
use mahdar::edit::{Command, Editor, Moment, Selection, Toward, Unit};
use mahdar::text::{
    Align, Base, Engine, Family, Layout, Paragraph, Style, Weight, levels, word_after, word_at, word_before,
};
use unicode_segmentation::UnicodeSegmentation as _;

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

/// A line of one of Unicode's break tests: its text, and the offsets where it is parted.
fn case(line: &str) -> Option<(String, Vec<usize>)> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let mut text = String::new();
    let mut breaks = Vec::new();
    for part in line.split_whitespace() {
        match part {
            "÷" => breaks.push(text.len()),
            "×" => {}
            code => text.push_str(&characters(code)),
        }
    }
    (!line.is_empty()).then_some((text, breaks))
}

fn one_line(engine: &mut Engine, text: &str) -> Layout {
    let paragraph = Paragraph {
        text,
        base: Base::Rtl,
        language: "ar-MA",
        style: Style { family: Family::Naskh, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
        spans: &[],
        keep: &[],
        isolates: &[],
    };
    engine.layout(&paragraph, None, Align::Start)
}

#[test]
fn the_caret_stops_at_the_graphemes_of_the_grapheme_break_test() {
    let Some(file) = unicode_file("auxiliary/GraphemeBreakTest.txt") else {
        return;
    };
    let mut engine = Engine::new();
    let (mut count, mut changed, mut wrong) = (0, 0, Vec::new());
    for line in file.lines() {
        // Controls that end lines are replaced before layout, and are no part of a paragraph.
        let Some((text, expected)) = case(line).filter(|(text, _)| !text.contains(['\r', '\n'])) else {
            continue;
        };
        let layout = one_line(&mut engine, &text);
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

/// A record of one paragraph, the caret at this place of it.
fn editor(text: &str, offset: usize) -> (Editor, BlockId) {
    let id = BlockId(Id { session: 1, counter: 1 });
    let mut document = Document::new(RecordId(1));
    let block = Block::new(id, Kind::default(), RichText::plain(text));
    document.apply(Step::Insert { after: None, block: block.into() }).expect("a paragraph fits");
    let mut editor = Editor::new(document, 1);
    let place = Selection::caret(Place::new(Target::Block(id), offset));
    editor.run(Command::Select(place), &Moment::default()).expect("the place is there");
    (editor, id)
}

/// What one key leaves of a text.
fn after_key(text: &str, offset: usize, toward: Toward) -> String {
    let (mut editor, id) = editor(text, offset);
    editor.run(Command::Delete(Unit::Grapheme, toward), &Moment::default()).expect("a key is no error");
    let block = editor.document().block(id).expect("the paragraph stays");
    block.text.text().to_owned()
}

/// Delete takes the whole grapheme after the caret; Backspace one of its characters at least, and nothing beyond it.
#[test]
fn deletion_takes_graphemes_of_the_grapheme_break_test() {
    let Some(file) = unicode_file("auxiliary/GraphemeBreakTest.txt") else {
        return;
    };
    let (mut count, mut wrong) = (0, Vec::new());
    for line in file.lines() {
        let Some((text, _)) = case(line).filter(|(text, _)| !text.contains(['\r', '\n'])) else {
            continue;
        };
        // What is stored is in normal form C, and what a key leaves is so again.
        let text = nfc(&text);
        for (start, grapheme) in text.grapheme_indices(true) {
            let end = start + grapheme.len();
            count += 2;
            let left = after_key(&text, start, Toward::End);
            let whole = nfc(&format!("{}{}", &text[..start], &text[end..]));
            if left != whole {
                wrong.push(format!("Delete in {text:?} at {start} left {left:?}, not {whole:?}"));
            }
            let left = after_key(&text, end, Toward::Start);
            let inside = grapheme.char_indices();
            let mut may_leave =
                inside.map(|(at, _)| nfc(&format!("{}{}{}", &text[..start], &grapheme[..at], &text[end..])));
            if !may_leave.any(|text| text == left) {
                wrong.push(format!("Backspace in {text:?} at {end} left {left:?}"));
            }
        }
    }
    println!("deletions of graphemes: {count}, wrong: {}", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 1_000, "{count}");
}

/// Where the file, of Unicode 15.0, parts words otherwise than newer rules do: U+2701 is no pictograph any more.
const CHANGED_WORDS: [&str; 2] = ["÷ 2701 × 200D × 2701 ÷", "÷ 0061 × 200D × 2701 ÷"];

#[test]
fn words_are_those_of_the_word_break_test() {
    let Some(file) = unicode_file("auxiliary/WordBreakTest.txt") else {
        return;
    };
    let (mut count, mut places, mut wrong) = (0, 0, Vec::new());
    for line in file.lines() {
        let Some((text, breaks)) = case(line) else { continue };
        let segments: Vec<_> = breaks.windows(2).map(|pair| pair[0]..pair[1]).collect();
        let is_blank = |range: &std::ops::Range<usize>| text[range.clone()].chars().all(char::is_whitespace);
        let is_word =
            |range: &&std::ops::Range<usize>| text[(*range).clone()].contains(char::is_alphanumeric);
        count += 1;
        for offset in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
            places += 3;
            // A double click at the seam after a word means the word, not the blank that follows it.
            let at = segments.iter().position(|range| range.contains(&offset)).unwrap_or(segments.len() - 1);
            let before =
                at.checked_sub(1).filter(|_| segments[at].start == offset && is_blank(&segments[at]));
            let clicked = before.filter(|&before| !is_blank(&segments[before])).unwrap_or(at);
            // The keys go to the start of the next word and of the last, over all that is none.
            let mut starts = segments.iter().filter(is_word).map(|range| range.start);
            let back = starts.clone().rfind(|&start| start < offset).unwrap_or(0);
            let after = starts.find(|&start| start > offset).unwrap_or(text.len());
            let found = (word_at(&text, offset), word_after(&text, offset), word_before(&text, offset));
            let expected = (segments[clicked].clone(), after, back);
            if found != expected && !CHANGED_WORDS.iter().any(|changed| line.starts_with(changed)) {
                wrong.push(format!("{line}\n at {offset}: {found:?}, not {expected:?}"));
            }
        }
    }
    println!(
        "word cases: {count}, places: {places}, wrong: {}, changed since: {}",
        wrong.len(),
        CHANGED_WORDS.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 1_800, "{count}");
}

/// Lines break by the rules of the engine, which are newer than the file, and never inside a grapheme. So this is a report,
/// with bounds that would fail if it became worse.
#[test]
fn lines_may_break_where_the_line_break_test_says() {
    let Some(file) = unicode_file("auxiliary/LineBreakTest.txt") else {
        return;
    };
    let mut engine = Engine::new();
    let (mut cases, mut right_cases, mut places, mut wrong) = (0, 0, 0, 0);
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for line in file.lines() {
        // Line ends and tabs are shown as spaces: nothing is broken by force within a paragraph.
        const ENDS: [char; 8] = ['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
        let Some((text, breaks)) = case(line).filter(|(text, _)| !text.contains(ENDS)) else { continue };
        let found: Vec<usize> = one_line(&mut engine, &text).breaks().collect();
        let mut all_right = true;
        for at in text.grapheme_indices(true).map(|(at, _)| at).skip(1) {
            places += 1;
            let (ours, theirs) = (found.contains(&at), breaks.contains(&at));
            if ours != theirs {
                wrong += 1;
                all_right = false;
                let (a, b) = (text[..at].chars().next_back(), text[at..].chars().next());
                let pair = [a, b].map(|c| c.map_or(0, u32::from));
                let what = format!("U+{:04X} {} U+{:04X}", pair[0], if ours { "÷" } else { "×" }, pair[1]);
                *reasons.entry(what).or_default() += 1;
            }
        }
        cases += 1;
        right_cases += usize::from(all_right);
    }
    let mut most: Vec<_> = reasons.into_iter().collect();
    most.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    println!(
        "line cases: {cases}, right: {right_cases}; places: {places}, right: {}, wrong: {wrong}; most often {:?}",
        places - wrong,
        most.iter().take(12).collect::<Vec<_>>()
    );
    assert!(cases > 5_000 && wrong <= 105, "{wrong} of {places} places in {cases} cases");
}
