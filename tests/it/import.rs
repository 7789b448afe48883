//! Texts of other programs: what is read of them, what is told, and what is refused.

use std::io::{Cursor, Write as _};

use mahdar::document::Mark;
use mahdar::import::{Format, Left, Para, Read, ReadError, Told, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

// How the files of these tests are made.

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A packed file with these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A DOCX with this body and these other parts of it: the kind of each and its XML.
pub(crate) fn docx_with(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("{HEAD}<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>");
    let main = format!(
        "{HEAD}<Relationships><Relationship Id=\"r1\" Type=\"{RELATED}/officeDocument\" \
         Target=\"word/document.xml\"/></Relationships>"
    );
    let mut related = format!("{HEAD}<Relationships>");
    let mut parts: Vec<(String, String)> = Vec::new();
    for (at, (kind, xml)) in others.iter().enumerate() {
        related +=
            &format!("<Relationship Id=\"r{at}\" Type=\"{RELATED}/{kind}\" Target=\"{kind}{at}.xml\"/>");
        let root = format!("{HEAD}<w:{kind} xmlns:w=\"{W}\">{xml}</w:{kind}>");
        parts.push((format!("word/{kind}{at}.xml"), root));
    }
    related += "</Relationships>";
    let types = format!("{HEAD}<Types/>");
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", main.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", related.as_bytes()),
    ];
    all.extend(parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())));
    zipped(&all)
}

fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// A paragraph with these properties and runs.
fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[track_caller]
fn good(bytes: &[u8]) -> Read {
    read(bytes, None).unwrap()
}

fn texts(read: &Read) -> Vec<&str> {
    read.paragraphs.iter().map(|para| para.text.as_str()).collect()
}

fn labels(read: &Read) -> Vec<String> {
    let label = |para: &Para| para.list.as_ref().map(|list| list.label.clone());
    read.paragraphs.iter().filter_map(label).collect()
}

fn count(read: &Read, left: Left) -> usize {
    let of = |told: &Told| match told {
        Told::Found(other, count) if *other == left => *count,
        _ => 0,
    };
    read.notes.iter().map(of).sum()
}

fn encoding(read: &Read) -> Option<&'static str> {
    read.notes.iter().find_map(|told| match told {
        Told::Encoding(name) => Some(*name),
        _ => None,
    })
}

/// The letters and digits of a text.
/// Letters and digits; a tatweel is neither, and a file's are cleaned out and told of.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric() && *letter != '\u{640}').collect()
}

// Plain text.

#[test]
fn each_line_of_a_plain_text_is_a_paragraph_and_says_how_it_stood() {
    let read = good("  بلاغ\r\n\r\nعقد المكتب\rاجتماعه\u{c}وتم\u{b}التأكيد\n\t- إعداد خطة".as_bytes());
    assert_eq!(read.format, Format::Text);
    assert_eq!(texts(&read), ["بلاغ", "عقد المكتب", "اجتماعه", "وتم", "التأكيد", "- إعداد خطة"]);
    let of = |at: usize| &read.paragraphs[at];
    assert_eq!((of(0).indent, of(1).spaced, of(2).spaced), (2, true, false));
    assert!(of(4).continues && !of(5).continues);
    assert_eq!(of(5).indent, 4);
}

#[test]
fn a_mark_at_the_start_says_the_encoding() {
    let words = "عقد المكتب الجهوي\nاجتماعه العادي";
    let wide = |order: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter().chain(words.encode_utf16()).flat_map(order).collect()
    };
    for (bytes, name) in [
        (words.as_bytes().to_vec(), None),
        ([b"\xef\xbb\xbf", words.as_bytes()].concat(), None),
        (wide(u16::to_le_bytes, true), Some("UTF-16LE")),
        (wide(u16::to_be_bytes, true), Some("UTF-16BE")),
        (wide(u16::to_le_bytes, false), Some("UTF-16LE")),
        (wide(u16::to_be_bytes, false), Some("UTF-16BE")),
    ] {
        let read = good(&bytes);
        assert_eq!(texts(&read), ["عقد المكتب الجهوي", "اجتماعه العادي"], "{name:?}");
        assert_eq!(encoding(&read), name);
    }
}

