//! Looking for words as Arabic writes them, in all of a record, and putting others in their place.

use std::sync::Arc;

use mahdar::arabic::places::{Sought, read};
use mahdar::arabic::search::{Manner, Pattern, in_text, put_in_place, readied, word_before};
use mahdar::document::{
    Atom, Block, BlockId, Document, FieldPath, Id, Kind, Mark, OutputKind, Piece, RecordId, RichText, Step,
    Target, VenueForm,
};
use mahdar::edit::{Command, Editor, Moment, Swap};
use mahdar::template::find::{Found, Owner, Search, Words, instead};
use mahdar::template::stops::stop;
use mahdar::template::{Counts, View, compose};

const WHOLE: Manner = Manner { exact: false, whole: true, attached: false };
const ATTACHED: Manner = Manner { exact: false, whole: true, attached: true };
const EXACT: Manner = Manner { exact: true, whole: false, attached: false };

/// What is found in a text, as it stands there.
fn found<'a>(text: &'a str, words: &str, manner: Manner) -> Vec<&'a str> {
    let Some(pattern) = Pattern::new(words, manner) else { return Vec::new() };
    let hits = pattern.hits(&readied(text, manner.exact));
    let hits = in_text(text, manner.exact, &hits);
    hits.into_iter().map(|hit| &text[hit.range]).collect()
}

/// The text with these words in place of what is found.
fn replaced(text: &str, words: &str, manner: Manner, with: &str) -> String {
    let pattern = Pattern::new(words, manner).expect("words");
    let hits = in_text(text, manner.exact, &pattern.hits(&readied(text, manner.exact)));
    let mut text = text.to_owned();
    for hit in hits.into_iter().rev() {
        let words = put_in_place(word_before(&text, hit.range.start), &hit, &text[hit.range.clone()], with);
        text.replace_range(hit.range, &words);
    }
    text
}

#[test]
fn hamzas_marks_tatweel_and_digits_are_one_to_the_search() {
    let text = "الاِجْتِمَـــاعُ الأوّل لِلجهة، سنة ٢٠٢٦، في مقرّ المؤسسة الكبرى";
    assert_eq!(found(text, "الاجتماع الاول", Manner::default()), ["الاِجْتِمَـــاعُ الأوّل"]);
    assert_eq!(found(text, "2026", Manner::default()), ["٢٠٢٦"]);
    assert_eq!(found(text, "الموسسه الكبري", Manner::default()), ["المؤسسة الكبرى"]);
    assert_eq!(
        found(text, "مقر", Manner::default()),
        ["مقرّ"],
        "what stands over the last letter belongs to it"
    );
    assert_eq!(found(text, "الاجتماع الاول", EXACT), [] as [&str; 0]);
    assert_eq!(found("Réunion PDF", "pdf", Manner::default()), ["PDF"]);
    assert_eq!(found("Réunion PDF", "pdf", EXACT), [] as [&str; 0]);
    assert_eq!(found("أي نص", "ـ", Manner::default()), [] as [&str; 0], "nothing is left of it");
}

#[test]
fn whole_words_are_found_bare_or_with_what_is_attached_to_them() {
    let text = "لجنة واللجنة وبلجنة، للجنة: لجنتان، كاللجنة واللجنات";
    assert_eq!(found(text, "لجنة", Manner::default()).len(), 5, "letters anywhere");
    assert_eq!(found(text, "لجنة", WHOLE), ["لجنة"]);
    assert_eq!(found(text, "لجنه", ATTACHED).len(), 5);
    assert_eq!(found("مهندسة", "هندسة", ATTACHED), [] as [&str; 0], "«م» is attached to nothing");
    assert_eq!(found("الجهة وللجهة والجهات", "الجهة", ATTACHED), ["الجهة", "للجهة"]);
    assert_eq!(found("الجهة وللجهة", "الجهة", WHOLE), ["الجهة"]);
    assert_eq!(found("PDF2 و PDF", "PDF", WHOLE), ["PDF"]);
}

