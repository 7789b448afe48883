//! Whatever a record holds, each line of it lands on one page, inside the margins and over no other.
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use mahdar::document::{
    Annex, Document, Entry, Field, Kind, Language, Letterhead, Output, OutputKind, Page as Sheet, Person,
    RecordId, RichText, Signatures, Speaker, State, Step, Style,
};
use mahdar::export::{Format, Options, export};
use mahdar::pages::{Item, Page, Pager, Pages, Piece, Review, Row, Setting, Text};
use mahdar::template::{Cell, Composed, Composition, Part, TableRow, View, compose};
use mahdar::text::{Engine, Family, Rect};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::record::{block_id, person_id};

const MM: f32 = 72.0 / 25.4;
const OUTPUT: OutputKind = OutputKind::Communique;

/// So many words, from the place of one among ten on.
fn words(count: usize) -> String {
    let pool = ["نوه", "المجلس", "بالجهود", "في", "المناطق", "الجبلية", "و", "خلال", "الموسم", "الحالي"];
    (0..count).map(|at| pool[at * 7 % pool.len()]).collect::<Vec<_>>().join(" ")
}

/// What a record is made of here: how many words each thing has.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by lot by itself")]
struct Made {
    sheet: Sheet,
    french: bool,
    review: bool,
    naskh: bool,
    approved: bool,
    title: usize,
    number: usize,
    logo: bool,
    head: Vec<usize>,
    blocks: Vec<(Kind, usize)>,
    names: Vec<usize>,
    place: usize,
    /// Where rows stand among the paragraphs.
    tables: Vec<(usize, Vec<TableRow>)>,
}

impl Made {
    fn new(blocks: &[(Kind, usize)]) -> Self {
        Self { approved: true, title: 3, blocks: blocks.to_vec(), ..Self::default() }
    }

    fn table(rows: Vec<TableRow>) -> Self {
        Self { tables: vec![(0, rows)], ..Self::new(&[]) }
    }

    fn document(&self) -> Document {
        let mut document = Document::new(RecordId(7));
        let mut step = |step| drop(document.apply(step).expect("a step that fits"));
        let state = if self.approved { State::Approved } else { State::Draft };
        let output = Output {
            title: RichText::plain(&words(self.title)),
            number: words(self.number),
            state,
            ..Output::new(OUTPUT)
        };
        step(Step::SetField(Field::Output { kind: OUTPUT, at: 0, entry: Some(Box::new(output)) }));
        step(Step::SetField(Field::Style(Style { page: self.sheet, ..Style::default() })));
        if self.french {
            step(Step::SetField(Field::Language(Language::French)));
        }
        let lines = self.head.iter().map(|count| words(*count)).collect();
        let logo = if self.logo { "logo.png".into() } else { String::new() };
        step(Step::SetField(Field::Letterhead(Letterhead { lines, logo, ..Letterhead::default() })));
        let mut blocks = self.blocks.clone();
        if !self.names.is_empty() {
            let mut signatories = Vec::new();
            for (at, count) in (1..).zip(&self.names) {
                let person = Person { name: format!("{} {at}", words(*count)), ..Person::default() };
                step(Step::Put(Entry::Person(person_id(at), Some(person))));
                signatories.push(person_id(at));
            }
            blocks.push((Kind::Signatures(Signatures { signatories }), self.place));
        }
        let mut after = None;
        for (counter, (kind, count)) in (100..).zip(blocks) {
            let id = block_id(counter);
            let block = mahdar::document::Block::new(id, kind, RichText::plain(&words(count)));
            step(Step::Insert { after, block: Arc::new(block) });
            after = Some(id);
        }
        document
    }

