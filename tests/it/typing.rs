//! Typing, deleting, splitting, joining, moving, pasting and taking back, with the caret in the text.
use mahdar::document::{Atom, Entry};
use mahdar::document::{
    Audience, Change, ChangeId, Colour, Field, FieldPath, Id, Kind, Mark, Marked, OutputKind, Pending, Piece,
    Place, Recommendation, RichText, Role, Speaker, Stamp, Step, Target, VenueForm,
};
use mahdar::edit::{Command, Editor, Fragment, Moment, Part, Selection, Shift, Toward, Unit};

use crate::record::{after, at, block_id, open, person_id, show};

#[track_caller]
fn typing(before: &str, words: &str, expected: &str) {
    assert_eq!(after(before, [Command::Type(words.into())]), expected);
}

#[track_caller]
fn press(before: &str, command: Command, expected: &str) {
    assert_eq!(after(before, [command]), expected);
}

fn backspace() -> Command {
    Command::Delete(Unit::Grapheme, Toward::Start)
}

fn delete() -> Command {
    Command::Delete(Unit::Grapheme, Toward::End)
}

fn word_back() -> Command {
    Command::Delete(Unit::Word, Toward::Start)
}

fn word_on() -> Command {
    Command::Delete(Unit::Word, Toward::End)
}

fn letters(editor: &mut Editor, words: &str, from: u64, every: u64) {
    for (turn, c) in words.chars().enumerate() {
        editor.run(Command::Type(c.into()), &at(from + every * turn as u64)).expect("typed");
    }
}

#[test]
fn typing_goes_in_at_the_caret() {
    typing("اجتماع |اللجنة", "مجلس ", "اجتماع مجلس |اللجنة");
    typing("|", "محضر", "محضر|");
    typing("title: محضر |الاجتماع\nنص", "لجنة ", "title: محضر لجنة |الاجتماع\nنص");
    typing("حضر {chair}|.", " أمس", "حضر {chair} أمس|.");
}

#[test]
fn typing_takes_the_place_of_the_selection() {
    typing("اجتماع [مجلس| الجهة", "لجنة", "اجتماع لجنة| الجهة");
    typing("اجتماع |مجلس[ الجهة", "لجنة", "اجتماع لجنة| الجهة");
    typing("أو[ل\nمحذوف\nثا|ن", "-", "أو-|ن");
    typing("[{chair}|.", "الرئيسة", "الرئيسة|.");
}

#[test]
fn a_line_break_in_typed_letters_counts_as_enter() {
    typing("section: أول|", "\nثان", "section: أول\nsection: ثان|");
    typing("أ|ب", "1\n2", "أ1\n2|ب");
}

#[test]
fn backspace_takes_one_mark_of_a_letter_and_all_of_what_is_none() {
    press("كتابة|", backspace(), "كتاب|");
    press("مُ|حضر", backspace(), "م|حضر");
    press("م|حضر", backspace(), "|حضر");
    press("الممثَّ|لون", backspace(), "الممثّ|لون");
    press("الممثّ|لون", backspace(), "الممث|لون");
    press("ك\u{200C}|م", backspace(), "ك|م");
    press("سلا|م", backspace(), "سل|م");
    press("نص 👨\u{200D}👩\u{200D}👧|", backspace(), "نص |");
    press("بحضور {chair}|.", backspace(), "بحضور |.");
    press("ab|c", backspace(), "a|c");
}

#[test]
fn delete_takes_a_whole_cluster() {
    press("|كتابة", delete(), "|تابة");
    press("|مُحضر", delete(), "|حضر");
    press("س|لام", delete(), "س|ام");
    press("|🇲🇦!", delete(), "|!");
    press("بحضور |{chair}.", delete(), "بحضور |.");
}

#[test]
fn deleting_by_word_skips_what_lies_between() {
    press("عقد المجلس |دورته", word_back(), "عقد |دورته");
    press("عقد المجلس، |دورته", word_back(), "عقد |دورته");
    press("عقد| المجلس دورته", word_on(), "عقد| دورته");
    press("|عقد المجلس", word_on(), "| المجلس");
    press("مُحضَر| الاجتماع", word_back(), "| الاجتماع");
    press("في {venue}|.", word_back(), "في |.");
    press("في| {venue}.", word_on(), "في|.");
    press("عقد  |", word_back(), "|");
}

#[test]
fn deleting_a_selection_across_blocks_joins_what_is_left() {
    press("محضر ال[لجنة\nوسط\nitem: في المجلس| الجهوي", backspace(), "محضر ال| الجهوي");
    press("axis: مح[ور\nsection: ب|ند", delete(), "axis: مح|ند");
    press("title: عنو[ان\nأول\nثا|ن", backspace(), "title: عنو|\nن");
}

#[test]
fn everything_can_be_selected_and_deleted() {
    let out = after("title: عنوان\nأول\naxis: ثان|", [Command::SelectAll, backspace()]);
    assert_eq!(out, "axis: ");
    press("title: عنوان\nأو|ل\nثان", Command::SelectAll, "title: [عنوان\nأول\nثان|");
}

