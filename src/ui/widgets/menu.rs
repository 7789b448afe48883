//! Lists to choose from: menus and the choices of a field, by mouse, arrows and the letters of a line.

use eframe::egui::{
    Area, Color32, Context, Event, Id, Key, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::keys::{Hold, give_back, lock_focus, take_keys};
use super::states::{key_cap, key_cap_width};
use super::{Popup, Row, announce, card, place_under, pressed_outside, words_at};
use crate::arabic;
use crate::ui::access;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;

/// Seconds after which letters begin a new search.
const TYPED: f64 = 1.0;
/// The least height of a line before a list begins to scroll.
const LOWEST: f32 = 24.0;
/// The height of a line where there is room.
const LINE: f32 = 32.0;
/// Around the thin line between two groups.
const APART: f32 = 9.0;

/// One line of a menu.
pub struct Item<T> {
    /// The words.
    pub words: String,
    /// The picture before them.
    pub icon: Option<Icon>,
    /// The colour of the picture, where it is the picture of one.
    pub tint: Option<Color32>,
    /// The keys that do the same.
    pub keys: String,
    /// Whether it is what is chosen now.
    pub on: bool,
    /// Whether it can be done now.
    pub enabled: bool,
    /// Why it cannot; empty where it can.
    pub reason: String,
    /// Whether a thin line stands above it.
    pub apart: bool,
    /// The lines of the menu that opens beside it; none for a line that does something itself.
    pub more: Vec<Item<T>>,
    /// What it does; nothing for a line that opens a menu.
    what: Option<T>,
}

impl<T> Item<T> {
    /// A line that can be chosen.
    pub fn new(words: String, what: T) -> Self {
        Self { what: Some(what), ..Self::group(words, Vec::new()) }
    }

    /// A line that opens these lines beside it.
    #[must_use]
    pub fn group(words: String, more: Vec<Self>) -> Self {
        let (keys, reason) = (String::new(), String::new());
        let (icon, tint) = (None, None);
        Self { words, icon, tint, keys, on: false, enabled: true, reason, apart: false, more, what: None }
    }

    /// What it does, if it does something itself.
    pub fn does(&self) -> Option<&T> {
        self.what.as_ref()
    }

    /// The same with a picture.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The same with its keys shown.
    #[must_use]
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = keys.into();
        self
    }

    /// The same, possible or not.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The same, not possible now for this reason.
    #[must_use]
    pub fn refused(mut self, reason: String) -> Self {
        self.enabled = false;
        self.reason = reason;
        self
    }

    /// The same, chosen or not.
    #[must_use]
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// The same, under a thin line.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }
}

/// What an open list remembers between two frames.
#[derive(Clone, Debug, Default)]
struct Kept {
    /// The letters typed one after the other.
    typed: String,
    /// When the last of them was typed.
    when: f64,
    /// How far the list is scrolled.
    scroll: f32,
    /// The line whose menu is open beside it.
    below: Option<usize>,
    /// The line of that menu the keyboard is on.
    sub: Option<usize>,
}

fn kept_id() -> Id {
    Id::unique("menu-kept")
}

fn neighbour_id() -> Id {
    Id::unique("menu-neighbour")
}

/// Whether Left or Right was pressed in the menu that was open: 1 for the menu after it in reading order, -1 for the
/// one before. Asked once.
#[must_use]
pub fn neighbour(ctx: &Context) -> Option<isize> {
    ctx.data_mut(|data| data.remove_temp(neighbour_id()))
}

/// Shows a menu below `under`, aligned with its side of reading. `at` is the line the keyboard is on.
pub fn menu<T>(
    ctx: &Context,
    pen: &mut Pen,
    under: Rect,
    items: Vec<Item<T>>,
    at: &mut Option<usize>,
    rtl: bool,
    fresh: bool,
) -> Popup<T> {
    open_list(ctx, pen, under, items, at, rtl, fresh, Hold::All)
}

/// Shows what a field offers for the words typed into it: the keyboard stays in the field, Up and Down light a line,
/// Enter takes the lit one, Escape puts the list away.
pub fn offers<T>(
    ctx: &Context,
    pen: &mut Pen,
    under: Rect,
    items: Vec<Item<T>>,
    at: &mut Option<usize>,
    rtl: bool,
) -> Popup<T> {
    let lit = at.is_some();
    open_list(ctx, pen, under, items, at, rtl, false, Hold::Offers(lit))
}

