//! What is to be known before a text goes out, card by card: from what was made of it, and from the record.

use super::channel::Order;
use super::ready::Ready;
use crate::arabic::has_stray_mark;
use crate::check::field_key;
use crate::document::{Block, Document, FieldPath, Kind, Mark, Place, Target};
use crate::export::{Error, Leak, Loss};
use crate::template::{self, Readers};
use crate::ui::said;
use crate::words::Words;

/// How a card is to be taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum Tone {
    /// It must not go out so.
    Error,
    /// It is to be looked at first.
    Warn,
    /// Something stays in the house.
    Internal,
    /// It is good to know.
    Note,
    /// It was looked at, and is well.
    Good,
}

/// What can be done on a card itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offer {
    /// Hold the last marks of lines where they belong.
    Anchor,
    /// Let them be held no more.
    Loosen,
}

/// Something to be known before a text goes out.
#[derive(Clone, PartialEq, Debug)]
pub struct Card {
    /// How it is to be taken.
    pub tone: Tone,
    /// What it is.
    pub title: String,
    /// What there is to say of it.
    pub body: String,
    /// Where it is in the record.
    pub place: Option<Place>,
    /// What can be done about it here.
    pub offer: Option<Offer>,
}

/// How many blocks that stay in the house are named.
const NAMED: usize = 3;
/// How many words of each.
const FIRST_WORDS: usize = 5;

/// What somebody decided about the last marks of lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ends {
    /// Nothing yet.
    #[default]
    Unsaid,
    /// They are held where they belong by a mark that is not seen.
    Held,
    /// They stay as they are.
    Left,
}

/// Everything to be known before this goes out.
#[must_use]
pub fn cards(document: &Document, order: Order, ready: &Ready, ends: Ends, words: Words) -> Vec<Card> {
    let mut all = Vec::new();
    let card = |tone, title: String, body: String, place| Card { tone, title, body, place, offer: None };
    all.extend(leaked(document, ready, words));
    let view = order.view();
    if order.is_reviewed() {
        all.push(card(Tone::Internal, words.get("publish-review"), words.get("publish-review-body"), None));
    }
    if order.channel.is_public() && order.output.is_internal() {
        let name = words.get(&format!("the-output-{}", order.output));
        let title = words.with("publish-internal", &[("output", name.into())]);
        all.push(card(Tone::Warn, title, words.get("publish-internal-body"), None));
    }
    all.extend(warned(document, order, ready, words));
    if template::is_draft(document, view.output) {
        let state = template::state(document, view.output);
        // The few lines may be a text of their own, with a state of its own.
        let own = document.output(view.output).map_or(order.output, |own| own.kind);
        let title = said::state_of(own, state, words);
        all.push(card(Tone::Warn, title, words.get("publish-draft-body"), None));
    }
    if order.channel.is_pasted() && ready.text.as_deref().is_some_and(has_stray_mark) {
        let (key, offer) = match ends {
            Ends::Unsaid => ("publish-ends", Some(Offer::Anchor)),
            Ends::Held => ("publish-ends-held", Some(Offer::Loosen)),
            Ends::Left => ("publish-ends", None),
        };
        if ends != Ends::Left {
            let tone = if ends == Ends::Held { Tone::Good } else { Tone::Warn };
            let body = words.get(&format!("{key}-body"));
            all.push(Card { offer, ..card(tone, words.get(key), body, None) });
        }
    }
    if template::lacks_number(document, view.output) {
        let place = Place::new(Target::Field(FieldPath::OutputNumber(view.output)), 0);
        let (title, body) = (words.get("publish-no-number"), words.get("publish-no-number-body"));
        all.push(card(Tone::Warn, title, body, Some(place)));
    }
    all.extend((view.readers == Readers::Public).then(|| left_out(document, order, words)).flatten());
    if let Some(program) = order.channel.breaks_lines() {
        let values = [("program", program.into())];
        let (title, body) = (words.with("publish-lines", &values), words.with("publish-lines-body", &values));
        all.push(card(Tone::Note, title, body, None));
    }
    if ready.leaks.as_ref().is_some_and(Vec::is_empty) && !order.is_reviewed() {
        let key = if order.channel.is_pasted() { "publish-clean-body" } else { "publish-clean-file" };
        all.push(card(Tone::Good, words.get("publish-clean"), words.get(key), None));
    }
    all.sort_by_key(|card| card.tone);
    all
}

