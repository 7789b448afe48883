//! What those who do not see the window are told of it: its texts, its regions, and what just happened.

mod page;
mod region;
mod runs;
mod speaker;

use std::sync::Arc;

use eframe::egui::accesskit::{
    Action, ActionData, Affine, NodeId, TextPosition, TextSelection, Vec2 as Away,
};
use eframe::egui::{Context, Event, Id, Pos2, accesskit_root_id};

pub use page::{Said, asked, page};
pub use region::{Floats, chosen, floats, group, opens, pressed, region, title};
pub use runs::{Marks, Runs, Worn};
pub use speaker::Speaker;

use crate::text::{Caret, Layout};

/// Whether this is told to anybody: without a screen reader nothing is, nor what is not shown yet. Nothing is to be
/// worked out for it then.
#[must_use]
pub fn is_told(ctx: &Context, id: Id) -> bool {
    ctx.accesskit_node_builder(id, |_| ()).is_some()
}

/// What a screen reader asked of a text.
pub enum Wish<At> {
    /// The caret, or what is selected: anchor and head.
    Select(At, At),
    /// These words in place of all.
    Write(String),
    /// These words in place of what is selected.
    Insert(String),
}

/// Tells the words of a field of one line, which stand at this corner.
pub fn read_field(ctx: &Context, id: Id, layout: &Layout, corner: Pos2) {
    adopt(ctx, id, &Runs::of_field(ctx, id, layout).tell(ctx, Some(corner)));
}

/// The same of one that can be written in, and what is selected in it: anchor and head.
pub fn field(ctx: &Context, id: Id, layout: &Layout, corner: Pos2, selected: Option<(Caret, Caret)>) {
    let runs = Runs::of_field(ctx, id, layout);
    let children = runs.tell(ctx, Some(corner));
    adopt(ctx, id, &children);
    let selection = selected.and_then(|(anchor, head)| {
        Some(TextSelection { anchor: runs.position(anchor)?, focus: runs.position(head)? })
    });
    takes_wishes(ctx, id, selection, true);
    ctx.accesskit_node_builder(id, |node| node.add_action(Action::SetValue));
}

/// What was asked of this field. `layout` is what was told of it in the last frame.
pub fn wishes(ctx: &Context, id: Id, layout: impl FnOnce() -> Arc<Layout>) -> Vec<Wish<Caret>> {
    let requests = requests(ctx, id);
    if requests.is_empty() {
        return Vec::new();
    }
    let runs = Runs::of_field(ctx, id, &layout());
    requests.into_iter().filter_map(|wish| wish.at(|at| Some(runs.caret(at)?.0))).collect()
}

/// A line of a field of several as it was written: where it begins in the text, its words, where they stand.
pub type Part<'a> = (usize, &'a Layout, Pos2);

