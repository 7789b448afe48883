//! The table of everything the window does: its name, its menu, its picture, its keys, and whether it can be done now.

use std::fmt;

use eframe::egui::{Event, Key, Modifiers};

use super::action::{Action, OfTemplate, Panel, Turn};
use super::facts;
use super::files::Purpose;
use super::live::Act;
use super::page::{entry_here, field_here, kind_here};
use super::pen::Icon;
use super::publish;
use super::theme::Mode;
use crate::arabic::Case;
use crate::check::Part;
use crate::document::{
    AgendaItem, Annex, Atom, Audience, BodyForm, Colour, DateForm, Decision, Document, FieldPath, Kind,
    Label, Mark, NoteMark, PersonForm, Presence, Progress, RecordId, Role, SessionForm, Signatures, Speaker,
    Target, VenueForm,
};
use crate::edit::compare::label_key;
use crate::edit::{Command, Editor, FollowUp, Order, Roll, Selection, Shift, is_fused};
use crate::words::{Language, Words};
use crate::workspace::{Access, Open};

/// One of the menus.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Menu {
    /// Records and the window.
    File,
    /// What was done, and the clipboard.
    Edit,
    /// Looks.
    View,
    /// Fields.
    Insert,
    /// Kinds and letters.
    Format,
    /// Readers, levels, order.
    Tools,
    /// About.
    Help,
}

impl Menu {
    /// All of them, in the order of the bar.
    pub const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::View, Self::Insert, Self::Format, Self::Tools, Self::Help];

    /// The message that names it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Insert => "menu-insert",
            Self::Format => "menu-format",
            Self::Tools => "menu-tools",
            Self::Help => "menu-help",
        }
    }

    /// Whether it has nothing to offer without a record.
    #[must_use]
    pub fn needs_record(self) -> bool {
        matches!(self, Self::Edit | Self::Insert | Self::Format | Self::Tools)
    }
}

/// Keys pressed together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keys {
    ctrl: bool,
    shift: bool,
    alt: bool,
    key: Key,
}

impl Keys {
    const fn alone(key: Key) -> Self {
        Self { ctrl: false, shift: false, alt: false, key }
    }

    const fn ctrl(key: Key) -> Self {
        Self { ctrl: true, ..Self::alone(key) }
    }

    const fn shift(self) -> Self {
        Self { shift: true, ..self }
    }

    const fn alt(key: Key) -> Self {
        Self { alt: true, ..Self::alone(key) }
    }

    /// Whether these are this key with these held.
    fn are(self, key: Key, held: Modifiers) -> bool {
        let same = held.command == self.ctrl && held.shift == self.shift && held.alt == self.alt;
        same && key == self.key
    }
}

/// The key that is meant where what the layout writes is a sign: that of the Latin letter or digit in that place of the
/// keyboard. Arabic layouts have no Latin letters; a French one has no digits but with Shift.
#[must_use]
pub fn by_place(key: Key, place: Option<Key>) -> Key {
    let is_sign = matches!(
        key,
        Key::Colon
            | Key::Comma
            | Key::Backslash
            | Key::Slash
            | Key::Pipe
            | Key::Questionmark
            | Key::Exclamationmark
            | Key::OpenBracket
            | Key::CloseBracket
            | Key::OpenCurlyBracket
            | Key::CloseCurlyBracket
            | Key::Backtick
            | Key::Minus
            | Key::Period
            | Key::Plus
            | Key::Equals
            | Key::Semicolon
            | Key::Quote
    );
    place.filter(|place| is_sign && place.name().len() == 1).unwrap_or(key)
}

/// The key of an Arabic layout that writes these two letters at once.
#[must_use]
pub fn of_ligature(letters: &str) -> Option<Key> {
    match letters.strip_prefix('\u{644}')? {
        "\u{627}" | "\u{622}" => Some(Key::B),
        "\u{623}" => Some(Key::G),
        "\u{625}" => Some(Key::T),
        _ => None,
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl "), (self.alt, "Alt "), (self.shift, "Shift ")] {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(match self.key {
            Key::ArrowUp => "↑",
            Key::ArrowDown => "↓",
            Key::Plus => "+",
            Key::Minus => "-",
            Key::Comma => ",",
            other => other.name(),
        })
    }
}

/// How an entry is named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Name {
    /// By a message of the interface.
    Message(String),
    /// By a field's message, without its brackets.
    Field(String),
    /// In words of its own: a template of the user's, a language.
    Own(String),
}

