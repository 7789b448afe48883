//! The screen a window without a record begins with: what is to be prepared, and what was worked on last.

mod next;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{
    self, Align2, CornerRadius, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::action::{Action, OfTemplate, Recover};
use super::bars::{self, Bar};
use super::drawn::{self, Miniature};
use super::pen::{Icon, Pen};
use super::said;
use super::scroll::Scroll;
use super::theme::{Face, Theme};
use super::widgets::{Button, Item, Popup, Row, Weight, button, button_width, menu, ring, side, told};
use crate::arabic::{self, When};
use crate::document::{OutputKind, State};
use crate::store::Recent;
use crate::template::TemplateInfo;
use crate::text::Base;
use crate::ui::access;
use crate::words::{Language, Words};

pub use next::{NextCard, carries};

/// The width of the column.
const COLUMN: f32 = 1040.0;
/// How many templates have a card with a drawn page; the others have a smaller one.
pub(super) const DRAWN: usize = 4;
/// How many templates of one's own are shown before the rest is asked for, and how many have a drawn page.
const OWN: usize = 4;
const OWN_DRAWN: usize = 40;
/// How many smaller cards are shown before the rest is asked for.
const SMALL: usize = 4;
/// How many recovered records are shown before the rest is asked for.
const FOUND: usize = 3;
const GAP: f32 = 16.0;
const CARD: f32 = 128.0;
const SMALL_CARD: f32 = 56.0;
const ROW: f32 = 56.0;
/// The line above the templates of one's own, with the air below it.
const OWN_LINE: f32 = 36.0;

/// A template as it is offered.
#[derive(Clone, PartialEq, Debug)]
pub struct TemplateCard {
    /// The template's own word.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is for, in a few words.
    pub about: String,
    /// The text the new record shows first.
    pub kind: OutputKind,
    /// Its first page, once it is drawn.
    pub page: Option<Arc<Miniature>>,
    /// Whether it is somebody's own.
    pub own: bool,
}

/// Whether the card at this place shows its first page.
#[must_use]
pub fn is_drawn(at: usize, card: &TemplateCard) -> bool {
    at < DRAWN || card.own && at < OWN_DRAWN
}

/// A record worked on before, as it is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecentRow {
    /// Its file.
    pub path: PathBuf,
    /// Its title, or the name of its file.
    pub title: String,
    /// The body that met.
    pub body: String,
    /// The days of the meeting, as people write them.
    pub date: String,
    /// Where each of its texts stands: the words, and the state.
    pub states: Vec<(String, State)>,
    /// Whether the file is still there.
    pub exists: bool,
}

/// All that the screen shows: gathered when something of it changed, never in a frame.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct HomeData {
    /// The templates, those with drawn pages first.
    pub templates: Vec<TemplateCard>,
    /// The records worked on, the last first.
    pub recents: Vec<RecentRow>,
    /// The meeting after that of the last record.
    pub next: Option<NextCard>,
}

/// What the screen asks the window to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Asked {
    /// A new record from the template of this id, showing this text.
    New(String, OutputKind),
    /// A record of the meeting after the one this file's record is of.
    Next(PathBuf),
    /// Open this file.
    Open(PathBuf),
    /// Ask which file to open.
    Browse,
    /// Do this with the template of one's own of this id.
    Template(OfTemplate, String),
    /// Ask which template to take in.
    ImportTemplate,
    /// Ask which text to make a record of.
    Import,
    /// Show the bodies of the secretariat.
    Bodies,
    /// Show the folder of this file on the desktop.
    Folder(PathBuf),
    /// Take this file off the list.
    Forget(PathBuf),
    /// Do this with what the journal in this file gave back.
    Recover(PathBuf, Recover),
}

