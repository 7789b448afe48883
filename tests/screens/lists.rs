//! Lists on the page by hand: blocks chosen in the gutter, carried by their handle, given other labels.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use mahdar::document::{
    Document, Field, Kind, Label, Language, Progress, Recommendation, Role, Step, Target,
};
use mahdar::store;
use mahdar::ui::sheet::{MARGIN, MEASURE, SHEET, Seen};
use mahdar::ui::theme::Mode;

use crate::screen::{CTRL, FOLDED, SIZE, Screen, button, folder, plain, written};

const SMALL: (f32, f32) = (1093.0, 552.0);
const ALT: Modifiers = Modifiers { alt: true, ctrl: false, shift: false, mac_cmd: false, command: false };
const CTRL_SHIFT: Modifiers =
    Modifiers { alt: false, ctrl: true, shift: true, mac_cmd: false, command: true };

fn outline() -> Document {
    written(&[
        (Kind::Paragraph(Role::Enacting), "وبعد نقاش مستفيض، أوصت الكتابة الجهوية بما يلي:"),
        (Kind::recommendation(0), "حماية الموارد المائية والغابوية"),
        (Kind::recommendation(1), "إعداد خريطة جهوية للعيون المهددة بالنضوب، من خلال:"),
        (Kind::recommendation(2), "جرد العيون والآبار بالأقاليم الثلاثة؛"),
        (Kind::recommendation(2), "إشراك جمعيات مستعملي المياه؛"),
        (Kind::recommendation(1), "دعم مشاتل الأرز المحلية؛"),
        (Kind::recommendation(0), "التربية البيئية والتواصل"),
        (Kind::recommendation(1), "تنظيم الملتقى الجهوي للتربية البيئية؛"),
        (Kind::recommendation(1), "إحداث 30 ناديا بيئيا."),
    ])
}

/// The words of the blocks, each with its level before it.
fn levels(screen: &Screen) -> Vec<String> {
    let blocks = screen.document().blocks();
    let first = |text: &str| text.split(' ').next().unwrap().to_owned();
    let one = |block: &std::sync::Arc<mahdar::document::Block>| match block.kind.depth() {
        Some(depth) => format!("{depth} {}", first(block.text.text())),
        None => first(block.text.text()),
    };
    blocks.iter().map(one).collect()
}

/// Where a paragraph lies; the title is 0.
fn row(screen: &Screen, paragraph: usize) -> Seen {
    let sheet = screen.sheet(FOLDED);
    sheet.seen.iter().copied().find(|seen| seen.index == paragraph).expect("in view")
}

/// A point in the gutter beside the number of a paragraph.
fn gutter(screen: &Screen, paragraph: usize) -> Pos2 {
    let seen = row(screen, paragraph);
    pos2(seen.rect.left() + MARGIN + MEASURE + 14.0, seen.origin.y + 16.0)
}

/// The handle of a paragraph.
fn handle(screen: &Screen, paragraph: usize) -> Pos2 {
    let seen = row(screen, paragraph);
    pos2(seen.rect.left() + SHEET - 14.0, seen.origin.y + 16.0)
}

fn pointer(screen: &mut Screen, at: Pos2) {
    screen.frame(vec![Event::PointerMoved(at)]);
}

/// Takes a handle and carries it there, with the button still down.
fn carry(screen: &mut Screen, from: Pos2, to: Pos2) {
    pointer(screen, from);
    screen.rest();
    screen.frame(vec![button(from, true)]);
    for part in [0.3, 0.7, 1.0] {
        pointer(screen, from + (to - from) * part);
    }
    screen.step();
}

fn let_go(screen: &mut Screen, at: Pos2) {
    screen.frame(vec![button(at, false)]);
    screen.rest();
}

