//! Text hygiene: what typed, pasted and imported text must lose before it is stored, and how much of it there was.
//!
//! What goes wherever it stands: everything Unicode calls `Default_Ignorable` but the two joiners, controls other than
//! line ends and tabs, interlinear annotation, and code points that are no characters. What is seen stays, also
//! private-use letters: a box on the page says more than a gap.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::normal::{is_nfc, starts_segment};

/// Where a text comes from or goes: what a person types on purpose is kept where paste and import are cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// From the keyboard: no-break spaces, tatweel and joiners stay.
    Typed,
    /// From the clipboard.
    Pasted,
    /// From a file of another program.
    File,
    /// To readers outside the record: typed no-break spaces and joiners are for it alone, what is seen stays.
    Published,
}

/// What was removed or replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Embeddings, overrides, isolates and direction marks.
    Bidi,
    /// Zero-width spaces, word joiners and byte-order marks.
    ZeroWidth,
    /// Joiners that join nothing.
    Joiner,
    /// Variation selectors.
    Selector,
    /// Fillers, annotations and other format controls that show nothing.
    Format,
    /// Tag characters.
    Tag,
    /// Soft hyphens.
    SoftHyphen,
    /// Control characters other than line break and tab, and code points that are no characters.
    Control,
    /// Object replacement characters, which stand for fields here.
    Object,
    /// No-break spaces, written as spaces.
    NoBreakSpace,
    /// Spaces of another width and blanks that are no spaces, written as spaces.
    OddSpace,
    /// Tatweel inside words.
    Tatweel,
    /// Presentation forms, written as letters.
    PresentationForm,
    /// Marks beyond the fourth on one letter.
    ExtraMark,
    /// Letters written in parts or with their marks out of order, put in normal form C.
    Decomposed,
}

/// How many characters of each class were removed or replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// By class, in the order of [`Class`]; absent when none.
    pub counts: BTreeMap<Class, usize>,
}

impl Removed {
    /// All of them together.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// Only those that a reader never saw.
    #[must_use]
    pub fn invisible(&self) -> usize {
        self.counts.iter().filter(|(class, _)| **class < Class::NoBreakSpace).map(|(_, count)| count).sum()
    }

    /// The keys of the messages that say what happened, each with its count.
    #[must_use]
    pub fn said(&self) -> Vec<(&'static str, usize)> {
        let hidden = self.invisible() - self.of(Class::Bidi);
        let all = [
            ("hygiene-directions", self.of(Class::Bidi)),
            ("hygiene-invisible", hidden),
            ("hygiene-no-break", self.of(Class::NoBreakSpace)),
            ("hygiene-spaces", self.of(Class::OddSpace)),
            ("hygiene-tatweel", self.of(Class::Tatweel)),
            ("hygiene-forms", self.of(Class::PresentationForm)),
            ("hygiene-marks", self.of(Class::ExtraMark)),
            ("hygiene-composed", self.of(Class::Decomposed)),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// Adds what was removed elsewhere.
    pub fn add(&mut self, other: &Self) {
        for (class, count) in &other.counts {
            *self.counts.entry(*class).or_default() += count;
        }
    }

    /// How many of one class.
    #[must_use]
    pub fn of(&self, class: Class) -> usize {
        self.counts.get(&class).copied().unwrap_or(0)
    }

    fn note(&mut self, class: Class) {
        *self.counts.entry(class).or_default() += 1;
    }
}

/// A clean text, borrowed when it was clean already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned<'t> {
    /// In NFC, with nothing invisible that the record may not hold.
    pub text: Cow<'t, str>,
    /// What went.
    pub removed: Removed,
}

/// Cleans a text as its source asks. Cleaning twice changes nothing more.
#[must_use]
pub fn clean(text: &str, source: Source) -> Cleaned<'_> {
    Rules::of(source).clean(text)
}

