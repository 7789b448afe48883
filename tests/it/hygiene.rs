//! Hygiene at the door: what is typed, pasted, read from a file and published holds nothing that shows nothing.
use std::sync::Arc;

use mahdar::arabic::{Class, Source, When, clean, edits, is_forbidden, is_nfc};
use mahdar::document::{
    Attendee, Audience, Block, Body, Comment, CommentId, Document, Entry, Field, FieldPath, Group, GroupId,
    Id, Kind, Letterhead, Mark, Matter, Next, Output, OutputKind, Person, Piece, Recommendation, RecordId,
    RichText, Role, Session, Speaker, Stamp, Step, Target,
};
use mahdar::edit::{Command, Editor, Fragment, Moment, Part};
use mahdar::export::{Error, Format, Options, export, public_record};
use mahdar::store;
use mahdar::template::{Readers, View};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::random;
use crate::record::{block_id, open, person_id, show};

/// Everything Unicode 16 calls `Default_Ignorable_Code_Point`, but the two joiners.
const IGNORABLE: [(u32, u32); 17] = [
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
];

fn ignorable() -> impl Iterator<Item = char> {
    let ranges = IGNORABLE.into_iter().chain([(0xE0000, 0xE0FFF)]);
    ranges.flat_map(|(from, to)| (from..=to).filter_map(char::from_u32))
}

#[test]
fn nothing_unicode_calls_ignorable_stays_but_joiners_between_letters() {
    for source in [Source::Typed, Source::Pasted, Source::File, Source::Published] {
        for letter in ignorable().chain(['\u{fff9}', '\u{fffa}', '\u{fffb}', '\u{fffc}']) {
            assert!(is_forbidden(letter), "U+{:04X}", u32::from(letter));
            let cleaned = clean(&format!("بلا{letter}غ"), source).text.into_owned();
            assert_eq!(cleaned, "بلاغ", "U+{:04X} from {source:?}", u32::from(letter));
        }
        for letter in (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32) {
            let cleaned = clean(&format!("ب{letter}غ"), source).text.into_owned();
            let kept = match letter {
                '\t' => "ب\tغ",
                '\n' | '\r' | '\u{85}' => "ب\nغ",
                _ => "بغ",
            };
            assert_eq!(cleaned, kept, "U+{:04X} from {source:?}", u32::from(letter));
        }
        for letter in ['\u{fdd0}', '\u{fdef}', '\u{fffe}', '\u{ffff}', '\u{1fffe}', '\u{10ffff}'] {
            assert_eq!(clean(&format!("ب{letter}غ"), source).text, "بغ", "no character at all");
        }
    }
}

#[test]
fn what_is_seen_stays() {
    // Private letters show as boxes; Arabic's own format signs are drawn; unassigned ones may be somebody's letters.
    for seen in
        ["\u{e001}", "\u{f8ff}", "\u{fffd}", "\u{600}", "\u{6dd}", "\u{8e2}", "\u{605}", "½", "ﬁ", "•"]
    {
        for source in [Source::Typed, Source::Pasted, Source::File, Source::Published] {
            assert_eq!(clean(seen, source).text, seen, "{source:?}");
        }
    }
}

#[test]
fn spaces_of_every_width_become_spaces() {
    for space in ['\u{2003}', '\u{2009}', '\u{200a}', '\u{205f}', '\u{3000}', '\u{1680}', '\u{2800}'] {
        for source in [Source::Typed, Source::Pasted, Source::File, Source::Published] {
            let cleaned = clean(&format!("أ{space}ب"), source).text.into_owned();
            assert_eq!(cleaned, "أ ب", "U+{:04X} {source:?}", u32::from(space));
        }
    }
    for space in ['\u{a0}', '\u{2007}', '\u{202f}'] {
        let text = format!("أ{space}ب");
        assert_eq!(clean(&text, Source::Typed).text, text, "typed on purpose");
        assert_eq!(clean(&text, Source::Pasted).removed.of(Class::NoBreakSpace), 1);
        assert_eq!(clean(&text, Source::Published).text, "أ ب");
    }
}

#[test]
fn bullets_of_word_processors_come_as_bullets() {
    assert_eq!(clean("\u{f0b7} بند", Source::Pasted).text, "• بند");
    assert_eq!(clean("\u{f0a7} بند", Source::File).text, "• بند");
}

