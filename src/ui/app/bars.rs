//! What the bars above the page say: gathered from all that the window knows.

use super::App;
use crate::ui::action::Action;
use crate::ui::bars::{Bar, Tone};
use crate::ui::files::Purpose;
use crate::ui::pen::Icon;
use crate::ui::widgets::Weight;

impl App {
    /// What there is to say above the page.
    pub(super) fn bars(&self) -> Vec<Bar> {
        let mut all = Vec::new();
        all.extend(self.notice.as_ref().map(|text| Bar {
            tone: Tone::Error,
            icon: Icon::WarningCircle,
            text: text.clone(),
            detail: String::new(),
            offers: Vec::new(),
            close: Some(Action::CloseNotice),
        }));
        all.extend(self.damaged_bars());
        all.extend(self.others_bars());
        let trouble = self.tabs.iter().find_map(|tab| tab.open.journal_trouble());
        all.extend(trouble.map(|trouble| {
            let (key, values) = trouble.message();
            Bar {
                tone: Tone::Error,
                icon: Icon::WarningCircle,
                text: self.message(key, &values),
                detail: String::new(),
                offers: vec![(self.words.get("cmd-save-as"), Weight::Plain, Action::Ask(Purpose::SaveAs))],
                close: None,
            }
        }));
        all.extend(self.import_bars());
        all.extend(self.body_bars());
        all.extend(self.cleaned_bar());
        all.extend(self.publish_bars());
        all.extend(self.errand_bars());
        all.extend(self.recovery_bars());
        all
    }

    /// What was cleaned out of the record when it was opened, until it is saved so, taken back or put away.
    fn cleaned_bar(&self) -> Option<Bar> {
        let tab = self.tab()?;
        let (removed, state) = tab.cleaned.as_ref().filter(|_| tab.is_unsaved())?;
        let what = self.words.counted(&removed.said());
        let detail = if what.is_empty() {
            self.words.get("cleaned-file-kept")
        } else {
            self.words.with("cleaned-what", &[("what", what.into())])
        };
        let undo = (self.words.get("cmd-undo"), Weight::Plain, Action::Undo);
        Some(Bar {
            tone: Tone::Info,
            icon: Icon::Info,
            text: self.words.get("cleaned-file"),
            detail,
            // Later on, what it takes back is something else.
            offers: if tab.open.editor().state() == *state { vec![undo] } else { Vec::new() },
            close: Some(Action::CloseCleaned),
        })
    }
}
