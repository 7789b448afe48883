//! The publish screen: where a text goes, the exact result, what is to be known before, and what can be done with it.

mod boxes;
mod cards;
mod channel;
pub mod folder;
mod list;
mod noting;
mod past;
pub mod print;
mod ready;
mod side;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use eframe::egui::{self, Event, Id, Key, Modifiers, Rect, Ui, pos2, vec2};

pub use cards::{Card, Ends, Offer, Tone, cards, failure, lacking, stopped_by};
pub use channel::{Channel, Order, Shows};
use list::row_id;
pub use noting::Noting;
pub use past::{told_of as sent_said, when};
pub use ready::{Given, Making, Ready, Watching, paper, ready};

use self::boxes::{Boxes, Head};
use super::field::Line;
use super::pen::{Icon, Pen};
use super::preview::Preview;
use super::scroll::Scroll;
use super::theme::Face;
use super::widgets::{Button, IconButton, Label, PROGRESS, Progress, Row, Segments, Weight, cut, told};
use crate::arabic::anchored;
use crate::arabic::date::then_here;
use crate::document::{Language, OutputKind, Place};
use crate::export::review_says;
use crate::store::{Sent, Way};
use crate::text::Base;
use crate::words::Words;
use crate::workspace::Open;

/// From this width on the panel stands beside the result.
const THREE_COLUMNS: f32 = 1280.0;
/// How much room the result keeps beside it.
const LEAST: f32 = 600.0;
/// Seconds that something may take before it is told how far it is.
pub const PATIENCE: f64 = 0.3;

/// What a key or a command of the publish screen asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Open the screen, or leave it.
    Toggle,
    /// Write the publishing folder beside the record.
    Folder,
    /// Bring the folder that is there up to date.
    UpdateFolder,
    /// Write another folder beside the one that is there.
    NewFolder,
    /// Leave the folder that is there as it is.
    LeaveFolder,
    /// Print what is shown, or the text that is edited.
    Print,
    /// Ask where the text was published, to note it.
    Note,
    /// Show the panel where it has no room beside the result, or put it away.
    Panel,
}

/// What was asked on the screen.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// Another channel.
    Choose(Channel),
    /// The few lines in place of the whole text, or the other way round.
    Short(bool),
    /// Suggestions and remarks with the text, or the text as it is published.
    Review(bool),
    /// The one thing to do: copy the text, or save the file.
    Main,
    /// Copy the text.
    Copy,
    /// Save it as a file.
    Save,
    /// Show what was published before, or what is to be known.
    Past,
    /// The publishing folder.
    Folder,
    /// Print it.
    Print,
    /// Go to a place of the record.
    Jump(Place),
    /// What becomes of the last marks of lines.
    Ends(Ends),
    /// Note that it was published, with the link that was typed.
    Note,
    /// Note nothing.
    Unnote,
    /// Open the page of this link.
    OpenLink(String),
    /// Copy this link.
    CopyLink(String),
    /// Stop making it.
    Stop,
    /// Back to the text.
    Leave,
}

/// Holds work of the thread `export` back: a test sees it under way.
#[derive(Clone, Default)]
pub struct Gate(Option<Arc<Hold>>);

type Hold = dyn Fn(&Watching) + Send + Sync;

impl Gate {
    /// Work waits until this comes back.
    pub fn new(hold: impl Fn(&Watching) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(hold)))
    }

    /// Waits, if it is to.
    pub fn pass(&self, watching: &Watching) {
        if let Some(hold) = &self.0 {
            hold(watching);
        }
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate").finish_non_exhaustive()
    }
}

/// What was made for the channel that is chosen.
#[derive(Debug, Default)]
pub enum Seen {
    /// Nothing yet.
    #[default]
    Nothing,
    /// This.
    Ready(Box<Made>),
    /// Nothing, and why; with cards where that leads to a place.
    Failed(String, Vec<Card>),
}

/// What was made, as it is shown.
#[derive(Debug)]
pub struct Made {
    /// What was made.
    pub ready: Ready,
    /// Its text as it is pasted.
    pub pasted: String,
    /// What is to be known before.
    pub cards: Vec<Card>,
    /// Tells its text from others.
    version: u64,
}