fn runs_of_lines(ctx: &Context, id: Id, parts: &[Part<'_>]) -> Vec<Runs> {
    let scale = ctx.pixels_per_point();
    let runs = |(index, (_, layout, _)): (usize, &Part<'_>)| {
        let breaks = index + 1 < parts.len();
        Runs::new(id.with(("line", index)), layout, 0..layout.lines().len(), scale, None, breaks, &[])
    };
    parts.iter().enumerate().map(runs).collect()
}

/// Tells the words of a field of several lines; where it can be written in, what is selected: anchor and head.
pub fn lines(ctx: &Context, id: Id, parts: &[Part<'_>], free: bool, selected: Option<(Caret, Caret)>) {
    let all = runs_of_lines(ctx, id, parts);
    let told = all.iter().zip(parts).flat_map(|(runs, (_, _, corner))| runs.tell(ctx, Some(*corner)));
    adopt(ctx, id, &told.collect::<Vec<_>>());
    if !free {
        return;
    }
    let position = |caret: Caret| {
        let at = parts.iter().rposition(|(start, ..)| *start <= caret.offset)?;
        let (start, ..) = parts.get(at)?;
        all.get(at)?.position(Caret { offset: caret.offset - start, ..caret })
    };
    let selection = selected
        .and_then(|(anchor, head)| Some(TextSelection { anchor: position(anchor)?, focus: position(head)? }));
    takes_wishes(ctx, id, selection, true);
    ctx.accesskit_node_builder(id, |node| node.add_action(Action::SetValue));
}

/// What was asked of this field of several lines. `parts` are what was told of it in the last frame.
pub fn lines_wishes(ctx: &Context, id: Id, parts: &[Part<'_>]) -> Vec<Wish<Caret>> {
    let requests = requests(ctx, id);
    if requests.is_empty() {
        return Vec::new();
    }
    let all = runs_of_lines(ctx, id, parts);
    let caret = |at: TextPosition| {
        let found = all.iter().zip(parts).find_map(|(runs, (start, ..))| Some((runs.caret(at)?, *start)));
        // Behind the break that ends a line is the start of the next one.
        found.map(|((caret, behind), start)| Caret {
            offset: start + caret.offset + usize::from(behind),
            ..caret
        })
    };
    requests.into_iter().filter_map(|wish| wish.at(caret)).collect()
}

impl Wish<TextPosition> {
    /// The same with its positions found; nothing if one of them is nowhere.
    fn at<At>(self, find: impl Fn(TextPosition) -> Option<At>) -> Option<Wish<At>> {
        Some(match self {
            Self::Select(anchor, head) => Wish::Select(find(anchor)?, find(head)?),
            Self::Write(words) => Wish::Write(words),
            Self::Insert(words) => Wish::Insert(words),
        })
    }
}

/// What was asked of this node in this frame; the events are taken out.
fn requests(ctx: &Context, id: Id) -> Vec<Wish<TextPosition>> {
    let mut wishes = Vec::new();
    let is_request = |event: &Event| matches!(event, Event::AccessKitActionRequest(_));
    if !ctx.input(|input| input.events.iter().any(is_request)) {
        return wishes;
    }
    ctx.input_mut(|input| {
        input.consume_accesskit_action_requests(id, |request| {
            let wish = match (request.action, &request.data) {
                (Action::SetTextSelection, Some(ActionData::SetTextSelection(to))) => {
                    Wish::Select(to.anchor, to.focus)
                }
                (Action::SetValue, Some(ActionData::Value(words))) => Wish::Write(words.to_string()),
                (Action::ReplaceSelectedText, Some(ActionData::Value(words))) => {
                    Wish::Insert(words.to_string())
                }
                _ => return false,
            };
            wishes.push(wish);
            true
        });
    });
    wishes
}

/// Tells what is selected in this text, and which wishes it takes: where it is only read, it can be selected.
fn takes_wishes(ctx: &Context, id: Id, selection: Option<TextSelection>, free: bool) {
    ctx.accesskit_node_builder(id, |node| {
        if let Some(selection) = selection {
            node.set_text_selection(selection);
        }
        node.add_action(Action::SetTextSelection);
        if free {
            node.add_action(Action::ReplaceSelectedText);
        } else {
            node.set_read_only();
        }
    });
}

/// Makes these nodes the children of this one, in this order. egui puts a node of which it was told no parent below
/// the window, and has no public way to name another but a `Ui` for each.
fn adopt(ctx: &Context, parent: Id, children: &[NodeId]) {
    ctx.accesskit_node_builder(accesskit_root_id(), |root| {
        let is_other = |id: &NodeId| !children.contains(id);
        let others: Vec<NodeId> = root.children().iter().copied().filter(is_other).collect();
        root.set_children(others);
    });
    ctx.accesskit_node_builder(parent, |node| {
        let is_other = |id: &NodeId| !children.contains(id);
        let others: Vec<NodeId> = node.children().iter().copied().filter(is_other).collect();
        node.set_children(children.iter().copied().chain(others).collect::<Vec<_>>());
    });
}

fn moved_to(corner: Pos2) -> Affine {
    Affine::translate(Away::new(f64::from(corner.x), f64::from(corner.y)))
}

impl Runs {
    fn of_field(ctx: &Context, id: Id, layout: &Layout) -> Self {
        Self::new(id, layout, 0..layout.lines().len(), ctx.pixels_per_point(), None, false, &[])
    }

    /// Gives egui the nodes, which are then to be adopted. Those of a field are moved to its corner one by one.
    fn tell(&self, ctx: &Context, corner: Option<Pos2>) -> Vec<NodeId> {
        let nodes = self.nodes();
        nodes
            .map(|(id, own)| {
                ctx.accesskit_node_builder(id, |node| {
                    node.clone_from(own);
                    if let Some(corner) = corner {
                        node.set_transform(moved_to(corner));
                    }
                });
                id.accesskit_id()
            })
            .collect()
    }
}