/// A text as others may read it outside the record: without anything that shows nothing, but joiners between letters,
/// which change their shape; every space an ordinary one.
#[must_use]
pub fn for_readers(text: &str) -> Cow<'_, str> {
    clean(text, Source::Published).text
}

/// A stretch of a text and what comes in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which bytes.
    pub range: Range<usize>,
    /// What comes instead.
    pub words: String,
}

/// What cleaning changes in a text of a record, where U+FFFC stands for a field: stretches from its start, apart from
/// each other and as short as can be.
#[must_use]
pub fn edits(text: &str, source: Source) -> (Vec<Edit>, Removed) {
    let rules = Rules { fields: true, ..Rules::of(source) };
    let mut edits: Vec<Edit> = Vec::new();
    if rules.is_plain(text) {
        return (edits, Removed::default());
    }
    let mut removed = Removed::default();
    let letters = rules.trace(text, &mut removed);
    let mut note = |range: Range<usize>, letter: Option<char>| match edits.last_mut() {
        Some(last) if last.range.end >= range.start => {
            last.range.end = last.range.end.max(range.end);
            last.words.extend(letter);
        }
        _ => edits.push(Edit { range, words: letter.into_iter().collect() }),
    };
    let mut at = 0;
    for letter in letters {
        if letter.from > at {
            note(at..letter.from, None);
        }
        let same = text.get(letter.from..letter.to).is_some_and(|old| old.chars().eq([letter.new]));
        if !same {
            note(letter.from..letter.to, Some(letter.new));
        }
        at = at.max(letter.to);
    }
    if at < text.len() {
        note(at..text.len(), None);
    }
    (edits, removed)
}

/// A letter of a cleaned text, and the bytes it came from.
#[derive(Clone, Copy)]
struct Letter {
    new: char,
    from: usize,
    to: usize,
}

/// What cleaning does beside what it always does.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule by itself")]
struct Rules {
    /// No-break spaces become spaces.
    spaces: bool,
    /// Joiners stay between letters only.
    joiners: bool,
    /// Tatweel goes inside words.
    tatweel: bool,
    /// U+FFFC stands for a field and stays.
    fields: bool,
}

impl Rules {
    fn of(source: Source) -> Self {
        let strict = source != Source::Typed;
        let tatweel = strict && source != Source::Published;
        Self { spaces: strict, joiners: strict, tatweel, fields: false }
    }

