//! Templates, and the one place that turns a record into a text: numbers, fields, audience, review.

mod beside;
mod bundled;
mod clause;
pub mod complete;
mod compose;
mod counts;
mod drawn;
mod field;
pub mod find;
mod generated;
mod head;
mod inside;
mod numbers;
pub mod phrases;
mod quorum;
mod short;
pub mod stops;
mod suggested;
mod view;

pub use bundled::{TemplateInfo, demo, list, load};
pub use clause::dispensable;
pub use compose::{Composer, compose, said, said_in, title};
pub use counts::Counts;
pub use field::{person_name, person_role, person_said};
pub use generated::{agenda_line, attendance_sentence, header_sentence};
pub use head::{Head, Numbered, head, in_language, is_draft, lacks_number, state};
pub use inside::kept_inside;
pub use numbers::{Number, Numbers};
pub use quorum::{Beyond, Quorum, beyond_members, quorum};
pub use suggested::{accepted, kept_inside_both};
pub use view::{
    Cell, Composed, Composition, How, Part, Readers, Reading, Scope, Segment, Shown, TableRow, View, signer,
};
