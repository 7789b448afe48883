//! What a PDF holds beside its letters: tags, pictures, numbers to answer to; and what stops it.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use mahdar::arabic::{Date, Gender};
use mahdar::document::{
    Annex, Block, Document, Entry, Field, Kind, Language, Letterhead, Mark, Output, OutputKind, Person,
    Piece, Place, RichText, Signatures, Speaker, State, Step, Target,
};
use mahdar::export::{Error, Format, Image, Loss, Options, export};
use mahdar::pages::{Item, Pager, Pages, Piece as Is, Review, Setting};
use mahdar::store;
use mahdar::template::{Part, Readers, Reading, View, compose};
use mahdar::text::{Engine, Family};

use crate::record::{blank, block_id, person_id};
use crate::samples::root;

fn sample(name: &str) -> Document {
    let bytes = fs::read(root().join(format!("samples/{name}.mahdar"))).expect("a sample");
    store::parse(&bytes).expect("a sample can be read")
}

fn step(document: &mut Document, step: Step) {
    document.apply(step).expect("a step that fits");
}

fn written(paragraphs: &[(Kind, RichText)]) -> Document {
    let mut document = blank();
    let mut output = Output::new(OutputKind::Minutes);
    output.title = "محضر الاجتماع".into();
    output.state = State::Approved;
    let at = document.outputs().iter().position(|own| own.kind == output.kind);
    step(
        &mut document,
        Step::SetField(Field::Output {
            kind: output.kind,
            at: at.unwrap_or_default(),
            entry: Some(Box::new(output)),
        }),
    );
    let mut after = document.blocks().last().map(|block| block.id);
    for (counter, (kind, text)) in (500..).zip(paragraphs) {
        let block = Block::new(block_id(counter), kind.clone(), text.clone());
        step(&mut document, Step::Insert { after, block: Arc::new(block) });
        after = Some(block_id(counter));
    }
    document
}

fn minutes() -> View {
    View::of(OutputKind::Minutes)
}

fn words(count: usize) -> RichText {
    let pool = ["تدارس", "المجلس", "الجهوي", "حصيلة", "البرامج", "المنجزة", "ونوه", "بجهود", "اللجان"];
    let words: Vec<&str> = (0..count).map(|at| pool[at * 7 % pool.len()]).collect();
    RichText::plain(&words.join(" "))
}

#[expect(clippy::disallowed_methods, reason = "a file for another program to read")]
fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = root().join("target/oracles/pdf");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(format!("{name}.pdf"));
    fs::write(&path, bytes).expect("a file");
    path
}

/// The tags, one a line, deeper ones further in; nothing where poppler is not there.
fn tags(name: &str, bytes: &[u8]) -> Option<Vec<String>> {
    let path = kept(name, bytes);
    let Ok(output) = Command::new("pdfinfo").arg("-struct").arg(&path).output() else {
        println!("skipped: no pdfinfo");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(said.lines().map(|line| line.trim_end().to_owned()).collect())
}

fn count(tags: &[String], tag: &str) -> usize {
    tags.iter()
        .filter(|line| line.split_whitespace().next().map(|name| name.trim_end_matches(':')) == Some(tag))
        .count()
}

fn pdf(document: &Document, view: &View) -> Vec<u8> {
    export(document, view, Options::default(), Format::Pdf).expect("a PDF").bytes
}

fn holds(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|part| part == what.as_bytes())
}

#[test]
fn a_paragraph_is_one_tag_however_many_pages_it_fills() {
    let document = written(&[(Kind::default(), words(2_500))]);
    let composition = compose(&document, &minutes());
    let pages = Pager::default().lay(&document, &composition, &mut Engine::new(), usize::MAX);
    assert!(pages.pages.len() > 3);
    let Some(tags) = tags("one-paragraph", &pdf(&document, &minutes())) else { return };
    let in_head = tags.iter().filter(|line| line.starts_with("    P")).count();
    assert_eq!(count(&tags, "P") - in_head, 1, "{tags:#?}");
    assert_eq!(count(&tags, "H1"), 1);
}

