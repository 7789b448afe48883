//! Presses of the mouse in one place, counted, and what each number of them takes.

use eframe::egui::{Event, PointerButton, Pos2, Ui};

/// How much text a press takes, and a drag that begins with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    /// A caret; the drag takes letters.
    #[default]
    Letter,
    /// Two presses.
    Word,
    /// Three presses.
    Paragraph,
}

/// The last press, and how many came before it in its place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Presses {
    at: Pos2,
    time: f64,
    count: u8,
}

impl Presses {
    /// Counts what was pressed in this frame: where the last press was and what it takes. egui counts clicks only once
    /// they are over, and a word is taken while the button is still down.
    pub fn count(&mut self, ui: &Ui) -> Option<(Pos2, Grain)> {
        let (now, presses) = ui.input(|input| {
            let pressed = |event: &Event| match event {
                &Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, .. } => Some(pos),
                _ => None,
            };
            (input.time, input.events.iter().filter_map(pressed).collect::<Vec<Pos2>>())
        });
        let (delay, reach) = ui.ctx().options(|options| {
            (options.input_options.max_double_click_delay, options.input_options.max_click_dist)
        });
        for at in presses {
            let again = now - self.time <= delay && at.distance(self.at) <= reach;
            let count = if again { self.count % 3 + 1 } else { 1 };
            *self = Self { at, time: now, count };
        }
        (self.time >= now).then_some((self.at, self.grain())).filter(|_| self.count > 0)
    }

    /// The next press is the first again.
    pub fn forget(&mut self) {
        self.count = 0;
    }

    fn grain(self) -> Grain {
        match self.count {
            2 => Grain::Word,
            3 => Grain::Paragraph,
            _ => Grain::Letter,
        }
    }
}

/// How far text scrolls in this frame while the mouse is held so many pixels beyond its edge: faster the further off,
/// by the clock, whether the mouse moves or not.
#[must_use]
pub fn pulled(ui: &Ui, beyond: f32) -> f32 {
    /// Pixels a second at the edge, more for each pixel beyond it, and at most.
    const SPEED: (f32, f32, f32) = (60.0, 12.0, 3_000.0);
    if beyond == 0.0 {
        return 0.0;
    }
    ui.ctx().request_repaint();
    let speed = (SPEED.0 + SPEED.1 * beyond.abs()).min(SPEED.2);
    let time = ui.input(|input| input.stable_dt).min(0.1);
    speed * time * beyond.signum()
}
