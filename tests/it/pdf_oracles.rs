//! PDF files as other programs read them: their words, their fonts, their bones.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use imara_diff::{Algorithm, Diff, InternedInput};
use mahdar::document::{Document, OutputKind};
use mahdar::export::{Format, Options, export};
use mahdar::pages::{Item, Pager, Pages, Piece, Setting};
use mahdar::store;
use mahdar::template::{Composition, Numbered, View, compose, head};
use mahdar::text::{Engine, Family};

use crate::samples::{SAMPLES, root};
use crate::seeds;
use crate::store::record::{self, Size};

fn sample(name: &str) -> Document {
    let bytes = fs::read(root().join(format!("samples/{name}.mahdar"))).expect("a sample");
    store::parse(&bytes).expect("a sample can be read")
}

/// All that is looked at: its name, the record and the view.
fn all() -> Vec<(String, Document, View)> {
    let mut all = Vec::new();
    for name in SAMPLES {
        let document = sample(name);
        for output in document.outputs() {
            all.push((format!("{name}-{}", output.kind.keyword()), document.clone(), View::of(output.kind)));
        }
    }
    for (file, document) in seeds::records() {
        all.push((
            format!("seed-{}", file.trim_end_matches(".txt")),
            document.clone(),
            View::main(&document),
        ));
    }
    let long = record::record(Size { words: 70_000, each: 37 });
    let view = View::main(&long);
    all.push(("long".to_owned(), long, view));
    all
}