#[test]
fn lists_quotations_and_headings_are_tagged_as_what_they_are() {
    let quote = Kind::Quote(Speaker::Unnamed);
    let document = written(&[
        (Kind::Heading(3), RichText::plain("مقدمة")),
        (quote, RichText::plain("قول مأثور.")),
        (Kind::recommendation(0), RichText::plain("الماء")),
        (Kind::recommendation(1), RichText::plain("السواقي")),
        (Kind::recommendation(2), RichText::plain("صيانة السواقي")),
        (Kind::recommendation(3), RichText::plain("قبل الشتاء")),
        (Kind::recommendation(2), RichText::plain("إحصاء العيون")),
    ]);
    let Some(tags) = tags("lists", &pdf(&document, &minutes())) else { return };
    for (tag, expected) in [("BlockQuote", 1), ("L", 3), ("LI", 4), ("Lbl", 4), ("LBody", 4), ("H1", 1)] {
        assert_eq!(count(&tags, tag), expected, "{tag}: {tags:#?}");
    }
    // No level of heading is left out, whatever the writer chose.
    assert_eq!((count(&tags, "H2"), count(&tags, "H3"), count(&tags, "H4")), (2, 0, 0), "{tags:#?}");
}

#[test]
fn a_list_to_sign_is_a_table_of_which_every_row_has_every_cell() {
    let document = sample("regional-minutes");
    let view = View::of(OutputKind::AttendanceSheet);
    let composition = compose(&document, &view);
    let rows = composition.paragraphs.iter().filter_map(|text| text.row.as_ref());
    let rows: Vec<_> = rows.map(|row| (row.head, row.cells.len())).collect();
    let Some(tags) = tags("table", &pdf(&document, &view)) else { return };
    assert_eq!(count(&tags, "Table"), 1);
    assert_eq!(count(&tags, "TR"), rows.len(), "a head that stands on the next page again is no row");
    assert_eq!(count(&tags, "TH"), 5);
    assert_eq!(count(&tags, "TD"), rows.iter().filter(|row| !row.0).map(|row| row.1).sum::<usize>());
}

#[test]
fn it_says_what_it_is_and_which_way_it_is_read() {
    let bytes = pdf(&sample("regional-minutes"), &minutes());
    for what in [
        "/Lang",
        "/R2L",
        "/DisplayDocTitle true",
        "/PageLabels",
        "/Outlines",
        "<pdfuaid:part>1",
        "<pdfaid:part>2",
    ] {
        assert!(holds(&bytes, what), "{what}");
    }
    let mut french = written(&[(Kind::default(), RichText::plain("Le conseil s’est réuni."))]);
    step(&mut french, Step::SetField(Field::Language(Language::French)));
    let bytes = pdf(&french, &minutes());
    assert!(holds(&bytes, "/L2R") && holds(&bytes, "fr-MA"));
}

/// A picture of two by one points.
fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(2, 1, image::Rgb([14, 102, 92]));
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn with_pictures() -> Document {
    let annex = Annex { file: "حفل.png".into() };
    let mut document =
        written(&[(Kind::default(), words(20)), (Kind::Annex(annex), RichText::plain("افتتاح الملتقى"))]);
    let letterhead = Letterhead { logo: "logo.png".into(), ..Letterhead::default() };
    step(&mut document, Step::SetField(Field::Letterhead(letterhead)));
    document
}

#[test]
fn pictures_are_drawn_with_words_for_who_does_not_see_them() {
    let document = with_pictures();
    let png = png();
    let images = [Image { name: "logo.png", bytes: &png }, Image { name: "حفل.png", bytes: &png }];
    let options = Options { images: &images, ..Options::default() };
    let bytes = export(&document, &minutes(), options, Format::Pdf).expect("a PDF").bytes;
    assert!(holds(&bytes, "/Subtype/Image") || holds(&bytes, "/Subtype /Image"));
    if let Some(tags) = tags("pictures", &bytes) {
        assert_eq!(count(&tags, "Figure"), 2, "{tags:#?}");
    }
    // Where they are not found the paper says nothing of them.
    let bytes = pdf(&document, &minutes());
    if let Some(tags) = tags("no-pictures", &bytes) {
        assert_eq!(count(&tags, "Figure"), 0, "{tags:#?}");
    }
}

#[test]
fn a_photo_stands_on_one_page_with_its_caption() {
    for before in 1..60 {
        let mut document = with_pictures();
        let block = Block::new(block_id(900), Kind::default(), words(before * 9));
        step(&mut document, Step::Insert { after: Some(block_id(500)), block: Arc::new(block) });
        let composition = compose(&document, &minutes());
        let pages = Pager::default().lay(&document, &composition, &mut Engine::new(), usize::MAX);
        let with_photo = pages.pages.iter().filter(|page| {
            page.items.iter().any(|item| matches!(item, Item::Photo(_, name) if name == "حفل.png"))
        });
        let with_photo: Vec<_> = with_photo.collect();
        assert_eq!(with_photo.len(), 1, "{before}");
        assert!(with_photo[0].words().contains("افتتاح الملتقى"), "{before}");
    }
}

