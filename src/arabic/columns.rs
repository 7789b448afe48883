//! Tables of who was there: what the heads of their columns say they hold, and what a cell says of somebody.

use super::cues::Words;
use super::date::Time;
use super::fold::fold;
use super::hours::hour_at;
use super::named::{is_office, person_at};
use super::naming::Column;
use super::proceedings::Heading;
use super::roll;

/// What a column of a table of people holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// Something of the person.
    Person(Column),
    /// The number of the row.
    Number,
    /// Whether they were there.
    State,
    /// A sign for those of whom this is so.
    Sign(Heading),
    /// Where they sign.
    Signature,
    /// Why they were away.
    Reason,
    /// When they came.
    Arrived,
    /// When they left.
    Left,
    /// Who stood in for them.
    Deputy,
}

/// What a cell says of a presence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    /// On which list they stand; nothing where only hours are told.
    pub heading: Option<Heading>,
    /// When they came, if late.
    pub arrived: Option<Time>,
    /// When they left, if early.
    pub left: Option<Time>,
    /// Who stood in for them.
    pub deputy: String,
    /// Why they were absent.
    pub reason: String,
}

/// Heads that are no part of a roster; compared folded and without marks.
const HEADS: [(Head, &[&str]); 12] = [
    (
        Head::Number,
        &[
            "ر ت",
            "ر",
            "ت",
            "الرقم",
            "رقم",
            "الرقم الترتيبي",
            "رقم ترتيبي",
            "الترتيب",
            "العدد",
            "العدد الترتيبي",
            "n",
            "no",
            "num",
            "numero",
        ],
    ),
    (
        Head::State,
        &[
            "الحضور",
            "حضور",
            "الحالة",
            "حالة الحضور",
            "الحضور والغياب",
            "الحضور الغياب",
            "الحضور أو الغياب",
            "حضور غياب",
            "حضور أو غياب",
            "حاضر غائب",
            "وضعية الحضور",
            "présence",
            "présent absent",
            "presence",
            "attendance",
            "état",
            "status",
        ],
    ),
    (Head::Sign(Heading::Present), &["حاضر", "حاضر ة", "الحاضرون", "present", "présent"]),
    (
        Head::Sign(Heading::Excused),
        &[
            "معتذر",
            "معتذر ة",
            "متغيب بعذر",
            "غائب بعذر",
            "غياب بعذر",
            "الغياب بعذر",
            "بعذر",
            "excusé",
            "excused",
        ],
    ),
    (
        Head::Sign(Heading::Absent),
        &[
            "غائب",
            "غائب ة",
            "متغيب",
            "متغيب ة",
            "الغياب",
            "غياب",
            "متغيب بدون عذر",
            "غائب بدون عذر",
            "غياب بدون عذر",
            "بدون عذر",
            "absent",
        ],
    ),
    (
        Head::Signature,
        &[
            "التوقيع",
            "توقيع",
            "التوقيعات",
            "الإمضاء",
            "إمضاء",
            "الإمضاءات",
            "signature",
            "émargement",
            "emargement",
        ],
    ),
    (
        Head::Reason,
        &[
            "ملاحظات",
            "الملاحظات",
            "ملاحظة",
            "سبب الغياب",
            "أسباب الغياب",
            "السبب",
            "العذر",
            "observations",
            "observation",
            "remarques",
            "remarks",
        ],
    ),
    (Head::Arrived, &["ساعة الوصول", "الوصول", "ساعة الحضور", "ساعة الالتحاق", "وقت الحضور", "arrivée"]),
    (Head::Left, &["ساعة المغادرة", "المغادرة", "ساعة الانصراف", "الانصراف", "وقت المغادرة", "départ"]),
    (Head::Deputy, &["الوكيل", "النائب عنه", "ناب عنه", "ينوب عنه", "الموكل إليه", "mandataire"]),
    (
        Head::Person(Column::Role),
        &["الصفة داخل المكتب", "الصفة في المكتب", "المهمة داخل المكتب", "صفته", "الصفة أو المهمة"],
    ),
    (
        Head::Person(Column::Body),
        &["الجهة", "القطاع", "الهيئة الممثلة", "الجهة الممثلة", "المصلحة", "الهيئة أو المؤسسة"],
    ),
];

