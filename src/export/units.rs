//! What word processors are given: paragraphs, tables and signatures in order, with what keeps together and how lists hang.

use std::sync::Arc;

use super::run::{Run, one_line};
use super::sheet::Sheet;
use crate::arabic;
use crate::document::{Document, Kind, Role, Target};
use crate::template::{Composed, Part};

/// Labels longer than this open their paragraph instead of hanging before it.
const LONGEST_LABEL: usize = 10;
/// A paragraph shorter than this stays with the signatures below it.
const SHORT: usize = 300;

/// Something that stands on its own in the text.
pub(super) enum Unit<'a> {
    /// A paragraph, and whether the next stays on the same page with its end.
    Paragraph(&'a Composed, bool),
    /// Rows of one table.
    Table(Vec<&'a Composed>),
    /// The line over the signatures, and who signs.
    Signatures(Option<&'a Composed>, Vec<&'a Composed>),
}

/// The text below its head, in order.
pub(super) struct Units<'a, I: Iterator<Item = &'a Arc<Composed>>> {
    texts: std::iter::Peekable<I>,
}

/// The units of the text below its head.
pub(super) fn units<'s, 'a>(
    sheet: &'s Sheet<'a>,
) -> Units<'a, impl Iterator<Item = &'a Arc<Composed>> + use<'s, 'a>> {
    Units { texts: sheet.body().peekable() }
}

impl<'a, I: Iterator<Item = &'a Arc<Composed>>> Iterator for Units<'a, I> {
    type Item = Unit<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let first: &Composed = self.texts.next()?;
        if first.row.is_some() {
            let mut rows = vec![first];
            while let Some(row) = self.texts.next_if(|next| next.row.is_some()) {
                rows.push(row);
            }
            return Some(Unit::Table(rows));
        }
        if first.part == Part::Signature {
            let mut names = Vec::new();
            let place = if first.is_name() {
                names.push(first);
                None
            } else {
                Some(first)
            };
            while let Some(name) = self.texts.next_if(|next| next.is_name()) {
                names.push(name);
            }
            return Some(Unit::Signatures(place, names));
        }
        let signed = self.texts.peek().is_some_and(|next| next.part == Part::Signature);
        let keeps = first.text.trim_end().ends_with(':')
            || first.part == Part::Paragraph(Role::Enacting)
            || (signed && first.text.len() < SHORT);
        Some(Unit::Paragraph(first, keeps))
    }
}

/// How a paragraph is styled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Look {
    Title,
    Body,
    Heading(u8),
    /// An entry of the agenda, of those who came, of what goes with the text.
    Entry,
    /// A recommendation below its axis: 1 to 3.
    List(u8),
    Quote,
    Fact,
    Closing,
    /// Words under a picture.
    Caption,
}

/// The style of a paragraph.
pub(super) fn look(text: &Composed) -> Look {
    match text.part {
        Part::Title => Look::Title,
        Part::Fact => Look::Fact,
        Part::Heading(level) => Look::Heading(level.clamp(1, 3)),
        Part::Outline(0) => Look::Heading(1),
        Part::Outline(depth) => Look::List(depth.min(3)),
        Part::AgendaItem | Part::Attendee | Part::Annex | Part::Note => Look::Entry,
        Part::Quote => Look::Quote,
        Part::Signature => Look::Closing,
        Part::Paragraph(_) | Part::Intervention | Part::Decision => Look::Body,
    }
}

/// Whether a list, or the facts above the text, end with this paragraph.
pub(super) fn is_last(text: &Composed, next: Option<&Unit<'_>>) -> bool {
    let list = |look: Look| match look {
        Look::Entry => 1,
        Look::List(_) => 2,
        Look::Fact => 3,
        _ => 0,
    };
    let this = list(look(text));
    match next {
        _ if this == 0 => false,
        Some(Unit::Paragraph(next, _)) => list(look(next)) != this,
        Some(Unit::Table(_) | Unit::Signatures(..)) | None => true,
    }
}

/// How far labels of each list hang, in twentieths of a point: entries, then the three levels of recommendations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Hangs([u32; 4]);

impl Hangs {
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let mut longest = [0_usize; 4];
        for text in sheet.body() {
            let at = match look(text) {
                Look::Entry => 0,
                Look::List(depth) => usize::from(depth),
                _ => continue,
            };
            let length = text.label.chars().count();
            if let Some(most) = longest.get_mut(at).filter(|_| length <= LONGEST_LABEL) {
                *most = length.max(*most);
            }
        }
        let hang = |letters: usize| u32::try_from(letters).unwrap_or(0) * 140 + 200;
        Self(longest.map(|letters| hang(letters).max(425)))
    }

    /// Where the words begin, and how far before that the label does.
    pub(super) fn at(&self, level: u8) -> (u32, u32) {
        let hang = self.0.get(usize::from(level)).copied().unwrap_or(425);
        (u32::from(level.saturating_sub(1)) * 425 + hang, hang)
    }
}

/// What parts a label from its words: nothing, a space, or a tab where it hangs.
pub(super) fn after_label(text: &Composed) -> &'static str {
    match look(text) {
        _ if text.label.is_empty() => "",
        Look::Entry | Look::List(_) if text.label.chars().count() <= LONGEST_LABEL => "\t",
        _ => " ",
    }
}

