//! The text of an ODT: paragraphs by style, tables, signatures and pictures, after the few styles they add of their own.

use std::collections::BTreeSet;

use super::flow::Flow;
use super::review::Review;
use super::styles::{self, name, pictures, points};
use super::{ROOT, letters};
use crate::document::{Colour, Language};
use crate::export::Error;
use crate::export::pack::{Pack, Plain};
use crate::export::picture::Picture;
use crate::export::run::{Run, runs};
use crate::export::sheet::Sheet;
use crate::export::stamp::{is_shown, whole};
use crate::export::units::{Hangs, Look, Paper, Unit, annexed, columns, headed, is_last, look, units};
use crate::template::{Composed, signer};

/// What a paragraph has beside its style.
pub(super) const KEEPS: u8 = 1;
const LAST: u8 = 2;
const FLAT: u8 = 4;
pub(super) const FIRST: u8 = 8;

pub(super) struct Body<'s, 'a, 'p> {
    pub(super) sheet: &'s Sheet<'a>,
    pub(super) pack: &'p mut Pack,
    pub(super) review: Review<'s, 'a>,
    pub(super) flow: Flow,
    /// The next paragraph is the first.
    pub(super) is_first: bool,
    pub(super) pictures: usize,
    tables: usize,
}

pub(super) fn write(sheet: &Sheet<'_>, pack: &mut Pack) -> Result<(), Error> {
    pack.begin("content.xml");
    pack.form(format_args!("<office:document-content{ROOT}>"));
    styles::fonts(sheet, pack);
    automatic(sheet, pack);
    pack.put("<office:body><office:text>");
    if is_shown(sheet) {
        // The changes stand before the text they are found in.
        let mut text = Pack::piece();
        let mut body = Body::new(sheet, &mut text);
        body.all()?;
        let changes = body.review.regions.markup();
        if !changes.is_empty() {
            pack.put(r#"<text:tracked-changes text:track-changes="true">"#);
            pack.put(changes);
            pack.put("</text:tracked-changes>");
        }
        pack.put(text.markup());
    } else {
        Body::new(sheet, pack).all()?;
    }
    pack.put("</office:text></office:body></office:document-content>");
    Ok(())
}

/// The styles that single paragraphs, words and tables have.
fn automatic(sheet: &Sheet<'_>, pack: &mut Pack) {
    pack.put("<office:automatic-styles>");
    let hangs = Hangs::of(sheet);
    for (look, bits) in variants(sheet) {
        variant(look, bits, &hangs, pack);
    }
    for bits in inks(sheet) {
        ink(bits, pack);
    }
    let measure = points(Paper::of(sheet).measure());
    let mode = if sheet.is_rtl() { "rl-tb" } else { "lr-tb" };
    for name in ["List", "Names"] {
        pack.form(format_args!(
            concat!(
                r#"<style:style style:name="{}" style:family="table"><style:table-properties"#,
                r#" style:width="{}pt" table:align="margins" table:border-model="collapsing""#,
                r#" style:writing-mode="{}"/></style:style>"#,
            ),
            name, measure, mode,
        ));
    }
    for count in 2..=3_u32 {
        pack.form(format_args!(
            concat!(
                r#"<style:style style:name="Names.{}" style:family="table-column">"#,
                r#"<style:table-column-properties style:column-width="{:.2}pt"/></style:style>"#,
            ),
            count,
            measure / f64::from(count),
        ));
    }
    let row = sheet.body().find_map(|text| text.row.as_ref());
    let all = row.map_or(1, |row| row.cells.iter().map(|cell| u32::from(cell.share)).sum()).max(1);
    for (at, cell) in row.iter().flat_map(|row| &row.cells).enumerate() {
        pack.form(format_args!(
            concat!(
                r#"<style:style style:name="List.{}" style:family="table-column">"#,
                r#"<style:table-column-properties style:column-width="{:.2}pt"/></style:style>"#,
            ),
            at,
            measure * f64::from(cell.share) / f64::from(all),
        ));
    }
    for (name, fill) in [("List.Head", r##" fo:background-color="#edf1f0""##), ("List.Cell", "")] {
        pack.form(format_args!(
            concat!(
                r#"<style:style style:name="{}" style:family="table-cell"><style:table-cell-properties"#,
                r##" fo:border="0.5pt solid #8c8c8c" fo:padding="2.5pt" style:vertical-align="middle"{}/>"##,
                "</style:style>",
            ),
            name, fill,
        ));
    }
    pictures(pack);
    pack.put(concat!(
        r#"<style:style style:name="Names.Cell" style:family="table-cell"><style:table-cell-properties"#,
        r#" fo:border="none" fo:padding="3pt"/></style:style>"#,
        r#"<style:style style:name="Whole" style:family="table-row"><style:table-row-properties"#,
        r#" fo:keep-together="always"/></style:style>"#,
        r#"<style:style style:name="Low" style:family="table-row"><style:table-row-properties"#,
        r#" style:min-row-height="30pt" fo:keep-together="always"/></style:style>"#,
        r#"<style:style style:name="Photo" style:family="paragraph" style:parent-style-name="Standard">"#,
        r#"<style:paragraph-properties fo:text-align="center" fo:margin-top="8pt" fo:margin-bottom="4pt""#,
        r#" fo:keep-with-next="always"/></style:style>"#,
        r#"<style:style style:name="Names.Kept" style:family="paragraph""#,
        r#" style:parent-style-name="Signature"><style:paragraph-properties fo:keep-with-next="always"/>"#,
        "</style:style></office:automatic-styles>",
    ));
}

/// What the paragraphs have beside their styles, each once.
fn variants(sheet: &Sheet<'_>) -> Vec<(&'static str, u8)> {
    let mut found = BTreeSet::new();
    let mut first = FIRST;
    if number_and_day(sheet).is_some() {
        found.insert(("Date", std::mem::take(&mut first)));
    }
    if !sheet.composition.title.text.trim().is_empty() {
        found.insert((name(Look::Title), KEEPS | std::mem::take(&mut first)));
    }
    // What would be dropped stands in no page.
    let goes = |text: &Composed| whole(sheet, text).removed.is_some();
    let mut all = units(sheet).peekable();
    while let Some(unit) = all.next() {
        match unit {
            Unit::Paragraph(text, keeps) => {
                let mut bring = || if goes(text) { 0 } else { std::mem::take(&mut first) };
                if photo(sheet, text).is_some() && bring() > 0 {
                    found.insert(("Photo", FIRST));
                }
                let (look, bits) = of(sheet, text, keeps, is_last(text, all.peek()));
                found.insert((name(look), bits | bring()));
            }
            Unit::Signatures(place, names) => {
                if let Some(place) = place {
                    let keeps = if names.is_empty() { 0 } else { KEEPS };
                    let first = if goes(place) { 0 } else { std::mem::take(&mut first) };
                    found.insert((name(Look::Closing), keeps | first));
                }
                if std::mem::take(&mut first) > 0 {
                    found.insert(("Standard", FIRST));
                }
            }
            Unit::Table(_) => {
                if std::mem::take(&mut first) > 0 {
                    found.insert(("Standard", FIRST));
                }
            }
        }
    }
    if first > 0 {
        found.insert(("Standard", FIRST));
    }
    found.into_iter().filter(|(_, bits)| *bits > 0).collect()
}

/// The style of a paragraph, and what it has beside it.
pub(super) fn of(sheet: &Sheet<'_>, text: &Composed, keeps: bool, last: bool) -> (Look, u8) {
    let look = if photo(sheet, text).is_some() { Look::Caption } else { look(text) };
    let flat = text.label.is_empty() && matches!(look, Look::Entry | Look::List(_));
    let bit = |is: bool, bit: u8| if is { bit } else { 0 };
    (look, bit(keeps, KEEPS) | bit(last, LAST) | bit(flat, FLAT))
}

fn variant(parent: &str, bits: u8, hangs: &Hangs, pack: &mut Pack) {
    let first = if bits & FIRST > 0 { r#" style:master-page-name="First_20_Page""# } else { "" };
    pack.form(format_args!(
        concat!(
            r#"<style:style style:name="{0}.{1}" style:family="paragraph" style:parent-style-name="{0}"{2}>"#,
            "<style:paragraph-properties",
        ),
        parent, bits, first
    ));
    pack.put(if bits & KEEPS > 0 { r#" fo:keep-with-next="always""# } else { "" });
    pack.put(if bits & LAST > 0 { r#" fo:margin-bottom="9pt""# } else { "" });
    if bits & FLAT > 0 {
        // LibreOffice takes a style that says one of the two to say both.
        let (left, _) = hangs.at(listed(parent));
        pack.form(format_args!(r#" fo:margin-left="{}pt" fo:text-indent="0pt""#, points(left)));
    }
    pack.put("/></style:style>");
}

/// The level of a list, by the name of its style.
fn listed(style: &str) -> u8 {
    style.strip_prefix("List_20_").and_then(|level| level.parse().ok()).unwrap_or(0)
}

/// How words are inked, in bits.
fn inked(run: &Run) -> u8 {
    let colour = match run.colour {
        None => 0,
        Some(Colour::Accent) => 1,
        Some(Colour::Red) => 2,
        Some(Colour::Grey) => 3,
    };
    let language = match run.language {
        None | Some(Language::Arabic) => 0,
        Some(Language::French) => 1,
        Some(Language::English) => 2,
    };
    u8::from(run.bold)
        | u8::from(run.underline) << 1
        | u8::from(run.strike) << 2
        | colour << 3
        | language << 5
}

/// The looks that words have, each once.
fn inks(sheet: &Sheet<'_>) -> BTreeSet<u8> {
    let marked = sheet.texts().filter(|text| !text.marks.is_empty());
    let mut found: BTreeSet<u8> = marked.flat_map(|text| runs(text)).map(|run| inked(&run)).collect();
    // Who signs is always bold.
    found.insert(1);
    found.remove(&0);
    found
}

fn ink(bits: u8, pack: &mut Pack) {
    pack.form(format_args!(
        r#"<style:style style:name="T{bits}" style:family="text"><style:text-properties"#
    ));
    pack.put(if bits & 1 > 0 { styles::BOLD } else { "" });
    pack.put(if bits & 2 > 0 {
        r#" style:text-underline-style="solid" style:text-underline-width="auto""#
    } else {
        ""
    });
    pack.put(if bits & 4 > 0 { r#" style:text-line-through-style="solid""# } else { "" });
    pack.put(match bits >> 3 & 3 {
        1 => r##" fo:color="#0e665c""##,
        2 => r##" fo:color="#b3261e""##,
        3 => r##" fo:color="#5a6260""##,
        _ => "",
    });
    pack.put(match bits >> 5 {
        1 => r#" fo:language="fr" fo:country="FR""#,
        2 => r#" fo:language="en" fo:country="GB""#,
        _ => "",
    });
    pack.put("/></style:style>");
}

/// The photo of an annex, if it was found.
pub(super) fn photo<'s>(sheet: &'s Sheet<'_>, text: &Composed) -> Option<&'s Picture> {
    sheet.picture(annexed(sheet.document, text)?)
}

/// Number, place and day; nothing where the head says none of them.
pub(super) fn number_and_day(sheet: &Sheet<'_>) -> Option<(String, String)> {
    let number = sheet.number().map(|text| headed(&text.text)).unwrap_or_default();
    let day = sheet.head.day.as_deref().map(headed).unwrap_or_default();
    (!number.is_empty() || !day.is_empty()).then_some((number, day))
}

impl<'s, 'a, 'p> Body<'s, 'a, 'p> {
    fn new(sheet: &'s Sheet<'a>, pack: &'p mut Pack) -> Self {
        let (review, flow) = (Review::new(sheet), Flow::new(sheet));
        Self { sheet, pack, review, flow, is_first: true, pictures: 0, tables: 0 }
    }

    pub(super) fn run(&mut self, run: &Run) {
        let ink = inked(run);
        if ink > 0 {
            self.pack.form(format_args!(r#"<text:span text:style-name="T{ink}">"#));
        }
        // A single space at either end of a stretch counts.
        let words = run.text.strip_prefix(' ').inspect(|_| self.pack.put(" ")).unwrap_or(&run.text);
        letters(words, self.pack);
        self.pack.put(if ink > 0 { "</text:span>" } else { "" });
    }

    /// The list to sign: its heads again on each page, no row on two pages.
    pub(super) fn table(&mut self, rows: &[&Composed]) {
        let Some(first) = rows.iter().find_map(|text| text.row.as_ref()) else { return };
        let count = first.cells.len();
        self.tables += 1;
        self.pack
            .form(format_args!(r#"<table:table table:name="T{}" table:style-name="List">"#, self.tables));
        for at in 0..count {
            self.pack.form(format_args!(r#"<table:table-column table:style-name="List.{at}"/>"#));
        }
        for row in rows.iter().filter_map(|text| text.row.as_ref()) {
            let (cell, words, height) = if row.head {
                self.pack.put("<table:table-header-rows>");
                ("List.Head", "Table_20_Heading", "Whole")
            } else {
                ("List.Cell", "Table_20_Contents", "Low")
            };
            self.pack.form(format_args!(r#"<table:table-row table:style-name="{height}">"#));
            for at in 0..count {
                self.pack.form(format_args!(
                    concat!(
                        r#"<table:table-cell table:style-name="{}" office:value-type="string">"#,
                        r#"<text:p text:style-name="{}">"#,
                    ),
                    cell, words
                ));
                letters(&row.cells.get(at).map(|cell| headed(&cell.text)).unwrap_or_default(), self.pack);
                self.pack.put("</text:p></table:table-cell>");
            }
            self.pack.put("</table:table-row>");
            self.pack.put(if row.head { "</table:table-header-rows>" } else { "" });
        }
        self.pack.put("</table:table>");
    }

    /// Who signs, side by side, with room for their hands.
    pub(super) fn signatures(&mut self, names: &[&Composed]) {
        if names.is_empty() {
            return;
        }
        let count = columns(names.len());
        self.tables += 1;
        self.pack.form(format_args!(
            concat!(
                r#"<table:table table:name="T{}" table:style-name="Names">"#,
                r#"<table:table-column table:style-name="Names.{}" table:number-columns-repeated="{}"/>"#,
            ),
            self.tables,
            count.max(2),
            count,
        ));
        let rows = names.len().div_ceil(count);
        for (at, row) in names.chunks(count).enumerate() {
            self.pack.put(r#"<table:table-row table:style-name="Whole">"#);
            let style = if at + 1 < rows { "Names.Kept" } else { "Signature" };
            for column in 0..count {
                self.pack.form(format_args!(
                    concat!(
                        r#"<table:table-cell table:style-name="Names.Cell" office:value-type="string">"#,
                        r#"<text:p text:style-name="{}">"#,
                    ),
                    style
                ));
                let name =
                    if names.len() == 1 { row.first().filter(|_| column == 1) } else { row.get(column) };
                if let Some(text) = name {
                    let words = headed(&text.text);
                    let (office, name) = signer(&words);
                    if let Some(office) = office {
                        letters(&format!("{office}\n"), self.pack);
                    }
                    self.pack
                        .form(format_args!(r#"<text:span text:style-name="T1">{}</text:span>"#, Plain(name)));
                }
                self.pack.put("</text:p></table:table-cell>");
            }
            self.pack.put("</table:table-row>");
        }
        self.pack.put("</table:table>");
    }
}
