//! The pictures a record names, as they lie beside its file.

use std::path::Path;

use super::{Image, pictures};
use crate::document::Document;
use crate::store::{self, OpenError};

/// The largest picture that is taken along.
const MOST: u64 = 32 * 1024 * 1024;

/// The pictures of a record, as far as they were found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pictures {
    /// The files that were read, by the names the record has for them.
    pub found: Vec<(String, Vec<u8>)>,
    /// The names of those that are there and are larger than what is taken along.
    pub too_large: Vec<String>,
}

impl Pictures {
    /// Reads those that are not known yet from this folder: names, never ways to somewhere else.
    pub fn find_in(&mut self, folder: &Path, document: &Document) {
        for name in pictures(document) {
            let is_known = self.found.iter().any(|(known, _)| known == name);
            let Some(own) = Path::new(name).file_name().filter(|_| !is_known) else { continue };
            match store::read_up_to(&folder.join(own), MOST) {
                Ok(bytes) => self.found.push((name.to_owned(), bytes)),
                Err(OpenError::TooLarge { .. }) => self.too_large.push(name.to_owned()),
                // What is not there, or is no file, is told as not found.
                Err(_) => {}
            }
        }
    }

    /// As a text takes them along.
    #[must_use]
    pub fn images(&self) -> Vec<Image<'_>> {
        self.found.iter().map(|(name, bytes)| Image { name, bytes }).collect()
    }
}
