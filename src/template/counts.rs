//! How long a text is: words, letters, paragraphs, recommendations.

use std::ops::Range;

use super::view::{Composed, Composition, Part};

/// How much there is of a text.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Counts {
    /// Words.
    pub words: usize,
    /// Characters with the blanks.
    pub characters: usize,
    /// Characters without them.
    pub letters: usize,
    /// Paragraphs with words in them; the title is none.
    pub paragraphs: usize,
    /// Recommendations, axes left out.
    pub recommendations: usize,
}

impl Counts {
    /// All of a text, with its title.
    #[must_use]
    pub fn of(text: &Composition) -> Self {
        let mut counts = Self::default();
        counts.add(&text.title, 0..text.title.text.len());
        for paragraph in &text.paragraphs {
            counts.add(paragraph, 0..paragraph.text.len());
        }
        counts
    }

    /// Adds these shown bytes of a paragraph.
    pub fn add(&mut self, paragraph: &Composed, shown: Range<usize>) {
        let text = paragraph.text.get(shown).unwrap_or_default();
        if text.trim().is_empty() {
            return;
        }
        self.words += text.split_whitespace().count();
        for c in text.chars() {
            self.characters += 1;
            self.letters += usize::from(!c.is_whitespace());
        }
        self.paragraphs += usize::from(paragraph.part != Part::Title);
        self.recommendations += usize::from(matches!(paragraph.part, Part::Outline(1..)));
    }
}
