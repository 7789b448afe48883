//! The last row of the table, where a name joins the list, and names asked for with people offered below.

use eframe::egui::{Id, Key, Modifiers, Rect, Ui, vec2};

use super::super::field::Look;
use super::super::pen::{Icon, Pen};
use super::super::whom::{Among, Chosen};
use super::super::widgets::Row;
use super::{Form, cell, first_field};
use crate::document::{PersonId, Presence};
use crate::edit::Roll;

impl Form<'_> {
    /// The last row, always empty: a name typed there joins the list.
    pub(super) fn last_row(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let [title, name, role, ..] = self.columns(rect).map(|piece| piece.shrink2(vec2(0.0, 4.0)));
        let id = first_field();
        if self.state.asking.typed.is_empty()
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
        if let Some(chosen) = self.ask(ui, pen, place, id, "", look, &skip, true) {
            self.join(chosen);
        }
        self.seen(ui, rect, id);
    }

    /// Puts somebody on the list, present as the one before them is or is not said to be.
    pub(super) fn join(&mut self, chosen: Chosen) {
        let presence = match self.people().last().map(|entry| entry.presence) {
            Some(Presence::Unknown) => Presence::Unknown,
            _ => Presence::Present,
        };
        self.roll(Roll::Add { who: chosen.who(), at: usize::MAX, presence });
        self.forget();
    }

    pub(super) fn forget(&mut self) {
        self.state.asking.forget();
        *self.focus = None;
    }

    /// Words typed into the last row and left there are somebody's name: nothing typed is lost.
    pub(super) fn left_behind(&mut self) {
        let is_left = self.state.asking.is_in(first_field())
            && self.focus.as_ref().is_none_or(|(id, _)| *id != first_field());
        if is_left && self.state.list.is_none() {
            let focus = self.focus.take();
            self.join(Chosen::Words(self.state.asking.typed.trim().to_owned()));
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
        skip: &dyn Fn(PersonId) -> bool,
        takes_new: bool,
    ) -> Option<Chosen> {
        let among = Among {
            document: self.document,
            finder: self.finder,
            words: self.words,
            names: &[],
            skip,
            takes_new,
            live: false,
        };
        self.state.asking.show(ui, pen, rect, id, value, look, self.focus, &among).chosen
    }
}
