//! Small things that tell a state: pills, counters, key caps, dots.

use eframe::egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::{Row, text_width, told, words_at};
use crate::text::Base;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::{Face, Theme};

/// What a pill says of a state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// A draft, or nothing of note.
    #[default]
    Draft,
    /// Being reviewed.
    Review,
    /// Approved.
    Approved,
    /// Past its day.
    Late,
    /// Something is missing.
    Warning,
    /// For the minutes alone.
    Internal,
}

impl Tone {
    /// All of them, as a gallery shows them.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Review, Self::Approved, Self::Late, Self::Warning, Self::Internal];

    /// The icon of the state.
    #[must_use]
    pub fn icon(self) -> Icon {
        match self {
            Self::Draft => Icon::Pencil,
            Self::Review => Icon::Users,
            Self::Approved => Icon::SealCheck,
            Self::Late => Icon::WarningCircle,
            Self::Warning => Icon::Warning,
            Self::Internal => Icon::Lock,
        }
    }

    /// Its fill and its ink.
    #[must_use]
    pub fn colours(self, theme: &Theme) -> (Color32, Color32) {
        match self {
            Self::Draft => (theme.hover, theme.ink2),
            Self::Review => (theme.chosen, theme.accent),
            Self::Approved => (theme.ok_fill, theme.ok),
            Self::Late => (theme.error_fill, theme.error),
            Self::Warning => (theme.warning_fill, theme.warning),
            Self::Internal => (theme.internal_fill, theme.internal),
        }
    }
}

/// A state in words: 22 high, round.
#[derive(Clone, Copy, Default)]
pub struct Pill<'a> {
    /// The words.
    pub words: &'a str,
    /// What they say of the state.
    pub tone: Tone,
    /// An icon of its own instead of the tone's.
    pub icon: Option<Icon>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Pill<'_> {
    /// How wide it is.
    #[must_use]
    pub fn width(&self, ui: &Ui, pen: &mut Pen) -> f32 {
        text_width(ui, pen, self.words, Face::Caption) + 40.0
    }

    /// Shows it in the middle of the height, at the side where reading starts.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect) {
        let width = self.width(ui, pen);
        let place = Row::new(rect, self.rtl).start(width);
        let place = Rect::from_center_size(place.center(), vec2(width, 22.0));
        let (fill, ink) = self.tone.colours(&pen.theme);
        ui.painter().rect_filled(place, 11.0, fill);
        let mut row = Row::new(place.shrink2(vec2(10.0, 0.0)), self.rtl);
        let icon = self.icon.unwrap_or(self.tone.icon());
        icon.draw(ui.painter(), row.start(16.0).center(), 16.0, ink);
        row.start(4.0);
        words_at(ui, pen, row.rest(), self.words, Face::Caption, ink, self.rtl);
        told(ui, place, self.words, self.words);
    }
}

/// The width a pill of these words takes.
pub fn pill_width(ui: &Ui, pen: &mut Pen, words: &str) -> f32 {
    Pill { words, ..Pill::default() }.width(ui, pen)
}

/// A state in words, with the icon of its tone.
pub fn pill(ui: &Ui, pen: &mut Pen, rect: Rect, words: &str, tone: Tone, rtl: bool) {
    Pill { words, tone, icon: None, rtl }.show(ui, pen, rect);
}

/// The width a counter takes.
pub fn counter_width(ui: &Ui, pen: &mut Pen, count: usize) -> f32 {
    (pen.line(ui.ctx(), &count.to_string(), Face::Caption).width() + 10.0).max(18.0)
}

/// A count in a round field 18 high, in the middle of the rectangle; `on` beside what is chosen.
pub fn counter(ui: &Ui, pen: &mut Pen, rect: Rect, count: usize, on: bool) {
    let width = counter_width(ui, pen, count);
    let place = Rect::from_center_size(rect.center(), vec2(width, 18.0));
    let theme = pen.theme;
    let (fill, ink) = if on { (theme.chosen, theme.accent) } else { (theme.hover, theme.ink2) };
    ui.painter().rect_filled(place, 9.0, fill);
    pen.centred(ui, place, &count.to_string(), Face::Caption, ink);
}

/// The side of an arrow on a cap, and the space between it and words.
const ARROW: f32 = 12.0;
const APART: f32 = 3.0;

/// Keys as they stand on a cap, from the left: words, «Ctrl Z» of `Ctrl+Z`, and arrows, which the letters lack.
fn pieces(keys: &str) -> Vec<Result<String, Icon>> {
    let mut all: Vec<Result<String, Icon>> = Vec::new();
    for word in keys.split_inclusive([' ', '+']) {
        let last = word.strip_suffix([' ', '+']).filter(|key| !key.is_empty()).unwrap_or(word);
        match (last.trim(), all.last_mut()) {
            ("", _) => {}
            ("↑", _) => all.push(Err(Icon::ArrowUp)),
            ("↓", _) => all.push(Err(Icon::ArrowDown)),
            (key, Some(Ok(before))) => {
                before.push(' ');
                before.push_str(key);
            }
            (key, _) => all.push(Ok(key.to_owned())),
        }
    }
    all
}

/// The width a key cap takes.
pub fn key_cap_width(ui: &Ui, pen: &mut Pen, keys: &str) -> f32 {
    let mut width = 12.0 - APART;
    for piece in pieces(keys) {
        width += APART
            + match piece {
                Ok(words) => pen.words(ui.ctx(), &words, Face::Caption, Base::Ltr, None).width(),
                Err(_) => ARROW,
            };
    }
    width
}

/// Keys in a frame 20 high, in the middle of the rectangle, read from the left.
pub fn key_cap(ui: &Ui, pen: &mut Pen, rect: Rect, keys: &str) {
    let width = key_cap_width(ui, pen, keys);
    let place = Rect::from_center_size(rect.center(), vec2(width, 20.0));
    let theme = pen.theme;
    ui.painter().rect_filled(place, 4.0, theme.chrome);
    ui.painter().rect_stroke(place, 4.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let mut at = pos2(place.left() + 6.0, place.center().y);
    for piece in pieces(keys) {
        match piece {
            Ok(words) => {
                let words = pen.words(ui.ctx(), &words, Face::Caption, Base::Ltr, None);
                pen.draw(ui.painter(), &words, at, Align2::LEFT_CENTER, theme.ink2);
                at.x += words.width() + APART;
            }
            Err(arrow) => {
                arrow.draw(ui.painter(), at + vec2(ARROW / 2.0, 0.0), ARROW, theme.ink2);
                at.x += ARROW + APART;
            }
        }
    }
}

/// How far a part of the record is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Dot {
    /// Done.
    Full,
    /// Nothing yet.
    #[default]
    Empty,
    /// Something is needed: another shape, not another colour alone.
    Needed,
}

/// A dot 8 px wide around a point.
pub fn dot(painter: &Painter, pen: &Pen, centre: Pos2, dot: Dot) {
    let theme = pen.theme;
    match dot {
        Dot::Full => {
            painter.circle_filled(centre, 4.0, theme.accent);
        }
        Dot::Empty => {
            painter.circle_stroke(centre, 3.5, Stroke::new(1.0, theme.edge));
        }
        Dot::Needed => {
            let reach = 4.0 * std::f32::consts::SQRT_2;
            let corners = [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)];
            let corners = corners.map(|(x, y)| centre + Vec2::new(x, y)).to_vec();
            painter.add(Shape::convex_polygon(corners, theme.warning, Stroke::NONE));
        }
    }
}
