//! What is kept between sessions — settings, recent records — written on a thread of its own, in order.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use eframe::egui;

use crate::document::{Audience, Document, Kind, Person, PersonId, RecordId, RichText, Role};
use crate::store::{
    self, Bodies, Floor, Floors, Folders, Loaded, Notice, Overwrite, Phrases, Profile, Published, Recent,
    Recents, Roster, SaveError, Sent, Settings,
};
use crate::template::phrases::clauses;
use crate::ui::suggest::Finder;

/// A message for people: its key, and the values in it.
pub(super) type Said = (&'static str, Vec<(&'static str, String)>);

/// People as the roster has them from now on, or has them no more.
type Enrolled = Vec<(PersonId, Option<Person>)>;

type Job = Box<dyn FnOnce(&Folders) -> Option<Said> + Send>;

/// What is kept between sessions. Without folders nothing is read or written.
pub(super) struct Keeper {
    pub(super) settings: Settings,
    pub(super) recents: Recents,
    pub(super) roster: Roster,
    pub(super) phrases: Phrases,
    pub(super) bodies: Bodies,
    /// What was published of each record.
    pub(super) published: Published,
    /// Who speaks and waits to in the records that are being noted.
    pub(super) floors: Floors,
    /// Another after each change of the bodies.
    pub(super) bodies_version: u64,
    /// Another after each change of the phrases.
    pub(super) phrases_version: u64,
    learned: (Sender<Phrases>, Receiver<Phrases>),
    /// How often the roster was changed.
    pub(super) changes: u64,
    /// The names of the roster, folded, for whoever is named while it is typed.
    pub(super) finder: Finder,
    pub(super) folders: Option<Folders>,
    jobs: Option<Sender<Job>>,
    worker: Option<JoinHandle<()>>,
    said: Receiver<Said>,
}

impl Keeper {
    /// Reads what is kept in these folders; what was wrong with it is said.
    pub(super) fn new(ctx: &egui::Context, folders: Option<Folders>) -> (Self, Vec<Said>) {
        let mut notices = Vec::new();
        let mut told = |notice: Option<Notice>| notices.extend(notice.map(|notice| notice.message()));
        let (mut settings, mut recents) = (Settings::default(), Recents::default());
        let (mut roster, mut phrases) = (Roster::default(), Phrases::default());
        let mut bodies = Bodies::default();
        let mut published = Published::default();
        let mut floors = Floors::default();
        if let Some(folders) = &folders {
            let Loaded { value, notice } = store::load(folders);
            settings = value;
            told(notice);
            let Loaded { value, notice } = store::load(folders);
            recents = value;
            told(notice);
            let Loaded { value, notice } = store::load(folders);
            roster = value;
            told(notice);
            let Loaded { value, notice } = store::load(folders);
            phrases = value;
            told(notice);
            let Loaded { value, notice } = store::load(folders);
            bodies = value;
            told(notice);
            let Loaded { value, notice } = store::load(folders);
            published = value;
            told(notice);
            let Loaded { value, notice } = store::load(folders);
            floors = value;
            told(notice);
        }
        let (jobs, todo) = channel::<Job>();
        let (say, said) = channel();
        let worker = folders.clone().and_then(|folders| {
            let wake = ctx.clone();
            let work = move || {
                for job in todo {
                    if let Some(message) = job(&folders) {
                        // Nobody listens any more once the window is gone.
                        let _ = say.send(message);
                        wake.request_repaint();
                    }
                }
            };
            std::thread::Builder::new().name("kept".into()).spawn(work).ok()
        });
        let finder = Finder::default();
        finder.keep(&roster);
        let keeper = Self {
            settings,
            recents,
            roster,
            changes: 0,
            finder,
            phrases,
            phrases_version: 0,
            bodies,
            published,
            floors,
            bodies_version: 0,
            learned: channel(),
            folders,
            jobs: Some(jobs),
            worker,
            said,
        };
        (keeper, notices)
    }

    /// What went wrong since it was asked last.
    pub(super) fn news(&self) -> Option<Said> {
        self.said.try_recv().ok()
    }

    fn later(&self, job: impl FnOnce(&Folders) -> Result<Option<Notice>, SaveError> + Send + 'static) {
        let Some(jobs) = self.jobs.as_ref().filter(|_| self.worker.is_some()) else { return };
        // Without a worker nothing is kept, and that was said.
        let _ = jobs.send(Box::new(move |folders| match job(folders) {
            Ok(notice) => notice.map(|notice| notice.message()),
            Err(error) => {
                let detail = error.to_string();
                Some(("error-not-kept", vec![("detail", detail)]))
            }
        }));
    }

    /// Changes the settings, now and for the next session.
    pub(super) fn set(&mut self, change: impl Fn(&mut Settings) + Send + 'static) {
        change(&mut self.settings);
        self.later(move |folders| {
            store::change(folders, change).map(|loaded: Loaded<Settings>| loaded.notice)
        });
    }

