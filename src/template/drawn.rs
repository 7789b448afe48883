//! Titles of texts that are drawn from a record without being kept in it: the few lines for networks, the list to sign.

use super::view::{Scope, View};
use crate::arabic::proceedings;
use crate::document::{Atom, BodyForm, Document, Language, OutputKind, Piece, RichText, SessionForm};

/// The title of a text whose own is not written; nothing where it is, or where the page is edited.
pub(super) fn title(document: &Document, view: &View) -> Option<RichText> {
    let own = document.output(view.output);
    if view.scope == Scope::Everything || own.is_some_and(|own| !own.title.is_empty()) {
        return None;
    }
    let opening = match view.output {
        OutputKind::Recommendations => Some(proceedings::RECOMMENDATIONS_OF),
        OutputKind::Invitation => Some(proceedings::INVITATION_TO),
        OutputKind::AttendanceSheet => Some(proceedings::SHEET_OF),
        OutputKind::Short => return first_public(document),
        OutputKind::PressCommunique if own.is_none() && first_public(document).is_some() => {
            return first_public(document);
        }
        OutputKind::PressCommunique => Some(proceedings::PRESS_ON),
        OutputKind::Minutes | OutputKind::Communique | OutputKind::News | OutputKind::Statement => None,
    };
    // What the record keeps without a title is printed without one.
    if own.is_some() || document.language() != Language::Arabic {
        return None;
    }
    let pieces = [
        Piece::Text(opening?.to_owned()),
        Piece::Field(Atom::Session(SessionForm::Definite)),
        Piece::Text(" ".to_owned()),
        Piece::Field(Atom::Body(BodyForm::ForName)),
    ];
    let named = !document.meeting().body.name.is_empty();
    RichText::from_pieces(pieces.into_iter().take(if named { 4 } else { 2 })).ok()
}

/// The title of the first text for the public that has one.
fn first_public(document: &Document) -> Option<RichText> {
    let titled = |output: &&crate::document::Output| !output.kind.is_internal() && !output.title.is_empty();
    document.outputs().iter().find(titled).map(|output| output.title.clone())
}
