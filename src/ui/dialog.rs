//! Questions that must be answered before going on.

use std::path::PathBuf;

use eframe::egui::{self, Align2, Id, Key, Modifiers, Rect, Ui, pos2, vec2};

use super::action::{Action, Others, Wording};
use super::field::{Line, Look, field};
use super::files::Purpose;
use super::pen::{Pen, Words as Shaped};
use super::theme::Face;
use super::widgets::{Question, Row, Weight, button, button_width, told};
use crate::text::Base;
use crate::words::Words;

/// A question on top of the window.
pub enum Dialog {
    /// What to do with unsaved changes of the record of this name.
    Unsaved(String),
    /// A path to be written by hand, where the desktop has no dialog; and what was wrong with the last one.
    Path {
        /// What for.
        purpose: Purpose,
        /// What is written.
        path: String,
        /// What is wrong with it.
        wrong: String,
        /// Whether a file of that name may be replaced.
        replace: bool,
    },
    /// Another program wrote the record's file.
    Changed(PathBuf, String),
    /// Somebody else is editing the record's file: what is said of them.
    Shared(PathBuf, String),
    /// Words about a template: what it is to be called, what it is for; and what was wrong with the last ones.
    Template {
        /// What for.
        what: Wording,
        /// What is written.
        name: String,
        /// What is wrong with it.
        wrong: String,
    },
    /// What of the damaged file of this name is not in its copy, line by line.
    Losses {
        /// The file.
        name: String,
        /// What was lost.
        lines: Vec<String>,
    },
    /// What the program is.
    About,
}

/// Between the lines of a list, and above it.
const LINE_GAP: f32 = 4.0;
const LIST_GAP: f32 = 12.0;