impl Name {
    /// The name in the interface's language.
    #[must_use]
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Message(key) => words.get(key),
            Self::Field(key) => words.get(key).trim_matches(['[', ']']).to_owned(),
            Self::Own(name) => name.clone(),
        }
    }
}

/// Something the window does.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is called.
    pub name: Name,
    /// Where it stands.
    pub menu: Menu,
    /// Its picture.
    pub icon: Option<Icon>,
    /// The keys that do it.
    pub keys: Option<Keys>,
    /// Whether the page itself takes the keys, so that they mean something only there.
    pub on_page: bool,
    /// Whether a thin line stands above it in its menu.
    pub apart: bool,
    /// The menu inside the menu it stands in, and what it is called there, if it stands in one: two messages.
    pub under: Option<(&'static str, &'static str)>,
    /// Whether it is so now.
    pub on: bool,
    /// Why it cannot be done now: the message that says so.
    pub why_not: Option<&'static str>,
    /// What it does.
    pub action: Action,
}

impl Entry {
    fn new(menu: Menu, key: &str, action: Action) -> Self {
        Self {
            name: Name::Message(key.into()),
            menu,
            icon: None,
            keys: None,
            on_page: false,
            apart: false,
            under: None,
            on: false,
            why_not: None,
            action,
        }
    }

    fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    fn keys(self, keys: Keys) -> Self {
        Self { keys: Some(keys), ..self }
    }

    fn page_keys(self, keys: Keys) -> Self {
        Self { keys: Some(keys), on_page: true, ..self }
    }

    fn apart(self) -> Self {
        Self { apart: true, ..self }
    }

    fn on(self, on: bool) -> Self {
        Self { on, ..self }
    }

    /// The same, impossible for this reason unless it holds. The first reason stays.
    fn needs(self, holds: bool, why_not: &'static str) -> Self {
        Self { why_not: self.why_not.or((!holds).then_some(why_not)), ..self }
    }
}

/// What the table depends on.
#[expect(clippy::struct_excessive_bools, reason = "each is said of the window by itself")]
pub struct State<'a> {
    /// The record that is shown.
    pub open: Option<&'a Open>,
    /// How many records are open.
    pub tabs: usize,
    /// The interface's language.
    pub language: Language,
    /// The theme.
    pub mode: Mode,
    /// Whether the record that is shown is a template of one's own.
    pub template: bool,
    /// The templates: id and name.
    pub templates: &'a [(String, Name)],
    /// Whether the preview is shown.
    pub preview: bool,
    /// Which panel is shown.
    pub panel: Option<Panel>,
    /// Whether the characters that are not seen are shown.
    pub invisibles: bool,
    /// Whether there is anything beside the text that the keyboard can go to.
    pub panes: bool,
    /// The bodies a record can be given to.
    pub bodies: &'a [(RecordId, Name)],
    /// The outgoing number that the text that is shown would get.
    pub number: Option<String>,
    /// How many records were worked on before.
    pub recents: usize,
    /// Whether the card of counts is shown.
    pub counts: bool,
    /// Whether the live session is shown: its keys hold then, and those of the page do not.
    pub live: bool,
    /// Whether the publish screen is shown.
    pub publish: bool,
}

impl State<'_> {
    /// Whether the record keeps the text it was imported from.
    fn is_imported(&self) -> bool {
        self.open.is_some_and(|open| open.editor().document().source().is_some())
    }
}

/// Everything the window does, menu by menu.
#[must_use]
pub fn table(state: &State<'_>) -> Vec<Entry> {
    let mut all = file(state);
    all.extend(edit(state));
    all.extend(view(state));
    all.extend(insert(state));
    all.extend(format(state));
    all.extend(tools(state));
    all.extend([
        Entry::new(Menu::Help, "cmd-commands", Action::Palette)
            .icon(Icon::MagnifyingGlass)
            .keys(Keys::ctrl(Key::K)),
        Entry::new(Menu::Help, "cmd-shortcuts", Action::Shortcuts)
            .icon(Icon::Keyboard)
            .keys(Keys::alone(Key::F1)),
        Entry::new(Menu::Help, "cmd-about", Action::About).icon(Icon::Info),
    ]);
    if state.live {
        let own = live();
        for entry in &mut all {
            let taken = own.iter().any(|live| live.keys == entry.keys);
            entry.keys = entry.keys.filter(|_| !entry.on_page && !taken);
        }
        all.extend(own);
    }
    let has = state.open.is_some();
    let reads = state.open.is_some_and(|open| open.access() == Access::Read);
    for entry in &mut all {
        let needs = entry.menu.needs_record() || needs_record(&entry.action);
        if needs && !has {
            entry.why_not = Some("why-no-record");
        }
        if reads && changes(&entry.action) {
            entry.why_not = Some("why-read-only");
        }
    }
    all
}

