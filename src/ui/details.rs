//! What stands below and beside a block's words: the line of its facts, its columns of signatures, its small form.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use eframe::egui::{
    Align2, Id, Key, Modifiers, Painter, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use super::attendance;
use super::details_form;
use super::entries;
use super::facts;
use super::field::Line;
use super::page::page_id;
use super::pen::{Icon, Pen};
use super::sheet::{LINE, MARGIN, MEASURE, SHEET, SIGNATURE, Seen, Sheet, columns};
use super::suggest::Finder;
use super::theme::Face;
use super::whom::Seating;
use super::widgets::{Item, Popup, hint, menu, ring};
use crate::arabic::{self, Gender, verbs};
use crate::document::{Audience, BlockId, Document, Kind, PersonId, Speaker, Target};
use crate::edit::{Command, FollowUp, voice};
use crate::store;
use crate::text::Base;
use crate::words::Words;

/// Between what a block carries and the card of who speaks in it.
const APART: f32 = 8.0;

/// What the page keeps for the facts of its blocks.
#[derive(Default)]
pub struct Details {
    /// The block whose form is open.
    open: Option<BlockId>,
    /// Whose card is in it, where somebody was asked for.
    whom: Option<PersonId>,
    /// What that card remembers.
    card: attendance::State,
    /// The form was opened just now: its first control takes the keyboard, and it comes into view.
    fresh: bool,
    /// The keyboard was in the form in the last frame.
    inside: bool,
    /// The words of the form's field that has the keyboard.
    focus: Option<(Id, Line)>,
    names: Seating,
    /// How many recommendations are chosen at once, if there are several: what the form says goes to all of them.
    pub several: usize,
    /// What is followed otherwise of another of them than of the caret's.
    pub mixed: Vec<FollowUp>,
    /// The people who can be offered.
    pub finder: Finder,
    readers: Option<Readers>,
    verbs: Option<Readers>,
    /// Whether a file is there, asked once each time a form is opened or closed.
    files: HashMap<PathBuf, bool>,
    /// Where this frame's controls are: what is pressed there is not meant for the text.
    controls: Vec<Rect>,
}

/// The list of who may read a block.
struct Readers {
    block: BlockId,
    under: Rect,
    at: Option<usize>,
    fresh: bool,
}

/// What was asked below or beside a block.
pub enum Asked {
    /// Change the record.
    Run(Command),
    /// The caret goes into this block, whose form is open now.
    Into(BlockId),
}

impl Details {
    /// The block whose form is open.
    #[must_use]
    pub fn opened(&self) -> Option<BlockId> {
        self.open
    }

    /// Opens the form of this block.
    pub fn open(&mut self, block: BlockId) {
        self.open_with(block, None);
    }

    /// Opens the form of this block, with the card of somebody it names.
    pub fn open_with(&mut self, block: BlockId, whom: Option<PersonId>) {
        self.open = Some(block);
        self.whom = whom;
        self.card = attendance::State::default();
        self.fresh = true;
        self.focus = None;
        self.files.clear();
    }

    /// Closes the form; what was typed into it and not yet given to the record.
    pub fn close(&mut self) -> Option<Command> {
        self.open.take()?;
        self.whom = None;
        self.focus = None;
        self.inside = false;
        self.files.clear();
        self.names.given()
    }

    /// Forgets the words of the field that has the keyboard: the record was changed behind it.
    pub fn forget(&mut self) {
        self.focus = None;
    }

    /// Whether a list is open that takes the keys.
    #[must_use]
    pub fn has_list(&self) -> bool {
        self.readers.is_some() || self.verbs.is_some() || self.card.has_list()
    }

    /// Whether this point is on a control of ours.
    #[must_use]
    pub fn holds(&self, at: Pos2) -> bool {
        self.controls.iter().any(|rect| rect.contains(at))
    }

