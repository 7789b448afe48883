//! The records opened last, with what a card shows of them and where their caret stood.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::config::{Folders, Kept};
use super::open;
use crate::arabic::When;
use crate::document::{Ahead, Document, OutputKind, Place, Stamp, State, Target};

/// The records opened last, the latest first.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Recents {
    records: Vec<Recent>,
}

/// How many records are remembered.
const MOST: usize = 50;

/// A record opened before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recent {
    /// Its file, links followed.
    #[serde(with = "self::path")]
    pub path: PathBuf,
    /// What it was called, as composed then.
    #[serde(default)]
    pub title: String,
    /// The body that met.
    #[serde(default)]
    pub body: String,
    /// The days of the meeting.
    #[serde(default)]
    pub dates: When,
    /// Its texts, and where each stood on its way.
    #[serde(default)]
    pub outputs: Vec<(OutputKind, State)>,
    /// What is known of the next meeting.
    #[serde(default)]
    pub ahead: Ahead,
    /// When it was opened or saved last.
    #[serde(default)]
    pub opened: Stamp,
    /// Where the caret stood.
    #[serde(default)]
    pub caret: Option<Caret>,
}

/// Where a caret stood in a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Caret {
    /// In whose text.
    pub target: Target,
    /// Bytes from its start.
    pub offset: usize,
}

impl Caret {
    /// The place where the caret stood, as far as the record still has it: somebody else may have changed the file.
    #[must_use]
    pub fn within(&self, document: &Document) -> Option<Place> {
        let offset = match &self.target {
            Target::Field(path) => document.read(*path).floor_char_boundary(self.offset),
            Target::Block(_) | Target::Title(_) => {
                document.rich(&self.target)?.text().floor_char_boundary(self.offset)
            }
            Target::Comment(_) => return None,
        };
        Some(Place::new(self.target.clone(), offset))
    }
}

impl From<&Place> for Caret {
    fn from(place: &Place) -> Self {
        Self { target: place.target.clone(), offset: place.offset }
    }
}

impl Recent {
    /// What is remembered of this record. The title is given, for it is composed.
    #[must_use]
    pub fn new(path: &Path, document: &Document, title: String, opened: Stamp) -> Self {
        Self {
            path: path.to_path_buf(),
            title,
            body: document.meeting().body.name.clone(),
            dates: document.meeting().dates.clone(),
            outputs: document.outputs().iter().map(|output| (output.kind, output.state)).collect(),
            ahead: document.ahead(),
            opened,
            caret: None,
        }
    }
}

impl Recents {
    /// The records, the latest first.
    #[must_use]
    pub fn records(&self) -> &[Recent] {
        &self.records
    }

    /// What is remembered of the record in this file.
    #[must_use]
    pub fn get(&self, path: &Path) -> Option<&Recent> {
        self.records.iter().find(|recent| recent.path == path)
    }

    /// Puts a record first. What was remembered of it is replaced, but for the caret if the new entry has none.
    pub fn note(&mut self, mut recent: Recent) {
        if let Some(at) = self.records.iter().position(|other| other.path == recent.path) {
            let old = self.records.remove(at);
            recent.caret = recent.caret.or(old.caret);
        }
        self.records.insert(0, recent);
        self.settle();
    }

    /// Forgets the record in this file. The file itself stays.
    pub fn forget(&mut self, path: &Path) {
        self.records.retain(|recent| recent.path != path);
    }

    /// The files that are not there. This asks the disk for each; never in a frame.
    #[must_use]
    pub fn missing(&self) -> BTreeSet<PathBuf> {
        let gone = self.records.iter().filter(|recent| !open::exists(&recent.path));
        gone.map(|recent| recent.path.clone()).collect()
    }
}

impl Kept for Recents {
    const NAME: &'static str = "recent";

    fn folder(folders: &Folders) -> &Path {
        &folders.state
    }

    fn settle(&mut self) {
        let mut known = BTreeSet::new();
        self.records.retain(|recent| known.insert(recent.path.clone()));
        self.records.truncate(MOST);
    }
}

/// A path as words, or as bytes where it is none that UTF-8 could hold.
pub(super) mod path {
    use super::{
        Deserializer, OsStrExt, OsString, OsStringExt, Path, PathBuf, SeqAccess, Serialize, Serializer,
        Visitor, de, fmt,
    };

    pub(in crate::store) fn serialize<S: Serializer>(path: &Path, out: S) -> Result<S::Ok, S::Error> {
        match path.to_str() {
            Some(words) => words.serialize(out),
            None => path.as_os_str().as_bytes().serialize(out),
        }
    }

    pub(in crate::store) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<PathBuf, D::Error> {
        from.deserialize_any(Either)
    }

    struct Either;

    impl<'de> Visitor<'de> for Either {
        type Value = PathBuf;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a path, or the list of its bytes")
        }
        fn visit_str<E: de::Error>(self, words: &str) -> Result<PathBuf, E> {
            Ok(PathBuf::from(words))
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<PathBuf, A::Error> {
            let mut bytes = Vec::new();
            while let Some(byte) = seq.next_element()? {
                bytes.push(byte);
            }
            Ok(PathBuf::from(OsString::from_vec(bytes)))
        }
    }
}
