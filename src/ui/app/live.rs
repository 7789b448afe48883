//! The live session in the window: opened, drawn in place of the page, and what it asks done to the record.

use std::time::Duration;

use eframe::egui::{self, Rect, Ui};

use super::{App, Instead, now};
use crate::arabic::date::then_here;
use crate::arabic::date::{now_here, today_here};
use crate::check::Part as Section;
use crate::document::{BlockId, Kind, Presence};
use crate::edit::{Command, Noting, Roll, Shift, Who};
use crate::ui::action::Action;
use crate::ui::live::{self, Act, Asked, GivenBack, Now, Part};
use crate::workspace::{Access, Open};

/// What time it is here.
pub(super) fn here() -> Now {
    let seconds = now().0;
    let (date, time) = then_here(seconds).unwrap_or_else(|| (today_here(), now_here()));
    Now { seconds, date, time }
}

impl App {
    /// It is this time from now on, in the live session.
    pub fn tell_time(&mut self, clock: impl Fn() -> Now + 'static) {
        self.clock = Box::new(clock);
    }

    /// How often the notes of the live session were laid out anew.
    #[must_use]
    pub fn notes_laid(&self) -> usize {
        self.tab().map_or(0, |tab| tab.live.listing.laid)
    }

    /// Whether the live session is what is seen.
    pub(super) fn has_live(&self) -> bool {
        matches!(self.instead.last(), Some(Instead::Live))
    }

    /// Does what a key or a command of the live session asks.
    pub(super) fn live(&mut self, ctx: &egui::Context, act: Act) {
        if act == Act::Toggle {
            self.toggle_live();
            return;
        }
        if !self.has_live() {
            return;
        }
        if act == Act::Turn {
            self.settle_roll();
        }
        let seconds = (self.clock)().seconds;
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let document = tab.open.editor().document();
        match act {
            Act::Toggle => {}
            Act::Queue => tab.live.add_to_queue(seconds),
            Act::Next => tab.live.queue.next(seconds),
            Act::ItemDown => tab.live.turn_item(document, Shift::Down),
            Act::ItemUp => tab.live.turn_item(document, Shift::Up),
            Act::Mark(mark) => tab.live.toggle(mark),
            Act::Turn => tab.live.turn(ctx, document),
            Act::Send => self.send_notes(Vec::new()),
        }
        ctx.request_repaint();
    }

