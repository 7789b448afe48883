//! Two texts compared by whole words, so that nothing is ever marked inside an Arabic word.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation;

use super::pairs::People;
use super::value::{Bit, Value, bits};
use crate::document::{ATOM, Atom, Document, Mark, Marked, RichText, Subject};

/// How much work one comparison may still spend on words: on any input it ends soon. Texts beyond it, or too long to be
/// read by anybody, are said to differ as a whole between the words they begin and end with alike.
#[derive(Debug)]
pub(super) struct Effort(Cell<usize>);

/// What a record of 325 pages with every paragraph rewritten takes, twice over.
const ALL: usize = 150_000_000;
/// What a paragraph of some ten thousand words takes.
const ONE: usize = 10_000_000;

impl Effort {
    pub(super) fn new() -> Self {
        Self(Cell::new(ALL))
    }

    /// Whether so many tokens may be compared one by one.
    fn spend(&self, tokens: usize) -> bool {
        // Beyond a few hundred differences the search gives up looking for the shortest answer.
        let cost = tokens.saturating_mul(tokens.min(512));
        let left = self.0.get();
        let enough = cost <= ONE && cost <= left;
        if enough {
            self.0.set(left - cost);
        }
        enough
    }
}

/// What became of some words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Fate {
    /// They stand in both.
    Kept,
    /// They stand in both, with other marks on them.
    Restyled,
    /// They stand in the older one only.
    Removed,
    /// They stand in the newer one only.
    Added,
}

/// Words that share a fate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// What became of them.
    pub fate: Fate,
    /// The words: of the newer text, or those removed.
    pub bits: Vec<Bit>,
    /// How many words they are; a field counts as one.
    pub words: usize,
}

/// Two texts beside each other.
#[derive(Debug, Default)]
pub(super) struct Compared {
    /// The words in order; none where nothing differs.
    pub(super) runs: Vec<Run>,
    /// The marks that some words lost.
    pub(super) lost: BTreeSet<&'static str>,
    /// The marks that some words got.
    pub(super) got: BTreeSet<&'static str>,
}

/// A word, a space or a sign; a field is a sign.
struct Token<'a> {
    range: Range<usize>,
    key: Key<'a>,
}

#[derive(PartialEq, Eq, Hash, Clone, Default)]
struct Key<'a> {
    text: &'a str,
    fields: Vec<Atom>,
}

impl Key<'_> {
    fn is_word(&self) -> bool {
        is_word(self.text)
    }

    fn is_space(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

fn is_word(token: &str) -> bool {
    token.chars().any(|c| c.is_alphanumeric() || c == ATOM)
}

/// How many words a text has; a field counts as one.
pub(super) fn count(text: &RichText) -> usize {
    text.text().split_word_bounds().filter(|token| is_word(token)).count()
}

/// The words of a text as sorted numbers, each once: enough to see whether two texts are alike.
pub(super) fn prints(text: &RichText) -> Vec<u64> {
    let print = |token: &str| {
        let mut hasher = DefaultHasher::new();
        token.hash(&mut hasher);
        hasher.finish()
    };
    let mut all: Vec<u64> =
        text.text().split_word_bounds().filter(|token| is_word(token)).map(print).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// All of a text, with one fate.
pub(super) fn whole(text: &RichText, document: &Document, fate: Fate) -> Vec<Run> {
    if text.is_empty() {
        return Vec::new();
    }
    vec![Run { fate, bits: bits(text, document), words: count(text) }]
}

/// Compares two texts; `people` leads from the ids of the older record to those of the newer.
pub(super) fn compare(
    (old, before): (&RichText, &Document),
    (new, after): (&RichText, &Document),
    people: &People,
    effort: &Effort,
) -> Compared {
    if old == new {
        return Compared::default();
    }
    let (olds, news) = (tokens(old, Some(people)), tokens(new, None));
    let hunks = hunks(&olds, &news, effort);
    let mut compared = Compared::default();
    let styles = if old.marks().is_empty() && new.marks().is_empty() {
        Vec::new()
    } else {
        restyled(&mut compared, (old, &olds), (new, &news), &hunks)
    };
    if hunks.is_empty() && !styles.contains(&true) {
        return compared;
    }
    let mut told = Telling { old: (old, before, &olds), new: (new, after, &news), runs: Vec::new() };
    let mut at = 0;
    for (gone, come) in &hunks {
        told.kept(at..come.start, &styles);
        told.put(Fate::Removed, gone.clone());
        told.put(Fate::Added, come.clone());
        at = come.end;
    }
    told.kept(at..news.len(), &styles);
    compared.runs = told.runs;
    compared
}

fn tokens<'a>(text: &'a RichText, people: Option<&People>) -> Vec<Token<'a>> {
    let mut atoms = text.atoms();
    text.text()
        .split_word_bound_indices()
        .map(|(start, words)| {
            let fields = words.matches(ATOM).filter_map(|_| atoms.next());
            let fields = fields.map(|(_, atom)| translated(atom, people)).collect();
            Token { range: start..start + words.len(), key: Key { text: words, fields } }
        })
        .collect()
}

