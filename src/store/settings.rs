//! What somebody chose once for all records: language, theme, zoom, digits, the body, the name.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::config::{Folders, Kept};
use crate::document::{Body, Digits, Language};

/// The smallest and the largest zoom, in percent.
pub const ZOOM: std::ops::RangeInclusive<u16> = 80..=200;

/// What somebody chose once for all records.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the window; without one, that of the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// How large everything is drawn, in percent.
    pub zoom: u16,
    /// Whether the characters that are not seen are shown on the page.
    pub invisibles: bool,
    /// The digits of new records.
    pub digits: Digits,
    /// The body of new records.
    pub body: Body,
    /// Who signs remarks and suggested changes.
    pub author: String,
    /// In whose manner phrases are offered.
    pub phrases: PhraseManner,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::default(),
            zoom: 100,
            invisibles: false,
            digits: Digits::default(),
            body: Body::default(),
            author: String::new(),
            phrases: PhraseManner::default(),
        }
    }
}

impl Kept for Settings {
    const NAME: &'static str = "settings";

    fn folder(folders: &Folders) -> &Path {
        &folders.config
    }

    fn settle(&mut self) {
        self.zoom = self.zoom.clamp(*ZOOM.start(), *ZOOM.end());
    }
}

/// How the window looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// Ink on white paper.
    #[default]
    Light,
    /// Light letters on a dark ground.
    Dark,
}

/// In whose manner the phrases of the program are offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, Serialize, Deserialize)]
pub enum PhraseManner {
    /// All of them, the Moroccan first.
    #[default]
    Both,
    /// That of Moroccan bodies.
    Moroccan,
    /// That of the United Nations.
    Un,
}

impl PhraseManner {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Both, Self::Moroccan, Self::Un];
}