#[test]
fn a_click_in_the_gutter_chooses_an_item_with_all_below_it() {
    let mut screen = Screen::with("lists-gutter", &outline());
    let at = gutter(&screen, 3);
    screen.click_at(at);
    let chosen: Vec<usize> = screen.selected().iter().map(|(at, _)| *at).collect();
    assert_eq!(chosen, [3, 4, 5], "the item and the two below it");
    let to = gutter(&screen, 6);
    screen.shift_click_at(to);
    screen.press(Key::Tab);
    assert_eq!(levels(&screen)[1..7], ["0 حماية", "2 إعداد", "3 جرد", "3 إشراك", "2 دعم", "0 التربية"]);
    screen.press_with(CTRL, Key::Z);
    screen.press(Key::Delete);
    assert_eq!(levels(&screen)[1..4], ["0 حماية", "0 التربية", "1 تنظيم"], "what is chosen goes whole");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(*screen.document().blocks(), *outline().blocks(), "and comes back whole");
}

#[test]
fn a_click_with_control_chooses_items_apart_from_each_other() {
    let mut screen = Screen::with("lists-apart", &outline());
    let chosen = |screen: &Screen| screen.selected().iter().map(|(at, _)| *at).collect::<Vec<_>>();
    let choose = |screen: &mut Screen, paragraph: usize| {
        let at = gutter(screen, paragraph);
        screen.ctrl_click_at(at);
    };
    let at = gutter(&screen, 3);
    screen.click_at(at);
    choose(&mut screen, 8);
    assert_eq!(chosen(&screen), [3, 4, 5, 8]);
    screen.paint("lists-apart");
    // Levels, places and what is followed are said of all of them, each as one change.
    screen.press(Key::Tab);
    assert_eq!(levels(&screen)[2..8], ["2 إعداد", "3 جرد", "3 إشراك", "1 دعم", "0 التربية", "2 تنظيم"]);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(*screen.document().blocks(), *outline().blocks());
    assert_eq!(chosen(&screen), [3, 4, 5, 8], "all of it is chosen again");
    screen.press_with(ALT, Key::ArrowDown);
    assert_eq!(
        levels(&screen)[2..],
        ["1 دعم", "1 إعداد", "2 جرد", "2 إشراك", "0 التربية", "1 إحداث", "1 تنظيم"]
    );
    screen.press_with(CTRL, Key::Z);
    screen.press_with(ALT, Key::Enter);
    screen.type_words("لجنة");
    screen.press(Key::Escape);
    let responsible = |screen: &Screen, at: usize| match &screen.document().blocks()[at - 1].kind {
        Kind::Recommendation(now) => now.addressee.clone() + &now.responsible,
        _ => String::new(),
    };
    assert_eq!([3, 5, 6, 8].map(|at| responsible(&screen, at)), ["لجنة", "لجنة", "", "لجنة"]);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(*screen.document().blocks(), *outline().blocks());
}

#[test]
fn a_form_over_items_that_differ_says_so_and_shows_the_value_of_none() {
    let mut document = outline();
    for (at, who) in [(3, "لجنة الماء"), (8, "لجنة الغابة")] {
        let block = &document.blocks()[at - 1];
        let (id, kind) = (block.id, block.kind.clone());
        let Kind::Recommendation(now) = kind else { panic!("{kind:?}") };
        let state = if at == 3 { Progress::Done } else { Progress::NotStarted };
        let new = Recommendation { responsible: who.into(), state, ..now };
        document.apply(Step::SetKind(id, Box::new(Kind::Recommendation(new)))).unwrap();
    }
    let mut screen = Screen::with("lists-mixed", &document);
    let at = gutter(&screen, 3);
    screen.click_at(at);
    let at = gutter(&screen, 8);
    screen.ctrl_click_at(at);
    screen.press_with(ALT, Key::Enter);
    assert!(screen.has_words("قيم مختلفة"), "the form says that they differ");
    screen.paint("lists-mixed");
    let of = |screen: &Screen, at: usize| match &screen.document().blocks()[at - 1].kind {
        Kind::Recommendation(now) => (now.responsible.clone(), now.state),
        kind => panic!("{kind:?}"),
    };
    // Nothing is said of any as long as nothing is written.
    assert_eq!(of(&screen, 3).0, "لجنة الماء");
    screen.type_words("لجنة");
    assert_eq!([3, 8].map(|at| of(&screen, at).0), ["لجنة", "لجنة"], "what is written goes to all");
    assert_eq!([3, 8].map(|at| of(&screen, at).1), [Progress::Done, Progress::NotStarted]);
    let at = screen.place("لم يُشرع فيها").center();
    screen.click_at(at);
    assert_eq!(
        [3, 8].map(|at| of(&screen, at).1),
        [Progress::NotStarted; 2],
        "even the value of one of them"
    );
    assert!(!screen.has_words("قيم مختلفة"));
}