#[test]
fn enter_splits_a_paragraph() {
    press("أول| ثان", Command::Enter, "أول\n| ثان");
    press("أو*ل ث|ان*", Command::Enter, "أو*ل ث*\n|*ان*");
    press("أول [ثان|ثالث", Command::Enter, "أول \n|ثالث");
}

#[test]
fn enter_after_a_block_begins_what_usually_follows_it() {
    press("lead: ترأس|", Command::Enter, "lead: ترأس\n|");
    press("context: في إطار|", Command::Enter, "context: في إطار\n|");
    press("recital: تثمينا|", Command::Enter, "recital: تثمينا\nrecital: |");
    press("enacting: أوصى بما يلي:|", Command::Enter, "enacting: أوصى بما يلي:\naxis: |");
    press("closing: ختام|", Command::Enter, "closing: ختام\n|");
    press("heading: عنوان|", Command::Enter, "heading: عنوان\n|");
    press("agenda: نقطة|", Command::Enter, "agenda: نقطة\nagenda: |");
    press("said: قال|", Command::Enter, "said: قال\n|");
    press("quote: قول|", Command::Enter, "quote: قول\n|");
    press("decision: قرار|", Command::Enter, "decision: قرار\n|");
    press("note: ملاحظة|", Command::Enter, "note: ملاحظة\nnote: |");
    press("signatures: توقيع|", Command::Enter, "signatures: توقيع\n|");
    press("axis: محور|", Command::Enter, "axis: محور\nsection: |");
    press("section: فرع|", Command::Enter, "section: فرع\nsection: |");
    press("item: بند|", Command::Enter, "item: بند\nitem: |");
    press("sub: بند|", Command::Enter, "sub: بند\nsub: |");
}

#[test]
fn enter_on_an_empty_item_promotes_then_leaves_the_list() {
    let enters = |n| after("sub: |", std::iter::repeat_n(Command::Enter, n));
    assert_eq!([1, 2, 3, 4].map(enters), ["item: |", "section: |", "axis: |", "|"].map(String::from));
    press("agenda: أولى\nagenda: |", Command::Enter, "agenda: أولى\n|");
    press("note: |", Command::Enter, "|");
}

#[test]
fn enter_at_the_start_leaves_the_name_with_the_words() {
    let mut editor = open("item: |إعداد دليل");
    let followed =
        Recommendation { depth: 2, responsible: "اللجنة".into(), ..Recommendation::default() };
    editor.run(Command::SetKind(Kind::Recommendation(followed.clone())), &at(0)).expect("kind");
    editor.run(Command::Enter, &at(1)).expect("enter");
    assert_eq!(show(&editor), "item: \nitem: |إعداد دليل");
    let blocks = editor.document().blocks();
    assert_eq!(blocks.last().map(|b| b.id), Some(block_id(1)));
    let kinds: Vec<_> = blocks.iter().map(|b| b.kind.clone()).collect();
    assert_eq!(kinds, [Kind::recommendation(2), Kind::Recommendation(followed)]);
}

#[test]
fn enter_at_the_end_of_the_title_goes_into_the_text() {
    press("title: عنوان|\nنص", Command::Enter, "title: عنوان\n|نص");
    press("title: عنوان|نص\nآخر", Command::Enter, "title: عنوان\n|نص\nآخر");
}

#[test]
fn splitting_keeps_the_readers_of_both_halves() {
    press("m/p: سري| جدا", Command::Enter, "m/p: سري\nm/p: | جدا");
    press("m/p: |سري", Command::Enter, "m/p: \nm/p: |سري");
    press("c/section: علني|", Command::Enter, "c/section: علني\nc/section: |");
}

#[test]
fn a_split_item_does_not_double_its_follow_up() {
    let mut editor = open("item: إعداد| دليل");
    let followed =
        Recommendation { depth: 2, responsible: "اللجنة".into(), ..Recommendation::default() };
    editor.run(Command::SetKind(Kind::Recommendation(followed.clone())), &at(0)).expect("kind");
    editor.run(Command::Enter, &at(1)).expect("enter");
    let kinds: Vec<_> = editor.document().blocks().iter().map(|b| b.kind.clone()).collect();
    assert_eq!(kinds, [Kind::Recommendation(followed), Kind::recommendation(2)]);
}

#[test]
fn backspace_at_an_items_start_promotes_then_makes_a_paragraph_then_joins() {
    let presses = |n| after("سابق\nitem: |بند", std::iter::repeat_n(backspace(), n));
    let expected = ["سابق\nsection: |بند", "سابق\naxis: |بند", "سابق\n|بند", "سابق|بند"];
    assert_eq!([1, 2, 3, 4].map(presses), expected.map(String::from));
    press("سابق\nquote: |قول", backspace(), "سابق\n|قول");
    press("سابق\nrecital: |تثمينا", backspace(), "سابق\n|تثمينا");
}

