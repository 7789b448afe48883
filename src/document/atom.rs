//! Fields in the text: a closed set, resolved from the record when it is composed.

use serde::{Deserialize, Serialize};

use super::id::PersonId;
use crate::arabic::Case;

/// A field inside a text. Its words come from the record, with agreement, each time it is shown.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum Atom {
    /// Who chaired.
    Chair(PersonForm),
    /// Who took the minutes.
    Rapporteur(PersonForm),
    /// A person of the record.
    Person(PersonId, PersonForm),
    /// The day or days of the meeting.
    Dates(DateForm),
    /// When it began.
    Start,
    /// When it ended.
    End,
    /// Where it was held.
    Venue(VenueForm),
    /// The body that met.
    Body(BodyForm),
    /// Its session.
    Session(SessionForm),
    /// A verb that agrees with its subject: «ترأس» or «ترأست».
    Verb {
        /// The form for a man.
        masculine: String,
        /// The form for a woman.
        feminine: String,
        /// What it agrees with.
        of: Subject,
    },
    /// Those present, as the sentence names them.
    Attendance(Case),
    /// A number with its noun: «11 عضوا».
    Count {
        /// What is counted.
        of: Counted,
        /// The noun, a key of the lexicon; empty for the bare number.
        noun: String,
    },
    /// The next meeting's day or days.
    NextDates(DateForm),
    /// The next meeting's place.
    NextVenue(VenueForm),
    /// The outgoing number of the text that is shown.
    Number,
    /// The reference of the text that is shown.
    Reference,
}

/// How a person is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum PersonForm {
    /// «السيدة ليلى المرابط، الكاتبة الجهوية».
    Full,
    /// «السيدة ليلى المرابط».
    Name,
    /// «الكاتبة الجهوية».
    Role,
    /// «الكاتبة الجهوية السيدة ليلى المرابط».
    RoleFirst,
}

/// How a date is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum DateForm {
    /// «يوم السبت 2 مارس 2024».
    WithDay,
    /// «2 مارس 2024».
    Plain,
    /// «مارس 2024».
    Month,
}

/// How a place is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum VenueForm {
    /// «المقر الجهوي».
    Bare,
    /// «بالمقر الجهوي».
    At,
}

/// How the body is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum BodyForm {
    /// «الكتابة الجهوية».
    Name,
    /// «للكتابة الجهوية».
    ForName,
    /// «الكتابة الجهوية لاتحاد الجمعيات البيئية».
    Full,
    /// «اتحاد الجمعيات البيئية».
    Organisation,
    /// «لاتحاد الجمعيات البيئية».
    ForOrganisation,
    /// «فاس مكناس», without dashes.
    Region,
    /// «تاونات».
    Province,
}

/// How the session is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum SessionForm {
    /// «اجتماعا دوريا», after a verb.
    Indefinite,
    /// «الاجتماع الدوري السابع».
    Definite,
    /// «اجتماعها الدوري السابع», of the body that met, after a verb.
    Possessed,
    /// «للاجتماع الدوري السابع».
    For,
}

/// What a verb agrees with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// The first chair.
    Chair,
    /// The rapporteur.
    Rapporteur,
    /// The body that met.
    Body,
    /// A person of the record.
    Person(PersonId),
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum Counted {
    /// People present.
    Present,
    /// People excused.
    Excused,
    /// People absent without excuse.
    Absent,
    /// Members of the body.
    Members,
    /// Items of the agenda.
    Agenda,
    /// Decisions of this text.
    Decisions,
    /// Recommendations of this text, axes left out.
    Recommendations,
}
