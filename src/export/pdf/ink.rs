//! What words wear on paper: colours, fills under them, lines below and through them, measured as on the screen.

use std::ops::Range;

use super::super::sheet::Sheet;
use super::remarks::are_shown;
use crate::document::{ChangeId, Colour, Mark};
use crate::pages::{Text, Tone};
use crate::template::How;
use crate::text::{Rect, reach, word_at};

/// Red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ink(pub(super) u8, pub(super) u8, pub(super) u8);

/// A printer has no softer black.
const BLACK: Ink = Ink(0, 0, 0);
const FAINT: Ink = Ink(0x5A, 0x62, 0x60);
pub(super) const EDGE: Ink = Ink(0x7B, 0x82, 0x7E);
const ACCENT: Ink = Ink(0x0E, 0x66, 0x5C);
const RED: Ink = Ink(0xB3, 0x26, 0x1E);
const WARNING: Ink = Ink(0x8A, 0x5A, 0x00);
const WARNING_FILL: Ink = Ink(0xFB, 0xF0, 0xD9);
const DELETED_FILL: Ink = Ink(0xEF, 0xEC, 0xE6);
const REMARK_FILL: Ink = Ink(0xD9, 0xEA, 0xE6);
const AUTHORS: [Ink; 6] = [
    Ink(0x1B, 0x5E, 0x9B),
    Ink(0x9A, 0x3B, 0x12),
    Ink(0x6A, 0x3F, 0xA0),
    Ink(0x2B, 0x6B, 0x2F),
    Ink(0xA0, 0x22, 0x6B),
    Ink(0x5F, 0x5A, 0x00),
];

/// A line below the words lies so far under the lowest ink, in em, and is so thick.
const EIGHTEENTH: f32 = 1.0 / 18.0;
/// From one line below the words to the next.
const LANE: f32 = 3.0 * EIGHTEENTH;
/// How thick a stroke through words is.
const STROKE: f32 = 1.5 * EIGHTEENTH;

/// A filled rectangle.
pub(super) type Bar = (Rect, Ink);

/// What the words of a text wear.
#[derive(Default)]
pub(super) struct Wear {
    /// Bytes of the layout of another colour; of two that overlap the later one.
    pub(super) tints: Vec<(Range<usize>, Ink)>,
    /// What lies under the letters.
    pub(super) under: Vec<Bar>,
    /// What lies over them.
    pub(super) over: Vec<Bar>,
    /// Bytes of the layout in another language.
    pub(super) tongues: Vec<(Range<usize>, &'static str)>,
}

/// The colour of a text where its words have none of their own.
pub(super) fn plain(tone: Tone) -> Ink {
    match tone {
        Tone::Ink | Tone::Label => BLACK,
        Tone::Faint | Tone::Stamp => FAINT,
        Tone::Missing => WARNING,
    }
}

impl Wear {
    /// The colour of the letter at this byte.
    pub(super) fn ink(&self, at: usize, plain: Ink) -> Ink {
        self.tints.iter().rev().find(|(range, _)| range.contains(&at)).map_or(plain, |(_, ink)| *ink)
    }

    /// The language of the letter at this byte, where it is another than the text's.
    pub(super) fn tongue(&self, at: usize) -> Option<&'static str> {
        self.tongues.iter().find(|(range, _)| range.contains(&at)).map(|(_, tongue)| *tongue)
    }

    pub(super) fn of(text: &Text, sheet: &Sheet<'_>) -> Self {
        let mut wear = Self::default();
        if text.tone == Tone::Missing {
            let (top, bottom) = (text.top + 1.0, text.top + text.height() - 1.0);
            let (left, right) = (text.left - 5.0, text.left + text.layout.width() + 5.0);
            wear.under.push((Rect { left, top, right, bottom }, WARNING_FILL));
        }
        let Some(source) = &text.source else { return wear };
        let (composed, prefix) = (&source.composed, source.prefix);
        for segment in &composed.segments {
            if matches!(segment.how, How::Unresolved(_)) {
                wear.tints.push((segment.shown.start + prefix..segment.shown.end + prefix, WARNING));
                let filled = |rect: Rect| Rect { top: rect.top + 2.0, bottom: rect.bottom - 2.0, ..rect };
                let rects = text.rects(segment.shown.clone()).into_iter();
                wear.under.extend(rects.map(|rect| (filled(rect), WARNING_FILL)));
            }
        }
        let shows = are_shown(sheet);
        let covered = composed.marks.iter().filter(|shown| shown.mark == Mark::Underline);
        let underlined: Vec<Range<usize>> = covered.map(|shown| shown.range.clone()).collect();
        // Colours first: lines take the colour of the words they belong to.
        for shown in &composed.marks {
            let range = shown.range.start + prefix..shown.range.end + prefix;
            match shown.mark {
                Mark::Colour(colour) => {
                    let range = whole_words(text.layout.text(), range);
                    wear.tints.push((range, writer(colour)));
                }
                Mark::Inserted(id) if shows => wear.tints.push((range, author(sheet, id))),
                Mark::Deleted(_) if shows => wear.tints.push((range, FAINT)),
                Mark::Language(language) if language != sheet.document.language() => {
                    wear.tongues.push((range, super::super::sheet::tag(language)));
                }
                _ => {}
            }
        }
        for shown in &composed.marks {
            let at = shown.range.start + prefix;
            let lines = Lines { text, range: shown.range.clone() };
            match shown.mark {
                Mark::Underline => {
                    wear.under.extend(lines.below(0, 1.0, wear.ink(at, plain(text.tone))));
                }
                Mark::Strike => wear.over.extend(lines.through(wear.ink(at, plain(text.tone)))),
                Mark::Inserted(id) if shows => {
                    let over =
                        |own: &Range<usize>| own.start < shown.range.end && shown.range.start < own.end;
                    let taken = u8::from(underlined.iter().any(over));
                    wear.under.extend(lines.below(taken, 2.0, author(sheet, id)));
                }
                Mark::Deleted(id) if shows => {
                    // Fills lie under lines.
                    wear.under.splice(0..0, lines.band(DELETED_FILL));
                    wear.over.extend(lines.through(author(sheet, id)));
                }
                Mark::Remark(_) if shows => {
                    wear.under.splice(0..0, lines.band(REMARK_FILL));
                }
                _ => {}
            }
        }
        wear
    }
}

