//! A comparison as rows to be drawn: words with what became of them, each in a stretch of its own.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::{Document, Mark, Stamp};
use crate::edit::compare::{Bit, Comparison, Fact, Fate, Line, Run, Value, bits};
use crate::ui::said;
use crate::words::{self, Words};

/// What a row is, which decides its colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tone {
    /// Nothing about it differs.
    Same,
    /// It differs.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// What stands in a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum What {
    /// Room above the first row or below the last.
    Space,
    /// The head of a part.
    Head(String),
    /// A fact: its name, and the two values.
    Fact(String),
    /// Blocks that do not differ, folded away: the first of them, and how many.
    Folded(usize, usize),
    /// A block: its place and kind, what became of it, its colours.
    Block(String, String, Tone),
}

/// Words to be shaped, and what became of each stretch of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Text {
    pub(super) words: String,
    pub(super) parts: Vec<(Range<usize>, Fate)>,
    /// What the writer marked.
    pub(super) marks: Vec<(Range<usize>, Mark)>,
}

/// A row before it is laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    pub(super) what: What,
    /// Its words: those of the fact or of the block first, then a line for each fact of the block.
    pub(super) texts: Vec<Text>,
    /// Whether it shows a difference: where F7 stops.
    pub(super) differs: bool,
}

/// What rows are made from.
pub(super) struct Making<'a> {
    pub(super) comparison: &'a Comparison,
    pub(super) document: &'a Document,
    pub(super) words: Words,
    /// The first blocks of the runs that are unfolded.
    pub(super) unfolded: &'a BTreeSet<usize>,
}

