//! Pages: what stands where on paper, and what never may.
use std::sync::Arc;
use std::time::Instant;

use mahdar::document::{
    Affinity, Block, Document, Field, Kind, Label, Labels, Language, Letterhead, Output, OutputKind, Person,
    Place, RichText, Role, Signatures, State, Step, Style, Target,
};
use mahdar::edit::{Command, Editor, Moment, Selection};
use mahdar::pages::{Item, Page, Pager, Pages, Setting, Text, Tone, Type, lay};
use mahdar::template::{Composer, Part, View, compose};
use mahdar::text::{Engine, Family};
use proptest::prelude::*;

use crate::random;
use crate::record::{block_id, person_id};
use crate::store::record::{Size, record};

const MM: f32 = 72.0 / 25.4;
const OUTPUT: OutputKind = OutputKind::Communique;

fn step(document: &mut Document, step: Step) {
    document.apply(step).expect("a step that fits");
}

fn with_output(state: State) -> Document {
    let mut document = Document::new(mahdar::document::RecordId(7));
    let output =
        Output { title: RichText::plain("بلاغ اجتماع المجلس"), state, ..Output::new(OUTPUT) };
    step(&mut document, Step::SetField(Field::Output { kind: OUTPUT, at: 0, entry: Some(Box::new(output)) }));
    document
}

fn written(paragraphs: &[(Kind, &str)]) -> Document {
    filled(with_output(State::Approved), paragraphs)
}

fn filled(mut document: Document, paragraphs: &[(Kind, &str)]) -> Document {
    let mut after = None;
    for (counter, (kind, text)) in (100..).zip(paragraphs) {
        let id = block_id(counter);
        let block = Arc::new(Block::new(id, kind.clone(), RichText::plain(text)));
        step(&mut document, Step::Insert { after, block });
        after = Some(id);
    }
    document
}

fn pages(document: &Document) -> Pages {
    let composition = compose(document, &View::main(document));
    lay(document, &composition, &mut Engine::new())
}

/// As whoever writes the text sees them: with what its head still lacks.
fn asking(document: &Document) -> Pages {
    let composition = compose(document, &View::main(document));
    let setting = Setting { prompts: true, ..Setting::default() };
    Pager::new(setting).lay(document, &composition, &mut Engine::new(), usize::MAX)
}

/// A sentence of so many words, without digits.
fn sentence(words: usize) -> String {
    let pool = ["تدارس", "المجلس", "الجهوي", "حصيلة", "البرامج", "المنجزة", "ونوه", "بجهود", "اللجان"];
    (0..words).map(|at| pool[at * 7 % pool.len()]).collect::<Vec<_>>().join(" ")
}

/// The text of the record on a page, without what the page brings itself.
fn own(page: &Page) -> Vec<&Text> {
    page.texts().filter(|text| text.source.is_some()).collect()
}

fn part(text: &Text) -> Part {
    text.source.as_ref().expect("of the record").composed.part
}