    fn composition(&self, document: &Document) -> Composition {
        let mut composition = compose(document, &View::main(document));
        for (at, rows) in &self.tables {
            let at = at % (composition.paragraphs.len() + 1);
            let rows = rows.iter().map(|row| {
                let text = row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("، ");
                let bare = (*composition.title).clone();
                let part = Part::Attendee;
                let (segments, marks) = (Vec::new(), Vec::new());
                Arc::new(Composed {
                    target: None,
                    part,
                    text,
                    segments,
                    marks,
                    row: Some(row.clone()),
                    ..bare
                })
            });
            let rows: Vec<_> = rows.collect();
            composition.paragraphs.splice(at..at, rows);
        }
        composition
    }

    fn setting(&self) -> Setting {
        let review = Review { state: "مسودة".into(), version: "نسخة 3".into(), mark: "ف" };
        Setting {
            family: if self.naskh { Family::Naskh } else { Family::Amiri },
            review: self.review.then_some(review),
            ..Setting::default()
        }
    }

    /// Its pages, once all that must hold of any was found to hold.
    fn pages(&self) -> Pages {
        let document = self.document();
        let composition = self.composition(&document);
        let pages = Pager::new(self.setting()).lay(&document, &composition, &mut Engine::new(), usize::MAX);
        self.hold(&pages, &composition);
        pages
    }

    /// The edges of the text on a page: left, right, top, bottom.
    fn margins(&self, pages: &Pages, page: usize) -> Rect {
        let sheet = if self.review {
            Sheet { width: 14_800, height: 21_000, top: 2_200, bottom: 1_700, start: 1_800, end: 3_600 }
        } else {
            self.sheet
        };
        let points = |hundredths: u32| f32::from(u16::try_from(hundredths).expect("a sheet")) / 100.0 * MM;
        let (left, right) = if pages.rtl { (sheet.end, sheet.start) } else { (sheet.start, sheet.end) };
        let head = if page == 0 && !self.review { 0.56 } else { 1.0 };
        Rect {
            left: points(left),
            right: pages.width - points(right),
            top: points(sheet.top) * head,
            bottom: pages.height - points(sheet.bottom).max(34.0),
        }
    }

