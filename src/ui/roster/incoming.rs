//! People on their way into the roster, of a table or of the record: what the columns hold, who is new, who may be
//! somebody known. Nothing is in the roster until it is taken.

use eframe::egui::{
    self, EventFilter, Id, Key, Modifiers, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{Changes, Given, list};
use crate::arabic::naming::Column;
use crate::store::Roster;
use crate::store::roster::{Choice, Found, Incoming, Line, Table};
use crate::template;
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::scroll::Scroll;
use crate::ui::theme::Face;
use crate::ui::widgets::{
    Button, Item, Label, Now, Popup, Row, Segments, Tick, Ticked, Tone, Weight, combo, cut, menu, pill,
    pill_width, ring, side, told, told_aloud,
};

const ROW: f32 = 48.0;
const PAD: f32 = 16.0;
const FOOT: f32 = 56.0;
/// A label and the list of what a column may hold.
const COLUMN: f32 = 58.0;
/// The narrowest a column may be.
const NARROW: f32 = 132.0;
const MERGES: f32 = 168.0;

/// People being looked at.
pub(super) struct Preview {
    /// The table they come from; none for those of the record.
    table: Option<Source>,
    incoming: Incoming,
    scroll: Scroll,
    /// What the list that is open is about.
    list: Option<(About, Rect, Option<usize>, bool)>,
    began: bool,
    /// The row that has just been gone to: it takes the keyboard.
    goes: Option<usize>,
}

/// A table, what it is called, and what its letters were read from.
struct Source {
    table: Table,
    name: String,
    encoding: Option<&'static str>,
}

/// What an open list is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// What a column holds.
    Column(usize),
    /// What becomes of somebody.
    Line(usize),
}

/// The two buttons below the rows.
fn take_id() -> Id {
    Id::unique("roster-take")
}

fn cancel_id() -> Id {
    Id::unique("roster-cancel")
}

/// The row of somebody.
fn row_id(at: usize) -> Id {
    Id::unique(("roster-line", at))
}

/// Whether it is to be put away, and what comes in: the changes, and how many people they are of.
type Done = (bool, Option<(Changes, usize)>);

#[expect(clippy::cast_precision_loss, reason = "rows of a table")]
fn rows(count: usize) -> f32 {
    count as f32
}

impl Preview {
    pub(super) fn new(table: Table, name: &str, encoding: Option<&'static str>, roster: &Roster) -> Self {
        let incoming = Incoming::of(&table, roster);
        Self { table: Some(Source { table, name: name.into(), encoding }), ..Self::of_record(incoming) }
    }

    pub(super) fn of_record(incoming: Incoming) -> Self {
        Self { table: None, incoming, scroll: Scroll::default(), list: None, began: false, goes: None }
    }

    pub(super) fn is_of_record(&self) -> bool {
        self.table.is_none()
    }

    /// Whether there are names at all.
    fn has_names(&self) -> bool {
        self.table.as_ref().is_none_or(|source| source.table.has_names())
    }

    pub(super) fn has_list(&self) -> bool {
        self.list.is_some()
    }

