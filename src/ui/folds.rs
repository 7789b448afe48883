//! The folds above the text: one line each for header, attendance and agenda, which opens in place.

use eframe::egui::{self, Id, Key, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::field::Line;
use super::header::{self, Asked, Choice};
use super::pen::{Icon, Pen};
use super::sheet::{MARGIN, SHEET};
use super::suggest::Finder;
use super::theme::Face;
use super::whom::Asking;
use super::widgets::{Row, ring, side};
use super::{agenda, attendance};
use crate::check::Part;
use crate::document::{Block, Document, FieldPath, Kind, OutputKind};
use crate::template;
use crate::text::Base;
use crate::words::Words;

/// How high a folded line is.
pub const FOLD: f32 = 44.0;

/// A part of the record that opens above the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// Body, session, date, place, chairs, numbers.
    Header,
    /// People, groups, quorum.
    Attendance,
    /// What is to be dealt with.
    Agenda,
}

impl Fold {
    /// All of them, from the top.
    pub const ALL: [Self; 3] = [Self::Header, Self::Attendance, Self::Agenda];

    /// Which one a part of the header is filled in under.
    #[must_use]
    pub fn of(path: FieldPath) -> Self {
        match path {
            FieldPath::Attendee(..)
            | FieldPath::GroupNominative(_)
            | FieldPath::GroupOblique(_)
            | FieldPath::GroupCount(_)
            | FieldPath::Members
            | FieldPath::Quorum => Self::Attendance,
            _ => Self::Header,
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Header => Icon::Buildings,
            Self::Attendance => Icon::Users,
            Self::Agenda => Icon::ClipboardText,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Header => "header-title",
            Self::Attendance => "attendance-title",
            Self::Agenda => "agenda-title",
        }
    }

    fn invitation(self) -> &'static str {
        match self {
            Self::Header => "fold-header-empty",
            Self::Attendance => "fold-attendance-empty",
            Self::Agenda => "fold-agenda-empty",
        }
    }
}

/// Which folds are open, and what their forms remember.
#[derive(Default)]
pub struct Folds {
    open: [bool; 3],
    /// What the attendance form remembers.
    pub attendance: attendance::State,
    /// What the agenda form remembers.
    pub agenda: agenda::State,
    /// The name being typed into the header.
    chair: Asking,
    said: Option<(u64, [Said; 3])>,
}

/// What a folded line says.
#[derive(Default, Clone)]
struct Said {
    sentence: String,
    count: Count,
}

#[derive(Default, Clone, Copy)]
enum Count {
    #[default]
    None,
    Items(usize),
    People(usize),
    Of(u32, u32),
}

/// What the forms are drawn from.
pub struct Shown<'a> {
    /// The record.
    pub document: &'a Document,
    /// The output that is shown.
    pub output: OutputKind,
    /// The state of its editor: another after each change.
    pub version: u64,
    /// The words of the interface.
    pub words: Words,
    /// The people who can be offered.
    pub finder: &'a Finder,
    /// The choice whose list is open.
    pub chosen: Option<Choice>,
    /// The outgoing number that its body would give next.
    pub number: Option<&'a str>,
}

/// What the folds ask the window to do.
pub enum FoldAsked {
    /// Open or close this one.
    Toggle(Fold),
    /// What a form asks.
    Form(Asked),
}

impl Folds {
    /// With the header open, as a new record begins, or all folded.
    #[must_use]
    pub fn new(header: bool) -> Self {
        Self { open: [header, false, false], ..Self::default() }
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self, fold: Fold) -> bool {
        Fold::ALL.into_iter().zip(self.open).any(|(one, open)| one == fold && open)
    }

    /// The part of the record that is filled in: the first that is open.
    #[must_use]
    pub fn opened(&self) -> Option<Part> {
        let part = |fold: Fold| match fold {
            Fold::Header => Part::Header,
            Fold::Attendance => Part::Attendance,
            Fold::Agenda => Part::Agenda,
        };
        Fold::ALL.into_iter().find(|fold| self.is_open(*fold)).map(part)
    }

