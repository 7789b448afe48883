//! The home screen, and the header's line and form.

use eframe::egui::Key;
use mahdar::arabic::When;

use crate::screen::{CTRL, Screen};

const FOLDED: &str = "الترويسة: فتح للتعديل";
const UNFOLDED: &str = "الترويسة: طي";

#[test]
fn home_asks_what_to_prepare_and_offers_the_templates() {
    let screen = Screen::home();
    assert!(!screen.is_open());
    assert!(screen.has("ما الذي تُعدّه؟"));
    let (one, two) = (screen.place("محضر اجتماع"), screen.place("بلاغ اجتماع جهوي"));
    assert!(one.left() > two.right(), "the first card stands at the right");
}

#[test]
fn a_template_opens_a_record_with_its_form_and_the_keyboard_in_it() {
    let mut screen = Screen::home();
    screen.click("بلاغ اجتماع جهوي");
    assert_eq!(screen.document().template().id, "regional-communique");
    assert!(screen.has(UNFOLDED));
    assert!(screen.is_focused("الهيئة"));
    screen.type_words("الكتابة الجهوية");
    assert_eq!(screen.document().meeting().body.name, "الكتابة الجهوية");
}

#[test]
fn the_header_line_folds_and_unfolds() {
    let mut screen = Screen::new_record();
    screen.click(UNFOLDED);
    assert!(screen.has(FOLDED));
    assert!(!screen.has("الاسم"), "the form is away");
    screen.click(FOLDED);
    assert!(screen.has("الاسم"));
}

#[test]
fn the_chair_of_the_form_changes_the_sentence_on_the_page() {
    let mut screen = Screen::new_record();
    screen.click("الاسم");
    screen.type_words("نعيمة السوسي");
    screen.click("أنثى");
    let lead = screen.shown()[1].clone();
    assert!(lead.starts_with("ترأست "), "{lead}");
    assert!(lead.contains("السيدة نعيمة السوسي"), "{lead}");
    screen.click("ذكر");
    let lead = screen.shown()[1].clone();
    assert!(lead.starts_with("ترأس السيد نعيمة"), "{lead}");
}

#[test]
fn the_weekday_stands_beside_a_date_while_it_is_typed() {
    let mut screen = Screen::new_record();
    screen.click("التاريخ");
    screen.type_words("14/11/2026");
    assert!(screen.has_words("السبت"));
    assert!(matches!(&screen.document().meeting().dates, When::Days(days) if days.len() == 1));
    assert!(screen.shown()[1].contains("السبت 14 نونبر 2026"), "{}", screen.shown()[1]);
}

#[test]
fn a_date_not_understood_is_marked_and_kept() {
    let mut screen = Screen::new_record();
    screen.click("التاريخ");
    screen.type_words("بعد حين");
    assert!(screen.has_words("لم يُفهم التاريخ"));
    assert_eq!(screen.document().meeting().dates, When::Text("بعد حين".into()));
}

#[test]
fn undo_from_a_field_takes_the_field_back() {
    let mut screen = Screen::new_record();
    screen.type_words("المكتب");
    assert_eq!(screen.document().meeting().body.name, "المكتب");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.document().meeting().body.name, "");
    assert!(screen.is_focused("الهيئة"), "the field keeps the keyboard");
    screen.type_words("ب");
    assert_eq!(screen.document().meeting().body.name, "ب", "and shows what the record holds");
}

#[test]
fn a_field_takes_keys_from_both_ends() {
    let mut screen = Screen::new_record();
    screen.type_words("جهوية");
    screen.press(Key::Home);
    screen.type_words("كتابة ");
    screen.press(Key::End);
    screen.press(Key::Backspace);
    screen.press_with(CTRL, Key::ArrowRight);
    screen.type_words("ال");
    assert_eq!(screen.document().meeting().body.name, "كتابة الجهوي");
    screen.press_with(CTRL, Key::A);
    screen.paste("سطران\nفي واحد");
    assert_eq!(screen.document().meeting().body.name, "سطران في واحد");
}

#[test]
fn tab_goes_through_the_form_and_the_page_does_not_type_it() {
    let mut screen = Screen::new_record();
    screen.press(Key::Tab);
    assert!(screen.is_focused("التنظيم أو الحزب"));
    screen.type_words("اتحاد");
    assert_eq!(screen.document().meeting().body.organisation, "اتحاد");
}