fn folder() -> PathBuf {
    let folder = root().join("target/oracles/pdf");
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[expect(clippy::disallowed_methods, reason = "a file for another program to read")]
fn written(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder().join(format!("{name}.pdf"));
    fs::write(&path, bytes).expect("a file");
    path
}

fn pdf(document: &Document, view: &View, options: Options<'_>) -> Vec<u8> {
    export(document, view, options, Format::Pdf).expect("a PDF").bytes
}

/// What `pdf_text.py` says of these files, page by page; nothing where `PDFium` is not there.
fn taken_out(paths: &[PathBuf]) -> Option<Vec<Vec<String>>> {
    let python = root().join("target/oracles/bin/python");
    let ran = Command::new(python).arg(root().join("tests/oracles/pdf_text.py")).args(paths).output();
    let Some(output) = ran.ok().filter(|output| output.status.success()) else {
        println!("skipped: no pypdfium2 in target/oracles");
        return None;
    };
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

/// Words as they are compared: shapes of letters as letters, nothing that is not seen.
fn words(text: &str) -> Vec<String> {
    let seen =
        |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{2}');
    let text: String = mahdar::arabic::compatible(text).chars().filter(seen).collect();
    text.split_whitespace().map(str::to_owned).collect()
}

/// The same without the marks around them: `PDFium` turns a full stop behind a number that ends a line before it.
fn bare(words: &[String]) -> Vec<String> {
    let is_mark = |c: char| !c.is_alphanumeric();
    words.iter().map(|word| word.trim_matches(is_mark).to_owned()).filter(|word| !word.is_empty()).collect()
}

/// Takes these words out of the page's, each once: what the page says besides the text.
fn without(page: Vec<String>, besides: &[String], from_end: bool) -> Vec<String> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in besides {
        *left.entry(word.as_str()).or_default() += 1;
    }
    let mut keep = |word: &String| match left.get_mut(word.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    if from_end {
        let mut kept: Vec<String> = page.into_iter().rev().filter(|word| keep(word)).collect();
        kept.reverse();
        return kept;
    }
    page.into_iter().filter(|word| keep(word)).collect()
}

fn besides(pages: &Pages, at: usize, which: impl Fn(Piece) -> bool) -> Vec<String> {
    let texts = pages.pages[at].texts().filter(|text| which(text.piece));
    texts.flat_map(|text| words(text.words())).collect()
}

/// The words that must be changed, put in or taken out to make one of the other, and what they became: one each.
fn errors(expected: &[String], got: &[String]) -> Vec<(String, String)> {
    let mut input: InternedInput<&str> = InternedInput::default();
    input.update_before(expected.iter().map(String::as_str));
    input.update_after(got.iter().map(String::as_str));
    let mut errors = Vec::new();
    for hunk in Diff::compute(Algorithm::Histogram, &input).hunks() {
        let (old, new) = (hunk.before.start as usize.., hunk.after.start as usize..);
        for at in 0..hunk.before.len().max(hunk.after.len()) {
            let word = |all: &[String], from: usize, count: usize| {
                if at < count { all[from + at].clone() } else { String::new() }
            };
            let (old, new) =
                (word(expected, old.start, hunk.before.len()), word(got, new.start, hunk.after.len()));
            errors.push((old, new));
        }
    }
    errors
}

fn numbers(words: &[String]) -> BTreeMap<String, usize> {
    let mut count = BTreeMap::new();
    let is_digit = |c: char| c.is_ascii_digit();
    for word in words {
        for number in word.split(|c| !is_digit(c)).filter(|part| !part.is_empty()) {
            *count.entry(number.to_owned()).or_default() += 1;
        }
    }
    count
}

/// What the text export says, and what the pages do.
fn compared(
    document: &Document,
    view: &View,
    setting: Setting,
    pages: &[String],
) -> (Vec<String>, Vec<String>) {
    let composition = compose(document, view);
    if view.output == OutputKind::AttendanceSheet {
        return listed(document, &composition, setting, pages);
    }
    let laid = Pager::new(setting).lay(document, &composition, &mut Engine::new(), usize::MAX);
    let text = export(document, view, Options::default(), Format::Txt).expect("a text").bytes;
    let text = String::from_utf8(text).expect("UTF-8");
    let mut expected = words(&crate::office::as_signed(&composition, &text));
    let head = head(document, &composition);
    let own = document.letterhead();
    if view.output != OutputKind::Short && !(own.lines.is_empty() && own.address.is_empty()) {
        // So does it the letterhead.
        let opening: Vec<String> =
            head.lines.iter().map(|line| &**line).chain(head.day.as_deref()).flat_map(words).collect();
        assert!(expected.starts_with(&opening), "a text begins with whose it is");
        expected.drain(..opening.len());
    }
    if let Numbered::Given(at) = head.number {
        // The head says it, beside the place and the day.
        let number = words(&composition.paragraphs[at].text);
        let from = expected.windows(number.len()).position(|some| some == number).expect("the number");
        expected.drain(from..from + number.len());
    }
    assert_eq!(pages.len(), laid.pages.len());
    let mut got = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let page = without(words(page), &besides(&laid, at, |piece| piece == Piece::Foot), true);
        got.extend(without(page, &besides(&laid, at, |piece| piece == Piece::Head), false));
    }
    (expected, got)
}

/// The same of a list to sign, which is read cell by cell, elsewhere line by line.
fn listed(
    document: &Document,
    composition: &Composition,
    setting: Setting,
    pages: &[String],
) -> (Vec<String>, Vec<String>) {
    let laid = Pager::new(setting).lay(document, composition, &mut Engine::new(), usize::MAX);
    assert_eq!(pages.len(), laid.pages.len());
    let mut expected = words(&composition.title.text);
    for text in &composition.paragraphs {
        match &text.row {
            Some(row) => expected.extend(row.cells.iter().flat_map(|cell| words(&cell.text))),
            None => expected.extend(words(&format!("{} {}", text.label, text.text))),
        }
    }
    let mut got = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let page = without(words(page), &besides(&laid, at, |piece| piece == Piece::Foot), true);
        let mut above = besides(&laid, at, |piece| piece == Piece::Head);
        // The head of the table stands again on each page.
        let mut again = false;
        for item in &laid.pages[at].items {
            match item {
                Item::Row(row) => again = row.again,
                Item::Text(text) if again && matches!(text.piece, Piece::Cell(_)) => {
                    above.extend(words(text.words()));
                }
                _ => {}
            }
        }
        got.extend(without(page, &above, false));
    }
    (expected, got)
}

