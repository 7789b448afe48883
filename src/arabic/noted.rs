//! What a note taken in a meeting says: how a vote went, the verb it opens with, who is to do what.

use std::ops::Range;

use super::agreement::Gender;
use super::cues::{Cue, Words};
use super::fold::fold;
use super::roll;
use super::verbs::{Verb, verbs};

/// How a vote went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ballot {
    /// All agreed.
    Unanimous,
    /// It was counted.
    Counted {
        /// For.
        yes: u32,
        /// Against.
        no: u32,
        /// Abstaining.
        abstained: u32,
    },
}

/// A vote as some words tell it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// How it went.
    pub ballot: Ballot,
    /// The bytes that tell it in figures alone, «17 مع، 2 ضد، 3 امتناع», which is no sentence; nothing where prose does.
    pub figures: Option<Range<usize>>,
}

/// Which side a word of a count is for.
fn side(word: &str) -> Option<usize> {
    match word {
        "مع" | "موافق" | "موافقا" | "موافقون" | "موافقين" | "مويد" | "مويدا" | "مويدون" | "مويدين"
        | "نعم" | "لصالح" => Some(0),
        "ضد" | "معارض" | "معارضا" | "معارضون" | "معارضين" | "رافض" | "رافضون" | "رافضين" => {
            Some(1)
        }
        "امتناع" | "ممتنع" | "ممتنعا" | "ممتنعون" | "ممتنعين" | "امتنع" | "امتنعوا" => {
            Some(2)
        }
        _ => None,
    }
}

/// How these words say a vote went.
#[must_use]
pub fn ballot(text: &str) -> Option<Told> {
    let words = Words::of(text);
    if let Some(told) = figures(text, &words) {
        return Some(told);
    }
    if let Some((yes, no, abstained)) = roll::votes(&words) {
        return Some(Told { ballot: Ballot::Counted { yes, no, abstained }, figures: None });
    }
    let unanimous = words.cues().iter().any(|found| found.cue == Cue::Unanimous);
    unanimous.then_some(Told { ballot: Ballot::Unanimous, figures: None })
}

fn figures(text: &str, words: &Words) -> Option<Told> {
    let mut counts = [None; 3];
    let (mut first, mut last, mut parted) = (None, 0, false);
    let mut at = 0;
    while at + 1 < words.len() {
        let count = words.word(at).parse::<u32>().ok();
        let of = side(words.word(at + 1)).filter(|of| counts.get(*of).is_some_and(Option::is_none));
        let (Some(count), Some(of)) = (count, of) else {
            at += 1;
            continue;
        };
        if let Some(slot) = counts.get_mut(of) {
            *slot = Some(count);
        }
        first = first.or(Some(at));
        last = at + 1;
        parted |= words.mark_before(at + 2).is_some() || at + 2 == words.len();
        at += 2;
    }
    let first = first?;
    let sides = counts.iter().filter(|count| count.is_some()).count();
    // «17 مع الجمعيات» counts nobody.
    if sides < 2 && !parted {
        return None;
    }
    let [yes, no, abstained] = counts.map(Option::unwrap_or_default);
    let stretch = words.stretch(first..last + 1);
    let before = text.get(..stretch.start).unwrap_or_default();
    let start = before.trim_end_matches([' ', ':', '،', ',', '-', '–', '(', '؛', '.']).len();
    let after = text.get(stretch.end..).unwrap_or_default();
    let end = stretch.end + (after.len() - after.trim_start_matches([')', ' ', '.']).len());
    Some(Told { ballot: Ballot::Counted { yes, no, abstained }, figures: Some(start..end) })
}

/// The verb of the bank that these words open with, in the past or the present, and where it ends.
#[must_use]
pub fn opening_verb(text: &str) -> Option<(Verb, usize)> {
    let words = Words::of(text);
    let first = words.word(0);
    if first.is_empty() || !text.get(..words.place(0).start).is_some_and(|lead| lead.trim().is_empty()) {
        return None;
    }
    let bank = || verbs().filter(|verb| verb.alone);
    let is = |form: &str| {
        let forms = |verb: &Verb| {
            [verb.masculine, verb.feminine].into_iter().chain(verb.several).any(|one| fold(one) == form)
        };
        bank().find(forms)
    };
    let present = || {
        // «تقدم» is a verb of its own.
        let rest = first.strip_prefix(['ي', 'ت']).filter(|_| first != "تقدم")?;
        let past = |form: String| bank().find(|verb| fold(verb.masculine) == form);
        let hamza = |rest: &str| rest.strip_prefix('و').and_then(|rest| past(format!("ا{rest}")));
        // «يضيف» is of «أضاف».
        let hollow = |rest: &str| {
            let (head, tail) = rest.rsplit_once('ي').filter(|(_, tail)| tail.chars().count() == 1)?;
            past(format!("ا{head}ا{tail}"))
        };
        let of = |rest: &str| {
            past(rest.to_owned())
                .or_else(|| past(format!("ا{rest}")))
                .or_else(|| hamza(rest))
                .or_else(|| hollow(rest))
        };
        of(rest).or_else(|| of(rest.strip_suffix("ون").or_else(|| rest.strip_suffix('ن'))?))
    };
    is(first).or_else(present).map(|verb| (verb, words.place(0).end))
}

fn verb(masculine: &'static str, feminine: &'static str) -> Verb {
    Verb { masculine, feminine, alone: true, ..Verb::default() }
}

/// How what somebody said is told: a verb, who spoke, and what leads on to the rest of the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Speech {
    /// The verb, before who spoke.
    pub verb: Verb,
    /// What stands between who spoke and the rest.
    pub link: &'static str,
    /// Where the rest begins.
    pub from: usize,
}

