//! Publishing in the window: the screen in place of the page, and every way out of it: clipboard, file, folder, paper.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Rect, Ui};

use super::errands::{Done, Note};
use super::keeper::Said;
use super::{App, Instead};
use crate::document::{Document, Stamp};
use crate::export::{self, Error};
use crate::store::{self, Outdated, Picture, SaveError, Sent, Way, web_address};
use crate::ui::action::Action;
use crate::ui::bars::{Bar, Tone};
use crate::ui::clipboard::{Content, Copier};
use crate::ui::files::Purpose;
use crate::ui::pen::Icon;
use crate::ui::publish::print::{Handed, Programs, hand_over};
use crate::ui::publish::{
    self, Act, Asked, Channel, Ends, Gate, Given, Making, Noting, Order, Part, Seen, Watching, cards, folder,
};
use crate::ui::widgets::Weight;
use crate::words::Words;

/// What publishing holds beside the screens of the records.
pub(super) struct Publishing {
    /// The desktop's clipboard in all its forms; without one, egui's takes the plain text.
    copier: Option<Copier>,
    /// What is on its way to it.
    copying: Option<Copying>,
    /// A whole text that is being made to be copied: of which tab.
    whole: Option<(u32, Order, Making)>,
    /// A folder that is there already: of which tab.
    there: Option<(u32, PathBuf)>,
    programs: Programs,
    /// Holds work back, in tests.
    pub(super) gate: Gate,
}

/// Something on its way to the clipboard.
struct Copying {
    of: u32,
    content: Content,
    note: Note,
    /// Whether it is what the screen shows.
    shown: bool,
}

impl Default for Publishing {
    fn default() -> Self {
        Self {
            copier: None,
            copying: None,
            whole: None,
            there: None,
            programs: Programs::of_the_system(),
            gate: Gate::default(),
        }
    }
}

/// What a file is called while another program has it.
const TEMPORARY: &str = "pdf";

impl App {
    /// Copies so from now on, on a thread of its own.
    pub fn copies_by(&mut self, write: impl FnMut(&Content) -> Result<(), String> + Send + 'static) {
        self.publishing.copier = Some(Copier::writing(&self.wake, write));
    }

    /// Holds work of the thread `export` back from now on.
    pub fn holds_exports(&mut self, gate: Gate) {
        self.publishing.gate = gate;
    }

    /// Prints with these programs from now on.
    pub fn prints_with(&mut self, programs: Programs) {
        self.publishing.programs = programs;
    }

    /// How often a line of what is published was laid out.
    #[must_use]
    pub fn published_laid(&self) -> usize {
        self.tab().map_or(0, |tab| tab.publish.laid())
    }

    /// Whether the publish screen is what is seen.
    pub(super) fn has_publish(&self) -> bool {
        matches!(self.instead.last(), Some(Instead::Publish))
    }

    /// Does what a command of the publish screen asks.
    pub(super) fn publish(&mut self, ctx: &egui::Context, act: Act) {
        match act {
            Act::Toggle if self.has_publish() => self.leave_publish(),
            Act::Toggle => self.open_publish(),
            Act::Folder => self.begin_folder(ctx),
            Act::UpdateFolder | Act::NewFolder | Act::LeaveFolder => {
                let Some((of, place)) = self.publishing.there.take() else { return };
                let is_here = self.tab().is_some_and(|tab| tab.key == of);
                if act != Act::LeaveFolder && is_here {
                    self.write_folder(ctx, &place, act == Act::UpdateFolder);
                }
            }
            Act::Print => self.print(ctx),
            Act::Note => self.ask_for_link(),
            Act::Panel => {
                if let Some(tab) = self.tab_mut() {
                    tab.publish.over = !tab.publish.over;
                }
            }
        }
        ctx.request_repaint();
    }

    fn open_publish(&mut self) {
        self.put_away();
        self.focus = None;
        self.popup = None;
        self.calendar = None;
        if let Some(tab) = self.tab_mut() {
            tab.publish.wants = true;
            self.instead = vec![Instead::Publish];
        }
    }

    fn leave_publish(&mut self) {
        self.stop_publishing();
        self.instead.retain(|shown| !matches!(shown, Instead::Publish));
        self.focus = None;
        self.wants_page();
    }

