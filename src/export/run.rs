//! A composed text in stretches that look the same, cleaned for readers outside the record.

use std::ops::Range;

use crate::arabic;
use crate::document::{ChangeId, Colour, CommentId, Language, Mark};
use crate::template::{Composed, How, Shown};

/// Words that look the same.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Run {
    /// The words: on one line, without anything that shows nothing.
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) underline: bool,
    pub(super) strike: bool,
    pub(super) colour: Option<Colour>,
    pub(super) language: Option<Language>,
    /// Suggested words, where suggestions are shown.
    pub(super) inserted: Option<ChangeId>,
    /// Words somebody suggests to drop, where suggestions are shown.
    pub(super) deleted: Option<ChangeId>,
    /// The remarks on them, where remarks are shown.
    pub(super) remarks: Vec<CommentId>,
    /// How they are read whatever stands around them; only in [`isolated`] runs.
    pub(super) isolate: Option<Isolate>,
}

/// How a value is read by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Isolate {
    /// From the left: a figure whose parts would change places.
    Figure,
    /// As its own letters are: a value with letters of the other direction.
    Value,
}

impl Run {
    fn wear(&mut self, mark: Mark) {
        match mark {
            Mark::Bold => self.bold = true,
            Mark::Underline => self.underline = true,
            Mark::Strike => self.strike = true,
            Mark::Colour(colour) => self.colour = Some(colour),
            Mark::Language(language) => self.language = Some(language),
            Mark::Inserted(id) => self.inserted = Some(id),
            Mark::Deleted(id) => self.deleted = Some(id),
            Mark::Remark(id) => self.remarks.push(id),
        }
    }
}

/// The shown text of a paragraph in order, parted where its marks change; nothing at either end but words.
pub(super) fn runs(composed: &Composed) -> Vec<Run> {
    parted(composed, &[])
}

/// The same, parted also where a value of the record could change places with its neighbours.
pub(super) fn isolated(composed: &Composed, rtl: bool) -> Vec<Run> {
    let other = |c: char| c.is_alphabetic() && arabic::is_right_to_left(c) != rtl;
    let values = composed.segments.iter().filter(|segment| matches!(segment.how, How::Field(_)));
    let values = values.map(|segment| segment.shown.clone());
    let mixed = |range: &Range<usize>| composed.text.get(range.clone()).unwrap_or_default().contains(other);
    let mut apart: Vec<(Range<usize>, Isolate)> =
        values.filter(mixed).map(|range| (range, Isolate::Value)).collect();
    if rtl {
        let inside = |figure: &Range<usize>| {
            apart.iter().any(|(value, _)| value.start < figure.end && figure.start < value.end)
        };
        let figures: Vec<_> = composed.figures(0).into_iter().filter(|figure| !inside(figure)).collect();
        apart.extend(figures.into_iter().map(|range| (range, Isolate::Figure)));
    }
    parted(composed, &apart)
}

fn parted(composed: &Composed, apart: &[(Range<usize>, Isolate)]) -> Vec<Run> {
    let text = composed.text.as_str();
    if composed.marks.is_empty() && apart.is_empty() {
        let text = one_line(text);
        return if text.is_empty() { Vec::new() } else { vec![Run { text, ..Run::default() }] };
    }
    let mut cuts: Vec<usize> = vec![0, text.len()];
    cuts.extend(composed.marks.iter().flat_map(|shown| [shown.range.start, shown.range.end]));
    cuts.extend(apart.iter().flat_map(|(range, _)| [range.start, range.end]));
    cuts.sort_unstable();
    cuts.dedup();
    let mut runs: Vec<Run> = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let Some(words) = text.get(start..end) else { continue };
        let mut run = Run { text: clean(words), ..Run::default() };
        let over = |shown: &&Shown| covers(&shown.range, start, end);
        composed.marks.iter().filter(over).for_each(|shown| run.wear(shown.mark));
        run.isolate = apart.iter().find(|(range, _)| covers(range, start, end)).map(|(_, how)| *how);
        if !run.text.is_empty() {
            runs.push(run);
        }
    }
    trim(&mut runs);
    runs
}

fn covers(range: &Range<usize>, start: usize, end: usize) -> bool {
    range.start <= start && range.end >= end
}

/// The last guard: whatever a record holds, nothing leaves it that shows nothing or breaks a line.
pub(super) fn one_line(words: &str) -> String {
    clean(words).trim().to_owned()
}

fn clean(words: &str) -> String {
    let words = arabic::for_readers(words);
    if words.contains(['\n', '\t']) { words.replace(['\n', '\t'], " ") } else { words.into_owned() }
}

fn trim(runs: &mut Vec<Run>) {
    while let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
        if !first.text.is_empty() {
            break;
        }
        runs.remove(0);
    }
    while let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
}
