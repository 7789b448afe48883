//! Lists of people as minutes print them, read back: headings, lines with offices and hours, the quorum.

use super::agreement::Gender;
use super::cues::Words;
use super::date::Time;
use super::named::{Named, person_at};
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

/// What a line of a list of people says; nothing where it names a group.
#[must_use]
pub fn entry(text: &str) -> Option<Entry> {
    let words = Words::of(text);
    let (named, _) = person_at(text, &words, 0)?;
    let (body, notes) = match text.split_once('(') {
        Some((body, notes)) => (body.trim_end(), notes.trim_end_matches([')', ' '])),
        None => (text.trim_end(), ""),
    };
    let mut entry = Entry { named, ..Entry::default() };
    let mut rest = body.split_once('،').map_or("", |(_, rest)| rest.trim());
    if let Some(before) = rest.strip_suffix("رئيسة الاجتماع").or_else(|| rest.strip_suffix("رئيس الاجتماع"))
    {
        (entry.chairs, rest) = (true, before.trim_end().trim_end_matches('،').trim_end());
    }
    if let Some(before) = rest.strip_suffix("مقررة الاجتماع").or_else(|| rest.strip_suffix("مقرر الاجتماع"))
    {
        (entry.writes, rest) = (true, before.trim_end().trim_end_matches('،').trim_end());
    }
    rest.clone_into(&mut entry.named.role);
    let mut reasons = Vec::new();
    for note in notes.split('،').map(str::trim).filter(|note| !note.is_empty()) {
        let hour = note.rsplit(' ').next().and_then(|hour| hour.parse().ok());
        if note.starts_with("التحق") && hour.is_some() {
            entry.arrived = hour;
        } else if note.starts_with("غادر") && hour.is_some() {
            entry.left = hour;
        } else if let Some(deputy) = note.strip_prefix("ناب عنه ").or_else(|| note.strip_prefix("ناب عنها "))
        {
            entry.deputy = person_at(deputy, &Words::of(deputy), 0).map(|(named, _)| named);
        } else {
            reasons.push(note);
        }
    }
    entry.reason = reasons.join("، ");
    Some(entry)
}

/// The name of a group in a list of people, and how many of them came.
#[must_use]
pub fn group(text: &str) -> (String, Option<u32>) {
    match text.split_once('(') {
        Some((name, count)) => (name.trim().to_owned(), count.trim_end_matches([')', ' ']).parse().ok()),
        None => (text.trim().to_owned(), None),
    }
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
    let (named, end) = person_at(name, &words, 0)?;
    (end == words.len()).then(|| Named { role: role.to_owned(), ..named })
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

/// Whether this line is the heading that is printed over the agenda.
#[must_use]
pub fn is_agenda_heading(text: &str) -> bool {
    text.trim_end_matches([':', ' ']) == Phrase::Agenda.arabic()
}

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
            "باغلبيه" | "بتاييد" if is_vote(words.word(at + 2)) => yes = count(at + 1),
            "مقابل" | "ضد" => no = value(at + 1).unwrap_or(no),
            "امتناع" => abstained = value(at + 1).unwrap_or(abstained),
            _ => {}
        }
    }
    yes.map(|yes| (yes, no, abstained))
}
