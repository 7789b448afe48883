//! HTML: pages and what clipboards hold, read as their readers see them.

use mahdar::document::Mark;
use mahdar::import::{Format, Left, Read, Told, read};

#[track_caller]
fn page(html: &str) -> Read {
    read(html.as_bytes(), Some(Format::Html)).unwrap()
}

fn texts(read: &Read) -> Vec<&str> {
    read.paragraphs.iter().map(|para| para.text.as_str()).collect()
}

/// The items: level, label and words.
fn items(read: &Read) -> Vec<(u8, &str, &str)> {
    let item = |para: &'_ mahdar::import::Para| para.list.is_some();
    let all = read.paragraphs.iter().filter(|para| item(para));
    all.map(|para| {
        let list = para.list.as_ref().unwrap();
        (list.level, list.label.as_str(), para.text.as_str())
    })
    .collect()
}

fn count(read: &Read, left: Left) -> usize {
    let of = |told: &Told| match told {
        Told::Found(other, count) if *other == left => *count,
        _ => 0,
    };
    read.notes.iter().map(of).sum()
}

#[test]
fn a_page_is_read_without_what_is_for_programs() {
    let read = page(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>الموقع</title><style>p{}</style>\
         <script>var a = '<p>برنامج</p>';</script><body><h1>بلاغ <b>صحفي</b></h1>\
         <p>عقد\n  المكتب&nbsp;اجتماعه &amp; &#1583;&eacute;</p><p style='display:none'>خفي<p hidden>خفي أيضا\
         <p>ظاهر<img src='http://a.b/c.png'><noscript>لا</noscript><template>لا</template></body></html>",
    );
    assert_eq!(texts(&read), ["بلاغ صحفي", "عقد المكتب اجتماعه & دé", "ظاهر"]);
    assert_eq!((read.paragraphs[0].heading, read.paragraphs[1].heading), (Some(1), None));
    assert!(read.paragraphs[0].marks.is_empty());
    assert_eq!([Left::Scripts, Left::Hidden, Left::Pictures].map(|left| count(&read, left)), [1, 2, 1]);
}

#[test]
fn a_page_in_another_encoding_is_converted() {
    let html = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1256'></head>\
                <p>عقد المكتب</p>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(html);
    let read = read(&bytes, None).unwrap();
    assert_eq!(texts(&read), ["عقد المكتب"]);
    assert!(read.notes.contains(&Told::Encoding("windows-1256")));
}

#[test]
fn lists_keep_their_levels_and_numbers() {
    let read = page(
        "<ol><li>أول<ol type=a><li>فرع<li>فرع ثان<ul><li>نقطة</ul></ol><li>ثان</ol>\
         <ol start=5><li>خامس<li value=9>تاسع</ol><ol reversed start=2><li>ب<li>أ</ol>\
         <ul style='list-style-type:none'><li>- بشرطة</ul>",
    );
    assert_eq!(
        items(&read),
        [
            (0, "1.", "أول"),
            (1, "a.", "فرع"),
            (1, "b.", "فرع ثان"),
            (2, "•", "نقطة"),
            (0, "2.", "ثان"),
            (0, "5.", "خامس"),
            (0, "9.", "تاسع"),
            (0, "2.", "ب"),
            (0, "1.", "أ"),
            (0, "", "- بشرطة"),
        ]
    );
}

#[test]
fn line_breaks_part_lines_and_two_of_them_paragraphs() {
    let read = page("<div>أول<br>تتمة<br><br>ثان</div><div><br></div><div>ثالث</div><pre>رابع\nتتمة</pre>");
    assert_eq!(texts(&read), ["أول", "تتمة", "ثان", "ثالث", "رابع", "تتمة"]);
    let how: Vec<_> = read.paragraphs.iter().map(|para| (para.continues, para.spaced)).collect();
    let (begins, goes_on, apart) = ((false, false), (true, false), (false, true));
    assert_eq!(how, [begins, goes_on, apart, apart, begins, goes_on]);
}

/// Found by the fuzz target `import`: separators of Unicode are no breaks of HTML, but stand in pages.
#[test]
fn what_ends_a_line_elsewhere_is_a_space_in_a_page() {
    let read = page("<p>عقد\u{2028}المكتب\u{85}<b>اجتماعه\u{2029}العادي</b></p><pre>أولا\u{2028}ثانيا</pre>");
    assert_eq!(texts(&read), ["عقد المكتب اجتماعه العادي", "أولا ثانيا"]);
    let (range, mark) = &read.paragraphs[0].marks[0];
    assert_eq!((&read.paragraphs[0].text[range.clone()], *mark), ("اجتماعه العادي", Mark::Bold));
}

