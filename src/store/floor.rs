//! Who speaks and waits to in a meeting that is being noted: no part of its record, kept so that no crash takes it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::config::{Folders, Kept};
use crate::arabic::{Source, clean};
use crate::document::{PersonId, RecordId, Stamp};

/// How many seconds after its last change a queue is of no use to anybody: the meeting is over.
const LASTS: i64 = 12 * 3600;
/// How many may wait, and of how many records that is kept.
const MOST: usize = 1000;
const RECORDS: usize = 50;

/// The queues of the records that are being noted.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Floors {
    records: BTreeMap<RecordId, Floor>,
}

/// Who speaks in a meeting and who waits to.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Floor {
    /// When it changed last.
    pub at: Stamp,
    /// Who has the floor, and since when.
    pub now: Option<(Caller, Stamp)>,
    /// Who waits for it, in order.
    pub waiting: Vec<Caller>,
    /// The name that was being typed for the queue.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub typed: String,
}

/// Somebody who asked for the floor.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Caller {
    /// Who, where the record knows them.
    pub person: Option<PersonId>,
    /// As they are called.
    pub name: String,
}

impl Floor {
    /// Whether nobody speaks or waits, and no name was begun.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.now.is_none() && self.waiting.is_empty() && self.typed.is_empty()
    }
}

impl Floors {
    /// The queue of a record, as far as its meeting may still go on.
    #[must_use]
    pub fn of(&self, record: RecordId, now: Stamp) -> Option<&Floor> {
        self.records.get(&record).filter(|floor| lasts(floor, now))
    }

    /// Keeps a queue as it is now, and no longer those of meetings that are over.
    pub fn note(&mut self, record: RecordId, floor: Floor) {
        let now = floor.at;
        self.records.insert(record, floor);
        self.records.retain(|_, floor| lasts(floor, now));
        self.settle();
    }
}

fn lasts(floor: &Floor, now: Stamp) -> bool {
    now.0.saturating_sub(floor.at.0) < LASTS
}

impl Kept for Floors {
    const NAME: &'static str = "floor";

    fn folder(folders: &Folders) -> &Path {
        &folders.state
    }

    fn settle(&mut self) {
        for floor in self.records.values_mut() {
            // Somebody may have written into the file by hand.
            let callers = floor.now.iter_mut().map(|(caller, _)| caller).chain(&mut floor.waiting);
            for name in callers.map(|caller| &mut caller.name).chain([&mut floor.typed]) {
                let words = clean(name, Source::Typed).text.replace('\n', " ");
                *name = words;
            }
            floor.now.take_if(|(caller, _)| caller.name.trim().is_empty());
            floor.waiting.retain(|caller| !caller.name.trim().is_empty());
            floor.waiting.truncate(MOST);
        }
        self.records.retain(|_, floor| !floor.is_empty());
        while self.records.len() > RECORDS {
            let oldest = self.records.iter().min_by_key(|(_, floor)| floor.at).map(|(record, _)| *record);
            let Some(oldest) = oldest else { return };
            self.records.remove(&oldest);
        }
    }
}