    /// Opens or folds it.
    pub fn set(&mut self, fold: Fold, open: bool) {
        for (one, state) in Fold::ALL.into_iter().zip(&mut self.open) {
            if one == fold {
                *state = open;
            }
        }
    }

    /// Whether a form waits for the keyboard still.
    #[must_use]
    pub fn is_coming(&self) -> bool {
        self.is_open(Fold::Agenda) && self.agenda.is_coming()
    }

    /// The field that shows a part of the header.
    #[must_use]
    pub fn field_of(document: &Document, path: FieldPath) -> Id {
        attendance::field_of(document, path).unwrap_or_else(|| header::field_id(path))
    }

    /// Opens this one alone. The field that it begins with, if it does not find that itself.
    pub fn open_alone(&mut self, fold: Fold) -> Option<Id> {
        for other in Fold::ALL {
            self.set(other, other == fold);
        }
        self.begin(fold)
    }

    /// Has a form take the keyboard; the field that it begins with, if it does not find that itself.
    pub fn begin(&mut self, fold: Fold) -> Option<Id> {
        match fold {
            Fold::Header => Some(header::first_field()),
            Fold::Attendance => {
                self.attendance.begin();
                Some(attendance::first_field())
            }
            Fold::Agenda => {
                self.agenda.begin();
                None
            }
        }
    }

    fn form_height(&mut self, fold: Fold, shown: &Shown<'_>) -> f32 {
        if !self.is_open(fold) {
            return 0.0;
        }
        match fold {
            Fold::Header => 3.0 + header::form_height(shown.document, shown.output) + 8.0,
            Fold::Attendance => {
                8.0 + attendance::height(shown.document, shown.version, &mut self.attendance) + 8.0
            }
            Fold::Agenda => 8.0 + agenda::height(shown.document, shown.version, &mut self.agenda) + 8.0,
        }
    }

    /// How high all of them are.
    pub fn height(&mut self, shown: &Shown<'_>) -> f32 {
        Fold::ALL.into_iter().map(|fold| FOLD + self.form_height(fold, shown)).sum()
    }

    /// Shows them at the top of the sheet; what was asked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        shown: &Shown<'_>,
        focus: &mut Option<(Id, Line)>,
    ) -> Vec<FoldAsked> {
        if self.said.as_ref().is_none_or(|(version, _)| *version != shown.version) {
            self.said = Some((shown.version, Fold::ALL.map(|fold| said(fold, shown.document))));
        }
        let lines = self.said.clone().map(|(_, said)| said).unwrap_or_default();
        let mut asked = Vec::new();
        let mut y = rect.top();
        let measure = SHEET - 2.0 * MARGIN;
        for (fold, said) in Fold::ALL.into_iter().zip(lines) {
            let line = Rect::from_min_size(pos2(rect.left() + MARGIN, y), vec2(measure, FOLD));
            let is_open = self.is_open(fold);
            if folded(ui, pen, line, fold, &said, is_open, shown.words) {
                asked.push(FoldAsked::Toggle(fold));
            }
            let height = self.form_height(fold, shown);
            y += FOLD + height;
            if is_open {
                let body = Rect::from_min_size(line.left_bottom(), vec2(measure, height));
                asked.extend(self.form(ui, pen, body, fold, shown, focus).into_iter().map(FoldAsked::Form));
            }
            ui.painter().hline(line.x_range(), y - 0.5, Stroke::new(1.0, pen.theme.line));
        }
        asked
    }

    fn form(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        body: Rect,
        fold: Fold,
        shown: &Shown<'_>,
        focus: &mut Option<(Id, Line)>,
    ) -> Vec<Asked> {
        match fold {
            Fold::Header => {
                let body = Rect::from_min_max(body.min + vec2(0.0, 3.0), body.max - vec2(0.0, 8.0));
                header::form(ui, pen, body, shown, focus, &mut self.chair)
            }
            Fold::Attendance => {
                let mut asked = Vec::new();
                let mut form = attendance::Form {
                    document: shown.document,
                    words: shown.words,
                    focus,
                    finder: shown.finder,
                    state: &mut self.attendance,
                    asked: &mut asked,
                };
                attendance::show(&mut form, ui, pen, body.shrink2(vec2(0.0, 8.0)));
                asked.into_iter().map(Asked::Run).collect()
            }
            Fold::Agenda => {
                let mut asked = Vec::new();
                let mut form = agenda::Form {
                    document: shown.document,
                    words: shown.words,
                    focus,
                    chosen: shown.chosen,
                    finder: shown.finder,
                    state: &mut self.agenda,
                    asked: &mut asked,
                };
                agenda::show(&mut form, ui, pen, body.shrink2(vec2(0.0, 8.0)));
                asked
            }
        }
    }
}

