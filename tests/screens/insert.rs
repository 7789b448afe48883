//! The list at the caret, and live fields: from the text to their entry and back, and into words.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use mahdar::document::{
    Atom, Block, BlockId, BodyForm, Document, Id, Kind, Language, Person, PersonForm, PersonId, RichText,
    Role, Step,
};
use mahdar::store::{self, Folders, PhraseManner, Phrases, Settings};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, SIZE, Screen, folder, written};

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };

/// A whole record, with an empty paragraph behind all others.
fn record() -> Document {
    let mut document = mahdar::template::demo();
    let after = document.blocks().last().map(|block| block.id);
    let id = BlockId(Id { session: 77, counter: 1 });
    let block = Arc::new(Block::new(id, Kind::default(), RichText::default()));
    document.apply(Step::Insert { after, block }).unwrap();
    document
}

fn list(screen: &mut Screen, query: &str) {
    screen.press_with(CTRL, Key::Space);
    screen.type_words(query);
}

/// The caret in that empty paragraph.
fn fresh() -> Screen {
    let mut screen = Screen::with("record", &record());
    screen.press_with(CTRL, Key::End);
    screen
}

fn fields(screen: &Screen) -> Vec<Atom> {
    let target = &screen.open().editor().selection().head.target;
    let rich = screen.document().rich(target).unwrap();
    rich.atoms().map(|(_, atom)| atom.clone()).collect()
}

#[test]
fn a_field_is_found_by_a_few_letters_and_put_in_at_the_caret() {
    let mut screen = fresh();
    list(&mut screen, "الهيئه");
    screen.press(Key::Enter);
    assert_eq!(fields(&screen), [Atom::Body(BodyForm::Name)]);
    screen.type_words(" ");
    list(&mut screen, "الهيئ");
    screen.press(Key::ArrowLeft);
    screen.press(Key::Enter);
    assert_eq!(fields(&screen), [Atom::Body(BodyForm::Name), Atom::Body(BodyForm::ForName)]);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(fields(&screen).len(), 1);
}

#[test]
fn escape_leaves_the_text_as_it_was_with_the_keyboard_in_it() {
    let mut screen = fresh();
    let before = screen.words();
    list(&mut screen, "عبارة لا وجود لها");
    screen.press(Key::Enter);
    screen.press(Key::Escape);
    assert_eq!(screen.words(), before);
    screen.type_words("نص");
    assert!(screen.words().iter().any(|words| words == "نص"));
}

#[test]
fn only_phrases_of_the_manner_chosen_are_offered_in_the_list_and_in_grey() {
    let desk = folder("insert-manner");
    let (path, folders) = (desk.join("record.mahdar"), Folders::inside(&desk.join("kept")));
    let recital = |words: &'static str| (Kind::Paragraph(Role::Recital), words);
    store::save(&written(&[recital("وتثمينا للجهود،"), recital("")]), &path, None).unwrap();
    let mut screen = Screen::started(&folders, vec![path.clone()], Mode::Light, SIZE);
    let offers = |screen: &mut Screen| {
        screen.press_with(CTRL, Key::End);
        let shown = [("تحقق من مكتسبات", "وتثمينا لما تحقق"), ("مع التقدير", "مع التقدير الجهود")].map(
            |(query, phrase)| {
                list(screen, query);
                let has = screen.has_words(phrase);
                screen.press(Key::Escape);
                has
            },
        );
        screen.type_words("وتفعيلا لم");
        let grey = screen.offered().is_some();
        screen.presses(Key::Backspace, 10);
        (shown, grey)
    };
    assert_eq!(offers(&mut screen), ([true, true], true), "all of them from the start");
    for (name, seen) in [("أممي", ([false, true], false)), ("مغربي", ([true, false], true))] {
        screen.press_with(CTRL, Key::K);
        screen.type_words("الإعدادات");
        screen.press(Key::Enter);
        screen.click(name);
        screen.press(Key::Escape);
        assert_eq!(offers(&mut screen), seen, "{name}");
    }
    drop(screen);
    let kept = store::load::<Settings>(&folders).value;
    assert_eq!(kept.phrases, PhraseManner::Moroccan, "it is so the next time too");
}

#[test]
fn a_person_is_put_in_in_the_form_chosen() {
    let mut screen = fresh();
    let (id, name) = {
        let document = screen.document();
        let chairs = &document.meeting().chairs;
        // Somebody whom no phrase names.
        let other = |id: &PersonId| !chairs.contains(id) && document.meeting().rapporteur != Some(*id);
        let named = |(id, person): &(&PersonId, &Person)| other(id) && !person.name.is_empty();
        let (id, person) = document.people().iter().find(named).unwrap();
        (*id, person.name.clone())
    };
    list(&mut screen, &name);
    screen.press(Key::Enter);
    let last = fields(&screen);
    assert!(matches!(last.as_slice(), [Atom::Person(who, PersonForm::Name)] if *who == id), "{last:?}");
}

