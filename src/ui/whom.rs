//! A field for a person: people offered below it while a name is typed, the same wherever somebody is named.

use eframe::egui::{self, EventFilter, Id, Rect, Ui};

use super::field::{Line, Look, field};
use super::pen::Pen;
use super::suggest::{self, Finder, Found, Whom};
use crate::document::{BlockId, Document, Person, PersonId};
use crate::edit::{Command, Post, Seat, Who};
use crate::words::Words;

/// How many people and bodies are offered at most.
const OFFERED: usize = 5;

/// What is remembered of the name being typed.
#[derive(Default)]
pub struct Asking {
    /// The words.
    pub typed: String,
    /// The field they are typed in.
    pub field: Option<Id>,
    /// What the field held before.
    pub began: String,
    found: Vec<Found>,
    searched: String,
    /// The line of the offer the keyboard is on.
    at: usize,
    /// Whether the offer was put away.
    pub hidden: bool,
}

/// Whom a field may offer.
pub struct Among<'a> {
    /// The record.
    pub document: &'a Document,
    /// The people who can be offered.
    pub finder: &'a Finder,
    /// The words of the interface.
    pub words: Words,
    /// Names that may be offered after the people: bodies.
    pub names: &'a [String],
    /// Whom of the record it does not offer.
    pub skip: &'a dyn Fn(PersonId) -> bool,
    /// Whether a name nobody has is taken as it is.
    pub takes_new: bool,
    /// Whether what is typed is in the record already: then nothing is offered where nobody is found, and Tab goes on.
    pub live: bool,
}

/// What happened in a field for a person.
#[derive(Default)]
pub struct Asked {
    /// Its words, if they were changed.
    pub changed: Option<String>,
    /// Who was chosen: of the record, of the roster, or new by this name.
    pub chosen: Option<Chosen>,
    /// Whether Enter was pressed with no offer open.
    pub entered: bool,
}

/// Who was chosen.
#[derive(Clone, PartialEq, Debug)]
pub enum Chosen {
    /// Somebody offered.
    Whom(Whom),
    /// The words as they are.
    Words(String),
}

impl Chosen {
    /// As a command takes them.
    #[must_use]
    pub fn who(self) -> Who {
        match self {
            Self::Whom(Whom::Known(id)) => Who::Known(id),
            Self::Whom(Whom::Kept(person)) => Who::New(person),
            Self::Whom(Whom::Named(name)) | Self::Words(name) => {
                Who::New(Box::new(Person { name, ..Person::default() }))
            }
        }
    }
}

impl Asking {
    /// Whether a name is being typed in this field.
    #[must_use]
    pub fn is_in(&self, id: Id) -> bool {
        self.field == Some(id) && !self.typed.trim().is_empty()
    }