/// Why nothing was made: the message, and its values.
#[must_use]
pub fn failure(error: &Error) -> (&'static str, Vec<(&'static str, String)>) {
    match error {
        Error::Empty => ("publish-empty", Vec::new()),
        Error::Stopped => ("publish-stopped", Vec::new()),
        Error::Letter { letter, .. } => ("publish-letter-failed", vec![("letter", numbered(letter))]),
        Error::Picture(name) => ("publish-unread-failed", vec![("name", name.clone())]),
        Error::PublicReading | Error::Paper(_) | Error::Record(_) | Error::Packing(_) => {
            ("publish-failed", vec![("detail", error.to_string())])
        }
    }
}

/// Why a file is not in a folder that was written without it.
#[must_use]
pub fn lacking(error: &Error, words: Words) -> String {
    match error {
        Error::Letter { letter, .. } => {
            words.with("publish-letter-missing", &[("letter", numbered(letter).into())])
        }
        Error::Picture(name) => words.with("publish-unread-missing", &[("name", name.into())]),
        other => {
            let (key, values) = failure(other);
            let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.into())).collect();
            words.with(key, &values)
        }
    }
}

/// No face of the window may have the letter either: its number tells which it is.
fn numbered(letter: &str) -> String {
    let numbers: Vec<String> = letter.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    format!("{letter} ({})", numbers.join(" "))
}

/// What keeps a text from being made, where that is something in the record.
#[must_use]
pub fn stopped_by(document: &Document, order: Order, error: &Error, words: Words) -> Option<Card> {
    let (title, body, place) = match error {
        Error::Letter { letter, place } => {
            let title = words.with("publish-letter", &[("letter", numbered(letter).into())]);
            let text = match place.as_ref().map(|place| &place.target) {
                Some(Target::Block(id)) => document.block(*id).map(|block| &block.text),
                Some(Target::Title(kind)) => document.output(*kind).map(|output| &output.title),
                Some(Target::Field(_) | Target::Comment(_)) | None => None,
            };
            let body = match text {
                Some(text) => {
                    let said = first_words(&template::said(document, order.output, text).text);
                    words.with("publish-letter-body", &[("what", said.into())])
                }
                None => words.get("publish-letter-head"),
            };
            (title, body, place.clone())
        }
        Error::Picture(name) => {
            let is_own = |block: &&Block| matches!(&block.kind, Kind::Annex(annex) if annex.file == *name);
            let block = document.blocks().iter().map(std::convert::AsRef::as_ref).find(is_own);
            let place = block.map(|block| Place::new(Target::Block(block.id), 0));
            let key = if place.is_some() { "publish-unread-body" } else { "publish-unread-logo" };
            (words.with("publish-unread", &[("name", name.into())]), words.get(key), place)
        }
        _ => return None,
    };
    Some(Card { tone: Tone::Error, title, body, place, offer: None })
}

/// What must not be in it and is.
fn leaked(document: &Document, ready: &Ready, words: Words) -> Vec<Card> {
    let leaks = ready.leaks.iter().flatten();
    let card = |leak: &Leak| {
        let (key, what, place) = match leak {
            Leak::Phone(id) | Leak::Identity(id) => {
                let name = document.person(*id).map_or("", |person| person.name.as_str());
                let key = if matches!(leak, Leak::Phone(_)) { "publish-phone" } else { "publish-identity" };
                (key, name.to_owned(), None)
            }
            Leak::Remark(id) => {
                let said = document.comments().get(id).map_or("", |comment| comment.text.as_str());
                ("publish-remark-out", first_words(said), remark_place(document, |own| own == *id))
            }
        };
        let body = words.with(&format!("{key}-body"), &[("what", what.into())]);
        Card { tone: Tone::Error, title: words.get(key), body, place, offer: None }
    };
    leaks.map(card).collect()
}