#[test]
fn a_picture_that_is_none_is_left_out_and_named() {
    let images = [Image { name: "logo.png", bytes: b"\x89PNG and no more" }];
    let options = Options { images: &images, ..Options::default() };
    let made = export(&with_pictures(), &minutes(), options, Format::Pdf).expect("a PDF without it");
    let lost: Vec<Loss> = made.warnings.into_iter().map(|warning| warning.what).collect();
    assert!(lost.contains(&Loss::BrokenPicture("logo.png".into())), "{lost:?}");
    assert!(lost.contains(&Loss::Picture("حفل.png".into())), "the other was not found: {lost:?}");
    assert!(!holds(&made.bytes, "/Subtype/Image") && !holds(&made.bytes, "/Subtype /Image"));
}

#[test]
fn a_letter_no_face_has_is_named() {
    let document = written(&[(Kind::default(), RichText::plain("شركة 漢 للنقل"))]);
    let stopped = export(&document, &minutes(), Options::default(), Format::Pdf).expect_err("no letter");
    let place = Some(Place::new(Target::Block(block_id(500)), "شركة ".len()));
    assert_eq!(stopped, Error::Letter { letter: "漢".into(), place });
}

#[test]
fn what_shows_nothing_does_not_stop_it() {
    let text = "المجلس\u{200b} الجهوي\u{feff} و\u{2066}اللجان\u{2069}\u{e0041}";
    let document = written(&[(Kind::default(), RichText::plain(text))]);
    assert!(pdf(&document, &minutes()).len() > 1_000);
}

