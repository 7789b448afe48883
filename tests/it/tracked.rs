//! What is suggested, in files that track changes: accepted they say the final text, refused the original one.
#![allow(clippy::disallowed_methods, reason = "a test reads what other programs wrote")]

use std::collections::{BTreeMap, BTreeSet};

use mahdar::document::{
    Audience, BlockId, BlockReview, Change, ChangeId, Comment, CommentId, Document, Entry, Field, Id, Kind,
    Mark, Output, OutputKind, Pending, Person, PersonId, Piece, RichText, Signatures, Speaker, Stamp, Step,
};
use mahdar::export::{Format, Options, export};
use mahdar::template::{Part, Readers, Reading, View, compose};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::office::{Node, add, markup, started, stepped};
use crate::office_oracles::{Folder, convert};

fn id(n: usize) -> Id {
    Id { session: 0xb7, counter: u32::try_from(n).unwrap() }
}

/// Numbers by lot, the same each time.
struct Lot(u32);

impl Lot {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % end
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}

/// A record by lot with suggestions about words, paragraphs, their ends and their order, and remarks; in a plain one nothing
/// that is put in would be dropped again.
fn drawn(seed: u32, is_plain: bool) -> Document {
    let lot = &mut Lot(seed);
    let mut document = started("بلاغ قيد المراجعة");
    let mut changes = 0;
    let mut suggest = |document: &mut Document, pending: Pending| {
        changes += 1;
        let author = ["نادية الورياغلي", "سعيد بنعلي"][changes % 2].to_owned();
        let at = Stamp(1_700_000_000 + i64::try_from(changes).unwrap() * 60);
        let entry = Entry::Change(ChangeId(id(changes)), Some(Box::new(Change { author, at, pending })));
        stepped(document, Step::Put(entry));
        ChangeId(id(changes))
    };
    let count = 3 + lot.below(7);
    for n in 1..=count {
        let mut pieces = Vec::new();
        // Blocks that are whole are those that something is suggested about as a whole.
        let is_whole = is_plain && lot.one_in(2);
        for piece in 0..=lot.below(3) {
            let words = format!("ك{n}.{piece} كلمة{}", if lot.one_in(2) { " " } else { "" });
            let mut marks = Vec::new();
            if lot.one_in(4) && !is_whole {
                marks.push(Mark::Inserted(suggest(&mut document, Pending::Text)));
            }
            if lot.one_in(4) && !is_whole && (!is_plain || marks.is_empty()) {
                marks.push(Mark::Deleted(suggest(&mut document, Pending::Text)));
            }
            if lot.one_in(8) {
                let said = Comment {
                    author: "سعيد".into(),
                    at: Stamp(1_700_000_000),
                    text: "أهذا صحيح؟".into(),
                    quoted: String::new(),
                    answers: None,
                    resolved: None,
                };
                let remark = CommentId(id(5000 + n * 10 + piece));
                stepped(&mut document, Step::Put(Entry::Comment(remark, Some(said))));
                marks.push(Mark::Remark(remark));
            }
            marks.sort_unstable();
            pieces.push(if marks.is_empty() { Piece::Text(words) } else { Piece::Marked(marks, words) });
        }
        let mut review = BlockReview::default();
        if lot.one_in(4) && (is_whole || !is_plain) {
            review.inserted = Some(suggest(&mut document, Pending::Text));
        }
        if lot.one_in(4) && (is_whole || !is_plain) && !(is_plain && review.inserted.is_some()) {
            review.removed = Some(suggest(&mut document, Pending::Text));
        }
        if lot.one_in(4) {
            review.joined = Some(suggest(&mut document, Pending::Text));
        }
        let kind = match lot.below(4) {
            0 => Kind::recommendation(2),
            1 => Kind::Quote(Speaker::Unnamed),
            _ => Kind::default(),
        };
        let block = 1000 + u32::try_from(n).unwrap();
        add(&mut document, block, kind, RichText::from_pieces(pieces).unwrap(), review);
    }
    let blocks: Vec<BlockId> = document.blocks().iter().map(|block| block.id).collect();
    for _ in 0..lot.below(4) {
        let moved = blocks[lot.below(count)];
        let after = Some(lot.below(count + 1)).filter(|at| *at < count).map(|at| blocks[at]);
        if after != Some(moved) {
            suggest(&mut document, Pending::Order(moved, after));
        }
    }
    if lot.one_in(2) {
        let signatories = [1, 2].map(|n| {
            let person = Person { name: format!("اسم{n}"), ..Person::default() };
            stepped(&mut document, Step::Put(Entry::Person(PersonId(id(9000 + n)), Some(person))));
            PersonId(id(9000 + n))
        });
        let signed = Kind::Signatures(Signatures { signatories: signatories.to_vec() });
        add(&mut document, 2000, signed, "وحرر بفاس".into(), BlockReview::default());
    }
    document
}

