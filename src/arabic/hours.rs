//! Hours as sentences tell them, in figures or in words.

use super::cues::Words;
use super::date::Time;
use super::numerals::to_western;

/// The hours as they are counted in words, from one to ten.
const HOURS: [&str; 10] = [
    "الواحده",
    "الثانيه",
    "الثالثه",
    "الرابعه",
    "الخامسه",
    "السادسه",
    "السابعه",
    "الثامنه",
    "التاسعه",
    "العاشره",
];

/// The hour at a word: «10:30», «العاشرة صباحا», «الثالثة والنصف بعد الزوال», «10 و30 دقيقة».
pub(super) fn hour_at(text: &str, words: &Words, at: usize) -> Option<Time> {
    let start = words.place(at).start;
    let rest = text.get(start..).unwrap_or_default();
    let is_figure = |c: &char| c.is_numeric() || matches!(c, ':' | 'h' | '.' | 'س');
    let figures: String = rest.chars().take(5).take_while(is_figure).collect();
    let figures = to_western(figures.trim_end_matches(['.', ':', 'h', 'س']));
    let (time, mut next) = if figures.contains(|c: char| !c.is_numeric()) {
        (figures.parse::<Time>().ok()?, at + 2)
    } else if let Ok(hour) = figures.parse::<u8>() {
        (Time::new(hour, 0)?, at + 1)
    } else {
        let known = HOURS.iter().position(|hour| *hour == words.word(at));
        let (hour, next) = match (words.word(at), words.word(at + 1)) {
            ("الحاديه", "عشره" | "عشر") => (11, at + 2),
            ("الثانيه", "عشره" | "عشر") => (12, at + 2),
            _ => (u8::try_from(known? + 1).ok()?, at + 1),
        };
        (Time::new(hour, 0)?, next)
    };
    let mut minute = time.minute();
    let mut hour = time.hour();
    if minute == 0 {
        let count = |at: usize| words.word(at).parse::<u8>().ok().filter(|count| *count < 60);
        match (words.word(next), words.word(next + 1)) {
            ("والنصف" | "ونصف", _) => (minute, next) = (30, next + 1),
            ("والربع" | "وربع", _) => (minute, next) = (15, next + 1),
            ("والثلث" | "وثلث", _) => (minute, next) = (20, next + 1),
            ("الا", "ربعا" | "الربع" | "ربع") if hour > 1 => {
                (hour, minute, next) = (hour - 1, 45, next + 2);
            }
            ("الا", "الثلث" | "ثلثا") if hour > 1 => {
                (hour, minute, next) = (hour - 1, 40, next + 2);
            }
            ("و", _) if words.word(next + 2).starts_with("دق") => {
                (minute, next) = (count(next + 1)?, next + 3);
            }
            _ => {}
        }
    }
    let after = |at: usize| words.mark_before(at).is_none_or(|mark| mark == '(');
    let evening = (next..next + 3).take_while(|at| after(*at)).any(|at| {
        matches!(words.word(at), "مساء" | "زوالا" | "ليلا" | "عشيه")
            || (words.word(at) == "بعد" && matches!(words.word(at + 1), "الزوال" | "الظهر" | "زوال"))
    });
    Time::new(if evening && hour < 12 { hour + 12 } else { hour }, minute)
}