    /// Whether the form was opened just now.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// Whose card the form of this kind has: who was asked for, or a speaker who stands in no form above the text.
    fn whose(&self, document: &Document, kind: &Kind) -> Option<PersonId> {
        let speaks = match kind {
            Kind::Intervention(Speaker::Person(id)) | Kind::Quote(Speaker::Person(id)) => Some(*id),
            Kind::Note(note) => match note.speaker {
                Speaker::Person(id) => Some(id),
                Speaker::Unnamed | Speaker::Collective(_) => None,
            },
            _ => None,
        };
        let apart = || speaks.filter(|id| entries::is_apart(document, *id));
        self.whom.filter(|id| document.person(*id).is_some()).or_else(apart)
    }

    /// Whether there is anything to show below a block of this kind.
    #[must_use]
    pub fn has_form(&self, document: &Document, kind: &Kind) -> bool {
        facts::invitation(kind).is_some() || self.whose(document, kind).is_some()
    }

    /// How high the form of a block is.
    #[must_use]
    pub fn height(&self, document: &Document, kind: &Kind) -> f32 {
        self.form_height(document, kind) + 12.0
    }

    fn form_height(&self, document: &Document, kind: &Kind) -> f32 {
        let card = self.whose(document, kind).map_or(0.0, |id| attendance::card_height(document, id));
        match facts::invitation(kind) {
            Some(_) if card > 0.0 => details_form::height(document, kind, self.several) + APART + card,
            Some(_) => details_form::height(document, kind, self.several),
            None => card,
        }
    }

