//! Any bytes as a record's file: reading never panics, and what opens is written and read again as the same record; what
//! is salvaged of the others is a sound record, too.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mahdar::document::Document;
use mahdar::store::{open_bytes, parse, salvage, write};

fuzz_target!(|bytes: &[u8]| {
    // Half of what is tried would end at the first line: give it that.
    if bytes.starts_with(b"(") {
        read(&[b"// mahdar 1\n", bytes].concat());
    } else {
        read(bytes);
    }
});

fn read(bytes: &[u8]) {
    match open_bytes(bytes) {
        Ok(opened) => same(&opened.document),
        Err(_) => {
            let Some(salvaged) = salvage(bytes) else { return };
            assert!(salvaged.document.check().is_empty(), "{:?}", salvaged.document.check());
            same(&salvaged.document);
        }
    }
}

fn same(document: &Document) {
    let written = write(document);
    let again = match parse(written.as_bytes()) {
        Ok(again) => again,
        Err(error) => panic!("what was written does not open: {error}\n{written}"),
    };
    assert!(again == *document, "another record was read than was written:\n{written}");
    assert_eq!(write(&again), written, "the same record gives other bytes");
}
