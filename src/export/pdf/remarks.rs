//! The remarks on a text, listed after it, where it is printed with what its readers say.

use std::sync::Arc;

use super::super::review::{Review, Told};
use super::super::run::{one_line, runs};
use super::super::sheet::Sheet;
use super::super::stamp::has_remarks;
use crate::arabic::{self, Phrase};
use crate::document::{Audience, BlockReview};
use crate::template::{Composed, Composition, Part, Reading, in_language};

/// Whether suggestions and remarks are shown.
pub(super) fn are_shown(sheet: &Sheet<'_>) -> bool {
    sheet.view.reading == Reading::Markup
}

/// Puts the remarks after the text: those on its words in their order, with what they are on, then those whose words are
/// gone, each with its answers. A remark on words that this text leaves out is none of it.
pub(super) fn append(sheet: &Sheet<'_>, composition: &mut Composition) {
    if !are_shown(sheet) {
        return;
    }
    let comments = sheet.document.comments();
    let mut review = Review::new(sheet);
    let remarked = sheet.texts().filter(|text| has_remarks(text));
    for id in remarked.flat_map(|text| runs(text)).flat_map(|run| run.remarks) {
        if comments.contains_key(&id) {
            review.number(id);
        }
    }
    let entries: Vec<Arc<Composed>> = review.told().iter().map(|told| Arc::new(entry(told))).collect();
    if !entries.is_empty() {
        let heading = in_language(sheet.document, Phrase::Remarks).to_owned();
        composition.paragraphs.push(Arc::new(line(Part::Heading(2), heading)));
        composition.paragraphs.extend(entries);
    }
}

/// What it is on, who says it and what; an answer behind a stroke.
fn entry(told: &Told<'_>) -> Composed {
    let label = told.number.map_or_else(|| "–".to_owned(), |number| format!("{number}-"));
    let words = format!("{}{}", told.who(), one_line(&told.words));
    let quoted = one_line(told.quoted);
    let words = match told.number {
        // One whose words are gone quotes them itself.
        Some(_) if !told.is_loose && !quoted.is_empty() => arabic::phrases::on_words(&quoted, &words),
        _ => words,
    };
    Composed { label, ..line(Part::Annex, words) }
}

fn line(part: Part, text: String) -> Composed {
    Composed {
        target: None,
        part,
        label: String::new(),
        text,
        segments: Vec::new(),
        marks: Vec::new(),
        audience: Audience::Both,
        review: BlockReview::default(),
        prompt: String::new(),
        row: None,
    }
}
