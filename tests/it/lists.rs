//! Lists: several items at once, put elsewhere, made of paragraphs and back, parted; one undo each.
use mahdar::arabic::{Date, fused};
use mahdar::check::{What, findings};
use mahdar::document::{Kind, Place, Progress, Recommendation, Target, Vote};
use mahdar::edit::{Command, Editor, FollowUp, Selection, Shift, Stretch, followed, is_fused};
use mahdar::template::{View, compose};

use crate::record::{after, at, block_id, open, show};

#[track_caller]
fn press(before: &str, command: Command, expected: &str) {
    assert_eq!(after(before, [command.clone()]), expected);
    // One undo brings all of it back, to the byte.
    let mut editor = open(before);
    let old = mahdar::store::write(editor.document());
    editor.run(command, &at(0)).unwrap();
    editor.undo();
    assert_eq!(mahdar::store::write(editor.document()), old, "undone");
    assert!(!editor.can_undo(), "one step");
}

#[test]
fn an_axis_changes_its_level_with_all_below_it_and_keeps_their_shape() {
    let outline = "axis: أ|\nsection: أ1\nitem: أ2\naxis: ب";
    press(outline, Command::Depth(Shift::Down), "section: أ|\nitem: أ1\nsub: أ2\naxis: ب");
    press("axis: [أ\nsection: ب|", Command::Depth(Shift::Up), "axis: [أ\nsection: ب|");
    press(
        "axis: ص\nsection: [أ\nitem: ب\nsection: ج|",
        Command::Depth(Shift::Up),
        "axis: ص\naxis: [أ\nsection: ب\naxis: ج|",
    );
}

#[test]
fn a_block_that_the_selection_only_comes_up_to_is_not_changed() {
    press("section: [أ\nsection: |ب", Command::Depth(Shift::Down), "item: [أ\nsection: |ب");
    press("section: [أ\nsection: |", Command::Depth(Shift::Down), "item: [أ\nitem: |");
}

#[test]
fn what_is_selected_is_put_elsewhere_at_another_level_with_all_below_it() {
    let outline = "axis: أ\nsection: أ1\naxis: [ب\nsection: ب1|\naxis: ج";
    let put = |before: Option<u32>, depth| Command::Put { before: before.map(block_id), depth };
    press(outline, put(Some(1), None), "axis: [ب\nsection: ب1|\naxis: أ\nsection: أ1\naxis: ج");
    press(outline, put(None, None), "axis: أ\nsection: أ1\naxis: ج\naxis: [ب\nsection: ب1|");
    press(outline, put(Some(5), Some(1)), "axis: أ\nsection: أ1\nsection: [ب\nitem: ب1|\naxis: ج");
    press("axis: |أ\nsection: أ1\nitem: أ2\nنص", put(None, Some(2)), "نص\nitem: |أ\nsub: أ1\nsub: أ2");
    // Into itself: nothing.
    assert_eq!(after(outline, [put(Some(4), None)]), outline);
}

/// The same, with these blocks chosen beside what is selected: from the first of each pair to the last.
#[track_caller]
fn press_also(before: &str, also: &[(u32, u32)], command: Command, expected: &str) {
    let mut editor = open(before);
    let beside = also.iter().map(|(first, last)| Stretch { first: block_id(*first), last: block_id(*last) });
    let chosen = Selection { also: beside.collect(), ..editor.selection().clone() };
    editor.run(Command::Select(chosen.clone()), &at(0)).unwrap();
    let old = mahdar::store::write(editor.document());
    editor.run(command, &at(0)).unwrap();
    assert_eq!(show(&editor), expected);
    assert!(editor.document().check().is_empty());
    editor.undo();
    assert_eq!(mahdar::store::write(editor.document()), old, "undone");
    assert!(!editor.can_undo(), "one step");
    assert_eq!(*editor.selection(), chosen, "all of it is chosen again");
}