/// Whether it changes the record.
fn changes(action: &Action) -> bool {
    match action {
        Action::Undo
        | Action::Redo
        | Action::Cut
        | Action::Paste
        | Action::Insert
        | Action::Freeze(_)
        | Action::TakeNumber(_)
        | Action::Dress(_) => true,
        Action::Live(act) => matches!(act, Act::Send),
        Action::Run(command) => !matches!(command, Command::Select(_) | Command::SelectAll),
        _ => false,
    }
}

fn needs_record(action: &Action) -> bool {
    matches!(
        action,
        Action::Save
            | Action::CloseTab
            | Action::CopyText
            | Action::Preview
            | Action::Invisibles
            | Action::Go(_)
            | Action::Counts
            | Action::NextFinding
            | Action::Sheet
            | Action::Live(_)
            | Action::Publish(_)
            | Action::NextOutput
            | Action::Panel(_)
            | Action::SaveAsTemplate
            | Action::EditTemplate
            | Action::Template(..)
            | Action::Prompt
            | Action::TakeNumber(_)
            | Action::Dress(_)
            | Action::Ask(Purpose::SaveAs | Purpose::ExportText | Purpose::Compare)
    )
}

/// Whether this could ask the window for something: a key held with another, or F1, F2 and their like.
#[must_use]
pub fn may_be_shortcut(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    let is_function = key.name().len() > 1 && key.name().starts_with('F');
    modifiers.command || modifiers.alt || is_function
}

/// What the event asks the window for, if anything.
#[must_use]
pub fn pressed(state: &State<'_>, event: &Event) -> Option<Action> {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    if !may_be_shortcut(event) {
        return None;
    }
    // A second way to write some of them; the table names one.
    let also = [
        (Keys::ctrl(Key::F), Action::Palette),
        (Keys::ctrl(Key::Z).shift(), Action::Redo),
        (Keys::ctrl(Key::Equals), Action::Zoom(1.1)),
        (Keys::ctrl(Key::Plus).shift(), Action::Zoom(1.1)),
    ];
    let all = table(state);
    let does = |key: Key| {
        let entry = all.iter().find(|entry| {
            !entry.on_page
                && entry.why_not.is_none()
                && entry.keys.is_some_and(|keys| keys.are(key, *modifiers))
        });
        let other =
            || also.iter().find(|(keys, _)| keys.are(key, *modifiers)).map(|(_, action)| action.clone());
        entry.map(|entry| entry.action.clone()).or_else(|| other().filter(|_| state.open.is_some()))
    };
    let place = by_place(*key, *physical_key);
    // The row of digits is nine commands in a row, whatever signs a layout writes there. Elsewhere what the key says
    // comes first, and the letter in its place where that says nothing.
    let is_digit = place.name().starts_with(|first: char| first.is_ascii_digit());
    if is_digit { does(place) } else { does(*key).or_else(|| does(place)) }
}

