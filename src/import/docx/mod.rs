//! DOCX: the paragraphs of a word processor as its reader sees them, suggestions accepted.

mod numbering;
mod styles;
mod walker;
mod xml;
mod zipped;

pub(super) use numbering::written;

use super::gather::{Gather, plain};
use super::source::{Format, Left, Read, ReadError};
use numbering::Numbering;
use styles::Styles;
use walker::Walker;
use xml::{Met, walk};
use zipped::Zipped;

pub(super) fn read(bytes: &[u8]) -> Result<Read, ReadError> {
    let mut zipped = Zipped::open(bytes)?;
    if !zipped.names().iter().any(|name| name.eq_ignore_ascii_case("[Content_Types].xml")) {
        return Err(ReadError::NotDocx);
    }
    let main = related(&mut zipped, "")?
        .into_iter()
        .find(|part| part.is("officeDocument"))
        .map_or_else(|| "word/document.xml".to_owned(), |part| part.name);
    let Some(document) = zipped.part(&main)? else { return Err(ReadError::NotDocx) };
    if !is_text(&document)? {
        return Err(ReadError::NotDocx);
    }
    let parts = related(&mut zipped, &main)?;
    let mut of = |kind: &str| match parts.iter().find(|part| part.is(kind)) {
        Some(part) => zipped.part(&part.name),
        None => Ok(None),
    };
    let styles = of("styles")?.map_or_else(|| Ok(Styles::default()), |bytes| Styles::read(&bytes))?;
    let numbering =
        of("numbering")?.map_or_else(|| Ok(Numbering::default()), |bytes| Numbering::read(&bytes))?;
    let notes = [of("footnotes")?, of("endnotes")?];

    let mut gather = Gather::new(None, 0);
    gather.count(Left::Macros, zipped.names().iter().filter(|name| name.ends_with("vbaProject.bin")).count());
    let mut walker = Walker::new(&styles, numbering, gather);
    walker.part(&document)?;
    for notes in notes.into_iter().flatten() {
        walker.part(&notes)?;
    }
    walker.put_notes();
    // What stands at the head and foot of each page is said once, and kept with the source alone.
    let mut margins = String::new();
    for part in parts.iter().filter(|part| part.is("header") || part.is("footer")) {
        if let Some(bytes) = zipped.part(&part.name)? {
            let said = plain(&walker.apart(&bytes)?);
            if !said.is_empty() && !margins.contains(&said) {
                walker.gather.count(Left::PageMargins, said.lines().filter(|line| !line.is_empty()).count());
                margins.extend(["\n", &said]);
            }
        }
    }
    let gather = walker.gather;
    let text = gather.plain() + &margins;
    gather.done(Format::Docx, Some(text))
}

/// A part that another names.
struct Part {
    /// The last word of its type: `styles`.
    kind: String,
    name: String,
}

impl Part {
    fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }
}

/// The parts that this one names; those of the file itself for none.
fn related(zipped: &mut Zipped<'_>, of: &str) -> Result<Vec<Part>, ReadError> {
    let (folder, file) = of.rsplit_once('/').map_or(("", of), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    let mut parts = Vec::new();
    let Some(bytes) = zipped.part(&format!("{folder}{slash}_rels/{file}.rels"))? else { return Ok(parts) };
    walk(&bytes, |met| {
        let Met::Begin(element) = met else { return Ok(()) };
        if element.name() != b"Relationship" || element.get("TargetMode").as_deref() == Some("External") {
            return Ok(());
        }
        if let (Some(kind), Some(target)) = (element.get("Type"), element.get("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let name = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => within(folder, &target),
            };
            parts.push(Part { kind, name });
        }
        Ok(())
    })?;
    Ok(parts)
}

/// A name as seen from a folder.
fn within(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "" | "." => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Whether a part is a text, not a table of sums or slides.
fn is_text(bytes: &[u8]) -> Result<bool, ReadError> {
    let mut root = None;
    let head = bytes.get(..bytes.len().min(16 * 1024)).unwrap_or_default();
    // The cut may go through a letter.
    let whole = head.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    let walked = walk(head.get(..whole).unwrap_or_default(), |met| match met {
        Met::Begin(element) => {
            root.get_or_insert(element.name() == b"document");
            Ok(())
        }
        _ => Ok(()),
    });
    match (root, walked) {
        (Some(is), _) => Ok(is),
        (None, Err(error)) => Err(error),
        (None, Ok(())) => Err(ReadError::Damaged),
    }
}