/// What something was made of: a state of the record, the order, and the language in which it is told of.
type Of = (u64, Order, crate::words::Language);

/// What the screen remembers while its record is open.
#[derive(Default)]
pub struct Session {
    /// Where the text goes.
    pub channel: Channel,
    /// For which channels the few lines were asked for, or the whole text.
    short: HashMap<Channel, bool>,
    /// For which channel suggestions and remarks were asked for.
    review: Option<Channel>,
    /// Whether what was published before is listed.
    pub lists: bool,
    /// Whether the panel lies over the result, where it has no room beside it.
    pub over: bool,
    /// What becomes of the last marks of lines.
    pub ends: Ends,
    /// What is typed where it is noted that the text was published.
    pub noting: Option<Noting>,
    /// What was made.
    pub seen: Seen,
    /// What is being made, and of what.
    pub making: Option<Making>,
    /// What that, or what was made, is made of.
    of: Option<Of>,
    /// When the lines were copied that are lit.
    pub lit: Option<f64>,
    /// The list takes the keyboard.
    pub wants: bool,
    /// The pages, as they are drawn.
    pub pages: Preview,
    /// How many pages the text has, of which state and which text.
    counted: Option<(u64, OutputKind, usize)>,
    boxes: Boxes,
    versions: u64,
    channels: Scroll,
    side: Scroll,
}

impl Session {
    /// What goes where, of this text of the record.
    #[must_use]
    pub fn order(&self, output: OutputKind) -> Order {
        Order { output, channel: self.channel, short: self.is_short(), review: self.is_reviewed() }
    }

    /// Whether the few lines go out in place of the whole text.
    #[must_use]
    pub fn is_short(&self) -> bool {
        let usual = self.channel != Channel::Site;
        self.channel.is_pasted() && self.short.get(&self.channel).copied().unwrap_or(usual)
    }

    /// Whether suggestions and remarks go with the text.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.review == Some(self.channel) && self.channel.takes_review()
    }

    /// Asks for suggestions and remarks, or the text as it is published.
    pub fn set_review(&mut self, review: bool) {
        self.review = review.then_some(self.channel);
    }

    /// Asks for the few lines, or the whole text.
    pub fn set_short(&mut self, short: bool) {
        self.short.insert(self.channel, short);
        self.boxes.begin_anew();
    }

    /// Turns to another channel.
    pub fn choose(&mut self, channel: Channel) {
        if self.channel != channel || matches!(self.seen, Seen::Failed(..)) {
            self.of = None;
        }
        if self.channel != channel {
            self.boxes.begin_anew();
            self.side = Scroll::default();
            self.lit = None;
            // It is asked for anew: nothing of a review goes out because it was looked at before.
            self.review = None;
        }
        self.channel = channel;
        self.wants = true;
    }

    /// What was made, if it was.
    #[must_use]
    pub fn ready(&self) -> Option<&Made> {
        match &self.seen {
            Seen::Ready(made) => Some(made),
            Seen::Nothing | Seen::Failed(..) => None,
        }
    }

    /// Whether something else is to be made now; it is taken as begun.
    pub fn begins(&mut self, of: Of) -> bool {
        if self.of == Some(of) {
            return false;
        }
        self.of = Some(of);
        self.making = None;
        self.seen = Seen::Nothing;
        true
    }

    /// Takes in what was made.
    pub fn take(&mut self, ready: Ready, cards: Vec<Card>) {
        let pasted = ready.content.text.clone();
        self.versions += 1;
        self.seen = Seen::Ready(Box::new(Made { ready, pasted, cards, version: self.versions }));
        self.hold_ends();
    }

    /// Takes in what is to be known, told anew.
    pub fn retell(&mut self, cards: Vec<Card>) {
        if let Seen::Ready(made) = &mut self.seen {
            made.cards = cards;
        }
        self.hold_ends();
    }

    /// Holds the last marks of lines where they belong, if that was asked for.
    fn hold_ends(&mut self) {
        let held = self.ends == Ends::Held && self.channel.is_pasted();
        let Seen::Ready(made) = &mut self.seen else { return };
        let text = &made.ready.content.text;
        let pasted = if held { anchored(text) } else { text.clone() };
        if pasted != made.pasted {
            made.pasted = pasted;
            self.versions += 1;
            made.version = self.versions;
        }
    }

    /// Stops what is being made, and forgets that it was begun.
    pub fn leave(&mut self) {
        if self.making.take().is_some() {
            self.of = None;
        }
        self.lit = None;
        self.over = false;
        self.lists = false;
        self.noting = None;
    }

    /// How often a line was laid out.
    #[must_use]
    pub fn laid(&self) -> usize {
        self.boxes.laid
    }
}

