//! The regions of the window, by which a screen reader goes from one to the next, and the groups in them.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::accesskit::{Action, HasPopup, Role};
use eframe::egui::{Context, Id, InputState, PointerButton, Response, Ui, UiBuilder, accesskit_root_id};

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

/// Whether this was pressed by the mouse or a screen reader. Enter on what has the focus, which egui takes for a click
/// as well, is no such thing: it is for the list that is open.
#[must_use]
pub fn pressed(response: &Response) -> bool {
    let asked = |input: &InputState| input.has_accesskit_action_request(response.id, Action::Click);
    response.clicked_by(PointerButton::Primary) || response.enabled() && response.ctx.input(asked)
}

/// What an area above the window is.
pub enum Floats {
    /// A question, or a sheet that is looked at alone, named by the words that stand at this node.
    Over(Id),
    /// The same, with a name of its own.
    Named(String),
    /// A list of things to do.
    Menu,
    /// A list of words to choose from.
    Options,
}

/// Tells what the area is in which this stands.
pub fn floats(ui: &Ui, what: Floats) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| match what {
        Floats::Over(title) => {
            node.set_role(Role::Dialog);
            node.set_modal();
            node.set_labelled_by(vec![title.accesskit_id()]);
        }
        Floats::Named(name) => {
            node.set_role(Role::Dialog);
            node.set_modal();
            node.set_label(name);
        }
        Floats::Menu => node.set_role(Role::Menu),
        Floats::Options => node.set_role(Role::ListBox),
    });
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
