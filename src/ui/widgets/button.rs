//! Buttons of words and buttons of an icon.

use eframe::egui::{Align2, Color32, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::{Now, dashed, hint, pressed, ring_if, text_width};
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;

/// How much a button asks for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Weight {
    /// The one thing to do next.
    Filled,
    /// One of several.
    #[default]
    Plain,
    /// Words alone until pointed at.
    Quiet,
}

/// A button of words.
#[derive(Clone, Copy, Default)]
pub struct Button<'a> {
    /// The words.
    pub words: &'a str,
    /// An icon before them.
    pub icon: Option<Icon>,
    /// How much it asks for.
    pub weight: Weight,
    /// Whether it stands in a card: 28 high, smaller words.
    pub small: bool,
    /// Why it cannot be pressed now.
    pub refused: Option<&'a str>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl Button<'_> {
    fn face(&self) -> Face {
        match (self.small, self.weight) {
            (true, _) => Face::Dense,
            (false, Weight::Filled) => Face::BaseStrong,
            (false, _) => Face::Base,
        }
    }

    /// How wide it is by the design.
    #[must_use]
    pub fn width(&self, ui: &Ui, pen: &mut Pen) -> f32 {
        let padding = match (self.small, self.weight) {
            (true, _) => 22.0,
            (false, Weight::Filled) => 34.0,
            (false, _) => 26.0,
        };
        let icon = if self.icon.is_some() { 26.0 } else { 0.0 };
        text_width(ui, pen, self.words, self.face()) + padding + icon
    }

    /// How high it is by the design.
    #[must_use]
    pub fn height(&self) -> f32 {
        if self.small { 28.0 } else { 32.0 }
    }

    /// Draws it as it stands, without hands.
    pub fn paint(&self, ui: &Ui, pen: &mut Pen, rect: Rect, now: Now) {
        let theme = pen.theme;
        let (fill, edge, ink) = match self.weight {
            _ if self.refused.is_some() => (Color32::TRANSPARENT, None, theme.ink3),
            Weight::Filled if now.hovered || now.down => (theme.accent_hover, None, theme.on_accent),
            Weight::Filled => (theme.accent, None, theme.on_accent),
            Weight::Plain if now.down => (theme.chosen, Some(theme.edge), theme.ink),
            Weight::Plain if now.hovered => (theme.hover, Some(theme.edge), theme.ink),
            Weight::Plain => (theme.raised, Some(theme.edge), theme.ink),
            Weight::Quiet if now.down => (theme.chosen, None, theme.ink),
            Weight::Quiet if now.hovered => (theme.hover, None, theme.ink),
            Weight::Quiet => (Color32::TRANSPARENT, None, theme.ink),
        };
        let painter = ui.painter();
        painter.rect_filled(rect, 6.0, fill);
        if let Some(edge) = edge {
            painter.rect_stroke(rect, 6.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        }
        if self.refused.is_some() {
            dashed(painter, rect, 6.0, theme.edge);
        } else if self.weight == Weight::Filled && now.down {
            let stroke = Stroke::new(2.0, theme.on_accent);
            painter.rect_stroke(rect.shrink(1.0), 5.0, stroke, StrokeKind::Inside);
        }
        ring_if(ui, pen, rect, 6, now.focused);
        self.words(ui, pen, rect, ink);
    }

    fn words(&self, ui: &Ui, pen: &mut Pen, rect: Rect, ink: Color32) {
        let Some(icon) = self.icon else {
            pen.centred(ui, rect, self.words, self.face(), ink);
            return;
        };
        let text = pen.line(ui.ctx(), self.words, self.face());
        let total = text.width() + 24.0;
        let middle = rect.center();
        let (icon_x, text_x, anchor) = if self.rtl {
            (middle.x + total / 2.0 - 9.0, middle.x + total / 2.0 - 24.0, Align2::RIGHT_CENTER)
        } else {
            (middle.x - total / 2.0 + 9.0, middle.x - total / 2.0 + 24.0, Align2::LEFT_CENTER)
        };
        icon.draw(ui.painter(), pos2(icon_x, middle.y), 18.0, ink);
        pen.draw(ui.painter(), &text, pos2(text_x, middle.y), anchor, ink);
    }

    /// Shows it and takes hands; whether it was pressed.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> bool {
        Hands { words: self.words, refused: self.refused, rtl: self.rtl }.take(
            (ui, pen),
            (rect, id),
            |pen, refused, now| Button { refused, ..*self }.paint(ui, pen, rect, now),
            |enabled, name| WidgetInfo::labeled(Role::Button, enabled, name),
        )
    }
}

/// What every control of words does with hands, and says when it can be used by none.
pub(super) struct Hands<'a> {
    pub(super) words: &'a str,
    pub(super) refused: Option<&'a str>,
    pub(super) rtl: bool,
}

