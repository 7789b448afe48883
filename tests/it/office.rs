//! DOCX and ODT: what word processors ask of a file that is read from right to left, looked at part by part.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::Arc;

use mahdar::document::{
    Annex, Atom, Block, BlockId, BlockReview, Change, ChangeId, Comment, CommentId, DateForm, Document,
    Entry, Field, Id, Kind, Label, Labels, Language, Letterhead, Mark, Output, OutputKind, Pending, Piece,
    RecordId, Resolved, RichText, Stamp, State, Step, Style, Target,
};
use mahdar::export::{Error, Format, Image, Options, export};
use mahdar::import;
use mahdar::template::{Composition, Numbered, Readers, Reading, View, compose, head, signer};
use mahdar::text;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::{CompressionMethod, ZipArchive};

use crate::samples::{SAMPLES, sample};
use crate::store::record::{self, Size};

/// A picture of so many dots, two colours of it.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let ring = |x: u32, y: u32| {
        let (x, y) = (f64::from(x) / f64::from(width) - 0.5, f64::from(y) / f64::from(height) - 0.5);
        let far = x.hypot(y);
        let inside = (0.25..0.45).contains(&far) || far < 0.12;
        image::Rgb(if inside { [14, 102, 92] } else { [255, 255, 255] })
    };
    let picture = image::RgbImage::from_fn(width, height, ring);
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// The minutes of a sample under a letterhead with a logo, with a photo behind them.
pub(crate) fn pictured() -> Document {
    let mut document = sample("regional-minutes");
    let letterhead = Letterhead { logo: "logo.png".into(), ..document.letterhead().clone() };
    stepped(&mut document, Step::SetField(Field::Letterhead(letterhead)));
    let annex = Kind::Annex(Annex { file: "photo.png".into() });
    add(&mut document, 900, annex, "جانب من الاجتماع".into(), BlockReview::default());
    document
}

/// An element with what is in it.
#[derive(Default, Debug, Clone)]
pub(crate) struct Node {
    pub(crate) name: String,
    attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Node>,
    pub(crate) text: String,
}

impl Node {
    pub(crate) fn parse(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let mut stack = vec![Self::default()];
        let node = |start: &BytesStart<'_>| {
            let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
            let attributes = start.attributes().map(|one| {
                let one = one.expect("an attribute once");
                let value = String::from_utf8(one.value.to_vec()).unwrap();
                let value = quick_xml::escape::unescape(&value).unwrap().into_owned();
                (String::from_utf8(one.key.as_ref().to_vec()).unwrap(), value)
            });
            Self { name, attributes: attributes.collect(), ..Self::default() }
        };
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(start) => stack.push(node(&start)),
                Event::Empty(start) => {
                    let empty = node(&start);
                    stack.last_mut().unwrap().children.push(empty);
                }
                Event::End(_) => {
                    let whole = stack.pop().unwrap();
                    stack.last_mut().unwrap().children.push(whole);
                }
                Event::Text(words) => stack.last_mut().unwrap().text += &words.decode().unwrap(),
                Event::GeneralRef(name) => {
                    let letter = match &*name {
                        b"amp" => "&",
                        b"lt" => "<",
                        b"gt" => ">",
                        b"quot" => "\"",
                        other => panic!("{other:?}"),
                    };
                    stack.last_mut().unwrap().text += letter;
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(stack.len(), 1, "every element ends");
        stack.pop().unwrap().children.pop().unwrap()
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.is(name))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.child(name).is_some()
    }

    /// All elements of this name in it, itself too.
    pub(crate) fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        if self.is(name) {
            found.push(self);
        }
        found.extend(self.children.iter().flat_map(|child| child.all(name)));
        found
    }

    /// The words of a paragraph of a DOCX or an ODT.
    pub(crate) fn words(&self) -> String {
        match self.name.as_str() {
            "w:t" | "w:delText" => self.text.clone(),
            "w:tab" | "w:br" | "text:tab" | "text:line-break" | "text:s" => " ".to_owned(),
            "office:annotation" | "w:pPr" | "svg:title" | "text:tracked-changes" => String::new(),
            _ => self.text.clone() + &self.children.iter().map(Self::words).collect::<String>(),
        }
    }
}

/// The text of ODT elements is mixed; their words are read in order from the markup itself.
fn odt_words(xml: &str) -> Vec<String> {
    let body = &xml[xml.find("<office:text>").unwrap()..];
    let body = match body.find("</text:tracked-changes>") {
        Some(at) => &body[at..],
        None => body,
    };
    let mut plain = String::new();
    for piece in body.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let parts = ["text:tab", "text:s/", "text:line-break", "/text:p", "/text:h", "table:"];
        if parts.iter().any(|part| tag.starts_with(part)) {
            plain.push(' ');
        }
        plain += words;
    }
    let plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    words_of(&plain)
}

