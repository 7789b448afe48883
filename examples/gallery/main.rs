//! Every control of the design in a window, with its states: `cargo run --example gallery`.

mod sheet;

use eframe::egui;
use sheet::Gallery;

fn main() -> eframe::Result {
    let viewport = egui::ViewportBuilder::default().with_inner_size([1366.0, 1010.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "gallery",
        options,
        Box::new(|creation| Ok(Box::new(Window(Gallery::new(&creation.egui_ctx))))),
    )
}

struct Window(Gallery);

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.frame(ui);
    }
}
