//! Lists of people as minutes print them, read back: headings, lines with offices and hours, the quorum.

use std::ops::Range;

use super::agreement::Gender;
use super::cues::{Cue, Found, Words};
use super::date::Time;
use super::fold::fold;
use super::given::{Likeness, likeness};
use super::lexicon::role;
use super::named::{Named, bare_name, honorific_at, is_group, is_office, is_role, person_at, said};
use super::nouns::is_body;
use super::numerals::to_western;
use super::phrases::Phrase;
use super::proceedings::Heading;

/// A line of a list of people.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entry {
    /// Who.
    pub named: Named,
    /// Whether the line says that they chaired.
    pub chairs: bool,
    /// Whether it says that they took the minutes.
    pub writes: bool,
    /// When they came, if late.
    pub arrived: Option<Time>,
    /// When they left, if early.
    pub left: Option<Time>,
    /// Who stood in for them.
    pub deputy: Option<Named>,
    /// Why they were absent.
    pub reason: String,
    /// Where they are called.
    pub phone: String,
}

impl Entry {
    /// Whether nothing but the words themselves says that somebody is named here.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.named.honorific == "none"
    }

    /// How far this is somebody: an honorific says so, else the words.
    #[must_use]
    pub fn likeness(&self) -> Likeness {
        if self.is_bare() { likeness(&self.named.name) } else { Likeness::Sure }
    }
}

/// The heading of a list of people, without the number in brackets.
#[must_use]
pub fn heading(text: &str) -> Option<Heading> {
    // The longest heading has four words.
    if text.split_whitespace().take_while(|word| !word.contains(['(', ':'])).nth(4).is_some() {
        return None;
    }
    let words = text.split(['(', ':']).next().unwrap_or_default().trim();
    let all = [
        Heading::Present,
        Heading::Represented,
        Heading::Excused,
        Heading::Absent,
        Heading::Guests,
        Heading::Invited,
    ];
    let genders = [&[][..], &[Gender::Female], &[Gender::Male]];
    all.into_iter().find(|heading| genders.iter().any(|of| heading.over(of) == words))
}

/// Which list a heading stands over, by the openers in it; nothing where other words stand in it too.
///
/// Where the line ends in a colon, «حضر الاجتماع من أعضاء المكتب السادة:», what it says beside them matters not.
#[must_use]
pub fn heading_among(text: &str, words: &Words, cues: &[Found]) -> Option<Heading> {
    let all = [
        (Cue::Proxies, Heading::Represented),
        (Cue::Excused, Heading::Excused),
        (Cue::Absent, Heading::Absent),
        (Cue::Guests, Heading::Guests),
        (Cue::Present, Heading::Present),
    ];
    let (found, heading) = all.iter().find_map(|(cue, heading)| {
        cues.iter().find(|found| found.cue == *cue && found.at <= 1).map(|found| (found, *heading))
    })?;
    let fills = |at: usize| {
        let word = words.bare(at);
        (found.at..found.end).contains(&at) || FILLERS.contains(&word) || word.parse::<u32>().is_ok()
    };
    // «أوصى المشاركون بما يلي:» is no heading of theirs.
    let adopts = cues.iter().any(|found| {
        matches!(found.cue, Cue::Enacting | Cue::Decision | Cue::Speech | Cue::Agenda | Cue::Lead)
    });
    if adopts || !(0..found.at).all(fills) {
        return None;
    }
    let leads = text.trim_end().ends_with(':');
    let verbs = [
        "حضر",
        "حضرت",
        "حضره",
        "حضرها",
        "حضروا",
        "بحضور",
        "اعتذر",
        "اعتذرت",
        "تغيب",
        "تغيبت",
        "غاب",
        "غابت",
        "تخلف",
        "تخلفت",
    ];
    let is_noun = !verbs.contains(&words.bare(found.at));
    if leads {
        return (words.len() <= if is_noun { 8 } else { 16 }).then_some(heading);
    }
    // A heading alone, with the count of those below it or without.
    (is_noun && words.len() <= 7 && (0..words.len()).all(fills) && !text.trim_end().ends_with('.'))
        .then_some(heading)
}