    /// Shows what belongs to the blocks in view. `caret` is the block the caret is in, while the page has the
    /// keyboard.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it stands for")]
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        sheet: &mut Sheet,
        document: &Document,
        file: Option<&Path>,
        caret: Option<usize>,
        words: Words,
        view: Rect,
    ) -> Vec<Asked> {
        let mut asked = Vec::new();
        self.controls.clear();
        let whole = ui.clip_rect();
        ui.set_clip_rect(view);
        for seen in sheet.seen.clone() {
            let Some(block) = seen.index.checked_sub(1).and_then(|index| document.blocks().get_at(index))
            else {
                continue;
            };
            let mut at = Below { sheet, seen, id: block.id, kind: &block.kind, document, words };
            if block.audience != Audience::Both {
                self.readers_line(ui, pen, &at, block.audience);
            }
            let mut y = seen.foot;
            if let Kind::Signatures(list) = &block.kind
                && !list.signatories.is_empty()
            {
                let rect = signatures(ui, pen, &at, &list.signatories, y);
                if self.control(
                    ui,
                    rect,
                    Id::unique(("signatures", block.id)),
                    &words.get("detail-signatories"),
                ) {
                    asked.push(Asked::Into(block.id));
                }
                y = rect.bottom();
            }
            if facts::has_line(&block.kind) {
                if self.line(ui, pen, &mut at, file, y) {
                    asked.push(Asked::Into(block.id));
                }
                y += LINE;
            } else if caret == Some(seen.index)
                && self.open != Some(block.id)
                && block.kind.depth() != Some(0)
                && !matches!(&block.kind, Kind::Signatures(list) if !list.signatories.is_empty())
                && let Some(key) = facts::invitation(&block.kind)
                && self.invite(ui, pen, &at, &words.get(key))
            {
                asked.push(Asked::Into(block.id));
            }
            if self.open == Some(block.id) {
                asked.extend(self.form(ui, pen, &at, y).into_iter().map(Asked::Run));
            }
        }
        ui.set_clip_rect(whole);
        asked.extend(self.list(ui, pen, document, words));
        asked.extend(self.verbs(ui, pen, document, words));
        if self.open.is_some()
            && self.inside
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            asked.extend(self.close().map(Asked::Run));
            ui.memory_mut(|memory| memory.request_focus(page_id()));
        }
        asked
    }

    fn form(&mut self, ui: &mut Ui, pen: &mut Pen, at: &Below<'_>, y: f32) -> Vec<Command> {
        let measure = at.measure();
        let height = self.form_height(at.document, at.kind);
        let whose = self.whose(at.document, at.kind);
        let card = Rect::from_min_size(pos2(measure.left(), y + 4.0), vec2(measure.width(), height));
        // What lies between the form's controls is the form's as well.
        ui.interact(card, Id::unique(("detail-form", at.id)), Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Form, true, at.words.get("detail-form")));
        self.controls.push(card);
        let mut asked = Vec::new();
        let mut closes = false;
        let mut below = card;
        if facts::invitation(at.kind).is_some() {
            let own = details_form::height(at.document, at.kind, self.several);
            let (place, rest) = card.split_top_bottom_at_y(card.top() + own);
            below = rest.with_min_y(rest.top() + APART);
            let mut form = details_form::Form {
                document: at.document,
                words: at.words,
                rtl: at.words.language().is_right_to_left(),
                block: at.id,
                kind: at.kind.clone(),
                several: self.several,
                mixed: &self.mixed,
                focus: &mut self.focus,
                names: &mut self.names,
                finder: &self.finder,
                fresh: self.whom.is_none() && std::mem::take(&mut self.fresh),
                asked: Vec::new(),
                closes: false,
                verbs_open: self.verbs.is_some(),
                verbs: None,
            };
            form.show(ui, pen, place);
            asked = form.asked;
            closes = form.closes;
            if let Some(under) = form.verbs {
                self.verbs = match self.verbs.take() {
                    Some(_) => None,
                    None => Some(Readers { block: at.id, under, at: None, fresh: true }),
                };
            }
        }
        if let Some(id) = whose {
            closes |= self.person(ui, pen, below, at, id, &mut asked);
        }
        let focused = ui.memory(eframe::egui::Memory::focused);
        self.inside = match focused {
            Some(id) => {
                ui.ctx().read_response(id).is_some_and(|control| card.intersects(control.rect))
                    && id != page_id()
            }
            None => self.inside,
        };
        if closes {
            asked.extend(self.close());
            ui.memory_mut(|memory| memory.request_focus(page_id()));
        }
        asked
    }

    /// The card of somebody the block names; whether Enter ended it.
    fn person(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        at: &Below<'_>,
        id: PersonId,
        asked: &mut Vec<Command>,
    ) -> bool {
        if self.whom == Some(id) && std::mem::take(&mut self.fresh) {
            // The gender is what a speaker mostly lacks, and what the words wait for.
            let unsaid = at.document.person(id).is_some_and(|person| person.gender == Gender::Unknown);
            let first =
                if unsaid { attendance::title_field(id) } else { attendance::card_field(at.document, id) };
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        let mut form = attendance::Form {
            document: at.document,
            words: at.words,
            focus: &mut self.focus,
            finder: &self.finder,
            state: &mut self.card,
            asked,
        };
        form.card(ui, pen, rect, id)
    }

    /// A place that opens the form; whether it was pressed.
    fn control(&mut self, ui: &Ui, rect: Rect, id: Id, name: &str) -> bool {
        self.pressable(ui, rect, id, name).1
    }

    fn pressable(&mut self, ui: &Ui, rect: Rect, id: Id, name: &str) -> (Response, bool) {
        self.controls.push(rect);
        let response = ui.interact(rect, id, Sense::click());
        let by_key = response.has_focus()
            && ui.input_mut(|input| {
                input.consume_key(Modifiers::NONE, Key::Enter)
                    || input.consume_key(Modifiers::NONE, Key::Space)
            });
        let was = response.clicked() || by_key;
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        (response, was)
    }

    /// The line of facts; whether it was pressed.
    fn line(&mut self, ui: &Ui, pen: &mut Pen, at: &mut Below<'_>, file: Option<&Path>, y: f32) -> bool {
        let (document, kind, words) = (at.document, at.kind, at.words);
        let Some(laid) = at.sheet.laid.get_mut(at.seen.index) else { return false };
        let text = match &laid.facts {
            Some((language, text)) if *language == words.language() => text.clone(),
            _ => {
                let text = facts::line(document, kind, words);
                laid.facts = Some((words.language(), text.clone()));
                text
            }
        };
        let missing = match kind {
            Kind::Annex(annex) => !self.is_there(file, &annex.file),
            _ => false,
        };
        let text = if missing { words.with("detail-missing-file", &[("name", text.into())]) } else { text };
        let rtl = at.sheet.rtl;
        let measure = at.measure();
        let base = if words.language().is_right_to_left() { Base::Rtl } else { Base::Ltr };
        let icon = if missing { 22.0 } else { 0.0 };
        let shown = pen.fitted(ui.ctx(), &text, Face::Dense, base, measure.width() - icon);
        let width = shown.width() + icon;
        let left = if rtl { measure.right() - width } else { measure.left() };
        let rect = Rect::from_min_size(pos2(left, y), vec2(width, LINE));
        let (response, was) =
            self.pressable(ui, rect.expand2(vec2(6.0, 0.0)), Id::unique(("facts", at.id)), &text);
        let theme = pen.theme;
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, theme.hover);
        }
        ring(ui, pen, rect.shrink2(vec2(-3.0, 2.0)), 4, &response);
        let ink = if missing {
            theme.warning
        } else if response.hovered() {
            theme.ink
        } else {
            theme.ink2
        };
        let (x, way, anchor) = start(rect, rtl);
        if missing {
            Icon::Warning.draw(ui.painter(), pos2(x + way * 8.0, rect.center().y), 16.0, ink);
        }
        pen.draw(ui.painter(), &shown, pos2(x + way * icon, rect.center().y), anchor, ink);
        was
    }

    /// One quiet action on the caret's block; it takes no height, so that nothing moves with the caret.
    fn invite(&mut self, ui: &Ui, pen: &mut Pen, at: &Below<'_>, name: &str) -> bool {
        let Some(laid) = at.sheet.laid.get(at.seen.index) else { return false };
        let Some(last) = laid.layout.as_ref().and_then(|layout| layout.lines().last()) else { return false };
        let scale = ui.ctx().pixels_per_point();
        let (rtl, measure) = (at.sheet.rtl, at.measure());
        let middle = at.seen.origin.y + f32::midpoint(last.top, last.bottom) / scale;
        let shown = pen.line(ui.ctx(), name, Face::Dense);
        let free = measure.width() - (last.right - last.left) / scale;
        let width = shown.width() + 30.0;
        let fits = !laid.composed.text.is_empty() && free > width + 24.0;
        let width = if fits { width } else { 24.0 };
        let left = match (fits, rtl) {
            (true, true) => measure.left(),
            (true, false) => measure.right() - width,
            // No room beside the words: the icon alone, in the margin where they end, past the dot of a finding.
            (false, true) => at.seen.rect.left() + 12.0,
            (false, false) => at.seen.rect.right() - 36.0,
        };
        let rect = Rect::from_min_size(pos2(left, middle - 12.0), vec2(width, 24.0));
        let (response, was) = self.pressable(ui, rect, Id::unique(("invite", at.id)), name);
        let theme = pen.theme;
        let ink = if response.hovered() { theme.accent } else { theme.ink3 };
        if response.hovered() {
            ui.painter().rect_filled(rect, 4.0, theme.hover);
        }
        ring(ui, pen, rect.shrink(2.0), 4, &response);
        let (x, way, anchor) = start(rect, rtl);
        Icon::Plus.draw(ui.painter(), pos2(x + way * 12.0, middle), 14.0, ink);
        if fits {
            pen.draw(ui.painter(), &shown, pos2(x + way * 22.0, middle), anchor, ink);
        } else {
            hint(ui, pen, &response, name, rtl);
        }
        was
    }

    /// Whether the file of an annex lies beside the record. One that has no place yet is not called missing.
    fn is_there(&mut self, record: Option<&Path>, name: &str) -> bool {
        let Some(folder) = record.and_then(Path::parent) else { return true };
        if name.is_empty() {
            return true;
        }
        let path = folder.join(name);
        *self.files.entry(path).or_insert_with_key(|path| store::exists(path))
    }

    /// The line over a block for one kind of readers: pressed, it offers the three.
    fn readers_line(&mut self, ui: &Ui, pen: &Pen, at: &Below<'_>, audience: Audience) {
        let measure = at.measure();
        let Some(gap) = at.sheet.laid.get(at.seen.index).map(super::sheet::Laid::gap) else { return };
        let top = at.seen.rect.top() + gap + 4.0;
        let left = if at.sheet.rtl { measure.right() - 128.0 } else { measure.left() - 4.0 };
        let rect = Rect::from_min_size(pos2(left, top), vec2(132.0, 24.0));
        let name =
            format!("{}: {}", at.words.get("cmd-change-audience"), at.words.get(readers_key(audience)));
        let (response, was) = self.pressable(ui, rect, Id::unique(("readers", at.id)), &name);
        if response.hovered() {
            ui.painter().rect_stroke(
                rect,
                4.0,
                Stroke::new(1.0, pen.theme.internal),
                eframe::egui::StrokeKind::Inside,
            );
        }
        ring(ui, pen, rect.shrink(2.0), 4, &response);
        if was {
            self.readers = match &self.readers {
                Some(open) if open.block == at.id => None,
                _ => Some(Readers { block: at.id, under: rect, at: None, fresh: true }),
            };
            ui.memory_mut(|memory| memory.request_focus(page_id()));
        }
    }

    /// The verbs of the bank as they agree with who speaks.
    fn verbs(&mut self, ui: &Ui, pen: &mut Pen, document: &Document, words: Words) -> Option<Asked> {
        let list = self.verbs.as_mut()?;
        let block = document.block(list.block).filter(|block| self.open == Some(block.id));
        let Some((block, Kind::Intervention(speaker))) = block.map(|block| (block, &block.kind)) else {
            self.verbs = None;
            return None;
        };
        let gender = voice::gender_of(document, speaker);
        let now = voice::spoken_verb(document, block).map(|(masculine, _)| masculine);
        let all = verbs::verbs().filter(|verb| verb.alone);
        let items = all.map(|verb| {
            let shown = arabic::verb(verb.masculine, verb.feminine, gender);
            Item::new(shown, verb).on(now.as_deref() == Some(verb.masculine))
        });
        let fresh = std::mem::take(&mut list.fresh);
        let rtl = words.language().is_right_to_left();
        let block = list.block;
        match menu(ui.ctx(), pen, list.under, items.collect(), &mut list.at, rtl, fresh) {
            Popup::Open => None,
            Popup::Closed => {
                self.verbs = None;
                None
            }
            Popup::Chosen(verb) => {
                self.verbs = None;
                let (masculine, feminine) = (verb.masculine.to_owned(), verb.feminine.to_owned());
                Some(Asked::Run(Command::SetVerb { block, masculine, feminine }))
            }
        }
    }

    fn list(&mut self, ui: &Ui, pen: &mut Pen, document: &Document, words: Words) -> Option<Asked> {
        let readers = self.readers.as_mut()?;
        let block = readers.block;
        let now = document.block(block).map(|block| block.audience);
        let items = [Audience::Both, Audience::MinutesOnly, Audience::CommuniqueOnly]
            .map(|audience| Item::new(words.get(readers_key(audience)), audience).on(now == Some(audience)));
        let fresh = std::mem::take(&mut readers.fresh);
        let rtl = words.language().is_right_to_left();
        match menu(ui.ctx(), pen, readers.under, items.into(), &mut readers.at, rtl, fresh) {
            Popup::Open => None,
            Popup::Closed => {
                self.readers = None;
                None
            }
            Popup::Chosen(audience) => {
                self.readers = None;
                ui.memory_mut(|memory| memory.request_focus(page_id()));
                Some(Asked::Run(Command::SetBlockAudience(block, audience)))
            }
        }
    }
}