#[test]
fn what_is_chosen_apart_is_let_go_taken_out_and_carried() {
    let mut screen = Screen::with("lists-apart-more", &outline());
    let chosen = |screen: &Screen| screen.selected().iter().map(|(at, _)| *at).collect::<Vec<_>>();
    let choose = |screen: &mut Screen, paragraph: usize| {
        let at = gutter(screen, paragraph);
        screen.ctrl_click_at(at);
    };
    // Clicked again an item is chosen no longer; one below another parts it from those beside it.
    let at = gutter(&screen, 3);
    screen.click_at(at);
    choose(&mut screen, 8);
    choose(&mut screen, 4);
    assert_eq!(chosen(&screen), [5, 8]);
    choose(&mut screen, 8);
    assert_eq!(chosen(&screen), [5]);
    choose(&mut screen, 5);
    assert!(screen.open().editor().selection().is_caret());
    // Taken out, they go together and come back together.
    choose(&mut screen, 6);
    choose(&mut screen, 9);
    screen.press(Key::Delete);
    assert_eq!(levels(&screen)[5..], ["0 التربية", "1 تنظيم"]);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(*screen.document().blocks(), *outline().blocks());
    // The handle of one carries all of them.
    let from = handle(&screen, 9);
    let to = pos2(from.x, row(&screen, 3).rect.top() + 2.0);
    carry(&mut screen, from, to);
    screen.paint("lists-apart-carried");
    let_go(&mut screen, to);
    assert_eq!(levels(&screen)[1..5], ["0 حماية", "1 دعم", "1 إحداث", "1 إعداد"]);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(*screen.document().blocks(), *outline().blocks());
    // A click elsewhere, or an arrow, ends it.
    screen.press(Key::Escape);
    screen.press(Key::ArrowUp);
    assert!(screen.open().editor().selection().also.is_empty());
}

#[test]
fn drawing_down_the_gutter_chooses_all_it_passes() {
    let mut screen = Screen::with("lists-drawn", &outline());
    let (from, to) = (gutter(&screen, 8), gutter(&screen, 9));
    screen.drag(from, to);
    let chosen: Vec<usize> = screen.selected().iter().map(|(at, _)| *at).collect();
    assert_eq!(chosen, [8, 9]);
    screen.press_with(ALT, Key::ArrowUp);
    assert_eq!(levels(&screen)[6..], ["1 تنظيم", "1 إحداث", "0 التربية"], "what was drawn over moves");
}

#[test]
fn an_axis_is_carried_by_its_handle_with_all_below_it() {
    let mut screen = Screen::with("lists-carried", &outline());
    let from = handle(&screen, 7);
    let to = pos2(from.x, row(&screen, 2).rect.top() + 6.0);
    carry(&mut screen, from, to);
    screen.paint("lists-carry");
    let_go(&mut screen, to);
    let moved =
        ["وبعد", "0 التربية", "1 تنظيم", "1 إحداث", "0 حماية", "1 إعداد", "2 جرد", "2 إشراك", "1 دعم"];
    assert_eq!(levels(&screen), moved);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(*screen.document().blocks(), *outline().blocks(), "one undo");
}