/// Those who are named behind a heading in its own line, «الحضور: السيدة …، السيد …»: which list it is, and each of
/// them as a line of it would say them. Nothing where anything else stands among them.
#[must_use]
pub fn in_one_line(text: &str, words: &Words, cues: &[Found]) -> Option<(Heading, Vec<String>)> {
    (1..7).find(|at| words.mark_before(*at) == Some(':'))?;
    let (head, names) = text.split_once(':')?;
    let head = format!("{head}:");
    let own = Words::of(&head);
    let cues: Vec<Found> = cues.iter().filter(|found| found.end <= own.len()).copied().collect();
    let heading = heading_among(&head, &own, &cues)?;
    let mut listed: Vec<String> = Vec::new();
    for part in names.trim().trim_end_matches('.').split(['،', '؛', ',', ';']) {
        let part = part.trim();
        let bare = part.strip_prefix(super::prefix::AND).filter(|_| !listed.is_empty());
        let honoured = |part: &str| honorific_at(&Words::of(part), 0).is_some();
        let part = bare.filter(|bare| honoured(bare) || !honoured(part)).map_or(part, str::trim);
        // «السيدة …، رئيسة المكتب، والسيد …»: the office is of who stands before it.
        let office = !honoured(part) && part.split_whitespace().next().is_some_and(is_office);
        match listed.last_mut().filter(|_| office) {
            Some(last) => *last = format!("{last}، {part}"),
            None => listed.push(part.to_owned()),
        }
    }
    let entries: Vec<Entry> = listed.iter().map_while(|line| entry(line)).collect();
    if listed.is_empty() || entries.len() < listed.len() {
        return None;
    }
    // Words in the shape of a name are one beside somebody who is known for one.
    let known = entries.iter().any(|entry| entry.likeness() == Likeness::Sure);
    let one = |(line, entry): (&String, &Entry)| {
        // Two in one part would become one.
        let alone = !line.contains(" والسيد") && !line.contains(" والأستاذ");
        let short = !entry.is_bare() || entry.named.name.split(' ').count() <= 4;
        alone && short && known && entry.likeness() >= Likeness::Likely
    };
    listed.iter().zip(&entries).all(one).then_some((heading, listed))
}

/// Whether a heading over those who were away says that they had no excuse.
#[must_use]
pub fn denies_excuse(text: &str) -> bool {
    let words = Words::of(text);
    let denies = |at: usize| matches!(words.word(at), "بدون" | "دون" | "بغير" | "بلا" | "غير");
    (0..words.len()).any(|at| denies(at) && matches!(words.word(at + 1), "عذر" | "مبرر" | "سبب" | "اعتذار"))
        || (0..words.len()).any(|at| words.word(at) == "غير" && words.word(at + 1).starts_with("مبرر"))
}

/// Whether what stands in brackets behind somebody who was there says who they are: not when they came or went.
#[must_use]
pub fn says_who(note: &str) -> bool {
    let words = Words::of(note);
    let first = words.word(0);
    let tells = |at: usize| {
        let word = words.bare(at);
        matches!(
            word,
            "التحق"
                | "التحقت"
                | "التحاق"
                | "غادر"
                | "غادرت"
                | "متاخر"
                | "متاخرا"
                | "متاخره"
                | "بتاخر"
                | "تاخر"
                | "تاخرت"
                | "حضر"
                | "حضرت"
                | "انسحب"
                | "انسحبت"
                | "وصل"
                | "وصلت"
                | "بعد"
                | "قبل"
                | "منذ"
                | "لم"
                | "لا"
                | "غير"
                | "بدون"
                | "اعتذر"
                | "اعتذرت"
                | "ناب"
                | "نابت"
        ) || word.starts_with(|c: char| c.is_ascii_digit())
    };
    if is_office(note.split_whitespace().next().unwrap_or_default()) {
        return true;
    }
    // «عن بعد», «عن جمعية الأمل»
    let stands = usize::from(first == "عن") * 2;
    !words.is_empty() && !(stands..words.len()).any(tells)
}

