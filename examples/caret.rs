//! Prints where the caret stops, from left to right, for each line of each paragraph on standard input.
//!
//! `caret [--font FAMILY] [--width PX]` — columns: byte index, line, x, direction. A blank line ends each paragraph.

use std::io::{BufRead as _, Write as _};

use mahdar::text::{Align, Base, Direction, Engine, Family, Paragraph, Style, Weight};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let (mut family, mut width) = (Family::Naskh, None);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().unwrap_or_default();
        match word.as_str() {
            "--font" => {
                family = match value.to_lowercase().replace([' ', '-', '_'], "").as_str() {
                    "vazirmatn" | "ui" => Family::Ui,
                    "notonaskharabic" | "notonaskh" | "naskh" => Family::Naskh,
                    "amiri" => Family::Amiri,
                    _ => return Err(format!("unknown font: {value}").into()),
                }
            }
            "--width" => width = Some(value.parse::<f32>()?),
            other => return Err(format!("unknown argument: {other}").into()),
        }
    }
    let mut engine = Engine::new();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let text = line?;
        let paragraph = Paragraph {
            text: &text,
            base: Base::Rtl,
            language: "ar-MA",
            style: Style { family, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
            spans: &[],
            keep: &[],
            isolates: &[],
        };
        let layout = engine.layout(&paragraph, width, Align::Start);
        for line in 0..layout.lines().len() {
            for stop in layout.stops(line) {
                let direction = match stop.direction {
                    Direction::Rtl => "rtl",
                    Direction::Ltr => "ltr",
                };
                writeln!(out, "{}\t{line}\t{:.2}\t{direction}", stop.offset, stop.x)?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}