/// What the screen is drawn from.
pub struct Part<'a> {
    /// The record.
    pub open: &'a Open,
    /// The words of the window.
    pub words: Words,
    /// Whether they read from the right.
    pub rtl: bool,
    /// What was published of the record before, the latest last.
    pub past: &'a [Sent],
    /// Seconds since 1970.
    pub now: i64,
    /// What is remembered.
    pub session: &'a mut Session,
}

/// Shows the screen below its bar; `free`: nothing floats above it.
pub fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    view: Rect,
    part: &mut Part<'_>,
    free: bool,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Asked> {
    let mut asked = if free { keys(ui, part) } else { Vec::new() };
    ui.painter().rect_filled(view, 0.0, pen.theme.desk);
    let wide = view.width() >= THREE_COLUMNS;
    // What is asked is seen.
    part.session.over |= !wide && part.session.noting.is_some();
    let mut row = Row::new(view, part.rtl);
    let list = row.start(if wide { list::WIDE } else { list::NARROW });
    // The result moves out from under the panel where it keeps its room.
    let beside = row.rest().width() - side::PANEL >= LEAST;
    let panel = (wide || part.session.over)
        .then(|| if beside { row.end(side::PANEL) } else { Row::new(view, part.rtl).end(side::PANEL) });
    let middle = row.rest();
    let mut channels = std::mem::take(&mut part.session.channels);
    asked.extend(list::show(ui, pen, list, part, &mut channels, |channel| told_of(channel, part)));
    part.session.channels = channels;
    asked.extend(result(ui, pen, middle, part, panel.is_none()));
    if let Some(rect) = panel {
        let mut scroll = std::mem::take(&mut part.session.side);
        asked.extend(side::show(ui, pen, rect, part, &mut scroll, !beside, focus));
        part.session.side = scroll;
    }
    if free && (part.session.wants || ui.memory(egui::Memory::focused).is_none()) {
        part.session.wants = false;
        let row = row_id(part.session.channel);
        // Asked for twice, egui would forget which keys are its own.
        if !ui.memory(|memory| memory.has_focus(row)) {
            ui.memory_mut(|memory| memory.request_focus(row));
        }
        ui.ctx().request_repaint();
    }
    asked
}

/// What the keys ask wherever the keyboard is on the screen.
fn keys(ui: &Ui, part: &mut Part<'_>) -> Vec<Asked> {
    let mut asked = Vec::new();
    if part.session.noting.is_some() {
        // The field has the others.
        let escapes = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        asked.extend(escapes.then_some(Asked::Unnote));
        return asked;
    }
    let copies = ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !matches!(event, Event::Copy));
        input.events.len() < before
    });
    if copies {
        asked.push(Asked::Copy);
    }
    let mut page = 0.0;
    let escapes = ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::PageDown) {
            page = 400.0;
        }
        if input.consume_key(Modifiers::NONE, Key::PageUp) {
            page = -400.0;
        }
        input.consume_key(Modifiers::NONE, Key::Escape)
    });
    if page != 0.0 {
        part.session.boxes.by(page);
    }
    if escapes && std::mem::take(&mut part.session.over) {
        ui.ctx().request_repaint();
    } else if escapes && part.session.lists {
        asked.push(Asked::Past);
    } else if escapes {
        asked.push(Asked::Leave);
    }
    asked
}

