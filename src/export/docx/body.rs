//! The text of a DOCX: paragraphs by style, tables, signatures, pictures, and the sheet it is on.

use super::ROOT;
use super::head::{Parts, drawing, is_western};
use super::lines::{Directions, Ink};
use super::review::Review;
use crate::document::{BlockId, BlockReview, ChangeId, Target};
use crate::export::Error;
use crate::export::pack::Pack;
use crate::export::picture::Picture;
use crate::export::run::{Run, runs};
use crate::export::sheet::Sheet;
use crate::export::stamp::{Joins, Labels, is_left, joins, whole};
use crate::export::units::{
    Look, Paper, Unit, after_label, annexed, columns, figures, goes_on, headed, held, is_last, keep_together,
    look, units,
};
use crate::template::{Composed, signer};

/// The lowest row of a list to sign.
const ROW: u32 = 620;

pub(super) struct Body<'s, 'a, 'p> {
    sheet: &'s Sheet<'a>,
    pack: &'p mut Pack,
    review: Review<'s, 'a>,
    /// The paragraphs that would be joined.
    joins: Joins,
    labels: Labels,
    rtl: bool,
    bookmarks: u32,
    pictures: usize,
    /// The words of a line, label and all, while its directions are found.
    line: String,
}

/// What a paragraph begins with, beside its words.
#[expect(clippy::struct_excessive_bools, reason = "each is a property that is there or not")]
#[derive(Default)]
struct Opening<'o> {
    style: &'o str,
    keep: bool,
    centred: bool,
    /// It is the last of its list.
    last: bool,
    /// Its label is missing: the first line stands where the others do.
    flat: bool,
    /// The changes that put it here, and that would take it or its end away.
    inserted: Option<ChangeId>,
    removed: Option<ChangeId>,
}

impl<'s, 'a, 'p> Body<'s, 'a, 'p> {
    pub(super) fn new(sheet: &'s Sheet<'a>, pack: &'p mut Pack) -> Self {
        Self {
            sheet,
            pack,
            review: Review::new(sheet),
            joins: joins(sheet),
            labels: Labels::of(sheet),
            rtl: sheet.is_rtl(),
            bookmarks: 0,
            pictures: 0,
            line: String::new(),
        }
    }

