//! The styles of a DOCX, under the names that Word knows and says in the language of its window; settings and fonts.

use super::ROOT;
use crate::export::pack::Pack;
use crate::export::sheet::Sheet;
use crate::export::stamp::is_shown;
use crate::export::units::{Hangs, Paper};

/// The letters: those of Moroccan offices, which come with Windows and Word, then what every machine has.
const ARABIC: &str = "Sakkal Majalla";
const INSTEAD: &str = "Times New Roman";

/// The room for a signature below a name, in twentieths of a point.
const SIGNING: u32 = 1100;

/// Where the lines of a style lie, and the paragraphs around it.
#[expect(clippy::struct_excessive_bools, reason = "each is a property that is there or not")]
#[derive(Clone, Copy, Default)]
struct Set {
    /// Half points above those of the text.
    larger: i32,
    bold: bool,
    grey: bool,
    before: u32,
    after: u32,
    /// Centred, or to both edges; nothing at the start.
    lie: &'static str,
    keep: bool,
    outline: Option<u8>,
    /// Where the words begin and end, and how far the first line hangs.
    left: u32,
    right: u32,
    hanging: u32,
    /// A tab at the end of the line.
    ends: bool,
    /// A line above.
    ruled: bool,
}

pub(super) fn write(sheet: &Sheet<'_>, pack: &mut Pack) {
    let rtl = sheet.is_rtl();
    let measure = Paper::of(sheet).measure();
    let hangs = Hangs::of(sheet);
    let (latin, size) = if rtl { (ARABIC, 30) } else { (INSTEAD, 24) };
    pack.begin("word/styles.xml");
    pack.form(format_args!(
        concat!(
            "<w:styles{0}><w:docDefaults><w:rPrDefault><w:rPr>",
            r#"<w:rFonts w:ascii="{1}" w:hAnsi="{1}" w:eastAsia="{1}" w:cs="{2}"/>"#,
            r#"<w:sz w:val="{3}"/><w:szCs w:val="{3}"/><w:lang w:val="{4}" w:eastAsia="{4}" w:bidi="ar-MA"/>"#,
            "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>{5}",
            r#"<w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
        ),
        ROOT,
        latin,
        ARABIC,
        size,
        western(sheet),
        if rtl { "<w:bidi/>" } else { "" },
    ));
    pack.put(concat!(
        r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
        r#"<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>"#,
        r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>"#,
        r#"<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>"#,
        r#"<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>"#,
        r#"<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
        r#"<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>"#,
        r#"<w:uiPriority w:val="99"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>"#,
    ));
    let none = Set::default();
    let list = |level: u8, after: u32| {
        let (left, hanging) = hangs.at(level);
        Set { after, left, hanging, lie: "both", ..none }
    };
    let heading = |larger: i32, before: u32, level: u8| Set {
        larger,
        bold: true,
        before,
        after: 80,
        keep: true,
        outline: Some(level),
        ..none
    };
    let styles: [(&str, &str, Set); 18] = [
        ("Normal", "Normal", Set { after: 140, lie: "both", ..none }),
        (
            "Title",
            "Title",
            Set { larger: 12, bold: true, before: 200, after: 240, lie: "center", keep: true, ..none },
        ),
        ("Heading1", "heading 1", heading(6, 300, 0)),
        ("Heading2", "heading 2", heading(2, 220, 1)),
        ("Heading3", "heading 3", heading(0, 180, 2)),
        ("List", "List", list(1, 70)),
        ("List2", "List 2", list(2, 60)),
        ("List3", "List 3", list(3, 60)),
        ("ListParagraph", "List Paragraph", list(0, 40)),
        ("Quote", "Quote", Set { after: 140, lie: "both", left: 567, right: 567, ..none }),
        ("Caption", "caption", Set { larger: -4, after: 240, lie: "center", ..none }),
        ("Closing", "Closing", Set { before: 300, after: 160, keep: true, ..none }),
        ("Signature", "Signature", Set { after: SIGNING, lie: "center", ..none }),
        ("Date", "Date", Set { larger: -4, after: 120, ends: true, ..none }),
        ("MessageHeader", "Message Header", Set { larger: -2, after: 60, ..none }),
        ("NoSpacing", "No Spacing", Set { larger: -6, ..none }),
        ("Header", "header", Set { larger: -2, ..none }),
        ("Footer", "footer", Set { larger: -10, grey: true, ends: true, ruled: true, ..none }),
    ];
    for (id, name, set) in styles {
        style(id, name, set, (size, measure, rtl), pack);
    }
    style("CommentText", "annotation text", Set { larger: -8, ..none }, (size, measure, rtl), pack);
    pack.put("</w:styles>");
}

