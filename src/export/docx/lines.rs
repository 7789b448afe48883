//! Lines of a DOCX: runs by look and by the direction that UAX #9 resolves, which Word takes from each run.

use crate::document::{Colour, Language};
use crate::export::pack::Pack;
use crate::export::run::Run;
use crate::text::{self, Base};

/// How a run is inked.
#[expect(clippy::struct_excessive_bools, reason = "each is a property that is there or not")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Ink {
    pub(super) bold: bool,
    pub(super) underline: bool,
    pub(super) strike: bool,
    pub(super) colour: Option<&'static str>,
    pub(super) language: Option<Language>,
    /// Words suggested to be dropped are letters of another element.
    pub(super) deleted: bool,
}

impl Ink {
    pub(super) fn of(run: &Run) -> Self {
        Self {
            bold: run.bold,
            underline: run.underline,
            strike: run.strike,
            colour: run.colour.map(|colour| match colour {
                Colour::Accent => "0E665C",
                Colour::Red => "B3261E",
                Colour::Grey => "5A6260",
            }),
            language: run.language,
            ..Self::default()
        }
    }
}

/// For each character whether it stands in a run from right to left; nothing where all stand as the paragraph does.
pub(super) struct Directions {
    rtl: bool,
    turned: Vec<bool>,
    at: usize,
}

impl Directions {
    pub(super) fn of(line: &str, rtl: bool) -> Self {
        let plain = if rtl { line.chars().all(is_rtl) } else { line.chars().all(is_ltr) };
        let turned = if plain {
            Vec::new()
        } else {
            let base = if rtl { Base::Rtl } else { Base::Ltr };
            text::levels(line, base).levels.into_iter().map(|level| level % 2 == 1).collect()
        };
        Self { rtl, turned, at: 0 }
    }

    /// Writes the next words of the line.
    pub(super) fn write(&mut self, words: &str, ink: Ink, pack: &mut Pack) {
        if words.is_empty() {
            return;
        }
        if self.turned.is_empty() {
            run(words, ink, self.rtl, pack);
            return;
        }
        let mut from = 0;
        let mut now = None;
        for (at, _) in words.char_indices() {
            let rtl = self.turned.get(self.at).copied().unwrap_or(self.rtl);
            self.at += 1;
            if let Some(before) = now.filter(|before| *before != rtl) {
                run(words.get(from..at).unwrap_or_default(), ink, before, pack);
                from = at;
            }
            now = Some(rtl);
        }
        run(words.get(from..).unwrap_or_default(), ink, now.unwrap_or(self.rtl), pack);
    }
}

/// A letter or neutral that is read from the right wherever no other letter nor digit stands.
fn is_rtl(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => !letter.is_ascii_alphanumeric(),
        '\u{60c}'
        | '\u{61b}'..='\u{64b}'
        | '\u{64c}'..='\u{65f}'
        | '\u{66d}'..='\u{6d5}'
        | '\u{ab}'
        | '\u{bb}'
        | '\u{a0}'
        | '\u{2010}'..='\u{2027}' => true,
        _ => false,
    }
}

/// A letter, digit or neutral that is read from the left wherever nothing else stands.
fn is_ltr(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' | '\u{20ac}')
}

/// One run: its properties in the order of the schema, with their twins for complex scripts.
fn run(words: &str, ink: Ink, rtl: bool, pack: &mut Pack) {
    if words.is_empty() {
        return;
    }
    if ink == Ink::default() {
        pack.put(if rtl { "<w:r><w:rPr><w:rtl/></w:rPr>" } else { "<w:r>" });
    } else {
        pack.put("<w:r>");
        properties(ink, rtl, pack);
    }
    letters(words, ink.deleted, pack);
    pack.put("</w:r>");
}

fn properties(ink: Ink, rtl: bool, pack: &mut Pack) {
    pack.put("<w:rPr>");
    if ink.bold {
        pack.put("<w:b/><w:bCs/>");
    }
    if ink.strike {
        pack.put("<w:strike/>");
    }
    if let Some(colour) = ink.colour {
        pack.form(format_args!(r#"<w:color w:val="{colour}"/>"#));
    }
    if ink.underline {
        pack.put(r#"<w:u w:val="single"/>"#);
    }
    if rtl {
        pack.put("<w:rtl/>");
    }
    match ink.language {
        Some(Language::Arabic) => pack.put(r#"<w:lang w:bidi="ar-MA"/>"#),
        Some(Language::French) => pack.put(r#"<w:lang w:val="fr-FR"/>"#),
        Some(Language::English) => pack.put(r#"<w:lang w:val="en-GB"/>"#),
        None => {}
    }
    pack.put("</w:rPr>");
}

/// Words with their tabs and line breaks, which are elements.
fn letters(words: &str, deleted: bool, pack: &mut Pack) {
    for piece in words.split_inclusive(['\t', '\n']) {
        let (letters, after) = match piece.strip_suffix('\t') {
            Some(letters) => (letters, "<w:tab/>"),
            None => piece.strip_suffix('\n').map_or((piece, ""), |letters| (letters, "<w:br/>")),
        };
        if !letters.is_empty() {
            pack.put(if deleted {
                r#"<w:delText xml:space="preserve">"#
            } else {
                r#"<w:t xml:space="preserve">"#
            });
            pack.words(letters);
            pack.put(if deleted { "</w:delText>" } else { "</w:t>" });
        }
        pack.put(after);
    }
}
