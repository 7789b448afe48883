//! The screen of bodies: each entered once, chosen for new records, shared as one file.

mod form;

use eframe::egui::{
    self, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle, Ui, WidgetInfo, pos2,
    vec2,
};

use super::field::Line;
use super::pen::{Icon, Pen};
use super::scroll::Scroll;
use super::theme::Face;
use super::widgets::{Button, IconButton, Label, Row, Weight, cut, ring, told};
use crate::document::RecordId;
use crate::store::{Bodies, Profile};
use crate::words::Words;

/// How wide all of it is.
const WIDE: f32 = 1040.0;
/// How wide the list is.
const LIST: f32 = 264.0;
const GAP: f32 = 16.0;
const HEAD: f32 = 32.0;
const INSET: f32 = 16.0;
const ROW: f32 = 48.0;

/// What the screen asks the window to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// Keep a body so, or let it go.
    Change(RecordId, Option<Box<Profile>>),
    /// A new body, of nothing.
    New,
    /// A new body, of the record that is shown.
    OfRecord,
    /// New records are this body's.
    Choose(RecordId),
    /// Give the record that is shown to this body.
    Dress(RecordId),
    /// Ask for a picture for this body.
    Logo(RecordId),
    /// Ask where to write this body's file.
    Share(RecordId),
    /// Ask for a file with a body.
    File,
    /// Put the screen away.
    Close,
}

/// What the screen is drawn from.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The bodies.
    pub bodies: &'a Bodies,
    /// The words of the interface.
    pub words: Words,
    /// Nothing floats above the screen: it hears Escape.
    pub free: bool,
    /// Why no record can be given to a body now: a message.
    pub no_record: Option<&'static str>,
    /// The year whose numbers are counted.
    pub year: i32,
}

/// The screen, and what it remembers between frames.
#[derive(Default)]
pub struct Screen {
    /// Whose form is shown.
    pub at: Option<RecordId>,
    /// The form's first field takes the keyboard in the next frame.
    pub begins: bool,
    scroll: Scroll,
    list: Option<form::List>,
    logo: Option<(String, Option<TextureHandle>)>,
    shown: bool,
}

fn row_id(id: RecordId) -> Id {
    Id::unique(("body-row", id.to_string()))
}