#[test]
fn backspace_at_the_very_start_does_nothing() {
    press("|نص", backspace(), "|نص");
    press("title: |عنوان\nنص", backspace(), "title: |عنوان\nنص");
    press("title: عنوان\n|نص", backspace(), "title: عنوان\n|نص");
}

#[test]
fn an_empty_block_before_or_after_goes_whole() {
    press("item: \n|نص", backspace(), "|نص");
    press("|\nitem: نص", delete(), "item: |نص");
    press("m/p: \n|نص", backspace(), "|نص");
}

#[test]
fn delete_at_the_end_joins_the_next_block() {
    press("أول|\nثان", delete(), "أول|ثان");
    press("section: أول|\nitem: ثان", delete(), "section: أول|ثان");
    press("أول\nثان|", delete(), "أول\nثان|");
    press("أول| \nثان", word_on(), "أول|\nثان");
    press("أول|\nثان", word_on(), "أول|ثان");
}

#[test]
fn words_for_the_minutes_only_never_slip_into_a_text_for_everybody() {
    press("علني|\nm/p: سري", delete(), "m/p: علني|سري");
    press("m/p: سري\n|علني", backspace(), "m/p: سري|علني");
    press("عل[ني\nm/p: وسط\nm/p: س|ري", backspace(), "m/p: عل|ري");
    press("m/p: سري[\nكلام|", backspace(), "m/p: سري|");
    press("[علني\nm/p: س|ري", backspace(), "m/p: |ري");
    press("c/p: علني|\nm/p: سري", delete(), "m/p: علني|سري");
}

#[test]
fn words_for_both_texts_stay_in_both_when_joined_to_public_words() {
    press("لهما|\nc/p: علني", delete(), "لهما|علني");
    press("c/p: علني\n|لهما", backspace(), "علني|لهما");
}

#[test]
fn depth_stops_at_an_axis_and_at_a_sub_item() {
    press("sec|tion", Command::Depth(Shift::Down), "sec|tion");
    press("section: |بند", Command::Depth(Shift::Down), "item: |بند");
    press("sub: |بند", Command::Depth(Shift::Down), "sub: |بند");
    press("axis: |بند", Command::Depth(Shift::Up), "axis: |بند");
    press("section: [أول\nنص\nitem: ثان|", Command::Depth(Shift::Up), "axis: [أول\nنص\nsection: ثان|");
}

#[test]
fn an_item_moves_with_all_below_it() {
    let outline = "axis: أ|\nsection: أ1\nitem: أ1أ\naxis: ب\nsection: ب1";
    let moved = "axis: ب\nsection: ب1\naxis: أ|\nsection: أ1\nitem: أ1أ";
    press(outline, Command::Move(Shift::Down), moved);
    press(moved, Command::Move(Shift::Up), outline);
    press("section: أ\nitem: أ1\nsection: |ب", Command::Move(Shift::Up), "section: |ب\nsection: أ\nitem: أ1");
    press("نص\nitem: أ\nsection: |ب", Command::Move(Shift::Up), "نص\nsection: |ب\nitem: أ");
}

#[test]
fn an_item_leaves_its_axis_for_the_one_beside_it() {
    let outline = "axis: أ\nsection: أ1|\naxis: ب\nsection: ب1\nsection: ب2";
    let moved = "axis: أ\naxis: ب\nsection: أ1|\nsection: ب1\nsection: ب2";
    press(outline, Command::Move(Shift::Down), moved);
    press(moved, Command::Move(Shift::Up), outline);
}

#[test]
fn a_paragraph_moves_past_one_block() {
    let first = "نص|\naxis: أ\nsection: أ1";
    let second = "axis: أ\nنص|\nsection: أ1";
    press(first, Command::Move(Shift::Down), second);
    press(second, Command::Move(Shift::Up), first);
}

#[test]
fn what_is_first_or_last_stays() {
    press("|أول\nثان", Command::Move(Shift::Up), "|أول\nثان");
    press("أول\nثان|", Command::Move(Shift::Down), "أول\nثان|");
    press("أول\naxis: أ|\nsection: أ1", Command::Move(Shift::Down), "أول\naxis: أ|\nsection: أ1");
}

#[test]
fn several_blocks_move_together() {
    press("أ\n[ب\nج|\nد", Command::Move(Shift::Up), "[ب\nج|\nأ\nد");
    press("أ\n[ب\nج|\nد", Command::Move(Shift::Down), "أ\nد\n[ب\nج|");
}

#[test]
fn setting_the_kind_keeps_the_follow_up() {
    let mut editor = open("item: إعداد| دليل");
    let followed = Recommendation {
        depth: 2,
        responsible: "اللجنة".into(),
        addressee: "الجهة".into(),
        ..Recommendation::default()
    };
    editor.run(Command::SetKind(Kind::Recommendation(followed.clone())), &at(0)).expect("follow-up");
    assert_eq!(
        editor.document().block(block_id(1)).expect("it").kind,
        Kind::Recommendation(followed.clone())
    );
    editor.run(Command::SetKind(Kind::recommendation(0)), &at(1)).expect("axis");
    let expected = Kind::Recommendation(Recommendation { depth: 0, ..followed });
    assert_eq!(editor.document().block(block_id(1)).expect("it").kind, expected);
}