#[test]
fn readers_outside_get_joiners_between_letters_only_and_see_what_was_seen() {
    let text = "محـضر\u{a0}می\u{200c}خواهم \u{200d}بلاغ\u{200c} 1445 ه\u{200d}";
    assert_eq!(clean(text, Source::Published).text, "محـضر می\u{200c}خواهم بلاغ 1445 ه\u{200d}");
}

#[test]
fn edits_are_as_short_as_can_be_and_leave_fields() {
    let (changes, removed) = edits("بلا\u{200f}غ \u{fffc} e\u{301}", Source::Typed);
    let changes: Vec<_> = changes.into_iter().map(|edit| (edit.range, edit.words)).collect();
    assert_eq!(changes, [(6..9, String::new()), (16..19, "é".to_owned())]);
    assert_eq!((removed.of(Class::Bidi), removed.of(Class::Decomposed), removed.total()), (1, 1, 2));
}

/// Letters that a hostile text is made of.
const HOSTILE: [&str; 30] = [
    "ا",
    "ل",
    "ه",
    "م",
    "ي",
    "e",
    "7",
    " ",
    "\u{64e}",
    "\u{651}",
    "\u{654}",
    "\u{301}",
    "\u{a0}",
    "\u{202f}",
    "\u{3000}",
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{200f}",
    "\u{202e}",
    "\u{2066}",
    "\u{ad}",
    "\u{34f}",
    "\u{fe0f}",
    "\u{640}",
    "\u{fefb}",
    "\u{7}",
    "\u{2028}",
    "\u{e0041}",
    "\u{fff9}",
];