/// How words noted of somebody are told as a sentence. Where nothing can be joined to the name, a colon parts them.
#[must_use]
pub fn speech(text: &str) -> Speech {
    let start = text.len() - text.trim_start().len();
    if let Some((verb, end)) = opening_verb(text) {
        let rest = text.get(end..).unwrap_or_default();
        let from = end + (rest.len() - rest.trim_start().len());
        // «سجل: تأخر الأشغال» has its colon behind who spoke.
        let link = if rest.trim_start().starts_with([':', '،', '.']) { "" } else { " " };
        return Speech { verb, link, from };
    }
    let words = Words::of(text);
    if words.is_empty() {
        return Speech { verb: verb("تدخل", "تدخلت"), link: ".", from: text.len() };
    }
    let first = words.word(0);
    let says = |verb, link| Speech { verb, link, from: start };
    let explained = verb("أوضح", "أوضحت");
    let is_name = |word: &str| {
        let noun = word.strip_prefix("ال").is_some_and(|rest| rest.chars().count() > 1);
        let joins = ["الي", "التي", "الذي", "الذين"].contains(&word);
        // A dual or a sound plural would change after «أن».
        noun && !joins && !word.ends_with("ون") && !word.ends_with("ان")
    };
    match first {
        "ان" | "انه" | "انها" | "انهم" | "بان" | "بانه" | "بانها" => {
            says(explained, " ")
        }
        "علي" => says(verb("أكد", "أكدت"), " "),
        "الي" => says(verb("دعا", "دعت"), " "),
        "عن" => says(verb("عبر", "عبرت"), " "),
        word if is_name(word) || word.starts_with(|c: char| c.is_ascii_digit()) => says(explained, " أن "),
        _ => says(explained, ": "),
    }
}

/// The verb by which a body decides what these words name, and where the rest begins: «إحداث لجنة» is decided,
/// «المصادقة على المحضر» approved. Nothing where the words are a sentence already.
#[must_use]
pub fn deciding(text: &str) -> Option<(Verb, usize)> {
    let words = Words::of(text);
    let rest = |at: usize| words.place(at).start;
    match words.word(0) {
        "المصادقه" => Some((verb("صادق", "صادقت"), rest(1))),
        "الموافقه" => Some((verb("وافق", "وافقت"), rest(1))),
        _ => {
            let names = words.cues().iter().any(|found| found.cue == Cue::Item && found.at == 0);
            names.then(|| (verb("قرر", "قررت"), rest(0)))
        }
    }
}

/// The verb where no body is named: «تقرر», and «تقررت» before a feminine noun.
#[must_use]
pub fn was_decided(text: &str) -> &'static str {
    let first = text.split_whitespace().next().unwrap_or_default();
    if first.ends_with('ة') { "تقررت " } else { "تقرر " }
}

/// Before who proposed what was decided.
pub const PROPOSED_BY: &str = "باقتراح من ";

/// Who is to do it, where the words say so: «المسؤول: لجنة الماء».
#[must_use]
pub fn responsible(text: &str) -> Option<&str> {
    let labels = ["المسؤولة:", "المسؤول:", "المكلفة:", "المكلف:", "جهة التنفيذ:", "التنفيذ:", "من طرف "];
    let rest = labels.iter().find_map(|label| text.split_once(label)).map(|(_, rest)| rest.trim_start())?;
    let end = rest.find(['،', '؛', '.', ')', '(', ',']).unwrap_or(rest.len());
    let name = rest.get(..end).unwrap_or_default().split(" قبل ").next().unwrap_or_default().trim();
    (!name.is_empty() && name.split_whitespace().count() <= 8).then_some(name)
}

/// Several who speak as one, as minutes call them.
pub const COLLECTIVES: [&str; 6] =
    ["الحاضرون", "المتدخلون", "الأعضاء", "المجتمعون", "المشاركون", "باقي المتدخلين"];

/// The gender of a verb before several who speak as one: that of the first word.
#[must_use]
pub fn gender_of_several(name: &str) -> Gender {
    let first = name.split_whitespace().next().unwrap_or_default();
    if first.ends_with("ات") || first.ends_with('ة') { Gender::Female } else { Gender::Male }
}

/// The words before a colon, where they can be who speaks: a few words, then something said.
#[must_use]
pub fn before_colon(text: &str) -> Option<(&str, &str)> {
    let (name, said) = text.split_once(':')?;
    let (name, said) = (name.trim(), said.trim());
    let fits = (1..=6).contains(&name.split_whitespace().count()) && !said.is_empty();
    fits.then_some((name, said))
}

/// Whether these words name several who speak as one.
#[must_use]
pub fn is_collective(name: &str) -> bool {
    Words::of(name).cues().iter().any(|found| found.cue == Cue::Collective && found.at == 0)
}

/// Words as a sentence ends: with a mark.
#[must_use]
pub fn ended(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '؟', '?', ':', '؛', ';', '…'])
}

/// How an item was presented: the verb for a man, for a woman, what leads to the item, what ends the sentence. The title
/// is quoted, so that its case need not change.
pub const PRESENTED: (&str, &str, &str, &str) = ("قدم", "قدمت", " عرضا حول «", "».");

/// The marks around words that are quoted.
pub const QUOTES: (&str, &str) = ("«", "»");

/// Whether words have marks of quotation around them already.
#[must_use]
pub fn is_quoted(text: &str) -> bool {
    text.contains(['«', '“', '"'])
}
