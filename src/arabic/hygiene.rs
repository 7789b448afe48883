//! Text hygiene: what typed, pasted and imported text must lose before it is stored, and how much of it there was.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Where a text comes from: what a person types on purpose is kept where paste and import are cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// From the keyboard: no-break spaces, tatweel and joiners stay.
    Typed,
    /// From the clipboard.
    Pasted,
    /// From a file of another program.
    File,
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
    /// Tag characters.
    Tag,
    /// Soft hyphens.
    SoftHyphen,
    /// Control characters other than line break and tab.
    Control,
    /// No-break spaces, written as spaces.
    NoBreakSpace,
    /// Tatweel inside words.
    Tatweel,
    /// Presentation forms, written as letters.
    PresentationForm,
    /// Marks beyond the fourth on one letter.
    ExtraMark,
    /// Object replacement characters, which stand for fields here.
    Object,
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

    /// Only those that a reader never saw: everything but spaces, tatweel and presentation forms.
    #[must_use]
    pub fn invisible(&self) -> usize {
        let seen = [Class::NoBreakSpace, Class::Tatweel, Class::PresentationForm];
        self.counts.iter().filter(|(class, _)| !seen.contains(class)).map(|(_, count)| count).sum()
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
    if is_plain(text) {
        return Cleaned { text: Cow::Borrowed(text), removed: Removed::default() };
    }
    let mut removed = Removed::default();
    let visible = strip(text, source, &mut removed);
    let settled = if source == Source::Typed { visible } else { settle(&visible, &mut removed) };
    let normal = limit_marks(settled.nfc(), &mut removed);
    let text = if normal == text { Cow::Borrowed(text) } else { Cow::Owned(normal) };
    Cleaned { text, removed }
}

/// Whether nothing in the text could need work, told without allocating.
fn is_plain(text: &str) -> bool {
    let mut marks = 0;
    let calm = text.chars().all(|letter| {
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        marks <= MARKS && !matches!(letter, '\u{640}' | '\u{a0}') && !suspect(letter)
    });
    calm && is_nfc_quick(text.chars()) == IsNormalized::Yes
}

const MARKS: usize = 4;

fn suspect(letter: char) -> bool {
    class_of(letter).is_some()
        || is_presentation(letter)
        || matches!(
            letter,
            '\u{200c}' | '\u{200d}' | '\u{2007}' | '\u{202f}' | '\u{2028}' | '\u{2029}' | '\r' | '\u{85}'
        )
}

/// The class of a character that no record may hold, wherever it stands.
fn class_of(letter: char) -> Option<Class> {
    Some(match letter {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            Class::Bidi
        }
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{180e}' => {
            Class::ZeroWidth
        }
        '\u{e0000}'..='\u{e007f}' => Class::Tag,
        '\u{ad}' => Class::SoftHyphen,
        '\u{fffc}' => Class::Object,
        '\n' | '\t' | '\r' | '\u{85}' => return None,
        other if other.is_control() => Class::Control,
        _ => return None,
    })
}

fn is_presentation(letter: char) -> bool {
    match letter {
        // ﴾ ﴿ ﷺ ﷻ ﷽
        '\u{fd3e}' | '\u{fd3f}' | '\u{fdfa}' | '\u{fdfb}' | '\u{fdfd}' => false,
        other => matches!(other, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    }
}

/// First pass, letter by letter: forbidden characters, line ends, spaces and presentation forms.
fn strip(text: &str, source: Source, removed: &mut Removed) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if let Some(class) = class_of(letter) {
            removed.note(class);
            continue;
        }
        match letter {
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{a0}' | '\u{2007}' | '\u{202f}' if source != Source::Typed => {
                removed.note(Class::NoBreakSpace);
                out.push(' ');
            }
            form if is_presentation(form) => {
                let plain = map_back(form);
                if !plain.chars().eq([form]) {
                    removed.note(Class::PresentationForm);
                }
                out.push_str(&plain);
            }
            other => out.push(other),
        }
    }
    out
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
        && matches!(letter, '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8c9}')
}

/// Second pass, by neighbours: tatweel and joiners stay only where they mean something.
fn settle(text: &str, removed: &mut Removed) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let joins = |letter: &char| matches!(letter, '\u{640}' | '\u{200c}' | '\u{200d}');
    // Letters since the word began, and what stands before: a tatweel belongs to a prefix of three letters at most.
    let (mut run, mut last, mut tatweel) = (0_usize, None, false);
    for (index, letter) in letters.iter().copied().enumerate() {
        if joins(&letter) {
            let rest = letters.get(index + 1..).unwrap_or_default();
            let next = rest.iter().copied().find(|next| !joins(next) && !is_combining_mark(*next));
            let before = run > 0;
            let after = next.is_some_and(is_arabic_letter);
            let after_ha = last == Some('ه');
            let keep = match letter {
                '\u{640}' => run <= 3 && !(tatweel || before && after),
                _ => before && (after || after_ha) && !out.ends_with(['\u{200c}', '\u{200d}']),
            };
            if keep {
                tatweel |= letter == '\u{640}';
                out.push(letter);
            } else {
                removed.note(if letter == '\u{640}' { Class::Tatweel } else { Class::Joiner });
            }
            continue;
        }
        out.push(letter);
        if is_arabic_letter(letter) {
            run += 1;
            last = Some(letter);
            tatweel = false;
        } else if !is_combining_mark(letter) {
            (run, last, tatweel) = (0, None, false);
        }
    }
    out
}

fn limit_marks(letters: impl Iterator<Item = char>, removed: &mut Removed) -> String {
    let mut marks = 0;
    let mut out = String::new();
    for letter in letters {
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        if marks > MARKS {
            removed.note(Class::ExtraMark);
        } else {
            out.push(letter);
        }
    }
    out
}
