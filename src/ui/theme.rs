//! Colours, sizes and type of the design, light and dark.

use eframe::egui::Color32;

use crate::document::Colour;
use crate::text::{Family, Style, Weight};

/// Which of the two themes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Mode {
    /// Ink on paper.
    #[default]
    Light,
    /// Paper on ink.
    Dark,
}

/// The colours of a theme, by what they are for.
#[derive(Clone, Copy, PartialEq, Debug)]
#[expect(missing_docs, reason = "each is named by the design's table of tokens, docs/STYLE.md")]
pub struct Theme {
    pub mode: Mode,
    pub desk: Color32,
    pub chrome: Color32,
    pub sheet: Color32,
    pub raised: Color32,
    pub hover: Color32,
    pub chosen: Color32,
    pub ink: Color32,
    pub ink2: Color32,
    pub ink3: Color32,
    pub line: Color32,
    pub edge: Color32,
    pub accent: Color32,
    pub accent_hover: Color32,
    pub on_accent: Color32,
    pub selection: Color32,
    pub search: Color32,
    pub error: Color32,
    pub error_fill: Color32,
    pub warning: Color32,
    pub warning_fill: Color32,
    pub finding: Color32,
    pub finding_fill: Color32,
    pub ok: Color32,
    pub ok_fill: Color32,
    pub internal: Color32,
    pub internal_fill: Color32,
    pub deleted_fill: Color32,
    pub authors: [Color32; 6],
    pub shadow_sheet: Color32,
    pub shadow_menu: Color32,
}

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

impl Theme {
    /// Ink on paper.
    pub const LIGHT: Self = Self {
        mode: Mode::Light,
        desk: hex(0xE9_E6DF),
        chrome: hex(0xF5_F3EE),
        sheet: hex(0xFF_FEFB),
        raised: hex(0xFF_FFFF),
        hover: hex(0xEC_E8E0),
        chosen: hex(0xD9_EAE6),
        ink: hex(0x1F_2423),
        ink2: hex(0x4C_5553),
        ink3: hex(0x5A_6260),
        line: hex(0xD8_D3C8),
        edge: hex(0x7B_827E),
        accent: hex(0x0E_665C),
        accent_hover: hex(0x0A_5249),
        on_accent: hex(0xFF_FFFF),
        selection: hex(0xBF_E0DA),
        search: hex(0xFF_E08A),
        error: hex(0xB3_261E),
        error_fill: hex(0xFB_E9E7),
        warning: hex(0x8A_5A00),
        warning_fill: hex(0xFB_F0D9),
        finding: hex(0x3F_5F8A),
        finding_fill: hex(0xE8_EEF6),
        ok: hex(0x2B_6B2F),
        ok_fill: hex(0xE6_F2E6),
        internal: hex(0x6D_3A74),
        internal_fill: hex(0xF6_EEF7),
        deleted_fill: hex(0xEF_ECE6),
        authors: [
            hex(0x1B_5E9B),
            hex(0x9A_3B12),
            hex(0x6A_3FA0),
            hex(0x2B_6B2F),
            hex(0xA0_226B),
            hex(0x5F_5A00),
        ],
        shadow_sheet: Color32::from_black_alpha(26),
        shadow_menu: Color32::from_black_alpha(46),
    };