#[test]
fn an_axis_goes_beside_axes_and_an_item_where_it_is_let_go() {
    let mut screen = Screen::with("lists-places", &outline());
    // An axis let go among the items of another goes past them or before them.
    let from = handle(&screen, 7);
    let to = pos2(from.x, row(&screen, 3).rect.bottom() - 2.0);
    carry(&mut screen, from, to);
    let_go(&mut screen, to);
    assert_eq!(levels(&screen)[1..4], ["0 التربية", "1 تنظيم", "1 إحداث"]);
    screen.press_with(CTRL, Key::Z);
    // An item by one level further in.
    let from = handle(&screen, 6);
    let to = pos2(from.x - 44.0, row(&screen, 6).origin.y + 20.0);
    carry(&mut screen, from, to);
    let_go(&mut screen, to);
    assert_eq!(
        levels(&screen)[4..7],
        ["2 إشراك", "2 دعم", "0 التربية"],
        "its place is kept, its level is not"
    );
}

#[test]
fn escape_lets_what_is_carried_stay() {
    let mut screen = Screen::with("lists-escape", &outline());
    let from = handle(&screen, 7);
    let to = pos2(from.x, row(&screen, 2).rect.top() + 6.0);
    carry(&mut screen, from, to);
    screen.press(Key::Escape);
    let_go(&mut screen, to);
    assert_eq!(*screen.document().blocks(), *outline().blocks());
    assert!(!screen.open().editor().can_undo(), "nothing was done");
}

#[test]
fn near_the_edge_the_text_comes_along() {
    let rows: Vec<String> = (1..=60).map(|n| format!("بند رقم {n} من لائحة طويلة")).collect();
    let rows: Vec<(Kind, &str)> = rows.iter().map(|text| (Kind::recommendation(1), text.as_str())).collect();
    let mut screen = Screen::with("lists-scrolled", &written(&rows));
    let from = handle(&screen, 2);
    let to = pos2(from.x, SIZE.1 - 34.0);
    carry(&mut screen, from, to);
    for _ in 0..90 {
        screen.step();
    }
    let_go(&mut screen, to);
    let at =
        screen.document().blocks().iter().position(|block| block.text.text().contains("رقم 2 ")).unwrap();
    assert!(at > 20, "carried beyond what was in view: {at}");
}

#[test]
fn paragraphs_become_items_by_a_key_and_what_a_paragraph_cannot_carry_is_said() {
    let mut screen = Screen::with(
        "lists-made",
        &written(&[plain("1- جرد العيون؛"), plain("أ- في فاس؛"), plain("2- دعم المشاتل.")]),
    );
    screen.press_with(CTRL, Key::A);
    screen.press_with(CTRL_SHIFT, Key::L);
    assert_eq!(levels(&screen), ["1 جرد", "2 في", "1 دعم"]);
    screen.press_with(CTRL_SHIFT, Key::P);
    assert_eq!(levels(&screen), ["جرد", "في", "دعم"]);
    let carrying = Kind::Recommendation(Recommendation {
        depth: 1,
        responsible: "لجنة الماء".into(),
        ..Recommendation::default()
    });
    let mut screen = Screen::with("lists-said", &written(&[(carrying, "جرد العيون")]));
    screen.press_with(CTRL_SHIFT, Key::P);
    assert!(screen.has_words("حُذفت معطيات تتبع توصية واحدة"), "what goes is told");
    screen.press_with(CTRL, Key::Z);
    assert!(screen.has("التنفيذ: لجنة الماء"), "and comes back");
}

#[test]
fn backspace_at_an_item_with_a_follow_up_says_what_goes() {
    let carrying = Kind::Recommendation(Recommendation {
        depth: 0,
        responsible: "لجنة الماء".into(),
        ..Recommendation::default()
    });
    let mut screen = Screen::with("lists-backspace", &written(&[(carrying, "جرد العيون")]));
    screen.press(Key::Home);
    screen.press(Key::Backspace);
    assert_eq!(levels(&screen), ["جرد"]);
    assert!(screen.has_words("حُذفت معطيات تتبع توصية واحدة"));
    screen.press_with(CTRL, Key::Z);
    assert!(screen.has("التنفيذ: لجنة الماء"));
}

