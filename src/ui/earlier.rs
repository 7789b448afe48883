//! The earlier states of a record: when each was saved, how long it is, what has changed since.

use std::sync::mpsc::{Receiver, channel};

use eframe::egui::{Align2, Id, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::action::Action;
use super::pen::{Icon, Pen};
use super::said;
use super::scroll::Scroll;
use super::theme::Face;
use super::widgets::{Button, IconButton, Row, Weight, side, told};
use crate::arabic::date;
use crate::document::{Document, OutputKind, Stamp};
use crate::edit::compare::{Summary, compare};
use crate::store::{self, Earlier};
use crate::template::{self, View};
use crate::text::Base;
use crate::words::Words;

const CARD: f32 = 760.0;
const LINE: f32 = 60.0;
const INSET: f32 = 16.0;

/// What is known of a state once it was read: its words, and what has changed since, if anything.
type Read = Option<(usize, Option<Summary>)>;

/// The screen, and what was read for it so far.
pub struct Screen {
    name: String,
    states: Vec<(Earlier, Option<Read>)>,
    coming: Receiver<(usize, Read)>,
    scroll: Scroll,
    /// Whether it was drawn before: the first frame gives a control the keyboard.
    shown: bool,
}

impl Screen {
    /// The states of the record of this name, which is as given now. They are read on a thread of their own, which
    /// calls `wake` after each.
    pub fn new(
        states: Vec<Earlier>,
        now: Document,
        output: OutputKind,
        name: String,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let (send, coming) = channel();
        let paths: Vec<_> = states.iter().map(|state| state.path.clone()).collect();
        // Without a thread the states are listed all the same.
        let _ = std::thread::Builder::new().name("earlier".into()).spawn(move || {
            for (index, path) in paths.into_iter().enumerate() {
                let read = store::open(&path).ok().map(|opened| {
                    let same = opened.document == now;
                    let differs = (!same).then(|| compare(&opened.document, &now).summary());
                    (words_in(&opened.document, output), differs)
                });
                // Nobody listens any more once the screen is gone.
                if send.send((index, read)).is_err() {
                    return;
                }
                wake();
            }
        });
        let states = states.into_iter().map(|state| (state, None)).collect();
        Self { name, states, coming, scroll: Scroll::default(), shown: false }
    }

    /// It is shown again after something else was: it takes the keyboard in the next frame.
    pub fn comes_back(&mut self) {
        self.shown = false;
    }

    /// Shows the states; what was asked, and whether the screen is to be put away. It hears Escape while it is free:
    /// while nothing floats above it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        view: Rect,
        words: Words,
        free: bool,
    ) -> (Vec<Action>, bool) {
        while let Ok((index, read)) = self.coming.try_recv() {
            if let Some((_, known)) = self.states.get_mut(index) {
                *known = Some(read);
            }
        }
        let rtl = words.language().is_right_to_left();
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        ui.painter().rect_filled(view, 0.0, pen.theme.desk);
        let mut closes = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let mut asked = Vec::new();
        let width = CARD.min(view.width() - 48.0).floor();
        let base = if rtl { Base::Rtl } else { Base::Ltr };
        let note = if self.states.is_empty() { "earlier-none" } else { "earlier-note" };
        let note = words.with(note, &[("most", store::BACKUPS.into())]);
        let shown_note = pen.words(ui.ctx(), &note, Face::Dense, base, Some(width));
        #[expect(clippy::cast_precision_loss, reason = "fifty at most")]
        let card = LINE * self.states.len() as f32;
        let height = 16.0 + 32.0 + 8.0 + shown_note.height() + 12.0 + card + 24.0;
        let shift = self.scroll.begin(ui, view, height);
        let left = (view.center().x - width / 2.0).round();
        let mut y = view.top() + 16.0 - shift;

        let mut row = Row::new(Rect::from_min_size(pos2(left, y), vec2(width, 32.0)), rtl);
        let close = row.end(32.0);
        row.end(8.0);
        let copy = words.get("earlier-copy");
        let copy = Button {
            words: &copy,
            icon: Some(Icon::FloppyDiskBack),
            weight: Weight::Plain,
            rtl,
            ..Button::default()
        };
        let copies = row.end(copy.width(ui, pen));
        row.end(12.0);
        let title = words.with("earlier-title", &[("name", (&self.name).into())]);
        text_at(ui, pen, row.rest(), ("earlier-title", &title), (Face::Screen, false), rtl);
        y += 32.0 + 8.0;
        let (x, anchor) = if rtl { (left + width, Align2::RIGHT_TOP) } else { (left, Align2::LEFT_TOP) };
        let ink = pen.theme.ink2;
        let place = pen.draw(ui.painter(), &shown_note, pos2(x, y), anchor, ink);
        told(ui, place, "earlier-note", &note);
        y += shown_note.height() + 12.0;

        let sheet = Rect::from_min_size(pos2(left, y.round()), vec2(width, card));
        if !self.states.is_empty() {
            ui.painter().rect_filled(sheet, 10.0, pen.theme.raised);
            let edge = Stroke::new(1.0, pen.theme.line);
            ui.painter().rect_stroke(sheet, 10.0, edge, StrokeKind::Inside);
        }
        for (index, (state, read)) in self.states.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "fifty at most")]
            let top = sheet.top() + LINE * index as f32;
            let line = Rect::from_min_size(pos2(left, top), vec2(width, LINE));
            if index > 0 {
                let inner = line.shrink2(vec2(INSET, 0.0));
                ui.painter().hline(inner.x_range(), top.round() + 0.5, Stroke::new(1.0, pen.theme.line));
            }
            asked.extend(state_line(ui, pen, line, index, (state, read.as_ref()), words));
            for button in 0..2 {
                self.scroll.follow(ui, view, id(index, button), line);
            }
        }
        if copy.show(ui, pen, copies, Id::unique("earlier-copy")) {
            asked.push(Action::CopyOut);
        }
        let name = words.get("cmd-close");
        let x = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
        closes |= x.show(ui, pen, close, Id::unique("earlier-close"));
        if !std::mem::replace(&mut self.shown, true) {
            // The newest state is mostly the text as it is, which cannot be compared.
            let first = if self.states.is_empty() { Id::unique("earlier-close") } else { id(0, 1) };
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        self.scroll.thumb(ui, pen, view, Id::unique("earlier-scroll"), rtl);
        ui.set_clip_rect(before);
        (asked, closes)
    }
}

