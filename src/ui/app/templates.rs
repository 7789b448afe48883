//! Templates edited in the window: one's own as the file it is, one of the program's as a copy of one's own.

use std::path::Path;

use super::App;
use crate::store::{self, SaveError};
use crate::template::{self, TemplateInfo};

impl App {
    /// Opens the template that the record that is shown came from.
    pub(super) fn edit_template(&mut self) {
        let Some(id) = self.record().map(|open| open.editor().document().template().id.clone()) else {
            return;
        };
        let Some(folders) = self.kept.folders.clone() else { return };
        let own = self.own.iter().find(|own| own.id == id).map(|own| own.path.clone());
        let path = own.or_else(|| {
            let document = template::load(&id)?.renamed(store::random_record_id());
            match store::save_template(&folders, &document) {
                Ok(saved) => Some(saved.path),
                // One that cannot be read lies there; it was told of at the start.
                Err(SaveError::Exists) => Some(
                    store::templates_folder(&folders).join(format!("{}.mahdar", store::template_id(&id))),
                ),
                Err(error) => {
                    let (key, values) = error.message();
                    self.notice = Some(self.told(key, &values, Path::new(&id)));
                    None
                }
            }
        });
        let Some(path) = path else { return };
        self.find_templates();
        self.read(&path);
        let opened = self.tab().and_then(|tab| tab.open.path()).is_some_and(|own| store::is_same(own, &path));
        if opened {
            let name = self.template_name(&id);
            self.toast = Some((self.words.with("template-opened", &[("name", name.into())]), 0.0));
        }
    }

    /// A template that was saved is offered as it is now.
    pub(super) fn template_saved(&mut self, path: &Path) {
        let Some(folders) = &self.kept.folders else { return };
        let folder = store::templates_folder(folders);
        if !path.parent().is_some_and(|parent| store::is_same(parent, &folder)) {
            return;
        }
        let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        self.find_templates();
        self.gallery.forget(&id);
        self.offers = None;
        let name = self.template_name(&id);
        self.toast = Some((self.words.with("template-saved", &[("name", name.into())]), 0.0));
    }

    fn template_name(&self, id: &str) -> String {
        let own = self.own.iter().find(|own| own.id == id);
        own.map_or_else(|| id.to_owned(), |own| TemplateInfo::of(id, &own.document).name)
    }
}
