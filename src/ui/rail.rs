//! The rail beside the page: the parts of the record, how full each is, and what is still needed.

use eframe::egui::{Id, Rect, Ui, pos2, vec2};

use super::action::Action;
use super::pen::{Icon, Pen};
use super::widgets::{Dot, Heading, Moved, OUTLINE_ROW, Outline, RailRow};
use crate::check::{Axis, Fill, Part, PartState, Parts};
use crate::edit::Command;
use crate::words::Words;

/// How wide the rail is at least where its words are shown, and at most: beside it the sheet keeps its width.
pub const WIDE: f32 = 176.0;
const WIDEST: f32 = 200.0;
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
    let rtl = words.language().is_right_to_left();
    let wide = rect.width() > NARROW;
    ui.painter().rect_filled(rect, 0.0, pen.theme.chrome);
    let mut y = rect.top() + 8.0;
    let mut asked = None;
    let foot = rect.bottom() - 52.0;
    for (part, state) in parts.all() {
        let row = Rect::from_min_size(pos2(rect.left() + 8.0, y), vec2(rect.width() - 16.0, 40.0));
        if row.bottom() > foot {
            break;
        }
        if entry(ui, pen, row, (part, state), chosen == Some(part), words) {
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
    let name = words.get("cmd-settings");
    let settings = self::row(Icon::GearSix, &name, "", None, words);
    if settings.show(ui, pen, row, Id::unique("rail-settings")) {
        asked = Some(Action::Settings);
    }
    asked
}

/// The first row.
#[must_use]
pub fn first_id() -> Id {
    row_id(look(Part::Header).1)
}

fn row_id(key: &str) -> Id {
    Id::unique(("rail", key))
}

/// How wide the rail is: with words where there is room for them, as wide as the longest of them asks for.
#[must_use]
pub fn width(ui: &Ui, pen: &mut Pen, has_room: bool, words: Words) -> f32 {
    if !has_room {
        return NARROW;
    }
    let name = |key: &str| words.get(key);
    let mut wide = |key: &str, dot| row(Icon::GearSix, &name(key), "", dot, words).width(ui, pen);
    let parts = Part::ALL.map(|part| wide(look(part).1, Some((Dot::Empty, ""))));
    let words = parts.into_iter().chain([wide("cmd-settings", None)]).fold(0.0, f32::max);
    (words + 16.0).clamp(WIDE, WIDEST)
}

fn row<'a>(
    icon: Icon,
    name: &'a str,
    count: &'a str,
    dot: Option<(Dot, &'a str)>,
    words: Words,
) -> RailRow<'a> {
    let rtl = words.language().is_right_to_left();
    RailRow { icon, words: name, count, dot, chosen: None, rtl }
}

fn entry(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    (part, state): (Part, PartState),
    on: bool,
    words: Words,
) -> bool {
    let (icon, key) = look(part);
    let (dot, what) = match state.fill {
        Fill::Filled => (Dot::Full, "part-filled"),
        Fill::Empty => (Dot::Empty, "part-empty"),
        Fill::Needed => (Dot::Needed, "part-needed"),
    };
    let (name, what) = (words.get(key), words.get(what));
    let count = state.count.map(|count| count.to_string()).unwrap_or_default();
    let row = RailRow { chosen: Some(on), ..row(icon, &name, &count, Some((dot, &what)), words) };
    row.show(ui, pen, rect, row_id(key))
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