    /// What is made only to be looked at is not wanted any more.
    pub(super) fn stop_publishing(&mut self) {
        for tab in &mut self.tabs {
            tab.publish.leave();
        }
    }

    /// What is given along with the record that is shown.
    fn given_along(&self) -> Given {
        let mut given = Given { today: Some((self.clock)().date), ..Given::default() };
        let Some(open) = self.record() else { return given };
        given.folder = open.path().and_then(Path::parent).map(Path::to_path_buf);
        given.record = Some(store::random_record_id());
        let name = &open.editor().document().letterhead().logo;
        let logo = self.picture(name);
        let logo = logo.as_ref().map(|logo: &Picture| (name.clone(), logo.bytes().to_vec()));
        given.pictures.found.extend(logo);
        given
    }

    /// The screen, in place of the page.
    pub(super) fn publish_screen(&mut self, ui: &mut Ui, view: Rect) -> Vec<Action> {
        self.make_shown(ui.ctx());
        let (words, free) = (self.words, self.is_free());
        let now = (self.clock)().seconds;
        let Some(tab) = self.at.and_then(|at| self.tabs.get_mut(at)) else { return Vec::new() };
        let mut part = Part {
            open: &tab.open,
            words,
            rtl: words.language().is_right_to_left(),
            past: self.kept.published.of(tab.open.editor().document().id()),
            now,
            session: &mut tab.publish,
        };
        let asked = publish::show(ui, &mut self.pen, view, &mut part, free, &mut self.focus);
        let mut actions = Vec::new();
        for asked in asked {
            actions.extend(self.of_publish(ui.ctx(), asked));
            ui.ctx().request_repaint();
        }
        actions
    }

    /// Begins to make what is shown, where that is not made yet, and takes in what was made.
    fn make_shown(&mut self, ctx: &egui::Context) {
        let Some(tab) = self.tab() else { return };
        let order = tab.publish.order(tab.open.output);
        let of = (tab.open.editor().state(), order, self.words.language());
        let document = tab.open.editor().document().clone();
        let begins = self.tab_mut().is_some_and(|tab| tab.publish.begins(of));
        if begins {
            let given = self.given_along();
            let making = self.begin_making(ctx, document, order, given);
            let failed = making.is_none().then(|| self.words.get("publish-no-thread"));
            if let Some(tab) = self.tab_mut() {
                tab.publish.making = making;
                tab.publish.seen = failed.map_or(Seen::Nothing, |words| Seen::Failed(words, Vec::new()));
            }
        }
        let ended = self.tab().and_then(|tab| tab.publish.making.as_ref()?.ended());
        let Some(ended) = ended else { return };
        let words = self.words;
        let told = ended.as_ref().err().map_or_else(String::new, |error| told_failure(error, words));
        if let Some(tab) = self.tab_mut() {
            tab.publish.making = None;
            match ended {
                Ok(ready) => {
                    let document = tab.open.editor().document();
                    let cards = cards(document, order, &ready, tab.publish.ends, words);
                    tab.publish.take(ready, cards);
                }
                Err(error) => {
                    let document = tab.open.editor().document();
                    let card = publish::stopped_by(document, order, &error, words);
                    tab.publish.seen = Seen::Failed(told, card.into_iter().collect());
                }
            }
        }
        ctx.request_repaint();
    }

    fn begin_making(
        &self,
        ctx: &egui::Context,
        document: Document,
        order: Order,
        given: Given,
    ) -> Option<Making> {
        let wake = ctx.clone();
        let since = ctx.input(|input| input.time);
        let gate = self.publishing.gate.clone();
        Making::begin(document, order, given, since, gate, move || wake.request_repaint())
    }

