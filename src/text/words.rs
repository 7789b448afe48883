//! Words shaped before, and where a run may be parted into words without any face noticing.
//!
//! A word with the space after it is shaped once for each face, script, direction and language. That gives the very glyphs
//! of the whole run, since no rule of an embedded face reaches over a space but those that [`looks_back`] names, where
//! the run is not parted; letters do not join over a space, and nothing of the text around is otherwise looked at.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use harfrust::{GlyphInfo, GlyphPosition, script};
use parley_engine::CharInfo;

use super::bidi::is_trailing;
use super::font::FontId;
use super::shaper::Run;

/// A word with the blank after it, or a run that cannot be parted; glyphs in font units.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// In logical order.
    pub(super) pieces: Box<[Piece]>,
    /// Those of each piece together, from left to right.
    pub(super) inks: Box<[Unit]>,
}

/// Whole graphemes and whole clusters of glyphs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Its first byte and its first character, counted from those of the word.
    pub(super) byte: u32,
    pub(super) character: u32,
    /// Where its glyphs end; they begin where those of the piece before end.
    pub(super) end: u32,
    pub(super) blank: Blank,
}

/// What lines do with the first character of a piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Blank {
    /// Hangs beyond the edge at the end of a line.
    pub(super) hangs: bool,
    /// Widens when a line is justified.
    pub(super) gap: bool,
    /// Takes the paragraph's level at the end of a line.
    pub(super) trailing: bool,
}

/// One glyph in font units, y growing upwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) id: u16,
    /// The first byte of the shaper's own cluster, counted from the word's.
    pub(super) cluster: u32,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) advance: i32,
}

/// A part of a run that is shaped as it would be within the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) bytes: Range<usize>,
    pub(super) chars: Range<usize>,
}

impl Blank {
    fn of(character: char) -> Self {
        Self {
            hangs: character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}'),
            gap: matches!(character, ' ' | '\u{a0}'),
            trailing: is_trailing(character),
        }
    }
}

impl Word {
    /// Parts the glyphs of a part where both a cluster of them and a grapheme start.
    pub(super) fn read(
        text: &str,
        info: &[CharInfo],
        part: &Part,
        rtl: bool,
        glyphs: (&[GlyphInfo], &[GlyphPosition]),
    ) -> Self {
        let (infos, positions) = glyphs;
        let words = text.get(part.bytes.clone()).unwrap_or_default();
        let mut characters = (part.chars.start..).zip(words.char_indices());
        let (mut at, mut to) = (part.chars.start, 0);
        let count = infos.len();
        // Where each piece starts, its first character, and its glyphs.
        let mut pieces = vec![(part.bytes.start, at, 0..0)];
        while to < count {
            let from = to;
            let nth = |index: usize| if rtl { count - 1 - index } else { index };
            let cluster = |index: usize| infos.get(nth(index)).map(|glyph| glyph.cluster as usize);
            let start = cluster(from).unwrap_or(0);
            while to < count && cluster(to) == Some(start) {
                to += 1;
            }
            for (index, (byte, _)) in characters.by_ref() {
                at = index;
                if part.bytes.start + byte >= start {
                    break;
                }
            }
            let range = nth(from).min(nth(to - 1))..nth(from).max(nth(to - 1)) + 1;
            let whole = info.get(at).is_some_and(|info| info.is_grapheme_start());
            match pieces.last_mut() {
                // The first piece takes the first glyphs, wherever they start; the rest of a grapheme goes to the piece before.
                Some((.., last)) if last.end == 0 => *last = range,
                Some((.., last)) if !whole => {
                    *last = last.start.min(range.start)..last.end.max(range.end);
                }
                _ => pieces.push((start, at, range)),
            }
        }
        let mut inks = Vec::with_capacity(count);
        let pieces = pieces.into_iter().filter_map(|(start, at, range)| {
            let drawn = infos.get(range.clone()).unwrap_or_default();
            let drawn = drawn.iter().zip(positions.get(range).unwrap_or_default());
            inks.extend(drawn.map(|(info, position)| Unit {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                cluster: short((info.cluster as usize).saturating_sub(part.bytes.start)),
                x: position.x_offset,
                y: position.y_offset,
                advance: position.x_advance,
            }));
            let first = text.get(start..)?.chars().next()?;
            Some(Piece {
                byte: short(start - part.bytes.start),
                character: short(at - part.chars.start),
                end: short(inks.len()),
                blank: Blank::of(first),
            })
        });
        let pieces = pieces.collect();
        Self { pieces, inks: inks.into_boxed_slice() }
    }

    /// The bytes it takes in memory with its key, near enough.
    fn weight(&self, key: &str) -> usize {
        const ENTRY: usize = 96;
        key.len() + size_of_val(&*self.pieces) + size_of_val(&*self.inks) + ENTRY
    }
}

