//! Plain text: numbers written in, one blank line between paragraphs, lists on lines of their own, no controls.

use super::{Eol, Error, Options};
use crate::arabic;
use crate::template::{Composed, Composition, Part};

pub(super) fn write(composition: &Composition, options: Options) -> Result<String, Error> {
    let eol = match options.eol {
        Eol::Lf => "\n",
        Eol::Crlf => "\r\n",
    };
    let length: usize = composition.paragraphs.iter().map(|paragraph| paragraph.text.len() + 16).sum();
    let mut file = String::with_capacity(length + composition.title.text.len());
    let mut before: Option<Part> = None;
    let texts = std::iter::once(&composition.title).chain(&composition.paragraphs);
    for text in texts.filter(|text| !text.text.trim().is_empty()) {
        if let Some(before) = before {
            file.push_str(eol);
            if !follow_closely(before, text.part) {
                file.push_str(eol);
            }
        }
        line(text, &mut file);
        before = Some(text.part);
    }
    if file.is_empty() {
        return Err(Error::Empty);
    }
    file.push_str(eol);
    Ok(file)
}

/// One paragraph on one line, its label before it.
fn line(text: &Composed, file: &mut String) {
    if !text.label.is_empty() {
        push(&text.label, file);
        file.push(' ');
    }
    push(&text.text, file);
}

/// The last guard: whatever a record holds, nothing leaves it that shows nothing or breaks a line.
fn push(words: &str, file: &mut String) {
    let words = arabic::for_readers(words);
    let words = words.trim();
    if words.contains(['\n', '\t']) {
        file.push_str(&words.replace(['\n', '\t'], " "));
    } else {
        file.push_str(words);
    }
}

/// Whether no blank line stands between these two: the lines of one list, but not between an item and an axis.
fn follow_closely(before: Part, after: Part) -> bool {
    match after {
        Part::Outline(0) => before == Part::Outline(0),
        Part::Outline(_) => matches!(before, Part::Outline(_)),
        Part::AgendaItem => matches!(before, Part::AgendaItem | Part::Heading(_)),
        Part::Attendee => matches!(before, Part::Attendee | Part::Heading(_)),
        Part::Annex => matches!(before, Part::Annex | Part::Heading(_)),
        Part::Fact => before == Part::Fact,
        Part::Signature => before == Part::Signature,
        Part::Note => before == Part::Note,
        Part::Title
        | Part::Paragraph(_)
        | Part::Heading(_)
        | Part::Intervention
        | Part::Quote
        | Part::Decision => false,
    }
}