fn reading(reading: Reading) -> View {
    View { readers: Readers::Internal, reading, ..markup() }
}

fn one_space(text: &str) -> String {
    text.replace('\u{200E}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a reading, with their labels.
fn said(document: &Document, read: Reading) -> Vec<String> {
    let composition = compose(document, &reading(read));
    let is_name = |part: Part| part == Part::Signature;
    let paragraphs =
        composition.paragraphs.iter().filter(|text| !(is_name(text.part) && text.target.is_none()));
    let all = std::iter::once(&composition.title).chain(paragraphs);
    all.map(|text| one_space(&format!("{} {}", text.label, text.text)))
        .filter(|text| !text.is_empty())
        .collect()
}

/// The words in an element, without those that go.
fn words(node: &Node, goes: &dyn Fn(&Node) -> bool) -> String {
    if goes(node) {
        return String::new();
    }
    match node.name.as_str() {
        "w:t" | "w:delText" => node.text.clone(),
        "w:tab" => "\t".to_owned(),
        "w:br" => " ".to_owned(),
        "w:pPr" | "w:rPr" => String::new(),
        _ => node.children.iter().map(|child| words(child, goes)).collect(),
    }
}

/// The paragraphs of a DOCX, with their labels, its changes accepted or refused.
fn decided(file: &[u8], accepts: bool) -> Vec<String> {
    // LibreOffice finds out by itself what was moved.
    let goes = |node: &Node| {
        let names = if accepts { ["w:del", "w:moveFrom"] } else { ["w:ins", "w:moveTo"] };
        names.iter().any(|name| node.is(name))
    };
    let document = Node::parse(&part(file, "word/document.xml"));
    let mut all = Vec::new();
    let mut begun = String::new();
    for child in &document.child("w:body").unwrap().children {
        if child.is("w:p") {
            begun += &words(child, &goes);
            let mark = child.child("w:pPr").and_then(|look| look.child("w:rPr"));
            if mark.is_some_and(|mark| mark.children.iter().any(goes)) {
                continue;
            }
        }
        all.push(std::mem::take(&mut begun));
    }
    all.push(begun);
    all.iter().map(|text| one_space(text)).filter(|text| !text.is_empty()).collect()
}

/// A letter of an ODT or, by nothing, the end of a paragraph; whether it was put in, and whether it would be dropped.
type Letter = (Option<char>, bool, bool);

/// What an ODT says letter by letter, with what would be dropped where it stood.
#[derive(Default)]
struct Odt {
    /// What each change would drop, and whether it was put in before.
    changes: BTreeMap<String, (Vec<Letter>, bool)>,
    text: Vec<Letter>,
}

impl Odt {
    fn read(file: &[u8]) -> Self {
        let xml = part(file, "content.xml");
        let mut reader = Reader::from_str(&xml);
        let mut odt = Self::default();
        let (mut region, mut dropping, mut skipped, mut begun) = (None::<String>, false, 0, false);
        let mut open: BTreeSet<String> = BTreeSet::new();
        let skips = ["office:annotation", "table:table", "svg:title", "office:change-info"];
        loop {
            let event = reader.read_event().unwrap();
            let (start, is_empty) = match &event {
                Event::Start(start) => (Some(start), false),
                Event::Empty(start) => (Some(start), true),
                _ => (None, false),
            };
            if let Some(start) = start {
                let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
                let get = |key: &str| {
                    let mut all = start.attributes().map(Result::unwrap);
                    let found = all.find(|one| one.key.as_ref() == key.as_bytes());
                    found.map(|one| String::from_utf8(one.value.to_vec()).unwrap()).unwrap_or_default()
                };
                if skipped > 0 || skips.contains(&name.as_str()) {
                    skipped += usize::from(!is_empty);
                    continue;
                }
                let id = get("text:change-id");
                let flags = (!open.is_empty(), dropping);
                match name.as_str() {
                    "office:text" => begun = true,
                    "text:changed-region" => region = Some(get("text:id")),
                    "text:deletion" => dropping = true,
                    "text:insertion" => {
                        odt.changes.entry(region.clone().unwrap()).or_default().1 = true;
                    }
                    "text:tab" => odt.push(region.as_ref(), Some('\t'), flags),
                    "text:s" | "text:line-break" => odt.push(region.as_ref(), Some(' '), flags),
                    "text:p" | "text:h" if is_empty => odt.push(region.as_ref(), None, flags),
                    "text:change-start" => drop(open.insert(id)),
                    "text:change-end" => drop(open.remove(&id)),
                    "text:change" => {
                        let (mut letters, inserted) = odt.changes[&id].clone();
                        // The last paragraph of what would be dropped has its end in the text.
                        letters.pop();
                        odt.text.extend(letters.into_iter().map(|(c, ..)| (c, inserted || flags.0, true)));
                    }
                    _ => {}
                }
                continue;
            }
            match event {
                Event::End(_) if skipped > 0 => skipped -= 1,
                Event::End(end) => match end.name().as_ref() {
                    b"text:p" | b"text:h" if begun => {
                        odt.push(region.as_ref(), None, (!open.is_empty(), dropping));
                    }
                    b"text:deletion" => dropping = false,
                    b"text:changed-region" => region = None,
                    _ => {}
                },
                Event::Text(words) if skipped == 0 && begun => {
                    for c in words.decode().unwrap().chars() {
                        odt.push(region.as_ref(), Some(c), (!open.is_empty(), dropping));
                    }
                }
                Event::Eof => return odt,
                _ => {}
            }
        }
    }

    fn push(&mut self, region: Option<&String>, letter: Option<char>, (inserted, dropped): (bool, bool)) {
        match region {
            Some(region) => {
                self.changes.entry(region.clone()).or_default().0.push((letter, inserted, dropped));
            }
            None => self.text.push((letter, inserted, dropped)),
        }
    }

    /// Its paragraphs, with their labels, its changes accepted or refused.
    fn decided(&self, accepts: bool) -> Vec<String> {
        let stays = |letter: &&Letter| if accepts { !letter.2 } else { !letter.1 };
        let text: String = self.text.iter().filter(stays).map(|letter| letter.0.unwrap_or('\n')).collect();
        text.split('\n').map(one_space).filter(|text| !text.is_empty()).collect()
    }
}

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut xml).unwrap();
    xml
}