/// Shows the question; what was answered.
pub fn show(
    ctx: &egui::Context,
    pen: &mut Pen,
    dialog: &mut Dialog,
    words: Words,
    focus: &mut Option<(Id, Line)>,
    fresh: bool,
) -> Option<Action> {
    let rtl = words.language().is_right_to_left();
    let escape = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let mut answer = escape.then_some(Action::Dismiss);
    let (title, body) = match dialog {
        Dialog::Unsaved(name) => {
            let body = words.with("dialog-unsaved-body", &[("name", (&*name).into())]);
            (words.get("dialog-unsaved-title"), body)
        }
        Dialog::Path { purpose, .. } => {
            let title = match purpose {
                Purpose::Open => "dialog-open-title",
                Purpose::Import => "dialog-import-title",
                Purpose::Compare => "cmd-compare",
                Purpose::SaveAs => "dialog-save-title",
                Purpose::ExportText => "dialog-export-title",
                Purpose::CopyTo => "dialog-copy-title",
                Purpose::Publish => "publish-folder",
                Purpose::Print => "publish-print",
                Purpose::People => "roster-file",
                Purpose::Body => "bodies-import",
                Purpose::ShareBody => "bodies-share",
                Purpose::Logo => "bodies-logo",
                Purpose::Template => "cmd-import-template",
                Purpose::ShareTemplate => "cmd-share-template",
            };
            (words.get(title), words.get("dialog-no-portal"))
        }
        Dialog::Changed(_, name) => {
            let body = words.with("dialog-changed-outside-body", &[("name", (&*name).into())]);
            (words.get("dialog-changed-outside-title"), body)
        }
        Dialog::Shared(_, who) => {
            (words.get("others-shared-title"), format!("{who} {}", words.get("others-shared-body")))
        }
        Dialog::Template { what, .. } => {
            let (_, title, body) = asked_for(what);
            (words.get(title), words.get(body))
        }
        Dialog::Losses { name, .. } => {
            (words.with("salvage-title", &[("path", (&*name).into())]), words.get("salvage-about"))
        }
        Dialog::About => {
            let version = words.with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
            let body =
                format!("{} {version}. {}", words.get("about-description"), words.get("about-privacy"));
            (words.get("about-title"), body)
        }
    };
    let wide = if matches!(dialog, Dialog::Changed(..) | Dialog::Shared(..)) { 580.0_f32 } else { 480.0 };
    let mut question = Question { title: &title, body: &body, wide, extra: 0.0, rtl };
    let width = question.width(ctx);
    let has_path = matches!(dialog, Dialog::Path { .. } | Dialog::Template { .. });
    let lines = match dialog {
        Dialog::Losses { lines, .. } => lines.as_slice(),
        _ => &[],
    };
    let lines: Vec<(String, Shaped)> = lines
        .iter()
        .map(|line| (line.clone(), pen.words(ctx, line, Face::Caption, Base::Auto, Some(width - 48.0))))
        .collect();
    let listed: f32 = lines.iter().map(|(_, line)| line.height() + LINE_GAP).sum();
    question.extra = if has_path { 84.0 } else { listed + if lines.is_empty() { 0.0 } else { LIST_GAP } };
    question.show(ctx, pen, |ui, pen, places| {
        let (theme, inner) = (pen.theme, places.middle);
        let (x, anchor) =
            if rtl { (inner.right(), Align2::RIGHT_TOP) } else { (inner.left(), Align2::LEFT_TOP) };
        let mut top = inner.top() + LIST_GAP;
        for (index, (line, shaped)) in lines.iter().enumerate() {
            let at = pos2(inner.left(), top);
            let place = pen.draw(ui.painter(), shaped, at, Align2::LEFT_TOP, theme.ink);
            told(ui, place, &format!("dialog-line-{index}"), line);
            top += shaped.height() + LINE_GAP;
        }
        if let Dialog::Path { path, wrong, replace, .. } = dialog {
            let top = inner.top() + 8.0;
            let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 32.0));
            let look = Look {
                name: &words.get("dialog-path"),
                hint: "",
                ltr: true,
                wrong: !wrong.is_empty(),
                after: "",
                ..Look::default()
            };
            let id = Id::unique("dialog-path");
            // The first pass of an area is disabled, which takes the keyboard away again.
            if fresh || ui.memory(|memory| memory.focused().is_none()) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            let outcome = field(ui, pen, place, id, path, look, focus);
            if let Some(changed) = outcome.changed {
                *path = changed;
                wrong.clear();
                *replace = false;
            }
            if outcome.entered {
                answer = Some(path_given(dialog));
            }
            if let Dialog::Path { wrong, .. } = dialog {
                let shown = pen.fitted(ui.ctx(), wrong, Face::Caption, Base::Auto, inner.width());
                let place = pen.draw(ui.painter(), &shown, pos2(x, top + 36.0), anchor, theme.warning);
                told(ui, place, "dialog-wrong", wrong);
            }
        }
        if let Dialog::Template { what, name, wrong } = dialog {
            let top = inner.top() + 8.0;
            let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 32.0));
            let (label, ..) = asked_for(what);
            let told_name = words.get(label);
            let look = Look { name: &told_name, wrong: !wrong.is_empty(), ..Look::default() };
            let id = Id::unique("dialog-template");
            if fresh || ui.memory(|memory| memory.focused().is_none()) {
                ui.memory_mut(|memory| memory.request_focus(id));
                // What was filled in is there to be replaced.
                *focus = Some((id, Line::chosen(name)));
            }
            let outcome = field(ui, pen, place, id, name, look, focus);
            if let Some(changed) = outcome.changed {
                *name = changed;
                wrong.clear();
            }
            if outcome.entered && (may_be_empty(what) || !name.trim().is_empty()) {
                answer = Some(Action::Worded(what.clone(), name.trim().to_owned()));
            }
            let shown = pen.fitted(ui.ctx(), wrong, Face::Caption, Base::Auto, inner.width());
            let place = pen.draw(ui.painter(), &shown, pos2(x, top + 36.0), anchor, theme.warning);
            told(ui, place, "dialog-wrong", wrong);
        }
        if let Some(hit) = buttons(ui, pen, places.foot, dialog, words, rtl, fresh) {
            answer = Some(hit);
        }
    });
    answer
}

/// The messages of what is asked for: the name of the field, the question, and what is said below it.
fn asked_for(what: &Wording) -> (&'static str, &'static str, &'static str) {
    match what {
        Wording::Keep => ("template-name", "template-ask-name", "template-about-saving"),
        Wording::Name(_) => ("template-name", "template-ask-name", "template-about-name"),
        Wording::About(_) => ("template-about", "template-ask-about", "template-about-about"),
        Wording::Prompt(_) => ("template-prompt", "template-ask-prompt", "template-about-prompt"),
    }
}

