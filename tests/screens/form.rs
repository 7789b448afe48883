//! The home screen, and the header's line and form.

use eframe::egui::{Event, Key, Modifiers, Pos2};
use mahdar::arabic::{Date, When};
use mahdar::document::{Body, Document, Field, FieldPath, OutputKind, RecordId, Step};
use mahdar::ui::theme::Mode;

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
    screen.presses(Key::Tab, 3);
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
    screen.press(Key::Tab);
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
    assert!(screen.is_focused("الإقليم: كل أقاليم الجهة"), "and the next field follows");
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
    assert!(
        screen.is_focused("الإقليم: كل أقاليم الجهة"),
        "the keyboard is on the field that offered choices"
    );
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

const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };
const SMALL: (f32, f32) = (1093.0, 552.0);

fn read(screen: &Screen, path: &str) -> String {
    let path: FieldPath = path.parse().expect("a path");
    screen.document().read(path)
}

fn days(screen: &Screen) -> Vec<String> {
    match &screen.document().meeting().dates {
        When::Days(days) => days.iter().map(Date::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

/// The next field, and these words in it.
fn next(screen: &mut Screen, name: &str, words: &str) {
    screen.press(Key::Tab);
    assert!(screen.is_focused(name), "{name} is next");
    screen.type_words(words);
}

/// The next choice, and the line of its list that begins with these letters.
fn pick(screen: &mut Screen, name: &str, letters: &str) {
    screen.press(Key::Tab);
    assert!(screen.is_focused(name), "{name} is next");
    screen.press(Key::Enter);
    screen.type_words(letters);
    screen.press(Key::Enter);
}

fn typed_header(mode: Mode, size: (f32, f32)) -> Screen {
    let mut screen = Screen::new_record_in(mode, size);
    screen.type_words("الكتابة الجهوية");
    pick(&mut screen, "الجهة: اختر الجهة", "فاس");
    pick(&mut screen, "الإقليم: كل أقاليم الجهة", "إقليم بول");
    next(&mut screen, "التنظيم أو الحزب", "اتحاد الجمعيات البيئية");
    pick(&mut screen, "مستوى الهيئة: جهوي", "إقليمي");
    pick(&mut screen, "جنس اسم الهيئة: حسب صيغة الاسم", "مؤنث");
    pick(&mut screen, "نوع اللقاء: اجتماع", "دورة");
    next(&mut screen, "طبيعة الاجتماع", "");
    screen.press_with(CTRL, Key::A);
    screen.type_words("عادي");
    next(&mut screen, "اسم الدورة", "الماء والغابة");
    next(&mut screen, "الرقم الترتيبي", "7");
    next(&mut screen, "التاريخ", "14/11/2026");
    next(&mut screen, "من الساعة", "10:00");
    next(&mut screen, "إلى الساعة", "13:30");
    next(&mut screen, "المكان", "دار الجمعيات بعين الأرز");
    screen
}

#[test]
fn the_whole_header_is_typed_in_reading_order_by_the_keyboard_alone() {
    let mut screen = typed_header(Mode::Light, crate::screen::SIZE);
    screen.press(Key::Tab);
    assert!(screen.is_focused("رئاسة الاجتماع: السيد / السيدة"), "how the chair is addressed");
    next(&mut screen, "الاسم", "رقية الصفصافي");
    next(&mut screen, "الصفة", "الكاتبة الجهوية");
    screen.press(Key::Tab);
    screen.press(Key::Space);
    screen.presses(Key::Tab, 2);
    next(&mut screen, "مقرر(ة) الاجتماع", "ميمون الأرزي");
    next(&mut screen, "صفة المقرر(ة)", "مقرر الجهة");
    pick(&mut screen, "جنس المقرر(ة): غير محدد", "ذكر");
    next(&mut screen, "تاريخ الاجتماع المقبل", "12/12/2026");
    next(&mut screen, "مكان الاجتماع المقبل", "المقر الجهوي");
    next(&mut screen, "رقم الصادر (البلاغ): لازم للمصادقة", "47/2026");
    next(&mut screen, "المرجع (البلاغ)", "رسالة رقم 12");
    pick(&mut screen, "حالة النص (البلاغ): مسودة", "قيد");
    screen.presses(Key::Tab, 7);
    assert!(screen.is_focused("إضافة نص آخر"));
    next(&mut screen, "سطور رأس الورقة", "اتحاد الجمعيات البيئية | الكتابة");
    next(&mut screen, "عنوان المقر", "12 زنقة الأرز، فاس");
    next(&mut screen, "للتواصل", "0535000000");
    next(&mut screen, "ملف الشعار، بجانب الوثيقة", "logo.png");
    pick(&mut screen, "لغة الوثيقة: العربية", "الفرنسية");
    screen.press(Key::Tab);
    assert!(screen.is_focused("الأرقام: 123 (أرقام مغربية)"));
    let seen = screen.place("الأرقام: 123 (أرقام مغربية)");
    assert!(seen.bottom() < 662.0, "the page follows the keyboard down the form: {seen:?}");
    for (path, value) in [
        ("meeting.body.name", "الكتابة الجهوية"),
        ("meeting.body.region", "فاس - مكناس"),
        ("meeting.body.province", "بولمان"),
        ("meeting.body.level", "provincial"),
        ("meeting.body.gender", "female"),
        ("meeting.session.noun", "session"),
        ("meeting.session.ordinal", "7"),
        ("meeting.session.theme", "الماء والغابة"),
        ("meeting.dates", "2026-11-14"),
        ("meeting.start", "10:00"),
        ("meeting.end", "13:30"),
        ("meeting.chairs.0.role", "الكاتبة الجهوية"),
        ("meeting.chairs.0.gender", "female"),
        ("meeting.rapporteur.name", "ميمون الأرزي"),
        ("meeting.rapporteur.gender", "male"),
        ("meeting.next.dates", "2026-12-12"),
        ("meeting.next.venue", "المقر الجهوي"),
        ("outputs.communique.number", "47/2026"),
        ("outputs.communique.state", "review"),
        ("letterhead.lines", "اتحاد الجمعيات البيئية | الكتابة"),
        ("letterhead.logo", "logo.png"),
        ("language", "fr"),
    ] {
        assert_eq!(read(&screen, path), value, "{path}");
    }
}

#[test]
fn a_day_is_picked_from_the_calendar_by_the_keyboard_alone() {
    let mut screen = Screen::new_record();
    screen.click("التاريخ");
    screen.type_words("14/11/2026");
    screen.press_with(ALT, Key::ArrowDown);
    assert!(screen.has("نونبر 2026"), "the month of the date is shown");
    screen.press(Key::ArrowDown);
    screen.press(Key::ArrowLeft);
    screen.press(Key::Enter);
    assert_eq!(days(&screen), ["2026-11-22"], "a week and a day later: the days go to the left");
    assert!(!screen.has("نونبر 2026"), "the calendar is away");
    assert!(screen.is_focused("التاريخ: الأحد"), "the field keeps the keyboard and tells the weekday");
    screen.later(3.0);
    screen.press_with(ALT, Key::ArrowDown);
    screen.press(Key::ArrowRight);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(days(&screen), ["2026-11-21", "2026-11-22"], "a second day stands beside the first");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(days(&screen), ["2026-11-22"]);
}

#[test]
fn escape_closes_the_calendar_and_what_is_typed_reaches_the_date() {
    let mut screen = Screen::new_record();
    screen.click("فتح التقويم: التاريخ");
    screen.type_words("3/4/2027");
    assert!(screen.has("أبريل 2027"), "the calendar follows what is typed");
    screen.press(Key::Escape);
    assert!(!screen.has("أبريل 2027"));
    assert!(screen.is_focused("التاريخ: السبت"));
    assert_eq!(days(&screen), ["2027-04-03"]);
    screen.click("فتح التقويم: التاريخ");
    assert!(screen.has("أبريل 2027"));
    screen.click("فتح التقويم: التاريخ");
    assert!(!screen.has("أبريل 2027"), "a second click puts it away");
}

#[test]
fn a_click_in_the_calendar_sets_the_day_of_the_next_meeting() {
    let mut screen = Screen::new_record();
    screen.click("التاريخ");
    screen.type_words("14/11/2026");
    let icon = screen.place("فتح التقويم: تاريخ الاجتماع المقبل").center();
    screen.click_at(icon);
    assert!(screen.has("نونبر 2026"), "it opens at the month of the meeting");
    screen.click("الخميس 26 نونبر 2026");
    assert_eq!(read(&screen, "meeting.next.dates"), "2026-11-26");
    assert_eq!(days(&screen), ["2026-11-14"]);
    assert!(screen.is_focused("تاريخ الاجتماع المقبل: الخميس"));
}

#[test]
fn a_region_outside_the_list_is_shown_marked_and_kept() {
    let mut document = Document::new(RecordId(3));
    let body = Body { name: "الفرع".into(), region: "جهة الأطلس".into(), ..Body::default() };
    document.apply(Step::SetField(Field::Body(body))).unwrap();
    let mut screen = Screen::with("strange-region", &document);
    screen.click(FOLDED);
    let name = "الجهة (خارج اللائحة): جهة الأطلس";
    assert!(screen.has(name));
    screen.click(name);
    screen.press(Key::Enter);
    assert_eq!(read(&screen, "meeting.body.region"), "جهة الأطلس", "it can be kept");
    screen.click(name);
    screen.type_words("الشرق");
    screen.press(Key::Enter);
    assert!(screen.has("الجهة: الشرق"));
    screen.click_words("الإقليم:");
    assert!(screen.has("إقليم بركان") && !screen.has("إقليم بولمان"), "the units of its region alone");
}

#[test]
fn each_text_has_its_row_and_another_is_added() {
    let mut screen = Screen::new_record();
    assert!(screen.has_words("لازم للمصادقة"), "the number waits for its text to be approved");
    let at = screen.place("إضافة نص آخر").center();
    screen.click_at(at);
    screen.press(Key::Home);
    screen.press(Key::Enter);
    assert!(screen.document().output(OutputKind::Minutes).is_some());
    screen.frame(vec![Event::PointerMoved(Pos2::ZERO)]);
    assert!(screen.has("رقم الصادر (المحضر): لازم للمصادقة"));
    assert!(screen.has("رقم الصادر (البلاغ): لازم للمصادقة"));
}

#[test]
fn the_form_is_painted() {
    for (mode, size, name) in [
        (Mode::Light, crate::screen::SIZE, "header-light"),
        (Mode::Dark, crate::screen::SIZE, "header-dark"),
        (Mode::Light, SMALL, "header-1093"),
    ] {
        let mut screen = Screen::new_record_in(mode, size);
        screen.click("التاريخ");
        screen.type_words("14/11/2026");
        screen.press_with(ALT, Key::ArrowDown);
        screen.paint(&format!("{name}-typed"));
        let mut screen = typed_header(mode, size);
        screen.click("فتح التقويم: التاريخ");
        screen.paint(&format!("{name}-date"));
        screen.press(Key::Escape);
        screen.click("الاسم");
        screen.type_words("رقية الصفصافي");
        screen.wheel(1000.0);
        screen.paint(&format!("{name}-below"));
    }
    let mut screen = typed_header(Mode::Light, crate::screen::SIZE);
    screen.click("التاريخ: السبت");
    screen.press_with(CTRL, Key::A);
    screen.type_words("بعد حين");
    screen.click("عرض");
    screen.click("Français");
    screen.wheel(-1500.0);
    screen.paint("header-french");
    screen.wheel(1000.0);
    screen.paint("header-french-below");
    assert_eq!(screen.picture().width(), 1366);
    assert!(screen.has_words("Date non comprise"), "a date not understood is said");
}
