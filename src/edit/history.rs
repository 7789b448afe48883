//! Undo and redo: what was done, in groups a person would call one thing. It never grows beyond a bound.

use std::collections::{HashSet, VecDeque};

use super::merge::{merge, weight};
use super::selection::Selection;
use crate::document::{BlockId, FieldPath, PersonField, PersonId, Step, Target};

/// Typing that pauses longer than this, in milliseconds, starts a new group.
const PAUSE: u64 = 500;
/// How many groups are kept; beyond that the oldest go.
const GROUPS: usize = 2000;
/// How many bytes they may hold, about; beyond that the oldest go, but never the last.
const BYTES: usize = 16 * 1024 * 1024;
/// How many steps a group grows to: a key held down over many paragraphs is taken back in parts.
const STEPS: usize = 64;

/// What kind of change a group is, to tell whether the next one continues it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// Letters typed into a text.
    Typing(Target),
    /// Letters deleted from a text.
    Deleting(Target),
    /// A field of the header written.
    Field(FieldPath),
    /// A field of a person written.
    Person(PersonId, PersonField),
    /// What a block carries beside its words.
    Facts(BlockId),
    /// The words of a block, written in a form.
    Words(BlockId),
    /// Words put in place of others.
    Replacing,
    /// A note of the live session, however long it takes to be written.
    Note(BlockId),
    /// Anything else: a group of its own.
    Single,
}

impl Sort {
    pub(super) fn change(&self) -> Change {
        match self {
            Self::Typing(_) => Change::Typing,
            Self::Deleting(_) => Change::Deleting,
            Self::Field(_) => Change::Field,
            Self::Person(..) => Change::Person,
            Self::Facts(_) => Change::Facts,
            Self::Words(_) | Self::Note(_) => Change::Words,
            Self::Replacing => Change::Replacing,
            Self::Single => Change::Other,
        }
    }
}

/// What a change was, in a word for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// Letters were typed.
    Typing,
    /// Letters were deleted.
    Deleting,
    /// A field of the header was written.
    Field,
    /// Something of a person was written.
    Person,
    /// What a block carries beside its words was changed.
    Facts,
    /// The words of a block were written in a form.
    Words,
    /// Words were put in place of others.
    Replacing,
    /// Anything else.
    Other,
}

impl Change {
    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Typing => "change-typing",
            Self::Deleting => "change-deleting",
            Self::Field => "change-field",
            Self::Person => "change-person",
            Self::Facts => "change-facts",
            Self::Words => "change-words",
            Self::Replacing => "change-replacing",
            Self::Other => "change-other",
        }
    }
}

/// One group of changes.
#[derive(Clone, Debug)]
struct Group {
    /// The steps that undo it, in the order to apply them.
    inverse: Vec<Step>,
    sort: Sort,
    before: Selection,
    after: Selection,
    millis: u64,
    /// The state of the record after this group.
    state: u64,
}

impl Group {
    /// Puts the inverse of what came after it before its own; steps that meet are kept as one.
    fn precede(&mut self, mut inverse: Vec<Step>) {
        let mut own = std::mem::take(&mut self.inverse);
        // What several items carried before the first of these changes is what all of them go back to.
        let kinds = |steps: &[Step]| steps.iter().all(|step| matches!(step, Step::SetKind(..)));
        if kinds(&inverse) && kinds(&own) {
            let of = |step: &Step| if let Step::SetKind(id, _) = step { Some(*id) } else { None };
            let known: HashSet<_> = own.iter().filter_map(of).collect();
            inverse.retain(|step| of(step).is_none_or(|id| !known.contains(&id)));
        }
        // A heading is written with its agenda item: each of the two texts goes on in its own step.
        if let ([a, b], [one, other]) = (inverse.as_slice(), own.as_slice())
            && let (Step::Splice { at, .. }, Step::Splice { at: at2, .. }) = (a, b)
            && at != at2
            && let (Some(first), Some(second)) = (merge(a, one), merge(b, other))
        {
            self.inverse = vec![first, second];
            return;
        }
        if let (Some(last), Some(first)) = (inverse.last(), own.first())
            && let Some(one) = merge(last, first)
        {
            inverse.pop();
            if let Some(first) = own.first_mut() {
                *first = one;
            }
        }
        if inverse.is_empty() {
            self.inverse = own;
        } else {
            inverse.append(&mut own);
            self.inverse = inverse;
        }
    }

    /// About how many bytes it holds.
    fn bytes(&self) -> usize {
        size_of::<Self>() + self.inverse.iter().map(weight).sum::<usize>()
    }

    fn turn(self, selection: Selection) -> (Turn, Pending) {
        let Self { inverse, sort, before, after, millis, state } = self;
        (Turn { steps: inverse, selection }, Pending { sort, before, after, millis, state })
    }
}

