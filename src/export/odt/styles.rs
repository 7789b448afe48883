//! The styles of an ODT, its sheets, the letterhead over the first and the foot of each.

use super::{ROOT, letters, logo};
use crate::document::Digits;
use crate::export::pack::{Pack, Plain};
use crate::export::picture::Picture;
use crate::export::run::one_line;
use crate::export::sheet::Sheet;
use crate::export::units::{Hangs, Look, Paper, headed, short_name};

/// The letters that come with LibreOffice and stand on our own page, then those of other machines.
const FONTS: &str = "'Amiri', 'Sakkal Majalla', 'Noto Naskh Arabic', 'Traditional Arabic', 'Times New Roman'";
const LATIN: &str = "'Times New Roman', 'Liberation Serif'";
/// The box of the logo and the width of the stamp, in points.
const LOGO: (f64, f64) = (110.0, 58.0);
const STAMP: f64 = 75.0;

/// The name of a style, and the one it is known under.
pub(super) fn name(look: Look) -> &'static str {
    match look {
        Look::Title => "Title",
        Look::Body => "Text_20_body",
        Look::Heading(1) => "Heading_20_1",
        Look::Heading(2) => "Heading_20_2",
        Look::Heading(_) => "Heading_20_3",
        Look::Entry => "List",
        Look::List(1) => "List_20_1",
        Look::List(2) => "List_20_2",
        Look::List(_) => "List_20_3",
        Look::Quote => "Quotations",
        Look::Fact => "Facts",
        Look::Closing => "Closing",
        Look::Caption => "Caption",
    }
}

/// Twentieths of a point in points.
pub(super) fn points(twips: u32) -> f64 {
    f64::from(twips) / 20.0
}