/// Whether something was put in and would be dropped again: what LibreOffice saves of that as a DOCX is no measure.
fn is_nested(document: &Document) -> bool {
    let shown = compose(document, &reading(Reading::Markup));
    let both = |marks: &[mahdar::template::Shown], at: usize| {
        let over = marks.iter().filter(|shown| shown.range.contains(&at));
        let over: Vec<_> = over.map(|shown| shown.mark).collect();
        (
            over.iter().any(|mark| matches!(mark, Mark::Inserted(_))),
            over.iter().any(|mark| matches!(mark, Mark::Deleted(_))),
        )
    };
    shown.paragraphs.iter().any(|text| {
        (0..text.text.len()).any(|at| {
            let (inserted, deleted) = both(&text.marks, at);
            (inserted || text.review.inserted.is_some()) && (deleted || text.review.removed.is_some())
        })
    })
}

fn written(document: &Document, read: Reading, format: Format) -> Vec<u8> {
    export(document, &reading(read), Options::default(), format).unwrap().bytes
}

const MANY: u32 = 400;
const SOME: u32 = 60;

#[test]
fn both_files_say_the_final_text_when_all_is_accepted_and_the_original_when_all_is_refused() {
    for seed in 0..MANY {
        let document = drawn(seed, seed % 2 == 0);
        let docx = written(&document, Reading::Markup, Format::Docx);
        let odt = Odt::read(&written(&document, Reading::Markup, Format::Odt));
        for (accepts, read) in [(true, Reading::Final), (false, Reading::Original)] {
            let said = said(&document, read);
            assert_eq!(decided(&docx, accepts), said, "{seed}: DOCX, {read:?}");
            assert_eq!(odt.decided(accepts), said, "{seed}: ODT, {read:?}");
        }
    }
}

#[test]
fn libreoffice_tracks_in_an_odt_what_it_says() {
    let (folder, into) = (Folder::new("tracked"), Folder::new("tracked-out"));
    let written = |seed: u32| written(&drawn(seed, true), Reading::Markup, Format::Odt);
    let files: Vec<_> = (0..SOME).map(|seed| folder.put(&format!("{seed}.odt"), &written(seed))).collect();
    let Some(()) = convert(&files, "docx", &into) else { return };
    let mut plain = 0;
    for seed in 0..SOME {
        let document = drawn(seed, true);
        if is_nested(&document) {
            continue;
        }
        plain += 1;
        let read = std::fs::read(into.0.join(format!("{seed}.docx"))).unwrap();
        for (accepts, reading) in [(true, Reading::Final), (false, Reading::Original)] {
            assert_eq!(decided(&read, accepts), said(&document, reading), "{seed}: {reading:?}");
        }
    }
    println!("{plain} of {SOME} records");
    assert!(plain > 30, "{plain}");
}

