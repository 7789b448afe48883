//! Who speaks and by which verb: the words of an intervention follow its speaker.

use super::EditError;
use super::draft::Draft;
use super::notes::said_by;
use crate::arabic::noted::{self, COLLECTIVES};
use crate::arabic::verbs::takes;
use crate::arabic::{self, Gender, fold};
use crate::document::{
    Atom, Block, BlockId, Document, Kind, PersonId, Piece, RichText, Speaker, StepError, Subject, Target,
};

/// Who speaks in a block of this kind; nothing where nobody can.
fn speaker(kind: &Kind) -> Option<&Speaker> {
    match kind {
        Kind::Intervention(speaker) | Kind::Quote(speaker) => Some(speaker),
        _ => None,
    }
}

/// The verb by which the words of a block tell who speaks: for a man, for a woman.
#[must_use]
pub fn spoken_verb(document: &Document, block: &Block) -> Option<(String, String)> {
    match speaker(&block.kind)? {
        Speaker::Person(id) => block
            .text
            .atoms()
            .find_map(|(_, atom)| match atom {
                Atom::Verb { masculine, feminine, of: Subject::Person(of) } if of == id => {
                    Some((masculine.clone(), feminine.clone()))
                }
                _ => None,
            })
            .or_else(|| {
                let (verb, _) = noted::opening_verb(block.text.text())?;
                Some((verb.masculine.to_owned(), verb.feminine.to_owned()))
            }),
        Speaker::Collective(_) => {
            let (verb, ..) = collective(document, &block.kind, block.text.text())?;
            Some((verb.masculine.to_owned(), verb.feminine.to_owned()))
        }
        Speaker::Unnamed => None,
    }
}

/// A verb and several who speak, where the words open with both: the verb, where it ends, where the name ends.
fn collective(document: &Document, kind: &Kind, text: &str) -> Option<(arabic::verbs::Verb, usize, usize)> {
    let (verb, end) = noted::opening_verb(text)?;
    let rest = text.get(end..)?.strip_prefix(' ')?;
    let own = match speaker(kind) {
        Some(Speaker::Collective(name)) => Some(name.as_str()),
        _ => None,
    };
    let groups = document.meeting().attendance.groups.iter().map(|group| group.nominative.as_str());
    let names = own.into_iter().chain(groups).chain(COLLECTIVES).filter(|name| !name.is_empty());
    let name = names.filter(|name| rest.starts_with(name)).max_by_key(|name| name.len())?;
    Some((verb, end, end + 1 + name.len()))
}

fn verb_before(masculine: &str, feminine: &str, several: &str) -> String {
    arabic::verb(masculine, feminine, noted::gender_of_several(several))
}

/// The words follow who speaks now: verb and name of who spoke become those of who does.
pub(super) fn follow(draft: &mut Draft<'_>, id: BlockId, was: &Kind) -> Result<(), EditError> {
    let Some(block) = draft.document.block(id).cloned() else { return Ok(()) };
    let (Some(old), Some(new)) = (speaker(was), speaker(&block.kind)) else { return Ok(()) };
    if old == new {
        return Ok(());
    }
    let who = match old {
        Speaker::Person(id) => Some(*id),
        // Between one and the next nobody was named: the words still tell of the one before.
        Speaker::Unnamed | Speaker::Collective(_) => subject(&block.text),
    };
    let text = match (new, who) {
        (Speaker::Person(to), Some(from)) => {
            let named = |piece: Piece| of_person(piece, from, *to);
            RichText::from_pieces(block.text.pieces().into_iter().map(named))
        }
        (Speaker::Collective(name), Some(from)) if !name.is_empty() => {
            let named = |piece: Piece| of_several(piece, from, name);
            RichText::from_pieces(block.text.pieces().into_iter().map(named))
        }
        (Speaker::Person(to), None) => match collective(draft.document, was, block.text.text()) {
            Some((verb, _, end)) => replaced(&block.text, end, said_by(verb.masculine, verb.feminine, *to))?,
            None => return Ok(()),
        },
        (Speaker::Collective(name), None) if !name.is_empty() => {
            match collective(draft.document, was, block.text.text()) {
                Some((verb, _, end)) => {
                    let verb = verb_before(verb.masculine, verb.feminine, name);
                    replaced(&block.text, end, vec![Piece::Text(format!("{verb} {name}"))])?
                }
                None => return Ok(()),
            }
        }
        _ => return Ok(()),
    };
    put(draft, id, &block.text, text.map_err(StepError::Text)?)
}

type Rich = Result<RichText, crate::document::RichError>;

/// These pieces in place of the words up to this byte.
fn replaced(text: &RichText, end: usize, mut pieces: Vec<Piece>) -> Result<Rich, EditError> {
    let rest = text.slice(end..text.len()).map_err(StepError::Text)?;
    pieces.extend(rest.pieces());
    Ok(RichText::from_pieces(pieces))
}

fn put(draft: &mut Draft<'_>, id: BlockId, old: &RichText, new: RichText) -> Result<(), EditError> {
    if *old != new {
        draft.splice(&Target::Block(id), 0..old.len(), new)?;
    }
    Ok(())
}

/// The person the first verb of the words agrees with.
fn subject(text: &RichText) -> Option<PersonId> {
    text.atoms().find_map(|(_, atom)| match atom {
        Atom::Verb { of: Subject::Person(id), .. } => Some(*id),
        _ => None,
    })
}