/// What a folded line says of the record.
fn said(fold: Fold, document: &Document) -> Said {
    match fold {
        Fold::Header => Said { sentence: template::header_sentence(document), count: Count::None },
        Fold::Attendance => {
            let listed = document.meeting().attendance.people.len();
            let count = match template::quorum(document) {
                Some(quorum) => Count::Of(quorum.present, quorum.members),
                None if listed > 0 => Count::People(listed),
                None => Count::None,
            };
            Said { sentence: template::attendance_sentence(document), count }
        }
        Fold::Agenda => {
            let is_item = |block: &&std::sync::Arc<Block>| matches!(block.kind, Kind::AgendaItem(_));
            let is_written = |block: &&std::sync::Arc<Block>| !block.text.text().trim().is_empty();
            let items = document.blocks().iter().filter(is_item).filter(is_written).count();
            let count = if items == 0 { Count::None } else { Count::Items(items) };
            Said { sentence: template::agenda_line(document), count }
        }
    }
}

/// The line that speaks the sentence; whether it was pressed.
fn folded(
    ui: &mut Ui,
    pen: &mut Pen,
    line: Rect,
    fold: Fold,
    said: &Said,
    is_open: bool,
    words: Words,
) -> bool {
    let theme = pen.theme;
    let rtl = words.language().is_right_to_left();
    let id = Id::unique(("fold", fold.name()));
    let response = ui.interact(line.expand2(vec2(44.0, 0.0)), id, Sense::click());
    let icon = if rtl { line.right() + 34.0 } else { line.left() - 34.0 };
    let ink = if response.hovered() { theme.ink } else { theme.ink2 };
    fold.icon().draw(ui.painter(), pos2(icon, line.center().y), 20.0, ink);
    let mut row = Row::new(line, rtl);
    let arrow = row.end(16.0);
    let pointing = if is_open { Icon::CaretUp } else { Icon::CaretDown };
    pointing.draw(ui.painter(), arrow.center(), 16.0, ink);
    row.end(12.0);
    let count = match said.count {
        Count::None => String::new(),
        Count::Items(count) => words.with("fold-items", &[("count", count.into())]),
        Count::People(count) => words.with("fold-people", &[("count", count.into())]),
        Count::Of(present, members) => {
            words.with("fold-present", &[("present", present.into()), ("members", members.into())])
        }
    };
    if !count.is_empty() {
        let shaped = pen.line(ui.ctx(), &count, Face::Caption);
        let place = row.end(shaped.width());
        pen.draw(ui.painter(), &shaped, place.center(), egui::Align2::CENTER_CENTER, theme.ink3);
        row.end(16.0);
    }
    let rest = row.rest();
    let (text, colour, base) = if said.sentence.is_empty() {
        (words.get(fold.invitation()), theme.accent, Base::Auto)
    } else {
        (said.sentence.clone(), ink, Base::Rtl)
    };
    let shaped = pen.fitted(ui.ctx(), &text, Face::Base, base, rest.width());
    let (at, anchor) = side(rest, rtl);
    pen.draw(ui.painter(), &shaped, at, anchor, colour);
    ring(ui, pen, line, 4, &response);
    let by_key = response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Enter) || input.consume_key(Modifiers::NONE, Key::Space)
        });
    let name = words.get(if is_open { "fold-close" } else { "fold-open" });
    let name = format!("{}: {name}", words.get(fold.name()));
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(text.clone()),
        ..WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, &name)
    });
    response.clicked() || by_key
}