/// Three items below a paragraph, and what was done to them or is suggested.
fn ordered(pending: &[Pending], is_done: bool) -> Document {
    let mut document = started("بلاغ");
    add(&mut document, 1, Kind::default(), "افتتح اللقاء.".into(), BlockReview::default());
    for (n, words) in [(2, "alpha"), (3, "beta"), (4, "gamma")] {
        add(&mut document, n, Kind::recommendation(2), words.into(), BlockReview::default());
    }
    for (n, pending) in (1..).zip(pending) {
        let step = match pending.clone() {
            pending if !is_done => {
                let change = Change {
                    author: "نادية الورياغلي".into(), at: Stamp(1_700_000_000), pending
                };
                Step::Put(Entry::Change(ChangeId(id(n)), Some(Box::new(change))))
            }
            Pending::Order(id, after) => Step::Move { id, after },
            Pending::Kind(id, kind) => Step::SetKind(id, Box::new(kind)),
            Pending::Audience(id, audience) => Step::SetAudience(id, audience),
            Pending::Field(field) => Step::SetField(field),
            Pending::Text => continue,
        };
        stepped(&mut document, step);
    }
    document
}

const TEXTS: [Format; 10] = [
    Format::Txt,
    Format::Markdown,
    Format::Html,
    Format::HtmlFragment,
    Format::Docx,
    Format::Odt,
    Format::Pdf,
    Format::ReviewPdf,
    Format::Whatsapp,
    Format::Site,
];

#[test]
fn what_is_suggested_beyond_words_is_read_as_done_or_as_if_nobody_had_said_it() {
    let block = |n: usize| BlockId(Id { session: 0xa1, counter: u32::try_from(n).unwrap() });
    let number =
        Output { title: "بلاغ".into(), number: "46".into(), ..Output::new(OutputKind::Communique) };
    let cases: [&[Pending]; 6] = [
        &[Pending::Order(block(4), Some(block(1)))],
        &[Pending::Order(block(2), Some(block(4))), Pending::Order(block(3), None)],
        &[Pending::Order(block(2), Some(block(4))), Pending::Order(block(2), Some(block(1)))],
        &[Pending::Kind(block(3), Kind::Heading(2))],
        &[Pending::Audience(block(3), Audience::MinutesOnly)],
        &[Pending::Field(Field::Output { kind: number.kind, at: 0, entry: Some(Box::new(number)) })],
    ];
    for (at, pending) in cases.iter().enumerate() {
        let [suggested, done, none] = [ordered(pending, false), ordered(pending, true), ordered(&[], true)];
        for format in TEXTS {
            let what = format!("{at} {}", format.keyword());
            let same =
                |a: &Document, b: &Document, read| written(a, read, format) == written(b, read, format);
            assert!(same(&suggested, &done, Reading::Final), "{what}: as if accepted");
            assert!(same(&suggested, &none, Reading::Original), "{what}: as it is");
        }
    }
}

/// The items in the order a text says them.
fn items(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| ["alpha", "beta", "gamma"].contains(word)).collect()
}

#[test]
fn a_suggested_order_is_shown_where_it_was_and_where_it_would_be() {
    let block = |n: u32| BlockId(Id { session: 0xa1, counter: n });
    let document = ordered(&[Pending::Order(block(4), Some(block(1)))], false);
    let shown = ["gamma", "alpha", "beta", "gamma"];
    for format in [Format::Txt, Format::Markdown, Format::Html, Format::HtmlFragment] {
        let text = String::from_utf8(written(&document, Reading::Markup, format)).unwrap();
        assert_eq!(items(&text), shown, "{text}");
        let (put, dropped) = match format {
            Format::Html | Format::HtmlFragment => ("<ins", "<del"),
            _ => ("إضافة مقترحة (نادية الورياغلي)", "حذف مقترح (نادية الورياغلي)"),
        };
        assert!(text.find(put).unwrap() < text.find(dropped).unwrap(), "{text}");
    }
    let docx = Node::parse(&part(&written(&document, Reading::Markup, Format::Docx), "word/document.xml"));
    assert_eq!(items(&docx.words()), shown);
    // Label and words of the item at both its places, and the labels of those that stay, which count otherwise.
    for (element, count) in [("w:ins", 4), ("w:del", 4), ("w:bookmarkStart", 5)] {
        let paragraphs = docx.all("w:p").into_iter().flat_map(|p| p.all(element));
        let runs = paragraphs.filter(|node| node.is("w:bookmarkStart") || !node.children.is_empty());
        assert_eq!(runs.count(), count, "{element}");
    }
    let odt = Odt::read(&written(&document, Reading::Markup, Format::Odt));
    let text: String = odt.text.iter().map(|letter| letter.0.unwrap_or('\n')).collect();
    assert_eq!(items(&text), shown);
    let folder = Folder::new("ordered");
    let file = folder.put("ordered.pdf", &written(&document, Reading::Markup, Format::Pdf));
    match std::process::Command::new("pdftotext").arg(&file).arg("-").output() {
        Ok(read) => assert_eq!(items(&String::from_utf8_lossy(&read.stdout)), shown),
        Err(error) => println!("skipped: pdftotext: {error}"),
    }
}