    fn of_publish(&mut self, ctx: &egui::Context, asked: Asked) -> Option<Action> {
        let pasted = self.tab()?.publish.channel.is_pasted();
        let asked = match asked {
            Asked::Main if pasted => Asked::Copy,
            Asked::Main => Asked::Save,
            other => other,
        };
        match asked {
            Asked::Choose(channel) => self.tab_mut()?.publish.choose(channel),
            Asked::Short(short) => self.tab_mut()?.publish.set_short(short),
            Asked::Review(review) => self.tab_mut()?.publish.set_review(review),
            Asked::Copy => self.copy_shown(ctx),
            Asked::Save => {
                self.tab()?.publish.ready()?;
                return Some(Action::Ask(Purpose::ExportText));
            }
            Asked::Past => {
                let session = &mut self.tab_mut()?.publish;
                session.lists = !session.lists;
            }
            Asked::Folder => self.begin_folder(ctx),
            Asked::Print => self.print(ctx),
            Asked::Jump(place) => return Some(Action::Jump(place)),
            Asked::Ends(ends) => self.set_ends(ends),
            Asked::Note => self.note_publication(),
            Asked::Unnote => self.end_noting(),
            Asked::OpenLink(link) => {
                // A log may hold what somebody wrote into it: a page is opened, nothing else.
                if let Some(address) = web_address(&link) {
                    ctx.open_url(egui::OpenUrl::new_tab(address));
                }
            }
            Asked::CopyLink(link) => {
                ctx.copy_text(link);
                self.toast = Some((self.words.get("publish-link-copied"), 0.0));
            }
            Asked::Stop => {
                if let Some(making) = &self.tab()?.publish.making {
                    making.watching.stop();
                }
            }
            Asked::Leave => self.leave_publish(),
            Asked::Main => {}
        }
        None
    }

    fn set_ends(&mut self, ends: Ends) {
        let words = self.words;
        let Some(tab) = self.tab_mut() else { return };
        tab.publish.ends = ends;
        let order = tab.publish.order(tab.open.output);
        let Some(made) = tab.publish.ready() else { return };
        let cards = cards(tab.open.editor().document(), order, &made.ready, ends, words);
        tab.publish.retell(cards);
    }

    /// Copies what the screen shows.
    fn copy_shown(&mut self, ctx: &egui::Context) {
        let Some(tab) = self.tab() else { return };
        let Some(made) = tab.publish.ready() else { return };
        let content = Content { text: made.pasted.clone(), html: made.ready.content.html.clone() };
        let order = tab.publish.order(tab.open.output);
        let (of, note) = (tab.key, self.note_of(order, Way::Copied));
        if let Some(note) = note {
            self.copy(ctx, Copying { of, content, note, shown: true });
        }
    }

    /// Copies the whole text of the output that is shown, wherever the window is.
    pub(super) fn copy_text(&mut self, ctx: &egui::Context) {
        let Some(tab) = self.tab() else { return };
        let order = Order::whole(tab.open.output, Channel::Txt);
        let (key, document) = (tab.key, tab.open.editor().document().clone());
        let given = self.given_along();
        self.publishing.whole =
            self.begin_making(ctx, document, order, given).map(|making| (key, order, making));
    }

    /// What is noted once the text that is shown has left the house.
    fn note_of(&self, order: Order, way: Way) -> Option<Note> {
        let record = self.record()?.editor().document().id();
        let (channel, at) = (order.channel.keyword().to_owned(), Stamp((self.clock)().seconds));
        Some((
            record,
            Sent { channel, output: order.output, way, at, place: String::new(), link: String::new() },
        ))
    }

    fn copy(&mut self, ctx: &egui::Context, copying: Copying) {
        match &self.publishing.copier {
            Some(copier) => {
                copier.copy(copying.content.clone());
                self.publishing.copying = Some(copying);
            }
            None => {
                ctx.copy_text(copying.content.text.clone());
                self.copied(ctx, copying);
            }
        }
    }

    /// Takes in what became of copies since the last frame.
    pub(super) fn copies_ended(&mut self, ctx: &egui::Context) {
        let whole = self.publishing.whole.as_ref();
        let ended = whole.and_then(|(.., making)| making.ended());
        if let Some((of, order, _)) = self.publishing.whole.take_if(|_| ended.is_some()) {
            match ended {
                Some(Ok(ready)) => {
                    let note = self.note_of(order, Way::Copied);
                    if let Some(note) = note {
                        self.copy(ctx, Copying { of, content: ready.content, note, shown: false });
                    }
                }
                Some(Err(error)) => self.notice = Some(told_failure(&error, self.words)),
                None => {}
            }
        }
        let answered = self.publishing.copier.as_ref().and_then(Copier::ended);
        let Some(answer) = answered else { return };
        let Some(copying) = self.publishing.copying.take() else { return };
        if answer.is_err() {
            // The desktop's own would not have it: egui's takes the words.
            ctx.copy_text(copying.content.text.clone());
        }
        self.copied(ctx, copying);
    }

