//! Texts of other programs on their way into a record: what they say, paragraph by paragraph, and what that means.

mod dateline;
mod docx;
mod gather;
mod html;
mod line;
mod markdown;
mod outline;
mod parts;
mod people;
mod plain;
mod record;
mod residue;
mod retold;
mod rolls;
mod signing;
pub mod source;
mod tables;

pub use parts::several_in;
pub use plain::{Decoded, decode};
pub use record::{Fresh, record};
pub use source::{Format, Left, Listed, Para, Read, ReadError, Row, Told, read};
