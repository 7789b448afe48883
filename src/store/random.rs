//! Random names from the system: for records and for sessions of editing.

use std::hash::{BuildHasher, RandomState};

use crate::document::RecordId;

/// A name for a new record: 128 random bits.
#[must_use]
pub fn random_record_id() -> RecordId {
    RecordId((u128::from(random()) << 64) | u128::from(random()))
}

/// A number for a session of editing, drawn at each opening; never 0, which is for templates and tests.
#[must_use]
pub fn random_session() -> u32 {
    let [.., a, b, c, d] = random().to_be_bytes();
    u32::from_be_bytes([a, b, c, d]).max(1)
}

/// 64 random bits. Should the system refuse them, the keys that the standard library drew at the start serve.
pub(super) fn random() -> u64 {
    getrandom::u64().unwrap_or_else(|_| RandomState::new().hash_one(std::process::id()))
}
