//! Beside the result: what can be done with it, what is to be known before, and what was done with it already.

use eframe::egui::{Align2, CornerRadius, Id, Rect, Role, Sense, Shadow, Ui, WidgetInfo, pos2, vec2};

use super::cards::{Card, Offer, Tone};
use super::{Asked, Part, Seen, noting, past};
use crate::text::Base;
use crate::ui::access;
use crate::ui::field::Line;
use crate::ui::pen::{Icon, Pen};
use crate::ui::scroll::Scroll;
use crate::ui::theme::{Face, Theme};
use crate::ui::widgets::{Button, Label, Row, Weight, cut, flat_card, ring, told};

/// How wide the panel is.
pub(super) const PANEL: f32 = 360.0;
pub(super) const INSET: f32 = 16.0;
const PADDING: f32 = 12.0;

/// Shows the panel; what was asked. `over`: it lies over the result.
pub(super) fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    part: &mut Part<'_>,
    scroll: &mut Scroll,
    over: bool,
    focus: &mut Option<(Id, Line)>,
) -> Vec<Asked> {
    let theme = pen.theme;
    if over {
        let shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: theme.shadow_menu };
        ui.painter().add(shadow.as_shape(rect, CornerRadius::ZERO));
        ui.interact(rect, Id::unique("publish-panel"), Sense::CLICK | Sense::DRAG);
    }
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let mut asked = Vec::new();
    let inner = rect.shrink2(vec2(INSET, 16.0));
    let mut y = inner.top();
    let mut line = |high: f32, gap: f32| {
        let place = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), high));
        y += high + gap;
        place
    };
    main(ui, pen, line(40.0, 12.0), part, &mut asked);
    let row = line(32.0, 8.0);
    let other = if part.session.channel.is_pasted() {
        ("publish-save", Icon::Export, Asked::Save)
    } else {
        ("publish-copy", Icon::Copy, Asked::Copy)
    };
    let past = if part.session.lists { "publish-warnings" } else { "publish-past" };
    pair(ui, pen, row, part, [other, (past, Icon::ClockCounterClockwise, Asked::Past)], &mut asked);
    let row = line(32.0, 20.0);
    let folder = ("publish-folder-button", Icon::FolderOpen, Asked::Folder);
    pair(ui, pen, row, part, [folder, ("publish-print", Icon::Printer, Asked::Print)], &mut asked);
    let head = line(26.0, 12.0);
    let key = if part.session.lists { "publish-past" } else { "publish-before" };
    let words = part.words.get(key);
    cut(ui, pen, head, Label { words: &words, face: Face::Section, ink: theme.ink }, part.rtl);
    told(ui, head, "publish-head", &words);
    if part.session.noting.is_some() {
        let at = Rect::from_min_max(pos2(inner.left(), y), inner.max);
        y += noting::show(ui, pen, at, part, focus, &mut asked) + 16.0;
    }
    let view = rect.with_min_y(y.min(rect.bottom()));
    let before = ui.clip_rect();
    ui.set_clip_rect(view.intersect(before));
    if part.session.lists {
        past::show(ui, pen, view, part, scroll, &mut asked);
    } else {
        card_list(ui, pen, view, part, scroll, &mut asked);
    }
    scroll.thumb(ui, pen, view, Id::unique("publish-side"), part.rtl);
    ui.set_clip_rect(before);
    asked
}

/// The one thing to do: copy the text, or save the file.
pub(super) fn main(ui: &Ui, pen: &mut Pen, rect: Rect, part: &Part<'_>, asked: &mut Vec<Asked>) {
    let (key, icon) = if part.session.channel.is_pasted() {
        ("publish-copy", Icon::Copy)
    } else {
        ("publish-save", Icon::Export)
    };
    let words = part.words.get(key);
    let why = why_not(part);
    let refused = why.as_deref();
    let button = Button {
        words: &words,
        icon: Some(icon),
        weight: Weight::Filled,
        refused,
        rtl: part.rtl,
        ..Button::default()
    };
    if button.show(ui, pen, rect, main_id()) {
        asked.push(Asked::Main);
    }
}

/// Why there is nothing to copy or save, if there is nothing.
fn why_not(part: &Part<'_>) -> Option<String> {
    match &part.session.seen {
        Seen::Ready(_) => None,
        Seen::Failed(..) => Some(part.words.get("publish-nothing")),
        Seen::Nothing => Some(part.words.get("publish-not-ready")),
    }
}

/// The name of the filled button.
#[must_use]
pub(super) fn main_id() -> Id {
    Id::unique("publish-main")
}

fn pair(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    part: &Part<'_>,
    offers: [(&str, Icon, Asked); 2],
    asked: &mut Vec<Asked>,
) {
    let why = why_not(part);
    let half = ((rect.width() - 8.0) / 2.0).floor();
    let mut row = Row::new(rect, part.rtl);
    for (key, icon, ask) in offers {
        let place = row.start(half);
        row.start(rect.width() - 2.0 * half);
        let words = part.words.get(key);
        let refused = why.as_deref().filter(|_| matches!(ask, Asked::Copy | Asked::Save));
        let button = Button { words: &words, icon: Some(icon), refused, rtl: part.rtl, ..Button::default() };
        if button.show(ui, pen, place, Id::unique(("publish-do", key))) {
            asked.push(ask);
        }
    }
}