/// The name of a control of a line: comparing it, opening it.
fn id(index: usize, button: usize) -> Id {
    Id::unique(("earlier", index, button))
}

/// One state; what was asked of it.
fn state_line(
    ui: &Ui,
    pen: &mut Pen,
    line: Rect,
    index: usize,
    (state, read): (&Earlier, Option<&Read>),
    words: Words,
) -> Option<Action> {
    let rtl = words.language().is_right_to_left();
    let mut row = Row::new(line.shrink2(vec2(INSET, 0.0)), rtl);
    let icon = row.start(20.0);
    row.start(12.0);
    Icon::ClockCounterClockwise.draw(ui.painter(), icon.center(), 20.0, pen.theme.ink2);
    let broken = words.get("earlier-unreadable");
    let same = words.get("earlier-same");
    let refused = (read == Some(&None)).then_some(broken.as_str());
    let is_same = matches!(read, Some(Some((_, None))));
    let (compare, open) = (words.get("recovery-compare"), words.get("earlier-open"));
    let small = |words, refused| Button { words, small: true, refused, rtl, ..Button::default() };
    let compare = small(&compare, refused.or(is_same.then_some(same.as_str())));
    let open = small(&open, refused);
    let opens = row.end(open.width(ui, pen));
    row.end(8.0);
    let compares = row.end(compare.width(ui, pen));
    row.end(12.0);
    let rest = row.rest();
    let half = |top: f32| Rect::from_min_size(pos2(rest.left(), line.top() + top), vec2(rest.width(), 22.0));
    let at = when(state.at, words);
    text_at(ui, pen, half(8.0), (&format!("earlier-{index}-when"), &at), (Face::BaseStrong, false), rtl);
    let about = match read {
        None => String::new(),
        Some(None) => broken.clone(),
        Some(Some((count, differs))) => {
            let count = words.with("status-words", &[("count", (*count).into())]);
            let since = differs.map_or(same.clone(), |differs| since(differs, words));
            words.with("earlier-about", &[("words", count.into()), ("since", since.into())])
        }
    };
    text_at(ui, pen, half(30.0), (&format!("earlier-{index}-about"), &about), (Face::Dense, true), rtl);
    let at =
        |rect: Rect| Rect::from_center_size(pos2(rect.center().x, line.center().y), vec2(rect.width(), 28.0));
    if compare.show(ui, pen, at(compares), id(index, 0)) {
        return Some(Action::CompareEarlier(state.clone()));
    }
    open.show(ui, pen, at(opens), id(index, 1)).then(|| Action::OpenEarlier(state.clone()))
}

/// What has changed since a state.
fn since(differs: Summary, words: Words) -> String {
    let counted = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
    match (differs.words_added, differs.words_removed) {
        (0, 0) => words.get("earlier-otherwise"),
        (added, 0) => counted("earlier-added", added),
        (0, removed) => counted("earlier-removed", removed),
        (added, removed) => {
            let (added, removed) = (counted("earlier-added", added), counted("earlier-removed", removed));
            words.with("earlier-both", &[("added", added.into()), ("removed", removed.into())])
        }
    }
}

/// How many words people count in this output of a record, as the line of state does.
fn words_in(document: &Document, output: OutputKind) -> usize {
    let composition = template::compose(document, &View::page(output));
    let texts = std::iter::once(&composition.title).chain(&composition.paragraphs);
    texts.map(|text| text.text.split_whitespace().count()).sum()
}

/// A moment as people write it, at this machine's place.
#[must_use]
pub fn when(at: Stamp, words: Words) -> String {
    match date::second_here(at.0) {
        Some((day, time)) => {
            let day = said::long_day(day, words);
            words.with("earlier-when", &[("day", day.into()), ("time", time.into())])
        }
        None => at.0.to_string(),
    }
}

fn text_at(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    (what, text): (&str, &str),
    (face, quiet): (Face, bool),
    rtl: bool,
) {
    if text.is_empty() {
        return;
    }
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let shown = pen.fitted(ui.ctx(), text, face, base, rect.width());
    let (at, anchor): (_, Align2) = side(rect, rtl);
    let ink = if quiet { pen.theme.ink2 } else { pen.theme.ink };
    let place = pen.draw(ui.painter(), &shown, at, anchor, ink);
    told(ui, place, what, text);
}