#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it can change")]
fn open_list<T>(
    ctx: &Context,
    pen: &mut Pen,
    under: Rect,
    items: Vec<Item<T>>,
    at: &mut Option<usize>,
    rtl: bool,
    fresh: bool,
    hold: Hold,
) -> Popup<T> {
    let mut kept: Kept = ctx.data_mut(|data| data.remove_temp(kept_id())).unwrap_or_default();
    if fresh {
        kept = Kept::default();
        *at = at.or(items.iter().position(|item| item.on && item.enabled));
    }
    let before = *at;
    let ended = keyboard(ctx, &items, at, &mut kept, rtl, fresh, hold);
    let list = List::new(ctx, pen, under, &items, rtl);
    list.scroll(ctx, &items, &mut kept, at.filter(|_| fresh || *at != before));
    let mut seen = Seen::default();
    let area = Area::new(Id::unique("menu")).order(Order::Foreground).fixed_pos(list.rect.min);
    area.constrain(false).fade_in(false).show(ctx, |ui| {
        ui.allocate_rect(list.rect, Sense::CLICK);
        card(ui, pen, list.rect, 6);
        access::floats(ui, access::Floats::Menu);
        ui.set_clip_rect(list.rect.shrink2(vec2(1.0, 4.0)).intersect(ui.clip_rect()));
        seen = list.show(ui, pen, &items, at, &kept);
    });
    if let Some(index) = seen.pointed.filter(|index| Some(*index) != kept.below) {
        kept.sub = None;
        kept.below = items.get(index).filter(|item| opens(item)).map(|_| index);
        ctx.request_repaint();
    }
    let mut clicked = seen.clicked.and_then(|index| chosen(&items, Some(index), &mut kept));
    let mut beside = None;
    if let Some((index, item)) = kept.below.and_then(|index| Some((index, items.get(index)?))) {
        let sub = List::beside(ctx, pen, &list, list.row(&items, index, &kept), &item.more);
        let scrolled = Kept { scroll: 0.0, below: None, sub: None, ..kept.clone() };
        let area = Area::new(Id::unique("submenu")).order(Order::Foreground).fixed_pos(sub.rect.min);
        area.constrain(false).fade_in(false).show(ctx, |ui| {
            ui.allocate_rect(sub.rect, Sense::CLICK);
            card(ui, pen, sub.rect, 6);
            access::floats(ui, access::Floats::Menu);
            seen = sub.show(ui, pen, &item.more, &mut kept.sub, &scrolled);
        });
        clicked = clicked.or(seen.clicked.map(|line| Ended::Below(index, line)));
        beside = Some(sub.rect);
    }
    let ended = ended.or(clicked);
    let hold = if let Hold::Offers(_) = hold { Hold::Offers(at.is_some()) } else { hold };
    lock_focus(ctx, if ended.is_none() { hold } else { Hold::Nothing });
    match ended {
        Some(Ended::Closed) => return Popup::Closed,
        Some(Ended::Chosen(index)) => {
            return answer(items.into_iter().nth(index));
        }
        Some(Ended::Below(index, line)) => {
            return answer(items.into_iter().nth(index).and_then(|item| item.more.into_iter().nth(line)));
        }
        None => {}
    }
    ctx.data_mut(|data| data.insert_temp(kept_id(), kept));
    let inside =
        |rect: &Rect| ctx.input(|input| input.pointer.interact_pos()).is_some_and(|at| rect.contains(at));
    if pressed_outside(ctx, list.rect, under) && !beside.as_ref().is_some_and(inside) && !fresh {
        lock_focus(ctx, Hold::Nothing);
        return Popup::Closed;
    }
    Popup::Open
}

fn answer<T>(item: Option<Item<T>>) -> Popup<T> {
    item.and_then(|item| item.what).map_or(Popup::Closed, Popup::Chosen)
}

/// Whether a line opens a menu beside it.
fn opens<T>(item: &Item<T>) -> bool {
    item.enabled && !item.more.is_empty()
}

/// What the mouse did with a list.
#[derive(Clone, Copy, Default)]
struct Seen {
    clicked: Option<usize>,
    pointed: Option<usize>,
}

