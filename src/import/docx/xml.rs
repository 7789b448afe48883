//! XML of a DOCX's parts: elements by their local names, with no entity but the five that XML has and those by number.

use std::borrow::Cow;
use std::cell::Cell;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::import::source::ReadError;

/// How deep elements may lie in each other; tables in tables in text boxes reach sixty.
const DEPTH: usize = 512;

/// An element that begins, with its attributes.
pub(super) struct Element<'a> {
    start: &'a BytesStart<'a>,
    /// Where its local name begins.
    colon: usize,
    /// What follows its tag.
    rest: &'a [u8],
    /// How much of that is known and need not be walked through.
    known: Cell<usize>,
}

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &[u8] {
        let name = self.start.name().into_inner();
        name.get(self.colon..).unwrap_or_default()
    }

    /// Its prefix, empty if it has none.
    pub(super) fn prefix(&self) -> &[u8] {
        let name = self.start.name().into_inner();
        name.get(..self.colon.saturating_sub(1)).unwrap_or_default()
    }

    /// An attribute by its local name.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut all = self.start.attributes();
        let found =
            all.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name.as_bytes())?;
        let value = match found.value {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        };
        // Names and numbers need no escapes; what has one that is unknown is taken as written.
        if !value.contains('&') {
            return Some(value);
        }
        let plain = quick_xml::escape::unescape(&value).ok().map(Cow::into_owned);
        Some(plain.map_or(value, Cow::Owned))
    }

    pub(super) fn val(&self) -> Option<Cow<'_, str>> {
        self.get("val")
    }

    /// As [`Self::val`], to be kept.
    pub(super) fn kept(&self) -> Option<String> {
        self.val().map(Cow::into_owned)
    }

    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }

    /// What follows its tag.
    pub(super) fn rest(&self) -> &[u8] {
        self.rest
    }

    /// Goes on behind so many bytes of what follows its tag.
    pub(super) fn pass(&self, bytes: usize) {
        self.known.set(bytes);
    }

    /// A property that is on unless it says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// What is met on the way.
pub(super) enum Met<'a> {
    /// An element begins.
    Begin(&'a Element<'a>),
    /// An element of this local name ends, and this follows.
    End(&'a [u8], &'a [u8]),
    /// Letters.
    Text(&'a str),
}

/// Walks through a part; an element without content begins and ends.
pub(super) fn walk(
    bytes: &[u8],
    mut meet: impl FnMut(Met<'_>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ReadError::Damaged)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut depth = 0_usize;
    loop {
        // Looked at where it is: an event is large, and there are a million of them.
        let Ok(event) = &reader.read_event() else { return Err(ReadError::Damaged) };
        let rest = *reader.get_ref();
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(ReadError::TooDeep);
                }
                let element = element(start, rest);
                meet(Met::Begin(&element))?;
                *reader.get_mut() = rest.get(element.known.get()..).unwrap_or_default();
            }
            Event::Empty(start) => {
                let element = element(start, rest);
                meet(Met::Begin(&element))?;
                meet(Met::End(element.name(), rest))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                meet(Met::End(end.local_name().as_ref(), rest))?;
            }
            Event::Text(words) => meet(Met::Text(&words.decode().map_err(|_| ReadError::Damaged)?))?,
            Event::CData(words) => meet(Met::Text(&words.decode().map_err(|_| ReadError::Damaged)?))?,
            Event::GeneralRef(name) => {
                if let Some(letter) = letter(name) {
                    meet(Met::Text(letter.encode_utf8(&mut [0; 4])))?;
                }
            }
            Event::Eof if depth > 0 => return Err(ReadError::Damaged),
            Event::Eof => return Ok(()),
            // Declarations of entities are not looked at: a name they give stands for nothing.
            Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn element<'a>(start: &'a BytesStart<'a>, rest: &'a [u8]) -> Element<'a> {
    let colon = start.name().into_inner().iter().position(|byte| *byte == b':').map_or(0, |at| at + 1);
    Element { start, colon, rest, known: Cell::new(0) }
}

fn letter(name: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return Some(letter);
    }
    match &**name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => None,
    }
}
