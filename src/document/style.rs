//! The style a record carries: numbering, digits and page, so that it prints the same anywhere.

use serde::{Deserialize, Serialize};

use super::block::is_default;

/// How the record is printed. Copied from its template when it is made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Default, Hash)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// Which digits are printed.
    #[serde(skip_serializing_if = "is_default")]
    pub digits: Digits,
    /// The label of each depth of the outline.
    pub labels: Labels,
    /// How recitals are set.
    #[serde(skip_serializing_if = "is_default")]
    pub recitals: Recitals,
    /// The sheet.
    #[serde(skip_serializing_if = "is_default")]
    pub page: Page,
}

/// Which digits are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Digits {
    /// 0123456789, as everywhere in Morocco.
    #[default]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩
    Arabic,
}

/// The label of each depth: axis, section, item, sub-item.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Depth 0.
    pub axis: Label,
    /// Depth 1.
    pub section: Label,
    /// Depth 2.
    pub item: Label,
    /// Depth 3.
    pub sub_item: Label,
}

impl Default for Labels {
    fn default() -> Self {
        Self {
            axis: Label::Axis,
            section: Label::NumberDash,
            item: Label::AbjadDash,
            sub_item: Label::EnDash,
        }
    }
}

impl Labels {
    /// The place of the label at this depth.
    #[must_use]
    pub fn at_mut(&mut self, depth: u8) -> &mut Label {
        match depth {
            0 => &mut self.axis,
            1 => &mut self.section,
            2 => &mut self.item,
            _ => &mut self.sub_item,
        }
    }

    /// The label at this depth.
    #[must_use]
    pub fn at(&self, depth: u8) -> Label {
        match depth {
            0 => self.axis,
            1 => self.section,
            2 => self.item,
            _ => self.sub_item,
        }
    }
}

/// What stands before a numbered or listed paragraph.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Label {
    /// Nothing.
    None,
    /// «المحور الأول:»
    Axis,
    /// «أولا،»
    Adverb,
    /// «1-»
    #[default]
    NumberDash,
    /// «1.»
    NumberDot,
    /// «أ-»
    AbjadDash,
    /// «–»
    EnDash,
    /// «-»
    Hyphen,
    /// «•»
    Bullet,
}

impl Label {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::None,
        Self::Axis,
        Self::Adverb,
        Self::NumberDash,
        Self::NumberDot,
        Self::AbjadDash,
        Self::EnDash,
        Self::Hyphen,
        Self::Bullet,
    ];

    /// The word of the command line.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Axis => "axis",
            Self::Adverb => "adverb",
            Self::NumberDash => "number-dash",
            Self::NumberDot => "number-dot",
            Self::AbjadDash => "abjad-dash",
            Self::EnDash => "en-dash",
            Self::Hyphen => "hyphen",
            Self::Bullet => "bullet",
        }
    }
}

/// How recitals are set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Recitals {
    /// As written.
    #[default]
    AsWritten,
    /// Each a paragraph that ends with «،», as the United Nations do.
    Clauses,
}

/// The sheet, in hundredths of a millimetre.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Page {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// Top margin.
    pub top: u32,
    /// Bottom margin.
    pub bottom: u32,
    /// The margin where lines begin.
    pub start: u32,
    /// The margin where lines end.
    pub end: u32,
}

impl Default for Page {
    /// A4 with margins of 25 mm.
    fn default() -> Self {
        Self { width: 21000, height: 29700, top: 2500, bottom: 2500, start: 2500, end: 2500 }
    }
}
