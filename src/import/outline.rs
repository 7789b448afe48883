//! Lists as they were typed, with labels or without: at which level each line stands, and where the list ends.

use super::line::Line;
use crate::arabic::cues::Cue;
use crate::arabic::labels::{Labelled, Sort};
use crate::document::{MAX_DEPTH, Sureness};

/// What a line is to a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// An item at this depth.
    Item(u8, Sureness),
    /// The list has ended.
    After(Sureness),
}

/// One level of a list that is open.
struct Level {
    sort: Option<Sort>,
    depth: u8,
    count: u32,
    /// The number of its last item.
    number: Option<u32>,
    /// How its items set their numbers off.
    sign: Option<char>,
    /// The first words of its items.
    openings: Vec<String>,
    /// The words its last item ended with, where they led below it.
    descends: Option<String>,
}

/// A list whose lines are being read.
pub(super) struct Outline {
    levels: Vec<Level>,
    /// Whether the last line ended with words that lead below it.
    open: bool,
}

impl Outline {
    /// The list that begins with this line, and the place of the line in it; nothing where none begins.
    ///
    /// `led` tells whether the line before leads to a list, `next` are the lines after.
    pub(super) fn begin(line: &Line<'_>, led: bool, next: &[&Line<'_>]) -> Option<(Self, Place)> {
        let sort = sort_of(line);
        let follower = next.first().copied();
        let followed = follower.and_then(sort_of);
        let titled = line.is_titular() && line.words.len() <= 14;
        // A heading over items of another sort.
        let heads = titled
            && line.descends().is_none()
            && followed.is_some()
            && followed != sort
            && is_below(sort, followed);
        let mut outline = Self { levels: Vec::new(), open: false };
        let (depth, how) = match sort {
            Some(Sort::Axis) => (0, Sureness::Certain),
            Some(_) if line.is_weak() => {
                let unlabelled = follower.is_some_and(|next| begins_as_item(next) || next.is_labelled());
                if !(titled && unlabelled && led) {
                    return None;
                }
                (0, Sureness::Likely)
            }
            Some(Sort::Number | Sort::Adverb) if heads => (0, Sureness::Likely),
            Some(_) => {
                let goes_on = follower.is_some_and(|next| continues(line, next));
                match (led, goes_on) {
                    (true, true) => (1, Sureness::Certain),
                    (true, false) | (false, true) => (1, Sureness::Likely),
                    (false, false)
                        if line.descends().is_some() && follower.is_some_and(Line::is_labelled) =>
                    {
                        (1, Sureness::Likely)
                    }
                    (false, false) => return None,
                }
            }
            None if led && heads => (0, Sureness::Likely),
            None if led && begins_as_item(line) => (1, Sureness::Likely),
            None if led
                && titled
                && follower.is_some_and(|next| next.label.is_none() && next.is_titular()) =>
            {
                (1, Sureness::Unsure)
            }
            None => return None,
        };
        outline.push(sort, depth, line);
        Some((outline, Place::Item(depth, how)))
    }

    /// Whether axes are open that have no labels.
    pub(super) fn has_plain_axes(&self) -> bool {
        self.levels.first().is_some_and(|level| level.depth == 0 && level.sort.is_none())
    }

    /// The place of the next line.
    pub(super) fn next(&mut self, line: &Line<'_>, next: &[&Line<'_>]) -> Place {
        let sort = sort_of(line);
        let follower = next.first().copied();
        let axis =
            line.para.heading.is_some() && self.has_plain_axes() && follower.is_some_and(Line::is_labelled);
        if ends(line) && !axis && (sort.is_none() || line.is_weak()) {
            return Place::After(Sureness::Certain);
        }
        let open = std::mem::take(&mut self.open);
        match sort {
            Some(Sort::Axis) => self.at_depth(Some(Sort::Axis), 0, line, Sureness::Certain),
            Some(Sort::Number) if self.heads(line, follower) => self.axis(line),
            Some(_) if line.is_weak() => self.unlabelled(line, follower, open),
            Some(sort) => self.labelled(sort, line, follower, open),
            None => self.unlabelled(line, follower, open),
        }
    }

    /// Whether a numbered line is the next axis: «2 تجويد …:» over items that are labelled otherwise or not at all.
    fn heads(&self, line: &Line<'_>, follower: Option<&Line<'_>>) -> bool {
        let Some(number) = line.label.as_ref().and_then(|label| label.number) else { return false };
        let Some(top) = self.levels.first().filter(|level| level.depth == 0) else {
            return false;
        };
        let continues = match top.sort {
            None => number == top.count + 1,
            Some(Sort::Number) => top.number.is_some_and(|last| number == last + 1),
            Some(_) => false,
        };
        // An open level of numbers below that goes on has the first claim.
        let claimed = self.levels.iter().skip(1).any(|level| {
            level.sort == Some(Sort::Number)
                && level.number.is_some_and(|last| number == last + 1)
                && !line.is_weak()
                && follower.is_some_and(|next| sort_of(next) == Some(Sort::Number))
        });
        continues && !claimed
    }

    fn axis(&mut self, line: &Line<'_>) -> Place {
        let how = if line.is_weak() { Sureness::Likely } else { Sureness::Certain };
        if let Some(top) = self.levels.first_mut() {
            top.sort = Some(Sort::Number);
        }
        self.at_depth(Some(Sort::Number), 0, line, how)
    }

    fn labelled(&mut self, sort: Sort, line: &Line<'_>, follower: Option<&Line<'_>>, open: bool) -> Place {
        let label = line.label.as_ref();
        if let Some(level) = self.levels.iter().rposition(|level| level.takes(sort, label)) {
            let last = level + 1 == self.levels.len();
            let fits = self.levels.get(level).is_some_and(|level| level.follows(label));
            // «1-» once more below an item that leads on begins a level of its own.
            if !(open && last && !fits && label.is_some_and(|label| label.number == Some(1))) {
                let how = if fits { Sureness::Certain } else { Sureness::Likely };
                let depth = self.levels.get(level).map_or(1, |level| level.depth);
                return self.at_depth(Some(sort), depth, line, how);
            }
        }
        let (depth, current) = self.levels.last().map_or((1, None), |level| (level.depth, level.sort));
        if open {
            let how = if depth == 0 { Sureness::Certain } else { Sureness::Likely };
            return self.at_depth(Some(sort), depth + 1, line, how);
        }
        let is_bullet = matches!(sort, Sort::Dash | Sort::Bullet);
        match current {
            // Below an axis.
            _ if depth == 0 => self.at_depth(Some(sort), 1, line, Sureness::Certain),
            // A bullet among lines without: one of them.
            None if is_bullet => self.at_depth(current, depth, line, Sureness::Unsure),
            Some(now) if sort.rank() > now.rank() => {
                self.at_depth(Some(sort), depth + 1, line, Sureness::Likely)
            }
            Some(Sort::Dash | Sort::Bullet) if is_bullet => {
                self.at_depth(current, depth, line, Sureness::Unsure)
            }
            _ => {
                // An outer level that was not there yet: its items hold what came before.
                let heads = line.is_titular() && follower.is_some_and(|next| sort_of(next) != Some(sort));
                let above =
                    self.levels.iter().find(|level| level.sort.is_none_or(|now| now.rank() >= sort.rank()));
                let depth = if heads { 0 } else { above.map_or(1, |level| level.depth) };
                self.at_depth(Some(sort), depth, line, Sureness::Unsure)
            }
        }
    }

    fn unlabelled(&mut self, line: &Line<'_>, follower: Option<&Line<'_>>, open: bool) -> Place {
        let (depth, current) = self.levels.last().map_or((1, None), |level| (level.depth, level.sort));
        if open {
            let how = if begins_as_item(line) { Sureness::Likely } else { Sureness::Unsure };
            return self.at_depth(None, depth + 1, line, how);
        }
        let followed = follower.and_then(sort_of);
        let titled = line.is_titular() && line.words.len() <= 14 && line.descends().is_none();
        let items_below =
            self.levels.iter().any(|level| level.depth > 0 && level.sort.is_some() && level.sort == followed);
        let tops = self.levels.first().is_some_and(|level| level.depth == 0 && level.sort.is_none());
        if titled && items_below && (tops || !begins_as_item(line)) {
            return self.at_depth(None, 0, line, Sureness::Likely);
        }
        if depth == 0 {
            // The first line below an axis.
            let how = if begins_as_item(line) { Sureness::Likely } else { Sureness::Unsure };
            return self.at_depth(None, 1, line, how);
        }
        if current.is_none() {
            if let Some(depth) = self.same_descent(line) {
                return self.at_depth(None, depth, line, Sureness::Likely);
            }
            if !begins_as_item(line) && line.words.len() > 24 {
                return Place::After(Sureness::Unsure);
            }
            let depth = self.parallel(line);
            let how = match depth {
                Some(_) => Sureness::Unsure,
                None if begins_as_item(line) => Sureness::Likely,
                None => Sureness::Unsure,
            };
            return self.at_depth(None, depth.unwrap_or_else(|| self.depth()), line, how);
        }
        // The bullet was lost: the lines around it have theirs, and it begins as they do.
        let among = follower.is_some_and(Line::is_labelled);
        if begins_as_item(line) && (among || line.words.len() <= 30) {
            let how = if among { Sureness::Likely } else { Sureness::Unsure };
            return self.at_depth(current, depth, line, how);
        }
        Place::After(Sureness::Unsure)
    }

    fn depth(&self) -> u8 {
        self.levels.last().map_or(1, |level| level.depth)
    }

    /// The level of an item above that led below it with the same words as this line does.
    fn same_descent(&self, line: &Line<'_>) -> Option<u8> {
        let words = line.descends()?;
        let above = self.levels.iter().rev().skip(1);
        above
            .filter(|level| level.sort.is_none() && level.depth > 0)
            .find(|level| level.descends.as_deref() == Some(words))
            .map(|level| level.depth)
    }

    /// A level above whose items begin with the word this line begins with, where those of its own level do not.
    fn parallel(&self, line: &Line<'_>) -> Option<u8> {
        let word = line.words.bare(0);
        let (last, above) = self.levels.split_last()?;
        if last.openings.iter().any(|known| known == word) || last.depth < 3 || last.count < 2 {
            return None;
        }
        let found = above
            .iter()
            .rev()
            .find(|level| level.depth > 0 && level.openings.iter().any(|known| known == word));
        found.map(|level| level.depth)
    }

    fn at_depth(&mut self, sort: Option<Sort>, depth: u8, line: &Line<'_>, how: Sureness) -> Place {
        let depth = depth.min(MAX_DEPTH);
        self.levels.retain(|level| level.depth <= depth);
        match self.levels.last_mut().filter(|level| level.depth == depth) {
            Some(level) => level.add(sort, line),
            None => {
                self.push(sort, depth, line);
            }
        }
        self.open = line.is_open();
        Place::Item(depth, how)
    }

    fn push(&mut self, sort: Option<Sort>, depth: u8, line: &Line<'_>) {
        let mut level =
            Level { sort, depth, count: 0, number: None, sign: None, openings: Vec::new(), descends: None };
        level.add(sort, line);
        self.levels.push(level);
        self.open = line.is_open();
    }
}