    /// It was copied: it is said, shown and noted; the record stays as it is.
    fn copied(&mut self, ctx: &egui::Context, copying: Copying) {
        let Copying { of, note: (record, sent), shown, .. } = copying;
        let channel = self.words.get(&format!("publish-to-{}", sent.channel));
        self.toast = Some(if shown {
            (self.words.with("publish-copied", &[("channel", channel.into())]), 0.0)
        } else {
            (self.words.get("toast-copied"), 0.0)
        });
        self.kept.note_sent(record, sent);
        if let Some(tab) = self.tabs.iter_mut().find(|tab| tab.key == of).filter(|_| shown) {
            tab.publish.lit = Some(ctx.input(|input| input.time));
        }
        ctx.request_repaint();
    }

    /// Asks where on the web the text that is shown can be read, to note that it was published.
    fn ask_for_link(&mut self) {
        if !self.has_publish() {
            self.open_publish();
        }
        if let Some(tab) = self.tab_mut() {
            tab.publish.noting = Some(Noting::default());
            tab.publish.lists = true;
        }
    }

    fn end_noting(&mut self) {
        self.focus = None;
        if let Some(tab) = self.tab_mut() {
            tab.publish.noting = None;
            tab.publish.wants = true;
        }
    }

    /// Notes that the text that is shown was published, unless what was typed for its link is none.
    fn note_publication(&mut self) {
        let Some(tab) = self.tab_mut() else { return };
        let order = tab.publish.order(tab.open.output);
        let Some(noting) = &mut tab.publish.noting else { return };
        let typed = noting.link.trim();
        let link = if typed.is_empty() { Some(String::new()) } else { web_address(typed) };
        let Some(link) = link else {
            noting.wrong = true;
            return;
        };
        self.end_noting();
        if let Some((record, sent)) = self.note_of(order, Way::Noted) {
            let channel = self.words.get(&order.channel.key());
            let output = self.words.get(&format!("the-output-{}", order.output));
            let values = [("channel", channel.into()), ("output", output.into())];
            self.toast = Some((self.words.with("publish-noted", &values), 0.0));
            self.kept.note_sent(record, Sent { link, ..sent });
        }
    }

    /// What a file for the channel that is shown is called.
    pub(super) fn name_of_export(&self) -> String {
        let Some(tab) = self.tab() else { return String::new() };
        let channel = if self.has_publish() { tab.publish.channel } else { Channel::Txt };
        let document = tab.open.editor().document();
        if channel == Channel::Ron {
            // The name of the record itself would invite to write over it.
            let name = folder::name(document, tab.open.output);
            let name = self.words.with("publish-file-public", &[("name", (&name).into())]);
            return format!("{name}.{}", channel.format().ending());
        }
        export::file_name(document, tab.open.output, channel.format())
    }

