//! Where the parts of a record's file begin and end, told without understanding them.

use super::OpenError;
use crate::document::Limit;

/// Where blank space and comments from here on end.
pub(super) fn blank(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = text.get(at) {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => at += 1,
            b'/' => match comment(text, at) {
                Some(end) => at = end,
                None => return at,
            },
            _ => return at,
        }
    }
    at
}

/// Where the comment that begins here ends; nothing where none begins.
fn comment(text: &[u8], at: usize) -> Option<usize> {
    match text.get(at + 1)? {
        b'/' => Some(line_end(text, at)),
        b'*' => {
            let (mut depth, mut at) = (1_usize, at + 2);
            while depth > 0 {
                match (text.get(at), text.get(at + 1)) {
                    (Some(b'*'), Some(b'/')) => (depth, at) = (depth - 1, at + 2),
                    (Some(b'/'), Some(b'*')) => (depth, at) = (depth + 1, at + 2),
                    (Some(_), _) => at += 1,
                    (None, _) => return Some(text.len()),
                }
            }
            Some(at)
        }
        _ => None,
    }
}

/// Where the line ends.
pub(super) fn line_end(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.iter().position(|byte| *byte == b'\n').map_or(text.len(), |length| at + length)
}

/// The word that begins here, and where it ends.
pub(super) fn word(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let word = rest.get(..length)?;
    let is_word = word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    is_word.then_some((word, at + length))
}

/// The name of the field that begins here, and where its value begins.
pub(super) fn field(text: &str, at: usize) -> Option<(&str, usize)> {
    let (name, end) = word(text, at)?;
    let colon = blank(text.as_bytes(), end);
    (text.as_bytes().get(colon) == Some(&b':')).then(|| (name, blank(text.as_bytes(), colon + 1)))
}

/// Where the string that begins here ends: nothing where none begins, `Err` where it does not end.
pub(super) fn string(text: &[u8], at: usize) -> Option<Result<usize, usize>> {
    let (mut open, mut hashes) = (at, 0);
    let raw = text.get(at) == Some(&b'r');
    if raw {
        open += 1;
        while text.get(open) == Some(&b'#') {
            (open, hashes) = (open + 1, hashes + 1);
        }
    }
    if text.get(open) != Some(&b'"') {
        return None;
    }
    let mut at = open + 1;
    loop {
        match text.get(at) {
            None => return Some(Err(text.len())),
            Some(b'\\') if !raw => at += 2,
            Some(b'"') => {
                let tail = text.get(at + 1..).unwrap_or_default();
                let closing = tail.iter().take(hashes).take_while(|byte| **byte == b'#').count();
                if closing == hashes {
                    return Some(Ok(at + 1 + hashes));
                }
                at += 1;
            }
            Some(_) => at += 1,
        }
    }
}

/// What stands in a file between words.
enum Mark {
    Open(u8),
    Close(u8),
    Comma,
}

/// The next bracket or comma from here on, and where it stands; `None` at the end, `Err` where a string does not end.
fn next(text: &[u8], mut at: usize) -> Result<Option<(usize, Mark)>, usize> {
    let mut in_word = false;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'(' => return Ok(Some((at, Mark::Open(b')')))),
            b'[' => return Ok(Some((at, Mark::Open(b']')))),
            b'{' => return Ok(Some((at, Mark::Open(b'}')))),
            b')' | b']' | b'}' => return Ok(Some((at, Mark::Close(byte)))),
            b',' => return Ok(Some((at, Mark::Comma))),
            b'/' => at = comment(text, at).unwrap_or(at + 1),
            b'"' => at = string(text, at).unwrap_or(Err(text.len()))?,
            b'r' if !in_word => match string(text, at) {
                Some(end) => at = end?,
                None => at += 1,
            },
            _ => at += 1,
        }
        in_word = byte.is_ascii_alphanumeric() || byte == b'_';
    }
    Ok(None)
}

/// Where the value that begins here ends: at the comma or the bracket that closes what it stands in. `Err` tells where
/// its brackets or strings were found not to close.
pub(super) fn value(text: &[u8], from: usize) -> Result<usize, usize> {
    let mut open: Vec<u8> = Vec::new();
    let mut at = from;
    while let Some((place, mark)) = next(text, at)? {
        match mark {
            Mark::Comma | Mark::Close(_) if open.is_empty() => return Ok(place),
            Mark::Comma => {}
            Mark::Open(close) if open.len() < super::format::DEPTH => open.push(close),
            Mark::Open(_) => return Err(place),
            Mark::Close(close) => {
                if open.pop() != Some(close) {
                    return Err(place);
                }
            }
        }
        at = place + 1;
    }
    if open.is_empty() { Ok(text.len()) } else { Err(text.len()) }
}

/// Counts what a file holds before any of it is built: a hostile one is refused for the price of reading it.
///
/// What is not sound in it is left to the reader, which says where.
pub(super) fn census(text: &str) -> Result<(), OpenError> {
    let bytes = text.as_bytes();
    // How many entries each open bracket holds so far.
    let mut open: Vec<usize> = Vec::new();
    let (mut at, mut all, mut of) = (0, 0_usize, "");
    while let Ok(Some((place, mark))) = next(bytes, at) {
        all += 1;
        if all > Limit::Entries.most() {
            return Err(OpenError::Beyond(Limit::Entries));
        }
        match mark {
            Mark::Open(_) => {
                if open.len() == 1 {
                    of = named_before(text, place);
                }
                if open.len() > super::format::DEPTH {
                    return Ok(());
                }
                open.push(0);
            }
            Mark::Close(_) => {
                open.pop();
            }
            Mark::Comma => {
                let depth = open.len();
                let Some(count) = open.last_mut() else { return Ok(()) };
                *count += 1;
                let limit = match of {
                    _ if depth != 2 => Limit::List,
                    "blocks" => Limit::Blocks,
                    "people" => Limit::People,
                    "comments" | "changes" | "revisions" => Limit::Remarks,
                    _ => Limit::List,
                };
                if *count > limit.most() {
                    return Err(OpenError::Beyond(limit));
                }
            }
        }
        at = place + 1;
    }
    Ok(())
}

/// The name of the field whose value this bracket opens.
fn named_before(text: &str, bracket: usize) -> &str {
    let before = text.get(..bracket).unwrap_or_default().trim_end();
    let before = before.strip_suffix(':').unwrap_or(before).trim_end();
    before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}
