//! What stands in place of the page: settings, what differs between two records, earlier states.

use std::collections::BTreeMap;
use std::path::Path;

use eframe::egui::{Rect, Ui};

use super::{App, is_own};
use crate::arabic::date::today_here;
use crate::arabic::naming::name_key;
use crate::check::Part;
use crate::document::{Document, Person, PersonId};
use crate::edit::{Command, Roll, Who};
use crate::store::roster::Incoming;
use crate::store::{self, OpenError};
use crate::ui::action::Action;
use crate::ui::compare::{self, Compared};
use crate::ui::files::Purpose;
use crate::ui::{bodies, earlier, roster, settings};

/// A screen shown in place of the page, until it is closed or leads to another record.
pub(super) enum Instead {
    Settings(settings::Screen),
    Differences(Box<compare::Screen>),
    Earlier(earlier::Screen),
    People(Box<roster::Screen>),
    Bodies(Box<bodies::Screen>),
    /// The live session, which its tab remembers.
    Live,
    /// The publish screen, which its tab remembers.
    Publish,
}

impl App {
    /// Shows what differs between two records.
    pub(super) fn compare(&mut self, compared: Compared) {
        self.focus = None;
        self.popup = None;
        self.calendar = None;
        self.dialog = None;
        self.instead.retain(|shown| !matches!(shown, Instead::Differences(_)));
        self.instead.push(Instead::Differences(Box::new(compare::Screen::new(compared))));
    }

    /// Shows what differs between the record in this file and the one that is open.
    pub(super) fn compare_file(&mut self, path: &Path) {
        let name = if is_own(self.record(), path) {
            self.words.get("compare-on-disk")
        } else {
            path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
        };
        self.compare_with(store::open(path).map(|opened| opened.document), path, name);
    }

    /// Shows what differs between a record read from this file and the one that is open.
    pub(super) fn compare_with(&mut self, read: Result<Document, OpenError>, path: &Path, old_name: String) {
        let Some(open) = self.record() else { return };
        match read {
            Ok(old) => {
                let new = open.editor().document().clone();
                let new_name = self.words.get("compare-here");
                self.compare(Compared { old, new, old_name, new_name });
            }
            Err(error) => {
                let (key, values) = error.message();
                self.notice = Some(self.told(key, &values, path));
            }
        }
    }

    /// Whether the settings are what is seen.
    pub(super) fn has_settings(&self) -> bool {
        matches!(self.instead.last(), Some(Instead::Settings(_)))
    }

    /// Opens the settings, or closes them.
    pub(super) fn toggle_settings(&mut self) {
        let shown = self.instead.len();
        self.instead.retain(|shown| !matches!(shown, Instead::Settings(_)));
        if self.instead.len() == shown {
            self.instead.push(Instead::Settings(settings::Screen::default()));
        }
    }

    /// Shows the last of what stands in place of the page.
    pub(super) fn in_place_of_page(&mut self, ui: &mut Ui, view: Rect) -> Vec<Action> {
        if self.has_live() {
            return self.live_screen(ui, view);
        }
        if self.has_publish() {
            return self.publish_screen(ui, view);
        }
        let free = self.is_free();
        let (mut actions, mut changed, mut closes) = (Vec::new(), Vec::new(), false);
        let mut asked = Vec::new();
        let mut of_bodies = Vec::new();
        let no_record = self.no_record();
        match self.instead.last_mut() {
            Some(Instead::Settings(screen)) => {
                let now = &self.kept.settings;
                for asked in screen.show(ui, &mut self.pen, view, now, self.words, &mut self.focus) {
                    match asked {
                        settings::Asked::Change(all) => changed.push(all),
                        settings::Asked::Close => closes = true,
                    }
                }
            }
            Some(Instead::Differences(screen)) => {
                closes = screen.show(ui, &mut self.pen, view, self.words, free);
            }
            Some(Instead::Earlier(screen)) => {
                (actions, closes) = screen.show(ui, &mut self.pen, view, self.words, free);
            }
            Some(Instead::People(screen)) => {
                let given = roster::Given {
                    roster: &self.kept.roster,
                    version: self.kept.changes,
                    words: self.words,
                    free,
                    no_record,
                    session: self.session,
                };
                asked = screen.show(ui, &mut self.pen, view, &given, &mut self.focus);
            }
            Some(Instead::Bodies(screen)) => {
                let given = bodies::Given {
                    bodies: &self.kept.bodies,
                    words: self.words,
                    free,
                    no_record,
                    year: today_here().year(),
                };
                of_bodies = screen.show(ui, &mut self.pen, view, &given, &mut self.focus);
            }
            Some(Instead::Live | Instead::Publish) | None => {}
        }
        for asked in of_bodies {
            closes |= asked == bodies::Asked::Close;
            actions.extend(self.of_bodies(asked));
        }
        for asked in asked {
            closes |= asked == roster::Asked::Close;
            actions.extend(self.of_people(asked));
        }
        // What is set holds at once.
        for all in changed {
            self.settle(ui.ctx(), &all);
        }
        if closes {
            self.instead.pop();
            match self.instead.last_mut() {
                // The list it was chosen from goes on.
                Some(Instead::Earlier(earlier)) => earlier.comes_back(),
                Some(_) => {}
                None => self.wants_page(),
            }
        }
        actions
    }

