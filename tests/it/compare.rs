//! What differs between two records: nothing is passed over, words stay whole, as little as possible has moved.

use std::time::{Duration, Instant};

use mahdar::document::{
    Audience, Block, BlockId, Document, Entry, Field, Id, Kind, Mark, Output, OutputKind, Person, Piece,
    RecordId, RichText, Step, Target,
};
use mahdar::edit::compare::{Comparison, Fate, Line, Run, Summary, compare};
use mahdar::edit::{Command, Editor, Moment};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::random;
use crate::record::{block_id, person_id};
use crate::store::record::{Size, record};

/// A record with these paragraphs; each begins with the number of its id.
fn said(paragraphs: &[(u32, &str)]) -> Document {
    let mut document = Document::new(RecordId(1));
    let mut after = None;
    for (id, words) in paragraphs {
        let block = Block::new(block_id(*id), Kind::default(), RichText::plain(words));
        document.apply(Step::Insert { after, block: block.into() }).expect("a block fits");
        after = Some(block_id(*id));
    }
    document
}

fn plain(run: &Run) -> String {
    run.bits.iter().map(mahdar::edit::compare::Bit::plain).collect()
}

fn marked(runs: &[Run]) -> String {
    let one = |run: &Run| match run.fate {
        Fate::Kept => plain(run),
        Fate::Restyled => format!("~{}~", plain(run)),
        Fate::Removed => format!("[{}]", plain(run)),
        Fate::Added => format!("{{{}}}", plain(run)),
    };
    runs.iter().map(one).collect()
}

/// Two texts as the comparison shows them: removed in brackets, added in braces.
fn words(old: &str, new: &str, shown: &str) {
    let comparison = compare(&said(&[(1, old)]), &said(&[(1, new)]));
    let [line] = comparison.lines.as_slice() else { panic!("{:?}", comparison.lines) };
    assert_eq!(marked(&line.words), shown);
}

/// A line in short: `=1` the same, `~1` changed, `+1`, `-1`, `>1` moved.
fn short(line: &Line) -> String {
    let id = line.new.as_ref().or(line.old.as_ref()).map(|spot| spot.block.id.0.counter).unwrap_or_default();
    let sign = match (&line.old, &line.new) {
        (Some(_), None) => "-",
        (None, _) => "+",
        _ if line.moved => ">",
        _ if line.is_same() => "=",
        _ => "~",
    };
    format!("{sign}{id}")
}

fn order(old: &[(u32, &str)], new: &[(u32, &str)], shown: &str) {
    let comparison = compare(&said(old), &said(new));
    let all: Vec<String> = comparison.lines.iter().map(short).collect();
    assert_eq!(all.join(" "), shown);
}

fn paths(comparison: &Comparison) -> Vec<&str> {
    let inner = comparison.lines.iter().flat_map(|line| &line.facts);
    comparison.facts.iter().chain(inner).map(|fact| fact.path.as_str()).collect()
}

// Words.

#[test]
fn changed_words_are_whole_words() {
    words("ناقش المكتب التقرير", "ناقش المكتب التقارير", "ناقش المكتب [التقرير]{التقارير}");
    words("وَالمكتب", "والمكتب", "[وَالمكتب]{والمكتب}");
    words("في الجهة.", "في الجهة،", "في الجهة[.]{،}");
    words("اجتماع عادي", "اجتماع", "اجتماع[ عادي]");
    words("", "كلمة", "{كلمة}");
}

#[test]
fn changes_with_only_a_space_between_them_are_one() {
    words(
        "قرر المكتب تأجيل النقطة الثالثة",
        "قرر المكتب إدراج المسألة الأولى",
        "قرر المكتب [تأجيل النقطة الثالثة]{إدراج المسألة الأولى}",
    );
}

#[test]
fn a_field_is_one_word_with_a_name() {
    use mahdar::document::{Atom, PersonForm, VenueForm};
    let with = |atom: Atom| {
        let mut document = said(&[(1, "")]);
        let pieces = [Piece::Text("انعقد ".into()), Piece::Field(atom), Piece::Text(" اليوم".into())];
        let text = RichText::from_pieces(pieces).expect("clean pieces");
        let step = Step::Splice { at: Target::Block(block_id(1)), start: 0, end: 0, insert: text };
        document.apply(step).expect("words fit");
        document
    };
    let comparison = compare(&with(Atom::Venue(VenueForm::At)), &with(Atom::Chair(PersonForm::Full)));
    assert_eq!(marked(&comparison.lines[0].words), "انعقد [{venue}]{{chair}} اليوم");
    let forms = compare(&with(Atom::Chair(PersonForm::Name)), &with(Atom::Chair(PersonForm::Full)));
    assert_eq!(forms.summary(), Summary { words_added: 1, words_removed: 1, blocks: 1, facts: 0 });
}