    /// Lets a journal go, to the discarded ones.
    pub(super) fn discard(&self, journal: PathBuf) {
        let Some(jobs) = self.jobs.as_ref().filter(|_| self.worker.is_some()) else { return };
        // Without a worker the journal stays, and is offered again.
        let _ = jobs.send(Box::new(move |_| {
            let error = store::discard_journal(&journal).err()?;
            Some(("recovery-not-discarded", vec![("detail", error.to_string())]))
        }));
    }

    /// Puts a record at the top of the recent ones.
    pub(super) fn note(&mut self, recent: Recent) {
        self.recents.note(recent.clone());
        self.later(move |folders| {
            store::change(folders, |recents: &mut Recents| recents.note(recent)).map(|loaded| loaded.notice)
        });
    }

    /// Keeps that a record was published.
    pub(super) fn note_sent(&mut self, record: RecordId, sent: Sent) {
        self.published.note(record, sent.clone());
        self.later(move |folders| {
            store::change(folders, |published: &mut Published| published.note(record, sent))
                .map(|loaded| loaded.notice)
        });
    }

    /// Keeps who speaks and waits to in a record.
    pub(super) fn note_floor(&mut self, record: RecordId, floor: Floor) {
        self.floors.note(record, floor.clone());
        self.later(move |folders| {
            store::change(folders, |floors: &mut Floors| floors.note(record, floor))
                .map(|loaded| loaded.notice)
        });
    }

    /// Keeps a phrase of one's own, or lets it go.
    pub(super) fn phrase(&mut self, text: RichText, keeps: bool) {
        let change = move |phrases: &mut Phrases| {
            if keeps {
                phrases.keep(&text);
            } else {
                phrases.forget(&text);
            }
        };
        change(&mut self.phrases);
        self.phrases_version += 1;
        self.later(move |folders| store::change(folders, change).map(|loaded| loaded.notice));
    }

    /// Counts the clauses of a record that was saved; what is typed often is offered from then on. What is for the
    /// minutes only stays in them.
    pub(super) fn learn(&self, document: Document) {
        let send = self.learned.0.clone();
        self.later(move |folders| {
            let texts = document.blocks().iter().filter(|block| {
                let opens = matches!(block.kind, Kind::Note(_) | Kind::Paragraph(Role::Lead));
                block.audience != Audience::MinutesOnly && block.review.removed.is_none() && !opens
            });
            let all: Vec<&str> = texts.flat_map(|block| clauses(block.text.text())).collect();
            let learn = |phrases: &mut Phrases| phrases.learn(document.id(), all.into_iter());
            let loaded: Loaded<Phrases> = store::change(folders, learn)?;
            // Nobody listens any more once the window is gone.
            let _ = send.send(loaded.value);
            Ok(loaded.notice)
        });
    }

    /// Takes in what was learned.
    pub(super) fn take_learned(&mut self) {
        if let Some(phrases) = self.learned.1.try_iter().last() {
            self.phrases = phrases;
            self.phrases_version += 1;
        }
    }

    /// Changes the roster, now and for the next session; what takes that back.
    pub(super) fn enrol(&mut self, changes: Enrolled) -> Enrolled {
        let back = self.roster.change(changes.clone());
        self.finder.keep(&self.roster);
        self.changes += 1;
        self.later(move |folders| {
            let change = |roster: &mut Roster| {
                roster.change(changes);
            };
            store::change(folders, change).map(|loaded| loaded.notice)
        });
        back
    }

    /// Keeps a body so, or lets it go; what it was before.
    pub(super) fn keep_body(&mut self, id: RecordId, profile: Option<Profile>) -> Option<Profile> {
        let before = self.bodies.put(id, profile.clone());
        self.bodies_version += 1;
        self.later(move |folders| {
            let put = |bodies: &mut Bodies| {
                bodies.put(id, profile);
            };
            store::change(folders, put).map(|loaded| loaded.notice)
        });
        before
    }

    /// New records are this body's from now on.
    pub(super) fn choose_body(&mut self, id: RecordId) {
        self.bodies.chosen = Some(id);
        self.bodies_version += 1;
        self.later(move |folders| {
            store::change(folders, |bodies: &mut Bodies| bodies.chosen = Some(id)).map(|loaded| loaded.notice)
        });
    }

    /// Writes a logo beside a record, where nothing of that name is.
    pub(super) fn write_beside(&self, path: PathBuf, bytes: Vec<u8>) {
        self.later(move |_| match store::write_bytes(&path, &bytes, Overwrite::Refuse) {
            Ok(_) | Err(SaveError::Exists) => Ok(None),
            Err(error) => Err(error),
        });
    }

    /// Takes a record off the recent ones; its file stays.
    pub(super) fn forget(&mut self, path: &Path) {
        self.recents.forget(path);
        let path = path.to_path_buf();
        self.later(move |folders| {
            store::change(folders, |recents: &mut Recents| recents.forget(&path)).map(|loaded| loaded.notice)
        });
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(worker) = self.worker.take() {
            // A worker that fell has nothing more to write.
            let _ = worker.join();
        }
    }
}
