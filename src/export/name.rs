//! The names of files: readable Arabic that every disk takes.

use super::Format;
use crate::arabic;
use crate::document::{Document, OutputKind};
use crate::template;

/// The most characters and bytes of a name, its ending left out: Windows takes 255 of all, eCryptfs 143 bytes, and a
/// name is read in a narrow column.
const MOST_LETTERS: usize = 70;
const MOST_BYTES: usize = 130;

/// The name to propose for a file: the title of the text, else its body and its day, else what it is.
#[must_use]
pub fn file_name(document: &Document, output: OutputKind, format: Format) -> String {
    let meeting = document.meeting();
    let day = meeting.dates.last().map(|day| day.to_string()).unwrap_or_default();
    let body = format!("{} {day}", meeting.body.name);
    let stem = [template::title(document, output), body]
        .iter()
        .map(|words| stem(words))
        .find(|stem| !stem.is_empty())
        .unwrap_or_else(|| output.keyword().to_owned());
    let kind = match format {
        Format::HtmlFragment => ".fragment",
        Format::ReviewPdf => ".review",
        Format::Whatsapp => ".whatsapp",
        Format::Facebook => ".facebook",
        Format::Site => ".site",
        Format::Txt
        | Format::Markdown
        | Format::Html
        | Format::Docx
        | Format::Odt
        | Format::Pdf
        | Format::Ron => "",
    };
    format!("{stem}{kind}.{}", format.ending())
}

/// Words as a part of a file's name: nothing that shows nothing, nothing a disk or a shell reads, not hidden, not long.
fn stem(words: &str) -> String {
    let clean = arabic::for_readers(words);
    let letter = |c: char| match c {
        '/' | '\\' | '|' | ':' => '-',
        '"' | '<' | '>' | '?' | '*' => ' ',
        c if c.is_control() || arabic::is_forbidden(c) => ' ',
        c => c,
    };
    let spaced: String = clean.chars().map(letter).collect();
    let mut stem = String::new();
    for word in spaced.split_whitespace() {
        let before = stem.len();
        if before > 0 {
            stem.push(' ');
        }
        stem.push_str(word);
        if stem.chars().count() > MOST_LETTERS || stem.len() > MOST_BYTES {
            if before > 0 {
                stem.truncate(before);
            } else {
                stem = cut(&stem);
            }
            break;
        }
    }
    let stem = stem.trim_matches(|c: char| matches!(c, '.' | ' ' | '-' | '~' | '،' | ':' | '؛'));
    if is_device(stem) { format!("{stem}_") } else { stem.to_owned() }
}

/// The beginning of one long word.
fn cut(word: &str) -> String {
    let mut cut = String::new();
    for c in word.chars().take(MOST_LETTERS) {
        if cut.len() + c.len_utf8() > MOST_BYTES {
            break;
        }
        cut.push(c);
    }
    cut
}

/// The names that Windows keeps for devices.
fn is_device(stem: &str) -> bool {
    let stem = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = |name: &str| {
        stem.strip_prefix(name)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}