#[test]
fn it_tells_how_far_it_is_and_stops_when_told_to() {
    let document = written(&[(Kind::default(), words(3_000))]);
    let told = RefCell::new(Vec::new());
    let watch = |done: usize, all: usize| {
        told.borrow_mut().push((done, all));
        true
    };
    let options = Options { watch: Some(&watch), ..Options::default() };
    export(&document, &minutes(), options, Format::Pdf).expect("a PDF");
    let told = told.into_inner();
    assert!(told.len() > 5 && told.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{told:?}");
    assert!(told.last().is_some_and(|(done, all)| done == all));
    let left = Cell::new(3);
    let watch = |_: usize, _: usize| {
        left.set(left.get() - 1);
        left.get() > 0
    };
    let options = Options { watch: Some(&watch), ..Options::default() };
    assert_eq!(export(&document, &minutes(), options, Format::Pdf).expect_err("stopped"), Error::Stopped);
    assert_eq!(left.get(), 0, "at once");
}

fn review_pages(document: &Document, view: &View) -> Pages {
    let review = Review { state: "مشروع محضر".into(), version: "النسخة 1".into(), mark: "ف" };
    let setting = Setting { review: Some(review), ..Setting::default() };
    let composition = compose(document, view);
    Pager::new(setting).lay(document, &composition, &mut Engine::new(), usize::MAX)
}

#[test]
fn every_paragraph_of_a_copy_for_review_has_a_number_beside_its_first_line() {
    let document = sample("regional-minutes");
    let composition = compose(&document, &minutes());
    let own =
        composition.paragraphs.iter().filter(|text| text.target.is_some() && !text.text.trim().is_empty());
    let own = own.count();
    let pages = review_pages(&document, &minutes());
    let mut numbers = Vec::new();
    for page in &pages.pages {
        let texts: Vec<_> = page.texts().collect();
        let running: Vec<_> = texts.iter().filter(|text| text.piece == Is::Running).collect();
        assert_eq!(running.len(), 2, "what it is and which version, on every page");
        for (at, text) in texts.iter().enumerate().filter(|(_, text)| text.piece == Is::Number) {
            numbers.push(text.words().to_owned());
            let body = texts[at..].iter().find(|text| text.piece == Is::Body).expect("its paragraph");
            assert!(text.left > body.left + body.layout.width(), "at the right edge");
            assert!(text.left + text.layout.width() < pages.width - 8.0, "on the paper");
            assert!((text.top - body.top).abs() < 12.0, "beside its first line");
        }
    }
    let expected: Vec<String> = (1..=own).map(|n| format!("ف{n}")).collect();
    assert_eq!(numbers, expected);
    assert!(pages.width < 450.0, "as wide as can be read on a telephone");
}

#[test]
fn a_copy_for_review_says_what_it_is_in_the_language_of_the_record() {
    let today = Date::new(2026, 11, 22);
    let options = Options { today, ..Options::default() };
    let mut document = sample("regional-minutes");
    let arabic = export(&document, &minutes(), options, Format::ReviewPdf).expect("a PDF").bytes;
    assert!(arabic.len() > 10_000);
    step(&mut document, Step::SetField(Field::Language(Language::French)));
    let french = export(&document, &minutes(), options, Format::ReviewPdf).expect("a PDF").bytes;
    assert!(french != arabic && holds(&french, "/L2R"));
}

#[test]
fn suggestions_and_remarks_are_printed_where_they_are_asked_for() {
    use mahdar::document::{Change, ChangeId, Comment, CommentId, Id, Pending, Stamp};
    let id = |counter| Id { session: 9, counter };
    let mut document = blank();
    let change =
        |author: &str| Change { author: author.into(), at: Stamp::default(), pending: Pending::Text };
    step(&mut document, Step::Put(Entry::Change(ChangeId(id(1)), Some(Box::new(change("سلمى"))))));
    let comment = Comment {
        author: "كريم".into(),
        at: Stamp::default(),
        text: "نتحقق من العدد".into(),
        quoted: "عشرون".into(),
        answers: None,
        resolved: None,
    };
    step(&mut document, Step::Put(Entry::Comment(CommentId(id(2)), Some(comment))));
    let mut output = Output::new(OutputKind::Minutes);
    output.title = "محضر".into();
    step(
        &mut document,
        Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }),
    );
    let text = RichText::from_pieces(vec![
        Piece::Text("حضر ".into()),
        Piece::Marked(vec![Mark::Remark(CommentId(id(2)))], "عشرون".into()),
        Piece::Text(" عضوا ".into()),
        Piece::Marked(vec![Mark::Inserted(ChangeId(id(1)))], "وعضوة".into()),
        Piece::Marked(vec![Mark::Deleted(ChangeId(id(1)))], " فقط".into()),
        Piece::Marked(vec![Mark::Underline, Mark::Strike, Mark::Language(Language::French)], " PDF".into()),
    ])
    .expect("a text");
    let block = Block::new(block_id(700), Kind::default(), text);
    step(&mut document, Step::Insert { after: None, block: Arc::new(block) });
    let markup = View { reading: Reading::Markup, ..minutes() };
    let shown = pdf(&document, &markup);
    let public = pdf(&document, &View { readers: Readers::Public, ..markup });
    if let (Some(shown), Some(public)) = (tags("markup", &shown), tags("markup-public", &public)) {
        assert_eq!(count(&shown, "LI"), 1, "the remark is listed: {shown:#?}");
        assert_eq!(count(&public, "LI"), 0, "and not for the public: {public:#?}");
    }
}

/// A record with a paragraph for the communiqué alone, both remarked on; one of the remarks has an answer to an answer,
/// and one lost its words.
fn remarked() -> Document {
    use mahdar::document::{Audience, Comment, CommentId, Id, Stamp};
    let id = |counter| CommentId(Id { session: 9, counter });
    let mut document = written(&[]);
    let mut output = Output::new(OutputKind::Communique);
    output.title = "بلاغ".into();
    step(
        &mut document,
        Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }),
    );
    for (counter, text, quoted, answers) in [
        (1, "نتحقق من العدد", "عشرون", None),
        (2, "لا يعلم بها أحد", "مداولة", None),
        (3, "تحققنا", "", Some(id(1))),
        (4, "شكرا", "", Some(id(3))),
        (5, "أين الفقرة؟", "فقرة ضاعت", None),
    ] {
        let (text, quoted) = (text.into(), quoted.into());
        let at = Stamp(1_700_000_000 + i64::from(counter));
        let comment = Comment { author: "كريم".into(), at, text, quoted, answers, resolved: None };
        step(&mut document, Step::Put(Entry::Comment(id(counter), Some(comment))));
    }
    let mut after = document.blocks().last().map(|block| block.id);
    for (counter, words, audience) in
        [(1, "حضر عشرون عضوا", Audience::Both), (2, "مداولة للصحافة", Audience::CommuniqueOnly)]
    {
        let text = RichText::from_pieces(vec![Piece::Marked(vec![Mark::Remark(id(counter))], words.into())]);
        let mut block = Block::new(block_id(800 + counter), Kind::default(), text.expect("a text"));
        block.audience = audience;
        let own = block.id;
        step(&mut document, Step::Insert { after, block: Arc::new(block) });
        after = Some(own);
    }
    document
}