fn card_list(
    ui: &mut Ui,
    pen: &mut Pen,
    view: Rect,
    part: &Part<'_>,
    scroll: &mut Scroll,
    asked: &mut Vec<Asked>,
) {
    let (cards, wait) = match &part.session.seen {
        Seen::Ready(shown) => (shown.cards.as_slice(), None),
        Seen::Failed(words, cards) => (cards.as_slice(), cards.is_empty().then(|| words.clone())),
        Seen::Nothing => ([].as_slice(), Some(part.words.get("publish-making"))),
    };
    if let Some(words) = wait {
        let at = pos2(view.left() + INSET, view.top());
        let label = Label { words: &words, face: Face::Dense, ink: pen.theme.ink2 };
        label.show(ui, pen, at, view.width() - 2.0 * INSET, "publish-wait");
        return;
    }
    let width = view.width() - 2.0 * INSET;
    let heights: Vec<f32> = cards.iter().map(|card| height(ui, pen, card, width)).collect();
    let content = heights.iter().map(|high| high + 12.0).sum::<f32>() + 4.0;
    let shift = scroll.begin(ui, view, content);
    let mut y = view.top() - shift;
    for (index, (card, high)) in cards.iter().zip(heights).enumerate() {
        let rect = Rect::from_min_size(pos2(view.left() + INSET, y.round()), vec2(width, high));
        y += high + 12.0;
        draw(ui, pen, rect, (index, card), part, view, scroll, asked);
    }
}

fn look(tone: Tone, theme: &Theme) -> (Icon, eframe::egui::Color32) {
    match tone {
        Tone::Error => (Icon::WarningCircle, theme.error),
        Tone::Warn => (Icon::Warning, theme.warning),
        Tone::Internal => (Icon::Lock, theme.internal),
        Tone::Note => (Icon::Info, theme.ink2),
        Tone::Good => (Icon::CheckCircle, theme.ok),
    }
}

fn height(ui: &Ui, pen: &mut Pen, card: &Card, width: f32) -> f32 {
    let theme = pen.theme;
    let inner = width - 2.0 * PADDING;
    let title = Label { words: &card.title, face: Face::BaseStrong, ink: theme.ink };
    let body = Label { words: &card.body, face: Face::Dense, ink: theme.ink2 };
    let title = title.height(ui.ctx(), pen, inner - 28.0);
    let body = if card.body.is_empty() { 0.0 } else { 4.0 + body.height(ui.ctx(), pen, inner) };
    (2.0 * PADDING + title + body + if card.offer.is_some() { 36.0 } else { 0.0 }).ceil()
}

#[expect(clippy::too_many_arguments, reason = "a card, where it is drawn, and what it can ask")]
fn draw(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    (index, card): (usize, &Card),
    part: &Part<'_>,
    view: Rect,
    scroll: &mut Scroll,
    asked: &mut Vec<Asked>,
) {
    let theme = pen.theme;
    let name = format!("{}. {}", card.title, card.body);
    let mut ui = access::group(ui, ("publish-card", index), || card.title.clone());
    let ui = &mut ui;
    let id = Id::unique(("publish-card", index));
    let mut hot = false;
    if card.place.is_some() {
        let response = ui.interact(rect, id, Sense::click());
        hot = response.hovered();
        scroll.follow(ui, view, id, rect);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
        let by_key = response.has_focus()
            && ui.input_mut(|input| {
                input.consume_key(eframe::egui::Modifiers::NONE, eframe::egui::Key::Enter)
            });
        if response.clicked() || by_key {
            asked.extend(card.place.clone().map(Asked::Jump));
        }
        flat_card(ui, pen, rect, false);
        ring(ui, pen, rect, 10, &response);
        if hot {
            ui.ctx().set_cursor_icon(eframe::egui::CursorIcon::PointingHand);
        }
    } else {
        flat_card(ui, pen, rect, false);
        told(ui, rect, &format!("publish-card-{index}"), &name);
    }
    if hot {
        ui.painter().rect_filled(rect.shrink(1.0), 9.0, theme.hover);
    }
    let (icon, ink) = look(card.tone, &theme);
    let inner = rect.shrink(PADDING);
    let mut row = Row::new(inner.with_max_y(inner.top() + 22.0), part.rtl);
    icon.draw(ui.painter(), row.start(20.0).center(), 20.0, ink);
    let base = if part.rtl { Base::Rtl } else { Base::Ltr };
    let title = pen.words(ui.ctx(), &card.title, Face::BaseStrong, base, Some(inner.width() - 28.0));
    let left = if part.rtl { inner.left() } else { inner.left() + 28.0 };
    pen.draw(ui.painter(), &title, pos2(left, inner.top()), Align2::LEFT_TOP, theme.ink);
    let mut y = inner.top() + title.height();
    if !card.body.is_empty() {
        let body = pen.words(ui.ctx(), &card.body, Face::Dense, base, Some(inner.width()));
        pen.draw(ui.painter(), &body, pos2(inner.left(), y + 4.0), Align2::LEFT_TOP, theme.ink2);
        y += 4.0 + body.height();
    }
    let Some(offer) = card.offer else { return };
    let mut row =
        Row::new(Rect::from_min_size(pos2(inner.left(), y + 8.0), vec2(inner.width(), 28.0)), part.rtl);
    let offers: &[(&str, Weight, Asked)] = match offer {
        Offer::Anchor => &[
            ("publish-ends-hold", Weight::Plain, Asked::Ends(super::Ends::Held)),
            ("publish-ends-leave", Weight::Quiet, Asked::Ends(super::Ends::Left)),
        ],
        Offer::Loosen => &[("publish-ends-loosen", Weight::Quiet, Asked::Ends(super::Ends::Unsaid))],
    };
    for (key, weight, ask) in offers {
        let words = part.words.get(key);
        let button =
            Button { words: &words, weight: *weight, small: true, rtl: part.rtl, ..Button::default() };
        let place = row.start(button.width(ui, pen));
        row.start(8.0);
        if button.show(ui, pen, place, Id::unique(("publish-card", *key))) {
            asked.push(ask.clone());
        }
    }
}