#[test]
fn a_speaker_can_be_named_and_survives_the_bare_choice() {
    let mut editor = open("said: قالت|");
    let named = Kind::Intervention(Speaker::Person(person_id(1)));
    editor.run(Command::SetKind(named.clone()), &at(0)).expect("named");
    assert_eq!(editor.document().block(block_id(1)).expect("it").kind, named);
    editor.run(Command::SetKind(Kind::Intervention(Speaker::Unnamed)), &at(1)).expect("chosen again");
    assert_eq!(editor.document().block(block_id(1)).expect("it").kind, named);
    editor.run(Command::SetKind(Kind::Heading(2)), &at(2)).expect("heading");
    assert_eq!(show(&editor), "heading: قالت|");
}

#[test]
fn kind_and_readers_are_set_on_all_that_is_selected() {
    press(
        "أ[ول\nثان\nثال|ث",
        Command::SetKind(Kind::recommendation(1)),
        "section: أ[ول\nsection: ثان\nsection: ثال|ث",
    );
    press("أ[ول\nثا|ن", Command::SetAudience(Audience::MinutesOnly), "m/p: أ[ول\nm/p: ثا|ن");
    press("lead: أول|", Command::SetKind(Kind::Paragraph(Role::Closing)), "closing: أول|");
}

#[test]
fn a_mark_is_put_on_and_taken_off() {
    press("محضر [اجتماع|", Command::Toggle(Mark::Bold), "محضر *[اجتماع*|".replace("*[", "[*").as_str());
    press("محضر *[اجتماع|*", Command::Toggle(Mark::Bold), "محضر [اجتماع|");
    press("[أ*ب*ج|", Command::Toggle(Mark::Bold), "[*أبج*|");
    press("أ[ب\nج|د", Command::Toggle(Mark::Bold), "أ[*ب*\n*ج*|د");
}

#[test]
fn without_a_selection_a_mark_goes_to_the_word_around_the_caret() {
    press("محضر اجت|ماع عاد", Command::Toggle(Mark::Bold), "محضر *اجت|ماع* عاد");
    press("محضر *اجت|ماع* عاد", Command::Toggle(Mark::Bold), "محضر اجت|ماع عاد");
    press("محضر| اجتماع", Command::Toggle(Mark::Bold), "محضر| اجتماع");
    press("محضر |اجتماع", Command::Toggle(Mark::Bold), "محضر |اجتماع");
    press("|", Command::Toggle(Mark::Bold), "|");
}

#[test]
fn a_colour_takes_whole_words_and_the_place_of_another_colour() {
    let coloured = |before: &str, colours: &[Colour]| {
        let mut editor = open(before);
        for colour in colours {
            editor.run(Command::Toggle(Mark::Colour(*colour)), &at(0)).expect("coloured");
        }
        let text = &editor.document().blocks().first().expect("one").text;
        let words =
            |marked: &Marked| (text.text().get(marked.range()).unwrap_or_default().to_owned(), marked.mark);
        text.marks().iter().map(words).collect::<Vec<_>>()
    };
    let red = |words: &str| vec![(words.to_owned(), Mark::Colour(Colour::Red))];
    assert_eq!(coloured("محضر اج[تم|اع عاد", &[Colour::Red]), red("اجتماع"));
    assert_eq!(coloured("محضر اج[تماع، عا|د", &[Colour::Red]), red("اجتماع، عاد"));
    assert_eq!(coloured("محضر [اجتماع|، عاد", &[Colour::Red]), red("اجتماع"));
    assert_eq!(coloured("محضر اجت|ماع", &[Colour::Red]), red("اجتماع"));
    assert_eq!(coloured("محضر [اجتماع|", &[Colour::Accent, Colour::Red]), red("اجتماع"));
    assert_eq!(coloured("محضر [اجتماع|", &[Colour::Red, Colour::Red]), Vec::new());
}

#[test]
fn the_editor_says_whether_what_is_selected_has_a_mark() {
    assert_eq!(open("محضر [*اجتماع*|").has_mark(Mark::Bold), Some(true));
    assert_eq!(open("محض[ر *اجتماع*|").has_mark(Mark::Bold), Some(false));
    assert_eq!(open("محضر *اجت|ماع*").has_mark(Mark::Bold), Some(true));
    assert_eq!(open("محضر *اجتماع*|").has_mark(Mark::Bold), Some(true));
    assert_eq!(open("محضر| *اجتماع*").has_mark(Mark::Bold), Some(false));
}