/// The card of a menu in its place, `at` lit: how it looks. Where it is.
pub fn menu_at<T>(ui: &Ui, pen: &mut Pen, under: Rect, items: &[Item<T>], at: usize, rtl: bool) -> Rect {
    let list = List { open: false, ..List::new(ui.ctx(), pen, under, items, rtl) };
    card(ui, pen, list.rect, 6);
    list.show(ui, pen, items, &mut Some(at), &Kept::default());
    list.rect
}

/// How the keyboard ended a list.
#[derive(Clone, Copy)]
enum Ended {
    Closed,
    Chosen(usize),
    /// A line of the menu beside another.
    Below(usize, usize),
}

/// Does what the keys ask, one after the other; what comes after the end is given back.
fn keyboard<T>(
    ctx: &Context,
    items: &[Item<T>],
    at: &mut Option<usize>,
    kept: &mut Kept,
    rtl: bool,
    fresh: bool,
    hold: Hold,
) -> Option<Ended> {
    let now = ctx.input(|input| input.time);
    let mut events = take_keys(ctx, hold).into_iter();
    while let Some(event) = events.next() {
        let beside =
            kept.below.filter(|_| kept.sub.is_some()).and_then(|index| Some((index, items.get(index)?)));
        let ended = match event {
            Event::Key { key, modifiers, .. } if !modifiers.command && !modifiers.alt => match beside {
                Some((index, item)) => press_beside(key, index, &item.more, kept, rtl),
                None => press(ctx, key, items, at, kept, rtl),
            },
            // The Space that opened the list is not one of its letters.
            Event::Text(words) if !(fresh && words == " ") => match beside {
                Some((index, item)) => {
                    let mut at = kept.sub;
                    let ended = typed(&words, &item.more, &mut at, kept, now);
                    kept.sub = at;
                    below(index, ended)
                }
                None => typed(&words, items, at, kept, now),
            },
            _ => None,
        };
        if ended.is_some() {
            give_back(ctx, events.collect());
            return ended;
        }
    }
    None
}

fn press<T>(
    ctx: &Context,
    key: Key,
    items: &[Item<T>],
    at: &mut Option<usize>,
    kept: &mut Kept,
    rtl: bool,
) -> Option<Ended> {
    if matches!(key, Key::ArrowDown | Key::ArrowUp | Key::Home | Key::End) {
        kept.below = None;
    }
    match key {
        Key::ArrowDown => *at = step(items, *at, true),
        Key::ArrowUp => *at = step(items, *at, false),
        Key::Home => *at = step(items, None, true),
        Key::End => *at = step(items, None, false),
        Key::ArrowLeft | Key::ArrowRight => {
            let on: isize = if (key == Key::ArrowLeft) == rtl { 1 } else { -1 };
            if on == 1 && at.and_then(|index| items.get(index)).is_some_and(opens) {
                return chosen(items, *at, kept);
            }
            ctx.data_mut(|data| data.insert_temp(neighbour_id(), on));
            ctx.request_repaint();
        }
        Key::Backspace => {
            kept.typed.pop();
        }
        Key::Enter => return chosen(items, *at, kept),
        Key::Escape | Key::Tab => return Some(Ended::Closed),
        _ => {}
    }
    None
}

/// What a key does in the menu that is open beside a line.
fn press_beside<T>(key: Key, index: usize, items: &[Item<T>], kept: &mut Kept, rtl: bool) -> Option<Ended> {
    let back = if rtl { Key::ArrowRight } else { Key::ArrowLeft };
    match key {
        Key::ArrowDown => kept.sub = step(items, kept.sub, true),
        Key::ArrowUp => kept.sub = step(items, kept.sub, false),
        Key::Home => kept.sub = step(items, None, true),
        Key::End => kept.sub = step(items, None, false),
        Key::Escape => (kept.below, kept.sub) = (None, None),
        _ if key == back => (kept.below, kept.sub) = (None, None),
        Key::Enter => {
            let line = kept.sub;
            return below(index, chosen(items, line, kept));
        }
        Key::Tab => return Some(Ended::Closed),
        _ => {}
    }
    None
}

/// What ended the menu beside this line.
fn below(index: usize, ended: Option<Ended>) -> Option<Ended> {
    match ended? {
        Ended::Chosen(line) => Some(Ended::Below(index, line)),
        other => Some(other),
    }
}