impl HomeData {
    /// What there is to show: the program's templates, somebody's own, and the records opened last, of which
    /// `missing` are not there any more.
    #[must_use]
    pub fn gather(
        bundled: &[TemplateInfo],
        own: &[TemplateInfo],
        recents: &[Recent],
        missing: &BTreeSet<PathBuf>,
        words: Words,
    ) -> Self {
        let mut templates: Vec<TemplateCard> = Vec::new();
        for info in bundled {
            // A card has little room: some templates have a shorter name on it.
            let keys = [format!("home-card-{}", info.id), format!("template-{}", info.id)];
            let name = keys.iter().find(|key| words.has(key)).map_or(info.name.clone(), |key| words.get(key));
            let kind = first_kind(info);
            let about = words.get(&format!("home-about-{kind}"));
            templates.push(TemplateCard { id: info.id.clone(), name, about, kind, page: None, own: false });
        }
        // The list to sign is a text of a record of minutes; it has a card of its own.
        let lists = bundled.iter().filter(|info| info.outputs.contains(&OutputKind::AttendanceSheet));
        let has_card = templates.iter().any(|card| card.kind == OutputKind::AttendanceSheet);
        if let Some(info) = lists.min_by_key(|info| rank(first_kind(info))).filter(|_| !has_card) {
            let kind = OutputKind::AttendanceSheet;
            let (name, about) = (words.get("home-sheet"), words.get(&format!("home-about-{kind}")));
            templates.push(TemplateCard { id: info.id.clone(), name, about, kind, page: None, own: false });
        }
        templates.sort_by_key(|card| rank(card.kind));
        templates.extend(own.iter().map(|info| TemplateCard {
            id: info.id.clone(),
            name: info.name.clone(),
            about: if info.about.is_empty() { words.get("home-own-template") } else { info.about.clone() },
            kind: first_kind(info),
            page: None,
            own: true,
        }));
        let there = recents.iter().find(|recent| !missing.contains(&recent.path));
        let next = there.and_then(|recent| NextCard::of(recent, words));
        let recents = recents.iter().map(|recent| RecentRow {
            title: named(recent, words),
            body: recent.body.clone(),
            date: days(&recent.dates, words),
            states: recent
                .outputs
                .iter()
                .map(|(kind, state)| (said::state_of(*kind, *state, words), *state))
                .collect(),
            exists: !missing.contains(&recent.path),
            path: recent.path.clone(),
        });
        Self { templates, recents: recents.collect(), next }
    }
}

fn first_kind(info: &TemplateInfo) -> OutputKind {
    info.outputs.first().copied().unwrap_or(OutputKind::Communique)
}

/// The order of the cards: what is prepared most comes first.
fn rank(kind: OutputKind) -> usize {
    let order = [
        OutputKind::Minutes,
        OutputKind::Communique,
        OutputKind::Invitation,
        OutputKind::AttendanceSheet,
        OutputKind::Recommendations,
        OutputKind::PressCommunique,
        OutputKind::News,
    ];
    order.iter().position(|known| *known == kind).unwrap_or(order.len())
}

fn named(recent: &Recent, words: Words) -> String {
    let title = recent.title.trim();
    let stem = recent.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    match (title.is_empty(), stem) {
        (false, _) => title.to_owned(),
        (true, Some(stem)) => stem,
        (true, None) => words.get("document-untitled"),
    }
}

fn days(dates: &When, words: Words) -> String {
    match dates {
        When::Days(days) if days.len() == 1 => {
            days.first().map(|day| said::long_day(*day, words)).unwrap_or_default()
        }
        When::Unset => String::new(),
        _ if words.language() == Language::Arabic => arabic::write(dates, arabic::Style::Plain),
        _ => dates
            .first()
            .map_or_else(|| arabic::write(dates, arabic::Style::Plain), |first| said::day(first, words)),
    }
}

/// The screen's own state.
#[derive(Default)]
pub struct Home {
    scroll: Scroll,
    all: bool,
    /// Whether all cards of recovered records are shown.
    all_found: bool,
    menu: Option<OfRow>,
    /// Whether it was just come to from a record: it is shown from its top, and its first card has the keyboard.
    fresh: bool,
}

/// What a menu is about.
#[derive(Clone, PartialEq, Eq)]
enum About {
    /// A record worked on before, and whether its file is there.
    Recent(PathBuf, bool),
    /// A template of one's own.
    Template(String),
}

/// The menu of a row or a card, open below its dots.
struct OfRow {
    about: About,
    under: Rect,
    at: Option<usize>,
    fresh: bool,
}

/// What is drawn in this frame, and what was asked in it.
struct Frame<'a> {
    words: Words,
    rtl: bool,
    view: Rect,
    scroll: &'a mut Scroll,
    /// Whether the menu of a row is open: keys are for it then.
    menu: bool,
    asked: Option<Asked>,
    /// What the arrows go through, line by line.
    lines: Vec<Vec<(Id, f32)>>,
}

impl Home {
    /// It is come to from a record.
    pub fn begin(&mut self) {
        self.fresh = true;
    }