#[test]
fn between_words_a_mark_waits_for_what_is_typed_next() {
    let bold = || Command::Toggle(Mark::Bold);
    let typed = |words: &str| Command::Type(words.into());
    let at_end = |offset| {
        let place = Place::new(Target::Block(block_id(1)), offset);
        Command::Select(Selection::caret(place))
    };
    assert_eq!(after("محضر |", [bold(), typed("ا"), typed("ج")]), "محضر *اج*|");
    assert_eq!(after("محضر *اج*|", [bold(), typed(" تم")]), "محضر *اج* تم|");
    assert_eq!(after("محضر |", [bold(), bold(), typed("ا")]), "محضر ا|");
    assert_eq!(after("|", [bold(), typed("ا")]), "*ا*|");
    assert_eq!(after("محضر |", [bold(), at_end(0), at_end(9), typed("ا")]), "محضر ا|");
    let mut editor = open("محضر |");
    let state = editor.state();
    editor.run(bold(), &at(0)).expect("awaited");
    assert_eq!(editor.has_mark(Mark::Bold), Some(true), "the menu shows it");
    assert_eq!(editor.state(), state, "nothing is changed yet");
    for colour in [Colour::Red, Colour::Grey] {
        editor.run(Command::Toggle(Mark::Colour(colour)), &at(0)).expect("awaited");
    }
    editor.run(typed("اج"), &at(0)).expect("typed");
    let text = &editor.document().blocks().first().expect("one").text;
    let marks: Vec<Mark> = text.marks().iter().map(|marked| marked.mark).collect();
    assert_eq!(marks, [Mark::Bold, Mark::Colour(Colour::Grey)], "one colour at a time");
}

#[test]
fn typing_takes_the_marks_of_the_letter_before_it() {
    typing("أ*ب*|ج", "ت", "أ*بت*|ج");
    typing("أ|*ب*ج", "ت", "أت|*ب*ج");
    typing("*|أب*", "ت", "*ت*|*أب*".replace("*|*", "|").as_str());
}

#[test]
fn typing_leaves_the_marks_of_the_review_behind() {
    let mut editor = open("أب|ج");
    let change = ChangeId(Id { session: 3, counter: 1 });
    let mut document = editor.document().clone();
    let entry = Change { author: "س".into(), at: Stamp(0), pending: Pending::Text };
    document.apply(Step::Put(Entry::Change(change, Some(Box::new(entry))))).expect("a change");
    let mark = Mark::Deleted(change);
    let spans = vec![(0, 4)];
    document
        .apply(Step::Mark { at: Target::Block(block_id(1)), start: 0, end: 6, mark, spans })
        .expect("a suggestion");
    let place = Place::new(Target::Block(block_id(1)), 4);
    editor = Editor::new(document, 7);
    editor.run(Command::Select(Selection::caret(place)), &at(0)).expect("a place");
    editor.run(Command::Type("ت".into()), &at(1)).expect("typed");
    let text = &editor.document().block(block_id(1)).expect("it").text;
    let stretch = std::ops::Range { start: 0, end: 4 };
    assert_eq!((text.text(), text.coverage(mark, 0..8).as_slice()), ("أبتج", std::slice::from_ref(&stretch)));
}

#[test]
fn a_field_goes_in_at_the_caret() {
    let venue = Atom::Venue(VenueForm::At);
    press("اجتماع |.", Command::InsertField(venue.clone()), "اجتماع {venue}|.");
    press("اجتماع [هنا|.", Command::InsertField(venue), "اجتماع {venue}|.");
}

#[test]
fn pasted_lines_become_blocks() {
    let paste = |words: &str| Command::PasteText(words.into());
    press("أو|ل", paste("1\n2\n\n3"), "أو1\n2\n3|ل");
    press("section: أول|", paste("ثان\nثالث"), "section: أولثان\nsection: ثالث|");
    press("lead: |", paste("أول\r\nثان"), "lead: أول\nثان|");
    press("أ|ب", paste(" كلمة "), "أ كلمة |ب");
    press("m/p: سري|", paste(" جدا\nثان"), "m/p: سريجدا\nm/p: ثان|");
    press("title: عنوان|\nنص", paste(" أول\nثان"), "title: عنوانأول\nثان|\nنص");
}

#[test]
fn pasting_says_what_it_cleaned_away() {
    let mut editor = open("|");
    let done = editor.run(Command::PasteText("مح\u{200B}ضر\u{202B}\u{FFFC}".into()), &at(0)).expect("pasted");
    assert_eq!((show(&editor), done.removed.total()), ("محضر|".into(), 3));
}

#[test]
fn parts_of_a_record_keep_their_kinds() {
    let copied = open("lead: [أول\nm/item: ثان\nquote: ثا|لث").copied();
    press("|", Command::Paste(copied.clone()), "lead: أول\nm/item: ثان\nثا|");
    press("سابق| لاحق", Command::Paste(copied), "سابقأول\nm/item: ثان\nثا| لاحق");
}

#[test]
fn pasting_never_makes_words_for_the_minutes_only_public() {
    let public = open("[أول\nثان|").copied();
    press("m/p: سر|ي", Command::Paste(public.clone()), "m/p: سرأول\nm/p: ثان|ي");
    press("m/p: سري|", Command::Paste(public.clone()), "m/p: سريأول\nثان|");
    press("m/p: |", Command::Paste(public), "m/p: أول\nثان|");
    let secret = open("ع[لني\nm/p: سر|ي").copied();
    press("نص|", Command::Paste(secret), "نصلني\nm/p: سر|");
}

