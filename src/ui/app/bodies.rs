//! Bodies at work: kept as they are written, given to records, shared as files; their outgoing numbers and logos.

use std::path::{Path, PathBuf};

use super::App;
use super::instead::Instead;
use crate::arabic::date::today_here;
use crate::document::{Document, FieldPath, Kind, OutputKind, RecordId};
use crate::edit::{Command, Dress};
use crate::store::{self, BODY_EXTENSION, Picture, Profile, SaveError};
use crate::template;
use crate::ui::action::Action;
use crate::ui::bars::{Bar, Tone};
use crate::ui::bodies::{Asked, Screen};
use crate::ui::files::Purpose;
use crate::ui::logo;
use crate::ui::menus::Name;
use crate::ui::pen::Icon;
use crate::workspace::{Access, dress_of};

/// What takes a change of the bodies back, and what was said of it.
pub(super) struct Back {
    id: RecordId,
    before: Option<Profile>,
    /// The templates that came with it.
    templates: Vec<String>,
    told: String,
}

impl App {
    /// Opens the screen of bodies, or closes it.
    pub(super) fn toggle_bodies(&mut self) {
        let shown = self.instead.len();
        self.instead.retain(|shown| !matches!(shown, Instead::Bodies(_)));
        self.focus = None;
        if self.instead.len() == shown {
            self.instead.push(Instead::Bodies(Box::default()));
        } else {
            self.wants_page();
        }
    }

    /// Whether the bodies are what is seen.
    pub(super) fn has_bodies(&self) -> bool {
        matches!(self.instead.last(), Some(Instead::Bodies(_)))
    }

    fn bodies_screen(&mut self) -> Option<&mut Screen> {
        self.instead.iter_mut().find_map(|shown| match shown {
            Instead::Bodies(screen) => Some(screen.as_mut()),
            _ => None,
        })
    }

