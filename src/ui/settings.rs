//! The screen of settings: what somebody chooses once for all records, taken up at once.

use eframe::egui::{self, Align2, Id, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::field::{Line, Look, field};
use super::pen::{Icon, Pen};
use super::scroll::Scroll;
use super::theme::Face;
use super::widgets::{Item, Label, Popup, Row, Segments, Switch, combo, icon_button, menu, side, told};
use crate::arabic::regions;
use crate::document::{Digits, Language as RecordLanguage, Level};
use crate::store::{self, PhraseManner, Settings, ZOOM};
use crate::text::Base;
use crate::words::{Language, Words};

const CARD: f32 = 592.0;
const PADDING: f32 = 24.0;
const BETWEEN: f32 = 12.0;
const FIELD: f32 = 60.0;
const HEAD: f32 = 26.0;
const NOTE: f32 = 22.0;

/// What the screen asks the window to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Asked {
    /// These are the settings from now on.
    Change(Settings),
    /// Put the screen away.
    Close,
}

/// A setting chosen from a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Choice {
    Zoom,
    Level,
    Region,
}

/// The screen's own state.
#[derive(Default)]
pub struct Screen {
    scroll: Scroll,
    list: Option<List>,
    /// Whether it was drawn before: the first frame gives its first control the keyboard.
    shown: bool,
}

/// The choices of a setting, open below its field.
struct List {
    choice: Choice,
    under: Rect,
    at: Option<usize>,
    fresh: bool,
}

/// What is drawn in this frame, and what was asked in it.
struct Frame<'a> {
    settings: &'a Settings,
    words: Words,
    rtl: bool,
    view: Rect,
    scroll: &'a mut Scroll,
    focus: &'a mut Option<(Id, Line)>,
    list: Option<Choice>,
    asked: Option<Settings>,
    opens: Option<(Choice, Rect)>,
}