impl Making<'_> {
    /// All rows.
    pub(super) fn rows(&self) -> Vec<Row> {
        let bare = |what: What| Row { what, texts: Vec::new(), differs: false };
        let head = |key: &str| bare(What::Head(self.words.get(key)));
        let mut rows = vec![bare(What::Space)];
        if !self.comparison.facts.is_empty() {
            rows.push(head("compare-data"));
        }
        for fact in &self.comparison.facts {
            rows.push(Row { what: What::Fact(self.name(fact)), texts: vec![self.fact(fact)], differs: true });
        }
        let lines = &self.comparison.lines;
        if !lines.is_empty() {
            rows.push(head("compare-text"));
        }
        let mut index = 0;
        while let Some(line) = lines.get(index) {
            if !line.is_same() {
                rows.extend(self.block(line));
                index += 1;
                continue;
            }
            let same = lines.iter().skip(index).take_while(|line| line.is_same()).count();
            rows.push(bare(What::Folded(index, same)));
            if self.unfolded.contains(&index) {
                rows.extend(lines.iter().skip(index).take(same).filter_map(|line| self.block(line)));
            }
            index += same;
        }
        rows.push(bare(What::Space));
        rows
    }

    fn name(&self, fact: &Fact) -> String {
        let of = self.value(&fact.of);
        let name = self.words.get(fact.key);
        if of.is_empty() { name } else { format!("{name} · {of}") }
    }

    fn fact(&self, fact: &Fact) -> Text {
        if !fact.words.is_empty() {
            return self.text(&fact.words);
        }
        let mut text = Text::default();
        for (value, fate) in [(&fact.old, Fate::Removed), (&fact.new, Fate::Added)] {
            let value = self.value(value);
            if value.is_empty() {
                continue;
            }
            if !text.words.is_empty() {
                text.words.push_str("  ");
            }
            // Each value reads its own way, whatever stands beside it.
            text.words.push('\u{2068}');
            let start = text.words.len();
            text.words.push_str(&value);
            text.parts.push((start..text.words.len(), fate));
            text.words.push('\u{2069}');
        }
        text
    }

    fn block(&self, line: &Line) -> Option<Row> {
        let (spot, tone) = match (&line.old, &line.new) {
            (Some(old), None) => (old, Tone::Removed),
            (None, Some(new)) => (new, Tone::Added),
            (_, Some(new)) if line.is_same() => (new, Tone::Same),
            (_, Some(new)) => (new, Tone::Changed),
            (None, None) => return None,
        };
        let place = self.words.with("compare-paragraph", &[("place", (spot.at + 1).into())]);
        let label = format!("{place} · {}", self.value(&line.kind));
        let fate = match (tone, &line.old) {
            (Tone::Added, _) => self.words.get("compare-added"),
            (Tone::Removed, _) => self.words.get("compare-removed"),
            (_, Some(old)) if line.moved => {
                self.words.with("compare-moved", &[("place", (old.at + 1).into())])
            }
            _ => String::new(),
        };
        let mut text = if line.words.is_empty() {
            let run = Run { fate: Fate::Kept, bits: bits(&spot.block.text, self.document), words: 0 };
            self.text(&[run])
        } else {
            self.text(&line.words)
        };
        if matches!(tone, Tone::Added | Tone::Removed) {
            // The whole block says it: no word is marked.
            text.parts.clear();
        }
        let mut texts = vec![text];
        for fact in &line.facts {
            let mut text = self.fact(fact);
            let name = [("name", self.name(fact).into())];
            let name = format!("{}  ", self.words.with("compare-named", &name));
            let parts = text.parts.iter_mut().map(|(range, _)| range);
            for range in parts.chain(text.marks.iter_mut().map(|(range, _)| range)) {
                *range = range.start + name.len()..range.end + name.len();
            }
            text.words.insert_str(0, &name);
            texts.push(text);
        }
        Some(Row { what: What::Block(label, fate, tone), texts, differs: tone != Tone::Same })
    }

    fn text(&self, runs: &[Run]) -> Text {
        let mut text = Text::default();
        for run in runs {
            let words: Vec<String> = run.bits.iter().map(|bit| self.bit(bit)).collect();
            // What was removed and what came for it must not join into one word.
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let first = words.first().and_then(|words| words.chars().next());
            if letter(text.words.chars().next_back()) && letter(first) {
                text.words.push(' ');
            }
            let start = text.words.len();
            for (bit, words) in run.bits.iter().zip(&words) {
                let from = text.words.len();
                text.words.push_str(words);
                text.marks.extend(bit.marks.iter().map(|mark| (from..text.words.len(), *mark)));
            }
            if run.fate != Fate::Kept {
                text.parts.push((start..text.words.len(), run.fate));
            }
        }
        text
    }

    fn bit(&self, bit: &Bit) -> String {
        bit.say(&|key, args| self.say(key, args))
    }

    fn value(&self, value: &Value) -> String {
        let text = value.say(&|key, args| self.say(key, args), &|at| moment(at, self.words));
        if text.len() > LONG { shortened(&text) } else { text }
    }

    fn say(&self, key: &str, args: &[(&'static str, u32)]) -> String {
        let args: Vec<(&str, words::Value<'_>)> =
            args.iter().map(|(name, number)| (*name, (*number).into())).collect();
        self.words.with(key, &args)
    }
}

/// Bytes of a value that are shown: an imported text is not read here.
const LONG: usize = 600;

fn shortened(text: &str) -> String {
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONG).last().unwrap_or(0);
    let head = text.get(..end).unwrap_or_default();
    let word = head.rfind(' ').and_then(|at| head.get(..at)).unwrap_or(head);
    format!("{word} …")
}

/// A moment as a day and an hour in UTC, told from one another where the day is the same.
fn moment(at: Stamp, words: Words) -> String {
    let (days, seconds) = (at.0.div_euclid(86_400), at.0.rem_euclid(86_400));
    let day = crate::arabic::Date::new(1970, 1, 1).and_then(|first| first.plus_days(days));
    let day = day.map_or_else(|| at.0.to_string(), |day| said::day(day, words));
    format!("{day} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
