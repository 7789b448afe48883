//! The rail beside the page: the parts of the record, how full each is, and what is still needed.

use eframe::egui::{self, Id, Key, Modifiers, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::action::Action;
use super::pen::{Icon, Pen};
use super::theme::Face;
use super::widgets::{self, Dot, Heading, Moved, OUTLINE_ROW, Outline, Row, ring, side};
use crate::check::{Axis, Fill, Part, PartState, Parts};
use crate::edit::Command;
use crate::text::Base;
use crate::words::Words;

/// How wide the rail is where its words are shown.
pub const WIDE: f32 = 176.0;
/// How wide it is with icons alone.
pub const NARROW: f32 = 56.0;

fn look(part: Part) -> (Icon, &'static str) {
    match part {
        Part::Header => (Icon::Buildings, "part-header"),
        Part::Attendance => (Icon::Users, "part-attendance"),
        Part::Agenda => (Icon::ClipboardText, "part-agenda"),
        Part::Text => (Icon::TextAlignRight, "part-text"),
        Part::Recommendations => (Icon::ListBullets, "part-recommendations"),
        Part::Closing => (Icon::Signature, "part-closing"),
    }
}

/// Shows the rail; what was chosen. `chosen` is the part the caret is in.
pub fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    parts: &Parts,
    chosen: Option<Part>,
    words: Words,
) -> Option<Action> {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    let wide = rect.width() > NARROW;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let mut y = rect.top() + 8.0;
    let mut asked = None;
    let foot = rect.bottom() - 52.0;
    for (part, state) in parts.all() {
        let row = Rect::from_min_size(pos2(rect.left() + 8.0, y), vec2(rect.width() - 16.0, 40.0));
        if row.bottom() > foot {
            break;
        }
        if entry(ui, pen, row, part, state, chosen == Some(part), wide, words) {
            asked = Some(Action::Go(part));
        }
        y += 40.0;
        if part != Part::Recommendations || !wide {
            continue;
        }
        let (place, room) = (pos2(rect.left() + 8.0, y), foot - 40.0 - y);
        let (height, to) =
            axes(ui, pen, Rect::from_min_size(place, vec2(rect.width() - 16.0, room)), parts, rtl);
        asked = to.or(asked);
        y += height;
    }
    let row =
        Rect::from_min_size(pos2(rect.left() + 8.0, rect.bottom() - 44.0), vec2(rect.width() - 16.0, 36.0));
    if foot_row(ui, pen, row, wide, words, rtl) {
        asked = Some(Action::Settings);
    }
    asked
}

#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
fn entry(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    part: Part,
    state: PartState,
    on: bool,
    wide: bool,
    words: Words,
) -> bool {
    let rtl = words.language().is_right_to_left();
    let theme = pen.theme;
    let (icon, key) = look(part);
    let name = words.get(key);
    let response = ui.interact(rect, Id::unique(("rail", key)), Sense::click());
    if on {
        ui.painter().rect_filled(rect, 6.0, theme.chosen);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    let ink = if on { theme.accent } else { theme.ink2 };
    let draw_icon = |at: Pos2| {
        if on {
            icon.draw_filled(ui.painter(), at, 20.0, ink);
        } else {
            icon.draw(ui.painter(), at, 20.0, ink);
        }
    };
    let (dot, what) = match state.fill {
        Fill::Filled => (Dot::Full, "part-filled"),
        Fill::Empty => (Dot::Empty, "part-empty"),
        Fill::Needed => (Dot::Needed, "part-needed"),
    };
    if wide {
        let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), rtl);
        draw_icon(row.start(20.0).center());
        row.start(8.0);
        let end = row.end(8.0);
        widgets::dot(ui.painter(), pen, end.center(), dot);
        row.end(8.0);
        let face = if on { Face::BaseStrong } else { Face::Base };
        let whole = pen.line(ui.ctx(), &name, face).width();
        let count = state.count.map(|count| pen.line(ui.ctx(), &count.to_string(), Face::Caption));
        // A long name keeps its letters and goes without its count.
        if let Some(count) = count.filter(|count| whole + count.width() + 8.0 <= row.rest().width()) {
            let (at, anchor) = side(row.rest(), !rtl);
            pen.draw(ui.painter(), &count, at, anchor, if on { theme.accent } else { theme.ink3 });
            row.end(count.width() + 8.0);
        }
        let face = if whole <= row.rest().width() { face } else { Face::Dense };
        let shown = pen.fitted(ui.ctx(), &name, face, Base::Auto, row.rest().width());
        let (at, anchor) = side(row.rest(), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, ink);
    } else {
        draw_icon(rect.center());
        if dot == Dot::Needed {
            let x = if rtl { rect.left() + 10.0 } else { rect.right() - 10.0 };
            widgets::dot(ui.painter(), pen, pos2(x, rect.top() + 10.0), dot);
        }
    }
    ring(ui, pen, rect, 6, &response);
    let count = state.count.map(|count| format!(" {count}")).unwrap_or_default();
    let told = format!("{name}{count} — {}", words.get(what));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &told));
    response.clicked() || by_key(ui, &response)
}

fn by_key(ui: &Ui, response: &egui::Response) -> bool {
    response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Enter) || input.consume_key(Modifiers::NONE, Key::Space)
        })
}

/// The axes, as many as there is room for; how high they are, and what was asked of them.
fn axes(ui: &Ui, pen: &mut Pen, rect: Rect, parts: &Parts, rtl: bool) -> (f32, Option<Action>) {
    let row = |axis: &Axis| Heading { number: axis.number.to_string(), words: axis.title.clone(), depth: 0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of the rail")]
    let room = (rect.height() / OUTLINE_ROW).max(0.0) as usize;
    let rows: Vec<Heading> = parts.axes.iter().take(room).map(row).collect();
    let outline = Outline { rows: &rows, chosen: None, indent: 28.0, refused: None, rtl };
    let height = outline.height();
    let asked = outline.show(ui, pen, rect.with_max_y(rect.top() + height), Id::unique("rail-axes"));
    let asked = asked.and_then(|asked| match asked {
        Moved::Pressed(index) => parts.axes.get(index).map(|axis| Action::Jump(axis.place())),
        Moved::Before(from, to) => {
            let block = parts.axes.get(from)?.block;
            let before = parts.axes.get(to).map(|axis| axis.block);
            Some(Action::Run(Command::MoveBefore { block, before }))
        }
    });
    (height, asked)
}

fn foot_row(ui: &mut Ui, pen: &mut Pen, rect: Rect, wide: bool, words: Words, rtl: bool) -> bool {
    let response = ui.interact(rect, Id::unique("rail-settings"), Sense::click());
    let theme = pen.theme;
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    let name = words.get("cmd-settings");
    if wide {
        let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), rtl);
        Icon::GearSix.draw(ui.painter(), row.start(20.0).center(), 20.0, theme.ink2);
        row.start(8.0);
        let shown = pen.line(ui.ctx(), &name, Face::Base);
        let (at, anchor) = side(row.rest(), rtl);
        pen.draw(ui.painter(), &shown, at, anchor, theme.ink2);
    } else {
        Icon::GearSix.draw(ui.painter(), rect.center(), 20.0, theme.ink2);
    }
    ring(ui, pen, rect, 6, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.clicked() || by_key(ui, &response)
}