#[test]
fn words_with_other_marks_are_said_to_have_them() {
    let old = said(&[(1, "قرر المكتب ما يلي")]);
    let mut new = old.clone();
    let at = Target::Block(block_id(1));
    let range = "قرر ".len().."قرر المكتب".len();
    let step = Step::Mark {
        at,
        start: range.start,
        end: range.end,
        mark: Mark::Bold,
        spans: vec![(range.start, range.end)],
    };
    new.apply(step).expect("a mark fits");
    let comparison = compare(&old, &new);
    assert_eq!(marked(&comparison.lines[0].words), "قرر ~المكتب~ ما يلي");
    let fact = &comparison.lines[0].facts[0];
    assert_eq!(
        (fact.key, fact.old.plain(), fact.new.plain()),
        ("compare-marks", String::new(), "bold".into())
    );
    assert_eq!(comparison.summary().words_added, 0);
}

// Blocks.

#[test]
fn blocks_are_matched_by_id_whatever_they_say() {
    order(&[(1, "أ"), (2, "ب")], &[(1, "أ"), (2, "شيء آخر تماما")], "=1 ~2");
    order(&[(1, "أ"), (2, "ب"), (3, "ج")], &[(1, "أ"), (3, "ج")], "=1 -2 =3");
    order(&[(1, "أ")], &[(5, "قبل"), (1, "أ"), (6, "بعد")], "+5 =1 +6");
}

#[test]
fn as_few_blocks_as_possible_have_moved() {
    let all = [(1, "أ"), (2, "ب"), (3, "ج"), (4, "د")];
    order(&all, &[(4, "د"), (1, "أ"), (2, "ب"), (3, "ج")], ">4 =1 =2 =3");
    order(&all, &[(2, "ب"), (3, "ج"), (4, "د"), (1, "أ")], "=2 =3 =4 >1");
    order(&all, &[(1, "أ"), (3, "ج"), (2, "ب"), (4, "د")], "=1 >3 =2 =4");
}

#[test]
fn a_paragraph_cut_and_pasted_has_moved() {
    let words = "صادق المكتب على برنامج العمل";
    let (old, new) = ([(1, words), (2, "ب"), (3, "ج")], [(2, "ب"), (3, "ج"), (9, words)]);
    order(&old, &new, "=2 =3 >9");
    let comparison = compare(&said(&old), &said(&new));
    assert_eq!(paths(&comparison), ["blocks"]);
}

#[test]
fn a_copy_under_new_ids_is_compared_by_its_words() {
    let old = [(1, "افتتح الرئيس الجلسة"), (2, "ناقش الحاضرون التقرير المالي"), (3, "رفعت الجلسة")];
    let new = [(11, "افتتح الرئيس الجلسة"), (12, "ناقش الحاضرون التقرير الأدبي"), (13, "رفعت الجلسة")];
    let comparison = compare(&said(&old), &said(&new).renamed(RecordId(2)));
    assert_eq!(paths(&comparison), ["id", "blocks"]);
    let changed: Vec<&Line> = comparison.lines.iter().filter(|line| !line.is_same()).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(marked(&changed[0].words), "ناقش الحاضرون التقرير [المالي]{الأدبي}");
}

#[test]
fn kind_and_audience_are_facts_of_the_block() {
    let old = said(&[(1, "نص")]);
    let mut new = old.clone();
    new.apply(Step::SetKind(block_id(1), Box::new(Kind::recommendation(2)))).expect("a kind fits");
    new.apply(Step::SetAudience(block_id(1), Audience::MinutesOnly)).expect("so do readers");
    let comparison = compare(&old, &new);
    assert_eq!(paths(&comparison)[..2], ["blocks.0.kind", "blocks.0.audience"]);
    assert!(comparison.lines[0].words.is_empty());
    assert_eq!(comparison.summary(), Summary { blocks: 1, ..Summary::default() });
}

// The header.