impl Hands<'_> {
    /// Draws the control by `paint`, refused or not, and tells of it by `told`, enabled or not; whether it was pressed.
    pub(super) fn take(
        &self,
        (ui, pen): (&Ui, &mut Pen),
        (rect, id): (Rect, Id),
        paint: impl FnOnce(&mut Pen, Option<&str>, Now),
        told: impl Fn(bool, &str) -> WidgetInfo,
    ) -> bool {
        let locked = pen.locked.clone();
        let refused = self.refused.or(locked.as_deref());
        let response = ui.interact(rect, id, Sense::click());
        paint(pen, refused, Now::of(&response));
        let was = pressed(ui, &response);
        if let Some(reason) = refused {
            hint(ui, pen, &response, reason, self.rtl);
        }
        let (enabled, name) = (refused.is_none(), named(self.words, refused));
        response.widget_info(|| told(enabled, &name));
        was && enabled
    }
}

/// The name of a control with the reason why it cannot be used.
#[must_use]
pub fn named(words: &str, refused: Option<&str>) -> String {
    refused.map_or_else(|| words.to_owned(), |reason| format!("{words}: {reason}"))
}

/// The width a button of these words takes.
pub fn button_width(ui: &Ui, pen: &mut Pen, words: &str, icon: Option<Icon>) -> f32 {
    let text = pen.line(ui.ctx(), words, Face::Base).width();
    text + 32.0 + if icon.is_some() { 24.0 } else { 0.0 }
}

/// A button of words, with an icon before them or not. Whether it was pressed.
pub fn button(
    ui: &mut Ui,
    pen: &mut Pen,
    rect: Rect,
    words: &str,
    icon: Option<Icon>,
    weight: Weight,
    rtl: bool,
) -> bool {
    let id = ui.scope_id().with(("button", words));
    Button { words, icon, weight, rtl, ..Button::default() }.show(ui, pen, rect, id)
}

/// A button of an icon alone.
#[derive(Clone, Copy)]
pub struct IconButton<'a> {
    /// The picture.
    pub icon: Icon,
    /// What it does, for the tooltip and for those who do not see it.
    pub name: &'a str,
    /// Whether what it turns on is on; nothing for what only does.
    pub chosen: Option<bool>,
    /// Why it cannot be pressed now.
    pub refused: Option<&'a str>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

impl IconButton<'_> {
    /// Draws it as it stands, without hands.
    pub fn paint(&self, ui: &Ui, pen: &Pen, rect: Rect, now: Now) {
        let theme = pen.theme;
        let chosen = self.chosen == Some(true);
        let refused = self.refused.is_some();
        if refused {
            dashed(ui.painter(), rect, 6.0, theme.edge);
        } else if chosen || now.down {
            ui.painter().rect_filled(rect, 6.0, theme.chosen);
        } else if now.hovered {
            ui.painter().rect_filled(rect, 6.0, theme.hover);
        }
        ring_if(ui, pen, rect, 6, now.focused);
        if chosen {
            self.icon.draw_filled(ui.painter(), rect.center(), 20.0, theme.accent);
            return;
        }
        let ink = if refused {
            theme.ink3
        } else if now.hovered {
            theme.ink
        } else {
            theme.ink2
        };
        self.icon.draw(ui.painter(), rect.center(), 20.0, ink);
    }

    /// Shows it and takes hands; whether it was pressed.
    pub fn show(&self, ui: &Ui, pen: &mut Pen, rect: Rect, id: Id) -> bool {
        let locked = pen.locked.clone();
        let this = IconButton { refused: self.refused.or(locked.as_deref()), ..*self };
        let response = ui.interact(rect, id, Sense::click());
        this.paint(ui, pen, rect, Now::of(&response));
        let was = pressed(ui, &response);
        let enabled = this.refused.is_none();
        let name = named(self.name, this.refused);
        hint(ui, pen, &response, &name, self.rtl);
        response.widget_info(|| match self.chosen {
            Some(on) => WidgetInfo::selected(Role::Button, enabled, on, &name),
            None => WidgetInfo::labeled(Role::Button, enabled, &name),
        });
        was && enabled
    }
}

/// A button of an icon alone; its name is told to those who do not see it. Whether it was pressed.
pub fn icon_button(ui: &mut Ui, pen: &mut Pen, rect: Rect, icon: Icon, name: &str) -> bool {
    let id = ui.scope_id().with(("icon", name, icon as u8));
    // Words read from the right are told by their own letters; the tooltip follows the side of the window.
    let rtl = rect.center().x > ui.ctx().content_rect().center().x;
    IconButton { icon, name, chosen: None, refused: None, rtl }.show(ui, pen, rect, id)
}
