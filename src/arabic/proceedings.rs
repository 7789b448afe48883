//! What minutes say of their own accord: the quorum, the vote, who was late, what a decision carries.

use super::agreement::{Case, Gender};
use super::date::{Date, Time};
use super::lexicon::{CountStyle, counted};
use super::prefix::{join, with_ba};
use super::when::{Style, When, write};

fn members(n: u32, case: Case) -> String {
    counted(n.into(), "member", case, CountStyle::default())
}

fn votes(n: u32) -> String {
    counted(n.into(), "vote", Case::Oblique, CountStyle::default())
}

/// Where the end of a paragraph begins that stands after what is added to it: its closing mark, or the clause that
/// opens a list, «، من خلال:».
#[must_use]
pub fn end_of_words(text: &str) -> usize {
    let words = text.trim_end();
    let openers = ["، من خلال:", "، على أساس:", "، وذلك من خلال:", "، عبر:"];
    let before = openers.iter().find_map(|opener| words.strip_suffix(opener));
    before.unwrap_or_else(|| words.trim_end_matches(['.', '؛', '،', ';', ':'])).len()
}

/// Joined by «و», after a comma where a part has a comma or a «و» of its own.
#[must_use]
pub fn join_phrases(parts: &[String]) -> String {
    if parts.iter().any(|part| part.contains('،') || part.contains(" و")) {
        parts.join("، و")
    } else {
        join(parts)
    }
}

/// «حضر 22 عضوا من أصل 27، وبذلك اكتمل النصاب القانوني المحدد في 14 عضوا.»
#[must_use]
pub fn quorum_sentence(present: u32, of: u32, needed: u32, by_proxy: bool) -> String {
    let came = came(present, by_proxy);
    let verdict = if present >= needed {
        "وبذلك اكتمل النصاب القانوني"
    } else {
        "ولم يكتمل بذلك النصاب القانوني"
    };
    format!("{came} من أصل {of}، {verdict} المحدد في {}.", members(needed, Case::Oblique))
}

fn came(present: u32, by_proxy: bool) -> String {
    match (present, by_proxy) {
        (0, _) => "لم يحضر أي عضو".to_owned(),
        (n, true) => format!("حضر أو مُثل بتوكيل {}", members(n, Case::Nominative)),
        (n, false) => format!("حضر {}", members(n, Case::Nominative)),
    }
}

/// «حضر 13 عضوا من أصل 27 عند افتتاح الاجتماع، واكتمل النصاب القانوني المحدد في 14 عضوا على الساعة 10:12 بعد التحاق
/// عضوين.» `since` is when those who came late made the quorum.
#[must_use]
pub fn quorum_with_late(
    opening: u32,
    late: u32,
    of: u32,
    needed: u32,
    by_proxy: bool,
    since: Option<Time>,
) -> String {
    let came = came(opening, by_proxy);
    let rule = members(needed, Case::Oblique);
    let joined = |case| members(late, case);
    let verdict = match since {
        _ if opening >= needed => {
            format!("وبذلك اكتمل النصاب القانوني المحدد في {rule}، ثم التحق {}", joined(Case::Nominative))
        }
        Some(time) => format!(
            "واكتمل النصاب القانوني المحدد في {rule} على الساعة {time} بعد التحاق {}",
            joined(Case::Oblique)
        ),
        None => {
            format!("ولم يكتمل النصاب القانوني المحدد في {rule} رغم التحاق {} بعد ذلك", joined(Case::Oblique))
        }
    };
    format!("{came} من أصل {of} عند افتتاح الاجتماع، {verdict}.")
}

/// «بالإجماع».
pub const UNANIMOUSLY: &str = "بالإجماع";

