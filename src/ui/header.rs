//! The header filled in: body, session, dates, place, chairs, the record's texts and its letterhead.

mod choices;
mod dating;
mod rows;

use eframe::egui::{Id, Rect};

use crate::arabic;
use crate::document::{FieldPath, OutputKind};
use crate::edit::Command;

pub use choices::{Choice, provinces};
pub use dating::Dating;
pub use rows::{form, form_height};

/// What the form asks the window to do.
pub enum Asked {
    /// Give the record another value.
    Run(Command),
    /// Give this text the next outgoing number of its body.
    Number(OutputKind),
    /// Offer the choices of a field below this rectangle.
    Choose(Choice, Rect),
    /// Offer the days of a date below this rectangle.
    Calendar(FieldPath, Rect),
    /// Bring this rectangle into view: the keyboard went there.
    Show(Rect),
}

/// The form's first field: where a new record begins.
#[must_use]
pub fn first_field() -> Id {
    field_id(FieldPath::BodyName)
}

/// The control of this field, by which it is given the keyboard.
#[must_use]
pub fn field_id(path: FieldPath) -> Id {
    Id::unique(("field", path.to_string()))
}

/// The key of a weekday's name.
#[must_use]
pub fn weekday_key(day: arabic::Weekday) -> &'static str {
    match day {
        arabic::Weekday::Monday => "weekday-monday",
        arabic::Weekday::Tuesday => "weekday-tuesday",
        arabic::Weekday::Wednesday => "weekday-wednesday",
        arabic::Weekday::Thursday => "weekday-thursday",
        arabic::Weekday::Friday => "weekday-friday",
        arabic::Weekday::Saturday => "weekday-saturday",
        arabic::Weekday::Sunday => "weekday-sunday",
    }
}

/// How far the page is to be scrolled to show this part of the form; down is positive.
#[must_use]
pub fn way_into(part: Rect, view: Rect) -> f32 {
    let (above, below) = (part.top() - view.top() - 8.0, part.bottom() - view.bottom() + 8.0);
    if above < 0.0 { above } else { below.max(0.0) }
}
