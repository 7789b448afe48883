//! Open Document for word processors: the parts of the file, and what names them.

mod body;
mod flow;
mod review;
mod styles;

use super::Error;
use super::pack::{Pack, Plain};
use super::picture::Picture;
use super::run::one_line;
use super::sheet::Sheet;
use super::units::annexed;

const MIME: &str = "application/vnd.oasis.opendocument.text";

/// The languages of the elements, as the root of each part names them.
const ROOT: &str = concat!(
    r#" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
    r#" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#,
    r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
    r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
    r#" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0""#,
    r#" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#,
    r#" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0""#,
    r#" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/""#,
    r#" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2""#,
);

pub(super) fn write(sheet: &Sheet<'_>) -> Result<Vec<u8>, Error> {
    let mut pack = Pack::new();
    // What kind of file it is stands first, as it is.
    pack.whole("mimetype", MIME.as_bytes());
    body::write(sheet, &mut pack)?;
    styles::write(sheet, &mut pack);
    about(sheet, &mut pack);
    let mut pictures: Vec<(String, &Picture)> = Vec::new();
    if let Some(logo) = logo(sheet) {
        pictures.push((format!("Pictures/logo.{}", logo.ending), logo));
    }
    let annexes = sheet.body().filter_map(|text| sheet.picture(annexed(sheet.document, text)?));
    for (at, picture) in annexes.enumerate() {
        pictures.push((format!("Pictures/annex{}.{}", at + 1, picture.ending), picture));
    }
    for (name, picture) in &pictures {
        pack.whole(name, &picture.bytes);
    }
    pack.begin("META-INF/manifest.xml");
    pack.put(concat!(
        r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0""#,
        r#" manifest:version="1.2">"#,
    ));
    let entry = |pack: &mut Pack, name: &str, mime: &str| {
        pack.form(format_args!(
            r#"<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{mime}"/>"#
        ));
    };
    pack.form(format_args!(
        r#"<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{MIME}"/>"#
    ));
    for part in ["content.xml", "styles.xml", "meta.xml"] {
        entry(&mut pack, part, "text/xml");
    }
    for (name, picture) in &pictures {
        entry(&mut pack, name, picture.mime);
    }
    pack.put("</manifest:manifest>");
    pack.finish()
}

/// The logo of the letterhead, if it was found.
fn logo<'s>(sheet: &'s Sheet<'_>) -> Option<&'s Picture> {
    sheet.picture(sheet.head.logo)
}

/// What a library is told of the file. The day is the record's: no clock is asked.
fn about(sheet: &Sheet<'_>, pack: &mut Pack) {
    let (name, author) = (one_line(&sheet.name()), one_line(sheet.author()));
    pack.begin("meta.xml");
    pack.form(format_args!(
        concat!(
            "<office:document-meta{}><office:meta><meta:generator>Mahdar</meta:generator>",
            "<dc:title>{}</dc:title><meta:initial-creator>{}</meta:initial-creator>",
        ),
        ROOT,
        Plain(&name),
        Plain(&author),
    ));
    if let Some(day) = sheet.day() {
        pack.form(format_args!("<meta:creation-date>{day}T00:00:00</meta:creation-date>"));
    }
    pack.form(format_args!(
        "<dc:creator>{}</dc:creator><dc:language>{}</dc:language></office:meta></office:document-meta>",
        Plain(&author),
        sheet.language(),
    ));
}

/// Words, with the spaces, tabs and line breaks that are elements here.
fn letters(words: &str, pack: &mut Pack) {
    let mut from = 0;
    let mut before = ' ';
    for (at, letter) in words.char_indices() {
        let element = match letter {
            '\t' => "<text:tab/>",
            '\n' => "<text:line-break/>",
            ' ' if before == ' ' => "<text:s/>",
            _ => {
                before = letter;
                continue;
            }
        };
        pack.words(words.get(from..at).unwrap_or_default());
        pack.put(element);
        from = at + letter.len_utf8();
        before = letter;
    }
    pack.words(words.get(from..).unwrap_or_default());
}