/// Parts a run before letters that follow a space, where its face does not look over it.
pub(super) fn parts<'a>(
    text: &'a str,
    info: &'a [CharInfo],
    run: &'a Run,
) -> impl Iterator<Item = Part> + 'a {
    let words = text.get(run.bytes.clone()).unwrap_or_default();
    let mut characters = words.char_indices().zip(run.chars.clone());
    let (mut start, mut first) = (run.bytes.start, run.chars.start);
    let parted = is_native(run);
    let mut after_space = false;
    let mut ended = words.is_empty();
    std::iter::from_fn(move || {
        for ((byte, character), index) in characters.by_ref() {
            let cuts = after_space
                && parted
                && is_plain(character)
                && !looks_back(run.font, character)
                && info.get(index).is_some_and(|info| info.is_grapheme_start());
            after_space = character == ' ';
            if cuts {
                let at = run.bytes.start + byte;
                let part = Part { bytes: start..at, chars: first..index };
                (start, first) = (at, index);
                return Some(part);
            }
        }
        if std::mem::replace(&mut ended, true) {
            return None;
        }
        Some(Part { bytes: start..run.bytes.end, chars: first..run.chars.end })
    })
}

/// The text by which a part is found again; nothing for one that depends on what stands around it, or is long.
pub(super) fn key<'a>(text: &'a str, info: &[CharInfo], run: &Run, part: &Part) -> Option<&'a str> {
    const LONGEST: usize = 96;
    let word = text.get(part.bytes.clone())?;
    let starts = info.get(part.chars.start).is_some_and(|info| info.is_grapheme_start());
    if word.len() > LONGEST || !starts || !(is_native(run) || word.is_ascii()) {
        return None;
    }
    // No ASCII character joins another: a word that ends with one, or beside one, is written alike everywhere.
    let alone = |own: Option<char>, other: Option<char>| {
        other.is_none_or(|c| c.is_ascii()) || own.is_some_and(|c| c.is_ascii())
    };
    let before = text.get(..part.bytes.start)?.chars().next_back();
    let after = text.get(part.bytes.end..)?.chars().next();
    (alone(word.chars().next(), before) && alone(word.chars().next_back(), after)).then_some(word)
}

/// Whether the letters run as their script does: the shaper turns others around before it looks at any rule, and numbers
/// only where there is no letter beside them.
fn is_native(run: &Run) -> bool {
    let rtl = run.level % 2 == 1;
    run.script.is_some_and(|script| match script {
        script::ARABIC => rtl,
        script::LATIN => !rtl,
        _ => true,
    })
}

/// Letters, digits and the marks words begin with: nothing that joins, hides or is skipped.
fn is_plain(character: char) -> bool {
    let mark = matches!(character, '«' | '»' | '“' | '”' | '–' | '—' | '…');
    character.is_alphanumeric() || character.is_ascii_graphic() || mark
}

/// Letters after a space for which a rule of the face looks at the space, or over it at the word before: Vazirmatn kerns a
/// T after a space. Held to the faces by `tests/it/text_words.rs`, which shapes every letter of each after a space.
fn looks_back(font: FontId, character: char) -> bool {
    font.is_vazirmatn()
        && matches!(character, 'T' | 't' | '\u{162}'..='\u{167}' | '\u{21a}' | '\u{21b}' | '\u{1e6c}')
}

/// Words by their text: those used lately, and those used before them.
#[derive(Debug, Default)]
pub(super) struct Words {
    young: HashMap<Box<str>, Arc<Word>>,
    old: HashMap<Box<str>, Arc<Word>>,
}

impl Words {
    /// The word of this text, and how many bytes the young ones have grown by finding it.
    pub(super) fn find(&mut self, key: &str) -> Option<(Arc<Word>, usize)> {
        if let Some(word) = self.young.get(key) {
            return Some((Arc::clone(word), 0));
        }
        let (key, word) = self.old.remove_entry(key)?;
        let grown = word.weight(&key);
        self.young.insert(key, Arc::clone(&word));
        Some((word, grown))
    }

    /// Keeps a word; by how many bytes the young ones have grown.
    pub(super) fn keep(&mut self, key: &str, word: &Arc<Word>) -> usize {
        let grown = word.weight(key);
        self.young.insert(key.into(), Arc::clone(word));
        grown
    }

    /// Forgets the old ones; those used lately are old from now on.
    pub(super) fn age(&mut self) {
        self.old = std::mem::take(&mut self.young);
    }

    /// How many there are, and the bytes they take.
    pub(super) fn count(&self) -> (usize, usize) {
        let both = || self.young.iter().chain(&self.old);
        (both().count(), both().map(|(key, word)| word.weight(key)).sum())
    }
}

fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