/// What a row of the list says of its channel.
fn told_of(channel: Channel, part: &Part<'_>) -> list::Told {
    let words = part.words;
    let last = part.past.iter().rev().find(|sent| sent.channel == channel.keyword());
    if let Some(sent) = last {
        return list::Told { about: sent_at(sent, part), sent: true };
    }
    let open = part.open;
    let of = (open.editor().state(), open.output);
    let about = match (channel, part.session.counted) {
        (Channel::Pdf, Some((state, output, count))) if (state, output) == of => {
            words.with("publish-pages", &[("count", count.into())])
        }
        _ => words.get(&format!("{}-about", channel.key())),
    };
    list::Told { about, sent: false }
}

/// «نُسخ 14:20»; the day in place of the hour, where it was another.
fn sent_at(sent: &Sent, part: &Part<'_>) -> String {
    let then = then_here(sent.at.0);
    let today = then_here(part.now).map(|(day, _)| day);
    let at = match then {
        Some((day, time)) if Some(day) == today => time.to_string(),
        Some((day, _)) => super::said::day(day, part.words),
        None => String::new(),
    };
    let key = match sent.way {
        Way::Copied => "publish-row-copied",
        Way::Saved | Way::Folder => "publish-row-saved",
        Way::Printed => "publish-row-printed",
        Way::Noted => "publish-row-noted",
    };
    part.words.with(key, &[("at", at.into())])
}

/// The middle: what it is, how long, and the result itself.
fn result(ui: &mut Ui, pen: &mut Pen, view: Rect, part: &mut Part<'_>, folded: bool) -> Vec<Asked> {
    let mut asked = Vec::new();
    let inner = Rect::from_min_max(view.min + vec2(24.0, 16.0), pos2(view.right() - 24.0, view.bottom()));
    head(ui, pen, inner.with_max_y(inner.top() + 32.0), part, folded, &mut asked);
    let below = inner.with_min_y(inner.top() + 44.0);
    let channel = part.session.channel;
    let before = ui.clip_rect();
    ui.set_clip_rect(view.with_min_y(below.top() - 4.0).intersect(before));
    // Where the card that tells why there is nothing has no room, the words stand here.
    let failed = folded && matches!(part.session.seen, Seen::Failed(..));
    match channel.shows() {
        Shows::Pages if !failed => {
            let order = part.session.order(part.open.output);
            let document = part.open.editor().document();
            let says = order.view();
            let today = then_here(part.now).map(|(day, _)| day);
            let review = (channel == Channel::Review).then(|| review_says(document, &says, today));
            part.session.pages.view = Some(says);
            part.session.pages.set_review(review);
            if let Seen::Ready(made) = &part.session.seen {
                part.session.pages.set_pictures(&made.ready.pictures);
            }
            let place = view.with_min_y(below.top() - 4.0);
            if let Some(place) = part.session.pages.show(ui, pen, part.open, part.words, place) {
                asked.push(Asked::Jump(place));
            }
            part.session.pages.stopped = false;
        }
        Shows::Pages | Shows::Boxes | Shows::Text => texts(ui, pen, below, part),
    }
    ui.set_clip_rect(before);
    count_pages(ui, pen, part);
    let now = ui.input(|input| input.time);
    if let Some(making) = &part.session.making {
        let late = now - making.since;
        if late < PATIENCE {
            let wait = std::time::Duration::from_secs_f64(PATIENCE - late);
            ui.ctx().request_repaint_after(wait);
        } else {
            let words = part.words.get("publish-making");
            let cancel = part.words.get("dialog-cancel");
            let progress =
                Progress { words: &words, done: making.watching.part(), cancel: &cancel, rtl: part.rtl };
            let foot = pos2(view.center().x - 210.0, view.bottom() - 16.0 - PROGRESS).round();
            let place = Rect::from_min_size(foot, vec2(420.0_f32.min(view.width() - 16.0), PROGRESS));
            if progress.show(ui, pen, place, Id::unique("publish-progress")) {
                asked.push(Asked::Stop);
            }
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
        }
    }
    asked
}