#[test]
fn what_comes_in_place_keeps_what_was_attached_right() {
    for (text, words, with, after) in [
        ("قرر المكتب وبالمكتب", "مكتب", "مجلس", "قرر المجلس وبالمجلس"),
        ("وللمكتب", "مكتب", "المجلس", "وللمجلس"),
        ("المكتب", "مكتب", "المجلس", "المجلس"),
        ("للجهة", "الجهة", "المنطقة", "للمنطقة"),
        ("للجهة", "الجهة", "هيئة", "لهيئة"),
        ("للجهة", "جهة", "لجنة", "للجنة"),
        ("للجنة", "لجنة", "هيئة", "للهيئة"),
        ("للجنة", "اللجنة", "الهيئة", "للهيئة"),
        ("لمكتب", "مكتب", "المجلس", "للمجلس"),
        ("لمكتب", "مكتب", "التزام", "لالتزام"),
        ("ومكتب", "مكتب", "المجلس", "والمجلس"),
        ("المكتب", "مكتب", "PDF", "الPDF"),
    ] {
        assert_eq!(replaced(text, words, Manner::default(), with), after, "{text}: {words} → {with}");
    }
}

fn block(counter: u32) -> BlockId {
    BlockId(Id { session: 0, counter })
}

/// A record with a venue, and a text that says it by its field and by hand.
fn record() -> Editor {
    let mut document = Document::new(RecordId(7));
    let rich = |pieces: Vec<Piece>| RichText::from_pieces(pieces).expect("clean");
    let texts = [
        rich(vec![
            Piece::Text("انعقد ".into()),
            Piece::Field(Atom::Venue(VenueForm::At)),
            Piece::Text(" لا بمقر آخر".into()),
        ]),
        rich(vec![
            Piece::Text("إصلاح ".into()),
            Piece::Marked(vec![Mark::Bold], "المقر الجه".into()),
            Piece::Text("وي والمقرات".into()),
        ]),
    ];
    let mut after = None;
    for (counter, text) in (1..).zip(texts) {
        let block = Arc::new(Block::new(block(counter), Kind::default(), text));
        document.apply(Step::Insert { after, block: Arc::clone(&block) }).expect("a block");
        after = Some(block.id);
    }
    let mut editor = Editor::new(document, 9);
    let venue = Command::SetField { path: FieldPath::Venue, value: "المقر الجهوي".into() };
    editor.run(venue, &Moment::default()).expect("a venue");
    editor
}

fn search(document: &Document, words: &str, manner: Manner) -> Search {
    let mut search = Search::default();
    search.ask(words, manner);
    let text = compose(document, &View::page(OutputKind::Communique));
    let all: Vec<_> = std::iter::once(text.title).chain(text.paragraphs).collect();
    search.take_texts(all.iter());
    search.take_lines(document, OutputKind::Communique);
    assert!(search.look(usize::MAX));
    search
}

#[test]
fn all_of_a_record_is_searched_and_each_place_says_what_it_is() {
    let editor = record();
    let search = search(editor.document(), "مقر", Manner::default());
    let all: Vec<Found> = search.all().collect();
    assert_eq!(all.len(), 5, "{all:?}");
    assert_eq!(all.len(), search.count());
    assert!(matches!(&all[0], Found::Line { line, .. } if line.owner == Owner::Field(FieldPath::Venue)));
    assert!(matches!(&all[1], Found::Text { words: Words::Live(_, Atom::Venue(_), shown), .. }
        if shown.contains("المقر الجهوي")));
    assert!(all[2..].iter().all(|found| matches!(found, Found::Text { words: Words::Stored(..), .. })));
    for (n, one) in all.iter().enumerate() {
        assert_eq!(search.nth(n).as_ref(), Some(one));
    }
    assert_eq!(search.nth(5), None);
    assert_eq!(search.from(2, 0), 3, "the first in the second paragraph");
}

#[test]
fn what_did_not_change_is_not_looked_through_again() {
    let editor = record();
    let document = editor.document();
    let mut search = search(document, "مقر", Manner::default());
    let text = compose(document, &View::page(OutputKind::Communique));
    let all: Vec<_> = std::iter::once(text.title).chain(text.paragraphs).collect();
    search.take_texts(all.iter());
    assert!(!search.look(0), "these were composed anew");
    while !search.look(1) {}
    assert_eq!(search.count(), 5, "slices of any size find the same");
    search.take_texts(all.iter());
    assert!(search.look(0), "and these are the same");
    search.ask("لا وجود له", Manner::default());
    assert!(!search.is_done());
    assert!(search.look(usize::MAX));
    assert_eq!(search.count(), 0);
}