#[test]
fn one_whole_block_pasted_into_a_text_is_words() {
    let copied = open("quote: [قول|").copied();
    press("قال: |.", Command::Paste(copied.clone()), "قال: قول|.");
    press("|", Command::Paste(copied), "quote: قول|");
}

#[test]
fn pasting_leaves_out_what_this_record_does_not_know() {
    let stranger = mahdar::document::PersonId(Id { session: 99, counter: 1 });
    let change = Mark::Inserted(ChangeId(Id { session: 99, counter: 2 }));
    let words = [Piece::Marked(vec![Mark::Bold, change], "قالت".into())];
    let part = |kind| Part {
        kind,
        audience: Audience::Both,
        text: RichText::from_pieces(words.clone()).expect("fits"),
    };
    let said = Kind::Intervention(Speaker::Person(stranger));
    let fragment = Fragment { parts: vec![part(Some(said.clone())), part(Some(said))] };
    press("|", Command::Paste(fragment), "said: *قالت*\nsaid: *قالت*|");
}

fn suggested() -> Editor {
    let mut editor = open("أب|ج");
    let change = ChangeId(Id { session: 3, counter: 1 });
    let mut document = editor.document().clone();
    let entry = Change { author: "س".into(), at: Stamp(0), pending: Pending::Text };
    document.apply(Step::Put(Entry::Change(change, Some(Box::new(entry))))).expect("a change");
    for (mark, span) in [(Mark::Inserted(change), (0, 2)), (Mark::Colour(Colour::Red), (2, 4))] {
        let at = Target::Block(block_id(1));
        document.apply(Step::Mark { at, start: 0, end: 6, mark, spans: vec![span] }).expect("a mark");
    }
    editor = Editor::new(document, 7);
    editor.run(Command::SelectAll, &at(0)).expect("all");
    editor
}

#[test]
fn copy_leaves_the_marks_of_the_review_and_cut_keeps_them() {
    let editor = suggested();
    let review = |fragment: &Fragment| {
        fragment
            .parts
            .iter()
            .flat_map(|part| part.text.marks())
            .map(|m| m.mark.is_review())
            .collect::<Vec<_>>()
    };
    assert_eq!(review(&editor.copied()), [false]);
    assert_eq!(review(&editor.cut()), [true, false]);
}

#[test]
fn a_mark_typed_after_a_letter_composes_with_it() {
    typing("caf|e", "e\u{301}", "café|e");
    typing("cafe|", "\u{301}", "café|");
    typing("ا|ب", "\u{654}", "أ|ب");
    typing("*ا*|ب", "\u{654}", "*أ*|ب");
    typing("*ا*|", "\u{653}", "*آ*|");
    typing("\u{1100}|", "\u{1161}", "가|");
    typing("가|", "\u{11A8}", "각|");
}

#[test]
fn marks_are_put_in_the_order_of_the_normal_form() {
    let fatha_shadda = after("ب|", [Command::Type("\u{651}".into()), Command::Type("\u{64E}".into())]);
    let shadda_fatha = after("ب|", [Command::Type("\u{64E}".into()), Command::Type("\u{651}".into())]);
    assert_eq!(fatha_shadda, shadda_fatha);
}

#[test]
fn joining_blocks_composes_across_the_seam() {
    press("cafe|\n\u{301}s", delete(), "café|s");
    press("cafe\n|\u{301}s", backspace(), "café|s");
    press("ا|\n\u{654}ب", delete(), "أ|ب");
}

#[test]
fn deleting_between_a_letter_and_a_mark_composes_them() {
    let gone = |range| Command::Replace { target: Target::Block(block_id(1)), range, text: String::new() };
    press("ex\u{301}s|", gone(1..2), "é|s");
    press("*ا*ب\u{654}ت|", gone(2..4), "*أ*|ت");
}

#[test]
fn composing_under_other_marks_keeps_the_rest_of_the_words() {
    let words = [Piece::Text("\u{654}ب ".into()), Piece::Marked(vec![Mark::Bold], "ت".into())];
    let text = RichText::from_pieces(words).expect("fits");
    let part = Part { kind: None, audience: Audience::Both, text };
    press("*ا*|", Command::Paste(Fragment { parts: vec![part] }), "*أ*ب *ت*|");
    let words = [Piece::Text("\u{654}".into()), Piece::Field(Atom::Venue(VenueForm::At))];
    let text = RichText::from_pieces(words).expect("fits");
    let part = Part { kind: None, audience: Audience::Both, text };
    press("*ا*|", Command::Paste(Fragment { parts: vec![part] }), "*أ*{venue}|");
}

#[test]
fn letters_typed_in_one_go_are_taken_back_together() {
    let mut editor = open("محضر |");
    letters(&mut editor, "لجنة", 0, 500);
    editor.undo();
    assert_eq!(show(&editor), "محضر |");
    editor.redo();
    assert_eq!(show(&editor), "محضر لجنة|");
    assert!(!editor.can_redo());
}

