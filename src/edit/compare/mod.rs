//! What differs between two records: blocks matched by id, words whole, the header as data.

mod facts;
mod kinds;
mod pairs;
mod value;
mod words;

use std::sync::Arc;

pub use facts::{Fact, chosen_key, label_key, output_key};
pub use value::{Bit, Say, Value, What, bits};
pub use words::{Fate, Run};

use crate::document::{Block, Document};
use kinds::Side;
use pairs::People;
use words::Effort;

/// What differs between an older record and a newer one.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// What differs outside the blocks.
    pub facts: Vec<Fact>,
    /// Every block of both records: in the order of the newer, those removed where they stood.
    pub lines: Vec<Line>,
}

/// A block where it stands.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Its place in its record, from 0.
    pub at: usize,
    /// The block.
    pub block: Arc<Block>,
}

/// A block in both records, or in one of them.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// In the older record.
    pub old: Option<Spot>,
    /// In the newer record.
    pub new: Option<Spot>,
    /// What it is: the message that names its kind, and the numbers in it.
    pub kind: Value,
    /// Whether it stands elsewhere among the others. As few blocks as possible are said to have moved.
    pub moved: bool,
    /// Its words, where they differ; all of them where it stands in one record only.
    pub words: Vec<Run>,
    /// What else of it differs.
    pub facts: Vec<Fact>,
}

impl Line {
    /// Whether nothing about it differs.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.old.is_some()
            && self.new.is_some()
            && !self.moved
            && self.words.is_empty()
            && self.facts.is_empty()
    }
}

/// How much differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Words that only the newer record has.
    pub words_added: usize,
    /// Words that only the older record has.
    pub words_removed: usize,
    /// Blocks that differ in anything.
    pub blocks: usize,
    /// Facts outside the blocks that differ.
    pub facts: usize,
}

impl Comparison {
    /// Whether the two records are the same in everything.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.facts.is_empty() && self.lines.iter().all(Line::is_same)
    }

    /// How much differs.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let titles = self.facts.iter().flat_map(|fact| &fact.words);
        let (words_added, words_removed) =
            facts::words_in(titles.chain(self.lines.iter().flat_map(|line| &line.words)));
        let blocks = self.lines.iter().filter(|line| !line.is_same()).count();
        Summary { words_added, words_removed, blocks, facts: self.facts.len() }
    }
}

/// Compares two records. Nothing can differ between them without being found.
///
/// Blocks, people and groups are matched by id. Where an id is in one record only, a person or a group with the
/// same name is the same, and so is a block with the same words, or with half of them at the same place: a copy
/// under new ids is compared by what it says, and that its ids differ is one fact.
#[must_use]
pub fn compare(old: &Document, new: &Document) -> Comparison {
    if old == new {
        return Comparison { facts: Vec::new(), lines: unchanged(new) };
    }
    let people = People::of(old, new);
    let effort = Effort::new();
    let mut facts = facts::facts(old, new, &people, &effort);
    let pairs = pairs::blocks(old.blocks(), new.blocks());
    let lines = lines(old, new, &people, &pairs, &effort);
    let renamed = lines
        .iter()
        .filter_map(|line| Some((line.old.as_ref()?, line.new.as_ref()?)))
        .filter(|(old, new)| old.block.id != new.block.id)
        .count();
    if renamed > 0 {
        facts.push(bare("blocks", "compare-other-blocks", Value::Text(renamed.to_string())));
    }
    let mut comparison = Comparison { facts, lines };
    if comparison.is_same() {
        comparison.facts.push(bare("record", "compare-otherwise", Value::Nothing));
    }
    comparison
}

fn bare(path: &str, key: &'static str, new: Value) -> Fact {
    Fact {
        path: path.into(),
        key,
        of: Value::Nothing,
        old: Value::Nothing,
        new,
        words: Vec::new(),
        personal: false,
    }
}