pub(crate) fn words_of(text: &str) -> Vec<String> {
    let text: String = text.chars().filter(|c| *c != '\u{200E}').collect();
    text.split_whitespace().map(str::to_owned).collect()
}

pub(crate) struct File {
    names: Vec<String>,
    parts: BTreeMap<String, Vec<u8>>,
}

impl File {
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a packed file");
        let mut names = Vec::new();
        let mut parts = BTreeMap::new();
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            let modified = part.last_modified().expect("a day");
            assert_eq!((modified.year(), modified.month(), modified.day()), (1980, 1, 1));
            let name = part.name().expect("a name").into_owned();
            names.push(name.clone());
            parts.insert(name, bytes);
        }
        Self { names, parts }
    }

    fn xml(&self, name: &str) -> String {
        String::from_utf8(self.parts.get(name).unwrap_or_else(|| panic!("no {name}")).clone()).unwrap()
    }

    pub(crate) fn part(&self, name: &str) -> Node {
        Node::parse(&self.xml(name))
    }

    /// The parts of a DOCX that hold paragraphs.
    fn texts(&self) -> Vec<Node> {
        let is_text = |name: &&String| {
            ["word/document", "word/header", "word/footer", "word/comments.xml"]
                .iter()
                .any(|start| name.starts_with(start))
        };
        self.names.iter().filter(is_text).map(|name| self.part(name)).collect()
    }
}

fn options<'a>(images: &'a [Image<'a>]) -> Options<'a> {
    Options { images, ..Options::default() }
}

fn write(document: &Document, view: &View, format: Format, images: &[Image<'_>]) -> Vec<u8> {
    export(document, view, options(images), format).expect("a file").bytes
}

fn docx(document: &Document, view: &View) -> File {
    File::open(&write(document, view, Format::Docx, &[]))
}

/// A text as pages write it: who signs on two lines, the office and the name, without the colon of a line that says both.
pub(crate) fn as_signed(composition: &Composition, text: &str) -> String {
    let names = composition.paragraphs.iter().filter(|text| text.is_name());
    names.fold(text.to_owned(), |text, line| match signer(&line.text) {
        (Some(office), name) => text.replace(&line.text, &format!("{office} {name}")),
        (None, _) => text,
    })
}

/// What a file of this text must say, in order: the head's line, the title, then all that the body says.
pub(crate) fn expected(document: &Document, view: &View) -> Vec<String> {
    let composition: Composition = compose(document, view);
    let head = head(document, &composition);
    let mut said = String::new();
    let mut number = None;
    if let Numbered::Given(at) = head.number {
        number = Some(at);
        said += &composition.paragraphs[at].text;
    }
    said += &format!(" {}\n{}\n", head.day.unwrap_or_default(), composition.title.text);
    for (at, text) in composition.paragraphs.iter().enumerate() {
        match &text.row {
            Some(row) => row.cells.iter().for_each(|cell| said += &format!("{} ", cell.text)),
            None if Some(at) == number || text.text.trim().is_empty() => {}
            None => said += &format!("{} {}\n", text.label, text.text),
        }
    }
    words_of(&as_signed(&composition, &said))
}

/// Every output of every sample.
pub(crate) fn sampled() -> Vec<(String, Document, View)> {
    let mut found = Vec::new();
    for name in SAMPLES {
        let document = sample(name);
        for output in document.outputs() {
            let view = View::of(output.kind);
            found.push((format!("{name}-{}", output.kind.keyword()), document.clone(), view));
        }
    }
    found
}

fn id(n: u32) -> Id {
    Id { session: 0xa1, counter: n }
}

pub(crate) fn stepped(document: &mut Document, step: Step) {
    document.apply(step).expect("a step that fits");
}

pub(crate) fn started(title: &str) -> Document {
    let mut document = Document::new(RecordId(3));
    let output = Output { title: title.into(), ..Output::new(OutputKind::Communique) };
    stepped(
        &mut document,
        Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }),
    );
    document
}

pub(crate) fn add(document: &mut Document, n: u32, kind: Kind, text: RichText, review: BlockReview) {
    let after = document.blocks().last().map(|block| block.id);
    let block = Block { review, ..Block::new(BlockId(id(n)), kind, text) };
    stepped(document, Step::Insert { after, block: Arc::new(block) });
}

fn view() -> View {
    View::of(OutputKind::Communique)
}

/// The view of those who review it.
pub(crate) fn markup() -> View {
    View { readers: Readers::Internal, reading: Reading::Markup, ..view() }
}