/// The text in its boxes.
fn texts(ui: &mut Ui, pen: &mut Pen, view: Rect, part: &mut Part<'_>) {
    let session = &mut *part.session;
    let channel = session.channel;
    let now = ui.input(|input| input.time);
    let lit = session.lit.map_or(0.0, |at| boxes::lit(now - at));
    if lit > 0.0 {
        // It stays as it is until it begins to fade.
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(if lit < 1.0 { 16 } else { 40 }));
    } else {
        session.lit = None;
    }
    let Seen::Ready(made) = &session.seen else {
        let words = match &session.seen {
            Seen::Failed(words, _) => words.clone(),
            Seen::Ready(_) | Seen::Nothing => return,
        };
        let label = Label { words: &words, face: Face::Base, ink: pen.theme.ink2 };
        label.show(ui, pen, view.min, view.width(), "publish-failed");
        return;
    };
    let words = part.words;
    let from = |name: &str, about: String, base| Head { name: words.get(name), about, base };
    let name = words.get(&channel.key());
    let is_arabic = part.open.editor().document().language() == Language::Arabic;
    let heads = if channel.shows() == Shows::Boxes {
        let right = words.with("publish-box-rtl-about", &[("channel", name.into())]);
        let left = words.get("publish-box-ltr-about");
        vec![from("publish-box-rtl", right, Base::Rtl), from("publish-box-ltr", left, Base::Ltr)]
    } else {
        let base = match (channel, is_arabic) {
            (Channel::Html, _) => Base::Auto,
            (Channel::Ron, _) => Base::Ltr,
            (_, true) => Base::Rtl,
            (_, false) => Base::Ltr,
        };
        let about = words.get(&format!("{}-about", channel.key()));
        vec![Head { name, about, base }]
    };
    let text = (made.pasted.as_str(), made.version, channel.format().shown_first());
    session.boxes.show(ui, pen, view, text, &heads, channel, (lit, part.rtl));
}

/// Counts the pages of the text, a slice in a frame, once what is looked at is there.
fn count_pages(ui: &Ui, pen: &mut Pen, part: &mut Part<'_>) {
    let open = part.open;
    let (state, output) = (open.editor().state(), open.output);
    let is_printed = part.session.channel == Channel::Pdf;
    let of = (state, output);
    let known = !is_printed && part.session.counted.is_some_and(|(state, text, _)| (state, text) == of);
    let other = matches!(part.session.channel, Channel::Press | Channel::Review);
    if known || other || part.session.ready().is_none() {
        return;
    }
    if part.session.channel.shows() != Shows::Pages {
        part.session.pages.view = Some(Order::whole(output, Channel::Pdf).view());
        part.session.pages.set_review(None);
    }
    let (pages, whole) = part.session.pages.lay(ui.ctx(), pen, open);
    let counted = Some((state, output, pages));
    if whole && part.session.counted != counted {
        part.session.counted = counted;
        ui.ctx().request_repaint();
    }
}