/// Where bytes of the shown text lie, line by line.
struct Lines<'a> {
    text: &'a Text,
    range: Range<usize>,
}

impl Lines<'_> {
    /// Each piece, without the blank that hangs at the end of a line, and where its letters stand.
    fn pieces(&self) -> Vec<(Rect, f32)> {
        let up = self.text.origin();
        let piece = |rect: Rect| {
            let middle = f32::midpoint(rect.top, rect.bottom) - up;
            let line =
                self.text.layout.lines().iter().find(|line| line.top <= middle && middle < line.bottom)?;
            let left = rect.left.max(line.left + self.text.left);
            let right = rect.right.min(line.right + self.text.left);
            (right > left).then_some((Rect { left, right, ..rect }, line.baseline + up))
        };
        self.text.rects(self.range.clone()).into_iter().filter_map(piece).collect()
    }

    fn em(&self) -> f32 {
        self.text.layout.style().size
    }

    fn lowest(&self) -> f32 {
        self.em() * (reach(self.text.layout.style().family).below + EIGHTEENTH)
    }

    fn below(&self, taken: u8, times: f32, ink: Ink) -> Vec<Bar> {
        let down = self.lowest() + self.em() * f32::from(taken) * LANE;
        let thick = self.em() * EIGHTEENTH * times;
        let bar =
            |(rect, base): (Rect, f32)| (Rect { top: base + down, bottom: base + down + thick, ..rect }, ink);
        self.pieces().into_iter().map(bar).collect()
    }

    fn through(&self, ink: Ink) -> Vec<Bar> {
        let thick = self.em() * STROKE;
        let up = self.em() * reach(self.text.layout.style().family).body / 2.0;
        let bar = |(rect, base): (Rect, f32)| {
            let top = base - up - thick / 2.0;
            (Rect { top, bottom: top + thick, ..rect }, ink)
        };
        self.pieces().into_iter().map(bar).collect()
    }

    fn band(&self, ink: Ink) -> Vec<Bar> {
        let down = self.lowest() + self.em() * STROKE;
        let bar = |(rect, base): (Rect, f32)| {
            let top = rect.top + (rect.bottom - rect.top) * 3.0 / 32.0;
            (Rect { top, bottom: (base + down).min(rect.bottom), ..rect }, ink)
        };
        self.pieces().into_iter().map(bar).collect()
    }
}

fn writer(colour: Colour) -> Ink {
    match colour {
        Colour::Accent => ACCENT,
        Colour::Red => RED,
        Colour::Grey => FAINT,
    }
}

/// The colour of whoever suggested a change: each author of the record has one, in the order of names.
fn author(sheet: &Sheet<'_>, id: ChangeId) -> Ink {
    let changes = sheet.document.changes();
    let mut names: Vec<&str> = changes.values().map(|change| change.author.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let name = changes.get(&id).map(|change| change.author.as_str());
    let at = names.iter().position(|own| Some(*own) == name).unwrap_or_default();
    AUTHORS.get(at % AUTHORS.len()).copied().unwrap_or(ACCENT)
}

/// The bytes with the words they begin and end in: letters that join are of one colour.
fn whole_words(words: &str, range: Range<usize>) -> Range<usize> {
    let first = word_at(words, range.start);
    let inside = first.start < range.start && range.start < first.end;
    let start = if inside { first.start } else { range.start };
    let last = words.get(range.clone()).and_then(|marked| marked.char_indices().next_back());
    let end = last.map_or(range.end, |(at, _)| word_at(words, range.start + at).end.max(range.end));
    start..end
}