#[test]
fn another_program_takes_the_same_words_out_of_the_pages() {
    let mut all = all();
    all.push(("long-sheet".to_owned(), crate::sheet::with(60), View::of(OutputKind::AttendanceSheet)));
    let mut bad = Vec::new();
    for family in [Family::Amiri, Family::Naskh] {
        let setting = || Setting { family, pictures: Some(Vec::new()), ..Setting::default() };
        let options = || Options { family, ..Options::default() };
        let paths: Vec<PathBuf> = all
            .iter()
            .map(|(name, document, view)| {
                written(&format!("{name}-{family:?}"), &pdf(document, view, options()))
            })
            .collect();
        let Some(found) = taken_out(&paths) else { return };
        let (mut sum, mut wrong) = (0, 0);
        for ((name, document, view), pages) in all.iter().zip(&found) {
            let (expected, got) = compared(document, view, setting(), pages);
            let (all, own) = (errors(&expected, &got).len(), errors(&bare(&expected), &bare(&got)));
            println!(
                "{name} in {family:?}: {} pages, {} words, WER {:.2} %, with marks {:.2} %",
                pages.len(),
                expected.len(),
                rate(own.len(), expected.len()),
                rate(all, expected.len())
            );
            own.iter().take(8).for_each(|(old, new)| println!("  {old:?} became {new:?}"));
            sum += expected.len();
            wrong += all;
            if numbers(&got) != numbers(&expected) || own.len() * 100 > expected.len() {
                bad.push(format!("{name} in {family:?}"));
            }
        }
        println!("pdf in {family:?}: {sum} words, WER with marks {:.2} %", rate(wrong, sum));
        if wrong * 100 > sum {
            bad.push(format!("{family:?}"));
        }
    }
    assert!(bad.is_empty(), "{bad:?}");
}

#[expect(clippy::cast_precision_loss, reason = "a rate to be printed")]
fn rate(wrong: usize, of: usize) -> f64 {
    100.0 * wrong as f64 / of.max(1) as f64
}

fn said(tool: &str, path: &Path, before: &[&str]) -> Option<String> {
    let Ok(output) = Command::new(tool).args(before).arg(path).output() else {
        println!("skipped: no {tool}");
        return None;
    };
    Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}

#[test]
fn files_are_sound_and_carry_their_fonts() {
    for family in [Family::Amiri, Family::Naskh] {
        for (name, document, view) in all() {
            let options = Options { family, ..Options::default() };
            let path = written(&format!("{name}-{family:?}"), &pdf(&document, &view, options));
            let Some(checked) = said("qpdf", &path, &["--check"]) else { return };
            assert!(checked.contains("No syntax or stream encoding errors found"), "{name}: {checked}");
            assert!(!checked.contains("WARNING"), "{name}: {checked}");
            let Some(fonts) = said("pdffonts", &path, &[]) else { return };
            let rows: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(!rows.is_empty(), "{name}: {fonts}");
            for row in &rows {
                // «emb sub uni», then the object.
                let cells: Vec<&str> = row.split_whitespace().rev().take(5).collect();
                assert_eq!(cells[2..], ["yes", "yes", "yes"], "{name}: {row}");
            }
            let of_family =
                rows.iter().any(|row| row.contains(if family == Family::Amiri { "Amiri" } else { "Naskh" }));
            assert!(of_family, "{name}: {fonts}");
        }
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    for (name, document, view) in all() {
        for format in [Format::Pdf, Format::ReviewPdf] {
            let one = || export(&document, &view, Options::default(), format).expect("a PDF").bytes;
            assert!(one() == one(), "{name} as {}", format.keyword());
        }
    }
}
