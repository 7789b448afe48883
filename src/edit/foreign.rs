//! Parts of another record on their way into this one: what they name and it does not know is left behind.

use super::command::Part;
use crate::arabic::{self, Gender, Phrase};
use crate::document::{
    Atom, Document, Kind, Mark, Matter, PersonId, Piece, RichError, RichText, Speaker, Subject,
};

/// The part with its unknown people unnamed and the marks of unknown remarks and changes taken off.
pub(super) fn at_home(document: &Document, part: Part) -> Result<Part, RichError> {
    let pieces = part.text.pieces().into_iter().map(|piece| known(document, piece));
    let text = RichText::from_pieces(pieces)?;
    let kind = part.kind.map(|kind| with_known_people(document, kind));
    Ok(Part { kind, text, ..part })
}

fn known(document: &Document, piece: Piece) -> Piece {
    let (mut marks, words) = match piece {
        Piece::Text(words) => (Vec::new(), Ok(words)),
        Piece::Marked(marks, words) => (marks, Ok(words)),
        Piece::Field(atom) => (Vec::new(), Err(atom)),
        Piece::MarkedField(marks, atom) => (marks, Err(atom)),
    };
    marks.retain(|mark| match mark {
        Mark::Inserted(id) | Mark::Deleted(id) => document.changes().contains_key(id),
        Mark::Remark(id) => document.comments().contains_key(id),
        Mark::Bold | Mark::Underline | Mark::Strike | Mark::Colour(_) | Mark::Language(_) => true,
    });
    // A field about somebody unknown becomes the words it would show while open.
    let words = words.or_else(|atom| match &atom {
        Atom::Person(id, _) if document.person(*id).is_none() => Ok(Phrase::NoPerson.arabic().to_owned()),
        Atom::Verb { masculine, feminine, of: Subject::Person(id) } if document.person(*id).is_none() => {
            Ok(arabic::verb(masculine, feminine, Gender::Unknown))
        }
        _ => Err(atom),
    });
    match words {
        Ok(words) => Piece::Marked(marks, words),
        Err(atom) => Piece::MarkedField(marks, atom),
    }
}

/// The kind, naming nobody whom the record does not know.
pub(super) fn with_known_people(document: &Document, mut kind: Kind) -> Kind {
    let is_known = |id: PersonId| document.person(id).is_some();
    let speaker = |speaker: &mut Speaker| {
        if matches!(speaker, Speaker::Person(id) if !is_known(*id)) {
            *speaker = Speaker::Unnamed;
        }
    };
    match &mut kind {
        Kind::AgendaItem(item) => item.presenter = item.presenter.filter(|id| is_known(*id)),
        Kind::Intervention(who) | Kind::Quote(who) => speaker(who),
        Kind::Note(note) => speaker(&mut note.speaker),
        Kind::Signatures(list) => list.signatories.retain(|id| is_known(*id)),
        Kind::Decision(decision) => match &mut decision.matter {
            Matter::Appointment { person, .. } => *person = person.filter(|id| is_known(*id)),
            Matter::Committee { members, .. } => members.retain(|id| is_known(*id)),
            Matter::General | Matter::Date(_) | Matter::Plan(_) => {}
        },
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::Recommendation(_) | Kind::Annex(_) => {}
    }
    kind
}
