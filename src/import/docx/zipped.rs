//! The packed file that a DOCX is: its parts by name, none larger than any text needs.

use std::io::{Cursor, ErrorKind, Read as _};

use encoding_rs::Encoding;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::source::ReadError;

/// The most files in one.
const ENTRIES: usize = 4096;
/// The most bytes of one part, unpacked, and of all that are read.
const PART: u64 = 128 * 1024 * 1024;
const ALL: u64 = 192 * 1024 * 1024;
/// How much larger a part may get; XML shrinks to a twentieth, what is made to burst to a thousandth.
const RATIO: u64 = 250;
/// Below this nothing is large enough to hurt.
const HARMLESS: u64 = 8 * 1024 * 1024;

/// A packed file.
pub(super) struct Zipped<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
    read: u64,
}

impl<'b> Zipped<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        // The directory is read as a whole: its entries are counted before.
        let entries = bytes.windows(4).filter(|four| *four == b"PK\x01\x02").count();
        if entries > ENTRIES {
            return Err(ReadError::Bomb);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        let names = archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        Ok(Self { archive, names, read: 0 })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A part's bytes; `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        // Some programs differ in the case of names.
        let Some(at) = self.names.iter().position(|other| other.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let file = self.archive.by_index(at).map_err(|error| broken(&error))?;
        if file.encrypted() {
            return Err(ReadError::Encrypted);
        }
        let packed = file.compressed_size();
        let most = PART.min(ALL.saturating_sub(self.read)).min(packed.saturating_mul(RATIO).max(HARMLESS));
        if file.size() > most {
            return Err(ReadError::Bomb);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(file.size()).unwrap_or(0));
        // What the directory says of the size need not be so.
        file.take(most + 1).read_to_end(&mut bytes).map_err(|error| match error.kind() {
            ErrorKind::Unsupported => ReadError::NotDocx,
            _ => ReadError::Damaged,
        })?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(ReadError::Bomb);
        }
        self.read += size;
        Ok(Some(in_utf8(bytes)))
    }
}

/// A part in UTF-16, which is allowed and rare, in UTF-8.
fn in_utf8(bytes: Vec<u8>) -> Vec<u8> {
    match Encoding::for_bom(&bytes) {
        Some((encoding, _)) => encoding.decode_with_bom_removal(&bytes).0.into_owned().into_bytes(),
        None => bytes,
    }
}

fn broken(error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ReadError::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => ReadError::NotDocx,
        _ => ReadError::Damaged,
    }
}
