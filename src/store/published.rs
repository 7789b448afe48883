//! What of each record was published: where and when. It is told in the window and never written into the record.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::config::{Folders, Kept};
use crate::arabic;
use crate::document::{OutputKind, RecordId, Stamp};

/// How many times are kept of one record, and of how many records.
const MOST: usize = 300;
const RECORDS: usize = 2000;

/// What of each record was published, the latest last.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Published {
    records: BTreeMap<RecordId, Vec<Sent>>,
}

/// One time a text left the house.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sent {
    /// The word of the channel.
    pub channel: String,
    /// Which text.
    pub output: OutputKind,
    /// How it left.
    pub way: Way,
    /// When.
    pub at: Stamp,
    /// The file or folder it was written to; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Where on the web it can be read; empty where that is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
}

/// How many bytes a link may have.
const LINK: usize = 2000;

/// The address of a page as somebody typed or pasted it, with its scheme; nothing for what is none.
#[must_use]
pub fn web_address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let rest = match typed.split_once("://") {
        Some((scheme, rest)) if ["http", "https"].iter().any(|own| scheme.eq_ignore_ascii_case(own)) => rest,
        Some(_) => return None,
        None => typed,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-')
    };
    // A name of the web: no number, no machine of the house, nobody's name before it.
    let is_named = host.rsplit_once('.').is_some_and(|(_, last)| last.chars().all(char::is_alphabetic));
    let is_host = is_named && host.split('.').all(is_label);
    let is_port = !port.is_empty() && port.len() <= 5 && port.bytes().all(|digit| digit.is_ascii_digit());
    let is_plain = !typed.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
    // Nothing in it is unseen.
    let is_seen = arabic::for_readers(typed) == typed;
    let is_link = is_host && is_port && is_plain && is_seen && typed.len() <= LINK;
    let has_scheme = rest.len() < typed.len();
    is_link.then(|| if has_scheme { typed.to_owned() } else { format!("https://{typed}") })
}

/// How a text left the house.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum Way {
    /// To the clipboard.
    Copied,
    /// Into a file.
    Saved,
    /// Into a publishing folder.
    Folder,
    /// To the printer, or to a program that prints.
    Printed,
    /// Somebody noted that it was published.
    Noted,
}

impl Way {
    /// The word of messages and logs.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Copied => "copied",
            Self::Saved => "saved",
            Self::Folder => "folder",
            Self::Printed => "printed",
            Self::Noted => "noted",
        }
    }
}

impl Published {
    /// What is known of a record, the latest last.
    #[must_use]
    pub fn of(&self, record: RecordId) -> &[Sent] {
        self.records.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The last time this record went to this channel.
    #[must_use]
    pub fn last(&self, record: RecordId, channel: &str) -> Option<&Sent> {
        self.of(record).iter().rev().find(|sent| sent.channel == channel)
    }

    /// Keeps one more.
    pub fn note(&mut self, record: RecordId, sent: Sent) {
        self.records.entry(record).or_default().push(sent);
        self.settle();
    }
}

impl Kept for Published {
    const NAME: &'static str = "published";

    fn folder(folders: &Folders) -> &Path {
        &folders.state
    }

    fn settle(&mut self) {
        for sent in self.records.values_mut() {
            sent.drain(..sent.len().saturating_sub(MOST));
        }
        self.records.retain(|_, sent| !sent.is_empty());
        while self.records.len() > RECORDS {
            let latest = |sent: &Vec<Sent>| sent.iter().map(|sent| sent.at).max();
            let Some(oldest) =
                self.records.iter().min_by_key(|(_, sent)| latest(sent)).map(|(record, _)| *record)
            else {
                return;
            };
            self.records.remove(&oldest);
        }
    }
}