    pub(super) fn show(&mut self, ui: &mut Ui, pen: &mut Pen, card: Rect, given: &Given<'_>) -> Done {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        ui.painter().rect_filled(card, 10.0, theme.raised);
        ui.painter().rect_stroke(card, 10.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        let inner = card.shrink2(vec2(PAD, 0.0));
        let mut top = card.top() + 12.0;
        let title = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 26.0));
        let name = self.table.as_ref().map_or_else(
            || words.get("roster-of-record"),
            |source| words.with("roster-table-of", &[("name", (&source.name).into())]),
        );
        cut(ui, pen, title, Label { words: &name, face: Face::Section, ink: theme.ink }, rtl);
        told(ui, title, "roster-table", &name);
        top = title.bottom() + 2.0;
        let said = self.said(given);
        let ink = if self.has_names() { theme.ink2 } else { theme.warning };
        let base = if rtl { Base::Rtl } else { Base::Ltr };
        let shown = pen.words(ui.ctx(), &said, Face::Dense, base, Some(inner.width()));
        let line = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), shown.height()));
        let (_, anchor) = side(line, rtl);
        let at = pos2(if rtl { line.right() } else { line.left() }, line.center().y);
        pen.draw(ui.painter(), &shown, at, anchor, ink);
        told_aloud(ui, line, "roster-table-said", &said);
        top = line.bottom() + 8.0;
        if let Some(Source { table, .. }) = &self.table {
            let open = self.list.as_ref().map(|(about, ..)| *about);
            let rect = Rect::from_min_max(pos2(inner.left(), top), inner.max);
            let (end, opens) = columns(ui, pen, rect, table, open, given);
            top = end;
            if let Some((at, place)) = opens {
                let about = About::Column(at);
                self.list = (open != Some(about)).then_some((about, place, None, true));
            }
        }
        // A dialog that closes takes the keyboard with it once more.
        if !std::mem::replace(&mut self.began, true) || ui.memory(|memory| memory.focused().is_none()) {
            self.begin(ui);
        }
        ui.painter().hline(card.x_range(), top + 3.5, Stroke::new(1.0, theme.line));
        let view = Rect::from_min_max(
            pos2(card.left() + 1.0, top + 4.0),
            pos2(card.right() - 1.0, card.bottom() - FOOT),
        );
        // Enter with Control is heard before a row that has the keyboard takes it for a press.
        let by_key =
            self.list.is_none() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        self.lines(ui, pen, view, given);
        let foot = Rect::from_min_max(pos2(card.left(), card.bottom() - FOOT), card.max);
        let done = self.foot(ui, pen, foot, by_key, given);
        self.choices(ui, pen, given);
        done
    }

    /// What is to be said of the table before it is taken.
    fn said(&self, given: &Given<'_>) -> String {
        let words = given.words;
        let Some(Source { table, encoding, .. }) = &self.table else {
            return words.get("roster-record-note");
        };
        if !table.has_names() {
            return words.get("roster-no-names");
        }
        let mut parts = Vec::new();
        parts.extend(table.heads.is_empty().then(|| words.get("roster-no-heads")));
        let converted = |name: &str| words.with("roster-converted", &[("name", name.to_owned().into())]);
        parts.extend(encoding.map(converted));
        let nameless = self.incoming.nameless.len();
        if nameless > 0 {
            parts.push(words.with("roster-nameless", &[("count", nameless.into())]));
        }
        if parts.is_empty() {
            parts.push(words.get("roster-table-note"));
        }
        parts.join(" ")
    }

    /// Gives the keyboard to what comes first: what takes all in; where somebody must say who one is, that row; where
    /// there are no names, the first column.
    fn begin(&mut self, ui: &Ui) {
        let asks = |line: &Line| matches!(line.found, Found::Like(_) | Found::Twice(_)) && !line.sure;
        let first = self.incoming.lines.iter().position(asks).filter(|_| self.is_of_record());
        if let Some(at) = first {
            self.goes = Some(at);
        } else {
            let first = if self.has_names() { take_id() } else { column_id(0) };
            ui.memory_mut(|memory| memory.request_focus(first));
        }
    }

    /// The list that is open: what a column holds, or what becomes of somebody.
    fn choices(&mut self, ui: &Ui, pen: &mut Pen, given: &Given<'_>) {
        let Some((about, under, mut at, fresh)) = self.list.take() else { return };
        let stays = match about {
            About::Column(column) => self.holds(ui, pen, column, under, &mut at, fresh, given),
            About::Line(line) => self.becomes(ui, pen, line, under, &mut at, fresh, given),
        };
        if stays {
            self.list = Some((about, under, at, false));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how it stands")]
    fn holds(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        column: usize,
        under: Rect,
        at: &mut Option<usize>,
        fresh: bool,
        given: &Given<'_>,
    ) -> bool {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let Some(Source { table, .. }) = &mut self.table else { return false };
        let now = table.columns.get(column).copied().flatten();
        let none = Item::new(words.get("column-none"), None).on(now.is_none());
        let items = Column::ALL.map(|column| {
            Item::new(words.get(&format!("column-{}", column.keyword())), Some(column))
                .on(now == Some(column))
        });
        let items = std::iter::once(none).chain(items).collect();
        match menu(ui.ctx(), pen, under, items, at, rtl, fresh) {
            Popup::Open => return true,
            Popup::Closed => {}
            Popup::Chosen(holds) => {
                table.set(column, holds);
                self.incoming = Incoming::of(table, given.roster);
            }
        }
        false
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how it stands")]
    fn becomes(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        line: usize,
        under: Rect,
        at: &mut Option<usize>,
        fresh: bool,
        given: &Given<'_>,
    ) -> bool {
        let words = given.words;
        let now = self.incoming.lines.get(line).map(Line::choice);
        let same = |name: Option<&str>| {
            words.with("roster-choose-same", &[("name", name.unwrap_or_default().to_owned().into())])
        };
        let items = self.incoming.choices(line).into_iter().map(|choice| {
            let said = match choice {
                Choice::New => words.get("roster-choose-new"),
                Choice::Same(id) => same(given.roster.get(id).map(|person| person.name.as_str())),
                Choice::Before(line) => {
                    same(self.incoming.lines.get(line).map(|line| line.person.name.as_str()))
                }
                Choice::Skip => words.get("roster-choose-skip"),
            };
            Item::new(said, choice).on(now == Some(choice))
        });
        let items = items.collect();
        match menu(ui.ctx(), pen, under, items, at, words.language().is_right_to_left(), fresh) {
            Popup::Open => return true,
            Popup::Closed => {}
            Popup::Chosen(choice) => self.incoming.choose(line, choice, given.roster),
        }
        self.goes = Some(line);
        false
    }

    /// The people in view, and what becomes of each.
    fn lines(&mut self, ui: &mut Ui, pen: &mut Pen, view: Rect, given: &Given<'_>) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        let count = self.incoming.lines.len();
        let entered = self.keys(ui, view);
        if let Some(at) = self.goes.take() {
            self.scroll.reveal(view, rows(at) * ROW, rows(at + 1) * ROW);
            ui.memory_mut(|memory| memory.request_focus(row_id(at)));
            ui.ctx().request_repaint();
        }
        let shift = self.scroll.begin(ui, view, rows(count) * ROW);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a table")]
        let (first, many) =
            ((shift / ROW).floor().max(0.0) as usize, (view.height() / ROW).ceil().max(0.0) as usize + 2);
        // One beyond either end, so that the keyboard finds its way on.
        let from = first.saturating_sub(1);
        for at in from..(first + many).min(count) {
            let top = view.top() + rows(at) * ROW - shift;
            let row = Rect::from_min_size(pos2(view.left(), top), vec2(view.width() - 12.0, ROW));
            self.line(ui, pen, row, view, (at, entered == Some(at)), given);
        }
        self.scroll.thumb(ui, pen, view, Id::unique("roster-table-scroll"), rtl);
        ui.set_clip_rect(before);
    }

    /// What the keys do while a row has the keyboard: the arrows go on, Space takes somebody in or not; Enter asks for what
    /// may become of them. The row that was asked.
    fn keys(&mut self, ui: &Ui, view: Rect) -> Option<usize> {
        let last = self.incoming.lines.len().saturating_sub(1);
        let focused = ui.memory(egui::Memory::focused);
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        let below = [take_id(), cancel_id()].into_iter().find(|id| focused == Some(*id));
        if let Some(id) = below {
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if below.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp)) {
            self.goes = Some(last);
        }
        let at = (0..=last).find(|at| focused == Some(row_id(*at)))?;
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row_id(at), filter));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a table")]
        let page = ((view.height() / ROW) as usize).max(2) - 1;
        for (key, to) in [
            (Key::ArrowDown, at + 1),
            (Key::ArrowUp, at.saturating_sub(1)),
            (Key::PageDown, at + page),
            (Key::PageUp, at.saturating_sub(page)),
            (Key::Home, 0),
            (Key::End, last),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                self.goes = Some(to.min(last));
            }
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space))
            && let Some(line) = self.incoming.lines.get_mut(at)
        {
            line.taken = !line.taken;
        }
        // Taken from the list that opens, which would have it for a choice.
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)).then_some(at)
    }

    fn line(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        rect: Rect,
        view: Rect,
        (at, entered): (usize, bool),
        given: &Given<'_>,
    ) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let theme = pen.theme;
        let whom = |found| match found {
            Found::Known(id) | Found::Like(id) => given.roster.get(id).map(|person| person.name.clone()),
            Found::Twice(before) => self.incoming.lines.get(before).map(|line| line.person.name.clone()),
            Found::New => None,
        };
        let Some(line) = self.incoming.lines.get(at) else { return };
        let other = whom(line.found).unwrap_or_default();
        let like = |name: String| (Tone::Warning, words.with("roster-is-like", &[("name", name.into())]));
        let (tone, said) = match line.found {
            _ if !line.taken => (Tone::Draft, words.get("roster-is-skipped")),
            Found::New => (Tone::Approved, words.get("roster-is-new")),
            Found::Known(_) if line.merges => (Tone::Draft, words.get("roster-is-known")),
            Found::Like(_) if line.merges && line.sure => (Tone::Draft, words.get("roster-is-richer")),
            Found::Known(_) | Found::Like(_) => like(other),
            Found::Twice(_) => (Tone::Warning, words.with("roster-is-twice", &[("name", other.into())])),
        };
        let person = &line.person;
        let name = template::person_name(person).unwrap_or_default();
        let about = list::about(person, given);
        let known = matches!(line.found, Found::Known(_)) || line.sure;
        let asks = line.taken && line.found != Found::New && !(known && line.merges);
        let response = ui.interact(rect, row_id(at), Sense::click());
        let open = self.list.as_ref().is_some_and(|(about, ..)| *about == About::Line(at));
        if open || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect.shrink2(vec2(4.0, 1.0)), 6.0, theme.hover);
        }
        ring(ui, pen, rect.shrink2(vec2(6.0, 4.0)), 4, &response);
        let mut row = Row::new(rect.shrink2(vec2(PAD, 0.0)), rtl);
        let tick = Tick { words: "", on: Ticked::from(line.taken), rtl, ..Tick::default() };
        let mark = row.start(26.0);
        let choice = row.end(MERGES);
        row.end(8.0);
        let half = (row.rest().width() * 0.46).floor();
        let text = row.start(half);
        row.start(8.0);
        let first = if about.is_empty() { text } else { text.with_max_y(rect.top() + 27.0) };
        let ink = if line.taken { theme.ink } else { theme.ink3 };
        cut(ui, pen, first, Label { words: &name, face: Face::Base, ink }, rtl);
        if !about.is_empty() {
            let second = text.with_min_y(rect.top() + 23.0);
            cut(ui, pen, second, Label { words: &about, face: Face::Caption, ink: theme.ink2 }, rtl);
        }
        let rest = row.rest();
        let wide = pill_width(ui, pen, &said);
        if wide <= rest.width() {
            pill(ui, pen, rest, &said, tone, rtl);
        } else {
            cut(ui, pen, rest, Label { words: &said, face: Face::Caption, ink: theme.ink2 }, rtl);
        }
        let mut options = Vec::new();
        if asks {
            options.extend(["roster-same", "roster-other"].map(|key| words.get(key)));
        }
        let merges = line.merges;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
        tick.paint(ui, pen, mark, Now::default());
        let label = format!("{name}: {said}");
        let taken = line.taken;
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, taken, &label));
        self.scroll.follow(ui, view, row_id(at), rect);
        let on_box = |at: Pos2| mark.expand(6.0).contains(at);
        let clicked = response.clicked() || entered;
        let pressed = clicked && response.interact_pointer_pos().is_some_and(on_box);
        if clicked && !pressed {
            let under = mark.union(text).shrink2(vec2(0.0, 4.0));
            self.list = (!open).then_some((About::Line(at), under, None, true));
        }
        let place = Rect::from_center_size(choice.center(), vec2(choice.width(), 28.0));
        let id = Id::unique(("roster-merges", at));
        let hit = if options.is_empty() {
            None
        } else {
            let chosen = Some(usize::from(!merges));
            Segments { options: &options, chosen, rtl }.show(ui, pen, place, id)
        };
        for index in 0..2 {
            self.scroll.follow(ui, view, id.with(index), rect);
        }
        if let Some(line) = self.incoming.lines.get_mut(at) {
            line.taken ^= pressed;
            if let Some(hit) = hit {
                line.merges = hit == 0;
            }
        }
    }

    /// How many come in, and the two ways on.
    fn foot(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, by_key: bool, given: &Given<'_>) -> Done {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, pen.theme.line));
        let mut row = Row::new(rect.shrink2(vec2(PAD, 12.0)), rtl);
        let (new, joined, known) = self.incoming.counts();
        let count = new + joined;
        let take = words.with("roster-take", &[("count", count.into())]);
        let reason = if self.has_names() {
            (count == 0).then(|| words.get("roster-nothing-new"))
        } else {
            Some(words.get("roster-no-names"))
        };
        let button = Button {
            words: &take,
            icon: Some(Icon::UserPlus),
            weight: Weight::Filled,
            refused: reason.as_deref(),
            rtl,
            ..Button::default()
        };
        let takes = row.end(button.width(ui, pen));
        row.end(8.0);
        let cancel = words.get("cmd-cancel");
        let away = Button { words: &cancel, weight: Weight::Plain, rtl, ..Button::default() };
        let cancels = row.end(away.width(ui, pen));
        row.end(12.0);
        let values = [("new", new.into()), ("joined", joined.into()), ("known", known.into())];
        let said = words.with("roster-counts", &values);
        cut(ui, pen, row.rest(), Label { words: &said, face: Face::Dense, ink: pen.theme.ink2 }, rtl);
        told(ui, row.rest(), "roster-counts", &said);
        let cancelled = away.show(ui, pen, cancels, cancel_id());
        let id = take_id();
        if button.show(ui, pen, takes, id) || by_key && reason.is_none() {
            return (true, Some((self.incoming.changes(given.roster, given.session), count)));
        }
        (cancelled, None)
    }
}

