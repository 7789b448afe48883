//! What is looked for in one page: what was found of it, which of that is looked at, and what is put in its place.

use std::ops::Range;

use crate::arabic::search::Manner;
use crate::document::{ATOM, Document, OutputKind, Place, Target};
use crate::edit::{Selection, Swap};
use crate::template::find::{Found, Line, Owner, Search, Words, instead, shown_at};
use crate::ui::sheet::{Laid, Sheet};

/// How many bytes are looked through in a frame: some two milliseconds of work where they are new.
const SLICE: usize = 160 * 1024;

/// What is looked for in one page.
#[derive(Default)]
pub struct Looking {
    /// All that was found.
    pub search: Search,
    /// Whether what was found is marked on the page.
    pub shown: bool,
    /// Which of it is looked at.
    at: Option<usize>,
    /// The state of the record that was taken in.
    taken: Option<(u64, OutputKind)>,
    /// What is found first from this place of the page on is to be looked at.
    from: Option<(usize, usize)>,
    /// What is looked at is to be brought into view.
    pub reveals: bool,
}

impl Looking {
    /// Looks for these words, from a place of the page on.
    pub fn ask(&mut self, words: &str, manner: Manner) {
        if self.search.ask(words, manner) {
            let from = self.here();
            self.from = self.from.or(from).or(Some((0, 0)));
            self.at = None;
        }
    }

    /// What is found first from this place on is to be looked at.
    pub fn begin(&mut self, document: &Document, place: &Place, laid: &[Laid]) {
        let index = Sheet::index(document, &place.target).unwrap_or(0);
        let shown = laid.get(index).map_or(0, |laid| shown_at(&laid.composed, place.offset));
        self.from = Some((index, shown));
        self.at = None;
    }

    /// Where in the page what is looked at begins.
    fn here(&self) -> Option<(usize, usize)> {
        match self.current()? {
            Found::Text { index, shown, .. } => Some((index, shown.start)),
            Found::Line { .. } => None,
        }
    }

    /// Takes in the page as it is, and looks through a slice of what is new; whether something else is to be shown.
    pub fn take(&mut self, document: &Document, state: u64, output: OutputKind, laid: &[Laid]) -> bool {
        self.look(document, state, output, laid, SLICE)
    }

    /// The same to the end, however long it takes.
    pub fn finish(&mut self, document: &Document, state: u64, output: OutputKind, laid: &[Laid]) {
        self.look(document, state, output, laid, usize::MAX);
    }

    fn look(
        &mut self,
        document: &Document,
        state: u64,
        output: OutputKind,
        laid: &[Laid],
        budget: usize,
    ) -> bool {
        let before = (self.search.count(), self.at, self.search.is_done());
        if self.taken != Some((state, output)) {
            self.taken = Some((state, output));
            self.search.take_lines(document, output);
        }
        self.search.take_texts(laid.iter().map(|laid| &laid.composed));
        let done = self.search.look(budget);
        let count = self.search.count();
        if done && let Some((index, shown)) = self.from.take() {
            self.at = (count > 0).then(|| self.search.from(index, shown));
            self.reveals = true;
        }
        self.at = self.at.map(|at| at.min(count.saturating_sub(1))).filter(|_| count > 0);
        before != (count, self.at, done)
    }

    /// Which is looked at, from 1, of how many; whether there may be more.
    #[must_use]
    pub fn standing(&self) -> (usize, usize, bool) {
        (self.at.map_or(0, |at| at + 1), self.search.count(), !self.search.is_done())
    }

    /// Looks at the next that was found, or the one before; after the last comes the first.
    pub fn step(&mut self, forward: bool) {
        let count = self.search.count();
        if count == 0 {
            return;
        }
        self.at = Some(match self.at {
            None => 0,
            Some(at) => (at + if forward { 1 } else { count - 1 }) % count,
        });
        self.reveals = true;
    }

    /// What is looked at.
    #[must_use]
    pub fn current(&self) -> Option<Found> {
        self.search.nth(self.at?)
    }

    /// What of a paragraph of the page was found, and which of that is looked at.
    #[must_use]
    pub fn in_text(&self, index: usize) -> (Vec<Range<usize>>, Option<Range<usize>>) {
        if !self.shown {
            return (Vec::new(), None);
        }
        let current = match self.current() {
            Some(Found::Text { index: own, shown, .. }) if own == index => Some(shown),
            _ => None,
        };
        (self.search.shown(index), current)
    }