fn file(state: &State<'_>) -> Vec<Entry> {
    let on = |key, action| Entry::new(Menu::File, key, action);
    let mut all = vec![
        on("cmd-new", Action::Home).icon(Icon::FilePlus).keys(Keys::ctrl(Key::N)),
        on("home-next-meeting-button", Action::NextMeeting(None))
            .icon(Icon::CalendarPlus)
            .keys(Keys::ctrl(Key::N).shift())
            .needs(state.open.is_some() || state.recents > 0, "why-no-meeting"),
        on("cmd-open", Action::Ask(Purpose::Open)).icon(Icon::FolderOpen).keys(Keys::ctrl(Key::O)),
        on("cmd-import", Action::Ask(Purpose::Import)).icon(Icon::DownloadSimple),
        on("cmd-save", Action::Save).icon(Icon::FloppyDisk).keys(Keys::ctrl(Key::S)).apart(),
        on("cmd-save-as", Action::Ask(Purpose::SaveAs)).keys(Keys::ctrl(Key::S).shift()),
        on("cmd-earlier", Action::Earlier).icon(Icon::ClockCounterClockwise).apart(),
        on("cmd-copy-out", Action::CopyOut).icon(Icon::FloppyDiskBack),
        on("cmd-publish", Action::Publish(publish::Act::Toggle))
            .icon(Icon::ShareNetwork)
            .keys(Keys::ctrl(Key::E))
            .on(state.publish)
            .apart(),
        on("cmd-export", Action::Ask(Purpose::ExportText)).icon(Icon::Export),
        on("publish-folder", Action::Publish(publish::Act::Folder)).icon(Icon::FolderOpen),
        on("publish-print", Action::Publish(publish::Act::Print)).icon(Icon::Printer),
        on("publish-note", Action::Publish(publish::Act::Note)).icon(Icon::ClockCounterClockwise),
        on("cmd-copy-text", Action::CopyText).icon(Icon::Copy).keys(Keys::ctrl(Key::C).shift()),
        on("cmd-compare", Action::Ask(Purpose::Compare)).icon(Icon::Columns),
    ];
    all.extend(own_templates(state));
    for (index, (id, name)) in state.templates.iter().enumerate() {
        let entry = Entry { name: name.clone(), ..on("", Action::New(id.clone())) }.icon(Icon::FileText);
        all.push(if index == 0 { entry.apart() } else { entry });
    }
    for (index, (id, name)) in state.bodies.iter().enumerate() {
        let entry = Entry { name: name.clone(), ..on("", Action::Dress(*id)) }.icon(Icon::Buildings);
        all.push(if index == 0 { entry.apart() } else { entry });
    }
    all.extend([
        on("roster-title", Action::People).icon(Icon::UserList).keys(Keys::ctrl(Key::D).shift()).apart(),
        on("bodies-title", Action::Bodies).icon(Icon::Buildings).keys(Keys::ctrl(Key::B).shift()),
        on("cmd-settings", Action::Settings).icon(Icon::GearSix).keys(Keys::ctrl(Key::Comma)),
        on("cmd-close", Action::CloseTab).keys(Keys::ctrl(Key::W)),
        on("cmd-quit", Action::Quit).icon(Icon::SignOut).keys(Keys::ctrl(Key::Q)),
    ]);
    all
}

/// What is done with templates of one's own, in a menu by itself.
fn own_templates(state: &State<'_>) -> Vec<Entry> {
    let on = |key, short, action| Entry {
        under: Some(("template-own", short)),
        ..Entry::new(Menu::File, key, action)
    };
    let of_shown = |key, short, what| {
        on(key, short, Action::Template(what, None)).needs(state.template, "why-not-a-template")
    };
    let of_record = state.open.is_some_and(|open| !open.editor().document().template().id.is_empty());
    vec![
        on("cmd-save-template", "cmd-save-template", Action::SaveAsTemplate).apart(),
        on("cmd-edit-template", "cmd-edit-template", Action::EditTemplate)
            .needs(of_record, "why-no-template"),
        on("cmd-import-template", "cmd-import-template", Action::Ask(Purpose::Template)),
        of_shown("cmd-name-template", "template-rename", OfTemplate::Name),
        of_shown("cmd-about-template", "template-describe", OfTemplate::About),
        on("cmd-prompt", "cmd-prompt", Action::Prompt).needs(state.template, "why-not-a-template"),
        of_shown("cmd-duplicate-template", "template-duplicate", OfTemplate::Duplicate),
        of_shown("cmd-share-template", "template-share", OfTemplate::Share),
    ]
}

fn edit(state: &State<'_>) -> Vec<Entry> {
    let on = |key, action| Entry::new(Menu::Edit, key, action);
    let editor = state.open.map(Open::editor);
    let selected = editor.is_some_and(|editor| !editor.selection().is_caret());
    vec![
        on("cmd-undo", Action::Undo)
            .icon(Icon::ArrowUUpLeft)
            .keys(Keys::ctrl(Key::Z))
            .needs(editor.is_some_and(Editor::can_undo), "why-no-undo"),
        on("cmd-redo", Action::Redo)
            .icon(Icon::ArrowUUpRight)
            .keys(Keys::ctrl(Key::Y))
            .needs(editor.is_some_and(Editor::can_redo), "why-no-redo"),
        on("cmd-cut", Action::Cut).page_keys(Keys::ctrl(Key::X)).needs(selected, "why-no-selection").apart(),
        on("cmd-copy", Action::Copy)
            .icon(Icon::Copy)
            .page_keys(Keys::ctrl(Key::C))
            .needs(selected, "why-no-selection"),
        on("cmd-paste", Action::Paste).page_keys(Keys::ctrl(Key::V)),
        on("cmd-select-all", Action::Run(Command::SelectAll)).page_keys(Keys::ctrl(Key::A)).apart(),
        on("cmd-find", Action::Find(false)).icon(Icon::MagnifyingGlass).keys(Keys::ctrl(Key::F)).apart(),
        on("cmd-replace", Action::Find(true)).keys(Keys::ctrl(Key::H)),
        on("cmd-find-next", Action::FindNext(true)).keys(Keys::alone(Key::F3)),
        on("cmd-find-previous", Action::FindNext(false)).keys(Keys::alone(Key::F3).shift()),
        on("cmd-goto", Action::Goto).icon(Icon::Hash).keys(Keys::ctrl(Key::G)),
    ]
}

