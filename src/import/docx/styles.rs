//! Styles of a DOCX: what a paragraph or a run inherits by the name of its style, whatever language that name is in.

use std::collections::HashMap;

use super::xml::{Met, walk};
use crate::import::source::ReadError;

/// What a style says, with all it is based on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Style {
    /// The level of a heading; 0 is the title, `Some(None)` says that it is none.
    pub(super) heading: Option<Option<u8>>,
    pub(super) list: Option<String>,
    pub(super) level: Option<u8>,
    pub(super) centred: Option<bool>,
    pub(super) bold: Option<bool>,
    /// Bold letters of scripts written from the right.
    pub(super) bold_complex: Option<bool>,
    pub(super) underline: Option<bool>,
    pub(super) strike: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Style {
    /// What it leaves open is as this one says.
    pub(super) fn or(self, base: &Self) -> Self {
        Self {
            heading: self.heading.or(base.heading),
            list: self.list.or_else(|| base.list.clone()),
            level: self.level.or(base.level),
            centred: self.centred.or(base.centred),
            bold: self.bold.or(base.bold),
            bold_complex: self.bold_complex.or(base.bold_complex),
            underline: self.underline.or(base.underline),
            strike: self.strike.or(base.strike),
            hidden: self.hidden.or(base.hidden),
        }
    }
}

/// All styles by their ids.
#[derive(Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    paragraph: Option<String>,
}

impl Styles {
    /// The style of a paragraph; of one that names none, the one that is usual.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Option<(&str, &Style)> {
        let id = id.or(self.paragraph.as_deref())?;
        self.by_id.get_key_value(id).map(|(id, style)| (id.as_str(), style))
    }

    pub(super) fn run(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut raw: HashMap<String, (Option<String>, Style)> = HashMap::new();
        let mut paragraph = None;
        let mut now: Option<(String, Option<String>, Style)> = None;
        // Styles of a table's parts and changes of formatting lie inside a style and are not its own.
        let mut inner = 0_usize;
        walk(bytes, |met| {
            match met {
                Met::Begin(element) => {
                    let name = element.name();
                    if inner > 0 || name == b"tblStylePr" || name.ends_with(b"Change") {
                        inner += 1;
                        return Ok(());
                    }
                    if name == b"style" {
                        let id = element.get("styleId").unwrap_or_default().into_owned();
                        let kind = element.get("type");
                        let usual = element.get("default").is_some_and(|on| on == "1" || on == "true");
                        if usual && kind.as_deref() == Some("paragraph") {
                            paragraph = Some(id.clone());
                        }
                        let style = Style { heading: by_name(&id).map(Some), ..Style::default() };
                        now = Some((id, None, style));
                    } else if let Some((_, base, style)) = &mut now {
                        match name {
                            b"basedOn" => *base = element.kept(),
                            b"name" => {
                                let level = element.val().as_deref().and_then(by_name);
                                style.heading = style.heading.or(level.map(Some));
                            }
                            name => property(name, element, style),
                        }
                    }
                }
                Met::End(name, _) => {
                    if inner > 0 {
                        inner -= 1;
                    } else if name == b"style"
                        && let Some((id, base, style)) = now.take()
                    {
                        raw.insert(id, (base, style));
                    }
                }
                Met::Text(_) => {}
            }
            Ok(())
        })?;
        let by_id = raw.keys().map(|id| (id.clone(), whole(&raw, id))).collect();
        Ok(Self { by_id, paragraph })
    }
}

/// A style with all it is based on; circles end.
fn whole(raw: &HashMap<String, (Option<String>, Style)>, id: &str) -> Style {
    let mut style = Style::default();
    let mut next = Some(id);
    for _ in 0..32 {
        let Some((base, own)) = next.and_then(|id| raw.get(id)) else { break };
        style = style.or(own);
        next = base.as_deref();
    }
    style
}

/// Takes a property of a paragraph, a run or a style.
pub(super) fn property(name: &[u8], element: &super::xml::Element<'_>, style: &mut Style) {
    match name {
        b"outlineLvl" => {
            let level = element.number::<u8>("val");
            style.heading = Some(level.filter(|level| *level < 9).map(|level| level + 1));
        }
        b"numId" => style.list = element.kept(),
        b"ilvl" => style.level = element.number("val"),
        b"jc" => style.centred = Some(element.val().as_deref() == Some("center")),
        b"b" => style.bold = Some(element.is_on()),
        b"bCs" => style.bold_complex = Some(element.is_on()),
        b"u" => style.underline = Some(element.is_on()),
        b"strike" | b"dstrike" => {
            style.strike = Some(element.is_on() || name == b"dstrike" && style.strike == Some(true));
        }
        b"vanish" => style.hidden = Some(element.is_on()),
        _ => {}
    }
}

/// The level of a heading by a style's name or id; 0 is the title. Word writes the names of its own styles in English in
/// every language, and their ids in the user's.
fn by_name(name: &str) -> Option<u8> {
    let name: String = name.to_lowercase().chars().filter(|c| !matches!(c, ' ' | '_' | '-')).collect();
    if matches!(name.as_str(), "title" | "titre") || crate::arabic::names_heading(&name) == Some(0) {
        return Some(0);
    }
    let level = ["heading", "titre"].iter().find_map(|word| name.strip_prefix(word)?.parse::<u8>().ok());
    level.or_else(|| crate::arabic::names_heading(&name)).filter(|level| (1..=9).contains(level))
}
