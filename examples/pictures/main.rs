//! Draws the guide's pictures from the real screens, without a display: `cargo run --example pictures [FOLDER]`.

#[allow(clippy::string_slice, unreachable_pub, dead_code, reason = "shared with the tests of the window")]
#[path = "../../tests/screens/cpu.rs"]
mod cpu;

use std::cell::{Cell, RefCell};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use eframe::egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder as _};
use mahdar::arabic::{Date, Time};
use mahdar::document::{Language, Stamp};
use mahdar::store::{self, Folders, Overwrite, Recent, Recents, Settings, Theme};
use mahdar::template;
use mahdar::ui::App;
use mahdar::ui::live::Now;

use cpu::Cpu;

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// The richest sample, shown in most pictures.
const RICHEST: &str = "regional-minutes";
/// What the home screen remembers, the latest last.
const RECENT: [&str; 6] = [
    "speaker-news",
    "press-communique",
    "council-resolutions",
    "provincial-meeting",
    "regional-meeting",
    RICHEST,
];

/// What was typed before the session was cut short.
const CUT_SHORT: &str = " ورُفعت الجلسة بعد شكر الحاضرين.";

fn main() -> Done {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let to = std::env::args_os().nth(1).map_or_else(|| root.join("docs/guide/pictures"), PathBuf::from);
    std::fs::create_dir_all(&to)?;
    let studio = Studio { samples: root.join("samples"), kept: root.join("target/pictures-kept"), to };
    studio.home()?;
    studio.recovery()?;
    let plain = |settings: &mut Settings| settings.clone_from(&Settings::default());
    studio.shot("editor", plain, |_| {})?;
    studio.shot("header", plain, |window| window.press(Modifiers::COMMAND, Key::Num1))?;
    studio.shot("attendance", plain, |window| {
        window.press(Modifiers::COMMAND, Key::Num2);
        window.press(Modifiers::ALT, Key::Num1);
        window.wheel(4000.0);
    })?;
    studio.shot("agenda", plain, |window| window.press(Modifiers::COMMAND, Key::Num3))?;
    studio.shot("recommendations", plain, |window| {
        window.press(Modifiers::COMMAND, Key::Num5);
        window.press(Modifiers::NONE, Key::ArrowDown);
        window.press(Modifiers::ALT, Key::Enter);
    })?;
    studio.shot("preview", plain, |window| {
        window.press(Modifiers::NONE, Key::F2);
        window.press(Modifiers::COMMAND, Key::P);
    })?;
    studio.shot("live", plain, live)?;
    studio.shot("publish", plain, |window| {
        window.press(Modifiers::NONE, Key::F2);
        window.press(Modifiers::COMMAND, Key::E);
    })?;
    studio.shot("palette", plain, |window| window.press(Modifiers::COMMAND, Key::K))?;
    studio.shot("settings", plain, |window| window.press(Modifiers::COMMAND, Key::Comma))?;
    studio.shot("dark", |settings| settings.theme = Theme::Dark, |_| {})?;
    studio.shot("french", |settings| settings.language = Some(Language::French), |_| {})
}

/// A session under way: some notes, three in the queue, a surname half typed.
fn live(window: &mut Window) {
    let minute = Rc::new(Cell::new(0));
    let told = Rc::clone(&minute);
    let (Some(date), Some(ten)) = (Date::new(2026, 11, 14), Time::new(10, 0)) else { return };
    if let Some(app) = &mut window.harness.state_mut().app {
        app.tell_time(move || {
            let minutes: u8 = told.get();
            let time = Time::new(10 + minutes / 60, minutes % 60).unwrap_or(ten);
            Now { seconds: 1_794_650_400 + i64::from(minutes) * 60, date, time }
        });
    }
    window.press(Modifiers::COMMAND, Key::L);
    let enter = |window: &mut Window| window.press(Modifiers::NONE, Key::Enter);
    for (at, before, words) in [
        (4, None, "افتتاح الجلسة، النصاب مكتمل"),
        (9, Some((Modifiers::COMMAND, Key::D)), "المصادقة بالإجماع على محضر 10 أكتوبر"),
        (31, Some((Modifiers::ALT, Key::ArrowDown)), "9 منجزة من 14، 3 في طور الإنجاز"),
        (55, Some((Modifiers::COMMAND, Key::T)), "مراسلة الفرعين قبل فاتح دجنبر"),
        (68, Some((Modifiers::ALT, Key::ArrowDown)), "ميمون الأرزي: قدم البرنامج، 3 أقاليم و240.000 درهم"),
        (77, Some((Modifiers::COMMAND, Key::I)), "يامنة البلوطي: لا غابة بلا ماء، ولا ماء بلا ذوي الحقوق"),
        (83, Some((Modifiers::COMMAND, Key::D)), "إحداث لجنة لتتبع المقالع: 17 مع، 2 ضد، 3 امتناع"),
    ] {
        minute.set(at);
        if let Some((modifiers, key)) = before {
            window.press(modifiers, key);
        }
        window.write(words);
        enter(window);
    }
    for name in ["الخروبي", "السنديان", "الشيح"] {
        window.write(name);
        window.press(Modifiers::NONE, Key::F4);
    }
    minute.set(86);
    window.write("البلو");
}

