//! The window under test: `App` in a harness, hands on its keyboard and mouse, eyes on its pictures.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use eframe::App as _;
use eframe::egui::output::IMEOutput;
use eframe::egui::{
    Color32, DroppedFile, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand,
    PointerButton, Pos2, RawInput, Rect, TouchPhase, ViewportCommand, ViewportEvent, ViewportId, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use image::RgbaImage;
use mahdar::document::{
    Block, BlockId, Document, Field, Id, Kind, Language, Output, OutputKind, RecordId, RichText, Step,
};
use mahdar::store::{self, Folders};
use mahdar::template::{self, View};
use mahdar::text::Caret;
use mahdar::ui::App;
use mahdar::ui::app::columns;
use mahdar::ui::chrome::{BAR, STATUS};
use mahdar::ui::pen::Pen;
use mahdar::ui::rail;
use mahdar::ui::sheet::{Seen, Sheet};
use mahdar::ui::theme::{Mode, Theme};
use mahdar::workspace::Open;

use crate::cpu::Cpu;

/// The window's usual size.
pub const SIZE: (f32, f32) = (1366.0, 690.0);
/// How high the folded lines above the text are.
pub const FOLDED: f32 = 132.0;
/// Control held.
pub const CTRL: Modifiers = Modifiers { alt: false, ctrl: true, shift: false, mac_cmd: false, command: true };

#[derive(Default)]
struct Held {
    app: Option<App>,
    made: Rc<RefCell<Option<App>>>,
}

/// A window with its harness.
pub struct Screen {
    harness: Harness<'static, Held>,
    size: (f32, f32),
    scale: f32,
}

/// A folder of this test's own, empty: tests that run beside it may use the same name.
pub fn folder(name: &str) -> PathBuf {
    let test = std::thread::current().name().unwrap().replace("::", "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens").join(test).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A record with a title and these paragraphs.
pub fn written(paragraphs: &[(Kind, &str)]) -> Document {
    let mut document = Document::new(RecordId(7));
    let output =
        Output { title: RichText::plain("بلاغ اجتماع"), ..Output::new(OutputKind::Communique) };
    let field = Field::Output { kind: OutputKind::Communique, at: 0, entry: Some(Box::new(output)) };
    document.apply(Step::SetField(field)).unwrap();
    let mut after = None;
    for (counter, (kind, text)) in (100..).zip(paragraphs) {
        let id = BlockId(Id { session: 0, counter });
        let block = Arc::new(Block::new(id, kind.clone(), RichText::plain(text)));
        document.apply(Step::Insert { after, block }).unwrap();
        after = Some(id);
    }
    document
}

/// A plain paragraph.
pub fn plain(text: &str) -> (Kind, &str) {
    (Kind::default(), text)
}

impl Screen {
    /// A window of this size with these files.
    pub fn sized(files: Vec<PathBuf>, demo: bool, mode: Mode, size: (f32, f32), scale: f32) -> Self {
        Self::begun(files, demo, mode, size, scale, None)
    }

    /// A window with nothing open that keeps settings and recent records in these folders.
    pub fn keeping(folders: Folders) -> Self {
        Self::begun(Vec::new(), false, Mode::Light, SIZE, 1.0, Some(folders))
    }

    /// A window that keeps everything in these folders, with these files.
    pub fn started(folders: &Folders, files: Vec<PathBuf>, mode: Mode, size: (f32, f32)) -> Self {
        Self::begun(files, false, mode, size, 1.0, Some(folders.clone()))
    }

    /// Does this with the program itself.
    pub fn app(&mut self, act: impl FnOnce(&mut App)) {
        act(self.harness.state_mut().app.as_mut().unwrap());
        self.rest();
    }

    /// A window with these files that speaks this language; what it keeps lies beside the first file.
    pub fn speaking(files: Vec<PathBuf>, language: Language, mode: Mode, size: (f32, f32)) -> Self {
        let folders = Folders::inside(
            &files[0].parent().unwrap().join(format!("kept-{language:?}-{mode:?}-{}", size.0)),
        );
        store::change(&folders, |settings: &mut store::Settings| settings.language = Some(language)).unwrap();
        Self::begun(files, false, mode, size, 1.0, Some(folders))
    }

    /// The grey words at the caret.
    pub fn offered(&self) -> Option<String> {
        self.harness.state().app.as_ref().unwrap().offered().map(str::to_owned)
    }

    fn begun(
        files: Vec<PathBuf>,
        new: bool,
        mode: Mode,
        (width, height): (f32, f32),
        scale: f32,
        folders: Option<Folders>,
    ) -> Self {
        let held = Held::default();
        let made = Rc::clone(&held.made);
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_pixels_per_point(scale)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(12)
            .renderer(Cpu::default())
            .with_render_cursor(false)
            .with_context_setup(move |ctx| {
                let mut app = App::keeping(ctx, folders);
                app.ask_in_window();
                app.set_mode(mode);
                app.begin(files, false);
                if new {
                    app.create("regional-communique");
                }
                *made.borrow_mut() = Some(app);
            })
            .build_ui_state(
                |ui, held: &mut Held| {
                    if held.app.is_none() {
                        held.app = held.made.borrow_mut().take();
                    }
                    held.app.as_mut().unwrap().frame(ui);
                },
                held,
            );
        let mut screen = Self { harness, size: (width, height), scale };
        screen.rest();
        screen
    }

    /// A window with nothing open.
    pub fn home() -> Self {
        Self::sized(Vec::new(), false, Mode::Light, SIZE, 1.0)
    }

    /// A window with a new communiqué.
    pub fn new_record() -> Self {
        Self::new_record_in(Mode::Light, SIZE)
    }

    /// A window of this theme and size with a new communiqué.
    pub fn new_record_in(mode: Mode, size: (f32, f32)) -> Self {
        let mut screen = Self::sized(Vec::new(), false, mode, size, 1.0);
        screen.harness.state_mut().app.as_mut().unwrap().create("regional-communique");
        screen.rest();
        screen
    }

    /// A window with this record, opened from a file of its own.
    pub fn with(name: &str, document: &Document) -> Self {
        let path = folder(name).join("record.mahdar");
        store::save(document, &path, None).unwrap();
        Self::sized(vec![path], false, Mode::Light, SIZE, 1.0)
    }

    /// A window with this record, smaller and on a screen of another scale.
    pub fn scaled(name: &str, document: &Document, size: (f32, f32), scale: f32) -> Self {
        let path = folder(name).join("record.mahdar");
        store::save(document, &path, None).unwrap();
        Self::sized(vec![path], false, Mode::Light, size, scale)
    }

    /// A window with plain paragraphs.
    pub fn page(name: &str, paragraphs: &[&str]) -> Self {
        let paragraphs: Vec<(Kind, &str)> = paragraphs.iter().map(|text| plain(text)).collect();
        Self::with(name, &written(&paragraphs))
    }

    /// Frames until nothing more is asked for.
    pub fn rest(&mut self) {
        self.harness.run();
    }

    /// One frame.
    pub fn step(&mut self) {
        self.harness.step();
    }

    /// One frame with all of these events.
    pub fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
    }

    /// One frame with these events, which are given to the program first, as eframe does.
    pub fn given(&mut self, events: Vec<Event>) {
        let mut input = RawInput { events, ..RawInput::default() };
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().app.as_mut().unwrap().raw_input_hook(&ctx, &mut input);
        self.harness.input_mut().events.extend(input.events);
        self.harness.step();
    }

    /// All of these events before the window comes to a frame, as they come from hands faster than it; then the frames of
    /// a second.
    pub fn burst(&mut self, events: Vec<Event>) {
        self.given(events);
        for _ in 0..60 {
            self.given(Vec::new());
        }
    }

    /// This many seconds later.
    pub fn later(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.harness.step();
    }

    /// When the next frame is wanted without any event.
    pub fn wants_frame_in(&self) -> Duration {
        self.harness.output().viewport_output.values().map(|out| out.repaint_delay).min().unwrap()
    }

    /// What the last frame told the input method.
    pub fn ime(&self) -> Option<IMEOutput> {
        self.harness.output().platform_output.ime
    }

    /// Whether the window is the one that is worked in.
    pub fn set_active(&mut self, active: bool) {
        self.harness.input_mut().focused = active;
        self.frame(vec![Event::WindowFocused(active)]);
    }

    /// Whether a frame is wanted now, by whatever thread.
    pub fn wants_frame(&self) -> bool {
        self.harness.ctx.has_requested_repaint()
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.frame(key_events(modifiers, key));
        self.rest();
    }

    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    pub fn presses(&mut self, key: Key, count: usize) {
        for _ in 0..count {
            self.press(key);
        }
    }

    pub fn presses_with(&mut self, modifiers: Modifiers, key: Key, count: usize) {
        for _ in 0..count {
            self.press_with(modifiers, key);
        }
    }

    /// Types these words, a letter a frame.
    pub fn type_words(&mut self, words: &str) {
        for c in words.chars() {
            self.frame(vec![Event::Text(c.into())]);
        }
        self.rest();
    }

    pub fn paste(&mut self, words: &str) {
        self.frame(vec![Event::Paste(words.into())]);
        self.rest();
    }

    /// Does what puts words on the clipboard; these words.
    pub fn clipboard_after(&mut self, event: Event) -> Option<String> {
        self.frame(vec![event]);
        let copied = self.copied();
        self.rest();
        copied
    }

    /// What the last frame put on the clipboard.
    pub fn copied(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// The page that the last frame opened.
    pub fn opened(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::OpenUrl(url) => Some(url.url.clone()),
            _ => None,
        })
    }

    /// Clicks the one thing of this name; what that put on the clipboard, and which page it opened.
    pub fn click_for(&mut self, name: &str) -> (Option<String>, Option<String>) {
        let at = self.place(name).center();
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true)]);
        self.frame(vec![button(at, false)]);
        let (mut copied, mut opened) = (self.copied(), self.opened());
        for _ in 0..3 {
            self.step();
            (copied, opened) = (copied.or(self.copied()), opened.or(self.opened()));
        }
        self.rest();
        (copied, opened)
    }

    /// What the last frame gave to the desktop's second clipboard.
    pub fn settled(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::TextSelectionSettled(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// Presses the middle button here while the desktop's second clipboard holds these words.
    pub fn middle_click(&mut self, at: Pos2, words: &str) {
        self.frame(vec![Event::PointerMoved(at)]);
        let middle = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Middle,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![middle(true), Event::MiddleClickPaste { pos: at, text: words.into() }]);
        self.frame(vec![middle(false)]);
        self.rest();
    }

    /// Clicks the one thing of this name; what that put on the clipboard, and what it asked of the window.
    pub fn click_and_watch(&mut self, name: &str) -> (Option<String>, Vec<ViewportCommand>) {
        let at = self.place(name).center();
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true)]);
        self.frame(vec![button(at, false)]);
        let (mut copied, mut asked) = (self.copied(), self.commands());
        for _ in 0..4 {
            self.step();
            copied = copied.or(self.copied());
            asked.extend(self.commands());
        }
        self.rest();
        (copied, asked)
    }

    /// What the last frame asked of the window itself.
    pub fn commands(&self) -> Vec<ViewportCommand> {
        self.harness.output().viewport_output.values().flat_map(|out| out.commands.clone()).collect()
    }

    /// Whether something of exactly this name is there.
    pub fn has(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Whether something with these words in its name is there.
    pub fn has_words(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// Whether something holds exactly this text.
    pub fn has_value(&self, text: &str) -> bool {
        self.harness.query_all_by_value(text).next().is_some()
    }

    /// Where the one thing of this name is.
    pub fn place(&self, name: &str) -> Rect {
        self.harness.get_by_label(name).rect()
    }

    /// Where the one thing with these words in its name is.
    pub fn place_with(&self, words: &str) -> Rect {
        self.harness.get_by_label_contains(words).rect()
    }

    /// Where all things of this name are, from top to bottom.
    pub fn places(&self, name: &str) -> Vec<Rect> {
        let mut places: Vec<Rect> = self.harness.query_all_by_label(name).map(|node| node.rect()).collect();
        places.sort_by(|a, b| a.top().total_cmp(&b.top()));
        places
    }

    /// Whether the one thing of this name has the keyboard.
    pub fn is_focused(&self, name: &str) -> bool {
        self.harness.get_by_label(name).is_focused()
    }

    /// What those who do not see the window are told of it.
    pub fn told(&self) -> AccessKitNode<'_> {
        self.harness.root().accesskit_node()
    }

    /// All texts that things in the window hold.
    pub fn told_values(&self) -> Vec<String> {
        let root = self.harness.root();
        root.children_recursive().filter_map(|node| node.accesskit_node().value()).collect()
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let root = self.harness.root();
        let node = root.children_recursive().find(egui_kittest::Node::is_focused)?;
        node.accesskit_node().label()
    }

    /// Tab, a few times at most, until the thing of this name has the keyboard.
    pub fn tab_to(&mut self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..12 {
            self.press(Key::Tab);
            let focused = self.focused().unwrap_or_default();
            if focused == name {
                return;
            }
            passed.push(focused);
        }
        panic!("Tab does not reach «{name}»: {passed:?}");
    }

    /// Gives the keyboard to the one thing of this name, as those do who do not see it.
    pub fn give_keyboard(&mut self, name: &str) {
        self.harness.get_by_label(name).focus();
        self.rest();
    }

    /// Quits the program as Ctrl+Q does, and lets it write what it keeps.
    pub fn quit(mut self) {
        self.frame(key_events(CTRL, Key::Q));
        assert!(self.commands().contains(&ViewportCommand::Close), "nothing stands in the way");
        let mut app = self.harness.state_mut().app.take().unwrap();
        eframe::App::on_exit(&mut app, None);
    }

    /// Clicks the one thing of this name.
    pub fn click(&mut self, name: &str) {
        let at = self.place(name).center();
        self.click_at(at);
    }

    /// Clicks the one thing with these words in its name.
    pub fn click_words(&mut self, words: &str) {
        let at = self.place_with(words).center();
        self.click_at(at);
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true)]);
        self.frame(vec![button(at, false)]);
        self.rest();
        // Two clicks of a test are two clicks, not a double click.
        self.later(1.0);
        self.rest();
    }

    /// Clicks with Shift held.
    pub fn shift_click_at(&mut self, at: Pos2) {
        self.frame(vec![Event::ModifiersChanged(Modifiers::SHIFT)]);
        self.click_at(at);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.rest();
    }

    /// Clicks with Control held.
    pub fn ctrl_click_at(&mut self, at: Pos2) {
        self.frame(vec![Event::ModifiersChanged(CTRL)]);
        self.click_at(at);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.rest();
    }

    /// Clicks several times, fast.
    pub fn clicks_at(&mut self, at: Pos2, count: usize) {
        self.frame(vec![Event::PointerMoved(at)]);
        for _ in 0..count {
            self.frame(vec![button(at, true)]);
            self.frame(vec![button(at, false)]);
        }
        self.rest();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.frame(vec![Event::PointerMoved(from)]);
        self.frame(vec![button(from, true)]);
        self.frame(vec![Event::PointerMoved(from + (to - from) / 2.0)]);
        self.frame(vec![Event::PointerMoved(to)]);
        self.frame(vec![button(to, false)]);
        self.rest();
    }

    /// Turns the wheel over the middle of the page; up shows what is below.
    pub fn wheel(&mut self, points: f32) {
        let at = pos2(SIZE.0 / 2.0, SIZE.1 / 2.0);
        let delta = vec2(0.0, -points);
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Unknown,
        };
        self.frame(vec![Event::PointerMoved(at), wheel]);
        for _ in 0..30 {
            self.step();
        }
    }

    /// Asks the window to close, as the desktop does.
    pub fn close(&mut self) {
        let viewport = self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        self.harness.step();
    }

    /// The record that is open.
    pub fn open(&self) -> &Open {
        self.harness.state().app.as_ref().unwrap().record().expect("a record is open")
    }

    pub fn is_open(&self) -> bool {
        self.harness.state().app.as_ref().unwrap().record().is_some()
    }

    pub fn document(&self) -> &Document {
        self.open().editor().document()
    }

    /// How often the notes of the live session were laid out anew.
    pub fn laid(&self) -> usize {
        self.harness.state().app.as_ref().unwrap().notes_laid()
    }

    /// The stored words of each block.
    pub fn words(&self) -> Vec<String> {
        self.document().blocks().iter().map(|block| block.text.text().to_owned()).collect()
    }

    /// The paragraphs as the page shows them, without their labels; the title first.
    pub fn shown(&self) -> Vec<String> {
        let composition = template::compose(self.document(), &View::page(self.open().output));
        let all = std::iter::once(&composition.title).chain(&composition.paragraphs);
        all.map(|composed| composed.text.clone()).collect()
    }

    /// The paragraph of the caret (the title is 0) and its byte there.
    pub fn caret(&self) -> (usize, usize) {
        let head = &self.open().editor().selection().head;
        (Sheet::index(self.document(), &head.target).unwrap(), head.offset)
    }

    /// What is selected: paragraph and bytes.
    pub fn selected(&self) -> Vec<(usize, std::ops::Range<usize>)> {
        let ranges = self.open().editor().selection().ranges(self.document());
        ranges
            .into_iter()
            .map(|(target, range)| (Sheet::index(self.document(), &target).unwrap(), range))
            .collect()
    }

    /// The sheet as the window lays it out, not scrolled, with the header of this height.
    pub fn sheet(&self, header: f32) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.header = header;
        let mut pen = Pen::new(Theme::LIGHT);
        let editor = self.open().editor();
        sheet.sync(editor.document(), editor.state(), self.open().output);
        let (width, height) = self.size;
        let view = Rect::from_min_max(pos2(0.0, BAR), pos2(width, height - STATUS));
        let panel = self.harness.state().app.as_ref().unwrap().panel();
        let rail = if width >= 1280.0 { rail::WIDE } else { rail::NARROW };
        sheet.look(columns(view, rail, panel.is_some(), true).page, &mut pen, self.scale);
        sheet
    }

    /// Where a caret at this byte of a paragraph stands in the window (header folded, not scrolled).
    pub fn point(&self, paragraph: usize, offset: usize) -> Pos2 {
        let sheet = self.sheet(FOLDED);
        let seen: &Seen = sheet.seen.iter().find(|seen| seen.index == paragraph).expect("in view");
        let layout = sheet.laid[paragraph].layout.as_ref().unwrap();
        let caret = layout.caret(Caret { offset, ..Caret::default() });
        seen.origin + vec2(caret.x, f32::midpoint(caret.top, caret.bottom)) / self.scale
    }

    /// The picture of the last frame.
    pub fn picture(&mut self) -> RgbaImage {
        self.harness.render().unwrap()
    }

    /// Writes the picture to `target/pictures`.
    pub fn paint(&mut self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("pictures");
        std::fs::create_dir_all(&folder).unwrap();
        self.picture().save(folder.join(format!("{name}.png"))).unwrap();
    }

    /// How many pixels of the picture have exactly this colour, in this part of it.
    pub fn count(&mut self, colour: Color32, x: std::ops::Range<u32>, y: std::ops::Range<u32>) -> usize {
        let picture = self.picture();
        let wanted = colour.to_array();
        y.flat_map(|y| x.clone().map(move |x| (x, y)))
            .filter(|(x, y)| picture.get_pixel(*x, *y).0 == wanted)
            .count()
    }

    /// The colour of one pixel.
    pub fn colour(&mut self, x: u32, y: u32) -> Color32 {
        let [r, g, b, a] = self.picture().get_pixel(x, y).0;
        Color32::from_rgba_premultiplied(r, g, b, a)
    }

    /// Waits, at most ten seconds, until this holds.
    pub fn wait(&mut self, mut done: impl FnMut(&Self) -> bool) {
        for _ in 0..500 {
            self.rest();
            if done(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("waited in vain");
    }

    /// Lets a file go over the window.
    pub fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_path_buf())));
        self.harness.step();
        self.rest();
    }

    /// Writes this path into our own dialog and presses Enter.
    pub fn give_path(&mut self, path: &Path) {
        self.press_with(CTRL, Key::A);
        self.paste(path.to_str().unwrap());
        self.press(Key::Enter);
    }
}

/// A file let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A key pressed and released.
pub fn key_events(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![
        Event::ModifiersChanged(modifiers),
        event(true),
        event(false),
        Event::ModifiersChanged(Modifiers::NONE),
    ]
}

pub fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}
