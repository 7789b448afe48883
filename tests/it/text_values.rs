//! Figures of a value keep their order in Arabic text: in the order of what is drawn, under the caret, in what goes out.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::single_range_in_vec_init,
    clippy::reversed_empty_ranges,
    reason = "a test may stop where it fails, cuts its own texts, and gives ranges one by one, also those that are none"
)]

use std::ops::Range;

use mahdar::arabic::figures;
use mahdar::document::{
    Atom, Block, BlockId, Document, Id, Kind, OutputKind, Piece, RecordId, RichText, Step,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::export::{Format, Options, export};
use mahdar::template::{View, compose};
use mahdar::text::{Align, Base, Engine, Family, Layout, Paragraph, Style, Weight};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text_caret::check;

fn laid(text: &str, base: Base, isolates: &[Range<usize>]) -> Layout {
    let paragraph = Paragraph {
        text,
        base,
        language: "ar-MA",
        style: Style { family: Family::Naskh, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
        spans: &[],
        keep: &[],
        isolates,
    };
    Engine::new().layout(&paragraph, None, Align::Start)
}

/// The graphemes of a layout of one line as they lie, from left to right.
fn from_left(layout: &Layout) -> String {
    let text = layout.text();
    let mut boxes: Vec<(f32, &str)> = text
        .grapheme_indices(true)
        .filter_map(|(at, part)| Some((layout.rects(at..at + part.len()).first()?.left, part)))
        .collect();
    boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
    boxes.into_iter().map(|(_, part)| part).collect()
}

/// A value as it is shown, after Arabic letters and alone, from left to right.
fn shown(text: &str) -> String {
    from_left(&laid(text, Base::Rtl, &figures(text)))
}

fn found(text: &str) -> Vec<&str> {
    figures(text).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn figures_that_would_change_places_are_found() {
    assert_eq!(found("رقم 12-2026 بتاريخ 2026-11-14"), ["12-2026", "2026-11-14"]);
    assert_eq!(
        found("الهاتف: 05 22 33 44 55، الفاكس: +212 522-33-44-55."),
        ["05 22 33 44 55", "+212 522-33-44-55"]
    );
    assert_eq!(found("الهاتف 05-22-33-44-55"), ["05-22-33-44-55"]);
    assert_eq!(found("عدد 12-2026-م"), ["12-2026"]);
    assert_eq!(found("الملف 12–2026"), ["12–2026"]);
    assert_eq!(found("رقم 2026-12bis"), ["2026-12bis"]);
    // Names of files that open with a number.
    assert_eq!(found("صار «001_regional_meeting.txt» وثيقة"), ["001_regional_meeting.txt"]);
    assert_eq!(found("الملف 2026-11-14.mahdar."), ["2026-11-14.mahdar"]);
    assert_eq!(found("الملف 12-PV-final.docx، ثم"), ["12-PV-final.docx"]);
    // Still being typed.
    assert_eq!(found("رقم 12-"), ["12-"]);
    assert_eq!(found("رقم 12/"), ["12/"]);
    assert_eq!(found("+2"), ["+2"]);
}

#[test]
fn what_keeps_its_order_by_itself_is_left_alone() {
    for text in [
        "",
        "محضر",
        "سنة 2026",
        "القانون رقم 29.11",
        "نسبة 25% من 1.250.000,00 درهم",
        "الساعة 10:30",
        "يوم 2026/11/04",
        "n° 12-2026",
        "Dahir 1-02-297",
        "https://exemple.ma/2026-11",
        "report-12-2026.pdf",
        "من 10 إلى 12 نونبر 2026",
        "الدورة 3 14 نونبر",
        "5 10 15",
        "رقم 12.",
        "رقم 12: القرار",
        "ثم 12- أ",
        "+ 5",
        "٣-٤",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn behind_arabic_letters_a_figure_stands_as_it_was_written() {
    for figure in [
        "12-2026",
        "05-22-33-44-55",
        "05 22 33 44 55",
        "+212 5 22 33 44 55",
        "2026/11/04",
        "12/2026",
        "2026-11-14",
        "001_a.txt",
    ] {
        let text = format!("رقم {figure} صادر");
        assert_eq!(shown(&text), format!("رداص {figure} مقر"));
        assert_eq!(shown(figure), figure, "alone");
    }
    assert_eq!(shown("رقم n° 12/2026"), "n° 12/2026 مقر");
    assert_eq!(shown("رقم n° 12-2026"), "n° 12-2026 مقر");
    // Without being said to be a figure it is turned, as other programs show it: the control of this test.
    let turned = |text| from_left(&laid(text, Base::Rtl, &[]));
    assert_eq!(turned("رقم 12-2026"), "2026-12 مقر");
    assert_eq!(turned("رقم 05 22 33"), "33 22 05 مقر");
    assert_eq!(turned("+212 5"), "5 212+");
}

#[test]
fn a_figure_reads_right_at_every_key_while_it_is_typed() {
    for (before, figure) in
        [("رقم ", "12-2026"), ("", "+212 522-33-44-55"), ("", "05 22 33 44 55"), ("يوم ", "2026/11/04")]
    {
        for end in 1..=figure.len() {
            let text = format!("{before}{}", &figure[..end]);
            let layout = laid(&text, Base::Rtl, &figures(&text));
            check(&layout, &text, 0.0);
            let typed = figure[..end].trim_end();
            if typed == "+" {
                continue;
            }
            let seen = from_left(&layout);
            assert!(seen.trim_start().starts_with(typed), "{text:?} is seen as {seen:?}");
        }
    }
}

#[test]
fn isolates_are_read_alike_whatever_stands_around_them() {
    let text = "قبل abc 12-2026, 5-6 (x) بعد 7-8";
    let isolates = [text.find("12-2026").expect("it is there")..text.find(", 5").expect("it is there")];
    for base in [Base::Rtl, Base::Ltr, Base::Auto] {
        let layout = laid(text, base, &isolates);
        check(&layout, &format!("{base:?}"), 0.0);
        assert!(from_left(&layout).contains("12-2026"), "{base:?}");
    }
    // Ranges that are empty, reach beyond the text, overlap, or part a letter, hurt nobody.
    for isolates in [vec![0..0, 3..3], vec![5..900], vec![0..12, 4..30], vec![1..3, 7..9], vec![40..2]] {
        check(&laid(text, Base::Rtl, &isolates), &format!("{isolates:?}"), 0.0);
    }
}

/// A record whose text says its own number in a field, after a number that was typed.
fn record() -> Document {
    let mut editor = Editor::new(Document::new(RecordId(1)), 1);
    let mut run = |command| editor.run(command, &Moment::default()).expect("a sound command");
    run(Command::AddOutput(OutputKind::Minutes));
    let set = |path: &str, value: &str| Command::SetField {
        path: path.parse().expect("a path"),
        value: value.to_owned(),
    };
    run(set("outputs.minutes.title", "محضر"));
    run(set("outputs.minutes.number", "12-2026"));
    run(set("letterhead.contact", "الهاتف: 05 22 33 44 55"));
    let mut document = editor.document().clone();
    let pieces = [Piece::Text("المراسلة 7-2025 ثم رقم ".to_owned()), Piece::Field(Atom::Number)];
    let text = RichText::from_pieces(pieces).expect("sound pieces");
    let block = Block::new(BlockId(Id { session: 9, counter: 1 }), Kind::default(), text);
    document.apply(Step::Insert { after: None, block: block.into() }).expect("a block");
    document
}

#[test]
fn a_live_field_is_isolated_and_typed_words_are_not() {
    let document = record();
    let composition = compose(&document, &View::of(OutputKind::Minutes));
    let paragraph =
        composition.paragraphs.iter().find(|one| one.text.contains("المراسلة")).expect("the paragraph");
    let isolates = paragraph.figures(0);
    let values: Vec<&str> = isolates.iter().map(|range| &paragraph.text[range.clone()]).collect();
    assert_eq!(values, ["12-2026"], "the field alone, of {:?}", paragraph.text);
    let seen = from_left(&laid(&paragraph.text, Base::Rtl, &isolates));
    assert_eq!(seen, "12-2026 مقر مث 2025-7 ةلسارملا");
    // With a label before it, the same bytes further on.
    assert_eq!(paragraph.figures(5), [isolates[0].start + 5..isolates[0].end + 5]);
    let fact = composition.paragraphs.iter().find(|one| one.target.is_none() && one.text.contains("12-2026"));
    let fact = fact.expect("the number stands in a line of the header's own");
    assert_eq!(fact.figures(0).len(), 1, "{:?}", fact.text);
}

/// What is isolated on the screen is not written into a file: plain text has no controls.
#[test]
fn nothing_invisible_goes_out_for_it() {
    let document = record();
    let exported =
        export(&document, &View::of(OutputKind::Minutes), Options::default(), Format::Txt).expect("a text");
    let text = String::from_utf8(exported.bytes).expect("UTF-8");
    assert!(text.contains("رقم 12-2026"), "{text}");
    let is_control =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!text.contains(is_control), "{text:?}");
}