    /// What is selected on the page to stand at what was found: its words, or the field that shows them.
    #[must_use]
    pub fn selection(&self) -> Option<Selection> {
        match self.current()? {
            Found::Text { target, words, .. } => {
                let range = match words {
                    Words::Stored(range, _) => range,
                    Words::Live(at, ..) => at..at + ATOM.len_utf8(),
                    Words::Made => 0..0,
                };
                let anchor = Place::new(target.clone(), range.start);
                Some(Selection::new(anchor, Place::new(target, range.end)))
            }
            Found::Line { line, .. } => match line.owner {
                Owner::Block(id, _) | Owner::Remark(_, Some(id)) => {
                    Some(Selection::caret(Place::new(Target::Block(id), 0)))
                }
                Owner::Field(_) | Owner::Person(..) | Owner::Remark(_, None) => None,
            },
        }
    }

    /// Whether other words can be put in place of what is looked at.
    #[must_use]
    pub fn is_replaceable(&self) -> bool {
        self.current().is_some_and(|found| is_free(&found))
    }

    /// What puts these words in place of what is looked at; nothing where it is not written freely.
    #[must_use]
    pub fn swap(&self, document: &Document, with: &str) -> Swaps {
        let one = self.current().filter(is_free).into_iter();
        self.swaps_of(document, one, with)
    }

    /// What puts these words in place of all that was found.
    #[must_use]
    pub fn swaps(&self, document: &Document, with: &str) -> Swaps {
        self.swaps_of(document, self.search.all().filter(is_free), with)
    }

    /// How much of what was found cannot be replaced where it stands.
    #[must_use]
    pub fn bound(&self) -> usize {
        self.search.all().filter(|found| !is_free(found)).count()
    }

    fn swaps_of(&self, document: &Document, found: impl Iterator<Item = Found>, with: &str) -> Swaps {
        let mut swaps = Vec::new();
        let (mut count, mut unlisted) = (0, Vec::new());
        let mut whole: Vec<(Line, Vec<Change>)> = Vec::new();
        for found in found {
            match found {
                Found::Text { index, target, shown, words: Words::Stored(range, li) } => {
                    let Some(text) = self.search.text(index) else { continue };
                    let words = instead(&text.text, &shown, li, with);
                    // Half an Arabic digit is no stretch of what is stored.
                    let is_whole = document
                        .rich(&target)
                        .is_some_and(|rich| rich.is_boundary(range.start) && rich.is_boundary(range.end));
                    count += 1;
                    if is_whole {
                        swaps.push(Swap::Text { target, range, words });
                    }
                }
                Found::Text { .. } => {}
                Found::Line { line, range, li } => {
                    let words = instead(&line.text, &range, li, with);
                    match whole.last_mut() {
                        Some((last, all)) if last.owner == line.owner => all.push((range, words)),
                        _ => whole.push((line, vec![(range, words)])),
                    }
                }
            }
        }
        for (line, all) in whole {
            if let Owner::Field(crate::document::FieldPath::OutputTitle(kind)) = line.owner {
                let target = Target::Title(kind);
                count += all.len();
                swaps.extend(all.into_iter().map(|(range, words)| Swap::Text {
                    target: target.clone(),
                    range,
                    words,
                }));
                continue;
            }
            let places = all.len();
            let mut value = line.text.clone();
            for (range, words) in all.into_iter().rev() {
                value.replace_range(range, &words);
            }
            if !line.takes(&value) {
                unlisted.push(value);
                continue;
            }
            count += places;
            swaps.extend(match line.owner {
                Owner::Field(path) => Some(Swap::Field { path, value }),
                Owner::Person(person, field) => Some(Swap::Person { person, field, value }),
                Owner::Block(block, place) => Some(Swap::Carried { block, place, value }),
                Owner::Remark(..) => None,
            });
        }
        Swaps { all: swaps, count, unlisted }
    }
}

/// What puts words in place of others.
pub struct Swaps {
    /// The changes.
    pub all: Vec<Swap>,
    /// In how many places.
    pub count: usize,
    /// What entries would hold whose list has it not: they stay as they are.
    pub unlisted: Vec<String>,
}

/// Bytes of a line, and what comes in their place.
type Change = (Range<usize>, String);

fn is_free(found: &Found) -> bool {
    match found {
        Found::Text { words, .. } => matches!(words, Words::Stored(..)),
        Found::Line { line, .. } => line.is_free(),
    }
}