    /// Forgets what was typed.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    fn search(&mut self, among: &Among<'_>) {
        if self.searched != self.typed {
            self.found = among.finder.find(&self.typed, among.document, among.skip);
            let room = OFFERED.saturating_sub(self.found.len());
            self.found.extend(Finder::named(&self.typed, among.names).into_iter().take(room));
            self.searched.clone_from(&self.typed);
        }
    }

    /// How many lines are offered.
    fn lines(&self, among: &Among<'_>) -> usize {
        if among.live && self.found.is_empty() {
            return 0;
        }
        self.found.len() + usize::from(among.takes_new)
    }

    /// Shows the field, and below it who is offered.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and whom it may offer")]
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: Id,
        value: &str,
        look: Look<'_>,
        focus: &mut Option<(Id, Line)>,
        among: &Among<'_>,
    ) -> Asked {
        let has_focus = ui.memory(egui::Memory::focused) == Some(id);
        let mut chosen = None;
        if self.is_in(id) && has_focus && !self.hidden {
            self.search(among);
            let count = self.lines(among);
            self.at = self.at.min(count.saturating_sub(1));
            if count > 0 {
                match suggest::keys(ui, count, &mut self.at, !among.live) {
                    suggest::Asked::Take => chosen = Some(self.at),
                    suggest::Asked::Close => self.hidden = true,
                    suggest::Asked::Nothing => {}
                }
            }
        }
        let outcome = field(ui, pen, rect, id, value, look, focus);
        if let Some(words) = &outcome.changed {
            if self.field != Some(id) {
                value.clone_into(&mut self.began);
            }
            self.typed.clone_from(words);
            self.field = Some(id);
            self.at = 0;
            self.hidden = false;
            if !self.typed.trim().is_empty() {
                self.search(among);
                ui.ctx().request_repaint();
            }
        }
        let mut entered = outcome.entered;
        if entered && self.is_in(id) && self.hidden && among.takes_new && !among.live {
            chosen = Some(self.found.len());
        }
        if self.is_in(id) && has_focus && !self.hidden {
            let typed = self.typed.trim().to_owned();
            let new = among.takes_new.then_some(typed.as_str());
            if self.lines(among) > 0 {
                // While people are offered, the arrows are for the list, and Tab where it takes a line.
                let tab = !among.live;
                let filter =
                    EventFilter { tab, horizontal_arrows: true, vertical_arrows: true, escape: true };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
                let hit = suggest::popup(ui.ctx(), pen, rect, &self.found, new, &mut self.at, among.words);
                chosen = chosen.or(hit);
            }
        }
        let chosen = chosen.and_then(|index| {
            let found = self.found.get(index).map(|found| Chosen::Whom(found.whom.clone()));
            let name = self.typed.trim();
            found.or_else(|| (!name.is_empty()).then(|| Chosen::Words(name.to_owned())))
        });
        entered &= chosen.is_none();
        Asked { changed: outcome.changed, chosen, entered }
    }
}

/// A name being typed into a seat of a block: it goes to the record when the field is left, or somebody is chosen.
#[derive(Default)]
pub struct Seating {
    at: Option<(BlockId, Seat)>,
    asking: Asking,
}

impl Seating {
    /// What was typed and not given to the record yet.
    pub fn given(&mut self) -> Option<Command> {
        let Self { at, asking } = std::mem::take(self);
        let (block, seat) = at?;
        Some(Command::SetBlockPerson { block, seat, name: asking.typed })
    }

    /// A name whose field lost the keyboard goes to the record.
    pub fn left(&mut self, ui: &Ui) -> Option<Command> {
        let id = self.asking.field.filter(|_| self.at.is_some())?;
        let held = ui.memory(|memory| memory.has_focus(id));
        let pressing = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if held || pressing { None } else { self.given() }
    }

    /// What is remembered of a name in a field that has no seat.
    pub fn asking(&mut self) -> &mut Asking {
        if self.at.is_none() { &mut self.asking } else { self.unseated() }
    }

    fn unseated(&mut self) -> &mut Asking {
        *self = Self::default();
        &mut self.asking
    }

    /// Shows the field of a seat and who has it; what is asked of the record.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and whom it may offer")]
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        place: Rect,
        id: Id,
        (block, seat, sits): (BlockId, Seat, Option<PersonId>),
        look: Look<'_>,
        focus: &mut Option<(Id, Line)>,
        (document, finder, words): (&Document, &Finder, Words),
    ) -> Option<Command> {
        let value = sits.and_then(|id| document.person(id)).map(|person| person.name.clone());
        let is_here = self.at.is_some() && self.asking.field == Some(id);
        let shown = if is_here { self.asking.typed.clone() } else { value.unwrap_or_default() };
        let skip = |id| Some(id) == sits;
        let among = Among { document, finder, words, names: &[], skip: &skip, takes_new: true, live: true };
        let asked = self.asking.show(ui, pen, place, id, &shown, look, focus, &among);
        if asked.changed.is_some() {
            self.at = Some((block, seat));
        }
        let is_here = self.at.is_some() && self.asking.field == Some(id);
        let given = match asked.chosen {
            Some(Chosen::Whom(whom)) => {
                *self = Self::default();
                let who = Chosen::Whom(whom).who();
                Some(Command::Appoint { post: Post::Block(block, seat), who, was: None })
            }
            Some(Chosen::Words(_)) => self.given(),
            None if asked.entered && is_here => self.given(),
            None => return None,
        };
        *focus = None;
        ui.memory_mut(|memory| memory.request_focus(id));
        given
    }
}