#[test]
fn blocks_apart_from_each_other_are_one_choice() {
    // 1 axis أ, 2 أ1, 3 its item, 4 أ2, 5 axis ب, 6 ب1, 7 ب2.
    let outline = "axis: أ\nsection: [أ1\nitem: أ1أ|\nsection: أ2\naxis: ب\nsection: ب1\nsection: ب2";
    let also: &[(u32, u32)] = &[(7, 7)];
    press_also(
        outline,
        also,
        Command::Depth(Shift::Down),
        "axis: أ\nitem: [أ1\nsub: أ1أ|\nsection: أ2\naxis: ب\nsection: ب1\nitem: ب2",
    );
    press_also(
        outline,
        also,
        Command::Move(Shift::Down),
        "axis: أ\nsection: أ2\nsection: [أ1\nitem: أ1أ|\naxis: ب\nsection: ب1\nsection: ب2",
    );
    press_also(
        outline,
        also,
        Command::Move(Shift::Up),
        "section: [أ1\nitem: أ1أ|\naxis: أ\nsection: أ2\naxis: ب\nsection: ب2\nsection: ب1",
    );
    press_also(outline, also, Command::RemoveSelected, "axis: أ\nsection: |أ2\naxis: ب\nsection: ب1");
    press_also(
        outline,
        also,
        Command::ToParagraphs,
        "axis: أ\n[أ1\nأ1أ|\nsection: أ2\naxis: ب\nsection: ب1\nب2",
    );
    // They are carried behind each other, each with its highest at the level they go to.
    let put = |before: Option<u32>, depth| Command::Put { before: before.map(block_id), depth };
    press_also(
        outline,
        also,
        put(Some(6), Some(1)),
        "axis: أ\nsection: أ2\naxis: ب\nsection: [أ1\nitem: أ1أ|\nsection: ب2\nsection: ب1",
    );
    // Let go at the place of one of them, the others come to it.
    press_also(
        outline,
        also,
        put(Some(2), None),
        "axis: أ\nsection: [أ1\nitem: أ1أ|\nsection: ب2\nsection: أ2\naxis: ب\nsection: ب1",
    );
    press_also(
        outline,
        also,
        put(None, Some(0)),
        "axis: أ\nsection: أ2\naxis: ب\nsection: ب1\naxis: [أ1\nsection: أ1أ|\naxis: ب2",
    );
    // At the top what is first stays, and what is next comes up to it and no further.
    let three = "section: [أ|\nsection: ب\nsection: ج\nsection: د";
    let both: &[(u32, u32)] = &[(3, 3)];
    press_also(three, both, Command::Move(Shift::Up), "section: [أ|\nsection: ج\nsection: ب\nsection: د");
    let mut editor = open("section: [أ|\nsection: ج\nsection: ب");
    let beside = vec![Stretch { first: block_id(2), last: block_id(2) }];
    let chosen = Selection { also: beside, ..editor.selection().clone() };
    editor.run(Command::Select(chosen), &at(0)).unwrap();
    editor.run(Command::Move(Shift::Up), &at(0)).unwrap();
    assert_eq!(show(&editor), "section: [أ|\nsection: ج\nsection: ب");
}

#[test]
fn labels_lead_the_levels_of_each_list_that_is_chosen_apart() {
    press_also(
        "[1- جرد العيون|\nنص\nأ- إحصاء\nنص",
        &[(3, 3)],
        Command::ToItems,
        "section: [جرد العيون|\nنص\nsection: إحصاء\nنص",
    );
}

#[test]
fn what_is_said_of_blocks_chosen_apart_is_one_undo_and_words_go_to_the_caret_alone() {
    let mut editor = open("section: [أ|\nنص\nsection: ب\nsection: ج");
    let before = editor.document().clone();
    let beside = vec![
        Stretch { first: block_id(4), last: block_id(4) },
        // Somebody else took these away, or they stand the other way around.
        Stretch { first: block_id(77), last: block_id(78) },
        Stretch { first: block_id(4), last: block_id(3) },
    ];
    let chosen = Selection { also: beside, ..editor.selection().clone() };
    editor.run(Command::Select(chosen), &at(0)).unwrap();
    assert_eq!(editor.selection().also.len(), 1, "what is not there is not chosen");
    assert_eq!(mahdar::edit::items(editor.document(), editor.selection()), [block_id(1), block_id(4)]);
    for (turn, words) in ["ل", "لج", "لجنة"].into_iter().enumerate() {
        let said = FollowUp::Responsible(words.into());
        editor.run(Command::FollowUp(said), &at(100 * turn as u64)).unwrap();
    }
    for (block, said) in [(1, "لجنة"), (3, ""), (4, "لجنة")] {
        assert_eq!(recommendation(&editor, block).responsible, said);
    }
    editor.undo();
    assert_eq!(*editor.document(), before);
    assert!(!editor.can_undo());
    // A copy takes the words of all of them in order; bold is for all of them.
    let copied: Vec<String> =
        editor.copied().parts.into_iter().map(|part| part.text.text().to_owned()).collect();
    assert_eq!(copied, ["أ", "ج"]);
    editor.run(Command::Toggle(mahdar::document::Mark::Bold), &at(2000)).unwrap();
    let bold = |block: u32| !editor.document().block(block_id(block)).unwrap().text.marks().is_empty();
    assert_eq!([bold(1), bold(3), bold(4)], [true, false, true]);
    editor.undo();
    // What is typed takes the place of what is selected at the caret, and nothing else goes.
    editor.run(Command::Type("س".into()), &at(4000)).unwrap();
    assert_eq!(show(&editor), "section: س|\nنص\nsection: ب\nsection: ج");
    assert!(editor.selection().also.is_empty());
}