#[test]
fn windows_1256_is_recognised_converted_and_said() {
    let words = "عقدت الكتابة الإقليمية لشباب المدينة اجتماعها يوم السبت 2 مارس 2024";
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1256.encode(words);
    assert!(!lossy);
    let read = good(&bytes);
    assert_eq!(texts(&read), [words]);
    assert_eq!(encoding(&read), Some("windows-1256"));
    let (bytes, _, _) = encoding_rs::ISO_8859_6.encode(words);
    let read = good(&bytes);
    assert_eq!((texts(&read), encoding(&read)), (vec![words], Some("ISO-8859-6")));
    let french = "Réunion de la section régionale à Fès : décisions arrêtées";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(french);
    let read = good(&bytes);
    assert_eq!((texts(&read), encoding(&read)), (vec![french], Some("windows-1252")));
}

#[test]
fn one_broken_letter_does_not_make_utf8_another_encoding() {
    let mut bytes = "عقد المكتب الجهوي اجتماعه العادي بمقره".as_bytes().to_vec();
    bytes[9] = 0xff;
    let read = good(&bytes);
    assert_eq!(encoding(&read), None);
    assert!(count(&read, Left::Unreadable) > 0);
    assert!(read.text.contains("الجهوي اجتماعه"));
}

#[test]
fn what_no_record_may_hold_is_removed_and_counted() {
    let read = good("عقـــد\u{200b} المكتب\u{a0}الجهوي\u{202e}\u{fffc} \u{fefb}".as_bytes());
    assert_eq!(texts(&read), ["عقد المكتب الجهوي لا"]);
    let removed = read.notes.iter().find_map(|told| match told {
        Told::Cleaned(removed) => Some(removed),
        _ => None,
    });
    assert!(removed.unwrap().total() >= 6, "{removed:?}");
    assert!(read.notes.iter().all(|told| !told.said().is_empty()));
}

#[test]
fn what_is_no_text_is_refused() {
    let ole = |name: &str| {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend([0; 512]);
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend((0..255).cycle().take(4000));
    for (bytes, error) in [
        (Vec::new(), ReadError::Empty),
        (b" \n \n--- *** \n".to_vec(), ReadError::NoText),
        (png, ReadError::Binary),
        (b"%PDF-1.7\n1 0 obj".to_vec(), ReadError::Binary),
        (b"{\\rtf1\\ansi words}".to_vec(), ReadError::Binary),
        (b"// mahdar 1\n(id: \"x\")".to_vec(), ReadError::Record),
        (ole("EncryptedPackage"), ReadError::Encrypted),
        (ole("WordDocument"), ReadError::OldWord),
        (ole("Workbook"), ReadError::Binary),
        (vec![b'a'; 64 * 1024 * 1024 + 1], ReadError::TooBig),
    ] {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(12)]).into_owned();
        assert_eq!(read(&bytes, None).unwrap_err(), error, "{shown:?}");
    }
}

// DOCX.

#[test]
fn paragraphs_of_a_docx_keep_their_words_and_marks() {
    let bold = "<w:r><w:rPr><w:rtl/><w:bCs/></w:rPr><w:t>الجهوي</w:t></w:r>";
    let run = format!("{}{bold}{}", r("عقد المكتب "), r(" اجتماعه &amp; &#x641;"));
    let read =
        good(&docx(&format!("{}{}{}", p("", &run), p("", ""), p("<w:jc w:val=\"center\"/>", &r("بلاغ")))));
    assert_eq!(read.format, Format::Docx);
    assert_eq!(texts(&read), ["عقد المكتب الجهوي اجتماعه & ف", "بلاغ"]);
    let first = &read.paragraphs[0];
    let [(range, Mark::Bold)] = first.marks.as_slice() else { panic!("{:?}", first.marks) };
    assert_eq!(&first.text[range.clone()], "الجهوي");
    assert!(read.paragraphs[1].spaced && read.paragraphs[1].centred);
    assert_eq!(read.text, "عقد المكتب الجهوي اجتماعه & ف\n\nبلاغ\n");
}

