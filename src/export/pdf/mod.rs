//! Paper as PDF: the pages that our own layout set, tagged for those who do not see them, and held to the rules of
//! PDF/UA-1 and PDF/A-2a while it is written.

mod ink;
mod joined;
mod paint;
mod remarks;
mod tags;

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::Arc;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, PdfVersion, ValidationError};
use krilla::error::KrillaError;
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::{Data, Document, SerializeSettings};

use super::picture::Picture;
use super::run::{one_line, runs};
use super::sheet::Sheet;
use super::{Error, Format, Options};
use crate::arabic::{self, Date, Phrase, When};
use crate::document::{Digits, Document as Record, Language, Mark, OutputKind, Place};
use crate::pages::{Pager, Pages, Review, Setting};
use crate::template::{Cell, Composed, Composition, Shown, TableRow, View, in_language, is_draft};
use crate::text::Engine;
use joined::Joined;
use paint::Painter;

/// Bytes laid out between two questions whether to go on.
const SLICE: usize = 200_000;
/// The parts into which progress is told: as many for laying out as for writing.
const HALF: usize = 500;

/// The text on paper.
pub(super) fn write(sheet: &Sheet<'_>) -> Result<Vec<u8>, Error> {
    print(sheet, None)
}

/// The text to be read on a telephone and answered: large letters, room to write, a number for every paragraph.
pub(super) fn review(sheet: &Sheet<'_>) -> Result<Vec<u8>, Error> {
    print(sheet, Some(review_says(sheet.document, &sheet.view, sheet.options.today)))
}

/// What a copy for review of this text says on every page.
#[must_use]
pub fn review_says(document: &Record, view: &View, today: Option<Date>) -> Review {
    let phrase = match (is_draft(document, view.output), view.output) {
        (true, OutputKind::Minutes) => Phrase::DraftMinutes,
        (true, _) => Phrase::Draft,
        (false, _) => Phrase::ReviewCopy,
    };
    let number = document.revisions().len() + 1;
    let mut version = format!("{} {number}", in_language(document, Phrase::Version));
    if let Some(day) = today {
        let day = match document.language() {
            Language::Arabic => arabic::write(&When::Days(vec![day]), arabic::Style::Plain),
            Language::French | Language::English => {
                format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
            }
        };
        version = format!("{version} · {day}");
    }
    if view.digits.unwrap_or(document.style().digits) == Digits::Arabic {
        version = arabic::numerals::to_arabic_indic(&version);
    }
    let mark = in_language(document, Phrase::ParagraphMark);
    Review { state: in_language(document, phrase).to_owned(), version, mark }
}

fn print(sheet: &Sheet<'_>, review: Option<Review>) -> Result<Vec<u8>, Error> {
    draw(sheet, review).map_err(|error| match error {
        Error::Letter { letter, .. } => {
            let place = first_place(sheet.composition, &letter);
            Error::Letter { letter, place }
        }
        other => other,
    })
}

fn draw(sheet: &Sheet<'_>, review: Option<Review>) -> Result<Vec<u8>, Error> {
    let composition = on_paper(sheet);
    let images = images(sheet);
    let setting = Setting {
        family: sheet.options.family,
        review,
        pictures: Some(images.iter().map(|drawn| drawn.name.clone()).collect()),
        ..Setting::default()
    };
    let pages = set(sheet, &composition, setting)?;
    let mut document = Document::new_with(settings()?);
    let mut painter = Painter::new(sheet, &images, Joined::of(&pages));
    let (width, height, count) = (pages.width, pages.height, pages.pages.len());
    // A page is forgotten as soon as it is written, and the paragraphs that end on it.
    for (index, page) in pages.pages.into_iter().enumerate() {
        watch(sheet, HALF + index * HALF / count.max(1))?;
        let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
        let label = PageLabel::new(Some(NumberingStyle::Arabic), None, number);
        let size = PageSettings::from_wh(width, height)
            .ok_or_else(|| Error::Paper(format!("a sheet of {width} × {height} points")))?;
        let mut paper = document.start_page_with(size.with_page_label(label));
        let mut surface = paper.surface();
        let painted = painter.page(&mut surface, index, &page);
        surface.finish();
        paper.finish();
        painted?;
    }
    let name = name(sheet, &composition);
    let (tree, outline) = painter.finish(sheet.language(), &name);
    document.set_tag_tree(tree);
    document.set_outline(outline);
    document.set_metadata(metadata(sheet, name));
    watch(sheet, 2 * HALF)?;
    document.finish().map_err(|error| refused(&error, &images))
}

