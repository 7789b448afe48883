//! Plain text: one paragraph a line, in whatever encoding it came.

use encoding_rs::{Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

use super::gather::{Gather, Look, Words};
use super::source::{Format, Para, Read, ReadError};

/// Bytes that were text in some encoding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// What they say.
    pub text: String,
    /// The encoding, if it was not UTF-8.
    pub encoding: Option<&'static str>,
    /// Characters that could not be read.
    pub unreadable: usize,
}

pub(super) fn read(decoded: Decoded) -> Result<Read, ReadError> {
    let Decoded { text, encoding, unreadable } = decoded;
    let mut gather = Gather::new(encoding, unreadable);
    let mut continues = false;
    for line in lines(&text) {
        let inner = line.words.trim_start();
        let indent = line.words.len() - inner.len();
        let indent = line.words.get(..indent).unwrap_or_default().chars().map(width).sum();
        let mut words = Words::default();
        words.push(inner, Look::default());
        gather.end(words, Para { continues, indent, ..Para::default() });
        continues = line.goes_on;
    }
    // As it stands, blank lines included.
    let mut kept = Gather::default();
    let kept = kept.clean(&text.replace(['\u{b}', '\u{c}'], "\n"));
    gather.done(Format::Text, Some(kept))
}

fn width(space: char) -> usize {
    if space == '\t' { 4 } else { 1 }
}

pub(super) struct Line<'t> {
    pub(super) words: &'t str,
    /// Whether a soft break ends it.
    goes_on: bool,
}

/// The lines of a text, whatever ends them: LF, CR LF, CR, form feed, next line, and the separators of Unicode.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let all = rest?;
        let ends =
            |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let Some(at) = all.find(ends) else {
            rest = None;
            return Some(Line { words: all, goes_on: false });
        };
        let (words, after) = all.split_at_checked(at)?;
        let end = after.chars().next()?;
        let after = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(end)).unwrap_or_default();
        rest = Some(after);
        Some(Line { words, goes_on: matches!(end, '\u{b}' | '\u{2028}') })
    })
}

/// The text in these bytes. A label is what the bytes say of their own encoding.
///
/// # Errors
/// [`ReadError::Binary`]: they are no text.
pub fn decode(bytes: &[u8], label: Option<&'static Encoding>) -> Result<Decoded, ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(convert(bytes.get(mark..).unwrap_or_default(), encoding));
    }
    if let Some(encoding) = wide(bytes) {
        return Ok(convert(bytes, encoding));
    }
    if looks_binary(bytes) {
        return Err(ReadError::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), encoding: None, unreadable: 0 });
    }
    let label = label.filter(|label| *label != UTF_8 && label.is_ascii_compatible());
    Ok(convert(bytes, label.unwrap_or_else(|| guess(bytes))))
}

fn convert(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let unreadable = text.matches('\u{fffd}').count();
    let name = (encoding != UTF_8).then(|| encoding.name());
    Decoded { text: text.into_owned(), encoding: name, unreadable }
}

/// UTF-16 without a mark: one byte of each two is zero, or that of the Arabic letters.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let pairs = head.len() / 2;
    if pairs < 2 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let is_high = |byte: &&u8| matches!(byte, 0 | 6);
    let even = head.iter().step_by(2).filter(is_high).count();
    let odd = head.iter().skip(1).step_by(2).filter(is_high).count();
    if odd * 10 >= pairs * 8 && even * 10 < pairs * 3 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 8 && odd * 10 < pairs * 3 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Controls that no text has, or one of the formats that begin with letters.
fn looks_binary(bytes: &[u8]) -> bool {
    let odd = |byte: &&u8| matches!(byte, 0..=8 | 0xe..=0x19 | 0x1c..=0x1f | 0x7f);
    let odd = bytes.iter().filter(odd).count();
    bytes.contains(&0)
        || odd * 200 > bytes.len()
        || [&b"%PDF-"[..], b"{\\rtf", b"%!PS"].iter().any(|begins| bytes.starts_with(begins))
}

/// The encoding of a text that is not UTF-8, by what its bytes stand beside.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let (whole, broken) = utf8_letters(bytes);
    if whole > broken * 4 {
        return UTF_8;
    }
    // Arabic words are runs of high bytes; French letters stand alone among others.
    let (mut runs, mut lone) = (0_usize, 0_usize);
    let (mut ours, mut iso) = (0_usize, 0_usize);
    for pair in bytes.windows(2) {
        let [one, two] = [0, 1].map(|at| pair.get(at).copied().unwrap_or_default());
        match (one, two) {
            (0xc0.., 0xc0..) => runs += 1,
            (0xc0.., two) if two.is_ascii_alphabetic() => lone += 1,
            (one, 0xc0..) if one.is_ascii_alphabetic() => lone += 1,
            _ => {}
        }
        // Alif and lam, the article, in the one and in the other.
        ours += usize::from([one, two] == [0xc7, 0xe1]);
        iso += usize::from([one, two] == [0xc7, 0xe4]);
    }
    if lone > runs {
        WINDOWS_1252
    } else if iso > ours {
        ISO_8859_6
    } else {
        WINDOWS_1256
    }
}

/// How many letters of more than one byte are whole in UTF-8, and how many bytes fit nowhere.
fn utf8_letters(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(whole, broken), chunk| {
        let letters = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (whole + letters, broken + chunk.invalid().len())
    })
}
