//! Paragraphs while they are read: words and marks come in, clean paragraphs and what was told of them go out.

use std::collections::BTreeMap;
use std::mem::take;
use std::ops::Range;

use super::source::{Format, Left, Listed, Para, Read, ReadError, Row, Told};
use crate::arabic::{self, Class, Removed, Source};
use crate::document::{ATOM, Mark};

/// A row with more than this in it is a table that lays out a page, not one that lists something.
const CELL_PARAGRAPHS: usize = 6;
const CELL_LETTERS: usize = 1200;

/// What words look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) underline: bool,
    pub(super) strike: bool,
}

impl Look {
    fn marks(self) -> impl Iterator<Item = Mark> {
        let all = [(self.bold, Mark::Bold), (self.underline, Mark::Underline), (self.strike, Mark::Strike)];
        all.into_iter().filter(|(on, _)| *on).map(|(_, mark)| mark)
    }
}

/// A paragraph's words as they came.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    marks: Vec<(Range<usize>, Mark)>,
}

impl Words {
    /// Adds words of one look.
    pub(super) fn push(&mut self, words: &str, look: Look) {
        if words.is_empty() {
            return;
        }
        let from = self.text.len();
        self.text.push_str(words);
        for mark in look.marks() {
            let last = self.marks.iter_mut().rev().find(|(_, other)| *other == mark);
            match last.filter(|(range, _)| range.end == from) {
                Some((range, _)) => range.end = self.text.len(),
                None => self.marks.push((from..self.text.len(), mark)),
            }
        }
    }

    pub(super) fn ends_with_space(&self) -> bool {
        self.text.is_empty() || self.text.ends_with([' ', '\t', '\n'])
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What is gathered.
#[derive(Default)]
pub(super) struct Gather {
    /// The innermost cell or text box last; the first is the text itself.
    frames: Vec<Frame>,
    removed: Removed,
    found: BTreeMap<Left, usize>,
    encoding: Option<&'static str>,
}

/// A stretch of paragraphs: the text, a cell, a text box.
#[derive(Default)]
pub(super) struct Frame {
    paragraphs: Vec<Para>,
    spaced: bool,
}

impl Gather {
    pub(super) fn new(encoding: Option<&'static str>, unreadable: usize) -> Self {
        let mut gather = Self { encoding, ..Self::default() };
        gather.frames.push(Frame::default());
        gather.count(Left::Unreadable, unreadable);
        gather
    }

    /// So many more of these were met.
    pub(super) fn count(&mut self, left: Left, more: usize) {
        if more > 0 {
            *self.found.entry(left).or_default() += more;
        }
    }

    /// Words without what no record may hold.
    pub(super) fn clean(&mut self, words: &str) -> String {
        let cleaned = arabic::clean(words, Source::File);
        self.removed.add(&cleaned.removed);
        cleaned.text.into_owned()
    }

    /// A label without what no record may hold, on one line.
    pub(super) fn clean_label(&mut self, label: &str) -> String {
        self.clean(label).replace('\n', " ")
    }

    /// A paragraph is whole: it is cleaned, trimmed and, if anything is left, kept.
    pub(super) fn end(&mut self, words: Words, mut para: Para) {
        let Words { mut text, mut marks } = words;
        if text.contains(ATOM) {
            let (stripped, kept) = without_objects(&text, marks);
            self.note(Class::Object, text.matches(ATOM).count());
            (text, marks) = (stripped, kept);
        }
        let (edits, removed) = arabic::edits(&text, Source::File);
        if !edits.is_empty() {
            let moved = |at: usize| {
                let mut new = at;
                for edit in edits.iter().take_while(|edit| edit.range.start < at) {
                    let inside = at.min(edit.range.end) - edit.range.start;
                    new = new + edit.words.len() - inside.min(new);
                }
                new
            };
            for (range, _) in &mut marks {
                *range = moved(range.start)..moved(range.end);
            }
            for edit in edits.iter().rev() {
                text.replace_range(edit.range.clone(), &edit.words);
            }
        }
        // What ends a line and is no break of the format's own: U+2028 in a page, a lone CR. As long as a space.
        if text.contains('\n') {
            text = text.replace('\n', " ");
        }
        self.removed.add(&removed);
        let start = text.len() - text.trim_start().len();
        let kept = text.trim().len();
        let Some(frame) = self.frames.last_mut() else { return };
        if kept == 0 {
            frame.spaced |= !para.continues;
            return;
        }
        let within = |at: usize| at.saturating_sub(start).min(kept);
        para.marks =
            marks.into_iter().map(|(range, mark)| (within(range.start)..within(range.end), mark)).collect();
        para.marks.retain(|(range, _)| !range.is_empty());
        para.marks.sort_by_key(|(range, mark)| (range.start, range.end, *mark));
        text.truncate(start + kept);
        drop(text.drain(..start));
        para.text = text;
        para.spaced |= take(&mut frame.spaced);
        frame.paragraphs.push(para);
    }

    /// Something empty stands before what comes next.
    pub(super) fn space(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.spaced = true;
        }
    }

    /// Paragraphs from here on belong together, apart from those before.
    pub(super) fn open(&mut self) {
        self.frames.push(Frame::default());
    }

    /// Ends what was opened last.
    pub(super) fn close(&mut self) -> Vec<Para> {
        if self.frames.len() < 2 {
            return Vec::new();
        }
        self.frames.pop().map(|frame| frame.paragraphs).unwrap_or_default()
    }

    /// Paragraphs that were gathered apart come here.
    pub(super) fn put(&mut self, paragraphs: Vec<Para>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.paragraphs.extend(paragraphs);
        }
    }

