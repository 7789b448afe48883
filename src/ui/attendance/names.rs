//! The last row of the table, where a name joins the list, and names asked for with people offered below.

use eframe::egui::{self, EventFilter, Id, Key, Modifiers, Rect, Ui, vec2};

use super::super::field::{Look, field};
use super::super::pen::{Icon, Pen};
use super::super::suggest::{self, Whom};
use super::super::widgets::Row;
use super::{Form, cell, first_field};
use crate::document::{Person, PersonId, Presence};
use crate::edit::{Roll, Who};

impl Form<'_> {
    /// The last row, always empty: a name typed there joins the list.
    pub(super) fn last_row(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let [title, name, role, ..] = self.columns(rect).map(|piece| piece.shrink2(vec2(0.0, 4.0)));
        let id = first_field();
        if self.state.typed.is_empty()
            && Self::pressed(ui, &[id], Modifiers::NONE, Key::ArrowUp)
            && let Some(last) = self.people().last()
        {
            ui.memory_mut(|memory| memory.request_focus(cell(last.person, "name")));
        }
        let icon = Row::new(title, self.rtl()).end(24.0);
        Icon::UserPlus.draw(ui.painter(), icon.center(), 18.0, pen.theme.ink3);
        let label = self.words.get("person-add");
        let hint = self.words.get("hint-person-add");
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let listed: Vec<PersonId> = self.people().iter().map(|entry| entry.person).collect();
        let place = name.union(role);
        let skip = move |id| listed.contains(&id);
        if let Some(whom) = self.ask(ui, pen, place, id, "", look, skip, true) {
            self.join(whom);
        }
        self.seen(ui, rect, id);
    }

    /// Puts somebody on the list, present as the one before them is or is not said to be.
    pub(super) fn join(&mut self, whom: Whom) {
        let who = match whom {
            Whom::Known(id) => Who::Known(id),
            Whom::Kept(person) => Who::New(person),
        };
        let presence = match self.people().last().map(|entry| entry.presence) {
            Some(Presence::Unknown) => Presence::Unknown,
            _ => Presence::Present,
        };
        self.roll(Roll::Add { who, at: usize::MAX, presence });
        self.forget();
    }

    pub(super) fn forget(&mut self) {
        self.state.typed.clear();
        self.state.typed_in = None;
        self.state.at = 0;
        self.state.hidden = false;
        *self.focus = None;
    }

    /// Words typed into the last row and left there are somebody's name: nothing typed is lost.
    pub(super) fn left_behind(&mut self) {
        let is_left = self.state.typed_in == Some(first_field())
            && self.focus.as_ref().is_none_or(|(id, _)| *id != first_field());
        let name = self.state.typed.trim().to_owned();
        if is_left && !name.is_empty() && self.state.list.is_none() {
            let focus = self.focus.take();
            self.join(Whom::Kept(Box::new(Person { name, ..Person::default() })));
            *self.focus = focus;
        }
    }

    /// A field for a name, with people offered below it while it is typed. Who was chosen.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and whom it may offer")]
    pub(super) fn ask(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: Id,
        value: &str,
        look: Look<'_>,
        skip: impl Fn(PersonId) -> bool,
        takes_new: bool,
    ) -> Option<Whom> {
        let is_here = self.state.typed_in == Some(id) && !self.state.typed.trim().is_empty();
        let has_focus = ui.memory(egui::Memory::focused) == Some(id);
        let offers = is_here && has_focus && !self.state.hidden;
        let mut chosen = None;
        if offers {
            self.search(&skip);
            let count = self.state.found.len() + usize::from(takes_new);
            self.state.at = self.state.at.min(count.saturating_sub(1));
            match suggest::keys(ui, count, &mut self.state.at) {
                suggest::Asked::Take if count > 0 => chosen = Some(self.state.at),
                suggest::Asked::Close => self.state.hidden = true,
                suggest::Asked::Take | suggest::Asked::Nothing => {}
            }
        }
        let outcome = field(ui, pen, rect, id, value, look, self.focus);
        if let Some(words) = outcome.changed {
            self.state.typed = words;
            self.state.typed_in = Some(id);
            self.state.at = 0;
            self.state.hidden = false;
            if !self.state.typed.trim().is_empty() {
                self.search(&skip);
                ui.ctx().request_repaint();
            }
        }
        let is_here = self.state.typed_in == Some(id) && !self.state.typed.trim().is_empty();
        if outcome.entered && is_here && self.state.hidden && takes_new {
            chosen = Some(self.state.found.len());
        }
        if is_here && has_focus && !self.state.hidden {
            // While people are offered, Tab and the arrows are for the list.
            let filter =
                EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let typed = self.state.typed.trim().to_owned();
            let new = takes_new.then_some(typed.as_str());
            if !self.state.found.is_empty() || new.is_some() {
                let state = &mut *self.state;
                let hit = suggest::popup(ui.ctx(), pen, rect, &state.found, new, &mut state.at, self.words);
                chosen = chosen.or(hit);
            }
        }
        let index = chosen?;
        let found = self.state.found.get(index).map(|found| found.whom.clone());
        found.or_else(|| {
            let name = self.state.typed.trim().to_owned();
            (takes_new && !name.is_empty())
                .then(|| Whom::Kept(Box::new(Person { name, ..Person::default() })))
        })
    }

    /// Looks for people, unless that was done for the same words.
    pub(super) fn search(&mut self, skip: &dyn Fn(PersonId) -> bool) {
        let key = (self.state.typed.clone(), self.document.people().len(), self.people().len());
        if self.state.found_for != key || self.state.found.is_empty() {
            self.state.found = suggest::find(&self.state.typed, self.document, self.roster, skip);
            self.state.found_for = key;
        }
    }
}
