//! A packed file of XML parts, written part by part as a stream: fixed dates, so that the same parts give the same bytes.

use std::fmt;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Error;

/// How much of a part is gathered before it is deflated.
const GATHERED: usize = 64 * 1024;
/// XML shrinks to a tenth at the fastest level already.
const LEVEL: i64 = 1;

/// The packed file that a DOCX or an ODT is.
pub(super) struct Pack {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    part: String,
    broken: Option<String>,
    /// It is no file but a piece of one, which is put in later.
    is_piece: bool,
}

impl Pack {
    pub(super) fn new() -> Self {
        let zip = ZipWriter::new(Cursor::new(Vec::new()));
        let part = String::with_capacity(GATHERED + GATHERED / 4);
        Self { zip, part, broken: None, is_piece: false }
    }

    /// A piece of a part, to be put in where its turn comes.
    pub(super) fn piece() -> Self {
        Self { is_piece: true, ..Self::new() }
    }

    /// The markup of a piece.
    pub(super) fn markup(&self) -> &str {
        if self.is_piece { &self.part } else { "" }
    }

    /// Begins an XML part, which what is put in from now on belongs to.
    pub(super) fn begin(&mut self, name: &str) {
        self.start(name, CompressionMethod::Deflated);
        self.put(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
        self.put("\n");
    }

    /// A part that is bytes of its own: a picture, or the type of the file.
    pub(super) fn whole(&mut self, name: &str, bytes: &[u8]) {
        self.start(name, CompressionMethod::Stored);
        let written = self.zip.write_all(bytes);
        self.note(written.map_err(|error| error.to_string()));
    }

    fn start(&mut self, name: &str, method: CompressionMethod) {
        self.flush();
        let level = (method == CompressionMethod::Deflated).then_some(LEVEL);
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .compression_level(level)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        let started = self.zip.start_file(name, options);
        self.note(started.map_err(|error| error.to_string()));
    }

    /// Markup, as it is.
    pub(super) fn put(&mut self, markup: &str) {
        self.part.push_str(markup);
        if self.part.len() >= GATHERED {
            self.flush();
        }
    }

    /// Markup with values in it; words among them are [`Plain`].
    pub(super) fn form(&mut self, markup: fmt::Arguments<'_>) {
        // A string takes all it is given.
        let _ = fmt::Write::write_fmt(&mut self.part, markup);
    }

    /// Words.
    pub(super) fn words(&mut self, words: &str) {
        escape(words, &mut self.part);
        if self.part.len() >= GATHERED {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if self.is_piece {
            return;
        }
        let written = self.zip.write_all(self.part.as_bytes());
        self.part.clear();
        self.note(written.map_err(|error| error.to_string()));
    }

    fn note(&mut self, written: Result<(), String>) {
        if let Err(error) = written {
            self.broken.get_or_insert(error);
        }
    }

    /// The file.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Error> {
        self.flush();
        match (self.broken, self.zip.finish()) {
            (None, Ok(file)) => Ok(file.into_inner()),
            (Some(error), _) => Err(Error::Packing(error)),
            (None, Err(error)) => Err(Error::Packing(error.to_string())),
        }
    }
}

/// Words for the markup around them.
pub(super) struct Plain<'a>(pub(super) &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(self.0, f);
        Ok(())
    }
}

/// Words without what XML takes for its own and without the characters that XML 1.0 forbids.
fn escape(words: &str, out: &mut impl fmt::Write) {
    let mut from = 0;
    for (at, byte) in words.bytes().enumerate() {
        let instead = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            0..=8 | 11..=31 => "",
            // U+FFFE and U+FFFF: the only forbidden ones of more than one byte that a string can hold.
            0xEF if matches!(words.as_bytes().get(at..at + 3), Some([0xEF, 0xBF, 0xBE | 0xBF])) => "",
            _ => continue,
        };
        let _ = out.write_str(words.get(from..at).unwrap_or_default());
        let _ = out.write_str(instead);
        from = at + if byte == 0xEF { 3 } else { 1 };
    }
    let _ = out.write_str(words.get(from..).unwrap_or_default());
}
