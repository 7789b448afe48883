//! A table on its way into the roster: what its columns hold, who is new, who may be somebody known. Nothing is in the
//! roster until it is taken.

use eframe::egui::{Id, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Changes, Given, list};
use crate::arabic::naming::Column;
use crate::store::Roster;
use crate::store::roster::{Found, Incoming, Table};
use crate::template;
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::scroll::Scroll;
use crate::ui::theme::Face;
use crate::ui::widgets::{
    Button, Item, Label, Popup, Row, Segments, Tick, Ticked, Tone, Weight, combo, cut, menu, pill,
    pill_width, side, told, told_aloud,
};

const ROW: f32 = 48.0;
const PAD: f32 = 16.0;
const FOOT: f32 = 56.0;
/// A label and the list of what a column may hold.
const COLUMN: f32 = 58.0;
/// The narrowest a column may be.
const NARROW: f32 = 132.0;
const MERGES: f32 = 168.0;

/// A table being looked at.
pub(super) struct Preview {
    table: Table,
    name: String,
    encoding: Option<&'static str>,
    incoming: Incoming,
    scroll: Scroll,
    /// The column whose list is open.
    list: Option<(usize, Rect, Option<usize>, bool)>,
    began: bool,
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
        Self {
            table,
            name: name.into(),
            encoding,
            incoming,
            scroll: Scroll::default(),
            list: None,
            began: false,
        }
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
        let name = words.with("roster-table-of", &[("name", (&self.name).into())]);
        cut(ui, pen, title, Label { words: &name, face: Face::Section, ink: theme.ink }, rtl);
        told(ui, title, "roster-table", &name);
        top = title.bottom() + 2.0;
        let said = self.said(given);
        let ink = if self.table.has_names() { theme.ink2 } else { theme.warning };
        let base = if rtl { Base::Rtl } else { Base::Ltr };
        let shown = pen.words(ui.ctx(), &said, Face::Dense, base, Some(inner.width()));
        let line = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), shown.height()));
        let (_, anchor) = side(line, rtl);
        let at = pos2(if rtl { line.right() } else { line.left() }, line.center().y);
        pen.draw(ui.painter(), &shown, at, anchor, ink);
        told_aloud(ui, line, "roster-table-said", &said);
        top = line.bottom() + 8.0;
        top = self.columns(ui, pen, Rect::from_min_max(pos2(inner.left(), top), inner.max), given);
        ui.painter().hline(card.x_range(), top + 3.5, Stroke::new(1.0, theme.line));
        let view = Rect::from_min_max(
            pos2(card.left() + 1.0, top + 4.0),
            pos2(card.right() - 1.0, card.bottom() - FOOT),
        );
        self.lines(ui, pen, view, given);
        let foot = Rect::from_min_max(pos2(card.left(), card.bottom() - FOOT), card.max);
        let done = self.foot(ui, pen, foot, given);
        self.choices(ui, pen, given);
        done
    }

    /// What is to be said of the table before it is taken.
    fn said(&self, given: &Given<'_>) -> String {
        let words = given.words;
        if !self.table.has_names() {
            return words.get("roster-no-names");
        }
        let mut parts = Vec::new();
        parts.extend(self.table.heads.is_empty().then(|| words.get("roster-no-heads")));
        let converted = |name: &str| words.with("roster-converted", &[("name", name.to_owned().into())]);
        parts.extend(self.encoding.map(converted));
        let nameless = self.incoming.nameless.len();
        if nameless > 0 {
            parts.push(words.with("roster-nameless", &[("count", nameless.into())]));
        }
        if parts.is_empty() {
            parts.push(words.get("roster-table-note"));
        }
        parts.join(" ")
    }

    /// What each column holds; where they end.
    fn columns(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, given: &Given<'_>) -> f32 {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let count = self.table.columns.len().max(1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns of a table")]
        let across = ((rect.width() + 8.0) / (NARROW + 8.0)) as usize;
        let across = across.clamp(1, count);
        let width = ((rect.width() + 8.0) / rows(across) - 8.0).min(220.0).floor();
        let mut opens = None;
        for (at, holds) in self.table.columns.iter().enumerate() {
            let mut row = Row::new(
                Rect::from_min_size(
                    pos2(rect.left(), rect.top() + rows(at / across) * COLUMN),
                    vec2(rect.width(), COLUMN),
                ),
                rtl,
            );
            row.start(rows(at % across) * (width + 8.0));
            let cell = row.start(width);
            let head = self.table.heads.get(at).cloned().filter(|head| !head.is_empty());
            let sample = || {
                let cells = self.table.rows.iter().filter_map(|(_, row)| row.get(at));
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
            let open = self.list.as_ref().is_some_and(|(open, ..)| *open == at);
            let id = Id::unique(("roster-column", at));
            if combo(ui, pen, place, id, said, &format!("{}: {head}", number()), open, rtl) {
                opens = Some((at, place, open));
            }
            // A dialog that closes takes the keyboard with it once more.
            let begins = !std::mem::replace(&mut self.began, true);
            if at == 0 && (begins || ui.memory(|memory| memory.focused().is_none())) {
                let first = if self.table.has_names() { Id::unique("roster-take") } else { id };
                ui.memory_mut(|memory| memory.request_focus(first));
            }
        }
        if let Some((at, place, open)) = opens {
            self.list = (!open).then_some((at, place, None, true));
        }
        rect.top() + rows(count.div_ceil(across)) * COLUMN
    }

    fn choices(&mut self, ui: &Ui, pen: &mut Pen, given: &Given<'_>) {
        let Some((column, under, mut at, fresh)) = self.list.take() else { return };
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let now = self.table.columns.get(column).copied().flatten();
        let none = Item::new(words.get("column-none"), None).on(now.is_none());
        let items = Column::ALL.map(|column| {
            Item::new(words.get(&format!("column-{}", column.keyword())), Some(column))
                .on(now == Some(column))
        });
        let items = std::iter::once(none).chain(items).collect();
        match menu(ui.ctx(), pen, under, items, &mut at, rtl, fresh) {
            Popup::Open => self.list = Some((column, under, at, false)),
            Popup::Closed => {}
            Popup::Chosen(holds) => {
                self.table.set(column, holds);
                self.incoming = Incoming::of(&self.table, given.roster);
            }
        }
    }

    /// The people in view, and what becomes of each.
    fn lines(&mut self, ui: &mut Ui, pen: &mut Pen, view: Rect, given: &Given<'_>) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        let count = self.incoming.lines.len();
        let shift = self.scroll.begin(ui, view, rows(count) * ROW);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a table")]
        let (first, many) =
            ((shift / ROW).floor().max(0.0) as usize, (view.height() / ROW).ceil().max(0.0) as usize + 2);
        // One beyond either end, so that the keyboard finds its way on.
        let from = first.saturating_sub(1);
        for at in from..(first + many).min(count) {
            let top = view.top() + rows(at) * ROW - shift;
            let row = Rect::from_min_size(pos2(view.left(), top), vec2(view.width() - 12.0, ROW));
            self.line(ui, pen, row, view, at, given);
        }
        self.scroll.thumb(ui, pen, view, Id::unique("roster-table-scroll"), rtl);
        ui.set_clip_rect(before);
    }

    fn line(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, view: Rect, at: usize, given: &Given<'_>) {
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
        let (tone, said) = match line.found {
            Found::New => (Tone::Approved, words.get("roster-is-new")),
            Found::Known(_) => (Tone::Draft, words.get("roster-is-known")),
            Found::Like(_) => (Tone::Warning, words.with("roster-is-like", &[("name", other.into())])),
            Found::Twice(_) => (Tone::Warning, words.with("roster-is-twice", &[("name", other.into())])),
        };
        let person = &line.person;
        let name = template::person_name(person).unwrap_or_default();
        let about = list::about(person, given);
        let asks = matches!(line.found, Found::Like(_) | Found::Twice(_)) && line.taken;
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
        if line.taken && wide <= rest.width() {
            pill(ui, pen, rest, &said, tone, rtl);
        } else if line.taken {
            cut(ui, pen, rest, Label { words: &said, face: Face::Caption, ink: theme.ink2 }, rtl);
        }
        let mut options = Vec::new();
        if asks {
            options.extend(["roster-same", "roster-other"].map(|key| words.get(key)));
        }
        let merges = line.merges;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
        let id = Id::unique(("roster-line", at));
        let label = format!("{name}: {said}");
        let pressed = tick.show(ui, pen, mark, id);
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(label.clone()));
        self.scroll.follow(ui, view, id, rect);
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
    fn foot(&mut self, ui: &Ui, pen: &mut Pen, rect: Rect, given: &Given<'_>) -> Done {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, pen.theme.line));
        let mut row = Row::new(rect.shrink2(vec2(PAD, 12.0)), rtl);
        let (new, joined, known) = self.incoming.counts();
        let count = new + joined;
        let take = words.with("roster-take", &[("count", count.into())]);
        let reason = if self.table.has_names() {
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
        let cancelled = away.show(ui, pen, cancels, Id::unique("roster-cancel"));
        let id = Id::unique("roster-take");
        let by_key = reason.is_none()
            && self.list.is_none()
            && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if button.show(ui, pen, takes, id) || by_key {
            return (true, Some((self.incoming.changes(given.roster, given.session), count)));
        }
        (cancelled, None)
    }
}