fn of_person(piece: Piece, from: PersonId, to: PersonId) -> Piece {
    let turned = |atom: Atom| match atom {
        Atom::Person(id, form) if id == from => Atom::Person(to, form),
        Atom::Verb { masculine, feminine, of: Subject::Person(id) } if id == from => {
            Atom::Verb { masculine, feminine, of: Subject::Person(to) }
        }
        other => other,
    };
    match piece {
        Piece::Field(atom) => Piece::Field(turned(atom)),
        Piece::MarkedField(marks, atom) => Piece::MarkedField(marks, turned(atom)),
        other => other,
    }
}

fn of_several(piece: Piece, from: PersonId, name: &str) -> Piece {
    let words = |atom: &Atom| match atom {
        Atom::Person(id, _) if *id == from => Some(name.to_owned()),
        Atom::Verb { masculine, feminine, of: Subject::Person(id) } if *id == from => {
            Some(verb_before(masculine, feminine, name))
        }
        _ => None,
    };
    match piece {
        Piece::Field(atom) => words(&atom).map_or(Piece::Field(atom), Piece::Text),
        Piece::MarkedField(marks, atom) => match words(&atom) {
            Some(words) => Piece::Marked(marks, words),
            None => Piece::MarkedField(marks, atom),
        },
        other => other,
    }
}

/// Tells what was said in a block by this verb: in place of the one there, or before its words with who speaks.
pub(super) fn set_verb(
    draft: &mut Draft<'_>,
    id: BlockId,
    masculine: &str,
    feminine: &str,
) -> Result<(), EditError> {
    let block = draft.document.block(id).cloned().ok_or(StepError::NoBlock(id))?;
    let who = speaker(&block.kind).ok_or(EditError::NoSeat(id))?;
    let agrees = |person: PersonId| {
        let mut atoms = block.text.atoms();
        atoms.any(|(_, atom)| matches!(atom, Atom::Verb { of: Subject::Person(of), .. } if *of == person))
    };
    let text = match who {
        Speaker::Unnamed => return Ok(()),
        Speaker::Person(person) if agrees(*person) => {
            // The verb that goes, and whether who spoke was just named behind it: what leads on follows the verb.
            let mut was: Option<String> = None;
            let mut named = false;
            let new = || {
                let (masculine, feminine) = (masculine.to_owned(), feminine.to_owned());
                Atom::Verb { masculine, feminine, of: Subject::Person(*person) }
            };
            let pieces = block.text.pieces().into_iter().map(|piece| {
                let follows = std::mem::take(&mut named);
                match piece {
                    Piece::Field(Atom::Verb { masculine: old, of: Subject::Person(of), .. })
                        if of == *person && was.is_none() =>
                    {
                        was = Some(old);
                        Piece::Field(new())
                    }
                    Piece::MarkedField(marks, Atom::Verb { masculine: old, of: Subject::Person(of), .. })
                        if of == *person && was.is_none() =>
                    {
                        was = Some(old);
                        Piece::MarkedField(marks, new())
                    }
                    Piece::Field(Atom::Person(of, form)) if of == *person => {
                        named = true;
                        Piece::Field(Atom::Person(of, form))
                    }
                    Piece::Text(words) if follows => match &was {
                        Some(old) => Piece::Text(led_on(&words, old, masculine)),
                        None => Piece::Text(words),
                    },
                    other => other,
                }
            });
            RichText::from_pieces(pieces)
        }
        Speaker::Person(person) => {
            // Words that open with a verb written by hand name who speaks themselves, or leave it out.
            if let Some((_, end)) = noted::opening_verb(block.text.text()) {
                let (masculine, feminine) = (masculine.to_owned(), feminine.to_owned());
                let verb = Atom::Verb { masculine, feminine, of: Subject::Person(*person) };
                replaced(&block.text, end, vec![Piece::Field(verb)])?
            } else {
                let mut pieces = said_by(masculine, feminine, *person);
                pieces.push(Piece::Text(" ".into()));
                replaced(&block.text, 0, pieces)?
            }
        }
        Speaker::Collective(name) => {
            let verb = verb_before(masculine, feminine, name);
            match collective(draft.document, &block.kind, block.text.text()) {
                Some((old, from, end)) => {
                    let name = block.text.text().get(from..end).unwrap_or_default();
                    let rest = block.text.slice(end..block.text.len()).map_err(StepError::Text)?;
                    let mut pieces = rest.pieces();
                    if let Some(Piece::Text(words)) = pieces.first_mut() {
                        *words = led_on(words, old.masculine, masculine);
                    }
                    pieces.insert(0, Piece::Text(format!("{verb}{name}")));
                    RichText::from_pieces(pieces)
                }
                None => replaced(&block.text, 0, vec![Piece::Text(format!("{verb} {name} "))])?,
            }
        }
    };
    put(draft, id, &block.text, text.map_err(StepError::Text)?)
}

/// What stands behind who spoke, as another verb leads on to it: «أكد … أن» becomes «شدد … على أن».
fn led_on(words: &str, was: &str, now: &str) -> String {
    match (words.strip_prefix(' '), takes(was), takes(now)) {
        (Some(rest), Some(was), Some(now)) => format!(" {}", was.turned(rest, now)),
        _ => words.to_owned(),
    }
}

/// The gender of who speaks, as the verb agrees with it.
#[must_use]
pub fn gender_of(document: &Document, speaker: &Speaker) -> Gender {
    match speaker {
        Speaker::Person(id) => document.person(*id).map_or(Gender::Unknown, |person| person.gender),
        Speaker::Collective(name) => noted::gender_of_several(name),
        Speaker::Unnamed => Gender::Male,
    }
}

/// Whether two forms of a verb are written alike, as search sees them.
#[must_use]
pub fn is_verb(masculine: &str, other: &str) -> bool {
    fold(masculine) == fold(other)
}
