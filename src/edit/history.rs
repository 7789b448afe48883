//! Undo and redo: what was done, in groups a person would call one thing.

use super::selection::Selection;
use crate::document::{BlockId, FieldPath, PersonField, PersonId, Step, Target};

/// Typing that pauses longer than this, in milliseconds, starts a new group.
const PAUSE: u64 = 500;

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
    /// Anything else: a group of its own.
    Single,
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

/// What was done and undone.
#[derive(Clone, Debug)]
pub(super) struct History {
    done: Vec<Group>,
    undone: Vec<Group>,
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
        Self { done: Vec::new(), undone: Vec::new(), state: 0, last: 0, sealed: true }
    }

    /// Forgets all that was done: the record is another now, in a state there never was.
    pub(super) fn begin_anew(&mut self) {
        self.done.clear();
        self.undone.clear();
        self.last += 1;
        self.state = self.last;
        self.sealed = true;
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
        if let Some(top) = self.done.last_mut()
            && !self.sealed
            && sort != Sort::Single
            && top.sort == sort
            && millis.saturating_sub(top.millis) <= PAUSE
            && (top.after == before
                || matches!(sort, Sort::Field(_) | Sort::Person(..) | Sort::Facts(_) | Sort::Words(_)))
        {
            inverse.append(&mut top.inverse);
            top.inverse = inverse;
            top.after = after;
            top.millis = millis;
            top.state = state;
            return;
        }
        self.sealed = false;
        self.done.push(Group { inverse, sort, before, after, millis, state });
    }

    /// Takes the last group off; its inverse, once applied, must be given to [`History::undone`].
    pub(super) fn undo(&mut self) -> Option<(Turn, Pending)> {
        let group = self.done.pop()?;
        self.sealed = true;
        let turn = Turn { steps: group.inverse, selection: group.before.clone() };
        let pending = Pending {
            sort: group.sort,
            before: group.before,
            after: group.after,
            millis: group.millis,
            state: group.state,
        };
        Some((turn, pending))
    }

    /// Takes the last undone group off; its inverse must be given to [`History::redone`].
    pub(super) fn redo(&mut self) -> Option<(Turn, Pending)> {
        let group = self.undone.pop()?;
        self.sealed = true;
        let turn = Turn { steps: group.inverse, selection: group.after.clone() };
        let pending = Pending {
            sort: group.sort,
            before: group.before,
            after: group.after,
            millis: group.millis,
            state: group.state,
        };
        Some((turn, pending))
    }

    pub(super) fn undone(&mut self, inverse: Vec<Step>, pending: Pending) {
        self.undone.push(pending.with(inverse));
        self.state = self.done.last().map_or(0, |group| group.state);
    }

    pub(super) fn redone(&mut self, inverse: Vec<Step>, pending: Pending) {
        self.state = pending.state;
        self.done.push(pending.with(inverse));
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