    /// The main part; whether there are remarks.
    pub(super) fn write(&mut self, head: &Parts<'_>) -> Result<bool, Error> {
        self.pack.begin("word/document.xml");
        self.pack.form(format_args!("<w:document{ROOT}><w:body>"));
        self.number_and_day();
        let title = &self.sheet.composition.title;
        if !title.text.trim().is_empty() {
            self.paragraph(title, (true, false));
        }
        let mut ends_in_table = false;
        let mut all = units(self.sheet).peekable();
        let mut done = 0;
        while let Some(unit) = all.next() {
            if !goes_on(self.sheet, done) {
                return Err(Error::Stopped);
            }
            done += 1;
            ends_in_table = false;
            match unit {
                Unit::Paragraph(text, keeps) => {
                    let last = is_last(text, all.peek());
                    self.paragraph(text, (keeps, last));
                }
                Unit::Table(rows) => {
                    self.table(&rows);
                    ends_in_table = true;
                }
                Unit::Signatures(place, names) => {
                    if let Some(place) = place {
                        self.paragraph(place, (!names.is_empty(), false));
                    }
                    self.signatures(&names);
                    ends_in_table = !names.is_empty();
                }
            }
        }
        if ends_in_table {
            // A table cannot be the last thing on a sheet.
            self.pack.put("<w:p><w:pPr>");
            self.put_bidi();
            self.pack
                .put(r#"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#);
        }
        self.section(head);
        self.pack.put("</w:body></w:document>");
        Ok(self.review.has_remarks())
    }

    fn put_bidi(&mut self) {
        if self.rtl {
            self.pack.put("<w:bidi/>");
        }
    }

    /// Opens a paragraph: its properties in the order of the schema.
    fn open(&mut self, opening: &Opening<'_>) {
        self.pack.put("<w:p><w:pPr>");
        if !opening.style.is_empty() {
            self.pack.form(format_args!(r#"<w:pStyle w:val="{}"/>"#, opening.style));
        }
        if opening.keep {
            self.pack.put("<w:keepNext/>");
        }
        self.put_bidi();
        if opening.last {
            self.pack.put(r#"<w:spacing w:after="180"/>"#);
        }
        if opening.flat {
            self.pack.put(r#"<w:ind w:firstLine="0"/>"#);
        }
        if opening.centred {
            self.pack.put(r#"<w:jc w:val="center"/>"#);
        }
        let (inserted, removed) = (opening.inserted, opening.removed);
        if self.rtl || inserted.is_some() || removed.is_some() {
            self.pack.put("<w:rPr>");
            for (element, id) in [("ins", inserted), ("del", removed)] {
                if let Some(id) = id {
                    self.review.change(element, id, self.pack);
                    self.pack.put("/>");
                }
            }
            if self.rtl {
                self.pack.put("<w:rtl/>");
            }
            self.pack.put("</w:rPr>");
        }
        self.pack.put("</w:pPr>");
    }

    /// Outgoing number at the start, place and day at the end of one line.
    fn number_and_day(&mut self) {
        let number = self.sheet.number().map(|text| headed(&text.text));
        let day = self.sheet.head.day.as_deref().map(headed);
        if number.is_none() && day.is_none() {
            return;
        }
        self.open(&Opening { style: "Date", ..Opening::default() });
        let number = number.unwrap_or_default();
        let day = day.map(|day| format!("\t{day}")).unwrap_or_default();
        let line = format!("{number}{day}");
        Directions::of(&line, self.rtl).write(&line, Ink::default(), self.pack);
        self.pack.put("</w:p>");
    }

    /// A paragraph of the text.
    fn paragraph(&mut self, text: &Composed, (keep, last): (bool, bool)) {
        let sheet = self.sheet;
        let BlockReview { inserted, removed, .. } = whole(sheet, text);
        let joined = match text.target {
            Some(Target::Block(id)) if removed.is_none() => self.joins.ends.get(&id).copied(),
            _ => None,
        };
        let picture = annexed(sheet.document, text).and_then(|name| sheet.picture(name));
        if let Some(picture) = picture {
            self.picture(text, picture);
        }
        let look = if picture.is_some() { Look::Caption } else { look(text) };
        let after = after_label(text);
        self.open(&Opening {
            style: style(look),
            keep,
            centred: false,
            last,
            flat: text.label.is_empty() && matches!(look, Look::Entry | Look::List(_)),
            inserted,
            removed: removed.or(joined.map(|(change, _)| change)),
        });
        let mark = self.bookmark(text);
        self.words(text, after, inserted, removed);
        if joined.is_some_and(|(_, apart)| apart) {
            let space = Run { text: " ".to_owned(), ..Run::default() };
            self.run(&space, inserted, None, &mut Directions::of(" ", self.rtl));
        }
        self.review.loose(self.pack);
        if mark {
            self.pack.form(format_args!(r#"<w:bookmarkEnd w:id="{}"/>"#, self.bookmarks));
        }
        self.pack.put("</w:p>");
    }

    /// The name of the paragraph in the record, by which an answer can be laid beside it.
    fn bookmark(&mut self, text: &Composed) -> bool {
        let start = |number: u32, name: std::fmt::Arguments<'_>, pack: &mut Pack| {
            pack.form(format_args!(r#"<w:bookmarkStart w:id="{number}" w:name="m_{name}"/>"#));
        };
        match &text.target {
            // What would be moved bears its name where it would be.
            Some(Target::Block(_)) if is_left(self.sheet, text) => false,
            Some(Target::Block(BlockId(id))) => {
                self.bookmarks += 1;
                start(self.bookmarks, format_args!("{:x}_{}", id.session, id.counter), self.pack);
                true
            }
            Some(Target::Title(_)) => {
                self.bookmarks += 1;
                start(self.bookmarks, format_args!("title"), self.pack);
                true
            }
            _ => false,
        }
    }

    /// Label and words of a paragraph.
    fn words(&mut self, text: &Composed, after: &str, inserted: Option<ChangeId>, removed: Option<ChangeId>) {
        let figures = figures(text);
        let mut runs = runs(text);
        keep_together(text, &mut runs);
        if !figures.is_empty() {
            for run in &mut runs {
                run.text = held(std::mem::take(&mut run.text), &figures);
            }
        }
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        // A paragraph that is joined to another has no label of its own.
        let joined = match text.target {
            Some(Target::Block(id)) => self.joins.starts.get(&id).copied(),
            _ => None,
        };
        let mut label =
            if after.is_empty() { Vec::new() } else { self.labels.pieces(self.sheet, text, joined) };
        match label.as_mut_slice() {
            [] => {}
            [(label, ..)] => label.push_str(after),
            _ => label.push((after.to_owned(), inserted, removed)),
        }
        line.extend(label.iter().map(|(piece, ..)| piece.as_str()));
        line.extend(runs.iter().map(|run| run.text.as_str()));
        let mut directions = Directions::of(&line, self.rtl);
        for (text, inserted, removed) in label {
            self.run(&Run { text, ..Run::default() }, inserted, removed, &mut directions);
        }
        for run in &runs {
            self.run(run, inserted, removed, &mut directions);
        }
        self.line = line;
    }

    fn run(
        &mut self,
        run: &Run,
        inserted: Option<ChangeId>,
        removed: Option<ChangeId>,
        directions: &mut Directions,
    ) {
        let inserted = self.review.shown(run.inserted).or(inserted);
        let removed = self.review.shown(run.deleted).or(removed);
        self.review.begin(&run.remarks, self.pack);
        if let Some(id) = inserted {
            self.review.change("ins", id, self.pack);
            self.pack.put(">");
        }
        if let Some(id) = removed {
            self.review.change("del", id, self.pack);
            self.pack.put(">");
        }
        directions.write(&run.text, Ink { deleted: removed.is_some(), ..Ink::of(run) }, self.pack);
        self.pack.put(if removed.is_some() { "</w:del>" } else { "" });
        self.pack.put(if inserted.is_some() { "</w:ins>" } else { "" });
        self.review.end(&run.remarks, self.pack);
    }

    /// A photo over its caption.
    fn picture(&mut self, text: &Composed, picture: &Picture) {
        let paper = Paper::of(self.sheet);
        let room = (f64::from(paper.measure()) / 20.0, f64::from(paper.height) / 20.0 * 0.45);
        self.pictures += 1;
        let name = format!("annex{}", self.pictures);
        let BlockReview { inserted, removed, .. } = whole(self.sheet, text);
        self.open(&Opening { keep: true, centred: true, inserted, removed, ..Opening::default() });
        for (element, id) in [("ins", inserted), ("del", removed)] {
            if let Some(id) = id {
                self.review.change(element, id, self.pack);
                self.pack.put(">");
            }
        }
        self.pack.put("<w:r>");
        let words = self.sheet.depicted(text);
        drawing(&name, self.pictures + 1, &words, (picture, picture.within(room.0, room.1)), self.pack);
        self.pack.put("</w:r>");
        self.pack.put(if removed.is_some() { "</w:del>" } else { "" });
        self.pack.put(if inserted.is_some() { "</w:ins>" } else { "" });
        self.pack.put("</w:p>");
    }

    /// The list to sign: its heads again on each page, no row on two pages.
    fn table(&mut self, rows: &[&Composed]) {
        let measure = Paper::of(self.sheet).measure();
        let shares = |text: &Composed| -> Vec<u32> {
            text.row.iter().flat_map(|row| &row.cells).map(|cell| u32::from(cell.share)).collect()
        };
        let Some(first) = rows.iter().map(|text| shares(text)).max_by_key(Vec::len) else { return };
        let all = first.iter().sum::<u32>().max(1);
        let widths: Vec<u32> = first.iter().map(|share| measure * share / all).collect();
        let edge =
            |name: &str| format!(r#"<w:{name} w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/>"#);
        self.pack.form(format_args!(
            concat!(
                r#"<w:tbl><w:tblPr>{}<w:tblW w:w="{}" w:type="dxa"/><w:tblBorders>{}</w:tblBorders>"#,
                r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="50" w:type="dxa"/>"#,
                r#"<w:left w:w="50" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/>"#,
                r#"<w:right w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#,
            ),
            if self.rtl { "<w:bidiVisual/>" } else { "" },
            widths.iter().sum::<u32>(),
            ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).concat(),
        ));
        for width in &widths {
            self.pack.form(format_args!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        self.pack.put("</w:tblGrid>");
        for row in rows.iter().filter_map(|text| text.row.as_ref()) {
            self.pack.put("<w:tr><w:trPr><w:cantSplit/>");
            if row.head {
                self.pack.put("<w:tblHeader/>");
            } else {
                self.pack.form(format_args!(r#"<w:trHeight w:val="{ROW}" w:hRule="atLeast"/>"#));
            }
            self.pack.put("</w:trPr>");
            for (at, width) in widths.iter().enumerate() {
                self.pack.form(format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>"#));
                if row.head {
                    self.pack.put(r#"<w:shd w:val="clear" w:color="auto" w:fill="EDF1F0"/>"#);
                }
                self.pack.put(r#"<w:vAlign w:val="center"/></w:tcPr>"#);
                let words = row.cells.get(at).map(|cell| headed(&cell.text)).unwrap_or_default();
                self.open(&Opening {
                    style: "NoSpacing",
                    keep: row.head,
                    centred: row.head,
                    ..Opening::default()
                });
                let ink = Ink { bold: row.head, ..Ink::default() };
                Directions::of(&words, self.rtl).write(&words, ink, self.pack);
                self.pack.put("</w:p></w:tc>");
            }
            self.pack.put("</w:tr>");
        }
        self.pack.put("</w:tbl>");
    }

    /// Who signs, side by side, with room for their hands; the block stands on one page.
    fn signatures(&mut self, names: &[&Composed]) {
        if names.is_empty() {
            return;
        }
        let count = columns(names.len());
        let width = Paper::of(self.sheet).measure() / u32::try_from(count).unwrap_or(1);
        self.pack.form(format_args!(
            concat!(
                r#"<w:tbl><w:tblPr>{}<w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/>"#,
                "</w:tblPr><w:tblGrid>",
            ),
            if self.rtl { "<w:bidiVisual/>" } else { "" },
            width * u32::try_from(count).unwrap_or(1),
        ));
        for _ in 0..count {
            self.pack.form(format_args!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        self.pack.put("</w:tblGrid>");
        let rows = names.len().div_ceil(count);
        for (at, row) in names.chunks(count).enumerate() {
            self.pack.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for column in 0..count {
                let name =
                    if names.len() == 1 { row.first().filter(|_| column == 1) } else { row.get(column) };
                self.pack.form(format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#));
                self.open(&Opening { style: "Signature", keep: at + 1 < rows, ..Opening::default() });
                if let Some(text) = name {
                    let words = headed(&text.text);
                    let (office, name) = signer(&words);
                    let office = office.map(|office| format!("{office}\n")).unwrap_or_default();
                    let mut directions = Directions::of(&format!("{office}{name}"), self.rtl);
                    directions.write(&office, Ink::default(), self.pack);
                    directions.write(name, Ink { bold: true, ..Ink::default() }, self.pack);
                }
                self.pack.put("</w:p></w:tc>");
            }
            self.pack.put("</w:tr>");
        }
        self.pack.put("</w:tbl>");
    }

    /// The sheet, its margins, head and foot.
    fn section(&mut self, head: &Parts<'_>) {
        let paper = Paper::of(self.sheet);
        let (left, right) = if self.rtl { (paper.end, paper.start) } else { (paper.start, paper.end) };
        self.pack.put("<w:sectPr>");
        if head.is_some() {
            self.pack.put(r#"<w:headerReference w:type="first" r:id="header1"/>"#);
            self.pack.put(r#"<w:footerReference w:type="first" r:id="footer2"/>"#);
        }
        self.pack.put(r#"<w:footerReference w:type="default" r:id="footer1"/>"#);
        let (header, footer) = paper.edges();
        self.pack.form(format_args!(
            concat!(
                r#"<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}""#,
                r#" w:header="{}" w:footer="{}" w:gutter="0"/>"#,
            ),
            paper.width,
            paper.height,
            if paper.width > paper.height { r#" w:orient="landscape""# } else { "" },
            paper.top,
            right,
            paper.bottom,
            left,
            header,
            footer,
        ));
        if !is_western(self.sheet) {
            self.pack.put(r#"<w:pgNumType w:fmt="hindiNumbers"/>"#);
        }
        if head.is_some() {
            self.pack.put("<w:titlePg/>");
        }
        self.pack.put(if self.rtl { "<w:bidi/>" } else { "" });
        self.pack.put("</w:sectPr>");
    }
}

/// The style of a paragraph, by the name Word knows it under in every language.
fn style(look: Look) -> &'static str {
    match look {
        Look::Title => "Title",
        Look::Body => "",
        Look::Heading(1) => "Heading1",
        Look::Heading(2) => "Heading2",
        Look::Heading(_) => "Heading3",
        Look::Entry => "ListParagraph",
        Look::List(1) => "List",
        Look::List(2) => "List2",
        Look::List(_) => "List3",
        Look::Quote => "Quote",
        Look::Fact => "MessageHeader",
        Look::Closing => "Closing",
        Look::Caption => "Caption",
    }
}

/// The photos that go with the text, in its order.
pub(super) fn pictures<'s>(sheet: &'s Sheet<'_>) -> Vec<&'s Picture> {
    let names = sheet.body().filter_map(|text| annexed(sheet.document, text));
    names.filter_map(|name| sheet.picture(name)).collect()
}
