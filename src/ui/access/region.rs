//! The regions of the window, by which a screen reader goes from one to the next, and the groups in them.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::accesskit::{HasPopup, Role};
use eframe::egui::{Context, Id, Ui, UiBuilder, accesskit_root_id};

use super::is_told;
use crate::words::Words;

/// A part of the window with a role and a name. What is shown in it is told as being in it; regions are told in the
/// order they are made, whatever the order in which they are drawn.
#[must_use]
pub fn region(ui: &mut Ui, role: Role, name: &str, words: Words) -> Ui {
    part(ui, ("region", name), role, || words.get(name))
}

/// What belongs to one thing of many: its buttons are told apart from those of the others by its name.
#[must_use]
pub fn group(ui: &mut Ui, salt: impl Hash + Debug, name: impl FnOnce() -> String) -> Ui {
    part(ui, ("group", salt), Role::Group, name)
}

fn part(ui: &mut Ui, salt: impl Hash + Debug, role: Role, name: impl FnOnce() -> String) -> Ui {
    let mut builder = UiBuilder::new().id_salt(salt).max_rect(ui.max_rect()).accessibility_role(role);
    if is_told(ui.ctx(), accesskit_root_id()) {
        builder = builder.accessibility_label(name());
    }
    ui.new_child(builder)
}

/// Tells what the window is called.
pub fn title(ctx: &Context, name: &str) {
    ctx.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(name));
}

/// Tells that this opens a list, and whether it is open.
pub fn opens(ctx: &Context, id: Id, open: bool) {
    ctx.accesskit_node_builder(id, |node| {
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(open);
    });
}

/// Tells of a tab or an option whether it is the one chosen.
pub fn chosen(ctx: &Context, id: Id, on: bool) {
    ctx.accesskit_node_builder(id, |node| node.set_selected(on));
}
