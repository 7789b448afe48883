//! What the window has to say and offer without stopping anybody: bars above the page, cards on the home screen.

use eframe::egui::{
    Align2, Color32, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit, pos2, vec2,
};

use super::action::{Action, Turn};
use super::pen::{Icon, Pen, Words as Shaped};
use super::theme::{Face, Theme};
use super::widgets::{Button, IconButton, Row, Weight, side};
use crate::text::Base;
use crate::words::Words;

/// How many bars are shown at once: the gravest. The others follow as these are put away.
pub const SHOWN: usize = 3;
/// The width below which words do not stand beside the offers.
const NARROW: f32 = 280.0;
const GAP: f32 = 12.0;

/// How grave it is. The order is that of the bars, the gravest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tone {
    /// Something failed, or is lost if nothing is done.
    Error,
    /// Something to decide.
    Warn,
    /// Something to know.
    Info,
}

/// One thing to say, and what can be done about it.
#[derive(Clone, Debug)]
pub struct Bar {
    /// How grave it is.
    pub tone: Tone,
    /// What stands before the words.
    pub icon: Icon,
    /// What happened, in one sentence.
    pub text: String,
    /// More about it, quieter; or nothing.
    pub detail: String,
    /// What can be done, the obvious thing first.
    pub offers: Vec<(String, Weight, Action)>,
    /// What puts it away, where it can be.
    pub close: Option<Action>,
}

impl Bar {
    /// The controls of this bar in the order of Tab: the offers, then what puts it away.
    fn ids(&self) -> impl Iterator<Item = Id> {
        let count = self.offers.len() + usize::from(self.close.is_some());
        (0..count).map(|index| self.id(index))
    }

    fn id(&self, index: usize) -> Id {
        Id::unique(("bar", &self.text, index))
    }

    /// The words for those who do not see it.
    fn name(&self) -> String {
        if self.detail.is_empty() { self.text.clone() } else { format!("{} {}", self.text, self.detail) }
    }
}

/// The controls of the bars that are shown, in the order of Tab.
#[must_use]
pub fn controls(bars: &[Bar]) -> Vec<Id> {
    gravest(bars).into_iter().flat_map(Bar::ids).collect()
}

/// The bars that are shown, the gravest first, else as they came.
fn gravest(bars: &[Bar]) -> Vec<&Bar> {
    let mut all: Vec<&Bar> = bars.iter().collect();
    all.sort_by_key(|bar| bar.tone);
    all.truncate(SHOWN);
    all
}

/// Shows the bars from the top of this rectangle down; how high they are, and what was pressed.
pub fn show(ui: &Ui, pen: &mut Pen, top: Rect, bars: &[Bar], words: Words) -> (f32, Vec<Action>) {
    let rtl = words.language().is_right_to_left();
    let mut height = 0.0;
    let mut pressed = Vec::new();
    for bar in gravest(bars) {
        let laid = lay(ui, pen, top.width(), bar, rtl);
        let rect = Rect::from_min_size(pos2(top.left(), top.top() + height), vec2(top.width(), laid.height));
        let (ink, fill) = colours(&pen.theme, bar.tone);
        ui.painter().rect_filled(rect, 0.0, fill);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, ink));
        let answer = paint(ui, pen, rect, bar, &laid, words, |_, _| {});
        pressed.extend(answer.or_else(|| leaves(ui, bar)));
        height += laid.height;
    }
    (height, pressed)
}

/// How high a card of this width is.
pub fn card_height(ui: &Ui, pen: &mut Pen, width: f32, bar: &Bar, rtl: bool) -> f32 {
    lay(ui, pen, width, bar, rtl).height.max(56.0)
}

/// Shows a bar as a card of the home screen; what was pressed. `on` is told of each control and its place.
pub fn card(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    bar: &Bar,
    words: Words,
    on: impl FnMut(Id, Rect),
) -> Option<Action> {
    let laid = lay(ui, pen, rect.width(), bar, words.language().is_right_to_left());
    let (ink, fill) = colours(&pen.theme, bar.tone);
    ui.painter().rect_filled(rect, 10.0, fill);
    ui.painter().rect_stroke(rect, 10.0, Stroke::new(1.0, ink), StrokeKind::Inside);
    paint(ui, pen, rect, bar, &laid, words, on)
}

/// The ink of the icon and the edge, and the fill.
fn colours(theme: &Theme, tone: Tone) -> (Color32, Color32) {
    match tone {
        Tone::Error => (theme.error, theme.error_fill),
        Tone::Warn => (theme.warning, theme.warning_fill),
        Tone::Info => (theme.finding, theme.finding_fill),
    }
}

/// How a bar lies in its width.
struct Laid {
    text: Shaped,
    detail: Option<Shaped>,
    /// Whether the detail goes on after the text, in the same line.
    same_line: bool,
    /// Whether the offers stand in a line of their own below the words.
    below: bool,
    offers: f32,
    height: f32,
}