/// What each column holds; where they end, and the one whose list is to be opened or closed, with its place.
fn columns(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    table: &Table,
    open: Option<About>,
    given: &Given<'_>,
) -> (f32, Option<(usize, Rect)>) {
    let words = given.words;
    let rtl = words.language().is_right_to_left();
    let count = table.columns.len().max(1);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns of a table")]
    let across = ((rect.width() + 8.0) / (NARROW + 8.0)) as usize;
    let across = across.clamp(1, count);
    let width = ((rect.width() + 8.0) / rows(across) - 8.0).min(220.0).floor();
    let mut opens = None;
    for (at, holds) in table.columns.iter().enumerate() {
        let mut row = Row::new(
            Rect::from_min_size(
                pos2(rect.left(), rect.top() + rows(at / across) * COLUMN),
                vec2(rect.width(), COLUMN),
            ),
            rtl,
        );
        row.start(rows(at % across) * (width + 8.0));
        let cell = row.start(width);
        let head = table.heads.get(at).cloned().filter(|head| !head.is_empty());
        let sample = || {
            let cells = table.rows.iter().filter_map(|(_, row)| row.get(at));
            cells.into_iter().find(|cell| !cell.is_empty()).cloned()
        };
        let number = || words.with("roster-column", &[("number", (at + 1).into())]);
        let head = head.or_else(sample).unwrap_or_else(number);
        let label = cell.with_max_y(cell.top() + 20.0);
        let shown = pen.fitted(ui.ctx(), &head, Face::Caption, Base::Auto, label.width());
        let (place, anchor) = side(label, rtl);
        let ink = pen.theme.ink2;
        pen.draw(ui.painter(), &shown, place, anchor, ink);
        let place = Rect::from_min_size(pos2(cell.left(), cell.top() + 21.0), vec2(cell.width(), 32.0));
        let leaves = words.get("column-none");
        let said = holds.map(|column| words.get(&format!("column-{}", column.keyword())));
        let said = said.as_deref().ok_or(leaves.as_str());
        let open = open == Some(About::Column(at));
        if combo(ui, pen, place, column_id(at), said, &format!("{}: {head}", number()), open, rtl) {
            opens = Some((at, place));
        }
    }
    (rect.top() + rows(count.div_ceil(across)) * COLUMN, opens)
}

/// What a column holds.
fn column_id(at: usize) -> Id {
    Id::unique(("roster-column", at))
}