/// Takes a line, or opens the menu beside it.
fn chosen<T>(items: &[Item<T>], at: Option<usize>, kept: &mut Kept) -> Option<Ended> {
    let index = at?;
    let item = items.get(index).filter(|item| item.enabled)?;
    if item.more.is_empty() {
        return Some(Ended::Chosen(index));
    }
    (kept.below, kept.sub) = (Some(index), step(&item.more, None, true));
    kept.typed.clear();
    None
}

/// The next line that can be chosen, around the ends.
fn step<T>(items: &[Item<T>], from: Option<usize>, down: bool) -> Option<usize> {
    let count = items.len();
    let mut next = from.unwrap_or(if down { count.wrapping_sub(1) } else { 0 });
    for _ in 0..count {
        next = if down { next.wrapping_add(1) % count } else { (next + count - 1) % count };
        if items.get(next).is_some_and(|item| item.enabled) {
            return Some(next);
        }
    }
    from
}

/// Letters go to the first line that begins with them, else to the first with a word that does.
fn typed<T>(
    words: &str,
    items: &[Item<T>],
    at: &mut Option<usize>,
    kept: &mut Kept,
    now: f64,
) -> Option<Ended> {
    if now - kept.when > TYPED {
        kept.typed.clear();
    }
    if words == " " && kept.typed.is_empty() {
        return chosen(items, *at, kept);
    }
    kept.when = now;
    kept.typed.push_str(words);
    *at = search(items, &kept.typed).or(*at);
    None
}

fn search<T>(items: &[Item<T>], typed: &str) -> Option<usize> {
    let wanted = arabic::fold(typed);
    let wanted = wanted.trim_start();
    let mut second = None;
    for (index, item) in items.iter().enumerate().filter(|(_, item)| item.enabled) {
        match found(&item.words, wanted).map(|range| range.start) {
            Some(0) => return Some(index),
            Some(_) => second = second.or(Some(index)),
            None => {}
        }
    }
    second
}

/// Where a line has these folded letters at the beginning of a word (the article aside), in bytes of the line.
fn found(words: &str, wanted: &str) -> Option<std::ops::Range<usize>> {
    if wanted.is_empty() {
        return None;
    }
    let folded: Vec<(usize, char)> = words
        .char_indices()
        .flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)))
        .filter_map(|(at, c)| arabic::fold::fold_char(c).map(|c| (at, c)))
        .collect();
    let wanted: Vec<char> = wanted.chars().collect();
    let letter = |at: usize| folded.get(at).map(|(_, c)| *c);
    let begins = |at: usize| {
        let word = |at: usize| at == 0 || letter(at - 1).is_some_and(|c| !c.is_alphanumeric());
        let article = at >= 2 && letter(at - 2) == Some('\u{627}') && letter(at - 1) == Some('\u{644}');
        word(at) || (article && word(at - 2))
    };
    let at = (0..folded.len()).find(|at| {
        let here = wanted.iter().enumerate().all(|(more, c)| letter(at + more) == Some(*c));
        here && begins(*at)
    })?;
    let start = folded.get(at)?.0;
    let end = folded.get(at + wanted.len()).map_or(words.len(), |(end, _)| *end);
    Some(start..end)
}

/// Where an open list and its lines are.
struct List {
    rect: Rect,
    line: f32,
    /// The height of all lines, in view or not.
    whole: f32,
    icons: bool,
    rtl: bool,
    /// Whether it has the keyboard of what it hangs from.
    open: bool,
}

impl List {
    fn new<T>(ctx: &Context, pen: &mut Pen, under: Rect, items: &[Item<T>], rtl: bool) -> Self {
        let icons = items.iter().any(|item| item.icon.is_some());
        let mut widest: f32 = under.width().max(160.0);
        for item in items {
            let mut width = pen.line(ctx, &item.words, Face::Base).width() + 24.0 + 8.0;
            width += if icons { 24.0 } else { 0.0 };
            if !item.keys.is_empty() {
                width += pen.line(ctx, &item.keys, Face::Caption).width() + 36.0;
            }
            if !item.reason.is_empty() {
                width += pen.line(ctx, &item.reason, Face::Caption).width() + 24.0;
            }
            width += if item.on { 24.0 } else { 0.0 };
            width += if item.more.is_empty() { 0.0 } else { 24.0 };
            widest = widest.max(width);
        }
        let screen = ctx.content_rect();
        widest = widest.min(screen.width() - 8.0);
        #[expect(clippy::cast_precision_loss, reason = "lines of a list")]
        let (count, apart) = (
            items.len().max(1) as f32,
            items.iter().skip(1).filter(|item| item.apart).count() as f32 * APART,
        );
        // A long list on a low window draws its lines closer, then scrolls.
        let room = (screen.bottom() - 8.0 - under.bottom()).max(under.top() - 8.0 - screen.top()) - 10.0;
        let line = ((room - apart) / count).floor().clamp(LOWEST, LINE);
        let whole = count * line + apart;
        let height = whole.min(room.max(4.0 * LOWEST)) + 10.0;
        let rect = place_under(ctx, under, vec2(widest, height), rtl);
        Self { rect, line, whole, icons, rtl, open: true }
    }