/// What was done and undone.
#[derive(Clone, Debug)]
pub(super) struct History {
    done: VecDeque<Group>,
    undone: Vec<Group>,
    /// About how many bytes the groups of `done` hold.
    bytes: usize,
    /// The state of the record before the oldest group kept.
    base: u64,
    state: u64,
    last: u64,
    sealed: bool,
}

/// What to apply to go one group back or forth.
pub(super) struct Turn {
    pub(super) steps: Vec<Step>,
    pub(super) selection: Selection,
}

impl History {
    pub(super) fn new() -> Self {
        Self { done: VecDeque::new(), undone: Vec::new(), bytes: 0, base: 0, state: 0, last: 0, sealed: true }
    }

    /// Forgets all that was done: the record is another now, in a state there never was.
    pub(super) fn begin_anew(&mut self) {
        let last = self.last + 1;
        *self = Self { base: last, state: last, last, ..Self::new() };
    }

    /// A number for the state the record is in; undoing a change gives the earlier number again.
    pub(super) fn state(&self) -> u64 {
        self.state
    }

    /// The next change starts a new group.
    pub(super) fn seal(&mut self) {
        self.sealed = true;
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    pub(super) fn undoes(&self) -> Option<&Sort> {
        self.done.back().map(|group| &group.sort)
    }

    pub(super) fn redoes(&self) -> Option<&Sort> {
        self.undone.last().map(|group| &group.sort)
    }

    /// Files a change. `inverse` holds the steps that undo it, in the order they were gathered.
    pub(super) fn record(
        &mut self,
        mut inverse: Vec<Step>,
        sort: Sort,
        before: Selection,
        after: Selection,
        millis: u64,
    ) {
        self.undone.clear();
        self.last += 1;
        self.state = self.last;
        inverse.reverse();
        let state = self.state;
        if let Some(top) = self.done.back_mut()
            && !self.sealed
            && !matches!(sort, Sort::Single | Sort::Replacing)
            && top.sort == sort
            && (top.inverse.len() < STEPS || matches!(sort, Sort::Facts(_)))
            && (millis.saturating_sub(top.millis) <= PAUSE || matches!(sort, Sort::Note(_)))
            && (top.after == before
                || matches!(
                    sort,
                    Sort::Field(_) | Sort::Person(..) | Sort::Facts(_) | Sort::Words(_) | Sort::Note(_)
                ))
        {
            self.bytes -= top.bytes();
            top.precede(inverse);
            self.bytes += top.bytes();
            top.after = after;
            top.millis = millis;
            top.state = state;
        } else {
            self.sealed = false;
            self.push(Group { inverse, sort, before, after, millis, state });
        }
        while self.done.len() > GROUPS || self.bytes > BYTES && self.done.len() > 1 {
            self.forget();
        }
    }

    fn push(&mut self, group: Group) {
        self.bytes += group.bytes();
        self.done.push_back(group);
    }

    /// Drops the oldest group: what it did can no longer be taken back.
    fn forget(&mut self) {
        if let Some(oldest) = self.done.pop_front() {
            self.bytes -= oldest.bytes();
            self.base = oldest.state;
        }
    }

    /// Takes the last group off; its inverse, once applied, must be given to [`History::undone`].
    pub(super) fn undo(&mut self) -> Option<(Turn, Pending)> {
        let group = self.done.pop_back()?;
        self.bytes -= group.bytes();
        self.sealed = true;
        let selection = group.before.clone();
        Some(group.turn(selection))
    }

    /// Takes the last undone group off; its inverse must be given to [`History::redone`].
    pub(super) fn redo(&mut self) -> Option<(Turn, Pending)> {
        let group = self.undone.pop()?;
        self.sealed = true;
        let selection = group.after.clone();
        Some(group.turn(selection))
    }

    pub(super) fn undone(&mut self, inverse: Vec<Step>, pending: Pending) {
        self.undone.push(pending.with(inverse));
        self.state = self.done.back().map_or(self.base, |group| group.state);
    }

    pub(super) fn redone(&mut self, inverse: Vec<Step>, pending: Pending) {
        self.state = pending.state;
        self.push(pending.with(inverse));
    }
}

/// A group between its two stacks.
pub(super) struct Pending {
    sort: Sort,
    before: Selection,
    after: Selection,
    millis: u64,
    state: u64,
}

impl Pending {
    fn with(self, mut inverse: Vec<Step>) -> Group {
        inverse.reverse();
        Group {
            inverse,
            sort: self.sort,
            before: self.before,
            after: self.after,
            millis: self.millis,
            state: self.state,
        }
    }
}
