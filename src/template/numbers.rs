//! The running numbers of lists, the agenda and the annexes, and the labels they are printed as.

use crate::arabic::numerals::{abjad, adverb_ordinal, axis, to_arabic_indic};
use crate::document::{Block, Digits, Kind, Label, Role, Style};

/// The number of a block and how its label is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Number {
    /// How it is written; not at all for what is not counted.
    pub label: Label,
    /// The number among its like.
    pub n: u32,
}

/// The running numbers, block after block.
///
/// A heading begins another list, and so does the sentence that enacts one («وأوصى المكتب بما يلي:»): what follows is
/// counted anew. A paragraph among items does not part them.
#[derive(Clone, Debug)]
pub struct Numbers<'a> {
    style: &'a Style,
    bullets: Option<Label>,
    counters: [u32; 4],
    agenda: u32,
    annexes: u32,
}

impl<'a> Numbers<'a> {
    /// Before the first block; `bullets` stands for the labels of all levels below the axes.
    #[must_use]
    pub fn new(style: &'a Style, bullets: Option<Label>) -> Self {
        Self { style, bullets, counters: [0; 4], agenda: 0, annexes: 0 }
    }

    /// The number of the next block.
    pub fn next(&mut self, block: &Block) -> Number {
        if let Some(depth) = block.kind.depth() {
            for (level, counter) in self.counters.iter_mut().enumerate() {
                match level.cmp(&usize::from(depth)) {
                    std::cmp::Ordering::Less => {}
                    std::cmp::Ordering::Equal => *counter += 1,
                    std::cmp::Ordering::Greater => *counter = 0,
                }
            }
            let n = self.counters.get(usize::from(depth)).copied().unwrap_or(0);
            let own = self.style.labels.at(depth);
            let label = if depth == 0 { own } else { self.bullets.unwrap_or(own) };
            return Number { label, n };
        }
        match &block.kind {
            Kind::AgendaItem(_) => {
                self.agenda += 1;
                Number { label: Label::NumberDash, n: self.agenda }
            }
            Kind::Annex(_) => {
                self.annexes += 1;
                Number { label: Label::NumberDash, n: self.annexes }
            }
            _ => {
                if parts_lists(block) {
                    self.counters = [0; 4];
                }
                Number { label: Label::None, n: 0 }
            }
        }
    }
}

/// Whether what follows this block is another list.
pub(super) fn parts_lists(block: &Block) -> bool {
    let parts = matches!(block.kind, Kind::Heading(_) | Kind::Paragraph(Role::Enacting));
    parts && !block.text.text().trim().is_empty()
}

impl Number {
    /// The label as it stands before the words.
    pub(super) fn print(self, digits: Digits) -> String {
        let n = self.n;
        let text = match self.label {
            Label::None => return String::new(),
            Label::Axis => match axis(n) {
                Some(words) => format!("{words}:"),
                None => format!("{n}-"),
            },
            Label::Adverb => match adverb_ordinal(n) {
                Some(word) => format!("{word}،"),
                None => format!("{n}-"),
            },
            Label::NumberDash => format!("{n}-"),
            Label::NumberDot => format!("{n}."),
            Label::AbjadDash => format!("{}-", abjad(n as usize)),
            Label::EnDash => "–".into(),
            Label::Hyphen => "-".into(),
            Label::Bullet => "•".into(),
        };
        if digits == Digits::Arabic { to_arabic_indic(&text) } else { text }
    }
}