    fn clean(self, text: &str) -> Cleaned<'_> {
        if self.is_plain(text) {
            return Cleaned { text: Cow::Borrowed(text), removed: Removed::default() };
        }
        let mut removed = Removed::default();
        let letters = self.trace(text, &mut removed);
        let same = letters.iter().map(|letter| letter.new).eq(text.chars());
        let text = if same {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(letters.into_iter().map(|letter| letter.new).collect())
        };
        Cleaned { text, removed }
    }

    /// Whether nothing in the text could need work, told without allocating.
    fn is_plain(self, text: &str) -> bool {
        // Letters that need no work compose with none either.
        if text.chars().all(is_common) {
            return true;
        }
        let mut marks = 0;
        let calm = text.chars().all(|letter| {
            if is_common(letter) {
                marks = 0;
                return true;
            }
            marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
            let field = self.fields && letter == FIELD;
            marks <= MARKS && (field || !suspect(letter))
        });
        calm && is_nfc(text)
    }

    /// The clean letters, each with where it came from.
    fn trace(self, text: &str, removed: &mut Removed) -> Vec<Letter> {
        let mut letters = self.strip(text, removed);
        if self.joiners || self.tatweel {
            letters = self.settle(&letters, removed);
        }
        if is_nfc_quick(letters.iter().map(|letter| letter.new)) != IsNormalized::Yes {
            letters = compose(&letters, removed);
        }
        let mut marks = 0;
        letters.retain(|letter| {
            marks = if is_combining_mark(letter.new) { marks + 1 } else { 0 };
            if marks > MARKS {
                removed.note(Class::ExtraMark);
            }
            marks <= MARKS
        });
        letters
    }

    /// First pass, letter by letter: forbidden characters, line ends, spaces and presentation forms.
    fn strip(self, text: &str, removed: &mut Removed) -> Vec<Letter> {
        let mut out = Vec::with_capacity(text.len() / 2);
        let mut letters = text.char_indices().peekable();
        while let Some((from, letter)) = letters.next() {
            let to = from + letter.len_utf8();
            let mut push = |new: char| out.push(Letter { new, from, to });
            if let Some(class) = class_of(letter).filter(|_| !(self.fields && letter == FIELD)) {
                removed.note(class);
                continue;
            }
            match letter {
                '\r' => {
                    if letters.peek().is_none_or(|(_, next)| *next != '\n') {
                        push('\n');
                    }
                }
                '\u{85}' | '\u{2028}' | '\u{2029}' => push('\n'),
                space if is_no_break(space) => {
                    if self.spaces {
                        removed.note(Class::NoBreakSpace);
                    }
                    push(if self.spaces { ' ' } else { space });
                }
                space if is_odd_space(space) => {
                    removed.note(Class::OddSpace);
                    push(' ');
                }
                bullet if self.spaces && is_symbol_bullet(bullet) => push('•'),
                form if is_presentation(form) => {
                    let plain = map_back(form);
                    if !plain.chars().eq([form]) {
                        removed.note(Class::PresentationForm);
                    }
                    plain.chars().for_each(push);
                }
                other => push(other),
            }
        }
        out
    }

    /// Second pass, by neighbours: tatweel and joiners stay only where they mean something.
    fn settle(self, letters: &[Letter], removed: &mut Removed) -> Vec<Letter> {
        let mut out: Vec<Letter> = Vec::with_capacity(letters.len());
        let joins = |letter: char| matches!(letter, '\u{640}' | '\u{200c}' | '\u{200d}');
        // Letters since the word began, and what stands before: a tatweel belongs to a prefix of three at most.
        let (mut run, mut last, mut tatweel) = (0_usize, None, false);
        for (index, letter) in letters.iter().copied().enumerate() {
            let new = letter.new;
            if joins(new) {
                let rest = letters.get(index + 1..).unwrap_or_default().iter().map(|letter| letter.new);
                let next = rest.into_iter().find(|next| !joins(*next) && !is_combining_mark(*next));
                let before = run > 0;
                let after = next.is_some_and(is_arabic_letter);
                let after_ha = last == Some('ه');
                let doubled = out.last().is_some_and(|last| matches!(last.new, '\u{200c}' | '\u{200d}'));
                let keep = match new {
                    '\u{640}' => !self.tatweel || run <= 3 && !(tatweel || before && after),
                    _ => !self.joiners || before && (after || after_ha) && !doubled,
                };
                if keep {
                    tatweel |= new == '\u{640}';
                    out.push(letter);
                } else {
                    removed.note(if new == '\u{640}' { Class::Tatweel } else { Class::Joiner });
                }
                continue;
            }
            out.push(letter);
            if is_arabic_letter(new) {
                run += 1;
                last = Some(new);
                tatweel = false;
            } else if !is_combining_mark(new) {
                (run, last, tatweel) = (0, None, false);
            }
        }
        out
    }
}

const MARKS: usize = 4;

/// What stands for a field in a text of a record.
const FIELD: char = '\u{fffc}';

/// Letters of which most texts consist, and which need no work.
fn is_common(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{60c}' | '\u{61b}' | '\u{61f}'..='\u{63a}' | '\u{641}'..='\u{64a}')
}

fn suspect(letter: char) -> bool {
    class_of(letter).is_some()
        || is_presentation(letter)
        || is_no_break(letter)
        || is_odd_space(letter)
        || is_symbol_bullet(letter)
        || matches!(letter, '\u{640}' | '\u{200c}' | '\u{200d}' | '\u{2028}' | '\u{2029}' | '\r' | '\u{85}')
}