#[test]
fn numbers_follow_what_was_put_elsewhere() {
    let mut editor = open("axis: أ\nsection: أ1\nsection: أ2\naxis: ب\nsection: ب1|");
    editor.run(Command::Put { before: Some(block_id(2)), depth: None }, &at(0)).unwrap();
    let composed = compose(editor.document(), &View::main(editor.document()));
    let labels: Vec<&str> = composed.paragraphs.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["المحور الأول:", "1-", "2-", "3-", "المحور الثاني:"]);
}

#[test]
fn paragraphs_become_items_and_their_typed_labels_tell_the_level() {
    press(
        "[1- جرد العيون؛\nأ- في فاس؛\nب- في مكناس؛\n2- دعم المشاتل؛\n• الأرز\n– البلوط|",
        Command::ToItems,
        "section: [جرد العيون؛\nitem: في فاس؛\nitem: في مكناس؛\nsection: دعم المشاتل؛\nitem: الأرز\nitem: البلوط|",
    );
    press(
        "[المحور الأول: الماء\n1) جرد العيون\nبدون علامة\nالمحور الثاني: التربية\n1. إحداث أندية|",
        Command::ToItems,
        "axis: [الماء\nsection: جرد العيون\nsection: بدون علامة\naxis: التربية\nsection: إحداث أندية|",
    );
    press("item: أ\n*- ب*|ج", Command::ToItems, "item: أ\nitem: *ب*|ج");
    press("2026 سنة| الماء", Command::ToItems, "section: 2026 سنة| الماء");
    press("|", Command::ToItems, "section: |");
    press("[أ\n\nب|", Command::ToItems, "section: [أ\n\nsection: ب|");
}

fn full(depth: u8) -> Kind {
    Kind::Recommendation(Recommendation {
        depth,
        addressee: "المجالس".into(),
        responsible: "لجنة الماء".into(),
        due: Date::new(2027, 3, 31),
        state: Progress::InProgress,
        vote: Some(Vote::Unanimous),
    })
}

#[test]
fn items_become_paragraphs_and_what_was_followed_comes_back_by_undo() {
    press("axis: [أ\nsection: ب|\nitem: ج", Command::ToParagraphs, "[أ\nب|\nitem: ج");
    let mut editor = open("section: [أ\nsection: ب|");
    editor.run(Command::SetBlockKind(block_id(1), full(1)), &at(0)).unwrap();
    let before = editor.document().clone();
    assert_eq!(followed(editor.document(), editor.selection()), 1, "the window says what goes");
    editor.run(Command::ToParagraphs, &at(5000)).unwrap();
    assert_eq!(show(&editor), "[أ\nب|");
    editor.undo();
    assert_eq!(*editor.document(), before);
}

#[test]
fn items_run_together_are_parted_where_their_labels_count_on() {
    press(
        "section: جرد العيون؛ 2- دعم المشاتل؛ 3- حماية الغابات.|",
        Command::SplitItems(None),
        "section: |جرد العيون؛\nsection: دعم المشاتل؛\nsection: حماية الغابات.",
    );
    press(
        "section: جرد| العيون من خلال: أ) جرد فاس؛ ب) جرد مكناس.",
        Command::SplitItems(None),
        "section: جرد| العيون من خلال:\nitem: جرد فاس؛\nitem: جرد مكناس.",
    );
    press(
        "|أوصى الحاضرون بما يلي: 1- جرد العيون. 2- دعم المشاتل.",
        Command::SplitItems(None),
        "|أوصى الحاضرون بما يلي:\nsection: جرد العيون.\nsection: دعم المشاتل.",
    );
    press("|item: نص", Command::SplitItems(None), "|item: نص");
}

#[test]
fn items_without_labels_are_parted_at_nouns_of_action_or_at_semicolons() {
    press(
        "section: |تعزيز الحراسة التطوعية للغابات. إحداث مشاتل محلية للأرز. دعم التعاونيات النسائية",
        Command::SplitItems(None),
        "section: |تعزيز الحراسة التطوعية للغابات.\nsection: إحداث مشاتل محلية للأرز.\nsection: دعم التعاونيات النسائية",
    );
    press(
        "item: |العيون بفاس؛ السواقي بمكناس؛ وغيرها",
        Command::SplitItems(None),
        "item: |العيون بفاس؛\nitem: السواقي بمكناس؛ وغيرها",
    );
}

