//! What stands before an item of a list: numbers, letters, ordinals and bullets, however they are set off.

use std::sync::LazyLock;

use super::fold::fold;
use super::numerals::{adverb_ordinal, axis, to_western};

/// The sort of a label: items of one level have one sort.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Sort {
    /// «المحور الأول:»
    Axis,
    /// «أولا،»
    Adverb,
    /// «1-», «1.», «(1)», «1 »
    Number,
    /// «أ-»
    Letter,
    /// «–», «-», «ـ»
    Dash,
    /// «•», «*»
    Bullet,
}

impl Sort {
    /// How deep a sort of label usually stands.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::Axis => 0,
            Self::Adverb => 1,
            Self::Number => 2,
            Self::Letter => 3,
            Self::Dash | Self::Bullet => 4,
        }
    }
}

/// A label that was found before a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Labelled {
    /// Its sort.
    pub sort: Sort,
    /// What it counts; nothing for a dash or a bullet.
    pub number: Option<u32>,
    /// What closes it: «-», «.», «)», «:»; or the bullet itself.
    pub sign: Option<char>,
    /// Whether it could be words of the text as well: «2 تجويد الحكامة».
    pub weak: bool,
    /// Where the text begins, in bytes.
    pub end: usize,
}

const DASHES: [char; 6] = ['–', '—', '-', 'ـ', '−', '‐'];
const BULLETS: [char; 15] = ['•', '·', '▪', '●', '◦', '‣', '►', '*', '✓', '➢', '■', '○', '§', '♦', '⁃'];
const ABJAD: [&str; 10] = ["ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي"];
const ALPHABET: [&str; 10] = ["ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر"];
const DIVISIONS: [&str; 2] = ["المحور", "محور"];

/// The label this text begins with.
#[must_use]
pub fn label(text: &str) -> Option<Labelled> {
    let found = bullet(text).or_else(|| number(text)).or_else(|| letter(text)).or_else(|| ordinal(text));
    found.filter(|label| text.get(label.end..).is_some_and(|rest| rest.contains(char::is_alphanumeric)))
}

/// How many bytes of spaces a text begins with.
fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn bullet(text: &str) -> Option<Labelled> {
    let first = text.chars().next()?;
    let sort = if DASHES.contains(&first) {
        Sort::Dash
    } else if BULLETS.contains(&first) {
        Sort::Bullet
    } else {
        return None;
    };
    let after = text.get(first.len_utf8()..)?;
    // «*كلمة*» is bold in a chat; «--» is a rule.
    let bold = first == '*' && !after.starts_with(char::is_whitespace) && after.contains('*');
    if bold || after.starts_with(first) {
        return None;
    }
    let end = first.len_utf8() + blank(after);
    Some(Labelled { sort, number: None, sign: Some(first), weak: false, end })
}

pub(super) fn number(text: &str) -> Option<Labelled> {
    let open = text.strip_prefix('(');
    let digits = open.unwrap_or(text);
    let count = digits.chars().take_while(|c| c.is_numeric()).map(char::len_utf8).sum::<usize>();
    let value: u32 = to_western(digits.get(..count)?).parse().ok()?;
    if value == 0 || value > 500 {
        return None;
    }
    let rest = digits.get(count..)?;
    let space = blank(rest);
    let tail = rest.get(space..)?;
    let sign = tail.chars().next()?;
    let closes = DASHES.contains(&sign) || matches!(sign, '.' | ')' | ':' | '/' | '،');
    if open.is_some() && sign != ')' {
        return None;
    }
    let before = text.len() - digits.len() + count + space;
    if !closes {
        let weak = space > 0 && sign.is_alphabetic();
        return weak.then_some(Labelled {
            sort: Sort::Number,
            number: Some(value),
            sign: None,
            weak,
            end: before,
        });
    }
    let after = tail.get(sign.len_utf8()..)?;
    // «10:30», «3.5», «2017-2020», «12/2026».
    if after.starts_with(char::is_numeric) {
        return None;
    }
    // «2) -», «3-:» have one sign more.
    let more = after.trim_start();
    let second = more.chars().next().filter(|c| DASHES.contains(c) || matches!(c, ':' | '.' | ')'));
    let skipped = second.map_or(blank(after), |second| {
        let tail = more.get(second.len_utf8()..).unwrap_or_default();
        blank(after) + second.len_utf8() + blank(tail)
    });
    let end = before + sign.len_utf8() + skipped;
    let weak = matches!(sign, '/' | '،');
    Some(Labelled { sort: Sort::Number, number: Some(value), sign: Some(sign), weak, end })
}