/// A block in view, and what is said of it.
struct Below<'a> {
    sheet: &'a mut Sheet,
    seen: Seen,
    id: BlockId,
    kind: &'a Kind,
    document: &'a Document,
    words: Words,
}

impl Below<'_> {
    /// The block's measure, as wide as its words may be.
    fn measure(&self) -> Rect {
        let indent = self.sheet.laid.get(self.seen.index).map_or(0.0, super::sheet::Laid::indent);
        let left = self.seen.origin.x;
        Rect::from_min_max(pos2(left, self.seen.rect.top()), pos2(left + MEASURE - indent, self.seen.foot))
    }
}

/// The message for who reads a block.
#[must_use]
pub fn readers_key(audience: Audience) -> &'static str {
    match audience {
        Audience::Both => "audience-both",
        Audience::MinutesOnly => "audience-minutes",
        Audience::CommuniqueOnly => "audience-communique",
    }
}

/// Where what is written in a rectangle starts, and which way it goes.
fn start(rect: Rect, rtl: bool) -> (f32, f32, Align2) {
    if rtl { (rect.right(), -1.0, Align2::RIGHT_CENTER) } else { (rect.left(), 1.0, Align2::LEFT_CENTER) }
}

/// Names and offices of those who sign, side by side, the first where reading starts.
fn signatures(ui: &Ui, pen: &mut Pen, at: &Below<'_>, people: &[crate::document::PersonId], y: f32) -> Rect {
    let measure = at.measure();
    let (rows, across) = columns(people.len());
    let rect = Rect::from_min_size(pos2(measure.left(), y), vec2(measure.width(), rows * SIGNATURE));
    let width = rect.width() / across;
    let (mut column, mut top) = (0.0, y);
    for person in people {
        let x =
            if at.sheet.rtl { rect.right() - (column + 1.0) * width } else { rect.left() + column * width };
        let cell = Rect::from_min_size(pos2(x, top), vec2(width, SIGNATURE)).shrink2(vec2(8.0, 4.0));
        if let Some(person) = at.document.person(*person) {
            signature(ui.painter(), pen, cell, &person.name, &person.role);
        }
        column += 1.0;
        if column >= across {
            (column, top) = (0.0, top + SIGNATURE);
        }
    }
    rect
}

fn signature(painter: &Painter, pen: &mut Pen, cell: Rect, name: &str, role: &str) {
    let theme = pen.theme;
    let shown = pen.fitted(painter.ctx(), role, Face::Dense, Base::Auto, cell.width());
    pen.draw(painter, &shown, pos2(cell.center().x, cell.top()), Align2::CENTER_TOP, theme.ink2);
    let shown = pen.fitted(painter.ctx(), name, Face::Body, Base::Auto, cell.width());
    pen.draw(painter, &shown, pos2(cell.center().x, cell.top() + 22.0), Align2::CENTER_TOP, theme.ink);
}

/// The paper clip of an annex, in the gutter.
pub fn clip(painter: &Painter, pen: &Pen, seen: Seen, rtl: bool) {
    let edge = if rtl { seen.rect.left() + SHEET - MARGIN + 20.0 } else { seen.rect.left() + MARGIN - 20.0 };
    Icon::Paperclip.draw(painter, pos2(edge, seen.origin.y + 16.0), 20.0, pen.theme.ink2);
}

/// The block whose text this is.
#[must_use]
pub fn block_of(target: &Target) -> Option<BlockId> {
    match target {
        Target::Block(id) => Some(*id),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
    }
}