#[test]
fn bold_of_the_other_script_is_not_bold() {
    let run = "<w:r><w:rPr><w:rtl/><w:b/><w:bCs w:val=\"0\"/></w:rPr><w:t>الجهوي</w:t></w:r>";
    assert!(good(&docx(&p("", run))).paragraphs[0].marks.is_empty());
}

#[test]
fn runs_that_are_written_alike_look_alike_and_no_others() {
    let run = |look: &str, words: &str| format!("<w:r>{look}<w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let bold = "<w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr>";
    let plain = "<w:rPr><w:sz w:val=\"28\"/></w:rPr>";
    let struck = "<w:rPr><w:b/><w:sz w:val=\"28\"/><w:strike/></w:rPr>";
    let runs: String = [
        run(bold, "aa "),
        run(bold, "bb "),
        run(plain, "cc "),
        run("<w:rPr/>", "dd "),
        run("", "ee "),
        run(bold, "ff "),
        run(struck, "gg "),
        run(struck, "hh"),
    ]
    .concat();
    let read = good(&docx(&p("", &runs)));
    let para = &read.paragraphs[0];
    assert_eq!(para.text, "aa bb cc dd ee ff gg hh");
    assert_eq!(para.marks, [(0..6, Mark::Bold), (15..23, Mark::Bold), (18..23, Mark::Strike)]);
}

#[test]
fn a_long_docx_is_known_for_one_wherever_its_letters_lie() {
    for shift in 0..2 {
        let padding = "x".repeat(15_000 + shift);
        let body = format!("{}{}", p("", &r(&padding)), p("", &r(&"عقدت اللجنة اجتماعها ".repeat(400))));
        assert_eq!(good(&docx(&body)).paragraphs.len(), 2);
    }
}

#[test]
fn breaks_tabs_and_symbols_stay_where_they_were() {
    let run = "<w:r><w:t>أولا</w:t><w:tab/><w:t>إعداد</w:t><w:br/><w:t>دعم</w:t><w:noBreakHyphen/>\
               <w:sym w:font=\"Wingdings\" w:char=\"F0A7\"/></w:r>";
    let read = good(&docx(&p("", run)));
    assert_eq!(texts(&read), ["أولا\tإعداد", "دعم-•"]);
    assert!(read.paragraphs[1].continues && !read.paragraphs[0].continues);
}

const STYLES: &str = r#"
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="محور"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:name w:val="فرع"/><w:basedOn w:val="x"/></w:style>
<w:style w:type="paragraph" w:styleId="عنوان1"><w:name w:val="عنوان 1"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="loop1"><w:name w:val="l1"/><w:basedOn w:val="loop2"/></w:style>
<w:style w:type="paragraph" w:styleId="loop2"><w:name w:val="l2"/><w:basedOn w:val="loop1"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>"#;

#[test]
fn headings_are_found_whatever_language_their_styles_are_named_in() {
    let ids = ["1", "Titre2", "x", "y", "عنوان1", "a3", "loop1", "a", "unknown"];
    let body: String = ids.iter().map(|id| p(&format!("<w:pStyle w:val=\"{id}\"/>"), &r(id))).collect();
    let own = p("<w:outlineLvl w:val=\"0\"/>", &r("own"));
    let none = p("<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>", &r("none"));
    let read = good(&docx_with(&(body + &own + &none), &[("styles", STYLES)]));
    let levels: Vec<_> = read.paragraphs.iter().map(|para| para.heading).collect();
    let (one, two, three) = (Some(1), Some(2), Some(3));
    assert_eq!(levels, [one, two, three, three, one, one, None, None, None, one, None]);
    assert!(read.paragraphs[5].centred);
    // What a heading's style says of all of it is no mark.
    assert!(read.paragraphs[0].marks.is_empty());
}

#[test]
fn bold_comes_from_a_character_style_too() {
    let run = "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t>words</w:t></w:r>";
    let read = good(&docx_with(&p("", run), &[("styles", STYLES)]));
    assert_eq!(read.paragraphs[0].marks, [(0..5, Mark::Bold)]);
}

/// A level of a list.
fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}\
         <w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn item(num: &str, at: usize, words: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{num}\"/></w:numPr>"), &r(words))
}

