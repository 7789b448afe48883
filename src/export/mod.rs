//! Bytes for other programs, from a composed record; what could not be resolved comes back as warnings.

mod beside;
mod docx;
mod html;
mod leaks;
mod markdown;
mod name;
mod odt;
mod pack;
mod pdf;
mod picture;
mod post;
mod public;
mod review;
mod run;
mod sheet;
mod stamp;
mod txt;
mod units;
mod warnings;

pub use beside::Pictures;
pub use leaks::{Leak, leaks};
pub use name::file_name;
pub use pdf::{printed, review_says};
pub use picture::bare_picture;
pub use post::length;
pub use public::public_record;
pub use sheet::Image;
pub use warnings::{Loss, Warning};

use std::borrow::Cow;
use std::fmt;

use crate::arabic::Date;
use crate::document::{Document, Kind, Place, RecordId};
use crate::store;
use crate::template::{Readers, Reading, View, accepted, compose};
use crate::text::Family;
use sheet::Sheet;

/// What a text is exported as.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Format {
    /// Plain text, UTF-8.
    Txt,
    /// Markdown, `CommonMark`.
    Markdown,
    /// A whole page that can be printed.
    Html,
    /// Blocks alone, to be pasted into a site's editor.
    HtmlFragment,
    /// A text for word processors, Office Open XML.
    Docx,
    /// A text for word processors, Open Document.
    Odt,
    /// Paper.
    Pdf,
    /// Paper to be read on a telephone, each paragraph with a number to answer to.
    ReviewPdf,
    /// A message, with the marks that `WhatsApp` makes bold.
    Whatsapp,
    /// A post, without any mark.
    Facebook,
    /// A title and paragraphs for the body's own site.
    Site,
    /// The record itself: as it is for the house, a new one for anybody else.
    Ron,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 12] = [
        Self::Txt,
        Self::Markdown,
        Self::Html,
        Self::HtmlFragment,
        Self::Docx,
        Self::Odt,
        Self::Pdf,
        Self::ReviewPdf,
        Self::Whatsapp,
        Self::Facebook,
        Self::Site,
        Self::Ron,
    ];

    /// The word of the command line.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::HtmlFragment => "html-fragment",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf => "pdf",
            Self::ReviewPdf => "review-pdf",
            Self::Whatsapp => "whatsapp",
            Self::Facebook => "facebook",
            Self::Site => "site",
            Self::Ron => "ron",
        }
    }

    /// How the names of its files end, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Txt | Self::Whatsapp | Self::Facebook | Self::Site => "txt",
            Self::Markdown => "md",
            Self::Html | Self::HtmlFragment => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf | Self::ReviewPdf => "pdf",
            Self::Ron => "mahdar",
        }
    }

    /// The most characters the channel takes; nothing where no text is too long.
    ///
    /// `WhatsApp` sends messages of up to 65,536 characters; Facebook's posts end at 63,206 (announced by Facebook on
    /// 30 November 2011). Both as they are commonly told; neither was tried here.
    #[must_use]
    pub fn limit(self) -> Option<usize> {
        match self {
            Self::Whatsapp => Some(65_536),
            Self::Facebook => Some(63_206),
            Self::Txt
            | Self::Markdown
            | Self::Html
            | Self::HtmlFragment
            | Self::Docx
            | Self::Odt
            | Self::Pdf
            | Self::ReviewPdf
            | Self::Site
            | Self::Ron => None,
        }
    }

    /// How many characters are seen before a reader has to ask for more: an estimate, about 477 of a post on Facebook
    /// and 768 of a message on `WhatsApp`. Neither publishes the figure, and neither was measured here.
    #[must_use]
    pub fn shown_first(self) -> Option<usize> {
        match self {
            Self::Whatsapp => Some(768),
            Self::Facebook => Some(477),
            Self::Txt
            | Self::Markdown
            | Self::Html
            | Self::HtmlFragment
            | Self::Docx
            | Self::Odt
            | Self::Pdf
            | Self::ReviewPdf
            | Self::Site
            | Self::Ron => None,
        }
    }

    /// Whether pictures stand in its files: the logo, photos.
    #[must_use]
    pub fn shows_pictures(self) -> bool {
        match self {
            Self::Html | Self::Docx | Self::Odt | Self::Pdf | Self::ReviewPdf => true,
            Self::Txt
            | Self::Markdown
            | Self::HtmlFragment
            | Self::Whatsapp
            | Self::Facebook
            | Self::Site
            | Self::Ron => false,
        }
    }
}

/// The names of the pictures that a record shows: its logo, and the photos among its annexes.
#[must_use]
pub fn pictures(document: &Document) -> Vec<&str> {
    let photos = document.blocks().iter().filter_map(|block| match &block.kind {
        Kind::Annex(annex) if annex.is_picture() => Some(annex.file.as_str()),
        _ => None,
    });
    let logo = Some(document.letterhead().logo.as_str()).filter(|name| !name.trim().is_empty());
    let mut names: Vec<&str> = logo.into_iter().chain(photos).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// How lines end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Eol {
    /// As everywhere but on Windows.
    #[default]
    Lf,
    /// As older programs on Windows need it.
    Crlf,
}

