//! The remarks on a text, listed after it, where it is printed with what its readers say.

use std::sync::Arc;

use super::super::run::one_line;
use super::super::sheet::Sheet;
use crate::arabic::{self, Phrase};
use crate::document::{Audience, BlockReview, CommentId, Mark};
use crate::template::{Composed, Composition, Part, Reading, in_language};

/// Whether suggestions and remarks are shown.
pub(super) fn are_shown(sheet: &Sheet<'_>) -> bool {
    sheet.view.reading == Reading::Markup
}

/// Puts the remarks after the text, in the order of the words they are on.
pub(super) fn append(sheet: &Sheet<'_>, composition: &mut Composition) {
    if !are_shown(sheet) {
        return;
    }
    let comments = sheet.document.comments();
    let mut seen: Vec<CommentId> = Vec::new();
    let texts = std::iter::once(&composition.title).chain(&composition.paragraphs);
    for shown in texts.flat_map(|text| &text.marks) {
        if let Mark::Remark(id) = shown.mark
            && !seen.contains(&id)
            && comments.contains_key(&id)
        {
            seen.push(id);
        }
    }
    // Those on a whole block, or on words that are gone.
    let rest: Vec<CommentId> = comments.keys().filter(|id| !seen.contains(id)).copied().collect();
    seen.extend(rest);
    let said = seen.iter().filter_map(|id| comments.get(id)).map(|comment| {
        let words = one_line(&format!("{}: {}", comment.author, comment.text));
        let quoted = one_line(&comment.quoted);
        if quoted.is_empty() { words } else { arabic::phrases::on_words(&quoted, &words) }
    });
    let entries: Vec<Arc<Composed>> = (1..)
        .zip(said)
        .map(|(n, words)| Arc::new(Composed { label: format!("{n}-"), ..line(Part::Annex, words) }))
        .collect();
    if !entries.is_empty() {
        let heading = in_language(sheet.document, Phrase::Remarks).to_owned();
        composition.paragraphs.push(Arc::new(line(Part::Heading(2), heading)));
        composition.paragraphs.extend(entries);
    }
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