fn translated(atom: &Atom, people: Option<&People>) -> Atom {
    let mut atom = atom.clone();
    if let Some(people) = people
        && let Atom::Person(id, _) | Atom::Verb { of: Subject::Person(id), .. } = &mut atom
    {
        *id = people.newer(*id);
    }
    atom
}

type Hunk = (Range<usize>, Range<usize>);

/// What differs, in tokens; changes with only a space between them are one.
fn hunks(olds: &[Token<'_>], news: &[Token<'_>], effort: &Effort) -> Vec<Hunk> {
    let same = |pair: &(&Token<'_>, &Token<'_>)| pair.0.key == pair.1.key;
    let head = olds.iter().zip(news).take_while(same).count();
    let room = olds.len().min(news.len()) - head;
    let tail = olds.iter().rev().zip(news.iter().rev()).take(room).take_while(same).count();
    let (gone, come) = (head..olds.len() - tail, head..news.len() - tail);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    if gone.is_empty() || come.is_empty() || !effort.spend(gone.len() + come.len()) {
        return vec![(gone, come)];
    }
    let mut input: InternedInput<Key<'_>> = InternedInput::default();
    input.update_before(olds.iter().map(|token| token.key.clone()));
    input.update_after(news.iter().map(|token| token.key.clone()));
    let mut diff = Diff::compute(Algorithm::Myers, &input);
    diff.postprocess_no_heuristic(&input);
    let mut joined: Vec<Hunk> = Vec::new();
    let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    for hunk in diff.hunks() {
        let gone = index(hunk.before.start)..index(hunk.before.end);
        let come = index(hunk.after.start)..index(hunk.after.end);
        if let Some((last_gone, last_come)) = joined.last_mut() {
            let between = news.get(last_come.end..come.start).unwrap_or_default();
            let empty = |one: &Range<usize>, other: &Range<usize>| one.len() + other.len() == 0;
            let replaces = !empty(&gone, last_gone) && !empty(&come, last_come);
            if replaces && between.iter().all(|token| token.key.is_space()) {
                last_gone.end = gone.end;
                last_come.end = come.end;
                continue;
            }
        }
        joined.push((gone, come));
    }
    joined
}

struct Telling<'a> {
    old: (&'a RichText, &'a Document, &'a [Token<'a>]),
    new: (&'a RichText, &'a Document, &'a [Token<'a>]),
    runs: Vec<Run>,
}

impl Telling<'_> {
    /// Words of the newer text that the older has too, cut where their marks begin or cease to differ.
    fn kept(&mut self, range: Range<usize>, styles: &[bool]) {
        let fate = |at: usize| if styles.get(at) == Some(&true) { Fate::Restyled } else { Fate::Kept };
        let mut start = range.start;
        for at in range.clone() {
            if fate(at) != fate(start) {
                self.put(fate(start), start..at);
                start = at;
            }
        }
        self.put(fate(start), start..range.end);
    }

    fn put(&mut self, fate: Fate, range: Range<usize>) {
        let (text, document, tokens) = if fate == Fate::Removed { self.old } else { self.new };
        let Some(tokens) = tokens.get(range) else { return };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let Ok(part) = text.slice(first.range.start..last.range.end) else { return };
        let words = tokens.iter().filter(|token| token.key.is_word()).count();
        self.runs.push(Run { fate, bits: bits(&part, document), words });
    }
}

/// A stretch of a text under the same marks.
pub(super) struct Stretch {
    pub(super) range: Range<usize>,
    pub(super) marks: Vec<Mark>,
}

