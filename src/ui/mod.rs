//! The window: the only module that knows egui.

pub mod access;
pub mod action;
pub mod agenda;
pub mod app;
pub mod attendance;
pub mod bars;
mod before;
pub mod bodies;
pub mod checks;
pub mod chrome;
pub mod clipboard;
pub mod compare;
pub mod covered;
pub mod details;
pub mod details_form;
pub mod dialog;
pub mod drawn;
pub mod earlier;
pub mod entries;
pub mod facts;
pub mod fault;
pub mod field;
pub mod files;
pub mod find;
pub mod folds;
pub mod ghost;
pub mod glyphs;
pub mod header;
pub mod hidden;
pub mod home;
pub mod icon;
pub mod ime;
pub mod insert;
mod lines;
pub mod live;
pub mod logo;
pub mod marks;
mod markup;
pub mod menus;
pub mod origin;
pub mod pace;
pub mod page;
pub mod palette;
pub mod pen;
pub mod people;
pub mod presence;
pub mod presses;
pub mod preview;
pub mod primary;
pub mod publish;
pub mod rail;
pub mod roster;
pub mod said;
pub mod scroll;
pub mod settings;
pub mod sheet;
pub mod shortcuts;
pub mod suggest;
pub mod theme;
pub mod whom;
pub mod widgets;

use std::cell::Cell;
use std::fmt;
use std::path::PathBuf;
use std::rc::Rc;

use before::Before;
use eframe::egui;
use primary::Desk;
use winit::event_loop::EventLoop;

pub use app::App;

/// Why there is no window.
#[derive(Debug)]
pub struct StartError(String);

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StartError {}

/// Opens the window with these files and stays until it is closed.
///
/// # Errors
/// No display, no OpenGL, or a library that is missing on this machine.
pub fn run(files: Vec<PathBuf>, demo: bool) -> Result<(), StartError> {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("mahdar")
        .with_title(crate::words::Words::default().get("app-name"))
        .with_inner_size([1366.0, 690.0])
        .with_min_inner_size([720.0, 480.0]);
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        // It would cost a third of each frame where there is no GPU, and nothing here fades from colour to colour.
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    let failed = |error: &dyn fmt::Display| StartError(error.to_string());
    let event_loop = EventLoop::with_user_event().build().map_err(|error| failed(&error))?;
    let desk = Desk::of_the_desktop();
    let begun = Rc::new(Cell::new(false));
    let (asked, is_begun) = (desk.clone(), Rc::clone(&begun));
    let proxy = event_loop.create_proxy();
    let window = eframe::create_native(
        "mahdar",
        options,
        Box::new(move |creation| {
            is_begun.set(true);
            let folders = crate::store::Folders::of_user();
            let mut app = App::keeping(&creation.egui_ctx, folders.clone());
            app.hear(asked);
            app.copies_by(clipboard::desktop());
            app.paces(pace::Pace::of(&creation.egui_ctx, proxy));
            app.read_clipboard(primary::clipboard_html);
            fault::install(folders, app.words(), app::now);
            app.begin(files, demo);
            Ok(Box::new(app))
        }),
        &event_loop,
    );
    let made = event_loop.run_app(&mut Before::new(window, desk));
    // What the records that were open still had to write, or to take away.
    crate::store::flush_journals(std::time::Duration::from_secs(1));
    made.map_err(|error| failed(&error))?;
    // eframe tells a log alone what stood in its way.
    if begun.get() { Ok(()) } else { Err(failed(&"no window could be made; it needs a display with OpenGL")) }
}