#[test]
fn every_field_of_the_header_has_its_own_path() {
    for (path, value) in [
        ("language", "fr"),
        ("style.digits", "arabic"),
        ("meeting.body.name", "المكتب الجهوي"),
        ("meeting.body.level", "regional"),
        ("meeting.body.gender", "male"),
        ("meeting.session.noun", "session"),
        ("meeting.session.ordinal", "7"),
        ("meeting.dates", "2026-03-14"),
        ("meeting.start", "10:00"),
        ("meeting.end", "12:30"),
        ("meeting.venue", "دار المبادرات"),
        ("meeting.members", "21"),
        ("meeting.quorum", "majority"),
        ("meeting.next.dates", "2026-04-14"),
        ("meeting.next.venue", "المقر"),
        ("letterhead.lines", "سطر | سطر آخر"),
        ("letterhead.address", "زنقة الأرز"),
        ("letterhead.contact", "الهاتف"),
        ("letterhead.logo", "logo.png"),
        ("meeting.chairs.0.role", "رئيسة المكتب"),
        ("meeting.chairs.0.phone", "0600000000"),
        ("meeting.attendance.0.presence", "excused"),
        ("meeting.attendance.0.reason", "سفر"),
        ("meeting.groups.0.oblique", "برلمانيي الجهة"),
        ("meeting.groups.0.count", "4"),
        ("outputs.communique.title", "بلاغ آخر"),
        ("outputs.communique.number", "11/2026"),
        ("outputs.communique.reference", "5/2026"),
        ("outputs.communique.state", "approved"),
    ] {
        let mut editor = Editor::new(said(&[(1, "نص")]), 5);
        let mut set = |path: &str, value: &str| {
            let path = path.parse().expect("a path");
            let set = Command::SetField { path, value: value.into() };
            editor.run(set, &Moment::default()).expect("a value fits");
        };
        set("meeting.chairs.0.name", "ليلى المرابط");
        set("meeting.attendance.0.name", "سعيد العلوي");
        set("meeting.groups.0.nominative", "برلمانيو الجهة");
        set("outputs.communique.title", "بلاغ");
        let before = editor.document().clone();
        let mut editor = Editor::new(before.clone(), 6);
        let set = Command::SetField { path: path.parse().expect("a path"), value: value.into() };
        editor.run(set, &Moment::default()).expect("a value fits");
        let comparison = compare(&before, editor.document());
        assert_eq!(paths(&comparison), [path], "{path}");
        assert_eq!(comparison.facts[0].personal, path.ends_with("phone"), "{path}");
        let back = compare(editor.document(), &before);
        assert_eq!(back.facts[0].new, comparison.facts[0].old, "{path}");
    }
}

#[test]
fn a_person_under_another_id_is_the_same_person() {
    let made = |counter: u32, role: &str| {
        let mut document = said(&[(1, "نص")]);
        let person =
            Person { name: "ليلى المرابط".into(), role: role.into(), ..Person::default() };
        for step in [
            Step::Put(Entry::Person(person_id(counter), Some(person))),
            Step::SetField(Field::Chairs(vec![person_id(counter)])),
        ] {
            document.apply(step).expect("a step fits");
        }
        document
    };
    let comparison = compare(&made(1, "الكاتبة"), &made(9, "الرئيسة"));
    assert_eq!(paths(&comparison), ["people", "meeting.chairs.0.role"]);
}

#[test]
fn a_title_is_compared_by_words() {
    let titled = |title: &str| {
        let mut document = Document::new(RecordId(1));
        let output = Output { title: title.into(), ..Output::new(OutputKind::Communique) };
        let field = Field::Output { kind: OutputKind::Communique, at: 0, entry: Some(Box::new(output)) };
        document.apply(Step::SetField(field)).expect("an output fits");
        document
    };
    let comparison = compare(&titled("بلاغ المكتب الجهوي"), &titled("بلاغ المكتب الإقليمي"));
    assert_eq!(marked(&comparison.facts[0].words), "بلاغ المكتب [الجهوي]{الإقليمي}");
    assert_eq!(comparison.summary(), Summary { words_added: 1, words_removed: 1, blocks: 0, facts: 1 });
}

// Everything.