/// The text as paper holds it: with the remarks behind it, where they are shown.
fn on_paper(sheet: &Sheet<'_>) -> Composition {
    let mut composition = clean(sheet.composition);
    remarks::append(sheet, &mut composition);
    composition
}

/// What a composition is on paper, for who shows it before it is printed.
#[must_use]
pub fn printed(document: &Record, composition: &Composition, view: &View) -> Composition {
    // What it is written as matters for pictures alone.
    on_paper(&Sheet::new(document, composition, view.settled(), Options::default(), Format::Txt))
}

/// Lays the text out, asking now and then whether to go on.
fn set(sheet: &Sheet<'_>, composition: &Composition, setting: Setting) -> Result<Pages, Error> {
    let mut engine = Engine::new();
    let mut pager = Pager::new(setting);
    loop {
        let (done, all) = pager.prepare(sheet.document, composition, &mut engine, SLICE);
        watch(sheet, done * HALF / all.max(1))?;
        if done == all {
            return Ok(pager.lay(sheet.document, composition, &mut engine, usize::MAX));
        }
    }
}

fn watch(sheet: &Sheet<'_>, done: usize) -> Result<(), Error> {
    match sheet.options.watch {
        Some(watch) if !watch(done, 2 * HALF) => Err(Error::Stopped),
        _ => Ok(()),
    }
}