    /// Shows the screen, with a card for each recovered record on top; what was asked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        view: Rect,
        data: &HomeData,
        found: &[Bar],
        words: Words,
    ) -> Option<Asked> {
        let rtl = words.language().is_right_to_left();
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        ui.painter().rect_filled(view, 0.0, pen.theme.desk);
        let width = COLUMN.min(view.width() - 48.0).floor();
        let columns = if width >= COLUMN { 4 } else { 2 };
        let (own, bundled): (Vec<_>, Vec<_>) = data.templates.iter().partition(|card| card.own);
        let drawn = bundled.len().min(DRAWN);
        let small = bundled.len() - drawn;
        let more = small > SMALL || own.len() > OWN;
        let shown = if self.all || !more { small } else { small.min(SMALL - 1) };
        let shown_own = if self.all { own.len() } else { own.len().min(OWN) };
        let toggle = usize::from(more);
        let rows = data.recents.len();
        let cards = lines(drawn, columns) * (CARD + GAP);
        let owned = if own.is_empty() { 0.0 } else { OWN_LINE + lines(shown_own, columns) * (CARD + GAP) };
        let smaller = lines(shown + toggle, columns) * (SMALL_CARD + GAP);
        let list = if rows == 0 { 120.0 } else { float(rows) * ROW + 2.0 };
        let shown_found = if self.all_found || found.len() <= FOUND { found.len() } else { FOUND };
        let heights: Vec<f32> =
            found.iter().take(shown_found).map(|bar| bars::card_height(ui, pen, width, bar, rtl)).collect();
        let more = if found.len() > FOUND { 28.0 + GAP } else { 0.0 };
        let recovered = heights.iter().map(|height| height + GAP).sum::<f32>() + more;
        let next = if data.next.is_some() { next::CARD + GAP } else { 0.0 };
        let height =
            recovered + 24.0 + 44.0 + 16.0 + next + cards + owned + smaller + 8.0 + 28.0 + 8.0 + list + 24.0;
        let fresh = std::mem::take(&mut self.fresh);
        if fresh {
            self.scroll = Scroll::default();
        }
        let shift = self.scroll.begin(ui, view, height);
        let left = (view.center().x - width / 2.0).round();
        let top = view.top() + 24.0 - shift;
        let opened = self.menu.as_ref().map(|menu| menu.about.clone());
        let mut wanted = None;
        let mut frame = Frame {
            words,
            rtl,
            view,
            scroll: &mut self.scroll,
            menu: opened.is_some(),
            asked: None,
            lines: Vec::new(),
        };

        let mut y = top;
        for (bar, height) in found.iter().zip(heights) {
            let place = Rect::from_min_size(pos2(left, y), vec2(width, height));
            frame.found(ui, pen, place, bar);
            y += height + GAP;
        }
        if found.len() > FOUND {
            let line = Rect::from_min_size(pos2(left, y), vec2(width, 28.0));
            if frame.all_found(ui, pen, line, self.all_found, found.len()) {
                self.all_found = !self.all_found;
                ui.ctx().request_repaint();
            }
            y += 28.0 + GAP;
        }
        let line = Rect::from_min_size(pos2(left, y), vec2(width, 44.0));
        heading(ui, pen, line, &words.get("home-question"), Face::Home, rtl);
        y += 44.0 + 16.0;
        if let Some(card) = &data.next {
            let place = Rect::from_min_size(pos2(left, y), vec2(width, next::CARD));
            frame.next(ui, pen, place, card);
            y += next::CARD + GAP;
        }

        let wide = (width - GAP * (float(columns) - 1.0)) / float(columns);
        let (big, rest) = bundled.split_at(drawn);
        for cards in big.chunks(columns) {
            let mut row = Row::new(Rect::from_min_size(pos2(left, y), vec2(width, CARD)), rtl);
            frame.lines.push(Vec::new());
            for card in cards {
                let place = row.start(wide);
                row.start(GAP);
                frame.card(ui, pen, place, card, false);
            }
            y += CARD + GAP;
        }

        let mut small: Vec<Option<&TemplateCard>> = rest.iter().copied().take(shown).map(Some).collect();
        small.extend((toggle == 1).then_some(None));
        for cards in small.chunks(columns) {
            let mut row = Row::new(Rect::from_min_size(pos2(left, y), vec2(width, SMALL_CARD)), rtl);
            frame.lines.push(Vec::new());
            for card in cards {
                let place = row.start(wide);
                row.start(GAP);
                match card {
                    Some(card) => frame.small(ui, pen, place, card),
                    None if frame.toggle(ui, pen, place, self.all, data.templates.len()) => {
                        self.all = !self.all;
                        ui.ctx().request_repaint();
                    }
                    None => {}
                }
            }
            y += SMALL_CARD + GAP;
        }

        if !own.is_empty() {
            let line = Rect::from_min_size(pos2(left, y), vec2(width, OWN_LINE - 8.0));
            heading(ui, pen, line, &words.get("template-own"), Face::Section, rtl);
            let label = words.get("cmd-import-template");
            let place = Row::new(line, rtl).end(button_width(ui, pen, &label, None) - 12.0);
            if button(ui, pen, place, &label, None, Weight::Quiet, rtl) {
                frame.asked = Some(Asked::ImportTemplate);
            }
            y += OWN_LINE;
        }
        for cards in own.get(..shown_own).unwrap_or_default().chunks(columns) {
            let mut row = Row::new(Rect::from_min_size(pos2(left, y), vec2(width, CARD)), rtl);
            frame.lines.push(Vec::new());
            for card in cards {
                let place = row.start(wide);
                row.start(GAP);
                let about = About::Template(card.id.clone());
                if let Some(under) = frame.card(ui, pen, place, card, opened.as_ref() == Some(&about)) {
                    wanted = Some((about, under));
                }
            }
            y += CARD + GAP;
        }

        y += 8.0;
        let line = Rect::from_min_size(pos2(left, y), vec2(width, 28.0));
        heading(ui, pen, line, &words.get("home-recent"), Face::Section, rtl);
        if rows > 0 {
            let label = words.get("home-open");
            let mut row = Row::new(line, rtl);
            let place = row.end(button_width(ui, pen, &label, None) - 12.0);
            if button(ui, pen, place, &label, None, Weight::Quiet, rtl) {
                frame.asked = Some(Asked::Browse);
            }
            let label = words.get("home-import");
            let place = row.end(button_width(ui, pen, &label, None) - 12.0);
            if button(ui, pen, place, &label, None, Weight::Quiet, rtl) {
                frame.asked = Some(Asked::Import);
            }
            let label = words.get("bodies-title");
            let place = row.end(button_width(ui, pen, &label, None) - 12.0);
            if button(ui, pen, place, &label, None, Weight::Quiet, rtl) {
                frame.asked = Some(Asked::Bodies);
            }
        }
        y += 28.0 + 8.0;

        let list = Rect::from_min_size(pos2(left, y), vec2(width, list));
        ui.painter().rect_filled(list, 10.0, pen.theme.raised);
        if rows == 0 {
            frame.nothing_yet(ui, pen, list);
        }
        for (index, recent) in data.recents.iter().enumerate() {
            let row = Rect::from_min_size(pos2(left, y + 1.0 + float(index) * ROW), vec2(width, ROW));
            let at = At { first: index == 0, last: index + 1 == rows };
            let about = About::Recent(recent.path.clone(), recent.exists);
            let is_open = opened.as_ref() == Some(&about);
            if let Some(under) = frame.recent(ui, pen, row, recent, at, is_open) {
                wanted = Some((about, under));
            }
        }
        let edge = Stroke::new(1.0, pen.theme.line);
        ui.painter().rect_stroke(list, 10.0, edge, StrokeKind::Inside);

        let Frame { mut asked, lines, .. } = frame;
        if let Some((first, _)) = lines.iter().flatten().next().filter(|_| fresh) {
            ui.memory_mut(|memory| memory.request_focus(*first));
        }
        arrows(ui, &lines, rtl, self.menu.is_some());
        self.scroll.thumb(ui, pen, view, Id::unique("home-scroll"), rtl);
        ui.set_clip_rect(before);
        if let Some((about, under)) = wanted {
            let closes = opened.is_some_and(|open| open == about);
            self.menu = (!closes).then_some(OfRow { about, under, at: None, fresh: true });
            ui.ctx().request_repaint();
        }
        asked = self.of_row(ui.ctx(), pen, words).or(asked);
        asked
    }

    /// The menu of a row, if it is open.
    fn of_row(&mut self, ctx: &egui::Context, pen: &mut Pen, words: Words) -> Option<Asked> {
        let open = self.menu.as_mut()?;
        let rtl = words.language().is_right_to_left();
        let items = match &open.about {
            About::Recent(path, exists) => vec![
                Item::new(words.get("cmd-open"), Asked::Open(path.clone())).keys("Enter"),
                Item::new(words.get("home-folder"), Asked::Folder(path.clone())).enabled(*exists),
                Item::new(words.get("home-recent-forget"), Asked::Forget(path.clone())).keys("Del").apart(),
            ],
            About::Template(id) => {
                let item = |key, what| Item::new(words.get(key), Asked::Template(what, id.clone()));
                vec![
                    item("template-edit", OfTemplate::Edit),
                    item("template-rename", OfTemplate::Name).keys("F2"),
                    item("template-describe", OfTemplate::About),
                    item("template-duplicate", OfTemplate::Duplicate).apart(),
                    item("template-share", OfTemplate::Share),
                    item("template-remove", OfTemplate::Remove).keys("Del").apart(),
                ]
            }
        };
        let fresh = std::mem::take(&mut open.fresh);
        match menu(ctx, pen, open.under, items, &mut open.at, rtl, fresh) {
            Popup::Open => None,
            Popup::Closed => {
                self.menu = None;
                None
            }
            Popup::Chosen(asked) => {
                self.menu = None;
                Some(asked)
            }
        }
    }
}