#[test]
fn many_places_are_one_change_that_keeps_marks_and_can_be_taken_back() {
    let mut editor = record();
    let before = editor.document().clone();
    let found = search(editor.document(), "المقر الجهوي", Manner::default());
    let mut swaps = vec![Swap::Field { path: FieldPath::Venue, value: "الدار الجهوي".into() }];
    swaps.extend(found.all().filter_map(|found| match found {
        Found::Text { target, words: Words::Stored(range, li), shown, .. } => {
            let text = editor.document().rich(&target).expect("a text").text();
            assert_eq!(shown, range);
            Some(Swap::Text { words: instead(text, &range, li, "الدار الجهوي"), target, range })
        }
        _ => None,
    }));
    assert_eq!(swaps.len(), 2, "{swaps:?}");
    editor.run(Command::Swap(swaps), &Moment::default()).expect("replaced");
    let rich = editor.document().rich(&Target::Block(block(2))).expect("the text");
    assert_eq!(rich.text(), "إصلاح الدار الجهوي والمقرات");
    let bold: Vec<&str> = rich.marks().iter().map(|m| &rich.text()[m.range()]).collect();
    assert_eq!(bold, ["الدار الجه"], "the words are bold where they were");
    assert_eq!(editor.document().read(FieldPath::Venue), "الدار الجهوي");
    assert_eq!(editor.document().check(), []);
    editor.undo();
    assert_eq!(editor.document(), &before);
}

#[test]
fn places_that_overlap_or_lie_nowhere_are_refused_and_nothing_changes() {
    let mut editor = record();
    let before = editor.document().clone();
    let text = |range| Swap::Text { target: Target::Block(block(2)), range, words: "س".into() };
    for swaps in [vec![text(0..6), text(4..8)], vec![text(0..2), text(900..910)], vec![text(1..3)]] {
        let venue = Swap::Field { path: FieldPath::Venue, value: "آخر".into() };
        let all = std::iter::once(venue).chain(swaps).collect();
        assert!(editor.run(Command::Swap(all), &Moment::default()).is_err());
        assert_eq!(editor.document(), &before);
    }
}

#[test]
fn a_place_is_read_as_people_name_it() {
    for (asked, sought, numbers) in [
        ("12", None, vec![12]),
        ("٣", None, vec![3]),
        ("توصية 3.2", Some(Sought::Recommendation), vec![3, 2]),
        ("التوصية ٣.٢", Some(Sought::Recommendation), vec![3, 2]),
        ("المحور الثاني", Some(Sought::Axis), vec![2]),
        ("الفقرة 7", Some(Sought::Paragraph), vec![7]),
        ("ص4", Some(Sought::Page), vec![4]),
        ("page 4", Some(Sought::Page), vec![4]),
        ("النقطة 5 من جدول الأعمال", Some(Sought::Agenda), vec![5]),
        ("1-2-3", None, vec![1, 2, 3]),
    ] {
        assert_eq!(read(asked), Some((sought, numbers)), "{asked}");
    }
    for asked in ["", "توصية", "كلام كثير", "1.2.3.4.5", "99999999999999999999999"] {
        assert_eq!(read(asked), None, "{asked}");
    }
}

#[test]
fn a_number_leads_to_a_recommendation_by_those_above_it() {
    let mut document = Document::new(RecordId(7));
    let mut after = None;
    // Two axes; the second has a section with items, the first has items alone.
    for (counter, depth) in (1..).zip([0, 2, 2, 3, 0, 1, 2, 2]) {
        let block = Arc::new(Block::new(block(counter), Kind::recommendation(depth), "نص".into()));
        document.apply(Step::Insert { after, block: Arc::clone(&block) }).expect("a block");
        after = Some(block.id);
    }
    let to = |sought, numbers: &[usize]| stop(&document, sought, numbers).block;
    assert_eq!(to(Sought::Recommendation, &[1, 2]), Some(block(3)));
    assert_eq!(to(Sought::Recommendation, &[1, 2, 1]), Some(block(4)));
    assert_eq!(to(Sought::Recommendation, &[2, 1, 2]), Some(block(8)));
    assert_eq!(to(Sought::Axis, &[2]), Some(block(5)));
    assert_eq!(to(Sought::Paragraph, &[4]), Some(block(4)));
    assert_eq!(stop(&document, Sought::Recommendation, &[3]).count, 8);
    for numbers in [&[0][..], &[3], &[1, 3], &[1, 1, 1]] {
        assert_eq!(to(Sought::Recommendation, numbers), None, "{numbers:?}");
    }
    assert_eq!(to(Sought::Agenda, &[1]), None);
}

#[test]
fn a_text_is_counted_as_it_is_printed() {
    let editor = record();
    let counts = Counts::of(&compose(editor.document(), &View::of(OutputKind::Communique)));
    assert_eq!(counts.paragraphs, 2);
    assert_eq!(counts.words, 10, "«انعقد بالمقر الجهوي لا بمقر آخر إصلاح المقر الجهوي والمقرات»");
    assert_eq!(counts.characters, counts.letters + 8);
}