/// Where pictures are taken.
struct Studio {
    samples: PathBuf,
    kept: PathBuf,
    to: PathBuf,
}

impl Studio {
    fn sample(&self, name: &str) -> PathBuf {
        self.samples.join(name).with_extension("mahdar")
    }

    /// Folders of a user who has just begun, with these settings.
    fn folders(&self, set: impl FnOnce(&mut Settings)) -> Done<Folders> {
        if self.kept.exists() {
            std::fs::remove_dir_all(&self.kept)?;
        }
        let folders = Folders::inside(&self.kept);
        store::change(&folders, set)?;
        Ok(folders)
    }

    fn home(&self) -> Done {
        let folders = self.folders(|settings: &mut Settings| settings.language = Some(Language::Arabic))?;
        for (name, now) in RECENT.into_iter().zip(0..) {
            let opened = store::open(&self.sample(name))?;
            let output = template::View::main(&opened.document).output;
            let title = template::title(&opened.document, output);
            let recent = Recent::new(&opened.path, &opened.document, title, Stamp(now));
            store::change(&folders, |recents: &mut Recents| recents.note(recent))?;
        }
        self.keep("home", &mut Window::open(folders, Vec::new()))
    }

    /// The home screen after a session that was cut short.
    fn recovery(&self) -> Done {
        let folders = self.folders(|_: &mut Settings| {})?;
        let record = self.kept.join(RICHEST).with_extension("mahdar");
        store::save(&store::open(&self.sample(RICHEST))?.document, &record, None)?;
        let mut window = Window::open(folders.clone(), vec![record]);
        window.press(Modifiers::COMMAND, Key::End);
        window.harness.input_mut().events.push(Event::Text(CUT_SHORT.into()));
        window.rest();
        drop(window);
        // Its thread lets go of the journal a moment after it.
        std::thread::sleep(Duration::from_secs(1));
        self.keep("recovery", &mut Window::open(folders, Vec::new()))
    }

    fn shot(&self, name: &str, set: impl FnOnce(&mut Settings), act: impl FnOnce(&mut Window)) -> Done {
        let mut window = Window::open(self.folders(set)?, vec![self.sample(RICHEST)]);
        act(&mut window);
        self.keep(name, &mut window)
    }

    fn keep(&self, name: &str, window: &mut Window) -> Done {
        let picture = DynamicImage::ImageRgba8(window.harness.render()?).into_rgb8();
        let mut bytes = Vec::new();
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter).write_image(
            &picture,
            picture.width(),
            picture.height(),
            image::ExtendedColorType::Rgb8,
        )?;
        store::write_bytes(&self.to.join(name).with_extension("png"), &bytes, Overwrite::Replace)?;
        Ok(())
    }
}

#[derive(Default)]
struct Held {
    app: Option<App>,
    made: Rc<RefCell<Option<App>>>,
}

/// The program's window, with a keyboard and a clock of its own: what is drawn hangs on the keys alone.
struct Window {
    harness: Harness<'static, Held>,
    clock: f64,
}

impl Window {
    fn open(folders: Folders, files: Vec<PathBuf>) -> Self {
        let held = Held::default();
        let made = Rc::clone(&held.made);
        let harness = Harness::builder()
            .with_size(vec2(1366.0, 690.0))
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(40)
            .renderer(Cpu::default())
            .with_render_cursor(false)
            .with_context_setup(move |ctx| {
                let mut app = App::keeping(ctx, Some(folders));
                app.ask_in_window();
                app.begin(files, false);
                *made.borrow_mut() = Some(app);
            })
            .build_ui_state(
                |ui, held: &mut Held| {
                    held.app = held.app.take().or_else(|| held.made.borrow_mut().take());
                    if let Some(app) = &mut held.app {
                        app.frame(ui);
                    }
                },
                held,
            );
        let mut window = Self { harness, clock: 0.0 };
        window.rest();
        window
    }

    /// One frame at this time.
    fn step(&mut self, seconds: f64) {
        self.harness.input_mut().time = Some(seconds);
        self.harness.step();
    }

    /// Frames until everything is counted, on its thread, and the caret has stopped blinking.
    fn rest(&mut self) {
        for second in [1.0, 2.0, 3.0, 4.0] {
            std::thread::sleep(Duration::from_millis(60));
            self.step(self.clock + second);
            self.harness.run_steps(12);
        }
        self.clock += 20.0;
        self.step(self.clock);
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let modifiers = Modifiers { ctrl: modifiers.command, ..modifiers };
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let held = [Event::ModifiersChanged(modifiers), event(true), event(false)];
        self.harness.input_mut().events.extend(held);
        self.harness.input_mut().events.push(Event::ModifiersChanged(Modifiers::NONE));
        self.step(self.clock);
        self.rest();
    }

    fn write(&mut self, words: &str) {
        self.harness.input_mut().events.push(Event::Text(words.into()));
        self.step(self.clock);
        self.rest();
    }

    /// Turns the wheel over the page.
    fn wheel(&mut self, points: f32) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Unknown,
        };
        let at = Event::PointerMoved(pos2(780.0, 400.0));
        self.harness.input_mut().events.extend([at, wheel]);
        self.step(self.clock);
        self.rest();
        self.harness.input_mut().events.push(Event::PointerGone);
        self.rest();
    }
}
