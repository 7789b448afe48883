//! The design's colours over the fills each is meant for: text at least 5:1, edges of controls at least 3:1 (WCAG 2).

use eframe::egui::Color32;
use mahdar::ui::theme::{Mode, Theme};
use mahdar::ui::widgets::Tone;

fn luminance(colour: Color32) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

type Pair = (&'static str, Color32, &'static str, Color32);

fn pairs(inks: &[(&'static str, Color32)], fills: &[(&'static str, Color32)]) -> Vec<Pair> {
    inks.iter().flat_map(|ink| fills.iter().map(|fill| (ink.0, ink.1, fill.0, fill.1))).collect()
}

/// Every text over every fill it is drawn on.
fn text(t: &Theme) -> Vec<Pair> {
    let (sheet, raised, chrome) = (("sheet", t.sheet), ("raised", t.raised), ("chrome", t.chrome));
    let (hover, desk, chosen) = (("hover", t.hover), ("desk", t.desk), ("chosen", t.chosen));
    let mut all =
        pairs(&[("ink", t.ink), ("ink2", t.ink2), ("ink3", t.ink3)], &[desk, chrome, sheet, raised, hover]);
    all.extend(pairs(&[("ink", t.ink)], &[chosen, ("selection", t.selection), ("search", t.search)]));
    all.extend(pairs(&[("accent", t.accent)], &[sheet, raised, chosen]));
    all.extend(pairs(
        &[("on accent", t.on_accent)],
        &[("accent", t.accent), ("accent hover", t.accent_hover)],
    ));
    for (name, ink, fill) in [
        ("error", t.error, t.error_fill),
        ("warning", t.warning, t.warning_fill),
        ("finding", t.finding, t.finding_fill),
        ("ok", t.ok, t.ok_fill),
        ("internal", t.internal, t.internal_fill),
    ] {
        all.extend(pairs(&[(name, ink)], &[("its fill", fill), sheet]));
    }
    all.extend(pairs(
        &[("ink", t.ink)],
        &[("warning fill", t.warning_fill), ("internal fill", t.internal_fill)],
    ));
    all.extend(pairs(&[("ok", t.ok), ("error", t.error), ("ink2", t.ink2)], &[chrome]));
    all.extend(pairs(&[("warning", t.warning)], &[raised]));
    // Labels and prompts of paragraphs for the minutes only; what was deleted; a toast.
    all.extend(pairs(&[("ink2", t.ink2), ("ink3", t.ink3)], &[("internal fill", t.internal_fill)]));
    all.extend(pairs(&[("ink", t.ink)], &[("deleted fill", t.deleted_fill), ("error fill", t.error_fill)]));
    // A writer's colours, a live field on and off its fills, suggestions of all authors, what is suggested to drop.
    let fills = [
        sheet,
        ("internal fill", t.internal_fill),
        ("warning fill", t.warning_fill),
        ("error fill", t.error_fill),
        ("finding fill", t.finding_fill),
        ("deleted fill", t.deleted_fill),
        chosen,
    ];
    let low =
        pairs(&[("a writer's red", t.error), ("a writer's accent", t.accent), ("grey", t.ink3)], &fills);
    assert_eq!(too_low(low, 4.5), Vec::<String>::new(), "{:?}", t.mode);
    all.extend(t.authors.iter().flat_map(|ink| pairs(&[("an author", *ink)], &[sheet])));
    all.extend(pairs(&[("dropped words", t.ink3)], &[("deleted fill", t.deleted_fill)]));
    let toast = match t.mode {
        Mode::Light => t.chrome,
        Mode::Dark => t.on_accent,
    };
    all.extend(pairs(&[("toast", toast)], &[("ink", t.ink)]));
    all
}

fn too_low(pairs: Vec<Pair>, least: f64) -> Vec<String> {
    let low = pairs.into_iter().filter(|(_, one, _, other)| contrast(*one, *other) < least);
    low.map(|(name, one, on, other)| format!("{name} on {on}: {:.2}", contrast(one, other))).collect()
}

#[test]
fn the_measure_is_the_one_of_wcag() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
    assert!((contrast(Color32::from_gray(0x76), Color32::WHITE) - 4.54).abs() < 0.01);
    assert_eq!(too_low(vec![("a", Color32::from_gray(0x76), "b", Color32::WHITE)], 5.0).len(), 1);
}

#[test]
fn text_is_read_on_every_fill_it_stands_on() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        let low = too_low(text(&theme), 5.0);
        assert!(low.is_empty(), "{:?}: {}", theme.mode, low.join(", "));
    }
}

#[test]
fn a_writers_colours_are_read_on_the_paper_of_the_preview() {
    let (ink, dark_paper) = (Theme::LIGHT, Theme::DARK.ink);
    let inks = [("ink", ink.ink), ("accent", ink.accent), ("red", ink.error), ("grey", ink.ink3)];
    let low = too_low(pairs(&inks, &[("paper", ink.sheet), ("paper in the dark", dark_paper)]), 4.5);
    assert!(low.is_empty(), "{}", low.join(", "));
}

#[test]
fn pills_and_states_of_controls_are_read() {
    for t in [Theme::LIGHT, Theme::DARK] {
        let mut all: Vec<Pair> = Vec::new();
        for tone in Tone::ALL {
            let (fill, ink) = tone.colours(&t);
            all.push(("a pill", ink, "its fill", fill));
        }
        // Pressed and chosen buttons, a checked line of a menu, what cannot be done on a raised card.
        all.extend(pairs(&[("ink", t.ink), ("ink2", t.ink2), ("accent", t.accent)], &[("chosen", t.chosen)]));
        all.extend(pairs(
            &[("ink3", t.ink3), ("warning", t.warning)],
            &[("raised", t.raised), ("sheet", t.sheet)],
        ));
        all.extend(pairs(&[("key cap", t.ink3)], &[("chrome", t.chrome)]));
        all.extend(pairs(&[("error", t.error)], &[("raised", t.raised), ("chrome", t.chrome)]));
        // A toast and a tooltip are of the other theme; so is the action on them.
        let other = if t.mode == Mode::Light { Theme::DARK } else { Theme::LIGHT };
        all.extend(pairs(&[("an action", other.accent_hover)], &[("a toast", t.ink)]));
        let low = too_low(all, 5.0);
        assert!(low.is_empty(), "{:?}: {}", t.mode, low.join(", "));
        // Shapes and rings: at least 3:1.
        let fills = [("sheet", t.sheet), ("raised", t.raised), ("chrome", t.chrome)];
        let shapes = [("needed", t.warning), ("error", t.error), ("full", t.accent), ("empty", t.edge)];
        let mut low = too_low(pairs(&shapes, &fills), 3.0);
        low.extend(too_low(pairs(&[("tick", t.on_accent)], &[("box", t.accent)]), 3.0));
        assert!(low.is_empty(), "{:?}: {}", t.mode, low.join(", "));
    }
}

#[test]
fn edges_of_controls_are_seen() {
    for t in [Theme::LIGHT, Theme::DARK] {
        let fills = [("sheet", t.sheet), ("raised", t.raised), ("chrome", t.chrome)];
        let low = too_low(pairs(&[("edge", t.edge), ("accent", t.accent)], &fills), 3.0);
        assert!(low.is_empty(), "{:?}: {}", t.mode, low.join(", "));
    }
}