#[test]
fn a_phrase_is_put_in_with_its_fields() {
    let mut screen = fresh();
    list(&mut screen, "رفعت الجلسة");
    screen.press(Key::Enter);
    assert!(fields(&screen).contains(&Atom::End), "{:?}", fields(&screen));
}

#[test]
fn enter_on_a_field_opens_its_entry_and_escape_comes_back() {
    let mut screen = fresh();
    list(&mut screen, "المكان");
    screen.press(Key::Enter);
    screen.type_words(" لاحقا");
    for _ in 0.." لاحقا".chars().count() {
        screen.press(Key::ArrowRight);
    }
    screen.press_with(SHIFT, Key::ArrowRight);
    let selected = screen.selected();
    screen.press(Key::Enter);
    let name = mahdar::words::Words::new(mahdar::words::Language::Arabic).get("field-place");
    assert_eq!(screen.focused().as_deref(), Some(name.as_str()));
    screen.press(Key::Escape);
    assert_eq!(screen.selected(), selected, "the caret is where it was");
    screen.press(Key::ArrowLeft);
    screen.type_words("!");
    assert!(screen.words().iter().any(|words| words.contains('!')), "the text has the keyboard");
}

#[test]
fn enter_beside_a_field_at_the_end_of_a_paragraph_begins_another() {
    let mut screen = fresh();
    list(&mut screen, "المكان");
    screen.press(Key::Enter);
    let before = screen.words().len();
    screen.press(Key::Enter);
    assert_eq!(screen.words().len(), before + 1);
}

#[test]
fn a_field_is_frozen_by_command_and_thawed_by_undo() {
    let mut screen = fresh();
    list(&mut screen, "الهيئه");
    screen.press(Key::Enter);
    let (paragraph, _) = screen.caret();
    let shown = screen.shown()[paragraph].clone();
    screen.press_with(CTRL, Key::K);
    screen.type_words("تحويل الحقل");
    screen.press(Key::Enter);
    assert_eq!(fields(&screen), []);
    assert_eq!(screen.shown()[paragraph], shown);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(fields(&screen).len(), 1);
}

#[test]
fn with_the_keyboard_in_an_entry_its_field_goes_into_the_text() {
    let mut screen = fresh();
    screen.press_with(CTRL, Key::Num1);
    let name = mahdar::words::Words::new(mahdar::words::Language::Arabic).get("field-body");
    assert_eq!(screen.focused().as_deref(), Some(name.as_str()));
    screen.press_with(CTRL, Key::Space);
    assert_eq!(fields(&screen), [Atom::Body(BodyForm::Name)]);
}

#[test]
fn a_phrase_of_ones_own_is_let_go_from_the_list() {
    let folders = Folders::inside(&folder("own"));
    let text = mahdar::document::RichText::plain("عبارة خاصة نكتبها كثيرا");
    store::change(&folders, |phrases: &mut Phrases| {
        phrases.keep(&text);
    })
    .unwrap();
    let path = folder("record").join("record.mahdar");
    store::save(&mahdar::template::demo(), &path, None).unwrap();
    let mut screen = Screen::started(&folders, vec![path], Mode::Light, SIZE);
    list(&mut screen, "عبارة خاصة");
    screen.press_with(SHIFT, Key::Delete);
    screen.wait(|_| store::load::<Phrases>(&folders).value.kept().count() == 0);
}

#[test]
fn how_it_looks() {
    for (mode, named) in [(Mode::Light, "light"), (Mode::Dark, "dark")] {
        for (language, size, tongue) in [
            (Language::Arabic, SIZE, "ar"),
            (Language::French, SIZE, "fr"),
            (Language::Arabic, (1093.0, 552.0), "ar-small"),
        ] {
            let path = folder(&format!("{named}-{tongue}")).join("record.mahdar");
            store::save(&mahdar::template::demo(), &path, None).unwrap();
            let mut screen = Screen::speaking(vec![path], language, mode, size);
            screen.press_with(CTRL, Key::Num4);
            screen.press_with(CTRL, Key::Space);
            screen.paint(&format!("insert-{named}-{tongue}"));
            screen.type_words("الرئا");
            screen.paint(&format!("insert-found-{named}-{tongue}"));
            screen.press(Key::Escape);
        }
    }
}
