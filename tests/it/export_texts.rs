//! Exports that are texts: pages, Markdown, posts for channels, what is said of them, and the names of their files.
use std::sync::Arc;

use mahdar::arabic::{Date, When};
use mahdar::document::{
    Annex, Atom, Block, Body, BodyForm, Change, ChangeId, Colour, Comment, CommentId, Document, Entry, Field,
    FieldPath, Id, Kind, Language, Letterhead, Mark, Output, OutputKind, Pending, Piece, RecordId, RichText,
    Role, Signatures, Stamp, Step, Target,
};
use mahdar::export::{Eol, Format, Image, Loss, Options, export, file_name, length};
use mahdar::store;
use mahdar::template::{Readers, Reading, View};

use crate::pictures;
use crate::record::block_id;
use crate::samples::{holds, root};

fn step(document: &mut Document, step: Step) {
    document.apply(step).unwrap();
}

/// A communiqué with this title and these blocks.
fn communique(title: &str, blocks: impl IntoIterator<Item = (Kind, RichText)>) -> Document {
    let mut document = Document::new(RecordId(1));
    let kind = OutputKind::Communique;
    let output = Output { title: title.into(), ..Output::new(kind) };
    step(&mut document, Step::SetField(Field::Output { kind, at: 0, entry: Some(Box::new(output)) }));
    let day = When::day(Date::new(2026, 3, 14).unwrap());
    step(&mut document, Step::SetField(Field::Dates(day)));
    let mut after = None;
    for (n, (kind, text)) in (1..).zip(blocks) {
        step(&mut document, Step::Insert { after, block: Arc::new(Block::new(block_id(n), kind, text)) });
        after = Some(block_id(n));
    }
    document
}

fn plain(words: &str) -> (Kind, RichText) {
    (Kind::default(), RichText::plain(words))
}

fn marked(pieces: impl IntoIterator<Item = Piece>) -> (Kind, RichText) {
    (Kind::default(), RichText::from_pieces(pieces).unwrap())
}

fn words(mark: Mark, text: &str) -> Piece {
    Piece::Marked(vec![mark], text.into())
}

fn view() -> View {
    View::of(OutputKind::Communique)
}

fn written(document: &Document, view: View, format: Format) -> String {
    let exported = export(document, &view, Options::default(), format).unwrap();
    String::from_utf8(exported.bytes).unwrap()
}

fn losses(document: &Document, view: View, options: Options<'_>, format: Format) -> Vec<Loss> {
    let exported = export(document, &view, options, format).unwrap();
    exported.warnings.into_iter().map(|warning| warning.what).collect()
}

/// What stands between the tags of an article.
fn article(page: &str) -> &str {
    page.split_once("<article>\n").unwrap().1.split_once("</article>").unwrap().0
}

#[test]
fn a_page_a_markdown_and_a_message_read_as_they_were_proofread() {
    let path = root().join("samples/regional-minutes.mahdar");
    let document = store::open(&path).unwrap().document;
    for (format, name) in [
        (Format::Markdown, "regional-minutes.communique.md"),
        (Format::Html, "regional-minutes.communique.html"),
        (Format::Whatsapp, "regional-minutes.communique.whatsapp.txt"),
    ] {
        holds(&root().join("tests/golden/export").join(name), &written(&document, view(), format));
    }
}

// HTML.

