//! Any bytes as the text of another program: reading it ends without a panic, what is read is clean and whole, and the
//! record made of it is a sound one.

#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use mahdar::arabic::{Source, clean};
use mahdar::document::{RecordId, Stamp};
use mahdar::import::{Format, Fresh, Read, read, record};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    // The first byte says as what the rest is given.
    let Some((how, rest)) = bytes.split_first() else { return };
    let read = match how % 4 {
        0 => read(rest, None),
        1 => read(rest, Some(Format::Html)),
        2 => read(&packed(&[("word/document.xml", rest)]), None),
        _ => {
            // A text with lists and styles: what lies between two zeros is a part each.
            let mut parts = rest.split(|byte| *byte == 0);
            let mut next = || parts.next().unwrap_or_default();
            let all =
                [("word/document.xml", next()), ("word/styles.xml", next()), ("word/numbering.xml", next())];
            read(&packed(&all), None)
        }
    };
    if let Ok(read) = read {
        holds(&read);
        let fresh = Fresh { id: RecordId(7), session: 7, at: Stamp(0), author: String::new() };
        if let Ok(document) = record(&read, "a.docx", &fresh) {
            assert!(document.check().is_empty(), "{:?}", document.check());
        }
    }
});

/// What is promised of every paragraph.
fn holds(read: &Read) {
    for para in &read.paragraphs {
        assert!(!para.text.is_empty() && para.text.trim() == para.text, "{para:?}");
        assert!(!para.text.contains(['\n', '\r']), "{para:?}");
        assert_eq!(clean(&para.text, Source::File).removed.total(), 0, "{para:?}");
        for (range, _) in &para.marks {
            assert!(para.text.get(range.clone()).is_some_and(|words| !words.is_empty()), "{para:?}");
        }
    }
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    const RELATED: &[u8] = b"<a><Relationship Type=\"/styles\" Target=\"styles.xml\"/>\
        <Relationship Type=\"/numbering\" Target=\"numbering.xml\"/></a>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let own = [("[Content_Types].xml", &b"<a/>"[..]), ("word/_rels/document.xml.rels", RELATED)];
    for (name, bytes) in own.iter().chain(parts) {
        zip.start_file(*name, stored).expect("a name of ours");
        zip.write_all(bytes).expect("memory takes all");
    }
    zip.finish().expect("memory takes all").into_inner()
}