/// A record with every kind of suggestion, a remark over two paragraphs that is answered, and one that is closed.
pub(crate) fn reviewed() -> Document {
    let mut document = started("بلاغ قيد المراجعة");
    let change = |n: u32| ChangeId(id(n));
    for n in 1..=4 {
        let change_made =
            Change {
                author: "نادية الورياغلي".into(), at: Stamp(1_700_000_000), pending: Pending::Text
            };
        stepped(&mut document, Step::Put(Entry::Change(change(n), Some(Box::new(change_made)))));
    }
    let comment = |text: &str, answers: Option<u32>, closed: bool| Comment {
        author: "سعيد بنعلي".into(),
        at: Stamp(1_700_000_100),
        text: text.into(),
        quoted: String::new(),
        answers: answers.map(|n| CommentId(id(n))),
        resolved: closed.then(|| Resolved { by: "نادية".into(), at: Stamp(1_700_000_200) }),
    };
    for (n, one) in [
        (11, comment("هل التاريخ صحيح؟\nسطر ثان", None, false)),
        (12, comment("نعم", Some(11), false)),
        (13, comment("شكرا", Some(12), false)),
        (14, comment("أُغلقت", None, true)),
    ] {
        stepped(&mut document, Step::Put(Entry::Comment(CommentId(id(n)), Some(one))));
    }
    let remark = |n: u32| Mark::Remark(CommentId(id(n)));
    let first = [
        Piece::Text("نص ".into()),
        Piece::Marked(vec![Mark::Deleted(change(1))], "قديم".into()),
        Piece::Marked(vec![Mark::Inserted(change(2)), Mark::Bold], "جديد".into()),
        Piece::Text(" ثم ".into()),
        Piece::Marked(vec![remark(11)], "كلام عليه ملاحظة".into()),
    ];
    let second = [
        Piece::Marked(vec![remark(11)], "وتستمر هنا".into()),
        Piece::Text(" وهنا ".into()),
        Piece::Marked(vec![remark(14)], "أخرى".into()),
    ];
    let none = BlockReview::default();
    add(&mut document, 101, Kind::default(), RichText::from_pieces(first).unwrap(), none);
    add(&mut document, 102, Kind::default(), RichText::from_pieces(second).unwrap(), none);
    let added = BlockReview { inserted: Some(change(3)), ..none };
    add(&mut document, 103, Kind::recommendation(1), "بند مضاف كله".into(), added);
    let removed = BlockReview { removed: Some(change(4)), ..none };
    add(&mut document, 104, Kind::recommendation(1), "بند محذوف كله".into(), removed);
    let joined = BlockReview { joined: Some(change(3)), ..none };
    add(&mut document, 105, Kind::default(), "فقرة".into(), none);
    add(&mut document, 106, Kind::default(), "تُضم إلى ما قبلها".into(), joined);
    document
}

fn is_xml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "xml")
}

#[test]
fn both_files_say_what_the_text_says_in_its_order() {
    for (name, document, view) in sampled() {
        let said = expected(&document, &view);
        let file = docx(&document, &view);
        let body = file.part("word/document.xml");
        let words: String = body.all("w:p").iter().map(|p| p.words() + "\n").collect();
        assert_eq!(words_of(&words), said, "{name}.docx");
        let odt = File::open(&write(&document, &view, Format::Odt, &[]));
        Node::parse(&odt.xml("content.xml"));
        Node::parse(&odt.xml("styles.xml"));
        assert_eq!(odt_words(&odt.xml("content.xml")), said, "{name}.odt");
    }
}

#[test]
fn every_paragraph_of_an_arabic_file_is_read_from_the_right() {
    let mut files: Vec<File> = sampled().iter().map(|(_, document, view)| docx(document, view)).collect();
    files.push(docx(&reviewed(), &markup()));
    for file in files {
        for part in file.texts() {
            for paragraph in part.all("w:p") {
                assert!(paragraph.child("w:pPr").is_some_and(|look| look.has("w:bidi")), "{paragraph:?}");
            }
        }
        let body = file.part("word/document.xml");
        let sections = body.all("w:sectPr");
        assert!(sections.len() == 1 && sections[0].has("w:bidi"));
        let styles = file.part("word/styles.xml");
        for style in styles.all("w:style").iter().filter(|style| style.get("w:type") == "paragraph") {
            assert!(style.child("w:pPr").is_some_and(|look| look.has("w:bidi")), "{style:?}");
        }
        let defaults = styles.child("w:docDefaults").unwrap();
        assert_eq!(defaults.all("w:lang")[0].get("w:bidi"), "ar-MA");
        assert_eq!(file.part("word/settings.xml").all("w:themeFontLang")[0].get("w:bidi"), "ar-MA");
    }
}

#[test]
fn a_french_file_is_read_from_the_left_all_through() {
    let mut document = started("Communiqué de la section « Atlas »");
    stepped(&mut document, Step::SetField(Field::Language(Language::French)));
    add(&mut document, 1, Kind::default(), "Réunie le 14 mars, la section".into(), BlockReview::default());
    let file = docx(&document, &view());
    for part in file.texts() {
        assert!(part.all("w:bidi").is_empty() && part.all("w:rtl").is_empty());
        assert!(part.all("w:bidiVisual").is_empty());
    }
    let odt = File::open(&write(&document, &view(), Format::Odt, &[]));
    assert!(!odt.xml("styles.xml").contains("rl-tb") && !odt.xml("content.xml").contains("rl-tb"));
}

