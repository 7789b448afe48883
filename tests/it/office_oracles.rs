//! DOCX and ODT as other programs read them: LibreOffice, and the audit of the schema.

use std::path::{Path, PathBuf};
use std::process::Command;

use mahdar::document::{Document, OutputKind, RecordId, Stamp};
use mahdar::export::{Format, Image, Options, export};
use mahdar::import::{self, Para};
use mahdar::template::View;

use crate::office::{expected, markup, pictured, png, reviewed, sampled, words_of};
use crate::seeds::{facts, record as seeded, stretches};
use crate::store::record::{self, Size};

/// A folder of its own in the temporary one, or one that is kept to be looked at.
pub(crate) struct Folder(pub(crate) PathBuf, bool);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("mahdar-office-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path, false)
    }

    fn kept() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures/office");
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path, true)
    }

    #[allow(clippy::disallowed_methods, reason = "a test prepares files for other programs")]
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(if self.1 { self.0.join("profile") } else { self.0.clone() });
    }
}

/// Every output of the samples, the five texts beside the project, and a long record.
fn cases() -> Vec<(String, Document, View)> {
    let mut cases = sampled();
    cases.push(("pictured".to_owned(), pictured(), View::of(OutputKind::Minutes)));
    for fact in facts() {
        let Some(stretches) = stretches(&fact.seed) else {
            println!("skipped: no seeds");
            break;
        };
        let document = seeded(&fact.seed, &stretches);
        let view = View::main(&document);
        cases.push((fact.seed.file.replace(".txt", ""), document, view));
    }
    // Two hundred pages.
    let long = record::record(Size { words: 70_000, each: 37 });
    let view = View::main(&long);
    cases.push(("long".to_owned(), long, view));
    cases
}

fn bytes(document: &Document, view: &View, format: Format) -> Vec<u8> {
    let (logo, photo) = (png(240, 240), png(900, 600));
    let images = [Image { name: "logo.png", bytes: &logo }, Image { name: "photo.png", bytes: &photo }];
    let options = Options { images: &images, ..Options::default() };
    export(document, view, options, format).expect("a file").bytes
}

/// Converts all files at once; nothing where LibreOffice is not there.
pub(crate) fn convert(files: &[PathBuf], to: &str, into: &Folder) -> Option<()> {
    let profile = into.0.join("profile");
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(&into.0)
        .args(files)
        .output();
    match done {
        Ok(done) => {
            assert!(done.status.success(), "soffice: {}", String::from_utf8_lossy(&done.stderr));
            Some(())
        }
        Err(error) => {
            println!("skipped: soffice: {error}");
            None
        }
    }
}

/// How many words must be changed, left out or put in to make one text the other.
fn errors(a: &[String], b: &[String]) -> usize {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}

#[test]
fn libreoffice_reads_the_words_of_both_files_in_their_order() {
    let folder = Folder::kept();
    let mut files = Vec::new();
    let mut all = Vec::new();
    for (name, document, view) in cases() {
        for (format, ending) in [(Format::Docx, "docx"), (Format::Odt, "odt")] {
            let name = format!("{name}-{ending}");
            files.push(folder.put(&format!("{name}.{ending}"), &bytes(&document, &view, format)));
            all.push((name, expected(&document, &view)));
        }
    }
    let Some(()) = convert(&files, "txt:Text (encoded):UTF8", &folder) else { return };
    let (mut wrong, mut words) = (0, 0);
    for (name, expected) in all {
        let text = std::fs::read_to_string(folder.0.join(format!("{name}.txt"))).expect("its text");
        let read = words_of(text.trim_start_matches('\u{feff}'));
        let errors = errors(&expected, &read);
        if errors > 0 {
            let at = expected.iter().zip(&read).position(|(a, b)| a != b);
            println!("{name}: {errors} of {} words, first at {at:?}", expected.len());
            let at = at.unwrap_or(0);
            println!("  {:?}\n  {:?}", expected.get(at..at + 6), read.get(at..at + 6));
        }
        wrong += errors;
        words += expected.len();
    }
    println!("WER of {} files: {wrong} / {words}", files.len());
    assert_eq!(wrong, 0);
}

#[test]
fn what_libreoffice_saves_is_read_as_what_was_written() {
    let folder = Folder::new("back");
    let back = Folder::new("back-out");
    let mut files = Vec::new();
    let mut all = Vec::new();
    for (name, document, view) in cases() {
        let bytes = bytes(&document, &view, Format::Docx);
        files.push(folder.put(&format!("{name}.docx"), &bytes));
        all.push((name, document, bytes));
    }
    let Some(()) = convert(&files, "docx", &back) else { return };
    for (name, document, bytes) in all {
        let saved = std::fs::read(back.0.join(format!("{name}.docx"))).expect("what it saved");
        let ours = import::read(&bytes, Some(import::Format::Docx)).expect("our own");
        let theirs = import::read(&saved, Some(import::Format::Docx)).expect("theirs");
        let texts = |read: &[Para]| -> Vec<(String, Option<(u8, String)>)> {
            let listed = |para: &Para| para.list.as_ref().map(|list| (list.level, list.label.clone()));
            read.iter().map(|para| (para.text.clone(), listed(para))).collect()
        };
        assert_eq!(texts(&ours.paragraphs), texts(&theirs.paragraphs), "{name}");
        let fresh = import::Fresh { id: RecordId(9), session: 4, at: Stamp(0), author: String::new() };
        let levels = |read: &import::Read| -> Vec<(Option<u8>, String)> {
            let record = import::record(read, &name, &fresh).expect("a record");
            record.blocks().iter().map(|block| (block.kind.depth(), block.text.text().to_owned())).collect()
        };
        assert_eq!(levels(&ours), levels(&theirs), "{name}");
        // The list itself comes back: axes as headings, everything below them on its level.
        if name.ends_with("recommendations") {
            let below = |depth: &Option<u8>| depth.is_some_and(|depth| depth > 0);
            let asked = document.blocks().iter().map(|block| block.kind.depth()).filter(below);
            let read = levels(&theirs).into_iter().map(|(depth, _)| depth).filter(below);
            assert_eq!(asked.collect::<Vec<_>>(), read.collect::<Vec<_>>(), "{name}");
        }
    }
}

#[test]
fn the_audit_of_the_schema_finds_nothing() {
    let audit = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/oracles/bin/openxml-audit");
    if !audit.exists() {
        println!("skipped: no openxml-audit in target/oracles");
        return;
    }
    let folder = Folder::new("audit");
    let mut all = cases();
    all.push(("reviewed".to_owned(), reviewed(), markup()));
    for (name, document, view) in &all {
        folder.put(&format!("{name}.docx"), &bytes(document, view, Format::Docx));
        folder.put(&format!("{name}.odt"), &bytes(document, view, Format::Odt));
    }
    let done = Command::new(&audit).args(["--recursive", "--quiet"]).arg(&folder.0).output().expect("a run");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.trim().is_empty(), "{said}");
    println!("audited: {} records, each as DOCX and ODT", all.len());
}
