//! Find and replace in the window: what opens it, what it does, where it leads; going to a place; the counts.

use eframe::egui::{self, Rect, Ui};

use super::App;
use crate::document::{ATOM, RichText, Target};
use crate::edit::{Command, Moment, Selection};
use crate::ui::access::region;
use crate::ui::action::Action;
use crate::ui::entries::Entry;
use crate::ui::find::{self, Asked, Became, Counted, Goto, Here, Swaps};
use crate::workspace::Access;

/// The longest words that are looked for because they were selected.
const LONG: usize = 200;

impl App {
    /// Opens the strip, with the words that are selected.
    pub(super) fn open_find(&mut self, replaces: bool) {
        let is_open = self.find.open;
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let editor = tab.open.editor();
        let (document, selection) = (editor.document(), editor.selection());
        let chosen = selected(document, selection).filter(|_| !is_open);
        let (from, _) = selection.ordered(document);
        tab.preview = false;
        tab.page.looking.shown = true;
        if !is_open {
            tab.page.looking.begin(document, &from, &tab.page.sheet.laid);
        }
        self.find.begin(replaces, chosen);
        tab.page.looking.ask(&self.find.query, self.find.manner);
    }

    /// Goes to what is found next: with the strip open it is shown, else it is selected.
    pub(super) fn find_next(&mut self, ctx: &egui::Context, forward: bool, moment: &Moment) {
        if self.find.query.is_empty() {
            self.open_find(false);
            return;
        }
        let open = self.find.open;
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        tab.preview = false;
        let looking = &mut tab.page.looking;
        looking.ask(&self.find.query, self.find.manner);
        if open {
            looking.step(forward);
            return;
        }
        let editor = tab.open.editor();
        let document = editor.document();
        tab.page.sheet.sync(document, editor.state(), tab.open.output);
        let laid = &tab.page.sheet.laid;
        let (from, to) = editor.selection().ordered(document);
        let is_here = looking.selection().is_some_and(|found| found == *editor.selection());
        if is_here {
            looking.finish(document, editor.state(), tab.open.output, laid);
            looking.step(forward);
        } else {
            looking.begin(document, if forward { &to } else { &from }, laid);
            looking.finish(document, editor.state(), tab.open.output, laid);
            if !forward {
                looking.step(false);
            }
        }
        looking.reveals = false;
        // What stands beside the text is no place for the caret.
        let (_, count, _) = looking.standing();
        for _ in 0..count {
            if looking.selection().is_some() {
                break;
            }
            looking.step(forward);
        }
        looking.reveals = false;
        match looking.selection() {
            Some(found) => {
                self.run(ctx, Command::Select(found), moment);
                self.wants_page();
            }
            None => {
                let text = self.words.with("find-none-of", &[("words", self.find.query.as_str().into())]);
                self.toast = Some((text, 0.0));
            }
        }
    }

