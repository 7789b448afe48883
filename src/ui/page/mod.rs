//! The page: the sheet of one record under the keyboard and the mouse.

mod goes_on;
mod gutter;
mod keys;
mod mouse;
mod paint;
mod travel;

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Id, Rect, Response, Role, Sense, Ui, WidgetInfo};

use super::access;
use super::details::{self, Asked, Details};
use super::entries::{self, Entry};
use super::facts;
use super::find::Looking;
use super::ghost::Offers;
use super::marks::Found;
use super::pen::Pen;
use super::presses::Presses;
use super::sheet::{Sheet, scale};
use super::suggest::Finder;
use crate::arabic::Removed;
use crate::check::Finding;
use crate::document::{ATOM, Affinity, Atom, Audience, BlockId, Document, Kind, PersonId, Place, Target};
use crate::edit::{self, Command, EditError, Fragment, Moment, Selection};
use crate::words::Words;
use crate::workspace::Open;

pub use goes_on::entry_here;
pub use gutter::level_key;

/// The page of one record.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself and done in the next frame")]
pub struct Page {
    /// The paragraphs.
    pub sheet: Sheet,
    /// What was cut or copied last, with the plain words that went to the clipboard for it.
    clip: Option<(String, Fragment)>,
    /// The column the caret keeps while it goes up and down, in logical pixels of the window.
    column: Option<f32>,
    presses: Presses,
    drag: Option<mouse::Drag>,
    /// What was chosen in the gutter.
    pick: Option<gutter::Pick>,
    /// What is carried to another place.
    carry: Option<gutter::Carry>,
    /// The list of labels, while it is open.
    labelling: Option<gutter::Labelling>,
    primary: mouse::Primary,
    /// What the mouse did that the window is to be told.
    told: Vec<Told>,
    /// When the caret last moved.
    moved: f64,
    /// The caret is to be brought into view.
    follow: bool,
    /// Whether the characters that are not seen are shown.
    pub invisibles: bool,
    /// The page is to take the keyboard.
    pub wants_focus: bool,
    /// What the checks found, by text.
    found: HashMap<Target, Vec<Found>>,
    noted: Option<Arc<Vec<Finding>>>,
    /// The finding being looked at: its words are filled.
    pub current: Option<Place>,
    /// What is looked for in it.
    pub looking: Looking,
    details: Details,
    /// The input method is to be told that what it composes has ended.
    interrupts: bool,
    /// What the words of the record can go on with.
    pub offers: Offers,
    /// Grey words that were put away: the text, and where the words begin that they went on with.
    dismissed: Option<(Target, usize)>,
    /// Where the caret was drawn last.
    pub caret_at: Option<Rect>,
}

/// What the page has to tell the window.
#[derive(Debug)]
pub enum Told {
    /// Text was pasted, and this was cleaned out of it.
    Pasted(String, Removed),
    /// A command was refused.
    Refused(EditError),
    /// What is selected was copied.
    Copied,
    /// The entry of a field is to be opened.
    Entry(Entry),
    /// What was followed of so many recommendations went with them: they are paragraphs now.
    FollowUpGone(usize),
}

/// The page's name for the keyboard focus.
#[must_use]
pub fn page_id() -> Id {
    Id::unique("page")
}

/// Whether the page has the keyboard.
#[must_use]
pub fn has_keyboard(ui: &Ui) -> bool {
    ui.memory(|memory| memory.has_focus(page_id()))
}

impl Page {
    /// A page that takes the keyboard as soon as it is shown.
    #[must_use]
    pub fn waiting() -> Self {
        Self { wants_focus: true, ..Self::default() }
    }

    /// Whether a form below a block waits for the keyboard still.
    #[must_use]
    pub fn is_coming(&self) -> bool {
        self.details.is_fresh()
    }

    /// The caret is to be brought into view and shown at once.
    pub fn follow(&mut self, now: f64) {
        self.follow = true;
        self.moved = now;
        self.column = None;
        self.details.forget();
    }

    /// These people can be offered where somebody is named.
    pub fn offers(&mut self, finder: &Finder) {
        self.details.finder = finder.clone();
    }

    /// Takes in what the checks found in a state of this record: dots in the margin, lines under words. Costs nothing
    /// where they are what was taken in before.
    pub fn note(&mut self, document: &Document, findings: &Arc<Vec<Finding>>) {
        if !self.noted.as_ref().is_some_and(|noted| Arc::ptr_eq(noted, findings)) {
            self.found = Found::by_text(document, findings);
            self.noted = Some(Arc::clone(findings));
        }
    }

