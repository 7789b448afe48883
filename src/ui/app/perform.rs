//! What is done when something is asked of the window.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Id, Ui, ViewportCommand};

use super::{App, Dialog, is_own, now};
use crate::arabic::Removed;
use crate::check::Part;
use crate::document::{Document, FieldPath, Kind, OutputKind, Place, Role, StepError, Target};
use crate::edit::{Command, EditError, Moment, Selection, followed};
use crate::store::{self, PhraseManner, SaveError, Settings};
use crate::template::phrases::Manner;
use crate::template::{self, View};
use crate::ui::action::{Action, Panel, Wording};
use crate::ui::files::{self, Purpose};
use crate::ui::folds::{Fold, Folds};
use crate::ui::menus;
use crate::ui::page::{self, Told};
use crate::ui::palette::Palette;
use crate::ui::shortcuts::{Shortcut, Shortcuts};
use crate::words::{Language, Words};
use crate::workspace::{Access, EXTENSION, Open};

impl App {
    pub(super) fn perform(&mut self, ctx: &egui::Context, action: Action) {
        // Whatever leads away from a name half typed; the rest is for the words themselves.
        match action {
            Action::Run(_)
            | Action::Undo
            | Action::Redo
            | Action::Copy
            | Action::Cut
            | Action::Paste
            | Action::Live(_) => {}
            _ => self.settle_roll(),
        }
        if let Some(at) = self.in_the_way(&action) {
            self.show(at);
            self.waiting = Some(action);
            self.dialog = Some((Dialog::Unsaved(self.name()), true));
            return;
        }
        let moment = self.moment(ctx);
        // Another text of the record is published on the same screen.
        let stays = self.has_publish() && matches!(action, Action::Show(_) | Action::NextOutput);
        if leads_to_text(&action) && !stays {
            self.put_away();
        }
        match action {
            Action::New(id) => self.start(&id),
            Action::NextMeeting(of) => self.next_meeting(of),
            Action::Home => {
                if self.at.take().is_some() {
                    self.home.begin();
                }
                self.put_away();
                self.focus = None;
            }
            Action::Quit => {
                self.settle_people();
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Action::Ask(purpose) => self.ask(ctx, purpose),
            Action::Given(purpose, path) => self.given(ctx, purpose, path),
            Action::OpenFile(path) => self.read(&path),
            Action::Forget(path) => {
                self.kept.forget(&path);
                self.offers = None;
            }
            Action::Save if self.record().is_some_and(|open| open.access() == Access::Read) => {
                self.say("others-refused");
            }
            Action::Save => match self.record().and_then(Open::path).map(Path::to_path_buf) {
                Some(path) if self.asks_about_others(&path) => {}
                Some(path) => self.save(ctx, &path, false),
                None => self.ask(ctx, Purpose::SaveAs),
            },
            Action::SaveAnyway(path) => {
                self.dialog = None;
                self.save(ctx, &path, true);
            }
            Action::SaveShared(path) => {
                self.dialog = None;
                if let Some(tab) = self.tab_mut() {
                    tab.open.agree_to_share();
                }
                self.save(ctx, &path, false);
            }
            Action::Others(asked) => self.others(asked),
            Action::Run(command) => self.run(ctx, command, &moment),
            Action::Undo | Action::Redo => {
                self.focus = None;
                let words = self.words;
                if let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) {
                    let editor = tab.open.editor();
                    let (key, change) = if matches!(action, Action::Undo) {
                        ("toast-undone", editor.undoes())
                    } else {
                        ("toast-redone", editor.redoes())
                    };
                    if matches!(action, Action::Undo) {
                        tab.open.undo()
                    } else {
                        tab.open.redo()
                    };
                    tab.page.follow(ctx.input(|input| input.time));
                    if let Some(change) = change {
                        self.speaker.say(words.with(key, &[("name", words.get(change.key()).into())]));
                    }
                }
            }
            Action::Copy | Action::Cut | Action::Paste => {
                ctx.memory_mut(|memory| memory.request_focus(page::page_id()));
                match action {
                    Action::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
                    Action::Cut => self.sent = Some(egui::Event::Cut),
                    _ => self.sent = Some(egui::Event::Copy),
                }
            }
            Action::CopyText => self.copy_text(ctx),
            Action::Show(kind) => {
                if let Some(tab) = self.tab_mut() {
                    tab.open.output = kind;
                }
            }
            Action::NextOutput => {
                if let Some(tab) = self.tab_mut() {
                    let kinds: Vec<_> =
                        tab.open.editor().document().outputs().iter().map(|output| output.kind).collect();
                    let now = kinds.iter().position(|kind| *kind == tab.open.output).unwrap_or(0);
                    if let Some(next) = kinds.get((now + 1) % kinds.len().max(1)) {
                        tab.open.output = *next;
                    }
                }
            }
            Action::Toggle(fold) => {
                if let Some(tab) = self.tab_mut() {
                    let opens = !tab.folds.is_open(fold);
                    tab.folds.set(fold, opens);
                    tab.begins = if opens { tab.folds.begin(fold) } else { None };
                    tab.page.wants_focus = !opens;
                }
            }
            Action::Go(part) => self.go(ctx, part, &moment),
            Action::Jump(place) => self.jump(ctx, place, &moment),
            Action::Reveal(path) => self.reveal(path),
            Action::Preview => {
                if let Some(tab) = self.tab_mut() {
                    tab.preview = !tab.preview;
                    if tab.preview {
                        tab.pages.wants_focus = true;
                        tab.pages.follow();
                    }
                    tab.page.wants_focus = !tab.preview;
                }
            }
            Action::Panel(panel) => self.panel = if self.panel == Some(panel) { None } else { Some(panel) },
            Action::NextFinding => self.next_finding(ctx, &moment),
            Action::Insert => self.open_insert(ctx, &moment),
            Action::OpenEntry => self.open_entry(&moment),
            Action::Freeze(all) => self.freeze(ctx, all, &moment),
            Action::KeepPhrase => self.keep_phrase(),
            Action::ForgetPhrase(text) => self.forget_phrase(text),
            Action::Palette => {
                let id = ctx.memory(egui::Memory::focused);
                let line = self.focus.take_if(|(owner, _)| Some(*owner) == id);
                self.beneath = id.map(|id| (id, line.map(|(_, line)| line)));
                self.open_palette();
            }
            Action::Find(replaces) => self.open_find(replaces),
            Action::FindNext(forward) => self.find_next(ctx, forward, &moment),
            Action::Found(asked) => self.do_found(ctx, asked, &moment),
            Action::Goto => self.open_goto(ctx),
            Action::Counts => self.counts = !self.counts,
            Action::Shortcuts => {
                let state = menus::State { live: false, ..self.state() };
                let keys = menus::shortcuts(&state).into_iter();
                let row = |(menu, name, keys): (menus::Menu, menus::Name, menus::Keys)| Shortcut {
                    group: self.words.get(menu.key()),
                    name: name.words(self.words),
                    keys: keys.to_string(),
                };
                // Those of the comparison hold while it is shown, and stand in no menu.
                let walks = [("compare-next", "F7"), ("compare-previous", "Shift F7")];
                let walks = walks.map(|(name, keys)| Shortcut {
                    group: self.words.get("compare-title"),
                    name: self.words.get(name),
                    keys: keys.to_owned(),
                });
                // So do those of the live session, while that is.
                let live = menus::live().into_iter().filter_map(|entry| {
                    let (name, keys) = (entry.name.words(self.words), entry.keys?.to_string());
                    Some(Shortcut { group: self.words.get("cmd-live"), name, keys })
                });
                let all = keys.map(row).chain(live).chain(walks).collect();
                self.shortcuts = Some((Shortcuts::default(), all));
            }
            Action::Settings => self.toggle_settings(),
            Action::People => self.toggle_people(),
            Action::Bodies => self.toggle_bodies(),
            Action::UndoBody => self.undo_body(),
            Action::Dress(id) => self.dress(id),
            Action::TakeNumber(output) => self.take_number(output),
            Action::Live(act) => self.live(ctx, act),
            Action::Publish(act) => self.publish(ctx, act),
            Action::KeepPeople(people) => self.keep_people(&people),
            Action::UndoPeople => self.undo_people(),
            Action::Sheet => self.show_sheet(&moment),
            Action::Compare(compared) => self.compare(*compared),
            Action::SaveAsTemplate => {
                let name = self.name();
                self.ask_words(Wording::Keep, name);
            }
            Action::EditTemplate => self.edit_template(),
            Action::Template(what, id) => self.of_template(ctx, what, id.as_deref()),
            Action::Prompt => self.ask_prompt(),
            Action::Worded(what, words) => self.worded(what, words),
            Action::UndoTemplate => self.undo_template(),
            Action::Tab(at) => self.show(at),
            Action::NextTab(forward) => {
                let count = self.tabs.len().max(1);
                let at = self.at.unwrap_or(0);
                self.show((at + if forward { 1 } else { count - 1 }) % count);
            }
            Action::CloseTab => {
                if let Some(at) = self.at {
                    self.close(at);
                }
            }
            Action::CloseAt(at) => self.close(at),
            Action::Theme(mode) => {
                self.mode = mode;
                let theme = match mode {
                    crate::ui::theme::Mode::Light => store::Theme::Light,
                    crate::ui::theme::Mode::Dark => store::Theme::Dark,
                };
                self.kept.set(move |settings| settings.theme = theme);
            }
            Action::Speak(language) => self.speak(language),
            Action::Invisibles => {
                let shown = !self.kept.settings.invisibles;
                self.kept.set(move |settings| settings.invisibles = shown);
            }
            Action::Zoom(by) => {
                let zoom = if by > 0.0 { (ctx.zoom_factor() * by).clamp(0.8, 2.0) } else { 1.0 };
                ctx.set_zoom_factor(zoom);
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "80 to 200")]
                let percent = (zoom * 100.0).round() as u16;
                self.kept.set(move |settings| settings.zoom = percent);
            }
            Action::Again(of, purpose, path) => self.again(ctx, of, purpose, &path),
            Action::Elsewhere(of, purpose) => self.elsewhere(ctx, of, purpose),
            Action::Seen(of, purpose) => {
                self.seen(of, purpose);
                self.wants_page();
            }
            Action::ShowFolder(folder) => {
                ctx.open_url(egui::OpenUrl::new_tab(format!("file://{}", folder.display())));
            }
            Action::Earlier => self.show_earlier(ctx),
            Action::OpenEarlier(state) => self.open_earlier(&state),
            Action::CompareEarlier(state) => self.compare_earlier(ctx, &state),
            Action::CopyOut => self.copy_out(ctx),
            Action::Damaged(asked) => self.damaged(ctx, asked),
            Action::Imported(asked) => self.imported(ctx, asked, &moment),
            Action::CloseCleaned => {
                if let Some(tab) = self.tab_mut() {
                    tab.cleaned = None;
                }
                self.wants_page();
            }
            Action::CloseNotice => {
                self.notice = None;
                self.wants_page();
            }
            Action::Pane(turn) => self.turn(ctx, turn),
            Action::Recover(file, what) => self.recover(ctx, &file, what),
            Action::OthersSeen => {
                self.recovery.seen = true;
                self.wants_page();
            }
            Action::About => self.dialog = Some((Dialog::About, true)),
            Action::Proceed => {
                self.dialog = None;
                // The changes are let go: nothing asks about them again.
                if let Some(tab) = self.tab_mut() {
                    tab.open.settle();
                    tab.outside.settle();
                }
                if let Some(waiting) = self.waiting.take() {
                    self.perform(ctx, waiting);
                }
            }
            Action::SaveThenProceed => {
                self.dialog = None;
                let waiting = self.waiting.take();
                self.perform(ctx, Action::Save);
                self.waiting = waiting;
            }
            Action::Dismiss => {
                self.dialog = None;
                self.waiting = None;
                self.closing = false;
                match self.before_dialog.take().filter(|id| *id != page::page_id()) {
                    Some(field) => self.returns_to = Some(field),
                    None => self.wants_page(),
                }
            }
        }
    }

    /// The page takes the keyboard in the next frame.
    pub(super) fn wants_page(&mut self) {
        if let Some(tab) = self.tab_mut() {
            tab.page.wants_focus = true;
        }
    }

    fn close(&mut self, at: usize) {
        self.remember(at);
        if at < self.tabs.len() {
            self.tabs.remove(at).open.leave();
        }
        match self.at {
            Some(now) if !self.tabs.is_empty() => self.show(if now > at { now - 1 } else { now }),
            _ => {
                self.at = None;
                self.put_away();
            }
        }
    }

    fn speak(&mut self, language: Language) {
        self.words = Words::new(language);
        self.offers = None;
        let kept = match language {
            Language::Arabic => crate::document::Language::Arabic,
            Language::French => crate::document::Language::French,
            Language::English => crate::document::Language::English,
        };
        self.kept.set(move |settings| settings.language = Some(kept));
    }

    /// Gives the keyboard back to the field that had it before the palette, or to the page.
    pub(super) fn uncover(&mut self, ctx: &egui::Context) {
        match self.beneath.take().filter(|(id, _)| *id != page::page_id()) {
            Some((id, line)) => {
                self.focus = line.map(|line| (id, line));
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
            None => self.wants_page(),
        }
    }

    fn open_palette(&mut self) {
        let entries = menus::table(&self.state());
        let text =
            self.record().map(|open| template::compose(open.editor().document(), &View::page(open.output)));
        self.popup = None;
        self.palette = Some(Palette::new(entries, text.as_ref(), self.words));
    }

    fn go(&mut self, ctx: &egui::Context, part: Part, moment: &Moment) {
        let Some(tab) = self.tab_mut() else { return };
        match part {
            Part::Header => self.unfold(Fold::Header, None),
            Part::Attendance => self.unfold(Fold::Attendance, None),
            Part::Agenda => self.unfold(Fold::Agenda, None),
            Part::Text | Part::Recommendations | Part::Closing => {
                let place = first_of(tab.open.editor().document(), part);
                match place {
                    Some(place) => self.jump(ctx, place, moment),
                    None => self.run(ctx, Command::Append(kind_of(part)), moment),
                }
            }
        }
    }

    /// Shows a place of the record and puts the caret there.
    pub(super) fn jump(&mut self, ctx: &egui::Context, place: Place, moment: &Moment) {
        if let Target::Field(path) = place.target {
            self.reveal(path);
            return;
        }
        if let Some(tab) = self.tab_mut() {
            tab.preview = false;
        }
        self.run(ctx, Command::Select(Selection::caret(place)), moment);
        self.wants_page();
    }

    /// Opens a part above the text alone and gives this field of it the keyboard, or its first.
    pub(super) fn unfold(&mut self, fold: Fold, field: Option<Id>) {
        let Some(tab) = self.tab_mut() else { return };
        tab.preview = false;
        tab.page.to_top();
        // Whatever sent the keyboard back to the page before: it is the form's now.
        tab.page.wants_focus = false;
        let first = tab.folds.open_alone(fold);
        tab.begins = field.or(first);
    }

    pub(super) fn reveal(&mut self, path: FieldPath) {
        let Some(tab) = self.tab_mut() else { return };
        let field = Folds::field_of(tab.open.editor().document(), path);
        tab.folds.attendance.show_more(tab.open.editor().document(), path);
        self.unfold(Fold::of(path), Some(field));
    }

    fn next_finding(&mut self, ctx: &egui::Context, moment: &Moment) {
        let Some(tab) = self.tab_mut() else { return };
        let found = std::sync::Arc::clone(&tab.counted.findings);
        if let Some(place) = tab.checks.next(&found) {
            self.panel = Some(Panel::Checks);
            self.jump(ctx, place, moment);
        }
    }

    pub(super) fn run(&mut self, ctx: &egui::Context, command: Command, moment: &Moment) {
        let Some(tab) = self.tab_mut() else { return };
        // What is put into a form is looked at there; the text stays where it is.
        let moves = !matches!(
            command,
            Command::SetField { .. }
                | Command::Roll(_)
                | Command::RemoveChair(_)
                | Command::RemoveGroup(_)
                | Command::InsertBlock { .. }
                | Command::SetBlockWords(..)
                | Command::MoveBlock(..)
                | Command::MoveBefore { .. }
                | Command::RemoveBlock(_)
        );
        // A paragraph carries nothing that is followed: what goes is said.
        let editor = tab.open.editor();
        let gone = match &command {
            Command::ToParagraphs => followed(editor.document(), editor.selection()),
            Command::SetKind(kind) if kind.depth().is_none() => {
                followed(editor.document(), editor.selection())
            }
            _ => 0,
        };
        let done = tab.open.run(command, moment);
        if done.is_ok() && gone > 0 {
            self.follow_up_gone(gone);
        }
        let Some(tab) = self.tab_mut() else { return };
        match done {
            Ok(_) if moves => tab.page.follow(ctx.input(|input| input.time)),
            Ok(_) => {}
            Err(error) => self.refused(&error),
        }
    }

    fn follow_up_gone(&mut self, count: usize) {
        self.toast = Some((self.words.with("toast-follow-up-gone", &[("count", count.into())]), 0.0));
    }

    /// Runs a command that came from no frame of its own.
    pub(super) fn run_now(&mut self, command: Command) {
        let ctx = self.wake.clone();
        let moment = self.moment(&ctx);
        self.run(&ctx, command, &moment);
    }

    /// Shows the list to sign at the door on paper; the record yields it from now on.
    fn show_sheet(&mut self, moment: &Moment) {
        let ctx = self.wake.clone();
        let kind = OutputKind::AttendanceSheet;
        if self.record().is_some_and(|open| open.editor().document().output(kind).is_none()) {
            self.run(&ctx, Command::AddOutput(kind), moment);
        }
        if let Some(tab) = self.tab_mut() {
            tab.open.output = kind;
            tab.preview = true;
            tab.pages.wants_focus = true;
            tab.pages.follow();
            tab.page.wants_focus = false;
        }
    }

    pub(super) fn page_keys(&mut self, ui: &Ui, moment: &Moment) {
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)).filter(|tab| !tab.preview) else {
            return;
        };
        let types = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Text(_))));
        if types {
            self.known.renew(&self.kept.roster, self.kept.changes);
            let (phrases, version) = (&self.kept.phrases, self.kept.phrases_version);
            let document = tab.open.editor().document();
            let manner = manner_of(&self.kept.settings);
            tab.page.offers.renew(document, tab.open.output, phrases, version, manner);
            tab.page.offers.people = std::sync::Arc::clone(&self.known.index);
            tab.page.offers.record = std::sync::Arc::clone(&tab.counted.record);
        }
        let mut entry = None;
        for told in tab.page.keys(ui, &mut self.pen, &mut tab.open, moment) {
            match told {
                Told::Pasted(words, removed) => {
                    self.cleaned(&removed);
                    self.offer_whole(words);
                }
                Told::Refused(error) => self.refused(&error),
                Told::Copied => {}
                Told::FollowUpGone(count) => self.follow_up_gone(count),
                Told::Entry(path) => entry = Some(path),
            }
        }
        if let Some(entry) = entry {
            // The Enter that opens an entry is none of what it opens.
            ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
            self.enter(entry, moment);
        }
    }

    /// Says what was cleaned out of what was pasted.
    pub(super) fn cleaned(&mut self, removed: &Removed) {
        let what = self.words.counted(&removed.said());
        if !what.is_empty() {
            self.toast = Some((self.words.with("toast-cleaned", &[("what", what.into())]), 0.0));
        }
    }

    fn refused(&mut self, error: &EditError) {
        if matches!(error, EditError::ReadOnly) {
            // A field that was written in shows again what the record holds.
            self.focus = None;
            self.say("others-refused");
        }
        // A field shows itself what it does not take; a step that does not fit is a fault of ours, said plainly.
        if let EditError::Step(StepError::Beyond(limit)) = error {
            self.notice = Some(self.message("limit-reached", &limit.values()));
        } else if let EditError::Step(error) = error {
            self.notice = Some(self.words.with("error-other", &[("detail", error.to_string().into())]));
        }
    }

    pub(super) fn ask(&mut self, ctx: &egui::Context, purpose: Purpose) {
        let name = self.name();
        let suggested = match purpose {
            Purpose::Open | Purpose::Import | Purpose::Compare | Purpose::People => String::new(),
            Purpose::SaveAs => format!("{name}.{EXTENSION}"),
            Purpose::ExportText => self.name_of_export(),
            Purpose::CopyTo
            | Purpose::Publish
            | Purpose::Print
            | Purpose::Body
            | Purpose::Logo
            | Purpose::Template => String::new(),
            Purpose::ShareBody => self.name_of_body(),
            Purpose::ShareTemplate => self.name_of_template(),
        };
        self.dialog = None;
        if self.portal {
            let wake = ctx.clone();
            self.asking = files::ask(purpose, &suggested, self.words, move || wake.request_repaint());
            if self.asking.is_some() {
                return;
            }
        }
        let beside = self.tab().and_then(|tab| tab.open.path().or(tab.beside.as_deref()));
        let folder =
            beside.and_then(Path::parent).filter(|folder| folder.is_absolute()).map(Path::to_path_buf);
        let folder = folder.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let path = folder.join(suggested).to_string_lossy().into_owned();
        self.dialog = Some((Dialog::Path { purpose, path, wrong: String::new(), replace: false }, true));
    }

    fn given(&mut self, ctx: &egui::Context, purpose: Purpose, mut path: PathBuf) {
        if purpose == Purpose::SaveAs && path.extension().is_none() {
            path.set_extension(EXTENSION);
        }
        let own = is_own(self.record(), &path);
        let over_record = self.takes_a_record(&path).filter(|_| purpose == Purpose::ExportText);
        let asked_here = matches!(self.dialog, Some((Dialog::Path { .. }, _)));
        // In our own dialog what is wrong is said beside the path; the desktop's has asked already.
        if let Some((Dialog::Path { wrong, replace, .. }, _)) = &mut self.dialog {
            let folder = path.parent().filter(|dir| !dir.as_os_str().is_empty());
            let key = if matches!(purpose, Purpose::CopyTo | Purpose::Publish) {
                (!path.is_dir()).then_some("dialog-no-folder")
            } else if path.is_dir() {
                Some("dialog-is-folder")
            } else if matches!(
                purpose,
                Purpose::Open
                    | Purpose::Import
                    | Purpose::Compare
                    | Purpose::People
                    | Purpose::Body
                    | Purpose::Logo
                    | Purpose::Template
            ) {
                (!path.is_file()).then_some("dialog-no-file")
            } else if folder.is_some_and(|dir| !dir.is_dir()) {
                Some("dialog-no-folder")
            } else if let Some(key) = over_record {
                Some(if key == "export-over-record" { "dialog-is-record" } else { "dialog-another-record" })
            } else if store::exists(&path) && !*replace && !own {
                *replace = true;
                Some("dialog-exists")
            } else {
                None
            };
            if let Some(key) = key {
                *wrong = self.words.get(key);
                return;
            }
            self.dialog = None;
        }
        match purpose {
            Purpose::Open => self.open_any(ctx, &path),
            Purpose::Import => self.import(ctx, &path),
            Purpose::Compare => {
                self.compare_file(&path);
                return;
            }
            Purpose::People => {
                self.read_people(&path);
                return;
            }
            Purpose::Body => {
                self.read_body(&path);
                return;
            }
            Purpose::Logo => {
                self.read_logo(&path);
                return;
            }
            Purpose::ShareBody => {
                self.share_body(path);
                return;
            }
            Purpose::Template => {
                self.read_template(&path);
                return;
            }
            Purpose::ShareTemplate => {
                self.share_template(path);
                return;
            }
            Purpose::SaveAs => self.save(ctx, &path, !own),
            Purpose::ExportText => self.export(ctx, &path),
            Purpose::CopyTo => self.copy_to(ctx, &path),
            Purpose::Publish => self.publish_into(ctx, &path),
            Purpose::Print => self.print(ctx),
        }
        // Who saved while filling in a field goes on in it.
        let field = if asked_here { self.before_dialog.take() } else { ctx.memory(egui::Memory::focused) };
        match field.filter(|id| *id != page::page_id() && !matches!(purpose, Purpose::Open | Purpose::Import))
        {
            Some(field) => self.returns_to = Some(field),
            None if self.tab().is_some_and(|tab| tab.begins.is_none()) => self.wants_page(),
            None => {}
        }
    }

    pub(super) fn save(&mut self, ctx: &egui::Context, path: &Path, replace: bool) {
        let keep = self.kept.folders.clone().map(|folders| (folders, now()));
        let Some(tab) = self.tab_mut() else { return };
        if tab.open.is_saving() {
            return;
        }
        let wake = ctx.clone();
        let key = tab.key;
        if let Err(error) = tab.open.save(path.to_path_buf(), replace, keep, move || wake.request_repaint()) {
            self.failed(key, Purpose::SaveAs, path.to_path_buf(), &SaveError::Io(error));
        }
    }
}

