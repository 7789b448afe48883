//! The channels and files beside the result: one is chosen, by the mouse or the arrows.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::channel::Channel;
use super::{Asked, Part};
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::scroll::Scroll;
use crate::ui::theme::Face;
use crate::ui::widgets::{Label, Row, cut, hint, ring, side};

/// How wide the list is with words, and with icons alone.
pub(super) const WIDE: f32 = 200.0;
pub(super) const NARROW: f32 = 56.0;
/// How high a row is by the design, and where there is little room.
const ROW: f32 = 52.0;
const LEAST: f32 = 44.0;
const HEAD: f32 = 28.0;
/// Channels that are no files.
const SENT: usize = 4;

/// The name of a channel's row.
#[must_use]
pub(super) fn row_id(channel: Channel) -> Id {
    Id::unique(("publish-channel", channel.keyword()))
}

/// What a row says below its name, and whether the channel has the text already.
pub(super) struct Told {
    /// What it says.
    pub(super) about: String,
    /// Whether it went there.
    pub(super) sent: bool,
}

/// Shows the list; what was asked.
pub(super) fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    part: &Part<'_>,
    scroll: &mut Scroll,
    told: impl Fn(Channel) -> Told,
) -> Option<Asked> {
    let theme = pen.theme;
    let wide = rect.width() >= WIDE;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let before = ui.clip_rect();
    ui.set_clip_rect(rect.intersect(before));
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let count = Channel::ALL.len() as f32;
    let heads = if wide { 2.0 * HEAD + 8.0 } else { 9.0 };
    let least = if wide { LEAST } else { 36.0 };
    let high = ((rect.height() - 16.0 - heads) / count).floor().clamp(least, if wide { ROW } else { 40.0 });
    let shift = scroll.begin(ui, rect, 16.0 + heads + high * count);
    let mut y = rect.top() + 8.0 - shift;
    let (mut asked, mut walked) = (None, None);
    for (index, channel) in Channel::ALL.into_iter().enumerate() {
        if index == 0 || index == SENT {
            y += head(ui, pen, pos2(rect.left(), y), rect.width(), index, part);
        }
        let row = Rect::from_min_size(pos2(rect.left() + 8.0, y), vec2(rect.width() - 16.0, high));
        y += high;
        let chosen = part.session.channel == channel;
        let id = row_id(channel);
        // One of them is a stop of Tab; the arrows choose another.
        let response = ui.interact(row, id, if chosen { Sense::click() } else { Sense::CLICK });
        scroll.follow(ui, rect, id, row);
        let Told { about, sent } = told(channel);
        paint(ui, pen, row, channel, &about, (chosen, response.hovered(), sent), part);
        ring(ui, pen, row.shrink(2.0), 4, &response);
        let name = part.words.get(&channel.key());
        let spoken = format!("{name}: {about}");
        // While it has the keyboard what is beside it says its name.
        if !wide && response.hovered() {
            hint(ui, pen, &response, &spoken, part.rtl);
        }
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &spoken));
        if response.has_focus() {
            walked = keys(ui, id, index);
        }
        if response.clicked() && !chosen {
            asked = Some(Asked::Choose(channel));
        }
    }
    scroll.thumb(ui, pen, rect, Id::unique("publish-channels"), part.rtl);
    ui.set_clip_rect(before);
    // At once, and after all rows are drawn, of which only the chosen one may have it: the next key is for that row.
    if let Some(Asked::Choose(to)) = &walked {
        ui.memory_mut(|memory| memory.request_focus(row_id(*to)));
        ui.ctx().request_repaint();
    }
    walked.or(asked)
}

/// What the keys ask while a row has the keyboard.
fn keys(ui: &Ui, id: Id, index: usize) -> Option<Asked> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = Channel::ALL.len() - 1;
    ui.input_mut(|input| {
        // Several may come in one frame.
        let mut times = |key| input.count_and_consume_key(Modifiers::NONE, key);
        let (down, up) = (times(Key::ArrowDown), times(Key::ArrowUp));
        let to = if times(Key::Home) > 0 {
            0
        } else if times(Key::End) > 0 {
            last
        } else {
            (index + down).saturating_sub(up).min(last)
        };
        if to != index {
            return Channel::ALL.get(to).map(|channel| Asked::Choose(*channel));
        }
        (times(Key::Enter) > 0).then_some(Asked::Main)
    })
}

fn head(ui: &Ui, pen: &mut Pen, at: eframe::egui::Pos2, width: f32, index: usize, part: &Part<'_>) -> f32 {
    let theme = pen.theme;
    if width < WIDE {
        if index == 0 {
            return 0.0;
        }
        let x = at.x + 12.0..=at.x + width - 12.0;
        ui.painter().hline(x, (at.y + 4.0).round() + 0.5, Stroke::new(1.0, theme.line));
        return 9.0;
    }
    let above = if index == 0 { 0.0 } else { 8.0 };
    let words = part.words.get(if index == 0 { "publish-channels" } else { "publish-files" });
    let rect = Rect::from_min_size(at + vec2(16.0, above), vec2(width - 32.0, HEAD));
    cut(ui, pen, rect, Label { words: &words, face: Face::Caption, ink: theme.ink3 }, part.rtl);
    HEAD + above
}

fn paint(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    channel: Channel,
    about: &str,
    (chosen, hovered, sent): (bool, bool, bool),
    part: &Part<'_>,
) {
    let theme = pen.theme;
    if chosen {
        ui.painter().rect_filled(rect, 6.0, theme.chosen);
    } else if hovered {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    let icon = |at| {
        if chosen {
            channel.icon().draw_filled(ui.painter(), at, 20.0, theme.accent);
        } else {
            channel.icon().draw(ui.painter(), at, 20.0, theme.ink2);
        }
    };
    if rect.width() < WIDE - 16.0 {
        icon(rect.center());
        if sent {
            let corner = if part.rtl { rect.left() + 6.0 } else { rect.right() - 6.0 };
            Icon::Check.draw(ui.painter(), pos2(corner, rect.top() + 9.0), 12.0, theme.ok);
        }
        return;
    }
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), part.rtl);
    icon(row.start(20.0).center());
    row.start(8.0);
    if sent {
        Icon::Check.draw(ui.painter(), row.end(16.0).center(), 16.0, theme.ok);
        row.end(4.0);
    }
    let rest = row.rest();
    let half = |middle: f32, high: f32| {
        Rect::from_center_size(pos2(rest.center().x, rect.center().y + middle), vec2(rest.width(), high))
    };
    let (face, ink) = if chosen { (Face::BaseStrong, theme.accent) } else { (Face::Base, theme.ink) };
    let name = part.words.get(&channel.key());
    line(ui, pen, half(-9.0, 22.0), Label { words: &name, face, ink }, part.rtl);
    let ink = if chosen { theme.accent } else { theme.ink3 };
    line(ui, pen, half(11.0, 18.0), Label { words: about, face: Face::Caption, ink }, part.rtl);
}

/// One line read from the side of the window, whatever its first letter: a Latin name before Arabic words.
fn line(ui: &Ui, pen: &mut Pen, rect: Rect, label: Label<'_>, rtl: bool) {
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let shown = pen.fitted(ui.ctx(), label.words, label.face, base, rect.width() + 1.0);
    let (at, anchor) = side(rect, rtl);
    pen.draw(ui.painter(), &shown, at, anchor, label.ink);
}
