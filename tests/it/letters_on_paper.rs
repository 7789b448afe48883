//! Letters in a PDF: those a face draws in pieces are one glyph each, and every one looks as it does in the preview.

use std::io::Read;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use mahdar::document::{Block, Document, Kind, OutputKind, RichText, Role, Step};
use mahdar::export::{Format, Options, export};
use mahdar::pages::{Item, Page, Pager, Setting};
use mahdar::template::{View, compose};
use mahdar::text::{Engine, Family, GlyphKey};

use crate::record::{blank, block_id};
use crate::samples::root;

/// Every dotted letter, alone, first, in the middle and last, and words with marks among them.
const LETTERS: &str = "ب ببب بتب ثثث ججج ححح خخخ ذذ زز ششش ضضض ظظظ غغغ ففف ققق ننن ييي ىئى ةـة تنبيه بتثينة حجية شجيرات \
                       مضى يجب في النقطة الثانية قضية تجزيء المحاضن بيّن معيّنةً أُنجِزَت وذكّرت ثُمّ رُفِعَ شُكرٌ";

fn written(words: &str) -> Document {
    let mut document = blank();
    let after = document.blocks().last().map(|block| block.id);
    let block = Block::new(block_id(500), Kind::Paragraph(Role::Plain), RichText::plain(words));
    document.apply(Step::Insert { after, block: Arc::new(block) }).unwrap();
    document
}

fn view() -> View {
    View::of(OutputKind::Minutes)
}

fn pdf(document: &Document, family: Family) -> Vec<u8> {
    let options = Options { family, ..Options::default() };
    export(document, &view(), options, Format::Pdf).unwrap().bytes
}

/// How often words are said beside glyphs.
fn said_beside(pdf: &[u8]) -> usize {
    let find = |text: &[u8], what: &[u8]| text.windows(what.len()).position(|part| part == what);
    let (mut rest, mut count) = (pdf, 0);
    while let Some(at) = find(rest, b"stream\n") {
        rest = &rest[at + 7..];
        let mut stream = Vec::new();
        if flate2::read::ZlibDecoder::new(rest).read_to_end(&mut stream).is_ok() {
            count += stream.windows(11).filter(|part| part == b"/ActualText").count();
        }
        rest = &rest[find(rest, b"endstream").map_or(rest.len(), |end| end + 9)..];
    }
    count
}

#[test]
fn no_letter_with_dots_or_marks_needs_its_words_said_beside_it() {
    let said = |words| said_beside(&pdf(&written(words), Family::Naskh));
    // The foot of the page has some that no letter needs.
    let foot = said("محمد");
    assert_eq!(said(LETTERS), foot);
    assert_eq!(said("بيّن معيّنة أُنجِزَت وذكّرت ثُمّ"), foot);
}

#[test]
fn the_same_letters_make_the_same_bytes_twice() {
    let document = written(LETTERS);
    assert!(pdf(&document, Family::Naskh) == pdf(&document, Family::Naskh));
}

/// Grey dots, white 0: a page in rows.
struct Ink {
    wide: usize,
    dots: Vec<u8>,
}

/// Dots for each point.
const SCALE: f32 = 3.0;

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "places on a sheet of paper"
)]
fn painted(page: &Page, wide: usize, high: usize, engine: &mut Engine) -> Ink {
    let mut dots = vec![0_u8; wide * high];
    for item in &page.items {
        let Item::Text(text) = item else { continue };
        for glyph in text.layout.glyphs_of(text.lines.clone()) {
            let (x, y) = ((text.left + glyph.x) * SCALE, (text.origin() + glyph.y) * SCALE);
            let (key, left) = GlyphKey::snap(glyph.font, glyph.glyph, glyph.size * SCALE, x);
            let Some(raster) = engine.raster(key) else { continue };
            for (at, coverage) in raster.coverage.iter().enumerate() {
                let (column, row) = (at as i32 % raster.width as i32, at as i32 / raster.width as i32);
                let (x, y) = (left + raster.left + column, y.round() as i32 - raster.top + row);
                if let Some(dot) = dots.get_mut(y as usize * wide + x as usize) {
                    *dot = (*dot).max(*coverage);
                }
            }
        }
    }
    Ink { wide, dots }
}

/// A page as poppler draws it.
fn drawn(pdf: &[u8], name: &str) -> Option<Ink> {
    let folder = root().join("target/oracles/pdf");
    std::fs::create_dir_all(&folder).unwrap();
    let path: PathBuf = folder.join(format!("{name}.pdf"));
    #[expect(clippy::disallowed_methods, reason = "a file for another program to read")]
    std::fs::write(&path, pdf).unwrap();
    let resolution = (72.0 * SCALE).to_string();
    let ran = Command::new("pdftoppm")
        .args(["-r", &resolution, "-gray", "-f", "1", "-l", "1"])
        .arg(&path)
        .output()
        .ok()
        .filter(|output| output.status.success());
    let Some(output) = ran else {
        println!("skipped: no pdftoppm");
        return None;
    };
    // A portable graymap: «P5», width, height, the lightest grey, one white space, the dots.
    let mut head = output.stdout.splitn(4, u8::is_ascii_whitespace);
    assert_eq!(head.next(), Some(b"P5".as_slice()));
    let mut number = || std::str::from_utf8(head.next().unwrap()).unwrap().parse::<usize>().unwrap();
    let (wide, high) = (number(), number());
    let dots = output.stdout[output.stdout.len() - wide * high..].iter().map(|grey| 255 - grey).collect();
    Some(Ink { wide, dots })
}

/// Dots of ink of the one that have no ink of the other within two dots.
fn strays(ink: &Ink, other: &Ink) -> (usize, usize) {
    let black = ink.dots.iter().enumerate().filter(|(_, dot)| **dot > 160);
    let mut all = 0;
    let strays = black.filter(|(at, _)| {
        all += 1;
        let (x, y) = (at % ink.wide, at / ink.wide);
        let near = (y.saturating_sub(2)..=y + 2)
            .flat_map(|y| (x.saturating_sub(2)..=x + 2).map(move |x| (x, y)))
            .filter_map(|(x, y)| other.dots.get(y * other.wide + x));
        near.max().is_none_or(|dot| *dot < 60)
    });
    (strays.count(), all)
}

#[test]
fn a_printed_page_is_the_page_of_the_preview() {
    let document = written(LETTERS);
    for family in [Family::Naskh, Family::Amiri] {
        let Some(printed) = drawn(&pdf(&document, family), &format!("letters-{family:?}")) else { return };
        let mut engine = Engine::new();
        let setting = Setting { family, ..Setting::default() };
        let composition = compose(&document, &view());
        let pages = Pager::new(setting).lay(&document, &composition, &mut engine, usize::MAX);
        let high = printed.dots.len() / printed.wide;
        let seen = painted(&pages.pages[0], printed.wide, high, &mut engine);
        for (what, (strays, all)) in
            [("printed", strays(&printed, &seen)), ("previewed", strays(&seen, &printed))]
        {
            println!("{family:?}: {strays} of {all} dots of ink are {what} alone");
            assert!(all > 5_000, "{family:?}: {all} dots of ink {what}");
            // The frame of the stamp is no letter.
            assert!(strays * 200 < all, "{family:?}: {strays} of {all} dots of ink are {what} alone");
        }
    }
}