/// What was said of the text while it was made: each field once.
fn warned(document: &Document, order: Order, ready: &Ready, words: Words) -> Vec<Card> {
    let mut all: Vec<Card> = Vec::new();
    for warning in &ready.warnings {
        let mut place = warning.place.clone();
        let mut tone = Tone::Warn;
        let field = |atom| vec![("field", words.get(field_key(atom)).into())];
        let (title, body) = match &warning.what {
            // They go with the text.
            Loss::Remarks(_) | Loss::Suggestions(_) if order.is_reviewed() => continue,
            Loss::Unresolved(atom) => {
                (words.with("finding-unresolved", &field(atom)), words.get("publish-unresolved-body"))
            }
            Loss::Open(atom) => (words.with("cli-open-field", &field(atom)), words.get("publish-open-body")),
            Loss::NoDate => (words.get("publish-no-date"), words.get("publish-no-date-body")),
            Loss::Remarks(count) => {
                let open = |id| document.comments().get(&id).is_some_and(|remark| remark.resolved.is_none());
                place = remark_place(document, open).or(place);
                let title = words.with("publish-remarks", &[("count", (*count).into())]);
                (title, words.get("publish-remarks-body"))
            }
            Loss::Suggestions(count) => {
                let title = words.with("publish-suggestions", &[("count", (*count).into())]);
                (title, words.get("publish-suggestions-body"))
            }
            Loss::Embargo(until) => {
                tone = Tone::Error;
                let at = super::when(*until, words);
                let body = words.with("publish-embargo-body", &[("at", at.into())]);
                (words.get("publish-embargo"), body)
            }
            Loss::Picture(name)
            | Loss::LargePicture(name)
            | Loss::BrokenPicture(name)
            | Loss::PressPicture(name)
            | Loss::OddPicture(name) => {
                let key = warning.what.key().replace("loss-", "publish-");
                let title = words.with(&key, &[("name", name.into())]);
                (title, words.get(&format!("{key}-body")))
            }
            Loss::TooLong { length, limit } => {
                tone = Tone::Error;
                let channel = words.get(&order.channel.key());
                let values =
                    [("channel", channel.into()), ("most", (*limit).into()), ("count", (*length).into())];
                (words.get("publish-long"), words.with("publish-long-body", &values))
            }
            // Which they are is told on a card of their own.
            Loss::LeftOut(_) => continue,
        };
        if all.iter().all(|card| card.title != title) {
            all.push(Card { tone, title, body, place, offer: None });
        }
    }
    all
}

/// Where the first such remark is.
fn remark_place(document: &Document, is: impl Fn(crate::document::CommentId) -> bool) -> Option<Place> {
    document.blocks().iter().find_map(|block| {
        let marked = block.text.marks().iter().find(|marked| match marked.mark {
            Mark::Remark(id) => is(id),
            _ => false,
        })?;
        Some(Place::new(Target::Block(block.id), marked.start))
    })
}

/// What stays in the house, named by its first words.
fn left_out(document: &Document, order: Order, words: Words) -> Option<Card> {
    let inside = template::kept_inside(document, document.blocks());
    let stays = |block: &Block| {
        inside.contains(&block.id) && block.review.removed.is_none() && !block.text.text().trim().is_empty()
    };
    let all: Vec<&Block> =
        document.blocks().iter().map(std::convert::AsRef::as_ref).filter(|block| stays(block)).collect();
    let first = all.first()?;
    let named = all.iter().take(NAMED).map(|block| {
        let said = template::said(document, order.output, &block.text).text;
        words.with("publish-quoted", &[("words", first_words(&said).into())])
    });
    let separator = words.get("publish-comma");
    let named = named.collect::<Vec<_>>().join(&separator);
    let values = [
        ("what", named.into()),
        ("count", all.len().into()),
        ("more", all.len().saturating_sub(NAMED).into()),
    ];
    Some(Card {
        tone: Tone::Internal,
        title: words.with("publish-left-out", &values),
        body: words
            .with(if all.len() > NAMED { "publish-left-out-more" } else { "publish-left-out-body" }, &values),
        place: Some(Place::new(Target::Block(first.id), 0)),
        offer: None,
    })
}

fn first_words(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(FIRST_WORDS).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    format!("{}{more}", first.join(" ").trim_end_matches(['،', '.', ':', ',']))
}