#[test]
fn a_pause_splits_what_is_taken_back() {
    let mut editor = open("|");
    letters(&mut editor, "أب", 0, 501);
    editor.undo();
    assert_eq!(show(&editor), "أ|");
    editor.undo();
    assert_eq!(show(&editor), "|");
    assert!(!editor.can_undo());
}

#[test]
fn a_moved_caret_splits_what_is_taken_back() {
    let mut editor = open("|");
    letters(&mut editor, "أب", 0, 10);
    let caret = editor.selection().clone();
    let start = Selection::caret(Place::new(caret.head.target.clone(), 0));
    editor.run(Command::Select(start), &at(30)).expect("moved");
    editor.run(Command::Select(caret), &at(40)).expect("back");
    letters(&mut editor, "ت", 50, 10);
    editor.undo();
    assert_eq!(show(&editor), "أب|");
}

#[test]
fn typing_and_deleting_are_taken_back_apart() {
    let mut editor = open("|");
    letters(&mut editor, "أبت", 0, 10);
    for turn in 0..2 {
        editor.run(backspace(), &at(40 + turn)).expect("deleted");
    }
    assert_eq!(show(&editor), "أ|");
    editor.undo();
    assert_eq!(show(&editor), "أبت|");
    editor.undo();
    assert_eq!(show(&editor), "|");
}

#[test]
fn a_field_typed_in_one_go_is_taken_back_at_once() {
    let mut editor = open("|");
    for (turn, value) in ["ا", "ال", "المقر"].into_iter().enumerate() {
        let command = Command::SetField { path: FieldPath::Venue, value: value.into() };
        editor.run(command, &at(100 * turn as u64)).expect("set");
    }
    editor
        .run(Command::SetField { path: FieldPath::BodyName, value: "الكتابة".into() }, &at(350))
        .expect("set");
    editor.undo();
    assert_eq!(
        (editor.document().meeting().venue.as_str(), editor.document().meeting().body.name.as_str()),
        ("المقر", "")
    );
    editor.undo();
    assert_eq!(editor.document().meeting().venue, "");
    assert!(!editor.can_undo());
}

#[test]
fn a_command_that_changes_nothing_leaves_nothing_to_take_back() {
    let mut editor = open("axis: نص|");
    for command in [
        Command::Type(String::new()),
        Command::Depth(Shift::Up),
        Command::Move(Shift::Up),
        Command::SetKind(Kind::recommendation(0)),
        Command::SetAudience(Audience::Both),
        Command::Toggle(Mark::Bold),
        delete(),
        Command::SetField { path: FieldPath::Venue, value: String::new() },
        Command::AddOutput(OutputKind::Communique),
        Command::RemoveChair(3),
        Command::RemoveGroup(3),
    ] {
        let done = editor.run(command.clone(), &at(0)).expect("accepted");
        assert_eq!(
            (done.steps, editor.can_undo(), editor.is_changed()),
            (vec![], false, false),
            "{command:?}"
        );
    }
}

#[test]
fn going_back_to_what_was_saved_is_not_a_change() {
    let mut editor = open("|");
    assert!(!editor.is_changed());
    letters(&mut editor, "أ", 0, 10);
    assert!(editor.is_changed());
    editor.mark_saved(editor.state());
    assert!(!editor.is_changed());
    letters(&mut editor, "ب", 20, 10);
    assert!(editor.is_changed(), "typing after a save never hides in what was saved");
    editor.undo();
    assert_eq!((show(&editor), editor.is_changed()), ("أ|".into(), false));
    editor.undo();
    assert!(editor.is_changed());
    editor.redo();
    assert!(!editor.is_changed());
    editor.redo();
    assert!(editor.is_changed());
}

#[test]
fn another_change_after_undo_is_never_taken_for_the_saved_one() {
    let mut editor = open("|");
    letters(&mut editor, "أ", 0, 10);
    editor.mark_saved(editor.state());
    editor.undo();
    letters(&mut editor, "ب", 100, 10);
    assert!(editor.is_changed());
    assert!(!editor.can_redo());
}

#[test]
fn a_refused_command_leaves_everything_as_it_was() {
    let mut editor = open("أول\nthis| text");
    letters(&mut editor, "x", 0, 10);
    let (document, selection, state) =
        (editor.document().clone(), editor.selection().clone(), editor.state());
    let bad =
        |text: &str, range| Command::Replace { target: Target::Block(block_id(1)), range, text: text.into() };
    let set = |path: &str, value: &str| Command::SetField {
        path: path.parse().expect("a path"),
        value: value.into(),
    };
    for command in [
        bad("x", 0..99),
        bad("x", 1..2),
        bad("\u{301}", 3..4),
        Command::Replace { target: Target::Block(block_id(77)), range: 0..0, text: "x".into() },
        Command::SetKind(Kind::Heading(9)),
        set("meeting.chairs.0.gender", "x"),
        set("meeting.chairs.5.name", "x"),
        set("outputs.minutes.state", "x"),
    ] {
        assert!(editor.run(command.clone(), &at(20)).is_err(), "{command:?}");
        assert_eq!(editor.document(), &document, "{command:?}");
        assert_eq!((editor.selection(), editor.state()), (&selection, state), "{command:?}");
    }
    letters(&mut editor, "y", 30, 10);
    editor.undo();
    assert_eq!(show(&editor), "أول\nthis| text", "a refused command does not split what is typed");
}

