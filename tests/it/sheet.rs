//! The list that is signed at the door: a table on paper, lines in a plain text.
use mahdar::document::{Digits, Document, OutputKind, Person, Presence, Style};
use mahdar::edit::{Command, Editor, Roll, Who};
use mahdar::export::{Format, Options, export};
use mahdar::pages::{Item, Page, Pager, Pages, Piece, Review, Setting, lay};
use mahdar::template::{View, compose};
use mahdar::text::Engine;

use crate::record::{at, blank};

const SHEET: OutputKind = OutputKind::AttendanceSheet;

pub(crate) fn with(people: usize) -> Document {
    let mut editor = Editor::new(blank(), 7);
    let mut run = |command| editor.run(command, &at(0)).map(|_| ()).expect("accepted");
    run(Command::AddOutput(SHEET));
    let all = (0..people).map(|n| {
        let role = if n % 3 == 0 {
            "المكلف بتتبع التوصيات والتواصل مع الجماعات الترابية"
        } else {
            "عضو"
        };
        let name = format!("يوسف الزيزفون {n}");
        Who::New(Box::new(Person { name, role: role.into(), ..Person::default() }))
    });
    run(Command::Roll(Roll::AddAll(all.collect())));
    for (path, value) in [
        ("meeting.attendance.0.arrived", "10:12"),
        ("meeting.attendance.0.presence", "present"),
        ("meeting.attendance.1.presence", "excused"),
        ("meeting.groups.0.nominative", "المنسقات والمنسقون"),
    ] {
        run(Command::SetField { path: path.parse().unwrap(), value: value.into() });
    }
    editor.document().clone()
}

fn pages(document: &Document) -> Pages {
    lay(document, &compose(document, &View::of(SHEET)), &mut Engine::new())
}

fn count(page: &Page, words: &str) -> usize {
    page.texts().filter(|text| text.words() == words).count()
}

#[test]
fn the_sheet_is_a_table_whose_head_stands_on_every_page() {
    let document = with(60);
    let pages = pages(&document);
    assert!(pages.pages.len() >= 3, "{} pages", pages.pages.len());
    for page in &pages.pages {
        assert_eq!(count(page, "التوقيع"), 1, "{}", page.words());
    }
    let all: Vec<&str> =
        pages.pages.iter().flat_map(|page| page.texts().map(mahdar::pages::Text::words)).collect();
    for n in 0..60 {
        let name = format!("السيد(ة) يوسف الزيزفون {n}");
        assert!(all.iter().any(|words| words.trim() == name), "{name} is on the sheet");
    }
    assert!(all.contains(&"الوصول 10:12") && all.contains(&"متغيب(ة) بعذر"));
    assert!(all.contains(&"عن المنسقات والمنسقين"));
}

#[test]
fn no_row_is_broken_and_columns_stand_from_the_right() {
    let pages = pages(&with(60));
    let frame = pages.height - 25.0 * 72.0 / 25.4;
    for page in &pages.pages {
        let tops = page.texts().filter(|text| text.source.is_none() && text.top < frame - 1.0);
        for text in tops {
            assert!(text.top + text.height() <= frame + 0.1, "{} is whole", text.words());
            assert_eq!(text.lines.start, 0, "a cell begins where its row does");
        }
        let place = |words: &str| page.texts().find(|text| text.words() == words).map(|text| text.left);
        let [number, name, sign] = ["ر.ت", "الاسم الكامل", "التوقيع"].map(|head| place(head).expect("a head"));
        assert!(number > name && name > sign, "{number} {name} {sign}");
        let rules = page.items.iter().filter(|item| matches!(item, Item::Rule(_))).count();
        assert!(rules > 12, "a grid: {rules} lines");
    }
}

#[test]
fn a_plain_text_has_a_line_to_sign_for_each() {
    let document = with(3);
    let text = export(&document, &View::of(SHEET), Options::default(), Format::Txt).expect("a text");
    let text = String::from_utf8(text.bytes).expect("UTF-8");
    assert!(text.contains("1- السيد(ة) يوسف الزيزفون 0،"), "{text}");
    assert!(text.contains("4- عن المنسقات والمنسقين: ...."), "{text}");
    assert!(!text.contains("التوقيع\n"), "the head of a table is no line: {text}");
}

#[test]
fn digits_of_the_record_are_those_of_its_table() {
    let mut editor = Editor::new(with(2), 8);
    let command = Command::SetField { path: "style.digits".parse().unwrap(), value: "arabic".into() };
    editor.run(command, &at(0)).expect("set");
    assert_eq!(editor.document().style(), &Style { digits: Digits::Arabic, ..Style::default() });
    let pages = pages(editor.document());
    assert!(pages.pages[0].texts().any(|text| text.words() == "١"), "{}", pages.pages[0].words());
}

#[test]
fn a_name_too_long_for_any_page_breaks_nothing() {
    let mut editor = Editor::new(with(2), 8);
    let who = Person { name: "بنعبد الله ".repeat(800), ..Person::default() };
    let add = Roll::Add { who: Who::New(Box::new(who)), at: 1, presence: Presence::Present };
    editor.run(Command::Roll(add), &at(0)).expect("added");
    let pages = pages(editor.document());
    assert!(pages.pages.len() < 8, "{} pages", pages.pages.len());
}

#[test]
fn where_nobody_is_expected_by_name_there_are_rows_to_write_in() {
    let document = with(0);
    let mut editor = Editor::new(document, 9);
    let command =
        Command::SetField { path: "meeting.groups.0.nominative".parse().unwrap(), value: String::new() };
    editor.run(command, &at(0)).expect("cleared");
    let pages = pages(editor.document());
    assert_eq!(pages.pages.len(), 1, "they fit on one sheet");
    let rows = pages.pages[0].items.iter().filter(|item| matches!(item, Item::Row(_))).count();
    assert_eq!(rows, 16, "a head and fifteen rows");
    assert_eq!(count(&pages.pages[0], "15"), 1, "{}", pages.pages[0].words());
    let text = export(editor.document(), &View::of(SHEET), Options::default(), Format::Txt).expect("a text");
    let text = String::from_utf8(text.bytes).expect("UTF-8");
    assert!(text.contains("\n15- ....") && !text.contains("16-"), "{text}");
}

#[test]
fn numbers_of_rows_stand_on_one_line_however_narrow_the_sheet() {
    let document = with(120);
    let review = Review { state: "مشروع".into(), version: String::new(), mark: "ف" };
    let setting = Setting { review: Some(review), ..Setting::default() };
    let composition = compose(&document, &View::of(SHEET));
    let pages = Pager::new(setting).lay(&document, &composition, &mut Engine::new(), usize::MAX);
    let mut seen = 0;
    for text in pages.pages.iter().flat_map(Page::texts).filter(|text| text.piece == Piece::Cell(0)) {
        assert_eq!(text.layout.lines().len(), 1, "{}", text.words());
        seen += 1;
    }
    assert!(seen > 121, "{seen} cells");
}
