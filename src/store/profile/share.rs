//! A body as one file that another secretariat can take in: RON with its logo and templates inside.

use serde::{Deserialize, Serialize};

use super::Profile;
use crate::document::{Document, RecordId};
use crate::store::open::OpenError;
use crate::store::{format, scan};

/// The ending of such a file's name.
pub const BODY_EXTENSION: &str = "mahdar-body";

const FIRST: &str = "// mahdar body ";
const FORMAT: u32 = 1;
/// As many templates as are taken.
const MOST: usize = 100;

/// What such a file holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Shared {
    /// The body's name for life: taken in again, it is the same body.
    pub id: RecordId,
    /// The body.
    pub profile: Profile,
    /// Its templates.
    pub templates: Vec<Document>,
}

#[derive(Serialize, Deserialize)]
struct File {
    id: RecordId,
    body: Profile,
    #[serde(default)]
    templates: Vec<String>,
}

/// The bytes of such a file. Which records have which numbers stays here; where the count stands goes along. Of the
/// people in templates nothing is told but names and offices.
#[must_use]
pub fn write_body(id: RecordId, profile: &Profile, templates: &[&Document]) -> String {
    let mut body = profile.clone();
    for taken in std::mem::take(&mut body.taken) {
        let last = body.last.entry(taken.year).or_default();
        *last = (*last).max(taken.number);
    }
    let shape = |document: &&Document| {
        let offer = document.template().clone();
        format::write(&document.as_template(document.id(), offer))
    };
    let templates = templates.iter().take(MOST).map(shape).collect();
    let mut file = format!("{FIRST}{FORMAT}\n");
    format::write_value(&mut file, &File { id, body, templates });
    file
}

/// What these bytes hold.
///
/// # Errors
/// [`OpenError`]: no such file, broken, of a newer release, or beyond a limit.
pub fn read_body(bytes: &[u8]) -> Result<Shared, OpenError> {
    let text = format::text(bytes)?;
    let first = text.lines().next().unwrap_or_default();
    let number = first.strip_prefix(FIRST).ok_or(OpenError::NoFirstLine)?;
    match number.trim().parse::<u32>() {
        Ok(FORMAT) => {}
        Ok(found) if found > FORMAT => return Err(OpenError::Newer { found }),
        _ => return Err(OpenError::WrongFormat { found: number.chars().take(40).collect() }),
    }
    scan::census(text)?;
    let File { id, mut body, templates } = format::value::<File>(text)?;
    body.taken.clear();
    body.letterhead.logo = if body.picture.is_empty() { String::new() } else { body.picture.file_name() };
    let read = |text: &String| format::parse(text.as_bytes());
    let templates = templates.iter().take(MOST).map(read).collect::<Result<_, _>>()?;
    Ok(Shared { id, profile: body, templates })
}
