//! A person's own templates: records in a folder of theirs, each read for itself, so that a broken one harms no other.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Folders, OpenError, Opened, SaveError, Saved, create, disk, open};
use crate::document::Document;

/// The ending of a template's file, as of any record.
const ENDING: &str = "mahdar";

/// As many as are read.
const MOST: usize = 500;

/// A template of somebody's own.
#[derive(Clone, Debug)]
pub struct OwnTemplate {
    /// The name of its file without the ending: the word of the command line.
    pub id: String,
    /// The file.
    pub path: PathBuf,
    /// The record.
    pub document: Document,
}

/// What the folder holds.
#[derive(Debug, Default)]
pub struct OwnTemplates {
    /// Those that can be used, by name.
    pub sound: Vec<OwnTemplate>,
    /// Those that cannot, and why: broken, or of a newer release. They are left as they are.
    pub unusable: Vec<(PathBuf, OpenError)>,
}

/// The folder of somebody's own templates.
#[must_use]
pub fn templates_folder(folders: &Folders) -> PathBuf {
    folders.data.join("templates")
}

/// Reads them all. No folder is no template; nothing is ever changed.
#[must_use]
pub fn own_templates(folders: &Folders) -> OwnTemplates {
    let folder = templates_folder(folders);
    let mut found = OwnTemplates::default();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return found,
        Err(error) => {
            found.unusable.push((folder, error.into()));
            return found;
        }
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == ENDING) && !is_hidden(path));
    paths.sort();
    for path in paths.into_iter().take(MOST) {
        let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match open(&path) {
            Ok(Opened { document, .. }) => found.sound.push(OwnTemplate { id, path, document }),
            Err(error) => found.unusable.push((path, error)),
        }
    }
    found
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

/// A name for the file of a template that people call so: what a file name cannot hold becomes a hyphen.
#[must_use]
pub fn template_id(name: &str) -> String {
    let plain = |c: char| if c.is_control() || c == '/' || c == '\\' || c == ' ' { '-' } else { c };
    let words: String = name.trim().chars().map(plain).take(80).collect();
    let words = words.trim_matches(['-', '.']);
    if words.is_empty() { "template".to_owned() } else { words.to_owned() }
}

/// Keeps a template under its own id, where none of that name is yet.
///
/// # Errors
/// [`SaveError::Exists`] where there is one, and every other [`SaveError`].
pub fn save_template(folders: &Folders, template: &Document) -> Result<Saved, SaveError> {
    let folder = templates_folder(folders);
    disk::make_folder(&folder)?;
    let id = template_id(&template.template().id);
    create(template, &folder.join(format!("{id}.{ENDING}")))
}