fn view(state: &State<'_>) -> Vec<Entry> {
    let on = |key, action| Entry::new(Menu::View, key, action);
    let mut all = vec![
        on("cmd-preview", Action::Preview).icon(Icon::Eye).keys(Keys::ctrl(Key::P)).on(state.preview),
        on("cmd-next-output", Action::NextOutput).keys(Keys::alone(Key::F2)),
        on("cmd-invisibles", Action::Invisibles)
            .icon(Icon::Paragraph)
            .keys(Keys::ctrl(Key::Num8).shift())
            .on(state.invisibles),
    ];
    for (part, key, short, digit, icon) in [
        (Part::Header, "cmd-go-header", "part-header", Key::Num1, Icon::Buildings),
        (Part::Attendance, "cmd-go-attendance", "part-attendance", Key::Num2, Icon::Users),
        (Part::Agenda, "cmd-go-agenda", "part-agenda", Key::Num3, Icon::ClipboardText),
        (Part::Text, "cmd-go-text", "part-text", Key::Num4, Icon::TextAlignRight),
        (
            Part::Recommendations,
            "cmd-go-recommendations",
            "part-recommendations",
            Key::Num5,
            Icon::ListBullets,
        ),
        (Part::Closing, "cmd-go-closing", "part-closing", Key::Num6, Icon::Signature),
    ] {
        let entry = on(key, Action::Go(part)).icon(icon).keys(Keys::ctrl(digit));
        let entry = Entry { under: Some(("menu-go", short)), ..entry };
        all.push(if part == Part::Header { entry.apart() } else { entry });
    }
    all.extend([
        on("cmd-panel-attendance", Action::Panel(Panel::Attendance))
            .icon(Icon::Users)
            .keys(Keys::alt(Key::Num1))
            .on(state.panel == Some(Panel::Attendance))
            .apart(),
        on("cmd-panel-checks", Action::Panel(Panel::Checks))
            .icon(Icon::CheckCircle)
            .keys(Keys::alt(Key::Num3))
            .on(state.panel == Some(Panel::Checks)),
        on("cmd-panel-source", Action::Panel(Panel::Source))
            .icon(Icon::FileText)
            .keys(Keys::alt(Key::Num4))
            .needs(state.is_imported(), "why-not-imported")
            .on(state.panel == Some(Panel::Source)),
        on("cmd-sheet", Action::Sheet).icon(Icon::ListChecks),
        on("cmd-counts", Action::Counts)
            .icon(Icon::ChartBar)
            .keys(Keys::ctrl(Key::G).shift())
            .on(state.counts),
        on("cmd-next-pane", Action::Pane(Turn::Next))
            .keys(Keys::alone(Key::F6))
            .needs(state.panes, "why-one-pane"),
        on("cmd-previous-pane", Action::Pane(Turn::Previous))
            .keys(Keys::alone(Key::F6).shift())
            .needs(state.panes, "why-one-pane"),
        on("cmd-next-tab", Action::NextTab(true))
            .keys(Keys::ctrl(Key::Tab))
            .needs(state.tabs > 1, "why-one-record")
            .apart(),
        on("cmd-previous-tab", Action::NextTab(false))
            .keys(Keys::ctrl(Key::Tab).shift())
            .needs(state.tabs > 1, "why-one-record"),
        on("theme-light", Action::Theme(Mode::Light)).icon(Icon::Sun).on(state.mode == Mode::Light).apart(),
        on("theme-dark", Action::Theme(Mode::Dark)).icon(Icon::Moon).on(state.mode == Mode::Dark),
        on("cmd-zoom-in", Action::Zoom(1.1))
            .icon(Icon::MagnifyingGlassPlus)
            .keys(Keys::ctrl(Key::Plus))
            .apart(),
        on("cmd-zoom-out", Action::Zoom(1.0 / 1.1))
            .icon(Icon::MagnifyingGlassMinus)
            .keys(Keys::ctrl(Key::Minus)),
        on("cmd-zoom-reset", Action::Zoom(0.0)).keys(Keys::ctrl(Key::Num0)),
    ]);
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let entry = Entry { name: Name::Own(language.own_name()), ..on("", Action::Speak(language)) }
            .icon(Icon::Translate)
            .on(state.language == language);
        all.push(if index == 0 { entry.apart() } else { entry });
    }
    all
}