/// Whether nothing is an answer too.
fn may_be_empty(what: &Wording) -> bool {
    matches!(what, Wording::About(_) | Wording::Prompt(_))
}

fn path_given(dialog: &Dialog) -> Action {
    match dialog {
        Dialog::Path { purpose, path, .. } => Action::Given(*purpose, PathBuf::from(expand(path.trim()))),
        Dialog::Unsaved(_)
        | Dialog::Changed(..)
        | Dialog::Shared(..)
        | Dialog::Template { .. }
        | Dialog::Losses { .. }
        | Dialog::About => Action::Dismiss,
    }
}

/// A path with `~` as people write it.
fn expand(path: &str) -> String {
    match (path.strip_prefix("~/"), std::env::var("HOME")) {
        (Some(rest), Ok(home)) => format!("{home}/{rest}"),
        _ => path.to_owned(),
    }
}

fn buttons(
    ui: &mut Ui,
    pen: &mut Pen,
    foot: Rect,
    dialog: &Dialog,
    words: Words,
    rtl: bool,
    fresh: bool,
) -> Option<Action> {
    let offers: Vec<(String, Weight, Action)> = match dialog {
        Dialog::Unsaved(_) => vec![
            (words.get("dialog-unsaved-save"), Weight::Filled, Action::SaveThenProceed),
            (words.get("dialog-unsaved-discard"), Weight::Plain, Action::Proceed),
            (words.get("dialog-cancel"), Weight::Quiet, Action::Dismiss),
        ],
        Dialog::Path { purpose, replace, .. } => {
            let key = match (purpose, replace) {
                (_, true) => "dialog-replace-button",
                (Purpose::Open | Purpose::Compare | Purpose::People | Purpose::Body | Purpose::Logo, _) => {
                    "dialog-open-button"
                }
                (Purpose::Import | Purpose::Template, _) => "dialog-import-button",
                (
                    Purpose::SaveAs
                    | Purpose::ExportText
                    | Purpose::ShareBody
                    | Purpose::ShareTemplate
                    | Purpose::Publish
                    | Purpose::Print,
                    _,
                ) => "dialog-save-button",
                (Purpose::CopyTo, _) => "dialog-copy-button",
            };
            vec![
                (words.get(key), Weight::Filled, path_given(dialog)),
                (words.get("dialog-cancel"), Weight::Quiet, Action::Dismiss),
            ]
        }
        Dialog::Changed(path, _) => vec![
            (words.get("dialog-changed-outside-copy"), Weight::Filled, Action::Ask(Purpose::SaveAs)),
            (words.get("dialog-changed-outside-replace"), Weight::Plain, Action::SaveAnyway(path.clone())),
            (words.get("others-compare"), Weight::Plain, Action::Others(Others::CompareDisk)),
            (words.get("dialog-cancel"), Weight::Quiet, Action::Dismiss),
        ],
        Dialog::Shared(path, _) => vec![
            (words.get("others-save-copy"), Weight::Filled, Action::Ask(Purpose::SaveAs)),
            (words.get("others-save-here"), Weight::Plain, Action::SaveShared(path.clone())),
            (words.get("dialog-cancel"), Weight::Quiet, Action::Dismiss),
        ],
        Dialog::Template { what, name, .. } => vec![
            (
                words.get("dialog-save-button"),
                Weight::Filled,
                Action::Worded(what.clone(), name.trim().to_owned()),
            ),
            (words.get("dialog-cancel"), Weight::Quiet, Action::Dismiss),
        ],
        Dialog::Losses { .. } | Dialog::About => {
            vec![(words.get("dialog-ok"), Weight::Filled, Action::Dismiss)]
        }
    };
    let mut row = Row::new(foot, !rtl);
    let mut answer = None;
    let asks = !matches!(dialog, Dialog::Path { .. } | Dialog::Template { .. });
    for (index, (label, weight, action)) in offers.into_iter().enumerate() {
        let width = button_width(ui, pen, &label, None);
        let place = row.start(width);
        row.start(12.0);
        if asks && index == 0 && (fresh || ui.memory(|memory| memory.focused().is_none())) {
            let id = ui.scope_id().with(("button", label.as_str()));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if button(ui, pen, place, &label, None, weight, rtl) {
            answer = Some(action);
        }
    }
    answer
}