    /// A table's row: one paragraph if it lists something, its paragraphs as they are if it only lays out a page.
    pub(super) fn row(&mut self, cells: Vec<Vec<Para>>, table: usize, head: bool) {
        let full = cells.iter().filter(|cell| !cell.is_empty()).count();
        let lists = |cell: &Vec<Para>| {
            cell.len() <= CELL_PARAGRAPHS
                && cell.iter().all(|para| para.row.is_none())
                && cell.iter().map(|para| para.text.len()).sum::<usize>() <= CELL_LETTERS
        };
        if full < 2 || !cells.iter().all(lists) {
            self.flat(cells, table, head);
            return;
        }
        let mut row = Para::default();
        let mut words = Vec::with_capacity(cells.len());
        for (at, cell) in cells.into_iter().enumerate() {
            // An empty cell at either end leaves no tab; which column is which, the cells tell.
            if at > 0 && !row.text.is_empty() {
                row.text.push('\t');
            }
            let from = row.text.len();
            for (nth, para) in cell.into_iter().enumerate() {
                if nth > 0 {
                    row.text.push(' ');
                }
                if let Some(listed) = para.list.filter(|listed| !listed.label.is_empty()) {
                    row.text.push_str(&listed.label);
                    row.text.push(' ');
                }
                let shift = row.text.len();
                row.text.push_str(&para.text);
                let moved = |range: Range<usize>| range.start + shift..range.end + shift;
                row.marks.extend(para.marks.into_iter().map(|(range, mark)| (moved(range), mark)));
            }
            words.push(row.text.get(from..).unwrap_or_default().replace('\t', " "));
        }
        row.text.truncate(row.text.trim_end().len());
        row.row = Some(Row { table, head, cells: words });
        if let Some(frame) = self.frames.last_mut() {
            row.spaced = take(&mut frame.spaced);
            frame.paragraphs.push(row);
        }
    }

    /// A row whose paragraphs stay as they are; one that is alone in it says where it stood.
    fn flat(&mut self, cells: Vec<Vec<Para>>, table: usize, head: bool) {
        let width = cells.len();
        let place = cells.iter().position(|cell| !cell.is_empty());
        let mut all: Vec<Para> = cells.into_iter().flatten().collect();
        if let ([para], Some(place)) = (all.as_mut_slice(), place)
            && width > 1
            && para.row.is_none()
            && para.text.len() <= CELL_LETTERS
        {
            let mut cells = vec![String::new(); width];
            if let Some(cell) = cells.get_mut(place) {
                cell.clone_from(&para.text);
            }
            para.alone = Some(Box::new(Row { table, head, cells }));
        }
        self.put(all);
    }

    /// All that was gathered. `text` is what is kept with the record; without it, it is made of the paragraphs.
    pub(super) fn done(mut self, format: Format, text: Option<String>) -> Result<Read, ReadError> {
        while self.frames.len() > 1 {
            let inner = self.close();
            self.put(inner);
        }
        let paragraphs = self.frames.pop().map(|frame| frame.paragraphs).unwrap_or_default();
        let text = text.unwrap_or_else(|| plain(&paragraphs));
        if !text.chars().any(char::is_alphanumeric) {
            return Err(ReadError::NoText);
        }
        let mut notes: Vec<Told> = self.encoding.map(Told::Encoding).into_iter().collect();
        if self.removed.total() > 0 {
            notes.push(Told::Cleaned(self.removed));
        }
        notes.extend(self.found.into_iter().map(|(left, count)| Told::Found(left, count)));
        Ok(Read { format, text, paragraphs, notes })
    }

    /// What the paragraphs so far say, as plain text.
    pub(super) fn plain(&self) -> String {
        self.frames.first().map(|frame| plain(&frame.paragraphs)).unwrap_or_default()
    }

    fn note(&mut self, class: Class, more: usize) {
        *self.removed.counts.entry(class).or_default() += more;
    }
}

/// Paragraphs as plain text, one a line.
pub(super) fn plain(paragraphs: &[Para]) -> String {
    let mut text = String::with_capacity(paragraphs.iter().map(|para| para.text.len() + 8).sum());
    for para in paragraphs {
        if para.spaced && !text.is_empty() {
            text.push('\n');
        }
        if let Some(Listed { level, label, .. }) = &para.list {
            (0..*level).for_each(|_| text.push_str("  "));
            if !label.is_empty() {
                text.extend([label, " "]);
            }
        }
        text.push_str(&para.text);
        text.push('\n');
    }
    text
}

/// A text without the characters that stand for fields in ours.
fn without_objects(text: &str, marks: Vec<(Range<usize>, Mark)>) -> (String, Vec<(Range<usize>, Mark)>) {
    let places: Vec<usize> = text.match_indices(ATOM).map(|(at, _)| at).collect();
    let moved = |at: usize| at - ATOM.len_utf8() * places.partition_point(|place| *place < at);
    let marks = marks.into_iter().map(|(range, mark)| (moved(range.start)..moved(range.end), mark));
    (text.replace(ATOM, ""), marks.collect())
}