fn said(page: &Page) -> String {
    page.texts().map(Text::words).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_sheet_is_a4_in_points_with_the_margins_of_its_style() {
    let pages = pages(&written(&[(Kind::default(), &sentence(900))]));
    assert!((pages.width - 595.28).abs() < 0.01 && (pages.height - 841.89).abs() < 0.01);
    assert!(pages.pages.len() >= 2, "{} pages", pages.pages.len());
    let text = own(&pages.pages[1])[0];
    assert!((text.top - 25.0 * MM).abs() < 0.01, "{}", text.top);
    assert!((text.left - 25.0 * MM).abs() < 0.01 && (text.layout.width() - 160.0 * MM).abs() < 0.01);
    assert_eq!(Type::Body.style(Family::Amiri).size.to_bits(), 14.0_f32.to_bits());
    assert_eq!(Type::Body.style(Family::Amiri).line_height.to_bits(), 24.0_f32.to_bits());
}

#[test]
fn a_page_of_another_size_and_margins_is_obeyed_even_where_they_leave_no_room() {
    let mut document = written(&[(Kind::default(), &sentence(400))]);
    let page =
        mahdar::document::Page { width: 14800, height: 21000, start: 1000, end: 3000, ..Default::default() };
    step(&mut document, Step::SetField(Field::Style(Style { page, ..Style::default() })));
    let small = pages(&document);
    let text = own(&small.pages[0])[1];
    assert!((text.left - 30.0 * MM).abs() < 0.01, "lines of Arabic end at the left: {}", text.left);
    assert!(small.pages.len() > 1);
    let page =
        mahdar::document::Page { width: 100, height: 5, top: 9000, bottom: 1, start: 8000, end: 80000 };
    step(&mut document, Step::SetField(Field::Style(Style { page, ..Style::default() })));
    assert!(pages(&document).pages.len() > 10, "absurd sheets end, too");
}

#[test]
fn an_empty_record_is_one_page_with_its_stamp_and_its_foot() {
    let document = Document::new(mahdar::document::RecordId(1));
    let pages = asking(&document);
    assert_eq!(pages.pages.len(), 1);
    let words = said(&pages.pages[0]);
    assert!(
        words.contains("مسودة") && !words.contains("غير مدخل"),
        "it has no text yet that takes a number: {words}"
    );
    assert!(pages.pages[0].items.iter().any(|item| matches!(item, Item::Stamp(_))));
    assert!(pages.is_whole);
}

#[test]
fn the_stamp_goes_when_the_text_is_approved() {
    for (state, stamped) in
        [(State::Draft, true), (State::Review, true), (State::Approved, false), (State::Published, false)]
    {
        let pages = pages(&with_output(state));
        let stamp = pages.pages[0].items.iter().any(|item| matches!(item, Item::Stamp(_)));
        assert_eq!((state, stamp), (state, stamped));
    }
}

#[test]
fn a_number_stands_in_the_head_once_and_its_absence_is_marked() {
    let mut document = written(&[(Kind::default(), "نص.")]);
    let missing = |pages: &Pages| pages.pages[0].texts().filter(|text| text.tone == Tone::Missing).count();
    assert_eq!(missing(&asking(&document)), 1);
    assert_eq!(missing(&pages(&document)), 0, "what leaves the house says nothing of it");
    let mut output = document.output(OUTPUT).expect("there").clone();
    output.number = "12/2026".into();
    step(&mut document, Step::SetField(Field::Output { kind: OUTPUT, at: 0, entry: Some(Box::new(output)) }));
    let pages = asking(&document);
    assert_eq!(missing(&pages), 0);
    assert_eq!(said(&pages.pages[0]).matches("رقم الصادر: 12/2026").count(), 1);
}

#[test]
fn a_logo_that_is_named_has_its_place_with_its_name() {
    let mut document = written(&[]);
    let letterhead =
        Letterhead {
            logo: "ختم.png".into(), lines: vec!["اتحاد الجمعيات".into()], ..Letterhead::default()
        };
    step(&mut document, Step::SetField(Field::Letterhead(letterhead)));
    let pages = pages(&document);
    let page = &pages.pages[0];
    let logo = page.items.iter().find_map(|item| match item {
        Item::Logo(rect) => Some(*rect),
        _ => None,
    });
    assert!((logo.expect("its place").right - (210.0 - 25.0) * MM).abs() < 0.01, "at the right");
    assert!(said(page).contains("ختم.png") && said(page).contains("اتحاد الجمعيات"));
    assert!(page.items.iter().any(|item| matches!(item, Item::Rule(_))));
}

#[test]
fn every_page_says_which_it_is_of_how_many() {
    let pages = pages(&written(&[(Kind::default(), &sentence(1200))]));
    let count = pages.pages.len();
    assert!(count >= 3);
    for (index, page) in pages.pages.iter().enumerate() {
        let foot = page.texts().last().expect("a foot");
        assert_eq!(foot.words().replace('\u{200E}', ""), format!("{} / {count}", index + 1));
        assert!(!foot.layout.is_rtl(), "from left to right");
        assert!(said(page).contains("بلاغ اجتماع المجلس"), "the short title");
    }
}

#[test]
fn what_is_left_of_a_paragraph_is_never_a_single_line() {
    for lines in 0..30 {
        let mut paragraphs: Vec<(Kind, String)> =
            (0..lines).map(|_| (Kind::default(), "سطر.".into())).collect();
        paragraphs.push((Kind::default(), sentence(70)));
        paragraphs.push((Kind::default(), sentence(25)));
        paragraphs.push((Kind::default(), sentence(300)));
        let paragraphs: Vec<(Kind, &str)> = paragraphs.iter().map(|(k, t)| (k.clone(), t.as_str())).collect();
        for page in pages(&written(&paragraphs)).pages {
            for text in own(&page) {
                let whole = text.layout.lines().len();
                assert!(
                    text.lines.len() >= 2 || whole == 1,
                    "{:?} of {whole} with {lines} before",
                    text.lines
                );
            }
        }
    }
}

#[test]
fn a_head_stays_with_what_it_heads() {
    let heads = [
        (Kind::Heading(1), "عنوان"),
        (Kind::Heading(3), "عنوان صغير"),
        (Kind::recommendation(0), "الماء والتربة"),
        (Kind::Paragraph(Role::Enacting), "يوصي بما يلي"),
        (Kind::default(), "ودعا المجلس إلى ما يلي:"),
    ];
    let long = sentence(60);
    let mut ended = 0;
    for (kind, head) in heads {
        for before in 15..30 {
            let mut paragraphs: Vec<(Kind, &str)> = vec![(Kind::default(), "سطر."); before];
            paragraphs.push((kind.clone(), head));
            paragraphs.push((Kind::default(), &long));
            let pages = pages(&written(&paragraphs));
            for page in &pages.pages {
                let last = own(page).pop().expect("text on every page");
                assert!(!last.words().contains(head), "{head} ends a page after {before} lines");
                ended += usize::from(last.lines.end < last.layout.lines().len());
            }
        }
    }
    assert!(ended > 0, "some of the paragraphs were split at all");
}

fn signed(before: usize, words: usize, names: u32) -> Document {
    let text = sentence(words);
    let mut paragraphs: Vec<(Kind, &str)> = vec![(Kind::default(), "سطر."); before];
    paragraphs.push((Kind::default(), &text));
    let signatories: Vec<_> = (1..=names).map(person_id).collect();
    paragraphs.push((Kind::Signatures(Signatures { signatories: signatories.clone() }), "حرر بفاس"));
    let mut document = with_output(State::Approved);
    for (at, id) in signatories.into_iter().enumerate() {
        let name = format!("{} السوسي", ["نعيمة", "إدريس", "زهرة", "يونس"][at % 4]);
        let person = Person { name, ..Person::default() };
        step(&mut document, Step::Put(mahdar::document::Entry::Person(id, Some(person))));
    }
    filled(document, &paragraphs)
}

#[test]
fn signatures_are_never_split_and_never_alone_on_a_page() {
    for words in [4, 25, 60] {
        for before in 10..30 {
            let pages = pages(&signed(before, words, 3));
            let holding = |page: &&Page| own(page).iter().any(|text| part(text) == Part::Signature);
            let holding: Vec<&Page> = pages.pages.iter().filter(holding).collect();
            assert_eq!(holding.len(), 1, "on one page, {before} before");
            let all = own(holding[0]);
            assert_eq!(all.iter().filter(|text| part(text) == Part::Signature).count(), 4);
            assert!(all.iter().any(|text| part(text) != Part::Signature), "not alone, {before} before");
        }
    }
}

#[test]
fn who_signs_has_the_office_over_the_name() {
    let mut document = signed(1, 4, 2);
    for id in [1, 2].map(person_id) {
        let person = document.person(id).expect("who signs").clone();
        let person =
            Person { role: "المنسقة الجهوية لشبكة الجمعيات".into(), ..person };
        step(&mut document, Step::Put(mahdar::document::Entry::Person(id, Some(person))));
    }
    let pages = pages(&document);
    let texts = own(&pages.pages[0]);
    let names: Vec<_> =
        texts.iter().filter(|text| text.source.as_ref().unwrap().composed.is_name()).collect();
    assert_eq!(names.len(), 2);
    for name in names {
        let said = name.words();
        assert!(!said.contains(':'), "{said}");
        let last = name.layout.lines().last().unwrap().range.clone();
        let last = name.layout.text()[last].trim();
        assert!(
            last.ends_with("السوسي") && !last.contains("الجمعيات") && said.contains("الجمعيات"),
            "{said}"
        );
        let is_bold = |at: usize| {
            let glyphs = name.layout.glyphs();
            let found = glyphs.filter(|glyph| glyph.range.contains(&at)).map(|glyph| glyph.font).next();
            found.expect("a glyph") != name.layout.glyphs().next().expect("a glyph").font
        };
        assert!(is_bold(name.layout.text().find("السوسي").unwrap()), "the name is heavier than the office");
    }
}

#[test]
fn an_item_without_a_label_stands_inside_its_parent() {
    let mut document = written(&[
        (Kind::recommendation(1), "تأهيل البنيات"),
        (Kind::recommendation(2), "تعزيز الموارد"),
        (Kind::recommendation(3), "تكوين الأطر"),
    ]);
    let labels = Labels { item: Label::None, sub_item: Label::None, ..Labels::default() };
    step(&mut document, Step::SetField(Field::Style(Style { labels, ..Style::default() })));
    let pages = pages(&document);
    let starts: Vec<f32> = own(&pages.pages[0])
        .iter()
        .filter(|text| matches!(part(text), Part::Outline(_)) && text.piece == mahdar::pages::Piece::Body)
        .map(|text| text.left + text.layout.lines()[0].right)
        .collect();
    assert_eq!(starts.len(), 3);
    assert!(starts.windows(2).all(|pair| pair[0] - pair[1] > 15.0), "each further in: {starts:?}");
}

#[test]
fn who_signs_first_stands_at_the_right_and_one_alone_at_the_left() {
    let three = pages(&signed(1, 4, 3));
    let names = |pages: &Pages| -> Vec<(f32, f32)> {
        let page = own(&pages.pages[0]);
        let names = page.into_iter().filter(|text| {
            text.source
                .as_ref()
                .is_some_and(|s| s.composed.target.is_none() && s.composed.part == Part::Signature)
        });
        names.map(|text| (text.left, text.top)).collect()
    };
    let placed = names(&three);
    assert!(placed[0].0 > placed[1].0 && placed[1].0 > placed[2].0, "{placed:?}");
    assert_eq!(placed[0].1.to_bits(), placed[2].1.to_bits());
    let one = names(&pages(&signed(1, 4, 1)));
    assert!(one[0].0 < 210.0 * MM / 2.0, "{one:?}");
}

#[test]
fn labels_hang_before_their_words_deeper_at_each_level() {
    let text = sentence(40);
    let kinds = [1, 2, 3].map(|depth| (Kind::recommendation(depth), text.as_str()));
    let pages = pages(&written(&kinds));
    let page = &pages.pages[0];
    let labels: Vec<&Text> = page.texts().filter(|text| text.tone == Tone::Label).collect();
    let items: Vec<&Text> =
        own(page).into_iter().filter(|text| matches!(part(text), Part::Outline(_))).collect();
    assert_eq!((labels.len(), items.len()), (3, 3));
    for (label, item) in labels.iter().zip(&items) {
        assert_eq!(label.top.to_bits(), item.top.to_bits());
        assert!(label.left >= item.left + item.layout.width() + 3.0, "the label is right of its words");
    }
    let ends: Vec<f32> = items.iter().map(|item| item.left + item.layout.width()).collect();
    assert!(ends[0] > ends[1] && ends[1] > ends[2], "{ends:?}");
}

#[test]
fn one_paragraph_may_fill_pages() {
    for words in [2_000, 10_000] {
        let pages = pages(&written(&[(Kind::default(), &sentence(words))]));
        assert!(pages.pages.len() > 3, "{}", pages.pages.len());
        let lines: usize =
            pages.pages.iter().flat_map(own).filter(|t| part(t) != Part::Title).map(|t| t.lines.len()).sum();
        let whole = own(&pages.pages[1])[0].layout.lines().len();
        assert_eq!(lines, whole, "every line once");
    }
}

#[test]
fn a_day_is_never_broken_over_two_lines() {
    let words = format!("{} يوم السبت 14 نونبر 2026", sentence(12));
    for cut in 0..12 {
        let text: String = words.split(' ').skip(cut).collect::<Vec<_>>().join(" ");
        for page in &pages(&written(&[(Kind::default(), &text)])).pages {
            for text in own(page).iter().filter(|text| part(text) != Part::Title) {
                for line in text.layout.lines() {
                    let words = &text.layout.text()[line.range.clone()];
                    assert_eq!(words.contains("14"), words.contains("2026"), "{words}");
                }
            }
        }
    }
}

#[test]
fn a_text_in_french_is_mirrored() {
    let mut document = written(&[
        (
            Kind::recommendation(1),
            "Restaurer les canaux d’irrigation de la vallée avant la fin du printemps.",
        ),
        (Kind::default(), "Le conseil régional s’est réuni."),
    ]);
    step(&mut document, Step::SetField(Field::Language(Language::French)));
    let letterhead = Letterhead { logo: "logo.png".into(), ..Letterhead::default() };
    step(&mut document, Step::SetField(Field::Letterhead(letterhead)));
    let mut output = document.output(OUTPUT).expect("there").clone();
    output.state = State::Draft;
    step(&mut document, Step::SetField(Field::Output { kind: OUTPUT, at: 0, entry: Some(Box::new(output)) }));
    let pages = pages(&document);
    assert!(!pages.rtl);
    let page = &pages.pages[0];
    let label = page.texts().find(|text| text.tone == Tone::Label).expect("a label");
    assert!((label.left - 25.0 * MM).abs() < 0.01, "{}", label.left);
    let stamp = page.items.iter().find_map(|item| match item {
        Item::Stamp(rect) => Some(*rect),
        _ => None,
    });
    assert!((stamp.expect("a stamp").right - 185.0 * MM).abs() < 0.01, "the stamp is at the right");
    assert!(said(page).contains("Brouillon"));
}

#[test]
fn a_long_record_comes_in_slices_and_ends_as_if_laid_at_once() {
    let document = record(Size { words: 9_000, each: 37 });
    let composition = compose(&document, &View::main(&document));
    let mut engine = Engine::new();
    let whole = lay(&document, &composition, &mut engine);
    let mut pager = Pager::default();
    let first = pager.lay(&document, &composition, &mut engine, 20_000);
    assert!(!first.is_whole && !first.pages.is_empty());
    let mut calls = 1;
    let last = loop {
        let pages = pager.lay(&document, &composition, &mut engine, 20_000);
        calls += 1;
        if pages.is_whole {
            break pages;
        }
        assert!(calls < 100);
    };
    assert_eq!(told(&last), told(&whole));
}

/// All that is on the pages, to be compared.
fn told(pages: &Pages) -> Vec<String> {
    let of = |text: &Text| format!("{:?} {} {} {}", text.tone, text.left, text.top, text.words());
    pages.pages.iter().map(|page| page.texts().map(of).collect::<Vec<_>>().join("\n")).collect()
}

#[test]
fn a_key_lays_out_one_paragraph_and_gives_the_pages_of_a_new_start() {
    let mut editor = Editor::new(record(Size { words: 4_000, each: 37 }), 7);
    let view = View::main(editor.document());
    let (mut composer, mut pager, mut engine) = (Composer::default(), Pager::default(), Engine::new());
    let composition = composer.compose(editor.document(), &view);
    pager.lay(editor.document(), &composition, &mut engine, usize::MAX);
    let id = editor.document().blocks()[30].id;
    let caret = Selection::caret(Place::new(Target::Block(id), 0));
    editor.run(Command::Select(caret), &Moment::default()).expect("a caret");
    for (millis, word) in (0..).zip(["م", " ", "كلمة طويلة ", "\n"]) {
        let command = if word == "\n" { Command::Enter } else { Command::Type(word.into()) };
        editor.run(command, &Moment { millis: millis * 1000, ..Moment::default() }).expect("typed");
        let composition = composer.compose(editor.document(), &view);
        // Of two paragraphs at most: a budget of one byte lays out one, and the rest is there already.
        pager.lay(editor.document(), &composition, &mut engine, 1);
        let pages = pager.lay(editor.document(), &composition, &mut engine, 1);
        assert!(pages.is_whole, "nothing else is laid out anew");
        assert_eq!(told(&pages), told(&lay(editor.document(), &composition, &mut engine)));
    }
}

#[test]
fn other_margins_break_the_lines_anew_and_shape_nothing() {
    let mut document = record(Size { words: 4_000, each: 37 });
    let composition = compose(&document, &View::main(&document));
    let (mut pager, mut engine) = (Pager::default(), Engine::new());
    pager.lay(&document, &composition, &mut engine, usize::MAX);
    let mut style = document.style().clone();
    style.page.start += 1_500;
    step(&mut document, Step::SetField(Field::Style(style)));
    let before = engine.counts();
    let pages = pager.lay(&document, &composition, &mut engine, usize::MAX);
    let after = engine.counts();
    let head = after.paragraphs - before.paragraphs;
    assert!(head < 60 && composition.paragraphs.len() > 100, "heads and feet alone: {head}");
    assert_eq!(told(&pages), told(&lay(&document, &composition, &mut Engine::new())), "as from a new start");
}

#[test]
fn running_text_reaches_both_edges_and_its_last_line_stays_at_the_start() {
    let texts = [(Kind::default(), sentence(200)), (Kind::Heading(1), sentence(40))];
    let texts: Vec<(Kind, &str)> = texts.iter().map(|(kind, text)| (kind.clone(), text.as_str())).collect();
    let pages = pages(&written(&texts));
    let (mut full, mut ragged) = (0, 0);
    for text in own(&pages.pages[0]) {
        let (lines, width) = (text.layout.lines(), text.layout.width());
        let ends = |line: &mahdar::text::Line| line.left.abs() < 0.05 && (line.right - width).abs() < 0.05;
        for (at, line) in lines.iter().enumerate() {
            assert!((line.right - width).abs() < 0.05 || part(text) == Part::Title);
            if matches!(part(text), Part::Paragraph(_)) {
                assert_eq!(ends(line), at + 1 < lines.len(), "line {at} of {}", lines.len());
                full += usize::from(ends(line));
            } else {
                ragged += usize::from(!ends(line));
            }
        }
    }
    assert!(full > 5 && ragged > 1, "{full} {ragged}");
}

#[test]
fn a_point_leads_to_the_place_and_back() {
    let document = written(&[
        (Kind::default(), &sentence(700)),
        (Kind::recommendation(0), "الماء والتربة"),
        (Kind::recommendation(2), &sentence(50)),
        (Kind::Heading(1), "خاتمة"),
    ]);
    let pages = pages(&document);
    for block in document.blocks() {
        let text = block.text.text();
        for (offset, _) in text.char_indices().filter(|(_, c)| *c != ' ').step_by(7) {
            let place = Place::new(Target::Block(block.id), offset);
            let spot = pages.find(&place).expect("on a page");
            let back =
                pages.place(spot.page, spot.x, f32::midpoint(spot.top, spot.bottom)).expect("text there");
            // The end of one word and the start of the next are one place on paper.
            assert_eq!((&back.target, back.offset), (&place.target, offset), "page {}", spot.page);
        }
    }
    let end = Place {
        affinity: Affinity::Upstream,
        ..Place::new(Target::Block(block_id(100)), sentence(700).len())
    };
    assert_eq!(
        pages.find(&end).expect("the end").page,
        pages.find(&Place::new(Target::Block(block_id(101)), 0)).expect("next").page
    );
    assert!(pages.find(&Place::new(Target::Block(block_id(9)), 0)).is_none());
    let foot = pages.place(0, 300.0, 830.0).expect("the nearest text");
    assert!(pages.find(&foot).expect("it").page == 0, "a click under the text stays on its page");
}

#[expect(clippy::disallowed_methods, reason = "the time is printed, not judged")]
#[test]
fn a_key_in_325_pages_is_measured() {
    let mut editor = Editor::new(record(Size::PAGES), 7);
    let view = View::main(editor.document());
    let (mut composer, mut pager, mut engine) = (Composer::default(), Pager::default(), Engine::new());
    let composition = composer.compose(editor.document(), &view);
    let start = Instant::now();
    let pages = pager.lay(editor.document(), &composition, &mut engine, usize::MAX);
    println!("{} pages at once: {:?}", pages.pages.len(), start.elapsed());
    let blocks: &[_] = editor.document().blocks();
    let caret = Selection::caret(Place::new(Target::Block(blocks[blocks.len() / 2].id), 0));
    editor.run(Command::Select(caret), &Moment::default()).expect("a caret");
    editor.run(Command::Type("م".into()), &Moment::default()).expect("typed");
    let composition = composer.compose(editor.document(), &view);
    let start = Instant::now();
    let again = pager.lay(editor.document(), &composition, &mut engine, usize::MAX);
    println!("after one key: {:?}", start.elapsed());
    assert!(again.is_whole && again.pages.len() >= 300);
}

/// What must hold on any pages.
fn sound(document: &Document, output: OutputKind) {
    let composition = compose(document, &View::of(output));
    let pages = lay(document, &composition, &mut Engine::new());
    let again = lay(document, &composition, &mut Engine::new());
    assert_eq!(told(&pages), told(&again), "the same text gives the same pages");
    let mut seen: Vec<(Arc<_>, usize)> = Vec::new();
    for page in &pages.pages {
        for text in page.texts() {
            let box_of = (text.left, text.left + text.layout.width(), text.top, text.top + text.height());
            assert!(box_of.0 >= -0.1 && box_of.1 <= pages.width + 0.1, "{box_of:?} {}", text.words());
            assert!(box_of.2 >= -0.1 && box_of.3 <= pages.height + 0.1, "{box_of:?} {}", text.words());
            let Some(source) = &text.source else { continue };
            if source.composed.part != Part::Fact {
                assert!(box_of.3 <= pages.height - 25.0 * MM + 0.1, "{box_of:?} under the margin");
            }
            match seen.last_mut().filter(|(last, _)| Arc::ptr_eq(last, &source.composed)) {
                Some((_, lines)) => {
                    assert_eq!(*lines, text.lines.start, "the next line follows");
                    *lines = text.lines.end;
                }
                None => {
                    assert_eq!(text.lines.start, 0);
                    seen.push((Arc::clone(&source.composed), text.lines.end));
                }
            }
        }
    }
    let mut expected: Vec<_> = composition.paragraphs.clone();
    // What is a row on paper is set cell by cell; what heads it stands again on each page.
    let rows = expected.iter().filter_map(|p| p.row.as_ref()).filter(|row| !row.head);
    let cells: Vec<&str> = rows
        .flat_map(|row| row.cells.iter().map(|cell| cell.text.as_str()))
        .filter(|t| !t.is_empty())
        .collect();
    let mut set =
        pages.pages.iter().flat_map(mahdar::pages::Page::texts).filter(|text| text.source.is_none());
    for cell in cells {
        assert!(set.any(|text| text.layout.text() == cell), "every cell, in order: {cell}");
    }
    expected.retain(|p| p.row.is_none());
    // The line over the signatures takes no room while it is empty.
    expected.retain(|p| p.part != Part::Signature || !p.text.trim().is_empty());
    // So does a photo that is only suggested, while it has no caption: the sheet shows the photos of the record.
    let has_photo = |p: &Arc<mahdar::template::Composed>| match &p.target {
        Some(Target::Block(id)) => {
            let kind = document.block(*id).map(|block| &block.kind);
            matches!(kind, Some(Kind::Annex(annex)) if !annex.file.is_empty())
        }
        _ => false,
    };
    expected.retain(|p| p.part != Part::Annex || !p.text.trim().is_empty() || has_photo(p));
    if !composition.title.text.is_empty() {
        // The number stands in the head, before the title.
        let number =
            |p: &&Arc<mahdar::template::Composed>| p.part == Part::Fact && p.text.starts_with("رقم الصادر:");
        let at = expected.iter().take(1).find(number).map_or(0, |_| 1);
        expected.insert(at, composition.title.clone());
    }
    assert_eq!(seen.len(), expected.len(), "every paragraph once");
    for ((seen, _), expected) in seen.iter().zip(&expected) {
        assert!(Arc::ptr_eq(seen, expected), "in order: {} / {}", seen.text, expected.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_record_is_set_whole_in_order_and_on_the_paper(
        mut document in random::document(), dice in proptest::collection::vec(random::dice(), 0..24)
    ) {
        for dice in &dice {
            let _ = document.apply(dice.step(&document));
        }
        for output in OutputKind::ALL {
            sound(&document, output);
        }
    }
}