#[test]
fn runs_follow_the_resolved_levels() {
    let mut document = started("بلاغ");
    let line = "وُزعت الوثيقة (الصيغة PDF 1.7) يوم 14/11/2026 على 12 عضوا.";
    add(&mut document, 1, Kind::recommendation(1), line.into(), BlockReview::default());
    let file = docx(&document, &view());
    let body = file.part("word/document.xml");
    let paragraph = *body.all("w:p").iter().find(|p| p.words().contains("PDF")).expect("the recommendation");
    let mut shown = Vec::new();
    let mut line = String::new();
    for run in paragraph.all("w:r") {
        let rtl = run.child("w:rPr").is_some_and(|look| look.has("w:rtl"));
        for child in &run.children {
            let words = if child.is("w:tab") { "\t".to_owned() } else { child.text.clone() };
            shown.extend(words.chars().map(|_| rtl));
            line += &words;
        }
    }
    let levels = text::levels(&line, text::Base::Rtl).levels;
    let resolved: Vec<bool> = levels.into_iter().map(|level| level % 2 == 1).collect();
    assert_eq!(shown, resolved, "{line}");
    assert!(shown.contains(&false) && line.starts_with("1-\t"), "{line}");
}

/// The children of these elements in the order in which the schema has them.
const ORDERS: [(&str, &str); 5] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind \
         contextualSpacing jc outlineLvl rPr",
    ),
    ("w:rPr", "ins del rStyle rFonts b bCs i iCs strike color sz szCs highlight u bdr shd rtl cs lang"),
    ("w:tblPr", "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook"),
    ("w:trPr", "cantSplit trHeight tblHeader"),
    ("w:sectPr", "headerReference footerReference type pgSz pgMar pgNumType cols titlePg bidi"),
];

