//! A field of a whole number: digits of either system alone, the arrows up and down count.

use eframe::egui::{Event, Id, ImeEvent, Key, Modifiers, Rect, Role, Ui};

use super::{Line, Look, field};
use crate::arabic::numerals::to_western;
use crate::ui::pen::Pen;
use crate::ui::widgets::tooltip;

/// A whole number in a field.
#[derive(Clone, Copy)]
pub struct Number<'a> {
    /// The number; nothing where none is given.
    pub value: Option<u32>,
    /// The least and the greatest it may be.
    pub range: (u32, u32),
    /// Words for somebody who types a letter: that only digits are taken.
    pub only: &'a str,
    /// How the field looks.
    pub look: Look<'a>,
    /// Whether the interface reads from the right.
    pub rtl: bool,
}

/// What a field of a number did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counted {
    /// The number it holds now, if that was changed: nothing where it was emptied.
    pub changed: Option<Option<u32>>,
    /// Whether Enter was pressed.
    pub entered: bool,
}

impl Number<'_> {
    /// Shows the field and lets it be edited.
    pub fn show(
        &self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        id: Id,
        focus: &mut Option<(Id, Line)>,
    ) -> Counted {
        let focused = ui.memory(|memory| memory.has_focus(id));
        let free = !self.look.read_only && pen.locked.is_none();
        let mut changed = None;
        let mut value = self.value;
        if focused && free {
            refuse(ui, id);
            if let Some(to) = self.counted(ui) {
                value = Some(to);
                changed = Some(value);
                *focus = Some((id, Line::new(&to.to_string())));
            }
        }
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        let before = focus.as_ref().filter(|(owner, _)| *owner == id).map(|(_, line)| line.clone());
        let outcome = field(ui, pen, rect, id, &shown, self.look, focus);
        if let Some(text) = outcome.changed {
            match self.read(&text) {
                Some(read) => {
                    if read != value {
                        changed = Some(read);
                    }
                    // A number half typed that is still too small is kept by the field alone.
                    if read.is_some_and(|read| read < self.range.0) {
                        changed = None;
                    }
                }
                // Too great, or more digits than a number has: the field stays as it was.
                None => *focus = before.map(|line| (id, line)),
            }
        }
        if focused && is_refused(ui, id) {
            tooltip(ui.ctx(), pen, rect, self.only, self.rtl);
        }
        self.tell(ui, id, changed.unwrap_or(value));
        Counted { changed, entered: outcome.entered }
    }

    /// The number that these digits say, if it is not too great; nothing in it for no digits.
    fn read(&self, text: &str) -> Option<Option<u32>> {
        let digits = to_western(text.trim());
        if digits.is_empty() {
            return Some(None);
        }
        digits.parse().ok().filter(|number| *number <= self.range.1).map(Some)
    }

    /// The number the arrows and the page keys count to.
    fn counted(&self, ui: &Ui) -> Option<u32> {
        let (least, most) = self.range;
        let mut value = self.value;
        let mut any = false;
        let steps = [(Key::ArrowUp, 1), (Key::ArrowDown, -1), (Key::PageUp, 10), (Key::PageDown, -10)];
        for (key, step) in steps {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                let from = i64::from(value.unwrap_or(least)) + if value.is_some() { step } else { 0 };
                value = u32::try_from(from.clamp(i64::from(least), i64::from(most))).ok();
                any = true;
            }
        }
        value.filter(|_| any)
    }

    fn tell(&self, ui: &Ui, id: Id, value: Option<u32>) {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::SpinButton);
            node.set_min_numeric_value(f64::from(self.range.0));
            node.set_max_numeric_value(f64::from(self.range.1));
            if let Some(value) = value {
                node.set_numeric_value(f64::from(value));
            }
        });
    }
}

/// Whether the last thing typed was no digit.
fn is_refused(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp(id.with("refused"))).unwrap_or(false)
}

/// Takes what is no digit out of what is typed and pasted; digits of the other system become these.
fn refuse(ui: &Ui, id: Id) {
    let mut refused = None;
    ui.input_mut(|input| {
        input.events.retain_mut(|event| {
            let words = match event {
                Event::Text(words) | Event::Paste(words) | Event::Ime(ImeEvent::Commit(words)) => words,
                Event::Key { pressed: true, .. } => {
                    refused = refused.or(Some(false));
                    return true;
                }
                _ => return true,
            };
            let western = to_western(words.trim());
            let digits = !western.is_empty() && western.chars().all(|c| c.is_ascii_digit());
            refused = Some(!digits && !words.trim().is_empty());
            *words = western;
            digits
        });
    });
    if let Some(refused) = refused {
        ui.data_mut(|data| data.insert_temp(id.with("refused"), refused));
    }
}
