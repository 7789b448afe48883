//! The only module that touches the disk: records and small files, read whole and saved whole or not at all.

#![expect(clippy::disallowed_methods, reason = "here, and nowhere else, the disk is written to")]

mod atomic;
mod config;
mod format;
mod open;
mod place;
mod random;
mod recent;
mod roster;
mod save;
mod settings;
mod templates;

pub use config::{Folders, Kept, Loaded, Notice, change, load, path_of};
pub use format::{FORMAT, parse, write};
pub use open::{LIMIT, OpenError, Opened, exists, is_same, open, open_bytes, read_bytes, read_from};
pub use random::{random_record_id, random_session};
pub use recent::{Caret, Recent, Recents};
pub use roster::Roster;
pub use save::{Overwrite, SaveError, SaveWarning, Saved, create, save, write_bytes};
pub use settings::{Settings, Theme, ZOOM};
pub use templates::{OwnTemplate, OwnTemplates, own_templates, save_template, template_id, templates_folder};

use std::fmt;

use sha2::{Digest as _, Sha256};

/// SHA-256 of a file's bytes: what the disk held when it was read or written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