    fn toggle_live(&mut self) {
        if self.has_live() {
            self.leave_live();
            return;
        }
        self.put_away();
        self.focus = None;
        self.popup = None;
        self.calendar = None;
        let seconds = (self.clock)().seconds;
        if let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) {
            let document = tab.open.editor().document();
            tab.live.take_floor(&self.kept.floors, document, &self.kept.roster, seconds);
            tab.live.begin(document);
            self.instead = vec![Instead::Live];
        }
    }

    fn leave_live(&mut self) {
        self.settle_roll();
        self.instead.retain(|shown| !matches!(shown, Instead::Live));
        self.focus = None;
        self.wants_page();
    }

    /// The bar of the session, in place of that of the menus.
    pub(super) fn live_bar(&mut self, ui: &mut Ui, rect: Rect) -> Vec<Action> {
        let asked = self.with_live(|ui, pen, part, _| live::bar(ui, pen, rect, part), ui);
        self.asked_live(ui.ctx(), asked)
    }

    /// The session, in place of the page.
    pub(super) fn live_screen(&mut self, ui: &mut Ui, view: Rect) -> Vec<Action> {
        let free = self.is_free();
        let now = (self.clock)();
        let asked = self.with_live(|ui, pen, part, focus| live::show(ui, pen, view, part, focus, free), ui);
        // The clock turns each minute, the time of who speaks each second; nothing else moves by itself.
        let speaks = self.tab().is_some_and(|tab| tab.live.queue.now.is_some());
        let wait = if speaks { 1 } else { 60 - now.seconds.rem_euclid(60) };
        ui.ctx().request_repaint_after(Duration::from_secs(u64::try_from(wait).unwrap_or(1)));
        let actions = self.asked_live(ui.ctx(), asked);
        self.store_line(ui.ctx(), &now);
        self.store_floor(ui.ctx(), &now);
        actions
    }

    /// Keeps who speaks and waits to, where that changed.
    fn store_floor(&mut self, ctx: &egui::Context, now: &Now) {
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        if tab.open.access() == Access::Read {
            return;
        }
        let (floor, left) = tab.live.floor_to_keep(ctx.input(|input| input.time), now);
        if let Some(left) = left {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        if let Some(floor) = floor {
            let record = tab.open.editor().document().id();
            self.kept.note_floor(record, floor);
        }
    }

    /// Keeps what is being written once the hands have rested a moment.
    fn store_line(&mut self, ctx: &egui::Context, now: &Now) {
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        if tab.open.access() == Access::Read {
            return;
        }
        let editor = tab.open.editor();
        if let Some(back) = tab.live.let_go(editor.document(), editor.state()) {
            match back {
                GivenBack::Undo => drop(tab.open.undo()),
                GivenBack::Run(command) => self.run_now(command),
            }
            ctx.request_repaint();
            return;
        }
        let time = ctx.input(|input| input.time);
        let (command, left) = tab.live.to_store(time, tab.open.editor().document(), now);
        if let Some(left) = left {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        let Some(command) = command else { return };
        let notes = |open: &Open| -> Vec<BlockId> {
            crate::edit::notes::notes(open.editor().document()).map(|note| note.id).collect()
        };
        let before = notes(&tab.open);
        self.run_now(command);
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let new = notes(&tab.open).into_iter().find(|id| !before.contains(id));
        let state = tab.open.editor().state();
        tab.live.was_stored(state, new);
        ctx.request_repaint();
    }

    /// Keeps what stands in the line as a note.
    fn keep_line(&mut self) {
        let now = (self.clock)();
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        let document = tab.open.editor().document();
        if let Some(command) = tab.live.noted(document, &self.kept.finder, &now) {
            self.run_now(command);
        }
    }

    fn with_live(
        &mut self,
        show: impl FnOnce(
            &mut Ui,
            &mut crate::ui::pen::Pen,
            &mut Part<'_>,
            &mut Option<(egui::Id, crate::ui::field::Line)>,
        ) -> Vec<Asked>,
        ui: &mut Ui,
    ) -> Vec<Asked> {
        let words = self.words;
        let now = (self.clock)();
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return Vec::new() };
        let editor = tab.open.editor();
        let document = editor.document();
        let is_note = |id: BlockId| document.block(id).is_some_and(|b| matches!(b.kind, Kind::Note(_)));
        // A note taken back behind the line is written anew.
        tab.live.correcting = tab.live.correcting.filter(|id| is_note(*id));
        tab.live.follow(document);
        let mut part = Part {
            document,
            output: tab.open.output,
            version: editor.state(),
            words,
            rtl: words.language().is_right_to_left(),
            reads: document.language() == crate::document::Language::Arabic,
            finder: &self.kept.finder,
            now,
            session: &mut tab.live,
        };
        let reads = tab.open.access() == Access::Read;
        self.pen.locked = reads.then(|| words.get("why-read-only").into());
        let asked = show(ui, &mut self.pen, &mut part, &mut self.focus);
        self.pen.locked = None;
        asked
    }

    fn asked_live(&mut self, ctx: &egui::Context, asked: Vec<Asked>) -> Vec<Action> {
        let mut actions = Vec::new();
        let now = (self.clock)();
        for asked in asked {
            let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { break };
            let document = tab.open.editor().document();
            match asked {
                Asked::Run(command) => actions.push(Action::Run(command)),
                Asked::Keep => {
                    let command = tab.live.noted(document, &self.kept.finder, &now);
                    actions.extend(command.map(Action::Run));
                }
                Asked::Edit(note) => {
                    // What stands in the line is kept first.
                    self.keep_line();
                    let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { break };
                    tab.live.correct(tab.open.editor().document(), note);
                    ctx.memory_mut(|memory| memory.request_focus(live::line::line_id()));
                }
                Asked::Remove(note) => {
                    tab.live.clear();
                    actions.push(Action::Run(Command::RemoveBlock(note)));
                }
                Asked::Cancel => {
                    let back = tab.live.give_back(document, tab.open.editor().state());
                    actions.extend(back.map(|back| match back {
                        GivenBack::Undo => Action::Undo,
                        GivenBack::Run(command) => Action::Run(command),
                    }));
                    tab.live.clear();
                }
                Asked::Send(notes) => {
                    self.send_notes(notes);
                }
                Asked::Next => tab.live.queue.next(now.seconds),
                Asked::Call(at) => tab.live.queue.call(at, now.seconds),
                Asked::Unqueue(at) => tab.live.queue.leave(at),
                Asked::People => actions.push(Action::Go(Section::Attendance)),
                Asked::Join(who) => self.join_roll(who, &now),
                Asked::Leave => self.leave_live(),
            }
            ctx.request_repaint();
        }
        actions
    }

    /// A name in the line for one more goes to the list, before that line, the record or the window goes away.
    pub(super) fn settle_roll(&mut self) {
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return };
        if tab.open.access() == Access::Read {
            return;
        }
        let Some(who) = tab.live.joins(tab.open.editor().document()) else { return };
        self.focus = self.focus.take().filter(|(owner, _)| *owner != live::roll::add_id());
        let now = (self.clock)();
        self.join_roll(who, &now);
    }

    /// Puts somebody on the list who is here: they came now, where the meeting has begun. Who is on it is called.
    fn join_roll(&mut self, who: Who, now: &Now) {
        if let (Who::Known(id), Some(open)) = (&who, self.record()) {
            let document = open.editor().document();
            let mut people = document.meeting().attendance.people.iter();
            if let Some(entry) = people.find(|entry| entry.person == *id) {
                let arrived = live::roll::arrival(document, now);
                let call = Roll::Call { person: *id, presence: Presence::Present, arrived };
                if entry.presence != Presence::Present {
                    self.run_now(Command::Roll(call));
                }
                return;
            }
        }
        let count = |open: &Open| open.editor().document().meeting().attendance.people.len();
        let before = self.record().map_or(0, count);
        self.run_now(Command::Roll(Roll::Add { who, at: usize::MAX, presence: Presence::Present }));
        let Some(document) = self.record().map(|open| open.editor().document()) else { return };
        let people = &document.meeting().attendance.people;
        let arrived = live::roll::arrival(document, now);
        let new = people.last().filter(|entry| people.len() > before && entry.arrived.is_none());
        if let (Some(entry), Some(_)) = (new, arrived) {
            let (person, presence) = (entry.person, Presence::Present);
            self.run_now(Command::Roll(Roll::Call { person, presence, arrived }));
        }
    }

    /// Makes text of these notes, or of all, which leads back to the text.
    fn send_notes(&mut self, chosen: Vec<BlockId>) {
        let count = |open: &Open| crate::edit::notes::notes(open.editor().document()).count();
        let before = self.record().map_or(0, count);
        let all = chosen.is_empty();
        self.keep_line();
        let before = self.record().map_or(0, count).max(before);
        // The page shows where they went.
        self.run_now(Command::Note(Noting::Send(chosen)));
        let sent = before - self.record().map_or(0, count).min(before);
        if sent > 0 {
            self.toast = Some((self.words.with("live-sent", &[("count", sent.into())]), 0.0));
            if all {
                self.leave_live();
            }
        }
    }
}
