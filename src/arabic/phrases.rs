//! The fixed words that composed texts bring themselves, in the language of the record: headings, facts, names of fields.

/// A fixed phrase of a composed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phrase {
    /// Over the agenda of minutes.
    Agenda,
    /// Over what goes with the text.
    Annexes,
    /// Before those who came, in a sentence.
    InPresenceOf,
    /// Before the outgoing number.
    Number,
    /// Before the reference.
    Reference,
    /// Before the day of an invitation.
    Date,
    /// Before the time of an invitation.
    Time,
    /// Before the place of an invitation.
    Venue,
    /// The name of an empty chair field.
    NoChair,
    /// The name of an empty rapporteur field.
    NoRapporteur,
    /// The name of an empty person field.
    NoPerson,
    /// The name of an empty date field.
    NoDates,
    /// The name of an empty time field.
    NoTime,
    /// The name of an empty venue field.
    NoVenue,
    /// The name of an empty body field.
    NoBody,
    /// The name of an empty organisation field.
    NoOrganisation,
    /// The name of an empty region field.
    NoRegion,
    /// The name of an empty province field.
    NoProvince,
    /// The name of an empty attendance field.
    NoAttendance,
    /// The name of an empty number field.
    NoNumber,
    /// The name of an empty reference field.
    NoReference,
}

impl Phrase {
    /// The verb for holding a meeting, for a masculine and a feminine body.
    #[must_use]
    pub fn held() -> (&'static str, &'static str) {
        ("عقد", "عقدت")
    }

    /// The words in Arabic.
    #[must_use]
    pub fn arabic(self) -> &'static str {
        match self {
            Self::Agenda => "جدول الأعمال",
            Self::Annexes => "المرفقات",
            Self::InPresenceOf => "بحضور",
            Self::Number => "رقم الصادر:",
            Self::Reference => "المرجع:",
            Self::Date => "التاريخ:",
            Self::Time => "الساعة:",
            Self::Venue => "المكان:",
            Self::NoChair => "[رئاسة الاجتماع]",
            Self::NoRapporteur => "[مقرر(ة) الاجتماع]",
            Self::NoPerson => "[الاسم]",
            Self::NoDates => "[التاريخ]",
            Self::NoTime => "[الساعة]",
            Self::NoVenue => "[المكان]",
            Self::NoBody => "[الهيئة]",
            Self::NoOrganisation => "[التنظيم]",
            Self::NoRegion => "[الجهة]",
            Self::NoProvince => "[الإقليم]",
            Self::NoAttendance => "[الحضور]",
            Self::NoNumber => "[رقم الصادر]",
            Self::NoReference => "[المرجع]",
        }
    }
}
