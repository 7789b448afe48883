//! The only module that touches the disk: records and small files, read whole and saved whole or not at all.

mod atomic;
mod backups;
mod config;
mod copies;
mod disk;
mod floor;
mod format;
mod journal;
mod lock;
mod open;
mod phrases;
mod place;
mod profile;
mod published;
mod publishing;
mod random;
mod recent;
mod removable;
mod report;
pub mod roster;
mod salvage;
mod save;
mod scan;
mod settings;
mod templates;
mod upgrade;
mod watch;

pub use backups::{BACKUPS, Earlier, backups_folder, earlier_states};
pub use config::{Folders, Kept, Loaded, Notice, change, load, path_of};
pub use copies::{is_copy, sync_copies};
#[doc(hidden)]
pub use disk::faults;
pub use floor::{Caller, Floor, Floors};
pub use format::{FORMAT, parse, write};
pub use journal::{
    FoundJournal, Journal, JournalError, JournalNews, JournalTrouble, JournalWriter, KeptJournal, Recovered,
    discard_journal, flush_journals, found_journals, replay_journal,
};
pub use lock::{Claim, Held, Holder, Lock, held, path_of as lock_of};
pub use open::{
    EXTENSION, LIMIT, OpenError, Opened, all_from, exists, is_record, is_same, open, open_bytes, read_bytes,
    read_from, read_up_to,
};
pub use phrases::Phrases;
pub use profile::{
    BODY_EXTENSION, Bodies, Picture, PictureError, Profile, Shared, Taken, may_be_one, parse_number,
    read_body, write_body,
};
pub use published::{Published, Sent, Way, web_address};
pub use publishing::{
    Outdated, Piece, make_publishing_folder, place_of, publishing_folder, remove_temporary,
    update_publishing_folder, write_temporary,
};
pub use random::{random_record_id, random_session};
pub use recent::{Caret, Recent, Recents};
pub use removable::{copy_out, removable_folders, removable_in};
pub use report::write_report;
pub use roster::Roster;
pub use salvage::{Left, Lost, Part, Salvaged, salvage};
pub use save::{Overwrite, SaveError, SaveWarning, Saved, create, save, save_and_keep, write_bytes};
pub use settings::{PhraseManner, Settings, Theme, ZOOM};
pub use templates::{
    OwnTemplate, OwnTemplates, TEMPLATE_EXTENSION, add_template, given_template, offer_template,
    own_templates, put_template_back, remove_template, save_template, template_id, templates_folder,
};
pub use watch::{News, Noticed, Watch, Watched, can_write};

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use crate::document::RecordId;

/// SHA-256 of a file's bytes: what the disk held when it was read or written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// A record's name made of it: the same bytes give the same name.
    fn record(self) -> RecordId {
        let half = self.0.first_chunk::<16>().copied().unwrap_or_default();
        RecordId(u128::from_be_bytes(half))
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

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(from)?;
        let nibble = |digit: char| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let nibbles: Option<Vec<u8>> = digits.chars().map(nibble).collect();
        let nibbles = nibbles.filter(|nibbles| nibbles.len() == 64);
        let nibbles = nibbles.ok_or_else(|| de::Error::custom("a digest is 64 hexadecimal digits"))?;
        let mut digest = [0; 32];
        for (byte, pair) in digest.iter_mut().zip(nibbles.chunks(2)) {
            *byte = pair.iter().fold(0, |byte, nibble| (byte << 4) | nibble);
        }
        Ok(Self(digest))
    }
}