impl Screen {
    /// Shows the screen; what was asked. `focus` is the line of the window's field that has the keyboard.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        view: Rect,
        given: &Given<'_>,
        focus: &mut Option<(Id, Line)>,
    ) -> Vec<Asked> {
        let mut asked = Vec::new();
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        ui.painter().rect_filled(view, 0.0, pen.theme.desk);
        let escapes = given.free
            && self.list.is_none()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if escapes {
            asked.push(Asked::Close);
        }
        let all = given.bodies.by_name();
        if self.at.is_none_or(|at| given.bodies.get(at).is_none()) {
            self.at = given.bodies.usual().map(|(id, _)| id).or_else(|| all.first().map(|(id, _)| *id));
        }
        let rtl = given.words.language().is_right_to_left();
        let width = WIDE.min(view.width() - 48.0).floor();
        let left = (view.center().x - width / 2.0).round();
        let head = Rect::from_min_size(pos2(left, view.top() + INSET), vec2(width, HEAD));
        let body =
            Rect::from_min_max(pos2(left, head.bottom() + 12.0), pos2(left + width, view.bottom() - INSET));
        let close = Row::new(head, rtl).end(32.0);
        head_row(ui, pen, head, given, &mut asked);
        let edge = Stroke::new(1.0, pen.theme.line);
        if all.is_empty() {
            ui.painter().rect_filled(body, 10.0, pen.theme.raised);
            ui.painter().rect_stroke(body, 10.0, edge, StrokeKind::Inside);
            let text = given.words.get("bodies-empty");
            let line = Rect::from_center_size(body.center(), vec2(body.width() - 48.0, 22.0));
            let ink = pen.theme.ink2;
            pen.centred(ui, line, &text, Face::Base, ink);
            told(ui, line, "bodies-empty", &text);
        } else {
            let mut row = Row::new(body, rtl);
            let list = row.start(LIST.min((body.width() * 0.34).floor()));
            row.start(GAP);
            let form = row.rest();
            for card in [list, form] {
                ui.painter().rect_filled(card, 10.0, pen.theme.raised);
                ui.painter().rect_stroke(card, 10.0, edge, StrokeKind::Inside);
            }
            self.rows(ui, pen, list, given, &all, rtl);
            if let Some((id, profile)) = self.at.and_then(|at| Some((at, given.bodies.get(at)?))) {
                self.form(ui, pen, form, id, profile, given, focus, &mut asked);
            }
        }
        let name = given.words.get("cmd-close");
        let x = IconButton { icon: Icon::Close, name: &name, chosen: None, refused: None, rtl };
        if x.show(ui, pen, close, Id::unique("bodies-close")) {
            asked.push(Asked::Close);
        }
        if !std::mem::replace(&mut self.shown, true) && !self.begins {
            let first = self.at.map_or_else(|| Id::unique("bodies-add"), row_id);
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        ui.set_clip_rect(before);
        asked
    }

    fn rows(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        card: Rect,
        given: &Given<'_>,
        all: &[(RecordId, &Profile)],
        rtl: bool,
    ) {
        let words = given.words;
        let usual = given.bodies.usual().map(|(id, _)| id);
        let mut to = None;
        let mut top = card.top() + 6.0;
        for (index, (id, profile)) in all.iter().enumerate() {
            let rect =
                Rect::from_min_size(pos2(card.left() + 6.0, top), vec2(card.width() - 12.0, ROW - 2.0));
            top += ROW;
            if rect.bottom() > card.bottom() {
                break;
            }
            let response = ui.interact(rect, row_id(*id), Sense::click());
            let is_at = self.at == Some(*id);
            if is_at || response.hovered() {
                let fill = if is_at { pen.theme.chosen } else { pen.theme.hover };
                ui.painter().rect_filled(rect, 6.0, fill);
            }
            ring(ui, pen, rect.shrink(2.0), 4, &response);
            let shares = all.iter().any(|(other, known)| other != id && known.name() == profile.name());
            let name = match profile.name() {
                "" => words.get("bodies-unnamed"),
                _ if shares => given.bodies.called(*id),
                name => name.to_owned(),
            };
            let mut row = Row::new(rect.shrink2(vec2(10.0, 0.0)), rtl);
            if usual == Some(*id) {
                Icon::Check.draw(ui.painter(), row.end(18.0).center(), 18.0, pen.theme.accent);
                row.end(6.0);
            }
            let about = if profile.body.name.trim().is_empty() { "" } else { &profile.body.organisation };
            let text = row.rest();
            let upper = if about.is_empty() { text } else { text.with_max_y(rect.top() + 26.0) };
            cut(ui, pen, upper, Label { words: &name, face: Face::Base, ink: pen.theme.ink }, rtl);
            let lower = text.with_min_y(rect.top() + 22.0);
            cut(ui, pen, lower, Label { words: about, face: Face::Caption, ink: pen.theme.ink2 }, rtl);
            if response.clicked() || response.gained_focus() {
                self.at = Some(*id);
            }
            if response.has_focus() {
                let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(row_id(*id), filter));
                let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
                if pressed(Key::ArrowDown) {
                    to = all.get(index + 1);
                } else if pressed(Key::ArrowUp) {
                    to = index.checked_sub(1).and_then(|index| all.get(index));
                } else if pressed(Key::Enter) {
                    self.begins = true;
                }
            }
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_at, &name));
        }
        if let Some((id, _)) = to {
            self.at = Some(*id);
            ui.memory_mut(|memory| memory.request_focus(row_id(*id)));
            ui.ctx().request_repaint();
        }
    }
}

/// The title and what can be done as a whole; the far end is the cross's.
fn head_row(ui: &Ui, pen: &mut Pen, rect: Rect, given: &Given<'_>, asked: &mut Vec<Asked>) {
    let words = given.words;
    let rtl = words.language().is_right_to_left();
    let mut row = Row::new(rect, rtl);
    row.end(40.0);
    let no_record = given.no_record.filter(|key| *key == "why-no-record").map(|key| words.get(key));
    let all = [
        ("bodies-import", Icon::FolderOpen, Weight::Plain, Asked::File),
        ("bodies-of-record", Icon::FileText, Weight::Plain, Asked::OfRecord),
        ("bodies-add", Icon::Plus, Weight::Filled, Asked::New),
    ];
    let mut places = Vec::new();
    for (key, icon, weight, does) in all {
        let name = words.get(key);
        let refused = no_record.as_deref().filter(|_| does == Asked::OfRecord);
        let button = Button { words: &name, icon: Some(icon), weight, refused, rtl, ..Button::default() };
        places.push((key, icon, weight, row.end(button.width(ui, pen)), does));
        row.end(8.0);
    }
    let title = words.get("bodies-title");
    let ink = pen.theme.ink;
    cut(ui, pen, row.rest(), Label { words: &title, face: Face::Screen, ink }, rtl);
    told(ui, row.rest(), "bodies-title", &title);
    // In reading order, so that Tab goes so.
    for (key, icon, weight, place, does) in places.into_iter().rev() {
        let name = words.get(key);
        let refused = no_record.as_deref().filter(|_| does == Asked::OfRecord);
        let button = Button { words: &name, icon: Some(icon), weight, refused, rtl, ..Button::default() };
        if button.show(ui, pen, place, Id::unique(key)) {
            asked.push(does);
        }
    }
}
