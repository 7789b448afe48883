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

/// How minutes are counted in words, from three on; either gender is written.
const UNITS: [&str; 8] = ["ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"];

/// Tens of minutes, without their ending.
const TENS: [(&str, u16); 4] = [("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50)];

/// The part of the day that an hour is told of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// As the figure says.
    Morning,
    /// From noon on.
    Noon,
    /// After noon.
    Evening,
    /// Before midnight and after it.
    Night,
}

/// The hour at a word: «10:30», «العاشرة صباحا», «الثالثة والنصف بعد الزوال», «10 و30 دقيقة», «الواحدة ليلا». Nothing
/// where minutes follow that are not understood.
pub(super) fn hour_at(text: &str, words: &Words, at: usize) -> Option<Time> {
    told(text, words, at).map(|(time, _)| time)
}

/// The hour at a word, and whether its part of the day is said.
fn told(text: &str, words: &Words, at: usize) -> Option<(Time, bool)> {
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
    let (mut before, mut after) = (0, u16::from(time.minute()));
    if after == 0 {
        let less = words.word(next) == "الا";
        let said = if less { minutes(words, next + 1, "") } else { minutes(words, next, "و") };
        match said {
            Some((count, end)) if less => (before, next) = (count, end),
            Some((count, end)) => (after, next) = (count, end),
            None => {}
        }
        // «والنصف إلا …», «والعشرون»: more is said than was understood.
        let more = words.word(next);
        let more = more.strip_prefix('و').map(|more| more.strip_prefix("ال").unwrap_or(more));
        let more = more.is_some_and(|more| unit(more).is_some() || ten(more).is_some());
        if more || words.word(next) == "الا" || counts_alone(words, next) {
            return None;
        }
    }
    let hour = u16::from(time.hour());
    let (part, range) = part_after(words, next);
    let hour = match part {
        // Nobody meets at a quarter to one in the night without saying so.
        None if before > 0 && hour == 1 => 13,
        Some(Part::Noon | Part::Evening) if hour < 10 => hour + 12,
        // «العاشرة بعد الزوال» is no hour.
        Some(Part::Noon) if hour < 12 => return None,
        Some(Part::Evening) if hour < 12 => hour + 12,
        Some(Part::Night) if (6..12).contains(&hour) => hour + 12,
        Some(Part::Night) if hour == 12 => 0,
        _ => hour,
    };
    let clock = |hour: u16| {
        let minute = (hour * 60 + after + 24 * 60 - before) % (24 * 60);
        Time::new(u8::try_from(minute / 60).ok()?, u8::try_from(minute % 60).ok()?)
    };
    let time = clock(hour)?;
    // «من الساعة الثانية إلى الرابعة بعد الزوال»: the part of the day is said once, where both fit into it.
    let end = if part.is_none() { range.and_then(|at| told(text, words, at)) } else { None };
    let later = clock((hour + 12) % 24)
        .filter(|later| hour < 12 && end.is_some_and(|(end, said)| said && *later < end));
    Some((later.unwrap_or(time), part.is_some()))
}

/// The part of the day that is said behind an hour; else where the hour stands that it goes on to.
fn part_after(words: &Words, next: usize) -> (Option<Part>, Option<usize>) {
    for at in next..next + 3 {
        if words.mark_before(at).is_some_and(|mark| mark != '(') {
            break;
        }
        match words.word(at) {
            "الي" | "حتي" | "لغايه" => {
                let end = (at + 1..at + 4).find(|at| !matches!(words.word(*at), "غايه" | "حدود" | "الساعه"));
                return (None, end);
            }
            "صباحا" | "صباح" | "فجرا" | "ضحي" => return (Some(Part::Morning), None),
            "زوالا" | "ظهرا" => return (Some(Part::Noon), None),
            "مساء" | "عشيه" | "عصرا" | "عشاء" => return (Some(Part::Evening), None),
            "ليلا" => return (Some(Part::Night), None),
            "بعد" => match words.word(at + 1) {
                "الزوال" | "زوال" | "الظهر" | "العصر" => return (Some(Part::Noon), None),
                "المغرب" | "العشاء" => return (Some(Part::Evening), None),
                "منتصف" => return (Some(Part::Night), None),
                _ => {}
            },
            "منتصف" if words.word(at + 1) == "الليل" => return (Some(Part::Night), None),
            _ => {}
        }
    }
    (None, None)
}

/// The minutes told at a word, and the word after them: «والنصف», «و30 دقيقة», «وخمس وأربعين دقيقة», «ربعا».
fn minutes(words: &Words, at: usize, joined: &str) -> Option<(u16, usize)> {
    // «و» may stand apart: before figures it always does.
    let apart = !joined.is_empty() && words.word(at) == joined;
    let at = at + usize::from(apart);
    let first = if apart { words.word(at) } else { words.word(at).strip_prefix(joined)? };
    let part = match first.strip_prefix("ال").unwrap_or(first) {
        "نصف" | "نصفا" => Some(30),
        "ربع" | "ربعا" => Some(15),
        "ثلث" | "ثلثا" => Some(20),
        "دقيقه" => Some(1),
        "دقيقتين" | "دقيقتان" => Some(2),
        _ => None,
    };
    if let Some(part) = part {
        return Some((part, at + 1));
    }
    let second = words.word(at + 1);
    let (count, next) = if let Ok(count) = first.parse::<u16>() {
        (count, at + 1)
    } else if let Some(tens) = ten(first) {
        (tens, at + 1)
    } else {
        let unit = unit(first)?;
        match second.strip_prefix('و').and_then(ten) {
            Some(tens) if unit < 10 => (unit + tens, at + 2),
            None if unit < 10 && matches!(second, "عشر" | "عشره") => (unit + 10, at + 2),
            _ => (unit, at + 1),
        }
    };
    (count < 60 && words.word(next).starts_with("دق")).then_some((count, next + 1))
}

/// Whether a number stands behind a «و» of its own.
fn counts_alone(words: &Words, at: usize) -> bool {
    words.word(at) == "و" && words.word(at + 1).parse::<u16>().is_ok_and(|count| count < 60)
}

fn unit(word: &str) -> Option<u16> {
    let bare = word.trim_end_matches(['ه', 'ي']);
    let at = UNITS.iter().position(|unit| *unit == bare)?;
    u16::try_from(at + 3).ok()
}

fn ten(word: &str) -> Option<u16> {
    let bare = word.strip_suffix("ون").or_else(|| word.strip_suffix("ين"))?;
    TENS.iter().find(|(ten, _)| *ten == bare).map(|(_, count)| *count)
}

/// Whether an hour is told at a word without the word for it, by its part of the day: «على العاشرة صباحا», «في تمام
/// الثالثة والنصف بعد الزوال».
pub(super) fn is_told(text: &str, words: &Words, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words.bare(before));
    let leads = matches!(before, "علي" | "تمام" | "حدود" | "من" | "عند" | "الي" | "حتي" | "غايه" | "بين");
    let known = HOURS.contains(&words.word(at)) || words.word(at) == "الحاديه";
    leads && known && told(text, words, at).is_some_and(|(_, said)| said)
}