fn lay(ui: &Ui, pen: &mut Pen, width: f32, bar: &Bar, rtl: bool) -> Laid {
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let ctx = ui.ctx();
    let offers: f32 = bar.offers.iter().map(|offer| button_of(offer, rtl).width(ui, pen) + 8.0).sum();
    let close = if bar.close.is_some() { 32.0 + 4.0 } else { 0.0 };
    // The edges, the icon, and the air before the offers.
    let room = width - 32.0 - 20.0 - GAP - close;
    let beside = room - if offers > 0.0 { offers + GAP } else { 0.0 };
    let below = beside < NARROW.min(room) && offers > 0.0;
    let wide = (if below { room } else { beside }).max(80.0);
    let text = pen.words(ctx, &bar.text, Face::BaseStrong, base, Some(wide));
    let detail = (!bar.detail.is_empty()).then(|| pen.words(ctx, &bar.detail, Face::Dense, base, Some(wide)));
    let lengths = text.width() + detail.as_ref().map_or(0.0, |detail| GAP + detail.width());
    let single = text.layout.lines().len() == 1
        && detail.as_ref().is_none_or(|detail| detail.layout.lines().len() == 1);
    let same_line = single && lengths <= wide;
    let under = detail.as_ref().filter(|_| !same_line).map_or(0.0, Shaped::height);
    let words = text.height() + under;
    let height = if below { words + 8.0 + 28.0 } else { words.max(if offers > 0.0 { 28.0 } else { 0.0 }) };
    Laid { text, detail, same_line, below, offers, height: (height + 12.0).max(40.0).ceil() }
}

fn button_of((words, weight, _): &(String, Weight, Action), rtl: bool) -> Button<'_> {
    Button { words, weight: *weight, small: true, rtl, ..Button::default() }
}

fn paint(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    bar: &Bar,
    laid: &Laid,
    words: Words,
    mut on: impl FnMut(Id, Rect),
) -> Option<Action> {
    let rtl = words.language().is_right_to_left();
    let theme = pen.theme;
    let (ink, _) = colours(&theme, bar.tone);
    let mut row = Row::new(rect.shrink2(vec2(16.0, 0.0)), rtl);
    let icon = row.start(20.0);
    row.start(GAP);
    let close = bar.close.as_ref().map(|action| {
        let place = row.end(32.0);
        row.end(4.0);
        (Rect::from_center_size(place.center(), vec2(32.0, 32.0)), action)
    });
    let (said, offers) = if laid.below {
        let cut = row.rest().bottom() - 28.0 - 7.0;
        let offers = Rect::from_min_max(pos2(row.rest().left(), cut), row.rest().max - vec2(0.0, 7.0));
        (row.rest().with_max_y(cut - 8.0).with_min_y(rect.top() + 7.0), offers)
    } else {
        let offers = row.end(laid.offers);
        (row.rest(), Rect::from_center_size(offers.center(), vec2(offers.width(), 28.0)))
    };

    // Words first: they are read before what they offer.
    let name = bar.name();
    let told = ui.interact(said, Id::unique(("bar", &bar.text)), Sense::hover());
    told.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &name));
    let live = if bar.tone == Tone::Error { accesskit::Live::Assertive } else { accesskit::Live::Polite };
    ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(live));
    let middle = if laid.below { said.center().y } else { rect.center().y };
    bar.icon.draw(ui.painter(), pos2(icon.center().x, middle), 20.0, ink);
    let edge = if rtl { said.right() } else { said.left() };
    match laid.detail.as_ref() {
        Some(detail) if laid.same_line => {
            let (at, anchor) = side(Rect::from_center_size(pos2(said.center().x, middle), said.size()), rtl);
            pen.draw(ui.painter(), &laid.text, at, anchor, theme.ink);
            let along = laid.text.width() + GAP;
            let x = if rtl { edge - along } else { edge + along };
            pen.draw(ui.painter(), detail, pos2(x, middle), anchor, theme.ink2);
        }
        detail => {
            let anchor = if rtl { Align2::RIGHT_TOP } else { Align2::LEFT_TOP };
            let all = laid.text.height() + detail.map_or(0.0, Shaped::height);
            let top = (middle - all / 2.0).round();
            pen.draw(ui.painter(), &laid.text, pos2(edge, top), anchor, theme.ink);
            if let Some(detail) = detail {
                let at = pos2(edge, top + laid.text.height());
                pen.draw(ui.painter(), detail, at, anchor, theme.ink2);
            }
        }
    }

    let mut answer = None;
    // Below the words the offers begin where the words do.
    let mut row = Row::new(offers, rtl);
    for (index, offer) in bar.offers.iter().enumerate() {
        let button = button_of(offer, rtl);
        if !laid.below {
            row.start(8.0);
        }
        let place = row.start(button.width(ui, pen));
        if laid.below {
            row.start(8.0);
        }
        let id = bar.id(index);
        on(id, place);
        if button.show(ui, pen, place, id) {
            answer = Some(offer.2.clone());
        }
    }
    if let Some((place, action)) = close {
        let id = bar.id(bar.offers.len());
        let name = words.get("cmd-close");
        on(id, place);
        let button = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
        if button.show(ui, pen, place, id) {
            answer = Some(action.clone());
        }
    }
    answer
}

/// Escape on a control of a bar goes back to the page; the bar stays.
fn leaves(ui: &Ui, bar: &Bar) -> Option<Action> {
    let focused = ui.memory(eframe::egui::Memory::focused)?;
    let on = bar.ids().find(|id| *id == focused)?;
    let filter = EventFilter { escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(on, filter));
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    escape.then_some(Action::Pane(Turn::Text))
}
