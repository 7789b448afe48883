//! The templates that come with the program: records of our own words, read from assets.

use crate::document::{Document, OutputKind};

/// What is offered: the word of the command line, the name, and the texts it yields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TemplateInfo {
    /// `regional-communique`
    pub id: String,
    /// What it is called, in Arabic; the interface's other languages are in `words` under `template-ID`.
    pub name: String,
    /// What it is for, where it says so.
    pub about: String,
    /// The outputs of a record made from it.
    pub outputs: Vec<OutputKind>,
}

const SOURCES: [(&str, &str); 6] = [
    ("meeting-minutes", include_str!("../../assets/templates/meeting-minutes.ron")),
    ("regional-communique", include_str!("../../assets/templates/regional-communique.ron")),
    ("press-communique", include_str!("../../assets/templates/press-communique.ron")),
    ("news-item", include_str!("../../assets/templates/news-item.ron")),
    ("council-recommendations", include_str!("../../assets/templates/council-recommendations.ron")),
    ("invitation", include_str!("../../assets/templates/invitation.ron")),
];

impl TemplateInfo {
    /// What a template offers under this id.
    #[must_use]
    pub fn of(id: &str, document: &Document) -> Self {
        let offer = document.template();
        let name = if offer.name.is_empty() { id } else { &offer.name };
        let outputs = document.outputs().iter().map(|output| output.kind).collect();
        Self { id: id.to_owned(), name: name.to_owned(), about: offer.about.clone(), outputs }
    }
}

/// Every bundled template, in the order it is offered.
#[must_use]
pub fn list() -> Vec<TemplateInfo> {
    SOURCES.iter().filter_map(|(id, _)| Some(TemplateInfo::of(id, &load(id)?))).collect()
}

/// The template of this id, as a record to be renamed; nothing if there is none.
#[must_use]
pub fn load(id: &str) -> Option<Document> {
    let (_, source) = SOURCES.iter().find(|(known, _)| *known == id)?;
    // A test reads every bundled template: a broken one cannot be released.
    ron::from_str(source).ok()
}

/// The richest of the samples: a whole record of minutes about an invented association, to look around in.
///
/// Empty if it cannot be read, which a test rules out.
#[must_use]
pub fn demo() -> Document {
    let source = include_str!("../../samples/regional-minutes.mahdar");
    ron::from_str(source).unwrap_or_else(|_| Document::new(crate::document::RecordId(0)))
}