fn unchanged(document: &Document) -> Vec<Line> {
    let line = |(at, block): (usize, &Arc<Block>)| {
        let spot = Spot { at, block: Arc::clone(block) };
        Line { old: Some(spot.clone()), new: Some(spot), kind: kinds::kind(&block.kind), ..Line::default() }
    };
    document.blocks().iter().enumerate().map(line).collect()
}

fn lines(
    old: &Document,
    new: &Document,
    people: &People,
    pairs: &[Option<usize>],
    effort: &Effort,
) -> Vec<Line> {
    let held = pairs::rising(pairs);
    let mut matched = vec![false; old.blocks().len()];
    for at in pairs.iter().flatten() {
        if let Some(matched) = matched.get_mut(*at) {
            *matched = true;
        }
    }
    let mut removed = old.blocks().iter().enumerate().zip(matched).filter(|(_, matched)| !matched).peekable();
    let mut lines = Vec::with_capacity(new.blocks().len());
    for (at, ((block, pair), held)) in new.blocks().iter().zip(pairs).zip(held).enumerate() {
        if let Some(place) = pair.filter(|_| held) {
            while let Some(((at, block), _)) = removed.next_if(|((at, _), _)| *at < place) {
                lines.push(gone(old, at, block));
            }
        }
        let spot = Spot { at, block: Arc::clone(block) };
        let before = pair.and_then(|at| Some(Spot { at, block: Arc::clone(old.blocks().get_at(at)?) }));
        lines.push(match before {
            Some(before) => both((old, before), (new, spot), (people, effort), !held),
            None => Line {
                words: words::whole(&block.text, new, Fate::Added),
                kind: kinds::kind(&block.kind),
                new: Some(spot),
                ..Line::default()
            },
        });
    }
    lines.extend(removed.map(|((at, block), _)| gone(old, at, block)));
    lines
}

fn gone(old: &Document, at: usize, block: &Arc<Block>) -> Line {
    Line {
        words: words::whole(&block.text, old, Fate::Removed),
        kind: kinds::kind(&block.kind),
        old: Some(Spot { at, block: Arc::clone(block) }),
        ..Line::default()
    }
}

fn both(
    (old, before): (&Document, Spot),
    (new, after): (&Document, Spot),
    (people, effort): (&People, &Effort),
    moved: bool,
) -> Line {
    let kind = kinds::kind(&after.block.kind);
    let mut line = Line { kind, moved, ..Line::default() };
    if before.block != after.block {
        let compared = words::compare((&before.block.text, old), (&after.block.text, new), people, effort);
        line.words = compared.runs;
        let path = |part: &str| format!("blocks.{}.{part}", after.at);
        let fact = |part: &str, key, old, new| Fact { old, ..bare(&path(part), key, new) };
        if line.words.iter().any(|run| run.fate == Fate::Restyled) {
            let (lost, got) = (words::marks(&compared.lost), words::marks(&compared.got));
            line.facts.push(fact("text", "compare-marks", lost, got));
        }
        let was = kinds::parts(Side { document: old, people: Some(people) }, &before.block);
        let mut is = kinds::parts(Side { document: new, people: None }, &after.block);
        for (part, key, old) in was {
            let same = is.iter().position(|(other, ..)| *other == part);
            let (only, new) = match same {
                Some(at) => (false, is.remove(at).2),
                None => (true, Value::Nothing),
            };
            // Another kind carries other things: that it does is said by its name.
            if !(old.agrees(&new) || only && kinds::says_nothing(&old)) {
                line.facts.push(fact(part, key, old, new));
            }
        }
        let come = is.into_iter().filter(|(.., value)| !kinds::says_nothing(value));
        line.facts.extend(come.map(|(part, key, new)| fact(part, key, Value::Nothing, new)));
        if line.is_unsaid(before.block.id == after.block.id && people.renamed() == 0) {
            line.facts.push(fact("text", "compare-otherwise", Value::Nothing, Value::Nothing));
        }
    }
    line.old = Some(before);
    line.new = Some(after);
    line
}

impl Line {
    /// Whether nothing was found although something must differ.
    fn is_unsaid(&self, must_differ: bool) -> bool {
        must_differ && self.words.is_empty() && self.facts.is_empty()
    }
}
