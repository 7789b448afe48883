//! What the keyboard does on the page: typing, cutting and pasting, and the keys of commands.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Ui};

use super::goes_on::Much;
use super::{Page, Told, entry_here, has_keyboard, page_id};
use crate::arabic::{self, Removed};
use crate::document::{Affinity, Document, Mark};
use crate::edit::{Command, EditError, Fragment, Moment, Selection, Shift, Toward, Unit};
use crate::ui::access::{self, Wish};
use crate::ui::details::block_of;
use crate::ui::facts;
use crate::ui::ime::{self, Composing, Preedit, Said};
use crate::ui::menus::by_place;
use crate::ui::pen::Pen;
use crate::ui::sheet::Sheet;
use crate::workspace::Open;

impl Page {
    /// Does what this frame's keys ask, before anything is drawn.
    pub fn keys(&mut self, ui: &Ui, pen: &mut Pen, open: &mut Open, moment: &Moment) -> Vec<Told> {
        let mut told = std::mem::take(&mut self.told);
        told.extend(self.wishes(ui, open, moment));
        if !has_keyboard(ui) {
            return told;
        }
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(page_id(), filter));
        if self.details.has_list() || self.is_labelling() {
            return told;
        }
        let now = ui.input(|input| input.time);
        let mut strikes = false;
        let mut goes_on = false;
        for event in ui.input(|input| input.filtered_events(&filter)) {
            // Alt and a digit also type the sign on it: not where they did something.
            if std::mem::take(&mut strikes) && matches!(event, Event::Text(_)) {
                continue;
            }
            if ime::is_ended_by(&event) && self.sheet.composing.take().is_some() {
                self.interrupts = true;
                self.follow(now);
                if matches!(event, Event::Key { key: Key::Escape, .. }) {
                    continue;
                }
            }
            self.sync(open, true);
            let done = match event {
                Event::Text(words) => {
                    goes_on = true;
                    self.run(ui, open, Command::Type(words), moment)
                }
                Event::Ime(event) => match Said::of(&event) {
                    Said::Types(words) => {
                        self.sheet.composing = None;
                        self.run(ui, open, Command::Type(words), moment)
                    }
                    Said::Composes(preedit) => {
                        if preedit.is_none() && self.sheet.composing.is_none() {
                            continue;
                        }
                        self.composes(open, preedit);
                        self.follow(now);
                        continue;
                    }
                    Said::Nothing => continue,
                },
                Event::Copy => {
                    told.extend(self.copy(ui, open, open.editor().copied()));
                    continue;
                }
                Event::Cut => {
                    let fragment = open.editor().cut();
                    if self.copy(ui, open, fragment).is_none() {
                        continue;
                    }
                    // What is chosen in several places has no text between them.
                    let apart = !open.editor().selection().also.is_empty();
                    let delete = Command::Delete(Unit::Grapheme, Toward::End);
                    self.run(ui, open, if apart { Command::RemoveSelected } else { delete }, moment)
                }
                Event::Paste(words) => {
                    // What was copied here is no text of another program.
                    let foreign = if self.has_copied(&words) { String::new() } else { words.clone() };
                    let done = self.run(ui, open, self.pasted(words), moment);
                    if let Ok(removed) = &done {
                        told.push(Told::Pasted(foreign, removed.clone()));
                    }
                    done
                }
                Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                    let held = modifiers.command || modifiers.alt;
                    let key = if held { by_place(key, physical_key) } else { key };
                    strikes = is_strike(key, modifiers);
                    if self.is_offered(open)
                        && let Some(much) = self.takes(open, key, modifiers)
                    {
                        goes_on = much == Much::Word;
                        self.take(ui, open, much, moment)
                    } else {
                        let bare = !modifiers.any() && key == Key::Enter;
                        if let Some(path) = entry_here(open).filter(|_| bare) {
                            told.push(Told::Entry(path));
                            continue;
                        }
                        self.press(ui, pen, open, key, modifiers, moment)
                    }
                }
                _ => continue,
            };
            if let Err(error) = done {
                told.push(Told::Refused(error));
            }
            self.moved = now;
        }
        if goes_on {
            self.suggest(open);
        }
        told.append(&mut self.told);
        told
    }

    /// How much of the grey words this key takes: Tab all of them, Control with the arrow that reading goes along
    /// the next. At the start of an item Tab moves the item.
    fn takes(&self, open: &Open, key: Key, modifiers: Modifiers) -> Option<Much> {
        let forward = if self.sheet.rtl { Key::ArrowLeft } else { Key::ArrowRight };
        let at_start = open.editor().selection().head.offset == 0;
        if key == Key::Tab && !modifiers.any() && !at_start {
            return Some(Much::All);
        }
        (key == forward && modifiers.command && !modifiers.shift && !modifiers.alt).then_some(Much::Word)
    }

    /// Shows these letters at the caret while they are composed. Nothing of the record changes.
    fn composes(&mut self, open: &Open, preedit: Option<Preedit>) {
        let place = open.editor().selection().head.clone();
        let state = open.editor().state();
        self.sheet.composing = preedit.map(|preedit| Composing { place, state, preedit });
    }

    /// Ends what is composed where the caret or the record has moved on without it, or the keyboard is elsewhere.
    fn settle_composing(&mut self, open: &Open, focused: bool) {
        let editor = open.editor();
        let stays = |composing: &Composing| {
            focused && composing.state == editor.state() && composing.place == editor.selection().head
        };
        if self.sheet.composing.as_ref().is_some_and(|composing| !stays(composing)) {
            self.sheet.composing = None;
            self.interrupts = true;
        }
    }

    /// Takes in what changed in the record; `focused` says whether the page has the keyboard.
    pub(super) fn sync(&mut self, open: &Open, focused: bool) {
        self.settle_composing(open, focused);
        self.sheet.sync(open.editor().document(), open.editor().state(), open.output);
    }

    /// Does what a screen reader asked of the text.
    fn wishes(&mut self, ui: &Ui, open: &mut Open, moment: &Moment) -> Vec<Told> {
        let mut told = Vec::new();
        for wish in access::asked(ui.ctx(), page_id(), &self.sheet) {
            let command = match wish {
                Wish::Select(anchor, head) => Command::Select(Selection::new(anchor, head)),
                Wish::Insert(words) => Command::PasteText(words),
                // Only what is in view was told: nobody means to have the rest written over.
                Wish::Write(_) => continue,
            };
            if let Err(error) = self.run(ui, open, command, moment) {
                told.push(Told::Refused(error));
            }
        }
        told
    }

    /// Whether this is what was copied on this page last.
    #[must_use]
    pub fn has_copied(&self, words: &str) -> bool {
        self.clip.as_ref().is_some_and(|(plain, _)| plain == words)
    }

    fn pasted(&self, words: String) -> Command {
        match &self.clip {
            Some((plain, fragment)) if *plain == words => Command::Paste(fragment.clone()),
            _ => Command::PasteText(words),
        }
    }

    pub(super) fn run(
        &mut self,
        ui: &Ui,
        open: &mut Open,
        command: Command,
        moment: &Moment,
    ) -> Result<Removed, EditError> {
        let done = open.run(command, moment)?;
        self.follow(ui.input(|input| input.time));
        Ok(done.removed)
    }

    fn copy(&mut self, ui: &Ui, open: &Open, fragment: Fragment) -> Option<Told> {
        let words = self.plain(open.editor().document(), open.editor().selection());
        if words.is_empty() {
            return None;
        }
        ui.copy_text(words.clone());
        self.clip = Some((words, fragment));
        Some(Told::Copied)
    }

    /// What is selected as plain words: fields written out, numbers before whole items, nothing that shows nothing.
    #[must_use]
    pub fn plain(&self, document: &Document, selection: &Selection) -> String {
        let mut lines = Vec::new();
        for (target, range) in selection.ranges(document) {
            let Some(laid) = Sheet::index(document, &target).and_then(|index| self.sheet.laid.get(index))
            else {
                continue;
            };
            let composed = &laid.composed;
            let (start, end) = (
                composed.shown(range.start, Affinity::Downstream),
                composed.shown(range.end, Affinity::Downstream),
            );
            let words = composed.text.get(start..end).unwrap_or_default();
            let whole = start == 0 && end == composed.text.len() && !words.is_empty();
            if whole && !composed.label.is_empty() && !selection.is_caret() {
                lines.push(format!("{} {words}", composed.label));
            } else {
                lines.push(words.to_owned());
            }
        }
        arabic::for_readers(&lines.join("\n")).into_owned()
    }

    fn press(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        open: &mut Open,
        key: Key,
        modifiers: Modifiers,
        moment: &Moment,
    ) -> Result<Removed, EditError> {
        let command = modifiers.command;
        let unit = if command { Unit::Word } else { Unit::Grapheme };
        let at_start = open.editor().selection().is_caret() && open.editor().selection().head.offset == 0;
        let does = match key {
            Key::Delete if command && modifiers.shift => Command::RemoveSelected,
            Key::Backspace | Key::Delete if !self.picked(open).is_empty() => Command::RemoveSelected,
            Key::Backspace => Command::Delete(unit, Toward::Start),
            Key::Delete => Command::Delete(unit, Toward::End),
            Key::Enter if modifiers.alt => {
                self.toggle_details(open, moment);
                return Ok(Removed::default());
            }
            Key::Escape if self.is_offered(open) => {
                self.dismiss();
                return Ok(Removed::default());
            }
            Key::Escape => {
                if let Some(carry) = &mut self.carry {
                    carry.give_up();
                } else if self.details.opened().is_none() && !self.picked(open).is_empty() {
                    let head = open.editor().selection().head.clone();
                    return self.run(ui, open, Command::Select(Selection::caret(head)), moment);
                }
                self.close_details(open, moment);
                return Ok(Removed::default());
            }
            Key::Enter => Command::Enter,
            Key::Tab if modifiers.shift => Command::Depth(Shift::Up),
            Key::Tab if at_start || !open.editor().selection().is_caret() => Command::Depth(Shift::Down),
            Key::A if command => Command::SelectAll,
            Key::B if command => Command::Toggle(Mark::Bold),
            Key::U if command => Command::Toggle(Mark::Underline),
            _ if is_strike(key, modifiers) => Command::Toggle(Mark::Strike),
            Key::ArrowUp if modifiers.alt => Command::Move(Shift::Up),
            Key::ArrowDown if modifiers.alt => Command::Move(Shift::Down),
            Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => {
                return self.travel(ui, pen, open, key, modifiers, moment);
            }
            _ => return Ok(Removed::default()),
        };
        // Backspace and Enter can make a paragraph of an item, which carries nothing that is followed.
        let here = block_of(&open.editor().selection().head.target);
        let carried = |open: &Open| {
            let kind = here.and_then(|id| open.editor().document().block(id)).map(|block| &block.kind);
            kind.map(|kind| (kind.depth().is_some(), facts::has_line(kind)))
        };
        let before = carried(open);
        let done = self.run(ui, open, does, moment);
        if before == Some((true, true)) && carried(open).is_some_and(|(listed, _)| !listed) {
            self.told.push(Told::FollowUpGone(1));
        }
        done
    }
}

/// Whether these are the keys that strike words through.
fn is_strike(key: Key, held: Modifiers) -> bool {
    key == Key::Num5 && held.alt && held.shift
}