/// What an empty part begins with.
fn kind_of(part: Part) -> Kind {
    match part {
        Part::Recommendations => Kind::recommendation(0),
        Part::Closing => Kind::Paragraph(Role::Closing),
        Part::Header | Part::Attendance | Part::Agenda | Part::Text => Kind::default(),
    }
}

/// Where a part of the record goes on: its first paragraph still to be written, else where it begins.
fn first_of(document: &Document, part: Part) -> Option<Place> {
    let of_part = || document.blocks().iter().filter(|block| Part::of(&block.kind) == part);
    let block = of_part().find(|block| block.text.is_empty()).or_else(|| of_part().next())?;
    Some(Place::new(Target::Block(block.id), 0))
}

/// Whether this shows a place of the page, and so puts away what stands before it.
fn leads_to_text(action: &Action) -> bool {
    matches!(
        action,
        Action::Go(_)
            | Action::Jump(_)
            | Action::Reveal(_)
            | Action::Toggle(_)
            | Action::NextFinding
            | Action::Find(_)
            | Action::FindNext(_)
            | Action::Goto
            | Action::Sheet
            | Action::Preview
            | Action::Show(_)
            | Action::NextOutput
    )
}

/// In whose manner phrases are offered, as the settings say.
pub(super) fn manner_of(settings: &Settings) -> Manner {
    match settings.phrases {
        PhraseManner::Both => Manner::Both,
        PhraseManner::Moroccan => Manner::Moroccan,
        PhraseManner::Un => Manner::Un,
    }
}