impl Screen {
    /// Shows the settings; what was asked. `focus` is the line of the window's field that has the keyboard.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        view: Rect,
        settings: &Settings,
        words: Words,
        focus: &mut Option<(Id, Line)>,
    ) -> Vec<Asked> {
        let rtl = words.language().is_right_to_left();
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        ui.painter().rect_filled(view, 0.0, pen.theme.desk);
        let mut closes =
            self.list.is_none() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let width = CARD.min(view.width() - 48.0).floor();
        let one = HEAD + 8.0 + FIELD;
        let groups = [HEAD + 8.0 + 2.0 * FIELD, one, HEAD + NOTE + 8.0 + 2.0 * FIELD, one];
        let card = groups.iter().sum::<f32>() + 3.0 * (PADDING + 8.0) + 2.0 * PADDING - 7.0;
        let height = 16.0 + 32.0 + 12.0 + card + 24.0;
        let shift = self.scroll.begin(ui, view, height);
        let left = (view.center().x - width / 2.0).round();
        let mut y = view.top() + 16.0 - shift;

        let mut row = Row::new(Rect::from_min_size(pos2(left, y), vec2(width, 32.0)), rtl);
        let close = row.end(32.0);
        line(ui, pen, row.rest(), &words.get("cmd-settings"), Face::Screen, rtl);
        y += 32.0 + 12.0;

        let sheet = Rect::from_min_size(pos2(left, y), vec2(width, card));
        ui.painter().rect_filled(sheet, 10.0, pen.theme.raised);
        let edge = Stroke::new(1.0, pen.theme.line);
        ui.painter().rect_stroke(sheet, 10.0, edge, StrokeKind::Inside);
        let inner = sheet.shrink(PADDING);
        let mut frame = Frame {
            settings,
            words,
            rtl,
            view,
            scroll: &mut self.scroll,
            focus,
            list: self.list.as_ref().map(|list| list.choice),
            asked: None,
            opens: None,
        };
        let [window, writing, body, author] = groups;
        let group =
            |top: f32, high: f32| Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), high));
        let mut top = inner.top();
        frame.window(ui, pen, group(top, window));
        top += window + PADDING + 8.0;
        apart(ui, pen, inner, top);
        frame.writing(ui, pen, group(top, writing));
        top += writing + PADDING + 8.0;
        apart(ui, pen, inner, top);
        frame.body(ui, pen, group(top, body));
        top += body + PADDING + 8.0;
        apart(ui, pen, inner, top);
        frame.author(ui, pen, group(top, author));
        let Frame { asked, opens, .. } = frame;
        // Tab comes here after the last setting.
        closes |= icon_button(ui, pen, close, Icon::Close, &words.get("cmd-close"));
        if !std::mem::replace(&mut self.shown, true) {
            let on = Language::ALL.iter().position(|language| *language == words.language());
            ui.memory_mut(|memory| memory.request_focus(first_setting().with(on.unwrap_or_default())));
        }
        self.scroll.thumb(ui, pen, view, Id::unique("settings-scroll"), rtl);
        ui.set_clip_rect(before);
        let mut all: Vec<Asked> = asked.map(Asked::Change).into_iter().collect();
        if let Some((choice, under)) = opens {
            let again = self.list.as_ref().is_some_and(|list| list.choice == choice);
            self.list = (!again).then_some(List { choice, under, at: None, fresh: true });
            ui.ctx().request_repaint();
        }
        all.extend(self.choices(ui.ctx(), pen, settings, words).map(Asked::Change));
        all.extend(closes.then_some(Asked::Close));
        all
    }

    /// The list of the setting that is being chosen.
    fn choices(
        &mut self,
        ctx: &egui::Context,
        pen: &mut Pen,
        settings: &Settings,
        words: Words,
    ) -> Option<Settings> {
        let list = self.list.as_mut()?;
        let rtl = words.language().is_right_to_left();
        let changed = |change: &dyn Fn(&mut Settings)| {
            let mut settings = settings.clone();
            change(&mut settings);
            settings
        };
        let items: Vec<Item<Settings>> = match list.choice {
            Choice::Zoom => ZOOMS
                .into_iter()
                .filter(|zoom| ZOOM.contains(zoom))
                .map(|zoom| {
                    let name = percent(zoom, words);
                    Item::new(name, changed(&|all| all.zoom = zoom)).on(settings.zoom == zoom)
                })
                .collect(),
            Choice::Level => Level::ALL
                .into_iter()
                .map(|level| {
                    let on = settings.body.level == level;
                    Item::new(level_name(level, words), changed(&|all| all.body.level = level)).on(on)
                })
                .collect(),
            Choice::Region => {
                let none = Item::new(
                    words.get("settings-no-region"),
                    changed(&|all| all.body.region = String::new()),
                )
                .on(settings.body.region.is_empty());
                let regions = regions::regions().iter().map(|region| {
                    let on = settings.body.region == region.name;
                    let change = changed(&|all| region.name.clone_into(&mut all.body.region));
                    Item::new(regions::in_prose(region.name), change).on(on)
                });
                std::iter::once(none).chain(regions).collect()
            }
        };
        let fresh = std::mem::take(&mut list.fresh);
        let became = menu(ctx, pen, list.under, items, &mut list.at, rtl, fresh);
        match became {
            Popup::Open => None,
            Popup::Closed => {
                self.list = None;
                None
            }
            Popup::Chosen(settings) => {
                self.list = None;
                Some(settings)
            }
        }
    }
}

/// The first setting: where the keyboard begins.
fn first_setting() -> Id {
    Id::unique(("setting", "language"))
}

/// The zooms that are offered, in percent.
const ZOOMS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