    /// A list beside a line of another: at its far side, or at the near one where there is no room.
    fn beside<T>(ctx: &Context, pen: &mut Pen, parent: &Self, row: Rect, items: &[Item<T>]) -> Self {
        let none = Rect::from_min_size(row.min, vec2(0.0, row.height()));
        let list = Self::new(ctx, pen, none, items, parent.rtl);
        let screen = ctx.content_rect();
        let size = list.rect.size();
        let (left, right) = (parent.rect.left() - size.x + 2.0, parent.rect.right() - 2.0);
        let (wanted, other) = if parent.rtl { (left, right) } else { (right, left) };
        let fits = |x: f32| x >= 4.0 && x + size.x <= screen.right() - 4.0;
        let x = if fits(wanted) || !fits(other) { wanted } else { other };
        let top = (row.top() - 5.0).min(screen.bottom() - 4.0 - size.y).max(4.0);
        Self { rect: Rect::from_min_size(pos2(x, top), size), ..list }
    }

    /// Where a line is drawn.
    fn row<T>(&self, items: &[Item<T>], index: usize, kept: &Kept) -> Rect {
        let top = self.rect.top() + 5.0 - kept.scroll + self.top(items, index);
        Rect::from_min_size(pos2(self.rect.left() + 5.0, top), vec2(self.rect.width() - 10.0, self.line))
    }

    fn view(&self) -> f32 {
        self.rect.height() - 10.0
    }

