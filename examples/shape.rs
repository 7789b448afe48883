//! Prints how paragraphs are shaped, one JSON object for each line of standard input.
//!
//! `shape [--font FAMILY] [--base rtl|ltr|auto] [--levels]`

use std::fmt::Write as _;
use std::io::{BufRead as _, Write as _};

use mahdar::text::{Base, Direction, Engine, Family, ShapedRun, Weight, levels};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let (mut family, mut weight, mut base, mut with_levels) =
        (Family::Naskh, Weight::Regular, Base::Rtl, false);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--font" => (family, weight) = font(&words.next().unwrap_or_default())?,
            "--base" => {
                base = match words.next().as_deref() {
                    Some("rtl") => Base::Rtl,
                    Some("ltr") => Base::Ltr,
                    Some("auto") => Base::Auto,
                    other => return Err(format!("unknown base: {other:?}").into()),
                }
            }
            "--levels" => with_levels = true,
            other => return Err(format!("unknown argument: {other}").into()),
        }
    }
    let mut engine = Engine::new();
    let mut out = std::io::stdout().lock();
    let mut input = std::io::stdin().lock();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let text = line.strip_suffix('\n').unwrap_or(&line);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let runs: Vec<String> = engine.shape(text, family, weight, base, "ar-MA").iter().map(json).collect();
        write!(out, "{{\"runs\":[{}]", runs.join(","))?;
        if with_levels {
            let found = levels(text, base);
            write!(out, ",\"levels\":{:?}", found.levels)?;
            write!(out, ",\"order\":{:?}", found.order)?;
        }
        writeln!(out, "}}")?;
        line.clear();
    }
    Ok(())
}

/// A family by any of its names, with `bold` or `semibold` after it for the strong face.
fn font(name: &str) -> Result<(Family, Weight), Failure> {
    let name = name.to_lowercase().replace([' ', '-', '_'], "");
    let strong = name.contains("bold");
    let plain = name.trim_end_matches(".ttf");
    let plain = plain.trim_end_matches("bold").trim_end_matches("semi");
    let family = match plain.trim_end_matches("regular") {
        "vazirmatn" | "ui" => Family::Ui,
        "notonaskharabic" | "notonaskh" | "naskh" => Family::Naskh,
        "amiri" => Family::Amiri,
        _ => return Err(format!("unknown font: {name}").into()),
    };
    let weight = if strong { Weight::Strong } else { Weight::Regular };
    Ok((family, weight))
}

fn json(run: &ShapedRun) -> String {
    let direction = match run.direction {
        Direction::Rtl => "rtl",
        Direction::Ltr => "ltr",
    };
    let mut text = format!(
        "{{\"font\":\"{}\",\"dir\":\"{direction}\",\"script\":\"{}\",\"start\":{},\"end\":{},\"glyphs\":[",
        run.font.file(),
        String::from_utf8_lossy(&run.script),
        run.range.start,
        run.range.end,
    );
    for (index, glyph) in run.glyphs.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}{{\"id\":{},\"cluster\":{},\"x_advance\":{},\"x_offset\":{},\"y_offset\":{}}}",
            glyph.id, glyph.cluster, glyph.x_advance, glyph.x_offset, glyph.y_offset
        );
    }
    text.push_str("]}");
    text
}