/// «بأغلبية 17 صوتا مقابل صوتين وامتناع 3 أعضاء عن التصويت»; nothing where nobody voted.
#[must_use]
pub fn vote(yes: u32, no: u32, abstained: u32) -> Option<String> {
    let against = match no {
        0 => String::new(),
        n => format!(" مقابل {}", votes(n)),
    };
    let abstaining = format!("امتناع {} عن التصويت", members(abstained, Case::Oblique));
    Some(match (yes, no, abstained) {
        (0, 0, 0) => return None,
        (0, 0, _) => format!("دون أي صوت، مع {abstaining}"),
        (yes, 0, 0) => format!("بإجماع المصوتين ({})", votes(yes)),
        (yes, 0, _) => format!("بأغلبية {} دون معارضة، مع {abstaining}", votes(yes)),
        (0, _, 0) => format!("دون أي صوت مؤيد{against}"),
        (0, _, _) => format!("دون أي صوت مؤيد{against} و{abstaining}"),
        (yes, no, 0) if yes > no => format!("بأغلبية {}{against}", votes(yes)),
        (yes, no, _) if yes > no => format!("بأغلبية {}{against} و{abstaining}", votes(yes)),
        (yes, _, 0) => format!("بتأييد {}{against}", votes(yes)),
        (yes, _, _) => format!("بتأييد {}{against} و{abstaining}", votes(yes)),
    })
}

/// Whether these words hold this name as words of their own, a joined «و» or «لـ» before it left aside.
#[must_use]
pub fn names(text: &str, name: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric();
    text.match_indices(name).any(|(at, found)| {
        let (before, after) = text.split_at(at);
        let mut before = before.chars().rev();
        let begins = match before.next() {
            Some('و' | 'ف' | 'ب' | 'ل' | 'ك') => before.next().is_none_or(|c| !is_letter(c)),
            Some(c) => !is_letter(c),
            None => true,
        };
        begins && !after.strip_prefix(found).unwrap_or_default().starts_with(is_letter)
    })
}

/// Whether these words already say how the vote went.
#[must_use]
pub fn tells_vote(text: &str) -> bool {
    ["إجماع", "أغلبية", "التصويت", "صوتا", "أصوات", "صوتين", "صوت واحد"]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether these words already name the day, with or without its year, or the end of its month.
#[must_use]
pub fn tells_date(text: &str, date: Date) -> bool {
    let plain = write(&When::day(date), Style::Plain);
    let month = write(&When::day(date), Style::Month);
    let without_year = plain.rsplit_once(' ').map_or(plain.as_str(), |(day, _)| day);
    text.contains(without_year) || text.contains(&month)
}

/// «، وذلك يوم السبت 13 مارس 2027», after what was decided.
#[must_use]
pub fn on_day(date: Date) -> String {
    format!("، وذلك {}", write(&When::day(date), Style::WithDay))
}

/// «، وذلك بالإجماع», after what was decided.
#[must_use]
pub fn by_vote(how: &str) -> String {
    format!("، وذلك {how}")
}

/// «، ويُعهد بهذه المهمة إلى السيد حدو الخروبي», or with the name of the task.
#[must_use]
pub fn entrusted(post: &str, person: &str) -> String {
    if post.is_empty() {
        format!("، ويُعهد بهذه المهمة إلى {person}")
    } else {
        format!("، ويُعهد بمهمة {post} إلى {person}")
    }
}

/// «، وتحمل اسم «لجنة المقالع»», of a committee.
#[must_use]
pub fn called(name: &str) -> String {
    format!("، وتحمل اسم «{name}»")
}

/// «، وتضم في عضويتها …», of a committee; `others` where the text names some already.
#[must_use]
pub fn with_members(names: &[String], others: bool) -> String {
    let besides = if others { " كذلك" } else { "" };
    format!("، وتضم في عضويتها{besides} {}", join(names))
}

/// «، ويتعلق الأمر ببرنامج العمل السنوي», of a plan that was adopted.
#[must_use]
pub fn namely(plan: &str) -> String {
    format!("، ويتعلق الأمر {}", with_ba(plan))
}

/// « (موجهة إلى …؛ التنفيذ: …؛ الأجل: 31 مارس 2027)», after a recommendation; empty where all are.
#[must_use]
pub fn follow_up(addressee: &str, responsible: &str, due: Option<Date>) -> String {
    let mut parts = Vec::new();
    if !addressee.is_empty() {
        parts.push(format!("موجهة إلى {addressee}"));
    }
    if !responsible.is_empty() {
        parts.push(format!("التنفيذ: {responsible}"));
    }
    if let Some(due) = due {
        parts.push(format!("الأجل: {}", write(&When::day(due), Style::Plain)));
    }
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("؛ ")) }
}

