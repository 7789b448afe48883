//! Plain text: numbers written in, one blank line between paragraphs, lists on lines of their own, no controls.

use super::Eol;
use super::review::Review;
use super::sheet::Sheet;
use crate::arabic::{self, Phrase};
use crate::template::{Composed, Part};

pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let length: usize = sheet.texts().map(|text| text.text.len() + 16).sum();
    let mut file = String::with_capacity(length);
    let mut before: Option<Part> = None;
    let mut review = Review::new(sheet);
    for line in sheet.letterhead() {
        file.push_str(&line);
        file.push('\n');
    }
    if !file.is_empty() {
        if let Some(day) = &sheet.head.day {
            push(day, &mut file);
            file.push('\n');
        }
        file.push('\n');
    }
    for text in sheet.texts().filter(|text| !text.text.trim().is_empty()) {
        if let Some(before) = before {
            file.push_str(between(before, text.part));
        }
        line(text, &mut review, &mut file);
        before = Some(text.part);
    }
    let told = review.told();
    if !told.is_empty() {
        file.push_str("\n\n");
        file.push_str(sheet.phrase(Phrase::Remarks));
        for remark in told {
            file.push('\n');
            file.push_str(&remark.line());
        }
    }
    file.push('\n');
    ended(file, sheet.options.eol)
}

/// The text with its lines ended as they are asked for.
pub(super) fn ended(text: String, eol: Eol) -> String {
    match eol {
        Eol::Lf => text,
        Eol::Crlf => text.replace('\n', "\r\n"),
    }
}

/// One paragraph on one line, its label before it.
fn line(text: &Composed, review: &mut Review<'_>, file: &mut String) {
    if !text.label.is_empty() {
        push(&text.label, file);
        file.push(' ');
    }
    if review.is_shown() {
        file.push_str(&review.line(text, str::to_owned));
    } else {
        push(&text.text, file);
    }
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

/// What parts two paragraphs: a blank line, but not inside a list.
pub(super) fn between(before: Part, after: Part) -> &'static str {
    if follow_closely(before, after) { "\n" } else { "\n\n" }
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