/// Where a row stands in its list.
#[derive(Clone, Copy)]
struct At {
    first: bool,
    last: bool,
}

impl Frame<'_> {
    /// A control that takes a click, Enter and Space, scrolls into view with the keyboard, and is on the arrows' way.
    fn press(&mut self, ui: &mut Ui, rect: Rect, id: Id, name: impl Fn() -> String) -> (Response, bool) {
        let response = ui.interact(rect, id, Sense::click());
        self.on_the_way(ui, &response);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
        // egui takes Enter and Space on what has the focus for a click.
        let was = if self.menu { access::pressed(&response) } else { response.clicked() };
        (response, was)
    }

    fn on_the_way(&mut self, ui: &Ui, response: &Response) {
        self.scroll.follow(ui, self.view, response.id, response.rect);
        if let Some(line) = self.lines.last_mut() {
            line.push((response.id, response.rect.center().x));
        }
    }

    /// A record that was recovered.
    fn found(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, bar: &Bar) {
        let mut line = Vec::new();
        let scroll = &mut *self.scroll;
        let view = self.view;
        let pressed = bars::card(ui, pen, rect, bar, self.words, |id, place| {
            scroll.follow(ui, view, id, place);
            line.push((id, place.center().x));
        });
        self.lines.push(line);
        if let Some(Action::Recover(file, what)) = pressed {
            self.asked = Some(Asked::Recover(file, what));
        }
    }

    /// What shows the other recovered records, or puts them away.
    fn all_found(&mut self, ui: &Ui, pen: &mut Pen, line: Rect, all: bool, count: usize) -> bool {
        let key = if all { "recovery-fewer" } else { "recovery-all" };
        let label = self.words.with(key, &[("count", count.into())]);
        let icon = Some(if all { Icon::CaretUp } else { Icon::CaretDown });
        let rtl = self.rtl;
        let button =
            Button { words: &label, icon, small: true, weight: Weight::Quiet, rtl, ..Button::default() };
        let place = Row::new(line, rtl).start(button.width(ui, pen));
        let id = Id::unique("home-all-found");
        self.scroll.follow(ui, self.view, id, place);
        self.lines.push(vec![(id, place.center().x)]);
        button.show(ui, pen, place, id)
    }

    /// A template with its first page; where the menu of one's own is asked for, the place of its dots.
    fn card(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        card: &TemplateCard,
        is_open: bool,
    ) -> Option<Rect> {
        let id = Id::unique(("home-card", &card.id, card.kind.keyword()));
        let (response, was) = self.press(ui, rect, id, || card.name.clone());
        if was {
            self.asked = Some(Asked::New(card.id.clone(), card.kind));
        }
        surface(ui, pen, rect, &response);
        let theme = pen.theme;
        let mut row = Row::new(rect.shrink(GAP), self.rtl);
        let paper = row.start(72.0);
        match &card.page {
            Some(page) => page.draw(ui.painter(), &theme, paper),
            None => drawn::page(ui.painter(), &theme, paper, card.kind, self.rtl),
        }
        row.start(GAP);
        let under = self.dots(ui, pen, rect, card, &response, is_open);
        if card.own {
            row.end(16.0);
        }
        let rest = row.rest();
        let name = clamped(ui, pen, &card.name, Face::Section, rest.width(), self.rtl);
        // Two lines of each fill the height of the page beside them.
        let air = if name.height() > 30.0 { 0.0 } else { 4.0 };
        let top = rest.top() + air;
        pen.draw(ui.painter(), &name, pos2(rest.left(), top), Align2::LEFT_TOP, theme.ink);
        let about = clamped(ui, pen, &card.about, Face::Dense, rest.width(), self.rtl);
        let at = pos2(rest.left(), top + name.height() + air);
        let place = pen.draw(ui.painter(), &about, at, Align2::LEFT_TOP, theme.ink2);
        told(ui, place, &format!("{id:?}-about"), &card.about);
        under
    }

    /// The dots at the corner of a template of one's own, and the keys of the card.
    fn dots(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        card: &TemplateCard,
        response: &Response,
        is_open: bool,
    ) -> Option<Rect> {
        if !card.own {
            return None;
        }
        let corner = if self.rtl { rect.left() + 4.0 } else { rect.right() - 32.0 };
        let place = Rect::from_min_size(pos2(corner, rect.top() + 4.0), vec2(28.0, 28.0));
        let words = self.words;
        let (of_dots, asks) = self.press(ui, place, Id::unique(("home-template-more", &card.id)), || {
            words.with("template-more", &[("name", (&card.name).into())])
        });
        if of_dots.hovered() || is_open {
            ui.painter().rect_filled(place, 6.0, pen.theme.hover);
        }
        ring(ui, pen, place, 6, &of_dots);
        Icon::DotsThree.draw(ui.painter(), place.center(), 20.0, pen.theme.ink2);
        if (response.has_focus() || of_dots.has_focus()) && !self.menu {
            for (key, what) in [(Key::Delete, OfTemplate::Remove), (Key::F2, OfTemplate::Name)] {
                if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                    self.asked = Some(Asked::Template(what, card.id.clone()));
                }
            }
        }
        asks.then_some(place)
    }

    fn small(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, card: &TemplateCard) {
        let id = Id::unique(("home-card", &card.id, card.kind.keyword()));
        let (response, was) = self.press(ui, rect, id, || card.name.clone());
        if was {
            self.asked = Some(Asked::New(card.id.clone(), card.kind));
        }
        surface(ui, pen, rect, &response);
        self.two_lines(ui, pen, rect, kind_icon(card.kind), &card.name, &card.about);
    }

    /// The card that shows the other templates, or puts them away.
    fn toggle(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, all: bool, count: usize) -> bool {
        let name = self.words.get(if all { "home-fewer-templates" } else { "home-all-templates" });
        let (response, was) = self.press(ui, rect, Id::unique("home-all"), || name.clone());
        let theme = pen.theme;
        if response.hovered() {
            ui.painter().rect_filled(rect, 10.0, theme.hover);
        }
        ui.painter().rect_stroke(rect, 10.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        ring(ui, pen, rect, 10, &response);
        let about = self.words.with("home-templates-count", &[("count", count.into())]);
        let icon = if all { Icon::CaretUp } else { Icon::CaretDown };
        self.two_lines(ui, pen, rect, icon, &name, &about);
        was
    }

    fn two_lines(&self, ui: &Ui, pen: &mut Pen, rect: Rect, icon: Icon, name: &str, about: &str) {
        let theme = pen.theme;
        let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), self.rtl);
        icon.draw(ui.painter(), row.start(24.0).center(), 20.0, theme.ink2);
        row.start(8.0);
        let rest = row.rest();
        let (upper, lower) = halves(rest);
        title_line(ui, pen, upper, name, theme.ink, self.rtl);
        one_line(ui, pen, lower, about, Face::Caption, theme.ink3, self.rtl);
    }

    fn nothing_yet(&mut self, ui: &mut Ui, pen: &mut Pen, list: Rect) {
        let theme = pen.theme;
        let text = self.words.get("home-recent-empty");
        let line = Rect::from_min_size(list.min + vec2(0.0, 24.0), vec2(list.width(), 22.0));
        pen.centred(ui, line, &text, Face::Base, theme.ink2);
        told(ui, line, "home-empty", &text);
        let label = self.words.get("home-open");
        let import = self.words.get("home-import");
        let width = button_width(ui, pen, &label, Some(Icon::FolderOpen));
        let other = button_width(ui, pen, &import, Some(Icon::DownloadSimple));
        let middle = pos2(list.center().x, line.bottom() + 14.0 + 16.0);
        let both = Rect::from_center_size(middle, vec2(width + 8.0 + other, 32.0));
        let mut row = Row::new(both, self.rtl);
        let place = row.start(width);
        if button(ui, pen, place, &label, Some(Icon::FolderOpen), Weight::Plain, self.rtl) {
            self.asked = Some(Asked::Browse);
        }
        row.start(8.0);
        let place = row.start(other);
        if button(ui, pen, place, &import, Some(Icon::DownloadSimple), Weight::Plain, self.rtl) {
            self.asked = Some(Asked::Import);
        }
    }

    /// A record worked on before; where its menu is asked for, the place of its dots.
    fn recent(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        recent: &RecentRow,
        at: At,
        is_open: bool,
    ) -> Option<Rect> {
        self.lines.push(Vec::new());
        let theme = pen.theme;
        let words = self.words;
        let id = Id::unique(("home-recent", &recent.path));
        let (response, was) = self.press(ui, rect, id, || {
            let mut name = vec![recent.title.clone(), recent.body.clone(), recent.date.clone()];
            name.extend(recent.states.iter().map(|(text, _)| text.clone()));
            if !recent.exists {
                name.push(words.get("home-recent-missing"));
            }
            name.retain(|part| !part.is_empty());
            name.join(" · ")
        });
        if was {
            self.asked = Some(Asked::Open(recent.path.clone()));
        }
        if !rect.intersects(self.view) {
            return None;
        }
        let round = corners(at);
        let hot = response.hovered() || is_open;
        if hot {
            ui.painter().rect_filled(rect.shrink2(vec2(1.0, 0.0)), round, theme.hover);
        }
        if !at.first {
            let line = Stroke::new(1.0, theme.line);
            ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            ui.painter().rect_stroke(rect.shrink(2.0), round, ring, StrokeKind::Inside);
        }

        let mut row = Row::new(rect.shrink2(vec2(GAP, 0.0)), self.rtl);
        let icon = row.start(20.0);
        row.start(GAP);
        let dots = Rect::from_center_size(row.end(20.0).center(), vec2(32.0, 32.0));
        row.end(GAP);
        let (of_dots, asks_menu) = self.press(ui, dots, Id::unique(("home-more", &recent.path)), || {
            words.with("home-more", &[("name", (&recent.title).into())])
        });
        if of_dots.hovered() {
            ui.painter().rect_filled(dots, 6.0, if hot { theme.raised } else { theme.hover });
        }
        ring(ui, pen, dots, 6, &of_dots);
        Icon::DotsThree.draw(ui.painter(), dots.center(), 20.0, theme.ink2);

        let ink = if recent.exists { theme.ink } else { theme.ink3 };
        let picture = if recent.exists { Icon::FileText } else { Icon::Warning };
        let colour = if recent.exists { theme.ink3 } else { theme.warning };
        picture.draw(ui.painter(), icon.center(), 20.0, colour);
        let file = recent.path.file_name().unwrap_or_default().to_string_lossy();
        let gone = words.get("home-recent-missing");
        let wide = rect.width() >= 840.0;
        // Days and states are longer in French and English.
        let (day, room) = if self.rtl { (150.0, 232.0) } else { (184.0, 276.0) };
        let fixed = if wide { day + GAP + room + GAP } else { 216.0 + GAP };
        let title = row.start(row.rest().width() - fixed);
        row.start(GAP);
        let (upper, lower) = halves(title);
        title_line(ui, pen, upper, &recent.title, ink, self.rtl);
        // The name of a file is read by itself and from the left, whichever way the line runs.
        let file = format!("\u{2066}{file}\u{2069}");
        let second = if recent.exists { &recent.body } else { &gone };
        let third = if wide || recent.date.is_empty() { &file } else { &recent.date };
        let quiet = if second.is_empty() { third.clone() } else { format!("{second} · {third}") };
        let colour = if recent.exists { theme.ink3 } else { theme.warning };
        one_line(ui, pen, lower, &quiet, Face::Caption, colour, self.rtl);
        if wide {
            let place = row.start(day);
            one_line(ui, pen, place, &recent.date, Face::Dense, theme.ink2, self.rtl);
            row.start(GAP);
        }
        if recent.exists {
            self.pills(ui, pen, row.rest(), &recent.states, hot);
        } else {
            let label = words.get("home-recent-forget");
            let forget = Button { words: &label, small: true, rtl: self.rtl, ..Button::default() };
            let place = row.start(forget.width(ui, pen).min(row.rest().width()));
            let place = Rect::from_center_size(place.center(), vec2(place.width(), forget.height()));
            if forget.show(ui, pen, place, Id::unique(("home-forget", &recent.path))) {
                self.asked = Some(Asked::Forget(recent.path.clone()));
            }
        }
        let deletes = (response.has_focus() || of_dots.has_focus())
            && !self.menu
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
        if deletes {
            self.asked = Some(Asked::Forget(recent.path.clone()));
        }
        asks_menu.then_some(dots)
    }

    /// Where each text stands, as many as there is room for.
    fn pills(&self, ui: &Ui, pen: &mut Pen, rect: Rect, states: &[(String, State)], hot: bool) {
        let mut row = Row::new(rect, self.rtl);
        for (index, (text, state)) in states.iter().enumerate() {
            let shown = pen.line(ui.ctx(), text, Face::Caption);
            let width = shown.width() + 20.0;
            let theme = pen.theme;
            if width > row.rest().width() {
                let more = format!("+{}", states.len() - index);
                let (at, anchor) = side(row.rest(), self.rtl);
                let more = pen.words(ui.ctx(), &more, Face::Caption, Base::Ltr, None);
                if more.width() <= row.rest().width() {
                    pen.draw(ui.painter(), &more, at, anchor, theme.ink3);
                }
                return;
            }
            let place = row.start(width);
            row.start(8.0);
            let (fill, ink) = tone(&theme, *state, hot);
            let pill = Rect::from_center_size(place.center(), vec2(width, 22.0));
            ui.painter().rect_filled(pill, 11.0, fill);
            pen.draw(ui.painter(), &shown, pill.center(), Align2::CENTER_CENTER, ink);
        }
    }
}