impl Level {
    fn add(&mut self, sort: Option<Sort>, line: &Line<'_>) {
        self.count += 1;
        if sort.is_some() && sort == sort_of(line) {
            self.number = line.label.as_ref().and_then(|label| label.number);
            self.sign = line.label.as_ref().and_then(|label| label.sign);
            self.sort = sort;
        }
        if self.openings.len() < 64 {
            self.openings.push(line.words.bare(0).to_owned());
        }
        self.descends = line.descends().map(str::to_owned);
    }

    /// Whether a label of this sort may be one of this level's.
    fn takes(&self, sort: Sort, label: Option<&Labelled>) -> bool {
        let same = match (self.sort, sort) {
            (Some(Sort::Dash), Sort::Dash) => true,
            (Some(now), sort) => now == sort,
            (None, _) => false,
        };
        // Two levels of numbers are told apart by their signs and by where they go on.
        same && (sort != Sort::Number
            || self.follows(label)
            || self.sign == label.and_then(|label| label.sign))
    }

    fn follows(&self, label: Option<&Labelled>) -> bool {
        match (self.number, label.and_then(|label| label.number)) {
            (Some(last), Some(number)) => number == last + 1,
            (None, None) => true,
            _ => false,
        }
    }
}

impl Line<'_> {
    fn is_weak(&self) -> bool {
        self.label.as_ref().is_some_and(|label| label.weak)
    }

    /// Whether what follows stands below this line.
    fn is_open(&self) -> bool {
        self.leads() || self.descends().is_some()
    }
}