fn insert(state: &State<'_>) -> Vec<Entry> {
    let field = |key: &str, atom: Atom| Entry {
        name: Name::Field(key.into()),
        ..Entry::new(Menu::Insert, key, Action::Run(Command::InsertField(atom)))
    };
    let block = |key: &str, kind: Kind| Entry::new(Menu::Insert, key, Action::Run(Command::Append(kind)));
    let on = |key, action| Entry::new(Menu::Insert, key, action);
    let here = state.open.and_then(field_here);
    let entry = state.open.is_some_and(|open| entry_here(open).is_some() || here.is_some());
    let editor = state.open.map(Open::editor);
    let rich = editor.and_then(|editor| editor.document().rich(&editor.selection().head.target));
    let fielded = rich.is_some_and(|rich| rich.atoms().next().is_some());
    let worded = rich.is_some_and(|rich| !rich.text().trim().is_empty());
    vec![
        on("cmd-insert", Action::Insert).icon(Icon::Plus).keys(Keys::ctrl(Key::Space)),
        on("cmd-take-number", Action::TakeNumber(None))
            .icon(Icon::Hash)
            .needs(state.number.is_some(), "why-no-body"),
        on("cmd-open-entry", Action::OpenEntry)
            .icon(Icon::Pencil)
            .page_keys(Keys::alone(Key::Enter))
            .needs(entry, "why-no-field")
            .apart(),
        on("cmd-freeze", Action::Freeze(false)).icon(Icon::PushPin).needs(here.is_some(), "why-no-field"),
        on("cmd-freeze-all", Action::Freeze(true)).needs(fielded, "why-no-fields"),
        on("cmd-keep-phrase", Action::KeepPhrase).icon(Icon::Star).needs(worded, "why-no-words"),
        field("atom-chair", Atom::Chair(PersonForm::Full)).apart(),
        field("atom-dates", Atom::Dates(DateForm::WithDay)),
        field("atom-venue", Atom::Venue(VenueForm::At)),
        field("atom-body", Atom::Body(BodyForm::Name)),
        field("atom-session", Atom::Session(SessionForm::Definite)),
        field("atom-attendance", Atom::Attendance(Case::Oblique)),
        field("atom-region", Atom::Body(BodyForm::Region)),
        field("atom-number", Atom::Number),
        block("cmd-add-signatures", Kind::Signatures(Signatures::default())).icon(Icon::Signature).apart(),
        block("cmd-add-annex", Kind::Annex(Annex::default())).icon(Icon::Paperclip),
    ]
}

fn format(state: &State<'_>) -> Vec<Entry> {
    let here = state.open.and_then(kind_here);
    let kinds: [(&str, Kind); 14] = [
        ("kind-paragraph", Kind::default()),
        ("kind-lead", Kind::Paragraph(Role::Lead)),
        ("kind-context", Kind::Paragraph(Role::Context)),
        ("kind-recital", Kind::Paragraph(Role::Recital)),
        ("kind-enacting", Kind::Paragraph(Role::Enacting)),
        ("kind-axis", Kind::recommendation(0)),
        ("kind-section", Kind::recommendation(1)),
        ("kind-item", Kind::recommendation(2)),
        ("kind-subitem", Kind::recommendation(3)),
        ("kind-agenda", Kind::AgendaItem(AgendaItem::default())),
        ("kind-intervention", Kind::Intervention(Speaker::default())),
        ("kind-quote", Kind::Quote(Speaker::default())),
        ("kind-decision", Kind::Decision(Decision::default())),
        ("kind-closing", Kind::Paragraph(Role::Closing)),
    ];
    let same = |kind: &Kind| {
        here.is_some_and(|(now, _)| {
            std::mem::discriminant(now) == std::mem::discriminant(kind)
                && now.depth() == kind.depth()
                && (!matches!(kind, Kind::Paragraph(_)) || now == kind)
        })
    };
    let mut all: Vec<Entry> = kinds
        .into_iter()
        .map(|(key, kind)| {
            let on = same(&kind);
            Entry::new(Menu::Format, key, Action::Run(Command::SetKind(kind)))
                .on(on)
                .needs(here.is_some(), "why-no-paragraph")
        })
        .collect();
    let editor = state.open.map(Open::editor);
    let mark = |key, mark, icon: Option<Icon>| {
        let has = editor.and_then(|editor| editor.has_mark(mark));
        let entry = Entry::new(Menu::Format, key, Action::Run(Command::Toggle(mark)));
        Entry { icon, ..entry }.on(has == Some(true)).needs(has.is_some(), "why-no-selection")
    };
    let colour = |key, short, colour| Entry {
        under: Some(("menu-colour", short)),
        ..mark(key, Mark::Colour(colour), Some(Icon::Palette))
    };
    all.extend([
        mark("cmd-bold", Mark::Bold, Some(Icon::TextB)).page_keys(Keys::ctrl(Key::B)).apart(),
        mark("cmd-underline", Mark::Underline, Some(Icon::TextUnderline)).page_keys(Keys::ctrl(Key::U)),
        mark("cmd-strike", Mark::Strike, Some(Icon::TextStrikethrough))
            .page_keys(Keys::alt(Key::Num5).shift()),
        colour("cmd-colour-accent", "colour-accent", Colour::Accent).apart(),
        colour("cmd-colour-red", "colour-red", Colour::Red),
        colour("cmd-colour-grey", "colour-grey", Colour::Grey),
    ]);
    all.extend(labels(state));
    all
}