/// What is shown, how long it is, and which of the two texts.
fn head(ui: &mut Ui, pen: &mut Pen, rect: Rect, part: &mut Part<'_>, folded: bool, asked: &mut Vec<Asked>) {
    let theme = pen.theme;
    let words = part.words;
    let channel = part.session.channel;
    let mut row = Row::new(rect, part.rtl);
    if folded {
        let key = if channel.is_pasted() { "publish-copy" } else { "publish-save" };
        let button = Button {
            words: &words.get(key),
            icon: Some(Icon::Copy),
            weight: Weight::Filled,
            ..Button::default()
        };
        let place = row.end(button.width(ui, pen));
        side::main(ui, pen, place, part, asked);
        row.end(12.0);
    }
    if channel.is_pasted() {
        let options = [words.get("publish-short"), words.get("publish-full")];
        let chosen = Some(usize::from(!part.session.is_short()));
        let segments = Segments { options: &options, chosen, rtl: part.rtl };
        let place = row.end(segments.width(ui, pen));
        if let Some(hit) = segments.show(ui, pen, place, Id::unique("publish-short")) {
            asked.push(Asked::Short(hit == 0));
        }
        row.end(12.0);
    }
    if channel.takes_review() {
        let options = [words.get("publish-clean-copy"), words.get("publish-review-copy")];
        let chosen = Some(usize::from(part.session.is_reviewed()));
        let segments = Segments { options: &options, chosen, rtl: part.rtl };
        let place = row.end(segments.width(ui, pen));
        if let Some(hit) = segments.show(ui, pen, place, Id::unique("publish-review")) {
            asked.push(Asked::Review(hit == 1));
        }
        row.end(12.0);
    }
    let length = length(part);
    if !length.is_empty() {
        let shown = pen.line(ui.ctx(), &length, Face::Caption);
        let place = row.end(shown.width());
        pen.draw(ui.painter(), &shown, place.center(), egui::Align2::CENTER_CENTER, theme.ink2);
        told(ui, place, "publish-length", &length);
        row.end(12.0);
    }
    let key = match channel.shows() {
        Shows::Boxes => "publish-as-pasted",
        Shows::Text => "publish-as-written",
        Shows::Pages if channel.breaks_lines().is_some() => "publish-as-opened",
        Shows::Pages => "publish-as-printed",
    };
    let program = channel.breaks_lines().unwrap_or_default();
    let title =
        words.with(key, &[("channel", words.get(&channel.key()).into()), ("program", program.into())]);
    cut(ui, pen, row.rest(), Label { words: &title, face: Face::Section, ink: theme.ink }, part.rtl);
    told(ui, row.rest(), "publish-title", &title);
}

/// «525 حرفا · 81 كلمة», with the most a channel takes; of pages, how many.
fn length(part: &Part<'_>) -> String {
    let words = part.words;
    let Some(made) = part.session.ready() else { return String::new() };
    if part.session.channel.shows() == Shows::Pages {
        let (_, count) = part.session.pages.pages();
        return words.with("publish-pages", &[("count", count.into())]);
    }
    let (letters, count) = made.ready.length;
    let format = part.session.channel.format();
    let mut said = vec![
        words.with("publish-letters", &[("count", letters.into())]),
        words.with("status-words", &[("count", count.into())]),
    ];
    said.extend(format.limit().map(|most| words.with("publish-limit", &[("most", most.into())])));
    let first = format.shown_first().filter(|first| made.ready.length.0 > *first);
    said.extend(first.map(|first| words.with("publish-shown-first", &[("count", first.into())])));
    said.join(" · ")
}

/// What stands at the end of the bar while the screen is shown; what was pressed of it.
pub fn bar_end(
    ui: &mut Ui,
    pen: &mut Pen,
    row: &mut Row,
    wide: bool,
    over: bool,
    words: Words,
) -> Option<Act> {
    let rtl = words.language().is_right_to_left();
    let mut pressed = None;
    let note = words.get("publish-note");
    let button = Button { words: &note, rtl, ..Button::default() };
    let place = row.end(button.width(ui, pen));
    if button.show(ui, pen, place, Id::unique("publish-note")) {
        pressed = Some(Act::Note);
    }
    row.end(8.0);
    let back = words.get("live-back");
    let icon = if rtl { Icon::ArrowRight } else { Icon::ArrowLeft };
    if wide {
        let button =
            Button { words: &back, icon: Some(icon), weight: Weight::Quiet, rtl, ..Button::default() };
        let place = row.end(button.width(ui, pen));
        if button.show(ui, pen, place, Id::unique("publish-back")) {
            pressed = Some(Act::Toggle);
        }
    } else {
        let name = words.get("cmd-toggle-panel");
        let toggle =
            IconButton { icon: Icon::SidebarSimple, name: &name, chosen: Some(over), refused: None, rtl };
        if toggle.show(ui, pen, row.end(32.0), Id::unique("publish-side")) {
            pressed = Some(Act::Panel);
        }
        row.end(8.0);
        let button = IconButton { icon, name: &back, chosen: None, refused: None, rtl };
        if button.show(ui, pen, row.end(32.0), Id::unique("publish-back")) {
            pressed = Some(Act::Toggle);
        }
    }
    row.end(16.0);
    pressed
}