/// A telephone number that fills these words, as it is written: «0661-23-45-67», «هاتف: +212 661 234567».
fn phone(part: &str) -> Option<&str> {
    let from = part.find(|c: char| c.is_numeric() || c == '+')?;
    let (label, number) = part.split_at_checked(from)?;
    let named = Words::of(label);
    let names = |at: usize| {
        let word = named.word(at);
        let word = word.strip_prefix("ال").unwrap_or(word);
        matches!(
            word,
            "رقم"
                | "هاتف"
                | "هاتفه"
                | "هاتفها"
                | "نقال"
                | "محمول"
                | "جوال"
                | "واتساب"
                | "tel"
                | "gsm"
                | "phone"
        ) || word == "tél"
    };
    let digits = to_western(number);
    let count = digits.chars().filter(char::is_ascii_digit).count();
    let whole =
        digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '/' | '+' | '\u{a0}'));
    let opens = digits.starts_with('0') || digits.starts_with('+') || digits.starts_with("212");
    ((0..named.len()).all(names) && whole && opens && (9..=14).contains(&count)).then(|| number.trim())
}

/// Words that say why somebody was away.
const REASONS: [&str; 34] = [
    "بسبب",
    "لاسباب",
    "سبب",
    "ظروف",
    "لظروف",
    "لظروفه",
    "لظروفها",
    "عذر",
    "لعذر",
    "بعذر",
    "مرض",
    "لمرض",
    "لمرضه",
    "لمرضها",
    "مريض",
    "مريضه",
    "مرضي",
    "صحي",
    "صحيه",
    "سفر",
    "السفر",
    "لسفره",
    "لسفرها",
    "مسافر",
    "مسافره",
    "وفاه",
    "خارج",
    "التزام",
    "التزامات",
    "لالتزامات",
    "عطله",
    "رخصه",
    "العمره",
    "الحج",
];

/// Whether a part behind a name says why somebody was away, and not who they are.
fn excuses(part: &str) -> bool {
    let words = Words::of(part);
    let office = part.split_whitespace().next().is_some_and(is_office);
    !office && !is_body(words.word(0)) && (0..words.len()).any(|at| REASONS.contains(&words.bare(at)))
}

/// Whether what stands behind somebody who was away is known for an excuse, or says who they are.
#[must_use]
pub fn is_excuse(note: &str) -> Option<bool> {
    let words = Words::of(note);
    let whose = matches!(words.word(0), "عن" | "باسم" | "جهه" | "اقليم") || is_body(words.word(0));
    if excuses(note) { Some(true) } else { whose.then_some(false) }
}

/// What headings of lists of people say beside who they are over.
const FILLERS: [&str; 30] = [
    "لايحه",
    "قايمه",
    "قد",
    "كما",
    "ذلك",
    "من",
    "اصل",
    "السيدات",
    "الساده",
    "الاعضاء",
    "العضوات",
    "اعضاء",
    "عضوات",
    "عن",
    "الاجتماع",
    "اللقاء",
    "الجلسه",
    "الدوره",
    "هذا",
    "هذه",
    "عددهم",
    "بعذر",
    "بدون",
    "دون",
    "عذر",
    "بغير",
    "مقبول",
    "الحاضرون",
    "المتغيبون",
    "الغايبون",
];

/// The parts that somebody has in a meeting: the words of each, the first of them folded.
const CHAIRING: [&str; 8] = ["رييس", "رييسه", "رييسا", "مسير", "مسيره", "مسيرا", "تراس", "تراست"];
const WRITING: [&str; 9] = ["مقرر", "مقرره", "مقررا", "كاتب", "كاتبه", "كاتبا", "محرر", "محرره", "محررا"];
const SITTING: [&str; 14] = [
    "الاجتماع",
    "للاجتماع",
    "الجلسه",
    "للجلسه",
    "اللقاء",
    "للقاء",
    "الدوره",
    "للدوره",
    "المحضر",
    "محضر",
    "للمحضر",
    "الاشغال",
    "اشغال",
    "لاشغال",
];

