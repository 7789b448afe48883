//! The samples: whole records of our own, each text of theirs held byte for byte in `tests/golden`.
//!
//! `MAHDAR_BLESS=1` writes the samples in their canonical form and the texts as they are composed now; read what
//! changed before it is committed.
#![allow(clippy::disallowed_methods, reason = "blessing writes into the source tree, on purpose only")]

use std::fs;
use std::path::{Path, PathBuf};

use mahdar::check::{Certainty, findings};
use mahdar::document::{Document, OutputKind};
use mahdar::export::{Format, Options, export};
use mahdar::store;
use mahdar::template::{self, View, quorum};

pub(crate) const SAMPLES: [&str; 6] = [
    "regional-minutes",
    "council-resolutions",
    "regional-meeting",
    "speaker-news",
    "provincial-meeting",
    "press-communique",
];

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn is_blessing() -> bool {
    std::env::var_os("MAHDAR_BLESS").is_some_and(|set| set == "1")
}

/// The file's text, which must be this; or is made this, when blessing.
#[track_caller]
pub(crate) fn holds(path: &Path, expected: &str) {
    if is_blessing() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, expected).expect("the file");
        return;
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(found == expected, "{}\n{}", path.display(), difference(&found, expected));
}

/// The lines that differ: «-» as the file has it, «+» as it is now.
fn difference(found: &str, now: &str) -> String {
    let (found, now): (Vec<&str>, Vec<&str>) = (found.lines().collect(), now.lines().collect());
    let head = found.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let rest = |lines: &[&str]| lines.len() - head;
    let tail = found.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = tail.min(rest(&found)).min(rest(&now));
    let mut text = format!("line {}:\n", head + 1);
    for line in &found[head..found.len() - tail] {
        text.push_str(&format!("- {line}\n"));
    }
    for line in &now[head..now.len() - tail] {
        text.push_str(&format!("+ {line}\n"));
    }
    text
}

pub(crate) fn sample(name: &str) -> Document {
    let path = root().join("samples").join(format!("{name}.mahdar"));
    let opened = store::open(&path).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert!(opened.warnings.is_empty(), "{name}: {:?}", opened.warnings);
    opened.document
}

fn text(document: &Document, output: OutputKind) -> String {
    let exported = export(document, &View::of(output), Options::default(), Format::Txt).expect("a text");
    String::from_utf8(exported.bytes).expect("plain text is UTF-8")
}

#[test]
fn each_sample_is_saved_as_it_stands() {
    for name in SAMPLES {
        let path = root().join("samples").join(format!("{name}.mahdar"));
        holds(&path, &store::write(&sample(name)));
    }
}

#[test]
fn each_text_of_each_sample_reads_as_it_was_proofread() {
    let mut expected: Vec<PathBuf> = Vec::new();
    for name in SAMPLES {
        let document = sample(name);
        for output in document.outputs() {
            let path = root().join("tests/golden").join(format!("{name}.{}.txt", output.kind));
            holds(&path, &text(&document, output.kind));
            expected.push(path);
        }
    }
    expected.sort();
    let mut found: Vec<PathBuf> = fs::read_dir(root().join("tests/golden"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    assert_eq!(found, expected, "a golden text belongs to no sample");
}

#[test]
fn the_samples_have_neither_errors_nor_gaps() {
    for name in SAMPLES {
        let document = sample(name);
        let errors: Vec<_> =
            findings(&document).into_iter().filter(|finding| finding.certainty == Certainty::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        for output in document.outputs() {
            let text = text(&document, output.kind);
            for gap in ["[", "(ت)", "(ة)", "  ", " ،", "،،", "،.", "؛."] {
                assert!(!text.contains(gap), "{name} {}: {gap:?} in\n{text}", output.kind);
            }
        }
    }
}

#[test]
fn the_demo_is_the_richest_sample() {
    let document = template::demo();
    assert_eq!(document, sample("regional-minutes"));
    let counted = quorum(&document).expect("a quorum");
    assert_eq!((counted.present, counted.members, counted.needed, counted.reached), (22, 27, 14, true));
}

#[test]
fn no_public_text_of_a_sample_tells_what_is_for_the_minutes() {
    let document = sample("regional-minutes");
    for output in
        [OutputKind::Communique, OutputKind::Recommendations, OutputKind::Short, OutputKind::Invitation]
    {
        let text = text(&document, output);
        for words in ["واجب الانخراط", "عذر صحي", "رُفعت الجلسة", "المرفقات"]
        {
            assert!(!text.contains(words), "{output}: {words}");
        }
    }
    assert!(text(&document, OutputKind::Minutes).contains("واجب الانخراط"));
}