    fn hold(&self, pages: &Pages, composition: &Composition) {
        let mut lines: BTreeMap<*const mahdar::text::Layout, (usize, usize)> = BTreeMap::new();
        let mut said: Vec<(&str, i32)> = Vec::new();
        let mut begun: Vec<&Arc<Composed>> = Vec::new();
        for (at, page) in pages.pages.iter().enumerate() {
            let margins = self.margins(pages, at);
            let mut boxes: Vec<(Rect, &str)> = Vec::new();
            let mut again = false;
            for item in &page.items {
                match item {
                    Item::Row(row) => again = row.again,
                    Item::Photo(rect, name) => boxes.push((*rect, name)),
                    Item::Text(text) => {
                        let own = written(text);
                        assert!(!text.lines.is_empty(), "nothing stands for no line");
                        boxes.push((own, text.words()));
                        if matches!(text.piece, Piece::Head | Piece::Label | Piece::Body | Piece::Cell(_)) {
                            inside(own, margins, at, text.words());
                        }
                        let is_again = again && matches!(text.piece, Piece::Cell(_));
                        if is_again || matches!(text.piece, Piece::Foot | Piece::Running | Piece::Hint) {
                            continue;
                        }
                        let all = text.layout.lines().len();
                        let (next, _) = lines.entry(Arc::as_ptr(&text.layout)).or_insert((0, all));
                        assert_eq!(*next, text.lines.start, "line after line: {}", text.words());
                        *next = text.lines.end;
                        if text.lines.start == 0 {
                            begun.extend(text.source.as_ref().map(|source| &source.composed));
                            said.push((text.layout.text(), 1));
                        }
                    }
                    Item::Rule(_) | Item::Stamp(_) | Item::Logo(_) => {}
                }
            }
            for item in page.items.iter().filter(|_| !self.review) {
                match item {
                    Item::Rule(rect) => {
                        let grown = Rect { bottom: margins.bottom + 0.9, top: margins.top - 0.9, ..margins };
                        let rect = Rect { left: rect.left + 0.5, right: rect.right - 0.5, ..*rect };
                        inside(rect, grown, at, "a line");
                    }
                    Item::Photo(rect, name) => inside(*rect, margins, at, name),
                    _ => {}
                }
            }
            for (index, (one, words)) in boxes.iter().enumerate() {
                for (other, beside) in &boxes[index + 1..] {
                    let across = one.left < other.right - 0.6 && other.left < one.right - 0.6;
                    let down = one.top < other.bottom - 0.6 && other.top < one.bottom - 0.6;
                    assert!(!(across && down), "page {at}: «{words}» over «{beside}»: {one:?} {other:?}");
                }
            }
            let is_text = |text: &Text| !matches!(text.piece, Piece::Foot | Piece::Running);
            assert!(pages.pages.len() == 1 || page.texts().any(is_text), "page {at} is empty");
        }
        for (next, all) in lines.values() {
            assert_eq!(next, all, "to the last line");
        }
        // Everything that is written is somewhere, as often as it is written.
        for text in std::iter::once(&composition.title).chain(&composition.paragraphs) {
            if let Some(row) = &text.row {
                said.extend(row.cells.iter().map(|cell| (cell.text.as_str(), -1)));
            } else if !text.text.trim().is_empty() {
                let begun = begun.iter().filter(|own| Arc::ptr_eq(own, text)).count();
                assert_eq!(begun, 1, "once on the pages: {}", text.text);
            }
        }
        let head: Vec<String> = self.head.iter().map(|count| words(*count)).collect();
        said.extend(head.iter().map(|line| (line.as_str(), -1)));
        let mut counts: HashMap<&str, i32> = HashMap::new();
        for (words, count) in said.into_iter().filter(|(words, _)| !words.is_empty()) {
            *counts.entry(words).or_default() += count;
        }
        counts.retain(|_, count| *count < 0);
        assert!(counts.is_empty(), "on no page: {counts:?}");
    }
}

/// Where the words of a text stand.
fn written(text: &Text) -> Rect {
    let lines = &text.layout.lines()[text.lines.clone()];
    let left = lines.iter().map(|line| line.left).fold(f32::INFINITY, f32::min);
    let right = lines.iter().map(|line| line.right).fold(0.0, f32::max);
    Rect { left: text.left + left, right: text.left + right, top: text.top, bottom: text.top + text.height() }
}

fn inside(own: Rect, margins: Rect, page: usize, words: &str) {
    let across = own.left >= margins.left - 0.2 && own.right <= margins.right + 0.2;
    let down = own.top >= margins.top - 0.2 && own.bottom <= margins.bottom + 0.2;
    assert!(across && down, "page {page}: «{words}» at {own:?} leaves {margins:?}");
}

fn cells(counts: &[usize], head: bool) -> TableRow {
    let shares = [2, 3, 4].into_iter().cycle();
    let cell = |(share, count): (u8, &usize)| Cell { share, text: words(*count) };
    TableRow { head, cells: shares.zip(counts).map(cell).collect() }
}

fn rows(page: &Page) -> Vec<Row> {
    let row = |item: &Item| if let Item::Row(row) = item { Some(*row) } else { None };
    page.items.iter().filter_map(row).collect()
}

#[test]
fn a_row_higher_than_a_page_goes_on_under_the_head_of_its_table() {
    let made =
        Made::table(vec![cells(&[1, 2, 1], true), cells(&[1, 3_000, 40], false), cells(&[1, 4, 0], false)]);
    let pages = made.pages();
    assert!(pages.pages.len() > 3, "{} pages", pages.pages.len());
    for (at, page) in pages.pages.iter().enumerate().skip(1) {
        let rows = rows(page);
        assert!(rows[0].head && rows[0].again, "the head stands on page {at}");
        assert!(rows[1].goes_on && !rows[1].again, "and the row goes on under it");
    }
    let begun = |page: &Page| rows(page).iter().filter(|row| !row.again && !row.goes_on).count();
    assert_eq!(pages.pages.iter().map(begun).sum::<usize>(), 3, "each row begins once");
    let longest = |page: &Page| {
        page.texts().filter(|text| text.piece == Piece::Cell(1)).map(|text| text.lines.len()).max()
    };
    assert!(pages.pages.iter().all(|page| longest(page).is_none_or(|lines| lines >= 2)), "no line alone");
}