/// The fill and the ink of a state.
fn tone(theme: &Theme, state: State, hot: bool) -> (egui::Color32, egui::Color32) {
    match state {
        State::Draft | State::Archived => (if hot { theme.raised } else { theme.hover }, theme.ink2),
        State::Review => (theme.chosen, theme.accent),
        State::Approved | State::Signed | State::Published => (theme.ok_fill, theme.ok),
        State::Corrected => (theme.warning_fill, theme.warning),
    }
}

/// What stands for a kind of text where there is no room for a drawn page.
fn kind_icon(kind: OutputKind) -> Icon {
    match kind {
        OutputKind::Minutes => Icon::ClipboardText,
        OutputKind::Communique | OutputKind::PressCommunique => Icon::Megaphone,
        OutputKind::News => Icon::Newspaper,
        OutputKind::Recommendations => Icon::ListChecks,
        OutputKind::Statement => Icon::Article,
        OutputKind::Invitation => Icon::EnvelopeSimple,
        OutputKind::AttendanceSheet => Icon::Signature,
        OutputKind::Short => Icon::ChatText,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of cards and rows")]
fn float(count: usize) -> f32 {
    count as f32
}

fn lines(cards: usize, columns: usize) -> f32 {
    float(cards.div_ceil(columns))
}

/// The upper and the lower line of a row of two.
fn halves(rect: Rect) -> (Rect, Rect) {
    let top = rect.center().y - 21.0;
    let upper = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), 22.0));
    (upper, Rect::from_min_size(pos2(rect.left(), top + 22.0), vec2(rect.width(), 20.0)))
}