/// Whether these words are a part in the meeting: of who chairs (true) or of who takes the minutes (false).
fn duty(part: &str) -> Option<bool> {
    let words = Words::of(part);
    let from = usize::from(matches!(words.word(0), "بصفته" | "بصفتها"));
    let (first, second) = (words.bare(from), words.word(from + 1));
    let of_sitting = SITTING.contains(&second) && words.len() <= from + 3;
    let alone = words.len() == from + 1;
    if CHAIRING.contains(&first)
        && (of_sitting || alone && matches!(first, "رييسا" | "مسيرا" | "مسيره" | "مسير"))
    {
        return Some(true);
    }
    (WRITING.contains(&first) && (of_sitting || alone && matches!(first, "مقررا"))).then_some(false)
}

/// The words that only say which part somebody had, folded: another wording of them says the same.
#[must_use]
pub fn is_duty_word(word: &str) -> bool {
    CHAIRING.contains(&word) || WRITING.contains(&word) || SITTING.contains(&word)
}

/// What a line of a list of people says; nothing where it names a group or tells more than who somebody is.
#[must_use]
pub fn entry(text: &str) -> Option<Entry> {
    let text = text.trim().trim_end_matches(['.', '،', '؛', ';', ',']).trim_end();
    if text.contains(['«', '"', '؟', '!']) || text.split_whitespace().nth(30).is_some() {
        return None;
    }
    let open = open_honorific(text);
    let text = open.as_ref().map_or(text, |(_, rest)| rest);
    let (before, notes, after) = noted(text);
    // «المنسقات الإقليميات (3)» are several.
    if notes.parse::<u32>().is_ok() && phone(notes).is_none() {
        return None;
    }
    let (head, tail) = parted(before);
    let (mut named, rest, tail) = match who(head, open.as_ref().map(|(key, _)| *key)) {
        Some((named, rest)) => (named, rest, tail.trim_start_matches(PARTS).trim()),
        None => {
            // «رئيسة المكتب: السيدة …»: the office first.
            let office = head.split_whitespace().next().is_some_and(is_role);
            let (named, more) = who(tail.strip_prefix(':')?.trim_start(), None).filter(|_| office)?;
            (named, format!("{head}، {more}"), "")
        }
    };
    let mut parts: Vec<String> = Vec::new();
    for part in [rest.as_str(), tail, after] {
        let own =
            part.split(['،', ',', '\t']).map(|part| part.trim().trim_matches(['-', '–', '—', ':']).trim());
        parts.extend(own.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    let mut entry = Entry::default();
    let mut reasons = Vec::new();
    parts.retain(|part| match duty(part) {
        Some(true) => {
            entry.chairs = true;
            false
        }
        Some(false) => {
            entry.writes = true;
            false
        }
        None => match phone(part).filter(|_| entry.phone.is_empty()) {
            Some(number) => {
                number.clone_into(&mut entry.phone);
                false
            }
            None if excuses(part) => {
                reasons.push(part.clone());
                false
            }
            None => true,
        },
    });
    for note in notes.split('،').map(str::trim).filter(|note| !note.is_empty()) {
        if let Some(number) = phone(note).filter(|_| entry.phone.is_empty()) {
            number.clone_into(&mut entry.phone);
            continue;
        }
        let hour = note.rsplit(' ').next().and_then(|hour| hour.parse().ok());
        if note.starts_with("التحق") && hour.is_some() {
            entry.arrived = hour;
        } else if note.starts_with("غادر") && hour.is_some() {
            entry.left = hour;
        } else if let Some(deputy) = note.strip_prefix("ناب عنه ").or_else(|| note.strip_prefix("ناب عنها "))
        {
            entry.deputy = person_at(deputy, &Words::of(deputy), 0).map(|(named, _)| named);
        } else {
            match duty(note) {
                Some(true) => entry.chairs = true,
                Some(false) => entry.writes = true,
                // «(رئيسة المكتب)» is an office, «(عذر صحي)» is none.
                None if parts.is_empty() && note.split_whitespace().next().is_some_and(is_office) => {
                    parts.push(note.to_owned());
                }
                None => reasons.push(note.to_owned()),
            }
        }
    }
    named.role = parts.join("، ");
    entry.reason = reasons.join("، ");
    entry.named = named;
    (!entry.named.name.is_empty() || !entry.named.role.is_empty()).then_some(entry)
}

/// The signs that part a name from what follows it.
const PARTS: [char; 9] = ['،', ',', ':', '؛', '\t', ' ', '-', '–', '—'];

/// An honorific of either gender, «السيد(ة)», and what follows it.
fn open_honorific(text: &str) -> Option<(&'static str, &str)> {
    let forms = [
        ("السيد(ة)", "mr"),
        ("السيد (ة)", "mr"),
        ("السيدة/السيد", "mr"),
        ("السيد/ة", "mr"),
        ("السيد/السيدة", "mr"),
    ];
    forms.iter().find_map(|(form, key)| text.strip_prefix(form).map(|rest| (*key, rest.trim_start())))
}

/// A line before its brackets, what stands in them, and what stands after them.
fn noted(text: &str) -> (&str, &str, &str) {
    let Some((before, rest)) = text.split_once('(') else { return (text, "", "") };
    // «مستشار(ة)» is one word.
    if rest.chars().nth(1) == Some(')') && rest.starts_with(char::is_alphabetic) {
        return (text, "", "");
    }
    match rest.rsplit_once(')') {
        Some((notes, after)) => (before.trim_end(), notes.trim(), after.trim_start_matches(PARTS)),
        None => (before.trim_end(), rest.trim_end(), ""),
    }
}

/// A line up to the first sign that parts a name from an office, and the rest with the sign.
fn parted(text: &str) -> (&str, &str) {
    let spaced = [" - ", " – ", " — ", " -", " –"].iter().filter_map(|sign| text.find(sign)).min();
    let mark = text.find(['،', ',', ':', '؛', '\t']);
    let at = [spaced, mark].into_iter().flatten().min().unwrap_or(text.len());
    let (head, tail) = text.split_at_checked(at).unwrap_or((text, ""));
    (head.trim(), tail.trim_start_matches([' ', '-', '–', '—']))
}

/// Who is named at the start of some words, and the words after the name. `open` is an honorific taken off before.
fn who(text: &str, open: Option<&'static str>) -> Option<(Named, String)> {
    let words = Words::of(text);
    if words.is_empty() {
        return None;
    }
    let rest = |name: &str| {
        let from = text.find(name).map_or(text.len(), |at| at + name.len());
        text.get(from..).unwrap_or_default().trim().to_owned()
    };
    let named = if open.is_none() { person_at(text, &words, 0).map(|(named, _)| named) } else { None };
    let (named, rest) = match named {
        Some(named) if named.name.is_empty() => {
            let from = honorific_at(&words, 0).map_or(0, |(.., next)| words.place(next).start);
            let office = text.get(from..).unwrap_or_default().trim().to_owned();
            (Named { role: String::new(), ..named }, office)
        }
        Some(mut named) => {
            // All there is before an office or a mark is the name, however long.
            let start = honorific_at(&words, 0).map_or(0, |(.., next)| next);
            let joined = |at: usize| {
                let word = words.word(at);
                ["بال", "لل", "ممثل", "عضو"].iter().any(|joined| word.starts_with(joined))
            };
            let whole = bare_name(text, &words, start).filter(|end| *end == words.len());
            if whole.is_some_and(|end| !(start..end).any(joined)) {
                named.name = said(text, &words, start..words.len());
            }
            let rest = rest(&named.name);
            (Named { role: String::new(), ..named }, rest)
        }
        None => {
            let end = bare_name(text, &words, 0)?;
            let name = said(text, &words, 0..end);
            let rest = rest(&name);
            // Without an honorific only an office tells that words are a name and go on.
            if !rest.split_whitespace().next().is_none_or(is_office) {
                return None;
            }
            (Named { honorific: open.unwrap_or("none"), name, ..Named::default() }, rest)
        }
    };
    // «أكد على …» is no office.
    let after = Words::of(&rest);
    let tells = |cue: Cue| matches!(cue, Cue::Speech | Cue::Decision | Cue::Lead);
    let verb = words.cues().iter().any(|found| found.at > 1 && found.at < 6 && tells(found.cue))
        || after.cues().iter().any(|found| found.at == 0 && tells(found.cue));
    let clause = matches!(after.word(0), "علي" | "الي" | "ان" | "بان" | "حول" | "في");
    (!verb && !clause && after.len() <= 16).then_some((named, rest))
}

/// The name of a group in a list of people, and how many of them came: four figures at most. What stands in brackets and
/// is no count stays with the name.
#[must_use]
pub fn group(text: &str) -> (String, Option<u32>) {
    let text = text.trim();
    let counted = text.split_once('(').and_then(|(name, count)| {
        let count = to_western(count.strip_suffix(')')?.trim());
        let short = count.len() <= 4 && !count.starts_with('0');
        Some((name.trim().to_owned(), count.parse().ok().filter(|_| short)?))
    });
    match counted {
        Some((name, count)) => (name, Some(count)),
        None => (text.to_owned(), None),
    }
}

/// The name of a group that somebody signs for: «عن ممثلي الجمعيات».
#[must_use]
pub fn for_group(text: &str) -> &str {
    let rest = text.strip_prefix("عن ").map(str::trim_start);
    rest.filter(|rest| is_several(&Words::of(rest))).unwrap_or(text)
}

/// A line of a list of people without the dots that somebody signs on.
#[must_use]
pub fn without_dots(text: &str) -> &str {
    let bare = text.trim_end_matches(['.', '\u{2026}', '_', ' ']);
    if text.len() > bare.len() + 2 { bare.trim_end_matches([':', ' ']) } else { text }
}

/// Whether a line of a list of people says of them nothing but who they are.
fn says_nothing_else(words: &Words) -> bool {
    let tells = |cue: Cue| matches!(cue, Cue::Speech | Cue::Decision | Cue::Enacting | Cue::Lead);
    let clause = |at: usize| matches!(words.word(at), "الي" | "ان" | "بان" | "تم" | "تمت");
    words.len() <= 14 && !(0..words.len()).any(clause) && !words.cues().iter().any(|found| tells(found.cue))
}

/// Whether a line of a list of people names an office or a body in place of somebody: «ممثل السلطة المحلية».
#[must_use]
pub fn is_office_alone(text: &str, words: &Words) -> bool {
    let office = text.split_whitespace().next().is_some_and(is_role);
    let body = matches!(words.word(0), "السلطه" | "السلطات" | "باشا" | "والي") || is_body(words.word(0));
    (office || body) && words.len() <= 8 && !text.contains([':', '(']) && says_nothing_else(words)
}

/// Whether a line of a list of people names several together and says nothing else: «أعضاء المكتب الجهوي».
#[must_use]
pub fn is_several(words: &Words) -> bool {
    // «القيمات والقيمون على المكتبات»: both genders of one word.
    let bare = |word: &str| word.trim_start_matches("ال").to_owned();
    let women = words.word(0).strip_suffix("ات").map(bare).filter(|stem| stem.chars().count() > 2);
    let men = words.word(1).strip_prefix('و').map(bare);
    let pair = women.zip(men).is_some_and(|(women, men)| men.starts_with(&women) && !men.ends_with("ات"));
    (is_group(words.bare(0)) || pair) && says_nothing_else(words)
}

/// Members and how many must be there, where a sentence tells the quorum.
#[must_use]
pub fn quorum(text: &str) -> Option<(u32, u32)> {
    if !text.contains("النصاب") {
        return None;
    }
    let numbers: Vec<u32> =
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|figures| figures.parse().ok()).collect();
    match numbers.as_slice() {
        [.., members, needed] => Some((*members, *needed)),
        _ => None,
    }
}

/// Who signs on a line, office first: «الكاتبة الجهوية: السيدة …».
#[must_use]
pub fn signature(text: &str) -> Option<Named> {
    let (role, name) = match text.split_once(':') {
        Some((role, name)) => (role.trim(), name.trim()),
        None => ("", text.trim()),
    };
    let words = Words::of(name);
    if role.is_empty() {
        // «الكاتب العام السيد …»: the office is where another honorific would be.
        let from = (0..words.len().min(14)).find(|at| honorific_at(&words, *at).is_some())?;
        let (named, end) = person_at(name, &words, from)?;
        let office = name.get(..words.place(from).start).unwrap_or_default().trim();
        let is_office = office.is_empty() || office.split(' ').next().is_some_and(is_role);
        let whole = end == words.len() && is_office && (office.is_empty() || named.role.is_empty());
        return whole.then(|| Named { role: office.to_owned(), ..named });
    }
    let (named, end) = person_at(name, &words, 0)?;
    (end == words.len()).then(|| Named { role: role.to_owned(), ..named })
}

/// The places to sign in a line that names nobody, «الرئيس:», «المقرر : .........», «توقيع الكاتب العام»: each office and
/// its place in the text. Empty for a line of dots alone; nothing where the line says anything else.
#[must_use]
pub fn places_to_sign(text: &str) -> Option<Vec<(Range<usize>, Named)>> {
    let mut places = Vec::new();
    let mut from = 0;
    // Several stand side by side, apart by a tab or by dots and wide spaces.
    for part in
        text.split_inclusive(['\t', '.', '\u{2026}', '_']).flat_map(|part| part.split_inclusive("   "))
    {
        let place = from..from + part.len();
        from = place.end;
        let office = part.trim_matches(|c: char| !c.is_alphanumeric());
        if office.is_empty() {
            continue;
        }
        let words = Words::of(office);
        let signs = words.len() > 1 && matches!(words.word(0), "توقيع" | "امضاء");
        let office = if signs { office.get(words.place(1).start..)? } else { office };
        let words = Words::of(office);
        let plain = office.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '\u{640}');
        let tells =
            words.cues().iter().any(|found| matches!(found.cue, Cue::Speech | Cue::Decision | Cue::Lead));
        if !plain || tells || words.len() > 10 || !office.split(' ').next().is_some_and(is_role) {
            return None;
        }
        let written = |gender: &Gender| role(office, *gender).is_none_or(|form| fold(&form) == fold(office));
        let gender = [Gender::Male, Gender::Female].into_iter().find(written).unwrap_or_default();
        let start = place.start + part.find(office)?;
        let named = Named { honorific: "none", gender, role: office.to_owned(), ..Named::default() };
        places.push((start..start + office.len(), named));
    }
    Some(places)
}