    /// Why the record that is shown cannot be given to a body.
    pub(super) fn no_record(&self) -> Option<&'static str> {
        match self.tab().map(|tab| tab.open.access() == Access::Read) {
            None => Some("why-no-record"),
            Some(true) => Some("why-read-only"),
            Some(false) => None,
        }
    }

    pub(super) fn of_bodies(&mut self, asked: Asked) -> Option<Action> {
        match asked {
            Asked::Change(id, Some(profile)) => {
                self.kept.keep_body(id, Some(*profile));
                self.name_bodies();
            }
            Asked::Change(id, None) => {
                let before = self.kept.keep_body(id, None);
                let name = before.as_ref().map(|profile| profile.name().to_owned()).unwrap_or_default();
                let told = self.words.with("bodies-removed", &[("name", name.into())]);
                self.told_body(id, before, Vec::new(), told);
                self.focus = None;
            }
            Asked::New => self.begin_body(Profile::default()),
            Asked::OfRecord => {
                if let Some(open) = self.record() {
                    let profile = self.profile_of(open.editor().document());
                    self.begin_body(profile);
                }
            }
            Asked::Choose(id) => self.kept.choose_body(id),
            Asked::Dress(id) => return Some(Action::Dress(id)),
            Asked::Logo(id) => {
                self.body_asked = Some(id);
                return Some(Action::Ask(Purpose::Logo));
            }
            Asked::Share(id) => {
                self.body_asked = Some(id);
                return Some(Action::Ask(Purpose::ShareBody));
            }
            Asked::File => return Some(Action::Ask(Purpose::Body)),
            Asked::Close => {}
        }
        None
    }

    fn begin_body(&mut self, profile: Profile) {
        let id = store::random_record_id();
        self.kept.keep_body(id, Some(profile));
        self.name_bodies();
        self.focus = None;
        if let Some(screen) = self.bodies_screen() {
            screen.at = Some(id);
            screen.begins = true;
        }
    }

    /// A body as this record has it.
    fn profile_of(&self, document: &Document) -> Profile {
        let mut profile = Profile {
            body: document.meeting().body.clone(),
            letterhead: document.letterhead().clone(),
            style: Some(document.style().clone()),
            ..Profile::default()
        };
        let signed = document.blocks().iter().find_map(|block| match &block.kind {
            Kind::Signatures(signatures) if !signatures.signatories.is_empty() => {
                Some(signatures.signatories.clone())
            }
            _ => None,
        });
        for id in signed.unwrap_or_default() {
            let Some(person) = document.person(id) else { continue };
            let name = template::person_name(person).unwrap_or_default();
            let line = if person.role.is_empty() { name } else { format!("{name}، {}", person.role) };
            profile.signatories.push(line);
        }
        let logo = profile.letterhead.logo.clone();
        profile.letterhead.logo.clear();
        if let Some(picture) = self.picture(&logo) {
            profile.letterhead.logo = picture.file_name();
            profile.picture = picture;
        }
        profile.note(document, |_| String::new());
        profile
    }

    fn told_body(&mut self, id: RecordId, before: Option<Profile>, templates: Vec<String>, told: String) {
        self.toast = Some((told.clone(), 0.0));
        self.body_back = Some(Back { id, before, templates, told });
        self.name_bodies();
    }

    /// What takes back what the toast tells of a body.
    pub(super) fn undo_of_body(&self) -> Option<Action> {
        let back = self.body_back.as_ref()?;
        let told = self.toast.as_ref().is_some_and(|(text, _)| *text == back.told);
        told.then_some(Action::UndoBody)
    }

    pub(super) fn undo_body(&mut self) {
        if let Some(Back { id, before, templates, .. }) = self.body_back.take() {
            self.focus = None;
            self.forget_templates(&templates);
            self.kept.keep_body(id, before);
            self.name_bodies();
            self.toast = None;
            if let Some(screen) = self.bodies_screen() {
                screen.at = Some(id);
            }
            self.say("bodies-undone");
        }
    }

    /// Names the bodies for menus and palette.
    pub(super) fn name_bodies(&mut self) {
        let bodies = &self.kept.bodies;
        let named = bodies.by_name().into_iter().filter(|(_, profile)| !profile.name().is_empty());
        let named = named.map(|(id, _)| {
            (id, Name::Own(self.words.with("cmd-dress", &[("name", bodies.called(id).into())])))
        });
        self.dresses = named.collect();
    }

    /// Gives the record that is shown to this body, as one change.
    pub(super) fn dress(&mut self, id: RecordId) {
        let Some(profile) = self.kept.bodies.get(id) else { return };
        let name = self.kept.bodies.called(id);
        self.run_now(Command::Dress(Box::new(dress_of(profile))));
        self.put_away();
        self.wants_page();
        self.toast = Some((self.words.with("bodies-dressed", &[("name", name.into())]), 0.0));
    }

    /// What the body that new records are of brings to one.
    pub(super) fn usual_dress(&self, document: &Document) -> Option<Dress> {
        let (_, profile) = self.kept.bodies.usual()?;
        let mut dress = dress_of(profile);
        // What a template says of its own is meant so.
        if !document.meeting().body.name.is_empty() {
            return None;
        }
        if !document.letterhead().lines.is_empty() {
            dress.letterhead = document.letterhead().clone();
        }
        Some(dress)
    }

    /// The number that the text that is shown would get: «47/2026».
    pub(super) fn coming_number(&self) -> Option<String> {
        let open = self.record()?;
        let document = open.editor().document();
        let (_, profile) = self.kept.bodies.of(document)?;
        let year =
            document.meeting().dates.first().map_or_else(|| today_here().year(), crate::arabic::Date::year);
        Some(format!("{}/{year}", profile.next_number(year)))
    }

    /// Gives the text that is shown the next number of its body; nobody else gets it.
    pub(super) fn take_number(&mut self, output: Option<OutputKind>) {
        let Some(number) = self.coming_number() else { return };
        let Some(output) = output.or_else(|| self.record().map(|open| open.output)) else { return };
        if let Some(old) = self.record().and_then(|open| open.editor().document().output(output))
            && !old.number.trim().is_empty()
        {
            let told = [("number", isolated(&old.number).into())];
            self.toast = Some((self.words.with("number-there", &told), 0.0));
            return;
        }
        self.run_now(Command::SetField { path: FieldPath::OutputNumber(output), value: number.clone() });
        if let Some(at) = self.at {
            self.note_numbers(at);
        }
        let told = [("number", isolated(&number).into())];
        self.toast = Some((self.words.with("number-taken", &told), 0.0));
    }

    /// Remembers which numbers a record has.
    pub(super) fn note_numbers(&mut self, at: usize) {
        let Some(tab) = self.tabs.get(at) else { return };
        let document = tab.open.editor().document();
        let Some((id, profile)) = self.kept.bodies.of(document) else { return };
        let mut noted = profile.clone();
        noted.note(document, |kind| template::title(document, kind));
        if noted.taken != profile.taken {
            self.kept.keep_body(id, Some(noted));
        }
    }

    /// What is to be said of the record's numbers and logo.
    pub(super) fn body_bars(&self) -> Vec<Bar> {
        let Some(tab) = self.tab() else { return Vec::new() };
        let document = tab.open.editor().document();
        let bar = |icon, text| Bar {
            tone: Tone::Warn,
            icon,
            text,
            detail: String::new(),
            offers: Vec::new(),
            close: None,
        };
        let mut all = Vec::new();
        if !self.kept.bodies.is_empty()
            && let Some((_, profile)) = self.kept.bodies.of(document)
        {
            let twice = document.outputs().iter().find_map(|output| {
                let holder = profile.holder(&output.number, document.id(), output.kind)?;
                Some((output, holder))
            });
            if let Some((output, holder)) = twice {
                let named = |kind: OutputKind| self.words.get(&format!("the-output-{}", kind.keyword()));
                let of =
                    if holder.title.trim().is_empty() { named(holder.output) } else { holder.title.clone() };
                let values = [("number", isolated(&output.number).into()), ("title", of.into())];
                all.push(bar(Icon::Hash, self.words.with("number-twice", &values)));
            }
        }
        if tab.preview && tab.pages.misses_logo() {
            let name = isolated(&document.letterhead().logo);
            all.push(bar(Icon::Image, self.words.with("logo-missing", &[("name", name.into())])));
        }
        all
    }

    /// Finds the logo of the record that is shown, once for each name.
    pub(super) fn find_logo(&mut self) {
        let Some(tab) = self.tab() else { return };
        let name = tab.open.editor().document().letterhead().logo.clone();
        let key = (name.clone(), self.kept.bodies_version);
        let published = self.has_publish();
        let pages = if published { &tab.publish.pages } else { &tab.pages };
        if !(tab.preview || published) || pages.has_logo(&key) {
            return;
        }
        let picture = self.picture(&name);
        let bytes = picture.as_ref().map(Picture::bytes).unwrap_or_default();
        let texture = logo::texture(&self.wake, &name, bytes);
        if let Some(tab) = self.tab_mut() {
            let pages = if published { &mut tab.publish.pages } else { &mut tab.pages };
            pages.take_logo(key, texture);
        }
    }

    /// The picture that the record names so: beside it, or kept with a body.
    pub(super) fn picture(&self, name: &str) -> Option<Picture> {
        // A name, never a way to somewhere else.
        let name = Path::new(name).file_name().filter(|_| !name.is_empty())?;
        let folder = self.tab().and_then(|tab| tab.open.path()).and_then(Path::parent);
        let beside = folder.and_then(|folder| {
            let most = u64::try_from(Picture::MOST).unwrap_or(u64::MAX);
            Picture::of(store::read_up_to(&folder.join(name), most).ok()?).ok()
        });
        beside.or_else(|| self.kept.bodies.logo(&name.to_string_lossy()).cloned())
    }

    /// Puts the logo of a body beside a record that was saved, where none of that name is.
    pub(super) fn keep_logo_beside(&self, at: usize) {
        let Some(tab) = self.tabs.get(at) else { return };
        let name = &tab.open.editor().document().letterhead().logo;
        let Some(picture) = self.kept.bodies.logo(name) else { return };
        if let Some(folder) = tab.open.path().and_then(Path::parent) {
            self.kept.write_beside(folder.join(name), picture.bytes().to_vec());
        }
    }

    /// Takes this picture for the logo of the body it was asked for.
    pub(super) fn read_logo(&mut self, path: &Path) {
        let Some(id) = self.body_asked.take() else { return };
        let Some(mut profile) = self.kept.bodies.get(id).cloned() else { return };
        let most = u64::try_from(Picture::MOST).unwrap_or(u64::MAX);
        let read = store::read_up_to(path, most).map_err(|error| match error {
            store::OpenError::TooLarge { .. } => (store::PictureError::Large.key(), Vec::new()),
            error => error.message(),
        });
        let picture = read.and_then(|bytes| Picture::of(bytes).map_err(|error| (error.key(), Vec::new())));
        match picture {
            Ok(picture) if logo::texture(&self.wake, "", picture.bytes()).is_none() => {
                self.notice = Some(self.told("picture-not-one", &[], path));
            }
            Ok(picture) => {
                profile.letterhead.logo = picture.file_name();
                profile.picture = picture;
                self.kept.keep_body(id, Some(profile));
            }
            Err((key, values)) => self.notice = Some(self.told(key, &values, path)),
        }
    }

    /// The name to propose for the file of the body it is asked for.
    pub(super) fn name_of_body(&self) -> String {
        let profile = self.body_asked.and_then(|id| self.kept.bodies.get(id));
        let name = profile.map(|profile| store::template_id(profile.name())).unwrap_or_default();
        format!("{name}.{BODY_EXTENSION}")
    }

    /// Writes the body it was asked for, with its templates, to this file.
    pub(super) fn share_body(&mut self, path: PathBuf) {
        let Some((id, profile)) = self.body_asked.take().and_then(|id| Some((id, self.kept.bodies.get(id)?)))
        else {
            return;
        };
        let mut path = path;
        if path.extension().is_none() {
            path.set_extension(BODY_EXTENSION);
        }
        let own = self.own.iter().map(|own| &own.document).filter(|document| {
            let of = &document.meeting().body;
            of.name.trim().is_empty() || store::may_be_one(of, &profile.body)
        });
        let text = store::write_body(id, profile, &own.collect::<Vec<_>>());
        match store::write_bytes(&path, text.as_bytes(), store::Overwrite::Replace) {
            Ok(_) => {
                let name = profile.name().to_owned();
                self.toast = Some((self.words.with("bodies-shared", &[("name", name.into())]), 0.0));
            }
            Err(error) => {
                let (key, values) = error.message();
                self.notice = Some(self.told(key, &values, &path));
            }
        }
    }

    /// Takes in the body of this file: as a new one, or into the one it is, which can be taken back.
    pub(super) fn read_body(&mut self, path: &Path) {
        let shared = match store::read_bytes(path).and_then(|bytes| store::read_body(&bytes)) {
            Ok(shared) => shared,
            Err(store::OpenError::NoFirstLine) => {
                self.notice = Some(self.told("bodies-not-one", &[], path));
                return;
            }
            Err(error) => {
                let (key, values) = error.message();
                self.notice = Some(self.told(key, &values, path));
                return;
            }
        };
        let bodies = &self.kept.bodies;
        let id = bodies.same(shared.id, &shared.profile).unwrap_or(shared.id);
        let before = bodies.get(id).cloned();
        let merged =
            before.as_ref().map_or_else(|| shared.profile.clone(), |known| known.joined(&shared.profile));
        let (new, mut templates) = (before.is_none(), Vec::new());
        if let Some(folders) = &self.kept.folders {
            for document in &shared.templates {
                match store::save_template(folders, document) {
                    Ok(_) => templates.push(store::template_id(&document.template().id)),
                    Err(SaveError::Exists) => {}
                    Err(error) => {
                        let (key, values) = error.message();
                        self.notice = Some(self.told(key, &values, path));
                    }
                }
            }
        }
        if !templates.is_empty() {
            self.find_templates();
            self.offers = None;
        }
        self.kept.keep_body(id, Some(merged));
        let told = if new { "bodies-imported" } else { "bodies-merged" };
        let told = self.words.with(told, &[("name", self.kept.bodies.called(id).into())]);
        let brought = [
            ("bodies-brought-logo", usize::from(!shared.profile.picture.is_empty())),
            ("bodies-brought-signatories", shared.profile.signatories.len()),
            ("bodies-brought-templates", templates.len()),
        ];
        let brought: Vec<_> = brought.into_iter().filter(|(_, count)| *count > 0).collect();
        let told = match brought.as_slice() {
            [] => told,
            some => {
                let what = self.words.counted(some);
                format!("{told} {}", self.words.with("bodies-brought", &[("what", what.into())]))
            }
        };
        self.told_body(id, before, templates, told);
        if !self.has_bodies() {
            self.toggle_bodies();
        }
        self.focus = None;
        if let Some(screen) = self.bodies_screen() {
            screen.at = Some(id);
        }
    }
}

/// A number read from the left, whatever is around it.
fn isolated(number: &str) -> String {
    format!("\u{2066}{number}\u{2069}")
}