    /// Puts everything away that stands in place of the page.
    pub(super) fn put_away(&mut self) {
        self.settle_people();
        self.stop_publishing();
        self.instead.clear();
    }

    /// Opens the roster, or closes it.
    pub(super) fn toggle_people(&mut self) {
        self.settle_people();
        let shown = self.instead.len();
        self.instead.retain(|shown| !matches!(shown, Instead::People(_)));
        self.focus = None;
        if self.instead.len() == shown {
            self.instead.push(Instead::People(Box::default()));
        } else {
            self.wants_page();
        }
    }

    /// Whether the roster is what is seen.
    pub(super) fn has_people(&self) -> bool {
        matches!(self.instead.last(), Some(Instead::People(_)))
    }

    /// What was written into the form of the roster goes to it, before the screen or the window goes away.
    pub(super) fn settle_people(&mut self) {
        let mut changes = None;
        for shown in &mut self.instead {
            if let Instead::People(screen) = shown {
                changes = changes.or(screen.settle(&self.kept.roster));
            }
        }
        if let Some(changes) = changes {
            self.enrol(changes, None);
        }
    }

    /// Keeps people of the record between meetings; where one of them may be somebody known under another spelling, who
    /// that is is asked first.
    pub(super) fn keep_people(&mut self, people: &BTreeMap<PersonId, Person>) {
        let incoming = Incoming::of_record(people, &self.kept.roster);
        if incoming.asks() {
            self.toggle_people();
            if let Some(Instead::People(screen)) = self.instead.last_mut() {
                screen.take_record(incoming);
            }
        } else {
            let (new, ..) = incoming.counts();
            self.enrol(incoming.changes(&self.kept.roster, self.session), Some(("people-kept", new)));
        }
    }

    fn enrol(&mut self, changes: roster::Changes, said: Option<(&'static str, usize)>) {
        let back = self.kept.enrol(changes);
        self.enrolled.push(back);
        if let Some((key, count)) = said {
            let words = self.words.with(key, &[("count", count.into())]);
            self.told_people.clone_from(&words);
            self.toast = Some((words, 0.0));
        }
    }

    /// Takes the last change of the roster back.
    pub(super) fn undo_people(&mut self) {
        if let Some(back) = self.enrolled.pop() {
            // The form shows who is in the roster now.
            for shown in &mut self.instead {
                if let Instead::People(screen) = shown {
                    screen.forget();
                }
            }
            self.focus = None;
            self.kept.enrol(back);
            self.told_people.clear();
            self.say("roster-undone");
        }
    }

    /// What takes back what the toast tells of the roster.
    pub(super) fn undo_of_people(&self) -> Option<Action> {
        let told = self.toast.as_ref().is_some_and(|(text, _)| *text == self.told_people);
        (told && !self.told_people.is_empty() && !self.enrolled.is_empty()).then_some(Action::UndoPeople)
    }

    fn of_people(&mut self, asked: roster::Asked) -> Option<Action> {
        match asked {
            roster::Asked::Change(changes, said) => {
                self.enrol(changes, said);
                None
            }
            roster::Asked::Say(key) => {
                self.say(key);
                None
            }
            roster::Asked::File => Some(Action::Ask(Purpose::People)),
            roster::Asked::Join(people) => {
                let who = people.into_iter().map(|person| self.known_or_new(person)).collect();
                self.run_now(Command::Roll(Roll::AddAll(who)));
                Some(Action::Go(Part::Attendance))
            }
            roster::Asked::Close => None,
        }
    }

    /// Somebody of the roster as the record knows them, or new to it.
    fn known_or_new(&self, person: Person) -> Who {
        let key = name_key(&person.name);
        let people = self.record().map(|open| open.editor().document().people());
        let known = people.and_then(|people| {
            people.iter().find(|(_, known)| name_key(&known.name) == key).map(|(id, _)| *id)
        });
        known.map_or_else(|| Who::New(Box::new(person)), Who::Known)
    }

    /// Reads a table of people from this file, to be looked at.
    pub(super) fn read_people(&mut self, path: &Path) {
        let read = store::read_bytes(path);
        let words = self.words;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match read {
            Ok(bytes) => {
                if !self.has_people() {
                    self.toggle_people();
                }
                let roster = &self.kept.roster;
                if let Some(Instead::People(screen)) = self.instead.last_mut() {
                    screen.take_file(&bytes, &name, roster, words);
                }
            }
            Err(error) => {
                let (key, values) = error.message();
                self.notice = Some(self.told(key, &values, path));
            }
        }
    }
}
