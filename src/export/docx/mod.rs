//! Office Open XML for word processors: the parts of the file, and what names them.

mod body;
mod head;
mod lines;
mod review;
mod styles;

use super::Error;
use super::pack::{Pack, Plain};
use super::run::one_line;
use super::sheet::Sheet;
use body::Body;

/// The languages of the elements, as the root of each part names them.
const ROOT: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#,
);
const KINDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

pub(super) fn write(sheet: &Sheet<'_>) -> Result<Vec<u8>, Error> {
    let mut pack = Pack::new();
    let head = head::Parts::of(sheet);
    let has_comments;
    {
        let mut body = Body::new(sheet, &mut pack);
        has_comments = body.write(&head)?;
    }
    // The pictures of annexes are asked for again: what was written first is on its way already.
    let pictures = body::pictures(sheet);
    let mut parts: Vec<(&str, String, &str)> = vec![
        ("styles", "styles.xml".to_owned(), "styles+xml"),
        ("settings", "settings.xml".to_owned(), "settings+xml"),
        ("fontTable", "fontTable.xml".to_owned(), "fontTable+xml"),
        ("footer", "footer1.xml".to_owned(), "footer+xml"),
    ];
    if head.is_some() {
        parts.push(("header", "header1.xml".to_owned(), "header+xml"));
        parts.push(("footer", "footer2.xml".to_owned(), "footer+xml"));
    }
    if has_comments {
        review::comments(sheet, &mut pack);
        parts.push(("comments", "comments.xml".to_owned(), "comments+xml"));
        parts.push(("commentsExtended", "commentsExtended.xml".to_owned(), "commentsExtended+xml"));
    }
    head.write(sheet, &mut pack);
    styles::write(sheet, &mut pack);
    styles::settings(sheet, &mut pack);
    styles::theme(&mut pack);
    styles::fonts(&mut pack);
    for (at, picture) in pictures.iter().enumerate() {
        pack.whole(&format!("word/media/annex{}.{}", at + 1, picture.ending), &picture.bytes);
    }

    pack.begin("word/_rels/document.xml.rels");
    pack.form(format_args!(r#"<Relationships xmlns="{RELATIONSHIPS}">"#));
    pack.form(format_args!(r#"<Relationship Id="theme" Type="{RELATED}theme" Target="theme/theme1.xml"/>"#));
    for (kind, target, _) in &parts {
        let from = match *kind {
            "commentsExtended" => "http://schemas.microsoft.com/office/2011/relationships/",
            _ => RELATED,
        };
        let id = relation(target);
        pack.form(format_args!(r#"<Relationship Id="{id}" Type="{from}{kind}" Target="{target}"/>"#));
    }
    for (at, picture) in pictures.iter().enumerate() {
        let (n, ending) = (at + 1, picture.ending);
        pack.form(format_args!(
            r#"<Relationship Id="annex{n}" Type="{RELATED}image" Target="media/annex{n}.{ending}"/>"#
        ));
    }
    pack.put("</Relationships>");

    about(sheet, &mut pack);
    pack.begin("[Content_Types].xml");
    pack.put(concat!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
        r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
        r#"<Default Extension="xml" ContentType="application/xml"/>"#,
        r#"<Default Extension="png" ContentType="image/png"/>"#,
        r#"<Default Extension="jpeg" ContentType="image/jpeg"/>"#,
        r#"<Override PartName="/docProps/core.xml""#,
        r#" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
        r#"<Override PartName="/docProps/app.xml""#,
        r#" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>"#,
    ));
    let kind = |pack: &mut Pack, part: &str, kind: &str| {
        pack.form(format_args!(r#"<Override PartName="/word/{part}" ContentType="{KINDS}{kind}"/>"#));
    };
    pack.put(concat!(
        r#"<Override PartName="/word/theme/theme1.xml""#,
        r#" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>"#,
    ));
    kind(&mut pack, "document.xml", "document.main+xml");
    for (_, target, of) in &parts {
        kind(&mut pack, target, of);
    }
    pack.put("</Types>");
    pack.finish()
}

/// The name of a relation to a part: `styles` for `styles.xml`.
fn relation(target: &str) -> &str {
    target.split('.').next().unwrap_or_default()
}

/// What a library is told of the file. The day is the record's: no clock is asked.
fn about(sheet: &Sheet<'_>, pack: &mut Pack) {
    pack.begin("_rels/.rels");
    pack.form(format_args!(
        concat!(
            r#"<Relationships xmlns="{0}">"#,
            r#"<Relationship Id="document" Type="{1}officeDocument" Target="word/document.xml"/>"#,
            r#"<Relationship Id="core" "#,
            r#"Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" "#,
            r#"Target="docProps/core.xml"/>"#,
            r#"<Relationship Id="app" Type="{1}extended-properties" Target="docProps/app.xml"/>"#,
            "</Relationships>",
        ),
        RELATIONSHIPS, RELATED,
    ));
    pack.begin("docProps/core.xml");
    pack.put(concat!(
        r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
        r#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/""#,
        r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#,
    ));
    let (name, author) = (one_line(&sheet.name()), one_line(sheet.author()));
    pack.form(format_args!("<dc:title>{}</dc:title>", Plain(&name)));
    pack.form(format_args!("<dc:creator>{}</dc:creator>", Plain(&author)));
    if let Some(day) = sheet.day() {
        pack.form(format_args!(
            r#"<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>"#
        ));
    }
    pack.form(format_args!("<dc:language>{}</dc:language>", sheet.language()));
    pack.put("</cp:coreProperties>");
    pack.begin("docProps/app.xml");
    pack.form(format_args!(
        concat!(
            r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"#,
            "<Application>Mahdar</Application><Company>{}</Company></Properties>",
        ),
        Plain(&author),
    ));
}