#[test]
fn automatic_numbers_are_those_that_were_shown() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}{}{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">\
         <w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>",
        level(0, "decimal", "%1-", ""),
        level(1, "arabicAbjad", "%2)", ""),
        level(2, "decimal", "%1.%3", ""),
        level(3, "arabicAlpha", "%4.", "<w:lvlRestart w:val=\"0\"/>"),
        level(0, "bullet", "\u{f0b7}", ""),
    );
    let items = [
        ("1", 0, "1-"),
        ("1", 1, "أ)"),
        ("1", 1, "ب)"),
        ("1", 0, "2-"),
        ("1", 1, "أ)"),
        ("1", 2, "2.1"),
        ("1", 3, "أ."),
        ("1", 2, "2.2"),
        ("1", 3, "ب."),
        ("3", 0, "•"),
        ("2", 0, "5-"),
        ("2", 0, "6-"),
        ("1", 0, "7-"),
        ("0", 0, ""),
        ("99", 0, ""),
    ];
    let body: String = items.iter().map(|(num, at, label)| item(num, *at, &format!("w{label}"))).collect();
    let read = good(&docx_with(&body, &[("numbering", &numbering)]));
    let expected: Vec<&str> =
        items.iter().map(|(_, _, label)| *label).filter(|label| !label.is_empty()).collect();
    assert_eq!(labels(&read), expected);
    let lists: Vec<_> = read.paragraphs.iter().filter_map(|para| para.list.as_ref()).collect();
    assert_eq!((lists[6].level, lists[6].numbered, lists[9].numbered), (3, true, false));
    assert_ne!(lists[0].list, lists[9].list);
    assert!(read.text.contains("\n  أ) wأ)\n"), "{}", read.text);
}

#[test]
fn every_number_format_of_the_task_is_written() {
    for (format, third) in [
        ("decimal", "3"),
        ("decimalZero", "03"),
        ("upperRoman", "III"),
        ("lowerRoman", "iii"),
        ("upperLetter", "C"),
        ("lowerLetter", "c"),
        ("arabicAlpha", "ت"),
        ("arabicAbjad", "ج"),
        ("hindiNumbers", "٣"),
        ("chicago", "3"),
    ] {
        let numbering = format!(
            "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
            level(0, format, "%1", "")
        );
        let body: String = (0..3).map(|_| item("1", 0, "w")).collect();
        let read = good(&docx_with(&body, &[("numbering", &numbering)]));
        assert_eq!(labels(&read)[2], third, "{format}");
    }
}

#[test]
fn a_style_can_put_its_paragraphs_into_a_list() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "decimal", "%1.", "<w:pStyle w:val=\"s0\"/>"),
        level(1, "lowerLetter", "%2.", "<w:pStyle w:val=\"s1\"/>"),
    );
    let style = |id: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:pPr><w:numPr>\
             <w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        )
    };
    let styles = style("s0") + &style("s1");
    let body: String = ["s0", "s1", "s1", "s0"]
        .iter()
        .map(|id| p(&format!("<w:pStyle w:val=\"{id}\"/>"), &r("w")))
        .collect();
    let read = good(&docx_with(&body, &[("styles", &styles), ("numbering", &numbering)]));
    assert_eq!(labels(&read), ["1.", "a.", "b.", "2."]);
}