#[test]
fn figures_of_a_text_are_no_labels() {
    for text in [
        "تخصيص 2 مليون درهم لسنة 2027",
        "وفق المادة 2 - الفقرة 3 من النظام",
        "من الساعة 10:30 إلى الساعة 12:00",
        "خلال الفترة 2017-2020، بنسبة 3.5 في المائة",
        "اجتماع فاتح ماي",
    ] {
        assert_eq!(fused::numbered(text), Vec::<usize>::new(), "{text}");
    }
}

#[test]
fn a_recommendation_with_several_numbered_ones_is_a_finding_that_parts_them() {
    let mut editor = open("section: جرد العيون؛ 2- دعم المشاتل؛ 3- حماية الغابات.\nsection: نص عادي|");
    let all = findings(editor.document());
    let found: Vec<_> = all.iter().filter(|f| matches!(f.what, What::Fused { .. })).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].what, What::Fused { count: 2 });
    editor.run(found[0].fixes[0].command.clone(), &at(0)).unwrap();
    assert_eq!(
        show(&editor),
        "section: جرد العيون؛\nsection: دعم المشاتل؛\nsection: حماية الغابات.\nsection: نص عادي|"
    );
    assert!(!findings(editor.document()).iter().any(|f| matches!(f.what, What::Fused { .. })));
    assert!(!is_fused(editor.document(), editor.selection()));
}

fn recommendation(editor: &Editor, block: u32) -> Recommendation {
    match &editor.document().block(block_id(block)).unwrap().kind {
        Kind::Recommendation(now) => now.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_followed_is_said_of_all_selected_items_and_typed_words_are_one_undo() {
    let mut editor = open("axis: [أ\nsection: ب\nنص\nitem: ج|\nitem: د");
    let before = editor.document().clone();
    for (turn, words) in ["ل", "لج", "لجن", "لجنة"].into_iter().enumerate() {
        let said = FollowUp::Responsible(words.into());
        editor.run(Command::FollowUp(said), &at(100 * turn as u64)).unwrap();
    }
    for block in [1, 2, 4] {
        assert_eq!(recommendation(&editor, block).responsible, "لجنة");
    }
    assert_eq!(recommendation(&editor, 5).responsible, "", "what is not selected stays");
    editor.undo();
    assert_eq!(*editor.document(), before);
    assert!(!editor.can_undo());
    editor.redo();
    assert_eq!(recommendation(&editor, 4).responsible, "لجنة");
    editor.run(Command::FollowUp(FollowUp::State(Progress::Done)), &at(9000)).unwrap();
    let done = [1, 2, 4].map(|block| recommendation(&editor, block));
    assert!(done.iter().all(|r| r.state == Progress::Done && r.responsible == "لجنة"));
}

#[test]
fn a_long_word_said_of_many_items_is_still_one_undo() {
    let rows: Vec<String> = (1..=90).map(|n| format!("section: بند {n}")).collect();
    let mut editor = open(&rows.join("\n"));
    let all =
        Selection::new(Place::new(Target::Block(block_id(1)), 0), Place::new(Target::Block(block_id(90)), 3));
    editor.run(Command::Select(all), &at(0)).unwrap();
    let before = editor.document().clone();
    let words = "اللجنة الجهوية للماء";
    for (turn, (end, _)) in words.char_indices().skip(1).enumerate() {
        let said = FollowUp::Responsible(words[..end].into());
        editor.run(Command::FollowUp(said), &at(100 * turn as u64)).unwrap();
    }
    let mut undone = 0;
    while editor.can_undo() {
        editor.undo();
        undone += 1;
    }
    assert_eq!(*editor.document(), before);
    assert_eq!(undone, 1);
}

#[test]
fn chosen_items_are_removed_whole() {
    press("axis: أ\naxis: |ب\nsection: ب1\naxis: ج", Command::RemoveSelected, "axis: أ\naxis: |ج");
    press("axis: أ\nsection: [ب\nsection: ج|", Command::RemoveSelected, "axis: أ|");
    press("section: [ب\nsection: ج|", Command::RemoveSelected, "");
}

#[test]
fn a_level_takes_another_label_and_gives_it_back() {
    let mut editor = open("axis: أ\nsection: ب|\nitem: ج\nsub: د");
    let old = editor.document().clone();
    for (path, value) in [
        ("style.labels.axis", "adverb"),
        ("style.labels.section", "bullet"),
        ("style.labels.item", "number-dot"),
        ("style.labels.sub_item", "hyphen"),
    ] {
        let command = Command::SetField { path: path.parse().unwrap(), value: value.into() };
        editor.run(command, &at(0)).unwrap();
    }
    let composed = compose(editor.document(), &View::main(editor.document()));
    let labels: Vec<&str> = composed.paragraphs.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["أولا،", "•", "1.", "-"]);
    while editor.can_undo() {
        editor.undo();
    }
    assert_eq!(*editor.document(), old);
}