#[test]
fn a_page_says_its_language_direction_author_and_day() {
    let mut document = communique("بلاغ", [plain("نص.")]);
    let body = Body { name: "المكتب \"الجهوي\" <1>".into(), ..Body::default() };
    step(&mut document, Step::SetField(Field::Body(body)));
    let page = written(&document, view(), Format::Html);
    assert!(
        page.starts_with(
            "<!DOCTYPE html>\n<html lang=\"ar-MA\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">"
        )
    );
    for part in [
        "<title>بلاغ</title>",
        "<meta name=\"author\" content=\"المكتب &quot;الجهوي&quot; &lt;1&gt;\">",
        "<meta name=\"date\" content=\"2026-03-14\">",
        "@page { size: 210.00mm 297.00mm; margin: 25.00mm 25.00mm 25.00mm; }",
        "<p class=\"draft\">مسودة</p>",
        "<h1>بلاغ</h1>\n<p>نص.</p>\n",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    step(&mut document, Step::SetField(Field::Language(Language::French)));
    assert!(written(&document, view(), Format::Html).contains("<html lang=\"fr-MA\" dir=\"ltr\">"));
}

#[test]
fn what_announces_something_ends_no_sheet() {
    let items = [
        plain("ودعا المكتب إلى ما يلي:"),
        (Kind::recommendation(1), RichText::plain("تأهيل البنيات من خلال:")),
        (Kind::recommendation(2), RichText::plain("التكوين")),
        plain("واختتم الاجتماع."),
        (Kind::Signatures(Signatures::default()), RichText::plain("حرر بفاس")),
    ];
    let page = written(&communique("بلاغ", items), view(), Format::Html);
    for part in [
        "<p class=\"keep\">ودعا",
        "<p class=\"item d1 keep\" role",
        "<p class=\"item d2\" role",
        "<p class=\"keep\">واختتم الاجتماع.</p>\n<p class=\"place\">",
        ".keep { break-after: avoid; }",
    ] {
        assert!(page.contains(part), "{part}\n{}", article(&page));
    }
}

#[test]
fn who_signs_has_the_name_below_the_office() {
    let path = root().join("samples/regional-minutes.mahdar");
    let document = store::open(&path).unwrap().document;
    let page = written(&document, View::of(OutputKind::Minutes), Format::Html);
    assert!(
        page.contains("البيئية بجهة الأطلس<br><strong>السيدة رقية الصفصافي</strong></p>"),
        "{}",
        article(&page)
    );
}

#[test]
fn labels_are_letters_of_the_page_and_no_list_counts_by_itself() {
    let items = [
        (Kind::recommendation(0), RichText::plain("الماء")),
        (Kind::recommendation(1), RichText::plain("صيانة")),
        (Kind::recommendation(2), RichText::plain("جرد")),
        (Kind::recommendation(3), RichText::plain("بئر")),
    ];
    let page = written(&communique("بلاغ", items), view(), Format::Html);
    let expected = [
        "<h2><span class=\"label\">المحور الأول:</span> الماء</h2>",
        "<div class=\"list\" role=\"list\">",
        "<p class=\"item d1\" role=\"listitem\" aria-level=\"1\"><span class=\"label\">1-</span> صيانة</p>",
        "<p class=\"item d2\" role=\"listitem\" aria-level=\"2\"><span class=\"label\">أ-</span> جرد</p>",
        "<p class=\"item d3\" role=\"listitem\" aria-level=\"3\"><span class=\"label\">–</span> بئر</p>",
        "</div>",
    ];
    assert!(page.contains(&expected.join("\n")), "{}", article(&page));
    assert!(!page.contains("<ol") && !page.contains("<ul"));
}

#[test]
fn a_fragment_says_its_direction_and_language_on_every_block() {
    let items = [
        plain("فقرة."),
        (Kind::Heading(1), RichText::plain("عنوان")),
        (Kind::Quote(mahdar::document::Speaker::Unnamed), RichText::plain("قول")),
        (Kind::recommendation(1), RichText::plain("بند")),
    ];
    let fragment = written(&communique("بلاغ", items), view(), Format::HtmlFragment);
    let own = " dir=\"rtl\" lang=\"ar-MA\"";
    let expected = format!(
        "<h2{own}>بلاغ</h2>\n<p{own}>فقرة.</p>\n<h3{own}>عنوان</h3>\n\
         <blockquote{own}><p{own}>قول</p></blockquote>\n<p{own}>1- بند</p>\n"
    );
    assert_eq!(fragment, expected);
}

#[test]
fn what_was_typed_is_never_read_as_a_tag() {
    let document = communique("<b>", [plain("</p><script>alert(1)</script> & \"'")]);
    for format in [Format::Html, Format::HtmlFragment] {
        let text = written(&document, view(), format);
        assert!(!text.contains("<script") && !text.contains("<b>"), "{text}");
        assert!(text.contains("&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"'"), "{text}");
    }
}

#[test]
fn looks_and_languages_are_kept_in_a_page() {
    let document = communique(
        "بلاغ",
        [marked([
            words(Mark::Bold, "غليظ"),
            Piece::Text(" ".into()),
            words(Mark::Underline, "مسطر"),
            words(Mark::Strike, "مشطوب"),
            words(Mark::Colour(Colour::Red), "أحمر"),
            words(Mark::Language(Language::French), "Rabat 2026"),
        ])],
    );
    let page = written(&document, view(), Format::Html);
    let expected = "<p><strong>غليظ</strong> <u>مسطر</u><s>مشطوب</s><span style=\"color: #b3261e\">أحمر</span>\
                    <span lang=\"fr\" dir=\"ltr\">Rabat 2026</span></p>";
    assert!(page.contains(expected), "{}", article(&page));
}

#[test]
fn values_that_could_change_places_are_isolated_in_a_page_alone() {
    let mut document = communique(
        "بلاغ",
        [marked([
            Piece::Field(Atom::Number),
            Piece::Text(" ثم ".into()),
            Piece::Field(Atom::Body(BodyForm::Name)),
        ])],
    );
    let kind = OutputKind::Communique;
    let output = Output { number: "12-2026".into(), title: "بلاغ".into(), ..Output::new(kind) };
    step(&mut document, Step::SetField(Field::Output { kind, at: 0, entry: Some(Box::new(output)) }));
    let body = Body { name: "جمعية ATLAS".into(), ..Body::default() };
    step(&mut document, Step::SetField(Field::Body(body)));
    let page = written(&document, view(), Format::Html);
    assert!(
        page.contains("<p class=\"number\">رقم الصادر: <bdi dir=\"ltr\">12-2026</bdi></p>"),
        "{}",
        article(&page)
    );
    assert!(
        page.contains("<p><bdi dir=\"ltr\">12-2026</bdi> ثم <bdi>جمعية ATLAS</bdi></p>"),
        "{}",
        article(&page)
    );
    let text = written(&document, view(), Format::Txt);
    assert!(text.contains("12-2026 ثم جمعية ATLAS"), "{text}");
}

#[test]
fn pictures_stand_in_the_page_with_their_captions() {
    let mut document = communique(
        "بلاغ",
        [(Kind::Annex(Annex { file: "sura.png".into() }), RichText::plain("صورة \"جماعية\""))],
    );
    let letterhead = Letterhead { logo: "logo.jpg".into(), ..Letterhead::default() };
    step(&mut document, Step::SetField(Field::Letterhead(letterhead)));
    assert_eq!(
        losses(&document, view(), Options::default(), Format::Html),
        [Loss::Picture("logo.jpg".into()), Loss::Picture("sura.png".into())]
    );
    assert_eq!(losses(&document, view(), Options::default(), Format::Markdown), []);
    let (png, jpeg) = (pictures::png(), pictures::jpeg());
    let images = [Image { name: "sura.png", bytes: &png }, Image { name: "logo.jpg", bytes: &jpeg }];
    let options = Options { images: &images, ..Options::default() };
    let exported = export(&document, &view(), options, Format::Html).unwrap();
    assert_eq!(exported.warnings, []);
    let page = String::from_utf8(exported.bytes).unwrap();
    assert!(
        page.contains("<img class=\"logo\" alt=\"\" src=\"data:image/jpeg;base64,/9j/4AAQSkZJRg"),
        "{page}"
    );
    let figure = "<img alt=\"صورة &quot;جماعية&quot;\" src=\"data:image/png;base64,iVBORw0KGgoAAAAN";
    assert!(page.contains(figure), "{}", article(&page));
    // What is there and is none is said to be broken, and left out.
    let broken = [Image { name: "sura.png", bytes: &png[..png.len() - 1] }, images[1]];
    let options = Options { images: &broken, ..Options::default() };
    let exported = export(&document, &view(), options, Format::Html).unwrap();
    let lost: Vec<Loss> = exported.warnings.into_iter().map(|warning| warning.what).collect();
    assert_eq!(lost, [Loss::BrokenPicture("sura.png".into())]);
    assert!(!String::from_utf8(exported.bytes).unwrap().contains("image/png"));
    assert!(page.contains("<figcaption><span class=\"label\">1-</span> صورة \"جماعية\"</figcaption>"));
}

// Suggestions and remarks.

/// A paragraph with a suggestion of each sort and a remark with an answer.
fn reviewed() -> Document {
    let change = |n| ChangeId(Id { session: 9, counter: n });
    let comment = |n| CommentId(Id { session: 9, counter: n });
    let mut document = communique(
        "بلاغ",
        [marked([
            Piece::Text("نص ".into()),
            words(Mark::Deleted(change(1)), "قديم"),
            words(Mark::Inserted(change(2)), "جديد"),
            Piece::Text(" ".into()),
            words(Mark::Remark(comment(1)), "هنا"),
            Piece::Text(".".into()),
        ])],
    );
    for n in [1, 2] {
        let change_made =
            Change { author: "ليلى *".into(), at: Stamp(1_700_000_000), pending: Pending::Text };
        step(&mut document, Step::Put(Entry::Change(change(n), Some(Box::new(change_made)))));
    }
    for (n, text, answers) in [(1, "من أين؟", None), (2, "من المحضر", Some(comment(1)))] {
        let remark = Comment {
            author: "سعيد".into(),
            at: Stamp(1_700_000_000),
            text: text.into(),
            quoted: String::new(),
            answers,
            resolved: None,
        };
        step(&mut document, Step::Put(Entry::Comment(comment(n), Some(remark))));
    }
    document
}

fn markup(readers: Readers) -> View {
    View { readers, reading: Reading::Markup, ..view() }
}

#[test]
fn a_page_for_the_house_marks_suggestions_and_lists_remarks() {
    let page = written(&reviewed(), markup(Readers::Internal), Format::Html);
    for part in [
        "<del title=\"ليلى *\" datetime=\"2023-11-14\">قديم</del>",
        "<ins title=\"ليلى *\" datetime=\"2023-11-14\">جديد</ins>",
        "<mark>هنا</mark><sup class=\"ref\" id=\"remarked-1\"><a href=\"#remark-1\">[1]</a></sup>",
        "<a id=\"remark-1\" href=\"#remarked-1\">1-</a> <b>سعيد (14 نونبر 2023): </b>من أين؟</p>",
        "<p class=\"remark answer\">– <b>سعيد (14 نونبر 2023): </b>من المحضر</p>",
    ] {
        assert!(page.contains(part), "{part}\n{}", article(&page));
    }
}

#[test]
fn plain_formats_say_in_brackets_what_is_suggested() {
    let document = reviewed();
    let line = "نص [حذف مقترح (ليلى *): قديم][إضافة مقترحة (ليلى *): جديد] هنا[1].";
    for format in [Format::Txt, Format::Facebook, Format::Site] {
        let text = written(&document, markup(Readers::Internal), format);
        assert!(text.contains(line), "{text}");
        assert!(text.contains("1- سعيد (14 نونبر 2023): من أين؟\n– سعيد"), "{text}");
    }
    let md = written(&document, markup(Readers::Internal), Format::Markdown);
    let escaped = line.replace('[', "\\[").replace(']', "\\]").replace('*', "\\*");
    assert!(md.contains(&escaped), "{md}");
}

#[test]
fn the_public_is_told_neither_who_suggested_nor_what_was_remarked() {
    let document = reviewed();
    for format in [Format::Txt, Format::Markdown, Format::Html, Format::Whatsapp] {
        let text = written(&document, markup(Readers::Public), format);
        assert_eq!(text, written(&document, view(), format), "a public text shows no suggestion");
        assert!(!text.contains("ليلى") && !text.contains("سعيد") && !text.contains("من أين"), "{text}");
        let text = written(&document, view(), format);
        assert!(text.contains("نص جديد هنا.") && !text.contains("قديم"), "{text}");
    }
}

// Markdown.

#[test]
fn markdown_keeps_labels_and_makes_marks_harmless() {
    let document = communique(
        "بلاغ *مهم*",
        [
            (Kind::Heading(2), RichText::plain("أولا")),
            (Kind::Heading(3), RichText::plain("ثانيا")),
            plain("1. ليس بندا"),
            plain("- ليس بندا"),
            marked([
                words(Mark::Bold, "غليظ"),
                Piece::Text(" و".into()),
                words(Mark::Bold, "«آخر»"),
                Piece::Text("كلمة".into()),
            ]),
            (Kind::Quote(mahdar::document::Speaker::Unnamed), RichText::plain("قول")),
        ],
    );
    let expected = [
        "---",
        "title: \"بلاغ *مهم*\"",
        "lang: ar-MA",
        "date: 2026-03-14",
        "---",
        "",
        "في 14 مارس 2026",
        "",
        "# بلاغ \\*مهم\\*",
        "",
        "## أولا",
        "",
        "### ثانيا",
        "",
        "1\\. ليس بندا",
        "",
        "\\- ليس بندا",
        "",
        "**غليظ** و<strong>«آخر»</strong>كلمة",
        "",
        "> قول",
        "",
    ];
    assert_eq!(written(&document, view(), Format::Markdown), expected.join("\n"));
}

#[test]
fn the_list_to_sign_is_a_table_in_markdown_and_in_a_page() {
    let path = root().join("samples/regional-minutes.mahdar");
    let document = store::open(&path).unwrap().document;
    let sheet = View::of(OutputKind::AttendanceSheet);
    let md = written(&document, sheet, Format::Markdown);
    assert!(
        md.contains("\n\n| ر.ت | الاسم الكامل | الصفة | الحضور | التوقيع |\n|---|---|---|---|---|\n| 1 |"),
        "{md}"
    );
    let page = written(&document, sheet, Format::Html);
    assert!(page.contains("<thead>\n<tr><th scope=\"col\">ر.ت</th>"), "{}", article(&page));
    assert_eq!(page.matches("<tr>").count(), page.matches("</tr>").count());
    assert_eq!(page.matches("<tr>").count(), md.lines().filter(|line| line.starts_with("| ")).count());
}

// Channels.

#[test]
fn whatsapp_gets_bold_heads_and_lines_that_stay_as_they_are_written() {
    let mut document = communique(
        "بلاغ *مهم*",
        [
            plain("فقرة *بين* نجمتين ونجمة* وحدها 2*3."),
            plain("- ليس بندا"),
            plain("1. ليس بندا"),
            plain("> ليس اقتباسا"),
            plain("PDF في أول السطر"),
            plain("https://a.example/_x_ و a_b"),
            (Kind::recommendation(0), RichText::plain("الماء")),
            (Kind::recommendation(1), RichText::plain("صيانة")),
            (Kind::recommendation(3), RichText::plain("بئر")),
        ],
    );
    let letterhead = Letterhead { contact: "press@a.example".into(), ..Letterhead::default() };
    step(&mut document, Step::SetField(Field::Letterhead(letterhead)));
    let expected = [
        "*بلاغ \u{2217}مهم\u{2217}*",
        "",
        "فقرة \u{2217}بين\u{2217} نجمتين ونجمة\u{2217} وحدها 2*3.",
        "",
        "\u{200F}- ليس بندا",
        "",
        "\u{200F}1. ليس بندا",
        "",
        "\u{200F}> ليس اقتباسا",
        "",
        "\u{200F}PDF في أول السطر",
        "",
        "\u{200F}https://a.example/_x_ و a_b",
        "",
        "*المحور الأول: الماء*",
        "\u{200F}1- صيانة",
        "\u{200F}• بئر",
        "",
        "للتواصل: press@a.example",
        "",
    ];
    assert_eq!(written(&document, view(), Format::Whatsapp), expected.join("\n"));
}

#[test]
fn a_sign_that_does_nothing_alone_stays_on_whatsapp() {
    let document = communique("بلاغ", [plain("نجمة * واحدة و_خط واحد و~ و` و2*3*4")]);
    let text = written(&document, view(), Format::Whatsapp);
    assert!(text.contains("و2*3*4") && text.contains("نجمة * واحدة و_خط واحد و~ و`"), "{text}");
}

#[test]
fn other_channels_get_words_alone() {
    let document = communique(
        "بلاغ",
        [
            marked([words(Mark::Bold, "غليظ"), Piece::Text(" 1*2*3".into())]),
            (Kind::recommendation(1), RichText::plain("صيانة")),
            (Kind::recommendation(3), RichText::plain("بئر")),
        ],
    );
    let expected = "بلاغ\n\nغليظ 1*2*3\n\n1- صيانة\n– بئر\n";
    assert_eq!(written(&document, view(), Format::Facebook), expected);
    assert_eq!(written(&document, view(), Format::Site), expected);
    let bullets = View { bullets: Some(mahdar::document::Label::Bullet), ..view() };
    assert!(written(&document, bullets, Format::Site).ends_with("– صيانة\n– بئر\n"));
}

#[test]
fn no_text_but_a_message_holds_a_control() {
    let path = root().join("samples/regional-minutes.mahdar");
    let document = store::open(&path).unwrap().document;
    for output in document.outputs() {
        for format in [
            Format::Txt,
            Format::Markdown,
            Format::Html,
            Format::HtmlFragment,
            Format::Facebook,
            Format::Site,
        ] {
            let text = written(&document, View::of(output.kind), format);
            let controls =
                text.chars().find(|c| *c != '\n' && (c.is_control() || mahdar::arabic::is_forbidden(*c)));
            assert_eq!(controls, None, "{} {}", output.kind, format.keyword());
        }
    }
}

#[test]
fn windows_line_ends_change_nothing_else_in_any_text() {
    let document = reviewed();
    let view = markup(Readers::Internal);
    for format in
        [Format::Txt, Format::Markdown, Format::Html, Format::HtmlFragment, Format::Whatsapp, Format::Site]
    {
        let options = Options { eol: Eol::Crlf, ..Options::default() };
        let crlf = String::from_utf8(export(&document, &view, options, format).unwrap().bytes).unwrap();
        assert_eq!(crlf.matches('\n').count(), crlf.matches("\r\n").count());
        assert_eq!(crlf.replace("\r\n", "\n"), written(&document, view, format));
    }
}

// The few lines for networks.

#[test]
fn the_short_text_is_title_lead_and_axes_of_any_record() {
    let document = communique(
        "عنوان البلاغ",
        [
            (Kind::Paragraph(Role::Lead), RichText::plain("عقد المكتب اجتماعه.")),
            plain("تفاصيل."),
            (Kind::recommendation(0), RichText::plain("الماء")),
            (Kind::recommendation(1), RichText::plain("صيانة")),
            (Kind::recommendation(0), RichText::plain("الغابة")),
        ],
    );
    let short = written(&document, View::of(OutputKind::Short), Format::Txt);
    let expected =
        "عنوان البلاغ\n\nعقد المكتب اجتماعه.\n\nالمحاور:\n\nالمحور الأول: الماء\nالمحور الثاني: الغابة\n";
    assert_eq!(short, expected);
    assert_eq!(length(&short), (expected.trim().chars().count(), 12));
}

// Warnings.

#[test]
fn a_text_that_is_too_long_for_its_channel_is_said_to_be() {
    let document = communique("بلاغ", (0..30).map(|_| plain(&"كلمة ".repeat(500))));
    let found = losses(&document, view(), Options::default(), Format::Whatsapp);
    let [Loss::TooLong { length, limit: 65_536 }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*length, length_of(&document, Format::Whatsapp));
    assert!(losses(&document, view(), Options::default(), Format::Site).is_empty());
    for format in Format::ALL {
        assert!(format.shown_first().unwrap_or(0) < format.limit().unwrap_or(1));
    }
}

fn length_of(document: &Document, format: Format) -> usize {
    length(&written(document, view(), format)).0
}

#[test]
fn open_remarks_and_suggestions_are_counted() {
    let document = reviewed();
    assert_eq!(
        losses(&document, view(), Options::default(), Format::Txt),
        [Loss::Remarks(1), Loss::Suggestions(2)]
    );
    assert_eq!(
        losses(&document, markup(Readers::Internal), Options::default(), Format::Txt),
        [Loss::Remarks(1)]
    );
}

#[test]
fn a_meeting_without_a_day_is_said_to_have_none() {
    let mut document = communique("بلاغ", [plain("نص.")]);
    step(&mut document, Step::SetField(Field::Dates(When::Unset)));
    let exported = export(&document, &view(), Options::default(), Format::Txt).unwrap();
    let [warning] = exported.warnings.as_slice() else { panic!("{:?}", exported.warnings) };
    assert_eq!(warning.what, Loss::NoDate);
    assert_eq!(warning.place.as_ref().unwrap().target, Target::Field(FieldPath::Dates));
}

#[test]
fn an_embargo_is_said_until_its_day_is_over_and_to_the_public_alone() {
    let mut document = communique("بلاغ", [(Kind::Paragraph(Role::Lead), RichText::plain("نص."))]);
    let kind = OutputKind::Communique;
    let moment = Stamp(1_773_500_000);
    let output = Output { embargo: Some(moment), title: "بلاغ".into(), ..Output::new(kind) };
    step(&mut document, Step::SetField(Field::Output { kind, at: 0, entry: Some(Box::new(output)) }));
    let (day, _) = mahdar::arabic::date::then_here(moment.0).unwrap();
    let on = |day: Date| Options { today: Some(day), ..Options::default() };
    let (before, after) = (day.plus_days(-3).unwrap(), day.plus_days(1).unwrap());
    for (today, expected) in
        [(before, vec![Loss::Embargo(moment)]), (day, vec![Loss::Embargo(moment)]), (after, vec![])]
    {
        assert_eq!(losses(&document, view(), on(today), Format::Html), expected, "{today}");
    }
    assert_eq!(
        losses(&document, View::of(OutputKind::Short), on(before), Format::Txt),
        [Loss::Embargo(moment)]
    );
    let internal = View { readers: Readers::Internal, ..view() };
    assert_eq!(losses(&document, internal, on(before), Format::Html), []);
    assert_eq!(losses(&document, view(), Options::default(), Format::Html), []);
    assert_eq!(losses(&document, view(), on(before), Format::Ron), [Loss::Embargo(moment)]);
}

// Names of files.

#[test]
fn a_file_is_named_after_its_title_in_letters_every_disk_takes() {
    let kind = OutputKind::Communique;
    for (title, name) in [
        ("بلاغ حول الماء", "بلاغ حول الماء.txt"),
        ("بلاغ 12/2026: «الماء»؟", "بلاغ 12-2026- «الماء»؟.txt"),
        ("..مخفي", "مخفي.txt"),
        ("a\\b|c*d?e\"f<g>h", "a-b-c d e f g h.txt"),
        ("\u{202E}txt.بلاغ\u{2066}\u{200B}", "txt.بلاغ.txt"),
        ("بلاغ \t  ثان ...", "بلاغ ثان.txt"),
        ("CON", "CON_.txt"),
        ("lpt1.x", "lpt1.x_.txt"),
        ("../../etc/passwd", "etc-passwd.txt"),
    ] {
        assert_eq!(file_name(&communique(title, [plain("نص.")]), kind, Format::Txt), name, "{title}");
    }
}

#[test]
fn a_long_title_is_cut_between_words_and_no_name_is_empty() {
    let kind = OutputKind::Communique;
    let long = file_name(&communique(&"كلمات كثيرة ".repeat(60), [plain("نص.")]), kind, Format::Docx);
    assert!(long.chars().count() <= 75 && long.len() <= 140, "{long}");
    assert!(long.ends_with(" كلمات كثيرة.docx") || long.ends_with(" كلمات.docx"), "{long}");
    let one = file_name(&communique(&"ب".repeat(900), [plain("نص.")]), kind, Format::Pdf);
    assert!(one.len() <= 140 && one.len() > 100, "{one}");
    let mut document = communique("", [plain("نص.")]);
    assert_eq!(file_name(&document, kind, Format::Pdf), "2026-03-14.pdf");
    step(&mut document, Step::SetField(Field::Body(Body { name: "المكتب".into(), ..Body::default() })));
    assert_eq!(file_name(&document, kind, Format::Pdf), "المكتب 2026-03-14.pdf");
    assert_eq!(file_name(&Document::new(RecordId(1)), kind, Format::Markdown), "communique.md");
}

#[test]
fn no_two_formats_have_one_name() {
    let document = communique("بلاغ", [plain("نص.")]);
    let names = Format::ALL.map(|format| file_name(&document, OutputKind::Communique, format));
    let mut each = names.to_vec();
    each.sort();
    each.dedup();
    assert_eq!(each.len(), names.len(), "{names:?}");
}
