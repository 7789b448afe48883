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