#[test]
fn marks_come_from_tags_and_styles() {
    let read = page(
        "<p><b>ab</b><strong>cd</strong> <u>ef</u> <span style='font-weight:700;text-decoration:line-through'>gh\
         </span> <b style='font-weight:normal'>ij</b> <a style='text-decoration:underline'>kl</a>",
    );
    assert_eq!(texts(&read), ["abcd ef gh ij kl"]);
    let marks = &read.paragraphs[0].marks;
    assert_eq!(marks[0], (0..4, Mark::Bold));
    assert!(marks.contains(&(5..7, Mark::Underline)), "{marks:?}");
    let struck = marks.iter().find(|(_, mark)| *mark == Mark::Strike).unwrap();
    assert_eq!(read.paragraphs[0].text[struck.0.clone()].trim(), "gh");
    assert!(marks.iter().all(|(range, _)| range.end <= 11), "{marks:?}");
}

#[test]
fn what_word_copies_keeps_its_labels() {
    let read = page(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body lang=AR-MA><!--StartFragment-->\
         <p class=MsoTitle dir=RTL>بلاغ<o:p></o:p></p>\
         <p class=MsoListParagraphCxSpFirst dir=RTL style='mso-list:l0 level1 lfo1'><![if !supportLists]>\
         <span style='mso-list:Ignore'>1-<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>\
         <![endif]><span dir=RTL></span>إعداد الخطة<o:p></o:p></p>\
         <p class=MsoListParagraphCxSpLast dir=RTL style='mso-list:l1 level2 lfo2'><![if !supportLists]>\
         <span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>\
         <![endif]>دعم القدرات</p><!--EndFragment--></body></html>",
    );
    assert_eq!(texts(&read), ["بلاغ", "إعداد الخطة", "دعم القدرات"]);
    assert_eq!(items(&read), [(0, "1-", "إعداد الخطة"), (1, "•", "دعم القدرات")]);
    assert_eq!(read.paragraphs[0].heading, Some(1));
    let lists: Vec<_> = read.paragraphs.iter().filter_map(|para| para.list.as_ref()).collect();
    assert!(lists[0].numbered && !lists[1].numbered && lists[0].list != lists[1].list);
}

#[test]
fn what_google_docs_copies_is_not_all_bold() {
    let read = page(
        "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"rtl\">\
         <span style=\"font-weight:400;white-space:pre-wrap;\">عقد </span><span style=\"font-weight:700;\
         white-space:pre-wrap;\">المكتب</span></p><ol><li dir=\"rtl\" style=\"list-style-type:decimal;\" \
         aria-level=\"1\"><p dir=\"rtl\" role=\"presentation\"><span>إعداد</span></p></li><ol><li \
         style=\"list-style-type:lower-alpha;\" aria-level=\"2\"><p><span>دعم</span></p></li></ol></ol></b>",
    );
    assert_eq!(texts(&read), ["عقد المكتب", "إعداد", "دعم"]);
    let [(range, Mark::Bold)] = read.paragraphs[0].marks.as_slice() else {
        panic!("{:?}", read.paragraphs[0].marks)
    };
    assert_eq!(&read.paragraphs[0].text[range.clone()], "المكتب");
    assert_eq!(items(&read), [(0, "1.", "إعداد"), (1, "a.", "دعم")]);
}

#[test]
fn tables_that_list_are_rows_and_those_that_lay_out_are_not() {
    let read = page(
        "<table><thead><tr><th>الاسم<th>الصفة</thead><tbody><tr><td>سعاد<td>عضوة<tr><td>أحمد<td></table>\
         <table><tr><td><p>جانب</p></td></tr></table><p>بعد",
    );
    assert_eq!(texts(&read), ["الاسم\tالصفة", "سعاد\tعضوة", "أحمد", "جانب", "بعد"]);
    let rows: Vec<_> = read.paragraphs.iter().map(|para| para.row.as_ref().map(|row| row.head)).collect();
    assert_eq!(rows, [Some(true), Some(false), None, None, None]);
}

#[test]
fn tag_soup_loses_no_letter() {
    for html in [
        "<p>ا<table>ب<tr>ت<td>ث</table>ج</div></p></td></tr>ح",
        "<ul>ا<li>ب</ul></ul><li>ت</li></ol>ث",
        "<b><p>ا</b>ب</p>ت<h1>ث<h2>ج",
        "<td>ا</td><tr>ب<li><td>ت</li>ث",
    ] {
        let read = page(html);
        let expected: String = html.chars().filter(|c| !c.is_ascii()).collect();
        let found: String = read.text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).collect();
        assert_eq!(found, expected, "{html}");
    }
}

#[test]
fn elements_in_elements_without_end_are_read_all_the_same() {
    let read = page(&format!("{}عمق{}", "<div>".repeat(20_000), "</div>".repeat(20_000)));
    assert_eq!(texts(&read), ["عمق"]);
}

#[test]
fn a_row_with_an_empty_cell_keeps_its_columns_and_has_no_spaces_around_it() {
    let read = page("<table><tr><td><td>سعاد<td><td>عضوة<td></table>");
    assert_eq!(texts(&read), ["سعاد\t\tعضوة"]);
    let row = read.paragraphs[0].row.as_ref().unwrap();
    assert_eq!(row.cells, ["", "سعاد", "", "عضوة", ""]);
}
