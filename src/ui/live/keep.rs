//! What is kept of a session before anybody asks: the line once the hands rest, and who speaks and waits to.

use super::{Now, Said, Session, Speaks, Stored, Talker, known};
use crate::document::{BlockId, Document, Kind, NoteMark, Person, RecordId, Stamp};
use crate::edit::{Command, Noted, Noting};
use crate::store::{Caller, Floor, Floors, Roster};
use crate::ui::suggest::Whom;

/// Seconds after the last letter until what is being written is kept.
const STORE: f64 = 0.7;

/// What of the queue was kept last: after how many changes, with which name half typed, and since when another stands
/// there.
#[derive(Default)]
pub(super) struct KeptFloor {
    changes: u64,
    typed: String,
    since: Option<f64>,
}

/// How a note comes to say again what it said before it was corrected.
#[derive(Clone, PartialEq, Debug)]
pub enum GivenBack {
    /// Nothing was done since: that is taken back.
    Undo,
    /// It is written so.
    Run(Command),
}

impl Session {
    /// What is being written and is not kept yet, once the hands have rested a moment: no crash takes more. And how long
    /// that still is.
    pub fn to_store(&mut self, time: f64, document: &Document, now: &Now) -> (Option<Command>, Option<f64>) {
        let holds = (self.words.clone(), self.who.clone(), self.mark);
        // A note emptied while it is corrected is not taken out under the hands.
        let is_bare = holds.0.trim().is_empty() && (self.pending.is_none() || self.correcting.is_some());
        if self.adding || is_bare || holds == self.stored {
            self.changed = None;
            return (None, None);
        }
        let left = *self.changed.get_or_insert(time) + STORE - time;
        if left > 0.0 {
            return (None, Some(left));
        }
        self.changed = None;
        let (words, who, mark) = holds.clone();
        let who = match who {
            Speaks::Nobody => Said::Nobody,
            Speaks::Person(who) => Said::Person(known(document, who)),
            Speaks::Several(name) => Said::Several(name),
        };
        let noting = match self.correcting {
            Some(note) => {
                let noting = self.correction(note, Box::new(Noted { at: self.at, mark, who, words }));
                let before = std::mem::replace(&mut self.stored, holds);
                self.was.get_or_insert(before);
                noting
            }
            None => {
                self.stored = holds;
                let at = *self.at.get_or_insert(now.time);
                let noted = Box::new(Noted { at: Some(at), mark, who, words });
                match self.pending {
                    Some(note) => Noting::Draft { note, noted },
                    None => Noting::Keep { under: self.item, noted },
                }
            }
        };
        (Some(Command::Note(noting)), None)
    }

    /// A correction is taken back whole, however often some of it was kept meanwhile.
    pub(super) fn correction(&self, note: BlockId, noted: Box<Noted>) -> Noting {
        if self.was.is_some() { Noting::Draft { note, noted } } else { Noting::Correct { note, noted } }
    }

    /// What was written was kept, and the record is in this state since; the new note, if it is one, is this.
    pub fn was_stored(&mut self, state: u64, new: Option<BlockId>) {
        self.since = state;
        if self.was.is_none() {
            self.pending = new.or(self.pending);
        }
    }

    /// How a name for the queue that was kept as a note is none again.
    pub fn let_go(&mut self, document: &Document, state: u64) -> Option<GivenBack> {
        let (note, since) = self.no_note.take()?;
        document.block(note).filter(|block| matches!(block.kind, Kind::Note(_)))?;
        if since == state {
            return Some(GivenBack::Undo);
        }
        let nothing = Noted { at: None, mark: NoteMark::None, who: Said::Nobody, words: String::new() };
        Some(GivenBack::Run(Command::Note(Noting::Draft { note, noted: Box::new(nothing) })))
    }

    /// How the note in the line says again what it said before, where some of its correction was kept meanwhile.
    pub fn give_back(&mut self, document: &Document, state: u64) -> Option<GivenBack> {
        let note = self.correcting?;
        let (words, who, mark) = self.was.take()?;
        if self.since == state {
            return Some(GivenBack::Undo);
        }
        let who = match who {
            Speaks::Nobody => Said::Nobody,
            Speaks::Person(who) => Said::Person(known(document, who)),
            Speaks::Several(name) => Said::Several(name),
        };
        let noted = Box::new(Noted { at: self.at, mark, who, words });
        Some(GivenBack::Run(Command::Note(Noting::Draft { note, noted })))
    }

    /// The note the line is kept in is this one now; a note that is text meanwhile leaves the line.
    pub fn follow(&mut self, document: &Document) {
        let Some(id) = self.pending else { return };
        match document.block(id).map(|block| &block.kind) {
            Some(Kind::Note(_)) => {}
            Some(_) => self.clear(),
            None => {
                // Taken back: what is written is still in the line.
                self.pending = None;
                self.stored = Stored::default();
            }
        }
    }

    /// Who speaks, who waits and the name being typed for the queue, where they are not kept as they are: a queue at once,
    /// a name once the hands have rested. And how long that still is.
    pub fn floor_to_keep(&mut self, time: f64, now: &Now) -> (Option<Floor>, Option<f64>) {
        let typed = if self.adding { self.words.as_str() } else { "" };
        let kept = &mut self.kept_floor;
        let (turned, named) = (self.queue.changes != kept.changes, typed != kept.typed);
        if !turned && !named {
            kept.since = None;
            return (None, None);
        }
        let left = *kept.since.get_or_insert(time) + STORE - time;
        if !turned && left > 0.0 {
            return (None, Some(left));
        }
        *kept = KeptFloor { changes: self.queue.changes, typed: typed.to_owned(), since: None };
        let speaks = self.queue.now.as_ref().map(|(who, since)| (caller(who), Stamp(*since)));
        let waiting = self.queue.waiting.iter().map(caller).collect();
        (Some(Floor { at: Stamp(now.seconds), now: speaks, waiting, typed: typed.to_owned() }), None)
    }

    /// Takes up who spoke and waited when the record was noted last, where nobody is in the queue yet.
    pub fn take_floor(&mut self, floors: &Floors, document: &Document, roster: &Roster, seconds: i64) {
        let record: RecordId = document.id();
        let Some(floor) = floors.of(record, Stamp(seconds)).filter(|_| !self.begun) else { return };
        let talker = |caller: &Caller| talker(caller, document, roster);
        self.queue.now = floor.now.as_ref().map(|(who, since)| (talker(who), since.0));
        self.queue.waiting = floor.waiting.iter().map(talker).collect();
        if !floor.typed.trim().is_empty() {
            self.adding = true;
            self.words.clone_from(&floor.typed);
            self.fresh = true;
        }
        self.kept_floor.typed.clone_from(&floor.typed);
    }
}

fn caller(who: &Talker) -> Caller {
    let person = if let Whom::Known(id) = &who.whom { Some(*id) } else { None };
    Caller { person, name: who.name.clone() }
}

/// Whom a name of the queue means: the person of the record, else of the roster, else somebody new.
fn talker(caller: &Caller, document: &Document, roster: &Roster) -> Talker {
    let known =
        caller.person.filter(|id| document.person(*id).is_some_and(|known| known.name == caller.name));
    let kept = || roster.people().values().find(|person| person.name == caller.name).cloned();
    let new = || Person { name: caller.name.clone(), ..Person::default() };
    let whom = known.map_or_else(|| Whom::Kept(Box::new(kept().unwrap_or_else(new))), Whom::Known);
    Talker { whom, name: caller.name.clone() }
}
