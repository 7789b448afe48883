//! What the page brings itself: the letterhead over the first page, the name of the text and the page number under each.

use super::lines::{Directions, Ink};
use super::{RELATED, RELATIONSHIPS, ROOT};
use crate::document::Digits;
use crate::export::pack::{Pack, Plain};
use crate::export::picture::Picture;
use crate::export::run::one_line;
use crate::export::sheet::Sheet;
use crate::export::units::{Paper, headed, short_name};

/// The box of the logo, and the width of the stamp, in points.
const LOGO: (f64, f64) = (110.0, 58.0);
const STAMP: u32 = 1500;
/// Between the pieces of the head, in twentieths of a point.
const SPACE: u32 = 200;
/// Units of a drawing in a point.
pub(super) const DRAWN: f64 = 12_700.0;

/// The parts of the head and foot.
pub(super) struct Parts<'a> {
    lines: Vec<String>,
    draft: Option<&'static str>,
    logo: Option<&'a Picture>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(sheet: &'a Sheet<'_>) -> Self {
        let lines = sheet.head.lines.iter().map(|line| headed(line)).filter(|line| !line.is_empty());
        let logo = sheet.picture(sheet.head.logo);
        Self { lines: lines.collect(), draft: sheet.head.draft, logo }
    }

    /// Whether the first page has a head.
    pub(super) fn is_some(&self) -> bool {
        !self.lines.is_empty() || self.logo.is_some() || self.draft.is_some()
    }

    pub(super) fn write(&self, sheet: &Sheet<'_>, pack: &mut Pack) {
        foot(sheet, "word/footer1.xml", pack);
        if !self.is_some() {
            return;
        }
        foot(sheet, "word/footer2.xml", pack);
        pack.begin("word/header1.xml");
        pack.form(format_args!("<w:hdr{ROOT}>"));
        self.table(sheet, pack);
        pack.form(format_args!(r#"<w:p><w:pPr><w:pStyle w:val="Header"/>{}</w:pPr></w:p>"#, bidi(sheet)));
        pack.put("</w:hdr>");
        if let Some(logo) = &self.logo {
            let ending = logo.ending;
            pack.begin("word/_rels/header1.xml.rels");
            pack.form(format_args!(
                concat!(
                    r#"<Relationships xmlns="{}"><Relationship Id="logo" Type="{}image""#,
                    r#" Target="media/logo.{}"/></Relationships>"#,
                ),
                RELATIONSHIPS, RELATED, ending
            ));
            pack.whole(&format!("word/media/logo.{ending}"), &logo.bytes);
        }
    }

    /// Logo, lines and stamp side by side, the rule under them.
    fn table(&self, sheet: &Sheet<'_>, pack: &mut Pack) {
        let rtl = sheet.is_rtl();
        let all = Paper::of(sheet).measure();
        let size = self.logo.map(|logo| logo.within(LOGO.0, LOGO.1));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a box of some points")]
        let logo = size.map_or(0, |(width, _)| (width * 20.0) as u32 + SPACE);
        let stamp = if self.draft.is_some() { STAMP.min(all / 3) } else { 0 };
        let words = all.saturating_sub(logo + stamp).max(600);
        pack.form(format_args!(
            concat!(
                r#"<w:tbl><w:tblPr>{}<w:tblW w:w="{}" w:type="dxa"/>"#,
                r#"<w:tblBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="595959"/></w:tblBorders>"#,
                r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>"#,
                r#"<w:bottom w:w="100" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>"#,
                "<w:tblGrid>",
            ),
            if rtl { "<w:bidiVisual/>" } else { "" },
            logo + words + stamp,
        ));
        let columns = [logo, words, stamp];
        for width in columns.into_iter().filter(|width| *width > 0) {
            pack.form(format_args!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        pack.put("</w:tblGrid><w:tr>");
        let cell = |pack: &mut Pack, width: u32| {
            pack.form(format_args!(
                r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>"#
            ));
        };
        if let (Some(picture), Some(size)) = (self.logo, size) {
            cell(pack, logo);
            pack.form(format_args!(r#"<w:p><w:pPr><w:pStyle w:val="Header"/>{}</w:pPr><w:r>"#, bidi(sheet)));
            drawing("logo", 1, sheet.author(), (picture, size), pack);
            pack.put("</w:r></w:p></w:tc>");
        }
        cell(pack, words);
        for (at, line) in self.lines.iter().enumerate() {
            pack.form(format_args!(r#"<w:p><w:pPr><w:pStyle w:val="Header"/>{}</w:pPr>"#, bidi(sheet)));
            Directions::of(line, rtl).write(line, Ink { bold: at == 0, ..Ink::default() }, pack);
            pack.put("</w:p>");
        }
        if self.lines.is_empty() {
            pack.form(format_args!(r#"<w:p><w:pPr><w:pStyle w:val="Header"/>{}</w:pPr></w:p>"#, bidi(sheet)));
        }
        pack.put("</w:tc>");
        if let Some(draft) = self.draft {
            cell(pack, stamp);
            pack.form(format_args!(
                concat!(
                    r#"<w:p><w:pPr><w:pStyle w:val="Header"/><w:pBdr>{}</w:pBdr>{}"#,
                    r#"<w:ind w:left="220" w:right="60"/><w:jc w:val="center"/></w:pPr>"#,
                ),
                ["top", "left", "bottom", "right"].map(frame).concat(),
                bidi(sheet)
            ));
            let ink = Ink { bold: true, colour: Some("B3261E"), ..Ink::default() };
            Directions::of(draft, rtl).write(draft, ink, pack);
            pack.put("</w:p></w:tc>");
        }
        pack.put("</w:tr></w:tbl>");
    }
}

/// One edge of the frame around the stamp.
fn frame(edge: &str) -> String {
    format!(r#"<w:{edge} w:val="single" w:sz="8" w:space="2" w:color="B3261E"/>"#)
}

fn bidi(sheet: &Sheet<'_>) -> &'static str {
    if sheet.is_rtl() { "<w:bidi/>" } else { "" }
}

/// «the name of the text        1 / 3», the numbers kept by the word processor.
fn foot(sheet: &Sheet<'_>, name: &str, pack: &mut Pack) {
    let rtl = sheet.is_rtl();
    pack.begin(name);
    pack.form(format_args!(r#"<w:ftr{ROOT}><w:p><w:pPr><w:pStyle w:val="Footer"/>{}</w:pPr>"#, bidi(sheet)));
    let title = headed(&short_name(sheet));
    Directions::of(&title, rtl).write(&title, Ink::default(), pack);
    pack.put(if rtl { "<w:r><w:rPr><w:rtl/></w:rPr><w:tab/></w:r>" } else { "<w:r><w:tab/></w:r>" });
    // Numbers stand in runs from left to right; the mark keeps them so where runs have no direction.
    let field = |pack: &mut Pack, name: &str| {
        pack.form(format_args!(
            concat!(
                r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#,
                r#"<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>"#,
                r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>"#,
                r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
            ),
            name
        ));
    };
    let hold = |pack: &mut Pack| {
        if rtl {
            pack.put("<w:r><w:t>\u{200E}</w:t></w:r>");
        }
    };
    hold(pack);
    field(pack, "PAGE");
    // A number of pages in Arabic digits is not to be had: the page's own stands alone.
    if is_western(sheet) {
        let between = if rtl { "\u{200E} / \u{200E}" } else { " / " };
        pack.form(format_args!(r#"<w:r><w:t xml:space="preserve">{between}</w:t></w:r>"#));
        field(pack, "NUMPAGES");
        hold(pack);
    }
    pack.put("</w:p></w:ftr>");
}

/// Whether digits are written as everywhere in Morocco.
pub(super) fn is_western(sheet: &Sheet<'_>) -> bool {
    sheet.view.digits.unwrap_or(sheet.document.style().digits) == Digits::Latin
}

/// A picture in a line, set upright; how large it stands is in points. All sizes are told of it as its file lies: Word and
/// LibreOffice change width and height for what they turn by themselves.
pub(super) fn drawing(
    relation: &str,
    number: usize,
    name: &str,
    (picture, size): (&Picture, (f64, f64)),
    pack: &mut Pack,
) {
    let name = one_line(name);
    let size = picture.lying(size);
    let (mirrored, degrees) = picture.upright();
    let turn = if degrees > 0 { format!(r#" rot="{}""#, u32::from(degrees) * 60_000) } else { String::new() };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture on a sheet")]
    let (width, height) = ((size.0 * DRAWN).max(1.0) as u64, (size.1 * DRAWN).max(1.0) as u64);
    pack.form(format_args!(
        concat!(
            r#"<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{0}" cy="{1}"/>"#,
            r#"<wp:docPr id="{2}" name="{3}" descr="{3}"/><wp:cNvGraphicFramePr>"#,
            r#"<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>"#,
            r#"<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>"#,
            r#"<pic:nvPicPr><pic:cNvPr id="{2}" name="{3}"/><pic:cNvPicPr/></pic:nvPicPr>"#,
            r#"<pic:blipFill><a:blip r:embed="{4}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm{5}{6}><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>"#,
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>",
        ),
        width,
        height,
        number,
        Plain(&name),
        relation,
        turn,
        if mirrored { r#" flipH="1""# } else { "" },
    ));
}