#[test]
fn suggestions_are_accepted_remarks_and_hidden_words_left_out_and_all_is_told() {
    let body = p(
        "",
        &format!(
            "{}<w:ins w:id=\"1\">{}</w:ins><w:del w:id=\"2\"><w:r><w:delText>كلام</w:delText></w:r></w:del>\
             <w:moveFrom w:id=\"3\">{}</w:moveFrom><w:moveTo w:id=\"4\">{}</w:moveTo>\
             <w:r><w:rPr><w:vanish/></w:rPr><w:t>سر</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>\
             <w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t xml:space=\"preserve\"> خامس</w:t></w:r>",
            r("أول "),
            r("ثان "),
            r("ثالث"),
            r("رابع")
        ),
    );
    let read = good(&docx(&body));
    assert_eq!(texts(&read), ["أول ثان رابع خامس"]);
    assert!(read.paragraphs[0].marks.is_empty());
    let told =
        [Left::Insertions, Left::Deletions, Left::Hidden, Left::Comments].map(|left| count(&read, left));
    assert_eq!(told, [2, 2, 1, 1]);
}

#[test]
fn a_paragraph_whose_end_is_to_be_dropped_goes_on_in_the_next() {
    let first = p("<w:rPr><w:del w:id=\"1\"/></w:rPr>", &r("عقد المكتب "));
    let read = good(&docx(&(first + &p("", &r("اجتماعه")))));
    assert_eq!(texts(&read), ["عقد المكتب اجتماعه"]);
}

#[test]
fn a_field_says_its_result_and_not_how_it_is_asked_for() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE \\@ \"d\"</w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2 مارس 2024</w:t></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> بالرباط</w:t></w:r>";
    let simple =
        "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t xml:space=\"preserve\"> (1)</w:t></w:r></w:fldSimple>";
    let open = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r>";
    let body = p("", &(field.to_owned() + simple)) + &p("", open) + &p("", &r("بعد"));
    assert_eq!(texts(&good(&docx(&body))), ["2 مارس 2024 بالرباط (1)", "بعد"]);
}

fn cell(words: &[&str]) -> String {
    let paragraphs: String = words.iter().map(|words| p("", &r(words))).collect();
    format!("<w:tc>{paragraphs}</w:tc>")
}

#[test]
fn a_table_that_lists_is_rows_and_one_that_lays_out_is_its_paragraphs() {
    let head = format!("<w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr>", cell(&["الاسم"]), cell(&["الصفة"]));
    let row = format!("<w:tr>{}{}</w:tr>", cell(&["سعاد", "العلمي"]), cell(&["عضوة"]));
    let frame = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&["المملكة", "الجهة"]));
    let nested = format!("<w:tbl><w:tr><w:tc><w:tbl>{row}</w:tbl></w:tc>{}</w:tr></w:tbl>", cell(&["جانب"]));
    let read = good(&docx(&format!("<w:tbl>{head}{row}</w:tbl>{frame}{nested}")));
    assert_eq!(
        texts(&read),
        ["الاسم\tالصفة", "سعاد العلمي\tعضوة", "المملكة", "الجهة", "سعاد العلمي\tعضوة", "جانب"]
    );
    let rows: Vec<_> = read.paragraphs.iter().map(|para| para.row.as_ref()).collect();
    assert!(rows[0].unwrap().head && !rows[1].unwrap().head);
    assert_eq!(rows[1].unwrap().cells, ["سعاد العلمي", "عضوة"]);
    assert!(rows[2].is_none() && rows[3].is_none() && rows[5].is_none());
    assert_eq!(count(&read, Left::Tables), 4);
}