#[test]
fn bodies_named_elsewhere_in_the_record_are_offered_to_a_recommendation() {
    let carrying = Kind::Recommendation(Recommendation {
        depth: 1,
        responsible: "لجنة الماء والغابة".into(),
        ..Recommendation::default()
    });
    let document = written(&[(carrying, "جرد العيون"), (Kind::recommendation(1), "دعم المشاتل")]);
    let mut screen = Screen::with("lists-bodies", &document);
    screen.press_with(CTRL, Key::End);
    screen.press_with(ALT, Key::Enter);
    screen.type_words("الما");
    assert!(screen.has("لجنة الماء والغابة"), "what the record names already");
    screen.paint("lists-bodies");
    screen.press(Key::Enter);
    let Kind::Recommendation(now) = &screen.document().blocks()[1].kind else { panic!() };
    assert_eq!(now.responsible, "لجنة الماء والغابة");
}

#[test]
fn the_form_speaks_for_all_that_is_chosen() {
    let mut screen = Screen::with("lists-form", &outline());
    let at = gutter(&screen, 7);
    screen.click_at(at);
    screen.press_with(ALT, Key::Enter);
    assert!(screen.has_words("3 توصيات مختارة"));
    screen.type_words("لجنة التربية");
    screen.paint("lists-form");
    screen.press(Key::Escape);
    for block in &screen.document().blocks()[6..9] {
        let Kind::Recommendation(now) = &block.kind else { panic!("{block:?}") };
        assert_eq!(now.responsible, "لجنة التربية");
    }
    let Kind::Recommendation(other) = &screen.document().blocks()[5].kind else { panic!() };
    assert_eq!(other.responsible, "");
}

#[test]
fn the_other_button_on_a_number_offers_the_labels_of_its_level() {
    let mut screen = Screen::with("lists-labels", &outline());
    let at = gutter(&screen, 3);
    for pressed in [true, false] {
        screen.frame(vec![
            Event::PointerMoved(at),
            Event::PointerButton {
                pos: at,
                button: PointerButton::Secondary,
                pressed,
                modifiers: Modifiers::NONE,
            },
        ]);
    }
    screen.rest();
    assert!(screen.has("•"), "the labels are offered");
    screen.paint("lists-labels");
    screen.click("•");
    assert_eq!(screen.document().style().labels.section, Label::Bullet);
    assert_eq!(screen.document().style().labels.item, Label::AbjadDash, "the other levels stay");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.document().style().labels.section, Label::NumberDash);
}

#[test]
fn a_record_read_from_the_left_has_its_gutter_there() {
    let mut document = written(&[
        (Kind::recommendation(0), "Eau et forêts"),
        (Kind::recommendation(1), "Recenser les sources menacées ;"),
        (Kind::recommendation(1), "Soutenir les pépinières de cèdres."),
    ]);
    document.apply(Step::SetField(Field::Language(Language::French))).unwrap();
    let mut screen = Screen::with("lists-left", &document);
    let seen = row(&screen, 3);
    let from = pos2(seen.rect.left() + 14.0, seen.origin.y + 16.0);
    let to = pos2(from.x + 44.0, from.y);
    carry(&mut screen, from, to);
    screen.paint("lists-left");
    let_go(&mut screen, to);
    assert_eq!(levels(&screen), ["0 Eau", "1 Recenser", "2 Soutenir"], "further in is to the right");
}

#[test]
fn lists_are_looked_at_in_both_themes_languages_and_sizes() {
    for (name, mode, language, size) in [
        ("lists", Mode::Light, Language::Arabic, SIZE),
        ("lists-dark", Mode::Dark, Language::Arabic, SIZE),
        ("lists-french", Mode::Light, Language::French, SIZE),
        ("lists-small", Mode::Light, Language::Arabic, SMALL),
    ] {
        let path = folder(name).join("record.mahdar");
        store::save(&outline(), &path, None).unwrap();
        let mut screen = Screen::speaking(vec![path], language, mode, size);
        // The panel is on the other side in French.
        let aside = if language == Language::French { 175.0 } else { 0.0 };
        let at = gutter(&screen, 3) - vec2(aside, 0.0);
        screen.click_at(at);
        pointer(&mut screen, at - vec2(60.0, 0.0));
        screen.rest();
        screen.paint(name);
        assert!(matches!(screen.open().editor().selection().head.target, Target::Block(_)));
    }
}