fn tools(state: &State<'_>) -> Vec<Entry> {
    let here = state.open.and_then(kind_here);
    let listed = here.is_some_and(|(kind, _)| kind.depth().is_some());
    let editor = state.open.map(Open::editor);
    let selection = editor.map(|editor| (editor.document(), editor.selection()));
    let some_items = selection.is_some_and(|(document, selection)| is_listed(document, selection));
    // Words of several blocks are not looked through for a menu.
    let fused = selection.is_some_and(|(document, selection)| {
        selection.anchor.target != selection.head.target || is_fused(document, selection)
    });
    let people = || {
        let open = state.open.into_iter();
        open.flat_map(|open| &open.editor().document().meeting().attendance.people)
    };
    let unsaid = people().any(|entry| entry.presence == Presence::Unknown);
    let listed_people = people().next().is_some();
    let listed_by = |entry: Entry, short| Entry { under: Some(("attendance-title", short)), ..entry };
    let run = |key, command| Entry::new(Menu::Tools, key, Action::Run(command));
    let mut all: Vec<Entry> = [
        ("audience-both", Audience::Both, Icon::Users, Key::Num7),
        ("audience-minutes", Audience::MinutesOnly, Icon::Lock, Key::Num8),
        ("audience-communique", Audience::CommuniqueOnly, Icon::Megaphone, Key::Num9),
    ]
    .into_iter()
    .map(|(key, audience, icon, digit)| {
        run(key, Command::SetAudience(audience))
            .icon(icon)
            .keys(Keys::ctrl(digit))
            .on(here.is_some_and(|(_, now)| now == audience))
            .needs(here.is_some(), "why-no-paragraph")
    })
    .collect();
    all.extend([
        run("cmd-promote", Command::Depth(Shift::Up))
            .page_keys(Keys::alone(Key::Tab).shift())
            .needs(listed, "why-no-item")
            .apart(),
        run("cmd-demote", Command::Depth(Shift::Down))
            .page_keys(Keys::alone(Key::Tab))
            .needs(listed, "why-no-item"),
        run("cmd-move-up", Command::Move(Shift::Up))
            .icon(Icon::ArrowUp)
            .page_keys(Keys::alt(Key::ArrowUp))
            .needs(here.is_some(), "why-no-paragraph")
            .apart(),
        run("cmd-move-down", Command::Move(Shift::Down))
            .icon(Icon::ArrowDown)
            .page_keys(Keys::alt(Key::ArrowDown))
            .needs(here.is_some(), "why-no-paragraph"),
        run("cmd-to-items", Command::ToItems)
            .icon(Icon::ListBullets)
            .keys(Keys::ctrl(Key::L).shift())
            .needs(here.is_some(), "why-no-paragraph")
            .apart(),
        run("cmd-to-paragraphs", Command::ToParagraphs)
            .icon(Icon::Paragraph)
            .keys(Keys::ctrl(Key::P).shift())
            .needs(some_items, "why-no-item"),
        run("cmd-split-items", Command::SplitItems(None)).needs(fused, "why-not-fused"),
        run("cmd-remove-items", Command::RemoveSelected)
            .page_keys(Keys::ctrl(Key::Delete).shift())
            .needs(here.is_some(), "why-no-paragraph"),
        run("cmd-dismiss-source", Command::DismissSource)
            .needs(state.is_imported(), "why-not-imported")
            .apart(),
        listed_by(run("panel-all-present", Command::Roll(Roll::AllPresent)), "panel-all-present")
            .icon(Icon::Checks)
            .needs(unsaid, "why-all-said")
            .apart(),
        listed_by(run("panel-answers-count", Command::Roll(Roll::Answers)), "panel-answers-count")
            .needs(unsaid, "why-all-said"),
        listed_by(run("cmd-sort-name", Command::Roll(Roll::Sort(Order::Name))), "cmd-sort-name")
            .needs(listed_people, "why-nobody-listed"),
        listed_by(run("cmd-sort-presence", Command::Roll(Roll::Sort(Order::Presence))), "cmd-sort-presence")
            .needs(listed_people, "why-nobody-listed"),
    ]);
    let state_now = match here {
        Some((Kind::Recommendation(now), _)) => Some(now.state),
        _ => None,
    };
    for progress in Progress::ALL {
        let key = facts::progress_key(progress);
        let entry = run(key, Command::FollowUp(FollowUp::State(progress)))
            .on(state_now == Some(progress))
            .needs(some_items, "why-no-item");
        let entry = Entry { under: Some(("detail-state", key)), ..entry };
        all.push(if progress == Progress::NotStarted { entry.apart() } else { entry });
    }
    all.extend([
        Entry::new(Menu::Tools, "cmd-live", Action::Live(Act::Toggle))
            .icon(Icon::Microphone)
            .keys(Keys::ctrl(Key::L))
            .on(state.live)
            .apart(),
        Entry::new(Menu::Tools, "cmd-next-finding", Action::NextFinding)
            .icon(Icon::CheckCircle)
            .keys(Keys::alone(Key::F8))
            .apart(),
    ]);
    all
}

