//! A person's own templates: records in a folder of theirs, each read for itself, so that a broken one harms no other.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Folders, OpenError, Opened, SaveError, Saved, create, disk, open, save};
use crate::document::{Document, Entry, Field, Person, Step, Template};

/// The ending of a template's file, as of any record.
const ENDING: &str = "mahdar";

/// The ending of a template that is given to others.
pub const TEMPLATE_EXTENSION: &str = "mahdar-template";

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
            Ok(Opened { document, path, .. }) => found.sound.push(OwnTemplate { id, path, document }),
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

/// Keeps a template under its name, with a number behind it where there is one of that name.
///
/// # Errors
/// Every [`SaveError`] but [`SaveError::Exists`].
pub fn add_template(folders: &Folders, template: &Document) -> Result<String, SaveError> {
    let Template { id: own_id, name, about } = template.template();
    let name = if name.trim().is_empty() { own_id } else { name.trim() };
    let known = own_templates(folders).sound;
    let mut count = 0;
    loop {
        count += 1;
        let name = if count == 1 { name.to_owned() } else { format!("{name} {count}") };
        if known.iter().any(|own| own.document.template().name == name) {
            continue;
        }
        let id = template_id(if count == 1 && !own_id.is_empty() { own_id } else { &name });
        let offer = Template { id: id.clone(), name, about: about.clone() };
        match save_template(folders, &offered(template, offer)) {
            Ok(_) => return Ok(id),
            Err(SaveError::Exists) if count <= MOST => {}
            Err(error) => return Err(error),
        }
    }
}

/// Writes a template of one's own anew, as it is called and described now.
///
/// # Errors
/// Every [`SaveError`].
pub fn offer_template(own: &OwnTemplate, name: &str, about: &str) -> Result<(), SaveError> {
    let offer = Template { id: own.id.clone(), name: name.to_owned(), about: about.to_owned() };
    save(&offered(&own.document, offer), &own.path, None).map(drop)
}

/// Lets the file of a template of one's own go.
///
/// # Errors
/// What the disk says.
pub fn remove_template(own: &OwnTemplate) -> Result<(), SaveError> {
    Ok(disk::remove(&own.path)?)
}

/// Puts back what was let go, where nothing is by now.
///
/// # Errors
/// [`SaveError::Exists`] where there is something, and every other [`SaveError`].
pub fn put_template_back(own: &OwnTemplate) -> Result<(), SaveError> {
    create(&own.document, &own.path).map(drop)
}

/// A template as it is given to others: of its people nothing is told but names and offices.
#[must_use]
pub fn given_template(template: &Document) -> Document {
    let mut given = template.clone();
    for (id, person) in template.people() {
        let public = Person { phone: String::new(), identity: String::new(), ..person.clone() };
        // A person that is there can be changed.
        let _ = given.apply(Step::Put(Entry::Person(*id, Some(public))));
    }
    given
}

fn offered(template: &Document, offer: Template) -> Document {
    let mut document = template.clone();
    // No record is refused a name; one that is too long is told of when it is saved.
    let _ = document.apply(Step::SetField(Field::Template(offer)));
    document
}
