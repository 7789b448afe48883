//! The phrases of one's own: those kept on purpose, and those typed so often that they are offered.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::config::{Folders, Kept};
use crate::arabic::{Source, fold};
use crate::document::{RecordId, RichText};

/// How often a clause is typed before it is offered.
const OFTEN: u32 = 3;
/// How many phrases are kept on purpose, and how many clauses are remembered.
const MOST_KEPT: usize = 1000;
const MOST_SEEN: usize = 3000;

/// The phrases of one's own. They leave this computer by nobody but their owner.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Phrases {
    /// Kept on purpose, the latest last.
    kept: Vec<RichText>,
    /// Clauses that were typed, the latest last.
    seen: Vec<Seen>,
    /// Clauses that are not to be offered again, folded.
    refused: BTreeSet<String>,
}

/// A clause that was typed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Seen {
    words: String,
    /// How often in each record, as it was counted last.
    records: BTreeMap<RecordId, u32>,
}

impl Seen {
    fn times(&self) -> u32 {
        self.records.values().fold(0, |all, times| all.saturating_add(*times))
    }
}

impl Phrases {
    /// Those kept on purpose, the latest first.
    pub fn kept(&self) -> impl Iterator<Item = &RichText> {
        self.kept.iter().rev()
    }

    /// Those typed so often that they are offered, the latest first.
    pub fn learned(&self) -> impl Iterator<Item = &str> {
        self.seen.iter().rev().filter(|seen| seen.times() >= OFTEN).map(|seen| seen.words.as_str())
    }

    /// Keeps a phrase; whether it is new.
    pub fn keep(&mut self, text: &RichText) -> bool {
        let is_new = !self.kept.contains(text);
        self.kept.retain(|kept| kept != text);
        self.kept.push(text.clone());
        self.refused.remove(&fold(text.text()));
        self.settle();
        is_new
    }

    /// Lets a phrase go: it is not offered again, however often it is typed.
    pub fn forget(&mut self, text: &RichText) {
        self.kept.retain(|kept| kept != text);
        let folded = fold(text.text());
        self.seen.retain(|seen| fold(&seen.words) != folded);
        self.refused.insert(folded);
    }

    /// Counts the clauses of a record anew.
    pub fn learn<'a>(&mut self, record: RecordId, clauses: impl Iterator<Item = &'a str>) {
        let mut times: BTreeMap<String, (&str, u32)> = BTreeMap::new();
        for clause in clauses {
            times.entry(fold(clause)).or_insert((clause, 0)).1 += 1;
        }
        let kept: BTreeSet<String> = self.kept.iter().map(|text| fold(text.text())).collect();
        times.retain(|folded, _| !self.refused.contains(folded) && !kept.contains(folded));
        for seen in &mut self.seen {
            match times.remove(&fold(&seen.words)) {
                Some((_, count)) => seen.records.insert(record, count),
                None => seen.records.remove(&record),
            };
        }
        let new = times.into_values().map(|(words, count)| Seen {
            words: words.to_owned(),
            records: BTreeMap::from([(record, count)]),
        });
        self.seen.extend(new);
        self.settle();
    }
}

impl Kept for Phrases {
    const NAME: &'static str = "phrases";

    fn folder(folders: &Folders) -> &Path {
        &folders.config
    }

    fn settle(&mut self) {
        for text in &mut self.kept {
            // Somebody may have written into the file by hand.
            if let Some((clean, _)) = text.tidied(Source::Typed) {
                *text = clean;
            }
        }
        self.kept.retain(|text| !text.text().trim().is_empty());
        self.seen.retain(|seen| !seen.records.is_empty() && !seen.words.trim().is_empty());
        self.kept.drain(..self.kept.len().saturating_sub(MOST_KEPT));
        let over = self.seen.len().saturating_sub(MOST_SEEN);
        if over > 0 {
            // What is offered stays longest.
            let mut left = over;
            self.seen.retain(|seen| {
                let goes = left > 0 && seen.times() < OFTEN;
                left -= usize::from(goes);
                !goes
            });
            self.seen.drain(..self.seen.len().saturating_sub(MOST_SEEN));
        }
    }
}