fn corners(at: At) -> CornerRadius {
    let (top, bottom) = (if at.first { 9 } else { 0 }, if at.last { 9 } else { 0 });
    CornerRadius { nw: top, ne: top, sw: bottom, se: bottom }
}

fn surface(ui: &Ui, pen: &Pen, rect: Rect, response: &Response) {
    let theme = pen.theme;
    let (fill, edge) =
        if response.hovered() { (theme.hover, theme.edge) } else { (theme.raised, theme.line) };
    ui.painter().rect_filled(rect, 10.0, fill);
    ui.painter().rect_stroke(rect, 10.0, Stroke::new(1.0, edge), StrokeKind::Inside);
    ring(ui, pen, rect, 10, response);
}

fn heading(ui: &Ui, pen: &mut Pen, line: Rect, text: &str, face: Face, rtl: bool) {
    let shown = pen.fitted(ui.ctx(), text, face, Base::Auto, line.width());
    let (at, anchor) = side(line, rtl);
    let ink = pen.theme.ink;
    let place = pen.draw(ui.painter(), &shown, at, anchor, ink);
    told(ui, place, text, text);
}

fn one_line(ui: &Ui, pen: &mut Pen, rect: Rect, text: &str, face: Face, ink: egui::Color32, rtl: bool) {
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let shown = pen.fitted(ui.ctx(), text, face, base, rect.width());
    let (at, anchor) = side(rect, rtl);
    pen.draw(ui.painter(), &shown, at, anchor, ink);
}