/// What must hold of any two records.
fn holds(old: &Document, new: &Document) -> Result<(), TestCaseError> {
    let comparison = compare(old, new);
    prop_assert_eq!(comparison.is_same(), old == new);
    for fact in comparison.facts.iter().chain(comparison.lines.iter().flat_map(|line| &line.facts)) {
        // Two colours, and what two suggestions would do, have one name.
        let named_alike = fact.key == "compare-marks" || fact.key == "compare-suggestion";
        let says = !fact.words.is_empty() || fact.old != fact.new || named_alike;
        prop_assert!(!fact.path.is_empty() && fact.key != "compare-otherwise" && says, "{:?}", fact);
    }
    let mut olds: Vec<usize> =
        comparison.lines.iter().filter_map(|line| Some(line.old.as_ref()?.at)).collect();
    let news: Vec<usize> = comparison.lines.iter().filter_map(|line| Some(line.new.as_ref()?.at)).collect();
    olds.sort_unstable();
    prop_assert!(olds.iter().copied().eq(0..old.blocks().len()));
    prop_assert!(news.iter().copied().eq(0..new.blocks().len()));
    for line in &comparison.lines {
        let text = |spot: &Option<mahdar::edit::compare::Spot>| {
            spot.as_ref().map(|spot| spot.block.text.text().to_owned()).unwrap_or_default()
        };
        let told = |gone: Fate| {
            let runs = line.words.iter().filter(|run| run.fate != gone);
            runs.map(plain).collect::<String>()
        };
        if !line.words.is_empty() && !line.words.iter().any(|run| plain(run).contains('{')) {
            prop_assert_eq!(told(Fate::Added), text(&line.old));
            prop_assert_eq!(told(Fate::Removed), text(&line.new));
        }
        if line.words.is_empty() && line.old.is_some() && line.new.is_some() {
            prop_assert_eq!(text(&line.old), text(&line.new));
        }
        for pair in line.words.windows(2) {
            let (Some(last), Some(first)) = (plain(&pair[0]).chars().last(), plain(&pair[1]).chars().next())
            else {
                continue;
            };
            let joins = |c: char| ('\u{620}'..='\u{64A}').contains(&c);
            let replaced = pair[0].fate == Fate::Removed && pair[1].fate == Fate::Added;
            prop_assert!(replaced || !(joins(last) && joins(first)), "{:?}", line.words);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_differs_unsaid_after_any_step(document in random::document(), dice in vec(random::dice(), 1..6)) {
        let mut now = document.clone();
        for dice in &dice {
            let before = now.clone();
            let _ = now.apply(dice.step(&before));
            holds(&before, &now)?;
        }
        holds(&document, &now)?;
        holds(&now, &document)?;
    }

    #[test]
    fn nothing_differs_unsaid_between_strangers(old in random::document(), new in random::document()) {
        holds(&old, &new)?;
        holds(&old, &old.clone().renamed(RecordId(77)))?;
    }
}

// Size.

fn timed(old: &Document, new: &Document) -> (Comparison, Duration) {
    #[expect(clippy::disallowed_methods, reason = "a bound on time is measured")]
    let start = Instant::now();
    let comparison = compare(old, new);
    (comparison, start.elapsed())
}

/// Far above what it takes on a busy machine in a build for tests, far below anything quadratic.
const BOUND: Duration = Duration::from_secs(5);

#[test]
fn five_thousand_blocks_are_compared_in_bounded_time() {
    let old = record(Size::LARGE);
    let backwards: Vec<Block> = old.blocks().iter().rev().map(|block| (**block).clone()).collect();
    let strange = backwards.iter().enumerate().map(|(at, block)| {
        let counter = u32::try_from(at).unwrap_or_default();
        Block { id: BlockId(Id { session: 99, counter }), ..block.clone() }
    });
    for blocks in [backwards.clone(), strange.collect()] {
        let mut new = Document::new(old.id());
        let mut after = None;
        for block in blocks {
            let id = block.id;
            new.apply(Step::Insert { after, block: block.into() }).expect("a block fits");
            after = Some(id);
        }
        let (comparison, took) = timed(&old, &new);
        assert!(!comparison.is_same());
        assert!(took < BOUND, "{took:?}");
    }
}

#[test]
fn hostile_paragraphs_are_compared_in_bounded_time() {
    let words = |step: usize, count: usize| {
        let words: Vec<String> = (0..count).map(|at| (at * step % 7919).to_string()).collect();
        words.join(" ")
    };
    for (old, new) in [
        (words(1, 50_000), words(3, 50_000)),
        ("ا ب ".repeat(60_000), "ب ا ا ".repeat(40_000)),
        ("أ".repeat(250_000), "ب".repeat(250_000)),
    ] {
        let (comparison, took) = timed(&said(&[(1, &old)]), &said(&[(1, &new)]));
        assert!(!comparison.is_same());
        assert!(took < BOUND, "{took:?}");
    }
}

#[test]
fn thousands_of_new_short_blocks_in_one_place_are_paired_in_bounded_time() {
    let of = |session: u32, tail: &str| {
        let mut document = Document::new(RecordId(1));
        let mut after = None;
        for counter in 0..5000 {
            let id = BlockId(Id { session, counter });
            let text = RichText::plain(&format!("البند رقم {counter} من {tail}"));
            let block = Block::new(id, Kind::default(), text);
            document.apply(Step::Insert { after, block: block.into() }).expect("a block fits");
            after = Some(id);
        }
        document
    };
    let (comparison, took) = timed(&of(1, "المحضر"), &of(2, "البلاغ"));
    assert!(took < BOUND, "{took:?}");
    assert!(comparison.lines.iter().all(|line| line.old.is_some() && line.new.is_some()));
}