    /// What is said where an export would take the place of a record: no text does, and a record for others only that of
    /// none.
    pub(super) fn takes_a_record(&self, path: &Path) -> Option<&'static str> {
        let is_shown =
            self.has_publish() && self.tab().is_some_and(|tab| tab.publish.channel == Channel::Ron);
        let (key, is_free) = if is_shown {
            ("export-another-record", !store::exists(path))
        } else {
            ("export-over-record", false)
        };
        (!is_free && store::is_record(path)).then_some(key)
    }

    /// Writes the text of the output that is shown to this file: what the screen shows, or another format where the name
    /// ends like one.
    pub(super) fn export(&mut self, ctx: &egui::Context, path: &Path) {
        if let Some(key) = self.takes_a_record(path) {
            // The desktop's own dialog has asked whether to replace it.
            let path = path.to_string_lossy().into_owned();
            self.notice = Some(self.words.with(key, &[("path", path.into())]));
            return;
        }
        let Some(tab) = self.tab() else { return };
        let shown = if self.has_publish() { tab.publish.channel } else { Channel::Txt };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let named = Channel::of_ending(ending);
        let fits = ending.eq_ignore_ascii_case(shown.format().ending());
        let channel = named.filter(|_| !fits).unwrap_or(shown);
        let short = self.has_publish() && channel == shown && tab.publish.is_short();
        let review = self.has_publish() && channel == shown && tab.publish.is_reviewed();
        let order = Order { output: tab.open.output, channel, short, review };
        let (document, target) = (tab.open.editor().document().clone(), path.to_path_buf());
        let mut given = self.given_along();
        let note = self.note_of(order, Way::Saved);
        self.errand(ctx, (Purpose::ExportText, path), note, move |watching| {
            given.find_pictures(&document);
            let Some(bytes) = made(&document, order, &given, watching)? else { return Ok(Done::default()) };
            let written = store::write_bytes(&target, &bytes, store::Overwrite::Replace);
            written.map(|_| Done { place: target, ..Done::default() }).map_err(|error| error.message())
        });
    }

    /// Writes the publishing folder beside the record, or asks where to.
    fn begin_folder(&mut self, ctx: &egui::Context) {
        let beside = self.record().and_then(|open| open.path()).and_then(Path::parent).map(Path::to_path_buf);
        match beside {
            Some(beside) => self.publish_into(ctx, &beside),
            None => self.ask(ctx, Purpose::Publish),
        }
    }

    /// Writes the publishing folder into this folder; one that is there is asked about first.
    pub(super) fn publish_into(&mut self, ctx: &egui::Context, beside: &Path) {
        let Some(tab) = self.tab() else { return };
        let name = folder::name(tab.open.editor().document(), tab.open.output);
        let place = store::publishing_folder(beside, &name);
        if place.is_dir() {
            self.publishing.there = Some((tab.key, place));
        } else {
            self.write_folder(ctx, &place, false);
        }
    }

    /// Writes the publishing folder under this name, or the next that is free; or brings it up to date.
    fn write_folder(&mut self, ctx: &egui::Context, place: &Path, updates: bool) {
        let Some(tab) = self.tab() else { return };
        let (output, words) = (tab.open.output, self.words);
        let (document, target) = (tab.open.editor().document().clone(), place.to_path_buf());
        let order = Order::whole(output, Channel::Txt);
        let Some((record, sent)) = self.note_of(order, Way::Folder) else { return };
        let sent = Sent { channel: "folder".to_owned(), ..sent };
        let log = self.log(&sent, updates);
        let names = if updates { folder::named_in(&target, words) } else { words };
        let mut given = self.given_along();
        self.errand(ctx, (Purpose::Publish, place), Some((record, sent)), move |watching| {
            given.find_pictures(&document);
            let pieces = match folder::pieces(&document, output, &given, watching, (names, words)) {
                Ok(pieces) => pieces,
                Err(Error::Stopped) => return Ok(Done::default()),
                Err(error) => return Err(publish::failure(&error)),
            };
            let name = folder::log_name(names);
            let log = (name.as_str(), log.as_str());
            let written = if updates {
                let outdated = store::update_publishing_folder(&target, &pieces.files, &pieces.unmade, log);
                outdated.map(|outdated| (target, outdated))
            } else {
                let beside = target.parent().unwrap_or(&target);
                let name = target.file_name().unwrap_or_default().to_string_lossy();
                let made = store::make_publishing_folder(beside, &name, &pieces.files, log);
                made.map(|place| (place, Outdated::default()))
            };
            let (place, outdated) = written.map_err(|error| error.message())?;
            let missing = pieces.missing.iter().map(|(name, why)| format!("{name} ({why})")).collect();
            let all = [
                ("publish-folder-missing", missing),
                ("publish-folder-kept", outdated.kept),
                ("publish-folder-taken", outdated.taken),
            ];
            let separator = words.get("publish-comma");
            let said = all.iter().filter(|(_, names)| !names.is_empty());
            let said = said.map(|(key, names)| words.with(key, &[("what", names.join(&separator).into())]));
            let said = said.collect::<Vec<_>>().join(" ");
            Ok(Done { place, remarks: (!said.is_empty()).then_some(said), handed: None })
        });
    }

    /// The lines of the log: what went where before, unless the folder knows it, and that the folder was written.
    fn log(&self, now: &Sent, updates: bool) -> String {
        let words = self.words;
        let Some(open) = self.record() else { return String::new() };
        let past = self.kept.published.of(open.editor().document().id());
        let last = past.iter().rposition(|sent| sent.way == Way::Folder).map_or(0, |at| at + 1);
        let past = past.iter().skip(if updates { last } else { 0 });
        past.chain([now]).map(|sent| log_line(sent, words)).collect()
    }

    /// Prints what is shown, for those who read it there; else the text that is edited.
    pub(super) fn print(&mut self, ctx: &egui::Context) {
        let Some(tab) = self.tab() else { return };
        let output = tab.open.output;
        let order =
            if self.has_publish() { tab.publish.order(output) } else { Order::whole(output, Channel::Pdf) };
        let document = tab.open.editor().document().clone();
        let mut given = self.given_along();
        let programs = self.publishing.programs.clone();
        let channel = if order.channel == Channel::Review { Channel::Review } else { Channel::Pdf };
        let output = order.view().output;
        let note = self.note_of(Order::whole(output, channel), Way::Printed);
        let path = PathBuf::from(folder::name(&document, output));
        self.errand(ctx, (Purpose::Print, &path), note, move |watching| {
            given.find_pictures(&document);
            let watch = |done: usize, all: usize| watching.tell(done, all);
            let Some(bytes) = unless_stopped(publish::paper(&document, order, &given, &watch))? else {
                return Ok(Done::default());
            };
            let place = store::write_temporary(&std::env::temp_dir(), TEMPORARY, &bytes)
                .map_err(|error: SaveError| error.message())?;
            let handed = hand_over(&programs, &place);
            if handed != Some(Handed::Viewer) {
                // Whoever prints has taken it in; a viewer reads it for as long as it is open.
                store::remove_temporary(&place);
            }
            match handed {
                Some(handed) => Ok(Done { place, remarks: None, handed: Some(handed) }),
                None => Err(("publish-no-printer", Vec::new())),
            }
        });
    }

    /// What is to be answered before a folder that is there is written into.
    pub(super) fn publish_bars(&self) -> Option<Bar> {
        let (of, place) = self.publishing.there.as_ref()?;
        self.tab().filter(|tab| tab.key == *of)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let offer = |key: &str, act| (self.words.get(key), Weight::Plain, Action::Publish(act));
        Some(Bar {
            tone: Tone::Warn,
            icon: Icon::FolderOpen,
            text: self.words.with("publish-folder-there", &[("name", name.into())]),
            detail: self.words.get("publish-folder-there-about"),
            offers: vec![
                offer("publish-folder-update", Act::UpdateFolder),
                offer("publish-folder-new", Act::NewFolder),
            ],
            close: Some(Action::Publish(Act::LeaveFolder)),
        })
    }
}

/// The bytes of a file; nothing where it was stopped.
fn made(
    document: &Document,
    order: Order,
    given: &Given,
    watching: &Watching,
) -> Result<Option<Vec<u8>>, Said> {
    let watch = |done: usize, all: usize| watching.tell(done, all);
    unless_stopped(publish::ready(document, order, given, &watch).map(|ready| ready.bytes))
}

fn unless_stopped(made: Result<Vec<u8>, Error>) -> Result<Option<Vec<u8>>, Said> {
    match made {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Error::Stopped) => Ok(None),
        Err(error) => Err(publish::failure(&error)),
    }
}

/// Why nothing was made, in words.
fn told_failure(error: &Error, words: Words) -> String {
    let (key, values) = publish::failure(error);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.into())).collect();
    words.with(key, &values)
}

/// A line of the log of a publishing folder.
fn log_line(sent: &Sent, words: Words) -> String {
    let line = format!("{} — {}", publish::when(sent.at, words), publish::sent_said(sent, words));
    let known = [&sent.place, &sent.link].into_iter().filter(|known| !known.is_empty());
    let line = known.fold(line, |line, known| format!("{line} — {known}"));
    format!("{}\n", crate::arabic::for_readers(&line))
}
