//! Templates edited in the window: one's own as the file it is, one of the program's as a copy of one's own.

use std::path::{Path, PathBuf};

use eframe::egui;

use super::{App, Dialog};
use crate::document::{Document, Target, Template};
use crate::edit::Command;
use crate::store::{self, OpenError, OwnTemplate, SaveError, TEMPLATE_EXTENSION};
use crate::template::{self, TemplateInfo};
use crate::ui::action::{Action, OfTemplate, Wording};
use crate::ui::files::Purpose;

/// What takes a change of the templates back, and what was said of it.
pub(super) struct Back {
    what: Change,
    told: String,
}

enum Change {
    /// It was let go.
    Gone(Box<OwnTemplate>),
    /// It came.
    Came(String),
    /// It was like this.
    Was(Box<OwnTemplate>),
}

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

    /// The template of one's own that is shown as a record.
    pub(super) fn shown_template(&self) -> Option<&OwnTemplate> {
        let path = self.tab()?.open.path()?;
        self.own.iter().find(|own| own.path == path)
    }

    pub(super) fn ask_words(&mut self, what: Wording, name: String) {
        self.dialog = Some((Dialog::Template { what, name, wrong: String::new() }, true));
    }

    /// Does this with the template of this id, or with the one that is shown.
    pub(super) fn of_template(&mut self, ctx: &egui::Context, what: OfTemplate, id: Option<&str>) {
        let own = match id {
            Some(id) => self.own.iter().find(|own| own.id == id),
            None => self.shown_template(),
        };
        let Some(own) = own.cloned() else { return };
        // What is written in it and not yet saved counts as well.
        let offer = self.open_copy(&own).unwrap_or(&own.document).template().clone();
        match what {
            OfTemplate::Edit => {
                self.read(&own.path);
                self.tell_template("template-opened", &own.id);
            }
            OfTemplate::Name => self.ask_words(Wording::Name(own.id), offer.name),
            OfTemplate::About => self.ask_words(Wording::About(own.id), offer.about),
            OfTemplate::Duplicate => {
                let document = self.open_copy(&own).unwrap_or(&own.document);
                let copy = document.clone().renamed(store::random_record_id());
                self.keep_another(&copy, "template-duplicated");
            }
            OfTemplate::Share => {
                self.template_asked = Some(own.id);
                self.perform(ctx, Action::Ask(Purpose::ShareTemplate));
            }
            OfTemplate::Remove => self.let_template_go(own),
        }
    }

    /// The template as it is in an open tab.
    fn open_copy(&self, own: &OwnTemplate) -> Option<&Document> {
        let tab = self.tabs.iter().find(|tab| tab.open.path() == Some(own.path.as_path()))?;
        Some(tab.open.editor().document())
    }

    fn let_template_go(&mut self, own: OwnTemplate) {
        if self.open_copy(&own).is_some() {
            self.tell_template("template-is-open", &own.id);
            return;
        }
        match store::remove_template(&own) {
            Ok(()) => {
                let name = self.template_name(&own.id);
                self.changed_templates(
                    &own.id.clone(),
                    "template-removed",
                    &name,
                    Change::Gone(Box::new(own)),
                );
            }
            Err(error) => self.template_failed(&error, &own.path),
        }
    }

    fn template_failed(&mut self, error: &SaveError, path: &Path) {
        let (key, values) = error.message();
        self.notice = Some(self.told(key, &values, path));
    }

    /// Tells of a change that can be taken back, and offers the templates as they are now.
    fn changed_templates(&mut self, id: &str, key: &str, name: &str, what: Change) {
        let told = self.words.with(key, &[("name", name.into())]);
        self.toast = Some((told.clone(), 0.0));
        self.template_back = Some(Back { what, told });
        self.offer_anew(id);
    }

    fn offer_anew(&mut self, id: &str) {
        self.find_templates();
        self.gallery.forget(id);
        self.offers = None;
    }

    fn tell_template(&mut self, key: &str, id: &str) {
        let name = self.template_name(id);
        self.toast = Some((self.words.with(key, &[("name", name.into())]), 0.0));
    }

    /// Keeps one more template, under a name that is free.
    fn keep_another(&mut self, template: &Document, key: &str) {
        let Some(folders) = self.kept.folders.clone() else { return };
        match store::add_template(&folders, template) {
            Ok(id) => {
                self.find_templates();
                let name = self.template_name(&id);
                self.changed_templates(&id, key, &name, Change::Came(id.clone()));
            }
            Err(error) => self.template_failed(&error, &store::templates_folder(&folders)),
        }
    }

    /// Lets templates go that came with a body; one that is open by now stays.
    pub(super) fn forget_templates(&mut self, ids: &[String]) {
        let came: Vec<OwnTemplate> = self
            .own
            .iter()
            .filter(|own| ids.contains(&own.id) && self.open_copy(own).is_none())
            .cloned()
            .collect();
        for own in came {
            if let Err(error) = store::remove_template(&own) {
                self.template_failed(&error, &own.path);
            }
            self.offer_anew(&own.id);
        }
    }

    /// What takes back what the toast tells of a template.
    pub(super) fn undo_of_template(&self) -> Option<Action> {
        let back = self.template_back.as_ref()?;
        let told = self.toast.as_ref().is_some_and(|(text, _)| *text == back.told);
        told.then_some(Action::UndoTemplate)
    }

    pub(super) fn undo_template(&mut self) {
        let Some(Back { what, .. }) = self.template_back.take() else { return };
        self.toast = None;
        let (id, path, done) = match what {
            Change::Gone(own) => {
                let done = store::put_template_back(&own);
                (own.id, own.path, done)
            }
            Change::Was(own) => {
                let offer = own.document.template();
                let done = store::offer_template(&own, &offer.name, &offer.about);
                (own.id, own.path, done)
            }
            Change::Came(id) => match self.own.iter().find(|own| own.id == id).cloned() {
                Some(own) if self.open_copy(&own).is_some() => {
                    self.tell_template("template-is-open", &id);
                    return;
                }
                Some(own) => (id, own.path.clone(), store::remove_template(&own)),
                None => return,
            },
        };
        match done {
            Ok(()) => self.say("template-undone"),
            Err(error) => self.template_failed(&error, &path),
        }
        self.offer_anew(&id);
    }

    /// Asks for the words that ask for the text of the paragraph at the caret.
    pub(super) fn ask_prompt(&mut self) {
        let Some(editor) = self.record().map(crate::workspace::Open::editor) else { return };
        let Target::Block(id) = editor.selection().head.target else {
            self.say("template-no-block");
            return;
        };
        let prompt = editor.document().block(id).map(|block| block.prompt.clone()).unwrap_or_default();
        self.ask_words(Wording::Prompt(id), prompt);
    }

    /// The words that were asked for.
    pub(super) fn worded(&mut self, what: Wording, words: String) {
        let (id, name, about) = match what {
            Wording::Keep => return self.keep_template(&words),
            Wording::Prompt(id) => {
                self.dialog = None;
                self.run_now(Command::SetPrompt(id, words));
                self.wants_page();
                return;
            }
            Wording::Name(id) => (id, Some(words), None),
            Wording::About(id) => (id, None, Some(words)),
        };
        self.dialog = None;
        let Some(own) = self.own.iter().find(|own| own.id == id).cloned() else { return };
        let offer = self.open_copy(&own).unwrap_or(&own.document).template().clone();
        let (name, about) = (name.unwrap_or(offer.name), about.unwrap_or(offer.about));
        if let Some(at) = self.tabs.iter().position(|tab| tab.open.path() == Some(own.path.as_path())) {
            // It is being edited: a change like any other, saved with the rest.
            self.show(at);
            self.run_now(Command::SetOffer { name, about });
            self.wants_page();
            return;
        }
        match store::offer_template(&own, &name, &about) {
            Ok(()) => {
                self.changed_templates(&own.id.clone(), "template-saved", &name, Change::Was(Box::new(own)));
            }
            Err(error) => self.template_failed(&error, &own.path),
        }
    }

    /// The name to propose for the file of the template it is asked for.
    pub(super) fn name_of_template(&self) -> String {
        let id = self.template_asked.as_deref().unwrap_or_default();
        format!("{}.{TEMPLATE_EXTENSION}", store::template_id(&self.template_name(id)))
    }

    /// Writes the template it was asked for to this file.
    pub(super) fn share_template(&mut self, mut path: PathBuf) {
        let Some(id) = self.template_asked.take() else { return };
        let Some(own) = self.own.iter().find(|own| own.id == id) else { return };
        if path.extension().is_none() {
            path.set_extension(TEMPLATE_EXTENSION);
        }
        let document = store::given_template(self.open_copy(own).unwrap_or(&own.document));
        match store::write_bytes(&path, store::write(&document).as_bytes(), store::Overwrite::Replace) {
            Ok(_) => self.tell_template("template-shared", &id),
            Err(error) => self.template_failed(&error, &path),
        }
    }

    /// Takes in the template of this file; of a record, its shape. A file that is none changes nothing.
    pub(super) fn read_template(&mut self, path: &Path) {
        let opened = match store::open(path) {
            Ok(opened) => opened.document,
            Err(error) => {
                let (key, values) = error.message();
                let detail = self.told(key, &values, path);
                let key = match error {
                    OpenError::Newer { .. } => "template-newer",
                    _ => "template-not-one",
                };
                self.notice = Some(self.words.with(key, &[("detail", detail.into())]));
                return;
            }
        };
        let given = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(TEMPLATE_EXTENSION));
        let fresh = store::random_record_id();
        let template = if given {
            store::given_template(&opened.renamed(fresh))
        } else {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            opened.as_template(fresh, Template { id: store::template_id(&name), name, about: String::new() })
        };
        let like = |own: &&OwnTemplate| own.document.clone().renamed(template.id()) == template;
        if let Some(own) = self.own.iter().find(like) {
            let id = own.id.clone();
            self.tell_template("template-known", &id);
            return;
        }
        self.keep_another(&template, "template-imported");
    }

    /// Keeps the record's shape under this name, as one of somebody's own templates.
    fn keep_template(&mut self, name: &str) {
        let (Some(open), Some(folders)) = (self.record(), &self.kept.folders) else {
            self.dialog = None;
            return;
        };
        let offer = Template { id: store::template_id(name), name: name.to_owned(), about: String::new() };
        let shape = open.editor().document().as_template(store::random_record_id(), offer);
        match store::save_template(folders, &shape) {
            Ok(_) => {
                self.dialog = None;
                self.toast = Some((self.words.with("toast-template-saved", &[("name", name.into())]), 0.0));
                self.find_templates();
                self.offers = None;
                self.wants_page();
            }
            Err(error) => {
                let told = match &error {
                    SaveError::Exists => self.message("error-template-exists", &[("name", name.to_owned())]),
                    error => {
                        let (key, values) = error.message();
                        self.told(key, &values, Path::new(name))
                    }
                };
                if let Some((Dialog::Template { wrong, .. }, _)) = &mut self.dialog {
                    *wrong = told;
                }
            }
        }
    }
}