#[test]
fn a_region_is_chosen_from_its_list() {
    let mut screen = Screen::new_record();
    screen.click_words("الجهة:");
    assert!(screen.has("فاس مكناس"));
    screen.click("فاس مكناس");
    assert!(screen.document().meeting().body.region.contains("مكناس"));
    assert!(!screen.has("الشرق"), "the list is away");
    assert!(screen.has("الجهة: فاس مكناس"));
}

#[test]
fn half_a_time_waits_in_its_field() {
    let mut screen = Screen::new_record();
    screen.click("من الساعة");
    screen.type_words("10");
    screen.type_words(":3");
    assert!(
        screen.document().meeting().start.is_none()
            || screen.document().read("meeting.start".parse().unwrap()) != "10:3"
    );
    screen.type_words("0");
    assert_eq!(screen.document().read("meeting.start".parse().unwrap()), "10:30");
}

#[test]
fn a_choice_is_made_by_the_keyboard_alone() {
    let mut screen = Screen::new_record();
    screen.presses(Key::Tab, 2);
    screen.press(Key::Enter);
    assert!(screen.has("فاس مكناس"), "the list is open");
    screen.presses(Key::ArrowDown, 3);
    screen.press(Key::Enter);
    assert!(
        screen.document().meeting().body.region.contains("مكناس"),
        "{}",
        screen.document().meeting().body.region
    );
    assert!(!screen.has("الشرق"), "the list is away");
    screen.press(Key::Tab);
    assert!(screen.is_focused("المكان"), "and the next field follows");
}

#[test]
fn no_key_of_an_open_list_reaches_the_field_under_it() {
    let mut screen = Screen::new_record();
    screen.click("الاسم");
    screen.type_words("نعيمة");
    screen.click_words("الجهة:");
    screen.type_words("فاس");
    screen.press(Key::Backspace);
    screen.press(Key::ArrowRight);
    screen.press_with(CTRL, Key::Backspace);
    screen.paste("زيادة");
    screen.type_words("س");
    screen.press(Key::Enter);
    assert!(screen.document().meeting().body.region.contains("مكناس"));
    assert_eq!(screen.document().read("meeting.chairs.0.name".parse().unwrap()), "نعيمة");
    assert!(screen.words().iter().all(|words| !words.contains("زيادة")));
    screen.press(Key::Tab);
    assert!(screen.is_focused("المكان"), "the keyboard is on the field that offered choices");
}

#[test]
fn escape_leaves_the_keyboard_in_the_field_that_offered_choices() {
    let mut screen = Screen::new_record();
    screen.click_words("الجهة:");
    screen.press(Key::Escape);
    assert!(!screen.has("فاس مكناس"));
    screen.type_words("حروف");
    assert!(screen.words().iter().all(|words| !words.contains("حروف")), "the page is not typed into");
}

#[test]
fn a_second_click_puts_the_choices_away() {
    let mut screen = Screen::new_record();
    let at = screen.place_with("الجهة:").center();
    screen.click_at(at);
    assert!(screen.has("فاس مكناس"));
    screen.click_at(at);
    assert!(!screen.has("فاس مكناس"));
}

#[test]
fn what_is_chosen_is_marked_in_its_list() {
    let mut screen = Screen::new_record();
    screen.click_words("نوع اللقاء:");
    screen.click("دورة");
    assert_eq!(screen.document().read("meeting.session.noun".parse().unwrap()), "session");
    assert!(screen.shown()[0].contains("الدورة"), "{}", screen.shown()[0]);
}

#[test]
fn a_second_chair_is_added_and_taken_away() {
    let mut screen = Screen::new_record();
    screen.click("الاسم");
    screen.type_words("نعيمة");
    screen.click("إضافة رئاسة مشتركة");
    assert_eq!(screen.document().meeting().chairs.len(), 2);
    let at = screen.places("حذف من اللائحة")[1].center();
    screen.click_at(at);
    assert_eq!(screen.document().meeting().chairs.len(), 1);
    assert_eq!(screen.shown()[1].matches("نعيمة").count(), 1);
}