#[test]
fn boxes_notes_pictures_and_margins_are_told_and_none_of_their_words_is_lost() {
    let boxed = format!("<w:txbxContent>{}</w:txbxContent>", p("", &r("في إطار")));
    let body = p(
        "",
        &format!(
            "{}<w:r><mc:AlternateContent><mc:Choice><w:drawing>{boxed}</w:drawing></mc:Choice><mc:Fallback>\
             <w:pict>{boxed}</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
             <w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>{}",
            r("عقد المكتب "),
            r("اجتماعه")
        ),
    ) + &p("", &r("الثانية"));
    let notes = format!(
        "<w:footnote w:type=\"separator\" w:id=\"0\">{}</w:footnote><w:footnote w:id=\"1\">{}</w:footnote>\
         <w:footnote w:id=\"2\">{}</w:footnote>",
        p("", &r("---")),
        p("", &r("لا يُذكر")),
        p("", &r("حاشية"))
    );
    let head = p("", &r("حزب النخلة"));
    let read = good(&docx_with(&body, &[("footnotes", &notes), ("header", &head), ("header", &head)]));
    assert_eq!(texts(&read), ["عقد المكتب اجتماعه", "في إطار", "الثانية", "حاشية"]);
    assert!(read.text.ends_with("حزب النخلة\n"), "{}", read.text);
    let told =
        [Left::TextBoxes, Left::Pictures, Left::Footnotes, Left::PageMargins].map(|left| count(&read, left));
    assert_eq!(told, [1, 1, 1, 1]);
}

#[test]
fn macros_are_neither_read_nor_run_and_told() {
    let mut parts = vec![("[Content_Types].xml", b"<Types/>".to_vec())];
    let document = format!("<w:document xmlns:w=\"{W}\"><w:body>{}</w:body></w:document>", p("", &r("كلام")));
    parts.push(("word/document.xml", document.into_bytes()));
    parts.push(("word/vbaProject.bin", vec![1; 100]));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let read = good(&zipped(&parts));
    assert_eq!((texts(&read), count(&read, Left::Macros)), (vec!["كلام"], 1));
}

#[test]
fn entities_of_its_own_are_not_resolved() {
    let document = format!(
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>\
         <w:document xmlns:w=\"{W}\"><w:body>{}</w:body></w:document>",
        p("", &r("قبل&b;&f;بعد"))
    );
    let parts: [(&str, &[u8]); 2] =
        [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())];
    assert_eq!(texts(&good(&zipped(&parts))), ["قبلبعد"]);
}

