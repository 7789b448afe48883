//! The screen a window without a record begins with: what is to be prepared.

use eframe::egui::{Align2, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::action::Action;
use super::pen::Pen;
use super::theme::Face;
use super::widgets::{Row, ring, told};
use crate::text::Base;
use crate::words::Words;

/// Shows the screen; what was chosen.
pub fn show(
    ui: &mut Ui,
    pen: &mut Pen,
    view: Rect,
    templates: &[(String, String)],
    words: Words,
) -> Option<Action> {
    let rtl = words.language().is_right_to_left();
    let theme = pen.theme;
    ui.painter().rect_filled(view, 0.0, theme.desk);
    let width = 1040.0_f32.min(view.width() - 48.0);
    let column = Rect::from_min_size(
        pos2(view.center().x - width / 2.0, view.top() + 24.0),
        vec2(width, view.height() - 24.0),
    );
    let question = pen.line(ui.ctx(), &words.get("home-question"), Face::Home);
    let (x, anchor) =
        if rtl { (column.right(), Align2::RIGHT_TOP) } else { (column.left(), Align2::LEFT_TOP) };
    let head = pen.draw(ui.painter(), &question, pos2(x, column.top()), anchor, theme.ink);
    told(ui, head, "question", &words.get("home-question"));
    let mut chosen = None;
    let cards = Rect::from_min_size(pos2(column.left(), column.top() + 64.0), vec2(width, 144.0));
    let mut row = Row::new(cards, rtl);
    for (index, (id, name)) in templates.iter().enumerate() {
        let place = row.start(((width - 16.0) / 2.0).min(512.0));
        row.start(16.0);
        let about = words.get(&format!("template-{id}-description"));
        if card(ui, pen, place, name, &about, index, rtl) {
            chosen = Some(Action::New(id.clone()));
        }
    }
    chosen
}

fn card(ui: &mut Ui, pen: &mut Pen, rect: Rect, name: &str, about: &str, index: usize, rtl: bool) -> bool {
    let theme = pen.theme;
    let response = ui.interact(rect, Id::unique(("home-card", index)), Sense::click());
    let fill = if response.hovered() { theme.hover } else { theme.raised };
    ui.painter().rect_filled(rect, 10.0, fill);
    ui.painter().rect_stroke(rect, 10.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    ring(ui, pen, rect, 10, &response);
    let mut row = Row::new(rect.shrink(16.0), rtl);
    let paper = row.start(72.0);
    let paper = Rect::from_center_size(paper.center(), vec2(72.0, 96.0));
    drawn_page(ui, pen, paper, index, rtl);
    row.start(16.0);
    let rest = row.rest();
    let (x, anchor) = if rtl { (rest.right(), Align2::RIGHT_TOP) } else { (rest.left(), Align2::LEFT_TOP) };
    let head = pen.fitted(ui.ctx(), name, Face::Section, Base::Auto, rest.width());
    pen.draw(ui.painter(), &head, pos2(x, rest.top()), anchor, theme.ink);
    let body = pen.words(ui.ctx(), about, Face::Dense, Base::Auto, Some(rest.width()));
    pen.draw(ui.painter(), &body, pos2(rest.left(), rest.top() + 32.0), Align2::LEFT_TOP, theme.ink2);
    let by_key = response.has_focus()
        && ui.input_mut(|input| input.consume_key(eframe::egui::Modifiers::NONE, eframe::egui::Key::Enter));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.clicked() || by_key
}

/// A small page with bars for lines: running text for a communiqué, an outline for recommendations.
fn drawn_page(ui: &Ui, pen: &Pen, paper: Rect, index: usize, rtl: bool) {
    let theme = pen.theme;
    ui.painter().rect_filled(paper, 2.0, theme.sheet);
    ui.painter().rect_stroke(paper, 2.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let bar = |y: f32, from: f32, to: f32, colour| {
        let (left, right) = if rtl { (1.0 - to, 1.0 - from) } else { (from, to) };
        let wide = paper.width() - 16.0;
        let min = pos2(paper.left() + 8.0 + wide * left, paper.top() + y);
        let max = pos2(paper.left() + 8.0 + wide * right, paper.top() + y + 3.0);
        ui.painter().rect_filled(Rect::from_min_max(min, max), 1.0, colour);
    };
    bar(10.0, 0.2, 0.8, theme.accent);
    if index == 0 {
        for (line, to) in [1.0, 1.0, 0.7, 0.0, 1.0, 1.0, 1.0, 0.5].into_iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
            bar(24.0 + line as f32 * 8.0, 0.0, to, theme.line);
        }
    } else {
        for (line, (from, to, axis)) in [
            (0.0, 0.6, true),
            (0.1, 0.9, false),
            (0.2, 1.0, false),
            (0.2, 0.8, false),
            (0.0, 0.5, true),
            (0.1, 1.0, false),
            (0.2, 0.7, false),
        ]
        .into_iter()
        .enumerate()
        {
            #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
            bar(24.0 + line as f32 * 9.0, from, to, if axis { theme.edge } else { theme.line });
        }
    }
}
