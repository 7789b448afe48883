//! What was published before, the latest first, with the links that were noted.

use eframe::egui::{Id, Rect, Ui, pos2, vec2};

use super::channel::Channel;
use super::side::INSET;
use super::{Asked, Part};
use crate::arabic::date::then_here;
use crate::document::Stamp;
use crate::store::Sent;
use crate::ui::pen::{Icon, Pen};
use crate::ui::said;
use crate::ui::scroll::Scroll;
use crate::ui::theme::Face;
use crate::ui::widgets::{IconButton, Label, Row, cut, told};
use crate::words::Words;

/// How high one of them is, and how much more with a link.
const LINE: f32 = 48.0;
const LINK: f32 = 32.0;

fn height(sent: &Sent) -> f32 {
    if sent.link.is_empty() { LINE } else { LINE + LINK }
}

/// Shows the list; what was asked of a link.
pub(super) fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    view: Rect,
    part: &Part<'_>,
    scroll: &mut Scroll,
    asked: &mut Vec<Asked>,
) {
    let theme = pen.theme;
    if part.past.is_empty() {
        let words = part.words.get("publish-past-none");
        let label = Label { words: &words, face: Face::Dense, ink: theme.ink2 };
        let at = pos2(view.left() + INSET, view.top());
        label.show(ui, pen, at, view.width() - 2.0 * INSET, "publish-past-none");
        return;
    }
    let whole: f32 = part.past.iter().map(height).sum();
    let shift = scroll.begin(ui, view, whole + 16.0);
    let mut y = view.top() - shift;
    for (index, sent) in part.past.iter().rev().enumerate() {
        let size = vec2(view.width() - 2.0 * INSET, height(sent));
        let rect = Rect::from_min_size(pos2(view.left() + INSET, y), size);
        y += size.y;
        if rect.bottom() < view.top() || rect.top() > view.bottom() {
            continue;
        }
        one(ui, pen, rect, (index, sent), part, view, asked);
    }
}

fn one(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    (index, sent): (usize, &Sent),
    part: &Part<'_>,
    view: Rect,
    asked: &mut Vec<Asked>,
) {
    let theme = pen.theme;
    let (what, when) = (told_of(sent, part.words), when(sent.at, part.words));
    let channel = Channel::ALL.into_iter().find(|channel| channel.keyword() == sent.channel);
    let mut row = Row::new(rect.with_max_y(rect.top() + LINE), part.rtl);
    let icon = channel.map_or(Icon::FolderOpen, Channel::icon);
    icon.draw(ui.painter(), row.start(20.0).center(), 20.0, theme.ink2);
    row.start(12.0);
    let rest = row.rest();
    let half = |middle: f32| {
        Rect::from_center_size(pos2(rest.center().x, rest.center().y + middle), vec2(rest.width(), 20.0))
    };
    cut(ui, pen, half(-10.0), Label { words: &what, face: Face::Base, ink: theme.ink }, part.rtl);
    let about = if sent.place.is_empty() {
        when
    } else {
        part.words.with("publish-past-place", &[("when", when.into()), ("place", (&sent.place).into())])
    };
    cut(ui, pen, half(10.0), Label { words: &about, face: Face::Caption, ink: theme.ink3 }, part.rtl);
    let mut name = format!("{what} — {about}");
    if !sent.link.is_empty() {
        name = format!("{name} — {}", sent.link);
        let (left, right) = (rest.left(), rest.right());
        let under = Rect::from_min_max(pos2(left, rect.top() + LINE), pos2(right, rect.bottom()));
        let mut row = Row::new(under, part.rtl);
        for (key, icon, ask) in [
            ("publish-link-copy", Icon::Copy, Asked::CopyLink(sent.link.clone())),
            ("publish-link-open", Icon::Globe, Asked::OpenLink(sent.link.clone())),
        ] {
            let words = part.words.get(key);
            let button = IconButton { icon, name: &words, chosen: None, refused: None, rtl: part.rtl };
            let place = row.end(LINK).shrink(2.0);
            if place.intersects(view) && button.show(ui, pen, place, Id::unique((key, index))) {
                asked.push(ask);
            }
        }
        row.end(4.0);
        let label = Label { words: &sent.link, face: Face::Caption, ink: theme.accent };
        cut(ui, pen, row.rest(), label, part.rtl);
    }
    told(ui, rect.intersect(view), &format!("publish-past-{index}"), &name);
}

/// A day and the hour.
#[must_use]
pub fn when(at: Stamp, words: Words) -> String {
    then_here(at.0).map_or_else(String::new, |(day, time)| {
        let (day, time) = (said::long_day(day, words), time.to_string());
        words.with("earlier-when", &[("day", day.into()), ("time", time.into())])
    })
}

/// What left the house, how, and for where.
#[must_use]
pub fn told_of(sent: &Sent, words: Words) -> String {
    let channel = words.get(&format!("publish-to-{}", sent.channel));
    let output = words.get(&format!("the-output-{}", sent.output));
    let key = format!("publish-way-{}", sent.way.keyword());
    words.with(&key, &[("channel", channel.into()), ("output", output.into())])
}