/// The words of a head or a cell, folded, marks left out.
fn bare(text: &str) -> String {
    let words = Words::of(text);
    (0..words.len()).map(|at| words.word(at)).collect::<Vec<_>>().join(" ")
}

/// What the head of a column says it holds.
#[must_use]
pub fn head(cell: &str) -> Option<Head> {
    let said = bare(cell);
    if said.is_empty() {
        // «#», «№».
        return cell.contains(['#', '№']).then_some(Head::Number);
    }
    let is = |(_, heads): &&(Head, &[&str])| heads.iter().any(|known| fold(known) == said);
    let own = HEADS.iter().find(is).map(|(head, _)| *head);
    own.or_else(|| Column::of_head(cell).map(Head::Person))
}

/// What says alone that somebody came, or is on another list.
const STATES: [(Heading, &[&str]); 5] = [
    (
        Heading::Present,
        &[
            "حاضر",
            "حاضرة",
            "حضر",
            "حضرت",
            "حضور",
            "ح",
            "نعم",
            "موجود",
            "موجودة",
            "présent",
            "présente",
            "present",
            "oui",
        ],
    ),
    (
        Heading::Excused,
        &[
            "متغيب بعذر",
            "متغيبة بعذر",
            "غائب بعذر",
            "غائبة بعذر",
            "غياب بعذر",
            "تغيب بعذر",
            "تغيبت بعذر",
            "معتذر",
            "معتذرة",
            "اعتذر",
            "اعتذرت",
            "بعذر",
            "excusé",
            "excusée",
            "excused",
        ],
    ),
    (
        Heading::Absent,
        &[
            "متغيب",
            "متغيبة",
            "غائب",
            "غائبة",
            "غياب",
            "تغيب",
            "تغيبت",
            "غاب",
            "غابت",
            "غ",
            "لا",
            "متغيب بدون عذر",
            "متغيبة بدون عذر",
            "غائب بدون عذر",
            "غائبة بدون عذر",
            "غياب بدون عذر",
            "بدون عذر",
            "absent",
            "absente",
        ],
    ),
    (Heading::Guests, &["ضيف", "ضيفة", "ملاحظ", "ملاحظة", "مدعو", "مدعوة", "invité", "invitée", "guest"]),
    (
        Heading::Represented,
        &[
            "بتوكيل",
            "بالتوكيل",
            "بوكالة",
            "بالوكالة",
            "ممثل بتوكيل",
            "ممثلة بتوكيل",
            "حاضر بتوكيل",
            "حاضرة بتوكيل",
            "par procuration",
            "procuration",
        ],
    ),
];

/// The signs by which a cell says yes.
const YES: [char; 8] = ['✓', '✔', '√', '☑', '+', '●', '■', '✅'];
/// The signs that say yes below the head of a column of theirs, and may say no elsewhere.
const CROSSES: [char; 6] = ['x', 'X', '×', '✗', '✕', '✖'];

/// Whether a cell holds nothing but dots and lines to write on.
#[must_use]
pub fn is_blank(cell: &str) -> bool {
    !cell.chars().any(|c| c.is_alphanumeric() || YES.contains(&c) || CROSSES.contains(&c))
}

/// Whether a cell marks the row as one of its column.
#[must_use]
pub fn is_marked(cell: &str) -> bool {
    let signs = |c: char| YES.contains(&c) || CROSSES.contains(&c);
    let cell = cell.trim();
    !cell.is_empty() && (cell.chars().all(|c| signs(c) || c.is_whitespace()) || state(cell).is_some())
}