/// « (تقديم: السيدة يامنة البلوطي)», after an item of the agenda; empty where nothing is to be said.
#[must_use]
pub fn beside_item(presenter: Option<&str>, carried: bool) -> String {
    let mut parts = Vec::new();
    parts.extend(presenter.map(|name| format!("تقديم: {name}")));
    parts.extend(carried.then(|| "نقطة مؤجلة إلى الاجتماع المقبل".to_owned()));
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("؛ ")) }
}

/// What a line of the attendance list adds in brackets: late, early, represented, why excused. Empty for most.
#[must_use]
pub fn beside_name(
    gender: Gender,
    arrived: Option<Time>,
    left: Option<Time>,
    deputy: Option<&str>,
    reason: &str,
) -> String {
    let of = |masculine: &str, feminine: &str| super::agreement::verb(masculine, feminine, gender);
    let mut parts = Vec::new();
    if let Some(deputy) = deputy {
        let pronoun = match gender {
            Gender::Female => "عنها",
            Gender::Male => "عنه",
            Gender::Unknown => "عنه(ا)",
        };
        parts.push(format!("ناب {pronoun} {deputy}"));
    }
    if let Some(time) = arrived {
        parts.push(format!("{} على الساعة {time}", of("التحق", "التحقت")));
    }
    if let Some(time) = left {
        parts.push(format!("{} على الساعة {time}", of("غادر", "غادرت")));
    }
    if !reason.is_empty() {
        parts.push(reason.to_owned());
    }
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("، ")) }
}

/// The office of who chairs: «رئيسة الاجتماع».
#[must_use]
pub fn chair_office(gender: Gender) -> String {
    super::agreement::open_or("رئيس الاجتماع", "رئيسة الاجتماع", gender)
}

/// The office of who takes the minutes: «مقرر الاجتماع».
#[must_use]
pub fn rapporteur_office(gender: Gender) -> String {
    super::agreement::open_or("مقرر الاجتماع", "مقررة الاجتماع", gender)
}

/// What the title of recommendations opens with, before the session.
pub const RECOMMENDATIONS_OF: &str = "توصيات ";
/// What the title of an invitation opens with, before the session.
pub const INVITATION_TO: &str = "دعوة إلى حضور ";
/// What the title of a communiqué for newspapers opens with, before the session.
pub const PRESS_ON: &str = "بلاغ صحفي حول ";
/// What the title of the list to sign opens with, before the session.
pub const SHEET_OF: &str = "لائحة الحضور والتوقيع في ";

/// The verb and the words of the sentence that invites: «تتشرف الكتابة الجهوية بدعوتكم إلى حضور اجتماعها …».
#[must_use]
pub fn inviting() -> (&'static str, &'static str, &'static str, &'static str) {
    ("يتشرف", "تتشرف", "بدعوتكم إلى حضور", "، وذلك وفق المعطيات التالية:")
}

/// A date after a label, without the word it opens with in a sentence: «السبت 14 نونبر 2026».
#[must_use]
pub fn without_day_word(date: &str) -> String {
    let rest = ["يوم ", "يومي ", "أيام "].iter().find_map(|word| date.strip_prefix(word));
    rest.unwrap_or(date).to_owned()
}

/// A line to write on.
pub const DOTS: &str = "..............................";

/// A line to sign on: dots after the name.
#[must_use]
pub fn to_sign(name: &str) -> String {
    format!("{name}: {DOTS}")
}

/// Before the name of a group that somebody signs for.
#[must_use]
pub fn for_group(group: &str) -> String {
    format!("عن {group}")
}

/// A line on which somebody signs for a group.
#[must_use]
pub fn to_sign_for(group: &str) -> String {
    to_sign(&for_group(group))
}

/// The heads of the table that is signed at the door: number, name, office, presence, signature.
pub const SHEET_HEADS: [&str; 5] = ["ر.ت", "الاسم الكامل", "الصفة", "الحضور", "التوقيع"];

