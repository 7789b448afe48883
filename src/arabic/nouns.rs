//! What organisations, bodies, places of meetings and sittings are called, folded.

/// What organisations are called.
pub(super) const ORGANISATIONS: [&str; 26] = [
    "حزب",
    "اتحاد",
    "جمعيه",
    "رابطه",
    "شبكه",
    "منتدي",
    "نقابه",
    "منظمه",
    "تعاضديه",
    "فيدراليه",
    "كونفدراليه",
    "مؤسسه",
    "موسسه",
    "تعاونيه",
    "هيئه",
    "هييه",
    "حركه",
    "مرصد",
    "ائتلاف",
    "ايتلاف",
    "جامعه",
    "عصبه",
    "فدراليه",
    "تنسيقيه",
    "وداديه",
    "نادي",
];

/// What bodies are called.
pub(super) const BODIES: [&str; 20] = [
    "مكتب",
    "مجلس",
    "امانه",
    "كتابه",
    "لجنه",
    "قطب",
    "فرع",
    "شبيبه",
    "هييه",
    "قياده",
    "خليه",
    "سكرتاريه",
    "منسقيه",
    "تنسيقيه",
    "منظمه",
    "قطاع",
    "فريق",
    "نادي",
    "جمعيه",
    "مندوبيه",
];

/// What places of meetings are called.
pub(super) const PLACES: [&str; 26] = [
    "مقر",
    "مركب",
    "مدينه",
    "قاعه",
    "دار",
    "فندق",
    "مركز",
    "قصر",
    "رحاب",
    "فضاء",
    "خيمه",
    "مدرج",
    "مسرح",
    "مكتبه",
    "معهد",
    "كليه",
    "بيت",
    "غرفه",
    "نادي",
    "مدرسه",
    "ثانويه",
    "جماعه",
    "عماله",
    "ولايه",
    "موسسه",
    "المقر",
];

/// The sitting's nouns: how they are written, the word of the command line, and in which shape.
pub(super) const SITTINGS: [(&str, &str, Shape); 25] = [
    ("اجتماعا", "meeting", Shape::Indefinite),
    ("اجتماع", "meeting", Shape::Bare),
    ("جلسه", "session", Shape::Bare),
    ("موتمر", "congress", Shape::Bare),
    ("جمع", "assembly", Shape::Bare),
    ("الاجتماع", "meeting", Shape::Definite),
    ("اجتماعه", "meeting", Shape::Possessed),
    ("اجتماعها", "meeting", Shape::Possessed),
    ("للاجتماع", "meeting", Shape::Definite),
    ("دوره", "session", Shape::Indefinite),
    ("الدوره", "session", Shape::Definite),
    ("دورته", "session", Shape::Possessed),
    ("دورتها", "session", Shape::Possessed),
    ("للدوره", "session", Shape::Definite),
    ("لقاء", "gathering", Shape::Indefinite),
    ("اللقاء", "gathering", Shape::Definite),
    ("لقاءه", "gathering", Shape::Possessed),
    ("لقاءها", "gathering", Shape::Possessed),
    ("مؤتمرا", "congress", Shape::Indefinite),
    ("موتمرا", "congress", Shape::Indefinite),
    ("الموتمر", "congress", Shape::Definite),
    ("موتمره", "congress", Shape::Possessed),
    ("موتمرها", "congress", Shape::Possessed),
    ("جمعا", "assembly", Shape::Indefinite),
    ("الجمع", "assembly", Shape::Definite),
];

/// How the noun of a sitting stands in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// «اجتماعا»
    Indefinite,
    /// Before the body whose it is, «اجتماع المكتب», or as a subject, «اجتماع عادي للمكتب».
    Bare,
    /// «الاجتماع»
    Definite,
    /// «اجتماعه»
    Possessed,
}

/// The word without «بـ», «لـ» and the article.
pub(super) fn stem(word: &str) -> &str {
    let word = word
        .strip_prefix("لل")
        .or_else(|| word.strip_prefix(['ب', 'ل']).filter(|w| w.chars().count() > 2))
        .unwrap_or(word);
    word.strip_prefix("ال").unwrap_or(word)
}

/// Whether this word heads the name of a body, whatever is joined to it.
pub(super) fn is_body(word: &str) -> bool {
    // «لجنة» begins with no letter that is joined, «للجنة» with one.
    word == "للجنه" || BODIES.contains(&word) || BODIES.contains(&stem(word))
}
