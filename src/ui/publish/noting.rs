//! Noting that a text was published: where it goes is known, and where on the web it can be read is asked.

use eframe::egui::{Id, Rect, Ui, pos2, vec2};

use super::{Asked, Part};
use crate::ui::field::{Line, Look, field};
use crate::ui::pen::Pen;
use crate::ui::theme::Face;
use crate::ui::widgets::{Button, Label, Row, Weight, flat_card, told_aloud};

const PADDING: f32 = 12.0;
const FIELD: f32 = 32.0;

/// What is typed while it is asked.
#[derive(Debug)]
pub struct Noting {
    /// The link as it was typed.
    pub link: String,
    /// What was typed is no link.
    pub wrong: bool,
    /// The field is to take the keyboard.
    fresh: bool,
}

impl Default for Noting {
    fn default() -> Self {
        Self { link: String::new(), wrong: false, fresh: true }
    }
}

/// The name of the field of the link.
#[must_use]
pub(super) fn link_id() -> Id {
    Id::unique("publish-link")
}

/// Asks in this place, from its top; how high that is.
pub(super) fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    place: Rect,
    part: &mut Part<'_>,
    focus: &mut Option<(Id, Line)>,
    asked: &mut Vec<Asked>,
) -> f32 {
    let (words, rtl, theme) = (part.words, part.rtl, pen.theme);
    let channel = words.get(&part.session.channel.key());
    let output = words.get(&format!("the-output-{}", part.open.output));
    let Some(noting) = &mut part.session.noting else { return 0.0 };
    let title = words.with("publish-note-title", &[("output", output.into()), ("channel", channel.into())]);
    let (link, wrong) = (words.get("publish-note-link"), words.get("publish-note-wrong"));
    let width = place.width() - 2.0 * PADDING;
    let title = Label { words: &title, face: Face::BaseStrong, ink: theme.ink };
    let name = Label { words: &link, face: Face::Dense, ink: theme.ink2 };
    let wrong = Label { words: &wrong, face: Face::Dense, ink: theme.error };
    let below = |y: f32, label: &Label<'_>, ui: &Ui, pen: &mut Pen| y + label.height(ui.ctx(), pen, width);
    let title_at = place.top() + PADDING;
    let name_at = below(title_at, &title, ui, pen) + 8.0;
    let field_at = below(name_at, &name, ui, pen) + 4.0;
    let wrong_at = field_at + FIELD + 4.0;
    let buttons_at = if noting.wrong { below(wrong_at, &wrong, ui, pen) + 12.0 } else { wrong_at + 8.0 };
    let high = (buttons_at + 28.0 + PADDING - place.top()).ceil();
    let card = Rect::from_min_size(place.min, vec2(place.width(), high));
    flat_card(ui, pen, card, false);
    let left = place.left() + PADDING;
    title.show(ui, pen, pos2(left, title_at), width, "publish-note-title");
    name.show(ui, pen, pos2(left, name_at), width, "publish-note-link");
    let error = if noting.wrong { wrong.words } else { "" };
    let look = Look { hint: "https://", name: &link, ltr: true, error, ..Look::default() };
    if std::mem::take(&mut noting.fresh) {
        ui.memory_mut(|memory| memory.request_focus(link_id()));
    }
    let rect = Rect::from_min_size(pos2(left, field_at), vec2(width, FIELD));
    let typed = field(ui, pen, rect, link_id(), &noting.link, look, focus);
    if let Some(changed) = typed.changed {
        noting.link = changed;
        noting.wrong = false;
    }
    if noting.wrong {
        let place = wrong.show(ui, pen, pos2(left, wrong_at), width, "publish-note-why");
        told_aloud(ui, place, "publish-note-wrong", wrong.words);
    }
    let mut row = Row::new(Rect::from_min_size(pos2(left, buttons_at), vec2(width, 28.0)), rtl);
    let mut press = |ui: &Ui, pen: &mut Pen, key: &str, weight: Weight| {
        let words = words.get(key);
        let button = Button { words: &words, weight, small: true, rtl, ..Button::default() };
        let place = row.start(button.width(ui, pen));
        row.start(8.0);
        button.show(ui, pen, place, Id::unique(("publish-noting", key)))
    };
    if press(ui, pen, "publish-note-do", Weight::Plain) || typed.entered {
        asked.push(Asked::Note);
    }
    if press(ui, pen, "dialog-cancel", Weight::Quiet) {
        asked.push(Asked::Unnote);
    }
    high
}
