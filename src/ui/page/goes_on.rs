//! Grey words on the page: when they are offered, and what takes them.

use eframe::egui::Ui;

use super::{Page, field_here};
use crate::arabic::Removed;
use crate::document::Target;
use crate::edit::{Command, EditError, Moment};
use crate::template::complete::{Typed, at_end};
use crate::template::phrases::Fit;
use crate::ui::entries::{self, Entry};
use crate::ui::ghost::Ghost;
use crate::ui::sheet::Sheet;
use crate::workspace::{Access, Open};

/// How much of what is offered is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Much {
    All,
    Word,
}

impl Page {
    /// Offers how the paragraph goes on that was just typed in.
    pub(super) fn suggest(&mut self, open: &Open) {
        self.sheet.ghost = None;
        self.sync(open, true);
        let editor = open.editor();
        let (document, selection) = (editor.document(), editor.selection());
        let head = &selection.head;
        let Target::Block(id) = head.target else { return };
        if !selection.is_caret() || open.access() == Access::Read {
            return;
        }
        let Some((block, index)) = document.block(id).zip(Sheet::index(document, &head.target)) else {
            return;
        };
        let Some(composed) = self.sheet.laid.get(index).map(|laid| &laid.composed) else { return };
        let Some(at) = at_end(composed, head.offset, block.text.len()) else { return };
        let typed = Typed {
            before: composed.text.get(..at).unwrap_or_default(),
            target: &head.target,
            fit: Fit::of(&block.kind),
            output: open.output,
        };
        let offer = self.offers.offer(document, &block.kind, &typed);
        let refused = |from: usize| self.dismissed.as_ref() == Some(&(head.target.clone(), from));
        self.sheet.ghost = offer
            .filter(|offer| !refused(offer.from))
            .map(|offer| Ghost::new(head.clone(), editor.state(), index, offer));
    }

    /// Lets what is offered go where the caret or the record has moved on, or the keyboard is elsewhere.
    pub(super) fn settle_ghost(&mut self, open: &Open, focused: bool) {
        let editor = open.editor();
        let stays = focused && self.sheet.composing.is_none() && !self.details.has_list();
        let holds = |ghost: &Ghost| {
            stays && editor.selection().is_caret() && ghost.holds(&editor.selection().head, editor.state())
        };
        if self.sheet.ghost.as_ref().is_some_and(|ghost| !holds(ghost)) {
            self.sheet.ghost = None;
        }
    }

    /// Whether grey words are seen at this caret.
    pub(super) fn is_offered(&self, open: &Open) -> bool {
        let editor = open.editor();
        let holds = |ghost: &Ghost| ghost.is_shown() && ghost.holds(&editor.selection().head, editor.state());
        editor.selection().is_caret() && self.sheet.ghost.as_ref().is_some_and(holds)
    }

    /// Takes what is offered, or its next word.
    pub(super) fn take(
        &mut self,
        ui: &Ui,
        open: &mut Open,
        much: Much,
        moment: &Moment,
    ) -> Result<Removed, EditError> {
        let Some(ghost) = self.sheet.ghost.take() else { return Ok(Removed::default()) };
        let Some(laid) = self.sheet.laid.get(ghost.index) else { return Ok(Removed::default()) };
        let place = ghost.place();
        let range = laid.composed.source(ghost.offer.from).min(place.offset)..place.offset;
        let phrase = if much == Much::All { ghost.offer.whole() } else { ghost.offer.word() };
        let command = Command::Complete { target: place.target.clone(), range, phrase };
        self.run(ui, open, command, moment)
    }

    /// Puts what is offered away: it does not come back while the same words go on.
    pub(super) fn dismiss(&mut self) {
        self.dismissed =
            self.sheet.ghost.take().map(|ghost| (ghost.place().target.clone(), ghost.offer.from));
    }
}

/// The entry that Enter opens: of the field that is selected, or that the caret touches inside a
/// paragraph. At either end of one, Enter begins a paragraph as everywhere.
#[must_use]
pub fn entry_here(open: &Open) -> Option<Entry> {
    let (target, at, atom) = field_here(open)?;
    let selection = open.editor().selection();
    let length = open.editor().document().rich(&target)?.len();
    let inside = selection.head.offset > 0 && selection.head.offset < length;
    let opens = !selection.is_caret() || inside;
    entries::of(open.editor().document(), open.output, &atom).filter(|_| opens && at < length)
}