    /// The strip below the bar; how high it is.
    pub(super) fn strip(&mut self, ui: &mut Ui, top: Rect, actions: &mut Vec<Action>) -> f32 {
        let is_page = self.at.is_some() && self.instead.is_empty();
        if let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) {
            tab.page.looking.shown = self.find.open;
            if tab.preview {
                self.find.open = false;
            }
            if self.find.open {
                tab.page.looking.ask(&self.find.query, self.find.manner);
            }
        }
        if !is_page || !self.find.open {
            return 0.0;
        }
        let words = self.words;
        let mut asked: Vec<Asked> = self.find.keys(ui).into_iter().collect();
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return 0.0 };
        let reads = tab.open.access() == Access::Read;
        let locked = reads.then(|| words.get("why-read-only"));
        self.pen.locked = locked.clone().map(Into::into);
        let here = Here {
            document: tab.open.editor().document(),
            output: tab.open.output,
            words,
            locked: locked.as_deref(),
        };
        let mut ui = region(ui, egui::accesskit::Role::Search, "region-find", words);
        let (find, focus) = (&mut self.find, &mut self.focus);
        let looking = &mut tab.page.looking;
        asked.extend(find.strip(&mut ui, &mut self.pen, top, looking, &here, focus));
        self.pen.locked = None;
        let height = self.find.height();
        actions.extend(asked.into_iter().map(Action::Found));
        height
    }

    /// The field of what is looked for, in its place in the bar.
    pub(super) fn find_field(&mut self, ui: &mut Ui, place: Rect) {
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let (looking, focus) = (&mut tab.page.looking, &mut self.focus);
        self.find.field(ui, &mut self.pen, place, looking, self.words, focus);
    }

    /// Does what was asked of what was found.
    pub(super) fn do_found(&mut self, ctx: &egui::Context, asked: Asked, moment: &Moment) {
        match asked {
            Asked::Close => self.close_find(ctx, moment),
            Asked::One(with) => self.swap_one(ctx, &with, moment),
            Asked::All(with) => self.swap_all(ctx, &with, moment),
            Asked::Entry(Entry::Header(path)) => self.reveal(path),
            Asked::Entry(Entry::Person(id)) => {
                let place = self.tab().and_then(|tab| tab.page.looking.current()?.place());
                let at =
                    place.map_or(Target::Field(crate::document::FieldPath::BodyName), |place| place.target);
                self.enter_person(id, &at, moment);
            }
            Asked::Freeze(target, at, words) => {
                self.run(ctx, Command::Freeze { target, words: vec![(at, words)] }, moment);
            }
            Asked::Block(id) => {
                let place = crate::document::Place::new(Target::Block(id), 0);
                self.jump(ctx, place, moment);
            }
        }
    }

    fn close_find(&mut self, ctx: &egui::Context, moment: &Moment) {
        self.find.open = false;
        let Some(tab) = self.tab_mut() else { return };
        tab.page.looking.shown = false;
        let found = tab.page.looking.selection();
        if let Some(found) = found {
            self.run(ctx, Command::Select(found), moment);
        }
        self.wants_page();
    }

    fn swap_one(&mut self, ctx: &egui::Context, with: &str, moment: &Moment) {
        let Some(tab) = self.tab_mut() else { return };
        let document = tab.open.editor().document();
        let swaps = tab.page.looking.swap(document, with);
        let before = tab.page.looking.current();
        let unlisted = self.unlisted(&swaps.unlisted);
        let swaps = swaps.all;
        if swaps.is_empty() {
            self.find.told = unlisted;
            return;
        }
        // What comes in place of it may be found again: the search goes on behind it.
        let length = swaps.iter().map(|swap| match swap {
            crate::edit::Swap::Text { words, .. } => words.len(),
            crate::edit::Swap::Field { .. }
            | crate::edit::Swap::Person { .. }
            | crate::edit::Swap::Carried { .. } => 0,
        });
        let length: usize = length.sum();
        let mut behind = before.and_then(|found| found.place());
        self.run(ctx, Command::Swap(swaps), moment);
        let Some(tab) = self.tab_mut() else { return };
        let editor = tab.open.editor();
        tab.page.sheet.sync(editor.document(), editor.state(), tab.open.output);
        match behind.as_mut() {
            Some(place) => {
                place.offset += length;
                let laid = &tab.page.sheet.laid;
                tab.page.looking.begin(editor.document(), place, laid);
            }
            // A line beside the text has other words now: the one after it stands in its place.
            None => tab.page.looking.reveals = true,
        }
        ctx.request_repaint();
    }

    fn swap_all(&mut self, ctx: &egui::Context, with: &str, moment: &Moment) {
        let Some(tab) = self.tab_mut() else { return };
        let editor = tab.open.editor();
        tab.page.sheet.sync(editor.document(), editor.state(), tab.open.output);
        let laid = &tab.page.sheet.laid;
        tab.page.looking.finish(editor.document(), editor.state(), tab.open.output, laid);
        let Swaps { all: swaps, count, unlisted } = tab.page.looking.swaps(editor.document(), with);
        let state = editor.state();
        if count > 0 {
            self.run(ctx, Command::Swap(swaps), moment);
        }
        let words = self.words;
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let editor = tab.open.editor();
        if count > 0 && editor.state() == state {
            // It was refused, which was said.
            return;
        }
        tab.page.sheet.sync(editor.document(), editor.state(), tab.open.output);
        let laid = &tab.page.sheet.laid;
        tab.page.looking.finish(editor.document(), editor.state(), tab.open.output, laid);
        let left = tab.page.looking.bound();
        let mut told = vec![words.with("find-replaced", &[("count", count.into())])];
        if left > 0 {
            told.push(words.with("find-left", &[("count", left.into())]));
        }
        told.push(self.unlisted(&unlisted));
        told.retain(|said| !said.is_empty());
        self.find.told = told.join(" ");
        ctx.request_repaint();
    }

    /// That what entries would hold is not in their list.
    fn unlisted(&self, values: &[String]) -> String {
        let said =
            values.iter().map(|value| self.words.with("find-unlisted", &[("name", value.as_str().into())]));
        said.collect::<Vec<_>>().join(" ")
    }

    /// The line that leads to a place by its number.
    pub(super) fn open_goto(&mut self, ctx: &egui::Context) {
        let id = ctx.memory(egui::Memory::focused);
        let line = self.focus.take_if(|(owner, _)| Some(*owner) == id);
        self.beneath = id.map(|id| (id, line.map(|(_, line)| line)));
        self.popup = None;
        self.goto = Some(Goto::default());
    }

    pub(super) fn going(&mut self, ctx: &egui::Context, moment: &Moment) {
        let Some(mut goto) = self.goto.take() else { return };
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let pages = tab.pages.lay(ctx, &mut self.pen, &tab.open);
        let document = tab.open.editor().document();
        let laid = &tab.page.sheet.laid;
        let shown = |id| {
            let index = document.blocks().index(id)?;
            laid.get(index + 1).map(|laid| laid.composed.as_ref())
        };
        let to = find::Where { document, pages, shown: &shown };
        match goto.show(ctx, &mut self.pen, self.words, &to, &mut self.focus) {
            Became::Open => self.goto = Some(goto),
            Became::Closed => self.uncover(ctx),
            Became::Place(place) => {
                self.beneath = None;
                self.jump(ctx, place, moment);
            }
            Became::Page(page) => {
                self.beneath = None;
                let place = tab.pages.first_of(page);
                let stays = tab.preview;
                match place {
                    Some(place) if stays => {
                        self.run(ctx, Command::Select(Selection::caret(place)), moment);
                        if let Some(tab) = self.tab_mut() {
                            tab.pages.follow();
                            tab.pages.wants_focus = true;
                        }
                    }
                    Some(place) => self.jump(ctx, place, moment),
                    // A page of the header's lines alone.
                    None => self.wants_page(),
                }
            }
        }
    }

    /// The card of counts.
    pub(super) fn count_card(&mut self, ctx: &egui::Context) {
        if !self.counts || !self.instead.is_empty() {
            return;
        }
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let told = Counted {
            name: self.words.get(&format!("the-output-{}", tab.open.output)),
            text: tab.counted.text,
            pages: tab.pages.lay(ctx, &mut self.pen, &tab.open),
            selected: tab.selected.selected(&tab.open, &tab.page.sheet.laid),
        };
        if find::counts(ctx, &mut self.pen, &told, self.words) {
            self.counts = false;
            self.wants_page();
        }
    }
}

/// The words selected in one text, if they are few and no field is among them.
fn selected(document: &crate::document::Document, selection: &Selection) -> Option<String> {
    let (from, to) = selection.ordered(document);
    let text = document.rich(&from.target).filter(|_| from.target == to.target).map(RichText::text)?;
    let words = text.get(from.offset..to.offset)?;
    let fits = !words.is_empty() && words.len() <= LONG && !words.contains(ATOM);
    fits.then(|| words.trim().to_owned()).filter(|words| !words.is_empty())
}