/// How a text is written, beyond what its [`View`] says.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// How lines of plain text end.
    pub eol: Eol,
    /// The letters on paper.
    pub family: Family,
    /// The pictures the record names, as far as they were found: the logo, photos.
    pub images: &'a [Image<'a>],
    /// The names of those that were found and are too large to be taken along.
    pub too_large: &'a [String],
    /// The day it is written, for what says so.
    pub today: Option<Date>,
    /// The name of a record made for others.
    pub record: Option<RecordId>,
    /// Told how much of how much is done; ends the work by `false`.
    pub watch: Option<&'a dyn Fn(usize, usize) -> bool>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            eol: Eol::Lf,
            family: Family::Amiri,
            images: &[],
            too_large: &[],
            today: None,
            record: None,
            watch: None,
        }
    }
}

impl fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("eol", &self.eol)
            .field("family", &self.family)
            .finish_non_exhaustive()
    }
}

/// A file, and what its reader should know.
#[derive(Clone, PartialEq, Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// What could not be resolved, in the order of the text.
    pub warnings: Vec<Warning>,
    /// The names of the pictures that stand in it.
    pub pictures: Vec<String>,
}

/// Why nothing was exported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Error {
    /// The text has no title and no paragraph.
    Empty,
    /// It was stopped.
    Stopped,
    /// A record for others is one with all suggestions accepted.
    PublicReading,
    /// A letter that none of the faces has, and no other paper writes.
    Letter {
        /// The letter.
        letter: String,
        /// Where it stands first.
        place: Option<Place>,
    },
    /// A picture that cannot be read, by its name.
    Picture(String),
    /// The paper cannot be written for another reason.
    Paper(String),
    /// The record contradicts itself.
    Record(String),
    /// The file cannot hold it.
    Packing(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the text has no title and no paragraph"),
            Self::Stopped => f.write_str("it was stopped"),
            Self::PublicReading => f.write_str("a record for others has all suggestions accepted"),
            Self::Letter { letter, .. } => write!(f, "no face has a letter for {letter:?}"),
            Self::Picture(name) => write!(f, "the picture {name:?} cannot be read"),
            Self::Paper(why) => f.write_str(why),
            Self::Record(flaw) | Self::Packing(flaw) => f.write_str(flaw),
        }
    }
}

impl std::error::Error for Error {}

/// The file of this view of the record. The same arguments give the same bytes.
///
/// # Errors
/// [`Error`].
pub fn export(
    document: &Document,
    view: &View,
    options: Options<'_>,
    format: Format,
) -> Result<Exported, Error> {
    let view = &view.settled();
    if format == Format::Ron {
        return record(document, view, options);
    }
    let composition = compose(document, view);
    let accepted = match view.reading {
        Reading::Final => accepted(document),
        Reading::Original | Reading::Markup => Cow::Borrowed(document),
    };
    let document = &*accepted;
    let sheet = Sheet::new(document, &composition, *view, options, format);
    // A text the record does not have is drawn from it; its title alone is none.
    let is_drawn = document.output(view.output).is_none();
    if sheet.texts().next().is_none() || (is_drawn && sheet.body().next().is_none()) {
        return Err(Error::Empty);
    }
    let bytes = match format {
        Format::Txt => txt::write(&sheet).into_bytes(),
        Format::Markdown => markdown::write(&sheet).into_bytes(),
        Format::Html => html::page(&sheet).into_bytes(),
        Format::HtmlFragment => html::fragment(&sheet).into_bytes(),
        Format::Docx => docx::write(&sheet)?,
        Format::Odt => odt::write(&sheet)?,
        Format::Pdf => pdf::write(&sheet)?,
        Format::ReviewPdf => pdf::review(&sheet)?,
        Format::Whatsapp => post::whatsapp(&sheet).into_bytes(),
        Format::Facebook => post::facebook(&sheet).into_bytes(),
        Format::Site => post::site(&sheet).into_bytes(),
        Format::Ron => return record(document, view, options),
    };
    let warnings = warnings::warnings(&sheet, format, &bytes);
    let is_paper = matches!(format, Format::Pdf | Format::ReviewPdf);
    let stands = |picture: &picture::Picture| !(is_paper && picture.press);
    let named = sheet.pictures.iter().filter(|(_, picture)| picture.as_ref().is_some_and(stands));
    let pictures = named.map(|(name, _)| (*name).to_owned()).collect();
    Ok(Exported { bytes, warnings, pictures })
}

/// The record itself for the house, a new one for anybody else.
fn record(document: &Document, view: &View, options: Options<'_>) -> Result<Exported, Error> {
    if view.readers == Readers::Internal {
        let warnings = Vec::new();
        let bytes = store::write(document).into_bytes();
        return Ok(Exported { bytes, warnings, pictures: Vec::new() });
    }
    if view.reading != Reading::Final {
        return Err(Error::PublicReading);
    }
    let id = options.record.unwrap_or(RecordId(0));
    let public = public_record(document, view.output, id).map_err(|flaw| Error::Record(flaw.to_string()))?;
    let warnings = warnings::of_record(document, view.output, true, true, options.today);
    Ok(Exported { bytes: store::write(&public).into_bytes(), warnings, pictures: Vec::new() })
}
