//! What in one record is what in another: by lasting id, and where that fails by name or by words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::words::prints;
use crate::document::{Block, Blocks, Document, GroupId, PersonId};

/// How far ahead a block is looked for that says nearly the same.
const AHEAD: usize = 8;

/// Who is who.
#[derive(Debug, Default)]
pub(super) struct People {
    newer: BTreeMap<PersonId, PersonId>,
}

impl People {
    /// By id; who is left, by the same name.
    pub(super) fn of(old: &Document, new: &Document) -> Self {
        let mut named: BTreeMap<&str, Vec<PersonId>> = BTreeMap::new();
        let left = new.people().iter().filter(|(id, _)| !old.people().contains_key(id)).rev();
        for (id, person) in left.filter(|(_, person)| !person.name.trim().is_empty()) {
            named.entry(person.name.trim()).or_default().push(*id);
        }
        let mut newer = BTreeMap::new();
        for (id, person) in old.people().iter().filter(|(id, _)| !new.people().contains_key(id)) {
            if let Some(same) = named.get_mut(person.name.trim()).and_then(Vec::pop) {
                newer.insert(*id, same);
            }
        }
        Self { newer }
    }

    /// What the newer record calls somebody of the older.
    pub(super) fn newer(&self, id: PersonId) -> PersonId {
        self.newer.get(&id).copied().unwrap_or(id)
    }

    /// How many are known by another id.
    pub(super) fn renamed(&self) -> usize {
        self.newer.len()
    }
}

/// What the newer record calls the groups of the older: by id; those left, by the same words.
pub(super) fn groups(old: &Document, new: &Document) -> BTreeMap<GroupId, GroupId> {
    let (old, new) = (&old.meeting().attendance.groups, &new.meeting().attendance.groups);
    let known: BTreeSet<GroupId> = old.iter().map(|group| group.id).collect();
    let kept: BTreeSet<GroupId> = new.iter().map(|group| group.id).collect();
    let mut named: BTreeMap<&str, Vec<GroupId>> = BTreeMap::new();
    for group in new.iter().rev().filter(|group| !known.contains(&group.id)) {
        named.entry(group.nominative.trim()).or_default().push(group.id);
    }
    let mut newer = BTreeMap::new();
    for group in old.iter().filter(|group| !kept.contains(&group.id)) {
        if let Some(same) = named.get_mut(group.nominative.trim()).and_then(Vec::pop) {
            newer.insert(group.id, same);
        }
    }
    newer
}

/// Which block is which: for each of the newer, where it stands in the older.
///
/// By id first. Of those left, blocks with the same words are one, and then, between two blocks that did not
/// move, those that share half their words: so a paragraph that was cut and pasted, a copy under new ids and an
/// imported text are compared by what they say.
pub(super) fn blocks(old: &Blocks, new: &Blocks) -> Vec<Option<usize>> {
    let places: HashMap<_, _> = old.iter().enumerate().map(|(at, block)| (block.id, at)).collect();
    let mut pairs: Vec<Option<usize>> = new.iter().map(|block| places.get(&block.id).copied()).collect();
    let mut taken = vec![false; old.len()];
    for at in pairs.iter().flatten() {
        if let Some(taken) = taken.get_mut(*at) {
            *taken = true;
        }
    }
    same_words(old, new, &mut pairs, &mut taken);
    like_words(old, new, &mut pairs, &mut taken);
    pairs
}

fn same_words(old: &Blocks, new: &Blocks, pairs: &mut [Option<usize>], taken: &mut [bool]) {
    let said = |block: &Block| !block.text.text().trim().is_empty();
    let mut left: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, block) in old.iter().enumerate().rev() {
        if taken.get(at) == Some(&false) && said(block) {
            left.entry(block.text.text()).or_default().push(at);
        }
    }
    for (pair, block) in pairs.iter_mut().zip(new).filter(|(pair, _)| pair.is_none()) {
        if let Some(at) = left.get_mut(block.text.text()).and_then(Vec::pop) {
            *pair = Some(at);
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
    }
}

fn like_words(old: &Blocks, new: &Blocks, pairs: &mut [Option<usize>], taken: &mut [bool]) {
    let held = rising(pairs);
    // Every block of the older record that is left, under the block that stands still before it.
    let mut left: BTreeMap<usize, Vec<(usize, Vec<u64>)>> = BTreeMap::new();
    let still: BTreeSet<usize> =
        pairs.iter().zip(&held).filter(|(_, held)| **held).filter_map(|(at, _)| *at).collect();
    let mut before = 0;
    for (at, block) in old.iter().enumerate() {
        if still.contains(&at) {
            before = at + 1;
        } else if taken.get(at) == Some(&false) {
            left.entry(before).or_default().push((at, prints(&block.text)));
        }
    }
    let (mut before, mut from) = (0, 0);
    for ((pair, held), block) in pairs.iter_mut().zip(held).zip(new) {
        if let Some(at) = *pair {
            if held {
                (before, from) = (at + 1, 0);
            }
            continue;
        }
        let Some(choices) = left.get(&before) else { continue };
        let words = prints(&block.text);
        let ahead = choices.iter().enumerate().skip(from).take(AHEAD);
        if let Some((index, (at, _))) = ahead.into_iter().find(|(_, (_, prints))| alike(prints, &words)) {
            *pair = Some(*at);
            from = index + 1;
        }
    }
}

/// Whether two texts share at least half their words.
fn alike(a: &[u64], b: &[u64]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let enough = (few.len() + many.len()).div_ceil(4);
    // A short text is not looked for in a long one: what this costs is bounded by the short ones.
    !few.is_empty()
        && few.len() >= enough
        && few.iter().filter(|print| many.binary_search(print).is_ok()).count() >= enough
}

/// Which of a row are told as moved, of those that were in the older one: what is not in the longest rising row; but where
/// such a one has the place it had, all whose place is another, so that nobody is told to have moved to where they stood.
pub(super) fn moved(row: &[Option<usize>]) -> Vec<bool> {
    let held = rising(row);
    let others = |at: usize| row.get(at).copied().flatten().is_some_and(|place| place != at);
    let is_back = held.iter().enumerate().any(|(at, held)| !held && row.get(at) == Some(&Some(at)));
    let is_moved = |(at, held): (usize, &bool)| {
        let known = row.get(at).copied().flatten().is_some();
        known && if is_back { others(at) } else { !held }
    };
    held.iter().enumerate().map(is_moved).collect()
}

/// The longest rising part of a row: what need not be said to have moved. Gaps are not part of it.
pub(super) fn rising(row: &[Option<usize>]) -> Vec<bool> {
    // `ends[n]` is where the best row of n + 1 numbers ends; `before[i]` is what stands before i in its row.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; row.len()];
    for (index, value) in row.iter().enumerate() {
        let Some(value) = *value else { continue };
        let length = ends.partition_point(|(end, _)| *end < value);
        if let (Some(slot), Some(last)) = (before.get_mut(index), length.checked_sub(1)) {
            *slot = ends.get(last).map(|(_, at)| *at);
        }
        match ends.get_mut(length) {
            Some(end) => *end = (value, index),
            None => ends.push((value, index)),
        }
    }
    let mut held = vec![false; row.len()];
    let mut at = ends.last().map(|(_, index)| *index);
    while let Some(index) = at {
        if let Some(slot) = held.get_mut(index) {
            *slot = true;
        }
        at = before.get(index).copied().flatten();
    }
    held
}