    /// Opens the small form of what the caret's block carries beside its words, or closes it; whether it has one.
    pub fn toggle_details(&mut self, open: &mut Open, moment: &Moment) -> bool {
        let Some((id, block)) = block_here(open) else { return false };
        if facts::invitation(&block).is_none() {
            return false;
        }
        if self.details.opened() == Some(id) {
            self.close_details(open, moment);
        } else {
            self.details.open(id);
        }
        true
    }

    /// Opens the card of somebody below this text, or where it is none of a block, below the first block that names
    /// them; whether there is one.
    pub fn open_person(&mut self, open: &mut Open, id: PersonId, at: &Target, moment: &Moment) -> bool {
        let named = || entries::named_in(open.editor().document(), id);
        let Some(block) = details::block_of(at).or_else(named) else { return false };
        self.close_details(open, moment);
        go_into(open, block, moment);
        self.details.open_with(block, Some(id));
        true
    }

    fn close_details(&mut self, open: &mut Open, moment: &Moment) {
        if let Some(command) = self.details.close() {
            // The name was typed into a seat the block has; if it has it no more, there is nowhere to put it.
            let _ = open.run(command, moment);
        }
    }

    /// Shows the record from its start, and not where the caret is.
    pub fn to_top(&mut self) {
        self.follow = false;
        self.sheet.scroll(f32::MIN / 4.0);
    }

    /// Shows the page and does what the mouse asks.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        open: &mut Open,
        words: Words,
        moment: &Moment,
        view: Rect,
    ) -> Response {
        let size = scale(ui);
        let response = ui.interact(view, page_id(), Sense::click_and_drag());
        let focused = response.has_focus() && ui.input(|input| input.focused);
        self.sync(open, focused);
        self.settle_ghost(open, focused);
        self.look_for(ui, open);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
            self.follow(ui.input(|input| input.time));
        }
        if response.contains_pointer() {
            let wheel = ui.input(|input| input.smooth_scroll_delta().y);
            if wheel.abs() > 0.0 {
                self.sheet.scroll(-wheel);
            }
        }
        self.settle_details(ui, open, moment);
        self.sheet.look(view, pen, size);
        if std::mem::take(&mut self.follow) {
            let head = open.editor().selection().head.clone();
            self.sheet.reveal(open.editor().document(), &head, pen, size);
            self.sheet.look(view, pen, size);
        }
        if std::mem::take(&mut self.looking.reveals) {
            self.reveal_found(open, pen, size, view);
        }
        if self.details.is_fresh() {
            self.reveal_form(open, pen, size, view);
        }
        self.mouse(ui, pen, &response, open, moment, view);
        self.carry_on(ui, pen, open, moment, view);
        self.settle_pick(open);
        if response.has_focus() {
            self.give(ui, open);
        }
        let painter = ui.painter().with_clip_rect(view);
        painter.rect_filled(view, 0.0, pen.theme.desk);
        self.paper(&painter, pen);
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let pointer = pointer.filter(|_| response.contains_pointer() && !response.dragged());
        self.paint(ui, &painter, pen, open, words, response.has_focus(), pointer);
        self.around(ui, pen, open, words, moment, view, response.has_focus());
        self.hands(ui, pen, &response, open, words, moment, view);
        self.scrollbar(ui, pen, view);
        let name = words.get("part-text");
        // The paragraph the caret is in, for those who do not see it.
        response.widget_info(|| {
            let document = open.editor().document();
            let here = Sheet::index(document, &open.editor().selection().head.target);
            let text =
                here.and_then(|index| self.sheet.laid.get(index)).map(|laid| laid.composed.text.clone());
            WidgetInfo {
                current_text_value: text,
                ..WidgetInfo::labeled(Role::MultilineTextInput, true, &name)
            }
        });
        access::page(ui.ctx(), pen, page_id(), &mut self.sheet, open, self.noted.as_ref(), words, view);
        response
    }

    /// Looks through a slice of the page for what is looked for.
    fn look_for(&mut self, ui: &Ui, open: &Open) {
        if !self.looking.shown {
            return;
        }
        let editor = open.editor();
        let changed = self.looking.take(editor.document(), editor.state(), open.output, &self.sheet.laid);
        if changed || self.looking.standing().2 {
            ui.ctx().request_repaint();
        }
    }

    /// Scrolls so far that what is looked at is in view; what stands in the header is at the top.
    fn reveal_found(&mut self, open: &Open, pen: &mut Pen, size: f32, view: Rect) {
        match self.looking.selection() {
            Some(found) => self.sheet.reveal(open.editor().document(), &found.anchor, pen, size),
            None => self.to_top(),
        }
        self.sheet.look(view, pen, size);
    }

    /// The form is below the caret's block alone. It goes when the caret leaves, once the mouse is let go, and the
    /// caret's line stays where it is.
    fn settle_details(&mut self, ui: &Ui, open: &mut Open, moment: &Moment) {
        self.sheet.form = None;
        let Some(id) = self.details.opened() else { return };
        let document = open.editor().document();
        let here = details::block_of(&open.editor().selection().head.target);
        let index = document.blocks().index(id).map(|index| index + 1);
        let block = document.block(id).filter(|block| self.details.has_form(document, &block.kind));
        let (Some(index), Some(block)) = (index, block) else {
            self.close_details(open, moment);
            return;
        };
        let items = edit::items(document, open.editor().selection());
        self.details.several = if items.len() > 1 { items.len() } else { 0 };
        self.details.mixed = edit::differing(document, &items, id);
        let height = self.details.height(document, &block.kind);
        if here == Some(id) || ui.input(|input| input.pointer.any_down()) {
            self.sheet.form = Some((index, height));
            return;
        }
        if Sheet::index(document, &open.editor().selection().head.target).is_some_and(|caret| caret > index) {
            self.sheet.scroll_if_below(index, -height);
        }
        self.close_details(open, moment);
    }

    /// Scrolls so far that the form just opened is in view, with the line above it.
    fn reveal_form(&mut self, open: &Open, pen: &mut Pen, size: f32, view: Rect) {
        let Some((index, height)) = self.sheet.form else { return };
        let head = open.editor().selection().head.clone();
        self.sheet.reveal(open.editor().document(), &head, pen, size);
        self.sheet.look(view, pen, size);
        let Some(seen) = self.sheet.seen.iter().find(|seen| seen.index == index) else { return };
        let beyond = (seen.rect.bottom() + 8.0 - view.bottom()).min(seen.foot - 40.0 - view.top());
        if beyond > 0.0 && height > 0.0 {
            self.sheet.scroll(beyond);
            self.sheet.look(view, pen, size);
        }
    }

    /// What stands below and beside the words, and what is asked of it.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it changes")]
    fn around(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        open: &mut Open,
        words: Words,
        moment: &Moment,
        view: Rect,
        focused: bool,
    ) {
        let file = open.path().map(std::path::Path::to_path_buf);
        let document = open.editor().document();
        let caret = Sheet::index(document, &open.editor().selection().head.target).filter(|_| focused);
        let sheet = &mut self.sheet;
        let asked = self.details.show(ui, pen, sheet, document, file.as_deref(), caret, words, view);
        for asked in asked {
            match asked {
                Asked::Run(command) => {
                    // What a form offers fits its block.
                    let _ = open.run(command, moment);
                }
                Asked::Into(id) => self.enter(open, id, moment),
            }
            ui.ctx().request_repaint();
        }
    }

    /// The caret goes into this block, if it is not in it, and its form opens.
    fn enter(&mut self, open: &mut Open, id: BlockId, moment: &Moment) {
        if self.details.opened() == Some(id) {
            self.close_details(open, moment);
            self.wants_focus = true;
            return;
        }
        self.close_details(open, moment);
        go_into(open, id, moment);
        self.details.open(id);
    }
}