/// Whether a line says by itself that somebody signs on it: it ends in a colon or in dots, or says so.
#[must_use]
pub fn is_open_to_sign(text: &str) -> bool {
    let text = text.trim_end();
    let dots = text.ends_with("..") || text.ends_with(['\u{2026}', '_']);
    dots || text.ends_with(':') || text.starts_with("توقيع") || text.starts_with("إمضاء")
}

/// The items of an agenda told in one sentence, as this program tells it.
#[must_use]
pub fn agenda_items(text: &str) -> Vec<String> {
    let Some((_, items)) = text.split_once(": ") else { return Vec::new() };
    let items = items.trim_end().trim_end_matches('.');
    items.split("؛ ").map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

/// What stands after «رقم الصادر:», which is printed again.
#[must_use]
pub fn number(text: &str) -> Option<&str> {
    text.strip_prefix(Phrase::Number.arabic()).map(str::trim).filter(|number| !number.is_empty())
}

/// What stands after «المرجع:», which is printed again.
#[must_use]
pub fn reference(text: &str) -> Option<&str> {
    text.strip_prefix(Phrase::Reference.arabic()).map(str::trim).filter(|words| !words.is_empty())
}

/// Whether this line is the stamp of a text that is not approved yet.
#[must_use]
pub fn is_state(text: &str) -> bool {
    [Phrase::Draft, Phrase::DraftMinutes, Phrase::ReviewCopy]
        .iter()
        .any(|state| text.trim() == state.arabic())
}

/// Whether this line is the heading that is printed over the agenda.
#[must_use]
pub fn is_agenda_heading(text: &str) -> bool {
    text.trim_end_matches([':', ' ']) == Phrase::Agenda.arabic()
}

/// Whether a line does nothing but lead to the agenda: «تضمن جدول أعمال الاجتماع النقط التالية:», «جدول أعمال الدورة».
#[must_use]
pub fn opens_agenda(words: &Words) -> bool {
    let is = |at: usize, known: &[&str]| known.contains(&words.bare(at));
    let Some(at) = (0..4).find(|at| is(*at, &["جدول", "بجدول"])) else { return false };
    if !words.word(at + 1).trim_start_matches("ال").starts_with("اعمال") || words.len() > 16 {
        return false;
    }
    // Whose it is: «جدول أعمال المكتب الجهوي».
    let of = (at + 2..words.len()).take_while(|at| {
        let word = words.word(*at);
        word.starts_with("ال") && !is(*at, &LEADING) || matches!(word, "هذا" | "هذه")
    });
    let of = of.take(5).count();
    of <= 4 && (0..at).chain(at + 2 + of..words.len()).all(|at| is(at, &LEADING))
}

/// What a line that leads to the agenda says beside its name.
const LEADING: [&str; 56] = [
    "تضمن",
    "يتضمن",
    "تضمنت",
    "شمل",
    "يشمل",
    "شملت",
    "اشتمل",
    "يشتمل",
    "هم",
    "ضم",
    "يضم",
    "خصص",
    "كان",
    "كانت",
    "جاء",
    "حدد",
    "وقد",
    "قد",
    "حيث",
    "علي",
    "في",
    "من",
    "كما",
    "ما",
    "يلي",
    "ياتي",
    "النقط",
    "النقاط",
    "للنقط",
    "للنقاط",
    "نقط",
    "نقطه",
    "نقطتين",
    "نقطتان",
    "بالنقط",
    "ثلاث",
    "اربع",
    "خمس",
    "ست",
    "واحده",
    "المحاور",
    "المواضيع",
    "القضايا",
    "التاليه",
    "الاتيه",
    "التالي",
    "الاتي",
    "التاليتين",
    "النحو",
    "الشكل",
    "كالتالي",
    "كالاتي",
    "بنود",
    "البنود",
    "وهي",
    "وهو",
];

/// Whether this line is the heading that is printed over what goes with a text.
#[must_use]
pub fn is_annex_heading(text: &str) -> bool {
    text.trim_end_matches([':', ' ']) == Phrase::Annexes.arabic()
}

/// The votes told in some words: for, against, abstaining.
#[must_use]
pub fn votes(words: &Words) -> Option<(u32, u32, u32)> {
    let count = |at: usize| words.word(at).parse::<u32>().ok();
    let is_vote =
        |word: &str| matches!(word, "صوت" | "صوتا" | "اصوات" | "صوتين" | "عضو" | "عضوا" | "اعضاء" | "عضوين");
    let mut yes = None;
    let (mut no, mut abstained) = (0, 0);
    for at in 0..words.len() {
        let value = |at: usize| match (count(at), words.word(at), words.word(at + 1)) {
            (Some(n), ..) => Some(n),
            (None, "صوتين" | "عضوين", _) => Some(2),
            (None, "صوت" | "عضو", "واحد") => Some(1),
            _ => None,
        };
        match words.bare(at) {
            "باغلبيه" | "بتاييد" if is_vote(words.word(at + 2)) && count(at + 1).is_some() => {
                yes = count(at + 1);
            }
            "باغلبيه" | "بتاييد" if matches!(words.word(at + 1), "صوتين" | "عضوين") => {
                yes = Some(2);
            }
            "مقابل" | "ضد" => no = value(at + 1).unwrap_or(no),
            "امتناع" => abstained = value(at + 1).unwrap_or(abstained),
            _ => {}
        }
    }
    yes.map(|yes| (yes, no, abstained))
}
