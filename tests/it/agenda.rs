//! The agenda: items added, written, moved and taken away among the blocks of the text, each undone in one step.

use mahdar::document::{AgendaItem, Document, Kind, RecordId, Role};
use mahdar::edit::{Command, Editor, Moment, Shift};
use mahdar::template;

fn editor() -> Editor {
    let mut editor = Editor::new(Document::new(RecordId(3)), 1);
    for (kind, words) in [
        (Kind::Paragraph(Role::Lead), "عقد المكتب اجتماعه."),
        (Kind::default(), "تدارس الحاضرون الحصيلة."),
        (Kind::Paragraph(Role::Closing), "وفي الختام شكر الحاضرين."),
    ] {
        run(&mut editor, Command::Append(kind));
        run(&mut editor, Command::Type(words.into()));
    }
    editor
}

fn new_item() -> Command {
    let kind = Kind::AgendaItem(AgendaItem::default());
    Command::InsertBlock { after: None, kind, words: String::new() }
}

fn run(editor: &mut Editor, command: Command) {
    editor.run(command, &Moment::default()).unwrap();
}

fn items(editor: &Editor) -> Vec<(mahdar::document::BlockId, String)> {
    let blocks = editor.document().blocks().iter();
    let items = blocks.filter(|block| matches!(block.kind, Kind::AgendaItem(_)));
    items.map(|block| (block.id, block.text.text().to_owned())).collect()
}

fn with(items_of: &[&str]) -> Editor {
    let mut editor = editor();
    for words in items_of {
        run(&mut editor, new_item());
        let id = items(&editor).last().unwrap().0;
        run(&mut editor, Command::SetBlockWords(id, (*words).into()));
    }
    editor
}

fn words(editor: &Editor) -> Vec<String> {
    items(editor).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn the_first_item_stands_after_the_opening() {
    let editor = with(&["الماء"]);
    assert_eq!(editor.document().blocks().index(items(&editor)[0].0), Some(1));
}

#[test]
fn an_item_moves_past_its_neighbour_and_back() {
    let mut editor = with(&["أ", "ب", "ج"]);
    let last = items(&editor)[2].0;
    run(&mut editor, Command::MoveBlock(last, Shift::Up));
    run(&mut editor, Command::MoveBlock(last, Shift::Up));
    assert_eq!(words(&editor), ["ج", "أ", "ب"]);
    run(&mut editor, Command::MoveBlock(last, Shift::Up));
    assert_eq!(words(&editor), ["ج", "أ", "ب"], "the first stays first");
    run(&mut editor, Command::MoveBlock(last, Shift::Down));
    assert_eq!(words(&editor), ["أ", "ج", "ب"]);
    editor.undo();
    assert_eq!(words(&editor), ["ج", "أ", "ب"]);
}

#[test]
fn an_item_taken_away_comes_back_and_a_caret_in_it_finds_a_place() {
    let mut editor = with(&["الماء", "الغابة"]);
    let place = mahdar::document::Place::new(mahdar::document::Target::Block(items(&editor)[0].0), 2);
    run(&mut editor, Command::Select(mahdar::edit::Selection::caret(place)));
    let first = items(&editor)[0].0;
    run(&mut editor, Command::RemoveBlock(first));
    assert_eq!(words(&editor), ["الغابة"]);
    assert!(editor.document().rich(&editor.selection().head.target).is_some());
    run(&mut editor, Command::Type("ثم".into()));
    editor.undo();
    editor.undo();
    assert_eq!(words(&editor), ["الماء", "الغابة"]);
}

#[test]
fn the_caret_is_in_a_text_after_the_only_one_was_taken_away_and_another_came() {
    let mut editor = Editor::new(Document::new(RecordId(3)), 1);
    run(&mut editor, Command::Append(Kind::default()));
    let only = editor.document().blocks().first().unwrap().id;
    run(&mut editor, Command::RemoveBlock(only));
    run(&mut editor, new_item());
    let is_title = matches!(editor.selection().head.target, mahdar::document::Target::Title(_));
    assert!(is_title, "{:?}", editor.selection());
    run(&mut editor, Command::Type("بلاغ".into()));
    assert!(editor.document().rich(&editor.selection().head.target).is_some());
    assert_eq!(editor.document().outputs().first().unwrap().title.text(), "بلاغ");
}

#[test]
fn headings_stand_before_the_closing_once_for_each_item() {
    let mut editor = with(&["الماء؛", "", "الغابة."]);
    run(&mut editor, Command::Proceedings);
    let heads = |editor: &Editor| {
        let blocks = editor.document().blocks().iter();
        let heads = blocks.filter(|block| matches!(block.kind, Kind::Heading(_)));
        heads.map(|block| block.text.text().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(heads(&editor), ["الماء", "الغابة"]);
    let last = editor.document().blocks().last().unwrap();
    assert_eq!(last.kind, Kind::Paragraph(Role::Closing));
    run(&mut editor, Command::Proceedings);
    assert_eq!(heads(&editor).len(), 2);
    editor.undo();
    assert_eq!(heads(&editor).len(), 0, "one step takes them all back");
}

#[test]
fn the_line_of_the_agenda_joins_its_items() {
    let editor = with(&["المصادقة على المحضر السابق؛", "", "برنامج سنة 2027."]);
    assert_eq!(template::agenda_line(editor.document()), "المصادقة على المحضر السابق، وبرنامج سنة 2027");
    assert_eq!(template::agenda_line(&Document::new(RecordId(1))), "");
}

/// Depths and words of the recommendations, in order.
fn outline(editor: &Editor) -> Vec<(mahdar::document::BlockId, String)> {
    let blocks = editor.document().blocks().iter();
    let listed = blocks.filter_map(|block| block.kind.depth().map(|depth| (block, depth)));
    listed.map(|(block, depth)| (block.id, format!("{depth}{}", block.text.text()))).collect()
}

#[test]
fn an_axis_goes_with_all_below_it_before_another_or_to_the_end() {
    let mut editor = editor();
    for (depth, words) in [(0, "أ"), (1, "أ1"), (2, "أ1أ"), (0, "ب"), (1, "ب1"), (0, "ج")] {
        run(&mut editor, Command::Append(Kind::recommendation(depth)));
        run(&mut editor, Command::Type(words.into()));
    }
    let begun = outline(&editor);
    let block = |at: usize| begun[at].0;
    let words = |editor: &Editor| outline(editor).into_iter().map(|(_, words)| words).collect::<String>();
    assert_eq!(words(&editor), "0أ1أ12أ1أ0ب1ب10ج");
    run(&mut editor, Command::MoveBefore { block: block(3), before: Some(block(0)) });
    assert_eq!(words(&editor), "0ب1ب10أ1أ12أ1أ0ج");
    editor.undo();
    assert_eq!(outline(&editor), begun, "one step takes it back");
    run(&mut editor, Command::MoveBefore { block: block(0), before: None });
    assert_eq!(words(&editor), "0ب1ب10ج0أ1أ12أ1أ");
    let kinds = editor.document().blocks().iter().take(3).filter(|block| block.kind.depth().is_none());
    assert_eq!(kinds.count(), 3, "what is no recommendation stays before them");
    editor.undo();
    let state = editor.state();
    for before in [Some(block(0)), Some(block(1)), Some(block(2)), Some(block(3))] {
        run(&mut editor, Command::MoveBefore { block: block(0), before });
    }
    assert_eq!(editor.state(), state, "before itself, what is below it, or what follows it: nothing happens");
}