fn mode(sheet: &Sheet<'_>) -> &'static str {
    if sheet.is_rtl() { "rl-tb" } else { "lr-tb" }
}

/// The fonts, which each part that names one declares.
pub(super) fn fonts(sheet: &Sheet<'_>, pack: &mut Pack) {
    let latin = if sheet.is_rtl() { FONTS } else { LATIN };
    pack.form(format_args!(
        concat!(
            r#"<office:font-face-decls><style:font-face style:name="Text" svg:font-family="{}"/>"#,
            r#"<style:font-face style:name="Arabic" svg:font-family="{}"/></office:font-face-decls>"#,
        ),
        latin, FONTS
    ));
}

/// A size of letters for all scripts.
fn size(points: f64) -> String {
    format!(
        r#" fo:font-size="{points}pt" style:font-size-asian="{points}pt" style:font-size-complex="{points}pt""#
    )
}

pub(super) const BOLD: &str =
    r#" fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold""#;

pub(super) fn write(sheet: &Sheet<'_>, pack: &mut Pack) {
    let rtl = sheet.is_rtl();
    let paper = Paper::of(sheet);
    let base = if rtl { 14.0 } else { 12.0 };
    let hangs = Hangs::of(sheet);
    pack.begin("styles.xml");
    pack.form(format_args!("<office:document-styles{ROOT}>"));
    fonts(sheet, pack);
    let (language, country) = match sheet.language() {
        "en" => ("en", "GB"),
        _ => ("fr", "FR"),
    };
    pack.form(format_args!(
        concat!(
            r#"<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties"#,
            r#" style:writing-mode="{}" fo:orphans="2" fo:widows="2" fo:text-align="{}""#,
            r#" fo:line-height="100%" style:tab-stop-distance="21pt"/><style:text-properties"#,
            r#" style:font-name="Text" style:font-name-complex="Arabic"{} fo:language="{}" fo:country="{}""#,
            r#" style:language-complex="ar" style:country-complex="MA"/></style:default-style>"#,
            r#"<style:default-style style:family="table"><style:table-properties"#,
            r#" style:writing-mode="{}"/></style:default-style>"#,
            r#"<style:style style:name="Standard" style:family="paragraph" style:class="text"/>"#,
        ),
        mode(sheet),
        // LibreOffice takes the start for the left.
        if rtl { "right" } else { "left" },
        size(base),
        language,
        country,
        mode(sheet),
    ));
    let mut style = |name: &str, parent: &str, paragraph: &str, text: &str| {
        let display = name.replace("_20_", " ");
        let outline = name.strip_prefix("Heading_20_");
        let outline = outline.map(|level| format!(r#" style:default-outline-level="{level}""#));
        pack.form(format_args!(
            concat!(
                r#"<style:style style:name="{}" style:display-name="{}" style:family="paragraph""#,
                r#" style:parent-style-name="{}"{}><style:paragraph-properties{}/>"#,
                "<style:text-properties{}/></style:style>",
            ),
            name,
            display,
            parent,
            outline.unwrap_or_default(),
            paragraph,
            text,
        ));
    };
    let justified = r#" fo:text-align="justify""#;
    let below = |points: u32| format!(r#" fo:margin-top="0pt" fo:margin-bottom="{points}pt""#);
    style("Text_20_body", "Standard", &format!("{justified}{}", below(7)), "");
    style(
        "Title",
        "Standard",
        r#" fo:text-align="center" fo:margin-top="10pt" fo:margin-bottom="12pt" fo:keep-with-next="always" fo:keep-together="always""#,
        &format!("{BOLD}{}", size(base + 6.0)),
    );
    for (at, larger, above) in [(1, 3.0, 15), (2, 1.0, 11), (3, 0.0, 9)] {
        let paragraph = format!(
            r#" fo:margin-top="{above}pt" fo:margin-bottom="4pt" fo:keep-with-next="always" fo:keep-together="always""#
        );
        style(&format!("Heading_20_{at}"), "Standard", &paragraph, &format!("{BOLD}{}", size(base + larger)));
    }
    // The left margin is that of the start, whichever side lines start at.
    let hung = |level: u8, after: f64| {
        let (left, hanging) = hangs.at(level);
        format!(
            r#"{justified} fo:margin-top="0pt" fo:margin-bottom="{after}pt" fo:margin-left="{}pt" fo:text-indent="-{}pt""#,
            points(left),
            points(hanging),
        )
    };
    style("List", "Standard", &hung(0, 2.0), "");
    style("List_20_1", "Standard", &hung(1, 3.5), "");
    style("List_20_2", "Standard", &hung(2, 3.0), "");
    style("List_20_3", "Standard", &hung(3, 3.0), "");
    let inset = r#" fo:margin-left="28pt" fo:margin-right="28pt""#;
    style("Quotations", "Standard", &format!("{justified}{}{inset}", below(7)), "");
    let centred = r#" fo:text-align="center""#;
    style("Caption", "Standard", &format!("{centred}{}", below(12)), &size(base - 2.0));
    style(
        "Closing",
        "Standard",
        r#" fo:margin-top="15pt" fo:margin-bottom="8pt" fo:keep-with-next="always""#,
        "",
    );
    style("Signature", "Standard", &format!("{centred}{}", below(55)), "");
    style("Facts", "Standard", &below(3), &size(base - 1.0));
    style("Table_20_Contents", "Standard", &below(0), &size(base - 3.0));
    style(
        "Table_20_Heading",
        "Table_20_Contents",
        &format!("{centred}{}", r#" fo:keep-with-next="always""#),
        BOLD,
    );
    style("Header", "Standard", &below(0), &size(base - 1.0));
    let ruled = r#" fo:border-top="0.5pt solid #bfbfbf" fo:padding-top="4pt" fo:padding-bottom="0pt" fo:padding-left="0pt" fo:padding-right="0pt""#;
    let grey = format!(r##" fo:color="#595959"{}"##, size(base - 5.0));
    ended("Date", "Standard", &below(6), &size(base - 2.0), &paper, &mut *pack);
    ended("Footer", "Standard", &format!("{}{ruled}", below(0)), &grey, &paper, &mut *pack);
    pack.put("</office:styles>");
    sheets(sheet, &paper, pack);
    pack.put("</office:document-styles>");
}

/// A style whose lines have a tab at their end.
fn ended(name: &str, parent: &str, paragraph: &str, text: &str, paper: &Paper, pack: &mut Pack) {
    pack.form(format_args!(
        concat!(
            r#"<style:style style:name="{0}" style:family="paragraph" style:parent-style-name="{1}">"#,
            "<style:paragraph-properties{2}><style:tab-stops>",
            r#"<style:tab-stop style:position="{3}pt" style:type="right"/></style:tab-stops>"#,
            "</style:paragraph-properties><style:text-properties{4}/></style:style>",
        ),
        name,
        parent,
        paragraph,
        points(paper.measure()),
        text,
    ));
}

/// The first sheet with its letterhead, the others, and the foot of all.
fn sheets(sheet: &Sheet<'_>, paper: &Paper, pack: &mut Pack) {
    let (left, right) = if sheet.is_rtl() { (paper.end, paper.start) } else { (paper.start, paper.end) };
    let (head, foot) = paper.edges();
    let has_head = has_head(sheet);
    let logo_size = logo(sheet).map(|logo| logo.within(LOGO.0, LOGO.1));
    let measure = points(paper.measure());
    let of_logo = logo_size.map_or(0.0, |(width, _)| width + 10.0);
    let of_stamp = if sheet.head.draft.is_some() { STAMP.min(measure / 3.0) } else { 0.0 };
    let of_lines = (measure - of_logo - of_stamp).max(30.0);
    let digits = match sheet.view.digits.unwrap_or(sheet.document.style().digits) {
        Digits::Latin => "1",
        // The sequence itself is the name of the format.
        Digits::Arabic => "\u{661}, \u{662}, \u{663}, ...",
    };
    pack.put("<office:automatic-styles>");
    for (name, is_first) in [("First", true), ("Other", false)] {
        let has_head = is_first && has_head;
        pack.form(format_args!(
            concat!(
                r#"<style:page-layout style:name="{0}"><style:page-layout-properties"#,
                r#" fo:page-width="{1}pt" fo:page-height="{2}pt" style:print-orientation="{3}""#,
                r#" fo:margin-top="{4}pt" fo:margin-bottom="{5}pt" fo:margin-left="{6}pt""#,
                r#" fo:margin-right="{7}pt" style:writing-mode="{8}" style:num-format="{9}"/>"#,
            ),
            name,
            points(paper.width),
            points(paper.height),
            if paper.width > paper.height { "landscape" } else { "portrait" },
            points(if has_head { head } else { paper.top }),
            points(foot),
            points(left),
            points(right),
            mode(sheet),
            digits,
        ));
        if has_head {
            pack.put(concat!(
                r#"<style:header-style><style:header-footer-properties fo:min-height="0pt""#,
                r#" fo:margin-bottom="14pt"/></style:header-style>"#,
            ));
        } else {
            pack.put("<style:header-style/>");
        }
        pack.form(format_args!(
            concat!(
                r#"<style:footer-style><style:header-footer-properties fo:min-height="{}pt""#,
                r#" fo:margin-top="12pt" style:dynamic-spacing="false"/></style:footer-style></style:page-layout>"#,
            ),
            points(paper.bottom.saturating_sub(foot)),
        ));
    }
    pack.form(format_args!(
        concat!(
            r#"<style:style style:name="Head" style:family="table"><style:table-properties"#,
            r#" style:width="{}pt" table:align="margins" style:writing-mode="{}"/></style:style>"#,
        ),
        measure,
        mode(sheet),
    ));
    for (name, width) in [("Head.A", of_logo), ("Head.B", of_lines), ("Head.C", of_stamp)] {
        if width > 0.0 {
            pack.form(format_args!(
                concat!(
                    r#"<style:style style:name="{}" style:family="table-column">"#,
                    r#"<style:table-column-properties style:column-width="{:.2}pt"/></style:style>"#,
                ),
                name, width
            ));
        }
    }
    pack.form(format_args!(
        concat!(
            r#"<style:style style:name="Head.Cell" style:family="table-cell"><style:table-cell-properties"#,
            r##" fo:border-bottom="0.75pt solid #595959" fo:padding-left="0pt" fo:padding-right="0pt""##,
            r#" fo:padding-top="0pt" fo:padding-bottom="6pt" style:vertical-align="middle"/></style:style>"#,
            r#"<style:style style:name="Strong" style:family="text"><style:text-properties{0}/></style:style>"#,
            r#"<style:style style:name="Stamp" style:family="paragraph" style:parent-style-name="Header">"#,
            r##"<style:paragraph-properties fo:text-align="center" fo:border="1pt solid #b3261e""##,
            r#" fo:padding="2pt" fo:margin-left="11pt" fo:margin-right="3pt"/>"#,
            r##"<style:text-properties fo:color="#b3261e"{0}/></style:style>"##,
        ),
        BOLD,
    ));
    pictures(pack);
    pack.put("</office:automatic-styles><office:master-styles>");
    pack.put(r#"<style:master-page style:name="First_20_Page" style:display-name="First Page""#);
    pack.put(r#" style:page-layout-name="First" style:next-style-name="Standard">"#);
    if has_head {
        pack.put("<style:header>");
        head_table(sheet, logo_size, of_stamp > 0.0, pack);
        pack.put("</style:header>");
    }
    foot_line(sheet, pack);
    pack.put(concat!(
        r#"</style:master-page><style:master-page style:name="Standard""#,
        r#" style:page-layout-name="Other">"#,
    ));
    foot_line(sheet, pack);
    pack.put("</style:master-page></office:master-styles>");
}

/// Whether the first page has a head.
fn has_head(sheet: &Sheet<'_>) -> bool {
    !sheet.head.lines.is_empty() || sheet.head.draft.is_some() || logo(sheet).is_some()
}

fn head_table(sheet: &Sheet<'_>, logo_size: Option<(f64, f64)>, stamp: bool, pack: &mut Pack) {
    pack.put(r#"<table:table table:name="Head" table:style-name="Head">"#);
    let columns = [("Head.A", logo_size.is_some()), ("Head.B", true), ("Head.C", stamp)];
    for (name, _) in columns.into_iter().filter(|(_, is)| *is) {
        pack.form(format_args!(r#"<table:table-column table:style-name="{name}"/>"#));
    }
    let cell = r#"<table:table-cell table:style-name="Head.Cell" office:value-type="string">"#;
    pack.put("<table:table-row>");
    if let (Some(size), Some(picture)) = (logo_size, logo(sheet)) {
        pack.put(cell);
        pack.put(r#"<text:p text:style-name="Header">"#);
        frame(&format!("Pictures/logo.{}", picture.ending), "logo", sheet.author(), (picture, size), pack);
        pack.put("</text:p></table:table-cell>");
    }
    pack.put(cell);
    for (at, line) in sheet.head.lines.iter().enumerate() {
        pack.put(r#"<text:p text:style-name="Header">"#);
        pack.put(if at == 0 { r#"<text:span text:style-name="Strong">"# } else { "" });
        letters(&headed(line), pack);
        pack.put(if at == 0 { "</text:span></text:p>" } else { "</text:p>" });
    }
    if sheet.head.lines.is_empty() {
        pack.put(r#"<text:p text:style-name="Header"/>"#);
    }
    pack.put("</table:table-cell>");
    if let Some(draft) = sheet.head.draft {
        pack.put(cell);
        pack.put(r#"<text:p text:style-name="Stamp">"#);
        letters(draft, pack);
        pack.put("</text:p></table:table-cell>");
    }
    pack.put("</table:table-row></table:table>");
}

/// «the name of the text        1 / 3», the numbers kept by the word processor.
fn foot_line(sheet: &Sheet<'_>, pack: &mut Pack) {
    pack.put(r#"<style:footer><text:p text:style-name="Footer">"#);
    letters(&headed(&short_name(sheet)), pack);
    let hold = if sheet.is_rtl() { "\u{200E}" } else { "" };
    pack.form(format_args!(
        concat!(
            r#"<text:tab/>{0}<text:page-number text:select-page="current">1</text:page-number>{0} / {0}"#,
            "<text:page-count>1</text:page-count>{0}</text:p></style:footer>",
        ),
        hold,
    ));
}

/// The styles of pictures as they are and of those whose left and right change places, for each part that has pictures.
/// LibreOffice mirrors from left to right alone, and cuts a turned picture that has no style.
pub(super) fn pictures(pack: &mut Pack) {
    for (name, mirror) in [("Picture", "none"), ("Mirrored", "horizontal")] {
        pack.form(format_args!(
            concat!(
                r#"<style:style style:name="{}" style:family="graphic"><style:graphic-properties"#,
                r#" style:mirror="{}" style:vertical-pos="top" style:vertical-rel="baseline" fo:padding="0pt""#,
                r#" fo:border="none"/></style:style>"#,
            ),
            name, mirror,
        ));
    }
}

/// A picture in a line, set upright; how large it stands is in points.
pub(super) fn frame(
    file: &str,
    name: &str,
    words: &str,
    (picture, size): (&Picture, (f64, f64)),
    pack: &mut Pack,
) {
    let words = one_line(words);
    let (is_mirrored, degrees) = picture.upright();
    let turn = if degrees > 0 {
        // Angles are counted against the clock.
        let (angle, back) = (-f64::from(degrees).to_radians(), picture.back(size));
        format!(r#" draw:transform="rotate({angle:.10}) translate({:.2}pt {:.2}pt)""#, back.0, back.1)
    } else {
        String::new()
    };
    let size = picture.lying(size);
    pack.form(format_args!(
        concat!(
            r#"<draw:frame draw:style-name="{}" draw:name="{}" text:anchor-type="as-char""#,
            r#" svg:width="{:.2}pt" svg:height="{:.2}pt"{}>"#,
            r#"<draw:image xlink:href="{}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>"#,
            "<svg:title>{}</svg:title></draw:frame>",
        ),
        if is_mirrored { "Mirrored" } else { "Picture" },
        name,
        size.0,
        size.1,
        turn,
        file,
        Plain(&words),
    ));
}