pub(super) fn letter(text: &str) -> Option<Labelled> {
    let open = text.strip_prefix('(');
    let inside = open.unwrap_or(text);
    let first = inside.chars().next().filter(|c| c.is_alphabetic())?;
    let folded = fold(first.encode_utf8(&mut [0; 4]));
    let at = |list: [&str; 10]| list.iter().position(|known| *known == folded).map(|at| at + 1);
    let number = at(ABJAD).or_else(|| at(ALPHABET)).and_then(|at| u32::try_from(at).ok())?;
    let rest = inside.get(first.len_utf8()..)?.trim_start_matches(['\u{200d}', '\u{640}']);
    let tail = rest.trim_start();
    let sign = tail.chars().next()?;
    // «د.» and «أ.» are honorifics.
    let closes = if open.is_some() { sign == ')' } else { sign == ')' || DASHES.contains(&sign) };
    if !closes {
        // A tatweel is the dash itself: «أـ نص».
        let joined = inside.get(first.len_utf8()..).is_some_and(|rest| rest.starts_with('\u{640}'));
        let end = text.len() - tail.len();
        return (joined && rest.starts_with(char::is_whitespace)).then_some(Labelled {
            sort: Sort::Letter,
            number: Some(number),
            sign: Some('\u{640}'),
            weak: false,
            end,
        });
    }
    let after = tail.get(sign.len_utf8()..)?;
    let end = text.len() - after.trim_start().len();
    Some(Labelled { sort: Sort::Letter, number: Some(number), sign: Some(sign), weak: false, end })
}

/// «أولا» to «عشرين» as they are compared, with their numbers.
static ADVERBS: LazyLock<Vec<(String, u32)>> =
    LazyLock::new(|| (1..=20).filter_map(|n| adverb_ordinal(n).map(|word| (fold(&word), n))).collect());

fn ordinal(text: &str) -> Option<Labelled> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let bare = first.trim_end_matches(['،', ':', '-', '–', '.', ')', ',']);
    let folded = fold(bare);
    if let Some(number) = ADVERBS.iter().find(|(word, _)| *word == folded).map(|(_, number)| *number) {
        let after = text.get(bare.len()..)?;
        let sign = after.trim_start().chars().next();
        let sign = sign.filter(|c| matches!(c, '،' | ':' | '-' | '–' | '.' | ')' | ','));
        let signs = ['،', ':', '-', '–', '.', ')', ','];
        let rest = after.trim_start().trim_start_matches(signs).trim_start();
        let end = text.len() - rest.len();
        return Some(Labelled { sort: Sort::Adverb, number: Some(number), sign, weak: sign.is_none(), end });
    }
    if !DIVISIONS.contains(&bare) {
        return None;
    }
    let head: String =
        text.chars().take(60).take_while(|c| !matches!(c, ':' | '،' | '-' | '–' | '.' | '/')).collect();
    let said = fold(head.trim());
    let number = (1..=20).find(|n| axis(*n).is_some_and(|words| fold(&words) == said));
    let sign = text.get(head.len()..)?.chars().next();
    match (number, sign) {
        (Some(_), Some(sign)) => {
            let after = text.get(head.len() + sign.len_utf8()..)?;
            let end = text.len() - after.trim_start().len();
            Some(Labelled { sort: Sort::Axis, number, sign: Some(sign), weak: false, end })
        }
        // «المحور 2: …» is printed otherwise: its words stay.
        _ => Some(Labelled { sort: Sort::Axis, number: None, sign: None, weak: number.is_none(), end: 0 }),
    }
}