/// The stretches of a text, in order, with none left out.
pub(super) fn stretches(text: &RichText) -> Vec<Stretch> {
    let marks = text.marks();
    let mut ends: Vec<usize> = marks.iter().flat_map(|m| [m.start, m.end]).chain([0, text.len()]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut coming = marks.iter().peekable();
    let mut over: Vec<&Marked> = Vec::new();
    let mut all = Vec::new();
    for pair in ends.windows(2) {
        let &[start, end] = pair else { continue };
        over.retain(|marked| marked.end > start);
        while let Some(marked) = coming.next_if(|marked| marked.start <= start) {
            over.push(marked);
        }
        let mut marks: Vec<Mark> = over.iter().map(|marked| marked.mark).collect();
        marks.sort_unstable();
        all.push(Stretch { range: start..end, marks });
    }
    all
}

/// Which tokens of the newer text have other marks than in the older.
fn restyled(
    compared: &mut Compared,
    (old, olds): (&RichText, &[Token<'_>]),
    (new, news): (&RichText, &[Token<'_>]),
    hunks: &[Hunk],
) -> Vec<bool> {
    let mut styles = vec![false; news.len()];
    let mut before = Walk { stretches: stretches(old), at: 0 };
    let mut after = Walk { stretches: stretches(new), at: 0 };
    let mut alike: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    let ends = hunks.iter().cloned().chain([(olds.len()..olds.len(), news.len()..news.len())]);
    let (mut from, mut to) = (0, 0);
    for (gone, come) in ends {
        for (one, other) in (from..gone.start).zip(to..come.start) {
            let (Some(one), Some(token)) = (olds.get(one), news.get(other)) else { continue };
            let (was, is) = (before.under(&one.range), after.under(&token.range));
            let mut alike = |a: usize, b: usize| {
                *alike.entry((a, b)).or_insert_with(|| {
                    let (old, new) = (before.marks(a), after.marks(b));
                    compared.lost.extend(old.iter().filter(|m| !new.contains(m)).map(|m| keyword(*m)));
                    compared.got.extend(new.iter().filter(|m| !old.contains(m)).map(|m| keyword(*m)));
                    old == new
                })
            };
            let (mut a, mut b) = (was.iter().peekable(), is.iter().peekable());
            let mut same = true;
            while let (Some((end, one)), Some((last, other))) = (a.peek(), b.peek()) {
                same &= alike(*one, *other);
                let (end, last) = (*end, *last);
                a.next_if(|_| end <= last);
                b.next_if(|_| last <= end);
            }
            if !same && let Some(style) = styles.get_mut(other) {
                *style = true;
            }
        }
        (from, to) = (gone.end, come.end);
    }
    styles
}

/// Reads stretches in step with tokens.
struct Walk {
    stretches: Vec<Stretch>,
    at: usize,
}

impl Walk {
    /// The stretches under this range, which does not lie before the last one asked for: where each
    /// ends, counted from the start of the range, and which it is.
    fn under(&mut self, range: &Range<usize>) -> Vec<(usize, usize)> {
        while self.stretches.get(self.at).is_some_and(|one| one.range.end <= range.start) {
            self.at += 1;
        }
        let mut under = Vec::new();
        for (index, one) in self.stretches.iter().enumerate().skip(self.at) {
            if one.range.start >= range.end {
                break;
            }
            under.push((one.range.end.min(range.end) - range.start, index));
        }
        under
    }

    fn marks(&self, stretch: usize) -> &[Mark] {
        self.stretches.get(stretch).map_or(&[], |one| &one.marks)
    }
}

fn keyword(mark: Mark) -> &'static str {
    match mark {
        Mark::Bold => "bold",
        Mark::Underline => "underline",
        Mark::Strike => "strike",
        Mark::Colour(_) => "colour",
        Mark::Language(_) => "language",
        Mark::Inserted(_) => "inserted",
        Mark::Deleted(_) => "deleted",
        Mark::Remark(_) => "remark",
    }
}

/// Marks by name.
pub(super) fn marks(marks: &BTreeSet<&'static str>) -> Value {
    let key = |keyword: &str| match keyword {
        "bold" => "cmd-bold",
        "underline" => "cmd-underline",
        "strike" => "compare-mark-strike",
        "colour" => "compare-mark-colour",
        "language" => "compare-mark-language",
        "inserted" => "compare-mark-inserted",
        "deleted" => "compare-mark-deleted",
        _ => "compare-mark-remark",
    };
    Value::list(marks.iter().map(|keyword| Value::named(keyword, key(keyword))).collect())
}
