//! What a publishing folder holds: the text in each form it leaves the house in, the photos, and what it was made of.

use std::collections::BTreeSet;
use std::path::Path;

use super::cards::lacking;
use super::channel::{Channel, Order};
use super::ready::{Given, Watching, ready};
use crate::document::{Annex, Document, Kind, OutputKind};
use crate::export::{self, Error, Format};
use crate::store::{Piece, place_of};
use crate::template::{self, Readers};
use crate::words::{Language, Words};

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
    /// Where that would lie in the folder.
    pub unmade: Vec<String>,
}

/// The words in which the files of this folder are named: those its log is named in, else those of the window.
#[must_use]
pub fn named_in(folder: &Path, window: Words) -> Words {
    let all = [window.language()].into_iter().chain(Language::ALL).map(Words::new);
    let mut there = all.filter(|words| folder.join(log_name(*words)).is_file());
    there.next().unwrap_or(window)
}

/// The name of the log.
#[must_use]
pub fn log_name(words: Words) -> String {
    format!("{}.txt", words.get("publish-file-log"))
}

/// The name of everything that comes out of this text.
#[must_use]
pub fn name(document: &Document, output: OutputKind) -> String {
    let name = export::file_name(document, output, Format::Txt);
    name.strip_suffix(".txt").unwrap_or(&name).to_owned()
}

/// Makes all that goes into the folder of this text, named in `names`.
///
/// # Errors
/// [`Error::Stopped`], and whatever keeps the plain text from being made; another format that fails is told as missing.
pub fn pieces(
    document: &Document,
    output: OutputKind,
    given: &Given,
    watching: &Watching,
    (names, words): (Words, Words),
) -> Result<Pieces, Error> {
    let mut made = Pieces::default();
    let name = name(document, output);
    for (at, (channel, short, key)) in TEXTS.into_iter().enumerate() {
        let file = names.with(key, &[("name", (&name).into())]);
        let file = format!("{file}.{}", channel.format().ending());
        // How far the whole is, not how far each of them.
        let watch = |done: usize, all: usize| {
            let part = STEPS * done.min(all) / all.max(1);
            watching.tell(at * STEPS + part, TEXTS.len() * STEPS)
        };
        match ready(document, Order { short, ..Order::whole(output, channel) }, given, &watch) {
            Ok(text) => made.files.push(Piece { folder: String::new(), name: file, bytes: text.bytes }),
            Err(error) if channel == Channel::Txt || error == Error::Stopped => return Err(error),
            Err(error) => {
                made.unmade.push(place_of("", &file));
                made.missing.push((file, lacking(&error, words)));
            }
        }
    }
    add_photos(document, output, given, (names, words), &mut made);
    if watching.is_stopped() {
        return Err(Error::Stopped);
    }
    Ok(made)
}

/// The photos that were found, and a list of what they show.
fn add_photos(
    document: &Document,
    output: OutputKind,
    given: &Given,
    (names, words): (Words, Words),
    made: &mut Pieces,
) {
    let folder = names.get("publish-file-photos");
    let view = Order::whole(output, Channel::Txt).view();
    let inside = match view.readers {
        Readers::Internal => BTreeSet::new(),
        Readers::Public => template::kept_inside(document, document.blocks()),
    };
    let known = export::pictures(document);
    let mut captions = String::new();
    for block in document.blocks() {
        let Kind::Annex(Annex { file }) = &block.kind else { continue };
        // A name, never a way to somewhere else.
        let own = Path::new(file).file_name().and_then(|own| own.to_str()).unwrap_or_default();
        let is_there = made.files.iter().any(|piece| piece.folder == folder && piece.name == own);
        let stays = inside.contains(&block.id)
            || block.review.removed.is_some()
            || (output.is_internal() && !block.audience.admits(output));
        if stays || is_there || !known.contains(&file.as_str()) {
            continue;
        }
        // Also of one that could not be made: an older copy may lie there.
        let caption = template::said_in(document, &view, &block.text).text;
        for piece in [own, ": ", crate::arabic::for_readers(caption.trim()).as_ref(), "\n"] {
            captions.push_str(piece);
        }
        let pictures = &given.pictures;
        let found = pictures.found.iter().find(|(name, _)| name == file);
        let lacking = match found.map(|(_, bytes)| export::bare_picture(bytes)) {
            Some(Some(bytes)) => {
                made.files.push(Piece { folder: folder.clone(), name: own.to_owned(), bytes });
                continue;
            }
            Some(None) => "publish-photo-broken",
            None if pictures.too_large.contains(file) => "publish-photo-large",
            None => "publish-photo-missing",
        };
        made.unmade.push(place_of(&folder, own));
        made.missing.push((own.to_owned(), words.get(lacking)));
    }
    if !captions.is_empty() {
        let name = names.get("publish-file-captions");
        made.files.push(Piece { folder, name: format!("{name}.txt"), bytes: captions.into_bytes() });
    }
}