impl Frame<'_> {
    fn change(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.clone();
        change(&mut settings);
        self.asked = Some(settings);
    }

    /// A head; what is left below it.
    fn head(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, key: &str) -> Rect {
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
        line(ui, pen, head, &self.words.get(key), Face::Section, self.rtl);
        Rect::from_min_max(pos2(rect.left(), head.bottom() + 8.0), rect.max)
    }

    /// What a group is for, in as many lines as it needs, in the middle of a rectangle's height.
    fn note(&self, ui: &Ui, pen: &mut Pen, rect: Rect, key: &str) {
        let text = self.words.get(key);
        let label = Label { words: &text, face: Face::Dense, ink: pen.theme.ink2 };
        let height = label.height(ui.ctx(), pen, rect.width());
        label.show(ui, pen, pos2(rect.left(), rect.center().y - height / 2.0), rect.width(), key);
    }

    /// Two places side by side in this row, below their labels.
    fn pair(&mut self, ui: &Ui, pen: &mut Pen, rows: Rect, index: f32, labels: [&str; 2]) -> [Rect; 2] {
        let top = rows.top() + index * FIELD;
        let line = Rect::from_min_size(pos2(rows.left(), top), vec2(rows.width(), FIELD));
        let mut row = Row::new(line, self.rtl);
        let first = row.start(((rows.width() - BETWEEN) / 2.0).floor());
        row.start(BETWEEN);
        let second = row.rest();
        let [one, two] = labels;
        [self.labelled(ui, pen, first, one), self.labelled(ui, pen, second, two)]
    }

    /// A label above a control 32 high; the control's rectangle.
    fn labelled(&self, ui: &Ui, pen: &mut Pen, rect: Rect, label: &str) -> Rect {
        let top = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
        let shown = pen.fitted(ui.ctx(), label, Face::Caption, Base::Auto, rect.width());
        let (at, anchor) = side(top, self.rtl);
        let ink = pen.theme.ink2;
        pen.draw(ui.painter(), &shown, at, anchor, ink);
        Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
    }

    fn window(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let words = self.words;
        let rows = self.head(ui, pen, rect, "settings-window");
        let labels = ["settings-language", "settings-theme"].map(|key| words.get(key));
        let [language, theme] = self.pair(ui, pen, rows, 0.0, labels.each_ref().map(String::as_str));
        let names = Language::ALL.map(Language::own_name);
        let on = Language::ALL.iter().position(|language| *language == words.language());
        if let Some(hit) = self.segments(ui, pen, language, first_setting(), &names, on) {
            let language = [RecordLanguage::Arabic, RecordLanguage::French, RecordLanguage::English];
            self.change(|all| all.language = language.get(hit).copied());
        }
        let names = ["theme-light", "theme-dark"].map(|key| words.get(key));
        let on = usize::from(self.settings.theme == store::Theme::Dark);
        if let Some(hit) = self.segments(ui, pen, theme, Id::unique(("setting", "theme")), &names, Some(on)) {
            let theme = if hit == 0 { store::Theme::Light } else { store::Theme::Dark };
            self.change(|all| all.theme = theme);
        }
        let labels = ["settings-zoom", "settings-digits"].map(|key| words.get(key));
        let [zoom, digits] = self.pair(ui, pen, rows, 1.0, labels.each_ref().map(String::as_str));
        let now = percent(self.settings.zoom, words);
        let [name, _] = &labels;
        self.combo(ui, pen, zoom, Choice::Zoom, Ok(&now), name);
        let names = [("123", "settings-digits-latin"), ("\u{661}\u{662}\u{663}", "settings-digits-arabic")];
        let names = names.map(|(digits, key)| format!("{digits} {}", words.get(key)));
        let on = usize::from(self.settings.digits == Digits::Arabic);
        if let Some(hit) = self.segments(ui, pen, digits, Id::unique(("setting", "digits")), &names, Some(on))
        {
            let digits = if hit == 0 { Digits::Latin } else { Digits::Arabic };
            self.change(|all| all.digits = digits);
        }
        let name = words.get("settings-invisibles");
        let on = self.settings.invisibles;
        let switch = Switch { words: &name, on, refused: None, rtl: self.rtl };
        // At the far end of the head, where it costs no height.
        let place = Row::new(rect.with_max_y(rect.top() + HEAD), self.rtl).end(switch.width(ui, pen));
        let id = Id::unique(("setting", "invisibles"));
        if switch.show(ui, pen, place, id) {
            self.change(|all| all.invisibles = !on);
        }
        self.follow(ui, id, place);
    }

    fn writing(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let words = self.words;
        let rows = self.head(ui, pen, rect, "settings-writing");
        let label = words.get("settings-phrases");
        let (place, beside) = self.single(ui, pen, rows, &label);
        self.note(ui, pen, beside, "settings-phrases-note");
        let names = PhraseManner::ALL.map(|manner| words.get(manner_key(manner)));
        let on = PhraseManner::ALL.iter().position(|manner| *manner == self.settings.phrases);
        let hit = self.segments(ui, pen, place, Id::unique(("setting", "phrases")), &names, on);
        if let Some(manner) = hit.and_then(|hit| PhraseManner::ALL.get(hit).copied()) {
            self.change(|all| all.phrases = manner);
        }
    }

    /// One place below its label, and what is left beside it for what it is for.
    fn single(&self, ui: &Ui, pen: &mut Pen, rows: Rect, label: &str) -> (Rect, Rect) {
        let mut row = Row::new(rows, self.rtl);
        let place = row.start(((rows.width() - BETWEEN) / 2.0).floor());
        let place = self.labelled(ui, pen, place, label);
        row.start(BETWEEN);
        (place, row.rest().with_min_y(place.top()).with_max_y(place.bottom()))
    }

    fn body(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let words = self.words;
        let mut rows = self.head(ui, pen, rect, "settings-body");
        let under = Rect::from_min_size(rows.min - vec2(0.0, 8.0), vec2(rows.width(), NOTE));
        self.note(ui, pen, under, "settings-body-note");
        rows.min.y += NOTE;
        let body = &self.settings.body;
        let labels = ["field-body", "field-organisation"].map(|key| words.get(key));
        let [name, organisation] = self.pair(ui, pen, rows, 0.0, labels.each_ref().map(String::as_str));
        let [label, _] = &labels;
        if let Some(text) = self.text(ui, pen, name, "body", &body.name, label, "hint-body") {
            self.change(|all| all.body.name = text);
        }
        let [_, label] = &labels;
        let hint = "hint-organisation";
        if let Some(text) = self.text(ui, pen, organisation, "organisation", &body.organisation, label, hint)
        {
            self.change(|all| all.body.organisation = text);
        }
        let labels = ["field-level", "field-region"].map(|key| words.get(key));
        let [level, region] = self.pair(ui, pen, rows, 1.0, labels.each_ref().map(String::as_str));
        let [of_level, of_region] = &labels;
        let now = level_name(body.level, words);
        self.combo(ui, pen, level, Choice::Level, Ok(&now), of_level);
        let hint = words.get("hint-region");
        let now = regions::in_prose(&body.region);
        let shown = if body.region.is_empty() { Err(hint.as_str()) } else { Ok(now.as_str()) };
        self.combo(ui, pen, region, Choice::Region, shown, of_region);
    }

    fn author(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect) {
        let words = self.words;
        let rows = self.head(ui, pen, rect, "settings-author");
        let label = words.get("settings-author-name");
        let (place, beside) = self.single(ui, pen, rows, &label);
        self.note(ui, pen, beside, "settings-author-note");
        let author = &self.settings.author;
        if let Some(text) = self.text(ui, pen, place, "author", author, &label, "hint-name") {
            self.change(|all| all.author = text);
        }
    }

    fn segments(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        rect: Rect,
        id: Id,
        options: &[String],
        on: Option<usize>,
    ) -> Option<usize> {
        let hit = Segments { options, chosen: on, rtl: self.rtl }.show(ui, pen, rect, id);
        self.follow(ui, id.with(on.unwrap_or_default()), rect);
        hit.filter(|hit| Some(*hit) != on)
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it holds")]
    fn text(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: &str,
        value: &str,
        name: &str,
        hint: &str,
    ) -> Option<String> {
        let id = Id::unique(("setting", id));
        let hint = self.words.get(hint);
        let look = Look { name, hint: &hint, ltr: !self.rtl, ..Look::default() };
        let outcome = field(ui, pen, rect, id, value, look, self.focus);
        self.follow(ui, id, rect);
        outcome.changed
    }

    fn combo(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        choice: Choice,
        shown: Result<&str, &str>,
        name: &str,
    ) {
        let id = Id::unique(("setting", format!("{choice:?}")));
        if combo(ui, pen, rect, id, shown, name, self.list == Some(choice), self.rtl) {
            self.opens = Some((choice, rect));
        }
        self.follow(ui, id, rect);
    }

    /// Brings a control that has just got the keyboard into view.
    fn follow(&mut self, ui: &Ui, id: Id, rect: Rect) {
        self.scroll.follow(ui, self.view, id, rect);
    }
}

fn percent(zoom: u16, words: Words) -> String {
    words.with("settings-percent", &[("percent", u32::from(zoom).into())])
}

fn manner_key(manner: PhraseManner) -> &'static str {
    match manner {
        PhraseManner::Both => "settings-phrases-both",
        PhraseManner::Moroccan => "settings-phrases-moroccan",
        PhraseManner::Un => "settings-phrases-un",
    }
}

fn level_name(level: Level, words: Words) -> String {
    words.get(&format!("level-{}", level.keyword()))
}

fn line(ui: &Ui, pen: &mut Pen, rect: Rect, text: &str, face: Face, rtl: bool) {
    let shown = pen.fitted(ui.ctx(), text, face, Base::Auto, rect.width());
    let (at, anchor): (_, Align2) = side(rect, rtl);
    let ink = pen.theme.ink;
    let place = pen.draw(ui.painter(), &shown, at, anchor, ink);
    told(ui, place, text, text);
}

/// A thin line in the middle of the space above a group.
fn apart(ui: &Ui, pen: &Pen, inner: Rect, top: f32) {
    let y = (top - PADDING / 2.0 - 4.0).round() - 0.5;
    ui.painter().hline(inner.x_range(), y, Stroke::new(1.0, pen.theme.line));
}