#[test]
fn a_row_that_a_page_holds_is_not_split() {
    for before in 0..30 {
        let short = cells(&[1, 2], false);
        let mut rows = vec![cells(&[1, 1], true)];
        rows.extend(vec![short; before]);
        rows.push(cells(&[1, 200], false));
        let pages = Made::table(rows).pages();
        let all = pages.pages.iter().flat_map(self::rows);
        assert!(all.into_iter().all(|row| !row.goes_on), "{before} before");
    }
}

#[test]
fn a_head_higher_than_half_a_page_stands_once_and_one_higher_than_a_page_goes_on() {
    for count in [60, 1_500] {
        let mut rows = vec![cells(&[count, 1, 1, 1], true)];
        rows.extend(vec![cells(&[2, 1, 1, 1], false); 60]);
        let pages = Made::table(rows).pages();
        assert!(pages.pages.len() >= 3);
        let all: Vec<Row> = pages.pages.iter().flat_map(self::rows).collect();
        assert!(!all.iter().any(|row| row.again), "{count} words stand once");
        assert_eq!(all.iter().any(|row| row.head && row.goes_on), count > 1_000);
    }
}

#[test]
fn a_thousand_lines_stand_wherever_somebody_puts_them() {
    const LONG: usize = 17_000;
    let photo = Kind::Annex(Annex { file: "صورة.png".into() });
    let quote = Kind::Quote(Speaker::default());
    for kind in [
        Kind::default(),
        Kind::recommendation(0),
        Kind::recommendation(1),
        Kind::recommendation(3),
        quote,
        Kind::Heading(1),
        photo.clone(),
    ] {
        let pages = Made::new(&[(Kind::default(), 10), (kind.clone(), LONG), (Kind::default(), 10)]).pages();
        let lines: usize = pages.pages.iter().flat_map(Page::texts).map(|text| text.lines.len()).sum();
        assert!(lines > 1_000, "{kind:?}: {lines} lines");
    }
    let plain = Made::new(&[(Kind::default(), 30)]);
    // In the line over the signatures, in a name, in each of three.
    for (place, names) in [(LONG, vec![2]), (3, vec![1_500]), (3, vec![1_500, 2, 1_400]), (400, vec![400; 7])]
    {
        let made = Made { names, place, ..plain.clone() };
        assert!(made.pages().pages.len() > 1, "{:?}", made.names);
    }
    // In the letterhead, in the number, in the title: on the first page, at the foot of each.
    let headed = Made { head: vec![1_500, 3, 1_200], logo: true, approved: false, ..plain.clone() };
    assert!(headed.pages().pages.len() > 2);
    let many = Made { head: vec![4; 300], number: 1_500, ..plain.clone() };
    assert!(many.pages().pages.len() > 3);
    let titled = Made { title: LONG, ..plain.clone() };
    assert!(titled.pages().pages.len() > 10);
    Made { title: 0, ..Made::new(&[]) }.pages();
    for made in [headed, many, titled] {
        Made { review: true, ..made }.pages();
    }
}