/// One style, its properties in the order of the schema.
fn style(id: &str, name: &str, set: Set, (size, measure, rtl): (i32, u32, bool), pack: &mut Pack) {
    let default = if id == "Normal" { r#" w:default="1""# } else { "" };
    pack.form(format_args!(
        r#"<w:style w:type="paragraph"{default} w:styleId="{id}"><w:name w:val="{name}"/>"#
    ));
    if set.outline.is_some() || id == "Title" {
        pack.put(r#"<w:next w:val="Normal"/>"#);
    }
    pack.put("<w:qFormat/><w:pPr>");
    if set.keep {
        pack.put("<w:keepNext/>");
        pack.put(if set.outline.is_some() || id == "Title" { "<w:keepLines/>" } else { "" });
    }
    pack.put("<w:widowControl/>");
    if set.ruled {
        pack.put(r#"<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="BFBFBF"/></w:pBdr>"#);
    }
    if set.ends {
        pack.form(format_args!(r#"<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>"#));
    } else if set.hanging > 0 {
        pack.form(format_args!(r#"<w:tabs><w:tab w:val="left" w:pos="{}"/></w:tabs>"#, set.left));
    }
    pack.put(if rtl { "<w:bidi/>" } else { "" });
    pack.form(format_args!(r#"<w:spacing w:before="{}" w:after="{}""#, set.before, set.after));
    if matches!(id, "NoSpacing" | "Header" | "Footer" | "CommentText" | "Date") {
        pack.put(r#" w:line="240" w:lineRule="auto""#);
    }
    pack.put("/>");
    if set.left > 0 {
        pack.form(format_args!(r#"<w:ind w:left="{}" w:right="{}""#, set.left, set.right));
        if set.hanging > 0 {
            pack.form(format_args!(r#" w:hanging="{}""#, set.hanging));
        }
        pack.put("/>");
    }
    if !set.lie.is_empty() {
        pack.form(format_args!(r#"<w:jc w:val="{}"/>"#, set.lie));
    }
    if let Some(level) = set.outline {
        pack.form(format_args!(r#"<w:outlineLvl w:val="{level}"/>"#));
    }
    pack.put("</w:pPr>");
    if set.bold || set.grey || set.larger != 0 {
        pack.put("<w:rPr>");
        pack.put(if set.bold { "<w:b/><w:bCs/>" } else { "" });
        pack.put(if set.grey { r#"<w:color w:val="595959"/>"# } else { "" });
        if set.larger != 0 {
            let size = (size + set.larger).max(16);
            pack.form(format_args!(r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#));
        }
        pack.put("</w:rPr>");
    }
    pack.put("</w:style>");
}

/// The language of words in Latin letters: French beside Arabic, as in Morocco.
fn western(sheet: &Sheet<'_>) -> &'static str {
    match sheet.language() {
        "en" => "en-GB",
        _ => "fr-FR",
    }
}

/// What the word processor does with the file; a review has what is typed into it tracked.
pub(super) fn settings(sheet: &Sheet<'_>, pack: &mut Pack) {
    pack.begin("word/settings.xml");
    pack.form(format_args!(r#"<w:settings{ROOT}><w:zoom w:percent="100"/>"#));
    if is_shown(sheet) {
        pack.put("<w:trackRevisions/>");
    }
    pack.form(format_args!(
        concat!(
            r#"<w:defaultTabStop w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>"#,
            r#"<w:compatSetting w:name="compatibilityMode" "#,
            r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
            r#"<w:themeFontLang w:val="{}" w:bidi="ar-MA"/>"#,
            r#"<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"#,
        ),
        western(sheet),
    ));
}

/// Colours and letters that a word processor offers beside those of the styles: the plainest there are.
pub(super) fn theme(pack: &mut Pack) {
    let colour = |name: &str, rgb: &str| format!(r#"<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>"#);
    let colours = [
        colour("dk1", "000000"),
        colour("lt1", "FFFFFF"),
        colour("dk2", "0E665C"),
        colour("lt2", "EDF1F0"),
        colour("accent1", "0E665C"),
        colour("accent2", "B3261E"),
        colour("accent3", "5A6260"),
        colour("accent4", "8A6D1B"),
        colour("accent5", "35618E"),
        colour("accent6", "6B4E8A"),
        colour("hlink", "0E665C"),
        colour("folHlink", "5A6260"),
    ];
    let fonts = |kind: &str| {
        format!(
            concat!(
                r#"<a:{0}Font><a:latin typeface="{1}"/><a:ea typeface=""/><a:cs typeface="{2}"/>"#,
                r#"<a:font script="Arab" typeface="{2}"/></a:{0}Font>"#,
            ),
            kind, INSTEAD, ARABIC
        )
    };
    let fill = r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#;
    let line = format!(r#"<a:ln w="9525">{fill}</a:ln>"#);
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    pack.begin("word/theme/theme1.xml");
    pack.form(format_args!(
        concat!(
            r#"<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Mahdar">"#,
            r#"<a:themeElements><a:clrScheme name="Mahdar">{}</a:clrScheme><a:fontScheme name="Mahdar">{}{}"#,
            r#"</a:fontScheme><a:fmtScheme name="Mahdar"><a:fillStyleLst>{}</a:fillStyleLst>"#,
            "<a:lnStyleLst>{}</a:lnStyleLst><a:effectStyleLst>{}</a:effectStyleLst>",
            "<a:bgFillStyleLst>{}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
        ),
        colours.concat(),
        fonts("major"),
        fonts("minor"),
        fill.repeat(3),
        line.repeat(3),
        effect.repeat(3),
        fill.repeat(3),
    ));
}

/// The fonts, with what stands in for those a machine has not.
pub(super) fn fonts(pack: &mut Pack) {
    pack.begin("word/fontTable.xml");
    pack.form(format_args!(
        concat!(
            r#"<w:fonts{0}><w:font w:name="{1}"><w:altName w:val="{2}"/><w:charset w:val="B2"/>"#,
            r#"<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>"#,
            r#"<w:font w:name="{2}"><w:charset w:val="00"/><w:family w:val="roman"/>"#,
            r#"<w:pitch w:val="variable"/></w:font></w:fonts>"#,
        ),
        ROOT, ARABIC, INSTEAD,
    ));
}