fn sort_of(line: &Line<'_>) -> Option<Sort> {
    line.label.as_ref().map(|label| label.sort)
}

/// Whether labels of the second sort stand below those of the first.
fn is_below(above: Option<Sort>, below: Option<Sort>) -> bool {
    match (above, below) {
        (None, Some(_)) => true,
        (Some(above), Some(below)) => below.rank() > above.rank(),
        (_, None) => false,
    }
}

/// Whether the second line goes on with the list the first begins.
fn continues(first: &Line<'_>, second: &Line<'_>) -> bool {
    let (Some(one), Some(other)) = (&first.label, &second.label) else { return false };
    if one.sort != other.sort || other.weak {
        return false;
    }
    match (one.number, other.number) {
        (Some(one), Some(other)) => other == one + 1 || other == one,
        _ => true,
    }
}

/// Whether a line begins as recommendations do: with a noun of action.
pub(super) fn begins_as_item(line: &Line<'_>) -> bool {
    line.early(Cue::Item, 0).is_some()
}

/// Whether a line opens another part of the text.
fn ends(line: &Line<'_>) -> bool {
    let opening = [Cue::Closing, Cue::Ended, Cue::Signed, Cue::Lead, Cue::Opening, Cue::Attendance];
    opening.iter().any(|cue| line.early(*cue, 0).is_some())
        || line.early(Cue::Speech, 1).is_some_and(|found| found.opens)
        || line.early(Cue::Decision, 1).is_some_and(|found| found.opens)
        || line.early(Cue::Next, 0).is_some()
        || line.early(Cue::Enacting, 0).is_some()
        // «كما أوصى المكتب بما يلي:» opens another list.
        || line.leads() && line.has(Cue::Enacting) && line.has(Cue::List)
        || (line.early(Cue::Annexes, 0).is_some() && line.is_titular())
        || line.para.heading.is_some()
}
