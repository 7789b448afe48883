//! How much ink a line of text lays on its ground: the same in both themes.
//!
//! Letters are thin, so what counts of a pixel is how much it is read as ink. The ink of a pixel is how far it has
//! come from the ground to the full ink, measured on the scale on which text is read: luminance to the power 0.57 for
//! dark letters on light, and 0.62 for light letters on dark, the exponents of the APCA measure of contrast, which
//! was fitted to the reading of text in both polarities. The coverage of a line is the mean of that over its pixels.

use eframe::egui::{Color32, pos2};
use image::RgbaImage;
use mahdar::text::{Align, Base, Family, Paragraph, Style, Weight};
use mahdar::ui::glyphs::Inks;
use mahdar::ui::theme::{Mode, Theme};

use crate::easel::Easel;

const LINE: &str = "عقد المجلس الجهوي لاتحاد الجمعيات البيئية اجتماعا عاديا يوم السبت 14 نونبر 2026";
const FACES: [(Family, f32); 3] = [(Family::Ui, 13.0), (Family::Naskh, 18.0), (Family::Amiri, 18.0)];
const SIZE: (f32, f32) = (640.0, 40.0);

fn drawn(mode: Mode, family: Family, size: f32, scale: f32) -> Easel {
    Easel::new(mode, SIZE, scale, move |ui, pen| {
        let style = Style { family, weight: Weight::Regular, size: size * scale, line_height: 40.0 * scale };
        let paragraph = Paragraph {
            text: LINE,
            base: Base::Rtl,
            language: "ar-MA",
            style,
            spans: &[],
            keep: &[],
            isolates: &[],
        };
        let layout = pen.engine.layout(&paragraph, Some(SIZE.0 * scale), Align::Start);
        let inks = Inks::plain(pen.theme.ink);
        pen.atlas.paint(ui.painter(), &mut pen.engine, &layout, pos2(0.0, 0.0), &inks, None);
    })
}

fn luminance([r, g, b]: [u8; 3]) -> f64 {
    let channel = |value: u8| (f64::from(value) / 255.0).powf(2.4);
    0.212_672_9 * channel(r) + 0.715_152_2 * channel(g) + 0.072_175_0 * channel(b)
}

/// The mean over all pixels of how far each has come from the ground to the ink, on this scale.
fn coverage(picture: &RgbaImage, theme: &Theme, scale: impl Fn([u8; 3]) -> f64) -> f64 {
    let rgb = |colour: Color32| scale([colour.r(), colour.g(), colour.b()]);
    let (ground, ink) = (rgb(theme.sheet), rgb(theme.ink));
    let pixels = picture.pixels().map(|pixel| scale([pixel.0[0], pixel.0[1], pixel.0[2]]));
    let sum: f64 = pixels.map(|value| (value - ground) / (ink - ground)).sum();
    sum / f64::from(picture.width() * picture.height())
}

fn read(mode: Mode) -> impl Fn([u8; 3]) -> f64 {
    let power = match mode {
        Mode::Light => 0.57,
        Mode::Dark => 0.62,
    };
    move |colour| luminance(colour).powf(power)
}

#[test]
fn a_line_has_the_same_ink_in_light_and_dark() {
    let value = |[r, g, b]: [u8; 3]| f64::from(r) + f64::from(g) + f64::from(b);
    let mut worst: f64 = 0.0;
    for (family, size) in FACES {
        for scale in [1.0, 1.25, 1.5, 2.0] {
            let of = |mode: Mode| {
                let picture = drawn(mode, family, size, scale).picture();
                let theme = Theme::of(mode);
                let all = [coverage(&picture, &theme, read(mode)), coverage(&picture, &theme, value)];
                [all[0], all[1], coverage(&picture, &theme, luminance)]
            };
            let (light, dark) = (of(Mode::Light), of(Mode::Dark));
            let [read, value, by_light] = [0, 1, 2].map(|at| (dark[at] / light[at] - 1.0) * 100.0);
            println!(
                "ink: {family:?} {size} at {scale}: light {:.4}, dark {:.4}, {read:+.1} % \
                 (by value {value:+.1} %, by light {by_light:+.1} %)",
                light[0], dark[0]
            );
            assert!(light[0] > 0.02 && light[0] < 0.3, "there is a line: {}", light[0]);
            worst = worst.max(read.abs());
        }
    }
    println!("ink: at most {worst:.1} % between light and dark");
    assert!(worst <= 5.0, "{worst}");
}

#[test]
fn light_letters_on_a_button_of_the_light_theme_are_inked_as_light_ones() {
    let painted = |ink: Color32, ground: Color32| {
        let mut easel = Easel::new(Mode::Light, SIZE, 1.0, move |ui, pen| {
            ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, ground);
            let style = Style { family: Family::Ui, weight: Weight::Regular, size: 13.0, line_height: 40.0 };
            let paragraph = Paragraph {
                text: LINE,
                base: Base::Rtl,
                language: "ar-MA",
                style,
                spans: &[],
                keep: &[],
                isolates: &[],
            };
            let layout = pen.engine.layout(&paragraph, Some(SIZE.0), Align::Start);
            pen.atlas.paint(ui.painter(), &mut pen.engine, &layout, pos2(0.0, 0.0), &ink.into(), None);
        });
        let picture = easel.picture();
        let value = |[r, g, b]: [u8; 3]| f64::from(r) + f64::from(g) + f64::from(b);
        coverage(&picture, &Theme { ink, sheet: ground, ..Theme::LIGHT }, value)
    };
    let theme = Theme::LIGHT;
    let (dark, light) = (painted(theme.ink, theme.sheet), painted(theme.on_accent, theme.accent));
    assert!(light > dark * 1.05, "light letters are inked more: {light} and {dark}");
}

#[test]
fn pictures_of_both_inks() {
    for mode in [Mode::Light, Mode::Dark] {
        for scale in [1.0, 2.0] {
            let mut easel = Easel::new(mode, (640.0, 120.0), scale, move |ui, pen| {
                for (row, (family, size)) in (0_u8..).zip(FACES) {
                    let (weight, high) = (Weight::Regular, 40.0 * scale);
                    let style = Style { family, weight, size: size * scale, line_height: high };
                    let (text, base) = (LINE, Base::Rtl);
                    let paragraph = Paragraph {
                        text,
                        base,
                        language: "ar-MA",
                        style,
                        spans: &[],
                        keep: &[],
                        isolates: &[],
                    };
                    let layout = pen.engine.layout(&paragraph, Some(620.0 * scale), Align::Start);
                    let inks = Inks::plain(pen.theme.ink);
                    let at = pos2(0.0, f32::from(row) * 40.0);
                    pen.atlas.paint(ui.painter(), &mut pen.engine, &layout, at, &inks, None);
                }
            });
            easel.paint(&format!("ink-{mode:?}-{scale}").to_lowercase());
        }
    }
}