    /// Where a line begins, from the top of the first.
    fn top<T>(&self, items: &[Item<T>], index: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "lines of a list")]
        let apart = items.iter().take(index + 1).skip(1).filter(|item| item.apart).count() as f32;
        #[expect(clippy::cast_precision_loss, reason = "lines of a list")]
        let before = index as f32;
        before * self.line + apart * APART
    }

    /// Follows the keys and the wheel; `lead` is the line that has just been gone to.
    fn scroll<T>(&self, ctx: &Context, items: &[Item<T>], kept: &mut Kept, lead: Option<usize>) {
        let most = (self.whole - self.view()).max(0.0);
        if let Some(index) = lead {
            let top = self.top(items, index);
            kept.scroll = kept.scroll.clamp((top + self.line - self.view()).max(0.0), top);
        }
        let over = ctx.input(|input| input.pointer.hover_pos()).is_some_and(|pos| self.rect.contains(pos));
        if over && most > 0.0 {
            kept.scroll -= ctx.input(|input| input.smooth_scroll_delta().y);
        }
        kept.scroll = kept.scroll.clamp(0.0, most);
    }

    fn show<T>(
        &self,
        ui: &Ui,
        pen: &mut Pen,
        items: &[Item<T>],
        at: &mut Option<usize>,
        kept: &Kept,
    ) -> Seen {
        let delta = ui.input(|input| input.pointer.delta());
        // On its way to the menu beside its line the mouse crosses others.
        let toward =
            kept.below.is_some() && (delta.x < 0.0) == self.rtl && delta.x.abs() > delta.y.abs() / 2.0;
        let moved = delta != Vec2::ZERO && !toward;
        let mut seen = Seen::default();
        for (index, item) in items.iter().enumerate() {
            let row = self.row(items, index, kept);
            if row.bottom() < self.rect.top() || row.top() > self.rect.bottom() {
                continue;
            }
            if item.apart && index > 0 {
                let line = Stroke::new(1.0, pen.theme.line);
                ui.painter().hline(row.x_range(), row.top() - APART / 2.0, line);
            }
            let response = ui.interact(row, ui.scope_id().with(("menu-item", index)), Sense::CLICK);
            if response.hovered() && moved {
                *at = Some(index);
                seen.pointed = Some(index);
            }
            if item.enabled && access::pressed(&response) {
                seen.clicked = Some(index);
            }
            let hot = *at == Some(index) || kept.below == Some(index);
            self.line(ui, pen, row, item, hot, &arabic::fold(&kept.typed));
            let name = super::button::named(&item.words, (!item.reason.is_empty()).then_some(&item.reason));
            response.widget_info(|| {
                if item.on {
                    WidgetInfo::selected(Role::MenuItemRadio, item.enabled, true, &name)
                } else {
                    WidgetInfo::labeled(Role::MenuItem, item.enabled, &name)
                }
            });
            if opens(item) {
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_has_popup(eframe::egui::accesskit::HasPopup::Menu);
                    node.set_expanded(kept.below == Some(index));
                });
            }
            if hot && self.open && kept.sub.is_none() {
                announce(ui.ctx(), response.id);
            }
        }
        self.thumb(ui, pen, kept);
        seen
    }

    fn thumb(&self, ui: &Ui, pen: &Pen, kept: &Kept) {
        if self.whole <= self.view() {
            return;
        }
        let height = (self.view() * self.view() / self.whole).max(24.0);
        let top = self.rect.top() + 5.0 + kept.scroll / (self.whole - self.view()) * (self.view() - height);
        let left = if self.rtl { self.rect.left() + 2.0 } else { self.rect.right() - 5.0 };
        let thumb = Rect::from_min_size(pos2(left, top), vec2(3.0, height));
        ui.painter().rect_filled(thumb, 2.0, pen.theme.edge);
    }

    fn line<T>(&self, ui: &Ui, pen: &mut Pen, rect: Rect, item: &Item<T>, hot: bool, typed: &str) {
        let theme = pen.theme;
        let lit = hot && item.enabled;
        if item.on {
            ui.painter().rect_filled(rect, 4.0, theme.chosen);
        } else if lit {
            ui.painter().rect_filled(rect, 4.0, theme.hover);
        }
        if item.on && lit {
            ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
        }
        let ink = if item.enabled { theme.ink } else { theme.ink3 };
        let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), self.rtl);
        if self.icons {
            let place = row.start(16.0).center();
            let quiet = if item.enabled { item.tint.unwrap_or(theme.ink2) } else { theme.ink3 };
            match item.icon {
                Some(icon) if item.on || item.tint.is_some() => {
                    icon.draw_filled(ui.painter(), place, 16.0, quiet);
                }
                Some(icon) => icon.draw(ui.painter(), place, 16.0, quiet),
                None => {}
            }
            row.start(8.0);
        }
        if !item.more.is_empty() {
            let arrow = if self.rtl { Icon::CaretLeft } else { Icon::CaretRight };
            arrow.draw(ui.painter(), row.end(16.0).center(), 16.0, theme.ink3);
            row.end(8.0);
        }
        if item.on {
            Icon::Check.draw(ui.painter(), row.end(16.0).center(), 16.0, theme.ink2);
            row.end(8.0);
        }
        if !item.keys.is_empty() {
            let width = key_cap_width(ui, pen, &item.keys);
            key_cap(ui, pen, row.end(width), &item.keys);
            row.end(8.0);
        }
        if !item.reason.is_empty() {
            let width = pen.line(ui.ctx(), &item.reason, Face::Caption).width();
            let place = row.end(width);
            words_at(ui, pen, place, &item.reason, Face::Caption, theme.warning, self.rtl);
            row.end(8.0);
        }
        self.matched(ui, pen, row.rest(), &item.words, typed);
        words_at(ui, pen, row.rest(), &item.words, Face::Base, ink, self.rtl);
    }

    /// The fill behind the letters that were typed.
    fn matched(&self, ui: &Ui, pen: &mut Pen, rect: Rect, words: &str, typed: &str) {
        let Some(range) = found(words, typed.trim_start()) else { return };
        let scale = ui.ctx().pixels_per_point();
        let line = pen.line(ui.ctx(), words, Face::Base);
        let width = line.layout.width() / scale;
        let left = if self.rtl { rect.right() - width } else { rect.left() };
        for part in line.layout.rects(range) {
            let part = Rect::from_min_max(
                pos2(left + part.left / scale, rect.center().y - 11.0),
                pos2(left + part.right / scale, rect.center().y + 11.0),
            );
            ui.painter().rect_filled(part, 2.0, pen.theme.search);
        }
    }
}