#[test]
fn a_photo_with_its_caption_stays_on_its_page_whatever_the_sheet() {
    let photo = Kind::Annex(Annex { file: "صورة.png".into() });
    for (height, words) in [(29_700, 6), (9_000, 6), (9_000, 60), (7_600, 4)] {
        let sheet = Sheet { width: 21_000, height, top: 1_200, bottom: 1_200, start: 2_500, end: 2_500 };
        for before in 0..6 {
            let mut blocks = vec![(Kind::default(), 12); before];
            blocks.push((photo.clone(), words));
            let pages = Made { sheet, ..Made::new(&blocks) }.pages();
            let on = pages
                .pages
                .iter()
                .filter(|page| page.items.iter().any(|item| matches!(item, Item::Photo(..))));
            assert_eq!(on.count(), 1);
        }
    }
}

#[test]
fn what_goes_over_pages_is_one_row_and_one_paragraph_for_who_does_not_see_them() {
    let mut made = Made { names: vec![700, 3, 700], place: 2, ..Made::new(&[(Kind::default(), 20)]) };
    made.french = false;
    let document = made.document();
    let options = Options::default();
    // Held to PDF/UA-1 as it is written, whose rules refuse what is in no tag.
    let written = export(&document, &View::main(&document), options, Format::Pdf).expect("written");
    assert!(written.bytes.len() > 10_000);
}

fn any_row() -> impl Strategy<Value = TableRow> {
    let count = prop_oneof![4 => 0..6_usize, 2 => 6..60_usize, 1 => 60..1_600_usize];
    (vec![(1..5_u8, count); 3], prop::bool::weighted(0.1)).prop_map(|(cells, head)| {
        let cell = |(share, count): (u8, usize)| Cell { share, text: words(count) };
        TableRow { head, cells: cells.into_iter().map(cell).collect() }
    })
}

fn any_table() -> impl Strategy<Value = Vec<TableRow>> {
    let head = prop_oneof![5 => 1..5_usize, 1 => 5..300_usize];
    (head, vec(any_row(), 1..14)).prop_map(|(head, rows)| {
        let first = cells(&[head, 1, 2], true);
        std::iter::once(first).chain(rows).collect()
    })
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    (9_000..30_000_u32, 9_000..30_000_u32, 300..1_800_u32, 1_300..1_800_u32, 300..2_000_u32, 300..2_000_u32)
        .prop_map(|(width, height, top, bottom, start, end)| Sheet { width, height, top, bottom, start, end })
}

fn any_block() -> impl Strategy<Value = (Kind, usize)> {
    let kinds = vec![
        Kind::default(),
        Kind::Heading(1),
        Kind::Heading(3),
        Kind::recommendation(0),
        Kind::recommendation(1),
        Kind::recommendation(3),
        Kind::Quote(Speaker::default()),
        Kind::Annex(Annex { file: "صورة.png".into() }),
        Kind::Annex(Annex { file: "تقرير.pdf".into() }),
    ];
    let count = prop_oneof![4 => 1..12_usize, 4 => 12..150_usize, 1 => 150..2_500_usize];
    (select(kinds), count)
}

fn any_made() -> impl Strategy<Value = Made> {
    let flags = (any::<[bool; 4]>(), prop::bool::weighted(0.25));
    let counts = (0..30_usize, prop_oneof![4 => 0..2_usize, 1 => 2..400_usize], 0..40_usize);
    let head = vec(prop_oneof![5 => 1..9_usize, 1 => 9..600_usize], 0..5);
    let names = vec(prop_oneof![5 => 1..4_usize, 1 => 4..500_usize], 0..6);
    let tables = vec((0..40_usize, any_table()), 0..3);
    (any_sheet(), flags, counts, head, vec(any_block(), 0..9), names, tables).prop_map(
        |(
            sheet,
            ([french, naskh, approved, logo], review),
            (title, number, place),
            head,
            blocks,
            names,
            tables,
        )| {
            Made {
                sheet,
                french,
                review,
                naskh,
                approved,
                title,
                number,
                logo,
                head,
                blocks,
                names,
                place,
                tables,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_line_lands_on_one_page_inside_its_margins_and_over_no_other(made in any_made()) {
        made.pages();
    }
}
