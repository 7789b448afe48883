//! Any bytes as a record's file: reading never panics, and what opens is written and read again as the same record.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mahdar::store::{open_bytes, parse, write};

fuzz_target!(|bytes: &[u8]| {
    // Half of what is tried would end at the first line: give it that.
    if bytes.starts_with(b"(") {
        read(&[b"// mahdar 1\n", bytes].concat());
    } else {
        read(bytes);
    }
});

fn read(bytes: &[u8]) {
    let Ok(opened) = open_bytes(bytes) else { return };
    let written = write(&opened.document);
    let again = match parse(written.as_bytes()) {
        Ok(again) => again,
        Err(error) => panic!("what was written does not open: {error}\n{written}"),
    };
    assert!(again == opened.document, "another record was read than was written:\n{written}");
    assert_eq!(write(&again), written, "the same record gives other bytes");
}