    /// Paper on ink.
    pub const DARK: Self = Self {
        mode: Mode::Dark,
        desk: hex(0x13_1615),
        chrome: hex(0x1B_1F1E),
        sheet: hex(0x22_2726),
        raised: hex(0x2A_302F),
        hover: hex(0x2F_3634),
        chosen: hex(0x1F_3F3A),
        ink: hex(0xEC_EAE4),
        ink2: hex(0xB9_BFBB),
        ink3: hex(0xA6_ADA9),
        line: hex(0x38_403E),
        edge: hex(0x78_817D),
        accent: hex(0x6C_C7B8),
        accent_hover: hex(0x8A_D6C9),
        on_accent: hex(0x0B_2A26),
        selection: hex(0x1F_5A52),
        search: hex(0x6B_5510),
        error: hex(0xFF_9C92),
        error_fill: hex(0x42_231F),
        warning: hex(0xED_B95A),
        warning_fill: hex(0x3D_3118),
        finding: hex(0x9D_BCE8),
        finding_fill: hex(0x26_313F),
        ok: hex(0x8C_CB8F),
        ok_fill: hex(0x22_352A),
        internal: hex(0xD7_A6DE),
        internal_fill: hex(0x33_293A),
        deleted_fill: hex(0x2F_3534),
        authors: [
            hex(0x8C_C1F2),
            hex(0xF2_A283),
            hex(0xC3_A6F0),
            hex(0x8C_CB8F),
            hex(0xF0_9CC8),
            hex(0xD3_CB62),
        ],
        shadow_sheet: Color32::from_black_alpha(102),
        shadow_menu: Color32::from_black_alpha(140),
    };

    /// The theme of this mode.
    #[must_use]
    pub fn of(mode: Mode) -> Self {
        match mode {
            Mode::Light => Self::LIGHT,
            Mode::Dark => Self::DARK,
        }
    }

    /// What a colour that a writer gave to words looks like.
    #[must_use]
    pub fn colour(&self, colour: Colour) -> Color32 {
        match colour {
            Colour::Accent => self.accent,
            Colour::Red => self.error,
            Colour::Grey => self.ink3,
        }
    }

    /// The colour of the n-th author; after the last comes the first again.
    #[must_use]
    pub fn author(&self, index: usize) -> Color32 {
        self.authors.get(index % self.authors.len()).copied().unwrap_or(self.finding)
    }
}

/// A size and weight of letters, by what it is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum Face {
    /// 12/20: counts, hints.
    Caption,
    /// 13/22: dense rows.
    Dense,
    /// 13/22, heavier: the chosen day of a month.
    DenseStrong,
    /// 14/22: words of the interface.
    Base,
    /// 14/22, heavier.
    BaseStrong,
    /// 16/26, heavier: heads of sections.
    Section,
    /// 16/28: notes of a meeting.
    Note,
    /// 20/32: the line they are written in.
    Line,
    /// 20/32, heavier: heads of screens.
    Screen,
    /// 28/44, heavier: the question on the home screen.
    Home,
    /// 18/32: the text on the page.
    Body,
    /// 18/32, bold: headings on the page.
    BodyStrong,
    /// 22/40, bold: axes.
    Axis,
    /// 26/48, bold: the title on the page.
    Title,
}

impl Face {
    /// Family, weight, size and line height in logical pixels, times a scale.
    #[must_use]
    pub fn style(self, scale: f32) -> Style {
        let (family, weight, size, line_height) = match self {
            Self::Caption => (Family::Ui, Weight::Regular, 12.0, 20.0),
            Self::Dense => (Family::Ui, Weight::Regular, 13.0, 22.0),
            Self::DenseStrong => (Family::Ui, Weight::Strong, 13.0, 22.0),
            Self::Base => (Family::Ui, Weight::Regular, 14.0, 22.0),
            Self::BaseStrong => (Family::Ui, Weight::Strong, 14.0, 22.0),
            Self::Section => (Family::Ui, Weight::Strong, 16.0, 26.0),
            Self::Note => (Family::Ui, Weight::Regular, 16.0, 28.0),
            Self::Line => (Family::Ui, Weight::Regular, 20.0, 32.0),
            Self::Screen => (Family::Ui, Weight::Strong, 20.0, 32.0),
            Self::Home => (Family::Ui, Weight::Strong, 28.0, 44.0),
            Self::Body => (Family::Naskh, Weight::Regular, 18.0, 32.0),
            Self::BodyStrong => (Family::Naskh, Weight::Strong, 18.0, 32.0),
            Self::Axis => (Family::Naskh, Weight::Strong, 22.0, 40.0),
            Self::Title => (Family::Naskh, Weight::Strong, 26.0, 48.0),
        };
        Style { family, weight, size: size * scale, line_height: (line_height * scale).round() }
    }
}