/// The caret goes to the end of this block, if it is not in it.
fn go_into(open: &mut Open, id: BlockId, moment: &Moment) {
    if details::block_of(&open.editor().selection().head.target) != Some(id) {
        let length = open.editor().document().block(id).map_or(0, |block| block.text.len());
        let place = Place { affinity: Affinity::Upstream, ..Place::new(Target::Block(id), length) };
        // A selection is never refused.
        let _ = open.run(Command::Select(Selection::caret(place)), moment);
    }
}

/// The block the caret is in, and what it is.
fn block_here(open: &Open) -> Option<(BlockId, Kind)> {
    let id = details::block_of(&open.editor().selection().head.target)?;
    open.editor().document().block(id).map(|block| (id, block.kind.clone()))
}

/// The live field that is selected, or else the one the caret touches, the one before it first: whose text, where.
#[must_use]
pub fn field_here(open: &Open) -> Option<(Target, usize, Atom)> {
    let editor = open.editor();
    let selection = editor.selection();
    let (from, to) = selection.ordered(editor.document());
    let rich = editor.document().rich(&from.target)?;
    let long = ATOM.len_utf8();
    let places = if selection.is_caret() {
        [from.offset.checked_sub(long), Some(from.offset)]
    } else {
        let one = from.target == to.target && to.offset == from.offset + long;
        [one.then_some(from.offset), None]
    };
    let found = places.into_iter().flatten().find_map(|at| Some((at, rich.atom_at(at)?.clone())));
    found.map(|(at, atom)| (from.target, at, atom))
}

/// What the block at the caret is, for the menus.
#[must_use]
pub fn kind_here(open: &Open) -> Option<(&Kind, Audience)> {
    match &open.editor().selection().head.target {
        Target::Block(id) => open.editor().document().block(*id).map(|block| (&block.kind, block.audience)),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
    }
}