fn settings() -> Result<SerializeSettings, Error> {
    let rules = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf17)
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish();
    let configuration = rules.map_err(|error| Error::Paper(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// The text's name, which a reader shows over it; one is needed.
fn name(sheet: &Sheet<'_>, composition: &Composition) -> String {
    let own = one_line(&sheet.name());
    if !own.is_empty() {
        return own;
    }
    let first = composition.paragraphs.iter().map(|text| one_line(&text.text)).find(|text| !text.is_empty());
    let first: String = first.unwrap_or_default().chars().take(80).collect();
    if first.is_empty() { in_language(sheet.document, Phrase::Draft).to_owned() } else { first }
}

/// What is said of the text as a whole: no clock is asked, so that the same text gives the same file.
fn metadata(sheet: &Sheet<'_>, name: String) -> Metadata {
    const PROGRAM: &str = "Mahdar";
    let direction = if sheet.is_rtl() { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let author = one_line(sheet.author());
    let authors = if author.is_empty() { Vec::new() } else { vec![author] };
    let day = sheet.day().or(sheet.options.today);
    let at = |year: u16, month: u8, day: u8| DateTime::new(year).month(month).day(day);
    let day = day
        .map_or(at(2000, 1, 1), |day| at(u16::try_from(day.year()).unwrap_or(2000), day.month(), day.day()));
    Metadata::new()
        .title(name)
        .authors(authors)
        .creator(PROGRAM.to_owned())
        .producer(PROGRAM.to_owned())
        .language(sheet.language().to_owned())
        .creation_date(day)
        .text_direction(direction)
}

/// A picture as it is drawn.
struct Drawn {
    name: String,
    image: Image,
    /// How it is turned to stand upright, as EXIF counts.
    turned: u8,
}

/// The pictures that stand in the text. Those in the colours of a printing press are left out: no profile for them is
/// embedded, as paper that is kept asks for; so are those that krilla cannot read.
fn images(sheet: &Sheet<'_>) -> Vec<Drawn> {
    let whole = sheet.pictures.iter().filter_map(|(name, picture)| Some((*name, picture.as_ref()?)));
    let drawn = |(name, picture): (&str, &Picture)| {
        Some(Drawn { name: name.to_owned(), image: drawn(picture)?, turned: picture.turned })
    };
    whole.filter(|(_, picture)| !picture.press).filter_map(drawn).collect()
}

/// The picture as krilla draws it; it knows less of JPEG than browsers do.
fn drawn(picture: &Picture) -> Option<Image> {
    let data = Data::from(picture.bytes.clone());
    let image = match picture.ending {
        "png" => Image::from_png(data, false),
        _ => Image::from_jpeg(data, false),
    };
    image.ok()
}

/// Whether paper can show it.
pub(super) fn draws(picture: &Picture) -> bool {
    drawn(picture).is_some()
}

/// Where a letter stands first in the text.
fn first_place(composition: &Composition, letter: &str) -> Option<Place> {
    let texts = std::iter::once(&composition.title).chain(&composition.paragraphs);
    let mut places = texts.filter_map(|text| {
        let at = text.text.find(letter).filter(|_| !letter.is_empty())?;
        Some(Place::new(text.target.clone()?, text.source(at)))
    });
    places.next()
}

/// Why the file was not written, in our own words.
fn refused(error: &KrillaError, images: &[Drawn]) -> Error {
    let unreadable = |broken: &Image| {
        let found = images.iter().find(|drawn| drawn.image == *broken);
        Error::Picture(found.map(|drawn| drawn.name.clone()).unwrap_or_default())
    };
    match error {
        KrillaError::Image(image, ..) | KrillaError::SixteenBitImage(image, _) => unreadable(image),
        KrillaError::Validation(errors) => {
            let letter = errors.iter().find_map(|(error, _)| match error {
                ValidationError::ContainsNotDefGlyph(.., text) => Some(text.clone()),
                ValidationError::UnicodePrivateArea(_, _, letter, _)
                | ValidationError::InvalidCodepointMapping(_, _, letter, _) => Some(letter.to_string()),
                _ => None,
            });
            match letter {
                Some(letter) => Error::Letter { letter, place: None },
                None => {
                    let all: Vec<String> = errors.iter().map(|(error, _)| format!("{error:?}")).collect();
                    Error::Paper(all.join("; "))
                }
            }
        }
        other => Error::Paper(other.to_string()),
    }
}

/// The last guard: whatever a record holds, nothing leaves it that shows nothing.
fn clean(composition: &Composition) -> Composition {
    let paragraphs = composition.paragraphs.iter().map(clean_text).collect();
    Composition { title: clean_text(&composition.title), paragraphs, ..composition.clone() }
}

fn clean_text(text: &Arc<Composed>) -> Arc<Composed> {
    let cells = || text.row.iter().flat_map(|row| row.cells.iter().map(|cell| cell.text.as_str()));
    let is_clean = |words: &str| matches!(arabic::for_readers(words), Cow::Borrowed(_));
    if is_clean(&text.text) && is_clean(&text.label) && cells().all(is_clean) {
        return Arc::clone(text);
    }
    let mut new =
        Composed { text: String::new(), segments: Vec::new(), marks: Vec::new(), ..(**text).clone() };
    new.label = one_line(&text.label);
    for run in runs(text) {
        let start = new.text.len();
        new.text.push_str(&run.text);
        let range = start..new.text.len();
        let worn = [(run.bold, Mark::Bold), (run.underline, Mark::Underline), (run.strike, Mark::Strike)];
        let plain = worn.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark);
        let rest = run.colour.map(Mark::Colour).into_iter().chain(run.language.map(Mark::Language));
        let rest = rest.chain(run.inserted.map(Mark::Inserted)).chain(run.deleted.map(Mark::Deleted));
        let rest = rest.chain(run.remarks.iter().copied().map(Mark::Remark));
        new.marks.extend(plain.chain(rest).map(|mark| Shown { range: range.clone(), mark }));
    }
    let clean_cell = |cell: &Cell| Cell { text: one_line(&cell.text), ..cell.clone() };
    let clean_row =
        |row: &TableRow| TableRow { head: row.head, cells: row.cells.iter().map(clean_cell).collect() };
    new.row = text.row.as_ref().map(clean_row);
    Arc::new(new)
}