fn hostile() -> impl Strategy<Value = String> {
    vec(select(&HOSTILE[..]), 0..14).prop_map(|letters| letters.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_is_done_once_and_for_all(text in hostile(), turn in 0..4usize) {
        let source = [Source::Typed, Source::Pasted, Source::File, Source::Published][turn];
        let once = clean(&text, source);
        prop_assert!(is_nfc(&once.text));
        prop_assert!(!once.text.contains(is_forbidden));
        let twice = clean(&once.text, source);
        prop_assert_eq!((&*twice.text, twice.removed.total()), (&*once.text, 0));
        // The edits of a stored text make the same text.
        let mut edited = text.clone();
        let (changes, removed) = edits(&text, source);
        for edit in changes.iter().rev() {
            edited.replace_range(edit.range.clone(), &edit.words);
        }
        prop_assert_eq!((&*edited, removed), (&*once.text, once.removed.clone()));
    }

    #[test]
    fn cleaning_any_text_at_all_is_done_once(text in any::<String>()) {
        for source in [Source::Typed, Source::Pasted, Source::File, Source::Published] {
            let once = clean(&text, source).text.into_owned();
            let twice = clean(&once, source);
            prop_assert_eq!((&*twice.text, twice.removed.total()), (&*once, 0));
        }
    }
}

/// A record in which every text is this one, built by steps, which do not clean.
fn record_of(text: &str) -> Document {
    let mut document = Document::new(RecordId(7));
    let s = || text.to_owned();
    let rich = || RichText::plain(text);
    let person = Person {
        name: s(),
        latin: s(),
        role: s(),
        body: s(),
        aliases: vec![s()],
        phone: s(),
        identity: s(),
        ..Person::default()
    };
    let attendee = Attendee { reason: s(), ..Attendee::new(person_id(1)) };
    let group = GroupId(Id { session: 4, counter: 1 });
    let comment = CommentId(Id { session: 3, counter: 1 });
    let remark = Comment { author: s(), at: Stamp(1), text: s(), quoted: s(), answers: None, resolved: None };
    let mut steps = vec![
        Step::SetField(Field::Letterhead(Letterhead {
            lines: vec![s()],
            address: s(),
            contact: s(),
            logo: String::new(),
        })),
        Step::SetField(Field::Body(Body {
            name: s(),
            organisation: s(),
            region: s(),
            province: s(),
            ..Body::default()
        })),
        Step::SetField(Field::Session(Session { nature: s(), theme: s(), ..Session::default() })),
        Step::SetField(Field::Dates(When::Text(s()))),
        Step::SetField(Field::Venue(s())),
        Step::SetField(Field::Next(Next { dates: When::Text(s()), venue: s() })),
        Step::Put(Entry::Person(person_id(1), Some(person))),
        Step::SetField(Field::Chairs(vec![person_id(1)])),
        Step::SetField(Field::Attendee { person: person_id(1), at: 0, entry: Some(attendee) }),
        Step::SetField(Field::Group {
            id: group,
            at: 0,
            entry: Some(Group { id: group, nominative: s(), oblique: s(), count: Some(3) }),
        }),
        Step::Put(Entry::Comment(comment, Some(remark))),
    ];
    for (at, kind) in OutputKind::ALL.into_iter().enumerate() {
        let output = Output { title: rich(), number: s(), reference: s(), ..Output::new(kind) };
        steps.push(Step::SetField(Field::Output { kind, at, entry: Some(Box::new(output)) }));
    }
    let item = Recommendation { depth: 2, addressee: s(), responsible: s(), ..Recommendation::default() };
    let decision = mahdar::document::Decision {
        matter: Matter::Committee { name: s(), members: vec![person_id(1)] },
        vote: None,
    };
    let kinds = [
        Kind::Paragraph(Role::Lead),
        Kind::Heading(1),
        Kind::Intervention(Speaker::Collective(s())),
        Kind::Decision(decision),
        Kind::Recommendation(item),
        Kind::AgendaItem(mahdar::document::AgendaItem::default()),
    ];
    let mut after = None;
    for (n, kind) in (1..).zip(kinds) {
        let block = Block { prompt: s(), ..Block::new(block_id(n), kind, rich()) };
        steps.push(Step::Insert { after, block: Arc::new(block) });
        after = Some(block_id(n));
    }
    for step in steps {
        document.apply(step).expect("a step that fits");
    }
    document
}

/// Everything in the record that a person wrote, as one file.
fn file(document: &Document) -> String {
    store::write(document)
}

fn shows_nothing(letter: char) -> bool {
    is_forbidden(letter) || matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2028}' | '\u{2029}')
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

#[test]
fn every_text_of_a_file_written_by_hand_is_cleaned_when_it_is_opened() {
    let document = record_of("بلا\u{200b}غ\u{202e} e\u{301} نص");
    let mut editor = Editor::new(document.clone(), 9);
    let done = editor.run(Command::Tidy, &Moment::default()).expect("tidied");
    assert_eq!(*editor.document(), record_of("بلاغ é نص"));
    assert!(editor.is_changed());
    let texts = done.removed.of(Class::ZeroWidth);
    assert!(texts > 50, "{texts}");
    assert_eq!(done.removed.total(), 3 * texts, "each text lost one of each");
    editor.undo();
    assert_eq!(*editor.document(), document, "as it was");
    assert!(!editor.is_changed());
    assert!(!editor.can_undo(), "one command");
}

#[test]
fn a_remark_keeps_its_lines_and_a_file_keeps_its_name() {
    let mut document = record_of("");
    let comment = CommentId(Id { session: 3, counter: 1 });
    let remark = Comment {
        author: "س".into(),
        at: Stamp(1),
        text: "سطر\u{200f}\nآخر".into(),
        quoted: String::new(),
        answers: None,
        resolved: None,
    };
    let annex = Kind::Annex(mahdar::document::Annex { file: "e\u{301}.pdf".into() });
    for step in [
        Step::Put(Entry::Comment(comment, Some(remark))),
        Step::SetKind(block_id(1), Box::new(annex.clone())),
    ] {
        document.apply(step).expect("fits");
    }
    let mut editor = Editor::new(document, 9);
    editor.run(Command::Tidy, &Moment::default()).expect("tidied");
    assert_eq!(editor.document().comments()[&comment].text, "سطر\nآخر");
    assert_eq!(editor.document().block(block_id(1)).expect("there").kind, annex);
}

#[test]
fn a_clean_record_stays_unchanged_by_opening() {
    for text in ["", "محـضر\u{a0}ه\u{200d}", "اجتماع\tاللجنة"] {
        let document = record_of(text);
        assert_eq!(document.tidied(Source::Typed).0, [], "{text:?}");
        let mut editor = Editor::new(document, 9);
        let done = editor.run(Command::Tidy, &Moment::default()).expect("nothing to do");
        assert!(done.steps.is_empty() && !editor.is_changed() && !editor.can_undo());
    }
}

#[test]
fn cleaning_a_paragraph_leaves_its_marks_and_fields_where_they_are() {
    let mut document = record_of("نص");
    let piece = |words: &str| Piece::Marked(vec![Mark::Bold], words.into());
    let pieces = |bold: &str| {
        let atom = Piece::Field(mahdar::document::Atom::Number);
        RichText::from_pieces([Piece::Text("قبل ".into()), piece(bold), atom, Piece::Text("بعد".into())])
            .expect("clean pieces")
    };
    let end = document.rich(&Target::Block(block_id(1))).expect("there").len();
    let insert = pieces("غا\u{200f}مق\u{feb3}");
    document.apply(Step::Splice { at: Target::Block(block_id(1)), start: 0, end, insert }).expect("fits");
    let (steps, _) = document.tidied(Source::Typed);
    for step in steps {
        document.apply(step).expect("fits");
    }
    assert_eq!(*document.rich(&Target::Block(block_id(1))).expect("there"), pieces("غامقس"));
}

#[test]
fn fields_of_the_header_take_nothing_that_shows_nothing() {
    let mut editor = open("|نص");
    let set = |editor: &mut Editor, path: &str, value: &str| {
        let path: FieldPath = path.parse().expect("a path");
        editor.run(Command::SetField { path, value: value.into() }, &Moment::default()).expect("set");
        editor.document().read(path)
    };
    for path in [
        "meeting.venue",
        "meeting.body.name",
        "meeting.session.theme",
        "meeting.chairs.0.name",
        "meeting.attendance.0.name",
        "meeting.attendance.0.reason",
        "meeting.groups.0.nominative",
        "meeting.next.venue",
        "letterhead.address",
        "outputs.minutes.title",
        "outputs.minutes.number",
    ] {
        assert_eq!(set(&mut editor, path, "بلا\u{200b}غ\u{202e}\u{fe0f}"), "بلاغ", "{path}");
    }
}

#[test]
fn a_fix_and_a_part_of_another_record_bring_nothing_hidden() {
    let mut editor = open("|نص");
    let target = Target::Block(block_id(1));
    let replace = Command::Replace { target, range: 0..4, text: "بلا\u{200b}غ".into() };
    editor.run(replace, &Moment::default()).expect("replaced");
    assert_eq!(show(&editor), "بلاغ|");
    let mut editor = open("|");
    let part = Part { kind: None, audience: Audience::Both, text: RichText::plain("بلا\u{200b}غ") };
    let done = editor.run(Command::Paste(Fragment { parts: vec![part] }), &Moment::default());
    assert_eq!(done.expect("pasted").removed.of(Class::ZeroWidth), 1);
    assert_eq!(show(&editor), "بلاغ|");
}

#[track_caller]
fn goes_out_clean(document: &Document) {
    for output in OutputKind::ALL {
        for readers in [Readers::Public, Readers::Internal] {
            let view = View { readers, ..View::of(output) };
            let exported = match export(document, &view, Options::default(), Format::Txt) {
                Ok(exported) => exported,
                Err(Error::Empty) => continue,
                Err(error) => panic!("{error}"),
            };
            let text = String::from_utf8(exported.bytes).expect("UTF-8");
            let stray = text.chars().find(|letter| shows_nothing(*letter) || *letter == '\t');
            assert_eq!(stray, None, "{output}, {readers:?}: {text:?}");
            assert!(is_nfc(&text), "{output}");
            let letters: Vec<char> = text.chars().collect();
            for around in letters.windows(2).filter(|pair| is_joiner(pair[1])) {
                let before = around[0];
                assert!(!before.is_ascii() && !before.is_whitespace(), "a joiner after {before:?}: {text:?}");
            }
        }
        let public = public_record(document, output, RecordId(1)).expect("fit to be published");
        let stray = file(&public).chars().find(|letter| shows_nothing(*letter));
        assert_eq!(stray, None, "the public record of {output}");
    }
}

#[test]
fn an_item_that_is_emptied_by_tidying_gives_its_heading_nothing_back() {
    let mut editor = Editor::new(record_of("\u{200f}"), 9);
    editor.run(Command::Tidy, &Moment::default()).expect("tidied");
    assert_eq!(editor.document().tidied(Source::Typed).0, vec![], "once and for all");
}

#[test]
fn a_hostile_record_goes_out_clean() {
    goes_out_clean(&record_of(
        "\u{202e}بلا\u{200b}غ\u{a0}\u{200d}ه\u{200d} \u{7}\u{feff}\u{2028}e\u{301}\u{fe0f}",
    ));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_record_however_hostile_sends_out_what_shows_nothing(text in hostile(), dice in vec(random::dice(), 0..6)) {
        let mut document = record_of(&text);
        for dice in &dice {
            // A refused step leaves the record as it was.
            let _ = document.apply(dice.step(&document));
        }
        goes_out_clean(&document);
        let mut editor = Editor::new(document, 9);
        editor.run(Command::Tidy, &Moment::default()).expect("tidied");
        prop_assert_eq!(editor.document().tidied(Source::Typed).0, vec![], "once and for all");
        prop_assert!(!file(editor.document()).contains(is_forbidden));
    }
}