/// Whether the selection begins or ends in a recommendation.
fn is_listed(document: &Document, selection: &Selection) -> bool {
    [&selection.anchor.target, &selection.head.target].into_iter().any(|target| match target {
        Target::Block(id) => document.block(*id).is_some_and(|block| block.kind.depth().is_some()),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => false,
    })
}

/// The labels of each level, in a list of their own.
fn labels(state: &State<'_>) -> Vec<Entry> {
    let now = state.open.map(|open| open.editor().document().style().labels);
    let words = Words::new(state.language);
    let mut all = Vec::new();
    for (depth, level) in
        (0..).zip(["menu-labels-axis", "menu-labels-section", "menu-labels-item", "menu-labels-subitem"])
    {
        for label in Label::ALL {
            let key = label_key(label);
            let value = label.keyword().to_owned();
            let action = Action::Run(Command::SetField { path: FieldPath::Label(depth), value });
            let name = Name::Own(format!("{}: {}", words.get(level), words.get(key)));
            let entry = Entry { name, under: Some((level, key)), ..Entry::new(Menu::Format, key, action) };
            let entry = entry.on(now.is_some_and(|labels| labels.at(depth) == label));
            all.push(if depth == 0 && label == Label::None { entry.apart() } else { entry });
        }
    }
    all
}

/// What the live session does, with the keys that hold while it is shown.
#[must_use]
pub fn live() -> Vec<Entry> {
    let on = |act: Act, keys| Entry::new(Menu::Tools, act.key(), Action::Live(act)).keys(keys);
    vec![
        on(Act::Mark(NoteMark::Decision), Keys::ctrl(Key::D)).icon(Icon::Gavel),
        on(Act::Mark(NoteMark::Task), Keys::ctrl(Key::T)).icon(Icon::CheckSquare),
        on(Act::Mark(NoteMark::Quote), Keys::ctrl(Key::I)).icon(Icon::Quotes),
        on(Act::Queue, Keys::alone(Key::F4)).icon(Icon::UserPlus),
        on(Act::Next, Keys::alone(Key::F4).shift()).icon(Icon::Microphone),
        on(Act::ItemDown, Keys::alt(Key::ArrowDown)).icon(Icon::ArrowDown),
        on(Act::ItemUp, Keys::alt(Key::ArrowUp)).icon(Icon::ArrowUp),
        on(Act::Turn, Keys::alone(Key::F6)).icon(Icon::Users),
        Entry::new(Menu::Tools, Act::Send.key(), Action::Live(Act::Send)).icon(Icon::TextAlignRight),
    ]
}

/// The keys of everything, by menu: what the sheet of shortcuts shows and a test holds free of clashes.
#[must_use]
pub fn shortcuts(state: &State<'_>) -> Vec<(Menu, Name, Keys)> {
    let with_keys = |entry: Entry| entry.keys.map(|keys| (entry.menu, entry.name, keys));
    table(state).into_iter().filter_map(with_keys).collect()
}
