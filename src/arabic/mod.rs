//! What Arabic minutes need from the language: dates, agreement, hygiene, folding, numerals and places.

pub mod agreement;
mod anchored;
pub mod columns;
pub mod cues;
pub mod date;
pub mod figures;
pub mod fold;
pub mod fused;
pub mod given;
mod grammar;
pub mod hijri;
mod hours;
pub mod hygiene;
pub mod kept;
pub mod labels;
pub mod lead;
pub mod lexicon;
pub mod named;
pub mod naming;
pub mod normal;
pub mod noted;
mod nouns;
pub mod numerals;
pub mod phrases;
pub mod places;
pub mod prefix;
pub mod previous;
pub mod proceedings;
pub mod reading;
pub mod regions;
pub mod roll;
pub mod search;
pub mod session;
mod spoken;
mod tokens;
pub mod verbs;
pub mod when;
mod wording;

pub use agreement::{Agreement, Case, Company, Gender, is_left_open, open, verb};
pub use anchored::{anchored, has_stray_mark};
pub use date::{Date, Time, Weekday};
pub use figures::{figures, is_right_to_left};
pub use fold::{fold, is_mark};
pub use hijri::{Corresponding, Hijri};
pub use hygiene::{
    Class, Cleaned, Edit, Removed, Source, clean, edits, for_readers, is_forbidden, is_no_break,
};
pub use kept::kept_together;
pub use lexicon::{
    CountStyle, Form, HONORIFICS, Shape, accusative, counted, describe, group, honorific, ordinal, role,
    role_of,
};
pub use normal::{compatible, is_nfc, last_mark, nfc, starts_segment};
pub use numerals::names_heading;
pub use phrases::Phrase;
pub use prefix::{ENDS, join, list, with_ba, with_li};
pub use reading::{Reading, date_at_start, find_dates, read};
pub use session::{Sitting, body_gender};
pub use when::{Edge, Style, When, write, write_alone};
pub use wording::oblique;

/// The article, as it is joined to a word.
pub const ARTICLE: &str = "ال";
