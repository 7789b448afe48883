//! What a publishing folder holds: the text in each form it leaves the house in, the photos, and what it was made of.

use super::channel::{Channel, Order};
use super::ready::{Given, Watching, photos, ready};
use crate::document::{Document, Kind, OutputKind};
use crate::export::{Error, Format};
use crate::store::Piece;
use crate::template;
use crate::words::Words;

/// The texts of such a folder: the channel, whether it is the short one, and the message with its name.
const TEXTS: [(Channel, bool, &str); 5] = [
    (Channel::Txt, false, "publish-file-text"),
    (Channel::Pdf, false, "publish-file-text"),
    (Channel::Docx, false, "publish-file-text"),
    (Channel::Whatsapp, true, "publish-file-short"),
    (Channel::Whatsapp, false, "publish-file-long"),
];

/// Into how many steps the making of each is parted.
const STEPS: usize = 1000;

/// What was made for a folder.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    /// The files.
    pub files: Vec<Piece>,
    /// What could not be made, by its name, and why.
    pub missing: Vec<(String, String)>,
}

/// The name of everything that comes out of this text.
#[must_use]
pub fn name(document: &Document, output: OutputKind) -> String {
    let name = crate::export::file_name(document, output, Format::Txt);
    name.strip_suffix(".txt").unwrap_or(&name).to_owned()
}

/// Makes all that goes into the folder of this text.
///
/// # Errors
/// [`Error::Stopped`], and whatever keeps the plain text from being made; another format that fails is told as missing.
pub fn pieces(
    document: &Document,
    output: OutputKind,
    given: &Given,
    watching: &Watching,
    words: Words,
) -> Result<Pieces, Error> {
    let mut made = Pieces::default();
    let name = name(document, output);
    for (at, (channel, short, key)) in TEXTS.into_iter().enumerate() {
        let file = words.with(key, &[("name", (&name).into())]);
        let file = format!("{file}.{}", channel.format().ending());
        // How far the whole is, not how far each of them.
        let watch = |done: usize, all: usize| {
            let part = STEPS * done.min(all) / all.max(1);
            watching.tell(at * STEPS + part, TEXTS.len() * STEPS)
        };
        match ready(document, Order { output, channel, short }, given, &watch) {
            Ok(text) => made.files.push(Piece { folder: String::new(), name: file, bytes: text.bytes }),
            Err(error) if channel == Channel::Txt || error == Error::Stopped => return Err(error),
            Err(error) => made.missing.push((file, error.to_string())),
        }
    }
    add_photos(document, output, given, words, &mut made);
    if watching.is_stopped() {
        return Err(Error::Stopped);
    }
    Ok(made)
}

/// The photos that were found, and a list of what they show.
fn add_photos(document: &Document, output: OutputKind, given: &Given, words: Words, made: &mut Pieces) {
    let folder = words.get("publish-file-photos");
    let mut captions = String::new();
    for name in photos(document) {
        let block = document.blocks().iter().find(|block| match &block.kind {
            Kind::Annex(annex) => annex.file == name,
            _ => false,
        });
        let public = block.is_some_and(|block| {
            output.is_internal() || block.audience != crate::document::Audience::MinutesOnly
        });
        if !public || made.files.iter().any(|piece| piece.folder == folder && piece.name == name) {
            continue;
        }
        let Some((_, bytes)) = given.images.iter().find(|(known, _)| known == name) else {
            made.missing.push((name.to_owned(), words.get("publish-photo-missing")));
            continue;
        };
        let caption =
            block.map_or_else(String::new, |block| template::said(document, output, &block.text).text);
        for piece in [name, ": ", crate::arabic::for_readers(caption.trim()).as_ref(), "\n"] {
            captions.push_str(piece);
        }
        made.files.push(Piece { folder: folder.clone(), name: name.to_owned(), bytes: bytes.clone() });
    }
    if !captions.is_empty() {
        let name = words.get("publish-file-captions");
        made.files.push(Piece { folder, name: format!("{name}.txt"), bytes: captions.into_bytes() });
    }
}
