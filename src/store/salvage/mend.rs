//! One damaged entry: the fields of it that can be read by themselves, and the words of what cannot.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::document::{Audience, Block, Output, Piece, RichText};
use crate::store::{format, scan};

/// How often a broken field may be passed over in one entry; a sound one has six.
const TRIES: usize = 16;

/// One field of an entry as it stands in the file.
struct Segment<'a> {
    name: &'a str,
    /// From its name to the end of its value.
    whole: &'a str,
    value: &'a str,
}

/// What could be read of an entry.
pub(super) struct Mended<T> {
    pub(super) value: T,
    /// The fields that were read.
    read: BTreeSet<String>,
    /// The value of the field that holds rich text, where it could not be read.
    broken: Option<String>,
}

/// The fields of an entry, its brackets left aside; `known` are the names after which a broken value is left.
fn segments<'a>(entry: &'a str, known: &[&str]) -> Vec<Segment<'a>> {
    let bytes = entry.as_bytes();
    let mut found = Vec::new();
    let mut at = scan::blank(bytes, 0);
    let mut tries = TRIES;
    while at < bytes.len() {
        let Some((name, value)) = scan::field(entry, at) else {
            // A bracket, a comma, or what should not be there.
            let string = scan::string(bytes, at).and_then(Result::ok);
            at = string.or(scan::word(entry, at).map(|(_, end)| end)).unwrap_or(at + 1);
            at = (at..=bytes.len()).find(|at| entry.is_char_boundary(*at)).unwrap_or(bytes.len());
            at = scan::blank(bytes, at);
            continue;
        };
        let end = match scan::value(bytes, value) {
            Ok(end) => end,
            Err(_) if tries == 0 => bytes.len(),
            Err(_) => {
                tries -= 1;
                resumed(entry, value, known)
            }
        };
        let text = |from: usize| entry.get(from..end).unwrap_or_default();
        found.push(Segment { name, whole: text(at), value: text(value) });
        at = scan::blank(bytes, end.max(at + 1));
    }
    found
}

/// Where the next known field begins after a broken value.
fn resumed(entry: &str, from: usize, known: &[&str]) -> usize {
    let rest = entry.get(from..).unwrap_or_default();
    for (comma, _) in rest.match_indices(',') {
        let after = scan::blank(entry.as_bytes(), from + comma + 1);
        if scan::field(entry, after).is_some_and(|(name, _)| known.contains(&name)) {
            return from + comma;
        }
    }
    entry.len()
}

/// What can be read of an entry: each field that is sound by itself. `required` are the fields that must be there, each
/// with a value for when it is not; `rich` is the field whose words are rescued by [`words`].
pub(super) fn mend<T: DeserializeOwned>(
    entry: &str,
    known: &[&str],
    required: &[(&str, &str)],
    rich: &str,
) -> Option<Mended<T>> {
    let given = |read: &BTreeSet<String>| {
        let missing = required.iter().filter(|(name, _)| !read.contains(*name));
        missing.flat_map(|(name, value)| [*name, ": ", *value, ", "]).collect::<String>()
    };
    let mut read = BTreeSet::new();
    let (mut sound, mut broken) = (String::new(), None);
    for segment in segments(entry, known).into_iter().take(64) {
        if read.contains(segment.name) {
            continue;
        }
        let alone = BTreeSet::from([segment.name.to_owned()]);
        if format::value::<T>(&format!("({}{})", given(&alone), segment.whole)).is_ok() {
            sound.push_str(segment.whole);
            sound.push_str(", ");
            read.insert(segment.name.to_owned());
        } else if segment.name == rich {
            broken.get_or_insert_with(|| segment.value.to_owned());
        }
    }
    if read.is_empty() && broken.is_none() {
        return None;
    }
    let value = format::value::<T>(&format!("({}{sound})", given(&read))).ok()?;
    Some(Mended { value, read, broken })
}

impl Mended<Block> {
    /// The block, and whether only its words are left. It goes to the minutes alone.
    pub(super) fn block(self) -> (Block, bool) {
        let Self { value: mut block, read, broken } = self;
        if let Some(broken) = &broken {
            block.text = words(broken);
        }
        // What stands there may be the end of another block: who may read these words is not known for sure.
        block.audience = Audience::MinutesOnly;
        (block, broken.is_some() && !read.contains("kind"))
    }
}

impl Mended<Output> {
    pub(super) fn output(self) -> Output {
        let Self { value: mut output, broken, .. } = self;
        if let Some(broken) = &broken {
            output.title = words(broken);
        }
        output
    }
}

/// The pieces of a broken text: those that can be read as they are, of the others their words.
pub(super) fn words(broken: &str) -> RichText {
    const STARTS: [&str; 4] = ["Text(", "Field(", "Marked(", "MarkedField("];
    let mut cuts: Vec<usize> = STARTS
        .iter()
        .flat_map(|start| broken.match_indices(start).map(|(at, _)| at))
        .filter(|at| {
            let before = broken.get(..*at).unwrap_or_default();
            // `Marked(` is also the start of no `MarkedField(`, but `Field(` is its end.
            !before.ends_with(|c: char| c.is_alphanumeric())
        })
        .collect();
    cuts.sort_unstable();
    if cuts.is_empty() {
        cuts.push(0);
    }
    cuts.push(broken.len());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut tries = 4 * TRIES;
    let mut at = 0;
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        if start < at {
            // Inside a piece that was read whole.
            continue;
        }
        let whole = Some(start).filter(|_| tries > 0).and_then(|start| {
            let end = scan::value(broken.as_bytes(), start).ok()?;
            let piece = format::value::<Piece>(broken.get(start..end)?).ok()?;
            Some((piece, end))
        });
        tries -= usize::from(whole.is_none() && tries > 0);
        if let Some((piece, end)) = whole {
            pieces.push(piece);
            at = end;
            continue;
        }
        let found = spoken(broken.get(start..end).unwrap_or_default());
        if !found.is_empty() {
            pieces.push(Piece::Text(RichText::plain(&found).text().to_owned()));
        }
    }
    let plain = |piece: &Piece| matches!(piece, Piece::Text(words) if words.contains('\n'));
    pieces.retain(|piece| !plain(piece));
    RichText::from_pieces(pieces).unwrap_or_default()
}

/// What somebody wrote in a broken piece: from its first quote, or its bracket, to its last.
fn spoken(piece: &str) -> String {
    let piece = piece.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | ')'));
    // A quote at the very end closes what none opened.
    let quoted = piece.find('"').map(|at| at + 1).filter(|at| *at < piece.len());
    let from = quoted.or_else(|| piece.find('(').map(|at| at + 1)).unwrap_or(0);
    let words = piece.get(from..).unwrap_or_default();
    let words = words.strip_suffix('#').unwrap_or(words);
    let words = words.strip_suffix('"').unwrap_or(words);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '(' | ':' | ' ' | '_');
    // The name of a field is not what somebody wrote.
    if quoted.is_none() && words.chars().all(is_name) { String::new() } else { words.to_owned() }
}