/// Whether the character shows nothing and may stand in no record.
#[must_use]
pub fn is_forbidden(letter: char) -> bool {
    class_of(letter).is_some()
}

/// Whether it is a space that keeps its neighbours on one line.
#[must_use]
pub fn is_no_break(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Spaces of other widths, and the Braille pattern without dots, which is used as one.
fn is_odd_space(letter: char) -> bool {
    matches!(
        letter,
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' | '\u{2800}'
    )
}

/// The bullets of the fonts Symbol and Wingdings, which come out of word processors as private-use letters.
fn is_symbol_bullet(letter: char) -> bool {
    matches!(letter, '\u{f0a7}' | '\u{f0b7}' | '\u{f0d8}' | '\u{f0fc}')
}

/// The class of a character that no record may hold, wherever it stands.
fn class_of(letter: char) -> Option<Class> {
    Some(match letter {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            Class::Bidi
        }
        '\u{200b}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{180e}' => Class::ZeroWidth,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{180b}'..='\u{180f}' => Class::Selector,
        '\u{e0000}'..='\u{e007f}' => Class::Tag,
        '\u{ad}' => Class::SoftHyphen,
        FIELD => Class::Object,
        // Grapheme joiner, Hangul fillers, Khmer inherent vowels, annotation, shorthand and musical controls, and what
        // is set aside for more of them.
        '\u{34f}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0080}'..='\u{e0fff}' => Class::Format,
        '\n' | '\t' | '\r' | '\u{85}' => return None,
        other if other.is_control() || is_noncharacter(other) => Class::Control,
        _ => return None,
    })
}

fn is_noncharacter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

fn is_presentation(letter: char) -> bool {
    match letter {
        // ﴾ ﴿ ﷺ ﷻ ﷽
        '\u{fd3e}' | '\u{fd3f}' | '\u{fdfa}' | '\u{fdfb}' | '\u{fdfd}' => false,
        other => matches!(other, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    }
}

/// The letters of one presentation form; a mark drawn alone loses the space or tatweel that carries it.
fn map_back(form: char) -> String {
    let plain: String = std::iter::once(form).nfkc().collect();
    if matches!(form, '\u{fc5e}'..='\u{fc63}' | '\u{fcf2}'..='\u{fcf4}' | '\u{fe70}'..='\u{fe7f}') {
        let marks: String = plain.chars().filter(|letter| is_combining_mark(*letter)).collect();
        return if marks.is_empty() { plain } else { marks };
    }
    plain
}

fn is_arabic_letter(letter: char) -> bool {
    letter.is_alphabetic()
        && !is_combining_mark(letter)
        && letter != '\u{640}'
        && matches!(letter, '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8c9}')
}

/// The letters in normal form C, each with its marks by itself.
fn compose(letters: &[Letter], removed: &mut Removed) -> Vec<Letter> {
    let mut out = Vec::with_capacity(letters.len());
    let opens = |letter: &Letter| letter.new == FIELD || starts_segment(letter.new);
    let mut rest = letters;
    while let Some(first) = rest.first() {
        // A field stays by itself: its marks compose with each other alone.
        let more = rest.get(1..).unwrap_or_default();
        let more =
            if first.new == FIELD { 0 } else { more.iter().take_while(|letter| !opens(letter)).count() };
        let (segment, after) = rest.split_at(more + 1);
        rest = after;
        let words: String = segment.iter().map(|letter| letter.new).collect();
        if is_nfc(&words) {
            out.extend_from_slice(segment);
            continue;
        }
        removed.note(Class::Decomposed);
        let (from, to) = (first.from, segment.last().map_or(first.to, |last| last.to));
        out.extend(words.nfc().map(|new| Letter { new, from, to }));
    }
    out
}