#[test]
fn a_place_that_is_not_there_is_not_selected() {
    let mut editor = open("نص|");
    let before = editor.selection().clone();
    let nowhere = Place::new(Target::Block(block_id(77)), 0);
    editor.run(Command::Select(Selection::caret(nowhere)), &Moment::default()).expect("ignored");
    assert_eq!(editor.selection(), &before);
    let past = Place::new(Target::Block(block_id(1)), 999);
    editor.run(Command::Select(Selection::caret(past)), &Moment::default()).expect("clamped");
    assert_eq!(show(&editor), "نص|");
}

#[test]
fn the_caret_stays_inside_a_title_written_from_the_form() {
    let mut editor = open("title: عنوان طويل|\nنص");
    let path = FieldPath::OutputTitle(OutputKind::Communique);
    editor.run(Command::SetField { path, value: "بلاغ".into() }, &at(0)).expect("set");
    assert_eq!(show(&editor), "title: بلاغ|\nنص");
    editor.run(Command::Type(" 1".into()), &at(1)).expect("typed");
    assert_eq!(show(&editor), "title: بلاغ 1|\nنص");
}

#[test]
fn a_fix_replaces_the_words_it_is_about() {
    let fix =
        |range| Command::Replace { target: Target::Block(block_id(1)), range, text: "السبت".into() };
    press("يوم *الأحد* 2 مارس|", fix(7..17), "يوم *السبت*| 2 مارس");
}

#[test]
fn an_appended_block_takes_the_caret() {
    press("نص|", Command::Append(Kind::recommendation(0)), "نص\naxis: |");
}

#[test]
fn new_names_are_never_used_twice() {
    let mut editor = open("أ|");
    editor.run(Command::Enter, &at(0)).expect("enter");
    let first = editor.document().blocks().last().map(|b| b.id);
    editor.undo();
    editor.run(Command::Enter, &at(1)).expect("enter");
    assert_ne!(editor.document().blocks().last().map(|b| b.id), first);
    let again = Editor::new(editor.document().clone(), 7);
    let mut again = again;
    again.run(Command::Append(Kind::default()), &at(2)).expect("appended");
    assert_eq!(again.document().check(), []);
}

#[test]
fn a_record_opens_with_the_caret_in_its_first_empty_block() {
    assert_eq!(show(&Editor::new(open("lead: أول\n\nثان").document().clone(), 1)), "lead: أول\n|\nثان");
    assert_eq!(show(&Editor::new(open("lead: أول\nثان").document().clone(), 1)), "lead: أول|\nثان");
}

#[test]
fn the_journal_gets_every_step_taken() {
    let mut editor = open("أو[ل\nثا|ن");
    let mut copy = editor.document().clone();
    let mut steps = Vec::new();
    for command in [Command::Type("x\ny".into()), Command::Enter, word_back()] {
        steps.extend(editor.run(command, &at(0)).expect("done").steps);
    }
    steps.extend(editor.undo().steps);
    steps.extend(editor.undo().steps);
    steps.extend(editor.redo().steps);
    for step in steps {
        copy.apply(step).expect("a step of the journal");
    }
    assert_eq!(&copy, editor.document());
}

#[test]
fn setting_a_field_of_the_header_is_one_step_back() {
    let mut editor = open("نص|");
    let path = "meeting.chairs.0.name".parse().expect("a path");
    editor.run(Command::SetField { path, value: "ليلى".into() }, &at(0)).expect("set");
    assert_eq!(editor.document().meeting().chairs.len(), 1);
    editor.undo();
    assert_eq!(editor.document(), open("نص|").document());
    let step = Step::SetField(Field::Venue("x".into()));
    assert!(editor.document().clone().apply(step).is_ok());
}

#[test]
fn a_record_with_neither_title_nor_paragraph_can_be_typed_into() {
    use mahdar::document::{Document, OutputKind, RecordId};
    use mahdar::edit::{Command, Editor, Moment};
    let mut editor = Editor::new(Document::new(RecordId(7)), 1);
    editor.run(Command::Type("عنوان".into()), &Moment::default()).expect("typed");
    let output = editor.document().output(OutputKind::Communique).expect("made for the title");
    assert_eq!(output.title.text(), "عنوان");
    editor.run(Command::Enter, &Moment::default()).expect("entered");
    editor.run(Command::Type("نص".into()), &Moment::default()).expect("typed");
    assert_eq!(editor.document().blocks().first().expect("made by Enter").text.text(), "نص");
    while editor.can_undo() {
        editor.undo();
    }
    assert_eq!(*editor.document(), Document::new(RecordId(7)));
}
