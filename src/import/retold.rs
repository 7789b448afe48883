//! A record held against the text it was made of: it must say the same, in the same order.

use std::collections::BTreeMap;

use super::record::{Builder, letters};
use super::rolls;
use crate::arabic::fold::is_letter;
use crate::document::{BlockId, Guess, Guessed, Sureness, Target};
use crate::template::{Composition, Part};

impl Builder<'_, '_> {
    /// Whether the record says what the text says; labels that count otherwise now are told.
    pub(super) fn compare(&mut self, composition: &Composition) -> bool {
        let labels: BTreeMap<BlockId, &str> =
            self.labels.iter().map(|(id, label)| (*id, label.as_str())).collect();
        let mut told = Vec::new();
        let mut said = self.said.iter();
        let mut same = true;
        let title = Some(&composition.title).filter(|title| !title.text.is_empty());
        let texts = composition.paragraphs.iter().enumerate();
        let texts = texts.filter(|(at, _)| !rolls::is_listed(composition, *at)).map(|(_, text)| text);
        for paragraph in title.into_iter().chain(texts) {
            let own = paragraph.target.is_some();
            if let Some(Target::Block(id)) = &paragraph.target
                && let Some(label) = labels.get(id)
                && letters(label) != letters(&paragraph.label)
            {
                told.push(Guess {
                    at: Target::Block(*id),
                    what: Guessed::Label((*label).to_owned()),
                    how: Sureness::Certain,
                });
            }
            // A sentence of the text's own may lead to the agenda: the heading over it is one more. Where a text names
            // nobody who signs, the lines of who chaired and wrote are.
            let heads = !own && matches!(paragraph.part, Part::Heading(_) | Part::Signature);
            if heads && !self.said.iter().any(|said| letters(said) == letters(&paragraph.text)) {
                continue;
            }
            let label = if own { "" } else { paragraph.label.as_str() };
            if !label.chars().chain(paragraph.text.chars()).any(|c| is_letter(c) || c.is_numeric()) {
                continue;
            }
            same &= said.next().is_some_and(|said| {
                label.is_empty() && *said == paragraph.text
                    || letters(said) == letters(&format!("{label}{}", paragraph.text))
            });
        }
        same &= said.next().is_none();
        same &= self.says_rolls(&rolls::lists(composition), &mut told);
        self.guesses.extend(told);
        same
    }
}