#[test]
fn properties_stand_in_the_order_of_the_schema() {
    let mut files: Vec<File> = sampled().iter().map(|(_, document, view)| docx(document, view)).collect();
    files.push(docx(&reviewed(), &markup()));
    for file in files {
        let mut parts = file.texts();
        parts.push(file.part("word/styles.xml"));
        for part in parts {
            for (element, order) in ORDERS {
                let order: Vec<&str> = order.split_whitespace().collect();
                for node in part.all(element) {
                    let at = |child: &Node| {
                        let name = child.name.trim_start_matches("w:");
                        order.iter().position(|known| *known == name).unwrap_or_else(|| {
                            assert!(element == "w:trPr", "{element}: {name}");
                            0
                        })
                    };
                    let places: Vec<usize> = node.children.iter().map(at).collect();
                    assert!(element == "w:trPr" || places.is_sorted(), "{node:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_said_of_latin_letters_is_said_of_arabic_ones() {
    let (_, document, view) = &sampled()[0];
    let file = docx(document, view);
    let mut parts = file.texts();
    parts.push(file.part("word/styles.xml"));
    for look in parts.iter().flat_map(|part| part.all("w:rPr")) {
        assert_eq!(look.has("w:b"), look.has("w:bCs"), "{look:?}");
        let size = |name: &str| look.child(name).map(|size| size.get("w:val").to_owned());
        assert_eq!(size("w:sz"), size("w:szCs"), "{look:?}");
        if let Some(fonts) = look.child("w:rFonts") {
            assert!(!fonts.get("w:cs").is_empty() && !fonts.get("w:ascii").is_empty());
        }
    }
}

#[test]
fn nothing_is_put_to_the_start_where_lines_start_anyway() {
    for (name, document, view) in sampled() {
        let file = docx(&document, &view);
        let mut parts = file.texts();
        parts.push(file.part("word/styles.xml"));
        for side in parts.iter().flat_map(|part| part.all("w:jc")) {
            assert!(matches!(side.get("w:val"), "both" | "center"), "{name}: {side:?}");
        }
    }
}

#[test]
fn the_list_to_sign_is_a_table_whose_head_comes_again() {
    let document = sample("regional-minutes");
    let view = View::of(OutputKind::AttendanceSheet);
    let file = docx(&document, &view);
    let body = file.part("word/document.xml");
    let table = body.all("w:tbl")[0];
    assert!(table.child("w:tblPr").unwrap().has("w:bidiVisual"));
    let rows = table.all("w:tr");
    assert!(rows[0].child("w:trPr").unwrap().has("w:tblHeader"));
    assert!(rows.iter().all(|row| row.child("w:trPr").unwrap().has("w:cantSplit")));
    assert!(rows.iter().skip(1).all(|row| !row.child("w:trPr").unwrap().has("w:tblHeader")));
    let sheet = compose(&document, &view);
    assert_eq!(rows.len(), sheet.paragraphs.iter().filter(|text| text.row.is_some()).count());
    let odt = File::open(&write(&document, &view, Format::Odt, &[]));
    let content = odt.part("content.xml");
    assert_eq!(content.all("table:table-header-rows").len(), 1);
    let style = content
        .all("style:style")
        .into_iter()
        .find(|style| style.get("style:family") == "table" && style.get("style:name") == "List");
    assert_eq!(style.unwrap().children[0].get("style:writing-mode"), "rl-tb");
}

#[test]
fn signatures_stand_side_by_side_and_on_one_page() {
    let document = sample("regional-minutes");
    let file = docx(&document, &View::of(OutputKind::Minutes));
    let body = file.part("word/document.xml");
    let table = body.all("w:tbl").into_iter().next_back().unwrap();
    let rows = table.all("w:tr");
    assert_eq!((rows.len(), rows[0].all("w:tc").len()), (1, 2));
    assert!(rows[0].child("w:trPr").unwrap().has("w:cantSplit"));
    let styled = |p: &Node, style: &str| {
        p.child("w:pPr").and_then(|look| look.child("w:pStyle")).is_some_and(|one| one.get("w:val") == style)
    };
    let place = body.all("w:p").into_iter().find(|p| styled(p, "Closing")).unwrap();
    assert!(place.child("w:pPr").unwrap().has("w:keepNext"));
    let first = rows[0].all("w:tc")[0];
    let runs = first.all("w:r");
    let is_bold = |run: &&&Node| run.child("w:rPr").is_some_and(|look| look.has("w:bCs"));
    let bold: String = runs.iter().filter(is_bold).map(|run| run.words()).collect();
    let plain: String = runs.iter().filter(|run| !is_bold(run)).map(|run| run.words()).collect();
    assert_eq!(
        (plain.as_str(), bold.as_str()),
        ("الكاتبة الجهوية لاتحاد الجمعيات البيئية بجهة الأطلس ", "السيدة رقية الصفصافي")
    );
    assert_eq!(first.all("w:br").len(), 1, "the name stands on a line of its own");
}

#[test]
fn items_without_a_label_stand_at_their_level() {
    let mut document = started("بلاغ");
    let labels = Labels { section: Label::None, item: Label::None, ..Labels::default() };
    stepped(&mut document, Step::SetField(Field::Style(Style { labels, ..Style::default() })));
    for (n, depth) in [(1, 1), (2, 2), (3, 3)] {
        add(&mut document, n, Kind::recommendation(depth), "بند من البنود".into(), BlockReview::default());
    }
    let file = File::open(&write(&document, &view(), Format::Odt, &[]));
    let content = file.part("content.xml");
    let left = |from: &Node, name: &str| -> String {
        let found = from.all("style:style").into_iter().find(|style| style.get("style:name") == name);
        found.unwrap().child("style:paragraph-properties").unwrap().get("fo:margin-left").to_owned()
    };
    let styles = file.part("styles.xml");
    let flat: Vec<&Node> = content
        .all("style:style")
        .into_iter()
        .filter(|style| {
            style.child("style:paragraph-properties").is_some_and(|look| look.get("fo:text-indent") == "0pt")
        })
        .collect();
    assert_eq!(flat.len(), 2, "two levels have no labels");
    for style in flat {
        let (own, parent) = (style.get("style:name"), style.get("style:parent-style-name"));
        assert_eq!(left(&content, own), left(&styles, parent), "{parent}");
    }
}

#[test]
fn dates_and_what_is_counted_are_never_parted_between_lines() {
    let mut document = started("عنوان");
    let text = "صادق المجلس يوم 08 دجنبر 2026 بأغلبية 21 صوتا على مبلغ 240.000 درهم لسنة قادمة.";
    add(&mut document, 1, Kind::default(), text.into(), BlockReview::default());
    let title = Step::Splice {
        at: Target::Title(OutputKind::Communique),
        start: "عنوان".len(),
        end: "عنوان".len(),
        insert: RichText::plain(" طويل لبلاغ المجلس الوطني حول حماية الواحات والغابات والمجالات الجبلية"),
    };
    stepped(&mut document, title);
    for (format, part, name) in
        [(Format::Docx, "word/document.xml", "w:p"), (Format::Odt, "content.xml", "text:p")]
    {
        let bytes = write(&document, &view(), format, &[]);
        let xml: String = File::open(&bytes).part(part).all(name).iter().map(|p| p.words()).collect();
        for kept in ["08 دجنبر 2026", "21 صوتا", "240.000 درهم", "والمجالات الجبلية"]
        {
            assert!(xml.contains(&kept.replace(' ', "\u{a0}")), "{kept} in {format:?}");
        }
        assert_eq!(xml.matches('\u{a0}').count(), 5, "nothing else is held in {format:?}");
        if format == Format::Docx {
            let read = import::read(&bytes, None).expect("it is read again");
            let found = read.paragraphs.iter().any(|para| para.text == text);
            assert!(found, "spaces come back as they were: {:?}", read.paragraphs);
        }
    }
}

#[test]
fn characters_that_xml_forbids_do_not_go_out() {
    let mut document = started("عنوان \u{1}فيه <علامة> & \"أخرى\"");
    add(&mut document, 1, Kind::default(), "نص\u{b} مع \u{fffe}خفايا\u{7}.".into(), BlockReview::default());
    for format in [Format::Docx, Format::Odt] {
        let file = File::open(&write(&document, &view(), format, &[]));
        for name in file.names.iter().filter(|name| is_xml(name)) {
            let xml = file.xml(name);
            assert!(!xml.contains(|c: char| (c < ' ' && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}')));
            Node::parse(&xml);
        }
        let about = if format == Format::Docx { "docProps/core.xml" } else { "meta.xml" };
        let about = file.part(about);
        assert_eq!(about.all("dc:title")[0].text, "عنوان فيه <علامة> & \"أخرى\"");
    }
}

#[test]
fn a_paragraph_of_a_thousand_lines_comes_whole() {
    let mut document = started("بلاغ طويل");
    let line = "هذا سطر من فقرة طويلة جدا فيه رقم 2026 وكلمة PDF، ".repeat(1000);
    add(&mut document, 1, Kind::default(), line.trim().into(), BlockReview::default());
    let said = expected(&document, &view());
    let body = docx(&document, &view()).part("word/document.xml");
    let words: String = body.all("w:p").iter().map(|p| p.words() + "\n").collect();
    assert_eq!(words_of(&words), said);
    let odt = File::open(&write(&document, &view(), Format::Odt, &[]));
    assert_eq!(odt_words(&odt.xml("content.xml")), said);
}

#[test]
fn nothing_to_write_is_no_file() {
    let document = Document::new(RecordId(1));
    for format in [Format::Docx, Format::Odt] {
        assert_eq!(export(&document, &view(), Options::default(), format).unwrap_err(), Error::Empty);
    }
}

#[test]
fn the_work_can_be_stopped() {
    let watch = |_: usize, _: usize| false;
    for format in [Format::Docx, Format::Odt] {
        let options = Options { watch: Some(&watch), ..Options::default() };
        let stopped = export(&reviewed(), &view(), options, format).unwrap_err();
        assert_eq!(stopped, Error::Stopped);
    }
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let document = record::record(Size { words: 3000, each: 30 });
    for format in [Format::Docx, Format::Odt] {
        assert_eq!(write(&document, &view(), format, &[]), write(&document, &view(), format, &[]));
    }
}

#[test]
fn the_type_of_an_open_document_stands_first_as_it_is() {
    let bytes = write(&reviewed(), &view(), Format::Odt, &[]);
    let mut zip = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    let first = zip.by_index(0).unwrap();
    assert_eq!(first.name().unwrap(), "mimetype");
    assert_eq!(first.compression(), CompressionMethod::Stored);
    assert_eq!(&bytes[38..38 + 39], b"application/vnd.oasis.opendocument.text");
    drop(first);
    let file = File::open(&bytes);
    let manifest = file.part("META-INF/manifest.xml");
    let listed = manifest.all("manifest:file-entry").len() - 1;
    assert_eq!(listed, file.names.len() - 2, "all but its type and the list itself");
}

#[test]
fn the_logo_stands_over_the_first_page_where_it_was_found() {
    let mut document = reviewed();
    let letterhead = Letterhead {
        lines: vec!["اتحاد الجمعيات".into(), "الكتابة الجهوية".into()],
        logo: "logo.png".into(),
        ..Letterhead::default()
    };
    stepped(&mut document, Step::SetField(Field::Letterhead(letterhead)));
    let bytes = png(40, 20);
    let images = [Image { name: "logo.png", bytes: &bytes }];
    let file = File::open(&write(&document, &view(), Format::Docx, &images));
    let header = file.part("word/header1.xml");
    assert_eq!(header.all("w:drawing").len(), 1);
    assert_eq!(file.parts["word/media/logo.png"], bytes);
    let extent = header.all("wp:extent")[0];
    // 40 by 20 dots at 96 to the inch.
    assert_eq!((extent.get("cx"), extent.get("cy")), ("381000", "190500"));
    let body = file.part("word/document.xml");
    assert!(body.all("w:titlePg").len() == 1 && header.words().contains("اتحاد الجمعيات"));
    let without = docx(&document, &view());
    assert!(without.part("word/header1.xml").all("w:drawing").is_empty());
    let broken = [Image { name: "logo.png", bytes: b"\x89PNG\r\n\x1a\n\0" }];
    let broken = File::open(&write(&document, &view(), Format::Docx, &broken));
    assert!(broken.part("word/header1.xml").all("w:drawing").is_empty());
    let odt = File::open(&write(&document, &view(), Format::Odt, &images));
    assert_eq!(odt.part("styles.xml").all("draw:image").len(), 1);
    assert_eq!(odt.parts["Pictures/logo.png"], bytes);
}

#[test]
fn a_photo_stands_over_its_caption_in_the_annexes() {
    let photo = png(300, 200);
    let images = [Image { name: "photo.png", bytes: &photo }];
    let view = View::of(OutputKind::Minutes);
    let file = File::open(&write(&pictured(), &view, Format::Docx, &images));
    let body = file.part("word/document.xml");
    let paragraphs = body.all("w:p");
    let at = paragraphs.iter().position(|p| !p.all("w:drawing").is_empty()).expect("the photo");
    assert!(paragraphs[at].child("w:pPr").unwrap().has("w:keepNext"), "it stays with its caption");
    assert!(paragraphs[at + 1].words().contains("جانب من الاجتماع"));
    assert_eq!(file.parts["word/media/annex1.png"], photo);
    let odt = File::open(&write(&pictured(), &view, Format::Odt, &images));
    assert_eq!(odt.part("content.xml").all("draw:image").len(), 1);
    let without = docx(&pictured(), &view).part("word/document.xml");
    assert!(without.all("w:drawing").is_empty(), "one that is not found leaves its caption");
}

#[test]
fn what_is_written_can_be_imported_wherever_its_first_pages_are_cut() {
    for letters in 1..=4 {
        let mut document = started(&"a".repeat(letters));
        let words = "كلمات كثيرة في فقرة ".repeat(20);
        for n in 1..60 {
            add(&mut document, n, Kind::default(), words.trim().into(), BlockReview::default());
        }
        let bytes = write(&document, &view(), Format::Docx, &[]);
        let read = import::read(&bytes, Some(import::Format::Docx)).expect("our own");
        assert!(read.paragraphs.len() >= 60, "{letters}");
    }
}

#[test]
fn a_draft_is_stamped_until_it_is_approved() {
    let mut document = reviewed();
    let stamped = |document: &Document| {
        let file = docx(document, &view());
        file.names.iter().any(|name| name == "word/header1.xml")
            && file.part("word/header1.xml").words().contains("مسودة")
    };
    assert!(stamped(&document));
    let output =
        Output { title: "بلاغ".into(), state: State::Published, ..Output::new(OutputKind::Communique) };
    stepped(
        &mut document,
        Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }),
    );
    assert!(!stamped(&document));
}

#[test]
fn each_paragraph_bears_the_name_of_its_block() {
    let document = sample("press-communique");
    let view = View::main(&document);
    let body = docx(&document, &view).part("word/document.xml");
    let names: Vec<&str> = body.all("w:bookmarkStart").iter().map(|mark| mark.get("w:name")).collect();
    let blocks = compose(&document, &view).paragraphs;
    let blocks: Vec<String> = blocks
        .iter()
        .filter_map(|text| match &text.target {
            Some(mahdar::document::Target::Block(id)) => {
                Some(format!("m_{:x}_{}", id.0.session, id.0.counter))
            }
            _ => None,
        })
        .collect();
    assert_eq!(names[0], "m_title");
    assert_eq!(&names[1..], blocks);
    assert_eq!(body.all("w:bookmarkEnd").len(), names.len());
    let numbers: std::collections::BTreeSet<&str> =
        body.all("w:bookmarkStart").iter().map(|mark| mark.get("w:id")).collect();
    assert_eq!(numbers.len(), names.len());
}

#[test]
fn suggestions_are_tracked_changes_and_remarks_are_comments() {
    let file = docx(&reviewed(), &markup());
    let body = file.part("word/document.xml");
    let inserted: Vec<String> = body.all("w:ins").iter().map(|one| one.words()).collect();
    assert!(inserted.contains(&"جديد".to_owned()), "{inserted:?}");
    assert!(inserted.contains(&"بند مضاف كله".to_owned()), "{inserted:?}");
    let removed: Vec<String> = body.all("w:del").iter().map(|one| one.words()).collect();
    assert!(removed.contains(&"قديم".to_owned()), "{removed:?}");
    assert!(removed.contains(&"بند محذوف كله".to_owned()), "{removed:?}");
    let marks: Vec<&Node> = body.all("w:pPr").into_iter().filter_map(|look| look.child("w:rPr")).collect();
    assert_eq!(marks.iter().filter(|mark| mark.has("w:ins")).count(), 1, "a whole paragraph was put in");
    // One paragraph would go, another would lose its end.
    assert_eq!(marks.iter().filter(|mark| mark.has("w:del")).count(), 2);
    let change = body.all("w:ins")[0];
    assert_eq!(change.get("w:author"), "نادية الورياغلي");
    assert_eq!(change.get("w:date"), "2023-11-14T22:13:20Z");
    let comments = file.part("word/comments.xml");
    let said: Vec<String> = comments.all("w:comment").iter().map(|one| one.words()).collect();
    assert_eq!(said, ["هل التاريخ صحيح؟سطر ثان", "نعم", "شكرا", "أُغلقت"]);
    assert_eq!(comments.all("w:comment")[0].get("w:initials"), "سب");
    for number in 0..4 {
        let at =
            |name: &str| body.all(name).iter().filter(|one| one.get("w:id") == number.to_string()).count();
        let marks = ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"].map(at);
        assert_eq!(marks, [1, 1, 1], "{number}");
    }
    let threads = file.part("word/commentsExtended.xml");
    let threads: Vec<(&str, &str)> = threads
        .all("w15:commentEx")
        .iter()
        .map(|one| (one.get("w15:paraIdParent"), one.get("w15:done")))
        .map(|(parent, done)| {
            (if parent.is_empty() { "" } else { "answers" }, if done == "1" { "1" } else { "0" })
        })
        .collect();
    assert_eq!(threads, [("", "0"), ("answers", "0"), ("answers", "0"), ("", "1")]);
    assert_eq!(file.part("word/settings.xml").all("w:trackRevisions").len(), 1);
}

#[test]
fn the_public_learns_nobodys_remarks_nor_who_suggested_what() {
    for reading in [Reading::Final, Reading::Original, Reading::Markup] {
        let public = View { readers: Readers::Public, reading, ..view() };
        for format in [Format::Docx, Format::Odt] {
            let file = File::open(&write(&reviewed(), &public, format, &[]));
            for name in file.names.iter().filter(|name| is_xml(name)) {
                let xml = file.xml(name);
                for secret in ["نادية", "سعيد", "هل التاريخ", "2023-11"] {
                    assert!(!xml.contains(secret), "{name}: {secret}");
                }
            }
            assert!(!file.names.iter().any(|name| name.contains("comments")));
        }
    }
}

#[test]
fn the_open_document_tracks_words_and_shows_remarks() {
    let odt = File::open(&write(&reviewed(), &markup(), Format::Odt, &[]));
    let content = odt.part("content.xml");
    assert_eq!(content.all("text:insertion").len(), 2, "words, and a paragraph");
    assert_eq!(content.all("text:deletion").len(), 3, "words, a paragraph, and the end of one");
    let regions: Vec<&str> =
        content.all("text:changed-region").iter().map(|one| one.get("text:id")).collect();
    for region in regions {
        let here =
            |name: &str| content.all(name).iter().filter(|one| one.get("text:change-id") == region).count();
        assert_eq!(here("text:change") + here("text:change-start"), 1, "{region}");
        assert_eq!(here("text:change-start"), here("text:change-end"), "{region}");
    }
    assert_eq!(content.all("office:annotation").len(), 4);
    assert_eq!(content.all("office:annotation-end").len(), 2);
}

#[test]
fn the_file_is_dated_by_its_record() {
    let document = sample("regional-minutes");
    let file = docx(&document, &View::of(OutputKind::Minutes));
    let core = file.part("docProps/core.xml");
    assert_eq!(core.all("dcterms:created")[0].text, "2026-11-14T00:00:00Z");
    assert_eq!(core.all("dc:language")[0].text, "ar-MA");
    assert_eq!(core.all("dc:creator")[0].text, "الكتابة الجهوية");
    assert!(!docx(&reviewed(), &view()).xml("docProps/core.xml").contains("created"));
}

#[test]
fn figures_of_values_keep_their_order_in_programs_without_isolates() {
    let mut document = started("بلاغ");
    let output =
        Output { title: "بلاغ".into(), number: "46-2026".into(), ..Output::new(OutputKind::Communique) };
    stepped(
        &mut document,
        Step::SetField(Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) }),
    );
    let pieces = [Piece::Text("بناء على الرسالة رقم ".into()), Piece::Field(Atom::Number)];
    add(&mut document, 1, Kind::default(), RichText::from_pieces(pieces).unwrap(), BlockReview::default());
    add(&mut document, 2, Kind::default(), "من 12-14 عضوا".into(), BlockReview::default());
    let body = docx(&document, &view()).part("word/document.xml");
    let held =
        |words: &str| body.all("w:p").iter().any(|p| p.words().contains(&format!("\u{200E}{words}\u{200E}")));
    assert!(held("46-2026"), "the number, in the head and in the text");
    assert!(!held("12-14"), "what was typed stays as it is");
}

#[test]
fn a_record_ten_times_as_long_takes_a_file_about_ten_times_as_long() {
    let size = |words: usize, format: Format| {
        let document = record::record(Size { words, each: 37 });
        let file = File::open(&write(&document, &view(), format, &[]));
        file.parts.values().map(Vec::len).sum::<usize>()
    };
    for format in [Format::Docx, Format::Odt] {
        let (one, ten) = (size(2_000, format), size(20_000, format));
        assert!(ten < one * 11, "{format:?}: {one} {ten}");
    }
}

#[test]
fn a_field_without_a_value_says_so_in_brackets() {
    let mut document = started("بلاغ");
    let text = RichText::atom(Atom::Dates(DateForm::WithDay));
    add(&mut document, 1, Kind::default(), text, BlockReview::default());
    let body = docx(&document, &view()).part("word/document.xml");
    assert!(body.all("w:p").iter().any(|p| p.words() == "[التاريخ]"));
}