#[test]
fn what_is_packed_and_no_sound_docx_is_refused() {
    let whole = docx(&p("", &r("كلام كثير في هذا الملف")));
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let document = |xml: &str| zipped(&[types, ("word/document.xml", xml.as_bytes())]);
    let deep =
        format!("<w:document xmlns:w=\"{W}\">{}{}</w:document>", "<w:a>".repeat(2000), "</w:a>".repeat(2000));
    let bomb = format!("<w:document>{}</w:document>", " ".repeat(40 * 1024 * 1024));
    let many: Vec<String> = (0..5000).map(|at| format!("p{at}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let mut lying = whole.clone();
    lying[14..18].fill(0xff);
    for (name, bytes, error) in [
        ("cut short", whole[..whole.len() / 2].to_vec(), ReadError::Damaged),
        ("its head alone", whole[..4].to_vec(), ReadError::Damaged),
        ("another kind", zipped(&[("mimetype", b"application/zip")]), ReadError::NotDocx),
        ("no text part", zipped(&[types]), ReadError::NotDocx),
        ("a sheet", document("<workbook><sheets/></workbook>"), ReadError::NotDocx),
        ("XML cut short", document("<w:document><w:body><w:p>"), ReadError::Damaged),
        ("tags crossed", document("<w:document><w:body></w:document></w:body>"), ReadError::Damaged),
        ("no words", document("<w:document><w:body/></w:document>"), ReadError::NoText),
        ("too deep", document(&deep), ReadError::TooDeep),
        ("one part bursts", document(&bomb), ReadError::Bomb),
        ("too many parts", zipped(&many), ReadError::Bomb),
    ] {
        assert_eq!(read(&bytes, None).map(|read| read.text), Err(error), "{name}");
    }
}

#[test]
fn a_packed_file_with_a_password_is_refused_as_such() {
    // The flag of each entry, at its start and in the directory, says that it is encrypted.
    let mut bytes = docx(&p("", &r("كلام")));
    let marks = [(&b"PK\x03\x04"[..], 6), (&b"PK\x01\x02"[..], 8)];
    for (mark, flag) in marks {
        let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(mark)).collect();
        for at in places {
            bytes[at + flag] |= 1;
        }
    }
    assert_eq!(read(&bytes, None).unwrap_err(), ReadError::Encrypted);
}

#[test]
fn a_file_named_otherwise_is_known_by_what_it_holds() {
    let bytes = docx(&p("", &r("كلام")));
    for hint in [Format::Text, Format::Html] {
        assert_eq!(read(&bytes, Some(hint)).unwrap().format, Format::Docx);
    }
    assert_eq!(read("<p>كلام</p>".as_bytes(), Some(Format::Html)).unwrap().format, Format::Html);
    assert_eq!(read("<p>كلام</p>".as_bytes(), None).unwrap().format, Format::Text);
    assert_eq!(read("2 < 3 كلام".as_bytes(), Some(Format::Html)).unwrap().format, Format::Text);
    assert_eq!(read("<!DOCTYPE html><p>كلام".as_bytes(), Some(Format::Text)).unwrap().format, Format::Html);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// No letter and no digit of a DOCX is lost, wherever it stands.
    #[test]
    fn no_letter_of_a_docx_is_lost(
        pieces in proptest::collection::vec(("[ا-ي0-9a-z ]{1,12}", 0..7_u8), 1..40)
    ) {
        let mut body = String::new();
        let mut expected = String::new();
        for (words, how) in &pieces {
            let run = r(words);
            expected += words;
            body += &match how {
                0 => p("", &run),
                1 => p("", &format!("<w:ins>{run}</w:ins>")),
                2 => format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("", &run)),
                3 => p("", &format!("<w:hyperlink><w:smartTag>{run}</w:smartTag></w:hyperlink>")),
                4 => format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", p("", &run)),
                5 => p("", &format!("<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>", p("", &run))),
                _ => p("", &format!("<w:r><w:br/></w:r>{run}<w:r><w:br w:type=\"page\"/></w:r>")),
            };
        }
        // A text without a letter is refused; this one has one.
        body += &p("", &r("ختام"));
        expected += "ختام";
        let read = read(&docx(&body), None).unwrap();
        let all: String = read.paragraphs.iter().map(|para| para.text.as_str()).collect();
        proptest::prop_assert_eq!(letters(&all), letters(&expected));
        proptest::prop_assert_eq!(letters(&read.text), letters(&expected));
    }

    /// Whatever the bytes, reading ends without a panic, and marks lie within their words.
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400),
        tags in "(<(/)?(p|b|li|ul|ol|table|tr|td|span hidden|h1|div|br)>|[ا-ي ]){0,60}",
    ) {
        for (bytes, hint) in [(bytes.as_slice(), None), (tags.as_bytes(), Some(Format::Html))] {
            if let Ok(read) = read(bytes, hint) {
                for para in &read.paragraphs {
                    proptest::prop_assert!(!para.text.is_empty() && para.text.trim() == para.text);
                    for (range, _) in &para.marks {
                        proptest::prop_assert!(para.text.get(range.clone()).is_some_and(|words| !words.is_empty()));
                    }
                }
            }
        }
    }
}
