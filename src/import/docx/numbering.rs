//! Automatic numbers of a DOCX: the label each item was shown with, counted as Word counts.

use std::collections::{HashMap, HashSet};

use super::xml::{Met, walk};
use crate::arabic::numerals::{abjad, alphabetic, to_arabic_indic};
use crate::import::source::ReadError;

/// Levels of a list.
const LEVELS: usize = 9;

/// How a level is numbered.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    /// `%1` stands for the first level's number.
    text: String,
    /// After which level, from 1, it begins again; 0 is never.
    restart: Option<usize>,
    /// Whether numbers of other levels in it are written in digits.
    legal: bool,
    /// The paragraph style whose paragraphs are on this level.
    style: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: [Option<Level>; LEVELS],
    /// The numbering style whose levels it takes, and the one that takes its.
    takes: Option<String>,
    gives: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Num {
    of: String,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// All lists, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    abstracts: HashMap<String, Abstract>,
    nums: HashMap<String, Num>,
    counted: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists whose own starts have been taken.
    begun: HashSet<String>,
}

/// An item's label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Label {
    pub(super) words: String,
    pub(super) numbered: bool,
    /// The list it is counted in.
    pub(super) list: String,
}

impl Numbering {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut all = Self::default();
        let mut of_abstract: Option<(String, Abstract)> = None;
        let mut of_num: Option<(String, Num)> = None;
        let mut overrides: Option<usize> = None;
        let mut level: Option<(usize, Level)> = None;
        walk(bytes, |met| {
            match met {
                Met::Begin(element) => match element.name() {
                    b"abstractNum" => {
                        of_abstract = Some((
                            element.get("abstractNumId").unwrap_or_default().into_owned(),
                            Abstract::default(),
                        ));
                    }
                    b"num" => {
                        of_num =
                            Some((element.get("numId").unwrap_or_default().into_owned(), Num::default()));
                    }
                    b"lvlOverride" => overrides = element.number("ilvl"),
                    b"lvl" => {
                        let at = element.number("ilvl").unwrap_or(LEVELS);
                        level = Some((at, Level { format: "decimal".to_owned(), ..Level::default() }));
                    }
                    b"startOverride" => {
                        if let (Some((_, num)), Some(at)) = (&mut of_num, overrides)
                            && let Some(start) = num.starts.get_mut(at)
                        {
                            *start = element.number("val");
                        }
                    }
                    b"abstractNumId" => {
                        if let Some((_, num)) = &mut of_num {
                            num.of = element.kept().unwrap_or_default();
                        }
                    }
                    b"numStyleLink" => {
                        if let Some((_, all)) = &mut of_abstract {
                            all.takes = element.kept();
                        }
                    }
                    b"styleLink" => {
                        if let Some((_, all)) = &mut of_abstract {
                            all.gives = element.kept();
                        }
                    }
                    name => {
                        if let Some((_, level)) = &mut level {
                            match name {
                                b"start" => level.start = element.number("val").unwrap_or(0),
                                b"numFmt" => level.format = element.kept().unwrap_or_default(),
                                b"lvlText" => level.text = element.kept().unwrap_or_default(),
                                b"lvlRestart" => level.restart = element.number("val"),
                                b"isLgl" => level.legal = element.is_on(),
                                b"pStyle" => level.style = element.kept(),
                                _ => {}
                            }
                        }
                    }
                },
                Met::End(b"lvl", _) => {
                    if let Some((at, level)) = level.take() {
                        let place = match (&mut of_num, &mut of_abstract) {
                            (Some((_, num)), _) => num.levels.get_mut(at),
                            (None, Some((_, all))) => all.levels.get_mut(at),
                            (None, None) => None,
                        };
                        if let Some(place) = place {
                            *place = Some(level);
                        }
                    }
                }
                Met::End(b"lvlOverride", _) => overrides = None,
                Met::End(b"num", _) => all.nums.extend(of_num.take()),
                Met::End(b"abstractNum", _) => all.abstracts.extend(of_abstract.take()),
                Met::End(..) | Met::Text(_) => {}
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// The list and level of a paragraph, by its own words or its style's.
    pub(super) fn level_of_style(&self, num: &str, style: &str) -> Option<u8> {
        let all = levels(&self.abstracts, self.nums.get(num)?)?;
        let at = all
            .levels
            .iter()
            .position(|level| level.as_ref().is_some_and(|level| level.style.as_deref() == Some(style)))?;
        u8::try_from(at).ok()
    }

    /// Counts one more item of this list at this level, and says its label. `None` where there is no such list.
    pub(super) fn next(&mut self, id: &str, at: usize) -> Option<Label> {
        let Self { abstracts, nums, counted, begun } = self;
        let at = at.min(LEVELS - 1);
        let num = nums.get(id)?;
        let all = levels(abstracts, num)?;
        let level = |at: usize| {
            num.levels
                .get(at)
                .and_then(Option::as_ref)
                .or_else(|| all.levels.get(at).and_then(Option::as_ref))
        };
        let start = |at: usize| {
            let own = num.starts.get(at).copied().flatten();
            own.or_else(|| level(at).map(|level| level.start)).unwrap_or(1)
        };
        let counted = counted.entry(num.of.clone()).or_default();
        if begun.insert(id.to_owned()) {
            for (count, _) in counted.iter_mut().zip(&num.starts).filter(|(_, own)| own.is_some()) {
                *count = None;
            }
        }
        for (other, count) in counted.iter_mut().enumerate() {
            if other < at {
                // A number above that nothing had yet is shown as if it had.
                count.get_or_insert_with(|| start(other));
            } else if other == at {
                *count = Some(count.map_or_else(|| start(at), |count| count.saturating_add(1)));
            } else if level(other).and_then(|level| level.restart).is_none_or(|after| at < after) {
                *count = None;
            }
        }
        let level_here = level(at)?;
        let number = |other: usize| {
            let count = counted.get(other).copied().flatten().unwrap_or_else(|| start(other));
            let format = level(other).map_or("decimal", |level| level.format.as_str());
            written(count, if level_here.legal { "decimal" } else { format })
        };
        let mut words = String::new();
        let mut letters = level_here.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let digit =
                letters.peek().and_then(|next| next.to_digit(10)).filter(|digit| (1..=9).contains(digit));
            match digit.and_then(|digit| usize::try_from(digit).ok()).filter(|_| letter == '%') {
                Some(digit) => {
                    letters.next();
                    words.push_str(&number(digit - 1));
                }
                // The bullets of Symbol and Wingdings are private letters.
                None => words.push(if matches!(letter, '\u{f000}'..='\u{f0ff}') { '•' } else { letter }),
            }
        }
        let numbered = level_here.format != "bullet" && level_here.format != "none";
        Some(Label { words: words.trim().to_owned(), numbered, list: num.of.clone() })
    }
}

/// The levels of a list: its own, or those of the numbering style it takes.
fn levels<'a>(abstracts: &'a HashMap<String, Abstract>, num: &Num) -> Option<&'a Abstract> {
    let all = abstracts.get(&num.of)?;
    match &all.takes {
        Some(style) => abstracts.values().find(|other| other.gives.as_ref() == Some(style)),
        None => Some(all),
    }
}

/// A number as a format writes it; one that is not known is written in digits.
pub(in crate::import) fn written(n: u32, format: &str) -> String {
    let count = usize::try_from(n).unwrap_or(0);
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperLetter" => latin(count, 'A'),
        "lowerLetter" => latin(count, 'a'),
        "arabicAlpha" => alphabetic(count),
        "arabicAbjad" => abjad(count),
        // What Word calls Hindi are the digits of the Arab East.
        "hindiNumbers" => to_arabic_indic(&n.to_string()),
        "numberInDash" => format!("- {n} -"),
        _ => n.to_string(),
    }
}

/// «a» to «z», then «aa», «bb» …, as Word goes on.
fn latin(n: usize, first: char) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let letter = (first..='z').nth(index % 26).unwrap_or(first);
    letter.to_string().repeat((index / 26 + 1).min(9))
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n > 3999 {
        return n.to_string();
    }
    let mut rest = n;
    let mut words = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            words.push_str(sign);
            rest -= value;
        }
    }
    words
}