/// What the table that is signed says of a presence: nothing of those who sign themselves, but when they came or left.
#[must_use]
pub fn on_sheet(
    gender: Gender,
    presence: &str,
    arrived: Option<Time>,
    left: Option<Time>,
    deputy: Option<&str>,
) -> String {
    let of = |masculine: &str, feminine: &str| super::agreement::open_or(masculine, feminine, gender);
    let mut parts = Vec::new();
    match (presence, deputy) {
        ("excused", _) => parts.push(of("متغيب بعذر", "متغيبة بعذر")),
        ("absent", _) => parts.push(of("متغيب", "متغيبة")),
        ("guest", _) => parts.push(of("ضيف", "ضيفة")),
        ("proxy", Some(deputy)) => parts.push(format!("بتوكيل: {deputy}")),
        ("proxy", None) => parts.push("بتوكيل".to_owned()),
        _ => {}
    }
    parts.extend(arrived.map(|time| format!("الوصول {time}")));
    parts.extend(left.map(|time| format!("المغادرة {time}")));
    parts.join("، ")
}

/// An office and the body it is in, in one cell.
#[must_use]
pub fn office_in(role: &str, body: &str) -> String {
    match (role.is_empty(), body.is_empty() || role.contains(body)) {
        (_, true) => role.to_owned(),
        (true, false) => body.to_owned(),
        (false, false) => format!("{role}، {body}"),
    }
}

/// The verbs of chairing, masculine and feminine.
pub const CHAIRED: (&str, &str) = ("ترأس", "ترأست");

/// Words that say nothing without the field they lead to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Circumstance {
    /// «برئاسة»
    Chair,
    /// «بحضور»
    Attendance,
    /// «على الساعة»
    Time,
    /// A place, which brings its own «بـ».
    Place,
}

impl Circumstance {
    /// The words that lead to the field, the longest first; an empty one where the field may stand alone.
    #[must_use]
    pub fn leads(self) -> &'static [&'static str] {
        match self {
            Self::Chair => &["وذلك برئاسة", "تحت رئاسة", "وبرئاسة", "برئاسة"],
            Self::Attendance => &["وبحضور", "بحضور"],
            Self::Time => &["ابتداء من الساعة", "وذلك على الساعة", "على الساعة"],
            Self::Place => &["وذلك", ""],
        }
    }
}

/// What a list of people is headed with: «المتغيبات والمتغيبون بعذر».
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heading {
    /// Those who came.
    Present,
    /// Those who gave somebody their vote.
    Represented,
    /// Absent with an excuse.
    Excused,
    /// Absent without one.
    Absent,
    /// Guests.
    Guests,
    /// Those whose presence is not known yet.
    Invited,
}

impl Heading {
    /// The words over people of these genders.
    #[must_use]
    pub fn over(self, genders: &[Gender]) -> String {
        let (men, women, tail) = match self {
            Self::Present => return "الحضور".to_owned(),
            Self::Represented => ("الممثَّلون", "الممثَّلات", " بتوكيل"),
            Self::Excused => ("المتغيبون", "المتغيبات", " بعذر"),
            Self::Absent => ("المتغيبون", "المتغيبات", " بدون عذر"),
            Self::Guests => ("الضيوف", "الضيفات", ""),
            Self::Invited => ("المدعوون", "المدعوات", ""),
        };
        let all = |wanted| !genders.is_empty() && genders.iter().all(|gender| *gender == wanted);
        if all(Gender::Female) {
            format!("{women}{tail}")
        } else if all(Gender::Male) {
            format!("{men}{tail}")
        } else {
            format!("{women} و{men}{tail}")
        }
    }
}

/// Before the agenda told as a sentence: «تضمن جدول أعمال الاجتماع النقط التالية:».
#[must_use]
pub fn agenda_opening(sitting: &str, single: bool) -> String {
    let what = if single { "نقطة واحدة:" } else { "النقط التالية:" };
    format!("تضمن جدول أعمال {sitting} {what}")
}
