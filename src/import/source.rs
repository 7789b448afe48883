//! The text of another program: which format it is in, all its words, and its paragraphs with what was seen of them.

use std::fmt;
use std::ops::Range;
use std::path::Path;

use super::{docx, html, markdown, plain};
use crate::arabic::cues::Words;
use crate::arabic::{Removed, lead, roll};
use crate::document::Mark;

/// The largest text that is read: 64 MiB.
pub const LIMIT: usize = 64 * 1024 * 1024;

/// The format a text came in, found by what it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Text with the marks of Markdown.
    Markdown,
    /// A page or a clipboard in HTML.
    Html,
    /// A word processor's file.
    Docx,
}

impl Format {
    /// What a file's name says of its format.
    #[must_use]
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "docx" | "docm" | "dotx" | "dotm" => Some(Self::Docx),
            _ => None,
        }
    }
}

/// What was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Read {
    /// Its format.
    pub format: Format,
    /// All its words as plain text, labels of lists included, to be kept with the record.
    pub text: String,
    /// Its paragraphs in order, the empty ones left out. Their texts are clean: no line end, nothing invisible, in
    /// normal form, nothing but a letter at either end.
    pub paragraphs: Vec<Para>,
    /// What was converted, taken or left out, in the order in which it is told.
    pub notes: Vec<Told>,
}

/// One line or paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Para {
    /// Its words; a table's row has a tab between its cells.
    pub text: String,
    /// Bold, underline and strike: which bytes of the text, in order of their start.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// The level of a heading, from 1; 1 is also the title of a DOCX.
    pub heading: Option<u8>,
    /// The item of a list, where the source said that it is one. Plain text keeps its label in the text.
    pub list: Option<Listed>,
    /// Whether it stands in the middle of the line.
    pub centred: bool,
    /// The row of a table with more than one cell in it.
    pub row: Option<Row>,
    /// The row of a table in which nothing else stands: the paragraph is as it would be without the table.
    pub alone: Option<Box<Row>>,
    /// What the source sets it apart as.
    pub apart: Option<Apart>,
    /// Whether it goes on from the paragraph before after a line break that is no paragraph's end.
    pub continues: bool,
    /// Whether an empty paragraph or line stood before it.
    pub spaced: bool,
    /// How far in a line of plain text begins, in spaces.
    pub indent: usize,
}

/// What a paragraph is that stands apart from the text around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Apart {
    /// A fact said of the text as a whole, before it, for programs: «name: value».
    Front,
    /// Somebody's words.
    Quoted,
}

/// An item of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// How deep it is, from 0.
    pub level: u8,
    /// Its number or bullet as it was shown: «1.», «أ-», «•».
    pub label: String,
    /// Whether the label counts: a number, a letter, an ordinal.
    pub numbered: bool,
    /// Which list of the source it belongs to: items of one list have one number.
    pub list: usize,
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Which table of the source, from 0.
    pub table: usize,
    /// Whether it names the columns.
    pub head: bool,
    /// The words of each cell; the text of the paragraph has them with tabs between.
    pub cells: Vec<String>,
}

/// What reading changed, took or left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Told {
    /// It was in this encoding, not UTF-8, and was converted.
    Encoding(&'static str),
    /// These invisible or odd characters were removed or replaced.
    Cleaned(Removed),
    /// So many of these.
    Found(Left, usize),
}

/// Parts of a source that are no plain paragraphs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Left {
    /// Characters that the encoding does not know, shown as U+FFFD.
    Unreadable,
    /// Macros, which were not looked at.
    Macros,
    /// Scripts, which were not looked at.
    Scripts,
    /// Hidden words, left out.
    Hidden,
    /// Pictures, left out.
    Pictures,
    /// Remarks, left out.
    Comments,
    /// Suggested words, taken.
    Insertions,
    /// Words suggested to be dropped, left out.
    Deletions,
    /// Tables, of which each row is a paragraph.
    Tables,
    /// Footnotes and endnotes, put at the end.
    Footnotes,
    /// Text boxes, put after the paragraph they hang on.
    TextBoxes,
    /// The words at the head and foot of each page, kept with the source alone.
    PageMargins,
    /// Objects of other programs, left out.
    Objects,
}

impl Told {
    /// The key of the message, and the count in it: as [`crate::words::Words::counted`] takes them.
    #[must_use]
    pub fn said(&self) -> Vec<(&'static str, usize)> {
        match self {
            Self::Encoding(_) => Vec::new(),
            Self::Cleaned(removed) => removed.said(),
            Self::Found(left, count) => vec![(left.key(), *count)],
        }
    }
}

impl Left {
    /// The key of its message, which has a `count`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "import-unreadable",
            Self::Macros => "import-macros",
            Self::Scripts => "import-scripts",
            Self::Hidden => "import-hidden",
            Self::Pictures => "import-pictures",
            Self::Comments => "import-comments",
            Self::Insertions => "import-insertions",
            Self::Deletions => "import-deletions",
            Self::Tables => "import-tables",
            Self::Footnotes => "import-footnotes",
            Self::TextBoxes => "import-text-boxes",
            Self::PageMargins => "import-page-margins",
            Self::Objects => "import-objects",
        }
    }

    /// Its word in `--json`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.key().strip_prefix("import-").unwrap_or_default()
    }
}