/// What a cell says of a presence; nothing where it is not understood.
#[must_use]
pub fn state(cell: &str) -> Option<Said> {
    let cell = cell.trim();
    let mut said = Said::default();
    if !cell.is_empty() && cell.chars().all(|c| YES.contains(&c) || c.is_whitespace()) {
        return Some(Said { heading: Some(Heading::Present), ..said });
    }
    // «حاضر(ة)» is one word.
    let cell = cell.replace("(ة)", "");
    let mut reasons = Vec::new();
    for part in cell.split(['،', ',', '؛', ';', '(', ')', '\n']).map(str::trim).filter(|part| !is_blank(part))
    {
        let own = bare(part);
        let known = |(_, forms): &&(Heading, &[&str])| forms.iter().any(|form| fold(form) == own);
        if let Some((heading, _)) = STATES.iter().find(known) {
            // «متغيب، بعذر» is excused.
            said.heading = Some(*heading);
        } else if let Some((arrived, time)) = hours(part) {
            if arrived {
                said.arrived = Some(time);
            } else {
                said.left = Some(time);
            }
        } else if let Some(deputy) = stands_in(part) {
            (said.heading, said.deputy) = (Some(Heading::Represented), deputy);
        } else {
            reasons.push(part.to_owned());
        }
    }
    said.reason = reasons.join("، ");
    let is_away = matches!(said.heading, Some(Heading::Excused | Heading::Absent | Heading::Represented));
    let told = said.heading.is_some() || said.arrived.is_some() || said.left.is_some();
    (told && (said.reason.is_empty() || is_away)).then_some(said)
}

/// «التحق على الساعة 10:12», «الوصول 10:12», «المغادرة 12:50»: whether it is when they came, and the hour.
fn hours(part: &str) -> Option<(bool, Time)> {
    let words = Words::of(part);
    let arrived = match words.word(0) {
        "الوصول" | "وصل" | "وصلت" | "التحق" | "التحقت" | "الالتحاق" => true,
        "المغادره" | "غادر" | "غادرت" | "الانصراف" | "انصرف" | "انصرفت" => {
            false
        }
        _ => return None,
    };
    (1..words.len().min(5)).find_map(|at| hour_at(part, &words, at)).map(|time| (arrived, time))
}

/// The hour that a cell of its own tells.
#[must_use]
pub fn hour(cell: &str) -> Option<Time> {
    let words = Words::of(cell);
    (0..words.len().min(3)).find_map(|at| hour_at(cell, &words, at))
}

/// «بتوكيل: السيدة …», «ناب عنه السيد …»: who.
fn stands_in(part: &str) -> Option<String> {
    let openers = ["بتوكيل:", "بتوكيل :", "بتوكيل من", "بتوكيل", "ناب عنها", "ناب عنه", "وكالة:", "الوكيل:"];
    let rest = openers.iter().find_map(|opener| part.strip_prefix(opener))?.trim();
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// Whether a cell names one person or several, and nothing else: no sum, no number, no sentence.
#[must_use]
pub fn is_somebody(cell: &str) -> bool {
    let words = Words::of(cell);
    let sums = ["المجموع", "مجموع", "العدد", "عدد", "النصاب", "total"];
    let letters = cell.chars().all(|c| !c.is_numeric() && !matches!(c, '؟' | '!' | '«' | '%'));
    letters && (1..=10).contains(&words.len()) && !sums.contains(&words.word(0))
}

/// Whether a cell can be nothing but somebody's name: an honorific opens it, or two words to four of no other use.
#[must_use]
pub fn is_name(cell: &str) -> bool {
    let words = Words::of(cell);
    person_at(cell, &words, 0).is_some()
        || roll::entry(cell).is_some_and(|entry| entry.named.role.is_empty() && !entry.named.name.is_empty())
}

/// Whether a cell opens with an office.
#[must_use]
pub fn opens_with_office(cell: &str) -> bool {
    cell.split_whitespace().next().is_some_and(is_office)
}