#[test]
fn remarks_on_what_a_text_leaves_out_are_not_listed_behind_it() {
    let document = remarked();
    let listed = |output| {
        let view = View { reading: Reading::Markup, readers: Readers::Internal, ..View::of(output) };
        let composition = compose(&document, &view);
        let printed = mahdar::export::printed(&document, &composition, &view);
        let list = printed.paragraphs[composition.paragraphs.len()..].iter();
        let said: Vec<String> = list.map(|text| format!("{} {}", text.label, text.text)).collect();
        (view, said)
    };
    let (view, minutes) = listed(OutputKind::Minutes);
    assert_eq!(
        minutes,
        [
            " التعليقات",
            "1- «عشرون» – كريم (14 نونبر 2023): نتحقق من العدد",
            "– كريم (14 نونبر 2023): تحققنا",
            "– كريم (14 نونبر 2023): شكرا",
            "2- كريم (14 نونبر 2023): «فقرة ضاعت» – أين الفقرة؟",
        ]
    );
    let (_, communique) = listed(OutputKind::Communique);
    assert_eq!(communique.len(), 6, "{communique:#?}");
    assert!(communique.iter().any(|line| line.contains("لا يعلم بها أحد")));
    // The file says what is shown of it.
    for format in [Format::Pdf, Format::ReviewPdf] {
        let bytes = export(&document, &view, Options::default(), format).expect("a PDF").bytes;
        if let Some(tags) = tags("remarked", &bytes) {
            assert_eq!(count(&tags, "LI"), 4, "{tags:#?}");
        }
    }
}

#[test]
fn nothing_is_too_long_too_narrow_or_too_empty() {
    let mut documents = Vec::new();
    documents.push(written(&[(Kind::default(), words(12_000))]));
    documents.push(written(&[(Kind::default(), RichText::plain(&"ا".repeat(9_000)))]));
    let mut untitled = written(&[(Kind::default(), words(3))]);
    let mut output = Output::new(OutputKind::Minutes);
    output.state = State::Approved;
    step(
        &mut untitled,
        Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }),
    );
    documents.push(untitled);
    for (start, width) in [(10_400, 21_000), (0, 21_000), (2_500, 6_000), (0, 0)] {
        let mut narrow = written(&[(Kind::default(), words(400)), (Kind::recommendation(3), words(60))]);
        let mut style = narrow.style().clone();
        (style.page.start, style.page.end, style.page.width) = (start, start, width);
        step(&mut narrow, Step::SetField(Field::Style(style)));
        documents.push(narrow);
    }
    let signatories: Vec<_> = (1..=200).map(person_id).collect();
    let mut many = blank();
    for id in &signatories {
        let person =
            Person { name: format!("عضو {}", id.0.counter), gender: Gender::Male, ..Person::default() };
        step(&mut many, Step::Put(Entry::Person(*id, Some(person))));
    }
    let mut output = Output::new(OutputKind::Minutes);
    output.title = "محضر".into();
    step(
        &mut many,
        Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }),
    );
    let block =
        Block::new(block_id(800), Kind::Signatures(Signatures { signatories }), RichText::plain("حرر بفاس"));
    step(&mut many, Step::Insert { after: None, block: Arc::new(block) });
    let composition = compose(&many, &minutes());
    let pages = Pager::default().lay(&many, &composition, &mut Engine::new(), usize::MAX);
    let signed = pages.pages.iter().flat_map(mahdar::pages::Page::texts).filter(|text| {
        text.source
            .as_ref()
            .is_some_and(|own| own.composed.part == Part::Signature && own.composed.target.is_none())
    });
    assert_eq!(signed.count(), 200, "everybody has a place to sign");
    documents.push(many);
    for document in &documents {
        for (format, family) in
            [(Format::Pdf, Family::Amiri), (Format::Pdf, Family::Naskh), (Format::ReviewPdf, Family::Amiri)]
        {
            let options = Options { family, ..Options::default() };
            assert!(export(document, &minutes(), options, format).is_ok());
        }
    }
    assert_eq!(
        export(&blank(), &minutes(), Options::default(), Format::Pdf).expect_err("nothing to print"),
        Error::Empty
    );
}