/// Why a text could not be read. Nothing was changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// It holds nothing.
    Empty,
    /// It is larger than anything that is read.
    TooBig,
    /// It is neither text nor a format that is read.
    Binary,
    /// It is encrypted: a password is asked for.
    Encrypted,
    /// It is in Word's format of before 2007.
    OldWord,
    /// It is a packed file of another kind.
    NotDocx,
    /// It stops before its end, or its pieces do not fit together.
    Damaged,
    /// It would grow beyond every measure when unpacked.
    Bomb,
    /// Its parts nest deeper than those of any text.
    TooDeep,
    /// It is sound and has no words in it.
    NoText,
    /// It is a record of ours, to be opened.
    Record,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "it is empty",
            Self::TooBig => "it is larger than 64 MiB",
            Self::Binary => "it is not text, HTML or DOCX",
            Self::Encrypted => "it is encrypted",
            Self::OldWord => "it is in the format of Word before 2007",
            Self::NotDocx => "it is a packed file, but not a DOCX",
            Self::Damaged => "it is damaged or stops before its end",
            Self::Bomb => "it grows beyond measure when unpacked",
            Self::TooDeep => "its parts nest too deep",
            Self::NoText => "there are no words in it",
            Self::Record => "it is a record of Mahdar, to be opened as it is",
        })
    }
}

impl std::error::Error for ReadError {}

impl ReadError {
    /// The key of the message for people; the value in it is the file's name, `path`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "import-error-empty",
            Self::TooBig => "import-error-too-big",
            Self::Binary => "import-error-binary",
            Self::Encrypted => "import-error-encrypted",
            Self::OldWord => "import-error-old-word",
            Self::NotDocx => "import-error-not-docx",
            Self::Damaged => "import-error-damaged",
            Self::Bomb => "import-error-bomb",
            Self::TooDeep => "import-error-too-deep",
            Self::NoText => "import-error-no-text",
            Self::Record => "import-error-record",
        }
    }
}

impl Read {
    /// Whether it says what another reading of the same text says: nothing of that is missing, and little is added,
    /// as labels of lists are.
    #[must_use]
    pub fn says_what(&self, other: &Self) -> bool {
        let letters = |read: &Self| read.text.chars().filter(|letter| letter.is_alphabetic()).count();
        let (ours, theirs) = (letters(self), letters(other));
        ours >= theirs && ours - theirs <= theirs / 10 + 40
    }
}

/// Reads a text of another program. The hint is what its name or the clipboard says it is; what it holds decides,
/// and only where that leaves room does the hint: text with tags in it is HTML if it says so.
///
/// # Errors
/// [`ReadError`].
pub fn read(bytes: &[u8], hint: Option<Format>) -> Result<Read, ReadError> {
    if bytes.len() > LIMIT {
        return Err(ReadError::TooBig);
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let mut read = docx::read(bytes)?;
        part_head(&mut read.paragraphs);
        return Ok(read);
    }
    if bytes.starts_with(OLE) {
        return Err(inside_ole(bytes));
    }
    let decoded = plain::decode(bytes, html::charset(bytes))?;
    let head = decoded.text.trim_start();
    if head.starts_with("// mahdar ") {
        return Err(ReadError::Record);
    }
    if html::is_page(head) || hint == Some(Format::Html) && html::has_tags(head) {
        return html::read(decoded);
    }
    if hint == Some(Format::Markdown) || markdown::has_front(head) {
        return markdown::read(decoded);
    }
    plain::read(decoded)
}

/// Parts the outgoing number from place and day, which stand side by side above many a text.
fn part_head(paragraphs: &mut Vec<Para>) {
    let is_both = |para: &Para| {
        let parts = para.text.split_once('\t').filter(|_| para.row.is_none());
        parts.is_some_and(|(number, day)| {
            let day = day.trim();
            roll::number(number).is_some() && lead::is_place_and_day(day, &Words::of(day))
        })
    };
    let Some(at) = paragraphs.iter().take(12).position(is_both) else { return };
    let Some(para) = paragraphs.get_mut(at) else { return };
    let Some(tab) = para.text.find('\t') else { return };
    let day = Para { text: para.text.split_off(tab).trim().to_owned(), ..Para::default() };
    para.text.truncate(para.text.trim_end().len());
    let length = para.text.len();
    para.marks.retain(|(range, _)| range.end <= length);
    paragraphs.insert(at + 1, day);
}

/// How the compound files of older Office programs begin, and those of encrypted newer ones.
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// What is in a compound file, by the names in its directory, which are in UTF-16.
fn inside_ole(bytes: &[u8]) -> ReadError {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") {
        ReadError::Encrypted
    } else if holds("WordDocument") {
        ReadError::OldWord
    } else {
        ReadError::Binary
    }
}
