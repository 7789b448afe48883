//! The fixed words that composed texts bring themselves, in the language of the record: headings, facts, names of fields.

/// A fixed phrase of a composed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phrase {
    /// Over the agenda of minutes.
    Agenda,
    /// Over what goes with the text.
    Annexes,
    /// Over the axes of recommendations where nothing else says what they are.
    Axes,
    /// Before those who came, in a sentence.
    InPresenceOf,
    /// Before the outgoing number.
    Number,
    /// In place of a value of the head that is not filled in.
    Missing,
    /// The stamp of a text that is not approved yet.
    Draft,
    /// What minutes that are not approved yet are, on a copy for review.
    DraftMinutes,
    /// What a text that is approved is, on a copy for review.
    ReviewCopy,
    /// Before the number of a version.
    Version,
    /// Before the number of a paragraph, in the margin of a copy for review.
    ParagraphMark,
    /// What the picture in a letterhead is.
    Logo,
    /// What another picture is.
    Photo,
    /// Before the reference.
    Reference,
    /// Before whom the press may ask, at the end of what is published.
    Contact,
    /// Before words somebody suggests to add.
    Added,
    /// Before words somebody suggests to drop.
    Dropped,
    /// Over the remarks below a text.
    Remarks,
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
            Self::Axes => "المحاور:",
            Self::InPresenceOf => "بحضور",
            Self::Number => "رقم الصادر:",
            Self::Missing => "غير مدخل",
            Self::Draft => "مسودة",
            Self::DraftMinutes => "مشروع محضر",
            Self::ReviewCopy => "نسخة للاطلاع",
            Self::Version => "النسخة",
            Self::ParagraphMark => "ف",
            Self::Logo => "شعار",
            Self::Photo => "صورة",
            Self::Reference => "المرجع:",
            Self::Contact => "للتواصل:",
            Self::Added => "إضافة مقترحة",
            Self::Dropped => "حذف مقترح",
            Self::Remarks => "التعليقات",
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

    /// What a page in French says in its head; the words in Arabic where it says nothing of its own.
    #[must_use]
    pub fn french(self) -> &'static str {
        match self {
            Self::Number => "N° d’ordre\u{a0}:",
            Self::Missing => "non renseigné",
            Self::Draft => "Brouillon",
            Self::Contact => "Contact\u{a0}:",
            Self::Added => "ajout proposé",
            Self::Dropped => "suppression proposée",
            Self::DraftMinutes => "Projet de procès-verbal",
            Self::ReviewCopy => "Copie de lecture",
            Self::Version => "Version",
            Self::ParagraphMark => "§",
            Self::Logo => "Logo",
            Self::Photo => "Photo",
            Self::Remarks => "Commentaires",
            other => other.arabic(),
        }
    }

    /// What a page in English says in its head; the words in Arabic where it says nothing of its own.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Number => "Ref. no.:",
            Self::Missing => "not filled in",
            Self::Draft => "Draft",
            Self::Contact => "Contact:",
            Self::Added => "suggested addition",
            Self::Dropped => "suggested deletion",
            Self::DraftMinutes => "Draft minutes",
            Self::ReviewCopy => "Reading copy",
            Self::Version => "Version",
            Self::ParagraphMark => "§",
            Self::Logo => "Logo",
            Self::Photo => "Photo",
            Self::Remarks => "Remarks",
            other => other.arabic(),
        }
    }
}

/// The place and the day at the head of a letter: «فاس، في 14 نونبر 2026», «فاس، من 14 إلى 16 نونبر 2026».
#[must_use]
pub fn at_on(place: &str, day: &str) -> String {
    // What says by itself how it stands in time takes no word before it.
    let stands =
        ["من ", "في ", "يوم ", "يومي ", "أيام ", "ابتداء ", "خلال "].iter().any(|word| day.starts_with(word));
    let day = if stands { day.to_owned() } else { format!("في {day}") };
    if place.is_empty() { day } else { format!("{place}، {day}") }
}

/// A remark after the words it is on.
#[must_use]
pub fn on_words(quoted: &str, remark: &str) -> String {
    format!("«{quoted}» – {remark}")
}

/// The number at the foot of a page: «1 / 3», to be laid out from left to right.
#[must_use]
pub fn page_of(page: usize, pages: usize, arabic_digits: bool) -> String {
    // Arabic digits would draw the stroke between them to their own direction; the marks hold it.
    let text = format!("{page} \u{200E}/\u{200E} {pages}");
    if arabic_digits { super::numerals::to_arabic_indic(&text) } else { text }
}