/// A title on one line, in its own direction, at the side where reading starts.
fn title_line(ui: &Ui, pen: &mut Pen, rect: Rect, text: &str, ink: egui::Color32, rtl: bool) {
    let shown = pen.fitted(ui.ctx(), text, Face::Base, Base::Auto, rect.width());
    let (at, anchor) = side(rect, rtl);
    pen.draw(ui.painter(), &shown, at, anchor, ink);
}

/// Words wrapped at this width, cut at a word where they take more than two lines.
fn clamped(ui: &Ui, pen: &mut Pen, text: &str, face: Face, width: f32, rtl: bool) -> super::pen::Words {
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let whole = pen.words(ui.ctx(), text, face, base, Some(width));
    if whole.layout.lines().len() <= 2 {
        return whole;
    }
    let mut ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    while let Some(end) = ends.pop() {
        let head = text.get(..end).unwrap_or_default().trim_end_matches([' ', '.', ':', ',']);
        let cut = pen.words(ui.ctx(), &format!("{head}…"), face, base, Some(width));
        if cut.layout.lines().len() <= 2 {
            return cut;
        }
    }
    whole
}

/// Moves the keyboard between what is on the arrows' way.
fn arrows(ui: &Ui, lines: &[Vec<(Id, f32)>], rtl: bool, menu: bool) {
    let focused = ui.memory(egui::Memory::focused);
    let at = |id: Id| {
        lines.iter().enumerate().find_map(|(line, all)| {
            all.iter().position(|(other, _)| *other == id).map(|column| (line, column))
        })
    };
    let here = focused.and_then(at);
    let (Some(id), Some((line, column))) = (focused, here) else {
        let begins = focused.is_none()
            && !menu
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        if let Some((first, _)) = lines.iter().flatten().next().filter(|_| begins) {
            ui.memory_mut(|memory| {
                memory.request_focus(*first);
                // egui would go on from there with the same key.
                memory.move_focus(FocusDirection::None);
            });
        }
        return;
    };
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: menu, escape: menu };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if menu {
        return;
    }
    let key = ui.input_mut(|input| {
        let keys = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Home, Key::End];
        keys.into_iter().find(|key| input.consume_key(Modifiers::NONE, *key))
    });
    let Some(key) = key else { return };
    let all: Vec<&(Id, f32)> = lines.iter().flatten().collect();
    let index = all.iter().position(|(other, _)| *other == id).unwrap_or_default();
    let to = match key {
        Key::Home => all.first().map(|(id, _)| *id),
        Key::End => all.last().map(|(id, _)| *id),
        Key::ArrowUp | Key::ArrowDown => {
            let step = if key == Key::ArrowUp { line.checked_sub(1) } else { Some(line + 1) };
            let x = lines.get(line).and_then(|all| all.get(column)).map_or(0.0, |(_, x)| *x);
            let next = step.and_then(|line| lines.get(line));
            next.and_then(|all| {
                let near = |a: &&(Id, f32), b: &&(Id, f32)| (a.1 - x).abs().total_cmp(&(b.1 - x).abs());
                all.iter().min_by(near).map(|(id, _)| *id)
            })
        }
        _ => {
            let forward = (key == Key::ArrowLeft) == rtl;
            let next = if forward { Some(index + 1) } else { index.checked_sub(1) };
            next.and_then(|next| all.get(next)).map(|(id, _)| *id)
        }
    };
    if let Some(to) = to {
        ui.memory_mut(|memory| memory.request_focus(to));
        ui.ctx().request_repaint();
    }
}
