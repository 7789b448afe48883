//! How far a view is scrolled: by the wheel, by its thumb, and so that what has the keyboard is seen.

use eframe::egui::{Id, Rect, Sense, Ui, pos2, vec2};

use super::pen::Pen;

/// How far a view is scrolled.
#[derive(Clone, Copy, Default, Debug)]
pub struct Scroll {
    offset: f32,
    content: f32,
    /// What had the keyboard when it was last brought into view.
    followed: Option<Id>,
}

impl Scroll {
    /// Takes the wheel over this view onto content of this height; how far it is scrolled.
    pub fn begin(&mut self, ui: &Ui, view: Rect, content: f32) -> f32 {
        self.content = content;
        if ui.rect_contains_pointer(view) {
            self.offset -= ui.input(|input| input.smooth_scroll_delta().y);
        }
        self.keep(view);
        self.offset
    }

    /// Scrolls on by this much; the next frame keeps it within the content.
    pub fn by(&mut self, delta: f32) {
        self.offset += delta;
    }

    /// Scrolls so that this stretch of the content is in view, both measured from the content's top.
    pub fn reveal(&mut self, view: Rect, top: f32, bottom: f32) {
        if bottom + 16.0 > self.offset + view.height() {
            self.offset = bottom + 16.0 - view.height();
        }
        if top - 16.0 < self.offset {
            self.offset = top - 16.0;
        }
        self.keep(view);
    }

    /// Brings the control of this name into view when it has just got the keyboard.
    pub fn follow(&mut self, ui: &Ui, view: Rect, id: Id, rect: Rect) {
        if !ui.memory(|memory| memory.has_focus(id)) || self.followed == Some(id) {
            return;
        }
        self.followed = Some(id);
        let top = rect.top() - view.top() + self.offset;
        self.reveal(view, top, top + rect.height());
        ui.ctx().request_repaint();
    }

    /// Shows the thumb where reading ends, if there is more than the view holds.
    pub fn thumb(&mut self, ui: &Ui, pen: &Pen, view: Rect, id: Id, rtl: bool) {
        if self.content <= view.height() + 0.5 {
            return;
        }
        let left = if rtl { view.left() + 4.0 } else { view.right() - 8.0 };
        let track = Rect::from_min_max(pos2(left, view.top() + 8.0), pos2(left + 4.0, view.bottom() - 8.0));
        let long = (track.height() * view.height() / self.content).max(32.0);
        let room = (track.height() - long).max(1.0);
        let most = self.content - view.height();
        let top = track.top() + room * (self.offset / most).clamp(0.0, 1.0);
        let thumb = Rect::from_min_size(pos2(left, top), vec2(4.0, long));
        let sense = Sense::CLICK | Sense::DRAG;
        let response = ui.interact(track.expand2(vec2(4.0, 0.0)), id.with("thumb"), sense);
        let hot = response.hovered() || response.dragged();
        ui.painter().rect_filled(thumb, 2.0, if hot { pen.theme.ink3 } else { pen.theme.edge });
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on()) {
            self.offset = (at.y - track.top() - long / 2.0) / room * most;
            self.keep(view);
            ui.ctx().request_repaint();
        }
    }

    fn keep(&mut self, view: Rect) {
        // Whole pixels, so that letters stay sharp while scrolling.
        self.offset = self.offset.min(self.content - view.height()).max(0.0).round();
    }
}