/// The photo that goes with the text at this place, by its name.
pub(super) fn annexed<'a>(document: &'a Document, text: &Composed) -> Option<&'a str> {
    let Some(Target::Block(id)) = &text.target else { return None };
    if text.part != Part::Annex {
        return None;
    }
    match &document.block(*id)?.kind {
        Kind::Annex(annex) if annex.is_picture() => Some(annex.file.as_str()),
        _ => None,
    }
}

/// Its figures that would be read the wrong way round where they stand.
pub(super) fn figures(text: &Composed) -> Vec<&str> {
    text.figures(0).into_iter().filter_map(|range| text.text.get(range)).collect()
}

/// Holds these figures to their order by marks that show nothing, for programs that know no isolates. A longer figure
/// that one of them is a part of is another figure.
pub(super) fn held(words: String, figures: &[&str]) -> String {
    hold(words, |figure| figures.contains(&figure))
}

/// Words of the head, with their figures held to their order.
pub(super) fn headed(words: &str) -> String {
    hold(one_line(words), |_| true)
}

fn hold(words: String, is_meant: impl Fn(&str) -> bool) -> String {
    let mut ranges = arabic::figures(&words);
    ranges.retain(|range| words.get(range.clone()).is_some_and(&is_meant));
    let mut held = words;
    for range in ranges.into_iter().rev() {
        held.insert(range.end, '\u{200E}');
        held.insert(range.start, '\u{200E}');
    }
    held
}

/// Titles shorter than this stand on one line or break well by themselves.
const LONG_TITLE: usize = 40;
/// How many letters the last line of a longer one has at least.
const LAST_LINE: usize = 16;

/// Makes spaces that part no lines of those inside what stays together, which word processors do not know by themselves:
/// dates, numbers with what they count, the last words of a title.
pub(super) fn keep_together(text: &Composed, runs: &mut [Run]) {
    let line: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut kept = arabic::kept_together(&line);
    if text.part == Part::Title && line.chars().count() > LONG_TITLE {
        let is_enough =
            |at: &usize| line.get(*at..).is_some_and(|tail| tail.trim().chars().count() >= LAST_LINE);
        let spaces = line.match_indices(' ').map(|(at, _)| at + 1);
        kept.extend(spaces.rev().find(is_enough).map(|from| from..line.len()));
    }
    if kept.is_empty() {
        return;
    }
    let mut at = 0;
    for run in runs {
        let inside = |space: usize| kept.iter().any(|range| range.contains(&(at + space)));
        let spaces: Vec<usize> = run.text.match_indices(' ').map(|(space, _)| space).collect();
        let length = run.text.len();
        for space in spaces.into_iter().rev().filter(|space| inside(*space)) {
            run.text.replace_range(space..=space, NO_BREAK);
        }
        at += length;
    }
}

const NO_BREAK: &str = "\u{a0}";

/// The name of the text in one line at the foot of a page.
pub(super) fn short_name(sheet: &Sheet<'_>) -> String {
    // The measure without the page number, in letters of the foot as wide as most are.
    let room = (Paper::of(sheet).measure() / 20).saturating_sub(60) * 10 / 48;
    let room = usize::try_from(room).unwrap_or_default().max(24);
    let name = one_line(&sheet.name());
    if name.chars().count() <= room {
        return name;
    }
    let mut short = String::new();
    for word in name.split_whitespace() {
        if short.chars().count() + word.chars().count() >= room {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = name.chars().take(room).collect();
    }
    short.truncate(
        short.trim_end_matches(|c: char| c.is_ascii_punctuation() || c == '\u{60C}' || c == '\u{61B}').len(),
    );
    short.push('\u{2026}');
    short
}

/// How many columns so many signatures stand in; a single one stands in the last of two.
pub(super) fn columns(names: usize) -> usize {
    if names == 1 { 2 } else { names.clamp(1, 3) }
}

/// Tells how far the work is, now and then; whether it goes on.
pub(super) fn goes_on(sheet: &Sheet<'_>, done: usize) -> bool {
    match sheet.options.watch {
        Some(watch) if done.is_multiple_of(256) => watch(done, sheet.composition.paragraphs.len()),
        _ => true,
    }
}

/// The sheet in twentieths of a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Paper {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) top: u32,
    pub(super) bottom: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Paper {
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let page = sheet.document.style().page;
        // 1440 twentieths of a point in 2540 hundredths of a millimetre. Word takes no sheet of more than 22 inches.
        let twips = |hundredths: u32| u32::try_from(u64::from(hundredths) * 1440 / 2540).unwrap_or(u32::MAX);
        let width = twips(page.width).clamp(2400, 31_680);
        let height = twips(page.height).clamp(4000, 31_680);
        let (mut start, mut end) = (twips(page.start), twips(page.end));
        if start.saturating_add(end).saturating_add(2400) > width {
            (start, end) = (0, 0);
        }
        let (mut top, mut bottom) = (twips(page.top), twips(page.bottom).max(680));
        if top.saturating_add(bottom).saturating_add(2880) > height {
            (top, bottom) = (680, 680);
        }
        Self { width, height, top, bottom, start, end }
    }

    /// The width that lines fill.
    pub(super) fn measure(&self) -> u32 {
        self.width - self.start - self.end
    }

    /// From the edge of the sheet to its head, and to its foot.
    pub(super) fn edges(&self) -> (u32, u32) {
        (self.top * 56 / 100, self.bottom * 45 / 100)
    }
}
