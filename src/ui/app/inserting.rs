//! Fields, phrases and people on their way into the text, and from a field to its entry and back.

use eframe::egui::{self, Event, Key, Rect, vec2};

use super::App;
use crate::document::{FieldPath, PersonId, Target};
use crate::edit::{Command, Moment};
use crate::template::complete::{frozen, portable};
use crate::ui::action::Action;
use crate::ui::entries::{self, Entry};
use crate::ui::folds::{Fold, Folds};
use crate::ui::header;
use crate::ui::insert::{Became, Insert};
use crate::ui::page::{field_here, page_id};

impl App {
    /// The list at the caret; with the keyboard in an entry of the header, its field goes into the text at once.
    pub(super) fn open_insert(&mut self, ctx: &egui::Context, moment: &Moment) {
        let focused = ctx.memory(egui::Memory::focused);
        let entry = entries::all().find(|path| focused == Some(header::field_id(*path)));
        if let Some(atom) = entry.and_then(entries::field_of) {
            self.run(ctx, Command::InsertField(atom), moment);
            self.focus = None;
            self.wants_page();
            self.say("toast-field-inserted");
            return;
        }
        self.known.renew(&self.kept.roster, self.kept.changes);
        self.popup = None;
        self.calendar = None;
        let words = self.words;
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)).filter(|_| self.instead.is_empty())
        else {
            return;
        };
        tab.preview = false;
        let screen = ctx.content_rect();
        let middle = Rect::from_min_size(screen.center_top() + vec2(0.0, 120.0), vec2(2.0, 26.0));
        let under = tab.page.caret_at.filter(|at| tab.page.sheet.view().contains(at.center()));
        let editor = tab.open.editor();
        let kind = match editor.selection().head.target {
            Target::Block(id) => editor.document().block(id).map(|block| &block.kind),
            Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
        };
        let list = Insert::new(
            editor.document(),
            tab.open.output,
            kind,
            &self.kept.phrases,
            super::perform::manner_of(&self.kept.settings),
            &self.known,
            &self.kept.roster,
            under.unwrap_or(middle),
            words,
        );
        self.insert = Some(list);
    }

    /// Shows the list at the caret, while it is open.
    pub(super) fn inserts(&mut self, ctx: &egui::Context) -> Option<Action> {
        let list = self.insert.as_mut()?;
        let Some(tab) = self.at.and_then(|at| self.tabs.get(at)) else {
            self.insert = None;
            return None;
        };
        let (document, output) = (tab.open.editor().document(), tab.open.output);
        let roster = &self.kept.roster;
        let became = list.show(ctx, &mut self.pen, document, output, roster, self.words, &mut self.focus);
        let action = match became {
            Became::Open => return None,
            Became::Closed => None,
            Became::Chosen(command) => Some(Action::Run(command)),
            Became::Forgotten(text) => Some(Action::ForgetPhrase(text)),
        };
        self.insert = None;
        self.focus = None;
        self.wants_page();
        action
    }

    /// Opens the entry that the field at the caret is filled from.
    pub(super) fn open_entry(&mut self, moment: &Moment) {
        let Some(open) = self.record() else { return };
        let atom = field_here(open).map(|(_, _, atom)| atom);
        let entry = atom.and_then(|atom| entries::of(open.editor().document(), open.output, &atom));
        match entry {
            Some(entry) => self.enter(entry, moment),
            None => self.say("toast-no-entry"),
        }
    }

    /// Opens an entry: that of the header above the text, that of somebody who is in none of its forms below the words
    /// that name them.
    pub(super) fn enter(&mut self, entry: Entry, moment: &Moment) {
        match entry {
            Entry::Header(path) => self.enter_field(path),
            Entry::Person(id) => {
                let at = self.record().map(|open| open.editor().selection().head.target.clone());
                if let Some(at) = at {
                    self.enter_person(id, &at, moment);
                }
            }
        }
    }

    /// Opens the card of somebody below this text.
    pub(super) fn enter_person(&mut self, id: PersonId, at: &Target, moment: &Moment) {
        let Some(tab) = self.tab_mut() else { return };
        tab.preview = false;
        if tab.page.open_person(&mut tab.open, id, at, moment) {
            self.wants_page();
        } else {
            self.say("toast-no-entry");
        }
    }

    /// Gives an entry of the header the keyboard; Escape there comes back to the text.
    fn enter_field(&mut self, path: FieldPath) {
        let Some(tab) = self.tab() else { return };
        // Without groups or people the form begins with its first field.
        let path = match path {
            FieldPath::GroupNominative(_)
                if tab.open.editor().document().meeting().attendance.groups.is_empty() =>
            {
                FieldPath::Members
            }
            other => other,
        };
        let was_open = tab.folds.is_open(Fold::of(path));
        let field = Folds::field_of(tab.open.editor().document(), path);
        self.unfold(Fold::of(path), Some(field));
        self.back = Some(was_open);
    }

    /// Escape in an entry that was opened from the text goes back there; any other way out of it forgets where from.
    pub(super) fn come_back(&mut self, ctx: &egui::Context) {
        let Some(was_open) = self.back else { return };
        if ctx.memory(egui::Memory::focused) == Some(page_id())
            && self.tab().is_some_and(|tab| tab.begins.is_none())
        {
            self.back = None;
            return;
        }
        if !self.is_free() || self.calendar.is_some() {
            return;
        }
        let escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
        let pressed = ctx.input_mut(|input| {
            let before = input.events.len();
            input.events.retain(|event| !escape(event));
            input.events.len() < before
        });
        if !pressed {
            return;
        }
        self.back = None;
        self.focus = None;
        let now = ctx.input(|input| input.time);
        if let Some(tab) = self.tab_mut() {
            if !was_open {
                for fold in Fold::ALL {
                    tab.folds.set(fold, false);
                }
            }
            tab.page.wants_focus = true;
            tab.page.follow(now);
        }
    }

    /// Puts words in place of the field at the caret, or of all fields of its paragraph.
    pub(super) fn freeze(&mut self, ctx: &egui::Context, all: bool, moment: &Moment) {
        let Some(open) = self.record() else { return };
        let document = open.editor().document();
        let field = field_here(open);
        let target = match (&field, all) {
            (Some((target, ..)), _) => target.clone(),
            (None, true) => open.editor().selection().head.target.clone(),
            (None, false) => return,
        };
        let Some(rich) = document.rich(&target) else { return };
        let mut words = frozen(document, open.output, rich);
        if let (Some((_, at, _)), false) = (&field, all) {
            words.retain(|(own, _)| own == at);
        }
        if words.is_empty() {
            self.say("toast-nothing-to-freeze");
            return;
        }
        let count = words.len();
        self.run(ctx, Command::Freeze { target, words }, moment);
        self.toast = Some((self.words.with("toast-frozen", &[("count", count.into())]), 0.0));
    }

    /// Keeps what is selected, or the paragraph of the caret, as a phrase of one's own.
    pub(super) fn keep_phrase(&mut self) {
        let Some(open) = self.record() else { return };
        let (document, selection) = (open.editor().document(), open.editor().selection());
        let head = &selection.head.target;
        let Some(rich) = document.rich(head) else { return };
        let ranges = selection.ranges(document);
        let range = match ranges.as_slice() {
            [(_, range)] if !range.is_empty() => range.clone(),
            _ => 0..rich.len(),
        };
        let Ok(text) = rich.slice(range) else { return };
        let text = portable(document, open.output, &text);
        if text.text().trim().is_empty() {
            return;
        }
        self.kept.phrase(text, true);
        self.say("toast-phrase-kept");
    }

    /// Lets a phrase of one's own go.
    pub(super) fn forget_phrase(&mut self, text: crate::document::RichText) {
        self.kept.phrase(text, false);
        self.say("toast-phrase-forgotten");
    }
}
